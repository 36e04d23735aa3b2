"""Water: still sheets with ripples, rows of waves, falls, the light under the surface."""

import numpy as np
import skia

from mongyudo.ink.brush import finished, hairs, painted, polygon, tapered
from mongyudo.ink.canvas import Rgb, image_of, paint, pixels_of
from mongyudo.ink.layers import View
from mongyudo.ink.looks import mix
from mongyudo.ink.noise import cloud, line
from mongyudo.ink.pen import tinted
from mongyudo.ink.stage import Live, Plate, Shaft, Stage, Strip, wrap_length


def water_colour(stage: Stage) -> Rgb:
    """The tone of water under this sky, or the one that the dream gives it."""
    blue = tinted(stage.look, (118, 152, 164))
    own = mix(blue, stage.look.sky_low, 0.35)
    dye = stage.scene.dye_of("water")
    return own if dye is None else mix(own, dye, 0.7)


def water_strip(
    stage: Stage, *, top: float, parallax: float, salt: int, bottom: float = 1.12,
    tone: Rgb | None = None, glitter: bool = True,
) -> Strip:  # fmt: skip
    """A sheet of water from `top` to `bottom` (shares): pale far away, ripples growing nearer."""
    look = stage.look
    period = stage.period_px(parallax)
    tall = max(10, round(stage.y(bottom + stage.below - top)))
    seed = stage.seed(salt)
    rows = np.linspace(0, 1, tall, dtype=np.float32)[:, None]
    swell = cloud(tall, period, seed, rough=2.0, stretch=9.0)
    fine = cloud(tall, period, seed + 1, rough=1.4, stretch=14.0)
    base = np.array(tone or water_colour(stage), dtype=np.float32)
    pale = np.array(mix(look.sky_low, look.mist, 0.3), dtype=np.float32)
    deep = np.array(mix(base_colour(base), look.near, 0.45), dtype=np.float32)
    unrest = 0.02 if look.is_lined else 0.10
    depth = np.clip(rows * 1.1 + unrest * swell, 0, 1)[..., None]
    colour = pale + (base - pale) * np.clip(depth * 2.2, 0, 1)
    colour = colour + (deep - colour) * np.clip(depth * 0.8 - 0.15, 0, 1)
    if look.is_lined:
        drawn = np.array(look.ink if look.is_geumni else look.mist, dtype=np.float32)
        colour = colour + (drawn - colour) * _arches(stage, tall, period)[..., None]
    else:
        dark_line = np.clip(fine - 0.9, 0, 1.2)[..., None] * (0.12 + 0.35 * rows[..., None])
        colour += (np.array(look.ink, dtype=np.float32) - colour) * np.clip(dark_line, 0, 0.6)
    if glitter:
        colour = _glittered(stage, colour, fine, rows, period)
    pixels = np.empty((tall, period, 4), dtype=np.uint8)
    pixels[..., :3] = np.clip(colour, 0, 255)
    edge = np.clip(np.arange(tall, dtype=np.float32)[:, None] / (2.0 * stage.unit_px), 0, 1)
    pixels[..., 3] = 255 * edge
    return Strip(image_of(pixels), stage.y(top), parallax)


_RANKS = 8


def _arches(stage: Stage, tall: int, period: int) -> np.ndarray:
    """Ranks of arches as painters with a line draw still water, larger when nearer; 0..1."""
    rows = np.linspace(0, 1, tall, dtype=np.float32)
    rank = rows**0.62 * _RANKS
    number = np.clip(rank.astype(np.int32), 0, _RANKS - 1)
    arches = np.round(period / stage.width_px / (0.022 + 0.010 * np.arange(_RANKS)))
    x = np.arange(period, dtype=np.float32)[None, :] / period
    turn = np.pi * (arches.astype(np.float32)[number][:, None] * x + 0.5 * (number % 2)[:, None])
    height = 0.30 + 0.42 * np.abs(np.sin(turn))
    pace = np.gradient(rank)[:, None]  # ranks a pixel
    away = (rank - number)[:, None] - (1 - height)
    line = np.exp(-((away / np.maximum(pace, 1e-4) / (0.75 * stage.unit_px)) ** 2))
    strength = 0.20 + 0.45 * rows[:, None]
    drawn: np.ndarray = (line * strength).astype(np.float32)
    return drawn


