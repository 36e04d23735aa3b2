"""Things laid out for who looks at them or has them in hand: on a table, a cord, a pole."""

from dataclasses import replace

from mongyudo.backends.director.blocking.bearers import (
    MOST_TOGETHER,
    bearer_for,
    hang_up,
    heap,
    is_borne,
    is_garment,
    is_heap,
    set_out,
)
from mongyudo.backends.director.blocking.core import RATIO, SKY, Board, Thing
from mongyudo.backends.director.blocking.hanging import hang, hang_on_wall, is_hung, is_on_wall
from mongyudo.backends.director.tables import words


def show(board: Board, thing: Thing, x: float, tall: float, motion: str = "still") -> None:
    """`thing`, about `tall`, before the lead: on a table, where it cannot stand by itself, on a
    cord or on the wall, where it hangs."""
    if is_hung(thing, board.call.setting):
        hang(board, thing, x, size=tall / thing.height, motion=motion)
        return
    if is_on_wall(thing, board.call.setting):
        hang_on_wall(board, thing, x, size=max(1.0, tall / thing.height), motion=motion)
        return
    alike = [replace(t, key=thing.key) for t in board.call.things if t.concept == thing.concept]
    shown = alike[:MOST_TOGETHER] or [thing]
    if is_heap(alike):
        heap(board, alike, x, motion=motion)
        return
    borne = is_borne(thing, board.call.setting)
    bearer = bearer_for(board.call.setting, len(shown)) if borne else None
    if bearer is not None:
        set_out(board, shown, x, bearer, size=max(1.0, _ON_TABLE / thing.height), motion=motion)
        return
    if is_garment(thing) and bearer_for(board.call.setting, 1):
        hang_up(board, thing, x, motion=motion)
        return
    size = min(thing.made(tall), 0.4 / max(0.05, board.width(thing)))
    y = 0.46 if thing.concept in words("aloft") or thing.place == SKY else board.ground + 0.02
    board.lay(thing, x, y, size=size, motion=motion)


_ON_TABLE = 0.17
"""A thing on a table is made at least so tall where the picture is about it."""


def before_hands(board: Board, x: float, size: float) -> None:
    """항아리를 씻었다: what the hands of the lead at `x` are at lies before them."""
    lead = board.call.lead
    low = lead.motion in words("hands_at_the_ground")
    if lead.sort != "figure" or not (low or lead.motion in words("hands_at_a_table")):
        return
    reach = x + lead.height * size * (_STOOPS if low else _AT_TABLE) / RATIO
    for thing in [t for t in board.call.things if t.own and t.concept != lead.holds]:
        if thing.sort == "building" or thing in board.used or board.width(thing) > _TOO_WIDE:
            continue
        first = len(board.props)
        _lay_at_hand(board, thing, reach + max(0.07, board.width(thing) / 2), low=low)
        if len(board.props) > first:
            return


def _lay_at_hand(board: Board, thing: Thing, x: float, *, low: bool) -> None:
    if low or thing.concept in words("on_walls"):
        size = min(max(1.0, 0.15 / thing.height), 0.2 / max(0.05, board.width(thing)))
        board.lay(replace(thing, key=True), x, board.ground + 0.03, size=size)
    else:
        show(board, replace(thing, key=True), x, 0.17)


_STOOPS, _AT_TABLE, _TOO_WIDE = 0.34, 0.18, 0.3
"""How far before the middle, in body heights, begins what one stoops to, and the table at which one
stands; what is wider than this share of the frame is walked up to, and lies before no hands."""
