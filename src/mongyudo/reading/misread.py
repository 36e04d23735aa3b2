"""Words that look like one of the lexicon and are another there, or none: told by what is beside.

두 배가 되었다 tells of no boat, 쌈을 싸서 relieves nobody, 해설사 holds no 설사.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mongyudo.reading.hangul import with_tail
from mongyudo.reading.words import word_list

if TYPE_CHECKING:
    from mongyudo.reading.elements import Hit
    from mongyudo.reading.lexicon import Entry, Lexicon

_FARTHEST_CHARS = 24
_NONE, _AS_IT_IS = "-", "="


class _Turn(NamedTuple):
    """What a word means where `before` and `behind` are what stands beside it."""

    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    sense: str

    def holds(self, text: str, start_char: int, end_char: int) -> bool:
        """Whether the word stands so."""
        before = text[max(0, start_char - _FARTHEST_CHARS) : start_char]
        if self.before is not None and self.before.search(before) is None:
            return False
        # within the text, so that a pattern may look back at the word: 걷 is rolled up, 걸 walks
        last = end_char + _FARTHEST_CHARS
        return self.behind is None or self.behind.match(text, end_char, last) is not None


def meant(text: str, hits: list["Hit"], lexicon: "Lexicon") -> Iterator["Hit"]:
    """The hits with the sense that their surroundings give; `silent` those that are no such word.

    A silent one still counts as known, and may still end a keyword; nobody draws it.
    """
    whole = list(_whole_words().finditer(text))
    for hit in hits:
        hit = _as_written(text, hit, lexicon)
        if hit.silent or any(_is_part_of(hit, word) for word in whole):
            yield _silent(hit)
        else:
            yield _turned(text, hit, lexicon)


def _as_written(text: str, hit: "Hit", lexicon: "Lexicon") -> "Hit":
    """The hit as it is written, where the analyser mends what is no slip: 단내 is no 달래, 믄서 no
    문서. A final consonant may have grown onto the end (누군, 시계소린)."""
    written, lemma = text[hit.start_char : hit.end_char].replace(" ", ""), hit.entry.lemma
    if lemma.endswith("위") and written.endswith("우"):
        return hit  # 바다 우에: on it, as it is said in the south and north
    verb = lemma.endswith("다") or hit.entry.concept is None
    if verb or len(written) != len(lemma) or _bare(written) == _bare(lemma):
        return hit
    entry = lexicon.sense(written, "N")
    return replace(hit, entry=entry) if entry else _silent(hit)


def _bare(word: str) -> str:
    """The word without the consonant at its end, in small letters."""
    return word[:-1].lower() + with_tail(word[-1], 0).lower()


def _is_part_of(hit: "Hit", word: re.Match[str]) -> bool:
    """Whether it was met within the word, or is taken for its end: 설사 in 해설사."""
    inside = word.start() <= hit.start_char and hit.end_char <= word.end()
    return inside and hit.entry.lemma != word.group()


def _turned(text: str, hit: "Hit", lexicon: "Lexicon") -> "Hit":
    turns = _turns().get(hit.entry.lemma)
    if turns is None:
        return hit
    start, end = hit.start_char, hit.end_char
    sense = next((turn.sense for turn in turns if turn.holds(text, start, end)), _AS_IT_IS)
    if sense in (_AS_IT_IS, hit.entry.concept):
        return hit
    return _silent(hit) if sense == _NONE else replace(hit, entry=_as(hit.entry, sense, lexicon))


def _silent(hit: "Hit") -> "Hit":
    return replace(hit, entry=hit.entry._replace(concept=None, category=None), silent=True)


def _as(entry: "Entry", concept: str, lexicon: "Lexicon") -> "Entry":
    """The sense of the lexicon with that concept, or the entry with the concept in its stead."""
    senses = (e for pos in ("N", "V", "A", "M") for e in lexicon.lookup(entry.lemma, pos))
    english = concept.replace("_", " ")
    other = entry._replace(concept=concept, english=english, category=None)
    return next((e for e in senses if e.concept == concept), other)


@cache
def _whole_words() -> re.Pattern[str]:
    """Words of which no part is a word: 뒤집개, 네비, 딸깍."""
    longest_first = sorted(word_list("whole words"), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)))


@cache
def _turns() -> dict[str, list[_Turn]]:
    """The lines of misread.tsv by lemma, in their order."""
    turns: dict[str, list[_Turn]] = {}
    lines = (Path(__file__).parent / "misread.tsv").read_text("utf-8").splitlines()
    for line in lines:
        if not line or line.startswith(("#", "lemma\t")):
            continue
        lemmas, before, behind, sense = line.split("\t")
        left = re.compile(f"(?:{before})$") if before else None
        turn = _Turn(left, re.compile(behind) if behind else None, sense)
        for lemma in lemmas.split():
            turns.setdefault(lemma, []).append(turn)
    return turns
