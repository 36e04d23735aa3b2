"""What goes to a worker on a rented GPU and what comes back: a shot without the dream's own words.

A model films from an English prompt, an emotion and a seed. So nothing else of a shot is sent: not
the Korean text, not the title, not what the other scenes tell.
"""

import base64
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from hashlib import sha256
from typing import Annotated, Any, Literal, TypeVar

import numpy as np
from pydantic import Field, TypeAdapter, ValidationError

from mongyudo.backends.contract import Frame, Options, Rendering
from mongyudo.errors import BackendError
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
    """A rendered shot. `video` is base64, "" when it lies at the order's `put_url`."""

    version: int
    frame_count: Annotated[int, Field(ge=1, le=10_000)]
    size_px: tuple[int, int]
    fps: Annotated[int, Field(ge=1, le=120)]
    prompt: str
    notes: tuple[str, ...]
    made_with: dict[str, Any]
    quality: Quality
    bytes: int
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    video: str = ""


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
    """The order that a job's input is; raises BackendError naming what cannot stand."""
    order = _read(JobOrder, told, "this is no order for a Mongyudo worker")
    if order.version != VERSION:
        raise BackendError(
            f"the order is of version {order.version}, this worker knows {VERSION}. "
            "Build the worker's image from the release that sends."
        )
    return order


def answer_from(told: Any) -> JobAnswer:
    """The answer that a job's output is; raises BackendError for anything else."""
    return _read(JobAnswer, told, "the worker's answer is none")


def _read(kind: type[T], told: Any, fault: str) -> T:
    """Plain values as a record; what was given is not repeated, it may hold words of the dream."""
    try:
        return TypeAdapter(kind).validate_python(told)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise BackendError(f"{fault} ({faults[:300]})") from None


def answer_of(rendering: Rendering, frames: list[Frame], quality: Quality, video: bytes) -> Any:
    """The answer about a video, without the video itself."""
    answer = JobAnswer(
        version=VERSION, frame_count=len(frames), size_px=rendering.size_px, fps=rendering.fps,
        prompt=rendering.prompt, notes=rendering.notes, made_with=dict(rendering.made_with),
        quality=quality, bytes=len(video), sha256=sha256(video).hexdigest(),
    )  # fmt: skip
    return asdict(answer)


def encoded(frames: Sequence[Frame], fps: int, quality: Quality) -> bytes:
    """(H, W, 3) uint8 RGB frames, at least one, as an mp4."""
    import av

    codec, pixels, options = CODECS[quality]
    target = io.BytesIO()
    with av.open(target, "w", format="mp4") as container:
        stream = container.add_stream(codec, rate=fps)
        assert isinstance(stream, av.VideoStream)
        stream.height, stream.width = frames[0].shape[:2]
        stream.pix_fmt = pixels
        stream.options = {"preset": "veryfast", **options}
        for at, frame in enumerate(frames):
            picture = av.VideoFrame.from_ndarray(np.ascontiguousarray(frame), format="rgb24")
            picture.pts, picture.time_base = at, Fraction(1, fps)
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))
    return target.getvalue()


def decoded(video: bytes, answer: JobAnswer) -> Iterator[Frame]:
    """The frames of a video, one after the other; raises BackendError unless it is the one that
    the answer tells of."""
    if sha256(video).hexdigest() != answer.sha256:
        raise BackendError(
            f"the video came broken: {len(video)} bytes of {answer.bytes}, or others. Film it again"
        )
    import av

    count = 0
    try:
        with av.open(io.BytesIO(video), "r") as container:
            for picture in container.decode(video=0):
                frame: Frame = picture.to_ndarray(format="rgb24").astype(np.uint8, copy=False)
                if (picture.width, picture.height) != answer.size_px:
                    break
                count += 1
                yield frame
    except av.FFmpegError as error:
        raise BackendError(f"the worker's video cannot be read: {error.strerror}") from error
    if count != answer.frame_count:
        raise BackendError(
            f"the worker's video is not as told: {count} of {answer.frame_count} frames of "
            f"{answer.size_px[0]}x{answer.size_px[1]} px. Is the worker of this release?"
        )


def as_text(data: bytes) -> str:
    """Bytes in base64."""
    return base64.b64encode(data).decode("ascii")


def as_bytes(text: str) -> bytes:
    """What base64 says; raises BackendError for what is none."""
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as error:
        raise BackendError("the worker's answer holds no video in base64") from error


def without_paths(text: str) -> str:
    """Text whose paths are shortened to their last name; addresses lose all but their host."""
    return _WHERE.sub(_shortened, text)


def _shortened(found: re.Match[str]) -> str:
    if found["host"]:
        return f"{found['host']}/..."
    return ".../" + re.split(r"[/\\]", found[0].rstrip("/\\"))[-1]
