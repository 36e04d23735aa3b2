"""Sounds that last: wind, rain, sea, a crowd, an engine. Each is periodic over its length, so that
it may be repeated or cut anywhere without a seam."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mongyudo.film.tones import Mono, Rng, clock, mono, noise, samples, struck, swell

LOUDNESS = 0.1
"""Root mean square of every one of them."""


@dataclass(frozen=True, slots=True)
class Part:
    """One sound in one ear: its length in samples, and the dice of this ear and of both."""

    count: int
    own: Rng
    shared: Rng


def ambient(name: str, part: Part) -> Mono:
    """The sound called `name`, LOUDNESS loud. Raises KeyError for one that is not in AMBIENT."""
    wave = AMBIENT[name](part)
    return wave * np.float32(LOUDNESS / max(float(np.sqrt(np.mean(wave**2))), 1e-9))


def _wind(part: Part) -> Mono:
    return noise(part.count, part.own, 120, 700, 0.5) * swell(part.count, part.shared, 3.1, 0.25)


def _storm(part: Part) -> Mono:
    return noise(part.count, part.own, 90, 1400, 0.5) * swell(part.count, part.shared, 1.7, 0.35)


def _rain(part: Part) -> Mono:
    hiss = noise(part.count, part.own, 900, 9000, 0.2) * np.float32(0.35)
    return hiss + np.float32(0.8) * _scattered(part.count, part.own, 60, _rain_drop)


def _sea(part: Part) -> Mono:
    return (
        noise(part.count, part.own, 60, 1500, 0.4) * swell(part.count, part.shared, 4.2, 0.1) ** 2
    )


def _stream(part: Part) -> Mono:
    return noise(part.count, part.own, 400, 2600, 0.3) * swell(part.count, part.own, 0.7, 0.6)


def _fall(part: Part) -> Mono:
    return noise(part.count, part.own, 150, 5200, 0.35)


def _fire(part: Part) -> Mono:
    roar = noise(part.count, part.own, 60, 500, 0.6) * np.float32(0.4)
    return roar + _scattered(part.count, part.own, 18, _crackle)


def _bubbles(part: Part) -> Mono:
    deep = noise(part.count, part.own, 40, 260, 0.6) * np.float32(0.5)
    return deep + _scattered(part.count, part.own, 5, _bubble)


def _insects(part: Part) -> Mono:
    time = clock(part.count)
    pulse = np.clip(np.sin(2 * np.pi * _whole(17, part.count) * time), 0, 1)
    tone = np.sin(2 * np.pi * _whole(4300, part.count) * time)
    return mono(tone * pulse * swell(part.count, part.own, 1.9, 0.2))


def _birds(part: Part) -> Mono:
    return _scattered(part.count, part.shared, 1.6, _chirp)


def _murmur(part: Part) -> Mono:
    """Many who talk: the band of voices, each syllable on its own."""
    talk = [
        noise(part.count, part.own, 180, 900, 0.6) * swell(part.count, part.own, period, 0.1)
        for period in (0.31, 0.43)
    ]
    return talk[0] + talk[1]


def _engine(part: Part) -> Mono:
    time = clock(part.count)
    base_hz = _whole(43, part.count)
    hum = np.zeros(part.count, np.float32)
    for order in (1, 2, 3, 5):
        hum += np.sin(2 * np.pi * base_hz * order * time) / np.float32(order)
    return np.float32(0.4) * hum + np.float32(0.5) * noise(part.count, part.own, 40, 400, 0.5)


def _rails(part: Part) -> Mono:
    """Wheels over the joints of rails: two knocks and two knocks."""
    wave = np.float32(0.25) * noise(part.count, part.own, 50, 700, 0.6)
    knock = struck(0.12, 130, 30) + np.float32(0.5) * struck(0.12, 390, 45)
    bars = max(1, round(part.count / samples(0.82)))
    for bar in range(bars):
        for late_s, level in ((0.0, 1.0), (0.11, 0.8), (0.4, 0.7), (0.51, 0.6)):
            start = bar * part.count // bars + samples(late_s)
            _around(wave, knock * np.float32(level), start)
    return wave


def _jet(part: Part) -> Mono:
    return noise(part.count, part.own, 90, 1100, 0.7) * swell(part.count, part.shared, 5.0, 0.8)


def _hush(part: Part) -> Mono:
    """The air of a room in which nothing sounds."""
    return noise(part.count, part.own, 50, 420, 0.8)


def _cavern(part: Part) -> Mono:
    deep = noise(part.count, part.own, 45, 240, 0.7) * swell(part.count, part.shared, 4.0, 0.6)
    return deep + _scattered(part.count, part.shared, 0.9, _far_drop)


def _rumble(part: Part) -> Mono:
    return noise(part.count, part.own, 24, 130, 0.8) * swell(part.count, part.shared, 0.5, 0.5)


def _machines(part: Part) -> Mono:
    time = clock(part.count)
    round_ = np.remainder(time * _whole(2.2, part.count), 1.0)
    stroke = np.exp(-6 * round_) * np.clip(round_ * 30, 0, 1)
    return mono(noise(part.count, part.own, 80, 1800, 0.5) * (np.float32(0.3) + stroke))


def _whole(hertz: float, count: int) -> float:
    """The nearest frequency with a whole number of periods in `count` samples."""
    length_s = count / samples(1.0)
    return max(1, round(hertz * length_s)) / length_s


def _scattered(count: int, rng: Rng, per_s: float, grain: Callable[[Rng], Mono]) -> Mono:
    """Grains at random moments, about `per_s` a second; what hangs over begins anew in front."""
    wave = np.zeros(count, np.float32)
    for start in rng.integers(0, count, max(1, round(per_s * count / samples(1.0)))):
        _around(wave, grain(rng) * np.float32(rng.uniform(0.3, 1)), int(start))
    return wave


def _around(wave: Mono, grain: Mono, start: int) -> None:
    grain = grain[: len(wave)]
    start %= len(wave)
    head = min(len(grain), len(wave) - start)
    wave[start : start + head] += grain[:head]
    wave[: len(grain) - head] += grain[head:]


def _rain_drop(rng: Rng) -> Mono:
    return np.float32(0.4) * struck(0.02, float(rng.uniform(1800, 5200)), 220, bend=16)


def _crackle(rng: Rng) -> Mono:
    return struck(0.012, float(rng.uniform(900, 3000)), 420, bend=-20)


def _chirp(rng: Rng) -> Mono:
    call = struck(0.11, float(rng.uniform(2300, 3600)), 18, bend=float(rng.uniform(-5, 5)))
    return np.tile(call, int(rng.integers(1, 4)))


def _bubble(rng: Rng) -> Mono:
    return struck(0.09, float(rng.uniform(260, 700)), 40, bend=10)


def _far_drop(rng: Rng) -> Mono:
    return np.float32(0.5) * struck(0.4, float(rng.uniform(700, 1300)), 11, bend=1.5)


AMBIENT: dict[str, Callable[[Part], Mono]] = {
    "wind": _wind,
    "storm": _storm,
    "rain": _rain,
    "sea": _sea,
    "stream": _stream,
    "waterfall": _fall,
    "fire": _fire,
    "bubbles": _bubbles,
    "insects": _insects,
    "birds": _birds,
    "murmur": _murmur,
    "engine": _engine,
    "rails": _rails,
    "jet": _jet,
    "hush": _hush,
    "cavern": _cavern,
    "rumble": _rumble,
    "machines": _machines,
}
