"""Settings of the town: streets, alleys, markets, stations, stages of everyday life outside."""

from functools import partial

import numpy as np

from mongyudo.ink import buildings, fixtures, streetside
from mongyudo.ink.looks import mix
from mongyudo.ink.outdoor import Piece, open_air, paved, row
from mongyudo.ink.pen import Pen, palette_of, tinted
from mongyudo.ink.settings_narrow import narrow_lane
from mongyudo.ink.stage import GROUND, Stage, Strip, World
from mongyudo.ink.terrain import hills, range_strip
from mongyudo.ink.trees import Grove, grass, grove
from mongyudo.ink.water import water_strip

Lights = tuple[tuple[float, float, float], ...]
LAMP: Lights = ((0.84, 0.07, 0.42),)
SHOP: Lights = ((0.34, 0.80, 0.42), (0.5, 0.49, 0.40), (0.27, 0.22, 0.20))


def skyline(stage: Stage, *, base: float, height: float, parallax: float, salt: int) -> Strip:
    """Far towers of uneven height, lost in haze."""
    dice = stage.dice(salt)
    pieces = [
        Piece(
            partial(buildings.tower, seed=int(dice.integers(999))),
            float(dice.uniform(0.05, 0.10)),
            height * float(dice.uniform(0.45, 1.0)),
            float(dice.uniform(-0.01, 0.03)),
        )
        for _ in range(11)
    ]
    return row(stage, pieces, base=base, parallax=parallax, nearness=0.25, salt=salt, fade=0.5)


def street(stage: Stage) -> World:
    """A shopping street: shops, poles and wires; by night the signs and lamps glow."""
    shops = [
        Piece(partial(buildings.shopfront, seed=seed), 0.27, 0.58 - 0.05 * (seed % 2), -0.004, SHOP)
        for seed in range(5)
    ]
    lamps = [Piece(streetside.lamp_post, 0.10, 0.66, 0.52, lights=LAMP)]
    poles = [Piece(streetside.pole, 0.62, 0.80)]
    middle = [
        skyline(stage, base=0.66, height=0.42, parallax=0.18, salt=501),
        row(stage, poles, base=0.76, parallax=0.62, nearness=0.55, salt=502),
        row(stage, shops, base=GROUND - 0.05, parallax=0.85, nearness=0.85, salt=503),
    ]
    road = paved(stage, top=GROUND - 0.055, tone=_asphalt(stage), salt=504, lane=True, kerb=0.055)
    stop = [Piece(streetside.bus_stop, 0.24, 0.30, 1.1)]
    waiting = row(
        stage, stop, base=GROUND - 0.01, parallax=0.96, nearness=0.95, salt=506, start=0.52
    )
    near = [
        waiting,
        row(stage, lamps, base=GROUND + 0.01, parallax=1.0, nearness=1.0, salt=505, start=0.78),
    ]
    return open_air(stage, middle, ground=road, near=near, edge="pillar", mist=0.58)


def _asphalt(stage: Stage) -> tuple[int, int, int]:
    return mix(tinted(stage.look, (164, 160, 156)), stage.look.ground, 0.4)


def alley(stage: Stage) -> World:
    """A narrow lane between walls that lean together, one lamp, wires overhead."""
    return narrow_lane(stage)


def apartment(stage: Stage) -> World:
    """An estate of flats: slabs in rows, a path, bare trees."""
    slab = [Piece(partial(buildings.facade, seed=seed), 0.25, 0.70, 0.07) for seed in (1, 2)]
    far = [
        Piece(partial(buildings.facade, seed=seed, floors=12), 0.14, 0.52, 0.05)
        for seed in (3, 4, 5)
    ]
    middle = [
        row(stage, far, base=0.70, parallax=0.2, nearness=0.3, salt=511, start=0.1),
        row(stage, slab, base=GROUND - 0.03, parallax=0.55, nearness=0.8, salt=512, start=0.04),
        grove(stage, Grove("bare", 5, GROUND, 0.30, 0.8, 0.7), 513),
    ]
    near = [
        row(stage, [Piece(streetside.railing, 0.5, 0.075)], base=GROUND + 0.0, parallax=0.95,
            nearness=0.95, salt=514),
    ]  # fmt: skip
    return open_air(
        stage,
        middle,
        ground=paved(stage, top=GROUND - 0.03, tone=_asphalt(stage), salt=515),
        near=near,
        mist=0.66,
    )


