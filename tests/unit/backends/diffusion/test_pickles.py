"""Releases in pickles: refused with the command, converted without running anything in them."""

import pickle
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.backend import DiffusionBackend, packages_missing
from mongyudo.backends.registry import get
from mongyudo.cli import group
from mongyudo.errors import BackendError
from mongyudo.records import Segment, Shot

if packages_missing():
    pytest.skip("the models' packages are not installed", allow_module_level=True)

pytestmark = pytest.mark.slow
NAME = "zeroscope-v2-576w"
PARTS = ("unet", "vae", "text_encoder")
SHOT = Shot(0, Segment(0, 0, "", (), "a dark wood"), "공포", "기타", None, 3, (64, 64), 8, 4 / 8)


def model(name: str = NAME) -> DiffusionBackend:
    """An open model."""
    backend = get(name)
    assert isinstance(backend, DiffusionBackend)
    return backend


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    """Tiny weights as safetensors."""
    folder: Path = tmp_path_factory.mktemp("whole")
    model().write_tiny(folder, 7)
    return folder


@pytest.fixture
def pickled(whole, tmp_path) -> Path:
    """The same weights in pickles, the denoiser's in two halves, as old releases have them."""
    import torch
    from safetensors.torch import load_file

    folder = tmp_path / "release"
    shutil.copytree(whole, folder)
    for part in PARTS:
        (file,) = (folder / part).glob("*.safetensors")
        tensors = sorted(load_file(file).items())
        file.unlink()
        stem = "pytorch_model" if part == "text_encoder" else file.stem
        cut = len(tensors) // 2 if part == "unet" else 0
        if cut:
            torch.save(dict(tensors[:cut]), folder / part / f"{stem}-00001.bin")
            (folder / part / f"{stem}.bin.index.json").write_text("{}")
        torch.save(dict(tensors[cut:]), folder / part / f"{stem}.bin")
    return folder


def converted(release: Path, folder: Path) -> Any:
    """`mongyudo backends convert`, in this process."""
    words = ["backends", "convert", NAME, str(release), "-o", str(folder)]
    return CliRunner().invoke(group, words, catch_exceptions=True)


def film(folder: Path) -> list[Any]:
    """A tiny film's frames."""
    session = model().open(Options(weights=str(folder), steps=2))
    return list(session.render(SHOT, lambda: False).frames)


def test_pickles_are_refused_with_the_command(pickled) -> None:
    """And nothing of them is loaded."""
    state = model().check(Options(weights=str(pickled)))
    assert not state.ready
    assert "may hold code" in state.reason
    assert f"backends convert {NAME} {pickled}" in state.remedy


def test_what_is_converted_films_the_same(whole, pickled, tmp_path) -> None:
    """Bit by bit; only safetensors are left."""
    assert converted(pickled, tmp_path / "made").exit_code == 0
    assert not list((tmp_path / "made").rglob("*.bin*"))
    assert all((a == b).all() for a, b in zip(film(whole), film(tmp_path / "made"), strict=True))


class Evil:
    """Would make a file when it is unpickled."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.target,)


def test_code_in_a_pickle_does_not_run(pickled, tmp_path) -> None:
    """It is refused, and the file it would have made is not there."""
    mark = tmp_path / "ran"
    (file,) = (pickled / "vae").glob("*.bin")
    file.write_bytes(pickle.dumps({"weight": Evil(mark)}, protocol=2))
    failed = converted(pickled, tmp_path / "made")
    assert isinstance(failed.exception, BackendError)
    assert str(file) in str(failed.exception)
    assert not mark.exists()


def test_a_truncated_pickle_is_named(pickled, tmp_path) -> None:
    """With its path."""
    (file,) = (pickled / "vae").glob("*.bin")
    file.write_bytes(file.read_bytes()[:-200])
    failed = converted(pickled, tmp_path / "made")
    assert isinstance(failed.exception, BackendError)
    assert str(file) in str(failed.exception)


def test_tensors_that_do_not_fit_are_refused(pickled, tmp_path) -> None:
    """A half of the denoiser is missing."""
    next((pickled / "unet").glob("*-00001.bin")).unlink()
    failed = converted(pickled, tmp_path / "made")
    assert isinstance(failed.exception, BackendError)
    assert "unet" in str(failed.exception)


def test_a_file_is_no_release(tmp_path) -> None:
    """The folder is wanted."""
    file = tmp_path / "model.bin"
    file.touch()
    failed = converted(file, tmp_path / "made")
    assert isinstance(failed.exception, BackendError)
    assert "model_index.json" in str(failed.exception)


def test_open_soras_text_encoders_may_be_pickles(tmp_path) -> None:
    """As its release has them: T5 in a .bin file."""
    import torch
    from safetensors.torch import load_file

    from mongyudo.backends.diffusion.opensora import T5

    backend = model("open-sora-v2")
    (tmp_path / "release").mkdir()
    backend.write_tiny(tmp_path / "release", 7)
    (file,) = (tmp_path / "release" / T5).glob("*.safetensors")
    torch.save(load_file(file), file.with_name("pytorch_model.bin"))
    file.unlink()
    backend.convert(tmp_path / "release", tmp_path / "made")
    options = Options(
        weights=str(tmp_path / "made"), acknowledged=frozenset({backend.spec.licence})
    )
    assert backend.check(options).ready
