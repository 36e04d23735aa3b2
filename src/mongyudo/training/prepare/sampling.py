"""What is looked at of a decoded picture to find shots: few of its pixels, taken from its planes.

Every 20th pixel of a 1080p picture, in both directions, tells where a shot ends; converting or
scaling the picture for it would cost as much as decoding.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

ROWS = 54
"""Rows that are looked at, about; a small picture is looked at whole."""
BLOCK = 3
"""Points on a side of a block, whose mean is compared."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A picture's points: `points` (h, w) uint8 luma, `blocks` float32 means of luma and chroma.

    `blocks` is (h', w', 3): Y, Cb, Cr, 0..255; `time_s` is when the picture is shown.
    """

    time_s: float
    points: NDArray[np.uint8]
    blocks: NDArray[np.float32]


def sample(frame: av.VideoFrame, time_s: float) -> Sample:
    """The points of `frame`; formats other than planar YUV are converted, small, beforehand."""
    if not _is_planar(frame):
        frame = _small(frame)
    luma = _points(frame, 0)
    shape = (max(1, luma.shape[0] // BLOCK), max(1, luma.shape[1] // BLOCK))
    blocks = np.full((*shape, 3), 128, np.float32)
    blocks[..., 0] = _means(luma, shape)
    for plane in range(1, len(frame.planes)):
        blocks[..., plane] = _means(_points(frame, plane), shape)
    return Sample(time_s, luma, blocks)


def _is_planar(frame: av.VideoFrame) -> bool:
    parts = frame.format.components
    return (
        not frame.format.is_rgb
        and len(frame.planes) in (1, 3)
        and len(parts) == len(frame.planes)
        and not frame.format.is_big_endian
        and all(part.bits in (8, 10, 12, 16) for part in parts)
    )


def _small(frame: av.VideoFrame) -> av.VideoFrame:
    scale = max(1, min(frame.width, frame.height) // ROWS)
    return frame.reformat(frame.width // scale, frame.height // scale, "yuv444p")


def _points(frame: av.VideoFrame, plane: int) -> NDArray[np.uint8]:
    """Every so-many-th pixel of a plane, as 8 bits."""
    part, bits = frame.planes[plane], frame.format.components[plane].bits
    kind: type[Any] = np.uint8 if bits == 8 else np.uint16
    rows = np.frombuffer(memoryview(part), kind).reshape(part.height, -1)
    step = max(1, min(part.width, part.height) // ROWS)
    points = rows[step // 2 :: step, step // 2 : part.width : step]
    return np.array(points >> (bits - 8) if bits > 8 else points, np.uint8)


def _means(points: NDArray[np.uint8], shape: tuple[int, int]) -> NDArray[np.float32]:
    """(h, w) -> means over a grid of blocks of the given shape."""
    down, heights = _edges(points.shape[0], shape[0])
    across, widths = _edges(points.shape[1], shape[1])
    rows = np.add.reduceat(points, down, 0, np.float32) / heights[:, None]
    return np.asarray(np.add.reduceat(rows, across, 1) / widths, np.float32)


@cache
def _edges(length: int, count: int) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """Where each of `count` blocks begins on a side of `length` points, and how many it holds."""
    edges = np.arange(count) * length // count
    return edges, np.diff(np.append(edges, length)).astype(np.float32)


def difference(before: Sample, after: Sample) -> float:
    """How far two pictures are apart, 0..255: luma counts whole, each chroma half.

    Pictures of different shapes (a source may change its size) are as far apart as can be.
    """
    if before.blocks.shape != after.blocks.shape:
        return 255.0
    return weighed(after.blocks - before.blocks)


def weighed(apart: NDArray[np.float32]) -> float:
    """Mean size of differences of blocks, (h, w, 3): luma counts whole, each chroma half."""
    return float(np.abs(apart).ravel() @ _weights(apart.size))


@cache
def _weights(size: int) -> NDArray[np.float32]:
    """What each entry of so many counts; they sum to 1 + 1/2 + 1/2."""
    return np.tile(np.array([1, 0.5, 0.5], np.float32), size // 3) / np.float32(size // 3)
