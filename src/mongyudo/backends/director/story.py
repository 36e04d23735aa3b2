"""What a segment tells, as the director needs it: who does what to whom, with what, and where."""

import re
from dataclasses import dataclass

from mongyudo.backends.director.grammar import Case
from mongyudo.backends.director.selves import speaks_of_self
from mongyudo.backends.director.vignettes import is_event
from mongyudo.ink.scene import Rgb
from mongyudo.records import Element, Keyword

SELF = "self"
"""Stands for the dreamer wherever a concept names who acts."""

SOMEBODY = "somebody"
"""Stands for a subject that the lexicon does not know."""

CEILING = "ceiling"
"""The host of what hangs overhead."""

GROUND = "ground"
"""The host of what comes out of the earth or the water, or is in it."""

BEYOND = re.compile(
    r"(창문?|유리창?|창틀) ?(너머|밖|바깥)(으로|로|에|엔|에는|으로는|은|이|을|를)? ?"
    r"((?!\S*(고|며|지만|는데|서) )\S+ ){0,3}$"
    r"|(창문?|유리창?|베란다) ?(너머|밖|바깥)?(으로|을|를|에서)? ?([^\s.!?]+ )?"
    r"(내다|바라|쳐다)?(보니|봤더니|보았더니|보면|봤는데|보았는데|열자|열었더니|여니|열었는데)까? "
    r"([^\s.!?]+ ){0,4}$"
)
"""창밖에는, 창밖을 보니까 ...: before what lies beyond a window."""

_BEFORE_A_WINDOW = re.compile(
    r"[이가은는을를도] ([^\s.!?]*[은는] )?"
    r"(차?창밖|창문? ?(밖|너머|바깥)|유리창? ?너머)(으로|에|에서)? "
    r"|[이가] (훤히 |다 |한눈에 )?(내다|내려다)?보이는 (큰 |커다란 |넓은 )?(창|유리창|방|집|거실)"
)
"""바다가 창밖으로 보였다, 바다가 보이는 창: behind what lies beyond a window."""


def lies_beyond(text: str, start_char: int, end_char: int) -> bool:
    """Whether what `text` names from `start_char` to `end_char` lies beyond a window."""
    before = BEYOND.search(text, 0, text.rfind(" ", 0, start_char) + 1)
    return bool(before or _BEFORE_A_WINDOW.match(text, end_char))


_FLIGHT = re.compile("run away|flee|escape|run off|flight")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, animal, thing or place of the text and its role.

    `keyed`: a keyword names it; `count`: of how many the text tells, THRONG for all beyond;
    `worn`: somebody has it on; `big`, `small`: it is larger or smaller than such things
    are; `tiny`: a hand would hold it; `huge`: no person is as
    large; `revealed`: something turns out to be it; `stead`: the concept in whose stead it is
    there (마이크가 대파여), and in whose place.
    """

    element: Element
    case: Case
    keyed: bool
    count: int = 1
    worn: bool = False
    big: bool = False
    small: bool = False
    revealed: bool = False
    tiny: bool = False
    huge: bool = False
    stead: str = ""

    @property
    def many(self) -> bool:
        """Whether the text tells of several."""
        return self.count > 1

    @property
    def concept(self) -> str:
        """What would be drawn."""
        return self.element.concept or ""

    @property
    def start_char(self) -> int:
        """Where it stands in the dream."""
        return self.element.start_char


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens.

    `doer` and `target` are concepts, SELF for the dreamer, SOMEBODY for one the lexicon does not
    know, "" when nobody is named; `hero_thing` is the thing to which it happens (the ship sinks,
    the bell rings). `unreal` is what is only meant, feared or wished (먹을 밥, 가려고). `told` are
    the verbs that a situation tells together: where each stands, and its concept. `lacks` is who or
    what is found to be missing, EVERYBODY where nobody is there. `mounted`: it is done on the
    back of the target. `host` is the thing out of which, into which or onto which it happens,
    `dye` the colour to which something turns. `brings` is who is handed over (아기를 건네주었다),
    `part` the part of the target's body on which something is put.
    """

    concept: str
    element: Element
    keyed: bool
    doer: str = ""
    target: str = ""
    partners: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    hero_thing: str = ""
    clause_start: int = 0
    unreal: bool = False
    told: tuple[tuple[int, str], ...] = ()
    lacks: str = ""
    mounted: bool = False
    host: str = ""
    dye: Rgb | None = None
    brings: str = ""
    part: str = ""

    @property
    def start_char(self) -> int:
        """Where its verb stands in the dream."""
        return self.element.start_char

    @property
    def passive(self) -> bool:
        """Whether the verb says what is done to its subject (쫓기다, 잡히다)."""
        verb = self.element
        return not self.told and verb.kind != "feeling" and verb.en.startswith("be ")

    @property
    def at_large(self) -> str:
        """Who does it where they live, "" for what comes out of something or is on it."""
        return "" if self.host else self.doer

    @property
    def flees(self) -> bool:
        """Whether its doer runs away (도망치다) rather than pursues (쫓다)."""
        return bool(_FLIGHT.match(self.element.en))


