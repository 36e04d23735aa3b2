"""Nightmares that many people know: what looms, presses, swarms, winds and falls."""

from dataclasses import replace

from mongyudo.backends.director.blocking.core import Board, Role, Thing
from mongyudo.backends.director.blocking.dreams import beside, own_thing, settled
from mongyudo.backends.director.blocking.events import bed
from mongyudo.backends.director.blocking.travel import aboard, vehicle
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Camera, Effect, Key, Prop

_STILL = Camera(zoom_from=1.0, zoom_to=1.06, sway=0.8)

_RING = ((0.10, 0.0, 1.12), (0.26, -0.05, 0.94), (0.74, -0.05, 0.94), (0.90, 0.0, 1.12))
"""Where those who surround the lead stand: x, below the ground line, size."""

_NEAR = 4.6
"""How large a face grows that comes too near."""

_SWARM = (
    (0.20, 0.90, 1.0), (0.42, 0.95, 1.2), (0.62, 0.88, 0.9), (0.84, 0.94, 1.1), (0.70, 0.74, 0.7),
)  # fmt: skip
"""Where the swarms of the vermin creep: x, y and their size."""

_LEAST = 0.16
"""No swarm is lower than this share of the frame's height."""


_DOWN = (
    Key(0, 0.98, 0.18, scale=0.6, turn_deg=-24), Key(0.15, 0.92, 0.24, scale=0.65, turn_deg=-26),
    Key(0.62, 0.60, 0.74, scale=1.0, turn_deg=-38), Key(1, 0.59, 0.76, turn_deg=-38),
)  # fmt: skip
"""The way of what falls out of the sky."""


def face_close(board: Board) -> None:
    """A face comes so near that it fills the picture."""
    call = board.call
    other = call.other or replace(call.lead, concept="ghost", clothes="")
    tall = 0.36 / max(0.05, other.height)
    near = Key(1, 0.60, 0.50 + 0.88 * 0.36 * _NEAR, scale=_NEAR)
    keys = (Key(0, 0.66, 0.84, scale=1.0), Key(0.22, 0.66, 0.86, scale=1.05), near)
    board.camera, board.fixed = Camera(zoom_to=1.04, sway=1.4, shake=0.2), True
    board.put(call.lead, 0.20, size=1.0)
    face = other.face if other.face in words("lacking_a_feature") else "stern"
    staring = replace(other, motion="stand", face=face, menace=False)
    board.used.append(other)
    board.along(staring, keys, size=tall, facing="front")
    settled(board)


def presence(board: Board) -> None:
    """Nobody is there; yet somebody stands behind, darker than the room."""
    call, y = board.call, board.ground
    board.camera, board.fixed = Camera(zoom_to=1.14, sway=1.0, focus=(0.44, 0.5)), True
    shade = replace(call.lead, concept="shadow", clothes="", motion="stand", face="plain")
    keys = (Key(0, 0.66, y - 0.04, alpha=0.0), Key(0.35, 0.64, y - 0.04, alpha=0.25),
            Key(1, 0.56, y - 0.02, alpha=0.9))  # fmt: skip
    board.along(shade, keys, size=1.35, facing="left")
    board.put(call.lead, 0.36, size=1.05, facing="left")
    settled(board)


def own_body(board: Board) -> None:
    """The dreamer stands beside their own bier, pale and light."""
    y, lead = board.ground, board.call.lead
    board.fixed = True
    rests = replace(lead, motion="sleep", face="sleeping")
    bier = own_thing(board, "coffin", "bier", "bed")
    if bier is not None:
        board.props.append(Prop("bed", (Key(0, 0.60, y + 0.08),), height=0.20, behind=True))
    board.along(rests, (Key(0, 0.60, y - 0.02),), size=0.95)
    keys = (Key(0, 0.26, y, alpha=0.35), Key(0.4, 0.28, y, alpha=0.75), Key(1, 0.30, y, alpha=0.75))
    board.along(lead, keys, size=1.0)
    settled(board)


def seen_from_above(board: Board) -> None:
    """The dreamer asleep, and under the ceiling the dreamer again, looking down."""
    board.call = replace(board.call, other=None, extras=())  # nobody else is in the room
    bed(board)
    other = replace(board.call.lead, motion="fly", face="plain")
    keys = (Key(0, 0.62, 0.40, alpha=0.4), Key(0.4, 0.55, 0.45), Key(1, 0.52, 0.48))
    board.along(other, keys, size=0.95, facing="left")
    settled(board)


def surround(board: Board) -> None:
    """Dark figures on all sides; they come nearer, the lead grows small."""
    call = board.call
    board.camera, board.fixed = Camera(zoom_to=1.12, sway=1.0, shake=0.1), True
    board.put(call.lead, 0.5, board.ground + 0.02, size=0.84)
    foe = _single(call.other, call.lead)
    for x, down, size in _RING:
        nearer = x + (0.5 - x) * 0.22
        keys = (Key(0, x, board.ground + down), Key(1, nearer, board.ground + down, scale=1.1))
        board.along(foe, keys, size=size, facing="right" if x < 0.5 else "left")
    settled(board)


