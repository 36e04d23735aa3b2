"""Houses and towers from outside. Each fills the unit square of its pen, foot at the bottom."""

from dataclasses import replace

import numpy as np

from mongyudo.ink import fixtures
from mongyudo.ink.brush import Point
from mongyudo.ink.canvas import Rgb
from mongyudo.ink.looks import mix
from mongyudo.ink.pen import Pen, tinted


def tiled_roof(pen: Pen, eave: float = 1.0, ridge: float = 0.26) -> None:
    """A Korean tiled roof: sagging ridge, eaves that lift at the corners, rows of tiles."""
    tile = tinted(pen.look, (84, 88, 96))
    t = np.linspace(-1, 1, 21)
    top = [(0.5 + x * 0.36, ridge - 0.20 * abs(x) ** 2.4) for x in t]
    low = [(0.5 + x * 0.5, eave - 0.30 * abs(x) ** 2.8) for x in t[::-1]]
    pen.poly([*top, *low], tile)
    dark = mix(tile, pen.palette.dark, 0.55)
    for start, end in zip(top[1:-1], low[-2:0:-1], strict=True):
        bend = (start[0] * 0.45 + end[0] * 0.55, start[1] * 0.42 + end[1] * 0.58 + 0.05)
        pen.stroke([start, bend, end], dark, width=1.3, alpha=0.7)
    pen.stroke([(x, y - 0.01) for x, y in top], mix(tile, pen.look.light, 0.2), width=5, alpha=1)
    pen.stroke([(x, y - 0.05) for x, y in top], dark, width=2.2, alpha=0.9)
    pen.stroke([(x, y + 0.012) for x, y in low], dark, width=3.2, alpha=0.9)
    for x, y in low[1:-1]:
        pen.disc(x, y + 0.015, 0.022, tile, line=0.5)


def hanok(pen: Pen, *, glowing: bool = False) -> None:
    """A Korean house: stone base, wooden floor, paper doors between pillars, tiled roof."""
    stone, wood = pen.palette.stone, pen.palette.dark_wood
    pen.rect(0.06, 0.88, 0.94, 1.0, stone)
    for x in np.linspace(0.10, 0.86, 9):
        pen.stroke([(x, 0.88), (x + 0.01, 1.0)], width=0.8, alpha=0.5)
    pen.rect(0.12, 0.46, 0.88, 0.84, pen.palette.paper)
    pen.rect(0.06, 0.82, 0.94, 0.88, pen.palette.wood)
    for index in range(4):
        x = 0.14 + index * 0.19
        fixtures.paper_door(
            pen.within(x, 0.50, x + 0.15, 0.82), glowing=glowing and index in (1, 2)
        )
    for x in (0.115, 0.305, 0.495, 0.685, 0.875):
        pen.rect(x - 0.012, 0.42, x + 0.012, 0.88, wood, line=0.8)
    pen.shade([(0.12, 0.47), (0.88, 0.47)], width=12, alpha=0.5)
    tiled_roof(pen.within(-0.04, 0.0, 1.04, 0.46))


def thatched(pen: Pen, *, glowing: bool = False) -> None:
    """A thatched cottage with a mud wall and one door."""
    straw = tinted(pen.look, (206, 172, 110))
    pen.rect(0.12, 0.50, 0.88, 0.98, tinted(pen.look, (206, 176, 136)))
    fixtures.paper_door(pen.within(0.42, 0.60, 0.58, 0.96), 1, glowing=glowing)
    pen.rect(0.20, 0.64, 0.32, 0.80, pen.palette.lit if glowing else pen.palette.paper)
    pen.rect(0.68, 0.64, 0.80, 0.80, pen.palette.paper)
    t = np.linspace(0, np.pi, 24)
    dome = [(0.5 - 0.54 * np.cos(a), 0.58 - 0.52 * np.sin(a) ** 0.7) for a in t]
    pen.poly([*dome, (0.98, 0.66), (0.5, 0.62), (0.02, 0.66)], straw)
    for a in t[2:-2]:
        x, y = 0.5 - 0.54 * np.cos(a), 0.58 - 0.52 * np.sin(a) ** 0.7
        pen.stroke([(x, y), (0.5 + (x - 0.5) * 1.0, 0.62)], mix(straw, pen.palette.dark, 0.4),
                   width=0.9, alpha=0.5)  # fmt: skip


