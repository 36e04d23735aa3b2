"""Which of seven emotions the dreamer felt: cues of each clause, weighed by whose they are, by
denial, and by how near they stand to the dream's end and the remark on waking."""

import math

from mongyudo.reading.emotion_clauses import Clause, clauses_of
from mongyudo.reading.emotion_cues import Match, matches_in
from mongyudo.records import EMOTIONS, Analysis, Scored

_WAKING = frozenset({"깨다", "일어나다", "눈뜨다", "잠", "꿈"})


def score_emotion(analysis: Analysis) -> Scored:
    """The emotion of a dream: a probability for each of records.EMOTIONS, summing to 1, and the
    likeliest as the label. A text without any cue is calm (중립)."""
    sums: dict[str, float] = dict.fromkeys(EMOTIONS, 0.0)
    sums["중립"] = 1.0
    clauses = clauses_of(analysis)
    waking = False
    for index, clause in enumerate(clauses):
        place = (index + 1) / len(clauses)
        waking = waking or _wakes(clause)
        for match in matches_in(clause):
            for emotion, value in _weighed(match, clause, place, waking=waking):
                sums[emotion] += value
    return _scored(sums)


def _wakes(clause: Clause) -> bool:
    return any(unit.lemma == "깨다" for unit in clause.units)


def _weighed(
    match: Match, clause: Clause, place: float, *, waking: bool
) -> list[tuple[str, float]]:
    factor = 0.8 + 0.4 * place
    if match.cue.kind in {"feeling", "body", "calm"}:
        factor *= 2.0 if waking else 1.3
    if match.negated:
        return [(emotion, -0.5 * weight) for emotion, weight in match.cue.weights]
    if match.cue.kind == "act" and not clause.is_mine:
        factor *= 0.4
    return [(emotion, factor * weight) for emotion, weight in match.cue.weights]


def _scored(sums: dict[str, float]) -> Scored:
    top = max(sums.values())
    grown = {emotion: math.exp(value - top) for emotion, value in sums.items()}
    total = sum(grown.values())
    scores = {emotion: value / total for emotion, value in grown.items()}
    return Scored(max(scores, key=lambda emotion: scores[emotion]), scores)
