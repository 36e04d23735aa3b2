"""The only room that speaks to kiwi: Korean text -> morphemes and sentences with offsets."""

from functools import cache
from typing import TYPE_CHECKING

from mongyudo.records import Analysis, Span, Token

if TYPE_CHECKING:
    from kiwipiepy import Kiwi


@cache
def analyser() -> "Kiwi":
    """The one Kiwi of this process, loaded at the first call (about 0.6 s and 330 MB)."""
    from kiwipiepy import Kiwi

    return Kiwi(model_type="cong-global", load_multi_dict=False)


def analyse(text: str) -> Analysis:
    """Morphemes and sentences of an NFC text; offsets are code points of that text."""
    raw = analyser().tokenize(text, typos="basic")
    tokens = tuple(
        Token(t.form, t.tag, t.lemma, t.start, t.start + t.len, t.word_position, t.sent_position)
        for t in raw
    )
    return Analysis(text, tokens, _sentences(tokens))


def _sentences(tokens: tuple[Token, ...]) -> tuple[Span, ...]:
    ends: dict[int, list[int]] = {}
    for token in tokens:
        bounds = ends.setdefault(token.sentence, [token.start_char, token.end_char])
        bounds[1] = max(bounds[1], token.end_char)
    return tuple(Span(start, end) for start, end in ends.values())
