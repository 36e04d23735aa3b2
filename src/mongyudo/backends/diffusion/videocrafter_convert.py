"""VideoCrafter2's model.ckpt -> a folder in diffusers' layout, and a small one the other way.

Imports torch and diffusers: to be imported inside functions only.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from diffusers import AutoencoderKL
from diffusers.loaders.single_file_utils import (
    convert_ldm_vae_checkpoint,
    convert_open_clip_checkpoint,
)
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

from mongyudo.backends.diffusion.hub import INDEX
from mongyudo.backends.diffusion.pickles import State, tensors_of
from mongyudo.backends.diffusion.videocrafter_model import ScaledDDIM, VideoCrafterUNet
from mongyudo.backends.diffusion.videocrafter_names import LEVELS, TEXT, UNET, VAE, ours
from mongyudo.errors import BackendError, UsageError

NAME = "videocrafter2"
TOKENIZER = "openai/clip-vit-large-patch14"
"""Has the words that the release's text encoder was trained on; the checkpoint has none."""
TEMPORAL_HEADS = 8
"""Heads of the first temporal layer, at every width."""
VAE_SCALE = 0.18215
TEXT_HEAD = 64
"""Width of a head in the release's text encoder, ViT-H/14: 1,024 in 16 heads."""
CROSS = "down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.weight"
TEXT_LAYERS = "transformer.resblocks."
UNUSED_TEXT = ("text_projection", "logit_scale", "attn_mask")
SHOWN = 3
PARTS = {
    "_class_name": "TextToVideoSDPipeline",
    "scheduler": ["diffusers", "DDIMScheduler"],
    "text_encoder": ["transformers", "CLIPTextModel"],
    "tokenizer": ["transformers", "CLIPTokenizer"],
    "unet": ["diffusers", "UNet3DConditionModel"],
    "vae": ["diffusers", "AutoencoderKL"],
}
"""model_index.json: the classes of the libraries that ours are kinds of."""


def convert(checkpoint: Path, folder: Path) -> None:
    """Write `folder` from the release's file; raises BackendError unless every tensor fits."""
    state = read(checkpoint)
    tokenizer = _tokenizer(checkpoint)
    try:
        models = {
            "unet": _unet(_inner(state, UNET)),
            "vae": _vae(_inner(state, VAE)),
            "text_encoder": _text_encoder(_inner(state, TEXT)),
        }
    except KeyError as error:
        raise BackendError(
            f"{NAME}: {checkpoint} lacks {error}: it is not whole, or another model's"
        ) from error
    for part, model in models.items():
        model.save_pretrained(folder / part)
    tokenizer.save_pretrained(folder / "tokenizer")
    ScaledDDIM().save_pretrained(folder / "scheduler")
    # Last: a folder without it is not taken for a whole one.
    (folder / INDEX).write_text(json.dumps(PARTS, indent=2), encoding="utf-8")


def read(checkpoint: Path) -> State:
    """The tensors of a checkpoint; nothing in the file is executed."""
    if not checkpoint.is_file():
        raise UsageError(f"there is no file {str(checkpoint)!r}. Give the release's model.ckpt.")
    found = tensors_of(NAME, checkpoint)
    if not any(key.startswith(UNET) for key in found):
        raise BackendError(f"{NAME}: {checkpoint} holds no tensor {UNET}...: it is another model's")
    return found


def _inner(state: State, prefix: str) -> dict[str, torch.Tensor]:
    return {key.removeprefix(prefix): v for key, v in state.items() if key.startswith(prefix)}


def _unet(tensors: State) -> Any:
    unknown = sorted(key for key in tensors if ours(key) is None)
    if unknown:
        raise BackendError(f"{NAME}: the checkpoint's {_some(unknown)} are not known here")
    renamed = {str(ours(key)): value for key, value in tensors.items()}
    for key in ("transformer_in.proj_in.weight", "transformer_in.proj_out.weight"):
        # A convolution over one frame is a linear layer.
        renamed[key] = renamed[key].squeeze(-1)
    config = {
        "block_out_channels": [
            renamed[f"down_blocks.{level}.resnets.0.conv1.weight"].shape[0]
            for level in range(LEVELS)
        ],
        "cross_attention_dim": renamed[CROSS].shape[1],
        "attention_head_dim": renamed["transformer_in.proj_in.weight"].shape[0] // TEMPORAL_HEADS,
    }
    return _filled("unet", lambda: VideoCrafterUNet(**config), renamed)


