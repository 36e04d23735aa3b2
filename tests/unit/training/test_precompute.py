"""Latents and texts: made once, found again, and never those of something else."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from tests.unit.training.conftest import clip_of

from mongyudo.backends.diffusion.backend import packages_missing

if packages_missing():
    pytest.skip("the models' packages are not installed", allow_module_level=True)

import torch

from mongyudo.training.families import trainee
from mongyudo.training.families.contract import Example, Trainee
from mongyudo.training.lessons import Lesson
from mongyudo.training.precompute import Encoded, as_frames, as_pixels, decoded_again, precompute

pytestmark = pytest.mark.slow
SHAPE = (32, 32, 5)


class Counting:
    """A trainee whose work is counted."""

    def __init__(self, real: Trainee) -> None:
        self.real, self.clips, self.texts = real, 0, 0
        self.backend, self.dtype, self.sizes = real.backend, real.dtype, []

    def encode(self, pixels: torch.Tensor, generator: Any) -> Example:
        self.clips += 1
        self.sizes.append(pixels.numel())
        return self.real.encode(pixels, generator)

    def text(self, prompts: Any) -> Example:
        self.texts += 1
        return self.real.text(prompts)

    @property
    def work(self) -> tuple[int, int]:
        return self.clips, self.texts


@pytest.fixture
def pupil(opened: Any) -> Any:
    """Wan in tiny, counted."""
    return Counting(trainee(*opened("wan2.1-1.3b")))


def same(one: Example, other: Example) -> bool:
    return one.keys() == other.keys() and all(torch.equal(one[key], other[key]) for key in one)


def test_what_was_encoded_is_found_again(pupil: Any, tmp_path: Path) -> None:
    """By another process too; twice the same text or clip is one work; the largest come first."""
    clips = [
        clip_of(tmp_path, "공포", at, shape, 16) for at, shape in enumerate((SHAPE, (64, 32, 5)))
    ]
    lessons = [Lesson(clip, text) for clip in clips for text in ("a", "b")]
    shares: list[float] = []
    precompute(Encoded(tmp_path, pupil, "m"), lessons, shares.append)
    assert pupil.work == (2, 2)
    assert pupil.sizes == sorted(pupil.sizes, reverse=True)
    assert shares[-1] == 1.0
    fresh = Encoded(tmp_path, pupil, "m")
    precompute(fresh, lessons)
    assert pupil.work == (2, 2)
    wished = pupil.real.encode(as_pixels(clips[0].pixels()), torch.Generator())
    assert same(fresh.example(lessons[0]), {**wished, **pupil.real.text(["a"])})


def test_nothing_made_from_something_else_is_used(pupil: Any, tmp_path: Path) -> None:
    """Other pixels, another shape or rate, another model: encoded anew."""
    clip = clip_of(tmp_path, "공포", 0, SHAPE, 16)
    Encoded(tmp_path, pupil, "m").latents(clip)
    others = [
        (clip_of(tmp_path, "행복", 0, SHAPE, 16), "m"),
        (
            replace(clip_of(tmp_path, "슬픔", 0, (32, 32, 9), 16), content_hash=clip.content_hash),
            "m",
        ),
        (replace(clip, fps=24), "m"),
        (clip, "another model"),
    ]
    for count, (other, model) in enumerate(others, start=2):
        found = Encoded(tmp_path, pupil, model).latents(other)
        assert pupil.clips == count
        assert found["latents"].shape[2] == (other.frames - 1) // 4 + 1


def test_a_broken_or_copied_file_is_made_anew(pupil: Any, tmp_path: Path) -> None:
    """Cut short by a full disk, or renamed by hand."""
    one, other = (clip_of(tmp_path, "공포", at, SHAPE, 16) for at in (0, 1))
    wished = [Encoded(tmp_path / "e", pupil, "m").latents(clip) for clip in (one, other)]
    first, second = sorted((tmp_path / "e").glob("*.safetensors"))
    first.write_bytes(second.read_bytes())
    second.write_bytes(second.read_bytes()[:-40])
    fresh = Encoded(tmp_path / "e", pupil, "m")
    assert all(
        same(fresh.latents(clip), kept) for clip, kept in zip((one, other), wished, strict=True)
    )
    assert pupil.clips == 4


def test_decoding_is_checked_by_a_figure(pupil: Any, tmp_path: Path) -> None:
    """How near the VAE comes to the clip, in dB; a VAE of random weights is far off."""
    clip = clip_of(tmp_path, "공포", 0, SHAPE, 16)
    encoded = Encoded(tmp_path, pupil, "m")
    frames, far_db = decoded_again(pupil.real, encoded, clip)
    assert frames.shape == clip.pixels().shape
    assert 0 < far_db < 15
    exact = patch.object(pupil.real, "decode", lambda _latents: as_pixels(clip.pixels()))
    with exact:
        assert decoded_again(pupil.real, encoded, clip)[1] > 60


def test_pixels_and_frames_are_each_others_reverse(tmp_path: Path) -> None:
    """Every level of 255, and what is out of range is cut."""
    clip = clip_of(tmp_path, "행복", 0, SHAPE, 16)
    pixels = as_pixels(clip.pixels())
    assert pixels.shape == (1, 3, 5, 32, 32)
    assert -1 <= float(pixels.min()) < float(pixels.max()) <= 1
    assert (as_frames(pixels) == clip.pixels()).all()
    assert int(as_frames(pixels * 0 + 3).min()) == 255
