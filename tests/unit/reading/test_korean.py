"""The analyser: morphemes with offsets, sentences of phone notes, repaired spelling."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mongyudo.errors import InputError
from mongyudo.reading.korean import analyse, repair

ODD = st.text(st.characters(exclude_categories=()), max_size=60)
KOREAN = st.text(
    st.sampled_from("뱀이 나왔다.\nㅋㅠ꿈에서떨어젓다🐍가힣a1\u200d\u0301"), max_size=80
)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def test_offsets_point_at_the_words() -> None:
    """Every noun's offsets cut that noun out of the text."""
    text = "호랑이가 절벽에서 떨어졌다."
    nouns = [t for t in analyse(text).tokens if t.tag.startswith("NN")]
    assert [text[t.start_char : t.end_char] for t in nouns] == ["호랑이", "절벽"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("쫒아왓엇다", "쫓아왔었다"),
        ("낭떨어지", "낭떠러지"),
        ("이상햇다", "이상했다"),
        ("떨어젓다", "떨어졌다"),
        ("무엇을 보았나", "무엇을 보았나"),
        ("커피를 휘젓다", "커피를 휘젓다"),
        ("신발을 벗었다", "신발을 벗었다"),
        ("꿈\u200b에서", "꿈 에서"),
    ],
)
def test_repairs_keep_the_length(wrong: str, right: str) -> None:
    """Typing errors are put right letter by letter; words that are right stay."""
    assert repair(wrong) == right
    assert len(repair(wrong)) == len(wrong)


def test_notes_without_points_are_cut_into_sentences() -> None:
    """Notes that end in -음 or stand on lines of their own are sentences."""
    text = "의자에 앉아있다가 깸 베개 다 젖음\n그러다 깼다"
    parts = [text[s.start_char : s.end_char] for s in analyse(text).sentences]
    assert parts == ["의자에 앉아있다가 깸", "베개 다 젖음", "그러다 깼다"]


def test_text_that_is_not_nfc_is_refused() -> None:
    """Offsets refer to NFC, so that other forms are an error that names the remedy."""
    with pytest.raises(InputError, match=r"Dream\.of"):
        analyse(unicodedata.normalize("NFD", "꿈에서 뱀"))


@given(st.one_of(ODD, KOREAN).map(nfc))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_valid_offsets(text: str) -> None:
    """Offsets stay inside the text; sentences follow each other and cover every letter."""
    analysis = analyse(text)
    assert all(0 <= t.start_char <= t.end_char <= len(text) for t in analysis.tokens)
    assert all(a.end_char <= b.start_char for a, b in pairwise(analysis.sentences))
    covered = "".join(text[s.start_char : s.end_char] for s in analysis.sentences)
    if analysis.tokens:
        assert "".join(covered.split()) == "".join(text.split())


def test_who_flew_is_found_in_the_dictionary() -> None:
    """Kiwi 0.24 reads 날았다 as of 날으다."""
    lemmas = [token.lemma for token in analyse("새가 하늘을 날았다.").tokens]
    assert "날다" in lemmas
