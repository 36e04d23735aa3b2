"""From a segment of the reading to a story.

Korean marks roles by particles behind the noun and puts the verb last, so the particles in the
text beside each element of the reading are enough to tell the doer from the one it is done to.
"""

from dataclasses import replace

from mongyudo.backends.director.absences import lacking
from mongyudo.backends.director.aftermath import after
from mongyudo.backends.director.attire import attired
from mongyudo.backends.director.become import as_become
from mongyudo.backends.director.caring import as_cared_for
from mongyudo.backends.director.clause import Clause, clause_of
from mongyudo.backends.director.clauses import event_of
from mongyudo.backends.director.colours import colours_worn, dyes_told
from mongyudo.backends.director.creature_deeds import as_animals_do
from mongyudo.backends.director.doers import put_right, riding_on, till_one_woke
from mongyudo.backends.director.dropped import shared
from mongyudo.backends.director.frames import framed
from mongyudo.backends.director.grammar import FAILS, Text
from mongyudo.backends.director.in_stead import has_no_teeth, revealed
from mongyudo.backends.director.left_out import with_what
from mongyudo.backends.director.left_to_beasts import left_to_beasts, shadow_goes_on
from mongyudo.backends.director.letters import with_loose_letters
from mongyudo.backends.director.light_verbs import with_light
from mongyudo.backends.director.meanings import has_fallen, is_laid
from mongyudo.backends.director.mentions import is_actor, mentions_of
from mongyudo.backends.director.naming import (
    name_behind,
    name_told,
)
from mongyudo.backends.director.objects import as_one_gift
from mongyudo.backends.director.persons import (
    sought_in,
    without_the_past,
)
from mongyudo.backends.director.predicates import (
    is_end_of_another,
    is_how_it_looks,
    is_long_past,
    is_said_of_a_noun,
    is_spelled,
)
from mongyudo.backends.director.qualities import with_quality
from mongyudo.backends.director.relations import (
    hosted,
    is_related,
    told_once,
    with_host,
)
from mongyudo.backends.director.senses import by_its_clause
from mongyudo.backends.director.situations import with_situations
from mongyudo.backends.director.story import SELF, SOMEBODY, Event, Mention, Story
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.understood import as_understood
from mongyudo.backends.director.vignettes import is_event
from mongyudo.records import Element, Segment


def tell(
    segment: Segment,
    spoken_before: str = "",
    became: str = "",
    shown_before: str = "",
    past: tuple[Event, ...] = (),
) -> Story:
    """Take `segment` apart; `spoken_before` is who was spoken of last before it, `shown_before`
    which thing, `became` what the dreamer had turned into by then, `past` what had happened."""
    text = Text(segment, spoken_before, shown_before)
    mentions, late = without_the_past(text, mentions_of(text))
    people = [m for m in mentions if is_actor(m)]
    names = {name_told(text, m.element): m.concept for m in people}
    names |= {name_behind(text, m.element): m.concept for m in people}
    events: list[Event] = []
    clauses: dict[int, Clause] = {}
    sought: set[int] = set()
    for index, mention in enumerate(mentions):
        if _may_be_become(mention) and text.becomes(mention.element):
            events.append(_as_told_by_verb(_becoming(mention), mentions[index + 1 : index + 2]))
        if mention.revealed and mention.concept:
            events.append(revealed(mention))
        if not is_event(mention.element) or _happens_to_nobody(text, mention.element):
            continue
        before = events[-1] if events else None
        clause = clause_of(text, mentions, index)
        told = put_right(clause, event_of(clause, names, before), before)
        told = left_to_beasts(clause, told, events)
        told = as_understood(clause, told, (*past, *events))
        meant = after(before, by_its_clause(clause, told), clause)
        if meant is None:
            happening = hosted(text, mentions[:index], told)
        else:
            happening = _of_what(text, mentions, index, meant, clause)
        if happening is None:
            continue
        clauses[happening.start_char] = clause
        events.append(as_cared_for(clause, as_animals_do(clause, happening)))
        sought |= {m.start_char for m in sought_in(clause)}
    events, mentions = with_loose_letters(events, mentions)
    done = till_one_woke(text, shared(text, as_one_gift(text, events), clauses), clauses)
    done = framed(text, done, clauses)
    done, became = as_become(text, done, became)
    return Story(
        segment.text, segment.start_char, segment.keywords, _without(mentions, sought),
        tuple(shadow_goes_on(segment, _with_scenes(segment, done, mentions))),
        late,
        tuple(attired(text, mentions, events)),
        colours_worn(text, mentions, events), dyes_told(text, mentions), _lacking(events),
        became, tuple((m.concept, m.count) for m in mentions if m.many and m.concept),
    )  # fmt: skip


def _with_scenes(segment: Segment, done: list[Event], mentions: tuple[Mention, ...]) -> list[Event]:
    once = riding_on(_mourned(told_once(done)))
    return once if has_no_teeth(mentions) else with_situations(segment, once)


def _lacking(events: list[Event]) -> tuple[tuple[str, str, int], ...]:
    """Who lacks a part of the face, which, and where that is told."""
    told = (e for e in events if e.concept in words("lacking_a_feature") and not e.unreal)
    return tuple((e.doer, e.concept, e.start_char) for e in told if e.doer)


def _happens_to_nobody(text: Text, verb: Element) -> bool:
    """A manner of speaking, the dream being noted, which train it is, where one lives, what is
    so already."""
    return (
        text.is_manner_of_speaking(verb)
        or is_long_past(text, verb)
        or is_end_of_another(text, verb)
        or text.notes_the_dream(verb)
        or text.names_a_journey(verb)
        or text.tells_where_one_lives(verb)
        or (is_laid(text, verb) and not is_related(verb))
        or has_fallen(text, verb)
        or is_how_it_looks(text, verb)
        or is_said_of_a_noun(text, verb)
        or is_spelled(text, verb)
        or _sinks(text, verb)
    )


