"""What the first division of a shot leaves out has a picture of its own where there is time."""

import pytest
from tests.unit.backends.told import shots

from mongyudo.backends.director import direct
from mongyudo.backends.director.beats import beats_of
from mongyudo.backends.director.repertoire import repertoire
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.telling import tell
from mongyudo.reading import read
from mongyudo.records import Dream

THREE_PLACES = "도서관에 앉아 있었다. 교실에서 친구와 싸웠다. 바다에 빠져서 헤엄을 쳤다."


def shot_of_dream(text: str, *, seconds: float = 4.0):
    """The only shot of a dream, and what is directed of it."""
    (shot,) = shots(text, 1, seconds=seconds)
    return shot, direct(shot, repertoire())


def test_a_place_that_nothing_else_shows_has_a_third_picture():
    """The library is left out at first: two louder events stand elsewhere."""
    shot, direction = shot_of_dream(THREE_PLACES)
    first = beats_of(tell(shot.segment), shot.emotion, shot.duration_s, repertoire())
    assert len(first) == 2
    assert [s.setting for s in direction.scenes][:2] == ["library", "school"]
    assert len(direction.scenes) == 3


def test_a_long_shot_has_more_pictures():
    """In ten seconds there is time for a fourth and a fifth, of 1.6 seconds each at least."""
    told = (
        THREE_PLACES + " 산에서 호랑이가 나타났다. 기차역에서 할머니를 안았다. 사막에서 말을 탔다."
    )
    assert len(shot_of_dream(told, seconds=4.0)[1].scenes) == 3
    _, direction = shot_of_dream(told, seconds=10.0)
    assert len(direction.scenes) == 5
    assert len({scene.setting for scene in direction.scenes}) == 5


@pytest.mark.slow
def test_no_picture_is_shorter_than_a_glance():
    """Three seconds hold two pictures, whatever is told."""
    _, direction = shot_of_dream(THREE_PLACES, seconds=3.0)
    assert len(direction.scenes) == 2


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("휠체어를 탄 지 육 년이 되었다. 꿈에서 나는 운동장을 달리고 있었다. 숨이 찼다.", False),
        ("휠체어를 타고 있는 꿈을 꾸었다. 꿈에서 나는 운동장을 달리고 있었다. 숨이 찼다.", True),
    ],
)
def test_what_is_so_by_day_is_not_filmed(text, drawn):
    """The dream begins behind it, unless that was dreamt, too."""
    story = tell(read(Dream.of(text), segments=1).segments[0])
    assert ("wheelchair" in {m.concept for m in story.mentions}) is drawn


def test_a_verb_that_only_looks_like_an_aim_is_done():
    """눌러 주었다 is pressed; 보러 갔다 is not seen yet."""
    for text, unreal in (("벨을 눌러 주었다.", False), ("영화를 보러 갔다.", True)):
        story = tell(read(Dream.of(text), segments=1).segments[0])
        assert story.events[0].unreal is unreal


@pytest.mark.slow
def test_who_has_a_small_animal_in_the_arms_is_seen_to_hug_it():
    """The pig is held, and the hug is told by it."""
    _, direction = shot_of_dream("새끼 돼지를 안아 주었다.")
    assert {"hug", "pig"} <= {d.concept for d in direction.drawn}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("기숙사 4층 복도에서 뛰고 있었다.", True),
        ("기숙사에서 전화가 왔다. 나는 복도에서 뛰고 있었다.", False),
    ],
)
def test_a_building_is_seen_in_the_part_of_it_that_is_told(text, drawn):
    """The corridor is the dormitory's own, unless the two are told apart."""
    _, direction = shot_of_dream(text)
    settings = {s.setting for s in direction.scenes}
    dormitory = {d.concept for d in direction.drawn if text[d.start_char :].startswith("기숙사")}
    assert "corridor" in settings
    assert ("corridor" in dormitory) is drawn


def test_a_pronoun_is_who_was_spoken_of():
    """걔가: the fox raises its hand, and no stranger."""
    text = "여우와 매점에 앉아 있었다. 걔가 손을 들고 웃었다."
    story = tell(read(Dream.of(text), segments=1).segments[0])
    assert story.events[-1].doer == "fox"


@pytest.mark.parametrize(
    ("text", "unreal"),
    [
        ("국을 뜰 때마다 미역이 나왔다.", False),
        ("다음 기차가 올 때까지 앉아 있었다.", True),
        ("샤워를 두 번 했다.", False),
        ("뽀뽀를 하려고 했다.", True),
        ("두 팔로 안아야 했다.", False),
        ("밥을 먹어야 하는데 늦었다.", True),
        ("손님들이 올려다봤다.", False),
    ],
)
def test_what_is_done_again_and_again_or_had_to_be_done_is_done(text, unreal):
    """뜰 때마다 and 안아야 했다 happen; 올 때까지 and 하려고 do not yet."""
    story = tell(read(Dream.of(text), segments=1).segments[0])
    assert story.events[0].unreal is unreal


@pytest.mark.slow
def test_daylight_that_comes_in_is_no_disk():
    """The sun is not laid into the room."""
    _, direction = shot_of_dream("창가로 햇빛이 들어와서 졸렸다.")
    assert "sun" not in {p.concept for s in direction.scenes for p in s.props}


@pytest.mark.slow
def test_where_a_sentence_begins_is_seen_before_where_it_leads():
    """The office is told in five characters, then its floor is a desert."""
    _, direction = shot_of_dream("회의실인데 사막에서 팀장이 모래성을 쌓고 있었다. 나는 웃었다.")
    assert next(s.setting for s in direction.scenes) == "office"
    assert "desert" in {s.setting for s in direction.scenes}


@pytest.mark.slow
def test_who_passes_beyond_the_window_is_not_in_the_room():
    """The deer are out of doors."""
    _, direction = shot_of_dream("산장에 있었다. 창밖으로 사슴 떼가 지나갔다.")
    herd = [s.setting for s in direction.scenes if "deer_herd" in {a.concept for a in s.actors}]
    assert herd
    assert not set(herd) & words("indoors")
