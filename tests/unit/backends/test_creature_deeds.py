"""What animals do in their own way: hatch, brood, nuzzle, settle on somebody, stand tethered."""

import pytest
from tests.unit.backends.told import happens, segment

from mongyudo.backends.director import direct
from mongyudo.backends.director.telling import tell


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("병아리가 알에서 깨어났다.", ("transform", "", "egg")),
        ("알에서 뱀이 나왔다.", ("transform", "", "egg")),
        ("거북이가 모래밭에 알을 낳았다.", ("brood", "turtle", "")),
        ("강아지가 내 무릎에 머리를 얹었다.", ("nuzzle", "dog", "")),
        ("고양이가 내 다리에 몸을 비볐다.", ("nuzzle", "cat", "")),
        ("새가 내 어깨에 앉았다.", ("settle", "bird", "")),
        ("소가 외양간에 매여 있었다.", ("tethered", "cow", "")),
        ("개가 기둥에 묶여 있었다.", ("tethered", "dog", "")),
        ("말이 나무에 묶여 있었다.", ("tethered", "horse", "")),
        ("엄마가 내 머리를 묶어 주었다.", ("tend_hair", "mother", "")),
        ("나는 신발 끈을 묶었다.", ("make", "self", "")),
    ],
)
def test_what_animals_do_and_ropes_hold(text, event):
    """Each as it is seen: no cat cooks, and no dreamer is bound where the dog is."""
    assert event in happens(text)


def test_bound_is_to_whom_it_is_done(shot_of, ink):
    """The masked man works at the rope, and the dreamer is bound."""
    direction = direct(shot_of(segment("괴한이 나를 의자에 묶었다."), "공포"), ink)
    cast = {(a.concept, a.motion) for scene in direction.scenes for a in scene.actors}
    assert {("woman", "tied"), ("masked_person", "fiddle")} <= cast


def test_a_small_bird_that_settles_is_held(shot_of, ink):
    """It sits in the dreamer's hands, and nobody floats in the sky for it."""
    direction = direct(shot_of(segment("새가 내 손등에 앉았다."), "행복"), ink)
    (scene,) = direction.scenes
    lead, bird = scene.actors
    assert (lead.concept, bird.concept) == ("woman", "bird")
    assert bird.path[-1].y < lead.path[-1].y - lead.height / 2
    assert scene.setting != "sky"


@pytest.mark.parametrize(
    ("text", "event", "doer", "target"),
    [
        ("나는 도둑으로 몰렸다.", "accuse", "thief", "self"),
        ("학생들이 운동장에 모였다.", "gather", "students", ""),
        ("나는 큰 소리를 냈다.", "shout", "self", ""),
        ("아기가 걸음마를 했다.", "walk", "baby", ""),
        ("우리는 합의했다.", "nod", "self", ""),
        ("온 소대가 합창했다.", "sing", "soldiers", ""),
        ("물고기가 펄떡거렸다.", "jump", "fish", ""),
    ],
)
def test_what_people_do_with_one_another(text, event, doer, target):
    """Agree, gather, stand accused, take first steps."""
    told = {(e.concept, e.doer, e.target) for e in tell(segment(text)).events}
    assert (event, doer, target) in told