def _sinks(text: Text, verb: Element) -> bool:
    """브레이크가 푹 꺼졌다: no light goes out."""
    goes_out = verb.lemma == "꺼지다" and verb.concept != "collapse"
    return goes_out and text.before(verb, 4).rstrip(" ,").endswith("푹")


def _of_what(
    text: Text, mentions: tuple[Mention, ...], index: int, event: Event, clause: Clause
) -> Event | None:
    """`event`, where nobody is named to whom it happens, as that of a thing; None for no event."""
    if mentions[index].element.lemma in words("is_written") and event.doer in ("", SELF, SOMEBODY):
        return None  # 이름이 적혀 있었다: nobody writes
    place = clause.last_subject is not None and clause.last_subject.element.kind == "setting"
    felt = event.concept in words("seen_of_feelings") and not event.doer  # 방이 추웠다
    if felt or (event.concept in words("of_the_place") and place):  # 방이 어두워졌다
        return replace(event, doer=SELF, hero_thing="")
    if event.concept == "wait" and event.element.en.startswith(FAILS):  # 버스가 오지 않았다
        return replace(event, doer=SELF, target="", partners=(), things=(), hero_thing="")
    if event.hero_thing and not event.doer and event.element.en.startswith(FAILS):
        return _in_vain(event)
    event = with_what(text, mentions[:index], event, clause)
    event = with_light(text, mentions[:index], event)
    related = with_host(text, mentions[:index], event)
    related = related and with_quality(text, mentions[:index], related)
    if related is None or related is not event:
        return related
    if event.concept in ("spread", "stick") and event.hero_thing in words("fixtures") | {""}:
        return None  # nobody knows what spreads; 바닥이 늘어났다: no heap of floors
    if event.concept == "absence":
        missed = lacking(text, mentions[index].element)
        return replace(event, doer=SELF, target="", partners=(), hero_thing="", lacks=missed)
    swept = mentions[index].element.lemma.replace(" ", "") in words("swept_off")
    if swept and not event.hero_thing and event.doer in ("", SELF) and clause.self_char < 0:
        return _what_is_swept(mentions[:index], event)
    if event.concept == "fall" and event.doer == SELF and clause.self_char < 0:
        return _what_falls(text, mentions, index, event)
    return event


def _in_vain(event: Event) -> Event:
    """반지가 빠지지 않았다: it is the dreamer who tries."""
    things = tuple(dict.fromkeys((event.hero_thing, *event.things)))
    return replace(event, doer=SELF, hero_thing="", things=things)


def _what_falls(
    text: Text, mentions: tuple[Mention, ...], index: int, event: Event
) -> Event | None:
    """감을 받았다. 다 떨어졌다: what fell is what was spoken of; None where it is told behind."""
    if text.is_what_falls(mentions[index].element):
        return None
    before = [m for m in mentions[:index] if m.element.kind in ("prop", "setting", "actor")]
    light = words("rains") | words("fruits") | words("droppable")
    if mentions[index].element.lemma in words("falls_in_numbers"):  # 우수수: never one alone
        many = next((m.concept for m in reversed(before) if m.concept in light), "")
        return replace(event, doer="", hero_thing=many) if many else None
    rolls = mentions[index].element.lemma.startswith(("구르", "굴러"))
    if rolls and any(m.concept in words("vehicles") for m in before):
        return None  # 자전거를 탔다. 소리 없이 굴렀다
    last = before[-1].concept if before else ""
    return replace(event, doer="", hero_thing=last) if last in light else event


def _what_is_swept(before: tuple[Mention, ...], event: Event) -> Event:
    """사진이 널려 있었다. 한 장씩 쓸려 갔다: what was spoken of last, where it is light enough."""
    light = words("rains") | words("flammable") | words("droppable")
    last = next((m.concept for m in reversed(before) if m.element.kind in ("prop", "actor")), "")
    return replace(event, doer="", target="", hero_thing=last) if last in light else event


def _without(mentions: tuple[Mention, ...], sought: set[int]) -> tuple[Mention, ...]:
    """`mentions`, those at `sought` being still elsewhere: 회장님께 배달하러 갔다."""
    return tuple(replace(m, case="absent") if m.start_char in sought else m for m in mentions)


def _may_be_become(mention: Mention) -> bool:
    return is_actor(mention) or (mention.element.kind == "prop" and bool(mention.concept))


def _mourned(events: list[Event]) -> list[Event]:
    """엄마가 돌아가셔서 울었다: the dead do not weep for themselves."""
    gone = {e.doer for e in events if e.concept == "die" and e.doer not in ("", SELF)}
    return [replace(e, doer=SELF) if e.concept == "cry" and e.doer in gone else e for e in events]


def _becoming(mention: Mention) -> Event:
    """내가 고양이가 되었다, 내가 의자가 되었다: the dreamer turns into it."""
    verb = replace(mention.element, kind="motion", concept="transform")
    if mention.element.kind == "prop":
        return Event("transform", verb, mention.keyed, SELF, things=(mention.concept,))
    return Event("transform", verb, mention.keyed, SELF, mention.concept)


def _as_told_by_verb(event: Event, behind: tuple[Mention, ...]) -> Event:
    """나는 아이가 되었다: its verb tells it, too."""
    verb = next((m for m in behind if m.element.lemma == "되다"), None)
    if verb is None:
        return event
    starts = (event.start_char, verb.start_char)
    return replace(event, told=tuple((start, event.concept) for start in starts))
