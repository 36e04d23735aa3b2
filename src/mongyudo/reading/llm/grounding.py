"""A language model's answer held against the dream: what has no ground in the text is dropped.

Scenes are cuts in the text, so nothing of it can be lost. Keywords stand where the text says them.
What was dropped, and why, is told.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from mongyudo.reading.anonymising import Hidden
from mongyudo.reading.elements import Hit, elements_of
from mongyudo.reading.hangul import romanise
from mongyudo.reading.lexicon import Lexicon
from mongyudo.reading.llm.answers import MOST_KEYWORDS, Understood, Word
from mongyudo.reading.llm.english import Things, invented, is_english, shortened
from mongyudo.reading.llm.locating import locate
from mongyudo.reading.prompts import write_prompt
from mongyudo.records import (
    CATEGORIES,
    EMOTIONS,
    Analysis,
    Element,
    Keyword,
    ReadBy,
    Reading,
    Scored,
    Segment,
    Span,
)

LONGEST_PHRASE_CHARS = 40
_DENIES = re.compile(r"안 |[않못없]")


@dataclass(frozen=True, slots=True)
class Ground:
    """What an answer is held against: the offline reading and what it was made of."""

    offline: Reading
    analysis: Analysis
    hits: tuple[Hit, ...]
    lexicon: Lexicon
    things: Things
    hidden: Hidden
    parts: tuple[Span, ...]
    most_scenes: int


@dataclass(slots=True)
class _Kept:
    """What stands, and what was dropped with the reason."""

    keywords: list[Keyword] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


def grounded(answer: Understood, ground: Ground, by: ReadBy, *, is_fixed: bool) -> Reading:
    """The reading that `answer` gives; where it gives nothing to use, the offline reader's part."""
    kept = _Kept()
    spans = _spans(answer, ground, kept, is_fixed=is_fixed)
    for at, scene in enumerate(answer.scenes):
        home = spans[at] if at < len(spans) else spans[-1]
        for word in scene.keywords:
            _keep(word, home, ground, kept)
    if not kept.keywords and any(segment.keywords for segment in ground.offline.segments):
        kept.dropped.append("키워드 없음 (no keyword stands): the offline reader's are taken")
        kept.keywords += [k for segment in ground.offline.segments for k in segment.keywords]
    prompts = [scene.prompt for scene in answer.scenes] if len(answer.scenes) == len(spans) else []
    segments = _segments(spans, prompts, ground, kept)
    return replace(
        ground.offline,
        emotion=_scored(answer.emotions, EMOTIONS, ground.offline.emotion),
        category=_scored(answer.categories, CATEGORIES, ground.offline.category),
        segments=segments,
        unknown=_unknown(ground, kept),
        read_by=replace(by, dropped=tuple(kept.dropped)),
    )


def _spans(answer: Understood, ground: Ground, kept: _Kept, *, is_fixed: bool) -> tuple[Span, ...]:
    """The scenes; the offline reader's where the answer's are out of order or too many."""
    if is_fixed:
        return ground.parts
    firsts = [scene.first for scene in answer.scenes]
    fits = (
        0 < len(firsts) <= ground.most_scenes
        and firsts[0] == 1
        and all(a < b for a, b in pairwise(firsts))
        and firsts[-1] <= len(ground.parts)
    )
    if not fits:
        kept.dropped.append(f"장면 {firsts} (scenes out of order): the offline reader's are taken")
        return tuple(Span(s.start_char, s.end_char) for s in ground.offline.segments)
    starts = [ground.parts[first - 1].start_char for first in firsts]
    return tuple(Span(a, b) for a, b in pairwise((*starts, len(ground.analysis.text))))


def _keep(word: Word, home: Span, ground: Ground, kept: _Kept) -> None:
    """Keep a keyword that the text says, and does not deny; its words that the lexicon lacks get
    the concept of the plain noun that the model gives for them."""
    phrase = ground.hidden.restored(word.ko).strip()
    place = _place(phrase, home, ground, kept) if len(phrase) <= LONGEST_PHRASE_CHARS else None
    why = _fault(phrase, place, ground, kept)
    if why or place is None:
        kept.dropped.append(f"{phrase[:LONGEST_PHRASE_CHARS]!r}: {why}")
        return
    inside = [h for h in ground.hits if _within(h.start_char, h.end_char, place)]
    is_known = any(_meets(h.start_char, h.end_char, place) for h in ground.hits)
    meant = [] if is_known else _meant(word, place, ground)
    english = ground.hidden.filmed(word.en)
    if not is_english(english):
        kept.dropped.append(f"{word.en[:LONGEST_PHRASE_CHARS]!r}: 영어가 아님 (not English)")
        english = " ".join(h.entry.english for h in inside) or romanise(phrase) or phrase
    head = [h.entry.concept for h in inside if h.entry.pos == "N"] or [e.concept for e in meant]
    concept = head[-1] if head else None
    kept.elements += meant
    kept.keywords.append(
        Keyword(phrase, english, word.kind, place.start_char, place.end_char, concept)
    )


