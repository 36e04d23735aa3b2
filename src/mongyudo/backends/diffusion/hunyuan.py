"""HunyuanVideo: from text, or from a picture; Llama and CLIP text. Not for South Korea."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from mongyudo.backends.contract import BackendSpec, FrameRule
from mongyudo.backends.diffusion.backend import DiffusionBackend, Loading, Request
from mongyudo.backends.diffusion.release import PIPELINES, Figure, Habit, Release
from mongyudo.backends.diffusion.stills import StillBackend

CARD = "https://huggingface.co/hunyuanvideo-community/HunyuanVideo"
CODE = "https://github.com/Tencent-Hunyuan/HunyuanVideo"
TERMS = "https://github.com/Tencent-Hunyuan/HunyuanVideo/blob/main/LICENSE.txt"
LICENCE = "Tencent-Hunyuan-Community"
GATE = (
    "the Tencent Hunyuan Community licence does not hold in South Korea, the European Union and "
    f"the United Kingdom: its weights may not be used there ({TERMS})"
)
CARD_IMAGE = "https://huggingface.co/hunyuanvideo-community/HunyuanVideo-I2V"
CODE_IMAGE = "https://github.com/Tencent-Hunyuan/HunyuanVideo-I2V"
PIPELINE = f"{PIPELINES}/hunyuan_video/pipeline_hunyuan_video.py"
PIPELINE_IMAGE = f"{PIPELINES}/hunyuan_video/pipeline_hunyuan_video_image2video.py"
NAMED = "LlamaTokenizerFast"
"""The tokenizer's class by the published folder."""
IMAGE_MARK = "<image>"
"""Where Llava's prompt holds the picture."""


class Hunyuan(DiffusionBackend):
    """HunyuanVideo, with 13 billion parameters."""

    spec = BackendSpec(
        name="hunyuanvideo",
        takes="text",
        size_px=(1280, 720),
        size_step_px=16,
        size_most_px=(1280, 1280),
        fps=24,
        frames=FrameRule(multiple=4, offset=1, most=129, usual=129),
        text_limit_tokens=256,
        licence=LICENCE,
        needs_gpu=True,
        lora=True,
        memory_bytes=60_000_000_000,
        takes_weights=True,
        licence_gate=GATE,
        sources=(CARD, CODE, TERMS),
    )
    release = Release(
        hub_id="hunyuanvideo-community/HunyuanVideo",
        revision="e8c2aaa66fe3742a32c11a6766aecbf07c56e773",
        steps=50,
        guidance=6.0,
        scheduler="flow-matching Euler, shift 7",
        dtype="bfloat16",
        # Guidance is an input of this model: it takes no negative prompt.
        habit=Habit(long=True),
        parameters_m={"transformer": 12820, "text_encoder": 7500, "text_encoder_2": 123},
        published_gb={"plain": 60, "4bit": 14},
        published_s={"H100": 1904},
        notes_claim="(VideoTuna) 720x480, 129 frames, 5.4 s",
        corrected="1280x720 or 960x544, 129 frames: 5.4 s at 24 fps",
        figures=(
            Figure("size and length", "1280x720 or 960x544, 129 frames", CODE),
            Figure("rate", "24 frames a second", CODE),
            Figure("text", "256 tokens of Llama, 77 of CLIP", PIPELINE),
            Figure("memory", "60 GB at 1280x720x129, 45 GB at 960x544x129", CODE),
            Figure("memory", "about 14 GB in nf4", CARD),
            Figure("speed", "1,904 s on one H100", CODE),
            Figure("steps, guidance and shift", "50, 6.0, 7", CODE),
            Figure("territory", "not South Korea, European Union, United Kingdom", TERMS),
        ),
    )

    def load(self, loading: Loading) -> Any:
        from diffusers import HunyuanVideoPipeline

        return self.load_as(HunyuanVideoPipeline, loading)

    def load_as(self, kind: type[Any], loading: Loading) -> Any:
        """A pipeline of class `kind`, with a tokenizer that keeps all letters."""
        from transformers import PreTrainedTokenizerFast

        from mongyudo.backends.diffusion.loading import load_parts

        # The class that the folder names loses all letters that are not Latin, without a word.
        words = PreTrainedTokenizerFast.from_pretrained(loading.weights.folder / "tokenizer")
        return load_parts(kind, self.spec.name, self.release, loading, tokenizer=words)

    def arguments(self, pipe: Any, request: Request) -> dict[str, Any]:
        """Without a negative prompt: two runs a step would be needed for it."""
        given = super().arguments(pipe, request)
        del given["negative_prompt"]
        return given

    def count_tokens(self, pipe: Any, text: str) -> int:
        """The text and the mark that ends it; what stands before it is cut off again."""
        return len(pipe.tokenizer(text, add_special_tokens=False).input_ids) + 1

    def write_tiny(self, folder: Path, seed: int) -> None:
        from diffusers import HunyuanVideoPipeline
        from diffusers.pipelines.hunyuan_video import pipeline_hunyuan_video as made

        from mongyudo.backends.diffusion import tiny

        tiny.seeded(seed)
        words = tiny.llama_tokenizer(f"{tiny.WORDS} {made.DEFAULT_PROMPT_TEMPLATE['template']}")
        HunyuanVideoPipeline(
            tokenizer=words,
            text_encoder=tiny.llama_encoder(words),
            transformer=_tiny_transformer(),
            **_tiny_parts(folder),
        ).save_pretrained(folder)
        _name_tokenizer(folder)


