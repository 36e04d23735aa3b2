"""Rooms: in one-point perspective for still shots, as an endless wall for tracking ones.

A room is described once, by what is on its back wall and on its floor; the builder decides which
of the two it becomes, cuts the windows, and lights it with one pool.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import skia

from mongyudo.ink.brush import bodies, curve, polygon, tapered
from mongyudo.ink.canvas import Rgb, Rgba, image_of, in_colour, paint, pixels_of, surface
from mongyudo.ink.layers import Layer
from mongyudo.ink.looks import mix
from mongyudo.ink.noise import cloud
from mongyudo.ink.paper import backdrop, flat_image, opaque, softened
from mongyudo.ink.pen import Pen, Sheet, drawn, drawn_strip, tinted
from mongyudo.ink.stage import Plate, Stage, Strip, World, wrap_length
from mongyudo.ink.terrain import hills
from mongyudo.ink.treat import treated
from mongyudo.ink.vistas import vista, wide_window

Decor = Callable[[Pen], None]
Bay = Callable[[Pen, int], None]
View = Callable[[Stage], Sequence[Layer]]
Quad = tuple[tuple[float, float], ...]


_COMPOSED_FOR = 16 / 9
"""The width over the height of the frame that rooms are drawn for."""
_LOWER = 0.31
"""The power by which a room is lower in a narrower frame: people are smaller there, too."""


@dataclass(frozen=True)
class Room:
    """A room. `wall` draws into the unit square of the back wall (and of each bay); `floor`
    draws furniture into the unit square of the frame.

    `windows` says whether anything outside is to be seen; `beams` are quadrilaterals of light on
    the floor and `lamp` the middle of the light pool, in shares of the frame; `deep` is the share
    of the frame that the back wall spans; `sun` is where sun or moon stands behind a window; `view`
    is what is seen through the windows, hills where there is none; a `flat` room is one wall, as
    in a tracking shot.
    """

    wall: Bay
    floor: Decor | None = None
    windows: bool = False
    beams: tuple[Quad, ...] = ()
    lamp: tuple[float, float] = (0.5, 0.45)
    reach: tuple[float, float] = (0.38, 0.55)
    dim: float = 0.0
    boards: str = "boards"
    deep: float = 0.68
    tint: Rgb | None = None
    floor_tint: Rgb | None = None
    ceiling: Decor | None = None
    edge: str = "pillar"
    sun: tuple[float, float] | None = None
    back_y: tuple[float, float] = (0.10, 0.68)
    view: View | None = None
    flat: bool = False


def build_room(stage: Stage, room: Room, *, salt: int = 300) -> World:
    """The room as layers."""
    world = World(indoors=True)
    if room.sun is not None:
        room = replace(room, sun=_in_frame(stage, room, room.sun))
    if stage.scene.view and not any(p.concept == "door" for p in stage.scene.props):
        world.back += [*outside(stage, room.sun), vista(stage)]
        room = replace(room, wall=_with_a_view(room.wall))
    elif room.view:
        world.back += room.view(stage)
    elif room.windows:
        world.back += outside(stage, room.sun)
    else:
        world.back.append(backdrop(stage, disc=False))
    flat = stage.tracks or room.flat
    room = room if flat else _composed(stage, room)
    world.back += _wall_strip(stage, room, salt) if flat else _box(stage, room, salt)
    world.front += edge_silhouette(stage, room.edge)
    return world


def spread(stage: Stage) -> tuple[float, float]:
    """How much wider and lower than the frame a room is that was composed for a wide one: what
    hangs on its wall keeps its shape, and the wall goes on beyond the frame."""
    narrow = min(1.0, stage.width_px / stage.height_px / _COMPOSED_FOR)
    high = narrow**_LOWER
    return high / narrow, high


def _spread(stage: Stage, room: Room) -> tuple[float, float]:
    """The same; cabins keep to the frame: their seats are where people sit."""
    return (1.0, 1.0) if room.view else spread(stage)


def _in_frame(stage: Stage, room: Room, spot: tuple[float, float]) -> tuple[float, float]:
    """Where a spot of a wide frame is in this one."""
    (wide, high), foot = _spread(stage, room), room.back_y[1]
    return 0.5 + (spot[0] - 0.5) * wide, foot + (spot[1] - foot) * high


def _composed(stage: Stage, room: Room) -> Room:
    """`room` with its light where this frame has it."""
    wide, high = _spread(stage, room)
    beams = tuple(tuple(_in_frame(stage, room, spot) for spot in beam) for beam in room.beams)
    reach = (room.reach[0] * wide, room.reach[1] * high)
    return replace(room, lamp=_in_frame(stage, room, room.lamp), reach=reach, beams=beams)


def _with_a_view(wall: Bay) -> Bay:
    """`wall`, and a wide window in it."""

    def draw(pen: Pen, bay: int) -> None:
        wall(pen, bay)
        wide_window(pen)

    return draw


def outside(stage: Stage, sun: tuple[float, float] | None = None) -> list[Plate | Strip]:
    """What is seen through windows: sky, light, a line of hills."""
    if sun is not None and not stage.tracks:
        stage = replace(stage, look=replace(stage.look, light_pos=sun))
    far = hills(stage, parallax=0.12, nearness=0.4, base=0.72, height=0.28, salt=305)
    return [backdrop(stage, horizon=0.75), *night_veil(stage), far]


def night_veil(stage: Stage) -> list[Plate | Strip]:
    """By night it is darker without than within, and blue."""
    look = stage.look
    if look.time_of_day != "night" or look.material not in ("ink", "paper"):
        return []
    down = np.linspace(0.50, 0.34, stage.height_px, dtype=np.float32)[:, None]
    alpha = np.broadcast_to(down, (stage.height_px, stage.width_px)).copy()
    return [Plate(flat_image(alpha, mix((20, 30, 58), look.shadow, 0.3)), 0, 0, 0.0, soft=True)]


def side_windows(pen: Pen, room: tuple[float, tuple[float, float]], *, right: bool) -> None:
    """Windows in the side wall, foreshortened; `room` is the deep and the back_y of the Room."""
    deep, (y0, y1) = room
    corner = 0.5 + deep / 2 if right else 0.5 - deep / 2
    reach = 1.9 / deep

    def place(depth: float, high: float) -> tuple[float, float]:
        x = corner + (corner - 0.5) * reach * depth
        top, low = _out(y0, 0.42, reach * depth), _out(y1, 0.42, reach * depth)
        return x, low + (top - low) * high

    wood = pen.palette.dark_wood
    for near, far in ((0.03, 0.10), (0.14, 0.25)):
        middle = (near + far) / 2
        pen.poly([place(near - 0.008, 0.42), place(near - 0.008, 0.86), place(far + 0.01, 0.86),
                  place(far + 0.01, 0.42)], wood)  # fmt: skip
        pen.clear([place(near, 0.44), place(near, 0.84), place(far, 0.84), place(far, 0.44)])
        for bar in ([place(middle, 0.44), place(middle, 0.84)],
                    [place(near, 0.64), place(far, 0.64)]):  # fmt: skip
            pen.stroke(bar, wood, width=2.2, alpha=1)


def _box(stage: Stage, room: Room, salt: int) -> list[Plate | Strip]:
    (wide, high), foot = _spread(stage, room), room.back_y[1]

    def draw(pen: Pen) -> None:
        top, bottom = foot * (1 - high), foot + (1 - foot) * high
        _draw_box(pen.within(0.5 - wide / 2, top, 0.5 + wide / 2, bottom), room)

    sheet = drawn(stage, draw, parallax=0.92)
    return [lit_plate(stage, sheet, room, salt)]


def _draw_box(pen: Pen, room: Room) -> None:
    """Ceiling, side walls, floor and back wall around the vanishing point."""
    palette = pen.palette
    wall = room.tint or palette.wall
    ground = room.floor_tint or palette.floor
    x0, x1 = 0.5 - room.deep / 2, 0.5 + room.deep / 2
    y0, y1 = room.back_y
    reach = 1.9 / room.deep
    left, right = _out(x0, 0.5, reach), _out(x1, 0.5, reach)
    up, down = _out(y0, 0.42, reach), _out(y1, 0.42, reach)
    side = mix(wall, palette.dark, 0.20)
    pen.poly([(x0, y0), (x1, y0), (right, up), (left, up)], mix(palette.ceiling, wall, 0.4))
    pen.poly([(x0, y1), (x1, y1), (right, down), (left, down)], ground)
    floor_pattern(pen, room.boards, (x0, x1, y1), ground)
    pen.poly([(x0, y0), (x0, y1), (left, down), (left, up)], side)
    pen.poly([(x1, y0), (x1, y1), (right, down), (right, up)], mix(side, palette.dark, 0.12))
    pen.rect(x0, y0, x1, y1, wall)
    _shade_corners(pen, (x0, y0, x1, y1), (left, up, right, down))
    skirting = mix(wall, palette.dark, 0.4)
    pen.rect(x0, y1 - 0.022, x1, y1, skirting, line=0.6)
    room.wall(pen.within(x0, y0, x1, y1), 0)
    if room.ceiling:
        room.ceiling(pen)
    if room.floor:
        room.floor(pen)


def _out(corner: float, vanishing: float, reach: float = 3.4) -> float:
    """Where the edge through a corner of the back wall has left the widest sheet."""
    return corner + (corner - vanishing) * reach


def _shade_corners(
    pen: Pen, box: tuple[float, float, float, float], out: tuple[float, ...]
) -> None:
    """Soft shadow where ceiling, walls and floor meet."""
    (x0, y0, x1, y1), (left, up, right, down) = box, out
    for ends in (((x0, y0), (left, up)), ((x1, y0), (right, up)), ((x0, y1), (left, down)),
                 ((x1, y1), (right, down))):  # fmt: skip
        pen.shade(ends, width=16, alpha=0.30)
    pen.shade([(x0, y1), (x0, y0), (x1, y0), (x1, y1), (x0, y1)], width=14, alpha=0.26)


def floor_pattern(
    pen: Pen, kind: str, back: tuple[float, float, float], ground: Rgb, vanishing: float = 0.42
) -> None:
    """Boards or tiles running to the vanishing point; `back` is the wall's left, right, foot."""
    if kind == "plain":
        return
    x0, x1, y1 = back
    line = mix(ground, pen.palette.dark, 0.55)
    for share in np.linspace(-1.2, 2.2, 31 if kind == "boards" else 23):
        start = (x0 + (x1 - x0) * share, y1)
        end = (_out(start[0], 0.5), _out(y1, vanishing))
        pen.stroke([start, end], line, width=0.8, alpha=0.45)
    if kind == "tiles":
        for step in range(1, 12):
            y = y1 + (_out(y1, vanishing) - y1) * (step / 12) ** 1.9
            pen.stroke([(-0.5, y), (1.5, y)], line, width=0.8, alpha=0.45)


