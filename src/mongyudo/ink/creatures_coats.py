"""What grows on four-footed animals: patterns of the coat, manes, hackles and tails."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import skia

from mongyudo.ink.creatures_limbs import Leg
from mongyudo.ink.creatures_pen import DARK, BeastPen, polar, union, whip
from mongyudo.ink.creatures_trunk import Torso
from mongyudo.ink.figures_pen import (
    Colour,
    Point,
    along,
    ellipse,
    mix,
    polygon,
    ribbon,
    smooth,
)


def stripes(torso: Torso) -> list[skia.Path]:
    """Brush strokes tapering down from the spine, and short ones up from the belly."""
    made: list[skia.Path] = []
    for k in range(12):
        s = -0.16 + 1.28 * k / 11
        deep = (-0.32, 0.22, -0.05)[k % 3]
        lean = 0.05 * (0.5 - s)
        made.append(_stroke(torso, (s, 1.08), (s + lean - 0.03, 0.45), (s + lean, deep), 0.034))
        if k % 3 == 0:
            made.append(_stroke(torso, (s + 0.03, 0.9), (s + 0.055, 0.4), (s + 0.05, 0.0), 0.02))
        if k % 2:
            made.append(
                _stroke(torso, (s + 0.05, -1.0), (s + 0.06, -0.6), (s + 0.03, -0.25), 0.022)
            )
    return made


def _stroke(torso: Torso, a: Point, b: Point, c: Point, wide: float) -> skia.Path:
    return ribbon([torso.spot(*a), torso.spot(*b), torso.spot(*c)], [wide, wide * 0.74, 0.004])


def spots(torso: Torso) -> list[skia.Path]:
    """Dapples in loose rows."""
    made = []
    for k in range(34):
        s = -0.16 + 1.3 * ((k * 0.7548777) % 1.0)
        x, y = torso.spot(s, 0.86 - 1.2 * ((k * 0.5698403) % 1.0))
        made.append(ellipse(x, y, 0.028, 0.023))
    return made


def rosettes(torso: Torso) -> list[skia.Path]:
    """Broken rings."""
    made = []
    for k in range(36):
        s = -0.2 + 1.36 * ((k * 0.7548777) % 1.0)
        x, y = torso.spot(s, 0.92 - 1.6 * ((k * 0.5698403) % 1.0))
        ring = ellipse(x, y, 0.046, 0.038)
        hole = ellipse(x + 0.010, y + 0.004, 0.022, 0.016)
        made.append(skia.Op(ring, hole, skia.kDifference_PathOp))
    return made


def patches(torso: Torso) -> list[skia.Path]:
    """The large blots of a dairy cow."""
    made = []
    for s, v, wide, tall in ((0.02, 0.5, 0.30, 0.24), (0.5, 0.75, 0.22, 0.15),
                             (0.9, 0.0, 0.24, 0.27),
                             (0.42, -0.6, 0.16, 0.12)):  # fmt: skip
        x, y = torso.spot(s, v)
        blob = [
            (x + wide * r * math.cos(a), y + tall * r * math.sin(a))
            for a, r in zip(
                (0.0, 1.1, 2.0, 3.0, 4.1, 5.2), (1.0, 0.8, 1.05, 0.85, 1.1, 0.9), strict=True
            )
        ]
        made.append(smooth(blob))
    return made


def bands(torso: Torso) -> list[skia.Path]:
    """The panda's dark shoulders."""
    return [smooth([torso.spot(0.62, 1.2), torso.spot(1.3, 1.3), torso.spot(1.3, -1.3),
                    torso.spot(0.74, -1.2), torso.spot(0.70, 0.0)])]  # fmt: skip


def saddle(torso: Torso) -> list[skia.Path]:
    """A dark back."""
    rim = [torso.spot(s, 0.42 + 0.10 * math.sin(9 * s)) for s in (1.2, 0.9, 0.6, 0.3, 0.0, -0.2)]
    return [smooth([torso.spot(-0.3, 1.4), torso.spot(0.5, 1.4), torso.spot(1.25, 1.4), *rim])]


