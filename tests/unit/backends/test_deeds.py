"""Those beside the main event do what the text says of them, and the manifest tells it."""

import pytest
from tests.unit.backends.told import directed, scenes

from mongyudo.backends.director.attested import attested
from mongyudo.backends.director.ledger import does
from mongyudo.backends.director.repertoire import repertoire
from mongyudo.ink.scene import Actor, Key
from mongyudo.reading import read
from mongyudo.records import Dream


def played(text: str):
    """The actors of the first picture by concept, and what is drawn of the dream."""
    direction = directed(text)
    cast = [actor for scene in direction.scenes for actor in scene.actors]
    return cast, {(d.keyword, d.concept) for d in direction.drawn}


def test_who_sits_beside_sits():
    """The grandmother sits while the tiger attacks, and both are told."""
    cast, drawn = played("마당에 할머니가 앉아 계셨다. 호랑이가 나를 공격했다.")
    assert any(a.concept == "grandmother" and a.motion == "sit" for a in cast)
    assert {c for _, c in drawn} >= {"sit", "grandmother", "tiger"}


def test_who_comes_in_walks_in():
    """The deer does not stand in the shop from the beginning: it comes."""
    cast, _ = played("편의점에 사슴이 들어왔다. 나는 소리를 질렀다.")
    deer = next(a for a in cast if a.concept == "deer")
    assert deer.motion == "walk"
    assert abs(deer.path[0].x - deer.path[-1].x) > 0.05


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("구름을 만졌는데 솜사탕이랑 똑같았다.", "candy"),
        ("뱀이 국수가락처럼 쏟아졌다.", "noodles"),
        ("바다가 구름인 줄 알았다.", "cloud"),
        ("할머니가 자개장을 사겠다고 하셨다.", "wardrobe"),
        ("따뜻한 우유를 마신 것처럼 노곤했다.", "milk"),
    ],
)
def test_what_is_only_likened_or_wished_is_not_drawn(text, word):
    """Cotton candy, noodles and clouds that are not there."""
    _, drawn = played(text)
    assert word not in {concept for _, concept in drawn}


def test_a_thing_before_a_word_like_house_is_no_house():
    """철모 집어던지다: the helmet is drawn as a helmet."""
    _, drawn = played("철모 집어던지다 깼다.")
    assert ("철모", "helmet") in drawn


def test_small_deeds_are_done_and_only_by_hands():
    """Mother chops; the cat that pressed a button is there, but no paw is shown pressing."""
    cast, drawn = played("엄마가 부엌에서 마늘을 썰었다.")
    assert ("mother", "chop") in {(a.concept, a.motion) for a in cast}
    assert "slice" in {c for _, c in drawn}
    _, drawn = played("고양이가 버튼을 눌렀다.")
    assert "press" not in {c for _, c in drawn}


def test_what_slips_from_the_hands_falls_to_the_ground():
    """The dropped thing begins at the hands and ends below them."""
    (scene,) = scenes("내가 책을 떨어뜨렸다.")
    book = next(prop for prop in scene.props if prop.concept == "book")
    assert book.path[0].y < 0.7 < book.path[-1].y


def test_a_bus_to_the_sea_stays_dry_and_brings_its_windows():
    """It stops on the beach, and no window stands beside it."""
    (scene,) = scenes("버스를 타고 바다로 갔다. 창문 밖으로 파도가 보였다.")
    assert scene.setting == "beach"
    assert [prop.concept for prop in scene.props] == ["bus"]


def staged(text: str):
    """The scenes of a dream of one segment, and the concepts that its manifest calls drawn."""
    direction = directed(text)
    return direction.scenes, {(d.keyword, d.concept) for d in direction.drawn}


def test_what_is_so_without_being_played_is_told_by_what_is_seen():
    """The box lies there, the wind blows; a box that is not there lies nowhere."""
    _, drawn = staged("방에 상자가 놓여 있었고 바람이 불었다. 나는 울었다.")
    assert {("놓여 있는 상자", "package"), ("바람", "wind")} <= drawn
    (segment,) = read(Dream.of("상자가 놓여 있었다."), segments=1).segments
    (lies,) = [e for e in segment.elements if e.lemma == "놓이다"]
    assert attested(segment, lies, (), {"package"}, repertoire()) == "package"
    assert attested(segment, lies, (), {"letter"}, repertoire()) is None


def test_it_is_things_that_change_and_not_who_looks_on():
    """The jar tilts; no eye of a proctor does, and music does not drip."""
    (scene,), drawn = staged("마당의 항아리가 한쪽으로 기울었다.")
    (jar,) = [prop for prop in scene.props if prop.concept == "jar"]
    assert jar.motion == "tilt"
    assert "tilt" in {concept for _, concept in drawn}
    for text in ("감독관이 앉아 있는데 눈이 뒤집혔다.", "라디오에서 음악이 흘러나왔다."):
        _, drawn = staged(text)
        assert not {"turn_over", "drip"} & {concept for _, concept in drawn}


