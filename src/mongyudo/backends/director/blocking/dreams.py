"""Dreams that many people know: what is missed, clung to, sought in vain, found, worked."""

from dataclasses import replace

from mongyudo.backends.director.blocking.core import Board, Role, Thing
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Camera, Effect, Facing, Key, Prop

_CUT = 0.03
"""The share of a scene in which one motion gives way to the next."""

_STILL = Camera(zoom_from=1.0, zoom_to=1.05, sway=0.8)

_KNOWLEDGE = (
    ("book", 0.26, 0.50), ("globe", 0.74, 0.46), ("key", 0.36, 0.26), ("hourglass", 0.65, 0.26),
    ("book", 0.86, 0.70), ("balance", 0.14, 0.74),
)  # fmt: skip
"""What turns about somebody who understands: things, and where they hover."""


def own_thing(board: Board, *concepts: str) -> Thing | None:
    """The first of the call's things that is one of `concepts`."""
    return next((t for t in board.call.things if t.concept in concepts), None)


def beside(board: Board) -> list[Role]:
    """Everybody but the lead."""
    call = board.call
    return [call.other, *call.extras] if call.other else list(call.extras)


def settled(board: Board) -> None:
    """The picture is whole: everybody stays in place, nobody is added, and of the things only
    what else the text names."""
    board.fixed = True
    named = tuple(thing for thing in board.call.things if not thing.own)
    board.call = replace(board.call, other=None, extras=(), things=named)


def then(
    board: Board, role: Role, motions: tuple[str, str], keys: tuple[Key, Key, Key], *,
    size: float = 1.0, facing: Facing = "right",
) -> None:  # fmt: skip
    """`role` in two motions one after the other; the second begins at the middle key."""
    first, turn, last = keys
    gone = replace(turn, at=min(1.0, turn.at + _CUT), alpha=0.0)
    hidden = replace(turn, at=max(0.0, turn.at - _CUT), alpha=0.0)
    before, after = (replace(role, motion=motion) for motion in motions)
    board.along(before, (first, turn, gone, replace(gone, at=1.0)), size=size, facing=facing)
    board.along(
        after, (replace(hidden, at=0.0), hidden, turn, last), size=size, facing=facing
    )  # fmt: skip


def departure(board: Board) -> None:
    """The train draws out; the lead runs after it, stops, and reaches out in vain."""
    y = board.ground
    board.camera = _STILL
    craft = own_thing(board, *words("aircraft"), "ship", "boat", "bus", "taxi")
    if craft is not None:
        _drives_off(board, craft)
    keys = (Key(0, 0.10, y), Key(0.55, 0.46, y), Key(1, 0.48, y))
    then(board, board.call.lead, ("run", "reach"), keys)
    settled(board)


def _drives_off(board: Board, craft: Thing) -> None:
    """A bus goes along the road, a ship to the horizon, an aeroplane up behind the panes."""
    y = board.ground - 0.02
    if craft.concept in words("aircraft"):
        path = (Key(0, 0.52, 0.50), Key(0.16, 0.54, 0.50), Key(1, 1.05, 0.16, turn_deg=-12))
        board.carry(craft, path, size=0.17 / craft.height, behind=True, motion="float")
        return
    size = min(0.46 / craft.height, 0.5 / max(0.05, board.width(craft)))
    away = Key(1, 1.5, y, scale=0.9)
    if craft.concept in ("ship", "boat"):
        away, y = Key(1, 0.90, 0.64, scale=0.35), y - 0.06
    keys = (Key(0, 0.62, y), Key(0.16, 0.62, y), away)
    board.carry(craft, keys, size=size, behind=True, motion="drive")


