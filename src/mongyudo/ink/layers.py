"""The one protocol by which everything visible is drawn, back to front."""

from dataclasses import dataclass
from typing import Protocol

import skia


@dataclass(frozen=True, slots=True)
class View:
    """The moment and the camera as a layer sees them.

    `pan_px` is how far the camera has travelled for a layer of parallax 1; the renderer has
    already moved the canvas by `pan_px * parallax` and zoomed it, unless the layer is `periodic`:
    then it receives the unmoved canvas and repeats itself across the pan.
    """

    time_s: float
    progress: float
    pan_px: tuple[float, float]
    size_px: tuple[int, int]


class Layer(Protocol):
    """One depth of the picture. `parallax`: 0 paper and sky, 1 the stage, above 1 foreground."""

    parallax: float
    periodic: bool

    def draw(self, canvas: skia.Canvas, view: View) -> None:
        """Paint this layer at `view`; called once a frame, so everything costly is baked."""
        ...
