"""Heights: the cliff's edge, and the endless shafts of falls and lifts."""

from collections.abc import Callable
from functools import partial

import numpy as np
import skia

from mongyudo.ink import buildings
from mongyudo.ink.canvas import image_of, pixels_of, surface
from mongyudo.ink.layers import View
from mongyudo.ink.looks import mix
from mongyudo.ink.noise import cloud, line
from mongyudo.ink.outdoor import Piece, hazed, row
from mongyudo.ink.paper import backdrop, mist_band, opaque
from mongyudo.ink.pen import Pen, palette_of, tinted
from mongyudo.ink.settings_water import bubbles, cloud_shaft, deep_sky
from mongyudo.ink.stage import Live, Plate, Shaft, Stage, Strip, World, wrap_length
from mongyudo.ink.terrain import contours, range_strip, rock_at
from mongyudo.ink.trees import Grove, grove
from mongyudo.ink.water import light_rays


def cliff(stage: Stage) -> World:
    """The edge of a cliff over a valley of mist; falling from it, walls of rock rush by."""
    if stage.falls:
        return cliff_shaft(stage)
    world = World()
    world.back += [
        backdrop(stage, horizon=0.7),
        range_strip(stage, parallax=0.10, nearness=0.12, base=0.70, height=0.42, count=4, salt=270),
        mist_band(stage, 0.70, 0.14, parallax=0.15, salt=271),
        range_strip(stage, parallax=0.25, nearness=0.40, base=0.98, height=0.44, count=3, salt=272),
        mist_band(stage, 0.92, 0.16, parallax=0.3, salt=273, dense=1.25),
        grove(stage, Grove("pine", 1, 0.80, 0.5, 0.9, 0.8, clear=(0.30, 2.0)), 274),
        _ledge(stage),
    ]
    return world


def _ledge(stage: Stage) -> Plate | Strip:
    """The rock one stands on: a table that breaks off towards the light."""
    width = round(stage.width_px * 1.5)
    tall = round(stage.y(0.36))
    look = stage.look
    rock = rock_at(stage, 0.85)
    x = np.linspace(0, 1.5, width, dtype=np.float32)
    ragged = line(width, stage.seed(275), rough=2.2) * stage.y(0.006)
    drop = np.clip((x - 0.70) / 0.035, 0, None) ** 1.5 * stage.y(0.16)
    outline = stage.y(0.03) + ragged + np.minimum(drop, tall * 1.2)
    rows = np.arange(tall, dtype=np.float32)[:, None]
    depth = rows - outline[None, :].astype(np.float32)
    strokes = cloud(tall, width, stage.seed(276), rough=1.5, stretch=0.12)
    blotch = cloud(tall, width, stage.seed(277), rough=2.3)
    tone = 0.16 + 0.30 * np.clip(depth / tall, 0, 1) + 0.10 * blotch
    tone += np.clip(strokes - 0.3, 0, 1.2) * 0.30 * np.clip(depth / (tall * 0.15), 0, 1)
    if look.is_lined:
        tone = 0.35 * tone + contours(depth, stage.y(0.10), stage.unit_px)
    elif not look.is_paper:
        tone += 0.6 * np.exp(-((depth / (1.6 * stage.unit_px)) ** 2))
    body, ink = np.array(rock.body, np.float32), np.array(rock.ink, np.float32)
    pixels = np.empty((tall, width, 4), dtype=np.uint8)
    pixels[..., :3] = np.clip(body + (ink - body) * np.clip(tone, 0, 0.95)[..., None], 0, 255)
    pixels[..., 3] = np.clip(depth + 0.5, 0, 1) * 255
    left = -0.25 * stage.width_px
    if stage.tracks:
        return Strip(image_of(pixels), stage.y(0.77), 1.0)
    return Plate(image_of(pixels), left + 0.12 * stage.width_px, stage.y(0.77), 1.0)


def cliff_shaft(stage: Stage) -> World:
    """Falling along rock: pale walls far off, dark ones near, mist between, a peak below."""
    world = World()
    world.back.append(backdrop(stage, horizon=1.1, disc=stage.look.is_dark))
    low = 0.96 if stage.scene.camera.pan_y > 0 else 0.80
    world.back += [
        cloud_shaft(stage, parallax=0.12, count=4, salt=280, alpha=0.6),
        range_strip(stage, parallax=0.07, nearness=0.16, base=low, height=0.62, count=3, salt=279),
        mist_band(stage, low - 0.04, 0.18, parallax=0.07, salt=278, dense=1.2),
    ]
    for parallax, reach, nearness, salt in ((0.35, 0.27, 0.18, 281), (0.7, 0.17, 0.52, 283)):
        world.back.append(rock_wall(stage, parallax, reach, nearness, salt, left=True))
        world.back.append(rock_wall(stage, parallax, reach, nearness, salt + 1, left=False))
        world.back.append(cloud_shaft(stage, parallax=parallax, count=2, salt=salt + 20, alpha=0.5))
    world.front.append(rock_wall(stage, 1.25, 0.07, 0.9, 290, left=True))
    world.front.append(rock_wall(stage, 1.25, 0.06, 0.9, 291, left=False))
    return world


