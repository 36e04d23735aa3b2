"""From a verb and the words before it to an event: who does it, to whom, with what."""

import re
from collections.abc import Iterable

from mongyudo.backends.director.befell import befell, beside_what_befell, by_its_word
from mongyudo.backends.director.clause import Clause, concepts_of, start_of
from mongyudo.backends.director.company import (
    FAST_ROADS,
    company_of,
    driven,
    eaten_up,
    handed_on,
    same_target,
)
from mongyudo.backends.director.creature_deeds import of_the_living
from mongyudo.backends.director.dropped import (
    in_one_breath,
    is_told_to_me,
    lies_down,
    somebody_else,
    then_i,
    was_for_me,
    who_blames,
)
from mongyudo.backends.director.grammar import FAILS, Text
from mongyudo.backends.director.hero_things import befalls_a_part, goes_on, hero_thing, whose_body
from mongyudo.backends.director.holds import from_behind, or_ones_own, whose_is_held
from mongyudo.backends.director.lively import as_things_do, may_be_done_by_things
from mongyudo.backends.director.naming import named_subjects, topic_called
from mongyudo.backends.director.predicates import is_bidden
from mongyudo.backends.director.story import SELF, SOMEBODY, Event, Mention
from mongyudo.backends.director.tables import sights, words
from mongyudo.backends.director.thing_ways import of_a_thing
from mongyudo.backends.director.ways import by_its_way, of_the_doer

_PEDALLED = frozenset(("bicycle", "motorcycle", "kick_scooter", "sled"))
_WHILE = re.compile("[가-힣]{0,3}[는은던] ?(날|동안|사이|틈|중|도중|와중|순간|길)[에이 ]")
_DEED_DOES_IT = re.compile("(이|가) ([^ .!?]+ ){0,4}$")
"""대화가 떠 있었다, 불덩이가 굴러왔다: what the clause begins with is the noun of a deed."""
_BY_ITSELF = frozenset(("float", "fly", "hang", "rise", "fall"))
_SOMETHING = re.compile(
    r"(?<![가-힣])(게|것이|거가|뭐가|뭔가가|무언가가|무엇인가가) ([^\s.!?]+ ){0,2}$"
)
_PROPOSED = re.compile(r"([자냐]|으?라)고는? ?$")
_MIRROR = re.compile("거울|비친")
_ENDS_THERE = re.compile(
    r"(이|가|은|는|도)? ?(\S{1,4} )?(나서(?!서)|났|나길래|나자|되어|돼서?|됐|되자|지나|있|없|끝나"
    r"|생겨|생기|터져|터지|그치|그쳐)\S* "
)
"""부애가 나서 모자를 던졌다, 때가 되어: who does the rest is not named by that."""
_NOBODY_DOES = re.compile("(?<![가-힣])아무도 (나|저|내|제|우리)")
"""아무도 나를 못 알아봤다: those who are there do not."""
_AT_IT = re.compile("[가-힣]?고 ?[있계]")


def event_of(clause: Clause, names: dict[str, str], before: Event | None) -> Event:
    """What the clause tells; `names` are of those introduced by name, `before` the last event."""
    verb, concept = clause.verb, _concept(clause)
    if concept == "transform" and verb.element.lemma == "되다":
        return _becoming(clause, before)
    passive = verb.element.kind != "feeling" and verb.element.en.startswith("be ")
    hero = hero_thing(clause) or goes_on(clause, before)
    hero = "" if concept == "ride" and _is_ridden(clause, hero) else hero
    concept, doer, target = _who(clause, concept, hero, names, before, passive=passive)
    return Event(
        concept=concept,
        element=verb.element,
        keyed=verb.keyed,
        doer=doer,
        target=target,
        partners=_beside(clause, doer, target)
        + handed_on(clause, concept, before)
        + company_of(clause, doer, target, before),
        things=_unique(m.concept for m in clause.things if m.element.kind == "prop")
        + driven(clause, concept)
        + eaten_up(clause, concept, before),
        hero_thing=hero,
        clause_start=clause.start_char,
        unreal=_is_unreal(clause, concept),
    )


