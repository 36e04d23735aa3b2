"""The look of a picture: seven moods in four materials at three times of day, as colours.

Colours are sRGB triples 0..255. The tables follow the associations measured by Valdez and
Mehrabian (1994): joy bright and saturated, sadness pale, anger and fear dark. They are craft, not
laws, so every figure here may be tuned by eye.
"""

from dataclasses import dataclass, replace

from mongyudo.ink.pigments import DYES, GROUNDS
from mongyudo.ink.scene import Material, Mood, Taste, TimeOfDay

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that colours a picture. Strengths are shares 0..1, positions shares of the frame.

    `paper` is the bare ground, `ink` the darkest line, `wash` the tint laid over the paper;
    `far` and `near` end the depth ramp of silhouettes; `accents` are the few hues that things
    may keep, the first one being the dream's key colour; `saturation` is the share of their own
    colour that sprites keep; `tempo` multiplies the speed of idle motion, `line` the strength of
    lines; `cast` is the colour of the light over the whole picture, white for none.
    """

    mood: Mood
    material: Material
    time_of_day: TimeOfDay
    paper: Rgb
    ink: Rgb
    wash: Rgb
    wash_strength: float
    sky_top: Rgb
    sky_low: Rgb
    far: Rgb
    near: Rgb
    ground: Rgb
    mist: Rgb
    mist_strength: float
    light: Rgb
    light_strength: float
    light_pos: tuple[float, float]
    shadow: Rgb
    accents: tuple[Rgb, Rgb, Rgb]
    rim: Rgb
    saturation: float
    vignette: float
    grain: float
    tempo: float
    line: float = 1.0
    cast: Rgb = (255, 255, 255)

    @property
    def is_paper(self) -> bool:
        """Whether the material is paper theatre rather than ink."""
        return self.material == "paper"

    @property
    def is_minhwa(self) -> bool:
        """Whether the material is flat pigment with bold outlines."""
        return self.material == "minhwa"

    @property
    def is_geumni(self) -> bool:
        """Whether the material is gold on dyed paper: `ink` is then the metal, not the dark."""
        return self.material == "geumni"

    @property
    def is_lined(self) -> bool:
        """Whether land, water and clouds are drawn with lines around flat bodies."""
        return self.is_minhwa or self.is_geumni

    @property
    def is_dark(self) -> bool:
        """Whether the sky is darker than mid grey, so that writing and sparks must be light."""
        return luminance(self.sky_top) < 118

    def dark(self, share: float) -> Rgb:
        """The tone of shaded things: `share` of the way from near silhouettes to the ink."""
        return mix(self.near, self.shadow if self.is_geumni else self.ink, share)

    def depth(self, nearness: float) -> Rgb:
        """The silhouette colour at `nearness` 0 (horizon, in the haze) .. 1 (at the stage)."""
        return mix(self.far, self.near, nearness)


def mix(first: Rgb, second: Rgb, share: float) -> Rgb:
    """`share` 0 gives `first`, 1 gives `second`; shares outside 0..1 are clamped."""
    t = min(1.0, max(0.0, share))
    r, g, b = (round(a + (c - a) * t) for a, c in zip(first, second, strict=True))
    return (r, g, b)


def luminance(colour: Rgb) -> float:
    """Rec. 709 luma of an sRGB colour, 0..255."""
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


@dataclass(frozen=True, slots=True)
class _Tint:
    """What a mood asks of both materials."""

    paper: Rgb
    wash: Rgb
    wash_strength: float
    light: Rgb
    light_pos: tuple[float, float]
    light_strength: float
    accents: tuple[Rgb, Rgb, Rgb]
    card_top: Rgb
    card_low: Rgb
    card_near: Rgb
    mist_strength: float
    saturation: float
    vignette: float
    tempo: float


# fmt: off
_TINTS: dict[Mood, _Tint] = {
    "joy": _Tint(
        (244, 232, 204), (206, 196, 150), 0.16, (255, 236, 176), (0.72, 0.20), 0.75,
        ((232, 92, 122), (126, 168, 92), (246, 186, 76)),
        (120, 186, 214), (252, 226, 178), (74, 128, 112), 0.42, 0.85, 0.10, 1.15),
    "sadness": _Tint(
        (214, 218, 210), (86, 120, 128), 0.56, (214, 228, 226), (0.34, 0.26), 0.45,
        ((74, 118, 156), (120, 142, 138), (176, 160, 150)),
        (44, 74, 98), (136, 164, 172), (24, 46, 62), 0.60, 0.38, 0.30, 0.70),
    "anger": _Tint(
        (222, 186, 152), (136, 52, 36), 0.60, (255, 138, 62), (0.30, 0.72), 0.80,
        ((206, 44, 28), (240, 132, 40), (92, 36, 30)),
        (58, 14, 16), (192, 70, 34), (34, 10, 12), 0.30, 0.62, 0.42, 1.35),
    "fear": _Tint(
        (196, 196, 192), (58, 64, 76), 0.66, (236, 236, 222), (0.66, 0.30), 0.85,
        ((214, 122, 38), (96, 110, 132), (128, 104, 82)),
        (12, 24, 44), (50, 90, 116), (6, 12, 24), 0.50, 0.45, 0.55, 1.20),
    "surprise": _Tint(
        (234, 226, 208), (98, 88, 122), 0.42, (255, 246, 204), (0.50, 0.34), 0.95,
        ((238, 178, 44), (110, 84, 168), (64, 148, 170)),
        (44, 30, 88), (206, 150, 190), (26, 18, 54), 0.40, 0.72, 0.34, 1.10),
    "disgust": _Tint(
        (214, 208, 160), (116, 118, 52), 0.50, (220, 226, 150), (0.50, 0.86), 0.45,
        ((134, 148, 46), (112, 84, 52), (166, 120, 150)),
        (52, 60, 30), (148, 152, 82), (30, 34, 18), 0.46, 0.50, 0.40, 0.80),
    "calm": _Tint(
        (236, 226, 202), (150, 146, 134), 0.28, (250, 240, 212), (0.66, 0.24), 0.55,
        ((222, 112, 134), (120, 146, 130), (196, 164, 108)),
        (108, 142, 160), (226, 214, 192), (52, 80, 92), 0.56, 0.50, 0.20, 0.85),
}
# fmt: on

_PLAIN = Taste()
_INK: Rgb = (38, 36, 38)
_NIGHT_INK: Rgb = (26, 27, 33)
_DUSK_GLOW: Rgb = (232, 150, 96)
_CREAM: Rgb = (250, 238, 208)


def look_for(mood: Mood, material: Material, time_of_day: TimeOfDay, taste: Taste = _PLAIN) -> Look:
    """The look of `mood` in `material` at `time_of_day`, with what a `taste` keeps its own."""
    look = replace(
        _by_day(mood, material), line=taste.line, cast=_cast(mood, material, time_of_day)
    )
    if taste.accent:
        look = replace(look, accents=(taste.accent, *look.accents[1:]))
    if time_of_day == "night":
        return _at_night(look)
    return _at_dusk(look) if time_of_day == "dusk" else look


# fmt: off
_LIGHTS: dict[Mood, Rgb] = {
    "joy": (255, 240, 204), "sadness": (196, 214, 238), "anger": (255, 214, 192),
    "fear": (204, 212, 232), "surprise": (246, 224, 250), "disgust": (238, 238, 192),
    "calm": (222, 246, 226),
}
# fmt: on
_CASTS: dict[Material, float] = {"ink": 0.0, "paper": 0.55, "minhwa": 0.85, "geumni": 0.0}
"""How much of the mood's light lies over a picture; in ink and on dyed paper the ground tells."""


