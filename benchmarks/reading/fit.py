"""Fit the ranking of keywords on a development file: `fit.py FILE [--write]`.

Prints figures from five-fold cross-validation by dream (no dream is judged by weights that saw
it); `--write` fits on the whole file and stores src/mongyudo/reading/keyword_weights.json.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.reading.measure import matched, same, stems

from mongyudo.reading.elements import find_hits
from mongyudo.reading.keywords import choose, features, is_generic, setting_of
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon
from mongyudo.reading.phrases import Candidate, find_candidates

WEIGHTS = Path(__file__).resolve().parents[2] / "src/mongyudo/reading/keyword_weights.json"
FOLDS = 5
Row = tuple[Candidate, dict[str, float], bool, bool, bool]


def rows_of(gold: dict[str, Any]) -> list[Row]:
    """Candidates of a dream, their features, and whether they match gold alike and in words."""
    analysis = analyse(gold["text"])
    hits = find_hits(analysis, load_lexicon())
    candidates = [c for c in find_candidates(analysis, hits) if not is_generic(c)]
    setting = setting_of(analysis, candidates)
    multi = [stems(phrase) for phrase in gold["keywords"] if " " in phrase]
    rows = []
    for candidate in candidates:
        alike = any(same(candidate.ko, phrase) for phrase in gold["keywords"])
        close = any(same(candidate.ko, phrase, strict=True) for phrase in gold["keywords"])
        own = stems(candidate.ko) if " " in candidate.ko else set()
        worded = any(want <= own for want in multi)
        rows.append((candidate, features(candidate, setting), alike, close, worded))
    return rows


def fit(dreams: list[list[Row]], strength: float) -> tuple[dict[str, float], dict[str, float]]:
    """Weights by feature for matching alike and for matching in words."""
    rows = [row for dream in dreams for row in dream]
    vectorizer = DictVectorizer(sparse=False)
    matrix = vectorizer.fit_transform([row[1] for row in rows])
    result = []
    for columns in ((2, 3), (4, 4)):
        model = LogisticRegression(C=strength, max_iter=2000, fit_intercept=False)
        labels = [row[column] for column in columns for row in rows]
        model.fit(np.vstack([matrix, matrix]), labels)
        names = vectorizer.get_feature_names_out()
        result.append({n: round(float(w), 3) for n, w in zip(names, model.coef_[0], strict=True)})
    return result[0], result[1]


def ranked(
    rows: list[Row], weights: tuple[dict[str, float], dict[str, float]], share: float
) -> list[tuple[float, float, Candidate]]:
    """The candidates with rank and probability, best first."""
    result = []
    for candidate, named, *_ in rows:
        p, q = (
            1 / (1 + np.exp(-sum(w.get(n, 0.0) * v for n, v in named.items()))) for w in weights
        )
        result.append((p + share * q, p, candidate))
    return sorted(result, key=lambda item: (-item[0], item[2].start_char, item[2].ko))


def figures(
    folds: list[tuple[list[Row], list[str], tuple[dict[str, float], dict[str, float]]]],
    share: float,
    threshold: float,
) -> str:
    """F1, multi-word recall and keywords a dream over all folds."""
    hit = strict = ours = want = found = multi = 0
    for rows, gold, weights in folds:
        chosen = [c.ko for c in choose(ranked(rows, weights, share), threshold)]
        hit, ours, want = hit + len(matched(chosen, gold)), ours + len(chosen), want + len(gold)
        strict += len(matched(chosen, gold, strict=True))
        have = [stems(phrase) for phrase in chosen if " " in phrase]
        for phrase in gold:
            if " " in phrase:
                multi += 1
                found += any(stems(phrase) <= mine for mine in have)
    f1, strict_f1 = 2 * hit / (ours + want), 2 * strict / (ours + want)
    return (
        f"F1 {f1:.3f} strict {strict_f1:.3f} precision {hit / ours:.3f} "
        f"multi-word {found / multi:.3f} mean {ours / len(folds):.1f}"
    )


def main() -> None:
    """Cross-validate over a few settings, then write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--strength", type=float, default=0.3)
    parser.add_argument("--share", type=float, default=1.4)
    parser.add_argument("--threshold", type=float, default=0.35)
    options = parser.parse_args()
    golds = [json.loads(line) for line in options.file.read_text("utf-8").splitlines() if line]
    dreams = [rows_of(gold) for gold in golds]
    bound = [
        len(matched([c.ko for c, *_ in rows], g["keywords"]))
        for rows, g in zip(dreams, golds, strict=True)
    ]
    print(f"recall of all candidates {sum(bound) / sum(len(g['keywords']) for g in golds):.3f}")
    order = np.random.default_rng(7).permutation(len(dreams))
    folds = []
    for k in range(FOLDS):
        held = set(order[k::FOLDS].tolist())
        weights = fit([d for i, d in enumerate(dreams) if i not in held], options.strength)
        folds += [(dreams[i], golds[i]["keywords"], weights) for i in sorted(held)]
    for share in (0.4, options.share, 1.8):
        for threshold in (0.3, options.threshold, 0.4, 0.5):
            print(share, threshold, figures(folds, share, threshold))
    if options.write:
        match, phrase = fit(dreams, options.strength)
        content = {
            "match": match,
            "phrase": phrase,
            "phrase_share": options.share,
            "threshold": options.threshold,
        }
        text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
        WEIGHTS.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
