"""Loading with torch: strict, part by part, quiet, on the device and in the format asked for."""

import gc
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.backend import Loading
from mongyudo.backends.diffusion.files import AGAIN
from mongyudo.backends.diffusion.hub import Weights
from mongyudo.backends.diffusion.memory import MemoryOptions, quantiser_missing
from mongyudo.backends.diffusion.release import Release
from mongyudo.backends.diffusion.weights import components_of
from mongyudo.errors import BackendError, UsageError

if TYPE_CHECKING:
    import torch

SHOWN = 3
"""Names of tensors that an error shows."""


def quiet() -> None:
    """No progress bars and no advice from the libraries; ours speak."""
    from diffusers.utils import logging as diffusers_log
    from transformers.utils import logging as transformers_log

    for library in (diffusers_log, transformers_log):
        library.disable_progress_bar()
        library.set_verbosity_error()


def free() -> None:
    """Give back what a dropped pipeline held."""
    import torch

    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()


def loading_for(
    own_dtype: str, weights: Weights, options: Options, memory: MemoryOptions
) -> Loading:
    """How to load weights whose own format is `own_dtype`; UsageError for a device not there."""
    device = device_for(options.device)
    return Loading(weights, _dtype(own_dtype, options.dtype, device), device, memory, options)


def device_for(wish: str) -> "torch.device":
    """The device that a setting asks for; raises UsageError for one that is not there."""
    import torch

    if wish != "auto":
        try:
            device = torch.device(wish)
            torch.empty(0, device=device)
        except (RuntimeError, AssertionError) as error:
            raise UsageError(f"device {wish!r} cannot be used here: {error}") from error
        return device
    if torch.cuda.is_available():
        return torch.device("cuda")
    return torch.device("mps" if torch.backends.mps.is_available() else "cpu")


def _dtype(own: str, wish: str, device: "torch.device") -> "torch.dtype":
    """The release's own format on a GPU; float32 on the CPU, where 16 bits are slower."""
    import torch

    if wish == "auto":
        wish = "float32" if device.type == "cpu" else own
    dtype: torch.dtype = getattr(torch, wish)
    return dtype


def load_parts(kind: type[Any], name: str, release: Release, loading: Loading, **given: Any) -> Any:
    """A diffusers pipeline of class `kind` from a folder in the release's layout.

    Every part with weights is loaded by itself, from safetensors only, and refused unless its
    tensors are exactly those the class wants. `given` are parts made otherwise.
    Raises BackendError naming the part.
    """
    import torch

    folder = loading.weights.folder
    parts = dict(given)
    for part, (library, class_name) in components_of(folder).items():
        if part in parts or not (folder / part / "config.json").exists():
            continue
        dtype = torch.float32 if part in release.float32_parts else loading.dtype
        found = class_in(library, class_name)
        _insist_on_kind(name, kind, part, found)
        parts[part] = load_part(name, found, loading, part, dtype)
    try:
        return kind.from_pretrained(folder, local_files_only=True, **parts)
    except (OSError, ValueError, TypeError) as error:
        raise BackendError(f"{name}: {folder} cannot be loaded: {error}") from error


def _insist_on_kind(name: str, pipeline: type[Any], part: str, found: type[Any]) -> None:
    """Another model's network is refused before it is loaded, where the pipeline says its own.

    Only diffusers' models are asked for: text encoders come in many classes that work alike.
    """
    wanted = get_type_hints(pipeline.__init__).get(part)
    models = [
        k
        for k in get_args(wanted) or (wanted,)
        if str(getattr(k, "__module__", "")).startswith("diffusers.models")
    ]
    if models and not issubclass(found, tuple(models)):
        raise BackendError(
            f"{name}: {part!r} is {found.__name__}, not {models[0].__name__}. Is this folder the "
            f"weights of {name}?"
        )


def class_in(library: str, name: str) -> type[Any]:
    """A class of diffusers or transformers by name; raises BackendError for any other."""
    import diffusers
    import transformers

    homes = {"diffusers": diffusers, "transformers": transformers}
    if library not in homes or not hasattr(homes[library], name):
        raise BackendError(f"model_index.json names {library}.{name}, which is not known here")
    found: type[Any] = getattr(homes[library], name)
    return found


def load_part(name: str, kind: type[Any], loading: Loading, part: str, dtype: "torch.dtype") -> Any:
    """One part with all its tensors; raises BackendError unless they fit exactly."""
    folder = loading.weights.folder / part
    how: dict[str, Any] = {"use_safetensors": True, "local_files_only": True}
    if loading.memory.bits and "Transformer" in kind.__name__:
        how |= _quantised(kind, loading.memory.bits, dtype)
    is_ours = kind.__module__.startswith("diffusers") or "mongyudo" in kind.__module__
    how["torch_dtype" if is_ours else "dtype"] = dtype
    try:
        module, info = kind.from_pretrained(folder, output_loading_info=True, **how)
    except (OSError, ValueError, RuntimeError, KeyError) as error:
        raise BackendError(f"{name}: {folder} cannot be loaded: {error}. {AGAIN}") from error
    _insist(name, part, info)
    # Frozen from the start: torch multiplies by frozen weights in another order, and putting an
    # adapter on freezes them, so the base model would not film the same afterwards.
    module.requires_grad_(requires_grad=False)
    return module


def _insist(name: str, part: str, info: dict[str, Any]) -> None:
    """Strict loading: nothing absent, nothing over, nothing misshapen."""
    for fault in ("missing_keys", "unexpected_keys", "mismatched_keys", "error_msgs"):
        found = sorted(map(str, info.get(fault) or ()))
        if found:
            raise BackendError(
                f"{name}: the tensors of {part!r} do not fit: {len(found)} "
                f"{fault.replace('_', ' ')}, such as {', '.join(found[:SHOWN])}. Is this folder "
                f"the weights of {name}?"
            )


def _quantised(kind: type[Any], bits: int, dtype: "torch.dtype") -> dict[str, Any]:
    """The loading options for 4 bits (nf4) or 8; raises BackendError without bitsandbytes."""
    missing = quantiser_missing([kind])
    if missing:
        raise BackendError(f"{bits}-bit loading: {missing}")
    from diffusers import BitsAndBytesConfig

    fine = {"bnb_4bit_quant_type": "nf4", "bnb_4bit_compute_dtype": dtype} if bits == 4 else {}
    return {"quantization_config": BitsAndBytesConfig(**{f"load_in_{bits}bit": True}, **fine)}
