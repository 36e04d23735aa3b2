"""Hair: the cap on the skull, the mass behind it, and beards. Lengths are shares of the radius."""

import math

import skia

from mongyudo.ink.figures_face import Head, spot_on
from mongyudo.ink.figures_pen import (
    Colour,
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

LONG_NAPE = frozenset({"long", "bob", "loose", "braid", "ponytail", "bun"})
TAILS = frozenset({"long", "loose", "ponytail", "braid", "bob"})
CROPPED = frozenset({"short", "crew"})
GOLD: Colour = rgb(214, 168, 74)
RED: Colour = rgb(176, 48, 44)


def draw_cap(pen: Pen, head: Head, yaw: float) -> None:
    """The hair on the skull: all of it less the face."""
    if head.hair == "tuft":
        _tuft(pen, head)
    if head.hair in ("bald", "none", "tuft"):
        return
    side, front = math.sin(math.radians(yaw)), math.cos(math.radians(yaw))
    nape = 0.66 if head.hair in LONG_NAPE else 0.36 + 0.3 * max(0.0, -front)
    puff = 1.14 if head.hair in ("curly", "wild") else 1.05
    full = ellipse(-0.05 * side, -0.1, puff, puff * 0.99)
    below = skia.Path()
    below.addRect(skia.Rect.MakeLTRB(-2, nape, 2, 2))
    if head.hair in CROPPED:
        full, below = _cropped(head, side), _clipped(side, front)
    hair = skia.Op(full, below, skia.PathOp.kDifference_PathOp)
    if front > -0.6:
        hair = skia.Op(hair, _window(head, side, front), skia.PathOp.kDifference_PathOp)
    pieces = [hair, *(_fringe(side, front) if head.hair == "short" else [])]
    if head.hair in ("curly", "wild"):
        pieces += _curls(side, front, puff)
    pen.part(pieces, head.hair_colour, shaded=False)
    _gloss(pen, head, side)
    _knots(pen, head, yaw)


def _cropped(head: Head, side: float) -> skia.Path:
    """Short hair close to the skull, fuller above the brow."""
    crown = ellipse(-0.05 * side, -0.15, 1.0, 0.95)
    if head.hair == "crew":
        return crown
    quiff = smooth([(-0.62, -0.78), (-0.30, -1.10), (0.06, -1.02), (0.22, -1.17), (0.50, -1.04),
                    (0.86, -0.92), (0.90, -0.50), (0.2, -0.4)])  # fmt: skip
    return skia.Op(crown, quiff, skia.PathOp.kUnion_PathOp) or crown


def _clipped(side: float, front: float) -> skia.Path:
    """What is cut off below the ears, less at the nape."""
    turned = min(1.0, max(0.0, (1 - front) / 0.6))
    if front < -0.5:
        return polygon([(-2, 0.1), (-0.86, 0.14), (-0.66, 0.46), (0.66, 0.46), (0.86, 0.14),
                        (2, 0.1), (2, 2), (-2, 2)])  # fmt: skip
    nape, deep = -0.9 * side, 0.12 + 0.42 * turned
    return polygon([(-2, 0.12), (nape - 0.75, 0.16), (nape - 0.5, deep), (nape + 0.42, deep),
                    (nape + 0.66, 0.14), (2, 0.12), (2, 2), (-2, 2)])  # fmt: skip


def _fringe(side: float, front: float) -> list[skia.Path]:
    """A few locks on the brow, swept to one side."""
    if front < 0.1:
        return []
    roots = (-0.42, -0.08, 0.26, 0.56)
    middle, spread = 0.42 * side, 1 - 0.35 * abs(side)
    return [
        polygon([(middle + spread * (x - 0.2), -0.62), (middle + spread * (x + 0.24), -0.66),
                 (middle + spread * (x + 0.30), -0.34 + 0.05 * (k % 2))])
        for k, x in enumerate(roots)
    ]  # fmt: skip


def _tuft(pen: Pen, head: Head) -> None:
    """The first hair of a baby."""
    for k in range(4):
        root = (-0.16 + 0.1 * k, -0.98)
        curl = [root, (root[0] - 0.06, -1.16), (root[0] + 0.1, -1.24 + 0.04 * k)]
        pen.fill(ribbon(curl, [0.06, 0.05, 0.01]), head.hair_colour)


def _window(head: Head, side: float, front: float) -> skia.Path:
    """Where the face shows: below the hairline, shrinking as the head turns away."""
    shrink = min(1.0, max(0.0, (front + 0.6) / 0.7))
    top = {"short": -0.46, "crew": -0.52, "topknot": -0.60, "bun": -0.52, "loose": -0.28}.get(
        head.hair, -0.38
    )
    half = (0.80 - 0.08 * side) * shrink
    if head.hair == "loose":
        half *= 0.62
    middle = 0.42 * side + 0.5 * (1 - shrink)
    window = skia.Path()
    window.addOval(skia.Rect.MakeLTRB(middle - half, top, middle + half, top + 1.7))
    window.addRect(skia.Rect.MakeLTRB(middle - half, top + 0.85, middle + half, 2))
    if side > 0.25:
        window.addRect(skia.Rect.MakeLTRB(middle, -0.16, 2, 2))
    if head.hair == "bob":
        fringe = skia.Path()
        fringe.addRect(skia.Rect.MakeLTRB(-2, -2, 2, -0.24))
        window = skia.Op(window, fringe, skia.PathOp.kDifference_PathOp)
    return skia.Simplify(window) or window


def _curls(side: float, front: float, puff: float) -> list[skia.Path]:
    found = []
    for k in range(11):
        angle = math.radians(150 + k * 24)
        x, y = -0.05 * side + puff * 0.92 * math.cos(angle), -0.12 + puff * 0.9 * math.sin(angle)
        if y < 0.42 and (front < -0.3 or x < 0.55 or y < -0.45):
            found.append(ellipse(x, y, 0.24, 0.24))
    return found


def _gloss(pen: Pen, head: Head, side: float) -> None:
    shine = with_alpha(mix(head.hair_colour, rgb(255, 250, 240), 0.45), 0.45)
    curve = smooth([(-0.62, -0.52), (-0.1 + 0.1 * side, -0.86), (0.42, -0.76)], closed=False)
    pen.stroke(curve, 0.055, shine)


def _knots(pen: Pen, head: Head, yaw: float) -> None:
    """Buns, topknots and pins that sit on the cap."""
    back, away = spot_on(yaw, 180)
    if head.hair == "bun" and away > 0.3:
        _bun(pen, head, back)
    elif head.hair == "topknot":
        pen.part([ellipse(0.1 * back, -1.16, 0.22, 0.25)], head.hair_colour, shaded=False)
        pen.fill(ellipse(0.1 * back, -0.98, 0.2, 0.06), rgb(70, 60, 56))


def _bun(pen: Pen, head: Head, back: float) -> None:
    x = back * 0.98
    pen.part([ellipse(x, 0.5, 0.33, 0.28)], head.hair_colour, shaded=False)
    pin = [(x - 0.42, 0.44), (x, 0.5), (x + 0.42, 0.56)]
    pen.fill(ribbon(pin, [0.055, 0.045, 0.035]), GOLD)


def draw_tail(pen: Pen, head: Head, yaw: float, lag: float, reach: float) -> None:
    """Hair that hangs behind the head and shoulders.

    `lag` 0..1 is how much speed draws it back; `reach` is its length in radii.
    """
    if head.hair == "bun" and spot_on(yaw, 180)[1] <= 0.3:
        _bun(pen, head, spot_on(yaw, 180)[0])
    if head.hair not in TAILS:
        return
    back = -math.sin(math.radians(yaw))
    away = math.cos(math.radians(yaw)) < -0.5
    drop = (back * (0.34 + 1.5 * lag) * (0.2 if away else 1.0), reach * (1 - 0.42 * lag))
    if head.hair in ("long", "loose", "bob"):
        _curtain(pen, head, back, drop, away=away)
    elif head.hair == "ponytail":
        start = (back * 0.86, -0.1)
        end = (start[0] + drop[0] * 0.9, start[1] + drop[1] * 0.72)
        middle = (start[0] + back * 0.5 + drop[0] * 0.25, start[1] + 0.1)
        points = [start, middle, (0.5 * (middle[0] + end[0]), 0.5 * (middle[1] + end[1])), end]
        pen.part([ribbon(points, [0.1, 0.25, 0.22, 0.04])], head.hair_colour, shaded=False)
        pen.fill(ellipse(*start, 0.13, 0.13), RED)
    else:
        _braid(pen, head, back, drop)


def _curtain(pen: Pen, head: Head, back: float, drop: tuple[float, float], *, away: bool) -> None:
    short = head.hair == "bob"
    x, y = (back * 0.3, 0.72) if short else drop
    wide = 0.84 if short else (0.72 if away else 0.52)
    mass = hull(
        [
            (back * 0.10, -0.05, 1.0),
            (x - wide * 0.38, y, 0.24),
            (x + wide * 0.38, y + 0.08, 0.2),
        ]
    )
    pen.part([mass], head.hair_colour, shaded=False)
    shine = with_alpha(mix(head.hair_colour, rgb(255, 250, 240), 0.4), 0.35)
    for k in (-0.25, 0.1):
        strand = [
            (back * 0.4 + k, 0.2),
            (x * 0.6 + back * 0.3 + k, y * 0.6),
            (x + k * 0.7, y * 0.95),
        ]
        pen.stroke(smooth(strand, closed=False), 0.05, shine)


def _braid(pen: Pen, head: Head, back: float, drop: tuple[float, float]) -> None:
    start, end = (back * 0.7, 0.45), (back * 0.45 + drop[0], drop[1] * 1.25)
    middle = (start[0] + back * 0.25 + drop[0] * 0.2, 0.5 * (start[1] + end[1]))
    pen.part([ribbon([start, middle, end], [0.2, 0.17, 0.09])], head.hair_colour, shaded=False)
    bow = [(end[0] - 0.14, end[1] + 0.5), end, (end[0] + 0.16, end[1] + 0.46)]
    pen.part([polygon(bow)], RED, shaded=False)


def draw_locks(pen: Pen, head: Head, yaw: float) -> None:
    """What falls before the face: the curtain of a ghost's hair."""
    if head.hair != "loose" or math.cos(math.radians(yaw)) < 0:
        return
    for longitude, low in ((-62.0, 1.9), (58.0, 1.5)):
        x, _ = spot_on(yaw, longitude)
        points = [(x * 0.5, -0.8), (x * 0.92, 0.1), (x * 0.8, low)]
        pen.part([ribbon(points, [0.16, 0.2, 0.03])], head.hair_colour, shaded=False)


def draw_beard(pen: Pen, head: Head, yaw: float) -> None:
    """Moustache, goatee or a long beard in the hair's colour."""
    front = math.cos(math.radians(yaw))
    if not head.beard or front < -0.3:
        return
    x, width = spot_on(yaw, 0)
    x *= 0.8
    w = max(0.45, width)
    if head.beard in ("long", "moustache", "goatee"):
        for sign in (-1.0, 1.0):
            lip = [(x, 0.47), (x + sign * 0.2 * w, 0.52), (x + sign * 0.36 * w, 0.68)]
            pen.fill(ribbon(lip, [0.05, 0.06, 0.012]), head.hair_colour)
    if head.beard == "goatee":
        pen.fill(polygon([(x - 0.13, 0.8), (x + 0.13, 0.8), (x + 0.04, 1.34)]), head.hair_colour)
    if head.beard == "long":
        jaw = [(x - 0.55 * w, 0.66), (x, 0.84), (x + 0.5 * w, 0.62), (x + 0.3 * w, 1.35)]
        tip = [(x + 0.05, 2.05), (x - 0.32 * w, 1.35)]
        pen.part([smooth(jaw + tip)], head.hair_colour)
    if head.beard == "stubble":
        shade = with_alpha(head.hair_colour, 0.22)
        pen.fill(ellipse(x, 0.72, 0.46 * w, 0.24), shade)
