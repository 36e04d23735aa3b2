"""What is seen through windows, where doors stand, and who sits where in a car."""

import pytest
from tests.unit.backends.told import directions, happens, scenes

from mongyudo.backends.director.in_walls import set_in_walls
from mongyudo.ink.scene import Key, Prop, Scene


@pytest.mark.parametrize(
    ("text", "setting", "view"),
    [
        ("시골집 마루에 앉아 있었다. 창밖에는 바다가 보였다.", "ondol", "sea"),
        ("교실에 앉아 있었는데 창밖을 보니 온통 눈밭이었다.", "school", "snowfield"),
        ("병실 창밖으로 산이 보였다. 엄마가 귤을 까 주셨다.", "hospital", "mountain"),
        ("버스를 타고 가는데 창문 밖으로 사막이 펼쳐졌어요.", "bus", "desert"),
        ("바다가 보이는 방에서 책을 읽었다.", "room", "sea"),
        ("차를 타고 있었다. 차가 산길을 올라갔다.", "car", "mountain"),
        ("차를 타고 있었다. 차가 바닷속으로 들어갔다.", "car", "underwater"),
        ("기차를 탔다. 기차가 바다 위를 달렸다.", "train", "sea"),
        ("바다에서 헤엄을 쳤다.", "", ""),
        ("창문으로 뛰어내렸더니 바다였다. 바다에서 수영을 했다.", "sea", ""),
    ],
)
def test_what_lies_beyond_windows_is_seen_through_them(text, setting, view):
    """The place stays where one is, and what is looked at is its view and is told as seen."""
    found = [(scene.setting, scene.view) for scene in scenes(text)]
    assert found[-1] == (setting or found[-1][0], view)
    drawn = {each.concept for made in directions(text) for each in made.drawn}
    assert view in drawn | {""}


def test_a_whale_passes_outside():
    """No whale lies on the floor of the room from which the sea is seen."""
    assert scenes("베란다 문을 열었더니 밖이 전부 바다였다. 고래가 지나갔다.")[-1].setting == "sea"


@pytest.mark.parametrize(
    ("text", "foot"),
    [
        ("거실 벽에 못 보던 문이 하나 생겼다.", 0.685),
        ("도서관에서 문을 열었다.", 0.665),
        ("복도에서 문을 열었다.", 0.72),
        ("들판에 문이 하나 서 있었다. 문을 열었다.", None),
    ],
)
def test_doors_stand_in_walls(text, foot):
    """Where there is a wall the door is in it, behind everybody."""
    doors = [p for scene in scenes(text) for p in scene.props if p.concept == "door"]
    assert doors
    for door in doors:
        assert door.path[0].y == foot or (foot is None and door.path[0].y > 0.75)


def test_who_is_driven_does_not_sit_at_the_wheel():
    """친구가 운전하고: the friend still does, and no second car stands in the car."""
    made = scenes("친구가 운전했다. 나는 뒷자리에 앉아 있었다.")
    assert {a.motion for a in made[-1].actors if a.concept == "woman"} == {"sit_bench"}
    assert not any(prop.concept == "car" for scene in made for prop in scene.props)


def test_a_couch_needs_no_bed():
    """소파에 누웠다: no bed stands beside it."""
    things = {p.concept for scene in scenes("집에서 소파에 누웠다.") for p in scene.props}
    assert "couch" in things
    assert "bed" not in things


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("엘리베이터를 탔다. 문이 열리더니 초등학교 교실이 나왔다.", "school"),
        ("다리를 건너고 있었다. 밑에는 시커먼 강물이 흐르고 있었다. 기어서 갔다.", "bridge"),
        ("터미널에서 고향 가는 버스를 기다렸다. 버스가 왔다.", "station"),
        ("공항에서 비행기를 놓칠까 봐 뛰었다.", "airport"),
        ("병원 침대에 누워 있었다. 할머니가 사과를 깎아 주셨다.", "hospital"),
        ("바다가 보이는 카페에 앉아 있었다.", "restaurant"),
    ],
)
def test_where_one_is_is_not_where_one_looks_or_goes(text, setting):
    """A room that appears, a river far below, the end of a bus line, a plane behind the panes."""
    assert scenes(text)[-1].setting == setting


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("에스컬레이터가 거꾸로 움직였다.", ("earthquake", "", "stairs")),
        ("다리가 점점 좁아졌다.", ("shrink", "", "bridge")),
        ("건너편에 불 켜진 마을이 보였다.", ("press", "self", "")),
        ("폐허가 된 놀이공원을 걸었다.", ("pass_by", "", "ruin")),
        ("노인이 된 친구를 만났다.", ("meet", "grandfather", "")),
        ("여자가 앉아 있었다. 불을 켜니 사라지고 없었다.", ("vanish", "self", "")),
    ],
)
def test_what_does_not_happen(text, event):
    """No stairs quake, nobody presses the lights of a village, ruins take no walk."""
    assert event not in happens(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("자전거로 달렸다.", ("ride", "self", "")),
        ("냉장고 문이 저절로 열렸다.", ("open_door", "", "refrigerator")),
        ("여자가 앉아 있었다. 불을 켜니 사라지고 없었다.", ("vanish", "woman", "")),
    ],
)
def test_what_happens_instead(text, event):
    """One rides a bicycle, the fridge opens, the woman is gone."""
    assert event in happens(text)


def test_who_sits_on_a_chair_is_on_it():
    """의자에 앉아: nobody squats beside it."""
    assert scenes("할머니가 의자에 앉아 계셨다.")[0].actors[0].motion == "sit_chair"


