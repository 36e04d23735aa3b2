"""Everything a run needs to go on as if it had never stopped, in one file.

Random numbers and the order of clips need no place in it: they follow from the seed and the step.
Imports torch: to be imported inside functions only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import torch

from mongyudo.errors import UsageError


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """State after `step` steps. `fingerprint` tells which run it belongs to."""

    step: int
    fingerprint: str
    adapter: list[torch.Tensor]
    average: list[torch.Tensor]
    optimizer: dict[str, Any]
    scaler: dict[str, Any]


def write_checkpoint(path: Path, state: Checkpoint) -> None:
    """Write it whole, or leave the one before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    values = {name: getattr(state, name) for name in Checkpoint.__slots__}
    torch.save(values, part)
    part.replace(path)


def read_checkpoint(path: Path, fingerprint: str) -> Checkpoint:
    """Read it back; raises UsageError when it is broken or belongs to another run."""
    try:
        state = Checkpoint(**torch.load(path, map_location="cpu", weights_only=True))
    except (OSError, RuntimeError, EOFError, UnpicklingError, TypeError) as error:
        raise UsageError(
            f"checkpoint {path} cannot be read: {error}. Remove it to begin this label anew."
        ) from error
    if state.fingerprint != fingerprint:
        raise UsageError(
            f"checkpoint {path} was made under other settings, on other data or another base. "
            f"Train into another folder with -o, or remove it to begin this label anew."
        )
    return state


@torch.no_grad()
def put_back(parameters: Sequence[torch.nn.Parameter], values: Sequence[torch.Tensor]) -> None:
    """The parameters take the checkpoint's values."""
    for parameter, value in zip(parameters, values, strict=True):
        parameter.copy_(value)
