"""AnimateDiff, Zeroscope, VideoCrafter2 and SVD: their figures, and where their weights may lie."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.animatediff import AnimateDiff
from mongyudo.backends.diffusion.backend import DiffusionBackend, packages_missing
from mongyudo.backends.diffusion.svd import Svd
from mongyudo.backends.registry import get
from mongyudo.cli import group
from mongyudo.errors import BackendError, UsageError

if packages_missing():
    pytest.skip("the models' packages are not installed", allow_module_level=True)

NAMES = ("animatediff-v3", "svd", "svd-xt", "videocrafter2", "zeroscope-v2-576w")


def family(name: str) -> DiffusionBackend:
    """The backend called `name`."""
    backend = get(name)
    assert isinstance(backend, DiffusionBackend)
    return backend


@pytest.mark.parametrize("name", NAMES)
def test_the_usual_length_can_be_made(name):
    """The usual and the longest length keep the rule."""
    frames = family(name).spec.frames
    assert frames.nearest(frames.usual) == frames.usual
    assert frames.nearest(10_000) == frames.most


@pytest.mark.parametrize(("name", "frames"), [("svd", 14), ("svd-xt", 25)])
def test_svd_makes_exactly_its_frames(name, frames):
    """Whatever is asked."""
    rule = family(name).spec.frames
    assert {rule.nearest(asked) for asked in (1, 6, frames, 80)} == {frames}


def count(model: Any) -> float:
    """Parameters in millions."""
    return float(sum(p.numel() for p in model.parameters()) / 1e6)


@pytest.mark.slow
def test_the_parameters_are_those_of_the_classes():
    """Counted without memory, from the releases' configurations; to half a percent."""
    import torch
    from diffusers import (
        MotionAdapter,
        UNet2DConditionModel,
        UNet3DConditionModel,
        UNetSpatioTemporalConditionModel,
    )

    from mongyudo.backends.diffusion.videocrafter_model import VideoCrafterUNet

    with torch.device("meta"):
        picture = UNet2DConditionModel(cross_attention_dim=768, attention_head_dim=8)
        counted = {
            "animatediff-v3": count(picture) + count(MotionAdapter(use_motion_mid_block=False)),
            "svd": count(UNetSpatioTemporalConditionModel()),
            "videocrafter2": count(VideoCrafterUNet()),
            "zeroscope-v2-576w": count(UNet3DConditionModel()),
        }
    for name, millions in counted.items():
        assert family(name).release.parameters_m["unet"] == pytest.approx(millions, rel=0.005)


def test_what_may_not_earn_money_says_so():
    """Two releases forbid it."""
    forbidden = {name for name in NAMES if family(name).spec.non_commercial}
    assert forbidden == {"videocrafter2", "zeroscope-v2-576w"}


@pytest.fixture(scope="module")
def animatediff(tmp_path_factory) -> Path:
    """Small weights in the split layout."""
    folder = tmp_path_factory.mktemp("animatediff")
    AnimateDiff().write_tiny(folder, 7)
    return folder


def test_animatediff_asks_for_a_picture_model():
    """There is no release of its own to fall back on."""
    state = AnimateDiff().check()
    assert "SD1.5" in state.reason
    assert "--weights" in state.remedy


@pytest.mark.slow
def test_animatediff_without_its_motion_says_how_to_get_it(animatediff, tmp_path, monkeypatch):
    """A plain SD1.5 folder, and nothing in the hub's cache."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "cache"))
    plain = tmp_path / "sd15"
    shutil.copytree(animatediff, plain, ignore=shutil.ignore_patterns("motion_adapter"))
    state = AnimateDiff().check(Options(weights=str(plain)))
    assert "motion adapter" in state.reason
    assert "mongyudo backends download animatediff-v3" in state.remedy


@pytest.mark.slow
def test_parts_of_the_picture_model_that_are_not_used_may_be_absent(animatediff, tmp_path):
    """SD1.5's index names a safety checker, which AnimateDiff has no place for."""
    folder = tmp_path / "sd15"
    shutil.copytree(animatediff, folder)
    index = json.loads((folder / "model_index.json").read_text(encoding="utf-8"))
    index["safety_checker"] = ["stable_diffusion", "StableDiffusionSafetyChecker"]
    (folder / "model_index.json").write_text(json.dumps(index), encoding="utf-8")
    backend, options = AnimateDiff(), Options(weights=str(folder))
    assert backend.check(options).ready
    session: Any = backend.open(options)
    pipe = session._loaded()
    assert pipe.scheduler.config.beta_schedule == "linear"
    assert not pipe.scheduler.config.clip_sample
    shutil.rmtree(folder / "vae")
    assert "vae" in backend.check(options).reason


@pytest.mark.slow
def test_another_motion_adapter_is_another_base(animatediff, tmp_path):
    """LoRA adapters that were trained with one do not fit the other."""
    from mongyudo.backends.adapters import fingerprint
    from mongyudo.backends.diffusion.hub import Weights

    other = tmp_path / "other"
    AnimateDiff().write_tiny(other, 8)
    shutil.rmtree(other / "unet")
    shutil.copytree(animatediff / "unet", other / "unet")
    prints = {
        fingerprint(AnimateDiff().base_files(Weights(folder, "")))
        for folder in (animatediff, other)
    }
    assert len(prints) == 2


@pytest.mark.slow
@pytest.mark.parametrize("options", ["tiling", "fp8", "group"])
def test_svd_films_under_every_memory_option(tmp_path, options):
    """Its VAE cannot be tiled."""
    from tests.contract.test_backends import shot_for

    Svd().write_tiny(tmp_path, 7)
    session = Svd().open(Options(weights=str(tmp_path), memory=options, steps=2))
    assert session.render(shot_for(Svd()), lambda: False).frame_count == 14


@pytest.mark.slow
def test_the_command_converts_a_checkpoint(tmp_path):
    """Into a new folder that is ready; never over another."""
    from mongyudo.backends.diffusion.videocrafter_tiny import write_checkpoint

    path, made = write_checkpoint(tmp_path, 7), tmp_path / "made"
    run = ["backends", "convert", "videocrafter2", str(path), "-o", str(made)]
    done = CliRunner().invoke(group, run)
    assert done.exit_code == 0, done.output
    assert done.output.strip() == str(made)
    assert family("videocrafter2").check(Options(weights=str(made))).ready
    again = CliRunner().invoke(group, run)
    assert isinstance(again.exception, UsageError)


def test_the_command_refuses_what_needs_no_converting(tmp_path):
    """And what is not there."""
    for run in (["wan2.1-1.3b", str(tmp_path)], ["videocrafter2", str(tmp_path / "none.ckpt")]):
        done = CliRunner().invoke(
            group, ["backends", "convert", *run, "-o", str(tmp_path / "made")]
        )
        assert isinstance(done.exception, UsageError | BackendError)
        assert not (tmp_path / "made").exists()
