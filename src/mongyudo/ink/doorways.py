"""A door that opens onto another place, seen through it as it opens."""

from dataclasses import dataclass

import numpy as np
import skia

from mongyudo.ink.brush import polygon
from mongyudo.ink.canvas import Rgb, paint
from mongyudo.ink.layers import View
from mongyudo.ink.looks import Look, mix
from mongyudo.ink.pen import palette_of
from mongyudo.ink.scene import Prop, Scene
from mongyudo.ink.stage import Stage
from mongyudo.ink.vistas import Vista, vista

_PROPORTION, _POST = 0.56, 0.07
"""The width of a doorway over its height, and of its posts over its width."""

_SCALE = 0.55
"""How small the place beyond is."""

_OPEN_BY, _LEAF_LEFT = 0.55, 0.16
"""When in the scene the door stands open, and how much of the leaf is seen then."""


def opens_onto(prop: Prop, scene: Scene) -> bool:
    """Whether `prop` is the door through which the scene's view is seen."""
    return prop.concept == "door" and bool(scene.view)


def doorway(prop: Prop, scene: Scene, look: Look) -> "Doorway":
    """The layer of the open door."""
    stage = Stage(scene, look, *scene.size_px)
    key, tall = prop.path[0], stage.y(prop.height)
    wide, x, foot = tall * _PROPORTION, stage.x(key.x), stage.y(key.y)
    box = skia.Rect.MakeLTRB(x - wide / 2, foot - tall, x + wide / 2, foot)
    seen = vista(stage)
    across, down = x - stage.x(0.5) * _SCALE, foot - tall * 0.42 - stage.y(0.62) * _SCALE
    palette = palette_of(look, indoors=True)
    far = Vista(seen.layers, _SCALE, (across, down))
    return Doorway(far, box, palette.dark_wood, mix(palette.wood, palette.dark, 0.1))


@dataclass
class Doorway:
    """A frame, what lies beyond it, and a leaf that swings open."""

    beyond: Vista
    box: skia.Rect
    frame: Rgb
    leaf: Rgb
    parallax: float = 1.0
    periodic: bool = False

    def draw(self, canvas: skia.Canvas, view: View) -> None:
        """Draw what is beyond, clipped to the opening, then the leaf and the posts."""
        canvas.save()
        canvas.clipRect(self.box)
        canvas.drawRect(self.box, paint(self.frame))
        self.beyond.draw(canvas, view)
        canvas.restore()
        self._draw_leaf(canvas, min(1.0, view.progress / _OPEN_BY))
        canvas.drawRect(self.box, paint(self.frame, stroke_px=self.box.width() * _POST))

    def _draw_leaf(self, canvas: skia.Canvas, share: float) -> None:
        opened = float(np.sin(share * np.pi / 2)) * (1 - _LEAF_LEFT)
        left, width = self.box.left(), self.box.width() * (1 - opened)
        lean = self.box.height() * 0.06 * opened
        path = polygon(
            [(left, self.box.top()), (left + width, self.box.top() + lean),
             (left + width, self.box.bottom() + lean * 0.5), (left, self.box.bottom())]
        )  # fmt: skip
        canvas.drawPath(path, paint(self.leaf))
        canvas.drawPath(path, paint(self.frame, stroke_px=max(1.0, self.box.width() * 0.02)))
