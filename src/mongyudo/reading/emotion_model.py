"""The linear reader of emotions: trained weights over letters, words and evidence, and the plain
word of the dreamer, which outweighs the scene."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mongyudo.linear import Table
from mongyudo.reading.emotion_evidence import VOICES
from mongyudo.reading.emotion_features import Features
from mongyudo.records import EMOTIONS

EVIDENCE_SCALE = 0.15
"""What one unit of evidence counts in training, beside letters and words of length 1."""

_NAMED, _SHOWN, _STIRRED, _ENOUGH = 2.4, 1.0, 4.5, 0.9
_CALM = EMOTIONS.index("중립")
_TOLD, _MOST_TOLD, _FEW_WORDS = 1.0, 3.0, 36
"""What events count where no feeling is told: more in a sentence or two, up to so many words."""
WEIGHTS = Path(__file__).with_name("emotion_data") / "weights.npz"


@dataclass(frozen=True, slots=True)
class Model:
    """The trained reader. `evidence` (42, 7), `bias` (7,); `temperature` divides the logits so
    that the probabilities are as sure as they are right."""

    letters: Table
    words: Table
    evidence: NDArray[np.float32]
    bias: NDArray[np.float32]
    temperature: float

    def probabilities(self, features: Features) -> NDArray[np.float64]:
        """(7,) float64 summing to 1, in the order of EMOTIONS."""
        logits = self.scene(features) + plain_word(features) + bare_events(features)
        grown: NDArray[np.float64] = np.exp((logits - logits.max()) / self.temperature)
        shares: NDArray[np.float64] = grown / grown.sum()
        return shares

    def scene(self, features: Features) -> NDArray[np.float64]:
        """(7,) logits of all that is told, feelings and events alike."""
        return np.asarray(
            self.letters.logits(features.letters)
            + self.words.logits(features.words)
            + (EVIDENCE_SCALE * features.evidence).ravel() @ self.evidence.astype(np.float64)
            + self.bias
        )


def plain_word(features: Features) -> NDArray[np.float64]:
    """(7,) logits that feelings add when the dreamer names or shows them, whatever the scene.

    Without them a frightened remark in a calm scene is lost among the calm words. The factors were
    set where calm scenes with a remark come out right and dreams without one stay untouched.
    """
    named, shown = (features.evidence[VOICES.index(voice)] for voice in ("named", "shown"))
    felt: NDArray[np.float64] = _NAMED * named + _SHOWN * shown
    stirred = float(np.delete(named + shown, _CALM).sum())
    felt[_CALM] -= _STIRRED * min(stirred, _ENOUGH)
    return felt


def bare_events(features: Features) -> NDArray[np.float64]:
    """(7,) logits that events add when nothing is said of what was felt: a house on fire is no joy.

    The fewer the words, the less the letters alone can tell of the scene, and the more an event is
    worth. The factors leave every longer labelled dream as it was.
    """
    felt = sum(float(features.evidence[VOICES.index(voice)].sum()) for voice in ("named", "shown"))
    if felt > 0:
        return np.zeros(len(EMOTIONS))
    worth = min(_MOST_TOLD, max(_TOLD, _FEW_WORDS / max(1, len(features.words))))
    told: NDArray[np.float64] = worth * features.evidence[VOICES.index("event")]
    return told


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
