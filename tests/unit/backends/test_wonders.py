"""Skies, waters and disasters: what hangs in the air, what fell, where one stays meanwhile."""

from dataclasses import replace

import pytest
from tests.unit.backends.told import directed, happens, shots
from tests.unit.backends.told import film as scenes

from mongyudo.backends.director.direct import direct
from mongyudo.backends.director.repertoire import repertoire


def lows(text: str, concept: str) -> list[float]:
    """How low `concept` is at last in each picture that shows it."""
    return [p.path[-1].y for s in scenes(text) for p in s.props if p.concept == concept]


BOAT = "하늘에 커다란 배가 떠 있었다. 배에서 사다리가 내려왔고 할아버지가 손을 흔드셨다."


def test_a_boat_in_the_sky_floats_on_no_sea_and_stays_up_there():
    """하늘에 배가 떠 있었다: over land, high, and still there when the ladder comes down."""
    assert not {s.setting for s in scenes(BOAT)} & {"sea", "beach", "river"}
    assert len(lows(BOAT, "boat")) == 2
    assert max(lows(BOAT, "boat")) < 0.6
    assert lows(BOAT, "ladder") == [0.8]


def test_what_covers_the_sky_lies_on_no_street():
    """비행기들이 하늘을 덮었다."""
    planes = lows("비행기들이 하늘을 까맣게 덮고 있었다. 사이렌이 울렸다.", "airplane")
    assert planes
    assert max(planes) < 0.7


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("바닷속을 걸었다. 바닥에 우리 집 냉장고가 놓여 있었다. 문을 열었다.", {"underwater"}),
        ("마당에 해바라기가 집보다 크게 자랐다. 꽃이 고개를 숙여 나를 봤다.", {"yard"}),
    ],
)
def test_one_stays_where_one_is_told_to_be(text, settings):
    """A fridge of one's own and a house for a measure bring nobody home."""
    assert {scene.setting for scene in scenes(text)} == settings


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("마당에 떨어진 별을 주웠다.", [("fall", "", "star"), ("find", "self", "")]),
        ("나는 떨어진 별을 주웠다.", [("fall", "", "star"), ("find", "self", "")]),
        ("아기가 떨어진 사과를 주웠다.", [("fall", "", "apple"), ("find", "baby", "")]),
        ("엄마가 깨진 그릇을 치웠다.", [("break", "", "bowl"), ("pick", "mother", "")]),
        ("나는 무너진 집 앞에서 울었다.", [("collapse", "", "house"), ("cry", "self", "")]),
    ],
)
def test_what_befell_a_thing_befell_nobody_else(text, told):
    """떨어진 별: the star fell, and who is named before it picks it up."""
    assert happens(text) == told


def test_in_the_shape_of_a_whale_is_no_whale():
    """고래 모양 구름."""
    shown = scenes("하늘에 고래 모양 구름이 떠 있었다.")
    assert not any(a.concept == "whale" for scene in shown for a in scene.actors)


def effects(text: str) -> list[set[str]]:
    """The names of the effects of each picture."""
    return [{effect.name for effect in scene.effects} for scene in scenes(text)]


ON_THE_ICE = "꽁꽁 언 강 위를 걸었다. 얼음이 쩍쩍 금이 가서 나는 엎드려 기어갔다."


def test_ice_that_bears_people_is_no_cube_and_cracks_under_them():
    """얼음이 쩍쩍 갈라졌다: frost all along, gaps where it breaks, and one stays on the river."""
    shown = effects(ON_THE_ICE)
    assert all("frost" in names for names in shown)
    assert any("fissure" in names for names in shown)
    assert {scene.setting for scene in scenes(ON_THE_ICE)} == {"river"}
    assert not lows(ON_THE_ICE, "ice")
    assert lows("컵에 얼음을 넣었다.", "ice")


@pytest.mark.parametrize(
    "text",
    [
        "관에서 할머니가 일어나 앉으셨다.",
        "관 뚜껑이 열리더니 관에서 할머니가 걸어 나왔다.",
    ],
)
def test_the_dead_rise_out_of_their_coffin(text):
    """관에서 일어났다: up behind its rim, and not beside it."""
    scene = scenes(text)[-1]
    rising = next(a for a in scene.actors if a.concept == "grandmother")
    coffin = next(p for p in scene.props if p.concept == "coffin")
    assert abs(rising.path[-1].x - coffin.path[-1].x) < 0.05
    assert rising.path[0].alpha == 0
    assert rising.path[-1].y < coffin.path[-1].y


def test_a_funeral_is_in_its_hall():
    """할머니 장례식이었는데."""
    assert scenes("할머니 장례식이었는데 친척들이 국밥을 먹었다.")[0].setting == "funeral_hall"


@pytest.mark.parametrize(
    ("text", "concept", "count"),
    [
        ("달이 두 개 떠 있는 밤이었다.", "moon", 2),
        ("해가 세 개나 떠 있었다.", "sun", 3),
        ("달이 떠 있었다.", "moon", 1),
    ],
)
def test_as_many_moons_rise_as_are_told_of(text, concept, count):
    """달이 두 개."""
    assert sum(p.concept == concept for p in scenes(text)[0].props) == count


