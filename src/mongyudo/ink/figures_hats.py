"""What heads carry: hats, crowns, veils, horns, masks. Lengths are shares of the head's radius."""

import math
from collections.abc import Callable, Mapping

import skia

from mongyudo.ink.figures_face import Head, spot_on
from mongyudo.ink.figures_pen import (
    Pen,
    ellipse,
    hull,
    mix,
    polygon,
    rgb,
    ribbon,
    smooth,
    with_alpha,
)

GOLD = rgb(214, 168, 74)
BLACK = rgb(36, 33, 36)
RED = rgb(176, 48, 44)
WHITE = rgb(244, 240, 230)


def draw_hat(pen: Pen, head: Head, yaw: float) -> None:
    """Put the head's hat on; no hat draws nothing."""
    if head.hat:
        _HATS[head.hat](pen, head, math.sin(math.radians(yaw)), yaw)


def _gat(pen: Pen, head: Head, side: float, yaw: float) -> None:
    """The horsehair hat: a wide brim and a tall crown, with its string of beads."""
    del yaw
    crown = hull(
        [(-0.42, -1.75, 0.12), (0.42, -1.75, 0.12), (-0.56, -0.82, 0.05), (0.56, -0.82, 0.05)]
    )
    pen.part([crown], head.hat_colour, shaded=False)
    pen.part([ellipse(0.0, -0.74, 1.75, 0.26)], head.hat_colour, shaded=False)
    shine = with_alpha(rgb(200, 200, 210), 0.35)
    pen.stroke(smooth([(-1.6, -0.8), (0, -0.96), (1.6, -0.8)], closed=False), 0.04, shine)
    x = 0.55 * side
    beads = smooth([(-0.75 + x * 0.3, -0.5), (-0.2 + x, 1.1), (0.55 + x * 0.4, -0.5)], closed=False)
    pen.stroke(beads, 0.06, mix(GOLD, BLACK, 0.4))


def _cap(pen: Pen, head: Head, side: float, yaw: float) -> None:
    """A peaked cap: police, school, drivers."""
    top = hull([(-0.86, -0.62, 0.14), (0.86, -0.62, 0.14), (-0.78, -1.06, 0.2), (0.84, -1.02, 0.2)])
    pen.part([top], head.hat_colour, shaded=False)
    pen.fill(hull([(-0.9, -0.5, 0.07), (0.9, -0.5, 0.07)]), mix(head.hat_colour, BLACK, 0.6))
    if math.cos(math.radians(yaw)) > -0.3:
        peak = [(side * 0.4 - 0.5, -0.46), (side * 0.55 + 0.62, -0.46), (side * 0.95 + 0.34, -0.28)]
        pen.part([smooth([*peak, (side * 0.8 - 0.3, -0.3)])], BLACK, shaded=False)
        pen.fill(ellipse(side * 0.8, -0.84, 0.13, 0.14), GOLD)


def _field_cap(pen: Pen, head: Head, side: float, yaw: float) -> None:
    top = hull([(-0.8, -0.6, 0.16), (0.8, -0.6, 0.16), (-0.55, -1.0, 0.2), (0.6, -1.0, 0.2)])
    pen.part([top], head.hat_colour, shaded=False)
    if math.cos(math.radians(yaw)) > -0.3:
        brim = hull([(side * 0.5 - 0.4, -0.46, 0.07), (side * 1.15 + 0.3 * (1 - side), -0.4, 0.06)])
        pen.part([brim], mix(head.hat_colour, BLACK, 0.3), shaded=False)
    for x, y in ((-0.5, -0.8), (0.1, -0.95), (0.5, -0.72)):
        pen.fill(ellipse(x, y, 0.16, 0.1), mix(head.hat_colour, BLACK, 0.35))


def _helmet(pen: Pen, head: Head, side: float, yaw: float) -> None:
    """A hard hat or a fire helmet."""
    del yaw
    dome = hull([(-0.05, -0.5, 0.95)])
    pen.canvas.save()
    clip = polygon([(-2, -3), (2, -3), (2, -0.34), (-2, -0.34)])
    pen.canvas.clipPath(clip, doAntiAlias=True)
    pen.part([dome], head.hat_colour)
    pen.canvas.restore()
    pen.part([hull([(-0.98, -0.36, 0.07), (1.05 + 0.2 * side, -0.36, 0.07)])], head.hat_colour)


def _nurse(pen: Pen, head: Head, side: float, yaw: float) -> None:
    del head, yaw
    x = side * 0.25
    shape = [(x - 0.42, -0.88), (x - 0.52, -1.28), (x + 0.52, -1.28), (x + 0.42, -0.88)]
    pen.part([polygon(shape)], WHITE, shaded=False)
    pen.fill(
        polygon([(x - 0.05, -1.2), (x + 0.05, -1.2), (x + 0.05, -0.96), (x - 0.05, -0.96)]), RED
    )
    pen.fill(
        polygon([(x - 0.12, -1.12), (x + 0.12, -1.12), (x + 0.12, -1.04), (x - 0.12, -1.04)]), RED
    )


