"""How loud a sound is to the ear (ITU-R BS.1770-5), and how it is brought to a film's loudness.

-16 LUFS is what AES TD1008 recommends for speech and music that are streamed to phones and
computers; -1 dBTP leaves the codec its overshoot (EBU R 128).
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from mongyudo.film.join import SAMPLE_RATE, Sound

TARGET_LUFS = -16.0
CEILING_DBTP = -1.5
"""Half a decibel under -1 dBTP: AAC at 128 kbit/s changes peaks by as much."""
MOST_GAIN_DB = 40.0
"""What is quieter than this allows is near silence, and stays it."""
MOST_ROUNDS, TOLERANCE_LU = 5, 0.1
_BLOCK_S, _HOP_S = 0.4, 0.1
_LIMITER_STEP = SAMPLE_RATE // 1000
_LIMITER_REACH = 6
"""Milliseconds by which the limiter looks ahead and holds."""


def integrated_lufs(sound: Sound) -> float:
    """The gated loudness of a whole (samples, 2) sound, in LUFS; -inf for silence.

    Sounds shorter than a block are measured as one.
    """
    power = _block_powers(_k_weighted(sound))
    loud = power[_lufs(power) > -70.0]
    if not len(loud):
        return -np.inf
    gate = float(_lufs(loud.mean())) - 10.0
    return float(_lufs(loud[_lufs(loud) > gate].mean()))


def _lufs(power: NDArray[np.float64]) -> NDArray[np.float64]:
    return -0.691 + 10 * np.log10(np.maximum(power, 1e-12))


def _k_weighted(sound: Sound) -> Sound:
    """The ear's weighting, applied in the frequency domain; silence behind keeps it from wrapping.

    The two filters' coefficients at 48 kHz are tables 1 and 2 of BS.1770.
    """
    size = fast_length(len(sound) + SAMPLE_RATE // 10)
    turn = np.exp(-1j * np.linspace(0, np.pi, size // 2 + 1)).astype(np.complex64)
    shelf = _response(
        turn,
        (1.53512485958697, -2.69169618940638, 1.19839281085285),
        (1.0, -1.69065929318241, 0.73248077421585),
    )
    pass_ = _response(turn, (1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
    weighted = np.fft.irfft(np.fft.rfft(sound.T, size) * (shelf * pass_), size)
    return weighted[:, : len(sound)].T.astype(np.float32)


def _response(
    turn: NDArray[np.complex64], over: tuple[float, ...], under: tuple[float, ...]
) -> NDArray[np.complex64]:
    top, bottom = (c[0] + turn * (c[1] + turn * c[2]) for c in (over, under))
    return (top / bottom).astype(np.complex64)


def fast_length(least: int) -> int:
    """The next even length that the Fourier transform is quick at: 2^a times 3, 5 or 15."""
    powers = (factor << max(0, (least - 1) // factor).bit_length() for factor in (1, 3, 5, 15))
    return min(powers)


def _block_powers(weighted: Sound) -> NDArray[np.float64]:
    """Mean squares, added over the channels, of blocks of 400 ms that begin every 100 ms."""
    hop = round(_HOP_S * SAMPLE_RATE)
    square = (weighted.astype(np.float64) ** 2).sum(axis=1)
    hops = len(square) // hop
    per_block = round(_BLOCK_S / _HOP_S)
    if hops < per_block:
        return np.array([square.mean() if len(square) else 0.0])
    sums = square[: hops * hop].reshape(hops, hop).sum(axis=1)
    powers: NDArray[np.float64] = sliding_window_view(sums, per_block).sum(axis=1)
    return powers / (per_block * hop)


def true_peak(sound: Sound) -> float:
    """The largest value between and at the samples, by four times oversampling."""
    return float(_peaks(sound).max(initial=0.0))


def _peaks(sound: Sound) -> NDArray[np.float32]:
    """The true peak of every millisecond, both channels together."""
    level = np.abs(sound).max(axis=1)
    for kernel in _BETWEEN:
        for channel in sound.T:
            np.maximum(level, np.abs(np.convolve(channel, kernel, "same")), out=level)
    missing = -len(level) % _LIMITER_STEP
    peaks: NDArray[np.float32] = np.pad(level, (0, missing)).reshape(-1, _LIMITER_STEP).max(axis=1)
    return peaks


def _kernel(part: float, taps: int = 13) -> NDArray[np.float32]:
    """A windowed sinc that tells the value `part` of a sample later."""
    at = np.arange(taps) - taps // 2 + part
    window = np.cos(np.pi * at / (taps + 1)) ** 2
    made: NDArray[np.float32] = (np.sinc(at) * window).astype(np.float32)
    return made


_BETWEEN = tuple(_kernel(part) for part in (0.25, 0.5, 0.75))


def mastered(sound: Sound) -> Sound:
    """`sound` at TARGET_LUFS, no true peak over CEILING_DBTP; silence stays silence.

    The gain goes down only around peaks and comes back within milliseconds; what that takes from
    the loudness is given back again.
    """
    made = sound
    for _ in range(MOST_ROUNDS):
        missing = TARGET_LUFS - integrated_lufs(made)
        if missing > MOST_GAIN_DB:
            return sound
        if abs(missing) < TOLERANCE_LU:
            break
        louder = made * np.float32(10 ** (missing / 20))
        made = _limited(louder)
        if made is louder:  # no peak was in the way: this is the loudness
            break
    return made


def _limited(sound: Sound) -> Sound:
    """`sound` itself where nothing is over the ceiling."""
    ceiling = 10 ** (CEILING_DBTP / 20)
    if float(np.abs(sound).max(initial=0.0)) < ceiling / 2:  # nothing can hide between the samples
        return sound
    wanted = np.minimum(1.0, ceiling / np.maximum(_peaks(sound), 1e-9))
    if wanted.min(initial=1.0) >= 1.0:
        return sound
    held = sliding_window_view(np.pad(wanted, 2 * _LIMITER_REACH, "edge"), 2 * _LIMITER_REACH + 1)
    eased = sliding_window_view(held.min(axis=1), 2 * _LIMITER_REACH + 1).mean(axis=1)
    middles = (np.arange(len(eased)) + 0.5) * _LIMITER_STEP
    gain = np.interp(np.arange(len(sound)), middles, eased).astype(np.float32)
    made: Sound = sound * gain[:, None]
    return made
