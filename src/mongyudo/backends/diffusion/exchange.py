"""Adapters from and for other programs, and several adapters as one.

Inside, an adapter is a low-rank change a layer: `Change`. Files are read strictly: a tensor that is
not understood is an error, never left out.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mongyudo.backends.adapters import PEFT, SUFFIX, card_metadata, metadata_of, read_card
from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.diffusion.comfy import RULES, Place, known_place, place
from mongyudo.backends.diffusion.hub import Weights
from mongyudo.backends.diffusion.weights import header_of
from mongyudo.errors import BackendError, UsageError
from mongyudo.records import AdapterCard

if TYPE_CHECKING:
    import torch

Form = Literal["diffusers", "comfyui"]
THEIR_PREFIX = "diffusion_model."
ALPHA = ".alpha"
DOWN = (".lora_A.weight", ".lora_down.weight")
UP = (".lora_B.weight", ".lora_up.weight")
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Change:
    """What an adapter adds to a layer's weight: alpha / rank * up @ down; `down` (rank, in), `up`
    (out, rank)."""

    down: "torch.Tensor"
    up: "torch.Tensor"
    alpha: float

    @property
    def rank(self) -> int:
        """Rows of `down`."""
        return int(self.down.shape[0])


Changes = dict[str, Change]
"""By part and layer: `transformer.blocks.0.attn1.to_q`."""


def read_ours(path: Path) -> Changes:
    """The changes in a file of `adapting.save`; raises BackendError for one that tells no alpha."""
    told = json.loads(metadata_of(path).get(PEFT, "{}"))
    return {
        layer: Change(down, up, _told_alpha(path, told, layer))
        for layer, down, up, _ in _pairs(path)
    }


def _told_alpha(path: Path, told: Mapping[str, Any], layer: str) -> float:
    alpha = _peft_alpha(told, layer)
    if alpha is None:
        raise BackendError(f"adapter {path} does not tell its alpha ({PEFT}). Import it instead.")
    return alpha


def _pairs(path: Path) -> list[tuple[str, Any, Any, float | None]]:
    """Layer, down, up and alpha (None where the file has none) of every change in a file."""
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    header_of(path)
    try:
        tensors = load_file(path)
    except (SafetensorError, OSError) as error:
        raise BackendError(f"adapter {path} cannot be read: {error}") from error
    downs, ups = _ending(tensors, DOWN), _ending(tensors, UP)
    alphas = {
        key.removesuffix(ALPHA): value for key, value in tensors.items() if key.endswith(ALPHA)
    }
    odd = [key for key in tensors if not key.endswith((*DOWN, *UP, ALPHA))]
    odd += sorted({*downs} ^ {*ups}) + sorted({*alphas} - {*downs})
    odd += [layer for layer in downs if layer in ups and not _fit(downs[layer], ups[layer])]
    if odd or not downs:
        raise BackendError(
            f"{path} holds {len(downs)} low-rank changes, and {len(odd)} things that are not "
            f"understood ({', '.join(odd[:SHOWN])}). Known are lora_A/lora_B and "
            f"lora_down/lora_up matrices with alpha."
        )
    return [
        (layer, downs[layer], ups[layer], float(alphas[layer]) if layer in alphas else None)
        for layer in sorted(downs)
    ]


def _ending(tensors: Mapping[str, Any], endings: Sequence[str]) -> dict[str, Any]:
    return {
        key.removesuffix(end): value
        for key, value in tensors.items()
        for end in endings
        if key.endswith(end)
    }


def _fit(down: Any, up: Any) -> bool:
    return bool(down.ndim == up.ndim == 2 and down.shape[0] == up.shape[1])


def write_ours(path: Path, changes: Changes, card: AdapterCard) -> AdapterCard:
    """Write changes with their card in the form that `Wardrobe` and diffusers read.

    Layers of unlike rank or alpha are told one by one. The file appears whole or not at all.
    """
    told: dict[str, Any] = {}
    for part, own in _by_part(changes).items():
        told |= {f"{part}.{key}": value for key, value in _config(own).items()}
    first = next(iter(changes.values()))
    targets = tuple(sorted({layer.partition(".")[2] for layer in changes}))
    card = replace(card, rank=first.rank, alpha=first.alpha, targets=_short(targets))
    tensors = {}
    for layer, change in changes.items():
        tensors[f"{layer}.lora_A.weight"] = change.down
        tensors[f"{layer}.lora_B.weight"] = change.up
    metadata = {"format": "pt", PEFT: json.dumps(told, sort_keys=True), **card_metadata(card)}
    _save(path, tensors, metadata)
    return card


def _by_part(changes: Changes) -> dict[str, Changes]:
    found: dict[str, Changes] = {}
    for layer, change in changes.items():
        part, _, name = layer.partition(".")
        found.setdefault(part, {})[name] = change
    return found


def _config(own: Changes) -> dict[str, Any]:
    """peft's configuration of one part."""
    first = next(iter(own.values()))
    return {
        "r": first.rank,
        "lora_alpha": first.alpha,
        "rank_pattern": {n: c.rank for n, c in own.items() if c.rank != first.rank},
        "alpha_pattern": {n: c.alpha for n, c in own.items() if c.alpha != first.alpha},
        "target_modules": sorted(own),
        "use_dora": False,
        "use_rslora": False,
        "lora_bias": False,
    }


