"""The recogniser of the demo set, and the shipped model as it sees it."""

import numpy as np
import pytest

from mongyudo.records import EMOTIONS
from mongyudo.training.demo import MOTIONS, PLACES, SUBJECTS, draw
from mongyudo.training.demo.subject import WEIGHTS, recognise, recognise_all

Scene = tuple[str, str, str]


def scenes(count: int, seed: int) -> list[Scene]:
    """Random scenes, each subject alike often."""
    dice = np.random.default_rng(seed)
    return [
        (SUBJECTS[at % len(SUBJECTS)], str(dice.choice(PLACES)), str(dice.choice(MOTIONS)))
        for at in range(count)
    ]


def shares(found: list[Scene], wanted: list[Scene]) -> list[float]:
    """How often subject, place and motion are right."""
    pairs = list(zip(found, wanted, strict=True))
    return [float(np.mean([a[at] == b[at] for a, b in pairs])) for at in range(3)]


@pytest.mark.slow
def test_it_recognises_fresh_clips_in_every_look():
    """Subject, place and motion, each right in 95 of 100 clips, of every emotion and none."""
    wanted = scenes(240, 1)
    looks = (*EMOTIONS, None)
    clips = [draw(*scene, looks[at % 8], 90_000 + at) for at, scene in enumerate(wanted)]
    assert min(shares([each.best for each in recognise_all(clips)], wanted)) >= 0.95


@pytest.mark.slow
def test_it_is_unsure_of_noise_and_its_tables_are_probabilities():
    """Each table sums to 1; a clip of noise is nothing for certain."""
    noise = np.random.default_rng(0).integers(0, 256, (9, 64, 64, 3), np.uint8)
    seen = recognise(noise)
    for table in (seen.subject, seen.place, seen.motion):
        assert sum(table.values()) == pytest.approx(1, abs=1e-4)
    clear = recognise(draw("pig", "sea", "left", None, 8))
    assert clear.best == ("pig", "sea", "left")
    assert max(seen.subject.values()) < max(clear.subject.values())


@pytest.mark.slow
def test_it_reads_other_sizes_and_lengths():
    """As filmed larger or longer."""
    seen = recognise(draw("star", "room", "down", "분노", 3, (128, 128), 17))
    assert seen.best == ("star", "room", "down")


def test_it_is_small():
    """300 kB in the package at most."""
    assert WEIGHTS.stat().st_size < 300_000
