"""How VideoCrafter2's checkpoint calls the tensors of its UNet, and how diffusers does."""

from collections.abc import Iterator
from functools import cache

UNET = "model.diffusion_model."
VAE = "first_stage_model."
TEXT = "cond_stage_model.model."
LEVELS = 4
LAYERS = 2
"""Residual blocks of a level on the way down; one more on the way up."""

_RESIDUAL = {
    "in_layers.0": "norm1",
    "in_layers.2": "conv1",
    "emb_layers.1": "time_emb_proj",
    "out_layers.0": "norm2",
    "out_layers.3": "conv2",
    "skip_connection": "conv_shortcut",
}
_SINGLE = {
    "time_embed.0": "time_embedding.linear_1",
    "time_embed.2": "time_embedding.linear_2",
    "fps_embedding.0": "time_embedding.by_fps.linear_1",
    "fps_embedding.2": "time_embedding.by_fps.linear_2",
    "input_blocks.0.0": "conv_in",
    "init_attn.0": "transformer_in",
    "out.0": "conv_norm_out",
    "out.2": "conv_out",
}


def ours(key: str) -> str | None:
    """diffusers' name of a UNet tensor of the checkpoint, None when there is none."""
    return _renamed(key, modules())


def theirs(key: str) -> str | None:
    """The checkpoint's name of a UNet tensor of diffusers, None when there is none."""
    return _renamed(key, {mine: original for original, mine in modules().items()})


def _renamed(key: str, names: dict[str, str]) -> str | None:
    parts = key.split(".")
    for end in range(len(parts), 0, -1):
        found = names.get(".".join(parts[:end]))
        if found is not None:
            return ".".join([found, *parts[end:]])
    return None


@cache
def modules() -> dict[str, str]:
    """The checkpoint's module -> diffusers' module."""
    return _SINGLE | dict(_down()) | dict(_middle()) | dict(_up())


def _down() -> Iterator[tuple[str, str]]:
    for level in range(LEVELS):
        first = 1 + level * (LAYERS + 1)
        for layer in range(LAYERS):
            yield from _layer(f"input_blocks.{first + layer}", f"down_blocks.{level}", layer)
        yield f"input_blocks.{first + LAYERS}.0.op", f"down_blocks.{level}.downsamplers.0.conv"


def _middle() -> Iterator[tuple[str, str]]:
    yield from _layer("middle_block", "mid_block", 0)
    yield from _residual("middle_block.3", "mid_block", 1)


def _up() -> Iterator[tuple[str, str]]:
    for level in range(LEVELS):
        first = level * (LAYERS + 1)
        for layer in range(LAYERS + 1):
            yield from _layer(f"output_blocks.{first + layer}", f"up_blocks.{level}", layer)
        # The deepest level has no attention, so that its upsampler moves up to second place.
        place = 3 if level else 1
        sampler = f"output_blocks.{first + LAYERS}.{place}.conv"
        yield sampler, f"up_blocks.{level}.upsamplers.0.conv"


def _layer(original: str, block: str, layer: int) -> Iterator[tuple[str, str]]:
    """A residual block, then attention within the picture, then along time."""
    yield from _residual(f"{original}.0", block, layer)
    yield f"{original}.1", f"{block}.attentions.{layer}"
    yield f"{original}.2", f"{block}.temp_attentions.{layer}"


def _residual(original: str, block: str, layer: int) -> Iterator[tuple[str, str]]:
    for old, new in _RESIDUAL.items():
        yield f"{original}.{old}", f"{block}.resnets.{layer}.{new}"
    # "temopral" is the release's spelling.
    yield f"{original}.temopral_conv", f"{block}.temp_convs.{layer}"
