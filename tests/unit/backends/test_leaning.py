"""A verb is told with what leans on it: the drawn word reaches as far as that."""

import pytest
from tests.unit.backends.told import segment

from mongyudo.backends.director import direct


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("할머니가 마늘을 심고 계셨다.", "심고 계셨다"),
        ("나는 울타리를 밀고 나갔다.", "밀"),
        ("줄이 끊어지지 않았다.", "끊어지지 않았다"),
        ("나는 우산을 챙겨 나갔다.", "챙겨"),
        ("나는 밖으로 뛰어 나갔다.", "뛰어 나갔다"),
        ("나는 마당을 쓸고 나왔다.", "쓸"),
    ],
)
def test_the_drawn_word_reaches_to_the_end_of_its_predicate(shot_of, ink, text, told):
    """What denies a verb or goes on with it is told by the same picture; another verb is not."""
    part = segment(text)
    drawn = direct(shot_of(part, "중립"), ink).drawn
    assert told in {part.text[d.start_char : d.end_char] for d in drawn}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("나는 땅을 파 댔다.", "파 댔다"),
        ("나는 하루 종일 기다릴 수밖에 없었다.", "기다릴 수밖에 없"),
        ("나는 할머니 어깨를 주물러 드렸다.", "주물러 드렸다"),
        ("엄마가 바느질을 하시던 중이었다.", "중이었다"),
        ("나는 결국 울게 되었다.", "게 되었다"),
        ("나는 우물에서 물을 길었다.", "길"),
    ],
)
def test_what_one_cannot_help_is_done(shot_of, ink, text, told):
    """It is done, again and again, for somebody, at the moment: and drawn as far as that."""
    part = segment(text)
    drawn = direct(shot_of(part, "중립"), ink).drawn
    assert any(told in part.text[d.start_char : d.end_char] for d in drawn)
