"""Wan 2.1 and 2.2 with weights of their own for pictures: the still's latents beside the noise."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from mongyudo.backends.diffusion.backend import Loading, Request
from mongyudo.backends.diffusion.release import PIPELINES, Figure, Release
from mongyudo.backends.diffusion.stills import StillBackend
from mongyudo.backends.diffusion.wan import (
    CARD_22,
    CODE,
    CODE_22,
    CONFIGS_22,
    HABIT,
    tiny_transformer,
    tiny_vae,
    tiny_words,
    wan_spec,
)

CARD = "https://huggingface.co/Wan-AI/Wan2.1-I2V-14B-480P-Diffusers"
PIPELINE = f"{PIPELINES}/wan/pipeline_wan_i2v.py"
GENERATE = f"{CODE}/blob/main/generate.py"
CONVERSION = (
    "https://github.com/huggingface/diffusers/blob/main/scripts/convert_wan_to_diffusers.py"
)
CHANNELS = 36
"""Of noise 16, of the mask 4 (a latent frame is four pictures), of the still's latents 16."""


class _WanImage(StillBackend):
    def load(self, loading: Loading) -> Any:
        from diffusers import WanImageToVideoPipeline

        from mongyudo.backends.diffusion.loading import load_parts

        return load_parts(WanImageToVideoPipeline, self.spec.name, self.release, loading)

    def write_tiny(self, folder: Path, seed: int) -> None:
        from diffusers import WanImageToVideoPipeline

        from mongyudo.backends.diffusion import tiny

        tiny.seeded(seed)
        WanImageToVideoPipeline(**self.tiny_parts()).save_pretrained(folder)

    def tiny_parts(self) -> dict[str, Any]:
        """The pipeline's arguments with small random parts."""
        return tiny_words(flow_shift=3.0) | {"vae": tiny_vae()}


class Wan21Image(_WanImage):
    """Wan 2.1 with 14 billion parameters and CLIP's eye, which looks at the still: 480p."""

    spec = replace(
        wan_spec("wan2.1-i2v-14b", CARD, (832, 832), 32_790_000_000),
        takes="image",
        sources=(CARD, CODE, GENERATE, CONVERSION),
    )
    release = Release(
        hub_id="Wan-AI/Wan2.1-I2V-14B-480P-Diffusers",
        revision="b184e23a8a16b20f108f727c902e769e873ffc73",
        steps=40,
        guidance=5.0,
        scheduler="UniPC, flow shift 3",
        dtype="bfloat16",
        habit=HABIT,
        float32_parts=("vae", "image_encoder"),
        parameters_m={"transformer": 16395, "text_encoder": 5680, "image_encoder": 631},
        figures=(
            Figure("size", "832x480, 480p only; 720p has weights of its own", CODE),
            Figure("length and rate", "81 frames at 16 fps", CODE),
            Figure("text", "512 tokens", PIPELINE),
            Figure("steps, guidance and shift", "40, 5.0, 3 at 480p", GENERATE),
            Figure("picture", "encoded by CLIP ViT-H and by the VAE, 36 channels", CONVERSION),
            Figure("precision", "VAE and picture encoder in 32 bits", CODE),
            Figure("memory", "the transformer's 16-bit weights alone, counted", CONVERSION),
        ),
        unestablished=("speed",),
    )

    def tiny_parts(self) -> dict[str, Any]:
        """With an eye whose width the transformer knows."""
        from transformers import CLIPVisionModel

        from mongyudo.backends.diffusion import tiny

        return super().tiny_parts() | {
            "image_encoder": CLIPVisionModel(tiny.clip_eye()).eval(),
            "image_processor": tiny.clip_processor(),
            "transformer": tiny_transformer(CHANNELS, 16, image_dim=32, added_kv_proj_dim=24),
        }


class Wan22Image(_WanImage):
    """Wan 2.2 with two transformers of 14 billion parameters: layout, then details."""

    denoisers = ("transformer", "transformer_2")
    spec = replace(
        wan_spec("wan2.2-i2v-a14b", CARD_22.format("I2V-A14B"), (1280, 1280), 80_000_000_000),
        takes="image",
        size_px=(1280, 720),
        sources=(CARD_22.format("I2V-A14B"), CODE_22, CONFIGS_22),
    )
    release = Release(
        hub_id="Wan-AI/Wan2.2-I2V-A14B-Diffusers",
        revision="596658fd9ca6b7b71d5057529bbf319ecbc61d74",
        steps=40,
        guidance=3.5,
        scheduler="UniPC, flow shift 5 in the publishers' own sampler",
        dtype="bfloat16",
        habit=HABIT,
        float32_parts=("vae",),
        parameters_m={"transformer": 14289, "transformer_2": 14289, "text_encoder": 5680},
        published_gb={"offload": 80},
        figures=(
            Figure("size", "480p and 720p: 1280x720", CODE_22),
            Figure("length and rate", "81 frames at 16 fps", CONFIGS_22),
            Figure("text", "512 tokens", PIPELINE),
            Figure("memory", "80 GB at 1280x720 with offload", CODE_22),
            Figure("steps and shift", "40, 5.0 (3.0 at 480p)", CONFIGS_22),
            Figure("guidance", "3.5 in much noise and in little", CONFIGS_22),
            Figure("boundary", "0.9 of the noise levels", CONFIGS_22),
        ),
        unestablished=("speed",),
    )

    def arguments(self, pipe: Any, request: Request) -> dict[str, Any]:
        """Both transformers have the same guidance."""
        given = super().arguments(pipe, request)
        return given | {"guidance_scale_2": request.guidance}

    def tiny_parts(self) -> dict[str, Any]:
        """Two transformers without an eye, and where the second takes over."""
        both = {part: tiny_transformer(CHANNELS, 16) for part in self.denoisers}
        return super().tiny_parts() | both | {"boundary_ratio": 0.9}
