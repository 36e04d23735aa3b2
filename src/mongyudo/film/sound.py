"""The sound of a scene and of a film: music, what lasts and what happens, laid over one another.

Nothing is ducked: there is no voice to make room for. A scene's sound rings on into the next one,
and where they meet they are added: no cut, so no click. The same seeds give the same samples.
"""

from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from mongyudo.film.ambience import AMBIENT, Part, ambient
from mongyudo.film.foley import foley
from mongyudo.film.instruments import Note
from mongyudo.film.join import Sound
from mongyudo.film.loudness import fast_length
from mongyudo.film.music import RING_S, performed
from mongyudo.film.tones import Mono, clock, fade, samples
from mongyudo.records import Heard

TAIL_S = RING_S
"""How much longer than its scene a sound is."""

MUSIC_RMS = 0.1
"""Root mean square of the music in its scene; a sound of level 1 is as loud."""

FOLEY_PEAK = 0.45
"""Peak of a short sound of level 1."""

_AMBIENT_SHARE = 0.55
_OVERLAP_S = 0.8
"""What lasts comes and goes within this time, beyond its scene's end."""

_ROOM_S, _WET, _WET_FOLEY = 1.3, 0.32, 0.12
"""Reverberation: how long, and how much of it music and short sounds get."""

_ENDS_S = 0.5


@dataclass(frozen=True, slots=True)
class Score:
    """All that sounds in a scene of `duration_s`."""

    heard: tuple[Heard, ...]
    music: tuple[Note, ...]
    duration_s: float
    seed: int


def scene_sound(score: Score) -> Sound:
    """The sound of a scene, TAIL_S longer than it, not yet brought to its loudness.

    Raises KeyError for a sound that nobody knows.
    """
    count = samples(score.duration_s) + samples(TAIL_S)
    music = performed(score.music, score.duration_s, score.seed)
    music *= np.float32(MUSIC_RMS / max(_rms(music[: samples(score.duration_s)]), 1e-6))
    mix = np.repeat(music[:, None], 2, axis=1)
    wet = music * np.float32(_WET)
    for number, heard in enumerate(score.heard):
        if heard.sound in AMBIENT:
            _lay_ambient(mix, heard, _dice(score.seed, heard.sound))
        else:
            _lay_foley(mix, wet, heard, np.random.default_rng([score.seed, number]))
    mix += _reverberated(wet)
    mix *= fade(count, 0.0, 0.5 * TAIL_S)[:, None]
    return mix


def _dice(seed: int, name: str) -> list[int]:
    return [seed, crc32(name.encode())]


def _rms(wave: Mono) -> float:
    return float(np.sqrt(np.mean(wave.astype(np.float64) ** 2))) if len(wave) else 0.0


def _lay_ambient(mix: Sound, heard: Heard, dice: list[int]) -> None:
    """What lasts, another in each ear, swelling in and out beyond its end."""
    start = samples(heard.at_s)
    count = min(samples(heard.until_s - heard.at_s + _OVERLAP_S), len(mix) - start)
    curve = fade(count, 0.5 * _OVERLAP_S, _OVERLAP_S)
    curve *= np.float32(_AMBIENT_SHARE * heard.level)
    for ear in (0, 1):
        part = Part(count, np.random.default_rng([*dice, ear]), np.random.default_rng(dice))
        mix[start : start + count, ear] += ambient(heard.sound, part) * curve


def _lay_foley(mix: Sound, wet: Mono, heard: Heard, rng: np.random.Generator) -> None:
    """A short sound where it comes from; some of it goes into the room."""
    start = samples(heard.at_s)
    wave = foley(heard.sound, rng)[: max(0, len(mix) - start)] * np.float32(
        FOLEY_PEAK * heard.level
    )
    angle = (0.15 + 0.7 * heard.x) * np.pi / 2
    for ear, share in ((0, np.cos(angle)), (1, np.sin(angle))):
        mix[start : start + len(wave), ear] += wave * np.float32(share)
    wet[start : start + len(wave)] += wave * np.float32(_WET_FOLEY)


@lru_cache(maxsize=4)
def _room(size: int) -> NDArray[np.complex64]:
    """The spectrum of a room's answer in both ears: noise that dies away, duller as it does."""
    count = samples(_ROOM_S)
    rng = np.random.default_rng(1447)
    time = clock(count)
    answer = rng.standard_normal((2, count), np.float32) * np.exp(-time * np.float32(4.6))
    answer[:, 1:] = 0.45 * answer[:, 1:] + 0.55 * answer[:, :-1]
    answer *= np.clip((time - 0.012) / 0.02, 0, 1) * fade(count, 0, 0.3)
    answer /= np.sqrt((answer**2).sum(axis=1, keepdims=True))
    return np.fft.rfft(answer, size).astype(np.complex64)


def _reverberated(wet: Mono) -> Sound:
    size = fast_length(len(wet) + samples(_ROOM_S))
    made = np.fft.irfft(np.fft.rfft(wet, size) * _room(size), size)
    return made[:, : len(wet)].T.astype(np.float32)


def laid_end_to_end(sounds: list[Sound], lengths: list[int]) -> Sound:
    """The scenes' sounds, each beginning where the one before has lasted `lengths` samples, what
    rings on added to what follows; silent at both ends."""
    whole = np.zeros((sum(lengths), 2), np.float32)
    start = 0
    for sound, length in zip(sounds, lengths, strict=True):
        part = sound[: len(whole) - start]
        whole[start : start + len(part)] += part
        start += length
    return with_soft_ends(whole)


def with_soft_ends(sound: Sound) -> Sound:
    """`sound` rising from silence at once and sinking into it within half a second."""
    return sound * fade(len(sound), 0.02, _ENDS_S)[:, None]
