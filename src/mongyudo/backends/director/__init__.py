"""The director of the ink backend: a shot becomes scenes, and an account of what they show."""

from mongyudo.backends.director.direct import Direction, direct, frame_count
from mongyudo.backends.director.repertoire import undrawable

__all__ = ["Direction", "direct", "frame_count", "undrawable"]
