"""Where a scene plays and who is in it: courts, cars, rooms of sorrow, swarms and crowds."""

import pytest
from tests.unit.backends.told import directed

from mongyudo.backends.director import direct
from mongyudo.backends.director.telling import tell


@pytest.mark.parametrize(
    ("text", "form", "one", "drawn"),
    [
        ("까마귀 수십 마리가 왔다.", "까마귀", "crow", "crow_flock"),
        ("바퀴벌레가 백 마리 나왔다.", "바퀴벌레", "cockroach", "cockroach_swarm"),
        ("쥐가 방에 우글거렸다.", "쥐", "mouse", "mice"),
        ("개미 떼가 왔다.", "개미", "ant", "ant_swarm"),
        ("수백 마리의 뱀이 왔다.", "뱀", "snake", "snake_nest"),
        ("까마귀 두 마리가 왔다.", "까마귀", "crow", "crow"),
        ("뱀이 열 번 왔다.", "뱀", "snake", "snake"),
    ],
)
def test_five_or_more_are_a_flock(segment_of, text, form, one, drawn):
    """수십 마리, 떼: one drawing shows them all; two are no flock."""
    (mention,) = tell(segment_of(text, (form, "actor", one))).mentions
    assert mention.concept == drawn


def test_ten_policemen_are_more_than_three_and_of_one_height(segment_of, shot_of, ink):
    """경찰 열 명: as many as the picture holds, none of them a dwarf."""
    segment = segment_of(
        "경찰 열 명이 집에 왔다.", ("경찰", "actor", "police"), ("집", "setting", "home")
    )
    (scene,) = direct(shot_of(segment, duration_s=1.5), ink).scenes
    police = [actor.height for actor in scene.actors if actor.concept == "police"]
    assert len(police) > 3
    assert min(police) > 0.85 * max(police)


@pytest.mark.parametrize(
    "words",
    [
        ("법정에 섰다.", ("법정", "setting", "courtroom")),
        ("재판을 받았다.", ("재판", "motion", "trial")),
        ("판사가 나를 보았다.", ("판사", "actor", "judge")),
    ],
)
def test_a_court_is_a_court(segment_of, shot_of, ink, words):
    """A trial and a judge are met in a courtroom, not in an office or on a street."""
    assert direct(shot_of(segment_of(*words), "분노"), ink).scenes[0].setting == "courtroom"


def test_only_those_who_ride_are_in_the_bus(segment_of, shot_of, ink):
    """The grandmother was left at home before the bus was got on; the man sits in it."""
    segment = segment_of(
        "할머니가 문을 닫으셨다. 나는 버스를 타고 아저씨 옆에 앉았다.",
        ("할머니", "actor", "grandmother"), ("버스", "prop", "bus"), ("아저씨", "actor", "man"),
        ("앉았", "motion", "sit"),
    )  # fmt: skip
    (scene,) = direct(shot_of(segment, duration_s=1.5), ink).scenes
    assert scene.setting == "bus"
    assert {"grandmother"}.isdisjoint(actor.concept for actor in scene.actors)
    assert "man" in {actor.concept for actor in scene.actors}


@pytest.mark.parametrize("text", ["휴지를 차에 두었다.", "차를 기다렸다."])
def test_who_is_not_in_the_car_is_outside(segment_of, shot_of, ink, text):
    """Something put into a car, a car that is awaited: nobody sits in it."""
    segment = segment_of(text, ("차", "prop", "car"))
    assert direct(shot_of(segment, "중립"), ink).scenes[0].setting != "car"


def test_nobody_has_a_bed_in_a_car(segment_of, shot_of, ink):
    """Whoever sleeps on the passenger seat sits there."""
    segment = segment_of(
        "조수석에서 아들이 잤다.", ("조수석", "setting", "car"), ("아들", "actor", "boy"),
        ("잤", "motion", "sleep"),
    )  # fmt: skip
    (scene,) = direct(shot_of(segment, duration_s=1.5), ink).scenes
    assert scene.setting == "car"
    assert all(prop.concept != "bed" for prop in scene.props)


def test_whoever_lies_on_a_grave_has_no_bed_there(segment_of, shot_of, ink):
    """산소에 엎드렸다: the place that is named stands, and it has no furniture."""
    segment = segment_of(
        "산소에 엎드렸다.", ("산소", "setting", "graveyard"), ("엎드렸", "motion", "lie_down")
    )
    (scene,) = direct(shot_of(segment, "슬픔", duration_s=1.5), ink).scenes
    assert scene.setting == "graveyard"
    assert all(prop.concept != "bed" for prop in scene.props)


