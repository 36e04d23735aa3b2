"""Of what size somebody is, of how many there are, what is missing of a body, what one becomes."""

import pytest
from tests.unit.backends.told import happens

from mongyudo.backends.director.story import SELF


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("금붕어가 소파만 했다.", ("grow", "goldfish", "")),
        ("고양이가 집채만 했다.", ("grow", "cat", "")),
        ("아버지가 인형만 했다.", ("shrink", "father", "")),
        ("사과가 수박만큼 컸다.", ("grow", "", "apple")),
        ("개가 나보다 커서 놀랐다.", ("grow", "dog", "")),
        ("아버지는 키가 3미터였다.", ("grow", "father", "")),
        ("키가 2미터 60이었다.", ("grow", SELF, "")),
        ("할머니 키가 10센티였다.", ("shrink", "grandmother", "")),
        ("손가락이 여덟 개였다.", ("breaks_out", SELF, "")),
        ("꼬리가 20개였다.", ("many_of", "", "tail")),
        ("아이의 눈이 네 개였다.", ("four_of", "", "eye")),
        ("하늘을 보니 달이 두 개였다.", ("two_of", "", "moon")),
        ("그 선생님은 눈이 없었다.", ("eyeless", "teacher", "")),
        ("거울을 보니 입이 없었다.", ("mouthless", SELF, "")),
        ("눈도 코도 입도 없었다.", ("faceless", SELF, "")),
        ("아이가 모자를 벗는데 머리가 없었다.", ("headless", "child", "")),
        ("내 왼손이 없었다.", ("one_handed", SELF, "")),
        ("발이 없는 여자가 서 있었다.", ("footless", "woman", "")),
        ("나는 점이 되었다.", ("transform", SELF, "")),
        ("할머니가 뜨개실 뭉치가 되어 있었다.", ("transform", "grandmother", "")),
        ("친척들이 다 모였다.", ("gather", "family", "")),
        ("기차가 점점 빨라졌다.", ("pass_by", "", "train")),
        ("달이 자꾸 따라왔다.", ("arrive", "", "moon")),
        ("거북이 머리가 천장에 닿았다.", ("grow", "turtle", "")),
        ("고래가 레인을 꽉 채우고 있었다.", ("grow", "whale", "")),
        ("들여다보니까 지구가 동그란 김장독이었다.", ("appear", "", "jar")),
        ("노른자가 구르더니 병아리가 됐다.", ("transform", "", "egg")),
        ("트럭이 먼저 출발했다.", ("pass_by", "", "truck")),
        ("용의 등에 탔더니 하늘로 올라갔다.", ("fly", SELF, "")),
        ("줄을 섰는데 배가 나왔다.", ("pregnant", SELF, "")),
        ("인형의 눈이 움직였다.", ("stare", "", "eye")),
    ],
)
def test_what_a_predicate_tells(text, event):
    """소파만 했다, 여덟 개였다, 눈이 없었다, 점이 되었다: the noun before says what is seen."""
    assert event in happens(text)


@pytest.mark.parametrize(
    "text",
    [
        "엄마는 하루 종일 전화만 했다.",
        "집채만 한 고양이가 왔다.",
        "의자가 하나였다.",
        "사람 보는 눈이 없었다.",
        "강에 다리가 없었다.",
        "옆 반 아이는 문제가 되었다.",
        "나는 쉰여섯이었다.",
        "문이 열리더니 나무가 보였다.",
        "엄마가 컵에 물을 채웠다.",
    ],
)
def test_what_is_no_such_predicate(text):
    """전화만 했다, 집채만 한, 보는 눈이 없다: nothing grows, nothing is counted or missing."""
    odd = {"grow", "shrink", "many_of", "two_of", "eyeless", "legless", "transform"}
    assert not odd & {concept for concept, _, _ in happens(text)}
