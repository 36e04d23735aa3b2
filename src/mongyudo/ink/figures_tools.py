"""What puppets carry in the near hand, and what grows or hangs behind them."""

import math
from collections.abc import Callable, Mapping

from mongyudo.ink.figures_bones import Bones
from mongyudo.ink.figures_marks import MARKS
from mongyudo.ink.figures_pen import (
    Pen,
    Point,
    along,
    ellipse,
    hull,
    mix,
    polygon,
    rgb,
    ribbon,
    smooth,
    with_alpha,
)

WOOD = rgb(120, 88, 60)
STEEL = rgb(196, 202, 208)
DARK = rgb(46, 42, 46)


def draw_tool(pen: Pen, bones: Bones, tool: str) -> None:
    """The thing in the near hand; an unknown or empty name draws nothing."""
    if tool in _TOOLS:
        _TOOLS[tool](pen, bones)


def draw_extra(pen: Pen, bones: Bones, extra: str, sway: float) -> None:
    """Wings, capes and tails behind the body; `sway` -1..1 moves them."""
    if extra in _EXTRAS:
        _EXTRAS[extra](pen, bones, sway)


def draw_mark(pen: Pen, bones: Bones, mark: str, *, front: bool) -> None:
    """What a motion needs: a stool to sit on, a desk to write at, a rope around the body, a thing
    in the hands. `front` chooses the pieces before the body or those behind it.
    """
    if not front and mark in ("stool", "desk", "wheel"):
        _stool(pen, bones)
    elif front and mark in _MARKS:
        _MARKS[mark](pen, bones)


def _phone(pen: Pen, bones: Bones) -> None:
    x, y = _hand(bones)
    pen.part(
        [ribbon([(x + 0.004, y + 0.03), (x + 0.012, y - 0.035)], [0.014, 0.014])],
        DARK,
        shaded=False,
    )


def _camera(pen: Pen, bones: Bones) -> None:
    x, y = along(_hand(bones), along(bones.far_arm.end.at, bones.far_arm.tip.at, 0.6), 0.5)
    pen.part([hull([(x - 0.03, y, 0.024), (x + 0.03, y, 0.024)])], DARK, shaded=False)
    pen.fill(ellipse(x + 0.02 * bones.front[0], y, 0.017, 0.017), rgb(150, 170, 180))


def _bowl(pen: Pen, bones: Bones) -> None:
    """A bowl in the far hand, chopsticks in the near one."""
    x, y = along(bones.far_arm.end.at, bones.far_arm.tip.at, 0.6)
    white = rgb(240, 236, 226)
    pen.part([ellipse(x + 0.02, y - 0.035, 0.045, 0.02)], rgb(250, 248, 242), shaded=False)
    pen.part(
        [
            smooth(
                [
                    (x - 0.03, y - 0.03),
                    (x + 0.07, y - 0.03),
                    (x + 0.045, y + 0.015),
                    (x - 0.005, y + 0.015),
                ]
            )
        ],
        white,
    )
    _chopsticks(pen, bones)


def _chopsticks(pen: Pen, bones: Bones) -> None:
    near = _hand(bones)
    for dy in (-0.006, 0.006):
        stick = smooth(
            [near, (near[0] + 0.09 * bones.front[0], near[1] - 0.035 + dy)], closed=False
        )
        pen.canvas.drawPath(stick, pen.brush(WOOD, 0.007))


def _cup(pen: Pen, bones: Bones) -> None:
    x, y = _hand(bones)
    s = bones.front[0]
    cup = [
        (x - 0.01 * s, y - 0.035),
        (x + 0.045 * s, y - 0.03),
        (x + 0.036 * s, y + 0.022),
        (x, y + 0.02),
    ]
    pen.part([polygon(cup)], rgb(214, 222, 220), shaded=False)


def _shovel(pen: Pen, bones: Bones) -> None:
    near, far = _hand(bones), along(bones.far_arm.end.at, bones.far_arm.tip.at, 0.6)
    dx, dy = near[0] - far[0], near[1] - far[1]
    length = max(0.02, (dx * dx + dy * dy) ** 0.5)
    ux, uy = dx / length, dy / length
    if uy < 0.2:
        ux, uy = 0.6 * bones.front[0], 0.8
    end = (near[0] + ux * 0.2, min(0.0, near[1] + uy * 0.2))
    pen.part([ribbon([far, near, end], [0.009, 0.009, 0.009])], WOOD, shaded=False)
    blade = [
        (end[0] - 0.03, end[1] - 0.02),
        (end[0] + 0.03, end[1] - 0.03),
        (end[0] + 0.06 * bones.front[0], end[1] + 0.05),
    ]
    pen.part([polygon(blade)], rgb(120, 122, 126), shaded=False)


