"""What comes out of something, goes into it, or is in it or on it: 베개 속에서 손톱이 나왔다, 벽에
칼이 꽂혀 있었다. The thing is shown with what it is so to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.meanings import is_laid
from mongyudo.backends.director.story import CEILING, GROUND, SELF, SOMEBODY, Event, Mention
from mongyudo.backends.director.tables import plain_verbs, relations, words
from mongyudo.backends.director.whereabouts import is_beast_there, whereabouts
from mongyudo.records import Element

_PART = (
    r"(들)?( ?(한가운데|가운데|속|안|안쪽|틈|틈새|사이|사이사이|밑|아래|뒤|위|옆|곁|끝|표면|구멍"
    r"|바닥|껍질|껍데기|모서리|귀퉁이|가장자리|입구|꼭대기|한쪽|양쪽|둘레|가지))?"
)
_GROWS = "(나[다서고더며는]|났|난 |돋|솟|자라|자랐|피[어었고]|폈|핀 |열[리렸]|생[기겼긴]|맺)"
_OUT_OF = re.compile(
    _PART + rf"(에서(는|도|만)?|(으로|로)부터|에(?=( \S+){{0,4}} {_GROWS})"
    r"|사이로|틈으로)[ ,]"
)
_INTO = re.compile(_PART + r"((으로|로)|에(다|다가|는|도)?)[ ,]")
_AT = re.compile(_PART + r"(에(다|다가|는|도|서)?|마다|(으로|로))[ ,]")
_FROM = {"emerge": _OUT_OF, "enter": _INTO, "lodge": _AT, "attach": _AT}
_OPENS = re.compile(
    r"[을를]? ?((?!으?로 )\S{1,4} )?(열|따|까|깠|깨|깼|자르|잘라|잘랐|가르|갈랐|뜯|파|팠|찢|들추"
    r"|들췄|뒤집|쪼개|쪼갰|썰|풀|폈|펴|펼|벗기|벗겼|털|당기|당겼|흔들|긁|누르|눌렀|짜|짰|쪼|베|벴|물|씹)"
    r"\S{0,3}( ?[보봤])?(니|니까|더니|자|면|고|는데) |[을를]? ?여(니|니까) "
)
"""가방을 열었더니: out of what has been opened."""
_MARKED = re.compile(
    r"(들)?( ?(한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|여러|몇|\d+) ?[가-힣]{1,2}"
    r"(?=[이가은는도만])| ?(하나|둘|셋|넷)(?=[이가은는도만]))?(이|가|은|는|도|만|마다)[ ,]"
)
_OTHERS = re.compile(r"([가-힣]+[이가]) ")
_ADVERBS = re.compile(
    "(없|같|깊|높|많|나란|똑바|빠짐없|끝|수북|빽빽|촘촘|겹겹|일제|가득|소복|빼곡|통째)이$|^(색|빛)깔?[이가]$"
)
"""Words that end as a subject does, and say how."""


def as_related(text: Text, verb: Element) -> Element:
    """`verb` as the event of a relation, where it has none of its own: 벽에 칼이 꽂혀 있었다."""
    event, alone = relations().get(verb.lemma.replace(" ", ""), ("", False))
    if not event or verb.negated or verb.kind != "motion":
        return verb
    if verb.lemma in words("is_there"):
        there = is_beast_there(text, verb) or _is_in_what_was_opened(text, verb)
        return replace(verb, concept=event) if there else verb
    own = verb.concept or plain_verbs().get(verb.lemma.replace(" ", ""), "")
    if not (is_laid(text, verb) or (alone and not own)):
        return verb
    return replace(verb, concept=event) if _host_element(text, verb, event) else verb


def _is_in_what_was_opened(text: Text, verb: Element) -> bool:
    """상자를 열어 보니 인형이 있었다: a thing is, in the box."""
    before = [e for e in text.segment.elements if e.end_char <= verb.start_char]
    near = [e for e in before if not text.ends_between(e.end_char, verb.start_char)]
    things = [e for e in near if e.kind == "prop" and e.concept]
    opened = [e for e in things if _OPENS.match(text.behind(e, 16)) is not None]
    return bool(opened) and things[-1] is not opened[-1]


def is_related(verb: Element) -> bool:
    """Whether `verb` tells what is in or on something, rather than what somebody has done."""
    return verb.concept in _FROM


def _host_element(text: Text, verb: Element, event: str) -> Element | None:
    """What stands before `verb` as that to which the relation is."""
    before = (e for e in reversed(text.segment.elements) if e.end_char <= verb.start_char)
    for element in before:
        if text.ends_between(element.end_char, verb.start_char):
            return None
        if element.kind in ("prop", "setting") and _is_host(text, element, event):
            return element
    return None


def _is_host(text: Text, noun: Element, event: str) -> bool:
    return bool(_FROM[event].match(text.behind(noun, 20)))


def with_host(text: Text, mentions: tuple[Mention, ...], event: Event) -> Event | None:
    """`event` as one that is seen on what it is told to be so to; None where only that could show
    it. `mentions` stand before its verb."""
    return whereabouts(text, mentions, event) or _at_a_host(text, mentions, event)


def _at_a_host(text: Text, mentions: tuple[Mention, ...], event: Event) -> Event | None:
    if event.hero_thing in words("on_the_skin") and event.concept == "assail":
        return replace(event, concept="scratch", doer=SELF, hero_thing="")  # 두드러기가 났다
    relation, _ = relations().get(event.element.lemma.replace(" ", ""), ("", False))
    bare = event.concept in _FROM
    if not relation or event.target not in ("", SELF):
        return None if bare else event
    if _goes_on_in_another(text, event.element):
        return None  # 튀어 나왔다: the last of the two tells it
    near = tuple(_in_the_clause(text, mentions, event))
    core = near[0] if near and _is_core(text, near[0].element, event.element) else None
    near = near[1:] if core else near
    subject, host = _subject(text, near, event), _host(text, near, relation)
    taken = core is not None and core.element.lemma == "딸리다" and not host
    relation = "attach" if taken else relation  # 숟가락에 딸려 올라왔다
    host = host or _host(text, near, relation)
    if relation == "emerge" and subject is not None and not host:
        return _come_to_light(event, subject)
    if subject is None or not host or host == subject.concept:
        return None if bare else event
    relation = _from_within(relation, host, event)
    if host == CEILING and relation != "enter":
        return replace(_related(event, relation, subject, host), concept="overhead")
    person = subject.element.kind == "actor" and subject.concept not in words("animals")
    if person and not (relation == "emerge" and host in words("tombs")):
        return None if bare else event
    relation = "attach" if subject.concept in words("flat_marks") else relation
    if not _may_be(event, relation, bare=bare or taken or person) or _is_on_somebody(
        event, subject, host
    ):
        return None if bare else event
    told = ((m.start_char, relation) for m in (core, event) if m is not None)
    return replace(_related(event, relation, subject, host), told=tuple(told) if core else ())


def _from_within(relation: str, host: str, event: Event) -> str:
    """문틈으로 들어왔다: out of the door into the room, and into no door."""
    comes_in = relation == "enter" and "들어오" in event.element.lemma
    return "emerge" if comes_in and host in words("passages") else relation


_COMPOUND = re.compile("[아어여] ?")


def _come_to_light(event: Event, subject: Mention) -> Event | None:
    """정으로 쪼니 귀 하나가 나왔다: a thing that nobody is, and that comes out of nothing named."""
    comes = event.element.lemma in words("comes_of_itself")
    nobodys = event.doer in ("", SOMEBODY) and not event.hero_thing
    if not (comes and nobodys and subject.element.kind == "prop"):
        return None if event.concept in _FROM else event
    return replace(
        event, concept="appear", doer="", hero_thing=subject.concept, things=(subject.concept,)
    )


def hosted(text: Text, mentions: tuple[Mention, ...], event: Event) -> Event | None:
    """`event`, where it is only seen on what it is told to be so to; None else."""
    related = with_host(text, mentions, event)
    return related if related is not None and related.host else None


def told_once(events: Iterable[Event]) -> list[Event]:
    """돈이 가득 들어 있었다: the money comes to light where it is, and not beside it, too."""
    told = list(events)
    within = {e.hero_thing for e in told if e.host and not e.unreal}
    return [e for e in told if e.concept != "appear" or e.doer or e.hero_thing not in within]


def _is_core(text: Text, core: Element, verb: Element) -> bool:
    """튀어 나왔다, 딸려 나왔다: the first of two verbs that are one."""
    joined = _COMPOUND.fullmatch(text.between(core.end_char, verb.start_char))
    inside = text.between(core.start_char, core.end_char)[-1:]
    apart = (
        text.between(core.end_char, verb.start_char) in ("", " ") and inside in "려어아여져라와쳐"
    )
    return core.kind == "motion" and not core.negated and bool(joined or (inside and apart))


def _goes_on_in_another(text: Text, verb: Element) -> bool:
    behind = (e for e in text.segment.elements if e.start_char >= verb.end_char)
    then = next(behind, None)
    relation, _ = relations().get(then.lemma.replace(" ", ""), ("", False)) if then else ("", False)
    if then is None or not relation or not _is_core(text, verb, then):
        return False
    return _host_element(text, verb, relation) is not None


def _may_be(event: Event, relation: str, *, bare: bool) -> bool:
    """Whether the event as read tells no more than where something is, or goes."""
    borne = event.element.lemma == "달리다"  # 연필에 혀가 달렸다
    return bare or borne or event.concept in words(f"may_{relation}")


def _is_on_somebody(event: Event, subject: Mention, host: str) -> bool:
    """새가 어깨에 앉았다, 이불이 발에 감겼다, 날개가 났다: that is seen on who has that body."""
    if subject.concept in words("grows_on_back"):
        return True
    lives = subject.element.kind == "actor"
    return host in words("body") and (
        event.concept == "stick" or (lives and event.concept in _HELD)
    )


_HELD = frozenset(("cling_on", "sit", "settle", "stick"))


def _related(event: Event, relation: str, subject: Mention, host: str) -> Event:
    lives = subject.element.kind == "actor"
    things = tuple(dict.fromkeys(c for c in ("" if lives else subject.concept, host) if c))
    return replace(
        event, concept=relation, doer=subject.concept if lives else "", target="", partners=(),
        hero_thing="" if lives else subject.concept, things=things, host=host,
    )  # fmt: skip


def _in_the_clause(text: Text, mentions: tuple[Mention, ...], event: Event) -> Iterator[Mention]:
    """What stands before the verb in its sentence, the nearest first."""
    for mention in reversed(mentions):
        if text.ends_between(mention.element.end_char, event.start_char):
            return
        yield mention


def subject_of(text: Text, mentions: tuple[Mention, ...], event: Event) -> Mention | None:
    """The thing or the animal that is the subject of `event`; `mentions` stand before its verb."""
    return _subject(text, tuple(_in_the_clause(text, mentions, event)), event)


def _subject(text: Text, near: tuple[Mention, ...], event: Event) -> Mention | None:
    """The thing or the animal that does it; None where another word may be the subject."""
    for mention in near:
        element = mention.element
        if element.kind == "motion" or mention.case == "object":
            return None
        if element.kind not in ("prop", "actor") or not mention.concept:
            continue
        marked = _MARKED.match(text.behind(element, 12))
        if marked is None:
            continue
        if _another_does(text, element.end_char + marked.end(), event):
            return None
        return mention
    return None


def _another_does(text: Text, start_char: int, event: Event) -> bool:
    """Whether a word that nobody knows stands as a subject between `start_char` and the verb."""
    between = text.between(start_char, event.start_char)
    return any(not _ADVERBS.search(word) for word in _OTHERS.findall(between))


def _host(text: Text, near: tuple[Mention, ...], relation: str) -> str:
    """The concept of what it is so to, "" for nothing that is drawn."""
    for mention in near:
        element = mention.element
        if element.kind not in ("prop", "setting", "motion"):
            continue
        named = mention.concept or element.lemma in words("earthen_words")
        if named and _is_host(text, element, relation):
            return "" if _is_above(text, mention) else _drawn_host(mention)
        left_out = element.kind == "prop" and element.lemma.endswith("다")
        at = element.start_char if left_out else element.end_char
        opened = relation in ("emerge", "lodge") and _OPENS.match(text.between(at, at + 16))
        if opened:
            return mention.concept if element.kind == "prop" else _drawn_host(mention)
    return ""


def _is_above(text: Text, part: Mention) -> bool:
    """머리 위에: over somebody, and on nobody."""
    return part.concept in ("head", "hair") and text.behind(part.element, 2).strip().startswith(
        "위"
    )


def _drawn_host(mention: Mention) -> str:
    if mention.concept in words("flat_marks"):
        return ""
    if mention.element.lemma in ("천장", "천정"):
        return CEILING
    if mention.concept in words("earthen") or mention.element.lemma in words("earthen_words"):
        return GROUND
    walls = mention.element.kind == "prop" or mention.concept == "wall"
    return mention.concept if walls and mention.concept not in words("waters") else ""
