"""Things that stand out of doors: lamps, poles, fences, jars, mounds, swings, stalls."""

import numpy as np

from mongyudo.ink.looks import mix
from mongyudo.ink.pen import Pen, tinted


def lamp_post(pen: Pen) -> None:
    """A street lamp that leans over the road, lit when it is dark."""
    pen.stroke(
        [(0.3, 1.0), (0.3, 0.10), (0.42, 0.03), (0.8, 0.03)], pen.palette.dark, width=3, alpha=1
    )
    pen.rect(0.7, 0.02, 0.98, 0.06, pen.palette.metal)
    if pen.look.is_dark:
        pen.glow(0.84, 0.08, 0.34, 0.75)
        pen.oval(0.84, 0.065, 0.12, 0.018, pen.palette.lit, line=0)


def pole(pen: Pen) -> None:
    """A power pole with its wires running on to the next."""
    pen.rect(0.485, 0.0, 0.515, 1.0, mix(pen.palette.stone, pen.palette.dark, 0.35))
    for y in (0.08, 0.16):
        pen.rect(0.42, y, 0.58, y + 0.02, pen.palette.dark_wood)
    pen.rect(0.52, 0.22, 0.58, 0.36, pen.palette.metal)
    t = np.linspace(0, 1, 13)
    for y, sag in ((0.08, 0.10), (0.16, 0.13), (0.20, 0.16)):
        pen.stroke([(0.5 + a, y + sag * 4 * a * (1 - a)) for a in t], pen.palette.dark, width=1.0)
        pen.stroke([(-0.5 + a, y + sag * 4 * a * (1 - a)) for a in t], pen.palette.dark, width=1.0)


def traffic_light(pen: Pen) -> None:
    """Signals on a mast; red is lit."""
    pen.rect(0.46, 0.2, 0.54, 1.0, pen.palette.dark)
    pen.rect(0.30, 0.0, 0.70, 0.30, pen.palette.dark)
    pen.glow(0.5, 0.06, 0.16, 0.35)
    hues = ((226, 64, 48), (120, 104, 48), (60, 104, 72))
    for index, hue in enumerate(hues):
        pen.disc(0.5, 0.06 + index * 0.09, 0.034, hue, line=0.4)


def fence(pen: Pen) -> None:
    """Wooden palings."""
    for x in np.linspace(0.02, 0.90, 12):
        pen.poly([(x, 1.0), (x, 0.12), (x + 0.03, 0.0), (x + 0.06, 0.12), (x + 0.06, 1.0)],
                 pen.palette.wood, line=0.7)  # fmt: skip
    for y in (0.3, 0.7):
        pen.rect(0, y, 1, y + 0.09, mix(pen.palette.wood, pen.palette.dark, 0.2), line=0.7)


def railing(pen: Pen) -> None:
    """Iron rails with upright rods."""
    iron = mix(pen.palette.metal, pen.palette.dark, 0.4)
    for x in np.linspace(0, 1, 19):
        pen.stroke([(x, 0.06), (x, 1.0)], iron, width=1.6, alpha=1)
    for y in (0.0, 0.9):
        pen.rect(0, y, 1, y + 0.08, iron, line=0.6)


def jars(pen: Pen, seed: int = 2) -> None:
    """A terrace of earthen jars for soy and chilli paste."""
    dice = np.random.default_rng(seed)
    clay = tinted(pen.look, (128, 78, 56))
    pen.rect(0.0, 0.90, 1.0, 1.0, pen.palette.stone)
    for index in range(9):
        x, size = 0.08 + index * 0.105, dice.uniform(0.45, 0.95)
        tone = mix(clay, pen.palette.dark, dice.uniform(0, 0.35))
        high, half = 0.62 * size, 0.052 + 0.030 * size
        side = [
            (x - half * 0.55, 0.92),
            (x - half, 0.92 - high * 0.55),
            (x - half * 0.7, 0.92 - high),
        ]
        pen.poly([*side, *[(2 * x - px, py) for px, py in side[::-1]]], tone)
        pen.oval(x, 0.92 - high, half * 0.82, 0.06, mix(tone, pen.palette.dark, 0.2), line=0.8)
        pen.stroke([(x - half * 0.5, 0.92 - high * 0.7), (x - half * 0.55, 0.92 - high * 0.4)],
                   pen.look.light, width=1.6, alpha=0.35)  # fmt: skip


