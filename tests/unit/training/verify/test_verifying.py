"""A run on tiny weights verified from its folder: what cannot have learned fails, and is told."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mongyudo.backends.diffusion.backend import packages_missing
from mongyudo.errors import DataError, UsageError

if packages_missing():
    pytest.skip("the models' packages are not installed", allow_module_level=True)

from mongyudo.backends.adapters import read_card, write_card
from mongyudo.backends.contract import Options
from mongyudo.cli import run as run_command
from mongyudo.training.course import train
from mongyudo.training.prepared import PreparedSet, write_prepared
from mongyudo.training.recipe import Recipe
from mongyudo.training.run import Run, read_run
from mongyudo.training.telling import Silent
from mongyudo.training.verify.outcome import Outcome
from mongyudo.training.verify.verifying import verify

pytestmark = pytest.mark.slow

FEAR, CALM = "공포", "중립"
SHAPES = ((32, 32, 5),) * 5


def trained(prepared: Callable[..., PreparedSet], folder: Path, name: str, weights: Path) -> Run:
    """Two steps of each of two adapters."""
    recipe = Recipe.model_validate(
        {
            "name": "tiny",
            "backend": name,
            "weights": str(weights),
            "fit": {"steps": 2, "learning_rate": 0.05},
            "watch": {"sample_every": 0, "held_out": 0.4, "quantiles": [0.5]},
            "verify": {"most_prompts": 2, "steps": 2},
        }
    )
    return train(recipe, prepared(name, SHAPES), folder, Options(), Silent())


@pytest.fixture
def run(prepared: Any, tmp_path: Path, weights: Callable[[str], Path]) -> Run:
    """A small run of a text-to-video model."""
    name = "wan2.1-1.3b"
    return trained(prepared, tmp_path / "run", name, weights(name))


def verified(run: Run, *labels: str) -> Outcome:
    """Into the run's own folder."""
    report = run.folder / "report.html"
    return verify(run, report, Options(), lambda _label, _share: None, labels)


def failed(outcome: Outcome) -> dict[str, set[str]]:
    """Names of the checks that failed, by label."""
    return {
        each.trial.label: {c.name for c in each.verdict.checks if not c.passed}
        for each in outcome.tried
    }


def set_b(path: Path, scale: float) -> None:
    """Other B matrices: noughts, or noise of a size."""
    import torch
    from safetensors import safe_open
    from safetensors.torch import save_file

    with safe_open(path, "pt") as file:
        metadata = file.metadata()
        tensors = {key: file.get_tensor(key) for key in list(file.keys())}
    torch.manual_seed(0)
    changed = {k: torch.randn_like(v) * scale if ".lora_B." in k else v for k, v in tensors.items()}
    save_file(changed, path, metadata=metadata)


def test_a_run_is_verified_whole(run: Run) -> None:
    """Every measure is there, scale 0 is the base, and each card tells the verdict."""
    outcome = verified(run)
    for each in outcome.tried:
        measures = each.measures
        assert measures.same_at_0
        assert measures.differs_at_1
        assert measures.loss is not None
        assert measures.loss.n == 2
        assert len(measures.style) == 4 * 3
        assert measures.leak is not None
        assert measures.leak.n == 2 * 2 * 2
        told = read_card(each.trial.path).verification
        assert told["passed"] == each.verdict.passed
        assert told["why"] == list(each.verdict.why)
    for name in ("report.html", "verify.json", "blind.html", "blind-key.json"):
        assert (run.folder / name).is_file()


def test_what_cannot_have_learned_fails(run: Run) -> None:
    """Zero B and noise; then another base, and a file that is gone."""
    set_b(run.adapter(FEAR), 0.0)
    set_b(run.adapter(CALM), 5.0)
    found = failed(verified(run))
    assert {"effect", "loss"} <= found[FEAR]
    assert "loss" in found[CALM]
    card = read_card(run.adapter(FEAR))
    write_card(run.adapter(FEAR), replace(card, base_hash="0" * 32))
    run.adapter(CALM).unlink()
    outcome = verified(run)
    assert [each.verdict.state for each in outcome.tried] == ["failed", "untrained"]
    assert not outcome.passed
    assert "not on these weights" in outcome.tried[0].verdict.why[0]
    assert "is not there" in outcome.tried[1].verdict.why[0]


def test_the_command_ends_with_1_when_one_failed(
    run: Run, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The newest run under runs/ by default; JSON on stdout; reasons in words without it."""
    set_b(run.adapter(FEAR), 0.0)
    report = tmp_path / "elsewhere" / "r.html"
    assert run_command(["train", "verify", str(run.folder), "-o", str(report), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["passed"] is False
    assert report.is_file()
    assert json.loads((report.parent / "verify.json").read_text(encoding="utf-8")) == told


def test_what_is_not_trained_has_not_failed(run: Run) -> None:
    """The others alone decide; where there is none, nothing has passed."""
    run.adapter(CALM).unlink()
    outcome = verified(run)
    judged, waiting = outcome.tried
    assert (waiting.verdict.state, waiting.verdict.passed) == ("untrained", False)
    for checks, passed in ((judged.verdict.checks[:1], True), (judged.verdict.checks, False)):
        verdict = replace(judged.verdict, checks=checks)
        assert replace(outcome, tried=(replace(judged, verdict=verdict), waiting)).passed is passed
    assert not replace(outcome, tried=(waiting,)).passed


def test_one_adapter_is_judged_among_all_styles(run: Run) -> None:
    """The others need not be there; a label that the run has not is told."""
    run.adapter(CALM).unlink()
    outcome = verified(run, FEAR)
    assert [each.trial.label for each in outcome.tried] == [FEAR]
    assert outcome.styles.labels == (FEAR, CALM)
    with pytest.raises(UsageError, match="no label 분노"):
        verified(run, "분노")


def test_a_run_that_was_moved_is_verified_by_its_own_clips(run: Run, tmp_path: Path) -> None:
    """It comes back from a rented machine, whose folders are not here."""
    before = Path(run.data["folder"])
    before.rename(run.folder / "prepared")
    moved = run.folder.rename(tmp_path / "moved")
    outcome = verified(read_run(moved), FEAR)
    assert "fits" not in failed(outcome)[FEAR]


def test_another_data_set_is_refused(run: Run) -> None:
    """Held-out clips of another set prove nothing."""
    folder = Path(run.data["folder"])
    from mongyudo.training.prepared import read_prepared

    clips = read_prepared(folder).clips
    write_prepared(folder, clips[1:], {"backend": run.recipe.backend})
    with pytest.raises(DataError, match="is not what"):
        verified(run)


def test_a_model_that_sets_pictures_in_motion_is_shown_first_frames(
    prepared: Any, tmp_path: Path, weights: Callable[[str], Path]
) -> None:
    """No text, so no triggers and no leak; all else as for the others."""
    run = trained(prepared, tmp_path / "run", "svd-xt", weights("svd-xt"))
    outcome = verified(run)
    for each in outcome.tried:
        assert each.measures.leak is None
        assert each.measures.same_at_0
        assert {cell for cell, _ in each.evidence.shown} == {"in-domain", "held-out"}
    first = outcome.tried[0].evidence.shown["held-out", None][0]
    assert np.isfinite(first.style).all()
