"""A planted difference is found, none is not claimed."""

from itertools import pairwise

import numpy as np
import pytest

from mongyudo.lab.comparing import ALPHA, Difference, claims, difference_of, sign_flip_p
from mongyudo.training.verify.intervals import Figure

RUNS = 200
DREAMS = 30
MOST_CHANCE = 0.05 + 3 * (0.05 * 0.95 / RUNS) ** 0.5
"""Of false claims in RUNS runs, three standard errors above the nominal level."""


def arms(rng: np.random.Generator, planted: float) -> tuple[dict[str, float], dict[str, float]]:
    """Two arms whose dreams differ far more from each other than the arms do."""
    dreams = rng.normal(0, 3, DREAMS)
    first, second = (dreams + rng.normal(0, 1, DREAMS) for _ in range(2))
    names = [f"d{at}" for at in range(DREAMS)]
    return dict(zip(names, first + planted, strict=True)), dict(zip(names, second, strict=True))


def compared(rng: np.random.Generator, planted: float) -> Difference:
    first, second = arms(rng, planted)
    found = difference_of("m", ("a", first), ("b", second))
    assert found is not None
    return found


@pytest.mark.slow
def test_no_difference_is_claimed_no_oftener_than_the_nominal_level() -> None:
    rng = np.random.default_rng(1)
    false = sum(bool(claims([compared(rng, 0)])[0].winner) for _ in range(RUNS))
    assert 0 < false / RUNS <= MOST_CHANCE


@pytest.mark.slow
def test_a_planted_difference_is_found_and_lies_in_its_interval() -> None:
    rng = np.random.default_rng(2)
    found = [compared(rng, 1.0) for _ in range(RUNS)]
    assert sum(claims([each])[0].winner == "a" for each in found) / RUNS > 0.9
    covered = sum(each.figure.low <= 1.0 <= each.figure.high for each in found) / RUNS
    assert covered > 0.9


@pytest.mark.slow
def test_of_many_comparisons_hardly_a_report_claims_anything_false() -> None:
    rng = np.random.default_rng(3)
    reports = [claims([compared(rng, 0) for _ in range(6)]) for _ in range(RUNS)]
    false = sum(any(claim.winner for claim in report) for report in reports)
    assert false / RUNS <= MOST_CHANCE


def test_few_rows_are_tried_exactly() -> None:
    assert sign_flip_p([1, 2, 3]) == 2 / 8
    assert sign_flip_p([1, -1]) == 1
    assert sign_flip_p([0, 0]) == sign_flip_p([]) == 1
    assert sign_flip_p([1.0] * 40) == pytest.approx(1 / 10_000)


def test_holm_raises_each_p_by_those_not_yet_passed_and_keeps_their_order() -> None:
    ps = [0.04, 0.01, 0.03]
    found = claims([Difference("a", "b", "m", Figure(-1, -2, 0, 9), p) for p in ps])
    assert [claim.adjusted_p for claim in found] == pytest.approx([0.06, 0.03, 0.06])
    assert [claim.winner for claim in found] == ["", "b", ""]
    ordered = sorted(found, key=lambda claim: claim.difference.p)
    assert all(low.adjusted_p <= high.adjusted_p for low, high in pairwise(ordered))
    assert ALPHA == 0.05


def test_only_dreams_of_both_arms_are_compared() -> None:
    found = difference_of("m", ("a", {"x": 3.0, "y": 1.0}), ("b", {"x": 1.0, "z": 5.0}))
    assert found is not None
    assert (found.figure.value, found.figure.n) == (2.0, 1)
    assert difference_of("m", ("a", {"x": 3.0}), ("b", {"z": 5.0})) is None
