"""Nouns that only say of what kind another is, who is in a picture, how somebody speaks, or where
something goes: 노인이 된 친구, 할머니 사진, 사람 말로, 부산 가는 기차."""

import re

BOUND = re.compile(
    r" ?행 |(으로|로|에)? ?가는 ?(버스|기차|열차|배|비행기|택시|차|KTX|막차|고속|완행|전철)"
)
FILLS = re.compile(
    r"들?[이가] ?((온통|아주|정말|너무|막) ?)?"
    r"(가득 ?(한|찬|메운|채운|핀|담긴)|그득한|많은|무성한|빽빽한|자욱한|즐비한|만발한|울창한|수북한"
    r"|넘치는|반짝이는|빛나는|총총한|촘촘한|쏟아질 듯한) [가-힣]"
)
"""별이 가득한 (하늘), 꽃이 만발한 (들판): what is said of the noun behind, not of the verb."""
_PORTRAYED = re.compile(
    r"(의)? ?(옛날 |흑백 |영정 |결혼 |증명 )?(영정|초상화|사진|독사진|영정사진|그림"
    r"|동상|조각상|포스터)(?!을 ?찍|도 ?찍|사|첩)"
)
"""할머니 사진이 놓여 있었다: she is in the picture alone."""
_SPOKEN = re.compile(
    "의? ?(말로|말을 ?(하|했|할|해|배|알아)|말투로|목소리(로|를 ?내|를 ?냈)|흉내|언어)"
)
"""사람 말로, 아기 목소리로: how somebody else speaks."""
_HAS_BECOME = re.compile(
    r"(들)?(이|가) (다 |완전히 |통째로 |온통 )?([되돼]어? ?버린|된) "
    r"(?!것|거 |게 |적|듯|줄|채|상태|후|뒤|다음|이후|기분|느낌|꿈)"
)
"""폐허가 된 놀이공원: what somebody or something else is by now."""
_KEPT = re.compile(
    r"(이|가|께서) ?(키우|기르|먹이)시?던 ([가-힣]+ )?"
    r"(개|강아지|고양이|냥이|누렁이|백구|소|송아지|황소|닭|돼지|토끼|새|앵무새|말|염소|거북이)"
)
"""할머니가 키우던 개: whose it was."""


def tells_of_another(behind: str, kind: str) -> bool:
    """Whether a noun of this `kind`, with these words behind it, is not there itself."""
    named = (_PORTRAYED, _SPOKEN, _KEPT) if kind == "actor" else ()
    said = any(pattern.match(behind) for pattern in named)
    return bool(said or _HAS_BECOME.match(behind))
