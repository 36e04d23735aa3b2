"""Things that change before somebody's eyes: they shrink, tilt, melt, breathe, come off, spill."""

from dataclasses import replace

from mongyudo.backends.director.blocking.core import Board, Thing
from mongyudo.backends.director.blocking.people import of_a_thing, solo
from mongyudo.backends.director.blocking.showing import show
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Effect, Key

_X, _TALL = 0.62, 0.26
"""Where the thing is shown, and how tall at least."""

_MOST_LOOSE = 0.36
"""A thing taller than this share of the frame's height does not drop off whole."""

_DWINDLED = 0.4
"""What is left of somebody who grows small."""

_LEAST_DROP = 0.085
"""A drop is a share of the frame's height so large."""

_DRIPS = ((0.0, -0.035), (0.22, 0.03), (0.45, -0.005), (0.66, 0.045))
"""When drops fall, and how far beside the middle of what leaks."""

_JETS = ((0.05, -0.16, 0.30), (0.1, 0.06, 0.42), (0.2, 0.14, 0.34), (0.27, -0.12, 0.36),
         (0.35, -0.08, 0.40), (0.42, 0.10, 0.40), (0.5, 0.19, 0.28), (0.58, -0.15, 0.33),
         (0.65, 0.03, 0.44))  # fmt: skip
"""When drops spurt, how far to the side they come down, and how high they fly."""

_STREWN = ((0.05, -0.17), (0.12, 0.13), (0.2, -0.06), (0.3, 0.20), (0.38, 0.05))
"""When each of what spills falls, and how far beside the place where it came from."""


def shrinking(board: Board) -> None:
    """A thing grows small, and the lead looks at it; or the lead does."""
    if board.call.hero_thing is None:
        keys = (Key(0, 0.46, board.ground), Key(0.2, 0.46, board.ground),
                Key(0.8, 0.46, board.ground, scale=_DWINDLED))  # fmt: skip
        board.along(board.call.lead, keys, size=1.1)
        return
    _changed(board, "shrink")


def tilting(board: Board) -> None:
    """A thing leans over."""
    _changed(board, "tilt")


def toppling(board: Board) -> None:
    """A thing turns upside down."""
    _changed(board, "topple")


def folding(board: Board) -> None:
    """A thing folds up."""
    _changed(board, "fold")


def unfolding(board: Board) -> None:
    """A thing opens out."""
    _changed(board, "unfold")


def withering(board: Board) -> None:
    """A thing dries up and bows down."""
    _changed(board, "wither")


def melting(board: Board) -> None:
    """A thing runs down into a puddle of itself."""
    _drip(board, _changed(board, "melt"))


def dripping(board: Board) -> None:
    """A thing leaks: drop after drop comes off it."""
    _drip(board, _changed(board, "still"))


def spurting(board: Board) -> None:
    """It bursts out of a thing, up and to all sides."""
    place = _changed(board, "shake")
    if place is None:
        return
    _jets(board, *place)


def _jets(board: Board, x: float, y: float, top: float) -> None:
    for at, side, high in _JETS:
        keys = (Key(at, x, top, alpha=0.0), Key(at + 0.02, x, top),
                Key(at + 0.14, x + side * 0.6, top - high * 0.5),
                Key(at + 0.32, x + side, y, alpha=0.0))  # fmt: skip
        board.carry(_drop(board), keys)


def spouting(board: Board) -> None:
    """An animal blows water, up and to all sides; or fire, from its mouth."""
    call = board.call
    role = call.lead
    size = min(max(1.0, 0.34 / role.height), 0.45 / max(0.05, board.width(role)))
    foot = board.ground if role.sort in ("walker", "figure") else board.ground - 0.06
    board.put(role, _X - 0.12, foot, size=size)
    fire = next((t for t in call.things if t.concept == "fire"), None)
    if fire is None:
        _jets(board, _X - 0.12, board.ground, foot - role.height * size * 0.9)
    else:
        _flames(board, fire, _X - 0.12 + board.width(role, size) / 2, foot)
    if call.other is not None:
        board.put(call.other, 0.18, size=0.9)


def _flames(board: Board, fire: Thing, x: float, foot: float) -> None:
    """Fire that comes out of a mouth at `x`, and grows as it flies."""
    lead = board.actors[-1]
    high = foot - 0.55 * lead.height
    for number in range(_BURSTS):
        start = 0.1 + 0.22 * number
        keys = (Key(start, x, high, scale=0.3, alpha=0.0), Key(start + 0.03, x, high, scale=0.4),
                Key(start + 0.3, x + 0.16, high + 0.05),
                Key(start + 0.4, x + 0.22, high + 0.06, scale=1.1, alpha=0.0))  # fmt: skip
        board.carry(fire, keys, size=0.16 / fire.height)


