"""Recognises subject, place and motion of a clip, whatever its look: for "is the subject kept?".

A small convolutional net that ships with the package, trained by scripts/train_small.py on drawn
clips in random looks, sharp and blurred. It knows the demo set and nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from mongyudo.training.demo.words import MOTIONS, PLACES, SUBJECTS

if TYPE_CHECKING:
    import torch

WEIGHTS = Path(__file__).with_name("subject.safetensors")
MOMENTS = 5
"""Frames that are looked at, spread over the clip."""
SIDE_PX = 64
WIDTHS = (24, 48, 64, 32)
HEADS: tuple[tuple[str, ...], ...] = (SUBJECTS, PLACES, MOTIONS)


@dataclass(frozen=True, slots=True)
class Recognised:
    """Probabilities 0..1 of each subject, place and motion; each table sums to 1."""

    subject: Mapping[str, float]
    place: Mapping[str, float]
    motion: Mapping[str, float]

    @property
    def best(self) -> tuple[str, str, str]:
        """The likeliest subject, place and motion."""
        subject, place, motion = (
            max(table, key=table.__getitem__) for table in (self.subject, self.place, self.motion)
        )
        return subject, place, motion


def recognise(clip: NDArray[np.uint8]) -> Recognised:
    """What a clip (T, H, W, 3) uint8 RGB shows; any size and length, best at 64 x 64."""
    return recognise_all([clip])[0]


def recognise_all(clips: Sequence[NDArray[np.uint8]]) -> list[Recognised]:
    """Like `recognise`, for many clips at once."""
    import torch

    with torch.inference_mode():
        logits = _trained()(torch.stack([prepared(clip) for clip in clips]))
        heads = [part.softmax(1).tolist() for part in logits.split([len(h) for h in HEADS], 1)]
    return [
        Recognised(
            *(dict(zip(labels, row, strict=True)) for labels, row in zip(HEADS, rows, strict=True))
        )
        for rows in zip(*heads, strict=True)
    ]


def prepared(clip: NDArray[np.uint8]) -> "torch.Tensor":
    """(MOMENTS, 3, 64, 64) float32 of a clip, its mean brightness and spread evened out."""
    import torch

    moments = np.linspace(0, len(clip) - 1, MOMENTS).round().astype(int)
    pixels = torch.from_numpy(np.ascontiguousarray(clip[moments])).permute(0, 3, 1, 2) / 255
    if pixels.shape[-2:] != (SIDE_PX, SIDE_PX):
        size = (SIDE_PX, SIDE_PX)
        pixels = torch.nn.functional.interpolate(pixels, size, mode="bilinear", antialias=True)
    return (pixels - pixels.mean()) / (pixels.std() + 0.02)


def net() -> "torch.nn.Module":
    """The untrained net: (B, MOMENTS, 3, 64, 64) -> (B, 17) logits of all HEADS in a row."""
    from torch import nn

    class Eye(nn.Module):
        """Looks at each frame, then at how the frames follow each other."""

        def __init__(self) -> None:
            super().__init__()
            one, two, three, four = WIDTHS
            self.frame = nn.Sequential(
                *_layer(nn.Conv2d(3, one, 5, 2, 2)),
                *_layer(nn.Conv2d(one, two, 3, 2, 1)),
                *_layer(nn.Conv2d(two, three, 3, 2, 1)),
            )
            self.clip = nn.Sequential(
                *_layer(nn.Conv3d(three, four, 3, (1, 2, 2), 1)),
                *_layer(nn.Conv3d(four, four, 3, (1, 2, 2), 1)),
                nn.Flatten(),
                nn.Linear(four * MOMENTS * 4, sum(len(head) for head in HEADS)),
            )

        def forward(self, clips: "torch.Tensor") -> Any:
            count = clips.shape[0]
            seen = self.frame(clips.flatten(0, 1))
            return self.clip(seen.unflatten(0, (count, MOMENTS)).transpose(1, 2))

    return Eye()


def _layer(convolution: Any) -> "tuple[torch.nn.Module, ...]":
    from torch import nn

    return convolution, nn.GroupNorm(4, convolution.out_channels), nn.SiLU()


@lru_cache(maxsize=1)
def _trained() -> "torch.nn.Module":
    from safetensors.torch import load_file

    made = net()
    made.load_state_dict({key: value.float() for key, value in load_file(WEIGHTS).items()})
    return made.eval()
