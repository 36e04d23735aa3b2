"""A pipeline's output -> frames, refusing what is no picture."""

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from mongyudo.errors import BackendError

if TYPE_CHECKING:
    from PIL.Image import Image

BLACK = 2 / 255
"""A clip whose brightest value stays below this shows nothing."""


def to_frames(name: str, video: NDArray[Any]) -> NDArray[np.uint8]:
    """(T, H, W, 3) in 0..1 -> uint8 RGB; raises BackendError for NaN or all-black clips."""
    values = np.asarray(video, dtype=np.float32)
    if not np.isfinite(values).all():
        raise BackendError(
            f"{name}: the model gave numbers that are none (NaN). Try --seed, or dtype float32 or "
            "bfloat16 in the settings; a fully black preview has the same cause."
        )
    if float(values.max(initial=0.0)) < BLACK:
        raise BackendError(
            f"{name}: every frame is black. Try another --seed, or dtype float32 or bfloat16 in "
            "the settings."
        )
    scaled: NDArray[np.uint8] = np.clip(values * 255 + 0.5, 0, 255).astype(np.uint8)
    return scaled


def covering(picture: "Image", size_px: tuple[int, int]) -> "Image":
    """The middle of the picture in another size; nothing is stretched."""
    from PIL import ImageOps

    return ImageOps.fit(picture, size_px)
