"""Settings with water, and those above and below it: sea, river, beach, sky, space."""

from dataclasses import replace

import numpy as np
import skia

from mongyudo.ink.brush import bodies, dots, painted
from mongyudo.ink.canvas import Rgb, image_of, paint
from mongyudo.ink.clouds import cloud_column
from mongyudo.ink.interiors import edge_silhouette
from mongyudo.ink.layers import View
from mongyudo.ink.looks import mix
from mongyudo.ink.noise import cloud, line, rng
from mongyudo.ink.outdoor import Piece, row
from mongyudo.ink.paper import backdrop, mist_band, opaque
from mongyudo.ink.pen import Pen, tinted
from mongyudo.ink.stage import GROUND, Live, Plate, Shaft, Stage, Strip, World, wrap_length
from mongyudo.ink.terrain import ground_strip, hills, range_strip
from mongyudo.ink.trees import Grove, grass, grove, meadow
from mongyudo.ink.water import (
    caustics,
    light_rays,
    reflected,
    ripples,
    water_strip,
    waterfall,
    wave_row,
    weed,
)


def sea(stage: Stage) -> World:
    """The open sea: rows of waves towards the viewer, islands far off."""
    height = 0.10 if stage.scene.weather == "storm" else 0.055
    world = World()
    world.back += [
        backdrop(stage, horizon=0.60),
        range_strip(stage, parallax=0.06, nearness=0.12, base=0.62, height=0.16, count=3, salt=170),
        water_strip(stage, top=0.60, parallax=0.12, salt=171),
        ripples(stage, top=0.61, bottom=0.74),
        wave_row(stage, base=0.70, height=height * 0.5, parallax=0.3, nearness=0.35, salt=172,
                 crests=16),
        wave_row(stage, base=0.77, height=height * 0.8, parallax=0.6, nearness=0.6, salt=173,
                 crests=11),
        wave_row(stage, base=0.86, height=height, parallax=0.9, nearness=0.85, salt=174, crests=8),
    ]  # fmt: skip
    world.front.append(
        wave_row(
            stage, base=0.985, height=height * 1.3, parallax=1.25, nearness=1.0, salt=175, crests=6
        )
    )
    return world


def lake(stage: Stage) -> World:
    """A still lake that doubles the mountains."""
    far = range_strip(
        stage, parallax=0.12, nearness=0.30, base=0.62, height=0.40, count=3, salt=180
    )
    world = World()
    world.back += [
        backdrop(stage, horizon=0.62),
        far,
        mist_band(stage, 0.61, 0.08, parallax=0.15, salt=181),
        water_strip(stage, top=0.62, parallax=0.2, salt=182),
        reflected(stage, far, waterline=0.62, strength=0.55, salt=183),
        ripples(stage, top=0.64, bottom=0.84),
        ground_strip(stage, top=GROUND + 0.02, salt=184),
        grass(stage, base=GROUND + 0.06, height=0.13, parallax=0.97, salt=185, thick=0.6),
        meadow(stage, top=GROUND + 0.02, salt=186),
    ]
    world.front += edge_silhouette(stage, "trunk")
    return world


def river(stage: Stage) -> World:
    """A river between hills: far bank, running water, reeds."""
    world = World()
    world.back += [
        backdrop(stage, horizon=0.60),
        range_strip(stage, parallax=0.10, nearness=0.18, base=0.58, height=0.32, count=4, salt=190),
        hills(stage, parallax=0.22, nearness=0.4, base=0.70, height=0.16, salt=191),
        grove(stage, Grove("pine", 5, 0.655, 0.20, 0.28, 0.5), 192),
        water_strip(stage, top=0.64, parallax=0.4, salt=193),
        ripples(stage, top=0.66, bottom=0.82, count=60),
        mist_band(stage, 0.66, 0.06, parallax=0.4, salt=194),
        ground_strip(stage, top=GROUND + 0.01, salt=195),
        grass(stage, base=GROUND + 0.05, height=0.15, parallax=0.97, salt=196, thick=0.8),
        meadow(stage, top=GROUND + 0.02, salt=197),
    ]
    world.front += edge_silhouette(stage, "trunk")
    return world


