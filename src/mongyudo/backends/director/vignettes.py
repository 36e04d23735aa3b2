"""The table of vignettes: verb concepts and how each is staged."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

from mongyudo.ink.scene import Effect


@dataclass(frozen=True, slots=True)
class Vignette:
    """How an event is staged; `weight` 1..9 says how much it stands out in a dream.

    `lead` and `other` are motions in the order of preference, for the doer and for the one
    beside; `props` and `setting` stand in for what the text leaves out.
    """

    concept: str
    weight: int
    blocking: str
    lead: tuple[str, ...]
    other: tuple[str, ...]
    face: str
    other_face: str
    camera: str
    effects: tuple[Effect, ...]
    props: tuple[str, ...]
    setting: str


@cache
def vignettes() -> dict[str, Vignette]:
    """All vignettes by concept, from vignettes.tsv."""
    text = resources.files(__package__).joinpath("vignettes.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    rows = [dict(zip(header, line.split("\t"), strict=False)) for line in lines[1:]]
    return {row["concept"]: _vignette(row) for row in rows}


def is_vignette(concept: str | None, kind: str) -> bool:
    """Whether a word of this concept and kind tells an event rather than names a thing."""
    if concept not in vignettes():
        return False
    return kind == "motion" or concept not in _ALSO_THINGS


_ALSO_THINGS = frozenset({"mirror", "money"})


def _vignette(row: dict[str, str]) -> Vignette:
    return Vignette(
        concept=row["concept"],
        weight=int(row["weight"]),
        blocking=row["blocking"],
        lead=_choices(row.get("lead", "")),
        other=_choices(row.get("other", "")),
        face=row.get("face", "") or "plain",
        other_face=row.get("other_face", "") or row.get("face", "") or "plain",
        camera=row.get("camera", "") or "push",
        effects=tuple(_effect(word) for word in row.get("effects", "").split()),
        props=tuple(row.get("props", "").split()),
        setting=row.get("setting", "").strip(),
    )


def _choices(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _effect(word: str) -> Effect:
    name, start, end = word.split(":")
    return Effect(name, float(start), float(end))
