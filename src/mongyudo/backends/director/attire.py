"""What somebody is said to have on, also without a verb: 정장 차림으로, 러닝셔츠 바람으로."""

import re
from collections.abc import Iterable, Iterator

from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.story import SELF, Event, Mention
from mongyudo.backends.director.tables import words

_ATTIRE = re.compile(" ?(차림|바람(으로|에|인))")


def attired(
    text: Text, mentions: Iterable[Mention], events: Iterable[Event]
) -> Iterator[tuple[str, str]]:
    """Who has what on: of `mentions` the last subject before it in its sentence, else the dreamer;
    and by `events`."""
    who, end = SELF, 0
    for mention in mentions:
        if text.ends_between(end, mention.start_char):
            who = SELF
        end = mention.start_char
        if mention.element.kind == "actor" and mention.case in ("subject", "too", "bare"):
            who = mention.concept
        worn = mention.concept in words("garments")
        if worn and _ATTIRE.match(text.behind(mention.element, 8)):
            yield who, mention.concept
    yield from ((e.doer, thing) for e in events if _has_on(e) for thing in e.things)


def _has_on(event: Event) -> bool:
    """교복을 입고 서 있었다: all along; who changes (갈아입다) or is dressed (입히다) has not."""
    dressed = event.concept == "dress" and event.doer not in ("", SELF) and not event.unreal
    return event.concept == "wear" or (dressed and event.element.lemma in ("입다", "차려입다"))