def waterfall_scene(stage: Stage) -> World:
    """A fall between cliffs into a pool."""
    world = World()
    world.back += [
        backdrop(stage, horizon=0.5),
        range_strip(stage, parallax=0.25, nearness=0.45, base=0.80, height=0.86, count=2, salt=200,
                    domes=30),
        waterfall(stage, left=0.46, right=0.57, salt=201, parallax=0.3),
        mist_band(stage, 0.74, 0.14, parallax=0.35, salt=202, dense=1.3),
        water_strip(stage, top=0.76, parallax=0.5, salt=203),
        ripples(stage, top=0.77, bottom=0.86),
        ground_strip(stage, top=GROUND + 0.04, salt=204),
        grove(stage, Grove("pine", 2, GROUND + 0.05, 0.6, 0.9, 0.85), 205),
        meadow(stage, top=GROUND + 0.04, salt=206),
    ]  # fmt: skip
    return world


def beach(stage: Stage) -> World:
    """Sand, a line of foam, the sea behind."""
    sand = mix(tinted(stage.look, (226, 204, 164)), stage.look.ground, 0.25)
    world = World()
    world.back += [
        backdrop(stage, horizon=0.56),
        range_strip(
            stage, parallax=0.06, nearness=0.12, base=0.575, height=0.14, count=3, salt=210
        ),
        water_strip(stage, top=0.56, parallax=0.12, salt=211),
        ripples(stage, top=0.57, bottom=0.70),
        wave_row(stage, base=0.68, height=0.03, parallax=0.4, nearness=0.5, salt=212, crests=13),
        wave_row(stage, base=0.745, height=0.032, parallax=0.7, nearness=0.6, salt=213, crests=9),
        ground_strip(stage, top=GROUND - 0.04, salt=214, colour=sand, rough=0.012),
        meadow(stage, top=GROUND + 0.02, salt=215, thick=0.25),
    ]
    world.front += edge_silhouette(stage, "none")
    return world


def island(stage: Stage) -> World:
    """A small island in a wide sea."""
    world = sea(stage)
    land = row(stage, [Piece(_islet, 0.56, 0.34, 0.7)], base=0.80, parallax=0.55, nearness=0.8,
               salt=220, start=0.42)  # fmt: skip
    world.back.insert(5, land)
    sand = mix(tinted(stage.look, (226, 204, 164)), stage.look.ground, 0.25)
    world.back.append(ground_strip(stage, top=GROUND + 0.01, salt=221, colour=sand, rough=0.02))
    world.front.clear()
    return world


def _islet(pen: Pen) -> None:
    rock = mix(pen.palette.stone, pen.palette.dark, 0.3)
    outline = [(0.0, 1.0), (0.08, 0.80), (0.20, 0.74), (0.32, 0.56), (0.48, 0.50), (0.62, 0.62),
               (0.80, 0.70), (0.92, 0.86), (1.0, 1.0)]  # fmt: skip
    pen.poly(outline, rock)
    for x, y in ((0.22, 0.78), (0.40, 0.62), (0.56, 0.66), (0.70, 0.76)):
        pen.stroke([(x, y), (x + 0.02, y + 0.16)], width=1.3, alpha=0.5)
    for x, y, high in ((0.44, 0.52, 0.46), (0.54, 0.56, 0.36)):
        top = (x + 0.06, y - high)
        pen.stroke(
            [(x, y), (x + 0.01, y - high * 0.5), top], pen.palette.dark_wood, width=4, alpha=1
        )
        for angle in np.linspace(-2.9, -0.25, 7):
            tip = (top[0] + 0.16 * np.cos(angle), top[1] - 0.10 * np.sin(angle) * -0.6 + 0.10)
            bend = (top[0] + 0.09 * np.cos(angle), top[1] + 0.10 * np.sin(angle))
            pen.stroke([top, bend, tip], pen.palette.green, width=3.4, alpha=0.95)


def underwater(stage: Stage) -> World:
    """Under the surface: rays, weed, nets of light on the bottom, rising bubbles."""
    look = stage.look
    height, width = stage.height_px, stage.width_px
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    top = np.array(mix(tinted(look, (120, 184, 196)), look.light, 0.35), dtype=np.float32)
    low = np.array(mix(tinted(look, (38, 84, 104)), look.near, 0.35), dtype=np.float32)
    pool = cloud(height, width, stage.seed(230), rough=2.5, stretch=2.0)[..., None]
    grain = cloud(height, width, stage.seed(231), rough=1.0)[..., None]
    colour = top + (low - top) * np.clip(rows**0.8 + 0.10 * pool, 0, 1) + 2.5 * grain
    world = World()
    world.back.append(Plate(opaque(colour), 0, 0, 0.0))
    world.back += light_rays(stage)
    world.back += [
        hills(stage, parallax=0.15, nearness=0.45, base=0.92, height=0.30, salt=232),
        weed(stage, base=0.86, height=0.36, parallax=0.35, nearness=0.4, salt=233),
        ground_strip(
            stage, top=GROUND, salt=234, colour=mix(look.ground, tinted(look, (96, 128, 120)), 0.5)
        ),
    ]
    world.back += caustics(stage, top=GROUND - 0.01)
    world.back.append(
        weed(stage, base=GROUND + 0.08, height=0.5, parallax=1.0, nearness=0.85, salt=235)
    )
    world.front.append(bubbles(stage))
    world.front += edge_silhouette(stage, "trunk")
    return world


