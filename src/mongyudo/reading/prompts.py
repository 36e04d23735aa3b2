"""One English prompt per scene: its keywords, then its other words, in the order one films them."""

import re
from collections.abc import Iterator

from mongyudo.reading.english import ing
from mongyudo.reading.hangul import romanise
from mongyudo.reading.words import word_list
from mongyudo.records import Element, Keyword, Kind

MOST_WORDS = 74
_ORDER: tuple[Kind, ...] = (
    "actor", "motion", "setting", "prop", "weather", "time", "light", "state", "feeling",
)  # fmt: skip
_WORD = re.compile(r"[a-z0-9]+")


def write_prompt(
    keywords: tuple[Keyword, ...], elements: tuple[Element, ...], deeds: frozenset[str]
) -> str:
    """Subject, action, place, objects, weather and light, state, feeling; under 75 words.

    Every keyword's English is kept as long as it fits; then come words of the lexicon that no
    keyword holds. What the text denies is left out. `deeds` are verbs that may take -ing.
    """
    chosen: list[tuple[Kind, str]] = []
    spent: set[str] = set()
    for kind, text in _offers(keywords, elements, deeds):
        words = _WORD.findall(text.lower())
        new = [word for word in words if _stem(word) not in spent]
        if not new or len(" ".join(part for _, part in chosen).split()) + len(words) > MOST_WORDS:
            continue
        spent.update(map(_stem, words))
        chosen.append((kind, text))
    return ", ".join(text for _, text in sorted(chosen, key=lambda part: _ORDER.index(part[0])))


def _offers(
    keywords: tuple[Keyword, ...], elements: tuple[Element, ...], deeds: frozenset[str]
) -> list[tuple[Kind, str]]:
    offers = [(k.kind, _filmed(k.kind, _with_meaning(k, elements), deeds)) for k in keywords]
    rest = sorted(
        (e for e in elements if not e.negated and e.lemma not in word_list("unfilmed")),
        key=lambda e: (e.concept is None, _ORDER.index(e.kind)),
    )
    return offers + [(e.kind, _filmed(e.kind, e.en, deeds)) for e in rest]


_LINKS = frozenset(("in", "on", "to", "by", "with", "from", "of", "and", "like", "as"))


def _with_meaning(keyword: Keyword, elements: tuple[Element, ...]) -> str:
    """The English of `keyword` without words that are only spelt in Latin letters, which no model
    understands: their sounds are among those of the Korean, and the lexicon has no such word."""
    known = {word for e in elements for word in e.en.lower().split()} | _LINKS
    spelt = set(map(romanise, _stretches(keyword.ko)))
    words = [w for w in keyword.en.split() if w.lower() in known or w.lower() not in spelt]
    while words and words[-1] in _LINKS:
        words.pop()
    return " ".join(words)


def _stretches(korean: str) -> Iterator[str]:
    """Every stretch of two syllables or more within a word."""
    for word in korean.split():
        for first in range(len(word) - 1):
            yield from (word[first:last] for last in range(first + 2, len(word) + 1))


def _filmed(kind: Kind, english: str, deeds: frozenset[str]) -> str:
    """Events as going on ("run" -> "running")."""
    first = english.removeprefix("not ").partition(" ")[0]
    verb = first in deeds and first not in word_list("noun starts")
    return ing(english) if kind == "motion" and verb else english


def _stem(word: str) -> str:
    """Enough of a word to know it again: running, runs, run."""
    for ending in ("ing", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word[: -len(ending)]
            break
    return word.rstrip("e")
