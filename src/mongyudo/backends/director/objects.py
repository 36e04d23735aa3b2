"""To which thing something is done, where the text leaves that out: 수박을 사 왔다. 칼로 잘랐다."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mongyudo.backends.director.grammar import FAILS, SENTENCE_END, Text
from mongyudo.backends.director.story import Event, Mention
from mongyudo.backends.director.tables import plain_verbs, words
from mongyudo.backends.director.vignettes import is_event
from mongyudo.records import Element

_OBJECT = re.compile(r"[가-힣](을|를)(?![가-힣])|거울|(?<![가-힣])(뭐|무엇|아무것|전부|이름|말)")
"""It has an object of its own, or one that is no thing."""
_ADNOMINAL = re.compile(r"[가-힣]*[는은던한른린낸친준긴둔운] [가-힣]|[가-힣]+ (둔|놓은|논) ")
"""자른 수박, 열어 둔 상자: its object comes behind it."""
_THAT = re.compile(
    r"(?<![가-힣])(그걸|그것을|이걸|이것을|고걸|요걸|하나를|한 (개|장|알|줌|쪽)(을|를)?) "
)
"""그걸 신겼다, 하나를 골라 쥐었다: what was told of."""
_WAS = re.compile(r"\S{0,2}( 있)?(던|[은는한린쥔든]) ?(건|것은|게|것이) ")
"""쥐고 있던 건 어금니였다: it is told behind the verb."""
_IS = re.compile("이?(었|였|라|더라|다|란|네|지)|인 ")
_OF_THINGS = frozenset(("object", "subject", "too", "bare"))


def thing_spoken_of(mentions: Sequence[Mention]) -> str:
    """The thing that was told of last, where hands can take it; "" for none."""
    things = (m for m in reversed(mentions) if m.element.kind == "prop" and m.concept)
    last = next((m for m in things if m.case in _OF_THINGS), None)
    handy = last is not None and (last.small or _is_handy(last.concept))
    return last.concept if last is not None and handy else ""


def _is_handy(concept: str) -> bool:
    fixed = words("body") | words("fixtures") | words("furniture") | words("vehicles")
    fixed |= words("waters") | words("aloft") | words("on_water")
    return concept not in fixed | words("furnishings") | words("never_loose") | words("landmarks")


def object_left_out(text: Text, before: Sequence[Mention], verb: Element) -> list[Mention]:
    """The thing spoken of before that hands do `verb` to; it stands where the verb does."""
    concept = verb.concept or plain_verbs().get(verb.lemma.replace(" ", ""), "")
    if told := _told_behind(text, verb) or _meant_by_that(text, before, verb, concept):
        return [_at(verb, told)]
    handles = concept in words("handles") or verb.lemma in _TAKE_ONE or _takes_along(text, verb)
    if verb.kind != "motion" or not handles or verb.en.startswith(FAILS):
        return []
    said = text.between(verb.start_char, verb.end_char + 4)
    if verb.en.startswith("be ") or _ADNOMINAL.match(said):
        return []
    thing = thing_spoken_of(before) or text.shown_before
    if not thing or _has_object(text, before, verb):
        return []
    if concept in _ONLY and (thing not in words(_ONLY[concept]) or verb.lemma in _OF_DOORS):
        return []
    return [_at(verb, thing)]


def _at(verb: Element, thing: str) -> Mention:
    """`thing` as the object of `verb`, standing where that does."""
    there = Element(verb.lemma, thing, "prop", thing, verb.start_char, verb.end_char)
    return Mention(there, "object", keyed=False, count=1)


def _told_behind(text: Text, verb: Element) -> str:
    """내가 쥐고 있던 건 어금니였다: what is held is named last."""
    held = verb.concept == "carry" or plain_verbs().get(verb.lemma) == "carry"
    if not held or not _WAS.match(text.between(verb.end_char - 1, verb.end_char + 10)):
        return ""
    behind = (e for e in text.segment.elements if e.start_char >= verb.end_char)
    noun = next((e for e in behind if e.kind == "prop"), None)
    if noun is None or text.ends_between(verb.end_char, noun.start_char):
        return ""
    is_it = _IS.match(text.between(noun.end_char, noun.end_char + 3))
    return noun.concept or "" if is_it else ""


def _meant_by_that(text: Text, before: Sequence[Mention], verb: Element, concept: str) -> str:
    """그걸 내 발에 신겼다, 하나를 골라 쥐었다: what was told of, of the kind that it takes."""
    if verb.kind != "motion" or concept not in words("handles") | words("does_to_that"):
        return ""
    near = text.between(verb.start_char - _NEAR_THAT, verb.start_char)
    if not _THAT.search(SENTENCE_END.split(near)[-1]):
        return ""
    kind = words(_WORN_BY.get(verb.lemma, ""))
    things = (m.concept for m in reversed(before) if m.element.kind == "prop")
    told = (*things, text.shown_before)
    return next((t for t in told if t and (t in kind if kind else _is_handy(t))), "")


_NEAR_THAT = 24
_WORN_BY = {"신기다": "footwear", "씌우다": "headgear"}


_TAKE_ONE = ("세다", "이다")
"""세었다, 머리에 이고: never without a thing."""

_ONLY = {"eat": "eaten", "open_door": "opened_by_hand"}
"""What is done to these things alone: a room is no meal, and a spoon no box."""

_OF_DOORS = frozenset(("문열다", "창문열다", "열리다"))


_NEAR_DOOR = 30
"""So many characters before 문을 열다 stands what it is the door of."""


def opened(found: list[Mention], verb: Element) -> list[Mention]:
    """냉장고가 서 있었다. 문을 열었더니: what has that door, told again, where it is no room's."""
    if verb.concept != "open_door" or not verb.lemma.startswith("문"):
        return []
    near = [m for m in found if m.start_char >= verb.start_char - _NEAR_DOOR]
    last = next((m for m in reversed(near) if m.element.kind in ("setting", "prop")), None)
    if last is None or last.concept not in words("has_a_door"):
        return []
    there = replace(last.element, start_char=verb.start_char, end_char=verb.end_char)
    return [replace(last, element=there, case="object")]


