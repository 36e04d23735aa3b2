"""What has become of somebody's hands, feet and head: dark, wet, written on, grown over with
shoots, as large as shovels."""

import math
from collections.abc import Sequence

import skia

from mongyudo.ink.clothes import foot_path, hand_paths
from mongyudo.ink.figures_bones import Bones, Limb
from mongyudo.ink.figures_face import spot_on
from mongyudo.ink.figures_pen import (
    INK,
    Pen,
    Point,
    along,
    ellipse,
    mix,
    rgb,
    ribbon,
    smooth,
    with_alpha,
)

_DARK, _FLESH, _WATER = rgb(46, 42, 48), rgb(232, 190, 158), rgb(96, 152, 190)
_STALK, _PETAL, _WHITE = rgb(92, 140, 74), rgb(222, 122, 138), rgb(250, 248, 240)
_LARGER = 2.6
"""How many times as large hands and feet are that have grown."""


def dark_hands(pen: Pen, body: Bones) -> None:
    """Hands as black as ink."""
    for limb in body.far_arm, body.near_arm:
        pen.part(hand_paths(limb, _big(body)), _DARK, shaded=False)


def clear_hands(pen: Pen, body: Bones) -> None:
    """Only the outline of hands, which are not painted besides."""
    for limb in body.far_arm, body.near_arm:
        for path in hand_paths(limb, _big(body)):
            pen.fill(path, with_alpha(_WHITE, 0.22))
            pen.stroke(path, 0.0035, with_alpha(INK, 0.5))


def big_hands(pen: Pen, body: Bones) -> None:
    """Hands as large as shovels."""
    for limb in body.far_arm, body.near_arm:
        grown = [_scaled(path, limb.end.at) for path in hand_paths(limb, _big(body))]
        pen.part(grown, _FLESH, shaded=False)


def big_feet(pen: Pen, body: Bones) -> None:
    """Bare feet as large as shovels."""
    for limb in body.legs:
        pen.part([_scaled(foot_path(body, limb), limb.end.at)], _FLESH, shaded=False)


def few_fingers(pen: Pen, body: Bones) -> None:
    """Hands with two fingers, and stumps for the rest."""
    for limb in body.far_arm, body.near_arm:
        at = _palm(limb)
        for k, long in enumerate((0.055, 0.022, 0.02, 0.055)):
            turn = math.radians(-60 + 34 * k)
            side = 1 if body.front[0] >= 0 else -1
            end = (at[0] + long * math.cos(turn) * side, at[1] + long * math.sin(turn))
            pen.part([ribbon([at, end], [0.0085, 0.008])], _FLESH, shaded=False)


def wet_hands(pen: Pen, body: Bones) -> None:
    """Water that runs off both hands."""
    for limb in body.far_arm, body.near_arm:
        x, y = _palm(limb)
        for dx, low in ((-0.012, 0.05), (0.008, 0.09), (-0.002, 0.14), (0.014, 0.19)):
            _drop(pen, (x + dx, y + low))


def wet_feet(pen: Pen, body: Bones) -> None:
    """A puddle around wet feet, and drops on them."""
    for limb in body.legs:
        x, y = limb.end.at
        pen.fill(ellipse(x + 0.02, -0.004, 0.115, 0.02), with_alpha(_WATER, 0.75))
        pen.part([foot_path(body, limb)], mix(_FLESH, _WATER, 0.55), shaded=False)
        for dx, high in ((-0.028, 0.03), (0.026, 0.055), (-0.02, 0.085), (0.034, 0.015)):
            _drop(pen, (x + dx, y - high))


def written_hand(pen: Pen, body: Bones) -> None:
    """Lines of signs on forearms and hands."""
    for limb in body.far_arm, body.near_arm:
        for a, b, shares in (
            (limb.mid.at, limb.end.at, (0.35, 0.5, 0.65, 0.8, 0.95)),
            (limb.end.at, limb.tip.at, (0.35, 0.65, 0.95)),
        ):
            for share in shares:
                _sign(pen, along(a, b, share), 0.009 * _big(body))


