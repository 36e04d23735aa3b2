"""Events in which somebody is under way: chase, fall, flight, search, a ride."""

from dataclasses import replace

from mongyudo.backends.director.blocking.core import SKY, Board, Role, Thing
from mongyudo.backends.director.blocking.playing import PLAYED_ON
from mongyudo.backends.director.blocking.riders import SEATS_FOR_TWO, riders
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Camera, Effect, Facing, Key

_BEHIND_FOE = ((0.05, -0.04, 0.8), (0.26, 0.07, 0.9), (0.17, -0.09, 0.62), (0.0, 0.05, 0.72))
"""Where the others of a herd run: x, how far below the ground line, and their size."""


_GAINS = 0.06
"""By how much of the frame even the largest pursuer comes nearer."""


def pursuit(board: Board) -> None:
    """The lead flees to the right; the pursuer, larger, gains on them."""
    call, y = board.call, board.ground
    foe = call.other
    if foe is not None:
        size = min(1.0, 0.46 / max(0.05, board.width(foe)))
        high = y - 0.18 if foe.flies else y
        first = board.held_inside(0.12, board.width(foe, size))
        last = max(0.34, first + _GAINS)
        board.along(foe, (Key(0, first, high), Key(1, last, high, scale=1.12)), size=size)
        if foe.menace:
            board.effects.append(Effect("giant_shadow", 0.2, 0.8, concept=foe.concept))
        _horde(board, foe, size)
    start = 0.62 if _runs_on(board) else 0.44
    board.put(call.lead, start, to=(0.74 if _runs_on(board) else 0.90, y), size=0.92)
    friend = next((r for r in call.extras if foe is None or r.concept != foe.concept), None)
    if friend is not None and friend.sort == "figure" and not friend.menace:
        runs = replace(friend, motion="run", face=call.lead.face)
        board.put(runs, 0.80, to=(0.90, y - 0.03), size=0.84)


def _runs_on(board: Board) -> bool:
    """Whether the world runs by; in a place that has an end the runner crosses the picture."""
    return board.call.setting not in words("untracked")


def _horde(board: Board, foe: Role, size: float) -> None:
    """The others of a pursuing herd, on both sides of the first and smaller."""
    others = [r for r in board.call.extras if r.concept == foe.concept]
    for role, (x, down, scale) in zip(others, _BEHIND_FOE, strict=False):
        runs = replace(role, motion=foe.motion, menace=foe.menace, face=foe.face)
        first = board.held_inside(x, board.width(role, size * scale))
        keys = (Key(0, first, board.ground + down), Key(1, first + 0.12, board.ground + down))
        board.along(runs, keys, size=size * scale)


def stride(board: Board) -> None:
    """The lead goes across the picture, with what they carry."""
    call = board.call
    y = board.ground if call.floor else 0.66
    if call.lead.sort == "swimmer" and board.is_dry:
        y += _ON_LAND
    board.put(call.lead, 0.30, y, to=(0.56, y))
    if call.other is not None:
        _companion(board)


_ON_LAND = 0.11
"""How far before the people's feet fish lie, as a share of the frame's height."""


def pushing(board: Board) -> None:
    """The lead walks and pushes something on wheels before them, with what lies on it."""
    call = board.call
    thing = next((t for t in call.things if t.concept in words("pushed_along")), None)
    far, y = (0.20, board.ground)
    board.put(call.lead, 0.28, to=(0.28 + far, y))
    if thing is None:
        return
    size = thing.made(0.30)
    x = 0.28 + board.width(call.lead) / 2 + board.width(thing, size) * 0.42
    first, top = len(board.props), y + 0.01 - _BED * thing.height * size
    load = next((t for t in call.things if t.own and t is not thing and t.sort == "object"), None)
    if load is not None:
        wide = 0.7 * board.width(thing, size) / max(0.02, board.width(load))
        tall = min(wide, max(1.0, _LOAD / load.height))
        board.lay(replace(load, key=True), x, top, to=(x + far, top), size=tall)
    board.lay(thing, x, y + 0.01, to=(x + far, y + 0.01), size=size)
    board.sets.append(range(first, len(board.props)))


