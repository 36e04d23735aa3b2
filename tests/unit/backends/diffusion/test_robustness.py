"""Broken weights of one model in all the ways; tests/contract/test_broken.py has all models."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.registry import get
from mongyudo.errors import BackendError, UsageError
from mongyudo.records import Segment, Shot

pytestmark = pytest.mark.slow

NAME = "wan2.1-1.3b"
SHOT = Shot(
    0, Segment(0, 0, "", (), "a dark forest"), "공포", "기타", None, 3, (64, 64), 16, 5 / 16
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    """Tiny whole weights."""
    folder = tmp_path_factory.mktemp("whole")
    model().write_tiny(folder, 7)
    return folder


@pytest.fixture
def weights(whole, tmp_path) -> Path:
    """A copy that a test may break."""
    shutil.copytree(whole, tmp_path / "weights")
    return tmp_path / "weights"


def model() -> DiffusionBackend:
    """The model under test."""
    backend = get(NAME)
    assert isinstance(backend, DiffusionBackend)
    return backend


def options(folder: Path, **changes: Any) -> Options:
    """Two steps with the weights in `folder`."""
    return replace(Options(weights=str(folder), steps=2), **changes)


def fault_of(folder: Path) -> str:
    """What check() says of a folder, and what open() raises."""
    state = model().check(options(folder))
    assert not state.ready
    assert state.reason
    assert state.remedy
    with pytest.raises(BackendError, match=NAME):
        model().open(options(folder))
    return state.reason


def tensors_in(folder: Path) -> Path:
    """The denoiser's file."""
    return next((folder / "transformer").glob("*.safetensors"))


def test_a_truncated_file_is_named(weights) -> None:
    """With the bytes that are there and those that should be."""
    file = tensors_in(weights)
    file.write_bytes(file.read_bytes()[:-100])
    assert file.name in fault_of(weights)


@pytest.mark.parametrize("data", [b"", b"\x00" * 5, b"garbage" * 50])
def test_garbage_is_no_weights(weights, data) -> None:
    """An empty file, too few bytes, anything else."""
    tensors_in(weights).write_bytes(data)
    assert "safetensors" in fault_of(weights)


def test_a_missing_shard_is_named(weights) -> None:
    """An index that names a file which is not there."""
    index = weights / "transformer" / "diffusion_pytorch_model.safetensors.index.json"
    index.write_text(json.dumps({"weight_map": {"a": "shard-9.safetensors"}}))
    assert "shard-9" in fault_of(weights)


def test_a_missing_tokenizer_is_named(weights) -> None:
    """Absent or empty."""
    shutil.rmtree(weights / "tokenizer")
    assert "tokenizer" in fault_of(weights)
    (weights / "tokenizer").mkdir()
    assert "tokenizer" in fault_of(weights)


def test_pickles_are_not_loaded(weights) -> None:
    """A .bin may hold code."""
    tensors_in(weights).rename(weights / "transformer" / "diffusion_pytorch_model.bin")
    assert "may hold code" in fault_of(weights)


def test_a_folder_without_weights_is_told(tmp_path) -> None:
    """No model_index.json."""
    assert "model_index.json" in fault_of(tmp_path)


def test_another_models_tensors_do_not_fit(weights) -> None:
    """Right layout, wrong shapes: refused when loading, with the part's name."""
    config = weights / "transformer" / "config.json"
    config.write_text(json.dumps(json.loads(config.read_text()) | {"num_layers": 3}))
    with pytest.raises(BackendError, match="transformer"):
        model().open(options(weights)).render(SHOT, lambda: False)


def test_an_unknown_class_is_not_imported(weights) -> None:
    """Only diffusers and transformers are asked for classes."""
    index = weights / "model_index.json"
    changed = json.loads(index.read_text()) | {"transformer": ["os", "system"]}
    index.write_text(json.dumps(changed))
    with pytest.raises(BackendError, match=r"os\.system"):
        model().open(options(weights)).render(SHOT, lambda: False)


def test_what_cannot_be_is_a_usage_error(whole) -> None:
    """Unknown memory options and devices name the known ones."""
    with pytest.raises(UsageError, match="tiling"):
        model().open(options(whole, memory="magic"))
    with pytest.raises(UsageError, match="cuda:77"):
        model().open(options(whole, device="cuda:77")).render(SHOT, lambda: False)


def test_what_is_absent_is_told_with_the_remedy() -> None:
    """No weights anywhere: how to get them; no such folder: that."""
    state = model().check(Options())
    assert f"backends download {NAME}" in state.remedy
    assert "no folder" in model().check(Options(weights="not/a/real/folder")).reason
