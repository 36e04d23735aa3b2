"""A run's folder: written, read, recognised, and continued only as itself."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mongyudo.errors import UsageError
from mongyudo.training.recipe import Recipe
from mongyudo.training.run import Run, begin, newest_run, read_run


def a_run(folder: Path, **changes: Any) -> Run:
    """A run of fear and sorrow."""
    parts = {part: changes.pop(part, {}) for part in ("fit", "watch")}
    recipe = Recipe(name="mine", backend="wan2.1-1.3b", **parts)
    base = {"source": "w", "revision": "", "fingerprint": "b" * 32, "licence": "Apache-2.0"}
    data = {"folder": "clips", "digest": "d" * 32, "licences": ["CC0-1.0"]}
    made = Run(folder, recipe, base, data, ("공포", "슬픔"), 1, {"torch": "2"}, "abc")
    return replace(made, **changes)


def test_a_run_is_read_as_it_was_written(tmp_path):
    """And its adapters lie where films look for them."""
    run = begin(a_run(tmp_path / "run"))
    assert read_run(run.folder) == run
    assert run.adapter("공포") == run.adapters_dir / "wan2.1-1.3b" / "emotion-공포.safetensors"


def test_another_run_is_not_written_over(tmp_path):
    """What differs is named; what only looks on may differ."""
    begin(a_run(tmp_path))
    with pytest.raises(UsageError, match=r"fit\.steps = 7 \(was 2000\).*-o"):
        begin(a_run(tmp_path, fit={"steps": 7}))
    with pytest.raises(UsageError, match=r"base = 'c+' \(was 'b+'\)"):
        begin(a_run(tmp_path, base={**a_run(tmp_path).base, "fingerprint": "c" * 32}))
    with pytest.raises(UsageError, match=r"data\.digest"):
        begin(a_run(tmp_path, data={**a_run(tmp_path).data, "digest": "e"}))
    looking = a_run(tmp_path).recipe.model_copy(update={"name": "other"})
    begin(a_run(tmp_path, recipe=looking, labels=("공포",)))
    begin(a_run(tmp_path, watch={"sample_every": 7}))


def test_clips_once_learned_from_are_never_held_out_later(tmp_path):
    """Another share held out would be another split: finished adapters would be judged by clips
    that they know."""
    begin(a_run(tmp_path, watch={"held_out": 0.1}))
    with pytest.raises(UsageError, match=r"watch\.held_out = 0\.3 \(was 0\.1\)"):
        begin(a_run(tmp_path, watch={"held_out": 0.3}))


def test_the_newest_run_is_found(tmp_path):
    """By when it was written to; none is an error with the command that makes one."""
    with pytest.raises(UsageError, match="train run RECIPE"):
        newest_run(tmp_path)
    for age, name in enumerate(("new", "old")):
        begin(a_run(tmp_path / name))
        os.utime(tmp_path / name / "run.json", (1e9 - age, 1e9 - age))
    assert newest_run(tmp_path) == tmp_path / "new"
    with pytest.raises(UsageError, match="no run"):
        read_run(tmp_path)
