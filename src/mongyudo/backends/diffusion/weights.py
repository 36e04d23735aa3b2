"""Where a model's weights are, and whether they are whole. Knows files, not torch."""

import json
from pathlib import Path
from typing import Any

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.files import AGAIN, read_json
from mongyudo.backends.diffusion.hub import INDEX, Missing, Source, Weights, in_cache
from mongyudo.errors import BackendError

HEADER_MOST_BYTES = 100_000_000
"""The safetensors format's own limit for a header."""


def locate(name: str, source: Source, options: Options) -> Weights | Missing:
    """The weights of backend `name`: the folder or hub id asked for, else a folder called as the
    backend in `weights_dir`, else the release in the hub's cache. Never asks the network."""
    asked = options.weights
    if asked and Path(asked).is_dir():
        return Weights(Path(asked), asked)
    if asked and not _is_hub_id(asked):
        return Missing(
            f"there is no folder {asked!r}, and it is no hub id (owner/name)",
            f"Try --weights {source.hub_id}, or a folder with {INDEX}.",
        )
    kept = options.weights_dir / name if options.weights_dir and not asked else None
    if kept is not None and kept.is_dir():
        return Weights(kept, str(kept))
    return in_cache(name, source, asked or source.hub_id)


def _is_hub_id(text: str) -> bool:
    parts = text.partition("@")[0].split("/")
    return len(parts) == 2 and all(parts)


def components_of(folder: Path) -> dict[str, tuple[str, str]]:
    """Part -> (library, class) as model_index.json names them; raises BackendError."""
    index = read_json(folder / INDEX)
    return {
        part: (value[0], value[1])
        for part, value in index.items()
        if isinstance(value, list) and len(value) == 2 and value[0]
    }


def examine(name: str, folder: Path) -> None:
    """Raise BackendError, naming the file and the remedy, unless every part is there and whole."""
    for part, (_, kind) in components_of(folder).items():
        if not (folder / part).is_dir():
            raise BackendError(f"{name}: {folder} lacks the part {part!r} ({kind}). {AGAIN}")
        if "Scheduler" in kind:
            read_json(folder / part / "scheduler_config.json")
        elif "Tokenizer" in kind or "Processor" in kind:
            examine_words(name, folder / part)
        else:
            read_json(folder / part / "config.json")
            examine_tensors(name, folder / part)


def examine_words(name: str, folder: Path) -> None:
    """Raise BackendError unless a tokenizer's or processor's folder holds files."""
    if not folder.is_dir() or not any(folder.iterdir()):
        raise BackendError(f"{name}: {folder} is empty: the {folder.name} is missing. {AGAIN}")


def examine_tensors(name: str, folder: Path) -> None:
    """Raise BackendError unless `folder` holds whole safetensors files."""
    files = sorted(folder.glob("*.safetensors"))
    if not files:
        others = [p.name for pattern in ("*.bin", "*.pt", "*.ckpt") for p in folder.glob(pattern)]
        found = f"; {', '.join(others)} may hold code and is not loaded" if others else ""
        raise BackendError(f"{name}: no safetensors file in {folder}{found}. {AGAIN}")
    _examine_shards(name, folder)
    for path in files:
        header_of(path)


def _examine_shards(name: str, folder: Path) -> None:
    """Every shard that an index names is there."""
    for index in folder.glob("*.safetensors.index.json"):
        named = set(read_json(index).get("weight_map", {}).values())
        absent = sorted(shard for shard in named if not (folder / shard).exists())
        if absent:
            raise BackendError(f"{name}: {folder} lacks {', '.join(absent)}. {AGAIN}")


def header_of(path: Path) -> dict[str, Any]:
    """The header of a safetensors file: tensor -> dtype, shape, data_offsets.

    Raises BackendError for a file that is truncated or no safetensors file.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if size < 8 or length > min(size - 8, HEADER_MOST_BYTES):
            raise BackendError(f"{path} is no whole safetensors file ({size} bytes). {AGAIN}")
        try:
            header: dict[str, Any] = json.loads(file.read(length))
        except ValueError as error:
            raise BackendError(f"{path} has no readable header ({error}). {AGAIN}") from error
    ends = [entry["data_offsets"][1] for key, entry in header.items() if key != "__metadata__"]
    wanted = 8 + length + max(ends, default=0)
    if size != wanted:
        raise BackendError(f"{path} has {size} bytes, {wanted} are announced. {AGAIN}")
    return header
