"""The director's data files: tab-separated, one row a line, # for comments."""

from functools import cache
from importlib import resources
from typing import cast

from mongyudo.errors import LexiconError
from mongyudo.records import Element, Kind


def rows(name: str) -> list[dict[str, str]]:
    """The rows of `name` by column; LexiconError names the line that has too many cells."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    header: list[str] = []
    made = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
            continue
        if len(cells) > len(header):
            raise LexiconError(f"{name}:{number} has {len(cells)} cells, at most {len(header)}")
        made.append(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)))
    return made


@cache
def stand_ins() -> dict[str, tuple[str, ...]]:
    """What is drawn for a concept that the ink lacks, in the order of preference."""
    return {row["concept"]: tuple(row["alternatives"].split()) for row in rows("stand_ins.tsv")}


@cache
def haunts() -> dict[str, str]:
    """Where a concept is met when the text names no place."""
    own = {row["concept"]: row["setting"] for row in rows("haunts.tsv")}
    return {flock: own[one] for one, flock in flocks().items() if one in own} | own


@cache
def flocks() -> dict[str, str]:
    """What is drawn for many of a kind: a flock, a swarm, a crowd."""
    return {row["concept"]: row["flock"] for row in rows("flocks.tsv")}


@cache
def sights() -> dict[str, frozenset[str]]:
    """What is seen in a setting as it is painted."""
    return {row["setting"]: frozenset(row["concepts"].split()) for row in rows("sights.tsv")}


@cache
def within() -> dict[str, tuple[str, str]]:
    """Verbs by lemma (no blanks): the event that they tell ("" as the lexicon says), the thing
    that they hold ("" for none)."""
    return {row["lemma"]: (row["event"], row["thing"]) for row in rows("within.tsv")}


@cache
def plain_verbs() -> dict[str, str]:
    """The quiet event of verbs to which the lexicon gives no concept, by lemma (no blanks)."""
    return {row["lemma"]: row["event"] for row in rows("plain_verbs.tsv")}


@cache
def care() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """What people do to one another's body, by lemma (no blanks): the parts of which one must be
    named, and the event, the first that fits."""
    told: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for row in rows("care.tsv"):
        one = (tuple(row["part"].split()), row["event"])
        told[row["lemma"]] = tuple(sorted((*told.get(row["lemma"], ()), one), key=_parts_first))
    return told


def _parts_first(row: tuple[tuple[str, ...], str]) -> bool:
    return not row[0]


@cache
def failures() -> dict[str, tuple[str, bool]]:
    """What one is seen doing who fails to do it, by lemma (no blanks), and whether one may also
    leave it at will."""
    return {row["lemma"]: (row["event"], bool(row["wilful"])) for row in rows("failures.tsv")}


@cache
def unable() -> dict[str, str]:
    """What one is seen doing who cannot do it, by the event."""
    return {row["concept"]: row["event"] for row in rows("unable.tsv")}


@cache
def verb_senses() -> dict[str, tuple[str, str]]:
    """By lemma (no blanks): of which make the clause must be, and the event told then."""
    return {row["lemma"]: (row["where"], row["event"]) for row in rows("verb_senses.tsv")}


@cache
def turn_motions() -> dict[str, str]:
    """What is seen of an event beside the main one; "" where it cannot be shown so."""
    return {row["concept"]: row["motion"] for row in rows("turn_motions.tsv")}


@cache
def relations() -> dict[str, tuple[str, bool]]:
    """By lemma (no blanks): the event of what comes out of something or is in it or on it, and
    whether a verb without an event of its own tells it, too."""
    table = rows("relations.tsv")
    return {row["lemma"]: (row["event"], bool(row["by_itself"])) for row in table}


@cache
def qualities() -> dict[str, str]:
    """The event that shows of what kind something is, by lemma (no blanks)."""
    return {row["lemma"]: row["quality"] for row in rows("qualities.tsv")}


@cache
def recast() -> dict[str, tuple[Kind, str]]:
    """Nouns by lemma (no blanks): kind and concept of what is drawn, where the lexicon is wide."""
    table = rows("recast.tsv")
    return {row["lemma"]: (cast(Kind, row["kind"]), row["concept"]) for row in table}


def named_by(element: Element) -> tuple[Kind, str]:
    """The kind and the concept that are drawn for a noun, "" for none."""
    return recast().get(element.lemma.replace(" ", ""), (element.kind, element.concept or ""))


@cache
def pairs() -> dict[tuple[str, str], str]:
    """The event that a verb tells with the noun before it: 머리카락이 빠지다."""
    return {(row["noun"], row["lemma"]): row["event"] for row in rows("pairs.tsv")}


@cache
def effect_sights() -> dict[str, frozenset[str]]:
    """What is seen when an effect is at force."""
    return {row["effect"]: frozenset(row["concepts"].split()) for row in rows("effect_sights.tsv")}


@cache
def signs() -> dict[str, str]:
    """The effect, as name:start:end, that shows a thing, a light or a weather."""
    return {row["concept"]: row["effect"] for row in rows("signs.tsv")}


def words(name: str) -> frozenset[str]:
    """The set of concepts called `name` in words.tsv; empty when there is none."""
    return _sets().get(name, frozenset())


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {row["set"]: frozenset(row["concepts"].split()) for row in rows("words.tsv")}