def _wheel(pen: Pen, bones: Bones) -> None:
    """A steering wheel seen from the side."""
    x, y = along(_hand(bones), along(bones.far_arm.end.at, bones.far_arm.tip.at, 0.6), 0.5)
    pen.canvas.drawPath(ellipse(x + 0.01, y, 0.03, 0.075), pen.brush(DARK, 0.018))
    column = smooth([(x + 0.01, y), (x + 0.12 * bones.front[0], y + 0.12)], closed=False)
    pen.canvas.drawPath(column, pen.brush(DARK, 0.016))


def _stool(pen: Pen, bones: Bones) -> None:
    x, y = bones.pelvis.at
    seat = y + bones.build.hip_r * 0.95
    for dx in (-0.075, 0.085):
        pen.part(
            [ribbon([(x + dx * 0.8, seat), (x + dx, 0.0)], [0.013, 0.011])],
            mix(WOOD, DARK, 0.2),
            shaded=False,
        )
    pen.part([hull([(x - 0.09, seat, 0.014), (x + 0.10, seat, 0.014)])], WOOD, shaded=False)


def _desk(pen: Pen, bones: Bones) -> None:
    """A table under the hands, with a sheet of paper."""
    side = bones.front[0]
    x, y = _hand(bones)
    top = y + 0.035
    left, right = x - 0.07 * side, x + 0.26 * side
    for at in (left + 0.03 * side, right - 0.03 * side):
        pen.part(
            [ribbon([(at, top), (at, 0.0)], [0.012, 0.012])], mix(WOOD, DARK, 0.25), shaded=False
        )
    pen.part([hull([(left, top, 0.013), (right, top, 0.013)])], WOOD, shaded=False)
    sheet = [
        (x - 0.02 * side, top - 0.012),
        (x + 0.12 * side, top - 0.012),
        (x + 0.14 * side, top - 0.026),
        (x, top - 0.026),
    ]
    pen.part([polygon(sheet)], rgb(244, 240, 228), shaded=False)


def _rope(pen: Pen, bones: Bones) -> None:
    """Three turns of rope around arms and chest."""
    straw = rgb(196, 162, 108)
    width = bones.build.shoulders * abs(bones.front[1]) + bones.build.belly_r * 1.15
    for share in (0.15, 0.34, 0.53):
        x, y = along(bones.chest.at, bones.pelvis.at, share)
        turn = smooth(
            [(x - width, y - 0.006), (x, y + 0.016), (x + width, y - 0.006)], closed=False
        )
        pen.stroke(turn, 0.021, mix(straw, DARK, 0.5))
        pen.canvas.drawPath(turn, pen.brush(straw, 0.014))


def _hand(bones: Bones) -> Point:
    return along(bones.near_arm.end.at, bones.near_arm.tip.at, 0.6)


def _stick(pen: Pen, bones: Bones) -> None:
    x, y = _hand(bones)
    ground = (x + 0.05 * bones.front[0], min(0.0, y + 0.5))
    pen.part(
        [ribbon([(x - 0.01, y - 0.05), (x, y), ground], [0.009, 0.009, 0.008])], WOOD, shaded=False
    )


def _staff(pen: Pen, bones: Bones) -> None:
    """A gnarled staff, taller than its bearer, planted before the far foot."""
    x, y = along(bones.far_arm.end.at, bones.far_arm.tip.at, 0.8)
    knots = [(x + 0.05, y - 0.62), (x - 0.03, y - 0.56), (x + 0.02, y - 0.44), (x, y - 0.1),
             (x + 0.01, y + 0.2), (x, min(0.0, y + 0.45))]  # fmt: skip
    pen.part([ribbon(knots, [0.014, 0.02, 0.014, 0.012, 0.011, 0.009])], WOOD, shaded=False)


def _sword(pen: Pen, bones: Bones) -> None:
    x, y = _hand(bones)
    s = 1.0 if bones.front[0] >= 0 else -1.0
    tip = (x + 0.26 * s, y - 0.34)
    blade = [(x, y), (x + 0.16 * s, y - 0.19), tip]
    pen.part([ribbon(blade, [0.012, 0.013, 0.002])], STEEL, shaded=False)
    guard = [(x + 0.0 * s, y - 0.05), (x + 0.05 * s, y - 0.01)]
    pen.stroke(smooth(guard, closed=False), 0.014, rgb(176, 140, 70))
    pen.stroke(smooth([(x - 0.03 * s, y + 0.035), (x, y)], closed=False), 0.02, DARK)


