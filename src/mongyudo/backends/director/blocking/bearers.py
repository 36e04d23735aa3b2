"""What lies about lies on something: a low table, a flat stone, a crate; clothes hang on a pole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mongyudo.backends.director.blocking.core import RATIO, Board, Thing
from mongyudo.backends.director.counting import THRONG
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Key

MOST_TOGETHER = 3
"""So many things lie on one table."""

_SMALL = 0.25
"""Nothing taller, as a share of the frame's height, lies on a table."""

_WIDEST = 0.13
"""Nothing on a table is wider, as a share of the frame's width."""

_MARGIN, _GAP, _LEAST = 0.035, 0.015, 0.14
"""Around things on a table, between them, and how wide it is at least: shares of the width."""

_FORWARD = 0.07
"""How far before the people's feet a table stands, as a share of the height."""

_HANGS = 0.11
"""How much of a garment's height the stand is higher."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """A drawing that bears things: width over height, and at which share of its height they lie."""

    concept: str
    proportion: float
    surface: float


TABLE, LONG_TABLE = Bearer("low_table", 1.54, 0.72), Bearer("long_table", 2.79, 0.80)
SLAB, CRATE = Bearer("slab", 2.57, 0.70), Bearer("crate", 1.93, 0.88)
STAND = Bearer("clothes_stand", 1.04, 0.92)


def bearer_for(setting: str, count: int) -> Bearer | None:
    """On what `count` things lie in `setting`; None where nothing can stand."""
    if setting in words("floorless") | words("seated") | words("bearerless"):
        return None
    if setting in words("on_stones"):
        return SLAB
    if setting in words("on_crates"):
        return CRATE
    return TABLE if count == 1 else LONG_TABLE


def has_walls(setting: str) -> bool:
    """Whether things may hang on the walls of `setting`."""
    return setting in words("indoors") - words("floorless") - words("seated") - words("unwalled")


def is_borne(thing: Thing, setting: str) -> bool:
    """Whether `thing` stands on no floor by itself: what is small and belongs on tables, in hands,
    on somebody, or on a wall where there is none."""
    if thing.concept in words("on_walls") and not has_walls(setting):
        return thing.height <= _SMALL
    if thing.concept in words("pocketed"):
        return True
    if thing.place == "ceiling":
        return False
    solid = thing.sort in ("object", "floater")
    if thing.concept in words("on_the_floor") | words("aloft") or not solid:
        return False
    return thing.place in ("surface", "hand", "worn") and thing.height <= _SMALL


def fitted(thing: Thing) -> Thing:
    """`thing` no wider than a table bears: glasses are wide where they are as tall as a cup."""
    widest = _WIDEST * RATIO / thing.proportion
    return replace(thing, height=min(thing.height, widest))


def is_garment(thing: Thing) -> bool:
    """Whether `thing` hangs on a pole while nobody has it on."""
    return thing.concept in words("garments")


def outline(board: Board, things: Sequence[Thing], bearer: Bearer, size: float) -> Thing:
    """`things` on their `bearer` as one thing."""
    wide, tall = _measures(board, things, bearer, size)
    high = tall * bearer.surface + max(thing.height for thing in things) * size
    return Thing("", high, wide * RATIO / high)


def set_out(
    board: Board, things: Sequence[Thing], x: float, bearer: Bearer, *, size: float = 1.0,
    motion: str = "still", fades_in: bool = False,
) -> None:  # fmt: skip
    """Lay `things`, `size` times as large, next to one another on their `bearer` around `x`; those
    that have not been there before fade in."""
    first, foot = len(board.props), board.ground + _FORWARD
    wide, tall = _measures(board, things, bearer, size)
    board.lay(Thing(bearer.concept, tall, wide * RATIO / tall), x, foot)
    edge = x - _row(board, things, size) / 2
    for thing in things:
        half = board.width(thing, size) / 2
        there = Key(0, edge + half, foot - tall * bearer.surface)
        keys = (
            (replace(there, at=0.05, alpha=0.0), replace(there, at=0.5)) if fades_in else (there,)
        )
        board.carry(thing, keys, size=size, motion=motion)
        edge += 2 * half + _GAP
    board.sets.append(range(first, len(board.props)))


def is_heap(things: Sequence[Thing]) -> bool:
    """산더미처럼 쌓여 있었다: so many of a thing that they lie in a heap."""
    return len(things) >= THRONG


def heap(
    board: Board, things: Sequence[Thing], x: float, *, size: float = 1.0, motion: str = "still"
) -> None:
    """`things` of a kind piled up around `x`, three at the bottom."""
    first, thing = len(board.props), things[0]
    size = min(max(size, _IN_A_HEAP / thing.height), _HEAP_WIDE / (3 * board.width(thing)))
    across, up = board.width(thing, size), thing.height * size
    for offsets, lift in _ROWS:
        for at in offsets:
            foot = board.ground + _FORWARD + 0.01 * (at == 0) - lift * up
            board.carry(thing, (Key(0, x + at * across * 0.92, foot),), size=size, motion=motion)
    board.sets.append(range(first, len(board.props)))


_ROWS = (((-1.0, 0.0, 1.0), 0.0), ((-0.5, 0.5), 0.84))
"""Where the things of a heap are, in their own widths, and how much higher, in their heights."""

_IN_A_HEAP, _HEAP_WIDE = 0.12, 0.36
"""How tall each is at least in a heap, and how wide the heap is at most: shares of the frame's."""


def hang_up(board: Board, garment: Thing, x: float, *, motion: str = "still") -> None:
    """Hang `garment` on a pole at `x`."""
    first, y = len(board.props), board.ground
    tall = max(garment.height * (1 + _HANGS), board.width(garment, 1.35) * RATIO / STAND.proportion)
    board.lay(Thing(STAND.concept, tall, STAND.proportion), x, y)
    bar = y - tall * STAND.surface
    board.lay(garment, x, bar + garment.height, motion=motion)
    board.sets.append(range(first, len(board.props)))


def _row(board: Board, things: Sequence[Thing], size: float) -> float:
    return sum(board.width(thing, size) for thing in things) + _GAP * (len(things) - 1)


def _measures(
    board: Board, things: Sequence[Thing], bearer: Bearer, size: float
) -> tuple[float, float]:
    """Width and height of the `bearer` in shares of the frame."""
    wide = max(_LEAST, _row(board, things, size) + 2 * _MARGIN)
    return wide, wide * RATIO / bearer.proportion
