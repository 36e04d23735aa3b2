"""Feet that stay where they are set: how far somebody has gone at each moment of a scene.

Whoever walks is shown at the step that belongs to the way behind them, not to the clock; so the
foot on the ground moves as fast as the ground does.
"""

import numpy as np

from mongyudo.ink.camera import cruise
from mongyudo.ink.cast_layer import Tread, key_at
from mongyudo.ink.scene import Actor, Scene
from mongyudo.ink.stage import TRACKING

_MOMENTS = 96
_DEEP = 5.0
"""Heights between somebody and the viewer: what a change of size means as a way into the depth."""


def way_of(actor: Actor, scene: Scene) -> np.ndarray:
    """How far ahead the actor has gone over the ground at `_MOMENTS` + 1 even moments, in heights.

    Backwards is negative: left for one who faces right. In a tracking shot the ground runs by.
    """
    width, height = scene.size_px
    pan = scene.camera.pan_x if abs(scene.camera.pan_x) > TRACKING else 0.0
    ahead = -1.0 if actor.facing == "left" else 1.0
    keys = [key_at(actor.path, k / _MOMENTS) for k in range(_MOMENTS + 1)]
    across = np.array([
        (key.x + pan * cruise(k / _MOMENTS)) * width for k, key in enumerate(keys)
    ])  # fmt: skip
    tall = np.array([max(1e-3, key.scale) * actor.height * height for key in keys])
    steps = ahead * np.diff(across) / (0.5 * (tall[1:] + tall[:-1]))
    inwards = _DEEP * np.abs(np.diff(np.log(tall)))
    sign = np.where(steps < 0, -1.0, 1.0)
    return np.concatenate([[0.0], np.cumsum(sign * np.hypot(steps, inwards))])


def tread_of(way: np.ndarray, stride: float, seconds: float, most_a_second: float) -> Tread:
    """The rounds of a gait of `stride` heights along `way`.

    Not more than `most_a_second` rounds: legs that go faster than the pictures seem to stand still.
    """
    rounds = way / max(stride, 1e-3)
    fastest = float(np.abs(np.diff(rounds)).max()) * _MOMENTS / max(seconds, 1e-3)
    return Tread(tuple(float(r) for r in rounds * min(1.0, most_a_second / max(fastest, 1e-6))))
