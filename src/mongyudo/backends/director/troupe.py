"""What casting knows beside the story."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from mongyudo.backends.director.dreamer import Person
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import SELF, SOMEBODY, Event
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.vignettes import Vignette


@dataclass(frozen=True, slots=True)
class Troupe:
    """What casting needs to know beside the story; `carried` is whom the dreamer has in the arms
    since an earlier picture."""

    dreamer: Person
    emotion: str
    vignette: Vignette
    event: Event | None
    known: Repertoire
    setting: str = ""
    also: str = ""
    carried: str = ""

    @property
    def floor(self) -> bool:
        """Whether there is something to stand on."""
        return self.setting not in words("floorless")


def with_partner(troupe: Troupe, people: Collection[str]) -> Troupe:
    """`troupe` with somebody unknown beside the dreamer in what takes two, where nobody else is
    told of: 결혼을 했다."""
    event = troupe.event
    if event is None or event.concept not in words("takes_two") or set(people) - {SELF}:
        return troupe
    if {event.doer, event.target, *event.partners} - {"", SELF, SOMEBODY} or event.hero_thing:
        return troupe
    other = "man" if troupe.dreamer.concept == "woman" else "woman"
    partner = other if event.concept in ("wedding", "kiss") else "stranger"
    if not troupe.known.plays(partner):
        return troupe
    return replace(troupe, event=_beside(event, partner))


def _beside(event: Event, partner: str) -> Event:
    if event.concept != "part":
        return replace(event, partners=(partner,))
    suffers = event.target == SELF  # 모두가 나를 무시했다
    return replace(event, doer=partner) if suffers else replace(event, target=partner)


def is_creature(concept: str, troupe: Troupe) -> bool:
    played = troupe.known.actor(concept)
    return bool(played and played[0] in troupe.known.creatures)
