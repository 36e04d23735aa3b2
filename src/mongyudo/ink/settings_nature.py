"""Settings on land under the open sky: mountains, woods, fields, sand, snow, graves, caves."""

from functools import partial

import numpy as np

from mongyudo.ink import buildings, streetside
from mongyudo.ink.brush import Point
from mongyudo.ink.canvas import Rgb
from mongyudo.ink.interiors import Room, edge_silhouette, lit_plate
from mongyudo.ink.looks import mix
from mongyudo.ink.outdoor import Piece, open_air, paved, row
from mongyudo.ink.paper import backdrop, mist_band
from mongyudo.ink.pen import Pen, drawn, palette_of, tinted
from mongyudo.ink.stage import GROUND, Plate, Stage, World
from mongyudo.ink.terrain import boulder_image, ground_strip, hills, range_strip
from mongyudo.ink.trees import Grove, grass, grove, meadow
from mongyudo.ink.water import water_strip


def mountain(stage: Stage) -> World:
    """The mountains of the dream journey: peaks in three depths, blossom, mist between."""
    world = World()
    world.back += [
        backdrop(stage, horizon=0.66, empty=0.15),
        range_strip(stage, parallax=0.10, nearness=0.10, base=0.60, height=0.40, count=5, salt=10,
                    domes=16),
        mist_band(stage, 0.60, 0.13, parallax=0.12, salt=11),
        range_strip(stage, parallax=0.30, nearness=0.45, base=0.74, height=0.44, count=3, salt=12),
        grove(stage, Grove("blossom", 9, 0.76, 0.20, 0.45, 0.75), 13),
        mist_band(stage, 0.73, 0.11, parallax=0.4, salt=14),
        ground_strip(stage, top=GROUND - 0.02, salt=15),
        meadow(stage, top=GROUND, salt=16, thick=0.6),
    ]  # fmt: skip
    world.front += near_rocks(stage)
    return world


def near_rocks(stage: Stage) -> list[Plate]:
    """A heap of rocks in the corner, before everything."""
    if stage.tracks or stage.falls:
        return []
    right = stage.look.light_pos[0] < 0.5
    x = stage.x(0.80 if right else -0.12)
    return [Plate(boulder_image(stage, 0.34, 0.30, 17), x, stage.y(0.80), 1.3)]


def forest(stage: Stage) -> World:
    """A wood at any hour: bare trees in ink and in gold, firs in paper, pines in minhwa."""
    kind = {"paper": "fir", "minhwa": "pine"}.get(stage.look.material, "bare")
    world = World()
    world.back += [
        backdrop(stage, horizon=0.74),
        grove(stage, Grove(kind, 12, 0.74, 0.46, 0.18, 0.18), 20),
        mist_band(stage, 0.70, 0.15, parallax=0.2, salt=21),
        grove(stage, Grove(kind, 8, 0.78, 0.68, 0.42, 0.5), 22),
        mist_band(stage, 0.76, 0.12, parallax=0.45, salt=23, dense=0.8),
        ground_strip(stage, top=GROUND - 0.02, salt=24),
        grove(stage, Grove("bare", 3, GROUND + 0.01, 0.95, 0.9, 0.85), 25),
        meadow(stage, top=GROUND - 0.01, salt=26, thick=1.2, tall=0.06),
    ]
    world.front += edge_silhouette(stage, "trunk")
    return world


def field(stage: Stage) -> World:
    """Open country with low hills and a lone tree."""
    middle = [
        hills(stage, parallax=0.12, nearness=0.2, base=0.70, height=0.22, salt=30),
        hills(stage, parallax=0.25, nearness=0.45, base=0.80, height=0.20, salt=31),
        grove(stage, Grove("bare", 1, 0.78, 0.40, 0.6, 0.75), 35),
    ]
    near = [
        meadow(stage, top=GROUND - 0.05, salt=33, thick=2.2, tall=0.08),
        grass(stage, base=1.06, height=0.12, parallax=1.15, salt=34, thick=1.5),
    ]
    return open_air(stage, middle, horizon=0.60, mist=0.72, near=near, edge="none",
                    ground=ground_strip(stage, top=GROUND - 0.07, salt=32))  # fmt: skip


