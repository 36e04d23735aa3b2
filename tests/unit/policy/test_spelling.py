"""Spellings of listed words: what is passed over at a glance could not have matched."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mongyudo.policy.restore import restored
from mongyudo.policy.rules import Disguise, book
from mongyudo.policy.spelling import edges, spelling
from mongyudo.policy.views import clean

SOUNDS = book().lookalikes


@st.composite
def disguised(draw: st.DrawFn) -> tuple[Disguise, str]:
    """A listed word, and something that its spelling matches."""
    each = draw(st.sampled_from(book().disguises))
    pattern = re.compile(spelling(each.word, each.ways, SOUNDS))
    return each, draw(st.from_regex(pattern, fullmatch=True))


@pytest.mark.slow
@given(disguised())
@settings(max_examples=300, deadline=None)
def test_a_spelling_begins_and_ends_with_its_edges(found: tuple[Disguise, str]) -> None:
    each, seen = found
    first, last = edges(each.word, each.ways, SOUNDS)
    assert seen[0] in first
    assert seen[-1] in last


def test_few_words_may_begin_and_end_anywhere() -> None:
    for each in book().disguises:
        first, last = edges(each.word, each.ways, SOUNDS)
        assert len(first) < 1200 > len(last), each.word


def test_a_disguise_is_undone_between_other_words() -> None:
    assert "자살" in restored(clean("어제 짜쌀하는 꿈을 꾸었다"), book()).text
