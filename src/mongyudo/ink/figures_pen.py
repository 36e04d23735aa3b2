"""Paths and strokes from which figures, animals and props are put together.

All lengths are shares of the thing's height (1.0 = as tall as it stands), y grows downwards and the
ground is y = 0; the caller scales the canvas.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import skia

Point = tuple[float, float]
Circle = tuple[float, float, float]
Colour = int

INK: Colour = 0xFF2A2624
_MOON: Colour = 0xFFE6E2D2
_SHADE: Colour = 0xFF1C1A22


def rgb(red: int, green: int, blue: int, alpha: int = 255) -> Colour:
    """A colour as Skia's ARGB integer; each part 0..255."""
    return (alpha << 24) | (red << 16) | (green << 8) | blue


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour `share` (0..1) of the way from `first` to `second`; alpha is mixed too."""
    parts = [
        round(((first >> s) & 255) * (1 - share) + ((second >> s) & 255) * share)
        for s in (24, 16, 8, 0)
    ]
    return (parts[0] << 24) | (parts[1] << 16) | (parts[2] << 8) | parts[3]


def with_alpha(colour: Colour, alpha: float) -> Colour:
    """The same colour at opacity `alpha` (0..1)."""
    return (colour & 0x00FFFFFF) | (round(alpha * 255) << 24)


def polygon(points: Sequence[Point]) -> skia.Path:
    """A closed straight-edged path."""
    path = skia.Path()
    path.addPoly([skia.Point(*p) for p in points], close=True)
    return path


def smooth(points: Sequence[Point], *, closed: bool = True) -> skia.Path:
    """A round curve through all points (Catmull-Rom turned into cubics)."""
    count = len(points)
    path = skia.Path()
    path.moveTo(*points[0])
    for i in range(count if closed else count - 1):
        before, start, end, after = _neighbours(points, i, closed=closed)
        path.cubicTo(
            start[0] + (end[0] - before[0]) / 6,
            start[1] + (end[1] - before[1]) / 6,
            end[0] - (after[0] - start[0]) / 6,
            end[1] - (after[1] - start[1]) / 6,
            end[0],
            end[1],
        )
    if closed:
        path.close()
    return path


def _neighbours(
    points: Sequence[Point], i: int, *, closed: bool
) -> tuple[Point, Point, Point, Point]:
    count = len(points)
    if closed:
        return (
            points[i - 1],
            points[i],
            points[(i + 1) % count],
            points[(i + 2) % count],
        )
    return (
        points[max(i - 1, 0)],
        points[i],
        points[i + 1],
        points[min(i + 2, count - 1)],
    )


def hull(circles: Sequence[Circle]) -> skia.Path:
    """The taut skin around circles (x, y, radius): limbs, torsos and skirts in any pose."""
    if len(circles) == 2:
        return _capsule(*circles)
    points = sorted([(x + r * cos, y + r * sin) for x, y, r in circles for cos, sin in _ROUND])
    return polygon(_half(points) + _half(points[::-1]))


_ROUND = tuple((math.cos(k * math.tau / 18), math.sin(k * math.tau / 18)) for k in range(18))


def _capsule(first: Circle, second: Circle) -> skia.Path:
    """Two circles and their outer tangents."""
    big, small = (first, second) if first[2] >= second[2] else (second, first)
    dx, dy = small[0] - big[0], small[1] - big[1]
    gap = math.hypot(dx, dy)
    path = skia.Path()
    if gap <= big[2] - small[2] + 1e-9:
        path.addCircle(*big)
        return path
    along_deg = math.degrees(math.atan2(dy, dx))
    open_deg = math.degrees(math.acos((big[2] - small[2]) / gap))
    path.arcTo(_box(big), along_deg + open_deg, 360 - 2 * open_deg, forceMoveTo=True)
    path.arcTo(_box(small), along_deg - open_deg, 2 * open_deg, forceMoveTo=False)
    path.close()
    return path


def _box(circle: Circle) -> skia.Rect:
    x, y, r = circle
    return skia.Rect.MakeLTRB(x - r, y - r, x + r, y + r)


def _half(points: Sequence[Point]) -> list[Point]:
    chain: list[Point] = []
    for x, y in points:
        while len(chain) > 1:
            (ax, ay), (bx, by) = chain[-2], chain[-1]
            if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                break
            chain.pop()
        chain.append((x, y))
    return chain[:-1]


def ribbon(points: Sequence[Point], widths: Sequence[float]) -> skia.Path:
    """A closed band along `points` whose half width at each point is `widths`."""
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(points):
        before, after = points[max(i - 1, 0)], points[min(i + 1, len(points) - 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1.0
        nx, ny = -dy / length * widths[i], dx / length * widths[i]
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return smooth(left + right[::-1])


def ellipse(x: float, y: float, rx: float, ry: float) -> skia.Path:
    """An upright ellipse around (x, y)."""
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry))
    return path


def along(a: Point, b: Point, share: float) -> Point:
    """The point `share` of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def bend(points: Sequence[Point], count: int) -> list[Point]:
    """`count` points evenly along a quadratic curve with three control points."""
    (ax, ay), (bx, by), (cx, cy) = points
    found: list[Point] = []
    for k in range(count):
        t = k / (count - 1)
        s = 1 - t
        found.append(
            (
                s * s * ax + 2 * s * t * bx + t * t * cx,
                s * s * ay + 2 * s * t * by + t * t * cy,
            )
        )
    return found


