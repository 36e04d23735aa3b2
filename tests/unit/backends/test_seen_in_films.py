"""Faults that were seen in films: who flies comes down between two pictures, bells stand on the
floor, a tame beast threatens, what is carried is left behind, and the like."""

import pytest
from tests.unit.backends.told import film as scenes
from tests.unit.backends.told import halves as directed
from tests.unit.backends.told import people

from mongyudo.backends.director.repertoire import repertoire

_FLIGHT = (
    "나는 우리 동네 위를 훨훨 날았다. 지붕들이 성냥갑처럼 작게 보였다. "
    "손을 뻗어 달을 만졌는데 달이 말랑말랑했다. 별도 하나 따서 주머니에 넣었다."
)


def test_who_flies_stays_in_the_air() -> None:
    first, *then = scenes(_FLIGHT)
    assert first.actors[0].motion == "fly"
    assert then
    assert all(scene.setting == "sky" for scene in then)


def test_the_town_lies_below_who_flies_over_it() -> None:
    below = [p for scene in scenes(_FLIGHT)[1:] for p in scene.props if p.concept == "house"]
    assert below
    assert all(prop.path[0].y > 0.9 for prop in below)


@pytest.mark.parametrize(
    "text",
    [
        "하늘을 훨훨 날았다. 구름 사이를 날았다. 그러다 논바닥에 내려앉았다. 논에서 춤을 췄다.",
        "나는 훨훨 날았다. 정말 신나게 날았다. 다음에는 학교에 있었다. 교실에서 노래를 불렀다.",
        "마당에 있었다. 새가 훨훨 날았다. 높이높이 날았다. 나는 손을 흔들었다. 나는 춤을 췄다.",
    ],
)
def test_who_lands_or_never_flew_stands_on_the_ground(text: str) -> None:
    assert scenes(text)[-1].setting != "sky"


def test_what_is_touched_of_the_sky_is_near() -> None:
    near = [p for scene in scenes(_FLIGHT) for p in scene.props if p.concept in ("moon", "star")]
    assert [prop.concept for prop in near] == ["moon", "star"]
    assert all(prop.height > 0.15 for prop in near)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("교회 종이 계속 울렸다. 애들이 다 귀를 막고 서 있었다.", "bell"),
        ("거실에 샹들리에가 반짝였다. 나는 그 아래에 서 있었다.", "chandelier"),
        ("절 마당에서 등불이 매달려 있었다. 청사초롱이 흔들렸다.", "lantern"),
        ("커다란 종이 머리 위에 매달려 있었다. 나는 종을 올려다보았다.", "bell"),
    ],
)
def test_what_hangs_hangs_by_a_cord(text: str, thing: str) -> None:
    shown = [s for s in scenes(text) if any(p.concept == thing for p in s.props)]
    assert shown
    for scene in shown:
        hung = next(p for p in scene.props if p.concept == thing)
        assert hung.path[0].y < 0.6
        assert any(p.concept == "cord" and p.path[0].x == hung.path[0].x for p in scene.props)


def test_a_clock_that_turns_hangs_on_the_wall() -> None:
    (clock,) = (
        p for s in scenes("거실에서 시계가 거꾸로 돌았다.") for p in s.props if p.concept == "clock"
    )
    assert clock.path[0].y < 0.6


@pytest.mark.parametrize(
    ("text", "beast"),
    [
        ("무서운 산길이었다. 뱀이 내 품에 안겨 잠이 들었다.", "snake"),
        ("너무 무서웠다. 호랑이가 순해서 무섭지 않게 되었다. 호랑이와 놀았다.", "tiger"),
        ("무서웠다. 나는 늑대를 쓰다듬었다.", "wolf"),
        ("거미가 무서웠다. 고양이가 뛰어올라 거미를 잡아먹었다.", "cat"),
    ],
)
def test_a_tame_beast_does_not_threaten(text: str, beast: str) -> None:
    last = scenes(text)[-1]
    assert not any(a.menace for a in last.actors if a.concept == beast)


def test_a_beast_that_chases_does() -> None:
    assert any(a.menace for s in scenes("무서웠다. 호랑이가 나를 쫓아왔다.") for a in s.actors)


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("불난 집에서 고양이를 안고 나왔다. 계단을 뛰어 내려갔다. 연기가 따라왔다.", "cat"),
        ("아이를 업고 도망쳤다. 계단을 끝없이 내려갔다. 뒤에서 발소리가 들렸다.", "child"),
    ],
)
def test_whom_one_carries_is_carried_on(text: str, carried: str) -> None:
    on_the_stairs = [s for s in scenes(text) if s.setting == "stairs"]
    assert on_the_stairs
    assert all(s.actors[0].holds == carried for s in on_the_stairs)


def test_whom_one_has_put_down_is_carried_no_more() -> None:
    text = "고양이를 안고 나왔다. 고양이를 내려놓았다. 계단을 뛰어 내려갔다. 숨이 찼다."
    assert all(a.holds != "cat" for s in scenes(text) if s.setting == "stairs" for a in s.actors)


