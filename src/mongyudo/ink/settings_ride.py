"""Inside vehicles: the cabin stands still, the world runs past its windows."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from mongyudo.ink.canvas import image_of
from mongyudo.ink.interiors import Room, lit_image, night_veil, spread
from mongyudo.ink.layers import Layer
from mongyudo.ink.looks import mix
from mongyudo.ink.paper import backdrop
from mongyudo.ink.pen import Pen, drawn, drawn_strip, palette_of
from mongyudo.ink.settings_city import skyline
from mongyudo.ink.settings_water import cloud_bank, deep_sky
from mongyudo.ink.stage import Plate, Stage, Strip, World
from mongyudo.ink.terrain import hills, range_strip
from mongyudo.ink.trees import Grove, grove
from mongyudo.ink.vistas import vista

_PASSING = 0.14
"""What is told to be seen goes by so many frames' widths a second."""

_SPEED = {"subway": 2.2, "train": 1.6, "bus": 0.9, "car": 1.2, "airplane": 0.25}


def _cabin(
    stage: Stage, view: Sequence[Layer], draw: Callable[[Pen], None],
    lamp: tuple[float, float], *, bench: float | None = 0.53,
) -> World:  # fmt: skip
    """A cabin before moving scenery. The camera's pan is spent on the scenery alone. Where one sits
    on a bench along the wall, windows and seats keep their shape in a narrow frame, which shows
    what is around the middle of the `bench`."""
    world = World(indoors=True)
    seen = stage.scene.view
    world.back += [backdrop(stage), vista(stage, speed=_PASSING)] if seen else view
    sheet = drawn(stage, draw if bench is None else _as_wide(stage, draw, bench), parallax=0.6)
    light = Room(lambda _pen, _bay: None, lamp=lamp, reach=(0.45, 0.55), dim=0.06)
    image = lit_image(stage, sheet, light, 701)
    parallax = 0.0 if stage.tracks else 0.9
    world.back.append(Plate(image, -sheet.left_px, -sheet.top_px, parallax))
    return world


_BENCH = 0.70
"""How far down the seats are, as a share of the frame's height."""


def _as_wide(stage: Stage, draw: Callable[[Pen], None], bench: float) -> Callable[[Pen], None]:
    """`draw`, lower and wider than a narrow frame is, as rooms are."""
    wide, high = spread(stage)
    if wide == 1:
        return draw

    def drawn_wide(pen: Pen) -> None:
        left, top = 0.5 - bench * wide, _BENCH * (1 - high)
        draw(pen.within(left, top, left + wide, top + high))

    return drawn_wide


def _passing(stage: Stage, name: str) -> list[Plate | Strip]:
    """Town or country running by at the vehicle's speed."""
    speed = _SPEED[name] * stage.width_px * 0.35
    far = skyline(stage, base=0.60, height=0.34, parallax=0.15, salt=702)
    near = grove(stage, Grove("bare", 6, 0.66, 0.40, 0.6, 0.6), 703)
    low = hills(stage, parallax=0.2, nearness=0.4, base=0.75, height=0.25, salt=704)
    return [
        backdrop(stage, horizon=0.6),
        *night_veil(stage),
        replace(far, drift_px_s=-speed * 0.15),
        replace(low, drift_px_s=-speed * 0.3),
        replace(near, drift_px_s=-speed),
    ]


def subway(stage: Stage) -> World:
    """An underground carriage: benches, hanging straps, dark windows with lights rushing by."""
    return _cabin(stage, _tunnel_lights(stage), _carriage, (0.5, 0.30), bench=0.225)


def train(stage: Stage) -> World:
    """The same above ground: mountains and hills far off, trees that rush by."""
    return _cabin(stage, _countryside(stage), _carriage, (0.5, 0.30), bench=0.225)


