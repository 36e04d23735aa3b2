"""Written words: the brushed title with its red seal, burnt-in captions, the corner mark.

The arrays are (H, W, 4) uint8 RGBA with straight alpha, ready to be laid over a frame.
"""

from functools import lru_cache

import numpy as np
import skia

from mongyudo.ink.canvas import Rgb, Rgba, pixels_of, surface
from mongyudo.ink.scene import Material
from mongyudo.ink.sprites import asset_bytes
from mongyudo.linebreaks import broken

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


def lines_of(text: str, font: skia.Font, width_px: float) -> list[str]:
    """`text` broken between phrases into as few lines as fit `width_px`, about even.

    A single word longer than the line is broken between signs.
    """
    words = _short_words(text.split(), font, width_px)
    total = font.measureText(" ".join(words))
    target = total / max(1.0, np.ceil(total / (0.92 * width_px)))

    def cost(first: int, end: int) -> float:
        wide = font.measureText(" ".join(words[first:end]))
        if wide > width_px:
            return float("inf")
        return 40.0 + 14.0 * float((wide - target) / target) ** 2

    return broken(words, cost, weight=1.5)


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


CAPTION_TONES: dict[Material, Rgb] = {
    "ink": CREAM, "paper": CREAM, "minhwa": (255, 252, 242), "geumni": (250, 222, 150),
}  # fmt: skip
"""Letters of captions by material: gold where all is drawn in gold."""


def caption_image(
    text: str, width_px: int, *, size_px: float = 0.0, max_lines: int = 2, tone: Rgb = CREAM
) -> Rgba:
    """A caption to be laid over the lower edge of a frame.

    `width_px` is the frame's width; the text keeps to 84 % of it, `size_px` high (default: 1/28 of
    the width, less when more than `max_lines` lines would be needed). Returns (H, width_px, 4)
    uint8 RGBA, H as the lines need; text in `tone` with a dark, soft outline. An empty text gives
    H 1.
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
            field.getCanvas(), line, book_font(size), width_px, size * (1.25 + 1.5 * index), tone
        )
    return pixels_of(field)


def _caption_line(
    canvas: skia.Canvas, line: str, font: skia.Font, width_px: int, baseline: float, tone: Rgb
) -> None:
    size = font.getSize()
    x = (width_px - font.measureText(line)) / 2
    blur = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, size * 0.16)
    soft = skia.Paint(AntiAlias=True, Color=skia.Color(16, 14, 14, 210), MaskFilter=blur)
    edge = skia.Paint(AntiAlias=True, Color=skia.Color(20, 18, 18, 230))
    edge.setStyle(skia.Paint.kStroke_Style)
    edge.setStrokeWidth(size * 0.11)
    edge.setStrokeJoin(skia.Paint.kRound_Join)
    for paint in (soft, edge, skia.Paint(AntiAlias=True, Color=skia.Color(*tone))):
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
