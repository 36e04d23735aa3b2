"""What becomes of the dreamer's body is seen, is their own, and stays in the next pictures."""

import pytest
from tests.unit.backends.told import directed, film, segment

from mongyudo.backends.director.telling import tell
from mongyudo.backends.director.traits import table, traits_of
from mongyudo.ink.figures_traits import TRAITS


def borne(text: str) -> tuple[str, ...]:
    """What has become of the dreamer by the end of `text`."""
    return traits_of(text, segment(text).elements)


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("거울 속 나는 대머리였다.", "bald"),
        ("머리카락이 몽땅 빠졌어요.", "bald"),
        ("머리카락이 하얗게 변했다.", "grey"),
        ("얼굴에 수염이 잔뜩 났다.", "beard"),
        ("이마에 뿔이 돋아났다.", "horns"),
        ("엉덩이에 꼬리가 생겼다.", "tail"),
        ("등에서 날개가 돋아났다.", "wings"),
        ("배가 남산만 하게 불러 있었다.", "belly"),
        ("내가 임신을 했는데 아무도 몰랐다.", "belly"),
        ("팔에 붉은 반점이 퍼졌다.", "rash"),
        ("다리에 비늘이 났다.", "scales"),
        ("온몸에 털이 수북했다.", "fur"),
        ("손에서 피가 흘렀다.", "blood_hand"),
        ("칼에 손가락을 베였는데 피가 멈추지 않았다.", "blood_hand"),
        ("발바닥을 유리에 찔렸다.", "blood_leg"),
        ("칼에 배를 찔렸다.", "blood_body"),
        ("입에서 피가 흘렀다.", "blood_mouth"),
        ("갑자기 코피가 쏟아졌다.", "blood_nose"),
        ("입이 실로 꿰매져 있었다.", "sewn_mouth"),
        ("손등에 주름이 가득했다.", "aged"),
        ("내가 할머니가 되어 있었다.", "grown_old"),
        ("혀가 뱀처럼 길어졌다.", "long_tongue"),
        ("손톱이 자꾸 자랐어요.", "long_nails"),
        ("코가 점점 길어졌다.", "long_nose"),
        ("귀가 당나귀처럼 커졌다.", "big_ears"),
        ("목이 기린처럼 늘어났다.", "long_neck"),
        ("팔이 고무줄처럼 늘어났다.", "long_arms"),
        ("다리가 쭉쭉 길어졌다.", "long_legs"),
        ("얼굴이 퉁퉁 부어 있었다.", "big_head"),
        ("손가락이 열두 개로 늘어났어요.", "many_fingers"),
        ("몸이 점점 투명해졌다.", "see_through"),
        ("내 얼굴이 녹아내렸다.", "melting"),
        ("등에 커다란 혹이 생겼다.", "hump"),
        ("두 손이 까맣게 변했다.", "dark_hands"),
        ("내 손이 점점 투명해졌다.", "clear_hands"),
        ("손가락이 분필처럼 부러졌다.", "few_fingers"),
        ("손이 솥뚜껑만큼 커졌다.", "big_hands"),
        ("내 발이 점점 커졌다.", "big_feet"),
        ("발바닥부터 젖기 시작했다.", "wet_feet"),
        ("손끝에서 물이 뚝뚝 떨어졌다.", "wet_hands"),
        ("손바닥에 글자가 생겼다.", "written_hand"),
        ("팔뚝에 모르는 번호가 적혀 있었다.", "written_hand"),
        ("손바닥에 눈이 떠 있었다.", "eyed_hand"),
        ("손끝에서 꽃이 피었다.", "sprouting_hands"),
        ("무릎에서 싹이 돋았다.", "sprouting_legs"),
        ("귀에서 새싹이 나 있었다.", "sprouting_head"),
    ],
)
def test_what_becomes_of_the_body_is_read(text, trait):
    """By the part of the body and what it is said to do."""
    assert trait in borne(text)


