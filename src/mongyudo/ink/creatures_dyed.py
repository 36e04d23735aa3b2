"""Animals in the colour that a dream gives them."""

from functools import lru_cache

import skia

from mongyudo.ink.canvas import Rgb
from mongyudo.ink.creatures_act import Act, Draw
from mongyudo.ink.creatures_pen import BeastPen
from mongyudo.ink.creatures_species import SPECIES
from mongyudo.ink.dyes import dye_filter, dyed, scouted


def draw_in(concept: str, dye: Rgb | None) -> Draw:
    """How an animal is drawn, in the colour `dye` where that is not None."""
    draw = SPECIES[concept].draw
    if dye is None:
        return draw
    colours = dye_filter(dye, _tone(concept))

    def drawn(pen: BeastPen, act: Act) -> None:
        with dyed(pen.canvas, colours):
            draw(pen, act)

    return drawn


@lru_cache(maxsize=64)
def _tone(concept: str) -> float:
    def drawn(canvas: skia.Canvas) -> None:
        SPECIES[concept].draw(BeastPen(canvas, line=0.0), Act("stand", 0.0))

    return scouted(drawn, 1.5)
