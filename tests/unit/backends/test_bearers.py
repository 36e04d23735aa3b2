"""What lies about lies on something or hangs on something; and nothing lies that is not there."""

from dataclasses import replace

import pytest

from mongyudo.backends.director import direct
from mongyudo.backends.director.blocking import bearers
from mongyudo.backends.director.measure import build_of
from mongyudo.backends.director.story import SELF
from mongyudo.backends.director.telling import tell


@pytest.mark.slow
@pytest.mark.parametrize(
    ("place", "word", "setting", "bearer"),
    [
        ("방에", "방", "room", "low_table"),
        ("숲에", "숲", "forest", "slab"),
        ("거리에", "거리", "street", "crate"),
    ],
)
def test_small_things_lie_on_something_that_the_place_has(
    segment_of, shot_of, ink, place, word, setting, bearer
):
    """A loaf stands on no floor: indoors there is a table, outdoors a stone or a crate."""
    segment = segment_of(
        f"{place} 서 있는데 빵이 보였다.", (word, "setting", setting), ("빵", "prop", "bread")
    )
    (scene,) = direct(shot_of(segment, "중립", duration_s=1.5), ink).scenes
    under, bread = (next(p for p in scene.props if p.concept == name) for name in (bearer, "bread"))
    assert under.path[0].y - under.height < bread.path[0].y < under.path[0].y
    assert abs(under.path[0].x - bread.path[0].x) < 0.01


def test_things_share_a_table_and_stay_together_in_a_tall_frame(segment_of, shot_of, ink):
    """Three small things lie side by side, wherever the composition moves their table."""
    segment = segment_of(
        "방에 빵과 사과와 책이 있었다.",
        ("방", "setting", "room"), ("빵", "prop", "bread"), ("사과", "prop", "apple"),
        ("책", "prop", "book"),
    )  # fmt: skip
    shot = shot_of(segment, "중립", duration_s=1.5, size_px=(432, 768))
    (scene,) = direct(shot, ink).scenes
    things = {p.concept: p for p in scene.props}
    table = things.pop("long_table")
    half = table.height * build_of("long_table").proportion * 768 / 432 / 2
    assert set(things) == {"bread", "apple", "book"}
    assert len({round(p.path[0].y, 3) for p in things.values()}) == 1
    assert all(abs(p.path[0].x - table.path[0].x) < half for p in things.values())


def test_a_skirt_that_nobody_wears_hangs_on_a_pole(segment_of, shot_of, ink):
    """No skirt stands on the floor by itself."""
    segment = segment_of(
        "방에 치마가 있었다.", ("방", "setting", "room"), ("치마", "prop", "skirt")
    )
    (scene,) = direct(shot_of(segment, "중립", duration_s=1.5), ink).scenes
    skirt = next(p for p in scene.props if p.concept == "skirt")
    stand = next(p for p in scene.props if p.concept == "clothes_stand")
    assert stand.path[0].y - stand.height < skirt.path[0].y - skirt.height
    assert skirt.path[0].y < stand.path[0].y - 0.01


def test_a_bell_that_rings_hangs_on_its_cord_and_a_calendar_on_the_wall(segment_of, shot_of, ink):
    """교회 종: in a class room it is only heard."""
    segment = segment_of(
        "교회 교실에서 종이 울렸다. 달력이 보였다.",
        ("교실", "setting", "classroom"), ("종", "prop", "bell"), ("울렸", "motion", "ring"),
        ("달력", "prop", "calendar"),
    )  # fmt: skip
    (scene,) = direct(shot_of(segment, "중립", duration_s=1.5), ink).scenes
    things = {p.concept: p for p in scene.props}
    assert "low_table" not in things
    assert things["cord"].path[0].y < things["bell"].path[0].y
    assert things["bell"].path[0].y < 0.5
    assert things["calendar"].behind
    assert things["calendar"].path[0].y < 0.55


def test_the_bearers_are_measured_as_they_are_drawn():
    """The table of bearers says what the drawings are."""
    for each in (bearers.TABLE, bearers.LONG_TABLE, bearers.SLAB, bearers.CRATE, bearers.STAND):
        assert build_of(each.concept).proportion == pytest.approx(each.proportion, abs=0.02)


def test_no_bus_stands_in_a_classroom(segment_of, shot_of, ink):
    """버스가 학교에 있었다: it stands before the school."""
    segment = segment_of(
        "버스가 학교에 있었다.", ("버스", "prop", "bus"), ("학교", "setting", "school")
    )
    (scene,) = direct(shot_of(segment, "중립", duration_s=1.5), ink).scenes
    assert scene.setting == "school_yard"


