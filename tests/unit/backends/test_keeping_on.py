"""What a film keeps to from one segment to the next: who wears what, the hour, the place."""

import pytest
from tests.unit.backends import told
from tests.unit.backends.told import happens
from tests.unit.backends.told import scenes as pictures


def halves(text: str):
    """The pictures of each of the two segments of a dream."""
    first, then = told.halves(text)
    return [first.scenes, then.scenes]


IN_THE_TRAIN = (
    "지하철에서 졸다가 깼는데 아무도 없고 불이 하나씩 꺼졌다. 맨 끝 칸에서 하얀 옷을 입은 여자가 "
    "천천히 걸어왔다. 문이 안 열려서 주먹으로 유리창을 쳤다. 여자가 내 어깨에 손을 올렸다. "
)


def test_who_dozes_in_a_train_is_in_it_until_they_get_off():
    """지하철에서 졸다가: the second segment names no place, and no room either."""
    _, then = halves(IN_THE_TRAIN + "전화벨이 울려서 깼다.")
    assert {scene.setting for scene in then} == {"subway"}
    _, off = halves(IN_THE_TRAIN + "문이 열려서 밖으로 뛰쳐나왔다.")
    assert "subway" not in {off[-1].setting}


def test_others_keep_what_they_have_on():
    """The woman in white is in white when she lays her hand on the dreamer's shoulder."""
    cloths = [
        {a.cloth for scene in scenes for a in scene.actors if a.concept == "woman" and a.cloth}
        for scenes in halves(IN_THE_TRAIN + "전화벨이 울려서 깼다.")
    ]
    assert cloths[0] == cloths[1] == {(236, 232, 222)}


def test_a_ceiling_is_in_the_room_where_one_is():
    """천장으로 날아갔다: the hall has one; but where nobody is anywhere yet, it is a room's."""
    _, then = halves(
        "친구 결혼식에 갔는데 신부가 나였다. 하객들이 전부 모르는 사람이었고 신랑은 웃고 있었다. "
        "부케를 던졌더니 비둘기가 되어 천장으로 날아갔다."
    )
    assert {scene.setting for scene in then} == {"wedding_hall"}


def test_the_name_of_a_way_tells_the_hour_and_it_lasts():
    """밤길: night, in the second segment, too."""
    first, then = halves(
        "할머니 등에 업혀서 밤길을 가는데 반딧불이가 날아다녔다. 할머니가 자장가를 불러 주셨다. "
        "고개를 넘자 기와집이 나왔고 마당에 강아지가 뛰어나왔다. 너무 좋아서 울었다."
    )
    assert {scene.time_of_day for scene in (*first, *then)} == {"night"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("전화벨이 울려서 깼다.", ("wake", "self", "")),
        ("유리창 깨고 나갔다.", ("break", "", "window")),
        ("컵을 깼다.", ("break", "", "")),
        ("동생이 깼다.", ("wake", "child", "")),
    ],
)
def test_what_is_broken_is_named(text, event):
    """깨다 without an object is to wake; the bell that wakes does not break."""
    assert event in happens(text)


def test_who_is_on_the_moon_stands_on_it():
    """달에 앉아 있었다, with the earth above; 달이 떴다 is no place."""
    (scene,) = pictures("우주복을 입고 달에 앉아 있었다. 지구가 파랗게 떠 있었다.")
    assert scene.setting == "space"
    assert scene.dye_of("earth")
    assert scene.actors[0].clothes == "space"
    assert "space" not in {s.setting for s in pictures("산 위에 달이 떠 있었다. 나는 걸었다.")}


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("남자친구가 꽃다발을 들고 회사 앞에 찾아왔다.", "street"),
        ("학교 앞에서 친구를 기다렸다.", "school_yard"),
        ("은행 앞자리에 앉아 있었다.", "office"),
    ],
)
def test_before_a_house_is_not_in_it(text, setting):
    """And where the sentence ends up, it is from its beginning."""
    assert {scene.setting for scene in pictures(text)} == {setting}


def test_people_do_not_run_on_a_sky_that_reddens():
    """하늘이 물들었다: it is what happens, and no place; who flies is in it."""
    ran = pictures("하늘이 빨갛게 물들더니 비가 내렸다. 사람들이 비명을 지르며 뛰었다.")
    assert "sky" not in {scene.setting for scene in ran}
    assert "sky" in {scene.setting for scene in pictures("하늘이 맑았다. 나는 하늘을 날았다.")}


def test_endless_is_not_without():
    """끝없이 나왔다: the lavatory is there, and the snake comes out of it."""
    assert "no_toilet" not in {e for e, _, _ in happens("화장실 변기에서 뱀이 끝없이 나왔다.")}
    assert "no_toilet" in {e for e, _, _ in happens("화장실을 찾는데 변기가 없었다.")}


def test_a_rod_is_carried_over_land():
    """낚싯대를 메고: in the hand, however long."""
    cast = [a for scene in pictures("아버지가 낚싯대를 메고 앉아 계셨다.") for a in scene.actors]
    assert "fishing_pole" in {actor.holds for actor in cast}


def test_what_is_likened_does_not_happen():
    """빠진 것처럼 무거웠다: nobody sinks."""
    assert not happens("다리가 진흙에 빠진 것처럼 무거웠다.")
    assert ("sink", "self", "") in happens("나는 진흙에 빠졌다.")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("그녀가 내 손을 놓더니 비눗방울이 되어 사라졌다.", ("vanish", "woman", "")),
        ("여자가 웃더니 새가 되어 날아갔다.", ("transform", "woman", "")),
        ("내가 웃더니 돌이 되었다.", ("transform", "self", "")),
        ("개가 짖어서 나는 돌이 되었다.", ("transform", "self", "")),
    ],
)
def test_who_goes_on_in_the_same_breath_is_who_changes(text, event):
    """더니, 고: the same one; 서: whoever is named behind it."""
    assert event in happens(text)


def test_the_door_of_a_thing_is_no_door_of_a_room():
    """냉장고가 서 있었다. 문을 열었더니: the refrigerator's."""
    seen = pictures("사막에 냉장고가 서 있었다. 문을 열었더니 펭귄이 있었다.")
    things = {prop.concept for scene in seen for prop in scene.props}
    assert "refrigerator" in things
    assert "door" not in things
    assert {scene.setting for scene in seen} == {"desert"}


def test_a_beard_lies_nowhere():
    """하얀 수염 할아버지: it is his."""
    seen = pictures("하얀 수염 할아버지가 나타나 지팡이로 땅을 쳤다.")
    assert "beard" not in {prop.concept for scene in seen for prop in scene.props}


def test_a_spring_gushes_and_no_well_flies():
    """샘물이 솟았다: the water, and not what it stands in."""
    seen = pictures("땅에서 샘물이 솟았다.")
    assert "well" not in {prop.concept for scene in seen for prop in scene.props}
    assert ("gush", "", "") in happens("땅에서 샘물이 솟았다.")


def test_dishes_are_washed_in_the_kitchen():
    """설거지: at the sink, and not in the bathroom."""
    seen = pictures("엄마가 설거지를 하고 계셨다.")
    assert {scene.setting for scene in seen} == {"kitchen"}
    assert "plate" in {prop.concept for scene in seen for prop in scene.props}
