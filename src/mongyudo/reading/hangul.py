"""Hangul syllables: endings joined to stems, and Revised Romanisation."""

_FIRST = 0xAC00
_LAST = 0xD7A3
_N, _D, _L, _LM, _M, _B, _S, _H = 4, 7, 8, 10, 16, 17, 19, 27
_U_VOWEL = 13
_IEUNG = 11

# fmt: off
_LEADS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "-", "j", "jj", "ch", "k",
          "t", "p", "h")
_VOWELS = ("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo",
           "we", "wi", "yu", "eu", "ui", "i")
_TAILS = ("-", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p",
          "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t")
# fmt: on


def is_syllable(char: str) -> bool:
    """Whether the character is one composed Hangul syllable."""
    return _FIRST <= ord(char) <= _LAST


def tail_of(char: str) -> int:
    """The number of the final consonant, 0 for none or for what is no syllable."""
    return (ord(char) - _FIRST) % 28 if is_syllable(char) else 0


def with_tail(char: str, tail: int) -> str:
    """The syllable with another final consonant."""
    return chr(ord(char) - tail_of(char) + tail) if is_syllable(char) else char


def nominal(stem: str, *, irregular: bool = False) -> str:
    """The stem with -음: 쫓기 -> 쫓김, 안 -> 안음, 흔들 -> 흔듦, 눕 (irregular) -> 누움."""
    if tail_of(stem[-1]) == _L:
        return stem[:-1] + with_tail(stem[-1], _LM)
    return _join(stem, _M, "음", irregular=irregular)


def adnominal(stem: str, *, ongoing: bool, irregular: bool = False) -> str:
    """The stem before a noun: ongoing 흔들리 -> 흔들리는, else 멈추 -> 멈춘, 젖 -> 젖은."""
    if stem.endswith(("있", "없")):
        return stem + "는"
    tail = tail_of(stem[-1])
    if ongoing:
        return (stem[:-1] + with_tail(stem[-1], 0) if tail == _L else stem) + "는"
    if tail == _L:
        return stem[:-1] + with_tail(stem[-1], _N)
    return _join(stem, _N, "은", irregular=irregular)


def _join(stem: str, consonant: int, syllable: str, *, irregular: bool) -> str:
    """Append a bare consonant to an open stem, `syllable` to a closed one."""
    tail = tail_of(stem[-1])
    open_stem = stem[:-1] + with_tail(stem[-1], 0)
    if tail == 0 or (irregular and tail == _H):
        return open_stem[:-1] + with_tail(open_stem[-1], consonant)
    if irregular and tail == _B:
        return open_stem + chr(_FIRST + (_IEUNG * 21 + _U_VOWEL) * 28 + consonant)
    if irregular and tail == _S:
        return open_stem + syllable
    if irregular and tail == _D:
        return stem[:-1] + with_tail(stem[-1], _L) + syllable
    return stem + syllable


def romanise(text: str) -> str:
    """Revised Romanisation, sound changes between vowels and of ㄹ included; other scripts go.

    국립 -> gungnip, 구렁덩덩 -> gureongdeongdeong; ASCII is kept as it is.
    """
    syllables = [_parts(char) if is_syllable(char) else char for char in text]
    out = []
    for i, part in enumerate(syllables):
        following = syllables[i + 1] if i + 1 < len(syllables) else None
        before = syllables[i - 1] if i else None
        if isinstance(part, str):
            out.append(part if part.isascii() else "")
        else:
            out.append(_lead(part, before) + _VOWELS[part[1]] + _tail(part, following))
    return "".join(out).strip()


_Parts = tuple[int, int, int]
_NASALS = {"k": "ng", "t": "n", "p": "m"}
_LINKED = {1: "g", 2: "kk", 4: "n", 7: "d", 8: "r", 16: "m", 17: "b", 19: "s", 20: "ss",
           22: "j", 23: "ch", 24: "k", 25: "t", 26: "p", 27: ""}  # fmt: skip


def _parts(char: str) -> _Parts:
    lead, rest = divmod(ord(char) - _FIRST, 588)
    return lead, *divmod(rest, 28)


def _lead(part: _Parts, before: "_Parts | str | None") -> str:
    lead = _LEADS[part[0]].replace("-", "")
    tail = _TAILS[before[2]] if isinstance(before, tuple) else "-"
    if lead == "r" and tail in ("l", "n"):
        return "l"
    if lead == "r" and tail in ("k", "t", "p", "m", "ng"):
        return "n"
    return "l" if lead == "n" and tail == "l" else lead


def _tail(part: _Parts, following: "_Parts | str | None") -> str:
    tail = _TAILS[part[2]].replace("-", "")
    if not tail or not isinstance(following, tuple):
        return tail
    lead = _LEADS[following[0]]
    if lead == "-":
        return _LINKED.get(part[2], tail)
    if lead in ("n", "m", "r") and tail in _NASALS:
        return _NASALS[tail]
    return "l" if tail == "n" and lead == "r" else tail
