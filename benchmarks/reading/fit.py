"""Fit the choice of keywords: `fit.py FILE... [--write]`.

Prints figures by cross-validation, leaving out one file at a time (the files were written by
different hands); `--write` fits on all files and stores src/mongyudo/reading/keyword_weights.json
and keyword_trees.npz. Every draw has a fixed seed.

First two linear models learn which candidates match a gold keyword, each candidate alone. Then
sets are drawn for every dream, with the odds of models that had not seen its file, and boosted
trees learn what each candidate adds to such a set: does one keyword more find its match? So two
names of one thing are not both chosen.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.reading.measure import matched, same, stems

from mongyudo.reading.candidates import Candidate
from mongyudo.reading.choosing import Board, Gains, Odds, improve
from mongyudo.reading.elements import find_hits
from mongyudo.reading.keywords import MOST_PER_DREAM, choose, without_echoes
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon
from mongyudo.reading.phrases import find_candidates
from mongyudo.reading.ranking import features_of, is_generic
from mongyudo.reading.trees import Trees

STORE = Path(__file__).resolve().parents[2] / "src/mongyudo/reading"
FEWEST = 4
STRENGTH = 0.3
DEPTH, TREES = 4, 120
SEED = 5
STARTS = ((0.1, 0.42, 0.08, 1.0), (0.47, 0.42, 0.08, 1.0), (0.35, 0.38, 0.1, 0.7))
"""Drawn sets: share of phrases, threshold, noise on the odds, part of the set that is kept."""
Array = np.ndarray[Any, Any]


@dataclass
class Sheet:
    """A dream: its candidates, their features, and which gold keywords each matches."""

    file: str
    gold: list[str]
    candidates: list[Candidate]
    named: list[dict[str, float]]
    alike: Array
    worded: Array
    rows: slice = field(default_factory=lambda: slice(0))


@cache
def phrase_stems(phrase: str) -> frozenset[str]:
    """The content stems of a phrase of several words."""
    return frozenset(stems(phrase)) if " " in phrase else frozenset()


def sheet_of(gold: dict[str, Any], file: str) -> Sheet:
    """A dream of the file with all that the fit needs."""
    analysis = analyse(gold["text"])
    hits = find_hits(analysis, load_lexicon())
    candidates = [c for c in find_candidates(analysis, hits) if not is_generic(c)]
    shape = (len(candidates), len(gold["keywords"]))
    alike = [same(c.ko, phrase) for c in candidates for phrase in gold["keywords"]]
    worded = [
        bool(phrase_stems(phrase)) and phrase_stems(phrase) <= phrase_stems(c.ko)
        for c in candidates
        for phrase in gold["keywords"]
    ]
    return Sheet(
        file, gold["keywords"], candidates, features_of(analysis, candidates),
        np.array(alike, bool).reshape(shape), np.array(worded, bool).reshape(shape),
    )  # fmt: skip


def matching(sheet: Sheet, chosen: list[int]) -> int:
    """How many of the chosen candidates find a gold keyword of their own."""
    owner: dict[int, int] = {}

    def seek(row: int, seen: set[int]) -> bool:
        for want in np.flatnonzero(sheet.alike[row]).tolist():
            if want not in seen:
                seen.add(want)
                if want not in owner or seek(owner[want], seen):
                    owner[want] = row
                    return True
        return False

    return sum(seek(row, set()) for row in chosen)


class Fitter:
    """The linear models: fitted on some of the dreams, they tell the odds of others."""

    def __init__(self, sheets: list[Sheet]) -> None:
        counts = Counter(name for sheet in sheets for named in sheet.named for name in named)
        kept = [
            {n: v for n, v in named.items() if counts[n] >= FEWEST}
            for sheet in sheets
            for named in sheet.named
        ]
        self.sheets = sheets
        self.vectorizer = DictVectorizer()
        self.matrix = self.vectorizer.fit_transform(kept).tocsr()
        self.labels = tuple(
            np.concatenate([getattr(s, name).any(1) for s in sheets])
            for name in ("alike", "worded")
        )
        start = 0
        for sheet in sheets:
            sheet.rows = slice(start, start + len(sheet.candidates))
            start = sheet.rows.stop

    def models(self, train: list[int]) -> list[Any]:
        """One model a label, fitted on the rows of some dreams."""
        rows = self._rows(train)
        return [
            LogisticRegression(C=STRENGTH, max_iter=1000, fit_intercept=False).fit(
                self.matrix[rows], label[rows]
            )
            for label in self.labels
        ]

    def _rows(self, dreams: list[int]) -> Array:
        spans = [np.arange(s.rows.start, s.rows.stop) for s in map(self.sheets.__getitem__, dreams)]
        return np.concatenate(spans)

    def scores(self, models: list[Any], dreams: list[int]) -> Array:
        """Probabilities, one row for each row of the matrix; other dreams' rows are zero."""
        rows = self._rows(dreams)
        result = np.zeros((self.matrix.shape[0], 2))
        result[rows] = np.stack([m.predict_proba(self.matrix[rows])[:, 1] for m in models], 1)
        return result

    def unseen(self, train: list[int]) -> Array:
        """The odds of the training dreams by models that saw the other files of `train` only."""
        result = np.zeros((self.matrix.shape[0], 2))
        for name in sorted({self.sheets[i].file for i in train}):
            held = [i for i in train if self.sheets[i].file == name]
            rest = [i for i in train if self.sheets[i].file != name]
            result += self.scores(self.models(rest), held)
        return result


