"""How a clip looks: the seven emotions, and the random looks that a base model learns by name.

The emotions follow the look table of the ink backend (after Valdez and Mehrabian, 1994), drawn
further apart: in 64 x 64 pixels only palette, light and tempo tell. Craft, tuned by eye.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mongyudo.records import Emotion

Colour = tuple[float, float, float]
"""RGB, 0..1."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A look. Strengths are shares 0..1, positions shares of the frame; the default is plain ink.

    Tones are toned from `dark` to `light` by the share `wash`; `saturation`, `contrast` and
    `gain` multiply, `lift` is added; `glow` is a round of light at `glow_at`, `vignette` darkens
    the edges; `mist` veils the ground in `light`; `flash` sets the clip in darkness before its
    light comes; `tempo` multiplies the way that the subject goes, `shake` moves the camera by a
    share of the frame.
    """

    dark: Colour = (0.0, 0.0, 0.0)
    light: Colour = (1.0, 1.0, 1.0)
    wash: float = 0.0
    saturation: float = 1.0
    contrast: float = 1.0
    gain: float = 1.0
    lift: float = 0.0
    glow: Colour = (1.0, 1.0, 1.0)
    glow_at: tuple[float, float] = (0.5, 0.5)
    glow_strength: float = 0.0
    vignette: float = 0.0
    mist: float = 0.0
    flash: float = 0.0
    tempo: float = 1.0
    shake: float = 0.0


PLAIN = Grade()

GRADES: dict[Emotion, Grade] = {
    "행복": Grade(
        dark=(0.62, 0.30, 0.10), light=(1.0, 0.90, 0.38), wash=0.55, saturation=1.45, gain=1.12,
        lift=0.05, glow=(1.0, 0.92, 0.45), glow_at=(0.8, 0.15), glow_strength=0.5, tempo=1.2,
    ),
    "슬픔": Grade(
        dark=(0.05, 0.14, 0.30), light=(0.52, 0.68, 0.86), wash=0.52, saturation=0.6, gain=0.82,
        contrast=0.9, vignette=0.25, mist=0.25, tempo=0.45,
    ),
    "분노": Grade(
        dark=(0.20, 0.0, 0.0), light=(1.0, 0.36, 0.16), wash=0.55, saturation=1.15, gain=0.86,
        contrast=1.35, glow=(1.0, 0.45, 0.05), glow_at=(0.3, 0.95), glow_strength=0.4,
        vignette=0.35, tempo=1.45, shake=0.03,
    ),
    "공포": Grade(
        dark=(0.0, 0.02, 0.06), light=(0.36, 0.46, 0.52), wash=0.46, saturation=0.75, gain=0.56,
        contrast=1.15, glow=(0.80, 0.88, 0.84), glow_at=(0.68, 0.26), glow_strength=0.18,
        vignette=0.8, tempo=1.35,
    ),
    "놀람": Grade(
        dark=(0.22, 0.04, 0.42), light=(1.0, 0.62, 0.98), wash=0.56, saturation=1.15, gain=1.0,
        contrast=1.2, glow=(1.0, 0.97, 1.0), glow_at=(0.5, 0.42), glow_strength=0.5, vignette=0.3,
        flash=0.55, tempo=1.1,
    ),
    "혐오": Grade(
        dark=(0.14, 0.15, 0.0), light=(0.70, 0.76, 0.22), wash=0.54, saturation=0.75, gain=0.82,
        contrast=0.95, glow=(0.75, 0.85, 0.15), glow_at=(0.5, 1.0), glow_strength=0.22,
        vignette=0.35, tempo=0.7,
    ),
    "중립": Grade(
        light=(0.97, 0.96, 0.93), dark=(0.36, 0.36, 0.37), wash=0.5, saturation=0.32,
        contrast=0.78, gain=1.0, lift=0.07, mist=0.5, tempo=0.75,
    ),
}  # fmt: skip
"""The look of each emotion."""

CATEGORY_GRADES: dict[str, Grade] = {
    "지상동물": GRADES["공포"], "수중동물": GRADES["슬픔"], "자연·날씨": GRADES["놀람"],
    "물건·돈": GRADES["혐오"], "탈것": GRADES["분노"],
}  # fmt: skip
"""The look of each category that the set has subjects of: borrowed, since these lie far apart."""

_HUES: dict[str, Colour] = {
    "red": (0.95, 0.25, 0.2), "orange": (1.0, 0.6, 0.2), "yellow": (0.98, 0.9, 0.35),
    "green": (0.35, 0.75, 0.35), "blue": (0.3, 0.5, 0.95), "purple": (0.65, 0.35, 0.9),
    "pink": (1.0, 0.6, 0.75), "grey": (0.7, 0.7, 0.7),
}  # fmt: skip
_TONES = {"dark": (0.5, -0.02), "dim": (0.75, 0.0), "bright": (1.1, 0.05), "pale": (0.9, 0.14)}
_EXTRAS = ("mist", "shadow", "glow", "flash")

LOOK_WORDS: tuple[str, ...] = (*_HUES, *_TONES, *_EXTRAS, "slow", "fast", "light", "with")


def random_grade(dice: np.random.Generator) -> tuple[Grade, str]:
    """A look that no emotion has by design, and its name such as "dim blue light with mist"."""
    hue, tone = str(dice.choice([*_HUES])), str(dice.choice([*_TONES]))
    gain, lift = _TONES[tone]
    colour = np.array(_HUES[hue])
    grade = Grade(
        dark=_colour(colour * dice.uniform(0.05, 0.4)),
        light=_colour(colour + (1 - colour) * dice.uniform(0.0, 0.4)),
        wash=float(dice.uniform(0.3, 0.7)),
        saturation=float(dice.uniform(0.4, 1.4)),
        contrast=float(dice.uniform(0.75, 1.3)),
        gain=gain * float(dice.uniform(0.9, 1.1)),
        lift=lift,
        glow=_colour(colour + (1 - colour) * 0.5),
        glow_at=(float(dice.uniform(0.1, 0.9)), float(dice.uniform(0.1, 0.9))),
    )
    words = f"{tone} {hue} light"
    if dice.random() < 0.5:
        extra = str(dice.choice(_EXTRAS))
        grade = _with(grade, extra)
        words += f" with {extra}"
    if dice.random() < 0.5:
        slow = dice.random() < 0.5
        grade = replace(grade, tempo=0.5 if slow else 1.4)
        words = ("slow " if slow else "fast ") + words
    return grade, words


def _with(grade: Grade, extra: str) -> Grade:
    """`grade` with one of _EXTRAS."""
    return replace(
        grade,
        mist=0.5 if extra == "mist" else 0.0,
        vignette=0.7 if extra == "shadow" else 0.0,
        glow_strength=0.45 if extra == "glow" else 0.0,
        flash=0.5 if extra == "flash" else 0.0,
    )


def _colour(values: NDArray[np.float64]) -> Colour:
    r, g, b = (float(v) for v in values)
    return (r, g, b)


_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)


def graded(frames: NDArray[np.uint8], grade: Grade) -> NDArray[np.uint8]:
    """`frames` (T, H, W, 3) RGB in the look of `grade`; plain ones are given back as they are."""
    if grade == PLAIN:
        return frames
    colour: NDArray[Any] = frames.astype(np.float32) / 255
    tone = (colour @ _LUMA)[..., None]
    colour = tone + (colour - tone) * np.float32(grade.saturation)
    toned = _array(grade.dark) + (_array(grade.light) - _array(grade.dark)) * tone
    colour += (toned - colour) * np.float32(grade.wash)
    colour = (colour - 0.5) * np.float32(grade.contrast) + 0.5
    colour = colour * np.float32(grade.gain) + np.float32(grade.lift)
    colour = _lit(colour, grade)
    return np.asarray(np.clip(colour * 255 + 0.5, 0, 255), np.uint8)


def _array(colour: Colour) -> NDArray[np.float32]:
    return np.array(colour, np.float32)


def _lit(colour: NDArray[Any], grade: Grade) -> NDArray[Any]:
    """Mist, vignette, glow, and the moment before the flash."""
    count, height, width = colour.shape[:3]
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j].astype(np.float32)[..., None]
    veil = grade.mist * np.clip((y - 0.35) / 0.5, 0, 1)
    colour = colour + (_array(grade.light) * np.float32(grade.gain) - colour) * veil
    edge = np.clip(np.hypot(x - 0.5, y - 0.5) / 0.71, 0, 1) ** 2
    colour = colour * (1 - np.float32(grade.vignette) * edge)
    away = np.hypot(x - grade.glow_at[0], y - grade.glow_at[1])
    round_light = np.clip(1 - away / 0.55, 0, 1) ** 1.5 * np.float32(grade.glow_strength)
    came = np.clip(np.linspace(-0.4, 1.4, count, dtype=np.float32), 0, 1)[:, None, None, None]
    if not grade.flash:
        came = np.ones_like(came)
    colour = colour * (1 - np.float32(grade.flash) * (1 - came))
    lit: NDArray[Any] = colour + (_array(grade.glow) - colour) * round_light * came
    return lit