def mound(pen: Pen) -> None:
    """A Korean grave: a grass mound with a low stone table."""
    green = mix(pen.palette.green, tinted(pen.look, (150, 150, 96)), 0.4)
    t = np.linspace(0, np.pi, 26)
    dome = [(0.5 - 0.5 * np.cos(a), 1.0 - 0.92 * np.sin(a) ** 0.85) for a in t]
    pen.poly(dome, green)
    dice = np.random.default_rng(9)
    for _ in range(70):
        a = dice.uniform(0.25, 2.9)
        reach = dice.uniform(0.3, 0.97)
        x, y = 0.5 - 0.5 * np.cos(a) * reach, 1.0 - 0.92 * np.sin(a) ** 0.85 * reach
        pen.stroke(
            [(x, y), (x + dice.normal() * 0.008, y - 0.06)], pen.palette.dark, width=0.9, alpha=0.4
        )
    pen.rect(0.38, 0.86, 0.62, 1.0, pen.palette.stone)
    pen.rect(0.34, 0.82, 0.66, 0.88, mix(pen.palette.stone, pen.look.light, 0.2))


def gravestone(pen: Pen) -> None:
    """An upright stone on a base."""
    stone = pen.palette.stone
    pen.poly(
        [(0.2, 0.88), (0.2, 0.16), (0.32, 0.02), (0.68, 0.02), (0.8, 0.16), (0.8, 0.88)], stone
    )
    for y in (0.2, 0.34, 0.48, 0.62):
        pen.stroke([(0.48, y), (0.52, y + 0.07)], width=1.6, alpha=0.6)
    pen.rect(0.04, 0.86, 0.96, 1.0, mix(stone, pen.palette.dark, 0.2))


def swing(pen: Pen) -> None:
    """A frame with two swings, one pushed by nobody."""
    steel = mix(pen.palette.red, pen.palette.metal, 0.4)
    for foot, top in (((0.0, 1.0), (0.12, 0.05)), ((0.24, 1.0), (0.12, 0.05)),
                      ((0.76, 1.0), (0.88, 0.05)), ((1.0, 1.0), (0.88, 0.05))):  # fmt: skip
        pen.stroke([foot, top], steel, width=3, alpha=1)
    pen.stroke([(0.10, 0.05), (0.90, 0.05)], steel, width=3.5, alpha=1)
    for x, lean in ((0.38, 0.0), (0.66, 0.10)):
        for side in (-0.035, 0.035):
            pen.stroke([(x + side, 0.05), (x + side + lean, 0.74)], pen.palette.dark, width=1.2)
        pen.rect(x - 0.06 + lean, 0.73, x + 0.06 + lean, 0.77, pen.palette.wood)


def slide(pen: Pen) -> None:
    """A slide with its ladder."""
    pen.stroke([(0.16, 1.0), (0.30, 0.14)], pen.palette.metal, width=3, alpha=1)
    pen.stroke([(0.28, 1.0), (0.38, 0.14)], pen.palette.metal, width=3, alpha=1)
    for y in (0.3, 0.46, 0.62, 0.78):
        pen.stroke(
            [(0.30 - y * 0.16 + 0.03, y), (0.38 - y * 0.12 + 0.03, y)], pen.palette.metal, width=2
        )
    hue = mix(pen.look.accents[2], pen.palette.stone, 0.35)
    pen.poly([(0.34, 0.16), (0.44, 0.14), (0.90, 0.90), (1.0, 0.92), (1.0, 1.0), (0.84, 0.98)], hue)


def bench(pen: Pen) -> None:
    """A slatted bench."""
    for y in (0.0, 0.18, 0.36):
        pen.rect(0.04, y, 0.96, y + 0.12, pen.palette.wood, line=0.8)
    pen.poly([(0.0, 0.55), (1.0, 0.55), (1.04, 0.68), (-0.04, 0.68)], pen.palette.wood)
    for x in (0.10, 0.84):
        pen.rect(x, 0.68, x + 0.06, 1.0, pen.palette.dark)


