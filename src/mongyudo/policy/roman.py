"""Korean written in Latin letters (Revised Romanisation and its common variants) -> Hangul."""

import re

from mongyudo.policy.hangul import syllable

_ONSETS = {
    "": "ㅇ", "g": "ㄱ", "k": "ㅋ", "kk": "ㄲ", "gg": "ㄲ", "n": "ㄴ", "d": "ㄷ", "t": "ㅌ",
    "tt": "ㄸ", "dd": "ㄸ", "r": "ㄹ", "l": "ㄹ", "m": "ㅁ", "b": "ㅂ", "p": "ㅍ", "pp": "ㅃ",
    "bb": "ㅃ", "s": "ㅅ", "sh": "ㅅ", "ss": "ㅆ", "j": "ㅈ", "z": "ㅈ", "jj": "ㅉ", "ch": "ㅊ",
    "h": "ㅎ", "f": "ㅍ",
}  # fmt: skip
_VOWELS = {
    "a": "ㅏ", "ae": "ㅐ", "ai": "ㅐ", "ya": "ㅑ", "yae": "ㅒ", "eo": "ㅓ", "u": "ㅜ", "e": "ㅔ",
    "ei": "ㅔ", "yeo": "ㅕ", "ye": "ㅖ", "o": "ㅗ", "wa": "ㅘ", "wae": "ㅙ", "oe": "ㅚ", "yo": "ㅛ",
    "yu": "ㅠ", "wo": "ㅝ", "weo": "ㅝ", "we": "ㅞ", "wi": "ㅟ", "eu": "ㅡ", "ui": "ㅢ",
    "eui": "ㅢ", "i": "ㅣ", "ee": "ㅣ", "oo": "ㅜ", "woo": "ㅜ", "yoo": "ㅠ",
}  # fmt: skip
_CODAS = {
    "": "", "k": "ㄱ", "g": "ㄱ", "kk": "ㄲ", "n": "ㄴ", "t": "ㅅ", "d": "ㄷ", "l": "ㄹ", "r": "ㄹ",
    "m": "ㅁ", "b": "ㅂ", "p": "ㅂ", "s": "ㅅ", "ss": "ㅆ", "tt": "ㅆ", "ng": "ㅇ", "ch": "ㅊ",
    "j": "ㅈ",
}  # fmt: skip


def _any_of(keys: dict[str, str]) -> str:
    return "|".join(sorted(filter(None, keys), key=len, reverse=True))


_ONE_SOUND = ("kk", "tt", "pp", "ss", "jj", "ch", "sh")
_PIECE = re.compile(f"([^aeiouwy]*)({_any_of(_VOWELS)})")


def to_hangul(word: str) -> str | None:
    """Hangul of a lower-case Latin word, or None when it cannot be Korean.

    Consonants between vowels close the first syllable as far as they must: the last possible
    onset goes to the second (jugyeotda -> 주겻다).
    """
    pieces: list[tuple[str, str, str]] = []
    at = 0
    while match := _PIECE.match(word, at):
        split = _split(match[1], first=not pieces)
        if split is None:
            return None
        coda, onset = split
        if pieces:
            pieces[-1] = (*pieces[-1][:2], coda)
        pieces.append((onset, _VOWELS[match[2]], ""))
        at = match.end()
    tail = word[at:]
    if not pieces or tail not in _CODAS:
        return None
    pieces[-1] = (*pieces[-1][:2], _CODAS[tail])
    return "".join(syllable(*piece) for piece in pieces)


def _split(consonants: str, *, first: bool) -> tuple[str, str] | None:
    """Coda and onset of the consonants before a vowel: two letters go to the onset only where they
    spell one sound, and a first syllable has no coda before it."""
    if first:
        return ("", _ONSETS[consonants]) if consonants in _ONSETS else None
    for length in (2, 1, 0):
        cut = max(0, len(consonants) - length)
        coda, onset = consonants[:cut], consonants[cut:]
        whole = len(onset) < 2 or onset in _ONE_SOUND
        if whole and onset in _ONSETS and coda in _CODAS:
            return _CODAS[coda], _ONSETS[onset]
    return None
