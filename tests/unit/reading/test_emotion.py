"""The emotion reader on dreams whose emotion anyone would name."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mongyudo.reading.emotion import score_emotion
from mongyudo.reading.korean import analyse
from mongyudo.records import EMOTIONS, Dream, Scored

DEV = Path(__file__).parents[3] / "benchmarks/reading/dreams_dev.jsonl"


def read(text: str) -> Scored:
    """The emotion of a text as a reader of dreams meets it."""
    return score_emotion(analyse(Dream.of(text).text))


@pytest.mark.parametrize(
    ("text", "emotion"),
    [
        ("시커먼 남자가 칼을 들고 계속 쫓아왔다. 다리가 안 움직였다.", "공포"),
        ("돌아가신 할머니가 말없이 손을 흔들며 멀어지셨다. 한참 울었다.", "슬픔"),
        ("내가 쓴 글을 동료가 베껴서 상을 받았다. 따졌더니 비웃었다.", "분노"),
        ("로또 1등에 당첨돼서 온 가족이 얼싸안고 춤을 췄다.", "행복"),
        ("고양이가 두 발로 서서 나에게 길을 물었다. 이게 무슨 일인가 했다.", "놀람"),
        ("밥에서 구더기가 꿈틀거리며 나왔다. 토할 것 같았다.", "혐오"),
        ("버스를 타고 도서관에 가서 책을 반납했다. 그게 다였다.", "중립"),
    ],
)
def test_each_emotion_is_read_from_a_plain_dream(text: str, emotion: str) -> None:
    """A typical dream of each of the seven emotions gets its label."""
    assert read(text).label == emotion


@pytest.mark.parametrize(
    ("text", "not_felt", "emotion"),
    [
        ("귀신이 나왔는데 무섭다기보다 불쾌했다. 몸에서 썩은 냄새가 났다.", "공포", "혐오"),
        ("무섭진 않았고 신기했다. 벽에서 낯선 나라로 가는 문이 나왔다.", "공포", "놀람"),
        ("하나도 안 무서웠는데 진짜 신기했다. 고래가 말을 했다.", "공포", "놀람"),
        ("무섭지도 슬프지도 않았다. 그냥 길을 걷다가 집에 왔다.", "공포", "중립"),
    ],
)
def test_a_denied_feeling_is_not_the_emotion(text: str, not_felt: str, emotion: str) -> None:
    """A feeling the text denies gives way to the one it affirms."""
    found = read(text)
    assert found.label == emotion
    assert found.scores[not_felt] < found.scores[emotion]


@pytest.mark.parametrize(
    ("text", "emotion"),
    [
        ("산불이 나서 마을로 번졌다.", "공포"),
        ("홍수가 나서 마을이 물에 잠겼다.", "공포"),
        ("커다란 구렁이가 다리를 휘감았다.", "공포"),
        ("배가 가라앉았다.", "공포"),
        ("차를 타고 산에 갔다.", "중립"),
        ("배추를 씻었다.", "중립"),
        ("우리 집이 활활 타고 있었다. 나는 마당에서 보고 있었다.", "공포"),
        ("집이 불타지 않았다. 나는 마당에서 보고 있었다.", "중립"),
        ("길을 걷다가 똥통에 빠졌다.", "혐오"),
    ],
)
def test_an_event_without_a_word_of_feeling_speaks_for_itself(text: str, emotion: str) -> None:
    """A flood is no joy because nobody says that it frightened; riding is no burning."""
    assert read(text).label == emotion


def test_denial_lowers_what_affirmation_raises() -> None:
    """The same clause is less fearful when the fear is denied."""
    assert read("하나도 안 무서웠다.").scores["공포"] < read("너무 무서웠다.").scores["공포"]


@pytest.mark.parametrize(
    "text",
    [
        "참 잘도 도와준다. 내 짐은 팽개쳐 놓고 지들끼리 낄낄댔다.",
        "대단하신 우리 부장님, 일은 내가 하고 상은 본인이 받으시고.",
    ],
)
def test_ironic_praise_is_anger(text: str) -> None:
    """Praise that means its opposite is read as anger, not joy."""
    found = read(text)
    assert found.label == "분노"
    assert found.scores["행복"] < found.scores["분노"]


def test_another_persons_anger_frightens_the_dreamer() -> None:
    """An angry boss who hunts the dreamer is fear, not the dreamer's anger."""
    found = read("화난 사장님이 나를 쫓아왔다. 나는 책상 밑에 숨어서 숨을 죽였다.")
    assert found.label == "공포"


