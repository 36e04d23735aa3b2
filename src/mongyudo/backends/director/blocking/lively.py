"""Things that act as if they were alive: they come hopping, leap at somebody, draw away."""

from dataclasses import replace

from mongyudo.backends.director.blocking.core import Board, Thing
from mongyudo.backends.director.blocking.people import of_a_thing
from mongyudo.ink.scene import Key

_TALL, _WIDEST = 0.2, 0.36
"""How tall such a thing is at least, and how wide at most."""

_HOPS, _HIGH = 5, 0.06
"""In so many leaps it comes, and so high."""


@of_a_thing
def coming(board: Board, thing: Thing) -> None:
    """A thing comes hopping from the right, and stops before the lead."""
    board.fixed = True
    board.put(board.call.lead, 0.22, facing="right")
    board.carry(replace(thing, key=True), leaps(1.12, 0.58, _low(board)), size=_size(board, thing))


def leaps(start: float, end: float, low: float) -> tuple[Key, ...]:
    keys = [Key(0, start, low)]
    for hop in range(_HOPS):
        x, step = start + (end - start) * hop / _HOPS, (end - start) / _HOPS
        at = 0.8 * hop / _HOPS
        keys.append(Key(at + 0.4 / _HOPS, x + step / 2, low - _HIGH, turn_deg=-7))
        keys.append(Key(at + 0.8 / _HOPS, x + step, low, turn_deg=5))
    return (*keys, Key(1, end, low))


@of_a_thing
def shifting(board: Board, thing: Thing) -> None:
    """A thing slides aside by itself."""
    board.fixed = True
    board.put(board.call.lead, 0.22, facing="right")
    low, size = _low(board), _size(board, thing) * 1.3
    keys = (Key(0, 0.50, low), Key(0.2, 0.50, low), Key(0.75, 0.78, low), Key(1, 0.78, low))
    board.carry(replace(thing, key=True), keys, size=size, motion="drive")


@of_a_thing
def assailing(board: Board, thing: Thing) -> None:
    """A thing leaps at the lead, and does not let go."""
    board.fixed = True
    lead = board.call.lead
    board.put(lead, 0.36, facing="right")
    low, breast = _low(board), board.ground - lead.height * 0.42
    keys = (Key(0, 0.78, low), Key(0.22, 0.72, low + 0.01, turn_deg=8),
            Key(0.36, 0.46, breast - 0.08, turn_deg=-24), Key(0.46, 0.35, breast, turn_deg=-14),
            Key(0.6, 0.365, breast, turn_deg=10), Key(0.74, 0.345, breast, turn_deg=-16),
            Key(0.88, 0.365, breast, turn_deg=8), Key(1, 0.35, breast, turn_deg=-10))  # fmt: skip
    board.carry(replace(thing, key=True), keys, size=_size(board, thing))


@of_a_thing
def receding(board: Board, thing: Thing) -> None:
    """A thing draws away from the lead, who reaches after it."""
    board.fixed = True
    board.put(board.call.lead, 0.26, facing="right")
    low = _low(board)
    keys = (Key(0, 0.50, low), Key(0.15, 0.51, low), Key(1, 0.80, low - 0.14, scale=0.3))
    board.carry(replace(thing, key=True), keys, size=_size(board, thing) * 1.15)


def _low(board: Board) -> float:
    return board.ground + 0.02


def _size(board: Board, thing: Thing) -> float:
    return min(thing.made(_TALL), _WIDEST / max(0.05, board.width(thing)))
