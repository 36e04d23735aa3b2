"""What the cues of a dream say together: how much of each emotion the dreamer names as their own or
shows in body and act, how much is another's, told by events, denied, or said last."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mongyudo.reading.emotion_clauses import Clause, Unit
from mongyudo.reading.emotion_cues import Match, matches_in
from mongyudo.records import EMOTIONS

VOICES: tuple[str, ...] = ("named", "shown", "other", "event", "denied", "closing")
"""Whose or what kind of evidence, in the order of the rows of `evidence_of`."""

_PEOPLE = Path(__file__).with_name("emotion_data") / "people.txt"
_NAMED = frozenset({"feeling", "calm", "irony"})
_PLAIN = 1.3
_NEITHER_NOR = 1.5
_WAKING_FROM = 0.5
_CLOSING_SENTENCES = 1


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a clause stands: `closing` in the last sentence or after waking."""

    clause: Clause
    closing: bool
    ironic: bool


def evidence_of(clauses: tuple[Clause, ...]) -> NDArray[np.float64]:
    """Sums of cue weights, shape (6, 7): a row for each of VOICES, a column for each emotion."""
    sums = np.zeros((len(VOICES), len(EMOTIONS)))
    for place in _places(clauses):
        for match in matches_in(place.clause):
            for emotion, weight in match.cue.weights:
                for voice in _voices(match, place, weight):
                    sums[VOICES.index(voice), EMOTIONS.index(emotion)] += weight
    if _denies_all(sums):
        sums[VOICES.index("named"), EMOTIONS.index("중립")] += _NEITHER_NOR
    return sums


def _denies_all(sums: NDArray[np.float64]) -> bool:
    """Neither frightened nor glad: several feelings denied and none named."""
    named, denied = sums[VOICES.index("named")], sums[VOICES.index("denied")]
    return not bool(named.any()) and int(np.count_nonzero(denied)) > 1


def _places(clauses: tuple[Clause, ...]) -> list[_Place]:
    places = []
    last = clauses[-1].sentence if clauses else 0
    awake = False
    for index, clause in enumerate(clauses):
        awake = awake or (index >= _WAKING_FROM * len(clauses) and _wakes(clause))
        ironic = any(match.cue.kind == "irony" for match in matches_in(clause))
        places.append(_Place(clause, awake or clause.sentence > last - _CLOSING_SENTENCES, ironic))
    return places


def _wakes(clause: Clause) -> bool:
    return any(unit.lemma == "깨다" for unit in clause.units) or "눈을 뜨" in clause.text


def _voices(match: Match, place: _Place, weight: float) -> tuple[str, ...]:
    if match.negated or (place.ironic and match.cue.kind != "irony"):
        return ("denied",)
    if match.cue.kind == "event":
        return ("event",)
    if _is_anothers(match, place.clause):
        return ("other",)
    own = "named" if match.cue.kind in _NAMED and weight >= _PLAIN else "shown"
    return (own, "closing") if place.closing else (own,)


def _is_anothers(match: Match, clause: Clause) -> bool:
    """A feeling adjective is the dreamer's whatever its subject (호랑이가 무서웠다: one says so of
    oneself alone); acts and felt verbs belong to the person who is their subject."""
    if clause.subject not in people():
        return False
    unit = match.unit
    return match.cue.kind == "act" or (unit is not None and _is_shown(unit))


def _is_shown(unit: Unit) -> bool:
    return unit.causes_verb or unit.tag.startswith("VV")


@cache
def people() -> frozenset[str]:
    """Nouns for people, spirits and animals, who have feelings of their own."""
    lines = _PEOPLE.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
