"""Those beside the main event do what the text says of them, and the manifest tells it."""

import pytest

from mongyudo.backends.director import direct
from mongyudo.backends.director.repertoire import repertoire
from mongyudo.journey.choices import Choices, set_out
from mongyudo.pipeline import plan_shots
from mongyudo.reading import read
from mongyudo.records import Dream


def played(text: str):
    """The actors of the first picture by concept, and what is drawn of the dream."""
    dream = Dream.of(text)
    (shot,) = plan_shots(read(dream, segments=1), set_out(dream, Choices(segments=1)))
    direction = direct(shot, repertoire())
    cast = [actor for scene in direction.scenes for actor in scene.actors]
    return cast, {(d.keyword, d.concept) for d in direction.drawn}


def test_who_sits_beside_sits():
    """The grandmother sits while the tiger attacks, and both are told."""
    cast, drawn = played("마당에 할머니가 앉아 계셨다. 호랑이가 나를 공격했다.")
    assert any(a.concept == "grandmother" and a.motion == "sit" for a in cast)
    assert {c for _, c in drawn} >= {"sit", "grandmother", "tiger"}


def test_who_comes_in_walks_in():
    """The deer does not stand in the shop from the beginning: it comes."""
    cast, _ = played("편의점에 사슴이 들어왔다. 나는 소리를 질렀다.")
    deer = next(a for a in cast if a.concept == "deer")
    assert deer.motion == "walk"
    assert abs(deer.path[0].x - deer.path[-1].x) > 0.05


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("구름을 만졌는데 솜사탕이랑 똑같았다.", "candy"),
        ("뱀이 국수가락처럼 쏟아졌다.", "noodles"),
        ("바다가 구름인 줄 알았다.", "cloud"),
        ("할머니가 자개장을 사겠다고 하셨다.", "wardrobe"),
        ("따뜻한 우유를 마신 것처럼 노곤했다.", "milk"),
    ],
)
def test_what_is_only_likened_or_wished_is_not_drawn(text, word):
    """Cotton candy, noodles and clouds that are not there."""
    _, drawn = played(text)
    assert word not in {concept for _, concept in drawn}


def test_a_thing_before_a_word_like_house_is_no_house():
    """철모 집어던지다: the helmet is drawn as a helmet."""
    _, drawn = played("철모 집어던지다 깼다.")
    assert ("철모", "helmet") in drawn
