"""How much of a dream is left in what a backend is told: gold scene elements found again."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from mongyudo.lab.dreams import GoldElement
from mongyudo.lab.summary import CONTENT
from mongyudo.reading.korean import analyse

_WORD = re.compile(r"[a-z]+")
LEAST_SHARE = 0.5
"""Of an element's content words, that must stand in a Korean text."""


def kept_in_korean(elements: Iterable[GoldElement], text: str) -> list[bool]:
    """Whether at least half of each element's content words stand in `text`, in any form."""
    told = _lemmas(text)
    return [_found(_lemmas(element.text), told) >= LEAST_SHARE for element in elements]


def kept_in_english(elements: Iterable[GoldElement], prompt: str) -> list[bool]:
    """Whether all words of one of each element's English alternatives stand in `prompt`."""
    told = _stems(prompt)
    return [any(_stems(each) <= told for each in element.english) for element in elements]


def drawn(elements: Iterable[GoldElement], keywords: Sequence[str]) -> list[bool]:
    """Whether each element shares a content word with a keyword that was drawn."""
    told = _lemmas(", ".join(keywords)) if keywords else set()
    return [bool(_lemmas(element.text) & told) for element in elements]


def share(hits: Sequence[bool]) -> float:
    """The share of hits, 0 for none."""
    return sum(hits) / len(hits) if hits else 0.0


@cache
def _stemmer() -> Any:
    """Porter's English stemmer, in its second edition."""
    from snowballstemmer import stemmer

    return stemmer("english")


def _stems(text: str) -> set[str]:
    return set(_stemmer().stemWords(_WORD.findall(text.lower())))


def _lemmas(text: str) -> set[str]:
    return {token.lemma for token in analyse(text).tokens if token.tag.split("-")[0] in CONTENT}


def _found(wanted: set[str], told: set[str]) -> float:
    return len(wanted & told) / len(wanted) if wanted else 0.0
