"""Who does what to whom: care with the hands, one person named twice, who was told of before, and
who is only spoken of."""

import pytest
from tests.unit.backends.told import segment

from mongyudo.backends.director import direct
from mongyudo.backends.director.telling import tell
from mongyudo.reading import read
from mongyudo.records import Dream


def told(text, before=""):
    """Every event with doer and target, and in whose company."""
    return {(e.concept, e.doer, e.target, *e.partners) for e in tell(segment(text), before).events}


def cast(shot_of, ink, text):
    """Everybody of the pictures of `text`, in their motions."""
    scenes = direct(shot_of(segment(text), "중립"), ink).scenes
    return [[(a.concept, a.motion) for a in scene.actors] for scene in scenes]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("나는 아버지 발을 씻겨 드렸다.", ("wash_feet", "self", "father")),
        ("할머니가 내 머리를 빗겨 주셨다.", ("tend_hair", "grandmother", "self")),
        ("할매가 마당에서 내 머리를 감겨 줬데이.", ("tend_hair", "grandmother", "self")),
        ("나는 할아버지 어깨를 주물러 드렸다.", ("massage", "self", "grandfather")),
        ("아내가 내 등을 밀어 줬다.", ("massage", "woman", "self")),
        ("이모가 김치를 내 입에 넣어 주었다.", ("feed", "woman", "self")),
        ("나는 아기한테 젖병을 물렸다.", ("feed", "self", "baby")),
        ("나는 머리를 빗었다.", ("comb", "self", "")),
        ("누군가가 등 뒤에서 나를 밀었다.", ("push", "stranger", "self")),
        ("간호사가 내 팔에 주사를 놓았다.", ("treated", "self", "nurse")),
        ("친구랑 바둑을 두었다.", ("board_game", "self", "", "friend")),
        ("삼촌이 와서 엄마랑 밥을 먹었다.", ("eat", "man", "", "mother")),
        ("엄마와 아빠가 소리를 지르며 싸웠다.", ("fight", "father", "", "mother")),
        ("엄마가 나랑 밥을 먹었다.", ("eat", "mother", "", "self")),
        ("친구가 준 편지를 읽었다.", ("read", "self", "")),
        ("엄마가 차려 준 밥을 먹었다.", ("eat", "self", "")),
        ("친구들은 시험을 보는데 저 혼자 책상을 보고 있었어요.", ("look", "self", "")),
        ("내가 말해도 다들 고개를 저었다.", ("shake_head", "crowd", "")),
        ("아무도 나를 못 알아봤다.", ("shake_head", "crowd", "self")),
        ("친구한테 돈을 빌려 달라고 했더니 고개를 저었다.", ("shake_head", "friend", "")),
        ("남자가 앉아 있었다. 내가 불렀는데 창밖만 봤다.", ("look", "man", "")),
        ("아버지가 서 있었다. 내가 달려가 안겼다.", ("hug", "father", "self")),
        ("선생님이 나에게 노래를 시켰다.", ("sing", "self", "teacher")),
        ("언니가 내 양팔을 잡고 끌고 갔다.", ("pull", "woman", "self")),
        ("친구가 울고 있어서 안아 주었다.", ("hug", "self", "friend")),
        ("엄마가 화를 내서 울었다.", ("cry", "self", "")),
        ("누군가 내 눈을 가렸다. 돌아보니 아버지였다.", ("cover", "father", "")),
        ("누가 문을 열고 나와 올려다보았는데 할머니였다.", ("open_door", "grandmother", "")),
        ("누가 가방을 끌고 왔다. 그게 우리 큰딸이에요.", ("pull", "girl", "")),
        ("형님이 왔다. 그거이 어찌 서럽던지 울다 깼네.", ("cry", "self", "")),
        ("이모가 내를 번쩍 들어서 쇼윈도에 세웠다.", ("carry", "woman", "self")),
        ("이모가 나를 번쩍 들어서 쇼윈도에 세웠다.", ("set_up", "woman", "")),
        ("말이 묶여 있었다. 말이 나를 보고 울었다.", ("cry", "horse", "")),
        ("남편과 기차를 탔다. 다들 손뼉을 쳤다.", ("clap", "self", "", "man")),
        ("할머니가 옥수수를 내려놓고 돌아가셨다.", ("part", "grandmother", "")),
        ("할머니가 웃었다. 뒷모습이 점점 작아졌다.", ("part", "self", "grandmother")),
        ("할머니는 재작년에 돌아가셨다.", ("die", "grandmother", "")),
        ("내가 뛰니까 그 남자도 뛰었다.", ("chase", "man", "self")),
        ("전화벨이 울려서 받았다.", ("call", "self", "")),
        ("의사가 내 입을 벌렸다.", ("treated", "self", "doctor")),
        ("시어머니가 나보고 설거지를 하라고 시켰다.", ("talk", "grandmother", "self")),
        ("할머니가 돌아가신 할아버지 사진을 닦았다.", ("wipe", "grandmother", "", "grandfather")),
    ],
)
def test_who_does_it_to_whom(text, event):
    """In the right direction, and together with whom."""
    assert any(e[:3] == event[:3] and set(event[3:]) <= set(e[3:]) for e in told(text)), told(text)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("김연아 선수가 웃었다.", ["celebrity"]),
        ("남자 간호사가 웃었다.", ["doctor"]),
        ("쌍둥이 조카들이 웃었다.", ["child", "child"]),
        ("여당 대표라는 사람이 웃었다.", ["boss"]),
        ("둘째 며느리가 웃었다.", []),
        ("수의사 양반이 웃었다.", ["doctor"]),
        ("아버지 말이 풀을 뜯었다.", ["horse"]),
        ("시어머니가 앉았다. 어머님이 웃었다.", ["grandmother"]),
        ("치과에서 선생님이 웃었다.", ["doctor"]),
        ("학교 양호실에서 간호사 선생님이 웃었다.", ["nurse"]),
        ("팀장이 한 장씩 넘기며 웃었다.", ["boss"]),
        ("상자에 아버지 돋보기가 있었다. 삼촌이 웃었다.", ["man"]),
        ("나무에 아버지의 양말이 걸려 있었다. 삼촌이 웃었다.", ["man"]),
        ("유재석이 웃었다.", ["man"]),
        ("사서 할머니가 웃었다.", ["grandmother"]),
        ("택시 기사 할아버지가 웃었다.", ["grandfather"]),
        ("딸이 어른이 되어 웃었다.", ["girl"]),
        ("친구 엄마가 웃었다.", ["mother"]),
        ("할머니가 나를 엄마라고 불렀다.", ["grandmother"]),
        ("엄마 아빠가 웃었다.", ["parents"]),
        ("남자가 나를 봤다. 그 남자가 웃었다.", ["man"]),
        ("할아버지 자리에 삼촌이 앉아 있었다.", ["man"]),
        ("알바생한테 경찰을 불러 달라고 했다.", ["clerk"]),
    ],
)
def test_nobody_is_there_twice_or_only_spoken_of(shot_of, ink, text, people):
    """A name and a trade are one person, twins are two, and who is asked for is not there."""
    last = cast(shot_of, ink, text)[-1]
    assert sorted(name for name, _ in last if name != "woman") == people


