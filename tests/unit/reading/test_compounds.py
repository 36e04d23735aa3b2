"""Verbs that the lexicon holds only in parts, and verbs as dialects write them."""

import pytest

from mongyudo.reading.compounds import parts_of
from mongyudo.reading.elements import find_hits
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon


def found(text: str) -> dict[str, bool]:
    """Whether each lemma met in the text is negated."""
    hits = find_hits(analyse(text), load_lexicon())
    return {hit.entry.lemma: hit.negated for hit in hits}


@pytest.mark.parametrize(
    ("compound", "core"),
    [
        ("당겨주다", "당기다"),
        ("맞붙다", "붙다"),
        ("타들다", "타다"),
        ("구워주다", "굽다"),
        ("도와주다", "돕다"),
        ("실어나르다", "싣다"),
        ("지어내다", "짓다"),
        ("흘러나오다", "흐르다"),
        ("떠가다", "뜨다"),
    ],
)
def test_the_core_of_a_compound_verb_is_named(compound, core):
    """Whatever way the stem is drawn together with what follows."""
    assert core in parts_of(compound)


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("손끝부터 종이처럼 타들어갔다.", "타들어가다"),
        ("두 개의 구슬이 하나로 합쳐졌다.", "합쳐지다"),
        ("사진이 한 장씩 쓸려갔다.", "쓸려가다"),
        ("염소가 종이를 아껴 먹고 있었다.", "아껴먹다"),
        ("강아지가 뒤에서 밀어줬다.", "밀어주다"),
        ("벽에서 물이 배어났다.", "배어나다"),
        ("입술이 맞붙었다.", "붙다"),
        ("친구랑 보드게임을 했다.", "게임하다"),
        ("학교에서 교생실습을 했다.", "교생실습하다"),
        ("선인장에게 이발을 해 줬다.", "이발하다"),
    ],
)
def test_what_two_verbs_or_a_noun_tell_together_is_found(text, lemma):
    """As one word of the lexicon where it has one, else by its core."""
    assert lemma in found(text)


def test_a_joined_verb_may_be_denied():
    """밀어주지 않았다: nobody pushed."""
    assert found("친구가 뒤에서 밀어주지 않았다.")["밀어주다"]


@pytest.mark.parametrize(
    ("text", "eats"),
    [
        ("영감이 제삿밥을 묵고 있네.", True),
        ("고라니가 배추를 다 뜯어묵었다.", True),
        ("둘이서 회 묵고 있는데 눈이 왔다.", True),
        ("할매가 도토리묵을 쑤었다.", False),
        ("여관에서 하룻밤을 묵고 떠났다.", False),
    ],
)
def test_the_south_eats_with_another_vowel(text, eats):
    """밥을 묵다 is eating; acorn jelly and a night at an inn are not."""
    assert any(lemma.endswith("먹다") for lemma in found(text)) == eats


def test_the_south_west_does_with_another_vowel():
    """청소를 허다 is 청소를 하다."""
    assert "청소하다" in found("할매가 마당 청소를 허고 있었다.")
