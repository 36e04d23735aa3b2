"""From a shot to scenes: truth, timing, places, moods and composition."""

from dataclasses import replace
from itertools import pairwise

import pytest

from mongyudo.backends.director import direct, frame_count
from mongyudo.backends.director.ledger import concepts_in
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.vignettes import vignettes
from mongyudo.ink.scene import Scene
from mongyudo.records import EMOTIONS

TIGER = (
    "마당에서 호랑이에게 쫓겼다.",
    ("마당", "setting", "yard"),
    ("호랑이", "actor", "tiger"),
    ("쫓겼/be chased", "motion", "chase"),
)


def actors(scene: Scene) -> dict[str, object]:
    return {actor.concept: actor for actor in scene.actors}


def test_a_chase_shows_the_dreamer_and_a_larger_foe_behind(segment_of, shot_of, known):
    """The tiger is a menace, larger than the dreamer, and runs the same way."""
    (scene,) = direct(shot_of(segment_of(*TIGER)), known).scenes
    foe, lead = actors(scene)["tiger"], actors(scene)["woman"]
    assert scene.setting == "yard"
    assert foe.menace
    assert foe.facing == lead.facing
    assert foe.path[0].x < lead.path[0].x
    assert abs(scene.camera.pan_x) > 0.3


def test_nothing_denied_is_drawn(segment_of, shot_of, known):
    """뱀은 없었다 puts no snake into the picture and none into `drawn`."""
    segment = segment_of(
        "숲에 갔는데 뱀은 없었다.", ("숲", "setting", "forest"), ("-뱀", "actor", "snake")
    )
    direction = direct(shot_of(segment), known)
    assert all("snake" not in concepts_in(scene) for scene in direction.scenes)
    assert all(d.concept != "snake" for d in direction.drawn)


def test_what_the_ink_lacks_is_missing_and_not_replaced(segment_of, shot_of, known):
    """A crocodile is not drawn as something else; it is named as missing."""
    segment = segment_of("악어를 봤다.", ("악어", "actor", "crocodile"))
    direction = direct(shot_of(segment), known)
    assert direction.missing == ("악어",)
    assert direction.drawn == ()


def test_every_drawn_concept_is_in_a_scene(segment_of, shot_of, known):
    """`drawn` lists only what some scene holds, or the event that is played."""
    segment = segment_of(
        "집에서 도자기를 들고 걷다가 할머니를 만나 울었다.",
        ("집", "setting", "home"),
        ("도자기", "prop", "porcelain"),
        ("들고", "motion", "carry"),
        ("할머니", "actor", "grandmother"),
        ("만나", "motion", "meet"),
        ("울었", "motion", "cry"),
    )
    direction = direct(shot_of(segment, "슬픔"), known)
    seen = set().union(*(concepts_in(scene) for scene in direction.scenes))
    played = set(vignettes())
    assert {d.concept for d in direction.drawn} <= seen | played
    assert {d.keyword for d in direction.drawn} | set(direction.missing) >= {
        k.ko for k in segment.keywords
    }
    assert {"도자기", "할머니"} <= {d.keyword for d in direction.drawn}


def test_words_that_are_no_keywords_are_listed_where_they_are_seen(segment_of, shot_of, known):
    """The tiger stands in the picture, keyword or not; its place in the text is told."""
    segment = replace(segment_of(*TIGER), keywords=())
    direction = direct(shot_of(segment), known)
    (tiger,) = (d for d in direction.drawn if d.concept == "tiger")
    assert segment.text[tiger.start_char : tiger.end_char] == tiger.keyword == "호랑이"
    assert direction.missing == ()


def test_two_strong_events_make_two_scenes_that_fill_the_shot(segment_of, shot_of, known):
    """Chased, then falling: two pictures, in order, with exactly the frames of the shot."""
    segment = segment_of(
        "호랑이에게 쫓기다가 절벽에서 떨어졌다.",
        ("호랑이", "actor", "tiger"),
        ("쫓기/be chased", "motion", "chase"),
        ("절벽", "setting", "cliff"),
        ("떨어졌", "motion", "fall"),
    )
    shot = shot_of(segment, duration_s=4.1)
    chase, fall = direct(shot, known).scenes
    assert "tiger" in actors(chase)
    assert fall.setting == "cliff"
    assert "tiger" not in actors(fall)
    frames = [round(s.duration_s * s.fps) for s in (chase, fall)]
    assert sum(frames) == frame_count(shot)


def test_a_short_shot_keeps_to_one_scene(segment_of, shot_of, known):
    """No picture is held for less than 1.6 s."""
    segment = segment_of(
        "호랑이에게 쫓기다가 떨어졌다.",
        ("호랑이", "actor", "tiger"),
        ("쫓기/be chased", "motion", "chase"),
        ("떨어졌", "motion", "fall"),
    )
    assert len(direct(shot_of(segment, duration_s=3.0), known).scenes) == 1


def test_the_seven_emotions_give_seven_moods(segment_of, shot_of, known):
    """The same words look different under each emotion."""
    segment = segment_of("길을 걸었다.", ("길", "setting", "street"), ("걸었", "motion", "walk"))
    scenes = [direct(shot_of(segment, emotion), known).scenes[0] for emotion in EMOTIONS]
    assert len({scene.mood for scene in scenes}) == 7
    assert len({scene.camera for scene in scenes}) >= 5


