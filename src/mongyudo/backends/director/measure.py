"""How large people, animals and things are drawn: real sizes, drawn nearer to one another."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

Sort = Literal["figure", "walker", "flier", "swimmer", "floater", "object", "building"]

PERSON_M = 1.65
PERSON_SHARE = 0.46
"""A grown person of 1.65 m takes this share of the frame's height in a medium shot."""

_ALIKE = 0.52
"""Sizes are drawn to this power: a ring stays visible, a house fits into the frame."""

_LEAST_SHARE, _MOST_SHARE = 0.10, 0.60


@dataclass(frozen=True, slots=True)
class Build:
    """What a concept is like when drawn: `proportion` is width over height, `place` where a thing
    belongs (one of the ink's places: surface, wall, worn ...)."""

    sort: Sort
    height_m: float
    proportion: float
    place: str = ""


@cache
def build_of(concept: str) -> Build:
    """The build of anything that the ink can draw; imports Skia, raises KeyError for the rest."""
    from mongyudo.ink import cast
    from mongyudo.ink.creatures import measure_of
    from mongyudo.ink.sprites import sprites

    place = ""
    if concept in cast.FIGURES:
        sort: Sort = "figure"
    elif concept in cast.CREATURES:
        sort = measure_of(concept).sort
    else:
        sort, place = cast_sort(sprites()[concept].sort), sprites()[concept].place
    return Build(sort, cast.height_m(concept), cast.proportion(concept), place)


def cast_sort(name: str) -> Sort:
    """`name` as one of the sorts; an unknown one is an object."""
    sorts: dict[str, Sort] = {"floater": "floater", "building": "building", "flier": "flier"}
    return sorts.get(name, "object")


def share_of(build: Build) -> float:
    """The height in a medium shot of a wide frame, as a share of the frame's."""
    ratio = build.height_m / PERSON_M
    if build.sort == "figure":
        return PERSON_SHARE * max(0.45, min(1.2, ratio))
    return max(_LEAST_SHARE, min(_MOST_SHARE, PERSON_SHARE * float(ratio**_ALIKE)))
