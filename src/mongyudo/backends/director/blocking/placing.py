"""Deeds of a hand with a thing: into something or onto it, out of it, onto somebody; and what is
played or held out before the mouth."""

from dataclasses import replace

from mongyudo.backends.director.blocking.bearers import bearer_for, is_borne, is_garment, set_out
from mongyudo.backends.director.blocking.core import RATIO, TOP, Board, Role, Thing
from mongyudo.backends.director.blocking.people import solo
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Key

_X = 0.36
"""Where the lead stands; what it is done at is within reach, to the right."""

_ARM, _PALM = 0.28, 0.52
"""How far before the middle, and how high, hands are held out: in body heights."""

_TALL, _MOST, _WIDE = 0.18, 0.46, 0.30
"""How tall the host is at least and at most, and how wide at most: shares of the frame's."""

_RIM, _TOP, _FRONT = 0.80, 0.96, 0.62
"""How high the host is open above, bears something, or is open in front, in its own heights."""

_ON_TABLE = 0.12
"""How wide a host is at most that stands on a table itself."""

_SHARE, _LEAST = 0.5, 0.09
"""How large the thing is at most beside its host, and at least in the frame."""

_KEPT, _HELD = 0.6, 0.10
"""How much of a thing looks out of its host, and how wide it is at most: a share of the frame's."""

_FLAT = 2.2
"""What is so much wider than high is no vessel: things lie on it."""

Point = tuple[float, float]


def stowing(board: Board) -> None:
    """The lead puts a thing, or somebody, into the host or onto it."""
    _between(board, out=False)


def taking(board: Board) -> None:
    """The lead takes a thing, or somebody, out of the host."""
    _between(board, out=True)


def _between(board: Board, *, out: bool) -> None:
    call = board.call
    moved: Thing | Role | None = next((t for t in call.things if _is_moved(board, t)), None)
    moved = moved or call.other
    if call.host is None or moved is None:
        solo(board)
        return
    board.fixed = True
    hand, host = _lead_at(board), call.host
    size, onto = _host_size(board, host), call.part == TOP or host.proportion > _FLAT
    board.call = call = replace(call, part=TOP if onto else "")
    x = hand[0] + 0.5 * board.width(host, size) + 0.01
    first, sets = len(board.props), len(board.sets)
    front = onto or _opens_in_front(host)
    _show_host(board, host, size, x, behind=front and isinstance(moved, Role))
    spot = _opening(board, host, size)
    step = _mover_size(board, moved, host.height * size)
    inside = (spot[0], spot[1] + (0.0 if onto else (1 - _KEPT) * moved.height * step))
    _move(board, moved, _way(inside, hand) if out else _way(hand, inside), step)
    if not front and isinstance(moved, Thing):  # it is seen over the rim
        board.props.insert(len(board.props) - 2, board.props.pop())
    board.sets[sets:] = [range(first, len(board.props))]
    if call.other is not moved:
        _other_beside(board)


def _is_moved(board: Board, thing: Thing) -> bool:
    host = board.call.host
    other = host is None or thing.concept != host.concept
    return thing.own and thing.sort != "building" and other


def _lead_at(board: Board) -> Point:
    """The lead in place; where their hands are."""
    lead = board.call.lead
    board.put(lead, _X)
    reach = lead.height * _ARM / RATIO if lead.sort == "figure" else 0.5 * board.width(lead)
    return _X + reach, board.ground - _PALM * lead.height


def _host_size(board: Board, host: Thing) -> float:
    wide = _ON_TABLE if _on_bearer(board, host) else _WIDE
    most = min(_MOST / host.height, wide / max(0.05, board.width(host)))
    return min(max(1.0, _TALL / host.height), most)


def _opening(board: Board, host: Thing, size: float) -> Point:
    """Where the foot of what is in the host or on it stands; the host was shown last."""
    foot = board.props[-1].path[0]
    front = 0.5 * _FRONT if _opens_in_front(host) else _RIM
    return foot.x, foot.y - host.height * size * (_TOP if board.call.part == TOP else front)