def rock_wall(
    stage: Stage, parallax: float, reach: float, nearness: float, salt: int, *, left: bool
) -> Shaft:
    """One wall of a gorge as an endless strip, `reach` of the frame wide."""
    look = stage.look
    wide = max(16, round(stage.x(reach * 1.7 + 0.04)))
    tall = wrap_length(stage.height_px * 1.4)
    seed = stage.seed(salt)
    edge = stage.x(reach) * (1 + 0.20 * line(tall, seed, rough=2.4)) + stage.x(0.02)
    edge += line(tall, seed + 1, rough=1.4) * 1.2 * stage.unit_px
    columns = np.arange(wide, dtype=np.float32)[None, :]
    depth = edge[:, None].astype(np.float32) - columns
    strokes = cloud(tall, wide, seed + 2, rough=1.4, stretch=0.06)
    blotch = cloud(tall, wide, seed + 3, rough=2.3)
    rock = rock_at(stage, nearness)
    tone = (0.10 + 0.20 * nearness) * np.exp(-depth / (stage.x(reach) * 0.5)) * 2
    tone = tone + (0.05 + 0.40 * nearness) * np.clip(strokes - 0.1, 0, 1.3) + 0.06 * blotch
    tone += 0.35 * nearness * np.clip(1 - columns / stage.x(reach), 0, 1)
    if look.is_lined:
        cun = 0.25 * nearness * np.clip(strokes - 0.8, 0, 1)
        tone = cun + 0.55 * contours(depth, stage.x(reach) * 0.5, stage.unit_px) * (0.6 + nearness)
    elif not look.is_paper:
        tone += (0.3 + 0.5 * nearness) * np.exp(-((depth / (1.5 * stage.unit_px)) ** 2))
    else:
        tone = 0.35 + 0.5 * tone - 0.4 * np.exp(-((depth / (1.2 * stage.unit_px)) ** 2))
    own = rock.bodies[0] if rock.bodies else rock.body
    body, ink = np.array(own, np.float32), np.array(rock.ink, np.float32)
    pixels = np.empty((tall, wide, 4), dtype=np.uint8)
    pixels[..., :3] = np.clip(body + (ink - body) * np.clip(tone, 0, 0.95)[..., None], 0, 255)
    solid = 255 if nearness > 0.3 or look.is_lined else 215
    pixels[..., 3] = np.clip(depth + 0.5, 0, 1) * solid
    if not left:
        pixels = np.ascontiguousarray(pixels[:, ::-1])
    over = stage.x(0.02)
    return Shaft(image_of(pixels), -over if left else stage.width_px - wide + over, parallax)


def sky_shaft(stage: Stage) -> World:
    """Falling through clouds."""
    world = World()
    world.back.append(backdrop(deep_sky(stage), horizon=1.1))
    for parallax, count, salt in ((0.15, 5, 255), (0.45, 4, 256)):
        world.back.append(cloud_shaft(stage, parallax=parallax, count=count, salt=salt))
    world.front.append(cloud_shaft(stage, parallax=1.4, count=2, salt=258, alpha=0.6))
    return world


def tower_shaft(stage: Stage) -> World:
    """Falling, or rising, along towers: windows rush by on both sides."""
    world = World()
    world.back.append(backdrop(stage, horizon=1.0))
    far = [
        Piece(partial(buildings.tower, seed=seed), 0.09, 0.6 - 0.07 * (seed % 4))
        for seed in range(7)
    ]
    world.back.append(row(stage, far, base=1.0, parallax=0.06, nearness=0.2, salt=300, fade=0.5))
    world.back.append(cloud_shaft(stage, parallax=0.2, count=3, salt=301, alpha=0.5))
    walls: tuple[tuple[float, float, float, int], ...] = (
        (0.5, 0.24, 0.55, 302),
        (1.0, 0.14, 0.95, 304),
    )
    for parallax, reach, nearness, salt in walls:
        world.back.append(facade_shaft(stage, parallax, reach, nearness, salt, left=True))
        world.back.append(facade_shaft(stage, parallax, reach, nearness, salt + 1, left=False))
    return world


