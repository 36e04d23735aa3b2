"""What is kept of a clip: its figures and a small picture, so that memory stays flat."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mongyudo.training.verify.features import Clip, Floats, structure, style

Cell = Literal["in-domain", "held-out", "other", "neutral"]
CELLS: tuple[Cell, ...] = ("in-domain", "held-out", "other", "neutral")
SCALES = (0.0, 0.5, 1.0)
BASE = None
"""In place of a scale: the base model without any adapter layers."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One clip that is asked for: `prompt` as sent, `caption` what it says without a trigger."""

    cell: Cell
    prompt: str
    caption: str
    seed: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A clip that was filmed, as measured. `kept` is empty where nothing recognises subjects."""

    ask: Ask
    style: Floats
    structure: NDArray[np.float32]
    digest: str
    kept: Mapping[str, float] = field(default_factory=dict)
    sprite: bytes = b""


def see(ask: Ask, clip: Clip, kept: Mapping[str, float] | None = None, sprite: bytes = b"") -> Seen:
    """Measure (T, H, W, 3) uint8 RGB."""
    hashed = blake2b(clip.tobytes(), digest_size=16)
    return Seen(ask, style(clip), structure(clip), hashed.hexdigest(), kept or {}, sprite)
