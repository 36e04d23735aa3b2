"""Fish, sharks and whales: a bending body, fins that beat, a jaw.

Measures are shares of the drawn height; all face right. The middle of the body floats half a
height above the path's foot point.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import skia

from mongyudo.ink.creatures_act import Act
from mongyudo.ink.creatures_heads import Mien, draw_eye
from mongyudo.ink.creatures_pen import BONE, DARK, MOUTH, BeastPen, whip
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

Profile = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Fish:
    """A species. `top` and `low` are the half depths at even stations from tail to nose; `length`
    the trunk's; `tail` its form and size; `back` the dorsal fin's form and height; `mouth` the
    station where the mouth's corner is."""

    coat: Colour
    belly: Colour
    fin: Colour
    top: Profile
    low: Profile
    length: float = 1.7
    tail: tuple[str, float] = ("fork", 0.5)
    back: tuple[str, float] = ("sail", 0.2)
    pattern: str = ""
    marks: Colour = 0
    mouth: float = 0.93
    eye: tuple[float, float, float] = (0.86, 0.22, 0.045)
    barbels: int = 0
    flukes: bool = False
    teeth: float = 0.0
    gills: int = 1
    height_m: float = 0.15


@dataclass(frozen=True, slots=True)
class _Body:
    """A fish at one moment."""

    fish: Fish
    bend: float
    turn: float
    at: Point
    pitch: float

    def spot(self, share: float, height: float) -> Point:
        """`share` 0 (tail) .. 1 (nose), `height` -1 (belly) .. 1 (back)."""
        fish = self.fish
        s = min(1.06, max(-0.1, share))
        lag = max(0.0, 1 - s) ** 1.5
        wave = self.bend * lag * math.sin(self.turn - 2.6 * (1 - s))
        reach = _at(fish.top if height >= 0 else fish.low, s)
        x = (s - 0.52) * fish.length
        y = -wave - height * reach
        c, n = math.cos(self.pitch), math.sin(self.pitch)
        return (self.at[0] + x * c + y * n, self.at[1] - x * n + y * c)

    def outline(self) -> skia.Path:
        """The trunk's skin."""
        shares = [k / 12 for k in range(13)]
        back = [self.spot(s, 1.0) for s in shares]
        belly = [self.spot(s, -1.0) for s in reversed(shares)]
        return smooth([*back, self.spot(1.03, 0.0), *belly])


def _at(values: Profile, share: float) -> float:
    place = min(1.0, max(0.0, share)) * (len(values) - 1)
    k = min(len(values) - 2, int(place))
    return values[k] + (values[k + 1] - values[k]) * (place - k)


def draw_fish(pen: BeastPen, act: Act, *, fish: Fish) -> None:
    """One fish at a moment."""
    body = _body_of(fish, act)
    gape = _gape(act)
    _tail(pen, body)
    _back_fin(pen, body)
    _side_fin(pen, body, near=False)
    skin = body.outline()
    if gape > 0.05:
        _jaw(pen, body, gape)
    pen.part([skin], fish.coat)
    low = [body.spot(s, v) for s, v in ((-0.05, -0.3), (0.3, -0.25), (0.7, -0.2), (1.05, -0.1))]
    rim = [body.spot(s, -3.0) for s in (1.05, 0.5, -0.05)]
    pen.marks(skin, [smooth([*low, *rim])], fish.belly)
    if fish.pattern:
        pen.marks(skin, _PATTERNS[fish.pattern](body), fish.marks or mix(fish.coat, DARK, 0.45))
    pen.shade_over(skin, mix(fish.coat, DARK, 0.7), mix(fish.coat, DARK, 0.3), 0.32)
    _face(pen, body, gape, act)
    _side_fin(pen, body, near=True)


def _gape(act: Act) -> float:
    if act.motion in ("attack", "bite"):
        return 0.4 + 0.6 * max(0.0, math.sin(math.tau * act.phase))
    if act.motion == "eat":
        return 0.2 + 0.2 * math.sin(2 * math.tau * act.phase)
    return 0.72 + 0.14 * math.sin(math.tau * act.phase) if act.menace else 0.0


