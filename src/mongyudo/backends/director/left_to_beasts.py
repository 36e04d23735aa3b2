"""To which animal it is done, and which does it, where the text leaves that out: 고양이가 있었다.
한 마리씩 꺼내서 우유를 먹였다."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mongyudo.backends.director.clause import Clause
from mongyudo.backends.director.creature_deeds import ON_ME
from mongyudo.backends.director.grammar import FAILS, SENTENCE_END
from mongyudo.backends.director.lively import as_things_do, may_be_done_by_things
from mongyudo.backends.director.story import SELF, SOMEBODY, Event
from mongyudo.backends.director.tables import words
from mongyudo.records import Segment

_ASKED = re.compile(
    r"(한테|에게|더러|보고) [^.!?\n]*?"
    "(라고 ?[하했말시][^ ]{0,3}?|라)(니까?|더니|자|면) "
)
"""개한테 앉으라고 하니까: the one who was told to does what follows."""


def left_to_beasts(clause: Clause, event: Event, before: Sequence[Event]) -> Event:
    """`event` with the animal that was told of in the events `before`, where it means that."""
    if event.hero_thing or event.unreal or event.element.en.startswith(FAILS):
        return event
    if _is_up_me(clause, event) and (who := _last_alive(before)):
        to_me = replace(event, concept="assail" if not _beast(who) else "crawl", target=SELF)
        as_thing = replace(to_me, doer="", hero_thing=who, things=(*event.things, who))
        return replace(to_me, doer=who) if _beast(who) else as_thing
    if (goes_on := _still_alive(clause, event, before)) is not None:
        return goes_on
    if (thing := _thing_after_me(clause, event, before)) != "":
        things = tuple(dict.fromkeys((*event.things, thing)))
        return replace(event, concept="come_on", doer="", hero_thing=thing, things=things)
    if _is_asked(clause, event):
        return _by_the_asked(clause, event)
    last = _last_beast(before) or _beast(clause.text.spoken_before)
    event = _by_who_lives(clause, event, before)
    if _is_on_me(clause, event):
        return replace(event, doer=last or SELF)
    if not last or not _is_left_out(clause, event):
        return event
    lemma = event.element.lemma.replace(" ", "")
    if event.doer == SELF and lemma in words("done_by_beasts") and clause.self_char < 0:
        return replace(event, doer=last, concept=_DONE_BY.get(event.concept, event.concept))
    to_it = event.concept in words("done_to_beasts") or lemma in words("deeds_to_beasts")
    to_it |= bool(_LET_GO.match(clause.text.between(event.start_char, event.start_char + 6)))
    return replace(event, target=last) if to_it and event.doer not in ("", last) else event


ALIVE = frozenset(("come_on", "knock", "stare", "thing_talks", "hop", "thing_laughs", "assail"))
"""What only things do that are alive."""
_TURNS_TO_ME = re.compile(r"(는데|니까?|길래|자|지만|[아어해]서|[.!?\n])( |$)")


def _still_alive(clause: Clause, event: Event, before: Sequence[Event]) -> Event | None:
    """인형이 눈을 뜨고 나한테 물었다, 눈사람이 문을 두드리고 들어왔다, 개가 기대고 잠이 들었다: who
    began the sentence goes on; None where another may do it."""
    if not before or clause.self_char >= 0 or clause.actors or event.doer not in ("", SELF):
        return None
    last = before[-1]
    said = clause.text.between(last.element.end_char, event.start_char)
    if _TURNS_TO_ME.search(said):
        return None
    if event.concept == "sleep" and _beast(last.doer) and last.concept in _RESTS:
        return replace(event, doer=last.doer)
    if last.hero_thing and last.concept in ALIVE and event.element.kind == "motion":
        return by_a_thing(event, last.hero_thing)
    return None


_RESTS = frozenset(("nuzzle", "settle", "in_hand", "lie_down", "sit", "hug"))


def by_a_thing(event: Event, thing: str) -> Event | None:
    """`event` as `thing` does it that is alive; None where no thing can."""
    concept = "thing_talks" if event.concept == "talk" else event.concept
    if concept != "thing_talks" and not may_be_done_by_things(concept):
        return None
    things = tuple(dict.fromkeys((*event.things, thing)))
    shown = as_things_do(concept, thing, place=False)
    return replace(event, concept=shown, doer="", hero_thing=thing, things=things)


_UP_ME = re.compile(
    "(?<![가-힣])(내|제) ?(팔|다리|몸|손|등|발|목|어깨)(을|를|로|까지)? ?(타고|기어|따라) ?$"
)


def _is_up_me(clause: Clause, event: Event) -> bool:
    """내 팔을 타고 올라왔다: nobody climbs their own arm."""
    free = event.doer == SELF and clause.self_char < 0 and not clause.actors
    return free and _UP_ME.search(clause.text.before(event.element, 16)) is not None


def _last_alive(before: Sequence[Event]) -> str:
    """The animal or the thing that did something last."""
    told = (e.hero_thing or _beast(e.doer) for e in reversed(before))
    return next(filter(None, told), "")


def _thing_after_me(clause: Clause, event: Event, before: Sequence[Event]) -> str:
    """소파가 나를 따라왔다. 버스 뒤에서 뛰어오고 있었다: what followed still does; "" for none."""
    lemma = event.element.lemma.replace(" ", "")
    free = clause.self_char < 0 and event.doer == SELF and not clause.actors
    if not free or lemma not in words("comes_after_one"):
        return ""
    followed = (e.hero_thing for e in reversed(before) if e.hero_thing and e.target == SELF)
    return next(followed, "")


_SHADOW = re.compile("그림자(가|는|도) ")
_MYSELF = re.compile("(?<![가-힣])(나는|내가|난|저는|제가|전|나도) ")


def shadow_goes_on(segment: Segment, events: Sequence[Event]) -> list[Event]:
    """내 그림자가 일어나더니 문을 열고 나갔다: the shadow does, and not the dreamer."""
    story, first_char, told = segment.text, segment.start_char, list(events)
    for n in range(1, len(told)):
        last, event = told[n - 1], told[n]
        said = story[last.start_char - first_char : event.start_char - first_char]
        before = story[: event.start_char - first_char]
        sentence = SENTENCE_END.split(before)[-1]
        rose = last.doer == "shadow" or last.concept == "shadow_rises"
        ends = SENTENCE_END.search(said) or _MYSELF.search(said)
        flees = event.concept in words("in_defence") | words("felt")
        goes_on = rose and not ends and not flees and _SHADOW.search(sentence)
        if goes_on and event.doer == SELF and not event.unreal:
            told[n] = replace(event, doer="shadow")
    return told


_DONE_BY = {"come_on": "walk"}
_LET_GO = re.compile("(놓아|놔|풀어|놓쳐|돌려) ?(주|줬|줘|준)")


def _is_on_me(clause: Clause, event: Event) -> bool:
    """내 어깨에 앉았다: nobody sits on their own shoulder."""
    free = event.doer == SELF and clause.self_char < 0
    return free and event.concept in words("settles") and ON_ME.search(clause.before) is not None


def _by_who_lives(clause: Clause, event: Event, before: Sequence[Event]) -> Event:
    """햄스터가 죽어 있어서 묻어 줬다: the dead bury nobody."""
    dead = before[-1].doer if before and before[-1].concept == "die" else ""
    named = any(m.concept == dead and m.start_char > before[-1].start_char for m in clause.actors)
    if not _beast(dead) or event.doer != dead or named or event.concept == "die":
        return event
    if event.element.lemma.replace(" ", "") in words("done_by_beasts"):
        return event
    return replace(event, doer=SELF, target=dead)


def _is_left_out(clause: Clause, event: Event) -> bool:
    """Whether nobody is named to whom it is done, and nothing but what one is fed with."""
    named = (m for m in (*clause.actors, *clause.things) if m.concept != event.doer)
    objects = [m for m in named if m.case == "object"]
    objects = [m for m in objects if event.concept != "feed" or m.element.kind == "actor"]
    unknown = clause.text.has_unknown_object(clause.verb.element) and event.concept != "feed"
    return not (objects or unknown or event.target or event.partners)


def _last_beast(before: Sequence[Event]) -> str:
    """The animal that did something last, or to which it was done."""
    told = (_beast(who) for e in reversed(before) for who in (e.doer, e.target))
    return next(filter(None, told), "")


def _beast(who: str) -> str:
    return who if who in words("animals") else ""


def _is_asked(clause: Clause, event: Event) -> bool:
    free = clause.self_char < 0 and event.doer == SELF and event.concept != "talk"
    return free and _asked(clause) != ""


def _asked(clause: Clause) -> str:
    """The animal that was told to do it in this sentence, "" for none."""
    start = clause.text.sentence_start(clause.text.segment.start_char, clause.verb.start_char)
    said = clause.text.between(start, clause.verb.start_char)
    sentence = said[max(said.rfind(mark) for mark in ".!?\n") + 1 :]
    if not _ASKED.search(sentence):
        return ""
    return _beast(clause.spoken_of)


def _by_the_asked(clause: Clause, event: Event) -> Event:
    to = SELF if event.concept in ("give", "kiss", "lick") else event.target
    return replace(event, doer=_asked(clause), target="" if to == SOMEBODY else to)