def stall(pen: Pen, seed: int) -> None:
    """A market stall: striped cloth over heaps of fruit, a bare bulb."""
    dice = np.random.default_rng(seed)
    hues = (pen.palette.red, pen.palette.green, pen.look.accents[2], pen.palette.wood)
    for x in (0.04, 0.92):
        pen.rect(x, 0.1, x + 0.03, 1.0, pen.palette.dark_wood)
    pen.rect(0.06, 0.30, 0.94, 0.62, mix(pen.palette.wall, pen.palette.dark, 0.45))
    pen.rect(0.02, 0.60, 0.98, 1.0, pen.palette.wood)
    for heap in range(4):
        hue = hues[int(dice.integers(4))]
        for row in range(3):
            for index in range(4 - row):
                x = 0.10 + heap * 0.22 + index * 0.042 + row * 0.021
                tone = mix(hue, pen.look.light, dice.uniform(0, 0.2))
                pen.disc(x, 0.585 - row * 0.045, 0.030, tone, line=0.5)
    stripes = 9
    for stripe in range(stripes):
        x0, x1 = stripe / stripes, (stripe + 1) / stripes
        tint = hues[seed % 3] if stripe % 2 else pen.palette.paper
        top = [(x0 * 0.9 + 0.05, 0.06), (x1 * 0.9 + 0.05, 0.06)]
        pen.poly([*top, (x1, 0.24), ((x0 + x1) / 2, 0.27), (x0, 0.24)], tint, line=0.7)
    pen.stroke([(0.5, 0.2), (0.5, 0.36)], width=1)
    pen.glow(0.5, 0.40, 0.45, 0.55)
    pen.disc(0.5, 0.38, 0.025, pen.palette.lit, line=0)


def well(pen: Pen) -> None:
    """A round stone well under a little roof."""
    stone = pen.palette.stone
    for x in (0.14, 0.80):
        pen.rect(x, 0.12, x + 0.06, 0.7, pen.palette.dark_wood)
    pen.poly([(0.0, 0.2), (0.5, 0.0), (1.0, 0.2), (0.94, 0.26), (0.5, 0.10), (0.06, 0.26)],
             pen.palette.dark_wood)  # fmt: skip
    pen.stroke([(0.5, 0.12), (0.5, 0.52)], width=1.6)
    pen.rect(0.44, 0.46, 0.56, 0.56, pen.palette.wood)
    pen.poly([(0.06, 0.62), (0.94, 0.62), (0.90, 1.0), (0.10, 1.0)], stone)
    dice = np.random.default_rng(5)
    for row in range(4):
        for index in range(6):
            x = 0.14 + index * 0.14 + 0.05 * (row % 2)
            tone = mix(stone, pen.palette.dark, dice.uniform(0, 0.3))
            pen.oval(min(x, 0.86), 0.70 + row * 0.085, 0.065, 0.038, tone, line=0.6)
    pen.oval(0.5, 0.62, 0.44, 0.055, stone)
    pen.oval(0.5, 0.62, 0.36, 0.04, pen.palette.dark)


def ferris_wheel(pen: Pen) -> None:
    """A great wheel with its cabins."""
    steel = mix(pen.palette.metal, pen.look.accents[0], 0.25)
    ratio = pen.high / max(1e-6, pen.wide)
    centre, radius = (0.5, 0.46), 0.42
    for foot in (0.28, 0.72):
        pen.stroke([(foot, 1.0), centre], steel, width=4, alpha=1)
    turns = np.linspace(0, 2 * np.pi, 17)
    ring = [
        (0.5 + np.cos(a) * radius * ratio, 0.46 + np.sin(a) * radius)
        for a in np.linspace(0, 6.3, 60)
    ]
    for share in (1.0, 0.90):
        pen.stroke([(0.5 + (x - 0.5) * share, 0.46 + (y - 0.46) * share) for x, y in ring], steel,
                   width=2, alpha=1)  # fmt: skip
    hues = (*pen.look.accents, pen.palette.red)
    for index, turn in enumerate(turns[:-1]):
        tip = (0.5 + np.cos(turn) * radius * ratio, 0.46 + np.sin(turn) * radius)
        pen.stroke([centre, tip], steel, width=1.1, alpha=0.8)
        pen.disc(tip[0], tip[1] + 0.03, 0.035, mix(hues[index % 4], pen.palette.wall, 0.25))
        if pen.look.is_dark:
            pen.glow(tip[0], tip[1], 0.06, 0.6)