_BURSTS = 3
"""So often a beast breathes fire in a picture."""


def breathing(board: Board) -> None:
    """A thing swells and sinks as if it were alive."""
    _changed(board, "breathe")


def coming_off(board: Board) -> None:
    """A thing comes off and drops to the ground; what is too tall for that leans over."""
    thing = board.call.hero_thing
    if thing is None or thing.height > _MOST_LOOSE:
        _changed(board, "tilt")
        return
    board.put(board.call.lead, 0.28)
    end = board.ground + 0.04
    keys = (Key(0, _X, board.ground - 0.30), Key(0.25, _X, board.ground - 0.30, turn_deg=10),
            Key(0.5, _X + 0.03, end, turn_deg=70), Key(1, _X + 0.04, end, turn_deg=78))  # fmt: skip
    board.carry(replace(thing, key=True), keys, size=thing.made(0.17))


def merging(board: Board) -> None:
    """Two of a thing draw together and are one, larger; or two of those who are there do."""
    call, y = board.call, board.ground
    if call.hero_thing is not None:
        board.put(call.lead, 0.16)
        _two_as_one(board, replace(call.hero_thing, key=True))
    elif call.other is not None:
        meets = (
            Key(0, 0.28, y),
            Key(0.4, 0.40, y),
            Key(0.7, 0.52, y),
            Key(0.85, 0.52, y, scale=1.2),
        )
        fades = (Key(0, 0.78, y), Key(0.4, 0.70, y), Key(0.6, 0.62, y, alpha=0.0))
        board.along(call.lead, meets)
        board.along(call.other, fades, facing="left")
    else:
        solo(board)


def _two_as_one(board: Board, thing: Thing) -> None:
    high = 0.5 if thing.concept in words("aloft") else board.ground + 0.02
    size = thing.made(0.2)
    for start in (0.36, 0.88):
        keys = (Key(0, start, high), Key(0.12, start, high), Key(0.55, _X, high),
                Key(0.6, _X, high, alpha=0.0))  # fmt: skip
        board.carry(thing, keys, size=size)
    one = (Key(0.52, _X, high, alpha=0.0), Key(0.58, _X, high), Key(0.75, _X, high, scale=1.35))
    board.carry(thing, one, size=size)


def boiling(board: Board) -> None:
    """A thing seethes, and steam comes off it."""
    if _changed(board, "shake") is not None:
        board.effects.append(Effect("smoke", 0.25, 0.5))


@of_a_thing
def spilling(board: Board, thing: Thing) -> None:
    """Many of a thing fall down and lie about."""
    board.put(board.call.lead, 0.28)
    size = thing.made(0.12)
    for number, (at, side) in enumerate(_STREWN):
        lies = Key(at + 0.3, _X + side, board.ground + 0.03 + 0.015 * (number % 3),
                   turn_deg=40.0 * (number - 2))  # fmt: skip
        keys = (Key(at, _X + side * 0.3, board.ground - 0.42, alpha=0.0),
                Key(at + 0.04, _X + side * 0.35, board.ground - 0.40), lies)  # fmt: skip
        board.carry(replace(thing, key=number == 0), keys, size=size)


def beholding(board: Board) -> None:
    """The lead looks at what happens in the middle; the other does from beyond it."""
    board.put(board.call.lead, 0.27)
    if board.call.other is not None:
        board.put(board.call.other, 0.88, size=0.95, facing="left")


def _changed(board: Board, motion: str) -> tuple[float, float, float] | None:
    """Show the thing in `motion`: where it stands and how high it reaches; None for no thing."""
    thing = board.call.hero_thing
    if thing is None:
        solo(board)
        return None
    board.put(board.call.lead, 0.28)
    show(board, replace(thing, key=True), _X, _TALL, motion)
    shown = next(p for p in reversed(board.props) if p.concept == thing.concept)
    place = shown.path[-1]
    return place.x, place.y, place.y - shown.height


def _drip(board: Board, place: tuple[float, float, float] | None) -> None:
    if place is None:
        return
    x, y, top = place
    for at, side in _DRIPS:
        start = Key(at, x + side, top + (y - top) * 0.55, alpha=0.0)
        keys = (start, replace(start, at=at + 0.05, alpha=1.0),
                Key(at + 0.22, x + side, y + 0.06),
                Key(at + 0.3, x + side, y + 0.07, alpha=0.0))  # fmt: skip
        board.carry(_drop(board), keys)


def _drop(board: Board) -> Thing:
    """A drop of what is told of, blood for instance."""
    bloody = any(thing.concept == "blood_drop" for thing in board.call.things)
    return Thing("blood_drop" if bloody else "droplet", _LEAST_DROP)
