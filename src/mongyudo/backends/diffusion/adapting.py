"""Adapters on a loaded pipeline: put on by name, switched, blended, taken off, never reloaded.

Everything goes through the denoisers themselves (diffusers' PeftAdapterMixin), which every family
has, and not through the pipelines, of which some have no LoRA calls.
"""

import json
import warnings
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mongyudo.backends.adapters import PEFT, card_metadata, metadata_of, read_card
from mongyudo.errors import BackendError
from mongyudo.records import AdapterCard

if TYPE_CHECKING:
    import torch

TARGETS = ("to_q", "to_k", "to_v", "to_out.0")
"""The attention layers that every model here has."""
SHOWN = 3
CONFIGURED = ("r", "lora_alpha", "rank_pattern", "alpha_pattern", "target_modules", "use_dora",
              "use_rslora", "lora_bias", "exclude_modules")  # fmt: skip
"""Entries of a file's peft configuration that are believed; the others are how it was trained."""


class Wardrobe:
    """The adapters of one loaded pipeline: each read from its file once, then only switched."""

    def __init__(self, backend: str, pipe: Any, denoisers: tuple[str, ...], base_hash: str) -> None:
        self._backend, self._pipe, self._base_hash = backend, pipe, base_hash
        self._modules = {part: getattr(pipe, part) for part in denoisers}
        self._parts: dict[Path, tuple[str, ...]] = {}
        self._stamps: dict[Path, tuple[int, int]] = {}

    def wear(self, adapters: Mapping[Path, float], *, even_at_0: bool = False) -> None:
        """Film with these files at these scales from now on; with none, or all 0, as the base.

        `even_at_0` leaves layers at work whose scale is 0, to see that they do nothing.
        Raises BackendError for a file that is broken, of another base, or does not fit.
        """
        worn = {path: scale for path, scale in adapters.items() if scale or even_at_0}
        for path in worn:
            self._keep_fresh(path)
        for part, module in self._modules.items():
            self._switch(part, module, worn)

    def _switch(self, part: str, module: Any, worn: Mapping[Path, float]) -> None:
        from diffusers.utils import set_weights_and_activate_adapters

        mine = {_inner(path): s for path, s in worn.items() if part in self._parts[path]}
        if mine:
            # Not module.set_adapters: it knows classes by name, and our subclasses not.
            set_weights_and_activate_adapters(module, list(mine), list(mine.values()))
            module.enable_lora()
        elif getattr(module, "peft_config", None):
            module.disable_lora()

    def _keep_fresh(self, path: Path) -> None:
        """Read a file that is new, or that was trained anew while this session filmed."""
        told = path.stat()
        stamp = (told.st_mtime_ns, told.st_size)
        if self._stamps.get(path) == stamp:
            return
        self._take_out(path)
        try:
            self._parts[path] = self._put_in(path)
        except BackendError:
            self._take_out(path)  # a first part may fit where a second does not
            raise
        self._stamps[path] = stamp

    def _take_out(self, path: Path) -> None:
        self._stamps.pop(path, None)
        for module in self._modules.values():
            if _inner(path) in getattr(module, "peft_config", {}):
                module.delete_adapters(_inner(path))

    def _put_in(self, path: Path) -> tuple[str, ...]:
        """Read one file onto the parts it is for; the parts' names."""
        card = read_card(path)
        self._insist_on_base(path, card)
        tensors, configs = _by_part(path, tuple(self._modules))
        for part, state in tensors.items():
            module = self._modules[part]
            self._inject(path, module, state, configs[part])
            self._insist_on_all(path, module, state)
        return tuple(tensors)

    def _inject(
        self, path: Path, module: Any, state: Mapping[str, Any], config: dict[str, Any]
    ) -> None:
        how = {"prefix": None, "adapter_name": _inner(path), "metadata": config}
        try:
            with warnings.catch_warnings():
                # peft warns of the second adapter on a model, which is what is wanted here.
                warnings.filterwarnings("ignore", message="Already found a `peft_config`")
                module.load_lora_adapter(dict(state), _pipeline=self._pipe, **how)
        except (RuntimeError, ValueError, KeyError, TypeError) as error:
            raise BackendError(
                f"{self._backend}: adapter {path} does not fit the model: {_cause(error)}"
            ) from error

    def _insist_on_all(self, path: Path, module: Any, state: Mapping[str, Any]) -> None:
        """Every tensor of the file is on the model, bit for bit, and the model has no other."""
        own = _adapter_tensors(module, _inner(path))
        odd = sorted(set(own) ^ set(state))
        if odd or not state:
            raise BackendError(
                f"{self._backend}: {len(set(own) & set(state))} of the {len(state)} tensors of "
                f"adapter {path} fit the model; not so {', '.join(odd[:SHOWN])}. It is for "
                f"another model."
            )
        dtype = _computing_dtype(module)
        for name, parameter in own.items():
            # Put in once more: a model that stores in 8 bits has stored these in 8 bits too.
            parameter.data = state[name].to(parameter.device, dtype)

    def _insist_on_base(self, path: Path, card: AdapterCard) -> None:
        if card.base_hash != self._base_hash:
            raise BackendError(
                f"{self._backend}: adapter {path} was trained on {card.base_model} (fingerprint "
                f"{card.base_hash}), not on these weights ({self._base_hash}). Film with its own "
                f"base, or train it again on this one."
            )


