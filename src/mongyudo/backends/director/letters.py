"""Letters that leave their book: 글자들이 기어 나왔다 is no scroll that slides by."""

from collections.abc import Sequence
from dataclasses import replace

from mongyudo.backends.director.story import Event, Mention
from mongyudo.backends.director.tables import words

_WRITTEN = frozenset({"글자", "글자들", "글씨", "글씨들", "활자", "활자들", "문자", "자음", "모음"})
_LOOSE = "loose_letters"


def with_loose_letters(
    events: Sequence[Event], mentions: tuple[Mention, ...]
) -> tuple[list[Event], tuple[Mention, ...]]:
    """`events` and `mentions` with letters on legs for writing that goes about."""
    written = any(m.element.lemma in _WRITTEN for m in mentions)
    gone = [e for e in events if e.hero_thing == "writing" and not e.unreal]
    if not written or not any(e.concept in words("letters_get_loose") for e in gone):
        return list(events), mentions
    told = [_loose(event) for event in events]
    return told, tuple(_named_loose(m) if m.concept == "writing" else m for m in mentions)


def _loose(event: Event) -> Event:
    if event.hero_thing != "writing":
        return event
    out = event.concept == "attach" and event.element.lemma in words("comes_out") | {"기다"}
    event = replace(event, concept="emerge", told=()) if out else event
    things = tuple(_LOOSE if thing == "writing" else thing for thing in event.things)
    return replace(event, hero_thing=_LOOSE, things=things)


def _named_loose(mention: Mention) -> Mention:
    return replace(mention, element=replace(mention.element, concept=_LOOSE), count=1)