def village(stage: Stage) -> World:
    """A mountain village: thatched and tiled houses, stone walls, smoke-blue hills."""
    glowing = stage.look.is_dark
    houses = [
        Piece(partial(buildings.thatched, glowing=glowing), 0.24, 0.26, 0.05),
        Piece(partial(buildings.hanok, glowing=glowing), 0.36, 0.34, 0.08, ((0.5, 0.66, 0.5),)),
        Piece(partial(buildings.thatched, glowing=False), 0.20, 0.22, 0.10),
    ]
    middle = [
        range_strip(stage, parallax=0.12, nearness=0.18, base=0.64, height=0.36, count=4, salt=40),
        hills(stage, parallax=0.25, nearness=0.4, base=0.76, height=0.16, salt=41),
        row(stage, houses, base=0.765, parallax=0.5, nearness=0.75, salt=42),
        grove(stage, Grove("pine", 4, 0.78, 0.36, 0.6, 0.7), 43),
        row(stage, [Piece(buildings.tile_wall, 0.26, 0.10)], base=GROUND, parallax=0.85,
            nearness=0.9, salt=44),
    ]  # fmt: skip
    near = [meadow(stage, top=GROUND, salt=45, thick=0.5)]
    return open_air(stage, middle, near=near)


def hanok(stage: Stage) -> World:
    """The house of grandparents: tiled roof, paper doors, jars, a persimmon tree, mountains."""
    doors = ((0.41, 0.66, 0.34), (0.60, 0.66, 0.34))
    hall = partial(buildings.hanok, glowing=stage.look.is_dark)
    house = Piece(hall, 0.62, 0.52, 0.26, doors)
    middle = [
        range_strip(stage, parallax=0.12, nearness=0.18, base=0.62, height=0.34, count=4, salt=50),
        grove(stage, Grove("pine", 4, 0.74, 0.42, 0.3, 0.45), 51),
        row(stage, [Piece(buildings.tile_wall, 0.30, 0.13)], base=0.765, parallax=0.55,
            nearness=0.75, salt=52),
        row(stage, [house], base=GROUND - 0.02, parallax=0.85, nearness=0.95, salt=53, start=0.16),
    ]  # fmt: skip
    near = [
        row(stage, [Piece(streetside.jars, 0.24, 0.13, 0.7)], base=GROUND + 0.01, parallax=0.97,
            nearness=1.0, salt=54, start=0.74),
        grove(stage, Grove("blossom", 1, GROUND + 0.01, 0.56, 0.97, 0.95), 55),
    ]  # fmt: skip
    earth = mix(tinted(stage.look, (206, 182, 144)), stage.look.ground, 0.4)
    ground = paved(stage, top=GROUND - 0.05, tone=earth, salt=56)
    return open_air(stage, middle, ground=ground, near=near, edge="none", mist=0.64)


def palace(stage: Stage) -> World:
    """A palace court: the throne hall on its terrace, long wings, paving."""
    middle = [
        range_strip(stage, parallax=0.12, nearness=0.18, base=0.60, height=0.36, count=4, salt=60),
        row(stage, [Piece(buildings.gate, 0.22, 0.22, 0.14)], base=0.74, parallax=0.35,
            nearness=0.5, salt=61, start=0.05),
        row(stage, [Piece(buildings.palace, 0.70, 0.60, 0.30)], base=GROUND - 0.02, parallax=0.7,
            nearness=0.9, salt=62, start=0.15),
    ]  # fmt: skip
    stone = mix(palette_of(stage.look).stone, stage.look.paper, 0.25)
    ground = paved(stage, top=GROUND - 0.03, tone=stone, salt=63, kerb=0.05)
    return open_air(stage, middle, ground=ground, mist=0.66, edge="pillar")


def temple(stage: Stage) -> World:
    """A temple in the pines: hall, pagoda, mist."""
    middle = [
        range_strip(stage, parallax=0.10, nearness=0.15, base=0.62, height=0.42, count=4, salt=70),
        grove(stage, Grove("pine", 6, 0.76, 0.46, 0.35, 0.5), 71),
        row(stage, [Piece(buildings.palace, 0.56, 0.46, 0.5)], base=GROUND - 0.03, parallax=0.65,
            nearness=0.85, salt=72, start=0.34),
        row(stage, [Piece(buildings.pagoda, 0.13, 0.40, 0.8)], base=GROUND, parallax=0.9,
            nearness=0.95, salt=73, start=0.16),
    ]  # fmt: skip
    return open_air(stage, middle, near=[meadow(stage, top=GROUND, salt=74, thick=0.5)])


def church_yard(stage: Stage) -> World:
    """A church on a rise."""
    middle = [
        hills(stage, parallax=0.2, nearness=0.35, base=0.76, height=0.18, salt=80),
        row(stage, [Piece(buildings.church, 0.40, 0.54, 0.6)], base=GROUND - 0.02, parallax=0.7,
            nearness=0.9, salt=81, start=0.36),
        grove(stage, Grove("bare", 4, GROUND, 0.44, 0.8, 0.75), 82),
    ]  # fmt: skip
    return open_air(stage, middle, near=[meadow(stage, top=GROUND, salt=83)])


