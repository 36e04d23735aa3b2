"""The things in the hands of those who do something: a broom, a jug that pours, a book."""

import math
from collections.abc import Callable, Mapping

from mongyudo.ink.figures_bones import Bones
from mongyudo.ink.figures_pen import Pen, Point, along, ellipse, hull, mix, polygon, rgb, ribbon
from mongyudo.ink.figures_pen import smooth as curve

WOOD, STEEL, DARK = rgb(120, 88, 60), rgb(196, 202, 208), rgb(46, 42, 46)
PAPER, STRAW, WATER = rgb(244, 240, 228), rgb(206, 176, 116), rgb(126, 164, 186)
CLAY = rgb(170, 112, 84)


def _near(bones: Bones) -> Point:
    return along(bones.near_arm.end.at, bones.near_arm.tip.at, 0.6)


def _far(bones: Bones) -> Point:
    return along(bones.far_arm.end.at, bones.far_arm.tip.at, 0.6)


def _side(bones: Bones) -> float:
    return 1.0 if bones.front[0] >= 0 else -1.0


def _beyond(first: Point, last: Point, length: float) -> Point:
    """`length` past `last` on the line from `first`."""
    dx, dy = last[0] - first[0], last[1] - first[1]
    whole = max(1e-3, math.hypot(dx, dy))
    return last[0] + dx / whole * length, last[1] + dy / whole * length


def _jug(pen: Pen, bones: Bones) -> None:
    """A jug tipped forward, and what runs out of it."""
    (x, y), s = _near(bones), _side(bones)
    body = [(x - 0.03 * s, y - 0.07), (x + 0.09 * s, y - 0.035), (x + 0.12 * s, y - 0.005),
            (x + 0.075 * s, y + 0.035), (x - 0.02 * s, y + 0.03)]  # fmt: skip
    lip = (x + 0.115 * s, y + 0.0)
    stream = [lip, (lip[0] + 0.03 * s, y + 0.05), (lip[0] + 0.04 * s, min(-0.02, y + 0.36))]
    pen.canvas.drawPath(curve(stream, closed=False), pen.brush(WATER, 0.014))
    pen.part([curve(body)], CLAY)


def _counter(pen: Pen, x: float, top: float, s: float) -> None:
    """A table under the hands."""
    left, right = x - 0.10 * s, x + 0.24 * s
    for at in (left + 0.03 * s, right - 0.03 * s):
        leg = ribbon([(at, top), (at, -0.02)], [0.013, 0.013])
        pen.part([leg], mix(WOOD, DARK, 0.25), shaded=False)
    pen.part([hull([(left, top, 0.014), (right, top, 0.014)])], WOOD, shaded=False)


_COUNTER_Y = -0.47
"""How high such a table is, in heights of who stands at it."""


def _board(pen: Pen, bones: Bones) -> None:
    """A knife over a board on a table."""
    (x, y), s = _near(bones), _side(bones)
    at = bones.pelvis.at[0] + 0.20 * s
    _counter(pen, at, _COUNTER_Y, s)
    board = [(at - 0.07 * s, _COUNTER_Y - 0.034), (at + 0.19 * s, _COUNTER_Y - 0.034),
             (at + 0.19 * s, _COUNTER_Y - 0.012), (at - 0.07 * s, _COUNTER_Y - 0.012)]  # fmt: skip
    pen.part([polygon(board)], STRAW, shaded=False)
    for k, green in enumerate((rgb(126, 150, 92), rgb(150, 170, 112), rgb(196, 110, 84))):
        spot = ellipse(at + (0.09 + 0.035 * k) * s, _COUNTER_Y - 0.046, 0.02, 0.016)
        pen.part([spot], green, shaded=False)
    blade = [(x, y - 0.012), (x + 0.15 * s, y - 0.008), (x + 0.14 * s, y + 0.032), (x, y + 0.028)]
    pen.part([polygon(blade)], STEEL, shaded=False)


def _pot(pen: Pen, bones: Bones) -> None:
    """A ladle in a pot on a stove."""
    (x, y), s = _near(bones), _side(bones)
    at = bones.pelvis.at[0] + 0.26 * s
    _counter(pen, at - 0.04 * s, _COUNTER_Y + 0.05, s)
    rim = _COUNTER_Y - 0.07
    ladle = ribbon([(x, y - 0.02), (at + (x - at) * 0.3, rim + 0.02)], [0.008, 0.008])
    pen.part([ladle], WOOD, shaded=False)
    pot = [(at - 0.11, rim), (at + 0.11, rim), (at + 0.10, _COUNTER_Y + 0.03),
           (at - 0.10, _COUNTER_Y + 0.03)]  # fmt: skip
    pen.part([polygon(pot)], mix(DARK, STEEL, 0.4))
    for k in (-1, 0, 1):
        steam = [(at + 0.05 * k, rim - 0.02), (at + 0.05 * k + 0.02, rim - 0.07),
                 (at + 0.05 * k - 0.01, rim - 0.12)]  # fmt: skip
        pen.canvas.drawPath(curve(steam, closed=False), pen.brush(rgb(222, 222, 218), 0.010))


