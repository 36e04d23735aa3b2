"""To what it happens, where the text leaves that out: 각질을 미는데 계속 벗겨졌다."""

import re
from collections.abc import Iterator
from dataclasses import replace

from mongyudo.backends.director.clause import Clause
from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.objects import thing_spoken_of
from mongyudo.backends.director.story import SELF, Event, Mention
from mongyudo.backends.director.tables import words
from mongyudo.records import Element

_LIQUIDS = frozenset(("blood_drop", "slime", "honey_pot", "soup", "milk", "wine_glass", "sand"))
_COMES_OUT = frozenset(("drip", "spill", "spurt", "appear"))
_IN_A_RUSH = ("쏟아", "뿜", "솟", "터져", "튀", "분출", "쏟")


def with_what(text: Text, mentions: tuple[Mention, ...], event: Event, clause: Clause) -> Event:
    """`event` as that of the thing or the animal to which it happens; `mentions` stand before its
    verb."""
    if event.concept == "break" and event.element.lemma in words("gives_way"):
        cord = cord_before(text, event.element)
        return _of_thing(event, cord) if cord else event
    if event.concept == "break" and _is_the_tool(mentions, event):
        rest = tuple(m for m in mentions if m.concept not in event.things)
        return _that_broke(text, rest, replace(event, things=(), hero_thing=""))
    if event.hero_thing == "wind" and event.concept == "come_off":  # 타이어에 바람이 빠졌다
        return _that_changes(mentions[:-1], replace(event, concept="shrink", hero_thing=""))
    source = _source(text, mentions, event)
    if source:
        rush = event.element.lemma.startswith(_IN_A_RUSH)
        return replace(_of_thing(event, source), concept="spurt" if rush else "drip")
    named = clause.actors or clause.self_char >= 0 or clause.last_subject or event.hero_thing
    if named or event.doer not in ("", SELF) or event.target not in ("", SELF):
        return event
    if event.concept == "stick":
        return _that_sticks(mentions, event)
    if event.concept in ("grow", "shrink") and _FOUND.search(text.before(event.element, 24)):
        return _that_broke(text, mentions, event)
    if event.concept == "break" and _BREAKS.search(event.element.lemma):
        return _that_broke(text, mentions, event)
    if event.concept in words("left_to_things") and event.element.lemma not in words("of_oneself"):
        return _that_changes(mentions, event)
    return event


def cord_before(text: Text, verb: Element) -> str:
    """테이프를 잡고 있었는데 팽팽해지다가 끊어졌다: what is cut through is a cord; "" for none."""
    told = [e for e in text.segment.elements if e.end_char <= verb.start_char and not e.negated]
    near = (e for e in reversed(told[-_NEAR:]) if e.concept in words("cords"))
    cord = next(near, None)
    if cord is None or text.ends_between(cord.end_char, verb.start_char):
        return ""
    return cord.concept or ""


_NEAR = 7
"""So many words at most lie between a cord and that it is cut."""


def _source(text: Text, mentions: tuple[Mention, ...], event: Event) -> str:
    """수도꼭지에서 피가 쏟아졌다: the thing out of which a liquid comes; "" for none."""
    wet = {event.hero_thing, *event.things} & (words("waters") | _LIQUIDS)
    if event.concept not in _COMES_OUT or not wet:
        return ""
    near = _in_its_sentence(text, mentions, event)
    return next(
        (
            m.concept
            for m in near
            if m.element.kind == "prop" and m.case == "at" and m.concept not in wet
            and text.behind(m.element, 2) == "에서"
        ),
        "",
    )  # fmt: skip


def _in_its_sentence(text: Text, mentions: tuple[Mention, ...], event: Event) -> Iterator[Mention]:
    """What stands before the verb in its sentence, the nearest first."""
    for mention in reversed(mentions):
        if text.ends_between(mention.element.end_char, event.start_char):
            return
        yield mention


def _that_sticks(mentions: tuple[Mention, ...], event: Event) -> Event:
    """작은 달팽이들. 볼 안쪽에 붙어 있다: the animals that were spoken of."""
    told = (m for m in reversed(mentions) if m.element.kind == "actor" and m.concept)
    last = next(told, None)
    beast = last is not None and last.concept in words("speechless") | words("beasts")
    return replace(event, concept="cling_on", doer=last.concept) if last and beast else event


_BREAKS = re.compile("(부러|깨|찢어|터|부서|바스러|박살|금)(지다|나다|가다)$")
"""그것도 부러졌다: it breaks, and nobody breaks it."""


_FOUND = re.compile(
    r"(찾|발견|주웠|주워|꺼내|꺼냈|샀|사 ?왔|받|키웠|심었)[^\s.!?]{0,3}(는데|더니|니까?) [^.!?]*$"
)
"""찾았는데 커져 있었다: what was found has grown."""


def _is_the_tool(mentions: tuple[Mention, ...], event: Event) -> bool:
    """그걸 칼로 쪼개자: the knife is what it is done with, and stays whole."""
    tools = {m.concept for m in mentions if m.case == "goal" and m.concept in words("wielded")}
    return bool(event.things) and tools.issuperset(event.things)


def _that_broke(text: Text, mentions: tuple[Mention, ...], event: Event) -> Event:
    """연필을 빌렸는데 그것도 부러졌다: the thing that was spoken of last, also earlier."""
    broken = thing_spoken_of(mentions) or text.shown_before
    return _of_thing(event, broken) if broken and not event.things else event


def _that_changes(mentions: tuple[Mention, ...], event: Event) -> Event:
    """쓰레기에 불을 붙였는데 녹아 흘러내렸다: the thing that was spoken of last."""
    told = (m for m in reversed(mentions) if m.element.kind == "prop" and m.concept)
    last = next(told, None)
    if last is None:
        return event
    if event.concept == "come_off" and last.concept == "skin":
        return replace(event, doer=SELF, target="", things=("skin",))
    fixed = words("body") - {"hair", "fingernail", "face"}
    if last.concept in fixed | words("unchanging") | words("fixtures"):
        return event
    return _of_thing(event, last.concept)


def _of_thing(event: Event, thing: str) -> Event:
    things = tuple(dict.fromkeys((thing, *event.things)))
    return replace(event, doer="", target="", hero_thing=thing, things=things)
