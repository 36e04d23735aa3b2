"""An actor with turns is drawn doing one thing after the other."""

from dataclasses import replace

import numpy as np
import pytest

from mongyudo.ink.cast_turns import BRIDGE_S, stretches
from mongyudo.ink.footfalls import footfalls
from mongyudo.ink.render import render
from mongyudo.ink.scene import Actor, Camera, Key, Scene, Turn

STANDS = Actor("man", (Key(0, 0.5, 0.85),), height=0.5)
SCENE = Scene((192, 108), 8, 2.0, seed=3, setting="field", camera=Camera(sway=0, zoom_to=1.0))


def frames(actor: Actor) -> list[np.ndarray]:
    """The frames of a scene with one actor."""
    return [f.astype(np.int16) for f in render(replace(SCENE, actors=(actor,)))]


def gap(one: np.ndarray, other: np.ndarray) -> float:
    """The mean difference of two frames."""
    return float(np.abs(one - other).mean())


@pytest.mark.slow
def test_the_second_motion_takes_over():
    """Up to the turn the picture is that of the first motion, then that of the second."""
    cheers = frames(replace(STANDS, turns=(Turn(0.5, "cheer", "happy"),)))
    still, other = frames(STANDS), frames(replace(STANDS, motion="cheer", expression="happy"))
    bridged = round(BRIDGE_S * SCENE.fps)
    assert gap(cheers[7], still[7]) == 0
    late = cheers[8 + bridged :]
    assert all(min(gap(f, o) for o in other) < min(gap(f, s) for s in still) for f in late)


@pytest.mark.slow
def test_a_person_goes_over_from_one_pose_to_the_next():
    """Between two motions there is a picture that belongs to neither."""
    sits = frames(replace(STANDS, turns=(Turn(0.5, "sit"),)))
    still, other = frames(STANDS), frames(replace(STANDS, motion="sit"))
    between = sits[8]
    assert min(gap(between, f) for f in (*still, *other)) > 0.05


def test_each_stretch_has_its_motion_and_its_time():
    """Three motions in two turns fill the scene without a gap."""
    parts = stretches(replace(STANDS, turns=(Turn(0.25, "sit"), Turn(0.75, "walk"))))
    assert [(a, b, who.motion) for a, b, who in parts] == [
        (0.0, 0.25, "stand"), (0.25, 0.75, "sit"), (0.75, 1.0, "walk")
    ]  # fmt: skip
    assert not any(who.turns for _, _, who in parts)


def test_only_who_walks_is_heard():
    """Steps fall in the stretch in which somebody goes."""
    path = (Key(0.5, 0.2, 0.85), Key(1.0, 0.8, 0.85))
    goer = replace(STANDS, path=path, turns=(Turn(0.5, "walk"),))
    steps = footfalls(goer, replace(SCENE, actors=(goer,)))
    assert steps
    assert all(1.0 <= at_s < 2.0 for at_s in steps)
