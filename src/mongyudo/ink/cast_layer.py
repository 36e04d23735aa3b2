"""What every member of the cast is made of: baked pictures, moved along a path with a shadow."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import pairwise

import numpy as np
import skia

from mongyudo.ink.canvas import LINEAR, alpha_paint, image_of, pixels_of, surface
from mongyudo.ink.figures_pen import Colour, Pen
from mongyudo.ink.layers import View
from mongyudo.ink.looks import Look
from mongyudo.ink.scene import Key
from mongyudo.ink.stills import Still, Stills
from mongyudo.ink.treat import treat

Draw = Callable[[Pen, float], None]
"""Paints one phase (0..1) in units of the height: feet at y = 0, y down, facing right."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True)
class Baked:
    """The pictures of one cycle; `density` picture pixels make one frame pixel at scale 1."""

    stills: Stills
    density: float


@dataclass(frozen=True, slots=True)
class Tread:
    """The rounds of a gait that are done at evenly spread moments of the scene."""

    rounds: tuple[float, ...]

    def at(self, progress: float) -> float:
        """How many rounds are done at `progress` 0..1 of the scene."""
        place = min(1.0, max(0.0, progress)) * (len(self.rounds) - 1)
        k = min(int(place), len(self.rounds) - 2)
        return self.rounds[k] + (self.rounds[k + 1] - self.rounds[k]) * (place - k)


@dataclass(frozen=True)
class Playing:
    """How baked pictures follow the time: `order` lists them through one period.

    `once`: shown one time and the last one held; `offset` 0..1 starts the cycle later. With a
    `tread` the way over the ground decides, and not the time. `lead` is shown once before all, in
    `lead_s` seconds.
    """

    period_s: float = 1.0
    once: bool = False
    order: tuple[int, ...] = (0,)
    offset: float = 0.0
    tread: Tread | None = None
    lead: tuple[int, ...] = ()
    lead_s: float = 0.0

    def settled(self, view: View) -> float:
        """How far the lead is over, 0..1: those who come from both sides stand in the middle."""
        if view.time_s >= self.lead_s:
            return 1.0
        return max(0.0, 1 - (1 - view.time_s / self.lead_s) / 0.3)

    def index(self, view: View) -> int:
        """Which picture is shown at this moment."""
        count = len(self.order)
        if view.time_s < self.lead_s:
            return self.lead[int(view.time_s / self.lead_s * len(self.lead))]
        if self.tread is not None:
            rounds = self.tread.at(view.progress) + self.offset
            return self.order[round(rounds * count) % count]
        if self.once:
            done = min(1.0, max(0.0, (view.time_s - 0.25) / self.period_s))
            return self.order[min(count - 1, int(done * count))]
        since_s = view.time_s - self.lead_s
        return self.order[int((since_s / self.period_s + self.offset) * count) % count]


@dataclass
class CastLayer:
    """An actor or a prop: baked pictures moved along a path, with a contact shadow.

    `glow`, a round of light `glow_px` wide, shines behind it, `glow_up_px` above the foot.
    """

    baked: Baked
    playing: Playing
    path: tuple[Key, ...]
    shadow: skia.Image | None
    shadow_px: tuple[float, float]
    mirrored: bool = False
    glow: skia.Image | None = None
    glow_px: float = 0.0
    glow_up_px: float = 0.0
    parallax: float = 1.0
    periodic: bool = False

    def draw(self, canvas: skia.Canvas, view: View) -> None:
        """Lay light and shadow, then the picture of this moment."""
        key = key_at(self.path, view.progress)
        if key.alpha <= 0.004 or key.scale <= 0:
            return
        x, y = key.x * view.size_px[0], key.y * view.size_px[1]
        if self.shadow is not None:
            self._shade(canvas, replace(key, alpha=key.alpha * self.playing.settled(view)), x, y)
        if self.glow is not None:
            self._light(canvas, key, x, y)
        still = self.baked.stills[self.playing.index(view)]
        zoom = key.scale / self.baked.density
        canvas.save()
        canvas.translate(x, y)
        if key.turn_deg:
            canvas.rotate(key.turn_deg)
        canvas.scale(-zoom if self.mirrored else zoom, zoom)
        paint = alpha_paint(key.alpha)
        paint.setDither(bool(key.turn_deg))
        canvas.drawImage(still.image, -still.foot_x, -still.foot_y, LINEAR, paint)
        canvas.restore()

    def _shade(self, canvas: skia.Canvas, key: Key, x: float, y: float) -> None:
        width, height = self.shadow_px[0] * key.scale, self.shadow_px[1] * key.scale
        rect = skia.Rect.MakeLTRB(
            x - width / 2, y - height * 0.55, x + width / 2, y + height * 0.45
        )
        canvas.drawImageRect(self.shadow, rect, LINEAR, alpha_paint(key.alpha))

    def _light(self, canvas: skia.Canvas, key: Key, x: float, y: float) -> None:
        side, up = self.glow_px * key.scale, self.glow_up_px * key.scale
        rect = skia.Rect.MakeXYWH(x - side / 2, y - up - side / 2, side, side)
        canvas.drawImageRect(self.glow, rect, LINEAR, alpha_paint(key.alpha))


