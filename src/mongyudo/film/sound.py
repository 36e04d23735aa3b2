"""An ambient bed from noise and sines: the same seed gives the same samples.

Every voice is made in the frequency domain, periodic over its length and then enveloped, so beds
start and end in silence and join without clicks.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from mongyudo.film.join import SAMPLE_RATE, Sound

Mono = NDArray[np.float32]
Rng = np.random.Generator

PEAK = 0.25
"""Loudest sample of a bed: a background, about -12 dBFS, that never startles."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One sound of the bed; `level` 0..1 relative to the others."""

    name: str
    level: float = 1.0


@dataclass(frozen=True, slots=True)
class Part:
    """One voice in one ear: its length in samples, and the dice of this ear and of both."""

    count: int
    own: Rng
    shared: Rng


def ambience(voices: Iterable[Voice], duration_s: float, seed: int) -> Sound:
    """The (samples, 2) bed of `voices`; silent ends of 0.25 s, peak at most PEAK.

    Raises KeyError for a voice that is not in VOICES.
    """
    count = round(duration_s * SAMPLE_RATE)
    mix = np.zeros((count, 2), np.float32)
    for index, voice in enumerate(voices):
        for side in (0, 1):
            own = np.random.default_rng([seed, index, side])
            part = Part(count, own, np.random.default_rng([seed, index]))
            mix[:, side] += voice.level * VOICES[voice.name](part)
    loudest = float(np.abs(mix).max(initial=0.0))
    if loudest > 0:
        mix *= PEAK / loudest
    return mix * _ends(count)[:, None]


def crossfade(beds: list[Sound], overlap_s: float) -> Sound:
    """Beds in a row; around each join both fade over `overlap_s`, the total length is kept."""
    joined = np.concatenate(beds)
    half = round(overlap_s * SAMPLE_RATE / 2)
    position = 0
    for before, after in pairwise(beds):
        position += len(before)
        reach = min(half, len(before), len(after))
        tail = before[-reach:][::-1] * np.linspace(0.5, 0, reach, dtype=np.float32)[:, None]
        lead = after[:reach][::-1] * np.linspace(0, 0.5, reach, dtype=np.float32)[:, None]
        joined[position - reach : position] += lead
        joined[position : position + reach] += tail
    return joined


