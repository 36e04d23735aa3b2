"""Fish and whales, spiders and winged insects. All face right."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from mongyudo.ink.figures_pen import (
    Colour,
    Pen,
    Point,
    ellipse,
    hull,
    mix,
    polygon,
    rgb,
    ribbon,
    smooth,
    with_alpha,
)

DARK = rgb(40, 36, 38)
EMBER = rgb(255, 196, 92)
TOOTH = rgb(246, 240, 222)


@dataclass(frozen=True, slots=True)
class Fish:
    """A fish; the trunk is 1 long. `deep` is half its height, `fork` the tail fin's size."""

    coat: Colour
    belly: Colour
    fin: Colour
    deep: float = 0.22
    fork: float = 0.26
    dorsal: float = 0.13
    scales: bool = True
    form: str = "fish"
    barbels: bool = False
    spots: Colour = 0
    height_m: float = 0.15


def draw_fish(pen: Pen, fish: Fish, action: str, phase: float, *, menace: bool) -> None:
    """A swimming fish: the body bends in a wave that grows towards the tail."""
    t = math.tau * phase
    reach = 0.09 if action in ("run", "swim", "fly", "attack") else 0.055
    if action == "fall":
        reach = 0.14
    y0 = -fish.deep * 1.6
    spine: list[Point] = []
    for k in range(11):
        s = k / 10
        spine.append((-0.5 + s, y0 + reach * (1 - s) ** 1.4 * math.sin(2.6 * (1 - s) + t)))
    shape = _PROFILES[fish.form]
    widths = [max(0.02, fish.deep * w) for w in shape]
    _tail_fin(pen, fish, spine, t)
    _back_fins(pen, fish, spine, widths)
    trunk = ribbon(spine, widths)
    pen.part([trunk], fish.coat)
    pen.canvas.save()
    pen.canvas.clipPath(trunk, doAntiAlias=True)
    low = [(-0.55, y0 + fish.deep * 0.55), (0.1, y0 + fish.deep * 0.34), (0.6, y0 + fish.deep * 0.3), (0.6, 0.3), (-0.55, 0.3)]
    pen.fill(smooth(low), fish.belly)
    if fish.spots:
        for x, y, r in ((-0.2, -0.08, 0.11), (0.12, -0.1, 0.1), (-0.02, 0.1, 0.06)):
            pen.fill(ellipse(x, y0 + y, r, r * 0.7), fish.spots)
    pen.canvas.restore()
    if fish.scales:
        _fish_scales(pen, fish, spine)
    _fish_head(pen, fish, spine, t, action, menace=menace)


_PROFILES: Mapping[str, tuple[float, ...]] = {
    "fish": (0.22, 0.34, 0.55, 0.78, 0.94, 1.0, 0.98, 0.9, 0.76, 0.52, 0.18),
    "shark": (0.14, 0.24, 0.42, 0.64, 0.84, 0.97, 1.0, 0.93, 0.78, 0.52, 0.1),
    "whale": (0.12, 0.22, 0.42, 0.66, 0.86, 0.98, 1.0, 1.0, 0.98, 0.88, 0.5),
    "dolphin": (0.12, 0.22, 0.44, 0.7, 0.92, 1.0, 1.0, 0.9, 0.7, 0.3, 0.12),
    "round": (0.2, 0.5, 0.8, 0.96, 1.0, 1.0, 0.98, 0.92, 0.8, 0.6, 0.24),
}