def start_of(sheet: Sheet, scores: Array, share: float, threshold: float) -> Array:
    """(N,) flags of the set that the candidates' own odds make."""
    rows = zip(scores.tolist(), sheet.candidates, strict=True)
    ranked = [(p + share * q, p, candidate) for (p, q), candidate in rows]
    ranked.sort(key=lambda item: (-item[0], item[2].start_char, item[2].ko))
    chosen = {id(candidate) for candidate in choose(ranked, threshold)}
    return np.array([id(c) in chosen for c in sheet.candidates], bool)


def board_of(sheet: Sheet, scores: Array) -> Board:
    """The board of a dream with these odds."""
    return Board(sheet.candidates, sheet.named, Odds(scores[:, 0], scores[:, 1]))


def added(sheet: Sheet, chosen: Array) -> Iterator[tuple[bool, bool]]:
    """Whether each candidate adds a match, and a longer phrase, to the others of the set."""
    kept = np.flatnonzero(chosen).tolist()
    times = sheet.worded[kept].sum(0)
    for i, own in enumerate(chosen.tolist()):
        others = [j for j in kept if j != i]
        new = matching(sheet, [*others, i]) > matching(sheet, others)
        yield new, bool((sheet.worded[i] & (times == int(own))).any())


def drawn_sets(fitter: Fitter, train: list[int], scores: Array) -> tuple[Array, Array]:
    """What the trees learn from: rows of drawn sets and their two labels."""
    random = np.random.default_rng(SEED)
    rows: list[Array] = []
    labels: list[tuple[bool, bool]] = []
    for sheet in (fitter.sheets[i] for i in train):
        board = board_of(sheet, scores[sheet.rows])
        for share, threshold, noise, kept in STARTS:
            own = scores[sheet.rows].copy()
            own[:, 0] += random.normal(0, noise, len(own))
            chosen = start_of(sheet, own, share, threshold) & (random.random(len(own)) < kept)
            rows.append(board.rows(chosen))
            labels += added(sheet, chosen)
    return np.concatenate(rows), np.array(labels, bool)


def grown(rows: Array, labels: Array) -> Trees:
    """Boosted trees of at most DEPTH questions."""
    model = HistGradientBoostingClassifier(
        learning_rate=0.08, max_iter=TREES, max_depth=DEPTH, max_leaf_nodes=2**DEPTH,
        min_samples_leaf=80, l2_regularization=8.0, early_stopping=False, random_state=0,
    )  # fmt: skip
    model.fit(rows, labels)
    full = [_full(stage[0].nodes) for stage in model._predictors]
    features, thresholds, leaves = (np.stack(part) for part in zip(*full, strict=True))
    return Trees(
        features.astype(np.int16), thresholds.astype(np.float32), leaves.astype(np.float32),
        float(model._baseline_prediction.item()),
    )  # fmt: skip


def _full(nodes: Array) -> tuple[Array, Array, Array]:
    """A tree as a full one: where it ends early, questions that all rows answer with no."""
    questions = 2**DEPTH - 1
    features, thresholds = np.zeros(questions), np.full(questions, np.inf)
    leaves = np.zeros(questions + 1)

    def fill(node: int, place: int) -> None:
        here = nodes[node]
        if place >= questions:
            leaves[place - questions] = here["value"]
        elif here["is_leaf"]:
            fill(node, 2 * place + 1)
        else:
            features[place], thresholds[place] = here["feature_idx"], here["num_threshold"]
            fill(int(here["left"]), 2 * place + 1)
            fill(int(here["right"]), 2 * place + 2)

    fill(0, 0)
    return features, thresholds, leaves


