"""What a setting is built on: the frame's measures, its look, and the kinds of painted layers."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import skia

from mongyudo.ink.canvas import LINEAR, NEAREST, alpha_paint
from mongyudo.ink.layers import Layer, View
from mongyudo.ink.looks import Look
from mongyudo.ink.noise import rng
from mongyudo.ink.scene import Scene

GROUND = 0.80
"""Where feet stand in settings with a floor, as a share of the frame's height."""

TRACKING = 0.3
"""A pan beyond this share of the frame is a tracking shot: the cast stays, the world runs by."""

FALLING = 0.8
"""A vertical pan beyond this share is a fall or a lift: settings become vertical strips."""


@dataclass(frozen=True)
class Stage:
    """The frame, the scene and its look. `unit_px` is one pixel of a 768x432 picture."""

    scene: Scene
    look: Look
    width_px: int
    height_px: int

    @property
    def unit_px(self) -> float:
        """The width of a fine line; everything thin is measured in it."""
        return max(0.35, float(np.sqrt(self.width_px * self.height_px / (768 * 432))))

    @property
    def tracks(self) -> bool:
        """Whether the camera runs along the world."""
        return abs(self.scene.camera.pan_x) > TRACKING

    @property
    def falls(self) -> bool:
        """Whether the camera runs up or down the world."""
        return abs(self.scene.camera.pan_y) > FALLING

    def x(self, share: float) -> float:
        """`share` of the frame's width, in pixels."""
        return share * self.width_px

    def y(self, share: float) -> float:
        """`share` of the frame's height, in pixels."""
        return share * self.height_px

    def dice(self, salt: int) -> np.random.Generator:
        """A generator of this scene for one purpose."""
        return rng(self.scene.seed, salt)

    def seed(self, salt: int) -> int:
        """A seed of this scene for one purpose."""
        return (self.scene.seed * 1009 + salt * 7919) % (2**31)

    def period_px(self, parallax: float) -> int:
        """The length of a periodic strip: as much as the camera will see, at most two frames."""
        camera = self.scene.camera
        seen = 1.12 + abs(camera.pan_x) * parallax
        longest = 2.0 + 0.6 * max(0.0, parallax - 1)
        return wrap_length(self.width_px * min(longest, seen))

    @property
    def below(self) -> float:
        """How much further down than the frame the stage is seen, as a share of its height."""
        return 0.03 + 0.02 * self.scene.camera.shake + self._half_pan(down=True)

    def margin_px(self, parallax: float = 1.0) -> tuple[float, float]:
        """How far beyond the frame a layer that does not repeat must reach, right and down."""
        sway = 0.03 + 0.02 * self.scene.camera.shake
        across = self._half_pan(down=False) * parallax + sway
        down = self._half_pan(down=True) * parallax + sway
        return across * self.width_px, down * self.height_px

    def _half_pan(self, *, down: bool) -> float:
        camera = self.scene.camera
        if down:
            return 0.0 if self.falls else abs(camera.pan_y) / 2
        return 0.0 if self.tracks else abs(camera.pan_x) / 2


def wrap_length(length_px: float) -> int:
    """The next length that noise of the same width covers without a seam."""
    step = 256 if length_px > 256 else 64
    return int(np.ceil(length_px / step) * step)


@dataclass
class Strip:
    """A baked picture that repeats sideways for ever; soft ones may snap to whole pixels.

    It may drift by itself and bob up and down by `bob_px` every `bob_s` seconds.
    """

    image: skia.Image
    y_px: float
    parallax: float
    x_px: float = 0.0
    drift_px_s: float = 0.0
    soft: bool = False
    alpha: float = 1.0
    periodic: bool = True
    bob_px: float = 0.0
    bob_s: float = 4.0

    def draw(self, canvas: skia.Canvas, view: View) -> None:
        """Lay copies side by side from the left edge on."""
        period = self.image.width()
        moved = self.x_px - view.pan_px[0] * self.parallax + self.drift_px_s * view.time_s
        left = moved % period - period
        turn = 2 * np.pi * (view.time_s / self.bob_s + self.y_px % 1)
        top = self.y_px - view.pan_px[1] * self.parallax + self.bob_px * float(np.sin(turn))
        if self.soft:
            left, top = float(round(left)), float(round(top))
        sampling = NEAREST if self.soft else LINEAR
        paint = alpha_paint(self.alpha)
        while left < view.size_px[0]:
            if left + period > 0:
                canvas.drawImage(self.image, left, top, sampling, paint)
            left += period


@dataclass
class Plate:
    """A baked picture that is there once."""

    image: skia.Image
    x_px: float
    y_px: float
    parallax: float
    soft: bool = False
    alpha: float = 1.0
    periodic: bool = False

    def draw(self, canvas: skia.Canvas, view: View) -> None:
        """Lay the picture; the renderer has moved the canvas."""
        del view
        sampling = NEAREST if self.soft else LINEAR
        canvas.drawImage(self.image, self.x_px, self.y_px, sampling, alpha_paint(self.alpha))


@dataclass
class Shaft:
    """A baked picture that repeats downwards for ever: walls, clouds and mist of a fall."""

    image: skia.Image
    x_px: float
    parallax: float
    soft: bool = False
    alpha: float = 1.0
    drift_px_s: float = 0.0
    periodic: bool = True

    def draw(self, canvas: skia.Canvas, view: View) -> None:
        """Lay copies one below the other from the top edge on."""
        period = self.image.height()
        moved = -view.pan_px[1] * self.parallax + self.drift_px_s * view.time_s
        top = moved % period - period
        left = self.x_px - view.pan_px[0] * self.parallax
        if self.soft:
            left, top = float(round(left)), float(round(top))
        sampling = NEAREST if self.soft else LINEAR
        paint = alpha_paint(self.alpha)
        while top < view.size_px[1]:
            if top + period > 0:
                canvas.drawImage(self.image, left, top, sampling, paint)
            top += period


@dataclass
class Live:
    """A layer that is drawn anew each frame by a function: particles, flames, ripples."""

    paint: Callable[[skia.Canvas, View], None]
    parallax: float = 1.0
    periodic: bool = True

    def draw(self, canvas: skia.Canvas, view: View) -> None:
        """Call the function."""
        self.paint(canvas, view)


@dataclass
class World:
    """A setting, built: `back` lies behind the cast, `front` before it."""

    back: list[Layer] = field(default_factory=list)
    front: list[Layer] = field(default_factory=list)
    indoors: bool = False
