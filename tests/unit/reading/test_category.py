"""Categories: what defines a dream."""

import math

import pytest

from mongyudo.reading.category import score_category
from mongyudo.reading.elements import find_hits
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon
from mongyudo.records import CATEGORIES, Scored


def scored(text: str) -> Scored:
    analysis = analyse(text)
    return score_category(analysis, find_hits(analysis, load_lexicon()))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("커다란 호랑이가 마당에 들어와 나를 보았다.", "지상동물"),
        ("커다란 잉어를 두 마리나 낚았다.", "수중동물"),
        ("앞니가 흔들리더니 몽땅 빠졌다.", "신체"),
        ("하늘에서 용이 여의주를 물고 올라갔다.", "상상동물·귀신"),
        ("시험장에 늦어서 뛰었는데 답안지를 못 냈다.", "행동·사건"),
        ("집에 불이 나서 활활 타올랐다.", "불"),
        ("복숭아꽃이 핀 나무 아래 꽃이 가득했다.", "식물"),
    ],
)
def test_the_theme_decides(text: str, label: str) -> None:
    """Animals, spirits, fire, teeth and exams define a dream more than its places."""
    assert scored(text).label == label


@pytest.mark.parametrize("text", ["뱀", "ㅁㄴㅇㄹ 가나다", "아무것도 없었다."])
def test_shares_sum_to_one(text: str) -> None:
    """Every category has a probability, whatever the text."""
    scores = scored(text).scores
    assert tuple(scores) == CATEGORIES
    assert math.isclose(sum(scores.values()), 1.0, abs_tol=1e-9)
