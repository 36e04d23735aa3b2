"""From a segment of the reading to a story.

Korean marks roles by particles behind the noun and puts the verb last, so the particles in the
text beside each element of the reading are enough to tell the doer from the one it is done to.
"""

from dataclasses import replace

from mongyudo.backends.director.clauses import clause_of, described, event_of
from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.story import SELF, Event, Mention, Story
from mongyudo.backends.director.tables import within, words
from mongyudo.backends.director.vignettes import is_event
from mongyudo.records import Element, Kind, Segment


def tell(segment: Segment) -> Story:
    """Take `segment` apart."""
    text = Text(segment)
    mentions = _mentions(text)
    names = {text.name_behind(m.element): m.concept for m in mentions if _is_actor(m)}
    events: list[Event] = []
    late: set[str] = set()
    for index, mention in enumerate(mentions):
        if _is_actor(mention) and text.becomes(mention.element):
            events.append(_becoming(mention))
        if not is_event(mention.element) or text.is_manner_of_speaking(mention.element):
            continue
        departed = described(text, mentions, index) if mention.concept == "die" else []
        if departed:
            late |= {m.concept for m in departed}
            continue
        before = events[-1] if events else None
        events.append(event_of(clause_of(text, mentions, index), names, before))
    return Story(
        segment.text, segment.start_char, segment.keywords, mentions, tuple(events), frozenset(late)
    )


def _is_actor(mention: Mention) -> bool:
    return mention.element.kind == "actor" and bool(mention.concept)


def _becoming(mention: Mention) -> Event:
    """내가 고양이가 되었다: the dreamer turns into it."""
    verb = replace(mention.element, kind="motion", concept="transform")
    return Event("transform", verb, mention.keyed, SELF, mention.concept)


def _mentions(text: Text) -> tuple[Mention, ...]:
    """Every element that is neither denied nor a mere simile, verbs unfolded."""
    found: list[Mention] = []
    for element in text.segment.elements:
        if element.negated or text.is_simile(element):
            continue
        for part in unfolded(element):
            held = part is not element and part.kind != element.kind
            case = "object" if held else text.case_of(element)
            keyed = _is_keyed(text.segment, element)
            _add(text, found, Mention(part, case, keyed, text.is_many(element)))
    return tuple(found)


def _add(text: Text, found: list[Mention], mention: Mention) -> None:
    """Put `mention` behind the others; 아들 녀석 is one person named twice."""
    before = found[-1] if found else None
    again = (
        before is not None
        and mention.concept == "stranger"
        and _is_actor(before)
        and before.case == "bare"
        and text.touch(before.element, mention.element)
    )
    if before is not None and again:
        found[-1] = replace(before, case=mention.case)
    else:
        found.append(mention)


def unfolded(element: Element) -> tuple[Element, ...]:
    """`element`, with the thing that its verb holds within put before it (자전거 타다)."""
    if element.kind not in ("motion", "state", "feeling"):
        return (element,)
    event, thing = within().get(element.lemma.replace(" ", ""), ("", ""))
    if not event and not thing:
        return (element,)
    verb = replace(element, concept=None if event == "none" else event or element.concept)
    if not thing:
        return (verb,)
    kind: Kind = "actor" if thing in words("within_actors") else "prop"
    return replace(element, kind=kind, concept=thing, en=thing), verb


def _is_keyed(segment: Segment, element: Element) -> bool:
    return any(
        k.start_char <= element.start_char and element.end_char <= k.end_char
        for k in segment.keywords
    )