_BED, _LOAD = 0.72, 0.16
"""How high what is pushed bears a load, in its own heights, and how tall that is at least."""


def _companion(board: Board) -> None:
    other = board.call.other
    if other is None:
        return
    walks = other.motion in ("walk", "run")
    y = None if other.flies else (board.ground if board.call.floor else 0.62)
    if walks:
        board.put(other, 0.14, y, to=(0.38, y or 0.5), size=0.95)
    else:
        board.put(other, 0.80, y, size=0.95, facing="left")


def run_by(board: Board) -> None:
    """The lead runs while the world runs by."""
    call = board.call
    ends = (0.40, 0.56) if _runs_on(board) else (0.24, 0.80)
    board.put(call.lead, ends[0], to=(ends[1], board.ground))
    if call.other is not None and call.other.motion in ("run", "walk", "fly"):
        board.put(call.other, 0.20, to=(0.34, board.ground), size=0.95)


def plunge(board: Board) -> None:
    """The lead falls, turning, and grows small; a thing may fall instead."""
    call = board.call
    if call.hero_thing is not None:
        if call.hero_thing.concept in words("rains"):
            board.effects.append(Effect("rain_of", 0.3, 1.0, concept=call.hero_thing.concept))
            board.used.append(call.hero_thing)
            _witness(board)
            return
        keys = (Key(0, 0.50, 0.36), Key(1, 0.54, 0.86, scale=0.6, turn_deg=250))
        board.carry(call.hero_thing, keys, size=1.3)
        _witness(board)
        return
    keys = (Key(0, 0.44, 0.52, turn_deg=-10), Key(1, 0.56, 0.66, scale=0.42, turn_deg=150))
    board.along(call.lead, keys)
    if call.other is not None and call.other.motion in ("fall", "fly", "float"):
        board.along(call.other, (Key(0, 0.66, 0.44), Key(1, 0.42, 0.60, scale=0.45, turn_deg=-120)))


def _witness(board: Board) -> None:
    still = replace(board.camera, pan_y=0.0) if abs(board.camera.pan_y) > 0.8 else board.camera
    board.camera = still
    board.effects = [e for e in board.effects if e.name != "streaks"]
    board.put(replace(board.call.lead, motion="watch"), 0.30)


def soar(board: Board) -> None:
    """The lead rises through the air, drawing away."""
    call = board.call
    if call.hero_thing is not None:
        keys = board.aloft((Key(0, 0.34, 0.66), Key(1, 0.66, 0.36)))
        board.carry(call.hero_thing, keys, size=1.2)
        board.put(call.lead, 0.18, size=0.7)
        return
    keys = (Key(0, 0.26, 0.80), Key(0.5, 0.42, 0.62, scale=0.95), Key(1, 0.60, 0.50, scale=0.8))
    board.along(call.lead, board.aloft(keys), size=1.1)
    if call.other is not None and (call.other.flies or call.other.motion in ("fly", "float")):
        other = (Key(0, 0.58, 0.70), Key(1, 0.78, 0.42, scale=0.85))
        board.along(call.other, board.aloft(other), facing="right")


def hover(board: Board) -> None:
    """The lead hangs in the air and drifts."""
    call = board.call
    if call.hero_thing is not None:
        _hovers(board, call.hero_thing)
        board.put(call.lead, 0.24, facing="right")
        return
    board.along(call.lead, board.aloft((Key(0, 0.40, 0.74), Key(1, 0.48, 0.62))), size=1.1)
    if call.other is not None and (call.other.flies or call.other.motion in ("float", "fly")):
        keys = board.aloft((Key(0, 0.72, 0.62), Key(1, 0.70, 0.54)))
        board.along(call.other, keys, facing="left")


