"""One shot's frames -> an encoded piece, keeping what its neighbours and the poster need."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mongyudo.film.encode import Frame, VideoFormat, VideoWriter
from mongyudo.film.picture import Overlay, stamp

POSTER_AT = 0.55
"""The poster is taken from this share of the first shot: the title stands, the scene is open."""


@dataclass(frozen=True, slots=True)
class ShotPiece:
    """An encoded shot without sound. Its first `head_frames` may be replaced by a transition."""

    video: Path
    format: VideoFormat
    frame_count: int
    head_frames: int
    last: Frame
    poster: Frame


@dataclass(frozen=True, slots=True)
class ShotPlan:
    """How a shot is to be filmed. `head_frames` is 0 for the first shot of a film."""

    video: Path
    format: VideoFormat
    frame_count: int
    head_frames: int
    overlays: tuple[Overlay, ...] = ()


def film_shot(
    plan: ShotPlan, frames: Iterable[Frame], report: Callable[[float], None]
) -> ShotPiece:
    """Encode `frames` to `plan.video`, reporting the share done after each.

    Raises FilmError when the file cannot be written, and whatever `frames` raises.
    """
    poster = last = np.zeros((*plan.format.size_px[::-1], 3), np.uint8)
    poster_frame = int(plan.frame_count * POSTER_AT)
    count = 0
    with VideoWriter(plan.video, plan.format, plan.head_frames) as writer:
        for frame in frames:
            last = stamp(frame, plan.overlays, count / plan.format.fps)
            writer.write(last)
            if count == poster_frame:
                poster = last
            count += 1
            report(count / plan.frame_count)
    return ShotPiece(plan.video, plan.format, count, plan.head_frames, last, poster)