_ALONG = re.compile(
    "(물고|들고) ?(도망|달아|갔|가 ?버|뛰|사라|나갔|나가|나왔|나오|날아|왔|오더|튀)"
)


def _takes_along(text: Text, verb: Element) -> bool:
    """고양이가 물고 도망갔다, 들고 뛰었다: what was spoken of goes with them."""
    said = text.between(verb.start_char, verb.start_char + 10)
    return verb.lemma in ("물다", "들다") and _ALONG.match(said) is not None


def as_one_gift(text: Text, events: Sequence[Event]) -> list[Event]:
    """선물로 우산을 줬다: the umbrella is the present, and it is given once."""
    told: list[Event] = []
    for event in events:
        before = told[-1] if told else None
        present = before is not None and before.element.lemma == "선물" and not before.things
        if before is None or not present or event.concept not in ("give", "receive"):
            told.append(event)
            continue
        if text.ends_between(before.start_char, event.start_char):
            told.append(event)
            continue
        starts = (before.start_char, event.start_char)
        told[-1] = replace(event, told=tuple((start, event.concept) for start in starts))
    return told


def _has_object(text: Text, before: Sequence[Mention], verb: Element) -> bool:
    """Whether its clause names to what or to whom it is done, or who else it is that does it."""
    deeds = [m.element.end_char for m in before if is_event(m.element) and m.element.kind != "prop"]
    start = max([text.segment.start_char, *deeds])
    start = text.sentence_start(start, verb.start_char)
    if _OBJECT.search(text.between(start, verb.start_char)):
        return True
    own = [m for m in before if m.start_char >= start and m.concept]
    subject = ("subject", "too", "bare", "object")
    return any(m.element.kind == "prop" and m.case in subject for m in own)
