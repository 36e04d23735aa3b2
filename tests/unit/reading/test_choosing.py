"""Which keywords stand together, and the trees that tell."""

import numpy as np
import pytest

from mongyudo.reading.candidates import Candidate
from mongyudo.reading.choosing import Board, Gains, Odds, improve
from mongyudo.reading.elements import find_hits
from mongyudo.reading.keywords import MOST_PER_DREAM, find_keywords
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon
from mongyudo.reading.trees import Trees

ALIKE_SUM, OVERLAPPING, MATCH_LOGIT = 0, 5, 15
"""Columns of Board.rows that the trees of these tests ask about."""


def candidate(ko: str, first: int, last: int) -> Candidate:
    return Candidate(ko, ko, "prop", "noun", first, last + 1, first, last, last, "O", None, 0)


def board(*phrases: tuple[str, int, int], odds: tuple[float, ...]) -> Board:
    candidates = [candidate(*phrase) for phrase in phrases]
    match = np.array(odds)
    return Board(candidates, [{} for _ in candidates], Odds(match, match / 2))


def asking(column: int, threshold: float, below: float, above: float) -> Trees:
    """One tree of one question."""
    return Trees(
        np.array([[column]], np.int16), np.array([[threshold]], np.float32),
        np.array([[below, above]], np.float32), 0.0,
    )  # fmt: skip


NOTHING = asking(0, 0.0, -9.0, -9.0)


def test_trees_answer_as_one_question_after_the_other() -> None:
    """Rows go right above a threshold, the leaves of all trees are summed with the bias."""
    trees = Trees(
        np.array([[0, 1, 1], [1, 0, 0]], np.int16),
        np.array([[0, 5, -5], [1, np.inf, 2]], np.float32),
        np.array([[1, 2, 3, 4], [10, 20, 30, 40]], np.float32) / 10,
        -1.0,
    )
    rows = np.array([[-1, 6], [0, 0], [1, 1], [3, 2]], np.float32)
    odds = np.array([0.2 + 3.0, 0.1 + 1.0, 0.4 + 1.0, 0.4 + 4.0]) - 1
    assert trees.probabilities(rows) == pytest.approx(1 / (1 + np.exp(-odds)))


def test_a_likely_phrase_comes_in_and_an_unlikely_one_goes() -> None:
    """A set is left by what is worth less than its cost and joined by what is worth more."""
    dream = board(("돌", 0, 0), ("문", 2, 2), ("꽃", 4, 4), odds=(0.9, 0.1, 0.8))
    gains = Gains(asking(MATCH_LOGIT, 0.0, -3.0, 3.0), NOTHING, 0.0, 0.4)
    assert improve(dream, np.array([False, True, False]), gains, 14).tolist() == [True, False, True]


def test_no_more_than_are_asked_for() -> None:
    """A full set takes no more, however likely."""
    dream = board(("돌", 0, 0), ("문", 2, 2), ("꽃", 4, 4), odds=(0.9, 0.9, 0.9))
    gains = Gains(asking(MATCH_LOGIT, 0.0, -3.0, 3.0), NOTHING, 0.0, 0.4)
    assert improve(dream, np.zeros(3, bool), gains, 2).sum() == 2


def test_no_word_is_spent_twice() -> None:
    """Of phrases that share a token only one comes in, the one that is worth more."""
    dream = board(("돌", 1, 1), ("던진 돌", 0, 1), ("꽃", 4, 4), odds=(0.6, 0.8, 0.7))
    gains = Gains(asking(MATCH_LOGIT, 1.0, 1.0, 3.0), NOTHING, 0.0, 0.4)
    assert improve(dream, np.zeros(3, bool), gains, 14).tolist() == [False, True, True]


def test_what_overlaps_is_counted() -> None:
    """Each phrase's row tells how many of the chosen share its words, itself left out."""
    dream = board(("돌", 1, 1), ("던진 돌", 0, 1), ("꽃", 4, 4), odds=(0.7, 0.8, 0.6))
    assert dream.rows(np.ones(3, bool))[:, OVERLAPPING].tolist() == [1, 1, 0]


def test_two_names_of_one_thing_are_seen() -> None:
    """Phrases far apart with the same head count as alike, others do not."""
    dream = board(("검은 개", 0, 1), ("개", 7, 7), ("꽃", 9, 9), odds=(0.5, 0.8, 0.6))
    alike = dream.rows(np.ones(3, bool))[:, ALIKE_SUM]
    assert alike.tolist() == pytest.approx([0.5, 0.5, 0.0])


@pytest.mark.parametrize("times", [1, 40])
def test_a_long_dream_keeps_the_limit(times: int) -> None:
    """However long the text, at most fourteen keywords, none twice, each where it stands."""
    text = "할머니가 마당에서 감을 따다가 나에게 던졌다. 검은 개가 문을 부수고 들어왔다. " * times
    analysis = analyse(text)
    found = find_keywords(analysis, find_hits(analysis, load_lexicon()))
    names = [keyword.ko for keyword in found]
    assert 3 <= len(names) <= MOST_PER_DREAM
    assert len(set(names)) == len(names)
    assert [k.start_char for k in found] == sorted(k.start_char for k in found)
