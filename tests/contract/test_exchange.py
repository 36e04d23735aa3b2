"""Adapters for and from other programs, and several as one, on small weights."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.contract.test_adapters import FEAR, SORROW, Studio, train
from tests.contract.test_backends import small_shot

from mongyudo.backends.adapters import file_name, find, read_card
from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.backend import DiffusionBackend, packages_missing
from mongyudo.backends.registry import get
from mongyudo.cli import run
from mongyudo.errors import BackendError, UsageError

pytestmark = pytest.mark.slow

NAMED = ["wan2.1-1.3b", "ltx-video", "mochi-1", "hunyuanvideo"]
MERGED = "emotion:놀람"


def studio_of(name: str, folder: Path) -> Studio:
    """A model with small weights and two adapters."""
    backend = get(name)
    assert isinstance(backend, DiffusionBackend)
    missing = packages_missing()
    if missing:
        pytest.skip(missing.reason)
    (folder / "weights").mkdir()
    backend.write_tiny(folder / "weights", 1447)
    options = Options(
        weights=str(folder / "weights"),
        adapters_dir=folder / "adapters",
        acknowledged=frozenset({backend.spec.licence}),
        steps=2,
    )
    assert options.adapters_dir is not None
    options.adapters_dir.mkdir()
    return Studio(backend, options, {n: train(backend, options, n) for n in (FEAR, SORROW)})


@pytest.fixture(scope="module", params=NAMED)
def studio(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Studio:
    """Each model whose names in ComfyUI are known."""
    return studio_of(request.param, tmp_path_factory.mktemp(request.param))


def path_of(studio: Studio, name: str) -> Path:
    """An adapter's file."""
    found = find(studio.files, studio.backend.spec.name, name)
    assert found is not None
    return found


def deltas(path: Path) -> dict[str, np.ndarray]:
    """What each layer's weight becomes larger by, in 64 bits."""
    from mongyudo.backends.diffusion.exchange import read_ours

    return {
        layer: (c.up.double() @ c.down.double() * (c.alpha / c.rank)).numpy()
        for layer, c in read_ours(path).items()
    }


def foreign(studio: Studio, path: Path, out: Path, alpha: float | None = None) -> None:
    """Import a file as FEAR of this model."""
    from mongyudo.backends.diffusion.exchange import import_foreign
    from mongyudo.backends.diffusion.hub import Weights

    weights = studio.backend.locate(studio.options)
    assert isinstance(weights, Weights)
    card = read_card(path_of(studio, FEAR))
    import_foreign(path, out, studio.backend, weights, card, alpha)


def test_an_export_loads_in_diffusers(studio: Studio, tmp_path: Path) -> None:
    """By the pipeline's own call; the frames are bit-equal to ours."""
    from mongyudo.backends.diffusion.exchange import export

    [file] = export(path_of(studio, FEAR), tmp_path / "lora.safetensors", "any", "diffusers")
    session = studio.backend.open(studio.options)
    session._loaded().load_lora_weights(tmp_path, weight_name=file.name, use_safetensors=True)
    frames = list(session.render(small_shot(studio.backend), lambda: False).frames)
    assert np.array_equal(np.stack(frames), studio.saved_frames[FEAR])


def test_an_export_for_comfyui_comes_back(studio: Studio, tmp_path: Path) -> None:
    """Same change of every layer, though fused ones have their ranks together."""
    from safetensors.torch import load_file

    from mongyudo.backends.diffusion.exchange import export

    name = studio.backend.spec.name
    [file] = export(path_of(studio, FEAR), tmp_path / "comfy.safetensors", name, "comfyui")
    keys = set(load_file(file))
    assert all(key.startswith("diffusion_model.") for key in keys)
    assert sum(key.endswith(".alpha") for key in keys) * 3 == len(keys)
    foreign(studio, file, tmp_path / "back.safetensors")
    mine, back = deltas(path_of(studio, FEAR)), deltas(tmp_path / "back.safetensors")
    assert mine.keys() == back.keys()
    for layer, change in mine.items():
        assert back[layer] == pytest.approx(change, abs=1e-6), layer


def test_a_merge_is_the_sum(studio: Studio) -> None:
    """Of both changes with their weights; the film is that of the blend."""
    from mongyudo.backends.diffusion.exchange import merge

    files = {path_of(studio, FEAR): 0.7, path_of(studio, SORROW): -0.25}
    out = studio.files / studio.backend.spec.name / file_name(MERGED)
    merge(files, out, MERGED)
    try:
        each = [(deltas(path), weight) for path, weight in files.items()]
        for layer, change in deltas(out).items():
            wished = sum(weight * own[layer] for own, weight in each)
            assert change == pytest.approx(wished, abs=1e-5)
        blend = studio.frames(f"{FEAR}*0.7+{SORROW}*-0.25").astype(int)
        merged = np.stack(list(studio.render(MERGED).frames)).astype(int)
    finally:
        out.unlink()
    assert np.abs(merged - blend).max() <= 2  # levels of 255: sums are rounded in another order


