"""More faults that were seen in films: who shares, wears, holds, lies under and becomes what; and
words that were misread."""

import pytest
from tests.unit.backends.told import film as scenes
from tests.unit.backends.told import halves as directed
from tests.unit.backends.told import people


@pytest.mark.parametrize(
    "text", ["선생님이 나에게 우산을 씌워 주셨다.", "선생님과 우산을 같이 쓰고 골목을 걸었다."]
)
def test_two_under_one_umbrella_are_close(text: str) -> None:
    (scene,) = scenes(text)
    assert [actor.holds for actor in scene.actors].count("umbrella") == 1
    first, second = (actor.path[-1].x for actor in scene.actors)
    assert abs(first - second) < 0.12


def test_whose_dog_it_is_is_not_where_it_is() -> None:
    assert {scene.setting for scene in scenes("우리 집 강아지가 나를 핥았다.")} == {"home"}
    found = scenes("내무반에 들어갔다. 관물대를 여니까 우리 집 강아지가 자고 있었다.")
    assert {scene.setting for scene in found} == {"barracks"}


def test_no_dog_is_as_large_as_who_watches_it() -> None:
    (*_, last) = scenes("내무반에서 관물대를 여니까 우리 집 강아지가 자고 있었다.")
    tall = {actor.concept: actor.height for actor in last.actors}
    assert len(tall) == 2
    assert tall.pop("dog") < 0.8 * max(tall.values())


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("감자 자루를 메고 골목을 걸어갔다.", "sack"),
        ("엄마가 쓰레기 봉투를 들고 서 있었다.", "plastic_bag"),
    ],
)
def test_what_is_held_is_the_vessel_and_not_what_is_in_it(text: str, held: str) -> None:
    assert held in [actor.holds for scene in scenes(text) for actor in scene.actors]


def test_a_lottery_ticket_is_bought_at_no_station() -> None:
    assert "station" not in {scene.setting for scene in scenes("복권에 당첨되어서 춤을 췄다.")}


def test_what_one_goes_to_do_is_not_yet_done() -> None:
    (direction, *_) = directed("친구 결혼식에 축가를 부르러 갔다.")
    assert "sing" not in {drawn.concept for drawn in direction.drawn}
    assert {scene.setting for scene in direction.scenes} == {"wedding_hall"}


def test_who_is_below_a_near_shot_is_seen_from_farther() -> None:
    text = (
        "바닷가 민박집에서 자는데 이불 속에 문어가 들어왔다. 무섭지 않고 따뜻했다. "
        "아침에 보니 문어가 내 양말을 신고 있었다."
    )
    for scene in scenes(text):
        assert all(actor.path[-1].y < 0.95 for actor in scene.actors)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("고양이가 나를 엄마라고 불렀다.", {"cat", "woman"}),
        ("개가 사람 말로 이제 그만 자라고 했어요.", {"dog", "woman"}),
        ("감독관이 돌아가신 외할머니였다.", {"grandmother", "woman"}),
        ("감독관이 우리 동생이었다.", {"child", "woman"}),
    ],
)
def test_who_is_there_is_there_once(text: str, there: set[str]) -> None:
    (scene,) = scenes(text)
    assert {actor.concept for actor in scene.actors} == there


@pytest.mark.parametrize(
    ("text", "claimed", "not_claimed"),
    [
        ("쇠사슬에 감긴 것처럼 몸이 안 움직였다.", "freeze", "chain"),
        ("칼로 찌르는 듯 배가 아팠다.", "ache", "knife"),
        ("바닷속에서 물고기 떼가 지나갔다. 우리 집 냉장고가 있었다.", "fish_school", "fish_dish"),
        ("욕실에서 거품이 끝없이 나왔다.", "bubbles", "water"),
    ],
)
def test_what_is_only_likened_or_misread_is_not_claimed(
    text: str, claimed: str, not_claimed: str
) -> None:
    drawn = {each.concept for direction in directed(text) for each in direction.drawn}
    assert claimed in drawn
    assert not_claimed not in drawn


@pytest.mark.parametrize(
    ("text", "claimed", "not_claimed"),
    [
        ("팔을 개구리헤엄처럼 저으면 조금씩 올라갔다.", "flap", "frog"),
        ("회의 시간에 이빨을 주머니에 몰래 넣었다.", "tooth", "pouch"),
        ("거울 속의 내가 나보다 조금 늦게 움직였다.", "mirror", "late"),
        ("고양이가 창틀에 앉아 있었다. 털이 햇볕 냄새가 났다.", "cat", "fur"),
        ("부르면 사라질까 봐 숨도 못 쉬고 서 있었다.", "hold_breath", "shout"),
        ("무덤에 초인종이 달려 있었다.", "button_switch", "bell"),
        ("할머니가 총각 운전 참 곱게 한다고 했다.", "grandmother", "man"),
    ],
)
def test_what_was_misread_in_films_is_read(text: str, claimed: str, not_claimed: str) -> None:
    drawn = {each.concept for direction in directed(text) for each in direction.drawn}
    assert claimed in drawn
    assert not_claimed not in drawn