def _body_of(fish: Fish, act: Act) -> _Body:
    turn = math.tau * act.phase
    bend, x, pitch, lift = 0.10, 0.0, 0.0, 0.02 * math.sin(turn)
    if act.motion in ("run", "bound", "attack"):
        bend = 0.17
    if act.motion in ("sleep", "float", "stand"):
        bend = 0.05
    if act.motion in ("attack", "bite"):
        x, pitch = 0.20 * math.sin(turn), 0.10 * math.sin(turn)
    if act.motion == "rise":
        pitch = 0.85
    if act.motion == "fall":
        pitch = -0.9
    if act.motion in ("lie", "shake", "sit", "crawl"):
        bend, lift, pitch = 0.30, -0.10 * abs(math.sin(turn)), 0.16 * math.sin(turn)
    if fish.flukes:
        bend *= 1.5
    at = (x, -0.5 + lift)
    if act.motion in ("lie", "shake", "sit", "crawl"):
        at = (x, -max(fish.low) - 0.03 + lift)
    return _Body(fish, bend * fish.length * 0.55, turn, at, pitch)


def _tail(pen: BeastPen, body: _Body) -> None:
    """The tail fin, which turns towards the viewer and away as it beats."""
    form, size = body.fish.tail
    x, y = body.spot(0.03, 0.0)
    swing = math.sin(body.turn - 2.9)
    facing = 1.0 if body.fish.flukes else 0.62 + 0.38 * abs(math.cos(body.turn - 2.6))
    slope = math.degrees(math.atan2(y - body.spot(0.15, 0.0)[1], body.spot(0.15, 0.0)[0] - x))
    with pen.placed((x, y), size, -slope - (14 * swing if body.fish.flukes else 5 * swing)):
        pen.canvas.save()
        pen.canvas.scale(facing, 1.0)
        paths = _TAILS[form](body.turn)
        pen.part(paths, body.fish.fin)
        for deg in (150, 168, 192, 210):
            a = math.radians(deg)
            ray = [
                (0.1 * math.cos(a), -0.1 * math.sin(a)),
                (0.72 * math.cos(a), -0.72 * math.sin(a)),
            ]
            pen.stroke(smooth(ray, closed=False), 0.02, mix(body.fish.fin, DARK, 0.4))
        pen.canvas.restore()


def _fork(turn: float) -> list[skia.Path]:
    del turn
    return [smooth([(0.12, -0.12), (-0.36, -0.52), (-0.92, -0.86), (-0.70, -0.30), (-0.62, 0.0),
                    (-0.70, 0.30), (-0.92, 0.86), (-0.36, 0.52), (0.12, 0.12)])]  # fmt: skip


def _fan(turn: float) -> list[skia.Path]:
    del turn
    return [smooth([(0.12, -0.12), (-0.5, -0.60), (-0.9, -0.5), (-0.98, 0.0), (-0.9, 0.5),
                    (-0.5, 0.60),
                    (0.12, 0.12)])]  # fmt: skip


def _veil(turn: float) -> list[skia.Path]:
    made = []
    for k, spread in enumerate((34, 10, -14, -38)):
        curve = whip((0.1, 0.0), 180 + spread, 1.5, 7, -spread * 0.7, 20, turn - 0.5 * k)
        made.append(ribbon(curve, [0.10, 0.22, 0.30, 0.34, 0.32, 0.24, 0.04]))
    return made


def _shark(turn: float) -> list[skia.Path]:
    del turn
    return [smooth([(0.16, -0.14), (-0.40, -0.62), (-0.98, -1.10), (-0.66, -0.42), (-0.44, -0.02),
                    (-0.52, 0.34), (-0.72, 0.62), (-0.20, 0.34), (0.16, 0.12)])]  # fmt: skip


def _fluke(turn: float) -> list[skia.Path]:
    rise = 0.26 * math.sin(turn - 3.4)
    return [
        smooth([(0.20, -0.10), (-0.30, -0.22 + rise), (-1.00, -0.46 + rise), (-0.72, -0.08 + rise),
                (-0.56, 0.04 + rise * 0.6), (-0.1, 0.1)]),
        smooth([(0.20, 0.10), (-0.26, 0.20 + rise), (-0.86, 0.28 + rise), (-0.60, 0.04 + rise),
                (-0.1, 0.0)]),
    ]  # fmt: skip


_TAILS: Mapping[str, Callable[[float], list[skia.Path]]] = {
    "fork": _fork, "fan": _fan, "veil": _veil, "shark": _shark, "fluke": _fluke,
}  # fmt: skip


