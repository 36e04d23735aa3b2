"""What an effect adds to the picture, and how its force runs over the scene."""

from dataclasses import dataclass, field

from mongyudo.ink.camera import smooth
from mongyudo.ink.layers import Layer
from mongyudo.ink.scene import Effect


@dataclass
class Happening:
    """Layers of an effect: in the sky, behind the cast, before it, and over everything."""

    sky: list[Layer] = field(default_factory=list)
    behind: list[Layer] = field(default_factory=list)
    before: list[Layer] = field(default_factory=list)
    over: list[Layer] = field(default_factory=list)

    @property
    def layers(self) -> list[Layer]:
        """All its layers, back to front."""
        return [*self.sky, *self.behind, *self.before, *self.over]


def force(effect: Effect, progress: float) -> float:
    """The strength of `effect` at `progress`, eased from its start to its end, 0..1."""
    value = effect.start + (effect.end - effect.start) * smooth(progress)
    return min(1.0, max(0.0, value))