def _who(
    clause: Clause, concept: str, hero: str, names: dict[str, str], before: Event | None,
    *, passive: bool,
) -> tuple[str, str, str]:  # fmt: skip
    """What is done as it is done by those who do it, who that is, and to whom."""
    doer, target = _roles(clause, passive=passive)
    target = SELF if not target and is_told_to_me(clause, before) else target
    if _is_of_a_part(clause, hero) or befell(clause, concept, hero):
        doer, target = "", ""
    doer, target = _turned_about(clause, concept, doer, target)
    if not doer and concept in words("blames") and (passive or target == SELF):
        doer = who_blames(clause, before)
    doer = _who_lacks_it(clause, concept) or doer
    if not hero:
        doer = doer or _by_name_or_body(clause, concept, names)
        doer = doer if passive else _unsaid(clause, concept, (doer, target), before)
    if doer == SELF and clause.self_char < 0 and clause.text.honours(clause.verb.element):
        doer = clause.spoken_of or clause.text.spoken_before or doer
    if concept == "run" and _comes_running(clause, doer, before):
        concept, target = "chase", SELF
    if passive and concept in words("done_fondly") and not doer and target == SELF:
        doer = clause.spoken_of  # 아버지가 계셨다. 내가 달려가 안겼다
    target = target or same_target(clause, concept, doer, before)
    target = _done_to(clause, concept, doer, target)
    concept = of_the_living(clause, concept, doer, target)
    concept = of_the_doer(or_ones_own(concept, doer, target), doer, hero)
    return _of_a_thing(clause, concept, hero if not doer else ""), doer, target


def _turned_about(clause: Clause, concept: str, doer: str, target: str) -> tuple[str, str]:
    """말이 나를 태워 줬다: the dreamer rides; 믿었는데 배신했다: who was spoken of betrays."""
    gives = concept == "ride" and clause.verb.element.lemma in words("gives_a_ride")
    if gives and doer not in ("", SELF):
        return SELF, doer
    if concept == "betray" and not doer and clause.self_char < 0:
        return clause.spoken_of, SELF
    return doer, target


def _who_lacks_it(clause: Clause, concept: str) -> str:
    """친구를 봤는데 얼굴이 없었다: who was spoken of, unless the dreamer sees it in a mirror."""
    of_me = clause.self_char >= 0 or _MIRROR.search(clause.before)
    return clause.spoken_of if concept in words("lacking_a_part") and not of_me else ""


def _beside(clause: Clause, doer: str, target: str) -> tuple[str, ...]:
    """Who else is named in the clause, and not as the one whose it is."""
    others = (m for m in clause.actors if m.concept not in (doer, target))
    return _unique(m.concept for m in others if m.case != "owner")


def _is_of_a_part(clause: Clause, hero: str) -> bool:
    """엄마 얼굴이 흘러내렸다: it happens to the face, and nobody does it."""
    part = clause.last_subject
    return part is not None and part.concept == hero and befalls_a_part(clause, part)


def _of_own_body(concept: str) -> str:
    """몸이 굳었다: the dreamer does; but 눈알이 굴러갔다, and nobody fell."""
    return SOMEBODY if concept in ("fall", "run", "walk", "jump") else SELF


def _of_a_thing(clause: Clause, concept: str, thing: str) -> str:
    """냉장고가 말을 걸었다, 열차가 하늘로 올라갔다: also what no thing does but in dreams."""
    lemma, last = clause.verb.element.lemma, clause.last_subject
    suffers = concept in ("bite", "eat", "attack") and clause.verb.element.en.startswith("be ")
    if suffers or lemma in words("is_seen") or clause.verb.element.en.startswith(FAILS):
        return concept  # 불이 꺼지지 않았다, 수세미가 먹혔다
    if thing and concept == "talk" and last is not None:
        named = clause.text.behind(last.element, 2).lstrip("들")[:1] in ("이", "가")
        return "thing_talks" if named else concept
    if concept == "ride" and any(m.case == "object" for m in clause.things):
        return concept  # 반 전체가 경운기를 탔다: nothing burns
    up = lemma in words("goes_up") and "sky" in concepts_of(clause.things)
    way = of_a_thing(concept, lemma, thing)
    way = "fly" if up and way in ("arrive", "pass_by", "rise") else way
    named = last is not None and last.element.kind == "setting" and last.concept == thing
    place = named or (last is None and thing in sights().keys() - words("vehicles"))
    way = as_things_do(way, thing, place=place)
    if thing and clause.is_aimed_at_self and not may_be_done_by_things(way):
        return "assail"  # 화분이 나를 심었다
    return "assail" if way == "move" and clause.is_aimed_at_self else way


