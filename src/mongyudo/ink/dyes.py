"""Another colour for what is drawn: the white cow, the red door, the blue dog of a dream."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import skia

from mongyudo.ink.canvas import Rgb, Rgba, pixels_of, surface

_LUMA = (0.2126, 0.7152, 0.0722)
"""Rec. 709: how bright each of red, green and blue looks."""

_LINE_TONE = 60
"""What is darker is taken for the lines of a drawing."""

_INK: Rgb = (26, 23, 22)
_LIGHTER = 0.6
"""By so much of the way to white the brightest spots are dyed."""

_SCOUT_PX = 96


def usual_tone(pixels: Rgba) -> float:
    """The tone, 1..255, of most of a drawing in `pixels` (H, W, 4), its lines left out."""
    tones = pixels[..., :3].astype(np.float32) @ np.array(_LUMA, np.float32)
    covered = pixels[..., 3] > 128
    fills = tones[covered & (tones > _LINE_TONE)]
    tones = fills if fills.size else tones[covered]
    return max(1.0, float(np.median(tones))) if tones.size else 128.0


def scouted(draw: Callable[[skia.Canvas], object], reach: float) -> float:
    """The usual tone of what `draw` paints within `reach` units of the origin, on a small copy."""
    field = surface(_SCOUT_PX, _SCOUT_PX)
    canvas = field.getCanvas()
    canvas.translate(_SCOUT_PX / 2, _SCOUT_PX / 2)
    canvas.scale(_SCOUT_PX / (2 * reach), _SCOUT_PX / (2 * reach))
    draw(canvas)
    return usual_tone(pixels_of(field))


def dye_filter(dye: Rgb, usual: float) -> skia.ColorFilter:
    """Makes `dye` of the tone `usual`: darker tones go down to ink, brighter ones towards white."""
    tones = np.arange(256, dtype=np.float32)
    shade = np.clip(tones / usual, 0, 1)[:, None] ** np.float32(0.8)
    light = np.clip((tones - usual) / max(1.0, 255 - usual), 0, 1)[:, None] * np.float32(_LIGHTER)
    colour = np.array(_INK, np.float32) * (1 - shade) + np.array(dye, np.float32) * shade
    colour += (255 - colour) * light
    red, green, blue = colour.round().astype(np.uint8).T
    to_tone = skia.ColorFilters.Matrix([*(*_LUMA, 0, 0) * 3, 0, 0, 0, 1, 0])
    ramps = (np.arange(256, dtype=np.uint8), red, green, blue)
    from_tone = skia.TableColorFilter.MakeARGB(*(ramp.tolist() for ramp in ramps))
    return from_tone.makeComposed(to_tone)


@contextmanager
def dyed(canvas: skia.Canvas, colours: skia.ColorFilter | None) -> Iterator[None]:
    """Whatever is painted within is painted in `colours`; None leaves it as it is."""
    if colours is None:
        yield
        return
    canvas.saveLayer(None, skia.Paint(ColorFilter=colours))
    try:
        yield
    finally:
        canvas.restore()
