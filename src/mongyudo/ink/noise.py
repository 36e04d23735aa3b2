"""Periodic noise, made once per shape and roughness, then rolled and mirrored by seed.

Fields wrap at both edges, so strips made from them repeat without a seam.
"""

from collections import OrderedDict

import numpy as np

from mongyudo.ink.canvas import Field


def rng(*seeds: int) -> np.random.Generator:
    """A generator that depends on all `seeds` and on nothing else."""
    return np.random.default_rng([abs(int(seed)) for seed in seeds])


def cloud(
    height_px: int, width_px: int, seed: int, *, rough: float = 2.0, stretch: float = 1.0
) -> Field:
    """Noise of zero mean and unit deviation, (height_px, width_px) float32.

    `rough` is the exponent of the falling power spectrum: 0 grain, 2 clouds, 3 slow swell.
    `stretch` above 1 draws it out sideways, below 1 upright (cun strokes of rock). The field
    wraps sideways when the width is a multiple of 64, and downwards at multiples of 256.
    """
    rows, columns = _ladder(height_px, exact=256), _ladder(width_px, exact=64)
    base = _base(rows, columns, _nearest(rough, _ROUGH), _nearest(stretch, _STRETCH))
    dice = rng(seed, 7)
    shift = (int(dice.integers(base.shape[0])), int(dice.integers(base.shape[1])))
    if base.shape != (rows, columns):
        field = _enlarged(np.roll(base, shift, axis=(0, 1)))[:height_px, :width_px]
    else:
        field = _cut(base, shift, (height_px, width_px))
    if dice.random() < 0.5:
        field = field[:, ::-1]
    return np.negative(field, order="C") if dice.random() < 0.5 else np.ascontiguousarray(field)


def _cut(base: Field, shift: tuple[int, int], shape: tuple[int, int]) -> Field:
    """The upper left corner of `base` rolled by `shift`; nothing else of it is moved."""
    out = np.empty(shape, dtype=np.float32)
    down, right = (
        [(0, at, size - at), (at, size, 0)] for at, size in zip(shift, base.shape, strict=True)
    )
    for top, bottom, row in down:
        for left, end, column in right:
            part = out[top:bottom, left:end]
            part[...] = base[row:, column:][: part.shape[0], : part.shape[1]]
    return out


_ROUGH = (1.0, 1.5, 2.3, 3.0)
_STRETCH = (0.07, 0.38, 1.0, 2.2, 4.5, 10.0)


def _nearest(value: float, steps: tuple[float, ...]) -> float:
    """The step nearest to `value`: few kinds of noise, so that each is made once."""
    return min(steps, key=lambda step: abs(np.log(step / max(value, 1e-3))))


def _ladder(length_px: int, *, exact: int) -> int:
    """The length of the field to cut from; multiples of `exact` are kept, so that they wrap."""
    if length_px % exact == 0:
        return length_px
    step = 128 if length_px > 128 else 64
    return int(np.ceil(length_px / step) * step)


def unit(field: Field) -> Field:
    """Noise of unit deviation brought to 0..1 around 0.5 (two deviations reach the ends)."""
    scaled: Field = np.clip(field * np.float32(0.25) + np.float32(0.5), 0, 1)
    return scaled


def line(length_px: int, seed: int, *, rough: float = 2.0) -> Field:
    """Periodic noise along a line: (length_px,) float32 of zero mean and unit deviation."""
    dice = rng(seed, 11)
    freq = np.fft.rfftfreq(length_px, 1 / length_px)
    power = np.zeros_like(freq)
    power[1:] = freq[1:] ** (-rough / 2)
    spectrum = power * np.exp(2j * np.pi * dice.random(freq.size))
    return _normed(np.fft.irfft(spectrum, length_px))


def value(position: float, seed: int) -> float:
    """Smooth noise -1..1 along a real line, for sways and flickers."""
    total = 0.0
    for octave, weight in ((1.0, 0.6), (2.3, 0.28), (5.1, 0.12)):
        phase = ((seed * 2654435761 + int(octave * 977)) % 6283) / 1000.0
        total += weight * float(np.sin(position * octave + phase))
    return total


MOST_KEPT_BYTES = 64_000_000
"""Noise that is kept for later: all of a film's at 768x432, nearly all at 1080p."""

LARGE_PX = 768
"""Noise with both sides above is made at half its size: a 1080p film spent a fifth of its time on
it, and its finest octave is finer than anything a brush leaves there."""

_KEPT: OrderedDict[tuple[int, int, float, float], Field] = OrderedDict()


def _base(height_px: int, width_px: int, rough: float, stretch: float) -> Field:
    """The noise of one shape and kind, made once as long as there is room for it."""
    kind = (height_px, width_px, rough, stretch)
    if kind in _KEPT:
        _KEPT.move_to_end(kind)
        return _KEPT[kind]
    made = _KEPT[kind] = _made(*kind) if min(height_px, width_px) <= LARGE_PX else _halved(*kind)
    while sum(field.nbytes for field in _KEPT.values()) > MOST_KEPT_BYTES and len(_KEPT) > 1:
        _KEPT.popitem(last=False)
    return made


def _halved(height_px: int, width_px: int, rough: float, stretch: float) -> Field:
    """Noise of half the size that has unit deviation once it is enlarged."""
    half = _made(height_px // 2, width_px // 2, rough, stretch)
    return half / np.float32(_enlarged(half).std())


def _enlarged(field: Field) -> Field:
    """`field` at twice its size, linear in between; it still wraps at both edges."""
    return _spread(_spread(field, axis=1), axis=0)


def _spread(field: Field, axis: int) -> Field:
    flat = field if axis == 0 else field.T
    out = np.empty((flat.shape[0] * 2, flat.shape[1]), np.float32, "C" if axis == 0 else "F")
    out[::2] = flat
    np.add(flat[:-1], flat[1:], out=out[1:-1:2])
    np.add(flat[-1], flat[0], out=out[-1])
    out[1::2] *= np.float32(0.5)
    return out if axis == 0 else out.T


def _made(height_px: int, width_px: int, rough: float, stretch: float) -> Field:
    dice = np.random.default_rng([height_px, width_px, int(rough * 100), int(stretch * 100)])
    rows = np.fft.fftfreq(height_px, 1 / height_px)[:, None] / height_px
    columns = np.fft.rfftfreq(width_px, 1 / width_px)[None, :] / width_px
    root = np.sqrt(max(stretch, 1e-3))
    squared = ((rows / root) ** 2 + (columns * root) ** 2).astype(np.float32)
    squared[0, 0] = 1.0
    grain = dice.standard_normal((height_px, width_px), dtype=np.float32)
    spectrum = np.fft.rfft2(grain) * squared ** np.float32(-rough / 4)
    spectrum[0, 0] = 0
    return _normed(np.fft.irfft2(spectrum, (height_px, width_px)))


def _normed(field: np.ndarray) -> Field:
    deviation = float(field.std()) or 1.0
    normed: Field = ((field - field.mean()) / deviation).astype(np.float32)
    return normed
