"""CLIP's similarity by the library's own code, with small weights made here."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from mongyudo.errors import SettingsError
from mongyudo.lab.scorers import Seen, scorers
from mongyudo.lab.scorers.clip_similarity import _loaded
from mongyudo.settings import load_settings

MEAN, SPREAD = (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)

Score = Callable[[Seen], float | None]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CLIP with two small layers, seeded."""
    import torch
    from transformers import CLIPConfig, CLIPModel

    from mongyudo.backends.diffusion.tiny import clip_tokenizer

    folder = tmp_path_factory.mktemp("clip")
    tokenizer = clip_tokenizer(folder)
    tokenizer.save_pretrained(folder)
    small = {"hidden_size": 32, "intermediate_size": 37, "num_hidden_layers": 2}
    torch.manual_seed(1)
    words = {"vocab_size": len(tokenizer), "eos_token_id": tokenizer.eos_token_id}
    text = {**small, **words, "num_attention_heads": 4}
    vision = {**small, "num_attention_heads": 4, "image_size": 32, "patch_size": 8}
    config = CLIPConfig(text_config=text, vision_config=vision, projection_dim=16)
    CLIPModel(config).save_pretrained(folder)
    return folder


@pytest.fixture
def similarity(weights: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Score]:
    monkeypatch.setenv("MONGYUDO_CLIP_WEIGHTS", str(weights))
    load_settings.cache_clear()
    yield next(each for each in scorers() if each.name == "clip_similarity").score
    load_settings.cache_clear()


def seen(prompt: str, seed: int = 1) -> Seen:
    frames = np.random.default_rng(seed).integers(0, 256, (4, 40, 64, 3), np.uint8)
    return Seen(np.ascontiguousarray(frames), 8, prompt=prompt)


def test_it_is_the_cosine_that_the_model_gives(similarity: Score, weights: Path) -> None:
    import torch
    from PIL import Image
    from transformers import CLIPModel, CLIPTokenizer

    still = np.full((3, 32, 32, 3), (200, 40, 90), np.uint8)
    model, tokenizer = CLIPModel.from_pretrained(weights), CLIPTokenizer.from_pretrained(weights)
    picture = np.asarray(Image.fromarray(still[0]), np.float32).transpose(2, 0, 1) / 255
    mean, spread = (np.reshape(each, (3, 1, 1)) for each in (MEAN, SPREAD))
    pixels = torch.tensor((picture - mean) / spread).float()[None]
    with torch.no_grad():
        told = model(pixel_values=pixels, **tokenizer("a red room", return_tensors="pt"))
    wanted = torch.nn.functional.cosine_similarity(told.image_embeds, told.text_embeds).item()
    assert similarity(Seen(still, 8, prompt="a red room")) == pytest.approx(wanted, abs=1e-5)


def test_it_depends_on_both_and_long_prompts_are_cut(similarity: Score) -> None:
    assert similarity(seen("a tiger")) != similarity(seen("the sea"))
    assert similarity(seen("a tiger")) != similarity(seen("a tiger", seed=2))
    assert similarity(seen("a tiger " * 99)) is not None
    assert similarity(seen("")) is None


def test_a_folder_without_weights_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="clip_weights"):
        _loaded(tmp_path)
