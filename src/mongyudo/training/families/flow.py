"""Families that learn the flow from noise to clip: Wan, LTX-Video, Mochi, HunyuanVideo, Open-Sora.

A clip x0 and noise n are mixed to (1 - s) x0 + s n; the denoiser learns n - x0. Noise levels s are
spaced as the release's own sampler spaces them, so that it is trained where it is used.
Imports torch: to be imported inside functions only.
"""

import math
from abc import abstractmethod

import torch

from mongyudo.training.families.contract import (
    Example,
    Trainee,
    clip_latents,
    clip_of,
    mean_square,
    shifted,
    wide,
)

STEPS = 1000
"""Time steps of full noise."""


class Flow(Trainee):
    """What flow-matching families share."""

    def sigmas(self, u: torch.Tensor, latents: torch.Tensor) -> torch.Tensor:
        """(B,) noise levels in (0, 1) of quantiles `u`."""
        del latents
        config = self.pipe.scheduler.config
        return shifted(u, config.get("flow_shift") or config.get("shift") or 1.0)

    @abstractmethod
    def velocity(self, noisy: torch.Tensor, sigmas: torch.Tensor, example: Example) -> torch.Tensor:
        """The denoiser's guess of noise - x0, in the shape of the latents."""

    def loss(self, example: Example, noise: torch.Tensor, u: torch.Tensor) -> torch.Tensor:
        """Mean squared error of the velocity."""
        latents = example["latents"].float()
        sigmas = self.sigmas(u, latents)
        level = wide(sigmas, latents)
        noisy = (1 - level) * latents + level * noise
        guess = self.velocity(noisy.to(self.dtype), sigmas, example)
        return mean_square(guess, noise - latents)

    def _states(self, example: Example) -> torch.Tensor:
        return example["states"].to(self.dtype)


