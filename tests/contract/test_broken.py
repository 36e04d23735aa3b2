"""One suite over every open model: broken weights, what is no picture, too little memory."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.contract.test_backends import small_shot

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.backend import DiffusionBackend, DiffusionSession, packages_missing
from mongyudo.backends.diffusion.hub import Weights
from mongyudo.backends.registry import get, names
from mongyudo.errors import BackendError

if packages_missing():
    pytest.skip("the models' packages are not installed", allow_module_level=True)

pytestmark = pytest.mark.slow
MODELS = [name for name in names() if isinstance(get(name), DiffusionBackend)]


def model(name: str) -> DiffusionBackend:
    """An open model."""
    backend = get(name)
    assert isinstance(backend, DiffusionBackend)
    return backend


@dataclass(frozen=True)
class Studio:
    """A model and whole small weights, which tests break in copies."""

    backend: DiffusionBackend
    weights: Path

    def options(self, folder: Path) -> Options:
        """Two steps, its licence acknowledged."""
        licences = frozenset({self.backend.spec.licence})
        return Options(weights=str(folder), steps=2, acknowledged=licences)

    def open(self, folder: Path) -> DiffusionSession:
        """A session; raises what opening raises."""
        session = self.backend.open(self.options(folder))
        assert isinstance(session, DiffusionSession)
        return session

    def fault(self, folder: Path) -> str:
        """What is said of a folder: by the check with a remedy, or else when it is loaded."""
        state = self.backend.check(self.options(folder))
        assert state.ready or (state.reason and state.remedy)
        with pytest.raises(BackendError, match=self.backend.spec.name) as caught:
            self.open(folder).render(small_shot(self.backend), lambda: False)
        return str(caught.value)


@pytest.fixture(scope="module", params=MODELS)
def studio(request, tmp_path_factory) -> Studio:
    """Each open model in turn."""
    backend = model(request.param)
    folder = tmp_path_factory.mktemp(backend.spec.name)
    backend.write_tiny(folder, 7)
    return Studio(backend, folder)


@pytest.fixture
def copy(studio, tmp_path) -> Path:
    """Its weights, to be broken."""
    shutil.copytree(studio.weights, tmp_path / "weights")
    return tmp_path / "weights"


def test_a_truncated_file_is_named(studio, copy) -> None:
    """Of whichever denoiser."""
    for part in studio.backend.base_files(Weights(copy, "")):
        (file,) = part.glob("*.safetensors")
        whole = file.read_bytes()
        file.write_bytes(whole[:-64])
        assert str(file) in studio.fault(copy)
        file.write_bytes(whole)


def test_a_missing_tokenizer_is_named(studio, copy) -> None:
    """Its folder is empty."""
    words = sorted(each for each in copy.glob("tokenizer*") if each.is_dir())
    if not words:
        pytest.skip("this model reads no text")
    shutil.rmtree(words[0])
    words[0].mkdir()
    assert words[0].name in studio.fault(copy)


def test_another_models_folder_is_refused(studio, tmp_path) -> None:
    """Whole weights, but of another family."""
    other = "mochi-1" if studio.backend.spec.name != "mochi-1" else "ltx-video"
    model(other).write_tiny(tmp_path, 7)
    assert studio.fault(tmp_path)


def test_an_empty_folder_is_told(studio, tmp_path) -> None:
    """With its path."""
    assert str(tmp_path) in studio.fault(tmp_path)


def darkened(_decoder: Any, _given: Any, output: Any) -> Any:
    """What a decoder gave, all black; some give what they keep for the next frames beside it."""
    picture, *kept = output if isinstance(output, tuple) else (output,)
    black = picture * 0 - 9.0
    return (black, *kept) if kept else black


def test_what_is_no_picture_is_refused(studio) -> None:
    """A decoder that gives nothing but black, then a denoiser that gives no numbers: through the
    whole pipeline, errors that name the model."""
    session = studio.open(studio.weights)
    pipe, shot = session._loaded(), small_shot(studio.backend)
    dark = pipe.vae.decoder.register_forward_hook(darkened)
    with pytest.raises(BackendError, match=rf"{studio.backend.spec.name}: .*black.*--seed"):
        session.render(shot, lambda: False)
    dark.remove()
    for part in studio.backend.denoisers:
        for parameter in getattr(pipe, part).parameters():
            parameter.fill_(float("nan"))
    with pytest.raises(BackendError, match=rf"{studio.backend.spec.name}: .*NaN.*--seed"):
        session.render(shot, lambda: False)


def test_memory_that_runs_out(studio, monkeypatch, caplog) -> None:
    """Once: filmed under the next cheaper options, which is said and recorded. Twice: an error
    with advice, and the next shot films on."""
    import torch

    session = studio.open(studio.weights)
    kind, shot = type(session._loaded()), small_shot(studio.backend)
    real, left = kind.__call__, [1]

    def short(pipe: Any, *words: Any, **given: Any) -> Any:
        if left:
            left.pop()
            raise torch.OutOfMemoryError("out of memory")
        return real(pipe, *words, **given)

    monkeypatch.setattr(kind, "__call__", short)
    rendering = session.render(shot, lambda: False)
    assert rendering.made_with["memory"] == "tiling"
    assert any("out of memory under 'plain'" in note for note in rendering.notes)
    assert "out of memory" in caplog.text
    left += [1, 1]
    with pytest.raises(BackendError, match=rf"{studio.backend.spec.name}: memory.*--size.*plan"):
        session.render(shot, lambda: False)
    assert session.render(shot, lambda: False).made_with["memory"] == "offload"
