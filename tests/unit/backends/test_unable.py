"""What one cannot do is seen tried in vain: dreams are full of it."""

import pytest
from tests.unit.backends.told import happens, segment

from mongyudo.backends.director import direct


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("나는 걷지 못했다.", "freeze"),
        ("나는 일어날 수 없었다.", "freeze"),
        ("나는 아무 말도 하지 못했다.", "voiceless"),
        ("나는 소리를 지를 수가 없었다.", "voiceless"),
        ("나는 문을 못 열었다.", "locked"),
        ("나는 가방을 들지 못했다.", "pull_out"),
        ("나는 공을 잡지 못했다.", "touch"),
        ("나는 손을 놓지 못했다.", "grasp"),
        ("나는 복사기를 못 고쳤다.", "mend"),
        ("나는 단추를 못 채웠다.", "put_in"),
        ("나는 방에서 나가지 못했다.", "locked"),
        ("나는 엄마를 안아 주지 못했다.", "touch"),
        ("나는 울지도 못했다.", "hold_back"),
    ],
)
def test_what_one_cannot_do_is_tried(text, concept):
    """One stands rooted, without a voice, before a door, under a weight."""
    assert concept in {name for name, _, _ in happens(text)}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("엄마가 나를 못 나가게 했다.", "locked"),
        ("나는 걷지 않았다.", "freeze"),
        ("못 걸으면 어쩌지 걱정했다.", "freeze"),
    ],
)
def test_what_is_forbidden_left_or_feared_is_not_tried(text, concept):
    """Nobody tries what they choose to leave."""
    assert concept not in {name for name, _, _ in happens(text)}


def test_who_takes_a_thing_along_goes_with_it(shot_of, ink):
    """여권을 들고 나왔다 is one picture; 밥을 먹고 나왔다 is two."""
    drawn = direct(shot_of(segment("아버지가 관을 밀고 나왔다."), "공포"), ink).drawn
    assert "나오다" in {d.keyword for d in drawn}
