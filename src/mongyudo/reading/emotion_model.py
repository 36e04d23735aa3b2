"""The linear reader of emotions: trained weights over letters, words and evidence."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mongyudo.reading.emotion_features import Features

WEIGHTS = Path(__file__).with_name("emotion_data") / "weights.npz"


@dataclass(frozen=True, slots=True)
class Table:
    """Weights of one family of features: `keys` (N,) uint32 ascending, `rarity` (N,) float32 (the
    inverse document frequency), `weights` (N, 7) float32, a column for each of EMOTIONS."""

    keys: NDArray[np.uint32]
    rarity: NDArray[np.float32]
    weights: NDArray[np.float32]

    def unit(self, counted: dict[int, float]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """The rows of the known features and their values, weighted by rarity to length 1."""
        names = sorted(counted)
        wanted = np.array(names, np.uint32)
        rows = np.searchsorted(self.keys, wanted)
        known = np.take(self.keys, rows, mode="clip") == wanted
        counts = np.array([counted[name] for name in names])
        values = counts[known] * self.rarity[rows[known]]
        return rows[known], values / (np.linalg.norm(values) or 1.0)

    def logits(self, counted: dict[int, float]) -> NDArray[np.float64]:
        """What these features say for each emotion, (7,) float64."""
        rows, values = self.unit(counted)
        return np.asarray(values @ self.weights[rows].astype(np.float64))


@dataclass(frozen=True, slots=True)
class Model:
    """The trained reader. `evidence` (35, 7), `bias` (7,); `temperature` divides the logits so
    that the probabilities are as sure as they are right."""

    letters: Table
    words: Table
    evidence: NDArray[np.float32]
    bias: NDArray[np.float32]
    temperature: float

    def probabilities(self, features: Features) -> NDArray[np.float64]:
        """(7,) float64 summing to 1, in the order of EMOTIONS."""
        logits = (
            self.letters.logits(features.letters)
            + self.words.logits(features.words)
            + features.evidence @ self.evidence.astype(np.float64)
            + self.bias
        )
        grown: NDArray[np.float64] = np.exp((logits - logits.max()) / self.temperature)
        return grown / grown.sum()


@cache
def model() -> Model:
    """The model of this package, read once."""
    return read_model(WEIGHTS)


def read_model(path: Path) -> Model:
    """The model of an npz file that scripts/train_emotion.py wrote."""
    with np.load(path, allow_pickle=False) as stored:
        return Model(
            _table(stored["letter_keys"], stored["letter_rarity"], stored["letter_weights"]),
            _table(stored["word_keys"], stored["word_rarity"], stored["word_weights"]),
            stored["evidence"].astype(np.float32),
            stored["bias"].astype(np.float32),
            float(stored["temperature"]),
        )


def _table(
    keys: NDArray[np.uint32], rarity: NDArray[np.float16], weights: NDArray[np.float16]
) -> Table:
    return Table(keys, rarity.astype(np.float32), weights.astype(np.float32))


def write_model(model: Model, path: Path) -> None:
    """Stores a model as 16-bit floats, for read_model."""
    np.savez_compressed(
        path,
        letter_keys=model.letters.keys,
        letter_rarity=model.letters.rarity.astype(np.float16),
        letter_weights=model.letters.weights.astype(np.float16),
        word_keys=model.words.keys,
        word_rarity=model.words.rarity.astype(np.float16),
        word_weights=model.words.weights.astype(np.float16),
        evidence=model.evidence.astype(np.float16),
        bias=model.bias,
        temperature=np.float32(model.temperature),
    )
