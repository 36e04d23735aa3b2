"""What sounds are made of: noise, tones that bend, envelopes. Mono float32 at SAMPLE_RATE."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from mongyudo.film.join import SAMPLE_RATE

Mono = NDArray[np.float32]
Rng = np.random.Generator


def samples(duration_s: float) -> int:
    """How many samples `duration_s` has."""
    return round(duration_s * SAMPLE_RATE)


def mono(wave: NDArray[Any]) -> Mono:
    """`wave` as float32."""
    return wave.astype(np.float32, copy=False)


def clock(count: int) -> Mono:
    """The time of each of `count` samples, in seconds."""
    return np.arange(count, dtype=np.float32) / np.float32(SAMPLE_RATE)


def noise(count: int, rng: Rng, low_hz: float, high_hz: float, slope: float = 0.0) -> Mono:
    """Noise between two frequencies with soft edges, falling by `slope` * 6 dB an octave.

    Made in the frequency domain, so that it is periodic: its end goes on into its beginning.
    """
    hertz = np.fft.rfftfreq(count, 1 / SAMPLE_RATE).astype(np.float32)
    level = 1 / (1 + (low_hz / np.maximum(hertz, 1)) ** 4) / (1 + (hertz / high_hz) ** 4)
    level *= (np.maximum(hertz, 20) / 1000) ** -slope
    phase = rng.random(len(hertz), np.float32) * np.float32(2 * np.pi)
    wave: Mono = np.fft.irfft(level * _turning(phase), count).astype(np.float32)
    wave /= max(float(np.abs(wave).max(initial=0.0)), 1e-9)
    return wave


def _turning(phase: Mono) -> NDArray[np.complex64]:
    """exp(i phase), in half the time that numpy's complex exponential takes."""
    made = np.empty(len(phase), np.complex64)
    np.cos(phase, out=made.real)
    np.sin(phase, out=made.imag)
    return made


def swell(count: int, rng: Rng, period_s: float, floor: float) -> Mono:
    """A slow loudness curve between `floor` and 1 with about one crest a period.

    Its periods divide the whole, so that it has no seam either.
    """
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False, dtype=np.float32)
    crests = max(1, round(count / SAMPLE_RATE / period_s))
    shift = rng.uniform(0, 2 * np.pi, 2)
    wave = 0.7 * np.sin(crests * turn + np.float32(shift[0]))
    wave += 0.3 * np.sin(round(crests * 2.7) * turn + np.float32(shift[1]))
    return mono(floor + (1 - floor) * (0.5 + 0.5 * wave))


def bent(pitch_hz: float, bend_semitones: Mono) -> NDArray[np.float64]:
    """The phase in radians of a tone that starts at `pitch_hz` and is bent, a value a sample."""
    ratio = np.exp2(bend_semitones.astype(np.float64) / 12)
    phase: NDArray[np.float64] = np.cumsum(ratio) * (2 * np.pi * pitch_hz / SAMPLE_RATE)
    phase -= phase[0]
    return phase


def overtones(
    phase: NDArray[np.float64], weights: tuple[float, ...], damping: Mono | float
) -> Mono:
    """Sines of 1, 2, 3 ... times `phase`, weighed, the n-th damped by `damping` ** n.

    One rotating, shrinking number is raised to all powers as a polynomial (Horner), which costs a
    multiplication an overtone instead of a sine.
    """
    turning = _turning(np.remainder(phase, 2 * np.pi).astype(np.float32)) * damping
    wave = np.full(len(phase), weights[-1], np.complex64)
    for weight in weights[-2::-1]:
        wave *= turning
        wave += np.complex64(weight)
    wave *= turning
    return np.ascontiguousarray(wave.imag)


def fade(count: int, attack_s: float, release_s: float) -> Mono:
    """1 with a soft rise of `attack_s` and a soft fall of `release_s` at its ends."""
    curve = np.ones(count, np.float32)
    up, down = min(samples(attack_s), count // 2), min(samples(release_s), count // 2)
    curve[:up] = np.sin(np.linspace(0, np.pi / 2, up, endpoint=False, dtype=np.float32)) ** 2
    curve[count - down :] = np.cos(np.linspace(0, np.pi / 2, down, dtype=np.float32)) ** 2
    return curve


def add(wave: Mono, grain: Mono, start: int) -> None:
    """Lay `grain` into `wave` from sample `start` on, as far as there is room."""
    first = max(0, -start)
    end = min(len(wave), start + len(grain))
    if start + first < end:
        wave[start + first : end] += grain[first : end - start]


def struck(length_s: float, pitch_hz: float, decay: float, bend: float = 0.0) -> Mono:
    """A sine that begins within 3 ms and dies by e^-`decay` a second, its pitch changing by
    `bend` times itself a second."""
    time = clock(samples(length_s))
    phase = 2 * np.pi * pitch_hz * (time + np.float32(bend / 2) * time**2)
    wave = np.sin(phase) * np.exp(-time * decay) * np.clip(time / 0.003, 0, 1)
    return mono(wave * fade(len(wave), 0, 0.2 * length_s))


def burst(length_s: float, rng: Rng, low_hz: float, high_hz: float, decay: float) -> Mono:
    """Noise that begins within 2 ms and dies by e^-`decay` a second."""
    count = samples(length_s)
    time = clock(count)
    wave = noise(count, rng, low_hz, high_hz) * np.exp(-time * decay) * np.clip(time / 0.002, 0, 1)
    return mono(wave * fade(count, 0, 0.2 * length_s))
