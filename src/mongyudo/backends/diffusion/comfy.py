"""The names that ComfyUI gives to the layers of open models, for adapters that are to work there.

ComfyUI keeps a release's own names and reads `diffusion_model.<layer>.lora_A.weight`,
`.lora_B.weight` and `.alpha` for all of them (read in its comfy/lora.py, `model_lora_keys_unet`,
commit 17358c8, 2026-11). diffusers renames layers and cuts apart those that a release holds fused;
what it does to each family is read in its lora_conversion_utils.py and single_file_utils.py (0.42).
"""

import re
from dataclasses import dataclass

from mongyudo.errors import UsageError


@dataclass(frozen=True, slots=True)
class Place:
    """Where diffusers' layer is in ComfyUI: a layer of `of` pieces of equal height, of which it is
    piece `at`; `rest` more pieces below are no layer of their own here."""

    layer: str
    at: int = 0
    of: int = 1
    rest: int = 0


@dataclass(frozen=True, slots=True)
class _Rule:
    ours: str
    theirs: str
    at: int = 0
    of: int = 1
    rest: int = 0


def _fused(ours: str, theirs: str, names: tuple[str, str, str], rest: int = 0) -> list[_Rule]:
    """Query, key and value as one layer."""
    return [_Rule(rf"{ours}\.{name}", theirs, at, 3, rest) for at, name in enumerate(names)]


_QKV, _ADDED = ("to_q", "to_k", "to_v"), ("add_q_proj", "add_k_proj", "add_v_proj")
_WAN = [
    _Rule(rf"blocks\.(\d+)\.{ours}\.{layer}", rf"blocks.\1.{theirs}.{short}")
    for ours, theirs in (("attn1", "self_attn"), ("attn2", "cross_attn"))
    for layer, short in (("to_q", "q"), ("to_k", "k"), ("to_v", "v"), (r"to_out\.0", "o"))
] + [
    _Rule(r"blocks\.(\d+)\.attn2\.add_([kv])_proj", r"blocks.\1.cross_attn.\2_img"),
    _Rule(r"blocks\.(\d+)\.ffn\.net\.0\.proj", r"blocks.\1.ffn.0"),
    _Rule(r"blocks\.(\d+)\.ffn\.net\.2", r"blocks.\1.ffn.2"),
]
_MOCHI = [
    *_fused(r"transformer_blocks\.(\d+)\.attn1", r"blocks.\1.attn.qkv_x", _QKV),
    *_fused(r"transformer_blocks\.(\d+)\.attn1", r"blocks.\1.attn.qkv_y", _ADDED),
    _Rule(r"transformer_blocks\.(\d+)\.attn1\.to_out\.0", r"blocks.\1.attn.proj_x"),
    _Rule(r"transformer_blocks\.(\d+)\.attn1\.to_add_out", r"blocks.\1.attn.proj_y"),
    _Rule(r"time_embed\.pooler\.(to_\w+)", r"t5_y_embedder.\1"),
]
_REFINER = r"context_embedder\.token_refiner\.refiner_blocks\.(\d+)\.attn"
_REFINED = r"txt_in.individual_token_refiner.blocks.\1.self_attn"
_MLP = 4
"""Below a single block's query, key and value are the rows of its feed-forward, four times as wide
as the model (`mlp_ratio` of the release)."""
_HUNYUAN = [
    *_fused(r"transformer_blocks\.(\d+)\.attn", r"double_blocks.\1.img_attn.qkv", _QKV),
    *_fused(r"transformer_blocks\.(\d+)\.attn", r"double_blocks.\1.txt_attn.qkv", _ADDED),
    _Rule(r"transformer_blocks\.(\d+)\.attn\.to_out\.0", r"double_blocks.\1.img_attn.proj"),
    _Rule(r"transformer_blocks\.(\d+)\.attn\.to_add_out", r"double_blocks.\1.txt_attn.proj"),
    *_fused(r"single_transformer_blocks\.(\d+)\.attn", r"single_blocks.\1.linear1", _QKV, _MLP),
    *_fused(_REFINER, rf"{_REFINED}.qkv", _QKV),
    _Rule(rf"{_REFINER}\.to_out\.0", rf"{_REFINED}.proj"),
]
_LTX = [_Rule(r"transformer_blocks\.(\d+)\.(.*(?:attn|ff).*)", r"transformer_blocks.\1.\2")]
RULES = {
    "wan2.1-1.3b": _WAN, "wan2.1-14b": _WAN, "wan2.2-5b": _WAN, "wan2.2-a14b": _WAN,
    "ltx-video": _LTX, "ltx-2": _LTX, "mochi-1": _MOCHI, "hunyuanvideo": _HUNYUAN,
}  # fmt: skip
"""By backend; the others' names in ComfyUI are not established."""


def place(backend: str, layer: str) -> Place:
    """Where `layer` is in ComfyUI; raises UsageError for a model or layer that is not known."""
    if backend not in RULES:
        raise UsageError(
            f"how ComfyUI names the layers of {backend} is not known here. Known: "
            f"{', '.join(RULES)}. Export in diffusers' form."
        )
    found = known_place(backend, layer)
    if found is None:
        raise UsageError(
            f"how ComfyUI names the layer {layer!r} of {backend} is not known here. Export in "
            f"diffusers' form."
        )
    return found


def known_place(backend: str, layer: str) -> Place | None:
    """Where `layer` is in ComfyUI, None for a layer that is not known."""
    for rule in RULES[backend]:
        found = re.fullmatch(rule.ours, layer)
        if found:
            return Place(found.expand(rule.theirs), rule.at, rule.of, rule.rest)
    return None
