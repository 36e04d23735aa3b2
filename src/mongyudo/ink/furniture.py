"""What stands on floors. Each piece fills the unit square of its pen, its foot at the bottom."""

import numpy as np

from mongyudo.ink.canvas import Rgb
from mongyudo.ink.looks import mix
from mongyudo.ink.pen import Pen


def table(pen: Pen, colour: Rgb | None = None) -> None:
    """A table with its top seen a little from above."""
    wood = colour or pen.palette.wood
    dark = mix(wood, pen.palette.dark, 0.35)
    for x in (0.08, 0.86):
        pen.rect(x, 0.26, x + 0.06, 1.0, dark)
    pen.poly([(0.08, 0), (0.92, 0), (1, 0.2), (0, 0.2)], mix(wood, pen.look.light, 0.12))
    pen.rect(0, 0.2, 1, 0.30, wood)


def desk(pen: Pen) -> None:
    """A school desk with its chair behind."""
    wood, metal = pen.palette.wood, pen.palette.metal
    pen.rect(0.28, -0.22, 0.72, 0.12, mix(wood, pen.palette.dark, 0.15))
    for x in (0.12, 0.82):
        pen.rect(x, 0.3, x + 0.05, 1.0, metal, line=0.7)
    pen.poly([(0.1, 0.05), (0.9, 0.05), (1, 0.26), (0, 0.26)], mix(wood, pen.look.light, 0.15))
    pen.rect(0, 0.26, 1, 0.40, wood)


def office_desk(pen: Pen) -> None:
    """A desk with a glowing monitor and papers."""
    screen = mix(pen.palette.glass, pen.look.light, 0.55)
    table(pen.within(0, 0.42, 1, 1), mix(pen.palette.stone, pen.palette.wood, 0.3))
    pen.rect(0.46, 0.36, 0.54, 0.48, pen.palette.metal)
    pen.rect(0.24, 0.0, 0.76, 0.38, pen.palette.dark)
    pen.rect(0.27, 0.03, 0.73, 0.34, screen, line=0.4)
    for row in range(4):
        pen.stroke([(0.31, 0.09 + row * 0.06), (0.42 + 0.08 * (row % 3), 0.09 + row * 0.06)],
                   pen.palette.dark, width=1, alpha=0.45)  # fmt: skip
    pen.poly([(0.08, 0.46), (0.22, 0.46), (0.24, 0.51), (0.08, 0.51)], pen.palette.paper, line=0.5)


def chair(pen: Pen, colour: Rgb | None = None) -> None:
    """A plain chair seen from the front."""
    wood = colour or pen.palette.wood
    for x in (0.1, 0.78):
        pen.rect(x, 0.0, x + 0.12, 1.0, wood, line=0.7)
    for y in (0.08, 0.24):
        pen.rect(0.2, y, 0.8, y + 0.10, wood, line=0.7)
    pen.poly([(0.1, 0.5), (0.9, 0.5), (1.0, 0.62), (0.0, 0.62)], mix(wood, pen.look.light, 0.2))


def bed(pen: Pen) -> None:
    """A bed from the side, pillow to the left."""
    pen.rect(0, 0.0, 0.05, 1.0, pen.palette.dark_wood)
    pen.rect(0.95, 0.35, 1.0, 1.0, pen.palette.dark_wood)
    pen.rect(0.04, 0.60, 0.97, 0.84, pen.palette.wood)
    pen.poly([(0.04, 0.44), (0.30, 0.40), (0.96, 0.44), (0.97, 0.66), (0.04, 0.66)],
             pen.palette.cloth)  # fmt: skip
    pen.oval(0.15, 0.38, 0.10, 0.12, pen.palette.paper)
    quilt = mix(pen.palette.key, pen.palette.cloth, 0.55)
    pen.poly([(0.34, 0.40), (0.96, 0.43), (0.98, 0.74), (0.36, 0.72)], quilt)
    for x in (0.5, 0.66, 0.82):
        pen.stroke([(x, 0.42), (x + 0.015, 0.73)], width=0.9, alpha=0.4)


