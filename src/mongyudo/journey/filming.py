"""Shots -> pieces: each shot in a process of its own where the backend allows it."""

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mongyudo.backends.contract import DEFAULT_OPTIONS, Options, Rendering, Session
from mongyudo.backends.registry import get, ready
from mongyudo.film.assemble import log_name
from mongyudo.film.beds import told_in
from mongyudo.film.encode import VideoFormat
from mongyudo.film.join import Sound
from mongyudo.film.music import compose
from mongyudo.film.picture import Overlay
from mongyudo.film.shots import ShotPiece, ShotPlan, film_shot
from mongyudo.film.sound import Score, scene_sound
from mongyudo.journey.workers import Report, Task, results
from mongyudo.policy.frames import FramesCheck, watch_for
from mongyudo.records import Clip, Shot

BLEED_S = 0.5
"""Length of the ink-bleed between two shots, taken from the start of the second."""


@dataclass(frozen=True, slots=True)
class Filmed:
    """A shot as it came out: what it shows, its piece of video, its bed of sound if any, and the
    name of its log beside the video, "" for none."""

    clip: Clip
    piece: ShotPiece
    bed: Sound | None
    log: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """One shot to film with a backend, into a folder, under its overlays."""

    backend: str
    shot: Shot
    folder: Path
    overlays: tuple[Overlay, ...] = ()
    sound: bool = True
    options: Options = DEFAULT_OPTIONS
    frames_check: FramesCheck = "auto"


STEPS_SHARE = 0.95
"""What denoising takes of a model's time; encoding its frames takes the rest."""


def film_shots(works: list[Work], report: Report) -> list[Filmed]:
    """Film all works, side by side where the backend and the machine allow it.

    Raises what the backend raises; stops every other shot then, also on Ctrl-C.
    """
    spec = ready(works[0].backend, works[0].options).spec
    cores = os.cpu_count() or 1
    if not spec.parallel_shots or len(works) == 1 or cores == 1:
        return _one_after_the_other(works, report)
    return results([partial(Task, film_work, work) for work in works], report, cores)


def film_work(work: Work, *, report: Report) -> Filmed:
    """Film one shot in a session of its own."""
    session = get(work.backend).open(work.options)
    try:
        return film_with(work, session, report)
    finally:
        session.close()


def _one_after_the_other(works: list[Work], report: Report) -> list[Filmed]:
    """One session for all shots: its weights are loaded once."""
    session = get(works[0].backend).open(works[0].options)
    try:
        return [
            film_with(work, session, _part_of(report, at, len(works)))
            for at, work in enumerate(works)
        ]
    finally:
        session.close()


def _part_of(report: Report, at: int, count: int) -> Callable[[float], None]:
    return lambda share: report((at + share) / count)


def _never() -> bool:
    return False


class _Progress:
    """Steps before the first frame, then frames, as one share that only grows."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._head = 0.0

    def steps(self, share: float) -> None:
        """A share of the denoising is done."""
        self._head = STEPS_SHARE * share
        self._report(self._head)

    def frames(self, share: float) -> None:
        """A share of the frames is encoded."""
        self._report(self._head + (1 - self._head) * share)


def film_with(work: Work, session: Session, report: Report) -> Filmed:
    """Film one shot in a session that stands open."""
    shot, progress = work.shot, _Progress(report)
    watch = watch_for(trained=get(work.backend).spec.trained, check=work.frames_check)
    rendering = session.render(shot, _never, progress.steps)
    frames = watch.over(rendering.frames, rendering.fps, shot.index) if watch else rendering.frames
    head_frames = min(round(BLEED_S * rendering.fps), rendering.frame_count // 2)
    plan = ShotPlan(
        video=work.folder / f"shot-{shot.index}.mp4",
        format=VideoFormat(rendering.size_px, rendering.fps),
        frame_count=rendering.frame_count,
        head_frames=head_frames if shot.index else 0,
        overlays=work.overlays,
        mixed=rendering.mixed,
    )
    piece = film_shot(plan, frames, progress.frames)
    log = _log(work, rendering)
    kept: dict[str, object] = {"log": log} if log else {}
    if watch is not None:
        kept["frames_check"] = watch.told()
    clip = _clip(shot, rendering, piece.frame_count, kept)
    return Filmed(clip, piece, _bed(clip) if work.sound else None, log)


def _log(work: Work, rendering: Rendering) -> str:
    """Keep the log of a foreign program beside the clip; its name."""
    if rendering.log is None:
        return ""
    name = log_name(work.shot.index)
    shutil.copyfile(rendering.log, work.folder / name)
    return name


def _clip(shot: Shot, rendering: Rendering, frames: int, kept: Mapping[str, object]) -> Clip:
    heard = rendering.heard
    if heard is None:
        heard = told_in(shot.segment, frames / rendering.fps)
    return Clip(
        shot=shot,
        frames=frames,
        size_px=rendering.size_px,
        fps=rendering.fps,
        prompt=rendering.prompt,
        drawn=rendering.drawn,
        missing=rendering.missing,
        notes=rendering.notes,
        heard=heard,
        made_with={**rendering.made_with, **kept},
    )


def _bed(clip: Clip) -> Sound:
    """What sounds in a shot; shots of one film are seeded one after the other."""
    shot, seconds = clip.shot, clip.duration_s
    film_seed = shot.seed - shot.index
    music = compose(shot.emotion, seconds, film_seed, shot.index)
    return scene_sound(Score(clip.heard, music, seconds, shot.seed))
