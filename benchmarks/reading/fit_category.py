"""Fit the category model: `fit_category.py TRAIN.jsonl DEV.jsonl [--write]`.

Every line of TRAIN holds a text and its categories, the best first. Prints the accuracy on DEV of
a model that saw TRAIN alone; `--write` then fits on both and stores the model.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mongyudo.reading.category import EVIDENCE, MODEL_FILE, OTHER, Model, evidence, word_features
from mongyudo.reading.elements import Hit, find_hits
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon
from mongyudo.records import CATEGORIES, Analysis

Floats = NDArray[np.float64]
SECOND_SHARE = 0.35
ROUNDS = 250
STEP = 0.03
PULL = {"evidence": 0.5, "bias": 1.0, "words": 1.0}
MOST_RARE = 3.0


class Read:
    """A text understood once."""

    def __init__(self, gold: dict[str, Any]) -> None:
        self.analysis: Analysis = analyse(gold["text"])
        self.hits: tuple[Hit, ...] = find_hits(self.analysis, load_lexicon())
        self.words = word_features(self.analysis, self.hits)
        self.wanted: list[str] = gold["category"]


def rarity(reads: list[Read]) -> Floats:
    """How seldom a text holds a word of each category: the logarithm of the inverse share."""
    found: Counter[str | None] = Counter()
    for read in reads:
        found.update({hit.entry.category for hit in read.hits})
    rare = [np.log((len(reads) + 2) / (found[label] + 1)) for label in CATEGORIES]
    rare[OTHER] = MOST_RARE
    capped: Floats = np.minimum(np.array(rare), MOST_RARE)
    return capped


def targets(reads: list[Read]) -> Floats:
    """The share of each category that a text should get, (texts, 17)."""
    result = np.zeros((len(reads), len(CATEGORIES)))
    for row, read in zip(result, reads, strict=True):
        for place, label in enumerate(read.wanted):
            row[CATEGORIES.index(label)] = SECOND_SHARE if place else 1.0
    shares: Floats = result / result.sum(axis=1, keepdims=True)
    return shares


def fit(reads: list[Read]) -> Model:
    """A softmax regression fitted by Adam, full batch, with a pull towards zero."""
    rare = rarity(reads)
    counts = Counter(word for read in reads for word in read.words)
    index = {w: i for i, w in enumerate(sorted(w for w, n in counts.items() if n > 1))}
    facts = np.stack([evidence(read.analysis, read.hits, rare) for read in reads])
    bags = np.zeros((len(reads), len(index)))
    for row, read in zip(bags, reads, strict=True):
        row[[index[word] for word in read.words if word in index]] = 1
    weights = {
        "evidence": np.zeros(EVIDENCE),
        "bias": np.zeros(17),
        "words": np.zeros((len(index), 17)),
    }
    first = {name: np.zeros_like(value) for name, value in weights.items()}
    second = {name: np.zeros_like(value) for name, value in weights.items()}
    wanted = targets(reads)
    for turn in range(1, ROUNDS + 1):
        scores = facts @ weights["evidence"] + weights["bias"] + bags @ weights["words"]
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        miss = wanted - shares / shares.sum(axis=1, keepdims=True)
        slopes = {
            "evidence": np.einsum("nk,nkf->f", miss, facts),
            "bias": miss.sum(axis=0),
            "words": bags.T @ miss,
        }
        for name, value in weights.items():
            slope = slopes[name] - PULL[name] * value
            first[name] = 0.9 * first[name] + 0.1 * slope
            second[name] = 0.99 * second[name] + 0.01 * slope**2
            mean, spread = first[name] / (1 - 0.9**turn), second[name] / (1 - 0.99**turn)
            weights[name] = value + STEP * mean / (np.sqrt(spread) + 1e-8)
    return Model(weights["evidence"], weights["bias"], weights["words"], rare, index)


def accuracy(model: Model, reads: list[Read]) -> tuple[float, float]:
    """The share of texts whose best category is the gold's first, and any of the gold's."""
    first, any_of = [], []
    for read in reads:
        scores = evidence(read.analysis, read.hits, model.rarity) @ model.evidence + model.bias
        known = [model.index[word] for word in read.words if word in model.index]
        label = CATEGORIES[int(np.argmax(scores + model.words[known].sum(axis=0)))]
        first.append(label == read.wanted[0])
        any_of.append(label in read.wanted)
    return float(np.mean(first)), float(np.mean(any_of))


def store(model: Model) -> None:
    """Write the model as half floats."""
    names = np.frombuffer("\n".join(model.index).encode(), dtype=np.uint8)
    np.savez_compressed(
        MODEL_FILE,
        names=names,
        evidence=model.evidence.astype(np.float32),
        bias=model.bias.astype(np.float32),
        words=model.words.astype(np.float16),
        rarity=model.rarity.astype(np.float32),
    )


def read_file(file: Path) -> list[Read]:
    """All texts of a file, understood."""
    return [Read(json.loads(line)) for line in file.read_text("utf-8").splitlines() if line]


def main() -> None:
    """Fit on the training file, judge on the development file, and store if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    train, dev = read_file(options.train), read_file(options.dev)
    first, any_of = accuracy(fit(train), dev)
    print(f"{len(train)} texts; on {len(dev)} dreams: first {first:.3f} acceptable {any_of:.3f}")
    if options.write:
        store(fit(train + dev))


if __name__ == "__main__":
    main()
