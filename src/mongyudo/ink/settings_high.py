"""High above the town: a scaffold, the outer wall of a tower, the top of a castle's tower; and the
rooms within towers, under houses and in works."""

import numpy as np

from mongyudo.ink import fixtures, furniture
from mongyudo.ink.interiors import Room, build_room
from mongyudo.ink.looks import mix
from mongyudo.ink.outdoor import Piece, open_air, paved, row
from mongyudo.ink.pen import Pen, palette_of, tinted
from mongyudo.ink.settings_city import skyline
from mongyudo.ink.stage import GROUND, Stage, Strip, World
from mongyudo.ink.terrain import range_strip


def _far_town(stage: Stage, salt: int) -> list[Strip]:
    """Roofs of the town, far below."""
    return [
        skyline(stage, base=0.84, height=0.34, parallax=0.15, salt=salt),
        skyline(stage, base=0.98, height=0.34, parallax=0.32, salt=salt + 1),
    ]


def scaffold(stage: Stage) -> World:
    """On a scaffold high over the town: steel pipes, planks, a crane behind."""
    middle = [
        *_far_town(stage, 741),
        row(stage, [Piece(_crane, 0.46, 0.78)], base=0.94, parallax=0.4, nearness=0.55, salt=743,
            start=0.5, fade=0.2),
        row(stage, [Piece(_pipes, 0.36, 0.96)], base=1.02, parallax=0.95, nearness=0.95, salt=744),
    ]  # fmt: skip
    plank = mix(palette_of(stage.look).wood, stage.look.ground, 0.15)
    near = [row(stage, [Piece(_planks, 0.36, 0.24)], base=GROUND + 0.215, parallax=1.0,
                nearness=1.0, salt=746)]  # fmt: skip
    ground = paved(stage, top=GROUND - 0.02, tone=plank, salt=745)
    return open_air(stage, middle, ground=ground, near=near, mist=0.84, edge="none")


def _crane(pen: Pen) -> None:
    """A tower crane with its jib and a load on the rope."""
    iron = mix(pen.palette.red, pen.palette.metal, 0.3)
    for x in (0.26, 0.33):
        pen.rect(x, 0.02, x + 0.012, 1.0, iron)
    for y in np.linspace(0.08, 0.96, 14):
        pen.stroke([(0.26, y), (0.34, y - 0.06)], iron, width=1.4)
    pen.rect(0.04, 0.10, 1.0, 0.13, iron)
    pen.stroke([(0.30, 0.0), (0.96, 0.10)], iron, width=1.6)
    pen.stroke([(0.30, 0.0), (0.06, 0.10)], iron, width=1.6)
    pen.rect(0.04, 0.13, 0.14, 0.20, pen.palette.stone)
    pen.stroke([(0.84, 0.13), (0.84, 0.36)], width=1.3)
    pen.rect(0.78, 0.36, 0.90, 0.40, pen.palette.metal)


def _pipes(pen: Pen) -> None:
    """Upright and cross pipes of a scaffold, clamped together."""
    steel = mix(pen.palette.metal, pen.look.light, 0.12)
    for y in (0.16, 0.52):
        pen.rect(-0.01, y, 1.01, y + 0.018, steel)
    pen.stroke([(0.05, 0.96), (0.95, 0.06)], steel, width=3.0, alpha=1)
    for x in (0.04, 0.94):
        pen.rect(x, -0.2, x + 0.022, 1.2, steel)
        for y in (0.16, 0.52):
            pen.disc(x + 0.011, y + 0.009, 0.018, pen.palette.dark, line=0.6)


def _planks(pen: Pen) -> None:
    """The edge of the planks one stands on, the drop below them."""
    wood = pen.palette.wood
    pen.rect(-0.01, 0.56, 1.01, 1.3, mix(pen.look.mist, pen.look.sky_low, 0.5), line=0)
    pen.rect(-0.01, 0.40, 1.01, 0.56, mix(wood, pen.palette.dark, 0.3))
    for x in (0.0, 0.25, 0.5, 0.75):
        pen.stroke([(x + 0.02, 0.10), (x, 0.40)], width=1.0, alpha=0.6)
        pen.rect(x + 0.10, 0.56, x + 0.125, 1.3, mix(pen.palette.metal, pen.palette.dark, 0.2))


