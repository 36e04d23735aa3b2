"""Views of a text: a rewritten form in which every character knows where it came from."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from mongyudo.policy.hangul import is_jamo, is_syllable, joined, parts, syllable

_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u034f\u2800")
_JAMO_NAMES = ("CHOSEONG ", "JUNGSEONG ", "JONGSEONG ")


@dataclass(frozen=True, slots=True)
class View:
    """`text[i]` stands for `starts[i]`:`ends[i]` (half-open code points) of the given text."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the given text for which `text[start:end]` (not empty) stands."""
        return min(self.starts[start:end]), max(self.ends[start:end])


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `start`:`end` of a view by `text`."""

    start: int
    end: int
    text: str


def edited(view: View, edits: Iterable[Edit]) -> View:
    """The view after edits in order, overlapping ones left out.

    As many new characters as old ones keep their places one by one; otherwise each new character
    stands for the whole replaced stretch.
    """
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0

    def keep(start: int, end: int) -> None:
        chars.append(view.text[start:end])
        starts.extend(view.starts[start:end])
        ends.extend(view.ends[start:end])

    for edit in edits:
        if edit.start < at:
            continue
        keep(at, edit.start)
        at = edit.end
        if len(edit.text) == edit.end - edit.start:
            starts.extend(view.starts[edit.start : edit.end])
            ends.extend(view.ends[edit.start : edit.end])
        elif edit.text:
            start, end = view.span(edit.start, edit.end)
            starts.extend([start] * len(edit.text))
            ends.extend([end] * len(edit.text))
        chars.append(edit.text)
    keep(at, len(view.text))
    return View("".join(chars), tuple(starts), tuple(ends))


def clean(text: str) -> View:
    """Lower-case view without invisible characters and accents, widths and circles undone, loose
    jamo joined into syllables. Its text is NFC."""
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for new in plain(char):
            chars.append(new)
            places.append(place)
    return with_letters_joined(
        View("".join(chars), tuple(places), tuple(place + 1 for place in places))
    )


def with_letters_joined(view: View) -> View:
    """The view with runs of loose letters joined into syllables."""
    edits = _joins(view.text)
    return edited(view, edits) if edits else view


@cache
def plain(char: str) -> str:
    """What one character shows: "" for invisible ones, ASCII for accented or wide Latin."""
    if is_syllable(char) or is_jamo(char):
        return char
    if char.isascii():
        return char.lower()
    if char in _FILLERS or unicodedata.category(char) in ("Cf", "Cc", "Cs", "Cn", "Co"):
        return ""
    decomposed = unicodedata.normalize("NFKD", char)
    kept = "".join(c for c in decomposed if not unicodedata.category(c).startswith("M"))
    shown = unicodedata.normalize("NFC", "".join(map(_loose, kept)).lower())
    return shown if unicodedata.normalize("NFC", shown) == shown else ""


def _loose(char: str) -> str:
    """The loose letter of a conjoining jamo (U+1100-U+11FF), which NFC would join wrongly."""
    name = unicodedata.name(char, "")
    kind = next((kind for kind in _JAMO_NAMES if f"HANGUL {kind}" in name), None)
    if kind is None:
        return "" if char in _FILLERS else char
    try:
        letter = unicodedata.lookup("HANGUL LETTER " + name.split(kind, 1)[1])
    except KeyError:
        return ""
    return letter if is_jamo(letter) else ""


def _joins(text: str) -> list[Edit]:
    edits = []
    at = 0
    while at < len(text):
        if not is_jamo(text[at]):
            at += 1
            continue
        end = at
        while end < len(text) and is_jamo(text[end]):
            end += 1
        edits += _joins_of_run(text, at, end)
        at = end
    return edits


def _joins_of_run(text: str, start: int, end: int) -> list[Edit]:
    """Edits that join one run of loose letters, the open syllable before it included."""
    if end - start < 2:
        return []
    edits, at = [], start
    pieces = joined(text[start:end])
    spelled = any(taken > 1 for _, taken in pieces)
    if spelled and pieces[0][1] == 1 and start and _takes_coda(text[start - 1], text[start]):
        onset, vowel, _ = parts(text[start - 1])
        edits.append(Edit(start - 1, start + 1, syllable(onset, vowel, text[start])))
    for piece, taken in pieces:
        if taken > 1:
            edits.append(Edit(at, at + taken, piece))
        at += taken
    return edits


def _takes_coda(before: str, letter: str) -> bool:
    if not is_syllable(before) or letter in "ㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣㅐㅔㅒㅖㅘㅙㅚㅝㅞㅟㅢㄸㅃㅉ":
        return False
    return parts(before)[2] == ""
