"""Settings with a roof: homes, schools, offices, hospitals, shops, halls."""

from mongyudo.ink import fixtures, furniture
from mongyudo.ink.interiors import Quad, Room, build_room, side_windows
from mongyudo.ink.looks import mix
from mongyudo.ink.paper import mist_band
from mongyudo.ink.pen import Pen, palette_of
from mongyudo.ink.stage import Stage, World

_BEAMS: tuple[Quad, ...] = (
    ((0.30, 0.76), (0.42, 0.76), (0.36, 0.98), (0.20, 0.98)),
    ((0.58, 0.76), (0.70, 0.76), (0.70, 0.98), (0.54, 0.98)),
)


def room(stage: Stage) -> World:
    """A bedroom: a window, a bed, a picture, a shelf."""

    def wall(pen: Pen, bay: int) -> None:
        fixtures.window(pen.within(0.30, 0.12, 0.54, 0.62))
        fixtures.curtain(pen.within(0.22, 0.06, 0.31, 0.74), gathered=True)
        fixtures.picture(pen.within(0.64, 0.20, 0.76, 0.38))
        if bay % 2 == 0:
            fixtures.door(pen.within(0.04, 0.26, 0.17, 1.0))
        furniture.shelf(pen.stand(0.84, 0.34, 0.98, 1.0), 5 + bay)

    def floor(pen: Pen) -> None:
        furniture.bed(pen.stand(0.52, 0.56, 0.86, 0.80))

    return build_room(
        stage, Room(wall, floor, windows=True, beams=_BEAMS, lamp=(0.44, 0.46), sun=(0.45, 0.27))
    )


def home(stage: Stage) -> World:
    """A living room: paper doors, a sofa, family pictures."""

    def wall(pen: Pen, bay: int) -> None:
        fixtures.window(pen.within(0.06, 0.14, 0.32, 0.60), 4, 3)
        fixtures.paper_door(pen.within(0.42, 0.20, 0.66, 1.0), glowing=stage.look.is_dark)
        fixtures.picture(pen.within(0.72, 0.22, 0.80, 0.38))
        fixtures.picture(pen.within(0.83, 0.26, 0.90, 0.38))
        if bay % 2 == 0:
            furniture.chest(pen.stand(0.74, 0.58, 0.94, 1.0))
        else:
            furniture.plant(pen.stand(0.78, 0.58, 0.90, 1.0))

    def floor(pen: Pen) -> None:
        furniture.sofa(pen.stand(0.10, 0.58, 0.40, 0.78))

    return build_room(
        stage,
        Room(wall, floor, windows=True, beams=_BEAMS[:1], lamp=(0.54, 0.46), sun=(0.27, 0.27)),
    )


def corridor(stage: Stage) -> World:
    """A long corridor: doors on both sides, a lamp at the end; its wall where a door matters."""

    door = any(prop.concept == "door" for prop in stage.scene.props)
    flat = stage.tracks or door or bool(stage.scene.view)

    def wall(pen: Pen, bay: int) -> None:
        if flat:
            for x in (0.05, 0.55):
                fixtures.window(pen.within(x + 0.02, 0.12, x + 0.24, 0.60), 4, 4)
            if not door:
                fixtures.door(pen.within(0.34, 0.20, 0.48, 1.0), ajar=0.3 * (bay % 2))
            return
        fixtures.door(pen.within(0.22, 0.14, 0.78, 1.0), ajar=0.35)
        fixtures.exit_sign(pen.within(0.36, 0.02, 0.64, 0.10))

    def floor(pen: Pen) -> None:
        for near in (0.86, 0.55, 0.28):
            _side_door(pen, near, left=True)
            _side_door(pen, near, left=False)

    deep = 0.68 if flat else 0.20
    back = (0.10, 0.68) if flat else (0.30, 0.58)
    return build_room(
        stage,
        Room(wall, None if flat else floor, windows=flat, beams=_BEAMS, deep=deep,
             back_y=back, boards="tiles", lamp=(0.5, 0.46), reach=(0.26, 0.42), dim=0.14,
             ceiling=None if flat else _tubes, flat=flat),
    )  # fmt: skip


def _side_door(pen: Pen, near: float, *, left: bool) -> None:
    """A door on the side wall, foreshortened; `near` 0 at the end of the corridor .. 1 here."""

    def place(depth: float, height: float) -> tuple[float, float]:
        scale = 1 + 3.0 * depth
        x = 0.5 - 0.10 * scale
        y = 0.44 + (0.14 - (0.14 + 0.10) * height) * scale
        return (x if left else 1 - x, y)

    wood = mix(pen.palette.wood, pen.palette.dark, 0.25)
    far, close = near**1.6, near**1.6 + 0.10 + 0.10 * near
    pen.poly(
        [place(far, 0), place(far, 1), place(close, 1), place(close, 0)], pen.palette.dark_wood
    )
    far, close = far + 0.012, close - 0.015
    pen.poly([place(far, 0), place(far, 0.96), place(close, 0.96), place(close, 0)], wood)


