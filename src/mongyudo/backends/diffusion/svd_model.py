"""SVD's denoiser with LoRA calls. Imports torch and diffusers: inside functions only."""

from diffusers import UNetSpatioTemporalConditionModel
from diffusers.loaders import PeftAdapterMixin


class AdaptedSvdUNet(UNetSpatioTemporalConditionModel, PeftAdapterMixin):
    """diffusers' UNet of space and time, which has no LoRA calls of its own, with them."""
