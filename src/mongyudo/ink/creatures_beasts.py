"""Four-footed animals: one rig with a spine, four jointed legs, a tail and many heads.

Measures are in shares of the height at the withers; the ground is y = 0 and x = 0 lies under the
middle of the body. All face right.
"""

import math
from dataclasses import dataclass, replace
from typing import Literal

from mongyudo.ink.creatures_heads import Muzzle, draw_beast_head
from mongyudo.ink.figures_pen import (
    Colour,
    Pen,
    Point,
    along,
    bend,
    ellipse,
    hull,
    mix,
    polygon,
    rgb,
    ribbon,
    smooth,
)

Action = Literal["stand", "walk", "run", "attack", "lie", "eat", "sit", "fall"]


@dataclass(frozen=True, slots=True)
class Beast:
    """A sort of four-footed animal. `leg` is the leg's share of the height, `length` the trunk's,
    `chest`/`belly`/`rump` half its thickness there; `neck_deg` is the neck's rise."""

    coat: Colour
    under: Colour
    muzzle: Muzzle
    leg: float = 0.52
    length: float = 0.95
    chest: float = 0.25
    belly: float = 0.23
    rump: float = 0.23
    neck: float = 0.26
    neck_deg: float = 38.0
    neck_r: float = 0.16
    head: float = 0.17
    limb: float = 0.075
    shank: float = 0.045
    paw: Literal["paw", "hoof", "flat"] = "paw"
    tail: str = "long"
    pattern: str = ""
    pattern_colour: Colour = rgb(46, 38, 36)
    mane: str = ""
    stride: float = 0.30
    height_m: float = 1.0
    limbs: Colour = 0


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the trunk is at this moment."""

    hip: Point
    shoulder: Point
    back: Point
    neck_end: Point
    head_deg: float
    flex: float


def draw_beast(pen: Pen, beast: Beast, action: Action, phase: float, *, menace: bool) -> None:
    """One animal at `phase` 0..1 of its gait. `menace` bares the teeth and lights the eyes."""
    frame = _frame(beast, action, phase, menace=menace)
    steps = _steps(beast, action, phase)
    limbs = beast.limbs or beast.coat
    far = mix(limbs, rgb(40, 34, 34), 0.28)
    for name in ("far_hind", "far_fore"):
        pen.part(_leg(beast, frame, name, steps[name]), far, shaded=False)
        _foot(pen, beast, steps[name], far)
    _tail(pen, beast, frame, action, phase)
    trunk = _trunk(beast, frame)
    near = [p for name in ("near_hind", "near_fore") for p in _leg(beast, frame, name, steps[name])]
    pen.part([trunk, _neck(beast, frame)], beast.coat)
    _belly(pen, beast, frame)
    pen.part(near, limbs)
    pen.fill(_neck(beast, frame), beast.coat)
    if not beast.limbs:
        pen.fill(_inner(beast, frame), beast.coat)
    _pattern(pen, beast, frame, steps)
    for name in ("near_hind", "near_fore"):
        _foot(pen, beast, steps[name], limbs)
    _mane(pen, beast, frame, phase)
    _head(pen, beast, frame, action, phase, menace=menace)


def hip_height(beast: Beast) -> float:
    """How high the middle of the trunk is above the ground."""
    return beast.leg + beast.belly * 0.5


def _frame(beast: Beast, action: Action, phase: float, *, menace: bool) -> _Frame:
    t = math.tau * phase
    half = beast.length * 0.42
    height = hip_height(beast)
    bob, flex, pitch, dip = 0.0, 0.0, 0.0, 0.0
    if action == "walk":
        bob, pitch = 0.014 * math.cos(2 * t), 0.012 * math.sin(2 * t)
    elif action in ("run", "fall"):
        flex, bob, pitch = math.cos(t), 0.05 * math.cos(t + 2.2), 0.07 * math.sin(t)
    elif action == "attack":
        pitch, dip = -0.05 - 0.04 * math.sin(t), 0.05
    elif action == "lie":
        height = beast.belly * 0.92 + 0.008 * math.sin(t)
    elif action == "sit":
        pitch = 0.0
    else:
        bob = 0.006 * math.sin(t)
    half *= 1 - 0.07 * max(0.0, flex) + 0.05 * max(0.0, -flex)
    hip = (-half, -height + bob + pitch)
    shoulder = (half, -height + bob - pitch + dip)
    if action == "sit":
        hip = (-half * 0.62, -beast.rump * 1.1)
    arch = -0.07 * flex
    back = (0.0, (hip[1] + shoulder[1]) / 2 - 0.02 + arch)
    lower = 26.0 if menace else 0.0
    if action == "eat":
        lower = beast.neck_deg + 52.0
    elif action == "lie":
        lower = 14.0
    elif action == "run":
        lower += 12.0 + 7 * math.sin(t)
    nod = 3.0 * math.sin(2 * t) if action == "walk" else 1.5 * math.sin(t)
    if action == "attack":
        nod = 12.0 * math.sin(t)
    angle = math.radians(beast.neck_deg - lower + nod)
    root = (shoulder[0] + beast.chest * 0.25, shoulder[1] - beast.chest * 0.42)
    end = (root[0] + beast.neck * math.cos(angle), root[1] - beast.neck * math.sin(angle))
    head_deg = {"eat": 52.0, "run": 8.0}.get(action, 4.0) + nod * 0.5
    return _Frame(hip, shoulder, back, end, head_deg, flex)


_WALK = {"near_hind": 0.0, "near_fore": 0.25, "far_hind": 0.5, "far_fore": 0.75}
_RUN = {"near_hind": 0.0, "far_hind": 0.1, "near_fore": 0.52, "far_fore": 0.62}


def _steps(beast: Beast, action: Action, phase: float) -> dict[str, Point]:
    """The four feet."""
    half = beast.length * 0.42
    homes = {"near_hind": -half - 0.02, "far_hind": -half + 0.07, "near_fore": half - 0.02,
             "far_fore": half + 0.07}  # fmt: skip
    if action in ("walk", "run", "fall"):
        offsets = _WALK if action == "walk" else _RUN
        return {n: _step(beast, action, homes[n], phase + offsets[n]) for n in homes}
    if action == "lie":
        return {n: (x + (0.22 if "fore" in n else 0.3), -0.015) for n, x in homes.items()}
    if action == "sit":
        return {n: (x if "fore" in n else -half * 0.25, -0.0) for n, x in homes.items()}
    if action == "attack":
        reach = 0.10 + 0.08 * math.sin(math.tau * phase)
        lifted = (homes["near_fore"] + 0.28 + reach, -0.34 - reach)
        return {**{n: (x - 0.04, 0.0) for n, x in homes.items()}, "near_fore": lifted}
    return {n: (x, 0.0) for n, x in homes.items()}


def _step(beast: Beast, action: Action, home: float, phase: float) -> Point:
    """A foot that stands, pushes back, lifts and swings forward."""
    p = phase % 1.0
    reach = beast.stride * (1.0 if action == "walk" else 1.75)
    stance = 0.62 if action == "walk" else 0.36
    if p < stance:
        return (home + reach * (0.5 - p / stance), 0.0)
    q = (p - stance) / (1 - stance)
    lift = (0.13 if action == "walk" else 0.24) * beast.leg * 2
    ease = q * q * (3 - 2 * q)
    return (home + reach * (ease - 0.5), -lift * math.sin(math.pi * q))


def _joint(a: Point, b: Point, first: float, second: float, side: float) -> Point:
    """The middle joint of a two-boned limb from a to b, bent towards `side` (1 forward)."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    gap = max(1e-6, math.hypot(dx, dy))
    d = min(gap, first + second - 1e-4)
    cut = (first**2 - second**2 + d**2) / (2 * d)
    tall = math.sqrt(max(0.0, first**2 - cut**2))
    ux, uy = dx / gap, dy / gap
    return (a[0] + ux * cut + uy * tall * side, a[1] + uy * cut - ux * tall * side)


