"""What is fixed to walls: windows, doors, boards, pictures, lamps, curtains. Each fills the unit
square of its pen."""

import numpy as np

from mongyudo.ink.canvas import Rgb
from mongyudo.ink.looks import mix
from mongyudo.ink.pen import Pen


def window(pen: Pen, columns: int = 3, rows: int = 4, *, frame: Rgb | None = None) -> None:
    """A window with panes; what lies outside shows through."""
    wood = frame or pen.palette.dark_wood
    pen.rect(-0.05, -0.04, 1.05, 1.04, wood)
    pen.cut(0, 0, 1, 1)
    pen.rect(0, 0, 1, 1, pen.palette.glass, line=0, alpha=0.16)
    pen.poly([(0.1, 0), (0.3, 0), (0.05, 1), (0, 1), (0, 0.6)], pen.look.light, line=0, alpha=0.14)
    for column in range(1, columns):
        pen.bar((column / columns, 0), (column / columns, 1), wood, 0.022, line=0.5)
    for row in range(1, rows):
        pen.bar((0, row / rows), (1, row / rows), wood, 0.022, line=0.5)
    pen.rect(-0.09, 1.02, 1.09, 1.09, mix(wood, pen.look.light, 0.15))


def paper_door(pen: Pen, leaves: int = 2, *, glowing: bool = False) -> None:
    """A Korean sliding door of paper on a lattice."""
    fill = pen.palette.lit if glowing else pen.palette.paper
    wood = pen.palette.dark_wood
    for leaf in range(leaves):
        one = pen.within(leaf / leaves, 0, (leaf + 1) / leaves, 1)
        one.rect(0, 0, 1, 1, wood)
        one.rect(0.05, 0.03, 0.95, 0.97, fill, line=0.4)
        for column in range(1, 5):
            one.stroke(
                [(0.05 + column * 0.18, 0.03), (0.05 + column * 0.18, 0.97)], wood, width=1.3
            )
        for rows in ((0.10, 0.17, 0.24), (0.46, 0.53), (0.76, 0.83, 0.90)):
            for row in rows:
                one.stroke([(0.05, row), (0.95, row)], wood, width=1.3)
        one.disc(0.88 if leaf == 0 else 0.12, 0.55, 0.02, pen.palette.metal)


def door(pen: Pen, colour: Rgb | None = None, *, pane: bool = False, ajar: float = 0.0) -> None:
    """A door in its frame; `ajar` shows darkness behind, 0 closed .. 1 open."""
    wood = colour or pen.palette.wood
    pen.rect(-0.08, -0.05, 1.08, 1.0, pen.palette.dark_wood)
    pen.rect(0, 0, 1, 1, pen.palette.dark)
    width = 1 - 0.75 * ajar
    skew = 0.06 * ajar
    pen.poly([(0, 0), (width, skew), (width, 1 - skew * 0.5), (0, 1)], wood)
    for top, bottom in ((0.08, 0.42), (0.52, 0.92)):
        inner = mix(wood, pen.palette.dark, 0.16)
        if pane and top < 0.1:
            inner = pen.palette.glass
        pen.rect(0.15 * width, top + skew, 0.85 * width, bottom - skew, inner, line=0.6)
    pen.disc(width * 0.90, 0.52, 0.016, pen.palette.metal)


def iron_door(pen: Pen) -> None:
    """A heavy door with a small barred opening."""
    pen.rect(-0.08, -0.05, 1.08, 1.0, pen.palette.stone)
    pen.rect(0, 0, 1, 1, mix(pen.palette.metal, pen.palette.dark, 0.35))
    pen.rect(0.28, 0.16, 0.72, 0.34, pen.palette.dark)
    for bar in (0.36, 0.45, 0.54, 0.63):
        pen.stroke([(bar, 0.16), (bar, 0.34)], pen.palette.metal, width=1.6)
    for y in (0.08, 0.5, 0.92):
        for x in (0.08, 0.92):
            pen.disc(x, y, 0.012, pen.palette.metal)
    pen.rect(0.76, 0.50, 0.90, 0.60, pen.palette.metal)


def elevator_doors(pen: Pen, opened: float = 0.0) -> None:
    """Two steel leaves parted by `opened`, 0..1, and the floor sign."""
    steel = pen.palette.metal
    pen.rect(-0.08, -0.06, 1.08, 1.0, mix(steel, pen.palette.dark, 0.4))
    pen.rect(0, 0, 1, 1, mix(pen.palette.dark, pen.palette.lit, 0.75))
    half = 0.5 * (1 - 0.8 * opened)
    pen.rect(0, 0, half, 1, steel)
    pen.rect(1 - half, 0, 1, 1, steel)
    for x in (half * 0.3, half * 0.6, 1 - half * 0.6, 1 - half * 0.3):
        pen.stroke([(x, 0.02), (x, 0.98)], mix(steel, pen.look.light, 0.5), width=1, alpha=0.4)
    pen.rect(0.36, -0.19, 0.64, -0.09, pen.palette.dark)
    pen.poly([(0.46, -0.11), (0.54, -0.11), (0.50, -0.17)], pen.palette.red, line=0)
    for y in (0.50, 0.58):
        pen.disc(1.22, y, 0.016, pen.palette.lit)


