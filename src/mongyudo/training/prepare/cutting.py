"""Pictures of one video -> clips: cut at the shots' ends and at the model's length, then judged.

Every moment of the source ends up in a clip or in what was rejected, with the reason.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from mongyudo.film.picture import write_png
from mongyudo.training.prepare import measures
from mongyudo.training.prepare.buckets import Geometry
from mongyudo.training.prepare.sampling import Sample
from mongyudo.training.prepare.shots import Transition
from mongyudo.training.prepare.writing import FrameFile
from mongyudo.training.prepared import Rejected

Reason = Literal[
    "short", "rest", "transition", "damaged", "unreadable", "frozen", "shaking", "hidden-cut",
    "text", "duplicate",
]  # fmt: skip
JUDGED: tuple[Reason, ...] = ("frozen", "shaking", "hidden-cut", "text", "duplicate")
"""Reasons that somebody may overrule: the clip is whole, but unlikely to teach what it should."""
REASONS: tuple[Reason, ...] = get_args(Reason)

STRIP = 6
STRIP_HEIGHT_PX = 96
"""Pictures, and their height, in the strip that shows what a clip was."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A clip of one video that stands in its file; `hashes` and `colours` find its like."""

    id: str
    start: int
    frames: int
    size_px: tuple[int, int]
    content_hash: str
    figures: dict[str, float]
    hashes: tuple[int, ...]
    colours: tuple[int, ...]
    repeated: int = 0
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Entry:
    """A picture on its way: the moment it stands for, its pixels, and whether it comes again."""

    moment: int
    pixels: NDArray[np.uint8]
    sample: Sample
    again: bool


@dataclass(slots=True)
class _Open:
    """The clip that is being written, from moment `start` on."""

    file: FrameFile
    start: int
    samples: list[Sample] = field(default_factory=list)
    repeated: int = 0


