"""The sound bed: quiet, seeded, without clicks."""

import numpy as np
import pytest

from mongyudo.film.beds import _BY_EMOTION, MOST_VOICES, bed_for
from mongyudo.film.join import SAMPLE_RATE
from mongyudo.film.sound import PEAK, VOICES, Voice, ambience, crossfade
from mongyudo.records import EMOTIONS, Element, Segment


@pytest.mark.parametrize("name", sorted(VOICES))
def test_every_voice_sounds(name: str) -> None:
    """Each voice is audible, finite, stereo and within the peak."""
    bed = ambience([Voice(name)], 1.5, seed=3)
    assert bed.shape == (SAMPLE_RATE * 3 // 2, 2)
    assert np.isfinite(bed).all()
    assert 0.5 * PEAK < np.abs(bed).max() <= PEAK * 1.001


def test_bed_is_deterministic_and_seeded() -> None:
    """The same seed gives the same samples, another seed others."""
    voices = [Voice("rain"), Voice("drone", 0.5)]
    one, same, other = (ambience(voices, 0.5, seed) for seed in (1, 1, 2))
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)


def test_bed_begins_and_ends_in_silence() -> None:
    """No click at either end."""
    bed = ambience([Voice("sea"), Voice("heartbeat")], 1.0, seed=5)
    assert np.abs(bed[[0, -1]]).max() < 1e-6


def test_crossfade_keeps_the_length() -> None:
    """Joined beds are as long as their sum."""
    beds = [ambience([Voice("wind")], 1.0, seed) for seed in (1, 2, 3)]
    assert len(crossfade(beds, 0.4)) == 3 * SAMPLE_RATE


def test_emotions_sound_different() -> None:
    """No two emotions share a bed."""
    assert len({_BY_EMOTION[emotion] for emotion in EMOTIONS}) == len(EMOTIONS)


def test_what_happens_is_heard() -> None:
    """Rain in the dream is in the bed; rain that was denied is not."""
    rain = Element("비", "rain", "weather", "rain", 0, 1)
    dry = Element("비", "rain", "weather", "rain", 0, 1, negated=True)
    names = [
        [voice.name for voice in bed_for(Segment(0, 1, "비", (), "", (each,)), "중립")]
        for each in (rain, dry)
    ]
    assert "rain" in names[0]
    assert "rain" not in names[1]
    assert max(map(len, names)) <= MOST_VOICES
