"""Verbs that say little by themselves: one uses something, hands something over, is hit by it, has
the right number."""

import re
from dataclasses import replace

from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.story import SELF, SOMEBODY, Event, Mention
from mongyudo.backends.director.tables import words
from mongyudo.records import Element

_USES = frozenset(("쓰다", "사용하다", "이용하다", "써먹다", "활용하다", "동원하다"))
_OBJECT = re.compile(r"(들)?(을|를|만|도) ?((?![^ ]*[을를] )[^\s.!?]+ ){0,2}")
_PAYS = re.compile(
    r"([가-힣](권|표|증|비|료|세|값|요금|카드|동전|지폐)|(?<![가-힣])(돈|표))(을|를) ?(\S{1,4} )?$"
)
"""통행권을 냈다: what is handed over where one pays or goes in."""
_HITS = re.compile(
    r"(공|눈덩이|눈뭉치|계란|달걀|돌멩이|신발|책|병|접시|화분|토마토|컵|베개)"
    r"(을|를|에) ?(\S{1,3} )?$"
)
_LAMPS = re.compile("(불|전기|전깃불|조명|등|전등|형광등|가로등|촛불)(이|가|도|은) ?$")
_SOUNDS_OUT = frozenset(
    ("나오다", "흘러나오다", "새어나오다", "새나오다", "울려나오다", "퍼지다", "울려퍼지다")
)
_SOUND = re.compile(
    r"(소리|목소리|울음|노래|음악|방송|비명|종|멜로디|자장가)"
    r"(이|가|만|도) ([^\s.!?]+(에서|로|서) )?$"
)
"""엄마 목소리가 라디오에서 흘러나왔다."""
_IS_HUNG = re.compile("걸려 ?(있|져)")
_CAUGHT_IN = re.compile(
    "(그물|덫|올가미|거미줄|낚시|낚싯|바늘|통발|함정|목|마법|저주|병|감기|전화|시동)|[가-힣]에 "
)
_DRAWN_LOTS = re.compile("로또|복권|당첨|추첨|경품|번호")


def as_light(text: Text, verb: Element) -> Element:
    """`verb` as the deed that it is with its object: 칼을 썼다, 통행권을 냈다, 공에 맞았다."""
    lemma = verb.lemma.replace(" ", "")
    if lemma == "나가다" and _LAMPS.search(text.before(verb, 8)):
        return replace(verb, concept="go_out")
    if lemma in _SOUNDS_OUT and not verb.negated and _SOUND.search(text.before(verb, 20)):
        return replace(verb, concept="hear")
    if lemma == "걸리다" and _hangs(text, verb):
        return replace(verb, concept=None)
    if verb.kind != "motion" or verb.concept or verb.negated:
        return verb
    if lemma in _USES and _used(text, verb):
        return replace(verb, concept="grasp")
    if lemma in ("내다", "내밀다") and _PAYS.search(text.before(verb, 14)):
        return replace(verb, concept="give")
    if lemma != "맞다":
        return verb
    if _HITS.search(text.before(verb, 8)):
        return replace(verb, concept="assail")
    return replace(verb, concept="cheer") if _DRAWN_LOTS.search(text.segment.text) else verb


def _hangs(text: Text, verb: Element) -> bool:
    """교복이 걸려 있었다: it lies in wait for nobody; but 그물에 걸려 있었다."""
    said = text.between(verb.start_char, verb.end_char + 4)
    return bool(_IS_HUNG.match(said)) and not _CAUGHT_IN.search(text.before(verb, 16))


def _handed(what: str) -> str:
    """What is seen to be handed over: a ticket, a card or money."""
    if what.endswith(("권", "표", "증")):
        return "ticket"
    return "credit_card" if what.endswith("카드") else "banknote"


def _used(text: Text, verb: Element) -> bool:
    """Whether a thing that hands can hold is what is used."""
    before = (e for e in reversed(text.segment.elements) if e.end_char <= verb.start_char)
    noun = next((e for e in before if e.kind in ("prop", "actor", "motion")), None)
    if noun is None or noun.kind != "prop" or not noun.concept or noun.negated:
        return False
    spent = words("body") | words("earned") | {"money", "writing", "letter"}
    between = text.between(noun.end_char, verb.start_char)
    return noun.concept not in spent and bool(_OBJECT.fullmatch(between))


def with_light(text: Text, mentions: tuple[Mention, ...], event: Event) -> Event:
    """`event` with what hits the dreamer, or as the joy over the right number."""
    if event.concept == "give" and not event.things:
        paid = _PAYS.search(text.before(event.element, 14))
        return replace(event, things=(_handed(paid.group(1)),)) if paid else event
    if event.concept == "hear" and event.element.lemma.replace(" ", "") in _SOUNDS_OUT:
        return replace(event, doer=SELF, target="", partners=(), hero_thing="")
    if event.element.lemma != "맞다":
        return event
    if event.concept == "cheer" and event.doer in ("", SELF, SOMEBODY):
        return replace(event, doer=SELF, hero_thing="")
    if event.concept != "assail":
        return event
    near = (m for m in reversed(mentions) if m.element.kind == "prop" and m.concept)
    thing = next(near, None)
    if thing is None or text.ends_between(thing.element.end_char, event.start_char):
        return event
    return replace(
        event, doer="", target=SELF, partners=(), hero_thing=thing.concept, things=(thing.concept,)
    )