def _wall_strip(stage: Stage, room: Room, salt: int) -> list[Plate | Strip]:
    """The endless wall: one bay after the other, the floor below."""
    period = stage.period_px(1.0)
    (wide, high), foot = _spread(stage, room), room.back_y[1]
    bays = max(1, round(period / (stage.width_px * wide)))
    down = stage.margin_px()[1] / stage.height_px + 0.01
    tall = 1 + 2 * down

    def draw(pen: Pen, bay: int) -> None:
        whole = replace(pen, high=pen.high / tall, top=pen.top + pen.high / tall * down)
        _draw_bay(whole.within(0, foot * (1 - high), 1, foot + (1 - foot) * high), room, bay)

    pixels = drawn_strip(stage, draw, period_px=period, bays=bays, height=tall)
    sheet = Sheet(pixels, 0, round(stage.y(down)))
    image = lit_image(stage, sheet, room, salt, bays=bays)
    return [Strip(image, -sheet.top_px, 1.0)]


def _draw_bay(pen: Pen, room: Room, bay: int) -> None:
    wall = room.tint or pen.palette.wall
    ground = room.floor_tint or pen.palette.floor
    foot = room.back_y[1] + 0.04
    pen.rect(-0.01, -0.4, 1.01, foot, wall, line=0)
    pen.rect(-0.01, foot, 1.01, 1.5, ground, line=0)
    line = mix(ground, pen.palette.dark, 0.5)
    for y in (foot + 0.05, foot + 0.12, foot + 0.22):
        pen.stroke([(0, y), (1, y)], line, width=0.8, alpha=0.4)
    pen.rect(-0.01, foot - 0.03, 1.01, foot, mix(wall, pen.palette.dark, 0.4), line=0.8)
    pen.stroke([(-0.01, 0.035), (1.01, 0.035)], width=2.0)
    room.wall(pen.within(0.03, 0.05, 0.97, foot), bay)