def base_colour(colour: np.ndarray) -> Rgb:
    """A float triple as a colour."""
    r, g, b = (int(v) for v in colour)
    return (r, g, b)


def _glittered(
    stage: Stage, colour: np.ndarray, fine: np.ndarray, rows: np.ndarray, period: int
) -> np.ndarray:
    """The path of light under sun or moon."""
    look = stage.look
    x = (np.arange(period, dtype=np.float32)[None, :] / stage.width_px) % (period / stage.width_px)
    away = (x - look.light_pos[0]) / (0.035 + 0.11 * rows)
    path = np.exp(-(away**2)) * np.clip(0.35 - fine * 0.8, 0, 1.2)
    strength = look.light_strength * (0.9 if look.is_dark else 0.55)
    light = np.array(look.light, dtype=np.float32)
    mixed: np.ndarray = colour + (light - colour) * np.clip(path * strength, 0, 0.9)[..., None]
    return mixed


def ripples(stage: Stage, *, top: float, bottom: float, count: int = 46, salt: int = 620) -> Live:
    """Short strokes of light and dark that come and go on the water."""
    dice = stage.dice(salt)
    spots = dice.random((count, 4))
    light = paint(mix(stage.look.light, stage.look.mist, 0.4), 0.5, stroke_px=1.1 * stage.unit_px)
    dark = paint(stage.look.ink, 0.35, stroke_px=1.0 * stage.unit_px)

    def draw(canvas: skia.Canvas, view: View) -> None:
        lines: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
        for index, (u, v, phase, rate) in enumerate(spots):
            life = (view.time_s * (0.25 + 0.35 * rate) + phase) % 1.0
            near = v**1.4
            reach = stage.x(0.012 + 0.05 * near) * float(np.sin(np.pi * life))
            width = stage.width_px * 1.2
            x = (u * width - view.pan_px[0] * (0.3 + 0.7 * near) + life * stage.x(0.02)) % width
            y = stage.y(top + (bottom - top) * near)
            lines[index % 3 > 0] += [(x - reach, y), (x + reach, y)]
        hairs(canvas, lines[True], light)
        hairs(canvas, lines[False], dark)

    return Live(draw)


def wave_row(
    stage: Stage,
    *,
    base: float,
    height: float,
    parallax: float,
    nearness: float,
    salt: int,
    crests: int = 7,
) -> Strip:
    """A row of waves: peaked crests leaning over, a wet edge, foam, a wash that falls away."""
    look = stage.look
    period = stage.period_px(parallax)
    tall = max(16, round(stage.y(height * 3.2)))
    seed = stage.seed(salt)
    outline = _crest_line(stage, period, crests, height, seed)
    rows = np.arange(tall, dtype=np.float32)[:, None]
    depth = rows - outline[None, :].astype(np.float32)
    swirl = cloud(tall, period, seed + 2, rough=1.7, stretch=5.0)
    inside = np.clip(depth + 0.5, 0, 1)
    water = mix(mix(look.sky_low, water_colour(stage), 0.45 + 0.5 * nearness), look.near, 0.12)
    deep = mix(water, look.near, 0.30 + 0.35 * nearness)
    reach = stage.y(height) * 1.2
    fall = np.clip(depth / reach + 0.12 * swirl, 0, 1)
    edge = np.exp(-((depth / (1.2 * stage.unit_px)) ** 2)) * np.clip(0.7 + 0.3 * swirl, 0, 1)
    streak = np.clip(swirl - 0.8, 0, 1) * (0.0 if look.is_lined else 0.35)
    if look.is_lined:
        edge, fall = (
            np.exp(-((depth / (1.3 * stage.unit_px)) ** 2)) * 1.2,
            np.clip(depth / reach, 0, 1),
        )
    colour = (
        np.array(water, np.float32)
        + (np.array(deep, np.float32) - np.array(water, np.float32)) * (1 - fall)[..., None]
    )
    colour = _foamed(stage, colour, depth, outline, swirl, stage.y(height))
    if look.is_lined:
        pale = np.array(look.ink if look.is_geumni else look.mist, np.float32)
        for place, dense in ((0.16, 0.75), (0.34, 0.55), (0.58, 0.35), (0.86, 0.2)):
            below = (depth - stage.y(height) * place) / (0.8 * stage.unit_px)
            colour += (pale - colour) * (dense * np.exp(-(below**2)))[..., None]
    ink = np.array(look.ink, np.float32)
    colour += (ink - colour) * np.clip(edge * 0.75 + streak, 0, 0.85)[..., None]
    pixels = np.empty((tall, period, 4), dtype=np.uint8)
    pixels[..., :3] = np.clip(colour, 0, 255)
    foot = np.clip((tall - rows) / (tall * 0.35), 0, 1)
    pixels[..., 3] = inside * foot * 250
    return Strip(
        image_of(pixels), stage.y(base) - stage.y(height), parallax,
        drift_px_s=stage.x(0.015) * (1 if salt % 2 else -1) * look.tempo,
        bob_px=stage.y(height) * 0.22, bob_s=3.4 + (salt % 5) * 0.3,
    )  # fmt: skip


