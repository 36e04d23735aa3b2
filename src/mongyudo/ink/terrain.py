"""Mountains as An Gyeon built them, hills, the ground, and rocks.

A massif is a heap of overlapping domes painted from the top down: each an opaque body of paper
with a dark wet edge, a wash falling off inwards and upright cun strokes, the whole dissolving in
mist at its foot.
"""

from dataclasses import dataclass

import numpy as np
import skia

from mongyudo.ink.canvas import Field, Rgb, Rgba, image_of
from mongyudo.ink.looks import mix
from mongyudo.ink.noise import cloud, line, rng
from mongyudo.ink.stage import Stage, Strip

_TABLE = 1024


@dataclass(frozen=True, slots=True)
class Rock:
    """How a massif is painted. `edge`, `wash` and `cun` are strengths of the ink, 0..1."""

    body: Rgb
    ink: Rgb
    edge: float
    wash: float
    cun: float
    domes: int
    foot: float = 0.35
    bodies: tuple[Rgb, ...] = ()
    """Bodies of domes drawn with lines, in turn; each pales towards `body` further in."""


def massif(
    width_px: int, height_px: int, rock: Rock, seed: int, unit_px: float, *, card: bool = False
) -> Rgba:
    """A massif on an empty sheet; `card` cuts the domes from paper instead of painting them."""
    colour = np.zeros((height_px, width_px, 3), dtype=np.float32)
    alpha = np.zeros((height_px, width_px), dtype=np.float32)
    strokes = cloud(height_px, width_px, seed, rough=1.5, stretch=0.10)
    blotch = cloud(height_px, width_px, seed + 1, rough=2.3)
    for number, (centre, top, half, rise) in enumerate(
        _heap(width_px, height_px, rock.domes, seed)
    ):
        left, right = max(0, int(centre - half)), min(width_px, int(centre + half) + 1)
        if right - left < 3 or top >= height_px - 2:
            continue
        wobble = line(256, seed + int(top * 13 + centre), rough=2.2)
        outline = _outline(np.arange(left, right), centre, top, half, rise, wobble)
        area = np.s_[max(0, int(outline.min()) - 1) : height_px, left:right]
        _dome(colour[area], alpha[area], strokes[area], blotch[area], _Arch(
            outline - area[0].start, np.arange(left, right) - centre, half, rise, unit_px, number),
            rock, card=card)  # fmt: skip
    return _on_mist(colour, alpha, blotch, rock.foot)


@dataclass(frozen=True, slots=True)
class _Arch:
    """One dome: the height of its outline per column, and its measures in pixels."""

    outline: np.ndarray
    columns: np.ndarray
    half: float
    rise: float
    unit_px: float
    number: int


def _heap(
    width_px: int, height_px: int, count: int, seed: int
) -> list[tuple[float, float, float, float]]:
    """Domes from the far peak down to the near foot: centre, top, half width, rise."""
    dice = rng(seed, 3)
    lean = dice.normal() * 0.06
    domes = []
    for index in range(count):
        t = index / max(1, count - 1)
        spread = 0.05 + 0.36 * t**0.8
        centre = width_px * (0.5 + lean * (1 - t) + spread * dice.uniform(-1, 1))
        away = abs(centre / width_px - 0.5) * 2
        top = height_px * (0.03 + 0.62 * t**1.15 + 0.26 * away**1.6 + 0.05 * dice.random())
        half = width_px * (0.085 + 0.075 * t + 0.045 * dice.random())
        half = min(half, centre - 2, width_px - 2 - centre)
        rise = half * (1.25 - 0.45 * t + 0.5 * dice.random())
        if half > 3:
            domes.append((centre, top, half, rise))
    return sorted(domes, key=lambda dome: dome[1])


def _outline(
    columns: np.ndarray, centre: float, top: float, half: float, rise: float, wobble: Field
) -> np.ndarray:
    """The upper edge of a dome per column."""
    away = np.clip(np.abs(columns - centre) / half, 0, 1)
    arch = 1 - np.sqrt(np.clip(1 - away**2.3, 0, 1))
    bumps = wobble[(columns * 3) % wobble.size] * half * 0.035
    line_px: np.ndarray = top + rise * arch + bumps
    return line_px


