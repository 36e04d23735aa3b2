"""One shot's frames -> an encoded piece, keeping what its neighbours and the poster need."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil
from pathlib import Path

import numpy as np

from mongyudo.film.encode import Frame, VideoFormat, VideoWriter
from mongyudo.film.picture import Overlay, stamp

POSTER_AT = 0.55
"""The poster is taken near this share of the first shot: the title stands, the scene is open."""
POSTER_AFTER_S = 0.4
"""Before it nothing has begun; a shot that is over by then shows its last frame."""


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
    """How a shot is to be filmed. `head_frames` is 0 for the first shot of a film.

    The frames in `mixed` show two pictures at once, one dissolving into the other.
    """

    video: Path
    format: VideoFormat
    frame_count: int
    head_frames: int
    overlays: tuple[Overlay, ...] = ()
    mixed: tuple[range, ...] = ()


def poster_frame(plan: ShotPlan) -> int:
    """The frame for the poster: the nearest to POSTER_AT that shows one picture alone."""
    wished = plan.frame_count * POSTER_AT
    soonest = min(ceil(POSTER_AFTER_S * plan.format.fps), plan.frame_count - 1)
    whole = [at for at in range(soonest, plan.frame_count) if not any(at in m for m in plan.mixed)]
    return min(whole, key=lambda at: abs(at - wished), default=plan.frame_count - 1)


def film_shot(
    plan: ShotPlan, frames: Iterable[Frame], report: Callable[[float], None]
) -> ShotPiece:
    """Encode `frames` to `plan.video`, reporting the share done after each.

    Raises FilmError when the file cannot be written, and whatever `frames` raises.
    """
    poster = last = np.zeros((*plan.format.size_px[::-1], 3), np.uint8)
    poster_at = poster_frame(plan)
    count = 0
    with VideoWriter(plan.video, plan.format, plan.head_frames) as writer:
        for frame in frames:
            last = stamp(frame, plan.overlays, count / plan.format.fps)
            writer.write(last)
            if count == poster_at:
                poster = last
            count += 1
            report(count / plan.frame_count)
    return ShotPiece(plan.video, plan.format, count, plan.head_frames, last, poster)