def _countryside(stage: Stage) -> list[Plate | Strip]:
    """The far range hardly moves, the hills do, and the trees are gone at once."""
    speed = _SPEED["train"] * stage.width_px * 0.35
    far = range_strip(
        stage, parallax=0.12, nearness=0.25, base=0.52, height=0.30, count=4, salt=711, domes=14
    )
    low = hills(stage, parallax=0.2, nearness=0.45, base=0.60, height=0.22, salt=712)
    near = grove(stage, Grove("bare", 5, 0.56, 0.26, 0.6, 0.6), 713)
    return [
        backdrop(stage, horizon=0.5),
        *night_veil(stage),
        replace(far, drift_px_s=-speed * 0.06),
        replace(low, drift_px_s=-speed * 0.3),
        replace(near, drift_px_s=-speed),
    ]


def _carriage(pen: Pen) -> None:
    shell = mix(pen.palette.metal, pen.palette.wall, 0.45)
    pen.rect(-1, -1, 2, 2, shell, line=0)
    pen.rect(-0.5, 0.76, 1.5, 1.5, mix(pen.palette.floor, pen.palette.dark, 0.15))
    pen.rect(-0.5, -0.4, 1.5, 0.08, mix(shell, pen.look.light, 0.25))
    for x in (-0.28, 0.08, 0.60, 0.96):
        _carriage_window(pen.within(x, 0.20, x + 0.30, 0.50))
    for x in (0.41, -0.11, 0.93):
        _sliding_doors(pen.within(x, 0.13, x + 0.165, 0.76))
    seat = mix(pen.palette.key, pen.palette.metal, 0.5)
    for x in (-0.28, 0.06, 0.60):
        pen.rect(x, 0.54, x + 0.33, 0.66, seat)
        pen.poly(
            [(x, 0.66), (x + 0.33, 0.66), (x + 0.34, 0.71), (x - 0.01, 0.71)],
            mix(seat, pen.palette.dark, 0.3),
        )
    pen.stroke([(-0.5, 0.10), (1.5, 0.10)], pen.palette.metal, width=2.4, alpha=1)
    for x in np.linspace(-0.3, 1.3, 21):
        pen.stroke([(x, 0.10), (x, 0.16)], width=1.4)
        pen.disc(x, 0.185, 0.022, pen.palette.metal)
        pen.disc(x, 0.185, 0.012, shell, line=0.6)
    for x in (0.06, 0.60, 0.395, 0.93):
        pen.stroke(
            [(x, 0.08), (x, 0.76)],
            mix(pen.palette.metal, pen.look.light, 0.3),
            width=2.6,
            alpha=1,
        )


def _carriage_window(pen: Pen) -> None:
    pen.rect(-0.03, -0.05, 1.03, 1.05, pen.palette.metal)
    pen.cut(0, 0, 1, 1)
    pen.rect(0, 0, 1, 1, pen.palette.glass, alpha=0.14)
    pen.poly([(0.1, 0), (0.25, 0), (0.05, 1), (0, 1), (0, 0.7)], pen.look.light, line=0, alpha=0.16)


def _sliding_doors(pen: Pen) -> None:
    pen.rect(-0.04, -0.03, 1.04, 1.0, mix(pen.palette.metal, pen.palette.dark, 0.3))
    for x in (0.0, 0.51):
        leaf = pen.within(x, 0, x + 0.49, 1)
        leaf.rect(0, 0, 1, 1, mix(pen.palette.metal, pen.look.light, 0.2))
        leaf.cut(0.2, 0.12, 0.8, 0.56)
        leaf.rect(0.2, 0.12, 0.8, 0.56, pen.palette.glass, alpha=0.14)


