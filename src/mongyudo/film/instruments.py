"""Notes in the manner of Korean instruments, synthesised; none is a recording.

- gayageum: a plucked silk string, bent by pressing it left of its bridge, so that the vibrato
  (nonghyeon) only goes up from the note;
- geomungo: a lower one, struck with a stick;
- daegeum: a bamboo flute, breath around the tone, a wide slow vibrato that grows; blown hard, its
  membrane (cheong) buzzes;
- ajaeng: silk strings bowed with a stick, rough and nasal;
- jing: a large gong, whose partials beat and whose pitch rises as it dies; buk: a drum.

How they sound and are ornamented (nonghyeon, toeseong, chuseong, kkeokneun-mok) follows Lee Hye-ku
and Chang Sa-hun's account as told in the Encyclopedia of Korean Culture (encykorea.aks.ac.kr),
entries 가야금, 대금, 아쟁, 징, 농현, 시김새; strings as sums of damped overtones that the place of
plucking thins out: Fletcher and Rossing, The Physics of Musical Instruments (1998), ch. 2.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from mongyudo.film.tones import (
    Mono,
    Rng,
    add,
    bent,
    burst,
    clock,
    fade,
    mono,
    noise,
    overtones,
    samples,
    struck,
)

Instrument = Literal["gayageum", "geomungo", "daegeum", "ajaeng", "jing", "buk"]
Ornament = Literal["plain", "nonghyeon", "deep", "toeseong", "chuseong", "kkeokneun"]

_HIGHEST_HZ = 15_000.0


@dataclass(frozen=True, slots=True)
class Note:
    """One note: when it begins in seconds, its MIDI `pitch` (69: 440 Hz), how long it is held, its
    `force` 0..1, and how it is bent."""

    start_s: float
    pitch: float
    length_s: float
    instrument: Instrument = "gayageum"
    force: float = 0.8
    ornament: Ornament = "plain"


def hertz(pitch: float) -> float:
    """The frequency of a MIDI pitch."""
    return float(440.0 * 2 ** ((pitch - 69) / 12))


def play(note: Note, rng: Rng) -> Mono:
    """The sound of a note, from its beginning to where it has died away."""
    return INSTRUMENTS[note.instrument](note, rng)


def bend_of(note: Note, count: int) -> Mono:
    """By how many semitones the note is bent, at each of its `count` samples."""
    time = clock(count)
    late = np.clip((time - 0.18) / 0.35, 0, 1)
    if note.ornament in ("nonghyeon", "deep"):
        rate_hz, width = (5.3, 0.55) if note.ornament == "nonghyeon" else (4.4, 1.5)
        curve = late * width * (0.5 - 0.5 * np.cos(2 * np.pi * rate_hz * (time - 0.18)))
    elif note.ornament in ("toeseong", "chuseong"):
        slide = np.clip((time - 0.45 * note.length_s) / max(0.12, 0.4 * note.length_s), 0, 1)
        slide = slide * slide * (3 - 2 * slide)
        curve = slide * (-2.0 if note.ornament == "toeseong" else 2.0)
    elif note.ornament == "kkeokneun":  # held above for a moment, then broken down to the note
        curve = 1.0 - np.clip((time - 0.13) / 0.07, 0, 1)
    else:
        curve = np.zeros(count)
    return mono(curve)


def _plucked(place: float, softness: float, pitch_hz: float, most: int) -> tuple[float, ...]:
    """Overtones of a string plucked at `place` (share of its length), those above hearing left out.

    The n-th falls by n ^ -`softness`, and is missing where it has a node under the finger.
    """
    heard = max(1, min(most, int(_HIGHEST_HZ / pitch_hz)))
    return tuple(float(np.sin(np.pi * n * place)) / float(n**softness) for n in range(1, heard + 1))


def _gayageum(note: Note, rng: Rng) -> Mono:
    pitch_hz = hertz(note.pitch)
    count = samples(max(note.length_s, 0.5) + 1.1)
    weights = _plucked(0.16, 1.15 + 0.5 * (1 - note.force), pitch_hz, 22)
    dying = np.exp(-clock(count) * np.float32(1.4 + 0.9 * pitch_hz / 440))
    damping = np.exp(-clock(count) * np.float32(1.3)).astype(np.float32)
    wave = overtones(bent(pitch_hz, bend_of(note, count)), weights, damping) * dying
    add(wave, 0.25 * burst(0.05, rng, 900, 5200, 90), 0)
    return _ended(wave, note)


def _geomungo(note: Note, rng: Rng) -> Mono:
    pitch_hz = hertz(note.pitch)
    count = samples(max(note.length_s, 0.4) + 0.8)
    dying = np.exp(-clock(count) * np.float32(2.4))
    damping = np.exp(-clock(count) * np.float32(2.2)).astype(np.float32)
    weights = _plucked(0.11, 1.25, pitch_hz, 20)
    wave = overtones(bent(pitch_hz, bend_of(note, count)), weights, damping) * dying
    add(wave, 0.5 * burst(0.09, rng, 150, 1600, 60), 0)
    return _ended(wave, note)


def _ended(wave: Mono, note: Note) -> Mono:
    return wave * fade(len(wave), 0.002, 0.35) * np.float32(note.force)


def _daegeum(note: Note, rng: Rng) -> Mono:
    pitch_hz = hertz(note.pitch)
    count = samples(note.length_s + 0.25)
    time = clock(count)
    own = np.clip((time - 0.35) / 0.6, 0, 1) * 0.35 * np.sin(2 * np.pi * 4.7 * time)
    scoop = -0.6 * np.exp(-time * 18)  # the breath finds the pitch from below
    phase = bent(pitch_hz, bend_of(note, count) + own + scoop)
    buzz = 0.25 * max(0.0, note.force - 0.6)
    weights = (1.0, 0.42, 0.28, 0.12, 0.07 + buzz, 0.05 + buzz, 0.03 + buzz)
    wave = overtones(phase, weights, 1.0)
    breath = noise(count, rng, 0.8 * pitch_hz, 5 * pitch_hz, 0.4)
    wave += breath * (0.10 + 0.5 * np.exp(-time * 14))
    shaped = wave * fade(count, 0.09, 0.28) * (0.75 + 0.25 * np.sin(np.pi * time / time[-1]))
    return mono(shaped * np.float32(0.5 * note.force))


def _ajaeng(note: Note, rng: Rng) -> Mono:
    pitch_hz = hertz(note.pitch)
    count = samples(note.length_s + 0.3)
    time = clock(count)
    waver = 0.12 * np.sin(2 * np.pi * 5.6 * time) * np.clip(time / 0.8, 0, 1)
    phase = bent(pitch_hz, bend_of(note, count) + waver.astype(np.float32))
    weights = tuple(n**-0.9 * (1.6 if n in (4, 5, 6) else 1.0) for n in range(1, 15))
    rough = 1 + 0.35 * noise(count, rng, 8, 45)
    wave = overtones(phase, weights, 1.0) * rough
    wave += 0.5 * noise(count, rng, 2 * pitch_hz, 12 * pitch_hz, 0.6)
    return (wave * fade(count, 0.16, 0.3) * np.float32(0.22 * note.force)).astype(np.float32)


_JING = ((1.0, 1.0, 0.9), (1.006, 0.7, 0.8), (1.52, 0.5, 1.3), (2.01, 0.55, 1.6),
         (2.74, 0.35, 2.4), (3.42, 0.22, 3.2), (4.36, 0.14, 4.5))  # fmt: skip
"""Partials of the gong: ratio, weight, how fast it dies."""


def _jing(note: Note, rng: Rng) -> Mono:
    count = samples(max(note.length_s, 2.5) + 0.5)
    time = clock(count)
    rise = np.clip(time / 1.6, 0, 1) * np.float32(0.8) - np.float32(0.4)
    phase = bent(hertz(note.pitch), rise)
    wave = np.zeros(count, np.float32)
    for ratio, weight, dying in _JING:
        tone = np.sin(np.remainder(phase * ratio, 2 * np.pi).astype(np.float32))
        wave += weight * tone * np.exp(-time * np.float32(dying))
    add(wave, 0.5 * burst(0.3, rng, 300, 2600, 14), 0)
    soft = np.clip(time / 0.03, 0, 1)
    return mono(wave * soft * fade(count, 0, 0.6) * np.float32(0.4 * note.force))


def _buk(note: Note, rng: Rng) -> Mono:
    wave = struck(0.5, hertz(note.pitch), 9.0, bend=-0.9)
    add(wave, 0.5 * struck(0.3, 1.59 * hertz(note.pitch), 16.0, bend=-0.9), 0)  # of a round skin
    add(wave, 0.35 * burst(0.06, rng, 200, 1800, 70), 0)
    return wave * np.float32(note.force)


INSTRUMENTS: dict[Instrument, Callable[[Note, Rng], Mono]] = {
    "gayageum": _gayageum,
    "geomungo": _geomungo,
    "daegeum": _daegeum,
    "ajaeng": _ajaeng,
    "jing": _jing,
    "buk": _buk,
}