def zebra(torso: Torso) -> list[skia.Path]:
    """Bands all round."""
    made = []
    for k in range(13):
        s = -0.2 + 1.4 * k / 12
        line = [torso.spot(s, 1.1), torso.spot(s - 0.03, 0.2), torso.spot(s - 0.02, -1.1)]
        made.append(ribbon(line, [0.036, 0.032, 0.014]))
    return made


def bars(torso: Torso) -> list[skia.Path]:
    """Broad dim bars over the back."""
    made = []
    for k in range(7):
        s = -0.2 + 1.3 * k / 6
        made.append(ribbon([torso.spot(s, 1.1), torso.spot(s + 0.02, 0.5), torso.spot(s, 0.0)],
                           [0.05, 0.042, 0.006]))  # fmt: skip
    return made


def scales(torso: Torso) -> list[skia.Path]:
    """Rows of half moons."""
    made = []
    for row in range(6):
        for k in range(13):
            s = -0.2 + 0.112 * k + 0.056 * (row % 2)
            x, y = torso.spot(s, 0.82 - 0.32 * row)
            outer = ellipse(x, y, 0.058, 0.052)
            inner = ellipse(x + 0.012, y - 0.016, 0.054, 0.048)
            made.append(skia.Op(outer, inner, skia.kDifference_PathOp))
    return made


def wool(torso: Torso) -> list[skia.Path]:
    """Curls."""
    made = []
    for row in range(6):
        for k in range(10):
            s = -0.26 + 0.17 * k + 0.08 * (row % 2)
            x, y = torso.spot(s, 0.95 - 0.36 * row)
            outer, inner = ellipse(x, y, 0.068, 0.060), ellipse(x + 0.006, y - 0.014, 0.060, 0.054)
            made.append(skia.Op(outer, inner, skia.kDifference_PathOp))
    return made


def bristles(torso: Torso) -> list[skia.Path]:
    """Short strokes of a rough coat."""
    made = []
    for k in range(46):
        s = -0.2 + 1.4 * ((k * 0.7548777) % 1.0)
        v = 0.95 - 1.5 * ((k * 0.5698403) % 1.0)
        a, b = torso.spot(s, v), torso.spot(s - 0.07, v - 0.16)
        made.append(ribbon([a, along(a, b, 0.5), b], [0.008, 0.007, 0.001]))
    return made


PATTERNS: Mapping[str, Callable[[Torso], list[skia.Path]]] = {
    "stripes": stripes, "spots": spots, "rosettes": rosettes, "patches": patches, "bands": bands,
    "saddle": saddle, "zebra": zebra, "bars": bars, "scales": scales, "wool": wool,
    "bristles": bristles,
}  # fmt: skip


def mark_legs(pen: BeastPen, pattern: str, legs: Sequence[Leg], colour: Colour) -> None:
    """Bars across the legs of striped animals, dots on spotted ones."""
    if pattern not in ("stripes", "zebra", "rosettes"):
        return
    for leg in legs:
        clip = union(leg.skin)
        if pattern == "rosettes":
            dots = [ellipse(*along(leg.root, leg.first, s), 0.024, 0.02) for s in (0.4, 0.8)]
            pen.marks(
                clip, [*dots, ellipse(*along(leg.first, leg.second, 0.4), 0.02, 0.017)], colour
            )
            continue
        pen.marks(
            clip, [_bar(leg, place, pattern) for place in (0.62, 0.95, 1.3, 1.62, 2.4)], colour
        )


def _bar(leg: Leg, place: float, pattern: str) -> skia.Path:
    joints = (leg.root, leg.first, leg.second, (leg.foot.x, leg.foot.y))
    k = int(place)
    x, y = along(joints[k], joints[k + 1], place - k)
    wide = 0.16 if pattern == "zebra" else 0.10
    side = -1.0 if k == 0 else 1.0
    ends = [(x - side * wide, y - 0.035), (x, y + 0.012), (x + side * wide * 0.5, y)]
    return ribbon(ends, [0.024, 0.018, 0.003])


