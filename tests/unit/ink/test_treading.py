"""Feet stand still while the body goes on: no animal and no person slides over the ground."""

from typing import Any

import numpy as np
import pytest

from mongyudo.ink.canvas import pixels_of, surface
from mongyudo.ink.cast import make_actor
from mongyudo.ink.cast_layer import CastLayer
from mongyudo.ink.creatures_act import Act
from mongyudo.ink.creatures_bake import CreatureLayer
from mongyudo.ink.creatures_pen import BeastPen
from mongyudo.ink.creatures_species import SPECIES
from mongyudo.ink.figures_bones import bones
from mongyudo.ink.figures_kinds import KINDS
from mongyudo.ink.figures_stride import GAITS, footing, shortened, stride_of
from mongyudo.ink.layers import View
from mongyudo.ink.looks import look_for
from mongyudo.ink.poses import pose_at
from mongyudo.ink.poses_motions import MOTIONS_TABLE
from mongyudo.ink.scene import Actor, Camera, Key, Scene

_PX = 160
_PHASES = 20
_ON_FOOT = (
    "tiger", "pig", "dog", "cat", "cow", "horse", "bird", "mouse", "spider", "bear", "monkey",
    "rabbit", "chicken", "turtle", "wolf", "ant", "elephant", "snake",
)  # fmt: skip
LOOK = look_for("calm", "ink", "day")


def sole(concept: str, motion: str, phase: float) -> np.ndarray:
    """Where the animal touches the ground: the darkness of its lowest sliver, by x."""
    field = surface(7 * _PX, 4)
    canvas = field.getCanvas()
    canvas.translate(3.5 * _PX, 4)
    canvas.scale(_PX, _PX)
    SPECIES[concept].draw(BeastPen(canvas, line=0.0), Act(motion, phase))
    return pixels_of(field)[1:, :, 3].astype(float).mean(axis=0)


def slip(concept: str, motion: str) -> float:
    """How far the standing feet slide, as a share of the way; the median over a round."""
    stride = SPECIES[concept].stride(motion)
    step_px = stride * _PX / _PHASES
    found = []
    for k in range(_PHASES):
        before, after = (sole(concept, motion, (k + d) / _PHASES) for d in (0, 1))
        if min(before.max(), after.max()) < 40:
            continue
        lags = range(-3 * int(step_px) - 2, 2 * int(step_px) + 2)
        kept = [np.minimum(np.roll(before, lag), after).sum() for lag in lags]
        best = [lag for lag, share in zip(lags, kept, strict=True) if share >= 0.995 * max(kept)]
        found.append(min(abs(lag + step_px) for lag in best) / step_px)
    assert len(found) >= 4, concept
    return float(np.median(found))


@pytest.mark.slow
@pytest.mark.parametrize("motion", ["walk", "run"])
def test_no_animal_slides_over_the_ground(motion: str) -> None:
    """Standing feet, and a snake's bends, keep their place within a fifth of the way."""
    played = {c: SPECIES[c].motion(motion) for c in _ON_FOOT}
    slips = {c: slip(c, m) for c, m in played.items() if m != "fly"}
    assert max(slips.values()) < 0.2, slips


@pytest.mark.parametrize("motion", sorted(GAITS))
def test_nobody_slides_over_the_ground(motion: str) -> None:
    """The footing of people goes back as fast as the body goes on, with long and short steps."""
    build = KINDS["woman"].build
    for share in (1.0, 0.5):
        gait = shortened(MOTIONS_TABLE[motion], share)
        stride = stride_of(gait, build, 62.0)
        assert stride.length > 0.1
        slides = []
        for k in range(24):
            shares = (k / 24, (k + 1) / 24)
            before, after = (bones(build, pose_at(gait, stride.phase(s)), 62.0) for s in shares)
            ways = [
                first.x - last.x
                for (first, _), (last, _) in zip(footing(before), footing(after), strict=True)
                if first.y > -0.03 and last.y > -0.03
            ]
            if ways:
                slides.append(min(abs(way * 24 / stride.length - 1) for way in ways))
        assert np.median(slides) < 0.1, slides


def steps(actor: Actor, camera: Camera | None = None) -> list[int]:
    """Which picture is shown at each of 97 moments of four seconds."""
    scene = Scene((160, 90), 24, 4.0, 5, "home", actors=(actor,), camera=camera or Camera())
    layer = make_actor(actor, scene, LOOK)
    views = [View(4.0 * k / 96, k / 96, (0.0, 0.0), (160, 90)) for k in range(97)]
    if isinstance(layer, CreatureLayer):
        return [layer._index(view, layer.members[0]) for view in views]
    assert isinstance(layer, CastLayer)
    return [layer.playing.index(view) for view in views]


def gone(concept: str, x_to: float, **more: Any) -> list[int]:
    """The steps of one who goes from 0.2 to `x_to`."""
    path = (Key(0, 0.2, 0.8), Key(1, x_to, 0.8))
    return steps(Actor(concept, path, height=0.3, motion="walk", **more))


@pytest.mark.slow
@pytest.mark.parametrize("concept", ["woman", "dog"])
def test_who_goes_farther_makes_more_steps(concept: str) -> None:
    """Steps belong to the way: more for a longer one, the same both ways, none without."""
    near, far = (np.count_nonzero(np.diff(gone(concept, x))) for x in (0.4, 0.8))
    assert far > near > 4
    back = gone(concept, 0.8, facing="left")
    assert sorted(set(back)) == sorted(set(gone(concept, 0.8)))
    assert np.diff(gone(concept, 0.8))[40] in (0, 1)
    assert np.diff(back)[40] in (0, -1)


def test_the_ground_that_runs_by_is_walked_too() -> None:
    """In a tracking shot one who keeps their place in the frame makes steps all the while."""
    stays = Actor("dog", (Key(0, 0.5, 0.8),), height=0.3, motion="run")
    assert np.count_nonzero(np.diff(steps(stays, Camera(pan_x=0.9)))) > 8
