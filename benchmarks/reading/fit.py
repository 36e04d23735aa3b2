"""Fit the ranking of keywords: `fit.py FILE... [--write] [--by file|dream]`.

Prints figures by cross-validation, leaving out one file at a time (the files were written by
different hands) or a fifth of the dreams; `--write` fits on all files and stores
src/mongyudo/reading/keyword_weights.json.

A first model learns which candidates match a gold keyword; with the choice it would make, each
candidate is labelled again: does it match one that those ranked before it leave over? The second
model, which is stored, learns that, so that two names of one thing are not both chosen.
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
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.reading.measure import matched, same, stems

from mongyudo.reading.candidates import Candidate
from mongyudo.reading.elements import find_hits
from mongyudo.reading.keywords import choose
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon
from mongyudo.reading.phrases import find_candidates
from mongyudo.reading.ranking import features_of, is_generic

WEIGHTS = Path(__file__).resolve().parents[2] / "src/mongyudo/reading/keyword_weights.json"
FOLDS = 5
FEWEST = 4
FIRST_SHARE, FIRST_THRESHOLD = 1.0, 0.5
Array = np.ndarray[Any, Any]
Labels = tuple[Array, Array]


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


def rank(sheet: Sheet, scores: Array, share: float) -> list[tuple[float, float, Candidate]]:
    """The candidates with rank and probability, best first; `scores` has two columns."""
    rows = zip(scores.tolist(), sheet.candidates, strict=True)
    ranked = [(p + share * q, p, candidate) for (p, q), candidate in rows]
    return sorted(ranked, key=lambda item: (-item[0], item[2].start_char, item[2].ko))


def marginal(sheet: Sheet, scores: Array) -> Iterator[tuple[bool, bool]]:
    """Whether each candidate still matches when the chosen ones ranked before it have matched."""
    ranked = rank(sheet, scores, FIRST_SHARE)
    place = {id(candidate): i for i, (*_, candidate) in enumerate(ranked)}
    index = {id(candidate): i for i, candidate in enumerate(sheet.candidates)}
    chosen = choose(ranked, FIRST_THRESHOLD)
    for i, candidate in enumerate(sheet.candidates):
        before = [
            index[id(c)] for c in chosen
            if place[id(c)] < place[id(candidate)]
            and not (c.first <= candidate.last and candidate.first <= c.last)
        ]  # fmt: skip
        new = len(_matching(sheet, [*before, i])) > len(_matching(sheet, before))
        left = sheet.worded[i] & ~sheet.worded[before].any(0)
        yield new, bool(left.any())


def _matching(sheet: Sheet, chosen: list[int]) -> dict[int, int]:
    owner: dict[int, int] = {}

    def seek(row: int, seen: set[int]) -> bool:
        for want in np.flatnonzero(sheet.alike[row]).tolist():
            if want not in seen:
                seen.add(want)
                if want not in owner or seek(owner[want], seen):
                    owner[want] = row
                    return True
        return False

    for row in chosen:
        seek(row, set())
    return owner


class Fitter:
    """Fits the two models on some of the dreams and scores others."""

    def __init__(self, sheets: list[Sheet], strength: float) -> None:
        counts = Counter(name for sheet in sheets for named in sheet.named for name in named)
        kept = [
            {n: v for n, v in named.items() if counts[n] >= FEWEST}
            for sheet in sheets
            for named in sheet.named
        ]
        self.sheets, self.strength = sheets, strength
        self.vectorizer = DictVectorizer()
        self.matrix = self.vectorizer.fit_transform(kept).tocsr()
        start = 0
        for sheet in sheets:
            sheet.rows = slice(start, start + len(sheet.candidates))
            start = sheet.rows.stop

    def models(self, train: list[int], labels: Labels) -> tuple[Any, Any]:
        """One model a label, fitted on the rows of some dreams."""
        rows = self._rows(train)
        first, second = (
            LogisticRegression(C=self.strength, max_iter=1000, fit_intercept=False).fit(
                self.matrix[rows], label[rows]
            )
            for label in labels
        )
        return first, second

    def _rows(self, dreams: list[int]) -> Array:
        spans = [np.arange(s.rows.start, s.rows.stop) for s in map(self.sheets.__getitem__, dreams)]
        return np.concatenate(spans)

    def scores(self, models: tuple[Any, Any], dreams: list[int]) -> Array:
        """Probabilities, one row for each row of the matrix; other dreams' rows are zero."""
        rows = self._rows(dreams)
        result = np.zeros((self.matrix.shape[0], 2))
        result[rows] = np.stack([m.predict_proba(self.matrix[rows])[:, 1] for m in models], 1)
        return result

    def matching(self) -> Labels:
        """The first labels: a candidate matches any gold keyword."""
        alike = np.concatenate([s.alike.any(1) for s in self.sheets])
        return alike, np.concatenate([s.worded.any(1) for s in self.sheets])

    def relabelled(self, train: list[int]) -> Labels:
        """The second labels, made with scores from folds inside `train`."""
        first = self.matching()
        scores = np.zeros((self.matrix.shape[0], 2))
        order = np.random.default_rng(7).permutation(train)
        for k in range(FOLDS):
            held = order[k::FOLDS].tolist()
            models = self.models([i for i in train if i not in set(held)], first)
            scores += self.scores(models, held)
        labels = np.zeros((self.matrix.shape[0], 2), bool)
        for i in train:
            sheet = self.sheets[i]
            labels[sheet.rows] = list(marginal(sheet, scores[sheet.rows]))
        return labels[:, 0], labels[:, 1]

    def fit(self, train: list[int]) -> tuple[Any, Any]:
        """The models that are stored."""
        return self.models(train, self.relabelled(train))


