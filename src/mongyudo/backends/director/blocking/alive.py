"""Things that come to life before somebody's eyes, stick to them, spread, or close in on them."""

from collections.abc import Sequence
from dataclasses import replace

from mongyudo.backends.director.blocking.core import SKY, Board, Role, Thing
from mongyudo.backends.director.blocking.people import of_a_thing
from mongyudo.backends.director.blocking.showing import show
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Camera, Key, Prop

_X, _TALL = 0.62, 0.34
"""Where a thing is shown that comes to life, and how tall at least."""

_EYE, _MOUTH = 0.2, 0.26
"""How large the eyes and the mouth of a thing are, as shares of its height."""

_LEAST_EYE = 0.06
"""So large must an eye be, as a share of the frame's height, to be seen."""

_SPREAD = ((0.02, 0.58, 0.03), (0.10, 0.74, 0.05), (0.18, 0.66, 0.09), (0.26, 0.48, 0.09),
           (0.34, 0.84, 0.08), (0.42, 0.56, 0.14), (0.50, 0.16, 0.08), (0.58, 0.76, 0.15),
           (0.66, 0.92, 0.13), (0.74, 0.38, 0.15))  # fmt: skip
"""When the next of what spreads is there, and where: across, and below the ground line."""


@of_a_thing
def staring(board: Board, thing: Thing) -> None:
    """A thing opens its eyes and looks at the lead."""
    _with_a_face(board, thing, eats=False)


@of_a_thing
def biting(board: Board, thing: Thing) -> None:
    """A thing has a mouth, and laughs with it or bites."""
    _with_a_face(board, thing, eats=True)


def _with_a_face(board: Board, thing: Thing, *, eats: bool) -> None:
    board.put(board.call.lead, 0.26)
    show(board, replace(thing, key=True), _X, _TALL)
    for shown in [p for p in board.props if p.concept == thing.concept]:
        _opens_a_face(board, shown, eats=eats)


def _opens_a_face(board: Board, thing: Prop, *, eats: bool) -> None:
    place, high = thing.path[-1], thing.height
    if thing.concept != "eye":
        eye = max(_LEAST_EYE, high * _EYE)
        for side in (-0.5, 0.5):
            _opens(board, "eye", place.x + side * eye, place.y - high * 0.62, eye)
    if eats:
        _opens(board, "mouth", place.x, place.y - high * 0.2, max(0.06, high * _MOUTH))


def _opens(board: Board, concept: str, x: float, y: float, tall: float) -> None:
    keys = (Key(0, x, y, scale=0.3, alpha=0.0), Key(0.2, x, y, scale=0.3, alpha=0.0),
            Key(0.4, x, y))  # fmt: skip
    board.carry(Thing(concept, tall, key=True, own=True), keys)


@of_a_thing
def hopping(board: Board, thing: Thing) -> None:
    """A thing jumps about by itself."""
    board.put(board.call.lead, 0.26)
    size, y = thing.made(0.2), board.ground + 0.02
    size = min(size, 0.4 / max(0.05, board.width(thing)))
    keys = tuple(
        Key(0.1 * n, 0.56 + 0.024 * n, y - (0.16 if n % 2 else 0.0), turn_deg=8.0 * (n % 4 - 1))
        for n in range(11)
    )
    board.carry(replace(thing, key=True), keys, size=size)


@of_a_thing
def spreading(board: Board, thing: Thing) -> None:
    """There is more and more of a thing, until it lies everywhere."""
    board.put(board.call.lead, 0.30)
    size = min(thing.made(0.15), 0.2 / max(0.05, board.width(thing)))
    for number, (at, x, low) in enumerate(_SPREAD):
        y = 0.30 + 1.6 * low if thing.place == SKY else board.ground + low
        keys = (Key(at, x, y, scale=0.3, alpha=0.0), Key(at + 0.1, x, y))
        board.carry(replace(thing, key=number == 0), keys, size=size)


def _several(board: Board, thing: Thing, places: Sequence[float]) -> None:
    """As many of a thing as are told of come to light side by side."""
    board.put(board.call.lead, 0.20)
    high = 0.36 if thing.concept in words("aloft") else board.ground
    high = board.ground - 0.12 if thing.concept in words("body") else high
    size = min(0.2 / thing.height, 0.8 * (places[1] - places[0]) / max(0.05, board.width(thing)))
    for number, x in enumerate(places):
        at = 0.06 * number
        keys = (Key(at, x, high, scale=0.6, alpha=0.0), Key(at + 0.12, x, high))
        board.carry(replace(thing, key=number == 0), keys, size=size)


