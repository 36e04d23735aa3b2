"""Larger rooms: shops, halls of feast and worship, stages, cells, cellars."""

import numpy as np

from mongyudo.ink import fixtures, furniture
from mongyudo.ink.interiors import Quad, Room, build_room
from mongyudo.ink.looks import mix
from mongyudo.ink.pen import Pen, palette_of, tinted
from mongyudo.ink.stage import Stage, World

_BEAM: tuple[Quad, ...] = (((0.44, 0.74), (0.56, 0.74), (0.62, 0.98), (0.38, 0.98)),)


def shop(stage: Stage) -> World:
    """A shop: shelves of goods, a counter, tubes of light."""

    def wall(pen: Pen, bay: int) -> None:
        for index in range(3):
            x = 0.03 + index * 0.25
            furniture.shelf(pen.stand(x, 0.16, x + 0.22, 1.0), 11 + index + bay, books=False)
        fixtures.door(pen.within(0.81, 0.20, 0.95, 1.0), pen.palette.metal, pane=True)
        pen.rect(0.10, 0.01, 0.66, 0.11, mix(pen.palette.red, pen.palette.wall, 0.25))

    def floor(pen: Pen) -> None:
        furniture.counter(pen.stand(0.62, 0.58, 0.92, 0.80))
        furniture.shelf(pen.stand(0.05, 0.46, 0.20, 0.80), 31, books=False, rows=3)

    return build_room(stage, Room(wall, floor, boards="tiles", ceiling=tubes, lamp=(0.45, 0.40)))


def tubes(pen: Pen) -> None:
    """Two fluorescent lamps on the ceiling."""
    for x in (0.28, 0.60):
        fixtures.tube_lamp(pen.within(x, 0.03, x + 0.13, 0.055))


def library(stage: Stage) -> World:
    """A library: walls of books, a ladder, a green lamp."""

    def wall(pen: Pen, bay: int) -> None:
        for index in range(4):
            x = 0.02 + index * 0.245
            furniture.shelf(pen.within(x, 0.04, x + 0.225, 1.0), 41 + index + 4 * bay, rows=6)
        for x in (0.60, 0.66):
            pen.stroke([(x, 1.0), (x - 0.05, 0.08)], pen.palette.dark_wood, width=3, alpha=1)
        for y in np.linspace(0.18, 0.92, 7):
            x = 0.55 + 0.05 * (y - 0.08) / 0.92
            pen.stroke([(x, y), (x + 0.06, y)], pen.palette.dark_wood, width=2, alpha=1)

    def floor(pen: Pen) -> None:
        furniture.table(pen.stand(0.10, 0.62, 0.38, 0.80), pen.palette.dark_wood)
        pen.glow(0.24, 0.58, 0.16, 0.6)
        pen.poly([(0.21, 0.57), (0.27, 0.57), (0.255, 0.54), (0.225, 0.54)], pen.palette.green)
        pen.stroke([(0.24, 0.57), (0.24, 0.63)], pen.palette.dark, width=2)

    return build_room(stage, Room(wall, floor, lamp=(0.30, 0.52), reach=(0.34, 0.5), dim=0.08))


def restaurant(stage: Stage) -> World:
    """A restaurant: laid tables, hanging lamps, a window on the street."""

    def wall(pen: Pen, bay: int) -> None:
        fixtures.window(pen.within(0.08, 0.14, 0.44, 0.62), 3, 2)
        for sheet in range(4):
            fixtures.menu(pen.within(0.50 + 0.07 * sheet, 0.16, 0.55 + 0.07 * sheet, 0.44))
        fixtures.door(pen.within(0.82, 0.20, 0.96, 1.0), pane=True)
        if stage.tracks or bay:
            furniture.dining_table(pen.stand(0.16, 0.68, 0.44, 1.0))

    def floor(pen: Pen) -> None:
        furniture.dining_table(pen.stand(0.07, 0.58, 0.31, 0.78))
        furniture.dining_table(pen.stand(0.66, 0.60, 0.94, 0.83))

    def lamps(pen: Pen) -> None:
        for x in (0.18, 0.80):
            fixtures.hanging_lamp(pen.within(x - 0.035, -0.05, x + 0.035, 0.22))

    return build_room(stage, Room(wall, floor, windows=True, ceiling=lamps, lamp=(0.5, 0.44)))