def _vae(tensors: State) -> Any:
    first = [key for key in tensors if key.startswith("encoder.down.0.block.")]
    config: dict[str, Any] = {
        "block_out_channels": [
            tensors[f"encoder.down.{level}.block.0.conv1.weight"].shape[0]
            for level in range(LEVELS)
        ],
        "down_block_types": ["DownEncoderBlock2D"] * LEVELS,
        "up_block_types": ["UpDecoderBlock2D"] * LEVELS,
        "latent_channels": tensors["post_quant_conv.weight"].shape[0],
        "layers_per_block": sum(key.endswith("conv1.weight") for key in first),
        "scaling_factor": VAE_SCALE,
    }
    renamed = convert_ldm_vae_checkpoint({VAE + key: v for key, v in tensors.items()}, config)
    return _filled("vae", lambda: AutoencoderKL(**config), renamed)


def _text_encoder(tensors: State) -> Any:
    """The text encoder up to its last layer but one, whose states the release uses."""
    layer_of = {key: int(key.split(".")[2]) for key in tensors if key.startswith(TEXT_LAYERS)}
    last = max(layer_of.values(), default=0)
    words, width = tensors["token_embedding.weight"].shape
    config = CLIPTextConfig(
        vocab_size=words,
        hidden_size=width,
        intermediate_size=tensors[f"{TEXT_LAYERS}0.mlp.c_fc.weight"].shape[0],
        num_hidden_layers=last,
        num_attention_heads=width // TEXT_HEAD,
        max_position_embeddings=tensors["positional_embedding"].shape[0],
        hidden_act="gelu",
        bos_token_id=words - 2,
        eos_token_id=words - 1,
        pad_token_id=0,
    )
    used = {
        TEXT + key: value
        for key, value in tensors.items()
        if layer_of.get(key) != last and key not in UNUSED_TEXT
    }
    converted = convert_open_clip_checkpoint(CLIPTextModel(config), used, prefix=TEXT)
    renamed = {key.removeprefix("text_model."): v for key, v in converted.items()}
    return _filled("text encoder", lambda: CLIPTextModel(config), renamed)


def _filled(part: str, make: Callable[[], Any], tensors: dict[str, torch.Tensor]) -> Any:
    """A model with exactly these tensors, in their own format; raises BackendError."""
    with torch.device("meta"):
        model = make()
    wanted = {key: value.shape for key, value in model.state_dict().items()}
    odd = sorted(wanted.keys() ^ tensors.keys())
    odd += sorted(key for key in wanted.keys() & tensors if wanted[key] != tensors[key].shape)
    if odd:
        raise BackendError(
            f"{NAME}: {len(odd)} tensors of the {part} are absent, over or misshapen, such as "
            f"{_some(odd)}: the checkpoint is not whole, or another model's"
        )
    model.load_state_dict({key: v.contiguous() for key, v in tensors.items()}, assign=True)
    return model.eval()


def _some(names: list[str]) -> str:
    return ", ".join(names[:SHOWN])


def _tokenizer(checkpoint: Path) -> Any:
    """The tokenizer beside the checkpoint, else the hub's; raises BackendError for neither."""
    beside = checkpoint.parent / "tokenizer"
    try:
        return CLIPTokenizer.from_pretrained(str(beside) if beside.is_dir() else TOKENIZER)
    except (OSError, ValueError) as error:
        raise BackendError(
            f"{NAME}: the checkpoint brings no tokenizer and {TOKENIZER} cannot be had: put its "
            f"vocab.json and merges.txt into {beside}"
        ) from error
