"""What a diary shows when it is looked at as a whole: months, emotions, subjects, what returns."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mongyudo.diary.tables import Entry
from mongyudo.records import EMOTIONS

MOST_SHOWN = 12
RETURNS_FROM = 2
"""In how many dreams a figure must be to count as one that returns."""
FIGURE_KINDS = ("actor",)
THEME_KINDS = ("motion", "setting", "prop", "weather")


@dataclass(frozen=True, slots=True)
class Counted:
    """A word and in how many dreams it is."""

    word: str
    dreams: int


@dataclass(frozen=True, slots=True)
class Month:
    """The dreams of a month by emotion; those without one yet count under ""."""

    month: str
    dreams: dict[str, int]


@dataclass(frozen=True, slots=True)
class Statistics:
    """A diary as a whole."""

    dreams: int
    months: tuple[Month, ...]
    emotions: tuple[Counted, ...]
    categories: tuple[Counted, ...]
    figures: tuple[Counted, ...]
    themes: tuple[Counted, ...]


def statistics(session: Session, dreamer_id: str) -> Statistics:
    """The dreamer's whole diary, counted by dreams: a tiger met twice in one dream counts once."""
    rows = session.execute(
        select(Entry.dreamed_on, Entry.emotion, Entry.category, Entry.reading).where(
            Entry.dreamer_id == dreamer_id
        )
    ).all()
    readings = [row.reading for row in rows if row.reading]
    return Statistics(
        dreams=len(rows),
        months=_months((row.dreamed_on, row.emotion) for row in rows),
        emotions=_counted(row.emotion for row in rows if row.emotion),
        categories=_counted(row.category for row in rows if row.category),
        figures=_returning(readings, FIGURE_KINDS),
        themes=_returning(readings, THEME_KINDS),
    )


def _months(days: Iterable[tuple[date, str]]) -> tuple[Month, ...]:
    months: dict[str, Counter[str]] = {}
    for day, emotion in days:
        months.setdefault(f"{day:%Y-%m}", Counter())[emotion] += 1
    order = (*EMOTIONS, "")
    return tuple(
        Month(month, {emotion: found[emotion] for emotion in order if found[emotion]})
        for month, found in sorted(months.items())
    )


def _counted(words: Iterable[str], least: int = 1) -> tuple[Counted, ...]:
    ranked = sorted(Counter(words).items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Counted(word, n) for word, n in ranked if n >= least)[:MOST_SHOWN]


def _returning(readings: list[dict[str, Any]], kinds: tuple[str, ...]) -> tuple[Counted, ...]:
    """Words of these kinds that are in several dreams, as the lexicon names them.

    Only what could be drawn: words like "do" and "come out" return in every diary.
    """
    return _counted(chain.from_iterable(_words(r, kinds) for r in readings), RETURNS_FROM)


def _words(reading: dict[str, Any], kinds: tuple[str, ...]) -> set[str]:
    elements = chain.from_iterable(segment["elements"] for segment in reading["segments"])
    told = (e for e in elements if e["kind"] in kinds and e["concept"] and not e["negated"])
    return {e["lemma"] for e in told}
