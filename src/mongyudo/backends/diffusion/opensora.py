"""Open-Sora v2: text or picture to video on a Flux transformer, with HunyuanVideo's VAE."""

import shlex
from dataclasses import replace
from pathlib import Path
from typing import Any

from mongyudo.backends.contract import BackendSpec, FrameRule, Options
from mongyudo.backends.diffusion.backend import Loading, Request
from mongyudo.backends.diffusion.hub import INDEX, Missing, Weights
from mongyudo.backends.diffusion.hunyuan import LICENCE as VAE_LICENCE
from mongyudo.backends.diffusion.hunyuan import TERMS
from mongyudo.backends.diffusion.release import Figure, Habit, Release
from mongyudo.backends.diffusion.stills import StillBackend
from mongyudo.backends.diffusion.weights import header_of
from mongyudo.errors import BackendError

CARD = "https://huggingface.co/hpcai-tech/Open-Sora-v2"
CODE = "https://github.com/hpcaitech/Open-Sora"
CONFIG = f"{CODE}/blob/main/configs/diffusion/inference/256px.py"
ASPECTS = f"{CODE}/blob/main/opensora/datasets/aspect.py"
SAMPLING = f"{CODE}/blob/main/opensora/utils/sampling.py"
SCRIPT = f"{CODE}/blob/main/scripts/diffusion/inference.py"
GATE = (
    "its VAE is HunyuanVideo's, whose licence does not hold in South Korea, the European Union "
    f"and the United Kingdom ({TERMS})"
)
TRANSFORMER, VAE = "Open_Sora_v2.safetensors", "hunyuan_vae.safetensors"
T5, CLIP = "google/t5-v1_1-xxl", "openai/clip-vit-large-patch14"
"""Files and folders of the release."""
NEEDED = (
    TRANSFORMER,
    VAE,
    *(f"{words}/*.{kind}" for words in (T5, CLIP) for kind in ("json", "txt", "model")),
    *(f"{words}/*.{kind}" for words in (T5, CLIP) for kind in ("safetensors", "bin")),
)
"""Beside them the release holds two files of FLUX.1, 24 GB, by which its own script
paints first frames."""


class OpenSora(StillBackend):
    """Open-Sora v2, with 11 billion parameters: 256px as here by default, or 768px."""

    spec = BackendSpec(
        name="open-sora-v2",
        takes="both",
        size_px=(336, 192),
        size_step_px=16,
        size_most_px=(1024, 1024),
        fps=24,
        frames=FrameRule(multiple=4, offset=1, most=129, usual=129),
        text_limit_tokens=512,
        licence=VAE_LICENCE,
        needs_gpu=True,
        lora=True,
        memory_bytes=52_500_000_000,
        takes_weights=True,
        licence_gate=GATE,
        sources=(CARD, CODE, CONFIG, TERMS),
    )
    release = Release(
        hub_id="hpcai-tech/Open-Sora-v2",
        landmark=TRANSFORMER,
        files=NEEDED,
        steps=50,
        guidance=7.5,
        scheduler="flow-matching Euler, shift by tokens and frames",
        dtype="bfloat16",
        # What the publishers' script adds to every prompt that it films, in this order.
        habit=Habit(long=True, suffix=" 24 FPS. 4 motion score."),
        parameters_m={"transformer": 11890, "text_encoder": 4760, "text_encoder_2": 123},
        published_gb={"plain": 52.5},
        published_s={"H100": 60},
        notes_claim="480P, 720P, 853x480",
        corrected="256px (such as 336x192) or 768px (such as 1024x576), 4k+1 frames up to 129",
        figures=(
            Figure("memory", "52.5 GB at 256px (--offload True), 60.3 GB at 768px, one H100", CODE),
            Figure("speed", "60 s at 256px, 1,656 s at 768px, on one H100", CODE),
            Figure("size", "16:9 of 256px: 336x192; of 768px: 1024x576", ASPECTS),
            Figure("length and rate", "129 frames at 24 fps", CONFIG),
            Figure("text", "512 tokens of T5, 77 of CLIP", CONFIG),
            Figure("steps and guidance", "50; text 7.5, image 3.0", CONFIG),
            Figure(
                "picture", "its guidance rises over the clip and falls over the steps", SAMPLING
            ),
            Figure("end of every prompt", "24 FPS. 4 motion score.", SCRIPT),
            Figure("terms of code and transformer", "Apache-2.0", CARD),
            Figure("territory of the VAE", "not South Korea, European Union, UK", TERMS),
        ),
    )

    def load(self, loading: Loading) -> Any:
        from mongyudo.backends.diffusion.loading import load_parts
        from mongyudo.backends.diffusion.opensora_pipeline import OpenSoraPipeline

        pipe = load_parts(OpenSoraPipeline, self.spec.name, self.release, loading)
        # As published: pieces of 256 by 256 px, each over the whole length. diffusers would cut the
        # length into pieces of 16 frames; that spares memory and gives another film.
        pipe.vae.enable_tiling()
        pipe.vae.use_framewise_encoding = loading.memory.tiling
        pipe.vae.use_framewise_decoding = loading.memory.tiling
        return pipe

    def arguments(self, pipe: Any, request: Request) -> dict[str, Any]:
        """Our own pipeline takes the request as a whole."""
        del pipe
        return {"request": request}

    def locate(self, options: Options) -> Weights | Missing:
        """As ever; a release that is not converted yet counts as missing, with the command."""
        found = super().locate(options)
        if isinstance(found, Missing):
            if options.weights.partition("@")[0] not in ("", self.release.hub_id):
                return found
            fetch = f"Run `mongyudo backends download {self.spec.name}`, or give a converted folder"
            return replace(found, remedy=f"{fetch} with --weights.")
        whole = (found.folder / INDEX).exists() or not (found.folder / TRANSFORMER).exists()
        return found if whole else _unconverted(found.folder)

    def convert(self, checkpoint: Path, folder: Path) -> None:
        """The release in the folder `checkpoint` -> diffusers' layout in `folder`.

        Raises BackendError when a file is absent or broken, or a tensor is not known.
        """
        absent = [n for n in (TRANSFORMER, VAE, T5, CLIP) if not (checkpoint / n).exists()]
        if absent:
            raise BackendError(
                f"{self.spec.name}: {checkpoint} lacks {', '.join(absent)}. Give the folder of the "
                f"release, as downloaded from {CARD}."
            )
        parts = _parts_of(checkpoint, self.spec.name)
        _pipeline(parts, *_texts_of(checkpoint, self.spec.name)).save_pretrained(folder)

    def write_tiny(self, folder: Path, seed: int) -> None:
        """A tiny release in its own names, and beside it what `convert` makes of it."""
        from mongyudo.backends.diffusion.opensora_tiny import write_release

        write_release(folder, seed)
        self.convert(folder, folder)