def test_what_somebody_says_is_said_by_them():
    """일어나라고 했다: the grandmother talks."""
    (scene,), drawn = staged("할머니가 나한테 일어나라고 했다.")
    (grandmother,) = [actor for actor in scene.actors if actor.concept == "grandmother"]
    assert grandmother.motion == "talk"
    assert ("하다", "talk") in drawn


def test_a_wall_alone_does_not_show_who_is_pressed_to_it():
    """벽에 붙어 있었다: not the wall is told; the name tag on the chair is."""
    for text, seen, concept in (
        ("그 사람이 벽에 붙어 있었다.", "wall", None),
        ("의자에 이름표가 붙어 있었다.", "name_tag", "name_tag"),
    ):
        (segment,) = read(Dream.of(text), segments=1).segments
        (sticks,) = [e for e in segment.elements if e.lemma == "붙다"]
        assert attested(segment, sticks, (), {seen}, repertoire()) == concept


def test_who_sits_in_the_bus_rides_it():
    """From within a bus no ride is played, but everybody sees it."""
    scenes, drawn = staged("버스를 타고 가다가 창밖을 보고 울었다.")
    assert scenes[0].setting == "bus"
    assert ("탄 버스", "ride") in drawn


def test_a_bus_that_comes_drives_up():
    """It enters the picture, and no legs walk in its place."""
    (scene,), drawn = staged("정류장에 버스가 왔다.")
    (bus,) = [prop for prop in scene.props if prop.concept == "bus"]
    assert bus.path[0].x > 1 > bus.path[-1].x
    assert "arrive" in {c for _, c in drawn}


def test_what_somebody_has_on_is_worn_and_not_put_on():
    """The friend in uniform wears it while she waves; a coat taken off is not on."""
    cast, drawn = played("교복을 입은 친구가 손을 흔들었다.")
    (friend,) = [actor for actor in cast if actor.concept == "friend"]
    assert (friend.clothes, friend.motion) == ("school", "wave")
    assert ("교복", "school_uniform") in drawn
    cast, _ = played("나는 코트를 벗었다.")
    assert all(actor.clothes != "trench" for actor in cast)


def test_the_tool_of_a_deed_is_seen_with_people_only():
    """Who digs has a shovel in hand; a dog that digs has none."""
    _, drawn = played("나는 삽으로 땅을 팠다.")
    assert "shovel" in {c for _, c in drawn}
    digs = Actor("dog", (Key(0, 0.5, 0.8),), motion="dig")
    assert not does(digs, "shovel", repertoire())


def test_wings_grow_on_who_is_seen_and_do_not_stand_alone():
    """On the dreamer's back, on a friend's; a butterfly's are its own."""
    scenes, drawn = staged("내 등에서 날개가 돋았다. 하늘로 날아올랐다.")
    assert scenes[0].actors[0].holds == "wings"
    assert not any(prop.concept == "wings" for scene in scenes for prop in scene.props)
    assert "wings" in {concept for _, concept in drawn}
    scenes, _ = staged("친구 등에 날개가 달려 있었다. 친구가 웃었다.")
    assert ("friend", "wings") in {(a.concept, a.holds) for s in scenes for a in s.actors}
    scenes, _ = staged("나는 친구를 보고 웃었다. 친구 등에 날개가 달려 있었다.")
    worn = {actor.concept for scene in scenes for actor in scene.actors if actor.holds == "wings"}
    assert worn <= {"friend"}
    scenes, _ = staged("나비 날개가 방에 떨어져 있었다. 나는 그것을 주웠다.")
    assert "wings" not in {actor.holds for scene in scenes for actor in scene.actors}


def test_who_sits_on_a_bench_sits_on_it_and_not_before_it():
    scenes, _ = staged("공원 벤치에 앉아 있었다. 바람이 불었다.")
    (bench,) = [prop for prop in scenes[0].props if prop.concept == "bench"]
    (sitter,) = scenes[0].actors
    assert sitter.motion == "sit_bench"
    assert bench.behind
    assert bench.path[0].x == sitter.path[0].x


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("나는 우산을 들고 길을 걸었다.", "umbrella"),
        ("나는 우산을 쓰고 친구와 길을 걸었다.", "umbrella"),
        ("비가 와서 우산을 펴고 걸었다.", "umbrella"),
        ("나는 풍선을 들고 길을 걸었다.", "balloon"),
        ("등불을 들고 동굴에 들어갔다.", "lantern"),
    ],
)
def test_what_hangs_in_the_air_by_itself_is_held_in_the_hand(text, held):
    """An umbrella floats only where nobody holds it."""
    cast, drawn = played(text)
    assert held in {actor.holds for actor in cast}
    assert held in {concept for _, concept in drawn}
