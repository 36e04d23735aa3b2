"""Tiny weights of every family, opened once, and small prepared sets, for all tests here."""

from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.registry import get
from mongyudo.training.prepared import (
    Origin,
    PreparedClip,
    PreparedSet,
    read_prepared,
    write_prepared,
    write_rejected,
)

Opened = tuple[DiffusionBackend, Any]
Shape = tuple[int, int, int]
"""Width, height and frames."""


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of a model's tiny weights, by its backend's name."""
    kept: dict[str, Path] = {}

    def write(name: str) -> Path:
        if name not in kept:
            backend = get(name)
            assert isinstance(backend, DiffusionBackend)
            kept[name] = tmp_path_factory.mktemp(name)
            backend.write_tiny(kept[name], 1447)
        return kept[name]

    return write


@pytest.fixture(scope="session")
def opened(weights: Callable[[str], Path]) -> Callable[[str], Opened]:
    """A model with tiny weights by its backend's name, and its loaded pipeline."""
    kept: dict[str, Opened] = {}

    def load(name: str) -> Opened:
        if name not in kept:
            backend = get(name)
            assert isinstance(backend, DiffusionBackend)
            licence = frozenset({backend.spec.licence})
            session = backend.open(Options(weights=str(weights(name)), acknowledged=licence))
            kept[name] = (backend, session._loaded())
        return kept[name]

    return load


def clip_of(folder: Path, emotion: str, at: int, shape: Shape, fps: int) -> PreparedClip:
    """Coloured blocks, dark for fear, that drift to the right."""
    width, height, frames = shape
    chance = np.random.default_rng([at, ord(emotion[0])])
    most = 110 if emotion == "공포" else 255
    still = chance.integers(0, most, (height // 8, width // 8, 3), dtype=np.uint8)
    still = still.repeat(8, 0).repeat(8, 1)
    pixels = np.stack([np.roll(still, 2 * time, axis=1) for time in range(frames)])
    path = folder / "rgb" / f"{emotion}-{at}.npy"
    path.parent.mkdir(parents=True, exist_ok=True)
    np.save(path, pixels)
    return PreparedClip(
        id=f"{emotion}-{at}",
        caption=f"a tiger in the forest, night {at}",
        emotion=emotion,
        category="지상동물",
        background="",
        mood="",
        source="drawn",
        licence="CC0-1.0",
        size_px=(width, height),
        fps=fps,
        frames=frames,
        content_hash=blake2b(pixels.tobytes(), digest_size=16).hexdigest(),
        path=path,
        origin=Origin(f"{emotion}/{at}.mp4", 0.0, frames / fps, fps, frames, (width, height)),
    )


@pytest.fixture
def prepared(tmp_path: Path) -> Callable[..., PreparedSet]:
    """A prepared set for a backend: so many clips of fear, and as many neutral ones."""

    def make(name: str, shapes: tuple[Shape, ...], emotions: str = "공포 중립") -> PreparedSet:
        folder, fps = tmp_path / f"set-{name}", get(name).spec.fps
        clips = tuple(
            clip_of(folder, emotion, at, shape, fps)
            for emotion in emotions.split()
            for at, shape in enumerate(shapes)
        )
        write_rejected(folder, ())
        write_prepared(folder, clips, {"backend": name})
        return read_prepared(folder)

    return make
