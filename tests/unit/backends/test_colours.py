"""Clothes, animals and things have the colour that the dream gives them."""

import pytest
from tests.unit.backends.told import film as scenes

from mongyudo.backends.director.colours import dye_before

RED, WHITE, BLACK, YELLOW = (176, 52, 46), (236, 232, 222), (46, 44, 48), (222, 178, 62)
BLUE, GOLD = (62, 98, 152), (206, 170, 84)


def cloths(text: str, who: str) -> list[object]:
    """The colours in which `who` is seen, scene after scene."""
    return [a.cloth for scene in scenes(text) for a in scene.actors if a.concept == who]


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


@pytest.mark.parametrize(
    ("text", "name", "colour"),
    [
        ("커다란 흰 소가 마당에 누워 있었다.", "cow", WHITE),
        ("새빨간 새 한 마리가 날아왔다.", "bird", RED),
        ("나는 노란색 우산을 들고 길을 걸었다.", "umbrella", YELLOW),
        ("까맣고 커다란 개가 나를 쫓아왔다.", "dog", BLACK),
        ("문이 온통 파랬다. 나는 문을 열었다.", "door", BLUE),
        ("금빛 물고기를 잡았다.", "fish", GOLD),
        ("고양이가 노랗게 변했다.", "cat", None),
        ("푸른 나무 밑에 앉아 있었다.", "tree", None),
        ("검은 옷을 입은 남자가 개를 데려왔다.", "dog", None),
        ("검은 말이 달려왔다.", "black_horse", None),
        ("들판에서 파란 말을 타고 달렸다.", "horse", BLUE),
        ("하늘이 새빨갛게 물들었다. 나는 도망쳤다.", "sky", RED),
        ("바다가 온통 까맸다. 나는 헤엄쳤다.", "water", BLACK),
    ],
)
def test_animals_and_things_have_the_colour_they_are_told_in(text, name, colour):
    assert {scene.dye_of(name) for scene in scenes(text)} == {colour}


def test_a_colour_is_kept_in_the_pictures_that_follow():
    """The second segment speaks of the cow alone, which is the white one."""
    text = "흰 소가 마당에 누워 있었다. 나는 무서웠다. 소가 일어나서 강으로 걸어갔다. 소는 울었다."
    seen = [s.dye_of("cow") for s in scenes(text) if any(a.concept == "cow" for a in s.actors)]
    assert len(seen) > 1
    assert set(seen) == {WHITE}
