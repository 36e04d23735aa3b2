"""What the models on diffusers' 3D UNet share; Zeroscope and VideoCrafter2 build on it."""

import json
from abc import abstractmethod
from pathlib import Path
from typing import Any, ClassVar

from mongyudo.backends.diffusion.backend import DiffusionBackend, Loading, Request
from mongyudo.backends.diffusion.files import read_json
from mongyudo.backends.diffusion.hub import INDEX

VIVID = 2.0
NEGATIVE = "worst quality, low quality, blurry, distorted, deformed, text, watermark"
"""What nobody wants to see; in our own words, the releases give none."""


class Unet3DBackend(DiffusionBackend):
    """A model on the 3D UNet, filmed by our own pipeline: diffusers gave its own up."""

    denoisers = ("unet",)
    eta: ClassVar[float] = 0.0
    """How much fresh noise each sampling step adds."""

    def unet_class(self) -> type[Any]:
        """The class of the denoiser."""
        from mongyudo.backends.diffusion.unet3d_model import AdaptedUNet3D

        return AdaptedUNet3D

    @abstractmethod
    def scheduler(self, loading: Loading) -> Any:
        """The release's sampler."""

    def load(self, loading: Loading) -> Any:
        from mongyudo.backends.diffusion.loading import load_part, load_parts
        from mongyudo.backends.diffusion.unet3d_model import Unet3DPipeline

        name = self.spec.name
        return load_parts(
            Unet3DPipeline,
            name,
            self.release,
            loading,
            unet=load_part(name, self.unet_class(), loading, "unet", loading.dtype),
            scheduler=self.scheduler(loading),
        )

    def arguments(self, pipe: Any, request: Request) -> dict[str, Any]:
        del pipe
        return {"request": request, "eta": self.eta}


def tiny_vae() -> Any:
    """Stable Diffusion's picture VAE, small: eight pixels on a side become one latent."""
    from diffusers import AutoencoderKL

    vae = AutoencoderKL(
        block_out_channels=(8, 8, 8, 8),
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        latent_channels=4,
        layers_per_block=1,
        norm_num_groups=4,
    )
    return vivid(vae)


def vivid(vae: Any) -> Any:
    """The same VAE with a stronger last layer: random weights alone decode to flat grey."""
    import torch

    with torch.no_grad():
        vae.decoder.conv_out.weight *= VIVID
    return vae.eval()


def named_as_released(folder: Path) -> None:
    """Let the index name diffusers' pipeline, as the releases do, and not ours."""
    index = read_json(folder / INDEX) | {"_class_name": "TextToVideoSDPipeline"}
    (folder / INDEX).write_text(json.dumps(index, indent=2), encoding="utf-8")