def graveyard(stage: Stage) -> World:
    """Korean graves: grass mounds and stones among pines."""
    mounds = [
        Piece(streetside.mound, 0.22, 0.13, 0.07),
        Piece(streetside.gravestone, 0.05, 0.13, 0.05),
    ]
    near_one = [
        Piece(streetside.mound, 0.36, 0.22, 0.30),
        Piece(streetside.gravestone, 0.07, 0.20, 0.22),
    ]
    middle = [
        range_strip(stage, parallax=0.12, nearness=0.18, base=0.62, height=0.34, count=4, salt=90),
        grove(stage, Grove("pine", 7, 0.74, 0.40, 0.28, 0.4), 91),
        hills(stage, parallax=0.4, nearness=0.5, base=0.80, height=0.14, salt=92),
        row(stage, mounds, base=0.755, parallax=0.55, nearness=0.7, salt=93),
    ]
    near = [
        row(stage, near_one, base=GROUND + 0.01, parallax=0.95, nearness=0.95, salt=94, start=0.05),
        meadow(stage, top=GROUND - 0.02, salt=95, thick=1.4),
    ]
    return open_air(stage, middle, near=near)


def ruin(stage: Stage) -> World:
    """Broken walls under a wide sky."""
    walls = [Piece(streetside.dead_house, 0.40, 0.40, 0.14)]
    middle = [
        row(stage, walls, base=0.74, parallax=0.3, nearness=0.4, salt=100, start=0.5),
        row(stage, walls, base=GROUND - 0.01, parallax=0.75, nearness=0.85, salt=101, start=0.05),
        grove(stage, Grove("bare", 2, GROUND, 0.50, 0.85, 0.85), 102),
    ]
    return open_air(stage, middle, near=[meadow(stage, top=GROUND - 0.02, salt=103)])


def well(stage: Stage) -> World:
    """A village well under a tree."""
    middle = [
        hills(stage, parallax=0.15, nearness=0.3, base=0.72, height=0.2, salt=110),
        row(stage, [Piece(buildings.thatched, 0.22, 0.24, 0.4)], base=0.77, parallax=0.45,
            nearness=0.6, salt=111, start=0.08),
        grove(stage, Grove("bare", 2, GROUND - 0.01, 0.66, 0.75, 0.85), 112),
        row(stage, [Piece(streetside.well, 0.19, 0.30, 0.8)], base=GROUND + 0.005, parallax=0.97,
            nearness=1.0, salt=113, start=0.60),
    ]  # fmt: skip
    return open_air(stage, middle, near=[meadow(stage, top=GROUND, salt=114)])


def desert(stage: Stage) -> World:
    """Dunes with crests of light, heat and nothing else."""
    sand = mix(tinted(stage.look, (222, 190, 138)), stage.look.ground, 0.25)
    middle = [
        hills(stage, parallax=0.10, nearness=0.15, base=0.70, height=0.20, salt=120),
        hills(stage, parallax=0.25, nearness=0.35, base=0.80, height=0.24, salt=121),
        hills(stage, parallax=0.55, nearness=0.50, base=0.92, height=0.26, salt=122),
    ]
    ground = ground_strip(stage, top=GROUND, salt=123, colour=sand, rough=0.03)
    return open_air(stage, middle, ground=ground, mist=0.70, edge="none", empty=0.2)


def snowfield(stage: Stage) -> World:
    """Snow to the horizon, bare trees, the far mountains pale."""
    snow = mix(stage.look.paper, (252, 252, 252), 0.55)
    if stage.look.is_dark or stage.look.is_paper:
        snow = mix(snow, stage.look.sky_low, 0.45)
    middle = [
        range_strip(stage, parallax=0.10, nearness=0.12, base=0.66, height=0.34, count=4, salt=130),
        hills(stage, parallax=0.3, nearness=0.22, base=0.82, height=0.18, salt=131),
        grove(stage, Grove("bare", 5, 0.775, 0.36, 0.55, 0.7), 132),
    ]
    ground = ground_strip(stage, top=GROUND - 0.05, salt=133, colour=snow, rough=0.02)
    near = [grove(stage, Grove("bare", 1, GROUND + 0.02, 0.7, 0.95, 0.9), 134)]
    return open_air(stage, middle, ground=ground, near=near, edge="none", empty=0.3)


def swamp(stage: Stage) -> World:
    """Dead trees in still black water, reeds, vapours."""
    murk = mix(tinted(stage.look, (110, 116, 84)), stage.look.near, 0.2)
    middle = [
        grove(stage, Grove("bare", 8, 0.72, 0.46, 0.2, 0.3), 140),
        water_strip(stage, top=0.70, parallax=0.45, salt=141, tone=murk),
        grove(stage, Grove("bare", 4, 0.78, 0.66, 0.55, 0.7), 142),
    ]
    near = [
        grass(stage, base=0.83, height=0.16, parallax=0.9, salt=143, thick=0.7),
        mist_band(stage, 0.80, 0.09, parallax=0.9, salt=144, dense=0.7),
        meadow(stage, top=GROUND + 0.02, salt=145, thick=1.2, tall=0.09),
    ]
    ground = ground_strip(stage, top=GROUND + 0.01, salt=146, colour=murk, rough=0.02)
    return open_air(stage, middle, ground=ground, near=near)