def church(stage: Stage) -> World:
    """A nave: coloured windows, an altar under a cross, rows of pews."""
    hues = (*stage.look.accents, palette_of(stage.look, indoors=True).lit)

    def wall(pen: Pen, bay: int) -> None:
        for index in range(6):
            if index in (2, 3) and not stage.tracks:
                continue
            x = 0.03 + index * 0.162
            _stained(pen.within(x, 0.10, x + 0.10, 0.66), hues, index + 6 * bay)
        pen.stroke([(0.5, 0.06), (0.5, 0.52)], pen.palette.dark_wood, width=7, alpha=1)
        pen.stroke([(0.44, 0.20), (0.56, 0.20)], pen.palette.dark_wood, width=7, alpha=1)
        furniture.counter(pen.stand(0.36, 0.70, 0.64, 1.0))

    def floor(pen: Pen) -> None:
        for y, size in ((0.66, 0.22), (0.74, 0.28)):
            furniture.pew(pen.stand(0.40 - size, y, 0.40, y + 0.09 + size * 0.1))
            furniture.pew(pen.stand(0.60, y, 0.60 + size, y + 0.09 + size * 0.1))

    return build_room(
        stage,
        Room(wall, floor, beams=_BEAM, lamp=(0.5, 0.32), reach=(0.30, 0.5), dim=0.12,
             back_y=(0.04, 0.66), deep=0.60),
    )  # fmt: skip


def _stained(pen: Pen, hues: tuple[tuple[int, int, int], ...], seed: int) -> None:
    """A pointed window of coloured glass."""
    dice = np.random.default_rng(seed)
    arch = [(0, 1), (0, 0.25), (0.2, 0.08), (0.5, 0.0), (0.8, 0.08), (1, 0.25), (1, 1)]
    pen.poly(arch, pen.palette.dark, line=2)
    for row in range(7):
        for column in range(3):
            hue = mix(hues[int(dice.integers(len(hues)))], pen.look.light, 0.35)
            top = 0.12 + row * 0.125
            pen.rect(0.08 + column * 0.29, top, 0.34 + column * 0.29, top + 0.11, hue, line=0.6)
    pen.glow(0.5, 0.5, 0.6, 0.14)


def wedding_hall(stage: Stage) -> World:
    """A wedding hall: an arch of flowers, an aisle, chandeliers."""

    def wall(pen: Pen, _bay: int) -> None:
        for x in (0.02, 0.80):
            fixtures.curtain(
                pen.within(x, 0.0, x + 0.18, 1.0), mix(pen.palette.key, pen.palette.paper, 0.75)
            )
        dice = np.random.default_rng(8)
        for turn in np.linspace(np.pi, 2 * np.pi, 34):
            for _ in range(3):
                reach = dice.uniform(0.92, 1.10)
                x = 0.5 + 0.24 * reach * float(np.cos(turn))
                y = 0.66 + 0.52 * reach * float(np.sin(turn))
                hue = mix(pen.palette.key, (255, 246, 240), dice.uniform(0.2, 0.9))
                pen.disc(x, y, dice.uniform(0.018, 0.036), hue, line=0.5)
        for x in (0.26, 0.74):
            for y in np.linspace(0.70, 0.98, 6):
                pen.disc(
                    x + dice.normal() * 0.01,
                    y,
                    0.032,
                    mix(pen.palette.key, (255, 246, 240), 0.6),
                    line=0.5,
                )

    def floor(pen: Pen) -> None:
        red = mix(pen.palette.red, pen.palette.key, 0.4)
        pen.poly(
            [(0.43, 0.68), (0.57, 0.68), (0.86, 1.4), (0.14, 1.4)],
            mix(red, pen.palette.paper, 0.35),
        )
        for side in (0.10, 0.72):
            for index, y in enumerate((0.64, 0.72)):
                furniture.chair(
                    pen.stand(side, y, side + 0.06 + 0.02 * index, y + 0.14), pen.palette.paper
                )
                furniture.chair(
                    pen.stand(side + 0.10, y, side + 0.16 + 0.02 * index, y + 0.14),
                    pen.palette.paper,
                )

    return build_room(
        stage, Room(wall, floor, lamp=(0.5, 0.40), ceiling=chandelier, boards="tiles"))  # fmt: skip