def facade(stage: Stage) -> World:
    """Before the outer wall of a tower, high up: rows of panes, a hanging platform, the town far
    below."""
    middle = [
        *_far_town(stage, 751),
        row(stage, [Piece(_panes, 0.62, 1.24, 0.22)], base=1.10, parallax=0.9, nearness=0.9,
            salt=753, start=-0.10),
    ]  # fmt: skip
    tone = mix(palette_of(stage.look).metal, stage.look.ground, 0.2)
    near = [row(stage, [Piece(_platform, 0.62, 0.30)], base=GROUND + 0.13, parallax=1.0,
                nearness=1.0, salt=754, start=-0.08)]  # fmt: skip
    ground = paved(stage, top=GROUND + 0.24, tone=tone, salt=755)
    return open_air(stage, middle, ground=ground, near=near, mist=0.88, edge="none")


def _panes(pen: Pen) -> None:
    """A high wall of glass between floors of stone, with its one edge in the open air."""
    stone = mix(pen.palette.stone, pen.palette.wall, 0.4)
    pen.rect(0, -0.2, 0.80, 1.1, stone)
    glass = mix(pen.palette.glass, pen.look.sky_top, 0.35)
    dice = np.random.default_rng(40)
    for y in np.linspace(0.0, 0.96, 8):
        for x in np.linspace(0.03, 0.65, 6):
            lit = pen.look.is_dark and dice.random() < 0.4
            pen.rect(x, y + 0.02, x + 0.10, y + 0.105, pen.palette.lit if lit else glass, line=0.8)
            pen.stroke([(x + 0.01, y + 0.10), (x + 0.06, y + 0.03)], pen.look.light, width=1.2)
        pen.stroke([(0, y), (0.80, y)], width=1.4)
    pen.rect(0.80, -0.2, 0.83, 1.1, mix(stone, pen.palette.dark, 0.35))


def _platform(pen: Pen) -> None:
    """A narrow platform on ropes, as window cleaners have."""
    iron = mix(pen.palette.metal, pen.palette.dark, 0.3)
    for x in (0.04, 0.96):
        pen.stroke([(x, -4.0), (x, 0.66)], width=2.0, alpha=0.9)
    pen.rect(-0.01, 0.56, 1.01, 0.90, iron)
    pen.rect(-0.01, 0.90, 1.01, 0.98, mix(iron, pen.palette.dark, 0.4))
    pen.rect(-0.01, 0.22, 1.01, 0.25, iron)
    for x in np.linspace(0.02, 0.968, 7):
        pen.rect(x, 0.22, x + 0.012, 0.58, iron)


def tower(stage: Stage) -> World:
    """The top of a high stone tower: battlements, a flag, the land far below."""
    middle = [
        range_strip(stage, parallax=0.10, nearness=0.2, base=0.80, height=0.50, count=4, salt=761),
        range_strip(stage, parallax=0.25, nearness=0.35, base=0.92, height=0.36, count=3, salt=762),
        row(stage, [Piece(_turret, 0.24, 0.62, 0.5)], base=GROUND + 0.06, parallax=0.85,
            nearness=0.85, salt=763, start=0.70),
        row(stage, [Piece(_battlement, 0.22, 0.20)], base=GROUND + 0.02, parallax=0.97,
            nearness=0.97, salt=764),
    ]  # fmt: skip
    tone = mix(palette_of(stage.look).stone, stage.look.ground, 0.2)
    ground = paved(stage, top=GROUND, tone=tone, salt=765)
    return open_air(stage, middle, ground=ground, mist=0.78, edge="none")