def _tail_fin(pen: Pen, fish: Fish, spine: list[Point], t: float) -> None:
    x, y = spine[0]
    flick = 0.07 * math.sin(t + 0.6)
    n = fish.fork
    if fish.form in ("whale", "dolphin"):
        fluke = [(x + 0.04, y), (x - n * 0.8, y - n * 0.5 + flick), (x - n * 0.5, y + flick), (x - n * 0.9, y + n * 0.22 + flick)]
        pen.part([smooth(fluke)], fish.fin)
        return
    fin = [(x + 0.06, y - 0.03), (x - n * 0.9, y - n + flick), (x - n * 0.5, y + flick), (x - n * 0.9, y + n * 0.9 + flick), (x + 0.06, y + 0.03)]
    pen.part([polygon(fin)], fish.fin)
    for k in (-0.6, 0.0, 0.6):
        ray = [(x, y), (x - n * 0.62, y + n * k + flick)]
        pen.stroke(smooth(ray, closed=False), 0.006, mix(fish.fin, DARK, 0.4))


def _back_fins(pen: Pen, fish: Fish, spine: list[Point], widths: list[float]) -> None:
    x, y = spine[5][0], spine[5][1] - widths[5] * 0.8
    d = fish.dorsal
    if fish.form == "shark":
        fin = [(x - 0.12, y + 0.04), (x - 0.10, y - d * 1.5), (x + 0.13, y + 0.04)]
    elif fish.form == "dolphin":
        fin = [(x - 0.16, y + 0.04), (x - 0.18, y - d), (x + 0.06, y + 0.04)]
    elif fish.form == "whale":
        return
    else:
        fin = [(x - 0.22, y + 0.06), (x - 0.16, y - d * 0.5), (x + 0.02, y - d), (x + 0.18, y + 0.05)]
    pen.part([polygon(fin)], fish.fin)


def _fish_scales(pen: Pen, fish: Fish, spine: list[Point]) -> None:
    line = mix(fish.coat, DARK, 0.42)
    for k in range(2, 8):
        x, y = spine[k]
        for row in (-0.55, -0.18, 0.2, 0.55):
            cx, cy = x + (0.03 if row in (-0.55, 0.2) else -0.02), y + fish.deep * row * 0.8
            arc = [(cx, cy - 0.035), (cx - 0.035, cy), (cx, cy + 0.035)]
            pen.stroke(smooth(arc, closed=False), 0.007, line)


def _fish_head(pen: Pen, fish: Fish, spine: list[Point], t: float, action: str, *, menace: bool) -> None:
    x, y = spine[-1]
    deep = fish.deep
    biting = menace or action == "attack"
    if fish.form in ("shark", "whale") or biting:
        gape = (0.09 + 0.05 * math.sin(t)) if biting else 0.012
        mouth = [(x - 0.03, y + deep * 0.12), (x - 0.27, y + deep * 0.42), (x - 0.09, y + deep * 0.42 + gape)]
        pen.glow(polygon(mouth), rgb(110, 36, 40) if biting else mix(fish.coat, DARK, 0.6))
        if biting:
            for k in range(5):
                px, py = x - 0.05 - 0.042 * k, y + deep * (0.16 + 0.055 * k)
                pen.glow(polygon([(px - 0.014, py), (px + 0.014, py - 0.006), (px - 0.004, py + 0.05)]), TOOTH)
    else:
        lip = [(x - 0.005, y + 0.03), (x - 0.08, y + deep * 0.36)]
        pen.stroke(smooth(lip, closed=False), 0.010, mix(fish.coat, DARK, 0.65))
    gill = [(x - 0.25, y - deep * 0.6), (x - 0.30, y), (x - 0.24, y + deep * 0.6)]
    if fish.form not in ("whale", "dolphin"):
        pen.stroke(smooth(gill, closed=False), 0.010, mix(fish.coat, DARK, 0.5))
    flap = 0.05 * math.sin(t * 1.0 + 1)
    fin = [(x - 0.32, y + deep * 0.35), (x - 0.47, y + deep * 0.95 + flap), (x - 0.28, y + deep * 0.72)]
    pen.part([smooth(fin)], fish.fin)
    if fish.barbels:
        for dy in (0.10, 0.16):
            barbel = [(x - 0.03, y + 0.06), (x + 0.05, y + dy), (x + 0.02, y + dy + 0.07)]
            pen.canvas.drawPath(smooth(barbel, closed=False), pen.brush(fish.fin, 0.009))
    ex, ey = x - 0.14, y - deep * 0.2
    r = 0.032 if fish.form in ("fish", "round") else 0.02
    if menace:
        pen.glow(ellipse(ex, ey, r * 2.2, r * 2), with_alpha(EMBER, 0.35))
        pen.glow(ellipse(ex, ey, r * 1.1, r), EMBER)
        return
    pen.fill(ellipse(ex, ey, r * 1.25, r * 1.25), rgb(246, 238, 214))
    pen.fill(ellipse(ex + 0.004, ey, r * 0.7, r * 0.75), DARK)
    if fish.form == "whale":
        for k in range(4):
            groove = [(x - 0.02 - 0.02 * k, y + deep * (0.5 + 0.11 * k)), (x - 0.42, y + deep * (0.52 + 0.1 * k))]
            pen.stroke(smooth(groove, closed=False), 0.006, mix(fish.belly, DARK, 0.35))