def _cast(mood: Mood, material: Material, hour: TimeOfDay) -> Rgb:
    """The mood's light, which tells most by night, when skies are alike."""
    return mix((255, 255, 255), _LIGHTS[mood], _CASTS[material] * (1.3 if hour == "night" else 1))


def _by_day(mood: Mood, material: Material) -> Look:
    if material == "minhwa":
        return _minhwa_look(mood)
    if material == "geumni":
        return _geumni_look(mood)
    return (_paper_look if material == "paper" else _ink_look)(mood, _TINTS[mood])


def _ink_look(mood: Mood, tint: _Tint) -> Look:
    ground = mix(tint.paper, tint.wash, 0.30 + 0.25 * tint.wash_strength)
    return Look(
        mood=mood, material="ink", time_of_day="day",
        paper=tint.paper, ink=mix(_INK, tint.wash, 0.10), wash=tint.wash,
        wash_strength=tint.wash_strength,
        sky_top=mix(tint.paper, tint.wash, tint.wash_strength),
        sky_low=mix(tint.paper, tint.wash, tint.wash_strength * 0.22),
        far=mix(tint.paper, mix(tint.wash, _INK, 0.25), 0.42),
        near=mix(tint.wash, _INK, 0.74),
        ground=ground, mist=mix(tint.paper, (255, 252, 244), 0.22),
        mist_strength=tint.mist_strength,
        light=tint.light, light_strength=tint.light_strength, light_pos=tint.light_pos,
        shadow=mix(_INK, tint.wash, 0.25), accents=tint.accents, rim=_CREAM,
        saturation=0.35 + 0.25 * tint.saturation, vignette=tint.vignette, grain=0.9,
        tempo=tint.tempo,
    )  # fmt: skip


