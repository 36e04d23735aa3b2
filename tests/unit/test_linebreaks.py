"""Lines end where phrases end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mongyudo.linebreaks import break_cost, broken, in_lines


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("걸었다. 빈", "걸었다 빈"),
        ("쫓기다가 절벽에서", "절벽에서 떨어졌다."),
        ("나는 물에", "쫓아오는 호랑이를"),
        ("선생님은 나를", "검은 말"),
        ("말을 타고", "한 마리가"),
        ("집에서 놀았다", "할머니의 손"),
        ("문을 열고", "열 수"),
        ("엄마가 울었다", "울고 있었다."),
        ("친구는 나를", "너무 무서워서"),
        ("밥을 먹었다", "먹는 것을"),
    ],
)
def test_some_breaks_are_better_than_others(better, worse):
    """After clauses and particles rather than inside what belongs together."""
    assert break_cost(*better.split()) < break_cost(*worse.split())


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("사람들은 조용히 목욕을 하고 있었고", ["사람들은 조용히", "목욕을 하고 있었고"]),
        ("돌아가신 할머니가 버스를 몰고 계셨다.", ["돌아가신 할머니가", "버스를 몰고 계셨다."]),
        ("어두운 복도 끝에 서 있는 여자아이", ["어두운 복도 끝에", "서 있는 여자아이"]),
    ],
)  # fmt: skip
def test_two_lines_end_with_phrases(text, lines):
    """As a Korean subtitler would break them."""
    assert in_lines(text, 2) == lines


@given(st.text(alphabet="가는를 고.", max_size=80), st.integers(1, 4))
def test_no_word_is_lost_or_broken(text, lines):
    """The words come back in order, in no more lines than asked."""
    made = in_lines(text, lines)
    assert " ".join(made).split() == text.split()
    assert len(made) <= lines


def test_what_never_fits_stands_alone():
    """A word for which no line is long enough is a line by itself."""

    def cost(first: int, end: int) -> float:
        return 1.0 if (first, end) in {(0, 1), (2, 3)} else float("inf")

    assert broken(["가", "나나나", "다"], cost) == ["가", "나나나", "다"]
