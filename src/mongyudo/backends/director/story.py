"""What a segment tells, as the director needs it: who does what to whom, with what, and where.

Korean marks roles by particles behind the noun and puts the verb last, so the particles in the
text beside each element of the reading are enough to tell the doer from the one it is done to.
"""

import re
from dataclasses import dataclass
from typing import Literal

from mongyudo.backends.director.vignettes import is_vignette
from mongyudo.records import Element, Keyword, Segment

Case = Literal["subject", "object", "source", "with", "owner", "goal", "at", "bare"]

_PARTICLES: tuple[tuple[Case, re.Pattern[str]], ...] = (
    ("subject", re.compile(r"(들|님)?(께서|이|가|은|는|도|만|이랑은)(?![가-힣])")),
    ("object", re.compile(r"(들|님)?(을|를)")),
    ("source", re.compile(r"(들|님)?(에게서|한테서|에게|한테|께|더러|보고)")),
    ("with", re.compile(r"(들|님)?(이랑|랑|하고|와|과)")),
    ("owner", re.compile(r"(들|님)?의")),
    ("at", re.compile(r"(들)?(에서|에)")),
    ("goal", re.compile(r"(들)?(으로|로)")),
)
_LOOSE_SUBJECT = re.compile(r"(들|님)?(이|가|은|는)")
_ADNOMINAL = re.compile(r"(는|던|은|을|ㄴ)?\s*")
_SELF = re.compile(r"(?<![가-힣])(나|내|저|제|난|날|내가|나는|나를|제가|저는|우리)(?![가-힣]{3})")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, animal, thing or place of the text, its role and whether a keyword names it."""

    element: Element
    case: Case
    keyed: bool

    @property
    def concept(self) -> str:
        """What would be drawn."""
        return self.element.concept or ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens. `agent` and `patient` are concepts; None is the dreamer."""

    concept: str
    element: Element
    keyed: bool
    agent: str | None = None
    patient: str | None = None
    partners: tuple[str, ...] = ()
    things: tuple[str, ...] = ()

    @property
    def start_char(self) -> int:
        """Where its verb stands in the dream."""
        return self.element.start_char


@dataclass(frozen=True, slots=True)
class Story:
    """A stretch of the dream, taken apart; everything in the order of the text, none negated."""

    text: str
    start_char: int
    keywords: tuple[Keyword, ...]
    people: tuple[Mention, ...]
    things: tuple[Mention, ...]
    places: tuple[Mention, ...]
    events: tuple[Event, ...]
    weathers: tuple[Mention, ...]
    times: tuple[Mention, ...]
    lights: tuple[Mention, ...]
    feelings: tuple[Mention, ...]

    @property
    def speaks_of_self(self) -> bool:
        """Whether the dreamer is named (나, 내, 제, 우리)."""
        return bool(_SELF.search(self.text))


def tell(segment: Segment) -> Story:
    """Take `segment` apart."""
    mentions = tuple(
        Mention(e, case_of(segment, e), _is_keyed(segment, e))
        for e in segment.elements
        if not e.negated
    )
    events = tuple(
        _event(segment, mentions, i) for i, m in enumerate(mentions) if _is_event(m.element)
    )
    return story_of(segment.text, segment.start_char, segment.keywords, mentions, events)


def story_of(
    text: str,
    start_char: int,
    keywords: tuple[Keyword, ...],
    mentions: tuple[Mention, ...],
    events: tuple[Event, ...],
) -> Story:
    """Sort `mentions` by kind."""

    def of(*kinds: str) -> tuple[Mention, ...]:
        return tuple(
            m
            for m in mentions
            if m.element.kind in kinds and m.concept and not _is_event(m.element)
        )

    return Story(
        text=text, start_char=start_char, keywords=keywords,
        people=of("actor"), things=of("prop", "state"), places=of("setting"), events=events,
        weathers=of("weather"), times=of("time"), lights=of("light"),
        feelings=tuple(m for m in mentions if m.element.kind == "feeling"),
    )  # fmt: skip


def case_of(segment: Segment, element: Element) -> Case:
    """The role that the particle behind `element` gives it; bare when there is none."""
    behind = segment.text[element.end_char - segment.start_char :][:6]
    for case, pattern in _PARTICLES:
        if pattern.match(behind):
            return case
    return "subject" if _LOOSE_SUBJECT.match(behind) else "bare"


def _is_event(element: Element) -> bool:
    return element.kind in ("motion", "state", "feeling", "prop", "actor") and is_vignette(
        element.concept, element.kind
    )


def _is_keyed(segment: Segment, element: Element) -> bool:
    return any(
        k.start_char <= element.start_char and element.end_char <= k.end_char
        for k in segment.keywords
    )


def _event(segment: Segment, mentions: tuple[Mention, ...], index: int) -> Event:
    mention = mentions[index]
    clause = _clause(segment, mentions, index)
    actors = [m for m in clause if m.element.kind == "actor" and m.concept]
    passive = mention.element.en.startswith("be ")
    subject = _first(actors, "subject")
    source = _first(actors, "source")
    target = _first(actors, "object")
    if passive:
        agent, patient = source or _first(actors, "bare"), subject
        if agent is None and patient is not None:
            agent, patient = subject, None
    else:
        agent, patient = subject, target or source
    taken = {agent, patient}
    return Event(
        concept=mention.concept,
        element=mention.element,
        keyed=mention.keyed,
        agent=agent,
        patient=patient,
        partners=tuple(dict.fromkeys(m.concept for m in actors if m.concept not in taken)),
        things=tuple(dict.fromkeys(m.concept for m in clause if m.element.kind == "prop")),
    )


def _clause(segment: Segment, mentions: tuple[Mention, ...], index: int) -> list[Mention]:
    first = index
    while first > 0 and not _is_event(mentions[first - 1].element):
        first -= 1
    clause = [m for m in mentions[first:index] if m.element.kind in ("actor", "prop")]
    return clause + _modified(segment, mentions, index)


def _modified(segment: Segment, mentions: tuple[Mention, ...], index: int) -> list[Mention]:
    """The noun that the verb describes, as in 쫓아오는 호랑이: it is the doer, too."""
    if index + 1 >= len(mentions):
        return []
    verb, noun = mentions[index].element, mentions[index + 1]
    first, last = verb.end_char - segment.start_char, noun.element.start_char - segment.start_char
    gap = segment.text[first:last]
    if noun.element.kind == "actor" and _ADNOMINAL.fullmatch(gap):
        return [Mention(noun.element, "subject", noun.keyed)]
    return []


def _first(actors: list[Mention], case: Case) -> str | None:
    return next((m.concept for m in actors if m.case == case), None)
