"""Effects of water, fire, smoke, ink and stone."""

from functools import lru_cache

import numpy as np
import skia
from numpy.typing import NDArray

from mongyudo.ink.bleed import ink_bleed
from mongyudo.ink.brush import Point, painted, tapered
from mongyudo.ink.canvas import LINEAR, Rgb, image_of, paint
from mongyudo.ink.happening import Happening, force
from mongyudo.ink.layers import View
from mongyudo.ink.looks import Look, mix
from mongyudo.ink.noise import cloud, line, rng
from mongyudo.ink.paper import haze_band
from mongyudo.ink.scene import Effect
from mongyudo.ink.stage import Live, Stage
from mongyudo.ink.water import water_colour

_GRID = (108, 192)
"""Rows and columns of the coarse field in which fire and smoke are computed."""


def rising_water(stage: Stage, effect: Effect) -> Happening:
    """Water that rises in the picture and mirrors it; strength 1 leaves a fifth of it dry."""
    period = stage.period_px(1.0)
    body, crest = _water_body(stage, period), _water_crest(stage, period)

    def draw(canvas: skia.Canvas, view: View) -> None:
        level = stage.y(1.02 - 0.80 * force(effect, view.progress))
        level += float(np.sin(view.time_s * 1.7)) * stage.y(0.006)
        if level >= stage.height_px:
            return
        _mirror(canvas, stage, level, view.time_s)
        for image, top, drift in (
            (body, level, 0.02),
            (crest, level - crest.height() * 0.5, 0.035),
        ):
            left = (-view.pan_px[0] + view.time_s * stage.x(drift)) % period - period
            while left < stage.width_px:
                canvas.drawImage(image, round(left), round(top))
                left += period

    return Happening(before=[Live(draw, parallax=1.0)])


def _mirror(canvas: skia.Canvas, stage: Stage, level: float, time_s: float) -> None:
    """The picture above the water, upside down and trembling below it."""
    surface = canvas.getSurface()
    if surface is None:
        return
    picture = surface.makeImageSnapshot()
    depth = min(stage.height_px - level, level)
    bands = 12
    ghost = skia.Paint(Alphaf=0.5)
    canvas.save()
    canvas.resetMatrix()
    for band in range(bands):
        y0, y1 = depth * band / bands, depth * (band + 1) / bands
        shift = float(np.sin(time_s * 2.2 + band * 0.9)) * stage.unit_px * (0.6 + band * 0.35)
        source = skia.Rect.MakeLTRB(0, level - y1, stage.width_px, level - y0)
        canvas.save()
        canvas.translate(shift, 2 * level)
        canvas.scale(1, -1)
        target = skia.Rect.MakeLTRB(0, level - y1, stage.width_px, level - y0)
        canvas.drawImageRect(picture, source, target, skia.SamplingOptions(), ghost)
        canvas.restore()
    canvas.restore()


def _water_body(stage: Stage, period: int) -> skia.Image:
    """The tint below the level, denser with depth, with combed ripples."""
    tall = round(stage.height_px * 0.9)
    rows = np.linspace(0, 1, tall, dtype=np.float32)[:, None]
    swell = cloud(tall, period, stage.seed(851), rough=2.0, stretch=9.0)
    fine = cloud(tall, period, stage.seed(852), rough=1.4, stretch=14.0)
    tone = np.array(mix(water_colour(stage), stage.look.wash, 0.4), dtype=np.float32)
    deep = np.array(mix(water_colour(stage), stage.look.near, 0.65), dtype=np.float32)
    colour = tone + (deep - tone) * np.clip(rows * 1.3 + 0.1 * swell, 0, 1)[..., None]
    light = np.array(stage.look.mist, dtype=np.float32)
    colour += (light - colour) * (np.clip(fine - 1.0, 0, 1) * 0.35)[..., None]
    pixels = np.empty((tall, period, 4), dtype=np.uint8)
    pixels[..., :3] = np.clip(colour, 0, 255)
    pixels[..., 3] = np.clip((0.50 + 0.38 * rows + 0.05 * swell) * 255, 0, 255)
    return image_of(pixels)


