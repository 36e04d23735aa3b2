"""What the pictures must not claim: similes, fears, absences, namesakes, other people's deeds."""

from dataclasses import replace

import pytest

from mongyudo.backends.director import direct
from mongyudo.backends.director.beats import beats_of
from mongyudo.backends.director.ledger import Staged, concepts_in, shown_by
from mongyudo.backends.director.story import SOMEBODY
from mongyudo.backends.director.telling import tell
from mongyudo.ink.scene import Actor, Key, Prop, Scene
from mongyudo.reading import read
from mongyudo.records import Dream, Element, Keyword, Segment


def concepts(direction) -> set[str]:
    """Everything that some scene shows."""
    return set().union(*(concepts_in(scene) for scene in direction.scenes))


def test_a_simile_is_not_shown(segment_of, shot_of, known):
    """호랑이처럼 달렸다: no tiger runs."""
    segment = segment_of(
        "호랑이처럼 달렸다.", ("호랑이", "actor", "tiger"), ("달렸", "motion", "run")
    )
    direction = direct(shot_of(segment), known)
    assert "tiger" not in concepts(direction)
    assert "호랑이" in direction.missing


def test_what_nearly_happened_does_not_happen(segment_of, shot_of, known):
    """떨어질 뻔했다: nobody falls, and the fall is not listed as drawn."""
    segment = segment_of(
        "절벽에서 떨어질 뻔했다.", ("절벽", "setting", "cliff"), ("떨어질", "motion", "fall")
    )
    direction = direct(shot_of(segment), known)
    assert all(actor.motion != "fall" for scene in direction.scenes for actor in scene.actors)
    assert direction.missing == ("떨어질",)


def test_the_dreamer_is_no_other_woman(segment_of, shot_of, known):
    """여자 is drawn only when a second woman stands beside the dreamer."""
    alone = direct(shot_of(segment_of("그냥 걸었다.", ("걸었", "motion", "walk"))), known)
    assert "woman" in concepts(alone)
    segment = segment_of(
        "모르는 여자를 만났다.", ("여자", "actor", "woman"), ("만났", "motion", "meet")
    )
    (scene,) = direct(shot_of(segment), known).scenes
    women = [actor for actor in scene.actors if actor.concept == "woman"]
    assert len(women) == 2
    assert len({actor.clothes for actor in women}) == 2


def test_an_unknown_subject_lends_its_deed_to_nobody(segment_of, shot_of, known):
    """엘사가 날았다: the dreamer does not fly in her place."""
    segment = segment_of(
        "엘사가 하늘을 날았다.", ("하늘", "setting", "sky"), ("날았", "motion", "fly")
    )
    (event,) = tell(segment).events
    assert event.doer == SOMEBODY
    direction = direct(shot_of(segment, "행복"), known)
    assert all(actor.motion != "fly" for scene in direction.scenes for actor in scene.actors)


def test_a_name_stands_for_who_was_introduced_by_it(segment_of):
    """친구 민수가 ... 민수가: the friend does it."""
    segment = segment_of(
        "친구 민수가 왔다. 민수가 울었다.", ("친구", "actor", "friend"), ("울었", "motion", "cry")
    )
    (event,) = tell(segment).events
    assert event.doer == "friend"


def test_nobody_dead_acts_in_their_own_mourning(segment_of, shot_of, known):
    """할머니가 돌아가셨다: the dreamer mourns; the departed fades away."""
    segment = segment_of(
        "할머니가 돌아가셨다.", ("할머니", "actor", "grandmother"), ("돌아가셨", "motion", "die")
    )
    (scene,) = direct(shot_of(segment, "슬픔"), known).scenes
    assert scene.actors[0].concept == "woman"
    (departed,) = [a for a in scene.actors if a.concept == "grandmother"]
    assert departed.path[-1].alpha < 0.5


def test_the_late_are_no_death(segment_of):
    """돌아가신 할머니가 웃었다 tells a laugh and no death."""
    segment = segment_of(
        "돌아가신 할머니가 웃었다.",
        ("돌아가", "motion", "die"),
        ("할머니", "actor", "grandmother"),
        ("웃었", "motion", "laugh"),
    )
    story = tell(segment)
    assert [event.concept for event in story.events] == ["laugh"]
    assert story.late == {"grandmother"}


def test_becoming_an_animal_is_a_transformation(segment_of, shot_of, known):
    """내가 고양이가 되었다: the dreamer fades into the cat."""
    segment = segment_of("내가 고양이가 되었다.", ("고양이", "actor", "cat"))
    (scene,) = direct(shot_of(segment, "놀람"), known).scenes
    dreamer, cat = scene.actors
    assert (dreamer.concept, cat.concept) == ("woman", "cat")
    assert dreamer.path[-1].alpha == 0
    assert cat.path[0].alpha == 0


def test_who_rides_does_not_run_beside(segment_of, known):
    """말을 타고 달렸다 is one event: the ride."""
    segment = segment_of(
        "말을 타고 달렸다.",
        ("말", "actor", "horse"),
        ("타고", "motion", "ride"),
        ("달렸", "motion", "run"),
    )
    (beat,) = beats_of(tell(segment), "행복", 4.0, known)
    assert beat.event is not None
    assert beat.event.concept == "ride"


def test_after_waking_events_count_less(segment_of, known):
    """The chase of the dream wins over the meal after waking."""
    segment = segment_of(
        "호랑이에게 쫓겼다. 잠에서 깨서 밥을 먹었다.",
        ("호랑이", "actor", "tiger"),
        ("쫓겼/be chased", "motion", "chase"),
        ("먹었", "motion", "eat"),
    )
    (beat,) = beats_of(tell(segment), "공포", 4.0, known)
    assert beat.event is not None
    assert beat.event.concept == "chase"