def facade_shaft(
    stage: Stage, parallax: float, reach: float, nearness: float, salt: int, *, left: bool
) -> Shaft:
    """The wall of a tower that repeats downwards."""

    def draw(pen: Pen) -> None:
        floors = 7 if nearness > 0.7 else 10
        buildings.facade(pen, salt, floors=floors, columns=2 if nearness > 0.7 else 4)

    return drawn_shaft(stage, draw, parallax, reach, nearness, salt, left=left)


def drawn_shaft(
    stage: Stage, draw: Callable[[Pen], None], parallax: float, reach: float, nearness: float,
    salt: int, *, left: bool,
) -> Shaft:  # fmt: skip
    """A wall drawn by a pen whose unit square is the whole strip."""
    wide, tall = round(stage.x(reach)), wrap_length(stage.height_px * 1.2)
    sheet = surface(wide, tall)
    pen = Pen(
        sheet.getCanvas(), stage.look, palette_of(stage.look), 0, 0, wide, tall, stage.unit_px
    )
    draw(pen)
    pixels = hazed(stage, pixels_of(sheet), nearness, salt)
    return Shaft(image_of(pixels), 0.0 if left else stage.width_px - wide, parallax)


def lift_shaft(stage: Stage) -> World:
    """Indoors a fall goes down a dark shaft, past lit floors and cables."""
    world = World(indoors=True)
    world.back.append(backdrop(stage, disc=False, horizon=1.2))
    dark = mix(palette_of(stage.look, indoors=True).wall, stage.look.near, 0.72)

    def back_wall(pen: Pen) -> None:
        pen.rect(0, -0.1, 1, 1.1, dark, line=0)
        for index in range(3):
            y = index / 3
            pen.rect(0.30, y + 0.06, 0.70, y + 0.24, mix(dark, pen.palette.lit, 0.85))
            pen.glow(0.5, y + 0.15, 0.20, 0.5)
            pen.stroke([(0.5, y + 0.06), (0.5, y + 0.24)], width=2)
            pen.rect(-0.02, y + 0.26, 1.02, y + 0.29, mix(dark, pen.palette.stone, 0.3))
        for x in (0.12, 0.15, 0.85, 0.88):
            pen.stroke([(x, -0.1), (x, 1.1)], pen.palette.metal, width=2.2)

    world.back.append(drawn_shaft(stage, back_wall, 0.7, 1.0, 1.0, 310, left=True))
    world.front.append(girders(stage, left=True))
    world.front.append(girders(stage, left=False))
    return world


def girders(stage: Stage, *, left: bool) -> Shaft:
    """Girders close to the eye at one side of the shaft."""

    def draw(pen: Pen) -> None:
        iron = mix(pen.palette.dark, pen.look.shadow, 0.4)
        pen.rect(0.0 if left else 0.5, -0.1, 0.5 if left else 1.0, 1.1, iron)
        for index in range(4):
            y = index / 4
            pen.bar((0.0, y), (1.0, y + 0.12), iron, 0.02)

    return drawn_shaft(stage, draw, 1.3, 0.10, 1.0, 315, left=left)


def water_shaft(stage: Stage) -> World:
    """Sinking: light above that grows less, bubbles that rise."""
    look = stage.look
    height, width = stage.height_px, stage.width_px
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    top = np.array(mix(tinted(look, (120, 184, 196)), look.light, 0.35), np.float32)
    low = np.array(mix(tinted(look, (30, 64, 84)), look.near, 0.5), np.float32)
    pool = cloud(height, width, stage.seed(320), rough=2.5)[..., None]
    world = World()
    shade = np.clip(rows**0.7 + 0.1 * pool, 0, 1)
    world.back.append(Plate(opaque(top + (low - top) * shade), 0, 0, 0.0))
    world.back += light_rays(stage)
    world.back.append(cloud_shaft(stage, parallax=0.25, count=3, salt=321, alpha=0.25))
    for parallax, reach, nearness, salt in ((0.6, 0.14, 0.6, 322), (1.0, 0.07, 0.9, 324)):
        world.back.append(rock_wall(stage, parallax, reach, nearness, salt, left=True))
        world.back.append(rock_wall(stage, parallax, reach, nearness, salt + 1, left=False))
    world.front.append(bubbles(stage, count=46))
    world.back.append(_darkening(stage))
    return world


def _darkening(stage: Stage) -> Live:
    """The deeper, the darker."""
    tone = stage.look.near

    def draw(canvas: skia.Canvas, view: View) -> None:
        canvas.drawColor(skia.Color(*tone, round(150 * view.progress)))

    return Live(draw, parallax=0.0)
