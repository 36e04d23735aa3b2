"""Dream -> Reading: emotion, category, scenes, keywords, English and a prompt per scene."""

import re
import unicodedata
from collections.abc import Iterator
from importlib import import_module, util
from pathlib import Path
from typing import TYPE_CHECKING

from mongyudo.errors import InputError
from mongyudo.records import EMOTIONS, Analysis, Dream, Element, Reading, Scored, Segment, Span

if TYPE_CHECKING:
    from mongyudo.reading.elements import Hit

MOST_CHARS = 20_000
_HANGUL = re.compile("[가-힣]")
_LEAST_HANGUL_SHARE = 0.2


def read(
    dream: Dream,
    analysis: Analysis | None = None,
    *,
    segments: int = 2,
    lexicon_dir: Path | None = None,
    spans: tuple[Span, ...] | None = None,
) -> Reading:
    """Read a dream; `analysis` may be handed over when it was made before.

    Args:
        segments: how many scenes at most, 1 to 6; a single sentence stays one scene, and more than
            three are made only of a dream that has a sentence for each.
        lexicon_dir: a folder of user TSV files whose senses go before the built-in ones.
        spans: where the scenes are, when the dreamer has said so; they cover the text in order.

    Raises:
        InputError: the text is blank, holds no Korean, is not NFC, or is too long.
        LexiconError: a user file breaks the format.
    """
    from mongyudo.reading.again import as_named_before
    from mongyudo.reading.category import score_category
    from mongyudo.reading.elements import find_hits, unknown_words
    from mongyudo.reading.korean import analyse
    from mongyudo.reading.lexicon import load_lexicon
    from mongyudo.reading.segments import cut

    check_text(dream.text)
    analysis = analysis or analyse(dream.text)
    lexicon = load_lexicon(lexicon_dir)
    hits = tuple(as_named_before(find_hits(analysis, lexicon), analysis.tokens))
    spans = spans or cut(analysis, hits, segments)
    return Reading(
        dream.id,
        _score_emotion(analysis),
        score_category(analysis, hits),
        _segments(analysis, hits, spans, lexicon.deeds),
        unknown_words(analysis, hits),
    )


def check_text(text: str) -> None:
    """Raise InputError, in kind Korean, for a text that cannot be read as a dream."""
    if len(text) > MOST_CHARS:
        raise InputError(
            f"꿈이 너무 깁니다: {len(text):,}자 (한도 {MOST_CHARS:,}자). 나누어 적어 주세요. "
            f"(The dream is too long: {len(text):,} characters of {MOST_CHARS:,} at most. "
            "Please write it in parts.)"
        )
    if not unicodedata.is_normalized("NFC", text):
        raise InputError("글이 NFC가 아닙니다. Dream.of(글)로 만들어 주세요.")
    letters = sum(char.isalpha() for char in text)
    if not letters:
        raise InputError(
            "꿈에 글자가 없습니다 (0자). 기억나는 장면을 한 문장이라도 적어 주세요. "
            "(The dream has no letters. Please write one sentence of what you remember.)"
        )
    hangul = len(_HANGUL.findall(text))
    if hangul < max(1, letters * _LEAST_HANGUL_SHARE):
        raise InputError(
            f"꿈은 한국어로 읽습니다: 글자 {letters:,}자 가운데 한글이 {hangul:,}자뿐입니다. "
            "한국어로 적어 주세요. (Dreams are read in Korean, and of the "
            f"{letters:,} letters here {hangul:,} are Korean. Please tell it in Korean.)"
        )


def _segments(
    analysis: Analysis,
    hits: "tuple[Hit, ...]",
    spans: tuple[Span, ...],
    deeds: frozenset[str],
) -> tuple[Segment, ...]:
    from mongyudo.reading.bystanders import bystanders
    from mongyudo.reading.called import called
    from mongyudo.reading.doubles import doubles
    from mongyudo.reading.elements import elements_of
    from mongyudo.reading.keywords import find_keywords
    from mongyudo.reading.prompts import write_prompt
    from mongyudo.reading.unnamed import unnamed

    keywords = find_keywords(analysis, hits)
    elements = elements_of(hits)
    names = (
        *called(analysis, hits), *unnamed(analysis, hits), *bystanders(analysis, hits),
        *doubles(analysis, hits),
    )  # fmt: skip
    made = []
    for span in spans:
        own = tuple(k for k in keywords if span.start_char <= k.start_char < span.end_char)
        inside = tuple(e for e in elements if span.start_char <= e.start_char < span.end_char)
        text = analysis.text[span.start_char : span.end_char]
        prompt = write_prompt(own, inside, deeds)
        named = [e for e in names if span.start_char <= e.start_char < span.end_char]
        told = sorted((*_apart(inside, named), *named), key=lambda e: e.start_char)
        made.append(Segment(span.start_char, span.end_char, text, own, prompt, tuple(told)))
    return tuple(made)


def _apart(inside: tuple[Element, ...], named: list[Element]) -> Iterator[Element]:
    """What of `inside` no name stands for: 알바가 웃었다 is no work, 염색공 no ball, 연회장 no
    chairman (회장)."""
    from mongyudo.reading.unnamed_places import NAMED

    renamed = {(e.start_char, e.end_char) for e in named}
    places = {e.end_char: e.start_char for e in named if e.en == NAMED}
    whole = [range(e.start_char, e.end_char) for e in named if e.en in ("somebody", "something")]
    for element in inside:
        first, last = element.start_char, element.end_char
        within = any(first in word and last <= word.stop for word in whole)
        if (first, last) not in renamed and not within and places.get(last, first) >= first:
            yield element


def _score_emotion(analysis: Analysis) -> Scored:
    if util.find_spec("mongyudo.reading.emotion") is None:
        return Scored("중립", dict.fromkeys(EMOTIONS, 1 / 7))
    scored: Scored = import_module("mongyudo.reading.emotion").score_emotion(analysis)
    return scored
