"""LTX-Video and LTX-2: fast, from text or a picture, on strongly pressed latents."""

from pathlib import Path
from typing import Any

from mongyudo.backends.contract import BackendSpec, FrameRule
from mongyudo.backends.diffusion.backend import Loading, Request
from mongyudo.backends.diffusion.release import PIPELINES, Figure, Habit, Release
from mongyudo.backends.diffusion.stills import StillBackend

CARD = "https://huggingface.co/Lightricks/LTX-Video"
CODE = "https://github.com/Lightricks/LTX-Video"
DOCS = "https://huggingface.co/docs/diffusers/api/pipelines/ltx_video"
PIPELINE = f"{PIPELINES}/ltx/pipeline_ltx.py"
SCRIPT = f"{CODE}/blob/main/inference.py"
CARD_2 = "https://huggingface.co/Lightricks/LTX-2"
CODE_2 = "https://github.com/Lightricks/LTX-2"
CLASS_2 = (
    "https://github.com/huggingface/diffusers/blob/main/src/diffusers/models/transformers/"
    "transformer_ltx2.py"
)
PIPELINE_2 = f"{PIPELINES}/ltx2/pipeline_ltx2.py"
PIPELINE_2_IMAGE = f"{PIPELINES}/ltx2/pipeline_ltx2_image2video.py"
HABIT = Habit(long=True, negative="worst quality, inconsistent motion, blurry, jittery, distorted")
DECODING = {"decode_timestep": 0.05, "decode_noise_scale": 0.025}
"""For VAEs that take the last denoising step themselves (0.9.1 and above)."""


class LtxVideo(StillBackend):
    """LTX-Video 0.9 with 2 billion parameters."""

    spec = BackendSpec(
        name="ltx-video",
        takes="both",
        size_px=(704, 512),
        size_step_px=32,
        size_most_px=(1280, 1280),
        fps=25,
        frames=FrameRule(multiple=8, offset=1, most=257, usual=121),
        text_limit_tokens=128,
        licence="LTX-Video-Open-Weights-0.X",
        needs_gpu=True,
        lora=True,
        memory_bytes=10_000_000_000,
        takes_weights=True,
        sources=(CARD, CODE, DOCS),
    )
    release = Release(
        hub_id="Lightricks/LTX-Video",
        revision="8984fa25007f376c1a299016d0957a37a2f797bb",
        steps=50,
        guidance=3.0,
        scheduler="flow-matching Euler",
        dtype="bfloat16",
        habit=HABIT,
        parameters_m={"transformer": 1920, "text_encoder": 4760},
        published_gb={"group": 10},
        notes_claim="Q8: 720x480x121",
        corrected="right; sizes divisible by 32, 8k+1 frames",
        figures=(
            Figure("size", "704x512 by default", PIPELINE),
            Figure("size", "divisible by 32, best under 1280x720", CARD),
            Figure("length", "121 frames by default, at most 257", SCRIPT),
            Figure("length", "8k+1 frames, best below 257", CARD),
            Figure("rate", "25 frames a second", PIPELINE),
            Figure("steps and guidance", "50, 3", PIPELINE),
            Figure("text", "128 tokens", PIPELINE),
            Figure("memory", "about 10 GB, 8-bit layers and group offload", DOCS),
            Figure("decoding", "timestep 0.05 and noise 0.025 from 0.9.1 on", DOCS),
            Figure("speed", "under 60 s on an RTX 4060, in the Q8 edition", CODE),
            Figure("picture", "the same weights: its latents keep the first frame's place", DOCS),
        ),
    )

    def load(self, loading: Loading) -> Any:
        from diffusers import LTXImageToVideoPipeline, LTXPipeline

        from mongyudo.backends.diffusion.loading import load_parts

        kind = LTXImageToVideoPipeline if loading.options.still else LTXPipeline
        return load_parts(kind, self.spec.name, self.release, loading)

    def arguments(self, pipe: Any, request: Request) -> dict[str, Any]:
        """The rate moves the positions in time; newer VAEs denoise while they decode."""
        given = request.common | {"frame_rate": request.shot.fps}
        return given | (DECODING if pipe.vae.config.timestep_conditioning else {})

    def write_tiny(self, folder: Path, seed: int) -> None:
        from diffusers import (
            AutoencoderKLLTXVideo,
            FlowMatchEulerDiscreteScheduler,
            LTXPipeline,
            LTXVideoTransformer3DModel,
        )

        from mongyudo.backends.diffusion import tiny

        tiny.seeded(seed)
        tokenizer = tiny.t5_tokenizer()
        LTXPipeline(
            tokenizer=tokenizer,
            text_encoder=tiny.t5_encoder(tokenizer),
            vae=AutoencoderKLLTXVideo(
                latent_channels=8,
                block_out_channels=(8, 8, 8, 8),
                decoder_block_out_channels=(8, 8, 8, 8),
                layers_per_block=(1, 1, 1, 1, 1),
                decoder_layers_per_block=(1, 1, 1, 1, 1),
            ),
            transformer=LTXVideoTransformer3DModel(
                in_channels=8,
                out_channels=8,
                num_attention_heads=2,
                attention_head_dim=12,
                cross_attention_dim=24,
                num_layers=2,
                caption_channels=32,
            ),
            scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        ).save_pretrained(folder)


