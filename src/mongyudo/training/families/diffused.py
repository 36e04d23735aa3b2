"""Families that learn to take noise out in steps: CogVideoX, AnimateDiff, Zeroscope, VideoCrafter2,
and Stable Video Diffusion, whose levels of noise are continuous.

Imports torch: to be imported inside functions only.
"""

from typing import Any

import torch

from mongyudo.training.families.contract import (
    Example,
    Trainee,
    clip_latents,
    clip_of,
    mean_square,
    picture_latents,
    pictures_of,
    wide,
)

STEPS = 1000


class Stepped(Trainee):
    """What families with a schedule of a thousand steps share; they learn the noise (epsilon)."""

    def times(self, u: torch.Tensor) -> torch.Tensor:
        """(B,) whole time steps of quantiles `u`: all alike."""
        return (u * STEPS).long().clamp(max=STEPS - 1)

    def noisy(self, latents: torch.Tensor, noise: torch.Tensor, time: torch.Tensor) -> torch.Tensor:
        """sqrt(abar) x0 + sqrt(1 - abar) noise."""
        kept = wide(self._kept(time), latents)
        return kept.sqrt() * latents + (1 - kept).sqrt() * noise

    def _kept(self, time: torch.Tensor) -> torch.Tensor:
        """abar: how much of the clip's variance is left at each time step."""
        schedule: torch.Tensor = self.pipe.scheduler.alphas_cumprod
        return schedule.to(time.device)[time].float()

    def guess(self, noisy: torch.Tensor, time: torch.Tensor, example: Example) -> torch.Tensor:
        """What the denoiser gives, in the shape of the latents."""
        found: torch.Tensor = self.denoiser(
            noisy, time, encoder_hidden_states=example["states"].to(self.dtype), return_dict=False
        )[0]
        return found

    def target(
        self, latents: torch.Tensor, noise: torch.Tensor, time: torch.Tensor
    ) -> torch.Tensor:
        """What it should give."""
        del latents, time
        return noise

    def loss(self, example: Example, noise: torch.Tensor, u: torch.Tensor) -> torch.Tensor:
        """Mean squared error of what the denoiser is to give."""
        latents, time = example["latents"].float(), self.times(u)
        noisy = self.noisy(latents, noise, time).to(self.dtype)
        return mean_square(self.guess(noisy, time, example), self.target(latents, noise, time))


class CogVideoX(Stepped):
    """CogVideoX learns v = sqrt(abar) noise - sqrt(1 - abar) x0.

    The release weighs the error of x0 by 1 / (1 - abar), which is the error of v unweighed:
    x0 = sqrt(abar) x_t - sqrt(1 - abar) v.
    """

    def encode(self, pixels: torch.Tensor, generator: torch.Generator) -> Example:
        del generator
        return {"latents": clip_latents(self.pipe.vae, pixels) * self._scale}

    def decode(self, latents: torch.Tensor) -> torch.Tensor:
        return clip_of(self.pipe.vae, latents / self._scale)

    @property
    def _scale(self) -> float:
        return float(self.pipe.vae.config.scaling_factor)

    def embed(self, prompt: str) -> Example:
        states, _ = self.pipe.encode_prompt(
            prompt,
            do_classifier_free_guidance=False,
            max_sequence_length=self.backend.spec.text_limit_tokens,
            device=self.pipe.text_encoder.device,
        )
        return {"states": states}

    def target(
        self, latents: torch.Tensor, noise: torch.Tensor, time: torch.Tensor
    ) -> torch.Tensor:
        kept = wide(self._kept(time), latents)
        return kept.sqrt() * noise - (1 - kept).sqrt() * latents

    def guess(self, noisy: torch.Tensor, time: torch.Tensor, example: Example) -> torch.Tensor:
        """The transformer wants the frames before the channels."""
        found: torch.Tensor = self.denoiser(
            hidden_states=noisy.transpose(1, 2),
            encoder_hidden_states=example["states"].to(self.dtype),
            timestep=time,
            image_rotary_emb=self._rotary(noisy),
            return_dict=False,
        )[0]
        return found.transpose(1, 2)

    def _rotary(self, noisy: torch.Tensor) -> Any:
        """Positions for the larger editions; the 2b has its own."""
        if not self.denoiser.config.use_rotary_positional_embeddings:
            return None
        frames, rows, columns = noisy.shape[2:]
        factor = self.pipe.vae_scale_factor_spatial
        return self.pipe._prepare_rotary_positional_embeddings(
            rows * factor, columns * factor, frames, noisy.device
        )


class _Pictured(Stepped):
    """A VAE of single pictures."""

    def encode(self, pixels: torch.Tensor, generator: torch.Generator) -> Example:
        del generator
        return {"latents": picture_latents(self.pipe.vae, pixels)}

    def decode(self, latents: torch.Tensor) -> torch.Tensor:
        return pictures_of(self.pipe.vae, latents)


