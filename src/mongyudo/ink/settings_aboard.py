"""On board: the deck of a ship, its inside, a submarine, a cabin that hangs high in the air."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from mongyudo.ink.brush import Point
from mongyudo.ink.canvas import Rgb
from mongyudo.ink.interiors import Bay, Room, View, build_room
from mongyudo.ink.layers import Layer
from mongyudo.ink.looks import mix
from mongyudo.ink.outdoor import Piece, paved, row
from mongyudo.ink.paper import backdrop
from mongyudo.ink.pen import Pen, palette_of
from mongyudo.ink.settings_water import bubbles, cloud_bank, deep_sky, underwater
from mongyudo.ink.stage import GROUND, Stage, World
from mongyudo.ink.terrain import range_strip
from mongyudo.ink.water import ripples, water_strip, wave_row


def deck(stage: Stage) -> World:
    """The deck of a ship on the open sea: planks, a railing, a mast with its rigging, a boat."""
    world = World()
    world.back += [
        *_open_sea(stage, horizon=0.44),
        row(stage, [Piece(_mast, 0.34, 0.92)], base=GROUND - 0.02, parallax=0.9, nearness=0.95,
            salt=721, start=0.60),
        paved(stage, top=GROUND - 0.04, tone=palette_of(stage.look).wood, salt=722, kerb=0.03),
        row(stage, [Piece(_rail, 0.34, 0.15)], base=GROUND - 0.01, parallax=1.0, nearness=1.0,
            salt=723),
    ]  # fmt: skip
    return world


def _open_sea(stage: Stage, *, horizon: float) -> Sequence[Layer]:
    """The sea to the horizon, as it is seen from on board."""
    return [
        backdrop(stage, horizon=horizon),
        water_strip(stage, top=horizon, parallax=0.12, salt=724),
        ripples(stage, top=horizon + 0.01, bottom=horizon + 0.16),
        wave_row(stage, base=horizon + 0.12, height=0.04, parallax=0.3, nearness=0.4, salt=725,
                 crests=14),
        wave_row(stage, base=horizon + 0.24, height=0.06, parallax=0.6, nearness=0.7, salt=726,
                 crests=10),
    ]  # fmt: skip


def _mast(pen: Pen) -> None:
    """A mast with a yard, ropes down to both sides, a furled sail."""
    wood, cloth = pen.palette.dark_wood, pen.palette.cloth
    pen.rect(0.475, -0.2, 0.525, 1.0, wood)
    pen.rect(0.06, 0.16, 0.94, 0.195, wood)
    pen.poly([(0.10, 0.195), (0.90, 0.195), (0.82, 0.27), (0.5, 0.245), (0.18, 0.27)], cloth)
    for x in (-0.06, 0.10, 0.90, 1.06):
        pen.stroke([(0.5, -0.1), (x, 1.0)], width=1.4, alpha=0.8)
    for y in np.linspace(0.42, 0.92, 6):
        reach = 0.06 + 0.40 * y
        pen.stroke([(0.5 - reach, y), (0.5 - reach * 0.6, y)], width=1.1, alpha=0.7)
        pen.stroke([(0.5 + reach * 0.6, y), (0.5 + reach, y)], width=1.1, alpha=0.7)


def _rail(pen: Pen) -> None:
    """A ship's railing of posts and two bars, a lifebuoy on it."""
    white = mix(pen.palette.paper, pen.palette.metal, 0.25)
    for x in (0.02, 0.27, 0.52, 0.77):
        pen.rect(x, 0.0, x + 0.025, 1.0, white)
    for y in (0.0, 0.44):
        pen.rect(-0.01, y, 1.01, y + 0.11, white)
    pen.disc(0.40, 0.58, 0.36, pen.palette.red)
    pen.disc(0.40, 0.58, 0.17, mix(pen.palette.dark, white, 0.4))
    for x0, x1 in ((0.295, 0.335), (0.465, 0.505)):
        pen.rect(x0, 0.50, x1, 0.66, pen.palette.paper, line=0.5)


