"""What hands do to a thing, seen on the thing: it goes over, is folded, covered, set upright."""

from dataclasses import replace

from mongyudo.backends.director.blocking.core import RATIO, Board, Thing
from mongyudo.backends.director.blocking.people import opposite, solo
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Key

_X = 0.58
"""Where the thing lies: within reach of the lead, who stands to the left of it."""

_TALL, _MOST = 0.22, 0.42
"""How tall it is at least and at most, as shares of the frame's height."""


def overturning(board: Board) -> None:
    """The lead throws a thing over."""
    _handled(board, "topple")


def folding_up(board: Board) -> None:
    """The lead folds a thing together."""
    _handled(board, "fold")


def setting_up(board: Board) -> None:
    """The lead sets a thing upright that lies there."""
    thing = _taken(board)
    if thing is None:
        return
    board.put(board.call.lead, 0.42)
    low = board.ground + 0.02
    keys = (Key(0, _X + 0.04, low, turn_deg=78), Key(0.2, _X + 0.04, low, turn_deg=78),
            Key(0.7, _X, low))  # fmt: skip
    board.carry(replace(thing, key=True), keys, size=_size(board, thing))
    _beside(board)


def draping(board: Board) -> None:
    """The lead draws something over a thing, which is hidden behind it."""
    things = [t for t in board.call.things if t.own]
    cover = next((t for t in things if t.concept in words("covers_things")), None)
    covered = next((t for t in things if t is not cover), None)
    if cover is None or covered is None:
        _handled(board, "still")
        return
    board.fixed = True
    board.put(board.call.lead, 0.38)
    low, size = board.ground + 0.02, _size(board, covered)
    board.carry(covered, (Key(0, _X, low),), size=size)
    wide = 1.15 * board.width(covered, size)
    spread = max(1.1 * covered.height * size / cover.height, wide / max(0.05, board.width(cover)))
    top = low - 0.9 * covered.height * size
    keys = (Key(0, _X - 0.04, top - 0.12, alpha=0.0), Key(0.2, _X - 0.04, top - 0.12),
            Key(0.6, _X, low + 0.01))  # fmt: skip
    board.carry(replace(cover, key=True), keys, size=min(spread, 0.6 / cover.height))
    _beside(board)


def _handled(board: Board, motion: str) -> None:
    thing = _taken(board)
    if thing is None:
        return
    board.put(board.call.lead, 0.40)
    board.lay(
        replace(thing, key=True), _X, board.ground + 0.02, size=_size(board, thing), motion=motion
    )
    _beside(board)


def _taken(board: Board) -> Thing | None:
    """The thing that is handled; None where there is none, and the lead alone is shown."""
    thing = board.call.hero_thing or next((t for t in board.call.things if t.own), None)
    if thing is None:
        solo(board)
    else:
        board.fixed = True
    return thing


def _size(board: Board, thing: Thing) -> float:
    most = min(_MOST / thing.height, 0.32 / max(0.05, board.width(thing)))
    return min(max(1.0, _TALL / thing.height), most)


def _beside(board: Board) -> None:
    if board.call.other is not None:
        board.put(board.call.other, 0.84, size=0.92, facing="left")


def dropping(board: Board) -> None:
    """A thing slips out of the lead's hands and falls to the ground before them."""
    call = board.call
    solo_thing = next((t for t in call.things if t.own), None) or call.hero_thing
    board.put(call.lead, 0.36, size=1.1)
    if solo_thing is None:
        return
    size = max(1.0, 0.16 / solo_thing.height)
    hand = board.ground - call.lead.height * 0.5
    keys = (Key(0, 0.47, hand), Key(0.25, 0.48, hand), Key(0.5, 0.54, board.ground + 0.05),
            Key(1, 0.56, board.ground + 0.05, turn_deg=24))  # fmt: skip
    board.carry(replace(solo_thing, key=True), keys, size=size)


_HANDED = 0.4
"""What is taller, as a share of the frame's height, passes through no hands."""


def gift(board: Board) -> None:
    """Something passes from one to the other."""
    call, y = board.call, board.ground
    if call.other is None:
        board.put(call.lead, 0.42)
    else:
        (left, _), (right, size) = opposite(board, call.lead, call.other)
        if {call.lead.sort, call.other.sort} == {"figure"}:
            left, right = left + _NEARER, right - _NEARER
        high = 0.52 if call.other.flies else y
        board.put(call.lead, left - 0.03, to=(left, y))
        board.put(call.other, right + 0.03, high, to=(right, high), size=size, facing="left")
    held_up = words("held_up")
    own = [t for t in call.things if t.own and (t.height <= _HANDED or t.concept in held_up)]
    if own:  # no door passes by hand
        _pass_by_hand(board, replace(own[0], key=True))


def _pass_by_hand(board: Board, thing: Thing) -> None:
    """`thing` from the hands that give to those that take, and never beside them."""
    lead, first = board.call.lead, board.actors[0].path[-1].x
    tall = 0.24 if thing.concept in words("held_up") else 0.12
    size = min(1.0, tall / thing.height, 0.10 / max(0.05, board.width(thing)))
    near = first + lead.height * _ARM / RATIO + 0.2 * board.width(thing, size)
    far = 2 * near - first if len(board.actors) < 2 else board.actors[1].path[-1].x - near + first
    start, end = (far, near) if lead.motion == "receive" or len(board.actors) < 2 else (near, far)
    hand = board.ground - min(actor.height for actor in board.actors) * _PALM
    keys = (Key(0, start, hand), Key(0.3, start, hand), Key(0.6, end, hand), Key(1, end, hand))
    board.carry(thing, keys, size=size)


_NEARER = 0.035
"""So much nearer than those who talk stand those who hand something over, so that it can pass."""

_ARM, _PALM = 0.25, 0.45
"""How far before the middle, and how high, what palms hold out lies: in body
heights."""
