"""Places of which one only speaks or thinks: 학교에 가자고 했다, 초등학교 때, 바다 사진."""

import re
from collections.abc import Sequence

from mongyudo.backends.director.tables import named_by
from mongyudo.records import Element

_WISHED = r"(가[야려고자]|가고 ?싶|갈 ?수 ?없|못 ?[가갔]|가지 ?(못|않|말))"
_SAYS = r"(했|한|하|해|말|그러|그랬|대답|우기|우겼|소리|외[치쳤]|부[르르탁]|[가-힣]{0,2}물[었어])"
_NEVER_THERE = (
    re.compile(r"(에|에다|에다가|에도|에는|로|으로) ?(전화|연락|문자|신고|문의|민원)"),
    re.compile(
        r"(을|를) ?((?![^ ]*(는데|서|고|니|면서|다가|며) )[^ .!?…\n]+ )?"
        r"(뚫|부수|부숴|접|짓|지었|지어|고치|그리|그려|덮|칠하|팔|팔았|샀|빌리|빌려|올려다|내려다|쳐다|가리키"
        r"|생각|떠올|적[었으어고는다]|외[우웠]|물[어었]|그리워|잃|뺏|빼앗|구하|소개|설명|그렸"
        r"|비[키켜]|막|터 ?주|내 ?주|안내|기억|추억)"
    ),
    re.compile(
        r"(에|에다|로|으로|까지|이|가|을|를)? ?"
        r"((?![^ ]*(는데|서|고|니|면서|다가|며|지만|자)[ ,])[^ .!?…\n]+ ){0,2}"
        r"[^ .!?…\n]*[가-힣](다고|라고|냐고|자고)(,| ?([^ .!?\n]+(이|가|은|는|께서|한테|에게) )?"
        + _SAYS
        + ")"
    ),
    re.compile(
        r"(에|로|으로)? ?([^ .!?\n]+ )?(가라|오라|가자|가재|가래|오래)고? ?"
        r"(카|캤|그라|그카|했|하|해서)"
    ),
    re.compile(
        r"(이|가|도)? ?(자꾸 |문득 |갑자기 )?"
        r"(떠[올오]|생각[이나났]|기억[이나났]|그[리립]|보고 ?싶)"
    ),
    re.compile(
        r"((에|에서)? ?(있을|다닐|살|다니던|살던|일하던|근무하던|있던) ?(때|시절)"
        r"| ?(때|시절|적)(?![가-힣]*리)"
        r"| ?(이야기|얘기|생각|기억|추억|사진|그림|엽서|포스터|지도|모형|뉴스|소문|출신|동창|동기))"
    ),
)  # fmt: skip
"""Behind a place of which one speaks: 구청에 전화했다, 집을 그렸다, 군대 있을 때, 바다 사진."""
_IN_SPEECH, _BIDDEN = _NEVER_THERE[2], _NEVER_THERE[3]
_ON_THE_WAY = re.compile(rf"(에|로|으로)? ?([^ .!?\n]+ )?{_WISHED}")
"""학교에 가야 하는데: one is not there yet."""


def is_only_told(place: Element, text: str, start_char: int) -> bool:
    """Whether one only speaks or thinks of `place`, or would like to go there; `text` begins at
    `start_char`."""
    behind = text[place.end_char - start_char :][:60]
    said = (s for s in (*_NEVER_THERE, _ON_THE_WAY) if s not in (_IN_SPEECH, _BIDDEN))
    if any(each.match(behind) for each in said):
        return True
    before = text[: place.start_char - start_char]
    if _is_quoted(place, text, start_char) or _ON_A_SCREEN.search(before):
        return True
    spoken = _IN_SPEECH.match(behind) or _BIDDEN.match(behind)
    return spoken is not None and not behind.startswith("에서")


_ON_A_SCREEN = re.compile(
    r"(화면|텔레비전|티비|스크린|사진|뉴스|모니터|휴대폰|핸드폰)( ?속)?"
    r"(에|에서|에는|엔) ([^ .!?\n]+ ){0,2}$"
)
_QUOTED = re.compile(r"[\"“”'‘’「『][^\"“”'‘’「」『』\n]*[\"“”'‘’」』]")


def _is_quoted(place: Element, text: str, start_char: int) -> bool:
    """ "집에 가자." 하고: somebody says so."""
    at = place.start_char - start_char
    return any(q.start() < at < q.end() and len(q.group()) > 9 for q in _QUOTED.finditer(text))


def without_only_told(told: Sequence[Element], context: str) -> list[Element]:
    """`told` without the places that are only spoken of, where one is left."""
    there = [e for e in told if _kind(e) != "setting" or not is_only_told(e, context, 0)]
    return there if any(_kind(e) == "setting" for e in there) else list(told)


def _kind(element: Element) -> str:
    return named_by(element)[0]