def market(stage: Stage) -> World:
    """A market lane: stalls with striped cloths and bare bulbs."""
    stalls = [
        Piece(partial(streetside.stall, seed=seed), 0.36, 0.50, 0.03, ((0.5, 0.40, 0.55),))
        for seed in range(4)
    ]
    shops = [
        Piece(partial(buildings.shopfront, seed=seed + 7), 0.24, 0.62, 0.0) for seed in range(4)
    ]
    middle = [
        row(stage, shops, base=0.74, parallax=0.55, nearness=0.5, salt=521),
        row(stage, stalls, base=GROUND - 0.02, parallax=0.9, nearness=0.95, salt=522),
    ]
    ground = paved(stage, top=GROUND - 0.04, tone=_asphalt(stage), salt=523)
    return open_air(stage, middle, ground=ground, mist=0.60, edge="curtain")


def station(stage: Stage) -> World:
    """A railway platform: roof on iron posts, a clock, rails and a far signal."""
    roof = [Piece(_platform_roof, 0.52, 0.74)]
    waiting = [
        row(stage, [Piece(streetside.carriage, 0.80, 0.30, 0.05)], base=0.72, parallax=0.6,
            nearness=0.7, salt=532, start=0.15)
    ]  # fmt: skip
    if any(effect.name == "departure" for effect in stage.scene.effects):
        waiting = []  # the train is the effect's, and leaves
    middle = [
        skyline(stage, base=0.62, height=0.34, parallax=0.15, salt=531),
        *waiting,
        row(stage, roof, base=GROUND - 0.02, parallax=0.95, nearness=0.95, salt=533),
    ]  # fmt: skip
    tone = mix(palette_of(stage.look).stone, stage.look.ground, 0.3)
    ground = paved(stage, top=GROUND - 0.05, tone=tone, salt=534, kerb=0.03)
    return open_air(stage, middle, ground=ground, mist=0.66, edge="pillar")


def _platform_roof(pen: Pen) -> None:
    iron = mix(pen.palette.metal, pen.palette.dark, 0.4)
    pen.poly([(-0.02, 0.0), (1.02, 0.0), (1.02, 0.07), (-0.02, 0.07)], iron)
    pen.poly([(-0.02, 0.07), (1.02, 0.07), (1.02, 0.11), (-0.02, 0.11)], pen.palette.dark_wood)
    for x in (0.22, 0.78):
        pen.rect(x - 0.012, 0.10, x + 0.012, 1.0, iron)
        for side in (-1, 1):
            pen.stroke([(x, 0.28), (x + side * 0.10, 0.11)], iron, width=2.6, alpha=1)
    ratio = pen.high / pen.wide
    pen.stroke([(0.5, 0.11), (0.5, 0.16)], iron, width=2)
    fixtures.clock(pen.within(0.5 - 0.06 * ratio, 0.15, 0.5 + 0.06 * ratio, 0.27))
    streetside.bench(pen.within(0.36, 0.84, 0.64, 1.0))


def bridge(stage: Stage) -> World:
    """A long bridge over a river: railings, lamps, the far bank in haze."""
    piers = [Piece(_pier, 0.34, 0.26)]
    middle = [
        skyline(stage, base=0.60, height=0.30, parallax=0.12, salt=541),
        water_strip(stage, top=0.58, parallax=0.25, salt=542),
        row(stage, piers, base=0.86, parallax=0.9, nearness=0.7, salt=543),
    ]
    deck = paved(stage, top=GROUND - 0.03, tone=_asphalt(stage), salt=544, lane=True, kerb=0.03)
    near = [
        row(
            stage,
            [Piece(streetside.railing, 0.4, 0.13)],
            base=GROUND - 0.02,
            parallax=1.0,
            nearness=0.95,
            salt=545,
        ),
        row(
            stage,
            [Piece(streetside.lamp_post, 0.10, 0.60, 0.5, lights=LAMP)],
            base=GROUND,
            parallax=1.0,
            nearness=1.0,
            salt=546,
            start=0.2,
        ),
    ]
    return open_air(stage, middle, ground=deck, near=near, edge="none", mist=0.60)


def _pier(pen: Pen) -> None:
    iron = mix(pen.palette.metal, pen.palette.red, 0.2)
    pen.rect(-0.02, 0.02, 1.02, 0.22, iron)
    for x in (0.0, 0.5, 1.0):
        pen.stroke([(x, 0.22), (x - 0.25, 0.02)], width=1.6)
        pen.stroke([(x, 0.22), (x + 0.25, 0.02)], width=1.6)
    pen.poly([(0.42, 0.22), (0.58, 0.22), (0.62, 1.0), (0.38, 1.0)], pen.palette.stone)


