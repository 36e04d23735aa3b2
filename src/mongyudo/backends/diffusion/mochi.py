"""Mochi 1: text to video at 848x480 and 30 fps, T5 text."""

import warnings
from pathlib import Path
from typing import Any

from mongyudo.backends.contract import BackendSpec, FrameRule
from mongyudo.backends.diffusion.backend import DiffusionBackend, Loading
from mongyudo.backends.diffusion.release import PIPELINES, Figure, Habit, Release

CARD = "https://huggingface.co/genmo/mochi-1-preview"
CODE = "https://github.com/genmoai/mochi"
DOCS = "https://huggingface.co/docs/diffusers/api/pipelines/mochi"
PIPELINE = f"{PIPELINES}/mochi/pipeline_mochi.py"


class Mochi(DiffusionBackend):
    """Mochi 1 preview, with 10 billion parameters."""

    spec = BackendSpec(
        name="mochi-1",
        takes="text",
        size_px=(848, 480),
        size_step_px=16,
        size_most_px=(848, 480),
        fps=30,
        frames=FrameRule(multiple=6, offset=1, most=163, usual=85),
        text_limit_tokens=256,
        licence="Apache-2.0",
        needs_gpu=True,
        lora=True,
        memory_bytes=22_000_000_000,
        takes_weights=True,
        sources=(CARD, CODE, DOCS),
    )
    release = Release(
        hub_id="genmo/mochi-1-preview",
        revision="14be5fcea23095ed330cb214647916a451e38b6e",
        steps=64,
        guidance=4.5,
        scheduler="flow-matching Euler, inverted sigmas",
        dtype="bfloat16",
        # Trained for the photoreal; drawn styles come out badly.
        habit=Habit(long=True, suffix=" Photorealistic."),
        parameters_m={"transformer": 10030, "text_encoder": 4760},
        published_gb={"plain": 60, "offload": 22},
        notes_claim="768x768, 30 fps, up to 5.4 s",
        corrected="848x480, 30 fps, 6k+1 frames up to 163",
        figures=(
            Figure("size, rate", "848x480 at 30 fps, up to 163 frames (5.4 s)", CODE),
            Figure("length", "85 frames in every example", DOCS),
            Figure("text", "256 tokens", PIPELINE),
            Figure("steps and guidance", "64, 4.5", CODE),
            Figure("memory", "about 60 GB on one GPU", CARD),
            Figure("memory", "22 GB in bfloat16 with offload and tiling", DOCS),
            Figure("style", "photorealistic, not animated", CARD),
            Figure("picture", "takes none: released for text alone", CODE),
        ),
        unestablished=("speed",),
    )

    def load(self, loading: Loading) -> Any:
        from diffusers import MochiPipeline

        from mongyudo.backends.diffusion.loading import load_parts

        # Its positions ask for float32 in a way that a CPU, which has nothing else, remarks upon.
        warnings.filterwarnings("ignore", message="In CPU autocast", category=UserWarning)
        return load_parts(MochiPipeline, self.spec.name, self.release, loading)

    def write_tiny(self, folder: Path, seed: int) -> None:
        from diffusers import (
            AutoencoderKLMochi,
            FlowMatchEulerDiscreteScheduler,
            MochiPipeline,
            MochiTransformer3DModel,
        )

        from mongyudo.backends.diffusion import tiny

        tiny.seeded(seed)
        tokenizer = tiny.t5_tokenizer()
        MochiPipeline(
            tokenizer=tokenizer,
            text_encoder=tiny.t5_encoder(tokenizer),
            vae=AutoencoderKLMochi(
                encoder_block_out_channels=(32, 32, 32, 32),
                decoder_block_out_channels=(32, 32, 32, 32),
                layers_per_block=(1, 1, 1, 1, 1),
            ),
            transformer=MochiTransformer3DModel(
                num_attention_heads=2,
                attention_head_dim=8,
                num_layers=2,
                pooled_projection_dim=16,
                text_embed_dim=32,
                time_embed_dim=4,
            ),
            scheduler=FlowMatchEulerDiscreteScheduler(invert_sigmas=True),
        ).save_pretrained(folder)