def _inner(path: Path) -> str:
    """The adapter's name inside the model; torch allows no dot in it."""
    return path.stem.replace(".", "_")


def _by_part(
    path: Path, parts: tuple[str, ...]
) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    """A file's tensors and configurations, part by part; raises BackendError for what is over."""
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        everything = load_file(path)
    except (SafetensorError, OSError) as error:
        raise BackendError(f"adapter {path} cannot be read: {error}") from error
    tensors: dict[str, dict[str, Any]] = {}
    for key, value in everything.items():
        part, _, rest = key.partition(".")
        if part not in parts or ".lora_" not in rest:
            raise BackendError(
                f"adapter {path} holds {key!r}, which belongs to none of {', '.join(parts)}: it is "
                f"for another model, or of a format that is not known here"
            )
        tensors.setdefault(part, {})[rest] = value
    if not tensors:
        raise BackendError(f"adapter {path} holds no LoRA tensors (0 keys). Train it again.")
    return tensors, {part: _config(path, part) for part in tensors}


def _config(path: Path, part: str) -> dict[str, Any]:
    """Rank, alpha and targets; without them alpha would silently become the rank."""
    try:
        told = json.loads(metadata_of(path).get(PEFT, "{}"))
    except ValueError as error:
        raise BackendError(
            f"adapter {path}: {PEFT} is no JSON ({error}). Save it again."
        ) from error
    config = {key: told[f"{part}.{key}"] for key in CONFIGURED if f"{part}.{key}" in told}
    if "r" not in config or "lora_alpha" not in config:
        raise BackendError(
            f"adapter {path} does not tell its rank and alpha ({PEFT}). Save it again with them."
        )
    return config


def _adapter_tensors(module: Any, inner: str) -> dict[str, Any]:
    """The parameters of one adapter by their names in a file."""
    mark = f".{inner}."
    return {
        name.replace(mark, "."): parameter
        for name, parameter in module.named_parameters()
        if mark in name
    }


def _computing_dtype(module: Any) -> "torch.dtype":
    """The format in which a module computes; it may store its weights in 8 bits."""
    import torch

    small = (torch.float8_e4m3fn, torch.float8_e5m2, torch.int8, torch.uint8)
    found = [p.dtype for n, p in module.named_parameters() if ".lora_" not in n]
    return next((dtype for dtype in found if dtype not in small), torch.float32)


def _cause(error: BaseException) -> str:
    """The first line of the first error: diffusers hides it when it tidies up after itself."""
    while error.__context__ is not None:
        error = error.__context__
    return next(iter(str(error).splitlines()), type(error).__name__)


def attach(
    modules: Mapping[str, Any], name: str, rank: int, alpha: float,
    targets: tuple[str, ...] | str = TARGETS,
) -> None:  # fmt: skip
    """New adapter layers `name` on each module, to be trained; B starts at zero.

    `targets` are ends of layer names, or one regular expression for whole names.
    """
    from peft import LoraConfig

    wished = targets if isinstance(targets, str) else list(targets)
    for module in modules.values():
        config = LoraConfig(r=rank, lora_alpha=alpha, target_modules=wished, init_lora_weights=True)
        module.add_adapter(config, adapter_name=name)


def save(path: Path, modules: Mapping[str, Any], name: str, card: AdapterCard) -> AdapterCard:
    """Write adapter `name` of the modules (part -> denoiser) with its card; the card as written.

    The card's rank, alpha and targets are those of the layers. The file appears whole or not at
    all.
    """
    from peft.utils import get_peft_model_state_dict
    from safetensors.torch import save_file

    tensors: dict[str, Any] = {}
    told: dict[str, Any] = {}
    for part, module in modules.items():
        state = get_peft_model_state_dict(module, adapter_name=name)
        tensors |= {f"{part}.{key}": value.cpu().contiguous() for key, value in state.items()}
        config = module.peft_config[name].to_dict()
        told |= {f"{part}.{key}": _plain(config[key]) for key in CONFIGURED if key in config}
        card = replace(card, rank=config["r"], alpha=float(config["lora_alpha"]))
        card = replace(card, targets=_names(config["target_modules"]))
    metadata = {"format": "pt", PEFT: json.dumps(told, sort_keys=True), **card_metadata(card)}
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    try:
        save_file(tensors, unfinished, metadata=metadata)
        unfinished.replace(path)  # one atomic step
    finally:
        unfinished.unlink(missing_ok=True)
    return card


def _names(targets: Any) -> tuple[str, ...]:
    """Layer names, or one regular expression, as a card holds them."""
    return (targets,) if isinstance(targets, str) else tuple(sorted(targets))


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, set) else value