@pytest.mark.parametrize("studio", ["wan2.1-1.3b", "ltx-video"], indirect=True)
def test_diffusers_reads_our_names_for_comfyui(studio: Studio, tmp_path: Path) -> None:
    """An outside witness of the names: its own converter makes the same film of the file.

    For LTX it knows no alpha, which is multiplied in beforehand.
    """
    from mongyudo.backends.diffusion.exchange import export

    name = studio.backend.spec.name
    [file] = export(path_of(studio, FEAR), tmp_path / "comfy.safetensors", name, "comfyui")
    if name == "ltx-video":
        file = rewrite(file, tmp_path / "baked.safetensors", baked)
    session = studio.backend.open(studio.options)
    pipe = session._loaded()
    pipe.load_lora_weights(tmp_path, weight_name=file.name, use_safetensors=True)
    frames = np.stack(list(session.render(small_shot(studio.backend), lambda: False).frames))
    assert np.abs(frames.astype(int) - studio.saved_frames[FEAR].astype(int)).max() <= 2


@pytest.mark.parametrize("studio", ["wan2.1-1.3b"], indirect=True)
def test_the_commands(
    studio: Studio, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Export, take in again under another name, merge, show: from names to files."""
    monkeypatch.chdir(tmp_path)
    name, folder = studio.backend.spec.name, tmp_path / "adapters"
    common = ["--backend", name, "--dir", str(folder)]
    for each in (FEAR, SORROW):
        target = folder / name / file_name(each)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path_of(studio, each).read_bytes())
    out = str(tmp_path / "c.safetensors")
    assert run(["adapters", "export", FEAR, "--form", "comfyui", "-o", out, *common]) == 0
    weights = ["--weights", studio.options.weights]
    taken = ["--name", "emotion:분노", "--licence", "MIT", "--trigger", "rage,", *weights]
    assert run(["adapters", "import", out, *taken, *common]) == 0
    blend = f"emotion:분노*0.5+{SORROW}*0.5"
    assert run(["adapters", "merge", blend, "--name", "emotion:혐오", *common]) == 0
    assert run(["adapters", "merge", blend, "--name", SORROW, *common]) == 2
    capsys.readouterr()
    assert run(["adapters", "show", "emotion:혐오", *common]) == 0
    card = json.loads(capsys.readouterr().out)
    assert (card["licence"], card["rank"]) == ("MIT AND Apache-2.0", 8)
    assert run(["adapters", "list", "--json", "--dir", str(folder)]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["ready"] for row in rows] == [True] * 4


def baked(tensors: dict[str, Any]) -> dict[str, Any]:
    """Alpha over rank multiplied into the up matrices."""
    found = {}
    for key, value in tensors.items():
        if key.endswith(".lora_B.weight"):
            alpha = tensors[key.replace(".lora_B.weight", ".alpha")]
            found[key] = value * (alpha / value.shape[1])
        elif not key.endswith(".alpha"):
            found[key] = value
    return found


def rewrite(path: Path, out: Path, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Path:
    """A file with other tensors and no metadata."""
    from safetensors.torch import load_file, save_file

    save_file({k: v.clone() for k, v in change(load_file(path)).items()}, out)
    return out


@pytest.mark.parametrize("studio", ["wan2.1-1.3b"], indirect=True)
def test_what_is_not_understood_is_refused(studio: Studio, tmp_path: Path) -> None:
    """Alpha that nobody told, tensors of another kind, layers of another model, a half."""
    fear, out = path_of(studio, FEAR), tmp_path / "out.safetensors"
    bare = rewrite(fear, tmp_path / "bare.safetensors", lambda t: t)
    with pytest.raises(UsageError, match="--alpha"):
        foreign(studio, bare, out)
    foreign(studio, bare, out, alpha=12.0)
    assert all(np.array_equal(d, deltas(fear)[layer]) for layer, d in deltas(out).items())
    harms: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
        "not understood": lambda t: t | {"transformer.x.hada_w1_a": next(iter(t.values()))},
        "not in these weights": lambda t: {
            k.replace("blocks.0", "blocks.9"): v for k, v in t.items()
        },
        "no layer of": lambda t: {k.replace("transformer.", "lora_unet."): v for k, v in t.items()},
        "that are not": lambda t: {k: v for k, v in t.items() if "lora_A" in k},
    }
    for said, harm in harms.items():
        broken = rewrite(fear, tmp_path / "broken.safetensors", harm)
        with pytest.raises(BackendError, match=said):
            foreign(studio, broken, tmp_path / "never.safetensors", alpha=1.0)
    assert not (tmp_path / "never.safetensors").exists()


def test_names_that_are_not_established_are_refused(tmp_path: Path) -> None:
    """A model that ComfyUI names otherwise is told, and nothing is written."""
    from mongyudo.backends.diffusion.exchange import export

    folder = tmp_path / "zeroscope"
    folder.mkdir()
    studio = studio_of("zeroscope-v2-576w", folder)
    file = tmp_path / "out.safetensors"
    with pytest.raises(UsageError, match="not known here"):
        export(path_of(studio, FEAR), file, studio.backend.spec.name, "comfyui")
    assert not file.exists()


def test_adapters_of_unlike_bases_are_not_merged(tmp_path: Path) -> None:
    """Their sum would fit neither."""
    from mongyudo.backends.adapters import write_card
    from mongyudo.backends.diffusion.exchange import merge

    studio = studio_of("wan2.1-1.3b", tmp_path)
    sorrow = path_of(studio, SORROW)
    write_card(sorrow, replace(read_card(sorrow), base_hash="0" * 32))
    with pytest.raises(UsageError, match="2 bases"):
        merge({path_of(studio, FEAR): 1.0, sorrow: 1.0}, tmp_path / "m.safetensors", MERGED)