def circus_tent(pen: Pen) -> None:
    """A striped tent with a flag."""
    stripes = 10
    for stripe in range(stripes):
        x0, x1 = stripe / stripes, (stripe + 1) / stripes
        tint = pen.palette.red if stripe % 2 else pen.palette.paper
        pen.poly([(0.5, 0.08), (x0, 0.52), (x1, 0.52)], tint, line=0.6)
        pen.rect(x0, 0.52, x1, 1.0, tint, line=0.6)
    pen.poly([(0.42, 1.0), (0.5, 0.58), (0.58, 1.0)], pen.palette.dark)
    pen.stroke([(0.5, 0.08), (0.5, -0.02)], width=2)
    pen.poly([(0.5, -0.03), (0.62, 0.0), (0.5, 0.03)], pen.look.accents[0])


def bus_stop(pen: Pen) -> None:
    """A shelter with a bench and a sign."""
    for x in (0.08, 0.82):
        pen.rect(x, 0.16, x + 0.03, 1.0, pen.palette.metal)
    pen.rect(0.10, 0.22, 0.83, 0.80, pen.palette.glass, alpha=0.45)
    pen.rect(0.0, 0.08, 0.92, 0.17, pen.palette.metal)
    bench(pen.within(0.20, 0.66, 0.72, 1.0))
    pen.rect(0.955, 0.0, 0.975, 1.0, pen.palette.metal)
    pen.disc(0.965, 0.10, 0.09, pen.look.accents[2])


def dead_house(pen: Pen) -> None:
    """A roofless wall with empty windows, stones at its foot."""
    stone = mix(pen.palette.stone, pen.palette.wood, 0.2)
    outline = [(0.0, 1.0), (0.0, 0.36), (0.10, 0.28), (0.16, 0.40), (0.28, 0.10), (0.40, 0.16),
               (0.46, 0.42), (0.60, 0.52), (0.68, 0.34), (0.80, 0.40), (0.86, 0.62), (1.0, 0.78),
               (1.0, 1.0)]  # fmt: skip
    pen.poly(outline, stone)
    for x0, y0, x1, y1 in (
        (0.08, 0.50, 0.18, 0.72),
        (0.28, 0.34, 0.40, 0.58),
        (0.62, 0.62, 0.74, 1.0),
    ):
        pen.rect(x0, y0, x1, y1, pen.palette.dark)
    dice = np.random.default_rng(21)
    for _ in range(26):
        x, y = dice.uniform(0.02, 0.94), dice.uniform(0.5, 0.97)
        pen.stroke([(x, y), (x + 0.05, y)], width=0.9, alpha=0.4)
    for _ in range(9):
        x = dice.uniform(0.0, 0.95)
        pen.oval(
            x, 0.98, dice.uniform(0.02, 0.05), 0.03, mix(stone, pen.palette.dark, 0.2), line=0.7
        )


def carriage(pen: Pen) -> None:
    """A railway carriage seen from the side."""
    body = mix(pen.palette.green, pen.palette.stone, 0.3)
    lit = pen.palette.lit if pen.look.is_dark else pen.palette.glass
    pen.rect(0, 0.08, 1, 0.82, body)
    pen.rect(0.01, 0.0, 0.99, 0.10, mix(body, pen.palette.dark, 0.3))
    for x in np.linspace(0.10, 0.84, 8):
        pen.rect(x, 0.20, x + 0.07, 0.46, lit, line=0.7)
    for x in (0.02, 0.93):
        pen.rect(x, 0.18, x + 0.05, 0.78, mix(body, pen.look.light, 0.2), line=0.7)
    pen.rect(0, 0.56, 1, 0.61, mix(pen.palette.paper, body, 0.3), line=0)
    for x in (0.14, 0.22, 0.78, 0.86):
        pen.disc(x, 0.90, 0.09, pen.palette.dark)