class AnimateDiff(_Pictured):
    """AnimateDiff: the text stands beside every single frame."""

    def embed(self, prompt: str) -> Example:
        states, _ = self.pipe.encode_prompt(
            prompt,
            self.pipe.text_encoder.device,
            num_images_per_prompt=1,
            do_classifier_free_guidance=False,
        )
        return {"states": states}

    def guess(self, noisy: torch.Tensor, time: torch.Tensor, example: Example) -> torch.Tensor:
        frames = noisy.shape[2]
        states = example["states"].repeat_interleave(frames, dim=0)
        return super().guess(noisy, time, {"states": states})


class Zeroscope(_Pictured):
    """Zeroscope: a 3D UNet."""

    def embed(self, prompt: str) -> Example:
        with torch.no_grad():
            return {"states": self.pipe.embed([prompt])}


class VideoCrafter2(Zeroscope):
    """VideoCrafter2: the clip is scaled down as it gets noisier, by the scheduler of its own."""

    def noisy(self, latents: torch.Tensor, noise: torch.Tensor, time: torch.Tensor) -> torch.Tensor:
        """s_t sqrt(abar) x0 + sqrt(1 - abar) noise."""
        found: torch.Tensor = self.pipe.scheduler.add_noise(latents, noise, time)
        return found


class Svd(Trainee):
    """Stable Video Diffusion: x0 + s noise under EDM's preconditioning, led by its first frame.

    ln s is normal with mean 0.7 and spread 1.6. With D = c_skip x + c_out F weighed by
    (s^2 + 1) / s^2, the denoiser F learns (noise - s x0) / sqrt(s^2 + 1), unweighed.
    """

    mean, spread = 0.7, 1.6

    def encode(self, pixels: torch.Tensor, generator: torch.Generator) -> Example:
        """Latents of all frames; of the first one, the embedding and the latents, which are not
        scaled, of the picture with a little noise, as when it films."""
        from mongyudo.backends.diffusion.svd import NOISE_AUG

        vae, first = self.pipe.vae, pixels[:, :, 0]
        noise = torch.randn(first.shape, generator=generator).to(first)
        shown = (first + NOISE_AUG * noise).to(vae.device, vae.dtype)
        return {
            "latents": picture_latents(vae, pixels),
            "still": vae.encode(shown).latent_dist.mode().float(),
            "states": self._looked_at(first),
        }

    def _looked_at(self, first: torch.Tensor) -> torch.Tensor:
        """(B, 1, width): CLIP's embedding of the picture."""
        from PIL.Image import fromarray

        values = ((first.clamp(-1, 1) + 1) * 127.5).round().byte().permute(0, 2, 3, 1).cpu().numpy()
        device = self.pipe.image_encoder.device
        found: torch.Tensor = self.pipe._encode_image(
            [fromarray(value) for value in values], device, 1, do_classifier_free_guidance=False
        )
        return found

    def decode(self, latents: torch.Tensor) -> torch.Tensor:
        """Clip by clip and, as when it films, eight frames at a time, which see one another."""
        from mongyudo.backends.diffusion.svd import DECODE_CHUNK

        vae, frames = self.pipe.vae, latents.shape[2]
        ordered = latents.transpose(1, 2).to(vae.device, vae.dtype)
        found = [self.pipe.decode_latents(clip[None], frames, DECODE_CHUNK) for clip in ordered]
        return torch.cat(found)

    def embed(self, prompt: str) -> Example:
        """Nothing: it reads no text."""
        del prompt
        return {}

    def text(self, prompts: Any) -> Example:
        """Nothing either."""
        del prompts
        return {}

    def blank(self, example: Example, empty: Example) -> Example:
        """No picture at all, as in the release's own guidance."""
        del empty
        return {key: torch.zeros_like(example[key][:1]) for key in ("still", "states")}

    def loss(self, example: Example, noise: torch.Tensor, u: torch.Tensor) -> torch.Tensor:
        """Mean squared error of F."""
        latents = example["latents"].float()
        sigmas = (self.mean + self.spread * torch.special.ndtri(u)).exp()
        level = wide(sigmas, latents)
        size = (level.square() + 1).sqrt()
        guess = self._guess((latents + level * noise) / size, sigmas.log() / 4, example)
        return mean_square(guess, (noise - level * latents) / size)

    def _guess(self, scaled: torch.Tensor, time: torch.Tensor, example: Example) -> torch.Tensor:
        """F; the UNet wants frames before channels, and the still beside every one of them."""
        frames = scaled.shape[2]
        still = example["still"][:, :, None].expand(-1, -1, frames, -1, -1)
        given = torch.cat([scaled, still.to(scaled)], dim=1).transpose(1, 2)
        guess: torch.Tensor = self.denoiser(
            given.to(self.dtype),
            time,
            encoder_hidden_states=example["states"].to(self.dtype),
            added_time_ids=self._told(len(scaled), given.device),
            return_dict=False,
        )[0]
        return guess.transpose(1, 2)

    def _told(self, clips: int, device: torch.device) -> torch.Tensor:
        """(B, 3): the rate less one, how much moves, and how noisy the still is."""
        from mongyudo.backends.diffusion.svd import MOTION_BUCKET, NOISE_AUG

        told = (self.backend.spec.fps - 1, MOTION_BUCKET, NOISE_AUG)
        return torch.tensor([told] * clips, dtype=self.dtype, device=device)