def _battlement(pen: Pen) -> None:
    """Two merlons and the wall below them."""
    stone = pen.palette.stone
    pen.rect(-0.01, 0.42, 1.01, 1.0, stone)
    for x in (0.06, 0.56):
        pen.rect(x, 0.0, x + 0.28, 0.46, mix(stone, pen.look.light, 0.15))
    for y in (0.58, 0.78):
        pen.stroke([(0, y), (1, y)], width=1, alpha=0.5)
    for x in (0.12, 0.44, 0.78):
        pen.stroke([(x, 0.58), (x, 0.78)], width=1, alpha=0.5)


def _turret(pen: Pen) -> None:
    """The head of the tower with its pointed roof, a slit and a flag."""
    stone = mix(pen.palette.stone, pen.palette.dark, 0.1)
    pen.rect(0.20, 0.36, 0.80, 1.0, stone)
    pen.poly([(0.10, 0.38), (0.5, 0.06), (0.90, 0.38)], pen.palette.red)
    pen.rect(0.46, 0.50, 0.54, 0.66, pen.palette.dark)
    pen.stroke([(0.5, 0.06), (0.5, -0.10)], width=2)
    pen.poly([(0.5, -0.10), (0.74, -0.06), (0.5, -0.02)], pen.look.accents[0])
    for y in (0.48, 0.60, 0.72, 0.84):
        pen.stroke([(0.20, y), (0.80, y)], width=0.9, alpha=0.4)


def tower_room(stage: Stage) -> World:
    """Within a tower: rough stones, a narrow arched window, stairs that wind up the wall."""

    def wall(pen: Pen, bay: int) -> None:
        _stones(pen, 31 + bay)
        fixtures.window(pen.within(0.42, 0.10, 0.56, 0.50), 2, 3)
        for step in range(9):
            x, y = 0.99 - step * 0.045, 0.98 - step * 0.105
            pen.rect(x - 0.13, y - 0.035, x + 0.02, y, mix(pen.palette.stone, pen.look.light, 0.2))
        if bay % 2 == 0:
            fixtures.iron_door(pen.within(0.10, 0.34, 0.24, 1.0))

    palette = palette_of(stage.look, indoors=True)
    made = Room(wall, windows=True, tint=mix(palette.stone, palette.dark, 0.12), boards="tiles",
                lamp=(0.5, 0.36), reach=(0.30, 0.5), dim=0.16, deep=0.60, edge="none")  # fmt: skip
    return build_room(stage, made)


def _stones(pen: Pen, seed: int) -> None:
    """Courses of rough stone."""
    dice = np.random.default_rng(seed)
    for y in np.linspace(0.08, 0.92, 9):
        pen.stroke([(0, y), (1, y)], width=1, alpha=0.4)
        for x in np.sort(dice.uniform(0.02, 0.98, 8)):
            pen.stroke([(float(x), y), (float(x), y + 0.105)], width=0.9, alpha=0.35)


def boiler_room(stage: Stage) -> World:
    """A room of machines: a boiler with its fire door and gauges, pipes, a fuse box."""

    def wall(pen: Pen, bay: int) -> None:
        pipe = mix(pen.palette.metal, pen.palette.red, 0.25)
        for y in (0.04, 0.12):
            pen.rect(-0.02, y, 1.02, y + 0.045, pipe)
        for x in (0.46, 0.90):
            pen.rect(x, 0.10, x + 0.03, 1.0, pipe)
        boiler(pen.stand(0.10, 0.18, 0.40, 1.0))
        if bay % 2 == 0:
            fixtures.iron_door(pen.within(0.56, 0.34, 0.70, 1.0))
        else:
            boiler(pen.stand(0.56, 0.18, 0.86, 1.0))
        pen.rect(0.77, 0.36, 0.86, 0.62, pen.palette.metal)
        for row_y in (0.42, 0.49, 0.56):
            pen.disc(0.80, row_y, 0.015, pen.palette.lit, line=0.4)
            pen.disc(0.83, row_y, 0.015, pen.palette.red, line=0.4)

    palette = palette_of(stage.look, indoors=True)
    made = Room(wall, None, tint=mix(palette.stone, palette.dark, 0.18), boards="tiles", dim=0.18,
                lamp=(0.36, 0.44), reach=(0.30, 0.46), edge="none")  # fmt: skip
    return build_room(stage, made)