def _king(pen: Pen, head: Head, side: float, yaw: float) -> None:
    """The winged black cap of the kings of Joseon."""
    del head, yaw
    low = hull([(-0.82, -0.5, 0.12), (0.8, -0.5, 0.12), (-0.7, -0.95, 0.16), (0.66, -0.92, 0.16)])
    high = hull(
        [(-0.4 - 0.15 * side, -1.35, 0.24), (0.16 - 0.15 * side, -1.35, 0.24), (-0.2, -0.9, 0.4)]
    )
    for sign in (-1.0, 1.0):
        x = -0.5 * side + sign * 0.35
        wing = [(x, -1.2), (x - 0.1 * sign * side + 0.14 * sign, -1.6), (x + 0.24 * sign, -1.9)]
        pen.part([ribbon(wing, [0.1, 0.15, 0.03])], BLACK, shaded=False)
    pen.part([high], BLACK, shaded=False)
    pen.part([low], BLACK, shaded=False)
    pen.stroke(smooth([(-0.85, -0.48), (0, -0.42), (0.85, -0.48)], closed=False), 0.07, GOLD)


def _official(pen: Pen, head: Head, side: float, yaw: float) -> None:
    """The black cap with two flat wings of officials and bridegrooms."""
    del head, yaw
    for sign in (-1.0, 1.0):
        x = sign * (1.3 - 0.5 * abs(side))
        pen.part([ellipse(x, -0.72, 0.42, 0.16)], BLACK, shaded=False)
    low = [(-0.78, -0.52, 0.1), (0.78, -0.52, 0.1), (-0.68, -0.86, 0.1), (0.68, -0.86, 0.1)]
    pen.part([hull(low)],
             BLACK, shaded=False)  # fmt: skip
    pen.part([hull([(-0.45 - 0.1 * side, -1.3, 0.18), (0.25, -1.3, 0.18), (-0.1, -0.9, 0.4)])],
             BLACK, shaded=False)  # fmt: skip


def _crown(pen: Pen, head: Head, side: float, yaw: float) -> None:
    del head, side, yaw
    teeth = [(-0.72, -0.62), (-0.86, -1.3), (-0.44, -0.98), (-0.22, -1.48), (0.0, -1.0),
             (0.24, -1.48), (0.46, -0.98), (0.86, -1.3), (0.72, -0.62)]  # fmt: skip
    pen.part([polygon(teeth)], GOLD, shaded=False)
    for x in (-0.4, 0.0, 0.4):
        pen.fill(ellipse(x, -0.76, 0.09, 0.1), RED)


def _jokduri(pen: Pen, head: Head, side: float, yaw: float) -> None:
    """The small bridal crown, with red spots on cheeks and brow (연지곤지)."""
    del head
    x = side * 0.2
    shape = [(x - 0.34, -0.9), (x - 0.42, -1.3), (x, -1.42), (x + 0.42, -1.3), (x + 0.34, -0.9)]
    pen.part([smooth(shape)], rgb(34, 52, 70), shaded=False)
    for dx, dy in ((-0.2, -1.1), (0.2, -1.1), (0.0, -1.26)):
        pen.fill(ellipse(x + dx, dy, 0.08, 0.08), GOLD)
    for longitude, y in ((-46.0, 0.42), (46.0, 0.42), (0.0, -0.34)):
        at, width = spot_on(yaw, longitude)
        if width > 0.1:
            pen.fill(ellipse(at * 0.82, y, 0.1 * max(0.5, width), 0.1), with_alpha(RED, 0.85))


def _veil(pen: Pen, head: Head, side: float, yaw: float) -> None:
    del head, yaw
    gauze = with_alpha(WHITE, 0.55)
    fall = [(0.2 * side, -1.12), (-0.95 * side - 0.6, -0.5), (-1.25 * side - 0.8, 2.3)]
    pen.fill(
        smooth([*fall, (-0.3 * side + 0.5 * (1 - side), 2.5), (0.5 * (1 - side), -0.2)]), gauze
    )
    for k in range(5):
        x = -0.5 + 0.25 * k + 0.1 * side
        pen.fill(ellipse(x, -0.93 - 0.09 * (2 - abs(k - 2)), 0.12, 0.12), rgb(240, 214, 210))


