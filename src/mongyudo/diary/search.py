"""Finding entries again: by stems (달린다 finds 달렸다) and by letters (호ㄹ finds 호랑이)."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_

from mongyudo.diary.tables import Entry
from mongyudo.records import Analysis

CONTENT_TAGS = ("NNG", "NNP", "NR", "VV", "VA", "XR", "MAG", "SL", "SN")
_NOT_LETTERS = re.compile(r"[\W_]+")
_FINALS = range(0x11A8, 0x11C3)
_LOOSE = range(0x3131, 0x3164)


def _initials() -> dict[int, str]:
    """Every loose or final consonant as the initial ones it is made of; vowels stay one."""
    first = {_letter(chr(code)): chr(code) for code in range(0x1100, 0x1113)}
    apart = {code: unicodedata.normalize("NFKD", chr(code)) for code in _LOOSE}
    apart |= {code: chr(code) for code in _FINALS}
    return {code: _as_initials(char, first) for code, char in apart.items()}


def _letter(char: str) -> str:
    """RIEUL-KIYEOK of HANGUL JONGSEONG RIEUL-KIYEOK."""
    return unicodedata.name(char).split()[-1]


def _as_initials(char: str, first: dict[str, str]) -> str:
    parts = [_letter(char)] if _letter(char) in first else _letter(char).split("-")
    return "".join(first[part] for part in parts) if all(p in first for p in parts) else char


_AS_INITIALS = _initials()


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a query as the search sees it."""

    stems: str
    jamo: str


def stems_of(analysis: Analysis) -> str:
    """The stems of the content words, once each, with a blank on either side of each."""
    stems = [
        token.lemma.removesuffix("다") if token.tag.startswith("V") else token.form.lower()
        for token in analysis.tokens
        if token.tag.startswith(CONTENT_TAGS)
    ]
    return f" {' '.join(dict.fromkeys(stems))} " if stems else ""


def jamo_of(text: str) -> str:
    """The text's letters without blanks and marks, syllables taken apart, in lower case.

    Final consonants become initial ones: 호ㄹ is how both 호랑이 and 홀로 begin.
    """
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).lower())
    return _NOT_LETTERS.sub("", apart.translate(_AS_INITIALS))


def matching(words: Sequence[Word]) -> ColumnElement[bool]:
    """Entries that hold every word, by its stems or by its letters."""
    return and_(*(_holds(word) for word in words))


def _holds(word: Word) -> ColumnElement[bool]:
    stems = [Entry.stems.contains(f" {stem} ", autoescape=True) for stem in word.stems.split()]
    by_letters = Entry.jamo.contains(word.jamo, autoescape=True)
    return or_(by_letters, and_(*stems)) if stems else by_letters


def holds(words: Sequence[Word], stems: str, jamo: str) -> bool:
    """What `matching` asks the database, of an entry that is at hand."""
    return all(
        word.jamo in jamo
        or (word.stems.split() and all(f" {stem} " in stems for stem in word.stems.split()))
        for word in words
    )
