"""What is in the stead of something, and where that belongs: 마이크가 대파여, 손잡이가 전부
혓바닥이었다, 이가 아니라 작은 현관문이더라."""

import re
from collections.abc import Iterable
from dataclasses import replace

from mongyudo.backends.director.blocking import Thing
from mongyudo.backends.director.blocking.core import ON_WALL, STRAP
from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import SELF, Event, Mention, Story
from mongyudo.backends.director.tables import words
from mongyudo.records import Element

_HANDLE = "handle"
"""What one opens a door with."""

_ODD = 3.5

_LIKE = r"(?!\S*([고며]|[는은]데|니|서|면|자) )[^\s.!?,]+ "
_IS_ALL = re.compile(rf"(들)?(이|가|은|는) ?(다|전부|모두|죄다|온통|하나같이) ({_LIKE}){{0,2}}")
_IS = re.compile(rf"(들)?(이|가|은|는) ?(글쎄|알고 보니|사실|무슨|웬)? ?({_LIKE}){{0,1}}")
_IS_NOT = re.compile(rf"(들)?(이|가|은|는)? ?아니(라|고|었고|더라고?) ?({_LIKE}){{0,3}}")
_INSTEAD = re.compile(rf"(들)? ?대신(에)? ?({_LIKE}){{0,3}}")
_SO_IT_IS = re.compile(
    r"(들)?(이?(었|였)(?!던|으)|이?더[라군]|이?다(?![가-힣])|[이]?야(?![가-힣])|이?여(?![가-힣])"
    r"|이?에요|예요|이?래|이라(?!면|도)|인 ?[거기]|임(?![가-힣])|이?고(?![가-힣])|인데)"
)
"""대파여, 혓바닥이었다, 현관문이더라고요."""

_OF_THE_FACE = {"tooth": "mouth", "tongue": "mouth", "mouth": "mouth", "eye": "eye",
                "nose": "nose", "ear": "ear"}  # fmt: skip
"""Where in a face that is which is in the stead of a part of it."""


def taking_the_place(text: Text, found: list[Mention], thing: Element) -> str:
    """마이크가 대파여: in whose stead `thing` is, the concept of that or where it hangs; "" for
    nothing's. That is not there, and goes out of `found`."""
    first = _in_whose_stead(text, thing)
    if first is None:
        return ""
    stead = _place_of(text, first)
    if stead != _HANDLE:
        found[:] = [m for m in found if m.start_char != first.start_char]
    return stead


def turns_out(text: Text, thing: Element, stead: str) -> bool:
    """Whether `thing` is said to be there in the `stead` of something that has a place of its own,
    and not only used so: it is seen there."""
    placed = stead in {STRAP, _HANDLE, *_OF_THE_FACE}
    placed |= stead in words("in_ones_hand") | words("on_walls")
    return placed and _SO_IT_IS.match(text.behind(thing, 4)) is not None


def _in_whose_stead(text: Text, thing: Element) -> Element | None:
    if thing.kind != "prop" or not thing.concept or thing.negated:
        return None
    before = [e for e in text.segment.elements if e.end_char <= thing.start_char]
    first = next((e for e in reversed(before) if _is_thing(e)), None)
    if first is None or first.concept == thing.concept:
        return None
    between = text.between(first.end_char, thing.start_char)
    if _IS_NOT.fullmatch(between) or _INSTEAD.fullmatch(between):
        return first
    return first if _is_it(text, first, thing, between) else None


def _is_it(text: Text, first: Element, thing: Element, between: str) -> bool:
    """손잡이가 전부 혓바닥이었다; but 손이 얼음이었다 is no more than cold."""
    if first.kind != "prop" or first.negated or not _SO_IT_IS.match(text.behind(thing, 4)):
        return False
    own = first.concept in words("body") and first.concept != "tooth"
    return bool(_IS_ALL.fullmatch(between) or (not own and _IS.fullmatch(between)))


def _is_thing(element: Element) -> bool:
    return element.kind in ("prop", "actor") and element.lemma not in ("사람", "인간")


def _place_of(text: Text, first: Element) -> str:
    if first.lemma not in words("handles_of_doors"):
        return first.concept or ""
    return STRAP if _RIDES.search(text.between(0, first.start_char)) else _HANDLE


_RIDES = re.compile("버스|지하철|전철|열차|전차|기차|트램|[0-9]호선")


def revealed(thing: Mention) -> Event:
    """들여다보니 김장독이었다, 이가 아니라 현관문이더라: what something turns out to be comes to
    light, where that was."""
    shown = Event(
        "appear", thing.element, thing.keyed, hero_thing=thing.concept,
        things=(thing.concept,), clause_start=thing.start_char,
    )  # fmt: skip
    if thing.stead in words("in_ones_hand"):
        return replace(shown, concept="carry", doer=SELF, hero_thing="")
    host = "door" if thing.stead == _HANDLE else _OF_THE_FACE.get(thing.stead, "")
    if not host:
        return shown
    concept = "attach" if thing.stead == _HANDLE else "lodge"
    return replace(shown, concept=concept, host=host, things=(thing.concept, host))


def oddity(story: Story, event: Event) -> float:
    """마이크가 대파여: how much more `event` stands out where it is that something is there in
    another's stead, for which the dream is told."""
    here = (m for m in story.mentions if m.start_char == event.start_char)
    return _ODD if any(m.stead and m.revealed for m in here) else 0.0


def straps_of(story: Story) -> tuple[str, ...]:
    """What hangs where one holds on to something in a bus."""
    return tuple(m.concept for m in _in_stead(story) if m.stead == STRAP)


def has_no_teeth(mentions: Iterable[Mention]) -> bool:
    """이가 아니라 문이더라: whether what came loose was no tooth, and none falls out."""
    return any(m.stead == "tooth" and m.revealed for m in mentions)


def put_in_stead(things: Iterable[Thing], story: Story, known: Repertoire) -> list[Thing]:
    """`things`, each where that belongs in whose stead it is."""
    steads = {known.thing(m.concept): m.stead for m in _in_stead(story)}
    return [_at_the_place(t, steads.get(t.concept, ""), known) for t in things]


def _in_stead(story: Story) -> tuple[Mention, ...]:
    return tuple(m for m in (*story.met_before, *story.mentions) if m.stead)


def _at_the_place(thing: Thing, stead: str, known: Repertoire) -> Thing:
    if stead == STRAP:
        return replace(thing, place=STRAP)
    if stead in words("on_walls"):
        return replace(thing, place=ON_WALL)
    drawn = known.thing(stead)
    hangs = drawn is not None and known.build(drawn).place == "ceiling"
    return replace(thing, place="ceiling") if hangs else thing


def used_instead(tool: str, story: Story, known: Repertoire) -> str | None:
    """대파: what is in the stead of the `tool` with which something is done; None for nothing."""
    told = (known.thing(m.concept) for m in reversed(_in_stead(story)) if m.stead == tool)
    return next(told, None)
