"""Written words: the brushed title with its red seal, burnt-in captions, the corner mark.

The arrays are (H, W, 4) uint8 RGBA with straight alpha, ready to be laid over a frame.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import skia

from mongyudo.ink.canvas import Rgb, Rgba, alpha_paint, image_of, pixels_of, surface
from mongyudo.ink.layers import View
from mongyudo.ink.looks import Look, luminance, mix
from mongyudo.ink.noise import cloud
from mongyudo.ink.scene import Scene
from mongyudo.ink.sprites import asset_bytes

SEAL_RED = (178, 38, 32)
CREAM = (248, 240, 220)


@lru_cache(maxsize=2)
def typeface(name: str) -> skia.Typeface:
    """The shipped font `nanum-brush-script` or `gowun-batang`; both hold all Korean syllables."""
    data = skia.Data.MakeWithCopy(asset_bytes(f"{name}.woff"))
    return skia.FontMgr.New_Custom_Empty().makeFromData(data)


def brush_font(size_px: float) -> skia.Font:
    """The brush hand of the title."""
    return skia.Font(typeface("nanum-brush-script"), size_px)


def book_font(size_px: float) -> skia.Font:
    """The printed letters of captions."""
    font = skia.Font(typeface("gowun-batang"), size_px)
    font.setEdging(skia.Font.Edging.kAntiAlias)
    return font


@dataclass(frozen=True)
class _Glyph:
    image: skia.Image
    x_px: float
    y_px: float
    start: float


@dataclass
class TitleLayer:
    """The title, written sign by sign from above, then the seal pressed below it."""

    glyphs: list[_Glyph]
    parallax: float = 0.0
    periodic: bool = False

    def draw(self, canvas: skia.Canvas, view: View) -> None:
        """Fade each sign in at its moment."""
        for glyph in self.glyphs:
            alpha = min(1.0, max(0.0, (view.time_s - glyph.start) / 0.45))
            if alpha > 0:
                canvas.drawImage(
                    glyph.image,
                    glyph.x_px,
                    glyph.y_px,
                    skia.SamplingOptions(skia.FilterMode.kLinear),
                    alpha_paint(alpha),
                )


def title_layer(scene: Scene, look: Look, *, side: str = "right") -> TitleLayer | None:
    """The vertical title of `scene` at its `side` edge, or None when it has no title.

    Up to about ten signs stand in one column; more shrink and continue in a second and third.
    """
    words = scene.title.strip()
    if not words:
        return None
    width, height = scene.size_px
    columns, size = _columns(words, width, height)
    colour = _title_colour(look)
    glyphs: list[_Glyph] = []
    step = size * 1.12
    order = 0
    for index, column in enumerate(columns):
        left = _column_left(index, len(columns), size, width, side)
        y = height * 0.075
        for char in column:
            if char == " ":
                y += step * 0.3
                continue
            image = _sign(char, size, colour, scene.seed + order, scene.taste.hand)
            glyphs.append(_Glyph(image, left - size * 0.2, y - size * 0.2, 0.5 + 0.13 * order))
            y += step
            order += 1
    last = _column_left(len(columns) - 1, len(columns), size, width, side)
    if scene.seal:
        seal = _seal(scene.seal, size * 0.78, scene.seed)
        glyphs.append(_Glyph(seal, last + size * 0.11, y + size * 0.06, 0.75 + 0.13 * order))
    return TitleLayer(glyphs)


def _columns(words: str, width: int, height: int) -> tuple[list[str], float]:
    """The title cut into columns, and the size in pixels at which they fit the frame."""
    size = max(6.0, min(height * 0.105, width * 0.10))
    count = 1
    while True:
        fits = max(1, int((height * 0.85 - size) / (size * 1.12)))
        columns = _split(words, count)
        if max(len(c) for c in columns) <= fits:
            return columns, size
        if count < 3 and len(words) > 8 * count:
            count += 1
        else:
            size *= 0.9
        if size < 4:
            return [words[: max(1, int(height / 6))]], 4.0


def _split(words: str, count: int) -> list[str]:
    """`words` in `count` columns of about equal length, cut at blanks where there are any."""
    if count == 1:
        return [words]
    target = len(words) / count
    cuts = [i for i, c in enumerate(words) if c == " "]
    at = min(cuts, key=lambda i: abs(i - target), default=round(target))
    if at == 0 or abs(at - target) > target * 0.6:
        at = round(target)
    return [words[:at].strip(), *_split(words[at:].strip() or " ", count - 1)]


def _column_left(index: int, count: int, size: float, width: int, side: str) -> float:
    gap = size * 1.05
    edge = width * 0.045
    if side == "right":
        return width - edge - size * 0.8 - index * gap
    return edge + (count - 1 - index) * gap - size * 0.1


def _title_colour(look: Look) -> tuple[int, int, int]:
    """Dark ink on bright open paper, cream everywhere else.

    What lies behind is judged by the sky, darkened towards the edge as the vignette does; paper
    theatres have dark wings at the sides.
    """
    if look.is_geumni:
        return mix(look.ink, CREAM, 0.30)
    behind = luminance(mix(look.sky_top, look.sky_low, 0.4)) * (1 - 0.5 * look.vignette)
    bright = behind - (25 if look.is_paper else 0) > 165
    return mix(look.ink, (20, 18, 18), 0.5) if bright else CREAM


def _sign(char: str, size: float, colour: Rgb, seed: int, hand: str) -> skia.Image:
    """One sign, brushed or as printed, with dry streaks and a soft counter-tone behind it."""
    side = int(size * 1.5)
    field = surface(side, side)
    font = brush_font(size * 1.25) if hand == "brush" else book_font(size * 0.98)
    bounds = font.getBounds(font.textToGlyphs(char))[0]
    x = side / 2 - bounds.centerX()
    y = side / 2 - bounds.centerY()
    light = luminance(colour) > 128
    halo = skia.Paint(
        AntiAlias=True,
        Color=skia.Color(*((20, 18, 20) if light else (250, 244, 230)), 190),
        MaskFilter=skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(0.6, size * 0.085)),
    )
    canvas = field.getCanvas()
    canvas.drawString(char, x, y, font, halo)
    letter = surface(side, side)
    letter.getCanvas().drawString(
        char, x, y, font, skia.Paint(AntiAlias=True, Color=skia.Color(*colour))
    )
    pixels = pixels_of(letter)
    dry = np.clip(0.93 + 0.10 * cloud(side, side, seed, rough=1.1), 0.55, 1.0)
    pixels[..., 3] = (pixels[..., 3] * dry).astype(np.uint8)
    canvas.drawImage(image_of(pixels), 0, 0)
    return field.makeImageSnapshot()


def _seal(text: str, size: float, seed: int) -> skia.Image:
    """A red seal, cut rough, with the sign left open."""
    side = max(3, int(size))
    field = surface(side, side)
    canvas = field.getCanvas()
    rect = skia.Rect.MakeLTRB(side * 0.05, side * 0.05, side * 0.95, side * 0.95)
    canvas.drawRoundRect(
        rect, side * 0.12, side * 0.12, skia.Paint(AntiAlias=True, Color=skia.Color(*SEAL_RED))
    )
    paint = skia.Paint(AntiAlias=True, Color=skia.Color(*CREAM))
    for char, (column, row), cell in _cells(text):
        font = brush_font(side * 0.95 * cell)
        bounds = font.getBounds(font.textToGlyphs(char))[0]
        x, y = side * column - bounds.centerX(), side * row - bounds.centerY()
        canvas.drawString(char, x, y, font, paint)
    pixels = pixels_of(field)
    worn = np.clip(1.02 + 0.16 * cloud(side, side, seed + 9, rough=1.0), 0.45, 1.0)
    pixels[..., 3] = (pixels[..., 3] * worn).astype(np.uint8)
    return image_of(pixels)


def _cells(text: str) -> list[tuple[str, tuple[float, float], float]]:
    """Each sign of a seal, its middle and its size as shares of the side; two and more are cut in
    columns that are read from the right."""
    if len(text) <= 1:
        return [(char, (0.5, 0.5), 1.0) for char in text]
    if len(text) == 2:
        return [(char, (0.5, 0.29 + 0.42 * k), 0.50) for k, char in enumerate(text)]
    places = ((0.71, 0.29), (0.71, 0.71), (0.29, 0.29), (0.29, 0.71))
    if len(text) == 3:
        places = ((0.71, 0.29), (0.71, 0.71), (0.29, 0.50), (0.29, 0.50))
    return [(char, place, 0.48) for char, place in zip(text, places, strict=False)]


def lines_of(text: str, font: skia.Font, width_px: float) -> list[str]:
    """`text` broken between words so that each line fits `width_px` and lines are even.

    A single word longer than the line is broken between signs.
    """
    words = _short_words(text.split(), font, width_px)
    if not words:
        return []
    fewest = len(_greedy(words, font, width_px))
    low, high = width_px * 0.4, width_px
    for _ in range(12):
        middle = (low + high) / 2
        if len(_greedy(words, font, middle)) <= fewest:
            high = middle
        else:
            low = middle
    return _greedy(words, font, high)


def _short_words(words: list[str], font: skia.Font, width_px: float) -> list[str]:
    found: list[str] = []
    for word in words:
        while font.measureText(word) > width_px and len(word) > 1:
            cut = len(word) - 1
            while cut > 1 and font.measureText(word[:cut]) > width_px:
                cut -= 1
            found.append(word[:cut])
            word = word[cut:]
        found.append(word)
    return found


def _greedy(words: list[str], font: skia.Font, width_px: float) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if font.measureText(longer) <= width_px:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def caption_image(text: str, width_px: int, *, size_px: float = 0.0, max_lines: int = 2) -> Rgba:
    """A caption to be laid over the lower edge of a frame.

    `width_px` is the frame's width; the text keeps to 84 % of it, `size_px` high (default: 1/28 of
    the width, less when more than `max_lines` lines would be needed). Returns (H, width_px, 4)
    uint8 RGBA, H as the lines need; text cream with a dark, soft outline. An empty text gives H 1.
    """
    size = size_px or max(9.0, width_px / 28)
    lines = lines_of(text, book_font(size), width_px * 0.84)
    while len(lines) > max_lines and size > 7:
        size *= 0.93
        lines = lines_of(text, book_font(size), width_px * 0.84)
    height = max(1, int(len(lines) * size * 1.5 + size * 0.6)) if lines else 1
    field = surface(width_px, height)
    for index, line in enumerate(lines):
        _caption_line(
            field.getCanvas(), line, book_font(size), width_px, size * (1.25 + 1.5 * index)
        )
    return pixels_of(field)


def _caption_line(
    canvas: skia.Canvas, line: str, font: skia.Font, width_px: int, baseline: float
) -> None:
    size = font.getSize()
    x = (width_px - font.measureText(line)) / 2
    blur = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, size * 0.16)
    soft = skia.Paint(AntiAlias=True, Color=skia.Color(16, 14, 14, 210), MaskFilter=blur)
    edge = skia.Paint(AntiAlias=True, Color=skia.Color(20, 18, 18, 230))
    edge.setStyle(skia.Paint.kStroke_Style)
    edge.setStrokeWidth(size * 0.11)
    edge.setStrokeJoin(skia.Paint.kRound_Join)
    for paint in (soft, edge, skia.Paint(AntiAlias=True, Color=skia.Color(*CREAM))):
        canvas.drawString(line, x, baseline, font, paint)


def mark_image(text: str, *, size_px: float = 11.0) -> Rgba:
    """The small corner mark, such as "AI 생성", in `size_px` letters: (H, W, 4) uint8 RGBA."""
    font = book_font(size_px)
    width = int(font.measureText(text) + size_px * 1.2) + 1
    height = int(size_px * 1.7) + 1
    field = surface(width, height)
    canvas = field.getCanvas()
    plate = skia.Paint(AntiAlias=True, Color=skia.Color(24, 22, 22, 96))
    canvas.drawRoundRect(skia.Rect.MakeWH(width, height), size_px * 0.4, size_px * 0.4, plate)
    paint = skia.Paint(AntiAlias=True, Color=skia.Color(*CREAM, 225))
    canvas.drawString(text, size_px * 0.6, size_px * 1.2, font, paint)
    return pixels_of(field)