def test_the_cap_of_a_school_is_no_school(segment_of, shot_of, ink):
    """학교 모자를 쓴 동생: one is where one was."""
    segment = segment_of(
        "역에서 동생이 학교 모자를 쓰고 있었다.",
        ("역", "setting", "station"), ("동생", "actor", "brother"), ("학교", "setting", "school"),
        ("모자", "prop", "hat"),
    )  # fmt: skip
    assert direct(shot_of(segment, "중립", duration_s=1.5), ink).scenes[0].setting == "station"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("책상에 칼이 놓여 있지 않았다.", False),
        ("책상에 칼이 보이지 않게 놓여 있었다.", True),
        ("책상에 칼이 놓여 있었지만 무섭지 않았다.", True),
    ],
)
def test_what_does_not_lie_there_is_not_told(segment_of, text, told):
    """놓여 있지 않았다: no knife."""
    story = tell(segment_of(text, ("칼", "prop", "knife")))
    assert bool(story.of("prop")) is told


@pytest.mark.parametrize(
    ("text", "form", "happens"),
    [
        ("새벽에 깨어 적어 둔다.", "적", False),
        ("개꿈인지 몰라 적어둡니다.", "적", False),
        ("꿈을 꿨다. 칠판에 이름을 적었다.", "적", True),
    ],
)
def test_the_dream_being_written_down_is_no_part_of_it(segment_of, text, form, happens):
    """Nobody sits at a desk because the dreamer notes the dream on waking."""
    story = tell(segment_of(text, (form, "motion", "write")))
    assert bool(story.events) is happens


def test_ones_husband_is_no_dark_stranger(segment_of, shot_of, ink):
    """남편이 서 있었다 in a nightmare: he is a man; 어떤 남자 may be a threat."""
    for word, menace in (("남편", False), ("남자", True)):
        segment = segment_of(f"나는 {word} 옆에 있었다.", (word, "actor", "man"))
        (scene,) = direct(shot_of(segment, "공포", duration_s=1.5), ink).scenes
        assert [a.menace for a in scene.actors if a.concept == "man"] == [menace]


def test_who_takes_a_taxi_is_driven(segment_of, shot_of, ink):
    """택시를 탔다: a driver at the wheel, the dreamer on the seat behind, none on a stool."""
    segment = segment_of("나는 택시를 탔다.", ("택시", "prop", "taxi"), ("탔", "motion", "ride"))
    (scene,) = direct(shot_of(segment, "중립", duration_s=1.5), ink).scenes
    assert scene.setting == "car"
    assert [(a.concept, a.motion) for a in scene.actors] == [
        ("driver", "drive_car"), ("woman", "sit_bench"),
    ]  # fmt: skip
    assert scene.actors[1].path[0].x < scene.actors[0].path[0].x


def test_who_sits_on_the_last_seat_of_a_bus_is_in_it(segment_of, shot_of, ink):
    """버스 맨 뒷자리였다, without a verb of riding."""
    segment = segment_of("나는 버스 맨 뒷자리였다.", ("버스", "prop", "bus"))
    assert direct(shot_of(segment, "중립", duration_s=1.5), ink).scenes[0].setting == "bus"


@pytest.mark.parametrize(
    ("text", "form", "kind", "concept", "told"),
    [
        ("별생각 없이 걸었다.", "별", "light", "star", False),
        ("별을 보며 걸었다.", "별", "light", "star", True),
        ("별로 가는 배를 보았다.", "별", "light", "star", True),
    ],
)
def test_nothing_special_is_no_star(segment_of, text, form, kind, concept, told):
    """별생각: an idle word."""
    assert bool(tell(segment_of(text, (form, kind, concept))).of("light")) is told


@pytest.mark.parametrize(
    ("text", "burns"),
    [
        ("버튼을 눌러도 불이 들어오지 않았다.", False),
        ("방에 불이 안 켜졌다.", False),
        ("집에 불이 났다.", True),
    ],
)
def test_a_lamp_that_stays_dark_is_no_fire(segment_of, text, burns):
    """불이 들어오지 않았다: nothing burns."""
    assert bool(tell(segment_of(text, ("불", "motion", "burn"))).events) is burns


