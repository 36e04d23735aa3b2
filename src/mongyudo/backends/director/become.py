"""What the dreamer has turned into, and goes on doing: 인어가 되었다. 바닷속을 헤엄쳤다."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.story import SELF, Event
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.thing_self import THING, turned_to

_BACK = re.compile("(다시|원래|도로) ?(사람|인간|내 ?모습|모습|몸|나로)|사람으로 ?(돌아|변)")
_AGED = frozenset({"child", "student", "baby", "girl", "boy", "double", "older_self", "children",
                   "grandmother", "grandfather"})  # fmt: skip
"""Who one is then is still a person of the dreamer's kind, told otherwise."""


def as_become(text: Text, events: Sequence[Event], already: str = "") -> tuple[list[Event], str]:
    """`events` with what the dreamer has become doing what the dreamer does, and what that is at
    the end; `already` is what it was before."""
    now, told = already, list[Event]()
    last = text.segment.start_char
    for event in events:
        if now and _BACK.search(text.between(last, event.start_char)):
            now = ""
            event = replace(event, doer=SELF) if event.doer == "stranger" else event
        last = event.start_char
        if event.concept == "wake":
            now = ""
        if event.concept == "transform" and event.doer == SELF and event.target == "giant":
            told.append(replace(event, concept="grow", target=""))  # 거인이 되어
            continue
        if thing := turned_to(text, event):
            told.append(event)
            now = thing
            continue
        if _turns(event):
            told.append(event)
            now = event.target
            continue
        told.append(event if not now or now.startswith(THING) else _by(now, event))
    return told, now


def _turns(event: Event) -> bool:
    turns = event.concept == "transform" and event.doer == SELF and not event.unreal
    return turns and event.target not in ("", SELF) and event.target not in _AGED


def _by(who: str, event: Event) -> Event:
    """`event` by `who` where the dreamer does it and such can; to them where it is done to me."""
    if event.concept == "transform":
        return event  # 다리가 꼬리로 변했다
    hands = event.concept in words("by_hand") and who in words("animals")
    if event.target == SELF and event.doer != who:
        event = replace(event, target=who)
    return replace(event, doer=who) if event.doer == SELF and not (event.told or hands) else event
