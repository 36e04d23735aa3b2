"""What hands do is done to the thing that is told, where the hands are, and goes on with it."""

import pytest
from tests.unit.backends.told import directions as _directed
from tests.unit.backends.told import happens, segment

from mongyudo.backends.director.telling import tell

_ARMS_LENGTH = 0.24
"""Nobody reaches what is farther away than this share of the frame's width."""


def _scenes(text: str, segments: int = 1):
    return [scene for each in _directed(text, segments) for scene in each.scenes]


@pytest.mark.parametrize(
    ("text", "who", "motion", "thing"),
    [
        ("할머니가 마당에서 항아리를 씻고 있었다.", "grandmother", "wash", "jar"),
        ("아버지가 방에서 시계를 고치고 계셨다.", "father", "hammer", "clock"),
        ("방에서 서랍에 양말을 넣었다.", "woman", "stow", "drawer"),
        ("부엌에서 접시를 닦았다.", "woman", "wipe", "plate"),
    ],
)
def test_what_hands_are_at_lies_before_them(text: str, who: str, motion: str, thing: str) -> None:
    """The jar that is washed is not across the yard."""
    found = [
        abs(a.path[-1].x - p.path[-1].x)
        for scene in _scenes(text)
        for a in scene.actors
        for p in scene.props
        if a.concept == who and a.motion == motion and p.concept == thing
    ]
    assert found
    assert max(found) < _ARMS_LENGTH


@pytest.mark.parametrize(
    ("text", "motion", "thing"),
    [
        ("부엌에서 사과를 먹었다.", "eat", "apple"),
        ("시장에서 국수를 먹었다.", "eat", "noodles"),
        ("우물가에서 물을 마셨다.", "drink", "glass_of_water"),
        ("숲에서 편지를 읽었다.", "read_book", "letter"),
        ("들판에서 당근을 뽑았다.", "uproot", "carrot"),
        ("방에서 목걸이를 만들었다.", "fiddle", "necklace"),
        ("부엌에서 젓가락으로 국수를 돌돌 말았다.", "fiddle", "chopsticks"),
        ("방에서 연필을 꺼냈다.", "stow", "pencil"),
        ("무대에서 트럼펫을 불려고 숨을 들이쉬었다.", "blow", "trumpet"),
    ],
)
def test_what_hands_use_is_in_them(text: str, motion: str, thing: str) -> None:
    """What is eaten, read or pulled out does not lie beside, while the hands move in the air."""
    scenes = _scenes(text)
    assert any(a.motion == motion and a.holds == thing for s in scenes for a in s.actors)
    assert not any(p.concept == thing for s in scenes for p in s.props)


@pytest.mark.parametrize(
    ("text", "who", "thing"),
    [
        ("카페에서 친구가 춤을 추고 나는 커피를 마셨다.", "woman", "hot_beverage"),
        ("나는 소리를 질렀고 직원이 동전을 다시 셌다.", "clerk", "coin"),
    ],
)
def test_who_does_it_beside_the_main_event_has_it_in_hand(text: str, who: str, thing: str) -> None:
    """It is not laid out on a table, while somebody drinks from empty hands."""
    assert any(a.concept == who and a.holds == thing for s in _scenes(text) for a in s.actors)


def test_who_has_eaten_has_no_bowl_in_hand() -> None:
    """밥을 먹고 소리쳤다: it is over, and hands are free."""
    cries = [
        a
        for s in _scenes("집에서 밥을 먹고 소리를 질렀다.")
        for a in s.actors
        if a.motion == "shout"
    ]
    assert cries
    assert not any(a.holds for a in cries)