def palace(pen: Pen) -> None:
    """A throne hall: two tiled roofs, red pillars, painted beams, a stone terrace."""
    red = mix(pen.palette.red, (190, 60, 48), 0.35)
    green = mix(pen.palette.green, (60, 140, 110), 0.4)
    for index, y in enumerate((0.92, 0.84)):
        pen.rect(0.02 + index * 0.05, y, 0.98 - index * 0.05, y + 0.08, pen.palette.stone)
    pen.poly(
        [(0.42, 1.0), (0.46, 0.84), (0.54, 0.84), (0.58, 1.0)],
        mix(pen.palette.stone, pen.look.light, 0.3),
    )
    pen.rect(0.14, 0.56, 0.86, 0.84, mix(pen.palette.wood, pen.palette.dark, 0.3))
    for x in np.linspace(0.17, 0.73, 5):
        fixtures.paper_door(pen.within(x, 0.62, x + 0.11, 0.84))
    for x in np.linspace(0.15, 0.85, 6):
        pen.rect(x - 0.011, 0.56, x + 0.011, 0.84, red, line=0.8)
    pen.rect(0.12, 0.53, 0.88, 0.58, green)
    tiled_roof(pen.within(-0.02, 0.28, 1.02, 0.56))
    pen.rect(0.24, 0.22, 0.76, 0.36, mix(red, pen.palette.dark, 0.2))
    pen.rect(0.22, 0.22, 0.78, 0.26, green)
    tiled_roof(pen.within(0.12, 0.0, 0.88, 0.25))


def gate(pen: Pen) -> None:
    """A roofed gate with two dark wings."""
    wood = mix(pen.palette.dark_wood, pen.palette.red, 0.25)
    pen.rect(0.10, 0.36, 0.90, 0.44, wood)
    pen.rect(0.20, 0.44, 0.80, 1.0, pen.palette.dark)
    for x0, x1 in ((0.20, 0.34), (0.66, 0.80)):
        pen.rect(x0, 0.46, x1, 1.0, wood)
    for x in (0.12, 0.82):
        pen.rect(x, 0.40, x + 0.06, 1.0, wood)
    tiled_roof(pen.within(-0.05, 0.0, 1.05, 0.44))


def tile_wall(pen: Pen) -> None:
    """A low wall of stones under a row of tiles."""
    pen.rect(0, 0.22, 1, 1, mix(pen.palette.stone, pen.palette.paper, 0.35))
    dice = np.random.default_rng(12)
    for row in range(4):
        for column in range(9):
            x = (column + 0.5 * (row % 2)) / 9 + dice.normal() * 0.004
            y = 0.36 + row * 0.17
            tone = mix(pen.palette.stone, pen.palette.wood, dice.uniform(0, 0.4))
            pen.oval(min(0.97, x + 0.04), y, 0.045, 0.07, tone, line=0.6)
    tile = tinted(pen.look, (84, 88, 96))
    pen.poly([(0, 0.06), (1, 0.06), (1, 0.26), (0, 0.26)], tile)
    for x in np.linspace(0, 1, 31):
        pen.stroke([(x, 0.04), (x, 0.26)], mix(tile, pen.palette.dark, 0.5), width=1.4, alpha=0.7)


def facade(
    pen: Pen, seed: int, *, floors: int = 9, columns: int = 6, wall: Rgb | None = None
) -> None:
    """A block of flats: rows of windows, some lit, balconies between."""
    dice = np.random.default_rng(seed)
    tone = wall or tinted(pen.look, (206, 200, 190))
    pen.rect(0, 0, 1, 1, tone)
    lit_share = 0.42 if pen.look.is_dark else 0.06
    glass = mix(pen.palette.glass, pen.palette.dark, 0.45)
    for floor in range(floors):
        y0, y1 = (floor + 0.28) / (floors + 0.4), (floor + 0.86) / (floors + 0.4)
        for column in range(columns):
            x0, x1 = (column + 0.16) / columns, (column + 0.84) / columns
            lit = dice.random() < lit_share
            pen.rect(x0, y0, x1, y1, pen.palette.lit if lit else glass, line=0.6)
            pen.stroke([((x0 + x1) / 2, y0), ((x0 + x1) / 2, y1)], width=0.8, alpha=0.5)
            if column % 2 == 0:
                sill = mix(tone, pen.palette.dark, 0.22)
                pen.rect(x0 - 0.02, y1 - 0.02, x1 + 0.02, y1 + 0.018, sill, line=0.5)
    pen.rect(-0.03, -0.012, 1.03, 0.012, mix(tone, pen.palette.dark, 0.3), line=0.7)


