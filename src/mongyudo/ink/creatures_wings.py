"""Wings that beat in space, and birds' tails."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import skia

from mongyudo.ink.creatures_pen import DARK, BeastPen, polar, whip
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


@dataclass(frozen=True, slots=True)
class Wing:
    """A wing: `span` and `chord` in units of the bird's height; `form` broad (fingered), pointed or
    bat; `tip` the colour of the flight feathers."""

    coat: Colour
    tip: Colour
    span: float = 1.1
    chord: float = 0.46
    form: str = "broad"


@dataclass(frozen=True, slots=True)
class Beat:
    """How a wing is held: the inner and the outer part's rise in degrees."""

    inner_deg: float
    outer_deg: float


def beat_at(phase: float, strength: float = 1.0) -> Beat:
    """The wing at `phase` of a beat: 0 raised, 0.5 lowered; the outer part lags."""
    turn = math.tau * phase
    return Beat(14 + 46 * strength * math.cos(turn), 6 + 60 * strength * math.cos(turn - 0.75))


GLIDE = Beat(14.0, 6.0)

_LEADING = ((0.24, 0.0), (0.40, 0.22), (0.44, 0.44), (0.22, 0.74), (-0.02, 1.0))
_TRAILING = ((-0.34, 0.86), (-0.62, 0.62), (-0.60, 0.34), (-0.52, 0.12), (-0.46, 0.0))
_KNUCKLE = 0.44


def _spot(
    wing: Wing, beat: Beat, root: Point, chordwise: float, share: float, near: float
) -> Point:
    """A place of the wing on the picture; `near` 1 for the wing towards the viewer, -1 beyond."""
    inner, outer = math.radians(beat.inner_deg), math.radians(beat.outer_deg)
    first, rest = min(share, _KNUCKLE), max(0.0, share - _KNUCKLE)
    up = (first * math.sin(inner) + rest * math.sin(outer)) * wing.span
    out = (first * math.cos(inner) + rest * math.cos(outer)) * wing.span
    x = root[0] + chordwise * wing.chord - 0.20 * out * near
    return (x, root[1] - up + 0.34 * out * near - 0.05 * chordwise * wing.chord)


def draw_wing(pen: BeastPen, wing: Wing, beat: Beat, root: Point, *, near: bool) -> None:
    """An open wing at its shoulder `root`."""
    side = 1.0 if near else -1.0
    coat = wing.coat if near else mix(wing.coat, DARK, 0.26)
    tip = wing.tip if near else mix(wing.tip, DARK, 0.26)

    def spot(chordwise: float, share: float) -> Point:
        return _spot(wing, beat, root, chordwise, share, side)

    if wing.form == "bat":
        _membrane(pen, spot, coat)
        return
    if wing.form == "broad":
        _fingers(pen, spot, tip)
    lead = [spot(*p) for p in _LEADING]
    trail = [spot(*p) for p in _TRAILING]
    path = smooth([*lead, *trail])
    pen.part([path], coat)
    _quills(pen, spot, path, coat, tip)


Place = Callable[[float, float], Point]


def _fingers(pen: BeastPen, spot: Place, colour: Colour) -> None:
    """The spread flight feathers of the hand."""
    for k in range(6):
        root = spot(0.05 - 0.05 * k, 0.62)
        tip = spot(0.10 - 0.17 * k, 1.16 - 0.075 * k)
        middle = along(root, tip, 0.6)
        pen.part(
            [ribbon([root, middle, tip], [0.05, 0.052, 0.012])], mix(colour, DARK, 0.06 * (k % 2))
        )


def _quills(pen: BeastPen, spot: Place, path: skia.Path, coat: Colour, tip: Colour) -> None:
    """Flight feathers along the trailing edge, coverts in front."""
    band = [spot(-0.10 - 0.25 * (1 - s), s) for s in (0.0, 0.3, 0.6, 0.9, 1.05)]
    rim = [spot(-0.9, s) for s in (1.05, 0.8, 0.5, 0.2, -0.05)]
    pen.marks(path, [smooth([*band, *rim])], tip)
    line = mix(coat, DARK, 0.5)
    for k in range(9):
        s = 0.04 + 0.11 * k
        feather = [
            spot(-0.06 - 0.2 * (1 - s), s - 0.02),
            spot(-0.54 + 0.14 * max(0.0, s - 0.6), s + 0.02),
        ]
        pen.stroke(smooth(feather, closed=False), 0.009, line)
    for k in range(5):
        s = 0.08 + 0.14 * k
        scale = [spot(0.12, s), spot(-0.02, s + 0.05), spot(0.10, s + 0.10)]
        pen.stroke(smooth(scale, closed=False), 0.007, line)


