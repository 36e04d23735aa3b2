"""The table of things and their drawings: Noto Emoji that ship with the package, and our own."""

import json
import lzma
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import skia

from mongyudo.ink.canvas import surface

if TYPE_CHECKING:
    from mongyudo.ink.props_sketch import Drawing

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128" width="128" height="128">'
    "{}</svg>"
)
_OWN = "own."

PLACES = (
    "ground", "road", "water", "surface", "hand", "worn", "wall", "ceiling", "sky", "air",
)  # fmt: skip
"""Where things belong; a surface is that of a table, and what is in the air hovers there."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sprite:
    """A hand entry. `icon`: the name of the drawing; `sort`: walker, flier, swimmer, floater,
    object or building; `facing`: the way the drawing looks (left, right or front); `height_m`: the
    real height in metres of what is drawn; `place`: where it belongs, one of PLACES."""

    concept: str
    icon: str
    sort: str
    facing: str
    height_m: float
    place: str


def asset_bytes(name: str) -> bytes:
    """A file of the ink's assets."""
    return (files("mongyudo.ink") / "assets" / name).read_bytes()


@lru_cache(maxsize=1)
def sprites() -> Mapping[str, Sprite]:
    """Every sprite by its concept."""
    lines = asset_bytes("sprites.tsv").decode("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {r[0]: Sprite(r[0], r[1], r[2], r[3], float(r[4]), r[5]) for r in rows[1:]}


@lru_cache(maxsize=1)
def _bodies() -> Mapping[str, str]:
    bodies: dict[str, str] = json.loads(lzma.decompress(asset_bytes("noto.json.xz")))
    return bodies


def is_own(icon: str) -> bool:
    """Whether the drawing was made by hand for this package, with its contour."""
    return icon.startswith(_OWN)


def draw_icon(
    canvas: skia.Canvas, icon: str, size_px: float, *, contour: bool = True, phase: float = 0.0
) -> None:
    """Paint the drawing into the square (0, 0) .. (size_px, size_px), cut off at its edges.

    `contour` and `phase` mean something to our own drawings only, see `Sketch`. Raises KeyError
    for a drawing that is not shipped.
    """
    canvas.save()
    canvas.clipRect(skia.Rect.MakeWH(size_px, size_px))
    if is_own(icon):
        _draw_own(canvas, icon.removeprefix(_OWN), size_px, contour=contour, phase=phase)
    else:
        _draw_noto(canvas, icon, size_px)
    canvas.restore()


def _draw_own(
    canvas: skia.Canvas, name: str, size_px: float, *, contour: bool, phase: float
) -> None:
    from mongyudo.ink.props_sketch import Sketch

    canvas.scale(size_px / 100, size_px / 100)
    _own(name)(Sketch(canvas, contour, phase))


@lru_cache(maxsize=512)
def _own(name: str) -> "Drawing":
    """The drawing called ROOM.NAME, from the module props_ROOM; only needed ones are loaded."""
    room, _, drawing = name.partition(".")
    module = import_module(f"mongyudo.ink.props_{room}")
    found: Drawing = getattr(module, drawing)
    return found


def _draw_noto(canvas: skia.Canvas, icon: str, size_px: float) -> None:
    svg = _SVG.format(_bodies()[icon]).encode("utf-8")  # the stream does not keep it alive
    dom = skia.SVGDOM.MakeFromStream(skia.MemoryStream(svg))
    canvas.scale(size_px / 128, size_px / 128)
    dom.setContainerSize(skia.Size(128, 128))
    dom.render(canvas)


@lru_cache(maxsize=1024)
def trimmed(icon: str) -> Box:
    """Where the drawing lies in its unit square: left, top, right, bottom (0..1)."""
    side = 96
    field = surface(side, side)
    draw_icon(field.getCanvas(), icon, side)
    alpha: Any = field.makeImageSnapshot().toarray()[..., 3] > 24
    rows, columns = alpha.any(axis=1).nonzero()[0], alpha.any(axis=0).nonzero()[0]
    if not rows.size:
        return (0.0, 0.0, 1.0, 1.0)
    return (
        float(columns[0]) / side,
        float(rows[0]) / side,
        float(columns[-1] + 1) / side,
        float(rows[-1] + 1) / side,
    )