def boiler(pen: Pen) -> None:
    """A standing boiler: a round-topped tank, bands, a gauge, a fire door that glows, a flue."""
    steel = mix(pen.palette.metal, tinted(pen.look, (120, 110, 104)), 0.45)
    pen.rect(0.62, -0.16, 0.74, 0.16, mix(steel, pen.palette.dark, 0.2))
    t = np.linspace(np.pi, 0, 20)
    dome = [(0.5 + 0.42 * float(np.cos(a)), 0.24 - 0.18 * float(np.sin(a))) for a in t]
    pen.poly([*dome, (0.92, 0.94), (0.08, 0.94)], steel)
    pen.poly([(0.14, 0.22), (0.26, 0.16), (0.24, 0.92), (0.14, 0.92)],
             mix(steel, pen.look.light, 0.35), line=0)  # fmt: skip
    for y in (0.28, 0.56, 0.88):
        pen.rect(0.06, y, 0.94, y + 0.03, mix(steel, pen.palette.dark, 0.35))
    pen.disc(0.5, 0.42, 0.075, pen.palette.paper)
    pen.stroke([(0.5, 0.42), (0.56, 0.38)], pen.palette.red, width=2, alpha=1)
    pen.rect(0.30, 0.64, 0.70, 0.84, pen.palette.dark)
    pen.rect(0.34, 0.67, 0.66, 0.81, mix(pen.palette.lit, (236, 120, 50), 0.6))
    for x in (0.42, 0.5, 0.58):
        pen.stroke([(x, 0.67), (x, 0.81)], pen.palette.dark, width=2.4, alpha=1)
    for x in (0.14, 0.78):
        pen.rect(x, 0.94, x + 0.08, 1.0, pen.palette.dark)


def workshop(stage: Stage) -> World:
    """The inside of a factory: windows high up, pipes, tools on a board, a belt with boxes, a bench
    with a vice."""

    def wall(pen: Pen, bay: int) -> None:
        for x in (0.04, 0.36, 0.68):
            fixtures.window(pen.within(x, 0.05, x + 0.27, 0.26), 4, 2)
        pen.rect(-0.02, 0.31, 1.02, 0.35, mix(pen.palette.metal, pen.palette.red, 0.25))
        _tools(pen.within(0.06 + 0.5 * (bay % 2), 0.40, 0.34 + 0.5 * (bay % 2), 0.66))
        _belt(pen.stand(-0.02, 0.62, 1.02, 1.0), 5 + bay)

    def floor(pen: Pen) -> None:
        _bench(pen.stand(0.03, 0.58, 0.22, 0.80))

    def lamps(pen: Pen) -> None:
        for x in (0.30, 0.70):
            fixtures.hanging_lamp(pen.within(x - 0.035, -0.05, x + 0.035, 0.20))

    palette = palette_of(stage.look, indoors=True)
    grey = mix(palette.stone, palette.wall, 0.45)
    made = Room(wall, floor, windows=True, tint=grey, ceiling=lamps, boards="tiles",
                floor_tint=mix(palette.stone, palette.floor, 0.3), edge="none")  # fmt: skip
    return build_room(stage, made)


