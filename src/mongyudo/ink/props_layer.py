"""Things in motion: the layers that play baked pictures along a path."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import skia

from mongyudo.ink.canvas import LINEAR, alpha_paint, paint
from mongyudo.ink.layers import View
from mongyudo.ink.props_bake import Baked
from mongyudo.ink.props_break import Piece, thrown
from mongyudo.ink.props_motion import Motion
from mongyudo.ink.props_path import place_at
from mongyudo.ink.props_sketch import INK
from mongyudo.ink.scene import Key

_RAIN_S = 2.4
_RAIN_ABOVE = 0.12
_FALLING = 0.80
_DRIP_S = 1.3
_BREAKS_AT = 0.30
"""The share of the shot after which a thing breaks."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One of the things: its distance from the path in shares of the frame, its size factor, its
    own phase 0..1, and whether it is turned around."""

    right: float = 0.0
    down: float = 0.0
    size: float = 1.0
    phase: float = 0.0
    mirrored: bool = False
    turn_deg: float = 0.0


@dataclass(frozen=True, slots=True)
class Gear:
    """What a thing has besides its picture; None where it has it not.

    `shadow` lies where it stands, `halo` shines around the key object, `drop` drips from it,
    `hands` are a clock's, `pieces` what it breaks into.
    """

    shadow: skia.Image | None = None
    halo: skia.Image | None = None
    drop: Baked | None = None
    hands: bool = False
    pieces: Sequence[Piece] = ()


@dataclass
class ThingLayer:
    """A thing or several of it. `frame` tells from the view which picture is shown; `rains` makes
    the copies fall from above the frame, over and over, to where they belong."""

    pictures: Sequence[Baked]
    copies: Sequence[Copy]
    path: tuple[Key, ...]
    height_px: float
    motion: Motion
    tempo: float
    gear: Gear
    frame: Callable[[View], int]
    duration_s: float
    rains: bool = False
    parallax: float = 1.0
    periodic: bool = False

    def draw(self, canvas: skia.Canvas, view: View) -> None:
        """Lay halo and shadow of each copy, then its picture."""
        key = place_at(self.path, view.progress)
        if key.alpha <= 0.004 or key.scale <= 0:
            return
        for copy in self.copies:
            self._draw_copy(canvas, view, key, copy)

    def _draw_copy(self, canvas: skia.Canvas, view: View, key: Key, copy: Copy) -> None:
        time_s = view.time_s * self.tempo
        move = self.motion(time_s, copy.phase)
        lift, shown = self._rain(view.time_s, key, copy) if self.rains else (0.0, 1.0)
        tall = self.height_px * key.scale * copy.size
        alpha = key.alpha * move.alpha * shown
        canvas.save()
        canvas.translate(
            (key.x + copy.right) * view.size_px[0], (key.y + copy.down - lift) * view.size_px[1]
        )
        self._ground(canvas, tall, alpha, view)
        canvas.translate(move.right * tall, move.down * tall)
        turn = key.turn_deg + copy.turn_deg + (0.0 if self.rains and lift == 0 else move.turn_deg)
        _turn(canvas, turn, tall / 2 if move.about_middle else 0.0)
        baked = self.pictures[self.frame(view)]
        zoom = tall / (self.height_px * baked.density)
        canvas.scale((-zoom if copy.mirrored else zoom) * move.across, zoom * move.up)
        self._picture(canvas, baked, view, alpha, turned=bool(turn))
        canvas.restore()

    def _rain(self, time_s: float, key: Key, copy: Copy) -> tuple[float, float]:
        """How far above its place a copy still is, in frames, and its opacity."""
        share = (time_s / _RAIN_S + copy.phase) % 1.0
        if share >= _FALLING:
            return 0.0, min(1.0, (1 - share) / (1 - _FALLING) * 2)
        fallen = share / _FALLING
        return (key.y + copy.down + _RAIN_ABOVE) * (1 - fallen**1.25), 1.0

    def _ground(self, canvas: skia.Canvas, tall: float, alpha: float, view: View) -> None:
        baked = self.pictures[0]
        if self.gear.halo is not None:
            breath = 1 + 0.045 * math.sin(math.tau * view.time_s * self.tempo / 1.9)
            if self.gear.pieces:
                alpha *= max(0.0, min(1.0, 1 - (view.progress - _BREAKS_AT) / 0.4))
            around = 0.16 * view.size_px[1] + 0.12 * tall
            reach = breath * min(0.66 * tall * (1 + max(1.0, baked.wide)),
                                 0.5 * tall * max(1.0, baked.wide) + around)  # fmt: skip
            rect = skia.Rect.MakeLTRB(-reach, -tall / 2 - reach, reach, -tall / 2 + reach)
            canvas.drawImageRect(self.gear.halo, rect, LINEAR, alpha_paint(alpha * breath * 0.95))
        if self.gear.shadow is not None:
            half = max(baked.base, 0.12) * tall * 0.66
            deep = min(half * 0.42, tall * 0.10)
            rect = skia.Rect.MakeLTRB(-half, -deep * 0.55, half, deep * 0.75)
            canvas.drawImageRect(self.gear.shadow, rect, LINEAR, alpha_paint(alpha))

    def _picture(
        self, canvas: skia.Canvas, baked: Baked, view: View, alpha: float, *, turned: bool
    ) -> None:
        """The picture itself, its pixel for the foot at the origin."""
        brush = alpha_paint(alpha)
        brush.setDither(turned)  # takes Skia's fast path for turned pictures
        if self.gear.pieces:
            self._pieces(canvas, baked, view, brush)
            return
        canvas.drawImage(baked.image, -baked.foot_x, -baked.foot_y, LINEAR, brush)
        if self.gear.hands:
            self._hands(canvas, baked, view.time_s, alpha)
        if self.gear.drop is not None:
            self._drip(canvas, baked, self.gear.drop, view.time_s, alpha)

    def _pieces(self, canvas: skia.Canvas, baked: Baked, view: View, brush: skia.Paint) -> None:
        since_s = (view.progress - _BREAKS_AT) * self.duration_s
        tall = self.height_px * baked.density
        for piece in self.gear.pieces:
            right, down, turn_deg = thrown(piece, since_s, tall, baked.foot_y)
            canvas.save()
            canvas.translate(right - baked.foot_x, down - baked.foot_y)
            if turn_deg:
                canvas.rotate(turn_deg, piece.x, piece.y)
                brush.setDither(True)
            canvas.drawImage(piece.image, 0, 0, LINEAR, brush)
            canvas.restore()

    def _hands(self, canvas: skia.Canvas, baked: Baked, time_s: float, alpha: float) -> None:
        """A clock's hands, which run as they do in dreams: an hour in six seconds."""
        tall = self.height_px * baked.density
        canvas.save()
        canvas.translate(0, -tall / 2)
        for turn_deg, reach, wide in (
            (300 + 5 * time_s, 0.24, 0.030),
            (48 + 60 * time_s, 0.36, 0.021),
        ):
            canvas.save()
            canvas.rotate(turn_deg)
            path = skia.Path()
            corners = ((-wide, 0.07), (-wide * 0.6, -reach), (wide * 0.6, -reach), (wide, 0.07))
            path.addPoly([skia.Point(x * tall, y * tall) for x, y in corners], close=True)
            canvas.drawPath(path, paint(INK, alpha))
            canvas.restore()
        canvas.restore()

    def _drip(
        self, canvas: skia.Canvas, baked: Baked, drop: Baked, time_s: float, alpha: float
    ) -> None:
        """Drops that gather at the lowest point and fall."""
        tall = self.height_px * baked.density
        for shift in (0.0, 0.5):
            share = (time_s / _DRIP_S + shift) % 1.0
            zoom = min(1.0, share * 4)
            down = tall * 0.75 * max(0.0, share - 0.25) ** 2 / 0.5625
            canvas.save()
            canvas.translate(baked.low_x, down + drop.foot_y * 0.9 * zoom)
            canvas.scale(zoom, zoom)
            brush = alpha_paint(alpha * min(1.0, (1 - share) * 3))
            canvas.drawImage(drop.image, -drop.foot_x, -drop.foot_y, LINEAR, brush)
            canvas.restore()


def _turn(canvas: skia.Canvas, turn_deg: float, middle_px: float) -> None:
    """Turn about a point `middle_px` above the foot."""
    if turn_deg:
        canvas.rotate(turn_deg, 0, -middle_px)


def always_first(view: View) -> int:
    """The frame of a thing with one picture."""
    del view
    return 0


def once(count: int) -> Callable[[View], int]:
    """Plays `count` pictures through once, from a sixth to two thirds of the shot."""

    def frame(view: View) -> int:
        share = min(1.0, max(0.0, (view.progress - 0.16) / 0.5))
        eased = share * share * (3 - 2 * share)
        return round(eased * (count - 1))

    return frame


def round_and_round(count: int, period_s: float) -> Callable[[View], int]:
    """Plays `count` pictures again and again."""

    def frame(view: View) -> int:
        return int(view.time_s / period_s * count) % count

    return frame
