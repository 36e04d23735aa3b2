"""Who is one and the same person: 그 애, 그 남자, who was told of before; 손흥민 선수, 남자 간호사,
쌍둥이 조카들, named twice."""

import re
from collections.abc import Iterable
from dataclasses import replace

from mongyudo.backends.director.clause import Clause, described
from mongyudo.backends.director.grammar import FAILS, Text
from mongyudo.backends.director.story import Mention
from mongyudo.backends.director.tables import flocks, words
from mongyudo.records import Element

_THAT = re.compile(r"(?<![가-힣])그 $")
_ANYBODY = frozenset(("사람", "분", "놈", "녀석", "친구", "애"))
_TWINS = re.compile("쌍둥이|쌍둥|쌍생아")
_SEX = frozenset(("남자", "여자", "남성", "여성", "외국인", "백인", "흑인"))
"""남자 간호사, 외국인 선생님: what somebody is beside their trade."""


def pointed_at(text: Text, before: Iterable[Mention], who: Mention) -> Mention:
    """`who`, as the person that 그 points back to: the last of `before` who may be called so."""
    if who.element.lemma not in words("pointed_at") or not _THAT.search(
        text.before(who.element, 3)
    ):
        return who
    told = [m.concept for m in before if m.element.kind == "actor" and m.concept]
    near = (c for c in reversed([text.spoken_before, *told]) if _may_be(c, who))
    one = next(near, "")
    return replace(who, element=replace(who.element, concept=one)) if one else who


def _may_be(concept: str, who: Mention) -> bool:
    """Whether `who` may be said of somebody who is drawn as `concept`."""
    if not concept or concept in words("animals") or concept in flocks().values():
        return False
    if who.element.lemma in _ANYBODY:
        return True
    women, men = words("women"), words("men")
    if concept in women | men:
        return who.concept not in (men if concept in women else women)
    return who.concept in women | men


def is_named_twice(text: Text, before: Mention, who: Mention) -> bool:
    """손흥민 선수, 남자 간호사, 쌍둥이 조카들: whether two words that touch mean one person."""
    if before.case != "bare" or not text.touch(before.element, who.element):
        return False
    famous = before.element.en == "famous person" and who.concept not in words("relatives")
    of_a_sex = before.element.lemma in _SEX and who.concept not in words("relatives")
    return famous or of_a_sex or _are_twins(before)


_SEXED = {
    ("woman", "clerk"): "woman", ("woman", "boss"): "woman", ("woman", "driver"): "woman",
    ("woman", "worker"): "woman", ("woman", "neighbor"): "woman", ("man", "neighbor"): "man",
    ("woman", "doctor"): "woman_doctor", ("woman", "police"): "policewoman",
    ("man", "nurse"): "doctor", ("man", "teacher"): "man_teacher", ("man", "cleaner"): "worker",
}  # fmt: skip
"""여자 직원, 남자 선생님: who is drawn where the trade's own figure is of the other sex."""


def _are_twins(mention: Mention) -> bool:
    return _TWINS.fullmatch(mention.element.lemma) is not None


def as_one(before: Mention, who: Mention) -> Mention:
    """The one person whom `before` and `who` name: a name stays, twins are two, else the trade."""
    if before.element.en == "famous person":
        return replace(before, case=who.case)
    if sexed := _SEXED.get((before.concept, who.concept)):
        return replace(who, element=replace(who.element, concept=sexed))
    return as_twins(who) if _are_twins(before) else who


def as_twins(mention: Mention) -> Mention:
    """쌍둥이 조카들: two of them, and no group."""
    if mention.concept != "children":
        return replace(mention, count=2)
    return replace(mention, element=replace(mention.element, concept="child"), count=2)


def without_the_past(
    text: Text, mentions: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], frozenset[str]]:
    """`mentions` without the verbs that say who somebody is (돌아가신 할머니, 짝사랑하던 선배), and
    the concepts of the dead."""
    past = {
        index: described(text, mentions, index)
        for index, mention in enumerate(mentions)
        if mention.concept in ("die", "part") or _was_once(text, mention)
    }
    dead = (m.concept for n, them in past.items() if mentions[n].concept == "die" for m in them)
    left = tuple(m for n, m in enumerate(mentions) if not past.get(n))
    return left, frozenset(dead)


def _was_once(text: Text, verb: Mention) -> bool:
    """예전에 사귀던 남자: who somebody is to the dreamer, and nothing that happens now."""
    said = text.between(verb.start_char, verb.element.end_char + 3)
    return verb.element.lemma.replace(" ", "") in words("was_once") and "던 " in said


def in_old_age(trade: Mention, who: Mention) -> Mention:
    """택시 기사 할아버지, 직원 아주머니: where the trade has no look of its own; 해녀 할머니
    dives."""
    seen = who.concept in ("grandmother", "grandfather", "woman")
    if seen and trade.concept in words("plain_trades"):
        return who
    sexed = _SEXED.get((who.concept, trade.concept), trade.concept)
    return replace(trade, case=who.case, element=replace(trade.element, concept=sexed))


_LOOKING = re.compile(
    "([가-힣]니까?|봉께|본께|보이|[는은]데|더니|그게|그 ?사람이|그분이) ([가-힣]{1,4} ){0,4}$"
)
_IS_HE = re.compile(
    "(들)?(였|이었|이다|인 ?거|이더|더라|이에요|예요|이야|야|이네|이지|임|입니다|이라)(?!던|다면)"
)
_UNKNOWN = frozenset(("stranger", "shadow", "masked_person"))


