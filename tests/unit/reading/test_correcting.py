"""A dreamer's corrections of a reading."""

import pytest

from mongyudo.errors import InputError
from mongyudo.reading import read
from mongyudo.reading.correcting import read_corrected
from mongyudo.records import Correction, Dream

TIGER = Dream.of(
    "할머니 집 마당에서 호랑이에게 쫓겼다. 그러다 절벽에서 떨어졌다. 바닥에 닿기 전에 깼다."
)


def test_nothing_mended_is_the_reader_s_own_reading() -> None:
    assert read_corrected(TIGER, Correction()) == read(TIGER)


def test_the_dreamer_s_emotion_wins_and_the_scores_stay() -> None:
    mended = read_corrected(TIGER, Correction(emotion="행복"))
    assert mended.emotion.label == "행복"
    assert mended.emotion.scores == read(TIGER).emotion.scores


def test_scenes_begin_where_the_dreamer_says_and_lose_nothing() -> None:
    cut = TIGER.text.index("바닥")
    mended = read_corrected(TIGER, Correction(cuts=(cut,)))
    assert [s.start_char for s in mended.segments] == [0, cut]
    assert "".join(s.text for s in mended.segments) == TIGER.text


def test_a_struck_keyword_is_gone_from_the_prompt_too() -> None:
    first = read(TIGER).segments[0]
    tiger = next(k for k in first.keywords if "호랑이" in k.ko)
    mended = read_corrected(TIGER, Correction(without=(tiger.ko,))).segments[0]
    assert tiger.ko not in [k.ko for k in mended.keywords]
    assert "tiger" in first.prompt
    assert "tiger" not in mended.prompt


def test_an_added_phrase_is_a_keyword_with_its_english_and_its_concept() -> None:
    mended = read_corrected(TIGER, Correction(added=((1, "하얀 고래"),))).segments[1]
    whale = mended.keywords[-1]
    assert (whale.ko, whale.concept) == ("하얀 고래", "whale")
    assert "whale" in mended.prompt
    assert any(e.concept == "whale" for e in mended.elements)


@pytest.mark.parametrize(
    "wrong",
    [
        Correction(emotion="기쁨"),
        Correction(cuts=(5, 5)),
        Correction(cuts=(len(TIGER.text),)),
        Correction(cuts=(-3,)),
        Correction(added=((0, "가" * 41),)),
    ],
)
def test_what_cannot_be_is_refused_in_korean(wrong: Correction) -> None:
    with pytest.raises(InputError, match=r"[가-힣]"):
        read_corrected(TIGER, wrong)
