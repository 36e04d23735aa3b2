"""Which of the ways to divide a shot into pictures shows most of what its text tells.

The first way follows what stands out. What it leaves out claims a picture of its own: before the
others, after them, or in the place of one of them; the ledger says what each way shows.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from mongyudo.backends.director.beats import (
    AWAKE,
    CLAUSE_ENDS,
    LEAST_TOLD,
    Beat,
    beats_of,
    is_a_place,
    most_beats,
    salience,
    stageable,
    vignette_for,
)
from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.ledger import Staged, account
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import SELF, Event, Story
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.vignettes import QUIET, vignettes
from mongyudo.records import Element, Kind, Segment, Shot

LEAST_GLANCE_S, _MOST_GLANCES = 1.2, 3
"""No picture is held for a shorter time, where one more shows what no other does; and so short a
time only where there are no more than these."""

_LEAST_GLIMPSED = 5
"""So few characters suffice for a place that no other picture shows (회의실인데); LEAST_TOLD for
what happens."""

_ROUNDS, _MOST_CLAIMS = 2, 5
"""So often something is changed, and so many words are tried each time."""

_WORTH: dict[Kind, float] = {
    "setting": 3.2, "actor": 2.1, "motion": 1.0, "prop": 0.4, "feeling": 0.2,
}  # fmt: skip
_WORTH_OF_OTHERS = 0.3
_WORTH_AWAKE = 0.3
"""What a word is worth that is shown, and what share of it remains after waking."""

_MUCH_MORE = 4.0
"""By so much more salience an event keeps its picture for itself."""

_PRICE_OF_PICTURE, _LEAST_GAIN = 0.6, 0.3
"""Each further picture makes all of them shorter; and nothing is changed for a trifle."""

Stage = Callable[[Sequence[Beat]], list[Staged]]
"""Makes pictures of beats."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A word that may have a picture of its own: an event that can be staged, somebody, a place."""

    element: Element
    event: Event | None = None

    @property
    def start_char(self) -> int:
        """Where it stands in the dream."""
        return self.element.start_char


@dataclass(frozen=True, slots=True)
class Way:
    """A way to divide a shot: its beats, what it is worth, and where the words stand it shows."""

    beats: tuple[Beat, ...]
    worth: float
    shown: frozenset[int]


def most_telling(
    story: Story, shot: Shot, known: Repertoire, *, sketch: Stage, stage: Stage
) -> list[Staged]:
    """The pictures of the way to divide `shot` that shows most.

    Ways are compared as a `sketch`; the best one is put on `stage`, unless it then shows less than
    the first one.
    """

    def way(beats: tuple[Beat, ...]) -> Way:
        return _way(beats, story, shot, sketch(beats), known)

    best = first = way(beats_of(story, shot.emotion, shot.duration_s, known))
    for _ in range(_ROUNDS):
        claims = [c for c in _claims(story, shot, known) if c.start_char not in best.shown]
        ways = [
            way(beats)
            for claim in claims[:_MOST_CLAIMS]
            for beats in _ways_to_show(claim, best.beats, story, shot, known)
        ]
        better = max(ways, key=lambda w: w.worth, default=best)
        if better.worth < best.worth + _LEAST_GAIN:
            break
        best = better
    staged = stage(best.beats)
    if best is first or _way(best.beats, story, shot, staged, known).worth >= best.worth:
        return staged
    plain = stage(first.beats)
    return max((staged, plain), key=lambda s: _way(first.beats, story, shot, s, known).worth)


def _way(
    beats: tuple[Beat, ...], story: Story, shot: Shot, staged: Sequence[Staged], known: Repertoire
) -> Way:
    """`beats` with what they show as `staged`: each person, thing and place counts once."""
    drawn, _ = account(shot.segment, staged, known)
    awake = AWAKE.search(shot.segment.text)
    waking = shot.segment.start_char + awake.end() if awake else shot.segment.end_char
    worth, seen, shown = -_PRICE_OF_PICTURE * len(staged), set[str | None](), set[int]()
    events = {event.start_char: event for event in story.events}
    for element in shot.segment.elements:
        if not any(
            d.start_char < element.end_char and element.start_char < d.end_char for d in drawn
        ):
            continue
        shown.add(element.start_char)
        if element.kind in ("setting", "actor", "prop") and element.concept in seen:
            continue
        seen.add(element.concept)
        happens = element.kind == "motion" or element.start_char in events
        own = _WORTH.get("motion" if happens else element.kind, _WORTH_OF_OTHERS)
        if happens:
            own *= _stress(shot.segment, element) * _turning(events.get(element.start_char))
        worth += own * (_WORTH_AWAKE if element.start_char >= waking else 1.0)
    return Way(beats, worth, frozenset(shown))


