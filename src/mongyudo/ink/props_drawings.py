"""All drawings of things made by hand for this package; importing this module enters them."""

from mongyudo.ink import (
    props_arms,
    props_body,
    props_first,
    props_flowers,
    props_food,
    props_groceries,
    props_house,
    props_old,
    props_paper,
    props_places,
    props_plants,
    props_rides,
    props_rites,
    props_screens,
    props_sky,
    props_wear,
    props_yard,
)
from mongyudo.ink.props_sketch import DRAWINGS

__all__ = ["DRAWINGS", "OPENING", "TURNING"]

_MODULES = (
    props_arms,
    props_body,
    props_first,
    props_flowers,
    props_food,
    props_groceries,
    props_house,
    props_old,
    props_paper,
    props_places,
    props_plants,
    props_rides,
    props_rites,
    props_screens,
    props_sky,
    props_wear,
    props_yard,
)

OPENING: frozenset[str] = frozenset(
    {"box", "door", "elevator", "refrigerator", "treasure_chest", "wardrobe"}
)
"""Drawings whose phase opens them."""

TURNING: frozenset[str] = frozenset({"fan", "pinwheel"})
"""Drawings whose phase turns their wheel."""
