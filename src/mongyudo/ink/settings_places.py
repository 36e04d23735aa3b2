"""Places with a character of their own: the yard of the house, a lotus pond, a volcano."""

from functools import partial

import numpy as np

from mongyudo.ink import buildings, streetside
from mongyudo.ink.interiors import edge_silhouette
from mongyudo.ink.looks import mix
from mongyudo.ink.outdoor import Piece, open_air, paved, row
from mongyudo.ink.paper import backdrop, mist_band
from mongyudo.ink.particles import Drift, mote, swarm
from mongyudo.ink.pen import Pen, tinted
from mongyudo.ink.stage import GROUND, Stage, World
from mongyudo.ink.terrain import ground_strip, hills, range_strip
from mongyudo.ink.trees import Grove, grass, grove, meadow
from mongyudo.ink.water import ripples, water_strip


def yard(stage: Stage) -> World:
    """The yard of an old house: a wing of the house, a gate in the wall, jars, a wooden bench."""
    hall = partial(buildings.hanok, glowing=stage.look.is_dark)
    house = Piece(hall, 0.78, 0.66, 0.6, ((0.41, 0.66, 0.34), (0.60, 0.66, 0.34)))
    wall = [Piece(streetside_gate, 0.24, 0.26), Piece(buildings.tile_wall, 0.30, 0.14),
            Piece(buildings.tile_wall, 0.30, 0.14)]  # fmt: skip
    things = [Piece(streetside.jars, 0.26, 0.15, 0.12), Piece(_low_bench, 0.22, 0.09, 0.60)]
    middle = [
        range_strip(stage, parallax=0.12, nearness=0.18, base=0.62, height=0.34, count=4, salt=330),
        grove(stage, Grove("pine", 4, 0.74, 0.40, 0.3, 0.45), 331),
        row(stage, wall, base=0.775, parallax=0.6, nearness=0.8, salt=332, start=0.40),
        grove(stage, Grove("bare", 1, 0.79, 0.62, 0.75, 0.85, clear=(0.0, 0.45)), 333),
        row(
            stage, [house], base=GROUND - 0.01, parallax=0.92, nearness=0.97, salt=334, start=-0.44
        ),
        row(stage, things, base=GROUND + 0.01, parallax=0.97, nearness=1.0, salt=335, start=0.66),
    ]
    earth = mix(tinted(stage.look, (206, 182, 144)), stage.look.ground, 0.4)
    ground = paved(stage, top=GROUND - 0.04, tone=earth, salt=336)
    return open_air(stage, middle, ground=ground, edge="none", mist=0.64)


def streetside_gate(pen: Pen) -> None:
    """The gate and the beginning of the wall on both sides of it."""
    buildings.tile_wall(pen.within(0.0, 0.46, 1.0, 1.0))
    buildings.gate(pen.within(0.18, 0.0, 0.82, 1.0))


def _low_bench(pen: Pen) -> None:
    """A wide wooden bench for summer evenings."""
    wood = pen.palette.wood
    for x in (0.06, 0.46, 0.88):
        pen.rect(x, 0.42, x + 0.06, 1.0, mix(wood, pen.palette.dark, 0.3))
    pen.poly([(0.08, 0.0), (0.92, 0.0), (1.0, 0.34), (0.0, 0.34)], mix(wood, pen.look.light, 0.2))
    for x in np.linspace(0.16, 0.84, 7):
        pen.stroke([(x, 0.0), (0.5 + (x - 0.5) * 1.18, 0.34)], width=0.9, alpha=0.5)
    pen.rect(0.0, 0.34, 1.0, 0.50, wood)


def pond(stage: Stage) -> World:
    """A pond with lotus and a pavilion on its far bank."""
    pads = [Piece(_lotus, 0.20, 0.09, 0.03), Piece(_lotus, 0.15, 0.065, 0.06)]
    world = World()
    world.back += [
        backdrop(stage, horizon=0.62),
        range_strip(stage, parallax=0.10, nearness=0.15, base=0.60, height=0.30, count=4, salt=340),
        grove(stage, Grove("pine", 5, 0.66, 0.34, 0.25, 0.45), 341),
        hills(stage, parallax=0.3, nearness=0.45, base=0.70, height=0.09, salt=342),
        row(stage, [Piece(_pavilion, 0.24, 0.30, 0.7)], base=0.685, parallax=0.35, nearness=0.65,
            salt=343, start=0.56),
        water_strip(stage, top=0.675, parallax=0.45, salt=344),
        ripples(stage, top=0.69, bottom=0.82),
        row(stage, pads, base=0.745, parallax=0.5, nearness=0.7, salt=345),
        row(stage, pads, base=0.82, parallax=0.8, nearness=0.95, salt=346, start=0.12),
        mist_band(stage, 0.68, 0.06, parallax=0.4, salt=347),
        ground_strip(stage, top=GROUND + 0.02, salt=348),
        grass(stage, base=GROUND + 0.07, height=0.13, parallax=0.97, salt=349, thick=0.5),
        meadow(stage, top=GROUND + 0.03, salt=350),
    ]  # fmt: skip
    world.front += edge_silhouette(stage, "trunk")
    return world