@pytest.mark.parametrize(
    ("text", "flock"),
    [
        ("입을 벌리니 까마귀가 쏟아져 나왔다.", "crow_flock"),
        ("까마귀가 하늘을 새까맣게 덮었다.", "crow_flock"),
        ("수도꼭지에서 물고기가 쏟아져 나왔다.", "fish_school"),
    ],
)
def test_what_pours_out_or_covers_the_sky_is_many(text: str, flock: str) -> None:
    assert any(a.concept == flock for s in scenes(text) for a in s.actors)


def test_a_baby_in_somebodys_arms_is_held() -> None:
    text = "할머니가 갓난아기를 안고 마당에 서 계셨다."
    held = [a.holds for s in scenes(text) for a in s.actors if a.concept == "grandmother"]
    assert "baby" in held


@pytest.mark.parametrize("who", ["아기", "동생", "엄마"])
def test_whom_one_has_on_the_back_is_on_the_back(who: str) -> None:
    """아기를 업고: neither in the arms nor beside."""
    lead, child = scenes(f"나는 {who}를 업고 시장을 걸었다.".replace("생를", "생을"))[0].actors
    assert (lead.duet, lead.holds) == ("piggyback", None)
    assert child.concept in ("baby", "child", "mother")


@pytest.mark.parametrize("what", ["어깨가", "가방이", "마음이"])
def test_what_becomes_lighter_does_not_fly(what: str) -> None:
    """어깨가 가벼워졌다: only a body that grows light floats."""
    assert "float" not in people(scenes(f"시장을 걷는데 {what} 가벼워졌다.")[-1]).values()
    assert "float" in people(scenes("시장을 걷는데 몸이 가벼워졌다.")[-1]).values()


def test_who_sleeps_on_a_warm_floor_has_bedding_and_no_bed() -> None:
    things = {p.concept for s in scenes("뜨끈한 온돌 바닥에 누워 잤다.") for p in s.props}
    assert "bedding" in things
    assert "bed" not in things


def test_animals_lie_down() -> None:
    text = "들판에서 낮잠을 자는데 소가 옆에 누웠다. 강아지도 누워 있었다."
    seen = [pair for scene in scenes(text) for pair in people(scene).items()]
    assert {("cow", "lie"), ("dog", "lie")} <= set(seen)


@pytest.mark.parametrize(
    ("text", "thing", "number"),
    [
        ("내 방에 인형 열 개가 둥글게 놓여 있었다.", "doll", 3),
        ("책상 위에 사과 두 개가 놓여 있었다.", "apple", 2),
        ("책상 위에 사과가 놓여 있었다.", "apple", 1),
    ],
)
def test_as_many_things_are_seen_as_are_told(text: str, thing: str, number: int) -> None:
    assert max(sum(p.concept == thing for p in s.props) for s in scenes(text)) >= number


def test_all_are_what_they_are_said_to_be() -> None:
    """승객이 모두 하얀 토끼였다: no crowd of people beside one rabbit."""
    last = scenes("기차를 타고 있었다. 승객이 모두 하얀 토끼였다.")[-1]
    assert [a.concept for a in last.actors].count("rabbit") > 2
    assert "crowd" not in people(last)


def test_a_place_that_one_only_smells_is_not_where_one_is() -> None:
    text = "화장실 변기에서 머리카락이 올라왔다. 하수구 냄새가 진동했다."
    assert {s.setting for s in scenes(text)} == {"bathroom"}


def test_spiders_come_down_on_threads() -> None:
    (scene,) = scenes("천장에서 거미 세 마리가 줄을 타고 내려왔다.")
    assert all(a.path[-1].y < 0.7 for a in scene.actors if a.concept == "spider")
    assert [p.concept for p in scene.props].count("thread_line") == 3


def test_what_looks_small_does_not_stare() -> None:
    found = directed("나는 하늘을 날았다. 미끄럼틀이 개미만 하게 보였어요.")
    assert all(d.concept != "stare" for direction in found for d in direction.drawn)


def test_the_hour_of_stars_lasts() -> None:
    text = "옥상에서 별을 보고 있었다. 동생이 옆에 있었다. 우리는 나란히 앉았다. 따뜻했다."
    assert {s.time_of_day for s in scenes(text)} == {"night"}


def test_fish_on_dry_land_lie_on_it() -> None:
    text = "논바닥이 갈라져 있었다. 그 틈에서 미꾸라지가 바글바글 기어 나왔다."
    fish = [a for s in scenes(text) for a in s.actors if a.concept == "fish_school"]
    assert fish
    assert all(a.path[-1].y >= 0.78 for a in fish)


