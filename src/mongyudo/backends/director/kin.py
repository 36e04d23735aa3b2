"""The dreamer's own people are of the dreamer's time: whose hair is white has an old husband and
grown children."""

import re
from dataclasses import replace

from mongyudo.backends.director.dreamer import dreamer_of
from mongyudo.backends.director.tables import words
from mongyudo.records import Element, Shot

_YOUNG = re.compile(
    r"(어린|젊은|젊었을|갓난|([가-힣]+|\d+) ?살(짜리| 난| 된)?|그때의?|옛날의?|고운|처녀 ?적) ?$"
)
_YOUNGER = re.compile(r"[가-힣]{0,3} ?(젊|어려|어린|(젊었을|처녀|총각|신혼|결혼) ?[때적])")


def with_kin_of_an_age(shot: Shot) -> Shot:
    """`shot` with the kin of an old dreamer as old as they are, unless they are told to be young:
    영감이 젊은 모습으로 왔다."""
    if not dreamer_of(shot.context or shot.segment.text, shot.card).is_old:
        return shot
    said, begins = shot.context, 0
    if not said:
        said, begins = shot.segment.text, shot.segment.start_char

    def aged(element: Element) -> Element:
        start, end = element.start_char - begins, element.end_char - begins
        before, behind = said[max(0, start - 12) : max(0, start)], said[end : end + 10]
        young = _YOUNG.search(before) or _YOUNGER.match(behind)
        concept = _as_old(element.lemma)
        return element if young or not concept else replace(element, concept=concept)

    elements = tuple(aged(e) for e in shot.segment.elements)
    changed = {(e.start_char, e.end_char): e.concept for e in elements}
    keywords = tuple(
        replace(k, concept=changed.get((k.start_char, k.end_char), k.concept))
        for k in shot.segment.keywords
    )
    segment = replace(shot.segment, elements=elements, keywords=keywords)
    return replace(shot, segment=segment, earlier=tuple(aged(e) for e in shot.earlier))


def _as_old(lemma: str) -> str:
    """Who is drawn for `lemma`, kin of somebody old; "" for anybody else."""
    for concept in ("grandfather", "grandmother", "man", "woman"):
        if lemma in words(f"old_kin_{concept}"):
            return concept
    return ""
