"""Open-Sora v2's way from a prompt to a clip, on diffusers' parts.

Imports torch and diffusers: to be imported inside functions only. Equations after
https://github.com/hpcaitech/Open-Sora (opensora/utils/sampling.py, read 2026-11).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from diffusers import DiffusionPipeline
from numpy.typing import NDArray

from mongyudo.backends.diffusion.backend import Request
from mongyudo.backends.diffusion.frames import covering

T5_TOKENS = 512
CLIP_TOKENS = 77
PATCH = 2
VAE_SPACE, VAE_TIME = 8, 4
CONDITION_CHANNELS = 68
"""A mask and a picture's 16 latents, in patches of 2 by 2; zeros for text alone."""
IMAGE_GUIDANCE = 3.0
FULL_STEPS = 10
"""From this step on every other one goes unguided."""
TOKENS_RANGE, SHIFT_RANGE = (256, 4096), (1.0, 3.0)


Run = Callable[[tuple[torch.Tensor, torch.Tensor], torch.Tensor | None], torch.Tensor]
"""A step's velocity from a text's two embeddings and what is seen of a picture, if anything."""


@dataclass
class Filmed:
    """What the pipeline gives: one clip, (1, T, H, W, 3) in 0..1."""

    frames: NDArray[np.float32]


def shift_of(spatial_tokens: int, latent_frames: int) -> float:
    """How far noise levels move up: more for larger and longer clips."""
    (low, high), (least, most) = TOKENS_RANGE, SHIFT_RANGE
    slope = (most - least) / (high - low)
    return (least + slope * (spatial_tokens - low)) * math.sqrt(latent_frames)


def guided(
    text: torch.Tensor,
    plain: torch.Tensor,
    bare: torch.Tensor,
    scales: tuple[float, float | torch.Tensor],
) -> torch.Tensor:
    """From the guess without text and picture, towards the picture, then towards the text."""
    by_text, by_image = scales
    return bare + by_image * (plain - bare) + by_text * (text - plain)


def scales_at(step: int, text_guidance: float) -> tuple[float, float]:
    """The guidance of a step: full for the first ten and every even one, else none."""
    if step < FULL_STEPS or step % 2 == 0:
        return text_guidance, IMAGE_GUIDANCE
    return 1.0, 1.0


def over_time(scale: float, step: int, steps: int, latent_frames: int) -> torch.Tensor:
    """(T,): a picture's guidance, 1 at its own frame and rising to the last.

    How far it rises falls evenly from `scale` to 1 over the steps.
    """
    last = scale + (1.0 - scale) * step / steps
    return torch.linspace(1.0, last, latent_frames)


def conditioned(picture: torch.Tensor, latents: torch.Tensor) -> torch.Tensor:
    """(1, 1 + C, T, h, w): the mask of what is given, the first frame, and its latents."""
    _, channels, frames, height, width = latents.shape
    given = picture.new_zeros(1, 1 + channels, frames, height, width)
    given[:, :1, 0] = 1.0
    given[:, 1:, :1] = picture
    return given