def below_deck(stage: Stage) -> World:
    """The inside of a ship: riveted plates, portholes on the sea, pipes, a ladder to a hatch."""
    view = partial(_open_sea, horizon=0.33)
    return _hull(stage, view, partial(_bulkhead, ports=(0.30, 0.50, 0.70), deep=False))


def submarine(stage: Stage) -> World:
    """The inside of a submarine: round ribs, portholes under water, valves, a periscope."""
    return _hull(stage, _under_the_sea, partial(_bulkhead, ports=(0.26, 0.74), deep=True))


def _under_the_sea(stage: Stage) -> Sequence[Layer]:
    """The deep with its bubbles."""
    return [*underwater(stage).back[:3], bubbles(stage)]


def _hull(stage: Stage, view: View, wall: Bay) -> World:
    palette = palette_of(stage.look, indoors=True)
    steel = mix(palette.metal, palette.green, 0.22)
    made = Room(
        wall, None if stage.tracks else _hatch, windows=True, view=view, boards="tiles",
        tint=mix(steel, palette.wall, 0.25), floor_tint=mix(steel, palette.dark, 0.25),
        ceiling=None if stage.tracks else _caged_lamp, lamp=(0.46, 0.34), reach=(0.34, 0.5),
        dim=0.12, edge="none",
    )  # fmt: skip
    return build_room(stage, made)


def _bulkhead(pen: Pen, bay: int, *, ports: Sequence[float], deep: bool) -> None:
    """The back wall of a ship: ribs and rivets, pipes along the top, the portholes."""
    steel = mix(pen.palette.metal, pen.palette.dark, 0.25)
    for x in (0.0, 0.20, 0.40, 0.60, 0.80, 0.985):
        pen.rect(x, 0.0, x + 0.02, 1.0, steel, line=0.7)
        for y in np.linspace(0.06, 0.94, 13):
            pen.disc(x + 0.010, y, 0.008, pen.palette.dark, line=0)
    for y, tone in ((0.04, pen.palette.red), (0.11, steel)):
        pen.rect(-0.02, y, 1.02, y + 0.045, mix(tone, pen.palette.metal, 0.45))
    for x in ports:
        _porthole(pen, x, 0.40, steel)
    if deep:
        _periscope(pen.within(0.44, -0.12, 0.56, 0.86))
    for x in (0.08, 0.90) if bay % 2 == 0 else (0.08,):
        _valve(pen, x, 0.66)


def _porthole(pen: Pen, x: float, y: float, steel: Rgb) -> None:
    """A round window in a bolted ring; what lies outside shows through."""
    ratio, radius = pen.high / pen.wide, 0.135
    t = np.linspace(0, 2 * np.pi, 30)
    around = [(x + radius * ratio * float(np.cos(a)), y + radius * float(np.sin(a))) for a in t]
    pen.disc(x, y, radius + 0.05, mix(steel, pen.look.light, 0.2))
    pen.clear(around)
    pen.poly(around, pen.palette.glass, line=0.8, alpha=0.12)
    for a in np.linspace(0, 2 * np.pi, 9)[:-1]:
        bolt = (radius + 0.026) * np.array([np.cos(a) * ratio, np.sin(a)])
        pen.disc(x + float(bolt[0]), y + float(bolt[1]), 0.010, pen.palette.dark, line=0)


def _valve(pen: Pen, x: float, y: float) -> None:
    """A hand wheel on a pipe."""
    pen.rect(x - 0.012, 0.15, x + 0.012, y, mix(pen.palette.metal, pen.palette.dark, 0.2))
    pen.disc(x, y, 0.085, pen.palette.red)
    pen.disc(x, y, 0.060, mix(pen.palette.metal, pen.palette.wall, 0.4), line=0.6)
    for a in (0.0, 1.05, 2.1):
        reach = np.array([np.cos(a) * pen.high / pen.wide, np.sin(a)]) * 0.07
        ends: list[Point] = [
            (x - float(reach[0]), y - float(reach[1])), (x + float(reach[0]), y + float(reach[1])),
        ]  # fmt: skip
        pen.stroke(ends, pen.palette.red, width=2.2, alpha=1)


