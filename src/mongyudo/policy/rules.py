"""The policy's data files as one value: rules, word classes, masks and disguises.

The format of every file is described in `rules/README.md`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from mongyudo.errors import LexiconError
from mongyudo.policy.tables import Row, rows
from mongyudo.records import POLICY_CATEGORIES, PolicyCategory

BUILT_IN = Path(__file__).with_name("rules")
RULE_COLUMNS = ("category", "kind", "pattern", "needs", "unless", "refused", "allowed")
_OTHER_FILES = frozenset(
    f"{name}.tsv" for name in ("classes", "innocents", "disguised", "initials", "lookalikes")
)
_CASES = frozenset("stodliwgxymO-")
_NEEDED_CLASSES = ("person", "minor", "spared", "single", "english")
LOOKALIKE_KINDS = (
    *("latin", "leet", "jamo", "word", "glued", "emoji"),
    *("onset", "vowel", "coda", "roman"),
)

RuleKind = Literal["noun", "letters", "phrase", "deed"]


@dataclass(frozen=True, slots=True)
class Element:
    """One word of a phrase: any of `lemmas`, in one of `cases` (any case when empty).

    `endings` takes in nouns that end so (*자), `barred` leaves some of these out (상자).

    The case m asks for a verb before the noun it describes (잘린 손), O for a marked object.
    `adjacent`: it must follow at once; `far`: it may follow anywhere later in the sentence.
    """

    lemmas: frozenset[str]
    endings: tuple[str, ...] = ()
    barred: frozenset[str] = frozenset()
    cases: str = ""
    adjacent: bool = False
    far: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """Words of which one stands in the sentence (`here`), or in it or earlier (`before`)."""

    here: tuple[Element, ...] = ()
    before: tuple[Element, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.here or self.before)


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a rule file; `words`, `regex` or `elements` is filled, as the kind asks.

    It holds only where a word of `needs` stands (if there are any) and none of `unless`.
    """

    category: PolicyCategory
    kind: RuleKind
    pattern: str
    where: str
    words: tuple[str, ...]
    regex: re.Pattern[str] | None
    elements: tuple[Element, ...]
    needs: Context
    unless: Context
    refused: tuple[str, ...]
    allowed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disguise:
    """A word to be seen through its disguises: `ways` of j(unk), s(ound), b(lanks), t(ypo)."""

    word: str
    ways: str
    follow: re.Pattern[str] | None
    spare: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Initials:
    """Initial consonants that stand for a word when `follow` follows."""

    letters: str
    word: str
    follow: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """All of a policy folder; two books are equal only when they are the same one."""

    rules: tuple[Rule, ...]
    classes: dict[str, Element]
    innocents: tuple[re.Pattern[str], ...]
    disguises: tuple[Disguise, ...]
    initials: tuple[Initials, ...]
    lookalikes: dict[str, dict[str, str]]


def book(policy_dir: Path | None = None) -> Book:
    """The policy of a folder, or the built-in one; each folder is read once.

    Raises:
        LexiconError: a file is missing or a line breaks its format; the message names it.
    """
    return _book(policy_dir or BUILT_IN)


@cache
def _book(folder: Path) -> Book:
    classes = _classes(folder / "classes.tsv")
    files = sorted(f for f in folder.glob("*.tsv") if f.name not in _OTHER_FILES)
    if not files:
        raise LexiconError(f"{folder}: holds no rule files (*.tsv)")
    rules = [_rule(row, classes) for file in files for row in rows(file, RULE_COLUMNS)]
    return Book(
        tuple(rules),
        classes,
        tuple(row.regex("pattern") for row in rows(folder / "innocents.tsv", ("pattern", "note"))),
        tuple(_disguises(folder / "disguised.tsv")),
        tuple(_initials(folder / "initials.tsv")),
        _lookalikes(folder / "lookalikes.tsv"),
    )


def _classes(file: Path) -> dict[str, Element]:
    """The classes in the order of the file; `@name` takes in a class named above."""
    classes: dict[str, Element] = {}
    for row in rows(file, ("class", "words")):
        if not row["words"]:
            raise row.error(f"class {row['class']!r} has no words")
        known = classes.get(row["class"], Element(frozenset()))
        more = _named(row, row["words"].split(), classes)
        classes[row["class"]] = Element(
            known.lemmas | more.lemmas,
            (*known.endings, *more.endings),
            known.barred | more.barred,
        )
    if missing := [name for name in _NEEDED_CLASSES if name not in classes]:
        raise LexiconError(f"{file.name}: lacks the classes {', '.join(missing)}")
    return classes


