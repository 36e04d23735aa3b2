"""From a segment of the reading to a story.

Korean marks roles by particles behind the noun and puts the verb last, so the particles in the
text beside each element of the reading are enough to tell the doer from the one it is done to.
"""

import re
from dataclasses import replace

from mongyudo.backends.director.absences import found_missing, lacking
from mongyudo.backends.director.aftermath import after
from mongyudo.backends.director.attire import attired
from mongyudo.backends.director.become import as_become
from mongyudo.backends.director.caring import as_cared_for
from mongyudo.backends.director.clause import Clause, clause_of
from mongyudo.backends.director.clauses import event_of
from mongyudo.backends.director.colours import colours_worn, dyes_told
from mongyudo.backends.director.counting import THRONG
from mongyudo.backends.director.creature_deeds import as_animals_do
from mongyudo.backends.director.doers import put_right, riding_on
from mongyudo.backends.director.dropped import shared
from mongyudo.backends.director.frames import framed
from mongyudo.backends.director.grammar import FAILS, Text
from mongyudo.backends.director.left_out import cord_before, with_what
from mongyudo.backends.director.left_to_beasts import left_to_beasts, shadow_goes_on
from mongyudo.backends.director.letters import with_loose_letters
from mongyudo.backends.director.light_verbs import as_light, with_light
from mongyudo.backends.director.meanings import as_meant, has_fallen, held_still, is_laid
from mongyudo.backends.director.naming import (
    is_spoken_to,
    is_whose,
    name_behind,
    name_told,
    points_back,
    the_same_beast,
    the_same_child,
)
from mongyudo.backends.director.objects import as_one_gift, object_left_out, opened
from mongyudo.backends.director.persons import (
    in_old_age,
    is_grown_up,
    is_ones_turn,
    joined,
    pointed_at,
    sought_in,
    turn_out,
    without_the_past,
)
from mongyudo.backends.director.predicates import (
    are_all,
    is_end_of_another,
    is_how_it_looks,
    is_long_past,
    is_revealed,
    is_said_of_a_noun,
    is_spelled,
    leaves_out,
)
from mongyudo.backends.director.qualities import as_quality, with_quality
from mongyudo.backends.director.relations import (
    as_related,
    hosted,
    is_related,
    told_once,
    with_host,
)
from mongyudo.backends.director.sayings import said_together
from mongyudo.backends.director.senses import by_its_clause
from mongyudo.backends.director.situations import with_situations
from mongyudo.backends.director.sizes import is_big, is_huge, is_small, is_tiny
from mongyudo.backends.director.story import SELF, SOMEBODY, Event, Mention, Story
from mongyudo.backends.director.tables import pairs, plain_verbs, within, words
from mongyudo.backends.director.understood import as_understood
from mongyudo.backends.director.vignettes import is_event
from mongyudo.records import Element, Kind, Segment

_IN_THE_DREAM = re.compile(r"[.!?…\n]\s*([^.!?…\n꿈]{0,12} )?꿈(속|결)?에(서|선)?(는|도|까지)? ")
_IS_DREAMT = re.compile("꿈을 ?(꾸|꿨|꾼|꿉)|꿈(이었|이야|인데|임)")
_MOST_BEFORE = 0.6
"""Nobody tells of their days for more than this share of a segment."""


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
    mentions, late = without_the_past(text, _mentions(text))
    people = [m for m in mentions if _is_actor(m)]
    names = {name_told(text, m.element): m.concept for m in people}
    names |= {name_behind(text, m.element): m.concept for m in people}
    events: list[Event] = []
    clauses: dict[int, Clause] = {}
    sought: set[int] = set()
    for index, mention in enumerate(mentions):
        if _may_be_become(mention) and text.becomes(mention.element):
            events.append(_as_told_by_verb(_becoming(mention), mentions[index + 1 : index + 2]))
        if mention.revealed and mention.concept:
            events.append(_revealed(mention))
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
    done = framed(text, shared(text, as_one_gift(text, events), clauses), clauses)
    done, became = as_become(text, done, became)
    return Story(
        segment.text, segment.start_char, segment.keywords, _without(mentions, sought),
        tuple(shadow_goes_on(segment, _with_scenes(segment, done))),
        late,
        tuple(attired(text, mentions, events)),
        colours_worn(text, mentions, events), dyes_told(text, mentions), _lacking(events),
        became, tuple((m.concept, m.count) for m in mentions if m.many and m.concept),
    )  # fmt: skip


def _with_scenes(segment: Segment, done: list[Event]) -> list[Event]:
    return with_situations(segment, riding_on(_mourned(told_once(done))))


def _lacking(events: list[Event]) -> tuple[tuple[str, str, int], ...]:
    """Who lacks a part of the face, which, and where that is told."""
    told = (e for e in events if e.concept in words("lacking_a_feature") and not e.unreal)
    return tuple((e.doer, e.concept, e.start_char) for e in told if e.doer)


