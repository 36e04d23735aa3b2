"""Wan 2.1 and 2.2: text to video, and the small 2.2 from a picture; flow matching, umT5 text."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from mongyudo.backends.contract import BackendSpec, FrameRule
from mongyudo.backends.diffusion.backend import DiffusionBackend, Loading, Request
from mongyudo.backends.diffusion.release import PIPELINES, Figure, Habit, Release
from mongyudo.backends.diffusion.stills import StillBackend

HABIT = Habit(
    long=True,
    negative=(
        "overexposed, static, blurred details, subtitles, worst quality, low quality, JPEG "
        "artifacts, ugly, deformed, extra fingers, fused fingers, still picture, messy background"
    ),
)
CARD = "https://huggingface.co/Wan-AI/Wan2.1-T2V-{}-Diffusers"
CODE = "https://github.com/Wan-Video/Wan2.1"
DOCS = "https://huggingface.co/docs/diffusers/api/pipelines/wan"
PIPELINE = f"{PIPELINES}/wan/pipeline_wan.py"
CARD_22 = "https://huggingface.co/Wan-AI/Wan2.2-{}-Diffusers"
CODE_22 = "https://github.com/Wan-Video/Wan2.2"
CONFIGS_22 = f"{CODE_22}/tree/main/wan/configs"
NOTES = "832x480"


def wan_spec(name: str, card: str, most_px: tuple[int, int], memory_bytes: int) -> BackendSpec:
    """What the family's models share: 480p, 81 frames at 16 fps, 512 tokens."""
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


class Wan(DiffusionBackend):
    """What all Wans share."""

    def load(self, loading: Loading) -> Any:
        from diffusers import WanPipeline

        from mongyudo.backends.diffusion.loading import load_parts

        return load_parts(WanPipeline, self.spec.name, self.release, loading)

    def write_tiny(self, folder: Path, seed: int) -> None:
        from diffusers import WanPipeline

        from mongyudo.backends.diffusion import tiny

        tiny.seeded(seed)
        WanPipeline(**self.tiny_parts()).save_pretrained(folder)

    def tiny_parts(self) -> dict[str, Any]:
        """The pipeline's arguments with small random parts."""
        return tiny_words(flow_shift=3.0) | {
            "vae": tiny_vae(),
            "transformer": tiny_transformer(16),
        }


def tiny_vae() -> Any:
    """A small VAE that presses 8 x 8 pixels and four frames."""
    from diffusers import AutoencoderKLWan

    return AutoencoderKLWan(base_dim=4, z_dim=16, dim_mult=[1, 1, 1, 1], num_res_blocks=1)


def tiny_words(flow_shift: float) -> dict[str, Any]:
    """A small tokenizer and text encoder, and the scheduler."""
    from diffusers import UniPCMultistepScheduler

    from mongyudo.backends.diffusion import tiny

    tokenizer = tiny.t5_tokenizer()
    return {
        "tokenizer": tokenizer,
        "text_encoder": tiny.umt5_encoder(tokenizer),
        "scheduler": UniPCMultistepScheduler(
            prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=flow_shift
        ),
    }


def tiny_transformer(channels: int, out_channels: int = 0, **more: Any) -> Any:
    """Two small blocks; as many channels come out as go in, unless told otherwise."""
    from diffusers import WanTransformer3DModel

    return WanTransformer3DModel(
        in_channels=channels,
        out_channels=out_channels or channels,
        num_attention_heads=2,
        attention_head_dim=12,
        text_dim=32,
        freq_dim=32,
        ffn_dim=32,
        num_layers=2,
        rope_max_seq_len=64,
        **more,
    )


class Wan21Small(Wan):
    """Wan 2.1 with 1.3 billion parameters: 480p only, and the one for a home GPU."""

    spec = wan_spec("wan2.1-1.3b", CARD.format("1.3B"), (832, 832), 8_190_000_000)
    release = Release(
        hub_id="Wan-AI/Wan2.1-T2V-1.3B-Diffusers",
        revision="0fad780a534b6463e45facd96134c9f345acfa5b",
        steps=50,
        guidance=6.0,
        scheduler="UniPC, flow shift 3",
        dtype="bfloat16",
        habit=HABIT,
        float32_parts=("vae",),
        parameters_m={"transformer": 1420, "text_encoder": 5680},
        published_gb={"offload": 8.19},
        published_s={"RTX 4090": 261},
        notes_claim=NOTES,
        corrected="right: 81 frames at 16 fps; the 1.3B is 480p only",
        figures=(
            Figure("size and length", "832x480, 81 frames", PIPELINE),
            Figure("rate", "16 frames a second", CARD.format("1.3B")),
            Figure("steps and guidance", "50, 6", CODE),
            Figure("text", "512 tokens", PIPELINE),
            Figure("memory", "8.19 GB", CODE),
            Figure("speed", "261 s for 480p on one RTX 4090", CODE),
        ),
    )


