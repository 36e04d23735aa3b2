"""What a segment speaks of as there: all that it names, without what is denied or likened."""

import re
from dataclasses import replace

from mongyudo.backends.director.absences import found_missing
from mongyudo.backends.director.counting import THRONG
from mongyudo.backends.director.grammar import FAILS, Text
from mongyudo.backends.director.in_stead import taking_the_place, turns_out
from mongyudo.backends.director.left_out import cord_before
from mongyudo.backends.director.light_verbs import as_light
from mongyudo.backends.director.meanings import as_meant, held_still
from mongyudo.backends.director.naming import (
    is_spoken_to,
    is_whose,
    points_back,
    the_same_beast,
    the_same_child,
    the_same_in_law,
)
from mongyudo.backends.director.objects import object_left_out, opened
from mongyudo.backends.director.persons import (
    in_old_age,
    is_grown_up,
    is_ones_turn,
    joined,
    pointed_at,
    turn_out,
)
from mongyudo.backends.director.predicates import (
    are_all,
    is_revealed,
    leaves_out,
)
from mongyudo.backends.director.qualities import as_quality
from mongyudo.backends.director.relations import (
    as_related,
)
from mongyudo.backends.director.sayings import said_together
from mongyudo.backends.director.sizes import is_big, is_huge, is_small, is_tiny
from mongyudo.backends.director.story import Mention
from mongyudo.backends.director.tables import pairs, plain_verbs, within, words
from mongyudo.backends.director.vignettes import is_event
from mongyudo.records import Element, Kind, Segment

_IN_THE_DREAM = re.compile(r"[.!?…\n]\s*([^.!?…\n꿈]{0,12} )?꿈(속|결)?에(서|선)?(는|도|까지)? ")

_IS_DREAMT = re.compile("꿈을 ?(꾸|꿨|꾼|꿉)|꿈(이었|이야|인데|임)")

_MOST_BEFORE = 0.6
"""Nobody tells of their days for more than this share of a segment."""


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


def is_actor(mention: Mention) -> bool:
    return mention.element.kind == "actor" and bool(mention.concept)


def mentions_of(text: Text) -> tuple[Mention, ...]:
    """Every element that is neither denied nor a mere simile, verbs unfolded."""
    found: list[Mention] = []
    is_really: dict[str, str] = {}
    asleep_from = _start_of_dream(text.segment)
    for element in text.segment.elements:
        if element.start_char < asleep_from and element.kind not in ("actor", "setting"):
            continue
        element = _still_there(text, found_missing(text, held_still(text, element)))
        if _is_left_out(text, found, element):
            continue
        element = _as_told(text, element, _before_its_verb(found))
        element = _as_it_is(element, is_really)
        element = the_same_child(text, (m.concept for m in found if is_actor(m)), element)
        element = the_same_in_law((m.element for m in found), element)
        element = the_same_beast(text, (m.concept for m in found if is_actor(m)), element)
        turn_out(text, found, element)
        if (first := _the_one_before(text, found, element)) is not None:
            one = found[first]
            is_really[one.concept] = element.concept or ""
            count = THRONG if are_all(text, one.element, element) else one.count
            found[first] = replace(one, element=element, keyed=True, count=count)
            continue
        stead = taking_the_place(text, found, element)
        found += opened(found, element)
        found += object_left_out(text, found, element)
        for part in unfolded(element):
            _add(text, found, _mention(text, element, part, stead))
    return tuple(found)


def _is_left_out(text: Text, found: list[Mention], element: Element) -> bool:
    """Whether `element` is not there, or not as what the word says: denied, likened, called out."""
    return bool(
        element.negated
        or text.is_simile(element)
        or text.is_lacking(element)
        or text.is_one_of_a_pair(element)
        or _says_how(text, element)
        or text.is_called_out(element)
        or is_spoken_to(text, element)
        or text.is_journeys_end(element)
        or (element.kind == "light" and text.is_manner_of_speaking(element))
        or leaves_out(text, element)
        or _is_part_played(text, found, element)
        or is_grown_up(text, element)
        or is_ones_turn(text, element)
    )


def _mention(text: Text, element: Element, part: Element, stead: str = "") -> Mention:
    """`part` as it is told of: all of `element`, or what that verb holds within it."""
    held = part is not element and part.kind != element.kind
    whose = is_whose(text, element)
    worn = text.is_worn(element) and element.concept not in words("held_up")
    return Mention(
        part,
        "object" if held else "absent" if whose else text.case_of(element),
        is_keyed(text.segment, element),
        text.count_of(element),
        worn,
        is_big(text, element),
        is_small(text, element),
        is_revealed(text, element) or turns_out(text, element, stead),
        stead=stead,
        tiny=is_tiny(text, element),
        huge=is_huge(text, element),
    )


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
    is_it = is_actor(before) and text.is_what_is(before.element, element)
    return told[-1] if is_it else None


def _is_part_played(text: Text, found: list[Mention], element: Element) -> bool:
    """구미호가 면접관으로 앉아 있었다: the part that somebody plays is nobody beside them."""
    before = found[-1] if found else None
    if before is None or element.kind != "actor" or not is_actor(before):
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
    mention = pointed_at(text, found, mention) if is_actor(mention) else mention
    if mention.concept == "stranger" and points_back(text, mention.element):
        spoken_of = [m.concept for m in found if is_actor(m)]
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
        and is_actor(before)
        and (is_actor(mention) or abused)
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


def is_keyed(segment: Segment, element: Element) -> bool:
    return any(
        k.start_char <= element.start_char and element.end_char <= k.end_char
        for k in segment.keywords
    )
