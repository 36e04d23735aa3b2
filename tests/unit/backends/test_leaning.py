"""A verb is told with what leans on it: the drawn word reaches as far as that."""

import pytest
from tests.unit.backends.told import segment

from mongyudo.backends.director import direct


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("할머니가 마늘을 심고 계셨다.", "심고 계셨다"),
        ("나는 울타리를 밀고 나갔다.", "밀고 나갔다"),
        ("줄이 끊어지지 않았다.", "끊어지지 않았다"),
        ("나는 우산을 챙겨 나갔다.", "챙겨 나갔다"),
        ("나는 마당을 쓸고 나왔다.", "쓸"),
    ],
)
def test_the_drawn_word_reaches_to_the_end_of_its_predicate(shot_of, ink, text, told):
    """What denies a verb or goes on with it is told by the same picture; another verb is not."""
    part = segment(text)
    drawn = direct(shot_of(part, "중립"), ink).drawn
    assert told in {part.text[d.start_char : d.end_char] for d in drawn}