def _of_words(words: Iterable[str]) -> Element:
    """Whole lemmas, endings written with a star (*자), exceptions with an exclamation mark."""
    members = list(words)
    endings = tuple(word[1:] for word in members if word.startswith("*"))
    barred = frozenset(word[1:] for word in members if word.startswith("!"))
    return Element(frozenset(w for w in members if w[0] not in "*!"), endings, barred)


def _rule(row: Row, classes: dict[str, Element]) -> Rule:
    category, kind, pattern = row["category"], row["kind"], row["pattern"]
    if category not in POLICY_CATEGORIES:
        raise row.error(f"unknown category {category!r}; one of {', '.join(POLICY_CATEGORIES)}")
    if kind not in get_args(RuleKind):
        raise row.error(f"unknown kind {kind!r}; one of {', '.join(get_args(RuleKind))}")
    if not pattern:
        raise row.error("the pattern is empty")
    refused, allowed = row.listed("refused", " / "), row.listed("allowed", " / ")
    if not refused or not allowed:
        raise row.error("a rule needs an example to refuse and one to allow")
    phrase = kind in ("phrase", "deed")
    elements = tuple(_element(row, word, classes) for word in pattern.split()) if phrase else ()
    return Rule(
        category,
        cast(RuleKind, kind),
        pattern,
        f"{row.file.name}:{row.line}",
        row.listed("pattern", "|") if kind == "noun" else (),
        row.regex("pattern") if kind == "letters" else None,
        elements,
        _context(row, "needs", classes),
        _context(row, "unless", classes),
        refused,
        allowed,
    )


def _element(row: Row, word: str, classes: dict[str, Element]) -> Element:
    body, _, cases = word.partition(":")
    if not set(cases) <= _CASES:
        raise row.error(f"unknown case in {word!r}; letters of {''.join(sorted(_CASES))}")
    adjacent, far = body.startswith("+"), body.startswith("~")
    named = _named(row, body.lstrip("+~").split("|"), classes)
    return replace(named, cases=cases, adjacent=adjacent, far=far)


def _named(row: Row, names: Iterable[str], classes: dict[str, Element]) -> Element:
    """The union of words and @classes."""
    lemmas: set[str] = set()
    endings: list[str] = []
    barred: set[str] = set()
    for name in names:
        if not name.startswith("@"):
            one = _of_words([name])
        elif name[1:] in classes:
            one = classes[name[1:]]
        else:
            raise row.error(f"unknown class {name!r}; classes.tsv has {', '.join(classes)}")
        lemmas |= one.lemmas
        endings += one.endings
        barred |= one.barred
    return Element(frozenset(lemmas), tuple(endings), frozenset(barred))


def _context(row: Row, column: str, classes: dict[str, Element]) -> Context:
    """Words between bars; those without a case make one element, for speed."""
    items = row.listed(column, "|")
    here = [item for item in items if not item.startswith("<")]
    before = [item[1:] for item in items if item.startswith("<")]
    return Context(_any_of(row, here, classes), _any_of(row, before, classes))


def _any_of(row: Row, items: list[str], classes: dict[str, Element]) -> tuple[Element, ...]:
    bare = "|".join(item for item in items if ":" not in item)
    words = [bare, *(item for item in items if ":" in item)]
    return tuple(_element(row, word, classes) for word in words if word)


def _optional(row: Row, column: str) -> re.Pattern[str] | None:
    return row.regex(column) if row[column] else None


def _disguises(file: Path) -> Iterator[Disguise]:
    for row in rows(file, ("word", "ways", "follow", "spare")):
        if not row["word"] or not set(row["ways"]) <= set("jsbt"):
            raise row.error(f"a word and ways of j, s, b, t are needed, not {row['ways']!r}")
        yield Disguise(row["word"], row["ways"], _optional(row, "follow"), _optional(row, "spare"))


def _initials(file: Path) -> Iterator[Initials]:
    for row in rows(file, ("letters", "word", "follow")):
        if not row["letters"] or not row["word"]:
            raise row.error("letters and word are needed")
        yield Initials(row["letters"], row["word"], row.regex("follow"))


def _lookalikes(file: Path) -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {kind: {} for kind in LOOKALIKE_KINDS}
    for row in rows(file, ("kind", "seen", "meant")):
        if row["kind"] not in tables:
            raise row.error(f"unknown kind {row['kind']!r}; one of {', '.join(tables)}")
        for seen in row["seen"].split():
            tables[row["kind"]][seen] = row["meant"]
    return tables
