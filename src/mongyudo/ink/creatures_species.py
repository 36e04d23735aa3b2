"""Every species that can be drawn, with its size and the motions natural to it."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial

import skia

from mongyudo.ink.creatures_act import Act, Draw, Member, Sort
from mongyudo.ink.creatures_beast_table import CLAWED
from mongyudo.ink.creatures_beasts import draw_beast
from mongyudo.ink.creatures_bird_table import BIRDS
from mongyudo.ink.creatures_birds import draw_bird
from mongyudo.ink.creatures_birds import stride_of as bird_stride
from mongyudo.ink.creatures_dragons import DRAGONS, draw_dragon
from mongyudo.ink.creatures_fish import FISHES, draw_fish
from mongyudo.ink.creatures_gait import stride_of as beast_stride
from mongyudo.ink.creatures_herd_table import HERD
from mongyudo.ink.creatures_insects import INSECTS, draw_insect
from mongyudo.ink.creatures_insects import stride_of as insect_stride
from mongyudo.ink.creatures_pen import BeastPen, box_of
from mongyudo.ink.creatures_shore import SHORE, TURTLE_STRIDES
from mongyudo.ink.creatures_snakes import (
    CENTIPEDE,
    SNAKES,
    WORMS,
    draw_centipede,
    draw_snake,
    draw_worm,
)
from mongyudo.ink.creatures_snakes import stride_of as snake_stride
from mongyudo.ink.creatures_spiders import SPIDERS, draw_spider
from mongyudo.ink.creatures_spiders import stride_of as spider_stride


def _nowhere(_motion: str) -> float:
    return 0.0


@dataclass(frozen=True)
class Species:
    """How an animal is drawn and moves. `height_m` is real: at the shoulder for beasts, standing
    for birds, overall for others and for a whole group. `natural` replaces motions that the animal
    does otherwise; `member_height` is one animal's share of a group's height. `stride` is the way
    over the ground of one round of a motion, in heights of one animal; 0 where it leads nowhere."""

    draw: Draw
    sort: Sort
    height_m: float
    natural: Mapping[str, str] | None = None
    members: tuple[Member, ...] = (Member(),)
    member_height: float = 1.0
    stride: Callable[[str], float] = _nowhere

    def motion(self, wish: str) -> str:
        """The motion natural to this animal for a wished one."""
        return (self.natural or {}).get(wish, wish)


@dataclass(frozen=True, slots=True)
class Measure:
    """How large an animal is. `height_m` is real; `proportion` is its width, `rise` its topmost
    point above the ground, both in units of its height as drawn standing."""

    sort: Sort
    height_m: float
    proportion: float
    rise: float


_ON_FOOT = frozenset({
    "chicken", "rooster", "chick", "turkey", "duck", "goose", "swan", "penguin", "ostrich",
    "pheasant", "peacock",
})  # fmt: skip
_AIRY = frozenset({
    "bee", "wasp", "fly", "mosquito", "butterfly", "moth", "dragonfly", "firefly",
})  # fmt: skip
_WINGED = {"run": "fly", "bound": "fly"}
_AIRBORNE = {"walk": "fly", "run": "fly", "bound": "fly", "swim": "fly"}
_FINNED = {"walk": "swim", "run": "swim", "stand": "float", "fly": "swim", "coil": "sleep"}
_SKYBORNE = {"walk": "fly", "run": "fly", "bound": "fly", "stand": "fly", "swim": "fly"}
_LEAPERS = frozenset({"rabbit", "white_rabbit", "black_rabbit", "hare"})
_LEAPING = {"walk": "bound", "run": "bound", "crawl": "bound"}
_SNAKE_M = {"snake": 0.4, "big_snake": 0.9, "eel": 0.25}
_WORM_M = {"worm": 0.03, "maggot": 0.03, "caterpillar": 0.05}


def _walkers() -> dict[str, Species]:
    made = {
        name: Species(
            partial(draw_beast, beast=beast), "walker", beast.height_m,
            _LEAPING if name in _LEAPERS else None, stride=partial(beast_stride, beast.gait),
        )
        for name, beast in {**CLAWED, **HERD}.items()
    }  # fmt: skip
    made |= {
        name: Species(
            partial(draw_snake, snake=snake), "walker", _SNAKE_M.get(name, 0.4),
            stride=partial(snake_stride, snake),
        )
        for name, snake in SNAKES.items()
    }  # fmt: skip
    made |= {
        name: Species(partial(draw_worm, worm=worm), "walker", _WORM_M[name])
        for name, worm in WORMS.items()
    }
    made |= {
        name: Species(partial(draw_spider, spider=spider), "walker", 0.05, stride=spider_stride)
        for name, spider in SPIDERS.items()
    }
    made["centipede"] = Species(partial(draw_centipede, skin=CENTIPEDE), "walker", 0.06)
    made["eel"] = replace(made["eel"], sort="swimmer", natural=_FINNED)
    return made


def _fliers() -> dict[str, Species]:
    made: dict[str, Species] = {}
    for name, bird in BIRDS.items():
        sort: Sort = "walker" if name in _ON_FOOT else "flier"
        natural = None if name in _ON_FOOT else _WINGED
        made[name] = Species(
            partial(draw_bird, bird=bird), sort, bird.height_m, natural,
            stride=partial(bird_stride, bird),
        )  # fmt: skip
    made["bat"] = replace(made["bat"], natural=_AIRBORNE)
    for name, insect in INSECTS.items():
        airy = name in _AIRY
        draw = partial(draw_insect, insect=insect)
        made[name] = Species(
            draw, "flier" if airy else "walker", insect.height_m, _AIRBORNE if airy else None,
            stride=insect_stride,
        )  # fmt: skip
    for name, dragon in DRAGONS.items():
        made[name] = Species(partial(draw_dragon, dragon=dragon), "flier", 3.0, _SKYBORNE)
    return made


def _swimmers() -> dict[str, Species]:
    made = {
        name: Species(partial(draw_fish, fish=fish), "swimmer", fish.height_m, _FINNED)
        for name, fish in FISHES.items()
    }
    made |= {name: Species(shore.draw, shore.sort, shore.height_m) for name, shore in SHORE.items()}
    made["turtle"] = replace(made["turtle"], stride=lambda motion: TURTLE_STRIDES.get(motion, 0.0))
    return made


def _scattered(count: int, wide: float, high: float) -> tuple[Member, ...]:
    """A loose cloud of animals about `wide` by `high` units, denser in the middle."""
    made = []
    for k in range(count):
        reach = ((k + 0.5) / count) ** 0.62
        turn = 2.39996 * k + 0.7 * math.sin(5.0 * k)
        x, y = 0.5 * wide * reach * math.cos(turn), 0.5 * high * (1 + reach * math.sin(turn))
        made.append(Member(x, -y, 0.80 + 0.34 * ((k * 0.618) % 1.0), (k * 0.382) % 1.0))
    return tuple(made)


def _wedge(count: int) -> tuple[Member, ...]:
    """A flight of birds in a V, the leader to the right."""
    made = []
    for k in range(count):
        rank, side = (k + 1) // 2, 1 if k % 2 else -1
        lead = 1.35 if side > 0 else 1.15
        made.append(Member(2.4 - lead * rank, -1.6 - side * 0.62 * rank, 1 - 0.05 * rank, 0.37 * k))
    return tuple(made)


def _crowded(count: int, wide: float) -> tuple[Member, ...]:
    """Animals side by side on the ground, the farther ones smaller and painted first."""
    made = []
    for k in range(count):
        back = ((k * 0.5698403) % 1.0) * 0.34
        x = ((k + 0.5) / count - 0.5) * wide + 0.3 * ((k * 0.7548777) % 1.0 - 0.5)
        made.append(Member(x, -back, 1 - 0.5 * back, (k * 0.382) % 1.0))
    return tuple(sorted(made, key=lambda member: member.y))


_GROUPS: Mapping[str, tuple[str, str]] = {
    "fish_school": ("fish", "cloud"), "carp_school": ("carp", "cloud"),
    "goldfish_school": ("goldfish", "cloud"), "bird_flock": ("bird", "wedge"),
    "crow_flock": ("crow", "cloud"), "crane_flock": ("crane", "wedge"),
    "sparrow_flock": ("sparrow", "cloud"), "bat_flock": ("bat", "cloud"),
    "butterfly_flock": ("butterfly", "cloud"), "insect_swarm": ("fly", "swarm"),
    "bee_swarm": ("bee", "swarm"), "fly_swarm": ("fly", "swarm"),
    "mosquito_swarm": ("mosquito", "swarm"), "firefly_swarm": ("firefly", "swarm"),
    "ant_swarm": ("ant", "crowd"), "cockroach_swarm": ("cockroach", "crowd"),
    "spider_swarm": ("spider", "crowd"), "maggot_swarm": ("maggot", "crowd"),
    "snake_nest": ("snake", "crowd"), "mice": ("mouse", "crowd"), "rats": ("rat", "crowd"),
    "piglets": ("piglet", "crowd"), "puppies": ("puppy", "crowd"), "chicks": ("chick", "crowd"),
    "wolf_pack": ("wolf", "herd"), "dog_pack": ("dog", "herd"), "cow_herd": ("cow", "herd"),
    "horse_herd": ("horse", "herd"), "sheep_flock": ("sheep", "herd"),
    "deer_herd": ("deer", "herd"), "pig_herd": ("pig", "herd"), "tiger_pack": ("tiger", "herd"),
    "lion_pack": ("lion", "herd"), "goat_herd": ("goat", "herd"), "cats": ("cat", "herd"),
    "rabbits": ("rabbit", "herd"), "monkeys": ("monkey", "herd"), "frogs": ("frog", "crowd"),
    "chickens": ("chicken", "herd"), "ducks": ("duck", "herd"), "magpie_flock": ("magpie", "cloud"),
    "dove_flock": ("dove", "cloud"), "seagull_flock": ("seagull", "cloud"),
    "swallow_flock": ("swallow", "cloud"),
}  # fmt: skip
"""Groups: their members, and how they keep together."""

_FORMS: Mapping[str, tuple[tuple[Member, ...], float]] = {
    "cloud": (_scattered(12, 10.0, 3.2), 0.26), "wedge": (_wedge(9), 0.30),
    "swarm": (_scattered(26, 12.0, 7.0), 0.13), "crowd": (_crowded(7, 11.0), 0.46),
    "herd": (_crowded(5, 4.6), 0.74),
}  # fmt: skip


def _grouped(single: Mapping[str, Species]) -> dict[str, Species]:
    made = {}
    for name, (member, form) in _GROUPS.items():
        members, share = _FORMS[form]
        one = single[member]
        if one.sort == "flier":
            one = replace(one, natural=_SKYBORNE)
        made[name] = replace(
            one, members=members, member_height=share, height_m=one.height_m / share
        )
    return made


def _all() -> dict[str, Species]:
    single = _walkers() | _fliers() | _swimmers()
    return single | _grouped(single)


SPECIES: Mapping[str, Species] = _all()
CREATURES: frozenset[str] = frozenset(SPECIES)


@lru_cache(maxsize=256)
def measure_of(concept: str) -> Measure:
    """The size of an animal; raises KeyError outside CREATURES."""
    species = SPECIES[concept]
    recorder = skia.PictureRecorder()
    pen = BeastPen(recorder.beginRecording(skia.Rect.MakeLTRB(-6, -6, 6, 6)), line=0.009)
    species.draw(pen, Act(species.motion("stand"), 0.1))
    box = box_of(recorder.finishRecordingAsPicture())
    left = min(m.x + box.left() * m.scale for m in species.members)
    right = max(m.x + box.right() * m.scale for m in species.members)
    top = min(m.y + box.top() * m.scale for m in species.members)
    share = species.member_height
    return Measure(species.sort, species.height_m, (right - left) * share, -top * share)