def cling(board: Board) -> None:
    """The lead hangs from an edge by both hands, the depth below."""
    board.camera, board.fixed = Camera(pan_y=0.08, zoom_to=1.12, sway=1.5), True
    edge = "ledge" if board.call.setting in words("rocky") else "parapet"
    board.props.append(Prop(edge, (Key(0, 0.90, 1.02),), height=0.78))
    size = 0.40 / board.call.lead.height
    foot = Key(0, 0.655, 0.72)
    slips = (foot, replace(foot, at=0.5, y=0.735), replace(foot, at=0.60, y=0.775),
             replace(foot, at=1, x=0.65, y=0.785, turn_deg=-3))  # fmt: skip
    board.along(board.call.lead, slips, size=size, facing="right")
    for role in beside(board)[:1]:
        kneels = replace(role, motion="crouch") if role.sort == "figure" else role
        board.put(kneels, 0.77, 0.30, size=min(1.0, 0.34 / role.height), facing="left")
    settled(board)


def brink(board: Board) -> None:
    """The lead sways at the very edge."""
    board.camera, board.fixed = Camera(pan_y=0.06, zoom_to=1.14, sway=1.6, shake=0.15), True
    edge = "ledge" if board.call.setting in words("rocky") else "parapet"
    board.props.append(Prop(edge, (Key(0, 0.74, 1.10),), height=0.62))
    sways = tuple(
        Key(at, 0.62 - 0.01 * turn / 8, 0.56, turn_deg=-turn)
        for at, turn in ((0, -3), (0.25, 9), (0.5, -6), (0.75, 13), (1, 4))
    )
    board.along(board.call.lead, sways, size=0.34 / board.call.lead.height, facing="left")
    settled(board)


def feast(board: Board) -> None:
    """A table that bends under its dishes, and the lead at it."""
    table = (Key(0, 0.58, 0.97),)
    board.camera = replace(_STILL, zoom_to=1.12, focus=(0.55, 0.8))
    board.put(board.call.lead, 0.27, board.ground + 0.04, size=1.25)
    for role, x in zip(beside(board), (0.90,), strict=False):
        board.put(role, x, board.ground + 0.04, size=1.15, facing="left")
    board.props.append(Prop("laid_table", table, height=0.46, glow=True))
    settled(board)


def dead_phone(board: Board) -> None:
    """The lead presses and presses; the telephone looms, its numbers fall off it."""
    board.camera = replace(_STILL, zoom_to=1.10)
    board.put(board.call.lead, 0.28, size=1.15)
    shakes = tuple(
        Key(at, 0.66, 0.82, turn_deg=turn) for at, turn in ((0, -3), (0.3, 4), (0.6, -5), (1, 3))
    )
    board.props.append(Prop("phone", shakes, height=0.58, motion="ring", glow=True))
    for number, at in enumerate((0.25, 0.5, 0.75)):
        x = 0.60 + 0.08 * number
        fall = (Key(0, x, 0.5, alpha=0), Key(at, x, 0.50), Key(min(1, at + 0.3), x + 0.05, 0.90,
                turn_deg=80), Key(1, x + 0.05, 0.90, turn_deg=80))  # fmt: skip
        board.props.append(Prop("numbers", fall, height=0.10))
    settled(board)


def no_toilet(board: Board) -> None:
    """Door after door and none that opens; the lead cannot wait."""
    board.camera, board.fixed = Camera(zoom_from=1.12, zoom_to=1.0, sway=1.2, shake=0.12), True
    for x in (0.17, 0.37, 0.83):
        foot = (Key(0, x, board.ground - 0.02),)
        board.props.append(Prop("door", foot, height=0.50, behind=True))
        board.props.append(Prop("lock", (Key(0, x, 0.62),), height=0.08))
    toilet = own_thing(board, "toilet")
    if toilet is not None:
        far = (Key(0, 0.62, 0.52, alpha=0.9), Key(0.5, 0.62, 0.48, alpha=0.7),
               Key(1, 0.62, 0.42, scale=0.7, alpha=0.0))  # fmt: skip
        board.carry(replace(toilet, key=True), far, size=0.18 / toilet.height, motion="float")
    keys = (Key(0, 0.34, board.ground + 0.06), Key(0.5, 0.56, board.ground + 0.06),
            Key(1, 0.60, board.ground + 0.06))  # fmt: skip
    then(board, board.call.lead, ("run", "tremble"), keys)
    settled(board)