_TURN = re.compile(
    r"((갑자기|그런데|근데|순간|그때|하필|글쎄|별안간|결국|마침내) ?"
    r"|(더니|니까|보니|자마자|[은는운]데) )([^.!?…\n]{0,14})$"
)
_LAST_OF_SENTENCE = re.compile(r"[가-힣]{0,4}[.!?…\n]")
"""Behind these words something happens that the dream turns on, and at a sentence's end."""

_STRESSED, _FINAL = 1.5, 1.7
"""By so much more a verb counts for that."""


def _stress(segment: Segment, verb: Element) -> float:
    """More for what follows 갑자기 or 그런데, and for what a sentence ends with."""
    text = Text(segment)
    turned = _TURN.search(text.before(verb, 20)) is not None
    final = _LAST_OF_SENTENCE.match(text.behind(verb, 6)) is not None
    return (_STRESSED if turned else 1.0) * (_FINAL if final else 1.0)


def _turning(event: Event | None) -> float:
    """How much more an event counts on which dreams often turn: what stands out, what others and
    things do, what changes; less for what goes with any event, as to look or to wake."""
    if event is None:
        return 1.0
    weight = _TURNING[min(9, vignettes()[event.concept].weight)]
    weight *= 1.0 if event.doer == SELF else _OF_OTHERS
    weight *= _A_CHANGE if event.concept in words("dreams_turn_on") else 1.0
    weight *= _A_CHANGE if event.hero_thing in words("limbs") else 1.0
    speaks = event.concept == "talk" and event.doer in words("speechless")
    aside = event.concept in words("goes_with_anything") and not speaks
    return weight * (_A_WONDER if speaks else _AN_ASIDE if aside else 1.0)


_TURNING = (0.5, 0.4, 0.7, 1.0, 1.0, 1.1, 1.3, 1.4, 1.7, 2.5)
"""By the weight of the vignette, from how often such an event is what a dream is told for."""

_OF_OTHERS, _A_CHANGE, _AN_ASIDE, _A_WONDER = 1.25, 1.3, 0.5, 2.2


def _claims(story: Story, shot: Shot, known: Repertoire) -> list[Claim]:
    """Everything that may have a picture of its own: places, then those of whom something is told,
    then events as they stand out."""
    places = [m for m in story.of("setting") if is_a_place(m, story, known)]
    told = [m for m in story.of("actor") if m.case in ("subject", "too")]
    people = [m for m in told if known.plays(m.concept)]
    events = stageable(story, shot.emotion, known)
    return [*(Claim(m.element) for m in (*places, *people)), *(Claim(e.element, e) for e in events)]


def _ways_to_show(
    claim: Claim, beats: tuple[Beat, ...], story: Story, shot: Shot, known: Repertoire
) -> Iterator[tuple[Beat, ...]]:
    """`beats` with a picture of `claim` among them, in every way there is time for."""
    at = next((n for n, beat in enumerate(beats) if _holds(beat, claim)), None)
    if at is None:
        return
    if claim.event is not None and _may_stand_for(claim.event, beats[at].event, story, shot, known):
        yield (*beats[:at], _about(beats[at].story, claim.event), *beats[at + 1 :])
    for event in _deeds_of(claim, beats[at].story, shot, known):
        yield (*beats[:at], _about(beats[at].story, event), *beats[at + 1 :])
    parts = _parted(beats[at], claim, shot, known)
    if not parts:
        return
    glances = min(_MOST_GLANCES, int(shot.duration_s / LEAST_GLANCE_S + 1e-6))
    most = max(glances, most_beats(shot.duration_s))
    more = (*beats[:at], *parts, *beats[at + 1 :])
    if len(more) <= most:
        yield more
    new = next(n for n, beat in enumerate(more) if _holds(beat, claim))
    for n in range(len(more) - 1 if len(more) - 1 <= most else 0):
        if new not in (n, n + 1):
            one = _joined(more[n], more[n + 1], story, shot, known)
            yield (*more[:n], one, *more[n + 2 :])


