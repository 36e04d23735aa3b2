"""Where a thing is on its path at a moment."""

from collections.abc import Sequence
from itertools import pairwise

from mongyudo.ink.scene import Key


def place_at(path: Sequence[Key], progress: float) -> Key:
    """The place at `progress` 0..1, eased between keys; before the first and after the last it
    stays there. Raises IndexError for an empty path."""
    if progress <= path[0].at:
        return path[0]
    for before, after in pairwise(path):
        if progress <= after.at:
            share = (progress - before.at) / max(after.at - before.at, 1e-6)
            return _between(before, after, share * share * (3 - 2 * share))
    return path[-1]


def _between(before: Key, after: Key, share: float) -> Key:
    def mixed(first: float, last: float) -> float:
        return first + (last - first) * share

    return Key(
        mixed(before.at, after.at), mixed(before.x, after.x), mixed(before.y, after.y),
        mixed(before.scale, after.scale), mixed(before.turn_deg, after.turn_deg),
        mixed(before.alpha, after.alpha),
    )  # fmt: skip
