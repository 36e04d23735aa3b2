"""The light filter's fit ends where it should: at the least loss."""

import numpy as np

from mongyudo.training.filters.light import STRENGTH, Sparse, _descend, _softmax


def test_the_fit_ends_at_the_least_loss() -> None:
    """There the loss pulls at no weight any more than the pull towards 0 holds it, and at the bias
    not at all."""
    random = np.random.default_rng(1)
    table = random.random((40, 7)) * (random.random((40, 7)) < 0.5)
    table[:, -1] = 1  # the bias
    table[:7] += 0.1  # no column is empty
    wanted = np.eye(3)[random.integers(3, size=40)]
    row, column = np.nonzero(table)
    rows = Sparse(np.searchsorted(row, np.arange(40)), column, table[row, column])
    worth = random.random(40)
    weights = _descend(rows, rows.turned(7), wanted, worth)
    slope = table.T @ ((_softmax(table @ weights) - wanted) * worth[:, None])
    slope[:-1] += weights[:-1] / STRENGTH
    assert np.abs(weights).max() > 0.5
    assert np.abs(slope).max() < 0.05