def _single(other: Role | None, lead: Role) -> Role:
    """One of those who surround: a crowd is drawn as single people."""
    many = {
        "crowd": "stranger", "children": "boy", "students": "student", "soldiers": "soldier",
        "friends": "friend",
    }  # fmt: skip
    if other is None:
        return replace(lead, concept="stranger", clothes="black", menace=True, motion="stand")
    alone = many.get(other.concept, other.concept)
    changed = alone != other.concept
    return replace(
        other, concept=alone, menace=other.concept in ("crowd", "stranger", "man"),
        motion="stand", height=lead.height * 1.06 if changed else other.height,
        proportion=lead.proportion if changed else other.proportion,
    )  # fmt: skip


def smother(board: Board) -> None:
    """On the bed, with a weight on the chest that sinks lower and lower."""
    y, call = board.ground + 0.04, board.call
    board.camera = Camera(zoom_from=1.02, zoom_to=1.20, sway=0.8, focus=(0.44, 0.62))
    bed = own_thing(board, "bed", "couch")
    top = y
    if bed is not None:
        size = min(0.34 / bed.height, 0.5 / max(0.05, board.width(bed)))
        board.lay(bed, 0.44, y, size=size, behind=True)
        top = y - bed.height * size * 0.36
    board.put(replace(call.lead, motion="lie"), 0.42, top)
    press = (
        Key(0, 0.46, 0.10),
        Key(0.3, 0.46, 0.34),
        Key(0.7, 0.45, top - 0.03),
        Key(1, 0.45, top + 0.01),
    )
    board.props.append(Prop("rock", press, height=0.30))
    settled(board)


def sky_crash(board: Board) -> None:
    """Something large comes down out of the sky, burning; the lead small before it."""
    call = board.call
    board.fixed = True
    craft = own_thing(board, *words("aircraft"), "meteor", "satellite", "star", "rocket")
    board.effects = [e for e in board.effects if e.name not in ("flash", "streaks")]
    if craft is not None:
        size = min(0.50 / craft.height, 0.46 / max(0.05, board.width(craft)))
        board.carry(craft, _DOWN, size=size, behind=True, motion="tremble")
        for lag in (0.05, 0.10, 0.15):
            puff = tuple(
                Key(min(0.99, k.at + lag), k.x + 0.06, k.y - 0.10, k.scale) for k in _DOWN[:3]
            )
            path = (*puff, replace(puff[-1], at=1.0))
            board.props.append(Prop("smoke", path, height=0.16, behind=True))
    board.effects += [Effect("impact", 0.0, 1.0), Effect("fire", -1.2, 0.8)]
    board.put(call.lead, 0.20, size=0.8)
    for role in beside(board)[:1]:
        board.put(role, 0.36, size=0.76)
    settled(board)


def hybrid(board: Board) -> None:
    """Half beast, half human, it steps out of the mist."""
    call, y = board.call, board.ground
    board.fixed = True
    board.put(call.lead, 0.24, size=0.9)
    beasts = [r for r in beside(board) if r.sort == "walker"]
    body = replace(call.lead, concept="man", clothes="rags", motion="stand", face="stern")
    keys = (Key(0.05, 0.68, y, alpha=0.0), Key(0.45, 0.66, y), Key(1, 0.64, y, scale=1.06))
    board.along(body, keys, size=1.35, facing="left")
    neck = body.height * 1.35 * 0.70
    above = tuple(replace(k, y=y - neck * k.scale) for k in keys)
    head = Prop(_head_of(beasts), above, height=0.23)
    board.props.append(head)
    settled(board)


_HEADS = {
    "cow": "cow", "ox": "cow", "milk_cow": "cow", "calf": "cow", "goat": "goat", "sheep": "goat",
    "deer": "goat", "horse": "horse", "donkey": "horse", "dog": "dog", "puppy": "dog",
    "fox": "wolf", "wolf": "wolf", "bear": "wolf", "cat": "cat", "mouse": "cat", "rabbit": "cat",
    "tiger": "tiger", "lion": "tiger", "leopard": "tiger", "pig": "pig", "boar": "pig",
    "bird": "bird", "eagle": "bird", "chicken": "bird", "crow": "bird", "owl": "bird",
    "snake": "snake", "big_snake": "snake", "dragon": "snake", "lizard": "snake",
}  # fmt: skip
"""The head that each animal lends."""


def _head_of(beasts: list[Role]) -> str:
    return f"{_HEADS.get(beasts[0].concept, 'cow') if beasts else 'cow'}_head"


def ufo(board: Board) -> None:
    """A saucer over the field, a column of light under it."""
    call = board.call
    board.fixed = True
    craft = own_thing(board, *words("aircraft"))
    if craft is not None:
        size = min(0.30 / craft.height, 0.40 / max(0.05, board.width(craft)))
        keys = (Key(0, 0.80, 0.16, scale=0.4), Key(0.45, 0.64, 0.36), Key(1, 0.63, 0.36))
        board.carry(replace(craft, key=True), keys, size=size, motion="float")
    board.put(call.lead, 0.26, size=0.9)
    for role in beside(board)[:1]:
        keys = (Key(0.5, 0.63, 0.78, alpha=0), Key(0.7, 0.63, 0.78), Key(1, 0.63, 0.78))
        board.along(role, keys, size=0.8, facing="left")
    settled(board)