def _tools(pen: Pen) -> None:
    """A board with a hammer, a wrench, a saw and a driver."""
    pen.rect(0, 0, 1, 1, mix(pen.palette.wood, pen.palette.wall, 0.35))
    steel, wood = pen.palette.metal, pen.palette.dark_wood
    pen.rect(0.08, 0.16, 0.24, 0.32, steel)
    pen.rect(0.14, 0.32, 0.18, 0.86, wood)
    pen.disc(0.38, 0.22, 0.10, steel)
    pen.rect(0.36, 0.28, 0.40, 0.86, steel)
    pen.poly([(0.52, 0.20), (0.74, 0.62), (0.56, 0.70)], steel)
    pen.rect(0.50, 0.10, 0.60, 0.24, wood)
    pen.rect(0.83, 0.12, 0.90, 0.42, pen.palette.red)
    pen.stroke([(0.865, 0.42), (0.865, 0.86)], steel, width=2.2, alpha=1)


def _belt(pen: Pen, seed: int) -> None:
    """A belt on rollers and legs, with boxes and parts on it."""
    dice = np.random.default_rng(seed)
    steel = mix(pen.palette.metal, pen.palette.dark, 0.2)
    for x in np.linspace(0.04, 0.96, 6):
        pen.rect(x, 0.55, x + 0.014, 1.0, steel)
    hues = (pen.palette.wood, pen.palette.paper, mix(pen.palette.red, pen.palette.wood, 0.4))
    for index, x in enumerate(np.linspace(0.06, 0.88, 7)):
        wide, tall = dice.uniform(0.05, 0.08), dice.uniform(0.16, 0.28)
        pen.rect(x, 0.38 - tall, x + wide, 0.38, hues[index % len(hues)])
        pen.stroke([(x + wide / 2, 0.38 - tall), (x + wide / 2, 0.38)], width=1, alpha=0.5)
    pen.rect(0, 0.38, 1, 0.44, pen.palette.dark)
    pen.rect(0, 0.44, 1, 0.58, steel)
    for x in np.linspace(0.03, 0.97, 24):
        pen.disc(x, 0.51, 0.045, mix(pen.palette.metal, pen.look.light, 0.3), line=0.6)


def _bench(pen: Pen) -> None:
    """A thick bench with a vice, a drawer and a box of parts."""
    furniture.table(pen.within(0, 0.24, 1, 1.0))
    steel = mix(pen.palette.metal, pen.palette.dark, 0.25)
    for x in (0.62, 0.76):
        pen.rect(x, 0.06, x + 0.08, 0.24, steel)
    pen.stroke([(0.56, 0.18), (0.94, 0.18)], steel, width=3, alpha=1)
    pen.rect(0.12, 0.12, 0.36, 0.27, mix(pen.palette.red, pen.palette.dark, 0.2))


def ondol(stage: Stage) -> World:
    """The inside of an old house: papered walls, a lattice door, an oiled warm floor, a chest with
    quilts, a low table."""

    def wall(pen: Pen, bay: int) -> None:
        wood = pen.palette.dark_wood
        fixtures.paper_door(pen.within(0.34, 0.14, 0.62, 1.0), glowing=True)
        for x in (0.0, 0.27, 0.69, 0.97):
            pen.rect(x, 0.0, x + 0.03, 1.0, wood)
        pen.rect(-0.01, 0.0, 1.01, 0.06, wood)
        if bay % 2 == 0:
            furniture.chest(pen.stand(0.74, 0.48, 0.95, 1.0))
        fixtures.window(pen.within(0.09, 0.24, 0.22, 0.56), 3, 3)

    def floor(pen: Pen) -> None:
        quilt = mix(pen.palette.red, pen.palette.cloth, 0.35)
        pen.poly([(0.12, 0.72), (0.36, 0.72), (0.32, 0.82), (0.04, 0.82)], quilt)
        pen.poly([(0.12, 0.72), (0.19, 0.72), (0.13, 0.82), (0.04, 0.82)], pen.palette.paper)
        furniture.low_table(pen.stand(0.66, 0.68, 0.82, 0.80))

    palette = palette_of(stage.look, indoors=True)
    oiled = mix(palette.floor, tinted(stage.look, (214, 168, 88), indoors=True), 0.65)
    return build_room(
        stage, Room(wall, floor, windows=True, floor_tint=oiled, boards="tiles",
                    lamp=(0.46, 0.46)))  # fmt: skip