def _tunnel_lights(stage: Stage) -> list[Plate | Strip]:
    """Blackness with lamps that streak past."""
    palette = palette_of(stage.look)

    def draw(pen: Pen) -> None:
        pen.rect(-1, -1, 2, 2, mix(palette.dark, (0, 0, 0), 0.3), line=0)

    sheet = drawn(stage, draw, parallax=0.0)

    def lamps(pen: Pen, _bay: int) -> None:
        for x in (0.2, 0.7):
            pen.glow(x, 0.5, 0.5, 0.6)
            pen.stroke([(x - 0.10, 0.5), (x + 0.10, 0.5)], pen.look.light, width=3)

    strip = drawn_strip(stage, lamps, period_px=stage.period_px(0.5), bays=1, height=0.16)
    return [
        Plate(image_of(sheet.pixels), -sheet.left_px, -sheet.top_px, 0.0),
        Strip(image_of(strip), stage.y(0.22), 0.5, drift_px_s=-stage.x(1.4)),
    ]


def bus(stage: Stage) -> World:
    """A bus: seats in a row, wide windows, the town passing."""

    def draw(pen: Pen) -> None:
        shell = mix(pen.palette.green, pen.palette.wall, 0.65)
        pen.rect(-1, -1, 2, 2, shell, line=0)
        pen.rect(-0.5, 0.78, 1.5, 1.5, mix(pen.palette.floor, pen.palette.dark, 0.2))
        for x in (-0.30, 0.06, 0.42, 0.78, 1.14):
            _carriage_window(pen.within(x, 0.14, x + 0.32, 0.52))
        pen.stroke([(-0.5, 0.07), (1.5, 0.07)], pen.palette.metal, width=2.6, alpha=1)
        for x in (-0.26, -0.10, 0.06, 0.22, 0.70, 0.86, 1.02):
            _seat(pen.stand(x, 0.52, x + 0.135, 0.82))
        _bench(pen, 0.37, 0.69)
        for x in (0.40, 0.66):
            pen.stroke(
                [(x, -0.1), (x, 0.80)],
                mix(pen.palette.metal, pen.look.accents[2], 0.4),
                width=3,
                alpha=1,
            )
            pen.rect(x - 0.008, 0.36, x + 0.008, 0.40, pen.palette.red)

    return _cabin(stage, _passing(stage, "bus"), draw, (0.5, 0.36))


def _bench(pen: Pen, left: float, right: float) -> None:
    """A seat along the wall, for those who are seen in it: back, cushion, its shade."""
    cloth = mix(pen.palette.key, pen.palette.metal, 0.5)
    pen.rect(left, 0.53, right, 0.665, cloth)
    pen.rect(left - 0.005, 0.655, right + 0.005, 0.705, mix(cloth, pen.palette.paper, 0.14))
    pen.rect(left + 0.01, 0.705, right - 0.01, 0.78, mix(cloth, pen.palette.dark, 0.55))


def _seat(pen: Pen) -> None:
    """A seat seen from behind: back, head rest, a light along its edge."""
    cloth = mix(pen.palette.key, pen.palette.metal, 0.5)
    pen.rect(0.30, -0.16, 0.70, 0.06, mix(cloth, pen.palette.dark, 0.12))
    pen.poly(
        [(0.02, 1.0), (0.0, 0.22), (0.10, 0.04), (0.90, 0.04), (1.0, 0.22), (0.98, 1.0)], cloth
    )
    pen.stroke([(0.10, 0.24), (0.12, 0.92)], mix(cloth, pen.palette.dark, 0.4), width=1.4)
    pen.stroke([(0.90, 0.24), (0.88, 0.92)], mix(cloth, pen.palette.dark, 0.4), width=1.4)
    pen.rect(0.18, 0.52, 0.82, 0.80, mix(cloth, pen.palette.dark, 0.18), line=0.7)