def _done_to(clause: Clause, concept: str, doer: str, target: str) -> str:
    """`target`, or who it is where none is named: the dreamer to whom something is given, shown or
    said by an animal; whom one hugs was spoken of."""
    if concept == "transform":
        return clause.first("goal") or target
    target = target or whose_is_held(clause, concept, doer)
    if target:
        return target
    to_nobody_else = not any(m.concept not in ("", doer) for m in clause.actors)
    faces = concept in ("give", "watch", "point") or (
        concept == "talk" and (doer in words("speechless") or to_nobody_else)
    )
    if faces and doer not in ("", SELF):
        seen = any(m.case == "object" for m in clause.things)
        return "" if seen and concept == "watch" else SELF
    if doer not in ("", SELF, SOMEBODY) and to_nobody_else and concept in words("done_at_will"):
        return SELF if clause.text.serves(clause.verb.element) else ""  # 목에 걸어 줬다
    own = clause.text.aims_at_own_body(clause.start_char, clause.verb.start_char)
    closes = concept in ("hug", "kiss", "tuck_in", "part") or (concept == "comfort" and not own)
    spoken_of = clause.spoken_of or clause.text.spoken_before
    return spoken_of if closes and doer == SELF else ""


def _becoming(clause: Clause, before: Event | None) -> Event:
    """반딧불이가 전등이 되었다: the last noun is what the one before becomes, else whoever did
    what was told before it (노른자가 구르더니 병아리가 됐다), else the dreamer."""
    verb, named = clause.verb, sorted((*clause.actors, *clause.things), key=start_of)
    if not named:
        return Event("transform", verb.element, verb.keyed, unreal=True)
    become, subjects = named[-1], [m for m in named[:-1] if m.case in ("subject", "too")]
    subject = subjects[-1] if subjects and subjects[-1].start_char > clause.self_char else None
    doer = "" if subject and subject in clause.things else subject.concept if subject else SELF
    same = subject is None and before is not None and clause.self_char < 0
    went_on = before if same and _in_one_sentence(clause, before) else None
    thing = "" if doer or subject is None else subject.concept
    if went_on is not None and went_on.hero_thing and not went_on.doer:
        doer, thing = "", went_on.hero_thing
    elif went_on is not None and _goes_on(clause, went_on, named[0]):
        doer = went_on.doer  # 여자가 웃더니 새가 되었다
    is_actor = become.element.kind == "actor"
    return Event(
        concept="transform",
        element=verb.element,
        keyed=verb.keyed,
        doer=doer,
        target=become.concept if is_actor else "",
        things=() if is_actor else (become.concept,),
        hero_thing=thing,
        clause_start=clause.start_char,
        unreal=_is_unreal(clause, "transform"),
    )


_AND_THEN = re.compile("(더니|고|면서|며|다가) ?$")


def _goes_on(clause: Clause, before: Event, then: Mention) -> bool:
    """Whether somebody else did the last thing, and goes on in the same breath."""
    between = clause.text.between(before.element.end_char, then.start_char)
    return before.doer not in ("", SELF, SOMEBODY) and bool(_AND_THEN.search(between))


def _in_one_sentence(clause: Clause, before: Event | None) -> bool:
    start, end = before.start_char if before else 0, clause.verb.start_char
    return before is not None and not clause.text.ends_between(start, end)