def _broom(pen: Pen, bones: Bones) -> None:
    """A broom on the ground, held by both hands."""
    s, far, near = _side(bones), _far(bones), _near(bones)
    end = (near[0] + 0.16 * s, -0.10)
    pen.part([ribbon([_beyond(near, far, 0.05), near, end], [0.009] * 3)], WOOD, shaded=False)
    twigs = [(end[0] - 0.02 * s, end[1]), (end[0] + 0.03 * s, end[1] - 0.01),
             (end[0] + 0.13 * s, -0.005), (end[0] + 0.0 * s, 0.0)]  # fmt: skip
    pen.part([polygon(twigs)], STRAW, shaded=False)


def _rag(pen: Pen, bones: Bones) -> None:
    """A cloth under the flat hand."""
    (x, y), s = _near(bones), _side(bones)
    rag = [(x - 0.02 * s, y - 0.05), (x + 0.05 * s, y - 0.045), (x + 0.055 * s, y + 0.05),
           (x - 0.01 * s, y + 0.06)]  # fmt: skip
    pen.part([curve(rag)], PAPER, shaded=False)


def _comb(pen: Pen, bones: Bones) -> None:
    """A comb, its teeth towards the head."""
    (x, y), s = _near(bones), _side(bones)
    pen.part([hull([(x, y - 0.05, 0.012), (x, y + 0.03, 0.012)])], WOOD, shaded=False)
    for k in range(5):
        at = y - 0.05 + 0.02 * k
        pen.stroke(curve([(x, at), (x - 0.03 * s, at)], closed=False), 0.006, WOOD)


def _toothbrush(pen: Pen, bones: Bones) -> None:
    (x, y), s = _near(bones), _side(bones)
    pen.stroke(curve([(x + 0.075 * s, y + 0.012), (x - 0.07 * s, y)], closed=False), 0.011,
               rgb(86, 140, 170))  # fmt: skip
    pen.stroke(curve([(x - 0.05 * s, y - 0.012), (x - 0.07 * s, y - 0.012)], closed=False), 0.014,
               PAPER)  # fmt: skip


def _cigarette(pen: Pen, bones: Bones) -> None:
    """A cigarette that glows, with a thread of smoke."""
    (x, y), s = _near(bones), _side(bones)
    tip = (x + 0.075 * s, y - 0.02)
    smoke = [tip, (tip[0] + 0.02 * s, tip[1] - 0.06), (tip[0] - 0.01 * s, tip[1] - 0.13)]
    pen.canvas.drawPath(curve(smoke, closed=False), pen.brush(rgb(214, 214, 210), 0.008))
    pen.stroke(curve([(x + 0.01 * s, y - 0.005), tip], closed=False), 0.012, PAPER)
    pen.fill(ellipse(tip[0], tip[1], 0.008, 0.008), rgb(216, 96, 56))


def _book(pen: Pen, bones: Bones) -> None:
    """An open book between both hands."""
    near, far, s = _near(bones), _far(bones), _side(bones)
    x, y = along(near, far, 0.5)
    x += 0.035 * s
    cover = [(x - 0.035, y - 0.085), (x + 0.05 * s, y - 0.10), (x + 0.06 * s, y + 0.02),
             (x - 0.03, y + 0.03)]  # fmt: skip
    pen.part([polygon(cover)], rgb(150, 78, 66), shaded=False)
    page = [(x - 0.05 * s, y - 0.078), (x + 0.03 * s, y - 0.092), (x + 0.04 * s, y + 0.01),
            (x - 0.045 * s, y + 0.022)]  # fmt: skip
    pen.part([polygon(page)], PAPER, shaded=False)