def _leg(beast: Beast, frame: _Frame, name: str, foot: Point) -> list:  # type: ignore[type-arg]
    length = hip_height(beast)
    if "hind" in name:
        root = (frame.hip[0] - 0.02, frame.hip[1] + 0.01)
        ankle = (foot[0] - 0.11 * length, foot[1] - 0.30 * length)
        knee = _joint(root, ankle, length * 0.42, length * 0.40, 1.0)
        thick = beast.limb * 1.45
    else:
        root = (frame.shoulder[0], frame.shoulder[1] + 0.03)
        ankle = (foot[0] - 0.02, foot[1] - 0.25 * length)
        knee = _joint(root, ankle, length * 0.40, length * 0.38, -1.0)
        thick = beast.limb * 1.2
    return [
        hull([(*root, thick), (*knee, beast.limb * 0.92)]),
        hull([(*knee, beast.limb * 0.92), (*ankle, beast.shank * 1.08)]),
        hull([(*ankle, beast.shank * 1.08), (foot[0], foot[1] - beast.shank * 0.8, beast.shank * 0.9)]),
    ]


def _foot(pen: Pen, beast: Beast, foot: Point, colour: Colour) -> None:
    r = beast.shank
    x, y = foot
    if beast.paw == "hoof":
        hoof = [(x - r, y - r * 1.4), (x + r * 0.95, y - r * 1.5), (x + r * 1.35, y), (x - r * 1.1, y)]
        pen.part([polygon(hoof)], rgb(60, 52, 50), shaded=False)
        return
    wide = 1.9 if beast.paw == "flat" else 1.45
    pad = hull([(x - r * 0.2, y - r * 0.78, r * 0.8), (x + r * wide * 0.62, y - r * 0.62, r * 0.66)])
    pen.part([pad], colour, shaded=False)
    if pen.dark is None:
        for k in (0.55, 0.95):
            claw = [(x + r * wide * k, y - r * 0.5), (x + r * wide * k + 0.004, y - r * 0.1)]
            pen.stroke(smooth(claw, closed=False), 0.009, mix(colour, rgb(40, 34, 34), 0.6))


