"""Clips for the lab: one session a backend, every clip timed and its memory watched."""

import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Any

import av
import numpy as np

from mongyudo.backends.contract import DEFAULT_OPTIONS, Options, Rendering, Session
from mongyudo.backends.registry import get, ready
from mongyudo.film.encode import VideoFormat
from mongyudo.film.shots import ShotPlan, film_shot
from mongyudo.journey.choices import seed_of
from mongyudo.journey.geometry import film_shape
from mongyudo.records import Dream, Reading, Segment, Shot
from mongyudo.training.verify.features import Clip

CLIP = "clip.mp4"
LOOK_EVERY_S = 0.02
_PAGE_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Ask:
    """Who films, and how large and long; None leaves it to the backend."""

    backend: str
    size_px: tuple[int, int] | None = None
    seconds: float | None = None


def shot_of(ask: Ask, dream: Dream, reading: Reading, segment: Segment, told: str) -> Shot:
    """`segment` as one shot in the mood and with the seed of `dream`; `told` is all the text that
    the backend may know."""
    shape = film_shape(get(ask.backend).spec, ask.size_px, None, ask.seconds)
    return Shot(
        index=0,
        segment=segment,
        emotion=reading.emotion.label,
        category=reading.category.label,
        adapter=None,
        seed=seed_of(dream.text),
        size_px=shape.size_px,
        fps=shape.fps,
        duration_s=shape.length_s(""),  # however it is told: lengths would be compared, too
        context=told,
    )


@dataclass(slots=True)
class Studio:
    """A backend, opened at the first clip: `with Studio("ink") as studio: studio.film(...)`."""

    backend: str
    options: Options = DEFAULT_OPTIONS
    _session: Session | None = field(default=None, init=False)

    def __enter__(self) -> "Studio":
        ready(self.backend, self.options)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:  # fmt: skip
        if self._session is not None:
            self._session.close()

    def film(self, shot: Shot, folder: Path) -> dict[str, Any]:
        """Film `shot` to `folder`/clip.mp4; what was sent, shown and measured.

        `seconds` is the clip's rendering and encoding, without loading the weights.
        """
        if self._session is None:
            self._session = get(self.backend).open(self.options)
        with peak_memory() as peak:
            began_s = time.monotonic()
            rendering = self._session.render(shot, lambda: False)
            frames = _encode(rendering, folder)
            seconds = time.monotonic() - began_s
        return {**_shown(rendering), "file": CLIP, "frames": frames, "seconds": seconds, **peak}


def _encode(rendering: Rendering, folder: Path) -> int:
    plan = ShotPlan(
        video=folder / CLIP,
        format=VideoFormat(rendering.size_px, rendering.fps),
        frame_count=rendering.frame_count,
        head_frames=0,
    )
    return film_shot(plan, rendering.frames, lambda _share: None).frame_count


def _shown(rendering: Rendering) -> Mapping[str, Any]:
    return {
        "size_px": list(rendering.size_px),
        "fps": rendering.fps,
        "prompt": rendering.prompt,
        "drawn": [asdict(each) for each in rendering.drawn],
        "notes": list(rendering.notes),
        **rendering.made_with,
    }


@contextmanager
def peak_memory() -> Iterator[dict[str, int]]:
    """`memory_bytes`: the most this process had resident meanwhile, looked at all the time;
    `gpu_bytes` beside it where torch has a GPU. Nothing where the system does not tell."""
    found: dict[str, int] = {}
    statm, over = Path("/proc/self/statm"), Event()
    if not statm.is_file():
        yield found
        return

    def look() -> None:
        while not over.wait(LOOK_EVERY_S):
            found["memory_bytes"] = max(found.get("memory_bytes", 0), _resident(statm))

    found["memory_bytes"] = _resident(statm)
    _reset_gpu()
    watch = Thread(target=look, daemon=True)
    watch.start()
    try:
        yield found
    finally:
        over.set()
        watch.join()
        found.update(_gpu_peak())


def _resident(statm: Path) -> int:
    return int(statm.read_text().split()[1]) * _PAGE_BYTES


def _reset_gpu() -> None:
    torch = sys.modules.get("torch")
    if torch is not None and torch.cuda.is_available():
        torch.cuda.reset_peak_memory_stats()


def _gpu_peak() -> dict[str, int]:
    torch = sys.modules.get("torch")
    if torch is None or not torch.cuda.is_available():
        return {}
    return {"gpu_bytes": int(torch.cuda.max_memory_allocated())}


def frames_of(path: Path) -> Clip:
    """All frames of a video file."""
    with av.open(str(path)) as container:
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    clip: Clip = np.stack(frames)
    return clip
