"""Whoever looks just like the dreamer: another self, met as somebody else."""

import re
from collections.abc import Iterator

from mongyudo.reading.elements import Hit
from mongyudo.reading.unnamed import DOUBLE
from mongyudo.records import Analysis, Element

_LIKE_ME = re.compile(
    r"(?<![가-힣])("
    r"(나|저)(랑|와|하고|이랑) ?((완전|아주|정말|진짜|너무) ?)?"
    r"똑같(이|은|게)( ?(생긴|차려입은|입은|꾸민))?"
    r"|(나|저)(를|랑|와|하고)? ?((쏙|꼭|똑|많이|너무) ?)?(빼닮은|빼다 ?박은|빼박은|닮은)"
    r"|(내|제|나의|저의|(나|저)(랑|와|하고) ?똑?같은) ?(얼굴|모습|생김새)"
    r"(을 한|을 하고 있는|을 가진|의)"
    r") ?([가-힣]{1,4} )?$"
)
"""나랑 똑같이 생긴 (어떤) 사람, 저를 쏙 빼닮은 여자, 내 얼굴을 한 남자."""
_ALL = "(다|모두|전부|하나같이|죄다)"
_IS_ME = re.compile(
    r"(들|님)?( ?(둘|셋|넷|(두|세|네|다섯) ?명))?"
    rf"((이|가|은|는|도) ?({_ALL} |바로 |사실은? )?(내|제) ?얼굴"
    rf"|(도 |(이|가|은|는) ?{_ALL} )(나|저))(였|이었|이더|인 ?거|인 ?것|이다|다[.])"
)
"""면접관 셋이 다 내 얼굴이었다, 환자도 나였다."""
_ANYBODY = frozenset(("stranger", "woman", "man", "person", "figure"))
"""Who may be anybody; a child, a friend or a sister is one who resembles the dreamer."""
_FURTHEST = 24


def doubles(analysis: Analysis, hits: tuple[Hit, ...]) -> Iterator[Element]:
    """An element for everybody of whom it is said that they look like the dreamer."""
    people = [hit for hit in hits if hit.entry.kind == "actor" and hit.entry.concept]
    of_me = {h.entry.lemma for h in people if _IS_ME.match(analysis.text, h.end_char)}
    for hit in hits:
        before = analysis.text[max(0, hit.start_char - _FURTHEST) : hit.start_char]
        like_me = hit.entry.concept in _ANYBODY and _LIKE_ME.search(before)
        if like_me or (hit.entry.lemma in of_me and hit in people):
            yield Element(
                hit.entry.lemma, "another self", "actor", DOUBLE, hit.start_char, hit.end_char
            )