def park(stage: Stage) -> World:
    """A park: blossom, benches, lamps, a path."""
    middle = [
        skyline(stage, base=0.60, height=0.24, parallax=0.12, salt=551),
        hills(stage, parallax=0.22, nearness=0.35, base=0.74, height=0.16, salt=552),
        grove(stage, Grove("pine", 4, 0.76, 0.34, 0.4, 0.5), 553),
        grove(stage, Grove("blossom", 5, GROUND - 0.01, 0.46, 0.75, 0.85), 554),
    ]
    near = [
        row(
            stage,
            [
                Piece(streetside.bench, 0.16, 0.10, 0.5),
                Piece(streetside.lamp_post, 0.09, 0.5, 0.2, lights=LAMP),
            ],
            base=GROUND + 0.01,
            parallax=1.0,
            nearness=0.95,
            salt=555,
            start=0.1,
        ),
        grass(stage, base=GROUND + 0.0, height=0.035, parallax=1.0, salt=556),
    ]
    return open_air(stage, middle, near=near)


def playground(stage: Stage) -> World:
    """A playground: a swing, a slide, flats behind."""
    flats = [Piece(partial(buildings.facade, seed=seed), 0.22, 0.46, 0.08) for seed in (3, 9)]
    toys = [Piece(streetside.swing, 0.30, 0.36, 0.06), Piece(streetside.slide, 0.26, 0.34, 0.16)]
    middle = [
        row(stage, flats, base=0.72, parallax=0.3, nearness=0.4, salt=561),
        grove(stage, Grove("bare", 5, 0.77, 0.36, 0.5, 0.6), 562),
        row(
            stage,
            [Piece(streetside.fence, 0.22, 0.08)],
            base=0.78,
            parallax=0.7,
            nearness=0.7,
            salt=563,
        ),
        row(stage, toys, base=GROUND + 0.01, parallax=0.95, nearness=0.95, salt=564, start=0.06),
    ]
    sand = mix(tinted(stage.look, (218, 194, 150)), stage.look.ground, 0.3)
    return open_air(stage, middle, ground=paved(stage, top=GROUND - 0.04, tone=sand, salt=565))


def school_yard(stage: Stage) -> World:
    """The school from its yard."""
    middle = [
        range_strip(stage, parallax=0.12, nearness=0.15, base=0.62, height=0.26, count=4, salt=571),
        row(stage, [Piece(buildings.school_house, 0.84, 0.40, 0.06)], base=0.75, parallax=0.5,
            nearness=0.75, salt=572, start=0.08),
        grove(stage, Grove("pine", 4, 0.77, 0.28, 0.6, 0.7), 573),
    ]  # fmt: skip
    sand = mix(tinted(stage.look, (218, 194, 150)), stage.look.ground, 0.3)
    return open_air(stage, middle, ground=paved(stage, top=GROUND - 0.05, tone=sand, salt=574))


def roof(stage: Stage) -> World:
    """A roof top: parapet, water tank, the city far below."""
    middle = [
        skyline(stage, base=0.74, height=0.50, parallax=0.15, salt=581),
        skyline(stage, base=0.84, height=0.36, parallax=0.32, salt=582),
    ]
    tone = mix(palette_of(stage.look).stone, tinted(stage.look, (96, 132, 104)), 0.45)
    near = [
        row(stage, [Piece(_tank, 0.16, 0.30, 0.62)], base=GROUND - 0.01, parallax=0.9, nearness=0.9,
            salt=583, start=0.70),
        row(stage, [Piece(_parapet, 0.5, 0.10)], base=GROUND - 0.015, parallax=0.97, nearness=1.0,
            salt=584),
    ]  # fmt: skip
    return open_air(stage, middle, ground=paved(stage, top=GROUND - 0.03, tone=tone, salt=585),
                    near=near, mist=0.76, edge="none")  # fmt: skip


def _tank(pen: Pen) -> None:
    for x in (0.12, 0.8):
        pen.rect(x, 0.55, x + 0.06, 1.0, pen.palette.metal)
    pen.rect(0.04, 0.12, 0.96, 0.60, tinted(pen.look, (96, 140, 168)))
    pen.oval(0.5, 0.12, 0.46, 0.08, tinted(pen.look, (116, 158, 182)))
    pen.stroke([(0.3, 0.10), (0.3, -0.22)], width=1.6)
    for y in (-0.20, -0.14, -0.08):
        pen.stroke([(0.18, y), (0.42, y)], width=1.2)


def _parapet(pen: Pen) -> None:
    pen.rect(0, 0.25, 1, 1, pen.palette.stone)
    pen.rect(-0.01, 0.0, 1.01, 0.28, mix(pen.palette.stone, pen.look.light, 0.25))
    for x in (0.25, 0.5, 0.75):
        pen.stroke([(x, 0.28), (x, 1)], width=1, alpha=0.4)


