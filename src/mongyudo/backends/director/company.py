"""Who does it together with the one who does it, and with what, where that is not said beside the
verb."""

import re

from mongyudo.backends.director.clause import Clause, concepts_of
from mongyudo.backends.director.grammar import SENTENCE_END
from mongyudo.backends.director.story import SELF, SOMEBODY, Event
from mongyudo.backends.director.tables import words

FAST_ROADS = frozenset({"고속도로", "국도", "고속화도로"})
_WITH_ME = re.compile(r"(?<![가-힣])(나|저)(랑|와|하고) ")
_BOTH = re.compile(
    r"(?<![가-힣])((우리 )?둘(이서?|은|이 같이|이 함께)|다들|다 ?같이|다 ?함께)(?![가-힣])"
)


def same_target(clause: Clause, concept: str, doer: str, before: Event | None) -> str:
    """나를 잡고 끌고 갔다: to whom it is done, where that was said just before; "" for nobody."""
    if before is None or before.doer != doer or concept not in words("done_to") | {"catch"}:
        return ""
    things = any(m.case == "object" for m in (*clause.things, *clause.actors))
    ended = clause.text.ends_between(before.start_char, clause.verb.start_char)
    if things or ended or before.unreal or before.concept not in words("done_to") | {"strike"}:
        return ""
    mine = clause.text.aims_at_own_body(before.clause_start, before.start_char)
    return before.target or (SELF if mine and doer != SELF else "")


def company_of(clause: Clause, doer: str, target: str, before: Event | None) -> tuple[str, ...]:
    """Who is in it beside `doer`: 나랑, 둘이, and who was so just before (엄마랑 앉아서 먹었다)."""
    if doer in ("", SOMEBODY) or target not in ("", SELF):
        return ()
    if doer != SELF and _WITH_ME.search(clause.before):
        return (SELF,)
    if not clause.actors and _BOTH.search(clause.before):
        return _the_other(clause, doer)
    return _still_together(clause, doer, before)


def _the_other(clause: Clause, doer: str) -> tuple[str, ...]:
    """둘이 앉아: the dreamer and whoever was spoken of last."""
    other = SELF if doer != SELF else clause.spoken_of or clause.text.spoken_before
    alone = other in ("", SOMEBODY) or other in words("animals")
    return () if alone else (other,)


def _still_together(clause: Clause, doer: str, before: Event | None) -> tuple[str, ...]:
    """엄마와 아빠가 앉아서 밥을 먹었다: who was with them is, until another is named."""
    if before is None or before.doer != doer or clause.actors or clause.self_char >= 0:
        return ()
    if clause.text.ends_between(before.start_char, clause.verb.start_char):
        return ()
    return tuple(name for name in before.partners if name in _beside_them(clause, before))


def _beside_them(clause: Clause, before: Event) -> set[str | None]:
    """Those whom a particle joins to the doer of `before`, and to the dreamer by 둘이."""
    said = SENTENCE_END.split(clause.text.between(0, before.start_char))[-1]
    if _BOTH.search(said) or _WITH_ME.search(said):
        return {*before.partners}
    own = range(before.start_char - len(said), before.start_char)
    near = (e for e in clause.text.segment.elements if e.start_char in own and e.kind == "actor")
    return {e.concept for e in near if clause.text.case_of(e) == "with"}


def handed_on(clause: Clause, concept: str, before: Event | None) -> tuple[str, ...]:
    """잉어를 잡아 주셨다: what was caught is what is given."""
    if concept != "give" or clause.things or before is None or before.target in ("", SELF):
        return ()
    start = before.element.start_char
    goes_on = not clause.text.ends_between(start, clause.verb.start_char)
    return (before.target,) if goes_on and before.concept in ("catch", "find", "money") else ()


def eaten_up(clause: Clause, concept: str, before: Event | None) -> tuple[str, ...]:
    """아이스크림을 나눠 먹었다: what was told of in the same breath is eaten."""
    if concept not in ("eat", "drink") or clause.things or before is None:
        return ()
    food = before.concept in ("give", "receive", "cook", "make", "pick", "money", "find", "feed")
    between = clause.text.between(before.start_char, clause.verb.start_char)
    return before.things if food and len(between) < _ONE_BREATH and "." not in between else ()


_ONE_BREATH = 8


def driven(clause: Clause, concept: str) -> tuple[str, ...]:
    """고속도로를 달렸다: in a car, where no other vehicle is told of."""
    roads = any(m.element.lemma in FAST_ROADS for m in clause.things)
    named = concepts_of(clause.things) & words("vehicles")
    return ("car",) if concept == "drive" and roads and not named else ()