def _club(pen: Pen, bones: Bones) -> None:
    x, y = _hand(bones)
    s = 1.0 if bones.front[0] >= 0 else -1.0
    end = (x + 0.16 * s, y - 0.26)
    pen.part(
        [ribbon([(x - 0.02 * s, y + 0.03), (x + 0.06 * s, y - 0.1), end], [0.014, 0.024, 0.05])],
        WOOD,
    )
    for k in range(4):
        px, py = along((x + 0.06 * s, y - 0.1), end, 0.3 + 0.22 * k)
        pen.fill(ellipse(px + 0.012 * (k % 2), py, 0.009, 0.009), rgb(206, 196, 170))


def _fork(pen: Pen, bones: Bones) -> None:
    x, y = _hand(bones)
    pole = smooth([(x, y + 0.3), (x, y - 0.36)], closed=False)
    pen.stroke(pole, 0.02, DARK)
    for dx in (-0.05, 0.0, 0.05):
        pen.stroke(
            smooth([(x, y - 0.32), (x + dx, y - 0.38), (x + dx, y - 0.5)], closed=False),
            0.013,
            DARK,
        )


def _rod(pen: Pen, bones: Bones) -> None:
    x, y = _hand(bones)
    s = 1.0 if bones.front[0] >= 0 else -1.0
    pen.stroke(
        smooth([(x - 0.06 * s, y + 0.05), (x + 0.3 * s, y - 0.36)], closed=False), 0.012, WOOD
    )


def _microphone(pen: Pen, bones: Bones) -> None:
    x, y = _hand(bones)
    pen.part(
        [ribbon([(x - 0.006, y + 0.03), (x + 0.012, y - 0.04)], [0.007, 0.01])], DARK, shaded=False
    )
    pen.part([ellipse(x + 0.016, y - 0.052, 0.018, 0.02)], rgb(150, 150, 154), shaded=False)


def _sack(pen: Pen, bones: Bones) -> None:
    """A bulging sack over the shoulder."""
    s = 1.0 if bones.front[0] >= 0 else -1.0
    x, y = bones.near_arm.root.at
    bag = hull(
        [(x - 0.13 * s, y + 0.12, 0.1), (x - 0.11 * s, y + 0.2, 0.1), (x - 0.02 * s, y + 0.0, 0.02)]
    )
    pen.part([bag], rgb(168, 142, 106))
    pen.stroke(smooth([(x - 0.03 * s, y + 0.02), (x - 0.1 * s, y + 0.1)], closed=False), 0.006,
               rgb(100, 80, 58))  # fmt: skip


def _wings(pen: Pen, bones: Bones, sway: float) -> None:
    """Feathered wings at the back."""
    x, y = bones.chest.at
    sin, cos = bones.front
    for side in (1.0, -1.0):
        reach = -sin * 0.8 + side * max(0.25, abs(cos))
        lift = 0.12 + 0.06 * sway
        tip = (x + 0.34 * reach, y - lift)
        shape = [(x - 0.02 * sin, y), (x + 0.2 * reach, y - lift - 0.08), tip,
                 (x + 0.3 * reach, y + 0.1), (x + 0.2 * reach, y + 0.2),
                 (x + 0.08 * reach, y + 0.2)]  # fmt: skip
        pen.part([smooth(shape)], rgb(246, 244, 238))
        for k in (0.3, 0.55, 0.8):
            root = along((x, y), tip, k)
            feather = [root, (root[0] - 0.02 * reach, root[1] + 0.14)]
            pen.stroke(smooth(feather, closed=False), 0.005,
                       rgb(150, 150, 150))  # fmt: skip


def _bat_wings(pen: Pen, bones: Bones, sway: float) -> None:
    x, y = bones.chest.at
    sin, cos = bones.front
    for side in (1.0, -1.0):
        reach = -sin * 0.8 + side * max(0.25, abs(cos))
        lift = 0.18 + 0.05 * sway
        points = [(x, y), (x + 0.14 * reach, y - lift), (x + 0.36 * reach, y - lift + 0.04),
                  (x + 0.29 * reach, y + 0.05), (x + 0.2 * reach, y + 0.02),
                  (x + 0.16 * reach, y + 0.15),
                  (x + 0.07 * reach, y + 0.08)]  # fmt: skip
        pen.part([polygon(points)], rgb(60, 40, 44))