@dataclass(frozen=True, slots=True)
class Story:
    """A stretch of the dream, taken apart; everything in the order of the text, none negated.

    `late` are those whom the text calls dead (돌아가신 할머니), `clad` says who has what on, from
    beginning to end (교복을 입은 친구), and `dyed` in which colour; `dyes` are those of animals and
    things, by their concepts; `lacking` says who has no eyes, no mouth, no face, since where;
    `became` is what the dreamer has turned into (인어가 되었다), `several` of how many of what the
    whole of it tells; `past` is what happened before it, `met_before` what was named, `ahead` how
    that was told.
    """

    text: str
    start_char: int
    keywords: tuple[Keyword, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    late: frozenset[str] = frozenset()
    clad: tuple[tuple[str, str], ...] = ()
    dyed: tuple[tuple[str, Rgb], ...] = ()
    dyes: tuple[tuple[str, Rgb], ...] = ()
    lacking: tuple[tuple[str, str, int], ...] = ()
    became: str = ""
    several: tuple[tuple[str, int], ...] = ()
    past: tuple[Event, ...] = ()
    met_before: tuple[Mention, ...] = ()
    ahead: str = ""

    def of(self, *kinds: str) -> tuple[Mention, ...]:
        """The mentions of these kinds that have a concept and are no events."""
        return tuple(
            m
            for m in self.mentions
            if m.element.kind in kinds and m.concept and not is_event(m.element)
        )

    def met(self, event: Event | None) -> tuple[Mention, ...]:
        """Who and what may tell where one is: no crab that comes out of a bed."""
        away = event.doer if event and event.host else ""
        return tuple(m for m in self.of("actor", "prop") if m.concept != away)

    def number_of(self, concept: str) -> int:
        """Of how many it tells: here, else where they were told of."""
        here = [m.count for m in self.of("actor", "prop") if m.concept == concept]
        return max(here) if here else dict(self.several).get(concept, 1)

    @property
    def speaks_of_self(self) -> bool:
        """Whether the dreamer is named or acts."""
        acts = any(SELF in (e.doer, e.target) for e in self.events)
        return acts or speaks_of_self(self.text)

    def only_sees(self, place: Mention) -> bool:
        """창문 너머로 바다가 보였다: what lies beyond a window is not where one is."""
        start = place.start_char - self.start_char
        return lies_beyond(self.text, start, place.element.end_char - self.start_char)

    def between(self, start_char: int, end_char: int) -> "Story":
        """The part of the story that the text tells from `start_char` to before `end_char`."""

        def inside(start: int) -> bool:
            return start_char <= start < end_char

        first = max(0, start_char - self.start_char)
        turns = (e.start_char for e in self.events if e.concept == "transform" and e.doer == SELF)
        not_yet = any(start >= end_char for start in turns)
        return Story(
            text=self.text[first : end_char - self.start_char],
            start_char=start_char,
            keywords=tuple(k for k in self.keywords if inside(k.start_char)),
            mentions=tuple(m for m in self.mentions if inside(m.start_char)),
            events=tuple(e for e in self.events if inside(e.start_char)),
            late=self.late,
            clad=self.clad,
            dyed=self.dyed,
            dyes=self.dyes,
            lacking=tuple(each for each in self.lacking if each[2] < end_char),
            became="" if not_yet else self.became,
            several=self.several,
            past=(*self.past, *(e for e in self.events if e.start_char < start_char)),
            met_before=(*self.met_before, *(m for m in self.mentions if m.start_char < start_char)),
            ahead=self.ahead + self.text[:first],
        )
