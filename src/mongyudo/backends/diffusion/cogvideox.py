"""CogVideoX-2b: text to video at 720x480, English prompts, T5 text."""

from pathlib import Path
from typing import Any

from mongyudo.backends.contract import BackendSpec, FrameRule
from mongyudo.backends.diffusion.backend import DiffusionBackend, Loading
from mongyudo.backends.diffusion.release import Figure, Habit, Release

CARD = "https://huggingface.co/THUDM/CogVideoX-2b"
CODE = "https://github.com/zai-org/CogVideo"
T5 = "https://huggingface.co/google/t5-v1_1-xxl"


class CogVideoXSmall(DiffusionBackend):
    """CogVideoX with 2 billion parameters.

    The publishers' 4 GB need layers moved one by one, three to four times slower, which the ladder
    of memory options leaves out; under "offload" the text encoder must lie on the GPU whole.
    """

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
        memory_bytes=9_520_000_000,
        takes_weights=True,
        sources=(CARD, CODE),
    )
    release = Release(
        hub_id="THUDM/CogVideoX-2b",
        steps=50,
        guidance=6.0,
        scheduler="DDIM of CogVideoX, v-prediction",
        dtype="float16",
        habit=Habit(long=True),
        parameters_m={"transformer": 1690, "text_encoder": 4760},
        published_s={"A100": 90, "H100": 45},
        notes_claim="768x512, 8 fps, up to 6 s",
        corrected="720x480 only, 49 frames at 8 fps, English prompts",
        figures=(
            Figure("size", "720x480, no other", CARD),
            Figure("length", "49 frames at 8 fps: 6 s", CARD),
            Figure("text", "226 tokens, English", CARD),
            Figure("steps and guidance", "50, 6", CARD),
            Figure("memory", "from 4 GB with sequential offload and tiling", CODE),
            Figure("memory", "the text encoder's 16-bit weights alone, counted", T5),
            Figure("speed", "about 90 s on one A100, 45 s on one H100", CARD),
        ),
    )

    def load(self, loading: Loading) -> Any:
        from diffusers import CogVideoXPipeline

        from mongyudo.backends.diffusion.loading import load_parts

        return load_parts(CogVideoXPipeline, self.spec.name, self.release, loading)

    def write_tiny(self, folder: Path, seed: int) -> None:
        from diffusers import (
            AutoencoderKLCogVideoX,
            CogVideoXDDIMScheduler,
            CogVideoXPipeline,
            CogVideoXTransformer3DModel,
        )

        from mongyudo.backends.diffusion import tiny

        tiny.seeded(seed)
        tokenizer = tiny.t5_tokenizer()
        CogVideoXPipeline(
            tokenizer=tokenizer,
            text_encoder=tiny.t5_encoder(tokenizer),
            vae=AutoencoderKLCogVideoX(
                block_out_channels=(8, 8, 8, 8), layers_per_block=1, norm_num_groups=2
            ),
            transformer=CogVideoXTransformer3DModel(
                num_attention_heads=2,
                attention_head_dim=16,
                text_embed_dim=32,
                time_embed_dim=8,
                num_layers=2,
            ),
            scheduler=CogVideoXDDIMScheduler(
                prediction_type="v_prediction",
                rescale_betas_zero_snr=True,
                snr_shift_scale=3.0,
                timestep_spacing="trailing",
                set_alpha_to_one=True,
            ),
        ).save_pretrained(folder)
