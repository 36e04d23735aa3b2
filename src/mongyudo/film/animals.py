"""Voices of animals, gentle ones: a tone that glides, through the resonances of a throat.

Source and filter (Fant, Acoustic Theory of Speech Production, 1960; for animals Taylor and Reby,
Journal of Zoology 280, 2010). Pitches and lengths are rough means of the species' common calls.
"""

from collections.abc import Callable

import numpy as np

from mongyudo.film.join import SAMPLE_RATE
from mongyudo.film.tones import (
    Mono,
    Rng,
    add,
    burst,
    clock,
    fade,
    noise,
    overtones,
    samples,
    struck,
)

Throat = tuple[tuple[float, float], ...]
"""Resonances: frequency in Hz and weight."""

_OPEN: Throat = ((800, 1.0), (1250, 0.7), (2600, 0.3))
_ROUND: Throat = ((360, 1.0), (780, 0.6), (2300, 0.12))
_BRIGHT: Throat = ((420, 0.7), (2100, 1.0), (2900, 0.6))
_LOW: Throat = ((240, 1.0), (560, 0.6), (1100, 0.25))


def _call(
    length_s: float, glide: tuple[tuple[float, float], ...], throat: Throat, *,
    into: Throat | None = None, rough: float = 0.0, breath: float = 0.04,
    rng: Rng, tremble: tuple[float, float] = (0.0, 0.0),
) -> Mono:  # fmt: skip
    """A voice: `glide` are (share of the time, Hz); the throat changes to `into`, if given.

    `rough` shakes the loudness as a growl does, `tremble` is (Hz, share) of the pitch.
    """
    count = samples(length_s)
    time = clock(count)
    pitch = np.interp(time / length_s, [at for at, _ in glide], [hertz for _, hertz in glide])
    pitch *= 1 + tremble[1] * np.sin(2 * np.pi * tremble[0] * time)
    phase = np.cumsum(pitch) * (2 * np.pi / SAMPLE_RATE)
    wave = overtones(phase, _shaped(throat, float(pitch.mean())), 1.0)
    if into is not None:
        share = np.clip(time / length_s * 1.6 - 0.3, 0, 1)
        wave += share * (overtones(phase, _shaped(into, float(pitch.mean())), 1.0) - wave)
    if rough:
        wave *= 1 + rough * noise(count, rng, 18, 60)
    wave += breath * noise(count, rng, 300, 5000, 0.4)
    return (wave * fade(count, 0.12 * length_s, 0.35 * length_s)).astype(np.float32)


def _shaped(throat: Throat, pitch_hz: float) -> tuple[float, ...]:
    """Weights of the overtones behind a throat; those above 9 kHz are left out."""
    heard = max(1, min(28, int(9000 / pitch_hz)))
    hertz = pitch_hz * np.arange(1, heard + 1)
    shape = sum(weight / (1 + ((hertz - at) / (0.22 * at)) ** 2) for at, weight in throat)
    return tuple(float(v) for v in (0.012 + shape) / np.arange(1, heard + 1) ** 0.8)


def _row(length_s: float, *parts: tuple[float, Mono]) -> Mono:
    wave = np.zeros(samples(length_s), np.float32)
    for start_s, part in parts:
        add(wave, part, samples(start_s))
    return wave


def _dog(rng: Rng) -> Mono:
    def bark() -> Mono:
        top = float(rng.uniform(440, 520))
        glide = ((0, 0.7 * top), (0.3, top), (1, 0.5 * top))
        return _call(0.17, glide, _OPEN, rough=0.5, breath=0.3, rng=rng)

    return _row(0.75, (0.0, bark()), (0.36, 0.85 * bark()))


def _cat(rng: Rng) -> Mono:
    glide = ((0, 480), (0.3, 690), (0.7, 620), (1, 430))
    return _call(0.75, glide, _BRIGHT, into=_OPEN, breath=0.05, rng=rng)


def _cow(rng: Rng) -> Mono:
    glide = ((0, 118), (0.25, 152), (0.75, 146), (1, 112))
    return _call(1.4, glide, _ROUND, into=_OPEN, rough=0.12, rng=rng)


def _pig(rng: Rng) -> Mono:
    def grunt() -> Mono:
        low = float(rng.uniform(78, 98))
        return _call(0.16, ((0, low), (1, 0.8 * low)), _LOW, rough=0.9, breath=0.5, rng=rng)

    return _row(0.9, (0.0, grunt()), (0.26, 0.8 * grunt()), (0.58, grunt()))


def _horse(rng: Rng) -> Mono:
    glide = ((0, 950), (0.2, 1250), (1, 520))
    return _call(1.2, glide, _OPEN, rough=0.35, breath=0.15, rng=rng, tremble=(13.0, 0.09))


