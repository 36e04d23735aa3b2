"""The board that bears the name of a place: hung from above indoors, on a post out of doors."""

import skia

from mongyudo.ink.brush import bodies
from mongyudo.ink.canvas import Rgb, image_of, paint, pixels_of, surface
from mongyudo.ink.layers import Layer
from mongyudo.ink.lettering import book_font
from mongyudo.ink.looks import mix
from mongyudo.ink.pen import Pen, Sheet, drawn
from mongyudo.ink.stage import GROUND, Plate, Stage

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in shares of the frame."""

_LETTER = 0.07
"""The height of a letter, as a share of the frame's shorter side."""
_WIDEST = 0.62
"""A name is no longer than this share of the frame's shorter side."""
_TOP, _MARGIN = 0.07, 0.08
_SPOTS = (0.21, 0.79, 0.34, 0.66, 0.5)
"""Where the middle of a board may be, the likeliest first."""
_NEAR = 0.20
"""Who stands nearer to a board than this stands before it."""


def with_sign(stage: Stage, *, indoors: bool) -> list[Layer]:
    """The board with the scene's `sign`, behind the cast; nothing where there is none, or where
    the camera falls past everything."""
    if not stage.scene.sign or stage.falls:
        return []
    box = _box(stage)
    sheet = drawn(stage, lambda pen: _board(pen, box, indoors=indoors))
    image = _lettered(stage, sheet, box)
    left = -sheet.left_px + (stage.x(stage.scene.camera.pan_x / 2) if stage.tracks else 0.0)
    return [Plate(image, left, -sheet.top_px, 1.0)]


def _box(stage: Stage) -> Box:
    """Where the board hangs: inside the frame at the camera's nearest, and where few stand."""
    size = _letter_px(stage)
    wide = book_font(size).measureText(stage.scene.sign) / stage.width_px + 0.04
    tall = 1.75 * size / stage.height_px
    camera = stage.scene.camera
    near = max(1.0, camera.zoom_from, camera.zoom_to)
    x, (across, down) = _spot(stage), camera.focus
    top = down + (_TOP - down) / near
    middle = across + (min(max(x, _MARGIN + wide / 2), 1 - _MARGIN - wide / 2) - across) / near
    return (middle - wide / 2 / near, top, middle + wide / 2 / near, top + tall / near)


def _letter_px(stage: Stage) -> float:
    """As high as the frame allows, less where the name is long."""
    side = min(stage.height_px, stage.width_px)
    wide = float(book_font(_LETTER * side).measureText(stage.scene.sign))
    return _LETTER * side * min(1.0, _WIDEST * side / wide)


def _spot(stage: Stage) -> float:
    """The middle of `_SPOTS` before which the fewest stand."""
    scene = stage.scene
    paths = [*(actor.path for actor in scene.actors), *(prop.path for prop in scene.props)]
    there = [path[len(path) // 2].x for path in paths]
    return min(_SPOTS, key=lambda spot: sum(abs(x - spot) < _NEAR for x in there))


def _board(pen: Pen, box: Box, *, indoors: bool) -> None:
    left, top, right, _ = box
    wood = pen.palette.dark_wood
    if indoors:
        for x in (left + 0.15 * (right - left), right - 0.15 * (right - left)):
            pen.stroke([(x, -0.5), (x, top)], wood, width=1.8, alpha=1)
    else:
        middle = (left + right) / 2
        pen.rect(middle - 0.008, top, middle + 0.008, GROUND, wood)
    plank = pen.within(*box)
    plank.rect(-0.02, -0.09, 1.02, 1.09, wood, line=1.2)
    plank.rect(0.0, 0.0, 1.0, 1.0, _ground(pen), line=0.6)


def _ground(pen: Pen) -> Rgb:
    """The colour of the board under its letters."""
    if pen.look.is_geumni:
        return mix(pen.look.near, pen.look.shadow, 0.5)
    return mix(pen.palette.paper, (250, 244, 226), 0.55)


def _lettered(stage: Stage, sheet: Sheet, box: Box) -> skia.Image:
    """The board in the scene's material, its letters clear."""
    painted = bodies(sheet.pixels, stage, 881)
    whole = surface(painted.width(), painted.height())
    canvas = whole.getCanvas()
    canvas.drawImage(painted, 0, 0)
    left, top, right, bottom = box
    font = book_font(stage.y(bottom - top) / 1.75)
    ink = stage.look.ink if stage.look.is_geumni else (30, 26, 24)
    room = font.getMetrics()
    middle = sheet.top_px + stage.y((top + bottom) / 2) - (room.fAscent + room.fDescent) / 2
    start = sheet.left_px + stage.x((left + right) / 2) - font.measureText(stage.scene.sign) / 2
    canvas.drawString(stage.scene.sign, start, middle, font, paint(ink))
    return image_of(pixels_of(whole))