def stadium(stage: Stage) -> World:
    """A sports ground: stands full of dots, floodlights, a goal."""
    middle = [
        row(stage, [Piece(_floodlight, 0.10, 0.62, 0.46)], base=0.66, parallax=0.25, nearness=0.5,
            salt=591, start=0.12),
        row(stage, [Piece(_stand, 0.62, 0.32)], base=0.72, parallax=0.4, nearness=0.65, salt=592),
        row(stage, [Piece(_goal, 0.24, 0.22, 0.7)], base=GROUND - 0.02, parallax=0.9, nearness=0.95,
            salt=593, start=0.64),
    ]  # fmt: skip
    turf = mix(palette_of(stage.look).green, stage.look.ground, 0.35)
    return open_air(
        stage,
        middle,
        ground=paved(stage, top=GROUND - 0.07, tone=turf, salt=594, lane=True),
        mist=0.70,
        edge="none",
    )


def _stand(pen: Pen) -> None:
    dice = np.random.default_rng(31)
    pen.poly([(0, 0.0), (1, 0.0), (1, 0.14), (0, 0.14)], pen.palette.metal)
    pen.rect(0, 0.12, 1, 1, mix(pen.palette.stone, pen.palette.dark, 0.3))
    hues = (
        pen.palette.paper,
        pen.palette.red,
        pen.palette.key,
        pen.palette.dark,
        pen.palette.green,
    )
    for tier in range(7):
        y = 0.22 + tier * 0.11
        pen.stroke([(0, y + 0.05), (1, y + 0.05)], width=0.9, alpha=0.5)
        for x in np.linspace(0.01, 0.99, 40):
            hue = hues[int(dice.integers(5))]
            pen.disc(x + dice.normal() * 0.004, y, 0.026, mix(hue, pen.palette.stone, 0.35), line=0)


def _floodlight(pen: Pen) -> None:
    pen.stroke([(0.5, 1), (0.5, 0.1)], pen.palette.dark, width=3, alpha=1)
    pen.glow(0.5, 0.06, 0.40, 0.75 if pen.look.is_dark else 0.3)
    pen.rect(0.1, 0.0, 0.9, 0.12, pen.palette.metal)
    for x in (0.24, 0.5, 0.76):
        pen.disc(x, 0.06, 0.035, pen.palette.lit, line=0.4)


def _goal(pen: Pen) -> None:
    for x in np.linspace(0.06, 0.94, 12):
        pen.stroke([(x, 0.04), (x * 0.9 + 0.05, 0.94)], pen.palette.paper, width=0.7, alpha=0.6)
    for y in np.linspace(0.1, 0.9, 8):
        pen.stroke([(0.04, y), (0.96, y)], pen.palette.paper, width=0.7, alpha=0.6)
    pen.stroke(
        [(0.02, 1), (0.02, 0.02), (0.98, 0.02), (0.98, 1)], pen.palette.paper, width=4, alpha=1
    )


def factory(stage: Stage) -> World:
    """Works with chimneys."""
    works = [Piece(buildings.factory, 0.62, 0.54, 0.06)]
    middle = [
        skyline(stage, base=0.66, height=0.30, parallax=0.15, salt=601),
        row(stage, works, base=0.77, parallax=0.5, nearness=0.75, salt=602, start=0.1),
    ]
    near = [row(stage, [Piece(streetside.railing, 0.4, 0.12)], base=GROUND, parallax=0.95,
                nearness=0.95, salt=603)]  # fmt: skip
    return open_air(
        stage,
        middle,
        ground=paved(stage, top=GROUND - 0.04, tone=_asphalt(stage), salt=604),
        near=near,
        edge="pillar",
    )


def amusement_park(stage: Stage) -> World:
    """A fair: the great wheel, tents, strings of lamps."""
    middle = [
        skyline(stage, base=0.66, height=0.22, parallax=0.12, salt=611),
        row(
            stage,
            [Piece(streetside.ferris_wheel, 0.44, 0.66, 0.5)],
            base=0.76,
            parallax=0.35,
            nearness=0.65,
            salt=612,
            start=0.46,
        ),
        row(
            stage,
            [
                Piece(streetside.circus_tent, 0.30, 0.36, 0.22),
                Piece(streetside.lamp_post, 0.09, 0.5, 0.12, lights=LAMP),
            ],
            base=GROUND - 0.02,
            parallax=0.75,
            nearness=0.9,
            salt=613,
            start=0.06,
        ),
    ]
    return open_air(
        stage,
        middle,
        ground=paved(stage, top=GROUND - 0.04, tone=_asphalt(stage), salt=614),
        edge="none",
    )
