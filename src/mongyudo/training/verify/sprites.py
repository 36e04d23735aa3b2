"""Clips as small moving pictures (animated WebP) for a page that carries everything in itself."""

from base64 import b64encode
from io import BytesIO

import numpy as np

from mongyudo.training.verify.features import Clip

SIDE_PX = 128
"""The longer side; smaller clips keep their size."""
FRAMES = 12
SECONDS = 1.5
QUALITY = 90


def sprite(clip: Clip) -> bytes:
    """An endless WebP of (T, H, W, 3) uint8 RGB that runs for SECONDS."""
    from PIL import Image

    at = np.linspace(0, len(clip) - 1, min(FRAMES, len(clip))).round().astype(int)
    height, width = clip.shape[1:3]
    factor = min(1.0, SIDE_PX / max(height, width))
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    frames = [Image.fromarray(np.asarray(clip[i])).resize(size) for i in at]
    file = BytesIO()
    frames[0].save(
        file, "WEBP", save_all=True, append_images=frames[1:], loop=0, quality=QUALITY,
        duration=round(1000 * SECONDS / len(frames)),
    )  # fmt: skip
    return file.getvalue()


def data_url(picture: bytes) -> str:
    """For an `img`'s src."""
    return f"data:image/webp;base64,{b64encode(picture).decode()}"
