"""What the open models' specs and releases claim, held against the code that runs them."""

import inspect
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.backend import DiffusionBackend, Request
from mongyudo.backends.diffusion.prompting import Written
from mongyudo.backends.registry import get

NAMES = (
    "cogvideox-2b",
    "cogvideox-5b-i2v",
    "hunyuanvideo",
    "hunyuanvideo-i2v",
    "ltx-2",
    "ltx-video",
    "mochi-1",
    "wan2.1-1.3b",
    "wan2.1-14b",
    "wan2.1-i2v-14b",
    "wan2.2-5b",
    "wan2.2-a14b",
    "wan2.2-i2v-a14b",
)
PIPELINES = {
    "cogvideox-2b": "CogVideoXPipeline",
    "hunyuanvideo": "HunyuanVideoPipeline",
    "ltx-2": "LTX2Pipeline",
    "ltx-video": "LTXPipeline",
    "mochi-1": "MochiPipeline",
    "wan2.1-14b": "WanPipeline",
}
WAN_14B: dict[str, Any] = {}
TRANSFORMERS: dict[str, tuple[str, dict[str, Any]]] = {
    "cogvideox-2b": ("CogVideoXTransformer3DModel", {}),
    "cogvideox-5b-i2v": (
        "CogVideoXTransformer3DModel",
        {
            "in_channels": 32,
            "num_layers": 42,
            "num_attention_heads": 48,
            "use_rotary_positional_embeddings": True,
            "use_learned_positional_embeddings": True,
        },
    ),
    "hunyuanvideo": ("HunyuanVideoTransformer3DModel", {}),
    "hunyuanvideo-i2v": (
        "HunyuanVideoTransformer3DModel",
        {"image_condition_type": "token_replace"},
    ),
    "ltx-2": ("LTX2VideoTransformer3DModel", {}),
    "ltx-video": ("LTXVideoTransformer3DModel", {}),
    "mochi-1": ("MochiTransformer3DModel", {}),
    "wan2.1-1.3b": (
        "WanTransformer3DModel",
        {"num_attention_heads": 12, "ffn_dim": 8960, "num_layers": 30},
    ),
    "wan2.1-14b": ("WanTransformer3DModel", WAN_14B),
    "wan2.1-i2v-14b": (
        "WanTransformer3DModel",
        {"in_channels": 36, "image_dim": 1280, "added_kv_proj_dim": 5120},
    ),
    "wan2.2-a14b": ("WanTransformer3DModel", WAN_14B),
    "wan2.2-i2v-a14b": ("WanTransformer3DModel", {"in_channels": 36}),
    "wan2.2-5b": (
        "WanTransformer3DModel",
        {
            "in_channels": 48,
            "out_channels": 48,
            "num_attention_heads": 24,
            "ffn_dim": 14336,
            "num_layers": 30,
        },
    ),
}
"""The releases' configurations, where they differ from the classes' defaults."""
T5_XXL: dict[str, Any] = {
    "d_model": 4096,
    "d_kv": 64,
    "d_ff": 10240,
    "num_layers": 24,
    "num_heads": 64,
    "feed_forward_proj": "gated-gelu",
}
ENCODERS: dict[str, tuple[str, dict[str, Any], dict[str, str]]] = {
    "T5-XXL": (
        "T5EncoderModel",
        T5_XXL,
        dict.fromkeys(
            ("cogvideox-2b", "cogvideox-5b-i2v", "ltx-video", "mochi-1", "open-sora-v2"),
            "text_encoder",
        ),
    ),
    "umT5-XXL": (
        "UMT5EncoderModel",
        T5_XXL | {"vocab_size": 256_384},
        dict.fromkeys((name for name in NAMES if name.startswith("wan")), "text_encoder"),
    ),
    "Llama-3-8B": (
        "LlamaModel",
        {"vocab_size": 128_320, "intermediate_size": 14_336, "num_key_value_heads": 8},
        {"hunyuanvideo": "text_encoder"},
    ),
    "CLIP-L": (
        "CLIPTextModel",
        {"hidden_size": 768, "intermediate_size": 3072, "num_attention_heads": 12},
        {
            "animatediff-v3": "text_encoder",
            "hunyuanvideo": "text_encoder_2",
            "hunyuanvideo-i2v": "text_encoder_2",
            "open-sora-v2": "text_encoder_2",
        },
    ),
    "OpenCLIP-H": (
        "CLIPTextModel",
        {
            "hidden_size": 1024,
            "intermediate_size": 4096,
            "num_attention_heads": 16,
            "num_hidden_layers": 23,
        },
        {"zeroscope-v2-576w": "text_encoder", "videocrafter2": "text_encoder"},
    ),
}
"""Class, configuration where it differs from the class's, and whose part it is."""
KOREAN = "어두운 숲에서 fear 호랑이에게 쫓기는 꿈"