@dataclass(frozen=True, slots=True)
class Tail:
    """A tail: `kind`, its length and half width, how it hangs (`lift_deg` above straight back) and
    how it bends."""

    kind: str = "whip"
    length: float = 0.8
    wide: float = 0.045
    lift_deg: float = -48.0
    curl_deg: float = 95.0
    tuft: Colour = 0


def draw_tail(
    pen: BeastPen, tail: Tail, torso: Torso, mood: tuple[float, float, float], coat: Colour,
    bars: Colour,
) -> None:  # fmt: skip
    """The tail; `mood` is (raised -1..1, swing -1..1, running 0..1), `bars` rings it when given."""
    raised, swing, fast = mood
    if tail.kind in ("none", "thick"):
        return
    deg = 180 - tail.lift_deg * (1 - 0.55 * fast) - 34 * raised + torso.pitch_deg * 0.5
    curl = -tail.curl_deg * (1 - 0.6 * fast)
    turn = math.asin(max(-1.0, min(1.0, swing)))
    points = whip(torso.tail_root, deg, tail.length, 12, curl, 22.0, turn)
    points = [(x, min(y, -0.02)) for x, y in points]
    _TAILS.get(tail.kind, _whip_tail)(pen, tail, points, coat)
    if bars and pen.dark is None:
        for a, b in zip(points[2::2], points[3::2], strict=False):
            pen.marks(ribbon(points, _widths(tail, 12)), [_ring(a, b, tail.wide)], bars)


def _widths(tail: Tail, count: int) -> list[float]:
    return [tail.wide * (1.15 - 0.35 * k / (count - 1)) for k in range(count - 1)] + [
        tail.wide * 0.45
    ]


def _ring(a: Point, b: Point, wide: float) -> skia.Path:
    dx, dy = b[0] - a[0], b[1] - a[1]
    gap = max(1e-6, math.hypot(dx, dy))
    nx, ny = -dy / gap * wide * 1.6, dx / gap * wide * 1.6
    x, y = along(a, b, 0.5)
    return ribbon([(x - nx, y - ny), (x, y), (x + nx, y + ny)], [0.022, 0.022, 0.022])


def _whip_tail(pen: BeastPen, tail: Tail, points: list[Point], coat: Colour) -> None:
    pen.part([ribbon(points, _widths(tail, len(points)))], coat)
    if tail.tuft:
        pen.part([ribbon(points[-3:], [tail.wide * 0.9, tail.wide * 1.05, 0.004])], tail.tuft)


def _tuft_tail(pen: BeastPen, tail: Tail, points: list[Point], coat: Colour) -> None:
    thin = [tail.wide * (1 - 0.5 * k / (len(points) - 1)) for k in range(len(points))]
    pen.part([ribbon(points, thin)], coat)
    x, y = points[-1]
    dx, dy = x - points[-3][0], y - points[-3][1]
    brush = [points[-3], (x, y), (x + dx * 0.9, y + dy * 0.9)]
    pen.part([ribbon(brush, [tail.wide * 0.8, tail.wide * 1.9, 0.004])], tail.tuft or coat)


def _brush_tail(pen: BeastPen, tail: Tail, points: list[Point], coat: Colour) -> None:
    count = len(points)
    wide = [
        tail.wide * (0.45 + 1.5 * math.sin(math.pi * min(1.0, 0.12 + 0.86 * k / count)))
        for k in range(count)
    ]
    wide[-3:] = [wide[-3] * 0.86, wide[-3] * 0.6, 0.006]
    pen.part([ribbon(points, wide)], coat)
    if tail.tuft:
        pen.fill(
            ribbon(points[-4:], [tail.wide * 1.0, wide[-3] * 0.96, wide[-2] * 0.9, 0.004]),
            tail.tuft,
        )
    for k in range(2, count - 2, 2):
        lock = [points[k], along(points[k], points[k + 2], 0.9)]
        pen.stroke(smooth(lock, closed=False), 0.008, mix(coat, DARK, 0.45))


