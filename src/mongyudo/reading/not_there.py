"""What a dream names and nobody sees: of what kind something is, what is only said, asked for,
meant, feared, mistaken or missed, when it was, and what one does awake."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mongyudo.reading.unseen import is_unseen, unseen
from mongyudo.reading.words import word_list
from mongyudo.records import Element, Segment, Shot

_SEEN = frozenset(("actor", "prop", "setting", "weather", "light"))
_FAR = 48
"""So many characters behind a word at most tell that it is not there."""
_GAP = (
    "(들)?(을|를|은|는|이나|나|도|만|이라도|라도|한테|에게)? ?"
    r"((?![^ ]*(고|서|며|면|데|니|다가|지만) )[^\s.!?]+ ){0,2}"
)
_GETTING = (
    "(사|(사|구해|빌려|불러) ?오|가져오|(가지|갖|데리)고 ?오|데려오|사다 ?주|달"
    "|(가져|갖)다 ?[주달놓]|빌려 ?[주달]|시키|먹|묵|잡수|드시|마시|타(?=자)"
    "|(끓여|만들어|해) ?[주달])"
)

_CRIED = re.compile(
    "(이야|야|이다|다)[!~.]*[\"”'’]? ?(하고|라고|하며|하면서)? ?(크게 |막 |계속 )?"
    "(외[쳤치]|소리(를|쳤|치|질)|고함|비명)"
)
"""도둑이야 하고 소리를 질렀다: a cry."""
_SPEECH = re.compile("[\"“]([^\"”“\n]{2,60})[\"”]|(?<![가-힣])['‘]([^'’‘\n]{4,60}[.!?~…요])['’]")
_FLUSHED = re.compile("(얼굴|볼|뺨|귀)[가-힣]{0,2} ([가-힣]+ )?$")
_AS_A_FACE = frozenset(("홍당무", "토마토", "백지장", "사과", "흙빛", "불덩이"))
"""얼굴이 홍당무가 됐다: how it looks."""

_WAKES = re.compile(
    "(?<![를을] )(?<![가-힣])(꿈에서 ?|잠에서 ?|잠이 ?|꿈을? ?)?"
    "(깼(다|어|는데|고|더니|지만|음|습)"
    "|깨(고 ?(나|한참|바로)|어 ?보니|어나|어났|서 |서 ?보니|보니|자마자|니까|니 ))"
)
_DREAMS_ON = re.compile(
    "또 ?(다른 )?꿈|꿈 ?속|다시 ?(꿈|잠|자)|여전히|아직도? 꿈|그런데도|깬 줄|알고 ?보니"
)
_EARLIEST_WAKING = 0.35
"""Before this share of a dream nobody wakes for good."""
_SENTENCES_AWAKE = 2
"""More are dreamt again."""


class _Sign(NamedTuple):
    """What stands behind a word of these `kinds` that is not there."""

    kinds: frozenset[str]
    concept: str
    behind: re.Pattern[str]

    def holds(self, element: Element, behind: str) -> bool:
        """Whether it tells so of `element`."""
        own = element.kind in self.kinds or not self.kinds
        only = not self.concept or self.concept == element.concept
        return own and only and self.behind.match(behind) is not None


@cache
def _signs() -> tuple[_Sign, ...]:
    """The lines of not_there.tsv; kinds are empty for every noun."""
    lines = (Path(__file__).parent / "not_there.tsv").read_text("utf-8").splitlines()
    signs = []
    for line in lines:
        if line.startswith(("#", "kinds\t")):
            continue
        kinds, concept, behind, _ = line.split("\t")
        pattern = behind.replace("~", _GAP).replace("@", _GETTING)
        own = frozenset() if kinds == "*" else frozenset(kinds.split())
        signs.append(_Sign(own, concept, re.compile(pattern)))
    return tuple(signs)


def as_dreamt(shot: Shot) -> Shot:
    """`shot` with what is there alone, in its segment and before it."""
    spans = unseen(shot.context, shot.earlier, 0)
    there = (e for e in shot.earlier if not is_unseen(e, spans))
    earlier = tuple(e for e in there if not is_not_there(shot.context, e, 0))
    return replace(shot, segment=of_the_dream(shot.segment, shot.context), earlier=earlier)


def of_the_dream(segment: Segment, dream: str) -> Segment:
    """`segment` of `dream` with what somebody in it may see alone."""
    earliest = int(max(len(dream), segment.end_char) * _EARLIEST_WAKING) - segment.start_char
    awake = segment.start_char + _awake_from(segment.text, max(0, earliest))
    spans = unseen(segment.text, segment.elements, segment.start_char)
    return replace(
        segment,
        elements=tuple(
            e
            for e in segment.elements
            if not is_unseen(e, spans)
            and not is_not_there(segment.text, e, segment.start_char)
            and (e.start_char < awake or _is_of_one_awake(e))
        ),
    )


def is_not_there(text: str, element: Element, start_char: int) -> bool:
    """Whether `text`, which begins at `start_char`, names `element` and tells that none is seen."""
    at, end = element.start_char - start_char, element.end_char - start_char
    behind = text[end : end + _FAR]
    if _is_in_speech(text, at, end) or _CRIED.match(behind):
        return element.kind in _SEEN or element.kind == "motion"
    if element.lemma in _AS_A_FACE and _FLUSHED.search(text[:at]):
        return True
    noun = element.kind in _SEEN or not element.lemma.endswith("다")
    return noun and not element.negated and any(s.holds(element, behind) for s in _signs())


def _is_in_speech(text: str, at: int, end: int) -> bool:
    return any(said.start() < at and end <= said.end() for said in _SPEECH.finditer(text))


def _is_of_one_awake(element: Element) -> bool:
    return element.kind == "state" or (element.concept or "") in word_list("of one awake")


def _awake_from(text: str, earliest: int) -> int:
    """Where the dreamer wakes for good, in characters; the end of `text` where they do not."""
    woken = _WAKES.search(text, earliest)
    if woken is None or _DREAMS_ON.search(text, woken.end()):
        return len(text)
    after = re.findall(r"[.!?…\n]+ ?(?=\S)", text[woken.end() :])
    return woken.end() if len(after) <= _SENTENCES_AWAKE else len(text)
