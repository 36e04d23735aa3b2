"""What is measured of a clip before it is kept: motion, shaking, hidden cuts, text, likeness."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mongyudo.training.prepare.sampling import Sample, difference

LAG_S = 0.5
"""Pictures so far apart are compared to see whether anything moves."""
LEAST_MOTION = 0.25
"""Mean difference (0..255) over LAG_S below which a clip counts as frozen."""
MOST_SHAKE = 0.03
"""Mean jerk from one frame to the next, as a share of the width, above which a clip shakes."""
LEAST_ALIKE = 0.25
"""Least likeness of start, middle and end (0..1) without which there is a hidden cut."""
MOST_TEXT = 0.02
"""Share of the picture that letters may cover."""
FARTHEST_HASH = 8
FARTHEST_COLOUR = 14.0
"""Clips are near-duplicates when their pictures differ by at most so many of 64 bits, and no cell
of theirs by more than this (0..255): so that another animal in the same room is no duplicate."""
CELLS = 8
HASHED = 5
"""Pictures of a clip that are compared, evenly from first to last."""

BINS = 16
TEXT_LINES = 480
"""Text is looked for in a picture of about so many lines."""
TEXT_BLOCK = 12
"""Side of a block that is judged, in those lines."""
JUDGED_PX = 128
"""In smaller pictures nobody can read, and a step of one pixel is a leap: no text, no shaking."""
INK_CONTRAST = 60.0
INK_PURITY = 0.8
INK_EDGES = (0.1, 0.6)
INK_SHARE = (0.08, 0.65)
"""A block of text: two tones this far apart, hardly anything between them, many edges, and the
rarer tone not too rare."""


def motion(samples: Sequence[Sample], fps: int) -> float:
    """Mean difference, 0..255, of pictures LAG_S apart (of the ends in a shorter clip)."""
    lag = max(1, min(round(LAG_S * fps), len(samples) - 1))
    pairs = zip(samples, samples[lag:], strict=False)
    return float(np.mean([difference(one, other) for one, other in pairs] or [0.0]))


def likeness(samples: Sequence[Sample]) -> float:
    """Of start, middle and end the least alike pair, 0..1: how far their colours overlap."""
    chosen = [_histogram(samples[at]) for at in _spread(len(samples), 3)]
    pairs = ((0, 1), (1, 2), (0, 2))
    return min(float(np.minimum(chosen[a], chosen[b]).sum()) for a, b in pairs)


def _histogram(sample: Sample) -> NDArray[np.float64]:
    """Shares of luma and chroma of the blocks, each blurred over its neighbours, summing to 1."""
    kernel = np.array([0.25, 0.5, 1, 0.5, 0.25]) / 2.5
    parts = []
    for plane in range(3):
        counts, _ = np.histogram(sample.blocks[..., plane], BINS, (0, 256))
        parts.append(np.convolve(counts / counts.sum(), kernel, "same"))
    whole = np.concatenate(parts)
    return np.asarray(whole / whole.sum(), np.float64)


def shake(pixels: NDArray[np.uint8]) -> float:
    """Mean change of the camera's shift from one frame to the next, as a share of the width.

    `pixels` is (T, H, W, 3); shifts are those of the picture's profiles across and down.
    """
    if len(pixels) < 4 or min(pixels.shape[1:3]) < JUDGED_PX:
        return 0.0
    width = pixels.shape[2]
    across = _shifts(pixels[:, ::8, :, 1].mean(axis=1, dtype=np.float32))
    down = _shifts(pixels[:, :, ::8, 1].mean(axis=2, dtype=np.float32))
    jerk = np.hypot(np.diff(across), np.diff(down))
    return float(jerk.mean() / width)


def _shifts(profiles: NDArray[np.float32]) -> NDArray[np.float64]:
    """(T, N) -> (T - 1,) pixels by which each profile is shifted against the one before."""
    steps = np.diff(profiles, axis=1)
    bound = np.abs(steps).mean(axis=1, keepdims=True)
    steps = np.clip(steps, -bound, bound)  # a bright thing that moves is not the camera
    count = steps.shape[1]
    most = max(1, count // 10)
    spectra = np.fft.rfft(steps, 1 << (count + most).bit_length(), axis=1)
    matched = np.fft.irfft(spectra[1:] * spectra[:-1].conj(), axis=1)
    near = np.concatenate([matched[:, -most:], matched[:, : most + 1]], axis=1)
    found: NDArray[np.float64] = np.argmax(near, axis=1).astype(np.float64) - most
    still = near[:, most] >= near.max(axis=1) - 1e-6
    found[still] = 0.0
    return found


def text_share(pixels: NDArray[np.uint8]) -> float:
    """Share of the picture that looks like letters, 0..1: the median of start, middle and end.

    Letters are thin strokes of one tone on another, side by side. Letters taller than a tenth of
    the picture, faint ones and those on a restless ground are not seen; bare branches against the
    sky, railings and hatching may be taken for letters.
    """
    if min(pixels.shape[1:3]) < JUDGED_PX:
        return 0.0
    return float(np.median([_text_of(pixels[at]) for at in _spread(len(pixels), 3)]))


def _text_of(frame: NDArray[np.uint8]) -> float:
    step = max(1, round(min(frame.shape[:2]) / TEXT_LINES))
    luma = frame[::step, ::step, 1]
    side = TEXT_BLOCK
    rows, columns = luma.shape[0] // side, luma.shape[1] // side
    cut = luma[: rows * side, : columns * side].reshape(rows, side, columns, side)
    blocks = cut.swapaxes(1, 2).reshape(rows * columns, side * side)
    far_apart = blocks.max(axis=1) - blocks.min(axis=1) >= INK_CONTRAST
    found = np.zeros(rows * columns, np.bool_)
    found[far_apart] = _is_ink(blocks[far_apart].astype(np.float32))
    return float(_in_company(found.reshape(rows, columns)).mean())


def _is_ink(blocks: NDArray[np.float32]) -> NDArray[np.bool_]:
    """(N, TEXT_BLOCK squared) luma -> which blocks are strokes of one tone on another."""
    middle = (blocks.max(axis=1, keepdims=True) + blocks.min(axis=1, keepdims=True)) / 2
    light = blocks > middle
    share = light.mean(axis=1)
    high = (blocks * light).sum(axis=1) / np.maximum(light.sum(axis=1), 1)
    low = (blocks * ~light).sum(axis=1) / np.maximum((~light).sum(axis=1), 1)
    within = np.where(light, blocks - high[:, None], blocks - low[:, None]).var(axis=1)
    pure = 1 - within / np.maximum(blocks.var(axis=1), 1)
    grid = light.reshape(-1, TEXT_BLOCK, TEXT_BLOCK)
    edges = (grid[..., 1:] != grid[..., :-1]).mean(axis=(1, 2))
    rare = np.minimum(share, 1 - share)
    found = (high - low >= INK_CONTRAST) & (pure >= INK_PURITY)
    found &= (edges >= INK_EDGES[0]) & (edges <= INK_EDGES[1])
    found &= (rare >= INK_SHARE[0]) & (rare <= INK_SHARE[1])
    return np.asarray(found, np.bool_)


def _in_company(found: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Blocks with another one beside them, in a row or a column: single ones are no text."""
    beside = np.zeros_like(found)
    beside[:, 1:] |= found[:, :-1]
    beside[:, :-1] |= found[:, 1:]
    beside[1:] |= found[:-1]
    beside[:-1] |= found[1:]
    return found & beside


