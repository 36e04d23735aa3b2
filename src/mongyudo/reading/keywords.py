"""The phrases that a film of the dream must keep: candidates ranked, at most fourteen a dream."""

import json
import math
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mongyudo.reading.elements import Hit
from mongyudo.reading.phrases import Candidate, find_candidates
from mongyudo.reading.waking import waking_start
from mongyudo.reading.words import word_list
from mongyudo.records import Analysis, Keyword

MOST_PER_DREAM = 14
PREDICATES = frozenset(("turned", "act", "place_act", "denied", "manner", "doing"))
_CAPITALS = {"cctv": "CCTV", "tv": "TV", "ufo": "UFO", "omr": "OMR", "suv": "SUV", "pc": "PC",
             "ktx": "KTX", "atm": "ATM", "mri": "MRI", "ct": "CT", "vip": "VIP", "dvd": "DVD",
             "sns": "SNS", "lg": "LG", "bts": "BTS", "it": "IT", "ai": "AI"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Setting:
    """What the ranking knows of the dream around a candidate."""

    length: int
    waking: int
    quoted: tuple[tuple[int, int], ...]
    counts: Counter[str]
    sentences: int


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear model: log-odds that a person would name the candidate, alike and word for word."""

    match: dict[str, float]
    phrase: dict[str, float]
    phrase_share: float
    threshold: float


def find_keywords(analysis: Analysis, hits: tuple[Hit, ...]) -> tuple[Keyword, ...]:
    """At most fourteen keywords in the order of the text, no word spent twice."""
    chosen = choose(rated(analysis, hits), _weights().threshold)
    ordered = sorted(chosen, key=lambda candidate: (candidate.start_char, candidate.end_char))
    return tuple(_keyword(candidate) for candidate in ordered)


def rated(analysis: Analysis, hits: tuple[Hit, ...]) -> list[tuple[float, float, Candidate]]:
    """Each candidate with its rank and its probability to be a keyword, best first."""
    candidates = [c for c in find_candidates(analysis, hits) if not is_generic(c)]
    setting = setting_of(analysis, candidates)
    weights = _weights()
    result = []
    for candidate in candidates:
        named = features(candidate, setting)
        match, phrase = _probability(weights.match, named), _probability(weights.phrase, named)
        result.append((match + weights.phrase_share * phrase, match, candidate))
    return sorted(result, key=lambda item: (-item[0], item[2].start_char, item[2].ko))


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
    return _without_echoes([candidate for _, _, candidate in picked])[:MOST_PER_DREAM]


def _without_echoes(chosen: list[Candidate]) -> list[Candidate]:
    """Without a bare noun that a longer phrase ends in, and without the same phrase twice."""
    kept: dict[str, Candidate] = {}
    last_words = {c.ko.split()[-1] for c in chosen if " " in c.ko}
    for candidate in chosen:
        if candidate.ko not in last_words:
            kept.setdefault(candidate.ko, candidate)
    return list(kept.values())


def is_generic(candidate: Candidate) -> bool:
    """Whether the phrase says nothing that can be filmed (꿈, 것, 때)."""
    words = candidate.ko.split()
    generic = word_list("generic nouns")
    return all(word in generic for word in words) or not candidate.ko.strip()


def setting_of(analysis: Analysis, candidates: list[Candidate]) -> Setting:
    """The surroundings of all candidates of a dream."""
    counts = Counter(c.sense.entry.lemma if c.sense else c.ko for c in candidates)
    quotes = [t.start_char for t in analysis.tokens if t.tag in ("SSO", "SSC")]
    pairs = tuple(zip(quotes[::2], quotes[1::2], strict=False))
    waking = waking_start(analysis)
    return Setting(len(analysis.text), waking, pairs, counts, len(analysis.sentences))


def features(candidate: Candidate, setting: Setting) -> dict[str, float]:
    """What the ranking looks at, by name."""
    entry = candidate.sense.entry if candidate.sense else None
    kind = entry.kind if entry else "unknown"
    words = candidate.ko.split()
    found = {
        "bias": 1.0,
        f"pattern {candidate.pattern}": 1.0,
        f"kind {kind}": 1.0,
        f"case {candidate.case or 'bare'}": 1.0,
        f"{candidate.pattern} {kind}": 1.0,
        "words": min(len(words), 4) - 1.0,
        "chars": min(len("".join(words)), 12) / 4,
        "pictured": float(entry is not None and entry.concept is not None),
        "themed": float(entry is not None and entry.category is not None),
        "event theme": float(entry is not None and entry.category == "행동·사건"),
        "named deed": float(candidate.named),
        "iconic": float(entry is not None and entry.concept in word_list("iconic concepts")),
        "common noun": float(words[-1] in word_list("common nouns")),
        "one syllable": float(len(candidate.ko) == 1),
        "waking": float(candidate.start_char >= setting.waking),
        "quoted": float(any(a < candidate.start_char < b for a, b in setting.quoted)),
        "place in text": candidate.start_char / max(1, setting.length),
        "long dream": math.log(max(20, setting.length) / 150),
        "sentences": min(setting.sentences, 12) / 6,
        "generic word": float(bool(word_list("generic nouns").intersection(words))),
        "repeated": float(setting.counts[entry.lemma if entry else candidate.ko] > 4),
    }
    if candidate.case == "V" or candidate.pattern in PREDICATES:
        found[f"ending {candidate.ending or 'none'}"] = 1.0
    return found


def _probability(weights: dict[str, float], named: dict[str, float]) -> float:
    log_odds = sum(weights.get(name, 0.0) * value for name, value in named.items())
    return 1 / (1 + math.exp(-log_odds))


@cache
def _weights() -> Weights:
    file = Path(__file__).parent / "keyword_weights.json"
    return Weights(**json.loads(file.read_text("utf-8")))


def _keyword(candidate: Candidate) -> Keyword:
    sense = candidate.sense
    return Keyword(
        " ".join(_CAPITALS.get(word.lower(), word) for word in candidate.ko.split()),
        candidate.en, candidate.kind, candidate.start_char, candidate.end_char,
        sense.entry.concept if sense else None,
    )  # fmt: skip