def _needlework(pen: Pen, bones: Bones) -> None:
    """Cloth over the knees, and the thread drawn out of it."""
    near, far = _near(bones), _far(bones)
    lap = (far[0], far[1] + 0.02)
    cloth = [(lap[0] - 0.10, lap[1]), (lap[0] + 0.07, lap[1] - 0.025),
             (lap[0] + 0.12, lap[1] + 0.10), (lap[0], lap[1] + 0.13),
             (lap[0] - 0.13, lap[1] + 0.10)]  # fmt: skip
    pen.part([curve(cloth)], rgb(196, 84, 90), shaded=False)
    pen.canvas.drawPath(curve([lap, near], closed=False), pen.brush(DARK, 0.005))


def _hammer(pen: Pen, bones: Bones) -> None:
    """A hammer over what is mended."""
    (x, y), s = _near(bones), _side(bones)
    tip = _beyond(bones.near_arm.mid.at, (x, y), 0.13)
    pen.part([ribbon([(x, y), tip], [0.011, 0.011])], WOOD, shaded=False)
    head = [(tip[0] - 0.02, tip[1] - 0.035), (tip[0] + 0.025, tip[1] - 0.035),
            (tip[0] + 0.025, tip[1] + 0.04), (tip[0] - 0.02, tip[1] + 0.04)]  # fmt: skip
    pen.part([polygon(head)], mix(DARK, STEEL, 0.3), shaded=False)
    at = bones.pelvis.at[0] + 0.36 * s
    pen.part([hull([(at - 0.10, -0.05, 0.05), (at + 0.10, -0.05, 0.05)])], WOOD)


def _watering_can(pen: Pen, bones: Bones) -> None:
    (x, y), s = _near(bones), _side(bones)
    spout = [(x + 0.05 * s, y + 0.06), (x + 0.15 * s, y + 0.03)]
    for k in range(4):
        drop = [spout[1], (spout[1][0] + (0.02 + 0.025 * k) * s, min(-0.01, y + 0.30))]
        pen.canvas.drawPath(curve(drop, closed=False), pen.brush(WATER, 0.006))
    pen.stroke(curve(spout, closed=False), 0.016, rgb(92, 130, 108))
    can = [(x - 0.055, y + 0.02), (x + 0.055, y + 0.02), (x + 0.06, y + 0.11), (x - 0.06, y + 0.11)]
    pen.part([polygon(can)], rgb(92, 130, 108))


def _paintbrush(pen: Pen, bones: Bones) -> None:
    """A broad brush, and the stroke that it has made."""
    (x, y), s = _near(bones), _side(bones)
    tip = (x + 0.10 * s, y - 0.03)
    pen.stroke(curve([(tip[0] + 0.03 * s, y - 0.12), (tip[0] + 0.025 * s, y + 0.10)],
                     closed=False), 0.034, rgb(178, 70, 62))  # fmt: skip
    pen.part([ribbon([(x, y), (x + 0.07 * s, y - 0.02)], [0.008, 0.01])], WOOD, shaded=False)
    pen.part([hull([(*tip, 0.02), (tip[0] - 0.02 * s, tip[1], 0.018)])], DARK, shaded=False)


def _rod(pen: Pen, bones: Bones) -> None:
    """A fishing rod with its line."""
    near, far, s = _near(bones), _far(bones), _side(bones)
    tip = (near[0] + 0.52 * s, near[1] - 0.34)
    rod = ribbon([(far[0] - 0.03 * s, near[1] + 0.05), near, tip], [0.010, 0.009, 0.004])
    pen.part([rod], WOOD, shaded=False)
    line = [tip, (tip[0] + 0.03 * s, tip[1] + 0.3), (tip[0] + 0.03 * s, -0.03)]
    pen.canvas.drawPath(curve(line, closed=False), pen.brush(DARK, 0.007))
    pen.part([ellipse(line[-1][0], line[-1][1], 0.013, 0.02)], rgb(196, 66, 56), shaded=False)


def _bat(pen: Pen, bones: Bones) -> None:
    """A bat that goes on where the arm points."""
    near = _near(bones)
    tip = _beyond(bones.near_arm.mid.at, near, 0.28)
    pen.part([ribbon([near, along(near, tip, 0.5), tip], [0.010, 0.016, 0.024])], WOOD)


MARKS: Mapping[str, Callable[[Pen, Bones], None]] = {
    "jug": _jug, "board": _board, "pot": _pot, "broom": _broom, "rag": _rag, "comb": _comb,
    "toothbrush": _toothbrush, "cigarette": _cigarette, "book": _book, "hammer": _hammer,
    "needlework": _needlework,
    "watering_can": _watering_can, "paintbrush": _paintbrush, "rod": _rod,
    "bat": _bat,
}  # fmt: skip
"""What a motion's `mark` draws before the body, at the hands."""