def _sheep(rng: Rng) -> Mono:
    glide = ((0, 330), (0.3, 350), (1, 310))
    return _call(0.9, glide, _OPEN, rough=0.2, rng=rng, tremble=(8.5, 0.05))


def _rooster(rng: Rng) -> Mono:
    def crow(length_s: float, low: float, high: float) -> Mono:
        glide = ((0, low), (0.25, high), (1, 0.8 * high))
        return _call(length_s, glide, _BRIGHT, rough=0.25, breath=0.08, rng=rng)

    parts = ((0.0, crow(0.16, 480, 620)), (0.2, crow(0.14, 560, 720)), (0.38, crow(0.2, 620, 900)))
    return _row(1.5, *parts, (0.6, crow(0.8, 700, 940)))


def _hen(rng: Rng) -> Mono:
    def cluck() -> Mono:
        return _call(0.09, ((0, 420), (1, 560)), _BRIGHT, rough=0.3, breath=0.15, rng=rng)

    return _row(1.1, *((at, cluck()) for at in (0.0, 0.22, 0.42, 0.75)))


def _growl(rng: Rng) -> Mono:
    glide = ((0, 66), (0.4, 88), (1, 58))
    return _call(1.5, glide, _LOW, rough=0.9, breath=0.35, rng=rng)


def _roar(rng: Rng) -> Mono:
    glide = ((0, 92), (0.25, 165), (1, 70))
    return _call(1.9, glide, _LOW, into=_OPEN, rough=0.8, breath=0.5, rng=rng)


def _howl(rng: Rng) -> Mono:
    glide = ((0, 290), (0.2, 500), (0.75, 480), (1, 330))
    return _call(2.3, glide, _ROUND, breath=0.02, rng=rng, tremble=(4.5, 0.008))


def _hiss(rng: Rng) -> Mono:
    count = samples(1.0)
    return noise(count, rng, 3200, 10_000) * fade(count, 0.12, 0.5)


def _chirp(rng: Rng) -> Mono:
    pitch_hz, bend = float(rng.uniform(2500, 3600)), float(rng.uniform(-2.5, 2.5))
    call = struck(0.1, pitch_hz, 20, bend=bend)
    return _row(0.5, *((0.14 * at, call) for at in range(int(rng.integers(1, 4)))))


def _magpie(rng: Rng) -> Mono:
    def rasp() -> Mono:
        return _call(0.06, ((0, 1500), (1, 1350)), _BRIGHT, rough=0.8, breath=0.5, rng=rng)

    return _row(0.8, *((0.09 * at, rasp()) for at in range(6)))


def _frog(rng: Rng) -> Mono:
    croak = _row(0.34, *((0.03 * at, struck(0.03, 520 + 22 * at, 70)) for at in range(10)))
    return _row(1.1, (0.0, croak), (0.55, float(rng.uniform(0.6, 0.9)) * croak))


def _mouse(rng: Rng) -> Mono:
    squeak = struck(0.07, float(rng.uniform(3900, 4700)), 26, bend=3.0)
    return _row(0.5, (0.0, squeak), (0.12, 0.8 * squeak), (0.3, squeak))


def _monkey(rng: Rng) -> Mono:
    def hoot(high: float) -> Mono:
        return _call(0.16, ((0, 0.6 * high), (0.6, high), (1, 0.8 * high)), _OPEN, rng=rng)

    return _row(1.0, *((0.22 * at, hoot(480 + 110 * at)) for at in range(4)))


def _whale(rng: Rng) -> Mono:
    glide = ((0, 170), (0.35, 330), (0.6, 300), (1, 120))
    return _call(2.8, glide, _ROUND, breath=0.03, rng=rng, tremble=(3.2, 0.02))


def _buzz(rng: Rng) -> Mono:
    count = samples(1.2)
    glide = ((0, 195), (0.4, 225), (1, 185))
    return _call(count / SAMPLE_RATE, glide, _OPEN, rough=0.4, breath=0.05, rng=rng)


def _flap(rng: Rng) -> Mono:
    return _row(0.5, *((at, burst(0.09, rng, 200, 1600, 30)) for at in (0.0, 0.14, 0.28)))


ANIMALS: dict[str, Callable[[Rng], Mono]] = {
    "dog": _dog,
    "cat": _cat,
    "cow": _cow,
    "pig": _pig,
    "horse": _horse,
    "sheep": _sheep,
    "rooster": _rooster,
    "hen": _hen,
    "growl": _growl,
    "roar": _roar,
    "howl": _howl,
    "hiss": _hiss,
    "bird": _chirp,
    "magpie": _magpie,
    "frog": _frog,
    "mouse": _mouse,
    "monkey": _monkey,
    "whale": _whale,
    "buzz": _buzz,
    "flapping": _flap,
}