def _trunk(beast: Beast, frame: _Frame):  # type: ignore[no-untyped-def]
    hip, shoulder, back = frame.hip, frame.shoulder, frame.back
    spine = [
        (hip[0] - beast.rump * 0.95, hip[1] + 0.01),
        (hip[0] - beast.rump * 0.4, hip[1] - 0.03),
        along(hip, back, 0.4),
        (back[0], back[1] + 0.015),
        along(back, shoulder, 0.6),
        (shoulder[0] + beast.chest * 0.35, shoulder[1] - 0.02),
        (shoulder[0] + beast.chest * 0.95, shoulder[1] - 0.03),
    ]
    widths = [beast.rump * 0.42, beast.rump * 0.86, (beast.rump + beast.belly) / 2 * 0.98,
              beast.belly, (beast.belly + beast.chest) / 2, beast.chest * 0.94, beast.chest * 0.45]  # fmt: skip
    return ribbon(spine, widths)


def _inner(beast: Beast, frame: _Frame):  # type: ignore[no-untyped-def]
    """Covers the seams where neck and limbs meet the trunk."""
    hip, shoulder = frame.hip, frame.shoulder
    return hull([
        (hip[0], hip[1] - 0.02, beast.rump * 0.62),
        (shoulder[0], shoulder[1] - 0.02, beast.chest * 0.7),
    ])  # fmt: skip


def _neck_root(beast: Beast, frame: _Frame) -> Point:
    return (frame.shoulder[0] + beast.chest * 0.2, frame.shoulder[1] - beast.chest * 0.22)


def _neck(beast: Beast, frame: _Frame):  # type: ignore[no-untyped-def]
    return hull([
        (*_neck_root(beast, frame), min(beast.chest * 0.8, beast.neck_r * 1.35)),
        (*frame.neck_end, beast.neck_r * 0.86),
    ])  # fmt: skip


