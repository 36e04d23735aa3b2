"""The script that trains the shipped model runs from the first drawing to the last file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mongyudo.backends.diffusion.backend import packages_missing

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.skipif(packages_missing() is not None, reason="[models] is not installed")
def test_a_thousandth_of_the_training_makes_a_model_that_films(tmp_path: Path) -> None:
    """In a folder of its own: what it writes is read, and films something; the recogniser too."""
    words = [str(ROOT / "scripts" / "train_small.py"), "--share", "0.001", "--out", str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, timeout=400, check=False,
        env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert (tmp_path / "subject.safetensors").is_file()
    film = [
        "film",
        "호랑이가 달린다",
        "--backend",
        "mongyudo-small",
        "--seconds",
        "1",
        "--no-sound",
    ]
    weights = ["--weights", str(tmp_path / "small_weights"), "-o", str(tmp_path / "film")]
    filmed = subprocess.run(
        [sys.executable, "-m", "mongyudo", *film, *weights],
        capture_output=True, text=True, timeout=200, check=False, env=environment,
    )  # fmt: skip
    assert filmed.returncode == 0, filmed.stderr[-2000:]
    assert (tmp_path / "film" / "film.mp4").stat().st_size > 1000