def _revealed(thing: Mention) -> Event:
    """들여다보니 김장독이었다: what something turns out to be comes to light."""
    return Event(
        "appear", thing.element, thing.keyed, hero_thing=thing.concept,
        things=(thing.concept,), clause_start=thing.start_char,
    )  # fmt: skip


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


def _says_how(text: Text, adverb: Element) -> bool:
    """우수수 웃었다, 신나게 헤엄쳤다: how it is done, and nothing done of its own."""
    behind = (e for e in text.segment.elements if e.start_char >= adverb.end_char)
    verb = next(behind, None)
    if verb is None or verb.kind != "motion":
        return False
    if adverb.kind == "feeling" and is_event(verb):
        return text.between(adverb.end_char, verb.start_char) == "게 "
    adverbs = words("falls_in_numbers") | words("manner_adverbs")
    return adverb.lemma in adverbs and text.touch(adverb, verb)


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


def _is_actor(mention: Mention) -> bool:
    return mention.element.kind == "actor" and bool(mention.concept)


def _may_be_become(mention: Mention) -> bool:
    return _is_actor(mention) or (mention.element.kind == "prop" and bool(mention.concept))


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


def _mentions(text: Text) -> tuple[Mention, ...]:
    """Every element that is neither denied nor a mere simile, verbs unfolded."""
    found: list[Mention] = []
    is_really: dict[str, str] = {}
    asleep_from = _start_of_dream(text.segment)
    for element in text.segment.elements:
        if element.start_char < asleep_from and element.kind not in ("actor", "setting"):
            continue
        element = _still_there(text, found_missing(text, held_still(text, element)))
        if element.negated or text.is_simile(element) or text.is_lacking(element):
            continue
        if text.is_one_of_a_pair(element) or _says_how(text, element):
            continue
        called = text.is_called_out(element) or is_spoken_to(text, element)
        if called or text.is_journeys_end(element):
            continue
        if element.kind == "light" and text.is_manner_of_speaking(element):
            continue
        if (
            leaves_out(text, element)
            or _is_part_played(text, found, element)
            or is_grown_up(text, element)
            or is_ones_turn(text, element)
        ):
            continue
        element = _as_told(text, element, _before_its_verb(found))
        element = _as_it_is(element, is_really)
        element = the_same_child(text, (m.concept for m in found if _is_actor(m)), element)
        element = the_same_beast(text, (m.concept for m in found if _is_actor(m)), element)
        turn_out(text, found, element)
        if (first := _the_one_before(text, found, element)) is not None:
            one = found[first]
            is_really[one.concept] = element.concept or ""
            count = THRONG if are_all(text, one.element, element) else one.count
            found[first] = replace(one, element=element, keyed=True, count=count)
            continue
        found += opened(found, element)
        found += object_left_out(text, found, element)
        for part in unfolded(element):
            held = part is not element and part.kind != element.kind
            whose = is_whose(text, element)
            case = "object" if held else "absent" if whose else text.case_of(element)
            keyed = _is_keyed(text.segment, element)
            worn = text.is_worn(element) and element.concept not in words("held_up")
            _add(text, found, Mention(
                part, case, keyed, text.count_of(element), worn,
                is_big(text, element), is_small(text, element), is_revealed(text, element),
                tiny=is_tiny(text, element), huge=is_huge(text, element),
            ))  # fmt: skip
    return tuple(found)


def _before_its_verb(found: list[Mention]) -> str:
    """The concept before a verb, past how it is done: 책장이 저절로 넘어갔다."""
    how = ("state", "time", "feeling")
    said = (m for m in reversed(found) if m.concept or m.element.kind not in how)
    last = next(said, None)
    return last.concept if last else ""


_GOES = re.compile(
    r"(들)?(이|가|은|는|도|만|까지)? ?(\S{1,5} ){0,2}(사라[지져졌진짐]|없어[지져졌진짐])"
)


def _still_there(text: Text, thing: Element) -> Element:
    """오토바이가 없어졌다, 고양이가 사라졌다: it is there to be seen until it is gone."""
    if thing.kind == "setting" and thing.negated and _WITHOUT.match(text.behind(thing, 30)):
        return replace(thing, negated=False)
    named = thing.negated and thing.kind in ("prop", "actor", "setting")
    goes = named and _GOES.match(text.behind(thing, 16))
    return replace(thing, negated=False) if goes else thing


_WITHOUT = re.compile(
    r" ?(안|속)?(에|에는|에도|엔) ([가-힣]{1,8}(이|가|은|는|도|라곤|라고는|조차|만) ){1,2}"
    r"([가-힣]{1,4} ){0,2}(없|안 보)"
)
"""교실에 책상이 하나도 없었다: one is in the classroom."""


def _start_of_dream(segment: Segment) -> int:
    """Behind what is so by day: 휠체어를 탄 지 육 년이다. 꿈에서 나는 뛰었다. People and places are
    as they are in the dream, too."""
    found = _IN_THE_DREAM.search(segment.text) if segment.start_char == 0 else None
    if found is None or found.end() > _MOST_BEFORE * len(segment.text):
        return segment.start_char
    return segment.start_char if _IS_DREAMT.search(segment.text[: found.start()]) else found.start()


