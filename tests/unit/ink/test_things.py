"""Things: every one has a drawing, a true size and a place in the picture."""

import numpy as np
import pytest

from mongyudo.ink.canvas import Rgba, pixels_of, surface
from mongyudo.ink.layers import View
from mongyudo.ink.looks import look_for
from mongyudo.ink.props import PROPS, image_of, make_thing, proportion
from mongyudo.ink.scene import Key, Prop, Scene

INK = look_for("calm", "ink", "day")
PAPER = look_for("fear", "paper", "night")
SCENE = Scene((160, 90), 24, 3.0, 5, "home")


def drawn(prop: Prop, time_s: float = 0.4, progress: float = 0.3) -> Rgba:
    """The pixels of one thing alone."""
    sheet = surface(*SCENE.size_px)
    layer = make_thing(prop, SCENE, INK)
    layer.draw(sheet.getCanvas(), View(time_s, progress, (0.0, 0.0), SCENE.size_px))
    return pixels_of(sheet)


@pytest.mark.parametrize("concept", ["apple", "porcelain", "exam_paper", "bus", "tooth"])
def test_a_picture_is_as_wide_as_the_thing(concept: str) -> None:
    """A picture has the height asked for and the proportions of the drawing."""
    image = image_of(concept, 80, INK, 3)
    assert image.height() == 80
    assert image.width() / image.height() == pytest.approx(proportion(concept), rel=0.15)


def test_the_same_seed_gives_the_same_picture() -> None:
    """A picture depends on its concept, size, look and seed alone."""
    image_of.__globals__["thing_image"].cache_clear()
    first = pixels_of(image_of("door", 64, PAPER, 9))
    image_of.__globals__["thing_image"].cache_clear()
    assert np.array_equal(first, pixels_of(image_of("door", 64, PAPER, 9)))


def test_an_unknown_thing_is_refused() -> None:
    """What has no drawing raises KeyError instead of drawing something else."""
    with pytest.raises(KeyError):
        image_of("kagwalskinsaeng", 64, INK, 1)


def test_the_unreached_end_of_a_path_is_not_drawn() -> None:
    """A thing stands where its path says at the moment."""
    path = (Key(0, 0.2, 0.9), Key(1, 0.8, 0.9))
    early = drawn(Prop("apple", path, height=0.4), progress=0.0)[..., 3]
    late = drawn(Prop("apple", path, height=0.4), progress=1.0)[..., 3]
    assert early[:, :80].sum() > 0 == early[:, 80:].sum()
    assert late[:, 80:].sum() > 0 == late[:, :80].sum()


def test_three_core_things_are_there() -> None:
    """The things of the published dreams can be drawn."""
    assert {"porcelain", "cctv", "exam_paper", "tooth", "door", "bed", "phone"} <= PROPS
