"""Where animals are told to be they are seen: under the bed, in the cage; what is done to them, and
what they do, where the text leaves out who is meant."""

import pytest
from tests.unit.backends.told import segment

from mongyudo.backends.director.blocking import BLOCKINGS, Call, Role, Thing
from mongyudo.backends.director.blocking.core import Board
from mongyudo.backends.director.telling import tell


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("뱀이 침대 밑에 있었다.", ("beneath", "snake", "bed")),
        ("침대 밑에 귀신이 누워 있었다.", ("beneath", "ghost", "bed")),
        ("강아지가 식탁 밑에 숨었다.", ("beneath", "dog", "table")),
        ("차 밑에서 고양이가 자고 있었다.", ("beneath", "cat", "car")),
        ("앵무새가 새장에 있었다.", ("lodge", "parrot", "cage")),
        ("새장 속에 앵무새가 있었다.", ("lodge", "parrot", "cage")),
        ("고양이가 상자 안에 있었다.", ("lodge", "cat", "package")),
        ("욕조 안에 악어가 있었다.", ("lodge", "crocodile", "bathtub")),
        ("가방을 열었더니 고양이가 들어 있었다.", ("lodge", "cat", "bag")),
        ("책상 위에 원숭이가 앉아 있었다.", ("atop", "monkey", "desk")),
        ("소파 위에 호랑이가 누워 있었다.", ("atop", "tiger", "couch")),
    ],
)
def test_beasts_are_where_they_are_told_to_be(text: str, told: tuple[str, str, str]) -> None:
    """In, on or under the thing, and not somewhere in the room."""
    events = tell(segment(text)).events
    assert told in [(e.concept, e.doer, e.host) for e in events]


@pytest.mark.parametrize(
    "text",
    [
        "방에 고양이가 있었다.",
        "나는 침대 밑에 숨었다.",
        "고양이가 마당에 누워 있었다.",
        "책상 위에 편지가 있었다.",
        "침대 밑에 뱀이 없었다.",
    ],
)
def test_others_are_not_put_into_things(text: str) -> None:
    """Neither the dreamer nor a thing is, nor who only is in a room."""
    events = tell(segment(text)).events
    assert not [e for e in events if e.concept in ("beneath", "atop", "lodge")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("상자에 고양이가 들어 있었다. 한 마리씩 꺼냈다.", ("take_out", "self", "cat")),
        ("고양이가 왔다. 내가 우유를 먹였다.", ("feed", "self", "cat")),
        ("바퀴벌레가 기어 나왔다. 엄마가 슬리퍼로 때려잡았다.", ("attack", "mother", "cockroach")),
        ("뱀이 내 목을 감았다. 할아버지가 떼어내서 던졌다.", ("throw", "grandfather", "snake")),
        ("햄스터가 죽어 있어서 마당에 묻어줬어요.", ("dig", "self", "hamster")),
        ("햄스터를 묻었다. 그런데 다시 기어 나왔다.", ("crawl", "hamster", "")),
        ("생선이 말을 했다. 물에 다시 놓아줬다.", ("put_down", "self", "fish")),
        ("앵무새를 봤다. 문을 여니까 내 어깨에 앉았다.", ("settle", "parrot", "self")),
        ("개한테 앉으라고 하니까 앉았다.", ("sit", "dog", "")),
    ],
)
def test_the_animal_that_is_meant_is_found(text: str, told: tuple[str, str, str]) -> None:
    """It was told of before, and is neither named again nor the dreamer."""
    assert told in [(e.concept, e.doer, e.target) for e in tell(segment(text)).events]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("고양이를 봤다. 나는 창문을 닦았다.", "wipe"),
        ("고양이를 봤다. 친구가 공을 던졌다.", "throw"),
        ("고양이가 왔다. 나는 하늘을 날아다녔다.", "fly"),
    ],
)
def test_what_is_done_to_another_is_not_done_to_the_animal(text: str, event: str) -> None:
    """An object that is named is what it is done to, and the dreamer who is named does it."""
    told = [e for e in tell(segment(text)).events if e.concept == event]
    assert told
    assert not [e for e in told if "cat" in (e.doer, e.target)]


def test_the_beast_is_beneath_the_thing() -> None:
    """Its feet are at those of the bed, and its head is below the frame of that."""
    call = Call(Role("woman", 0.4), other=Role("tiger", 0.3, 1.6, "walker", "lie"),
                host=Thing("bed", 0.3, 2.0))  # fmt: skip
    board = Board(call)
    BLOCKINGS["beneath"](board)
    bed, tiger = board.props[0], board.actors[1]
    assert (bed.concept, bed.behind) == ("high_bed", True)
    assert tiger.path[0].y - tiger.height > bed.path[0].y - bed.height


def test_an_animal_says_it_itself() -> None:
    """The bubble is over the animal, and not over whoever listens."""
    call = Call(Role("dog", 0.3, 1.2, "walker", "talk"), other=Role("woman", 0.45),
                things=(Thing("speech_bubble", 0.2, 1.3, "floater", own=True),))  # fmt: skip
    board = Board(call)
    BLOCKINGS["pair"](board)
    dog, woman = board.actors
    assert abs(board.props[0].path[0].x - dog.path[-1].x) < 0.12
    assert abs(board.props[0].path[0].x - woman.path[-1].x) > 0.2


def test_who_has_died_lies_there() -> None:
    """An animal that is mourned neither walks nor fades."""
    call = Call(Role("woman", 0.4), other=Role("cat", 0.1, 1.4, "walker", "walk"))
    board = Board(call)
    BLOCKINGS["mourning"](board)
    assert board.actors[1].motion == "sleep"
    assert {key.alpha for key in board.actors[1].path} == {1.0}
