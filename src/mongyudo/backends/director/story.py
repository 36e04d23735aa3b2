"""What a segment tells, as the director needs it: who does what to whom, with what, and where.

Korean marks roles by particles behind the noun and puts the verb last, so the particles in the
text beside each element of the reading are enough to tell the doer from the one it is done to.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from mongyudo.backends.director.tables import within, words
from mongyudo.backends.director.vignettes import is_event
from mongyudo.records import Element, Keyword, Kind, Segment

Case = Literal["subject", "too", "object", "source", "with", "owner", "goal", "at", "bare"]

SELF = "self"
"""Stands for the dreamer wherever a concept names who acts."""

SOMEBODY = "somebody"
"""Stands for a subject that the lexicon does not know."""

_PARTICLES: tuple[tuple[Case, re.Pattern[str]], ...] = (
    ("owner", re.compile(r"(들|님)?의(?![가-힣])|네\s")),
    ("source", re.compile(r"(들|님)?(에게서?|한테서?|께(?!서)|더러|보고)")),
    ("object", re.compile(r"(들|님)?(을|를)")),
    ("with", re.compile(r"(들|님)?(이랑|랑|하고|와|과)(?![가-힣])")),
    ("at", re.compile(r"(들)?(에서|에)")),
    ("goal", re.compile(r"(들)?(으로|로)")),
    ("subject", re.compile(r"(들|님)?(께서|이|가|은|는)")),
    ("too", re.compile(r"(들|님)?(까지도?|마저도?|조차도?|도|만)")),
)
_COUNTER = re.compile(
    r"\s*(한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇|여러|수십|수백|\d+)\s*"
    r"(마리|쌍|무리|떼|명|사람|개|분|대|송이|그루|채|장|병|권|켤레|자루|통)"
)
_ADNOMINAL = re.compile(r"(는|던|은|을|신|셨던|으신|ㄴ)?\s*(우리\s*)?")
_SELF_SUBJECT = re.compile(
    r"(?<![가-힣])(나는|난|내가|나도|저는|전|제가|저도|나만|우리는|우리가)(?![가-힣])"
)
_SELF_TARGET = re.compile(
    r"(?<![가-힣])(나를|날|저를|나한테|내게|나에게|제게|저한테|저에게|내 앞|제 앞|내 쪽|우리를"
    r"|우리한테)"
)
_SELF = re.compile(
    r"(?<![가-힣])(나|난|날|내|내가|나는|나를|나도|나한테|제가|저는|제|우리)(?![가-힣])"
)
_FLIGHT = re.compile("run away|flee|escape|run off|flight")
_UNREAL = re.compile(r"^\S{1,4}?(려고|려는|려다|러 |고 ?싶|야 ?(하|했|할|겠|지))")
_NAMED_SUBJECT = re.compile(r"(?<![가-힣])([가-힣]+?)(이가|가|께서)(?=\s)")
_NO_NAME = re.compile(
    "다$|^(내|제|네|우리|뭔|누군|어딘|언젠|어느|몸|마음|머리|다리|배|키|소리|목소리|차례|때|비|해|화|피|여기|거기|저기)$"
    "|는$|인$|은$"
)
_NAME = re.compile(
    r" ([가-힣]{2,4}?)(?=이가|이는|이와|이랑|가 |는 |은 |와 |과 |랑|를 |을 |한테|에게|께서|도 )"
)
_SIMILE = re.compile(r"(들)?(처럼|마냥|만큼|만 ?한|같이(?![가-힣])| ?같(았|다|고|아))")
_DYING_TO = re.compile(r"(을 ?것|을 ?만큼|을 ?지경|어도|겠|도록|을 ?맛)")
_LAMP = re.compile(r"(이|을|도|만)? ?(켜|꺼|끄|들어왔|깜빡)")
_AS_SELF = re.compile(r"(?<![가-힣])(내가|제가|나는|저는)( 다시| 갑자기| 어느새)? ?$")
_BECOMES = re.compile(r"(이|가|으로|로) (되|돼|변|바뀌)|(이?었다|였다|였는|였고|임|더라)")
_MANY_BEHIND = re.compile(
    r"(들|떼|무리| ?떼| 무리| (두|세|네|다섯|여섯|몇|여러|수십|수백|수천|[2-9]|\d\d+) ?(마리|쌍)"
    r"|[이가] (가득|우글|득실|많))"
)
_MANY_BEFORE = re.compile(r"(여러|수십|수백|많은|온갖|우글거리는) ?(마리의? ?)?$")
_RIEUL = 8
"""The place of ㄹ among the final consonants: 드릴, 먹을 end in it."""
_SENTENCE_END = re.compile(r"[.!?…\n]")


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

    @property
    def start_char(self) -> int:
        """Where it stands in the dream."""
        return self.element.start_char

    def is_many(self, text: str, text_start: int) -> bool:
        """Whether the words beside it in `text`, which begins at `text_start`, tell of several."""
        behind = text[max(0, self.element.end_char - text_start) :][:9]
        before = text[: max(0, self.start_char - text_start)][-7:]
        return bool(_MANY_BEHIND.match(behind) or _MANY_BEFORE.search(before))


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens.

    `doer` and `target` are concepts, SELF for the dreamer, SOMEBODY for one the lexicon does not
    know, "" when nobody is named; `hero_thing`
    is the thing to which it happens (the ship sinks, the bell rings). `unreal` is what is only
    meant, feared or wished (먹을 밥, 가려고, 가고 싶다).
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

    @property
    def start_char(self) -> int:
        """Where its verb stands in the dream."""
        return self.element.start_char

    @property
    def passive(self) -> bool:
        """Whether the verb says what is done to its subject (쫓기다, 잡히다)."""
        return self.element.en.startswith("be ")

    @property
    def flees(self) -> bool:
        """Whether its doer runs away (도망치다) rather than pursues (쫓다)."""
        return bool(_FLIGHT.match(self.element.en))


@dataclass(frozen=True, slots=True)
class Story:
    """A stretch of the dream, taken apart; everything in the order of the text, none negated.

    `late` are those whom the text calls dead (돌아가신 할머니).
    """

    text: str
    start_char: int
    keywords: tuple[Keyword, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    late: frozenset[str] = frozenset()

    def of(self, *kinds: str) -> tuple[Mention, ...]:
        """The mentions of these kinds that have a concept and are no events."""
        return tuple(
            m
            for m in self.mentions
            if m.element.kind in kinds and m.concept and not is_event(m.element)
        )

    @property
    def speaks_of_self(self) -> bool:
        """Whether the dreamer is named (나, 내, 제, 우리) or acts."""
        acts = any(SELF in (e.doer, e.target) for e in self.events)
        return acts or bool(_SELF.search(self.text))

    def between(self, start_char: int, end_char: int) -> "Story":
        """The part of the story that the text tells from `start_char` to before `end_char`."""

        def inside(start: int) -> bool:
            return start_char <= start < end_char

        first = max(0, start_char - self.start_char)
        return Story(
            text=self.text[first : end_char - self.start_char],
            start_char=start_char,
            keywords=tuple(k for k in self.keywords if inside(k.start_char)),
            mentions=tuple(m for m in self.mentions if inside(m.start_char)),
            events=tuple(e for e in self.events if inside(e.start_char)),
            late=self.late,
        )


def tell(segment: Segment) -> Story:
    """Take `segment` apart."""
    mentions = tuple(
        Mention(part, "object" if part is not e else case_of(segment, e), _is_keyed(segment, e))
        for e in segment.elements
        if not e.negated and not is_simile(segment, e)
        for part in unfolded(e)
    )
    mentions = _joined(segment, mentions)
    events: list[Event] = []
    late: set[str] = set()
    for index, mention in enumerate(mentions):
        turned = _becomes(segment, mention)
        if turned:
            events.append(turned)
        if is_event(mention.element):
            if _is_said_so(segment, mention):
                continue
            departed = _described(segment, mentions, index) if mention.concept == "die" else []
            if departed:
                late |= {m.concept for m in departed}
                continue
            event = _event(segment, mentions, index)
            events.append(_with_doer(segment, event, events[-1] if events else None))
    return Story(
        segment.text, segment.start_char, segment.keywords, mentions, tuple(events), frozenset(late)
    )


def unfolded(element: Element) -> tuple[Element, ...]:
    """`element`, with the thing that its verb holds within put before it (자전거 타다)."""
    event, thing = within().get(element.lemma.replace(" ", ""), ("", ""))
    if element.kind not in ("motion", "state"):
        return (element,)
    verb = replace(element, concept=None if event == "none" else event or element.concept)
    if not thing:
        return (verb,)
    kind: Kind = "actor" if thing in words("within_actors") else "prop"
    return replace(element, kind=kind, concept=thing, en=thing), verb


def case_of(segment: Segment, element: Element) -> Case:
    """The role that the particle behind `element` gives it; bare when there is none."""
    behind = segment.text[element.end_char - segment.start_char :][:16]
    counted = _COUNTER.match(behind)
    behind = behind[counted.end() :] if counted else behind
    return next((case for case, pattern in _PARTICLES if pattern.match(behind)), "bare")


def _is_said_so(segment: Segment, mention: Mention) -> bool:
    """죽겠다 is no death, and 불이 켜졌다 no fire."""
    behind = _behind(segment, mention)
    if mention.concept == "die":
        return bool(_DYING_TO.match(behind))
    return mention.concept == "burn" and bool(_LAMP.match(behind))


def _behind(segment: Segment, mention: Mention) -> str:
    return segment.text[mention.element.end_char - segment.start_char :][:5]


def _becomes(segment: Segment, mention: Mention) -> Event | None:
    """내가 고양이가 되었다: the dreamer turns into it."""
    if mention.element.kind != "actor" or not mention.concept:
        return None
    before = _slice(segment, segment.start_char, mention.start_char)[-12:]
    if not _AS_SELF.search(before) or not _BECOMES.match(_behind(segment, mention)):
        return None
    verb = replace(mention.element, kind="motion", concept="transform")
    return Event("transform", verb, mention.keyed, SELF, mention.concept)


def _joined(segment: Segment, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """아들 녀석이: one person, named twice."""
    kept: list[Mention] = []
    for mention in mentions:
        before = kept[-1] if kept else None
        if (
            before is not None
            and mention.concept == "stranger"
            and before.element.kind == "actor"
            and before.case == "bare"
            and not _slice(segment, before.element.end_char, mention.start_char).strip()
        ):
            kept[-1] = replace(before, case=mention.case)
        else:
            kept.append(mention)
    return tuple(kept)


def is_simile(segment: Segment, element: Element) -> bool:
    """비처럼: nothing rains."""
    behind = segment.text[element.end_char - segment.start_char :][:4]
    return element.kind != "motion" and bool(_SIMILE.match(behind))


def _is_keyed(segment: Segment, element: Element) -> bool:
    return any(
        k.start_char <= element.start_char and element.end_char <= k.end_char
        for k in segment.keywords
    )


def _event(segment: Segment, mentions: tuple[Mention, ...], index: int) -> Event:
    mention = mentions[index]
    clause, clause_start = _clause(segment, mentions, index)
    actors = [m for m in clause if m.element.kind == "actor" and m.concept]
    things = [m for m in clause if m.element.kind not in ("actor", "motion") and m.concept]
    selves = [m.start() for m in _SELF_SUBJECT.finditer(_slice(segment, 0, mention.start_char))]
    self_char = segment.start_char + selves[-1] if selves else -1
    self_char = self_char if self_char >= clause_start else -1
    aimed = bool(_SELF_TARGET.search(_slice(segment, clause_start, mention.start_char)))
    concept = _concept_with(things, mention)
    event = Event(
        concept=concept,
        element=mention.element,
        keyed=mention.keyed,
        things=_unique(m.concept for m in things if m.element.kind == "prop"),
        hero_thing=_hero_thing(mention.concept, things, actors, self_char),
        clause_start=clause_start,
        unreal=is_unreal(_slice(segment, mention.start_char, mention.element.end_char + 8)),
    )
    if _is_own_body(things, actors):
        self_char = max(self_char, mention.start_char)
    stranger = _unknown_subject(segment, mentions, index, clause_start)
    doer, target = _roles(mention.concept, actors, self_char, aimed=aimed, passive=event.passive)
    if concept == "transform":
        target = _first(actors, "goal") or target
    others = _unique(
        m.concept for m in actors if m.concept not in (doer, target) and m.case != "owner"
    )
    if stranger and not doer and not event.hero_thing and self_char < 0:
        doer = stranger
    return replace(event, doer=doer, target=target, partners=others)


def _concept_with(things: list[Mention], mention: Mention) -> str:
    """이가 빠지다 is no sinking, 돈이 쏟아지다 no flood, 월급을 타다 no fire."""
    names = {thing.concept for thing in things}
    if mention.concept in ("sink", "fall", "lose") and "tooth" in names:
        return "teeth_fall"
    if mention.concept == "flood" and names & words("rains"):
        return "fall"
    if mention.concept == "burn" and names & words("earned"):
        return "receive"
    return mention.concept


def _unknown_subject(
    segment: Segment, mentions: tuple[Mention, ...], index: int, clause_start: int
) -> str:
    """A subject marked by 가 or 께서 that is no element: who it is by name, else SOMEBODY."""
    here = [m for m in mentions if clause_start <= m.start_char < mentions[index].start_char]
    plain = [m for m in here if m.case == "subject" and m.element.kind in ("prop", "actor")]
    if plain and not plain[-1].concept:
        return SOMEBODY
    clause = _slice(segment, clause_start, mentions[index].start_char)
    known = {m.element.end_char for m in mentions}
    names = _names(segment, mentions)
    for found in reversed(list(_NAMED_SUBJECT.finditer(clause))):
        name, end_char = found.group(1), clause_start + found.end(1)
        if name in names:
            return names[name]
        if end_char not in known and not _NO_NAME.search(name):
            return SOMEBODY
    return ""


def _names(segment: Segment, mentions: tuple[Mention, ...]) -> dict[str, str]:
    """Names that stand behind what somebody is: 연예인 아이유, 친구 민수."""
    names = {}
    for mention in mentions:
        behind = _slice(segment, mention.element.end_char, mention.element.end_char + 8)
        name = _NAME.match(behind)
        if mention.element.kind == "actor" and name:
            names[name.group(1)] = mention.concept
    return names


def is_unreal(words_from_verb: str) -> bool:
    """Whether the text that begins with a verb speaks of something not happening (yet)."""
    if _UNREAL.search(words_from_verb):
        return True
    for char, after in zip(words_from_verb[:5], words_from_verb[1:6] + " ", strict=False):
        if _ends_in_rieul(char) and after in " 까뻔게지걸":
            return True
        if char == " ":
            return False
    return False


def _ends_in_rieul(char: str) -> bool:
    return "가" <= char <= "힣" and (ord(char) - ord("가")) % 28 == _RIEUL


def _hero_thing(concept: str, things: list[Mention], actors: list[Mention], self_char: int) -> str:
    """The thing that is the subject, when nobody alive is."""
    last = _last_subject(things, actors)
    if last is None and concept in words("impersonal") | words("thing_deeds") and self_char < 0:
        last = max((m for m in things if m.case == "bare"), key=_start, default=None)
    if last is None or last.start_char < self_char or last not in things:
        return ""
    return "" if last.concept in words("body") else last.concept


def _last_subject(things: list[Mention], actors: list[Mention]) -> Mention | None:
    subjects = [m for m in (*things, *actors) if m.case == "subject"]
    return max(subjects, key=_start, default=None)


def _is_own_body(things: list[Mention], actors: list[Mention]) -> bool:
    """몸이 굳다: what the body does, the dreamer does."""
    last = _last_subject(things, actors)
    return last is not None and last.element.kind == "prop" and last.concept in words("body")


def _start(mention: Mention) -> int:
    return mention.start_char


def _roles(
    concept: str, actors: list[Mention], self_char: int, *, aimed: bool, passive: bool
) -> tuple[str, str]:
    """Who does it and to whom, as far as this clause says; the subject nearest the verb counts."""
    subjects = [m for m in actors if m.case == "subject"]
    if concept not in words("on_things"):
        subjects = subjects or [m for m in actors if m.case == "too"]
    subject = subjects[-1].concept if subjects else ""
    if self_char >= 0 and (not subjects or subjects[-1].start_char < self_char):
        subject = SELF
    target = SELF if aimed else _first(actors, "object", "source")
    if not passive:
        return subject, target
    source = _first(actors, "source", "object", "with") or _first(actors, "bare")
    if subject and subject != SELF and not source:
        return "", subject
    return source, subject or SELF


def _with_doer(segment: Segment, event: Event, before: Event | None) -> Event:
    """Korean leaves out a subject that goes on within the sentence; else it is the dreamer."""
    if event.doer or event.passive or event.hero_thing:
        return event
    goes_on = before is not None and not _SENTENCE_END.search(
        _slice(segment, before.start_char, event.start_char)
    )
    if goes_on and before is not None and not before.passive and before.doer != event.target:
        return replace(event, doer=before.doer)
    nobody = event.target == SELF or event.concept in words("impersonal")
    return replace(event, doer="" if nobody else SELF)


def _clause(
    segment: Segment, mentions: tuple[Mention, ...], index: int
) -> tuple[list[Mention], int]:
    """The people and things before the verb, back to the verb before, and where that begins."""
    first = index
    while first > 0 and not _ends_clause(segment, mentions[first - 1], mentions[first]):
        first -= 1
    clause = [m for m in mentions[first:index] if not is_event(m.element)]
    start = segment.start_char
    if first > 0:
        start = mentions[first - 1].element.end_char
        stop = _SENTENCE_END.search(_slice(segment, start, mentions[index].start_char))
        start += stop.end() if stop else 0
    return clause + _described(segment, mentions, index), start


def _ends_clause(segment: Segment, before: Mention, after: Mention) -> bool:
    if is_event(before.element) and before.element.kind != "prop":
        return True
    between = _slice(segment, before.element.end_char, after.start_char)
    return bool(_SENTENCE_END.search(between))


def _described(segment: Segment, mentions: tuple[Mention, ...], index: int) -> list[Mention]:
    """The noun that the verb describes, as in 쫓아오는 호랑이: it is the doer, too."""
    if index + 1 >= len(mentions):
        return []
    noun = mentions[index + 1]
    gap = _slice(segment, mentions[index].element.end_char, noun.start_char)
    if noun.element.kind == "actor" and noun.concept and _ADNOMINAL.fullmatch(gap):
        return [replace(noun, case="subject")]
    return []


def _slice(segment: Segment, start_char: int, end_char: int) -> str:
    first = max(0, start_char - segment.start_char)
    return segment.text[first : end_char - segment.start_char]


def _first(actors: list[Mention], *cases: Case) -> str:
    return next((m.concept for m in actors if m.case in cases), "")


def _unique(concepts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(concepts))
