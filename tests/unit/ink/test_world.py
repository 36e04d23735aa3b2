"""The ink's world: settings, moods, weather, effects and the camera, at sizes quick to draw."""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mongyudo import ink
from mongyudo.errors import UsageError
from mongyudo.ink.looks import look_for
from mongyudo.ink.scene import MOODS, Actor, Camera, Effect, Key, Material, Scene

SMALL = Scene((160, 90), 12, 2 / 12, 5, "desert")
MATERIALS: tuple[Material, ...] = get_args(Material)
SPOT_SETTINGS = ("forest", "room", "sea", "subway")


def frames(scene: Scene) -> list[np.ndarray]:
    """All frames of a scene."""
    return list(ink.render(scene))


def contrast(frame: np.ndarray) -> float:
    """The deviation of the frame's brightness, 0..128."""
    return float(frame.mean(axis=2).std())


def test_frame_count_shape_and_type() -> None:
    """A scene gives exactly round(duration * fps) RGB frames of its size."""
    made = frames(replace(SMALL, fps=10, duration_s=0.44))
    assert len(made) == 4
    assert all(frame.shape == (90, 160, 3) and frame.dtype == np.uint8 for frame in made)


def test_frames_come_one_by_one() -> None:
    """Rendering is lazy: nothing is painted before the first frame is asked for."""
    broken = replace(SMALL, setting="nowhere")
    made = ink.render(broken)
    assert isinstance(made, Iterator)
    with pytest.raises(UsageError, match="nowhere"):
        next(made)


def test_unknown_effect_names_the_known_ones() -> None:
    """An effect that does not exist is refused with the list of those that do."""
    with pytest.raises(UsageError, match="petals"):
        frames(replace(SMALL, effects=(Effect("confusion"),)))


def test_same_scene_same_frames() -> None:
    """Equal scenes give equal pixels, whatever was drawn in between."""
    scene = replace(SMALL, setting="cave", weather="rain", effects=(Effect("petals"),))
    first = frames(scene)
    frames(replace(scene, seed=6))
    assert all(np.array_equal(a, b) for a, b in zip(first, frames(scene), strict=True))


def test_seed_changes_the_picture() -> None:
    """Another seed paints another cave."""
    one, two = (frames(replace(SMALL, setting="cave", seed=seed))[0] for seed in (1, 2))
    assert np.abs(one.astype(int) - two).mean() > 1.5


@pytest.mark.parametrize(("setting", "material"), [*zip(SPOT_SETTINGS, MATERIALS, strict=True)])
def test_spot_settings_draw_a_picture(setting: str, material: Material) -> None:
    """Each material draws a setting of another kind, and it is not an empty sheet."""
    made = frames(replace(SMALL, setting=setting, material=material))
    assert len(made) == 2
    assert contrast(made[-1]) > 8


@pytest.mark.slow
@pytest.mark.parametrize("setting", sorted(ink.SETTINGS))
@pytest.mark.parametrize("material", MATERIALS)
def test_every_setting_draws_a_picture(setting: str, material: Material) -> None:
    """Every setting works in every material, standing, tracking and falling."""
    for camera in (Camera(), Camera(pan_x=0.9), Camera(pan_y=1.7), Camera(pan_y=-1.7)):
        made = frames(replace(SMALL, setting=setting, material=material, camera=camera))
        assert contrast(made[-1]) > 6


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(ink.EFFECTS - {"shake"}))
def test_every_effect_changes_the_picture(name: str) -> None:
    """An effect at full force is seen; the same scene without it is another picture."""
    actor = Actor("woman", (Key(0, 0.4, 0.8),))
    bare = replace(SMALL, duration_s=1.0, fps=6, mood="fear", time_of_day="night")
    bare = replace(bare, actors=(actor,))
    with_it = frames(replace(bare, effects=(Effect(name, 0.15, 1.0),)))
    difference = [
        np.abs(a.astype(int) - b).max() for a, b in zip(frames(bare), with_it, strict=True)
    ]
    assert max(difference) > 12