def hospital_bed(pen: Pen) -> None:
    """A bed on wheels with rails and a drip."""
    steel = pen.palette.metal
    pen.stroke([(0.02, 0.98), (0.02, -0.75), (0.10, -0.75)], steel, width=2)
    pen.oval(0.10, -0.55, 0.03, 0.16, pen.palette.glass, line=0.7)
    pen.rect(0.06, 0.0, 0.10, 0.86, steel)
    pen.rect(0.92, 0.25, 0.96, 0.86, steel)
    pen.rect(0.08, 0.52, 0.94, 0.66, steel)
    pen.poly([(0.10, 0.18), (0.34, 0.34), (0.94, 0.36), (0.94, 0.54), (0.10, 0.54)],
             pen.palette.paper)  # fmt: skip
    pen.oval(0.18, 0.22, 0.08, 0.11, pen.palette.cloth)
    pen.poly([(0.38, 0.32), (0.94, 0.34), (0.95, 0.60), (0.38, 0.58)], pen.palette.cloth)
    for x in (0.16, 0.86):
        pen.stroke([(x, 0.66), (x, 0.9)], steel, width=2)
        pen.disc(x, 0.95, 0.05, pen.palette.dark)


def sofa(pen: Pen) -> None:
    """A low sofa."""
    cloth = mix(pen.palette.key, pen.palette.wall, 0.62)
    pen.rect(0.06, 0.0, 0.94, 0.66, mix(cloth, pen.palette.dark, 0.15))
    pen.rect(0.12, 0.42, 0.5, 0.72, cloth)
    pen.rect(0.5, 0.42, 0.88, 0.72, cloth)
    pen.rect(0.0, 0.28, 0.13, 0.92, cloth)
    pen.rect(0.87, 0.28, 1.0, 0.92, cloth)
    pen.rect(0.10, 0.70, 0.90, 0.92, mix(cloth, pen.palette.dark, 0.25))


def shelf(pen: Pen, seed: int, *, books: bool = True, rows: int = 4) -> None:
    """Shelves filled with books, or with jars and boxes."""
    dice = np.random.default_rng(seed)
    wood = pen.palette.wood
    pen.rect(0, 0, 1, 1, mix(wood, pen.palette.dark, 0.55))
    hues = (pen.palette.red, pen.palette.green, pen.palette.paper, pen.palette.stone,
            pen.palette.wood, pen.palette.key)  # fmt: skip
    for row in range(rows):
        low = (row + 1) / rows - 0.02
        x = 0.04
        while x < 0.92:
            wide = dice.uniform(0.028, 0.06) if books else dice.uniform(0.07, 0.13)
            tall = dice.uniform(0.50, 0.86) / rows
            hue = mix(hues[int(dice.integers(len(hues)))], pen.palette.wall, 0.30)
            end = min(0.96, x + wide)
            if dice.random() < 0.90 and books:
                pen.rect(x, low - tall, end, low, hue, line=0.45)
            elif not books:
                _goods(pen.within(x, low - tall, end, low), hue, int(dice.integers(4)))
            x += wide + (0.004 if books else 0.02)
        pen.rect(0, low, 1, low + 0.025, wood, line=0.7)
    for x in (0.0, 0.97):
        pen.rect(x, 0, x + 0.03, 1, wood, line=0.7)


def _goods(pen: Pen, hue: Rgb, kind: int) -> None:
    """Something for sale: a bottle, a jar, a box, or a heap of round fruit."""
    if kind == 0:
        pen.rect(0.38, 0.0, 0.62, 0.35, mix(hue, pen.palette.dark, 0.2), line=0.5)
        pen.poly(
            [(0.38, 0.30), (0.62, 0.30), (0.85, 0.50), (0.85, 1), (0.15, 1), (0.15, 0.50)],
            hue,
            line=0.5,
        )
        pen.rect(0.15, 0.62, 0.85, 0.82, pen.palette.paper, line=0)
    elif kind == 1:
        pen.rect(0.05, 0.42, 0.95, 1.0, hue, line=0.5)
        pen.rect(0.0, 0.32, 1.0, 0.44, pen.palette.metal, line=0.5)
    elif kind == 2:
        pen.rect(0.0, 0.50, 1.0, 1.0, mix(hue, pen.palette.wood, 0.4), line=0.5)
        pen.stroke([(0.5, 0.50), (0.5, 1.0)], width=0.8, alpha=0.6)
    else:
        for x, y in ((0.2, 0.86), (0.5, 0.86), (0.8, 0.86), (0.35, 0.66), (0.65, 0.66)):
            pen.disc(x, y, 0.14, hue, line=0.5)


def lockers(pen: Pen, count: int = 5) -> None:
    """Steel lockers side by side."""
    steel = mix(pen.palette.metal, pen.palette.green, 0.25)
    for index in range(count):
        one = pen.within(index / count, 0, (index + 1) / count, 1)
        one.rect(0, 0, 1, 1, steel)
        for y in (0.10, 0.14, 0.18):
            one.stroke([(0.28, y), (0.72, y)], width=1, alpha=0.7)
        one.rect(0.78, 0.48, 0.86, 0.56, pen.palette.dark, line=0)