def _the_one_before(text: Text, found: list[Mention], element: Element) -> int | None:
    """감독관은 (하얀) 비둘기였다: one is there, not two; which of `found` it is."""
    said = ("state", "motion")  # 돌아가신 할머니였다
    told = [n for n, m in enumerate(found) if m.element.kind not in said]
    if not told or element.kind != "actor" or not element.concept:
        return None
    before = found[told[-1]]
    is_it = _is_actor(before) and text.is_what_is(before.element, element)
    return told[-1] if is_it else None


def _is_part_played(text: Text, found: list[Mention], element: Element) -> bool:
    """구미호가 면접관으로 앉아 있었다: the part that somebody plays is nobody beside them."""
    before = found[-1] if found else None
    if before is None or element.kind != "actor" or not _is_actor(before):
        return False
    return before.case in ("subject", "too") and text.is_part_played(before.element, element)


def _as_it_is(element: Element, is_really: dict[str, str]) -> Element:
    """`element`, who may have been said to be somebody else."""
    if element.kind != "actor" or element.concept not in is_really:
        return element
    return replace(element, concept=is_really[element.concept])


_INTO = re.compile("[에로] ?([가-힣]{1,3} )?$")
_BY_ITSELF = re.compile("졌|져|지더|지고")


def _as_told(text: Text, element: Element, before: str) -> Element:
    """`element` as it is meant; `before` is the concept in front of it, that a verb goes with."""
    meant = as_light(text, as_quality(text, as_related(text, as_meant(text, element))))
    if meant.kind != "motion":
        return meant
    if meant.en.startswith(FAILS):
        return meant  # 줄이 끊어지지 않았다: it does not break
    if _BY_ITSELF.match(text.behind(meant, 2)):
        return meant  # 우산이 펴졌다: nobody holds it
    if (saying := said_together(text, meant)) is not None:
        return replace(meant, concept=saying or None)
    lemma = meant.lemma.replace(" ", "")
    if lemma == "빠지다" and _INTO.search(text.before(meant, 8)):
        return meant  # 물에 빠졌다: somebody sinks, and no water drains off
    if lemma in words("gives_way") and cord_before(text, meant):
        return replace(meant, concept="break")
    return replace(meant, concept=pairs().get((before, lemma), meant.concept))


def _add(text: Text, found: list[Mention], mention: Mention) -> None:
    """Put `mention` behind the others; 아들 녀석 and 해녀 할머니 are one person named twice."""
    before = found[-1] if found else None
    mention = pointed_at(text, found, mention) if _is_actor(mention) else mention
    if mention.concept == "stranger" and points_back(text, mention.element):
        spoken_of = [m.concept for m in found if _is_actor(m)]
        concept = spoken_of[-1] if spoken_of else mention.concept
        mention = replace(mention, element=replace(mention.element, concept=concept))
    if joined(text, found, mention):
        return
    abused = mention.element.kind == "actor" and mention.element.lemma in _TERMS_OF_ABUSE
    same = (mention.concept == "stranger" or abused) or (
        before is not None
        and mention.concept in words("forms_of_address")
        and before.concept not in words("relatives")
    )
    again = (
        before is not None
        and same
        and _is_actor(before)
        and (_is_actor(mention) or abused)
        and before.case == "bare"
        and text.touch(before.element, mention.element)
    )
    if before is not None and again:
        found[-1] = in_old_age(before, mention)
    else:
        found.append(mention)


_TERMS_OF_ABUSE = frozenset(("새끼", "새끼들", "놈", "녀석", "자식", "자식들"))
"""동생 새끼가: what somebody is called behind who it is."""


def unfolded(element: Element) -> tuple[Element, ...]:
    """`element`, with the thing that its verb holds within put before it (자전거 타다)."""
    lemma = element.lemma.replace(" ", "")
    told = element.kind in ("motion", "state", "feeling") or _is_felt_weather(element)
    if not told or element.en.startswith((FAILS, "say")):
        return (element,)
    event, thing = within().get(lemma, ("", ""))
    element = replace(element, kind="feeling") if element.kind == "weather" and event else element
    if not element.concept and element.kind == "motion":
        event = event or plain_verbs().get(lemma, "")
    if not event and not thing:
        return (element,)
    verb = replace(element, concept=None if event == "none" else event or element.concept)
    if not thing:
        return (verb,)
    sort: Kind = "actor" if thing in words("within_actors") else "prop"
    return replace(element, kind=sort, concept=thing, en=thing), verb


def _is_felt_weather(element: Element) -> bool:
    """추웠다: who is there is cold."""
    return element.kind == "weather" and element.lemma.endswith("다")


def _is_keyed(segment: Segment, element: Element) -> bool:
    return any(
        k.start_char <= element.start_char and element.end_char <= k.end_char
        for k in segment.keywords
    )
