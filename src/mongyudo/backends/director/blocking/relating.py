"""Things and animals with what they come out of, go into, are in or on: drawn together, near."""

from dataclasses import replace

from mongyudo.backends.director.blocking.bearers import has_walls
from mongyudo.backends.director.blocking.core import RATIO, Board, Role, Thing
from mongyudo.backends.director.blocking.hanging import EYES
from mongyudo.backends.director.blocking.hosts import fellows, within
from mongyudo.backends.director.blocking.people import solo
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Effect, Facing, Key

_X = 0.62
"""Where the host stands: right of the lead."""

_TALL, _WIDE = 0.36, 0.30
"""How tall and how wide the host is at most; it is one of both, so that what is at it is seen."""

_SHARE, _LEAST, _BESIDE_SMALL = 0.55, 0.15, 0.75
"""How large what is at the host is beside it; at least, as a share of the frame's height; and at
most of that beside a small host."""

_TALLER, _UP, _SMALL = 0.62, 0.72, 0.12
"""How tall a host is that towers over people; how high on it and how small is what it has."""

_RIM = 0.78
"""At which share of its height the host is open, or bears something."""

_RIMS = {"bathtub": 0.46, "bag": 0.62, "basket": 0.66}
"""The same of what has something taller behind its rim."""

_TOP = 0.92
"""At which share of its height is what has come out of it."""

Place = tuple[float, float, float]
"""Where the foot of the host is, across and down, and how tall it is."""

_FACE = 0.56
"""How high on the host that is which sticks to its front, or comes out of it there."""


def emerging(board: Board) -> None:
    """It comes out of the host: out of its top, its front, or the ground where there is none."""
    place = _set_up(board)
    if place is None:
        return
    if _bears_many(board):
        _in_the_crown(board, place)
    elif board.call.host is None:
        _out_of_the_ground(board, place)
    elif _is_of_the_face(board):
        _out_of_the_face(board, _OF_THE_FACE[board.call.host.concept])
    elif _opens_in_front(board.call.host):
        _out_of_the_front(board, place)
    else:
        _out_of_the_top(board, place)


def _out_of_the_ground(board: Board, place: Place) -> None:
    x, low, tall = place
    size = 1.4 * _size(board, tall)
    keys = (Key(0, x, low, scale=0.05, alpha=0.0), Key(0.12, x, low, scale=0.15),
            Key(0.7, x, low))  # fmt: skip
    _carry(board, keys, size)
    _ground_opens(board, x, low, size)


def _out_of_the_front(board: Board, place: Place) -> None:
    x, low, tall = place
    size = _size(board, tall)
    front = low - tall * _FACE
    out = front + 0.4 * _height(board) * size
    keys = (Key(0.05, x, front, scale=0.1, alpha=0.0), Key(0.15, x, front, scale=0.2),
            Key(0.75, x + 0.03, out), Key(1, x + 0.03, out + 0.01))  # fmt: skip
    _show_host(board, place)
    _carry(board, keys, size)


_OF_THE_FACE = {"mouth": 0.83, "nose": 0.86, "eye": 0.88, "ear": 0.87}
"""How high above the feet of somebody each is, in their heights."""

_NEAR = 1.15
"""How large is who is seen from so near, as a share of the frame's height."""


def _out_of_the_face(board: Board, high: float) -> None:
    """It comes out of the lead's own face, seen near; one after the other where several do."""
    x, y = _face_near(board, high)
    size = 0.14 / max(0.02, _height(board))
    size = min(size, 0.2 / max(0.02, _wide(board)))
    for number in range(1 + min(4, _more(board))):
        start = 0.05 + 0.14 * number
        dx, dy = _STREAM[number]
        keys = (Key(start, x, y + 0.03, scale=0.2, alpha=0.0),
                Key(start + 0.04, x, y + 0.03, scale=0.3),
                Key(min(0.95, start + 0.45), x + dx, y + dy),
                Key(1, x + 1.1 * dx, y + dy))  # fmt: skip
        _carry(board, keys, size)
    _leave_the_rest(board)


def _is_of_the_face(board: Board) -> bool:
    host = board.call.host
    return host is not None and host.concept in _OF_THE_FACE and board.call.lead.sort == "figure"


def _face_near(board: Board, high: float, facing: Facing = "right") -> tuple[float, float]:
    """The lead alone, seen from near; where that part of the face is which is so `high`."""
    board.actors.clear()
    board.boxes.clear()
    board.camera = replace(board.camera, zoom_to=1.04, shake=0.0)
    lead, low = replace(board.call.lead, motion="stand"), 1.28
    board.along(lead, (Key(0, 0.34, low),), size=_NEAR / lead.height, facing=facing)
    return 0.34 + (0.055 * _NEAR if facing == "right" else 0.0), low - high * _NEAR