def _membrane(pen: BeastPen, spot: Place, coat: Colour) -> None:
    """A bat's wing, scalloped between the fingers."""
    wrist, tip = spot(0.42, 0.44), spot(0.0, 1.0)
    ends = [tip, spot(-0.62, 0.74), spot(-0.72, 0.44), spot(-0.62, 0.0)]
    rim: list[Point] = [spot(0.22, 0.0), wrist, along(wrist, tip, 0.6), tip]
    path = skia.Path()
    path.moveTo(*rim[0])
    for point in rim[1:]:
        path.lineTo(*point)
    for before, after in pairwise(ends):
        bow = along(along(before, after, 0.5), wrist, 0.34)
        path.quadTo(*bow, *after)
    path.close()
    pen.part([path], coat)
    for end in ends[:-1]:
        pen.stroke(smooth([wrist, end], closed=False), 0.014, mix(coat, DARK, 0.5))


def draw_folded(pen: BeastPen, wing: Wing, place: Callable[[float, float], Point]) -> None:
    """A wing laid along the body; `place` maps (-1 tail .. 1 breast, -1 belly .. 1 back)."""
    outline = [
        place(0.52, 0.30), place(0.20, 0.74), (place(-0.35, 0.70)), place(-1.12, 0.36),
        place(-0.70, -0.06), place(-0.05, -0.46), place(0.42, -0.22),
    ]  # fmt: skip
    path = smooth(outline)
    pen.part([path], wing.coat)
    tips = [place(-0.25, 0.34), place(-1.2, 0.5), place(-1.2, 0.0), place(-0.4, -0.14)]
    pen.marks(path, [smooth(tips)], wing.tip)
    line = mix(wing.coat, DARK, 0.5)
    for k in range(4):
        feather = [
            place(0.05 - 0.10 * k, -0.26 + 0.20 * k),
            place(-0.82 - 0.03 * k, 0.02 + 0.12 * k),
        ]
        pen.stroke(smooth(feather, closed=False), 0.010, line)
    for k in range(3):
        scale = [
            place(0.36 - 0.16 * k, 0.34),
            place(0.26 - 0.16 * k, 0.06),
            place(0.30 - 0.18 * k, -0.16),
        ]
        pen.stroke(smooth(scale, closed=False), 0.008, line)


@dataclass(frozen=True, slots=True)
class Plumage:
    """A bird's tail: `form` fan, fork, long, cock, train, streamers or stub; `second` colours its
    ornaments."""

    form: str
    length: float
    colour: Colour
    second: Colour = 0


def draw_plumage(
    pen: BeastPen, tail: Plumage, root: Point, deg: float, wide: float, turn: float
) -> None:
    """The tail from `root` towards `deg` (180 straight back)."""
    _TAILS[tail.form](pen, tail, root, deg + 3 * math.sin(turn), wide, turn)


def _fan(pen: BeastPen, tail: Plumage, root: Point, deg: float, wide: float, turn: float) -> None:
    del turn
    for k, spread in enumerate((-11, -6, 0, 6, 11)):
        tip = polar(root, deg + spread, tail.length * (1 - 0.04 * abs(k - 2)))
        feather = [root, along(root, tip, 0.6), tip]
        pen.part([ribbon(feather, [wide * 0.5, wide * 0.42, wide * 0.30])],
                 mix(tail.colour, DARK, 0.08 * (k % 2)))  # fmt: skip


def _stub(pen: BeastPen, tail: Plumage, root: Point, deg: float, wide: float, turn: float) -> None:
    del turn
    tip = polar(root, deg, tail.length)
    pen.part([polygon([polar(root, deg + 90, wide * 0.7), tip, polar(root, deg - 90, wide * 0.7)])],
             tail.colour)  # fmt: skip


