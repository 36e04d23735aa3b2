"""The cast draws whoever and whatever a scene names."""

import numpy as np
import pytest

from mongyudo.ink.canvas import pixels_of, surface
from mongyudo.ink.cast import FIGURES, make_actor, make_title
from mongyudo.ink.layers import Layer, View
from mongyudo.ink.looks import look_for
from mongyudo.ink.scene import Actor, Key, Scene

LOOK = look_for("calm", "ink", "day")


def scene_of(size: tuple[int, int] = (128, 72), title: str = "") -> Scene:
    """An empty scene of `size`."""
    return Scene(size, 24, 3.0, 5, "home", title=title)


def drawn(layer: Layer, size: tuple[int, int] = (128, 72), time_s: float = 0.4) -> np.ndarray:
    """The RGBA pixels of `layer` alone."""
    field = surface(*size)
    layer.draw(field.getCanvas(), View(time_s, 0.3, (0.0, 0.0), size))
    return pixels_of(field)


@pytest.mark.parametrize("motion", ["stand", "run", "fall"])
def test_every_figure_shows(motion: str) -> None:
    """A figure leaves a mark whatever it does."""
    for concept in sorted(FIGURES):
        actor = Actor(concept, (Key(0, 0.5, 0.9),), 0.6, motion)
        assert drawn(make_actor(actor, scene_of(), LOOK))[..., 3].sum() > 20_000


def test_title_shows_late_and_not_early() -> None:
    """The title is written after the film has begun."""
    layer = make_title(scene_of(title="호랑이 꿈"), LOOK)
    assert layer is not None
    assert drawn(layer, time_s=0.0)[..., 3].max() == 0
    assert drawn(layer, time_s=4.0)[..., 3].max() > 200
