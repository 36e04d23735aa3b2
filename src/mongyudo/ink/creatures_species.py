"""Every species that can be drawn, with its size and the motions natural to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from mongyudo.ink.creatures_act import Draw, Member, Sort
from mongyudo.ink.creatures_beast_table import CLAWED
from mongyudo.ink.creatures_beasts import draw_beast
from mongyudo.ink.creatures_bird_table import BIRDS
from mongyudo.ink.creatures_birds import draw_bird
from mongyudo.ink.creatures_dragons import DRAGONS, draw_dragon
from mongyudo.ink.creatures_fish import FISHES, draw_fish
from mongyudo.ink.creatures_herd_table import HERD
from mongyudo.ink.creatures_insects import INSECTS, SPIDERS, draw_insect, draw_spider
from mongyudo.ink.creatures_snakes import (
    CENTIPEDE,
    SNAKES,
    WORMS,
    draw_centipede,
    draw_snake,
    draw_worm,
)


@dataclass(frozen=True)
class Species:
    """`height_m` is real, `proportion` the width over the height as drawn standing; `natural`
    replaces motions that the animal does otherwise."""

    draw: Draw
    sort: Sort
    height_m: float
    proportion: float = 1.7
    natural: Mapping[str, str] | None = None
    members: tuple[Member, ...] = (Member(),)
    member_height: float = 1.0
    tempo: float = 1.0

    def motion(self, wish: str) -> str:
        """The motion natural to this animal for a wished one."""
        return (self.natural or {}).get(wish, wish)


@dataclass(frozen=True, slots=True)
class Measure:
    """How large an animal is: real height in metres, and width over height as drawn."""

    sort: Sort
    height_m: float
    proportion: float


_SNAKE_M = {"snake": 0.4, "big_snake": 0.9, "eel": 0.25}
_WORM_M = {"worm": 0.03, "maggot": 0.03, "caterpillar": 0.05}

_ON_FOOT = frozenset({
    "chicken", "rooster", "chick", "turkey", "duck", "goose", "swan", "penguin", "ostrich", "pheasant",
    "peacock",
})  # fmt: skip
_AIRY = frozenset({
    "bee", "wasp", "fly", "mosquito", "butterfly", "moth", "dragonfly", "firefly",
})  # fmt: skip
_AIRBORNE = {"walk": "fly", "run": "fly", "bound": "fly"}
_FINNED = {"walk": "swim", "run": "swim", "stand": "float", "fly": "swim", "coil": "sleep"}
_WINGED = {"run": "fly", "bound": "fly"}

SPECIES: Mapping[str, Species] = {
    **{
        name: Species(partial(draw_beast, beast=beast), "walker", beast.height_m)
        for name, beast in {**CLAWED, **HERD}.items()
    },
    **{
        name: Species(partial(draw_snake, snake=snake), "walker", _SNAKE_M.get(name, 0.4), 2.4)
        for name, snake in SNAKES.items()
    },
    **{
        name: Species(partial(draw_worm, worm=worm), "walker", _WORM_M[name], 2.6)
        for name, worm in WORMS.items()
    },
    **{
        name: Species(
            partial(draw_bird, bird=bird), "walker" if name in _ON_FOOT else "flier", bird.height_m,
            1.2, None if name in _ON_FOOT else _WINGED,
        )
        for name, bird in BIRDS.items()
    },
    **{
        name: Species(partial(draw_fish, fish=fish), "swimmer", fish.height_m, fish.length * 1.2, _FINNED)
        for name, fish in FISHES.items()
    },
    **{
        name: Species(partial(draw_dragon, dragon=dragon), "flier", 3.0, 2.9)
        for name, dragon in DRAGONS.items()
    },
    **{
        name: Species(
            partial(draw_insect, insect=insect), "flier" if name in _AIRY else "walker",
            insect.height_m, 1.6, _AIRBORNE if name in _AIRY else None,
        )
        for name, insect in INSECTS.items()
    },
    **{
        name: Species(partial(draw_spider, spider=spider), "walker", 0.05, 2.1)
        for name, spider in SPIDERS.items()
    },
    "centipede": Species(partial(draw_centipede, skin=CENTIPEDE), "walker", 0.06, 3.2),
}
CREATURES: frozenset[str] = frozenset(SPECIES)


def measure_of(concept: str) -> Measure:
    """The size of an animal; raises KeyError outside CREATURES."""
    species = SPECIES[concept]
    return Measure(species.sort, species.height_m, species.proportion)
