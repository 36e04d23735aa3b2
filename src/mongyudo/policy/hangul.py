"""Hangul as arithmetic: syllables, their three parts, and loose letters (jamo) joined again."""

ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
FIRST_SYLLABLE, LAST_SYLLABLE = 0xAC00, 0xD7A3

_VOWEL_PAIRS = {
    "ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ",
    "ㅡㅣ": "ㅢ", "ㅏㅣ": "ㅐ", "ㅓㅣ": "ㅔ", "ㅑㅣ": "ㅒ", "ㅕㅣ": "ㅖ",
}  # fmt: skip
_CODA_PAIRS = {
    "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ",
    "ㄹㅅ": "ㄽ", "ㄹㅌ": "ㄾ", "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ", "ㅅㅅ": "ㅆ",
}  # fmt: skip
_CRYING = frozenset("ㅠㅜㅡ")


def is_syllable(char: str) -> bool:
    """Whether the character is one of the 11,172 composed syllables."""
    return FIRST_SYLLABLE <= ord(char) <= LAST_SYLLABLE


def is_jamo(char: str) -> bool:
    """Whether the character is a loose modern letter (compatibility jamo)."""
    return char in VOWELS or char in ONSETS or char in CODAS[1:]


def parts(syllable: str) -> tuple[str, str, str]:
    """Onset, vowel and coda (possibly empty) of a syllable, as loose letters."""
    index = ord(syllable) - FIRST_SYLLABLE
    return ONSETS[index // 588], VOWELS[index % 588 // 28], CODAS[index % 28]


def syllable(onset: str, vowel: str, coda: str = "") -> str:
    """The syllable of an onset, a vowel and a coda given as loose letters."""
    index = ONSETS.index(onset) * 588 + VOWELS.index(vowel) * 28 + CODAS.index(coda)
    return chr(FIRST_SYLLABLE + index)


def joined(letters: str) -> list[tuple[str, int]]:
    """Loose letters typed into syllables, as a keyboard does: (text, letters taken) in order.

    A run whose vowels are only ㅠ ㅜ ㅡ and repeat is crying, not spelling: it is left alone.
    """
    vowels = [letter for letter in letters if letter in VOWELS]
    if not vowels or (_CRYING.issuperset(vowels) and len(vowels) > len(set(vowels))):
        return [(letter, 1) for letter in letters]
    result, at = [], 0
    while at < len(letters):
        text, taken = _next_syllable(letters, at)
        result.append((text, taken))
        at += taken
    return result


def _next_syllable(letters: str, at: int) -> tuple[str, int]:
    if letters[at] not in ONSETS or letters[at + 1 : at + 2] not in tuple(VOWELS):
        return letters[at], 1
    end = at + 2
    vowel = _VOWEL_PAIRS.get(letters[at + 1 : end + 1], "")
    end += bool(vowel)
    coda = _coda_at(letters, end)
    text = syllable(letters[at], vowel or letters[at + 1], _CODA_PAIRS.get(coda, coda))
    return text, end + len(coda) - at


def _coda_at(letters: str, at: int) -> str:
    """The one or two letters that close a syllable here: those no vowel takes as its onset."""
    for length in (2, 1):
        coda, after = letters[at : at + length], letters[at + length : at + length + 1]
        known = coda in _CODA_PAIRS or (length == 1 and coda in CODAS[1:])
        if len(coda) == length and known and not (after and after in VOWELS):
            return coda
    return ""
