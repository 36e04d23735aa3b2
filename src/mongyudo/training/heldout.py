"""The loss on clips that were never learned from, at fixed levels of noise under fixed noise.

Imports torch: to be imported inside functions only.
"""

from collections.abc import Iterable, Sequence

import torch

from mongyudo.training.families.contract import Example, Trainee
from mongyudo.training.seeds import generator


@torch.no_grad()
def losses_of(
    trainee: Trainee, examples: Iterable[Example], quantiles: Sequence[float]
) -> list[tuple[float, ...]]:
    """A row for each example of one clip: its loss at each quantile of the family's noise levels.

    The noise of an example depends on its place alone, so that figures of different steps, of
    different adapters and of the base differ by what they learned and nothing else.
    """
    return [
        tuple(_loss(trainee, example, at, u) for u in quantiles)
        for at, example in enumerate(examples)
    ]


def _loss(trainee: Trainee, example: Example, at: int, u: float) -> float:
    latents = example["latents"]
    noise = torch.randn(latents.shape, generator=generator("held out", at, u)).to(latents.device)
    return float(trainee.loss(example, noise, torch.tensor([u], device=latents.device)))