def lit_plate(
    stage: Stage, sheet: Sheet, room: Room, salt: int, *, parallax: float = 0.92
) -> Plate:
    """A drawn sheet in its material and light, as a layer."""
    image = lit_image(stage, sheet, room, salt)
    return Plate(image, -sheet.left_px, -sheet.top_px, parallax)


def lit_image(stage: Stage, sheet: Sheet, room: Room, salt: int, *, bays: int = 0) -> skia.Image:
    """Treat the sheet, darken what is far from the lamp, and lay the beams on the floor."""
    made = bodies(sheet.pixels, stage, salt)
    height, width = sheet.pixels.shape[:2]
    plate = surface(width, height)
    canvas = plate.getCanvas()
    canvas.drawImage(image_of(sheet.pixels), 0, 0)
    canvas.drawImage(made, 0, 0)
    shade, warmth = _lighting(stage, sheet, room, bays)
    none = skia.SamplingOptions()
    canvas.drawImage(shade, 0, 0, none, skia.Paint(BlendMode=skia.BlendMode.kModulate))
    canvas.drawImage(warmth, 0, 0, none, skia.Paint(BlendMode=skia.BlendMode.kSrcATop))
    for bay in range(max(1, bays)):
        _lay_beams(canvas, stage, sheet, room, bay * width / max(1, bays))
    return plate.makeImageSnapshot()


