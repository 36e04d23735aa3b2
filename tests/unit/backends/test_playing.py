"""What stands in a playground is ridden: to and fro on the swing, down the slide."""

import math

import pytest
from tests.unit.backends.told import directed

from mongyudo.backends.director.blocking.core import RATIO


def scene_with(text: str, thing: str):
    """The picture of `text` in which `thing` stands."""
    return next(s for s in directed(text).scenes if thing in {p.concept for p in s.props})


def test_who_swings_goes_to_and_fro_and_the_ropes_hang_from_the_frame():
    scene = scene_with("놀이터에서 그네를 탔다.", "swing_frame")
    frame = next(p for p in scene.props if p.concept == "swing_frame")
    seat = next(p for p in scene.props if p.concept == "swing_seat")
    tops = []
    for key in seat.path:
        turn, half = -math.radians(key.turn_deg), seat.height / 2
        tops.append((key.x - half * math.sin(turn) / RATIO, key.y - half - half * math.cos(turn)))
    assert max(x for x, _ in tops) - min(x for x, _ in tops) < 0.01
    assert max(y for _, y in tops) - min(y for _, y in tops) < 0.01
    assert tops[0][1] == pytest.approx(frame.path[0].y - frame.height, abs=0.04)
    xs = [key.x for key in scene.actors[0].path]
    assert min(xs) < xs[0] - 0.1 < xs[0] + 0.1 < max(xs)


def test_a_swing_is_there_once():
    scene = scene_with("놀이터에서 친구랑 그네를 탔다.", "swing_frame")
    assert "swing" not in {p.concept for p in scene.props}


def test_who_slides_comes_down():
    scene = scene_with("내가 미끄럼틀을 탔다.", "slide")
    path = scene.actors[0].path
    assert path[0].y < path[-1].y - 0.3
    assert path[0].x < path[-1].x