def _in_the_face(board: Board) -> None:
    """이가 아니라 작은 현관문이더라: it is there where a part of the lead's own face was."""
    part = board.call.host.concept if board.call.host is not None else ""
    x, y = _face_near(board, _OF_THE_FACE[part], "front")
    sides = _ON_BOTH_SIDES.get(part, (0.0,))
    tall = _IN_FACE if len(sides) == 1 else _OF_TWO
    size = min(tall / _height(board), 0.7 * tall / max(0.02, _wide(board)))
    for side in sides:
        _carry(board, (Key(0, x + side * _NEAR, y + 0.65 * _height(board) * size),), size)
    _leave_the_rest(board)


_ON_BOTH_SIDES = {"eye": (-0.022, 0.022), "ear": (-0.055, 0.055)}
"""How far from the middle of a face each is, in their heights."""


_IN_FACE, _OF_TWO = 0.11, 0.075
"""How tall that is, and each of two, as shares of the frame's height."""


def _leave_the_rest(board: Board) -> None:
    """No loose lips lie about, and nothing more of what has come out."""
    host = board.call.host.concept if board.call.host is not None else ""
    rest = tuple(t for t in board.call.things if t.concept not in (host, _who(board)))
    board.call = replace(board.call, things=rest)


_STREAM = ((0.30, 0.04), (0.24, -0.14), (0.38, 0.20), (0.46, -0.06), (0.18, 0.28))
"""Whither those go that come out of a face, one after the other: across and down."""


def _who(board: Board) -> str:
    one = board.call.hero_thing or board.call.other
    return one.concept if one is not None else ""


def _wide(board: Board) -> float:
    one = board.call.hero_thing or board.call.other
    return board.width(one) if one is not None else _LEAST


def _more(board: Board) -> int:
    """How many more of a kind are told of."""
    one = board.call.hero_thing or board.call.other
    told = board.call.extras if board.call.hero_thing is None else board.call.things
    more = sum(each.concept == _who(board) for each in told)
    return more - 1 if one is board.call.hero_thing else more


def _out_of_the_top(board: Board, place: Place) -> None:
    x, low, tall = place
    size = _size(board, tall)
    start, end = low - 0.05 * tall, low - _TOP * tall + 0.05 * _height(board) * size
    keys = (Key(0, x, start, scale=0.5, alpha=0.0), Key(0.12, x, start, scale=0.5),
            Key(0.7, x, end), Key(1, x, end - 0.01))  # fmt: skip
    _carry(board, keys, size)
    _show_host(board, place)


def entering(board: Board) -> None:
    """It goes down into the host, until only a part of it looks out."""
    place = _set_up(board)
    if place is None:
        return
    x, low, tall = place
    size = _size(board, tall)
    above, inside = low - 1.15 * tall, low - _RIM * tall + 0.6 * _height(board) * size
    if board.call.host is None:
        _into_the_ground(board, place, size)
        return
    keys = (Key(0, x + 0.05, above - 0.06), Key(0.2, x + 0.04, above - 0.04),
            Key(0.45, x, above + 0.04), Key(0.8, x, inside), Key(1, x, inside))  # fmt: skip
    _carry(board, keys, size)
    _show_host(board, place)


def _into_the_ground(board: Board, place: Place, size: float) -> None:
    x, low, _ = place
    keys = (Key(0, x, low - 0.26), Key(0.2, x, low - 0.26), Key(0.6, x, low),
            Key(1, x, low, scale=0.3))  # fmt: skip
    _carry(board, keys, size)
    _ground_opens(board, x, low, size)


def lodging(board: Board) -> None:
    """It is in the host, and looks out of it."""
    host, beast = board.call.host, board.call.other
    if host is not None and host.concept == "cage" and beast is not None:
        within(board, host, beast)
        return
    if _is_of_the_face(board):
        _in_the_face(board)
        return
    place = _set_up(board)
    if place is None:
        return
    x, low, tall = place
    size = _size(board, tall)
    if board.call.host is not None and _opens_in_front(board.call.host):
        if board.call.host.concept in words("opens_in_front"):
            _on_the_front(board, place, min(size, _within(board, place)))
        else:
            _on_the_front(board, place, size, turn_deg=38)
        return
    share = _RIMS.get(board.call.host.concept, _RIM) if board.call.host is not None else _RIM
    rim = low - share * tall if board.call.host is not None else low
    sunk = 0.28 if board.call.hero_thing is not None else 0.35
    _carry(board, (Key(0, x, rim + sunk * _height(board) * size),), size)
    for fellow, across in zip(_fellows(board), (-0.08, 0.08), strict=False):
        low_in = rim + sunk * fellow.height * size
        board.along(fellow, (Key(0, x + across, low_in),), size=size, facing="left")
    _show_host(board, place)
    if board.call.host is None:
        _ground_opens(board, x, low, size)


