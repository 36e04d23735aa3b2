"""What has become of the dreamer's body, and stays so: bald, great with child, full of spots."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from mongyudo.backends.director.tables import rows
from mongyudo.records import Element

_CLAUSE_END = re.compile(r"[.!?…\n]+\s*|(는데|고|며|(?<![에테])서|더니|니까|지만|다가|보니) ")
_MINE = re.compile("(?<![가-힣])(내|나|제|저)(가|는|의|도|한테|만)? ")
_AWAKE = re.compile(r"(잠|꿈)(에서|을)? ?(깨|깼)|눈을? ?(떴|뜨니|뜨자)|일어나 ?보니|원래대로")
_UNREAL = re.compile("[^.!?\n]{0,6}(줄 ?알|ㄹ ?까|을까|ㄹ ?것 ?같|려고 ?(하|했)|뻔[했하한])")
_LIKENED = re.compile("(들)?(처럼|같이|마냥|만큼|만 ?하|같은|보다)")
_NO_OTHERS = frozenset({"double", "older_self", "baby"})
"""Who may be named beside what is the dreamer's own: 거울 속의 나."""


@dataclass(frozen=True, slots=True)
class Row:
    """A trait, the vignette that shows how it comes, how it is told and how it ends, and what is
    seen of it besides."""

    trait: str
    scene: str
    words: re.Pattern[str]
    ends: re.Pattern[str]
    shows: frozenset[str]


@cache
def table() -> tuple[Row, ...]:
    """The rows of traits.tsv."""
    return tuple(
        Row(
            row["trait"],
            row["scene"],
            re.compile(row["words"]),
            re.compile("|".join(filter(None, (_AWAKE.pattern, row["ends"])))),
            frozenset(row["shows"].split()),
        )
        for row in rows("traits.tsv")
    )


def seen_by(traits: Iterable[str]) -> set[str]:
    """The concepts that `traits` of somebody in the picture show: themselves, a horn, a tongue."""
    shown = {row.trait: row.shows for row in table()}
    return {*traits}.union(*(shown.get(trait, frozenset()) for trait in traits))


_GROWN_OLD = re.compile("(할머니|할아버지|노인|할매|할배)(가|이|로|으로) ?(되|돼|됐|변|늙)")


def has_grown_old(text: str) -> bool:
    """내가 할머니가 되어 있었다: no grandmother is there besides."""
    return _GROWN_OLD.search(text) is not None


_OLD = frozenset({"grandmother", "grandfather"})


def traits_of(told: str, elements: Iterable[Element]) -> tuple[str, ...]:
    """What has become of the dreamer's body by the end of `told`, whose words are `elements`."""
    people = [e for e in elements if e.kind == "actor"]
    return tuple(row.trait for row in table() if _holds(row, told, people))


def _holds(row: Row, told: str, people: list[Element]) -> bool:
    found = [m for m in row.words.finditer(told) if is_own(told, m, people)]
    return bool(found) and row.ends.search(told, found[-1].end()) is None


def is_own(
    text: str, found: re.Match[str], people: Iterable[Element], *, starts_at: int = 0
) -> bool:
    """Whether what is `found` in `text`, whose first character is `starts_at` of the dream, is so
    and told of the dreamer: 엄마 배가 불렀다 is not."""
    if _UNREAL.match(text, found.end()):
        return False
    ends = [end.end() for end in _CLAUSE_END.finditer(text, 0, found.start())]
    begins = ends[-1] if ends else 0
    clause = range(starts_at + begins, starts_at + found.end())
    no_others = _NO_OTHERS | (_OLD if has_grown_old(found.group(0)) else frozenset())
    others = [
        e for e in people
        if e.start_char in clause and e.concept not in no_others
        and not _LIKENED.match(text, e.end_char - starts_at)
    ]  # fmt: skip
    return not others or _MINE.search(text, begins, found.end()) is not None
