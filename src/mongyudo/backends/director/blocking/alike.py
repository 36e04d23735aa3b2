"""The others of a kind beside the thing that leads the picture: 의자들이 다가왔다."""

from dataclasses import replace

from mongyudo.backends.director.blocking.core import RATIO, Board
from mongyudo.ink.scene import Key, Prop

_MOST = 4
"""So many of a kind move together at most."""

_BESIDE = ((1.05, -0.035, 0.84), (-0.95, -0.05, 0.76), (2.0, -0.06, 0.70))
"""How far beside the first the others are, in its widths; how much higher, and how large."""

_WIDEST = 0.2
"""What is wider stands partly before the others."""

_LATER, _CLEAR = 0.04, 0.06
"""By how much each of them is behind the one before it, and how far they keep from people."""


def with_the_others(board: Board) -> None:
    """Put those of whom the text tells beside the one that is on the board, farther off."""
    thing = board.call.hero_thing
    if thing is None:
        return
    there = [prop for prop in board.props if prop.concept == thing.concept]
    told = sum(each.concept == thing.concept for each in board.call.things)
    if len(there) != 1 or told < 2:
        return
    first = there[0]
    wide = min(_WIDEST, first.height * thing.proportion / RATIO)
    others = [_beside(first, wide, number) for number in range(min(told, _MOST) - 1)]
    board.props[:0] = [other for other in others if _is_clear(board, other, wide)]


def _beside(first: Prop, wide: float, number: int) -> Prop:
    across, up, size = _BESIDE[number]

    def moved(key: Key) -> Key:
        late = key.at if key.at in (0, 1) else min(0.99, key.at + _LATER * (number + 1))
        return replace(key, at=late, x=key.x + across * wide, y=key.y + up)

    path = tuple(moved(key) for key in first.path)
    return replace(first, path=path, height=first.height * size, glow=False)


def _is_clear(board: Board, prop: Prop, wide: float) -> bool:
    """Whether it ends in the frame, and in nobody's place."""
    x = prop.path[-1].x
    away = x < 0 or x > 1
    people = (actor.path[-1].x for actor in board.actors)
    near = any(abs(x - each) < _CLEAR + wide / 2 for each in people)
    return away or (not near and wide / 3 < x < 1 - wide / 3)
