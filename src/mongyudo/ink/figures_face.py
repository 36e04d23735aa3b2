"""Heads: hair, a small brushed face and what sits on top. Lengths are shares of the head's radius;
(0, 0) is the head's middle, x towards the right of the picture, y down."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import skia

from mongyudo.ink.figures_pen import Colour, Pen, ellipse, mix, polygon, rgb, smooth, with_alpha

Eye = Literal["dot", "wide", "closed", "smile", "narrow", "squint"]
Mouth = Literal["flat", "smile", "grin", "frown", "o", "shout", "wavy", "grimace", "sick"]


@dataclass(frozen=True, slots=True)
class Face:
    """An expression. `brow_tilt` above 0 draws the inner ends down (anger), below 0 up (grief);
    who is `blank` has no features at all, and who `lacks` a part of the body is drawn without it
    (eyes, mouth, nose, hair, head; hand, arm, leg or foot, with "s" both of them)."""

    eye: Eye = "dot"
    mouth: Mouth = "flat"
    brow_tilt: float = 0.0
    brow_lift: float = 0.0
    tears: bool = False
    sweat: bool = False
    blush: float = 0.25
    pale: float = 0.0
    blank: bool = False
    lacks: str = ""


FACES: Mapping[str, Face] = {
    "plain": Face(),
    "happy": Face("smile", "smile", -0.1, 0.05, blush=0.6),
    "sad": Face("dot", "frown", -0.8, 0.0, blush=0.15),
    "crying": Face("closed", "wavy", -0.6, 0.0, tears=True, blush=0.35),
    "angry": Face("narrow", "grimace", 0.6, -0.05, blush=0.5),
    "scared": Face("wide", "wavy", -0.5, 0.12, sweat=True, blush=0.0, pale=0.35),
    "surprised": Face("wide", "o", -0.15, 0.2, blush=0.2),
    "disgusted": Face("squint", "sick", 0.25, -0.02, blush=0.0, pale=0.5),
    "worried": Face("dot", "frown", -0.4, 0.08, sweat=True, blush=0.1),
    "ashamed": Face("narrow", "flat", -0.4, 0.04, blush=1.0),
    "shouting": Face("wide", "shout", 0.3, 0.05, blush=0.4),
    "laughing": Face("smile", "grin", -0.1, 0.1, blush=0.6),
    "stern": Face("narrow", "flat", 0.35, -0.03, blush=0.1),
    "asleep": Face("closed", "flat", -0.1, 0.0, blush=0.3),
    "faceless": Face(pale=0.3, blank=True),
    "eyeless": Face(lacks="eyes"),
    "mouthless": Face("wide", brow_tilt=-0.4, brow_lift=0.1, lacks="mouth"),
    "noseless": Face("wide", "o", lacks="nose"),
    "hairless": Face("wide", "o", -0.15, 0.2, lacks="hair"),
    "headless": Face(lacks="head"),
    "one_handed": Face("wide", "frown", -0.4, 0.1, lacks="hand"),
    "handless": Face("wide", "frown", -0.4, 0.1, lacks="hands"),
    "one_armed": Face("wide", "frown", -0.4, 0.1, lacks="arm"),
    "armless": Face("wide", "frown", -0.4, 0.1, lacks="arms"),
    "one_legged": Face("wide", "frown", -0.4, 0.1, lacks="leg"),
    "legless": Face("wide", "frown", -0.4, 0.1, lacks="legs"),
    "footless": Face("wide", "frown", -0.4, 0.1, lacks="feet"),
}


_BLACK_HAIR = rgb(38, 33, 34)
_SKIN = rgb(238, 205, 172)
_FELT = rgb(38, 36, 40)
_LIPS = rgb(168, 76, 70)


@dataclass(frozen=True, slots=True)
class Head:
    """How a head looks. `hair` is a style's name, `brow` the brows' colour."""

    hair: str = "long"
    hair_colour: Colour = _BLACK_HAIR
    skin: Colour = _SKIN
    beard: str = ""
    glasses: bool = False
    hat: str = ""
    hat_colour: Colour = _FELT
    wrinkles: bool = False
    lips: Colour = _LIPS


def skull(side: float) -> skia.Path:
    """The head's outline; `side` 0 seen from the front or the back, 1 in profile to the right."""
    return smooth(
        [
            (-0.93, -0.12),
            (-0.66, -0.76),
            (0.0, -1.02),
            (0.66, -0.76),
            (0.92 + 0.02 * side, -0.12),
            (0.84 + 0.04 * side, 0.38),
            (0.46 + 0.18 * side, 0.84),
            (0.10 + 0.30 * side, 0.98),
            (-0.30 + 0.20 * side, 0.90),
            (-0.76 + 0.04 * side, 0.46),
        ]
    )


