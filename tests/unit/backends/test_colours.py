"""Clothes have the colour that the dream gives them."""

import pytest

from mongyudo.backends.director import direct
from mongyudo.backends.director.colours import dye_before
from mongyudo.backends.director.repertoire import repertoire
from mongyudo.journey.choices import Choices, set_out
from mongyudo.pipeline import plan_shots
from mongyudo.reading import read
from mongyudo.records import Dream

RED, WHITE, BLACK, YELLOW = (176, 52, 46), (236, 232, 222), (46, 44, 48), (222, 178, 62)


def cloths(text: str, who: str) -> list[object]:
    """The colours in which `who` is seen, scene after scene, in a film of two shots."""
    dream = Dream.of(text, "d")
    shots = plan_shots(read(dream), set_out(dream, Choices()))
    scenes = [scene for shot in shots for scene in direct(shot, repertoire()).scenes]
    return [actor.cloth for scene in scenes for actor in scene.actors if actor.concept == who]


@pytest.mark.parametrize(
    ("text", "who", "colour"),
    [
        ("할머니가 하얀 한복을 곱게 입고 계셨다.", "grandmother", WHITE),
        ("검은 옷을 입은 남자가 나를 쫓아왔다.", "man", BLACK),
        ("노란색 긴 우비를 입은 아이가 서 있었다.", "child", YELLOW),
        ("나는 새빨간 원피스를 입고 거리를 걸었다.", "woman", RED),
        ("검은 차에서 한복을 입은 할머니가 내렸다.", "grandmother", None),
        ("나는 빨간 옷을 벗고 물에 들어갔다.", "woman", None),
    ],
)
def test_clothes_have_the_colour_they_are_told_in(text, who, colour):
    assert set(cloths(text, who)) == {colour}


def test_only_who_wears_it_has_the_colour():
    text = "빨간 원피스를 입은 여자가 남자와 춤을 췄다."
    assert set(cloths(text, "man")) == {None}


def test_the_dreamer_keeps_the_colour_to_the_end():
    text = "나는 하얀 드레스를 입고 궁전에 갔다. 문이 열렸다. 바다가 나왔다. 고래가 나를 쳐다봤다."
    seen = cloths(text, "woman")
    assert len(seen) > 1
    assert set(seen) == {WHITE}


@pytest.mark.parametrize("told", ["", "예쁜 ", "하얀 눈이 내리는데 ", "흰색이 아닌 "])
def test_what_stands_further_away_gives_no_colour(told):
    assert dye_before(told) is None
