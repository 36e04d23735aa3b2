"""Animals and spirits where they are told to be: under a thing, on top of it, in a cage."""

from dataclasses import replace

from mongyudo.backends.director.blocking.core import RATIO, Board, Role, Thing
from mongyudo.backends.director.blocking.people import solo
from mongyudo.backends.director.measure import build_of, share_of
from mongyudo.backends.director.tables import flocks

_X, _DEEP = 0.62, 0.05
"""Where the thing stands, and how far below the ground line its feet are."""

_WIDE, _TALL = 0.50, 0.44
"""How wide and how tall a thing is at most under which, or on which, somebody is."""

_GAP = {"bed": 0.60, "table": 0.66, "desk": 0.68, "low_table": 0.5, "bench": 0.42, "chair": 0.42,
        "couch": 0.3, "car": 0.3}  # fmt: skip
"""Up to which share of its height there is room beneath a thing."""

_TOP = {"bed": 0.42, "couch": 0.42, "chair": 0.50, "bench": 0.42, "table": 0.90, "desk": 0.90}
"""At which share of its height one lies or sits on a thing, where that is not its top."""


def beneath(board: Board) -> None:
    """The other under the host, the lead beside it."""
    host, beast = board.call.host, board.call.other
    if host is None or beast is None:
        solo(board)
        return
    named = host.concept
    host = Thing("high_bed", 0.5, 1.75, own=True) if named == "bed" else host
    others = tuple(t for t in board.call.things if t.concept != named)
    board.call = replace(board.call, things=others)
    tall, low = _set_up(board, host)
    board.lay(host, _X, low, size=tall / host.height, behind=True)
    room = tall * _GAP.get(named, 0.5)
    _put(board, beast, low - 0.02, (0.92 * room, 0.8 * tall * host.proportion / RATIO))


def atop(board: Board) -> None:
    """The other on top of the host, the lead beside it."""
    host, beast = board.call.host, board.call.other
    if host is None or beast is None:
        solo(board)
        return
    tall, low = _set_up(board, host)
    board.lay(host, _X, low, size=tall / host.height, behind=True)
    top = low - tall * _TOP.get(host.concept, 0.95)
    _put(board, beast, top, (max(0.14, 0.8 * tall), 0.9 * tall * host.proportion / RATIO))


def perching(board: Board) -> None:
    """Birds in a row on a wire, the lead below them."""
    lead, beast = board.call.lead, board.call.other
    if beast is None and lead.sort == "flier":  # 나는 까마귀였다: the dreamer sits there
        beast = lead
    if beast is None or beast.sort == "figure":
        solo(board)
        return
    board.fixed = True
    if beast is not lead:
        board.put(lead, 0.16, size=0.8)
    wire = Thing("power_line", 0.66, 1.5, own=True)
    board.used.append(board.call.host or wire)
    board.call = replace(board.call, things=(), extras=_others(board, beast))
    board.lay(wire, _X, board.ground + 0.02, behind=True)
    one = _one_of(beast)
    size = min(0.17 / one.height, 0.13 / max(0.02, board.width(one)))
    for x in _PLACES[: _how_many(board, beast)]:
        board.put(one, x, board.ground + 0.02 - 0.66 * _WIRE, size=size, facing="left")
    board.used.append(beast)


_PLACES, _WIRE = (0.56, 0.45, 0.67, 0.50, 0.73, 0.61, 0.40), 0.80
"""Where birds sit on a wire, and at which share of its height that hangs."""


def _one_of(beast: Role) -> Role:
    """One bird of a flock, sitting."""
    single = next((one for one, many in flocks().items() if many == beast.concept), beast.concept)
    build = build_of(single)
    return replace(
        beast, concept=single, height=share_of(build), proportion=build.proportion,
        sort=build.sort, motion="sit",
    )  # fmt: skip


def _how_many(board: Board, beast: Role) -> int:
    if beast.concept in flocks().values():
        return len(_PLACES)
    return 1 + sum(role.concept == beast.concept for role in board.call.extras)


def _others(board: Board, beast: Role) -> tuple[Role, ...]:
    return tuple(role for role in board.call.extras if role.concept == beast.concept)


def within(board: Board, host: Thing, beast: Role) -> None:
    """A beast behind the bars of the `host`, the lead before it."""
    board.fixed = True
    board.put(board.call.lead, 0.26, size=0.95)
    tall, low = 0.56, board.ground + 0.02
    _put(board, beast, low - 0.06, (0.26, 0.74 * tall * host.proportion / RATIO))
    board.lay(host, _X, low, size=tall / host.height)


def _set_up(board: Board, host: Thing) -> tuple[float, float]:
    """The lead beside where the host stands: how tall that is, and where its feet are."""
    board.fixed = True
    tall = min(_TALL, _WIDE * RATIO / host.proportion)
    board.put(board.call.lead, 0.20, size=0.95)
    return tall, board.ground + _DEEP


def _put(board: Board, beast: Role, low: float, room: tuple[float, float]) -> None:
    """`beast` at the host, as large as there is room, upwards and across."""
    wide = max(0.02, beast.height * beast.shape[0] / RATIO)
    size = min(room[0] / max(0.02, beast.height * beast.shape[1]), room[1] / wide)
    size = min(size, max(1.0, 0.20 / beast.height))
    board.put(beast, _X, low, size=size, facing="left")
    for fellow, across in zip(fellows(board, beast), (-0.3, 0.3), strict=False):
        board.put(fellow, _X + across * room[1], low, size=size, facing="left")


def fellows(board: Board, beast: Role) -> list[Role]:
    """The others of its kind, who are where it is."""
    same = [role for role in board.call.extras if role.concept == beast.concept]
    return [replace(role, motion=beast.motion) for role in same[:2]]
