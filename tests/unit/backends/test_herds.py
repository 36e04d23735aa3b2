"""As many stand in the picture as are told, doing the same; and whoever is told of finds room."""

import pytest
from tests.unit.backends.told import directed


@pytest.mark.parametrize(
    ("text", "concept", "count"),
    [
        ("면접장에 구미호 셋이 면접관으로 앉아 있었다.", "nine_tailed_fox", 3),
        ("남자 두 명이 나를 쫓아왔다.", "man", 2),
        ("골목에서 아저씨들이 나를 노려봤다.", "man", 3),
        ("세 할머니가 마당에서 춤을 췄다.", "grandmother", 3),
        ("저승사자 둘이 문을 두드렸다.", "grim_reaper", 2),
        ("골목에서 검은 양복 다섯이 나를 쫓아왔다.", "spy", 5),
        ("경찰이 문을 두드렸다.", "police", 1),
    ],
)
def test_as_many_are_seen_as_are_told(text: str, concept: str, count: int) -> None:
    scene = directed(text).scenes[0]
    assert [a.concept for a in scene.actors].count(concept) == count


def test_the_others_do_the_same() -> None:
    scene = directed("세 할머니가 마당에서 춤을 췄다.").scenes[0]
    assert {a.motion for a in scene.actors if a.concept == "grandmother"} == {"dance"}


def test_the_part_that_is_played_is_nobody_beside() -> None:
    """The foxes are the interviewers."""
    direction = directed("면접장에 구미호 셋이 면접관으로 앉아 있었다.")
    assert all(a.concept == "nine_tailed_fox" for s in direction.scenes for a in s.actors)


@pytest.mark.parametrize(
    ("text", "word", "concept"),
    [
        ("자취방 문을 열었는데 하마가 욕조에 있었다.", "욕조의 하마", "hippopotamus"),
        ("차장은 귀뚜라미였다. 나는 기차에 앉아 있었다.", "차장", "cricket"),
        ("바지락을 소금물에 담갔다.", "바지락", "clam"),
        ("상자에서 성게가 나왔다.", "성게", "sea_urchin"),
        ("상자에서 해삼이 나왔다.", "해삼", "sea_cucumber"),
        ("검은 점이 하나 공중에 있었다.", "검은 점", "dot"),
        ("하늘에 커다란 손가락이 보였다.", "커다란 손가락", "finger"),
        ("뒤에 친구가 타고 있었다. 나는 오토바이를 타고 달렸다.", "친구", "friend"),
    ],
)
def test_who_is_told_of_is_seen(text: str, word: str, concept: str) -> None:
    """However large they are, whoever they really are, and where they sit."""
    assert (word, concept) in {(d.keyword, d.concept) for d in directed(text).drawn}


def test_two_ride_a_motorcycle() -> None:
    scene = directed("친구랑 오토바이를 타고 달렸다.").scenes[0]
    assert {a.concept for a in scene.actors} == {"woman", "friend"}


def test_who_is_carried_on_shoulders_is_carried() -> None:
    scene = directed("사장님이 목말 태워 줬다.").scenes[0]
    assert {a.duet for a in scene.actors} >= {"piggyback"}


def test_people_who_get_on_do_not_burn() -> None:
    direction = directed("네 명이 타는데 좁지 않았다.")
    assert not any(e.name == "fire" for s in direction.scenes for e in s.effects)


@pytest.mark.parametrize(
    ("text", "concept", "motion"),
    [
        ("동생이랑 걸었다.", "child", "walk"),
        ("동생이랑 무지개를 타고 내려갔다.", "child", "walk"),
        ("엄마랑 계단을 올라갔다.", "mother", "climb"),
        ("친구랑 바다에서 헤엄쳤다.", "friend", "swim"),
        ("동생이랑 뛰었다.", "child", "run"),
        ("조교가 내 번호를 계속 잘못 불렀다.", "teacher", "shout"),
    ],
)
def test_who_comes_along_does_the_same(text: str, concept: str, motion: str) -> None:
    """Whoever is with the dreamer is in the picture, and under way as the dreamer is."""
    scene = directed(text).scenes[0]
    assert motion in {a.motion for a in scene.actors if a.concept == concept}
