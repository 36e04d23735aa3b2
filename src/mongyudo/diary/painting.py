"""A film in separate pieces of work: shots painted, then joined, each kept when it is done.

Everything happens in `<film>/.work`. A piece of work is made under a name of its own and renamed
when it is whole, so that an attempt that was killed, or one that wakes up late, spoils nothing.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import numpy as np

from mongyudo.diary.sealed_files import opened, seal_file, seal_texts
from mongyudo.diary.values import from_json, write_json
from mongyudo.diary.wishes import Wishes, choices_of
from mongyudo.errors import FilmError
from mongyudo.film.encode import VideoFormat
from mongyudo.film.folder import MANIFEST, move_in, workshop, write_manifest
from mongyudo.film.shots import ShotPiece
from mongyudo.journey.choices import Journey, set_out
from mongyudo.journey.filming import Filmed, Work, film_work
from mongyudo.journey.manifest import describe_film
from mongyudo.journey.overlays import overlays_for
from mongyudo.journey.stages import put_together
from mongyudo.pipeline import plan_shots
from mongyudo.records import Clip, Dream, Reading, Verdict
from mongyudo.settings import Settings

Report = Callable[[float], None]
WORK = ".work"
KEPT = "kept.json"


@dataclass(frozen=True, slots=True)
class Order:
    """A film to make: the dream, what the dreamer wished, and what was understood."""

    dream: Dream
    wishes: Wishes
    reading: Reading
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Kept:
    """What a finished shot's folder says beside its pictures and sound."""

    clip: Clip
    format: VideoFormat
    frame_count: int
    head_frames: int = 0


def paint_shot(order: Order, index: int, film: Path, settings: Settings, report: Report) -> None:
    """Paint shot `index` into the film's work folder; nothing to do when it stands there."""
    done = film / WORK / f"shot-{index}"
    journey = _journey(order, settings)
    shot = plan_shots(order.reading, journey)[index]
    choices = journey.choices
    attempt = film / WORK / f"shot-{index}.{uuid4().hex[:8]}.part"
    if done.exists():  # looked at last: whoever is frozen after it begins what others finish
        return
    attempt.mkdir(parents=True)
    try:
        overlays = overlays_for(shot, choices)
        work = Work(
            choices.backend,
            shot,
            attempt,
            overlays,
            choices.sound,
            choices.options,
            choices.frames_check,
        )
        _keep(film_work(work, report=report), attempt)
        settle(attempt, done)
    finally:
        shutil.rmtree(attempt, ignore_errors=True)


def join_film(order: Order, film: Path, settings: Settings, report: Report) -> None:
    """Join the painted shots into the film's files, film.json last.

    Raises FilmError when a shot is not there, and no other joined them and put them away meanwhile.
    """
    journey = _journey(order, settings)
    if (film / MANIFEST).exists():  # looked at last, as above
        return
    try:
        _join(order, film, journey, report)
    except (FilmError, FileNotFoundError):
        if not (film / MANIFEST).exists():
            raise


def _join(order: Order, film: Path, journey: Journey, report: Report) -> None:
    with workshop(film) as bench:
        filmed = [_kept(film / WORK / f"shot-{at}") for at in range(len(order.reading.segments))]
        names = put_together(filmed, journey, bench, lambda _, share: report(share))
        clips = tuple(each.clip for each in filmed)
        told = describe_film(journey, order.reading, order.verdict, clips)
        names.append(write_manifest(bench, told))
        seal_texts(bench)
        move_in(bench, film, names)
    shutil.rmtree(film / WORK, ignore_errors=True)


def _journey(order: Order, settings: Settings) -> Journey:
    return set_out(order.dream, choices_of(order.wishes, settings))


def _keep(filmed: Filmed, folder: Path) -> None:
    piece = filmed.piece
    np.savez(folder / "frames.npz", last=piece.last, poster=piece.poster)
    if filmed.bed is not None:
        np.save(folder / "bed.npy", filmed.bed)
    write_json(
        Kept, Kept(filmed.clip, piece.format, piece.frame_count, piece.head_frames), folder / KEPT
    )
    seal_file(folder / KEPT)


def settle(attempt: Path, done: Path) -> None:
    """Give a finished attempt its name; where another was faster, that one stands."""
    try:
        attempt.rename(done)
    except OSError:
        if not done.exists():
            raise


def _kept(folder: Path) -> Filmed:
    if not folder.is_dir():
        raise FilmError(f"{folder.name} of this film is not painted (no {folder}). Film it again.")
    kept = from_json(Kept, json.loads(opened((folder / KEPT).read_bytes())))
    with np.load(folder / "frames.npz") as frames:
        piece = ShotPiece(
            video=folder / f"shot-{kept.clip.shot.index}.mp4",
            format=kept.format,
            frame_count=kept.frame_count,
            head_frames=kept.head_frames,
            last=frames["last"],
            poster=frames["poster"],
        )
    bed = folder / "bed.npy"
    return Filmed(kept.clip, piece, np.load(bed) if bed.exists() else None)
