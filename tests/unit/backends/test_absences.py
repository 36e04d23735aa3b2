"""Who or what is not there: it happens that they are missed, and none of them is drawn."""

import pytest

from mongyudo.backends.director import direct
from mongyudo.backends.director.absences import EVERYBODY
from mongyudo.backends.director.telling import tell
from mongyudo.reading import read
from mongyudo.records import Dream


def segment(text: str):
    """The only segment of a dream."""
    return read(Dream.of(text, "d"), segments=1).segments[0]


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("돌아보니 엄마가 없었다.", "mother"),
        ("연습실에 가니 선생님이 안 계셨다.", "teacher"),
        ("문을 열었더니 아무도 없었다.", EVERYBODY),
        ("골목은 텅 비어 있었다.", EVERYBODY),
    ],
)
def test_that_somebody_is_missing_is_an_event(text, lacks):
    """안 계셨다: no denial of an event, and the event itself."""
    assert [e.lacks for e in tell(segment(text)).events if e.concept == "absence"] == [lacks]


@pytest.mark.parametrize(
    "text",
    [
        "엄마가 없는 방에서 잤다.",
        "엄마가 없다고 했다.",
        "손이 없었다.",
        "움직일 수 없었다.",
        "의자가 비어 있었다.",
        "엄마가 있었다.",
    ],
)
def test_a_way_to_describe_is_no_absence(text):
    """엄마가 없는 방: which room it is; and an empty chair is a chair."""
    assert all(e.concept != "absence" for e in tell(segment(text)).events)


def test_the_dreamer_looks_for_them_alone(shot_of, ink):
    """엄마가 없었다: told by the dreamer's search, in a picture without her."""
    made = segment("시장에서 엄마와 장을 보았다. 돌아보니 엄마가 없었다.")
    direction = direct(shot_of(made, "슬픔", duration_s=4.0), ink)
    last = direction.scenes[-1]
    assert "없다" in [d.keyword for d in direction.drawn if d.concept == "absence"]
    assert [a.concept for a in last.actors] == ["woman"]
    assert "search" in {last.actors[0].motion, *(turn.motion for turn in last.actors[0].turns)}