def draw_skull(pen: Pen, head: Head, face: Face, yaw: float) -> None:
    """The bare head with its face, looking towards `yaw` (0 the viewer, 90 right, 180 away)."""
    side = math.sin(math.radians(yaw))
    pen.part([skull(side)], mix(head.skin, rgb(214, 220, 214), face.pale))
    if math.cos(math.radians(yaw)) > -0.35 and pen.dark is None and not face.blank:
        _features(pen, head, face, yaw)


def spot_on(yaw: float, longitude: float) -> tuple[float, float]:
    """Where something at `longitude` degrees (own left positive) shows: x, and its width."""
    angle = math.radians(yaw + longitude)
    return math.sin(angle), math.cos(angle)


def _features(pen: Pen, head: Head, face: Face, yaw: float) -> None:
    for longitude, side in ((-23.0, -1.0), (23.0, 1.0)):
        x, width = spot_on(yaw, longitude)
        if width > 0.12:
            _cheek(pen, face, *spot_on(yaw, longitude * 1.35))
            if face.lacks != "eyes":
                _eye(pen, face, x * 0.84, max(0.5, width))
                _brow(pen, head, face, (x * 0.84, max(0.5, width)), side)
    if face.lacks != "nose":
        _nose(pen, head, yaw)
    if face.lacks != "mouth":
        _mouth(pen, head, face, yaw)
    if face.tears:
        _tears(pen, yaw)
    if head.wrinkles:
        _wrinkles(pen, head, yaw)
    if face.sweat:
        pen.fill(ellipse(spot_on(yaw, -48)[0] * 0.86, -0.32, 0.05, 0.1), rgb(150, 190, 206, 200))


def _wrinkles(pen: Pen, head: Head, yaw: float) -> None:
    line = mix(head.skin, rgb(120, 66, 50), 0.45)
    for longitude in (-17.0, 17.0):
        x, width = spot_on(yaw, longitude)
        if width > 0.2:
            fold = [(x * 0.78, 0.36), (x * 0.9 + 0.03, 0.5), (x * 0.84, 0.62)]
            pen.stroke(smooth(fold, closed=False), 0.035, line)


def _cheek(pen: Pen, face: Face, x: float, width: float) -> None:
    if face.blush and width > 0.1:
        colour = with_alpha(rgb(214, 112, 96), 0.5 * face.blush)
        pen.fill(ellipse(x * 0.8, 0.36, 0.19 * max(0.5, width), 0.13), colour)


def _eye(pen: Pen, face: Face, x: float, width: float) -> None:
    y = 0.06
    dark = rgb(34, 28, 30)
    if face.eye == "wide":
        pen.fill(ellipse(x, y, 0.155 * width, 0.185), rgb(250, 246, 236))
        pen.stroke(ellipse(x, y, 0.155 * width, 0.185), 0.05, dark)
        pen.fill(ellipse(x, y, 0.06 * width + 0.01, 0.075), dark)
    elif face.eye == "dot":
        pen.fill(ellipse(x, y + 0.02, 0.098 * width + 0.012, 0.15), dark)
        lid = [(x - 0.17 * width, y - 0.05), (x, y - 0.15), (x + 0.17 * width, y - 0.06)]
        pen.stroke(smooth(lid, closed=False), 0.042, dark)
    elif face.eye == "narrow":
        pen.fill(ellipse(x, y + 0.01, 0.08 * width + 0.008, 0.075), dark)
        pen.stroke(_arc(x, y - 0.05, 0.16 * width, -0.015), 0.065, dark)
    elif face.eye == "squint":
        for low in (-1.0, 1.0):  # screwed up
            lid = [
                (x - 0.15 * width, y + 0.10 * low),
                (x + 0.12 * width, y),
            ]
            pen.stroke(smooth(lid, closed=False), 0.07, dark)
    else:
        lift = -0.11 if face.eye == "smile" else 0.09
        pen.stroke(_arc(x, y, 0.16 * width, lift), 0.07, dark)


def _arc(x: float, y: float, half: float, lift: float) -> skia.Path:
    return smooth([(x - half, y), (x, y + lift), (x + half, y)], closed=False)