def _water_crest(stage: Stage, period: int) -> skia.Image:
    """The line of the surface: a dark wet edge under a broken light."""
    tall = max(8, round(stage.y(0.05)))
    wave = line(period, stage.seed(853), rough=2.4) * stage.y(0.004) + tall / 2
    rows = np.arange(tall, dtype=np.float32)[:, None]
    depth = rows - wave[None, :].astype(np.float32)
    broken = np.clip(0.75 + 0.45 * line(period, stage.seed(854), rough=1.6), 0, 1)[None, :]
    dark = np.exp(-((depth / (1.1 * stage.unit_px)) ** 2)) * broken
    pale = np.exp(-(((depth - 3 * stage.unit_px) / (1.4 * stage.unit_px)) ** 2)) * (
        1 - 0.5 * broken
    )
    pixels = np.zeros((tall, period, 4), dtype=np.uint8)
    light = np.array(mix(stage.look.light, stage.look.mist, 0.5), dtype=np.float32)
    ink = np.array(stage.look.ink, dtype=np.float32)
    share = (dark / np.maximum(dark + pale, 1e-4))[..., None]
    pixels[..., :3] = ink * share + light * (1 - share)
    pixels[..., 3] = np.clip((dark * 0.8 + pale * 0.7) * 255, 0, 255)
    return image_of(pixels)


@lru_cache(maxsize=8)
def _flame_noise(seed: int) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    rows, columns = _GRID
    tongues = cloud(rows * 2, columns, seed, rough=3.2, stretch=0.30)
    licks = cloud(rows * 2, columns, seed + 1, rough=2.4, stretch=0.35)
    return tongues, licks


def _scrolled(field: NDArray[np.floating], shift: float) -> NDArray[np.floating]:
    rows = _GRID[0]
    start = int(shift) % field.shape[0]
    turned = np.roll(field, -start, axis=0)
    part: NDArray[np.floating] = turned[:rows]
    return part


def _ramp(stops: list[tuple[float, Rgb, float]]) -> NDArray[np.uint8]:
    """A table of 256 premultiplied BGRA colours through (place, colour, opacity)."""
    places = np.array([s[0] for s in stops]) * 255
    table = np.empty((256, 4))
    index = np.arange(256)
    alpha = np.interp(index, places, [s[2] for s in stops])
    for target, source in ((0, 2), (1, 1), (2, 0)):
        table[:, target] = np.interp(index, places, [s[1][source] for s in stops]) * alpha
    table[:, 3] = alpha * 255
    return table.round().astype(np.uint8)


def _lay_field(canvas: skia.Canvas, stage: Stage, field: NDArray[np.floating],
               table: NDArray[np.uint8]) -> None:  # fmt: skip
    """Draw a coarse field 0..1 through a colour table over the whole frame."""
    pixels = np.ascontiguousarray(table[np.clip(field * 255, 0, 255).astype(np.uint8)])
    image = skia.Image.fromarray(
        pixels, colorType=skia.kBGRA_8888_ColorType, alphaType=skia.kPremul_AlphaType, copy=True
    )
    source = skia.Rect.MakeWH(pixels.shape[1], pixels.shape[0])
    target = skia.Rect.MakeWH(stage.width_px, stage.height_px)
    canvas.drawImageRect(image, source, target, LINEAR, skia.Paint())


def fire(stage: Stage, effect: Effect) -> Happening:
    """Flames that climb from below, and the glow they throw."""
    table = _flame_colours(stage.look, stage.scene.dye_of("fire"))
    tongues, licks = _flame_noise(stage.seed(855))
    height = np.linspace(1, 0, _GRID[0], dtype=np.float32)[:, None]
    hearth = 0.75 + 0.25 * np.sin(np.linspace(0, 9, _GRID[1], dtype=np.float32))[None, :]

    def flames(canvas: skia.Canvas, view: View, *, reach: float, phase: float) -> None:
        t = view.time_s
        heat = 0.62 * _scrolled(tongues, t * 70 + phase) + 0.26 * _scrolled(licks, t * 120 + phase)
        strength = force(effect, view.progress)
        if strength <= 0:
            return  # not lit yet
        top = (0.08 * min(1.0, strength * 8) + reach * strength) * hearth
        climb = height / top
        field = 0.80 - 0.72 * climb + heat * (0.05 + 0.26 * np.sqrt(climb))
        _lay_field(canvas, stage, np.clip(field, 0, 1), table)

    def behind(canvas: skia.Canvas, view: View) -> None:
        glow = 0.30 * force(effect, view.progress) * (0.8 + 0.2 * float(np.sin(view.time_s * 13)))
        canvas.drawColor(skia.Color(230, 96, 36, round(255 * glow)))
        flames(canvas, view, reach=0.85, phase=40)

    def before(canvas: skia.Canvas, view: View) -> None:
        flames(canvas, view, reach=0.32, phase=0)

    return Happening(behind=[Live(behind, parallax=0.0)], before=[Live(before, parallax=0.0)])