def _hovers(board: Board, thing: Thing) -> None:
    """It rises as one looks, or hangs high in the sky already."""
    if thing.place != SKY:
        keys = board.aloft((Key(0, 0.56, 0.54), Key(1, 0.60, 0.44)))
        board.carry(thing, keys, size=1.2)
        return
    size = min(_IN_THE_SKY / thing.height, 0.46 / max(0.05, board.width(thing)))
    board.carry(thing, board.aloft((Key(0, 0.60, 0.44), Key(1, 0.64, 0.41))), size=size)


_IN_THE_SKY = 0.32
"""How tall that is which hangs in the sky, as a share of the frame's height."""


def wander(board: Board) -> None:
    """A small figure in a wide picture, looking for something or somebody far off."""
    call = board.call
    y = board.ground if call.floor else 0.62
    board.put(call.lead, 0.34, y, to=(0.48, y), size=0.7)
    board.camera = replace(board.camera, focus=(0.44, 0.66))
    if call.other is not None:
        keys = (
            Key(0, 0.74, y - 0.06, scale=0.5, alpha=0.7),
            Key(1, 0.80, y - 0.09, scale=0.36, alpha=0.35),
        )
        board.along(replace(call.other, motion="walk"), keys, facing="right")


def ascend(board: Board) -> None:
    """The lead works their way upwards; an animal rises through the whole picture."""
    call = board.call
    if call.lead.sort != "figure":
        size = min(1.3, 0.52 / max(0.05, board.width(call.lead)))
        keys = (Key(0, 0.34, 0.92, turn_deg=-8), Key(1, 0.62, 0.52, turn_deg=-14))
        board.along(call.lead, board.aloft(keys), size=size)
    else:
        keys = (Key(0, 0.38, board.ground + 0.06), Key(1, 0.58, 0.60, scale=0.85))
        board.along(call.lead, keys)
    if call.other is not None and call.other.motion == call.lead.motion:
        board.along(call.other, (Key(0, 0.20, board.ground + 0.05), Key(1, 0.38, 0.66, scale=0.85)))
    elif call.other is not None:
        board.put(call.other, 0.20, size=0.9)


def upstairs(board: Board) -> None:
    """The lead goes up the steps, away from us."""
    keys = (Key(0, 0.50, board.ground), Key(1, 0.50, _LANDING, scale=_FAR))
    _on_the_steps(board, keys, "back")


def downstairs(board: Board) -> None:
    """The lead comes down the steps, towards us."""
    keys = (Key(0, 0.50, _LANDING, scale=_FAR), Key(1, 0.50, board.ground + 0.04))
    _on_the_steps(board, keys, "front")


_LANDING, _FAR = 0.42, 0.42
"""Where the stairs end above, and how small one is there."""


def _on_the_steps(board: Board, keys: tuple[Key, ...], facing: Facing) -> None:
    board.fixed = True
    board.camera = Camera(zoom_to=1.06, sway=0.6)
    lead, other = board.call.lead, board.call.other
    motion = lead.motion if lead.motion in ("run", "crawl") else "walk"
    board.along(replace(lead, motion=motion), keys, facing=facing)
    if other is not None:
        board.put(other, 0.24, size=0.95)


def leap(board: Board) -> None:
    """The lead springs across the picture."""
    y = board.ground
    keys = (Key(0, 0.26, y), Key(0.25, 0.32, y), Key(0.6, 0.5, y - 0.26), Key(1, 0.68, y))
    board.along(board.call.lead, keys)