def _pavilion(pen: Pen) -> None:
    """An open pavilion on stilts."""
    wood = mix(pen.palette.dark_wood, pen.palette.red, 0.3)
    for x in (0.16, 0.38, 0.60, 0.82):
        pen.rect(x, 0.36, x + 0.03, 1.0, wood)
    pen.rect(0.10, 0.66, 0.91, 0.72, pen.palette.wood)
    for x in np.linspace(0.18, 0.84, 12):
        pen.stroke([(x, 0.56), (x, 0.66)], width=1.0)
    pen.rect(0.12, 0.54, 0.89, 0.57, wood, line=0.7)
    buildings.tiled_roof(pen.within(-0.04, 0.0, 1.04, 0.42))


def _lotus(pen: Pen) -> None:
    """Lotus leaves on the water, a flower among them."""
    green = pen.palette.green
    for x, y, half, tone in (
        (0.22, 0.78, 0.22, 0.1),
        (0.70, 0.70, 0.26, 0.0),
        (0.46, 0.92, 0.20, 0.2),
    ):
        pen.oval(x, y, half, 0.11, mix(green, pen.palette.dark, tone))
        pen.stroke([(x, y), (x + half * 0.8, y - 0.02)], width=0.9, alpha=0.5)
    hue = mix(pen.palette.key, (255, 244, 240), 0.35)
    pen.stroke([(0.5, 0.40), (0.5, 0.86)], green, width=2)
    for lean in (-0.10, 0.10, -0.05, 0.05, 0.0):
        tip = (0.5 + lean * 1.2, 0.04 + abs(lean))
        pen.poly(
            [(0.5, 0.44), (0.5 + lean - 0.045, 0.24), tip, (0.5 + lean + 0.045, 0.24)],
            hue,
            line=0.7,
        )


def volcano(stage: Stage) -> World:
    """A burning mountain over dark slopes."""
    middle = [
        row(stage, [Piece(_cone, 0.86, 0.54, 0.3, ((0.5, 0.10, 0.8),))], base=0.78, parallax=0.15,
            nearness=0.55, salt=360, start=0.08, fade=0.3),
        hills(stage, parallax=0.35, nearness=0.6, base=0.86, height=0.18, salt=361),
        grove(stage, Grove("bare", 5, GROUND - 0.01, 0.34, 0.7, 0.85), 362),
    ]  # fmt: skip
    world = open_air(
        stage, middle, near=[meadow(stage, top=GROUND, salt=363, thick=0.4)], mist=0.74
    )
    sparks = mote(stage, (255, 142, 48), 0.018, core=0.25)
    rising = Drift(40, -0.16, 0.05, sway=0.03, spread=0.7, flicker=0.7)
    world.front.append(swarm(stage, sparks, rising, lambda _progress: 1.0, salt=364))
    return world


def _cone(pen: Pen) -> None:
    rock = mix(pen.palette.stone, pen.palette.dark, 0.5)
    fire, heart = (226, 84, 34), (255, 196, 92)
    pen.glow(0.5, 0.10, 0.5, 0.5)
    pen.poly(
        [
            (0.0, 1.0),
            (0.14, 0.80),
            (0.28, 0.54),
            (0.38, 0.26),
            (0.42, 0.14),
            (0.47, 0.17),
            (0.53, 0.15),
            (0.58, 0.13),
            (0.63, 0.28),
            (0.74, 0.56),
            (0.88, 0.82),
            (1.0, 1.0),
        ],
        rock,
    )
    for run in (((0.46, 0.16), (0.44, 0.34), (0.38, 0.52), (0.37, 0.78)),
                ((0.52, 0.15), (0.53, 0.30), (0.58, 0.44), (0.60, 0.70)),
                ((0.56, 0.14), (0.61, 0.36), (0.70, 0.58))):  # fmt: skip
        pen.stroke(list(run), fire, width=6, alpha=0.95)
        pen.stroke(list(run), heart, width=2.2, alpha=0.95)
    dice = np.random.default_rng(3)
    for _ in range(26):
        turn, reach = dice.uniform(-2.4, -0.75), dice.uniform(0.04, 0.15)
        tip = (0.5 + float(np.cos(turn)) * reach * 0.6, 0.14 + float(np.sin(turn)) * reach)
        pen.stroke([(0.5, 0.15), tip], mix(fire, heart, dice.random()), width=2.4, alpha=0.9)
    smoke = mix(pen.palette.stone, pen.look.shadow, 0.4)
    for index in range(22):
        x, y = 0.5 + 0.013 * index + dice.normal() * 0.012, 0.07 - index * 0.011
        pen.disc(x, y, 0.035 + 0.005 * index, smoke, line=0, alpha=0.22)