def _convert(release: Path | str) -> str:
    return f"run `mongyudo backends convert open-sora-v2 {shlex.quote(str(release))} -o DIR`."


def _unconverted(folder: Path) -> Missing:
    return Missing(
        f"{folder} holds the release as published and not converted yet",
        f"First {_convert(folder)} Then film with --weights DIR.",
    )


def _parts_of(checkpoint: Path, name: str) -> tuple[Any, Any]:
    """The transformer and the VAE, every tensor in its place and its own format.

    Both are built without memory and take the tensors as they are: to build the transformer in 32
    bits first would need 48 GB more.
    """
    import torch
    from diffusers import AutoencoderKLHunyuanVideo, FluxTransformer2DModel

    from mongyudo.backends.diffusion import opensora_convert as names

    given, vae_given = _tensors(checkpoint / TRANSFORMER), _tensors(checkpoint / VAE)
    try:
        with torch.device("meta"):
            transformer = FluxTransformer2DModel(**names.config_of(given))
            vae = AutoencoderKLHunyuanVideo(**names.vae_config_of(vae_given))
        transformer.load_state_dict(names.converted(given), assign=True)
        vae.load_state_dict(vae_given, assign=True)
    except (KeyError, RuntimeError, ValueError) as error:
        raise BackendError(
            f"{name}: {checkpoint} is no release of Open-Sora v2: {error}"
        ) from error
    return transformer, vae


def _tensors(file: Path) -> dict[str, Any]:
    """All tensors of a safetensors file; raises BackendError when it is not whole."""
    from safetensors.torch import load_file

    header_of(file)
    tensors: dict[str, Any] = load_file(file)
    return tensors


def _texts_of(checkpoint: Path, name: str) -> tuple[Any, Any, Any, Any]:
    """Tokenizer and encoder of T5 and of CLIP."""
    from transformers import AutoTokenizer, CLIPTextModel, T5EncoderModel

    found: list[Any] = []
    for part, kind in ((T5, T5EncoderModel), (CLIP, CLIPTextModel)):
        try:
            found.append(AutoTokenizer.from_pretrained(checkpoint / part, local_files_only=True))
            found.append(_encoder(checkpoint / part, kind))
        except (OSError, ValueError, RuntimeError, KeyError) as error:
            raise BackendError(f"{name}: {checkpoint / part} cannot be loaded: {error}") from error
    words, t5, clip_words, clip = found
    return words, t5, clip_words, clip


def _encoder(folder: Path, kind: Any) -> Any:
    """A text encoder with all its tensors. Files may hold more: T5's decoder, CLIP's eyes."""
    model, info = kind.from_pretrained(folder, local_files_only=True, output_loading_info=True)
    for fault in ("missing_keys", "mismatched_keys", "error_msgs"):
        if info.get(fault):
            told = ", ".join(sorted(map(str, info[fault]))[:3])
            raise ValueError(f"its {fault.replace('_', ' ')}: {told}")
    return model


def _pipeline(parts: tuple[Any, Any], words: Any, t5: Any, clip_words: Any, clip: Any) -> Any:
    from diffusers import FlowMatchEulerDiscreteScheduler

    from mongyudo.backends.diffusion.opensora_pipeline import OpenSoraPipeline

    transformer, vae = parts
    return OpenSoraPipeline(
        vae=vae,
        text_encoder=t5,
        tokenizer=words,
        text_encoder_2=clip,
        tokenizer_2=clip_words,
        transformer=transformer,
        scheduler=FlowMatchEulerDiscreteScheduler(
            use_dynamic_shifting=True, time_shift_type="linear", shift=1.0
        ),
    )
