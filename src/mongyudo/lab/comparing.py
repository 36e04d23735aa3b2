"""Two arms on the same dreams: by how much they differ, and whether that may be claimed.

The interval is a bootstrap over dreams; the claim rests on a sign-flip permutation test (Fisher
1935): if the arms were alike, each dream's difference might as well have had the other sign. Where
a report makes many comparisons, Holm's step-down (1979) keeps the chance of any false claim at
ALPHA.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mongyudo.training.verify.intervals import SEED, Figure, mean_of

ALPHA = 0.05
FLIPS = 10_000
EXACT_UP_TO = 13
"""So many pairs have fewer than FLIPS patterns of signs: all are tried."""


@dataclass(frozen=True, slots=True)
class Difference:
    """`first` less `second` on the dreams that both have; `p` of no difference, two-sided."""

    first: str
    second: str
    measure: str
    figure: Figure
    p: float


@dataclass(frozen=True, slots=True)
class Claim:
    """A difference, its p after Holm's correction over all of a report, and what follows."""

    difference: Difference
    adjusted_p: float

    @property
    def winner(self) -> str:
        """The arm with the larger value, "" where none may be claimed."""
        if self.adjusted_p >= ALPHA:
            return ""
        return self.difference.first if self.difference.figure.value > 0 else self.difference.second


def difference_of(
    measure: str, first: tuple[str, Mapping[str, float]], second: tuple[str, Mapping[str, float]]
) -> Difference | None:
    """Compare two arms, each a name and a value by dream; None without a common dream."""
    (name, values), (other, others) = first, second
    both = [dream for dream in values if dream in others]
    rows = [values[dream] - others[dream] for dream in both]
    figure = mean_of(rows, both)
    if figure is None:
        return None
    return Difference(name, other, measure, figure, sign_flip_p(rows))


def sign_flip_p(differences: Sequence[float]) -> float:
    """How often signs drawn by chance give a mean at least as far from 0; 1 for no rows.

    All patterns of signs up to EXACT_UP_TO rows, else FLIPS of them (and the one that was seen,
    so that p is never 0).
    """
    rows = np.asarray(differences, np.float64)
    if not rows.any():
        return 1.0
    signs = _all_signs(len(rows)) if len(rows) <= EXACT_UP_TO else _drawn_signs(len(rows))
    sums = np.abs(signs @ rows)
    return float(np.mean(sums >= abs(rows.sum()) - 1e-12 * np.abs(rows).sum()))


def _all_signs(count: int) -> NDArray[np.float64]:
    bits = np.arange(2**count)[:, None] >> np.arange(count) & 1
    return np.asarray(1 - 2 * bits, np.float64)


def _drawn_signs(count: int) -> NDArray[np.float64]:
    drawn = np.random.default_rng(SEED).integers(0, 2, (FLIPS, count))
    drawn[0] = 1
    return np.asarray(2 * drawn - 1, np.float64)


def claims(differences: Sequence[Difference]) -> tuple[Claim, ...]:
    """All comparisons of a report, in the order given, after Holm's correction."""
    order = sorted(range(len(differences)), key=lambda at: differences[at].p)
    adjusted, least = [0.0] * len(differences), 0.0
    for rank, at in enumerate(order):
        least = max(least, min(1.0, (len(order) - rank) * differences[at].p))
        adjusted[at] = least
    return tuple(Claim(each, p) for each, p in zip(differences, adjusted, strict=True))