class Wan21Large(Wan):
    """Wan 2.1 with 14 billion parameters: 480p and 720p."""

    spec = wan_spec("wan2.1-14b", CARD.format("14B"), (1280, 1280), 69_000_000_000)
    release = Release(
        hub_id="Wan-AI/Wan2.1-T2V-14B-Diffusers",
        revision="38ec498cb3208fb688890f8cc7e94ede2cbd7f68",
        steps=50,
        guidance=5.0,
        scheduler="UniPC, flow shift 3 (480p) or 5 (720p)",
        dtype="bfloat16",
        habit=HABIT,
        float32_parts=("vae",),
        parameters_m={"transformer": 14290, "text_encoder": 5680},
        published_gb={"group": 13, "plain": 69},
        published_s={"H100": 1838},
        notes_claim=NOTES,
        corrected="right: 81 frames at 16 fps",
        figures=(
            Figure("size and length", "832x480, 81 frames", PIPELINE),
            Figure("rate", "16 frames a second", CARD.format("14B")),
            Figure("steps and guidance", "50, 5", PIPELINE),
            Figure("text", "512 tokens", PIPELINE),
            Figure("memory", "69 GB at 720p", CODE),
            Figure("memory", "about 13 GB with group offload", DOCS),
            Figure("speed", "1,838 s for 720p on one H100", CODE),
        ),
    )


class Wan22Large(Wan):
    """Wan 2.2 with two transformers of 14 billion parameters: one for the layout, which sees much
    noise, and one for the details."""

    denoisers = ("transformer", "transformer_2")
    guidance_details = 3.0
    spec = replace(
        wan_spec("wan2.2-a14b", CARD_22.format("T2V-A14B"), (1280, 1280), 80_000_000_000),
        size_px=(1280, 720),
        sources=(CARD_22.format("T2V-A14B"), CODE_22, CONFIGS_22),
    )
    release = Release(
        hub_id="Wan-AI/Wan2.2-T2V-A14B-Diffusers",
        revision="5be7df9619b54f4e2667b2755bc6a756675b5cd7",
        steps=40,
        guidance=4.0,
        scheduler="UniPC, flow shift 12 in the publishers' own sampler",
        dtype="bfloat16",
        habit=HABIT,
        float32_parts=("vae",),
        parameters_m={"transformer": 14290, "transformer_2": 14290, "text_encoder": 5680},
        published_gb={"offload": 80},
        figures=(
            Figure("size", "480p and 720p: 1280x720", CODE_22),
            Figure("length and rate", "81 frames at 16 fps", CONFIGS_22),
            Figure("text", "512 tokens", PIPELINE),
            Figure("memory", "80 GB at 1280x720 with offload", CODE_22),
            Figure("steps", "40", CONFIGS_22),
            Figure("guidance", "4.0 in much noise, 3.0 in little", CONFIGS_22),
            Figure("boundary", "0.875 of the noise levels", CONFIGS_22),
        ),
        unestablished=("speed",),
    )

    def arguments(self, pipe: Any, request: Request) -> dict[str, Any]:
        """Each transformer has its own guidance."""
        given = super().arguments(pipe, request)
        return given | {"guidance_scale_2": self.guidance_details}

    def tiny_parts(self) -> dict[str, Any]:
        """Two transformers, and the noise level at which the second takes over."""
        second = tiny_transformer(16)
        return super().tiny_parts() | {"transformer_2": second, "boundary_ratio": 0.875}


class Wan22Small(StillBackend, Wan):
    """Wan 2.2 with 5 billion parameters: 720p at 24 fps on a home GPU, by stronger pressing."""

    spec = replace(
        wan_spec("wan2.2-5b", CARD_22.format("TI2V-5B"), (1280, 1280), 24_000_000_000),
        takes="both",
        size_px=(1280, 704),
        size_step_px=32,
        fps=24,
        frames=FrameRule(multiple=4, offset=1, most=121, usual=121),
        sources=(CARD_22.format("TI2V-5B"), CODE_22, CONFIGS_22),
    )
    release = Release(
        hub_id="Wan-AI/Wan2.2-TI2V-5B-Diffusers",
        revision="b8fff7315c768468a5333511427288870b2e9635",
        steps=50,
        guidance=5.0,
        scheduler="UniPC, flow shift 5",
        dtype="bfloat16",
        habit=HABIT,
        float32_parts=("vae",),
        parameters_m={"transformer": 5000, "text_encoder": 5680},
        published_gb={"offload": 24},
        figures=(
            Figure("size", "1280x704 or 704x1280, pressed 32 x 32 x 4", CODE_22),
            Figure("length and rate", "121 frames at 24 fps", CONFIGS_22),
            Figure("text", "512 tokens", PIPELINE),
            Figure("memory", "24 GB (RTX 4090) with offload, text encoder on the CPU", CODE_22),
            Figure("speed", "a 5 s film in 720p under 9 minutes on one home GPU", CODE_22),
            Figure("steps, guidance and shift", "50, 5.0, 5", CONFIGS_22),
            Figure(
                "picture", "the same weights: its latents keep the first frame's place", CODE_22
            ),
        ),
    )

    def load(self, loading: Loading) -> Any:
        from diffusers import WanImageToVideoPipeline

        from mongyudo.backends.diffusion.loading import load_parts

        if not loading.options.still:
            return super().load(loading)
        return load_parts(WanImageToVideoPipeline, self.spec.name, self.release, loading)

    def tiny_parts(self) -> dict[str, Any]:
        """The VAE that presses picture blocks of 2 x 2 first; each latent has its own time."""
        from diffusers import AutoencoderKLWan

        vae = AutoencoderKLWan(
            base_dim=4,
            decoder_base_dim=4,
            z_dim=48,
            dim_mult=[1, 1, 1, 1],
            num_res_blocks=1,
            is_residual=True,
            in_channels=12,
            out_channels=12,
            patch_size=2,
            scale_factor_spatial=16,
            latents_mean=[0.0] * 48,
            latents_std=[1.0] * 48,
        )
        parts = tiny_words(flow_shift=5.0) | {"vae": vae, "transformer": tiny_transformer(48)}
        return parts | {"expand_timesteps": True}