def bubbles(stage: Stage, *, count: int = 34, salt: int = 240) -> Live:
    """Bubbles that wobble upwards."""
    spots = stage.dice(salt).random((count, 4))
    ring = paint(mix(stage.look.light, (255, 255, 255), 0.5), 0.7, stroke_px=1.1 * stage.unit_px)
    shine = paint((255, 255, 255), 0.6)

    def draw(canvas: skia.Canvas, view: View) -> None:
        for u, v, size, rate in spots:
            rise = (v + view.time_s * (0.10 + 0.16 * rate)) % 1.15
            y = stage.y(1.08 - rise)
            x = (u * 1.2 - view.pan_px[0] / stage.width_px) % 1.2 * stage.width_px
            x += np.sin(view.time_s * (1.5 + rate) + u * 20) * stage.x(0.006)
            radius = stage.y(0.004 + 0.014 * size * size) * (0.7 + 0.3 * rise)
            canvas.drawCircle(float(x), y, radius, ring)
            canvas.drawCircle(float(x) - radius * 0.35, y - radius * 0.35, radius * 0.22, shine)

    return Live(draw, parallax=1.0)


def sky(stage: Stage) -> World:
    """Above the clouds."""
    world = World()
    world.back.append(backdrop(deep_sky(stage), horizon=0.95))
    world.back += [
        cloud_bank(stage, base=0.62, height=0.30, parallax=0.12, salt=250, dense=0.7),
        range_strip(stage, parallax=0.16, nearness=0.2, base=0.86, height=0.30, count=4, salt=251),
        mist_band(stage, 0.84, 0.12, parallax=0.2, salt=252),
        cloud_bank(stage, base=0.92, height=0.34, parallax=0.4, salt=253, dense=0.85),
    ]
    world.front.append(cloud_bank(stage, base=1.16, height=0.30, parallax=1.3, salt=254, dense=0.9))
    return world


def deep_sky(stage: Stage) -> Stage:
    """The stage under a stronger wash, against which clouds stand out."""
    look = stage.look
    blue = mix(tinted(look, (128, 164, 186)), look.sky_top, 0.4)
    low = mix(blue, look.sky_low, 0.6)
    return replace(stage, look=replace(look, sky_top=mix(blue, look.near, 0.10), sky_low=low))


def cloud_bank(
    stage: Stage, *, base: float, height: float, parallax: float, salt: int, dense: float
) -> Strip:
    """Heaped clouds: round billows with a lit upper edge, flat below."""
    period = stage.period_px(parallax)
    tall = max(12, round(stage.y(height)))
    pixels = _billows(stage, period, tall, stage.seed(salt), dense)
    drift = stage.x(0.006 + 0.01 * parallax) * stage.look.tempo
    return Strip(image_of(pixels), stage.y(base) - tall, parallax, drift_px_s=drift)


def _billows(stage: Stage, width: int, tall: int, seed: int, dense: float) -> np.ndarray:
    look = stage.look
    rows = np.arange(tall, dtype=np.float32)[:, None]
    outline = _heaped(width, tall, seed)
    depth = rows - outline[None, :].astype(np.float32)
    fluff = cloud(tall, width, seed + 2, rough=2.4) * tall * 0.05
    inside = np.clip(depth / (1.5 * stage.unit_px) + 0.5, 0, 1)
    depth = depth + fluff
    lit = np.exp(-np.maximum(depth, 0) / (tall * 0.22)) * np.clip(1 + 0.3 * fluff / 4, 0.4, 1.2)
    edge = np.exp(-(((depth - 1) / (1.6 * stage.unit_px)) ** 2)) * (0.0 if look.is_paper else 0.45)
    white = np.array(mix(look.mist, (255, 253, 246), 0.5), dtype=np.float32)
    shade = np.array(mix(look.sky_top, look.far, 0.6), dtype=np.float32)
    if look.is_lined:
        below = np.abs(depth - tall * 0.10) / (0.9 * stage.unit_px)
        edge = np.clip(edge * 2 + 0.4 * np.exp(-(below**2)), 0, 0.92)
    out = np.empty((tall, width, 4), dtype=np.uint8)
    body = shade + (white - shade) * (0.15 + 0.85 * lit)[..., None]
    if look.is_geumni:
        body = shade + (body - shade) * np.float32(0.35)
    ink = np.array(mix(look.ink, look.far, 0.35), dtype=np.float32)
    out[..., :3] = np.clip(body + (ink - body) * edge[..., None], 0, 255)
    foot = np.clip((tall - rows) / (tall * 0.5), 0, 1)
    out[..., 3] = np.clip(inside * foot * dense * 255, 0, 255)
    return out