def _lighting(stage: Stage, sheet: Sheet, room: Room, bays: int) -> tuple[skia.Image, skia.Image]:
    """Shadow that thickens away from the lamp, to be multiplied so that lines stay darker than
    what they bound, and the lamp's own warmth."""
    look = stage.look
    height, width = sheet.pixels.shape[:2]
    x = (np.arange(width, dtype=np.float32)[None, :] - sheet.left_px) / stage.width_px
    y = (np.arange(height, dtype=np.float32)[:, None] - sheet.top_px) / stage.height_px
    if bays:
        half = width / bays / stage.width_px * 0.5
        x = np.mod(x, half) + room.lamp[0] - half / 2
    uneven = 0.16 * cloud(height, width, stage.seed(61), rough=2.5)
    away = ((x - room.lamp[0]) / room.reach[0]) ** 2 + ((y - room.lamp[1]) / room.reach[1]) ** 2
    pool = np.exp(-away) * (1 + uneven)
    dim = min(0.70, _HOURS[look.time_of_day] + room.dim + 0.22 * look.vignette)
    high = np.clip(0.55 - y, 0, 0.6) * np.float32(0.35)
    flat = {"ink": 1.0, "paper": 1.0, "minhwa": 0.42, "geumni": 0.55}[look.material]
    dim, high = dim * flat, high * np.float32(flat)
    shade = np.clip((dim * (1 - pool) + high * (1 - 0.6 * pool)) * (1 + uneven), 0, 0.84)
    warmth = np.clip(pool * look.light_strength * (0.10 + 0.34 * dim), 0, 0.5)
    dark = np.array(mix(look.shadow, look.wash, 0.3), dtype=np.float32)
    kept = 255 - in_colour(shade, 255 - dark)
    return opaque(kept), flat_image(warmth, _lamp_colour(stage))


_HOURS = {"day": 0.24, "dusk": 0.32, "night": 0.40}
"""How dark a room is by itself."""


def _lamp_colour(stage: Stage) -> Rgb:
    """By night the lamp is lit: its light is warmer than the moon's."""
    look = stage.look
    lit = look.is_dark and look.material in ("ink", "paper")
    return mix(look.light, (255, 214, 150), 0.28) if lit else look.light


def _lay_beams(
    canvas: skia.Canvas, stage: Stage, sheet: Sheet, room: Room, shift_px: float
) -> None:
    strength = 0.16 + 0.26 * stage.look.light_strength
    if stage.scene.weather != "clear":
        strength *= 0.3  # no sun falls in while it rains
    for beam in room.beams:
        spots = [
            (stage.x(x) + sheet.left_px + shift_px, stage.y(y) + sheet.top_px) for x, y in beam
        ]
        brush = paint(stage.look.light, strength)
        brush.setBlendMode(skia.BlendMode.kSrcATop)
        brush.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 4.5 * stage.unit_px))
        canvas.drawPath(polygon(spots), brush)


