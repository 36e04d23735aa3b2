"""The parts the ink's world is painted with: noise, blur, material, strips, camera."""

from dataclasses import replace

import numpy as np
import pytest
import skia

from mongyudo.ink.camera import view_at, zoom_at, zoom_of_layer
from mongyudo.ink.canvas import _box, blur, image_of, pixels_of, surface
from mongyudo.ink.happening import force
from mongyudo.ink.interiors import Room, build_room, edge_silhouette
from mongyudo.ink.layers import View
from mongyudo.ink.looks import look_for, luminance, mix
from mongyudo.ink.noise import _cut, cloud, line, value
from mongyudo.ink.pen import Pen
from mongyudo.ink.render import Picture
from mongyudo.ink.scene import Camera, Effect, Key, Prop, Scene
from mongyudo.ink.settings_nature import forest
from mongyudo.ink.stage import Stage, Strip
from mongyudo.ink.terrain import massif, rock_at
from mongyudo.ink.treat import treated


def stage_of(setting: str = "forest", camera: Camera | None = None) -> Stage:
    """A small stage."""
    scene = Scene((256, 144), 8, 1.0, 3, setting, camera=camera or Camera())
    return Stage(scene, look_for("calm", "ink", "day"), 256, 144)


def seam(field: np.ndarray) -> float:
    """The step across the wrap sideways, in units of the usual step between columns."""
    inside = np.abs(np.diff(field.astype(float), axis=1)).mean()
    return float(np.abs(field[:, 0].astype(float) - field[:, -1]).mean() / max(inside, 1e-6))


@pytest.mark.parametrize("stretch", [0.1, 1.0, 5.0])
def test_noise_wraps_sideways(stretch: float) -> None:
    """A strip's noise has no seam where it repeats."""
    assert seam(cloud(90, 512, 5, rough=2.3, stretch=stretch)) < 2.5


def test_noise_depends_on_its_seed_alone() -> None:
    """The same seed gives the same field, another seed another one, of unit deviation."""
    one, again, other = cloud(64, 128, 1), cloud(64, 128, 1), cloud(64, 128, 2)
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)
    assert 0.5 < float(one.std()) < 1.6


def test_lines_and_sways_are_bounded() -> None:
    """Line noise has zero mean; the camera's smooth noise stays within -1..1."""
    assert abs(float(line(300, 4).mean())) < 1e-4
    assert max(abs(value(t / 10, 7)) for t in range(400)) <= 1.0


@pytest.mark.parametrize("sigma_px", [0.2, 0.8, 1.5, 4.0, 9.0])
def test_blur_keeps_flat_fields_and_sums(sigma_px: float) -> None:
    """Blurring moves nothing of a flat field and keeps the mass of a dot in the middle."""
    assert np.allclose(blur(np.full((40, 30), 7.0), sigma_px), 7.0, atol=1e-3)
    dot = np.zeros((121, 121))
    dot[60, 60] = 1.0
    soft = blur(dot, sigma_px)
    assert float(soft.sum()) == pytest.approx(1.0, abs=0.01)
    assert soft[60, 60] == soft.max()


@pytest.mark.parametrize("radius", [1, 2, 3, 4, 7, 12])
def test_a_box_is_the_mean_of_its_neighbours(radius: int) -> None:
    """Made of sums of sums, a box of any radius still weighs each neighbour alike."""
    line = np.zeros((1, 61), np.float32)
    line[0, 30] = 1.0
    wanted = (np.abs(np.arange(61) - 30) <= radius) / (2 * radius + 1)
    assert np.allclose(_box(line, radius, 1)[0], wanted, atol=1e-6)
    assert np.allclose(_box(line.T, radius, 0)[:, 0], wanted, atol=1e-6)


def test_noise_is_cut_from_its_field_rolled_by_the_seed() -> None:
    """What lies outside the corner that is wanted is not moved, but nothing else changes."""
    base = np.arange(12, dtype=np.float32).reshape(3, 4)
    assert np.array_equal(_cut(base, (2, 3), (2, 3)), np.roll(base, (2, 3), (0, 1))[:2, :3])


def test_what_is_opaque_is_marked_so() -> None:
    """Skia copies what is opaque and blends the rest; one pixel can make the difference."""
    pixels = np.full((4, 4, 4), 255, dtype=np.uint8)
    assert image_of(pixels).isOpaque()
    pixels[2, 3, 3] = 254
    assert not image_of(pixels).isOpaque()


def test_pixels_survive_the_way_to_skia_and_back() -> None:
    """Straight alpha in, straight alpha out, within the rounding of premultiplication."""
    pixels = np.zeros((4, 4, 4), dtype=np.uint8)
    pixels[..., 0], pixels[..., 1], pixels[..., 2], pixels[..., 3] = 200, 100, 50, 255
    pixels[0, 0, 3] = 128
    assert np.abs(pixels_of(image_of(pixels)).astype(int) - pixels).max() <= 2


@pytest.mark.parametrize("material", ["ink", "paper", "minhwa", "geumni"])
def test_material_keeps_size_and_marks_edges(material: str) -> None:
    """A grey disc stays a disc of its size; its rim differs from its heart."""
    sheet = surface(90, 90)
    sheet.getCanvas().drawCircle(45, 45, 30, skia.Paint(AntiAlias=True, Color=0xFF969696))
    look = look_for("calm", material, "day")
    made = treated(pixels_of(sheet), look, 3).astype(int)
    assert made.shape == (90, 90, 4)
    assert made[45, 45, 3] > 180
    assert made[2, 2, 3] == 0
    rim, heart = made[45, 15:18, :3].mean(), made[40:50, 40:50, :3].mean()
    assert abs(rim - heart) > 8


