"""How sure a figure is: intervals of 95 % from the clips that were seen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

RESAMPLES = 2000
SEED = 1447
LEVEL = 0.95
WILSON_Z = 1.959964
"""Of the normal distribution, for 95 %."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its interval of 95 % and how many clips it rests on.

    A bootstrap over one prompt alone has no interval: `low` and `high` are the value.
    """

    value: float
    low: float
    high: float
    n: int


def mean_of(rows: Sequence[float], groups: Sequence[object]) -> Figure | None:
    """The mean, by bootstrap; None without clips."""
    return _bootstrap([(row, 1.0) for row in rows], groups)


def ratio_of(
    above: Sequence[float], below: Sequence[float], groups: Sequence[object]
) -> Figure | None:
    """mean(above) / mean(below) of pairs, by bootstrap; None without pairs or when below is 0."""
    return _bootstrap(list(zip(above, below, strict=True)), groups) if any(below) else None


def _bootstrap(pairs: Sequence[tuple[float, float]], groups: Sequence[object]) -> Figure | None:
    """sum of firsts / sum of seconds; percentile bootstrap with a fixed seed.

    Whole groups are drawn: clips of one prompt are no independent facts.
    """
    if not pairs:
        return None
    table = np.asarray(pairs, np.float64)
    keys = {key: at for at, key in enumerate(dict.fromkeys(groups))}
    sums = np.zeros((len(keys), 2))
    np.add.at(sums, [keys[each] for each in groups], table)
    draws = np.random.default_rng(SEED).integers(len(keys), size=(RESAMPLES, len(keys)))
    above, below = np.moveaxis(sums[draws].sum(axis=1), -1, 0)
    drawn = above[below != 0] / below[below != 0]
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(drawn, (tail, 1 - tail))
    middle = float(table[:, 0].sum() / table[:, 1].sum())
    return Figure(middle, float(low), float(high), len(table))


def share_of(hits: Sequence[bool]) -> Figure | None:
    """A share, with Wilson's interval: resampling 8 hits of 8 would call them certain."""
    n = len(hits)
    if not n:
        return None
    p, z2 = sum(hits) / n, WILSON_Z**2
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = WILSON_Z * np.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return Figure(p, max(0.0, float(middle - half)), min(1.0, float(middle + half)), n)