def _cape(pen: Pen, bones: Bones, sway: float) -> None:
    x, y = bones.chest.at
    sin, cos = bones.front
    drag = 0.10 + 0.32 * bones.pose.trail + 0.02 * sway
    back = -sin
    wide = 0.1 * abs(cos) + 0.05
    shape = [(x - wide, y - 0.02), (x + wide, y - 0.02), (x + wide * 1.6 + back * drag, y + 0.5),
             (x - wide * 1.6 + back * drag * 1.5, y + 0.52)]  # fmt: skip
    pen.part([polygon(shape)], rgb(150, 40, 44))


def _scarf(pen: Pen, bones: Bones, sway: float) -> None:
    """The fairy's floating scarf (날개옷)."""
    x, y = bones.chest.at
    s = bones.front[0]
    curve = [(x + 0.22 * s, y + 0.2), (x + 0.1, y - 0.02), (x - 0.1, y - 0.14 - 0.03 * sway),
             (x - 0.26 * s, y - 0.05 + 0.04 * sway), (x - 0.38 * s, y + 0.1),
             (x - 0.5 * s, y - 0.02)]  # fmt: skip
    pen.part([ribbon(curve, [0.006, 0.022, 0.03, 0.034, 0.028, 0.004])],
             with_alpha(rgb(236, 170, 180), 0.85), shaded=False)  # fmt: skip


def _tails(pen: Pen, bones: Bones, sway: float) -> None:
    """Nine tails spread like a fan."""
    x, y = bones.pelvis.at
    s = bones.front[0] if abs(bones.front[0]) > 0.3 else 0.0
    fur = rgb(204, 128, 70)
    for k in range(9):
        angle = math.radians((-80 + 20 * k) * (0.62 if s else 1.0) + 5 * sway * (1 + k % 2))
        lean = -s * 1.0
        dx, dy = math.sin(angle) + lean, -math.cos(angle)
        length = (dx * dx + dy * dy) ** 0.5
        dx, dy = dx / length * 0.36, dy / length * 0.36
        mid = (x + dx * 0.55 + dy * 0.1, y + dy * 0.5)
        pen.part([ribbon([(x, y), mid, (x + dx, y + dy)], [0.012, 0.04, 0.006])], fur, shaded=False)
        tip = [along(mid, (x + dx, y + dy), 0.55), (x + dx, y + dy)]
        pen.fill(ribbon(tip, [0.02, 0.003]), mix(fur, rgb(250, 246, 236), 0.8))


_TOOLS: Mapping[str, Callable[[Pen, Bones], None]] = {
    "stick": _stick, "staff": _staff, "sword": _sword, "club": _club, "fork": _fork, "rod": _rod,
    "microphone": _microphone, "sack": _sack,
}  # fmt: skip


def _fin(pen: Pen, bones: Bones, sway: float) -> None:
    """A mermaid's tail fin where the feet would be."""
    x, y = along(bones.near_leg.end.at, bones.far_leg.end.at, 0.5)
    dx, dy = x - bones.pelvis.x, y - bones.pelvis.y
    n = max(0.05, (dx * dx + dy * dy) ** 0.5)
    ux, uy = dx / n, dy / n
    for side in (-1.0, 1.0):
        tip = (x + ux * 0.1 + uy * (0.16 + 0.02 * sway) * side, y + uy * 0.1 - ux * 0.16 * side)
        lobe = [
            (x - ux * 0.06, y - uy * 0.06),
            along((x, y), tip, 0.6),
            tip,
            (x + ux * 0.06, y + uy * 0.06),
        ]
        pen.part([smooth(lobe)], rgb(92, 150, 146))


_EXTRAS: Mapping[str, Callable[[Pen, Bones, float], None]] = {
    "wings": _wings, "bat_wings": _bat_wings, "cape": _cape, "scarf": _scarf, "tails": _tails,
    "fin": _fin,
}  # fmt: skip
_MARKS: Mapping[str, Callable[[Pen, Bones], None]] = {
    "desk": _desk, "rope": _rope, "phone": _phone, "camera": _camera, "bowl": _bowl, "cup": _cup,
    "chopsticks": _chopsticks,
    "shovel": _shovel, "wheel": _wheel, "steering": _wheel, **MARKS,
}  # fmt: skip
