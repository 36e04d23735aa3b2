"""A dream cut into scenes: never shortened, the scenes cover the whole text in order.

Every place where a clause ends is weighed: by balance, by what begins there (a new place, a new
person, a deed), by how the clause before ended. Weights are fitted by benchmarks/reading/fit_cuts.
"""

import json
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from mongyudo.reading.elements import Hit
from mongyudo.reading.turns import Place, traits
from mongyudo.reading.waking import waking_start
from mongyudo.records import Analysis, Span, Token

TINY_CHARS = 75
LONG_SENTENCE_CHARS = 80
LOOSE_FROM_CHARS = 30
MOST_OPTIONS = 96
MOST_SCENES = 6
USUAL_MOST_SCENES = 3
"""Up to so many scenes are cut when they are asked for; more only where the text has room."""
SCENE_CHARS = 30
"""What a further scene needs on the average: about one full sentence."""
WEIGHTS = Path(__file__).parent / "cut_weights.json"
_NEVER_OPENS = ("VX", "J", "E", "XS", "VC", "NNB", "SF", "SP", "SE", "SSC", "SO", "W")


@dataclass(frozen=True, slots=True)
class Boundary:
    """A place where a scene may begin and its traits by name."""

    start_char: int
    traits: dict[str, float]


def cut(analysis: Analysis, hits: tuple[Hit, ...], segments: int) -> tuple[Span, ...]:
    """The dream as at most `segments` (1-6) contiguous spans that cover the whole text."""
    chosen = best_cuts(analysis, hits, segments) if segments > 1 else ()
    bounds = [0, *(boundary.start_char for boundary in chosen), len(analysis.text)]
    return tuple(Span(a, b) for a, b in pairwise(bounds) if a < b)


def best_cuts(analysis: Analysis, hits: tuple[Hit, ...], segments: int) -> tuple[Boundary, ...]:
    """The boundaries at which to cut; empty when the dream is one scene."""
    options = places(analysis)
    if is_one_scene(analysis, options):
        return ()
    end = told_until(analysis)
    parts = min(segments, len(options) + 1, _room(options, end))
    if parts > USUAL_MOST_SCENES:
        options = _sentence_ends(options, parts)
    kept = boundaries(analysis, hits, _nearest(options, parts, end))
    return _best_row(kept, parts, end)


