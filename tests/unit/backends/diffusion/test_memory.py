"""The ladder of memory options: real calls on real small pipelines, as far as a CPU can go."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.contract.test_backends import shot_for

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion import memory
from mongyudo.backends.diffusion.backend import DiffusionBackend, DiffusionSession, packages_missing
from mongyudo.backends.registry import get
from mongyudo.errors import BackendError

if packages_missing():
    pytest.skip("the models' packages are not installed", allow_module_level=True)

MOVED = ("wan2.1-1.3b", "zeroscope-v2-576w", "svd-xt", "open-sora-v2")
"""A pipeline of diffusers, one with a UNet, one with a picture, and two of our own."""
OFFLOADS = ("offload", "group", "sequential")
Opened = Callable[..., DiffusionSession]


def model(name: str) -> DiffusionBackend:
    """An open model."""
    backend = get(name)
    assert isinstance(backend, DiffusionBackend)
    return backend


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> Opened:
    """Open a model with small weights, which are written once."""
    made: dict[str, Path] = {}

    def session(name: str, **changes: Any) -> DiffusionSession:
        backend = model(name)
        if name not in made:
            made[name] = tmp_path_factory.mktemp(name)
            backend.write_tiny(made[name], 7)
        licences = frozenset({backend.spec.licence})
        how = {"weights": str(made[name]), "steps": 2, "acknowledged": licences} | changes
        found = backend.open(Options(**how))
        assert isinstance(found, DiffusionSession)
        return found

    return session


def frames_of(name: str, session: DiffusionSession) -> np.ndarray:
    """A small clip."""
    return np.stack(list(session.render(shot_for(model(name)), lambda: False).frames))


@pytest.fixture
def cpu_as_gpu(monkeypatch) -> None:
    """Let parts be moved to the CPU as if it were a GPU: the libraries refuse it or number it."""
    import accelerate
    import torch
    from diffusers import DiffusionPipeline

    real, cpu = accelerate.cpu_offload, torch.device("cpu")
    monkeypatch.setattr(accelerate, "cpu_offload", lambda part, _, **how: real(part, cpu, **how))
    for call in ("enable_sequential_cpu_offload", "enable_model_cpu_offload"):
        monkeypatch.setattr(DiffusionPipeline, call, _to_cpu(getattr(DiffusionPipeline, call)))


def _to_cpu(enable: Callable[..., None]) -> Callable[..., None]:
    return lambda pipe, **_: enable(pipe, device="cpu")


@pytest.mark.slow
@pytest.mark.usefixtures("cpu_as_gpu")
@pytest.mark.parametrize("name", MOVED)
def test_models_film_the_same_with_its_layers_moved_one_by_one(opened, name) -> None:
    """The last rung. Here they move from the CPU to the CPU: the weights wait elsewhere, in vain
    for whoever would not fetch them."""
    import torch

    session = opened(name, memory="sequential")
    pipe = session._loaded()
    memory.place(pipe, memory.named("sequential"), torch.device("cpu"), [])
    waiting = next(getattr(pipe, model(name).denoisers[0]).parameters())
    assert waiting.device.type == "meta"
    assert np.array_equal(frames_of(name, session), frames_of(name, opened(name, memory="tiling")))


@pytest.mark.slow
@pytest.mark.usefixtures("cpu_as_gpu")
@pytest.mark.parametrize("rung", OFFLOADS)
def test_ltx_films_the_same_under_every_offload(opened, rung) -> None:
    """Parts whole, by blocks and layers, one by one; 8 bits aside."""
    import torch

    session = opened("ltx-video")
    pipe = session._loaded()
    memory.place(pipe, memory.named(rung), torch.device("cpu"), ["transformer"])
    hooked = [hasattr(pipe.text_encoder, "_hf_hook"), hasattr(pipe.text_encoder, "_diffusers_hook")]
    assert any(hooked), "nothing was offloaded"
    assert np.array_equal(
        frames_of("ltx-video", session), frames_of("ltx-video", opened("ltx-video"))
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", ["ltx-video", "cogvideox-2b", "zeroscope-v2-576w"])
def test_8_bits_are_stored_and_16_or_more_computed(opened, name) -> None:
    """The denoiser's layers lie in float8, the picture is near that of the full ones, not it."""
    import torch

    session = opened(name, memory="fp8")
    part = getattr(session._loaded(), model(name).denoisers[0])
    stored = [p.dtype for p in part.parameters()]
    assert stored.count(torch.float8_e4m3fn) > len(stored) / 3
    pressed, full = frames_of(name, session), frames_of(name, opened(name))
    assert not np.array_equal(pressed, full)
    assert pressed.std() > 2


