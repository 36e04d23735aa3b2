"""Ears, horns, antlers and tusks, in skull radii."""

from collections.abc import Callable, Mapping

import skia

from mongyudo.ink.creatures_pen import BONE, DARK, BeastPen
from mongyudo.ink.figures_pen import (
    Colour,
    Point,
    along,
    ellipse,
    mix,
    polygon,
    rgb,
    ribbon,
    smooth,
)

HORN: Colour = rgb(196, 180, 146)
_PINK: Colour = rgb(222, 160, 148)


def draw_ears(
    pen: BeastPen, kind: str, at: Point, size: float, colour: Colour, *, far: bool
) -> None:
    """One ear; the far one stands a little ahead and darker."""
    if kind not in _EARS:
        return
    shift = 0.34 if far else 0.0
    tint = mix(colour, DARK, 0.28 if far else 0.05)
    with pen.placed((at[0] + shift, at[1] - (0.06 if far else 0.0)), size, 8.0 if far else 0.0):
        outer, inner = _EARS[kind]()
        pen.part([outer], tint)
        if inner is not None and not far:
            pen.fill(inner, mix(colour, _PINK, 0.6))


Ear = tuple[skia.Path, skia.Path | None]


def _round() -> Ear:
    return ellipse(-0.06, -0.16, 0.34, 0.34), ellipse(-0.04, -0.13, 0.19, 0.2)


def _small() -> Ear:
    return ellipse(-0.06, -0.08, 0.24, 0.25), ellipse(-0.04, -0.06, 0.12, 0.13)


def _point() -> Ear:
    outer = smooth([(-0.38, 0.22), (-0.36, -0.36), (-0.10, -0.98), (0.20, -0.40), (0.34, 0.12)])
    return outer, smooth(
        [(-0.20, 0.10), (-0.18, -0.30), (-0.08, -0.70), (0.10, -0.30), (0.16, 0.08)]
    )


def _flop() -> Ear:
    flap = [(-0.30, -0.06), (0.06, -0.26), (0.34, 0.02), (0.22, 0.66), (-0.08, 0.98), (-0.34, 0.62)]
    return smooth(flap), None


def _long() -> Ear:
    lobe = [(0.0, 0.14), (-0.20, -0.6), (-0.52, -1.3), (-0.78, -1.85)]
    return ribbon(lobe, [0.16, 0.28, 0.27, 0.06]), ribbon(lobe[1:], [0.10, 0.13, 0.03])


def _leaf() -> Ear:
    leaf = [
        (0.16, 0.02),
        (-0.30, -0.26),
        (-0.86, -0.20),
        (-1.02, 0.02),
        (-0.62, 0.24),
        (-0.1, 0.24),
    ]
    return smooth(leaf), smooth([(-0.2, -0.04), (-0.62, -0.1), (-0.84, 0.02), (-0.5, 0.12)])


def _tuft() -> Ear:
    outer = smooth([(-0.26, 0.16), (-0.34, -0.30), (-0.28, -0.90), (0.02, -0.42), (0.16, 0.08)])
    return outer, None


def _sail() -> Ear:
    sail = [(0.28, -0.42), (-0.34, -0.72), (-1.00, -0.46), (-1.18, 0.30), (-0.82, 1.10),
            (-0.40, 1.36), (-0.10, 0.86), (0.22, 0.46)]  # fmt: skip
    return smooth(sail), None


_EARS: Mapping[str, Callable[[], Ear]] = {
    "round": _round, "small": _small, "point": _point, "flop": _flop, "long": _long,
    "leaf": _leaf, "tuft": _tuft, "sail": _sail,
}  # fmt: skip


def draw_horns(pen: BeastPen, kind: str, at: Point, *, far: bool) -> None:
    """Horns or antlers growing beside the ear at `at`; tusks grow from the mouth."""
    if kind not in _HORNS:
        return
    shift = 0.30 if far else 0.0
    with pen.placed((at[0] + 0.24 + shift, at[1] - 0.10), 1.0):
        _HORNS[kind](pen, mix(HORN, DARK, 0.32 if far else 0.0))


def _cow(pen: BeastPen, colour: Colour) -> None:
    horn = [(0.0, 0.10), (0.16, -0.34), (0.42, -0.62), (0.74, -0.70)]
    pen.part([ribbon(horn, [0.17, 0.14, 0.09, 0.015])], colour)
    pen.fill(ribbon(horn[2:], [0.075, 0.012]), mix(colour, DARK, 0.5))


def _bull(pen: BeastPen, colour: Colour) -> None:
    horn = [(0.0, 0.12), (0.30, -0.20), (0.78, -0.36), (1.14, -0.86)]
    pen.part([ribbon(horn, [0.20, 0.17, 0.12, 0.015])], colour)
    pen.fill(ribbon(horn[2:], [0.10, 0.012]), mix(colour, DARK, 0.55))


def _goat(pen: BeastPen, colour: Colour) -> None:
    horn = [(0.0, 0.10), (-0.10, -0.50), (-0.52, -1.00), (-1.08, -1.14)]
    pen.part([ribbon(horn, [0.16, 0.15, 0.10, 0.015])], mix(colour, DARK, 0.3))


def _ram(pen: BeastPen, colour: Colour) -> None:
    curl = [(0.05, 0.05), (-0.40, -0.36), (-0.98, -0.10), (-1.02, 0.56), (-0.52, 0.86),
            (-0.20, 0.56)]  # fmt: skip
    pen.part([ribbon(curl, [0.20, 0.24, 0.22, 0.18, 0.12, 0.03])], colour)


def _antlers(pen: BeastPen, colour: Colour) -> None:
    beam = [(0.0, 0.10), (-0.36, -0.70), (-0.44, -1.50), (-0.06, -2.30)]
    tone = mix(colour, rgb(120, 84, 56), 0.55)
    tines = [ribbon(beam, [0.11, 0.10, 0.08, 0.015])]
    for share, tip in ((0.24, (0.42, -0.92)), (0.50, (0.34, -1.62)), (0.74, (-0.96, -2.06))):
        place = share * 3
        k = int(place)
        root = along(beam[k], beam[k + 1], place - k)
        tines.append(ribbon([root, along(root, tip, 0.5), tip], [0.085, 0.07, 0.012]))
    pen.part(tines, tone)


def _unicorn(pen: BeastPen, colour: Colour) -> None:
    pen.part([polygon([(0.30, 0.26), (0.62, 0.30), (1.16, -1.25)])], mix(colour, BONE, 0.6))
    for k in range(4):
        a, b = (
            along((0.30, 0.2), (1.16, -1.25), 0.18 * k),
            along((0.62, 0.3), (1.16, -1.25), 0.18 * k + 0.1),
        )
        pen.stroke(smooth([a, b], closed=False), 0.05, mix(colour, DARK, 0.4))


def _knobs(pen: BeastPen, colour: Colour) -> None:
    knob = [(0.0, 0.1), (-0.12, -0.42)]
    pen.part(
        [ribbon(knob, [0.07, 0.07]), ellipse(-0.13, -0.5, 0.13, 0.13)], mix(colour, DARK, 0.45)
    )


_HORNS: Mapping[str, Callable[[BeastPen, Colour], None]] = {
    "cow": _cow, "bull": _bull, "goat": _goat, "ram": _ram, "deer": _antlers,
    "unicorn": _unicorn, "knobs": _knobs,
}  # fmt: skip
