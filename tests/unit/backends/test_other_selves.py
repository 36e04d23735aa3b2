"""The dreamer meets themself: as they are, or old; and lies where the text puts them."""

import pytest
from tests.unit.backends.told import directed


@pytest.mark.parametrize(
    ("text", "form", "figure"),
    [
        ("문을 여니 늙은 내가 앉아 있었다.", "늙은 내", "grandmother"),
        ("아내와 걷는데 늙은 내가 벤치에 앉아 있었다.", "늙은 내", "grandfather"),
        ("거울에서 또 다른 내가 걸어 나왔다.", "다른 내", "woman"),
    ],
)
def test_another_self_is_as_old_as_told(text: str, form: str, figure: str) -> None:
    direction = directed(text)
    shown = {text[d.start_char : d.end_char]: d.concept for d in direction.drawn}
    assert shown[form] == figure
    assert any(a.concept == figure for scene in direction.scenes for a in scene.actors)


def test_one_s_double_is_there_beside_the_dreamer_and_in_the_same_clothes() -> None:
    (scene,) = directed("거울에서 또 다른 내가 걸어 나왔다.").scenes
    assert len(scene.actors) == 2
    assert len({(a.concept, a.clothes) for a in scene.actors}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "지하철 맞은편에 나랑 똑같이 생긴 사람이 앉아 있었다.",
        "복도에서 나를 쏙 빼닮은 웬 여자가 웃었다.",
        "내 얼굴을 한 남자가 다가왔다.",
        "저와 똑같은 여자가 저를 쳐다봤다.",
    ],
)
def test_whoever_looks_like_the_dreamer_is_their_double(text: str) -> None:
    scene = directed(text).scenes[-1]
    assert len(scene.actors) == 2
    assert len({(a.concept, a.clothes) for a in scene.actors}) == 1


@pytest.mark.parametrize(
    "text", ["침대 여섯 개에 전부 내가 누워 있었다.", "방마다 내가 앉아 있었다."]
)
def test_one_is_in_each_as_many_times(text: str) -> None:
    (scene,) = directed(text).scenes
    assert sum(a.motion in ("lie", "sit") for a in scene.actors) >= 4


def test_several_of_oneself_are_several() -> None:
    (scene,) = directed("거실에 똑같은 내가 여러 명 서 있었다.").scenes
    assert len(scene.actors) == 4


def test_a_child_that_takes_after_the_dreamer_is_a_child() -> None:
    (scene,) = directed("거실에서 나를 닮은 아이가 웃었다.").scenes
    assert "child" in {actor.concept for actor in scene.actors}


@pytest.mark.parametrize(
    ("text", "motion"),
    [("엄마가 내 등을 쓸어 주었다.", "hug"), ("엄마가 마당을 쓸었다.", "sweep")],
)
def test_whose_back_is_stroked_is_not_swept(text: str, motion: str) -> None:
    (scene,) = directed(text).scenes
    assert motion in {a.motion for a in scene.actors if a.concept == "mother"}


@pytest.mark.parametrize(
    "text", ["별이 가득한 밤하늘을 날아다녔다.", "별이 반짝이는 하늘을 훨훨 날았다."]
)
def test_what_the_sky_is_full_of_does_not_fly(text: str) -> None:
    scene = directed(text).scenes[-1]
    assert (scene.setting, [a.motion for a in scene.actors]) == ("sky", ["fly"])
    assert not scene.props


@pytest.mark.parametrize(
    ("text", "setting", "bed"),
    [
        ("이발소 의자에 누워 있었다.", "shop", False),
        ("미용실에 갔다가 집에 와서 누웠다.", "home", True),
    ],
)
def test_one_lies_where_the_clause_says(text: str, setting: str, *, bed: bool) -> None:
    """In the chair of a shop there is no bed; who only came from the shop lies at home."""
    last = directed(text).scenes[-1]
    assert last.setting == setting
    assert any(prop.concept == "bed" for prop in last.props) is bed


def test_a_place_that_tells_a_thing_apart_moves_nobody() -> None:
    """우리 집 주소: the letter is read at the barber's."""
    scenes = directed("이발소 의자에 누워 있었다. 신문에 우리 집 주소가 나왔다.").scenes
    assert {scene.setting for scene in scenes} == {"shop"}


def test_how_one_does_it_is_no_deed_of_its_own_and_what_is_clear_does_nothing() -> None:
    """맑은 ends like a topic, 신나게 says how: the dreamer swims among fish, and that is all."""
    (scene,) = directed("맑은 바다에서 물고기들이랑 신나게 헤엄쳤다.").scenes
    assert scene.setting == "underwater"
    assert "swim" in {actor.motion for actor in scene.actors}


def test_what_somebody_looks_like_does_not_appear() -> None:
    """똑같이 생긴: nobody comes, they sit there as told."""
    scene = directed("지하철 맞은편에 나랑 똑같이 생긴 사람이 앉아 있었다.").scenes[-1]
    assert {actor.motion[:3] for actor in scene.actors} == {"sit"}


def test_flowers_that_wither_bow_down() -> None:
    scene = directed("꽃이 전부 까맣게 시들었다.").scenes[-1]
    assert ("flower", "wither") in {(prop.concept, prop.motion) for prop in scene.props}
