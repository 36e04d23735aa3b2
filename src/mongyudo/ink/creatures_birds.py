"""Birds: one rig that flies, walks and pecks. All face right; the ground is y = 0."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

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
    with_alpha,
)

DARK = rgb(40, 36, 38)


@dataclass(frozen=True, slots=True)
class Bird:
    """A sort of bird; lengths are shares of the trunk's length. `span` is one wing's length,
    `tail_form`: fan, fork, long, plume or short."""

    coat: Colour
    belly: Colour
    wing: Colour
    tip: Colour
    beak: Colour = rgb(214, 160, 74)
    trunk: float = 0.21
    neck: float = 0.16
    neck_deg: float = 50.0
    neck_r: float = 0.12
    head: float = 0.13
    head_colour: Colour = 0
    bill: tuple[float, float, float] = (0.16, 0.05, 0.0)
    leg: float = 0.22
    leg_colour: Colour = rgb(160, 120, 70)
    tail: float = 0.34
    tail_form: str = "fan"
    span: float = 0.95
    crest: str = ""
    web: bool = False
    height_m: float = 0.2


def draw_bird(pen: Pen, bird: Bird, action: str, phase: float, *, menace: bool) -> None:
    """One bird; `action` fly, glide, walk, peck or stand."""
    flying = action in ("fly", "glide", "fall")
    t = math.tau * phase
    beat = math.sin(t) if action != "glide" else 0.35 + 0.12 * math.sin(t)
    y = -(0.62 - 0.05 * beat) if flying else -(bird.leg + bird.trunk * 0.8 + 0.012 * abs(math.sin(t)))
    tilt = -6.0 if flying else 20.0
    if flying:
        _wing(pen, bird, (0.08, y - 0.02), -beat * 0.9, far=True)
    else:
        _legs(pen, bird, y, action, phase)
    pen.canvas.save()
    pen.canvas.translate(0, y)
    pen.canvas.rotate(-tilt)
    _tail(pen, bird, t)
    pen.canvas.restore()
    _body(pen, bird, y, tilt)
    _neck_head(pen, bird, y, action, t, menace=menace)
    if flying:
        if bird.leg > 0.3:
            _trailing(pen, bird, y)
        _wing(pen, bird, (0.06, y), -beat, far=False)
    else:
        _folded(pen, bird, y, tilt)


def _turned(x: float, y: float, tilt: float, dy: float) -> Point:
    a = math.radians(-tilt)
    return (x * math.cos(a) - y * math.sin(a), x * math.sin(a) + y * math.cos(a) + dy)


def _body(pen: Pen, bird: Bird, y: float, tilt: float) -> None:
    r = bird.trunk
    spine = [_turned(px, py, tilt, y) for px, py in ((-0.5, 0.0), (-0.3, 0.0), (0.0, 0.02), (0.28, 0.0), (0.46, -0.04))]
    trunk = ribbon(spine, [0.04, r * 0.7, r, r * 0.86, r * 0.42])
    pen.part([trunk], bird.coat)
    if bird.belly != bird.coat and pen.dark is None:
        pen.canvas.save()
        pen.canvas.clipPath(trunk, doAntiAlias=True)
        low = [_turned(px, py, tilt, y) for px, py in ((-0.5, 0.16), (0.0, 0.07), (0.5, 0.0), (0.6, 0.5), (-0.5, 0.5))]
        pen.fill(smooth(low), bird.belly)
        pen.canvas.restore()


def _wing(pen: Pen, bird: Bird, root: Point, beat: float, *, far: bool) -> None:
    """An open wing; `beat` -1 high .. 1 low."""
    x, y = root
    colour = mix(bird.wing, DARK, 0.25) if far else bird.wing
    span = bird.span * (0.9 if far else 1.0)
    rise = beat * span
    reach = -0.20 - 0.28 * abs(beat) + (0.12 if far else 0.0)
    wrist = (x + 0.12 + 0.05 * beat, y + rise * 0.48)
    tip = (x + reach, y + rise)
    trail = (x - 0.42, y + rise * 0.34 + 0.03)
    shape = [(x + 0.20, y), wrist, along(wrist, tip, 0.6), tip, along(tip, trail, 0.5), trail, (x - 0.24, y + 0.05)]
    path = smooth(shape)
    pen.part([path], colour)
    end = mix(bird.tip, DARK, 0.2 if far else 0.0)
    for k in range(5):
        a = along(wrist, tip, 0.25 + 0.18 * k)
        b = along(tip, trail, 0.08 + 0.17 * (4 - k) * 0.9)
        feather = ribbon([along(a, b, 0.35), along(a, b, 0.8), b], [0.028, 0.034, 0.008])
        pen.fill(feather, end if k > 1 else mix(end, colour, 0.5))
    for k in range(4):
        a, b = along((x + 0.14, y), wrist, 0.25 * k), along((x - 0.24, y + 0.05), trail, 0.25 * k)
        pen.stroke(smooth([along(a, b, 0.35), b], closed=False), 0.007, mix(colour, DARK, 0.45))


def _folded(pen: Pen, bird: Bird, y: float, tilt: float) -> None:
    r = bird.trunk
    shape = [(0.22, -0.03), (0.0, -r * 0.72), (-0.4, -0.05), (-0.62, 0.08), (-0.25, r * 0.55), (0.1, r * 0.5)]
    pen.part([smooth([_turned(px, py, tilt, y) for px, py in shape])], bird.wing)
    for k in range(3):
        line = [_turned(0.02 - 0.1 * k, r * (0.28 - 0.1 * k), tilt, y), _turned(-0.45 - 0.04 * k, 0.09 - 0.05 * k, tilt, y)]
        pen.stroke(smooth(line, closed=False), 0.008, mix(bird.wing, DARK, 0.5))
    end = [(-0.36, 0.0), (-0.62, 0.09), (-0.4, 0.1)]
    pen.fill(polygon([_turned(px, py, tilt, y) for px, py in end]), bird.tip)


def _tail(pen: Pen, bird: Bird, t: float) -> None:
    n, sway = bird.tail, 0.03 * math.sin(t)
    form = bird.tail_form
    if form in ("fan", "short"):
        pen.part([polygon([(-0.34, -0.06), (-0.42 - n, -0.07 + sway), (-0.45 - n, 0.08 + sway), (-0.34, 0.07)])], bird.tip)
    elif form == "fork":
        for dy in (-0.1, 0.1):
            pen.part([ribbon([(-0.36, 0), (-0.5 - n * 0.5, dy * 0.5), (-0.45 - n, dy + sway)], [0.06, 0.04, 0.006])], bird.tip)
    elif form == "long":
        pen.part([ribbon([(-0.3, 0), (-0.5, 0.0), (-0.42 - n, 0.05 + sway)], [0.08, 0.06, 0.012])], bird.tip)
    elif form == "cock":
        for k in range(4):
            high = -0.5 + 0.12 * k + sway
            plume = bend([(-0.3, -0.02), (-0.52, high - 0.14), (-0.62 - 0.05 * k, high + 0.34)], 5)
            pen.part([ribbon(plume, [0.05, 0.06, 0.06, 0.045, 0.01])], mix(bird.tip, bird.wing, 0.25 * k), shaded=False)
    elif form == "plume":
        for k in range(5):
            dy = -0.26 + 0.13 * k
            end = (-0.5 - n, dy * 1.6 + 0.12 * math.sin(t + k))
            plume = [(-0.3, 0), (-0.45 - n * 0.35, dy * 0.5), (-0.45 - n * 0.7, dy * 1.3 + 0.05 * math.sin(t + k)), end]
            pen.part([ribbon(plume, [0.05, 0.045, 0.04, 0.02])], mix(bird.tip, bird.wing, 0.2 * k), shaded=False)
            pen.fill(ellipse(end[0] + 0.03, end[1], 0.06, 0.045), rgb(70, 110, 130))
            pen.fill(ellipse(end[0] + 0.03, end[1], 0.025, 0.02), rgb(226, 190, 90))


def _legs(pen: Pen, bird: Bird, y: float, action: str, phase: float) -> None:
    swing = math.sin(math.tau * phase) * 0.12 if action == "walk" else 0.0
    for side, shift in ((1.0, 0.07), (-1.0, -0.01)):
        foot = (shift + side * swing, -max(0.0, side * math.cos(math.tau * phase)) * 0.06 * (action == "walk"))
        hip = (shift * 0.6, y + bird.trunk * 0.75)
        knee = (along(hip, foot, 0.5)[0] - 0.05, along(hip, foot, 0.5)[1])
        colour = mix(bird.leg_colour, DARK, 0.25 if side > 0 else 0.0)
        pen.canvas.drawPath(smooth([hip, knee, foot], closed=False), pen.brush(colour, 0.032))
        toes = [(foot[0] - 0.05, foot[1]), (foot[0] + 0.12, foot[1])]
        pen.canvas.drawPath(smooth(toes, closed=False), pen.brush(colour, 0.05 if bird.web else 0.025))


def _trailing(pen: Pen, bird: Bird, y: float) -> None:
    for dy in (0.05, 0.09):
        leg = [(-0.3, y + dy), (-0.4 - bird.leg * 0.9, y + dy + 0.05)]
        pen.canvas.drawPath(smooth(leg, closed=False), pen.brush(bird.leg_colour, 0.026))


def _neck_head(pen: Pen, bird: Bird, y: float, action: str, t: float, *, menace: bool) -> None:
    flying = action in ("fly", "glide", "fall")
    rise = 14.0 if flying else bird.neck_deg
    if action == "peck":
        rise = -50.0 + 30.0 * math.sin(t)
    angle = math.radians(rise + 2 * math.sin(t))
    root = (0.3, y - (0.06 if flying else 0.14))
    end = (root[0] + (0.08 + bird.neck) * math.cos(angle), root[1] - (0.08 + bird.neck) * math.sin(angle))
    middle = along(root, end, 0.5)
    if bird.neck > 0.3:
        middle = (middle[0] + 0.1, middle[1] + 0.06)
    colour = bird.head_colour or bird.coat
    curve = bend([root, middle, end], 5)
    r = bird.neck_r
    pen.part([ribbon(curve, [r * 1.3, r * 1.05, r * 0.85, r * 0.72, r * 0.7])], bird.coat, shaded=False)
    _head(pen, bird, end, colour, action, menace=menace)


def _head(pen: Pen, bird: Bird, at: Point, colour: Colour, action: str, *, menace: bool) -> None:
    x, y = at
    r = bird.head
    length, thick, hook = bird.bill
    _crest(pen, bird, x, y)
    gape = 0.06 if menace or action == "attack" else 0.0
    low = [(x + r * 0.5, y + thick * 0.2), (x + r * 0.8 + length * 0.9, y + thick * 0.6 + gape + hook), (x + r * 0.5, y + thick * 1.4)]
    pen.part([polygon(low)], mix(bird.beak, DARK, 0.25), shaded=False)
    upper = [(x + r * 0.45, y - thick), (x + r * 0.8 + length * 0.7, y - thick * 0.5), (x + r * 0.85 + length, y + thick * 0.4 + hook), (x + r * 0.5, y + thick * 0.5)]
    pen.part([smooth(upper) if hook else polygon(upper)], bird.beak, shaded=False)
    pen.part([ellipse(x, y, r, r * 0.95)], colour)
    ex, ey = x + r * 0.35, y - r * 0.18
    if menace:
        pen.glow(ellipse(ex, ey, r * 0.5, r * 0.45), with_alpha(rgb(255, 170, 70), 0.35))
        pen.glow(ellipse(ex, ey, r * 0.22, r * 0.2), rgb(255, 196, 92))
        return
    pen.fill(ellipse(ex, ey, r * 0.24, r * 0.24), rgb(236, 214, 150) if hook else rgb(246, 240, 226))
    pen.fill(ellipse(ex + r * 0.04, ey, r * 0.15, r * 0.16), DARK)
    if hook:
        pen.stroke(smooth([(ex - r * 0.3, ey - r * 0.34), (ex + r * 0.4, ey - r * 0.14)], closed=False), 0.022, DARK)


def _crest(pen: Pen, bird: Bird, x: float, y: float) -> None:
    r, red = bird.head, rgb(196, 52, 46)
    if bird.crest == "comb":
        pen.part([ellipse(x + r * (0.4 - 0.45 * k), y - r * 0.95, r * 0.32, r * 0.4) for k in range(3)], red, shaded=False)
        pen.part([ellipse(x + r * 0.75, y + r * 0.75, r * 0.24, r * 0.42)], red, shaded=False)
    elif bird.crest == "crown":
        pen.fill(ellipse(x, y - r * 0.72, r * 0.6, r * 0.34), red)
    elif bird.crest == "plume":
        for k in range(3):
            tip = (x - r * (0.8 + 0.5 * k), y - r * (2.2 - 0.5 * k))
            pen.part([ribbon([(x, y - r * 0.6), along((x, y - r), tip, 0.6), tip], [r * 0.16, r * 0.2, r * 0.04])], red, shaded=False)
    elif bird.crest == "ears":
        for s in (-0.5, 0.45):
            pen.part([polygon([(x + r * (s - 0.3), y - r * 0.7), (x + r * s * 1.3, y - r * 1.6), (x + r * (s + 0.3), y - r * 0.75)])], bird.coat)


_W, _K = rgb(244, 240, 230), rgb(46, 44, 50)
_SPARROW = Bird(rgb(168, 128, 90), rgb(226, 208, 180), rgb(134, 96, 64), rgb(84, 62, 48), DARK,
                bill=(0.10, 0.05, 0.0), height_m=0.14)  # fmt: skip
_CROW = Bird(_K, _K, rgb(54, 52, 60), rgb(30, 28, 34), rgb(60, 58, 60), bill=(0.20, 0.06, 0.01),
             leg_colour=DARK, height_m=0.45)  # fmt: skip
_HEN = Bird(rgb(206, 142, 86), rgb(226, 178, 124), rgb(178, 110, 62), rgb(120, 72, 46), trunk=0.30,
            neck=0.22, neck_deg=64, neck_r=0.14, head=0.115, bill=(0.11, 0.045, 0.01), leg=0.2,
            tail=0.16, span=0.6, crest="comb", height_m=0.4)  # fmt: skip
_CRANE = Bird(_W, _W, _W, _K, rgb(150, 140, 96), trunk=0.17, neck=0.62, neck_deg=68, neck_r=0.055,
              head=0.075, head_colour=_K, bill=(0.26, 0.03, 0.0), leg=0.62, leg_colour=_K, tail=0.18,
              span=1.2, crest="crown", height_m=1.4)  # fmt: skip
_DUCK = Bird(rgb(150, 132, 108), rgb(206, 190, 162), rgb(122, 104, 84), rgb(80, 68, 60),
             rgb(220, 164, 66), trunk=0.25, neck=0.22, neck_deg=62, neck_r=0.09, head=0.125,
             head_colour=rgb(58, 104, 82), bill=(0.18, 0.05, 0.0), leg=0.1, leg_colour=rgb(214, 140, 60),
             tail=0.14, span=0.8, web=True, height_m=0.4)  # fmt: skip
BIRDS: Mapping[str, Bird] = {
    "bird": replace(_SPARROW, coat=rgb(106, 136, 156), wing=rgb(74, 104, 130), tip=rgb(50, 70, 92)),
    "sparrow": _SPARROW,
    "swallow": replace(_SPARROW, coat=rgb(52, 60, 84), belly=_W, wing=rgb(44, 52, 76),
                       tip=rgb(36, 40, 58), tail_form="fork", tail=0.42, span=1.1),
    "crow": _CROW,
    "magpie": replace(_CROW, belly=_W, tip=rgb(44, 70, 96), tail_form="long", tail=0.62),
    "dove": replace(_SPARROW, coat=_W, belly=_W, wing=rgb(236, 232, 224), tip=rgb(214, 210, 204),
                    height_m=0.3),
    "pigeon": replace(_SPARROW, coat=rgb(140, 144, 154), belly=rgb(160, 162, 170),
                      wing=rgb(120, 124, 136), tip=rgb(84, 86, 98), height_m=0.3),
    "seagull": replace(_SPARROW, coat=_W, belly=_W, wing=rgb(176, 182, 190), tip=_K,
                       beak=rgb(220, 170, 70), span=1.25, web=True, height_m=0.4),
    "parrot": replace(_SPARROW, coat=rgb(190, 62, 52), belly=rgb(206, 92, 60),
                      wing=rgb(62, 106, 140), tip=rgb(214, 176, 74), bill=(0.12, 0.08, 0.05),
                      tail_form="long", tail=0.7, height_m=0.5),
    "pheasant": replace(_HEN, coat=rgb(150, 84, 52), head_colour=rgb(48, 88, 76), crest="crown",
                        tail_form="long", tail=0.95, height_m=0.5),
    "eagle": Bird(rgb(112, 80, 56), rgb(134, 100, 72), rgb(92, 66, 48), rgb(58, 44, 38),
                  rgb(220, 170, 66), trunk=0.23, neck=0.18, neck_r=0.13, head=0.14, head_colour=_W,
                  bill=(0.15, 0.07, 0.05), leg=0.18, span=1.35, height_m=0.9),
    "hawk": Bird(rgb(134, 100, 70), rgb(220, 200, 170), rgb(112, 82, 58), rgb(66, 50, 42),
                 rgb(110, 100, 90), trunk=0.2, bill=(0.12, 0.06, 0.05), span=1.2, height_m=0.5),
    "owl": Bird(rgb(142, 112, 82), rgb(206, 182, 148), rgb(114, 86, 62), rgb(78, 60, 48), trunk=0.27,
                neck=0.1, neck_deg=80, neck_r=0.2, head=0.22, bill=(0.05, 0.05, 0.04), leg=0.1,
                tail=0.12, crest="ears", height_m=0.5),
    "vulture": replace(_CROW, head_colour=rgb(206, 150, 136), bill=(0.16, 0.06, 0.05), neck=0.3,
                       span=1.35, height_m=0.9),
    "crane": _CRANE,
    "heron": replace(_CRANE, coat=rgb(168, 176, 184), wing=rgb(130, 140, 152), head_colour=_W, crest="",
                     beak=rgb(214, 176, 84)),
    "ostrich": replace(_CRANE, coat=rgb(66, 58, 56), belly=rgb(66, 58, 56), wing=rgb(60, 54, 54),
                       tip=_W, trunk=0.3, head_colour=rgb(206, 170, 146), crest="", span=0.4,
                       height_m=2.2),
    "chicken": _HEN,
    "hen": _HEN,
    "rooster": replace(_HEN, coat=rgb(186, 84, 50), tip=rgb(44, 66, 66), wing=rgb(134, 58, 42),
                       tail_form="cock", leg=0.26, neck=0.28, height_m=0.5),
    "chick": replace(_HEN, coat=rgb(236, 206, 108), belly=rgb(240, 216, 130), wing=rgb(224, 188, 88),
                     tip=rgb(214, 176, 80), trunk=0.3, neck=0.08, head=0.2, leg=0.14, tail=0.04,
                     crest="", span=0.4, height_m=0.1),
    "duck": _DUCK,
    "goose": replace(_DUCK, coat=_W, belly=_W, wing=rgb(226, 222, 212), tip=rgb(180, 174, 166),
                     head_colour=_W, neck=0.42, height_m=0.7),
    "swan": replace(_DUCK, coat=_W, belly=_W, wing=rgb(240, 236, 228), tip=rgb(226, 222, 214),
                    head_colour=_W, neck=0.6, neck_r=0.075, head=0.1, leg=0.05, height_m=1.0),
    "phoenix": Bird(rgb(206, 84, 52), rgb(226, 150, 70), rgb(190, 60, 48), rgb(220, 150, 62),
                    trunk=0.19, neck=0.32, neck_deg=60, neck_r=0.085, head=0.11,
                    bill=(0.13, 0.05, 0.03), leg=0.3, tail=1.25, tail_form="plume", span=1.2,
                    crest="plume", height_m=1.5),
    "peacock": Bird(rgb(48, 92, 140), rgb(58, 116, 130), rgb(70, 130, 110), rgb(62, 120, 92),
                    trunk=0.2, neck=0.36, neck_deg=72, neck_r=0.08, head=0.095, leg=0.28, tail=1.2,
                    tail_form="plume", span=0.8, crest="plume", height_m=1.0),
}  # fmt: skip