_CARP = Fish(rgb(186, 150, 92), rgb(230, 208, 160), rgb(166, 116, 66), barbels=True, height_m=0.25)
FISHES: Mapping[str, Fish] = {
    "fish": Fish(rgb(112, 138, 150), rgb(222, 222, 210), rgb(92, 116, 130)),
    "carp": _CARP,
    "goldfish": replace(_CARP, coat=rgb(218, 112, 56), belly=rgb(240, 186, 120), fin=rgb(226, 132, 70),
                        deep=0.25, fork=0.34, barbels=False, form="round", height_m=0.1),
    "koi": replace(_CARP, coat=rgb(244, 238, 226), belly=rgb(250, 246, 238), fin=rgb(236, 222, 206),
                   spots=rgb(206, 74, 48)),
    "catfish": replace(_CARP, coat=rgb(86, 84, 80), belly=rgb(190, 180, 156), fin=rgb(70, 68, 66),
                       scales=False),
    "shark": Fish(rgb(112, 122, 132), rgb(232, 230, 222), rgb(96, 106, 116), 0.17, 0.26, 0.15,
                  scales=False, form="shark", height_m=1.0),
    "whale": Fish(rgb(66, 84, 108), rgb(206, 210, 206), rgb(54, 70, 92), 0.26, 0.3, 0.0,
                  scales=False, form="whale", height_m=4.0),
    "orca": Fish(rgb(44, 46, 54), rgb(240, 238, 230), rgb(40, 42, 48), 0.22, 0.26, 0.24,
                 scales=False, form="dolphin", height_m=2.0),
    "dolphin": Fish(rgb(116, 140, 158), rgb(224, 226, 222), rgb(96, 120, 140), 0.17, 0.22, 0.14,
                    scales=False, form="dolphin", height_m=0.8),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bug:
    """An insect or a spider."""

    shell: Colour
    wing: Colour = 0
    mark: Colour = 0
    form: str = "bug"
    height_m: float = 0.02


def draw_spider(pen: Pen, bug: Bug, action: str, phase: float, *, menace: bool) -> None:
    """A spider on eight bent legs; at rest the legs feel about."""
    t = math.tau * phase
    moving = 1.0 if action in ("walk", "run", "attack") else 0.25
    body_y = -0.40 + 0.02 * math.sin(2 * t)
    for far in (True, False):
        for k in range(4):
            swing = moving * 0.13 * math.sin(t + k * math.pi * 0.55 + (math.pi if far else 0))
            lift = moving * 0.12 * max(0.0, math.cos(t + k * math.pi * 0.55 + (math.pi if far else 0)))
            reach = (-0.92 + 0.58 * k) + swing
            root = (0.06 + 0.06 * (k - 1.5), body_y)
            knee = (root[0] + (reach - root[0]) * 0.48, body_y - 0.42 - (0.06 if far else 0.0) - 0.3 * lift)
            foot = (reach + (0.06 if far else 0.0), -lift)
            colour = mix(bug.shell, DARK, 0.4 if far else 0.1)
            pen.part([ribbon([root, knee], [0.035, 0.024]), ribbon([knee, foot], [0.024, 0.008])], colour, shaded=False)
    pen.part([ellipse(-0.34, body_y - 0.04, 0.34, 0.28)], bug.shell)
    for k in range(3):
        chevron = [(-0.5 + 0.13 * k, body_y - 0.14), (-0.44 + 0.13 * k, body_y - 0.04), (-0.5 + 0.13 * k, body_y + 0.06)]
        pen.stroke(smooth(chevron, closed=False), 0.028, bug.mark)
    pen.part([ellipse(0.10, body_y, 0.19, 0.16)], mix(bug.shell, DARK, 0.2))
    for dx, dy, r in ((0.22, -0.06, 0.035), (0.26, 0.0, 0.028), (0.17, -0.11, 0.026), (0.24, 0.05, 0.02)):
        glow = EMBER if menace else rgb(226, 210, 180)
        pen.glow(ellipse(dx, body_y + dy, r, r), glow)
        if not menace:
            pen.glow(ellipse(dx + 0.005, body_y + dy, r * 0.55, r * 0.55), DARK)
    for dy in (0.05, 0.10):
        fang = [(0.25, body_y + dy), (0.33, body_y + dy + 0.05), (0.28, body_y + dy + 0.12)]
        pen.part([ribbon(fang, [0.022, 0.02, 0.004])], DARK, shaded=False)


def draw_winged(pen: Pen, bug: Bug, action: str, phase: float, *, menace: bool) -> None:
    """Butterflies, bees, flies and dragonflies on beating wings."""
    t = math.tau * phase
    y = -0.5 - 0.05 * math.sin(t)
    spread = abs(math.cos(t)) if action != "stand" else 0.35 + 0.3 * abs(math.cos(t))
    if bug.form == "butterfly":
        _butterfly(pen, bug, y, spread)
    elif bug.form == "dragonfly":
        _dragonfly(pen, bug, y, math.sin(t))
    else:
        _bee(pen, bug, y, math.sin(2 * t))
    if menace:
        pen.glow(ellipse(0.33, y - 0.05, 0.05, 0.05), EMBER)


def _butterfly(pen: Pen, bug: Bug, y: float, spread: float) -> None:
    """Seen from above, tilted, the wings folding and opening."""
    pen.canvas.save()
    pen.canvas.translate(0, y)
    pen.canvas.rotate(24)
    for side in (-1.0, 1.0):
        w = side * (0.25 + 0.75 * spread)
        lower = [(0, -0.02), (0.30 * w, 0.0), (0.38 * w, 0.26), (0.2 * w, 0.40), (0.06 * w, 0.24)]
        upper = [(0, -0.04), (0.12 * w, -0.36), (0.44 * w, -0.48), (0.52 * w, -0.24), (0.36 * w, 0.02)]
        pen.part([smooth(lower)], mix(bug.wing, bug.mark, 0.4))
        pen.part([smooth(upper)], bug.wing)
        for px, py, r in ((0.40, -0.34, 0.05), (0.30, -0.16, 0.07), (0.24, 0.2, 0.06)):
            pen.fill(ellipse(px * w, py, r * abs(w) + 0.008, r), bug.mark)
        for px, py in ((0.42, -0.42), (0.46, -0.2), (0.3, 0.3)):
            pen.stroke(smooth([(0, -0.04), (px * w, py)], closed=False), 0.008, mix(bug.wing, DARK, 0.5))
        feeler = smooth([(0, -0.22), (0.05 * side, -0.36), (0.14 * side, -0.44)], closed=False)
        pen.canvas.drawPath(feeler, pen.brush(bug.shell, 0.014))
    pen.part([ribbon([(0, -0.24), (0, -0.05), (0, 0.2)], [0.032, 0.042, 0.012])], bug.shell)
    pen.canvas.restore()


def _dragonfly(pen: Pen, bug: Bug, y: float, beat: float) -> None:
    for dx, far in ((0.02, True), (-0.12, True), (0.08, False), (-0.06, False)):
        tip = (dx - 0.22, y - 0.5 * (0.55 + 0.45 * beat) * (-1 if far and beat < 0 else 1))
        pen.part([ribbon([(dx, y), ((dx + tip[0]) / 2 + 0.02, (y + tip[1]) / 2), tip], [0.02, 0.06, 0.03])],
                 with_alpha(bug.wing, 0.6), shaded=False)  # fmt: skip
    pen.part([ribbon([(-0.75, y + 0.02), (-0.3, y), (0.0, y)], [0.02, 0.028, 0.05])], bug.mark)
    pen.part([ellipse(0.08, y, 0.12, 0.085), ellipse(0.24, y - 0.01, 0.08, 0.075)], bug.shell)


def _bee(pen: Pen, bug: Bug, y: float, beat: float) -> None:
    for far in (True, False):
        tip = (-0.16 - (0.1 if far else 0), y - 0.36 - 0.1 * beat * (-1 if far else 1))
        pen.part([ribbon([(0.02, y - 0.12), ((tip[0] + 0.0) / 2, (y + tip[1]) / 2 - 0.04), tip], [0.03, 0.12, 0.06])],
                 with_alpha(bug.wing or rgb(226, 232, 232), 0.62), shaded=False)  # fmt: skip
    trunk = hull([(-0.3, y + 0.05, 0.12), (0.0, y, 0.17)])
    pen.part([trunk], bug.shell)
    if bug.mark:
        pen.canvas.save()
        pen.canvas.clipPath(trunk, doAntiAlias=True)
        for x in (-0.34, -0.18, -0.02):
            pen.fill(ribbon([(x, y - 0.2), (x + 0.02, y + 0.25)], [0.035, 0.035]), bug.mark)
        pen.canvas.restore()
    pen.part([ellipse(0.22, y - 0.02, 0.12, 0.115)], mix(bug.shell, DARK, 0.45))
    pen.fill(ellipse(0.26, y - 0.05, 0.05, 0.065), rgb(150, 60, 50))
    for k in range(3):
        leg = [(-0.08 + 0.1 * k, y + 0.14), (-0.06 + 0.11 * k, y + 0.24), (-0.12 + 0.11 * k, y + 0.31)]
        pen.canvas.drawPath(smooth(leg, closed=False), pen.brush(DARK, 0.014))


BUGS: Mapping[str, Bug] = {
    "spider": Bug(rgb(66, 54, 50), 0, rgb(170, 120, 76), "spider", 0.04),
    "butterfly": Bug(DARK, rgb(216, 142, 70), rgb(240, 210, 140), "butterfly", 0.06),
    "white_butterfly": Bug(DARK, rgb(244, 240, 230), rgb(206, 206, 214), "butterfly", 0.06),
    "moth": Bug(rgb(90, 78, 66), rgb(166, 146, 118), rgb(120, 98, 76), "butterfly", 0.06),
    "bee": Bug(rgb(222, 172, 66), rgb(226, 230, 228), rgb(60, 48, 42), "bee", 0.02),
    "wasp": Bug(rgb(214, 150, 50), rgb(226, 230, 228), rgb(44, 38, 36), "bee", 0.03),
    "fly": Bug(rgb(70, 72, 76), rgb(216, 222, 222), 0, "bee", 0.01),
    "firefly": Bug(rgb(90, 96, 60), rgb(230, 226, 160), rgb(236, 222, 120), "bee", 0.02),
    "mosquito": Bug(rgb(110, 100, 92), rgb(216, 222, 222), 0, "bee", 0.01),
    "cicada": Bug(rgb(84, 82, 62), rgb(214, 222, 206), 0, "bee", 0.05),
    "dragonfly": Bug(rgb(166, 76, 56), rgb(220, 228, 228), rgb(190, 92, 60), "dragonfly", 0.05),
}
