"""Seeing through disguises: a second view in which hidden words stand as they are meant."""

import re
from collections.abc import Callable
from functools import cache, partial

from mongyudo.policy.hangul import CODAS, FIRST_SYLLABLE, LAST_SYLLABLE, parts, syllable
from mongyudo.policy.roman import to_hangul
from mongyudo.policy.rules import Book, Disguise
from mongyudo.policy.spelling import coda_of, edges, spelling, with_coda
from mongyudo.policy.views import Edit, View, edited, with_letters_joined

_LATIN_WORD = re.compile(r"[a-z0-9@$!|+€]*[a-z][a-z0-9@$!|+€]*")
_SPACED_LATIN = re.compile(r"(?<![a-z])[a-z](?:[^a-z0-9가-힣]{1,2}[a-z](?![a-z])){2,}")
_PIECES = re.compile(
    r"(?<![가-힣])[가-힣](?:[^0-9a-z가-힣]{1,3}[가-힣](?![가-힣])){2,}(?:[./_*~^+·-](?=[가-힣]))?"
    r"|(?<![가-힣])[가-힣](?:[./_*~^+·-][가-힣](?![가-힣]))+[./_*~^+·-](?=[가-힣])"
)
_SPACED_LETTERS = re.compile(
    "[가-힣ㄱ-ㅣ]?(?:[^0-9a-z가-힣ㄱ-ㅣ]{1,2}[ㄱ-ㅣ]+(?![가-힣])){2,}"
    "|[ㄱ-ㅎ][^0-9a-z가-힣ㄱ-ㅣ]{1,2}[ㅏ-ㅗㅘ-ㅛㅝ-ㅟㅢㅣ]"
)
_OPEN = "".join(chr(code) for code in range(FIRST_SYLLABLE, LAST_SYLLABLE + 1, len(CODAS)))
_LOOSE_CODA = re.compile(f"[{_OPEN}][ㄱㄴㄷㄹㅁㅂ](?=[가-힣]| [가-힣])|[{_OPEN}]ㅅ(?=[가-힣])")
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf]+")
_CLOSED_BY_S = "".join(
    chr(code) for code in range(FIRST_SYLLABLE + CODAS.index("ㅅ"), LAST_SYLLABLE + 1, len(CODAS))
)
_PAST = re.compile(f"[{_CLOSED_BY_S}](?=[다어음는지던을])")
_NO_LETTER = re.compile("[^가-힣ㄱ-ㅣ]+")
_VOWEL = re.compile("[ㅏ-ㅣ]")
_NON_SYLLABLE = re.compile("[^가-힣]+")
_PARTICLE = re.compile(r"(?<=[가-힣])[ ](?=(?:을|를|은|는|이|가|에|에서|로|에게|한테)(?![가-힣]))")
_WORD = re.compile("[a-z]+")
_ENGLISH = re.compile("[a-z]{3,}|(?<![a-z가-힣])[a-z]+(?![a-z가-힣])")
_HANGUL = re.compile("[가-힣]")
_LEAST_ROMAN = 4
_LEAST_SPREAD = 3


def restored(view: View, policy: Book) -> View:
    """The view with disguises undone; the same text when there are none."""
    for step in (_lookalikes, _loose, _latin, _roman, _pieces, _words, _initials):
        view = step(view, policy)
    return view


def _replaced(
    view: View, regex: re.Pattern[str], meant: Callable[[re.Match[str]], str | None]
) -> View:
    edits = []
    for match in regex.finditer(view.text):
        text = meant(match)
        if text is not None and text != match[0]:
            edits.append(Edit(*match.span(), text))
    return edited(view, edits) if edits else view


def _lookalikes(view: View, policy: Book) -> View:
    """Cyrillic and Greek look-alikes, Chinese characters, Latin letters standing for vowels."""
    tables = policy.lookalikes
    view = _replaced(view, _either(tables["latin"]), lambda m: tables["latin"][m[0]])
    view = _replaced(view, _either(tables["word"]), lambda m: tables["word"][m[0]])
    for kind, before in (("glued", "(?<=[가-힣ㄱ-ㅣ])"), ("emoji", "(?<![가-힣])")):
        regex = _compiled(f"{before}(?:{_either(tables[kind]).pattern})")
        view = _replaced(view, regex, partial(_listed, tables[kind]))
    view = _replaced(view, _PICTURES, _dropped)
    vowels = _either(tables["jamo"]).pattern
    regex = re.compile(f"(?<=[ㄱ-ㅎ])(?:{vowels})")
    view = _replaced(view, regex, lambda m: tables["jamo"][m[0]])
    return with_letters_joined(view)


def _listed(table: dict[str, str], match: re.Match[str]) -> str:
    return table[match[0]]


def _loose(view: View, _: Book) -> View:
    """Loose letters set apart (ㅈ ㅏ ㅅ ㅏ ㄹ) closed up and joined, if a vowel is among them."""

    def close(match: re.Match[str]) -> str | None:
        letters = _NO_LETTER.sub("", match[0])
        return letters if _VOWEL.search(letters) else None

    def closed(match: re.Match[str]) -> str | None:
        onset, vowel, _ = parts(match[0][0])
        after = match.string[match.end() : match.end() + 1]
        if after != " " and parts(after)[0] == match[0][1]:
            return None
        return syllable(onset, vowel, match[0][1])

    view = with_letters_joined(_replaced(view, _SPACED_LETTERS, close))
    return _replaced(view, _LOOSE_CODA, closed)