@pytest.mark.parametrize(
    "text",
    [
        "엄마 머리카락이 몽땅 빠졌다.",
        "언니가 임신을 했다.",
        "강아지 꼬리가 돋아났다.",
        "배가 불러서 더는 못 먹었다.",
        "손에서 피가 흘렀다. 꿈에서 깼다.",
        "배가 불러 있었다. 병원에서 아기를 낳았다.",
        "등에 날개가 돋았다. 날개가 부러졌다.",
        "배를 타고 섬에 갔다.",
        "친구 등에서 날개가 돋았다.",
        "날개에서 선풍기 소리가 났다.",
        "엄마가 부엌에서 배가 불러 있었다.",
        "버스 손잡이도 젖어 있었다.",
        "가방에 손 넣어 꺼내 보니 퉁퉁 불은 빵이었다.",
        "엄마 손이 까맣게 변했다.",
        "발이 젖었다. 수건으로 발을 닦았다.",
    ],
)
def test_what_is_of_another_or_over_is_not_the_dreamer_s(text):
    """엄마 머리카락, and what has ended since."""
    assert borne(text) == ()


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        (
            "머리카락이 몽땅 빠졌다. 학교에 갔는데 다들 웃었다. 나는 책상 밑에 숨었다.",
            "bald",
        ),
        ("팔에 두드러기가 났어요. 무서워서 병원에 갔어요.", "rash"),
        ("칼에 손가락을 베였다. 부엌에서 엄마를 불렀다.", "blood_hand"),
    ],
)
def test_it_stays_in_the_next_pictures(text, trait):
    """Every picture of the dreamer shows it, from the first on that tells of it."""
    selves = [a for scene in film(text) for a in scene.actors if a.clothes == "nightgown"]
    assert len(selves) > 1
    assert all(trait in actor.traits for actor in selves)


def test_it_is_seen_near_as_it_comes():
    """The dreamer fills the picture, and nobody's head lies about for a wrinkle."""
    (scene, *_) = film("손등에 주름이 가득했다. 나는 울었다.")
    assert scene.actors[0].height > 0.9
    assert "face" not in {prop.concept for prop in scene.props}


@pytest.mark.parametrize(
    ("text", "part"),
    [("손바닥에 글자가 생겼다.", "hand"), ("발바닥부터 젖기 시작했다.", "foot")],
)
def test_what_becomes_of_hands_and_feet_is_seen_on_them_from_near(text, part):
    """No loose hand, no loose foot lies about: the camera cuts to the dreamer's own."""
    direction = directed(text)
    assert part in {d.concept for d in direction.drawn}
    assert not any(scene.props for scene in direction.scenes)
    assert direction.scenes[0].camera.cut_in is not None


def test_hands_that_can_be_seen_through_leave_the_rest_as_it_is():
    """손이 투명해졌다: not the whole dreamer is faint."""
    (actor,) = film("내 손이 점점 투명해졌다.")[0].actors
    assert min(key.alpha for key in actor.path) == 1.0


def test_all_that_is_told_can_be_drawn():
    """Wings are borne on the back, and who has grown old is another figure."""
    assert {row.trait for row in table()} - {"wings", "grown_old", "see_through"} == set(TRAITS)


def test_who_wears_nothing_wears_nothing_in_the_next_pictures_either():
    """Until something is put on."""
    bare = film("회사에 갔는데 내가 옷을 하나도 안 입고 있었다. 책상 밑에 숨었다.")
    assert {a.clothes for scene in bare for a in scene.actors if a.concept == "woman"} >= {"naked"}
    assert "nightgown" not in {a.clothes for scene in bare for a in scene.actors}
    assert "clothes" not in {p.concept for scene in bare for p in scene.props}
    dressed = film("목욕탕에서 옷을 벗었다. 잠옷을 입고 집에 왔다.")
    assert dressed[-1].actors[0].clothes == "pyjamas"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("나는 죽어서 관 속에 누워 있었다.", "in_coffin"),
        ("검은 여자가 내 가슴 위에 올라앉아 목을 눌렀다.", "weighed_down"),
        ("아무리 해도 입이 떨어지지 않았다.", "voiceless"),
        ("팔을 새처럼 저으니까 몸이 둥실 떠올랐어요.", "fly"),
        ("침대에 누워 있는 나를 천장에서 내려다보고 있었다.", "seen_from_above"),
        ("트럭이 달려와서 눈을 질끈 감았다.", "cover"),
        ("수술대에 누워 있었는데 의사가 내 배를 갈랐다.", "treated"),
        ("만삭이라 배를 쓰다듬었다.", "pregnant"),
        ("나는 천장 쪽에 떠서 그걸 보고 있었다.", "float"),
    ],
)
def test_what_befalls_the_body_is_one_picture(text, event):
    """All its verbs are told by that one."""
    assert event in [e.concept for e in tell(segment(text)).events]


def test_a_dark_woman_is_a_shape_on_the_chest():
    """검은 여자: nothing of her is seen but that; and the dreamer lies under her."""
    (scene, *_) = film("검은 여자가 내 가슴 위에 올라앉았다. 무서웠다.")
    dark = [a for a in scene.actors if a.menace]
    assert [a.motion for a in scene.actors if not a.menace] in (["lie"], ["paralysed"])
    assert len(dark) == 1
    assert dark[0].path[-1].y < scene.actors[0].path[-1].y


