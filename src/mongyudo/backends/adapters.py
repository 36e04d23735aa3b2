"""LoRA adapters as files: their cards, which base they belong to, and where they are kept.

An adapter is one safetensors file, `adapters_dir/<backend>/<method>-<label>.safetensors`, such as
`emotion-공포.safetensors`. Its card stands in the file's own header, so nothing can part them.
torch is not needed here; `diffusion.adapting` puts adapters on a model.
"""

import json
import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from hashlib import blake2b, file_digest
from pathlib import Path
from shutil import copyfileobj
from typing import Any

from mongyudo.backends.diffusion.weights import header_of
from mongyudo.errors import BackendError, UsageError
from mongyudo.records import AdapterCard

CARD = "mongyudo.card"
"""Key of the card in a file's metadata."""
PEFT = "lora_adapter_metadata"
"""Key under which diffusers keeps rank, alpha and targets, with the part's name before each."""
SUFFIX = ".safetensors"
VOLATILE = ("_name_or_path", "_diffusers_version", "_class_name", "transformers_version")
"""Entries of a config that change when a folder is copied or saved anew."""
SAMPLED_TENSORS = 64
SAMPLE_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Worn:
    """An adapter by its name (`emotion:공포`) and how much it weighs in a blend."""

    name: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Kept:
    """An adapter file of a backend: its card, or why it cannot be read."""

    backend: str
    name: str
    path: Path
    card: AdapterCard | None
    fault: str = ""


def parse(wish: str | None) -> tuple[Worn, ...]:
    """`emotion:공포`, or a blend such as `emotion:공포*0.7+emotion:슬픔*0.3`; raises UsageError."""
    return tuple(_parse_one(part.strip()) for part in wish.split("+")) if wish else ()


def _parse_one(part: str) -> Worn:
    name, star, factor = part.partition("*")
    method, colon, label = name.strip().partition(":")
    if not (colon and method and label) or "/" in name:
        raise UsageError(f"adapter {part!r} is no name. Write emotion:공포 or category:지상동물.")
    return Worn(unicodedata.normalize("NFC", name.strip()), _weight(factor) if star else 1.0)


def _weight(text: str) -> float:
    """A finite number; raises UsageError."""
    try:
        weight = float(text)
    except ValueError:
        weight = math.nan
    if not math.isfinite(weight):
        raise UsageError(f"{text!r} is no weight of an adapter. Try emotion:공포*0.5")
    return weight


@dataclass(frozen=True, slots=True)
class Outfit:
    """The adapters of one shot that somebody made: their weights in the blend, files and cards."""

    worn: tuple[tuple[Worn, Path, AdapterCard], ...] = ()
    scale: float = 1.0

    @property
    def files(self) -> dict[Path, float]:
        """Each file and how strongly it acts."""
        weights: dict[Path, float] = {}
        for each, path, _ in self.worn:
            weights[path] = weights.get(path, 0.0) + each.weight * self.scale
        return weights

    @property
    def trigger(self) -> str:
        """The opening of the heaviest adapter's prompts, "" for none."""
        weighed = [(each.weight, card.trigger.strip()) for each, _, card in self.worn]
        trigger = max(weighed, default=(0.0, ""), key=lambda pair: pair[0])[1]
        return f"{trigger} " if trigger else ""

    @property
    def told(self) -> dict[str, object]:
        """What the manifest says; `adapter` is null for the base model alone."""
        if not self.worn:
            return {"adapter": None}
        names = [each.name + (f"*{each.weight:g}" * (each.weight != 1)) for each, _, _ in self.worn]
        files = [_told_file(path, card) for _, path, card in self.worn]
        return {"adapter": "+".join(names), "adapter_scale": self.scale, "adapter_files": files}


def _told_file(path: Path, card: AdapterCard) -> dict[str, object]:
    return {
        "file": path.name,
        "hash": digest(path),
        "base_model": card.base_model,
        "base_hash": card.base_hash,
        "rank": card.rank,
        "alpha": card.alpha,
        "licence": card.licence,
    }


def outfit(adapters_dir: Path | None, backend: str, wish: str | None, scale: float) -> Outfit:
    """What a shot that wishes for `wish` wears: the base model's own look where nothing was made.

    Raises UsageError for a wish that is no name, BackendError for a file that is broken.
    """
    found = [(each, find(adapters_dir, backend, each.name)) for each in parse(wish)]
    worn = [
        (each, path, read_card(path)) for each, path in found if path is not None and each.weight
    ]
    return Outfit(tuple(worn) if scale else (), scale)


def file_name(name: str) -> str:
    """`emotion:공포` -> `emotion-공포.safetensors`."""
    method, _, label = name.partition(":")
    return f"{method}-{label}{SUFFIX}"


def find(adapters_dir: Path | None, backend: str, name: str) -> Path | None:
    """The file of adapter `name` for `backend`, None when nobody made one.

    Names are compared in NFC: some file systems give Korean names back in pieces.
    """
    wished = unicodedata.normalize("NFC", file_name(name))
    for path in _files(adapters_dir, backend):
        if unicodedata.normalize("NFC", path.name) == wished:
            return path
    return None


def kept(adapters_dir: Path | None) -> Iterator[Kept]:
    """Every adapter file under `adapters_dir`, sorted by backend and name; raises UsageError where
    that is no folder."""
    if adapters_dir is None:
        return
    _insist_on_folder(adapters_dir)
    for folder in sorted(path for path in adapters_dir.iterdir() if path.is_dir()):
        for path in _files(adapters_dir, folder.name):
            method, _, label = unicodedata.normalize("NFC", path.stem).partition("-")
            try:
                card, fault = read_card(path), ""
            except BackendError as error:
                card, fault = None, str(error)
            yield Kept(folder.name, f"{method}:{label}", path, card, fault)


