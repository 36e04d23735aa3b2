"""What goes to a worker on a rented GPU and what comes back: a shot without the dream's own words.

A model films from an English prompt, an emotion and a seed. So nothing else of a shot is sent: not
the Korean text, not the title, not what the other scenes tell.
"""

import base64
import io
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import numpy as np
from pydantic import Field, TypeAdapter, ValidationError

from mongyudo.backends.contract import Frame, Options, Rendering, stop_if
from mongyudo.errors import ProviderError
from mongyudo.records import Segment, Shot

T = TypeVar("T")

VERSION = 1
"""Of the two values below; a worker refuses another."""
INLINE_MOST_BYTES = 6_000_000
"""A video that comes back in the answer itself: 8 MB in base64, and /run takes and gives 10 MB."""
ORDER_MOST_BYTES = 10_000_000
"""https://docs.runpod.io/serverless/endpoints/operation-reference, read 2026-11-29: /run, 10 MB."""
Quality = Literal["lossless", "high"]
CODECS: dict[Quality, tuple[str, str, dict[str, str]]] = {
    "lossless": ("libx264rgb", "rgb24", {"qp": "0"}),
    "high": ("libx264", "yuv444p", {"crf": "8"}),
}
"""Encoder, pixels and options; the film itself is encoded at CRF 23 afterwards."""


_ADDRESS = r"(?P<host>https?://[^/\s'\"]+)[^\s'\"]*"
_PATH = r"(?:~|[A-Za-z]:\\|/)[\w.@+-]*(?:[/\\][\w.@+-]+)+[/\\]?"
_WHERE = re.compile(f"{_ADDRESS}|{_PATH}")


@dataclass(frozen=True, slots=True)
class SentShot:
    """What a model is told of a shot; the fields are those of records.Shot and its segment."""

    prompt: Annotated[str, Field(max_length=20_000)]
    emotion: Annotated[str, Field(max_length=20)]
    category: Annotated[str, Field(max_length=20)]
    adapter: Annotated[str, Field(max_length=100)] | None
    seed: int
    index: int
    size_px: tuple[int, int]
    fps: int
    duration_s: Annotated[float, Field(gt=0, le=60)]


@dataclass(frozen=True, slots=True)
class JobOrder:
    """A shot for a backend. `put_url` is a signed address that takes the video, "" for none;
    `still_png` the first frame (base64) for a model that sets a picture in motion."""

    version: int
    backend: Annotated[str, Field(max_length=100)]
    shot: SentShot
    steps: int | None = None
    adapter_scale: float = 1.0
    raw_prompt: bool = False
    acknowledged: tuple[str, ...] = ()
    still_png: str = ""
    put_url: str = ""

    def options(self, own: Options) -> Options:
        """How the worker opens the backend: its own options, and what the order says."""
        return replace(
            own,
            steps=self.steps,
            adapter_scale=self.adapter_scale,
            raw_prompt=self.raw_prompt,
            acknowledged=own.acknowledged | frozenset(self.acknowledged),
        )


@dataclass(frozen=True, slots=True)
class JobAnswer:
    """What a worker says of a video; `video` is base64, "" when it lies at `put_url`."""

    version: int
    bytes: int
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    video: str = ""


@dataclass(frozen=True, slots=True)
class Filmed:
    """What a video tells of itself, in its container: all that a Rendering says beside frames."""

    frame_count: Annotated[int, Field(ge=1, le=10_000)]
    size_px: tuple[int, int]
    fps: Annotated[int, Field(ge=1, le=120)]
    prompt: str
    notes: tuple[str, ...]
    made_with: dict[str, Any]
    quality: Quality


def sent(shot: Shot) -> SentShot:
    """What is sent of a shot."""
    return SentShot(
        prompt=shot.segment.prompt, emotion=shot.emotion, category=shot.category,
        adapter=shot.adapter, seed=shot.seed, index=shot.index, size_px=shot.size_px,
        fps=shot.fps, duration_s=shot.duration_s,
    )  # fmt: skip


def received(told: SentShot) -> Shot:
    """The shot that a worker films: as it was, but without the dream."""
    return Shot(
        segment=Segment(0, 0, "", (), told.prompt), emotion=told.emotion, category=told.category,
        adapter=told.adapter, seed=told.seed, index=told.index, size_px=told.size_px,
        fps=told.fps, duration_s=told.duration_s,
    )  # fmt: skip