def _back_fin(pen: BeastPen, body: _Body) -> None:
    form, tall = body.fish.back
    if form == "none":
        return
    anchors = {
        "sail": ((0.26, 0.0), (0.30, 0.6), (0.46, 0.95), (0.62, 1.0), (0.70, 0.0)),
        "blade": ((0.42, 0.0), (0.34, 0.72), (0.36, 1.0), (0.50, 0.62), (0.60, 0.0)),
        "hook": ((0.36, 0.0), (0.28, 0.62), (0.27, 0.9), (0.40, 0.66), (0.54, 0.0)),
        "low": ((0.20, 0.0), (0.22, 0.5), (0.30, 0.0)),
    }[form]
    points = []
    for share, up in anchors:
        x, y = body.spot(share, 0.84)
        points.append((x, y - tall * up))
    pen.part([smooth(points)], body.fish.fin)
    if form == "sail":
        for share in (0.38, 0.46, 0.54, 0.62):
            x, y = body.spot(share, 0.95)
            pen.stroke(smooth([(x, y), (x - 0.02, y - tall * 0.7)], closed=False), 0.010,
                       mix(body.fish.fin, DARK, 0.4))  # fmt: skip
    if form != "blade":
        return
    for share, up in ((0.16, 0.26), (0.20, -0.22)):
        x, y = body.spot(share, 0.9 if up > 0 else -0.9)
        pen.part(
            [polygon([(x - 0.05, y), (x - 0.10, y - tall * up), (x + 0.07, y)])], body.fish.fin
        )


def _side_fin(pen: BeastPen, body: _Body, *, near: bool) -> None:
    """The pectoral fin, rowing."""
    fish = body.fish
    root = body.spot(0.70, -0.42 if near else -0.72)
    row = math.sin(body.turn + (0.6 if near else 0.0))
    long = max(fish.low) * (1.5 if fish.flukes or fish.teeth else 0.95)
    deg = (230 if near else 250) + 20 * row
    curve = whip(root, deg, long, 5, 26, 0, 0)
    colour = mix(fish.fin, DARK, 0.0 if near else 0.25)
    wide = [long * w for w in (0.16, 0.27, 0.26, 0.18, 0.02)]
    pen.part([ribbon(curve, wide)], colour)
    if near and not fish.flukes:
        x, y = body.spot(0.40, -0.8)
        fin = [
            (x + 0.10, y),
            (x - 0.10, y + long * 0.55),
            (x - 0.16, y + long * 0.3),
            (x - 0.06, y),
        ]
        pen.part([smooth(fin)], fish.fin)


def _jaw(pen: BeastPen, body: _Body, gape: float) -> None:
    """The lower jaw dropped open, with the dark throat behind."""
    fish = body.fish
    corner, lip = body.spot(fish.mouth - 0.10, -0.50), body.spot(0.985, -0.55)
    a = math.radians(44 * gape)
    dx, dy = lip[0] - corner[0], lip[1] - corner[1]
    low = (
        corner[0] + dx * math.cos(a) - dy * math.sin(a),
        corner[1] + dx * math.sin(a) + dy * math.cos(a),
    )
    deep = max(fish.low) * 0.30
    root = body.spot(fish.mouth - 0.18, -0.86)
    jaw = [corner, along(corner, low, 0.6), low, (low[0] - 0.04, low[1] + deep * 0.8),
           (along(root, low, 0.5)[0], along(root, low, 0.5)[1] + deep), root]  # fmt: skip
    pen.part([smooth(jaw)], mix(fish.coat, fish.belly, 0.7))
    pen.glow(polygon([corner, body.spot(1.0, 0.1), low]), MOUTH)
    _teeth(pen, corner, low, fish.teeth, -1.0)


def _teeth(pen: BeastPen, corner: Point, lip: Point, size: float, down: float) -> None:
    for k in range(6 if size else 0):
        x, y = along(lip, corner, 0.06 + 0.14 * k)
        tall = size * (1 - 0.09 * k)
        pen.glow(polygon([(x - size * 0.36, y), (x + size * 0.36, y), (x, y + tall * down)]), BONE)