def _paper_look(mood: Mood, tint: _Tint) -> Look:
    return Look(
        mood=mood, material="paper", time_of_day="day",
        paper=mix(tint.card_low, _CREAM, 0.35), ink=mix(tint.card_near, (0, 0, 0), 0.35),
        wash=tint.card_top, wash_strength=min(1.0, 0.35 + tint.wash_strength),
        sky_top=tint.card_top, sky_low=tint.card_low,
        far=mix(tint.card_top, tint.card_low, 0.45), near=tint.card_near,
        ground=mix(tint.card_near, tint.card_low, 0.25),
        mist=mix(tint.card_low, tint.light, 0.30), mist_strength=tint.mist_strength * 0.8,
        light=tint.light, light_strength=tint.light_strength, light_pos=tint.light_pos,
        shadow=mix(tint.card_near, (0, 0, 0), 0.6), accents=tint.accents, rim=_CREAM,
        saturation=0.70 + 0.30 * tint.saturation, vignette=min(1.0, tint.vignette + 0.15),
        grain=0.5, tempo=tint.tempo,
    )  # fmt: skip


def _minhwa_look(mood: Mood) -> Look:
    ground = GROUNDS[mood]
    return Look(
        mood=mood, material="minhwa", time_of_day="day",
        paper=ground.low, ink=mix(_INK, ground.near, 0.12), wash=ground.sky,
        wash_strength=ground.wash, sky_top=ground.sky, sky_low=ground.low,
        far=ground.far, near=ground.near, ground=ground.earth, mist=ground.cloud,
        mist_strength=0.5, light=mix(ground.light, (255, 244, 214), 0.5), light_strength=0.6,
        light_pos=ground.light_pos, shadow=mix(_INK, ground.near, 0.45), accents=ground.accents,
        rim=_CREAM, saturation=1.0, vignette=ground.vignette, grain=0.5, tempo=ground.tempo,
    )  # fmt: skip


def _geumni_look(mood: Mood) -> Look:
    dye = DYES[mood]
    return Look(
        mood=mood, material="geumni", time_of_day="day",
        paper=dye.paper, ink=dye.metal, wash=dye.lift, wash_strength=0.5,
        sky_top=mix(dye.paper, dye.deep, 0.35), sky_low=mix(dye.paper, dye.lift, 0.30),
        far=mix(dye.paper, dye.lift, 0.35), near=mix(dye.paper, dye.deep, 0.70),
        ground=mix(dye.paper, dye.deep, 0.30), mist=mix(dye.lift, dye.second, 0.25),
        mist_strength=0.5, light=dye.light, light_strength=0.7, light_pos=dye.light_pos,
        shadow=mix(dye.deep, (0, 0, 0), 0.35), accents=(dye.accent, dye.metal, dye.second),
        rim=dye.second, saturation=dye.leaf, vignette=dye.vignette, grain=0.6, tempo=dye.tempo,
    )  # fmt: skip


