"""Music for a scene: a phrase in a Korean mode, its rhythm a jangdan, by the film's emotion.

Modes, in semitones above their lowest tone:

- pyeongjo (평조, "sol la do re mi", 0 2 5 7 9): calm and open; the Akhak gwebeom (1493) tells it
  and gyemyeonjo apart as the two modes of court music;
- gyemyeonjo (계면조, "la do re mi sol", 0 3 5 7 10): plaintive;
- menari-tori (메나리토리, "mi sol la do re", 0 3 5 8 10) of the eastern songs, whose melodies sink
  from re through do to la and from la through sol to mi;
- yukjabaegi-tori (육자배기토리, "mi la si do", 0 5 7 8) of the south-west, made of a tone that
  trembles (떠는 목, mi), a plain one (la), and one that breaks from do down to si (꺾는 목).

Rhythms are jangdan of 12 beats or of 4: jungmori slow and even, gutgeori and semachi swaying in
threes, jinyang very slow in sixes, hwimori fast. Source of both: Encyclopedia of Korean Culture
(encykorea.aks.ac.kr), entries 평조, 계면조, 메나리토리, 육자배기토리, 장단, 진양조, 중모리,
굿거리장단, 휘모리. Which mode goes with which of the seven emotions is craft: pyeongjo for joy and
calm, the modes that tremble and sink for grief and dread.
"""

from dataclasses import dataclass

import numpy as np

from mongyudo.film.instruments import Instrument, Note, Ornament, play
from mongyudo.film.tones import Mono, Rng, add, samples

RING_S = 2.0
"""Notes may ring on for so long after their scene's end, into the next one."""

_TONICS = (48, 50, 51, 53)
"""MIDI pitches from which a film takes the one its music stands on: c, d, e flat (황종), f."""


@dataclass(frozen=True, slots=True)
class Mode:
    """`name` in Korean; `steps` in semitones; `rests` are degrees on which phrases end, `trembles`
    and `breaks` the degrees that are ornamented by the mode's own rule."""

    name: str
    steps: tuple[int, ...]
    rests: tuple[int, ...] = (0,)
    trembles: tuple[int, ...] = ()
    breaks: tuple[int, ...] = ()

    def pitch(self, degree: int) -> int:
        """Semitones above the lowest tone; degrees go on through the octaves."""
        octave, step = divmod(degree, len(self.steps))
        return 12 * octave + self.steps[step]


PYEONGJO = Mode("평조", (0, 2, 5, 7, 9), rests=(0, 2))
GYEMYEONJO = Mode("계면조", (0, 3, 5, 7, 10), rests=(0, 2), trembles=(0,), breaks=(1,))
MENARI = Mode("메나리토리", (0, 3, 5, 8, 10), rests=(0, 2), trembles=(0,))
YUKJABAEGI = Mode("육자배기토리", (0, 5, 7, 8), rests=(0, 1), trembles=(0,), breaks=(2,))


@dataclass(frozen=True, slots=True)
class Style:
    """How an emotion is played.

    `beat_s` is one beat; `rhythms` are jangdan as lengths in beats, of which a film takes one.
    `lead` plays the melody `octave` octaves above the tonic; `drum` beats and the gong's `gong`
    strokes a scene lie under it; `low` holds the tonic. `leap` is how far the melody strides.
    """

    mode: Mode
    beat_s: float
    rhythms: tuple[tuple[float, ...], ...]
    lead: Instrument
    octave: int = 1
    answer: Instrument | None = None
    low: Instrument | None = None
    drum: tuple[float, ...] = ()
    gong: int = 0
    leap: int = 1
    falls: bool = False


STYLES: dict[str, Style] = {
    "행복": Style(
        PYEONGJO, 0.20, ((3, 2, 1, 3, 3), (2, 1, 2, 1, 3, 3), (3, 3, 2, 1, 2, 1)), "gayageum",
        answer="daegeum", drum=(0, 3, 6, 9), leap=2,
    ),
    "슬픔": Style(
        YUKJABAEGI, 0.46, ((3, 1, 2), (2, 1, 3), (4, 2)), "daegeum", answer="gayageum", falls=True,
    ),
    "분노": Style(
        GYEMYEONJO, 0.17, ((1, 1, 2, 1, 1, 2), (2, 1, 1, 2, 2), (1, 2, 1, 2, 2)), "geomungo",
        octave=0, low="ajaeng", drum=(0, 2, 3, 5, 6, 8), leap=2,
    ),
    "공포": Style(
        GYEMYEONJO, 0.52, ((4, 2), (3, 3), (6,)), "ajaeng", octave=0, answer="geomungo", gong=1,
        falls=True,
    ),
    "놀람": Style(
        PYEONGJO, 0.15, ((1, 1, 1, 1, 1, 7), (1, 1, 1, 3, 1, 1, 4)), "gayageum", answer="gayageum",
        gong=1, leap=3,
    ),
    "혐오": Style(
        MENARI, 0.40, ((3, 3), (2, 4), (5, 1)), "ajaeng", answer="geomungo", falls=True,
    ),
    "중립": Style(
        PYEONGJO, 0.36, ((3, 2, 1), (2, 2, 2), (4, 2)), "gayageum", answer="daegeum",
    ),
}  # fmt: skip