def _hood(pen: Pen, head: Head, side: float, yaw: float) -> None:
    front = math.cos(math.radians(yaw)) > -0.4
    cowl = hull([(-0.1 * side, -0.2, 1.22), (-0.35 * side, 0.9, 0.8)])
    if not front:
        pen.part([cowl], head.hat_colour)
        return
    opening = ellipse(0.34 * side, 0.16, 0.74 - 0.1 * side, 0.9)
    pen.part([skia.Op(cowl, opening, skia.PathOp.kDifference_PathOp)], head.hat_colour)


def _halo(pen: Pen, head: Head, side: float, yaw: float) -> None:
    del head, side, yaw
    pen.stroke(ellipse(0, -1.42, 0.72, 0.19), 0.12, rgb(240, 206, 110))


def _horns(pen: Pen, head: Head, side: float, yaw: float) -> None:
    del yaw
    for sign in (-1.0, 1.0):
        x = sign * 0.48 * (1 - 0.4 * abs(side)) + 0.15 * side
        horn = [(x, -0.78), (x + sign * 0.22, -1.15), (x + sign * 0.06, -1.55)]
        pen.part([ribbon(horn, [0.16, 0.11, 0.015])], head.hat_colour, shaded=False)


def _goblin_horn(pen: Pen, head: Head, side: float, yaw: float) -> None:
    del yaw
    x = 0.2 * side
    pen.part([ribbon([(x, -0.85), (x + 0.04, -1.2), (x + 0.02, -1.6)], [0.2, 0.14, 0.02])],
             head.hat_colour, shaded=False)  # fmt: skip


def _mask(pen: Pen, head: Head, side: float, yaw: float) -> None:
    """A woollen cap and a cloth over nose and mouth."""
    top = hull([(-0.05, -0.42, 0.96)])
    pen.canvas.save()
    pen.canvas.clipPath(polygon([(-2, -3), (2, -3), (2, -0.3), (-2, -0.3)]), doAntiAlias=True)
    pen.part([top], head.hat_colour)
    pen.canvas.restore()
    if math.cos(math.radians(yaw)) > -0.3:
        x = 0.25 * side
        cloth = [
            (x - 0.78, 0.3),
            (x, 0.24),
            (x + 0.72, 0.28),
            (x + 0.5, 0.86),
            (x, 1.02),
            (x - 0.5, 0.88),
        ]
        pen.part([smooth(cloth)], head.hat_colour, shaded=False)


def _full_mask(pen: Pen, head: Head, side: float, yaw: float) -> None:
    """A white mask without a mien."""
    if math.cos(math.radians(yaw)) < -0.2:
        return
    pen.part([ellipse(0.3 * side, 0.12, 0.72 - 0.1 * side, 0.84)], WHITE, shaded=False)
    for longitude in (-24.0, 24.0):
        x, width = spot_on(yaw, longitude)
        if width > 0.12:
            pen.fill(ellipse(x * 0.82, 0.06, 0.16 * max(0.5, width), 0.09), head.hat_colour)
    pen.stroke(smooth([(0.3 * side - 0.15, 0.56), (0.3 * side + 0.15, 0.56)], closed=False), 0.05,
               head.hat_colour)  # fmt: skip


def _chef(pen: Pen, head: Head, side: float, yaw: float) -> None:
    del head, yaw, side
    puffs = [ellipse(x, y, 0.42, 0.36) for x, y in ((-0.42, -1.4), (0.42, -1.4), (0.0, -1.62))]
    band = [(-0.6, -0.75, 0.06), (0.6, -0.75, 0.06), (-0.5, -1.3, 0.06), (0.5, -1.3, 0.06)]
    pen.part([*puffs, hull(band)],
             WHITE, shaded=False)  # fmt: skip


def _straw(pen: Pen, head: Head, side: float, yaw: float) -> None:
    del side, yaw
    pen.part([smooth([(-1.55, -0.48), (0, -1.62), (1.55, -0.48), (0, -0.3)])], head.hat_colour)
    for x in (-0.8, -0.3, 0.3, 0.8):
        pen.stroke(smooth([(x * 0.3, -1.35), (x, -0.5)], closed=False), 0.04,
                   mix(head.hat_colour, BLACK, 0.4))  # fmt: skip


def _pointed(pen: Pen, head: Head, side: float, yaw: float) -> None:
    """The hat of witches and wizards."""
    del yaw
    pen.part([polygon([(-0.7, -0.66), (0.7, -0.66), (-0.25 * side - 0.05, -2.3)])], head.hat_colour)
    pen.part([ellipse(0, -0.64, 1.4, 0.22)], head.hat_colour, shaded=False)


def _santa(pen: Pen, head: Head, side: float, yaw: float) -> None:
    del yaw
    pen.part([smooth([(-0.82, -0.6), (0.0, -1.35), (0.82, -0.6)])], head.hat_colour)
    tip = (-0.9 * side - 0.5, -1.0)
    pen.part([ribbon([(0.1, -1.0), (-0.3 * side, -1.5), tip], [0.4, 0.26, 0.08])], head.hat_colour)
    pen.part([ellipse(*tip, 0.18, 0.18)], WHITE)
    pen.part([hull([(-0.86, -0.54, 0.15), (0.86, -0.54, 0.15)])], WHITE)