def test_another_persons_crying_counts_less_than_ones_own() -> None:
    """The dreamer's tears weigh more for sorrow than a stranger's."""
    mine, theirs = read("나는 펑펑 울었다."), read("어떤 아저씨가 펑펑 울었다.")
    assert mine.scores["슬픔"] > theirs.scores["슬픔"]


@pytest.mark.parametrize(
    ("text", "emotion"),
    [
        ("꿈에서 부장이 내 보고서 지가 쓴 척함 개빡침 ㅋㅋ 킹받네", "분노"),
        ("뒤에서 누가 자꾸 따라와서 개쫄림 ㄷㄷ 소름", "공포"),
        ("최애랑 손잡고 데이트함ㅠㅠ 심쿵 깨기 싫었음", "행복"),
        ("꿈에서바퀴벌레입에들어감 토나올뻔 극혐", "혐오"),
        ("걍 편의점 가서 라면 사먹음 별거 없었음", "중립"),
    ],
)
def test_phone_korean_is_understood(text: str, emotion: str) -> None:
    """Slang, missing blanks and clipped endings do not hide the emotion."""
    assert read(text).label == emotion


def test_a_remark_on_waking_weighs_more_than_the_same_words_within() -> None:
    """What the dreamer says of the dream on waking pulls the reading its way."""
    scene = "할머니가 마루에 앉아 계셨다. 같이 밥을 먹었다."
    assert read(f"{scene} 깨고 나니 너무 서러웠다.").label == "슬픔"
    assert read(f"{scene} 깼는데 기분이 너무 좋고 행복했다.").label == "행복"


def test_relief_on_waking_is_not_joy() -> None:
    """'A good thing it was a dream' tells of the fear before it."""
    found = read("브레이크가 안 들어서 낭떠러지로 떨어졌다. 깨고 보니 꿈이라 다행이다.")
    assert found.label == "공포"


def test_a_warm_meeting_with_the_late_can_be_joy() -> None:
    """The dead make a dream sad only when it tells of loss."""
    warm = read("돌아가신 할머니가 환하게 웃으며 안아 주셨다. 포근하고 행복했다.")
    cold = read("돌아가신 할머니가 뒤돌아 가셨다. 불러도 돌아보지 않으셨다. 서러웠다.")
    assert (warm.label, cold.label) == ("행복", "슬픔")


def test_a_text_without_words_is_calm() -> None:
    """Nothing to read means no emotion, surely."""
    for text in ("", "   ", "...", "?!"):
        assert read(text) == Scored("중립", {e: float(e == "중립") for e in EMOTIONS})


def test_reading_twice_gives_the_same_scores() -> None:
    """The reader has no hidden state."""
    text = "비 오는 골목에서 누가 따라왔다. 무서웠는데 알고 보니 아빠였다."
    assert read(text) == read(text)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_any_text_gets_probabilities(text: str) -> None:
    """Whatever is typed, the scores are seven probabilities and the label is the likeliest."""
    found = read(text)
    assert tuple(found.scores) == EMOTIONS
    assert math.isclose(sum(found.scores.values()), 1.0, abs_tol=1e-9)
    assert all(0.0 <= score <= 1.0 for score in found.scores.values())
    assert found.scores[found.label] == max(found.scores.values())


@pytest.mark.slow
def test_dreams_of_another_hand_are_read_well() -> None:
    """On dreams kept out of training, nine of ten or nearly so, and no emotion is neglected."""
    rows = [json.loads(line) for line in DEV.read_text("utf-8").splitlines()]
    hits: dict[str, list[bool]] = {emotion: [] for emotion in EMOTIONS}
    for row in rows:
        hits[row["emotion"]].append(read(row["text"]).label == row["emotion"])
    assert sum(map(sum, hits.values())) / len(rows) >= 0.86
    assert min(sum(found) / len(found) for found in hits.values()) >= 0.65
