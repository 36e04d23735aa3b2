"""What leans on a verb and is told by its picture: 끊어지지 않았다, 기어 나갔다, 심고 계셨다."""

import re
from collections.abc import Iterable
from dataclasses import replace

from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.tables import words
from mongyudo.records import Drawn, Element, Segment

_LEANS = re.compile(
    r"[가-힣]{0,2}?("
    r"([아어여]? ?주)?지(는|를|도|가|조차)? ?(않|못)[가-힣]*"
    r"|고(는|만)? ?계[시신셨십세][가-힣]*"
    r"|[아어여러라]? ?(계[시신셨십세]|[대내](?=[다며고는서요지네])|댔|댄|드[리린렸려림]|냈|낸"
    r"|보[시신셨]|치[우운웠움])[가-힣]*"
    r"|[는던은을]? ?(수밖에 ?없|척|체|듯|[중참](?=[에이임])|모양|바람에|찰나|순간)[가-힣]*"
    r"|게 ?[되된됐]([가-힣]*)"
    r")"
)
"""Behind a stem: what denies it, goes on, or says where to, and is no deed of its own."""


_GOES_OUT = re.compile("[가-힣]{0,2}?[아어여러라]? 나[가간갔감][가-힣]*")
"""기어 나갔다: who is seen to move is seen to go; who packs (챙겨 나갔다) is not."""

_FARTHEST = 12
"""So many characters behind a verb are looked at."""


def with_what_leans(segment: Segment, drawn: Iterable[Drawn]) -> tuple[Drawn, ...]:
    """`drawn`, each verb as far as it is told: what leans on it is told by its picture."""
    text = Text(segment)
    verbs = [e for e in segment.elements if e.kind in ("motion", "state")]
    ends = {(e.start_char, e.end_char): _end_of_telling(text, e) for e in verbs}
    spans = ((each, (each.start_char, each.end_char)) for each in drawn)
    return tuple(replace(each, end_char=ends.get(span, span[1])) for each, span in spans)


def _end_of_telling(text: Text, verb: Element) -> int:
    behind = text.behind(verb, _FARTHEST)
    goes = verb.concept in words("moves_on") and _GOES_OUT.match(behind)
    leaning = goes or _LEANS.match(behind)
    return verb.end_char + (leaning.end() if leaning else 0)
