"""Several of a kind are several, and parts of bodies that go about alone, letters, dark shapes and
birds on a wire are seen as such."""

import pytest
from tests.unit.backends.told import segment

from mongyudo.backends.director.blocking import BLOCKINGS, Call, Role, Thing
from mongyudo.backends.director.blocking.alike import with_the_others
from mongyudo.backends.director.blocking.core import Board
from mongyudo.backends.director.counting import THRONG
from mongyudo.backends.director.telling import tell
from mongyudo.ink.scene import Scene


def told(text: str) -> list[tuple[str, str, str]]:
    """What happens, who does it or to which thing, and what it is in or on."""
    events = tell(segment(text)).events
    return [(e.concept, e.hero_thing or e.doer, e.host) for e in events if not e.unreal]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("손 하나가 바닥을 기어와서 내 발목을 잡았다.", ("assail", "hand", "")),
        ("하얀 손이 다가와서 내 머리를 쓰다듬었다.", ("assail", "hand", "")),
        ("머리 하나가 굴러왔다.", ("arrive", "head", "")),
        ("글자들이 책상 위를 기어 다녔다.", ("pass_by", "loose_letters", "")),
        ("신문의 글자들이 날아다녔다.", ("fly", "loose_letters", "")),
        ("까마귀들이 전깃줄에 앉아 있었다.", ("perch", "crow", "power_line")),
        ("문틈으로 뱀이 들어왔다.", ("emerge", "snake", "door")),
        ("시커먼 것들이 복도 끝에 서 있었다.", ("stand", "shadow", "")),
        ("꽃밭에 있을 때마다 벌이 날아갔다.", ("fly", "bee", "")),
    ],
)
def test_what_acts_is_seen_to_act(text: str, event: tuple[str, str, str]) -> None:
    """It is the hand, the letters, the shapes, and not the dreamer."""
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    ["내 손이 바닥을 짚었다.", "나는 머리가 아팠다.", "발이 땅에 닿았다.", "손을 잡고 걸었다."],
)
def test_ones_own_hands_go_nowhere_alone(text: str) -> None:
    """What is said of a body is nothing that comes about by itself."""
    assert not {event for event, who, _ in told(text) if who in ("hand", "head", "foot")} & {
        "assail", "arrive", "pass_by", "come_on",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "concept", "several"),
    [
        ("의자들이 걸어왔다.", "chair", True),
        ("인형들이 고개를 돌렸다.", "doll", True),
        ("벌들이 입에서 나왔다.", "bee", True),
        ("핸들이 돌아갔다.", "steering_wheel", False),
        ("푸들이 짖었다.", "dog", False),
        ("아들이 웃었다.", "boy", False),
    ],
)
def test_words_that_tell_of_several(text: str, concept: str, *, several: bool) -> None:
    """인형들 are several, 푸들 is one."""
    assert (tell(segment(text)).number_of(concept) > 1) == several


def test_of_how_many_is_known_behind_the_first_sentence() -> None:
    """Those who go on, unnamed, are as many as before."""
    text = "뱀 세 마리가 들어왔다. 내 다리를 물었다."
    story = tell(segment(text))
    assert story.between(text.index("내 다리"), len(text)).number_of("snake") == 3


def test_things_of_a_kind_come_together() -> None:
    """Beside the chair that comes there are two more, farther off."""
    chair = Thing("chair", 0.3, 0.8)
    board = Board(Call(Role("woman", 0.4), things=(chair, chair, chair), hero_thing=chair))
    BLOCKINGS["coming"](board)
    with_the_others(board)
    assert [p.concept for p in board.props] == ["chair"] * 3
    assert max(p.height for p in board.props) == board.props[-1].height


def test_birds_sit_in_a_row_on_the_wire() -> None:
    """A flock is drawn one by one where it sits."""
    crows = Role("crow_flock", 0.4, 1.5, "flier", "sit")
    board = Board(Call(Role("woman", 0.4), other=crows, host=Thing("power_line", 0.6, 1.5)))
    BLOCKINGS["perching"](board)
    birds = [a for a in board.actors if a.concept == "crow"]
    assert len(birds) > 4
    assert {round(a.path[0].y, 3) for a in birds} == {round(birds[0].path[0].y, 3)}


def test_what_comes_out_of_a_mouth_comes_out_of_the_dreamers_face() -> None:
    """Seen near, one after the other, and beside no loose lips."""
    bee = Role("bee", 0.1, 1.4, "flier", "fly")
    call = Call(Role("woman", 0.4), other=bee, extras=(bee, bee), host=Thing("mouth", 0.2, 1.6),
                things=(Thing("mouth", 0.2, 1.6),))  # fmt: skip
    board = Board(call)
    BLOCKINGS["emerging"](board)
    assert [a.concept for a in board.actors] == ["woman", "bee", "bee", "bee"]
    assert board.actors[0].height > 1
    assert not board.call.things


@pytest.mark.parametrize("concept", ["high_bed", "loose_letters", "power_line"])
def test_the_uncanny_things_are_drawn(concept: str) -> None:
    """Each leaves ink on the paper."""
    import numpy as np

    from mongyudo.ink.canvas import pixels_of
    from mongyudo.ink.render import Picture
    from mongyudo.ink.scene import Key, Prop

    prop = Prop(concept, (Key(0, 0.5, 0.9),), height=0.5)
    empty, full = (
        pixels_of(Picture(_scene(props)).paint(0, 2)).astype(int) for props in ((), (prop,))
    )
    assert np.abs(empty - full).mean() > 0.5