def _face(pen: BeastPen, body: _Body, gape: float, act: Act) -> None:
    fish = body.fish
    line = mix(fish.coat, DARK, 0.62)
    corner, lip = body.spot(fish.mouth - 0.10, -0.50), body.spot(1.0, -0.30)
    if gape > 0.05:
        _teeth(pen, corner, body.spot(0.985, -0.45), fish.teeth, 1.0)
    else:
        pen.stroke(smooth([lip, along(lip, corner, 0.5), corner], closed=False), 0.014, line)
    for k in range(fish.gills):
        share = 0.76 - 0.028 * k
        gill = [body.spot(share, 0.52), body.spot(share - 0.03, 0.0), body.spot(share, -0.55)]
        pen.stroke(smooth(gill, closed=False), 0.012, line)
    for k in range(fish.barbels):
        root = body.spot(0.985 - 0.03 * k, -0.4)
        hair = whip(root, -40 - 40 * k, 0.24, 6, -60, 20, body.turn + k)
        pen.line_of(smooth(hair, closed=False), 0.016, fish.fin)
    x, y = body.spot(fish.eye[0], fish.eye[1])
    mien = Mien(fish.coat, gape, act.motion == "sleep" and not act.menace, act.menace)
    r = fish.eye[2]
    with pen.placed((x, y), r * 6.0):
        iris = 0 if fish.flukes or fish.teeth else rgb(240, 226, 186)
        draw_eye(pen, (0.0, 0.0, 0.165), iris, mien)


def _scales(body: _Body) -> list[skia.Path]:
    made = []
    for row in range(7):
        for k in range(13):
            x, y = body.spot(0.06 + 0.052 * k + 0.026 * (row % 2), 0.78 - 0.26 * row)
            outer, inner = ellipse(x, y, 0.044, 0.05), ellipse(x + 0.010, y, 0.042, 0.046)
            made.append(skia.Op(outer, inner, skia.kDifference_PathOp))
    return made


def _koi(body: _Body) -> list[skia.Path]:
    made = []
    for s, v, wide in ((0.84, 0.7, 0.15), (0.56, 0.6, 0.21), (0.28, 0.35, 0.15), (0.12, 0.2, 0.09)):
        x, y = body.spot(s, v)
        made.append(ellipse(x, y, wide, wide * 0.62))
    return made


def _grooves(body: _Body) -> list[skia.Path]:
    """The pleats of a whale's throat."""
    made = []
    for k in range(7):
        v = -0.40 - 0.09 * k
        line = [body.spot(0.97 - 0.01 * k, v), body.spot(0.76, v - 0.03), body.spot(0.52, v)]
        made.append(ribbon(line, [0.004, 0.008, 0.002]))
    return made


def _orca(body: _Body) -> list[skia.Path]:
    x, y = body.spot(0.80, 0.28)
    return [ellipse(x, y, 0.11, 0.055), smooth([body.spot(s, v) for s, v in
            ((0.22, -0.2), (0.36, 0.1), (0.44, -0.4), (0.3, -0.9))])]  # fmt: skip


def _bars(body: _Body) -> list[skia.Path]:
    return [ribbon([body.spot(s, 1.1), body.spot(s - 0.02, 0.0), body.spot(s, -1.1)],
                   [0.05, 0.06, 0.04])
            for s in (0.24, 0.50, 0.74)]  # fmt: skip


def _dots(body: _Body) -> list[skia.Path]:
    made = []
    for k in range(20):
        x, y = body.spot(0.1 + 0.7 * ((k * 0.7548777) % 1.0), 0.9 - 1.0 * ((k * 0.5698403) % 1.0))
        made.append(ellipse(x, y, 0.03, 0.026))
    return made


_PATTERNS: Mapping[str, Callable[[_Body], list[skia.Path]]] = {
    "scales": _scales, "koi": _koi, "grooves": _grooves, "orca": _orca, "bars": _bars,
    "dots": _dots,
}  # fmt: skip


# fmt: off
_COMMON = Fish(
    rgb(112, 142, 156), rgb(226, 224, 208), rgb(90, 118, 134),
    (0.09, 0.12, 0.17, 0.23, 0.28, 0.31, 0.31, 0.27, 0.19, 0.05),
    (0.09, 0.12, 0.17, 0.23, 0.28, 0.30, 0.29, 0.25, 0.18, 0.06), pattern="scales")
