"""Fit the category model: `fit_category.py DREAMS... [--sentences FILE] [--write]`.

Every line holds a text and its categories, the best first. Every file of dreams is by another
hand: the printed accuracy is of dreams in files that the fit has not seen. `--write` fits on all
and stores the model.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from mongyudo.reading.category import EVIDENCE, MODEL_FILE, OTHER, Model, evidence, word_features
from mongyudo.reading.elements import Hit, find_hits
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon
from mongyudo.records import CATEGORIES, Analysis

Floats = NDArray[np.float64]
Weights = dict[str, Floats]
SECOND_SHARE = 0.2
SENTENCE_WORTH = 0.5
# How far rare categories are lifted (1: all alike): authors differ in what they dream of.
EVENNESS = 0.8
ROUNDS, STEP = 400, 0.03
PULL = {"evidence": 0.5, "own": 3.0, "bias": 1.0, "words": 2.0}
MOST_RARE = 3.0
LEAST_TEXTS = 2


class Read:
    """A text understood once."""

    def __init__(self, gold: dict[str, Any], worth: float) -> None:
        self.analysis: Analysis = analyse(gold["text"])
        self.hits: tuple[Hit, ...] = find_hits(self.analysis, load_lexicon())
        self.words = word_features(self.analysis, self.hits)
        self.wanted = [CATEGORIES.index(label) for label in gold["category"]]
        self.worth = worth


class Lesson(NamedTuple):
    """Texts as numbers: evidence (n, 17, EVIDENCE), words (n, words), what is wanted (n, 17)."""

    facts: Floats
    bags: Any
    wanted: Floats
    worth: Floats


def rarity(reads: list[Read]) -> Floats:
    """How seldom a text holds a word of each category: the logarithm of the inverse share."""
    found: Counter[str | None] = Counter()
    for read in reads:
        found.update({hit.entry.category for hit in read.hits if not hit.negated})
    rare = [np.log((len(reads) + 2) / (found[label] + 1)) for label in CATEGORIES]
    rare[OTHER] = MOST_RARE
    capped: Floats = np.minimum(np.array(rare), MOST_RARE)
    return capped


def targets(reads: list[Read]) -> Floats:
    """The share of each category that a text should get, (texts, 17)."""
    result = np.zeros((len(reads), len(CATEGORIES)))
    for row, read in zip(result, reads, strict=True):
        row[read.wanted] = SECOND_SHARE
        row[read.wanted[0]] = 1.0
    shares: Floats = result / result.sum(axis=1, keepdims=True)
    return shares


def worths(reads: list[Read]) -> Floats:
    """What each text counts: rare categories more, in the mean 1."""
    worth = np.array([read.worth for read in reads])
    first = np.array([read.wanted[0] for read in reads])
    common = np.bincount(first, weights=worth, minlength=len(CATEGORIES))[first]
    worth = worth * (common / common.mean()) ** -EVENNESS
    evened: Floats = worth / worth.mean()
    return evened


def blank_model(reads: list[Read]) -> Model:
    """A model that knows the names and how rare they are, without weights."""
    counts = Counter(word for read in reads for word in read.words)
    index = {w: i for i, w in enumerate(sorted(w for w, n in counts.items() if n >= LEAST_TEXTS))}
    rare = np.array([np.log((1 + len(reads)) / (1 + counts[word])) + 1 for word in index])
    kinds = len(CATEGORIES)
    own, words = np.zeros((kinds, EVIDENCE)), np.zeros((len(index), kinds))
    return Model(np.zeros(EVIDENCE), own, np.zeros(kinds), words, rarity(reads), rare, index)


def lesson(reads: list[Read], model: Model) -> Lesson:
    """Everything that the fit looks at."""
    facts = np.stack([evidence(read.analysis, read.hits, model.rarity) for read in reads])
    weighed = [model.weighed(read.analysis, read.hits) for read in reads]
    rows = np.repeat(np.arange(len(reads)), [len(columns) for columns, _ in weighed])
    columns, values = (np.concatenate(part) for part in zip(*weighed, strict=True))
    bags = csr_array((values, (rows, columns)), shape=(len(reads), len(model.index)))
    return Lesson(facts, bags, targets(reads), worths(reads))


def slopes(task: Lesson, weights: Weights) -> Weights:
    """How the likelihood grows with each weight, less the pull towards zero."""
    scores = task.facts @ weights["evidence"] + weights["bias"] + task.bags @ weights["words"]
    scores += np.einsum("nkf,kf->nk", task.facts, weights["own"], optimize=True)
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    miss = (task.wanted - shares / shares.sum(axis=1, keepdims=True)) * task.worth[:, None]
    own = np.einsum("nk,nkf->kf", miss, task.facts, optimize=True)
    found = {
        "evidence": own.sum(axis=0),
        "own": own,
        "bias": miss.sum(axis=0),
        "words": task.bags.T @ miss,
    }
    return {name: slope - PULL[name] * weights[name] for name, slope in found.items()}


def fit(reads: list[Read]) -> Model:
    """A softmax regression fitted by Adam, full batch."""
    model = blank_model(reads)
    task = lesson(reads, model)
    weights: Weights = {name: getattr(model, name) for name in PULL}
    first = {name: np.zeros_like(value) for name, value in weights.items()}
    second = {name: np.zeros_like(value) for name, value in weights.items()}
    for turn in range(1, ROUNDS + 1):
        for name, slope in slopes(task, weights).items():
            first[name] = 0.9 * first[name] + 0.1 * slope
            second[name] = 0.99 * second[name] + 0.01 * slope**2
            mean, spread = first[name] / (1 - 0.9**turn), second[name] / (1 - 0.99**turn)
            weights[name] = weights[name] + STEP * mean / (np.sqrt(spread) + 1e-8)
    return Model(**weights, rarity=model.rarity, word_rarity=model.word_rarity, index=model.index)


def accuracy(model: Model, reads: list[Read]) -> tuple[float, float]:
    """The share of texts whose best category is the gold's first, and any of the gold's."""
    best = [int(np.argmax(model.shares(read.analysis, read.hits))) for read in reads]
    first = [label == read.wanted[0] for label, read in zip(best, reads, strict=True)]
    any_of = [label in read.wanted for label, read in zip(best, reads, strict=True)]
    return float(np.mean(first)), float(np.mean(any_of))


def store(model: Model) -> None:
    """Write the model as half floats."""
    np.savez_compressed(
        MODEL_FILE,
        names=np.frombuffer("\n".join(model.index).encode(), dtype=np.uint8),
        evidence=model.evidence.astype(np.float32),
        own=model.own.astype(np.float32),
        bias=model.bias.astype(np.float32),
        words=model.words.astype(np.float16),
        rarity=model.rarity.astype(np.float32),
        word_rarity=model.word_rarity.astype(np.float16),
    )


def read_file(file: Path, worth: float = 1.0) -> list[Read]:
    """All texts of a file, understood."""
    return [Read(json.loads(line), worth) for line in file.read_text("utf-8").splitlines() if line]


def report(files: dict[str, list[Read]], sentences: list[Read]) -> None:
    """The accuracy on each file of a model that saw the others."""
    found, sizes = [], [len(reads) for reads in files.values()]
    for name, reads in files.items():
        others = [read for other in files if other != name for read in files[other]]
        found.append(accuracy(fit(others + sentences), reads))
        print(f"{name}: first {found[-1][0]:.3f} acceptable {found[-1][1]:.3f}")
    first, any_of = np.average(found, axis=0, weights=sizes)
    print(f"all {sum(sizes)} dreams: first {first:.3f} acceptable {any_of:.3f}")


def main() -> None:
    """Judge each file of dreams by the others, and store a model of all if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dreams", type=Path, nargs="+")
    parser.add_argument("--sentences", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    files = {file.stem: read_file(file) for file in options.dreams}
    sentences = read_file(options.sentences, SENTENCE_WORTH) if options.sentences else []
    if len(files) > 1:
        report(files, sentences)
    if options.write:
        store(fit([read for reads in files.values() for read in reads] + sentences))


if __name__ == "__main__":
    main()