def test_what_rusts_stays_there():
    """회전목마가 녹슬어서: it turns into nothing, and does not fade."""
    horses = [p for s in scenes("회전목마가 녹슬어 있었다.") for p in s.props]
    assert all(key.alpha == 1 for prop in horses for key in prop.path)


def test_no_window_hangs_in_the_open():
    """엄마가 창문으로 손을 흔들었다: no window without a wall."""
    made = scenes("버스 정류장에 서 있었다. 엄마가 버스 창문으로 손을 흔들었다.")
    assert not any(p.concept == "window" for s in made for p in s.props)


@pytest.mark.parametrize(
    ("text", "grows"),
    [("계단을 내려갔다.", True), ("학교 계단을 올라갔다.", False)],
)
def test_stairs_are_gone_up_and_down(text, grows):
    """Who comes down comes nearer; who goes up is seen from behind, smaller and smaller."""
    made = scenes(text)[0]
    first, last = made.actors[0].path[0], made.actors[0].path[-1]
    assert made.setting == "stairs"
    assert (last.scale > first.scale and last.y > first.y) is grows
    assert made.actors[0].facing == ("front" if grows else "back")


@pytest.mark.parametrize(
    ("text", "bearer", "beast"),
    [("옥상 난간에 고양이가 앉아 있었다.", "railing", "cat"),
     ("소파에 강아지가 자고 있었다.", "couch", "dog")],
)  # fmt: skip
def test_animals_are_on_what_they_sit_on(text, bearer, beast):
    """Not behind the wall, and not before the sofa."""
    made = scenes(text)[0]
    under = next(p for p in made.props if p.concept == bearer)
    upon = next(a for a in made.actors if a.concept == beast)
    assert abs(upon.path[0].x - under.path[0].x) < 0.1
    assert under.path[0].y - under.height <= upon.path[0].y < under.path[0].y - 0.05


def test_who_is_in_a_picture_is_not_there():
    """할머니 사진: her photograph, and not herself."""
    made = scenes("식탁 위에 할머니 사진이 놓여 있었다.")
    assert not any(a.concept == "grandmother" for s in made for a in s.actors)
    taken = scenes("내가 할머니 사진을 찍어 드렸다.")
    assert any(a.concept == "grandmother" for s in taken for a in s.actors)


@pytest.mark.parametrize("text", ["선반 위에 인형들이 앉아 있었다.", "창틀에 새가 앉아 있었다."])
def test_shelves_and_sills_are_indoors(text):
    """No shelf stands on a mountain."""
    assert scenes(text)[0].setting == "room"


@pytest.mark.parametrize(
    ("text", "setting", "view"),
    [
        ("방에서 문을 열었더니 바다가 나왔다.", "room", "sea"),
        ("복도를 걷다가 문을 여니 사막이 펼쳐져 있었다.", "corridor", "desert"),
        ("지하실에 있었다. 문을 여니까 우리 집 안방이었어.", "basement", "room"),
        ("문을 열었다. 밖으로 나가서 바다로 갔다.", "corridor", ""),
    ],
)
def test_a_door_opens_onto_another_place(text, setting, view):
    """One stands where one was, the door in the wall, and beyond it is the place."""
    opened = [s for s in scenes(text) if any(p.concept == "door" for p in s.props)]
    assert [(s.setting, s.view) for s in opened] == [(setting, view)]


def test_water_is_given_to_people():
    """승무원이 나한테 물을 주었다: no plant is watered."""
    assert ("give", "flight_attendant", "") in happens("승무원이 나한테 물을 주었다.")
    assert ("water_plants", "self", "") in happens("내가 화분에 물을 주었다.")


@pytest.mark.parametrize(
    ("text", "setting", "view"),
    [
        ("버스를 탔다. 버스가 저절로 달렸다. 창밖으로 공동묘지가 지나갔다.", "bus", "graveyard"),
        ("거실에 있었다. 창문을 여니 바로 밑이 바다였다.", "room", "sea"),
        ("무너진 학교 안을 걸었다.", "school", ""),
        ("골목 끝에 지하철역이 있었다.", "station", ""),
    ],
)  # fmt: skip
def test_one_stays_where_one_is(text, setting, view):
    """In the bus that drives by itself, at a window that is no door, in a school in ruins."""
    last = scenes(text)[-1]
    assert (last.setting, last.view) == (setting, view)
    assert not any(p.concept == "door" for p in last.props)


@pytest.mark.parametrize(
    "text",
    [
        "집에서 문을 열었다. 사막이 나왔다.",
        "나는 집에 있었다. 문을 열었는데 아무도 없었다. 사막이 펼쳐졌다.",
    ],
)
def test_where_one_is_in_the_next_sentence_is_not_seen_through_a_door(text: str):
    assert {scene.view for scene in scenes(text)} == {""}
    assert scenes(text)[-1].setting == "desert"


@pytest.mark.parametrize("place", ["복도", "교실", "방"])
def test_a_door_opens_onto_another_room_than_one_is_in(place: str):
    found = scenes(f"{place}에 있었다. 문을 여니 {place}가 나왔다.")
    assert all(scene.setting != scene.view for scene in found)


def door_in(setting: str, y: float = 0.9) -> Prop:
    """A tall door as it is set into the walls of `setting`."""
    door = Prop("door", (Key(0, 0.5, y),), height=0.8)
    (prop,) = set_in_walls(Scene((160, 90), 8, 1.0, 1, setting, props=(door,))).props
    return prop


def test_a_door_that_hangs_or_flies_is_no_door_of_the_house():
    assert door_in("room").behind
    assert not door_in("room", 0.5).behind


def test_no_door_is_taller_than_its_wall():
    """The wall of a platform is the train's."""
    assert door_in("station").height < door_in("room").height < 0.8
