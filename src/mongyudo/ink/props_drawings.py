"""All drawings of things made by hand for this package; importing this module enters them."""

from mongyudo.ink import (
    props_arms,
    props_body,
    props_first,
    props_food,
    props_house,
    props_old,
    props_paper,
    props_places,
    props_plants,
    props_rides,
    props_wear,
)
from mongyudo.ink.props_sketch import DRAWINGS

__all__ = ["DRAWINGS", "OPENING"]

_MODULES = (props_arms, props_body, props_first, props_food, props_house, props_old, props_paper, props_places, props_plants, props_rides, props_wear)

OPENING: frozenset[str] = frozenset({"door", "elevator", "refrigerator", "wardrobe"})
"""Drawings whose phase opens them."""
