"""Each label's style as a shift from the base model, and which style a clip's shift is nearest to.

Absolute style confuses the scene with the look; the shift of a clip against the base's clip of the
same prompt and seed does not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mongyudo.training.verify.features import Floats

BASE_STYLE = "base"
"""The class of clips whose style did not move."""
LEAST_SCALE = 1e-3
"""Of a feature: one that never varies among the learned clips must not rule the distance."""


@dataclass(frozen=True, slots=True)
class Styles:
    """`centroids` (K, F): how far each label's clips lie from the base's; `scale` (F,) its unit."""

    labels: tuple[str, ...]
    centroids: Floats
    scale: Floats

    def centroid(self, label: str) -> Floats:
        """(F,) in units of `scale`."""
        row: Floats = self.centroids[self.labels.index(label)] / self.scale
        return row

    def shift(self, clip: Floats, base: Floats) -> Floats:
        """(F,) in units of `scale`: from the base's clip to the adapter's."""
        moved: Floats = (clip - base) / self.scale
        return moved

    def distances(self, shift: Floats, *, without_base: bool = False) -> dict[str, float]:
        """Euclidean distance of a shift to each label's centroid, and to the base's, 0."""
        rows = {label: self.centroid(label) for label in self.labels}
        if not without_base:
            rows[BASE_STYLE] = np.zeros_like(shift)
        return {label: float(np.linalg.norm(shift - row)) for label, row in rows.items()}


def styles_of(learned: Mapping[str, Sequence[Floats]], base: Sequence[Floats]) -> Styles:
    """From the styles of each label's learned clips and of the base's clips of like prompts.

    The scale is the standard deviation within a label, pooled over the labels.
    """
    labels = tuple(learned)
    middle = np.mean(base, axis=0)
    centroids = np.stack([np.mean(learned[label], axis=0) - middle for label in labels])
    within = np.sqrt(np.mean([np.var(learned[label], axis=0) for label in labels], axis=0))
    return Styles(labels, centroids, np.maximum(within, LEAST_SCALE))
