"""From a scene to frames: build every layer once, then draw them at each moment."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import skia
from numpy.typing import NDArray

from mongyudo.ink.camera import cast_offset_px, near_view, view_at, zoom_at, zoom_of_layer
from mongyudo.ink.canvas import give_back_memory, pixels_of, surface
from mongyudo.ink.effects import effect_layers
from mongyudo.ink.layers import Layer, View
from mongyudo.ink.looks import look_for
from mongyudo.ink.paper import overlay
from mongyudo.ink.scene import Actor, Effect, Prop, Scene
from mongyudo.ink.settings import build_world
from mongyudo.ink.signs import with_sign
from mongyudo.ink.stage import Stage
from mongyudo.ink.weather import weather_of

Frame = NDArray[np.uint8]
Part = Actor | Prop | Effect
"""What is put into a setting."""

_MOST_PX = 1920 * 1088
_LEAST_SIDE_PX = 144
_LEVEL = 0.25
"""The power of the parallax by which a layer follows a small vertical pan."""


def render(scene: Scene) -> Iterator[Frame]:
    """The frames of `scene`, (H, W, 3) uint8 RGB, exactly round(duration_s * fps) of them.

    Pictures above 2.1 megapixels are painted at that size and enlarged, tiny ones are painted
    larger and reduced. Raises UsageError for a setting or an effect that does not exist.
    """
    count = round(scene.duration_s * scene.fps)
    picture, screen = Picture(scene), _Screen(scene.size_px)
    give_back_memory()
    for index in range(count):
        yield screen.frame(picture.paint(index, count))


def _stage_for(scene: Scene) -> Stage:
    """The stage at the size it is painted at."""
    width, height = scene.size_px
    scale = min(1.0, float(np.sqrt(_MOST_PX / (width * height))))
    scale = max(scale, _LEAST_SIDE_PX / min(width, height))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    look = look_for(scene.mood, scene.material, scene.time_of_day, scene.taste)
    return Stage(replace(scene, size_px=size), look, *size)


class Picture:
    """All layers of a scene, and the surface they are drawn on."""

    def __init__(self, scene: Scene) -> None:
        stage = self._stage = _stage_for(scene)
        world = build_world(stage)
        effects = [
            effect_layers(stage, effect, indoors=world.indoors) for effect in stage.scene.effects
        ]
        added = [weather_of(stage, indoors=world.indoors), *effects]
        self._back: list[Layer] = [
            *world.back[:1],
            *(layer for happening in added for layer in happening.sky),
            *world.back[1:],
            *(layer for happening in added for layer in happening.behind),
            *with_sign(stage, indoors=world.indoors),
        ]
        self._front: list[Layer] = [
            *world.front,
            *(layer for happening in added for layer in happening.before),
        ]
        self._over: list[Layer] = [layer for happening in added for layer in happening.over]
        cast = _cast_layers(stage)
        self.parts: list[tuple[Part, list[Layer]]] = [
            *((part, [layer]) for parts, layer in cast for part in parts),
            *((effect, each.layers) for effect, each in zip(scene.effects, effects, strict=True)),
        ]
        self._cast = [layer for _, layer in cast]
        self._title: Layer | None = None
        self._overlay = overlay(stage)
        self._surface = surface(stage.width_px, stage.height_px)
        if stage.scene.title:
            self._title = self._titled(stage)

    def _titled(self, stage: Stage) -> Layer | None:
        """The title, in the colour and at the side that suit the picture under it."""
        from mongyudo.ink.cast import make_title

        count = max(1, round(stage.scene.duration_s * stage.scene.fps))
        behind = pixels_of(self.paint(count // 3, count))[..., :3]
        return make_title(stage.scene, stage.look, behind)

    def paint(self, index: int, count: int, without: Iterable[Layer] = ()) -> Any:
        """The surface (skia.Surface) with frame `index` of `count` on it, but for the layers
        `without`."""
        hidden = {id(layer) for layer in without}
        view = view_at(self._stage, index, count)
        canvas = self._surface.getCanvas()
        zoom = zoom_at(self._stage.scene.camera, view.progress)
        canvas.save()
        self._near(canvas, view)
        for layer in _shown(self._back, hidden):
            self._draw(canvas, layer, view, zoom)
        for layer in _shown(self._cast, hidden):
            self._draw_cast(canvas, layer, view, zoom)
        for layer in _shown(self._front, hidden):
            self._draw(canvas, layer, view, zoom)
        canvas.restore()
        modulate = skia.Paint(BlendMode=skia.BlendMode.kModulate)
        canvas.drawImage(self._overlay, 0, 0, skia.SamplingOptions(), modulate)
        for layer in _shown(self._over, hidden):
            layer.draw(canvas, view)
        if self._title is not None:
            self._title.draw(canvas, view)
        return self._surface

    def _draw(self, canvas: skia.Canvas, layer: Layer, view: View, zoom: float) -> None:
        canvas.save()
        if layer.parallax > 0:
            self._zoom(canvas, zoom_of_layer(zoom, layer.parallax))
        seen = self._levelled(view, layer.parallax)
        if not layer.periodic:
            canvas.translate(-seen.pan_px[0] * layer.parallax, -seen.pan_px[1] * layer.parallax)
        layer.draw(canvas, seen)
        canvas.restore()

    def _levelled(self, view: View, parallax: float) -> View:
        """Small vertical pans move far layers nearly as much as near ones, so that no gap opens
        between what stands on the ground and the ground."""
        if self._stage.falls or not 0 < parallax < 1:
            return view
        down = view.pan_px[1] * parallax ** (_LEVEL - 1)
        return replace(view, pan_px=(view.pan_px[0], down))

    def _draw_cast(self, canvas: skia.Canvas, layer: Layer, view: View, zoom: float) -> None:
        canvas.save()
        self._zoom(canvas, zoom_of_layer(zoom, 1.0))
        across, down = cast_offset_px(self._stage, view)
        canvas.translate(-across, -down)
        layer.draw(canvas, view)
        canvas.restore()

    def _near(self, canvas: skia.Canvas, view: View) -> None:
        """Look closely, once the camera has cut in."""
        near = near_view(self._stage.scene.camera, view.progress)
        if near is not None:
            zoom, left, top = near
            canvas.scale(zoom, zoom)
            canvas.translate(-left * view.size_px[0], -top * view.size_px[1])

    def _zoom(self, canvas: skia.Canvas, zoom: float) -> None:
        focus = self._stage.scene.camera.focus
        x, y = self._stage.x(focus[0]), self._stage.y(focus[1])
        canvas.translate(x, y)
        canvas.scale(zoom, zoom)
        canvas.translate(-x, -y)


def _shown(layers: list[Layer], hidden: set[int]) -> list[Layer]:
    return [layer for layer in layers if id(layer) not in hidden] if hidden else layers


def _cast_layers(stage: Stage) -> list[tuple[tuple[Part, ...], Layer]]:
    """Things behind, then people and animals, then things before them."""
    scene, look = stage.scene, stage.look
    if not (scene.actors or scene.props):
        return []
    from mongyudo.ink.cast import acting, make_prop

    behind = [((prop,), make_prop(prop, scene, look)) for prop in scene.props if prop.behind]
    before = [((prop,), make_prop(prop, scene, look)) for prop in scene.props if not prop.behind]
    return [*behind, *acting(scene, look), *before]


class _Screen:
    """Turns the finished surface into frames of the size that was asked for."""

    def __init__(self, size_px: tuple[int, int]) -> None:
        self._size = size_px
        self._surface = surface(*size_px)
        self._info = skia.ImageInfo.MakeN32Premul(*size_px)
        self._bgra = np.empty((size_px[1], size_px[0], 4), dtype=np.uint8)

    def frame(self, painted: Any) -> Frame:
        """The (H, W, 3) RGB pixels of the skia.Surface `painted`."""
        same = (painted.width(), painted.height()) == self._size
        source = painted if same else self._scaled(painted)
        source.readPixels(self._info, self._bgra, self._bgra.strides[0], 0, 0)
        frame = np.empty((*self._bgra.shape[:2], 3), dtype=np.uint8)
        for target, channel in ((0, 2), (1, 1), (2, 0)):
            frame[..., target] = self._bgra[..., channel]
        return frame

    def _scaled(self, painted: Any) -> Any:
        image = painted.makeImageSnapshot()
        larger = self._size[0] >= image.width()
        if not larger:
            image = image.withDefaultMipmaps()
        mipmap = skia.MipmapMode.kNone if larger else skia.MipmapMode.kLinear
        sampling = skia.SamplingOptions(skia.FilterMode.kLinear, mipmap)
        source = skia.Rect.MakeWH(image.width(), image.height())
        target = skia.Rect.MakeWH(*self._size)
        self._surface.getCanvas().drawImageRect(image, source, target, sampling, skia.Paint())
        return self._surface