def _periscope(pen: Pen) -> None:
    """The tube of a periscope with its two handles."""
    steel = mix(pen.palette.metal, pen.look.light, 0.25)
    pen.rect(0.36, 0.0, 0.64, 0.66, steel)
    pen.rect(0.26, 0.66, 0.74, 0.92, mix(steel, pen.palette.dark, 0.35))
    for x0, x1 in ((-0.10, 0.26), (0.74, 1.10)):
        pen.rect(x0, 0.78, x1, 0.83, pen.palette.dark)
    pen.oval(0.5, 0.78, 0.14, 0.045, pen.palette.glass)


def _hatch(pen: Pen) -> None:
    """A ladder that climbs to an open hatch at the right."""
    iron = mix(pen.palette.metal, pen.palette.dark, 0.45)
    pen.poly([(0.74, -0.1), (0.92, -0.1), (0.90, 0.05), (0.75, 0.05)], pen.palette.lit)
    for x0, x1 in ((0.775, 0.765), (0.875, 0.885)):
        pen.stroke([(x0, -0.06), (x1, 0.74)], iron, width=4, alpha=1)
    for y in np.linspace(0.04, 0.68, 10):
        pen.stroke([(0.77, y), (0.88, y)], iron, width=3, alpha=1)


def _caged_lamp(pen: Pen) -> None:
    pen.glow(0.46, 0.06, 0.34, 0.7)
    pen.oval(0.46, 0.055, 0.020, 0.034, pen.palette.lit, line=0.7)
    for x in (0.447, 0.46, 0.473):
        pen.stroke([(x, 0.015), (x, 0.095)], width=1.0)


def gondola(stage: Stage) -> World:
    """A cabin that hangs high in the air: panes all around, ridges and clouds below."""

    def wall(pen: Pen, _bay: int) -> None:
        frame = mix(pen.palette.red, pen.palette.metal, 0.35)
        pen.rect(0, 0, 1, 1, frame, line=0)
        for x in (0.02, 0.35, 0.68):
            pen.cut(x, 0.04, x + 0.30, 0.72)
            pen.rect(x, 0.04, x + 0.30, 0.72, pen.palette.glass, alpha=0.10)
            glint = [(x + 0.05, 0.04), (x + 0.09, 0.04), (x + 0.02, 0.5), (x, 0.5)]
            pen.poly(glint, pen.look.light, line=0, alpha=0.16)
        pen.rect(0, 0.86, 1, 1, mix(pen.palette.dark_wood, frame, 0.3))
        pen.rect(-0.01, 0.80, 1.01, 0.87, mix(pen.palette.wood, pen.look.light, 0.1))

    palette = palette_of(stage.look, indoors=True)
    tint = mix(palette.red, palette.metal, 0.35)
    made = Room(
        wall, None, windows=True, view=_far_below, boards="tiles", tint=tint,
        floor_tint=mix(palette.metal, palette.dark, 0.35), lamp=(0.5, 0.36), deep=0.80,
        back_y=(0.07, 0.72), edge="none",
    )  # fmt: skip
    return build_room(stage, made)


def _far_below(stage: Stage) -> Sequence[Layer]:
    """Ridges and clouds as they lie beneath one who hangs in the air."""
    high = deep_sky(stage)
    return [
        backdrop(high, horizon=0.7),
        range_strip(stage, parallax=0.1, nearness=0.3, base=0.72, height=0.44, count=5, salt=731),
        replace(cloud_bank(stage, base=0.70, height=0.22, parallax=0.2, salt=732, dense=0.7),
                drift_px_s=-stage.x(0.03)),
    ]  # fmt: skip
