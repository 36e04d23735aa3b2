"""Bakes an animal's motion into pictures and moves them along the path."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import skia

from mongyudo.ink.canvas import LINEAR, alpha_paint, pixels_of, surface
from mongyudo.ink.cast_layer import Tread, key_at
from mongyudo.ink.creatures_act import Act, Cycle, Draw, Member
from mongyudo.ink.creatures_pen import BeastPen, Lamp, box_of
from mongyudo.ink.figures_pen import Colour
from mongyudo.ink.layers import View
from mongyudo.ink.looks import Look
from mongyudo.ink.scene import Key
from mongyudo.ink.stills import Still, Stills
from mongyudo.ink.treat import treat

_MOST_PX = 820_000
"""Pixels of all pictures of a motion together: what is painted within a quarter of a second."""

_RIM = 0.010
"""How far a cut piece of paper shades the piece below, in heights."""

_MARGIN_PX = 7
_REACH = 6.0


@dataclass(frozen=True, slots=True)
class Reel:
    """The pictures of a motion; `tall_px` is how many of their pixels make one unit."""

    stills: Stills
    tall_px: float
    cycle: Cycle


@dataclass
class CreatureLayer:
    """An animal, or a group of one sort, moved along a path with contact shadows.

    With a `tread` its steps follow the way over the ground, and not the time.
    """

    reel: Reel
    path: tuple[Key, ...]
    unit_px: float
    shadow: skia.Image | None
    shadow_size: tuple[float, float]
    mirrored: bool = False
    members: tuple[Member, ...] = (Member(),)
    tempo: float = 1.0
    tread: Tread | None = None
    parallax: float = 1.0
    periodic: bool = False

    def draw(self, canvas: skia.Canvas, view: View) -> None:
        """Lay the shadows, then the pictures of this moment."""
        key = key_at(self.path, view.progress)
        if key.alpha <= 0.004 or key.scale <= 0:
            return
        canvas.save()
        canvas.translate(key.x * view.size_px[0], key.y * view.size_px[1])
        canvas.scale(-key.scale if self.mirrored else key.scale, key.scale)
        if key.turn_deg:
            canvas.rotate(-key.turn_deg if self.mirrored else key.turn_deg)
        for member in self.members:
            self._draw_one(canvas, view, key, member)
        canvas.restore()

    def _draw_one(self, canvas: skia.Canvas, view: View, key: Key, member: Member) -> None:
        still = self.reel.stills[self._index(view, member)]
        drift = self._drift(view, member)
        x, y = (member.x + drift[0]) * self.unit_px, (member.y + drift[1]) * self.unit_px
        zoom = member.scale * self.unit_px / self.reel.tall_px
        canvas.save()
        canvas.translate(x, y)
        canvas.scale(zoom, zoom)
        if self.shadow is not None:
            self._shade(canvas, key)
        paint = alpha_paint(key.alpha)
        paint.setDither(bool(key.turn_deg))
        canvas.drawImage(still.image, -still.foot_x, -still.foot_y, LINEAR, paint)
        canvas.restore()

    def _drift(self, view: View, member: Member) -> tuple[float, float]:
        """Members of a group sway about their places."""
        if len(self.members) == 1:
            return (0.0, 0.0)
        turn = math.tau * (view.time_s * 0.31 * self.tempo + member.ahead)
        return (0.12 * math.sin(turn), 0.09 * math.sin(1.7 * turn + 1.0))

    def _shade(self, canvas: skia.Canvas, key: Key) -> None:
        width, height = (side * self.reel.tall_px for side in self.shadow_size)
        rect = skia.Rect.MakeLTRB(-width / 2, -height * 0.55, width / 2, height * 0.45)
        canvas.drawImageRect(self.shadow, rect, LINEAR, alpha_paint(key.alpha))

    def _index(self, view: View, member: Member) -> int:
        cycle, count = self.reel.cycle, len(self.reel.stills)
        if self.tread is not None:
            done = self.tread.at(view.progress) / member.scale + member.ahead
            return round(done * count) % count
        rounds = view.time_s * self.tempo / cycle.period_s
        if cycle.once:
            return min(count - 1, int(rounds * count))
        return int((rounds + member.ahead) * count) % count


@dataclass(frozen=True, slots=True)
class Tint:
    """How dark an animal is painted: the tone of its shadow form, and how much colour is left."""

    dark: Colour | None = None
    hint: float = 0.0


def bake(
    draw: Draw, acts: Sequence[Act], cycle: Cycle, height_px: float, look: Look, seed: int,
    tint: Tint,
) -> Reel:  # fmt: skip
    """Paint each act in the look's material; see `Reel`. `height_px` is one unit's."""
    pictures = [_record(draw, act, look, tint) for act in acts]
    boxes = [box_of(drawing.picture) for drawing in pictures]
    tall = _tallness(boxes, height_px)
    stills = Stills(
        [partial(_still, p, box, tall, look, seed) for p, box in zip(pictures, boxes, strict=True)]
    )
    return Reel(stills, tall, cycle)


def _tallness(boxes: Sequence[skia.Rect], height_px: float) -> float:
    """How many pixels one unit gets: finer than the frame for small animals, within the budget."""
    area = sum(box.width() * box.height() for box in boxes)
    affordable = math.sqrt(_MOST_PX / max(area, 1e-6))
    return max(6.0, min(height_px * 1.35, max(affordable, height_px * 0.55)))


@dataclass(frozen=True, slots=True)
class _Drawing:
    """One phase, before it takes on the material."""

    picture: skia.Picture
    lamps: tuple[Lamp, ...]


def _record(draw: Draw, act: Act, look: Look, tint: Tint) -> _Drawing:
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-_REACH, -_REACH, _REACH, _REACH))
    line, rim = (0.0, _RIM) if look.is_paper else (0.0078, 0.0)
    pen = BeastPen(canvas, line=line, dark=tint.dark, hint=tint.hint, rim=rim)
    draw(pen, act)
    return _Drawing(recorder.finishRecordingAsPicture(), tuple(pen.lamps))


def _still(drawing: _Drawing, box: skia.Rect, tall: float, look: Look, seed: int) -> Still:
    """The picture in its material, with the lights laid over it."""
    left, top = math.floor(box.left() * tall), math.floor(box.top() * tall)
    width = _step(math.ceil(box.width() * tall) + 2 * _MARGIN_PX)
    height = _step(math.ceil(box.height() * tall) + 2 * _MARGIN_PX)
    matrix = skia.Matrix().setScale(tall, tall).postTranslate(_MARGIN_PX - left, _MARGIN_PX - top)
    field = surface(width, height)
    canvas = field.getCanvas()
    canvas.drawPicture(drawing.picture, matrix)
    image = treat(pixels_of(field), look, seed, unit_px=min(1.2, max(0.3, tall / 340)))
    if drawing.lamps:
        canvas.clear(0)
        canvas.drawImage(image, 0, 0)
        canvas.concat(matrix)
        for lamp in drawing.lamps:
            lamp.draw(canvas)
        image = field.makeImageSnapshot()
    return Still(image, _MARGIN_PX - left, _MARGIN_PX - top)


def _step(length: int) -> int:
    """Rounded up, so that few sizes of noise are needed."""
    return max(32, -(-length // 32) * 32)
