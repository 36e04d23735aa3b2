"""The camera's cut to a near view: what it sees, and that the picture shows it."""

from dataclasses import replace

import numpy as np
import pytest

from mongyudo.ink.camera import near_view
from mongyudo.ink.render import render
from mongyudo.ink.scene import Camera, CutIn, Key, Prop, Scene

_CUT = Camera(cut_in=CutIn(0.5, 1.0, (0.6, 0.8), 2.5))


@pytest.mark.parametrize("focus", [(0.5, 0.5), (0.0, 1.0), (0.9, 0.1)])
def test_a_near_view_stays_within_the_frame(focus: tuple[float, float]) -> None:
    seen = near_view(Camera(cut_in=CutIn(0.0, 0.4, focus, 3.0)), 0.2)
    assert seen is not None
    zoom, left, top = seen
    assert zoom >= 3
    for edge, at in zip((left, top), focus, strict=True):
        assert 0 <= edge <= at <= edge + 1 / zoom <= 1 + 1e-9


def test_the_whole_is_seen_before_and_after() -> None:
    camera = Camera(cut_in=CutIn(0.3, 0.6, (0.5, 0.5), 2.0))
    assert [near_view(camera, at) is None for at in (0.0, 0.29, 0.3, 0.6, 0.61)] == [
        True, True, False, False, True,
    ]  # fmt: skip


def test_a_small_thing_fills_more_of_the_frame_from_near() -> None:
    apple = Prop("apple", (Key(0, 0.6, 0.85),), height=0.08)
    scene = Scene((192, 108), 4, 1.0, 7, "room", props=(apple,), camera=_CUT)
    bare = replace(scene, props=())
    areas = [
        float((np.abs(with_it.astype(int) - without.astype(int)).max(axis=2) > 20).mean())
        for with_it, without in zip(render(scene), render(bare), strict=True)
    ]
    assert areas[0] > 0
    assert areas[-1] > 3 * areas[0]
