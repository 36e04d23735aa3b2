"""Words beside their neighbours, and pictures that must not lie about size, place or number."""

import pytest

from mongyudo.backends.director import direct
from mongyudo.backends.director.ledger import concepts_in
from mongyudo.backends.director.places import GROUND_Y
from mongyudo.backends.director.telling import tell


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("눈 덮인 들판이었다.", ("눈", "prop", "eye"), ("weather", "snow")),
        ("눈을 떴다.", ("눈", "prop", "eye"), ("prop", "eye")),
        ("거기 말 한 마리가 왔다.", ("말", "prop", "speech_bubble"), ("actor", "horse")),
        ("밤에 걸었다.", ("밤", "prop", "chestnut"), ("time", "night")),
        ("밤을 주웠다.", ("밤", "prop", "chestnut"), ("prop", "chestnut")),
        ("말이 들판을 달렸다.", ("말", "prop", "speech_bubble"), ("actor", "horse")),
        ("말이 안 나와서 달렸다.", ("말", "prop", "speech_bubble"), ("prop", "speech_bubble")),
        ("무서운 말을 했다.", ("말", "prop", "speech_bubble"), ("prop", "speech_bubble")),
        ("뱀이 나를 물었다.", ("물었", "motion", "talk"), ("motion", "bite")),
        ("뱀이 이름을 물었다.", ("물었", "motion", "talk"), ("motion", "talk")),
        ("가위를 들고 왔다.", ("가위", "motion", "sleep_paralysis"), ("prop", "scissors")),
        ("가위에 눌렸다.", ("가위", "motion", "sleep_paralysis"), ("motion", "sleep_paralysis")),
        ("불이 꺼졌다.", ("불", "light", "light"), ("light", "darkness")),
        ("불이 켜졌다.", ("불", "light", "light"), ("light", "light")),
        ("하얀 뱀이 왔다.", ("뱀", "actor", "snake"), ("actor", "white_snake")),
        ("낯선 사람들이 왔다.", ("사람", "actor", "stranger"), ("actor", "crowd")),
        ("장례식장에 갔다.", ("장례식장", "setting", "hospital"), ("setting", "funeral_hall")),
    ],
)
def test_neighbours_decide_what_a_word_means(segment_of, text, word, meant):
    """눈 is snow where it lies and an eye where it opens; the like for others."""
    (mention,) = tell(segment_of(text, word)).mentions
    assert (mention.element.kind, mention.concept) == meant


def test_a_herd_runs_behind_its_first(segment_of, shot_of, ink):
    """좀비 떼에게 쫓겼다: five zombies, all behind the dreamer and all a menace."""
    segment = segment_of(
        "좀비 떼에게 쫓겼다.", ("좀비 떼", "actor", "zombie"), ("쫓겼/be chased", "motion", "chase")
    )
    (scene,) = direct(shot_of(segment, duration_s=2.0), ink).scenes
    zombies = [a for a in scene.actors if a.concept == "zombie"]
    (dreamer,) = [a for a in scene.actors if a.concept == "woman"]
    assert len(zombies) == 5
    assert all(z.menace for z in zombies)
    assert all(z.path[0].x < dreamer.path[0].x for z in zombies)


def test_what_is_thrown_leaves_the_hand(segment_of, shot_of, known):
    """도자기를 던졌다: it flies from the lead across the picture and lands on the ground."""
    segment = segment_of(
        "도자기를 던졌다.", ("도자기", "prop", "porcelain"), ("던졌", "motion", "throw")
    )
    (scene,) = direct(shot_of(segment, "분노", duration_s=2.0), known).scenes
    (thrown,) = [p for p in scene.props if p.concept == "porcelain"]
    first, last = thrown.path[0], thrown.path[-1]
    assert last.x - first.x > 0.25
    assert first.y < GROUND_Y <= last.y


def test_a_gift_hides_no_face(segment_of, shot_of, ink):
    """아버지가 금을 주셨다: the gold passes below both chins."""
    segment = segment_of(
        "아버지가 금을 주셨다.",
        ("아버지", "actor", "father"),
        ("금", "prop", "gold"),
        ("주셨", "motion", "give"),
    )
    (scene,) = direct(shot_of(segment, "행복", duration_s=2.0), ink).scenes
    (gold,) = [p for p in scene.props if p.concept == "gold"]
    assert {a.concept for a in scene.actors} == {"father", "woman"}
    chin = max(a.path[-1].y - 0.68 * a.height for a in scene.actors)
    assert all(key.y - gold.height > chin - 0.02 for key in gold.path)


