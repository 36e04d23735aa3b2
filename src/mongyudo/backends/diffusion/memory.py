"""Sets of memory options, from fast and large to slow and small."""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from mongyudo.errors import UsageError

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True, slots=True)
class MemoryOptions:
    """How weights are held: `offload` moves parts to the GPU as they are needed, whole or block by
    block; `tiling` decodes the picture piece by piece; `fp8` stores the denoiser in 8 bits and
    computes in 16; `bits` loads it quantised (needs bitsandbytes)."""

    name: str
    offload: Literal["", "model", "group"] = ""
    tiling: bool = False
    fp8: bool = False
    bits: Literal[0, 4, 8] = 0


LADDER = (
    MemoryOptions("plain"),
    MemoryOptions("tiling", tiling=True),
    MemoryOptions("offload", offload="model", tiling=True),
    MemoryOptions("fp8", offload="model", tiling=True, fp8=True),
    MemoryOptions("group", offload="group", tiling=True, fp8=True),
    MemoryOptions("4bit", offload="model", tiling=True, bits=4),
    MemoryOptions("8bit", offload="model", tiling=True, bits=8),
)
NAMES = tuple(options.name for options in LADDER)
RETRIES = {"plain": "tiling", "tiling": "offload", "offload": "fp8", "8bit": "4bit", "fp8": "group"}
"""What is tried next when memory runs out."""


def named(name: str) -> MemoryOptions:
    """The options called `name` ("auto": plain); raises UsageError for another name."""
    wished = "plain" if name == "auto" else name
    for options in LADDER:
        if options.name == wished:
            return options
    raise UsageError(f"memory {name!r} is unknown. Known: auto, {', '.join(NAMES)}")


def cheaper(options: MemoryOptions) -> MemoryOptions | None:
    """The next cheaper options, None when there are none."""
    following = RETRIES.get(options.name)
    return None if following is None else named(following)


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
    if device.type == "cpu":
        return
    if options.offload == "model":
        pipe.enable_model_cpu_offload(device=device)
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
    import torch

    for name, part in pipe.components.items():
        if not isinstance(part, torch.nn.Module):
            continue
        if name in denoisers:
            part.enable_group_offload(
                onload_device=device, offload_type="block_level", num_blocks_per_group=1
            )
        else:
            part.to(device)