class Ltx2(StillBackend):
    """LTX-2 with 19 billion parameters: pictures and sound at once, of which the sound is dropped.

    The film has its own sound (none), so nothing is lost but the time the sound takes.
    """

    spec = BackendSpec(
        name="ltx-2",
        takes="both",
        size_px=(768, 512),
        size_step_px=32,
        size_most_px=(1536, 1536),
        fps=24,
        frames=FrameRule(multiple=8, offset=1, most=481, usual=121),
        text_limit_tokens=1024,
        licence="LTX-2-Community",
        needs_gpu=True,
        lora=True,
        memory_bytes=37_800_000_000,
        takes_weights=True,
        sources=(CARD_2, CODE_2),
    )
    release = Release(
        hub_id="Lightricks/LTX-2",
        revision="47da56e2ad66ce4125a9922b4a8826bf407f9d0a",
        steps=40,
        guidance=3.0,
        scheduler="flow-matching Euler, dynamic shift",
        dtype="bfloat16",
        habit=HABIT,
        parameters_m={"transformer": 18880},
        figures=(
            Figure("size", "768x512, twice that after a second stage", CODE_2),
            Figure("length and rate", "121 frames at 24 fps", CODE_2),
            Figure("text", "1024 tokens", PIPELINE_2),
            Figure("longest", "positions in time for 20 s", CLASS_2),
            Figure("picture", "the same weights; pressed as H.264 first, CRF 33", PIPELINE_2_IMAGE),
            Figure("steps and guidance", "40, 3.0, block 29 left out for contrast", CODE_2),
            Figure("memory", "the transformer's 16-bit weights alone, counted", CLASS_2),
        ),
        unestablished=("speed",),
    )

    def load(self, loading: Loading) -> Any:
        from diffusers import LTX2ImageToVideoPipeline, LTX2Pipeline
        from diffusers.pipelines.ltx2 import LTX2TextConnectors, LTX2Vocoder

        from mongyudo.backends.diffusion.loading import load_part, load_parts

        # The pipeline's own parts: model_index.json names them by a module of diffusers.
        name, dtype = self.spec.name, loading.dtype
        own = {
            "connectors": load_part(name, LTX2TextConnectors, loading, "connectors", dtype),
            "vocoder": load_part(name, LTX2Vocoder, loading, "vocoder", dtype),
        }
        kind = LTX2ImageToVideoPipeline if loading.options.still else LTX2Pipeline
        return load_parts(kind, name, self.release, loading, **own)

    def arguments(self, pipe: Any, request: Request) -> dict[str, Any]:
        """As LTX-2.0 wants it; diffusers' defaults are those of 2.3."""
        del pipe
        return request.common | {
            "frame_rate": float(request.shot.fps),
            "use_cross_timestep": False,
            "spatio_temporal_guidance_blocks": [29],
        }

    def write_tiny(self, folder: Path, seed: int) -> None:
        from diffusers import FlowMatchEulerDiscreteScheduler, LTX2Pipeline

        from mongyudo.backends.diffusion import tiny

        tiny.seeded(seed)
        tokenizer = tiny.gemma_tokenizer()
        LTX2Pipeline(
            tokenizer=tokenizer,
            text_encoder=tiny.gemma_encoder(tokenizer),
            scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
            **_tiny_pictures(),
            **_tiny_sound(),
        ).save_pretrained(folder)


def _tiny_pictures() -> dict[str, Any]:
    from diffusers import AutoencoderKLLTX2Video, LTX2VideoTransformer3DModel
    from diffusers.pipelines.ltx2 import LTX2TextConnectors

    return {
        "vae": AutoencoderKLLTX2Video(
            latent_channels=8,
            block_out_channels=(8, 8, 8, 8),
            decoder_block_out_channels=(8, 16, 32),
            layers_per_block=(1, 1, 1, 1, 1),
            decoder_layers_per_block=(1, 1, 1, 1),
            decoder_causal=False,
            spatial_compression_ratio=32,
            temporal_compression_ratio=8,
        ),
        "transformer": LTX2VideoTransformer3DModel(
            in_channels=8,
            out_channels=8,
            num_attention_heads=2,
            attention_head_dim=12,
            cross_attention_dim=24,
            audio_in_channels=8,
            audio_out_channels=8,
            audio_num_attention_heads=2,
            audio_attention_head_dim=8,
            audio_cross_attention_dim=16,
            num_layers=2,
            caption_channels=32,
        ),
        "connectors": LTX2TextConnectors(
            caption_channels=32,
            text_proj_in_factor=3,
            video_connector_num_attention_heads=2,
            video_connector_attention_head_dim=16,
            video_connector_num_layers=1,
            video_connector_num_learnable_registers=8,
            audio_connector_num_attention_heads=2,
            audio_connector_attention_head_dim=16,
            audio_connector_num_layers=1,
            audio_connector_num_learnable_registers=8,
        ),
    }


def _tiny_sound() -> dict[str, Any]:
    from diffusers import AutoencoderKLLTX2Audio
    from diffusers.pipelines.ltx2 import LTX2Vocoder

    return {
        "audio_vae": AutoencoderKLLTX2Audio(
            base_channels=8, ch_mult=(1, 1, 1), num_res_blocks=1, latent_channels=2, mel_bins=16
        ),
        "vocoder": LTX2Vocoder(
            in_channels=32,
            hidden_channels=32,
            upsample_kernel_sizes=[4, 4],
            upsample_factors=[2, 2],
            resnet_kernel_sizes=[3],
            resnet_dilations=[[1]],
        ),
    }