def _tubes(pen: Pen) -> None:
    """Ceiling lamps one behind the other."""
    for depth in (0.05, 0.5, 1.4):
        scale = 1 + 3.0 * depth
        y = 0.42 - 0.115 * scale
        half = 0.022 * scale
        if y > -0.1:
            fixtures.tube_lamp(
                pen.within(0.5 - half, y - 0.008 * scale, 0.5 + half, y + 0.008 * scale)
            )


def school(stage: Stage) -> World:
    """A classroom: the board, rows of desks, windows when tracking."""

    def wall(pen: Pen, bay: int) -> None:
        if stage.tracks and bay % 2:
            for x in (0.04, 0.37, 0.70):
                fixtures.window(pen.within(x, 0.12, x + 0.26, 0.62))
            return
        fixtures.blackboard(pen.within(0.16, 0.20, 0.80, 0.66))
        fixtures.clock(pen.within(0.46, 0.02, 0.52, 0.13))
        fixtures.notice_board(pen.within(0.84, 0.26, 0.98, 0.60))
        furniture.table(pen.stand(0.40, 0.72, 0.58, 1.0))

    def floor(pen: Pen) -> None:
        for right in (True, False):
            side_windows(pen, (0.68, (0.10, 0.68)), right=right)
        for row, (y, size) in enumerate(((0.66, 0.11), (0.74, 0.15))):
            for seat in range(5):
                x = 0.5 + (seat - 2) * size * 1.55 - size / 2
                if row == 1 and seat == 2:
                    continue
                furniture.desk(pen.stand(x, y, x + size, y + size * 0.95))

    return build_room(
        stage, Room(wall, floor, windows=True, beams=_BEAMS, lamp=(0.48, 0.40), boards="boards")
    )


def office(stage: Stage) -> World:
    """An office: desks with screens, blinds, lockers."""

    def wall(pen: Pen, bay: int) -> None:
        for x in (0.04, 0.36):
            fixtures.window(pen.within(x, 0.10, x + 0.28, 0.56), 2, 1)
            for blind in range(7):
                y = 0.11 + blind * 0.03
                pen.stroke([(x, y), (x + 0.28, y)], pen.palette.stone, width=2.2, alpha=0.9)
        fixtures.clock(pen.within(0.70, 0.10, 0.76, 0.22))
        furniture.lockers(pen.stand(0.78, 0.34, 0.98, 1.0), 4)
        if stage.tracks:
            furniture.office_desk(pen.stand(0.14, 0.48, 0.44, 1.0))
        if bay % 2:
            furniture.plant(pen.stand(0.60, 0.58, 0.70, 1.0))

    def floor(pen: Pen) -> None:
        for x in (0.05, 0.30):
            furniture.office_desk(pen.stand(x, 0.50, x + 0.20, 0.76))
        furniture.office_desk(pen.stand(0.66, 0.52, 0.90, 0.80))

    return build_room(
        stage, Room(wall, floor, windows=True, boards="tiles", ceiling=_office_lamps,
                    lamp=(0.42, 0.46)))  # fmt: skip


def _office_lamps(pen: Pen) -> None:
    for x in (0.30, 0.58):
        fixtures.tube_lamp(pen.within(x, 0.03, x + 0.13, 0.055))


def hospital(stage: Stage) -> World:
    """A ward: beds, drips, curtains, a pale window."""
    palette = palette_of(stage.look, indoors=True)

    def wall(pen: Pen, _bay: int) -> None:
        pen.rect(0, 0.62, 1, 1, mix(palette.wall, palette.green, 0.30), line=0.5)
        fixtures.window(pen.within(0.36, 0.12, 0.62, 0.54), 2, 2, frame=palette.metal)
        fixtures.curtain(pen.within(0.02, 0.02, 0.14, 0.96), mix(palette.green, palette.cloth, 0.6))
        fixtures.curtain(pen.within(0.84, 0.02, 0.97, 0.96), mix(palette.green, palette.cloth, 0.6))
        _red_cross(pen.within(0.70, 0.14, 0.76, 0.28))
        if stage.tracks:
            furniture.hospital_bed(pen.stand(0.30, 0.66, 0.66, 1.0))

    def floor(pen: Pen) -> None:
        furniture.hospital_bed(pen.stand(0.08, 0.56, 0.36, 0.76))
        furniture.hospital_bed(pen.stand(0.66, 0.56, 0.94, 0.76))

    tint = mix(palette.wall, (228, 236, 232), 0.45)
    return build_room(
        stage, Room(wall, floor, windows=True, beams=_BEAMS, boards="tiles", tint=tint,
                    lamp=(0.5, 0.36)))  # fmt: skip


