"""Of what kind something is or becomes: thick, hard, soft, hot, cold, of another colour or size."""

import pytest
from tests.unit.backends.told import happens, seen, segment

from mongyudo.backends.director.telling import tell


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("물이 점점 걸쭉해졌다.", ("thicken", "", "water")),
        ("바닷물이 참기름처럼 끈적거렸다.", ("thicken", "", "water")),
        ("밥이 돌처럼 딱딱했다.", ("harden", "", "rice")),
        ("촛농이 굳었다.", ("harden", "", "candle")),
        ("베개가 젤리처럼 물컹했다.", ("soften", "", "pillow")),
        ("이불 속이 축축했다.", ("drip", "", "blanket")),
        ("냄비가 뜨거웠다.", ("heat", "", "pot")),
        ("컵이 얼음처럼 차가웠다.", ("chill", "", "cup")),
        ("내 손이 파래졌다.", ("recolour", "", "hand")),
        ("우유가 검게 변했다.", ("recolour", "", "milk")),
        ("손마다 다른 색이 됐다.", ("recolour", "", "hand")),
        ("꽃의 색이 바뀌었다.", ("recolour", "", "flower")),
        ("파도가 아파트 높이가 되었다.", ("tidal_wave", "", "sea")),
        ("벌레가 손바닥 크기가 되었다.", ("grow", "insect", "")),
        ("신발이 콩알 크기가 되었다.", ("shrink", "", "shoes")),
        ("산이 옆으로 비켜섰다.", ("shift", "", "peak")),
        ("신발 한 짝이 없었다.", ("absence", "self", "")),
        ("천장 모서리에 여자가 거꾸로 붙어 있었다.", ("overhead", "woman", "")),
    ],
)
def test_what_something_is_or_becomes_happens(text: str, event: tuple[str, str, str]) -> None:
    """It is an event of the thing of which it is told."""
    assert event in happens(text)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("몸이 굳었다.", "harden"),
        ("표정이 차가웠다.", "chill"),
        ("마음이 부드러웠다.", "soften"),
        ("친구가 바뀌었다.", "recolour"),
        ("사람이 달라졌다.", "recolour"),
        ("그 크기가 되었다.", "grow"),
    ],
)
def test_what_is_said_of_people_is_none_of_it(text: str, concept: str) -> None:
    """A body that stiffens and a face that is cold are no things to touch."""
    assert concept not in {e.concept for e in tell(segment(text)).events}


def shown(text: str) -> set[tuple[str, str]]:
    """The words that a film of one shot shows, with what shows them."""
    return set(seen(text).items())


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("불꽃이 검은색이었다.", ("검은", "fire")),
        ("나뭇잎이 보라색이었다.", ("보라색", "leaf")),
        ("고양이가 초록색이었다.", ("초록색", "cat")),
        ("달이 새빨갰다.", ("새빨갰", "moon")),
        ("달항아리가 한 점 흠 없이 서 있었다.", ("서 있", "porcelain")),
    ],
)
def test_a_colour_is_seen_on_what_has_it(text: str, word: tuple[str, str]) -> None:
    """The colour that something is told to have tells its word; so does what stands there."""
    assert any(told.startswith(word[0][:1]) and by == word[1] for told, by in shown(text))
