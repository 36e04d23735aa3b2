"""Every species that can be drawn, with its size and the motions natural to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from mongyudo.ink.creatures_act import Act, Draw, Member, Sort
from mongyudo.ink.creatures_beast_table import CLAWED
from mongyudo.ink.creatures_beasts import draw_beast
from mongyudo.ink.creatures_herd_table import HERD
from mongyudo.ink.creatures_rigs import AIRBORNE, RIGS, SWIMMERS, action_of
from mongyudo.ink.figures_pen import Pen


@dataclass(frozen=True)
class Species:
    """`height_m` is real, `proportion` the width over the height as drawn standing."""

    draw: Draw
    sort: Sort
    height_m: float
    proportion: float
    natural: Mapping[str, str]
    members: tuple[Member, ...] = (Member(),)
    member_height: float = 1.0
    tempo: float = 1.0

    def motion(self, wish: str) -> str:
        """The motion natural to this animal for a wished one."""
        return self.natural.get(wish, wish)


@dataclass(frozen=True, slots=True)
class Measure:
    """How large an animal is: real height in metres, and width over height as drawn."""

    sort: Sort
    height_m: float
    proportion: float


def _draw(pen: Pen, act: Act, *, name: str) -> None:
    RIGS[name](pen, action_of(name, act.motion), act.phase, act.menace)


def _sort(name: str) -> Sort:
    if name in SWIMMERS:
        return "swimmer"
    return "flier" if name in AIRBORNE else "walker"


SPECIES: Mapping[str, Species] = {
    **{name: Species(partial(_draw, name=name), _sort(name), 1.0, 1.7, {}) for name in RIGS},
    **{
        name: Species(partial(draw_beast, beast=beast), "walker", beast.height_m, 1.7, {})
        for name, beast in {**CLAWED, **HERD}.items()
    },
}
CREATURES: frozenset[str] = frozenset(SPECIES)


def measure_of(concept: str) -> Measure:
    """The size of an animal; raises KeyError outside CREATURES."""
    species = SPECIES[concept]
    return Measure(species.sort, species.height_m, species.proportion)