@pytest.mark.parametrize(
    ("text", "motion", "thing"),
    [
        ("할머니가 머리에 보따리를 이고 왔다.", "bear_on_head", "bundle"),
        ("욕탕에서 카드가 젖을까봐 다들 머리에 이고 있었다.", "bear_on_head", "credit_card"),
        ("아저씨가 쌀자루를 어깨에 메고 갔다.", "bear_on_shoulder", "rice_sack"),
        ("아저씨가 배낭을 어깨에 메고 산을 걸었다.", "bear_on_back", "backpack"),
        ("할아버지가 지게를 지고 왔다.", "bear_on_back", "a_frame_carrier"),
        ("동생이 편지를 들고 걸었다.", "carry", "letter"),
        ("동생이 모자를 들고 걸었다.", "carry", "hat"),
        ("나는 깃털을 쥐고 울었다.", "carry", "feather"),
        ("꿈에서 배송을 했다.", "carry", "package"),
        ("아저씨가 음식 봉투 내려놓고 나왔다.", "pick", "envelope"),
    ],
)
def test_a_load_is_borne_where_it_is_told(text: str, motion: str, thing: str) -> None:
    """On the head, a shoulder or the back, and in the arms else; a letter, too, is held."""
    assert any(a.motion == motion and a.holds == thing for s in _scenes(text) for a in s.actors)


def test_who_walks_with_a_load_on_the_head_has_it_there_all_the_way() -> None:
    """대야를 이고 걸어갔다: it is not taken into the arms first."""
    scenes = _scenes("대야를 이고 집으로 걸어갔다. 개울물이 따라왔다.")
    (bears,) = [a for s in scenes for a in s.actors if a.holds == "bucket"]
    assert {bears.motion, *(turn.motion for turn in bears.turns)} == {"bear_on_head"}


def test_what_is_picked_up_with_a_tool_is_not_the_tool() -> None:
    """젓가락으로 집어: the chopsticks are in the hand, and none lie on the ground."""
    scenes = _scenes("사장이 젓가락으로 집어 맛을 보았다.")
    assert any(a.holds == "chopsticks" for s in scenes for a in s.actors)
    assert not any(p.concept == "chopsticks" for s in scenes for p in s.props)


@pytest.mark.parametrize(
    "text", ["할머니가 리어카에 배추를 싣고 걸었다.", "공항에서 카트에 가방을 싣고 걸었다."]
)
def test_what_is_loaded_on_wheels_goes_along_on_them(text: str) -> None:
    """Nobody carries a cart in their arms; what is on it goes with it, above its wheels."""
    (scene,) = _scenes(text)
    load, cart = scene.props
    assert cart.concept in ("cart", "shopping_cart")
    assert not any(a.holds for a in scene.actors)
    assert [k.x for k in load.path] == [k.x for k in cart.path]
    assert load.path[0].y < cart.path[0].y
    assert load.path[0].y - load.height < cart.path[0].y - 0.9 * cart.height


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("장화가 나왔다. 의사가 그걸 내 발에 신겼다.", ("apply", "boots")),
        ("달걀을 꺼냈다. 그걸 던졌다.", ("throw", "egg")),
        ("사과가 있었다. 하는 수 없이 하나를 골라 쥐었다.", ("carry", "apple")),
        ("교실에서 내가 쥐고 있던 건 어금니였다.", ("carry", "tooth")),
    ],
)
def test_that_is_what_was_told_of(text: str, event: tuple[str, str]) -> None:
    """그걸, 하나를, 쥐고 있던 건: hands have the thing itself, and do nothing with the air."""
    told = [(e.concept, t) for e in tell(segment(text)).events for t in e.things]
    assert event in told


@pytest.mark.parametrize(
    "text", ["달이 떴다. 그걸 쳐다보았다.", "엄마가 노래를 불렀다. 그걸 들었다."]
)
def test_that_is_no_thing_in_hands_where_it_is_seen_or_heard(text: str) -> None:
    """Nobody holds the moon, or a song, for it being told of as that."""
    assert not any(e.things for e in tell(segment(text)).events if e.doer == "self")