def _fork(pen: BeastPen, tail: Plumage, root: Point, deg: float, wide: float, turn: float) -> None:
    del turn
    for spread in (-13.0, 13.0):
        middle = polar(root, deg + spread * 0.4, tail.length * 0.5)
        tip = polar(root, deg + spread, tail.length)
        pen.part([ribbon([root, middle, tip], [wide * 0.6, wide * 0.4, 0.004])], tail.colour)


def _long(pen: BeastPen, tail: Plumage, root: Point, deg: float, wide: float, turn: float) -> None:
    for k, spread in enumerate((7.0, 0.0, -6.0)):
        curve = whip(root, deg + spread, tail.length * (0.78 + 0.11 * k), 6, 10, 8, turn)
        pen.part([ribbon(curve, [wide * 0.5, wide * 0.46, wide * 0.4, wide * 0.36, wide * 0.3,
                                 0.01])],
                 tail.colour)  # fmt: skip
        if tail.second:
            bars = [ellipse(*point, wide * 0.36, wide * 0.12) for point in curve[2:]]
            for bar in bars:
                pen.fill(bar, tail.second)


def _cock(pen: BeastPen, tail: Plumage, root: Point, deg: float, wide: float, turn: float) -> None:
    for k in range(6):
        curve = whip(
            root, deg - 62 + 13 * k, tail.length * (1 - 0.07 * k), 8, 150 - 14 * k, 7, turn
        )
        plume = [wide * w for w in (0.36, 0.42, 0.44, 0.42, 0.36, 0.28, 0.18, 0.02)]
        pen.part(
            [ribbon(curve, plume)], mix(tail.colour, tail.second or tail.colour, 0.22 * (k % 3))
        )


def _train(pen: BeastPen, tail: Plumage, root: Point, deg: float, wide: float, turn: float) -> None:
    """The peacock's train with its eyes."""
    for k in range(9):
        curve = whip(
            root, deg + 14 - 4.4 * k, tail.length * (0.80 + 0.025 * k), 7, 16, 6, turn + 0.3 * k
        )
        pen.part([ribbon(curve, [wide * w for w in (0.3, 0.34, 0.36, 0.38, 0.4, 0.38, 0.05)])],
                 mix(tail.colour, DARK, 0.10 * (k % 2)))  # fmt: skip
        for place in (-1, -3):
            _plume_eye(pen, tail, curve[place], wide * (0.46 if place == -1 else 0.3))


def _plume_eye(pen: BeastPen, tail: Plumage, at: Point, size: float) -> None:
    pen.fill(ellipse(at[0], at[1], size, size * 0.8), rgb(206, 168, 84))
    pen.fill(ellipse(at[0], at[1], size * 0.66, size * 0.54), tail.second or tail.colour)
    pen.fill(ellipse(at[0], at[1], size * 0.3, size * 0.26), rgb(34, 44, 76))


def _streamers(
    pen: BeastPen, tail: Plumage, root: Point, deg: float, wide: float, turn: float
) -> None:
    """The phoenix's floating plumes."""
    for k in range(5):
        curve = whip(
            root,
            deg + 26 - 13 * k,
            tail.length * (0.86 + 0.07 * k),
            13,
            40 - 22 * k,
            46,
            turn + 0.7 * k,
        )
        shares = [j / 12 for j in range(13)]
        plume = [wide * (0.22 + 0.34 * math.sin(math.pi * s) ** 0.8) + 0.004 for s in shares]
        tint = mix(tail.colour, tail.second or tail.colour, 0.24 * k)
        pen.part([ribbon(curve, plume)], tint)
        _barbs(pen, curve, wide, mix(tint, DARK, 0.35))
        _plume_eye(pen, tail, curve[-2], wide * 0.6)


def _barbs(pen: BeastPen, curve: Sequence[Point], wide: float, colour: Colour) -> None:
    for before, at in pairwise(curve[1:-1]):
        deg = math.degrees(math.atan2(before[1] - at[1], at[0] - before[0]))
        for side in (-42, 42):
            hair = smooth([at, polar(at, deg + side, wide * 0.75)], closed=False)
            pen.stroke(hair, 0.008, colour)


_TAILS: Mapping[str, Callable[[BeastPen, Plumage, Point, float, float, float], None]] = {
    "fan": _fan, "stub": _stub, "fork": _fork, "long": _long, "cock": _cock, "train": _train,
    "streamers": _streamers,
}  # fmt: skip
