"""A pen for things built by hand: shapes in shares of a frame, in the scene's own palette."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np
import skia

from mongyudo.ink.brush import Point, polygon
from mongyudo.ink.canvas import Rgb, Rgba, paint, pixels_of, surface
from mongyudo.ink.looks import Look, luminance, mix
from mongyudo.ink.stage import Stage


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of built things under one look."""

    wall: Rgb
    floor: Rgb
    ceiling: Rgb
    wood: Rgb
    dark_wood: Rgb
    stone: Rgb
    metal: Rgb
    cloth: Rgb
    paper: Rgb
    glass: Rgb
    lit: Rgb
    line: Rgb
    dark: Rgb
    green: Rgb
    red: Rgb
    key: Rgb


def tinted(look: Look, colour: Rgb, *, indoors: bool = False) -> Rgb:
    """A natural colour as it looks in this picture's wash and at its hour."""
    if look.is_geumni:
        return mix(mix(look.near, look.far, luminance(colour) / 235), look.ink, 0.05)
    night = {"day": 0.0, "dusk": 0.22, "night": 0.48}[look.time_of_day]
    if look.is_minhwa:
        washed = mix(colour, look.wash, 0.10 + 0.55 * look.wash_strength)
        return mix(washed, look.near, night * (0.3 if indoors else 0.8))
    if indoors:
        night *= 0.35
    if look.is_paper:
        shade = mix(look.sky_top, look.near, 0.45)
        if indoors:
            shade = mix(mix(look.sky_low, look.sky_top, 0.30), look.near, 0.22)
        return mix(
            mix(colour, shade, 0.58 if indoors else 0.34),
            mix(look.near, look.sky_top, 0.3),
            night * 1.15,
        )
    washed = mix(colour, look.wash, 0.12 + 0.42 * look.wash_strength)
    return mix(washed, look.near, night)


def palette_of(look: Look, *, indoors: bool = False) -> Palette:
    """The palette of built things under `look`; indoors the hour darkens them less."""

    def natural(colour: Rgb) -> Rgb:
        return tinted(look, colour, indoors=indoors)

    lit = mix(look.light, (255, 226, 150), 0.45)
    if look.is_minhwa and indoors:
        return _papered(look, natural)
    return Palette(
        wall=natural((214, 204, 186)), floor=natural((196, 180, 152)),
        ceiling=natural((198, 190, 176)), wood=natural((160, 118, 78)),
        dark_wood=natural((98, 68, 50)), stone=natural((172, 168, 160)),
        metal=natural((146, 154, 160)), cloth=natural((226, 218, 204)),
        paper=natural((246, 238, 214)), glass=natural((158, 184, 192)),
        lit=lit, line=look.ink, dark=look.dark(0.4),
        green=natural((88, 120, 92)), red=natural((176, 66, 52)), key=look.accents[0],
    )  # fmt: skip


def _papered(look: Look, natural: Callable[[Rgb], Rgb]) -> Palette:
    """A room of minhwa: walls papered in the mood's ground, oiled floor, lacquered wood."""
    wall = mix(natural((236, 226, 204)), look.paper, 0.72)
    return Palette(
        wall=wall, floor=mix(natural((216, 172, 96)), look.paper, 0.30),
        ceiling=mix(wall, (255, 250, 236), 0.35), wood=natural((174, 84, 54)),
        dark_wood=natural((112, 52, 44)), stone=natural((168, 172, 172)),
        metal=natural((224, 176, 70)), cloth=mix(look.accents[0], wall, 0.25),
        paper=natural((250, 244, 224)), glass=natural((150, 192, 208)),
        lit=mix(look.light, (255, 226, 150), 0.45), line=look.ink, dark=look.dark(0.4),
        green=natural((48, 138, 98)), red=natural((202, 52, 42)), key=look.accents[0],
    )  # fmt: skip


