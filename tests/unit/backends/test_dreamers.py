"""Who the dreamer is: sex, age and trade by clues anywhere in the dream."""

import pytest
from tests.unit.backends.told import segment

from mongyudo.backends.director import direct
from mongyudo.backends.director.dreamer import Person, dreamer_of
from mongyudo.backends.director.repertoire import repertoire
from mongyudo.backends.director.telling import tell
from mongyudo.journey.choices import Choices, set_out
from mongyudo.pipeline import plan_shots
from mongyudo.reading import read
from mongyudo.records import Dream, StyleCard


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("유치원 가방을 메고 왔는데 형이 창문으로 내다봤어요.", "boy"),
        ("초등학교 교실에서 받아쓰기를 했어요.", "child"),
        ("수능 시험장에 앉아 있는데 감독관이 우리 언니였다.", "student"),
        ("고3인데 형이 내 시험지를 찢었다.", "schoolboy"),
        ("예비군 훈련에 갔는데 총 대신 대파를 받았다.", "man"),
        ("우리 처남하고 낚시를 갔다.", "man"),
        ("시누이가 내 코트를 손님에게 줬다. 남편은 웃었다.", "woman"),
        ("마누라가 호미질을 하는데 솥이 나왔는기라. 내가 지게에 지고 왔다.", "grandfather"),
        ("낫으로 나락을 베는디 논에서 거북이가 나왔당께.", "grandfather"),
        ("손주가 할머니, 하고 웃으며 뛰어왔다.", "grandmother"),
        ("일흔둘인데 운동장에서 달리기를 했다.", "grandmother"),
        ("정년퇴직을 앞둔 교장인데 종을 쳤다.", "grandfather"),
        ("요양원 복도에서 보행기를 밀고 갔다.", "grandmother"),
        ("나는 수술을 하는 의사였는데 손이 없었다.", "doctor"),
        ("간호사, 나 퇴원 좀 시켜 줘, 하고 할아버지가 불렀다.", "nurse"),
        ("응급실 간호사로 일하는데 복도에 침대가 놓여 있었다.", "nurse"),
        ("꼬마가 기사 아저씨, 달까지 가 주세요, 하고 말했다.", "driver"),
        ("나는 2학년 3반 받아쓰기 꼴찌예요.", "child"),
        ("총각 시절 살던 방에 갔다.", "man"),
        ("제주도에서 물질을 배우는 꿈이었어요.", "diver"),
        ("멧돼지가 스님, 간 좀 보셔요, 하고 말했다.", "monk"),
        ("현장에서 비계를 매는데 까마귀가 왔다.", "worker"),
        ("택배일 4년차입니다. 복도가 길었다.", "delivery_person"),
        ("쥐가 우리 식당 위생 점검을 나왔다.", "chef"),
        ("출동을 나갔더니 파라솔이 타고 있었다.", "firefighter"),
        ("나는 산소통을 멘 채 의자에 앉아 있었다.", "diver"),
        ("병원 옥상에 두루미가 와서 환자복 그대로 나갔다.", "patient"),
        ("나이트 근무 서는데 복도 불이 꺼짐.", "nurse"),
        ("버스를 몰고 차고지를 나왔습니다.", "driver"),
        ("논에 물 대는 꿈이었습니다. 벼들이 일어났다.", "farmer"),
        ("배 타는 사람이라 바다 꿈은 잘 안 꾼다.", "fisherman"),
        ("수업하다 돌아보니 애들 자리에 선인장이 있다.", "teacher"),
        ("반장이 들어와 제가 할게요 선생님, 하더니 칠판을 지웠다.", "teacher"),
        ("여섯 살 아들이 아침에 해준 꿈 얘기. 미끄럼틀을 탔다.", "child"),
        ("급식 지도를 하다가 출석부를 펼쳤다.", "teacher"),
        ("급식 안 먹고 체육복 갈아입었다.", "student"),
        ("엄마가 울아들 지금 밥 먹는다고 했다.", "man"),
        ("우리 아들이 서 있었다. 아빠 저기 연 걸려 있어, 했다.", "man"),
        ("퇴직하고 낚시를 다닌다.", "grandfather"),
        ("성님이 저수지에 앉아 있드랑께. 국민학교 때 신이 들었어.", "grandmother"),
        ("받는디 송아지는 안 나오고, 들여다봉께 국민학교여.", "grandmother"),
    ],
)
def test_the_dreamer_is_who_the_clues_tell(text: str, figure: str) -> None:
    assert dreamer_of(text).concept == figure


