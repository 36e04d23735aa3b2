"""Which keywords stand together: what each phrase adds to a set, and the search for a good one.

Phrases compete: two may name one thing, or claim the same words. What a candidate adds beside the
others was learned (benchmarks/reading/fit.py) from its own probability, from what it shares with
them and from where they stand; the set is then changed one phrase at a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mongyudo.reading.candidates import Candidate
from mongyudo.reading.ranking import Named
from mongyudo.reading.trees import Trees

Flags = NDArray[np.bool_]
Rows = NDArray[np.float32]
MOST_WEIGHED = 120
"""Candidates of one dream that are weighed against each other, the likeliest; tables grow with
the square, and a dream of ordinary length has about forty."""
_FAR, _NEAR, _ROUNDS = 50, 6, 16
_OWN = (
    "place in text", "long dream", "sentences", "candidates", "mentions", "first mention",
    "sentence length", "place in sentence", "first sentence", "last sentence", "waking", "quoted",
    "pictured", "themed", "iconic", "named deed", "words", "chars", "chars of one",
    "chars of many", "common noun", "generic word", "covered", "longest", "covers", "tokens",
    "repeated",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Odds:
    """What is known of each of N candidates alone: `match` (N,) and `phrase` (N,) from 0 to 1,
    the probabilities that a person names it and that it holds a phrase that a person wrote."""

    match: NDArray[np.float64]
    phrase: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Gains:
    """Two models of what a phrase adds to a set: another keyword that a person would name, and
    another of a person's longer phrases. A phrase is worth the first and `share` of the second,
    less `cost`."""

    match: Trees
    phrase: Trees
    share: float
    cost: float

    def worth(self, rows: Rows) -> NDArray[np.float32]:
        """(R,) for rows (R, F) of Board.rows."""
        added = self.match.probabilities(rows) + self.share * self.phrase.probabilities(rows)
        return np.asarray(added - self.cost, np.float32)


class Board:
    """The candidates of a dream and how they stand to each other."""

    def __init__(self, candidates: Sequence[Candidate], named: Sequence[Named], odds: Odds) -> None:
        self.size = len(candidates)
        first, last, head, sentence = (
            np.array([getattr(c, name) for c in candidates], np.int64)
            for name in ("first", "last", "head", "sentence")
        )
        shared = np.minimum(last[:, None], last) - np.maximum(first[:, None], first) + 1
        self.shared = np.maximum(shared, 0).astype(np.float32)
        np.fill_diagonal(self.shared, 0)
        self.overlaps: Flags = self.shared > 0
        self.others: Flags = ~np.eye(self.size, dtype=bool)
        self.width = (last - first + 1).astype(np.float32)
        self.apart = np.abs(head[:, None] - head).astype(np.float32)
        self.together = sentence[:, None] == sentence
        self.match = odds.match.astype(np.float32)
        self.likelier = self.match > self.match[:, None]
        self.alike = _alike(candidates) * np.minimum(self.match[:, None], self.match)
        self.fixed = self._fixed(odds, named)

    def _fixed(self, odds: Odds, named: Sequence[Named]) -> Rows:
        place = np.empty(self.size)
        place[np.argsort(-odds.match, kind="stable")] = np.arange(self.size)
        rival = np.where(self.overlaps, self.match, 0).max(1, initial=0)
        total = np.full(self.size, odds.match.sum())
        own = [[found.get(name, 0.0) for name in _OWN] for found in named]
        columns = [
            _logit(odds.match), _logit(odds.phrase), rival - odds.match, self.overlaps.sum(1),
            place, total, place / max(1, self.size), np.array(own).reshape(self.size, len(_OWN)),
        ]  # fmt: skip
        return np.column_stack(columns).astype(np.float32)

    def rows(self, chosen: Flags) -> Rows:
        """(N, F): each candidate beside the chosen ones, itself left out."""
        beside = chosen & self.others
        alike = np.where(beside, self.alike, 0)
        alike_apart = np.where(self.overlaps, 0, alike)
        over = beside & self.overlaps
        match = np.where(beside, self.match, 0)
        match_over = np.where(over, match, 0)
        apart = np.where(beside, self.apart, _FAR)
        columns = [
            alike.sum(1), alike.max(1, initial=0), np.where(self.likelier, alike, 0).sum(1),
            alike_apart.sum(1), alike_apart.max(1, initial=0), over.sum(1),
            np.where(over, self.shared, 0).sum(1) / self.width, match_over.max(1, initial=0),
            match_over.sum(1), beside.sum(1), match.sum(1), (beside & self.together).sum(1),
            apart.min(1, initial=_FAR), (apart == 0).any(1), (apart < _NEAR).sum(1), self.fixed,
        ]  # fmt: skip
        return np.column_stack(columns).astype(np.float32)


def improve(board: Board, chosen: Flags, gains: Gains, most: int) -> Flags:
    """The set when phrases that are worth it came in and others went, the clearest first.

    No word is spent twice: phrases that share words add no more matches than they cost. Changing
    one phrase for another was tried, too, and made no better sets.
    """
    chosen = chosen.copy()
    for _ in range(_ROUNDS if board.size else 0):
        worth = gains.worth(board.rows(chosen))
        free = ~chosen & ~(board.overlaps & chosen).any(1)
        more = int(np.where(free, worth, -np.inf).argmax())
        less = int(np.where(chosen, worth, np.inf).argmin())
        full = chosen.sum() >= most
        spare = -worth[less] if chosen[less] else 0.0
        wanted = worth[more] if free[more] and not full else 0.0
        if max(spare, wanted) <= 0:
            break
        if spare >= wanted:
            chosen[less] = False
        else:
            chosen[more] = True
    return chosen


def _alike(candidates: Sequence[Candidate]) -> Flags:
    """(N, N): one phrase holds the other's last word and half of the shorter's letters."""
    texts = [c.ko.replace(" ", "") for c in candidates]
    heads = [c.ko.split()[-1] for c in candidates]
    found: Any = np.zeros((len(texts), len(texts)), bool)
    for i, text in enumerate(texts):
        for j in range(i):
            other = texts[j]
            if heads[i] in other or heads[j] in text:
                shorter, longer = sorted((text, other), key=len)
                held = sum(min(shorter.count(c), longer.count(c)) for c in set(shorter))
                found[i, j] = found[j, i] = 2 * held >= len(shorter)
    return np.asarray(found, bool)


def _logit(share: NDArray[np.float64]) -> NDArray[np.float64]:
    kept = np.clip(share, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(kept / (1 - kept)))
