"""Solemn rooms: the altar of a Korean funeral hall, the bench of a court."""

import numpy as np

from mongyudo.ink import fixtures, furniture
from mongyudo.ink.interiors import Room, build_room
from mongyudo.ink.looks import mix
from mongyudo.ink.pen import Pen, palette_of
from mongyudo.ink.stage import Stage, World

_STEPS = ((0.74, 0.30, 0.70), (0.86, 0.26, 0.74))
"""The altar's steps: y, and from where to where they reach along the wall."""


def funeral_hall(stage: Stage) -> World:
    """A mourning room (빈소): screen, portrait with the ribbon, white flowers, incense, wreaths."""

    def wall(pen: Pen, bay: int) -> None:
        if stage.tracks and bay % 2:
            for x in (0.16, 0.50, 0.84):
                _wreath(pen, x)
            return
        _screen(pen)
        _altar(pen)
        fixtures.picture(pen.within(0.44, 0.24, 0.56, 0.58), portrait=True)
        for x in (0.08, 0.92):
            _wreath(pen, x)

    def floor(pen: Pen) -> None:
        furniture.low_table(pen.stand(0.44, 0.68, 0.56, 0.76))
        _incense(pen, 0.50, 0.69)

    palette = palette_of(stage.look, indoors=True)
    tint = mix(palette.wall, palette.paper, 0.35)
    return build_room(stage, Room(wall, floor, tint=tint, lamp=(0.5, 0.36), reach=(0.34, 0.5)))


def courtroom(stage: Stage) -> World:
    """A court: the judges' high bench under the scales, panelled walls, the two sides' tables."""

    def wall(pen: Pen, bay: int) -> None:
        for index in range(7):
            x = 0.012 + index * 0.141
            pen.rect(x, 0.10, x + 0.13, 0.98, mix(pen.palette.wood, pen.palette.wall, 0.35))
        if stage.tracks and bay % 2:
            return
        _scales(pen, 0.5, 0.20)
        for x in (0.36, 0.5, 0.64):
            furniture.chair(pen.stand(x - 0.045, 0.34, x + 0.045, 0.80), pen.palette.dark_wood)
        furniture.counter(pen.stand(0.22, 0.58, 0.78, 1.0), pen.palette.dark_wood)

    def floor(pen: Pen) -> None:
        furniture.desk(pen.stand(0.03, 0.62, 0.22, 0.80))
        furniture.desk(pen.stand(0.78, 0.62, 0.97, 0.80))

    palette = palette_of(stage.look, indoors=True)
    tint = mix(palette.wall, palette.wood, 0.35)
    room = Room(wall, floor, tint=tint, ceiling=_row_of_lamps, lamp=(0.5, 0.34), dim=0.10)
    return build_room(stage, room)


def _scales(pen: Pen, x: float, y: float) -> None:
    """The scales of justice in a round shield."""
    gold = mix(pen.palette.key, pen.palette.wood, 0.45)
    pen.disc(x, y, 0.098, pen.palette.dark_wood, line=1.6)
    pen.disc(x, y, 0.084, mix(pen.palette.paper, gold, 0.25), line=0.8)
    pen.stroke([(x, y - 0.07), (x, y + 0.08)], pen.palette.dark_wood, width=2.4, alpha=1)
    pen.stroke([(x - 0.045, y - 0.05), (x + 0.045, y - 0.05)], pen.palette.dark_wood, width=2)
    for side in (-0.045, 0.045):
        for foot in (-0.018, 0.018):
            pen.stroke([(x + side, y - 0.05), (x + side + foot, y + 0.025)], width=1)
        pen.oval(x + side, y + 0.028, 0.022, 0.014, gold, line=0.6)


def _row_of_lamps(pen: Pen) -> None:
    for x in (0.30, 0.5, 0.70):
        pen.glow(x, 0.05, 0.12, 0.4)
        pen.oval(x, 0.045, 0.04, 0.012, pen.palette.lit, line=0.6)


