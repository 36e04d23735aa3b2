"""States and changes of things, and deeds of what has no name: told by what is seen, or not."""

import pytest

from mongyudo.backends.director import direct
from mongyudo.backends.director.attested import attested
from mongyudo.backends.director.repertoire import repertoire
from mongyudo.backends.director.telling import tell
from mongyudo.reading import read
from mongyudo.records import Dream


def segment(text: str):
    """The only segment of a dream."""
    return read(Dream.of(text, "d"), segments=1).segments[0]


@pytest.mark.parametrize(
    ("text", "seen", "shown"),
    [
        ("쓰레기가 천장까지 쌓여 있었다.", "garbage", "garbage"),
        ("벽에 못이 박혀 있었다.", "wall", None),
        ("공이 구석에 꽂혔다.", "ball", "ball"),
        ("골대 구석에 꽂혔다.", "goal", None),
        ("도로가 낙타로 꽉 막혀 있었다.", "camel", "camel"),
        ("가게에 돼지가 꽉 차 있었다.", "pig", "pig"),
        ("친구가 벽에 붙어 있었다.", "friend", None),
        ("단추가 구멍에 끼워져 있었다.", "button", "button"),
        ("벌레가 줄을 맞춰 박혀 있었다.", "insect", "insect"),
        ("손님이 와 있었다.", "stranger", "stranger"),
        ("손님이 왔다.", "stranger", None),
    ],
)
def test_a_state_is_told_by_what_is_in_it(text, seen, shown):
    """The garbage shows that it is piled up; neither wall nor friend shows who sticks there."""
    made = segment(text)
    state = made.elements[-1]
    assert attested(made, state, (), {seen}, repertoire()) == shown


@pytest.mark.parametrize(
    ("text", "thing", "motion", "concept"),
    [
        ("마당에서 자루가 숨을 쉬었다.", "sack", "breathe", "breathe"),
        ("길에서 바퀴가 빠졌다.", "wheel", "still", "come_off"),
    ],
)
def test_things_breathe_and_come_off(shot_of, ink, text, thing, motion, concept):
    """The sack swells and sinks; the wheel drops to the ground."""
    direction = direct(shot_of(segment(text), "놀람", duration_s=1.5), ink)
    (prop,) = [p for s in direction.scenes for p in s.props if p.concept == thing]
    assert prop.motion == motion
    assert (prop.path[-1].y > prop.path[0].y) == (concept == "come_off")
    assert concept in {d.concept for d in direction.drawn}


@pytest.mark.parametrize(
    ("text", "doer", "concept"),
    [
        ("썩은 무 같은 게 천천히 숨을 쉬었다.", "", "breathe"),
        ("서랍에서 뱀이 흘러나왔다.", "snake", "emerge"),
        ("도깨비가 앉아 씨름을 하자고 했다.", "goblin", "talk"),
    ],
)
def test_who_does_it(text, doer, concept):
    """What has no name is not the dreamer, no snake drips, and who proposes is who was named."""
    last = tell(segment(text)).events[-1]
    assert (last.doer, last.concept) == (doer, concept)


@pytest.mark.parametrize("text", ["단추가 구멍에 끼워져 있었다.", "스펀지가 푹 꺼졌다."])
def test_what_is_no_event(text):
    """단추가 끼워져 있었다: no hand puts it in; and a cushion that sinks puts out no light."""
    assert not tell(segment(text)).events


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("이름이 생각나지 않았다.", "ponder"),
        ("너무 놀라서 입이 다물어지지 않았다.", "gape"),
        ("불러도 목소리가 나오지 않았다.", "voiceless"),
        ("머리카락이 한 움큼씩 빠졌다.", "hair_fall"),
        ("친구가 나를 못 본 척했다.", "ignore"),
        ("부엌에서 썩은 냄새가 났다.", "hold_nose"),
        ("회의에서 웃음을 꾹 참았다.", "hold_back"),
    ],
)
def test_what_one_fails_to_do_happens(text, concept):
    """생각나지 않았다: one ponders, and nothing is denied."""
    assert concept in {e.concept for e in tell(segment(text)).events}


@pytest.mark.parametrize(
    ("text", "concept", "happens"),
    [
        ("매듭이 안 풀렸다.", "make", True),
        ("글자를 읽을 수 없었다.", "peer", True),
        ("엄마가 나를 알아보지 못했다.", "shake_head", True),
        ("책을 읽지 않았다.", "peer", False),
        ("불을 켜지 마라.", "press", False),
    ],
)
def test_what_is_tried_in_vain_is_seen_tried(text, concept, happens):
    """안 풀렸다: the hands are at it; what one leaves at will does not happen."""
    events = [e.concept for e in tell(segment(text)).events if not e.unreal]
    assert (concept in events) == happens


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("벽시계가 멈췄다.", "stop"),
        ("버스가 멈췄다.", "arrive"),
        ("전화벨이 울렸다.", "ring"),
        ("냄비에서 기름이 튀었다.", "spurt"),
        ("부엌에서 빵이 까맣게 탔다.", "scorch"),
        ("가스레인지에서 빵이 까맣게 탔다.", "scorch"),
        ("냄비의 국이 끓어 넘쳤다.", "boil"),
        ("눈길에서 차가 미끄러졌다.", "pass_by"),
    ],
)
def test_things_do_it_in_their_own_way(text, concept):
    """A clock that stops stands still, and a bus drives up."""
    assert tell(segment(text)).events[-1].concept == concept


def test_what_is_written_shows_on_what_it_is_written_on():
    """칠판에 이름이 적혀 있었다: the blackboard, and not the wall."""
    for text, seen, shown in (
        ("칠판에 이름이 적혀 있었다.", "blackboard", "blackboard"),
        ("벽에 이름이 적혀 있었다.", "wall", None),
    ):
        made = segment(text)
        assert attested(made, made.elements[-1], (), {seen}, repertoire()) == shown


def test_when_a_room_grows_dark_the_dreamer_is_in_it(shot_of, ink):
    """방이 어두워졌다: no thing goes out, the picture does."""
    made = segment("방이 갑자기 어두워졌다.")
    direction = direct(shot_of(made, "공포", duration_s=1.5), ink)
    assert "go_out" in {d.concept for d in direction.drawn}
    assert "darkness" in {e.name for s in direction.scenes for e in s.effects}


def test_who_ignores_one_walks_away(shot_of, ink):
    """친구가 나를 못 본 척했다: the friend goes, and the dreamer reaches out."""
    made = segment("운동장에서 친구가 나를 못 본 척했다.")
    direction = direct(shot_of(made, "슬픔", duration_s=1.5), ink)
    motions = {a.concept: a.motion for a in direction.scenes[-1].actors}
    assert (motions["woman"], motions["friend"]) == ("reach", "walk")
