"""How one waits, goes and hides among others: in a queue, in hops, upon something, behind
somebody."""

from dataclasses import replace

from mongyudo.backends.director.blocking.core import RATIO, Board, Role, Thing
from mongyudo.backends.director.blocking.lively import leaps
from mongyudo.backends.director.blocking.people import hide, solo
from mongyudo.backends.director.blocking.travel import hover

_IN_LINE = (0.60, 0.78, 0.26, 0.10)
"""Where the others of a queue stand, those before the lead first."""

_STRANGERS = ("man", "woman", "grandfather", "student", "mother")
"""Who queues up where nobody is told of."""


def queueing(board: Board) -> None:
    """One behind the other, all looking the same way."""
    call = board.call
    board.fixed = True
    if call.lead.proportion > _A_GROUP:  # several that are drawn as one
        board.put(call.lead, 0.32, size=0.9)
        board.put(call.lead, 0.72, board.ground - 0.01, size=0.9)
        return
    board.put(call.lead, 0.43)
    others = [r for r in (call.other, *call.extras) if r is not None and not r.flies]
    for number, x in enumerate(_IN_LINE):
        role = others[number] if number < len(others) else _one_more(call.lead, number)
        board.put(role, x, board.ground - 0.012 * (number % 2), size=0.96)


_A_GROUP = 0.7
"""So much wider than one person is a crowd."""


def _one_more(lead: Role, number: int) -> Role:
    """Somebody of the kind of the lead; people differ."""
    if lead.sort != "figure":
        return lead
    names = [name for name in _STRANGERS if name != lead.concept]
    plain = replace(lead, concept=names[number % len(names)], clothes="", face="plain", cloth=None)
    return replace(plain, holds=None, traits=(), height=max(lead.height, _GROWN))


_GROWN = 0.40
"""How tall those are at least who stand in a queue, as a share of the frame's height."""


def hops(board: Board) -> None:
    """The lead goes in hops, the other after them."""
    call = board.call
    board.along(call.lead, leaps(0.22, 0.76, board.ground))
    if call.other is not None:
        hopping = call.other.motion == call.lead.motion
        if hopping:
            board.along(call.other, leaps(0.06, 0.56, board.ground - 0.02), size=0.95)
        else:
            board.put(call.other, 0.88, size=0.95, facing="left")


def treading(board: Board) -> None:
    """A foot comes down on something small, or on some small animal."""
    call = board.call
    under = next((t for t in call.things if t.own and t.height < _UNDERFOOT), None)
    beast = call.other if call.other is not None and call.other.height < _UNDERFOOT else None
    if under is None and beast is None:
        solo(board)
        return
    x = 0.42 + call.lead.height * _STEP / RATIO
    y = board.ground + 0.015
    if isinstance(under, Thing):
        board.lay(replace(under, key=True), x, y, size=min(1.0, 0.09 / under.height))
    elif beast is not None:
        board.put(beast, x, y, size=min(1.0, 0.10 / beast.height), facing="left")
    board.put(call.lead, 0.42)


_UNDERFOOT, _STEP = 0.22, 0.09
"""How tall that is at most which one steps on, and how far ahead the foot is."""


def hiding_behind(board: Board) -> None:
    """The lead crouches behind somebody, or behind something large, and looks out past them."""
    call, y = board.call, board.ground
    cover = next((t for t in call.things if t.height >= _COVERS and t.sort != "floater"), None)
    if call.other is None and cover is None:
        hide(board)
        return
    board.fixed = True
    board.put(call.lead, 0.38, y - 0.02)
    if call.other is not None:
        board.put(call.other, 0.49, y + 0.03, size=1.05)
    elif cover is not None:
        size = max(1.0, 0.40 / cover.height)
        board.lay(cover, 0.42 + board.width(cover, size) / 2, y + 0.03, size=size)


def dangling(board: Board) -> None:
    """The lead hangs by both hands from a rope, the feet off the ground."""
    call = board.call
    if call.lead.sort != "figure" or call.hero_thing is not None:
        hover(board)
        return
    y, x = board.ground - _OFF_GROUND, 0.46
    tall = y - _HANDS_UP * call.lead.height
    board.lay(Thing("cord", tall + 0.06, 0.012), x, tall, behind=True)
    board.put(call.lead, x, y)
    if call.other is not None:
        board.put(call.other, 0.80, size=0.95, facing="left")


_OFF_GROUND, _HANDS_UP = 0.12, 1.08
"""How high the feet are of who hangs there, and the hands, in heights of the body."""

_COVERS = 0.2
"""What is lower hides nobody."""
