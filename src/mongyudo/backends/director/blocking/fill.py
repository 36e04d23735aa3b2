"""Everybody and everything that the event itself left out, put where the picture is empty."""

from collections import Counter
from dataclasses import replace

from mongyudo.backends.director.blocking.bearers import (
    MOST_TOGETHER,
    bearer_for,
    fitted,
    hang_up,
    heap,
    is_borne,
    is_garment,
    outline,
    set_out,
)
from mongyudo.backends.director.blocking.core import FALLING, SKY, TRACKING, Board, Box, Role, Thing
from mongyudo.backends.director.blocking.hanging import (
    EYES,
    hang,
    hang_in_a_row,
    hang_on_wall,
    is_hung,
    is_on_wall,
    is_strap,
)
from mongyudo.backends.director.blocking.playing import WHOLE
from mongyudo.backends.director.counting import THRONG
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Facing, Key

MOST_ACTORS, MOST_WITH_HERD, MOST_THINGS = 4, 6, 5
_SPOTS = (0.80, 0.20, 0.66, 0.34, 0.90, 0.50, 0.10, 0.73, 0.27, 0.96, 0.04)
_ALOFT = 0.26
"""Nothing that only hangs in the air is taller, so that it is not cut off above."""

_SEATED_Y = 0.82
"""Where the feet of those are who sit on the seats of a vehicle."""

_LARGE = 0.2
"""Furniture wider than this stands behind the people."""

_HEIGHTS = (0.40, 0.40, 0.26, 0.52)
"""At which heights the birds of one kind fly, one after the other."""

_RACK = 0.22
"""How wide a stand for clothes is at most, as a share of the frame's width."""

_HIDDEN, _IN_THE_WAY = 0.55, 0.45
"""How much may be covered at first; the composition clears it afterwards."""


def fill(board: Board) -> None:
    """Add the extras and the things of the call that are not on the board yet."""
    call = board.call
    waiting = [call.lead, *([call.other] if call.other else []), *call.extras]
    wanted: Counter[tuple[str, str]] = Counter()
    for role in waiting:
        sort = (role.concept, role.clothes)
        wanted[sort] += 1
        most = MOST_ACTORS if wanted[sort] == 1 else MOST_WITH_HERD
        if len(board.actors) < most and not _is_there(board, role, wanted[sort]):
            _add_role(board, role)
    new = _heap_up(board, [thing for thing in call.things if _is_new(board, thing)])
    new = _hang_straps(board, new)
    new = new[: max(0, MOST_THINGS - len(board.props))]
    small = [fitted(thing) for thing in new if is_borne(thing, call.setting)]
    laid = {thing.concept for thing in _lay_out(board, small[:MOST_TOGETHER])}
    for thing in new:
        if thing.concept not in laid:
            _add_thing(board, thing)


def _heap_up(board: Board, things: list[Thing]) -> list[Thing]:
    """Pile up what is told to be there in heaps; the other `things`."""
    many = [t for t in things if len([o for o in things if o.concept == t.concept]) >= THRONG]
    heaped = [t for t in many if t.concept == many[0].concept]
    if not heaped or _moves(board) or bearer_for(board.call.setting, 1) is None:
        return things
    if not (is_borne(heaped[0], board.call.setting) or heaped[0].concept in words("on_the_floor")):
        return things
    whole = replace(heaped[0], height=0.22, proportion=2.4)
    place = _best_spot(board, whole, 1.0, board.ground + 0.07)
    if place is not None:
        heap(board, heaped, board.held_inside(place, board.width(whole)))
    return [t for t in things if t not in heaped] if place is not None else things


def _hang_straps(board: Board, things: list[Thing]) -> list[Thing]:
    """Hang in a row what one holds on to here; the other `things`."""
    straps = [thing for thing in things if is_strap(thing, board.call.setting)]
    for thing in straps[:1]:
        hang_in_a_row(board, thing)
    return [thing for thing in things if thing not in straps]


def _lay_out(board: Board, things: list[Thing]) -> list[Thing]:
    """Lay small `things` together on a table, a stone or a crate; those that found room."""
    bearer = bearer_for(board.call.setting, len(things))
    if bearer is None or not things or _moves(board):
        return []
    whole = outline(board, things, bearer, 1.0)
    place = _best_spot(board, whole, 1.0, board.ground + 0.07)
    if place is None:
        return _lay_out(board, things[:-1])
    set_out(board, things, board.held_inside(place, board.width(whole)), bearer)
    return things


def _is_there(board: Board, role: Role, count: int) -> bool:
    """Whether `count` of this sort are on the board already."""
    same = [a for a in board.actors if (a.concept, a.clothes) == (role.concept, role.clothes)]
    return len(same) >= count


def _is_new(board: Board, thing: Thing) -> bool:
    held = {actor.holds for actor in board.actors}
    laid = {WHOLE.get(prop.concept, prop.concept) for prop in board.props}
    own = {"door"} if board.call.setting in words("slides_open") else set()
    return thing.concept not in held | laid | own


def _moves(board: Board) -> bool:
    return abs(board.camera.pan_x) > TRACKING or abs(board.camera.pan_y) > FALLING