def test_sorrow_without_a_place_is_in_a_room_or_where_it_snows(segment_of, shot_of, ink):
    """No river that nobody spoke of; snow falls on a street."""
    room = segment_of("언니가 울었다.", ("언니", "actor", "sister"))
    snow = segment_of("첫눈이 왔다.", ("첫눈", "weather", "snow"))
    settings = [direct(shot_of(s, "슬픔"), ink).scenes[0].setting for s in (room, snow)]
    assert settings == ["room", "street"]


def test_a_good_start_of_a_race_is_no_drive(segment_of, shot_of, ink):
    """출발도 좋았다: without any vehicle the run is shown."""
    segment = segment_of(
        "운동장에서 달렸다. 출발도 좋았다.", ("운동장", "setting", "school_yard"),
        ("달렸", "motion", "run"), ("출발", "motion", "drive"),
    )  # fmt: skip
    (scene,) = direct(shot_of(segment, "행복", duration_s=1.5), ink).scenes
    assert (scene.setting, scene.actors[0].motion) == ("school_yard", "run")


def test_whom_one_is_taken_for_is_not_there(segment_of):
    """나를 손님으로 알았다: there is no guest beside me."""
    story = tell(segment_of("나를 손님으로 알았다.", ("손님", "actor", "stranger")))
    assert story.of("actor") == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("까치가 왔다.", 1), ("까치 두 마리가 왔다.", 2), ("까치가 세 마리 왔다.", 3),
        ("까치들이 왔다.", 3), ("까치 열 마리가 왔다.", 5),
    ],
)  # fmt: skip
def test_as_many_as_are_told(segment_of, shot_of, ink, text, count):
    """Two magpies are two, not three; several are three."""
    segment = segment_of(text, ("까치", "actor", "magpie"))
    (scene,) = direct(shot_of(segment, "중립"), ink).scenes
    flock = {1: ["magpie"], 2: ["magpie"] * 2, 3: ["magpie"] * 3, 5: ["magpie_flock"]}
    assert [actor.concept for actor in scene.actors if actor.concept != "woman"] == flock[count]


@pytest.mark.parametrize(
    ("thing", "verb", "setting"),
    [
        ("bathtub", ("올라왔", "motion", "climb"), "bathroom"),
        ("toilet", ("도망쳤/run away", "motion", "run"), "bathroom"),
        ("refrigerator", ("도망쳤/run away", "motion", "run"), "kitchen"),
    ],
)
def test_furniture_tells_the_room(segment_of, shot_of, ink, thing, verb, setting):
    """Nobody climbs a mountain out of a bathtub or flees from a kitchen through a forest."""
    form = verb[0].partition("/")[0]
    segment = segment_of(f"그것을 보고 {form}다.", ("그것", "prop", thing), verb)
    assert direct(shot_of(segment, "혐오"), ink).scenes[0].setting == setting


def test_whoever_lies_down_does_so_in_the_room_that_is_named(segment_of, shot_of, ink):
    """방에 누워 있는데 복도에서: the steps are in the corridor, the bed is not."""
    segment = segment_of(
        "방에 누웠는데 복도에서 소리가 났다.", ("방", "setting", "room"),
        ("누웠", "motion", "lie_down"), ("복도", "setting", "corridor"),
    )  # fmt: skip
    assert direct(shot_of(segment), ink).scenes[0].setting == "room"


@pytest.mark.parametrize(("word", "shown"), [("발소리", True), ("나지 않는 소리", False)])
def test_what_is_heard_is_shown_by_echoes(segment_of, shot_of, ink, word, *, shown):
    """발소리 spreads through the air as arcs; a sound that is not heard does not."""
    direction = direct(shot_of(segment_of(f"{word}가 있다.", (word, "state", None))), ink)
    effects = {effect.name for scene in direction.scenes for effect in scene.effects}
    assert ("echoes" in effects) is shown
    assert (word not in direction.missing) is shown


def test_a_bus_that_drives_into_the_sea_is_seen_there_and_no_fish_is_ridden(
    segment_of, shot_of, ink
):
    """Wheels where a keel should be are the picture; the fish swims beside."""
    segment = segment_of(
        "버스를 탔는데 버스가 바다로 들어갔다. 물고기가 헤엄쳤다.",
        ("버스", "prop", "bus"), ("탔", "motion", "ride"), ("버스가", "prop", "bus"),
        ("바다", "setting", "sea"), ("물고기", "actor", "fish"), ("헤엄", "motion", "swim"),
    )  # fmt: skip
    scenes = direct(shot_of(segment, duration_s=1.5), ink).scenes
    assert {scene.setting for scene in scenes} == {"sea"}
    assert "bus" in {prop.concept for scene in scenes for prop in scene.props}
    assert "ride" not in {actor.motion for scene in scenes for actor in scene.actors}


