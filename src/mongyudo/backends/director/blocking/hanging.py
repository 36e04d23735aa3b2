"""What hangs: bells, lanterns and lamps on a cord from above, clocks and pictures on the wall."""

from dataclasses import replace

from mongyudo.backends.director.blocking.bearers import has_walls
from mongyudo.backends.director.blocking.core import ON_WALL, RATIO, SKY, STRAP, Board, Thing
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Key

_LOW = 0.38
"""The lower end of what hangs from above, as a share of the frame's height."""

_TALLEST = 0.24
"""What hangs is no taller, so that its cord is seen."""

_LEAST_CORD = 0.24
"""So much of the cord is in the frame, as a share of its height."""

_BEYOND = 0.9
"""How far above the frame a cord begins: nobody sees its end in a wider picture either."""

EYES, _ON_WALL = 0.48, 0.30
"""What is on a wall ends at the height of the eyes, and is no taller: shares of the frame's."""


def is_hung(thing: Thing, setting: str) -> bool:
    """Whether `thing` hangs by a cord in `setting`; nothing does in the air or in a vehicle."""
    if setting in words("floorless") | words("groundless") | words("seated"):
        return False
    return thing.place == "ceiling"


def is_strap(thing: Thing, setting: str) -> bool:
    """손잡이가 전부 혓바닥이었다: whether one holds on to it in what `setting` is."""
    return thing.place == STRAP and setting in words("seated")


def hangs(thing: Thing, setting: str) -> bool:
    """Whether `thing` is on a cord or on the wall in `setting`."""
    return is_hung(thing, setting) or is_on_wall(thing, setting)


def hang_straps(board: Board, thing: Thing) -> None:
    """Hang `thing` in a row from above, the lead holding on to one."""
    hang_in_a_row(board, thing)
    board.put(replace(board.call.lead, motion="raise_hand"), 1.5 * _APART - 0.02)
    if board.call.other is not None:
        board.put(board.call.other, 3.5 * _APART, facing="left")


def hang_in_a_row(board: Board, thing: Thing) -> None:
    """Hang as many of `thing` from above as one holds on to in a bus."""
    size = min(_STRAP / thing.height, 0.5 * _APART / max(0.02, board.width(thing)))
    hook = _STRAP_LOW - 0.92 * thing.height * size
    for number in range(_STRAPS):
        x, first = _APART * (number + 0.5), len(board.props)
        board.lay(Thing("cord", hook + _BEYOND, 0.01), x, hook, behind=True)
        board.lay(thing, x, _STRAP_LOW, size=size, behind=True, motion="sway")
        board.sets.append(range(first, len(board.props)))


_STRAPS, _APART = 5, 0.2
_STRAP, _STRAP_LOW = 0.12, 0.36
"""How many there are and how far apart, how tall each is, and how low it hangs."""


def is_on_wall(thing: Thing, setting: str) -> bool:
    """Whether `thing` is at the wall that `setting` has."""
    return (thing.concept in words("on_walls") or thing.place == ON_WALL) and has_walls(setting)


def hang(board: Board, thing: Thing, x: float, *, size: float = 1.0, motion: str = "still") -> None:
    """Hang `thing` on a cord at `x`, behind everybody."""
    first, x = len(board.props), board.held_inside(x, board.width(thing, size))
    size = min(size, _TALLEST / thing.height)
    low = max(_LOW, _LEAST_CORD + thing.height * size)
    hook = low - thing.height * size * 0.92
    board.lay(Thing("cord", hook + _BEYOND, 0.01), x, hook, behind=True)
    board.lay(thing, x, low, size=size, behind=True, motion=motion)
    board.sets.append(range(first, len(board.props)))


def let_down(board: Board) -> None:
    """It comes down from above on a thread, before the others."""
    call, board.fixed = board.call, True
    spots = _THREADS[: 1 + sum(role.concept == call.lead.concept for role in call.extras)]
    for x, low in spots:
        role = replace(call.lead, motion="crawl")
        first, size = low - 0.34, max(1.0, _SPIDER / role.height)
        board.along(role, (Key(0, x, first), Key(1, x, low)), size=size)
        tall = low + _BEYOND
        body = role.height * size * 0.4
        path = (Key(0, x, first - body), Key(1, x, low - body))
        board.carry(Thing("thread_line", tall, 0.005), path, behind=True)
    if call.other is not None:
        board.put(call.other, 0.24, facing="right")


_THREADS = ((0.62, 0.50), (0.46, 0.38), (0.78, 0.42), (0.88, 0.56))
"""Where they hang, and how low."""

_SPIDER = 0.14


def lowered(board: Board) -> None:
    """A ladder or a rope comes down out of the sky, or out of what hangs there."""
    call, y = board.call, board.ground
    board.put(call.lead, 0.26, size=0.92)
    thing = call.hero_thing
    if thing is None:
        return
    above = next((t for t in call.things if t.place == SKY), None)
    size = min(max(1.0, _LET_DOWN / thing.height), 0.2 / max(0.05, board.width(thing)))
    path = (Key(0, 0.66, 0.26), Key(0.6, 0.66, y), Key(1, 0.66, y))
    board.carry(replace(thing, key=True), path, size=size)
    if above is not None:
        wide = min(_ABOVE / above.height, 0.4 / max(0.05, board.width(above)))
        board.lay(above, 0.66, 0.36, size=wide, motion="float")
    if call.other is not None:
        board.put(call.other, 0.88, size=0.92, facing="left")


_ABOVE, _LET_DOWN = 0.36, 0.45
"""How tall that is which hangs above, and what is let down from it, as shares of the frame's."""


def bring_near(board: Board) -> None:
    """달을 만졌다: what of the sky is within reach, before the lead's hand."""
    near = next((t for t in board.call.things if t.concept in words("within_reach")), None)
    if near is None or not board.actors or any(p.concept == near.concept for p in board.props):
        return
    lead = board.actors[0]
    ahead = -1 if lead.facing == "left" else 1
    tall = _IN_REACH * (0.55 if near.concept.startswith("star") else 1.0)
    size = min(tall / near.height, 1.6)
    apart = (lead.height * _ARM / RATIO + board.width(near, size) * 0.36) * ahead
    low = lead.height * _HAND - near.height * size / 2
    keys = tuple(replace(k, x=k.x + apart * k.scale, y=k.y - low) for k in lead.path)
    board.carry(replace(near, key=True), keys, size=size, behind=True)


_IN_REACH = 0.30
"""The moon, where a hand can touch it: a share of the frame's height."""

_ARM, _HAND = 0.26, 0.70
"""How far before the middle and how high over the feet a reaching hand is, in body heights."""


def hang_on_wall(
    board: Board, thing: Thing, x: float, *, size: float = 1.0, motion: str = "still"
) -> None:
    """Hang `thing` on the wall behind everybody, at the height of their eyes."""
    size = min(size, _ON_WALL / thing.height)
    x = board.held_inside(x, board.width(thing, size))
    board.lay(thing, x, EYES, size=size, behind=True, motion=motion)