def packed(latents: torch.Tensor) -> torch.Tensor:
    """(B, C, T, h, w) -> (B, T h/2 w/2, 4 C): every patch of 2 by 2 becomes a token."""
    clips, channels, frames, height, width = latents.shape
    patches = (height // PATCH, PATCH, width // PATCH, PATCH)
    parted = latents.reshape(clips, channels, frames, *patches)
    return parted.permute(0, 2, 3, 5, 1, 4, 6).reshape(clips, -1, channels * PATCH * PATCH)


def unpacked(tokens: torch.Tensor, grid: tuple[int, int, int]) -> torch.Tensor:
    """The reverse of `packed`; `grid` is (T, h/2, w/2)."""
    frames, rows, columns = grid
    parted = tokens.reshape(-1, frames, rows, columns, tokens.shape[-1] // PATCH**2, PATCH, PATCH)
    return parted.permute(0, 4, 1, 2, 5, 3, 6).flatten(5, 6).flatten(3, 4)


def positions(grid: tuple[int, int, int]) -> torch.Tensor:
    """(tokens, 3): frame, row and column of every token."""
    axes = (torch.arange(size, dtype=torch.float32) for size in grid)
    return torch.stack(torch.meshgrid(*axes, indexing="ij"), dim=-1).reshape(-1, 3)


class OpenSoraPipeline(DiffusionPipeline):
    """T5 tokens and a pooled CLIP vector lead a Flux transformer over packed latents."""

    model_cpu_offload_seq = "text_encoder->text_encoder_2->transformer->vae"

    def __init__(
        self,
        vae: Any,
        text_encoder: Any,
        tokenizer: Any,
        text_encoder_2: Any,
        tokenizer_2: Any,
        transformer: Any,
        scheduler: Any,
    ) -> None:
        super().__init__()
        self.register_modules(
            vae=vae,
            text_encoder=text_encoder,
            tokenizer=tokenizer,
            text_encoder_2=text_encoder_2,
            tokenizer_2=tokenizer_2,
            transformer=transformer,
            scheduler=scheduler,
        )

    @torch.no_grad()
    def __call__(self, request: Request) -> Filmed:
        """One clip of a text, from the request's still on where it has one."""
        texts = [self.embed(request.written.prompt), self.embed(request.written.negative)]
        frames = self.decode(self._denoised(request, texts))
        self.maybe_free_model_hooks()
        return Filmed(frames[None])

    def encode(self, request: Request) -> torch.Tensor | None:
        """The still's latents, (1, C, 1, h, w); None without one. Drawn, as the publishers do."""
        if request.still is None:
            return None
        pixels = np.asarray(covering(request.still, request.shot.size_px), dtype=np.float32)
        signed = torch.from_numpy(pixels / 127.5 - 1).permute(2, 0, 1)[None, :, None]
        given = signed.to(self._execution_device, self.vae.dtype)
        drawn: torch.Tensor = self.vae.encode(given).latent_dist.sample(request.generator)
        return drawn * self.vae.config.scaling_factor

    def embed(self, text: str) -> tuple[torch.Tensor, torch.Tensor]:
        """T5's states of 512 tokens, padding seen as in training, and CLIP's pooled vector."""
        device = self._execution_device
        words = self._ids(self.tokenizer, text, T5_TOKENS).to(device)
        states = self.text_encoder(words).last_hidden_state
        clip_words = self._ids(self.tokenizer_2, text, CLIP_TOKENS).to(device)
        pooled = self.text_encoder_2(clip_words).pooler_output
        return states.to(self.transformer.dtype), pooled.to(self.transformer.dtype)

    @staticmethod
    def _ids(tokenizer: Any, text: str, count: int) -> torch.Tensor:
        given = tokenizer(
            text, padding="max_length", max_length=count, truncation=True, return_tensors="pt"
        )
        ids: torch.Tensor = given.input_ids
        return ids

    def _denoised(
        self, request: Request, texts: list[tuple[torch.Tensor, torch.Tensor]]
    ) -> torch.Tensor:
        grid = _grid(request)
        noise, picture = self._noise(request), self.encode(request)
        tokens = packed(noise).to(self._execution_device, self.transformer.dtype)
        condition = None if picture is None else packed(conditioned(picture, noise)).to(tokens)
        shift = shift_of(grid[1] * grid[2], grid[0])
        sigmas = [1 - step / request.steps for step in range(request.steps)]
        self.scheduler.set_timesteps(sigmas=sigmas, mu=shift, device=self._execution_device)
        for step, time in enumerate(self.scheduler.timesteps):
            run = self._branch(tokens, time / 1000, grid)
            guess = _guess(run, texts, condition, _scales(request, step, tokens))
            tokens = self.scheduler.step(guess, time, tokens).prev_sample
            request.on_step(self, step, time, {})
        latents = unpacked(tokens, grid)
        if picture is not None:
            latents[:, :, :1] = picture.to(latents)
        return latents

    def _noise(self, request: Request) -> torch.Tensor:
        """Drawn on the CPU in 32 bits, so that a seed gives one film on every machine."""
        frames, rows, columns = _grid(request)
        channels = self.vae.config.latent_channels
        shape = (1, channels, frames, rows * PATCH, columns * PATCH)
        return torch.randn(shape, generator=request.generator)

    def _branch(self, tokens: torch.Tensor, time: torch.Tensor, grid: tuple[int, int, int]) -> Run:
        places = positions(grid).to(tokens.device)
        nothing = tokens.new_zeros(1, tokens.shape[1], CONDITION_CHANNELS)

        def run(text: tuple[torch.Tensor, torch.Tensor], seen: torch.Tensor | None) -> torch.Tensor:
            states, pooled = text
            velocity: torch.Tensor = self.transformer(
                hidden_states=torch.cat([tokens, nothing if seen is None else seen], dim=-1),
                encoder_hidden_states=states,
                pooled_projections=pooled,
                timestep=time[None].to(tokens),
                img_ids=places,
                txt_ids=places.new_zeros(states.shape[1], 3),
                return_dict=False,
            )[0]
            return velocity

        return run

    def decode(self, latents: torch.Tensor) -> NDArray[np.float32]:
        """(1, C, T, h, w) latents -> (T, H, W, 3) in 0..1."""
        scaled = (latents / self.vae.config.scaling_factor).to(self.vae.dtype)
        video = self.vae.decode(scaled).sample[0].float().permute(1, 2, 3, 0)
        values: NDArray[np.float32] = (video / 2 + 0.5).clamp(0, 1).cpu().numpy()
        return values


def _guess(
    run: Run,
    texts: list[tuple[torch.Tensor, torch.Tensor]],
    condition: torch.Tensor | None,
    scales: tuple[float, float | torch.Tensor],
) -> torch.Tensor:
    """The velocity. Without a picture the second and the third branch are one and the same; they
    run one after the other to spare memory."""
    with_text, without = run(texts[0], condition), run(texts[1], condition)
    bare = without if condition is None else run(texts[1], None)
    return guided(with_text, without, bare, scales)


def _scales(
    request: Request, step: int, tokens: torch.Tensor
) -> tuple[float, float | torch.Tensor]:
    """The step's guidance towards the text, and towards the picture for every token."""
    by_text, by_image = scales_at(step, request.guidance)
    if request.still is None or by_image <= 1:
        return by_text, by_image
    frames, rows, columns = _grid(request)
    rising = over_time(by_image, step, request.steps, frames)
    return by_text, rising.repeat_interleave(rows * columns)[None, :, None].to(tokens)


def _grid(request: Request) -> tuple[int, int, int]:
    """Latent frames, and rows and columns of patches."""
    width, height = request.shot.size_px
    step = VAE_SPACE * PATCH
    return (request.frames - 1) // VAE_TIME + 1, height // step, width // step
