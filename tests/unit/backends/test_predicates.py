"""What things do by themselves, and what a noun says with a verb that alone says nothing."""

import pytest
from tests.unit.backends.told import directed

from mongyudo.backends.director.story import SELF
from mongyudo.backends.director.telling import tell
from mongyudo.reading import read
from mongyudo.records import Dream


def events_of(text: str) -> list[tuple[str, str, str]]:
    """Concept, doer and thing of everything that happens in `text`."""
    story = tell(read(Dream.of(text), segments=1).segments[0])
    return [(e.concept, e.doer, e.hero_thing) for e in story.events]


def drawn_in(text: str) -> set[tuple[str, str]]:
    """The beginning of each word that is drawn, and by what."""
    return {(text[d.start_char : d.start_char + 1], d.concept) for d in directed(text).drawn}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("그 선생님은 얼굴이 없었다.", ("faceless", "teacher", "")),
        ("거울을 봤는데 얼굴이 없었다.", ("faceless", SELF, "")),
        ("강아지가 집채만 해졌다.", ("grow", "dog", "")),
        ("고양이가 콩알만 해졌다.", ("shrink", "cat", "")),
        ("바위가 떡이 되었다.", ("transform", "", "stone")),
        ("나비가 단추가 되었다.", ("transform", "butterfly", "")),
        ("의자가 되어 있었다.", ("transform", SELF, "")),
        ("집이 통째로 떠올랐다.", ("rise", "", "house")),
        ("창고 문이 스르르 열렸다.", ("open_door", "", "door")),
        ("강물이 부엌으로 들어왔다.", ("flood", "", "river")),
        ("상자가 내 쪽으로 다가왔다.", ("arrive", "", "package")),
        ("형은 한 번도 뒤돌아보지 않았다.", ("turn_away", "man", "")),
        ("벽에서 손이 튀어나왔다.", ("emerge", "", "hand")),
        ("지붕이 내려앉았다.", ("collapse", "", "roof")),
        ("냉장고가 말을 걸었다.", ("thing_talks", "", "refrigerator")),
        ("라디오가 저절로 켜졌다.", ("light_up", "", "radio")),
        ("장화가 혼자 걸어갔다.", ("pass_by", "", "boots")),
        ("버스가 하늘로 올라갔다.", ("fly", "", "bus")),
        ("상자에서 개구리가 나왔다.", ("emerge", "frog", "")),
        ("눈 대신 꽃이 내렸다.", ("fall", "", "flower")),
        ("동생이 내 손을 놓았다.", ("part", "child", "")),
    ],
)
def test_what_a_verb_tells_with_its_noun(text, event):
    """얼굴이 없었다, 콩알만 해졌다, 떡이 되었다: the noun says what happens."""
    assert event in events_of(text)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("친구가 의사가 되었다.", "transform"),
        ("내 차례가 되었다.", "transform"),
        ("상자가 콩알만 하다.", "shrink"),
        ("내 손이 녹아내렸다.", "walk"),
        ("나는 벽에서 손을 뗐다.", "appear"),
    ],
)
def test_what_only_looks_alike_is_no_such_event(text, concept):
    """What is as small as a bean did not become so; a friend who became a doctor is no other."""
    assert concept not in {c for c, _, _ in events_of(text)}


def test_a_pronoun_stands_for_what_was_spoken_of():
    """The tractor flies, and not the dreamer; the dog runs, and not somebody unknown."""
    assert ("fly", "", "tractor") in events_of("경운기를 탔는데 그게 하늘을 날았다.")
    assert ("run", "dog", "") in events_of("강아지 두 마리가 앉아 있었다. 얘네가 막 뛰었다.")


def test_what_hands_do_to_the_thing_that_is_spoken_of_the_thing_does_not_do():
    """도장은 손등에 찍어 주었다: it is pressed, and neither acts nor takes a photograph."""
    assert ("press", SELF, "") in events_of("도장은 손등에 찍었다.")


def test_what_happens_by_itself_is_drawn():
    """A door, a name on a stone, what moss turned out to be; nobody's face."""
    assert ("열", "open_door") in drawn_in("복도 끝의 문이 저절로 열렸다.")
    assert ("이", "writing") in drawn_in("비석을 보니 내 이름이 새겨져 있었다.")
    assert ("손", "fingernail") in drawn_in("이끼인 줄 알았는데 자세히 보니 손톱이었다.")
    assert ("손", "fingernail") not in drawn_in("나는 손톱을 물어뜯었다.")
    assert ("없", "faceless") in drawn_in("아이가 모자를 벗는데 얼굴이 없었다.")


