"""CogVideoX: 2b from text, 5b from a picture; 720x480, English prompts, T5 text."""

from pathlib import Path
from typing import Any

from mongyudo.backends.contract import BackendSpec, FrameRule
from mongyudo.backends.diffusion.backend import DiffusionBackend, Loading, Request
from mongyudo.backends.diffusion.frames import covering
from mongyudo.backends.diffusion.release import Figure, Habit, Release
from mongyudo.backends.diffusion.stills import StillBackend

CARD = "https://huggingface.co/THUDM/CogVideoX-2b"
CODE = "https://github.com/zai-org/CogVideo"
PEAKS = "https://github.com/huggingface/diffusers/pull/9203"
CARD_IMAGE = "https://huggingface.co/THUDM/CogVideoX-5b-I2V"
TERMS = "https://huggingface.co/THUDM/CogVideoX-5b/blob/main/LICENSE"
CLASS = (
    "https://github.com/huggingface/diffusers/blob/main/src/diffusers/models/transformers/"
    "cogvideox_transformer_3d.py"
)


class CogVideoXSmall(DiffusionBackend):
    """CogVideoX with 2 billion parameters."""

    spec = BackendSpec(
        name="cogvideox-2b",
        takes="text",
        size_px=(720, 480),
        size_step_px=16,
        size_most_px=(720, 480),
        fps=8,
        frames=FrameRule(multiple=8, offset=1, most=49, usual=49),
        text_limit_tokens=226,
        licence="Apache-2.0",
        needs_gpu=True,
        lora=True,
        memory_bytes=11_000_000_000,
        takes_weights=True,
        sources=(CARD, CODE, PEAKS),
    )
    release = Release(
        hub_id="THUDM/CogVideoX-2b",
        revision="1137dacfc2c9c012bed6a0793f4ecf2ca8e7ba01",
        steps=50,
        guidance=6.0,
        scheduler="DDIM of CogVideoX, v-prediction",
        dtype="float16",
        habit=Habit(long=True),
        parameters_m={"transformer": 1690, "text_encoder": 4760},
        published_gb={"plain": 33, "offload": 11, "sequential": 4},
        published_s={"A100": 90, "H100": 45},
        notes_claim="768x512, 8 fps, up to 6 s",
        corrected="720x480 only, 49 frames at 8 fps, English prompts",
        figures=(
            Figure("size", "720x480, no other", CARD),
            Figure("length and rate", "49 frames at 8 fps: 6 s", CARD),
            Figure("text", "226 tokens, English", CARD),
            Figure("steps and guidance", "50, 6", CARD),
            Figure("memory", "from 4 GB with sequential offload and tiling", CODE),
            Figure(
                "memory", "33 GB; 11 GB with offload and tiling; under 4 GB layer by layer", PEAKS
            ),
            Figure("speed", "about 90 s on one A100, 45 s on one H100", CARD),
        ),
    )

    def load(self, loading: Loading) -> Any:
        from diffusers import CogVideoXPipeline

        from mongyudo.backends.diffusion.loading import load_parts

        return load_parts(CogVideoXPipeline, self.spec.name, self.release, loading)

    def write_tiny(self, folder: Path, seed: int) -> None:
        from diffusers import CogVideoXPipeline

        from mongyudo.backends.diffusion import tiny

        tiny.seeded(seed)
        CogVideoXPipeline(
            **_tiny_words(), vae=_tiny_vae(), transformer=_tiny_transformer(16)
        ).save_pretrained(folder)


