"""What has become of somebody's body is seen on them."""

import numpy as np

from mongyudo.ink.figures_traits import TRAITS
from mongyudo.ink.render import render
from mongyudo.ink.scene import Actor, Key, Scene


def frame(*traits: str) -> np.ndarray:
    """The first frame of somebody in a small room who bears one of `traits`."""
    actor = Actor("woman", (Key(0, 0.5, 0.95),), 0.85, motion="hold", traits=traits)
    return next(iter(render(Scene((192, 108), 2, 0.5, 7, "room", "calm", actors=(actor,)))))


def test_every_trait_is_seen():
    """Each changes the picture of whoever bears it."""
    plain = frame()
    same = [name for name in TRAITS if (plain != frame(name)).any(axis=2).sum() < 12]
    assert same == []
