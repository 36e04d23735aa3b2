"""A dream as numbers for the linear reader: runs of letters, words, and the cues' evidence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from mongyudo.linear import counted
from mongyudo.reading.emotion_clauses import Clause, Unit, clauses_of
from mongyudo.reading.emotion_evidence import evidence_of
from mongyudo.records import Analysis

_LETTER_RUNS = (2, 3, 4)
_REPEATED = re.compile(r"([ㄱ-ㅎㅏ-ㅣ.!?~])\1{2,}")


@dataclass(frozen=True, slots=True)
class Features:
    """A text's features before weighting.

    `letters` and `words` map the CRC-32 of a run or lemma to 1 + ln(count); `evidence` is
    (6, 7) float64: the ln(1 + sum) of emotion_evidence.
    """

    letters: dict[int, float]
    words: dict[int, float]
    evidence: NDArray[np.float64]


def features_of(analysis: Analysis) -> Features:
    """The features of a text; empty tables and zeros for a text without words."""
    clauses = clauses_of(analysis)
    return Features(
        counted(letter_runs(analysis.text)),
        counted(word_runs(clauses)),
        np.log1p(evidence_of(clauses)),
    )


def letter_runs(text: str) -> Iterator[str]:
    """Runs of 2 to 4 letters within each word, its edges marked by blanks."""
    for word in _REPEATED.sub(r"\1\1", text).split():
        padded = f" {word} "
        for length in _LETTER_RUNS:
            yield from (padded[i : i + length] for i in range(len(padded) - length + 1))


def word_runs(clauses: Iterable[Clause]) -> Iterator[str]:
    """Lemmas and pairs of neighbouring lemmas of each clause; denied ones end in `!`."""
    for clause in clauses:
        lemmas = [_marked(unit) for unit in clause.units]
        yield from lemmas
        yield from (f"{first} {second}" for first, second in pairwise(lemmas))


def _marked(unit: Unit) -> str:
    return unit.lemma + "!" if unit.negated else unit.lemma
