"""What those beside the main event do: nobody just stands there of whom the text tells more."""

from dataclasses import dataclass, replace

from mongyudo.backends.director.beats import Beat, is_part_of_ride
from mongyudo.backends.director.ledger import is_seen
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import SELF, Event
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.vignettes import vignettes
from mongyudo.ink.scene import Actor

Told = tuple[int, str]
"""Where the verb of an event stands in the dream, and its concept."""

_STEP = 0.12
"""How far of the frame's width somebody walks who comes."""

_AT_REST = frozenset(("stand", "watch"))


@dataclass(frozen=True, slots=True)
class Company:
    """Who may be in a picture: the figure of the dreamer with what they have on (None where they
    are not there), and what the ink can play."""

    beat: Beat
    dreamer: str
    worn: str | None
    known: Repertoire

    def deeds_of(self, actor: Actor) -> list[Event]:
        """What the text tells of whom `actor` shows, beside the main event, in its order."""
        story = self.beat.story
        return [
            e
            for e in story.events
            if e is not self.beat.event and not e.unreal and self._plays(actor, e.doer)
            and not is_part_of_ride(story, e)
            and e.concept not in words("changes")  # things change, not who looks on
            and (not e.host or _is_of_hands(e))  # 관에서 나왔다: seen at what it is told of
        ]  # fmt: skip

    def _plays(self, actor: Actor, doer: str) -> bool:
        is_self = actor.concept == self.dreamer and actor.clothes == self.worn
        if doer == SELF:
            return is_self
        played = self.known.actor(doer) if doer else None
        return played is not None and played[0] == actor.concept and not is_self

    @property
    def lead(self) -> str:
        """Who is busy with the main event; "" where nothing happens."""
        return self.beat.event.doer if self.beat.event else ""

    def is_busy(self, actor: Actor) -> bool:
        """Whether the main event is what `actor` does."""
        return self._plays(actor, self.lead)

    def is_engaged(self, actor: Actor) -> bool:
        """Whether `actor` has a part in the main event."""
        event = self.beat.event
        parts = (event.doer, event.target, *event.partners) if event else ()
        return actor.motion not in _AT_REST or any(self._plays(actor, who) for who in parts)


def _is_of_hands(event: Event) -> bool:
    """가방에 책을 넣었다: hands do it wherever they are, but not with somebody."""
    return event.concept in words("placed_in") and not event.target


def with_deeds(
    actors: tuple[Actor, ...], company: Company
) -> tuple[tuple[Actor, ...], tuple[Told, ...]]:
    """`actors`, those at rest doing what is told of them, and what is seen so."""
    told: list[Told] = []
    moved: list[Actor] = []
    for actor in actors:
        doing, seen = _doing(actor, company)
        moved.append(doing)
        told += seen
    return tuple(moved), tuple(told)


def _doing(actor: Actor, company: Company) -> tuple[Actor, list[Told]]:
    if not is_seen(actor.path):
        return actor, []
    events = company.deeds_of(actor)
    told = [(e.start_char, e.concept) for e in events if _is_so_already(e, actor)]
    if actor.turns or actor.motion != "stand" or actor.duet or company.is_busy(actor):
        return actor, told
    is_animal = actor.concept in company.known.creatures
    acts = [e for e in events if _is_done_in_place(e, company.known, is_animal=is_animal)]
    comes = [e for e in events if e.concept == "walk"]
    if comes and not acts and _keeps_its_place(actor):
        return _coming(actor), [*told, *((e.start_char, e.concept) for e in comes)]
    if not acts:
        return actor, told
    vignette = vignettes()[acts[0].concept]
    face = actor.expression if vignette.face == "plain" else company.known.face(vignette.face)
    doing = replace(actor, motion=vignette.lead[0], expression=face)
    return doing, [(e.start_char, e.concept) for e in acts if _motion(e) == doing.motion]


def _keeps_its_place(actor: Actor) -> bool:
    return max(k.x for k in actor.path) - min(k.x for k in actor.path) < _STEP / 2


def _coming(actor: Actor) -> Actor:
    """`actor` on the way to where they stand, from the nearer side of the frame."""
    place = actor.path[-1]
    side = 1 if place.x > 0.5 else -1
    path = (replace(place, at=0.0, x=place.x + side * _STEP), replace(place, at=1.0))
    return replace(actor, path=path, motion="walk", facing="left" if side > 0 else "right")


def _is_so_already(event: Event, actor: Actor) -> bool:
    """Whether `actor` does it, doing what they do anyhow: who watches stands, too."""
    motion = _motion(event)
    return motion == actor.motion or (motion in _AT_REST and actor.motion in _AT_REST)


def _motion(event: Event) -> str:
    return vignettes()[event.concept].lead[0] if vignettes()[event.concept].lead else ""


def _is_done_in_place(event: Event, known: Repertoire, *, is_animal: bool) -> bool:
    """Whether its doer can do it where they stand, with nobody's help."""
    vignette, motion = vignettes()[event.concept], _motion(event)
    lies = is_animal and motion in words("lie_down")  # it lies as it stands
    fits = (lies or motion in words("in_place")) and motion in known.motions
    return vignette.hero == "doer" and fits and (not is_animal or motion in words("animal_motions"))
