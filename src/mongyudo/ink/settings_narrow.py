"""Narrow places seen down their length: alley, tunnel, stairs, cave, lift; and endless shafts."""

import numpy as np

from mongyudo.ink import fixtures, streetside
from mongyudo.ink.brush import Point
from mongyudo.ink.interiors import Room, build_room, lit_plate
from mongyudo.ink.looks import mix
from mongyudo.ink.outdoor import Piece, open_air, paved, row
from mongyudo.ink.paper import backdrop, mist_band
from mongyudo.ink.pen import Pen, drawn, palette_of, tinted
from mongyudo.ink.stage import GROUND, Stage, World


def narrow_lane(stage: Stage) -> World:
    """An alley between leaning walls, one lamp at its end."""
    if stage.tracks:
        return _lane_from_the_side(stage)
    world = World()
    world.back.append(backdrop(stage, horizon=0.7))
    sheet = drawn(stage, _draw_lane, parallax=0.92)
    light = Room(lambda _pen, _bay: None, lamp=(0.5, 0.56), reach=(0.30, 0.50))
    world.back.append(lit_plate(stage, sheet, light, 651))
    world.back.append(mist_band(stage, 0.60, 0.07, parallax=0.5, salt=652, dense=0.5))
    return world


def _draw_lane(pen: Pen) -> None:
    """Two rows of walls and a strip of paving that meet far away."""
    brick = tinted(pen.look, (168, 122, 100))
    plaster = tinted(pen.look, (206, 196, 178))
    paving = mix(tinted(pen.look, (166, 160, 150)), pen.look.ground, 0.3)
    pen.rect(-1, 0.56, 2, 2, paving, line=0)
    for share in np.linspace(-0.7, 1.7, 15):
        pen.stroke([(0.46 + (share + 0.7) / 2.4 * 0.08, 0.56), (share, 1.5)], alpha=0.25, width=0.8)
    for near in np.linspace(0.05, 1.0, 9) ** 1.8:
        y = 0.56 + near * 0.6
        pen.stroke([(0.46 - near * 0.75, y), (0.54 + near * 0.75, y)], alpha=0.22, width=0.8)
    for left in (True, False):
        _lane_side(pen, (plaster, brick, mix(brick, plaster, 0.5)), left=left)
    for sag in (0.0, 0.03, 0.07):
        t = np.linspace(0, 1, 12)
        pen.stroke([(-0.1 + 1.2 * a, 0.10 + sag + 0.30 * a * (1 - a)) for a in t], width=1.1)
    pen.glow(0.5, 0.40, 0.30, 0.8 if pen.look.is_dark else 0.35)
    pen.stroke([(0.468, 0.58), (0.468, 0.38), (0.49, 0.37)], pen.palette.dark, width=2, alpha=1)
    pen.oval(0.495, 0.375, 0.012, 0.010, pen.palette.lit, line=0)


def _lane_side(pen: Pen, tones: tuple[tuple[int, int, int], ...], *, left: bool) -> None:
    """Houses along one side, the far ones first."""

    def place(depth: float, height: float) -> Point:
        scale = 1 + 11 * depth**2
        x = 0.5 - 0.042 * scale
        y = 0.54 + (0.045 - 0.30 * height) * scale * 0.62
        return (x if left else 1 - x, y)

    edges = (0.0, 0.18, 0.34, 0.52, 0.72, 1.1)
    for index in range(4, -1, -1):
        near, far = edges[5 - index], edges[4 - index]
        tall = (0.9, 1.15, 0.75, 1.0, 1.2)[index] if left else (1.1, 0.8, 1.05, 0.85, 1.0)[index]
        tone = mix(tones[index % 3], pen.palette.dark, 0.10 + (0.0 if left else 0.12))
        pen.poly([place(far, 0), place(far, tall), place(near, tall), place(near, 0)], tone)
        wide = near - far
        a, b = far + wide * 0.25, far + wide * 0.6
        lit = (
            pen.palette.lit if pen.look.is_dark and index % 2 else mix(tone, pen.palette.dark, 0.5)
        )
        pen.poly([place(a, 0.5), place(a, 0.72), place(b, 0.72), place(b, 0.5)], lit, line=0.7)
        if index % 2 == 0:
            a, b = far + wide * 0.66, far + wide * 0.90
            pen.poly([place(a, 0), place(a, 0.42), place(b, 0.42), place(b, 0)],
                     mix(pen.palette.dark_wood, tone, 0.2), line=0.8)  # fmt: skip


