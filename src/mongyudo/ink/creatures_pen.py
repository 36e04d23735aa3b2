"""The pen of animals: what glows is painted apart, after the material, so that it stays bright."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import skia

from mongyudo.ink.canvas import pixels_of, surface
from mongyudo.ink.figures_pen import Circle, Colour, Pen, Point, hull, mix, rgb, with_alpha

DARK: Colour = rgb(38, 32, 33)
BONE: Colour = rgb(246, 238, 216)
EMBER: Colour = rgb(255, 196, 84)
MOUTH: Colour = rgb(112, 34, 38)
TONGUE: Colour = rgb(186, 84, 84)
_SCOUT_REACH = 6.0
_SCOUT_PX = 14.0
EYE_WHITE: Colour = rgb(248, 242, 226)


@dataclass(frozen=True, slots=True)
class Lamp:
    """Something that shines: its outline in its own measure, and the way to the picture's."""

    path: skia.Path
    colour: Colour
    halo: float
    matrix: skia.Matrix

    def draw(self, canvas: skia.Canvas) -> None:
        """Paint the light and its halo."""
        soft = skia.Paint(Color=with_alpha(self.colour, 0.8), AntiAlias=True)
        soft.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, self.halo * 0.5))
        canvas.save()
        canvas.concat(self.matrix)
        canvas.drawPath(self.path, soft)
        canvas.drawPath(self.path, skia.Paint(Color=self.colour, AntiAlias=True))
        canvas.restore()


@dataclass
class BeastPen(Pen):
    """A pen that keeps what shines in `lamps`, to be painted over the finished material."""

    lamps: list[Lamp] = field(default_factory=list)

    def shine(self, path: skia.Path, colour: Colour, halo: float) -> None:
        """A light with a soft halo of radius `halo`."""
        self.glow(path, mix(colour, DARK, 0.3))
        self.lamps.append(Lamp(path, colour, halo, self.canvas.getTotalMatrix()))

    def part(self, paths: Sequence[skia.Path], colour: Colour, *, shaded: bool = True) -> None:
        """Pieces that grow together, with one contour; `shaded` is left to `shade_over`."""
        del shaded
        super().part(paths, colour, shaded=False)

    def line_of(self, path: skia.Path, width: float, colour: Colour) -> None:
        """A thin limb: a line that shows in a shadow too."""
        self.canvas.drawPath(path, self.brush(colour, width))

    def marks(self, clip: skia.Path, paths: Sequence[skia.Path], colour: Colour) -> None:
        """Flat areas of one colour inside `clip`: stripes, spots, a pale belly."""
        self.canvas.save()
        self.canvas.clipPath(clip, doAntiAlias=True)
        for path in paths:
            self.fill(path, colour)
        self.canvas.restore()

    def shade_over(self, clip: skia.Path, dark: Colour, light: Colour, strength: float) -> None:
        """The wash of the folk painters: `dark` from the back down, `light` from the belly up."""
        if self.dark is not None:
            return
        box = clip.getBounds()
        ends = [skia.Point(box.left(), box.top()), skia.Point(box.left(), box.bottom())]
        colours = [
            with_alpha(dark, strength), with_alpha(dark, 0.0), with_alpha(light, 0.0),
            with_alpha(light, strength * 0.9),
        ]  # fmt: skip
        shader = skia.GradientShader.MakeLinear(ends, colours, [0.0, 0.42, 0.58, 1.0])
        self.canvas.save()
        self.canvas.clipPath(clip, doAntiAlias=True)
        self.canvas.drawRect(box, skia.Paint(Shader=shader))
        self.canvas.restore()

    @contextmanager
    def placed(
        self, at: Point, size: float, turn_deg: float = 0.0, *, flipped: bool = False
    ) -> Iterator[None]:
        """Draw in another measure: units of `size` around `at`, turned clockwise."""
        self.canvas.save()
        self.canvas.translate(*at)
        self.canvas.rotate(turn_deg)
        self.canvas.scale(-size if flipped else size, size)
        self.line, self.wash_scale = self.line / size, self.wash_scale / size
        yield
        self.line, self.wash_scale = self.line * size, self.wash_scale * size
        self.canvas.restore()


def box_of(picture: skia.Picture) -> skia.Rect:
    """The box around a picture in units of the height, found on a small copy."""
    side = round(2 * _SCOUT_REACH * _SCOUT_PX)
    field = surface(side, side)
    canvas = field.getCanvas()
    canvas.translate(side / 2, side / 2)
    canvas.scale(_SCOUT_PX, _SCOUT_PX)
    canvas.drawPicture(picture)
    drawn = pixels_of(field)[..., 3] > 4
    rows, columns = np.flatnonzero(drawn.any(axis=1)), np.flatnonzero(drawn.any(axis=0))
    if not rows.size:
        return skia.Rect.MakeLTRB(-0.1, -0.1, 0.1, 0.1)
    edges = (columns[0] - 1, rows[0] - 1, columns[-1] + 2, rows[-1] + 2)
    return skia.Rect.MakeLTRB(*(float(edge - side / 2) / _SCOUT_PX for edge in edges))


def union(paths: Sequence[skia.Path]) -> skia.Path:
    """One path around all."""
    builder = skia.OpBuilder()
    for path in paths:
        builder.add(path, skia.kUnion_PathOp)
    return builder.resolve()


def chain(circles: Sequence[Circle]) -> list[skia.Path]:
    """The skin around each circle and the next: a limb in any posture."""
    return [hull(pair) for pair in pairwise(circles)]


def polar(at: Point, deg: float, length: float) -> Point:
    """The point `length` from `at` towards `deg` (0 right, 90 up)."""
    a = math.radians(deg)
    return (at[0] + length * math.cos(a), at[1] - length * math.sin(a))


def angle_deg(start: Point, end: Point) -> float:
    """The direction from `start` to `end`, 0 right, 90 up."""
    return math.degrees(math.atan2(start[1] - end[1], end[0] - start[0]))


def elbow(start: Point, end: Point, first: float, second: float, side: float) -> Point:
    """The joint of a two-boned limb; `side` 1 bends a hanging limb to the right."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    gap = min(max(math.hypot(dx, dy), abs(first - second) + 1e-4), first + second - 1e-4)
    along = (first * first - second * second + gap * gap) / (2 * gap)
    aside = math.sqrt(max(0.0, first * first - along * along)) * side
    ux, uy = dx / max(1e-6, math.hypot(dx, dy)), dy / max(1e-6, math.hypot(dx, dy))
    return (start[0] + ux * along + uy * aside, start[1] + uy * along - ux * aside)


def within(start: Point, end: Point, most: float) -> Point:
    """`end`, drawn nearer to `start` where it lies further than `most`."""
    gap = math.hypot(end[0] - start[0], end[1] - start[1])
    if gap <= most:
        return end
    share = most / gap
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def whip(
    root: Point, deg: float, length: float, count: int, curl_deg: float, sway_deg: float,
    turn: float,
) -> list[Point]:  # fmt: skip
    """A tail or a whisker: `count` points from `root` towards `deg`, bending by `curl_deg` over
    its length and swinging by `sway_deg` in a wave that runs to the tip (`turn` in radians)."""
    points = [root]
    for k in range(1, count):
        share = k / (count - 1)
        aim = deg + curl_deg * share + sway_deg * share * math.sin(turn - 2.4 * share)
        points.append(polar(points[-1], aim, length / (count - 1)))
    return points