def _flame_colours(look: Look, dye: Rgb | None) -> NDArray[np.uint8]:
    red, orange = mix((178, 34, 22), look.shadow, 0.2), mix((236, 108, 36), look.paper, 0.08)
    heart = mix((255, 214, 120), look.light, 0.3)
    if dye is not None:
        red, orange, heart = mix(dye, look.shadow, 0.35), dye, mix(dye, look.light, 0.45)
    if look.is_lined:
        line, body = look.ink, red
        if look.is_geumni:
            body, orange = mix(look.near, look.accents[0], 0.22), mix(look.near, look.ink, 0.55)
            heart = mix(look.ink, look.light, 0.4)
        return _ramp(
            [
                (0.0, line, 0.0), (0.13, line, 0.0), (0.18, line, 0.92), (0.21, line, 0.92),
                (0.25, body, 0.95), (0.36, body, 0.95), (0.40, line, 0.8), (0.45, orange, 0.96),
                (0.58, orange, 0.96), (0.61, line, 0.6), (0.65, heart, 1.0), (1.0, heart, 1.0),
            ]
        )  # fmt: skip
    if look.is_paper:
        return _ramp(
            [
                (0.0, red, 0.0),
                (0.16, red, 0.0),
                (0.22, red, 0.9),
                (0.40, orange, 0.95),
                (0.62, heart, 1.0),
                (1.0, mix(heart, (255, 255, 255), 0.5), 1.0),
            ]
        )
    return _ramp(
        [
            (0.0, look.ink, 0.0),
            (0.12, look.ink, 0.0),
            (0.20, mix(look.ink, red, 0.5), 0.62),
            (0.30, red, 0.80),
            (0.48, orange, 0.86),
            (0.66, heart, 0.9),
            (1.0, heart, 0.95),
        ]
    )


def smoke(stage: Stage, effect: Effect) -> Happening:
    """Smoke that thickens and climbs."""
    tone = mix(stage.look.shadow, stage.look.mist, 0.25)
    table = _ramp([(0.0, tone, 0.0), (0.3, tone, 0.0), (0.6, tone, 0.42), (1.0, tone, 0.74)])
    tongues, licks = _flame_noise(stage.seed(857))
    height = np.linspace(1, 0, _GRID[0], dtype=np.float32)[:, None]

    def draw(canvas: skia.Canvas, view: View) -> None:
        t = view.time_s
        body = 0.24 * _scrolled(tongues, t * 22) + 0.14 * _scrolled(licks, t * 34 + 60)
        field = 0.12 + body + 0.55 * force(effect, view.progress) * (0.5 + 0.5 * height)
        _lay_field(canvas, stage, np.clip(field, 0, 1), table)

    return Happening(before=[Live(draw, parallax=0.0)])


def mist(stage: Stage, effect: Effect) -> Happening:
    """Mist that comes in or clears."""
    bands = [
        haze_band(stage, middle, spread, parallax=depth, salt=860 + index, dense=1.25)
        for index, (middle, spread, depth) in enumerate(
            ((0.55, 0.26, 0.4), (0.78, 0.22, 0.9), (0.95, 0.20, 1.2))
        )
    ]

    def band(index: int) -> Live:
        def draw(canvas: skia.Canvas, view: View) -> None:
            bands[index].alpha = force(effect, view.progress)
            bands[index].draw(canvas, view)

        return Live(draw)

    return Happening(behind=[band(0), band(1)], before=[band(2)])


def cracks(stage: Stage, effect: Effect) -> Happening:
    """Cracks that run through the picture as through a glazed pot, behind whoever is in it."""
    segments = _crack_tree(stage)
    dark = mix(stage.look.ink, (0, 0, 0), 0.3)
    pale = mix(stage.look.paper, (255, 255, 255), 0.4)

    def draw(canvas: skia.Canvas, view: View) -> None:
        grown = force(effect, view.progress)
        path = skia.Path()
        for born, start, end, width in segments:
            share = (grown - born) / 0.12
            if share <= 0:
                continue
            share = min(1.0, share)
            tip = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            tapered(path, [start, tip], [width, width * 0.8])
        canvas.save()
        canvas.translate(1.3 * stage.unit_px, 1.3 * stage.unit_px)
        canvas.drawPath(path, paint(pale, 0.5))
        canvas.restore()
        canvas.drawPath(path, paint(dark, 0.92))

    return Happening(behind=[Live(draw, parallax=0.0)])