def _dome(
    colour: np.ndarray, alpha: Field, strokes: Field, blotch: Field, arch: _Arch, rock: Rock,
    *, card: bool,
) -> None:  # fmt: skip
    """Paint one dome over what lies behind it."""
    rows = np.arange(alpha.shape[0], dtype=np.float32)[:, None]
    slope = np.gradient(arch.outline)
    facing = (1 / np.sqrt(1 + slope * slope)).astype(np.float32)
    side = (arch.half - np.abs(arch.columns)).astype(np.float32)
    depth = (rows - arch.outline[None, :].astype(np.float32)) * facing
    depth = np.minimum(depth, side + arch.half * 0.02)
    inside = np.clip(depth + 0.5, 0, 1)
    body = np.array(rock.body, dtype=np.float32)
    if rock.bodies:
        shaded = _line_tone(depth, strokes, arch, rock)
        body = _paling(depth, arch, rock)
    else:
        shaded = _card_tone(depth, arch) if card else _ink_tone(depth, strokes, blotch, arch, rock)
    ink = np.array(rock.ink, dtype=np.float32)
    painted = body + (ink - body) * shaded[..., None]
    colour += (painted - colour) * inside[..., None]
    np.maximum(alpha, inside, out=alpha)


def _ink_tone(depth: Field, strokes: Field, blotch: Field, arch: _Arch, rock: Rock) -> Field:
    """How much ink lies at `depth` pixels inside the outline."""
    scale = np.float32(_TABLE / (arch.half * 2.6))
    place = np.clip(depth * scale, 0, _TABLE - 1).astype(np.int32)
    inward = np.arange(_TABLE, dtype=np.float32) / scale
    edge = rock.edge * np.exp(-((inward / (0.95 * arch.unit_px)) ** 2))
    wet = rock.wash * 0.62 * np.exp(-inward / (0.11 * arch.half))
    wash = rock.wash * 0.55 * np.exp(-inward / (0.50 * arch.half))
    cun = rock.cun * np.exp(-(((inward / arch.half - 0.30) / 0.34) ** 2))
    shade_side = (1 + 0.30 * arch.columns / arch.half).astype(np.float32)[None, :]
    tone = (wet + wash).astype(np.float32)[place] * (1 + 0.22 * blotch) * shade_side
    tone += cun.astype(np.float32)[place] * np.clip(strokes - 0.25, 0, 1.4) * shade_side
    tone += edge.astype(np.float32)[place] * np.clip(0.85 + 0.3 * blotch, 0.3, 1.2)
    toned: Field = np.clip(tone, 0, 0.95)
    return toned


def _paling(depth: Field, arch: _Arch, rock: Rock) -> np.ndarray:
    """A dome's own body colour at its edge, paling inwards as laid with a wet second brush."""
    own = np.array(rock.bodies[arch.number % len(rock.bodies)], dtype=np.float32)
    share = np.clip(depth / (arch.half * 1.15), 0, 1)[..., None]
    body: np.ndarray = own + (np.array(rock.body, dtype=np.float32) - own) * share**1.3
    return body


def _line_tone(depth: Field, strokes: Field, arch: _Arch, rock: Rock) -> Field:
    """A bold edge, lines that follow it inwards, and a few upright strokes between them."""
    inward = np.clip(depth, 0, None) / np.float32(arch.half)
    tone = rock.edge * np.exp(-((depth / (1.15 * arch.unit_px)) ** 2))
    for place, dense in ((0.16, 0.55), (0.31, 0.36), (0.50, 0.20)):
        thin = 0.62 * arch.unit_px / arch.half
        tone += rock.wash * dense * np.exp(-(((inward - place) / thin) ** 2))
    near = np.exp(-(((inward - 0.18) / 0.22) ** 2))
    tone += rock.cun * near * np.clip(strokes - 0.75, 0, 0.9)
    lined: Field = np.clip(tone, 0, 0.96)
    return lined


def contours(depth: Field, reach_px: float, unit_px: float) -> Field:
    """A bold edge and ever fainter lines that follow it over `reach_px` and more; 0..1."""
    tone = 0.92 * np.exp(-((depth / (1.3 * unit_px)) ** 2))
    for place, dense in ((0.22, 0.5), (0.5, 0.36), (0.85, 0.26), (1.3, 0.18)):
        tone += dense * np.exp(-(((depth - place * reach_px) / (0.75 * unit_px)) ** 2))
    lined: Field = np.clip(tone, 0, 0.95)
    return lined