def test_a_shoe_is_put_on_from_hands_that_kneel() -> None:
    """It begins where the hands of the one who kneels are, and ends at the other's foot."""
    (scene,) = [s for s in _scenes("의사가 내 발에 장화를 신겼다.") if s.props]
    (boots,) = scene.props
    kneeling, standing = scene.actors
    low = scene.actors[0].path[0].y - 0.5 * kneeling.height
    assert kneeling.motion == "scrub"
    assert boots.path[0].y > low
    assert boots.path[-1].x > boots.path[0].x > kneeling.path[0].x
    assert standing.path[0].x > boots.path[0].x


@pytest.mark.parametrize(
    ("text", "thing"),
    [("무전기에 대고 외쳤다.", "radio"), ("단말기에 카드를 댔다.", "credit_card")],
)
def test_what_is_held_to_something_is_in_the_hand(text: str, thing: str) -> None:
    """The card is at the reader in a hand, and on no table beside it."""
    scenes = _scenes(text)
    assert any(a.holds == thing for s in scenes for a in s.actors)
    assert not any(p.concept == thing for s in scenes for p in s.props)


def test_who_sends_a_thing_up_stays_on_the_ground() -> None:
    """책상을 띄워 놓고: the dreamer does not fly from then on."""
    scenes = _scenes("목욕탕에서 책상을 띄워 놓고 사과를 들고 있었다.")
    assert {s.setting for s in scenes} == {"bathhouse"}


@pytest.mark.parametrize("text", ["엄마가 나에게 동전을 줬다.", "엄마에게 동전을 받았다."])
def test_what_passes_from_hand_to_hand_is_there_once(text: str) -> None:
    """One coin: none is in a hand while it floats there, too."""
    (scene,) = _scenes(text)
    there = [*(p.concept for p in scene.props), *(a.holds for a in scene.actors)]
    assert there.count("coin") == 1


@pytest.mark.parametrize("text", ["방에서 밥상을 차려 먹었다.", "길에서 간판을 읽었다."])
def test_what_is_no_food_nor_a_sheet_is_in_no_hands(text: str) -> None:
    """Nobody bites into a table, or holds up a signboard."""
    using = [a for s in _scenes(text) for a in s.actors if a.motion in ("eat", "read_book")]
    assert not any(a.holds in ("low_table", "signboard", "sign") for a in using)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("엄마가 나에게 열쇠를 줬다.", "key"),
        ("언니가 나한테 우산을 줬다.", "umbrella"),
        ("친구가 나에게 사과를 줬다.", "apple"),
    ],
)
def test_what_is_given_passes_from_hand_to_hand(text: str, thing: str) -> None:
    """It is between the two from the beginning, no higher than their hands can be."""
    (scene,) = _scenes(text)
    (given,) = [p for p in scene.props if p.concept == thing]
    left, right = sorted(a.path[-1].x for a in scene.actors)
    assert all(left < key.x < right for key in given.path)
    assert right - left < 2 * _ARMS_LENGTH


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("나는 돈을 양말 속에 숨겼다.", ("put_in", "self", "")),
        ("커피가 컵에서 다 샜다.", ("drip", "", "hot_beverage")),
        ("바지가 너무 커서 흘러내렸다.", ("come_off", "", "jeans")),
        ("가지마다 양말이 열렸다.", ("grow", "", "socks")),
        ("친구에게 연필을 빌렸는데 그것도 부러졌다.", ("break", "", "pencil")),
    ],
)
def test_a_verb_of_things_tells_what_becomes_of_the_thing(text: str, event: tuple) -> None:
    """Nobody crouches to hide, no coffee floods the fields, no trousers drip, no socks open."""
    assert event in happens(text)


def test_what_was_hidden_before_is_not_hidden_now() -> None:
    """숨겨 둔 돈: it is found."""
    told = [concept for concept, *_ in happens("책 속에 숨겨 둔 돈을 발견했다.")]
    assert told == ["find"]