def _crack_tree(stage: Stage) -> list[tuple[float, Point, Point, float]]:
    """Segments of a crack: when it is born (0..1), its ends, its width in pixels."""
    dice = rng(stage.scene.seed, 861)
    segments: list[tuple[float, Point, Point, float]] = []
    centre = (stage.x(dice.uniform(0.4, 0.6)), stage.y(dice.uniform(0.35, 0.55)))
    heads = [(0.0, centre, turn + dice.normal() * 0.2, 4.2) for turn in np.linspace(0, 5.6, 7)]
    while heads and len(segments) < 260:
        born, spot, turn, width = heads.pop(0)
        if born > 0.95 or width < 0.5:
            continue
        reach = stage.y(dice.uniform(0.03, 0.07))
        end = (spot[0] + float(np.cos(turn)) * reach, spot[1] + float(np.sin(turn)) * reach)
        segments.append((born, spot, end, width * stage.unit_px))
        later = born + float(dice.uniform(0.03, 0.07))
        heads.append((later, end, turn + dice.normal() * 0.42, width * 0.92))
        if dice.random() < 0.24:
            side = float(dice.choice([-1.0, 1.0])) * dice.uniform(0.6, 1.2)
            heads.append((later, end, turn + side, width * 0.6))
    return segments


def _spread(
    stage: Stage, seed: int, colour: Rgb, most: float
) -> tuple[NDArray[np.uint8], Rgb, float]:
    rows, columns = max(48, stage.height_px // 3), max(48, stage.width_px // 3)
    return ink_bleed((columns, rows), seed), colour, most


def _lay_spread(
    canvas: skia.Canvas, stage: Stage, field: NDArray[np.uint8], colour: Rgb, share: float, *,
    soft: float, alpha: float, edge: float = 0.0,
) -> None:  # fmt: skip
    """Colour wherever the bleeding field has been reached at `share`; `edge` darkens the rim."""
    index = np.arange(256) / 255
    cover = np.clip((share - index) / soft, 0, 1)
    rim = np.exp(-(((share - index) / (soft * 1.6)) ** 2)) * edge
    opacity = np.clip(cover * alpha + rim * cover, 0, 1)
    tone = np.array(colour)[None, :] * (1 - 0.45 * rim[:, None])
    table = np.empty((256, 4), dtype=np.uint8)
    for target, source in ((0, 2), (1, 1), (2, 0)):
        table[:, target] = tone[:, source] * opacity
    table[:, 3] = opacity * 255
    image = skia.Image.fromarray(
        np.ascontiguousarray(table[field]), colorType=skia.kBGRA_8888_ColorType,
        alphaType=skia.kPremul_AlphaType, copy=True,
    )  # fmt: skip
    target_rect = skia.Rect.MakeWH(stage.width_px, stage.height_px)
    source_rect = skia.Rect.MakeWH(field.shape[1], field.shape[0])
    canvas.drawImageRect(image, source_rect, target_rect, LINEAR, skia.Paint())


_FIRST_CLEARED = 0.24
"""How far the picture is open in its first frame: nothing begins with an empty one."""


def ink_bloom(stage: Stage, effect: Effect) -> Happening:
    """The picture opens out of ink: strength 0 all dark, 1 clear."""
    field, colour, _ = _spread(
        stage, stage.seed(862), mix(stage.look.dark(1.0), stage.look.wash, 0.2), 1.0
    )
    inverse = np.ascontiguousarray(255 - field)

    def draw(canvas: skia.Canvas, view: View) -> None:
        cleared = min(1.0, _FIRST_CLEARED + force(effect, view.progress) * 3.0)
        if cleared < 1:
            _lay_spread(
                canvas, stage, inverse, colour, 1.06 - 1.12 * cleared, soft=0.10, alpha=0.94
            )

    return Happening(over=[Live(draw, parallax=0.0)])


def blots(stage: Stage, effect: Effect) -> Happening:
    """Stains that spread from the edges."""
    tone = mix(mix((96, 84, 34), stage.look.wash, 0.35), stage.look.ink, 0.25)
    field, _, _ = _spread(stage, stage.seed(863), tone, 0.6)
    rows, columns = field.shape
    x = np.linspace(-1, 1, columns)[None, :] ** 2
    y = np.linspace(-1, 1, rows)[:, None] ** 2
    edged = np.clip(field * 0.5 + 127 * (1.35 - x - 0.7 * y), 0, 255).astype(np.uint8)

    def draw(canvas: skia.Canvas, view: View) -> None:
        share = 0.62 * force(effect, view.progress)
        _lay_spread(canvas, stage, edged, tone, share, soft=0.05, alpha=0.55, edge=0.40)

    return Happening(before=[Live(draw, parallax=0.0)])


def ink_splash(stage: Stage, effect: Effect) -> Happening:
    """Splashes of ink thrown at the paper, one after the other."""
    dice = rng(stage.scene.seed, 864)
    tone = mix(stage.look.ink, (0, 0, 0), 0.3)
    marks = [_splash_image(stage, tone, index) for index in range(3)]
    titled = bool(stage.scene.title.strip())
    throws = [
        (
            0.10 + 0.12 * index,
            index % 3,
            _edge_spot(dice, titled=titled),
            float(dice.uniform(0.6, 1.1)),
        )
        for index in range(7)
    ]

    def draw(canvas: skia.Canvas, view: View) -> None:
        count = round(7 * force(effect, view.progress))
        for moment, kind, (x, y), size in throws[:count]:
            since = (view.progress - moment) * stage.scene.duration_s
            if since < 0:
                continue
            grow = size * min(1.0, 0.55 + since * 5)
            half = marks[kind].width() / 2 * grow
            rect = skia.Rect.MakeLTRB(
                stage.x(x) - half, stage.y(y) - half, stage.x(x) + half, stage.y(y) + half
            )
            canvas.drawImageRect(marks[kind], rect, LINEAR, skia.Paint(Alphaf=0.85))

    return Happening(behind=[Live(draw, parallax=0.0)])


def _edge_spot(dice: np.random.Generator, *, titled: bool) -> Point:
    """A place near the frame's edge; above and below, clear of both sides, where a title stands."""
    side, along = int(dice.integers(4)), float(dice.random())
    near = float(dice.uniform(0.04, 0.14))
    if titled:
        return (0.2 + 0.6 * along, near if side % 2 else 1 - near)
    return [(along, near), (along, 1 - near), (near, along), (1 - near, along)][side]


def _splash_image(stage: Stage, tone: Rgb, index: int) -> skia.Image:
    dice = rng(stage.scene.seed, 865, index)
    side = max(16, round(stage.y(0.42)))

    def draw(canvas: skia.Canvas) -> None:
        canvas.translate(side / 2, side / 2)
        turns = np.linspace(0, 2 * np.pi, 40, endpoint=False)
        reach = side * 0.12 * (1 + 0.5 * np.abs(dice.normal(0, 0.6, 40)))
        path = skia.Path()
        spots = [
            (float(np.cos(a) * r), float(np.sin(a) * r)) for a, r in zip(turns, reach, strict=True)
        ]
        path.addPoly([skia.Point(*p) for p in spots], close=True)
        canvas.drawPath(path, paint(tone))
        for _ in range(46):
            turn, away = dice.random() * 6.283, side * (0.12 + 0.36 * dice.random() ** 1.6)
            size = side * 0.022 * dice.random() ** 2 + 0.6
            canvas.drawCircle(
                float(np.cos(turn) * away), float(np.sin(turn) * away), float(size), paint(tone)
            )

    return image_of(painted(side, side, draw))


def ripples(stage: Stage, effect: Effect) -> Happening:
    """Rings that widen on the ground or the water."""
    spots = rng(stage.scene.seed, 866).random((9, 3))
    light = paint(mix(stage.look.mist, stage.look.light, 0.4), stroke_px=3.4 * stage.unit_px)
    dark = paint(mix(stage.look.shadow, stage.look.ink, 0.3), stroke_px=1.6 * stage.unit_px)

    def draw(canvas: skia.Canvas, view: View) -> None:
        for u, v, phase in spots[: max(1, round(9 * force(effect, view.progress)))]:
            for ring in (0.0, 0.16):
                life = (view.time_s * 0.38 + phase + ring) % 1.0
                x, y = stage.x(0.08 + 0.84 * u), stage.y(0.80 + 0.17 * v)
                reach = stage.x(0.15) * life * (0.6 + 0.5 * v)
                alpha = (1 - life) * min(1.0, life * 8)
                light.setAlphaf(0.85 * alpha)
                dark.setAlphaf(0.65 * alpha)
                oval = skia.Rect.MakeLTRB(x - reach, y - reach * 0.24, x + reach, y + reach * 0.24)
                canvas.drawOval(oval.makeOffset(0, 2.8 * stage.unit_px), dark)
                canvas.drawOval(oval, light)

    return Happening(behind=[Live(draw)])