def _comes_running(clause: Clause, doer: str, before: Event | None) -> bool:
    """뛰기 시작하니까 그 사람도 뛰어왔다: who runs after the one that runs pursues them."""
    flight = before is not None and before.doer == SELF and before.concept in ("run", "chase")
    verb = clause.verb.element
    comes = bool(re.search("오|왔|온", clause.text.between(verb.start_char, verb.end_char + 2)))
    comes |= doer not in words("kin") and clause.first("too") == doer  # 그 남자도 뛰었다
    return flight and comes and doer not in ("", SELF)


def _is_unreal(clause: Clause, concept: str) -> bool:
    verb, text = clause.verb.element, clause.text
    if concept == "talk" and is_bidden(text, verb):
        return False
    return text.is_unreal(verb) and not (concept == "carry" and text.is_on_the_way(verb))


def _concept(clause: Clause) -> str:
    """이가 빠지다 is no sinking, 돈이 쏟아지다 no flood, 월급을 타다 no fire."""
    concept = by_its_word(clause) or _in_its_way(clause)
    names = concepts_of(clause.things)
    flies = clause.last_subject is not None and clause.last_subject in clause.things
    if clause.verb.element.lemma in words("setting_off") and not (clause.sets_off or flies):
        return "watch"  # but 꽃잎이 날렸다
    bitten = clause.verb.element.lemma == "물다"
    held = bitten and (clause.described is not None or _takes_off(clause))
    if concept in words("of_the_living") and (clause.object_is_a_thing or held):
        return "carry"  # 물고 있던 반지
    if concept == "attack" and names & words("struck") and clause.object_is_a_thing:
        return "perform"
    if concept == "scold" and clause.verb.element.kind == "feeling":
        return "rage"
    if concept in words("served") and clause.text.serves(clause.verb.element):
        return "give"
    if concept == "burn" and names & words("earned"):
        return "receive"
    if concept == "burn" and (names & _ridden() or _gets_on(clause) or _has_object(clause)):
        return "ride"
    if concept in ("sink", "fall", "lose") and "tooth" in names:
        return "teeth_fall"
    if concept == "flood" and names & words("rains"):
        return "fall"
    return concept


_OFF = re.compile(r"물고 ?(도망|달아|갔|가 ?버|가더|뛰|사라|나갔|나가|날아|왔|오더|튀|들어)")


def _takes_off(clause: Clause) -> bool:
    """고양이가 물고 도망갔다: it has something in its mouth, and bites nobody."""
    start = clause.verb.start_char
    return _OFF.match(clause.text.between(start, start + 10)) is not None


def _ridden() -> frozenset[str]:
    """카약을 타고, 그네를 타다: what one rides, so that nothing burns."""
    return words("vehicles") | words("on_water") | words("rides")


def _is_ridden(clause: Clause, thing: str) -> bool:
    """튜브 타고: it is ridden, and does not ride."""
    return thing in _ridden() and clause.last_subject is None


def _has_object(clause: Clause) -> bool:
    """회전목마를 탔다: what is ridden has a mark that nothing has that burns."""
    marked = any(m.case == "object" for m in (*clause.actors, *clause.things))
    marked |= clause.text.has_unknown_object(clause.verb.element)
    return clause.verb.element.lemma == "타다" and marked


def _gets_on(clause: Clause) -> bool:
    """네 명이 탔다, 할매도 타고: people do not burn where no fire is told."""
    does = any(m.case in ("subject", "too") for m in clause.actors)
    afire = concepts_of(clause.things) & {"fire", "flame", "smoke"}
    return clause.verb.element.lemma == "타다" and does and not afire


def _sets_on_fire(clause: Clause) -> bool:
    """편지를 태웠다: a thing, and nobody is given a ride."""
    thing = clause.verb.element.lemma == "태우다" and clause.object_is_a_thing
    return thing and not concepts_of(clause.things) & (_ridden() | {"cigarette"})


def _on_wheels(clause: Clause) -> str:
    """고속도로를 달렸다, 자전거로 달렸다: what one goes so fast with, "" for one's feet."""
    roads = {m.element.lemma for m in clause.things if m.case == "object"}
    if clause.verb.concept == "run" and roads & FAST_ROADS:
        return "drive"
    on_it = any(m.case == "goal" and m.concept in _PEDALLED for m in clause.things)
    return "ride" if on_it else ""


