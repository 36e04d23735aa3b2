"""Finds the places of the pieces at which a picture costs least."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import log

from mongyudo.backends.director.composition.costs import (
    OF_ALL,
    OF_ONE,
    OF_TWO,
    Frame,
    Piece,
    Seen,
    seen,
)
from mongyudo.ink.props_path import place_at
from mongyudo.ink.scene import Key

_SHIFTS = (0.0, -0.05, 0.05, -0.1, 0.1, -0.16, 0.16, -0.22, 0.22, -0.3, 0.3, -0.4, 0.4, -0.55, 0.55)
"""By how much of the frame's width a group may be moved."""

_NUDGES = (0.0, -0.03, 0.03, -0.06, 0.06, -0.1, 0.1, -0.15, 0.15)
"""By how much one that is held."""

_SIZES = (1.0, 0.88, 0.76, 0.64)
"""How much smaller it may be made."""

_ROUNDS = 3
"""How often each group is given its best place in turn."""

_UNLIKE = 60.0
"""What it costs to make only one of a kind smaller, by the square of the logarithm."""

_APART = 0.05
"""Who stands nearer to one another than this has no order to keep."""


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that belong together and move as one; the first is their chief. One that only `fills`
    the picture may stand on either side of the others; one that is `held` stands where something
    in the place asks for it, and moves as little as the frame's edge demands."""

    members: tuple[Piece, ...]
    fills: bool = False
    held: bool = False

    def moved(self, across: float, size: float, ground: float) -> "Group":
        """The group `across` further to the right, `size` times as large about the ground."""
        chief = self.members[0].path
        rigid = len(self.members) > 1

        def key_of(key: Key) -> Key:
            pivot = place_at(chief, key.at).x if rigid else key.x
            y = ground + (key.y - ground) * size if rigid else key.y
            return replace(key, x=pivot + (key.x - pivot) * size + across, y=y)

        moved = tuple(
            replace(p, path=tuple(map(key_of, p.path)), height=p.height * size)
            for p in self.members
        )
        return replace(self, members=moved)


@dataclass(frozen=True, slots=True)
class _Trial:
    """A group at a place under trial: how it is seen, and what the place costs by itself."""

    group: Group
    views: tuple[Seen, ...]
    cost: float
    size: float

    @property
    def x(self) -> float:
        """Where its chief stands half way through."""
        return place_at(self.group.members[0].path, 0.5).x


def solved(groups: Sequence[Group], frame: Frame) -> list[Group]:
    """`groups` at the places that cost least, found one after the other, twice over.

    Each keeps to the side of the others on which it was staged, and near to where it was.
    """
    trials = [[_tried(group, frame, *move) for move in _moves(group)] for group in groups]
    chosen = [options[0] for options in trials]
    staged = [option.x for option in chosen]
    for options in trials:
        options.sort(key=lambda option: option.cost)
    for _ in range(_ROUNDS):
        for number, options in enumerate(trials):
            others = [c for n, c in enumerate(chosen) if n != number]
            before = [x for n, x in enumerate(staged) if n != number]
            chosen[number] = _best(options, staged[number], others, before)
    return [option.group for option in chosen]


def _moves(group: Group) -> list[tuple[float, float]]:
    """How a group may be moved and made smaller."""
    return [(shift, 1.0) for shift in _NUDGES] if group.held else list(product(_SHIFTS, _SIZES))


def _best(
    options: Sequence[_Trial], x: float, others: Sequence[_Trial], before: Sequence[float]
) -> _Trial:
    """The cheapest of `options`, which are in the order of what they cost by themselves."""
    best, least = options[0], float("inf")
    for option in options:
        if option.cost >= least:
            break
        total = option.cost + _disorder(option, x, others, before)
        if total < least:
            total += _between(option, others)
        if total < least:
            best, least = option, total
    return best


def _tried(group: Group, frame: Frame, across: float, size: float) -> _Trial:
    moved = group.moved(across, size, frame.ground)
    views = tuple(seen(piece, frame) for piece in moved.members)
    dear = 60.0 if group.held else 1.5 if group.fills else 5.0
    astray = dear * across * across + 6.0 * log(size) ** 2
    alone = astray + sum(cost(view, frame) for view in views for cost in OF_ONE)
    return _Trial(moved, views, alone, size)


def _between(trial: _Trial, others: Sequence[_Trial]) -> float:
    """What the trial costs together with all the others."""
    total = 0.0
    rest = [view for other in others for view in other.views]
    for mine in trial.views:
        for other in rest:
            low, high = sorted((mine, other), key=lambda v: v.piece.depth)
            total += sum(cost(low, high) for cost in OF_TWO)
    total += sum(
        _UNLIKE * log(trial.size / other.size) ** 2 for other in others if _alike(trial, other)
    )
    everything = (*trial.views, *rest)
    return total + sum(cost(everything) for cost in OF_ALL)


def _alike(one: _Trial, other: _Trial) -> bool:
    """Whether both are of one kind, as a policeman and the next: none of them is a dwarf."""
    names = {piece.name for piece in one.group.members} - {""}
    return any(piece.name in names for piece in other.group.members)


def _disorder(trial: _Trial, x: float, others: Sequence[_Trial], before: Sequence[float]) -> float:
    """Who was staged to the left of another stays there."""
    total = 0.0
    for other, was in zip(others, before, strict=True):
        if abs(x - was) > _APART and (x - was) * (trial.x - other.x) < 0:
            total += 0.1 if trial.group.fills or other.group.fills else 2.0
    return total
