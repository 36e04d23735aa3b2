"""A dream cut into scenes: never shortened, the scenes cover the whole text in order.

Every place where a clause ends is weighed: by balance, by what begins there (connective, new
place, new person), by how the clause before ended. Weights were fitted on development dreams.
"""

import json
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

from mongyudo.reading.elements import Hit, verb_lemma
from mongyudo.reading.waking import waking_start
from mongyudo.reading.words import word_list
from mongyudo.records import Analysis, Span, Token

TINY_CHARS = 75
LONG_SENTENCE_CHARS = 80
MOST_OPTIONS = 40
OPENING_TOKENS = 3
CLAUSE_TOKENS = 14


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a scene may begin, before token `index`; `after` names what ended there."""

    index: int
    start_char: int
    after: str


@dataclass(frozen=True, slots=True)
class Boundary:
    """A place where a scene may begin and its traits by name."""

    start_char: int
    traits: dict[str, float]


def cut(analysis: Analysis, hits: tuple[Hit, ...], segments: int) -> tuple[Span, ...]:
    """The dream as at most `segments` (1-3) contiguous spans that cover the whole text."""
    chosen = best_cuts(analysis, hits, segments) if segments > 1 else ()
    bounds = [0, *(boundary.start_char for boundary in chosen), len(analysis.text)]
    return tuple(Span(a, b) for a, b in pairwise(bounds) if a < b)


def best_cuts(analysis: Analysis, hits: tuple[Hit, ...], segments: int) -> tuple[Boundary, ...]:
    """The boundaries at which to cut; empty when the dream is one scene."""
    options = places(analysis)
    if is_one_scene(analysis, options):
        return ()
    end = told_until(analysis)
    parts = min(segments, len(options) + 1)
    kept = boundaries(analysis, hits, _nearest(options, parts, end))
    return max(
        combinations(kept, parts - 1),
        key=lambda chosen: sum(
            score(boundary, place / parts, end) for place, boundary in enumerate(chosen, 1)
        ),
    )


def is_one_scene(analysis: Analysis, options: list[Place]) -> bool:
    """Whether a dream is too short to cut, or one proper sentence."""
    length, sentences = len(analysis.text.strip()), len(analysis.sentences)
    if not options or length < TINY_CHARS / 2:
        return True
    if sentences == 1:
        return length < LONG_SENTENCE_CHARS or all(place.after == "clause" for place in options)
    return sentences == 2 and length < TINY_CHARS


def places(analysis: Analysis) -> list[Place]:
    """Every place before the remark on waking where a clause ends and a word begins."""
    waking = waking_start(analysis)
    tokens = analysis.tokens
    found: list[Place] = []
    for index in range(1, len(tokens)):
        start = tokens[index].start_char
        after = _ended(analysis, index)
        if after and (start < waking or not found) and start > tokens[0].start_char:
            found.append(Place(index, start, after))
    return found


def boundaries(analysis: Analysis, hits: tuple[Hit, ...], options: list[Place]) -> list[Boundary]:
    """The places with all that speaks for or against a cut there."""
    return [
        Boundary(place.start_char, _traits(analysis, hits, place.index, place.after))
        for place in options
    ]


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


def _traits(analysis: Analysis, hits: tuple[Hit, ...], index: int, after: str) -> dict[str, float]:
    tokens = analysis.tokens
    end = next((i for i in range(index, len(tokens)) if _far(tokens, index, i)), len(tokens))
    begin = next((i for i in range(index - 1, 0, -1) if _far(tokens, index - 1, i - 1)), 0)
    near = min(end, index + CLAUSE_TOKENS)
    opening = tokens[index : index + OPENING_TOKENS]
    last = tokens[index - 1]
    traits = {
        f"after {after}": 1.0,
        "turn": float(_opens_with(opening, "turns")),
        "sequel": float(_opens_with(opening, "sequels")),
        "connective": float(tokens[index].tag == "MAJ"),
        "dreamer": float(tokens[index].tag == "NP"),
        "cohesion": _cohesion(tokens[begin:index], tokens[index:end]),
        "finding": float(any(_is_finding(t) for t in tokens[index:near])),
        "movement": float(_moves(tokens[index:near])),
        "background": float(any(t.form in ("는데", "ᆫ데", "은데") for t in tokens[index:near])),
        "own deed finds": float(_own_deed_finds(tokens[index:end])),
        "own deed": float(_is_own_deed(tokens[index:end])),
        "still before": float(_is_still(tokens[begin:index])),
        "still after": float(_is_still(tokens[index:end])),
        "quote": float(tokens[index].tag == "SSO"),
        "quote before": float(any(t.tag == "SSC" for t in tokens[begin:index])),
        "long before": min(60, tokens[index - 1].end_char - tokens[begin].start_char) / 60,
        "long after": min(60, tokens[end - 1].end_char - tokens[index].start_char) / 60,
        "denial before": float(
            any(t.form in ("안", "못", "없", "않") for t in tokens[begin:index])
        ),
        "moved before": float(_moves(tokens[begin:index])),
        "inside sentence": float(tokens[index].sentence == last.sentence),
    }
    traits |= _news(hits, index, end)
    return traits


def _far(tokens: tuple[Token, ...], start: int, index: int) -> bool:
    return tokens[index].sentence != tokens[start].sentence


def _opens_with(opening: tuple[Token, ...], name: str) -> bool:
    return any(token.form in word_list(name) for token in opening)


def _is_finding(token: Token) -> bool:
    """-니, -니까, -더니, -자: something follows from what was done."""
    return token.tag == "EC" and token.form in (
        "니",
        "으니",
        "니까",
        "으니까",
        "더니",
        "자",
        "자마자",
    )


def _first_clause(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens up to the first ending that is neither -어 nor an attribute's."""
    for index, token in enumerate(tokens):
        if token.tag in ("EC", "EF", "ETN") and token.form not in ("어", "아", "고"):
            return tokens[: index + 1]
    return tokens