def family(name: str) -> DiffusionBackend:
    """The backend called `name`."""
    backend = get(name)
    assert isinstance(backend, DiffusionBackend)
    return backend


def loaded(name: str, folder: Path) -> tuple[DiffusionBackend, Any]:
    """A backend and its pipeline, loaded from small weights through the real door."""
    backend = family(name)
    backend.write_tiny(folder, 7)
    still = "" if backend.spec.takes == "text" else "ink"
    licence = frozenset({backend.spec.licence})
    options = Options(weights=str(folder), acknowledged=licence, still=still)
    session: Any = backend.open(options)
    return backend, session._loaded()


def asked(backend: DiffusionBackend, pipe: Any) -> dict[str, Any]:
    """The arguments for a clip of the release's own size and length."""

    class Clip:
        size_px, fps = backend.spec.size_px, backend.spec.fps

    release, frames = backend.release, backend.spec.frames.usual
    written = Written("a dream", release.habit.negative, 3, ())
    still = None if backend.spec.takes == "text" else Image.new("RGB", (8, 8))
    request = Request(Clip(), written, frames, release.steps, release.guidance, None, None, still)
    return backend.arguments(pipe, request)


@pytest.mark.parametrize("name", NAMES)
def test_the_usual_length_can_be_made(name):
    """The usual and the longest length keep the rule, and rounding leaves them alone."""
    frames = family(name).spec.frames
    assert frames.nearest(frames.usual) == frames.usual
    assert frames.nearest(frames.most) == frames.most
    assert frames.nearest(10_000) == frames.most


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_parameters_are_those_of_the_class(name):
    """Counted without memory, from the release's configuration; to half a percent."""
    import diffusers
    import torch

    kind, config = TRANSFORMERS[name]
    with torch.device("meta"):
        model = getattr(diffusers, kind)(**config)
    counted = sum(p.numel() for p in model.parameters()) / 1e6
    for part in family(name).denoisers:
        assert family(name).release.parameters_m[part] == pytest.approx(counted, rel=0.005)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("ltx-2", "transformer"),
        ("cogvideox-5b-i2v", "transformer"),
        ("wan2.1-i2v-14b", "transformer"),
    ],
)
def test_memory_that_nobody_published_is_that_of_the_largest_part(name, part):
    """In 16 bits, which must lie on the GPU whole when parts are moved one after the other."""
    backend = family(name)
    weights = backend.release.parameters_m[part] * 1e6 * 2
    assert backend.spec.memory_bytes == pytest.approx(weights, rel=0.005)


@pytest.mark.slow
@pytest.mark.parametrize("encoder", ENCODERS)
def test_text_encoders_have_their_parameters(encoder):
    """Counted without memory, from their releases' configurations; to half a percent."""
    import torch
    import transformers

    kind, config, users = ENCODERS[encoder]
    with torch.device("meta"):
        model = getattr(transformers, kind)(getattr(transformers, kind).config_class(**config))
    counted = sum(p.numel() for p in model.parameters()) / 1e6
    for name, part in users.items():
        assert family(name).release.parameters_m[part] == pytest.approx(counted, rel=0.005), name