def test_who_is_carried_goes_along(shot_of, ink):
    """아버지가 나를 업고 걸었다: the walk is seen, too."""
    direction = direct(shot_of(segment("아버지가 나를 업고 걸었다."), "행복"), ink)
    assert {"walk", "piggyback"} <= {d.concept for d in direction.drawn}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("나는 아기를 재웠다.", ("sleep", "baby", "self")),
        ("엄마가 나를 침대에 눕혔다.", ("lie_down", "self", "mother")),
        ("형이 동생을 울렸다.", ("cry", "child", "man")),
        ("엄마가 나를 씻겨 주었다.", ("tend_hair", "mother", "self")),
        ("농부가 소를 몰았다.", ("walk", "farmer", "cow")),
        ("나는 사람들에게 떡을 돌렸다.", ("give", "self", "crowd")),
        ("우리는 이야기를 나눴다.", ("talk", "self", "")),
        ("몬스테라가 나를 화분에 옮겨 심었다.", ("assail", "", "self")),
        ("갈매기가 내 옷에 똥을 쌌다.", ("soil", "seagull", "")),
        ("사람들이 하나씩 고개를 드는데 조용했다.", ("look_up", "crowd", "")),
    ],
)
def test_who_is_made_to_do_it_does_it(text, event):
    """Who is put to bed sleeps; a plant that plants somebody comes at them."""
    assert event in {(e.concept, e.doer, e.target) for e in tell(segment(text)).events}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("엄마가 왔다. 나는 우산을 무덤에 씌워 주고 갔다.", ("drape", "self", "")),
        ("엄마가 왔다. 나는 모자를 항아리에 씌웠다.", ("drape", "self", "")),
        ("엄마가 왔다. 나는 모자를 머리에 씌워 주었다.", ("apply", "mother", "self")),
        ("동생이 왔다. 나는 옷을 방에서 입혀 주었다.", ("dress", "child", "self")),
    ],
)
def test_what_is_put_over_a_thing_is_worn_by_nobody(text, event):
    """The grave and the jar are covered, not who came before; a head is that of somebody."""
    assert event in {(e.concept, e.doer, e.target) for e in tell(segment(text)).events}


@pytest.mark.parametrize(
    ("text", "concept", "other"),
    [
        ("나는 결혼을 했다.", "wedding", "man"),
        ("우리는 악수를 했다.", "meet", "stranger"),
        ("나는 이혼을 했다.", "part", "stranger"),
    ],
)
def test_what_takes_two_is_done_with_somebody(shot_of, ink, text, concept, other):
    """Nobody marries alone, also where the dream does not say whom."""
    direction = direct(shot_of(segment(text), "중립"), ink)
    assert other in {a.concept for scene in direction.scenes for a in scene.actors}
    assert concept in {d.concept for d in direction.drawn}


@pytest.mark.parametrize(
    ("text", "motion"),
    [("까마귀가 내 앞에서 부리를 벌렸다.", "attack"), ("고양이가 발로 문을 긁었다.", "cheer")],
)
def test_animals_gape_and_scratch_with_jaws_and_paws(shot_of, ink, text, motion):
    """It is seen, and not only claimed of one that stands."""
    direction = direct(shot_of(segment(text), "공포"), ink)
    assert motion in {a.motion for scene in direction.scenes for a in scene.actors}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("소가 마당에서 여물을 먹었다.", ("graze", "cow", "")),
        ("뱀이 개구리를 삼켰다.", ("graze", "snake", "frog")),
        ("공작이 날개를 펼쳤다.", ("flap", "peacock", "")),
        ("닭이 홰를 쳤다.", ("flap", "chicken", "")),
        ("고양이가 발톱을 세웠다.", ("rage", "cat", "")),
        ("거북이가 뒤집혀 있었다.", ("lie_down", "turtle", "")),
        ("황소가 뿔로 나를 들이받았다.", ("attack", "ox", "self")),
        ("나비가 번데기에서 나왔다.", ("transform", "", "butterfly")),
        ("개미들이 줄지어 기어갔다.", ("crawl", "ant_swarm", "")),
    ],
)
def test_animals_use_muzzle_wings_and_claws(text, event):
    """No cow sits at a table, and who walks in a line really walks."""
    told = {(e.concept, e.doer, e.target) for e in tell(segment(text)).events if not e.unreal}
    assert event in told or (event[0], event[1], "self") in told


def test_a_cow_eats_where_it_stands(shot_of, ink):
    """Not in a kitchen, and no rice is served."""
    (scene,) = direct(shot_of(segment("소가 풀을 먹었다."), "중립"), ink).scenes
    assert scene.setting != "kitchen"
    assert "rice" not in {prop.concept for prop in scene.props}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("냄비들이 하나씩 떠올라 창밖으로 나갔다.", ("recede", "", "pot")),
        ("모자가 날아올라 지붕 위로 올라갔다.", ("rise", "", "hat")),
        ("나는 뗏목을 저어 강을 건넜다.", ("ride", "self", "")),
        ("우리는 투표로 반장을 뽑았다.", ("raise_hand", "self", "")),
    ],
)
def test_what_moves_goes_on_moving(text, event):
    """The pots that rose go out of the window, and not the dreamer."""
    assert event in happens(text)