def test_lights_that_go_out_one_by_one_are_darkness(segment_of):
    """불이 하나씩 꺼지고: no rays of light."""
    story = tell(segment_of("불이 하나씩 꺼지고 있었다.", ("불", "light", "light")))
    assert [m.concept for m in story.mentions] == ["darkness"]


def test_no_paw_lies_about(segment_of, shot_of, ink):
    """앞발로 달력을 쳤다: the paw belongs to an animal that is seen or not at all."""
    segment = segment_of(
        "방에서 앞발로 달력을 쳤다.",
        ("방", "setting", "room"), ("앞발", "prop", "paw"), ("달력", "prop", "calendar"),
    )  # fmt: skip
    (scene,) = direct(shot_of(segment, "중립", duration_s=1.5), ink).scenes
    assert [p.concept for p in scene.props] == ["calendar"]


def test_what_comes_to_light_lies_on_something(segment_of, shot_of, ink):
    """배추가 나타났다: on a table, fading in with nothing under it that was not there."""
    segment = segment_of(
        "방에 배추가 나타났다.",
        ("방", "setting", "room"), ("배추", "prop", "cabbage"), ("나타났", "motion", "appear"),
    )  # fmt: skip
    (scene,) = direct(shot_of(segment, "중립", duration_s=1.5), ink).scenes
    table, cabbage = scene.props
    assert (table.concept, cabbage.concept) == ("low_table", "cabbage")
    assert cabbage.path[0].alpha == 0
    assert cabbage.path[-1].alpha == 1


def test_water_is_no_thing(segment_of, shot_of, ink):
    """바닷물이 빠졌다: no pool of it hangs in the air, and nobody sinks."""
    segment = segment_of(
        "바다에서 물이 빠졌다.",
        ("바다", "setting", "sea"), ("물", "prop", "water"), ("빠졌", "motion", "sink"),
    )  # fmt: skip
    (scene,) = direct(shot_of(segment, "중립", duration_s=1.5), ink).scenes
    assert not scene.props
    assert all(actor.motion != "sink" for actor in scene.actors)


def test_a_cock_that_crows_sheds_no_tears(segment_of, shot_of, ink):
    """닭이 울었다: it is heard; a child that cries weeps."""
    for word, concept, weeps in (("닭", "chicken", False), ("아이", "child", True)):
        segment = segment_of(
            f"{word}이 울었다.", (word, "actor", concept), ("울었", "motion", "cry")
        )
        (scene,) = direct(shot_of(segment, "슬픔", duration_s=1.5), ink).scenes
        assert ("tears" in {effect.name for effect in scene.effects}) is weeps


@pytest.mark.parametrize(("text", "quakes"), [("물이 흔들렸다.", False), ("땅이 흔들렸다.", True)])
def test_water_that_sways_is_no_earthquake(segment_of, text, quakes):
    """물이 흔들려 글씨가 읽히지 않았다: the floor stays whole."""
    assert bool(tell(segment_of(text, ("흔들", "motion", "earthquake"))).events) is quakes


def test_what_hangs_high_is_not_cut_off_by_a_near_shot(segment_of, shot_of, ink):
    """번호가 떠 있었다: a picture comes near, unless something hangs above."""
    segment = segment_of(
        "방에서 번호를 보았다.", ("방", "setting", "room"), ("번호", "prop", "numbers")
    )
    (scene,) = direct(shot_of(segment, "중립", duration_s=1.5, index=1), ink).scenes
    zoom = max(scene.camera.zoom_from, scene.camera.zoom_to)
    (numbers,) = scene.props
    top = scene.camera.focus[1] + (numbers.path[0].y - numbers.height - 0.45) * zoom
    assert top > 0


def test_only_a_threat_throws_a_giant_shadow(segment_of, shot_of, ink):
    """개들이 따라왔다: no shadow looms over a happy dream."""
    for emotion, looms in (("행복", False), ("공포", True)):
        segment = segment_of(
            "개가 나를 쫓아왔다.", ("개", "actor", "dog"), ("쫓아왔", "motion", "chase")
        )
        (scene,) = direct(shot_of(segment, emotion, duration_s=1.5), ink).scenes
        assert ("giant_shadow" in {effect.name for effect in scene.effects}) is looms


def test_a_shadow_falls_on_no_cabin(segment_of, shot_of, ink):
    """In a car nobody's feet stand on ground, and no belt lies about."""
    segment = segment_of(
        "차 안에서 안전벨트를 맸다.", ("차", "setting", "car"), ("안전벨트", "prop", "seat_belt")
    )
    (scene,) = direct(shot_of(segment, "공포", duration_s=1.5), ink).scenes
    assert "long_shadow" not in {effect.name for effect in scene.effects}
    assert not scene.props


