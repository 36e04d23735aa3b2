"""One step at the largest shape before anything is learned: does it fit, and what would help?

Imports torch: to be imported inside functions only.
"""

import os
import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass

import torch

from mongyudo.errors import BackendError
from mongyudo.training.recipe import FitPart

GB = 1_000_000_000
TIGHT = 0.9
"""Share of the memory above which a run may still fall over: samples and fragments come on top."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the largest step needs. `needs_gb` counts the optimizer's state, which comes later."""

    shape: str
    batch: int
    trained: int
    needs_gb: float
    has_gb: float
    advice: tuple[str, ...]

    @property
    def line(self) -> str:
        """In one line."""
        tight = f" This is tight: {'; '.join(self.advice)}." if self.advice else ""
        return (
            f"pre-flight: {self.shape}, batch {self.batch}: needs about {self.needs_gb:.2f} GB of "
            f"{self.has_gb:.1f} GB; {self.trained:,} parameters are trained.{tight}"
        )


def look_ahead(
    work: Callable[[], None], shape: str, fit: FitPart, trained: int, device: torch.device
) -> Outlook:
    """Run `work`, one forward and backward pass of the largest shape, and measure its memory.

    Raises BackendError with plain advice when it does not fit.
    """
    if device.type == "cuda":
        torch.cuda.reset_peak_memory_stats(device)
    try:
        work()
    except torch.OutOfMemoryError as error:
        raise BackendError(
            f"memory runs out at the largest shape ({shape}, batch {fit.batch}), before anything "
            f"was learned. What helps, best first: {'; '.join(_advice(fit))}."
        ) from error
    state = trained * (2 if fit.optimizer == "adamw8bit" else 8) + trained * 4 * bool(fit.ema_decay)
    needs, has = (_peak_bytes(device) + state) / GB, _has_bytes(device) / GB
    advice = _advice(fit) if needs > TIGHT * has else ()
    return Outlook(shape, fit.batch, trained, needs, has, advice)


def _advice(fit: FitPart) -> tuple[str, ...]:
    """What is left to save memory with, best first."""
    found = []
    if not fit.gradient_checkpointing:
        found.append("gradient_checkpointing = true in [fit] (slower by a third)")
    if fit.batch > 1:
        found.append(f"batch = 1 with accumulation = {fit.batch * fit.accumulation}")
    if fit.optimizer == "adamw":
        found.append('optimizer = "adamw8bit"')
    return (*found, "clips of a smaller size or fewer frames", "a GPU with more memory")


def _peak_bytes(device: torch.device) -> int:
    if device.type == "cuda":
        return int(torch.cuda.max_memory_allocated(device))
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def _has_bytes(device: torch.device) -> int:
    if device.type == "cuda":
        return int(torch.cuda.mem_get_info(device)[1])
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
