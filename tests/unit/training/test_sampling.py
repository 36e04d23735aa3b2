"""Clips for prompts and seeds, from tiny weights of every kind of pipeline."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.backend import DiffusionBackend, packages_missing
from mongyudo.backends.registry import get
from mongyudo.errors import UsageError
from mongyudo.training.sampling import sample

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(packages_missing() is not None, reason="[models] is not installed"),
]
SIZE_PX = (64, 64)


def opened(name: str, folder: Path) -> tuple[DiffusionBackend, Any]:
    """A model with tiny weights, and its loaded pipeline."""
    backend = get(name)
    assert isinstance(backend, DiffusionBackend)
    backend.write_tiny(folder, 1447)
    licence = frozenset({backend.spec.licence})
    session = backend.open(Options(weights=str(folder), acknowledged=licence))
    return backend, session._loaded()


def far(one: np.ndarray, other: np.ndarray) -> int:
    """The largest difference of two clips."""
    return int(np.abs(one.astype(int) - other.astype(int)).max())


@pytest.mark.parametrize("name", ["wan2.1-1.3b", "zeroscope-v2-576w"])
def test_a_clip_is_its_prompts_and_its_seeds(tmp_path, name):
    """Alone or among others, in whatever order; another seed or text is another clip."""
    backend, pipe = opened(name, tmp_path)

    def clips(prompts: list[str], seeds: list[int]) -> list[np.ndarray]:
        return sample(backend, pipe, prompts, seeds, size_px=SIZE_PX, frames=5, steps=2)

    fear, calm, other = clips(["a tiger in the forest", "a calm sea", "a calm sea"], [3, 4, 5])
    assert fear.shape == (5, 64, 64, 3)
    assert fear.dtype == np.uint8
    [alone] = clips(["a calm sea"], [4])
    assert far(alone, calm) <= 1
    assert far(calm, other) > 1
    assert far(fear, clips(["a calm sea"], [3])[0]) > 1


def test_svd_takes_pictures(tmp_path):
    """And refuses texts; another picture is another clip."""
    backend, pipe = opened("svd", tmp_path)
    pictures = [Image.new("RGB", SIZE_PX, colour) for colour in ("red", "navy")]
    clips = sample(backend, pipe, pictures, [1, 1], size_px=SIZE_PX, frames=14, steps=2)
    assert [clip.shape for clip in clips] == [(14, 64, 64, 3)] * 2
    assert far(*clips) > 1
    with pytest.raises(UsageError, match="takes pictures"):
        sample(backend, pipe, ["a tiger"], [1], size_px=SIZE_PX, frames=14)
    with pytest.raises(UsageError, match="1 prompts and 2 seeds"):
        sample(backend, pipe, ["a tiger"], [1, 2], size_px=SIZE_PX, frames=14)