def _insist_on_folder(adapters_dir: Path) -> None:
    if not adapters_dir.is_dir():
        raise UsageError(f"adapters_dir {str(adapters_dir)!r} is no folder. Correct the settings.")


def _files(adapters_dir: Path | None, backend: str) -> list[Path]:
    if adapters_dir is None:
        return []
    _insist_on_folder(adapters_dir)
    return sorted((adapters_dir / backend).glob(f"[!.]*{SUFFIX}"))


def read_card(path: Path) -> AdapterCard:
    """What an adapter file says of itself; BackendError for one broken or without a card."""
    text = metadata_of(path).get(CARD)
    if text is None:
        raise BackendError(
            f"{path} carries no card ({CARD}): its base, alpha and licence are unknown. "
            f"Adapters are written by `mongyudo train`, or by backends.diffusion.adapting.save."
        )
    known = {field.name for field in fields(AdapterCard)}
    try:
        values = {key: value for key, value in json.loads(text).items() if key in known}
        rows = {key: tuple(value) for key, value in values.items() if isinstance(value, list)}
        return AdapterCard(**(values | rows))
    except (ValueError, TypeError, AttributeError) as error:
        raise BackendError(
            f"{path} has a card that cannot be read: {error}. Save it again."
        ) from error


def metadata_of(path: Path) -> dict[str, str]:
    """The metadata in the header of a whole safetensors file; raises BackendError."""
    found: dict[str, str] = _whole_header(path).get("__metadata__", {})
    return found


def _whole_header(path: Path) -> dict[str, Any]:
    if path.suffix != SUFFIX:
        raise BackendError(f"{path} is no safetensors file; other formats may hold code")
    try:
        return header_of(path)
    except OSError as error:
        raise BackendError(f"adapter {path} cannot be read: {error}") from error


def card_metadata(card: AdapterCard) -> dict[str, str]:
    """The metadata entry that carries `card`."""
    return {CARD: json.dumps(asdict(card), ensure_ascii=False, sort_keys=True)}


def write_card(path: Path, card: AdapterCard) -> None:
    """Give an adapter file another card; its tensors stay as they are, to the bit.

    The file appears whole or not at all. Raises BackendError for a file that is broken.
    """
    header = _whole_header(path)
    header["__metadata__"] = header.get("__metadata__", {}) | card_metadata(card)
    data_at = 8 + int.from_bytes(_read(path, 0, 8), "little")
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)  # safetensors aligns the tensors to 8 bytes
    unfinished = path.with_name(f".{path.name}.part")
    try:
        with path.open("rb") as old, unfinished.open("wb") as new:
            new.write(len(text).to_bytes(8, "little") + text)
            old.seek(data_at)
            copyfileobj(old, new)
        unfinished.replace(path)  # one atomic step
    finally:
        unfinished.unlink(missing_ok=True)


def digest(path: Path) -> str:
    """A hash of a whole file (adapters are small)."""
    with path.open("rb") as file:
        return file_digest(file, lambda: blake2b(digest_size=16)).hexdigest()


def fingerprint(parts: Iterable[Path]) -> str:
    """Which weights these are, without reading them all: 32 hex digits.

    Of each part (a folder, or one file) the config, every tensor's name, type and shape and a
    sample of the tensors' bytes count; how they are cut into shards does not.
    """
    hashed = blake2b(digest_size=16)
    for part in parts:
        hashed.update(_config(part) if part.is_dir() else b"")
        for piece in _described(sorted(part.glob(f"*{SUFFIX}")) if part.is_dir() else [part]):
            hashed.update(piece)
    return hashed.hexdigest()


def _config(folder: Path) -> bytes:
    path = folder / "config.json"
    values = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    told = {key: value for key, value in values.items() if key not in VOLATILE}
    return json.dumps(told, sort_keys=True).encode()


def _described(files: list[Path]) -> Iterator[bytes]:
    """What tells these files from others; safetensors by tensor, other formats by their bytes."""
    yield from _tensors([path for path in files if path.suffix == SUFFIX])
    for path in (path for path in files if path.suffix != SUFFIX):
        size = path.stat().st_size
        yield f"{size}".encode()
        for at in range(SAMPLED_TENSORS):
            yield _read(path, at * size // SAMPLED_TENSORS, SAMPLE_BYTES)


def _tensors(files: list[Path]) -> Iterator[bytes]:
    """Name, type and shape of every tensor, and the first bytes of one in so many."""
    found: dict[str, tuple[Path, int, dict[str, Any]]] = {}
    for path in files:
        data_at = 8 + int.from_bytes(_read(path, 0, 8), "little")
        entries = {name: e for name, e in header_of(path).items() if name != "__metadata__"}
        found |= {name: (path, data_at, entry) for name, entry in entries.items()}
    every = max(1, len(found) // SAMPLED_TENSORS)
    for at, name in enumerate(sorted(found)):
        path, data_at, entry = found[name]
        yield f"{name} {entry['dtype']} {entry['shape']}".encode()
        if at % every == 0:
            begin, end = entry["data_offsets"]
            yield _read(path, data_at + begin, min(SAMPLE_BYTES, end - begin))


def _read(path: Path, start: int, size: int) -> bytes:
    with path.open("rb") as file:
        file.seek(start)
        return file.read(size)