def afloat(board: Board) -> None:
    """Something drifts on water before the lead, who stands on the bank."""
    call = board.call
    board.effects.append(Effect("rising_water", 0.22, 0.25))
    board.put(call.lead, 0.24, board.ground - 0.06, size=0.9)
    level = board.ground + 0.03
    if call.other is not None:
        keys = (Key(0, 0.58, level, turn_deg=-4), Key(1, 0.66, level + 0.01, turn_deg=5))
        size = max(1.0, min(0.2 / call.other.height, 0.26 / max(0.02, board.width(call.other))))
        board.along(call.other, keys, size=size, facing="left")
    elif call.hero_thing is not None:
        hero = call.hero_thing
        size = hero.made(0.2)
        board.lay(hero, 0.58, level, to=(0.66, level), size=size, turn_deg=8)


def hurl(board: Board) -> None:
    """Something leaves the lead's hand and flies across the picture."""
    call, y = board.call, board.ground
    board.put(call.lead, 0.30, to=(0.36, y))
    thing = min((t for t in call.things if t.own), key=lambda t: t.height, default=None)
    if thing is not None:
        most = _MOST_HURLED if thing.big else _HURLED
        size = min(1.6, thing.made(0.15), most / max(0.05, thing.height))
        hand = y - call.lead.height * 0.8
        keys = (
            Key(0, 0.40, hand, alpha=0.0), Key(0.22, 0.42, hand),
            Key(0.55, 0.58, hand - 0.08, turn_deg=150), Key(0.9, 0.74, y + 0.04, turn_deg=300),
            Key(1, 0.75, y + 0.05, turn_deg=312),
        )  # fmt: skip
        board.carry(replace(thing, key=True), keys, size=size)
    if call.other is not None:
        board.put(call.other, 0.86, size=0.95, facing="left")


_HURLED, _MOST_HURLED = 0.11, 0.3
"""How tall what one hurls is at most, and what is told to be large."""


def swim(board: Board) -> None:
    """The lead swims through the picture."""
    call = board.call
    y = 0.60 if not call.floor else 0.82
    if call.floor:
        board.effects.append(Effect("rising_water", 0.24, 0.27))
    if call.other is not None and call.other.menace:
        _swims_behind(board, call.other)
        return
    board.put(call.lead, 0.30, y, to=(0.58, y - 0.03), size=1.1)
    if call.other is not None:
        _swims_along(board, call.other)


def _swims_along(board: Board, other: Role) -> None:
    """Fish keep under the water's face, people above it."""
    y = 0.60 if not board.call.floor else 0.82
    if other.sort == "swimmer" and board.call.floor:
        low = replace(other, motion="swim")
        size = max(1.0, 0.13 / other.height)
        board.put(low, 0.80, 0.95, to=(0.68, 0.94), size=size, facing="left")
        board.put(low, 0.12, 0.97, to=(0.30, 0.96), size=size * 0.85)
        board.fixed = True
        return
    if other.motion == "swim" and other.sort == "figure":
        board.put(other, 0.04, y - 0.13, to=(0.28, y - 0.15), size=0.9)
        return
    board.put(other, 0.74, y - 0.14, to=(0.80, y - 0.10), facing="left")


def _swims_behind(board: Board, foe: Role) -> None:
    """A shark gains on the swimmer, half under water."""
    y = 0.60 if not board.call.floor else 0.82
    size = min(1.0, 0.42 / max(0.05, board.width(foe)))
    foe = replace(foe, motion="swim")
    first = board.held_inside(0.10, board.width(foe, size))
    low = y + foe.height * size * 0.3
    board.along(foe, (Key(0, first, low), Key(1, 0.36, low, scale=1.1)), size=size)
    board.put(board.call.lead, 0.70, y, to=(0.80, y - 0.02), size=0.95)


def sink(board: Board) -> None:
    """The lead goes down into the deep."""
    call = board.call
    if call.hero_thing is not None:
        board.lay(call.hero_thing, 0.55, 0.45, to=(0.52, 0.86), size=1.3, turn_deg=24)
        board.put(call.lead, 0.2, size=0.8)
        return
    if call.floor:
        board.effects.append(Effect("rising_water", 0.24, 0.6))
        board.along(call.lead, board.aloft((Key(0, 0.46, 0.90), Key(1, 0.50, 1.02))), size=1.1)
        return
    keys = (Key(0, 0.46, 0.62), Key(1, 0.52, 0.86, scale=0.86, turn_deg=12))
    board.along(call.lead, board.aloft(keys), size=1.1)


