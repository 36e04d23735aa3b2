"""What is drawn can have another colour: things, animals, and what somebody holds."""

import numpy as np
import pytest

from mongyudo.ink.canvas import pixels_of, surface
from mongyudo.ink.dyes import dye_filter, dyed, usual_tone
from mongyudo.ink.render import render
from mongyudo.ink.scene import Actor, Effect, Key, Prop, Scene

BLUE = (40, 80, 200)
HERE = (Key(0, 0.5, 0.9),)


def frame(**cast: object) -> np.ndarray:
    """The first frame of a small field by day."""
    return next(iter(render(Scene((192, 108), 2, 0.5, 7, "field", "calm", **cast))))


def blueness(seen: np.ndarray) -> float:
    """How much more blue than red the pixels `seen` are."""
    return float((seen[:, 2].astype(float) - seen[:, 0]).mean())


@pytest.mark.parametrize(
    ("cast", "name"),
    [
        ({"actors": (Actor("cow", HERE, 0.5),)}, "cow"),
        ({"props": (Prop("door", HERE, 0.6),)}, "door"),
        ({"actors": (Actor("woman", HERE, 0.6, holds="umbrella"),)}, "umbrella"),
        ({"actors": (Actor("woman", HERE, 0.6, holds="cat"),)}, "cat"),
    ],
)
def test_what_is_dyed_is_seen_in_that_colour(cast, name):
    plain, blue = frame(**cast), frame(**cast, dyes=((name, BLUE),))
    changed = (plain != blue).any(axis=2)
    assert changed.sum() > 100
    assert blueness(blue[changed]) > blueness(plain[changed]) + 10
    assert np.array_equal(plain, frame(**cast, dyes=(("tree", BLUE),)))


def test_lines_stay_dark_and_lights_stay_bright():
    """The usual tone takes the colour as it is; ink stays ink, and a highlight nearly white."""
    field = surface(3, 1)
    with dyed(field.getCanvas(), dye_filter(BLUE, 128.0)):
        for x, tone in enumerate((10, 128, 255)):
            paint(field, x, tone)
    line, fill, light = pixels_of(field)[0, :, :3].astype(int)
    assert line.max() < 60
    assert np.abs(fill - BLUE).max() < 6
    assert light.min() > 120


def paint(field, x: int, tone: int) -> None:
    """One pixel of grey."""
    import skia

    rect = skia.Rect.MakeXYWH(x, 0, 1, 1)
    field.getCanvas().drawRect(rect, skia.Paint(Color=skia.Color(tone, tone, tone)))


def test_the_usual_tone_leaves_lines_out():
    pixels = np.zeros((10, 10, 4), np.uint8)
    pixels[..., 3] = 255
    pixels[:4] = (200, 200, 200, 255)
    assert usual_tone(pixels) == pytest.approx(200, abs=1)
    assert usual_tone(np.zeros((4, 4, 4), np.uint8)) > 0


def test_a_sky_that_turns_begins_as_it_was() -> None:
    """하늘이 붉게 물들었다: the colour comes over it; a red sky is red from the beginning."""
    turns = {"effects": (Effect("dyed_sky", 0.0, 1.0),), "dyes": (("sky", BLUE),)}
    assert (frame(**turns) == frame()).all()
    assert (frame(dyes=(("sky", BLUE),)) != frame()).any()
    *_, last = render(Scene((192, 108), 8, 1.0, 7, "field", "calm", **turns))
    assert (last != frame()).any()
