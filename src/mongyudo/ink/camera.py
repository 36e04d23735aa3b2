"""The camera: eased travel, a hand's sway from sums of sines, and shakes."""

import math

from mongyudo.ink.layers import View
from mongyudo.ink.noise import value
from mongyudo.ink.scene import Camera
from mongyudo.ink.stage import FALLING, TRACKING, Stage


def smooth(share: float) -> float:
    """Ease in and out: 0 at 0, 1 at 1, level at both ends."""
    t = min(1.0, max(0.0, share))
    return t * t * (3 - 2 * t)


def cruise(share: float) -> float:
    """A nearly even run with short starts and stops, for tracking shots."""
    return 0.22 * smooth(share) + 0.78 * min(1.0, max(0.0, share))


def gathering(share: float) -> float:
    """Falling: slow at first, then faster and faster."""
    t = min(1.0, max(0.0, share))
    return 0.35 * t + 0.65 * t * t


def view_at(stage: Stage, frame: int, frame_count: int) -> View:
    """The moment and the camera at `frame` of `frame_count`.

    Small pans are centred: half way through the camera looks straight at the composed picture.
    """
    scene = stage.scene
    progress = frame / max(1, frame_count - 1)
    time_s = frame / scene.fps
    across = cruise(progress) if stage.tracks else smooth(progress) - 0.5
    down = gathering(progress) if stage.falls else smooth(progress) - 0.5
    sway_x, sway_y = _sway(stage, time_s)
    pan = (
        scene.camera.pan_x * across * stage.width_px + sway_x,
        scene.camera.pan_y * down * stage.height_px + sway_y,
    )
    return View(time_s, progress, pan, (stage.width_px, stage.height_px))


def zoom_at(camera: Camera, progress: float) -> float:
    """How much the stage is enlarged; never below 1, so that the frame stays filled."""
    least = min(camera.zoom_from, camera.zoom_to)
    floor = 1.012 / min(1.0, least)
    zoom = camera.zoom_from + (camera.zoom_to - camera.zoom_from) * smooth(progress)
    return max(1.012, zoom * floor)


def near_view(camera: Camera, progress: float) -> tuple[float, float, float] | None:
    """Zoom, left and top (shares of the frame) of what the camera has cut to; None while it sees
    the whole."""
    cut = camera.cut_in
    if cut is None or not cut.start <= progress <= cut.end:
        return None
    zoom = cut.zoom * (1 + _CREEPS * (progress - cut.start) / (cut.end - cut.start))
    left, top = (min(1 - 1 / zoom, max(0.0, at - 0.5 / zoom)) for at in cut.focus)
    return zoom, left, top


_CREEPS = 0.05
"""So much closer a near view comes until its end: nothing in a film stands quite still."""


def zoom_of_layer(zoom: float, parallax: float) -> float:
    """Far layers grow less than near ones, as when the camera walks in."""
    return 1 + (zoom - 1) * (0.30 + 0.70 * min(1.5, max(0.0, parallax)))


def cast_offset_px(stage: Stage, view: View) -> tuple[float, float]:
    """How far the cast moves with the world: not at all along an axis that is being tracked."""
    across = 0.0 if stage.tracks else view.pan_px[0]
    down = 0.0 if stage.falls else view.pan_px[1]
    return across, down


def cast_window(camera: Camera, progress: float) -> tuple[float, float, float]:
    """How the camera shows the cast, without its sway: zoom, and how far it has moved right and
    down in shares of the frame (0 along an axis that is being tracked)."""
    moved = smooth(progress) - 0.5
    across = 0.0 if abs(camera.pan_x) > TRACKING else camera.pan_x * moved
    down = 0.0 if abs(camera.pan_y) > FALLING else camera.pan_y * moved
    return zoom_at(camera, progress), across, down


def _sway(stage: Stage, time_s: float) -> tuple[float, float]:
    camera, seed = stage.scene.camera, stage.scene.seed
    shake = max([camera.shake, *(e.end for e in stage.scene.effects if e.name == "shake")])
    slow = time_s * 1.3 * stage.look.tempo
    reach = 0.0055 * camera.sway
    sway_x = reach * value(slow, seed + 1)
    sway_y = reach * 0.7 * value(slow * 1.17 + 4, seed + 2)
    if shake > 0:
        fast = time_s * 2 * math.pi * 4.3
        sway_x += 0.011 * shake * value(fast, seed + 3)
        sway_y += 0.011 * shake * value(fast * 1.13, seed + 4)
    return sway_x * stage.width_px, sway_y * stage.height_px
