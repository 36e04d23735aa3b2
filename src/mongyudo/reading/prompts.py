"""One English prompt per scene: its keywords, then its other words, in the order one films them."""

import re

from mongyudo.reading.english import ing
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
    offers = [(k.kind, _filmed(k.kind, k.en, deeds)) for k in keywords]
    rest = sorted(
        (e for e in elements if not e.negated and e.lemma not in word_list("unfilmed")),
        key=lambda e: (e.concept is None, _ORDER.index(e.kind)),
    )
    return offers + [(e.kind, _filmed(e.kind, e.en, deeds)) for e in rest]


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
