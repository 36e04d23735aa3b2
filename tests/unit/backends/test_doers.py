"""Who does it where the text leaves that out, what is only said, places that become others."""

import pytest
from tests.unit.backends.told import directions, happens
from tests.unit.backends.told import seen as told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("개구리를 밟았더니 터졌다.", ("break", "frog", "")),
        ("고양이를 불렀더니 말을 했다.", ("talk", "cat", "")),
        ("햄스터가 자꾸 커져서 꺼내 보니 전부 코끼리였다.", ("take_out", "self", "")),
        ("약을 뿌렸더니 바퀴벌레가 붙어 있다가 한꺼번에 떨어졌다.", ("fall", "cockroach", "")),
        ("친구가 이렇게 세면 잘 떨어진다며 웃었다.", ("laugh", "friend", "")),
        ("앞산이 옆으로 비켜섰다.", ("shift", "", "peak")),
        ("나무가 산 아래로 내려갔다.", ("recede", "", "tree")),
        ("열매를 보니 하나가 사람 손가락이었다.", ("appear", "", "finger")),
        ("새 운동화가 없어짐.", ("vanish", "", "shoes")),
        ("고향 산이 없어졌습니다.", ("vanish", "", "peak")),
        ("옛날 편지를 태우고 있었다.", ("burn", "", "")),
        ("하늘이 지퍼처럼 쫙 열렸다.", ("opens_above", "self", "")),
        ("천장이 덜컥 열렸다.", ("opens_above", "self", "")),
    ],
)
def test_who_does_it(text, event):
    """What answers a deed is done by whom it was done to; no beast does what only hands do."""
    assert event in happens(text)


def test_what_is_only_said_does_not_happen():
    """Nobody falls because a friend says that such things do."""
    assert not any(e[0] == "fall" for e in happens("친구가 이렇게 세면 잘 떨어진다며 웃었다."))


@pytest.mark.parametrize(
    ("text", "verb", "seen"),
    [
        ("학교에 갔는데 교실이 숲으로 바뀌어 있었다.", "바뀌", "transform"),
        ("방이 갑자기 사막이 되었다.", "되", "transform"),
        ("산이 옆으로 비켜서더니 길이 나왔다.", "나왔", "street"),
        ("가마를 헐자 항아리가 흠 없이 서 있었다.", "서", "jar"),
        ("우박이 떨어지는데 나는 밭에 서 있었다.", "떨어지", "rain"),
    ],
)
def test_places_and_weather_are_seen_to_do_it(text, verb, seen):
    """A place that becomes another, comes to light; a jar that stands; hail that falls."""
    assert told(text).get(verb) == seen


def test_of_what_make_a_part_is():
    """사람 손가락: a finger is there, and nobody whose it is."""
    assert "사람" not in told("열매를 보니 하나가 사람 손가락이었다.")


def scenes(text: str, segments: int = 1):
    """All pictures of `text`."""
    return [scene for made in directions(text, segments) for scene in made.scenes]


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("교실에 물이 차올랐다. 책상이 둥둥 떴다. 선생님은 계속 수업을 했다.", "rising_water"),
        ("방에 모래가 가득 찼다. 나는 문을 두드렸다. 엄마가 밖에서 불렀다.", "rising_sand"),
    ],
)
def test_a_place_that_filled_stays_full(text, effect):
    """Until it is gone again, or one is elsewhere."""
    assert all(effect in {e.name for e in scene.effects} for scene in scenes(text))
    gone = scenes(text.split(". ")[0] + ". 나는 버스를 타고 산으로 갔다. 엄마가 손을 흔들었다.")
    assert effect not in {e.name for e in gone[-1].effects}


def test_who_has_no_face_has_none_in_the_next_picture():
    """And had one before."""
    told = "친구와 걸었다. 친구가 얼굴이 없었다. 친구는 나에게 사과를 주었다. 친구가 춤을 추었다."
    faces = [a.expression for s in scenes(told) for a in s.actors if a.concept == "friend"]
    assert faces[-1] == "faceless"


@pytest.mark.parametrize(
    ("text", "who", "thing"),
    [
        ("할아버지가 지팡이로 땅을 쳤다.", "grandfather", "cane"),
        ("스님이 죽비로 마루를 내리쳤다.", "monk", "stick"),
        ("사람들이 횃불을 들고 산을 올라왔다.", "crowd", "torch"),
    ],
)
def test_with_what_it_is_done_is_in_the_hand(text, who, thing):
    """A cane that strikes lies nowhere; a crowd with torches holds them."""
    assert thing in {a.holds for s in scenes(text) for a in s.actors if a.concept == who}


def test_who_rides_stays_on_the_back():
    """말이 날아올랐다: with its rider."""
    last = scenes("말을 타고 가는데 말이 하늘로 날아올랐다.")[-1]
    assert {"horse", "ride"} <= {a.concept for a in last.actors} | {a.motion for a in last.actors}


def test_some_ten_are_more_than_two():
    """십여 마리: where no flock is drawn, as many as stand for many."""
    cast = scenes("너구리 십여 마리가 길을 건넜다.")[-1].actors
    assert sum(a.concept == "raccoon" for a in cast) > 3


def test_who_lies_under_a_quilt_is_under_it():
    """And it is no heap of folded ones beside the bed."""
    (scene,) = scenes("할머니는 방에서 이불 속에 누워 계셨다.")
    assert {"quilt"} <= {p.concept for p in scene.props}
    assert told("할머니는 방에서 이불 속에 누워 계셨다.").get("이불 속") == "quilt"


def test_mountains_go_by_behind_the_panes_of_a_train():
    """Who looks out of the window stays in the carriage."""
    assert {s.setting for s in scenes("기차를 타고 가는데 창밖으로 산이 지나갔다.")} == {"train"}
