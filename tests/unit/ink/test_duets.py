"""Two people who act together touch one another where it belongs."""

import math

import numpy as np
import pytest

from mongyudo.ink.canvas import pixels_of, surface
from mongyudo.ink.cast import make_actors
from mongyudo.ink.duets import DUETS, Hold
from mongyudo.ink.duets_draw import Standing, coming_at, fitted, pair_at, place_of
from mongyudo.ink.figures import KINDS, Dressed, outfit_of
from mongyudo.ink.figures_face import FACES
from mongyudo.ink.layers import View
from mongyudo.ink.looks import look_for
from mongyudo.ink.scene import Actor, Key, Scene

PAIRS = (("woman", "man"), ("mother", "child"), ("father", "grandmother"))


def whos(*names: str) -> tuple[Dressed, Dressed]:
    """Two in their own clothes."""
    first, second = (Dressed(KINDS[n], outfit_of(KINDS[n], ""), FACES["plain"]) for n in names)
    return first, second


def missed(hold: Hold, both: list[Standing]) -> float:
    """How far a hand is from its place, in the first's heights; strokes may pass over it."""
    one = both[hold.of]
    limb = one.body.near_arm if hold.arm == "near" else one.body.far_arm
    hand, place = one.out(limb.end.at), place_of(hold, both)
    return max(0.0, math.dist(hand, place) - abs(hold.stroke) - 0.03)


@pytest.mark.parametrize("name", sorted(DUETS))
@pytest.mark.parametrize("pair", PAIRS)
def test_hands_are_where_they_belong(name: str, pair: tuple[str, str]) -> None:
    """Each hand reaches its place on the other, for two of a size and for a child."""
    sizes = KINDS[pair[1]].height_m / KINDS[pair[0]].height_m
    duet = fitted(DUETS[name], whos(*pair), sizes)
    for phase in (0.0, 0.3, 0.6):
        both = pair_at(duet, whos(*pair), sizes, phase)
        misses = [missed(hold, both) for hold in duet.holds]
        of_a_size = sizes > 0.8
        assert np.median(misses) < (0.08 if of_a_size else 0.14), misses
        assert max(misses) < (0.2 if of_a_size else 0.25), misses


@pytest.mark.parametrize("name", sorted(n for n in DUETS if DUETS[n].rush))
def test_two_come_to_one_another_first(name: str) -> None:
    """They start apart, come nearer all the while, and have met at the end."""
    duet, pair = DUETS[name], whos("woman", "man")
    ways = []
    for share in (0.0, 0.3, 0.6, 0.9, 1.0):
        first, second = coming_at(duet, pair, 1.05, share)
        ways.append(second.x - first.x)
    assert ways == sorted(ways, reverse=True)
    assert ways[0] - ways[-1] == pytest.approx(2 * duet.rush)
    met = pair_at(duet, pair, 1.05, 0.0)
    assert ways[-1] == pytest.approx(met[1].x - met[0].x)


@pytest.mark.parametrize("name", ["hug", "piggyback", "lift"])
def test_two_are_drawn_as_one(name: str) -> None:
    """One layer shows both; without the duet each is a layer of their own."""
    path = (Key(0, 0.3, 0.9), Key(1, 0.6, 0.9))
    pair = (
        Actor("woman", path, height=0.5, duet=name, clothes="hanbok"),
        Actor("child", path, height=0.3),
    )
    scene = Scene((160, 90), 24, 2.0, 5, "home", actors=pair)
    look = look_for("calm", "ink", "day")
    layers = make_actors(scene, look)
    assert len(layers) == 1
    field = surface(160, 90)
    layers[0].draw(field.getCanvas(), View(1.5, 0.7, (0.0, 0.0), (160, 90)))
    alone = Scene((160, 90), 24, 2.0, 5, "home", actors=pair[:1])
    single = surface(160, 90)
    make_actors(alone, look)[0].draw(single.getCanvas(), View(1.5, 0.7, (0.0, 0.0), (160, 90)))
    changed = np.abs(pixels_of(field).astype(int) - pixels_of(single)).max(axis=2) > 60
    assert changed.sum() > 100
