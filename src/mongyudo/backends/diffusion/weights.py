"""Where a model's weights are, and whether they are whole. Knows files, not torch."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mongyudo.backends.contract import Options
from mongyudo.errors import BackendError

INDEX = "model_index.json"
HEADER_MOST_BYTES = 100_000_000
"""The safetensors format's own limit for a header."""

_KEPT = ("*.json", "*.safetensors", "*.txt", "*.model", "*.jinja")
"""Files of a release that are downloaded: no pickles, no code."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A folder of weights; `source` is the folder or hub id that was asked for, `revision` the
    commit on the hub, "" for a plain folder."""

    folder: Path
    source: str
    revision: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """Weights that are not on this machine, and what would bring them."""

    reason: str
    remedy: str


def locate(name: str, hub_id: str, options: Options) -> Weights | Missing:
    """The weights of backend `name`: the folder or hub id asked for, else a folder called as the
    backend in `weights_dir`, else the release in the hub's cache. Never asks the network."""
    asked = options.weights
    if asked and Path(asked).is_dir():
        return Weights(Path(asked), asked)
    if asked and not _is_hub_id(asked):
        return Missing(
            f"there is no folder {asked!r}, and it is no hub id (owner/name)",
            f"Try --weights {hub_id}, or a folder with {INDEX}.",
        )
    kept = options.weights_dir / name if options.weights_dir and not asked else None
    if kept is not None and kept.is_dir():
        return Weights(kept, str(kept))
    return _in_cache(name, asked or hub_id)


def download(name: str, hub_id: str, options: Options) -> Weights:
    """Bring a release into the hub's cache; raises BackendError when the hub cannot be asked."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError

    repository, revision = _parted(options.weights or hub_id)
    if options.offline:
        raise BackendError(f"{name}: offline is set; {repository} was not asked for")
    try:
        folder = snapshot_download(repository, revision=revision, allow_patterns=list(_KEPT))
    except (HfHubHTTPError, LocalEntryNotFoundError, OSError, ValueError) as error:
        raise BackendError(
            f"{name}: {repository} could not be downloaded from the model hub: {error}. Check the "
            f"name and the network, or give a folder with --weights."
        ) from error
    return Weights(Path(folder), repository, Path(folder).name)


def _in_cache(name: str, hub_id: str) -> Weights | Missing:
    from huggingface_hub import try_to_load_from_cache

    repository, revision = _parted(hub_id)
    found = try_to_load_from_cache(repository, INDEX, revision=revision)
    if isinstance(found, str):
        folder = Path(found).parent
        return Weights(folder, repository, folder.name)
    return Missing(
        f"the weights {hub_id} are not on this machine",
        f"Run `mongyudo backends download {name}`, or give a folder with --weights.",
    )


def _is_hub_id(text: str) -> bool:
    parts = text.partition("@")[0].split("/")
    return len(parts) == 2 and all(parts)


def _parted(hub_id: str) -> tuple[str, str | None]:
    """`owner/name@revision` -> both."""
    repository, _, revision = hub_id.partition("@")
    return repository, revision or None


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
            _examine_words(name, folder / part)
        else:
            read_json(folder / part / "config.json")
            examine_tensors(name, folder / part)


AGAIN = "Download or copy the weights again."


def _examine_words(name: str, folder: Path) -> None:
    if not any(folder.iterdir()):
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


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object from a file; raises BackendError when it is absent or no JSON."""
    try:
        value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BackendError(
            f"{path} is missing: this is no folder of weights in diffusers' layout, or not all of "
            f"it. {AGAIN}"
        ) from error
    except ValueError as error:
        raise BackendError(f"{path} is no JSON ({error}). {AGAIN}") from error
    return value
