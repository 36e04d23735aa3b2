"""The demo set: labelled clips drawn by the ink library, and what recognises them again."""

from mongyudo.training.demo.drawing import draw
from mongyudo.training.demo.words import MOTIONS, PLACES, SUBJECTS, caption

__all__ = ["MOTIONS", "PLACES", "SUBJECTS", "caption", "draw"]
