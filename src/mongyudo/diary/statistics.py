"""What a diary shows when it is looked at as a whole: months, emotions, subjects, what returns."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, chain
from statistics import mean
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mongyudo.diary.indexing import fault_of
from mongyudo.diary.tables import Entry, EntryTag
from mongyudo.records import EMOTIONS

MOST_SHOWN = 12
RETURNS_FROM = 2
"""In how many dreams a figure must be to count as one that returns."""
FIGURE_KINDS = ("actor",)
THEME_KINDS = ("motion", "setting", "prop", "weather")
UNREADABLE = "unreadable"
EVERYWHERE = frozenset({"wake"})
"""Concepts that return in every diary and tell nothing of it."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A word and in how many dreams it is."""

    word: str
    dreams: int


@dataclass(frozen=True, slots=True)
class Month:
    """The dreams of a month by emotion; those not read yet count under "", and those that cannot be
    read under UNREADABLE."""

    month: str
    dreams: dict[str, int]

    @property
    def first(self) -> date:
        """Its first day."""
        return date.fromisoformat(f"{self.month}-01")

    @property
    def total(self) -> int:
        """How many dreams."""
        return sum(self.dreams.values())

    @property
    def spans(self) -> tuple[tuple[str, int, int], ...]:
        """Emotion, dreams before it, and its own: the pieces of a bar."""
        ends = accumulate(self.dreams.values())
        return tuple(
            (emotion, end - count, count)
            for (emotion, count), end in zip(self.dreams.items(), ends, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Where:
    """A dream in which something returns."""

    id: str
    title: str
    dreamed_on: date


@dataclass(frozen=True, slots=True)
class Returning:
    """A figure or theme, in how many dreams it is, and in which, the newest first."""

    word: str
    where: tuple[Where, ...]

    @property
    def dreams(self) -> int:
        """In how many dreams."""
        return len(self.where)


@dataclass(frozen=True, slots=True)
class Statistics:
    """A diary as a whole; `clarity` is the mean of those that name one, 1..5."""

    dreams: int
    clarity: float | None
    months: tuple[Month, ...]
    emotions: tuple[Counted, ...]
    categories: tuple[Counted, ...]
    tags: tuple[Counted, ...]
    figures: tuple[Returning, ...]
    themes: tuple[Returning, ...]


def statistics(session: Session, dreamer_id: str) -> Statistics:
    """The dreamer's whole diary, counted by dreams: a tiger met twice in one dream counts once."""
    query = select(Entry).where(Entry.dreamer_id == dreamer_id)
    rows = session.scalars(query.order_by(Entry.dreamed_on.desc(), Entry.made_at.desc())).all()
    clarities = [row.clarity for row in rows if row.clarity]
    return Statistics(
        dreams=len(rows),
        clarity=round(mean(clarities), 1) if clarities else None,
        months=_months((row.dreamed_on, _mood(row)) for row in rows),
        emotions=_counted(row.emotion for row in rows if row.emotion),
        categories=_counted(row.category for row in rows if row.category),
        tags=_counted(chain.from_iterable(row.tags for row in rows)),
        figures=_returning(rows, FIGURE_KINDS),
        themes=_returning(rows, THEME_KINDS),
    )


def tags(session: Session, dreamer_id: str) -> tuple[Counted, ...]:
    """Every tag of the dreamer and how many dreams carry it, in the order of the alphabet."""
    query = select(EntryTag.tag, func.count()).join(Entry).where(Entry.dreamer_id == dreamer_id)
    found = [Counted(tag, count) for tag, count in session.execute(query.group_by(EntryTag.tag))]
    return tuple(sorted(found, key=lambda each: each.word))


def _mood(row: Entry) -> str:
    if row.emotion or row.reading:
        return row.emotion
    return UNREADABLE if fault_of(row.text) else ""


def _months(days: Iterable[tuple[date, str]]) -> tuple[Month, ...]:
    months: dict[str, Counter[str]] = {}
    for day, emotion in days:
        months.setdefault(f"{day:%Y-%m}", Counter())[emotion] += 1
    order = (*EMOTIONS, "", UNREADABLE)
    return tuple(
        Month(month, {emotion: found[emotion] for emotion in order if found[emotion]})
        for month, found in sorted(months.items())
    )


def _counted(words: Iterable[str]) -> tuple[Counted, ...]:
    ranked = sorted(Counter(words).items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Counted(word, n) for word, n in ranked)[:MOST_SHOWN]


def _returning(rows: Sequence[Entry], kinds: tuple[str, ...]) -> tuple[Returning, ...]:
    """Words of these kinds that are in several dreams, as the lexicon names them.

    Only what could be drawn: words like "do" and "come out" return in every diary.
    """
    found: dict[str, list[Where]] = {}
    for row in rows:
        for word in _words(row.reading, kinds) if row.reading else ():
            found.setdefault(word, []).append(Where(row.id, row.title, row.dreamed_on))
    returning = [Returning(w, tuple(at)) for w, at in found.items() if len(at) >= RETURNS_FROM]
    return tuple(sorted(returning, key=lambda each: (-each.dreams, each.word))[:MOST_SHOWN])


def _words(reading: dict[str, Any], kinds: tuple[str, ...]) -> set[str]:
    elements = chain.from_iterable(segment["elements"] for segment in reading["segments"])
    told = (e for e in elements if e["kind"] in kinds and e["concept"] and not e["negated"])
    return {e["lemma"] for e in told if e["concept"] not in EVERYWHERE}