def fitted(fitter: Fitter, train: list[int]) -> tuple[Trees, Trees]:
    """The two models of what a candidate adds."""
    rows, labels = drawn_sets(fitter, train, fitter.unseen(train))
    return grown(rows, labels[:, 0]), grown(rows, labels[:, 1])


def chosen_of(sheet: Sheet, scores: Array, gains: Gains, options: argparse.Namespace) -> list[str]:
    """The keywords of a dream as the reader would choose them."""
    start = start_of(sheet, scores, options.share, options.threshold)
    found = improve(board_of(sheet, scores), start, gains, MOST_PER_DREAM)
    kept = [sheet.candidates[i] for i in np.flatnonzero(found).tolist()]
    return [candidate.ko for candidate in without_echoes(kept)]


def figures(sheets: list[Sheet], chosen: list[list[str]]) -> str:
    """F1, multi-word recall and keywords a dream."""
    hit = strict = ours = want = found = multi = 0
    for sheet, phrases in zip(sheets, chosen, strict=True):
        hit += len(matched(phrases, sheet.gold))
        strict += len(matched(phrases, sheet.gold, strict=True))
        ours, want = ours + len(phrases), want + len(sheet.gold)
        longer = [phrase for phrase in sheet.gold if phrase_stems(phrase)]
        multi += len(longer)
        found += sum(any(phrase_stems(p) <= phrase_stems(c) for c in phrases) for p in longer)
    return (
        f"F1 {2 * hit / (ours + want):.3f} strict {2 * strict / (ours + want):.3f} "
        f"precision {hit / ours:.3f} recall {hit / want:.3f} "
        f"multi-word {found / multi:.3f} mean {ours / len(sheets):.1f}"
    )


def cross_validate(fitter: Fitter, options: argparse.Namespace) -> None:
    """Print the figures of dreams that the models did not see."""
    sheets, everything = fitter.sheets, []
    for name in sorted({sheet.file for sheet in sheets}):
        held = [i for i, sheet in enumerate(sheets) if sheet.file == name]
        train = [i for i, sheet in enumerate(sheets) if sheet.file != name]
        gains = Gains(*fitted(fitter, train), options.gain_share, options.cost)
        scores = fitter.scores(fitter.models(train), held)
        part = [sheets[i] for i in held]
        chosen = [chosen_of(sheet, scores[sheet.rows], gains, options) for sheet in part]
        print(name, figures(part, chosen), flush=True)
        everything += list(zip(part, chosen, strict=True))
    print("all", figures(*(list(part) for part in zip(*everything, strict=True))), flush=True)


def write(fitter: Fitter, options: argparse.Namespace) -> None:
    """Fit on all dreams and store the weights and the trees."""
    train = list(range(len(fitter.sheets)))
    models = fitter.models(train)
    names = fitter.vectorizer.get_feature_names_out()
    pairs = zip(names, models[0].coef_[0], models[1].coef_[0], strict=True)
    table = {n: [round(float(a), 2), round(float(b), 2)] for n, a, b in pairs}
    lines = [
        f"  {json.dumps(n, ensure_ascii=False)}: {json.dumps(w)}"
        for n, w in sorted(table.items())
        if any(w)
    ]
    chosen = {
        "phrase_share": options.share, "threshold": options.threshold,
        "gain_share": options.gain_share, "cost": options.cost,
    }  # fmt: skip
    head = "".join(f' "{name}": {value},\n' for name, value in chosen.items())
    text = "{\n" + head + ' "features": {\n' + ",\n".join(lines) + "\n }\n}\n"
    (STORE / "keyword_weights.json").write_text(text, "utf-8")
    trees = dict(zip(("match", "phrase"), fitted(fitter, train), strict=True))
    arrays = {f"{name}.{f}": getattr(t, f) for name, t in trees.items() for f in Trees.__slots__}
    np.savez_compressed(STORE / "keyword_trees.npz", **arrays)


def main() -> None:
    """Cross-validate, then write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--share", type=float, default=0.85)
    parser.add_argument("--threshold", type=float, default=0.58)
    parser.add_argument("--gain-share", type=float, default=0.4)
    parser.add_argument("--cost", type=float, default=0.4)
    options = parser.parse_args()
    sheets = [
        sheet_of(json.loads(line), file.stem)
        for file in options.files
        for line in file.read_text("utf-8").splitlines()
        if line
    ]
    bound = sum(matching(s, list(range(len(s.candidates)))) for s in sheets)
    print(f"recall of all candidates {bound / sum(len(s.gold) for s in sheets):.3f}")
    fitter = Fitter(sheets)
    cross_validate(fitter, options)
    if options.write:
        write(fitter, options)


if __name__ == "__main__":
    main()
