"""All drawings of things made by hand for this package, by name."""

from collections.abc import Mapping

from mongyudo.ink.props_sketch import Drawing
from mongyudo.ink.props_thin import THIN

DRAWINGS: Mapping[str, Drawing] = {**THIN}

OPENING: frozenset[str] = frozenset({"door"})
"""Drawings whose phase opens them."""
