"""Fitting the light filter: multinomial logistic regression in numpy, in seconds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mongyudo.linear import Table, empty_table
from mongyudo.policy.light import LABELS, Analyse, Features, Light, features_of
from mongyudo.training.filters.passages import ALLOW, Passage, folds, sentences_of

STRENGTH = 10.0
"""How much a passage counts against the weights' size: best of 1, 10, 100 in cross-validation."""
IN_AT_LEAST = 2
STEPS = 150
FOLDS = 5
PIECE_WORTH = 0.3
"""What a sentence or a pair of words of an allowed passage counts beside a passage."""
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
    return _fitted(_samples(passages, analyse))


def unseen_refusals(passages: Sequence[Passage], analyse: Analyse, seed: int) -> list[float]:
    """The probability of refusal of each passage, by a filter that has not learned it."""
    samples = {each.passage.text: each for each in _samples(passages, analyse)}
    found: dict[str, float] = {}
    for part in folds(passages, FOLDS, seed):
        away = {passage.text for passage in part}
        model = _fitted([each for text, each in samples.items() if text not in away])
        for passage in part:
            found[passage.text] = 1 - model.odds(passage.text, analyse)["allow"]
    return [found[passage.text] for passage in passages]


@dataclass(frozen=True, slots=True)
class Sample:
    """A passage to learn from, and what is allowed of it in small (PIECE_WORTH)."""

    passage: Passage
    features: Features
    pieces: tuple[Features, ...]


def _samples(passages: Sequence[Passage], analyse: Analyse) -> list[Sample]:
    return [
        Sample(
            passage,
            features_of(passage.text, analyse),
            tuple(features_of(text, analyse) for text in _pieces(passage, analyse)),
        )
        for passage in passages
    ]


def _pieces(passage: Passage, analyse: Analyse) -> list[str]:
    """Sentences and pairs of words of an allowed passage.

    Without them a filter takes a few common words for what they stood beside: passages are long,
    and what is judged may be one word.
    """
    if passage.label != ALLOW:
        return []
    words = passage.text.split()
    pairs = [" ".join(words[at : at + 2]) for at in range(0, len(words) - 1, 2)]
    return [*(each.text for each in sentences_of(passage, analyse)), *pairs]


def _fitted(samples: Sequence[Sample]) -> Light:
    whole = [each.features for each in samples]
    pieces = [piece for each in samples for piece in each.pieces]
    letters = empty_table([f.letters for f in whole], IN_AT_LEAST, len(LABELS))
    words = empty_table([f.words for f in whole], IN_AT_LEAST, len(LABELS))
    rows = _rows([*whole, *pieces], letters, words)
    labels = [LABELS.index(each.passage.label) for each in samples]
    wanted = np.eye(len(LABELS))[labels + [LABELS.index(ALLOW)] * len(pieces)]
    worth = np.append(np.ones(len(whole)), np.full(len(pieces), PIECE_WORTH))
    first_word, width = len(letters.keys), len(letters.keys) + len(words.keys) + 1
    weights = _descend(rows, rows.turned(width), wanted, worth).astype(np.float32)
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


def _descend(rows: Sparse, turned: Sparse, wanted: Array, worth: Array) -> Array:
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
        slope = turned.times((_softmax(rows.times(ahead)) - wanted) * worth[:, None]) + pull * ahead
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