def test_who_climbs_to_the_roof_stands_on_it(segment_of, shot_of, ink):
    """옥상으로 올라갔다: where the climb ends, and nobody hovers over it."""
    segment = segment_of(
        "옥상으로 올라갔다.", ("옥상", "setting", "roof"), ("올라갔", "motion", "climb")
    )
    (scene,) = direct(shot_of(segment, duration_s=1.5), ink).scenes
    assert scene.setting == "roof"
    (dreamer,) = scene.actors
    assert max(key.y for key in dreamer.path) - min(key.y for key in dreamer.path) < 0.1


@pytest.mark.parametrize(
    ("word", "place", "setting"),
    [("옥상", "roof", "roof"), ("무대", "stage", "stage"), ("산", "mountain", "mountain")],
)
def test_a_climb_ends_where_it_leads(segment_of, shot_of, ink, word, place, setting):
    """무대에 올라갔다 is on the stage, not on a mountain."""
    segment = segment_of(
        f"{word}에 올라갔다.", (word, "setting", place), ("올라갔", "motion", "climb")
    )
    (scene,) = direct(shot_of(segment, duration_s=1.5), ink).scenes
    assert scene.setting == setting


def test_a_piglet_is_half_a_pig(segment_of, shot_of, ink):
    """새끼 돼지: smaller than the pig."""
    heights = []
    for text in ("돼지가 왔다.", "새끼 돼지가 왔다."):
        segment = segment_of(text, ("돼지", "actor", "pig"), ("왔", "motion", "walk"))
        scene = direct(shot_of(segment, duration_s=1.5), ink).scenes[0]
        heights += [actor.height for actor in scene.actors if actor.concept == "pig"]
    whole, piglet = heights
    assert piglet < 0.7 * whole


def test_whoever_sits_in_a_truck_does_not_see_it_beside(segment_of, shot_of, ink):
    """트럭을 타고: its cabin is the picture."""
    segment = segment_of(
        "아버지가 트럭을 몰았다. 트럭을 타고 달렸다.", ("아버지", "actor", "father"),
        ("트럭", "prop", "truck"), ("몰았", "motion", "drive"), ("타고", "motion", "ride"),
    )  # fmt: skip
    scenes = direct(shot_of(segment), ink).scenes
    inside = [scene for scene in scenes if scene.setting == "car"]
    assert inside
    assert not any(prop.concept == "truck" for scene in inside for prop in scene.props)


def test_where_somebody_belongs_is_not_where_they_are(segment_of, shot_of, ink):
    """운동장에 매점 아줌마가 있었다: in the schoolyard; alone, she is in her shop."""
    where = ("운동장", "setting", "school_yard"), ("매점", "setting", "shop")
    who = ("아줌마", "actor", "woman")
    for text, words, setting in (
        ("운동장에 매점 아줌마가 있었다.", (*where, who), "school_yard"),
        ("매점 아줌마가 있었다.", (where[1], who), "shop"),
        ("운동장을 지나 매점에 아줌마가 있었다.", (*where, who), "shop"),
    ):
        scenes = direct(shot_of(segment_of(text, *words)), ink).scenes
        assert scenes[0].setting == setting, text


def test_where_somebody_belonged_is_not_where_the_next_scene_is(segment_of, shot_of, ink):
    """운동장에 매점 아줌마가 있었다. 사슴이 뛰었다: in the schoolyard still."""
    segment = segment_of(
        "운동장에 매점 아줌마가 춤췄다. 사슴이 뛰었다.",
        ("운동장", "setting", "school_yard"), ("매점", "setting", "shop"),
        ("아줌마", "actor", "woman"), ("춤췄", "motion", "dance"),
        ("사슴", "actor", "deer"), ("뛰었", "motion", "run"),
    )  # fmt: skip
    scenes = direct(shot_of(segment, duration_s=4.0), ink).scenes
    assert [scene.setting for scene in scenes] == ["school_yard", "school_yard"]


BATHTUBS = (
    "지하철을 탔는데 의자가 전부 욕조였다. 나는 물에 잠겨 있었다.",
    ("지하철", "prop", "subway_train"), ("탔", "motion", "ride"), ("욕조", "prop", "bathtub"),
    ("잠겨", "motion", "flood"),
)  # fmt: skip


def test_a_subway_with_bathtubs_is_no_bathroom(segment_of, shot_of, ink):
    """The ride goes on, and who sits in it sits in a tub."""
    scenes = direct(shot_of(segment_of(*BATHTUBS)), ink).scenes
    assert {scene.setting for scene in scenes} == {"subway"}
    assert "bathtub" in {prop.concept for prop in scenes[0].props}


