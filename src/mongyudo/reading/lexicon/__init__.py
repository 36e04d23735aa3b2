"""The scene lexicon: hand-written senses that serve English, category and the ink director."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from mongyudo.errors import LexiconError
from mongyudo.records import CATEGORIES, KINDS, Kind

Pos = Literal["N", "V", "A", "M"]
FIELDS = ("lemma", "pos", "kind", "english", "category", "concept", "noun", "when")


@dataclass(frozen=True, slots=True)
class Entry:
    """One sense of a lemma. `cues` are lemmas of which one must stand nearby for it to hold."""

    lemma: str
    pos: Pos
    kind: Kind
    english: str
    category: str | None
    concept: str | None
    noun: str | None
    cues: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All senses by lemma and part of speech (nouns without blanks)."""

    senses: dict[tuple[str, Pos], tuple[Entry, ...]]

    def lookup(self, lemma: str, pos: Pos) -> tuple[Entry, ...]:
        """The senses of a lemma, cued ones first; empty when unknown."""
        return self.senses.get((lemma, pos), ())

    def sense(self, lemma: str, pos: Pos, nearby: frozenset[str] = frozenset()) -> Entry | None:
        """The sense whose cue is among the lemmas `nearby`, else the default, else None."""
        found = self.lookup(lemma, pos)
        for entry in found:
            if not entry.cues or entry.cues & nearby:
                return entry
        return None


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
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{file}: cannot be read as UTF-8 text ({error})") from error
    rows = [(i, line) for i, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    if not rows or tuple(rows[0][1].split("\t")) != FIELDS:
        raise LexiconError(f"{file}: the first line must be the header {' '.join(FIELDS)}")
    return [_entry(line.split("\t"), f"{file}:{number}") for number, line in rows[1:]]


def _entry(cells: list[str], place: str) -> Entry:
    cells += [""] * (len(FIELDS) - len(cells))
    if len(cells) > len(FIELDS):
        raise LexiconError(f"{place}: {len(cells)} fields, but at most {len(FIELDS)} are known")
    lemma, pos, kind, english, category, concept, noun, when = (cell.strip() for cell in cells)
    if problem := _problem(lemma, pos, kind, english, category, concept):
        raise LexiconError(f"{place}: {problem}")
    return Entry(
        lemma.replace(" ", ""),
        cast(Pos, pos),
        cast(Kind, kind),
        english,
        category or None,
        concept or None,
        noun or None,
        frozenset(filter(None, when.split("|"))),
    )


def _problem(lemma: str, pos: str, kind: str, english: str, category: str, concept: str) -> str:
    checks = {
        "the lemma is empty": not lemma,
        f"pos {pos!r} is none of N V A M": pos not in get_args(Pos),
        f"a verb or adjective must end in 다, {lemma!r} does not": pos in ("V", "A")
        and not lemma.endswith("다"),
        f"kind {kind!r} is none of {' '.join(KINDS)}": kind not in KINDS,
        f"english {english!r} must be plain ASCII": not english or not english.isascii(),
        f"category {category!r} is unknown": bool(category) and category not in CATEGORIES,
        f"concept {concept!r} must be snake_case": bool(concept)
        and not concept.replace("_", "").isalnum(),
    }
    return next((message for message, wrong in checks.items() if wrong), "")


def _cued_first(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: not entry.cues))


def _user_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise LexiconError(f"{folder}: no such folder of lexicon files")
    return sorted(folder.glob("*.tsv"))