def _red_cross(pen: Pen) -> None:
    pen.rect(0, 0, 1, 1, pen.palette.paper)
    red = mix(pen.palette.red, (200, 50, 40), 0.5)
    pen.rect(0.4, 0.15, 0.6, 0.85, red, line=0)
    pen.rect(0.15, 0.4, 0.85, 0.6, red, line=0)


def kitchen(stage: Stage) -> World:
    """A kitchen: range, sink under a window, refrigerator, a table."""

    def wall(pen: Pen, bay: int) -> None:
        fixtures.tiles(pen.within(0.20, 0.34, 0.80, 0.66), 18, 6)
        for x in (0.22, 0.58):
            pen.rect(x, 0.02, x + 0.20, 0.26, pen.palette.wood)
            pen.stroke([(x + 0.10, 0.02), (x + 0.10, 0.26)])
        fixtures.window(pen.within(0.43, 0.06, 0.57, 0.40), 2, 2)
        furniture.counter(pen.stand(0.20, 0.64, 0.80, 1.0))
        furniture.stove(pen.within(0.26, 0.54, 0.38, 1.0))
        furniture.fridge(pen.stand(0.83, 0.18, 0.97, 1.0))
        if bay % 2 == 0:
            fixtures.door(pen.within(0.03, 0.22, 0.15, 1.0), pane=True)

    def floor(pen: Pen) -> None:
        furniture.table(pen.stand(0.56, 0.64, 0.80, 0.84))

    return build_room(
        stage, Room(wall, floor, windows=True, boards="tiles", lamp=(0.5, 0.40),
                    ceiling=_one_lamp))  # fmt: skip


def _one_lamp(pen: Pen) -> None:
    fixtures.hanging_lamp(pen.within(0.47, -0.04, 0.53, 0.16))


def bathroom(stage: Stage) -> World:
    """A toilet: tiles, cubicles, a mirror above the basins."""

    def wall(pen: Pen, bay: int) -> None:
        fixtures.tiles(pen, 26, 16, alpha=0.3)
        for index in range(3):
            x = 0.05 + index * 0.15
            ajar = 0.8 if index == 1 else 0.0
            fixtures.door(pen.within(x, 0.18, x + 0.12, 0.96), pen.palette.green, ajar=ajar)
        fixtures.mirror(pen.within(0.58, 0.16, 0.94, 0.50))
        furniture.basin(pen.stand(0.60, 0.56, 0.74, 0.98))
        furniture.basin(pen.stand(0.79, 0.56, 0.93, 0.98))
        if bay % 2:
            furniture.toilet(pen.stand(0.50, 0.70, 0.57, 1.0))

    def floor(pen: Pen) -> None:
        furniture.toilet(pen.stand(0.34, 0.58, 0.43, 0.76))

    return build_room(
        stage, Room(wall, floor, boards="tiles", lamp=(0.62, 0.36), dim=0.06, ceiling=_office_lamps)
    )


def bathhouse(stage: Stage) -> World:
    """A public bath: tiled pools, steam, a row of low taps."""

    def wall(pen: Pen, bay: int) -> None:
        fixtures.tiles(pen, 30, 14, alpha=0.35)
        for place in range(4):
            fixtures.shower(pen.within(0.04 + 0.13 * place, 0.24, 0.15 + 0.13 * place, 0.98))
        fixtures.clock(pen.within(0.76, 0.06, 0.82, 0.18))
        if stage.tracks or bay:
            furniture.pool(pen.within(0.60, 0.74, 0.98, 1.0))

    def floor(pen: Pen) -> None:
        furniture.pool(pen.within(0.52, 0.62, 0.98, 0.86))

    palette = palette_of(stage.look, indoors=True)
    made = Room(
        wall, floor, boards="tiles", tint=mix(palette.wall, palette.glass, 0.45),
        floor_tint=mix(palette.floor, palette.glass, 0.5), lamp=(0.6, 0.4),
    )  # fmt: skip
    world = build_room(stage, made)
    steam = mist_band(stage, 0.50, 0.30, parallax=0.9, salt=336, dense=0.4)
    world.back.append(steam)
    return world
