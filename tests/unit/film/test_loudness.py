"""Loudness as BS.1770 measures it, beside ffmpeg's own meter; peaks stay below the ceiling."""

from fractions import Fraction

import av
import numpy as np
import pytest

from mongyudo.film.join import SAMPLE_RATE, Sound
from mongyudo.film.loudness import (
    CEILING_DBTP,
    TARGET_LUFS,
    fast_length,
    integrated_lufs,
    mastered,
    true_peak,
)


def metered(sound: Sound) -> tuple[float, float]:
    """LUFS and dBTP of a sound by ffmpeg's ebur128."""
    graph = av.filter.Graph()
    source = graph.add_abuffer(
        sample_rate=SAMPLE_RATE, format="flt", layout="stereo", time_base=Fraction(1, SAMPLE_RATE)
    )
    meter = graph.add("ebur128", "metadata=1:peak=true")
    sink = graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(
        np.ascontiguousarray(sound.reshape(1, -1)), format="flt", layout="stereo"
    )
    frame.sample_rate, frame.pts = SAMPLE_RATE, 0
    graph.push(frame)
    graph.push(None)
    told: dict[str, str] = {}
    while True:
        try:
            told = dict(graph.pull().metadata)
        except (av.EOFError, av.BlockingIOError):
            break
    peak = float(told["lavfi.r128.true_peak"])
    return float(told["lavfi.r128.I"]), 20 * np.log10(peak)


def tone(hertz: float, level: float, seconds: float = 3.0) -> Sound:
    wave = level * np.sin(2 * np.pi * hertz * np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE)
    return np.repeat(wave.astype(np.float32)[:, None], 2, axis=1)


def test_the_reference_tone_is_as_loud_as_the_standard_says() -> None:
    """EBU Tech 3341, case 1: a stereo sine of 1 kHz at -23 dBFS measures -23 LUFS."""
    assert integrated_lufs(tone(1000, 10 ** (-23 / 20))) == pytest.approx(-23.0, abs=0.1)


@pytest.mark.parametrize("hertz", [60, 440, 4000])
def test_loudness_and_peak_agree_with_another_meter(hertz: int) -> None:
    """Also with silence in it, which the gate leaves out, and with a lone peak."""
    sound = tone(hertz, 0.2)
    sound[SAMPLE_RATE : 2 * SAMPLE_RATE] *= 0.001
    sound[::9601] += 0.3
    lufs, dbtp = metered(sound)
    assert integrated_lufs(sound) == pytest.approx(lufs, abs=0.1)
    assert 20 * np.log10(true_peak(sound)) == pytest.approx(dbtp, abs=0.3)


@pytest.mark.parametrize("level", [0.002, 0.1, 0.9])
def test_a_film_is_brought_to_its_loudness(level: float) -> None:
    lufs, dbtp = metered(mastered(tone(300, level)))
    assert lufs == pytest.approx(TARGET_LUFS, abs=0.2)
    assert dbtp <= CEILING_DBTP + 0.1


def test_peaks_are_held_down_without_a_step() -> None:
    """Blows over a soft tone: none over the ceiling, and the gain moves gently."""
    sound = tone(200, 0.05)
    for at in range(9600, len(sound) - 9600, 24_000):
        sound[at : at + 480] += 1.6 * np.hanning(480)[:, None].astype(np.float32)
    made = mastered(sound)
    lufs, dbtp = metered(made)
    assert lufs == pytest.approx(TARGET_LUFS, abs=0.5)
    assert dbtp <= CEILING_DBTP + 0.1
    gain = made[:, 0] / np.where(np.abs(sound[:, 0]) > 0.01, sound[:, 0], np.nan)
    steps = np.abs(np.diff(gain))
    assert np.nanmax(steps) < 0.02 * np.nanmax(gain)


def test_silence_stays_silence() -> None:
    silent = np.zeros((SAMPLE_RATE, 2), np.float32)
    assert integrated_lufs(silent) == -np.inf
    assert np.array_equal(mastered(silent), silent)


def test_lengths_for_the_transform_are_enough_and_not_much_more() -> None:
    for least in (2, 97, 4801, 192_000, 384_001, 500_001):
        assert least <= fast_length(least) <= 1.35 * least + 8