def _on_bearer(board: Board, host: Thing) -> bool:
    return is_borne(host, board.call.setting) and bearer_for(board.call.setting, 1) is not None


def _show_host(board: Board, host: Thing, size: float, x: float, *, behind: bool = False) -> None:
    bearer = bearer_for(board.call.setting, 1)
    if _on_bearer(board, host) and bearer is not None:
        set_out(board, (host,), x, bearer, size=size)
        return
    opens = "open" if _opens_in_front(host) else "still"
    board.lay(host, x, board.ground + 0.03, size=size, motion=opens, behind=behind)


def _opens_in_front(host: Thing) -> bool:
    return host.concept in words("opens_in_front") | words("has_a_slot")


def _mover_size(board: Board, moved: Thing | Role, tall: float) -> float:
    """How large what is moved is: to be seen, and no larger than what it goes into."""
    most = max(_LEAST, _SHARE * tall) if isinstance(moved, Thing) else 0.7 * tall
    wide = _HELD / max(0.02, board.width(moved))
    return min(1.0, most / moved.height, wide)


def _way(start: Point, end: Point) -> tuple[Key, ...]:
    """From `start`, over the rim, to `end`."""
    over = (max(start[0], end[0]), min(start[1], end[1]) - 0.05)
    return Key(0, *start), Key(0.25, *start), Key(0.5, *over), Key(0.8, *end), Key(1, *end)


def _move(board: Board, moved: Thing | Role, keys: tuple[Key, ...], size: float) -> None:
    if isinstance(moved, Thing):
        board.carry(replace(moved, key=True), keys, size=size)
    else:
        board.along(moved, keys, size=size, facing="left")


def at_hand(board: Board) -> None:
    """The lead at a thing on the ground, right before their hands."""
    thing = next((t for t in board.call.things if t.own), None)
    if thing is None:
        solo(board)
        return
    board.fixed = True
    board.put(board.call.lead, _X)
    low = board.call.lead.motion in words("low")
    size = min(1.0, _MOST / thing.height, _WIDE / max(0.05, board.width(thing)))
    reach = board.call.lead.height * (0.16 if low else _ARM) / RATIO
    x = _X + reach + (0.1 if low else 0.5) * board.width(thing, size)
    board.lay(replace(thing, key=True), x, board.ground + 0.03, size=size)
    _other_beside(board)


def at_keys(board: Board) -> None:
    """The lead on a stool before keys, seen from behind."""
    thing = next((t for t in board.call.things if t.own), None)
    if thing is None:
        solo(board)
        return
    board.fixed = True
    size = min(_KEYS / thing.height, 0.36 / max(0.05, board.width(thing)))
    board.lay(replace(thing, key=True), 0.44, board.ground - 0.01, size=size, behind=True)
    board.put(board.call.lead, 0.44, board.ground + 0.04, facing="back")
    _other_beside(board)


_KEYS = 0.44
"""How tall a piano is before which somebody sits."""


def at_board(board: Board) -> None:
    """The lead at a board on the wall, a hand on it."""
    shown = next((t for t in board.call.things if t.concept in words("on_walls")), None)
    board.fixed = True
    board.put(board.call.lead, _X)
    if shown is not None:
        size = min(0.30 / shown.height, 0.34 / max(0.05, board.width(shown)))
        x = _X + board.call.lead.height * 0.36 / RATIO + 0.35 * board.width(shown, size)
        y = board.ground - 0.52 * board.call.lead.height
        board.lay(replace(shown, key=False), x, y, size=size, behind=True)
    _other_beside(board)


def _other_beside(board: Board) -> None:
    if board.call.other is not None:
        board.put(board.call.other, 0.84, size=0.92, facing="left")