def chandelier(pen: Pen) -> None:
    """A crown of lamps."""
    pen.stroke([(0.5, -0.1), (0.5, 0.10)], width=1.4)
    pen.glow(0.5, 0.13, 0.34, 0.6)
    for x in np.linspace(-0.07, 0.07, 7):
        y = 0.15 - 6 * x * x
        pen.stroke([(0.5, 0.10), (0.5 + x, y)], pen.palette.metal, width=1.2)
        pen.disc(0.5 + x, y, 0.013, pen.palette.lit, line=0.5)


def stage_hall(stage: Stage) -> World:
    """A stage: red curtains, a spot of light, boards."""

    def wall(pen: Pen, bay: int) -> None:
        red = mix(pen.palette.red, (150, 36, 40), 0.4)
        fixtures.curtain(pen.within(0.0, 0.04, 0.24, 1.02), red)
        mirror = pen.within(0.76, 0.04, 1.0, 1.02)
        fixtures.curtain(mirror, red)
        if bay % 2:
            fixtures.curtain(pen.within(0.36, 0.04, 0.60, 1.02), red)
        for index in range(9):
            x = index / 9
            pen.poly(
                [(x, 0.0), (x + 1 / 9, 0.0), (x + 1 / 9, 0.10), (x + 0.5 / 9, 0.15), (x, 0.10)], red
            )

    def beam(pen: Pen) -> None:
        pen.poly(
            [(0.49, -0.1), (0.51, -0.1), (0.64, 0.80), (0.36, 0.80)],
            pen.look.light,
            line=0,
            alpha=0.20,
        )
        pen.oval(0.5, 0.80, 0.15, 0.04, pen.look.light, line=0, alpha=0.45)

    palette = palette_of(stage.look, indoors=True)
    dark = mix(palette.wall, palette.dark, 0.6)
    return build_room(
        stage,
        Room(wall, beam, lamp=(0.5, 0.66), reach=(0.20, 0.5), dim=0.30, tint=dark, deep=0.78,
             edge="curtain", back_y=(0.04, 0.66)),
    )  # fmt: skip


def theater(stage: Stage) -> World:
    """A cinema: a glowing screen, rows of heads and seats."""

    def wall(pen: Pen, bay: int) -> None:
        if stage.tracks and bay % 2:
            fixtures.curtain(pen.within(0.1, 0, 0.9, 1), pen.palette.red)
        pen.glow(0.5, 0.40, 0.9, 0.55)
        pen.rect(0.10, 0.08, 0.90, 0.70, pen.palette.dark)
        pen.rect(0.12, 0.10, 0.88, 0.68, mix(pen.look.light, (255, 255, 255), 0.4))
        grey = mix(pen.look.light, pen.palette.dark, 0.35)
        pen.poly(
            [
                (0.12, 0.68),
                (0.12, 0.54),
                (0.34, 0.32),
                (0.50, 0.50),
                (0.68, 0.26),
                (0.88, 0.52),
                (0.88, 0.68),
            ],
            grey,
            line=0.6,
        )

    def floor(pen: Pen) -> None:
        red = mix(pen.palette.red, pen.palette.dark, 0.35)
        for row, y in enumerate((0.62, 0.68, 0.75)):
            size = 0.055 + row * 0.014
            for seat in range(-9, 10):
                x = 0.5 + (seat + 0.5 * (row % 2)) * size * 1.15
                pen.poly([(x - size * 0.45, y + size * 1.5), (x - size * 0.42, y + 0.01),
                          (x - size * 0.2, y), (x + size * 0.2, y), (x + size * 0.42, y + 0.01),
                          (x + size * 0.45, y + size * 1.5)], red, line=0.8)  # fmt: skip

    palette = palette_of(stage.look, indoors=True)
    dark = mix(palette.wall, palette.dark, 0.55)
    return build_room(
        stage,
        Room(wall, floor, lamp=(0.5, 0.32), reach=(0.32, 0.42), dim=0.25, tint=dark, deep=0.76,
             floor_tint=dark, back_y=(0.04, 0.66)),
    )  # fmt: skip


