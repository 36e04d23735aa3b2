"""On what stands in a playground: to and fro on the swing, down the slide, round and round."""

import math
from dataclasses import replace

from mongyudo.backends.director.blocking.core import RATIO, Board, Role, Thing
from mongyudo.ink.scene import Camera, Key

_FRAME, _TOP, _ROPE = 0.74, 0.97, 0.66
"""How tall the frame of a swing is (a share of the picture), where on it the ropes hang, and how
long they are (shares of the frame)."""

_WIDEST_DEG, _TIMES, _STEPS = 34.0, 1.5, 24
"""How far one swings, how often in a picture, and in how many steps that is told."""

_UNDER_SEAT = 0.27
"""So far under the seat are the feet of who sits on it, as a share of their height."""

_SLIDE = 0.66
"""How tall the slide is."""

_RAMP = (
    (0.0, 0.28, 0.24, 0.0), (0.25, 0.33, 0.25, 0.0), (0.75, 0.70, 0.80, -16.0),
    (1.0, 0.92, 0.98, -8.0),
)  # fmt: skip
"""When the feet are where on the slide (shares of it), and how far one leans back."""


def swings(board: Board, swing: Thing) -> None:
    """The lead to and fro on the swing; the other one stands by."""
    lead, foot = board.call.lead, board.ground + 0.04
    board.camera, board.fixed = Camera(zoom_to=1.04, sway=0.6), True
    board.carry(_part(swing, "swing_frame", _FRAME), (Key(0, 0.5, foot),), behind=True)
    hangs = foot - _FRAME * _TOP
    rope = _FRAME * _ROPE
    ropes = tuple(_hung(at, 0.5, hangs, rope / 2, rope / 2) for at in _moments())
    board.carry(_part(swing, "swing_seat", rope), ropes)
    reach = rope + lead.height * _UNDER_SEAT
    board.along(_seated(lead), tuple(_hung(at, 0.5, hangs, reach, 0.0) for at in _moments()))
    if board.call.other is not None:
        board.put(_standing(board.call.other), 0.18, size=0.95)


def slides(board: Board, slide: Thing) -> None:
    """The lead down the slide; the other one waits below."""
    foot = board.ground + 0.05
    board.camera, board.fixed = Camera(zoom_to=1.04, sway=0.6), True
    wide = board.width(slide, _SLIDE / slide.height)
    board.lay(slide, 0.5, foot, size=_SLIDE / slide.height, behind=True)
    left, high = 0.5 - wide / 2, foot - _SLIDE
    path = tuple(
        Key(at, left + wide * x, high + _SLIDE * y, turn_deg=turn) for at, x, y, turn in _RAMP
    )
    board.along(_seated(board.call.lead), path, size=0.8)
    if board.call.other is not None:
        board.put(_standing(board.call.other), 0.88, size=0.95, facing="left")


def goes_round(board: Board, horse: Thing) -> None:
    """Up and down on the horses of a merry-go-round, an empty one before them."""
    call, y = board.call, board.ground + 0.05
    board.camera = replace(board.camera, pan_x=0.0)
    riders = [call.lead, *([call.other] if call.other else [])]
    for number in range(3):
        x, rise = 0.78 - 0.28 * number, 0.03 if number % 2 else -0.03
        ats = ((at, rise * (-1) ** n) for n, at in enumerate((0, 0.25, 0.5, 0.75, 1)))
        path = tuple(Key(at, x, y + up) for at, up in ats)
        tall = 0.62 / horse.height
        board.carry(horse, path, size=tall, behind=True)
        if 0 < number <= len(riders):
            seat = tuple(replace(key, y=key.y - 0.18) for key in path)
            rider = replace(riders[number - 1], motion="ride")
            board.along(rider, seat, size=0.42 / rider.height, facing="left")
    board.fixed = True


def _standing(role: Role) -> Role:
    """Whoever rides with one waits for their turn."""
    return replace(role, motion="stand") if role.motion in ("ride", "sit_chair") else role


def _part(thing: Thing, concept: str, height: float) -> Thing:
    return Thing(concept, height, thing.proportion, dye=thing.dye)


def _seated(role: Role) -> Role:
    return replace(role, motion="sit_bench" if role.sort == "figure" else "sit")


def _moments() -> tuple[float, ...]:
    return tuple(n / _STEPS for n in range(_STEPS + 1))


def _hung(at: float, x: float, y: float, reach: float, below: float) -> Key:
    """Where something hangs at the moment `at`, `reach` under (x, y) along the rope; its foot is
    `below` that."""
    turn = math.radians(_WIDEST_DEG) * math.sin(2 * math.pi * _TIMES * at)
    across, down = reach * math.sin(turn) / RATIO, reach * math.cos(turn)
    return Key(at, x + across, y + down + below, turn_deg=-math.degrees(turn))


PLAYED_ON = {"swing": swings, "slide": slides, "carousel_horse": goes_round}
"""What of a playground is ridden, and how."""

WHOLE = {"swing_frame": "swing"}
"""What is laid of something in parts, and what that is."""
