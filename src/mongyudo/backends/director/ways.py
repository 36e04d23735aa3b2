"""In what way something is done, where another deed is seen by it: on tiptoe, in hops, behind
somebody's back; and what is printed, dipped or struck though the verb is that of photographs."""

import re

from mongyudo.backends.director.clause import Clause
from mongyudo.backends.director.tables import words

_SOFTLY = re.compile(
    r"(까치발(로|을)?|살금살금|발끝으로|발소리를? ?(죽여|죽이고|죽인 ?채)"
    r"|발뒤꿈치를? ?(들고|든 ?채)) ?([^\s.!?]+ ){0,2}$"
)
_IN_HOPS = re.compile(
    r"(깡[충총](깡[충총])?|껑충껑충|팔짝팔짝|폴짝폴짝|펄쩍펄쩍|방방|콩콩|깨금발로|토끼뜀으?로?)"
    r" ?([^\s.!?]+ ){0,3}$"
)
_BEHIND = re.compile(r"^ ?뒤(쪽|편)?(에|로|에서|에다)? ?([^\s.!?]+ ){0,2}")
_OF_PICTURES = re.compile(
    "사진|카메라|셀카|영상|촬영|필름|CCTV|시시티비|블랙박스|엑스레이|폰|브이|화면|찰칵|인증|증거"
)
_DIPPED = re.compile(
    r"(간장|소스|초장|된장|고추장|쌈장|양념|케[첩찹]|설탕|소금|기름장|꿀|마요네즈|국물)(에|을)? ?"
    r"([^\s.!?]+ ){0,1}$"
)
_STRUCK = re.compile(
    r"(도끼|삽|곡괭이|부리|망치|호미|낫|괭이|키보드|포크|발등)(로|으로|을|를)? ?([^\s.!?]+ ){0,3}$"
)
_PRINTED = re.compile(r"(도장|지장|지문|낙인|인감|스탬프|카드|바코드|발도장)(을|를|도)? ?(\S+ )?$")
_ON_A_BODY = re.compile(
    r"(다리|허벅지|종아리|발목|바짓가랑이|치맛자락|옷자락|팔|목)에 ?([^\s.!?]+ ){0,2}$"
)
"""내 다리에 (매달렸다)."""


def by_its_way(clause: Clause, concept: str) -> str:
    """`concept`, or what is seen where it is done so."""
    if concept in ("walk", "run"):
        return _gait(clause, concept)
    if concept == "hide" and _is_behind(clause):
        return "hide_behind"
    if clause.verb.element.lemma == "매달리다" and _ON_A_BODY.search(clause.before):
        return "hang_on"
    if concept == "vanish" and clause.verb.element.lemma == "지우다":
        return concept if clause.last_subject in clause.things else "wipe"
    if concept == "photograph":
        return _of_no_picture(clause) or concept
    return concept


def _gait(clause: Clause, concept: str) -> str:
    if clause.verb.element.lemma == "밟다":
        return "tread" if _is_underfoot(clause) else concept
    if concept == "walk" and _SOFTLY.search(clause.before):
        return "sneak"
    return "hop_along" if _IN_HOPS.search(clause.before) else concept


def _is_underfoot(clause: Clause) -> bool:
    """지렁이를 밟았다, 발을 밟혔다: something or somebody, and not the ground that all tread."""
    objects = [m for m in (*clause.things, *clause.actors) if m.case in ("object", "bare", "too")]
    return any(m.concept not in words("trodden_by_all") for m in objects)


def _is_behind(clause: Clause) -> bool:
    """엄마 뒤에 숨었다: whoever stands before one."""
    ends = (m.element.end_char for m in (*clause.actors, *clause.things))
    rest = (clause.text.between(end, clause.verb.start_char) for end in ends)
    return any(_BEHIND.fullmatch(between) for between in rest)


def is_of_pictures(clause: Clause) -> bool:
    """사진이 찍혔다, 카메라에 찍혔다."""
    return _OF_PICTURES.search(clause.before) is not None


def _of_no_picture(clause: Clause) -> str:
    """도장을 찍었다, 간장에 찍어 먹었다, 삽으로 찍었다: no picture is taken; "" where one is."""
    if is_of_pictures(clause):
        return ""
    for said, seen in ((_PRINTED, "press"), (_DIPPED, "eat"), (_STRUCK, "strike")):
        if said.search(clause.before):
            return seen
    return ""


def of_the_doer(concept: str, doer: str, hero: str) -> str:
    """내가 빙빙 돌았다: somebody spins, and looks on at nothing."""
    return "whirl" if concept == "spin" and doer and not hero else concept