def prison(stage: Stage) -> World:
    """A cell: bare wall, a high barred window, bars before us."""

    def wall(pen: Pen, bay: int) -> None:
        dice = np.random.default_rng(17 + bay)
        joint = mix(pen.palette.stone, pen.palette.dark, 0.4)
        for row in range(9):
            pen.stroke([(0, row / 9), (1, row / 9)], joint, width=0.9, alpha=0.5)
            for x in np.linspace(0.06, 0.96, 8):
                shift = 0.06 * (row % 2)
                pen.stroke(
                    [(x + shift, row / 9), (x + shift, (row + 1) / 9)], joint, width=0.9, alpha=0.5
                )
        pen.cut(0.38, 0.12, 0.60, 0.36)
        pen.rect(0.38, 0.12, 0.60, 0.36, pen.palette.glass, line=1.4, alpha=0.12)
        fixtures.bars(pen.within(0.38, 0.12, 0.60, 0.36), 5)
        for index in range(int(dice.integers(9, 16))):
            x = 0.74 + index * 0.014
            pen.stroke([(x, 0.52), (x + 0.002, 0.62)], width=1.2, alpha=0.6)
        fixtures.iron_door(pen.within(0.06, 0.22, 0.24, 1.0))

    def floor(pen: Pen) -> None:
        furniture.bunk(pen.stand(0.66, 0.44, 0.90, 0.78))

    stone = palette_of(stage.look, indoors=True).stone
    beams: tuple[Quad, ...] = (((0.42, 0.72), (0.54, 0.72), (0.46, 0.94), (0.30, 0.94)),)
    return build_room(
        stage,
        Room(
            wall,
            floor,
            windows=True,
            beams=beams,
            tint=mix(stone, palette_of(stage.look, indoors=True).wall, 0.3),
            lamp=(0.46, 0.40),
            reach=(0.30, 0.5),
            dim=0.14,
            edge="none",
        ),
    )


def barracks(stage: Stage) -> World:
    """A barrack room: bunks in a row, lockers, boots' length of floor between."""

    def wall(pen: Pen, bay: int) -> None:
        furniture.lockers(pen.within(0.03, 0.16, 0.30, 0.66), 6)
        fixtures.window(pen.within(0.38, 0.10, 0.58, 0.48), 2, 2)
        furniture.lockers(pen.within(0.66, 0.16, 0.97, 0.66), 6)
        if stage.tracks or bay:
            furniture.bunk(pen.stand(0.06, 0.50, 0.44, 1.0))
            furniture.bunk(pen.stand(0.54, 0.50, 0.94, 1.0))

    def floor(pen: Pen) -> None:
        furniture.bunk(pen.stand(0.02, 0.42, 0.34, 0.78))
        furniture.bunk(pen.stand(0.66, 0.42, 0.98, 0.78))

    palette = palette_of(stage.look, indoors=True)
    return build_room(
        stage,
        Room(wall, floor, windows=True, beams=_BEAM, tint=mix(palette.wall, palette.green, 0.25),
             ceiling=tubes, lamp=(0.5, 0.42)),
    )  # fmt: skip


