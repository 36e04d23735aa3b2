"""The title of a film: brushed sign by sign, in columns as hanging scrolls have it, or in lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
import skia
from numpy.typing import NDArray

from mongyudo.ink.canvas import LINEAR, Rgb, alpha_paint, image_of, pixels_of, surface
from mongyudo.ink.layers import View
from mongyudo.ink.lettering import CREAM, SEAL_RED, book_font, brush_font
from mongyudo.ink.looks import Look, luminance, mix
from mongyudo.ink.noise import cloud
from mongyudo.ink.scene import Scene
from mongyudo.linebreaks import broken

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""

Side = Literal["right", "left"]

_GAP, _SPACE = 0.13, 0.42
"""Between the ink of two signs and of two words, in heights of a sign."""

_LEAST_SIGN = 0.52
"""The room that a low sign takes at least."""

_COLUMN = 1.12
"""From one column, or line, to the next."""

_BEGINS_S, _SIGN_S, _WRITING_S = 0.4, 0.13, 1.3
"""When the first sign is written, how long each takes, and all of them at most."""

_MOST_COLUMNS = 3
_TOP, _EDGE, _TALL, _WIDE = 0.07, 0.05, 0.80, 0.72
_FOREIGN = re.compile(r"[A-Za-z0-9]")
_OPEN_AT_RIGHT = 0.06
"""How much better the left side must be: titles begin at the right."""


@dataclass(frozen=True)
class _Glyph:
    image: skia.Image
    x_px: float
    y_px: float
    start: float


@dataclass
class TitleLayer:
    """The title, written sign by sign from above, then the seal pressed below it.

    `colour` is the ink's, `rect` the room that it takes.
    """

    glyphs: list[_Glyph]
    colour: Rgb
    rect: Rect
    parallax: float = 0.0
    periodic: bool = False

    def draw(self, canvas: skia.Canvas, view: View) -> None:
        """Fade each sign in at its moment."""
        for glyph in self.glyphs:
            alpha = min(1.0, max(0.0, (view.time_s - glyph.start) / 0.45))
            if alpha > 0:
                canvas.drawImage(glyph.image, glyph.x_px, glyph.y_px, LINEAR, alpha_paint(alpha))


@dataclass(frozen=True)
class _Plan:
    """Where every sign stands: (sign, x, y of its middle), the seal's corner, the whole room."""

    signs: tuple[tuple[str, float, float], ...]
    seal: tuple[float, float]
    size: float
    rect: Rect


def title_layer(
    scene: Scene,
    look: Look,
    *,
    behind: NDArray[np.uint8] | None = None,
    people: Sequence[Rect] = (),
) -> TitleLayer | None:
    """The title of `scene`, or None when it has none.

    `behind` is the picture over which it is written, (H, W, 3) RGB, `people` the rooms that must
    stay free in it. It stands at the right edge in up to three columns, or at the left where that
    is freer and calmer; with Latin letters or figures in lines. Words are never broken: a longer
    one is written smaller.
    """
    words = scene.title.split()
    if not words:
        return None
    width, height = scene.size_px
    hand = scene.taste.hand
    plan = _freest(words, (width, height), hand, behind, people)
    colour = _colour(look, plan.rect, behind)
    glyphs = []
    step_s = min(_SIGN_S, _WRITING_S / len(plan.signs))
    for order, (sign, x, y) in enumerate(plan.signs):
        image = _sign(sign, plan.size, colour, scene.seed + order, hand)
        corner = image.width() / 2
        glyphs.append(_Glyph(image, x - corner, y - corner, _BEGINS_S + step_s * order))
    if scene.seal:
        seal = _seal(scene.seal, plan.size * 0.78, scene.seed)
        glyphs.append(_Glyph(seal, *plan.seal, _BEGINS_S + 0.25 + step_s * len(glyphs)))
    return TitleLayer(glyphs, colour, plan.rect)