@dataclass
class Pen:
    """Draws parts with a brush contour (ink) or as cut pieces (paper), or all in one dark tone.

    `line` is the contour's width in the canvas's units; 0 leaves it out. In a shadow (`dark` set)
    every fill becomes that tone and contours and inner lines vanish, save for what glows.
    `hint` 0..1 lets that much of the own colour through the dark tone; then a rim of moonlight from
    behind parts limb from limb, and inner lines are seen dimly. `wash_scale` is 1 / the size
    of the current measure, so that washes keep their width. `rim` is the width of the shade that a
    cut piece of paper throws on the piece below it; 0 for none.
    """

    canvas: skia.Canvas
    line: float = 0.011
    dark: Colour | None = None
    shade: float = 0.16
    wash_scale: float = 1.0
    hint: float = 0.0
    rim: float = 0.0
    _paints: dict[tuple[Colour, float], skia.Paint] = field(default_factory=dict)

    def fill(self, path: skia.Path, colour: Colour) -> None:
        """A flat area without contour; the dark tone in a shadow."""
        self.canvas.drawPath(path, self._paint(self._tone(colour), 0.0))

    def glow(self, path: skia.Path, colour: Colour) -> None:
        """A flat area that keeps its colour in a shadow."""
        self.canvas.drawPath(path, self._paint(colour, 0.0))

    def part(self, paths: Sequence[skia.Path], colour: Colour, *, shaded: bool = True) -> None:
        """Pieces that grow together: one contour around all, filled, with a wash on one side."""
        if self.line and self.dark is None:
            paint = self._paint(mix(INK, colour, 0.12), self.line * 2)
            self.canvas.save()
            self.canvas.translate(self.line * 0.34, self.line * 0.5)
            for path in paths:
                self.canvas.drawPath(path, paint)
            self.canvas.restore()
        if self.dark is not None and self.hint:
            self._backlight(paths, self.dark)
        if self.rim and self.dark is None:
            self._throw(paths)
        for path in paths:
            self.fill(path, colour)
        if shaded and self.dark is None:
            self._wash(paths, colour)

    def _backlight(self, paths: Sequence[skia.Path], dark: Colour) -> None:
        """The edges of a threat: moonlight along the back, black below."""
        width = self.line or 0.6 * self.rim
        light = mix(dark, _MOON, min(0.42, 1.8 * self.hint))
        for way, tone in ((0.5, mix(dark, 0xFF000000, 0.55)), (-0.42, light)):
            paint = self._paint(tone, width * 1.9)
            self.canvas.save()
            self.canvas.translate(width * way * 0.7, width * way)
            for path in paths:
                self.canvas.drawPath(path, paint)
            self.canvas.restore()

    def _throw(self, paths: Sequence[skia.Path]) -> None:
        """The shade of cut pieces on what lies below, to the lower right."""
        for spread, alpha in ((2.0, 0.13), (0.9, 0.22)):
            paint = self._paint(with_alpha(_SHADE, alpha), self.rim * spread)
            self.canvas.save()
            self.canvas.translate(self.rim * 0.35, self.rim * 0.55)
            for path in paths:
                self.canvas.drawPath(path, paint)
            self.canvas.restore()

    def brush(self, colour: Colour, width: float) -> skia.Paint:
        """A round stroke that shows in a shadow too."""
        return self._paint(self._tone(colour), width)

    def stroke(self, path: skia.Path, width: float, colour: Colour = INK) -> None:
        """An inner line: a fold, a brow, a seam. Not seen in a shadow, dimly in a threat."""
        if self.dark is None:
            self.canvas.drawPath(path, self._paint(colour, width))
        elif self.hint:
            tone = with_alpha(mix(self.dark, 0xFF000000, 0.5), 0.75 * (colour >> 24) / 255)
            self.canvas.drawPath(path, self._paint(tone, width))

    def _wash(self, paths: Sequence[skia.Path], colour: Colour) -> None:
        size = 0.045 * self.wash_scale
        paint = self._paint(with_alpha(mix(colour, INK, 0.55), self.shade), size * 1.6)
        for path in paths:
            self.canvas.save()
            self.canvas.clipPath(path, doAntiAlias=True)
            self.canvas.translate(size * 0.26, size * 0.3)
            self.canvas.drawPath(path, paint)
            self.canvas.restore()

    def _tone(self, colour: Colour) -> Colour:
        if self.dark is None:
            return colour
        return with_alpha(mix(self.dark, colour, self.hint), (colour >> 24) / 255)

    def _paint(self, colour: Colour, width: float) -> skia.Paint:
        key = (colour, width)
        if key not in self._paints:
            paint = skia.Paint(Color=colour, AntiAlias=True)
            if width:
                paint.setStyle(skia.Paint.kStroke_Style)
                paint.setStrokeWidth(width)
                paint.setStrokeCap(skia.Paint.kRound_Cap)
                paint.setStrokeJoin(skia.Paint.kRound_Join)
            self._paints[key] = paint
        return self._paints[key]
