"""Where an animal or a spirit is that does no more than be there: under the bed, in the cage, on
the table. It is seen there, and nowhere else in the room."""

import re
from collections.abc import Iterator
from dataclasses import replace

from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.story import Event, Mention
from mongyudo.backends.director.tables import flocks, words
from mongyudo.records import Element

_WHERE = re.compile(
    " ?((?P<beneath>밑|아래)|(?P<lodge>속|안|안쪽)|(?P<atop>위))?"
    "(바닥)?(에|에서|에선|에는|에도|의)[ ,]"
)
_IN_THE_WORD = re.compile("(?P<thing>.+?)((?P<beneath>밑|아래)|(?P<lodge>속|안)|(?P<atop>위))$")
_THINGS = {
    "침대": "bed", "식탁": "table", "책상": "desk", "소파": "couch", "교탁": "desk", "차": "car",
    "탁자": "table", "의자": "chair", "밥상": "low_table", "벤치": "bench",
    "새장": "cage", "욕조": "bathtub",
}  # fmt: skip
"""침대밑, 식탁밑: the thing in the name of such a place."""


def whereabouts(text: Text, mentions: tuple[Mention, ...], event: Event) -> Event | None:
    """`event` of a beast as its being in, on or under something; None where it is not that.

    `mentions` stand before its verb.
    """
    if not _may_be_so(event) or event.doer not in words("animals") | words("spirits"):
        return None
    near = [*_in_the_sentence(text, mentions, event.element)]
    if _is_on_a_wire(text, near, event):
        return replace(
            event, concept="perch", target="", partners=(), things=("power_line",),
            host="power_line", told=((event.start_char, "perch"),),
        )  # fmt: skip
    at = next(filter(None, (place_of_beast(text, m.element) for m in near)), None)
    if at is None:
        return None
    relation, host = at
    return replace(
        event, concept=relation, target="", partners=(), hero_thing="", things=(host,), host=host,
        told=((event.start_char, relation), (event.start_char, event.concept)),
    )  # fmt: skip


_WIRES = frozenset({"전깃줄", "전선", "전봇대", "빨랫줄", "전신주", "철조망"})


def _is_on_a_wire(text: Text, near: list[Mention], event: Event) -> bool:
    """까마귀들이 전깃줄에 앉아 있었다: one beside the other."""
    kind = next((one for one, many in flocks().items() if many == event.doer), event.doer)
    wires = (m.element for m in near if m.element.lemma in _WIRES)
    return kind in words("perches") and any(_WHERE.match(text.behind(w, 10)) for w in wires)


def _may_be_so(event: Event) -> bool:
    lemma = event.element.lemma.replace(" ", "")
    return lemma in words("is_there") | words("is_somewhere") and not event.element.negated


def _in_the_sentence(text: Text, mentions: tuple[Mention, ...], verb: Element) -> Iterator[Mention]:
    for mention in reversed(mentions):
        if text.ends_between(mention.element.end_char, verb.start_char):
            return
        yield mention


def is_beast_there(text: Text, verb: Element) -> bool:
    """고양이가 상자 안에 있었다: whether what merely is somewhere is an animal, and seen there."""
    if verb.kind != "motion" or verb.negated:
        return False
    near = [e for e in text.segment.elements if e.end_char <= verb.start_char]
    near = [e for e in near if not text.ends_between(e.end_char, verb.start_char)]
    who = next((e for e in reversed(near) if e.kind == "actor"), None)
    beast = who is not None and who.concept in words("animals") | words("spirits")
    return beast and any(place_of_beast(text, e) for e in near)


def place_of_beast(text: Text, noun: Element) -> tuple[str, str] | None:
    """How one is to a thing, and the thing: (beneath, bed); None for what says no such place."""
    if noun.kind not in ("prop", "setting"):
        return None
    behind = _WHERE.match(text.behind(noun, 10))
    inside = _IN_THE_WORD.match(noun.lemma.replace(" ", ""))
    host = _THINGS.get(inside["thing"] if inside else noun.lemma, noun.concept or "")
    said = inside or behind
    if behind is None or said is None:
        return None
    bare = "lodge" if host in ("cage", "bathtub") else ""
    relation = next((r for r, found in said.groupdict().items() if found and r in _HOSTS), bare)
    return (relation, host) if relation and host in words(_HOSTS[relation]) else None


_HOSTS = {"beneath": "room_beneath", "lodge": "room_within", "atop": "room_on_top"}
"""Of which things each relation is drawn."""
