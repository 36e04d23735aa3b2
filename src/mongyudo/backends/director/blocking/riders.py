"""Those who are seen on what they ride."""

from dataclasses import replace

from mongyudo.backends.director.blocking.core import Board, Role, Thing

SEATS_FOR_TWO = {"bicycle": 0.34, "motorcycle": 0.30}
"""Where the feet of two are, as a share of a vehicle as large as both need."""


def riders(board: Board, ride: Thing, other: Role | None, seat: float) -> None:
    """Whoever is seen on the open `ride`: the lead, and the `other` one where there is room."""
    if other is not None and ride.concept in SEATS_FOR_TWO:
        _one_behind_the_other(board, board.call.lead, other, seat)
        return
    x = 0.50 + (0.05 if other is not None else -0.01)
    board.put(board.call.lead, x, seat, to=(x + 0.04, seat), size=0.95)
    if other is not None:
        board.put(replace(other, motion="sit"), 0.42, seat, to=(0.46, seat), size=0.9)


def _one_behind_the_other(board: Board, lead: Role, other: Role, seat: float) -> None:
    """Two on a bicycle: who steers on the saddle, and the one taken along behind."""
    steers, behind = (_AHEAD, _BEHIND) if not board.call.taken_along else (_BEHIND, _AHEAD)
    for role, x in ((lead, steers), (other, behind)):
        rides = replace(role, motion=lead.motion if x == _AHEAD else "sit_bench")
        board.put(rides, x, seat, to=(x + 0.04, seat), size=0.9)


_AHEAD, _BEHIND = 0.505, 0.435