@pytest.mark.slow
@pytest.mark.parametrize("weather", sorted(ink.WEATHERS - {"clear"}))
def test_every_weather_changes_the_picture(weather: str) -> None:
    """Weather is seen out of doors."""
    clear = frames(replace(SMALL, setting="street"))[0].astype(int)
    changed = frames(replace(SMALL, setting="street", weather=weather))[0]
    assert np.abs(clear - changed).max() > 12


@pytest.mark.slow
@pytest.mark.parametrize("material", MATERIALS)
def test_moods_are_told_apart_by_their_mean_colour(material: Material) -> None:
    """The mean colours of any two moods differ by more than a just visible step."""
    means = {
        mood: frames(replace(SMALL, duration_s=1 / 12, mood=mood, material=material))[0].mean(
            axis=(0, 1)
        )
        for mood in MOODS
    }
    for index, one in enumerate(MOODS):
        for two in MOODS[index + 1 :]:
            assert np.abs(means[one] - means[two]).max() > 7, (one, two)


def test_night_is_darker_than_day() -> None:
    """The hour decides the brightness of every mood's look."""
    for mood in MOODS:
        for material in MATERIALS:
            day, night = (look_for(mood, material, hour) for hour in ("day", "night"))
            assert sum(night.sky_top) < sum(day.sky_top)
            assert sum(night.ground) < sum(day.ground)


@pytest.mark.parametrize("size_px", [(64, 64), (65, 127), (333, 90)])
def test_odd_sizes(size_px: tuple[int, int]) -> None:
    """Any size from 64x64 on and any aspect gives frames of exactly that size."""
    made = frames(replace(SMALL, size_px=size_px, duration_s=1 / 12))
    assert made[0].shape == (size_px[1], size_px[0], 3)
    assert contrast(made[0]) > 4


@pytest.mark.slow
def test_four_thousand_pixels() -> None:
    """The largest size works too."""
    made = frames(replace(SMALL, size_px=(3840, 2160), duration_s=1 / 12))
    assert made[0].shape == (2160, 3840, 3)


def test_tracking_moves_the_world() -> None:
    """A tracking shot shows other ground at its end than at its beginning."""
    made = frames(replace(SMALL, fps=4, duration_s=1.0, camera=Camera(pan_x=0.9, sway=0)))
    assert np.abs(made[0].astype(int) - made[-1]).mean() > 1.0


def test_the_frame_stays_filled_when_the_camera_pulls_back() -> None:
    """No edge of a layer comes into view: the corners are never black."""
    camera = Camera(pan_x=0.28, pan_y=0.4, zoom_from=1.25, zoom_to=0.9, shake=1.0)
    for setting in ("room", "beach"):
        for frame in frames(replace(SMALL, setting=setting, fps=4, duration_s=1.0, camera=camera)):
            assert min(frame[0, 0].max(), frame[-1, -1].max(), frame[-1, 0].max()) > 10


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 2**31), width=st.integers(64, 200), height=st.integers(64, 200))
def test_bleed_reaches_every_share_evenly(seed: int, width: int, height: int) -> None:
    """The transition's field spends as many pixels on each step as on any other."""
    field = ink.ink_bleed((width, height), seed)
    assert field.shape == (height, width)
    assert field.dtype == np.uint8
    counts = np.bincount(field.ravel(), minlength=256)
    assert counts.max() - counts.min() <= 2


def test_birds_do_not_fly_indoors() -> None:
    """What belongs to the sky stays behind the walls of a room without windows."""
    cellar = replace(SMALL, setting="basement", fps=4, duration_s=0.5)
    with_birds = frames(replace(cellar, effects=(Effect("birds", 1.0, 1.0),)))
    assert all(np.array_equal(a, b) for a, b in zip(frames(cellar), with_birds, strict=True))