def key_at(path: Sequence[Key], progress: float) -> Key:
    """The place on `path` at `progress` 0..1, eased between keys; a stay before and after."""
    if progress <= path[0].at or len(path) == 1:
        return path[0]
    for before, after in pairwise(path):
        if progress <= after.at:
            t = (progress - before.at) / max(after.at - before.at, 1e-6)
            s = t * t * (3 - 2 * t)
            return Key(progress, *(_between(before, after, name, s) for name in _MOVING))
    return path[-1]


_MOVING = ("x", "y", "scale", "turn_deg", "alpha")


def _between(before: Key, after: Key, name: str, share: float) -> float:
    first: float = getattr(before, name)
    second: float = getattr(after, name)
    return first + (second - first) * share


@lru_cache(maxsize=16)
def shadow_image(dark: tuple[int, int, int]) -> skia.Image:
    """A soft oval of shadow, 128 x 32 pixels."""
    y, x = np.mgrid[-1:1:32j, -1:1:128j]
    fall = np.clip(1 - np.sqrt(x**2 + y**2), 0, 1) ** 1.3
    pixels = np.zeros((32, 128, 4), dtype=np.uint8)
    pixels[..., :3] = dark
    pixels[..., 3] = (fall * 150).astype(np.uint8)
    return image_of(pixels)


@dataclass(frozen=True)
class Tint:
    """How dark things are painted: the tone of a shadow form, and how much colour is left."""

    dark: Colour | None = None
    hint: float = 0.0


PLAIN = Tint()
_FINEST_PX = 640.0
_MOST_PX = 540_000
_MARGIN_PX = 8


def bake(
    draw: Draw,
    phases: Sequence[float],
    height_px: float,
    look: Look,
    seed: int,
    *,
    tint: Tint = PLAIN,
) -> Baked:
    """Paint each phase of `draw` in the look's material; see `Baked`.

    `height_px` is one unit's height on the frame. Pictures are painted finer than they are shown,
    so that the brush's edge stays smooth, within a budget of pixels (a quarter of a second).
    """
    pictures = [_record(draw, phase, look, tint) for phase in phases]
    boxes = [bounds_of(picture) for picture in pictures]
    tall = _tallness(height_px, boxes)
    stills = Stills(
        [partial(_still, p, box, tall, look, seed) for p, box in zip(pictures, boxes, strict=True)]
    )
    return Baked(stills, tall / max(height_px, 1e-6))


def _tallness(height_px: float, boxes: Sequence[Box]) -> float:
    """How many pixels a unit gets: 1.5 a frame pixel for what is small, fewer for what is large."""
    area = sum((right - left) * (bottom - top) for left, top, right, bottom in boxes)
    affordable = math.sqrt(_MOST_PX / max(area, 1e-6))
    wished = height_px * (1.5 if height_px < 240 else 1.2)
    return min(_FINEST_PX, max(10.0, min(wished, max(affordable, 0.8 * height_px))))


def _still(picture: skia.Picture, box: Box, tall: float, look: Look, seed: int) -> Still:
    left, top, right, bottom = (round(v * tall) for v in box)
    field = surface(_step(right - left + 2 * _MARGIN_PX), _step(bottom - top + 2 * _MARGIN_PX))
    canvas = field.getCanvas()
    canvas.translate(_MARGIN_PX - left, _MARGIN_PX - top)
    canvas.scale(tall, tall)
    canvas.drawPicture(picture)
    image = treat(pixels_of(field), look, seed, unit_px=min(1.2, max(0.3, tall / 480)))
    return Still(image, _MARGIN_PX - left, _MARGIN_PX - top)


def _record(draw: Draw, phase: float, look: Look, tint: Tint) -> skia.Picture:
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-4, -4, 4, 4))
    line = 0.0 if look.is_paper else 0.0068
    rim = _RIM if look.is_paper else 0.0
    draw(Pen(canvas, line=line, dark=tint.dark, hint=tint.hint, rim=rim), phase)
    return recorder.finishRecordingAsPicture()


_RIM = 0.012
"""How far a cut piece of paper shades the piece below, in heights."""


def _step(length: int) -> int:
    """Rounded up, so that few sizes of noise are needed."""
    return max(32, -(-length // 32) * 32)


def bounds_of(picture: skia.Picture) -> Box:
    """The box around a picture in its own units, found on a small copy."""
    field = surface(200, 140)
    canvas = field.getCanvas()
    canvas.translate(100, 100)
    canvas.scale(40, 40)
    canvas.drawPicture(picture)
    drawn = pixels_of(field)[..., 3] > 6
    rows, columns = np.flatnonzero(drawn.any(axis=1)), np.flatnonzero(drawn.any(axis=0))
    if not rows.size:
        return (-0.1, -0.1, 0.1, 0.1)
    return (
        float(columns[0] - 101) / 40,
        float(rows[0] - 101) / 40,
        float(columns[-1] - 98) / 40,
        float(rows[-1] - 98) / 40,
    )