def test_a_living_room_that_is_an_airport_shows_both(segment_of, shot_of, ink):
    """The furniture of the one stands in the other, there and in the next segment."""
    text = "거실인데 동시에 공항이었다. 엄마가 떠났다."
    segment = segment_of(
        text,
        ("거실", "setting", "room"),
        ("공항", "setting", "airport"),
        ("엄마", "actor", "mother"),
    )
    (scene,) = direct(shot_of(segment, duration_s=1.5, context=text), ink).scenes
    assert scene.setting == "airport"
    assert {"couch", "television"} <= {prop.concept for prop in scene.props}
    then = "거실에 있다가 공항에 갔다."
    segment = segment_of(then, ("거실", "setting", "room"), ("공항", "setting", "airport"))
    (scene,) = direct(shot_of(segment, duration_s=1.5, context=then), ink).scenes
    assert not scene.props


def test_who_rides_over_the_sea_sits_in_the_bus(segment_of, shot_of, ink):
    """No chair stands beside, no car inside, and what is eaten is in the lap."""
    segment = segment_of(
        "버스를 탔다. 버스는 바다 위를 달렸고 나는 옆자리에 앉아 귤을 먹었다.",
        ("버스", "prop", "bus"), ("탔", "motion", "ride"), ("바다", "setting", "sea"),
        ("옆자리", "prop", "chair"), ("귤", "prop", "tangerine"), ("먹었", "motion", "eat"),
    )  # fmt: skip
    scenes = direct(shot_of(segment), ink).scenes
    assert {scene.setting for scene in scenes} == {"bus"}
    props = [prop for scene in scenes for prop in scene.props]
    assert [prop.concept for prop in props] == ["tangerine"]
    (lead,) = scenes[-1].actors
    assert abs(props[0].path[0].x - lead.path[0].x) < 0.12


def test_the_next_sentence_goes_elsewhere_later(segment_of, shot_of, ink):
    """Bitten in the forest, and only then to the village."""
    segment = segment_of(
        "숲에서 뱀이 나타났다. 뱀이 동생을 물었다. 마을까지 갔다.",
        ("숲", "setting", "forest"), ("뱀", "actor", "snake"), ("나타났", "motion", "appear"),
        ("뱀", "actor", "snake"), ("동생", "actor", "child"), ("물었", "motion", "bite"),
        ("마을", "setting", "village"),
    )  # fmt: skip
    direction = direct(shot_of(segment, duration_s=3.4), ink)
    assert [s.setting for s in direction.scenes] == ["forest", "village"]
    assert "snake" in {a.concept for a in direction.scenes[0].actors}
    assert "snake" not in {a.concept for a in direction.scenes[1].actors}


def test_who_appears_does_not_describe_whom_it_bites(segment_of):
    """나타나 동생의: 나타난 would describe, 나타나 goes on."""
    for form, doer in (("나타나", "snake"), ("나타난", "child")):
        text = f"뱀이 {form} 동생의 발목을 물었다."
        story = tell(segment_of(
            text, ("뱀", "actor", "snake"), (form, "motion", "appear"), ("동생", "actor", "child")
        ))  # fmt: skip
        assert story.events[0].doer == doer


@pytest.mark.parametrize(
    ("told", "setting"),
    [
        (("사막에서 낙타에서 떨어졌다.", ("사막", "setting", "desert"),
          ("떨어졌", "motion", "fall")), "desert"),
        (("사막에서 절벽에서 떨어졌다.", ("사막", "setting", "desert"),
          ("절벽", "setting", "cliff"), ("떨어졌", "motion", "fall")), "cliff"),
    ],
)  # fmt: skip
def test_from_a_camel_one_falls_on_the_sand(segment_of, shot_of, ink, told, setting):
    """A fall from something low stays where it is."""
    (scene,) = direct(shot_of(segment_of(*told), duration_s=1.5), ink).scenes
    assert scene.setting == setting


def test_under_water_one_goes_on_swimming(segment_of, shot_of, ink):
    """Met in the deep, swum in the deep."""
    segment = segment_of(
        "바닷속에서 인어를 만났다. 인어와 헤엄쳤다.", ("바닷속", "setting", "underwater"),
        ("인어", "actor", "mermaid"), ("만났", "motion", "meet"), ("인어", "actor", "mermaid"),
        ("헤엄쳤", "motion", "swim"),
    )  # fmt: skip
    settings = [s.setting for s in direct(shot_of(segment, "행복"), ink).scenes]
    assert settings == ["underwater", "underwater"]


def test_an_exam_is_where_the_dream_says_and_an_interview_ends_where_it_began():
    """목욕탕에서 모의고사를 봤다: no class room is told of, nor where somebody fails."""
    assert {s.setting for s in directed("목욕탕에서 모의고사를 봤다.").scenes} == {"bathhouse"}
    told = "면접장에 서 있었다. 면접관이 탈락이라고 했다. 화가 나서 책상을 엎었다."
    assert {s.setting for s in directed(told).scenes} == {"office"}
