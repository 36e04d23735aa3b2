"""Every species that can be drawn, with its size and the motions natural to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import get_args

from mongyudo.ink.creatures_act import Act, Draw, Sort
from mongyudo.ink.creatures_act import Member
from mongyudo.ink.creatures_beast_table import BEASTS
from mongyudo.ink.creatures_beasts import Action, Beast, draw_beast
from mongyudo.ink.creatures_snakes import Snake, draw_snake
from mongyudo.ink.figures_pen import Pen, rgb


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


def _beast(pen: Pen, act: Act, *, beast: Beast) -> None:
    action: Action = next((a for a in get_args(Action) if a == act.motion), "stand")
    draw_beast(pen, beast, "run" if act.motion == "bound" else action, act.phase, menace=act.menace)


def _snake(pen: Pen, act: Act, *, snake: Snake) -> None:
    draw_snake(pen, snake, act)


SPECIES: Mapping[str, Species] = {
    **{
        name: Species(partial(_beast, beast=beast), "walker", beast.height_m, 1.7, {})
        for name, beast in BEASTS.items()
    },
    "snake": Species(
        partial(_snake, snake=Snake(rgb(96, 112, 78), rgb(214, 200, 150), rgb(58, 66, 50))),
        "walker", 0.6, 2.6, {"walk": "crawl", "run": "crawl"},
    ),
}  # fmt: skip
CREATURES: frozenset[str] = frozenset(SPECIES)


def measure_of(concept: str) -> Measure:
    """The size of an animal; raises KeyError outside CREATURES."""
    species = SPECIES[concept]
    return Measure(species.sort, species.height_m, species.proportion)