def _short(names: Sequence[str]) -> tuple[str, ...]:
    """Ends of layer names: `to_q`, `to_out.0`."""
    ends = (name.split(".") for name in names)
    return tuple(sorted({".".join(e[-2:] if e[-1].isdigit() else e[-1:]) for e in ends}))


def _save(path: Path, tensors: Mapping[str, Any], metadata: Mapping[str, str]) -> None:
    from safetensors.torch import save_file

    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    try:
        own = {key: value.detach().cpu().contiguous().clone() for key, value in tensors.items()}
        save_file(own, unfinished, metadata=dict(metadata))
        unfinished.replace(path)  # one atomic step
    finally:
        unfinished.unlink(missing_ok=True)


def export(path: Path, out: Path, backend: str, form: Form) -> list[Path]:
    """Write an adapter for another program; the files. ComfyUI wants a file for each denoiser.

    Raises UsageError where ComfyUI's names for a layer are not known.
    """
    changes, card = read_ours(path), read_card(path)
    if form == "diffusers":
        write_ours(out, changes, card)
        return [out]
    parts = _by_part(changes)
    written = []
    for part, own in parts.items():
        file = out if len(parts) == 1 else out.with_name(f"{out.stem}-{part}{SUFFIX}")
        tensors = _as_theirs(backend, own)
        _save(file, tensors, {"format": "pt", **card_metadata(card)})
        written.append(file)
    return written


def _as_theirs(backend: str, own: Changes) -> dict[str, Any]:
    """ComfyUI's tensors of one part."""
    import torch

    fused: dict[str, dict[int, Change]] = {}
    places: dict[str, Place] = {}
    for layer, change in own.items():
        where = place(backend, layer)
        places[where.layer] = where
        fused.setdefault(where.layer, {})[where.at] = change
    tensors: dict[str, Any] = {}
    for name, pieces in fused.items():
        change = _fused(pieces, places[name])
        tensors[f"{THEIR_PREFIX}{name}.lora_A.weight"] = change.down
        tensors[f"{THEIR_PREFIX}{name}.lora_B.weight"] = change.up
        tensors[f"{THEIR_PREFIX}{name}{ALPHA}"] = torch.tensor(change.alpha)
    return tensors