def _fault(phrase: str, place: Span | None, ground: Ground, kept: _Kept) -> str:
    """Why a phrase cannot be a keyword; "" if it can."""
    if len(phrase) > LONGEST_PHRASE_CHARS:
        return f"너무 김 (over {LONGEST_PHRASE_CHARS} characters)"
    if not phrase or place is None:
        return "꿈에 없음 (no ground in the text)"
    denied = [h.negated for h in ground.hits if _within(h.start_char, h.end_char, place)]
    if denied and all(denied) and not _DENIES.search(phrase):
        return "꿈이 아니라고 함 (the text denies it)"
    if any(phrase == k.ko or place == _span_of(k) for k in kept.keywords):
        return "이미 있음 (said already)"
    if len(kept.keywords) >= MOST_KEYWORDS:
        return f"너무 많음 (over {MOST_KEYWORDS})"
    return ""


def _place(phrase: str, home: Span, ground: Ground, kept: _Kept) -> Span | None:
    """Where the text says a phrase: in its scene if possible, else anywhere; first to the letter,
    then in other words of the same meaning (locating.py)."""
    if not phrase:
        return None
    text = ground.analysis.text
    taken = {_span_of(keyword) for keyword in kept.keywords}
    for start, end in ((home.start_char, home.end_char), (0, len(text))):
        at = text.find(phrase, start, end)
        while at >= 0 and Span(at, at + len(phrase)) in taken:
            at = text.find(phrase, at + 1, end)
        if at >= 0:
            return Span(at, at + len(phrase))
    return locate(phrase, home, ground.analysis, ground.hits, ground.lexicon)


def _meant(word: Word, place: Span, ground: Ground) -> list[Element]:
    """What can be drawn for words that the lexicon lacks, by the model's plain noun for them."""
    entry = ground.lexicon.sense(word.plain.strip().replace(" ", ""), "N")
    if entry is None or entry.concept is None:
        return []
    english = ground.hidden.filmed(word.en)
    english = english if is_english(english) else entry.english
    return [
        Element(
            entry.lemma, english, entry.kind, entry.concept, place.start_char, place.end_char
        )
    ]  # fmt: skip


def _segments(
    spans: Sequence[Span], prompts: Sequence[str], ground: Ground, kept: _Kept
) -> tuple[Segment, ...]:
    elements = sorted(
        (*elements_of(ground.hits), *kept.elements), key=lambda e: (e.start_char, e.end_char)
    )
    keywords = sorted(kept.keywords, key=lambda k: (k.start_char, k.end_char))
    made = []
    for at, span in enumerate(spans):
        own = tuple(k for k in keywords if span.start_char <= k.start_char < span.end_char)
        inside = tuple(e for e in elements if span.start_char <= e.start_char < span.end_char)
        told = _prompt(prompts[at], elements, keywords, ground, kept) if prompts else ""
        prompt = told or write_prompt(own, inside, ground.lexicon.deeds)
        text = ground.analysis.text[span.start_char : span.end_char]
        made.append(Segment(span.start_char, span.end_char, text, own, prompt, inside))
    return tuple(made)


def _prompt(
    prompt: str,
    elements: Sequence[Element],
    keywords: Sequence[Keyword],
    ground: Ground,
    kept: _Kept,
) -> str:
    """The model's prompt without what it invented; "" where nothing of it can stand."""
    told = ground.hidden.filmed(" ".join(prompt.split()))
    if not is_english(told):
        kept.dropped.append(f"{told[:LONGEST_PHRASE_CHARS]!r}: 영어가 아님 (prompt not English)")
        return ""
    said = [e for e in elements if not e.negated]
    concepts = {e.concept for e in said} | {k.concept for k in keywords}
    words = " ".join([*(e.en for e in said), *(k.en for k in keywords)])
    phrases = []
    for phrase in told.split(","):
        found = invented(phrase, concepts, words, ground.things)
        kept.dropped += [f"{each!r}: 지어냄 (invented, in the prompt)" for each in found]
        phrases += [] if found else [phrase.strip()]
    return shortened(", ".join(filter(None, phrases)))


def _scored(shares: Iterable[object], labels: tuple[str, ...], offline: Scored) -> Scored:
    """Shares made to sum to 1; the offline reader's where none is left."""
    found = dict.fromkeys(labels, 0.0)
    for each in shares:
        label, share = getattr(each, "label", ""), getattr(each, "share", 0.0)
        if label in found and math.isfinite(share) and share > 0:
            found[label] = max(found[label], min(share, 1.0))
    total = sum(found.values())
    if total <= 0:
        return offline
    scores = {label: share / total for label, share in found.items()}
    return Scored(max(scores, key=lambda label: scores[label]), scores)


def _unknown(ground: Ground, kept: _Kept) -> tuple[str, ...]:
    """Words that neither the lexicon nor the model's plain nouns explain."""
    text = ground.analysis.text
    told = " ".join(text[e.start_char : e.end_char] for e in kept.elements)
    return tuple(word for word in ground.offline.unknown if word.removesuffix("다") not in told)


def _within(start_char: int, end_char: int, span: Span) -> bool:
    return span.start_char <= start_char and end_char <= span.end_char


def _meets(start_char: int, end_char: int, span: Span) -> bool:
    return start_char < span.end_char and span.start_char < end_char


def _span_of(keyword: Keyword) -> Span:
    return Span(keyword.start_char, keyword.end_char)
