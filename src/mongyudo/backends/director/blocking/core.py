"""The board on which a vignette is set up: actors, things, effects and the camera."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mongyudo.backends.director.measure import Sort
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Actor, Camera, Effect, Facing, Key, Prop, Rgb

TRACKING, FALLING = 0.3, 0.8
"""Pans beyond these shares are tracking shots: the cast stays in the frame, the world runs by."""

RATIO = 16 / 9
"""The width over the height of the frame that events are staged for."""

MOST_WIDTH = 0.62
"""Nobody is wider than this share of the frame's width."""

MOST_HIDDEN = 0.3
"""Nobody is put where more than this share of them, or of another, is covered."""

SKY = "sky"
"""The place of a thing that hangs in the air."""

EDGE = 0.015
"""Nobody stands nearer to the frame's edge than this share of its width."""


_SEE_THROUGH = 0.42
"""How much is left of whoever one can see through."""

_SEEN, _ENLARGED = 0.14, 1.2
"""So tall, as a share of the frame's height, a thing may be made so that it is seen, and so much
taller than it is drawn among others, where small ones are larger than life anyway."""

_PERCHED = frozenset({"sit", "lie", "sleep", "eat", "walk"})
"""What birds do on the ground."""


@dataclass(frozen=True, slots=True)
class Role:
    """An actor before it is placed. `height` is a share of the frame's height in a medium shot,
    `proportion` its width over its height."""

    concept: str
    height: float
    proportion: float = 0.4
    sort: Sort = "figure"
    motion: str = "stand"
    clothes: str = ""
    face: str = "plain"
    menace: bool = False
    holds: str | None = None
    cloth: Rgb | None = None
    traits: tuple[str, ...] = ()

    @property
    def shape(self) -> tuple[float, float]:
        """Width and height in this motion, in heights of one who stands."""
        if self.sort == "figure" and self.motion in words("lying"):
            return 0.95, 0.34
        if self.sort == "figure" and self.motion in words("low"):
            return 0.55, 0.62
        return self.proportion, 1.0

    @property
    def flies(self) -> bool:
        """Whether its place is in the air."""
        perched = self.motion in _PERCHED and self.concept not in words("winged_insects")
        lifted = self.sort == "figure" and self.motion == "levitate"
        return lifted or (self.sort in ("flier", "floater") and not perched)

    @property
    def played(self) -> str:
        """Its motion where it is: what is in the air and does nothing else flies."""
        aloft = self.sort == "flier" and self.motion in ("stand", "watch", "look_back")
        aloft |= self.flies and self.motion in _PERCHED
        return "fly" if aloft else self.motion


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing before it is placed; `key` marks the dream's key object, `own` what belongs to
    the event itself; `place` is where it belongs, a surface or a wall for instance; `dye` is a
    colour that it turns to; what is `big` is told to be larger than such things are."""

    concept: str
    height: float
    proportion: float = 1.0
    sort: Sort = "object"
    key: bool = False
    own: bool = False
    count: int = 1
    place: str = ""
    dye: Rgb | None = None
    big: bool = False

    def made(self, tall: float) -> float:
        """How many times larger it is drawn where it is to be seen `tall`: never as large as a
        child, for a spoon of that size is none. What is told to be large is so already."""
        most = max(_SEEN, _ENLARGED * self.height)
        return max(1.0, min(tall, most) / self.height)


STRAP, ON_WALL = "strap", "on_wall"
"""Where things are that are there in the stead of what one holds on to in a bus, or of a clock."""

TOP = "top"
"""Of the host, on which something is put."""


@dataclass(frozen=True, slots=True)
class Call:
    """What the director asks to be staged.

    `duet` is what lead and other do together. Events are staged for a frame of RATIO and fitted to
    others afterwards. `ground_y` is where feet stand; `floor` is false in the air and under water.
    `hero_thing` is the thing that the event happens to, `host` what it comes out of, goes into or
    is on, `setting` the ink's name of the place. `taken_along`: the other one steers and the lead
    sits behind. `part`: on which part of the other's body something is put, or TOP of the host,
    and not into it.
    """

    lead: Role
    other: Role | None = None
    extras: tuple[Role, ...] = ()
    things: tuple[Thing, ...] = ()
    hero_thing: Thing | None = None
    host: Thing | None = None
    camera: Camera = field(default_factory=Camera)
    effects: tuple[Effect, ...] = ()
    ground_y: float = 0.8
    floor: bool = True
    setting: str = ""
    duet: str = ""
    taken_along: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """A staged event. `sets` are props, by number, that lie or hang on one another."""

    actors: tuple[Actor, ...]
    props: tuple[Prop, ...]
    effects: tuple[Effect, ...]
    camera: Camera
    sets: tuple[range, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """The part of the frame that something fills on its way, in shares of width and height."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "Box") -> float:
        """The share of this box that `other` covers."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        area = (self.right - self.left) * (self.bottom - self.top)
        return max(0.0, across) * max(0.0, down) / max(area, 1e-6)


class Board:
    """A call being staged; functions of the blocking put everything in its place.

    `fixed` says that left and right must not be exchanged.
    """

    def __init__(self, call: Call) -> None:
        self.call = call
        self.actors: list[Actor] = []
        self.props: list[Prop] = []
        self.effects: list[Effect] = list(call.effects)
        self.camera = call.camera
        self.used: list[Role | Thing] = []
        self.boxes: list[Box] = []
        self.sets: list[range] = []
        self.fixed = False

    @property
    def is_dry(self) -> bool:
        """Whether fish lie on a floor here, and cannot swim."""
        return self.call.floor and self.call.setting not in words("water_settings")

    @property
    def ground(self) -> float:
        """Where feet stand."""
        return self.call.ground_y

    def width(self, role: Role | Thing, scale: float = 1.0) -> float:
        """The width of `role` as a share of the frame's width."""
        across = role.shape[0] if isinstance(role, Role) else role.proportion
        return role.height * across * scale / RATIO

    def put(
        self,
        role: Role,
        x: float,
        y: float | None = None,
        *,
        to: tuple[float, float] | None = None,
        size: float = 1.0,
        grow: float = 1.0,
        facing: Facing = "right",
    ) -> None:
        """Place `role` at (x, y), moving to `to`; `size` scales it, `grow` its size at the end."""
        start_y = self._foot(role, size) if y is None else y
        end = to or (x, start_y)
        first = self.held_inside(x, self.width(role, size))
        last = self.held_inside(end[0], self.width(role, size * grow))
        keys = (Key(0, first, start_y), Key(1, last, end[1], scale=grow))
        self.along(role, keys, size=size, facing=facing)

    def along(
        self, role: Role, keys: tuple[Key, ...], *, size: float = 1.0, facing: Facing = "right"
    ) -> None:
        """Place `role` on a path of its own, not wider than the frame bears."""
        self.used.append(role)
        if "see_through" in role.traits:
            keys = tuple(replace(key, alpha=min(key.alpha, _SEE_THROUGH)) for key in keys)
        widest = self.width(role, max(key.scale for key in keys))
        size = min(size, MOST_WIDTH / max(widest, 1e-6))
        height = role.height * size
        self.actors.append(
            Actor(
                role.concept, keys, height=height, motion=role.played, facing=facing,
                expression=role.face, clothes=role.clothes, menace=role.menace,
                holds=role.holds, cloth=role.cloth, silhouette=False, traits=role.traits,
            )
        )  # fmt: skip
        self.boxes += [self._box(role, key, height) for key in keys if key.alpha > 0.3]

    def lay(
        self,
        thing: Thing,
        x: float,
        y: float | None = None,
        *,
        to: tuple[float, float] | None = None,
        size: float = 1.0,
        turn_deg: float = 0.0,
        behind: bool = False,
        motion: str = "still",
    ) -> None:
        """Place `thing`, moving to `to` and turning by `turn_deg` on the way."""
        start_y = self.ground + 0.02 if y is None else y
        end = to or (x, start_y)
        keys = [Key(0, x, start_y)]
        if to or turn_deg:
            keys.append(Key(1, end[0], end[1], turn_deg=turn_deg))
        self.carry(thing, tuple(keys), size=size, behind=behind, motion=motion)

    def carry(
        self,
        thing: Thing,
        keys: tuple[Key, ...],
        *,
        size: float = 1.0,
        behind: bool = False,
        motion: str = "still",
    ) -> None:
        """Place `thing` on a path of its own."""
        height = thing.height * size
        self.props.append(
            Prop(
                thing.concept, keys, height=height, motion=motion, glow=thing.key,
                count=thing.count, behind=behind, dye=thing.dye,
            )
        )  # fmt: skip
        self.used.append(thing)
        if not behind:
            self.boxes += [self._box(thing, key, height) for key in keys if key.alpha > 0.3]

    def abreast(self, roles: Sequence[Role], *, top: float = 0.86) -> list[tuple[float, float]]:
        """The place and the size of each of `roles` next to one another without overlap."""
        widths = [self.width(role) for role in roles]
        size = min(1.0, top / max(sum(widths) + 0.04 * len(roles), 1e-6))
        gap = (1 - sum(widths) * size) / (len(roles) + 1)
        places, edge = [], 0.0
        for width in widths:
            places.append((edge + gap + width * size / 2, size))
            edge += gap + width * size
        return places

    def held_inside(self, x: float, width: float) -> float:
        """`x` moved so that something of `width` is not cut off by the frame as it travels."""
        camera = self.camera
        zoom = max(camera.zoom_from, camera.zoom_to)
        drift = abs(camera.pan_x) / 2 if abs(camera.pan_x) <= TRACKING else 0.0
        edge = EDGE + drift + max(0.0, 0.5 - 0.5 / max(1.0, zoom))
        half = min(width, 1 - 2 * edge) / 2
        return min(1 - edge - half, max(edge + half, x))

    def is_free(self, role: Role, x: float, y: float | None, size: float) -> bool:
        """Whether `role` would hide nobody at `x` and be hidden by nobody."""
        foot = self._foot(role, size) if y is None else y
        wide = self.width(role, size)
        x = self.held_inside(x, wide)
        box = Box(x - wide / 2, foot - role.height * size, x + wide / 2, foot)
        hidden = [max(other.overlap(box), box.overlap(other)) for other in self.boxes]
        return max(hidden, default=0.0) < MOST_HIDDEN

    def aloft(self, keys: tuple[Key, ...]) -> tuple[Key, ...]:
        """Keys given as seen in the frame, for a camera that travels with them up or down."""
        camera = self.camera
        across = camera.pan_x if abs(camera.pan_x) <= TRACKING else 0.0
        down = camera.pan_y if abs(camera.pan_y) <= FALLING else 0.0

        def moved(key: Key) -> Key:
            share = key.at * key.at * (3 - 2 * key.at) - 0.5
            return replace(key, x=key.x + across * share, y=key.y + down * share)

        return tuple(moved(key) for key in keys)

    def done(self) -> Placement:
        """What has been set up."""
        sets = tuple(self.sets)
        return Placement(
            tuple(self.actors), tuple(self.props), tuple(self.effects), self.camera, sets
        )

    def _foot(self, role: Role, size: float) -> float:
        if role.sort == "swimmer" and self.is_dry:
            return self.ground + 0.11
        if role.sort == "swimmer":
            return 0.62 + role.height * size / 3
        if role.flies:
            return 0.50
        if not self.call.floor:
            return 0.56 + role.height * size / 2
        return self.ground

    def _box(self, role: Role | Thing, key: Key, height: float) -> Box:
        tall = height * key.scale
        across, up = role.shape if isinstance(role, Role) else (role.proportion, 1.0)
        wide = tall * across / RATIO
        return Box(key.x - wide / 2, key.y - tall * up, key.x + wide / 2, key.y)


def mirrored(placement: Placement) -> Placement:
    """The same picture seen in a mirror: left for right."""
    sides: dict[Facing, Facing] = {"left": "right", "right": "left"}

    def path(keys: tuple[Key, ...]) -> tuple[Key, ...]:
        return tuple(replace(k, x=1 - k.x, turn_deg=-k.turn_deg) for k in keys)

    camera = placement.camera
    return Placement(
        tuple(
            replace(a, path=path(a.path), facing=sides.get(a.facing, a.facing))
            for a in placement.actors
        ),
        tuple(replace(p, path=path(p.path)) for p in placement.props),
        placement.effects,
        replace(camera, pan_x=-camera.pan_x, focus=(1 - camera.focus[0], camera.focus[1])),
        placement.sets,
    )