def test_where_a_train_goes_is_not_where_one_is(segment_of, shot_of, ink):
    """부산 가는 기차를 탔다: in the train, on no beach."""
    segment = segment_of(
        "부산 가는 기차를 탔다.",
        ("부산", "setting", "beach"), ("가", "motion", None), ("기차", "prop", "train"),
        ("탔", "motion", "ride"),
    )  # fmt: skip
    (scene,) = direct(shot_of(segment, "중립", duration_s=1.5), ink).scenes
    assert scene.setting != "beach"


def test_no_car_stands_by_a_bed(segment_of, shot_of, ink):
    """자고 있는데 차를 빼 달라고 했다: the room holds no car."""
    segment = segment_of(
        "방에서 자고 있는데 차를 빼 달라고 했다.",
        ("방", "setting", "room"), ("자", "motion", "sleep"), ("차", "prop", "car"),
    )  # fmt: skip
    (scene,) = direct(shot_of(segment, "중립", duration_s=1.5), ink).scenes
    assert "car" not in {prop.concept for prop in scene.props}


def test_nothing_lies_on_the_sky(segment_of, shot_of, ink):
    """하늘을 날며 줄을 보았다: it hovers, and is not cut off by the frame's foot."""
    segment = segment_of(
        "하늘을 날았다. 줄이 있었다.",
        ("하늘", "setting", "sky"), ("날", "motion", "fly"), ("줄", "prop", "rope"),
    )  # fmt: skip
    (scene,) = direct(shot_of(segment, "행복", duration_s=1.5), ink).scenes
    assert all(prop.path[0].y < 0.85 for prop in scene.props)


def test_who_sits_in_a_bus_sits_on_its_seats(segment_of, shot_of, ink):
    """Nobody brings a stool."""
    segment = segment_of(
        "버스에서 할머니와 아저씨와 친구를 보았다.",
        ("버스", "setting", "bus"), ("할머니", "actor", "grandmother"), ("아저씨", "actor", "man"),
        ("친구", "actor", "friend"), ("보았", "motion", "look"),
    )  # fmt: skip
    (scene,) = direct(shot_of(segment, "중립", duration_s=1.5), ink).scenes
    assert len(scene.actors) > 2
    assert "sit_chair" not in {actor.motion for actor in scene.actors}


def test_as_large_as_a_bed_is_no_bed(segment_of):
    """침대만 하게 자란 배추, 침대만 하나 있었다."""
    for text, told in (("배추가 침대만 하게 자랐다.", False), ("방에 침대만 하나 있었다.", True)):
        assert bool(tell(segment_of(text, ("침대", "prop", "bed"))).of("prop")) is told


@pytest.mark.parametrize(
    ("text", "words", "falls"),
    [
        (
            "양말 한 짝이 떨어졌다.",
            [("양말", "prop", "socks"), ("짝", "actor", "student")],
            "socks",
        ),
        ("절벽 끝에서 떨어졌다.", [("절벽", "setting", "cliff")], SELF),
        ("떨어진 건 사원증이었다.", [], ""),
        ("금이 열렸다. 장대로 치니 우수수 쏟아졌다.", [("금", "prop", "gold")], "gold"),
        ("장대로 치니 우수수 쏟아졌다.", [], ""),
    ],
)
def test_what_falls_is_what_was_spoken_of(segment_of, text, words, falls):
    """Nobody falls from a cliff because a sock does."""
    verb = "우수수" if "우수수" in text else "떨어"
    told = tell(segment_of(text, *words, (verb, "motion", "fall"))).events
    assert [e.hero_thing or e.doer for e in told] == ([falls] if falls else [])


def test_no_tail_stands_before_one_alone(segment_of, shot_of, ink):
    """꼬리가 나왔다: it belongs to somebody who is seen, or is not drawn."""
    segment = segment_of(
        "마당에서 꼬리가 나왔다.",
        ("마당", "setting", "yard"), ("꼬리", "prop", "tail"), ("나왔", "motion", "appear"),
    )  # fmt: skip
    (scene,) = direct(shot_of(segment, "놀람", duration_s=1.5), ink).scenes
    assert not scene.props


