"""The journey with an open model, in fresh processes, as a model maker runs it."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mongyudo.backends.adapters import fingerprint
from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.backend import DiffusionBackend, DiffusionSession, packages_missing
from mongyudo.backends.registry import get
from mongyudo.film.probe import probe
from mongyudo.records import AdapterCard

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(packages_missing() is not None, reason="[models] is not installed"),
]

NAME = "wan2.1-1.3b"
DREAM = "어두운 숲에서 호랑이에게 쫓겨서 너무 무서웠다. 도망치다가 절벽에서 떨어졌다."
SMALL = ("--size", "128x64", "--seconds", "0.5", "--no-sound")


def run(*words: str, cwd: Path, code: int = 0, **variables: str) -> str:
    """One `mongyudo` command in a fresh process; its stdout, or its stderr when it must fail."""
    done = subprocess.run(
        [sys.executable, "-m", "mongyudo", *words],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        cwd=cwd,
        env={**os.environ, "MONGYUDO_STEPS": "2", **variables},
    )
    assert done.returncode == code, done.stderr
    return done.stderr if code else done.stdout


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with tiny weights, as `backends tiny` writes them, and an adapter for fear."""
    folder = tmp_path_factory.mktemp("bench")
    run("backends", "tiny", NAME, "-o", "tiny", cwd=folder)
    save_adapter(folder / "tiny", folder / "adapters" / NAME / "emotion-공포.safetensors")
    return folder


def save_adapter(weights: Path, path: Path) -> None:
    """A random adapter of rank 4 on these weights."""
    import torch

    from mongyudo.backends.diffusion.adapting import attach, save

    backend = get(NAME)
    assert isinstance(backend, DiffusionBackend)
    session = backend.open(replace(Options(), weights=str(weights)))
    assert isinstance(session, DiffusionSession)
    modules = {part: getattr(session._loaded(), part) for part in backend.denoisers}
    attach(modules, "fear", 4, 8.0)
    for module in modules.values():
        for name, parameter in module.named_parameters():
            if ".lora_B." in name:
                torch.nn.init.normal_(parameter, std=0.5)
    base = fingerprint([weights / part for part in backend.denoisers])
    card = AdapterCard("emotion:공포", str(weights), base, 0, "CC0-1.0", trigger="ink dream,")
    save(path, modules, "fear", card)


def filmed(folder: Path, *words: str, **variables: str) -> dict[str, Any]:
    """The manifest of a small film of DREAM."""
    common = ("film", DREAM, "--backend", NAME, "--weights", "tiny", *SMALL, "--json")
    manifest: dict[str, Any] = json.loads(run(*common, *words, cwd=folder, **variables))
    return manifest


def test_a_film_of_an_open_model_tells_how_it_was_made(bench: Path) -> None:
    """Without adapters: the base model, its weights, the prompt's tokens and what was cut."""
    manifest = filmed(bench, "-o", "base")
    assert probe(bench / "base" / "film.mp4").frames > 0
    assert manifest["backend"] == NAME
    for shot in manifest["shots"]:
        assert shot["adapter"] is None
        assert shot["tokens"] > 0
        assert shot["cut"] == []
        assert shot["weights"]["source"] == "tiny"
        assert shot["memory"]


def test_the_emotions_adapter_is_worn_and_named(bench: Path) -> None:
    """Fear's adapter from adapters_dir, with its trigger before the prompt."""
    manifest = filmed(bench, "-o", "fear", MONGYUDO_ADAPTERS_DIR="adapters")
    assert manifest["reading"]["emotion"]["label"] == "공포"
    for shot in manifest["shots"]:
        assert (shot["adapter"], shot["adapter_scale"]) == ("emotion:공포", 1.0)
        assert shot["prompt"].startswith("ink dream, ")
        (file,) = shot["adapter_files"]
        assert (file["rank"], file["alpha"], file["licence"]) == (4, 8.0, "CC0-1.0")
    assert (bench / "fear" / "film.mp4").exists()


def test_the_adapters_are_listed(bench: Path) -> None:
    """With card, licence and base."""
    (row,) = json.loads(run("adapters", "--dir", "adapters", "--json", cwd=bench))
    assert (row["backend"], row["name"], row["ready"]) == (NAME, "emotion:공포", True)
    assert row["card"]["licence"] == "CC0-1.0"
    assert "CC0-1.0" in run("adapters", "--dir", "adapters", cwd=bench)


def test_a_wrong_base_is_one_clear_line_and_leaves_no_film(bench: Path) -> None:
    """Fear was trained on other weights than these."""
    run("backends", "tiny", NAME, "-o", "other", "--seed", "9", cwd=bench)
    words = ("film", DREAM, "--backend", NAME, "--weights", "other", *SMALL, "-o", "wrong")
    said = run(*words, cwd=bench, code=1, MONGYUDO_ADAPTERS_DIR="adapters").strip()
    assert "was trained on" in said
    assert "Traceback" not in said
    assert not list((bench / "wrong").glob("*.mp4"))


def test_weights_that_are_nowhere_are_one_clear_line(bench: Path) -> None:
    """Offline too: nothing is asked of the network, and the remedy is told."""
    said = run("film", DREAM, "--backend", NAME, cwd=bench, code=1, MONGYUDO_OFFLINE="1")
    assert f"backends download {NAME}" in said
    said = run("backends", "download", NAME, cwd=bench, code=1, MONGYUDO_OFFLINE="1")
    assert "offline is set" in said
