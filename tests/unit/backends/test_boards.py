"""Boards that bear the name of a place, and places that are told and are not where one is."""

from dataclasses import replace

import pytest

from mongyudo.backends.director import direct
from mongyudo.records import Element, Segment


def _named(segment: Segment, form: str) -> Segment:
    """`segment` with the place `form` as one of a name that the lexicon lacks."""

    def marked(element: Element) -> Element:
        return replace(element, en="place") if element.lemma == form else element

    return replace(segment, elements=tuple(marked(e) for e in segment.elements))


def test_an_unknown_place_bears_its_name(segment_of, shot_of, ink):
    """고려은단: a street, and a board that says so."""
    segment = _named(
        segment_of("고려은단에 들어갔다.", ("고려은단", "setting", "street")), "고려은단"
    )
    direction = direct(shot_of(segment), ink)
    assert [scene.sign for scene in direction.scenes] == ["고려은단"]
    assert "고려은단" in {drawn.keyword for drawn in direction.drawn}


def test_an_unknown_place_is_not_drawn_without_its_board(segment_of, shot_of, ink):
    """Two rooms are told by number: the one whose board hangs there is shown, and no other."""
    segment = segment_of(
        "302호에 들어갔다. 뱀이 303호에 앉아 있었다.", ("302호", "setting", "room"),
        ("뱀", "actor", "snake"), ("303호", "setting", "room"), ("앉", "motion", "sit"),
    )  # fmt: skip
    segment = _named(_named(segment, "302호"), "303호")
    direction = direct(shot_of(segment, duration_s=1.5), ink)
    signs = {scene.sign for scene in direction.scenes}
    shown = {drawn.keyword for drawn in direction.drawn if drawn.concept == "room"}
    assert shown == signs


@pytest.mark.parametrize(
    ("text", "form", "concept", "sign"),
    [
        ("4층 복도를 걸었다.", "복도", "corridor", "4층 복도"),
        ("7번 방에 들어갔다.", "방", "room", "7번 방"),
        ("복도를 걸었다.", "복도", "corridor", ""),
        ("약국에 들어갔다.", "약국", "shop", "약국"),
        ("집에 들어갔다.", "집", "home", ""),
    ],
)
def test_the_number_of_a_place_is_lettered(segment_of, shot_of, ink, text, form, concept, sign):
    """4층 복도: of all corridors this one; what needs no name has no board."""
    segment = segment_of(text, (form, "setting", concept))
    assert {scene.sign for scene in direct(shot_of(segment), ink).scenes} == {sign}


def test_a_station_bears_its_name(segment_of, shot_of, ink):
    """부산역, and its platform: the board says which station it is."""
    segment = segment_of(
        "부산역에서 내려 승강장을 걸었다.", ("부산역", "setting", "station"),
        ("승강장", "setting", "station"),
    )  # fmt: skip
    one, *rest = segment.elements
    segment = replace(segment, elements=(replace(one, lemma="역"), *rest))
    assert direct(shot_of(segment), ink).scenes[0].sign == "부산역"


def test_nobody_is_where_an_office_speaks_from(segment_of, shot_of, ink):
    """구청에서 베어 간다고 했다: one is before the house, and in no office."""
    segment = segment_of(
        "빌라 앞 은행나무를 구청에서 베어 간다고 했다.", ("빌라", "setting", "apartment"),
        ("은행나무", "prop", "tree"), ("구청", "setting", "office"), ("베어", "motion", "cut"),
    )  # fmt: skip
    assert {s.setting for s in direct(shot_of(segment), ink).scenes} == {"apartment"}


@pytest.mark.parametrize("spoken", ["집에 간다고 했다.", "집에 전화했다.", "집으로 오라고 했다."])
def test_nobody_is_where_is_only_spoken_of(segment_of, shot_of, ink, spoken):
    """집에 간다고 했다: said at school."""
    segment = segment_of(
        f"교실에서 짝을 만났다. 짝이 {spoken}", ("교실", "setting", "school"),
        ("짝", "actor", "student"), ("만났", "motion", "meet"), ("짝", "actor", "student"),
        ("집", "setting", "home"),
    )  # fmt: skip
    assert {s.setting for s in direct(shot_of(segment), ink).scenes} == {"school"}


def test_a_spirit_is_met_where_it_lives(segment_of, shot_of, ink):
    """동네 저수지 이무기: at the lake; 매점 아줌마 may be anywhere."""
    segment = segment_of(
        "동네 저수지 이무기가 나왔다.", ("동네", "setting", "street"),
        ("저수지", "setting", "lake"), ("이무기", "actor", "dragon"), ("나왔", "motion", "appear"),
    )  # fmt: skip
    assert {s.setting for s in direct(shot_of(segment), ink).scenes} == {"lake"}


def test_a_part_of_a_house_is_in_it(segment_of, shot_of, ink):
    """문방구 문이 닫혀 있었다: before the shop, though one has run home."""
    segment = segment_of(
        "집에 뛰어갔다. 문방구 문이 닫혀 있었다.", ("집", "setting", "home"),
        ("뛰어갔", "motion", "run"), ("문방구", "setting", "shop"), ("문", "prop", "door"),
        ("닫혀", "motion", "locked"),
    )  # fmt: skip
    assert "shop" in {s.setting for s in direct(shot_of(segment), ink).scenes}


def test_what_a_place_turns_out_to_be(segment_of, shot_of, ink):
    """무대는 경기장이었다."""
    segment = segment_of(
        "무대는 진짜 경기장이었다.", ("무대", "setting", "stage"), ("경기장", "setting", "stadium")
    )
    assert {s.setting for s in direct(shot_of(segment), ink).scenes} == {"stadium"}


@pytest.mark.parametrize(
    ("text", "form", "concept", "setting"),
    [
        ("봉고차 문을 열고 앉았다.", "봉고차", "minibus", "bus"),
        ("차로 도망쳤다.", "차", "car", "car"),
        ("차로 갔다.", "차", "car", ""),
        ("지하철 노선도를 보았다.", "지하철", "subway_train", "subway"),
    ],
)
def test_who_gets_in_sits_there(segment_of, shot_of, ink, text, form, concept, setting):
    """The door of a minibus is opened, somebody flees into the car."""
    scenes = direct(shot_of(segment_of(text, (form, "prop", concept)), "중립"), ink).scenes
    assert ({s.setting for s in scenes} == {setting}) == bool(setting)


def test_beyond_the_glass_of_a_room_is_the_room(segment_of, shot_of, ink):
    """신생아실 유리 너머: no babies lie in a yard."""
    segment = segment_of(
        "신생아실 유리 너머에 아기들이 누워 있었다.", ("신생아실", "setting", "hospital"),
        ("아기들", "actor", "baby"), ("누워", "motion", "lie"),
    )  # fmt: skip
    assert {s.setting for s in direct(shot_of(segment), ink).scenes} == {"hospital"}


@pytest.mark.parametrize("form", ["벽", "천장"])
def test_walls_are_indoors(segment_of, shot_of, ink, form):
    """벽에 사진을 발랐다: in a room, whatever is felt."""
    segment = segment_of(
        f"{form}에 사진을 발랐다.", (form, "setting", None), ("사진", "prop", "photograph")
    )
    assert {s.setting for s in direct(shot_of(segment, "분노"), ink).scenes} == {"room"}
