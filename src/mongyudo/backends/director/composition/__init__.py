"""Where everybody and everything goes in the frame there is: square, wide or tall."""

from mongyudo.backends.director.composition.costs import Frame
from mongyudo.backends.director.composition.fitting import composed
from mongyudo.backends.director.composition.framing import Position, size_of

__all__ = ["Frame", "Position", "composed", "size_of"]