class Wan(Flow):
    """Wan 2.1: latents less their mean, by their spread, as the VAE's config tells them."""

    def encode(self, pixels: torch.Tensor, generator: torch.Generator) -> Example:
        """The VAE's means, normalised channel by channel."""
        del generator
        latents = clip_latents(self.pipe.vae, pixels)
        mean, spread = self._scale(latents)
        return {"latents": (latents - mean) / spread}

    def decode(self, latents: torch.Tensor) -> torch.Tensor:
        mean, spread = self._scale(latents)
        return clip_of(self.pipe.vae, latents * spread + mean)

    def _scale(self, latents: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        config = self.pipe.vae.config
        mean, spread = (
            torch.tensor(values).view(1, -1, 1, 1, 1).to(latents)
            for values in (config.latents_mean, config.latents_std)
        )
        return mean, spread

    def embed(self, prompt: str) -> Example:
        """As many tokens as the backend films with, zeros behind the text."""
        states, _ = self.pipe.encode_prompt(
            prompt,
            do_classifier_free_guidance=False,
            max_sequence_length=self.backend.spec.text_limit_tokens,
            device=self.pipe.text_encoder.device,
        )
        return {"states": states}

    def velocity(self, noisy: torch.Tensor, sigmas: torch.Tensor, example: Example) -> torch.Tensor:
        time = sigmas * STEPS
        if self.pipe.config.expand_timesteps:  # Wan 2.2 5B: each token has its own time
            _, high, wide_ = self.denoiser.config.patch_size
            frames, rows, columns = noisy.shape[2:]
            time = time[:, None].expand(-1, frames * (rows // high) * (columns // wide_))
        guess: torch.Tensor = self.denoiser(
            hidden_states=noisy,
            timestep=time,
            encoder_hidden_states=self._states(example),
            return_dict=False,
        )[0]
        return guess


class Ltx(Flow):
    """LTX-Video: normalised latents, one token each; positions move with the frame rate."""

    def encode(self, pixels: torch.Tensor, generator: torch.Generator) -> Example:
        del generator
        vae = self.pipe.vae
        latents = clip_latents(vae, pixels)
        scale = (vae.latents_mean, vae.latents_std, vae.config.scaling_factor)
        return {"latents": self.pipe._normalize_latents(latents, *scale)}

    def decode(self, latents: torch.Tensor) -> torch.Tensor:
        """VAEs that take the last step themselves are told that nothing is left to do."""
        vae = self.pipe.vae
        scale = (vae.latents_mean, vae.latents_std, vae.config.scaling_factor)
        plain = self.pipe._denormalize_latents(latents.to(vae.device), *scale)
        if not vae.config.timestep_conditioning:
            return clip_of(vae, plain)
        return clip_of(vae, plain, torch.zeros(len(plain), device=vae.device, dtype=vae.dtype))

    def embed(self, prompt: str) -> Example:
        states, mask, _, _ = self.pipe.encode_prompt(
            prompt,
            do_classifier_free_guidance=False,
            max_sequence_length=self.backend.spec.text_limit_tokens,
            device=self.pipe.text_encoder.device,
        )
        return {"states": states, "mask": mask}

    def sigmas(self, u: torch.Tensor, latents: torch.Tensor) -> torch.Tensor:
        """More noise for larger and longer clips, by the number of tokens."""
        config = self.pipe.scheduler.config
        if not config.use_dynamic_shifting:
            return super().sigmas(u, latents)
        from diffusers.pipelines.ltx.pipeline_ltx import calculate_shift

        bounds = ("base_image_seq_len", "max_image_seq_len", "base_shift", "max_shift")
        tokens = latents[0, 0].numel()
        return shifted(u, math.exp(calculate_shift(tokens, *(config[each] for each in bounds))))

    def velocity(self, noisy: torch.Tensor, sigmas: torch.Tensor, example: Example) -> torch.Tensor:
        pipe, (frames, rows, columns) = self.pipe, noisy.shape[2:]
        patches = (pipe.transformer_spatial_patch_size, pipe.transformer_temporal_patch_size)
        space = pipe.vae_spatial_compression_ratio
        guess = self.denoiser(
            hidden_states=pipe._pack_latents(noisy, *patches),
            encoder_hidden_states=self._states(example),
            timestep=sigmas * STEPS,
            encoder_attention_mask=example["mask"],
            num_frames=frames,
            height=rows,
            width=columns,
            rope_interpolation_scale=(
                pipe.vae_temporal_compression_ratio / self.backend.spec.fps,
                space,
                space,
            ),
            return_dict=False,
        )[0]
        found: torch.Tensor = pipe._unpack_latents(guess, frames, rows, columns, *patches)
        return found


class Mochi(Flow):
    """Mochi 1 runs the other way: time grows with clearness, and it gives x0 - noise."""

    def encode(self, pixels: torch.Tensor, generator: torch.Generator) -> Example:
        del generator
        mean, spread = self._scale()
        latents = clip_latents(self.pipe.vae, pixels)
        return {"latents": (latents - mean.to(latents)) / spread.to(latents)}

    def decode(self, latents: torch.Tensor) -> torch.Tensor:
        mean, spread = self._scale()
        return clip_of(self.pipe.vae, latents * spread.to(latents) + mean.to(latents))

    def _scale(self) -> tuple[torch.Tensor, torch.Tensor]:
        config = self.pipe.vae.config
        mean, spread = config.latents_mean or [0.0], config.latents_std or [1.0]
        shape = (1, -1, 1, 1, 1)
        return torch.tensor(mean).view(shape), torch.tensor(spread).view(
            shape
        ) / config.scaling_factor

    def embed(self, prompt: str) -> Example:
        states, mask, _, _ = self.pipe.encode_prompt(
            prompt,
            do_classifier_free_guidance=False,
            max_sequence_length=self.backend.spec.text_limit_tokens,
            device=self.pipe.text_encoder.device,
        )
        return {"states": states, "mask": mask}

    def sigmas(self, u: torch.Tensor, latents: torch.Tensor) -> torch.Tensor:
        """All levels alike, as in the publishers' own fine-tuning: half of the sampler's steps
        would be nothing but noise."""
        del latents
        return u

    def velocity(self, noisy: torch.Tensor, sigmas: torch.Tensor, example: Example) -> torch.Tensor:
        guess: torch.Tensor = self.denoiser(
            hidden_states=noisy,
            encoder_hidden_states=self._states(example),
            timestep=(1 - sigmas) * STEPS,
            encoder_attention_mask=example["mask"],
            return_dict=False,
        )[0]
        return -guess


class Hunyuan(Flow):
    """HunyuanVideo: guidance is an input. Clips as they are have a guidance of 1: to show them
    under more would unlearn it."""

    guidance = 1.0

    def encode(self, pixels: torch.Tensor, generator: torch.Generator) -> Example:
        del generator
        vae = self.pipe.vae
        return {"latents": clip_latents(vae, pixels) * vae.config.scaling_factor}

    def decode(self, latents: torch.Tensor) -> torch.Tensor:
        vae = self.pipe.vae
        return clip_of(vae, latents / vae.config.scaling_factor)

    def embed(self, prompt: str) -> Example:
        states, pooled, mask = self.pipe.encode_prompt(
            prompt,
            max_sequence_length=self.backend.spec.text_limit_tokens,
            device=self.pipe.text_encoder.device,
        )
        return {"states": states, "pooled": pooled, "mask": mask}

    def velocity(self, noisy: torch.Tensor, sigmas: torch.Tensor, example: Example) -> torch.Tensor:
        guess: torch.Tensor = self.denoiser(
            hidden_states=noisy,
            timestep=(sigmas * STEPS).to(self.dtype),
            encoder_hidden_states=self._states(example),
            encoder_attention_mask=example["mask"].to(self.dtype),
            pooled_projections=example["pooled"].to(self.dtype),
            guidance=torch.full_like(sigmas, self.guidance * STEPS, dtype=self.dtype),
            return_dict=False,
        )[0]
        return guess


class OpenSora(Flow):
    """Open-Sora v2: HunyuanVideo's latents in patches, and beside them where a picture's latents
    would stand: nothing, for clips of a text."""

    encode, decode = Hunyuan.encode, Hunyuan.decode

    def embed(self, prompt: str) -> Example:
        states, pooled = self.pipe.embed(prompt)
        return {"states": states, "pooled": pooled}

    def sigmas(self, u: torch.Tensor, latents: torch.Tensor) -> torch.Tensor:
        """More noise for larger and longer clips."""
        from mongyudo.backends.diffusion.opensora_pipeline import shift_of

        frames, rows, columns = _grid(latents)
        return shifted(u, shift_of(rows * columns, frames))

    def velocity(self, noisy: torch.Tensor, sigmas: torch.Tensor, example: Example) -> torch.Tensor:
        from mongyudo.backends.diffusion.opensora_pipeline import (
            CONDITION_CHANNELS,
            packed,
            positions,
            unpacked,
        )

        grid, tokens = _grid(noisy), packed(noisy)
        nothing = tokens.new_zeros(*tokens.shape[:2], CONDITION_CHANNELS)
        places, states = positions(grid).to(tokens.device), self._states(example)
        guess = self.denoiser(
            hidden_states=torch.cat([tokens, nothing], dim=-1),
            encoder_hidden_states=states,
            pooled_projections=example["pooled"].to(self.dtype),
            timestep=sigmas.to(self.dtype),
            img_ids=places,
            txt_ids=places.new_zeros(states.shape[1], 3),
            return_dict=False,
        )[0]
        return unpacked(guess, grid)


def _grid(latents: torch.Tensor) -> tuple[int, int, int]:
    """Latent frames, and rows and columns of patches."""
    from mongyudo.backends.diffusion.opensora_pipeline import PATCH

    frames, rows, columns = latents.shape[2:]
    return frames, rows // PATCH, columns // PATCH
