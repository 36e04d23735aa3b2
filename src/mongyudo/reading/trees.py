"""Boosted decision trees as arrays, so that reading needs no library of learners."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Trees:
    """T full binary trees of depth D whose leaves are summed to log-odds.

    `features` (T, 2**D - 1) int16 and `thresholds` (T, 2**D - 1) float32 are the questions, level
    by level: a row goes right where its feature is above the threshold. `leaves` (T, 2**D)
    float32; `bias` is the log-odds before the first tree.
    """

    features: NDArray[np.int16]
    thresholds: NDArray[np.float32]
    leaves: NDArray[np.float32]
    bias: float

    def probabilities(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """(R,) from 0 to 1 for rows (R, F)."""
        trees, questions = self.features.shape
        offset = np.arange(trees) * questions
        at = np.broadcast_to(offset, (len(rows), trees))
        features, thresholds = self.features.ravel(), self.thresholds.ravel()
        row = np.arange(len(rows))[:, None]
        for _ in range((questions + 1).bit_length() - 1):
            right = rows[row, features[at]] > thresholds[at]
            at = offset + 2 * (at - offset) + 1 + right
        found = self.leaves.ravel()[at - offset - questions + np.arange(trees) * (questions + 1)]
        odds = np.asarray(found.sum(1, dtype=np.float32) + np.float32(self.bias))
        return np.asarray(1 / (1 + np.exp(-odds)), np.float32)


def load_trees(path: Path) -> tuple[Trees, ...]:
    """The models of a file that scripts wrote: `name.field` for each field of Trees."""
    with np.load(path) as stored:
        names = list(dict.fromkeys(key.split(".")[0] for key in stored.files))
        return tuple(
            Trees(
                stored[f"{name}.features"],
                stored[f"{name}.thresholds"],
                stored[f"{name}.leaves"],
                float(stored[f"{name}.bias"]),
            )
            for name in names
        )
