"""The denoiser and the small text-to-video pipeline that Zeroscope and VideoCrafter2 share.

Imports torch and diffusers: to be imported inside functions only.
"""

import html
import warnings
from dataclasses import dataclass
from typing import Any

import ftfy
import numpy as np
import torch
from diffusers import DiffusionPipeline, UNet3DConditionModel
from diffusers.loaders import PeftAdapterMixin
from numpy.typing import NDArray

from mongyudo.backends.diffusion.backend import Request

VAE_FACTOR = 8
"""Pixels on a side that one latent stands for."""


def mended(text: str) -> str:
    """Curly quotes, ligatures, wide letters and HTML's &...; as plain ones, as OpenCLIP does."""
    return html.unescape(html.unescape(ftfy.fix_text(text)))


class AdaptedUNet3D(UNet3DConditionModel, PeftAdapterMixin):
    """diffusers' 3D UNet, which has no LoRA calls of its own, with them."""


@dataclass
class Filmed:
    """What the pipeline gives: one clip, (1, T, H, W, 3) in 0..1."""

    frames: NDArray[np.float32]


class Unet3DPipeline(DiffusionPipeline):
    """CLIP text, a 3D UNet guided away from the negative prompt, a VAE that knows single pictures.

    It takes a whole Request: what diffusers' own pipeline takes apart is together there already.
    """

    model_cpu_offload_seq = "text_encoder->unet->vae"
    reads_as_open_clip = False
    """Whether texts are read as OpenCLIP reads them: mended first, and filled up with token 0."""

    def __init__(
        self, vae: Any, text_encoder: Any, tokenizer: Any, unet: Any, scheduler: Any
    ) -> None:
        super().__init__()
        self.register_modules(
            vae=vae,
            text_encoder=text_encoder,
            tokenizer=tokenizer,
            unet=unet,
            scheduler=scheduler,
        )

    @torch.no_grad()
    def __call__(self, request: Request, *, eta: float = 0.0) -> Filmed:
        """One clip; `eta` is how much fresh noise each DDIM step adds, for schedulers that ask."""
        written = request.written
        texts = self.embed([written.negative, written.prompt])
        latents = self._denoised(request, texts, {"eta": eta} if eta else {})
        frames = self.decode(latents)
        self.maybe_free_model_hooks()
        return Filmed(frames[None])

    def embed(self, texts: list[str]) -> torch.Tensor:
        """(n, tokens, width): the text encoder's last states; padding is seen, as in training."""
        ids = torch.tensor([self._ids(text) for text in texts], device=self._execution_device)
        states: torch.Tensor = self.text_encoder(ids).last_hidden_state
        return states.to(self.unet.dtype)

    def _ids(self, text: str) -> list[int]:
        """The tokens of `text`, filled up to as many as the encoder takes."""
        most = self.tokenizer.model_max_length
        pad = self.tokenizer.pad_token_id
        if self.reads_as_open_clip:
            text, pad = mended(text), 0
        ids: list[int] = self.tokenizer(text, truncation=True, max_length=most).input_ids
        return ids + [pad] * (most - len(ids))

    def decode(self, latents: torch.Tensor) -> NDArray[np.float32]:
        """(1, C, T, h, w) latents -> (T, H, W, 3) in 0..1, picture by picture to spare memory."""
        scaled = (latents / self.vae.config.scaling_factor).to(self.vae.dtype)
        frames = [self.vae.decode(scaled[:, :, at]).sample for at in range(scaled.shape[2])]
        video = torch.cat(frames).float().permute(0, 2, 3, 1)
        values: NDArray[np.float32] = (video / 2 + 0.5).clamp(0, 1).cpu().numpy()
        return values

    def _denoised(
        self, request: Request, texts: torch.Tensor, how: dict[str, float]
    ) -> torch.Tensor:
        scheduler = self.scheduler
        with warnings.catch_warnings():
            # diffusers hands a tensor to numpy in a way that numpy 2 gives up.
            warnings.simplefilter("ignore", DeprecationWarning)
            scheduler.set_timesteps(request.steps, device=self._execution_device)
        latents = self._noise(request) * scheduler.init_noise_sigma
        for step, time in enumerate(scheduler.timesteps):
            noise = self._guess(scheduler.scale_model_input(latents, time), time, texts, request)
            latents = scheduler.step(
                noise, time, latents, generator=request.generator, **how
            ).prev_sample
            request.on_step(self, step, time, {})
        return latents

    def _noise(self, request: Request) -> torch.Tensor:
        """Drawn on the CPU in 32 bits, so that a seed gives one film on every machine."""
        width, height = request.shot.size_px
        shape = (
            1,
            self.unet.config.in_channels,
            request.frames,
            height // VAE_FACTOR,
            width // VAE_FACTOR,
        )
        noise = torch.randn(shape, generator=request.generator)
        return noise.to(self._execution_device, self.unet.dtype)

    def _guess(
        self, latents: torch.Tensor, time: torch.Tensor, texts: torch.Tensor, request: Request
    ) -> torch.Tensor:
        """The noise in `latents`, away from the negative text by the guidance."""
        both = self.unet(torch.cat([latents, latents]), time, encoder_hidden_states=texts).sample
        without, with_text = both.chunk(2)
        guided: torch.Tensor = without + request.guidance * (with_text - without)
        return guided