def _freest(
    words: list[str],
    size: tuple[int, int],
    hand: str,
    behind: NDArray[np.uint8] | None,
    people: Sequence[Rect],
) -> _Plan:
    """The plan at the side that is freer and calmer; a smaller one where people stand at both."""
    best: tuple[float, _Plan] | None = None
    for small in _SIZES:
        plans = {side: _plan(words, size, side, hand, small) for side in ("right", "left")}
        right, left = (_unrest(plans[side].rect, behind, people) for side in ("right", "left"))
        plan = plans["left" if left + _OPEN_AT_RIGHT < right else "right"]
        covered = sum(_share(plan.rect, person) for person in people)
        if covered <= _COVERS:
            return plan
        if best is None or covered < best[0] - _COVERS:
            best = (covered, plan)
    return best[1] if best else _plan(words, size, "right", hand, 1.0)


_SIZES = (1.0, 0.82, 0.66, 0.54)
"""How large the title is written, against what the frame bears."""

_COVERS = 0.03
"""So little of the title may lie over somebody."""


def _plan(words: list[str], size: tuple[int, int], side: str, hand: str, small: float) -> _Plan:
    if any(_FOREIGN.search(word) for word in words):
        return _in_lines(words, *size, side, hand, small)
    return _in_columns(words, *size, side, hand, small)


def _extent(word: str, size: float, hand: str, *, down: bool) -> list[float]:
    """The room that each sign of `word` takes along the writing, its gap included."""
    return [size * _room(char, hand, down=down) for char in word]


def _font(size: float, hand: str) -> skia.Font:
    """The letters of `hand` whose signs are about `size` pixels high."""
    return brush_font(size * 1.25) if hand == "brush" else book_font(size * 0.98)


@lru_cache(maxsize=2048)
def _room(char: str, hand: str, *, down: bool) -> float:
    """The room of one sign, for a size of 1: as high, or as wide, as its ink, and a gap."""
    font = _font(100.0, hand)
    box = font.getBounds(font.textToGlyphs(char))[0]
    ink = float(box.height() if down else box.width()) / 100
    return max(ink, _LEAST_SIGN if down else 0.2) + _GAP


def _length(words: Sequence[str], size: float, hand: str, *, down: bool) -> float:
    rooms = sum(sum(_extent(word, size, hand, down=down)) for word in words)
    return rooms + _SPACE * size * (len(words) - 1)


def _fitting(
    words: list[str], largest: float, longest: float, hand: str, *, down: bool
) -> tuple[list[str], float]:
    """The rows of writing and the size at which they fit; few rows rather than large signs."""
    best: tuple[float, list[str], float] | None = None
    size = largest
    while size >= 2.5:
        most = longest - (0.95 * size if down else 0.0)  # the seal stands below
        each = [_length([word], size, hand, down=down) for word in words]

        def cost(first: int, end: int, most: float = most, size: float = size) -> float:
            long = _length(words[first:end], size, hand, down=down)
            return 3.0 + 4.0 * (1 - long / most) ** 2 if long <= most else float("inf")

        if max(each) <= most:
            rows = broken(words, cost, weight=0.5)
            worth = size / largest * (1.0, 0.88, 0.76)[min(len(rows), _MOST_COLUMNS) - 1]
            fits = len(rows) <= _MOST_COLUMNS
            if fits and (best is None or worth > best[0]):
                best = (worth, rows, size)
        size *= 0.94
    if best is None:
        return [" ".join(words)[: max(1, int(longest / 4))]], 2.5
    return best[1], best[2]


def _in_columns(
    words: list[str], width: int, height: int, side: str, hand: str, small: float
) -> _Plan:
    """From the right to the left, each column from above."""
    largest = max(6.0, min(height * 0.105, width * 0.10) * small)
    rows, size = _fitting(words, largest, height * _TALL * small, hand, down=True)
    gap, edge, top = size * _COLUMN, width * _EDGE, height * _TOP
    first = width - edge - size / 2 if side == "right" else edge + size / 2 + gap * (len(rows) - 1)
    signs: list[tuple[str, float, float]] = []
    y = bottom = top
    for number, row in enumerate(rows):
        x, y = first - number * gap, top
        for word in row.split(" "):
            for char, room in zip(word, _extent(word, size, hand, down=True), strict=True):
                signs.append((char, x, y + room / 2))
                y += room
            y += _SPACE * size
        bottom = max(bottom, y)
    last = first - (len(rows) - 1) * gap
    seal = (last - size * 0.39, y - (_SPACE - 0.06) * size)
    rect = (last - size / 2, top, first + size / 2, max(bottom, seal[1] + size * 0.78))
    return _Plan(tuple(signs), seal, size, rect)