def test_who_is_in_the_mirror_stands_nowhere_else():
    """거울 속의 나: the reflection is that."""
    (scene, *_) = film("거울 속의 내가 웃고 있었다. 나는 소리를 질렀다.")
    assert len(scene.actors) == 1
    assert "mirror" in {effect.name for effect in scene.effects}


def test_who_is_called_by_name_is_not_there():
    """딸 이름을 불렀다: she is lost."""
    scenes = film("백화점에서 딸을 잃어버렸다. 층층이 뛰어다니며 딸 이름을 불렀다.")
    assert "girl" not in {a.concept for scene in scenes[1:] for a in scene.actors}


def test_one_hides_from_the_thief_and_not_the_thief():
    """도둑이 들어와서 숨었다."""
    events = tell(segment("도둑이 집에 들어와서 옷장 안에 숨었다.")).events
    assert [e.doer for e in events if e.concept == "hide"] == ["self"]


def test_to_a_giant_all_others_are_small():
    """나는 거인이 되어: still the dreamer, and larger than everybody."""
    scenes = film("나는 거인이 되어 마을을 내려다보았다. 엄마가 나를 보고 울었다.")
    sizes = {a.concept: a.height for scene in scenes for a in scene.actors}
    assert "giant" not in sizes
    assert sizes["woman"] > 1.6 * sizes.get("mother", 0.0)


def test_what_grows_on_the_dreamer_grows_nowhere_else():
    """혀가 길어졌다: no tongue as large as a house stands beside, and it is counted as seen."""
    direction = directed("혀가 뱀처럼 길어졌다. 나는 울었다.")
    assert "tongue" in {d.concept for d in direction.drawn}
    assert "tongue" not in {p.concept for scene in direction.scenes for p in scene.props}


def test_who_can_be_seen_through_is_faint():
    """투명해졌다: and stays so."""
    scenes = film("내 몸이 점점 투명해졌다. 학교에 갔는데 친구가 나를 못 봤다.")
    selves = [a for scene in scenes for a in scene.actors if "see_through" in a.traits]
    assert selves
    assert max(key.alpha for actor in selves for key in actor.path) < 0.5


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("거울 속의 내가 웃고 있었다. 그러더니 손을 뻗어 나를 잡아당겼다.", "room"),
        ("손톱이 자꾸 자라서 바닥에 끌렸다. 무서워서 엉엉 울었다.", "room"),
        ("물속으로 천천히 가라앉았다. 무서웠지만 숨을 쉬었다.", "underwater"),
        ("물에 빠져서 허우적거렸다. 갑자기 숨이 쉬어졌다.", "underwater"),
        ("거울을 봤는데 내 얼굴이 없었다. 만져 보니 코도 입도 없이 매끈했다.", "room"),
        ("교회에서 기도를 하는데 몸이 천장까지 떠올랐다. 다들 박수를 쳤다.", "church"),
        ("몸이 안 움직였어. 창문으로 할머니가 들어와서 내 발을 잡아당겼어.", "room"),
        ("비행기 시간이 다 됐는데 여권이 없었다. 가방을 다 쏟아 놓고 찾았다.", "airport"),
    ],
)
def test_one_is_still_there_in_the_next_picture(text, setting):
    """Nobody is in a forest for being afraid, who was at home before a mirror."""
    assert {scene.setting for scene in film(text)} == {setting}


def test_who_is_a_baby_is_the_only_one():
    """몸이 갓난아기였다: that baby is the dreamer."""
    scenes = film("눈을 떴는데 몸이 갓난아기였다. 말을 하려는데 울음만 나왔다.")
    assert all([a.concept for a in scene.actors] == ["baby"] for scene in scenes)


def test_who_has_become_a_bird_sits_on_the_wire_alone():
    """나는 까마귀였다: nobody looks up to it from below."""
    scenes = film("나는 까마귀였다. 전깃줄에 앉아 우리 집을 내려다봤다.")
    perched = [s for s in scenes if any(p.concept == "power_line" for p in s.props)]
    assert [[a.concept for a in s.actors] for s in perched] == [["crow"]]


def test_who_has_become_a_dog_is_one_to_whoever_feeds_it():
    """주인이 밥을 줬는데 말이 안 나왔다: no woman takes the dog's place."""
    text = "내가 개가 되어 마당에 묶여 있었다. 주인이 밥을 줬는데 말이 안 나와서 짖기만 했다."
    cast = [{a.concept for a in scene.actors} for scene in film(text)]
    assert all("dog" in names for names in cast)
    assert all("woman" not in names for names in cast[1:])


def test_whom_one_cannot_hold_is_not_held():
    """안아 줄 수가 없었다: it is tried, and no hug is shown."""
    events = tell(segment("딸이 우는데 안아 줄 수가 없었다.")).events
    assert "hug" not in [e.concept for e in events]
