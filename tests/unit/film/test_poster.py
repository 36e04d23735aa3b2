"""Which frame stands for a film."""

from pathlib import Path

import pytest

from mongyudo.backends.ink import bleeds
from mongyudo.film.encode import VideoFormat
from mongyudo.film.shots import ShotPlan, poster_frame
from mongyudo.ink.scene import Scene


def plan(frames: int, *mixed: range, fps: int = 24) -> ShotPlan:
    return ShotPlan(Path("shot.mp4"), VideoFormat((64, 64), fps), frames, 0, mixed=mixed)


@pytest.mark.parametrize(
    ("shot", "frame"),
    [
        (plan(100), 55),
        (plan(100, range(52, 60)), 51),  # the nearest that shows one picture alone
        (plan(100, range(48, 57)), 57),
        (plan(12), 10),  # half a second: not its first moments
        (plan(4), 3),
        (plan(1), 0),
        (plan(24, range(24)), 23),
    ],
)
def test_the_poster_is_no_frame_of_a_dissolve_nor_of_the_first_moments(
    shot: ShotPlan, frame: int
) -> None:
    assert poster_frame(shot) == frame


def test_where_scenes_bleed_into_one_another_is_known() -> None:
    """At 10 frames a second a bleed of 0.3 s is three frames; the first scene has none."""
    scenes = tuple(Scene((64, 64), 10, length, 1, "meadow") for length in (2.0, 1.0, 0.2))
    assert bleeds(scenes) == (range(20, 23), range(30, 32))