def _fellows(board: Board) -> list[Role]:
    other = board.call.other
    return fellows(board, other) if other is not None and board.call.hero_thing is None else []


def attaching(board: Board) -> None:
    """It is on the host: on top of it where it lies there, else on its front."""
    place = _set_up(board)
    if place is None:
        return
    if _bears_many(board):
        _in_the_crown(board, place)
        return
    tall = place[2]
    size = _size(board, tall)
    host = board.call.host
    flat = call_thing(board) in words("flat_marks")
    if host is not None and board.call.hero_thing is None and host.concept in words("sat_upon"):
        _on_its_top(board, place, size)
        return
    if host is None or flat or _opens_in_front(host) or host.height > _TABLE_HIGH:
        _on_the_front(board, place, size)
        return
    _show_host(board, place)
    _in_a_row(board, place, size)


_CROWN = ((-0.30, 0.62), (0.04, 0.82), (0.32, 0.58), (-0.14, 0.46), (0.18, 0.40))
"""Where on a tree hangs what it bears: across and up, in its heights."""

_FRUIT = 0.17
"""How large that is, in the heights of the tree."""


def _bears_many(board: Board) -> bool:
    """감나무에 전화기가 열렸다, 가지마다 지폐가 달려 있었다: whether a tree is full of things."""
    host = board.call.host
    alike = sum(t.concept == call_thing(board) for t in board.call.things)
    return host is not None and host.concept in words("bears_fruit") and alike > 1


def _in_the_crown(board: Board, place: Place) -> None:
    """All over the tree hangs what it bears, coming one after another."""
    x, low, _ = place
    host = board.call.host
    if host is None or board.call.hero_thing is None:
        return
    tall = min(_TREE, _BROAD / max(0.05, board.width(host) / host.height))
    _show_host(board, (x, low, tall))
    size = _FRUIT * tall / _height(board)
    for number, (across, up) in enumerate(_CROWN):
        here = Key(0.06 + 0.1 * number, x + across * tall / RATIO, low - up * tall + 0.08 * tall)
        _carry(board, (replace(here, scale=0.3, alpha=0.0), replace(here, at=here.at + 0.1)), size)
    _leave_the_rest(board)


_TREE, _BROAD = 0.72, 0.44
"""How tall and how wide a tree that bears something is at most."""


def _on_its_top(board: Board, place: Place, size: float) -> None:
    """난간에 고양이가 앉아 있었다: on it, in sight, and not before or behind it."""
    x, low, tall = place
    _show_host(board, place)
    if board.call.other is not None:
        sits = replace(board.call.other, motion="sit")
        board.along(sits, (Key(0, x, low - _UPON * tall),), size=size, facing="left")


_UPON = 0.94
"""At which share of its height the edge of a wall is."""


def _in_a_row(board: Board, place: Place, size: float) -> None:
    """밥상에 생선이 다섯 마리 놓여 있었다: as many as are told lie next to one another."""
    x, low, tall = place
    top = low - _RIM * tall + 0.02
    alike = [t for t in board.call.things if t.concept == call_thing(board)]
    if len(alike) < 2 or board.call.host is None:
        _carry(board, (Key(0, x, top),), size)
        return
    room = 0.9 * board.width(board.call.host, tall / board.call.host.height)
    size = min(size, 1.3 * room / (len(alike) * max(0.02, board.width(alike[0]))))
    first, step = x - room / 2, room / len(alike)
    for n, thing in enumerate(alike):
        down = 0.015 * (n % 2)
        board.carry(
            replace(thing, key=True), (Key(0, first + (n + 0.5) * step, top + down),), size=size
        )


def overhead(board: Board) -> None:
    """It is upside down at the ceiling, over the lead."""
    call = board.call
    if call.hero_thing is None and call.other is None:
        solo(board)
        return
    board.fixed = True
    board.put(call.lead, 0.32)
    if call.hero_thing is not None:
        _down_from_above(board, call.hero_thing)
    if call.hero_thing is not None or call.other is None:
        return
    most = min(0.4 / call.other.height, 0.4 / max(0.05, board.width(call.other)))
    size = min(most, max(1.0, _LEAST_ABOVE / call.other.height))  # a butterfly stays small
    board.along(call.other, (Key(0, 0.60, 0.05, turn_deg=180),), size=size, facing="left")


_LEAST_ABOVE = 0.16
"""So tall is at least, as a share of the frame, what clings to the ceiling."""