def _in_its_way(clause: Clause) -> str:
    return by_its_way(clause, from_behind(clause, _own_concept(clause)))


def _own_concept(clause: Clause) -> str:
    """일어났다: one gets up, and no sun rises; 교복을 입은: who has it on does not put it on."""
    verb = clause.verb
    if _sets_on_fire(clause):
        return "burn"
    if verb.concept == "water_plants" and any(m.case == "object" for m in clause.actors):
        return "feed"  # 돼지를 키웠다
    if verb.concept == "photograph" and "stamp" in concepts_of(clause.things):
        return "press"
    if verb.concept in ("run", "walk") and (goes := _on_wheels(clause)):
        return goes
    if verb.element.lemma == "열리다" and concepts_of(clause.things) & words("needs_no_fruit"):
        return "open_door"
    goal = any(m.concept == "sky" and m.case == "goal" for m in clause.things)
    if verb.concept == "climb" and goal and verb.element.lemma in words("goes_up"):
        return "fly"  # 하늘로 올라갔다
    if verb.concept == "ride" and "stairs" in concepts_of(clause.things):
        return "walk"  # 에스컬레이터를 타고 올라갔다
    if verb.concept == "meet" and verb.element.lemma in words("gathers"):
        return "gather"  # 친척들이 다 모였다
    if verb.concept == "dress" and clause.text.has_on(verb.element):
        return "wear"
    gets_up = verb.concept == "rise" and verb.element.lemma in words("gets_up")
    return "get_up" if gets_up else verb.concept


def _roles(clause: Clause, *, passive: bool) -> tuple[str, str]:
    """Who does it and to whom, as far as the clause says; the subject nearest the verb counts."""
    if clause.sets_off:
        return clause.first("object", "bare"), ""
    subjects = [m for m in clause.actors if _is_subject(m)] or _unmarked(clause)
    if not subjects and clause.verb.concept not in words("on_things"):
        subjects = [m for m in clause.actors if m.case == "too"]
    only_me = clause.text.between(clause.self_char, clause.self_char + 2) == "나만"
    if subjects and only_me:
        return subjects[-1].concept, SELF
    subject = _subject(clause, subjects)
    aimed = clause.text.aims_at_self(clause.start_char, clause.verb.start_char)
    if clause.verb.concept in words("done_by_others") and clause.self_char < 0:
        aimed |= clause.text.aims_at_own_body(clause.start_char, clause.verb.start_char)
    target = SELF if aimed else clause.first("object", "source") or _owner_of_body(clause)
    if not passive:
        return subject, target
    source = clause.first("source", "object", "with") or clause.first("bare")
    if subject and subject != SELF and not source:
        return "", subject
    return source, subject or SELF


def _is_subject(mention: Mention) -> bool:
    """다들 고개를 저었다: those without a particle, too."""
    everybody = mention.case == "bare" and mention.element.en == "everybody"
    return everybody or mention.case == "subject"


def _subject(clause: Clause, subjects: list[Mention]) -> str:
    """The last of `subjects`, the dreamer where they are named behind, or who 그게, 얘네가 is."""
    if not subjects and clause.text.is_done_by_it(clause.verb.element):
        return clause.spoken_of or clause.text.spoken_before
    if clause.self_char >= 0 and (not subjects or subjects[-1].start_char < clause.self_char):
        return SELF
    return subjects[-1].concept if subjects else whose_body(clause)


def _unmarked(clause: Clause) -> list[Mention]:
    """아이 우는 소리: whoever stands right before what one does alone."""
    if clause.verb.concept not in words("alone_deeds") or not clause.actors:
        return []
    last = clause.actors[-1]
    touches = last.case == "bare" and clause.text.touch(last.element, clause.verb.element)
    return [last] if touches else []


def _owner_of_body(clause: Clause) -> str:
    """친구의 팔을 물었다: it is done to the friend."""
    has_body = any(m.concept in words("body") for m in clause.things)
    return clause.first("owner") if has_body else ""


