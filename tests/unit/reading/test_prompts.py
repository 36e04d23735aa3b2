"""Prompts: order, length, and that they hold the scene's ideas."""

import pytest

from mongyudo.reading.english import ing
from mongyudo.reading.prompts import MOST_WORDS, write_prompt
from mongyudo.records import Element, Keyword, Kind

DEEDS = frozenset({"chase", "fall"})


def keyword(en: str, kind: Kind) -> Keyword:
    return Keyword("말", en, kind, 0, 1)


def test_subject_first_feeling_last() -> None:
    """Parts stand in the order in which one films them; events are going on."""
    words = (keyword("fear", "feeling"), keyword("cliff", "setting"), keyword("chase", "motion"),
             keyword("tiger", "actor"))  # fmt: skip
    assert write_prompt(words, (), DEEDS) == "tiger, chasing, cliff, fear"


def test_never_too_long() -> None:
    """However much a scene holds, the prompt stays under 75 words."""
    words = tuple(keyword(f"thing{n} of many", "prop") for n in range(90))
    assert len(write_prompt(words, (), DEEDS).split()) <= MOST_WORDS


def test_other_words_follow_and_denied_ones_do_not() -> None:
    """Words that no keyword holds are added; what the text denies is not."""
    rest = (
        Element("비", "rain", "weather", "rain", 0, 1),
        Element("뱀", "snake", "actor", "snake", 0, 1, negated=True),
    )
    assert write_prompt((keyword("tiger", "actor"),), rest, DEEDS) == "tiger, rain"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("run away", "running away"),
        ("be chased", "being chased"),
        ("lie down", "lying down"),
        ("dance", "dancing"),
        ("see", "seeing"),
        ("not recognize", "not recognizing"),
    ],
)
def test_ing(phrase: str, expected: str) -> None:
    """English verbs take -ing by the rules of spelling."""
    assert ing(phrase) == expected
