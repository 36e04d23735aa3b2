"""The pen for things: shapes in a box of 100 by 100 units, with a brushed contour.

The thing stands on y = 96 or so; what is drawn outside the box is cut off. Points are written as
text, "x,y x,y", because drawings are tables of numbers.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

import skia

from mongyudo.ink.canvas import Rgb as Rgb
from mongyudo.ink.canvas import paint
from mongyudo.ink.figures_pen import polygon, ribbon, smooth
from mongyudo.ink.looks import mix

Point = tuple[float, float]

INK: Rgb = (44, 40, 42)
PAPER: Rgb = (240, 232, 212)
WHITE: Rgb = (250, 247, 240)
PORCELAIN: Rgb = (238, 240, 236)
COBALT: Rgb = (44, 76, 138)
WOOD: Rgb = (168, 122, 80)
DARK_WOOD: Rgb = (104, 70, 48)
STEEL: Rgb = (172, 180, 186)
DARK_STEEL: Rgb = (84, 90, 98)
STONE: Rgb = (160, 156, 150)
BLACK: Rgb = (52, 50, 54)
RED: Rgb = (190, 58, 46)
ORANGE: Rgb = (222, 126, 58)
YELLOW: Rgb = (232, 186, 84)
GOLD: Rgb = (216, 168, 70)
GREEN: Rgb = (96, 136, 88)
DARK_GREEN: Rgb = (56, 88, 66)
BLUE: Rgb = (78, 116, 160)
SKY: Rgb = (160, 196, 208)
PINK: Rgb = (226, 146, 152)
PURPLE: Rgb = (128, 96, 146)
BROWN: Rgb = (134, 92, 62)
SKIN: Rgb = (232, 198, 166)
FLAME: Rgb = (246, 196, 96)
CHILI: Rgb = (198, 66, 44)
RICE: Rgb = (248, 244, 234)
BRONZE: Rgb = (128, 126, 96)
BARK: Rgb = (112, 84, 66)
PANE: Rgb = (178, 204, 210)
TYRE: Rgb = (60, 58, 62)


@lru_cache(maxsize=4096)
def points(text: str) -> tuple[Point, ...]:
    """The points written in `text` as "x,y x,y"; raises ValueError for anything else."""
    pairs = (pair.split(",") for pair in text.split())
    return tuple((float(x), float(y)) for x, y in pairs)


@dataclass(frozen=True)
class Sketch:
    """Draws on `canvas`, whose unit is a hundredth of the box.

    `contour` is whether shapes get an ink line (ink look) or none (cut paper). `phase` 0..1 is how
    far a thing has opened or a hand has turned, for drawings that can.
    """

    canvas: skia.Canvas
    contour: bool = True
    phase: float = 0.0

    def shape(
        self, path: skia.Path, colour: Rgb, *, line: float = 1.0, alpha: float = 1.0,
        shade: float = 0.14,
    ) -> None:  # fmt: skip
        """A filled path with its contour below and a wash along its lower right side."""
        if self.contour and line > 0:
            brush = paint(mix(INK, colour, 0.15), alpha, stroke_px=1.9 * line)
            self.canvas.save()
            self.canvas.translate(0.25 * line, 0.35 * line)
            self.canvas.drawPath(path, brush)
            self.canvas.restore()
        self.canvas.drawPath(path, paint(colour, alpha))
        if shade > 0:
            self._wash(path, colour, shade * alpha)

    def _wash(self, path: skia.Path, colour: Rgb, alpha: float) -> None:
        bounds = path.getBounds()
        size = min(9.0, 0.24 * min(bounds.width(), bounds.height()))
        if size < 0.8:
            return
        self.canvas.save()
        self.canvas.clipPath(path, doAntiAlias=True)
        self.canvas.translate(size * 0.2, size * 0.25)
        tone = mix(colour, INK, 0.6)
        self.canvas.drawPath(path, paint(tone, alpha, stroke_px=size * 1.3))
        self.canvas.translate(size * 0.2, size * 0.25)
        self.canvas.drawPath(path, paint(tone, alpha, stroke_px=size * 0.8))
        self.canvas.restore()

    def poly(self, text: str, colour: Rgb, *, line: float = 1.0, alpha: float = 1.0,
             shade: float = 0.14) -> None:  # fmt: skip
        """A straight-edged shape."""
        self.shape(polygon(points(text)), colour, line=line, alpha=alpha, shade=shade)

    def blob(self, text: str, colour: Rgb, *, line: float = 1.0, alpha: float = 1.0,
             shade: float = 0.14) -> None:  # fmt: skip
        """A round shape through the points."""
        self.shape(smooth(points(text)), colour, line=line, alpha=alpha, shade=shade)

    def rect(self, box: str, colour: Rgb, *, bend: float = 0.0, line: float = 1.0,
             alpha: float = 1.0, shade: float = 0.14) -> None:  # fmt: skip
        """An upright rectangle "left,top right,bottom" with corners of radius `bend`."""
        (left, top), (right, bottom) = points(box)
        path = skia.Path()
        path.addRoundRect(skia.Rect.MakeLTRB(left, top, right, bottom), bend, bend)
        self.shape(path, colour, line=line, alpha=alpha, shade=shade)

    def oval(self, middle: str, colour: Rgb, *, line: float = 1.0, alpha: float = 1.0,
             shade: float = 0.14) -> None:  # fmt: skip
        """An ellipse "x,y rx,ry"."""
        (x, y), (rx, ry) = points(middle)
        path = skia.Path()
        path.addOval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry))
        self.shape(path, colour, line=line, alpha=alpha, shade=shade)

    def ring(self, middle: str, width: float, colour: Rgb, *, line: float = 1.0) -> None:
        """A hoop around "x,y rx,ry" (its outer radii), open in the middle."""
        (x, y), (rx, ry) = points(middle)
        path = skia.Path()
        path.addOval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry))
        rx, ry = rx - width, ry - width
        path.addOval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry))
        path.setFillType(skia.PathFillType.kEvenOdd)
        self.shape(path, colour, line=line, shade=0)

    def band(self, text: str, widths: Sequence[float], colour: Rgb, *, line: float = 1.0,
             shade: float = 0.14) -> None:  # fmt: skip
        """A round band through the points; `widths` are its half widths, one a point."""
        self.shape(ribbon(points(text), widths), colour, line=line, shade=shade)

    def line(self, text: str, width: float = 1.0, colour: Rgb = INK, *,
             alpha: float = 0.9) -> None:  # fmt: skip
        """A straight-edged stroke."""
        path = skia.Path()
        path.addPoly([skia.Point(*p) for p in points(text)], close=False)
        self.canvas.drawPath(path, paint(colour, alpha, stroke_px=width))

    def curve(self, text: str, width: float = 1.0, colour: Rgb = INK, *,
              alpha: float = 0.9) -> None:  # fmt: skip
        """A round stroke through the points."""
        path = smooth(points(text), closed=False)
        self.canvas.drawPath(path, paint(colour, alpha, stroke_px=width))

    def stroke(self, text: str, width: float, colour: Rgb = INK) -> None:
        """A round brush stroke that swells and tapers; `width` is its full width in the middle."""
        spots = points(text)
        last = max(1, len(spots) - 1)
        swell = (1 - abs(2 * i / last - 1.0) for i in range(len(spots)))
        halves = [width / 2 * (0.3 + 0.7 * share) for share in swell]
        self.canvas.drawPath(ribbon(spots, halves), paint(colour, 0.95))

    def dots(self, text: str, radius: float, colour: Rgb = INK, *, alpha: float = 1.0) -> None:
        """Round dabs."""
        brush = paint(colour, alpha, stroke_px=2 * radius)
        spots = [skia.Point(*p) for p in points(text)]
        self.canvas.drawPoints(skia.Canvas.kPoints_PointMode, spots, brush)

    def wheels(self, xs: Sequence[float], y: float, radius: float) -> None:
        """A vehicle's wheels, seen from the side."""
        for x in xs:
            self.oval(f"{x},{y} {radius},{radius}", TYRE)
            self.oval(f"{x},{y} {radius * 0.52},{radius * 0.52}", STEEL, line=0.6)
            self.dots(f"{x},{y}", radius * 0.16, DARK_STEEL)

    @contextmanager
    def placed(
        self, x: float, y: float, size: float = 1.0, turn_deg: float = 0.0
    ) -> Iterator[None]:
        """Within it the origin lies at (x, y), turned clockwise and made larger by `size`."""
        self.canvas.save()
        self.canvas.translate(x, y)
        self.canvas.rotate(turn_deg)
        self.canvas.scale(size, size)
        yield
        self.canvas.restore()

    def rows(self, start: str, step: str, count: int, width: float, colour: Rgb = INK, *,
             alpha: float = 0.75) -> None:  # fmt: skip
        """`count` strokes like written lines: the first from "x0,y0 x1,y1", each next one moved
        by `step` ("dx,dy")."""
        (x0, y0), (x1, y1) = points(start)
        ((dx, dy),) = points(step)
        for k in range(count):
            ends = f"{x0 + dx * k},{y0 + dy * k} {x1 + dx * k},{y1 + dy * k}"
            self.line(ends, width, colour, alpha=alpha)


Drawing = Callable[[Sketch], None]
DRAWINGS: dict[str, Drawing] = {}
"""Every drawing by its name; modules of drawings fill it when they are imported."""


def drawing(draw: Drawing) -> Drawing:
    """Enter `draw` into DRAWINGS under its own name."""
    DRAWINGS[draw.__name__] = draw
    return draw