def new_room(board: Board) -> None:
    """A door that was never there opens, and light falls out."""
    board.camera = replace(_STILL, zoom_to=1.16, focus=(0.62, 0.5))
    door = own_thing(board, "door")
    if door is not None:
        board.carry(
            replace(door, key=True), (Key(0, 0.64, board.ground),), size=0.58 / door.height,
            behind=True, motion="open",
        )  # fmt: skip
    board.put(board.call.lead, 0.34, to=(0.48, board.ground))
    for role in beside(board)[:1]:
        board.put(role, 0.14, size=0.9)
    settled(board)


def insight(board: Board) -> None:
    """Light, stars and books turn about the lead, who understands."""
    y = board.ground
    board.camera = Camera(zoom_from=1.12, zoom_to=1.0, sway=0.6)
    keys = (Key(0, 0.5, y), Key(0.3, 0.5, y), Key(1, 0.5, y - 0.12))
    board.along(board.call.lead, keys, size=1.2, facing="front")
    for name, x, high in _KNOWLEDGE:
        keys = (Key(0, x, high + 0.30, alpha=0.0), Key(0.4, x, high + 0.04), Key(1, x, high))
        board.props.append(Prop(name, keys, height=0.12, motion="float"))
    settled(board)


def magic(board: Board) -> None:
    """The lead stretches out a hand, and things leave the ground."""
    y = board.ground
    board.camera = Camera(pan_y=-0.05, zoom_to=1.08, sway=0.8)
    board.put(board.call.lead, 0.26, size=1.1)
    for role in beside(board)[:1]:
        board.put(role, 0.88, size=0.9, facing="left")
    small = [t for t in board.call.things if t.sort == "object"][:4]
    spots = ((0.52, 0.40), (0.64, 0.26), (0.74, 0.50), (0.58, 0.62))
    for number, (thing, (x, high)) in enumerate(zip(small, spots, strict=False)):
        at = 0.15 + 0.1 * number
        keys = (Key(0, x, y + 0.04), Key(at, x, y + 0.04), Key(min(1, at + 0.5), x, high),
                Key(1, x + 0.02, high - 0.03, turn_deg=10))  # fmt: skip
        size = 0.15 / thing.height
        board.carry(replace(thing, key=number == 0), keys, size=size, motion="float")
    settled(board)


def lesson(board: Board) -> None:
    """In a row of desks, seen from behind; the teacher before the board."""
    others = beside(board)
    teacher = next((r for r in others if r.concept in ("teacher", "professor")), None)
    front = teacher or replace(board.call.lead, concept="teacher", clothes="")
    board.put(replace(front, motion="talk"), 0.34, 0.70, size=0.92, facing="right")
    _in_rows(board, [r for r in others if r is not teacher])


def in_class(board: Board) -> None:
    """In a row of desks, seen from behind, before the empty board."""
    _in_rows(board, beside(board))


def _in_rows(board: Board, others: list[Role]) -> None:
    board.camera = replace(_STILL, zoom_to=1.08)
    board.put(replace(board.call.lead, motion="sit_chair"), 0.60, 1.12, size=1.4, facing="back")
    for role, x in zip(others, (0.30, 0.86), strict=False):
        board.put(replace(role, motion="sit_chair"), x, 1.08, size=1.2, facing="back")
    settled(board)


def blank_exam(board: Board) -> None:
    """The sheet is empty, and grows; the clock does not wait."""
    board.put(replace(board.call.lead, motion="write"), 0.34, size=1.1)
    keys = (Key(0, 0.47, 0.66, scale=0.3), Key(0.25, 0.47, 0.66, scale=0.3),
            Key(0.6, 0.66, 0.84), Key(1, 0.67, 0.86, turn_deg=3))  # fmt: skip
    board.props.append(Prop("blank_sheet", keys, height=0.52, glow=True))
    settled(board)


def cinema(board: Board) -> None:
    """From behind, alone among the seats, the light of the screen over the head."""
    board.fixed = True
    board.camera = replace(_STILL, zoom_to=1.10, focus=(0.5, 0.4))
    board.put(replace(board.call.lead, motion="sit_chair"), 0.5, 1.06, size=1.35, facing="back")
    for role, x in zip(beside(board), (0.70, 0.30), strict=False):
        board.put(replace(role, motion="sit_chair"), x, 1.04, size=1.3, facing="back")
    settled(board)