def order_json(order: JobOrder) -> dict[str, Any]:
    """The order as the input of a job."""
    return asdict(order)


def order_from(told: Any) -> JobOrder:
    """The order that a job's input is; raises ProviderError naming what cannot stand."""
    order = _read(JobOrder, told, "this is no order for a Mongyudo worker")
    if order.version != VERSION:
        raise ProviderError(
            f"the order is of version {order.version}, this worker knows {VERSION}. "
            "Build the worker's image from the release that sends."
        )
    return order


def answer_from(told: Any) -> JobAnswer:
    """The answer that a job's output is; raises ProviderError for anything else."""
    return _read(JobAnswer, told, "the worker's answer is none")


def _read(kind: type[T], told: Any, fault: str) -> T:
    """Plain values as a record; what was given is not repeated, it may hold words of the dream."""
    try:
        return TypeAdapter(kind).validate_python(told)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise ProviderError(f"RunPod: {fault} ({faults[:300]})") from None


def answer_of(video: bytes) -> JobAnswer:
    """The answer about a video, without the video itself."""
    return JobAnswer(VERSION, len(video), sha256(video).hexdigest())


def answer_json(answer: JobAnswer, video: bytes = b"") -> dict[str, Any]:
    """The answer as the output of a job, with the video in it where one is given."""
    return {**asdict(answer), "video": as_text(video)}


def packed(rendering: Rendering, frames: Sequence[Frame], quality: Quality) -> bytes:
    """(H, W, 3) uint8 RGB frames, at least one, as an mp4 that says what it is of."""
    import av

    filmed = Filmed(
        len(frames), rendering.size_px, rendering.fps, rendering.prompt, rendering.notes,
        dict(rendering.made_with), quality,
    )  # fmt: skip
    codec, pixels, options = CODECS[quality]
    target = io.BytesIO()
    with av.open(target, "w", format="mp4") as container:
        container.metadata["comment"] = json.dumps(asdict(filmed))
        stream = container.add_stream(codec, rate=rendering.fps)
        assert isinstance(stream, av.VideoStream)
        stream.height, stream.width = frames[0].shape[:2]
        stream.pix_fmt = pixels
        stream.options = {"preset": "veryfast", **options}
        for at, frame in enumerate(frames):
            picture = av.VideoFrame.from_ndarray(np.ascontiguousarray(frame), format="rgb24")
            picture.pts, picture.time_base = at, Fraction(1, rendering.fps)
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))
    return target.getvalue()


def filmed_in(path: Path) -> Filmed:
    """What a video tells of itself; raises ProviderError unless every frame of it can be read."""
    import av

    try:
        with av.open(str(path), "r") as container:
            told = json.loads(container.metadata.get("comment", ""))
            sizes = [(each.width, each.height) for each in container.decode(video=0)]
    except (av.FFmpegError, OSError, IndexError, ValueError) as error:
        raise ProviderError(
            f"RunPod: 받은 영상을 읽을 수 없습니다 (the video cannot be read: "
            f"{type(error).__name__})"
        ) from error
    filmed = _read(Filmed, told, "the worker's video does not say what it is")
    if sizes != [filmed.size_px] * filmed.frame_count:
        raise ProviderError(
            f"RunPod: 받은 영상이 말한 것과 다릅니다 (the video is not as told: {len(sizes)} of "
            f"{filmed.frame_count} frames). Is the worker of this release?"
        )
    return filmed


def frames_in(path: Path, cancelled: Callable[[], bool]) -> Iterator[Frame]:
    """The frames of a video that was found good."""
    import av

    with av.open(str(path), "r") as container:
        for picture in container.decode(video=0):
            stop_if(cancelled)
            yield np.asarray(picture.to_ndarray(format="rgb24"), np.uint8)


def as_text(data: bytes) -> str:
    """Bytes in base64."""
    return base64.b64encode(data).decode("ascii")


def as_bytes(text: str) -> bytes:
    """What base64 says; raises ProviderError for what is none."""
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as error:
        raise ProviderError("RunPod: this is no base64") from error


def without_paths(text: str) -> str:
    """Text whose paths are shortened to their last name; addresses lose all but their host."""
    return _WHERE.sub(_shortened, text)


def _shortened(found: re.Match[str]) -> str:
    if found["host"]:
        return f"{found['host']}/..."
    return ".../" + re.split(r"[/\\]", found[0].rstrip("/\\"))[-1]