def _unknown_subject(clause: Clause, names: dict[str, str]) -> str:
    """A subject that the lexicon does not know: who it is by name, else SOMEBODY, else nobody."""
    if _NOBODY_DOES.search(clause.before):
        return "crowd"
    if clause.verb.element.lemma in words("comes_to_one"):
        return ""  # 낱말이 생각났다: the dreamer thinks of it
    if clause.verb.concept in words("lacking_a_part"):
        return ""  # the subject is what is not there
    if any(m.element.kind in ("prop", "actor") for m in clause.unknowns):
        return SOMEBODY
    if clause.verb.concept in words("moves_on") | _BY_ITSELF and _DEED_DOES_IT.match(clause.before):
        return SOMEBODY
    known = {m.element.end_char for m in (*clause.actors, *clause.things, *clause.unknowns)}
    called, end_char = topic_called(clause.text, names, clause.start_char, clause.verb.start_char)
    if called and end_char not in known:
        return names[called]
    for name, end_char in named_subjects(clause.text, clause.start_char, clause.verb.start_char):
        if name in names:
            return names[name]
        behind = clause.text.between(end_char, clause.verb.start_char)
        if end_char not in known and not _ENDS_THERE.match(behind):
            return SOMEBODY
    is_done = clause.verb.element.kind == "motion"
    return SOMEBODY if is_done and _is_done_by_something(clause) else ""


def _is_done_by_something(clause: Clause) -> bool:
    """썩은 무 같은 게 숨을 쉬었다: what does it has no name."""
    return bool(_SOMETHING.search(clause.text.before(clause.verb.element, 20)))


def _is_proposing(clause: Clause) -> bool:
    """씨름을 하자고 했다: who is named before is the one who says so."""
    return bool(_PROPOSED.search(clause.text.before(clause.verb.element, 6)))


def _by_name_or_body(clause: Clause, concept: str, names: dict[str, str]) -> str:
    """Who is named in another way than by a word of the lexicon, or whose body does it."""
    if clause.self_char >= 0:
        return ""
    return _of_own_body(concept) if clause.is_of_own_body else _unknown_subject(clause, names)


def _unsaid(clause: Clause, concept: str, roles: tuple[str, str], before: Event | None) -> str:
    """The doer of `roles` (doer, target), or who it is where that is left out."""
    doer, target = roles
    if doer in ("", SELF) and not clause.is_of_own_body:
        doer = somebody_else(clause, target, before) or doer
    return doer or _left_out(clause, concept, target, before)


def _left_out(clause: Clause, concept: str, target: str, before: Event | None) -> str:
    """Korean leaves out a subject that goes on within the sentence; else it is the dreamer."""
    if before is not None and before.concept == "transform" and before.target != target:
        return before.target
    if before is not None and (who := beside_what_befell(clause, before)):
        return who
    felt = concept in words("felt") or clause.verb.element.kind == "feeling"
    felt &= not (concept == "sleep" and (_is_at_it(clause) or lies_down(clause, before)))
    felt &= not (concept == "freeze" and in_one_breath(clause, before))
    told = before is not None and before.doer != SELF and _is_only_said(clause.text, before)
    says = concept == "talk" or clause.verb.element.lemma == "시키다"
    told &= not (says and _is_proposing(clause))
    if before and _WHILE.match(clause.text.behind(before.element, 9)):
        before = None  # 아들이 입대하는 날 손을 흔들었다: somebody else's doing ends there
    if then_i(clause, before) or was_for_me(clause, before):
        return "" if target == SELF or concept in words("impersonal") else SELF
    if before and not told and not before.passive and before.doer != target and not felt:
        start = before.element.start_char
        if not clause.text.ends_between(start, clause.verb.start_char):
            return before.doer
    return "" if target == SELF or concept in words("impersonal") else SELF


def _is_at_it(clause: Clause) -> bool:
    """호랑이가 누워 졸고 있었다: whoever lay down is seen at it."""
    return bool(_AT_IT.match(clause.text.behind(clause.verb.element, 5)))


def _is_only_said(text: Text, event: Event) -> bool:
    """Whether `event` is meant or asked for, so that another may do what follows."""
    return event.unreal or (event.concept == "talk" and is_bidden(text, event.element))


def _unique(concepts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(concepts))
