"""Fit the weights of scene boundaries on labelled dreams: `fit_cuts.py FILE... [--write]`.

The places of one dream compete (a softmax), and the gold's cuts share the probability. Every file
is by another hand: the printed accepted-cut rates are of dreams in files that the fit has not
seen. `--write` fits on all files and stores src/mongyudo/reading/cut_weights.json.
"""

import argparse
import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mongyudo.reading.elements import find_hits
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon
from mongyudo.reading.segments import (
    WEIGHTS,
    balance,
    boundaries,
    is_one_scene,
    places,
    told_until,
)

Floats = NDArray[np.float64]
TOLERANCE_CHARS = 3
ROUNDS, STEP = 600, 0.03
# Few labelled dreams have 그런데 or 갑자기 where they turn; on dreams by other hands such words
# alone found .65 of the cuts. The weight to which the fit pulls them.
EXPECTED = {"turn": 1.5}


class Rows(NamedTuple):
    """The places of one dream: their features, and whether the gold cuts there (n,)."""

    features: list[dict[str, float]]
    right: Floats


def rows_of(gold: dict[str, Any]) -> Rows | None:
    """The places of a dream; None for a dream that is one scene."""
    analysis = analyse(gold["text"])
    offered = places(analysis)
    if not gold["cuts"] or is_one_scene(analysis, offered):
        return None
    options = boundaries(analysis, find_hits(analysis, load_lexicon()), offered)
    end = told_until(analysis)
    accepted = [len(gold["text"][:cut].rstrip()) for cut in gold["cuts"]]
    ends = [len(gold["text"][: option.start_char].rstrip()) for option in options]
    right = [any(abs(place - cut) <= TOLERANCE_CHARS for cut in accepted) for place in ends]
    features = [{**option.traits, **balance(option, 0.5, end)} for option in options]
    return Rows(features, np.array(right, np.float64))


def fit(dreams: list[Rows], strength: float) -> dict[str, float]:
    """Weights by feature: the likeliest under a pull towards what is expected, by Adam."""
    dreams = [dream for dream in dreams if dream.right.any()]
    names = sorted({name for dream in dreams for row in dream.features for name in row})
    matrix = np.array([[r.get(n, 0.0) for n in names] for d in dreams for r in d.features])
    scale: Floats = matrix.std(axis=0) + 1e-9
    expected = np.array([EXPECTED.get(name, 0.0) for name in names]) * scale
    right = np.concatenate([dream.right for dream in dreams])
    starts = np.cumsum([0] + [len(dream.right) for dream in dreams])[:-1]
    owner = np.repeat(np.arange(len(dreams)), [len(dream.right) for dream in dreams])
    matrix, weights = matrix / scale, expected.copy()
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, ROUNDS + 1):
        slope = _slope(matrix @ weights, matrix, right, starts, owner)
        slope += strength * (weights - expected)
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        mean, spread = first / (1 - 0.9**turn), second / (1 - 0.99**turn)
        weights = weights - STEP * mean / (np.sqrt(spread) + 1e-8)
    return {n: round(float(w), 3) for n, w in zip(names, weights / scale, strict=True)}


def _slope(
    scores: Floats, matrix: Floats, right: Floats, starts: NDArray[np.intp], owner: NDArray[np.intp]
) -> Floats:
    """How the surprise at the gold grows with each weight."""
    shares = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
    shares /= np.add.reduceat(shares, starts)[owner]
    found = np.maximum(np.add.reduceat(shares * right, starts), 1e-12)[owner]
    slope: Floats = matrix.T @ (shares - shares * right / found)
    return slope


def is_right(dream: Rows, weights: dict[str, float]) -> bool:
    """Whether the best boundary of a dream is one that the gold accepts."""
    scores = [sum(weights.get(n, 0.0) * v for n, v in row.items()) for row in dream.features]
    return bool(dream.right[int(np.argmax(scores))])


def report(files: dict[str, list[Rows]], strength: float) -> None:
    """The accepted-cut rate of each file under weights fitted on the others."""
    results: dict[str, list[bool]] = {}
    for name, dreams in files.items():
        others = [dream for other in files if other != name for dream in files[other]]
        weights = fit(others, strength)
        results[name] = [is_right(dream, weights) for dream in dreams]
    shown = " ".join(f"{name} {np.mean(found):.3f}" for name, found in results.items())
    every = [found for dreams in results.values() for found in dreams]
    print(f"strength {strength}: {np.mean(every):.3f} ({shown})")


def main() -> None:
    """Judge each file by the others over a few strengths, then write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--strength", type=float, default=15.0)
    options = parser.parse_args()
    files: dict[str, list[Rows]] = {}
    for file in options.files:
        golds = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line]
        files[file.stem] = [rows for rows in map(rows_of, golds) if rows]
    dreams = [dream for name in files for dream in files[name]]
    offered = np.mean([dream.right.any() for dream in dreams])
    print(f"{len(dreams)} dreams; a right boundary is offered in {offered:.3f}")
    for strength in (5.0, options.strength, 40.0) if len(files) > 1 else ():
        report(files, strength)
    if options.write:
        text = json.dumps(fit(dreams, options.strength), ensure_ascii=False, indent=1)
        WEIGHTS.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
