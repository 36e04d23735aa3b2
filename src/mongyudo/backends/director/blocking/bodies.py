"""What happens to somebody's own body, seen from near; and who lies in a coffin, under a quilt, or
beneath whoever sits on them."""

from dataclasses import replace

from mongyudo.backends.director.blocking.core import Board
from mongyudo.backends.director.blocking.dreams import beside, settled
from mongyudo.backends.director.blocking.events import bed
from mongyudo.backends.director.blocking.people import solo
from mongyudo.ink.scene import CutIn, Facing, Key, Prop

_WHOLE = frozenset({"belly", "blood_leg", "tail", "long_legs", "long_arms", "long_neck",
                    "sprouting_head"})  # fmt: skip
"""Traits below the waist, above the head, or of the whole outline: all of the figure is shown."""
_ON_FACE = frozenset({"sewn_mouth", "blood_mouth", "blood_nose", "blood_head", "long_tongue",
                      "big_ears", "melting"})  # fmt: skip
_ON_HANDS = frozenset({"dark_hands", "clear_hands", "few_fingers", "written_hand", "eyed_hand",
                       "wet_hands", "many_fingers"})  # fmt: skip
_ON_LEGS = frozenset({"wet_feet", "big_feet", "sprouting_legs"})
_NEAR, _FARTHER = 1.0, 0.70
"""How tall the lead is, in shares of the frame."""
_TO_HANDS, _TO_LEGS = CutIn(0.55, 1.0, (0.53, 0.55), 2.0), CutIn(0.55, 1.0, (0.43, 0.80), 2.2)
"""Hands and feet are seen from still nearer at the end."""


def own_change(board: Board) -> None:
    """The lead near, so that it is seen what has become of their body."""
    lead, traits = board.call.lead, set(board.call.lead.traits)
    if not traits or board.call.hero_thing is not None or lead.sort != "figure":
        solo(board)
        return
    board.fixed = True
    board.camera = replace(board.camera, zoom_from=1.0, zoom_to=1.08, pan_x=0.0)
    tall, foot = (_FARTHER, 0.90) if traits & (_WHOLE | _ON_LEGS) else (_NEAR, 1.14)
    facing: Facing = "front" if traits & _ON_FACE else "right"
    board.camera = replace(board.camera, cut_in=_nearer(traits))
    board.put(lead, 0.42, foot, size=tall / lead.height, facing=facing)
    for role, x in zip(beside(board), (0.84, 0.12), strict=False):
        board.put(role, x, facing="left" if x > 0.5 else "right")
    board.call = replace(board.call, other=None, extras=())


def _nearer(traits: set[str]) -> CutIn | None:
    """What is seen from still nearer of what has become of hands or feet; None for nothing."""
    if traits & _ON_HANDS:
        return _TO_HANDS
    return _TO_LEGS if traits & _ON_LEGS else None


def in_coffin(board: Board) -> None:
    """The lead lies in an open coffin; who else is there stands behind."""
    y, lead = board.ground + 0.06, board.call.lead
    board.camera = replace(board.camera, zoom_from=1.0, zoom_to=1.12, pan_x=0.0, focus=(0.48, 0.72))
    board.props.append(Prop("open_coffin", (Key(0, 0.48, y),), height=0.36, behind=True))
    for role, x in zip(beside(board), (0.84, 0.12), strict=False):
        board.put(role, x, y - 0.10, size=0.8, facing="left" if x > 0.5 else "right")
    board.along(replace(lead, motion="lie"), (Key(0, 0.48, y - 0.05),), size=0.62 / lead.height)
    board.props.append(Prop("coffin_side", (Key(0, 0.48, y + 0.03),), height=0.15))
    settled(board)


def tucking(board: Board) -> None:
    """The lead lies in bed under a quilt; who has spread it over them stands there."""
    other = board.call.other
    board.call = replace(board.call, other=None, extras=())
    bed(board)
    if other is not None:
        board.put(other, 0.74, board.ground, to=(0.71, board.ground), facing="left")
    settled(board)


def weighed_down(board: Board) -> None:
    """The lead lies on the bed, and somebody sits on their chest."""
    other = board.call.other
    board.call = replace(board.call, other=None, extras=())
    bed(board)
    if other is None:
        return
    lies = board.actors[-1].path[0]
    sits = replace(other, motion="crouch" if other.sort == "figure" else "stand")
    size = min(1.0, 0.42 / other.height)
    x = lies.x + max(0.03, 0.55 * board.width(sits, size))  # no dog's body is over the face
    on_top = (Key(0, x, lies.y - 0.05), Key(1, x - 0.01, lies.y - 0.04))
    board.along(sits, on_top, size=size, facing="left")
    settled(board)