def _belly(pen: Pen, beast: Beast, frame: _Frame) -> None:
    if beast.under == beast.coat or pen.dark is not None:
        return
    pen.canvas.save()
    pen.canvas.clipPath(_trunk(beast, frame), doAntiAlias=True)
    x0, x1 = frame.hip[0] - 0.1, frame.shoulder[0] + beast.chest * 0.7
    y = frame.back[1] + beast.belly * 0.95
    pen.fill(smooth([(x0, y), (0, y - 0.06), (x1, y - 0.06), (x1, y + 0.3), (x0, y + 0.3)]), beast.under)
    pen.canvas.restore()


def _tail(pen: Pen, beast: Beast, frame: _Frame, action: Action, phase: float) -> None:
    sway = math.sin(math.tau * phase)
    x, y = frame.hip[0] - beast.rump * 0.85, frame.hip[1] - beast.rump * 0.35
    fast = 1.0 if action == "run" else 0.0
    colour = beast.coat
    if beast.tail == "long":
        tip = (x - 0.46 - 0.12 * fast, y + 0.02 - 0.24 * (1 - fast) + 0.1 * sway)
        points = [(x + 0.08, y + 0.04), *bend([(x, y), (x - 0.3, y + 0.26 - 0.22 * fast), tip], 7)]
        widths = [0.06, 0.052, 0.046, 0.042, 0.04, 0.038, 0.036, 0.016]
        pen.part([ribbon(points, widths)], colour, shaded=False)
        if beast.pattern == "stripes":
            _rings(pen, points[2:], beast.pattern_colour)
    elif beast.tail == "bushy":
        tip = (x - 0.52, y + 0.16 - 0.2 * fast + 0.1 * sway)
        points = [(x + 0.05, y), *bend([(x - 0.02, y + 0.02), (x - 0.25, y + 0.2 - 0.12 * fast), tip], 5)]
        pen.part([ribbon(points, [0.05, 0.07, 0.1, 0.12, 0.1, 0.02])], colour)
        pen.fill(ribbon(points[4:], [0.08, 0.015]), beast.under)
    elif beast.tail == "curl":
        curl = [(x + 0.04, y), (x - 0.08, y - 0.04), (x - 0.13, y - 0.13 + 0.02 * sway),
                (x - 0.05, y - 0.17), (x - 0.02, y - 0.1)]  # fmt: skip
        pen.stroke(smooth(curl, closed=False), 0.032, mix(colour, rgb(60, 40, 40), 0.35))
        pen.canvas.drawPath(smooth(curl, closed=False), pen.brush(colour, 0.022))
    elif beast.tail == "tuft":
        tip = (x - 0.14 + 0.1 * sway, y + 0.42)
        rope = bend([(x, y), (x - 0.16, y + 0.1), tip], 5)
        pen.part([ribbon(rope, [0.025, 0.02, 0.018, 0.016, 0.014])], colour, shaded=False)
        pen.part([ellipse(tip[0], tip[1] + 0.05, 0.035, 0.07)], beast.pattern_colour, shaded=False)
    elif beast.tail == "horse":
        tip = (x - 0.26 - 0.26 * fast + 0.05 * sway, y + 0.46 - 0.36 * fast)
        hair = bend([(x + 0.03, y - 0.02), (x - 0.24, y - 0.02), tip], 5)
        pen.part([ribbon(hair, [0.03, 0.06, 0.075, 0.06, 0.01])], beast.pattern_colour, shaded=False)
    elif beast.tail == "up":
        points = bend([(x + 0.06, y + 0.05), (x - 0.2, y - 0.02), (x - 0.12 + 0.06 * sway, y - 0.28)], 5)
        pen.part([ribbon(points, [0.05, 0.05, 0.05, 0.045, 0.02])], colour, shaded=False)
    elif beast.tail == "thin":
        points = bend([(x + 0.06, y + 0.1), (x - 0.36, y + 0.3), (x - 0.62, y + 0.12 + 0.1 * sway)], 6)
        pen.part([ribbon(points, [0.03, 0.024, 0.02, 0.016, 0.012, 0.004])], beast.under, shaded=False)
    elif beast.tail == "short":
        pen.part([ellipse(x + 0.01, y + 0.05 + 0.01 * sway, 0.07, 0.06)], beast.under)


