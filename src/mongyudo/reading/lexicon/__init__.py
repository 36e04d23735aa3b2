"""The scene lexicon: hand-written senses that serve English, category and the ink director."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from mongyudo.errors import LexiconError
from mongyudo.records import CATEGORIES, KINDS, Kind

Pos = Literal["N", "V", "A", "M"]
_POSES = frozenset(get_args(Pos))
_KINDS = frozenset(KINDS)
_CATEGORIES = frozenset(CATEGORIES)
_CONCEPT = re.compile("[a-z0-9]+(_[a-z0-9]+)*")
_NO_CUES: frozenset[str] = frozenset()
FIELDS = ("lemma", "pos", "kind", "english", "category", "concept", "noun", "when")


class Entry(NamedTuple):
    """One sense of a lemma. `cues` are lemmas of which one must stand nearby for it to hold."""

    lemma: str
    pos: Pos
    kind: Kind
    english: str
    category: str | None
    concept: str | None
    noun: str | None
    cues: frozenset[str]


@dataclass(frozen=True)
class Lexicon:
    """All senses by lemma and part of speech (nouns without blanks)."""

    senses: dict[tuple[str, Pos], tuple[Entry, ...]]

    @cached_property
    def deeds(self) -> frozenset[str]:
        """First words of the English of all events told by verbs: chase, run, be."""
        return frozenset(
            entry.english.partition(" ")[0]
            for (_, pos), found in self.senses.items()
            if pos == "V"
            for entry in found
            if entry.kind == "motion"
        )

    def lookup(self, lemma: str, pos: Pos) -> tuple[Entry, ...]:
        """The senses of a lemma, cued ones first; empty when unknown."""
        return self.senses.get((lemma, pos), ())

    def sense(
        self,
        lemma: str,
        pos: Pos,
        own: frozenset[str] = frozenset(),
        near: frozenset[str] = frozenset(),
    ) -> Entry | None:
        """The sense whose cue stands in the sentence, else nearby, else the default, else None."""
        found = self.senses.get((lemma, pos), ())
        if len(found) < 2:
            return found[0] if found and _holds(found[0], near) else None
        for lemmas in (own, near, frozenset[str]()):
            for entry in found:
                if entry.cues & lemmas or not (entry.cues or lemmas):
                    return entry
        return None


def _holds(entry: Entry, near: frozenset[str]) -> bool:
    return not entry.cues or bool(entry.cues & near)


@cache
def load_lexicon(folder: Path | None = None) -> Lexicon:
    """The built-in lexicon, and a folder of user files whose senses go before it.

    Raises:
        LexiconError: a line breaks the format, or the folder is missing.
    """
    files = sorted(Path(__file__).parent.glob("*.tsv"))
    if folder is not None:
        files = _user_files(folder) + files
    senses: dict[tuple[str, Pos], list[Entry]] = {}
    for file in files:
        for entry in read_entries(file):
            senses.setdefault((entry.lemma, entry.pos), []).append(entry)
    return Lexicon({key: _cued_first(found) for key, found in senses.items()})


def read_entries(file: Path) -> list[Entry]:
    """The senses of one TSV file; LexiconError names the file and the line that is wrong."""
    try:
        lines = file.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{file}: cannot be read as UTF-8 text ({error})") from error
    entries: list[Entry] = []
    headed = False
    for number, line in enumerate(lines, 1):
        if not line or line[0] == "#" or line.isspace():
            continue
        if headed:
            entries.append(_entry(line.rstrip("\r").split("\t"), file, number))
        elif tuple(line.rstrip("\r").split("\t")) == FIELDS:
            headed = True
        else:
            raise LexiconError(f"{file}:{number}: the header must be {' '.join(FIELDS)}")
    return entries


def _entry(cells: list[str], file: Path, number: int) -> Entry:
    if len(cells) < len(FIELDS):
        cells += [""] * (len(FIELDS) - len(cells))
    if len(cells) > len(FIELDS):
        raise LexiconError(f"{file}:{number}: {len(cells)} fields, {len(FIELDS)} are known")
    lemma, pos, kind, english, category, concept, noun, when = cells
    if (
        not lemma.strip()
        or pos not in _POSES
        or kind not in _KINDS
        or not english.strip()
        or not english.isascii()
        or (category and category not in _CATEGORIES)
        or (concept and not _CONCEPT.fullmatch(concept))
        or (pos in "VA" and lemma[-1] != "다")
    ):
        raise LexiconError(f"{file}:{number}: {_problem(cells)}")
    return Entry(
        lemma.replace(" ", ""),
        cast(Pos, pos),
        kind,
        english,
        category or None,
        concept or None,
        noun or None,
        frozenset(when.split("|")) if when else _NO_CUES,
    )


def _problem(cells: list[str]) -> str:
    lemma, pos, kind, english, category, concept, _, _ = cells
    checks = {
        "the lemma is empty": not lemma.strip(),
        f"pos {pos!r} is none of {' '.join(get_args(Pos))}": pos not in _POSES,
        f"kind {kind!r} is none of {' '.join(KINDS)}": kind not in _KINDS,
        f"english {english!r} must be plain ASCII": not english.strip() or not english.isascii(),
        f"category {category!r} is unknown": bool(category) and category not in _CATEGORIES,
        f"concept {concept!r} must be snake_case": bool(concept)
        and not _CONCEPT.fullmatch(concept),
    }
    found = (message for message, wrong in checks.items() if wrong)
    return next(found, f"a verb or adjective must end in 다, {lemma!r} does not")


def _cued_first(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: not entry.cues))


def _user_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise LexiconError(f"{folder}: no such folder of lexicon files")
    return sorted(folder.glob("*.tsv"))
