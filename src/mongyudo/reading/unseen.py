"""Stretches of a dream in which nobody is seen, nor what they do: who is only heard, spoken to, on
the telephone, named, or told of by what they left."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mongyudo.reading.elements import BEASTS
from mongyudo.reading.lexicon import load_lexicon
from mongyudo.records import Element

_FAR_BACK, _FAR = 12, 90
"""So many characters before and behind a word tell of it."""
_WORDS = r"((?![^ ]*(고|(?<!에)서|며|는데|니|면서|더니|자|길래|지만) )[^\s.!?,]+ ){0,4}"
"""A few words of one clause."""

_LATE = re.compile("(돌아가신|돌아가셨던|죽은|먼저 간|떠난|떠나신) (우리 |내 |제 )?$")
"""돌아가신 외할아버지 목소리가 들렸다: nobody dies."""

Span = tuple[int, int]


class _Stretch(NamedTuple):
    """`of`: people, all who live, or the text itself."""

    of: str
    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def _stretches() -> tuple[_Stretch, ...]:
    """The lines of unseen.tsv."""
    lines = (Path(__file__).parent / "unseen.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith(("#", "of\t")))
    return tuple(
        _Stretch(of, re.compile(before), re.compile(behind.replace("@", _WORDS)))
        for of, before, behind, _ in rows
    )


def unseen(text: str, elements: Iterable[Element], start_char: int) -> tuple[Span, ...]:
    """The stretches of `text`, which begins at `start_char`, in code points of the dream."""
    told = [span for element in elements for span in _from(text, element, start_char)]
    said = (s.behind.finditer(text) for s in _stretches() if s.of == "text")
    told += [(start_char + m.start("said"), start_char + m.end("said")) for f in said for m in f]
    return tuple(told)


def _from(text: str, who: Element, start_char: int) -> Iterator[Span]:
    """The stretches that begin with `who`."""
    if who.kind != "actor":
        return
    at, end = who.start_char - start_char, who.end_char - start_char
    before, behind = text[max(0, at - _FAR_BACK) : at], text[end : end + _FAR]
    for stretch in _stretches():
        if stretch.of == "text" or (stretch.of == "people" and _is_beast(who)):
            continue
        found = stretch.behind.match(behind)
        if found and stretch.before.search(before):
            late = _LATE.search(before)
            yield who.start_char - len(late[0] if late else ""), who.end_char + found.end()


@cache
def _is_beast_by_name(lemma: str) -> bool:
    return any(e.category in BEASTS for e in load_lexicon().lookup(lemma, "N"))


def _is_beast(who: Element) -> bool:
    """개 짖는 소리: an animal that is heard may be seen."""
    return _is_beast_by_name(who.lemma)


def is_unseen(element: Element, spans: Iterable[Span]) -> bool:
    """Whether `element` is somebody, or a deed, within one of `spans`."""
    acts = element.kind in ("actor", "motion")
    return acts and any(start <= element.start_char < end for start, end in spans)