def _down_from_above(board: Board, thing: Thing) -> None:
    """What grows there grows downwards; all else is there as it is."""
    tall = min(0.30, 0.30 / max(0.05, board.width(thing)) * thing.height)
    grows = thing.concept in words("grows_anywhere") | words("body")
    low, turn_deg = (0.07, 180.0) if grows else (0.07 + tall, 0.0)
    keys = (Key(0, 0.6, low, scale=0.4, turn_deg=turn_deg, alpha=0.0),
            Key(0.15, 0.6, low, scale=0.4, turn_deg=turn_deg),
            Key(0.6, 0.6, low, turn_deg=turn_deg))  # fmt: skip
    board.carry(replace(thing, key=True), keys, size=tall / thing.height)


_TABLE_HIGH = 0.24
"""What is taller has its front towards whoever looks."""


def _on_the_front(board: Board, place: Place, size: float, *, turn_deg: float = 0.0) -> None:
    x, low, tall = place
    _show_host(board, place)
    high = _UP if tall > _TALL else _FACE
    y = low - tall * high + 0.45 * _height(board) * size
    _carry(board, (Key(0, x + 0.01, y, turn_deg=turn_deg),), size)


def _within(board: Board, place: Place) -> float:
    """How large what lies in the open host is, so that it is inside."""
    host, one = board.call.host, board.call.hero_thing
    if host is None or one is None:
        return 1.0
    wide = 0.55 * board.width(host, place[2] / host.height)
    return min(wide / max(0.02, board.width(one)), 0.4 * place[2] / one.height)


def _set_up(board: Board) -> Place | None:
    """The lead beside the host: where the foot of that is, and how tall it is; None for no host."""
    call = board.call
    if call.hero_thing is None and call.other is None:
        solo(board)
        return None
    board.fixed = True
    board.put(call.lead, 0.26, size=0.95)
    low = board.ground + 0.04
    if _is_wall_of_room(board):
        board.call = replace(call, things=tuple(t for t in call.things if t != call.host))
    if call.host is None:
        return _X, low, _TALL
    if _is_wall_of_room(board):
        return _X, EYES + 0.2, _TALL
    wide = board.width(call.host) / call.host.height
    tall = _TALLER if call.host.sort == "building" else _host_height(call.host)
    return _X, low, min(tall, _WIDE / max(0.05, wide))


def _host_height(host: Thing) -> float:
    return min(_TALL, host.made(_TALL) * host.height)


def _show_host(board: Board, place: Place) -> None:
    x, low, tall = place
    host = board.call.host
    if host is not None and not _is_wall_of_room(board):
        behind = board.call.hero_thing is None and _opens_in_front(host)
        opens = "open" if host.concept in words("opens_in_front") else "still"
        board.lay(host, x, low, size=tall / host.height, behind=behind, motion=opens)


def _ground_opens(board: Board, x: float, low: float, size: float) -> None:
    """Earth lies thrown up around it; water has rings."""
    wet = not board.is_dry or board.call.setting in words("waters")
    if wet or board.call.setting in words("floorless"):
        board.effects.append(Effect("ripples", 0.4, 0.8))
        return
    one = board.call.hero_thing or board.call.other
    wide = 1.3 * board.width(one, size) if one is not None else 0.1
    tall = 0.3 * _height(board) * size
    board.lay(Thing("mound", tall, wide * RATIO / tall), x, low + 0.35 * tall, size=1.0)


def _is_wall_of_room(board: Board) -> bool:
    """Whether the host is a wall, and the room has its own behind everybody."""
    host = board.call.host
    return host is not None and host.concept == "wall" and has_walls(board.call.setting)


def call_thing(board: Board) -> str:
    """The concept of the thing that is at the host, "" for an animal."""
    return board.call.hero_thing.concept if board.call.hero_thing is not None else ""


def _height(board: Board) -> float:
    call = board.call
    one = call.hero_thing or call.other
    return one.height if one is not None else _LEAST


def _size(board: Board, tall: float) -> float:
    """How much larger than it is by itself what is at the host is drawn."""
    call = board.call
    one = call.hero_thing or call.other
    if one is None or (isinstance(one, Role) and one.sort == "figure"):
        return 0.92 if one else 1.0  # who gets up from a coffin is as tall as ever
    high = _SMALL if tall > _TALL else max(min(_LEAST, _BESIDE_SMALL * tall), _SHARE * tall)
    widest = 0.9 * _WIDE if call.hero_thing is not None else 1.2 * _WIDE
    return min(high / one.height, widest / max(0.02, board.width(one)))


def _carry(board: Board, keys: tuple[Key, ...], size: float) -> None:
    call = board.call
    if call.hero_thing is not None:
        board.carry(replace(call.hero_thing, key=True), keys, size=size)
    elif call.other is not None:
        board.along(call.other, keys, size=size, facing="left")


def _opens_in_front(host: Thing) -> bool:
    """Whether the host has its opening, or its surface, towards whoever looks."""
    on_top = host.concept in ("head", "hair")
    return host.concept in words("faces_front") | words("body") and not on_top