def test_a_feeling_without_a_picture_is_shown_by_a_metaphor(segment_of, shot_of, known):
    """불안 throws a shadow, and the manifest says so."""
    segment = segment_of("불안했다.", ("불안", "feeling", None))
    direction = direct(shot_of(segment, "중립"), known)
    (drawn,) = direction.drawn
    assert drawn.concept == "giant_shadow"
    assert drawn.concept in {e.name for scene in direction.scenes for e in scene.effects}


@pytest.mark.parametrize(("flip", "first"), [(2, "left"), (3, "right")])
def test_the_seed_chooses_the_side(segment_of, shot_of, known, flip, first):
    """Odd and even seeds mirror the picture, the camera's way included."""
    segment = segment_of(
        "호랑이에게 쫓겼다.", ("호랑이", "actor", "tiger"), ("쫓겼/be chased", "motion", "chase")
    )
    (scene,) = direct(shot_of(segment, seed=flip), known).scenes
    foe, lead = scene.actors
    assert (foe.path[0].x < lead.path[0].x) == (first == "left")
    assert (scene.camera.pan_x > 0) == (first == "left")


def test_a_scene_without_a_place_goes_on_where_it_was(segment_of, shot_of, known):
    """The place of an earlier segment holds until another is named."""
    before = segment_of("강가에 앉아 있었다.", ("강가", "setting", "river"))
    segment = segment_of("친구를 만났다.", ("친구", "actor", "friend"), ("만났", "motion", "meet"))
    shot = shot_of(segment, earlier=before.elements)
    assert direct(shot, known).scenes[0].setting == "river"


def test_what_lies_beyond_a_window_is_not_where_one_is(segment_of, shot_of, known):
    """창문 너머로 바다가 보였다: the scene stays in the room."""
    segment = segment_of(
        "방에는 피아노가 있고 창문 너머로 바다가 보였다.",
        ("방", "setting", "room"), ("피아노", "prop", "piano"),
        ("창문", "prop", "window"), ("바다", "setting", "sea"),
    )  # fmt: skip
    assert {scene.setting for scene in direct(shot_of(segment), known).scenes} == {"room"}


def test_who_got_on_a_bus_is_in_it(segment_of, shot_of, known):
    """버스를 탔는데: inside the bus, also when the ride is no event; 버스를 봤다: not."""
    words = (("버스", "prop", "bus"),)
    known = replace(known, settings=known.settings | {"bus"})
    on = direct(shot_of(segment_of("버스를 탔는데 끈적했다.", *words)), known)
    assert {scene.setting for scene in on.scenes} == {"bus"}
    seen = direct(shot_of(segment_of("버스를 봤다.", *words)), known)
    assert "bus" not in {scene.setting for scene in seen.scenes}


@pytest.mark.parametrize(
    "text", ["몸이 안 움직였다.", "몸이 움직이지 않았다.", "몸을 움직일 수가 없었다."]
)
def test_not_to_be_able_to_move_is_what_happens(text):
    """움직일 수 없었다 is no movement that is denied, but the dreamer held in bed."""
    (segment,) = read(Dream.of("침대에 누워 있었다. " + text)).segments
    assert "freeze" in [e.concept for e in tell(segment).events if not e.unreal]


def test_a_name_that_is_called_out_is_nobody_there():
    """엄마 하고 불렀다 has no mother in it; 엄마하고 걸었다 has."""
    said, met = (
        {m.concept for m in tell(read(Dream.of(text)).segments[0]).mentions}
        for text in ("아기가 엄마 하고 불렀다.", "아기가 엄마하고 걸었다.")
    )
    assert "mother" not in said
    assert "mother" in met


def test_who_sees_an_airplane_in_the_sky_stands_on_the_ground(segment_of, shot_of, ink):
    """하늘에 비행기가 떴다: nobody stands on the clouds."""
    segment = segment_of(
        "하늘에 비행기가 떴다.",
        ("하늘", "setting", "sky"), ("비행기", "prop", "airplane"), ("떴", "motion", "float"),
    )  # fmt: skip
    scenes = direct(shot_of(segment), ink).scenes
    assert "sky" not in {scene.setting for scene in scenes}
    assert "airplane" in {prop.concept for scene in scenes for prop in scene.props}


def test_a_hand_that_is_let_go_is_a_parting_and_no_missed_train():
    """동생 손을 놓쳤다 is a parting, 전쟁이 났다 no flight, whatever stands near."""
    (segment,) = read(Dream.of("전쟁이 났다고 했다. 하늘이 까맸다. 동생 손을 놓쳤다.")).segments
    events = {e.concept for e in tell(segment).events}
    assert "part" in events
    assert not events & {"fly", "late"}


def test_a_window_alone_does_not_show_the_turtle_behind_it(known):
    """창밖의 거북이: a keyword about somebody is drawn when they are."""
    window = Element("창", "window", "prop", "window", 0, 1)
    turtle = Element("거북이", "turtle", "actor", "turtle", 4, 7)
    keyword = Keyword("창밖의 거북이", "turtle", "actor", 0, 7, "turtle")
    segment = Segment(0, 7, "창밖의 거북이", (keyword,), "", (window, turtle))
    still = (Key(0, 0.5, 0.8),)
    empty = Scene((64, 36), 12, 1.0, 1, "room", props=(Prop("window", still),))
    seen = replace(empty, actors=(Actor("turtle", still),))
    assert shown_by(segment, keyword, (Staged(empty),), known) is None
    assert shown_by(segment, keyword, (Staged(seen),), known) == "turtle"
