"""The cue lexicon: words, bodily reactions and events that tell an emotion, found in clauses."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mongyudo.reading.emotion_clauses import Clause, Unit
from mongyudo.records import EMOTIONS, Emotion

_DATA = Path(__file__).with_name("emotion_data")
_GAP = 4


@dataclass(frozen=True, slots=True)
class Element:
    """One word of a cue: any of `lemmas`, or any of `denied` where the text denies it."""

    lemmas: frozenset[str]
    denied: frozenset[str]

    def takes(self, unit: Unit) -> bool:
        """True when the unit is one of the words."""
        return unit.lemma in self.lemmas or (unit.negated and unit.lemma in self.denied)


@dataclass(frozen=True, slots=True)
class Cue:
    """A line of the lexicon. `surface` is matched in the clause's letters without blanks; otherwise
    `elements` must follow each other within the clause. `kind`: feeling, body, act, event, calm."""

    kind: str
    weights: tuple[tuple[Emotion, float], ...]
    elements: tuple[Element, ...]
    surface: str

    @property
    def opening(self) -> frozenset[str]:
        """The lemmas at which the cue may begin; none for a surface cue."""
        return self.elements[0].lemmas | self.elements[0].denied if self.elements else frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """A cue met in a clause; `unit` is its last word (the predicate), None for letters in which
    Kiwi sees no word."""

    cue: Cue
    unit: Unit | None

    @property
    def negated(self) -> bool:
        """True when the text denies what the cue says."""
        if self.unit is None or not self.unit.negated:
            return False
        return not self.cue.elements or self.unit.lemma not in self.cue.elements[-1].denied


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cues: `by_first` by the lemma that opens them, `surfaces` by letters."""

    by_first: dict[str, tuple[Cue, ...]]
    surfaces: tuple[Cue, ...]


@cache
def lexicon() -> Lexicon:
    """The lexicon of this package, read once."""
    by_first: dict[str, list[Cue]] = {}
    surfaces = []
    for path in sorted(_DATA.glob("*.tsv")):
        for cue in read_cues(path):
            if cue.surface:
                surfaces.append(cue)
            for lemma in cue.opening:
                by_first.setdefault(lemma, []).append(cue)
    return Lexicon({lemma: tuple(cues) for lemma, cues in by_first.items()}, tuple(surfaces))


def read_cues(path: Path) -> Iterator[Cue]:
    """The cues of a TSV file (`cue kind weights`); ValueError names a line it cannot read."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith(("#", "cue\t")):
            continue
        try:
            yield _cue(*line.split("\t"))
        except (TypeError, ValueError) as error:
            raise ValueError(f"{path.name}:{number}: {line!r}: {error}") from error


def _cue(pattern: str, kind: str, weights: str) -> Cue:
    parsed = tuple(_weight(part) for part in weights.split(","))
    if pattern.startswith("~"):
        return Cue(kind, parsed, (), pattern[1:].replace(" ", ""))
    return Cue(kind, parsed, tuple(_element(word) for word in pattern.split()), "")


def _weight(part: str) -> tuple[Emotion, float]:
    name, _, value = part.partition(":")
    for emotion in EMOTIONS:
        if emotion == name:
            return emotion, float(value)
    raise ValueError(f"unknown emotion {name!r}")


def _element(word: str) -> Element:
    names = word.split("|")
    denied = frozenset(name[1:] for name in names if name.startswith("!"))
    return Element(frozenset(name for name in names if not name.startswith("!")), denied)


def matches_in(clause: Clause) -> tuple[Match, ...]:
    """All cues met in a clause; of two cues that end at one word the longer wins, and of two alike
    the later in the lexicon, so that a feeling stands before an event."""
    best: dict[int, Match] = {}
    for start, unit in enumerate(clause.units):
        for cue in lexicon().by_first.get(unit.lemma, ()):
            end = _end_of(cue, clause.units, start)
            if end is not None and _is_longer(cue, best.get(end)):
                best[end] = Match(cue, clause.units[end])
    return (*best.values(), *_spelled_in(clause))


def _spelled_in(clause: Clause) -> Iterator[Match]:
    places = [place for place, letter in enumerate(clause.text) if not letter.isspace()]
    letters = "".join(clause.text[place] for place in places)
    for cue in lexicon().surfaces:
        found = letters.find(cue.surface)
        if found >= 0:
            start = clause.start_char + places[found]
            end = clause.start_char + places[found + len(cue.surface) - 1]
            overlapping = (u for u in clause.units if u.start_char <= end and start < u.end_char)
            yield Match(cue, next(overlapping, None))


def _is_longer(cue: Cue, other: Match | None) -> bool:
    return other is None or len(cue.elements) >= len(other.cue.elements)


def _end_of(cue: Cue, units: tuple[Unit, ...], start: int) -> int | None:
    place = start
    for element in cue.elements:
        found = _next(element, units, place, start)
        if found is None:
            return None
        place = found + 1
    return place - 1


def _next(element: Element, units: tuple[Unit, ...], place: int, start: int) -> int | None:
    last = place + 1 if place == start else place + _GAP
    return next((i for i in range(place, min(last, len(units))) if element.takes(units[i])), None)
