"""What a good picture asks, as small costs over the boxes that its pieces really fill; 0 is right.

Rules of thumb of picture making: thirds, room before a look, clear silhouettes, open faces, a
quarter left empty. The weights are ours, set by eye over contact sheets.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mongyudo.backends.director.blocking.core import Box
from mongyudo.ink.camera import cast_window
from mongyudo.ink.props_path import place_at
from mongyudo.ink.scene import Camera, Key

MOMENTS = (0.0, 0.5, 1.0)
"""The shares of the shot at which a picture is judged."""

_SEEN = 0.3
_EDGE = 0.012


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame a picture is composed for: width over height, the ground line, the camera, and
    whether a title is written at one side. `size` is how large people are against a medium shot,
    `drop` how far below the ground line they stand for it."""

    ratio: float
    ground: float
    camera: Camera
    title: bool = False
    size: float = 1.0
    drop: float = 0.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Something on the board as it is drawn.

    `body` and `head` are boxes in units of its height around the foot point; `depth` is the order
    of drawing, `lead` the one whom the picture is about, `behind` a thing that others may stand
    before, `aloft` one that hangs in the sky, `looks` -1 or 1 to the side to which somebody faces.
    `number` is its own, by which it is found again; one who is `joined` holds the next.
    """

    number: int
    path: tuple[Key, ...]
    height: float
    body: Box
    head: Box | None = None
    depth: int = 0
    lead: bool = False
    behind: bool = False
    aloft: bool = False
    looks: int = 0
    joined: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a piece is at one moment, in shares of the frame; None for what is not seen then."""

    body: Box | None
    head: Box | None


@dataclass(frozen=True, slots=True)
class Seen:
    """A piece through the shot: the piece and its moments."""

    piece: Piece
    moments: tuple[Moment, ...]


def seen(piece: Piece, frame: Frame) -> Seen:
    """The boxes that `piece` fills in `frame`, with the camera's zoom and pan."""
    return Seen(piece, tuple(_moment(piece, frame, at) for at in MOMENTS))


def _moment(piece: Piece, frame: Frame, at: float) -> Moment:
    key = place_at(piece.path, at)
    if key.alpha < _SEEN:
        return Moment(None, None)
    zoom, across, down = cast_window(frame.camera, at)
    focus_x, focus_y = frame.camera.focus
    tall = piece.height * key.scale * zoom
    x = focus_x + zoom * (key.x - across - focus_x)
    y = focus_y + zoom * (key.y - down - focus_y)

    def placed(box: Box) -> Box:
        wide = tall / frame.ratio
        return Box(
            x + box.left * wide, y + box.top * tall, x + box.right * wide, y + box.bottom * tall
        )

    return Moment(placed(piece.body), placed(piece.head) if piece.head else None)


# Costs of one piece: 0 is right.


def cut_off(one: Seen, _frame: Frame) -> float:
    """How much of it lies beyond the sides; a head must not leave the frame upwards either."""
    worst = 0.0
    for moment in one.moments:
        if moment.body is not None:
            wide = max(1e-6, moment.body.right - moment.body.left)
            out = max(0.0, _EDGE - moment.body.left) + max(0.0, moment.body.right - 1 + _EDGE)
            worst = max(worst, min(1.0, out / wide))
        if moment.head is not None:
            worst = max(worst, min(1.0, max(0.0, 0.02 - moment.head.top) * 10))
    return 14.0 * worst


def off_thirds(one: Seen, _frame: Frame) -> float:
    """How far the one whom it is about stands from the nearest third, beyond a hand's breadth."""
    body = one.moments[1].body
    if not one.piece.lead or body is None:
        return 0.0
    middle = (body.left + body.right) / 2
    away = min(abs(middle - 1 / 3), abs(middle - 2 / 3))
    return 1.6 * max(0.0, away - 0.05)


def looks_out(one: Seen, _frame: Frame) -> float:
    """Whoever looks or goes to a side needs room before them."""
    body = one.moments[2].body
    if not one.piece.lead or body is None:
        return 0.0
    room = 1 - body.right if one.piece.looks > 0 else body.left
    return 1.2 * max(0.0, 0.2 - room) if one.piece.looks else 0.0


def under_title(one: Seen, frame: Frame) -> float:
    """Nobody stands where the title is written, at the right edge."""
    body = one.moments[0].body
    if not frame.title or body is None:
        return 0.0
    column = Box(0.88, 0.05, 0.99, 0.55)
    return 1.0 * column.overlap(body)


# Costs of two pieces, the second drawn over the first.


def faces_covered(back: Seen, front: Seen) -> float:
    """How much of a head the other hides at any moment."""
    worst = 0.0
    for low, high in zip(back.moments, front.moments, strict=True):
        if low.head is not None and high.body is not None:
            worst = max(worst, low.head.overlap(_core(high.body)))
    return 8.0 * worst


def merged(back: Seen, front: Seen) -> float:
    """How far two silhouettes run into one another, beyond a touch."""
    worst = 0.0
    for low, high in zip(back.moments, front.moments, strict=True):
        if low.body is not None and high.body is not None:
            worst = max(worst, low.body.overlap(high.body), high.body.overlap(low.body))
    soft = 0.55 if back.piece.behind else 1.0
    return 3.0 * soft * max(0.0, worst - 0.06)


def _core(box: Box) -> Box:
    """`box` without its rim, where drawings are thin."""
    dx, dy = 0.12 * (box.right - box.left), 0.06 * (box.bottom - box.top)
    return Box(box.left + dx, box.top + dy, box.right - dx, box.bottom)


# Costs of the whole.


def crowded(everything: Sequence[Seen]) -> float:
    """A quarter of the picture stays empty, and more where it can."""
    bodies = [s.moments[1].body for s in everything if not s.piece.behind]
    area = sum(_area(b) for b in bodies if b is not None)
    return 4.0 * max(0.0, area - 0.55)


def _area(box: Box) -> float:
    wide = min(1.0, box.right) - max(0.0, box.left)
    return max(0.0, wide) * max(0.0, min(1.0, box.bottom) - max(0.0, box.top))


def lopsided(everything: Sequence[Seen]) -> float:
    """The weight of all pieces lies about the middle, unless one stands alone."""
    bodies = [s.moments[1].body for s in everything]
    shown = [(_area(b), (b.left + b.right) / 2) for b in bodies if b is not None]
    weight = sum(area for area, _ in shown)
    if len(shown) < 2 or weight <= 0:
        return 0.0
    middle = sum(area * x for area, x in shown) / weight
    return 1.0 * max(0.0, abs(middle - 0.5) - 0.10)


OF_ONE: tuple[Callable[[Seen, Frame], float], ...] = (cut_off, off_thirds, looks_out, under_title)
OF_TWO: tuple[Callable[[Seen, Seen], float], ...] = (faces_covered, merged)
OF_ALL: tuple[Callable[[Sequence[Seen]], float], ...] = (crowded, lopsided)