def _shaman(pen: Pen, head: Head, side: float, yaw: float) -> None:
    """A broad red hat with a feather."""
    del yaw
    pen.part([ribbon([(-0.1 * side, -1.2), (0.3, -1.9), (0.9, -2.15)], [0.1, 0.16, 0.02])],
             rgb(70, 110, 120), shaded=False)  # fmt: skip
    crown = [(-0.45, -1.2, 0.12), (0.45, -1.2, 0.12), (-0.5, -0.8, 0.05), (0.5, -0.8, 0.05)]
    pen.part([hull(crown)],
             head.hat_colour)  # fmt: skip
    pen.part([ellipse(0, -0.72, 1.45, 0.24)], head.hat_colour, shaded=False)


def _space(pen: Pen, head: Head, side: float, yaw: float) -> None:
    del head, yaw
    pen.fill(ellipse(0, 0, 1.42, 1.42), with_alpha(rgb(200, 220, 230), 0.28))
    pen.stroke(ellipse(0, 0, 1.42, 1.42), 0.14, WHITE)
    pen.stroke(smooth([(0.5 + 0.2 * side, -0.95), (0.95, -0.4)], closed=False), 0.1, WHITE)


def _ears(pen: Pen, head: Head, side: float, yaw: float) -> None:
    """Fox ears."""
    del yaw
    for sign in (-1.0, 1.0):
        x = sign * 0.52 * (1 - 0.35 * abs(side))
        pen.part([polygon([(x - 0.3, -0.72), (x + sign * 0.22, -1.65), (x + 0.3, -0.7)])],
                 head.hat_colour, shaded=False)  # fmt: skip


def _band(pen: Pen, head: Head, side: float, yaw: float) -> None:
    """A cloth around the brow: mourners, fighters, the sick."""
    del side, yaw
    pen.part([hull([(-0.92, -0.46, 0.1), (0.92, -0.46, 0.1)])], head.hat_colour, shaded=False)


def _antenna(pen: Pen, head: Head, side: float, yaw: float) -> None:
    """A robot's plates, bolts and antenna."""
    del yaw
    pen.stroke(smooth([(0, -0.98), (0.02, -1.5)], closed=False), 0.09, head.hat_colour)
    pen.part([ellipse(0.02, -1.58, 0.14, 0.14)], RED, shaded=False)
    pen.part(
        [ellipse(-0.55 * abs(side) - 0.3 * (1 - abs(side)), 0.14, 0.2, 0.24)],
        head.hat_colour,
        shaded=False,
    )
    pen.stroke(
        smooth([(-0.8, -0.42), (0.1, -0.5), (0.84, -0.42)], closed=False), 0.06, head.hat_colour
    )


def _diving_mask(pen: Pen, head: Head, side: float, yaw: float) -> None:
    """The hood and the round glass of the women divers (해녀)."""
    _hood(pen, head, side, yaw)
    if math.cos(math.radians(yaw)) > 0:
        glass = ellipse(0.45 * side, 0.02, 0.56, 0.36)
        pen.fill(glass, with_alpha(rgb(170, 206, 214), 0.45))
        pen.stroke(glass, 0.1, head.hat_colour)


def _brim(pen: Pen, head: Head, side: float, yaw: float) -> None:
    """A hat with a wide, curved brim."""
    del side, yaw
    crown = hull([(-0.4, -1.35, 0.2), (0.4, -1.35, 0.2), (-0.62, -0.7, 0.08), (0.62, -0.7, 0.08)])
    pen.part([crown], head.hat_colour)
    pen.part(
        [smooth([(-1.6, -0.86), (0, -0.5), (1.6, -0.86), (0, -0.74)])],
        head.hat_colour,
        shaded=False,
    )


_HATS: Mapping[str, Callable[[Pen, Head, float, float], None]] = {
    "gat": _gat, "cap": _cap, "field_cap": _field_cap, "helmet": _helmet, "nurse": _nurse,
    "king": _king, "official": _official, "crown": _crown, "jokduri": _jokduri, "veil": _veil,
    "hood": _hood, "halo": _halo, "horns": _horns, "goblin_horn": _goblin_horn, "mask": _mask,
    "full_mask": _full_mask, "chef": _chef, "straw": _straw, "pointed": _pointed,
    "santa": _santa, "shaman": _shaman, "space": _space, "ears": _ears, "band": _band,
    "antenna": _antenna, "diving_mask": _diving_mask, "brim": _brim,
}  # fmt: skip

HATS = frozenset(_HATS)
