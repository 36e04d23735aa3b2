"""Open-Sora v2: text to video on a Flux transformer, with HunyuanVideo's VAE."""

from pathlib import Path
from typing import Any

from mongyudo.backends.contract import BackendSpec, FrameRule
from mongyudo.backends.diffusion.backend import DiffusionBackend, Loading, Request
from mongyudo.backends.diffusion.hunyuan import LICENCE as VAE_LICENCE
from mongyudo.backends.diffusion.hunyuan import TERMS
from mongyudo.backends.diffusion.release import Figure, Habit, Release
from mongyudo.errors import BackendError

CARD = "https://huggingface.co/hpcai-tech/Open-Sora-v2"
CODE = "https://github.com/hpcaitech/Open-Sora"
GATE = (
    "its VAE is HunyuanVideo's, whose licence does not hold in South Korea, the European Union "
    f"and the United Kingdom ({TERMS})"
)
TRANSFORMER, VAE = "Open_Sora_v2.safetensors", "hunyuan_vae.safetensors"
T5, CLIP = "google/t5-v1_1-xxl", "openai/clip-vit-large-patch14"
"""Files and folders of the release."""


class OpenSora(DiffusionBackend):
    """Open-Sora v2, with 11 billion parameters: 256px as here by default, or 768px."""

    spec = BackendSpec(
        name="open-sora-v2",
        takes="text",
        size_px=(336, 192),
        size_step_px=16,
        size_most_px=(1024, 1024),
        fps=24,
        frames=FrameRule(multiple=4, offset=1, most=129, usual=97),
        text_limit_tokens=512,
        licence=VAE_LICENCE,
        needs_gpu=True,
        lora=True,
        memory_bytes=52_500_000_000,
        takes_weights=True,
        licence_gate=GATE,
        sources=(CARD, CODE, TERMS),
    )
    release = Release(
        hub_id="hpcai-tech/Open-Sora-v2",
        steps=50,
        guidance=7.5,
        scheduler="flow-matching Euler, shift by tokens and frames",
        dtype="bfloat16",
        habit=Habit(long=True, suffix=" 4 motion score."),
        parameters_m={"transformer": 11890, "text_encoder": 4760, "text_encoder_2": 123},
        published_gb={"plain": 52.5},
        published_s={"H100": 60},
        notes_claim="480P, 720P, 853x480",
        corrected="256px (such as 336x192) or 768px (such as 1024x576), 4k+1 frames up to 129",
        figures=(
            Figure("memory", "52.5 GB at 256px, 60.3 GB at 768px, on one H100", CODE),
            Figure("speed", "60 s at 256px, 1,656 s at 768px, on one H100", CODE),
            Figure("guidance", "text 7.5, image 3.0; motion score 4", CODE),
            Figure("territory of the VAE", "not South Korea, European Union, UK", TERMS),
        ),
    )

    def load(self, loading: Loading) -> Any:
        from mongyudo.backends.diffusion.loading import load_parts
        from mongyudo.backends.diffusion.opensora_pipeline import OpenSoraPipeline

        return load_parts(OpenSoraPipeline, self.spec.name, self.release, loading)

    def arguments(self, pipe: Any, request: Request) -> dict[str, Any]:
        """Our own pipeline takes the request as a whole."""
        del pipe
        return {"request": request}

    def convert(self, checkpoint: Path, folder: Path) -> None:
        """The release in the folder `checkpoint` -> diffusers' layout in `folder`.

        Raises BackendError when a file of the release is absent or a tensor is not known.
        """
        absent = [n for n in (TRANSFORMER, VAE, T5, CLIP) if not (checkpoint / n).exists()]
        if absent:
            raise BackendError(
                f"{self.spec.name}: {checkpoint} lacks {', '.join(absent)}. Give the folder of the "
                f"release, as downloaded from {CARD}."
            )
        parts = _parts_of(checkpoint, self.spec.name)
        _pipeline(parts, *_texts_of(checkpoint)).save_pretrained(folder)

    def write_tiny(self, folder: Path, seed: int) -> None:
        """A tiny release in its own names, and beside it what `convert` makes of it."""
        from mongyudo.backends.diffusion.opensora_tiny import write_release

        write_release(folder, seed)
        self.convert(folder, folder)


def _parts_of(checkpoint: Path, name: str) -> tuple[Any, Any]:
    """The transformer and the VAE, every tensor in its place."""
    from diffusers import AutoencoderKLHunyuanVideo, FluxTransformer2DModel
    from safetensors.torch import load_file

    from mongyudo.backends.diffusion import opensora_convert as names

    given = load_file(checkpoint / TRANSFORMER)
    vae_given = load_file(checkpoint / VAE)
    try:
        transformer = FluxTransformer2DModel(**names.config_of(given))
        transformer.load_state_dict(names.converted(given))
        vae = AutoencoderKLHunyuanVideo(**names.vae_config_of(vae_given))
        vae.load_state_dict(vae_given)
    except (KeyError, RuntimeError) as error:
        raise BackendError(
            f"{name}: {checkpoint} is no release of Open-Sora v2: {error}"
        ) from error
    dtype = given["img_in.weight"].dtype
    return transformer.to(dtype), vae.to(dtype)


def _texts_of(checkpoint: Path) -> tuple[Any, Any, Any, Any]:
    from transformers import AutoTokenizer, CLIPTextModel, T5EncoderModel

    how = {"local_files_only": True, "use_safetensors": True}
    return (
        AutoTokenizer.from_pretrained(checkpoint / T5, local_files_only=True),
        T5EncoderModel.from_pretrained(checkpoint / T5, **how),
        AutoTokenizer.from_pretrained(checkpoint / CLIP, local_files_only=True),
        CLIPTextModel.from_pretrained(checkpoint / CLIP, **how),
    )


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
