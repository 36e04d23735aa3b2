"""Those of whom a dream speaks by name."""

import pytest

from mongyudo.reading.called import called
from mongyudo.reading.elements import find_hits
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("유정이가 이사를 왔다.", {"유정": "friend"}),
        ("노래방에서 지은이가 마이크를 잡았다.", {"지은이": "friend"}),
        ("후배 지훈이가 먼저 일어났다. 지훈이를 불렀다.", {"지훈이": "friend"}),
        ("우리 강아지 콩이가 말을 했다.", {"콩이": "dog"}),
        ("햄스터 콩이가 나왔다. 콩이가 웅크렸다.", {"콩이": "hamster"}),
        ("송아지를 샀다. 이름은 순덕이였다. 순덕이가 울었다.", {"순덕이": "cow"}),
        ("뭉치가 꼬리를 흔들며 왔다.", {"뭉치": "dog"}),
        ("편지 뭉치가 나왔다. 개가 꼬리를 흔들었다.", {}),
        ("콩이가 꼬리를 흔들며 왔다.", {"콩이": "dog"}),
        ("짝꿍이던 순임이가 웃었다.", {"순임이": "friend"}),
        ("잠수복을 입고 스투키가 자라는 것을 봤다.", {}),
        ("보정에서 버스를 탔다.", {}),
        ("최 씨 할머니가 웃었다.", {}),
        ("카카오가 나를 불렀다.", {}),
        ("소가 있었다. 비가 왔다. 밥을 먹었다. 이름은 순덕이였다.", {}),
    ],
)
def test_a_name_is_somebody(text: str, named: dict[str, str]) -> None:
    """A dog that has been called one stays a dog; a plant and a place are nobody."""
    analysis = analyse(text)
    found = called(analysis, find_hits(analysis, load_lexicon()))
    assert {e.lemma: e.concept for e in found} == named