class HunyuanImage(StillBackend, Hunyuan):
    """HunyuanVideo-I2V: the still takes the place of the first frame, and Llava looks at it."""

    spec = replace(
        Hunyuan.spec,
        name="hunyuanvideo-i2v",
        takes="image",
        sources=(CARD_IMAGE, CODE_IMAGE, TERMS),
    )
    release = Release(
        hub_id="hunyuanvideo-community/HunyuanVideo-I2V",
        steps=50,
        guidance=6.0,
        scheduler="flow-matching Euler, shift 7",
        dtype="bfloat16",
        habit=Habit(),
        parameters_m={"transformer": 12821, "text_encoder": 8355, "text_encoder_2": 123},
        published_gb={"offload": 60},
        figures=(
            Figure("size and length", "1280x720, 129 frames", PIPELINE_IMAGE),
            Figure("text", "256 tokens", PIPELINE_IMAGE),
            Figure("memory", "60 GB at 720p, with offload in the command", CODE_IMAGE),
            Figure("steps, guidance and shift", "50, 6.0, 7 (stable) or 17 (lively)", CODE_IMAGE),
            Figure("prompts", "short: long ones make needless cuts", CODE_IMAGE),
            Figure("picture", "its latents keep the first frame's place", PIPELINE_IMAGE),
            Figure("territory", "not South Korea, European Union, United Kingdom", TERMS),
        ),
        unestablished=("rate", "speed"),
    )

    def load(self, loading: Loading) -> Any:
        from diffusers import HunyuanVideoImageToVideoPipeline

        return self.load_as(HunyuanVideoImageToVideoPipeline, loading)

    def write_tiny(self, folder: Path, seed: int) -> None:
        from diffusers import HunyuanVideoImageToVideoPipeline
        from diffusers.pipelines.hunyuan_video import pipeline_hunyuan_video_image2video as made

        from mongyudo.backends.diffusion import tiny

        tiny.seeded(seed)
        template = made.DEFAULT_PROMPT_TEMPLATE["template"]
        words = tiny.llama_tokenizer(f"{tiny.WORDS} {template}", marks=(IMAGE_MARK,))
        HunyuanVideoImageToVideoPipeline(
            tokenizer=words,
            text_encoder=tiny.llava_encoder(words, IMAGE_MARK),
            image_processor=tiny.clip_processor(tiny.LLAVA_SIDE_PX),
            transformer=_tiny_transformer(image_condition_type="token_replace"),
            **_tiny_parts(folder),
        ).save_pretrained(folder)
        _name_tokenizer(folder)


def _tiny_parts(folder: Path) -> dict[str, Any]:
    from diffusers import AutoencoderKLHunyuanVideo, FlowMatchEulerDiscreteScheduler

    from mongyudo.backends.diffusion import tiny

    clip_words = tiny.clip_tokenizer(folder / "tokenizer_2")
    return {
        "tokenizer_2": clip_words,
        "text_encoder_2": tiny.clip_encoder(clip_words),
        "vae": AutoencoderKLHunyuanVideo(
            block_out_channels=(8, 8, 8, 8), layers_per_block=1, norm_num_groups=4
        ),
        "scheduler": FlowMatchEulerDiscreteScheduler(shift=7.0),
    }


def _tiny_transformer(**more: Any) -> Any:
    from diffusers import HunyuanVideoTransformer3DModel

    return HunyuanVideoTransformer3DModel(
        num_attention_heads=2,
        attention_head_dim=12,
        num_layers=1,
        num_single_layers=1,
        num_refiner_layers=1,
        text_embed_dim=32,
        pooled_projection_dim=32,
        rope_axes_dim=(4, 4, 4),
        **more,
    )


def _name_tokenizer(folder: Path) -> None:
    """Name the class that the release names, the broken one, so that tests meet it."""
    config = folder / "tokenizer" / "tokenizer_config.json"
    values = json.loads(config.read_text(encoding="utf-8")) | {"tokenizer_class": NAMED}
    config.write_text(json.dumps(values), encoding="utf-8")
    index = folder / "model_index.json"
    values = json.loads(index.read_text(encoding="utf-8")) | {"tokenizer": ["transformers", NAMED]}
    index.write_text(json.dumps(values), encoding="utf-8")
