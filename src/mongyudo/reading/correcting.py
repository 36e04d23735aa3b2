"""A reading as the dreamer mends it: another emotion, other cuts, keywords struck out or added."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from mongyudo.errors import InputError
from mongyudo.reading import read
from mongyudo.reading.elements import elements_of, find_hits
from mongyudo.reading.hangul import romanise
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import Lexicon, load_lexicon
from mongyudo.reading.prompts import write_prompt
from mongyudo.records import EMOTIONS, Correction, Dream, Element, Keyword, Reading, Segment, Span

MOST_ADDED = 14
LONGEST_PHRASE_CHARS = 40


def read_corrected(
    dream: Dream,
    correction: Correction,
    *,
    segments: int = 2,
    lexicon_dir: Path | None = None,
    reader: Callable[..., Reading] = read,
) -> Reading:
    """The reading of `dream` by `reader`, which takes what `read` takes by name, mended.

    Raises InputError for an unknown emotion, cuts that are out of order or outside the text, and
    too many or too long phrases.
    """
    _check(correction)
    spans = None if correction.cuts is None else _spans(dream.text, correction.cuts)
    reading = reader(dream, segments=segments, lexicon_dir=lexicon_dir, spans=spans)
    lexicon = load_lexicon(lexicon_dir)
    mended = [_mended(at, s, correction, lexicon) for at, s in enumerate(reading.segments)]
    emotion = replace(reading.emotion, label=correction.emotion or reading.emotion.label)
    return replace(reading, emotion=emotion, segments=tuple(mended))


def _check(correction: Correction) -> None:
    if correction.emotion and correction.emotion not in EMOTIONS:
        raise InputError(
            f"감정 {correction.emotion!r}는 없습니다. 고를 수 있는 감정: {', '.join(EMOTIONS)}."
        )
    phrases = [phrase for _, phrase in correction.added]
    longest = max(phrases, key=len, default="")
    if len(phrases) > MOST_ADDED or len(longest) > LONGEST_PHRASE_CHARS:
        raise InputError(
            f"더한 키워드가 너무 많거나 깁니다: {len(phrases)}개, 가장 긴 것은 {len(longest)}자 "
            f"(한도 {MOST_ADDED}개, {LONGEST_PHRASE_CHARS}자)."
        )


def _spans(text: str, cuts: tuple[int, ...]) -> tuple[Span, ...]:
    edges = list(pairwise((0, *cuts, len(text))))
    if any(start >= end or not text[start:end].strip() for start, end in edges):
        raise InputError(
            f"장면을 나눈 자리 {list(cuts)}가 맞지 않습니다. 0보다 크고 {len(text)}보다 작은 수를 "
            "차례대로 골라, 어느 장면도 비지 않게 해 주세요."
        )
    return tuple(Span(start, end) for start, end in edges)


def _mended(at: int, segment: Segment, correction: Correction, lexicon: Lexicon) -> Segment:
    struck = [k for k in segment.keywords if k.ko in correction.without]
    added = [phrase.strip() for scene, phrase in correction.added if scene == at and phrase.strip()]
    if not struck and not added:
        return segment  # with the prompt that its reader wrote
    kept = tuple(k for k in segment.keywords if k not in struck)
    elements = tuple(
        e
        for e in segment.elements
        if not any(_inside(e, k) for k in struck) or any(_inside(e, k) for k in kept)
    )
    for phrase in added:
        keyword, meant = _understood(phrase, segment, lexicon)
        kept, elements = (*kept, keyword), (*elements, *meant)
    prompt = write_prompt(kept, elements, lexicon.deeds)
    return replace(segment, keywords=kept, elements=elements, prompt=prompt)


def _inside(element: Element, keyword: Keyword) -> bool:
    return keyword.start_char <= element.start_char and element.end_char <= keyword.end_char


def _understood(
    phrase: str, segment: Segment, lexicon: Lexicon
) -> tuple[Keyword, tuple[Element, ...]]:
    """A phrase that the dreamer added: where it stands in the scene, at its end if nowhere."""
    found = segment.text.find(phrase)
    start = segment.start_char + found if found >= 0 else segment.end_char
    end = start + len(phrase) if found >= 0 else segment.end_char
    meant = tuple(
        replace(element, start_char=start, end_char=end)
        for element in elements_of(find_hits(analyse(phrase), lexicon))
    )
    head = meant[-1] if meant else None
    english = " ".join(element.en for element in meant) or romanise(phrase) or phrase
    kind, concept = (head.kind, head.concept) if head else ("prop", None)
    return Keyword(phrase, english, kind, start, end, concept), meant