def tied_up(board: Board) -> None:
    """On a chair, rope upon rope."""
    seated = replace(board.call.lead, motion="sit_chair")
    board.put(seated, 0.46, board.ground + 0.02, size=1.25)
    for role, x in zip(beside(board), (0.80, 0.14), strict=False):
        board.put(role, x, size=1.0, facing="left" if x > 0.5 else "right")
    settled(board)


def entwine(board: Board) -> None:
    """It creeps up; then its coils close about the lead, one above the other."""
    call, y = board.call, board.ground
    board.camera = Camera(zoom_to=1.16, sway=1.0, focus=(0.5, 0.6))
    post = next((t for t in call.things if t.concept in words("wound_about")), None)
    if post is not None:
        wind_about(board, post)
        return
    size = 0.46 / call.lead.height
    board.along(call.lead, (Key(0, 0.46, y), Key(1, 0.46, y)), size=size)
    if call.other is not None:
        snake = replace(call.other, motion="crawl", menace=False)
        wide = max(0.05, board.width(snake))
        low = y + 0.05
        near = (
            Key(0, 0.92, low),
            Key(0.3, 0.62, low),
            Key(0.36, 0.58, low, alpha=0),
            Key(1, 0.58, low, alpha=0),
        )
        board.along(snake, near, size=min(1.0, 0.42 / wide), facing="left")
    coil = (Key(0, 0.46, y + 0.04, alpha=0.0), Key(0.3, 0.46, y + 0.04, alpha=0.0),
            Key(0.38, 0.46, y + 0.04, scale=0.94), Key(1, 0.46, y + 0.04, scale=1.05))  # fmt: skip
    board.props.append(Prop("snake_coils", coil, height=0.42))
    settled(board)


def wind_about(board: Board, post: Thing) -> None:
    """구렁이가 감나무를 감고 있었다: its coils lie about a tree, and the lead sees it."""
    y = board.ground
    board.lay(post, 0.62, y + 0.02, size=min(1.5, 0.72 / post.height))
    coils = (Key(0, 0.62, y + 0.03, scale=0.96), Key(1, 0.62, y + 0.03, scale=1.04))
    board.props.append(Prop("snake_coils", coils, height=0.46))
    board.put(replace(board.call.lead, motion="watch"), 0.22)
    board.used += [role for role in (board.call.other,) if role]
    settled(board)


def infest(board: Board) -> None:
    """They come from everywhere, over floor and wall."""
    call = board.call
    board.put(call.lead, 0.36, size=1.0)
    others = beside(board)
    for number, (x, y, size) in enumerate(_SWARM):
        if not others:
            break
        role = others[number % len(others)]
        wide = max(0.05, board.width(role))
        fit = max(size * min(0.26 / wide, 0.22 / role.height), _LEAST / role.height)
        away = -0.06 if number % 2 else 0.06
        board.put(role, x, y, to=(x + away, y), size=fit, facing="right" if away > 0 else "left")
    settled(board)


def rooted(board: Board) -> None:
    """The feet will not leave the ground; the shadow comes on."""
    call = board.call
    board.camera = Camera(zoom_to=1.14, sway=1.0, focus=(0.42, 0.6))
    board.put(call.lead, 0.42, size=1.05)
    if call.other is not None:
        size = min(1.0, 0.5 / max(0.05, board.width(call.other)))
        board.put(call.other, 0.90, to=(0.70, board.ground), size=size, facing="left")
    for x in (0.385, 0.455):
        board.props.append(Prop("root", (Key(0, x, board.ground + 0.06),), height=0.10))
    settled(board)


def tempest(board: Board) -> None:
    """Leaning against the wind; a whirlwind where the text has one."""
    board.put(board.call.lead, 0.34, to=(0.37, board.ground), size=0.9)
    whirl = own_thing(board, "tornado")
    if whirl is not None:
        keys = (Key(0, 0.96, 0.76, scale=0.7), Key(1, 0.66, 0.80, scale=1.15))
        board.carry(whirl, keys, size=0.62 / whirl.height, behind=True, motion="sway")
    for role, x in zip(beside(board), (0.58, 0.80), strict=False):
        board.put(role, x, size=0.85, facing="left")
    settled(board)


def runaway(board: Board) -> None:
    """What will not stop, seen from within, or from beside where it has no cabin."""
    call = board.call
    board.call = replace(
        call, things=tuple(t for t in call.things if t.concept != "steering_wheel")
    )
    if call.setting in words("seated"):
        aboard(board)
    else:
        vehicle(board)
        board.camera = replace(board.camera, pan_x=max(1.3, board.camera.pan_x))


def tidal_wave(board: Board) -> None:
    """A wave as high as a house comes in; the lead small before it."""
    board.put(board.call.lead, 0.24, size=0.7)
    for role, x in zip(beside(board), (0.10, 0.36), strict=False):
        board.put(role, x, size=0.66)
    settled(board)
