"""Adapters fitted to real clips on tiny weights: whole, cut in two, stopped, refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mongyudo.backends.diffusion.backend import packages_missing
from mongyudo.errors import StoppedError

if packages_missing():
    pytest.skip("the models' packages are not installed", allow_module_level=True)

from mongyudo.backends.contract import Options
from mongyudo.training.course import train
from mongyudo.training.journal import read_journal
from mongyudo.training.prepared import PreparedSet
from mongyudo.training.recipe import Recipe
from mongyudo.training.run import Run

pytestmark = pytest.mark.slow

NAME = "wan2.1-1.3b"
SHAPES = ((32, 32, 5),) * 3 + ((32, 48, 5),) * 2
"""Two shapes, so that batches must be sorted out."""
FIT: dict[str, Any] = {
    "steps": 6,
    "batch": 2,
    "accumulation": 2,
    "learning_rate": 1e-2,
    "warmup_steps": 2,
    "schedule": "cosine",
    "ema_decay": 0.5,
    "caption_dropout": 0.3,
    "prior_share": 0.5,
    "checkpoint_every": 4,
}


class Listener:
    """Keeps what it is told, and asks to stop after some steps."""

    def __init__(self, last: int = 10_000) -> None:
        self.lines: list[str] = []
        self.steps, self._last = 0, last

    def say(self, text: str) -> None:
        self.lines.append(text)

    def step(self, _label: str, _done: int, _steps: int, _loss: float) -> None:
        self.steps += 1

    def stop(self) -> bool:
        return self.steps >= self._last


class Studio:
    """A tiny model and a small set; every training of it."""

    def __init__(self, weights: Path, data: PreparedSet, home: Path) -> None:
        self.weights, self.data, self.home = weights, data, home

    def recipe(self, **changes: Any) -> Recipe:
        return Recipe(
            name="r",
            backend=NAME,
            weights=str(self.weights),
            data={"labels": ("공포",)},
            adapter={"rank": 4},
            fit=FIT | changes,
            watch={"held_out": 0.2, "held_out_every": 3, "sample_every": 0},
        )

    def train(
        self, out: str, listener: Listener | None = None, *, resume: bool = False, **changes: Any
    ) -> Run:
        heard = listener or Listener()
        return train(
            self.recipe(**changes), self.data, self.home / out, Options(device="cpu"), heard,
            resume=resume, stop=heard.stop,
        )  # fmt: skip


@pytest.fixture
def studio(weights: Callable[[str], Path], prepared: Any, tmp_path: Path) -> Studio:
    return Studio(weights(NAME), prepared(NAME, SHAPES), tmp_path)


def losses(run: Run) -> list[tuple[int, float]]:
    """Each step's loss, by the journal."""
    lines = read_journal(run.label_folder("공포"))
    return [(line["step"], line["loss"]) for line in lines if "loss" in line]


def tensors(run: Run) -> dict[str, bytes]:
    """The adapter, name by name; the header of a file has no fixed order."""
    from safetensors.torch import load_file

    file = load_file(run.adapter("공포"))
    assert file
    return {name: value.numpy().tobytes() for name, value in file.items()}


def test_a_run_cut_in_two_equals_the_unbroken_run(studio: Studio) -> None:
    """Bit for bit: the adapter's file and every loss, wherever it is cut; with warm-up, schedule,
    average, accumulation, dropout and prior preservation."""
    whole = studio.train("whole")
    for last in (3, 5):
        with pytest.raises(StoppedError, match=f"stopped after step {last} of 6.*--resume"):
            studio.train(f"cut-{last}", Listener(last))
        cut = studio.train(f"cut-{last}", resume=True)
        assert losses(cut) == losses(whole)
        assert tensors(cut) == tensors(whole)
    assert [step for step, _ in losses(whole)] == [1, 2, 3, 4, 5, 6]
    assert not (whole.label_folder("공포") / "checkpoint").exists()