def _screen(pen: Pen) -> None:
    """A folding screen of six plain leaves behind the altar."""
    for index in range(6):
        x = 0.23 + index * 0.09
        tone = mix(pen.palette.paper, pen.palette.dark, 0.04 + 0.05 * (index % 2))
        pen.rect(x, 0.10, x + 0.09, 0.80, tone, line=0.9)
        for line in (0.25, 0.5, 0.75):
            pen.stroke([(x + 0.09 * line, 0.18), (x + 0.09 * line, 0.46)], width=0.7, alpha=0.3)


def _altar(pen: Pen) -> None:
    """White cloth in steps, chrysanthemums in rows, a candle on each side."""
    for top, left, right in _STEPS:
        pen.rect(left, top, right, 1.0, pen.palette.paper, line=1.0)
        _flowers(pen, (left, right), top)
    for x in (0.38, 0.62):
        pen.rect(x - 0.006, 0.58, x + 0.006, 0.72, pen.palette.paper, line=0.7)
        pen.oval(x, 0.56, 0.006, 0.018, pen.palette.lit, line=0)
        pen.glow(x, 0.56, 0.07, 0.5)


def _flowers(pen: Pen, reach: tuple[float, float], y: float) -> None:
    dice = np.random.default_rng(round(1000 * y))
    white, leaf = (
        mix(pen.palette.paper, (255, 255, 255), 0.6),
        mix(pen.palette.green, pen.palette.dark, 0.3),
    )
    for x in np.arange(reach[0] + 0.01, reach[1], 0.024):
        up = y - 0.03 + 0.02 * float(dice.normal()) * 0.4
        pen.stroke([(x, y + 0.02), (x, up)], leaf, width=1.4)
        pen.disc(x, up, 0.015, white, line=0.6)
        pen.disc(x, up, 0.005, mix(pen.palette.lit, white, 0.4), line=0)


def _wreath(pen: Pen, x: float) -> None:
    """A standing wreath of three tiers with black ribbons (근조화환)."""
    pen.stroke([(x, 0.42), (x - 0.05, 1.0)], pen.palette.dark_wood, width=1.8)
    pen.stroke([(x, 0.42), (x + 0.05, 1.0)], pen.palette.dark_wood, width=1.8)
    white = mix(pen.palette.paper, (255, 255, 255), 0.5)
    dice = np.random.default_rng(round(1000 * x))
    for y, wide in ((0.36, 0.045), (0.50, 0.058), (0.64, 0.066)):
        pen.oval(x, y, wide, 0.062, mix(pen.palette.green, pen.palette.dark, 0.25), line=0.8)
        for turn in np.linspace(0, 2 * np.pi, 11)[:-1]:
            at = (x + wide * 0.72 * float(np.cos(turn)), y + 0.044 * float(np.sin(turn)))
            pen.disc(at[0], at[1], 0.012 + 0.002 * float(dice.random()), white, line=0.5)
        pen.disc(x, y, 0.014, white, line=0.5)
    for side in (-1, 1):
        ribbon = [(x, 0.44), (x + side * 0.016, 0.44), (x + side * 0.042, 0.90),
                  (x + side * 0.022, 0.90)]  # fmt: skip
        pen.poly(ribbon, pen.palette.dark, line=0.5)


def _incense(pen: Pen, x: float, y: float) -> None:
    """A small burner with three sticks, and their smoke."""
    pen.oval(x, y, 0.020, 0.014, pen.palette.metal, line=0.9)
    for lean in (-0.006, 0.0, 0.006):
        pen.stroke([(x, y - 0.008), (x + lean * 1.6, y - 0.055)], pen.palette.red, width=1.0)
    t = np.linspace(0, 1, 14)
    smoke = [(x + 0.012 * float(np.sin(7 * a)) * a, y - 0.055 - 0.16 * float(a)) for a in t]
    pen.stroke(smoke, mix(pen.palette.paper, pen.palette.dark, 0.2), width=1.3, alpha=0.35)