@of_a_thing
def two_of(board: Board, thing: Thing) -> None:
    """달이 두 개였다."""
    _several(board, thing, (0.52, 0.76))


@of_a_thing
def three_of(board: Board, thing: Thing) -> None:
    """눈이 세 개였다."""
    _several(board, thing, (0.44, 0.62, 0.80))


@of_a_thing
def four_of(board: Board, thing: Thing) -> None:
    """팔이 네 개였다."""
    _several(board, thing, (0.38, 0.54, 0.70, 0.86))


@of_a_thing
def many_of(board: Board, thing: Thing) -> None:
    """손가락이 여덟 개였다."""
    _several(board, thing, tuple(0.34 + 0.075 * n for n in range(8)))


def sticking(board: Board) -> None:
    """Something comes at the lead's body and stays on it, however they shake."""
    call = board.call
    board.camera = Camera(zoom_to=1.18, sway=1.0, focus=(0.46, 0.6))
    thing, beast = call.hero_thing, call.other
    lead = call.lead
    if thing is not None and lead.sort == "figure":
        lead = replace(lead, motion="recoil")
    board.put(lead, 0.44, size=0.52 / lead.height)
    board.used.append(call.lead)
    if thing is not None:
        size = min(0.17 / thing.height, 0.15 / max(0.05, board.width(thing)))
        board.carry(replace(thing, key=True), _onto(board, 0.455, 0.2), size=size)
    elif beast is not None:
        _clings(board, beast)
    board.fixed = True


def _clings(board: Board, beast: Role) -> None:
    size = min(0.2 / beast.height, 0.2 / max(0.05, board.width(beast)))
    board.along(beast, _onto(board, 0.48, 0.12), size=size, facing="left")


def _onto(board: Board, x: float, high: float) -> tuple[Key, ...]:
    """From beside the lead onto them, and there to the end."""
    y = board.ground
    on = y - high
    return (Key(0, x + 0.26, y + 0.02), Key(0.28, x + 0.14, on - 0.04), Key(0.4, x, on),
            Key(0.6, x + 0.012, on), Key(0.8, x - 0.008, on), Key(1, x, on))  # fmt: skip


def closing_in(board: Board) -> None:
    """Walls come nearer from both sides, until hardly room is left for the lead."""
    board.camera = Camera(zoom_to=1.1, sway=0.6, focus=(0.5, 0.55))
    board.put(board.call.lead, 0.5, size=0.94)
    board.fixed = True
    for start, end in ((-0.30, 0.13), (1.30, 0.87)):
        keys = (Key(0, start, 1.02), Key(0.15, start, 1.02), Key(1, end, 1.02))
        board.carry(Thing("wall", 1.02, 0.55, own=True), keys)


def shut_off(board: Board) -> None:
    """A wall comes down before the lead, and there is no way on."""
    board.camera = Camera(zoom_to=1.08, sway=0.6, focus=(0.5, 0.6))
    board.put(board.call.lead, 0.34)
    board.fixed = True
    low = board.ground + 0.06
    keys = (Key(0, 0.76, -0.02), Key(0.15, 0.76, -0.02), Key(0.5, 0.76, low), Key(1, 0.76, low))
    board.carry(Thing("wall", 0.9, 0.95, own=True), keys)


def lowering(board: Board) -> None:
    """What is overhead comes down upon the lead, who crouches under it."""
    board.camera = Camera(zoom_to=1.08, sway=0.6, focus=(0.5, 0.6))
    board.put(board.call.lead, 0.5)
    board.fixed = True
    low = board.ground - 0.34
    for x in (0.24, 0.76):
        keys = (Key(0, x, -0.02), Key(0.15, x, -0.02), Key(1, x, low))
        board.carry(Thing("wall", 1.02, 0.95, own=True), keys)


def stretching(board: Board) -> None:
    """The way grows longer: whoever goes there is smaller and farther at every step."""
    board.camera = Camera(zoom_from=1.22, zoom_to=1.0, sway=0.4, focus=(0.5, 0.56))
    y = board.ground
    keys = (Key(0, 0.5, y + 0.08, scale=1.25), Key(0.15, 0.5, y + 0.08, scale=1.25),
            Key(1, 0.5, y - 0.13, scale=0.34))  # fmt: skip
    board.along(board.call.lead, keys)
    board.fixed = True
