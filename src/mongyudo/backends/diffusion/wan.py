"""Wan 2.1 (1.3B and 14B): text to video by flow matching, umT5 text, causal 3D VAE."""

from pathlib import Path
from typing import Any

from mongyudo.backends.contract import BackendSpec, FrameRule
from mongyudo.backends.diffusion.backend import DiffusionBackend, Loading
from mongyudo.backends.diffusion.release import Figure, Habit, Release

HABIT = Habit(
    long=True,
    negative=(
        "overexposed, static, blurred details, subtitles, worst quality, low quality, JPEG "
        "artifacts, ugly, deformed, extra fingers, fused fingers, still picture, messy background"
    ),
)
CARD = "https://huggingface.co/Wan-AI/Wan2.1-T2V-{}-Diffusers"
CODE = "https://github.com/Wan-Video/Wan2.1"
NOTES = "832x480"


def _spec(name: str, card: str, most_px: tuple[int, int], memory_bytes: int) -> BackendSpec:
    return BackendSpec(
        name=name,
        takes="text",
        size_px=(832, 480),
        size_step_px=16,
        size_most_px=most_px,
        fps=16,
        frames=FrameRule(multiple=4, offset=1, most=81, usual=81),
        text_limit_tokens=512,
        licence="Apache-2.0",
        needs_gpu=True,
        lora=True,
        memory_bytes=memory_bytes,
        takes_weights=True,
        sources=(card, CODE),
    )


class _Wan(DiffusionBackend):
    def load(self, loading: Loading) -> Any:
        from diffusers import WanPipeline

        from mongyudo.backends.diffusion.loading import load_parts

        return load_parts(WanPipeline, self.spec.name, self.release, loading)

    def write_tiny(self, folder: Path, seed: int) -> None:
        from diffusers import (
            AutoencoderKLWan,
            UniPCMultistepScheduler,
            WanPipeline,
            WanTransformer3DModel,
        )

        from mongyudo.backends.diffusion import tiny

        tiny.seeded(seed)
        tokenizer = tiny.t5_tokenizer()
        WanPipeline(
            tokenizer=tokenizer,
            text_encoder=tiny.umt5_encoder(tokenizer),
            vae=AutoencoderKLWan(base_dim=4, z_dim=16, dim_mult=[1, 1, 1, 1], num_res_blocks=1),
            scheduler=UniPCMultistepScheduler(
                prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=3.0
            ),
            transformer=WanTransformer3DModel(
                num_attention_heads=2,
                attention_head_dim=12,
                text_dim=32,
                freq_dim=32,
                ffn_dim=32,
                num_layers=2,
                rope_max_seq_len=64,
            ),
        ).save_pretrained(folder)


class Wan21Small(_Wan):
    """Wan 2.1 with 1.3 billion parameters: 480p only, and the one for a home GPU."""

    spec = _spec("wan2.1-1.3b", CARD.format("1.3B"), (832, 832), 8_190_000_000)
    release = Release(
        hub_id="Wan-AI/Wan2.1-T2V-1.3B-Diffusers",
        steps=50,
        guidance=6.0,
        scheduler="UniPC, flow shift 3",
        dtype="bfloat16",
        habit=HABIT,
        float32_parts=("vae",),
        parameters_m={"transformer": 1420},
        published_gb={"offload": 8.19},
        published_s={"RTX 4090": 261},
        notes_claim=NOTES,
        corrected="right: 81 frames at 16 fps; the 1.3B is 480p only",
        figures=(
            Figure("memory", "8.19 GB", CODE),
            Figure("speed", "261 s for 480p on one RTX 4090", CODE),
        ),
    )


class Wan21Large(_Wan):
    """Wan 2.1 with 14 billion parameters: 480p and 720p."""

    spec = _spec("wan2.1-14b", CARD.format("14B"), (1280, 1280), 69_000_000_000)
    release = Release(
        hub_id="Wan-AI/Wan2.1-T2V-14B-Diffusers",
        steps=50,
        guidance=5.0,
        scheduler="UniPC, flow shift 3 (480p) or 5 (720p)",
        dtype="bfloat16",
        habit=HABIT,
        float32_parts=("vae",),
        parameters_m={"transformer": 14290},
        published_gb={"group": 13, "plain": 69},
        published_s={"H100": 1838},
        notes_claim=NOTES,
        corrected="right: 81 frames at 16 fps",
        figures=(
            Figure("memory", "69 GB at 720p", CODE),
            Figure("speed", "1,838 s for 720p on one H100", CODE),
        ),
    )
