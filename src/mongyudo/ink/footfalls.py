"""When feet come down: the moments of a scene at which a step would be heard."""

import math

import numpy as np

from mongyudo.ink import cast_figures, creatures
from mongyudo.ink.cast_layer import Playing
from mongyudo.ink.cast_turns import stretches
from mongyudo.ink.creatures_gait import RUN_AT, WALK_AT
from mongyudo.ink.looks import look_for
from mongyudo.ink.scene import Actor, Scene

_TWO_FEET = (0.0, 0.5)
_FOUR_FEET = {"walk": tuple(WALK_AT.values()), "crawl": tuple(WALK_AT.values())}
_GALLOP = tuple(RUN_AT.values())
_MOMENTS = 480


def footfalls(actor: Actor, scene: Scene) -> tuple[float, ...]:
    """Seconds of `scene` at which a foot of `actor` meets the ground; none for who does not go."""
    if actor.turns:
        return tuple(
            at_s
            for start, end, act in stretches(actor)
            for at_s in footfalls(act, scene)
            if start <= at_s / scene.duration_s < end
        )
    look = look_for(scene.mood, scene.material, scene.time_of_day)
    if actor.concept in cast_figures.FIGURES:
        playing = cast_figures.gait_of(actor, scene, look)
        return _landings(playing, scene, _TWO_FEET) if playing else ()
    if actor.concept in creatures.CREATURES:
        found = creatures.gait_of(actor, scene, look)
        if found is not None:
            return _landings(found[1], scene, _FOUR_FEET.get(found[0], _GALLOP))
    return ()


def _landings(playing: Playing, scene: Scene, feet: tuple[float, ...]) -> tuple[float, ...]:
    """When the rounds pass one of the phases `feet` at which a foot comes down."""
    shares = np.linspace(0, 1, _MOMENTS + 1)
    if playing.tread is not None:
        rounds = np.array([playing.tread.at(float(share)) for share in shares])
    else:
        rounds = shares * scene.duration_s / playing.period_s
    rounds = rounds + playing.offset
    if rounds[-1] < rounds[0]:  # backwards, the feet come down as they would otherwise leave
        rounds = -rounds
    rounds = np.maximum.accumulate(rounds) + np.linspace(0, 1e-9, len(rounds))
    wanted = sorted(
        turn + foot
        for turn in range(math.floor(rounds[0]) - 1, math.ceil(rounds[-1]) + 1)
        for foot in feet
        if rounds[0] < turn + foot <= rounds[-1]
    )
    return tuple(float(np.interp(at, rounds, shares)) * scene.duration_s for at in wanted)