_PLACES = {
    "head": 0.93, "hair": 0.93, "face": 0.87, "eye": 0.88, "ear": 0.87, "nose": 0.85,
    "mouth": 0.82, "neck": 0.75, "shoulder": 0.74, "back": 0.62, "belly": 0.5, "arm": 0.6,
    "hand": 0.52, "finger": 0.52, "leg": 0.25, "knee": 0.27, "foot": 0.03,
}  # fmt: skip
"""How high each part of a body is, in body heights; of what is not here, as high as the chest."""

_AHEAD = {"hand": 0.2, "finger": 0.2, "arm": 0.1, "face": 0.09, "mouth": 0.1, "nose": 0.1,
          "eye": 0.09, "head": 0.0, "hair": 0.0, "shoulder": 0.0, "foot": 0.05}  # fmt: skip
_NEAR = 0.62
"""How far apart the two are, in the lead's heights; no less than both are wide."""


def upon(board: Board) -> None:
    """The lead puts a thing on the other's body, at the part that is told, where it stays."""
    call, y = board.call, board.ground
    if call.other is None:
        solo(board)
        return
    board.fixed = True
    behind = call.part == "back"
    apart = max(_NEAR * call.lead.height / RATIO, 0.5 * board.width(call.lead) + 0.05)
    apart += 0.0 if call.other.sort == "figure" else 0.3 * board.width(call.other)
    low = call.part in ("foot", "leg", "knee") and call.lead.sort == "figure"
    board.put(replace(call.lead, motion="scrub") if low else call.lead, 0.40)
    board.put(call.other, 0.40 + apart, y, facing="right" if behind else "left")
    thing = next((t for t in call.things if t.own), None)
    if thing is not None:
        _onto_body(board, thing, 0.40 + apart)


def patting(board: Board) -> None:
    """The lead's hand lies on the other, be it a beast or under a beast's paw."""
    other = board.call.other
    if other is not None and other.sort == "figure" and board.call.lead.sort != "figure":
        board.call = replace(board.call, other=replace(other, motion="crouch"))
    if other is not None and other.height < 0.6 * board.call.lead.height:
        board.call = replace(board.call, lead=replace(board.call.lead, motion="pick"))
    upon(replace_things(board))


def replace_things(board: Board) -> Board:
    """`board`, nothing being put on anybody."""
    board.call = replace(board.call, things=tuple(t for t in board.call.things if not t.own))
    return board


def _onto_body(board: Board, thing: Thing, x: float) -> None:
    call, other = board.call, board.actors[1]
    tall = min(_ON_HEAD, max(_ON_BODY, 0.7 * thing.height)) if call.part == "head" else _ON_BODY
    tall = 0.5 * other.height if is_garment(thing) else tall
    size = min(tall / thing.height, 0.16 / max(0.02, board.width(thing)))
    high = _PLACES.get(call.part, 0.64) * other.height
    ahead = _AHEAD.get(call.part, 0.1) * other.height / RATIO
    foot = board.ground - high + 0.5 * thing.height * size
    if is_garment(thing):
        foot = board.ground - high + 0.95 * thing.height * size
    elif call.part in ("head", "hair", "shoulder"):
        foot = board.ground - high + 0.15 * thing.height * size
    low = board.actors[0].motion in words("low")
    palm = _STOOPS if low else _PALM
    hand = (0.40 + call.lead.height * _ARM / RATIO, board.ground - palm * call.lead.height)
    end = (x - ahead, foot)
    keys = (Key(0, *hand), Key(0.2, *hand), Key(0.55, *end), Key(1, *end))
    first = len(board.props)
    board.carry(replace(thing, key=True), keys, size=size)
    board.sets.append(range(first, len(board.props)))


_STOOPS = 0.22
"""How high hands are held out by who kneels, in body heights."""

_ON_BODY, _ON_HEAD = 0.08, 0.13
"""How tall what is put on somebody is, and at most on a head: shares of the frame's height."""