def _rings(pen: Pen, points: list[Point], colour: Colour) -> None:
    for a, b in zip(points[::2], points[1::2], strict=False):
        x, y = along(a, b, 0.5)
        dx, dy = b[0] - a[0], b[1] - a[1]
        n = max(1e-6, math.hypot(dx, dy))
        px, py = -dy / n * 0.04, dx / n * 0.04
        pen.canvas.drawPath(smooth([(x - px, y - py), (x + px, y + py)], closed=False), pen.brush(colour, 0.024))


def _pattern(pen: Pen, beast: Beast, frame: _Frame, steps: dict[str, Point]) -> None:
    if not beast.pattern:
        return
    pen.canvas.save()
    clip = _trunk(beast, frame)
    pen.canvas.clipPath(clip, doAntiAlias=True)
    {"stripes": _stripes, "spots": _spots, "patches": _patches, "bands": _panda, "scales": _curls,
     "wool": _wool}[beast.pattern](pen, beast, frame)  # fmt: skip
    pen.canvas.restore()
    if beast.pattern == "stripes":
        _leg_stripes(pen, beast, frame, steps)


def _stripes(pen: Pen, beast: Beast, frame: _Frame) -> None:
    """Brush strokes that taper down from the spine, as on painted tigers."""
    left, right = frame.hip[0] - beast.rump * 0.7, frame.shoulder[0] + beast.chest * 0.55
    count = 9
    for k in range(count):
        x = left + (right - left) * k / (count - 1)
        share = (x - frame.hip[0]) / max(1e-6, frame.shoulder[0] - frame.hip[0])
        top = frame.hip[1] + (frame.shoulder[1] - frame.hip[1]) * share - beast.belly * 1.02
        top += (frame.back[1] - (frame.hip[1] + frame.shoulder[1]) / 2) * math.sin(math.pi * min(1, max(0, share)))
        deep = beast.belly * (1.05 if k % 2 else 1.45)
        lean = 0.07 * (share - 0.4)
        stroke = [(x, top - 0.02), (x - 0.035 + lean, top + deep * 0.5), (x + 0.02 + lean, top + deep)]
        pen.fill(ribbon(stroke, [0.034, 0.026, 0.004]), beast.pattern_colour)
        low = [(x + 0.07, top + beast.belly * 1.95), (x + 0.05, top + beast.belly * 1.5)]
        pen.fill(ribbon(low, [0.022, 0.003]), beast.pattern_colour)


def _leg_stripes(pen: Pen, beast: Beast, frame: _Frame, steps: dict[str, Point]) -> None:
    for name in ("near_hind", "near_fore"):
        for path in _leg(beast, frame, name, steps[name])[:2]:
            box = path.getBounds()
            pen.canvas.save()
            pen.canvas.clipPath(path, doAntiAlias=True)
            for k in (0.45, 0.75):
                y = box.top() + box.height() * k
                x = box.left() if "hind" in name else box.right()
                inner = box.centerX()
                stroke = [(x, y), ((x + inner) / 2, y + 0.018), (inner, y + 0.008)]
                pen.fill(ribbon(stroke, [0.02, 0.014, 0.003]), beast.pattern_colour)
            pen.canvas.restore()


def _spots(pen: Pen, beast: Beast, frame: _Frame) -> None:
    left, right = frame.hip[0] - beast.rump * 0.6, frame.shoulder[0] + beast.chest * 0.6
    for k in range(34):
        x = left + (right - left) * ((k * 0.5698) % 1.0)
        y = frame.back[1] + beast.belly * (((k * 0.7549 + 0.3) % 1.0) * 1.7 - 0.95)
        pen.fill(ellipse(x, y, 0.026, 0.021), beast.pattern_colour)


def _patches(pen: Pen, beast: Beast, frame: _Frame) -> None:
    for x, y, rx, ry in ((-0.3, -0.06, 0.2, 0.17), (0.12, -0.16, 0.17, 0.12), (0.42, 0.08, 0.12, 0.15)):
        cx, cy = frame.back[0] + x * beast.length, frame.back[1] + y
        blob = [(cx - rx, cy), (cx - rx * 0.4, cy - ry), (cx + rx * 0.6, cy - ry * 0.8),
                (cx + rx, cy + ry * 0.2), (cx + rx * 0.2, cy + ry), (cx - rx * 0.7, cy + ry * 0.7)]  # fmt: skip
        pen.fill(smooth(blob), beast.pattern_colour)