ON_FIRE = "학교에 불이 났다. 소방차가 물을 뿌렸다. 나는 운동장에서 구경만 했다."


def test_a_house_that_burns_is_on_fire_until_it_is_put_out():
    """The fire engine comes to a fire; once it is out, there is none; a hearth burns nothing."""
    assert all("fire" in names for names in effects(ON_FIRE))
    out = effects("학교에 불이 났다. 불이 꺼졌다. 나는 운동장에서 친구와 춤을 췄다.")
    assert "fire" not in out[-1]
    assert "fire" not in effects("마당에 모닥불을 피웠다. 할머니가 노래를 불렀다.")[-1]


def test_the_roofs_that_are_seen_are_not_where_one_is():
    """지붕만 보였다: the village is still under water."""
    flooded = "마을이 물에 잠겨 지붕만 보였다."
    assert {scene.setting for scene in scenes(flooded)} == {"village"}
    assert all(any(e.startswith("rising") for e in names) for names in effects(flooded))


@pytest.mark.parametrize("text", ["눈보라 치는 산길을 걸었다.", "눈발이 치는 들판을 걸었다."])
def test_weather_strikes_nobody(text):
    """눈보라 치다."""
    assert [e[0] for e in happens(text)] == ["walk"]


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("연기가 하나도 안 났다.", "smoke"),
        ("눈이 오지 않았다.", "snowflakes"),
        ("안개가 꼈다.", ""),
    ],
)
def test_weather_that_does_not_come_is_not_seen(text, effect):
    """연기가 안 났다."""
    made = directed("나는 운동장에 서 있었다. " + text)
    assert all(e.name != effect for scene in made.scenes for e in scene.effects)
    assert ("fog" in {d.concept for d in made.drawn}) == (effect == "")


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("구름 위를 걸었다. 저 아래 우리 동네가 장난감처럼 보였다.", {"sky"}),
        ("숲속에서 길을 잃었다. 나무들이 길을 비켜 주었다.", {"forest"}),
        ("우리 배가 빙산에 부딪혔다. 나는 피아노 앞에 앉아 있었다.", {"sea", "deck"}),
        ("토네이도가 우리 학교를 통째로 들어 올렸다.", {"school_yard"}),
    ],
)
def test_the_place_is_still_there_in_the_next_picture(text, settings):
    """Who walks on clouds is there, and no way that trees make is a street."""
    assert {scene.setting for scene in scenes(text)} == settings


@pytest.mark.parametrize(
    ("text", "walks"),
    [
        ("구름 위를 맨발로 걸었다. 구름이 이불처럼 푹신했다.", True),
        ("마당에서 이불을 걷었다.", False),
    ],
)
def test_who_goes_barefoot_gathers_nothing(text, walks):
    """걸었다 and 걷었다."""
    assert {e[0] == "walk" for e in happens(text)} == {walks}


def test_who_carries_a_bier_wears_no_helmet():
    """상여꾼."""
    shown = scenes("상여꾼들이 노래를 불렀다.")
    assert {a.concept for scene in shown for a in scene.actors} >= {"mourner"}


def test_an_aurora_hangs_in_the_night_sky():
    """오로라: no mere beam of light."""
    (scene,) = scenes("하늘에 오로라가 펼쳐졌다.")
    assert "aurora" in {effect.name for effect in scene.effects}
    assert scene.time_of_day == "night"


@pytest.mark.parametrize(
    "text", ["마당의 감나무에 전화기가 열렸다.", "마당의 감나무에 전화기가 주렁주렁 달려 있었다."]
)
def test_what_a_tree_bears_hangs_all_over_it(text):
    """감나무에 전화기가 열렸다: many, within the crown, and none on the ground."""
    props = [p for s in scenes(text) for p in s.props]
    phones = [p.path[-1] for p in props if p.concept == "phone"]
    (tree,) = (p for p in props if p.concept == "persimmon_tree")
    assert len({(key.x, key.y) for key in phones}) > 3
    assert all(key.y < tree.path[-1].y - 0.2 * tree.height for key in phones)


@pytest.mark.parametrize(
    ("text", "emotion", "seen"),
    [
        ("길을 걸었다. 갑자기 커다란 알이 나타났다.", "놀람", [set(), {"sparks"}]),
        ("길을 걸었다.", "놀람", [set()]),
        ("숲을 걸었다.", "공포", [{"leaves"}]),
        ("길을 걸었다.", "공포", [set()]),
    ],
)
def test_the_air_is_full_of_what_something_gives_cause_for(text, emotion, seen):
    """Sparks where something surprises, leaves where trees are."""
    air = {"sparks", "ink_bloom", "leaves"}
    (shot,) = shots(text, 1)
    shown = direct(replace(shot, emotion=emotion, adapter=f"emotion:{emotion}"), repertoire())
    assert [{e.name for e in s.effects} & air for s in shown.scenes] == seen
