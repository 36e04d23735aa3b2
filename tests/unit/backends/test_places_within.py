"""Places within others: the next compartment, a hall, a bottom, the vehicle one sits in."""

import pytest
from tests.unit.backends.told import scenes


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("기차를 탔다. 옆 칸에서 할머니가 노래를 불렀다.", "train"),
        ("변기에 앉아 있는데 옆 칸에서 사람들이 울었다.", "bathroom"),
        ("옆 칸으로 건너갔다.", "subway"),
        ("옆 호에서 아이가 울었다.", "corridor"),
        ("넓은 홀에서 친구가 춤을 추었다.", "corridor"),
        ("우물 밑바닥에 앉아 있었다.", "well"),
        ("철골 위를 걸었다.", "scaffold"),
        ("난파선 안에서 책을 읽었다.", "below_deck"),
        ("화물칸에 소가 타고 있었다.", "below_deck"),
        ("외야에서 공을 잡았다.", "stadium"),
        ("서당에서 글을 읽었다.", "ondol"),
        ("구유에 아기가 누워 있었다.", "yard"),
        ("돌담을 따라 걸었다.", "alley"),
        ("찜질방 불가마에 누웠다.", "bathhouse"),
        ("간이역 대합실에서 졸았다.", "station"),
        ("에스컬레이터를 타고 내려갔다.", "stairs"),
        ("천국 문 앞에 줄을 섰다.", "sky"),
    ],
)
def test_parts_of_places_are_places(text, setting):
    """What lies within another place is staged as what it is part of."""
    assert scenes(text)[0].setting == setting


def test_a_shelf_is_no_train():
    """아래 칸, 옆 칸에 넣었다: things are put there."""
    assert scenes("양말을 옆 칸에 넣었다.")[0].setting != "subway"


def test_a_world_that_nothing_shows_is_lettered():
    """게임 속: the board tells it."""
    assert "게임 속" in {scene.sign for scene in scenes("게임 속에서 칼을 휘둘렀다.")}


def test_who_sleeps_in_a_bus_sits_in_it():
    """버스에서 졸다가 종점을 지났다: the place in the event's own clause counts."""
    told = scenes("버스에서 졸았는데 종점이 지났다. 기사님이 나를 돌아보았다.")
    assert "bus" in {scene.setting for scene in told}


@pytest.mark.parametrize(
    "text", ["카약 타고 강을 지나가는데 불이 켜졌다.", "튜브 타고 갔다. 연기 냄새가 났다."]
)
def test_what_one_rides_does_not_burn(text):
    """튜브 타고: no fire, whatever is told beside it."""
    assert not any(effect.name == "fire" for scene in scenes(text) for effect in scene.effects)
