"""Segments written by hand and a repertoire that does not depend on the ink's progress."""

from collections.abc import Callable

import pytest

from mongyudo.backends.director.measure import Build
from mongyudo.backends.director.repertoire import Repertoire, repertoire
from mongyudo.records import Element, Keyword, Segment, Shot

Word = tuple[str, str, str | None]
MakeSegment = Callable[..., Segment]
MakeShot = Callable[..., Shot]

_WALKERS = ("tiger", "snake", "pig", "dog", "cat", "horse", "dragon")


def _build(concept: str) -> Build:
    if concept in _WALKERS:
        return Build("walker", 1.0, 1.3)
    if concept in ("bird", "butterfly"):
        return Build("flier", 0.3, 1.0)
    if concept in ("fish", "whale"):
        return Build("swimmer", 0.5, 1.5)
    if concept in ("porcelain", "tooth", "clock", "exam_paper", "door", "bed", "phone", "boat"):
        return Build("object", 0.4, 1.0)
    return Build("figure", 1.6, 0.4)


def _words(names: str) -> frozenset[str]:
    return frozenset(names.split())


@pytest.fixture
def known() -> Repertoire:
    """An ink that can draw a good part of the vocabulary."""
    return Repertoire(
        settings=_words("home yard street forest mountain cliff sky sea room school river"),
        effects=_words("rising_water fire streaks giant_shadow petals embers cracks mist"),
        weathers=_words("clear rain snow fog wind storm"),
        figures=_words("woman man student girl grandmother grandfather mother boss friend crowd"),
        creatures=_words("bird butterfly fish whale") | frozenset(_WALKERS),
        props=_words("porcelain tooth clock exam_paper door bed phone boat"),
        motions=_words("stand walk run fall sit fly float swim cry hug carry write"),
        expressions=_words("plain happy sad scared angry surprised disgusted"),
        build=_build,
    )


@pytest.fixture(scope="session")
def ink() -> Repertoire:
    """The installed ink's vocabulary."""
    return repertoire()


def _element(text: str, word: str, kind: str, concept: str | None, start: int) -> Element:
    negated, passive = word.startswith("-"), "/" in word
    form, _, english = word.removeprefix("-").partition("/")
    at = text.index(form, start)
    name = english if passive else (concept or form)
    return Element(form, name, kind, concept, at, at + len(form), negated=negated)


@pytest.fixture
def segment_of() -> MakeSegment:
    """Make a segment: each word is (form as written, kind, concept), in the order of the text.

    "-" before the form negates it; "/be chased" behind it gives its English. Every word that is
    not negated becomes a keyword, too.
    """

    def make(text: str, *words: Word) -> Segment:
        elements: list[Element] = []
        for word, kind, concept in words:
            after = elements[-1].end_char if elements else 0
            elements.append(_element(text, word, kind, concept, after))
        keywords = tuple(
            Keyword(e.lemma, e.en, e.kind, e.start_char, e.end_char, e.concept)
            for e in elements
            if not e.negated
        )
        return Segment(0, len(text), text, keywords, "", tuple(elements))

    return make


@pytest.fixture
def shot_of() -> MakeShot:
    """Make a small shot of a segment."""

    def make(segment: Segment, emotion: str = "공포", **changes: object) -> Shot:
        values: dict[str, object] = {
            "index": 0, "segment": segment, "emotion": emotion, "category": "기타",
            "adapter": None, "seed": 2, "size_px": (768, 432), "fps": 24, "duration_s": 4.0,
        }  # fmt: skip
        return Shot(**(values | changes))

    return make
