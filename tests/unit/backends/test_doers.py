"""Who does it where the text leaves that out, what is only said, places that become others."""

import pytest
from tests.unit.backends.told import happens

from mongyudo.backends.director import direct
from mongyudo.backends.director.repertoire import repertoire
from mongyudo.journey.choices import Choices, set_out
from mongyudo.pipeline import plan_shots
from mongyudo.reading import read
from mongyudo.records import Dream


def told(text: str) -> dict[str, str]:
    """What the pictures of `text` show, by its own words."""
    dream = Dream.of(text)
    (shot,) = plan_shots(read(dream, segments=1), set_out(dream, Choices(segments=1)))
    drawn = direct(shot, repertoire()).drawn
    return {text[d.start_char : d.end_char]: d.concept for d in drawn}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("개구리를 밟았더니 터졌다.", ("break", "frog", "")),
        ("고양이를 불렀더니 말을 했다.", ("talk", "cat", "")),
        ("햄스터가 자꾸 커져서 꺼내 보니 전부 코끼리였다.", ("take_out", "self", "")),
        ("약을 뿌렸더니 바퀴벌레가 붙어 있다가 한꺼번에 떨어졌다.", ("fall", "cockroach", "")),
        ("친구가 이렇게 세면 잘 떨어진다며 웃었다.", ("laugh", "friend", "")),
        ("앞산이 옆으로 비켜섰다.", ("shift", "", "peak")),
        ("나무가 산 아래로 내려갔다.", ("recede", "", "tree")),
        ("열매를 보니 하나가 사람 손가락이었다.", ("appear", "", "finger")),
    ],
)
def test_who_does_it(text, event):
    """What answers a deed is done by whom it was done to; no beast does what only hands do."""
    assert event in happens(text)


def test_what_is_only_said_does_not_happen():
    """Nobody falls because a friend says that such things do."""
    assert not any(e[0] == "fall" for e in happens("친구가 이렇게 세면 잘 떨어진다며 웃었다."))


@pytest.mark.parametrize(
    ("text", "verb", "seen"),
    [
        ("학교에 갔는데 교실이 숲으로 바뀌어 있었다.", "바뀌", "transform"),
        ("방이 갑자기 사막이 되었다.", "되", "transform"),
        ("산이 옆으로 비켜서더니 길이 나왔다.", "나왔", "street"),
        ("가마를 헐자 항아리가 흠 없이 서 있었다.", "서", "jar"),
        ("우박이 떨어지는데 나는 밭에 서 있었다.", "떨어지", "rain"),
    ],
)
def test_places_and_weather_are_seen_to_do_it(text, verb, seen):
    """A place that becomes another, comes to light; a jar that stands; hail that falls."""
    assert told(text).get(verb) == seen


def test_of_what_make_a_part_is():
    """사람 손가락: a finger is there, and nobody whose it is."""
    assert "사람" not in told("열매를 보니 하나가 사람 손가락이었다.")
