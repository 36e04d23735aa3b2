"""Who or what is told to be missing: 아무도 없었다, 선생님이 안 계셨다, 방은 비어 있었다."""

import re
from dataclasses import replace

from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.meanings import as_meant
from mongyudo.backends.director.tables import words
from mongyudo.records import Element

EVERYBODY = "everybody"
"""Stands for whoever might have been there, where nobody is."""

_LINK = re.compile(
    r"(들|님)?( ?(한|두|세|네|다섯|여섯|몇|\d+) ?(개|짝|쪽|대|마리|명|장|권|자루|칸|줄))?"
    r"(이|가|은|는|도|만|조차)? ?"
    r"((하나도|아무도|벌써|이미|다|전혀|더는|아직|이제|또|아예|영) )?(안 ?)?"
)
"""Between a noun and the verb: its particle, and at most one of these words."""
_NOBODY = re.compile(r"(아무도|(사람|인기척|인적)(들)?(이|은|도)?) ?(\S{1,4} )?(안 ?)?$")
_ONCE = re.compile(
    r"\S{0,4}?(없는|없던|없이|빈 |비었던|안 ?계신|다고|다며|냐고|나\?|다면|으면|을 )"
)
"""없는 사람, 없다고 했다: a way to describe or to say, and nothing that is found out."""


def found_missing(text: Text, element: Element) -> Element:
    """`element`, where it says that something is not there: that is what happens."""
    if not _tells_of_absence(text, element):
        return element
    return replace(element, concept="absence", negated=False)


def _tells_of_absence(text: Text, verb: Element) -> bool:
    """Whether `verb` says that someone, something or everybody is not there."""
    if _ONCE.match(text.between(verb.start_char, verb.end_char + 4)):
        return False
    if verb.lemma in words("empties"):
        return _is_place(_noun_before(text, verb))
    gone = verb.lemma in words("lacks") or (verb.negated and verb.lemma in words("is_seen"))
    return gone and bool(lacking(text, verb))


def lacking(text: Text, verb: Element) -> str:
    """The concept of who or what is missing; EVERYBODY where nobody is there."""
    noun = _noun_before(text, verb)
    if noun is not None and noun.concept in words("body"):
        return ""  # whoever is drawn has hands and a face
    deserted = _NOBODY.search(text.before(verb, 14)) or verb.lemma in words("empties")
    if deserted:
        return EVERYBODY
    return (as_meant(text, noun).concept or "") if noun else ""


def _noun_before(text: Text, verb: Element) -> Element | None:
    nouns = [e for e in text.segment.elements if e.end_char <= verb.start_char]
    if not nouns or nouns[-1].kind not in ("actor", "prop", "setting"):
        return None
    return nouns[-1] if _LINK.fullmatch(text.between(nouns[-1].end_char, verb.start_char)) else None


def _is_place(noun: Element | None) -> bool:
    return noun is not None and noun.kind == "setting"