def test_a_beast_bends_over_what_lies_before_it_and_speaks():
    """The cow reads; it does not press; what it says is seen."""
    assert ("읽", "read") in drawn_in("소가 신문을 읽고 있었다.")
    assert ("말", "talk") in drawn_in("소가 나한테 말을 했다.")
    assert ("말", "talk") in drawn_in("아기가 말을 했다.")


def test_nobody_goes_away_from_a_seat():
    """In the bus two sit side by side; in the street he goes and does not look back."""
    assert "turn_away" in {c for _, c in drawn_in("거리에서 형은 한 번도 뒤돌아보지 않았다.")}
    assert "turn_away" not in {c for _, c in drawn_in("버스를 탔다. 형은 뒤돌아보지 않았다.")}


def test_one_may_meet_a_tree():
    """소나무랑: two are there, though one is a thing; 쓰다듬다 is done to who was spoken of."""
    assert ("만", "meet") in drawn_in("카페에서 소나무랑 만났다.")
    assert ("쓰", "pat") in drawn_in("호랑이가 다가왔다. 나는 이마를 쓰다듬었다.")
    assert ("못", "search") in drawn_in("병실을 못 찾겠다.")


def test_where_one_comes_to_is_told_by_the_place():
    """문을 열자 바다가 나왔다: the sea is seen."""
    assert ("나", "sea") in drawn_in("문을 열자 바다가 나왔다.")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("상어 입이 나를 통째로 삼켰다.", ("attack", "shark", "")),
        ("용이 나를 섬까지 태워다 주었다.", ("ride", SELF, "")),
        ("컵에 칫솔이 꽂혀 있길래 양치를 했다.", ("brush_teeth", SELF, "")),
        ("더는 버틸 수가 없어 옆으로 쓰러졌다.", ("faint", SELF, "")),
        ("염소를 만났다. 이름은 순덕이였다. 순덕이가 춤을 추었다.", ("dance", "goat", "")),
        ("기차가 이쪽으로 달려 나왔다.", ("arrive", "", "train")),
        ("염소를 키웠다.", ("feed", SELF, "")),
        ("밥그릇에서 머리카락이 나왔다.", ("emerge", "", "hair")),
        ("친구들이 나만 빼고 떠났다.", ("part", "friends", "")),
        ("집에 도둑이 들었다.", ("appear", "thief", "")),
    ],
)
def test_who_does_it(text, event):
    """The owner of the mouth, who is carried, the dreamer, who has that name; no toothbrush."""
    assert event in events_of(text)


def test_who_died_long_ago_does_not_die_in_the_dream():
    """돌아가신 지 육 년: nobody is mourned."""
    assert "die" not in {c for c, _, _ in events_of("할머니를 만났다. 돌아가신 지 육 년이다.")}
    assert "die" in {c for c, _, _ in events_of("할머니가 꿈에서 돌아가셨다.")}


def test_what_a_part_of_the_body_does_the_dreamer_does_not():
    """눈알이 굴러갔다: nobody falls off a cliff; 내 배 is no boat."""
    assert SELF not in {doer for _, doer, _ in events_of("눈알이 굴러갔다.")}
    assert "boat" not in {c for _, c in drawn_in("의사가 내 배에서 시계를 꺼냈다.")}
    assert "boat" in {c for _, c in drawn_in("바다에서 큰 배를 보았다.")}


def test_what_nobody_does_for_one_is_not_done():
    """아무도 열어 주지 않았다: the door stays shut."""
    story = tell(read(Dream.of("문을 두드렸지만 아무도 열어 주지 않았다."), segments=1).segments[0])
    assert [e.concept for e in story.events if not e.unreal] == ["knock"]


