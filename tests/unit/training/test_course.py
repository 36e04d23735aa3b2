"""Adapters fitted to real clips on tiny weights: whole, cut in two, stopped, refused."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest

from mongyudo.backends.diffusion.backend import packages_missing
from mongyudo.errors import BackendError, DataError, StoppedError, UsageError

if packages_missing():
    pytest.skip("the models' packages are not installed", allow_module_level=True)

import torch

from mongyudo.backends.contract import Options
from mongyudo.film.probe import probe
from mongyudo.training.course import _prompts, model_of, train
from mongyudo.training.journal import read_journal
from mongyudo.training.lessons import curriculum
from mongyudo.training.prepared import PreparedSet
from mongyudo.training.recipe import Recipe
from mongyudo.training.run import Run

pytestmark = pytest.mark.slow

NAME = "wan2.1-1.3b"
SHAPES = ((32, 32, 5),) * 3 + ((32, 48, 5),) * 2
"""Two shapes, so that batches must be sorted out."""
HELD_TALL = 9
"""A seed by which a clip of the second shape is held out."""
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

    def share(self, _what: str, _share: float) -> None:
        pass

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


def tensors(run: Run, label: str = "공포") -> dict[str, bytes]:
    """An adapter, name by name; the header of a file has no fixed order."""
    from safetensors.torch import load_file

    file = load_file(run.adapter(label))
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


def test_the_journal_tells_the_loss_on_clips_held_out(studio: Studio) -> None:
    """Before the first step, every three and after the last; it falls, and stays falling for the
    average that is kept."""
    heard = Listener()
    run = studio.train("run", heard, prior_share=0.0, steps=12, learning_rate=0.03)
    lines = [line for line in read_journal(run.label_folder("공포")) if "held_out" in line]
    assert [line["step"] for line in lines] == [0, 3, 6, 9, 12]
    assert all(len(line["held_out_by_quantile"]) == 5 for line in lines)
    assert lines[-1]["held_out"] < lines[0]["held_out"]
    assert any("1 held out" in line for line in heard.lines)
    assert any("comes back at" in line for line in heard.lines)
    assert (run.folder / "decoded.png").exists()
    assert list(run.label_folder("공포").glob("tensorboard/events*"))


class Witness(Listener):
    """Reads, at each step, of which step the checkpoint on disk is: 0 where there is none."""

    def __init__(self, state: Path) -> None:
        super().__init__()
        self.found: list[int] = []
        self._state = state

    def step(self, _label: str, _done: int, _steps: int, _loss: float) -> None:
        kept = self._state.exists() and torch.load(self._state, weights_only=True)["step"]
        self.found.append(int(kept))


def test_a_checkpoint_is_kept_every_so_many_steps(studio: Studio) -> None:
    """Of each step that is due, so that a machine that dies loses no more than that."""
    seen = Witness(studio.home / "run" / "공포" / "checkpoint" / "state.pt")
    studio.train("run", seen, steps=7, checkpoint_every=2)
    assert seen.found == [0, 0, 2, 2, 4, 4, 6]


def test_accumulated_batches_count_as_one(studio: Studio) -> None:
    """The loss of two is their mean, and so is the gradient: its norm is below the mean norm."""
    how = {"learning_rate": 1e-12, "caption_dropout": 0.0, "ema_decay": 0.0}
    alone = studio.train("alone", steps=2, accumulation=1, **how)
    both = studio.train("both", steps=1, accumulation=2, **how)
    assert losses(both)[0][1] == pytest.approx(fmean(loss for _, loss in losses(alone)), rel=1e-5)
    assert norms(both)[0] <= fmean(norms(alone)) * (1 + 1e-5)


def norms(run: Run) -> list[float]:
    """Each step's norm of the gradient, by the journal."""
    lines = read_journal(run.label_folder("공포"))
    return [line["grad_norm"] for line in lines if "grad_norm" in line]


def test_samples_are_of_clips_held_out(studio: Studio) -> None:
    """Their captions and their shape, never those of clips that are learned from."""
    recipe = studio.recipe(steps=1, seed=HELD_TALL)
    recipe = recipe.model_copy(
        update={"watch": recipe.watch.model_copy(update={"sample_every": 1, "sample_steps": 1})}
    )
    backend = model_of(recipe, Options(weights=recipe.weights))
    lessons = curriculum(backend, studio.data.clips, recipe, "공포")
    [held] = lessons.held_out
    assert held.clip.size_px == (32, 48) != lessons.own[0].clip.size_px
    assert _prompts(backend, recipe, lessons) == [held.text]
    run = train(recipe, studio.data, studio.home / "run", Options(device="cpu"), Listener())
    shown = sorted(run.label_folder("공포").glob("samples/*.mp4"))
    assert [probe(path).size_px for path in shown] == [(32, 48)] * 2


def test_adapters_are_trained_apart(studio: Studio) -> None:
    """One after the other, each is what it is alone: nothing of the first stays on the model."""
    recipe = studio.recipe(steps=2)
    both = recipe.model_copy(update={"data": recipe.data.model_copy(update={"labels": ()})})
    heard = Listener()
    alone, together = (
        train(both, studio.data, studio.home / out, Options(device="cpu"), heard, labels=labels)
        for out, labels in (("alone", ["중립"]), ("together", []))
    )
    assert not alone.adapter("공포").exists()
    assert together.adapter("공포").exists()
    assert tensors(alone, "중립") == tensors(together, "중립")
    assert tensors(together, "중립") != tensors(together, "공포")