def test_that_one_was_told_of_before():
    """그 애, 그 사람: the one of the picture before, in the same clothes."""
    text = "첫사랑이랑 바닷가를 걸었다. 그 애는 교복을 입고 있었다."
    assert {m.concept for m in tell(segment(text)).of("actor")} == {"man"}
    assert tell(segment("그 사람이 먼저 내렸다."), "man").of("actor")[0].concept == "man"


def test_the_lover_of_once_embraces_nobody():
    """짝사랑하던 선배: who somebody is, and nothing that happens."""
    assert not {e for e in told("짝사랑하던 선배가 웃었다.") if e[0] == "hug"}


def test_what_has_fallen_takes_nobody_to_a_cliff(shot_of, ink):
    """바닥에 떨어진 종이를 주웠다: it lies there."""
    scenes = direct(shot_of(segment("나는 교실 바닥에 떨어진 종이를 주웠다."), "중립"), ink).scenes
    assert {scene.setting for scene in scenes} == {"school"}


def test_opposite_seats_are_in_the_train(shot_of, ink):
    """지하철 맞은편 자리: both sit in it."""
    scene = direct(
        shot_of(segment("친구가 지하철 맞은편 자리에 앉아 있었다."), "중립"), ink
    ).scenes[0]
    assert scene.setting == "subway"
    assert {a.motion for a in scene.actors} == {"sit_bench"}


def test_ones_turn_is_no_rite():
    """내 차례: no place where the ancestors are served."""
    places = tell(segment("학교에서 내 차례에 빵이 떨어졌다.")).of("setting")
    assert {place.concept for place in places} == {"school"}


def test_a_grown_up_voice_soothes_nobody():
    """어른 목소리: no verb is in it."""
    elements = read(Dream.of("아기가 어른 목소리로 말했다.")).segments[0].elements
    assert "comfort" not in {e.concept for e in elements}


@pytest.mark.parametrize("deed", ["massage", "tend_hair", "wash_feet"])
def test_care_is_drawn_as_one(deed, ink):
    """Both act as one, so that hands lie where they belong."""
    assert deed in ink.duets


def test_who_gives_a_ride_steers(shot_of, ink):
    """아버지가 나를 자전거에 태웠다: father sits before the dreamer; a daughter sits behind."""
    for text, first in (
        ("아버지가 자전거 뒤에 나를 태우고 달렸다.", "father"),
        ("나는 딸을 자전거에 태우고 달렸다.", "woman"),
    ):
        actors = direct(shot_of(segment(text), "중립"), ink).scenes[0].actors
        motions = {actor.concept: actor.motion for actor in actors}
        assert motions.pop(first) == "ride"
        assert set(motions.values()) == {"sit_bench"}
