"""Who is meant where the text leaves that out, by what has just been done between two: whom one
throws food to, who takes what was given, who asks for what one then does."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mongyudo.backends.director.clause import Clause
from mongyudo.backends.director.grammar import SENTENCE_END
from mongyudo.backends.director.left_to_beasts import ALIVE, by_a_thing
from mongyudo.backends.director.story import SELF, SOMEBODY, Event
from mongyudo.backends.director.tables import words

_ASIDE = frozenset(("", SELF, SOMEBODY, "crowd", "voice", "shadow", "wind"))
"""Nobody that a deed could be meant for."""

_SEEMS = re.compile("[가-힣]{0,3} ?보(이|여|였)")
"""추워 보여서: that is said of another."""
_WONDERED = re.compile("[가-힣]{0,2}?([가나] ?(싶|해서|보다|봐|봤)|갑다)")
_THANKS = re.compile("(고맙|감사하)다(면서|며|고) ")
"""고맙다면서 춤을 췄다: nobody thanks for what they have done themselves."""
_AS_IF = re.compile("[가-힣]{0,3}?지 ")
_SEEING_THAT = re.compile("[가-힣]{0,3}?( ?(있|계시|버리|오|가|주|대))?길래 ")
"""물길래: what the dreamer answers with a deed, another does."""
_BECAUSE = re.compile("[가-힣]{0,4}서 ")
_OFFERED = re.compile("[가-힣]{0,3} ?([주줬준]|드[리렸려])[가-힣]{0,2}(니까?|더니|자|길래|는데) ")
"""꺼내 주니까 먹었다: who was given it eats."""
_HUMBLY = re.compile("[가-힣]{0,3}? ?드[리렸려린]")
"""술을 따라 드렸다: to somebody honoured, and never to the dreamer."""
_THE_SAME = re.compile("(그러더니|그러고는?|그리고는|그러면서|그러고서) ([^.!?]{0,30})$")
_THEN_ANOTHER = re.compile("(그랬더니|그러자|그러니까?|그러니깐) ([^.!?]{0,30})$")
_STILL_MORE = re.compile("(더|점점|계속|자꾸) ?(더 )?(높이|위로|멀리|빨리)? ?$")


def as_understood(clause: Clause, event: Event, past: Sequence[Event]) -> Event:
    """`event` between those of whom the events `past` tell; they are in the order of the text."""
    if event.hero_thing or event.passive or not past:
        return event
    if _is_free(clause, event):
        event = _by_another(clause, event, past)
    return _to_another(clause, event, past)


def _is_free(clause: Clause, event: Event) -> bool:
    """Whether nobody is named who does it."""
    named = any(m.case in ("subject", "too") for m in clause.actors)
    return clause.self_char < 0 and not named and event.doer != SOMEBODY


def _by_another(clause: Clause, event: Event, past: Sequence[Event]) -> Event:
    if thing := alive_among(past):
        return _by_what_lives(clause, event, past[-1], thing)
    party = party_of(past)
    if not party:
        return event
    if _WONDERED.match(clause.text.behind(event.element, 8)):
        return replace(event, doer=party, unreal=True)
    if _is_done_together(clause, event):
        return replace(event, doer=SELF, partners=(party,))
    who = _who(clause, event, past, party)
    if who and who != event.doer:
        target = SELF if event.target == who else event.target
        event = replace(event, concept="rise") if _is_one_more_rise(clause, event) else event
        return replace(event, doer=who, target="" if who == SELF == target else target)
    return event


def alive_among(past: Sequence[Event]) -> str:
    """The thing that acts as if it were alive, where nobody else was told of since: 눈사람이 문을
    두드렸다."""
    for event in reversed(past):
        if event.hero_thing and event.concept in ALIVE:
            return event.hero_thing
        if {event.doer, event.target} - _ASIDE:
            break
    return ""


def _by_what_lives(clause: Clause, event: Event, before: Event, thing: str) -> Event:
    """고맙다면서 춤을 췄다: the snowman does, as far as a thing can be seen to do it."""
    thanked = before.doer == SELF and _THANKS.search(clause.before)
    if event.doer != SELF or not (thanked or _is_said_of_another(clause, event)):
        return event
    return by_a_thing(event, thing) or replace(event, unreal=True)


def _who(clause: Clause, event: Event, past: Sequence[Event], party: str) -> str:
    """Who does it by the words around its verb; "" where they do not say."""
    before = past[-1]
    here = before.start_char >= clause.text.segment.start_char
    joined = here and not clause.text.ends_between(before.start_char, event.start_char)
    if event.doer == SELF and _is_said_of_another(clause, event):
        return party
    thanked = before.doer == SELF and not joined and _THANKS.search(clause.before)
    if event.doer == SELF and thanked:
        return party
    if up := _who_still_rises(clause, event, past):
        return up
    if joined:
        return _who_goes_on(clause, event, before, party)
    return _who_then(clause, event, before, party)


def _is_done_together(clause: Clause, event: Event) -> bool:
    """같이 사진을 찍었다: the dreamer and the other one."""
    alone = event.doer == SELF and not clause.actors and event.target in ("", SELF)
    return alone and event.element.kind == "motion" and bool(_TOGETHER.search(clause.before))


_TOGETHER = re.compile("(?<!다 )(?<!모두 )(?<![가-힣])(같이|함께) ")


def _is_said_of_another(clause: Clause, event: Event) -> bool:
    """추워 보였다, 화가 났는지, 물길래: nobody speaks so of themselves."""
    behind = clause.text.between(event.element.end_char - 1, event.element.end_char + 12)
    felt = event.element.kind in ("feeling", "weather", "state") or event.concept in words("felt")
    if _SEEING_THAT.match(behind) or _SEEING_THAT.match(behind[1:]):
        return True
    return (felt or event.concept in ("eat", "rage")) and bool(
        _SEEMS.match(behind[1:]) or _AS_IF.match(behind[1:]) or _WONDERED.match(behind)
    )


def _who_goes_on(clause: Clause, event: Event, before: Event, party: str) -> str:
    """Within a sentence: who is said to look angry does the rest, who sees that acts upon it."""
    said = clause.text.between(before.element.end_char - 1, event.start_char)
    if event.doer in (SELF, "") and before.doer not in _ASIDE and _AS_IF.match(said[1:]):
        return before.doer
    if event.doer == SELF == event.target and before.doer not in _ASIDE:
        return before.doer
    if before.unreal and _WONDERED.match(said[1:]) and event.doer == before.doer:
        return SELF
    takes = event.concept in ("eat", "drink", "receive") and not event.things
    if takes and event.doer == SELF == before.doer and _OFFERED.match(said[1:]):
        return party if before.target in ("", party) else before.target
    answers = _SEEING_THAT.match(said) or _SEEING_THAT.match(said[1:])
    helps = before.concept in _IN_NEED and not clause.is_aimed_at_self
    helps &= _BECAUSE.match(said[1:]) is not None and _serves(clause, event)
    if event.doer == before.doer and event.doer not in _ASIDE and (answers or helps):
        return SELF
    return ""


def _who_then(clause: Clause, event: Event, before: Event, party: str) -> str:
    """At the beginning of a sentence: the same where its verb is said again (다 먹고는), who was
    given something to eat."""
    sentence = SENTENCE_END.split(clause.text.between(0, event.start_char))[-1]
    again = before.element.lemma == event.element.lemma
    if again and before.doer not in ("", SOMEBODY) and event.doer == SELF:
        return before.doer
    if _THE_SAME.search(sentence) and before.doer not in ("", SOMEBODY):
        return before.doer if event.concept not in words("felt") else ""
    if _THEN_ANOTHER.search(sentence) and before.doer == SELF and event.doer == SELF:
        return party if event.concept in words("done_at_will") else ""
    takes = event.concept in ("eat", "drink", "receive") and before.concept in _GIVEN
    if takes and before.target not in _ASIDE and event.doer == before.doer:
        return before.target
    if takes and before.doer == SELF == event.doer and before.target in ("", party):
        return party
    return ""


def _is_one_more_rise(clause: Clause, event: Event) -> bool:
    return event.concept in _UP and bool(_STILL_MORE.search(clause.before))


def _who_still_rises(clause: Clause, event: Event, past: Sequence[Event]) -> str:
    """떠올랐다. 더 높이 올라갔다: whoever rose before; "" for nobody."""
    if event.concept not in _UP or not _STILL_MORE.search(clause.before):
        return ""
    rose = next((e for e in reversed(past) if e.concept in _UP and not e.unreal), None)
    return rose.doer if rose is not None and rose.doer not in _ASIDE else ""


_IN_NEED = frozenset(
    ("trip", "fall", "cry", "weep", "collapse", "sink", "faint", "shiver", "stuck")
)
"""넘어져서 일으켜 주었다: in what the dreamer helps somebody."""

_GIVEN = frozenset(("give", "feed", "pour", "throw", "cook"))
_UP = frozenset(("rise", "climb", "fly", "float"))


def party_of(past: Sequence[Event]) -> str:
    """The other one of those who were told of last; "" for nobody."""
    told = (w for e in reversed(past) if not e.lacks for w in (e.doer, e.target, *e.partners))
    return next((who for who in told if who not in _ASIDE), "")


def _to_another(clause: Clause, event: Event, past: Sequence[Event]) -> Event:
    """덮어 주었다, 따라 드렸다: for the one who was told of, where nobody else is named."""
    named = [m for m in clause.actors if m.concept != event.doer and m.case != "subject"]
    party = party_of([e for e in past if e.doer != event.doer] or past)
    if named or event.doer in ("", SOMEBODY, party) or not party:
        return event
    if event.target == SELF and event.doer != SELF and _is_humble(clause, event):
        return replace(event, target=party)
    if event.target or event.partners:
        return event
    if event.doer != SELF:
        strokes = event.concept in words("done_to_beasts") | {"comfort"}
        strokes &= party in words("animals") and not clause.object_is_a_thing
        return replace(event, target=party) if strokes else event
    if event.concept == "ride" and _is_a_mount(party) and not set(event.things) & words("vehicles"):
        return replace(event, target=party)
    if _is_put_in_the_hand(event) and _is_small(party, past):
        return replace(event, concept="in_hand", doer=party, target=SELF)
    if _is_shaken(event):
        return replace(event, concept="touch", target=party)
    to_them = event.concept in words("done_to_the_other") and not clause.object_is_a_thing
    meant = to_them or _serves(clause, event)
    return replace(event, target=party) if meant or _is_humble(clause, event) else event


def _is_a_mount(who: str) -> bool:
    return who in words("animals") | words("mounts_of_tales")


def _serves(clause: Clause, event: Event) -> bool:
    """덮어 주었다: it is done for somebody."""
    if event.concept == "water_plants":
        return False  # 물을 주었다: a plant drinks it
    return event.element.lemma.endswith("주다") or clause.text.serves(event.element)


def _is_put_in_the_hand(event: Event) -> bool:
    """손바닥에 올려놓았다."""
    lemma = event.element.lemma.replace(" ", "")
    return "hand" in event.things and lemma in ("올려놓다", "올리다", "얹다", "받치다", "담다")


def _is_small(who: str, past: Sequence[Event]) -> bool:
    shrunk = any(e.concept == "shrink" and e.doer == who for e in past)
    return shrunk or who in words("held_in_hands")


def _is_humble(clause: Clause, event: Event) -> bool:
    verb = event.element
    said = clause.text.between(verb.start_char, verb.end_char + 6)
    return _HUMBLY.match(said) is not None or _HUMBLY.match(said[1:]) is not None


def _is_shaken(event: Event) -> bool:
    """어깨를 흔들었다, 간지럼을 태웠다: that is done to another's body."""
    lemma = event.element.lemma.replace(" ", "")
    shaken = lemma == "흔들다" and bool({"shoulder", "body"} & set(event.things))
    return shaken or lemma in ("간지럼태우다", "간지럽히다", "간질이다")
