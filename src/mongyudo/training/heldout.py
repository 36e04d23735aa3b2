"""The loss on clips that were never learned from, at fixed levels of noise under fixed noise.

Imports torch: to be imported inside functions only.
"""

from collections.abc import Sequence
from statistics import fmean

import torch

from mongyudo.training.families.contract import Example, Trainee
from mongyudo.training.seeds import generator


def held_out_losses(
    trainee: Trainee, examples: Sequence[Example], quantiles: Sequence[float]
) -> list[float]:
    """Mean loss at each quantile of the family's noise levels, over examples of one clip each.

    The noise of an example depends on its place alone, so that figures of different steps, of
    different adapters and of the base differ by what they learned and nothing else.
    """
    device = next(trainee.denoiser.parameters()).device
    found: list[list[float]] = []
    for at, example in enumerate(examples):
        given = {key: value.to(device) for key, value in example.items()}
        found.append([_loss(trainee, given, at, u) for u in quantiles])
    return [fmean(column) for column in zip(*found, strict=True)]


@torch.no_grad()
def _loss(trainee: Trainee, example: Example, at: int, u: float) -> float:
    latents = example["latents"]
    noise = torch.randn(latents.shape, generator=generator("held out", at, u)).to(latents.device)
    return float(trainee.loss(example, noise, torch.tensor([u], device=latents.device)))