def _deeds_of(claim: Claim, story: Story, shot: Shot, known: Repertoire) -> list[Event]:
    """What stands out most of what the one claimed does or suffers in `story`."""
    who = claim.element.concept
    if claim.event is not None or claim.element.kind != "actor":
        return []
    events = stageable(story, shot.emotion, known)
    return [e for e in events if who in (e.doer, e.target, *e.partners)][:1]


def _may_stand_for(
    event: Event, own: Event | None, story: Story, shot: Shot, known: Repertoire
) -> bool:
    """Whether a picture may be about `event` instead of its `own`, which would not stand out much
    more."""
    if own is None:
        return True
    least = salience(story, shot.emotion, own, known) - _MUCH_MORE
    return salience(story, shot.emotion, event, known) >= least


def _holds(beat: Beat, claim: Claim) -> bool:
    start = beat.story.start_char
    return start <= claim.start_char < start + len(beat.story.text)


def _about(story: Story, event: Event | None) -> Beat:
    if event is None:
        return Beat(story, None, QUIET)
    return Beat(story, event, vignette_for(story, event))


def _parted(beat: Beat, claim: Claim, shot: Shot, known: Repertoire) -> tuple[Beat, ...]:
    """`beat` cut between its own event and the `claim`; nothing where no clause ends there."""
    if beat.event is None:
        return _set_apart(beat, claim, shot, known)
    if beat.event == claim.event:
        return ()
    story, event = beat.story, claim.event
    own_first = beat.event.start_char < claim.start_char
    pair = (beat.event.element, claim.element)
    first, last = pair if own_first else pair[::-1]
    edges = _edges(story, first, last, clauses=event is None and not own_first)
    start, end = story.start_char, story.start_char + len(story.text)
    edge = next(iter(edges if event is None and not own_first else edges[::-1]), start)
    if min(edge - start, end - edge) < (LEAST_TOLD if claim.event else _LEAST_GLIMPSED):
        return ()
    before, after = story.between(start, edge), story.between(edge, end)
    if event is None:
        part = after if own_first else before
        told = _deeds_of(claim, part, shot, known) or stageable(part, shot.emotion, known)
        event = told[0] if told else None
    if own_first:
        return _about(before, beat.event), _about(after, event)
    return _about(before, event), _about(after, beat.event)


def _set_apart(beat: Beat, claim: Claim, shot: Shot, known: Repertoire) -> tuple[Beat, ...]:
    """`beat`, in which nothing is staged, cut at the clause before the `claim`."""
    story, start = beat.story, beat.story.start_char
    told = story.text[: claim.start_char - start]
    ends = [m.end() for m in CLAUSE_ENDS.finditer(told)]
    if not ends or min(ends[-1], len(story.text) - ends[-1]) < _LEAST_GLIMPSED:
        return ()
    edge = start + ends[-1]
    parts = (story.between(start, edge), story.between(edge, start + len(story.text)))
    real = [stageable(part, shot.emotion, known) for part in parts]
    return tuple(_about(p, next(iter(r), None)) for p, r in zip(parts, real, strict=True))


def _edges(story: Story, first: Element, last: Element, *, clauses: bool) -> list[int]:
    """Where the telling goes on from one to the other: at sentences, else at clauses; at any of the
    two where all `clauses` count."""
    least = first.end_char
    between = story.text[least - story.start_char : last.start_char - story.start_char]
    ends = [m.end() for m in re.finditer(r"[.!?…\n]+\s*", between)]
    if clauses or not ends:
        ends = [m.end() for m in CLAUSE_ENDS.finditer(between)]
    return [least + end for end in ends]


def _joined(one: Beat, other: Beat, story: Story, shot: Shot, known: Repertoire) -> Beat:
    """Two neighbours as one, about the stronger of their events."""
    start = one.story.start_char
    whole = story.between(start, other.story.start_char + len(other.story.text))
    events = [b.event for b in (one, other) if b.event is not None]
    if not events:
        return replace(one, story=whole)
    return _about(whole, max(events, key=lambda e: salience(story, shot.emotion, e, known)))
