"""Fitting the light filter: multinomial logistic regression in numpy, in seconds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mongyudo.linear import Table, empty_table
from mongyudo.policy.light import LABELS, Analyse, Features, Light, features_of
from mongyudo.training.filters.passages import Passage, folds

STRENGTH = 10.0
"""How much a passage counts against the weights' size: best of 1, 10, 100 in cross-validation."""
IN_AT_LEAST = 2
STEPS = 150
FOLDS = 5
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sparse:
    """A matrix of few values: those of all rows in a line, `starts` (N,) of each row; every row has
    one at least."""

    starts: NDArray[np.intp]
    columns: NDArray[np.intp]
    values: Array

    def times(self, weights: Array) -> Array:
        """(N, K): the rows times (width, K)."""
        return np.asarray(
            np.add.reduceat(self.values[:, None] * weights[self.columns], self.starts, axis=0)
        )

    def turned(self, width: int) -> "Sparse":
        """The matrix turned: `width` rows, each column of which must have a value."""
        lengths = np.diff(np.append(self.starts, len(self.columns)))
        of_row = np.repeat(np.arange(len(self.starts)), lengths)
        order = np.argsort(self.columns, kind="stable")
        starts = np.searchsorted(self.columns[order], np.arange(width))
        return Sparse(starts, of_row[order], self.values[order])


def train(passages: Sequence[Passage], analyse: Analyse) -> Light:
    """A light filter; the same passages make the same filter."""
    return _fitted([features_of(p.text, analyse) for p in passages], passages)


def unseen_refusals(passages: Sequence[Passage], analyse: Analyse, seed: int) -> Array:
    """(N,) the probability of refusal of each passage, by a filter that has not learned it."""
    features = {p.text: features_of(p.text, analyse) for p in passages}
    found: dict[str, float] = {}
    for part in folds(passages, FOLDS, seed):
        away = [passage.text for passage in part]
        hidden = frozenset(away)
        rest = [passage for passage in passages if passage.text not in hidden]
        model = _fitted([features[p.text] for p in rest], rest)
        logits = [
            model.letters.logits(features[text].letters) + model.words.logits(features[text].words)
            for text in away
        ]
        odds = _softmax(np.array(logits) + model.bias)
        found |= dict(zip(away, (1 - odds[:, 0]).tolist(), strict=True))
    return np.array([found[passage.text] for passage in passages])


def _fitted(features: Sequence[Features], passages: Sequence[Passage]) -> Light:
    letters = empty_table([f.letters for f in features], IN_AT_LEAST, len(LABELS))
    words = empty_table([f.words for f in features], IN_AT_LEAST, len(LABELS))
    rows = _rows(features, letters, words)
    wanted = np.eye(len(LABELS))[[LABELS.index(p.label) for p in passages]]
    first_word, width = len(letters.keys), len(letters.keys) + len(words.keys) + 1
    weights = _descend(rows, rows.turned(width), wanted).astype(np.float32)
    return Light(
        replace(letters, weights=weights[:first_word]),
        replace(words, weights=weights[first_word:-1]),
        weights[-1],
    )


def _rows(features: Sequence[Features], letters: Table, words: Table) -> Sparse:
    """A row a passage: letters and words of length 1 each, and a 1 for the bias."""
    starts, columns, values, at = [], [], [], 0
    bias = len(letters.keys) + len(words.keys)
    for each in features:
        letter_columns, letter_values = letters.unit(each.letters)
        word_columns, word_values = words.unit(each.words)
        columns += [letter_columns, word_columns + len(letters.keys), np.array([bias])]
        values += [letter_values, word_values, np.ones(1)]
        starts.append(at)
        at += len(letter_columns) + len(word_columns) + 1
    return Sparse(np.array(starts), np.concatenate(columns), np.concatenate(values))


def _descend(rows: Sparse, turned: Sparse, wanted: Array) -> Array:
    """(width, K) weights of least loss, by accelerated gradient steps (Nesterov).

    The step is the inverse of the loss's greatest curvature: half the sum of squared rows, found by
    a few turns of the power method, plus the pull towards 0, which spares the bias.
    """
    pull = np.full((len(turned.starts), 1), 1 / STRENGTH)
    pull[-1] = 0
    step = 1 / (0.5 * _stretch(rows, turned) + 1 / STRENGTH)
    weights = ahead = np.zeros((len(turned.starts), wanted.shape[1]))
    pace = 1.0
    for _ in range(STEPS):
        slope = turned.times(_softmax(rows.times(ahead)) - wanted) + pull * ahead
        moved = ahead - step * slope
        faster = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = moved + (pace - 1) / faster * (moved - weights)
        weights, pace = moved, faster
    return weights


def _stretch(rows: Sparse, turned: Sparse) -> float:
    """The greatest eigenvalue of rows^T rows."""
    vector = np.ones((len(turned.starts), 1))
    for _ in range(20):
        vector = turned.times(rows.times(vector / np.linalg.norm(vector)))
    return 1.05 * float(np.linalg.norm(vector))


def _softmax(logits: Array) -> Array:
    grown = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(grown / grown.sum(axis=1, keepdims=True))