def _fused(pieces: Mapping[int, Change], where: Place) -> Change:
    """Changes of pieces as one change of the whole layer: their ranks one after the other, each
    reaching only its own rows. Exact, as long as alpha over rank is the same for all."""
    import torch

    if where.of == 1:
        return pieces[0]
    scales = {change.alpha / change.rank for change in pieces.values()}
    if len(scales) > 1:
        raise UsageError(
            f"the parts of {where.layer} have unlike alpha / rank ({sorted(scales)}); ComfyUI "
            f"holds one for all. Export in diffusers' form."
        )
    height, rank = pieces[min(pieces)].up.shape[0], sum(c.rank for c in pieces.values())
    up = torch.zeros(height * (where.of + where.rest), rank, dtype=pieces[min(pieces)].up.dtype)
    column = 0
    for at, change in sorted(pieces.items()):
        up[at * height : (at + 1) * height, column : column + change.rank] = change.up
        column += change.rank
    down = torch.cat([change.down for _, change in sorted(pieces.items())])
    return Change(down, up, scales.pop() * rank)


def import_foreign(
    path: Path, out: Path, backend: DiffusionBackend, weights: Weights, card: AdapterCard,
    alpha: float | None = None,
) -> AdapterCard:  # fmt: skip
    """Write somebody else's LoRA file as ours; the card as written.

    Read are diffusers' keys (`transformer.`, `unet.`) and ComfyUI's (`diffusion_model.`). `alpha`
    is for a file that tells none. Every layer must be in the base's weights, in the right shape.
    Raises BackendError for what does not fit, UsageError when alpha is not told.
    """
    told = json.loads(metadata_of(path).get(PEFT, "{}"))
    shapes = _shapes(backend, weights)
    theirs = _theirs(backend, shapes)
    changes: Changes = {}
    for layer, down, up, own_alpha in _pairs(path):
        found = _first(own_alpha, _peft_alpha(told, layer), alpha)
        if found is None:
            raise UsageError(
                f"{path} does not tell its alpha (its rank is {down.shape[0]}). Give it with "
                f"--alpha; where nothing else was told in training, it is the rank."
            )
        changes |= _as_ours(path, backend, theirs, layer, Change(down, up, found))
    _insist_on_shapes(path, backend, shapes, changes)
    return write_ours(out, changes, card)


def _first(*values: float | None) -> float | None:
    return next((value for value in values if value is not None), None)


def _peft_alpha(told: Mapping[str, Any], layer: str) -> float | None:
    part, _, name = layer.partition(".")
    alpha = told.get(f"{part}.alpha_pattern", {}).get(name, told.get(f"{part}.lora_alpha"))
    return None if alpha is None else float(alpha)


def _shapes(backend: DiffusionBackend, weights: Weights) -> dict[str, tuple[int, ...]]:
    """(out, in) of every matrix of the denoisers, by part and layer; nothing is loaded."""
    found: dict[str, tuple[int, ...]] = {}
    for part, folder in zip(backend.denoisers, backend.base_files(weights), strict=True):
        files = sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else [folder]
        for file in (each for each in files if each.suffix == SUFFIX):
            for key, entry in header_of(file).items():
                if key.endswith(".weight") and len(entry["shape"]) == 2:
                    found[f"{part}.{key.removesuffix('.weight')}"] = tuple(entry["shape"])
    return found


Theirs = dict[str, list[tuple[str, Place]]]
"""By ComfyUI's layer: which of ours it holds, and where."""


def _theirs(backend: DiffusionBackend, shapes: Mapping[str, tuple[int, ...]]) -> Theirs:
    found: Theirs = {}
    for layer in shapes if backend.spec.name in RULES else ():
        where = known_place(backend.spec.name, layer.partition(".")[2])
        if where is not None:
            found.setdefault(where.layer, []).append((layer, where))
    return found


def _as_ours(
    path: Path, backend: DiffusionBackend, theirs: Theirs, layer: str, change: Change
) -> Changes:
    """One change of a file under our names; a fused one becomes one for each piece."""
    if layer.partition(".")[0] in backend.denoisers:
        return {layer: change}
    name = layer.removeprefix(THEIR_PREFIX)
    if name == layer or name not in theirs or len(backend.denoisers) > 1:
        raise BackendError(
            f"{path}: {layer!r} is no layer of {backend.spec.name}. Known are diffusers' keys "
            f"({', '.join(backend.denoisers)}), and ComfyUI's ({THEIR_PREFIX}...) for models of "
            f"one denoiser: {', '.join(RULES)}."
        )
    return _cut(path, layer, theirs[name], change)


