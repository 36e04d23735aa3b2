"""Somebody who does one thing after the other: a layer that hands over to the next."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

import skia

from mongyudo.ink.cast_figures import FIGURES, bridge_layer
from mongyudo.ink.figures import Held
from mongyudo.ink.layers import Layer, View
from mongyudo.ink.looks import Look
from mongyudo.ink.scene import Actor, Scene

BRIDGE_S = 0.25
"""In this time a person goes over from one motion to the next."""

_READY_S = 0.25
"""A gesture waits so long before it begins; whoever turns to it has waited already."""


@dataclass(frozen=True)
class Part:
    """The `layer` that shows the actor from `from_s` on; its own time counts from `zero_s`."""

    from_s: float
    zero_s: float
    layer: Layer


@dataclass
class TurningLayer:
    """The parts of one actor who does one thing after the other, in the order of time."""

    parts: tuple[Part, ...]
    parallax: float = 1.0
    periodic: bool = False

    def draw(self, canvas: skia.Canvas, view: View) -> None:
        """Draw what the actor does at this moment."""
        begun = [part for part in self.parts if part.from_s <= view.time_s]
        part = begun[-1] if begun else self.parts[0]
        part.layer.draw(canvas, replace(view, time_s=view.time_s - part.zero_s))


def stretches(actor: Actor) -> tuple[tuple[float, float, Actor], ...]:
    """The parts of a scene in which `actor` does one thing: from when to when, 0..1, and as whom
    they are drawn then."""
    acts = [(0.0, replace(actor, turns=()))]
    acts += [
        (turn.at, replace(actor, motion=turn.motion, expression=turn.expression, turns=()))
        for turn in actor.turns
    ]
    ends = [*(start for start, _ in acts[1:]), 1.0]
    return tuple((start, end, act) for (start, act), end in zip(acts, ends, strict=True))


def turning_layer(
    actor: Actor, scene: Scene, look: Look, held: Held | None, make: Callable[[Actor], Layer]
) -> TurningLayer:
    """The layer of an actor with turns; `make` makes that of one stretch and raises as it does."""
    acts = stretches(actor)
    parts = [Part(0.0, 0.0, make(acts[0][2]))]
    for (_, _, before), (start, _, act) in pairwise(acts):
        start_s = start * scene.duration_s
        if act.concept in FIGURES:
            bridge = bridge_layer(before, act, scene, look, held, BRIDGE_S)
            parts.append(Part(start_s, start_s, bridge))
            start_s += BRIDGE_S
        parts.append(Part(start_s, start_s - _READY_S, make(act)))
    return TurningLayer(tuple(parts))
