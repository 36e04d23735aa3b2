"""What the ink can draw at this moment: the names of its settings, effects, figures and things."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from mongyudo.backends.director.measure import Build, build_of
from mongyudo.backends.director.tables import effect_sights, sights, signs, stand_ins, words
from mongyudo.backends.director.vignettes import vignettes
from mongyudo.ink.scene import Effect, Facing

if TYPE_CHECKING:
    from mongyudo.ink.extents import Extent


def _drawn_extent(concept: str, motion: str, clothes: str, facing: Facing) -> "Extent":
    from mongyudo.ink.extents import extent_of

    return extent_of(concept, motion, clothes, facing)


@dataclass(frozen=True, slots=True)
class Repertoire:
    """The ink's vocabulary. Figures are people, creatures animals; both may act.

    `build` gives the real size and the proportions of an actor or a thing; `extent` the box that
    it fills as it is drawn, from its concept, motion, clothes and facing. `duets` are deeds that
    two do together; they are done by `singles`, figures of one person.
    """

    settings: frozenset[str]
    effects: frozenset[str]
    weathers: frozenset[str]
    figures: frozenset[str]
    creatures: frozenset[str]
    props: frozenset[str]
    motions: frozenset[str]
    expressions: frozenset[str]
    build: Callable[[str], Build]
    extent: Callable[[str, str, str, Facing], "Extent"] = _drawn_extent
    duets: frozenset[str] = frozenset()
    singles: frozenset[str] = frozenset()

    @property
    def actors(self) -> frozenset[str]:
        """Everybody and every animal that can act."""
        return self.figures | self.creatures

    def motion(self, wishes: Iterable[str]) -> str:
        """The first motion of `wishes` that exists, else standing."""
        return next((wish for wish in wishes if wish in self.motions), "stand")

    def face(self, wish: str) -> str:
        """`wish` where there is such a face, else the plain one."""
        return wish if wish in self.expressions else "plain"

    def actor(self, concept: str) -> tuple[str, str] | None:
        """Who plays `concept`, and in which clothes ("" for their own)."""
        for wish in (concept, *stand_ins().get(concept, ())):
            name, _, clothes = wish.partition(":")
            if name in self.figures or name in self.creatures:
                return name, clothes
        return None

    def plays(self, concept: str) -> bool:
        """Whether somebody can play `concept`."""
        return self.actor(concept) is not None

    def thing(self, concept: str) -> str | None:
        """The thing that shows `concept`."""
        wishes = (concept, *stand_ins().get(concept, ()))
        return next((wish for wish in wishes if wish in self.props), None)

    def setting(self, concept: str) -> str | None:
        """The setting that shows `concept`."""
        wishes = (concept, *stand_ins().get(concept, ()))
        return next((wish for wish in wishes if wish in self.settings), None)


@cache
def repertoire() -> Repertoire:
    """The vocabulary of the installed ink; imports Skia."""
    from mongyudo import ink
    from mongyudo.ink import cast
    from mongyudo.ink.duets import DUETS
    from mongyudo.ink.figures_kinds import KINDS

    return Repertoire(
        settings=frozenset(ink.SETTINGS),
        effects=frozenset(getattr(ink, "EFFECTS", ())),
        weathers=frozenset(getattr(ink, "WEATHERS", ())),
        figures=frozenset(cast.FIGURES),
        creatures=frozenset(cast.CREATURES),
        props=frozenset(cast.PROPS),
        motions=frozenset(cast.MOTIONS),
        expressions=frozenset(cast.EXPRESSIONS),
        build=build_of,
        duets=frozenset(DUETS),
        singles=frozenset(KINDS),
    )


def undrawable(concepts: Iterable[str]) -> set[str]:
    """Those of `concepts` that no picture, event, weather or hour shows; imports Skia."""
    known = repertoire()
    seen = frozenset().union(*sights().values(), *effect_sights().values())
    seen |= known.weathers | signs().keys() | words("hours") | words("seen_body")

    def is_shown(concept: str) -> bool:
        return (
            concept in vignettes()
            or concept in seen
            or known.plays(concept)
            or known.thing(concept) is not None
            or known.setting(concept) is not None
        )

    return {concept for concept in concepts if not is_shown(concept)}


def with_effects(effects: Iterable[Effect], known: Repertoire) -> tuple[Effect, ...]:
    """The effects that the ink knows, each once."""
    unique = {e.name: e for e in effects if e.name in known.effects}
    return tuple(unique.values())