def vehicle(board: Board) -> None:
    """The lead rides: the vehicle is large, the world runs by."""
    call = board.call
    toy = next((t for t in call.things if t.concept in PLAYED_ON), None)
    if toy is not None:
        PLAYED_ON[toy.concept](board, toy)
        return
    ride = next((t for t in call.things if t.concept in words("vehicles")), None)
    if ride is None and call.other is not None and call.other.sort != "figure":
        _mount(board)
        return
    if ride is None:
        _on_foot(board)
        return
    if ride.concept in words("aircraft"):
        _descends(board, ride)
        return
    size = max(1.0, (0.46 if ride.concept in _CLOSED else 0.34) / ride.height)
    if ride.concept not in _CLOSED:
        size = max(size, 1.1 * board.width(call.lead) / max(0.05, board.width(ride)))
    pair = call.other is not None and call.other.sort == "figure" and ride.concept in _FOR_TWO
    if pair:
        size = max(size, 0.36 / max(0.05, board.width(ride)))
    size = min(size, 0.62 / max(0.05, board.width(ride)))
    height = ride.height * size
    y = board.ground + 0.04
    seats = _SEATS | SEATS_FOR_TWO if pair else _SEATS
    seat = y - height * seats.get(ride.concept, 0.30)
    board.lay(ride, 0.50, y, to=(0.54, y), size=size, motion="drive", behind=True)
    if ride.concept not in _CLOSED:
        riders(board, ride, call.other if pair else None, seat)
    if call.other is not None and call.other.sort != "figure":
        board.put(call.other, 0.93, to=(0.91, board.ground))
    board.camera = replace(board.camera, pan_x=max(0.6, board.camera.pan_x))


def _on_foot(board: Board) -> None:
    """Nothing is there to ride: one walks, or stands in the lift, and whoever comes along does."""
    lead, other = board.call.lead, board.call.other
    stands = board.call.setting == "elevator"
    motion, far = ("stand", 0.0) if stands else ("walk", 0.18)
    first = 0.44 if stands else 0.36
    board.put(replace(lead, motion=motion), first, to=(first + far, board.ground))
    if other is not None:
        beside = 0.62 if stands else 0.16
        board.put(replace(other, motion=motion), beside, to=(beside + far, board.ground), size=0.95)


_FOR_TWO = frozenset(
    {"boat", "canoe", "sailboat", "sled", "cart", "palanquin", "motorcycle", "bicycle", "tractor"}
)
"""Open vehicles in which two are seen."""

_SEATED_Y = 0.82
"""Where the feet of those are who sit on a vehicle's seats."""

_IN_THE_LAP = 0.2
"""What is smaller is held by whoever sits in a vehicle."""


def aboard(board: Board) -> None:
    """Inside a vehicle: seated by its windows, or at the wheel."""
    call = board.call
    others = [call.other, *call.extras] if call.other else list(call.extras)
    camera = Camera(zoom_to=1.05, sway=1.2, shake=max(0.06, board.camera.shake))
    if call.setting == "car":
        board.camera, board.fixed = replace(camera, zoom_to=1.04), True
        _in_the_car(board, others)
        return
    board.camera = replace(camera, pan_x=min(0.12, board.camera.pan_x))
    board.put(_seated(call.lead), 0.40, _SEATED_Y, size=1.15)
    for role, x in zip(others, (0.68, 0.16), strict=False):
        board.put(_seated(role), x, _SEATED_Y, size=1.1, facing="left" if x > 0.4 else "right")
    food = next((t for t in call.things if t.own and t.height < _IN_THE_LAP), None)
    if food is not None and food.sort == "object" and food.concept not in words("aloft"):
        board.lay(food, board.actors[0].path[0].x + 0.055, 0.63, size=min(1.0, 0.09 / food.height))
    tub = next((t for t in call.things if t.concept == "bathtub"), None)
    if tub is not None:  # in dreams the seats may be tubs
        size = min(1.0, 0.34 / max(0.05, board.width(tub)))
        for actor in list(board.actors):
            board.lay(tub, actor.path[0].x + 0.02, 0.90, size=size)


