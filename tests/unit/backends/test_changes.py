"""What becomes of things and places is seen on them, also beside a picture's main event."""

import pytest
from tests.unit.backends.told import directed, happens, segment

from mongyudo.backends.director.telling import tell


def shows(text: str, word: str) -> str:
    """By which concept `word` of the text is said to be drawn; "" where it is not."""
    start = text.index(word)
    inside = (d for d in directed(text).drawn if start <= d.start_char < start + len(word))
    return next((d.concept for d in inside), "")


def test_a_thing_changes_beside_the_main_event():
    """The skirt slips down while the train comes, and both are said to be drawn."""
    text = "기차가 달려오는데 치맛자락이 손에서 스르륵 풀렸다."
    skirts = [p for s in directed(text).scenes for p in s.props if p.concept == "skirt"]
    assert any(prop.path[-1].y > prop.path[0].y for prop in skirts)
    assert shows(text, "풀렸다") == "come_off"


def test_two_ways_to_drop_are_seen_as_one():
    """나사가 풀려 떨어졌다: the nail that falls has come loose."""
    assert shows("나사가 하나씩 풀려 떨어졌다.", "풀려") == "come_off"


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        ("지하실이 흙으로 메워졌다.", "buried"),
        ("모래가 마을을 덮쳤다.", "sanded"),
        ("집이 눈에 파묻혔다.", "snowed"),
        ("강이 꽁꽁 얼어붙었다.", "ice_over"),
        ("창문에 성에가 꼈다.", "ice_over"),
        ("하늘이 온통 붉게 물들었다.", "dyed_sky"),
        ("하늘이 갑자기 보라색으로 변했다.", "dyed_sky"),
        ("브레이크가 스펀지처럼 푹 꺼졌다.", "runaway_car"),
        ("교실이 점점 커졌다.", "stretch"),
        ("방이 빙글빙글 돌았다.", "heave"),
        ("허리까지 물이 차고 있었다.", "flood"),
    ],
)
def test_what_becomes_of_a_place(text, scene):
    """A place that is filled, freezes, grows or reels."""
    assert scene in [event.concept for event in tell(segment(text)).events]


@pytest.mark.parametrize(
    ("text", "scene"),
    [("나는 모래로 갔다.", "sanded"), ("하늘이 파랬다.", "dyed_sky"), ("손이 얼었다.", "ice_over")],
)
def test_what_becomes_of_no_place(text, scene):
    """Sand that one goes to covers nothing; a cold hand is no frozen world."""
    assert scene not in [event.concept for event in tell(segment(text)).events]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("문짝이 떨어져 나갔다.", ("come_off", "", "door")),
        ("수도꼭지에서 피가 쏟아졌다.", ("spurt", "", "faucet")),
        ("부엌 수도에서 물이 나왔다.", ("drip", "", "faucet")),
        ("쓰레기에 불을 붙였는데 녹아 흘러내렸다.", ("drip", "", "garbage")),
        ("서랍 전체가 출렁거렸다.", ("shake", "", "drawer")),
        ("책장이 저절로 넘어갔다.", ("turn_over", "", "bookshelf")),
        ("의자가 넘어졌다.", ("turn_over", "", "chair")),
        ("고래가 물을 뿜었다.", ("spout", "whale", "")),
    ],
)
def test_to_what_it_happens(text, event):
    """The thing that changes, be it told far off, in part, or in the clause before."""
    assert event in happens(text)


def test_what_clings_was_spoken_of():
    """작은 달팽이들. 볼 안쪽에 붙어 있다: the snails do."""
    assert ("cling_on", "snail", "") in happens("자세히 보니 달팽이들. 볼 안쪽에 붙어 있다.")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("색종이 테이프를 잡고 있었는데 배가 멀어지면서 끊어졌다.", ("break", "", "tape")),
        ("마지막 줄을 썰었더니 얼굴이 나왔다.", ("appear", "", "face")),
        ("옆 건물이 기울어졌다.", ("tilt", "", "tower_block")),
        ("산이 한 걸음씩 다가왔다.", ("arrive", "", "peak")),
        ("섬이 떠내려갔다.", ("pass_by", "", "isle")),
        ("파리가 밥상 위를 덮었다.", ("infest", "fly", "")),
        ("등에 시커먼게 붙어 있었다.", ("stick", "", "slime")),
    ],
)
def test_what_changes_is_told_otherwise(text, event):
    """A cord told before, what is cut open, a place that goes away, what has no name."""
    assert event in happens(text)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("김치통에 머리카락이 꽉 차 있었다.", "hair"),
        ("국그릇 속에 손톱이 떠 있었다.", "fingernail"),
        ("밥알이 전부 손톱이었다.", "fingernail"),
    ],
)
def test_parts_of_nobody_lie_there(text, thing):
    """Hair in a jar, nails in a soup: they are things to be seen."""
    assert any(p.concept == thing for s in directed(text).scenes for p in s.props)


