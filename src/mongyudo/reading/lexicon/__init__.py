"""The scene lexicon: hand-written senses that serve English, category and the ink director."""

import re
from dataclasses import dataclass, field
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


class Row(NamedTuple):
    """A line of a lexicon file, parsed when it is first needed."""

    line: str
    file: Path
    number: int


@dataclass(frozen=True)
class Lexicon:
    """All lines by lemma (nouns without blanks) and part of speech."""

    rows: dict[tuple[str, str], list[Row]]
    _parsed: dict[tuple[str, str], tuple[Entry, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        """How many lemmas are known, each part of speech for itself."""
        return len(self.rows)

    def lookup(self, lemma: str, pos: Pos) -> tuple[Entry, ...]:
        """The senses of a lemma, cued ones first; empty when unknown."""
        key = (lemma, pos)
        found = self._parsed.get(key)
        if found is None and key in self.rows:
            entries = [_entry(*row) for row in self.rows[key]]
            found = tuple(sorted(entries, key=lambda entry: not entry.cues))
            self._parsed[key] = found
        return found or ()

    def sense(
        self,
        lemma: str,
        pos: Pos,
        own: frozenset[str] = frozenset(),
        near: frozenset[str] = frozenset(),
    ) -> Entry | None:
        """The sense whose cue stands in the sentence, else nearby, else the default, else None."""
        found = self.lookup(lemma, pos)
        if len(found) < 2:
            return found[0] if found and _holds(found[0], own | near) else None
        for lemmas in (own, near, frozenset[str]()):
            for entry in found:
                if entry.cues & lemmas or not (entry.cues or lemmas):
                    return entry
        return None

    @cached_property
    def deeds(self) -> frozenset[str]:
        """First words of the English of all events told by verbs: chase, run, be."""

        verbs = (
            row.line.split("\t")
            for (_, pos), rows in self.rows.items()
            if pos == "V"
            for row in rows
        )
        return frozenset(cells[3].partition(" ")[0] for cells in verbs if cells[2] == "motion")


def senses(lexicon: Lexicon) -> tuple[Entry, ...]:
    """Every sense; LexiconError names the first line that breaks the format."""
    return tuple(_entry(*row) for rows in lexicon.rows.values() for row in rows)


def _holds(entry: Entry, near: frozenset[str]) -> bool:
    return not entry.cues or bool(entry.cues & near)


@cache
def load_lexicon(folder: Path | None = None) -> Lexicon:
    """The built-in lexicon, and a folder of user files whose senses go before it.

    The built-in lines are checked when first used (and all of them by the tests), a user's at once.

    Raises:
        LexiconError: a line breaks the format, or the folder is missing.
    """
    rows: dict[tuple[str, str], list[Row]] = {}
    for file in _user_files(folder) if folder else []:
        read_entries(file)
        _gather(file, rows)
    for file in sorted(Path(__file__).parent.glob("*.tsv")):
        _gather(file, rows)
    return Lexicon(rows)


def _gather(file: Path, rows: dict[tuple[str, str], list[Row]]) -> None:
    for row in _lines(file):
        lemma, pos, _ = row.line.split("\t", 2)
        rows.setdefault((lemma.replace(" ", ""), pos), []).append(row)


def read_entries(file: Path) -> list[Entry]:
    """The senses of one TSV file; LexiconError names the file and the line that is wrong."""
    return [_entry(*row) for row in _lines(file)]


def _lines(file: Path) -> list[Row]:
    """The lines of a file below its header, without comments."""
    try:
        lines = file.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{file}: cannot be read as UTF-8 text ({error})") from error
    rows = [
        Row(line, file, number)
        for number, line in enumerate(lines, 1)
        if line and line[0] != "#" and not line.isspace()
    ]
    if not rows or tuple(rows[0].line.rstrip("\r").split("\t")) != FIELDS:
        place = f"{file}:{rows[0].number if rows else 1}"
        raise LexiconError(f"{place}: the header must be {' '.join(FIELDS)}")
    short = next((row for row in rows if row.line.count("\t") < len(FIELDS) // 2), None)
    if short:
        raise LexiconError(f"{file}:{short.number}: the fields must be separated by tabs")
    return rows[1:]


def _entry(line: str, file: Path, number: int) -> Entry:
    cells = line.rstrip("\r").split("\t")
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


def _user_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise LexiconError(f"{folder}: no such folder of lexicon files")
    return sorted(folder.glob("*.tsv"))
