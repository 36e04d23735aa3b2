"""The regular expression of everything that reads like a word: other letters of the same sound,
junk between syllables, sounds drawn out, codas carried over (죽여 -> 주겨), one wrong letter."""

from itertools import product

from mongyudo.policy.hangul import CODAS, ONSETS, VOWELS, is_syllable, parts, syllable

_JUNK = r"[^가-힣]{0,3}"
_DOUBLED = dict(zip("ㄱㄷㅂㅅㅈ", "ㄲㄸㅃㅆㅉ", strict=True))
Sounds = dict[str, dict[str, str]]


def spelling(word: str, ways: str, sounds: Sounds) -> str:
    """The pattern of a word in Hangul; a trailing ~ leaves the last coda open.

    `ways` with s allows other letters of the same sound; `sounds` says under "onset", "vowel" and
    "coda" which written letter may stand for which meant ones. With t any one vowel or coda may be
    mistyped.
    """
    letters = word.rstrip("~")
    if "t" in ways:
        mistyped = "|".join(_mistyped(letters, at, sounds) for at in range(len(letters)))
        return f"{spelling(word, ways.replace('t', ''), sounds)}|{mistyped}"
    heard = sounds if "s" in ways else {}
    classes = _classes(word, heard)
    pattern = ""
    at = 0
    while at < len(letters):
        one = _drawn_out(letters[at], classes[at], heard)
        carried = _carried(letters[at : at + 2], classes[at + 1 : at + 2], heard)
        if carried:
            two = one + _JUNK + _drawn_out(letters[at + 1], classes[at + 1], heard)
            one, at = f"(?:{two}|{carried})", at + 1
        pattern += (_JUNK if pattern else "") + one
        at += 1
    return pattern


def edges(word: str, ways: str, sounds: Sounds) -> tuple[frozenset[str], frozenset[str]]:
    """All that `spelling` may begin with and may end with: a text that lacks either need not be
    searched."""
    letters = word.rstrip("~")
    heard = sounds if "s" in ways else {}
    classes = _classes(word, heard)
    first, last = set(classes[0]), set(classes[-1])
    last |= _moved(letters[-2:], classes[-1:], heard)
    for edge, char in ((first, letters[0]), (last, letters[-1])):
        if "t" in ways:
            edge.update(_typos(char), _class(char, sounds))
        if heard and is_syllable(char):
            onset, vowel, coda = parts(char)
            edge.update(_class(syllable(onset, vowel), heard), syllable("ㅇ", vowel, coda))
    return frozenset(first), frozenset(last)


def coda_of(text: str) -> str:
    """The coda of the last syllable."""
    return parts(text[-1])[2]


def with_coda(text: str, coda: str) -> str:
    """The text with another coda in its last syllable."""
    onset, vowel, _ = parts(text[-1])
    return text[:-1] + syllable(onset, vowel, coda)


def _mistyped(word: str, at: int, sounds: Sounds) -> str:
    """The word by its sound, with any other vowel or coda in one of its syllables."""
    typos = "".join(_typos(word[at]))
    classes = [typos if i == at else _class(char, sounds) for i, char in enumerate(word)]
    return "".join(f"[{members}]" for members in classes)


def _typos(char: str) -> list[str]:
    """The syllable with every other vowel, and with every other coda."""
    onset, vowel, coda = parts(char)
    others = [syllable(onset, other, coda) for other in VOWELS if other != vowel]
    return others + [syllable(onset, vowel, other) for other in CODAS if other != coda]


def _classes(word: str, sounds: Sounds) -> list[str]:
    """What may stand for each letter; a trailing ~ leaves the last coda open."""
    classes = [_class(char, sounds) for char in word.rstrip("~")]
    if word.endswith("~"):
        classes[-1] = "".join(with_coda(char, coda) for char in classes[-1] for coda in CODAS)
    return classes


def _variants(letter: str, kind: str, sounds: Sounds) -> list[str]:
    """The letters that may be written for a meant one, itself first."""
    return [letter, *(seen for seen, meant in sounds.get(kind, {}).items() if letter in meant)]


def _class(char: str, sounds: Sounds) -> str:
    """All syllables that sound like one, itself included."""
    if not is_syllable(char):
        return char
    onset, vowel, coda = parts(char)
    codas = _variants(coda, "coda", sounds) if coda else [""]
    choices = product(_variants(onset, "onset", sounds), _variants(vowel, "vowel", sounds), codas)
    return "".join(dict.fromkeys(syllable(*choice) for choice in choices))


def _drawn_out(char: str, members: str, sounds: Sounds) -> str:
    """A syllable, also repeated (살살) or with its vowel drawn out (사알)."""
    if not sounds or not is_syllable(char):
        return f"[{members}]"
    onset, vowel, coda = parts(char)
    open_class = _class(syllable(onset, vowel), sounds)
    echo, closing = syllable("ㅇ", vowel), syllable("ㅇ", vowel, coda)
    return f"(?:[{members}]{{1,3}}|[{open_class}]{echo}{{0,3}}{closing})"


def _carried(pair: str, second: list[str], sounds: Sounds) -> str:
    """The pattern of two syllables of which the first's coda opens the second (죽여 -> 주겨), or
    doubles its like there (죽고 -> 주꼬)."""
    moved = _moved(pair, second, sounds)
    if not moved:
        return ""
    first = _class(syllable(*parts(pair[0])[:2]), sounds)
    return f"[{first}]{_JUNK}[{''.join(sorted(moved))}]"


def _moved(pair: str, second: list[str], sounds: Sounds) -> set[str]:
    """The second of two syllables, opened by the first's coda; `second` holds what may stand for
    it. Empty where no coda moves."""
    if len(pair) < 2 or not sounds or not all(map(is_syllable, pair)):
        return set()
    coda, opening = parts(pair[0])[2], parts(pair[1])[0]
    if not coda or opening not in ("ㅇ", coda) or coda not in ONSETS:
        return set()
    if opening == coda:
        onsets = [_DOUBLED[coda]] if coda in _DOUBLED else []
    else:
        onsets = _variants(coda, "onset", sounds)
    return {syllable(o, *parts(char)[1:]) for char in second[0] for o in onsets}