def _hair_tail(pen: BeastPen, tail: Tail, points: list[Point], coat: Colour) -> None:
    del coat
    colour = tail.tuft
    for k, spread in enumerate((-0.10, 0.06, 0.0)):
        lock = [(x + spread * s * s, y) for (x, y), s in zip(points, _shares(points), strict=True)]
        wide = [tail.wide * (0.8 + 0.9 * math.sin(math.pi * s * 0.92)) for s in _shares(points)]
        wide[-4:] = [wide[-4] * 0.9, wide[-4] * 0.7, wide[-4] * 0.4, 0.004]
        pen.part([ribbon(lock, wide)], mix(colour, DARK, 0.16 * (2 - k)))


def _shares(points: Sequence[Point]) -> list[float]:
    return [k / (len(points) - 1) for k in range(len(points))]


def _curl_tail(pen: BeastPen, tail: Tail, points: list[Point], coat: Colour) -> None:
    x, y = points[0]
    size = tail.length
    loop = [
        (x + 0.04 + size * (0.10 * a - 0.30 * math.sin(a * 1.6)),
         y - size * (0.28 * (1 - math.cos(a * 1.6))) - size * 0.03 * a)
        for a in (0.0, 0.6, 1.2, 1.9, 2.6, 3.3, 4.0)
    ]  # fmt: skip
    pen.part([ribbon(loop, [tail.wide * (1 - 0.1 * k) for k in range(7)])], coat)


def _stub_tail(pen: BeastPen, tail: Tail, points: list[Point], coat: Colour) -> None:
    x, y = points[0]
    pen.part([ellipse(x - tail.length * 0.2, y + 0.02, tail.length * 0.55, tail.length * 0.5)],
             tail.tuft or coat)  # fmt: skip


def _nine_tails(pen: BeastPen, tail: Tail, points: list[Point], coat: Colour) -> None:
    turn = math.atan2(points[-1][1] - points[0][1], points[-1][0] - points[0][0])
    for k in range(9):
        deg = 196 - 17 * k
        fan = whip(
            points[0], deg, tail.length * (0.92 + 0.08 * (k % 2)), 9, 46 - 11 * k, 16, turn * 2 + k
        )
        _brush_tail(pen, tail, fan, mix(coat, DARK, 0.05 * (k % 2)))


def thick_tail(tail: Tail, torso: Torso, mood: tuple[float, float, float]) -> skia.Path:
    """A tail as strong as the body that goes over into it: lizards, otters."""
    turn = math.asin(max(-1.0, min(1.0, mood[1])))
    deg = 180 - tail.lift_deg + torso.pitch_deg * 0.6
    points = whip(torso.spot(0.1, 0.05), deg, tail.length, 12, -tail.curl_deg, 16.0, turn)
    points = [(x, min(y, -tail.wide * 0.5)) for x, y in points]
    wide = [max(0.004, tail.wide * (1 - s) ** 0.85) for s in _shares(points)]
    return ribbon(points, wide)


_TAILS: Mapping[str, Callable[[BeastPen, Tail, list[Point], Colour], None]] = {
    "whip": _whip_tail, "tuft": _tuft_tail, "brush": _brush_tail, "hair": _hair_tail,
    "curl": _curl_tail, "stub": _stub_tail, "nine": _nine_tails,
}  # fmt: skip


def draw_mane(pen: BeastPen, kind: str, torso: Torso, swing: float, colour: Colour) -> None:
    """The mane on the neck, behind the head."""
    if kind in _MANES:
        _MANES[kind](pen, torso, swing, colour)


def _crest_points(torso: Torso, count: int) -> list[tuple[Point, float]]:
    """Places on the upper edge of the neck, from the head down, and their outward directions."""
    curve = torso.neck_curve(count)
    wide, slim = torso.trunk.neck
    found = []
    for k, (x, y) in enumerate(reversed(curve)):
        share = k / (count - 1)
        reach = slim + (wide - slim) * share
        found.append((polar((x, y), torso.neck_deg + 90, reach * 0.92), torso.neck_deg + 90))
    return found


