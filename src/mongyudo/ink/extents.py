"""How much room the cast takes as it is drawn: boxes around the real drawings, and heads."""

from dataclasses import dataclass
from functools import lru_cache

import skia

from mongyudo.ink.cast import proportion
from mongyudo.ink.cast_figures import FIGURES, members_of, motion_of, own_motion
from mongyudo.ink.cast_layer import Box, bounds_of
from mongyudo.ink.creatures_act import Act
from mongyudo.ink.creatures_act import motion_of as gait_of
from mongyudo.ink.creatures_pen import BeastPen, box_of
from mongyudo.ink.creatures_species import CREATURES, SPECIES, Species
from mongyudo.ink.figures import YAWS, Dressed, Shown, draw_figure, outfit_of
from mongyudo.ink.figures_face import FACES
from mongyudo.ink.figures_pen import Pen
from mongyudo.ink.poses import pose_at
from mongyudo.ink.scene import Facing

_PHASES = (0.0, 0.3, 0.6, 0.95)
"""The moments of a motion that are measured."""

_SNOUT, _BROW = 0.66, 0.55
"""An animal's head is the foremost third of its box, above its lower half."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The box that somebody or something fills, and the box of the head (None for things).

    In units of the drawn height, the foot point at (0, 0), y down, turned to the right.
    """

    body: Box
    head: Box | None = None


@lru_cache(maxsize=1024)
def extent_of(
    concept: str, motion: str = "stand", clothes: str = "", facing: Facing = "right"
) -> Extent:
    """The extent of anything that can be drawn; raises KeyError for the rest."""
    if concept in FIGURES:
        return _figure(concept, motion, clothes, facing)
    if concept in CREATURES:
        return _creature(SPECIES[concept], motion)
    half = proportion(concept) / 2
    return Extent((-half, -1.0, half, 0.0))


def _figure(concept: str, motion: str, clothes: str, facing: Facing) -> Extent:
    bodies: list[Box] = []
    heads: list[Box] = []
    for member in members_of(concept):
        played = motion_of(own_motion(motion, member.kind))
        who = Dressed(member.kind, outfit_of(member.kind, clothes), FACES["plain"])
        for phase in _PHASES:
            recorder = skia.PictureRecorder()
            pen = Pen(recorder.beginRecording(skia.Rect.MakeLTRB(-4, -4, 4, 4)), line=0.0068)
            body = draw_figure(pen, Shown(who, YAWS[facing], played.mark), pose_at(played, phase))
            box = bounds_of(recorder.finishRecordingAsPicture())
            (x, y), r = body.head.at, member.kind.build.head
            side, size = member.x, member.size
            bodies.append(_moved(box, side, member.up, size))
            heads.append(_moved((x - r, y - r, x + r, y + r), side, member.up, size))
    return Extent(_around(bodies), _around(heads))


def _moved(box: Box, right: float, up: float, size: float) -> Box:
    left, top, far, bottom = (side * size for side in box)
    return (left + right, top - up, far + right, bottom - up)


def _creature(species: Species, motion: str) -> Extent:
    name = species.motion(gait_of(motion))
    boxes = []
    for phase in _PHASES:
        recorder = skia.PictureRecorder()
        canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-6, -6, 6, 6))
        species.draw(BeastPen(canvas, line=0.0078), Act(name, phase, menace=False))
        rect = box_of(recorder.finishRecordingAsPicture())
        boxes.append((rect.left(), rect.top(), rect.right(), rect.bottom()))
    one = tuple(side * species.member_height for side in _around(boxes))
    left, top, right, bottom = _around(
        [_moved((one[0], one[1], one[2], one[3]), m.x * species.member_height,
                -m.y * species.member_height, m.scale) for m in species.members]
    )  # fmt: skip
    snout = left + _SNOUT * (right - left)
    return Extent((left, top, right, bottom), (snout, top, right, top + _BROW * (bottom - top)))


def _around(boxes: list[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))