def tower(pen: Pen, seed: int) -> None:
    """A far tower with rows of small lights."""
    dice = np.random.default_rng(seed)
    tone = mix(tinted(pen.look, (170, 172, 178)), pen.look.far, dice.uniform(0.2, 0.5))
    pen.rect(0, 0, 1, 1.05, tone, line=0.8)
    if dice.random() < 0.4:
        pen.rect(0.35, -0.06, 0.65, 0, tone, line=0.7)
        pen.stroke([(0.5, -0.06), (0.5, -0.2)], width=1.2)
    columns, rows = int(dice.integers(3, 6)), 14
    share = 0.35 if pen.look.is_dark else 0.0
    pane = mix(tone, pen.palette.dark, 0.28)
    for row in range(rows):
        for column in range(columns):
            x, y = (column + 0.25) / columns, (row + 0.4) / (rows + 1)
            lit = dice.random() < share
            pen.rect(x, y, x + 0.5 / columns, y + 0.5 / rows,
                     pen.palette.lit if lit else pane, line=0)  # fmt: skip


def shopfront(pen: Pen, seed: int) -> None:
    """A shop of two storeys: awning, display window, signs that glow by night."""
    dice = np.random.default_rng(seed)
    hues = (pen.palette.red, pen.palette.green, pen.palette.wood, pen.look.accents[2])
    tone = mix(tinted(pen.look, (204, 190, 168)), hues[seed % 4], 0.18)
    pen.rect(0, 0, 1, 1, tone)
    for x in (0.12, 0.58):
        lit = pen.look.is_dark and dice.random() < 0.6
        pen.rect(x, 0.10, x + 0.30, 0.34, pen.palette.lit if lit else pen.palette.glass)
        pen.stroke([(x + 0.15, 0.10), (x + 0.15, 0.34)])
    sign = mix(hues[int(dice.integers(4))], pen.palette.lit if pen.look.is_dark else tone, 0.25)
    if pen.look.is_dark:
        pen.glow(0.5, 0.5, 0.55, 0.30)
    pen.rect(0.05, 0.43, 0.95, 0.55, sign)
    _glyphs(pen.within(0.14, 0.455, 0.86, 0.525), dice)
    inside = mix(pen.palette.lit, tone, 0.25 if pen.look.is_dark else 0.6)
    pen.rect(0.06, 0.62, 0.62, 0.96, inside)
    pen.rect(0.68, 0.62, 0.92, 1.0, mix(pen.palette.dark_wood, inside, 0.25))
    for x in (0.12, 0.24, 0.36, 0.48):
        pen.rect(x, 0.80, x + 0.08, 0.94, hues[int(dice.integers(4))], line=0.5)
    stripes = 8
    for stripe in range(stripes):
        x0, x1 = stripe / stripes, (stripe + 1) / stripes
        tint = hues[seed % 3] if stripe % 2 else pen.palette.paper
        pen.poly([(x0, 0.56), (x1, 0.56), (x1 * 1.04 - 0.02, 0.66), (x0 * 1.04 - 0.02, 0.66)], tint,
                 line=0.6)  # fmt: skip


def _glyphs(pen: Pen, dice: np.random.Generator) -> None:
    """Something like writing, that cannot be read."""
    for index in range(4):
        one = pen.within(index * 0.26, 0, index * 0.26 + 0.18, 1)
        for _ in range(3):
            x, y = dice.random() * 0.8, dice.random()
            ends: list[Point] = (
                [(x, y), (x + 0.3, y)] if dice.random() < 0.5 else [(x, 0.1), (x, 0.9)]
            )
            one.stroke(ends, pen.palette.paper, width=1.6, alpha=0.9)


