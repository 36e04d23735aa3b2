"""Music: in its mode, in tune, ornamented as the mode asks, other for each emotion and film."""

import numpy as np
import pytest

from mongyudo.film.instruments import Instrument, Note, bend_of, hertz, play
from mongyudo.film.join import SAMPLE_RATE
from mongyudo.film.music import (
    GYEMYEONJO,
    MENARI,
    PYEONGJO,
    STYLES,
    YUKJABAEGI,
    Mode,
    compose,
    music_name,
    performed,
)
from mongyudo.film.tones import Mono
from mongyudo.records import EMOTIONS

DRUMS = ("buk", "jing")


def pitch_of(wave: Mono, near_hz: float, start_s: float = 0.15, long_s: float = 0.35) -> float:
    """The frequency of the strongest partial within a semitone and a half of `near_hz`."""
    start = round(start_s * SAMPLE_RATE)
    part = wave[start : start + round(long_s * SAMPLE_RATE)]
    spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part)), 2**18))
    hertz_of = np.fft.rfftfreq(2**18, 1 / SAMPLE_RATE)
    near = (hertz_of > near_hz * 0.92) & (hertz_of < near_hz * 1.09)
    return float(hertz_of[near][np.argmax(spectrum[near])])


@pytest.mark.parametrize("instrument", ["gayageum", "geomungo", "daegeum", "ajaeng"])
@pytest.mark.parametrize("pitch", [50, 62, 69])
def test_instruments_are_in_tune(instrument: Instrument, pitch: int) -> None:
    """Within twenty cents of the pitch that is asked for."""
    wave = play(Note(0, pitch, 0.6, instrument), np.random.default_rng(1))
    cents = 1200 * np.log2(pitch_of(wave, hertz(pitch)) / hertz(pitch))
    assert abs(cents) < 20


def test_plucked_strings_die_away_and_blown_ones_last() -> None:
    rng = np.random.default_rng(1)
    string, flute = (play(Note(0, 62, 1.0, name), rng) for name in ("gayageum", "daegeum"))

    def ratio(wave: Mono) -> float:
        early, late = (
            np.sqrt(np.mean(wave[round(a * SAMPLE_RATE) : round((a + 0.1) * SAMPLE_RATE)] ** 2))
            for a in (0.1, 0.8)
        )
        return float(late / early)

    assert ratio(string) < 0.4 < 0.7 < ratio(flute)


def test_higher_overtones_of_a_string_die_first() -> None:
    wave = play(Note(0, 57, 1.2, "gayageum"), np.random.default_rng(1))

    def share(start_s: float) -> float:
        part = wave[round(start_s * SAMPLE_RATE) :][: SAMPLE_RATE // 4]
        spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part)))) ** 2
        return float(spectrum[300:].sum() / spectrum.sum())  # above 1200 Hz

    assert share(0.05) > 4 * share(0.7)


def test_a_pressed_string_only_goes_up_and_slides_go_where_they_say() -> None:
    count = 2 * SAMPLE_RATE
    trembling, falling, rising, broken = (
        bend_of(Note(0, 60, 1.5, "gayageum", 0.8, ornament), count)
        for ornament in ("nonghyeon", "toeseong", "chuseong", "kkeokneun")
    )
    assert trembling.min() >= 0
    assert 0.4 < trembling.max() < 0.7
    assert falling[0] == rising[0] == 0
    assert (falling[-1], rising[-1]) == (-2, 2)
    assert (broken[0], broken[-1]) == (1, 0)


def test_a_bend_is_heard_as_a_bend() -> None:
    note = Note(0, 60, 1.0, "daegeum", 0.5, "toeseong")
    wave = play(note, np.random.default_rng(1))
    before, after = (pitch_of(wave, hertz(60 - d), at, 0.2) for d, at in ((0, 0.15), (2, 0.95)))
    assert 12 * np.log2(before / after) == pytest.approx(2.0, abs=0.45)


@pytest.mark.parametrize(
    ("mode", "steps"),
    [
        (PYEONGJO, "sol la do re mi"),
        (GYEMYEONJO, "la do re mi sol"),
        (MENARI, "mi sol la do re"),
        (YUKJABAEGI, "mi la si do"),
    ],
)
def test_modes_have_the_tones_that_their_names_say(mode: Mode, steps: str) -> None:
    scale = {"do": 0, "re": 2, "mi": 4, "fa": 5, "sol": 7, "la": 9, "si": 11}
    first = scale[steps.split()[0]]
    assert mode.steps == tuple((scale[name] - first) % 12 for name in steps.split())


@pytest.mark.parametrize("emotion", EMOTIONS)
def test_melodies_keep_to_the_mode_and_end_at_rest(emotion: str) -> None:
    """All tones are the mode's over one tonic; the last is a tone of rest."""
    mode = STYLES[emotion].mode
    for seed in range(12):
        notes = [n for n in compose(emotion, 5.0, seed, 0) if n.instrument not in DRUMS]
        tonics = [t for t in range(12) if all((n.pitch - t) % 12 in mode.steps for n in notes)]
        assert tonics
        last = max(notes, key=lambda note: note.start_s)
        assert any((last.pitch - t) % 12 in {mode.steps[r] for r in mode.rests} for t in tonics)


@pytest.mark.parametrize("emotion", EMOTIONS)
def test_music_fills_its_scene_and_rings_out(emotion: str) -> None:
    """It begins soon, whatever the length, and ends within the time it may ring on."""
    for seconds in (0.5, 3.0, 10.0):
        notes = compose(emotion, seconds, 5, 1)
        assert 0 <= min(note.start_s for note in notes) < 0.2
        assert max(note.start_s for note in notes) < seconds
    wave = performed(compose(emotion, 3.0, 5, 1), 3.0, 5)
    assert np.isfinite(wave).all()
    assert np.abs(wave[-SAMPLE_RATE // 10 :]).max() < 0.1 * np.abs(wave).max()


def test_the_mode_s_own_tones_tremble_and_break() -> None:
    """In yukjabaegi-tori mi trembles deeply and do breaks down to si."""
    style, found = STYLES["슬픔"], set()
    for seed in range(20):
        for note in compose("슬픔", 6.0, seed, 0):
            found.add(note.ornament)
    assert style.mode is YUKJABAEGI
    assert {"deep", "kkeokneun"} <= found


def test_one_film_has_one_tonic_and_another_another() -> None:
    """Scenes differ in melody and share the tonic; films differ."""
    scenes = [compose("중립", 4.0, 9, scene) for scene in (0, 1)]
    assert scenes[0] != scenes[1]
    drums = [
        {note.pitch for note in compose("분노", 4.0, 9, scene) if note.instrument == "buk"}
        for scene in (0, 1)
    ]
    assert drums[0] == drums[1]
    assert len({compose("중립", 4.0, seed, 0) for seed in range(8)}) == 8


def test_emotions_differ_in_mode_players_or_pace() -> None:
    """Anger beats fast and sadness breathes; no two are played alike."""
    assert len({(music_name(e), STYLES[e].beat_s) for e in EMOTIONS}) == len(EMOTIONS)
    pace = {e: len(compose(e, 6.0, 3, 0)) for e in EMOTIONS}
    assert pace["분노"] > 2 * pace["중립"]
    assert pace["슬픔"] < pace["행복"]