@pytest.mark.parametrize(
    "text",
    [
        "나는 할머니, 하고 불렀다. 할머니가 돌아보셨다.",
        "나는 자는 중이었다. 문이 열렸다.",
        "엄마가 아빠, 형, 나를 차례로 불렀다.",
        "내가 만난 사람은 의사였다. 의사가 내 손을 잡았다.",
        "우리 논에 고래가 누워 있었다.",
        "애들이 교복을 입고 왔고 나만 작업복이었다.",
        "군대 간 아들이 총을 메고 부엌에 들어왔다.",
        "여든 살 된 어머니가 나를 업고 걸었다.",
        "오디션에서 심사위원이 켜라고 했다.",
        "어린이집에 딸을 데리러 갔는데 엄마 왜 이제 와요.",
        "그 애 짝꿍의 유치원 버스가 앞에 서 있었다. 나는 트럭을 세웠다.",
        "구내식당에서 국을 뜨는데 파리가 앉았다.",
        "이장이 트럭을 몰고 왔다.",
        "선생님은 우산을 펴고 계속 판서를 하셨다.",
        "우리 쪽 취사병이 도시락을 던졌다.",
        "환자복 입은 남자가 복도에 서 있었다.",
        "며느리가 웃겨서 ㅋㅋ 드라마 얘기를 했다.",
        "배달일이 예정일보다 빨랐다.",
    ],
)
def test_against_no_clue_nobody_is_guessed(text: str) -> None:
    assert dreamer_of(text).concept in ("woman", "man", "student")
    assert dreamer_of(text).clothes != "soldier"


def test_clothes_go_with_the_age_and_the_card_goes_before_the_clues() -> None:
    """An old woman dives in a wetsuit; the guard whose grandson comes is no soldier."""
    assert dreamer_of("물질하러 들어갔는디 손지가 할망, 하멍 울언.").clothes == "wetsuit"
    assert dreamer_of("아파트 초소로 손주가 도시락을 들고 왔다.").clothes != "soldier"
    assert dreamer_of("며느리가 웃었다.", StyleCard(figure="man")).concept == "man"
    assert dreamer_of("나는 해녀였다.", StyleCard(figure="girl")).concept == "girl"
    assert dreamer_of("아내를 불렀다. 우리 가게에 불이 났다.") == Person("man", "apron")


@pytest.mark.parametrize(
    "text",
    [
        "경찰 아저씨가 학생, 집이 어디야, 하고 물었다.",
        "손님이 아가씨, 여기 물 좀 줘, 하고 불렀다.",
        "나는 벌써 백발노인인데 동생은 그대로였다.",
    ],
)
def test_what_the_dreamer_is_called_is_nobody_else(text: str) -> None:
    there = {m.concept for m in tell(segment(text)).of("actor")}
    assert not there & {"student", "woman", "sage", "grandfather"}


def cast(text: str):
    """Everybody of every picture of `text`: who, in what, with what has become of the body."""
    dream = Dream.of(text)
    shots = plan_shots(read(dream, segments=2), set_out(dream, Choices()))
    scenes = [scene for shot in shots for scene in direct(shot, repertoire()).scenes]
    return [{(a.concept, a.clothes, a.traits) for a in scene.actors} for scene in scenes]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("면접관 셋이 다 내 얼굴이었다. 면접관이 나에게 이름을 물었다.", "woman nightgown"),
        ("회의실에서 발표를 하는데 나만 속옷 차림이었다. 나는 벽 뒤로 숨었다.", "woman naked"),
        ("첫사랑이 교복을 입고 서 있었다. 그 사람이 내 손을 잡고 춤을 추었다.", "man school"),
        ("남편이 모자를 흔들었다. 남편이 손주를 안고 길을 건너왔다.", "grandfather"),
        ("은행 직원 아주머니가 웃었다. 직원 아주머니가 통장을 찢었다.", "woman blouse"),
        ("여자 직원이 웃었다. 여직원들이 박수를 쳤다.", "woman blouse"),
    ],
)
def test_who_somebody_is_stays_so(text: str, who: str) -> None:
    """In every picture, from the first on."""
    for picture in cast(text):
        assert who in {f"{concept} {worn}".strip() for concept, worn, _ in picture}, picture


def test_nobody_but_the_dreamer_is_dressed_for_the_night() -> None:
    (picture,) = cast("사위가 마당에서 며느리를 불렀다.")
    assert not {"nightgown", "pyjamas", ""} & {
        c for who, c, _ in picture if who in ("man", "woman")
    }


def test_who_is_with_child_is_so_in_every_picture() -> None:
    for picture in cast("임신 팔 개월인데 버스에서 서 있었다. 나는 시장을 걸었다."):
        assert {traits for concept, _, traits in picture if concept == "woman"} == {("belly",)}


def test_an_old_dreamers_husband_may_come_as_the_young_man_he_was() -> None:
    (picture,) = cast("손주가 자는데 남편이 젊은 모습으로 서 있었다.")[-1:]
    assert "grandfather" not in {concept for concept, *_ in picture}


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("나는 나무가 되어 있었다. 아이들이 웃었다. 나는 강까지 걸어갔다.", "tree"),
        ("나는 바위가 되었다. 비가 오자 나는 골짜기로 굴러갔다.", "stone"),
    ],
)
def test_a_thing_that_one_has_become_goes_on_in_one_s_place(text: str, thing: str) -> None:
    dream = Dream.of(text)
    shots = plan_shots(read(dream, segments=2), set_out(dream, Choices()))
    first, *later = (scene for shot in shots for scene in direct(shot, repertoire()).scenes)
    assert "woman" in {actor.concept for actor in first.actors}
    for scene in later:
        assert "woman" not in {actor.concept for actor in scene.actors}
        assert thing in {prop.concept for prop in scene.props}


def test_who_becomes_a_thing_only_in_part_stays_somebody() -> None:
    *_, last = cast("내 팔이 나무가 되었다. 나는 강까지 걸어갔다.")
    assert "woman" in {concept for concept, *_ in last}