def gym(stage: Stage) -> World:
    """A sports hall: high windows, wall bars, a basket, mats, lines on the boards."""

    def wall(pen: Pen, bay: int) -> None:
        for x in (0.06, 0.37, 0.68):
            fixtures.window(pen.within(x, 0.06, x + 0.26, 0.28), 4, 2)
        for x in (0.04, 0.76):
            fixtures.bars(pen.within(x, 0.36, x + 0.20, 1.0), 3)
            for y in np.linspace(0.38, 0.98, 9):
                pen.bar((x, y), (x + 0.20, y), pen.palette.wood, 0.012, line=0.5)
        if bay % 2 == 0:
            _basket(pen.within(0.42, 0.34, 0.58, 0.66))
        pen.rect(0.28, 0.82, 0.72, 1.0, mix(pen.palette.red, pen.palette.wall, 0.35))

    def floor(pen: Pen) -> None:
        white = pen.palette.paper
        for line in ([(0.16, 0.70), (-0.10, 1.02)], [(0.84, 0.70), (1.10, 1.02)]):
            pen.stroke(line, white, width=3.0, alpha=0.7)
        pen.stroke([(0.06, 0.83), (0.94, 0.83)], white, width=3.0, alpha=0.7)
        turns = np.linspace(0, 2 * np.pi, 40)
        ring = [(0.5 + 0.16 * np.cos(a), 0.83 + 0.055 * np.sin(a)) for a in turns]
        pen.stroke([(float(x), float(y)) for x, y in ring], white, width=2.6, alpha=0.7)

    palette = palette_of(stage.look, indoors=True)
    return build_room(
        stage,
        Room(wall, floor, windows=True, ceiling=tubes, lamp=(0.5, 0.40),
             floor_tint=mix(palette.wood, palette.floor, 0.3)),
    )  # fmt: skip


def _basket(pen: Pen) -> None:
    """A board with a ring and a net."""
    pen.rect(0, 0, 1, 0.72, pen.palette.paper)
    pen.rect(0.32, 0.30, 0.68, 0.62, pen.palette.paper)
    pen.oval(0.5, 0.72, 0.24, 0.06, pen.palette.red, line=1.2)
    for x in (0.28, 0.42, 0.58, 0.72):
        pen.stroke([(x, 0.74), (0.5 + (x - 0.5) * 0.6, 1.0)], width=1.0, alpha=0.7)


def basement(stage: Stage) -> World:
    """A cellar: pipes, stacked boxes, one bare bulb."""

    def wall(pen: Pen, bay: int) -> None:
        pipe = mix(pen.palette.metal, pen.palette.red, 0.15)
        for y in (0.06, 0.13):
            pen.rect(-0.02, y, 1.02, y + 0.04, pipe)
        pen.rect(0.72, 0.10, 0.76, 1.0, pipe)
        dice = np.random.default_rng(23 + bay)
        for _ in range(9):
            x, y = dice.uniform(0.02, 0.9), dice.uniform(0.3, 0.9)
            pen.stroke(
                [
                    (x, y),
                    (x + dice.normal() * 0.03, y + 0.07),
                    (x + dice.normal() * 0.04, y + 0.13),
                ],
                width=1.0,
                alpha=0.45,
            )
        for x, y, w in ((0.05, 0.66, 0.14), (0.21, 0.78, 0.11), (0.08, 0.42, 0.10)):
            pen.rect(x, y, x + w, y + (0.34 if y > 0.6 else 0.24), pen.palette.wood)
            pen.stroke([(x, y + 0.08), (x + w, y + 0.08)], width=1.2)
        fixtures.iron_door(pen.within(0.50, 0.32, 0.64, 1.0))

    def bulb(pen: Pen) -> None:
        pen.stroke([(0.44, -0.1), (0.44, 0.20)], width=1.4)
        pen.glow(0.44, 0.24, 0.40, 0.8)
        pen.disc(0.44, 0.23, 0.022, pen.palette.lit, line=0.6)

    stone = palette_of(stage.look, indoors=True).stone
    return build_room(
        stage,
        Room(
            wall,
            None,
            ceiling=bulb,
            tint=mix(stone, palette_of(stage.look, indoors=True).dark, 0.2),
            dim=0.24,
            boards="plain",
            lamp=(0.44, 0.42),
            reach=(0.26, 0.46),
        ),
    )


