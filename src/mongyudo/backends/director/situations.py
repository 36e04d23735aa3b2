"""What several words tell together: dreams that many people know, and the scene that shows them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import islice

from mongyudo.backends.director.story import SELF, Event
from mongyudo.backends.director.tables import rows, words
from mongyudo.backends.director.traits import is_own, table
from mongyudo.records import Element, Segment


@cache
def situations() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The patterns of situations.tsv with the vignettes that stage them, in its order; then what
    becomes of the dreamer's body."""
    known = tuple((re.compile(row["words"]), row["scene"]) for row in rows("situations.tsv"))
    return known + tuple((row.words, row.scene) for row in table() if row.scene)


def with_situations(segment: Segment, events: list[Event]) -> list[Event]:
    """`events`, those that one situation tells together made one event of the dreamer's."""
    taken: list[tuple[int, int]] = []
    people = [e for e in segment.elements if e.kind == "actor"]
    for found, scene in _found(segment.text):
        if any(found.start() < b and a < found.end() for a, b in taken):
            continue
        if scene in _own_changes() and not is_own(
            segment.text, found, people, starts_at=segment.start_char
        ):
            continue  # 언니 배가 불렀다
        taken.append(found.span())
        start, end = (segment.start_char + at for at in found.span())
        told = [e for e in events if start <= e.start_char < end]
        if scene in words("own_situations") and any(_is_of_another(e) for e in told):
            continue  # 개가 기둥에 묶여 있었다: it is not the dreamer who is bound
        if scene in _own_changes() or scene == "cover":  # 눈을 질끈 감았다: nobody sleeps
            told = [replace(e, concept=scene) for e in told if e.doer in ("", SELF)]
        at = {e.start_char for e in told}
        made = _as_one(scene, told, _last_word(segment, start, end), end)
        if scene in _own_changes():
            made = replace(made, target="", partners=())
        if scene == "runaway_car" and not set(made.things) & words("vehicles"):
            made = replace(made, things=(*made.things, "car"))  # 브레이크가 안 밟혔다
        if scene in words("done_by_another") and not made.target:
            made = replace(made, target=_named_before(segment, end))
        events = sorted(
            [e for e in events if e.start_char not in at] + [made], key=lambda e: e.start_char
        )
    return events


def _found(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The situations in `text`: of each the first, but all that becomes of the body."""
    for pattern, scene in situations():
        matches = pattern.finditer(text)
        yield from (
            (m, scene) for m in (matches if scene in _own_changes() else islice(matches, 1))
        )


@cache
def _own_changes() -> frozenset[str]:
    return frozenset(row.scene for row in table())


def _is_of_another(event: Event) -> bool:
    bound = event.concept in ("tie", "tethered")
    return bound and (event.target or event.doer) not in ("", SELF)


def _as_one(scene: str, told: list[Event], word: Element, end: int) -> Event:
    """The event of `scene`; it stands where the last verb of those `told` does.

    What nearly happened (떨어질 것 같았다) is staged as that, and never counted as having happened.
    """
    others = [c for e in told for c in (e.doer, e.target, *e.partners) if c not in ("", SELF)]
    real = [e for e in told if not e.unreal]
    nearly = Element("", "", "motion", None, end, end)
    return Event(
        concept=scene,
        element=real[-1].element if real else nearly if told else word,
        keyed=any(e.keyed for e in told),
        doer=SELF,
        target=others[0] if others else "",
        partners=tuple(dict.fromkeys(others[1:])),
        things=tuple(dict.fromkeys(t for e in told for t in (*e.things, e.hero_thing) if t)),
        clause_start=told[0].clause_start if told else word.start_char,
        told=tuple((e.start_char, e.concept) for e in real),
    )


def _named_before(segment: Segment, end: int) -> str:
    """Who was named last, and does it: 친구가 나를 못 본 척했다; "" for nobody."""
    named = (e for e in reversed(segment.elements) if e.end_char <= end and e.kind == "actor")
    return next((e.concept for e in named if e.concept and not e.negated), "")


def _last_word(segment: Segment, start: int, end: int) -> Element:
    """The last verb of the stretch, else its last word, or the stretch itself where the lexicon
    knows none."""
    inside = [e for e in segment.elements if start <= e.start_char < end]
    verbs = [e for e in inside if e.lemma.endswith("다")]
    return (verbs or inside)[-1] if inside else Element("", "", "motion", None, start, end)