@pytest.mark.parametrize(
    ("text", "there", "gone"),
    [
        ("밥상에 생선이 다섯 마리 놓여 있었다.", "kitchen low_table fish_dish", "underwater"),
        ("외할머니가 바느질을 하고 있었다.", "room grandmother", "mountain"),
        ("아들이 장난감 자동차를 잃어버렸다.", "room boy car", "street"),
        ("옆자리 친구한테 연필을 빌렸다.", "friend pencil", "chair"),
    ],
)
def test_things_are_of_their_kind_and_where_they_belong(text: str, there: str, gone: str) -> None:
    """Fish on a table is food, one sews at home, a toy car is in no street."""
    seen = {
        name
        for scene in _scenes(text)
        for name in (
            scene.setting, *(a.concept for a in scene.actors), *(p.concept for p in scene.props),
        )
    }  # fmt: skip
    assert set(there.split()) <= seen
    assert gone not in seen


def test_a_toy_is_smaller_than_the_child() -> None:
    """장난감 자동차."""
    scene = _scenes("아이가 방에서 장난감 자동차를 잃어버렸다.")[0]
    (car,) = [p for p in scene.props if p.concept == "car"]
    assert car.height < min(a.height for a in scene.actors)


@pytest.mark.parametrize(
    ("text", "thing", "count"),
    [
        ("택배 상자가 문 앞에 산더미처럼 쌓여 있었다.", "package", 5),
        ("방에 책이 잔뜩 있었다.", "book", 5),
        ("밥상에 생선이 다섯 마리 놓여 있었다.", "fish_dish", 5),
        ("책상 위에 전화기가 세 대 있었다.", "phone", 3),
    ],
)
def test_a_heap_is_more_than_one(text: str, thing: str, count: int) -> None:
    """As many are seen as are told of."""
    props = max((s.props for s in _scenes(text)), key=len)
    assert [p.concept for p in props].count(thing) == count


def test_what_was_bought_is_there_when_it_is_cut() -> None:
    """수박을 사 왔다. 칼로 잘랐다: the watermelon is in the next picture, too."""
    _, then = _directed(
        "엄마가 시장에서 수박을 사 왔다. 칼로 자르는데 속이 비어 있었다. 엄마는 접시에 담았다.", 2
    )
    assert "watermelon" in {p.concept for scene in then.scenes for p in scene.props}


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("책상 위에 편지가 있었다. 열어 보니 할아버지 글씨였다.", "letter"),
        ("선물 상자가 놓여 있었다. 열었더니 뱀이 웃었다.", "gift"),
        ("가방을 메고 집에 왔다. 문을 열고 들어갔다.", ""),
        ("편지를 들고 있었다. 열어 둔 창문으로 바람이 들어왔다.", ""),
    ],
)
def test_what_is_opened_is_what_was_spoken_of(text: str, opened: str) -> None:
    """열어 보니: no door, unless one is told of."""
    (event,) = [e for e in tell(segment(text)).events if e.concept == "open_door"]
    assert "".join(event.things) == opened


def test_a_floor_that_is_full_of_something_unseen_is_not_told() -> None:
    """바닥이 면으로 가득 찼다: an empty floor does not tell it."""
    (told,) = _directed("부엌 바닥이 꿈틀이로 가득 찼다.")
    assert "가득 찼" not in {each.keyword for each in told.drawn}


