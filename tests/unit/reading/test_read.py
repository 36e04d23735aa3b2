"""The whole reading: bad input, and what holds for any text."""

import math
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mongyudo.errors import InputError
from mongyudo.reading import MOST_CHARS, read
from mongyudo.records import CATEGORIES, EMOTIONS, Dream, Reading

ODD = st.text(st.characters(exclude_categories=()), max_size=40)
KOREAN = st.text(
    st.sampled_from(
        "뱀이 나왔다. 그런데 갑자기\nㅋㅠ꿈에서 떨어졌다! 엄마 집 🐍\u200d\u0301\ud800a1"
    ),
    max_size=120,
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "글자가 없습니다"),
        ("   \n\t", "글자가 없습니다"),
        ("🐍🐷✨!!", "글자가 없습니다"),
        ("ㅋㅋㅋㅠㅠ", "한국어로 읽습니다"),
        ("I dreamt of a tiger", "한국어로 읽습니다"),
        ("나 dreamt of a tiger chasing me", "한국어로 읽습니다"),
        ("가" * (MOST_CHARS + 1), "20,001자.*20,000자"),
    ],
)
def test_bad_text_is_refused_kindly(text: str, message: str) -> None:
    """Blank, emoji, English and endless texts are refused with the value and the remedy."""
    with pytest.raises(InputError, match=message):
        read(Dream.of(text))


def test_text_in_other_forms_is_brought_to_nfc() -> None:
    """Dream.of makes a decomposed text readable; a raw one is refused."""
    decomposed = unicodedata.normalize("NFD", "호랑이가 나왔다.")
    assert read(Dream.of(decomposed)).segments[0].text == "호랑이가 나왔다."
    with pytest.raises(InputError, match="NFC"):
        read(Dream(decomposed))


def test_a_folder_of_own_words_is_used(tmp_path: Path) -> None:
    """Words of a user's folder reach keywords and elements."""
    lines = ["lemma\tpos\tkind\tenglish\tcategory\tconcept\tnoun\twhen",
             "몽몽이\tN\tactor\tour dog Mong\t지상동물\tdog\t\t"]  # fmt: skip
    (tmp_path / "own.tsv").write_text("\n".join(lines), "utf-8")
    reading = read(Dream.of("몽몽이를 안고 바닷가를 걸었다."), lexicon_dir=tmp_path)
    elements = [e for segment in reading.segments for e in segment.elements]
    assert any(e.concept == "dog" for e in elements)


def test_two_readings_are_the_same() -> None:
    """Nothing depends on time or chance."""
    dream = Dream.of("할머니 집 마당에서 호랑이에게 쫓기다가 절벽에서 떨어졌다. 무서웠다.")
    assert read(dream) == read(dream)


def check(reading: Reading, text: str) -> None:
    """Scenes are lossless and in order; offsets are valid; scores sum to one."""
    assert "".join(segment.text for segment in reading.segments) == text
    assert reading.segments[0].start_char == 0
    assert reading.segments[-1].end_char == len(text)
    for before, after in zip(reading.segments, reading.segments[1:], strict=False):
        assert before.end_char == after.start_char
    for segment in reading.segments:
        for part in (*segment.keywords, *segment.elements):
            assert segment.start_char <= part.start_char < segment.end_char
            assert part.start_char <= part.end_char <= len(text)
    assert tuple(reading.category.scores) == CATEGORIES
    assert set(reading.emotion.scores) == set(EMOTIONS)
    assert math.isclose(sum(reading.category.scores.values()), 1.0, abs_tol=1e-6)
    assert math.isclose(sum(reading.emotion.scores.values()), 1.0, abs_tol=1e-6)


@given(st.one_of(ODD, KOREAN), st.integers(1, 6))
@settings(max_examples=50, deadline=None)
def test_any_text_is_read_or_refused(text: str, segments: int) -> None:
    """No Unicode text crashes the reader; what it reads, it reads without loss."""
    dream = Dream.of(text)
    try:
        reading = read(dream, segments=segments)
    except InputError:
        return
    check(reading, dream.text)
    assert len(reading.segments) <= segments


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["호랑이가 나왔다 그래서 도망쳤다 ", "꿈에서뱀이나왔다", "가", "뱀. "]
)
def test_the_longest_text_is_read(piece: str) -> None:
    """Twenty thousand characters are read, with or without blanks."""
    text = (piece * MOST_CHARS)[:MOST_CHARS]
    check(read(Dream.of(text), segments=6), text)