def car(stage: Stage) -> World:
    """A car cut open from the side: seats, windows with the town running by; whoever drives has the
    wheel."""

    def draw(pen: Pen) -> None:
        shell = mix(pen.palette.metal, pen.palette.wall, 0.35)
        pen.rect(-0.5, -0.5, 1.5, 1.5, shell, line=0)
        for hole in (
            [(-0.30, 0.16), (0.25, 0.14), (0.25, 0.50), (-0.40, 0.50)],
            [(0.29, 0.14), (0.66, 0.14), (0.735, 0.50), (0.29, 0.50)],
            [(0.71, 0.15), (0.80, 0.17), (1.30, 0.50), (0.785, 0.50)],
        ):
            pen.clear(hole)
            pen.poly(hole, pen.palette.glass, alpha=0.12)
        pen.rect(-0.5, 0.80, 1.5, 1.5, mix(pen.palette.dark, shell, 0.25))
        pen.rect(-0.5, 0.54, 1.5, 0.555, mix(shell, pen.palette.dark, 0.3), line=0.6)
        dash = [(0.70, 0.60), (0.76, 0.545), (1.5, 0.53), (1.5, 0.80), (0.80, 0.80)]
        pen.poly(dash, mix(shell, pen.palette.dark, 0.45))
        pen.rect(0.82, 0.585, 0.90, 0.64, pen.palette.lit)
        for x in (0.04, 0.36):
            _car_seat(pen.stand(x, 0.36, x + 0.22, 0.82))

    return _cabin(stage, _passing(stage, "car"), draw, (0.52, 0.36), bench=None)


def _car_seat(pen: Pen) -> None:
    """A padded seat from the side, facing right."""
    cloth = mix(pen.palette.dark_wood, pen.palette.key, 0.35)
    pen.poly([(0.02, 0.02), (0.16, 0.0), (0.20, 0.20), (0.06, 0.22)], cloth)
    pen.poly([(0.02, 0.24), (0.24, 0.22), (0.40, 0.66), (0.34, 0.80), (0.10, 0.80)], cloth)
    pen.poly(
        [(0.26, 0.62), (0.92, 0.56), (1.0, 0.68), (0.94, 0.80), (0.28, 0.82)],
        mix(cloth, pen.look.light, 0.12),
    )
    pen.rect(0.20, 0.82, 0.86, 1.0, pen.palette.dark)


def airplane(stage: Stage) -> World:
    """An aeroplane's cabin: oval windows over the clouds, rows of seats."""

    def draw(pen: Pen) -> None:
        shell = mix(pen.palette.paper, pen.palette.wall, 0.4)
        pen.rect(-1, -1, 2, 2, shell, line=0)
        pen.poly(
            [(-0.5, -0.5), (1.5, -0.5), (1.5, 0.12), (-0.5, 0.12)],
            mix(shell, pen.palette.dark, 0.12),
        )
        for x in np.linspace(-0.4, 1.4, 10):
            pen.stroke([(x, -0.2), (x, 0.12)], width=1, alpha=0.5)
        pen.rect(-0.5, 0.80, 1.5, 1.5, mix(pen.palette.floor, pen.palette.dark, 0.3))
        for x in np.linspace(-0.26, 1.18, 9):
            t = np.linspace(0, 2 * np.pi, 30)
            oval = [(x + 0.048 * float(np.cos(a)), 0.36 + 0.125 * float(np.sin(a))) for a in t]
            pen.poly(
                [(x + (px - x) * 1.28, 0.36 + (py - 0.36) * 1.2) for px, py in oval],
                mix(shell, pen.palette.dark, 0.10),
            )
            pen.clear(oval)
            pen.rect(x - 0.045, 0.235, x + 0.045, 0.285, shell, line=0.6)
        for x in (-0.24, -0.08, 0.08, 0.24, 0.68, 0.84, 1.0):
            _seat(pen.stand(x, 0.54, x + 0.135, 0.84))
        _bench(pen, 0.39, 0.67)

    high = deep_sky(stage)
    view: list[Plate | Strip] = [
        backdrop(high, horizon=0.8),
        replace(cloud_bank(stage, base=0.66, height=0.32, parallax=0.1, salt=706, dense=0.8),
                drift_px_s=-stage.x(0.05)),
        replace(cloud_bank(stage, base=0.78, height=0.34, parallax=0.3, salt=707, dense=0.95),
                drift_px_s=-stage.x(0.12)),
    ]  # fmt: skip
    return _cabin(stage, view, draw, (0.5, 0.36))
