"""The names and the order of Open-Sora v2's tensors -> those of diffusers' Flux transformer.

Both are the same network. Open-Sora turns queries and keys in halves (dimension d with d + n/2),
Flux in neighbours (2d with 2d + 1); the last layer's shift and scale stand in the other order.
Imports torch: to be imported inside functions only.
"""

import re
from typing import Any

import torch

Tensors = dict[str, torch.Tensor]

_WHOLE = {
    "time_in.in_layer": "time_text_embed.timestep_embedder.linear_1",
    "time_in.out_layer": "time_text_embed.timestep_embedder.linear_2",
    "vector_in.in_layer": "time_text_embed.text_embedder.linear_1",
    "vector_in.out_layer": "time_text_embed.text_embedder.linear_2",
    "txt_in": "context_embedder",
    "final_layer.linear": "proj_out",
}
_DOUBLE = {
    "img_mod.lin": "norm1.linear",
    "txt_mod.lin": "norm1_context.linear",
    "img_attn.q_proj": "attn.to_q",
    "img_attn.k_proj": "attn.to_k",
    "img_attn.v_proj": "attn.to_v",
    "img_attn.proj": "attn.to_out.0",
    "img_attn.norm.query_norm": "attn.norm_q",
    "img_attn.norm.key_norm": "attn.norm_k",
    "txt_attn.q_proj": "attn.add_q_proj",
    "txt_attn.k_proj": "attn.add_k_proj",
    "txt_attn.v_proj": "attn.add_v_proj",
    "txt_attn.proj": "attn.to_add_out",
    "txt_attn.norm.query_norm": "attn.norm_added_q",
    "txt_attn.norm.key_norm": "attn.norm_added_k",
    "img_mlp.0": "ff.net.0.proj",
    "img_mlp.2": "ff.net.2",
    "txt_mlp.0": "ff_context.net.0.proj",
    "txt_mlp.2": "ff_context.net.2",
}
_SINGLE = {
    "modulation.lin": "norm.linear",
    "q_proj": "attn.to_q",
    "k_proj": "attn.to_k",
    "norm.query_norm": "attn.norm_q",
    "norm.key_norm": "attn.norm_k",
    "linear2": "proj_out",
}
_STREAMS = {
    "double_blocks": ("transformer_blocks", _DOUBLE),
    "single_blocks": ("single_transformer_blocks", _SINGLE),
}
_BLOCK = re.compile(r"(double_blocks|single_blocks)\.(\d+)\.(.+)\.(weight|bias|scale)$")
_ROTATED = re.compile(r"(q_proj|k_proj|query_norm|key_norm)\.")


def config_of(tensors: Tensors) -> dict[str, Any]:
    """The arguments of FluxTransformer2DModel that make a network of these tensors' shapes."""
    width = tensors["img_in.weight"].shape[0]
    head = tensors["double_blocks.0.img_attn.norm.query_norm.scale"].shape[0]
    return {
        "patch_size": 1,
        "in_channels": tensors["img_in.weight"].shape[1] + tensors["cond_in.weight"].shape[1],
        "out_channels": tensors["final_layer.linear.weight"].shape[0],
        "num_layers": _count(tensors, "double_blocks"),
        "num_single_layers": _count(tensors, "single_blocks"),
        "attention_head_dim": head,
        "num_attention_heads": width // head,
        "joint_attention_dim": tensors["txt_in.weight"].shape[1],
        "pooled_projection_dim": tensors["vector_in.in_layer.weight"].shape[1],
        "guidance_embeds": False,
        "axes_dims_rope": (head // 8, head * 7 // 16, head * 7 // 16),
    }


def _count(tensors: Tensors, stream: str) -> int:
    found = (match for match in map(_BLOCK.match, tensors) if match and match[1] == stream)
    return 1 + max(int(match[2]) for match in found)


def converted(tensors: Tensors) -> Tensors:
    """Every tensor under its new name; raises KeyError for a name that is not known."""
    head = tensors["double_blocks.0.img_attn.norm.query_norm.scale"].shape[0]
    made = _entrance(tensors)
    for name, tensor in tensors.items():
        if name.startswith(("img_in.", "cond_in.")):
            continue
        made |= _renamed(name, tensor, head)
    return made


def _entrance(tensors: Tensors) -> Tensors:
    """The picture's and the condition's way in, as one: W1 x + W2 c = [W1 W2] [x c]."""
    weights = [tensors["img_in.weight"], tensors["cond_in.weight"]]
    return {
        "x_embedder.weight": torch.cat(weights, dim=1),
        "x_embedder.bias": tensors["img_in.bias"] + tensors["cond_in.bias"],
    }


def _renamed(name: str, tensor: torch.Tensor, head: int) -> Tensors:
    match = _BLOCK.match(name)
    if match is None:
        return _outside(name, tensor)
    stream, index, part, kind = match.groups()
    block, names = _STREAMS[stream]
    ending = "weight" if kind == "scale" else kind
    if part == "v_mlp":
        return _parted(f"{block}.{index}", tensor, ending)
    if _ROTATED.search(f"{part}."):
        tensor = in_neighbours(tensor, head)
    return {f"{block}.{index}.{names[part]}.{ending}": tensor}


def _outside(name: str, tensor: torch.Tensor) -> Tensors:
    part, _, ending = name.rpartition(".")
    if part == "final_layer.adaLN_modulation.1":
        return {f"norm_out.linear.{ending}": swapped(tensor)}
    return {f"{_WHOLE[part]}.{ending}": tensor}


def _parted(block: str, tensor: torch.Tensor, ending: str) -> Tensors:
    """Values and the feed-forward part, one above the other: the latter is four times as wide."""
    value, forward = tensor.split([tensor.shape[0] // 5, tensor.shape[0] // 5 * 4])
    return {f"{block}.attn.to_v.{ending}": value, f"{block}.proj_mlp.{ending}": forward}


def in_neighbours(tensor: torch.Tensor, head: int) -> torch.Tensor:
    """Rows of every head from halves to neighbours: new[2d] = old[d], new[2d+1] = old[n/2+d]."""
    rest = tensor.shape[1:]
    heads = tensor.reshape(-1, 2, head // 2, *rest)
    return heads.transpose(1, 2).reshape(tensor.shape).contiguous()


def swapped(tensor: torch.Tensor) -> torch.Tensor:
    """Shift above scale -> scale above shift."""
    shift, scale = tensor.chunk(2)
    return torch.cat([scale, shift])


def vae_config_of(tensors: Tensors) -> dict[str, Any]:
    """The arguments of AutoencoderKLHunyuanVideo that make a VAE of these tensors' shapes."""
    widths: list[int] = []
    while (key := f"encoder.down_blocks.{len(widths)}.resnets.0.conv1.conv.weight") in tensors:
        widths.append(tensors[key].shape[0])
    layers = sum(
        f"encoder.down_blocks.0.resnets.{at}.conv1.conv.weight" in tensors for at in range(9)
    )
    return {"block_out_channels": tuple(widths), "layers_per_block": layers}