def _in_lines(
    words: list[str], width: int, height: int, side: str, hand: str, small: float
) -> _Plan:
    """From the left to the right, one line below the other, even at the side."""
    largest = max(6.0, min(height * 0.095, width * 0.10) * small)
    rows, size = _fitting(words, largest, width * _WIDE, hand, down=False)
    lengths = [_length(row.split(" "), size, hand, down=False) for row in rows]
    edge, top = width * _EDGE, height * _TOP
    signs: list[tuple[str, float, float]] = []
    for number, (row, long) in enumerate(zip(rows, lengths, strict=True)):
        x = edge if side == "left" else width - edge - long
        y = top + size * (0.5 + number * _COLUMN)
        for word in row.split(" "):
            for char, room in zip(word, _extent(word, size, hand, down=False), strict=True):
                signs.append((char, x + room / 2, y))
                x += room
            x += _SPACE * size
    end = edge + lengths[-1] if side == "left" else width - edge
    below = top + size * (len(rows) * _COLUMN + 0.05)
    seal = (end - size * 0.78, below)
    left = edge if side == "left" else width - edge - max(lengths)
    return _Plan(tuple(signs), seal, size, (left, top, left + max(lengths), below + size * 0.78))


def _unrest(rect: Rect, behind: NDArray[np.uint8] | None, people: Sequence[Rect]) -> float:
    """How little a place suits for writing: people in it count most, then light and dark."""
    covered = sum(_share(rect, person) for person in people)
    patch = _patch(rect, behind)
    return covered + (float(patch.std()) / 128 if patch is not None else 0.0)


def _share(rect: Rect, other: Rect) -> float:
    wide = min(rect[2], other[2]) - max(rect[0], other[0])
    tall = min(rect[3], other[3]) - max(rect[1], other[1])
    area = (rect[2] - rect[0]) * (rect[3] - rect[1])
    return max(0.0, wide) * max(0.0, tall) / max(area, 1e-6)


def _patch(rect: Rect, behind: NDArray[np.uint8] | None) -> NDArray[np.float32] | None:
    """The brightness of the picture in `rect`, 0..255."""
    if behind is None:
        return None
    left, top, right, bottom = (max(0, round(side)) for side in rect)
    part = behind[top : max(bottom, top + 1), left : max(right, left + 1)].astype(np.float32)
    light: NDArray[np.float32] = part @ np.array([0.2126, 0.7152, 0.0722], np.float32)
    return light if light.size else None


_BRIGHT = 148.0
"""Only over pictures brighter than this dark ink is clearer than cream with its dark edge."""


def _colour(look: Look, rect: Rect, behind: NDArray[np.uint8] | None) -> Rgb:
    """Dark ink on what is bright, cream on what is dark, as the picture is at that place."""
    if look.is_geumni:
        return mix(look.ink, CREAM, 0.30)
    patch = _patch(rect, behind)
    if patch is None:
        sky = luminance(mix(look.sky_top, look.sky_low, 0.4))
        bright = sky * (1 - 0.5 * look.vignette) - (25 if look.is_paper else 0)
    else:
        bright = float(np.median(patch))
    return mix(look.ink, (20, 18, 18), 0.5) if bright > _BRIGHT else CREAM


def _sign(char: str, size: float, colour: Rgb, seed: int, hand: str) -> skia.Image:
    """One sign, brushed or as printed, with dry streaks and a soft counter-tone behind it."""
    side = max(4, int(size * 1.6))
    field = surface(side, side)
    font = _font(size, hand)
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
    font = brush_font(side * (0.95 if len(text) == 1 else 0.95 / len(text)))
    glyphs = font.textToGlyphs(text)
    bounds = font.getBounds(glyphs)[0]
    x = side / 2 - (bounds.centerX() if len(text) == 1 else font.measureText(text) / 2)
    paint = skia.Paint(AntiAlias=True, Color=skia.Color(*CREAM))
    canvas.drawString(text, x, side / 2 - bounds.centerY(), font, paint)
    pixels = pixels_of(field)
    worn = np.clip(1.02 + 0.16 * cloud(side, side, seed + 9, rough=1.0), 0.45, 1.0)
    pixels[..., 3] = (pixels[..., 3] * worn).astype(np.uint8)
    return image_of(pixels)