def _lane_from_the_side(stage: Stage) -> World:
    walls = [Piece(streetside_wall, 0.46, 0.62), Piece(streetside_wall_low, 0.34, 0.44)]
    middle = [
        row(
            stage,
            [Piece(streetside.pole, 0.7, 0.85)],
            base=0.78,
            parallax=0.6,
            nearness=0.5,
            salt=653,
        ),
        row(stage, walls, base=GROUND - 0.03, parallax=0.95, nearness=0.95, salt=654),
    ]
    tone = mix(tinted(stage.look, (160, 154, 146)), stage.look.ground, 0.3)
    near = [
        row(
            stage,
            [Piece(streetside.lamp_post, 0.1, 0.6, 0.6, ((0.84, 0.07, 0.42),))],
            base=GROUND,
            parallax=1.0,
            nearness=1.0,
            salt=655,
        )
    ]
    return open_air(stage, middle, ground=paved(stage, top=GROUND - 0.035, tone=tone, salt=656),
                    near=near, edge="pillar")  # fmt: skip


def streetside_wall(pen: Pen) -> None:
    """A plastered wall with a door and a window."""
    pen.rect(0, 0, 1, 1, tinted(pen.look, (206, 196, 178)))
    pen.rect(-0.01, -0.03, 1.01, 0.02, tinted(pen.look, (120, 96, 84)))
    lit = pen.palette.lit if pen.look.is_dark else pen.palette.glass
    pen.rect(0.12, 0.24, 0.36, 0.50, lit)
    fixtures.bars(pen.within(0.12, 0.24, 0.36, 0.50), 6)
    fixtures.door(pen.within(0.58, 0.36, 0.78, 1.0), pen.palette.green)


def streetside_wall_low(pen: Pen) -> None:
    """A brick wall with joints."""
    brick = tinted(pen.look, (168, 122, 100))
    pen.rect(0, 0, 1, 1, brick)
    for index in range(12):
        y = index / 12
        pen.stroke([(0, y), (1, y)], mix(brick, pen.palette.dark, 0.4), width=0.8, alpha=0.5)
        for x in np.linspace(0.05, 0.95, 10):
            shift = 0.05 * (index % 2)
            pen.stroke([(x + shift, y), (x + shift, y + 1 / 12)], mix(brick, pen.palette.dark, 0.4),
                       width=0.8, alpha=0.5)  # fmt: skip


def tunnel(stage: Stage) -> World:
    """A vaulted tunnel; the way out is the one bright spot."""

    def draw(pen: Pen) -> None:
        stone = mix(pen.palette.stone, pen.palette.dark, 0.25)
        pen.rect(-1, -1, 2, 2, mix(stone, pen.palette.dark, 0.5), line=0)
        rings = np.linspace(1.0, 0.0, 9) ** 1.8
        for index, near in enumerate(rings):
            half, high = 0.09 + 0.78 * near, 0.10 + 0.80 * near
            tone = mix(stone, pen.palette.dark, 0.10 + 0.45 * near + 0.06 * (index % 2))
            pen.poly(_vault(half, high, 0.60 + 0.42 * near), tone, line=1.0)
        ground = mix(pen.look.ground, pen.palette.dark, 0.25)
        pen.poly([(0.41, 0.60), (0.59, 0.60), (2.2, 1.6), (-1.2, 1.6)], ground)
        for x in (-0.5, 0.1, 0.9, 1.5):
            pen.stroke([(0.44 + 0.06 * (x + 0.5), 0.60), (x, 1.3)], width=1.6, alpha=0.4)
        pen.poly(_vault(0.09, 0.10, 0.60), mix(pen.look.light, (255, 255, 255), 0.4), line=0.6)
        pen.glow(0.5, 0.52, 0.40, 0.8)

    world = World(indoors=True)
    world.back.append(backdrop(stage, disc=False))
    light = Room(lambda _pen, _bay: None, lamp=(0.5, 0.55), reach=(0.30, 0.40), dim=0.20)
    world.back.append(lit_plate(stage, drawn(stage, draw, parallax=0.9), light, 661))
    return world


