"""One suite over every model that takes a picture: the film begins with it and follows it."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.contract.test_adapters import FEAR, train
from tests.contract.test_backends import small_shot

from mongyudo.backends.contract import Options, Rendering
from mongyudo.backends.diffusion.backend import DiffusionBackend, DiffusionSession, packages_missing
from mongyudo.backends.registry import get, names

pytestmark = pytest.mark.slow

PINNED = ("hunyuanvideo-i2v", "ltx-2", "ltx-video", "open-sora-v2", "wan2.2-5b")
"""Models whose first latent frame is the picture's, whatever the network says."""


def models(*takes: str) -> list[str]:
    """The open models that take what is named."""
    found = [name for name in names() if isinstance(get(name), DiffusionBackend)]
    return [name for name in found if get(name).spec.takes in takes]


@dataclass(frozen=True)
class Studio:
    """A model with small weights, two pictures and the films made so far."""

    backend: DiffusionBackend
    options: Options
    red: str
    green: str
    filmed: dict[str, Rendering] = field(default_factory=dict)
    frames: dict[str, np.ndarray] = field(default_factory=dict)

    def session(self, still: str) -> DiffusionSession:
        """A fresh one."""
        opened = self.backend.open(replace(self.options, still=still))
        assert isinstance(opened, DiffusionSession)
        return opened

    def film(self, still: str) -> np.ndarray:
        """The frames from this still on, filmed in a fresh session the first time."""
        if still not in self.frames:
            self.filmed[still] = self.session(still).render(small_shot(self.backend), lambda: False)
            self.frames[still] = np.stack(list(self.filmed[still].frames))
        return self.frames[still]


def painted(path: Path, channel: int) -> str:
    """A picture that is bright in one channel and darker to the right."""
    from PIL import Image

    pixels = np.full((72, 128, 3), 30, np.uint8)
    pixels[:, :, channel] = np.linspace(240, 90, 128).astype(np.uint8)
    Image.fromarray(pixels).save(path)
    return str(path)


@pytest.fixture(scope="module", params=models("image", "both"))
def studio(request, tmp_path_factory) -> Studio:
    """Each model that takes a picture in turn."""
    missing = packages_missing()
    if missing:
        pytest.skip(missing.reason)
    backend = get(request.param)
    assert isinstance(backend, DiffusionBackend)
    folder = tmp_path_factory.mktemp(backend.spec.name)
    weights = folder / "weights"
    weights.mkdir()
    backend.write_tiny(weights, 1447)
    options = Options(weights=str(weights), acknowledged=frozenset({backend.spec.licence}), steps=2)
    return Studio(
        backend, options, painted(folder / "red.png", 0), painted(folder / "green.png", 1)
    )


def test_another_picture_gives_another_film(studio):
    """In every frame: the picture reaches the whole clip."""
    red, green = studio.film(studio.red), studio.film(studio.green)
    assert red.shape == green.shape
    moved = np.abs(red.astype(int) - green.astype(int)).mean(axis=(1, 2, 3))
    assert (moved > 0.01).all()


def test_the_same_picture_gives_the_same_film(studio):
    """To the bit, in another session."""
    again = studio.session(studio.red).render(small_shot(studio.backend), lambda: False)
    assert np.array_equal(studio.film(studio.red), np.stack(list(again.frames)))


def test_the_manifest_names_the_still(studio):
    """By its file's name and hash, and the prompt where the model reads one."""
    studio.film(studio.red)
    rendering = studio.filmed[studio.red]
    told: Any = rendering.made_with["still"]
    assert (told["from"], told["file"]) == ("picture", "red.png")
    assert bool(rendering.prompt) == (studio.backend.spec.text_limit_tokens is not None)


def test_without_a_wish_only_a_model_that_needs_a_picture_takes_one(studio):
    """The ink's; the others film from words, as they did before."""
    assert not np.array_equal(studio.film(""), studio.film(studio.red))
    needs = studio.backend.spec.takes == "image"
    wanted = {"from": "ink"} if needs else None
    assert studio.filmed[""].made_with.get("still") == wanted


def test_nothing_is_loaded_twice(studio):
    """The picture's pipeline holds the release's own parts, and the network once."""
    pipe = studio.session(studio.red)._loaded()
    parts = [p for p in pipe.components.values() if hasattr(p, "parameters")]
    assert len({id(p) for p in parts}) == len(parts)
    held = sum(p.numel() * p.element_size() for part in parts for p in part.parameters())
    filed = sum(f.stat().st_size for f in Path(studio.options.weights).glob("*/*.safetensors"))
    assert held <= filed * 1.01


@pytest.mark.parametrize("studio", models("both"), indirect=True)
def test_adapters_are_worn_with_a_picture_too(studio):
    """Saved on a model that began with a picture, an adapter films the same from there on.

    Models that take nothing but a picture film with one in the adapters' own suite.
    """
    adapters = Path(studio.red).parent / "adapters"
    adapters.mkdir()
    options = replace(studio.options, still=studio.red, adapters_dir=adapters)
    wanted = train(studio.backend, options, FEAR)
    worn = studio.backend.open(options)
    rendering = worn.render(small_shot(studio.backend, FEAR), lambda: False)
    frames = np.stack(list(rendering.frames))
    assert np.array_equal(frames, wanted)
    assert not np.array_equal(frames, studio.film(studio.red))


@pytest.mark.parametrize("name", PINNED)
def test_the_first_latents_are_the_pictures(name, tmp_path, monkeypatch):
    """What is decoded begins with what the VAE made of the picture, untouched by the network."""
    import torch
    from diffusers.models.autoencoders.vae import DiagonalGaussianDistribution

    # Some encoders draw from what they see; here they take its middle, so that it can be known.
    monkeypatch.setattr(DiagonalGaussianDistribution, "sample", lambda seen, *_: seen.mode())
    backend = get(name)
    assert isinstance(backend, DiffusionBackend)
    backend.write_tiny(tmp_path, 1447)
    still = painted(tmp_path / "red.png", 0)
    session = backend.open(
        Options(
            weights=str(tmp_path),
            acknowledged=frozenset({backend.spec.licence}),
            steps=2,
            still=still,
        )
    )
    vae, seen = session._loaded().vae, {}
    encode, decode = vae.encode, vae.decode

    def encoding(pixels: Any, **how: Any) -> Any:
        seen["pixels"] = pixels.clone()
        return encode(pixels, **how)

    def decoding(latents: Any, *more: Any, **how: Any) -> Any:
        seen["latents"] = latents.clone()
        return decode(latents, *more, **how)

    monkeypatch.setattr(vae, "encode", encoding)
    monkeypatch.setattr(vae, "decode", decoding)
    session.render(small_shot(backend), lambda: False)
    with torch.inference_mode():
        wanted = encode(seen["pixels"]).latent_dist.mode()
    latents = seen["latents"]
    assert torch.allclose(latents[:, :, :1], wanted, atol=1e-4)
    assert not torch.allclose(latents[:, :, 1:2], wanted, atol=1e-1)
    shown = (seen["pixels"][0, :, 0].permute(1, 2, 0) / 2 + 0.5).numpy()
    assert shown[..., 0].mean() > 0.5 > shown[..., 1].mean(), "it is the picture that was encoded"
