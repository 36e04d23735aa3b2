"""Of what kind things are or become, as one sees it by what hands find, and by their colour."""

from dataclasses import replace

from mongyudo.backends.director.blocking.core import RATIO, Board, Thing
from mongyudo.backends.director.blocking.people import of_a_thing
from mongyudo.backends.director.blocking.showing import show
from mongyudo.ink.scene import Key, Rgb

_AHEAD, _HAND = 0.24, 0.66
"""How far before a body its reaching hand is, and how high above the feet, in heights."""

_X, _TALL = 0.58, 0.24
"""Where the thing is, within reach of the lead, and how tall at least."""

_COLOURS: tuple[Rgb, ...] = ((176, 52, 46), (62, 98, 152), (222, 178, 62))
"""What a thing is seen in that has one colour after another, and none that is told."""


def oozing(board: Board) -> None:
    """Threads of something thick hang from the lead's hand down to a pool of it."""
    board.fixed = True
    lead = board.call.lead
    board.put(lead, 0.42, size=1.05)
    strands = next((t for t in board.call.things if t.concept == "strands"), None)
    if strands is None:
        return
    tall = lead.height * 1.05
    x, low = 0.42 + _AHEAD * tall / RATIO, board.ground + 0.05
    high = _HAND * tall + 0.05
    keys = (Key(0, x, low, scale=0.55), Key(0.45, x, low), Key(0.7, x, low, scale=0.9),
            Key(1, x, low))  # fmt: skip
    board.carry(replace(strands, key=False), keys, size=high / strands.height)


@of_a_thing
def hardening(board: Board, thing: Thing) -> None:
    """The lead knocks at a thing that does not give."""
    _tried(board, thing, "still", deed="knock")


@of_a_thing
def softening(board: Board, thing: Thing) -> None:
    """The lead presses a thing, which gives under the hand."""
    _tried(board, thing, "breathe", deed="press")


def touched(board: Board) -> None:
    """The lead finds out what a thing is like to the hand, where there is one to touch."""
    thing = next((t for t in board.call.things if t.own), None)
    if thing is None or thing.concept in ("strands", "water"):
        board.put(board.call.lead, 0.46)
        return
    _tried(board, thing, "still", deed=board.call.lead.motion)


def _tried(board: Board, thing: Thing, motion: str, *, deed: str) -> None:
    board.fixed = True
    board.put(replace(board.call.lead, motion=deed), 0.42)
    show(board, replace(thing, key=True), _X, _TALL, motion)


@of_a_thing
def recolouring(board: Board, thing: Thing) -> None:
    """A thing turns to another colour before the lead, or each of several to one of its own."""
    board.put(board.call.lead, 0.28, size=0.92)
    size, y = min(thing.made(0.26), 0.3 / max(0.05, board.width(thing))), board.ground
    if thing.dye is None:
        wide = board.width(thing, size) + 0.02
        for number, dye in enumerate(_COLOURS):
            _turns(board, replace(thing, dye=dye), 0.48 + wide * (number + 0.5), y, size * 0.8)
        return
    _turns(board, thing, 0.62, y, size)


def _turns(board: Board, thing: Thing, x: float, y: float, size: float) -> None:
    plain, first = replace(thing, dye=None), len(board.props)
    gone = (Key(0, x, y), Key(0.3, x, y), Key(0.65, x, y, alpha=0.0))
    board.carry(plain, gone, size=size)
    dyed = (Key(0.2, x, y, alpha=0.0), Key(0.55, x, y), Key(1, x, y))
    board.carry(replace(thing, key=True), dyed, size=size)
    board.sets.append(range(first, len(board.props)))