def _panda(pen: Pen, beast: Beast, frame: _Frame) -> None:
    x = frame.shoulder[0]
    pen.fill(polygon([(x - 0.1, -2), (x + 0.4, -2), (x + 0.4, 1), (x - 0.14, 1)]), beast.pattern_colour)


def _curls(pen: Pen, beast: Beast, frame: _Frame) -> None:
    """Scales and curls of the haetae."""
    for row in range(4):
        for k in range(8):
            x = frame.hip[0] - 0.1 + 0.16 * k + 0.08 * (row % 2)
            y = frame.back[1] - beast.belly * 0.7 + 0.1 * row
            scale = [(x - 0.06, y), (x, y + 0.06), (x + 0.06, y)]
            pen.stroke(smooth(scale, closed=False), 0.012, beast.pattern_colour)


def _wool(pen: Pen, beast: Beast, frame: _Frame) -> None:
    for row in range(4):
        for k in range(9):
            x = frame.hip[0] - 0.2 + 0.16 * k + 0.07 * (row % 2)
            y = frame.back[1] - beast.belly * 0.8 + 0.13 * row
            loop = [(x - 0.05, y), (x, y + 0.045), (x + 0.04, y - 0.01), (x, y - 0.03)]
            pen.stroke(smooth(loop, closed=False), 0.010, beast.pattern_colour)


def _mane(pen: Pen, beast: Beast, frame: _Frame, phase: float) -> None:
    sway = math.sin(math.tau * phase)
    if beast.mane == "horse":
        root, end = _neck_root(beast, frame), frame.neck_end
        for k in range(6):
            x, y = along(end, (root[0] - 0.12, root[1] - 0.12), k / 5.5)
            lock = [(x - 0.02, y - beast.neck_r * 0.85), (x - 0.1, y - 0.04), (x - 0.13 + 0.02 * sway, y + 0.13)]
            pen.part([ribbon(lock, [0.05, 0.05, 0.01])], beast.pattern_colour, shaded=False)
    elif beast.mane == "lion":
        x, y = frame.neck_end
        for k in range(14):
            a = math.radians(25 + k * 360 / 14)
            tip = (x + 0.40 * math.cos(a) - 0.05, y + 0.38 * math.sin(a) + 0.06 + 0.01 * sway)
            pen.part([ribbon([(x - 0.04, y), along((x, y), tip, 0.6), tip], [0.12, 0.11, 0.01])],
                     beast.pattern_colour, shaded=False)  # fmt: skip
    elif beast.mane == "bristle":
        start = (frame.neck_end[0] - 0.06, frame.neck_end[1] - beast.neck_r * 0.6)
        end = (frame.back[0], frame.back[1] - beast.belly * 0.8)
        for k in range(9):
            x, y = along(start, end, k / 8)
            spike = [(x - 0.05, y + 0.05), (x - 0.085, y - 0.055), (x + 0.035, y + 0.04)]
            pen.part([polygon(spike)], beast.pattern_colour, shaded=False)


def _head(pen: Pen, beast: Beast, frame: _Frame, action: Action, phase: float, *, menace: bool) -> None:
    canvas = pen.canvas
    canvas.save()
    canvas.translate(*frame.neck_end)
    canvas.rotate(frame.head_deg)
    canvas.scale(beast.head, beast.head)
    line, pen.line = pen.line, pen.line / beast.head
    wash, pen.wash_scale = pen.wash_scale, pen.wash_scale / beast.head
    open_ = 0.0
    if action == "attack":
        open_ = 0.55 + 0.45 * math.sin(math.tau * phase)
    elif menace:
        open_ = 0.55 + 0.2 * math.sin(math.tau * phase)
    closed = action == "lie"
    colours = replace(beast.muzzle, coat=beast.muzzle.coat or beast.coat)
    draw_beast_head(pen, colours, open_, asleep=closed, menace=menace)
    pen.line, pen.wash_scale = line, wash
    canvas.restore()
