"""Sets of memory options, from fast and large to slow and small."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from mongyudo.errors import UsageError

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True, slots=True)
class MemoryOptions:
    """How weights are held.

    `offload` moves parts to the GPU as they are needed: whole, block by block, or layer by layer;
    `tiling` decodes the picture piece by piece; `fp8` stores the denoiser in 8 bits and computes in
    16; `bits` loads it quantised (needs bitsandbytes).
    """

    name: str
    offload: Literal["", "model", "group", "sequential"] = ""
    tiling: bool = False
    fp8: bool = False
    bits: Literal[0, 4, 8] = 0


LADDER = (
    MemoryOptions("plain"),
    MemoryOptions("tiling", tiling=True),
    MemoryOptions("offload", offload="model", tiling=True),
    MemoryOptions("fp8", offload="model", tiling=True, fp8=True),
    MemoryOptions("8bit", offload="model", tiling=True, bits=8),
    MemoryOptions("4bit", offload="model", tiling=True, bits=4),
    MemoryOptions("group", offload="group", tiling=True, fp8=True),
    MemoryOptions("sequential", offload="sequential", tiling=True),
)
NAMES = tuple(options.name for options in LADDER)
RETRIES = {
    "plain": "tiling",
    "tiling": "offload",
    "offload": "fp8",
    "fp8": "4bit",
    "8bit": "4bit",
    "4bit": "group",
    "group": "sequential",
}
"""What is tried next when memory runs out."""
ENCODER_BLOCKS = 2
"""Blocks of a text encoder that are moved at once, as published for LTX-Video:
https://huggingface.co/docs/diffusers/api/pipelines/ltx_video (read 2026-11)."""


def named(name: str) -> MemoryOptions:
    """The options called `name` ("auto": plain); raises UsageError for another name."""
    wished = "plain" if name == "auto" else name
    for options in LADDER:
        if options.name == wished:
            return options
    raise UsageError(f"memory {name!r} is unknown. Known: auto, {', '.join(NAMES)}")


def cheaper(options: MemoryOptions, quantiser: str = "") -> tuple[MemoryOptions | None, str]:
    """The next cheaper options, None when there are none, and what was skipped on the way to them.

    `quantiser` is why nothing can be quantised here, "" when it can be.
    """
    following, skipped = RETRIES.get(options.name), []
    while following is not None and named(following).bits and quantiser:
        skipped.append(f"{following!r} is skipped: {quantiser}")
        following = RETRIES.get(following)
    return (None if following is None else named(following)), "; ".join(skipped)


def quantiser_missing(kinds: Iterable[type[Any]]) -> str:
    """Why denoisers of these classes cannot be quantised here, "" when they can be."""
    from importlib.util import find_spec

    if find_spec("bitsandbytes") is None:
        return "bitsandbytes is not installed (pip install bitsandbytes)"
    others = [kind.__name__ for kind in kinds if "Transformer" not in kind.__name__]
    return f"{others[0]} is no transformer" if others else ""


def settle(pipe: Any, options: MemoryOptions, device: "torch.device", denoisers: list[str]) -> None:
    """Put `pipe` on `device` under `options`; `denoisers` are its large parts.

    Offloading needs an accelerator; on the CPU everything is where it must be already.
    """
    if options.fp8:
        _store_in_8_bits(pipe, denoisers)
    if options.tiling:
        for switch in ("enable_tiling", "enable_slicing"):
            # SVD's VAE has the calls but not the ability; its pipeline decodes in chunks instead.
            with suppress(NotImplementedError):
                getattr(pipe.vae, switch, lambda: None)()
    if device.type != "cpu":
        place(pipe, options, device, denoisers)


def place(pipe: Any, options: MemoryOptions, device: "torch.device", denoisers: list[str]) -> None:
    """Move the parts of `pipe` to `device`, now or as they are needed; `settle` minds the CPU."""
    if options.offload == "model":
        pipe.enable_model_cpu_offload(device=device)
    elif options.offload == "sequential":
        pipe.enable_sequential_cpu_offload(device=device)
    elif options.offload == "group":
        _offload_groups(pipe, device, denoisers)
    else:
        pipe.to(device)


def _store_in_8_bits(pipe: Any, denoisers: list[str]) -> None:
    import torch

    for part in denoisers:
        module = getattr(pipe, part)
        module.enable_layerwise_casting(
            storage_dtype=torch.float8_e4m3fn, compute_dtype=module.dtype
        )


def _offload_groups(pipe: Any, device: "torch.device", denoisers: list[str]) -> None:
    """As published for LTX-Video: the denoiser layer by layer, fetched ahead where the device has
    streams, text encoders by blocks; what is decoded with stays, it works in one piece."""
    import torch
    from diffusers.hooks import apply_group_offloading

    for name, part in pipe.components.items():
        if not isinstance(part, torch.nn.Module):
            continue
        if name in denoisers:
            part.enable_group_offload(
                onload_device=device, offload_type="leaf_level", use_stream=device.type == "cuda"
            )
        elif name.startswith("text_encoder"):
            apply_group_offloading(
                part,
                onload_device=device,
                offload_type="block_level",
                num_blocks_per_group=ENCODER_BLOCKS,
            )
        else:
            part.to(device)