class Cutter:
    """Takes the wanted pictures of one video and the transitions found in it.

    Pictures wait, a few seconds of them, until it is certain to which shot they belong.
    """

    def __init__(
        self, folder: Path, name: str, file: str, geometry: Geometry, keep: frozenset[Reason]
    ) -> None:
        self._folder, self._name, self._file = folder, name, file
        self._geometry, self._keep = geometry, keep
        self._waiting: deque[_Entry] = deque()
        self._transitions: deque[Transition] = deque()
        self._open: _Open | None = None
        self._next = 0
        self._shot_has_clips = False
        self.pieces: list[Piece] = []
        self.rejected: list[Rejected] = []

    def add(self, moments: range, pixels: NDArray[np.uint8], sample: Sample) -> None:
        """A picture and the moments it stands for."""
        for moment in moments:
            self._waiting.append(_Entry(moment, pixels, sample, moment > moments.start))

    def settle(self, transitions: list[Transition], settled_s: float) -> None:
        """These are the transitions, and no other will be found before `settled_s`."""
        self._transitions.extend(transitions)
        while self._waiting and self._waiting[0].sample.time_s < settled_s:
            self._place(self._waiting.popleft())

    def close(self, moments: int) -> None:
        """The video is over, after as many moments."""
        self.settle([], float("inf"))
        self._end_shot()
        if self._next < moments:
            self._reject("damaged", self._next, moments, told="the pictures here cannot be read")
            self._next = moments

    def _place(self, entry: _Entry) -> None:
        """Put a picture into the shot it belongs to."""
        if entry.moment > self._next:
            self._end_shot()
            self._reject("damaged", self._next, entry.moment, told="the pictures here are missing")
        self._next = entry.moment + 1
        now_s = entry.sample.time_s
        while self._transitions and now_s >= self._transitions[0].start_s:
            self._end_shot()
            if now_s < self._transitions[0].end_s:
                self._reject_mixed(entry.moment)
                return
            self._transitions.popleft()
        self._append(entry)

    def _reject_mixed(self, moment: int) -> None:
        """A picture that belongs to two shots; neighbours share one line."""
        last = self.rejected[-1] if self.rejected else None
        start = moment
        if last and last.reason == "transition" and self._moment(last.end_s) == moment:
            self.rejected.pop()
            start = self._moment(last.start_s)
        self._reject("transition", start, moment + 1, told="two shots are mixed here")

    def _append(self, entry: _Entry) -> None:
        if self._open is None:
            height, width = entry.pixels.shape[:2]
            path = self._folder / "rgb" / f"{self._id(entry.moment)}.npy"
            self._open = _Open(FrameFile(path, (width, height)), entry.moment)
        self._open.file.write(entry.pixels)
        self._open.samples.append(entry.sample)
        self._open.repeated += entry.again
        if self._open.file.count == self._geometry.frames:
            self._finish()

    def _end_shot(self) -> None:
        """Make a shorter clip of what is left of the shot, or say why not."""
        if self._open and self._open.file.count >= self._geometry.least_frames:
            self._finish()
        elif self._open:
            count, start = self._open.file.count, self._open.start
            self._open.file.discard()
            rate, least = self._geometry.fps, self._geometry.least_frames
            self._reject(
                "rest" if self._shot_has_clips else "short",
                start,
                start + count,
                figure=count / rate,
                limit=least / rate,
                told=f"{count} frames, {count / rate:.2f} s, of at least {least}",
            )
            self._open = None
        self._shot_has_clips = False

    def _finish(self) -> None:
        """Turn what is open into a clip, unless it is unfit to learn from."""
        if self._open is None:
            return
        done, self._open = self._open, None
        count = done.file.count
        frames = self._geometry.usable(count)
        pixels, content = done.file.keep(frames)
        samples = done.samples[:frames]
        self._shot_has_clips = True
        if frames < count:
            told = f"{count - frames} of {count} frames do not fit {self._geometry.backend}"
            self._reject("rest", done.start + frames, done.start + count, told=told)
        id = done.file.path.stem
        self._write_strip(id, pixels)
        figures = measured(pixels, samples, self._geometry.fps)
        faults = [fault for fault in judge(figures) if fault[0] not in self._keep]
        if faults:
            reason, figure, limit, told = faults[0]
            end = done.start + frames
            self._reject(reason, done.start, end, figure=figure, limit=limit, told=told, id=id)
            done.file.path.unlink()
            return
        hashes, colours = measures.fingerprint(pixels)
        height, width = pixels.shape[1:3]
        self.pieces.append(
            Piece(
                id,
                done.start,
                frames,
                (width, height),
                content,
                figures,
                tuple(int(each) for each in hashes),
                tuple(int(each) for each in colours.ravel().round()),
                done.repeated,
                tuple(f"kept although {told}" for *_, told in judge(figures)),
            )
        )

    def _id(self, moment: int) -> str:
        return f"{self._name}-{moment:06d}"

    def _moment(self, seconds: float) -> int:
        return round(seconds * self._geometry.fps)

    def _reject(
        self,
        reason: Reason,
        start: int,
        end: int,
        *,
        told: str,
        figure: float | None = None,
        limit: float = 0.0,
        id: str = "",
    ) -> None:
        rate = self._geometry.fps
        length_s = (end - start) / rate if figure is None else figure
        line = Rejected(self._file, start / rate, end / rate, reason, length_s, limit, told, id)
        self.rejected.append(line)

    def _write_strip(self, id: str, pixels: NDArray[np.uint8]) -> None:
        """A few pictures of the clip side by side, so that people can see what was judged."""
        step = max(1, pixels.shape[1] // STRIP_HEIGHT_PX)
        chosen = [round(at) for at in np.linspace(0, len(pixels) - 1, STRIP)]
        path = self._folder / "strips" / f"{id}.png"
        path.parent.mkdir(exist_ok=True)
        write_png(path, np.hstack([pixels[at, ::step, ::step] for at in chosen]), quick=True)


def measured(pixels: NDArray[np.uint8], samples: list[Sample], fps: int) -> dict[str, float]:
    """What is known of a clip of (T, H, W, 3) uint8 at `fps`."""
    figures = {
        "motion": measures.motion(samples, fps),
        "shake": measures.shake(pixels),
        "likeness": measures.likeness(samples),
        "text": measures.text_share(pixels),
    }
    return {name: round(value, 4) for name, value in figures.items()}


Judgement = tuple[Reason, float, float, str]


def judge(figures: dict[str, float]) -> Iterator[Judgement]:
    """Each reason not to learn from a clip: the reason, the figure, its limit, in words."""
    tests: tuple[tuple[Reason, str, float, Callable[[Any, Any], Any], str], ...] = (
        ("frozen", "motion", measures.LEAST_MOTION, np.less, "hardly anything moves"),
        ("shaking", "shake", measures.MOST_SHAKE, np.greater, "the camera shakes"),
        ("hidden-cut", "likeness", measures.LEAST_ALIKE, np.less, "its ends are unlike"),
        ("text", "text", measures.MOST_TEXT, np.greater, "letters cover much of it"),
    )
    for reason, name, limit, fails, words in tests:
        if fails(figures[name], limit):
            yield reason, figures[name], limit, f"{words} ({name} {figures[name]:g}, limit {limit})"