def _is_own_deed(tokens: tuple[Token, ...]) -> bool:
    """Whether the first clause tells what the dreamer does: no other subject is named."""
    clause = _first_clause(tokens)
    for before, token in pairwise(clause):
        marked = token.tag in ("JKS", "JX") and token.form in ("이", "가", "은", "는", "도")
        if marked and before.tag != "NP" and before.tag.startswith(("N", "XSN")):
            return False
    return any(token.tag.startswith(("VV", "XSV")) for token in clause)


def _own_deed_finds(tokens: tuple[Token, ...]) -> bool:
    """Whether the dreamer does something and something follows: 문을 열었더니, 돌아보니, 갔는데."""
    last = _first_clause(tokens)[-1]
    follows = last.form in ("는데", "더니", "니", "으니", "니까", "으니까", "자", "자마자", "ᆫ데")
    return follows and _is_own_deed(tokens)


def _is_still(tokens: tuple[Token, ...]) -> bool:
    """Whether a stretch ends in a state: 있었다, 없었다, 이었다, an adjective."""
    for token in reversed(tokens):
        if token.tag.startswith(("VX", "VCP", "VCN", "VA")):
            return token.form in ("있", "없", "이", "아니") or token.tag.startswith("VA")
        if token.tag.startswith(("VV", "XSV", "XSA")):
            return token.tag == "XSA"
    return False


def _moves(tokens: tuple[Token, ...]) -> bool:
    return any(t.tag.startswith("VV") and verb_lemma(t) in word_list("movements") for t in tokens)


def _cohesion(before: tuple[Token, ...], after: tuple[Token, ...]) -> float:
    left = {t.lemma for t in before if t.tag.startswith("NN")}
    right = {t.lemma for t in after if t.tag.startswith("NN")}
    return len(left & right) / (1 + min(len(left), len(right)))


def _news(hits: tuple[Hit, ...], index: int, end: int) -> dict[str, float]:
    """Whether places, people and things are named after the boundary that were not before."""
    known = {hit.entry.english for hit in hits if hit.first < index}
    fresh = [
        hit.entry.kind
        for hit in hits
        if index <= hit.first < end and hit.entry.english not in known
    ]
    return {
        "new place": float("setting" in fresh),
        "new person": float("actor" in fresh),
        "new things": min(4.0, fresh.count("prop")) / 4,
        "new time": float("time" in fresh),
    }


@cache
def _weights() -> dict[str, float]:
    file = Path(__file__).parent / "cut_weights.json"
    weights: dict[str, float] = json.loads(file.read_text("utf-8"))
    return weights