def test_captions_are_left_out_as_often_as_wished(studio: Studio) -> None:
    """The same clips under the same noise lose otherwise when they have no text."""
    told, silent = (
        studio.train(f"dropout-{share}", steps=1, caption_dropout=share) for share in (0.0, 0.9)
    )
    assert losses(told)[0] != losses(silent)[0]


def test_frozen_weights_may_have_16_bits(studio: Studio) -> None:
    """The adapter keeps 32; its loss falls as in 32 bits. A CPU has no float16."""
    how = {"steps": 8, "learning_rate": 0.03, "prior_share": 0.0, "caption_dropout": 0.0}
    half, full = (studio.train(dtype, **how, dtype=dtype) for dtype in ("bfloat16", "float32"))
    assert losses(half)[-1][1] == pytest.approx(losses(full)[-1][1], rel=0.05)
    assert {len(value) % 4 for value in tensors(half).values()} == {0}
    assert half.base == full.base
    with pytest.raises(UsageError, match="a CPU does not train in float16"):
        studio.train("third", dtype="float16")


def test_clips_without_a_label_are_told_of(studio: Studio) -> None:
    """They are not learned from, and nothing happens in silence."""
    clips = studio.data.clips
    bare = tuple(replace(clip, emotion="") if clip.emotion == "중립" else clip for clip in clips)
    studio.data = replace(studio.data, clips=bare)
    heard = Listener()
    studio.train("run", heard, prior_share=0.0, steps=1)
    assert "5 of 10 clips have no emotion: they are not learned from" in heard.lines


def test_a_finished_adapter_is_not_trained_again(studio: Studio) -> None:
    """And says so; under another learning rate the folder is another run's."""
    run = studio.train("run")
    before = run.adapter("공포").stat().st_mtime_ns
    heard = Listener()
    studio.train("run", heard)
    assert run.adapter("공포").stat().st_mtime_ns == before
    assert any("skipped" in line for line in heard.lines)
    with pytest.raises(UsageError, match=r"fit.learning_rate = 0.5 \(was 0.01\)"):
        studio.train("run", learning_rate=0.5)


def test_a_stopped_run_goes_on_only_when_it_is_told_to(studio: Studio) -> None:
    """A broken checkpoint is named."""
    with pytest.raises(StoppedError):
        studio.train("run", Listener(2))
    with pytest.raises(UsageError, match="was stopped while 공포 was trained"):
        studio.train("run")
    state = studio.home / "run" / "공포" / "checkpoint" / "state.pt"
    whole = state.read_bytes()
    state.write_bytes(whole[:1000])
    with pytest.raises(UsageError, match=r"state.pt cannot be read"):
        studio.train("run", resume=True)
    state.write_bytes(whole)
    data, studio.data = studio.data, replace(studio.data, digest="0" * 32)
    with pytest.raises(UsageError, match=r"data.digest = '0+'"):
        studio.train("run", resume=True)
    studio.data = data
    assert losses(studio.train("run", resume=True))[-1][0] == 6


def test_a_loss_that_is_no_number_ends_the_run(studio: Studio) -> None:
    """With the step and what to try: here the latents of all clips are broken."""
    from safetensors.torch import load_file, save_file

    with pytest.raises(StoppedError):
        studio.train("run", Listener(1))
    for path in (studio.data.folder / "encoded").glob("*.safetensors"):
        broken = {name: value * float("nan") for name, value in load_file(path).items()}
        save_file(broken, path, metadata={"key": path.stem})
    with pytest.raises(BackendError, match=r"the loss of step 2 is nan.*smaller learning_rate"):
        studio.train("run", resume=True)


def test_what_cannot_be_trained_is_refused_before_anything_is_loaded(studio: Studio) -> None:
    """A set for another model, a label without clips, a backend without adapters, targets that fit
    no layer, gradient checkpointing where there is none."""
    other = replace(studio.data, backend="ltx-video")
    with pytest.raises(DataError, match="prepared for ltx-video"):
        train(studio.recipe(), other, studio.home / "x", Options(), Listener())
    with pytest.raises(UsageError, match="no label 행복 here"):
        train(
            studio.recipe(), studio.data, studio.home / "x", Options(), Listener(), labels=["행복"]
        )
    ink = studio.recipe().model_copy(update={"backend": "ink"})
    with pytest.raises(UsageError, match="takes no adapters"):
        train(ink, replace(studio.data, backend="ink"), studio.home / "x", Options(), Listener())
    adapter = studio.recipe().adapter.model_copy(update={"targets": ("nothing",)})
    odd = studio.recipe().model_copy(update={"adapter": adapter})
    with pytest.raises(UsageError, match=r"targets = \('nothing',\)"):
        train(odd, studio.data, studio.home / "x", Options(device="cpu"), Listener())


def test_no_checkpointing_where_the_class_has_none(
    weights: Any, prepared: Any, tmp_path: Path
) -> None:
    """Zeroscope's UNet."""
    name = "zeroscope-v2-576w"
    recipe = Recipe(
        name="r", backend=name, weights=str(weights(name)), fit={"gradient_checkpointing": True}
    )
    data = prepared(name, ((32, 32, 4),) * 2)
    with pytest.raises(UsageError, match="has no gradient checkpointing"):
        train(recipe, data, tmp_path / "run", Options(device="cpu"), Listener())
