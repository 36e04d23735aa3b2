"""Sizes of shots: a place is seen wide, a meeting at medium distance, a feeling near."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from mongyudo.backends.director.composition.costs import Frame, Piece, seen
from mongyudo.backends.director.tables import words
from mongyudo.ink.props_path import place_at
from mongyudo.ink.scene import Camera

ShotSize = Literal["wide", "medium", "close"]

_WIDE = 0.74
"""How large people are in a wide shot, against a medium one."""

_CLOSE_TALL, _CLOSE_WIDE = 0.92, 0.80
"""A near shot shows somebody so tall, in shares of the frame, feet below it; and nobody wider."""

_CLOSEST, _TWO_CLOSEST = 1.8, 1.35
"""How much larger than in a medium shot one is at most, and two are."""

_LEAST_TALL = 0.26
"""Nobody is made smaller than this share of the frame's height."""

_SMALL = 0.2
"""What is below this height would be lost in a wide shot, and is no giant in a near one."""

_HEADROOM = 0.15
_BESIDE = 0.5
"""Whose head is not so high as this share of the other's is out of a near shot of both."""

_NEARER_FEET = 0.05
"""Who stands lower by more than this share of the frame is near, and cut off in a near shot."""

_CEILING = 0.2
"""What is aloft above this share of the frame is cut off in a near shot."""

_NEARER = 1.22
"""How much the place is enlarged in a near shot: the camera has come nearer to it, too."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where in the film a picture stands: the segment's number, the picture's number in it, how
    many pictures it has, and whether the one before ended near to something."""

    segment: int
    picture: int
    pictures: int
    after_near: bool = False


def size_of(blocking: str, setting: str, where: Position) -> ShotSize:
    """Each picture differs in size from its neighbours where its event bears it.

    A film begins wide or at medium distance, a segment of several pictures ends near, and a
    segment of one is near every other time.
    """
    last = where.picture == where.pictures - 1
    near = last and (where.pictures > 1 or where.segment % 2 == 1)
    if near and blocking in words("close_shots") and setting not in words("floorless"):
        return "close"
    opens = where.picture == 0 and where.segment % 2 == 0
    outside = setting not in words("indoors") | words("floorless") | words("seated")
    return "wide" if opens and outside and blocking in words("wide_shots") else "medium"


def nearer(camera: Camera, pieces: Sequence[Piece]) -> Camera:
    """The camera of a near shot: closer to the lead, and nearly still."""
    x = place_at(pieces[0].path, 0.5).x
    return replace(
        camera, pan_x=camera.pan_x * 0.4, pan_y=0.0,
        zoom_from=camera.zoom_from * _NEARER, zoom_to=camera.zoom_to * _NEARER,
        focus=(0.5 + (x - 0.5) * 0.5, 0.45),
    )  # fmt: skip


def enlarged(size: ShotSize, pieces: Sequence[Piece], frame: Frame, fit: float) -> Frame:
    """`frame` with the size and the ground line of a shot of `size`.

    `fit` is how large people are in a frame of this shape; see fitting.
    """
    if size == "wide":
        small = any(p.head is None and p.height < _SMALL for p in pieces)
        least = min(1.0, _LEAST_TALL / max(pieces[0].height * fit, 1e-6))
        return frame if small else replace(frame, size=max(_WIDE, least))
    if size == "medium":
        return frame
    actors = [p for p in pieces if p.head is not None]
    body = seen(replace(actors[0], height=actors[0].height * fit), frame).moments[1].body
    if body is None:
        return frame
    alone = len(actors) == 1
    wide = (body.right - body.left) * (1.0 if alone else 2.2)
    most = min(_CLOSEST if alone else _TWO_CLOSEST, _CLOSE_WIDE / max(wide, 1e-6))
    larger = max(1.0, min(most, _CLOSE_TALL / max(body.bottom - body.top, 1e-6)))
    foot = max(body.bottom, _HEADROOM + (body.bottom - body.top) * larger)
    return replace(frame, size=larger, drop=(foot - body.bottom) / frame.camera.zoom_to)


def may_be_close(own: Sequence[Piece], filling: Sequence[Piece]) -> bool:
    """Whether at most two are there, and nothing lies about or hangs so high that a near shot would
    cut it off.

    Who has shrunk is seen from afar; who is half as tall as another, or nearer, would be below the
    frame.
    """
    high = any(p.aloft and p.path[0].y - p.height < _CEILING for p in (*own, *filling))
    there = [p for p in (*own, *filling) if p.head is not None]
    tall, feet = [p.height for p in there], [p.path[0].y for p in there]
    loose = [p for p in filling if p.head is None and not (p.aloft or p.behind)]
    tiny = any(p.lead and p.height < _SMALL for p in own)
    if not 1 <= len(there) <= 2:
        return False
    below = min(tall) < _BESIDE * max(tall) or max(feet) > min(feet) + _NEARER_FEET
    return not (loose or tiny or high or below)