class CogVideoXImage(StillBackend):
    """CogVideoX with 5 billion parameters, from a picture and a text.

    Its positions were learned for one size and one length. diffusers refuses another size, and for
    another length puts in positions that were not learned, without a word.
    """

    spec = BackendSpec(
        name="cogvideox-5b-i2v",
        takes="image",
        size_px=(720, 480),
        size_step_px=16,
        size_most_px=(720, 480),
        fps=8,
        frames=FrameRule(multiple=49, most=49, usual=49),
        text_limit_tokens=226,
        licence="CogVideoX, commercial use only once registered",
        needs_gpu=True,
        lora=True,
        memory_bytes=11_140_000_000,
        takes_weights=True,
        non_commercial=True,
        sources=(CARD_IMAGE, CODE, TERMS),
    )
    release = Release(
        hub_id="THUDM/CogVideoX-5b-I2V",
        revision="c5c783ca1606069b9996dc56f207cc2e681691ed",
        steps=50,
        guidance=6.0,
        scheduler="DDIM of CogVideoX, v-prediction",
        dtype="bfloat16",
        habit=Habit(long=True),
        parameters_m={"transformer": 5570, "text_encoder": 4760},
        published_gb={"sequential": 5},
        published_s={"A100": 180, "H100": 90},
        figures=(
            Figure("size", "720x480, no other", CODE),
            Figure(
                "length and rate", "49 frames at 8 fps: 6 s; positions learned for these", CLASS
            ),
            Figure("text", "226 tokens, English", CODE),
            Figure("steps and guidance", "50, 6", CARD_IMAGE),
            Figure("memory", "from 5 GB with sequential offload and tiling", CODE),
            Figure("memory", "the transformer's 16-bit weights alone, counted", CLASS),
            Figure("speed", "about 180 s on one A100, 90 s on one H100", CODE),
            Figure("terms", "CogVideoX's own licence, not Apache as the 2b", TERMS),
        ),
    )

    def load(self, loading: Loading) -> Any:
        from diffusers import CogVideoXImageToVideoPipeline

        from mongyudo.backends.diffusion.loading import load_parts

        return load_parts(CogVideoXImageToVideoPipeline, self.spec.name, self.release, loading)

    def arguments(self, pipe: Any, request: Request) -> dict[str, Any]:
        """In the weights' own size, whatever is asked for."""
        config, factor = pipe.transformer.config, pipe.vae_scale_factor_spatial
        width, height = config.sample_width * factor, config.sample_height * factor
        given = super().arguments(pipe, request) | {"width": width, "height": height}
        if request.still is not None:
            given["image"] = covering(request.still, (width, height))
        return given

    def write_tiny(self, folder: Path, seed: int) -> None:
        from diffusers import CogVideoXImageToVideoPipeline

        from mongyudo.backends.diffusion import tiny

        tiny.seeded(seed)
        CogVideoXImageToVideoPipeline(
            **_tiny_words(),
            vae=_tiny_vae(scaling_factor=0.7, invert_scale_latents=True),
            transformer=_tiny_transformer(
                32,
                sample_width=8,
                sample_height=6,
                use_rotary_positional_embeddings=True,
                use_learned_positional_embeddings=True,
            ),
        ).save_pretrained(folder)


def _tiny_words() -> dict[str, Any]:
    from diffusers import CogVideoXDDIMScheduler

    from mongyudo.backends.diffusion import tiny

    tokenizer = tiny.t5_tokenizer()
    return {
        "tokenizer": tokenizer,
        "text_encoder": tiny.t5_encoder(tokenizer),
        "scheduler": CogVideoXDDIMScheduler(
            prediction_type="v_prediction",
            rescale_betas_zero_snr=True,
            snr_shift_scale=3.0,
            timestep_spacing="trailing",
            set_alpha_to_one=True,
        ),
    }


def _tiny_vae(**more: Any) -> Any:
    from diffusers import AutoencoderKLCogVideoX

    return AutoencoderKLCogVideoX(
        block_out_channels=(8, 8, 8, 8), layers_per_block=1, norm_num_groups=2, **more
    )


def _tiny_transformer(channels: int, **more: Any) -> Any:
    from diffusers import CogVideoXTransformer3DModel

    return CogVideoXTransformer3DModel(
        in_channels=channels,
        num_attention_heads=2,
        attention_head_dim=16,
        text_embed_dim=32,
        time_embed_dim=8,
        num_layers=2,
        **more,
    )