def _seated(role: Role) -> Role:
    """On the seats that the vehicle has; animals before them."""
    return replace(role, motion="sit_bench" if role.sort == "figure" else "sit")


def _in_the_car(board: Board, others: list[Role]) -> None:
    """Whoever is a driver at the wheel, else the lead who drives; the others on the seat behind."""
    lead = board.call.lead
    hired = next((role for role in (lead, *others) if role.concept == "driver"), None)
    if not others and lead.motion == "sit_bench":  # a passenger
        board.put(lead, *_CAR_SEATS[1], size=1.35)
        return
    drives = "drive" in lead.motion or not others
    first = hired or (lead if drives else others[0])
    if first.height < _SMALL_DRIVER:  # no baby is at the wheel
        first = max((lead, *others), key=lambda role: role.height)
    rest = [role for role in (lead, *others) if role is not first]
    motion = "drive_car" if first.sort == "figure" else first.motion
    size = 1.45 if first.sort == "figure" else min(1.3, 0.26 / max(0.05, board.width(first)))
    motion = motion if first.sort == "figure" else "sit"
    board.put(replace(first, motion=motion), *_CAR_SEATS[0], size=size)
    for role, (x, y) in zip(rest, _CAR_SEATS[1:], strict=False):
        seated = "sit_bench" if role.sort == "figure" else role.motion
        board.put(replace(role, motion=seated), x, y, size=1.35)


_SMALL_DRIVER = 0.28
"""Whoever is smaller, as a share of the frame's height, does not drive."""

_CAR_SEATS = ((0.45, 0.81), (0.13, 0.80), (0.24, 0.80))
"""Where the feet of those on the seats are that the ink's car has."""


def _descends(board: Board, craft: Thing) -> None:
    """A craft of the air over those who stand below."""
    size = min(0.34 / craft.height, 0.42 / max(0.05, board.width(craft)))
    board.lay(craft, 0.66, 0.42, to=(0.60, 0.58), size=size, motion="float")
    board.put(replace(board.call.lead, motion="stand"), 0.28)


_SEATS = {"bicycle": 0.18, "motorcycle": 0.22, "kick_scooter": 0.12, "sled": 0.2, "boat": 0.22}
"""Where a rider's feet are, as a share of the vehicle's height."""

_CLOSED = frozenset(
    {"car", "taxi", "bus", "truck", "train", "subway_train", "police_car", "ambulance",
     "fire_engine", "submarine", "tram", "minibus", "ship"}
)  # fmt: skip
"""Vehicles in which nobody is seen from outside."""


def _mount(board: Board) -> None:
    """On an animal's back."""
    call = board.call
    beast = call.other
    if beast is None:
        return
    size = min(max(1.0, 0.38 / beast.height), 0.6 / max(0.05, board.width(beast)))
    aloft = beast.flies or not call.floor
    y = 0.72 if aloft else board.ground + 0.02
    flies = beast.flies or call.setting == "sky"
    gait = "fly" if flies else "swim" if beast.sort == "swimmer" else "run"
    board.put(replace(beast, motion=gait), 0.48, y, to=(0.54, y - 0.02), size=size)
    rider = call.lead.height * 0.85
    seat = y - beast.height * size * (0.92 if beast.proportion < 2 else 0.72) + rider * 0.34
    board.put(call.lead, 0.47, seat, to=(0.53, seat - 0.02), size=0.85)
    if beast.flies:
        board.camera = Camera(pan_x=0.9, zoom_to=1.04)
