"""What comes out of something, goes into it, is in it or on it: both are seen, together."""

from dataclasses import replace

import pytest
from tests.unit.backends.told import directed, segment

from mongyudo.backends.director.beats import beats_of
from mongyudo.backends.director.repertoire import repertoire
from mongyudo.backends.director.telling import tell


def related(text: str) -> list[tuple[str, str, str]]:
    """What is in some relation to something, who or what it is, and to what."""
    events = tell(segment(text)).events
    return [(e.concept, e.hero_thing or e.doer, e.host) for e in events if e.host]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("베개 속에서 손톱이 나왔다.", ("emerge", "fingernail", "pillow")),
        ("귀에서 나사가 나왔다.", ("emerge", "nail", "ear")),
        ("냉장고를 열었더니 구두가 나왔다.", ("emerge", "shoes", "refrigerator")),
        ("땅에서 손이 나왔다.", ("emerge", "hand", "ground")),
        ("땅을 팠더니 항아리가 나왔다.", ("emerge", "jar", "ground")),
        ("벽에서 손이 튀어나왔다.", ("emerge", "hand", "wall")),
        ("상자에서 고양이가 나왔다.", ("emerge", "cat", "package")),
        ("책에서 나무가 자랐다.", ("emerge", "tree", "book")),
        ("옷에 구멍이 났다.", ("attach", "hole", "clothes")),
        ("연필에 혀가 달렸다.", ("attach", "tongue", "pencil")),
        ("책상에 버섯이 피었다.", ("emerge", "mushroom", "desk")),
        ("천장에서 손이 나왔다.", ("overhead", "hand", "ceiling")),
        ("천장에 시계가 붙어 있었다.", ("overhead", "clock", "ceiling")),
        ("국을 뜨자 숟가락에 눈알이 딸려 올라왔다.", ("attach", "eye", "spoon")),
        ("신발에 모래가 들어왔다.", ("enter", "sand", "shoes")),
        ("귀에 개미가 들어갔다.", ("enter", "ant", "ear")),
        ("컵에 새가 빠졌다.", ("enter", "bird", "cup")),
        ("가방 안에 시계가 들어 있었다.", ("lodge", "clock", "bag")),
        ("화분에 우산이 꽂혀 있었다.", ("lodge", "umbrella", "potted_plant")),
        ("밭에 시계가 박혀 있었다.", ("lodge", "clock", "ground")),
        ("나무에 그네가 걸려 있었다.", ("attach", "swing", "tree")),
        ("돈에 끈적한 콧물이 묻어 있었다.", ("attach", "snot", "money")),
        ("전봇대에 신발이 걸려 있었다.", ("attach", "shoes", "utility_pole")),
    ],
)
def test_relations_are_told_with_what_they_are_to(text: str, told: tuple[str, str, str]) -> None:
    """The thing, or the animal, and its host are told by one event."""
    assert told in related(text)


@pytest.mark.parametrize(
    "text",
    [
        "벽에 그림을 걸었다.",
        "할머니가 방에서 나왔다.",
        "머리에서 생각이 나왔다.",
        "편지가 나왔다.",
        "나무처럼 우산이 꽂혀 있었다.",
        "문에 부적이 붙어 있지 않았다.",
    ],
)
def test_what_hands_do_or_nobody_sees_is_no_relation(text: str) -> None:
    """People who leave a room, what is done by hand, and what is denied, have no host."""
    assert not related(text)


def test_both_stand_in_the_picture() -> None:
    """The verb is drawn, and so are both things."""
    direction = directed("베개 속에서 손톱이 나왔다.")
    assert {"pillow", "fingernail"} <= {p.concept for s in direction.scenes for p in s.props}
    assert "emerge" in {d.concept for d in direction.drawn}


def test_an_undrawable_host_stages_nothing() -> None:
    """Nothing is shown coming out of what has no picture."""
    story = tell(segment("귀에서 나사가 나왔다."))
    bare = replace(repertoire(), props=frozenset({"nail"}))
    (beat,) = beats_of(story, "중립", 4.0, bare)
    assert beat.event is None
