"""What an event does next to what the one before is about: the chair that was thrown flies."""

import re
from dataclasses import replace

from mongyudo.backends.director.clause import Clause
from mongyudo.backends.director.story import SOMEBODY, Event
from mongyudo.backends.director.tables import words

_AS_ONE = re.compile("([아어여해]|[아어여]?져)? ?")
_FLIES_OFF = re.compile("날아가|굴러가|튕겨|튀어|날아올|떠내려|떠오르|날아다")


def after(before: Event | None, event: Event | None, clause: Clause) -> Event | None:
    """`event` as that of the thing of the one `before`, where it is; None for the same deed told
    on (솟구쳐 나왔다)."""
    if event is None or before is None:
        return event
    between = clause.text.between(before.element.end_char, event.start_char)
    if before.concept in ("gush", "pour_down") and _AS_ONE.fullmatch(between):
        return None
    if _comes_of_a_fire(event, before, clause):
        return replace(event, concept="burn", doer="", hero_thing="")
    if not _is_thrown(event, before, clause):
        return event
    thing = before.things[-1]
    return replace(event, concept="fly", doer="", target="", hero_thing=thing, things=(thing,))


def _comes_of_a_fire(event: Event, before: Event, clause: Clause) -> bool:
    """불길이 나왔다: nobody comes out."""
    fire = before.concept == "burn" and event.doer == SOMEBODY
    out = event.element.lemma in words("comes_out") | {"솟다", "일다", "번지다", "오르다"}
    return fire and out and clause.before.startswith(("이 ", "가 "))


def _is_thrown(event: Event, before: Event, clause: Clause) -> bool:
    """의자를 던졌는데 날아가서: the chair does."""
    if before.concept not in ("throw", "kick", "drop", "push", "strike") or not before.things:
        return False
    goes = event.concept in ("fly", "fall", "walk", "float") and event.doer == before.doer
    goes &= _FLIES_OFF.match(event.element.lemma) is not None and clause.self_char < 0
    named = [m for m in (*clause.actors, *clause.things) if m.case not in ("goal", "at")]
    return goes and not named and not clause.text.ends_between(before.start_char, event.start_char)
