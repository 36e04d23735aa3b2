"""Stable Video Diffusion: sets a picture in motion; takes no text."""

import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from mongyudo.backends.contract import (
    BackendSpec,
    FrameRule,
    Options,
    Progress,
    Rendering,
    unheard,
)
from mongyudo.backends.diffusion.backend import Loading, Request
from mongyudo.backends.diffusion.release import PIPELINES, Figure, Release
from mongyudo.backends.diffusion.stills import StillBackend, StillSession
from mongyudo.records import Shot

CARD = "https://huggingface.co/stabilityai/stable-video-diffusion-img2vid"
XT_CARD = "https://huggingface.co/stabilityai/stable-video-diffusion-img2vid-xt"
GUIDE = "https://huggingface.co/docs/diffusers/using-diffusers/svd"
PIPELINE = f"{PIPELINES}/stable_video_diffusion/pipeline_stable_video_diffusion.py"
MOTION_BUCKET = 127
NOISE_AUG = 0.02
FIRST_GUIDANCE = 1.0
"""At the first frame; from there it rises evenly to the release's at the last."""
DECODE_CHUNK = 8
"""Frames decoded at once."""


def _spec(name: str, card: str, frames: int) -> BackendSpec:
    return BackendSpec(
        name=name,
        takes="image",
        size_px=(1024, 576),
        size_step_px=8,
        size_most_px=(1024, 1024),
        fps=7,
        frames=FrameRule(multiple=frames, most=frames, usual=frames),
        text_limit_tokens=None,
        licence="Stability AI Community",
        needs_gpu=True,
        lora=True,
        memory_bytes=8_000_000_000,
        takes_weights=True,
        sources=(card, GUIDE),
    )


def _release(hub_id: str, revision: str, card: str, frames: int) -> Release:
    return Release(
        hub_id=hub_id,
        revision=revision,
        steps=25,
        guidance=3.0,
        scheduler="Euler, v-prediction (EDM)",
        dtype="float16",
        parameters_m={"unet": 1525, "image_encoder": 632, "vae": 98},
        published_gb={"offload": 8},
        notes_claim="512x512 best",
        corrected="takes a picture and no text; trained at 1024x576, 14 frames, or 25 (XT), 7 fps",
        figures=(
            Figure("memory", "under 8 GB with offload and decoding in chunks of 8", GUIDE),
            Figure("size and length", f"trained on {frames} frames at 1024x576", card),
            Figure("rate", "7 frames a second", PIPELINE),
            Figure("steps and guidance", "25, 1.0 rising to 3.0", PIPELINE),
        ),
        unestablished=("speed",),
    )


class Svd(StillBackend):
    """Stable Video Diffusion, 14 frames."""

    spec = _spec("svd", CARD, 14)
    release = _release(
        "stabilityai/stable-video-diffusion-img2vid",
        "9cf024d5bfa8f56622af86c884f26a52f6676f2e",
        CARD,
        14,
    )
    denoisers = ("unet",)

    def session(self, options: Options) -> "SvdSession":
        return SvdSession(self, self.settled(options))

    def load(self, loading: Loading) -> Any:
        from diffusers import StableVideoDiffusionPipeline

        from mongyudo.backends.diffusion.loading import load_part, load_parts
        from mongyudo.backends.diffusion.svd_model import AdaptedSvdUNet

        name = self.spec.name
        unet = load_part(name, AdaptedSvdUNet, loading, "unet", loading.dtype)
        return load_parts(StableVideoDiffusionPipeline, name, self.release, loading, unet=unet)

    def arguments(self, pipe: Any, request: Request) -> dict[str, Any]:
        """Guidance rises from frame to frame; there are no words."""
        del pipe
        given = request.common
        for of_words in ("prompt", "negative_prompt", "guidance_scale"):
            del given[of_words]
        return given | {
            "min_guidance_scale": FIRST_GUIDANCE,
            "max_guidance_scale": request.guidance,
            "fps": self.spec.fps,
            "motion_bucket_id": MOTION_BUCKET,
            "noise_aug_strength": NOISE_AUG,
            "decode_chunk_size": DECODE_CHUNK,
        }

    def count_tokens(self, pipe: Any, text: str) -> int:
        """None: the model reads nothing."""
        del pipe, text
        return 0

    def write_tiny(self, folder: Path, seed: int) -> None:
        from diffusers import (
            AutoencoderKLTemporalDecoder,
            EulerDiscreteScheduler,
            StableVideoDiffusionPipeline,
            UNetSpatioTemporalConditionModel,
        )
        from transformers import CLIPVisionModelWithProjection

        from mongyudo.backends.diffusion import tiny
        from mongyudo.backends.diffusion.unet3d import vivid

        tiny.seeded(seed)
        StableVideoDiffusionPipeline(
            vae=vivid(
                AutoencoderKLTemporalDecoder(
                    block_out_channels=(32, 32, 32, 32),
                    down_block_types=("DownEncoderBlock2D",) * 4,
                    latent_channels=4,
                    layers_per_block=1,
                )
            ),
            image_encoder=CLIPVisionModelWithProjection(tiny.clip_eye()).eval(),
            unet=UNetSpatioTemporalConditionModel(
                block_out_channels=(32, 32),
                down_block_types=(
                    "CrossAttnDownBlockSpatioTemporal",
                    "DownBlockSpatioTemporal",
                ),
                up_block_types=("UpBlockSpatioTemporal", "CrossAttnUpBlockSpatioTemporal"),
                addition_time_embed_dim=8,
                projection_class_embeddings_input_dim=24,
                layers_per_block=1,
                cross_attention_dim=32,
                num_attention_heads=(2, 2),
                num_frames=self.spec.frames.usual,
            ),
            scheduler=EulerDiscreteScheduler(
                beta_start=0.00085,
                beta_end=0.012,
                beta_schedule="scaled_linear",
                prediction_type="v_prediction",
                use_karras_sigmas=True,
                sigma_min=0.002,
                sigma_max=700.0,
                timestep_spacing="leading",
                timestep_type="continuous",
                steps_offset=1,
            ),
            feature_extractor=tiny.clip_processor(),
        ).save_pretrained(folder)


class SvdXt(Svd):
    """Stable Video Diffusion XT, 25 frames."""

    spec = _spec("svd-xt", XT_CARD, 25)
    release = _release(
        "stabilityai/stable-video-diffusion-img2vid-xt",
        "9e43909513c6714f1bc78bcb44d96e733cd242aa",
        XT_CARD,
        25,
    )


class SvdSession(StillSession):
    """As every session that begins with a still, but without a prompt to tell of."""

    def render(
        self, shot: Shot, cancelled: Callable[[], bool], progress: Progress = unheard, /
    ) -> Rendering:
        """All frames of `shot`; raises RenderCancelledError once `cancelled()` is true."""
        with warnings.catch_warnings():
            # diffusers' Euler hands a tensor to numpy in a way that numpy 2 gives up.
            warnings.simplefilter("ignore", DeprecationWarning)
            return replace(super().render(shot, cancelled, progress), prompt="")
