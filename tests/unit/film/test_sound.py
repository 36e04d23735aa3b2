"""Sound: heard when and where it happens, without clicks, the same for the same seeds."""

import numpy as np
import pytest

from mongyudo.film.ambience import AMBIENT, LOUDNESS, Part, ambient
from mongyudo.film.beds import MOST_THROUGH, Rule, rules, settled, told_in
from mongyudo.film.foley import FOLEY, foley
from mongyudo.film.join import SAMPLE_RATE, Sound
from mongyudo.film.music import compose
from mongyudo.film.sound import TAIL_S, Score, laid_end_to_end, scene_sound, with_soft_ends
from mongyudo.records import Element, Heard, Segment


def heard(*sounds: Heard, seed: int = 5, seconds: float = 1.5) -> Sound:
    return scene_sound(Score(sounds, (), seconds, seed))


def jump(sound: Sound, at: int, reach: int = 24) -> float:
    """The largest change of slope near sample `at`: what the ear takes for a click."""
    return float(np.abs(np.diff(sound[at - reach : at + reach], 2, axis=0)).max())


@pytest.mark.parametrize("name", sorted(AMBIENT))
def test_what_lasts_has_no_seam(name: str) -> None:
    """Its end goes on into its beginning; it is as loud as all the others."""
    part = Part(SAMPLE_RATE, np.random.default_rng(1), np.random.default_rng(2))
    wave = ambient(name, part)
    twice = np.tile(wave, 2)[:, None]
    inside = max(jump(twice, at) for at in range(2400, SAMPLE_RATE - 100, 1200))
    assert jump(twice, SAMPLE_RATE) <= 1.5 * inside
    assert np.sqrt(np.mean(wave**2)) == pytest.approx(LOUDNESS, rel=0.01)


@pytest.mark.parametrize("name", sorted(FOLEY))
def test_what_happens_begins_and_ends_in_silence(name: str) -> None:
    """Each short sound is audible at once, within the peak, and over within four seconds."""
    wave = foley(name, np.random.default_rng(3))
    assert np.abs(wave).max() == pytest.approx(1.0, abs=1e-3)
    assert abs(wave[0]) < 0.02
    assert np.abs(wave[-20:]).max() < 0.02
    assert len(wave) < 4 * SAMPLE_RATE
    assert abs(float(wave.mean())) < 0.02


def test_a_sound_is_heard_at_its_moment_and_not_before() -> None:
    for at_s in (0.2, 0.75):
        loud = np.abs(heard(Heard("glass breaking", at_s, at_s))).max(axis=1)
        first = int(np.argmax(loud > 0.05 * loud.max())) / SAMPLE_RATE
        assert at_s <= first < at_s + 0.01


def test_a_sound_comes_from_where_it_happens() -> None:
    left, right = (np.abs(heard(Heard("hoof", 0.1, 0.1, x=x))).sum(axis=0) for x in (0.1, 0.9))
    assert left[0] > 1.5 * left[1]
    assert right[1] > 1.5 * right[0]


def test_what_lasts_comes_and_goes_softly() -> None:
    """It swells in from nothing, and goes on into the next scene while it fades."""
    loud = np.abs(heard(Heard("sea", 0.0, 1.5))).max(axis=1)
    assert loud[:200].max() < 0.02 * loud.max()
    assert loud[round(1.6 * SAMPLE_RATE) : round(1.8 * SAMPLE_RATE)].max() > 0.1 * loud.max()
    assert loud[-SAMPLE_RATE // 2 :].max() < 0.02 * loud.max()


def test_the_same_seeds_give_the_same_samples() -> None:
    rain = Heard("rain", 0.0, 0.5), Heard("door", 0.1, 0.1)
    one, same, other = (heard(*rain, seed=seed, seconds=0.5) for seed in (1, 1, 2))
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)