_CARP = Fish(
    rgb(190, 152, 94), rgb(234, 212, 164), rgb(170, 118, 66),
    (0.08, 0.12, 0.18, 0.25, 0.31, 0.34, 0.33, 0.28, 0.19, 0.06),
    (0.08, 0.11, 0.16, 0.22, 0.26, 0.28, 0.27, 0.24, 0.18, 0.08), 1.8, ("fork", 0.52),
    ("sail", 0.22),
    "scales", barbels=2, height_m=0.25)
_SHARK = Fish(
    rgb(112, 124, 136), rgb(234, 232, 224), rgb(96, 108, 120),
    (0.05, 0.08, 0.12, 0.18, 0.23, 0.26, 0.27, 0.25, 0.20, 0.05),
    (0.05, 0.07, 0.10, 0.15, 0.20, 0.23, 0.24, 0.23, 0.18, 0.05), 2.7, ("shark", 0.62),
    ("blade", 0.36),
    mouth=0.91, eye=(0.90, 0.30, 0.030), teeth=0.075, gills=5, height_m=0.9)
_WHALE = Fish(
    rgb(72, 92, 116), rgb(210, 214, 210), rgb(58, 76, 98),
    (0.05, 0.08, 0.14, 0.22, 0.31, 0.38, 0.42, 0.42, 0.36, 0.14),
    (0.05, 0.07, 0.12, 0.19, 0.27, 0.34, 0.39, 0.40, 0.36, 0.18), 2.6, ("fluke", 0.62),
    ("low", 0.09),
    "grooves", rgb(140, 150, 156), 0.84, (0.80, -0.06, 0.026), flukes=True, gills=0, height_m=4.0)
_DOLPHIN = Fish(
    rgb(118, 144, 164), rgb(228, 230, 226), rgb(96, 122, 142),
    (0.05, 0.09, 0.15, 0.22, 0.28, 0.31, 0.32, 0.29, 0.09, 0.05),
    (0.05, 0.08, 0.13, 0.19, 0.24, 0.27, 0.27, 0.23, 0.10, 0.05), 2.1, ("fluke", 0.5),
    ("hook", 0.26),
    mouth=0.90, eye=(0.84, 0.10, 0.026), flukes=True, gills=0, teeth=0.02, height_m=0.7)

FISHES: Mapping[str, Fish] = {
    "fish": _COMMON, "carp": _CARP, "shark": _SHARK, "whale": _WHALE, "dolphin": _DOLPHIN,
    "goldfish": Fish(
        rgb(220, 116, 58), rgb(242, 192, 126), rgb(230, 140, 78),
        (0.10, 0.18, 0.27, 0.34, 0.38, 0.39, 0.36, 0.30, 0.21, 0.08),
        (0.10, 0.18, 0.27, 0.33, 0.36, 0.36, 0.33, 0.28, 0.20, 0.08), 1.25, ("veil", 0.62),
        ("sail", 0.28),
        "scales", eye=(0.84, 0.26, 0.055), height_m=0.1),
    "koi": Fish(
        rgb(244, 238, 226), rgb(250, 246, 238), rgb(238, 222, 204), _CARP.top, _CARP.low, 1.8,
        ("fork", 0.52), ("sail", 0.22), "koi", rgb(208, 80, 52), barbels=2, height_m=0.25),
    "catfish": Fish(
        rgb(92, 88, 82), rgb(196, 186, 160), rgb(74, 70, 66), _COMMON.top, _COMMON.low, 2.0,
        ("fan", 0.36), ("blade", 0.14), "dots", barbels=4, height_m=0.2),
    "orca": Fish(
        rgb(48, 50, 58), rgb(244, 242, 234), rgb(42, 44, 50), _DOLPHIN.top, _DOLPHIN.low, 2.2,
        ("fluke", 0.56), ("hook", 0.46), "orca", rgb(244, 242, 234), 0.88, (0.87, 0.06, 0.02),
        flukes=True, gills=0, teeth=0.05, height_m=1.6),
    "blowfish": Fish(
        rgb(196, 172, 112), rgb(240, 232, 206), rgb(182, 146, 84),
        (0.08, 0.20, 0.34, 0.43, 0.46, 0.45, 0.42, 0.36, 0.26, 0.10),
        (0.08, 0.24, 0.40, 0.49, 0.52, 0.51, 0.46, 0.38, 0.26, 0.10), 1.15, ("fan", 0.28),
        ("low", 0.12),
        "dots", rgb(120, 92, 58), eye=(0.82, 0.34, 0.06), height_m=0.2),
}
# fmt: on