def cave(stage: Stage) -> World:
    """The mouth of a cave from within: dark rock all round, light and mountains outside."""

    def draw(pen: Pen) -> None:
        rock = mix(pen.palette.stone, pen.palette.dark, 0.55)
        pen.rect(-2, -2, 3, 3, mix(rock, pen.palette.dark, 0.62), line=0)
        for index, (grow, shade) in enumerate(((1.75, 0.45), (1.36, 0.22))):
            pen.poly(_mouth(stage, grow, 150 + index), mix(rock, pen.palette.dark, shade), line=1.3)
        _ridges(pen, stage, rock)
        pen.clear(_mouth(stage, 1.0, 156))
        floor = [(-2, 3), (-2, 0.84), *[(x, 0.80 + 0.02 * float(np.sin(x * 9))) for x in
                 np.linspace(-0.6, 1.6, 24)], (3, 0.84), (3, 3)]  # fmt: skip
        pen.poly(floor, mix(rock, pen.palette.dark, 0.2))
        for x, y, long in ((0.22, -0.02, 0.26), (0.30, -0.02, 0.14), (0.70, -0.02, 0.22),
                           (0.80, -0.02, 0.34)):  # fmt: skip
            pen.poly(
                [(x - 0.03, y), (x + 0.03, y), (x + 0.004, y + long)],
                mix(rock, pen.palette.dark, 0.4),
            )

    world = World(indoors=True)
    world.back += [
        backdrop(stage, horizon=0.7),
        range_strip(stage, parallax=0.15, nearness=0.3, base=0.72, height=0.36, count=3, salt=153),
        mist_band(stage, 0.70, 0.12, parallax=0.2, salt=154),
    ]
    light = Room(lambda _pen, _bay: None, lamp=(0.5, 0.62), reach=(0.34, 0.40), dim=0.2)
    world.back.append(
        lit_plate(stage, drawn(stage, draw, parallax=0.95), light, 155, parallax=0.95)
    )
    return world


def _ridges(pen: Pen, stage: Stage, rock: Rgb) -> None:
    """Edges of rock around the mouth, dark with a lit upper side."""
    dice = stage.dice(157)
    lit = mix(rock, pen.look.light, 0.30)
    for _ in range(90):
        turn, reach = dice.uniform(0, 2 * np.pi), dice.uniform(1.15, 2.6)
        x, y = 0.5 + 0.27 * reach * np.cos(turn), 0.50 + 0.34 * reach * np.sin(turn)
        lean = turn + np.pi / 2 + dice.normal() * 0.5
        long = 0.03 + 0.05 * dice.random()
        tip = (float(x + np.cos(lean) * long), float(y + np.sin(lean) * long))
        bend = (
            float(x + np.cos(lean + 0.5) * long * 0.5),
            float(y + np.sin(lean + 0.5) * long * 0.5),
        )
        pen.stroke([(float(x), float(y)), bend, tip], pen.palette.dark, width=2.2, alpha=0.6)
        above = [(a + 0.002, b - 0.006) for a, b in ((float(x), float(y)), bend, tip)]
        pen.stroke(above, lit, width=1.2, alpha=0.35)


def _mouth(stage: Stage, grow: float, salt: int) -> list[Point]:
    """The ragged outline of an opening, counter-clockwise from the left."""
    dice = stage.dice(salt)
    turns = np.linspace(np.pi, 3 * np.pi, 44)
    ragged = 1 + dice.normal(0, 0.05, 44)
    return [
        (0.5 + 0.27 * grow * r * float(np.cos(a)), 0.50 + 0.34 * grow * r * float(np.sin(a)))
        for a, r in zip(turns, ragged, strict=True)
    ]


def bamboo_grove(stage: Stage) -> World:
    """A grove of bamboo, stalks behind stalks."""
    middle = [
        grove(stage, Grove("bamboo", 22, 0.76, 0.80, 0.2, 0.25), 160),
        grove(stage, Grove("bamboo", 14, 0.79, 0.95, 0.5, 0.55), 161),
    ]
    near = [
        grove(stage, Grove("bamboo", 5, GROUND + 0.02, 1.1, 0.95, 0.9), 162),
        meadow(stage, top=GROUND, salt=163),
    ]
    return open_air(stage, middle, near=near)
