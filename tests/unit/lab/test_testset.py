"""The set of dreams that ships: whole, in order, and what its datasheet says."""

import re
from hashlib import sha256

import pytest

from mongyudo.errors import UsageError
from mongyudo.lab.dreams import TESTSETS, read_gold
from mongyudo.lab.dreams import testset as named
from mongyudo.records import CATEGORIES, EMOTIONS

DREAMS = read_gold(named("themes"))
THEMES = 55


def test_it_covers_the_typical_themes_and_every_label() -> None:
    themes = {each.theme for each in DREAMS if not each.theme.startswith("ko:")}
    assert len(themes) == THEMES
    assert len(DREAMS) >= 60
    assert len({each.dream.id for each in DREAMS}) == len(DREAMS)
    assert {each.emotion[0] for each in DREAMS} == set(EMOTIONS)
    assert {each.category[0] for each in DREAMS} == set(CATEGORIES)


def test_every_dream_has_elements_with_english_and_one_main_event() -> None:
    for each in DREAMS:
        assert len(each.elements) >= 5
        assert all(element.english for element in each.elements)
        mains = [element.kind for element in each.elements if element.main]
        assert mains.count("event") == 1
        assert mains.count("actor") <= 1
        assert mains.count("place") <= 1


def test_the_datasheet_is_of_this_very_file() -> None:
    sheet = (TESTSETS / "themes.md").read_text(encoding="utf-8")
    found = sha256((TESTSETS / "themes.jsonl").read_bytes()).hexdigest()
    assert found in re.findall(r"[0-9a-f]{64}", sheet)


def test_dreams_that_ought_to_be_refused_are_known() -> None:
    assert sum(each.refused for each in DREAMS) == 3


def test_a_set_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(UsageError, match="Known: themes"):
        named("nothing")