def _room(options: list[Place], end: int) -> int:
    """How many scenes a dream has matter for: a sentence each, of some length."""
    sentences = sum(option.is_strong for option in options) + 1
    return max(USUAL_MOST_SCENES, min(sentences, end // SCENE_CHARS))


def _sentence_ends(options: list[Place], parts: int) -> list[Place]:
    """The places where sentences end, so that none is cut: at points where there are enough of
    them, for what only sounds like an end (갔다 왔다고) may stand within a sentence."""
    strong = [option for option in options if option.is_strong]
    pointed = [option for option in strong if option.after != "note"]
    return pointed if len(pointed) >= parts - 1 else strong


def _best_row(kept: list[Boundary], parts: int, end: int) -> tuple[Boundary, ...]:
    """The `parts` - 1 boundaries, in order, whose scores add up to the most.

    A row goes on from the best of those that end before it, so the work grows with parts times
    boundaries and not with all their combinations.
    """
    rows: dict[int, tuple[float, tuple[Boundary, ...]]] = {-1: (0.0, ())}  # by their last boundary
    for place in range(1, parts):
        longer: dict[int, tuple[float, tuple[Boundary, ...]]] = {}
        best: tuple[float, tuple[Boundary, ...]] | None = None
        for at, boundary in enumerate(kept):
            if at - 1 in rows and (best is None or rows[at - 1][0] > best[0]):
                best = rows[at - 1]
            if best is not None:
                worth = score(boundary, place / parts, end)
                longer[at] = (best[0] + worth, (*best[1], boundary))
        rows = longer
    return max(rows.values(), key=lambda row: row[0])[1]


def is_one_scene(analysis: Analysis, options: list[Place]) -> bool:
    """Whether a dream is too short to cut, or one proper sentence."""
    length, sentences = len(analysis.text.strip()), len(analysis.sentences)
    if not options or length < TINY_CHARS / 2:
        return True
    if sentences == 1:
        return length < LONG_SENTENCE_CHARS or not any(place.is_strong for place in options)
    return sentences == 2 and length < TINY_CHARS


def places(analysis: Analysis) -> list[Place]:
    """Every place before the remark on waking where a clause ends and a word begins."""
    waking = waking_start(analysis)
    tokens = analysis.tokens
    lengths = _sentence_lengths(tokens)
    found: list[Place] = []
    for index in range(1, len(tokens)):
        start = tokens[index].start_char
        after = _ended(analysis, index)
        if not after and lengths[tokens[index].sentence] >= LOOSE_FROM_CHARS:
            after = _loosely_ended(analysis, index)
        if after and (start < waking or not found) and start > tokens[0].start_char:
            found.append(Place(index, start, after))
    return found


def boundaries(analysis: Analysis, hits: tuple[Hit, ...], options: list[Place]) -> list[Boundary]:
    """The places with all that speaks for or against a cut there."""
    return [Boundary(place.start_char, traits(analysis, hits, place)) for place in options]


def score(boundary: Boundary, target: float, end: int) -> float:
    """How well a scene could begin there, if `target` is the share of the text wished before."""
    weights = _weights()
    worth = sum(weights.get(name, 0.0) * value for name, value in boundary.traits.items())
    off = balance(boundary, target, end)
    return worth + sum(weights.get(name, 0.0) * value for name, value in off.items())


def balance(boundary: Boundary, target: float, end: int) -> dict[str, float]:
    """How far from the wished share of the text, in tenths; the text ends at character `end`."""
    off = abs(boundary.start_char / max(1, end) - target)
    return {"off balance": 10 * off, "far off balance": 10 * max(0.0, off - 0.15)}


def told_until(analysis: Analysis) -> int:
    """The end of what is balanced: half of a remark on waking counts."""
    waking = waking_start(analysis)
    return (waking + len(analysis.text)) // 2


def _nearest(options: list[Place], parts: int, end: int) -> list[Place]:
    """The options nearest to an even cut, so that very long texts stay quick."""
    targets = [end * part / parts for part in range(1, parts)]
    ranked = sorted(options, key=lambda b: min(abs(b.start_char - target) for target in targets))
    return sorted(ranked[:MOST_OPTIONS], key=lambda b: b.start_char)


def _sentence_lengths(tokens: tuple[Token, ...]) -> dict[int, int]:
    spans: dict[int, tuple[int, int]] = {}
    for token in tokens:
        spans[token.sentence] = (
            spans.get(token.sentence, (token.start_char, 0))[0],
            token.end_char,
        )
    return {number: end - start for number, (start, end) in spans.items()}


def _ended(analysis: Analysis, index: int) -> str:
    """What ended before a token: line, point, note, quote, mark, clause, or nothing."""
    before, here = analysis.tokens[index - 1], analysis.tokens[index]
    gap = analysis.text[before.end_char : here.start_char]
    if "\n" in gap:
        return "line"
    if before.tag in ("SF", "SE") and gap:
        return "point"
    if here.sentence != before.sentence:
        return "note"
    if not gap:
        return ""
    if before.tag == "SSC":
        return "quote" if here.tag.startswith(("NN", "NP", "MA")) else ""
    if before.tag in ("SW", "W_EMOJI", "SO"):
        return "mark"
    if before.tag == "EF":
        return "note"
    return "clause" if before.tag == "EC" and before.form not in ("어", "아", "게", "지") else ""


def _loosely_ended(analysis: Analysis, index: int) -> str:
    """Where phone text without points may end a clause: after -어, an adverb, a bare 중 or -ㅁ."""
    before, here = analysis.tokens[index - 1], analysis.tokens[index]
    gap = analysis.text[before.end_char : here.start_char]
    if not gap.isspace() or here.tag.startswith(_NEVER_OPENS):
        return ""
    if before.tag in ("EC", "MAG", "SP", "SO", "NNB"):
        return f"loose {before.tag}"
    nominal = before.tag in ("NNG", "NNP", "ETN", "JKB") and _closes_with_m(before.form)
    return "loose noun" if nominal or before.form in ("슈", "께", "중") else ""


def _closes_with_m(form: str) -> bool:
    code = ord(form[-1]) - 0xAC00
    return 0 <= code < 11172 and code % 28 == 16


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(WEIGHTS.read_text("utf-8"))
    return weights
