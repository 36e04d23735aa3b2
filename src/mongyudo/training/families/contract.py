"""What training needs to know of a family: how it encodes clips and texts, and what it learns.

Imports torch: to be imported inside functions only.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

import torch

from mongyudo.backends.diffusion.backend import DiffusionBackend

Example = dict[str, torch.Tensor]
"""What the denoiser is given for some clips: latents (B, C, T, h, w), embeddings, conditions; each
tensor with the clips as its first axis."""

CHUNK = 8
"""Pictures that a VAE of single pictures takes at once."""


class Trainee(ABC):
    """A loaded pipeline as something that learns. Nothing is kept between calls.

    `parts` are the denoisers by name, `dtype` the format of their frozen weights.
    """

    def __init__(self, backend: DiffusionBackend, pipe: Any) -> None:
        self.backend, self.pipe = backend, pipe
        self.parts: dict[str, Any] = {part: getattr(pipe, part) for part in backend.denoisers}
        self.dtype = _format_of(self.denoiser)

    @property
    def denoiser(self) -> Any:
        """The part that is trained."""
        return next(iter(self.parts.values()))

    @abstractmethod
    def encode(self, pixels: torch.Tensor, generator: torch.Generator) -> Example:
        """(B, 3, T, H, W) in [-1, 1] -> `latents`, in the scale that the denoiser knows, and
        whatever else it is shown of the clip."""

    @abstractmethod
    def decode(self, latents: torch.Tensor) -> torch.Tensor:
        """Latents -> (B, 3, T, H, W), about [-1, 1]."""

    @abstractmethod
    def embed(self, prompt: str) -> Example:
        """One text as the denoiser reads it."""

    def text(self, prompts: Sequence[str]) -> Example:
        """Texts as the denoiser reads them; one by one, since some encoders look at their
        neighbours."""
        each = [self.embed(prompt) for prompt in prompts]
        return {key: torch.cat([one[key] for one in each]) for key in each[0]}

    def blank(self, example: Example, empty: Example) -> Example:
        """What stands in for the conditions of one clip when they are left out: `empty`, which is
        the empty text as the denoiser reads it."""
        del example
        return empty

    @abstractmethod
    def loss(self, example: Example, noise: torch.Tensor, u: torch.Tensor) -> torch.Tensor:
        """(B,) losses; `noise` is standard normal like the latents, `u` (B,) in (0, 1) the quantile
        of the family's own distribution of noise levels, 1 being the noisiest."""


def _format_of(denoiser: Any) -> torch.dtype:
    """The format of most of its weights; some models keep norms in 32 bits."""
    counted: dict[torch.dtype, int] = {}
    for parameter in denoiser.parameters():
        counted[parameter.dtype] = counted.get(parameter.dtype, 0) + parameter.numel()
    return max(counted, key=lambda dtype: counted[dtype])


def wide(values: torch.Tensor, like: torch.Tensor) -> torch.Tensor:
    """(B,) -> (B, 1, 1, ...), to be multiplied with `like`."""
    return values.view(-1, *[1] * (like.ndim - 1)).to(like)


def mean_square(guess: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """(B,) mean squared errors, in 32 bits."""
    return (guess.float() - target.float()).square().flatten(1).mean(1)


def shifted(u: torch.Tensor, shift: float) -> torch.Tensor:
    """Quantiles moved towards the noisy end, as flow-matching samplers space their levels."""
    return shift * u / (1 + (shift - 1) * u)


def picture_latents(vae: Any, pixels: torch.Tensor) -> torch.Tensor:
    """(B, 3, T, H, W) -> (B, C, T, h, w) by a VAE that knows single pictures; its mean, scaled."""
    pictures = pixels.transpose(1, 2).flatten(0, 1).to(vae.device, vae.dtype)
    found = [vae.encode(some).latent_dist.mode() for some in pictures.split(CHUNK)]
    latents = torch.cat(found).float() * vae.config.scaling_factor
    return latents.unflatten(0, (len(pixels), -1)).transpose(1, 2)


def pictures_of(vae: Any, latents: torch.Tensor) -> torch.Tensor:
    """The reverse of `picture_latents`."""
    scaled = latents.transpose(1, 2).flatten(0, 1).to(vae.device, vae.dtype)
    scaled = scaled / vae.config.scaling_factor
    found = [vae.decode(some).sample.float() for some in scaled.split(CHUNK)]
    return torch.cat(found).unflatten(0, (len(latents), -1)).transpose(1, 2)


def clip_latents(vae: Any, pixels: torch.Tensor) -> torch.Tensor:
    """(B, 3, T, H, W) -> the mean of a video VAE's latents, as it gives them."""
    latents: torch.Tensor = vae.encode(pixels.to(vae.device, vae.dtype)).latent_dist.mode()
    return latents.float()


def clip_of(vae: Any, latents: torch.Tensor, *how: Any) -> torch.Tensor:
    """Latents in the VAE's own scale -> (B, 3, T, H, W)."""
    pixels: torch.Tensor = vae.decode(latents.to(vae.device, vae.dtype), *how).sample
    return pixels.float()