def _crest_line(stage: Stage, period: int, crests: int, height: float, seed: int) -> np.ndarray:
    """The upper edge of a row of waves, in pixels below the highest crest."""
    x = np.arange(period) / period
    warp = line(period, seed, rough=3.0) * 0.12 + 0.10 * np.sin(2 * np.pi * crests * x)
    count = max(2, round(crests * period / (2 * stage.width_px)))
    phase = np.pi * (count * x + warp * 0.6)
    size = 0.72 + 0.22 * line(period, seed + 1, rough=2.6)
    peak = (1 - np.abs(np.sin(phase))) ** 1.5 * np.clip(size, 0.25, 1.2)
    ragged = line(period, seed + 4, rough=1.6) * 0.6 * stage.unit_px
    outline: np.ndarray = stage.y(height) * (1.08 - peak) + ragged + 2
    return outline


def _foamed(
    stage: Stage, colour: np.ndarray, depth: np.ndarray, outline: np.ndarray, swirl: np.ndarray,
    height_px: float,
) -> np.ndarray:  # fmt: skip
    """White water below the peaks, broken into fingers."""
    peak = np.clip(0.75 - outline / height_px, 0, 1)[None, :].astype(np.float32)
    fingers = np.clip(0.9 - depth / (height_px * (0.12 + 0.5 * peak)) + 0.5 * swirl, 0, 1)
    white = np.array(mix(stage.look.mist, stage.look.light, 0.35), np.float32)
    foam = np.clip(fingers * (0.35 + peak * 1.6), 0, 0.92) * (depth > 0)
    mixed: np.ndarray = colour + (white - colour) * foam[..., None]
    return mixed


def waterfall(
    stage: Stage, *, left: float, right: float, salt: int, parallax: float = 0.5
) -> Shaft:
    """Falling water between two shares of the width."""
    look = stage.look
    wide = max(8, round(stage.x(right - left)))
    tall = wrap_length(stage.height_px * 1.1)
    threads = cloud(tall, wide, stage.seed(salt), rough=1.9, stretch=0.03)
    columns = np.linspace(-1, 1, wide, dtype=np.float32)[None, :]
    alpha = np.clip((1 - columns**6) * (0.62 + 0.30 * threads), 0, 1)
    white = np.array(mix(look.mist, look.light, 0.25), dtype=np.float32)
    shade = np.array(mix(look.far, look.near, 0.35), dtype=np.float32)
    pixels = np.empty((tall, wide, 4), dtype=np.uint8)
    dark = np.clip(-threads * 0.5, 0, 0.6)[..., None]
    pixels[..., :3] = np.clip(white + (shade - white) * dark, 0, 255)
    pixels[..., 3] = alpha * 255
    return Shaft(image_of(pixels), stage.x(left), parallax, soft=True, drift_px_s=stage.y(1.15))