def _cut(path: Path, layer: str, pieces: Sequence[tuple[str, Place]], change: Change) -> Changes:
    """The change of a fused layer as changes of its pieces; those that it leaves alone are none."""
    first = pieces[0][1]
    if first.of == 1:
        return {pieces[0][0]: change}
    height = change.up.shape[0] // (first.of + first.rest)
    rows = {ours: change.up[at.at * height : (at.at + 1) * height] for ours, at in pieces}
    if change.up[first.of * height :].any():
        raise BackendError(
            f"{path}: {layer!r} also changes the feed-forward that is fused into it, which cannot "
            f"be told apart here."
        )
    return {ours: Change(change.down, up, change.alpha) for ours, up in rows.items() if up.any()}


def _insist_on_shapes(
    path: Path, backend: DiffusionBackend, shapes: Mapping[str, tuple[int, ...]], changes: Changes
) -> None:
    odd = [
        layer
        for layer, change in changes.items()
        if shapes.get(layer) != (change.up.shape[0], change.down.shape[1])
    ]
    if odd:
        raise BackendError(
            f"{path}: {len(odd)} of {len(changes)} layers are not in these weights of "
            f"{backend.spec.name} in that shape, such as {', '.join(odd[:SHOWN])}. It is for "
            f"another model."
        )


def merge(files: Mapping[Path, float], out: Path, name: str) -> AdapterCard:
    """Several adapters of one base as one file, each weighed; the card as written.

    Exact: ranks stand one after the other, so that the sum of products is the product of the whole;
    each up matrix is multiplied by weight * alpha / rank beforehand, and alpha is the rank. A layer
    that an adapter leaves alone gets noughts from it. Numbers are kept in 32 bits.
    Raises UsageError for adapters of unlike bases.
    """
    read = [(read_ours(path), read_card(path), weight) for path, weight in files.items()]
    bases = {card.base_hash for _, card, _ in read}
    if len(bases) != 1:
        raise UsageError(f"{len(bases)} bases: only adapters of one base can be merged")
    layers = sorted({layer for changes, _, _ in read for layer in changes})
    merged = {layer: _sum([(own, weight) for own, _, weight in read], layer) for layer in layers}
    return write_ours(out, merged, _card_of(name, [(card, weight) for _, card, weight in read]))


def _sum(parts: Sequence[tuple[Changes, float]], layer: str) -> Change:
    import torch

    ranks = [max(change.rank for change in own.values()) for own, _ in parts]
    like = next(own[layer] for own, _ in parts if layer in own)
    total = sum(ranks)
    down = torch.zeros(total, like.down.shape[1])
    up = torch.zeros(like.up.shape[0], total)
    at = 0
    for (own, weight), rank in zip(parts, ranks, strict=True):
        if layer in own:
            change = own[layer]
            end = at + change.rank
            down[at:end] = change.down.float()
            up[:, at:end] = change.up.float() * (weight * change.alpha / change.rank)
        at += rank
    return Change(down, up, float(total))


def _card_of(name: str, parts: Sequence[tuple[AdapterCard, float]]) -> AdapterCard:
    """What a merged file says: the licences of all, the trigger of the heaviest; not verified."""
    heaviest = max(parts, key=lambda pair: pair[1])[0]
    cards = [card for card, _ in parts]
    return replace(
        heaviest,
        name=name,
        licence=" AND ".join(dict.fromkeys(card.licence for card in cards)),
        data_hash="+".join(dict.fromkeys(card.data_hash for card in cards if card.data_hash)),
        data_licences=tuple(sorted({each for card in cards for each in card.data_licences})),
        verification={},
    )
