"""Single pictures: overlays laid on frames, the ink-bleed between two shots, the poster."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from mongyudo.errors import FilmError
from mongyudo.film.encode import Frame

_WHOLE = 128
"""What counts as all of a frame in whole numbers: 255 times it still fits 16 bits."""

SOFT_EDGE = 0.18
"""Width of the bleeding edge, as a share of the transition's whole range."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """A small picture laid on the frames of a span of time.

    `rgba` is (h, w, 4) uint8, straight alpha; `x_px`, `y_px` its top left corner.
    """

    rgba: NDArray[np.uint8]
    x_px: int
    y_px: int
    start_s: float = 0.0
    end_s: float = float("inf")


def stamp(frame: Frame, overlays: Iterable[Overlay], time_s: float) -> Frame:
    """`frame` with the overlays of that moment; a changed copy, unless there is none."""
    shown = [overlay for overlay in overlays if overlay.start_s <= time_s < overlay.end_s]
    if not shown:
        return frame
    stamped = frame.copy()
    for overlay in shown:
        _blend(stamped, overlay)
    return stamped


def _blend(frame: Frame, overlay: Overlay) -> None:
    height, width = frame.shape[:2]
    top, left = max(overlay.y_px, 0), max(overlay.x_px, 0)
    rgba = overlay.rgba[: max(height - top, 0), : max(width - left, 0)]
    region = frame[top : top + rgba.shape[0], left : left + rgba.shape[1]]
    alpha = rgba[..., 3:].astype(np.uint16)
    mixed = region * (255 - alpha) + rgba[..., :3] * alpha
    region[...] = (mixed + 127) // 255


def head_of(video: Path, count: int) -> list[Frame]:
    """The first `count` frames of an encoded piece: a file keeps them in less room than memory."""
    with av.open(str(video)) as container:
        frames = islice(container.decode(video=0), count)
        return [np.asarray(frame.to_ndarray(format="rgb24"), np.uint8) for frame in frames]


def ink_bleed(before: Frame, frames: list[Frame], field: NDArray[np.uint8]) -> Iterator[Frame]:
    """`before` dissolves into `frames` where `field` (H, W) uint8 is low first, like wet ink."""
    wide = before.astype(np.int16)
    levels = np.arange(256, dtype=np.float32) / 255
    for number, frame in enumerate(frames, start=1):
        reach = number / (len(frames) + 1) * (1 + SOFT_EDGE)
        shares = np.clip((reach - levels) / SOFT_EDGE, 0, 1) * _WHOLE
        share = np.round(shares).astype(np.int16)[field]
        change = np.subtract(frame, wide)
        for channel in range(3):
            change[..., channel] *= share
        change //= _WHOLE
        change += wide
        yield change.astype(np.uint8)


def write_png(path: Path, frame: Frame, *, quick: bool = False) -> None:
    """Save (H, W, 3) uint8 RGB as PNG; raises FilmError when it cannot be written.

    `quick` takes a fifth of the time and a sixth more room.
    """
    encoder = av.CodecContext.create("png", "w")
    encoder.width, encoder.height = frame.shape[1], frame.shape[0]
    encoder.pix_fmt = "rgb24"
    encoder.time_base = Fraction(1)
    if quick:
        encoder.options = {"compression_level": "1"}
    picture = av.VideoFrame.from_ndarray(np.ascontiguousarray(frame), format="rgb24")
    data = b"".join(bytes(packet) for packet in [*encoder.encode(picture), *encoder.encode(None)])
    try:
        path.write_bytes(data)
    except OSError as error:
        raise FilmError(f"cannot write {path.name}: {error.strerror or error}") from error