@pytest.mark.parametrize("text", [_FLIGHT, "도시 위를 날았다. 하늘을 날았다. 구름을 만졌다."])
def test_all_that_is_staged_can_be_drawn(text: str) -> None:
    assert {p.concept for s in scenes(text) for p in s.props} <= repertoire().props


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("교실에 파란 새가 날아다녔다.", "school"),
        ("방 안에서 나비가 훨훨 날았다.", "room"),
        ("새가 훨훨 날았다.", "sky"),
    ],
)
def test_birds_fly_where_the_dream_is(text: str, setting: str) -> None:
    assert scenes(text)[0].setting == setting


def test_where_something_is_missing_one_is() -> None:
    assert scenes("교실에 책상이 하나도 없었다.")[0].setting == "school"


def test_no_baby_drives_a_car() -> None:
    text = "택시를 운전했다. 뒷자리에 애기 셋이 앉아서 나를 빤히 보더라고."
    drivers = [a.concept for s in scenes(text) for a in s.actors if a.motion == "drive_car"]
    assert "baby" not in drivers


def test_a_town_flown_over_lies_far_below() -> None:
    scene = scenes("도시 위를 훨훨 날았다.")[0]
    assert scene.setting == "sky"
    assert any(prop.path[0].y > 0.9 for prop in scene.props)


def test_who_flies_within_a_room_is_in_it() -> None:
    assert {s.setting for s in scenes("나는 교실 안을 날아다녔다.")} == {"school"}


def test_a_lamp_that_sways_is_no_earthquake() -> None:
    (direction,) = directed("거실 천장에 커다란 샹들리에가 흔들렸다.")
    assert "shake" in {d.concept for d in direction.drawn}
    assert all(e.name != "fissure" for s in direction.scenes for e in s.effects)


def test_a_cow_lies_beside_the_sleeper_and_not_upon_them() -> None:
    (scene,) = scenes("들판에서 낮잠을 자는데 소가 옆에 누웠다.")
    at = {a.concept: a.path[-1].x for a in scene.actors}
    assert abs(at["cow"] - at["woman"]) > 0.3


def test_what_passes_beyond_the_window_ends_no_ride() -> None:
    text = (
        "기차를 타고 있었다. 차장이 표를 달라고 했다. 창밖에는 눈 덮인 산이 지나갔다. "
        "나는 당근을 내밀었고 차장은 고개를 끄덕였다."
    )
    assert scenes(text)[-1].setting == "train"


def test_the_ceiling_of_a_room_is_no_other_room() -> None:
    text = "온돌방에서 이불을 덮고 자고 있었다. 천장에서 거미 세 마리가 줄을 타고 내려왔다."
    assert {s.setting for s in scenes(text)} == {"ondol"}


@pytest.mark.parametrize(
    ("text", "who", "least", "most"),
    [
        ("집채만 한 고양이가 나타났다.", "cat", 0.3, 0.6),
        ("집채만 헌 고양이가 나타났다.", "cat", 0.3, 0.6),
        ("거대한 토끼가 춤을 췄다.", "rabbit", 0.3, 0.6),
        ("고양이가 나타났다.", "cat", 0.0, 0.25),
        ("손가락만 한 사람이 걸어왔다.", "stranger", 0.1, 0.2),
        ("주먹만 한 개미가 기어왔다.", "ant", 0.12, 0.3),
        ("사람이 걸어왔다.", "stranger", 0.3, 0.6),
    ],
)
def test_who_is_told_huge_or_tiny_is_seen_so(
    text: str, who: str, least: float, most: float
) -> None:
    """집채만 한 고양이, 손가락만 한 사람: against what they are compared with."""
    heights = [a.height for scene in scenes(text) for a in scene.actors if a.concept == who]
    assert heights
    assert all(least <= height <= most for height in heights)


def test_an_eye_in_the_sky_hangs_there_and_nobody_wakes() -> None:
    """하늘에 커다란 눈이 떠 있었다: no bed, no sleeper, and nobody who floats."""
    seen = scenes("아파트 옥상에 올라갔다. 하늘에 커다란 눈이 떠 있었다. 그 눈이 나를 따라왔다.")
    assert any(prop.concept == "eye" for scene in seen for prop in scene.props)
    for scene in seen:
        assert {"wake", "float"}.isdisjoint(people(scene).values())


_UNIFORM = "관물대를 여니 내 교복이 걸려 있었다."


def test_what_hangs_there_is_caught_by_nobody() -> None:
    """내 교복이 걸려 있었다: it does not throw itself at the dreamer."""
    told = {d.concept for each in directed(_UNIFORM) for d in each.drawn}
    assert "school_uniform" in told
    assert told.isdisjoint({"assail", "catch", "caught"})


def test_whom_one_holds_was_spoken_of_before() -> None:
    """강아지가 뛰어왔다. (...) 한참 안고 있었다: the dog, and no stranger."""
    shots = directed("강아지가 나한테 뛰어왔다. 우리는 바닷가에 있었다. 한참 안고 있었다.")
    last = shots[-1].scenes[-1]
    assert "stranger" not in [actor.concept for actor in last.actors]