@dataclass(frozen=True)
class Pen:
    """Draws shapes whose coordinates are shares of the rectangle (`left`, `top`, `wide`, `high`).

    `line_px` is the width of a fine line. In ink a shape gets an outline; in paper it is a card
    with a shadow below and light on its edge.
    """

    canvas: skia.Canvas
    look: Look
    palette: Palette
    left: float
    top: float
    wide: float
    high: float
    line_px: float

    def within(self, x0: float, y0: float, x1: float, y1: float) -> "Pen":
        """A pen whose unit square is the given part of this one's."""
        return replace(
            self, left=self.left + x0 * self.wide, top=self.top + y0 * self.high,
            wide=(x1 - x0) * self.wide, high=(y1 - y0) * self.high,
        )  # fmt: skip

    def at(self, x: float, y: float) -> Point:
        """Shares to pixels."""
        return (self.left + x * self.wide, self.top + y * self.high)

    def shape(self, path: skia.Path, colour: Rgb, *, line: float = 1.0, alpha: float = 1.0) -> None:
        """Fill a path given in pixels, and draw its edge as the material wants it."""
        if self.look.is_paper:
            self._card(path, colour, line, alpha)
            return
        self.canvas.drawPath(path, paint(colour, alpha))
        if line > 0:
            stroke = paint(self.palette.line, 0.8 * alpha, stroke_px=1.25 * self.line_px * line)
            self.canvas.drawPath(path, stroke)

    def _card(self, path: skia.Path, colour: Rgb, line: float, alpha: float) -> None:
        if line > 0:
            shadow = paint(self.look.shadow, 0.55 * alpha)
            shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 2 * self.line_px))
            reach = 1.6 * self.line_px * line
            self.canvas.save()
            self.canvas.translate(reach if self.look.light_pos[0] < 0.5 else -reach, reach)
            self.canvas.drawPath(path, shadow)
            self.canvas.restore()
        self.canvas.drawPath(path, paint(colour, alpha))
        if line > 0:
            rim = paint(mix(colour, self.look.light, 0.55), 0.55 * alpha, stroke_px=self.line_px)
            self.canvas.drawPath(path, rim)

    def poly(
        self, points: Iterable[Point], colour: Rgb, *, line: float = 1.0, alpha: float = 1.0
    ) -> None:
        """A polygon."""
        self.shape(polygon([self.at(*p) for p in points]), colour, line=line, alpha=alpha)

    def rect(
        self, x0: float, y0: float, x1: float, y1: float, colour: Rgb, *,
        line: float = 1.0, alpha: float = 1.0,
    ) -> None:  # fmt: skip
        """An upright rectangle."""
        self.poly([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], colour, line=line, alpha=alpha)

    def oval(
        self, x: float, y: float, rx: float, ry: float, colour: Rgb, *,
        line: float = 1.0, alpha: float = 1.0,
    ) -> None:  # fmt: skip
        """An ellipse around (x, y); `ry` is a share of the height."""
        path = skia.Path()
        cx, cy = self.at(x, y)
        w, h = rx * self.wide, ry * self.high
        path.addOval(skia.Rect.MakeLTRB(cx - w, cy - h, cx + w, cy + h))
        self.shape(path, colour, line=line, alpha=alpha)

    def disc(self, x: float, y: float, radius: float, colour: Rgb, *, line: float = 1.0,
             alpha: float = 1.0) -> None:  # fmt: skip
        """A circle whose radius is a share of the height."""
        self.oval(x, y, radius * self.high / self.wide, radius, colour, line=line, alpha=alpha)

    def stroke(
        self, points: Iterable[Point], colour: Rgb | None = None, *,
        width: float = 1.0, alpha: float = 0.85,
    ) -> None:  # fmt: skip
        """An open line; `width` in fine lines."""
        path = skia.Path()
        spots = [self.at(*p) for p in points]
        path.moveTo(*spots[0])
        for spot in spots[1:]:
            path.lineTo(*spot)
        pale = mix(self.palette.dark, self.look.light, 0.30)
        tone = colour or (pale if self.look.is_paper else self.palette.line)
        self.canvas.drawPath(path, paint(tone, alpha, stroke_px=width * self.line_px))

    def bar(
        self, start: Point, end: Point, colour: Rgb, thick: float, *, line: float = 1.0
    ) -> None:
        """A straight beam from `start` to `end`, `thick` as a share of the height."""
        (x0, y0), (x1, y1) = self.at(*start), self.at(*end)
        length = max(1e-6, float(np.hypot(x1 - x0, y1 - y0)))
        half = thick * self.high / 2
        nx, ny = -(y1 - y0) / length * half, (x1 - x0) / length * half
        corners = [(x0 + nx, y0 + ny), (x1 + nx, y1 + ny), (x1 - nx, y1 - ny), (x0 - nx, y0 - ny)]
        self.shape(polygon(corners), colour, line=line)

    def cut(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A hole, through which what lies behind is seen."""
        (left, top), (right, bottom) = self.at(x0, y0), self.at(x1, y1)
        hole = skia.Paint(BlendMode=skia.BlendMode.kClear)
        self.canvas.drawRect(skia.Rect.MakeLTRB(left, top, right, bottom), hole)

    def clear(self, points: Iterable[Point]) -> None:
        """A hole of any shape, its edge drawn as the material wants it."""
        path = polygon([self.at(*p) for p in points])
        self.canvas.drawPath(path, paint(self.palette.line, 0.8, stroke_px=2.5 * self.line_px))
        self.canvas.drawPath(path, skia.Paint(BlendMode=skia.BlendMode.kClear, AntiAlias=True))

    def shade(self, points: Iterable[Point], *, width: float = 9.0, alpha: float = 0.28) -> None:
        """A soft dark line, as where two walls meet; `width` in fine lines."""
        path = skia.Path()
        spots = [self.at(*p) for p in points]
        path.moveTo(*spots[0])
        for spot in spots[1:]:
            path.lineTo(*spot)
        brush = paint(self.look.shadow, alpha, stroke_px=width * self.line_px)
        brush.setMaskFilter(
            skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, width * 0.45 * self.line_px)
        )
        self.canvas.drawPath(path, brush)

    def stand(self, x0: float, y0: float, x1: float, y1: float) -> "Pen":
        """Like `within`, for a thing that stands on the floor: its shadow is laid first."""
        inset = (x1 - x0) * 0.06
        self.shade([(x0 + inset, y1), (x1 - inset, y1)], width=7, alpha=0.42)
        return self.within(x0, y0, x1, y1)

    def glow(self, x: float, y: float, radius: float, strength: float) -> None:
        """A soft pool of the scene's light; `radius` as a share of the height."""
        cx, cy = self.at(x, y)
        reach = max(1.0, radius * self.high)
        light = self.look.light
        colours = [
            skia.Color(*light, round(255 * min(1.0, strength))),
            skia.Color(*light, round(110 * min(1.0, strength))),
            skia.Color(*light, 0),
        ]
        shader = skia.GradientShader.MakeRadial((cx, cy), reach, colours, [0.0, 0.35, 1.0])
        self.canvas.drawCircle(cx, cy, reach, skia.Paint(Shader=shader))


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pixels larger than the frame, and where the frame's corner lies on them."""

    pixels: Rgba
    left_px: int
    top_px: int


def drawn(stage: Stage, draw: Callable[[Pen], None], *, parallax: float = 1.0) -> Sheet:
    """What `draw` puts on a sheet that reaches beyond the frame as far as the camera may look."""
    right, down = (int(m) + 2 for m in stage.margin_px(parallax))
    sheet = surface(stage.width_px + 2 * right, stage.height_px + 2 * down)
    pen = Pen(sheet.getCanvas(), stage.look, palette_of(stage.look, indoors=True), right, down,
              stage.width_px, stage.height_px, stage.unit_px)  # fmt: skip
    draw(pen)
    return Sheet(pixels_of(sheet), right, down)


def drawn_strip(
    stage: Stage, draw: Callable[[Pen, int], None], *, period_px: int, bays: int, height: float
) -> Rgba:
    """A strip `period_px` long: `draw` once for each bay (its number comes along), the unit
    square one bay wide and `height` frames high."""
    tall = max(8, round(stage.y(height)))
    sheet = surface(period_px, tall)
    each = period_px / bays
    for bay in range(-1, bays + 1):
        pen = Pen(
            sheet.getCanvas(),
            stage.look,
            palette_of(stage.look, indoors=True),
            bay * each,
            0.0,
            each,
            float(tall),
            stage.unit_px,
        )
        draw(pen, bay % bays)
    return pixels_of(sheet)
