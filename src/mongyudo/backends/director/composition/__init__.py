"""Where everybody and everything goes in the frame there is: square, wide or tall."""

from mongyudo.backends.director.composition.costs import Frame
from mongyudo.backends.director.composition.fitting import composed
from mongyudo.backends.director.composition.framing import Position, size_of
from mongyudo.backends.director.composition.near_views import ends_near, while_there, with_near_view

__all__ = ["Frame", "Position", "composed", "ends_near", "size_of", "while_there", "with_near_view"]