def stage_fright(board: Board) -> None:
    """Alone in the light before the backs of many heads."""
    board.fixed = True
    board.camera = replace(_STILL, zoom_to=1.12, focus=(0.5, 0.5))
    y = board.ground - 0.06
    board.put(board.call.lead, 0.5, y, size=1.0, facing="front")
    mic = own_thing(board, "microphone")
    if mic is not None:
        board.lay(mic, 0.575, y - 0.02, size=0.2 / mic.height)
    rows = (("man", 0.08), ("woman", 0.22), ("man", 0.36), ("woman", 0.66), ("man", 0.80),
            ("woman", 0.93))  # fmt: skip
    for concept, x in rows:
        role = replace(board.call.lead, concept=concept, clothes="black", motion="sit_chair")
        board.along(role, (Key(0, x, 1.19),), size=1.0, facing="back")
    settled(board)


def lift_drop(board: Board) -> None:
    """The cabin falls: the floor is no longer under the feet."""
    board.camera, y = Camera(zoom_from=1.02, zoom_to=1.14, sway=1.4, shake=1.0), board.ground
    board.fixed = True
    lead = board.call.lead
    up = (Key(0, 0.42, y + 0.03), Key(0.36, 0.42, y + 0.03), Key(1, 0.44, y - 0.16, turn_deg=9))
    then(board, lead, ("stand", "levitate"), up, size=1.1)
    for role in beside(board)[:1]:
        keys = (
            Key(0, 0.64, y + 0.03),
            Key(0.4, 0.64, y + 0.03),
            Key(1, 0.62, y - 0.12, turn_deg=-8),
        )
        board.along(role, keys, size=1.0, facing="left")
    settled(board)


def lift_sideways(board: Board) -> None:
    """The cabin goes off to one side: it throws those in it to the other."""
    board.camera, y = Camera(zoom_from=1.04, zoom_to=1.10, sway=1.2, shake=0.35), board.ground
    board.fixed = True
    leans = (Key(0, 0.40, y + 0.03), Key(0.25, 0.40, y + 0.03),
             Key(0.4, 0.34, y + 0.03, turn_deg=-7),
             Key(1, 0.35, y + 0.03, turn_deg=-5))  # fmt: skip
    board.along(board.call.lead, leans, size=1.1)
    for role in beside(board)[:1]:
        board.put(role, 0.70, y + 0.03, facing="left")
    settled(board)


def lost_baby(board: Board) -> None:
    """An empty cradle, and a small light that goes up from it."""
    board.put(board.call.lead, 0.34, size=1.1)
    cradle = own_thing(board, "cradle")
    if cradle is not None:
        board.lay(cradle, 0.62, board.ground + 0.03, size=0.24 / cradle.height, motion="sway")
    keys = (Key(0, 0.62, 0.66, alpha=0.0), Key(0.3, 0.62, 0.60), Key(1, 0.70, 0.10, alpha=0.25))
    board.props.append(Prop("star", keys, height=0.07, glow=True, motion="float"))
    board.effects = [e for e in board.effects if e.name != "rising_water"]
    settled(board)


def into_arms(board: Board) -> None:
    """It leaps, and is held: an omen of somebody to come."""
    y, other = board.ground, board.call.other
    if other is None:
        board.put(board.call.lead, 0.44, size=1.1)
        return
    size = min(1.0, 0.34 / max(0.05, board.width(other)), 0.34 / other.height)
    size = max(size, 0.16 / other.height)
    high = y - 0.14
    keys = (Key(0, 0.92, y + 0.02), Key(0.2, 0.88, y + 0.04), Key(0.5, 0.68, 0.44, turn_deg=-14),
            Key(0.75, 0.50, high), Key(1, 0.49, high))  # fmt: skip
    leaps = replace(other, motion="swim" if other.sort == "swimmer" else other.motion)
    board.put(board.call.lead, 0.36, size=1.15)
    board.along(leaps, keys, size=size, facing="left")
    board.effects.append(Effect("light_rays", 0.1, 0.8))
    settled(board)
