"""Optimizer, learning rate and running average of the adapter's layers.

Imports torch: to be imported inside functions only.
"""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import torch

from mongyudo.errors import UsageError
from mongyudo.training.recipe import FitPart


def optimizer_for(fit: FitPart, parameters: Sequence[torch.nn.Parameter]) -> Any:
    """AdamW, or AdamW that keeps its state in 8 bits; raises UsageError where that cannot run."""
    how = {"lr": fit.learning_rate, "weight_decay": fit.weight_decay}
    if fit.optimizer == "adamw":
        return torch.optim.AdamW(parameters, fused=True, **how)
    if find_spec("bitsandbytes") is None:
        raise UsageError(
            'optimizer = "adamw8bit" needs bitsandbytes, which is not installed: pip install '
            'bitsandbytes, or set optimizer = "adamw"'
        )
    return import_module("bitsandbytes.optim").AdamW8bit(parameters, **how)


def rate_at(fit: FitPart, step: int) -> float:
    """The learning rate of the step after `step` finished ones."""
    if step < fit.warmup_steps:
        return fit.learning_rate * (step + 1) / fit.warmup_steps
    if fit.schedule == "constant":
        return fit.learning_rate
    done = (step - fit.warmup_steps) / max(1, fit.steps - fit.warmup_steps)
    return fit.learning_rate * (1 + math.cos(math.pi * min(1.0, done))) / 2


class Average:
    """A running average of parameters; with a decay of 0 it keeps nothing and changes nothing."""

    def __init__(self, parameters: Sequence[torch.nn.Parameter], decay: float) -> None:
        self._parameters, self._decay = list(parameters), decay
        self.values = [p.detach().clone() for p in parameters] if decay else []

    @torch.no_grad()
    def follow(self) -> None:
        """Move a little towards the parameters as they are now."""
        if self._decay:
            torch._foreach_lerp_(self.values, self._parameters, 1 - self._decay)

    @contextmanager
    def shown(self) -> Iterator[None]:
        """The parameters are the average for a while: to be looked at, and saved."""
        if not self._decay:
            yield
            return
        own = [p.detach().clone() for p in self._parameters]
        self._put(self.values)
        try:
            yield
        finally:
            self._put(own)

    @torch.no_grad()
    def _put(self, values: Sequence[torch.Tensor]) -> None:
        for parameter, value in zip(self._parameters, values, strict=True):
            parameter.copy_(value)
