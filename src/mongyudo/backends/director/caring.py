"""What people do to one another's body with their hands: 머리를 감겨 줬다, 어깨를 주물러 드렸다."""

import re
from dataclasses import replace

from mongyudo.backends.director.clause import Clause
from mongyudo.backends.director.story import SELF, SOMEBODY, Event
from mongyudo.backends.director.tables import care, words

_PARTS = {
    "hair": "머리(카락)?", "head": "머리", "shoulder": "어깨", "back": "등", "foot": "발",
    "leg": "다리", "hip": "엉덩이|궁둥이|궁디|볼기", "face": "볼|뺨|얼굴",
}  # fmt: skip
_TO_ME = re.compile(r"(?<![가-힣])((내|제|나의|저의) |(나|저)(를|한테|에게) )")


def as_cared_for(clause: Clause, event: Event) -> Event:
    """`event` as the deed of two that it is, where somebody else's body is named or meant."""
    person = event.doer not in ("", SELF, SOMEBODY) and event.doer not in words("animals")
    if event.concept == "gape" and person and _TO_ME.search(clause.before):
        deed = "treated" if event.doer in words("healers") else "touch"  # 의사가 내 입을 벌렸다
        return replace(event, concept=deed, target=SELF)
    lemma = event.element.lemma.replace(" ", "")
    by_hands = person or event.doer == SELF
    if lemma not in care() or event.hero_thing or event.passive:
        return event
    deed, whom = _deed(clause, lemma), _whom(clause, event)
    if not by_hands and not (deed == "pat" and event.doer in words("animals")):
        return event
    if deed == "feed" and event.concept not in ("give", "feed"):
        return event  # one puts it into one's own mouth
    if not deed or not whom or whom == event.doer:
        return event
    rest = tuple(name for name in event.partners if name != whom)
    return replace(event, concept=deed, target=whom, partners=rest)


def as_patient(event: Event) -> Event:
    """의사가 나를 수술했다: who is treated lies there, and not who treats."""
    heals = event.doer in words("healers") or event.target not in ("", event.doer)
    if not event.doer or event.passive or not heals or event.concept != "treated":
        return event
    return replace(event, doer=event.target or SELF, target=event.doer)


def _deed(clause: Clause, lemma: str) -> str:
    """The deed of the first row for `lemma` whose part of the body is named."""
    said = clause.text.between(clause.start_char, clause.verb.element.end_char)
    for parts, deed in care()[lemma]:
        if not parts or any(re.search(rf"({_PARTS[part]})(을|를)", said) for part in parts):
            return deed
    return ""


def _whom(clause: Clause, event: Event) -> str:
    """To whom it is done; "" where one does it to oneself or a thing."""
    if event.target:
        return event.target
    if event.doer != SELF and _TO_ME.search(clause.before):
        return SELF
    owner = clause.first("owner", "object", "source", "bare")
    if owner and owner != event.doer:
        return owner
    served = clause.text.serves(clause.verb.element)
    return SELF if served and event.doer != SELF else clause.spoken_of if served else ""
