"""The loss on clips held out: noise that depends on the place in the list and on nothing else."""

from typing import Any

import pytest

from mongyudo.backends.diffusion.backend import packages_missing

if packages_missing():
    pytest.skip("the models' packages are not installed", allow_module_level=True)

import torch

from mongyudo.training.families import trainee
from mongyudo.training.families.contract import Example, Trainee
from mongyudo.training.heldout import losses_of
from mongyudo.training.seeds import generator

pytestmark = pytest.mark.slow

LEVELS = (0.3, 0.8)


@pytest.fixture
def pupil(opened: Any) -> Trainee:
    """Tiny Wan."""
    return trainee(*opened("wan2.1-1.3b"))


def example(pupil: Trainee) -> Example:
    """One clip of noise with its text."""
    chance = torch.Generator().manual_seed(3)
    pixels = torch.rand(1, 3, 5, 32, 32, generator=chance) * 2 - 1
    with torch.no_grad():
        return {**pupil.encode(pixels, chance), **pupil.text(["a calm sea"])}


def test_the_noise_is_the_same_each_time(pupil: Trainee) -> None:
    """Whatever was drawn in between; the same clip in another place has other noise."""
    shown = [example(pupil)] * 2
    first = losses_of(pupil, shown, LEVELS)
    torch.manual_seed(99)
    assert losses_of(pupil, shown, LEVELS) == first
    assert losses_of(pupil, shown[:1], LEVELS) == first[:1]
    assert first[0] != first[1]


def test_a_row_a_clip_and_a_column_a_level(pupil: Trainee) -> None:
    """Each is the family's loss under that place's noise."""
    given = example(pupil)
    [_, row] = losses_of(pupil, [given] * 2, LEVELS)
    for u, found in zip(LEVELS, row, strict=True):
        noise = torch.randn(given["latents"].shape, generator=generator("held out", 1, u))
        with torch.no_grad():
            assert found == float(pupil.loss(given, noise, torch.tensor([u])))
