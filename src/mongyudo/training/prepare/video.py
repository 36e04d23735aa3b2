"""One video, decoded once: shots are found, clips are cut and judged on the way."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import av

from mongyudo.errors import DataError
from mongyudo.training.prepare.buckets import LEAST_S, Geometry
from mongyudo.training.prepare.cutting import Cutter, Piece, Reason
from mongyudo.training.prepare.sampling import sample
from mongyudo.training.prepare.shots import ShotFinder
from mongyudo.training.prepare.source import Scaler, Source, Timetable, shown_size, timetable
from mongyudo.training.prepared import Rejected

UNHURRIED = 24
"""Pictures between two reports of progress."""
HDR = (16, 18)
"""Transfer functions (H.273) of PQ and HLG."""


@dataclass(frozen=True, slots=True)
class VideoFacts:
    """How a video came: (W, H) as shown, its rate, its pictures, and what is odd about it."""

    size_px: tuple[int, int]
    fps: float
    frames: int
    duration_s: float
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cuttings:
    """What became of one video."""

    facts: VideoFacts
    pieces: tuple[Piece, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """Which video is to be cut, how its clips are called, and where they go."""

    path: Path
    file: str
    name: str
    folder: Path


def cut_video(
    task: Task, geometry: Geometry, keep: frozenset[Reason], progress: Callable[[float], None]
) -> Cuttings:
    """Clips of one video; one that cannot be read at all is rejected as a whole.

    In a video that is no longer than one clip, and shorter than a shot may be, no shots are looked
    for: somebody has cut it already, and half of it would be of no use.
    """
    try:
        table = timetable(task.path, geometry.fps)
        return _cut(task, table, geometry, keep, progress)
    except (OSError, IndexError, DataError, av.FFmpegError) as error:
        told = f"it cannot be read: {error}"
        lost = Rejected(task.file, 0.0, 0.0, "unreadable", 0.0, 0.0, told)
        return Cuttings(VideoFacts((0, 0), 0.0, 0, 0.0), (), (lost,))


def _cut(
    task: Task,
    table: Timetable,
    geometry: Geometry,
    keep: frozenset[Reason],
    progress: Callable[[float], None],
) -> Cuttings:
    as_cut = table.duration_s < LEAST_S and len(table.chosen) <= geometry.frames
    finder = None if as_cut else ShotFinder()
    cutter = Cutter(task.folder, task.name, task.file, geometry, keep)
    source, scaler = Source(task.path, table), Scaler()
    facts: VideoFacts | None = None
    for picture in source.pictures():
        facts = facts or _facts(picture.frame, source.pixel_aspect, table)
        seen = sample(picture.frame, picture.time_s)
        if picture.moments:
            shown_px = shown_size(picture.frame, source.pixel_aspect)
            pixels = scaler.rgb(picture.frame, shown_px, geometry.size_for(facts.size_px))
            cutter.add(picture.moments, pixels, seen)
        if finder:
            found = finder.feed(seen)
            cutter.settle(found, finder.settled_s)
        if not picture.index % UNHURRIED:
            progress(picture.time_s / table.duration_s)
    if facts is None:
        raise DataError("none of its pictures can be decoded")
    if finder:
        cutter.settle(finder.close(), finder.settled_s)
    cutter.close(len(table.chosen))
    notes = facts.notes
    if source.damaged:
        notes = (*notes, f"{source.damaged} damaged packets were left out")
    whole = VideoFacts(facts.size_px, facts.fps, facts.frames, facts.duration_s, notes)
    return Cuttings(whole, tuple(cutter.pieces), tuple(cutter.rejected))


def _facts(frame: av.VideoFrame, aspect: float, table: Timetable) -> VideoFacts:
    notes = []
    if not table.stamped:
        notes.append("without time stamps: pictures are taken to come evenly")
    if frame.interlaced_frame:
        notes.append("interlaced: each picture holds lines of two moments")
    if int(frame.color_trc) in HDR:
        notes.append("high dynamic range: colours are taken as they are, not tone-mapped")
    size_px = shown_size(frame, aspect)
    count = len(table.times_s)
    return VideoFacts(size_px, round(table.fps, 3), count, table.duration_s, tuple(notes))