def _brow(pen: Pen, head: Head, face: Face, at: tuple[float, float], side: float) -> None:
    x, width = at
    inner, outer = x - side * 0.14 * width, x + side * 0.2 * width
    y = -0.29 - face.brow_lift
    middle = (0.5 * (inner + outer), y - 0.035)
    points = [(inner, y + 0.25 * face.brow_tilt), middle, (outer, y - 0.14 * face.brow_tilt + 0.04)]
    pen.stroke(smooth(points, closed=False), 0.075, mix(head.hair_colour, head.skin, 0.2))


def _nose(pen: Pen, head: Head, yaw: float) -> None:
    x, _ = spot_on(yaw, 0)
    side = math.sin(math.radians(yaw))
    line = mix(head.skin, rgb(120, 66, 50), 0.6)
    tip = (x * 0.93 + 0.07 * side, 0.3)
    points = [(x * 0.86, 0.16), tip, (tip[0] - 0.1 * side - 0.05 * (1 - abs(side)), 0.335)]
    pen.stroke(smooth(points, closed=False), 0.05, line)


def _mouth(pen: Pen, head: Head, face: Face, yaw: float) -> None:
    x, width = spot_on(yaw, 0)
    x, w, y = x * 0.80, 0.2 * max(0.45, width), 0.6
    colour = head.lips
    if face.mouth in ("o", "shout"):
        tall = 0.13 if face.mouth == "o" else 0.2
        pen.fill(ellipse(x, y + 0.02, w * 0.62, tall), rgb(92, 34, 34))
        pen.stroke(ellipse(x, y + 0.02, w * 0.62, tall), 0.045, colour)
        return
    if face.mouth == "grin":
        pen.fill(polygon([(x - w, y - 0.06), (x + w, y - 0.06), (x, y + 0.16)]), rgb(110, 40, 38))
        return
    lifts = {"flat": 0.012, "smile": 0.13, "frown": -0.12}
    if face.mouth == "wavy":
        wave = [(x - w, y + 0.03), (x - w / 3, y - 0.045), (x + w / 3, y + 0.04), (x + w, y - 0.02)]
        pen.stroke(smooth(wave, closed=False), 0.075, colour)
        return
    if face.mouth == "grimace":
        _teeth(pen, x, y, w)
        return
    if face.mouth == "sick":
        pen.fill(ellipse(x + 0.02, y + 0.10, w * 0.42, 0.12), rgb(196, 104, 96))
        pen.stroke(_arc(x, y + 0.04, w * 1.05, -0.10), 0.08, colour)
        return
    pen.stroke(_arc(x, y, w, lifts[face.mouth]), 0.075, colour)


def _teeth(pen: Pen, x: float, y: float, w: float) -> None:
    """Clenched teeth between drawn lips."""
    lips = polygon([(x - w, y + 0.10), (x - 0.8 * w, y - 0.06), (x + 0.8 * w, y - 0.06),
                    (x + w, y + 0.10)])  # fmt: skip
    pen.fill(lips, rgb(246, 240, 226))
    pen.stroke(lips, 0.06, rgb(92, 34, 34))
    pen.stroke(smooth([(x - 0.9 * w, y + 0.02), (x + 0.9 * w, y + 0.02)], closed=False), 0.035,
               rgb(92, 34, 34))  # fmt: skip


def _tears(pen: Pen, yaw: float) -> None:
    for longitude in (-24.0, 24.0):
        x, width = spot_on(yaw, longitude)
        if width > 0.12:
            drop = ellipse(x * 0.84, 0.34, 0.06, 0.17)
            pen.fill(drop, rgb(140, 186, 206, 220))


def draw_ear(pen: Pen, head: Head, yaw: float) -> None:
    """The near ear, where hair does not hide it."""
    x, width = spot_on(yaw, -88)
    if head.hair in ("long", "loose", "bob", "curly", "wild") or not -0.6 < x < 0.5 or width < 0.1:
        return
    pen.part([ellipse(x * 0.9, 0.16, 0.12, 0.19)], head.skin, shaded=False)


def draw_glasses(pen: Pen, head: Head, yaw: float) -> None:
    """Round glasses, when the head wears them."""
    if not head.glasses or math.cos(math.radians(yaw)) < 0:
        return
    for longitude in (-23.0, 23.0):
        x, width = spot_on(yaw, longitude)
        if width > 0.15:
            pen.stroke(ellipse(x * 0.84, 0.08, 0.25 * max(0.5, width), 0.24), 0.05, rgb(60, 54, 54))
    near, _ = spot_on(yaw, -40)
    ear, _ = spot_on(yaw, -88)
    pen.stroke(
        smooth([(near * 0.86, 0.04), (ear * 0.9, 0.02)], closed=False), 0.05, rgb(60, 54, 54)
    )
