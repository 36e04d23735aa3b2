"""Fit the weights of scene boundaries on a development file: `fit_cuts.py FILE [--write]`.

Prints the accepted-cut rate under five-fold cross-validation by dream; `--write` fits on the whole
file and stores src/mongyudo/reading/cut_weights.json.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from mongyudo.reading.elements import find_hits
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon
from mongyudo.reading.segments import balance, boundaries, is_one_scene, places, told_until

WEIGHTS = Path(__file__).resolve().parents[2] / "src/mongyudo/reading/cut_weights.json"
FOLDS = 5
TOLERANCE_CHARS = 3
# Few development dreams have 그런데 or 갑자기 where they turn; on dreams by other hands such words
# alone found .65 of the cuts. Added to the fitted weight.
TURN_PRIOR = 1.5
Row = tuple[dict[str, float], bool]


def rows_of(gold: dict[str, Any]) -> list[Row]:
    """The boundaries of a dream, their features, and whether the gold cuts there."""
    analysis = analyse(gold["text"])
    offered = places(analysis)
    if not gold["cuts"] or is_one_scene(analysis, offered):
        return []
    options = boundaries(analysis, find_hits(analysis, load_lexicon()), offered)
    end = told_until(analysis)
    return [
        (
            {**option.traits, **balance(option, 0.5, end)},
            any(abs(option.start_char - cut) <= TOLERANCE_CHARS for cut in gold["cuts"]),
        )
        for option in options
    ]


def fit(dreams: list[list[Row]], strength: float) -> dict[str, float]:
    """Weights by feature."""
    rows = [row for dream in dreams for row in dream]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([row[0] for row in rows])
    model = LogisticRegression(C=strength, max_iter=2000).fit(matrix, [row[1] for row in rows])
    names = vectorizer.get_feature_names_out()
    return {n: round(float(w), 3) for n, w in zip(names, model.coef_[0], strict=True)}


def right(rows: list[Row], weights: dict[str, float]) -> bool:
    """Whether the best boundary of a dream is one that the gold accepts."""
    best = max(rows, key=lambda row: sum(weights.get(n, 0.0) * v for n, v in row[0].items()))
    return best[1]


def main() -> None:
    """Cross-validate over strengths, then write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--strength", type=float, default=0.1)
    options = parser.parse_args()
    golds = [json.loads(line) for line in options.file.read_text("utf-8").splitlines() if line]
    dreams = [rows for rows in map(rows_of, golds) if rows]
    print(f"{len(dreams)} dreams; a right boundary is offered in "
          f"{np.mean([any(row[1] for row in rows) for rows in dreams]):.3f}")  # fmt: skip
    for strength in (0.03, options.strength, 0.3, 1.0):
        results = []
        for seed in range(3):
            order = np.random.default_rng(seed).permutation(len(dreams))
            for k in range(FOLDS):
                held = set(order[k::FOLDS].tolist())
                weights = fit([d for i, d in enumerate(dreams) if i not in held], strength)
                results += [right(dreams[i], weights) for i in held]
        print(f"strength {strength}: accepted {np.mean(results):.3f}")
    if options.write:
        weights = fit(dreams, options.strength)
        weights["turn"] = round(weights.get("turn", 0.0) + TURN_PRIOR, 3)
        WEIGHTS.write_text(json.dumps(weights, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
