"""The phrases that a film of the dream must keep: candidates ranked, at most fourteen a dream."""

import json
import math
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from mongyudo.reading.candidates import Candidate
from mongyudo.reading.choosing import MOST_WEIGHED, Board, Gains, Odds, improve
from mongyudo.reading.elements import Hit
from mongyudo.reading.phrases import find_candidates
from mongyudo.reading.ranking import Named, features_of, is_generic
from mongyudo.reading.trees import load_trees
from mongyudo.records import Analysis, Keyword

MOST_PER_DREAM = 14
_CAPITALS = {"cctv": "CCTV", "tv": "TV", "ufo": "UFO", "omr": "OMR", "suv": "SUV", "pc": "PC",
             "ktx": "KTX", "atm": "ATM", "mri": "MRI", "ct": "CT", "vip": "VIP", "dvd": "DVD",
             "sns": "SNS", "lg": "LG", "bts": "BTS", "it": "IT", "ai": "AI"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weights:
    """Two linear models in one table, and how their probabilities are joined.

    `features` holds by name the log-odds that a person would name the candidate and that it holds
    the words of a phrase that a person wrote. With `phrase_share` and `threshold` a first set is
    made; `gain_share` and `cost` say what a phrase is worth beside the others (choosing.Gains).
    """

    features: dict[str, tuple[float, float]]
    phrase_share: float
    threshold: float
    gain_share: float
    cost: float


class _Rated(NamedTuple):
    match: float
    phrase: float
    candidate: Candidate
    named: Named


def find_keywords(analysis: Analysis, hits: tuple[Hit, ...]) -> tuple[Keyword, ...]:
    """At most fourteen keywords in the order of the text, no phrase twice."""
    candidates = [c for c in find_candidates(analysis, hits) if not is_generic(c)]
    if not candidates:
        return ()
    rated = _rated(candidates, features_of(analysis, candidates))
    weights = _weights()
    ranked = [(r.match + weights.phrase_share * r.phrase, r.match, r.candidate) for r in rated]
    first = {id(candidate) for candidate in choose(ranked, weights.threshold)}
    odds = Odds(np.array([r.match for r in rated]), np.array([r.phrase for r in rated]))
    board = Board([r.candidate for r in rated], [r.named for r in rated], odds)
    start = np.array([id(r.candidate) in first for r in rated], bool)
    found = improve(board, start, _gains(), MOST_PER_DREAM)
    chosen = without_echoes([r.candidate for r, kept in zip(rated, found, strict=True) if kept])
    ordered = sorted(chosen, key=lambda candidate: (candidate.start_char, candidate.end_char))
    joints = _joints(analysis)
    return tuple(_as_written(_keyword(candidate), joints) for candidate in ordered)


def _rated(candidates: list[Candidate], named: list[Named]) -> list[_Rated]:
    """The likeliest candidates with their odds, best first; of a very long dream no two alike."""
    table = _weights().features
    rated = [
        _Rated(*probabilities(table, own), candidate, own)
        for candidate, own in zip(candidates, named, strict=True)
    ]
    rated.sort(key=lambda r: (-r.match, r.candidate.start_char, r.candidate.ko))
    if len(rated) > MOST_WEIGHED:
        rated = list({r.candidate.ko: r for r in reversed(rated)}.values())[::-1]
    return rated[:MOST_WEIGHED]


def choose(ranked: list[tuple[float, float, Candidate]], threshold: float) -> list[Candidate]:
    """The set of candidates that is worth most, none sharing a token with another.

    A candidate is worth its rank less `threshold`; the best set is found by going through the
    candidates by their last token (weighted interval scheduling), then cut to MOST_PER_DREAM.
    """
    by_end = sorted(ranked, key=lambda item: (item[2].last, item[2].first, item[2].ko))
    ends = [candidate.last for _, _, candidate in by_end]
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for index, (rank, _, candidate) in enumerate(by_end):
        worth, chosen = best[bisect_left(ends, candidate.first)]
        worth += rank - threshold
        best.append((worth, (*chosen, index)) if worth > best[index][0] else best[index])
    picked = sorted((by_end[i] for i in best[-1][1]), key=lambda item: -item[0])
    return without_echoes([candidate for _, _, candidate in picked])[:MOST_PER_DREAM]


def without_echoes(chosen: list[Candidate]) -> list[Candidate]:
    """Without a bare noun that a longer phrase ends in, and without the same phrase twice."""
    kept: dict[str, Candidate] = {}
    last_words = {c.ko.split()[-1] for c in chosen if " " in c.ko}
    for candidate in chosen:
        if candidate.ko not in last_words:
            kept.setdefault(candidate.ko, candidate)
    return list(kept.values())


def probabilities(
    weights: dict[str, tuple[float, float]], named: dict[str, float]
) -> tuple[float, float]:
    """The probabilities that a candidate is named and that it holds a written phrase."""
    match = phrase = 0.0
    for name, value in named.items():
        own = weights.get(name)
        if own:
            match, phrase = match + own[0] * value, phrase + own[1] * value
    return 1 / (1 + math.exp(-match)), 1 / (1 + math.exp(-phrase))


@cache
def _weights() -> Weights:
    file = Path(__file__).parent / "keyword_weights.json"
    return Weights(**json.loads(file.read_text("utf-8")))


@cache
def _gains() -> Gains:
    match, phrase = load_trees(Path(__file__).parent / "keyword_trees.npz")
    return Gains(match, phrase, _weights().gain_share, _weights().cost)


class _Joint(NamedTuple):
    """A verb with 어 before another, as its parts are and as it is written: 구르어, 굴러."""

    start_char: int
    apart: str
    written: str


def _joints(analysis: Analysis) -> list[_Joint]:
    found = []
    tokens = analysis.tokens
    for verb, ending, other in zip(tokens, tokens[1:], tokens[2:], strict=False):
        joins = ending.tag == "EC" and ending.form in ("어", "아") and other.tag.startswith("VV")
        if joins and verb.tag.startswith("VV") and len(verb.form) > 1:
            written = analysis.text[verb.start_char : other.start_char].strip()
            found.append(_Joint(verb.start_char, verb.form + ending.form, written))
    return [joint for joint in found if joint.written and joint.apart != joint.written]


def _as_written(keyword: Keyword, joints: list[_Joint]) -> Keyword:
    """굴러떨어진 어금니, and not 구르어떨어진."""
    ko = keyword.ko
    for joint in joints:
        if keyword.start_char <= joint.start_char < keyword.end_char:
            ko = ko.replace(joint.apart, joint.written, 1)
    return replace(keyword, ko=ko) if ko != keyword.ko else keyword


def _keyword(candidate: Candidate) -> Keyword:
    sense = candidate.sense
    return Keyword(
        " ".join(_CAPITALS.get(word.lower(), word) for word in candidate.ko.split()),
        candidate.en, candidate.kind, candidate.start_char, candidate.end_char,
        sense.entry.concept if sense else None,
    )  # fmt: skip