def test_the_category_journey_takes_the_categorys_world(segment_of, shot_of, known):
    """Without a place in the text, the category's setting and mood win over the emotion's."""
    segment = segment_of("물고기를 봤다.", ("물고기", "actor", "fish"))
    by_category = shot_of(segment, "분노", category="물·바다", adapter="category:물·바다")
    by_emotion = shot_of(segment, "분노", category="물·바다", adapter="emotion:분노")
    assert direct(by_category, known).scenes[0].setting == "sea"
    assert direct(by_category, known).scenes[0].mood != "anger"
    assert direct(by_emotion, known).scenes[0].mood == "anger"


def test_the_narrower_place_wins(segment_of, shot_of, known):
    """할머니 집 마당 plays in the yard."""
    segment = segment_of(
        "마당 있는 집에서 걸었다.",
        ("마당", "setting", "yard"),
        ("집", "setting", "home"),
        ("걸었", "motion", "walk"),
    )
    assert direct(shot_of(segment), known).scenes[0].setting == "yard"


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("다시 군대에 갔다.", "man"),
        ("중간고사를 봤다.", "student"),
        ("그냥 걸었다.", "woman"),
        ("내일이 전역날이었다.", "man"),
        ("대전역에서 기차를 탔다.", "woman"),
        ("숨을 제대로 쉴 수 없었다.", "woman"),
    ],
)
def test_clues_choose_the_dreamer(segment_of, shot_of, known, text, concept):
    """Army, school or nothing: a man, a student, a woman."""
    (scene,) = direct(shot_of(segment_of(text)), known).scenes
    assert scene.actors[0].concept == concept


def test_the_whole_dream_keeps_one_dreamer(segment_of, shot_of, known):
    """A clue elsewhere in the dream counts in every shot."""
    segment = segment_of("그냥 걸었다.")
    shot = shot_of(segment, context="다시 군대에 갔다. 그냥 걸었다.")
    assert direct(shot, known).scenes[0].actors[0].concept == "man"


def test_the_title_stands_on_the_first_scene_only(segment_of, shot_of, known):
    """A shot of two scenes shows its title once."""
    segment = segment_of(
        "호랑이에게 쫓기다가 떨어졌다.",
        ("호랑이", "actor", "tiger"),
        ("쫓기/be chased", "motion", "chase"),
        ("떨어졌", "motion", "fall"),
    )
    titles = [s.title for s in direct(shot_of(segment, title="호랑이 꿈"), known).scenes]
    assert titles == ["호랑이 꿈", ""]


def test_an_animal_alone_is_the_hero(segment_of, shot_of, known):
    """용이 올라갔다, without the dreamer: the dragon leads the picture."""
    segment = segment_of(
        "하늘에 용이 있었다.", ("하늘", "setting", "sky"), ("용", "actor", "dragon")
    )
    (scene,) = direct(shot_of(segment, "행복"), known).scenes
    assert scene.actors[0].concept == "dragon"


@pytest.mark.slow
@pytest.mark.parametrize("concept", sorted(vignettes()))
@pytest.mark.parametrize("size_px", [(768, 432), (432, 768)])
def test_every_vignette_keeps_its_actors_in_the_frame(segment_of, shot_of, known, concept, size_px):
    """Alone or with another, in landscape and portrait: inside the frame, in time's order."""
    segment = segment_of("친구가 왔다", ("친구", "actor", "friend"), ("왔", "motion", concept))
    for scene in direct(shot_of(segment, size_px=size_px), known).scenes:
        assert scene.actors
        for actor in scene.actors:
            near = concept == "face_close" or concept in words("lacking_a_feature")
            low = 2.6 if near else 1.2  # a face that fills the picture
            assert all(0 <= key.x <= 1 and -0.2 <= key.y <= low for key in actor.path)
            assert all(a.at < b.at for a, b in pairwise(actor.path))
            assert 0.1 <= actor.height <= 1.0


def test_the_same_shot_gives_the_same_scenes(segment_of, shot_of, known):
    """Nothing depends on chance or time."""
    shot = shot_of(segment_of(*TIGER))
    assert direct(shot, known) == direct(shot, known)


def test_a_long_shot_shows_three_events(segment_of, shot_of, known):
    """Six seconds hold a chase, a fall and an embrace, in the order of the text."""
    segment = segment_of(
        "호랑이에게 쫓기다가 절벽에서 떨어졌다. 할머니가 안아 주셨다.",
        ("호랑이", "actor", "tiger"),
        ("쫓기/be chased", "motion", "chase"),
        ("절벽", "setting", "cliff"),
        ("떨어졌", "motion", "fall"),
        ("할머니", "actor", "grandmother"),
        ("안아", "motion", "hug"),
    )
    shot = shot_of(segment, duration_s=6.0)
    scenes = direct(shot, known).scenes
    assert ["tiger" in actors(s) for s in scenes] == [True, False, False]
    assert "grandmother" in actors(scenes[2])
    assert sum(round(s.duration_s * s.fps) for s in scenes) == frame_count(shot)