def test_who_comes_late_moves_nothing_without_a_name() -> None:
    shown = {p.concept for s in scenes("거울 속의 내가 조금 늦게 움직였다.") for p in s.props}
    assert "slime" not in shown


def test_the_dogs_home_is_where_the_dream_stays() -> None:
    text = (
        "우리 집 강아지 콩이가 사람 말을 했어요. 그동안 사료가 맛없었다고 따졌어요. "
        "나는 무릎 꿇고 죄송하다고 했는데 콩이가 앞발로 머리를 쓰다듬어 줬어요."
    )
    assert {scene.setting for scene in scenes(text)} == {"home"}
    assert "kneel" in {actor.motion for scene in scenes(text) for actor in scene.actors}


@pytest.mark.parametrize(
    ("text", "dreamer"),
    [
        ("나는 이미 늙은이였습니다. 다리를 건넜습니다.", "grandfather"),
        ("여덟 살 누이가 내 손을 잡고 있었다.", "man"),
        ("뒷자리 할머니가 총각 운전 참 곱게 한다고 했다.", "man"),
    ],
)
def test_who_the_dreamer_is_said_to_be(text: str, dreamer: str) -> None:
    assert dreamer in {actor.concept for scene in scenes(text) for actor in scene.actors}


@pytest.mark.parametrize(
    ("text", "who", "clothes"),
    [
        ("부장님이 정장 차림으로 미역을 따고 있었다.", "boss", "suit"),
        ("선생님이 잠옷 차림으로 수업을 했다.", "teacher", "pyjamas"),
        ("나는 한복 차림으로 시장에 갔다.", "woman", "hanbok"),
    ],
)
def test_what_somebody_has_on_is_on_them(text: str, who: str, clothes: str) -> None:
    (scene,) = scenes(text)
    worn = {actor.concept: actor.clothes for actor in scene.actors}
    assert worn[who].startswith(clothes)
    assert not {p.concept for p in scene.props} & {"suit", "pajamas", "hanbok", "clothes_stand"}


def test_who_has_only_underwear_on_is_stared_at_where_they_are() -> None:
    found = scenes("시장 한복판에서 내가 속옷만 입고 있었다. 사람들이 웃었다.")
    assert {scene.setting for scene in found} == {"market"}
    assert found[0].actors[0].clothes == "naked"
    assert not [p for scene in found for p in scene.props if p.concept == "underwear"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("동생에게 이불을 덮어 주었다.", "child"),
        ("돼지가 안방에 드러누웠다. 이불을 덮어주었다.", "pig"),
        ("할머니가 나에게 담요를 덮어 주었다.", "woman"),
        ("강아지가 떨고 있어서 담요를 덮어 주었다.", "dog"),
    ],
)
def test_whom_one_tucks_in_lies_under_the_quilt(text: str, who: str) -> None:
    last = scenes(text)[-1]
    assert people(last)[who] in ("sleep", "lie")
    assert "quilt" in {prop.concept for prop in last.props}
    assert len(last.actors) == 2


@pytest.mark.parametrize("who", ["tiger", "mother"])
def test_who_is_under_the_quilt_sleeps(who: str) -> None:
    name = {"tiger": "호랑이", "mother": "엄마"}[who]
    assert people(scenes(f"{name}가 이불을 덮고 잤다.")[-1])[who] == "sleep"


def test_who_will_become_a_bird_is_none_before() -> None:
    text = (
        "갑자기 내 등에서 날개가 돋았다. 놀라서 거울을 보니 내가 하얀 새가 되어 있었다. "
        "창문으로 나가자 도시 위로 날아올랐다."
    )
    first = scenes(text)[0]
    assert "woman" in {actor.concept for actor in first.actors}


def test_what_the_next_sentence_says_is_worn_is_worn_by_the_dreamer() -> None:
    found = scenes("할머니가 집에 오셨다. 잠옷 차림으로 마당에 서 있었다.")
    worn = {actor.concept: actor.clothes for scene in found for actor in scene.actors}
    assert worn == {"grandmother": "", "woman": "pyjamas"}


@pytest.mark.parametrize("who", ["엄마가", "아버지가"])
def test_what_another_held_the_dreamer_does_not_carry_on(who: str) -> None:
    found = scenes(f"{who} 아기를 안고 왔다. 나는 무서워서 골목을 뛰었다. 나는 학교에 갔다.")
    assert "baby" not in {a.holds for s in found for a in s.actors if a.concept == "woman"}
