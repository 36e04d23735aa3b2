"""A set of clips -> a prepared set for one model: cut, checked, resampled, as RGB arrays."""

from mongyudo.training.prepare.cutting import JUDGED, REASONS, Reason
from mongyudo.training.prepare.run import Wishes, prepare

__all__ = ["JUDGED", "REASONS", "Reason", "Wishes", "prepare"]