def _ends(count: int) -> Mono:
    fade = min(SAMPLE_RATE // 4, count // 2)
    ramp = np.sin(np.linspace(0, np.pi / 2, fade, dtype=np.float32)) ** 2
    ends = np.ones(count, np.float32)
    ends[:fade] = ramp
    ends[count - fade :] = ramp[::-1]
    return ends


def _noise(count: int, rng: Rng, low_hz: float, high_hz: float, slope: float = 0.0) -> Mono:
    """Noise between two frequencies with soft edges, falling by `slope` * 6 dB an octave."""
    hertz = np.fft.rfftfreq(count, 1 / SAMPLE_RATE).astype(np.float32)
    level = 1 / (1 + (low_hz / np.maximum(hertz, 1)) ** 4) / (1 + (hertz / high_hz) ** 4)
    level *= (np.maximum(hertz, 20) / 1000) ** -slope
    phase = rng.uniform(0, 2 * np.pi, len(hertz)).astype(np.float32)
    wave: Mono = np.fft.irfft(level * np.exp(1j * phase), count).astype(np.float32)
    wave /= max(float(np.abs(wave).max()), 1e-9)
    return wave


def _swell(count: int, rng: Rng, period_s: float, floor: float) -> Mono:
    """A slow loudness curve between `floor` and 1 with about one crest a period."""
    time = np.arange(count, dtype=np.float32) / SAMPLE_RATE
    shift = rng.uniform(0, 2 * np.pi, 2)
    wave = np.sin(2 * np.pi * time / period_s + shift[0])
    wave = 0.7 * wave + 0.3 * np.sin(2 * np.pi * time / (period_s * 0.37) + shift[1])
    crests: Mono = (floor + (1 - floor) * (0.5 + 0.5 * wave)).astype(np.float32)
    return crests


def _wind(part: Part) -> Mono:
    return _noise(part.count, part.own, 120, 700, 0.5) * _swell(part.count, part.shared, 3.1, 0.25)


def _rain(part: Part) -> Mono:
    hiss = _noise(part.count, part.own, 900, 9000, 0.2) * 0.35
    return hiss + 0.8 * _scatter(part.count, part.own, per_s=60, grain=_drop)


def _sea(part: Part) -> Mono:
    return (
        _noise(part.count, part.own, 60, 1500, 0.4) * _swell(part.count, part.shared, 4.2, 0.1) ** 2
    )


def _stream(part: Part) -> Mono:
    return _noise(part.count, part.own, 400, 2600, 0.3) * _swell(part.count, part.own, 0.7, 0.6)


def _fire(part: Part) -> Mono:
    return 0.4 * _noise(part.count, part.own, 60, 500, 0.6) + _scatter(
        part.count, part.own, per_s=18, grain=_crackle
    )


def _drone(part: Part) -> Mono:
    time = np.arange(part.count, dtype=np.float32) / SAMPLE_RATE
    root = 55.0
    parts = ((1.0, 1.0), (1.5, 0.5), (2.02, 0.35), (3.01, 0.15))
    wave = sum(a * np.sin(2 * np.pi * root * r * time + part.own.uniform(0, 6)) for r, a in parts)
    return (wave * _swell(part.count, part.shared, 5.0, 0.5) / 2).astype(np.float32)


def _pad(part: Part, scale_hz: tuple[float, ...]) -> Mono:
    """Slow soft tones from a scale, each swelling and fading on its own."""
    time = np.arange(part.count, dtype=np.float32) / SAMPLE_RATE
    wave = np.zeros(part.count, np.float32)
    onset = 0.0
    while onset < part.count / SAMPLE_RATE:
        pitch = float(part.shared.choice(scale_hz))
        envelope = np.clip((time - onset) / 0.7, 0, 1) * np.exp(-np.maximum(time - onset, 0) / 1.6)
        tone = np.sin(2 * np.pi * pitch * time) + 0.3 * np.sin(4 * np.pi * pitch * time)
        wave += (envelope * tone * (time >= onset)).astype(np.float32)
        onset += float(part.shared.uniform(0.8, 1.6))
    return wave * 0.4


def _bright(part: Part) -> Mono:
    # Pyeongjo, the calm Korean pentatonic (sol la do re mi), on G4.
    return _pad(part, (392.0, 440.0, 523.25, 587.33, 659.26))


def _plaintive(part: Part) -> Mono:
    # Gyemyeonjo, the plaintive Korean mode (la do re mi sol), on A3.
    return _pad(part, (220.0, 261.63, 293.66, 329.63, 392.0))


def _heartbeat(part: Part) -> Mono:
    wave = np.zeros(part.count, np.float32)
    length = SAMPLE_RATE // 5
    time = np.arange(length, dtype=np.float32) / SAMPLE_RATE
    thump = (np.sin(2 * np.pi * 52 * time) * np.exp(-time * 26)).astype(np.float32)
    for beat in np.arange(0.3, part.count / SAMPLE_RATE, 0.78):
        for offset, level in ((0.0, 1.0), (0.23, 0.7)):
            _add(wave, thump * level, round((beat + offset) * SAMPLE_RATE))
    return wave


def _birds(part: Part) -> Mono:
    return _scatter(part.count, part.shared, per_s=1.6, grain=_chirp) * 0.6


def _insects(part: Part) -> Mono:
    time = np.arange(part.count, dtype=np.float32) / SAMPLE_RATE
    pulse = np.clip(np.sin(2 * np.pi * 17 * time), 0, 1) * _swell(part.count, part.own, 1.9, 0.2)
    return (np.sin(2 * np.pi * 4300 * time) * pulse * 0.4).astype(np.float32)


def _murmur(part: Part) -> Mono:
    voices = [
        _noise(part.count, part.own, 180, 900, 0.6) * _swell(part.count, part.own, p, 0.1)
        for p in (0.31, 0.43)
    ]
    return (voices[0] + voices[1]) * np.float32(0.5)


def _engine(part: Part) -> Mono:
    time = np.arange(part.count, dtype=np.float32) / SAMPLE_RATE
    hum = sum(np.sin(2 * np.pi * 43 * k * time) / k for k in (1, 2, 3, 5))
    return (0.4 * hum + 0.5 * _noise(part.count, part.own, 40, 400, 0.5)).astype(np.float32)


def _thunder(part: Part) -> Mono:
    wave = np.zeros(part.count, np.float32)
    length = min(part.count, 2 * SAMPLE_RATE)
    fall = np.exp(-np.arange(length, dtype=np.float32) / SAMPLE_RATE * 1.8)
    _add(wave, _noise(length, part.own, 30, 160, 0.8) * fall, round(0.4 * part.count))
    return wave


def _bubbles(part: Part) -> Mono:
    return 0.5 * _noise(part.count, part.own, 40, 260, 0.6) + _scatter(
        part.count, part.own, per_s=5, grain=_bubble
    )


def _scatter(count: int, rng: Rng, per_s: float, grain: Callable[[Rng], Mono]) -> Mono:
    """Grains at random moments, on the average `per_s` a second."""
    wave = np.zeros(count, np.float32)
    for start in rng.integers(0, max(count, 1), round(per_s * count / SAMPLE_RATE)):
        _add(wave, grain(rng) * float(rng.uniform(0.3, 1)), int(start))
    return wave


def _add(wave: Mono, grain: Mono, start: int) -> None:
    end = min(len(wave), start + len(grain))
    if start < end:
        wave[start:end] += grain[: end - start]


def _grain(length_s: float, pitch_hz: float, bend: float, decay: float) -> Mono:
    time = np.arange(round(length_s * SAMPLE_RATE), dtype=np.float32) / SAMPLE_RATE
    phase = 2 * np.pi * pitch_hz * (time + bend * time**2)
    attack = np.clip(time / 0.004, 0, 1)
    return (np.sin(phase) * np.exp(-time * decay) * attack).astype(np.float32)


def _drop(rng: Rng) -> Mono:
    return _grain(0.02, float(rng.uniform(1800, 5200)), 8.0, 220) * 0.4


def _crackle(rng: Rng) -> Mono:
    return _grain(0.012, float(rng.uniform(900, 3000)), -10.0, 420)


def _chirp(rng: Rng) -> Mono:
    call = _grain(0.11, float(rng.uniform(2300, 3600)), float(rng.uniform(-2.5, 2.5)), 18)
    return np.tile(call, int(rng.integers(1, 4)))


def _bubble(rng: Rng) -> Mono:
    return _grain(0.09, float(rng.uniform(260, 700)), 5.0, 40)


VOICES: dict[str, Callable[[Part], Mono]] = {
    "wind": _wind,
    "rain": _rain,
    "sea": _sea,
    "stream": _stream,
    "fire": _fire,
    "drone": _drone,
    "bright": _bright,
    "plaintive": _plaintive,
    "heartbeat": _heartbeat,
    "birds": _birds,
    "insects": _insects,
    "murmur": _murmur,
    "engine": _engine,
    "thunder": _thunder,
    "bubbles": _bubbles,
}
