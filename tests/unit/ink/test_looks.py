"""The four materials: what each makes of a colour, a line, a mood."""

from itertools import combinations
from typing import get_args

import numpy as np
import pytest
import skia

from mongyudo.ink import reveal
from mongyudo.ink.canvas import Rgba, paint, pixels_of, surface
from mongyudo.ink.looks import Look, Rgb, look_for, luminance
from mongyudo.ink.paper import mist_band
from mongyudo.ink.scene import MOODS, Material, Scene
from mongyudo.ink.stage import Stage
from mongyudo.ink.treat import treated
from mongyudo.records import STYLES

LEAST_APART = 34.0
"""Between the skies and grounds of two moods, of 255, summed over both."""


def card(colour: Rgb, line: Rgb | None = None) -> Rgba:
    """A square of one colour on an empty sheet, perhaps with a line across it."""
    sheet = surface(96, 96)
    sheet.getCanvas().drawRect(skia.Rect.MakeLTRB(12, 12, 84, 84), paint(colour))
    if line:
        sheet.getCanvas().drawRect(skia.Rect.MakeLTRB(12, 47, 84, 49), paint(line))
    return pixels_of(sheet)


def tone(pixels: Rgba, rows: slice, columns: slice) -> float:
    """The mean brightness of a part."""
    red, green, blue = pixels[rows, columns, :3].reshape(-1, 3).mean(axis=0)
    return luminance((round(red), round(green), round(blue)))


def apart(one: Look, other: Look) -> float:
    """How far two looks are from each other by sky and ground."""
    pairs = [(getattr(one, n), getattr(other, n)) for n in ("sky_top", "sky_low", "ground")]
    return sum(float(np.linalg.norm(np.subtract(*pair))) for pair in pairs)


@pytest.mark.parametrize("material", get_args(Material))
def test_moods_are_told_apart_by_their_colours(material: Material) -> None:
    """No two moods of a material share sky and ground."""
    looks = [look_for(mood, material, "day") for mood in MOODS]
    for one, other in combinations(looks, 2):
        assert apart(one, other) > LEAST_APART, (one.mood, other.mood)


def test_every_style_is_a_material() -> None:
    """What may be asked for is what can be painted."""
    assert set(STYLES) == set(get_args(Material))


def test_pigments_make_a_dull_red_vermilion() -> None:
    """In minhwa a loud colour becomes the pigment next to it, flat."""
    made = treated(card((176, 60, 48)), look_for("joy", "minhwa", "day"), 3)
    heart = made[30:44, 30:66, :3].astype(int)
    assert np.abs(heart.mean(axis=(0, 1)) - (198, 44, 36)).max() < 16
    assert heart.std(axis=(0, 1)).max() < 9


def test_walls_keep_their_own_grey() -> None:
    """In minhwa greys are no pigments: a wall does not turn green in its shadow."""
    made = treated(card((150, 148, 142)), look_for("joy", "minhwa", "day"), 3)
    red, green, blue = made[30:44, 30:66, :3].mean(axis=(0, 1))
    assert abs(red - green) < 10
    assert abs(green - blue) < 16


def test_gold_draws_on_bare_paper_and_dark_on_gold() -> None:
    """In geumni the rim of a dark thing shines; a line across a bright one is dark."""
    look = look_for("calm", "geumni", "day")
    dark = treated(card((50, 44, 40)), look, 3)
    assert tone(dark, slice(30, 66), slice(12, 14)) > 50 + tone(dark, slice(40, 56), slice(40, 56))
    bright = treated(card((238, 226, 206), (42, 38, 36)), look, 3)
    assert tone(bright, slice(47, 49), slice(30, 66)) < 0.7 * tone(
        bright, slice(25, 40), slice(30, 66)
    )


def test_cold_things_are_silver() -> None:
    """In geumni porcelain is silver and a lamp is gold."""
    look = look_for("calm", "geumni", "day")
    cold, warm = (treated(card(c), look, 3) for c in ((170, 200, 236), (236, 200, 120)))
    blueness = [float(p[30:66, 30:66, 2].mean() - p[30:66, 30:66, 0].mean()) for p in (cold, warm)]
    assert blueness[0] > 0 > blueness[1]


@pytest.mark.parametrize(
    ("material", "lined"), [("ink", False), ("minhwa", True), ("geumni", True)]
)
def test_mist_has_lines_where_the_material_has(material: Material, *, lined: bool) -> None:
    """Mist is soft in ink; where materials draw with lines it is clouds with an outline."""
    stage = Stage(
        Scene((256, 144), 8, 1.0, 3, "field", material=material),
        look_for("calm", material, "day"), 256, 144,
    )  # fmt: skip
    pixels = pixels_of(mist_band(stage, 0.5, 0.2, parallax=0.3, salt=5).image)
    seen = pixels[pixels[..., 3] > 100][:, :3].astype(int)
    hues = seen.max(axis=0) - seen.min(axis=0)
    assert bool(hues.max() > 60) is lined


@pytest.mark.parametrize("material", get_args(Material))
def test_each_material_has_its_own_transition(material: Material) -> None:
    """All reveal as much at each moment; no two reveal the same."""
    field = reveal((192, 108), 5, material)
    assert abs(float((field < 128).mean()) - 0.5) < 0.02
    others = [reveal((192, 108), 5, m) for m in get_args(Material) if m != material]
    assert min(float(np.abs(field.astype(int) - other).mean()) for other in others) > 15
