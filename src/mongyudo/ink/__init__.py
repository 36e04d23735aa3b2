"""A drawing library for short painted films: knows scenes and materials, nothing of dreams."""

from mongyudo.ink.bleed import ink_bleed
from mongyudo.ink.render import render
from mongyudo.ink.settings import BUILDERS

SETTINGS: frozenset[str] = frozenset(BUILDERS)
"""The names that `Scene.setting` may have."""

__all__ = ["SETTINGS", "ink_bleed", "render"]