@pytest.mark.slow
@pytest.mark.parametrize("name", PIPELINES)
def test_defaults_are_those_of_the_pipeline(name):
    """Size, guidance and text limit of the release are what diffusers' own pipeline does."""
    import diffusers

    backend = family(name)
    default = {
        key: value.default
        for key, value in inspect.signature(
            getattr(diffusers, PIPELINES[name]).__call__
        ).parameters.items()
    }
    assert default["guidance_scale"] == backend.release.guidance
    assert default["max_sequence_length"] == backend.spec.text_limit_tokens
    size = (default["width"], default["height"])
    assert size in {backend.spec.size_px, (None, None)}
    if name != "ltx-2":  # diffusers has the 30 steps of 2.3
        assert default["num_inference_steps"] == backend.release.steps


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_size_step_is_needed(name, tmp_path):
    """A pixel of the step is a latent block: the VAE's factor times the transformer's patch."""
    backend, pipe = loaded(name, tmp_path)
    factor = getattr(pipe, "vae_scale_factor_spatial", None) or getattr(
        pipe, "vae_spatial_scale_factor", None
    )
    if name.startswith("ltx"):
        factor = pipe.vae_spatial_compression_ratio
    patch = pipe.transformer.config.patch_size
    patch = patch if isinstance(patch, int) else patch[-1]
    assert factor * patch == backend.spec.size_step_px


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_pipeline_takes_every_argument(name, tmp_path):
    """What a family passes is what its pipeline's call knows."""
    backend, pipe = loaded(name, tmp_path)
    known = inspect.signature(type(pipe).__call__).parameters
    assert set(asked(backend, pipe)) <= set(known)


@pytest.mark.slow
def test_hunyuan_keeps_korean(tmp_path):
    """The tokenizer that is used gives back all letters, which the named class does not."""
    from transformers import LlamaTokenizerFast

    backend, pipe = loaded("hunyuanvideo", tmp_path)
    ids = pipe.tokenizer(KOREAN, add_special_tokens=False).input_ids
    assert pipe.tokenizer.decode(ids) == KOREAN
    named = LlamaTokenizerFast.from_pretrained(tmp_path / "tokenizer")
    lost = named.decode(named(KOREAN, add_special_tokens=False).input_ids)
    assert "호랑이" not in lost, "the library is mended: hunyuan.py may load it as it is named"
    assert backend.count_tokens(pipe, KOREAN) == len(ids) + 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("hunyuanvideo", "pipeline_hunyuan_video"),
        ("hunyuanvideo-i2v", "pipeline_hunyuan_video_image2video"),
    ],
)
def test_hunyuan_reads_the_prompt_and_not_its_own_preamble(name, module, tmp_path):
    """What is cut off before the prompt is exactly the template's head, as with Llama 3."""
    made = import_module(f"diffusers.pipelines.hunyuan_video.{module}")
    _, pipe = loaded(name, tmp_path)
    head = made.DEFAULT_PROMPT_TEMPLATE["template"].split("{}")[0]
    assert len(pipe.tokenizer(head).input_ids) == made.DEFAULT_PROMPT_TEMPLATE["crop_start"]


def test_hunyuan_is_refused_until_its_licence_is_acknowledged(tmp_path):
    """Without weights the licence is what is missing first; its name opens the gate."""
    backend = family("hunyuanvideo")
    refused = backend.check(Options(weights=str(tmp_path)))
    assert not refused.ready
    assert "South Korea" in refused.reason
    assert backend.spec.licence in refused.remedy
    opened = backend.check(
        Options(weights=str(tmp_path), acknowledged=frozenset({backend.spec.licence}))
    )
    assert "South Korea" not in opened.reason


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "boundary", "guidance"),
    [("wan2.2-a14b", 0.875, (4.0, 3.0)), ("wan2.2-i2v-a14b", 0.9, (3.5, 3.5))],
)
def test_the_two_transformers_of_wan_take_turns(name, boundary, guidance, tmp_path):
    """The second comes in at the boundary, with its own guidance."""
    backend, pipe = loaded(name, tmp_path)
    assert pipe.config.boundary_ratio == boundary
    given = asked(backend, pipe)
    assert (given["guidance_scale"], given["guidance_scale_2"]) == guidance


