"""Animals by their names, and who only looks like a person."""

import pytest

from mongyudo.reading import read
from mongyudo.records import Dream


def actors(text: str) -> set[str]:
    """The concepts of all actors that a dream tells of."""
    reading = read(Dream.of(text), segments=1)
    told = (e for s in reading.segments for e in s.elements)
    return {e.concept for e in told if e.kind == "actor" and e.concept}


def things(text: str) -> set[str]:
    """The concepts of all things that a dream tells of."""
    reading = read(Dream.of(text), segments=1)
    told = (e for s in reading.segments for e in s.elements)
    return {e.concept for e in told if e.kind == "prop" and e.concept}


@pytest.mark.parametrize(
    ("text", "animal", "dish"),
    [
        ("우리 집 고양이 두부가 부엌에서 말을 했다.", "cat", "tofu"),
        ("강아지 인절미가 하늘로 날아갔다.", "dog", "rice_cake"),
        ("키우던 토끼 감자가 나를 따라왔다.", "rabbit", "potato"),
        ("우리 두부가 짖었다.", "dog", "tofu"),
    ],
)
def test_a_pet_with_the_name_of_a_dish_is_a_pet(text, animal, dish):
    """What it is stands before the name, or only such an animal does it."""
    assert animal in actors(text)
    assert dish not in things(text)


@pytest.mark.parametrize(
    ("text", "animal", "other"),
    [
        ("강아지 초코가 왔다. 초코를 안고 나갔다.", "dog", "chocolate_bar"),
        ("강아지 콩이가 서 있었다. 콩이랑 운동장에 나갔다.", "dog", "beans"),
        ("강아지 콩이가 서 있었다. 콩이는 웃고 콩이도 짖었다.", "dog", "beans"),
        ("강아지 호두랑 걸었다. 비가 왔다.", "dog", "peanuts"),
        ("고양이 나비가 상자에 있었다. 나비를 불렀다.", "cat", "butterfly"),
        ("고양이 구름이가 왔다. 구름이는 잤다.", "cat", "friend"),
    ],
)
def test_a_pet_is_itself_in_whatever_way_its_name_is_said(text, animal, other):
    """With it, to it, and where it merely is."""
    assert animal in actors(text)
    assert other not in actors(text) | things(text)


def test_what_is_eaten_is_no_pet_of_that_name():
    """두부 came, and 두부 was eaten."""
    assert "tofu" in things("고양이 두부가 왔다. 두부를 먹었다.")


def test_whoever_is_said_to_be_our_dog_is_one():
    """돌쇠 is told of first, and what he is afterwards."""
    reading = read(Dream.of("돌쇠가 돌아왔다. 열여섯 해 살다 간 우리 개다."), segments=1)
    first = reading.segments[0].elements[0]
    assert (first.lemma, first.concept) == ("돌쇠", "dog")


@pytest.mark.parametrize(
    ("text", "dish"),
    [
        ("두부가 끓고 있었다. 강아지가 두부를 먹었다.", "tofu"),
        ("고양이 사료가 쏟아졌다.", "pet_food"),
        ("시장에서 감자가 굴러왔다. 개가 짖었다.", "potato"),
    ],
)
def test_a_dish_beside_an_animal_stays_a_dish(text, dish):
    """Nobody is called so who boils, spills or rolls."""
    assert dish in things(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("허수아비가 고개를 돌렸다.", "scarecrow"),
        ("마네킹들이 나를 쫓아왔다.", "mannequin"),
        ("인형들이 춤을 추고 있었다.", "doll_figure"),
        ("동상이 칼을 뽑아 나를 찔렀다.", "stone_figure"),
        ("화상은 질감이 좋다며 코를 바짝 댔다.", "merchant"),
        ("돌아보니 유리문 밖으로 내가 걸어가고 있었다.", "double"),
        ("그것이 내 앞에 와서 허리를 굽혔다.", "monster"),
        ("남친이랑 역에 갔다. 기차가 들어오고 걔가 뛰어갔다.", "man"),
    ],
)
def test_who_acts_is_somebody(text, who):
    """Figures that come alive, the dreamer seen from without, it, and that one."""
    assert who in actors(text)


def test_a_doll_that_falls_stays_a_thing():
    """Nothing lives that only falls."""
    assert "doll" in things("인형이 바닥에 떨어졌다.")