def fingerprint(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.uint64], NDArray[np.float32]]:
    """What near-duplicates share: (HASHED,) gradient hashes, (HASHED, CELLS, CELLS, 3) colours."""
    chosen = pixels[list(_spread(len(pixels), HASHED))]
    small = _grid(chosen[..., 1:2], 8, 9)[..., 0]
    bits = np.packbits(small[:, :, 1:] > small[:, :, :-1] + 0.5, axis=None)
    return bits.reshape(HASHED, 8).copy().view(np.uint64)[:, 0], _grid(chosen, CELLS, CELLS)


def _grid(frames: NDArray[np.uint8], rows: int, columns: int) -> NDArray[np.float32]:
    """(T, H, W, C) -> (T, rows, columns, C) means, of every second pixel where there are many."""
    step = max(1, min(frames.shape[1:3]) // 120)
    part: NDArray[np.float32] = frames[:, ::step, ::step].astype(np.float32)
    down = np.arange(rows) * part.shape[1] // rows
    across = np.arange(columns) * part.shape[2] // columns
    summed = np.add.reduceat(np.add.reduceat(part, down, axis=1), across, axis=2)
    heights = np.diff(np.append(down, part.shape[1]))
    widths = np.diff(np.append(across, part.shape[2]))
    means: NDArray[np.float32] = summed / np.outer(heights, widths)[None, :, :, None]
    return means.astype(np.float32)


def _spread(count: int, wished: int) -> list[int]:
    """Numbers of `wished` pictures, evenly from first to last."""
    return [round(at) for at in np.linspace(0, count - 1, wished)]