def test_scenes_meet_without_a_click() -> None:
    """At the join nothing changes faster than within the scenes; the cut of a sound would."""
    seconds, sounds = 1.0, []
    for index, emotion in enumerate(("슬픔", "공포", "행복")):
        music = compose(emotion, seconds, 3, index)
        lasting = Heard(("sea", "wind", "fire")[index], 0.0, seconds)
        sounds.append(scene_sound(Score((lasting,), music, seconds, 3 + index)))
    whole = laid_end_to_end(sounds, [SAMPLE_RATE] * 3)
    assert len(whole) == 3 * SAMPLE_RATE
    quiet = np.abs(np.diff(whole, 2, axis=0)).max(axis=1)
    cut = np.concatenate([sound[:SAMPLE_RATE] for sound in sounds])
    for join in (SAMPLE_RATE, 2 * SAMPLE_RATE):
        assert jump(whole, join) <= np.quantile(quiet, 0.995)
        assert jump(cut, join) > 2 * jump(whole, join)
    assert np.abs(whole[[0, -1]]).max() < 1e-4


def test_a_piece_of_a_film_ends_softly() -> None:
    piece = with_soft_ends(np.ones((SAMPLE_RATE, 2), np.float32))
    assert np.abs(piece[[0, -1]]).max() < 1e-6
    assert np.abs(np.diff(piece, axis=0)).max() < 0.01


def test_a_scene_rings_on_beyond_its_end() -> None:
    assert len(heard(seconds=1.0)) == round((1.0 + TAIL_S) * SAMPLE_RATE)


def test_every_sound_of_the_table_exists_and_every_sound_is_used() -> None:
    """The steps have no row: they are heard when the feet come down."""
    named = {rule.sound for found in rules().values() for rule in found}
    steps = {name for name in FOLEY if name.startswith("step ")} | {"hoof", "paw"}
    assert named == set(AMBIENT) | set(FOLEY) - steps


def test_what_is_told_is_heard_and_what_is_denied_is_not() -> None:
    rain = Element("비", "rain", "weather", "rain", 0, 1)
    dry = Element("비", "rain", "weather", "rain", 0, 1, negated=True)
    wet, still = (told_in(Segment(0, 1, "비", (), "", (each,)), 4.0) for each in (rain, dry))
    assert [(h.sound, h.at_s, h.until_s) for h in wet] == [("rain", 0.0, 4.0)]
    assert still == ()


def test_a_word_late_in_the_text_is_heard_late() -> None:
    bark = Element("개", "dog", "actor", "dog", 9, 10)
    early = Element("개", "dog", "actor", "dog", 0, 1)
    late_s, early_s = (
        told_in(Segment(0, 10, "." * 10, (), "", (each,)), 4.0)[0].at_s for each in (bark, early)
    )
    assert late_s > early_s + 1


def test_few_sounds_last_at_once_and_none_twice() -> None:
    """What goes on in the next scene goes on without a break."""
    many = [
        Heard(name, 0.0, 2.0, level)
        for name, level in zip(sorted(AMBIENT)[:5], (1, 0.9, 0.8, 0.7, 0.6), strict=True)
    ]
    assert len(settled(many)) == MOST_THROUGH
    rain = settled([Heard("rain", 0.0, 2.0, 0.5), Heard("rain", 2.0, 4.0, 0.9)])
    assert [(h.at_s, h.until_s, h.level) for h in rain] == [(0.0, 4.0, 0.9)]


def test_a_beat_does_not_go_on_beyond_its_scene() -> None:
    clock = Rule("tick", 1.0, every_s=1.0)
    assert [heard.at_s for heard in clock.heard(3.0, 5.0)] == pytest.approx([3.1, 4.1])


def test_sounds_of_one_moment_are_in_an_order_of_their_own():
    """The loudest first: the same dream has the same manifest, whatever the order of a set is."""
    moments = [float(n) for n in range(12)]
    found = [Heard("clatter", at_s, at_s, level) for at_s in moments for level in (0.5, 0.6)]
    assert [h.level for h in settled(found)] == [0.6, 0.5] * len(moments)