def _either(table: dict[str, str]) -> re.Pattern[str]:
    return _compiled("|".join(sorted(map(re.escape, table), key=len, reverse=True)) or "(?!)")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _latin(view: View, policy: Book) -> View:
    """Spaced letters closed up, digits and signs inside a Latin word read as letters."""
    view = _replaced(view, _SPACED_LATIN, lambda m: re.sub("[^a-z]+", "", m[0]))
    leet = policy.lookalikes["leet"]

    def read(match: re.Match[str]) -> str:
        return "".join(leet.get(char, char) for char in match[0].rstrip("!"))

    return _replaced(view, _LATIN_WORD, read)


def _roman(view: View, policy: Book) -> View:
    """Latin words that spell Korean, written in Hangul, unless English words stand among them.

    Short words are read only where they are common (eul) or written onto Hangul (ja살).
    """
    if not policy.classes["english"].lemmas.isdisjoint(_ENGLISH.findall(view.text)):
        return view
    short = policy.lookalikes["roman"]

    def read(match: re.Match[str]) -> str | None:
        glued = _HANGUL.match(view.text, match.end()) or _HANGUL.match(view.text, match.start() - 1)
        if match[0] in short and not glued:
            return short[match[0]]
        spelled = to_hangul(match[0]) if glued or len(match[0]) >= _LEAST_ROMAN else None
        return spelled and _PAST.sub(lambda m: with_coda(m[0], "ㅆ"), spelled)

    spelled = _replaced(view, _WORD, read)
    return _replaced(spelled, _PARTICLE, _dropped) if spelled is not view else view


def _dropped(_: re.Match[str]) -> str:
    return ""


def _pieces(view: View, policy: Book) -> View:
    """Runs of three or more lone syllables closed up, unless each is a word of its own."""
    natural = policy.classes["single"].lemmas

    def close(match: re.Match[str]) -> str | None:
        letters = _NON_SYLLABLE.sub("", match[0])
        spaced = any(char.isspace() for char in match[0])
        return None if spaced and natural.issuperset(letters) else letters

    return _replaced(view, _PIECES, close)


def _words(view: View, policy: Book) -> View:
    """Listed words spelled with junk, blanks or other letters of the same sound."""
    letters = set(view.text)
    for disguise, (first, last) in _edges(policy).items():
        if letters.isdisjoint(first) or letters.isdisjoint(last):
            continue
        regex = _spelling(disguise, policy)
        view = _replaced(view, regex, partial(_meant, view.text, disguise))
        letters.update(view.text)
    return view


@cache
def _edges(policy: Book) -> dict[Disguise, tuple[frozenset[str], frozenset[str]]]:
    sounds = policy.lookalikes
    return {each: edges(each.word, each.ways, sounds) for each in policy.disguises}


@cache
def _spelling(disguise: Disguise, policy: Book) -> re.Pattern[str]:
    """Made when it is first needed: all of them take a quarter of a second."""
    return re.compile(spelling(disguise.word, disguise.ways, policy.lookalikes))


def _meant(text: str, disguise: Disguise, match: re.Match[str]) -> str | None:
    """The listed word where the spelling betrays a disguise, None where it is chance."""
    start, end = match.span()
    letters = _NON_SYLLABLE.sub("", match[0])
    word = disguise.word.rstrip("~")
    if disguise.word.endswith("~"):
        word = with_coda(word, coda_of(letters))
    altered = letters != word
    junk = len(letters) < len(match[0])
    blank = any(char.isspace() for char in match[0])
    if not (altered or junk) or _is_spared(text, start, disguise):
        return None
    if "가" <= text[start - 1 : start] <= "힣" and (altered or blank or len(word) < _LEAST_SPREAD):
        return None
    if altered and junk and len(word) < _LEAST_SPREAD:
        return None
    if blank and (altered or not _follows(text, end, disguise)):
        return None
    needed = {"s": altered, "b": blank, "j": junk and not blank}
    return word if all(way in disguise.ways for way, need in needed.items() if need) else None


def _is_spared(text: str, start: int, disguise: Disguise) -> bool:
    return disguise.spare is not None and disguise.spare.match(text, start) is not None


def _follows(text: str, end: int, disguise: Disguise) -> bool:
    if disguise.follow is None:
        return True
    after = end + len(text[end:]) - len(text[end:].lstrip())
    return disguise.follow.match(text, after) is not None


def _initials(view: View, policy: Book) -> View:
    """Initial consonants (ㅅㅍㅎ) written out where what follows fits."""
    for entry in policy.initials:
        spread = "[^가-힣ㄱ-ㅎ]?".join(entry.letters)
        regex = _compiled(f"(?<![ㄱ-ㅎ]){spread}(?![ㄱ-ㅎ])(?=\\s*(?:{entry.follow.pattern}))")
        view = _replaced(view, regex, partial(_always, entry.word))
    return view


def _always(word: str, _: re.Match[str]) -> str:
    return word
