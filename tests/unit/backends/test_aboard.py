"""Places on board and high up, places told last, and things that do what only the living do."""

import pytest
from tests.unit.backends.told import directions


def settings(text: str) -> list[str]:
    """Where the scenes of a film play, in order."""
    return [scene.setting for made in directions(text) for scene in made.scenes]


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("잠수함 안에 물이 차올랐다.", "submarine"),
        ("배 안에서 선원들이 잠을 자고 있었다.", "below_deck"),
        ("기관실에서 기관사 아저씨가 스패너를 던졌다.", "below_deck"),
        ("갑판에서 친구와 춤을 추었다.", "deck"),
        ("유람선에서 사장님이 노래를 불렀다.", "deck"),
        ("크레인 꼭대기에서 밥을 먹었다.", "scaffold"),
        ("40층 외벽에서 유리를 닦았다.", "facade"),
        ("망루에서 병사가 활을 쏘았다.", "tower"),
        ("등대 안에서 국수를 먹었다.", "tower_room"),
        ("관람차 안에서 친구가 울었다.", "gondola"),
        ("보일러실에서 보일러가 숨을 쉬고 있었다.", "boiler_room"),
        ("공장 라인에 서서 볼트를 조였다.", "workshop"),
        ("7번을 탔다. 창밖을 보았다.", "bus"),
        ("고속도로를 타고 달렸다.", "car"),
        ("그네 옆에서 춤을 췄다.", "playground"),
        ("동상 앞에서 울었다.", "park"),
        ("국밥집 앞에서 호랑이를 만났다.", "street"),
        ("할머니가 아랫목에서 주무시고 계셨다.", "ondol"),
        ("조리원에서 간호사가 아기를 안겨 주었다.", "hospital"),
    ],
)
def test_insides_and_heights_are_places_of_their_own(text, setting):
    """Ships, towers, walls and warm floors from where one is."""
    assert settings(text)[0] == setting


def test_where_it_was_may_be_told_last():
    """선인장이 나를 따라왔다. 사막이었다."""
    assert set(settings("선인장이 나를 따라오면서 가시를 쐈다. 사막이었다.")) == {"desert"}


def test_what_hangs_before_the_window_of_a_cabin_hangs_in_the_air():
    """No yard lies beyond it."""
    shown = settings("관람차 안에 갇혔는데 피에로가 창밖에 매달려 있었다.")
    assert shown == ["gondola", "sky"]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("해바라기들이 일제히 나를 돌아봤다.", "stare"),
        ("장미가 나를 물었다.", "thing_bites"),
        ("꽃들이 춤을 추었다.", "hop"),
        ("냉장고가 나를 안았다.", "assail"),
        ("고무나무가 노래를 불렀다.", "thing_talks"),
    ],
)
def test_a_thing_that_acts_is_seen_to(text, concept):
    """It stares, bites, hops, comes or speaks: things and plants have no limbs."""
    told = {drawn.concept for made in directions(text) for drawn in made.drawn}
    assert concept in told


def test_who_sleeps_somewhere_stays_there():
    """찜질방에서 자고 있는데: no bedroom follows."""
    shown = settings("찜질방에서 자고 있는데 이모가 계란을 까서 내 머리에 던졌다.")
    assert set(shown) == {"bathhouse"}


def test_a_place_that_turns_out_another_keeps_its_furniture():
    """거실이 통째로 풀밭이고: the couch stands in the meadow, and tells of the living room."""
    (made,) = directions("문을 열었더니 거실이 통째로 풀밭이었고 송아지가 뛰어놀았다.")
    told = {drawn.keyword: drawn.concept for drawn in made.drawn}
    assert made.scenes[-1].setting == "field"
    assert told["거실"] == "room"