def test_a_speech_ends_with_a_laugh():
    """그게 ㅋㅋ: what is behind it is told anew."""
    assert ("walk", SELF, "") in events_of("강아지가 웃었다ㅋㅋㅋ 나는 걸었다.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("꽃잎이 날리고 있었다.", ("spill", "", "petal")),
        ("사람들이 풍등을 날렸다.", ("float", "", "lantern")),
        ("언덕에서 연을 날렸다.", ("play", SELF, "")),
        ("자전거는 소리 하나 없이 굴렀다.", ("arrive", "", "bicycle")),
        ("국이 무릎까지 차오르고 출입문은 밖에서 잠겨 있었다.", ("locked", "", "door")),
        ("문이 물에 잠겼다.", ("flood", "", "door")),
        ("강아지 뭉치가 왔다. 나는 울었다. 뭉치는 웃었다.", ("laugh", "dog", "")),
        ("거북이 초록이가 있었다. 초록이는 눈을 감았다.", ("sleep", "turtle", "")),
        ("거북이가 눈을 감고 꼼짝을 안 했다.", ("freeze", "turtle", "")),
        ("호랑이가 다가와서 꼼짝도 못 했다.", ("freeze", SELF, "")),
        ("물이 턱까지 오고 있었다.", ("flood", "", "water")),
        ("엄마가 심어 준 동백이 뽑혀 누워 있었다.", ("turn_over", "", "camellia")),
        ("수국이 전부 고개를 떨구고 있었다.", ("wither", "", "flower")),
        ("비상구 문이 용접돼 있었다.", ("locked", "", "door")),
        ("초소에서 야간 근무 중이었다.", ("stand", SELF, "")),
    ],
)
def test_who_and_what_does_it_is_told_by_what_stands_before_the_verb(
    text: str, told: tuple[str, str, str]
):
    """날리다 is said of petals and of lanterns, 구르다 of wheels, 잠기다 of doors; a name is told
    once."""
    assert told in events_of(text)


@pytest.mark.parametrize(
    ("text", "unseen"),
    [
        ("불꽃이 분홍색, 파란색으로 확 올라왔다.", "climb"),
        ("맨몸으로 상자를 막았다.", "naked"),
        ("이의 제기를 했다.", "tablet_ancestral"),
    ],
)
def test_a_word_that_means_something_else_there_is_not_drawn(text: str, unseen: str):
    """Flames climb no mountain, bare hands are no nakedness, and an objection is no dish."""
    assert unseen not in {concept for _, concept in drawn_in(text)}


def test_a_squid_over_a_fire_is_food_and_the_fire_is_one_to_sit_at():
    """불에 오징어를 구웠다: no squid stands about, and nothing is ablaze."""
    direction = directed("소장이 그 불에 오징어를 굽고 앉아 있었다.")
    scenes = direction.scenes
    assert not any(a.concept == "squid" for s in scenes for a in s.actors)
    assert any(p.concept == "fire" for p in scenes[0].props)
    assert not any(e.name == "fire" for s in scenes for e in s.effects)


def test_what_is_waved_is_in_the_hand():
    """손수건을 흔들었다: it lies nowhere."""
    scenes = directed("항구에서 손수건을 흔들었다.").scenes
    assert [a.holds for a in scenes[-1].actors] == ["scarf"]
    assert not scenes[-1].props


def test_what_clings_to_the_ceiling_is_no_larger_for_it():
    """나비가 천장에 붙었다: it is a butterfly still."""
    scene = directed("나비들이 천장에 붙었다.").scenes[0]
    tall = [a.height * a.path[0].scale for a in scene.actors if a.concept == "butterfly"]
    assert tall
    assert max(tall) < 0.2


def test_a_flower_pot_and_a_fish_tank_stand_in_a_room():
    """어항에 거북이가 있었다: no sea is told of."""
    assert directed("거북이가 어항에 있었다.").scenes[0].setting == "room"
    assert directed("화분에 꽃이 피어 있었다.").scenes[0].setting == "room"


def test_the_mirror_of_a_bathroom_is_in_the_bathroom():
    """화장실 거울 앞: no other room is told of."""
    assert directed("화장실 거울 앞에서 머리를 빗었다.").scenes[0].setting == "bathroom"


def test_roll_call_is_held_in_the_school_yard():
    """조회 시간에: no room is told of."""
    assert directed("조회 시간에 비가 왔다.").scenes[0].setting == "school_yard"


def test_a_calf_is_smaller_than_a_cow():
    """송아지: it does not fill the picture."""
    told = "내가 마당에 나가니 {}가 서 있었다."
    scenes = [directed(told.format(name)).scenes[0] for name in ("송아지", "암소")]
    calf, cow = (next(a.height for a in s.actors if a.concept == "cow") for s in scenes)
    assert calf < 0.8 * cow


def test_who_takes_the_underground_sits_in_it_whatever_station_is_spoken_of():
    """지하철을 탔는데 역 이름이: the first picture is not of an empty train."""
    scenes = directed("지하철 2호선을 탔는데 역 이름이 이상했다.").scenes
    assert [s.setting for s in scenes] == ["subway", "station"]
    assert scenes[0].actors


def test_who_falls_out_of_a_tree_falls_off_no_cliff():
    """나무에서 떨어졌다: it is not deep."""
    scene = directed("나무에서 떨어졌다.").scenes[0]
    assert (scene.setting, scene.actors[0].motion) == ("field", "fall_back")