def test_a_strip_repeats_for_ever() -> None:
    """A periodic strip fills the frame wherever the camera has travelled."""
    image = image_of(np.full((20, 100, 4), 255, dtype=np.uint8))
    for pan in (-1234.5, 0.0, 77.7, 98765.0):
        sheet = surface(256, 20)
        Strip(image, 0.0, 1.0).draw(sheet.getCanvas(), View(0.0, 0.0, (pan, 0.0), (256, 20)))
        assert pixels_of(sheet)[5:15, :, 3].min() == 255


def test_a_forest_has_depths_and_a_background() -> None:
    """Layers come from far to near, and the first one covers the frame."""
    world = forest(stage_of())
    depths = [layer.parallax for layer in world.back]
    assert depths[0] == 0.0
    assert max(depths) == 1.0
    assert len(set(depths)) >= 5


def test_a_massif_stands_in_mist() -> None:
    """A massif is opaque in its middle and gone at its foot."""
    stage = stage_of()
    pixels = massif(120, 100, rock_at(stage, 0.5), 5, 1.0)
    assert pixels[50, 40:80, 3].mean() > 200
    assert pixels[-1, :, 3].max() < 40


def test_small_pans_are_centred_and_long_ones_are_not() -> None:
    """Half way through a small pan the camera looks straight; a tracking shot starts at zero."""
    small = stage_of(camera=Camera(pan_x=0.2, sway=0))
    assert abs(view_at(small, 4, 9).pan_px[0]) < 0.5
    tracking = stage_of(camera=Camera(pan_x=0.9, sway=0))
    assert abs(view_at(tracking, 0, 9).pan_px[0]) < 0.5
    assert view_at(tracking, 8, 9).pan_px[0] == pytest.approx(0.9 * 256, abs=0.5)


def test_zoom_never_shows_the_edge() -> None:
    """However far the camera pulls back, the enlargement stays at 1 or above."""
    stage = stage_of(camera=Camera(zoom_from=1.2, zoom_to=0.7))
    zooms = [zoom_at(stage.scene.camera, t / 10) for t in range(11)]
    assert min(zooms) >= 1.0
    assert zooms[0] > zooms[-1]
    assert zoom_of_layer(1.5, 0.1) < zoom_of_layer(1.5, 1.0) == 1.5


def test_force_runs_from_start_to_end() -> None:
    """An effect's strength is eased between its ends and kept within 0..1."""
    effect = Effect("fire", 0.2, 1.4)
    assert force(effect, 0.0) == pytest.approx(0.2)
    assert force(effect, 1.0) == 1.0
    assert 0.2 < force(effect, 0.4) < 1.0


def test_colours_mix_and_weigh() -> None:
    """Mixing clamps its share; luminance ranks white above grey above black."""
    assert mix((0, 0, 0), (100, 50, 20), 0.5) == (50, 25, 10)
    assert mix((1, 2, 3), (9, 9, 9), -4) == (1, 2, 3)
    assert luminance((255, 255, 255)) > luminance((90, 90, 90)) > luminance((0, 0, 0))


def test_the_edge_of_a_curtain_does_not_come_back_on_its_other_side() -> None:
    """Trembling lines wrap around in strips, not in what stands at the frame's edge: else a broken
    line runs down through the picture."""
    scene = Scene((256, 144), 8, 1.0, 3, "market", material="minhwa")
    stage = Stage(scene, look_for("calm", "minhwa", "day"), 256, 144)
    (plate,) = edge_silhouette(stage, "curtain")
    alpha = plate.image.toarray()[..., 3].astype(int).sum(axis=0)
    solid = np.flatnonzero(alpha > alpha.max() / 2)
    inner = alpha[: solid[0] // 2] if solid[0] > 4 else alpha[(solid[-1] + len(alpha)) // 2 :]
    assert inner.sum() == 0


@pytest.mark.parametrize("through", ["window", "door"])
def test_what_lies_beyond_is_painted(through: str) -> None:
    """Through the window of a room, or through its open door, another place is seen."""
    door = Prop("door", (Key(0, 0.64, 0.685),), height=0.5, motion="open")
    doors = (door,) if through == "door" else ()
    plain = Scene((256, 144), 8, 1.0, 3, "room", props=doors)
    views = [Picture(replace(plain, view=name)) for name in ("snowfield", "forest")]
    one, other = (pixels_of(p.paint(7, 8)).astype(int) for p in views)
    changed = np.abs(one - other).max(axis=2) > 20
    left, right = (0.55, 0.73) if doors else (0.28, 0.72)
    inside = changed[:, round(256 * left) : round(256 * right)].sum()
    assert inside > 200
    assert inside > 0.9 * changed.sum()


@pytest.mark.parametrize("pan_x", [0.0, 0.6])
@pytest.mark.parametrize("size_px", [(144, 144), (108, 192)])
def test_what_hangs_on_a_wall_keeps_its_shape(size_px: tuple[int, int], pan_x: float) -> None:
    """Windows are no slits in a tall frame, still or tracking."""

    def wall_in(width_px: int, height_px: int) -> tuple[float, float]:
        seen: list[Pen] = []
        camera = Camera(pan_x=pan_x)
        scene = Scene((width_px, height_px), 8, 1.0, 3, "room", camera=camera)
        stage = Stage(scene, look_for("calm", "ink", "day"), width_px, height_px)
        build_room(stage, Room(lambda pen, _bay: seen.append(pen)))
        return seen[0].wide / seen[0].high, seen[0].high / height_px

    wide, high = wall_in(256, 144)
    narrow, low = wall_in(*size_px)
    assert narrow == pytest.approx(wide, rel=0.35 if pan_x else 0.02)
    assert low < high
