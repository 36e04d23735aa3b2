"""Trains the emotion reader's weights on the project's own corpus, or measures it on dreams.

    python scripts/train_emotion.py                    # writes the weights, reports the dreams
    python scripts/train_emotion.py --measure FILE     # aggregate figures only; shows no text

FILE holds one JSON object a line with `text` and `emotion`. Every file of dreams is by another
hand: the report and the temperature come from dreams in files that the fit has not seen.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from mongyudo.linear import Table, empty_table
from mongyudo.reading.emotion_features import Features, features_of
from mongyudo.reading.emotion_model import EVIDENCE_SCALE, WEIGHTS, Model, model, write_model
from mongyudo.reading.korean import analyse
from mongyudo.records import EMOTIONS

_LABELLED = Path(__file__).parents[1] / "benchmarks/reading"
CORPUS = _LABELLED / "clauses_train.jsonl"
DREAMS = tuple(
    _LABELLED / f"dreams_{name}.jsonl"
    for name in ("dev", *(f"train{n}" for n in ("", 2, 3, 4, *range(6, 23))))
)
DREAM_WORTH = 2.0
"""What each dream counts beside a clause: it is longer and like what will be read."""

SEED = 1447
STRENGTH = 10.0
LETTERS_IN_AT_LEAST = 3
WORDS_IN_AT_LEAST = 2
TEMPERATURES = tuple(t / 20 for t in range(6, 25))
"""Candidates, .30 to 1.20; the one that is least surprised in cross-validation is taken."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A text's features and the column of its emotion."""

    features: Features
    label: int
    worth: float = 1.0


def main() -> None:
    """Trains and writes the weights, or measures the written ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measure", type=Path, metavar="FILE", help="measure, write nothing")
    dreams: Path | None = parser.parse_args().measure
    if dreams is not None:
        samples = read_samples(dreams)
        report(samples, np.array([model().probabilities(s.features) for s in samples]))
        return
    clauses, files = read_samples(CORPUS), [read_samples(p, DREAM_WORTH) for p in DREAMS]
    samples = [sample for file in files for sample in file]
    raw = judged_by_the_others(clauses, files)
    temperature = calmest(raw, labels_of(samples))
    report(samples, tempered(raw, temperature))
    fitted = fit(clauses + samples)
    write_model(replace(fitted, temperature=temperature), WEIGHTS)


def read_samples(path: Path, worth: float = 1.0) -> list[Sample]:
    """Texts and emotions, one JSON object a line. Bare remarks (`role`) are no dreams: they only
    check that a plain word is heard in a calm scene."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
    rows = [row for row in rows if row.get("role") != "remark"]
    return [
        Sample(features_of(analyse(row["text"])), EMOTIONS.index(row["emotion"]), worth)
        for row in rows
    ]


def labels_of(samples: Sequence[Sample]) -> NDArray[np.intp]:
    """The columns of the samples' emotions, (N,)."""
    return np.array([sample.label for sample in samples])


def judged_by_the_others(clauses: list[Sample], files: list[list[Sample]]) -> NDArray[np.float64]:
    """Probabilities (N, 7) at temperature 1, each dream's from a model that saw no dream of its
    file."""
    found = []
    for held in files:
        others = [sample for file in files if file is not held for sample in file]
        fitted = fit(clauses + others)
        found += [fitted.probabilities(sample.features) for sample in held]
    return np.array(found)


def tempered(found: NDArray[np.float64], temperature: float) -> NDArray[np.float64]:
    """Probabilities made surer (temperature below 1) or less sure (above)."""
    grown: NDArray[np.float64] = np.power(found, 1 / temperature)
    total: NDArray[np.float64] = grown.sum(axis=1, keepdims=True)
    return np.divide(grown, total)


def calmest(found: NDArray[np.float64], labels: NDArray[np.intp]) -> float:
    """The temperature with the least negative log-likelihood."""

    def surprise(temperature: float) -> float:
        right = tempered(found, temperature)[np.arange(len(labels)), labels]
        return float(-np.log(right).mean())

    return min(TEMPERATURES, key=surprise)


def report(samples: Sequence[Sample], found: NDArray[np.float64]) -> None:
    """Prints accuracy, recall, confusion counts and the expected calibration error."""
    labels, guesses = labels_of(samples), found.argmax(axis=1)
    print(f"{len(samples)} texts, accuracy {(guesses == labels).mean():.3f}, ", end="")
    print(f"calibration error {calibration_error(found, labels):.3f}")
    print("recall and counts read as " + " ".join(EMOTIONS))
    for column, emotion in enumerate(EMOTIONS):
        counts = np.bincount(guesses[labels == column], minlength=len(EMOTIONS))
        print(f"{emotion} {counts[column] / max(counts.sum(), 1):.2f} {counts.tolist()}")


def calibration_error(found: NDArray[np.float64], labels: NDArray[np.intp]) -> float:
    """Mean gap between sureness and accuracy over ten equal bins of sureness, in [0, 1]."""
    sure, right = found.max(axis=1), found.argmax(axis=1) == labels
    bins = np.minimum((sure * 10).astype(int), 9)
    gaps = [abs((sure - right)[bins == number].sum()) for number in range(10)]
    return float(sum(gaps) / len(labels))


def fit(samples: Sequence[Sample]) -> Model:
    """A multinomial logistic regression over the three families of features, temperature 1."""
    letters = empty_table([s.features.letters for s in samples], LETTERS_IN_AT_LEAST, len(EMOTIONS))
    words = empty_table([s.features.words for s in samples], WORDS_IN_AT_LEAST, len(EMOTIONS))
    rows = [_row(sample.features, letters, words) for sample in samples]
    learner = LogisticRegression(C=STRENGTH, max_iter=3000, random_state=SEED)
    learner.fit(
        DictVectorizer().fit_transform(rows),
        [sample.label for sample in samples],
        [sample.worth for sample in samples],
    )
    weights = learner.coef_.T.astype(np.float32)
    first_word, first_evidence = len(letters.keys), len(letters.keys) + len(words.keys)
    return Model(
        Table(letters.keys, letters.rarity, weights[:first_word]),
        Table(words.keys, words.rarity, weights[first_word:first_evidence]),
        weights[first_evidence:],
        learner.intercept_.astype(np.float32),
        1.0,
    )


def _row(features: Features, letters: Table, words: Table) -> dict[str, float]:
    row: dict[int, float] = {}
    first = 0
    for table, counted in ((letters, features.letters), (words, features.words)):
        columns, values = table.unit(counted)
        row |= {first + int(c): float(v) for c, v in zip(columns, values, strict=True)}
        first += len(table.keys)
    evidence = (EVIDENCE_SCALE * features.evidence).ravel()
    row |= {first + i: float(value) for i, value in enumerate(evidence)}
    return {f"{column:06d}": value for column, value in row.items()}


if __name__ == "__main__":
    main()
