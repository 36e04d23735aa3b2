"""What the ink can draw at this moment: the names of its settings, effects, figures and things."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Repertoire:
    """The ink's vocabulary. Figures are people, creatures animals; both may act."""

    settings: frozenset[str]
    effects: frozenset[str]
    weathers: frozenset[str]
    figures: frozenset[str]
    creatures: frozenset[str]
    props: frozenset[str]
    motions: frozenset[str]
    expressions: frozenset[str]

    @property
    def actors(self) -> frozenset[str]:
        """Everybody and every animal that can act."""
        return self.figures | self.creatures

    def first_motion(self, wishes: Iterable[str]) -> str:
        """The first motion of `wishes` that exists, else standing."""
        return next((wish for wish in wishes if wish in self.motions), "stand")

    def first_effect(self, wishes: Iterable[str]) -> str | None:
        """The first effect of `wishes` that exists."""
        return next((wish for wish in wishes if wish in self.effects), None)


@cache
def repertoire() -> Repertoire:
    """The vocabulary of the installed ink; imports Skia."""
    from mongyudo import ink
    from mongyudo.ink import cast

    return Repertoire(
        settings=frozenset(ink.SETTINGS),
        effects=frozenset(ink.EFFECTS),
        weathers=frozenset(ink.WEATHERS),
        figures=frozenset(cast.FIGURES),
        creatures=frozenset(cast.CREATURES),
        props=frozenset(cast.PROPS),
        motions=frozenset(cast.MOTIONS),
        expressions=frozenset(cast.EXPRESSIONS),
    )