def _card_tone(depth: Field, arch: _Arch) -> Field:
    """A card: a bright rim where the light strikes the cut, darker further down."""
    rim = np.exp(-((depth / (1.0 * arch.unit_px)) ** 2)) * 0.5
    deep = np.clip(depth / (arch.half * 3.2), 0, 1)
    toned: Field = np.clip(0.30 + 0.55 * deep - rim, 0, 1)
    return toned


def _on_mist(colour: np.ndarray, alpha: Field, blotch: Field, foot: float) -> Rgba:
    """The massif's foot gone in mist, raggedly."""
    height = alpha.shape[0]
    rows = np.linspace(1, 0, height, dtype=np.float32)[:, None]
    clear = np.clip((rows / max(foot, 1e-3)) * (1 + 0.2 * blotch), 0, 1)
    out = np.empty((*alpha.shape, 4), dtype=np.uint8)
    out[..., :3] = np.clip(colour, 0, 255)
    out[..., 3] = np.clip(alpha * clear * clear * (3 - 2 * clear) * 255, 0, 255)
    return out


def rock_at(stage: Stage, nearness: float, *, domes: int = 22) -> Rock:
    """Rock as it looks at `nearness` 0 (far, pale) .. 1 (at the stage, dark)."""
    look = stage.look
    if look.is_paper:
        return Rock(
            mix(look.depth(nearness), look.light, 0.22), mix(look.depth(nearness), look.near, 0.4),
            0.0, 0.0, 0.0, domes, 0.22 - 0.1 * nearness)  # fmt: skip
    if look.is_lined:
        return _lined_rock(stage, nearness, domes)
    pale = mix(look.sky_low, look.paper, 0.35)
    body = mix(mix(pale, look.far, 0.25), mix(look.paper, look.near, 0.20), nearness)
    return Rock(
        body, mix(look.far, look.ink, 0.35 + 0.6 * nearness), 0.45 + 0.45 * nearness,
        0.30 + 0.36 * nearness, 0.10 + 0.42 * nearness, domes, 0.46 - 0.24 * nearness)  # fmt: skip


def _lined_rock(stage: Stage, nearness: float, domes: int) -> Rock:
    """Azurite and malachite in turn as on the screen of sun, moon and five peaks, or bodies of
    dyed paper under lines of gold."""
    look = stage.look
    if look.is_geumni:
        body = mix(look.far, look.near, 0.25 + 0.5 * nearness)
        line = mix(body, look.ink, 0.45 + 0.5 * nearness)
        lifted = mix(body, look.ink, 0.07 + 0.07 * nearness)
        return Rock(body, line, 0.95, 0.9, 0.5, domes, 0.16, (lifted, mix(body, look.wash, 0.18)))
    blue, green = mix(look.far, look.near, nearness), mix(look.far, look.accents[1], 0.45)
    green = mix(green, look.near, 0.55 * nearness)
    pale = mix(mix(look.paper, look.far, 0.30), (226, 190, 120), 0.25 * nearness)
    haze = (1 - nearness) * 0.30
    bodies = tuple(mix(colour, look.sky_low, haze) for colour in (blue, green, blue))
    line = mix(mix(look.ink, look.far, 0.35 * (1 - nearness)), look.sky_low, haze)
    return Rock(mix(pale, look.sky_low, haze), line, 0.92, 0.75, 0.16, domes, 0.12, bodies)


def range_strip(
    stage: Stage, *, parallax: float, nearness: float, base: float, height: float,
    count: int, salt: int, domes: int = 20,
) -> Strip:  # fmt: skip
    """A chain of `count` massifs standing at `base`, up to `height` tall (shares)."""
    dice = stage.dice(salt)
    period = stage.period_px(parallax)
    tall = max(12, round(stage.y(height)))
    canvas_px = np.zeros((tall, period, 4), dtype=np.uint8)
    each = period / count
    for index in range(count):
        share = dice.uniform(0.62, 1.0) if index else 1.0
        wide = int(min(period * 0.9, each * dice.uniform(0.95, 1.45)))
        high = max(10, int(tall * share))
        rock = rock_at(stage, nearness, domes=domes)
        piece = massif(
            wide, high, rock, stage.seed(salt + 31 * index), stage.unit_px,
            card=stage.look.is_paper,
        )  # fmt: skip
        left = int(each * (index + dice.uniform(-0.2, 0.2)) + each / 2 - wide / 2)
        _lay(canvas_px, piece, left, tall - high)
    return Strip(image_of(canvas_px), stage.y(base) - tall, parallax)


