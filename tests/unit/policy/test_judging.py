"""The policy: its rules keep their own examples, see through disguises, and bear any text."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mongyudo.errors import LexiconError
from mongyudo.policy import judge
from mongyudo.policy.judging import check_rules
from mongyudo.policy.rules import BUILT_IN, book
from mongyudo.reading.korean import analyse
from mongyudo.records import POLICY_CATEGORIES

REFUSED = "모르는 사람이 친구를 살해했다."


def outcome(text: str) -> str:
    """The verdict on a text in NFC, as the journey hands it over."""
    return judge(unicodedata.normalize("NFC", text), analyse).outcome


@pytest.mark.slow
def test_every_rule_keeps_its_examples() -> None:
    """Each refuses what it says it refuses, and no rule refuses what it says it allows."""
    assert check_rules(analyse) == []


@pytest.mark.parametrize(
    ("text", "category"),
    [
        (REFUSED, "violence"),
        ("잘린 머리에서 뇌수가 흘러나왔다.", "gore"),
        ("낯선 사람과 성관계를 했다.", "sexual"),
        ("옥상에서 자살했다.", "self-harm"),
        ("친구가 필로폰을 맞고 있었다.", "drugs"),
    ],
)
def test_what_may_not_be_filmed(text: str, category: str) -> None:
    """Refused with the category, and the words that were met, at their place."""
    verdict = judge(text, analyse)
    assert category in {reason.category for reason in verdict.reasons}
    for reason in verdict.reasons:
        assert text[reason.start_char : reason.end_char] == reason.term


@pytest.mark.parametrize(
    "text",
    [
        "칼을 든 남자에게 쫓겨 골목으로 도망쳤다.",
        "돌아가신 할머니 장례식에서 많이 울었다.",
        "성적표를 받았는데 전교 일등이었다.",
        "자살골을 넣어서 창피했다.",
        "마약김밥을 사서 공원에서 먹었다.",
        "아플 때 엄마가 죽을 끓여 주셨다.",
        "알몸으로 학교에 가서 창피했다.",
        "바닷가에서 더 살 해변 집을 구경했다.",
        "국물이 아주 죽여준다며 다들 웃었다.",
        "전쟁이 나서 사람들이 피난을 갔다.",
    ],
)
def test_what_may_be_filmed(text: str) -> None:
    """Fear, mourning, embarrassment, war afar and innocent words."""
    assert judge(text, analyse).outcome == "allow"


@pytest.mark.parametrize(
    "text",
    [
        "친구를 살 해 했다",
        "친구를 살.해했다",
        "친구를 살\u200b해했다",
        "친구를 ㅅㅏㄹㅎㅐ했다",
        unicodedata.normalize("NFD", "친구를 살해했다"),
        "친구를 salhae 했다",
    ],
)
def test_disguises_are_seen_through(text: str) -> None:
    """Blanks, signs, zero-width characters, loose letters, NFD and Latin letters hide nothing."""
    assert outcome(text) == "refuse"


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_any_text_is_judged(text: str) -> None:
    """Never an error; reasons exactly when refused; offsets within the text."""
    dream = unicodedata.normalize("NFC", text)
    verdict = judge(dream, analyse)
    assert (verdict.outcome == "refuse") == bool(verdict.reasons)
    for reason in verdict.reasons:
        assert 0 <= reason.start_char < reason.end_char <= len(dream)
        assert dream[reason.start_char : reason.end_char] == reason.term
        assert reason.category in POLICY_CATEGORIES


@given(
    st.sampled_from(["친구를 살해했다", "골목에서 성폭행당했다", "클럽에서 필로폰을 맞았다"]),
    st.integers(4, 7),
    st.sampled_from([" ", "\u200b", "\u3164", ".", "NFD"]),
)
def test_a_word_taken_apart_stays_refused(text: str, place: int, between: str) -> None:
    """A blank, a sign or an invisible character in the refused word hides it as little as NFD."""
    word = {"친": "살해", "골": "성폭행", "클": "필로폰"}[text[0]]
    inside = text.index(word) + 1 + place % (len(word) - 1)
    hidden = f"{text[:inside]}{between}{text[inside:]}"
    assert outcome(unicodedata.normalize("NFD", text) if between == "NFD" else hidden) == "refuse"


@given(st.text(alphabet="가나다 \u200b\u3164.,!?~-", max_size=12))
@settings(max_examples=40)
def test_what_stands_around_refused_words_saves_them_not(around: str) -> None:
    """A refused sentence stays refused between other sentences, and its words are found again."""
    text = f"{around}. {REFUSED} {around}"
    verdict = judge(unicodedata.normalize("NFC", text), analyse)
    assert any("살해" in reason.term for reason in verdict.reasons)


def test_an_operator_replaces_the_rules(tmp_path: Path) -> None:
    """A folder of one's own is used instead, and a broken line is named with file and number."""
    for file in BUILT_IN.glob("*.tsv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    header = (BUILT_IN / "drugs.tsv").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "drugs.tsv").write_text(
        f"{header}\ndrugs\tnoun\t커피\t\t\t커피를 마셨다\t우유를 마셨다\n", encoding="utf-8"
    )
    assert judge("커피를 마셨다", analyse, policy_dir=tmp_path).outcome == "refuse"
    assert judge("커피를 마셨다", analyse).outcome == "allow"


def test_a_rule_without_an_example_is_refused(tmp_path: Path) -> None:
    """Every rule shows what it refuses and what it allows."""
    for file in BUILT_IN.glob("*.tsv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    header = (BUILT_IN / "drugs.tsv").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "drugs.tsv").write_text(f"{header}\ndrugs\tnoun\t커피\t\t\t\t\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"drugs\.tsv:2"):
        book(tmp_path)