def _add_role(board: Board, role: Role) -> None:
    if not role.flies and (_goes_along(board, role) or _moves(board)):
        return
    again = any(a.concept == role.concept for a in board.actors) and not role.clothes
    one_of_many = again and role.sort != "figure"  # people keep their height in a crowd
    size = 0.6 if one_of_many else 0.9
    y = (
        board.ground + (0.06 if one_of_many else -0.015)
        if board.call.floor and not role.flies
        else None
    )
    if board.call.setting in words("seated") and role.motion in words("sit"):
        y, size = _SEATED_Y, 1.1
    if role.flies:
        y = _HEIGHTS[sum(a.concept == role.concept for a in board.actors) % len(_HEIGHTS)]
    elif role.sort == "swimmer":
        wet = board.call.setting in words("water_settings")
        y = (board.ground - 0.06 if board.call.floor else 0.52) if wet else board.ground + 0.06
    for nearer, up in _FARTHER if board.call.floor and not role.flies else _FARTHER[:1]:
        foot = y if y is None else y - up
        best = _best_spot(board, role, size * nearer, board.ground if foot is None else foot)
        if best is not None:
            lead = board.actors[0].path[0].x if board.actors else 0.5
            facing: Facing = "left" if best > lead else "right"
            board.put(role, best, foot, size=size * nearer, facing=facing)
            return


def _goes_along(board: Board, role: Role) -> bool:
    """Whether it is one more of those who walk or run through the picture: put beside them."""
    fellows = [a for a in board.actors if a.concept == role.concept and a.clothes == role.clothes]
    first = fellows[0] if fellows else None
    if first is None or first.motion not in ("walk", "run") or len(fellows) > len(_ALONG):
        return False
    across, up = _ALONG[len(fellows) - 1]
    path = tuple(replace(k, x=k.x + across, y=k.y + up) for k in first.path)
    goes = replace(role, motion=first.motion, face=first.expression)
    board.along(goes, path, size=0.9 if up > 0 else 0.8, facing=first.facing)
    return True


_ALONG = ((0.13, -0.03), (-0.13, -0.03), (0.24, 0.03), (-0.24, 0.03))
"""Where the others of a group go, beside the first: across and down, in shares of the frame."""

_FARTHER = ((1.0, 0.0), (0.74, 0.03), (0.54, 0.06))
"""Who finds no room among the others stands farther off: how much smaller, and how much higher."""


def _add_thing(board: Board, thing: Thing) -> None:
    aloft = thing.concept in words("aloft") or thing.place == SKY
    if _moves(board) and not aloft:
        return
    if is_garment(thing) and bearer_for(board.call.setting, 1):
        place = _best_spot(board, thing, 1.2, board.ground)
        hang_up(board, thing, 0.30 if place is None else board.held_inside(place, _RACK))
        return
    if is_hung(thing, board.call.setting) or is_on_wall(thing, board.call.setting):
        place = _best_spot(board, thing, 1.0, EYES)
        put_up = hang if is_hung(thing, board.call.setting) else hang_on_wall
        put_up(board, thing, 0.24 if place is None else place)
        return
    if thing.sort == "building" and not aloft:
        place = _best_spot(board, thing, 1.0, board.ground)
        board.lay(thing, 0.72 if place is None else place, board.ground - 0.02, behind=True)
        return
    if board.width(thing) > _LARGE and not aloft:
        place = _best_spot(board, thing, 1.0, board.ground)
        board.lay(thing, 0.30 if place is None else place, board.ground, behind=True)
        return
    y, size = board.ground + 0.10, 1.0
    if (
        not aloft
        and thing.concept in words("on_water")
        and board.call.setting in words("water_settings")
    ):
        others = [actor.path[0].x for actor in board.actors]
        place = max((0.16, 0.5, 0.84), key=lambda x: min((abs(x - o) for o in others), default=x))
        x = board.held_inside(place, board.width(thing, 0.8))
        board.lay(thing, x, board.ground - 0.06, size=0.8, behind=True)
        return
    if board.call.setting in words("groundless"):
        y = 0.62 + thing.height / 2
    if aloft:
        size = min(1.0, _ALOFT / thing.height)
        y = max(0.34, thing.height * size + 0.10)
    spot = _best_spot(board, thing, size, y)
    if spot is None:
        return
    inside = board.held_inside(spot, board.width(thing, size))
    board.carry(thing, (Key(0, inside, y),), size=size)


def _best_spot(board: Board, role: Role | Thing, size: float, y: float) -> float | None:
    """The place along the picture that covers least of what is there; None when all is full."""
    width, height = board.width(role, size), role.height * size
    costs = []
    for order, spot in enumerate(_SPOTS):
        x = board.held_inside(spot, width)
        box = Box(x - width / 2, y - height, x + width / 2, y)
        covered = sum(other.overlap(box) for other in board.boxes)
        covering = sum(box.overlap(other) for other in board.boxes)
        costs.append((round(max(covered, covering), 2), order, x))
    cost, _, x = min(costs)
    return x if cost < (_HIDDEN if isinstance(role, Role) else _IN_THE_WAY) else None