def _lay(target: Rgba, piece: Rgba, left: int, top: int) -> None:
    """Paint `piece` over `target`, wrapping at the right edge."""
    period = target.shape[1]
    columns = (np.arange(piece.shape[1]) + left) % period
    area = target[top : top + piece.shape[0]][:, columns].astype(np.float32)
    over = piece.astype(np.float32)
    a_new, a_old = over[..., 3:] / 255, area[..., 3:] / 255
    total = a_new + a_old * (1 - a_new)
    mixed = over[..., :3] * a_new + area[..., :3] * a_old * (1 - a_new)
    area[..., :3] = mixed / np.maximum(total, 1e-4)
    area[..., 3:] = total * 255
    target[top : top + piece.shape[0], columns] = area.astype(np.uint8)


def hills(
    stage: Stage, *, parallax: float, nearness: float, base: float, height: float, salt: int
) -> Strip:
    """Soft rolling hills: a wet upper edge and a wash that falls into mist."""
    period = stage.period_px(parallax)
    tall = max(12, round(stage.y(height)))
    outline = (0.5 - 0.2 * line(period, stage.seed(salt), rough=3.4)) * tall * 0.55
    pixels = slope_pixels(stage, period, tall, outline, nearness, stage.seed(salt + 1))
    return Strip(image_of(pixels), stage.y(base) - tall, parallax)


def slope_pixels(
    stage: Stage, width_px: int, height_px: int, outline: np.ndarray, nearness: float, seed: int
) -> Rgba:
    """A slope under `outline` (row per column): wet edge, falling wash, foot in mist."""
    look = stage.look
    rows = np.arange(height_px, dtype=np.float32)[:, None]
    depth = rows - np.clip(outline, 0, height_px - 2)[None, :].astype(np.float32)
    blotch = cloud(height_px, width_px, seed, rough=2.3, stretch=1.6)
    inside = np.clip(depth + 0.5, 0, 1)
    reach = height_px * 0.55
    if look.is_lined:
        return _lined_slope(stage, depth, nearness, stage.seed(seed))
    if look.is_paper:
        strength = np.clip(1.0 - 0.55 * depth / height_px, 0, 1)
        rim = np.exp(-((depth / (1.2 * stage.unit_px)) ** 2)) * 0.6
        tone = np.clip(1 - 0.25 * rim, 0, 1)
    else:
        edge = np.exp(-((depth / (1.3 * stage.unit_px)) ** 2)) * (0.35 + 0.4 * nearness)
        wash = np.exp(-np.maximum(depth, 0) / reach) * (0.45 + 0.3 * nearness)
        strength = np.clip(edge + wash * (1 + 0.2 * blotch), 0, 1)
        tone = np.ones_like(depth)
    out = np.empty((height_px, width_px, 4), dtype=np.uint8)
    colour = np.array(look.depth(nearness), dtype=np.float32)
    light = np.array(mix(look.depth(nearness), look.light, 0.6), dtype=np.float32)
    out[..., :3] = light + (colour - light) * tone[..., None]
    foot = np.clip((height_px - rows) / (height_px * 0.4), 0, 1)
    out[..., 3] = np.clip(inside * strength * foot * 255, 0, 255)
    return out


def _lined_slope(stage: Stage, depth: Field, nearness: float, seed: int) -> Rgba:
    """A hill as a flat body with a line along its back and fainter ones below."""
    look, (tall, width) = stage.look, depth.shape
    own = mix(look.far, look.accents[1] if look.is_minhwa else look.wash, 0.30)
    own = mix(own, look.near, 0.75 * nearness)
    pale = mix(own, look.paper, 0.55 if look.is_minhwa else 0.30)
    share = np.clip(depth / (tall * 0.75), 0, 1)[..., None]
    colour = np.array(own, np.float32) + (np.array(pale, np.float32) - np.array(own)) * share
    line = np.exp(-((depth / (1.2 * stage.unit_px)) ** 2)) * 0.92
    wave = cloud(tall, width, seed, rough=3.0, stretch=4.0) * np.float32(tall * 0.02)
    for place, dense in ((0.12, 0.40), (0.26, 0.24), (0.44, 0.12)):
        line += dense * np.exp(-(((depth - tall * place + wave) / (0.7 * stage.unit_px)) ** 2))
    ink = np.array(mix(mix(look.far, look.near, 0.4), look.ink, 0.45 + 0.5 * nearness), np.float32)
    colour += (ink - colour) * np.clip(line, 0, 0.95)[..., None]
    rows = np.arange(tall, dtype=np.float32)[:, None]
    out = np.empty((tall, width, 4), dtype=np.uint8)
    out[..., :3] = np.clip(colour, 0, 255)
    out[..., 3] = np.clip(depth + 0.5, 0, 1) * np.clip((tall - rows) / (tall * 0.12), 0, 1) * 255
    return out


