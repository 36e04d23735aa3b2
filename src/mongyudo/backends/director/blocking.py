"""Where actors stand and how they move: one function per way of staging an event.

Every function takes a Call and gives a Placement; `BLOCKINGS` names them for the table.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from mongyudo.ink.scene import Actor, Camera, Effect, Key, Prop


@dataclass(frozen=True, slots=True)
class Role:
    """An actor before it is placed; `height` is a share of the frame's height."""

    concept: str
    height: float
    motion: str = "stand"
    clothes: str = ""
    face: str = "plain"
    menace: bool = False
    holds: str | None = None
    walks: bool = True


@dataclass(frozen=True, slots=True)
class Call:
    """What the director asks to be staged."""

    lead: Role
    other: Role | None
    extras: tuple[Role, ...]
    things: tuple[tuple[str, float], ...]
    ground_y: float
    camera: Camera
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """A staged event."""

    actors: tuple[Actor, ...]
    props: tuple[Prop, ...]
    camera: Camera
    effects: tuple[Effect, ...] = ()


def act(role: Role, *keys: Key, facing: str = "right") -> Actor:
    """The actor of `role` on a path."""
    return Actor(
        role.concept, keys, height=role.height, motion=role.motion, facing=facing,  # type: ignore[arg-type]
        expression=role.face, clothes=role.clothes, menace=role.menace, holds=role.holds,
    )  # fmt: skip


def solo(call: Call) -> Placement:
    """The lead alone on a third, the others beside, things on the ground."""
    x = 0.36 if call.other or call.extras else 0.42
    actors = [act(call.lead, Key(0, x, call.ground_y), Key(1, x, call.ground_y))]
    others = ([call.other] if call.other else []) + list(call.extras)
    spots = (0.66, 0.82, 0.16)
    for role, spot in zip(others, spots, strict=False):
        facing = "left" if spot > x else "right"
        actors.append(act(role, Key(0, spot, call.ground_y), facing=facing))
    return Placement(tuple(actors), things_of(call), call.camera, call.effects)


def pursuit(call: Call) -> Placement:
    """The lead runs to the right, the pursuer, larger, gains on them."""
    y = call.ground_y
    lead = act(call.lead, Key(0, 0.64, y), Key(1, 0.68, y))
    actors = [lead]
    if call.other:
        foe = replace(call.other, height=max(call.other.height, 0.5))
        actors.insert(0, act(foe, Key(0, 0.14, y), Key(1, 0.36, y, scale=1.1)))
    return Placement(tuple(actors), things_of(call), call.camera, call.effects)


def plunge(call: Call) -> Placement:
    """The lead falls and grows small."""
    lead = act(call.lead, Key(0, 0.46, 0.42), Key(1, 0.54, 0.62, scale=0.45, turn_deg=220))
    return Placement((lead,), (), call.camera, call.effects)


def soar(call: Call) -> Placement:
    """The lead rises through the air."""
    lead = act(call.lead, Key(0, 0.3, 0.72), Key(1, 0.6, 0.42, scale=0.8))
    return Placement((lead,), things_of(call), call.camera, call.effects)


def stride(call: Call) -> Placement:
    """The lead goes across the picture."""
    y = call.ground_y
    lead = act(call.lead, Key(0, 0.3, y), Key(1, 0.55, y))
    return Placement((lead,), things_of(call), call.camera, call.effects)


def pair(call: Call) -> Placement:
    """Two face one another."""
    y = call.ground_y
    actors = [act(call.lead, Key(0, 0.36, y))]
    if call.other:
        actors.append(act(call.other, Key(0, 0.62, y), facing="left"))
    return Placement(tuple(actors), things_of(call), call.camera, call.effects)


def things_of(call: Call) -> tuple[Prop, ...]:
    """Things on the ground, the first one glowing."""
    spots = (0.54, 0.84, 0.14)
    return tuple(
        Prop(name, (Key(0, x, call.ground_y),), height=height, glow=index == 0)
        for index, ((name, height), x) in enumerate(zip(call.things, spots, strict=False))
    )


BLOCKINGS: dict[str, Callable[[Call], Placement]] = {
    "solo": solo,
    "pursuit": pursuit,
    "plunge": plunge,
    "soar": soar,
    "stride": stride,
    "pair": pair,
}