def test_what_is_in_the_air_floats_there():
    """The bus hangs in the sky; it does not stand there."""
    props = [p for s in directed("버스가 하늘에 떠 있었다.").scenes for p in s.props]
    assert any(p.concept == "bus" and p.path[-1].y < 0.7 for p in props)


@pytest.mark.parametrize(
    ("text", "thing", "motion"),
    [("아빠가 밥상을 엎었다.", "low_table", "topple"), ("나는 종이를 접었다.", "paper", "fold")],
)
def test_what_hands_do_is_seen_on_the_thing(text, thing, motion):
    """The table goes over, the paper is folded, within reach of who does it."""
    (scene,) = directed(text).scenes
    (prop,) = [p for p in scene.props if p.concept == thing]
    assert prop.motion == motion
    assert abs(prop.path[-1].x - scene.actors[0].path[-1].x) < 0.3


def test_a_cloth_hides_the_mirror():
    """천으로 거울을 가렸다: it comes down before it, and nobody crouches."""
    (scene,) = directed("나는 천으로 거울을 가렸다.").scenes
    cloth = next(p for p in scene.props if p.concept == "cloth")
    assert cloth.path[-1].y > cloth.path[0].y
    assert scene.actors[0].motion == "reach"


def test_letters_that_come_off_paper():
    """글자가 종이에서 떨어져 나갔다: the letters do, and not the paper."""
    assert ("come_off", "", "writing") in happens("글자가 전부 종이에서 떨어져 나갔다.")


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        ("비가 뚝 그쳤다.", "clears_up"),
        ("안개가 천천히 걷혔다.", "lifts"),
        ("거울에 김이 서렸다.", "fog_in"),
        ("강이 바싹 말라 버렸다.", "dry_up"),
        ("동굴 입구가 막혔다.", "blocked"),
        ("용암이 마을로 흘러내렸다.", "burn"),
        ("산사태가 났다.", "buried"),
        ("길이 뚝 끊겨 있었다.", "earthquake"),
        ("집에 전기가 나갔다.", "go_out"),
        ("벽이 말랑말랑해졌다.", "heave"),
        ("벽에 그림자가 하나 더 생겼다.", "shadow_rises"),
        ("모든 게 멈췄다.", "freeze"),
        ("지붕에 구멍이 났다.", "collapse"),
    ],
)
def test_what_becomes_of_weather_ways_and_light(text, scene):
    """What ends, dries up, is shut or stands still."""
    assert scene in [event.concept for event in tell(segment(text)).events]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("달력이 저절로 넘어갔다.", ("flutter", "", "calendar")),
        ("타이어에 바람이 빠졌다.", ("shrink", "", "wheel")),
        ("커튼이 걷혔다.", ("fold_up", "", "curtain")),
        ("문이 안 닫혔다.", ("locked", "self", "")),
        ("낙하산이 안 펴졌다.", ("pull", "self", "")),
        ("마을이 통째로 사라졌다.", ("fog_in", "", "village")),
    ],
)
def test_more_that_happens_to_things(text, event):
    """Leaves that turn, air that goes out, doors that will not shut, a village that is gone."""
    assert event in happens(text)


def test_what_changes_comes_into_the_picture_first():
    """Of many things told those are laid that something happens to."""
    text = "방에 책과 컵과 가방과 우산과 모자와 연필이 있었는데 액자가 떨어졌다. 나는 울었다."
    props = {p.concept for s in directed(text).scenes for p in s.props}
    assert props & {"photo_frame", "picture_frame"}


def test_what_runs_along_a_wall_burns_nothing():
    """물이 벽을 타고 올라갔다: the water goes up, and there is no fire."""
    events = happens("물이 벽을 타고 올라갔다.")
    assert [concept for concept, _, _ in events] == ["flood"]


@pytest.mark.parametrize(
    ("told", "dye"),
    [("붉게 물들었다", (176, 52, 46)), ("보라색으로 변했다", (122, 84, 140)),
     ("시커메졌다", (46, 44, 48))],
)  # fmt: skip
def test_the_sky_turns_to_the_colour_told_and_keeps_it(told, dye):
    """하늘이 붉게 물들었다: that colour, in the next picture too."""
    turning, later = directed(f"하늘이 {told}. 나는 마을로 달려갔다.").scenes
    assert "dyed_sky" in [effect.name for effect in turning.effects]
    assert "dyed_sky" not in [effect.name for effect in later.effects]
    assert turning.dye_of("sky") == later.dye_of("sky") == dye