def _vault(half: float, high: float, foot: float) -> list[Point]:
    t = np.linspace(np.pi, 0, 22)
    arch = [
        (0.5 + half * float(np.cos(a)), foot - high * 0.35 - high * 0.65 * float(np.sin(a)))
        for a in t
    ]
    return [(0.5 - half, foot), *arch, (0.5 + half, foot)]


def stairs(stage: Stage) -> World:
    """A staircase climbing into light, rails on both sides."""

    def draw(pen: Pen) -> None:
        wall, step = pen.palette.wall, pen.palette.stone
        pen.rect(-1, -1, 2, 2, mix(wall, pen.palette.dark, 0.12), line=0)
        pen.rect(0.36, -0.4, 0.64, 0.30, mix(pen.look.light, wall, 0.25))
        pen.glow(0.5, 0.16, 0.42, 0.7)
        count = 12
        for index in range(count):
            near = ((index + 1) / count) ** 1.45
            back = (index / count) ** 1.45
            y0, y1 = 0.30 + 0.58 * back, 0.30 + 0.58 * near
            half0, half1 = 0.14 + 0.34 * back, 0.14 + 0.34 * near
            top = mix(step, pen.look.light, 0.35 - 0.25 * near)
            middle = y0 + (y1 - y0) * 0.55
            pen.poly(
                [
                    (0.5 - half0, y0),
                    (0.5 + half0, y0),
                    (0.5 + half1, middle),
                    (0.5 - half1, middle),
                ],
                top,
            )
            pen.poly(
                [
                    (0.5 - half1, middle),
                    (0.5 + half1, middle),
                    (0.5 + half1, y1),
                    (0.5 - half1, y1),
                ],
                mix(step, pen.palette.dark, 0.30),
            )
        pen.rect(-1, 0.875, 2, 2, mix(pen.palette.floor, pen.palette.dark, 0.1))
        for side in (-1, 1):
            pen.stroke(
                [(0.5 + side * 0.14, 0.16), (0.5 + side * 0.49, 0.66), (0.5 + side * 0.49, 0.90)],
                pen.palette.dark_wood,
                width=5,
                alpha=1,
            )
            for t in np.linspace(0, 1, 8):
                x = 0.5 + side * (0.14 + 0.35 * t)
                pen.stroke(
                    [(x, 0.16 + 0.50 * t), (x, 0.31 + 0.56 * t)], pen.palette.dark_wood, width=2
                )

    world = World(indoors=True)
    world.back.append(backdrop(stage, disc=False))
    light = Room(lambda _pen, _bay: None, lamp=(0.5, 0.30), reach=(0.36, 0.60), dim=0.16)
    world.back.append(lit_plate(stage, drawn(stage, draw, parallax=0.95), light, 662))
    return world


def elevator(stage: Stage) -> World:
    """Inside a lift: steel walls, a mirror, the doors a hand wide open, the floor number."""

    def wall(pen: Pen, _bay: int) -> None:
        fixtures.elevator_doors(pen.within(0.24, 0.14, 0.76, 1.0), opened=0.25)
        pen.rect(0.82, 0.42, 0.94, 0.80, pen.palette.metal)
        for index in range(10):
            x, y = 0.85 + 0.06 * (index % 2), 0.47 + 0.06 * (index // 2)
            pen.disc(x, y, 0.016, pen.palette.lit if index == 6 else pen.palette.dark, line=0.5)

    palette = palette_of(stage.look, indoors=True)
    made = Room(wall, deep=0.56, back_y=(0.06, 0.72), tint=mix(palette.metal, palette.wall, 0.4),
                boards="tiles", lamp=(0.5, 0.40), reach=(0.26, 0.6), dim=0.08, edge="none",
                ceiling=_lift_lamp)  # fmt: skip
    return build_room(stage, made)


def _lift_lamp(pen: Pen) -> None:
    pen.glow(0.5, 0.02, 0.40, 0.6)
    pen.poly([(0.40, 0.045), (0.60, 0.045), (0.64, 0.0), (0.36, 0.0)], pen.palette.lit, line=0.7)