def counter(pen: Pen, colour: Rgb | None = None) -> None:
    """A long counter with panels."""
    wood = colour or pen.palette.wood
    pen.poly([(0.02, 0), (0.98, 0), (1, 0.14), (0, 0.14)], mix(wood, pen.look.light, 0.2))
    pen.rect(0, 0.14, 1, 1, wood)
    for index in range(5):
        x = 0.03 + index * 0.195
        pen.rect(x, 0.24, x + 0.16, 0.92, mix(wood, pen.palette.dark, 0.14), line=0.5)


def toilet(pen: Pen) -> None:
    """A white bowl with its cistern."""
    white = pen.palette.paper
    pen.rect(0.16, 0.0, 0.84, 0.42, white)
    pen.rect(0.70, 0.06, 0.80, 0.10, pen.palette.metal, line=0.4)
    pen.poly(
        [(0.12, 0.52), (0.88, 0.52), (0.70, 0.84), (0.74, 1.0), (0.26, 1.0), (0.30, 0.84)], white
    )
    pen.oval(0.5, 0.50, 0.42, 0.09, white)
    pen.oval(0.5, 0.50, 0.28, 0.05, mix(white, pen.palette.dark, 0.3), line=0.5)


def basin(pen: Pen) -> None:
    """A wash basin with a tap."""
    white = pen.palette.paper
    pen.rect(0.42, 0.5, 0.58, 1.0, mix(white, pen.palette.dark, 0.12))
    pen.poly([(0, 0.28), (1, 0.28), (0.84, 0.56), (0.16, 0.56)], white)
    pen.oval(0.5, 0.28, 0.5, 0.07, mix(white, pen.palette.glass, 0.3))
    pen.stroke([(0.5, 0.26), (0.5, 0.04), (0.66, 0.04), (0.66, 0.12)], pen.palette.metal, width=3)


def stove(pen: Pen) -> None:
    """A kitchen range with a pot."""
    pen.rect(0, 0.3, 1, 1, pen.palette.metal)
    pen.rect(0.14, 0.5, 0.86, 0.9, pen.palette.dark, line=0.6)
    pen.rect(0.28, 0.0, 0.72, 0.28, mix(pen.palette.metal, pen.palette.dark, 0.3))
    pen.rect(0.24, -0.04, 0.76, 0.02, pen.palette.metal)
    for x in (0.2, 0.4, 0.6, 0.8):
        pen.disc(x, 0.39, 0.035, pen.palette.dark, line=0.4)


def fridge(pen: Pen) -> None:
    """A refrigerator of two doors."""
    white = mix(pen.palette.paper, pen.palette.metal, 0.35)
    pen.rect(0, 0, 1, 1, white)
    pen.stroke([(0, 0.36), (1, 0.36)], width=1.6)
    for y0, y1 in ((0.12, 0.30), (0.42, 0.66)):
        pen.stroke([(0.14, y0), (0.14, y1)], pen.palette.metal, width=3)


def plant(pen: Pen, seed: int = 4) -> None:
    """A potted plant."""
    dice = np.random.default_rng(seed)
    for _ in range(11):
        lean = dice.normal() * 0.45
        tip = (0.5 + lean, dice.uniform(0.0, 0.4))
        pen.stroke([(0.5, 0.72), (0.5 + lean * 0.5, 0.35), tip], pen.palette.green, width=1.6)
        leaf = mix(pen.palette.green, pen.look.light, dice.uniform(0, 0.2))
        pen.oval(tip[0], tip[1], 0.13, 0.055, leaf, line=0.5)
    pen.poly([(0.24, 0.68), (0.76, 0.68), (0.66, 1), (0.34, 1)], pen.palette.red)


def pew(pen: Pen) -> None:
    """A church bench from behind."""
    wood = pen.palette.dark_wood
    pen.rect(0, 0, 1, 0.16, mix(wood, pen.look.light, 0.15))
    pen.rect(0, 0.14, 1, 0.8, wood)
    for x in (0.0, 0.48, 0.95):
        pen.rect(x, -0.05, x + 0.05, 1, mix(wood, pen.palette.dark, 0.25))


def bunk(pen: Pen) -> None:
    """Two berths one above the other with folded blankets."""
    steel, blanket = pen.palette.metal, mix(pen.palette.green, pen.palette.stone, 0.4)
    for x in (0.0, 0.95):
        pen.rect(x, 0, x + 0.05, 1, steel)
    for y in (0.26, 0.74):
        pen.rect(0.03, y, 0.97, y + 0.10, steel)
        pen.rect(0.05, y - 0.08, 0.95, y, blanket)
        pen.rect(0.08, y - 0.15, 0.26, y - 0.08, pen.palette.paper, line=0.7)
        pen.rect(0.66, y - 0.17, 0.92, y - 0.08, mix(blanket, pen.palette.dark, 0.2), line=0.7)


