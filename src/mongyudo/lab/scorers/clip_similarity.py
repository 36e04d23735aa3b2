"""Whether a clip shows what its prompt says, where CLIP's weights are at hand."""

from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from mongyudo.errors import SettingsError
from mongyudo.lab.scorers import Scorer, Seen
from mongyudo.lab.scorers._views import glances
from mongyudo.settings import load_settings

MEAN = (0.48145466, 0.4578275, 0.40821073)
SPREAD = (0.26862954, 0.26130258, 0.27577711)
"""Of R, G and B in CLIP's training pictures (Radford et al., 2021)."""


def score(seen: Seen) -> float | None:
    """Mean cosine, -1..1, of the prompt with eight frames by CLIP; the prompt is cut at the model's
    limit. None without a prompt, or without `clip_weights` in the settings.

    Raises SettingsError where that folder holds no CLIP of transformers' layout.
    """
    folder = load_settings().clip_weights
    if folder is None or not seen.prompt:
        return None
    import torch

    model, tokenizer = _loaded(folder)
    side = model.config.vision_config.image_size
    pixels = torch.from_numpy(np.stack([_square(frame, side) for frame in glances(seen.clip)]))
    words = tokenizer(seen.prompt, truncation=True, return_tensors="pt")
    with torch.no_grad():
        told = model(pixel_values=pixels, **words)
    return float((told.image_embeds @ told.text_embeds.T).mean())


@cache
def _loaded(folder: Path) -> tuple[Any, Any]:
    from transformers import CLIPModel, CLIPTokenizer

    try:
        model = CLIPModel.from_pretrained(folder, local_files_only=True).eval()
        return model, CLIPTokenizer.from_pretrained(folder, local_files_only=True)
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"clip_weights: {folder} holds no CLIP of transformers' layout ({error}). Name the "
            "folder of openai/clip-vit-base-patch32 or another, or unset it."
        ) from error


def _square(frame: NDArray[np.uint8], side: int) -> NDArray[np.float32]:
    """(H, W, 3) RGB -> (3, side, side): the short side resized, the middle cut out, normalised."""
    scale = side / min(frame.shape[:2])
    size = (round(frame.shape[1] * scale), round(frame.shape[0] * scale))
    small = cv2.resize(frame, size, interpolation=cv2.INTER_CUBIC)
    top, left = (small.shape[0] - side) // 2, (small.shape[1] - side) // 2
    middle = small[top : top + side, left : left + side].astype(np.float32) / 255
    normal = (middle - np.array(MEAN, np.float32)) / np.array(SPREAD, np.float32)
    return np.ascontiguousarray(normal.transpose(2, 0, 1))


SCORER = Scorer(
    "clip_similarity",
    "글과 그림의 가까움",
    "text and picture, by CLIP",
    "CLIPScore's cosine (Hessel et al., EMNLP 2021), mean of eight frames",
    score,
)
