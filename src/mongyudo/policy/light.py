"""The light filter: a linear model over runs of letters and words. It needs numpy and no download.

Letters are jamo, so that a syllable which was changed in one letter still shares most of its runs;
both what is written and what the rules' disguises hide are counted.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mongyudo.linear import Table, counted
from mongyudo.policy.restore import restored
from mongyudo.policy.rules import book
from mongyudo.policy.views import clean
from mongyudo.records import POLICY_CATEGORIES, Analysis, Token

LABELS: tuple[str, ...] = ("allow", *POLICY_CATEGORIES)
"""What a filter tells apart, in the order of its columns."""

WEIGHTS = "weights.npz"
_RUNS = (2, 3, 4, 5)
_WORDS = ("N", "V", "X", "M", "I")
_NO_HANGUL = re.compile("[^가-힣ㄱ-ㅣ]+")

Analyse = Callable[[str], Analysis]


@dataclass(frozen=True, slots=True)
class Features:
    """A text before weighting: `letters` and `words` map hashed names to 1 + ln(count)."""

    letters: dict[int, float]
    words: dict[int, float]


def features_of(text: str, analyse: Analyse) -> Features:
    """The features of an NFC text."""
    plain = clean(text)
    meant = restored(plain, book()).text
    shown = plain.text if meant == plain.text else f"{plain.text} {meant}"
    tokens = analyse(meant).tokens if meant.strip() else ()
    return Features(counted(_letter_runs(shown)), counted(_word_runs(tokens)))


def _letter_runs(text: str) -> Iterator[str]:
    """Runs of 2 to 5 jamo within each word, its edges marked by blanks.

    Of other scripts too few passages tell anything: "an" would stand for what one of them said.
    """
    for word in unicodedata.normalize("NFD", _NO_HANGUL.sub(" ", text)).split():
        padded = f" {word} "
        for length in _RUNS:
            yield from (padded[i : i + length] for i in range(len(padded) - length + 1))


def _word_runs(tokens: tuple[Token, ...]) -> Iterator[str]:
    """Lemmas with the kind of their word, and pairs of neighbours."""
    lemmas = [f"{t.lemma}/{t.tag[0]}" for t in tokens if t.tag.startswith(_WORDS)]
    yield from lemmas
    yield from (f"{first} {second}" for first, second in pairwise(lemmas))


@dataclass(frozen=True, slots=True)
class Light:
    """A trained light filter; `bias` (8,) float32, a column for each of LABELS."""

    letters: Table
    words: Table
    bias: NDArray[np.float32]

    def odds(self, text: str, analyse: Analyse) -> dict[str, float]:
        """A probability for each of LABELS; they sum to 1. It has nothing against a text of which
        it knows nothing."""
        features = features_of(text, analyse)
        if not self.knows(features):
            return {label: float(label == "allow") for label in LABELS}
        logits = self.letters.logits(features.letters) + self.words.logits(features.words)
        grown = np.exp(logits + self.bias - (logits + self.bias).max())
        return dict(zip(LABELS, (grown / grown.sum()).tolist(), strict=True))

    def knows(self, features: Features) -> bool:
        """Whether any letters or words of a text are among those learned."""
        return any(
            table.unit(counts)[0].size
            for table, counts in ((self.letters, features.letters), (self.words, features.words))
        )


def load(folder: Path) -> Light:
    """The light filter of a folder; raises OSError, KeyError or ValueError where it is none."""
    with np.load(folder / WEIGHTS, allow_pickle=False) as stored:
        letters, words = (
            Table(
                stored[f"{family}_keys"],
                stored[f"{family}_rarity"].astype(np.float32),
                stored[f"{family}_weights"].astype(np.float32),
            )
            for family in ("letter", "word")
        )
        return Light(letters, words, stored["bias"].astype(np.float32))


def save(model: Light, folder: Path) -> None:
    """Store a filter as 16-bit floats, for `load`."""
    np.savez_compressed(
        folder / WEIGHTS,
        letter_keys=model.letters.keys,
        letter_rarity=model.letters.rarity.astype(np.float16),
        letter_weights=model.letters.weights.astype(np.float16),
        word_keys=model.words.keys,
        word_rarity=model.words.rarity.astype(np.float16),
        word_weights=model.words.weights.astype(np.float16),
        bias=model.bias,
    )
