"""Events on which dreams turn, and how they are told: in vain, by nobody named, aboard, by paws."""

import pytest
from tests.unit.backends.told import happens, segment

from mongyudo.backends.director import direct


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("버스가 오지 않았다.", ("wait", "self", "")),
        ("친구가 안 왔다.", ("wait", "self", "")),
        ("엄마가 저를 못 알아보셨어요.", ("shake_head", "mother", "")),
        ("줄이 끊어지지 않았다.", ("pull", "self", "")),
        ("벽에서 누런 게 흘러나왔다.", ("drip", "", "slime")),
        ("사진이 널려 있었다. 파도에 한 장씩 쓸려 갔다.", ("afloat", "", "photograph")),
        ("새 운동화가 없어졌다.", ("vanish", "", "shoes")),
        ("그걸 입어야 했음.", ("dress", "self", "")),
        ("나는 밧줄을 잡았다.", ("grasp", "self", "")),
        ("나는 공을 잡았다.", ("catch", "self", "")),
        ("두 개의 구슬이 하나로 합쳐졌다.", ("merge", "", "bead")),
        ("나는 배에 올라 강을 건넜다.", ("ride", "self", "")),
        ("톱으로 박을 탔다.", ("cut", "self", "")),
        ("할매가 밥상을 뒤엎어뿠다.", ("overturn", "grandmother", "")),
        ("촛불의 불꽃이 흔들렸다.", ("shake", "", "candle")),
        ("저 혼자 마을에 남았어요.", ("left_alone", "self", "")),
        ("눈물이 멈추지 않았다.", ("cry", "self", "")),
        ("피가 계속 멎지 않았다.", ("bleed", "self", "")),
        ("아이가 대신 상자에 책을 넣어 주었다.", ("put_in", "child", "")),
        ("다리를 접질렸다.", ("hurt", "self", "")),
    ],
)
def test_what_happens_is_understood(text, event):
    """Also what does not come, what has no name, and what was spoken of before."""
    assert event in happens(text)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("비는 오지 않았다.", "wait"),
        ("비가 그치지 않았다.", "wait"),
        ("아이 대신 책을 넣었다.", "cry"),
        ("밤새 잠이 오지 않았다.", "wait"),
        ("나는 학교에 오지 않았다.", "wait"),
        ("촛불이 꺼지지 않았다.", "go_out"),
        ("그림자 둘이 합쳐졌다.", "catch"),
        ("촛불의 불꽃이 흔들렸다.", "burn"),
    ],
)
def test_what_does_not_happen_is_not_told(text, concept):
    """Nobody waits for the rain that does not come."""
    assert concept not in {name for name, _, _ in happens(text)}


def shown(direction) -> set[str | None]:
    """Every concept that is said to be drawn."""
    return {each.concept for each in direction.drawn}


def motions(direction) -> set[tuple[str, str]]:
    """Who is seen doing what."""
    return {(a.concept, a.motion) for scene in direction.scenes for a in scene.actors}


def things(direction) -> set[str]:
    """What lies or hangs there."""
    return {prop.concept for scene in direction.scenes for prop in scene.props}


def test_moles_vote_on_their_hind_legs(shot_of, ink):
    """What walks on four legs gets up on two and puts a paw up."""
    direction = direct(shot_of(segment("두더지들이 손을 들어 찬성했다."), "중립"), ink)
    assert ("mouse", "cheer") in motions(direction)
    assert "raise_hand" in shown(direction)


def test_a_beast_works_at_what_lies_before_it(shot_of, ink):
    """The thread stirs under the turtle; with nothing before it no handwork is claimed."""
    direction = direct(shot_of(segment("거북이가 마루에서 바느질을 했다."), "중립"), ink)
    (thread,) = [p for s in direction.scenes for p in s.props if p.concept == "thread"]
    assert ("turtle", "eat") in motions(direction)
    assert thread.motion == "shake"
    nothing = direct(shot_of(segment("구미호가 꼬리로 아이들을 덮었다."), "중립"), ink)
    assert "put_down" not in shown(nothing)


def test_two_beads_become_one(shot_of, ink):
    """Two draw together and go, and one is left, larger."""
    direction = direct(shot_of(segment("두 개의 구슬이 하나로 합쳐졌다."), "놀람"), ink)
    beads = [p for s in direction.scenes for p in s.props if p.concept == "bead"]
    left = [bead for bead in beads if bead.path[-1].alpha > 0]
    assert len(beads) == 3
    assert [bead.path[-1].scale > 1 for bead in left] == [True]


def test_nothing_merges_where_nobody_is_there_to(shot_of, ink):
    """Two shadows have no body to be drawn as one."""
    direction = direct(shot_of(segment("그림자 둘이 합쳐졌다."), "놀람"), ink)
    assert "merge" not in shown(direction)


def test_one_is_seen_from_above_by_oneself(shot_of, ink):
    """The dreamer sleeps, and the dreamer floats over the bed."""
    text = "천장에서 내가 나를 내려다보고 있었다."
    direction = direct(shot_of(segment(text), "공포"), ink)
    (scene,) = direction.scenes
    assert [(a.concept, a.motion) for a in scene.actors] == [("woman", "sleep"), ("woman", "fly")]
    assert "watch" in shown(direction)


def test_a_lift_goes_sideways(shot_of, ink):
    """Landings go by behind its doors."""
    direction = direct(shot_of(segment("엘리베이터가 옆으로 갔다."), "놀람"), ink)
    assert "lift_doors" in {e.name for s in direction.scenes for e in s.effects}


def test_who_rides_goes_where_the_ride_goes(shot_of, ink):
    """배에 올라 저쪽으로 갔다: both are seen; who gets off and walks is not seen so."""
    direction = direct(shot_of(segment("나는 배에 올라 저쪽으로 갔다."), "슬픔"), ink)
    assert {"ride", "walk"} <= shown(direction)


def test_work_is_seen_in_what_hands_do(shot_of, ink):
    """Whoever stows and pours in the shop has been at work there."""
    text = "식당에서 일했다. 컵에 물을 따르고 그릇을 닦았다."
    direction = direct(shot_of(segment(text), "중립"), ink)
    assert "work" in shown(direction)


def test_what_never_came_is_not_drawn(shot_of, ink):
    """The bus for which one waits in vain is nowhere."""
    direction = direct(shot_of(segment("버스가 오지 않았다."), "슬픔"), ink)
    assert "wait" in shown(direction)
    assert "bus" not in things(direction)
