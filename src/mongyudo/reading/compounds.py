"""Verbs made of two, or of one and what strengthens it, that the lexicon holds only in parts."""

from collections.abc import Iterator

from mongyudo.reading.hangul import is_syllable

_SECOND = (
    "들어가", "들어오", "나가", "나오", "올라가", "올라오", "내려가", "내려오", "돌아다니",
    "놓", "두", "주", "버리", "대", "지", "쌓", "보", "가", "오", "올리", "내리", "내", "나",
    "다니", "들", "놀", "누르", "당기", "죽", "서", "앉", "붙", "붙이", "넣", "담", "먹", "마시",
    "쓰", "차", "쥐", "잡", "던지", "날리", "치우", "맞추", "돌리", "흔들", "뜨리",
    "트리", "나르",
)  # fmt: skip
"""Stems that say of the verb before them which way, how far or for whom it is done."""

_BEFORE = ("맞", "뒤", "휘", "내리", "치", "짓", "처", "들이", "덧", "엇", "되", "헛", "몰아")
"""What stands before a verb and makes it stronger, or sets it against another."""

_BASE, _TAILS, _VOWELS = 0xAC00, 28, 21
_A, _AE, _EO, _YEO, _WA, _WAE, _WO = 0, 1, 4, 6, 9, 10, 14
_O, _OE, _U, _EU, _I = 8, 11, 13, 18, 20
_D, _L, _B, _S = 7, 8, 17, 19
_OPENED = {
    _YEO: (_I,), _WA: (_O,), _WAE: (_OE,), _WO: (_U,), _A: (_A, _EU), _EO: (_EO, _EU),
    _AE: (_AE,),
}  # fmt: skip
"""Vowels of a stem with 어 or 아 drawn into it, and those it may have had alone."""


def parts_of(lemma: str) -> Iterator[str]:
    """The verbs that may be the core of a compound one: 밀어주다 -> 밀다, 맞붙다 -> 붙다."""
    stem = lemma.removesuffix("다")
    for second in _SECOND:
        first = stem.removesuffix(second)
        if first and first != stem and all(map(is_syllable, first)):
            yield from (each + "다" for each in _stems(first))
    for before in _BEFORE:
        rest = stem.removeprefix(before)
        if rest and rest != stem:
            yield rest + "다"


def _stems(joined: str) -> Iterator[str]:
    """The stems that are written so with 어 or 아: 밀어, 타, 쓸려, 흘러, 구워, 실어."""
    rest, last = joined[:-1], joined[-1]
    lead, vowel, tail = _letters(last)
    if last in "아어여" and rest:
        yield rest
        yield from _irregular(rest)
    if tail:
        return
    if last in "워와" and rest and not _letters(rest[-1])[2]:
        yield rest[:-1] + chr(ord(rest[-1]) + _B)
    if last in "라러" and rest and _letters(rest[-1])[2] == _L:
        yield rest[:-1] + chr(ord(rest[-1]) - _L) + "르"
    for alone in _OPENED.get(vowel, ()):
        yield rest + chr(_BASE + (lead * _VOWELS + alone) * _TAILS)


def _irregular(stem: str) -> Iterator[str]:
    """실 -> 싣, 지 -> 짓: whose last consonant changes before 어."""
    tail = _letters(stem[-1])[2]
    if tail == _L:
        yield stem[:-1] + chr(ord(stem[-1]) - _L + _D)
    if tail == 0:
        yield stem[:-1] + chr(ord(stem[-1]) + _S)


def _letters(syllable: str) -> tuple[int, int, int]:
    """The numbers of a syllable's lead, vowel and final consonant."""
    code = ord(syllable) - _BASE
    return code // (_VOWELS * _TAILS), code // _TAILS % _VOWELS, code % _TAILS