def test_a_red_hat_dyes_no_dress() -> None:
    """빨간 모자를 쓰고."""
    scene = _scenes("어떤 여자가 빨간 모자를 쓰고 웃었다.")[0]
    assert [a.cloth for a in scene.actors if a.concept == "woman" and a.cloth] == []


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("방에서 옷장을 열었다.", "wardrobe"),
        ("부엌에서 냉장고를 열었다.", "refrigerator"),
        ("방에서 서랍을 열었다.", "drawer"),
        ("학교에서 사물함을 열었다.", "cabinet"),
        ("방에서 문을 열었다.", "door"),
    ],
)
def test_what_is_opened_is_seen_to_open(text: str, thing: str) -> None:
    """Nobody stands before shut doors."""
    props = [p for scene in _scenes(text) for p in scene.props if p.concept == thing]
    assert [p.motion for p in props] == ["open"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("상자를 열어 보니 인형이 있었다.", ("lodge", "", "doll")),
        ("옷장을 열었더니 돈이 가득 들어 있었다.", ("lodge", "", "money")),
        ("서랍을 여니까 편지가 나왔다.", ("emerge", "", "letter")),
        ("가방이 너무 무거워서 걸을 수가 없었다.", ("pull_out", "self", "")),
        ("고양이가 생선을 물고 도망갔다.", ("carry", "cat", "")),
    ],
)
def test_things_are_found_in_what_is_opened_and_are_heavy(text: str, event: tuple) -> None:
    """What was in the box is seen in it, and nothing else comes to light beside."""
    told = happens(text)
    assert event in told
    assert not any(concept in ("appear", "freeze", "bite") for concept, *_ in told)


def test_a_present_is_given_once() -> None:
    """선물로 우산을 줬다: the umbrella is the present."""
    told = [each for each in happens("언니가 나에게 선물로 우산을 줬다.") if each[0] == "give"]
    assert len(told) == 1


@pytest.mark.parametrize(
    ("text", "place", "gone"),
    [
        ("옆집 지붕에 이불이 걸려 있었다.", "hanok", "roof"),
        ("냉장고 문을 열었더니 사과가 가득했다.", "apple", "apologize"),
    ],
)
def test_words_beside_it_tell_what_a_word_means(text: str, place: str, gone: str) -> None:
    """The roof of a house is no terrace over a city, and apples apologise to nobody."""
    (told,) = _directed(text)
    shown = {each.concept for each in told.drawn}
    assert place in shown
    assert gone not in shown


def test_oneself_in_the_mirror_stands_before_it_alone() -> None:
    """거울 속의 내가: nobody else is there."""
    scene = _scenes("방에서 거울을 보는데 거울 속의 내가 웃고 있었다.")[0]
    assert len(scene.actors) == 1


def test_what_was_found_has_grown_and_not_who_found_it() -> None:
    """찾았는데 커져 있었다."""
    told = happens("장난감 자동차를 침대 밑에서 찾았는데 진짜 차만큼 커져 있었다.")
    assert ("grow", "", "car") in told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("아기 신발을 뜨개질했는데 다 뜨고 나니 밤이었다.", ("sew", "self", "")),
        ("수박을 칼로 자르는데 개미가 나왔다.", ("cut", "self", "")),
    ],
)
def test_a_deed_is_read_by_what_it_is_done_to(text: str, event: tuple) -> None:
    """Who knits does not float, and nothing comes out of a knife."""
    told = happens(text)
    assert event in told
    assert not any(concept == "float" for concept, *_ in told)


@pytest.mark.parametrize(
    "text", ["엄마가 아끼던 접시를 깨뜨렸다.", "할머니가 사 준 컵을 깨뜨렸다."]
)
def test_whose_a_thing_is_does_not_do_it(text: str) -> None:
    """The dreamer breaks the plate that mother was fond of."""
    assert all(doer not in ("mother", "grandmother") for _, doer, _ in happens(text))


def test_pieces_that_are_glued_are_no_statue() -> None:
    """조각을 풀로 붙였다."""
    (told,) = _directed("방에서 깨진 조각을 풀로 붙였다.")
    assert "statue" not in {each.concept for each in told.drawn}


def test_what_is_as_tall_as_people_is_held_in_no_hand() -> None:
    """It stands there."""
    (first, *_) = _scenes("나는 냉장고를 들고 웃었다.")
    assert "refrigerator" not in {actor.holds for actor in first.actors}
    assert "refrigerator" in {prop.concept for prop in first.props}
