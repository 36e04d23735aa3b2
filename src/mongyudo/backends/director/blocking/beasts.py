"""What animals do close to somebody: nuzzle, settle on the hands; and one that a rope holds."""

from dataclasses import replace

from mongyudo.backends.director.blocking.core import RATIO, Board, Role
from mongyudo.backends.director.blocking.events import find
from mongyudo.backends.director.blocking.people import pair, solo

_REACH, _HANDS = 0.25, 0.64
"""How far before a body its hands are held, and how high above the feet, in heights."""

_LIGHT, _SEEN = 0.16, 0.10
"""Up to this share of the frame's height an animal is held in the hands, and so tall at least."""


_SHRUNK = 0.26
"""Up to this height a person has shrunk so far that hands hold them."""


def nuzzling(board: Board) -> None:
    """An animal with its head at somebody's body."""
    call = board.call
    if call.other is None:
        solo(board)
        return
    beast, size = call.lead, min(1.0, 0.5 / max(0.05, board.width(call.lead)))
    near = 0.64 - board.width(call.other) / 2 - board.width(beast, size) / 2 + 0.035
    board.put(beast, near - 0.03, to=(near, board.ground), size=size)
    board.put(call.other, 0.64, facing="left")


def grazing(board: Board) -> None:
    """An animal bent over what it eats, be that another animal or a thing."""
    if board.call.other is None:
        find(board)
    else:
        nuzzling(board)


def settling(board: Board) -> None:
    """A small animal comes down on the lead's hands; a larger one sits at the lead's feet."""
    call = board.call
    if call.other is None:
        solo(board)
    elif (call.other.height > _LIGHT and call.other.sort != "flier") or call.lead.sort != "figure":
        pair(board)
    else:
        _on_the_hands(board, call.other)


def in_hand(board: Board) -> None:
    """A small animal on the lead's hands, however large its kind is drawn by itself."""
    call = board.call
    tall = call.other is not None and call.other.sort == "figure" and call.other.height > _SHRUNK
    if call.other is None or tall or call.lead.sort != "figure":
        pair(board)
    else:
        _on_the_hands(board, call.other)


def _on_the_hands(board: Board, small: Role) -> None:
    lead, size = replace(board.call.lead, motion="receive"), 1.15
    tall = lead.height * size
    board.put(lead, 0.42, size=size)
    x = 0.42 + _REACH * tall / RATIO
    board.put(small, x, board.ground - _HANDS * tall, size=_in_hands(board, small),
              facing="left")  # fmt: skip


def _in_hands(board: Board, small: Role) -> float:
    """How much larger, or smaller, than by itself an animal is drawn that hands hold."""
    widest = 0.24 / max(0.02, board.width(small))
    return min(max(1.0, _SEEN / small.height), _LIGHT / small.height, widest)


def tethered(board: Board) -> None:
    """An animal beside what it is tied to, and whoever ties it behind that."""
    call = board.call
    size = min(1.0, 0.34 / max(0.05, board.width(call.lead)))
    board.put(call.lead, 0.36, size=size)
    if call.other is not None:
        board.put(call.other, 0.80, facing="left")