def dining_table(pen: Pen) -> None:
    """A table laid with bowls, a pan in the middle, a stool on either side."""
    stool = mix(pen.palette.red, pen.palette.dark, 0.25)
    for x in (-0.16, 0.94):
        pen.oval(x + 0.11, 0.46, 0.12, 0.07, stool)
        for leg in (0.03, 0.17):
            pen.stroke([(x + leg, 0.48), (x + leg, 1.0)], pen.palette.metal, width=2.4, alpha=1)
    table(pen)
    bowl = pen.palette.paper
    for x, wide in ((0.20, 0.07), (0.36, 0.05), (0.64, 0.05), (0.80, 0.07)):
        pen.oval(x, 0.08, wide, 0.06, bowl, line=0.8)
    pen.oval(0.5, 0.06, 0.10, 0.09, pen.palette.dark)
    pen.oval(0.5, 0.03, 0.085, 0.055, mix(pen.palette.red, pen.look.light, 0.2), line=0.6)
    for x in (0.46, 0.54):
        steam = [(x, -0.05), (x + 0.02, -0.14), (x - 0.02, -0.22), (x + 0.01, -0.30)]
        pen.stroke(steam, mix(pen.look.mist, (255, 255, 255), 0.5), width=2.2, alpha=0.6)


def pool(pen: Pen) -> None:
    """A sunk pool of a bath house, seen from its edge: a tiled rim, green water, ripples."""
    rim = mix(pen.palette.glass, pen.palette.paper, 0.45)
    water = mix(pen.palette.glass, pen.palette.green, 0.45)
    pen.poly([(0.10, 0.0), (0.94, 0.0), (1.06, 0.80), (0.0, 0.80)], rim)
    pen.poly([(0.0, 0.80), (1.06, 0.80), (1.06, 1.0), (0.0, 1.0)], mix(rim, pen.palette.dark, 0.25))
    for k in range(1, 13):
        x = k / 12.3
        pen.stroke([(x, 0.80), (x, 1.0)], width=0.8, alpha=0.5)
    pen.poly([(0.16, 0.10), (0.89, 0.10), (0.97, 0.66), (0.09, 0.66)], water)
    pale = mix(water, pen.look.light, 0.55)
    for x, y, wide in (
        (0.30, 0.24, 0.16),
        (0.62, 0.32, 0.20),
        (0.26, 0.46, 0.20),
        (0.66, 0.54, 0.24),
    ):
        ripple = [(x - wide / 2, y), (x - wide / 6, y - 0.03), (x + wide / 6, y + 0.02)]
        pen.stroke([*ripple, (x + wide / 2, y)], pale, width=1.6, alpha=0.8)


def low_table(pen: Pen) -> None:
    """A soban: a small Korean table for the floor."""
    wood = mix(pen.palette.dark_wood, pen.palette.red, 0.25)
    for x in (0.14, 0.80):
        pen.poly([(x, 0.3), (x + 0.06, 0.3), (x + 0.04, 1.0), (x + 0.0, 1.0)], wood)
    pen.oval(0.5, 0.24, 0.5, 0.22, wood)
    pen.oval(0.5, 0.20, 0.44, 0.16, mix(wood, pen.look.light, 0.18), line=0.5)


def chest(pen: Pen) -> None:
    """A Korean chest with brass fittings, quilts folded on top."""
    wood, brass = pen.palette.wood, mix((214, 170, 84), pen.palette.wood, 0.3)
    for index, hue in enumerate((pen.palette.key, pen.palette.cloth, pen.palette.green)):
        y = 0.02 + index * 0.10
        pen.rect(0.06, y, 0.94, y + 0.10, mix(hue, pen.palette.cloth, 0.4))
    pen.rect(0, 0.32, 1, 1, wood)
    for x0, x1 in ((0.04, 0.49), (0.51, 0.96)):
        pen.rect(x0, 0.37, x1, 0.93, mix(wood, pen.palette.dark, 0.16), line=0.7)
    pen.oval(0.5, 0.60, 0.07, 0.10, brass, line=0.7)
    for x in (0.04, 0.92):
        for y in (0.36, 0.88):
            pen.rect(x, y, x + 0.05, y + 0.06, brass, line=0.5)
