"""What a scene's `view` names, seen through windows: another setting, smaller or going by."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import skia

from mongyudo.ink import fixtures
from mongyudo.ink.layers import Layer, View
from mongyudo.ink.pen import Pen
from mongyudo.ink.scene import Camera
from mongyudo.ink.stage import Stage

_SCALE, _MIDDLE = 0.62, (0.50, 0.34)
"""How small the setting is behind the window of a room, and where its middle comes to lie."""

_SEEN_MIDDLE = (0.50, 0.60)
"""The middle of what is seen of it: the horizon and what stands there."""

_RAISED = 0.27
"""By so much of the frame's height the land is higher behind the windows of a cabin."""


@dataclass
class Vista:
    """The layers of a setting drawn at `scale`, raised by `up_px`; what can repeat itself goes by
    at `speed_px_s`."""

    layers: Sequence[Layer]
    scale: float
    shift_px: tuple[float, float]
    speed_px_s: float = 0.0
    parallax: float = 0.0
    periodic: bool = True

    def draw(self, canvas: skia.Canvas, view: View) -> None:
        """Draw them all, far ones first."""
        canvas.save()
        canvas.translate(*self.shift_px)
        canvas.scale(self.scale, self.scale)
        passing = replace(view, pan_px=(self.speed_px_s * view.time_s, 0.0))
        still = replace(view, pan_px=(0.0, 0.0))
        for layer in self.layers:
            layer.draw(canvas, passing if layer.periodic else still)
        canvas.restore()


def vista(stage: Stage, *, speed: float = 0.0) -> Vista:
    """The scene's `view` behind windows; at `speed` frames a second it goes by."""
    from mongyudo.ink.settings import build_world

    seen = replace(stage.scene, setting=stage.scene.view, view="", camera=Camera(), sign="")
    layers = build_world(replace(stage, scene=seen)).back
    if speed or stage.tracks:
        return Vista(layers, 1.0, (0.0, -stage.y(_RAISED)), speed * stage.width_px)
    across = stage.x(_MIDDLE[0] - _SCALE * _SEEN_MIDDLE[0])
    down = stage.y(_MIDDLE[1] - _SCALE * _SEEN_MIDDLE[1])
    return Vista(layers, _SCALE, (across, down))


def wide_window(pen: Pen) -> None:
    """A window over most of the wall, between curtains: there is something to be seen."""
    fixtures.window(pen.within(0.20, 0.08, 0.80, 0.74), 3, 1)
    fixtures.curtain(pen.within(0.12, 0.02, 0.22, 0.86), gathered=True)
    fixtures.curtain(pen.within(0.78, 0.02, 0.88, 0.86), gathered=True)
