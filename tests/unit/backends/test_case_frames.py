"""With what a deed is done, whither and on whom, by its case frame and not by its verb."""

import pytest
from tests.unit.backends.told import happens, segment

from mongyudo.backends.director import direct
from mongyudo.backends.director.repertoire import repertoire
from mongyudo.backends.director.telling import tell
from mongyudo.journey.choices import Choices, set_out
from mongyudo.pipeline import plan_shots
from mongyudo.reading import read
from mongyudo.records import Dream


def _frames(text: str) -> set[tuple[str, str, str, str]]:
    """What happens, who does it, to whom, and with whom or where it ends."""
    return {
        (e.concept, e.doer, e.target, e.brings or e.part or e.host)
        for e in tell(segment(text)).events
        if not e.unreal
    }


def _scenes(text: str):
    dream = Dream.of(text)
    shots = plan_shots(read(dream, segments=1), set_out(dream, Choices(segments=1)))
    return [scene for shot in shots for scene in direct(shot, repertoire()).scenes]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("직원이 나에게 갓난아기를 건네주었다.", ("give", "clerk", "self", "baby")),
        ("할머니가 주머니에서 사탕을 꺼내 주셨다.", ("give", "grandmother", "self", "")),
        ("나는 신발을 냉장고에 넣었다.", ("put_in", "self", "", "refrigerator")),
        ("여자가 반지를 테이블에 올려놓았다.", ("put_down", "woman", "", "table")),
        ("세탁기에서 옷을 꺼냈다.", ("take_out", "self", "", "washing_machine")),
        ("세탁기에서 빨래를 꺼냈다.", ("take_out", "self", "", "washing_machine")),
        ("친구가 나를 새장에 넣었다.", ("put_in", "friend", "self", "cage")),
        ("아저씨가 내 이마에 우표를 붙였다.", ("apply", "man", "self", "face")),
        ("짝꿍이 내 등에 종이를 붙였다.", ("apply", "student", "self", "back")),
        ("부장님이 내 운동화 끈을 묶어 주었다.", ("apply", "boss", "self", "foot")),
        ("나는 할머니 입에 고구마를 넣어 드렸다.", ("feed", "self", "grandmother", "mouth")),
        ("나는 엄마랑 방에서 짐을 쌌다.", ("put_in", "self", "", "luggage")),
        ("나는 선생님 머리를 쓰다듬었다.", ("pat", "self", "teacher", "")),
        ("할아버지가 지게에 나를 지고 산을 올랐다.", ("piggyback", "grandfather", "self", "")),
        ("나는 돌로 호두를 깼다.", ("break", "self", "", "")),
        ("나는 금붕어를 손으로 건져서 병에 넣었다.", ("put_in", "self", "goldfish", "bottle")),
        ("모르는 아이가 내 바지에 껌을 붙였다.", ("apply", "child", "self", "leg")),
        ("오빠가 북을 쳤다.", ("perform", "man", "", "")),
    ],
)
def test_every_deed_of_a_class_has_its_frame(text: str, told: tuple[str, str, str, str]) -> None:
    """The baby takes nothing, and the stamp is on the forehead."""
    assert told in _frames(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("아버지가 문을 두드렸다. 그러고는 자전거를 타고 사라지셨다.", ("ride", "father", "")),
        ("강아지가 내 앞에 앉아서 앞발로 내 눈물을 닦아 주었다.", ("wipe", "dog", "")),
    ],
)
def test_who_is_honoured_or_serves_does_all_of_it(text: str, told: tuple[str, str, str]) -> None:
    """The dreamer does not ride where father vanishes, nor wipe the tears that the dog does."""
    assert told in happens(text)


def test_what_was_made_before_is_no_deed() -> None:
    """삶은 고구마: nobody stirs a pot."""
    assert [told[0] for told in happens("할머니가 삶은 고구마를 나에게 주셨다.")] == ["give"]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("아버지가 전화기를 따서 나에게 주셨다.", "phone"),
        ("여자가 반지를 빼서 테이블에 올려놓았다.", "ring"),
        ("나는 방에서 신발을 냉장고에 넣었다.", "shoes"),
        ("아저씨가 내 이마에 우표를 붙였다.", "stamp"),
        ("나는 방에서 짐을 쌌다.", "clothes"),
        ("마당에서 아버지가 화분에 물을 주고 있었다.", "potted_plant"),
    ],
)
def test_the_thing_is_where_the_hands_are(text: str, thing: str) -> None:
    """It passes from the hands to where it is told to go, and lies on no table by itself."""
    scene = _scenes(text)[-1]
    moved = next(p for p in scene.props if p.concept == thing)
    lead = scene.actors[0].path[0]
    assert abs(lead.x - moved.path[0].x) < 0.24


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("제가 교실에서 바이올린을 켰어요.", "violin"),
        ("삼촌이 마이크를 잡고 노래를 불렀다.", "microphone"),
        ("직원이 나에게 갓난아기를 건네주었다.", "baby"),
    ],
)
def test_what_is_played_or_handed_over_is_held(text: str, held: str) -> None:
    """No violin lies beside who plays it."""
    assert any(a.holds == held for scene in _scenes(text) for a in scene.actors)
