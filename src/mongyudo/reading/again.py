"""Things that are spoken of again by the last part of their name: 쓰레기 봉투, then 봉투."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mongyudo.reading.elements import NOUN_TAGS, Hit
from mongyudo.reading.words import word_list
from mongyudo.records import Token

SHORTEST_HEAD = 2
"""A single syllable ends too many words that it has nothing to do with."""
SENTENCES_BETWEEN = 3
_ANOTHER = frozenset(("다른", "진짜", "새", "또", "내", "제", "네", "저", "우리", "옆"))
"""What stands before another thing of that name."""


def as_named_before(hits: Iterable[Hit], tokens: tuple[Token, ...]) -> Iterator[Hit]:
    """`hits`, what is called by the last part of a longer name being what that one is."""
    named: list[Hit] = []
    for hit in hits:
        told = _told_before(hit, named, tokens)
        if told is not None:
            entry = hit.entry._replace(concept=told.entry.concept)
            yield replace(hit, entry=entry)
            continue
        if hit.entry.kind == "prop" and hit.entry.concept and not hit.negated:
            named.append(hit)
        yield hit


def _told_before(hit: Hit, named: list[Hit], tokens: tuple[Token, ...]) -> Hit | None:
    head = hit.entry.lemma
    if hit.entry.kind != "prop" or len(head) < SHORTEST_HEAD or head in word_list("no heads"):
        return None
    if hit.first and _tells_apart(tokens[hit.first - 1]):
        return None
    near = (
        one
        for one in reversed(named)
        if tokens[hit.first].sentence - tokens[one.first].sentence <= SENTENCES_BETWEEN
    )
    return next((one for one in near if _ends_in(one.entry.lemma, head)), None)


def _ends_in(name: str, head: str) -> bool:
    return name != head and name.replace(" ", "").endswith(head)


def _tells_apart(before: Token) -> bool:
    return before.tag in NOUN_TAGS or before.form in _ANOTHER
