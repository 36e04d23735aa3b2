"""What VideoCrafter2 has that diffusers has not: a frame rate it is told, and a scaled schedule.

Imports torch and diffusers: to be imported inside functions only.
"""

from typing import Any

import torch
from diffusers import DDIMScheduler
from diffusers.configuration_utils import register_to_config
from diffusers.models.embeddings import TimestepEmbedding, get_timestep_embedding
from diffusers.schedulers.scheduling_ddim import DDIMSchedulerOutput
from diffusers.utils.torch_utils import randn_tensor

from mongyudo.backends.diffusion.unet3d_model import AdaptedUNet3D

FPS = 28
"""The frame rate that the release is told when it films; not the rate its films play at."""


class FpsTimeEmbedding(TimestepEmbedding):
    """The embedding of a time step, plus that of a frame rate by layers of its own."""

    def __init__(self, width: int, out: int, fps: int) -> None:
        super().__init__(width, out)
        self.by_fps = TimestepEmbedding(width, out)
        self.fps = fps

    def forward(self, sample: torch.Tensor, condition: torch.Tensor | None = None) -> torch.Tensor:
        """(n, width) waves of the time steps -> (n, out)."""
        rate = torch.full((1,), float(self.fps), device=sample.device)
        waves = get_timestep_embedding(
            rate, sample.shape[-1], flip_sin_to_cos=True, downscale_freq_shift=0
        )
        embedded: torch.Tensor = super().forward(sample, condition)
        return embedded + self.by_fps(waves.to(sample.dtype))


class VideoCrafterUNet(AdaptedUNet3D):
    """diffusers' 3D UNet with VideoCrafter2's frame rate."""

    @register_to_config
    def __init__(
        self,
        block_out_channels: tuple[int, ...] = (320, 640, 1280, 1280),
        cross_attention_dim: int = 1024,
        attention_head_dim: int = 64,
        fps: int = FPS,
    ) -> None:
        super().__init__(
            block_out_channels=tuple(block_out_channels),
            cross_attention_dim=cross_attention_dim,
            attention_head_dim=attention_head_dim,
        )
        width = block_out_channels[0]
        self.time_embedding = FpsTimeEmbedding(width, 4 * width, fps)


class ScaledDDIM(DDIMScheduler):
    """DDIM for x_t = s_t sqrt(abar_t) x_0 + sqrt(1 - abar_t) noise.

    s_t falls evenly from 1 to `scale_last` over the first `scale_steps` time steps and stays.
    """

    @register_to_config
    def __init__(
        self,
        num_train_timesteps: int = 1000,
        beta_start: float = 0.00085,
        beta_end: float = 0.012,
        scale_last: float = 0.7,
        scale_steps: int = 400,
    ) -> None:
        super().__init__(
            num_train_timesteps=num_train_timesteps,
            beta_start=beta_start,
            beta_end=beta_end,
            beta_schedule="scaled_linear",
            clip_sample=False,
            set_alpha_to_one=False,
            steps_offset=1,
        )
        times = torch.arange(num_train_timesteps, dtype=torch.float64)
        fallen = (times / (scale_steps - 1)).clamp(max=1)
        self.scales = (1 - (1 - scale_last) * fallen).float()

    def step(
        self,
        model_output: torch.Tensor,
        timestep: torch.Tensor | int,
        sample: torch.Tensor,
        eta: float = 0.0,
        generator: torch.Generator | None = None,
        **_: Any,
    ) -> DDIMSchedulerOutput:
        """One step back; the last goes to the state of time step 0, as the release has it."""
        time = int(timestep)
        before = max(time - self.config.num_train_timesteps // self.num_inference_steps, 0)
        alpha, alpha_before = self.alphas_cumprod[time], self.alphas_cumprod[before]
        clean = sample - (1 - alpha).sqrt() * model_output
        clean = clean / (self.scales[time] * alpha.sqrt())
        fresh = eta**2 * (1 - alpha_before) / (1 - alpha) * (1 - alpha / alpha_before)
        back = self.scales[before] * alpha_before.sqrt() * clean
        back = back + (1 - alpha_before - fresh).sqrt() * model_output
        if eta:
            noise = randn_tensor(
                sample.shape, generator=generator, device=sample.device, dtype=sample.dtype
            )
            back = back + fresh.sqrt() * noise
        return DDIMSchedulerOutput(prev_sample=back, pred_original_sample=clean)

    def add_noise(
        self, original_samples: torch.Tensor, noise: torch.Tensor, timesteps: torch.Tensor
    ) -> torch.Tensor:
        """x_t, for training."""
        scales = self.scales.to(original_samples)[timesteps.to(original_samples.device)]
        scaled = original_samples * scales.view(-1, *[1] * (original_samples.ndim - 1))
        noisy: torch.Tensor = super().add_noise(scaled, noise, timesteps)
        return noisy