def _heaped(width: int, tall: int, seed: int) -> np.ndarray:
    """The upper edge of heaped clouds: the highest of many round tops per column."""
    dice = rng(seed, 5)
    x = np.arange(width)
    outline = np.full(width, tall * 0.72)
    swell = line(width, seed, rough=3.0)
    for _ in range(max(18, round(width / tall * 12))):
        centre = dice.random() * width
        radius = tall * dice.uniform(0.08, 0.22)
        away = np.abs(x - centre)
        away = np.minimum(away, width - away) / radius
        top = tall * (0.50 - 0.15 * swell[int(centre) % width]) - radius * dice.uniform(0.0, 0.8)
        round_top = 1 - np.sqrt(np.clip(1 - (away / 1.25) ** 2, 0, 1))
        arch = top + radius * np.where(away < 1, round_top, 0.4 + 1.1 * (away - 1))
        outline = np.where(away < 2.4, np.minimum(outline, arch), outline)
    return outline


def cloud_shaft(
    stage: Stage, *, parallax: float, count: int, salt: int, alpha: float = 0.85
) -> Shaft:
    """Scattered clouds in a strip that repeats downwards."""
    if stage.look.is_lined:
        return cloud_column(stage, parallax=parallax, count=count, salt=salt, alpha=alpha)
    look, dice = stage.look, stage.dice(salt)
    wide, tall = round(stage.x(1.1)), wrap_length(stage.height_px * 1.5)
    total = np.zeros((tall, wide), dtype=np.float32)
    y = np.arange(tall, dtype=np.float32)[:, None]
    x = np.arange(wide, dtype=np.float32)[None, :]
    for _ in range(count):
        cx, cy = dice.random() * wide, dice.random() * tall
        reach, high = stage.x(dice.uniform(0.16, 0.34)), stage.y(dice.uniform(0.05, 0.11))
        down = np.abs(y - cy)
        down = np.minimum(down, tall - down)
        total += np.exp(-((x - cx) ** 2) / reach**2 - down**2 / high**2)
    body = cloud(tall, wide, stage.seed(salt), rough=2.2, stretch=2.2)
    field = np.clip(total * 1.5 + 0.32 * body - 0.45, 0, 1)
    lit = np.clip((field - np.roll(field, round(stage.y(0.03)), axis=0)) * 2, -0.5, 0.6)
    white = np.array(mix(look.mist, (255, 253, 246), 0.5), dtype=np.float32)
    shade = np.array(mix(look.sky_top, look.far, 0.6), dtype=np.float32)
    pixels = np.empty((tall, wide, 4), dtype=np.uint8)
    pixels[..., :3] = np.clip(shade + (white - shade) * (0.62 + lit)[..., None].clip(0, 1), 0, 255)
    pixels[..., 3] = field * alpha * 255
    return Shaft(image_of(pixels), -stage.x(0.05), parallax)