def airport(stage: Stage) -> World:
    """A departure hall: a wall of glass, an aeroplane beyond, rows of seats, the board."""

    def wall(pen: Pen, bay: int) -> None:
        pen.cut(0.0, 0.20, 1.0, 0.92)
        pen.rect(0, 0.20, 1, 0.92, pen.palette.glass, line=0, alpha=0.14)
        if bay % 2 == 0:
            parked_plane(pen.within(0.22, 0.46, 0.86, 0.86))
        for x in np.linspace(0, 1, 7):
            pen.rect(x - 0.006, 0.16, x + 0.006, 0.96, pen.palette.metal, line=0.8)
        pen.rect(0, 0.54, 1, 0.555, pen.palette.metal, line=0.6)
        pen.rect(0.30, 0.0, 0.70, 0.15, pen.palette.dark)
        for row in range(4):
            for x in (0.32, 0.44, 0.60):
                pen.stroke(
                    [(x, 0.03 + row * 0.03), (x + 0.07, 0.03 + row * 0.03)],
                    pen.palette.lit,
                    width=1.3,
                )

    def floor(pen: Pen) -> None:
        for x in (0.06, 0.64):
            for seat in range(4):
                left = x + seat * 0.075
                pen.rect(
                    left, 0.62, left + 0.065, 0.71, mix(pen.palette.metal, pen.palette.dark, 0.3)
                )
                pen.rect(left, 0.71, left + 0.065, 0.735, pen.palette.dark)
            pen.stroke([(x, 0.74), (x + 0.30, 0.74)], pen.palette.metal, width=2.4, alpha=1)
            pen.stroke([(x + 0.02, 0.74), (x + 0.02, 0.79)], pen.palette.metal, width=2.4)
            pen.stroke([(x + 0.28, 0.74), (x + 0.28, 0.79)], pen.palette.metal, width=2.4)

    return build_room(
        stage, Room(wall, floor, windows=True, boards="tiles", deep=0.84, back_y=(0.06, 0.66),
                    beams=_BEAM, lamp=(0.5, 0.40)))  # fmt: skip


def parked_plane(pen: Pen) -> None:
    """An airliner from the side."""
    white = tinted(pen.look, (236, 236, 232))
    t = np.linspace(0, 1, 18)
    top = [
        (
            0.06 + 0.88 * a,
            0.56
            - 0.13
            * float(np.sin(np.pi * min(1, a * 3.2) / 2))
            * (1 if a < 0.8 else 1 - (a - 0.8) * 1.6),
        )
        for a in t
    ]
    low = [
        (0.06 + 0.88 * a, 0.58 + 0.12 * float(np.sin(np.pi * min(1.0, a * 4) / 2)) * (1 - a**4))
        for a in t
    ]
    pen.poly([(0.82, 0.46), (0.92, 0.06), (1.0, 0.06), (0.97, 0.50)], pen.look.accents[0])
    pen.poly([*top, *low[::-1]], white)
    for x in np.linspace(0.18, 0.80, 16):
        pen.disc(x, 0.53, 0.016, pen.palette.dark, line=0)
    pen.poly(
        [(0.40, 0.60), (0.56, 0.60), (0.76, 0.84), (0.68, 0.84)], mix(white, pen.palette.dark, 0.2)
    )
    pen.oval(0.50, 0.74, 0.07, 0.06, mix(white, pen.palette.dark, 0.3))