def edge_silhouette(stage: Stage, kind: str) -> list[Plate | Strip]:
    """A dark shape out of focus at the frame's edge; when tracking, one that passes by."""
    line_only = stage.look.is_geumni or (stage.look.is_minhwa and kind == "trunk")
    if kind == "none" or stage.falls or line_only:  # an outline at the edge would hold nothing
        return []
    sheet = _silhouette_sheet(stage, kind)
    top = -(sheet.shape[0] - stage.height_px) / 2
    if stage.tracks:
        period = wrap_length(stage.width_px * 2.3)
        wide = np.zeros((sheet.shape[0], max(period, sheet.shape[1]), 4), dtype=np.uint8)
        wide[:, : sheet.shape[1]] = sheet
        start = stage.x(1.0 if stage.scene.camera.pan_x > 0 else 0.2)
        return [Strip(image_of(wide), top, 1.7, x_px=start, soft=True, alpha=0.86)]
    if stage.look.light_pos[0] < 0.5:
        place = stage.width_px - sheet.shape[1] * 0.84
    else:
        sheet = np.ascontiguousarray(sheet[:, ::-1])
        place = -sheet.shape[1] * 0.16
    return [Plate(image_of(sheet), place, top, 1.4, soft=True, alpha=0.85)]


def _silhouette_sheet(stage: Stage, kind: str) -> Rgba:
    """A silhouette whose mass is on the right: a pillar, a curtain or a tree trunk; out of focus,
    but in materials drawn with lines, which know no blur."""
    tall = round(stage.y(1.3))
    wide = round(min(stage.x(0.30), stage.y(0.5)))
    sheet = surface(wide, tall)
    canvas = sheet.getCanvas()
    brush = paint(_edge_tone(stage, kind))
    if kind == "curtain":
        t = np.linspace(0, 1, 30)
        folds = [(wide * (0.62 + 0.10 * math.sin(a * 4.4)), a * tall) for a in t]
        canvas.drawPath(polygon([*folds, (wide, float(tall)), (wide, 0.0)]), brush)
    elif kind == "trunk":
        _draw_trunk(canvas, stage, wide, tall, brush)
    else:
        canvas.drawRect(skia.Rect.MakeXYWH(wide * 0.58, 0, wide * 0.26, tall), brush)
    if stage.look.is_lined:
        made = treated(pixels_of(sheet), stage.look, stage.seed(72), unit_px=1.4 * stage.unit_px)
        made[:, : max(2, wide // 12), 3] = 0  # trembling lines wrap around: none of the right edge
        return made
    return softened(pixels_of(sheet), 4.2 * stage.unit_px)


def _edge_tone(stage: Stage, kind: str) -> Rgb:
    if stage.look.is_minhwa:
        natural = {"trunk": (120, 78, 58), "curtain": (34, 78, 140)}.get(kind, (168, 60, 48))
        return mix(tinted(stage.look, natural), stage.look.near, 0.12)
    return mix(stage.look.near, stage.look.shadow, 0.5)


def _draw_trunk(canvas: skia.Canvas, stage: Stage, wide: int, tall: int, brush: skia.Paint) -> None:
    """A leaning trunk and two boughs that reach into the picture."""
    dice = stage.dice(71)
    path = skia.Path()
    t = np.linspace(0, 1, 9)
    lean = 0.10 * np.sin(t * 3.0 + dice.random() * 6) + dice.normal(0, 0.02, 9).cumsum()
    spine = [(wide * (0.72 + v), tall * a) for a, v in zip(t, lean, strict=True)]
    tapered(path, spine, np.linspace(0.17, 0.30, 9) * wide)
    for high, reach in ((0.16, 0.62), (0.30, 0.42)):
        bough = curve((wide * 0.72, tall * (high + 0.10)), (wide * 0.5, tall * (high + 0.08)),
                      (wide * (0.72 - reach), tall * high), 8)  # fmt: skip
        tapered(path, bough, np.linspace(0.12, 0.02, 8) * wide)
    canvas.drawPath(path, brush)