@pytest.mark.slow
def test_the_small_wan_gives_each_latent_its_time(tmp_path):
    """48 channels, pressed 16-fold, time step per latent."""
    _, pipe = loaded("wan2.2-5b", tmp_path)
    assert pipe.config.expand_timesteps
    assert pipe.vae.config.z_dim == 48
    assert pipe.vae_scale_factor_spatial == 16


@pytest.mark.slow
def test_ltx_denoises_while_decoding_only_where_its_vae_does(tmp_path):
    """The first release's VAE knows no time step."""
    backend, pipe = loaded("ltx-video", tmp_path)
    assert "decode_timestep" not in asked(backend, pipe)
    pipe.vae.register_to_config(timestep_conditioning=True)
    assert asked(backend, pipe)["decode_timestep"] == 0.05


@pytest.mark.slow
def test_ltx_2_has_positions_for_its_longest_film():
    """20 s at 24 frames a second and the first frame."""
    from diffusers import LTX2VideoTransformer3DModel

    seconds = inspect.signature(LTX2VideoTransformer3DModel).parameters["pos_embed_max_pos"].default
    spec = family("ltx-2").spec
    assert spec.frames.most == seconds * spec.fps + 1


@pytest.mark.slow
def test_the_eyes_have_their_parameters():
    """CLIP's large and huge picture encoders, the first with Llama behind it; without memory."""
    import torch
    from transformers import (
        CLIPVisionConfig,
        CLIPVisionModel,
        LlamaConfig,
        LlavaConfig,
        LlavaForConditionalGeneration,
    )

    huge = {"hidden_size": 1280, "intermediate_size": 5120, "num_hidden_layers": 32}
    large = {"hidden_size": 1024, "intermediate_size": 4096, "num_hidden_layers": 24}
    eye = CLIPVisionConfig(**large, num_attention_heads=16, patch_size=14, image_size=336)
    words = {"vocab_size": 128_320, "intermediate_size": 14_336, "num_key_value_heads": 8}
    with torch.device("meta"):
        sight = CLIPVisionModel(CLIPVisionConfig(**huge, num_attention_heads=16, patch_size=14))
        llava = LlavaForConditionalGeneration(
            LlavaConfig(vision_config=eye, text_config=LlamaConfig(**words))
        )
    for name, part, model in (
        ("wan2.1-i2v-14b", "image_encoder", sight),
        ("hunyuanvideo-i2v", "text_encoder", llava),
    ):
        counted = sum(p.numel() for p in model.parameters()) / 1e6
        assert family(name).release.parameters_m[part] == pytest.approx(counted, rel=0.005)


@pytest.mark.slow
def test_wan_sees_the_still_in_its_channels(tmp_path):
    """16 of noise, 4 of the mask, 16 of the still; only 2.1 looks at it through CLIP as well."""
    (tmp_path / "one").mkdir()
    _, first = loaded("wan2.1-i2v-14b", tmp_path / "one")
    _, second = loaded("wan2.2-i2v-a14b", tmp_path)
    assert first.transformer.config.in_channels == second.transformer_2.config.in_channels == 36
    assert first.image_encoder is not None
    assert second.image_encoder is None


@pytest.mark.slow
def test_cogvideox_films_a_picture_in_its_one_size_and_length(tmp_path):
    """Another size would be refused, and another length would lose the learned positions."""
    backend, pipe = loaded("cogvideox-5b-i2v", tmp_path)
    config = pipe.transformer.config
    given = asked(backend, pipe)
    size = (given["width"], given["height"])
    assert given["image"].size == size == (config.sample_width * 8, config.sample_height * 8)
    assert given["num_frames"] == config.sample_frames == backend.spec.frames.nearest(8)