def _horse_mane(pen: BeastPen, torso: Torso, swing: float, colour: Colour) -> None:
    places = _crest_points(torso, 8)
    for k, (at, out) in enumerate(places):
        fall = polar(at, out + 78 + 10 * swing, 0.10)
        tip = (fall[0] - 0.05 + 0.02 * swing * math.sin(k), fall[1] + 0.13)
        lock = [polar(at, out, 0.025), along(at, fall, 0.9), tip]
        pen.part([ribbon(lock, [0.04, 0.05, 0.006])], mix(colour, DARK, 0.12 * (k % 2)))


def _lion_mane(pen: BeastPen, torso: Torso, swing: float, colour: Colour) -> None:
    x, y = torso.crown
    for ring, reach, count in ((0, 0.54, 25), (1, 0.40, 21)):
        locks = []
        for k in range(count):
            a = math.radians(40 + 292 * k / (count - 1))
            length = (
                reach * (1.0 + 0.10 * math.sin(k * 2.3)) * (1.16 if math.sin(a) < -0.2 else 1.0)
            )
            mid = (
                x - 0.03 + 0.6 * length * math.cos(a - 0.14),
                y - 0.6 * length * math.sin(a - 0.14),
            )
            tip = (x - 0.05 + length * math.cos(a) - 0.02 * swing, y - length * math.sin(a) + 0.07)
            locks.append(ribbon([(x, y), mid, tip], [0.09, 0.075, 0.004]))
        pen.part(locks, mix(colour, DARK, 0.24 - 0.22 * ring))


def _curl_mane(pen: BeastPen, torso: Torso, swing: float, colour: Colour) -> None:
    """Rows of tight curls, as on stone guardians."""
    x, y = torso.crown
    for ring, reach in ((0, 0.40), (1, 0.28)):
        for k in range(9):
            a = math.radians(70 + 212 * k / 8)
            cx, cy = x + reach * math.cos(a) + 0.01 * swing, y - reach * math.sin(a) + 0.02
            pen.part([ellipse(cx, cy, 0.105, 0.10)], mix(colour, DARK, 0.16 * (1 - ring)))
            whirl = whip((cx + 0.05, cy), 90, 0.24, 8, 480, 0, 0)
            pen.stroke(smooth(whirl, closed=False), 0.010, mix(colour, DARK, 0.6))


def _scruff(pen: BeastPen, torso: Torso, swing: float, colour: Colour) -> None:
    """A thick ruff along neck and throat."""
    for k, (at, out) in enumerate(_crest_points(torso, 6)):
        tip = polar(at, out + 48 + 3 * swing, 0.10)
        pen.part([polygon([polar(at, out - 90, 0.05), tip, polar(at, out + 90, 0.06)])],
                 mix(colour, DARK, 0.08 * (k % 2)))  # fmt: skip


_MANES: Mapping[str, Callable[[BeastPen, Torso, float, Colour], None]] = {
    "horse": _horse_mane, "lion": _lion_mane, "curls": _curl_mane, "scruff": _scruff,
}  # fmt: skip


def draw_hackles(pen: BeastPen, torso: Torso, swing: float, colour: Colour, size: float) -> None:
    """Hair on end along neck and back."""
    places = [at for at, _ in _crest_points(torso, 5)] + [
        torso.spot(s, 0.92) for s in (0.94, 0.84, 0.74, 0.64, 0.54, 0.44, 0.34, 0.24)
    ]
    for k, (x, y) in enumerate(places):
        tall = size * (1.0 - 0.045 * k) * (1 + 0.14 * math.sin(2.1 * k + swing))
        spike = [(x + 0.055, y + 0.03), (x - 0.6 * tall, y - tall), (x - 0.05, y + 0.03)]
        pen.part([polygon(spike)], colour)