def blackboard(pen: Pen) -> None:
    """A green board with chalk lines and a rail."""
    pen.rect(-0.02, -0.04, 1.02, 1.04, pen.palette.wood)
    pen.rect(0, 0, 1, 1, mix(pen.palette.green, pen.palette.dark, 0.55))
    chalk = mix(pen.palette.paper, pen.palette.green, 0.15)
    for row, length in enumerate((0.30, 0.46, 0.22)):
        xs = np.linspace(0.08, 0.08 + length, 24)
        ys = 0.24 + row * 0.22 + 0.05 * np.sin(np.arange(24) * (1.7 + row)) * (np.arange(24) % 3)
        pen.stroke(list(zip(xs, ys, strict=True)), chalk, width=1.1, alpha=0.55)
    pen.rect(0.72, 0.10, 0.94, 0.60, mix(pen.palette.green, chalk, 0.12), line=0)
    pen.rect(-0.02, 1.0, 1.02, 1.08, pen.palette.wood)


def notice_board(pen: Pen, seed: int = 3) -> None:
    """A cork board with papers pinned askew."""
    dice = np.random.default_rng(seed)
    pen.rect(0, 0, 1, 1, pen.palette.wood)
    for index in range(6):
        x, y = 0.05 + (index % 3) * 0.31, 0.10 + (index // 3) * 0.44
        turn = dice.normal() * 0.025
        sheet = [
            (x, y + turn),
            (x + 0.25, y - turn),
            (x + 0.25 + turn, y + 0.36),
            (x + turn, y + 0.36),
        ]
        pen.poly(sheet, pen.palette.paper, line=0.7)
        for row in range(3):
            pen.stroke([(x + 0.04, y + 0.09 * (row + 1)), (x + 0.2, y + 0.09 * (row + 1))],
                       width=0.7, alpha=0.5)  # fmt: skip


def picture(pen: Pen, *, portrait: bool = False) -> None:
    """A framed picture: mountains, or a faceless portrait with the ribbon of mourning."""
    pen.rect(0, 0, 1, 1, pen.palette.dark_wood)
    pen.rect(0.1, 0.08, 0.9, 0.92, pen.palette.paper, line=0.5)
    grey = mix(pen.palette.paper, pen.palette.dark, 0.5)
    if portrait:
        pen.poly([(0.22, 0.92), (0.34, 0.62), (0.66, 0.62), (0.78, 0.92)], grey, line=0.6)
        pen.oval(0.5, 0.42, 0.15, 0.19, mix(grey, pen.palette.cloth, 0.5), line=0.7)
        pen.stroke([(0, 0.2), (0.28, 0)], pen.palette.dark, width=4, alpha=0.95)
        pen.stroke([(1, 0.2), (0.72, 0)], pen.palette.dark, width=4, alpha=0.95)
        return
    pen.poly([(0.1, 0.92), (0.1, 0.7), (0.35, 0.35), (0.5, 0.6), (0.7, 0.3), (0.9, 0.66),
              (0.9, 0.92)], grey, line=0.6)  # fmt: skip


def clock(pen: Pen, hour: float = 10.2) -> None:
    """A round clock at `hour`."""
    pen.disc(0.5, 0.5, 0.5, pen.palette.dark_wood)
    pen.disc(0.5, 0.5, 0.42, pen.palette.paper, line=0.5)
    ratio = pen.high / max(1e-6, pen.wide)
    for turn in np.arange(12) / 12 * 2 * np.pi:
        outer = (0.5 + np.sin(turn) * 0.38 * ratio, 0.5 - np.cos(turn) * 0.38)
        inner = (0.5 + np.sin(turn) * 0.33 * ratio, 0.5 - np.cos(turn) * 0.33)
        pen.stroke([inner, outer], width=1.2)
    for turn, reach, width in ((hour / 12, 0.2, 2.2), (hour % 1, 0.32, 1.4)):
        angle = turn * 2 * np.pi
        tip = (0.5 + np.sin(angle) * reach * ratio, 0.5 - np.cos(angle) * reach)
        pen.stroke([(0.5, 0.5), tip], pen.palette.dark, width=width, alpha=1)


def curtain(pen: Pen, colour: Rgb | None = None, *, gathered: bool = False) -> None:
    """A hanging cloth in folds; gathered ones are drawn in at half height."""
    cloth = colour or pen.palette.cloth
    waist = 0.55 if gathered else 0.95
    pen.poly([(0, 0), (1, 0), (waist, 0.55), (0.98, 1), (0, 1)], cloth)
    for fold in np.linspace(0.12, 0.88, 6):
        middle = fold * waist
        pen.stroke([(fold, 0.01), (middle, 0.55), (fold, 0.99)],
                   mix(cloth, pen.palette.dark, 0.5), width=1.6, alpha=0.55)  # fmt: skip
        pen.stroke([(fold + 0.05, 0.01), (middle + 0.04, 0.55), (fold + 0.04, 0.99)],
                   mix(cloth, pen.look.light, 0.5), width=1.6, alpha=0.4)  # fmt: skip


def hanging_lamp(pen: Pen) -> None:
    """A lamp on a cord, glowing."""
    pen.stroke([(0.5, 0), (0.5, 0.62)], width=1.2)
    pen.glow(0.5, 0.9, 1.6, 0.55)
    pen.poly([(0.38, 0.62), (0.62, 0.62), (0.95, 0.9), (0.05, 0.9)], pen.palette.metal)
    pen.oval(0.5, 0.92, 0.22, 0.07, pen.palette.lit, line=0)


def tube_lamp(pen: Pen) -> None:
    """A fluorescent tube on the ceiling."""
    pen.glow(0.5, 0.6, 2.6, 0.45)
    pen.rect(0, 0.2, 1, 0.6, pen.palette.metal)
    pen.rect(0.03, 0.55, 0.97, 0.95, mix(pen.palette.lit, (255, 255, 255), 0.5), line=0)


def exit_sign(pen: Pen) -> None:
    """A green sign above a way out."""
    pen.glow(0.5, 0.5, 2.2, 0.22)
    pen.rect(0, 0, 1, 1, mix(pen.palette.green, (80, 190, 120), 0.6))
    pen.poly([(0.15, 0.35), (0.5, 0.35), (0.5, 0.15), (0.85, 0.5), (0.5, 0.85), (0.5, 0.65),
              (0.15, 0.65)], pen.palette.paper, line=0)  # fmt: skip


def mirror(pen: Pen) -> None:
    """A mirror with streaks of reflected light."""
    pen.rect(-0.03, -0.03, 1.03, 1.03, pen.palette.metal)
    pen.rect(0, 0, 1, 1, mix(pen.palette.glass, pen.look.light, 0.30), line=0.5)
    pale = mix(pen.palette.glass, (255, 255, 255), 0.6)
    pen.poly([(0.15, 0), (0.35, 0), (0.05, 1), (0, 1), (0, 0.5)], pale, line=0, alpha=0.45)
    pen.poly([(0.45, 0), (0.52, 0), (0.22, 1), (0.15, 1)], pale, line=0, alpha=0.35)


def tiles(pen: Pen, columns: int, rows: int, *, alpha: float = 0.4) -> None:
    """A grid of joints."""
    joint = mix(pen.palette.wall, pen.palette.dark, 0.55)
    for column in range(columns + 1):
        pen.stroke([(column / columns, 0), (column / columns, 1)], joint, width=0.9, alpha=alpha)
    for row in range(rows + 1):
        pen.stroke([(0, row / rows), (1, row / rows)], joint, width=0.9, alpha=alpha)


def bars(pen: Pen, count: int = 9) -> None:
    """Iron bars with two cross rails."""
    iron = mix(pen.palette.metal, pen.palette.dark, 0.55)
    for index in range(count):
        x = (index + 0.5) / count
        pen.bar((x, 0), (x, 1), iron, 0.0, line=0)
        pen.stroke([(x, 0), (x, 1)], iron, width=5, alpha=1)
        pen.stroke([(x - 0.004, 0), (x - 0.004, 1)], mix(iron, pen.look.light, 0.4), width=1.2)
    for y in (0.12, 0.62):
        pen.rect(0, y, 1, y + 0.03, iron, line=0.6)


def menu(pen: Pen) -> None:
    """A slip of paper with the name of a dish and its price, as they hang in eating houses."""
    pen.rect(0, 0, 1, 1, pen.palette.paper, line=0.7)
    for y in (0.14, 0.28, 0.42, 0.56):
        pen.stroke([(0.34, y), (0.66, y + 0.05)], pen.palette.dark, width=1.8, alpha=0.8)
    pen.stroke([(0.25, 0.82), (0.75, 0.82)], pen.palette.red, width=1.8, alpha=0.9)


def shower(pen: Pen) -> None:
    """A place to wash: a mirror, a tap, a hose with its head, a basin on a stool."""
    mirror(pen.within(0.1, 0.0, 0.9, 0.42))
    iron = mix(pen.palette.metal, pen.palette.dark, 0.55)
    pen.stroke([(0.5, 0.50), (0.5, 0.62), (0.62, 0.62)], iron, width=3.4, alpha=1)
    pen.stroke([(0.5, 0.54), (0.24, 0.66), (0.16, 0.52), (0.18, 0.40)], iron, width=2.2, alpha=1)
    pen.disc(0.18, 0.39, 0.035, iron)
    pen.rect(0.30, 0.90, 0.78, 1.0, mix(pen.palette.cloth, pen.palette.glass, 0.4), line=0.8)
    pen.poly([(0.26, 0.76), (0.82, 0.76), (0.74, 0.90), (0.34, 0.90)], pen.palette.red)