def space(stage: Stage) -> World:
    """Stars, a river of light across the sky, a planet with its shadow."""
    look = stage.look
    height, width = stage.height_px, stage.width_px
    night = np.array(mix(look.sky_top, (10, 12, 26), 0.80), dtype=np.float32)
    milk = np.array(mix(look.wash, look.light, 0.5), dtype=np.float32)
    x = np.linspace(0, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    body = cloud(height, width, stage.seed(260), rough=2.4)
    river_of_light = np.exp(-(((y - 0.72 + 0.5 * x) / 0.20) ** 2)) * np.clip(
        0.55 + 0.3 * body, 0, 1
    )
    grain = cloud(height, width, stage.seed(261), rough=0.9)[..., None]
    colour = night + (milk - night) * (river_of_light * 0.5)[..., None] + 3 * grain
    world = World()
    world.back.append(Plate(opaque(colour), 0, 0, 0.0))
    world.back += [_stars(stage, 150, 0.03, 262), _stars(stage, 60, 0.10, 263)]
    planet = painted(
        round(stage.y(0.62)), round(stage.y(0.62)), lambda canvas: _planet(canvas, stage)
    )
    world.back.append(Plate(bodies(planet, stage, 264), stage.x(0.60), stage.y(0.06), 0.16))
    ground = mix(look.ground, (120, 116, 122), 0.4)
    world.back.append(ground_strip(stage, top=GROUND, salt=265, colour=ground, rough=0.02))
    return world


def _stars(stage: Stage, count: int, parallax: float, salt: int) -> Strip:
    dice = stage.dice(salt)
    period, tall = stage.period_px(parallax), round(stage.y(1.06))

    def draw(canvas: skia.Canvas) -> None:
        for size in (0.6, 1.0, 1.6):
            spots = [(dice.random() * period, dice.random() * tall) for _ in range(count // 3)]
            dots(
                canvas,
                spots,
                size * stage.unit_px,
                mix(stage.look.light, (255, 255, 255), 0.6),
                0.85,
            )

    return Strip(image_of(painted(period, tall, draw)), -stage.y(0.03), parallax)


def _planet(canvas: skia.Canvas, stage: Stage) -> None:
    """A planet with its shadow: the earth where the dream speaks of it, else one with a ring."""
    size = stage.y(0.62)
    middle, radius = size / 2, size * 0.34
    seas = stage.scene.dye_of("earth")
    tone = seas or mix(stage.look.accents[1], stage.look.paper, 0.35)
    canvas.drawCircle(middle, middle, radius, paint(tone))
    canvas.save()
    path = skia.Path()
    path.addCircle(middle, middle, radius)
    canvas.clipPath(path, doAntiAlias=True)
    (_bands if seas is None else _continents)(canvas, stage, (middle, radius), tone)
    shadow = paint(mix(stage.look.near, (0, 0, 0), 0.4), 0.62)
    shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, radius * 0.12))
    canvas.drawCircle(middle + radius * 0.55, middle + radius * 0.35, radius, shadow)
    canvas.restore()
    if seas is None:
        _ring(canvas, stage, (middle, radius), tone)


def _bands(canvas: skia.Canvas, stage: Stage, disc: tuple[float, float], tone: Rgb) -> None:
    middle, radius = disc
    for index in range(7):
        y = middle - radius + index * radius * 0.31
        band = skia.Rect.MakeXYWH(0, y, 2 * middle, radius * 0.12)
        canvas.drawRect(band, paint(mix(tone, stage.look.accents[2], 0.3 + 0.1 * (index % 3)), 0.7))


def _continents(canvas: skia.Canvas, stage: Stage, disc: tuple[float, float], tone: Rgb) -> None:
    """Land in patches, and wisps of cloud along the latitudes."""
    middle, radius = disc
    dice = stage.dice(266)
    land, white = mix(tone, (128, 138, 84), 0.8), mix(tone, (250, 250, 246), 0.8)
    for x, y, wide in _LANDS:
        for _ in range(9):
            dx, dy = (dice.random() - 0.5) * wide, (dice.random() - 0.5) * wide * 0.8
            reach = wide * (0.16 + 0.2 * dice.random())
            canvas.drawCircle(
                middle + (x + dx) * radius, middle + (y + dy) * radius, reach * radius, paint(land)
            )
    for index in range(6):
        y = middle + (-0.75 + 0.3 * index) * radius
        x = middle + (dice.random() - 0.8) * radius
        wisp = skia.Rect.MakeXYWH(x, y, radius * (0.4 + 0.6 * dice.random()), radius * 0.07)
        canvas.drawOval(wisp, paint(white, 0.55))


_LANDS = ((-0.45, -0.35, 0.75), (0.35, -0.45, 0.5), (-0.1, 0.45, 0.6), (0.6, 0.2, 0.4))
"""Middle and width of the land masses, in radii of the earth."""


def _ring(canvas: skia.Canvas, stage: Stage, disc: tuple[float, float], tone: Rgb) -> None:
    middle, radius = disc
    ring = paint(mix(stage.look.light, tone, 0.4), 0.8, stroke_px=2.2 * stage.unit_px)
    canvas.save()
    canvas.translate(middle, middle)
    canvas.rotate(-18)
    canvas.drawArc(
        skia.Rect.MakeLTRB(-radius * 1.45, -radius * 0.3, radius * 1.45, radius * 0.3),
        -20,
        220,
        useCenter=False,
        paint=ring,
    )
    canvas.restore()
