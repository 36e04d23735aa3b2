"""A small random model.ckpt under VideoCrafter2's own names.

Imports torch and diffusers: to be imported inside functions only.
"""

import re
from pathlib import Path
from typing import Any

import torch
from diffusers import AutoencoderKL

from mongyudo.backends.diffusion import tiny
from mongyudo.backends.diffusion.unet3d import vivid
from mongyudo.backends.diffusion.videocrafter_model import VideoCrafterUNet
from mongyudo.backends.diffusion.videocrafter_names import LEVELS, TEXT, UNET, VAE, theirs

WIDTH = 32
"""The least that the release's 32 groups of a norm allow."""
Widths = tuple[int, ...]
TEXT_WIDTH = 64
TEXT_LAYERS = 2
_VAE_RENAMES = (
    (r"down_blocks\.(\d)\.resnets\.", r"down.\1.block."),
    (r"down_blocks\.(\d)\.downsamplers\.0\.", r"down.\1.downsample."),
    (r"up_blocks\.(\d)\.resnets\.", r"up.\1.block."),
    (r"up_blocks\.(\d)\.upsamplers\.0\.", r"up.\1.upsample."),
    (r"mid_block\.resnets\.0", "mid.block_1"),
    (r"mid_block\.resnets\.1", "mid.block_2"),
    (r"mid_block\.attentions\.0\.", "mid.attn_1."),
    (r"attn_1\.group_norm", "attn_1.norm"),
    (r"attn_1\.to_([qkv])", r"attn_1.\1"),
    (r"attn_1\.to_out\.0", "attn_1.proj_out"),
    (r"conv_shortcut", "nin_shortcut"),
    (r"conv_norm_out", "norm_out"),
)


def write_checkpoint(folder: Path, seed: int, widths: Widths = (WIDTH,) * LEVELS) -> Path:
    """`folder`/model.ckpt, with a tokenizer beside it; the file."""
    tiny.seeded(seed)
    tokenizer = tiny.clip_tokenizer(folder / "tokenizer")
    tokenizer.save_pretrained(folder / "tokenizer")
    state = _unet(widths) | _vae() | _text_encoder(len(tokenizer))
    path = folder / "model.ckpt"
    torch.save({"state_dict": {key: v.half() for key, v in state.items()}}, path)
    return path


def _unet(widths: Widths) -> dict[str, torch.Tensor]:
    unet = VideoCrafterUNet(widths, cross_attention_dim=TEXT_WIDTH, attention_head_dim=8)
    _stir(unet)
    state = {UNET + str(theirs(key)): value for key, value in unet.state_dict().items()}
    for key in (f"{UNET}init_attn.0.proj_in.weight", f"{UNET}init_attn.0.proj_out.weight"):
        state[key] = state[key].unsqueeze(-1)
    return state


def _stir(model: Any) -> None:
    """No layer starts as nothing: temporal convolutions are made with zeros, which hide faults."""
    with torch.no_grad():
        for parameter in model.parameters():
            if not parameter.any():
                parameter.normal_(std=0.02)


def _vae() -> dict[str, torch.Tensor]:
    vae = AutoencoderKL(
        block_out_channels=(WIDTH,) * LEVELS,
        down_block_types=("DownEncoderBlock2D",) * LEVELS,
        up_block_types=("UpDecoderBlock2D",) * LEVELS,
        latent_channels=4,
        layers_per_block=1,
    )
    return {
        VAE + _vae_name(key): value[..., None, None] if _is_attention_weight(key) else value
        for key, value in vivid(vae).state_dict().items()
    }


def _vae_name(key: str) -> str:
    for ours, original in _VAE_RENAMES:
        key = re.sub(ours, original, key)
    # The release counts the levels of its decoder from the finest.
    return re.sub(r"\bup\.(\d)", lambda found: f"up.{LEVELS - 1 - int(found[1])}", key)


def _is_attention_weight(key: str) -> bool:
    """The release attends with convolutions over single points."""
    return "attentions.0.to_" in key and key.endswith("weight")


def _text_encoder(words: int) -> dict[str, torch.Tensor]:
    """OpenCLIP's text side; its last layer is there, as in the release, and not used."""
    width = TEXT_WIDTH
    shapes = {
        "token_embedding.weight": (words, width),
        "positional_embedding": (77, width),
        "text_projection": (width, width),
        "logit_scale": (),
        "ln_final.weight": (width,),
        "ln_final.bias": (width,),
    }
    for layer in range(TEXT_LAYERS + 1):
        shapes |= {f"transformer.resblocks.{layer}.{key}": s for key, s in _layer(width).items()}
    return {TEXT + key: torch.randn(shape) * 0.1 for key, shape in shapes.items()}


def _layer(width: int) -> dict[str, tuple[int, ...]]:
    return {
        "ln_1.weight": (width,),
        "ln_1.bias": (width,),
        "attn.in_proj_weight": (3 * width, width),
        "attn.in_proj_bias": (3 * width,),
        "attn.out_proj.weight": (width, width),
        "attn.out_proj.bias": (width,),
        "ln_2.weight": (width,),
        "ln_2.bias": (width,),
        "mlp.c_fc.weight": (2 * width, width),
        "mlp.c_fc.bias": (2 * width,),
        "mlp.c_proj.weight": (width, 2 * width),
        "mlp.c_proj.bias": (width,),
    }