def figures(sheets: list[Sheet], scores: Array, share: float, threshold: float) -> str:
    """F1, multi-word recall and keywords a dream."""
    hit = strict = ours = want = found = multi = 0
    for sheet in sheets:
        ranked = rank(sheet, scores[sheet.rows], share)
        chosen = [candidate.ko for candidate in choose(ranked, threshold)]
        hit += len(matched(chosen, sheet.gold))
        strict += len(matched(chosen, sheet.gold, strict=True))
        ours, want = ours + len(chosen), want + len(sheet.gold)
        phrases = [phrase for phrase in sheet.gold if phrase_stems(phrase)]
        multi += len(phrases)
        found += sum(any(phrase_stems(p) <= phrase_stems(c) for c in chosen) for p in phrases)
    return (
        f"F1 {2 * hit / (ours + want):.3f} strict {2 * strict / (ours + want):.3f} "
        f"precision {hit / ours:.3f} recall {hit / want:.3f} "
        f"multi-word {found / multi:.3f} mean {ours / len(sheets):.1f}"
    )


def held_out(sheets: list[Sheet], by: str) -> list[list[int]]:
    """The groups of dreams that are left out in turn."""
    if by == "file":
        names = sorted({sheet.file for sheet in sheets})
        return [[i for i, s in enumerate(sheets) if s.file == name] for name in names]
    order = np.random.default_rng(7).permutation(len(sheets))
    return [sorted(order[k::FOLDS].tolist()) for k in range(FOLDS)]


def cross_validate(fitter: Fitter, options: argparse.Namespace) -> None:
    """Print the figures of dreams that the models did not see."""
    sheets = fitter.sheets
    scores = np.zeros((fitter.matrix.shape[0], 2))
    for held in held_out(sheets, options.by):
        models = fitter.fit([i for i in range(len(sheets)) if i not in set(held)])
        own = fitter.scores(models, held)
        scores += own
        if options.by == "file":
            part = [sheets[i] for i in held]
            print(part[0].file, figures(part, own, options.share, options.threshold), flush=True)
    for share in (0.5, options.share, 1.0):
        for threshold in (0.4, options.threshold, 0.5):
            print(share, threshold, figures(sheets, scores, share, threshold), flush=True)


def write(fitter: Fitter, options: argparse.Namespace) -> None:
    """Fit on all dreams and store the weights."""
    models = fitter.fit(list(range(len(fitter.sheets))))
    names = fitter.vectorizer.get_feature_names_out()
    pairs = zip(names, models[0].coef_[0], models[1].coef_[0], strict=True)
    table = {n: [round(float(a), 2), round(float(b), 2)] for n, a, b in pairs}
    lines = [
        f"  {json.dumps(n, ensure_ascii=False)}: {json.dumps(w)}"
        for n, w in sorted(table.items())
        if any(w)
    ]
    text = (
        f'{{\n "phrase_share": {options.share},\n "threshold": {options.threshold},\n'
        ' "features": {\n' + ",\n".join(lines) + "\n }\n}\n"
    )
    WEIGHTS.write_text(text, "utf-8")


def main() -> None:
    """Cross-validate, then write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--by", choices=("file", "dream"), default="file")
    parser.add_argument("--strength", type=float, default=0.3)
    parser.add_argument("--share", type=float, default=0.85)
    parser.add_argument("--threshold", type=float, default=0.42)
    options = parser.parse_args()
    sheets = [
        sheet_of(json.loads(line), file.stem)
        for file in options.files
        for line in file.read_text("utf-8").splitlines()
        if line
    ]
    bound = sum(len(_matching(s, list(range(len(s.candidates))))) for s in sheets)
    print(f"recall of all candidates {bound / sum(len(s.gold) for s in sheets):.3f}")
    fitter = Fitter(sheets, options.strength)
    cross_validate(fitter, options)
    if options.write:
        write(fitter, options)


if __name__ == "__main__":
    main()