def light_rays(stage: Stage, *, salt: int = 640) -> list[Plate]:
    """Rays that fall through water from above."""
    dice = stage.dice(salt)

    def draw(canvas: skia.Canvas) -> None:
        for _ in range(9):
            x, lean = dice.uniform(-0.1, 1.1), dice.uniform(0.05, 0.22)
            wide = dice.uniform(0.015, 0.07)
            ray = polygon([
                (stage.x(x), -20.0), (stage.x(x + wide), -20.0),
                (stage.x(x + wide * 2.2 + lean), stage.y(0.9)), (stage.x(x + lean), stage.y(0.9)),
            ])  # fmt: skip
            colours = [skia.Color(*stage.look.light, 76), skia.Color(*stage.look.light, 0)]
            shader = skia.GradientShader.MakeLinear([(0, 0), (0, stage.height_px * 0.9)], colours)
            brush = skia.Paint(Shader=shader, AntiAlias=True)
            brush.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 6 * stage.unit_px))
            canvas.drawPath(ray, brush)

    pixels = painted(stage.width_px, stage.height_px, draw)
    return [Plate(image_of(pixels), 0, 0, 0.05)]


def caustics(stage: Stage, *, top: float, salt: int = 650) -> list[Strip]:
    """Two nets of light sliding over each other on the bottom."""
    period = stage.period_px(0.8)
    tall = max(8, round(stage.y(1.1 - top)))
    nets = []
    for index in (0, 1):
        field = cloud(tall, period, stage.seed(salt + index), rough=2.3, stretch=2.2)
        net = np.clip(1 - np.abs(field) / 0.16, 0, 1) ** 1.5
        rows = np.linspace(0.15, 1, tall, dtype=np.float32)[:, None]
        pixels = np.empty((tall, period, 4), dtype=np.uint8)
        pixels[..., :3] = stage.look.light
        pixels[..., 3] = np.clip(net * rows * 90 * stage.look.light_strength, 0, 255)
        drift = stage.x(0.02) * (1 if index else -1)
        nets.append(Strip(image_of(pixels), stage.y(top), 0.9, drift_px_s=drift, soft=True))
    return nets


def weed(
    stage: Stage, *, base: float, height: float, parallax: float, nearness: float, salt: int
) -> Strip:
    """Ribbons of sea weed that lean with the current."""
    dice = stage.dice(salt)
    period = stage.period_px(parallax)
    tall = max(12, round(stage.y(height)))
    ink = mix(stage.look.depth(nearness), stage.look.accents[1], 0.25)

    def draw(canvas: skia.Canvas) -> None:
        path = skia.Path()
        for _ in range(int(7 * period / stage.width_px)):
            x = dice.random() * period
            for _ in range(int(dice.integers(2, 6))):
                foot, high = x + dice.normal() * tall * 0.06, tall * dice.uniform(0.35, 0.95)
                lean, wave = dice.normal() * 0.12, dice.uniform(0.02, 0.05) * tall
                t = np.linspace(0, 1, 14)
                spine = [
                    (foot + lean * high * a + wave * float(np.sin(a * 9 + x)) * a, tall - high * a)
                    for a in t
                ]
                tapered(path, spine, np.sin(np.linspace(0.9, np.pi, 14)) * tall * 0.028)
        canvas.drawPath(path, paint(ink, 0.92))

    image = finished(painted(period, tall, draw), stage, salt)
    return Strip(image, stage.y(base) - tall, parallax)


def reflected(
    stage: Stage, source: Strip, *, waterline: float, strength: float, salt: int
) -> Strip:
    """A far chain seen again in the water, upside down and trembling."""
    pixels = pixels_of(source.image)[::-1].copy()
    tall, period = pixels.shape[:2]
    shift = (
        cloud(tall, period, stage.seed(salt), rough=1.6, stretch=12.0)[:, :1] * 3 * stage.unit_px
    )
    for index, step in enumerate(np.rint(shift[:, 0]).astype(int)):
        pixels[index] = np.roll(pixels[index], int(step), axis=0)
    rows = np.linspace(1, 0, tall, dtype=np.float32)[:, None]
    pixels[..., 3] = (pixels[..., 3] * rows * strength).astype(np.uint8)
    return Strip(image_of(pixels), stage.y(waterline), source.parallax)