def eyed_hand(pen: Pen, body: Bones) -> None:
    """An eye in the palm."""
    x, y = _palm(body.near_arm)
    pen.part([ellipse(x, y, 0.03, 0.019)], _WHITE, shaded=False)
    pen.fill(ellipse(x, y, 0.0115, 0.0135), INK)


def sprouting_hands(pen: Pen, body: Bones) -> None:
    """Shoots that come out of both hands."""
    for limb in body.far_arm, body.near_arm:
        _shoots(pen, _palm(limb), 0.09)


def sprouting_legs(pen: Pen, body: Bones) -> None:
    """Shoots that come out of knees and feet."""
    for limb in body.legs:
        _shoots(pen, along(limb.mid.at, limb.end.at, 0.15), 0.09)
        _shoots(pen, limb.tip.at, 0.07)


def sprouting_head(pen: Pen, yaw: float) -> None:
    """Shoots that come out of crown and ears, in the head's own measure."""
    _shoots(pen, (0.0, -0.95), 1.5)
    for longitude in (-82, 82):
        x, width = spot_on(yaw, longitude)
        if width > -0.6:
            _shoots(pen, (x * 1.05, -0.1), 1.0)


def _shoots(pen: Pen, at: Point, high: float) -> None:
    """Three stalks of the height `high` with leaves; the one in the middle has a flower."""
    x, y = at
    for lean, share in ((-0.5, 0.75), (0.0, 1.0), (0.5, 0.8)):
        top = (x + lean * high * share, y - high * share)
        half = (x + 0.3 * lean * high, y - 0.5 * high * share)
        pen.stroke(smooth([at, half, top], closed=False), 0.11 * high, _STALK)
        pen.fill(ellipse(half[0] + 0.13 * high, half[1], 0.15 * high, 0.07 * high), _STALK)
        if lean:
            pen.fill(ellipse(*top, 0.09 * high, 0.15 * high), _STALK)
    for turn in range(0, 360, 72):
        petal = (x + 0.12 * high * math.cos(math.radians(turn)),
                 y - high + 0.12 * high * math.sin(math.radians(turn)))  # fmt: skip
        pen.fill(ellipse(*petal, 0.1 * high, 0.1 * high), _PETAL)
    pen.fill(ellipse(x, y - high, 0.08 * high, 0.08 * high), rgb(240, 206, 104))


def _sign(pen: Pen, at: Point, size: float) -> None:
    x, y = at
    for stroke in (
        [(x - size, y - 0.6 * size), (x + size, y - 0.6 * size)],
        [(x, y - 1.1 * size), (x, y + size)],
        [(x - size, y + 0.5 * size), (x + 0.8 * size, y + 0.2 * size)],
    ):
        pen.stroke(smooth(stroke, closed=False), 0.3 * size, INK)


def _drop(pen: Pen, at: Point) -> None:
    x, y = at
    pen.fill(ribbon([(x, y - 0.014), (x, y)], [0.001, 0.0065]), _WATER)
    pen.fill(ellipse(x, y + 0.001, 0.0068, 0.0072), _WATER)


def _palm(limb: Limb) -> Point:
    return along(limb.end.at, limb.tip.at, 0.7)


def _big(body: Bones) -> float:
    """How large hands are, against those of a grown woman."""
    return body.build.arm_r / 0.0225


def _scaled(path: skia.Path, at: Point) -> skia.Path:
    """`path` larger, from `at` on."""
    matrix = skia.Matrix.Translate(*at).preScale(_LARGER, _LARGER).preTranslate(-at[0], -at[1])
    grown = skia.Path()
    path.transform(matrix, grown)
    return grown


CLEAR = frozenset({"clear_hands"})
"""Traits of hands through which all is seen."""


def hides_hands(traits: Sequence[str]) -> bool:
    """Whether hands are not painted as they are."""
    return not CLEAR.isdisjoint(traits)