def church(pen: Pen) -> None:
    """A small church with a steeple and a cross."""
    wall = tinted(pen.look, (222, 214, 202))
    roof = tinted(pen.look, (132, 84, 72))
    pen.rect(0.28, 0.52, 0.98, 1.0, wall)
    pen.poly([(0.24, 0.54), (0.36, 0.36), (0.90, 0.36), (1.02, 0.54)], roof)
    pen.rect(0.06, 0.38, 0.32, 1.0, mix(wall, pen.look.light, 0.15))
    pen.poly([(0.03, 0.39), (0.19, 0.12), (0.35, 0.39)], roof)
    pen.stroke([(0.19, 0.12), (0.19, 0.0)], width=2.4)
    pen.stroke([(0.145, 0.04), (0.235, 0.04)], width=2.4)
    glass = pen.palette.lit if pen.look.is_dark else pen.palette.glass
    for x in (0.42, 0.58, 0.74):
        arch = [(x, 0.88), (x, 0.68), (x + 0.04, 0.62), (x + 0.08, 0.68), (x + 0.08, 0.88)]
        pen.poly(arch, glass)
    pen.poly(
        [(0.13, 1.0), (0.13, 0.74), (0.19, 0.67), (0.25, 0.74), (0.25, 1.0)], pen.palette.dark_wood
    )
    pen.disc(0.19, 0.50, 0.04, glass)


def pagoda(pen: Pen) -> None:
    """A stone pagoda of three storeys."""
    stone = pen.palette.stone
    for index, (half, y) in enumerate(((0.46, 0.60), (0.38, 0.38), (0.30, 0.18))):
        body = half * 0.62
        pen.rect(0.5 - body, y + 0.05, 0.5 + body, y + 0.20 - index * 0.01, stone)
        top = half * 0.92
        pen.poly([(0.5 - half, y + 0.06), (0.5 - top, y + 0.01), (0.5 + top, y + 0.01),
                  (0.5 + half, y + 0.06)], mix(stone, pen.look.light, 0.15))  # fmt: skip
    pen.rect(0.44, 0.06, 0.56, 0.18, stone)
    pen.disc(0.5, 0.04, 0.035, stone)
    pen.rect(0.10, 0.80, 0.90, 0.90, stone)
    pen.rect(0.0, 0.90, 1.0, 1.0, mix(stone, pen.palette.dark, 0.12))


def factory(pen: Pen) -> None:
    """A works with a saw roof and chimneys."""
    brick = tinted(pen.look, (152, 110, 92))
    for x, top in ((0.68, 0.0), (0.82, 0.10)):
        pen.poly([(x, top), (x + 0.06, top), (x + 0.08, 0.6), (x - 0.02, 0.6)], brick)
        pen.rect(x - 0.005, top + 0.04, x + 0.065, top + 0.08, pen.palette.paper, line=0.5)
    for index in range(4):
        x = index * 0.25
        pen.poly([(x, 0.62), (x, 0.44), (x + 0.25, 0.62)], mix(brick, pen.palette.dark, 0.3))
    pen.rect(0, 0.60, 1, 1, brick)
    lit = pen.palette.lit if pen.look.is_dark else pen.palette.glass
    for index in range(8):
        pen.rect(0.04 + index * 0.12, 0.68, 0.11 + index * 0.12, 0.82, lit, line=0.7)


def school_house(pen: Pen) -> None:
    """A long school of three storeys with a clock above the entrance."""
    facade(pen.within(0, 0.16, 0.42, 1), 5, floors=3, columns=6)
    facade(pen.within(0.58, 0.16, 1, 1), 6, floors=3, columns=6)
    wall = tinted(pen.look, (198, 164, 138))
    pen.rect(0.41, 0.0, 0.59, 1.0, wall)
    clock = pen.within(0.46, 0.06, 0.54, 0.26)
    fixtures.clock(replace(clock, wide=clock.high, left=clock.left + (clock.wide - clock.high) / 2))
    pen.rect(0.45, 0.36, 0.55, 0.58, pen.palette.glass)
    pen.rect(0.455, 0.72, 0.545, 1.0, pen.palette.dark)