def _scene(props: tuple) -> Scene:
    return Scene(
        size_px=(160, 90), fps=2, duration_s=1, seed=1, setting="room", mood="calm",
        time_of_day="day", weather="clear", props=props,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("책에서 글자들이 나왔다. 내 팔을 타고 올라왔다.", ("assail", "loose_letters", "")),
        ("개미가 나왔다. 내 다리를 타고 올라왔다.", ("crawl", "ant", "")),
        ("소파가 나를 따라왔다. 버스를 탔는데 뒤에서 뛰어왔다.", ("come_on", "couch", "")),
        ("내 그림자가 일어나더니 문을 열고 나갔다.", ("walk", "shadow", "")),
        ("내가 돌을 던지자 까마귀가 날아올랐다.", ("fly", "crow", "")),
        ("까마귀가 앉아서 나만 내려다보고 있었다.", ("watch", "crow", "")),
        ("토끼가 내 손바닥 위에 앉아 있었다.", ("in_hand", "rabbit", "")),
        ("나무들이 걸어오더라고.", ("arrive", "tree", "")),
    ],
)
def test_who_acts_goes_on_acting(text: str, event: tuple[str, str, str]) -> None:
    """What follows, climbs one's own arm or sits on one's own hand is not the dreamer."""
    assert event in told(text)


def test_a_rabbit_in_the_hand_is_small() -> None:
    """It is held in the hands, however large its kind is drawn by itself."""
    board = Board(Call(Role("woman", 0.4), other=Role("rabbit", 0.3, 1.0, "walker", "sit")))
    BLOCKINGS["in_hand"](board)
    woman, rabbit = board.actors
    assert rabbit.height < 0.2
    assert woman.path[0].y - woman.height < rabbit.path[0].y < woman.path[0].y


def test_a_cow_bears_one_calf_and_a_pig_several_young() -> None:
    """As such animals do."""
    number = {}
    for beast in ("cow", "pig"):
        board = Board(Call(Role(beast, 0.4, 1.5, "walker")))
        BLOCKINGS["cradle"](board)
        number[beast] = len(board.actors) - 1
    assert number == {"cow": 1, "pig": 3}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("눈사람이 문을 두드리고 들어왔다.", ("come_on", "snowman", "")),
        ("접시 위의 생선이 눈을 뜨고 나한테 왜 먹냐고 물었다.", ("thing_talks", "fish_dish", "")),
        ("개가 내 무릎에 머리를 얹고 잠이 들었다.", ("sleep", "dog", "")),
        ("문이 열리고 들어갔다.", ("walk", "self", "")),
        ("개가 내 무릎에 앉아서 나는 잠이 들었다.", ("sleep", "self", "")),
    ],
)
def test_who_begins_a_sentence_goes_on_in_it(text: str, event: tuple[str, str, str]) -> None:
    """A thing that acts, or an animal, does the next thing, too, unless another is named."""
    assert event in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("죽은 줄 알았던 금붕어가 헤엄치고 있었다.", "die"),
        ("마당에 구렁이가 똬리를 틀고 있었어.", "entwine"),
    ],
)
def test_what_was_only_thought_and_who_only_lies_there(text: str, event: str) -> None:
    """Nobody has died, and the snake is about nobody."""
    assert event not in [concept for concept, _, _ in told(text)]


def test_a_young_bird_is_one_small_bird() -> None:
    """아기 새: nobody's baby stands beside it."""
    story = tell(segment("쓰레기통에서 아기 새를 발견했다."))
    assert [(m.concept, m.small) for m in story.of("actor")] == [("bird", True)]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("책장마다 닭이 앉아 있었다.", "chickens"),
        ("칸에 닭이 한 마리씩 앉아 있었다.", "chickens"),
        ("버스를 탔는데 좌석이 전부 욕조였다.", "bathtub"),
        ("마당의 감나무에 전화기가 열렸다.", "phone"),
        ("가지마다 지폐가 달려 있었다.", "banknote"),
    ],
)
def test_what_is_in_the_place_of_each_is_many(text: str, concept: str) -> None:
    """마다, 씩, 전부, and what a tree bears: no single one."""
    assert [m.count for m in tell(segment(text)).mentions if m.concept == concept] == [THRONG]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("문을 열 때마다 닭이 나왔다.", "chicken"),
        ("나무에서 시계가 나왔다.", "clock"),
        ("나무에 그네가 달려 있었다.", "swing"),
        ("욕조가 전부 낡았다.", "bathtub"),
    ],
)
def test_one_time_after_another_it_is_one(text: str, concept: str) -> None:
    """때마다 counts the times."""
    assert [m.count for m in tell(segment(text)).mentions if m.concept == concept] == [1]


def test_minutes_are_no_persons_and_who_turns_them_over_one_by_one_is_one():
    """감독관이 5분 남았다고 했다, 엄마가 하나씩 뒤집었다: each is one."""
    told = [
        *tell(segment("감독관이 5분 남았다고 했다.")).mentions,
        *tell(segment("집사람이 하나씩 뒤집었다.")).mentions,
    ]
    assert [m.count for m in told if m.element.kind == "actor"] == [1, 1]
