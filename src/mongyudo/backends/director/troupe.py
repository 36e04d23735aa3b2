"""What casting knows beside the story."""

from dataclasses import dataclass

from mongyudo.backends.director.dreamer import Person
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import Event
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.vignettes import Vignette


@dataclass(frozen=True, slots=True)
class Troupe:
    """What casting needs to know beside the story."""

    dreamer: Person
    emotion: str
    vignette: Vignette
    event: Event | None
    known: Repertoire
    setting: str = ""
    also: str = ""

    @property
    def floor(self) -> bool:
        """Whether there is something to stand on."""
        return self.setting not in words("floorless")


def is_creature(concept: str, troupe: Troupe) -> bool:
    played = troupe.known.actor(concept)
    return bool(played and played[0] in troupe.known.creatures)