@pytest.mark.slow
@pytest.mark.parametrize("rung", OFFLOADS)
def test_on_a_cpu_nothing_is_offloaded(opened, rung) -> None:
    """There is nothing to spare: hooks would only cost time."""
    pipe = opened("wan2.1-1.3b", memory=rung)._loaded()
    modules = [pipe.transformer, pipe.text_encoder, pipe.vae]
    assert not any(hasattr(module, "_hf_hook") for module in modules)


@pytest.mark.slow
@pytest.mark.usefixtures("cpu_as_gpu")
def test_an_adapter_is_worn_over_layers_that_are_moved(opened, tmp_path) -> None:
    """The adapter comes onto a pipeline whose weights wait elsewhere, and films the same; the
    next shot, too, after the weights came and went."""
    import torch

    from mongyudo.backends.adapters import fingerprint
    from mongyudo.backends.diffusion.adapting import attach, save
    from mongyudo.records import AdapterCard

    name = "wan2.1-1.3b"
    plain = opened(name)
    module = plain._loaded().transformer
    attach({"transformer": module}, "fresh", 4, 8.0)
    for key, parameter in module.named_parameters():
        if ".lora_B." in key:
            torch.nn.init.normal_(parameter, std=0.5)
    base = fingerprint(model(name).base_files(plain._weights))
    card = AdapterCard("emotion:공포", "", base, 0, "CC0-1.0")
    save(tmp_path / name / "emotion-공포.safetensors", {"transformer": module}, "fresh", card)
    shot = shot_for(model(name), adapter="emotion:공포")
    clips = {}
    for rung in ("plain", *OFFLOADS):
        session = opened(name, adapters_dir=tmp_path)
        align(session._loaded())
        if rung != "plain":
            memory.place(session._pipe, memory.named(rung), torch.device("cpu"), ["transformer"])
        clips[rung], again = (
            np.stack(list(session.render(shot, lambda: False).frames)) for _ in range(2)
        )
        assert np.array_equal(again, clips[rung]), rung
    assert not np.array_equal(clips["plain"], frames_of(name, opened(name)))
    same = {rung: np.array_equal(clip, clips["plain"]) for rung, clip in clips.items()}
    assert all(same.values()), same


def align(pipe: Any) -> None:
    """Copy the weights out of the files' mapped pages, as moving parts whole does: from unaligned
    memory a CPU multiplies in another order, and frames differ by the last bit."""
    for part in (pipe.transformer, pipe.text_encoder, pipe.vae):
        for parameter in part.parameters():
            parameter.data = parameter.data.clone()


def test_the_ladder_goes_down_to_the_last_rung() -> None:
    """Every set of options leads to another, the last one to none; nothing is named twice."""
    rungs, options = [], memory.named("plain")
    while options is not None:
        rungs.append(options.name)
        options, _ = memory.cheaper(options)
    assert rungs == ["plain", "tiling", "offload", "fp8", "4bit", "group", "sequential"]
    assert {*rungs, "8bit"} == set(memory.NAMES)


def test_what_cannot_be_quantised_is_skipped_and_said() -> None:
    """From 8 bits stored straight to groups, with the reason."""
    following, skipped = memory.cheaper(memory.named("fp8"), "bitsandbytes is not installed")
    assert following == memory.named("group")
    assert skipped == "'4bit' is skipped: bitsandbytes is not installed"


@pytest.mark.skipif(importlib.util.find_spec("bitsandbytes") is not None, reason="it is installed")
def test_without_bitsandbytes_the_reason_is_its_name() -> None:
    """And with it, that a 3D UNet is no transformer, for whoever asks for that."""
    assert "pip install bitsandbytes" in memory.quantiser_missing([])


@pytest.mark.slow
def test_4_bits_are_refused_without_bitsandbytes(opened) -> None:
    """Asked for by name, it is an error with the remedy, not another rung."""
    with pytest.raises(BackendError, match=r"4-bit loading.*bitsandbytes"):
        opened("wan2.1-1.3b", memory="4bit")._loaded()


@pytest.mark.slow
def test_a_session_steps_over_what_it_cannot_have(opened, monkeypatch) -> None:
    """Out of memory in 8 bits: by groups next, and the manifest tells why not in 4 bits."""
    import torch

    session = opened("wan2.1-1.3b", memory="fp8")
    real, left = DiffusionSession._film, [1]

    def film(self: DiffusionSession, *words: Any) -> Any:
        if left.pop() if left else 0:
            raise torch.OutOfMemoryError("out of memory")
        return real(self, *words)

    monkeypatch.setattr(DiffusionSession, "_film", film)
    rendering = session.render(shot_for(model("wan2.1-1.3b")), lambda: False)
    assert rendering.made_with["memory"] == "group"
    assert any("'4bit' is skipped" in note for note in rendering.notes)