def turn_out(text: Text, found: list[Mention], who: Element) -> None:
    """누군가 눈을 가렸다. 돌아보니 아버지였다: whoever of `found` nobody knew is `who`."""
    seen = who.kind == "actor" and who.concept and _LOOKING.search(text.before(who, 24))
    if not seen or not _IS_HE.match(text.behind(who, 4)):
        return
    unknown = [n for n, m in enumerate(found) if m.concept in _UNKNOWN]
    for index in unknown[-1:]:
        one = found[index]
        found[index] = replace(one, element=replace(one.element, concept=who.concept))


_GROWN = re.compile("이 ?(되|돼|됐|된)")


def is_grown_up(text: Text, who: Element) -> bool:
    """딸이 어른이 되어: nobody else is there."""
    return who.lemma in ("어른", "성인") and _GROWN.match(text.behind(who, 4)) is not None


def joined(text: Text, found: list[Mention], who: Mention) -> bool:
    """Whether `who` is the last of `found`, named twice; whose parent it is, is not there."""
    before = found[-1] if found else None
    kinds = {m.element.kind for m in (before, who) if m is not None and m.concept}
    if before is None or kinds != {"actor"} or not before.concept or not who.concept:
        return False
    if is_named_twice(text, before, who):
        found[-1] = as_one(before, who)
        return True
    if _is_what_they_are(text, before, who):
        found[-1] = replace(before, case=who.case, count=max(before.count, who.count))
        return True
    if _is_born_so(text, before, who):
        found[-1] = who
        return True
    if is_whose_parent(text, before, who) or _is_whose_beast(text, before, who):
        found[-1] = replace(before, case="absent")
    return False


_CALLED = re.compile("(님)?(이?라는|이?라고 하는|이?란) ")


def _is_what_they_are(text: Text, before: Mention, who: Mention) -> bool:
    """여당 대표라는 사람이: one person, of whom it is said what they are."""
    between = text.between(before.element.end_char, who.start_char)
    anybody = who.element.lemma in words("pointed_at")
    return anybody and _CALLED.fullmatch(between) is not None


_BY_BIRTH = re.compile("(첫|둘|셋|넷)째|막내|막둥이|맏이")


def _is_born_so(text: Text, before: Mention, who: Mention) -> bool:
    """둘째 며느리, 막내 동생: one of the family, and no child beside her."""
    near = before.case == "bare" and text.touch(before.element, who.element)
    return near and _BY_BIRTH.fullmatch(before.element.lemma) is not None


def _is_whose_beast(text: Text, before: Mention, who: Mention) -> bool:
    """아버지 말이 묶여 있었다: whose horse it is is not told to be there."""
    near = before.case in ("bare", "owner") and text.touch(before.element, who.element)
    owns = before.concept in words("relatives") | {"friend", "neighbor", "teacher"}
    told = who.case in ("subject", "too", "object") and before.concept not in words("animals")
    return near and owns and told and who.concept in words("animals")


_RINGS = re.compile("전화|수화기|(벨|벨소리)(이|가) ")


def is_answering(clause: Clause) -> bool:
    """전화벨이 울려서 받았더니: the telephone, and nothing that is handed over."""
    if clause.verb.concept != "receive":
        return False
    handed = any(m.case in ("object", "bare") for m in (*clause.things, *clause.actors))
    return not handed and _RINGS.search(clause.text.before(clause.verb.element, 25)) is not None


_PARENTS = frozenset(("mother", "father", "grandmother", "grandfather", "parents"))
_WHOSE = frozenset(("friend", "child", "baby", "girl", "boy", "student", "teacher", "neighbor"))


def is_whose_parent(text: Text, before: Mention, who: Mention) -> bool:
    """친구 엄마가 왔다: the friend is not there."""
    near = before.case == "bare" and text.touch(before.element, who.element)
    return near and who.concept in _PARENTS and before.concept in _WHOSE


_TURN = re.compile("(?<![가-힣])(내|제|네|다음|우리|자기|누구) $")


def is_ones_turn(text: Text, place: Element) -> bool:
    """내 차례에서: whose turn it is, and no rite for the ancestors."""
    return place.lemma == "차례" and _TURN.search(text.before(place, 4)) is not None


_SENT_FOR = re.compile("([불찾데][가-힣]{1,2}) ?(와 ?)?(달라|주라|오라|줘)")


def is_sent_for(text: Text, verb: Element) -> bool:
    """경찰을 불러 달라고 했다: who is asked for is not there yet."""
    return _SENT_FOR.match(text.between(verb.start_char, verb.end_char + 6)) is not None


def sought_in(clause: Clause) -> list[Mention]:
    """Those who are elsewhere: on the telephone, or where one is only going."""
    if clause.verb.concept == "wait":
        in_vain = clause.verb.element.en.startswith(FAILS)
        cases = ("subject", "too") if in_vain else ("object",)
        there = (*clause.actors, *clause.things) if in_vain else clause.actors
        before = [m for m in there if m.start_char < clause.verb.start_char]
        return [m for m in before if m.case in cases]  # 기다리던 친구가 왔다: who comes is there
    if is_sent_for(clause.text, clause.verb.element):
        return [m for m in clause.actors if m.case == "object"]
    if _WISHED.match(clause.text.behind(clause.verb.element, 9)):
        told = ("object", "source", "with", "goal")
        return [m for m in clause.actors if m.case in told]  # 엄마한테 보여 주고 싶었다
    if clause.verb.concept == "call":
        return [m for m in clause.actors if m.case in ("source", "at", "absent")]
    on_the_way = clause.text.is_on_the_way(clause.verb.element)
    return [m for m in clause.actors if on_the_way and m.case in ("object", "source")]


_WISHED = re.compile("[가-힣]{0,3}( ?[주보드가오])?[가-힣]? ?고 ?싶")