def ground_strip(
    stage: Stage, *, top: float, salt: int = 200, colour: Rgb | None = None, rough: float = 0.012
) -> Strip:
    """The stage's ground from `top` (share) to below the frame, with a wet uneven edge."""
    look = stage.look
    period = stage.period_px(1.0)
    below = 0.08 + stage.below
    tall = max(12, round(stage.y(1 - top + below)))
    seed = stage.seed(salt)
    lift = line(period, seed, rough=2.8) * stage.y(rough) + stage.y(rough * 3)
    rows = np.arange(tall, dtype=np.float32)[:, None]
    depth = rows - np.clip(lift, 1, tall - 2)[None, :].astype(np.float32)
    blotch = cloud(tall, period, seed + 1, rough=2.2, stretch=3.0)
    grain = cloud(tall, period, seed + 2, rough=1.0, stretch=3.0)
    base = np.array(colour or look.ground, dtype=np.float32)
    dark = np.array(look.dark(0.5), dtype=np.float32)
    tone = 0.16 + 0.34 * np.clip(depth / tall, 0, 1) + 0.07 * blotch + 0.03 * grain
    edge = np.exp(-((depth / (1.4 * stage.unit_px)) ** 2)) * np.float32(0.92)
    if look.is_lined:
        tone = 0.30 * tone
    elif not look.is_paper:
        tone += (
            0.5
            * np.exp(-((depth / (1.5 * stage.unit_px)) ** 2))
            * np.clip(0.6 + 0.5 * blotch, 0, 1)
        )
    else:
        tone = tone + _card_steps(stage, depth, tall, seed)
    out = np.empty((tall, period, 4), dtype=np.uint8)
    colour = base + (dark - base) * np.clip(tone, -0.6, 1)[..., None]
    if look.is_lined:
        colour += (np.array(look.ink, dtype=np.float32) - colour) * edge[..., None]
    out[..., :3] = np.clip(colour, 0, 255)
    solid = np.clip(depth / (2.5 * stage.unit_px) + 0.5, 0, 1)
    body = np.clip(0.45 + depth / (tall * 0.4), 0, 1) if look.material == "ink" else 1.0
    out[..., 3] = np.clip(solid * body * 255, 0, 255)
    return Strip(image_of(out), stage.y(top) - stage.y(rough * 3), 1.0)


def _card_steps(stage: Stage, depth: Field, tall: int, seed: int) -> Field:
    """Ground laid of three cards, each with light on its cut edge and a shadow above it."""
    tone: Field = np.full_like(depth, -0.12)
    width = depth.shape[1]
    for index, share in enumerate((0.0, 0.20, 0.46)):
        wave = line(width, seed + 7 * index, rough=3.0) * stage.y(0.008) * (index > 0)
        below = depth - tall * share - wave[None, :].astype(np.float32)
        tone -= 0.60 * np.exp(-((below / (1.2 * stage.unit_px)) ** 2))
        tone += (
            0.12 * np.exp(-np.abs(below + 5 * stage.unit_px) / (4 * stage.unit_px)) * (below < 0)
        )
        tone += 0.07 * (below > 0)
    return tone


def boulder_image(stage: Stage, width: float, height: float, salt: int) -> skia.Image:
    """A heap of near rocks, `width` x `height` shares of the frame."""
    rock = rock_at(stage, 0.9, domes=14)
    pixels = massif(
        max(24, round(stage.x(width))), max(20, round(stage.y(height))), rock,
        stage.seed(salt), stage.unit_px, card=stage.look.is_paper,
    )  # fmt: skip
    return image_of(pixels)
