"""A drawing library for short painted films: knows scenes and materials, nothing of dreams."""

from mongyudo.ink.bleed import ink_bleed, reveal
from mongyudo.ink.effects import EFFECT_BUILDERS
from mongyudo.ink.render import render
from mongyudo.ink.settings import BUILDERS
from mongyudo.ink.weather import WEATHERS

SETTINGS: frozenset[str] = frozenset(BUILDERS)
"""The names that `Scene.setting` may have."""

EFFECTS: frozenset[str] = frozenset(EFFECT_BUILDERS)
"""The names that `Effect.name` may have."""

__all__ = ["EFFECTS", "SETTINGS", "WEATHERS", "ink_bleed", "render", "reveal"]