def _at_dusk(look: Look) -> Look:
    if look.is_minhwa:
        return _minhwa_dusk(look)
    if look.is_geumni:
        return _geumni_late(look, "dusk", 0.10)
    glow = mix(_DUSK_GLOW, look.wash, 0.30)
    dim = 0.30 if look.is_paper else 0.22
    return replace(
        look,
        time_of_day="dusk",
        sky_top=mix(look.sky_top, (74, 62, 92), 0.34),
        sky_low=mix(look.sky_low, glow, 0.42),
        far=mix(look.far, mix(glow, (96, 74, 96), 0.5), 0.35),
        ground=mix(look.ground, look.shadow, dim),
        mist=mix(look.mist, glow, 0.32),
        light=mix(look.light, (255, 176, 96), 0.55),
        light_pos=(look.light_pos[0], 0.46),
        vignette=min(1.0, look.vignette + 0.10),
    )


def _minhwa_dusk(look: Look) -> Look:
    """A red evening: the lower sky glows, the rest keeps its pigments."""
    return replace(
        look, time_of_day="dusk", sky_top=mix(look.sky_top, (150, 84, 110), 0.30),
        sky_low=mix(look.sky_low, (246, 150, 84), 0.50), far=mix(look.far, (150, 96, 130), 0.28),
        ground=mix(look.ground, look.near, 0.15), mist=mix(look.mist, (250, 196, 140), 0.40),
        light_pos=(look.light_pos[0], 0.42), vignette=look.vignette + 0.06,
    )  # fmt: skip


def _minhwa_night(look: Look) -> Look:
    """Deep azurite of the mood's own hue above, a white moon; near things stay bright."""
    hue = look.far if look.mood in ("joy", "calm") else look.wash
    night = mix(mix((20, 36, 88), hue, 0.42), (8, 14, 30), 0.62 if look.mood == "fear" else 0.22)
    return replace(
        look, time_of_day="night", sky_top=mix(look.sky_top, night, 0.93),
        sky_low=mix(look.sky_low, mix(night, (84, 124, 160), 0.25), 0.62),
        far=mix(look.far, night, 0.50), near=mix(look.near, night, 0.50),
        ground=mix(look.ground, night, 0.48), wash=mix(look.wash, night, 0.6),
        mist=mix(look.mist, (126, 152, 178), 0.58),
        light=(248, 244, 222), vignette=look.vignette + 0.08,
    )  # fmt: skip


def _geumni_late(look: Look, hour: TimeOfDay, share: float) -> Look:
    """The dye taken once more: dyed paper is always night, hours only deepen it."""
    return replace(
        look, time_of_day=hour, sky_top=mix(look.sky_top, look.shadow, share * 1.3),
        sky_low=mix(look.sky_low, look.near, share * 1.6), far=mix(look.far, look.near, share),
        ground=mix(look.ground, look.shadow, share), vignette=look.vignette + 0.4 * share,
    )  # fmt: skip


def _at_night(look: Look) -> Look:
    if look.is_minhwa:
        return _minhwa_night(look)
    if look.is_geumni:
        return _geumni_late(look, "night", 0.25)
    moon = mix(look.light, (244, 240, 222), 0.5)
    if look.is_paper:
        night = mix(look.sky_top, (10, 18, 42), 0.62)
        return replace(
            look, time_of_day="night", sky_top=night,
            sky_low=mix(look.sky_low, mix((34, 62, 96), look.wash, 0.35), 0.72),
            far=mix(look.far, night, 0.45), near=mix(look.near, (6, 10, 22), 0.55),
            ground=mix(look.ground, (8, 14, 28), 0.55),
            mist=mix(look.mist, mix((88, 124, 150), look.wash, 0.35), 0.60),
            light=moon, light_strength=max(0.7, look.light_strength),
            vignette=min(1.0, look.vignette + 0.15),
        )  # fmt: skip
    dark = mix(_NIGHT_INK, look.wash, 0.36)
    return replace(
        look, time_of_day="night", sky_top=mix(look.sky_top, dark, 0.72),
        sky_low=mix(look.sky_low, dark, 0.24), far=mix(look.far, dark, 0.34),
        near=mix(look.near, _NIGHT_INK, 0.45), ground=mix(look.ground, dark, 0.36),
        mist=mix(look.mist, mix(look.wash, (150, 152, 156), 0.5), 0.26),
        light=moon, light_strength=max(0.8, look.light_strength),
        saturation=look.saturation * 0.92, vignette=min(1.0, look.vignette + 0.16),
    )  # fmt: skip
