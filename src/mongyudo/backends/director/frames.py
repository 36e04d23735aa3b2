"""Case frames: with what a deed is done, whither and on whom, the same for every verb of a class.

가방에 넣었다, 접시에 담아, 이마에 우표를 붙였다, 아기를 건네주었다, 따서 나에게 주셨다.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mongyudo.backends.director.caring import as_patient
from mongyudo.backends.director.clause import Clause
from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.story import SELF, SOMEBODY, Event, Mention
from mongyudo.backends.director.tables import words

_INTO = re.compile(r"(들)?( ?(안|속|위|사이|틈|가운데))?(에다가?|에|으로|로)(?=[ ,]|는 |도 |만 )")
_ON_IT = re.compile(r"( ?(안|속|위|사이))?(에다가?|에)(?=[ ,]|는 |도 |만 )")
_OUT_OF = re.compile(r"(들)?( ?(안|속|위|틈))?에서(?=[ ,]|는 |도 )")
_MINE = re.compile(r"(?<![가-힣])(내|제|나의|저의) ?([가-힣]{1,4} )?$")
_TO_ME = re.compile(r"(?<![가-힣])(나|내|저|제)(한테|에게|게) ")
_HUMBLY = re.compile(r"\S{0,3}? ?\S{0,1}?드[렸리린려]")
_LAID = frozenset(
    ("올려놓다", "얹다", "놓다", "내려놓다", "두다", "올리다", "갖다놓다", "펼치다", "늘어놓다",
     "얹어놓다", "올려두다", "앉히다", "눕히다", "쌓다", "차리다", "깔다", "엎다")
)  # fmt: skip
"""What is put on something, and not into it."""
_FACE = frozenset(("이마", "볼", "뺨", "턱", "얼굴", "관자놀이", "미간", "양볼"))
_PACKS = re.compile("짐(을|가방을?)? ?(싸|꾸리|챙기)")


def framed(text: Text, events: Sequence[Event], clauses: Mapping[int, Clause]) -> list[Event]:
    """`events`, each with what is handed over, put somewhere or put on somebody."""
    told: list[Event] = []
    for event in events:
        clause, before = clauses.get(event.start_char), told[-1] if told else None
        alone = clause is None or event.hero_thing or event.host or event.passive
        if alone or clause is None:
            told.append(event)
            continue
        event = _humble(clause, event)
        event = _as_meant(text, clause, event)
        event = _with_parcel(_packed(_placed(clause, _handed(clause, event))))
        told.append(_goes_on(text, event, before, clauses))
        told[-2:] = _of_laundry(text, told[-2:])
    return [as_patient(event) for event in told]


def _of_laundry(text: Text, two: list[Event]) -> list[Event]:
    """빨래를 꺼냈다, 빨래를 갰다: the noun of the deed is what hands do it to."""
    wash, event = two[0], two[-1]
    noun = wash.element.lemma in ("빨래", "세탁물", "빨랫감")
    is_object = text.behind(wash.element, 2).startswith(("를", "을"))
    near = 0 < event.start_char - wash.element.end_char < _FAR
    if not (noun and is_object and near) or event.things or event.concept not in _WITH_LAUNDRY:
        return two
    host = "washing_machine" if {"washing_machine"} & {*wash.things} else ""
    starts = (wash.start_char, wash.concept), (event.start_char, event.concept)
    host = host if event.concept in ("take_out", "put_in") else ""
    made = replace(event, things=("clothes",), host=host, told=starts)
    return [replace(wash, unreal=True), made]


_FAR = 8
_WITH_LAUNDRY = frozenset(("take_out", "put_in", "fold", "carry", "throw"))


def _humble(clause: Clause, event: Event) -> Event:
    """할머니 입에 넣어 드렸다: the one who is honoured does not do it."""
    doer, target = event.doer, event.target
    if not _HUMBLY.match(clause.text.behind(event.element, 6)) or doer in ("", SELF, SOMEBODY):
        return event
    named = any(m.concept == doer and m.case in ("subject", "too") for m in clause.actors)
    mine = target in ("", SELF) and not named
    return replace(event, doer=SELF, target=doer) if mine else event


def _as_meant(text: Text, clause: Clause, event: Event) -> Event:
    """호두를 깼다 wakes nobody; 휴대폰을 묻었다 asks nothing; 북을 쳤다; 삶은 고구마."""
    lemma = event.element.lemma.replace(" ", "")
    if lemma in words("plays_it") and set(event.things) & words("instruments"):
        return replace(event, concept="perform", target="")
    if lemma == "깨다" and event.concept == "wake" and clause.object_is_a_thing:
        return replace(event, concept="break")
    if lemma in ("묻다", "파묻다") and event.concept == "talk" and clause.object_is_a_thing:
        return replace(event, concept="dig")
    if event.concept == "carry" and event.target and lemma in words("on_ones_back"):
        return replace(event, concept="piggyback")
    made = event.concept in words("made_ready") and _made_before(text, event)
    return replace(event, unreal=True) if made else event


def _made_before(text: Text, event: Event) -> bool:
    """삶은 고구마, 깎은 사과: what had been done to the thing before."""
    verb = event.element
    behind = (e for e in text.segment.elements if e.start_char >= verb.end_char)
    noun = next(behind, None)
    if noun is None or noun.kind != "prop" or not text.describes(verb, noun):
        return False
    return not text.between(verb.start_char, noun.start_char).rstrip().endswith(("는", "던"))


def _goes_on(
    text: Text, event: Event, before: Event | None, clauses: Mapping[int, Clause]
) -> Event:
    """전화기를 따서 주셨다, 사과를 깎아 접시에 담았다: what was told of in the same breath."""
    clause = clauses[event.start_char]
    last = clauses.get(before.start_char) if before is not None else None
    if event.concept not in words("hands_on") or before is None or last is None:
        return event
    said = [m for m in _objects(clause) if m.start_char != event.start_char]
    if said or clause.text.has_unknown_object(event.element):
        return event
    same = before.doer == event.doer and not before.unreal
    if not same or text.ends_between(before.start_char, event.start_char):
        return event
    there = _objects(last)
    if not there or there[-1].element.kind != "actor":
        things = tuple(m.concept for m in there)
        return replace(event, things=tuple(dict.fromkeys((*things, *event.things))))
    if event.concept == "give":
        return replace(event, brings=there[-1].concept)
    meant = {m.concept for m in _objects(clause)}
    things = tuple(t for t in event.things if t not in meant)
    return replace(event, target=event.target or there[-1].concept, things=things)


def _objects(clause: Clause) -> list[Mention]:
    """What hands can take of what the clause has for its object."""
    both = (*clause.actors, *clause.things)
    return [m for m in both if m.case == "object" and m.concept not in words("body")]


def _handed(clause: Clause, event: Event) -> Event:
    """꺼내 주셨다: it is given; 아기를 건네주었다: the baby is, and takes nothing."""
    lemma = event.element.lemma.replace(" ", "")
    serves = clause.text.serves(event.element) and event.doer not in ("", SELF, SOMEBODY)
    if serves and lemma in words("fetched") and event.target in ("", SELF):
        event = replace(event, concept="give", target=SELF)
    brought = [m.concept for m in clause.actors if m.case == "object" and m.concept != SELF]
    if event.concept not in ("give", "receive") or not brought or event.brings:
        return event
    what = brought[-1]
    others = [m.concept for m in clause.actors if m.case == "source" and m.concept != what]
    to_me = SELF if event.doer != SELF else ""
    whom = others[-1] if others else to_me
    rest = tuple(p for p in event.partners if p not in (what, whom))
    if event.target not in ("", what):
        whom = event.target
    return replace(event, brings=what, target=whom, partners=rest)


def _placed(clause: Clause, event: Event) -> Event:
    """가방에 넣었다, 이마에 붙였다: at what it is done; with the part of whose body."""
    if event.concept not in words("placed") or event.doer == "":
        return event
    taken = event.concept == "take_out"
    pattern = _OUT_OF if taken else _INTO
    there = [m for m in clause.things if pattern.match(clause.text.behind(m.element, 8))]
    parts = [m for m in there if m.concept in words("body") and _is_on(clause, m)]
    if parts and not taken:
        return _on_body(clause, event, parts[-1])
    if worn := _worn_by_another(clause, event, there):
        return worn
    hosts = [m for m in there if m.element.kind == "prop" and _is_host(m)]
    if not hosts or event.concept not in words("placed_in"):
        return event
    host, lemma = hosts[-1], event.element.lemma.replace(" ", "")
    lying = lemma in _LAID or " 위" in clause.text.behind(host.element, 4)
    if event.concept == "touch" and not lying:  # 청진기를 인형에 댔다
        return replace(event, host=host.concept)
    concept = "take_out" if taken else "put_down" if lying else "put_in"
    return replace(event, concept=concept, host=host.concept)


def _packed(event: Event) -> Event:
    """짐을 쌌다: clothes go into a suitcase."""
    packs = event.concept == "put_in" and _PACKS.match(event.element.lemma)
    if not packs or event.things or event.host:
        return event
    return replace(event, things=("clothes",), host="luggage")


def _with_parcel(event: Event) -> Event:
    """배송을 했다, 이사했다: boxes are carried where nothing else is named."""
    alone = event.concept == "carry" and not (event.things or event.target or event.partners)
    parcel = alone and event.element.lemma.replace(" ", "") in words("carries_parcels")
    return replace(event, things=("package",)) if parcel else event


def _is_on(clause: Clause, part: Mention) -> bool:
    """손에 쥐여, and not 손으로 건져서."""
    return _ON_IT.match(clause.text.behind(part.element, 8)) is not None


def _is_host(noun: Mention) -> bool:
    """What stands there by itself, and is no pocket."""
    concept = noun.concept
    if noun.element.lemma.endswith(("주머니", "품")):
        return False
    if concept == "cage":
        return True
    fixed = words("fixtures") | words("waters") | words("body") | words("vehicles") | words("aloft")
    return concept not in fixed | words("on_walls") | words("writings") | {"blackboard", "ground"}


def _on_body(clause: Clause, event: Event, part: Mention) -> Event:
    whose = _owner(clause, event, part)
    if whose in ("", event.doer) or event.concept == "give":
        return event
    name = "face" if part.element.lemma in _FACE else part.concept
    feeds = name == "mouth" and event.concept in ("put_in", "pour")
    rest = tuple(p for p in event.partners if p != whose)
    concept = "feed" if feeds else "apply"
    things = tuple(t for t in event.things if t != part.concept)
    return replace(event, concept=concept, target=whose, part=name, partners=rest, things=things)


def _worn_by_another(clause: Clause, event: Event, at: Sequence[Mention]) -> Event | None:
    """내 운동화 끈을 묶어 주었다, 모자를 씌워 주었다, 내 바지에 붙였다: on who has it on."""
    things = [*at] or [m for m in clause.things if m.case in ("object", "bare", "owner")]
    worn = (p for m in things for p, sort in _WORN.items() if m.concept in words(sort))
    part = next(worn, "")
    if not part or event.concept not in ("make", "dress", "tie", "drape", "wear"):
        return None
    mine = any(_MINE.search(clause.text.before(m.element, 10)) for m in things)
    mine |= not at and clause.text.serves(event.element)
    whose = event.target or (SELF if event.doer != SELF and mine else "")
    if whose in ("", event.doer):
        return None
    things_on = {m.concept for m in at}
    rest = tuple(t for t in event.things if t not in things_on)
    return replace(event, concept="apply", target=whose, part=part, things=rest)


_WORN = {
    "leg": "legwear",
    "foot": "footwear",
    "head": "headgear",
    "neck": "neckwear",
    "chest": "garments",
}
"""Where on a body it is that one wears, by its sort."""


def _owner(clause: Clause, event: Event, part: Mention) -> str:
    """Whose body it is: 내 이마에, 할머니 어깨에, 목에 걸어 주었다."""
    before = clause.text.before(part.element, 10)
    if _MINE.search(before):
        return SELF
    near = [m for m in clause.actors if 0 <= part.start_char - m.element.end_char <= 2]
    owners = [m for m in near if m.case in ("bare", "owner")]
    if owners:
        return owners[-1].concept
    to = [m.concept for m in clause.actors if m.case == "source"]
    if to or _TO_ME.search(clause.before):
        return to[-1] if to else SELF
    served = clause.text.serves(event.element)
    if event.target:
        return event.target
    return SELF if served and event.doer != SELF else ""