def music_name(emotion: str) -> str:
    """The mode of an emotion's music and who plays the melody: 평조 gayageum daegeum."""
    style = STYLES[emotion]
    players = dict.fromkeys(p for p in (style.lead, style.answer) if p)
    return " ".join((style.mode.name, *players))


def compose(emotion: str, duration_s: float, film_seed: int, scene: int) -> tuple[Note, ...]:
    """The notes of scene number `scene` of a film: tonic and rhythm are the film's, the melody
    the scene's own; it ends on a tone of rest."""
    style = STYLES[emotion]
    film = np.random.default_rng([film_seed, 71])
    tonic = int(film.choice(_TONICS))
    rhythm = style.rhythms[int(film.integers(len(style.rhythms)))]
    rng = np.random.default_rng([film_seed, 72, scene])
    notes = [*_melody(style, rhythm, tonic, duration_s, rng)]
    notes += _ground(style, tonic, duration_s)
    return tuple(sorted(notes, key=lambda note: note.start_s))


def _melody(
    style: Style, rhythm: tuple[float, ...], tonic: int, duration_s: float, rng: Rng
) -> list[Note]:
    """Walks over the mode's tones, two phrases that answer each other, at rest in the end."""
    beats = _beats(style, rhythm, duration_s)
    degree = int(rng.integers(2, 5))
    notes: list[Note] = []
    for number, (start_s, length_s) in enumerate(beats):
        last, second = number == len(beats) - 1, start_s > 0.5 * duration_s
        degree = _next(style, degree, rng) if not last else _nearest_rest(style.mode, degree)
        voice = style.answer if second and style.answer else style.lead
        octave = max(style.octave, 1) if voice in ("gayageum", "daegeum") else 0
        notes.append(
            Note(
                start_s,
                tonic + 12 * octave + style.mode.pitch(degree),
                max(length_s, 1.2) if last else length_s,
                voice,
                float(rng.uniform(0.62, 0.8)) + (0.2 if number == 0 or last else 0.0),
                _ornament(style.mode, degree, length_s, rng, last=last),
            )
        )
    return notes


def _beats(style: Style, rhythm: tuple[float, ...], duration_s: float) -> list[tuple[float, float]]:
    """Begin and length of the melody's notes: the rhythm, again and again, with room at the end."""
    begin_s, end_s = 0.12, max(0.3, duration_s - 0.9)
    beats: list[tuple[float, float]] = []
    at_s = begin_s
    while at_s < end_s or not beats:
        length_s = rhythm[len(beats) % len(rhythm)] * style.beat_s
        beats.append((at_s, length_s))
        at_s += length_s
    return beats


def _next(style: Style, degree: int, rng: Rng) -> int:
    """A neighbouring tone, seldom a leap; `falls` prefers to sink."""
    low, high = 0, len(style.mode.steps) + 3
    down = 0.62 if style.falls else 0.5
    step = 1 + int(rng.integers(style.leap)) * int(rng.random() < 0.5)
    moved = degree - step if rng.random() < down else degree + step
    if not low <= moved <= high:
        moved = 2 * degree - moved
    return min(high, max(low, moved))


def _nearest_rest(mode: Mode, degree: int) -> int:
    size = len(mode.steps)
    rests = [rest + size * octave for octave in (0, 1) for rest in mode.rests]
    return min(rests, key=lambda rest: (abs(rest - degree), rest))


def _ornament(mode: Mode, degree: int, length_s: float, rng: Rng, *, last: bool) -> Ornament:
    """By the mode's rule for the tone, else by chance and only where there is time for it."""
    step = degree % len(mode.steps)
    if step in mode.breaks and length_s > 0.25:
        return "kkeokneun"
    if step in mode.trembles and (length_s > 0.5 or last):
        return "deep"
    if length_s < 0.5 and not last:
        return "plain"
    chance = rng.random()
    if last or chance < 0.5:
        return "nonghyeon"
    return "toeseong" if chance < 0.65 else "chuseong" if chance < 0.72 else "plain"


def _ground(style: Style, tonic: int, duration_s: float) -> list[Note]:
    """What lies under the melody: the held tonic, the drum, the gong."""
    notes: list[Note] = []
    if style.low is not None:
        notes.append(Note(0.0, tonic - 12, duration_s, style.low, 0.6))
    notes += [Note(2.5 * at, tonic - 15, 3.0, "jing", 0.7 - 0.2 * at) for at in range(style.gong)]
    bar_s = 12 * style.beat_s if style.drum and max(style.drum) > 8 else 8 * style.beat_s
    bars = int(duration_s / bar_s) + 1 if style.drum else 0
    for bar in range(bars):
        for beat in style.drum:
            at_s = 0.12 + bar * bar_s + beat * style.beat_s
            if at_s < duration_s - 0.4:
                notes.append(Note(at_s, tonic - 14, 0.4, "buk", 0.75 if beat == 0 else 0.45))
    return notes


def performed(notes: tuple[Note, ...], duration_s: float, seed: int) -> Mono:
    """The notes played, RING_S longer than the scene."""
    wave = np.zeros(samples(duration_s) + samples(RING_S), np.float32)
    for number, note in enumerate(notes):
        add(wave, play(note, np.random.default_rng([seed, number])), samples(note.start_s))
    return wave