def test_a_cart_is_pushed_on_the_ground(segment_of, shot_of, ink):
    """카트를 밀고: it rolls before whoever pushes it, and hangs in nobody's hands."""
    segment = segment_of(
        "시장에서 나는 카트를 밀었다.",
        ("시장", "setting", "market"), ("카트", "prop", "shopping_cart"), ("밀", "motion", "push"),
    )  # fmt: skip
    (scene,) = direct(shot_of(segment, "중립", duration_s=1.5), ink).scenes
    (cart,) = [p for p in scene.props if p.concept == "shopping_cart"]
    assert cart.path[0].y == pytest.approx(scene.actors[0].path[0].y, abs=0.03)
    assert cart.height > 0.2
    assert abs(cart.path[-1].x - cart.path[0].x) > 0.1


@pytest.mark.parametrize(
    ("text", "form", "concept", "lemma", "happens"),
    [
        ("혼자 사는 집이다.", "사는", "buy", "사다", False),
        ("빵을 사는 집사를 보았다.", "사는", "buy", "사다", True),
        ("예전에 쓰던 방이다.", "쓰던", "write", "쓰다", False),
        ("쓰던 편지를 버렸다.", "쓰던", "write", "쓰다", True),
        ("부표에 이름이 적혀 있었다.", "적혀", "write", "적히다", False),
        ("종이에 이름을 적었다.", "적었", "write", "적다", True),
    ],
)
def test_living_is_no_buying_and_nobody_writes_what_is_written(
    segment_of, text, form, concept, lemma, happens
):
    """사는 집, 적혀 있었다: no banknote in the hand, no desk upon the sea."""
    segment = segment_of(text, (form, "motion", concept))
    (element,) = segment.elements
    told = replace(segment, elements=(replace(element, lemma=lemma),))
    assert bool(tell(told).events) is happens


def test_a_bicycle_that_rolls_throws_nobody_from_a_cliff(segment_of):
    """자전거를 탔다. 소리 없이 굴렀다."""
    segment = segment_of(
        "자전거를 탔다. 소리 없이 굴렀다.",
        ("자전거", "prop", "bicycle"), ("탔", "motion", "ride"), ("굴렀", "motion", "fall"),
    )  # fmt: skip
    *others, rolls = segment.elements
    told = replace(segment, elements=(*others, replace(rolls, lemma="구르다")))
    assert [e.concept for e in tell(told).events] == ["ride"]


def test_no_door_passes_through_hands(segment_of, shot_of, ink):
    """문 밑으로 발을 내밀었다: a door is no gift."""
    segment = segment_of(
        "방에서 문 밑으로 발을 내밀었다.",
        ("방", "setting", "room"), ("문", "prop", "door"), ("내밀", "motion", "give"),
    )  # fmt: skip
    (scene,) = direct(shot_of(segment, "중립", duration_s=1.5), ink).scenes
    assert all(prop.height > 0.3 for prop in scene.props if prop.concept == "door")


def test_clothes_that_come_to_light_hang(segment_of, shot_of, ink):
    """잠옷이 나왔다: no pyjamas stand in the air."""
    segment = segment_of(
        "방에서 잠옷이 나타났다.",
        ("방", "setting", "room"), ("잠옷", "prop", "pajamas"), ("나타났", "motion", "appear"),
    )  # fmt: skip
    (scene,) = direct(shot_of(segment, "놀람", duration_s=1.5), ink).scenes
    assert [prop.concept for prop in scene.props] == ["clothes_stand", "pajamas"]


@pytest.mark.parametrize(
    ("text", "burns"), [("글씨가 번져서 안 보였다.", False), ("불이 지붕으로 번져 갔다.", True)]
)
def test_letters_that_run_are_no_fire(segment_of, text, burns):
    """번지다: ink does, too."""
    segment = segment_of(text, ("번져", "motion", "burn"))
    (element,) = segment.elements
    told = replace(segment, elements=(replace(element, lemma="번지다"),))
    assert bool(tell(told).events) is burns


def test_a_kite_is_flown_and_seen(segment_of, shot_of, ink):
    """연을 날렸다: the kite is up in the air."""
    segment = segment_of(
        "바닷가에서 연 날리고 있었다.",
        ("바닷가", "setting", "beach"),
        ("연 날리", "motion", "play"),
    )
    place, verb = segment.elements
    told = replace(segment, elements=(place, replace(verb, lemma="연날리다")))
    (scene,) = direct(shot_of(told, "행복", duration_s=1.5), ink).scenes
    (kite,) = scene.props
    assert (kite.concept, kite.path[0].y < 0.6) == ("kite", True)