def test_twins_are_babies(segment_of, shot_of, ink):
    """세쌍둥이를 낳았다: three babies, and no children beside one."""
    segment = segment_of(
        "아기를 낳았는데 쌍둥이였다.",
        ("아기", "actor", "baby"),
        ("낳았", "motion", "birth"),
        ("쌍둥이", "actor", "children"),
    )
    direction = direct(shot_of(segment, "놀람", duration_s=2.0), ink)
    cast = [a.concept for a in direction.scenes[0].actors]
    assert cast.count("baby") == 3
    assert "children" not in cast
    assert "쌍둥이" not in direction.missing


def test_nobody_stands_on_the_sea(segment_of, shot_of, ink):
    """바다에서 울었다 plays on the beach; 바다에서 수영했다 in the water."""
    cry = segment_of("바다에서 울었다.", ("바다", "setting", "sea"), ("울었", "motion", "cry"))
    swim = segment_of("바다에서 수영했다.", ("바다", "setting", "sea"), ("수영", "motion", "swim"))
    settings = [direct(shot_of(s, "슬픔"), ink).scenes[0].setting for s in (cry, swim)]
    assert settings == ["beach", "sea"]


def test_nobody_meets_alone(segment_of, shot_of, known):
    """A meeting whose other side cannot be drawn is missing."""
    segment = segment_of("누굴 만났다.", ("만났", "motion", "meet"))
    assert direct(shot_of(segment), known).missing == ("만났",)


def test_the_same_place_looks_the_same(segment_of, shot_of, known):
    """Two pictures in one place share the seed of their world, in every shot of a film."""
    first = segment_of("숲에서 울었다.", ("숲", "setting", "forest"), ("울었", "motion", "cry"))
    later = segment_of("숲에서 걸었다.", ("숲", "setting", "forest"), ("걸었", "motion", "walk"))
    seeds = {
        direct(shot_of(s, seed=2 + i, index=i), known).scenes[0].seed
        for i, s in enumerate((first, later))
    }
    assert len(seeds) == 1


def test_a_cat_sleeps_without_a_bed(segment_of, shot_of, ink):
    """고양이가 잤다: on the ground, smaller than a house."""
    segment = segment_of(
        "마당에서 고양이가 잤다.",
        ("마당", "setting", "yard"),
        ("고양이", "actor", "cat"),
        ("잤", "motion", "sleep"),
    )
    (scene,) = direct(shot_of(segment, "중립"), ink).scenes
    assert "bed" not in concepts_in(scene)
    assert scene.actors[0].height <= 0.32


def test_the_large_are_drawn_larger(segment_of, shot_of, ink):
    """거대한 돼지 is larger than 돼지."""
    heights = [
        direct(shot_of(segment_of(text, ("돼지", "actor", "pig")), "행복"), ink)
        .scenes[0].actors[0].height
        for text in ("거대한 돼지가 있었다.", "돼지가 있었다.")
    ]  # fmt: skip
    assert heights[0] > heights[1]


@pytest.mark.parametrize(
    ("text", "aboard"), [("버스에서 울었다.", True), ("버스에서 내려 울었다.", False)]
)
def test_a_bus_is_a_place_until_one_gets_off(segment_of, shot_of, ink, text, aboard):
    """버스에서 울었다 plays inside; 버스에서 내려 does not."""
    segment = segment_of(text, ("버스", "prop", "bus"), ("울었", "motion", "cry"))
    scene = direct(shot_of(segment, "슬픔"), ink).scenes[0]
    assert (scene.setting == "bus") is aboard


def test_a_deed_that_is_only_named_has_its_metaphor(segment_of, shot_of, ink):
    """처벌하겠다고 했고 ... 울었다: the bars stand for the punishment that is not played."""
    segment = segment_of(
        "회장이 친구들을 처벌하겠다고 했고 나는 울었다.",
        ("회장", "actor", "boss"),
        ("친구들", "actor", "friends"),
        ("처벌", "motion", "punish"),
        ("울었", "motion", "cry"),
    )
    direction = direct(shot_of(segment, "슬픔", duration_s=2.0), ink)
    assert "bars" in {effect.name for scene in direction.scenes for effect in scene.effects}
    assert "처벌" not in direction.missing
