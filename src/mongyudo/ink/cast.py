"""The cast: figures, animals, things and written words as layers of the stage."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np
import skia

from mongyudo.ink import props
from mongyudo.ink.canvas import LINEAR, alpha_paint, pixels_of, surface
from mongyudo.ink.figures import KINDS, YAWS, Dressed, draw_figure, outfit_of
from mongyudo.ink.figures_face import FACES
from mongyudo.ink.figures_pen import Colour, Pen, rgb
from mongyudo.ink.layers import Layer, View
from mongyudo.ink.lettering import title_layer
from mongyudo.ink.looks import Look, mix
from mongyudo.ink.poses import Motion, pose_at
from mongyudo.ink.poses_motions import MOTIONS_TABLE
from mongyudo.ink.scene import Actor, Key, Prop, Scene
from mongyudo.ink.sprites import draw_icon, sprites, trimmed
from mongyudo.ink.treat import treat

FIGURES: frozenset[str] = frozenset(KINDS)
CREATURES: frozenset[str] = frozenset(
    s.concept for s in sprites().values() if s.sort in ("walker", "flier", "swimmer")
)
PROPS: frozenset[str] = props.PROPS
MOTIONS: frozenset[str] = frozenset(MOTIONS_TABLE)
EXPRESSIONS: frozenset[str] = frozenset(FACES)

Draw = Callable[[Pen, float], None]
"""Paints one phase (0..1) in units of the height, feet at y = 0."""


@dataclass(frozen=True)
class Baked:
    """The pictures of one cycle. A picture's pixel (`foot_x`, `foot_y`) belongs on the foot point;
    `density` is how many picture pixels make one frame pixel at scale 1."""

    images: tuple[skia.Image, ...]
    foot_x: float
    foot_y: float
    density: float


@dataclass(frozen=True)
class Playing:
    """How the phases of a baked cycle follow the time."""

    period_s: float = 1.0
    once: bool = False
    order: tuple[int, ...] = ()
    offset: float = 0.0

    def index(self, view: View) -> int:
        """Which entry of `order` is shown at this moment."""
        count = len(self.order)
        if self.once:
            done = min(1.0, max(0.0, (view.time_s - 0.25) / self.period_s))
            return self.order[min(count - 1, int(done * count))]
        return self.order[int((view.time_s / self.period_s + self.offset) * count) % count]


@dataclass
class CastLayer:
    """An actor or a prop: baked pictures moved along a path, with a contact shadow."""

    baked: Baked
    playing: Playing
    path: tuple[Key, ...]
    shadow: skia.Image | None
    shadow_px: tuple[float, float]
    mirrored: bool = False
    parallax: float = 1.0
    periodic: bool = False

    def draw(self, canvas: skia.Canvas, view: View) -> None:
        """Lay the shadow, then the picture of this moment."""
        key = key_at(self.path, view.progress)
        if key.alpha <= 0.004 or key.scale <= 0:
            return
        x, y = key.x * view.size_px[0], key.y * view.size_px[1]
        if self.shadow is not None:
            self._shade(canvas, key, x, y)
        image = self.baked.images[self.playing.index(view)]
        zoom = key.scale / self.baked.density
        canvas.save()
        canvas.translate(x, y)
        if key.turn_deg:
            canvas.rotate(key.turn_deg)
        canvas.scale(-zoom if self.mirrored else zoom, zoom)
        paint = alpha_paint(key.alpha)
        paint.setDither(bool(key.turn_deg))
        canvas.drawImage(image, -self.baked.foot_x, -self.baked.foot_y, LINEAR, paint)
        canvas.restore()

    def _shade(self, canvas: skia.Canvas, key: Key, x: float, y: float) -> None:
        width, height = self.shadow_px[0] * key.scale, self.shadow_px[1] * key.scale
        rect = skia.Rect.MakeLTRB(x - width / 2, y - height * 0.55, x + width / 2, y + height * 0.45)
        canvas.drawImageRect(self.shadow, rect, LINEAR, alpha_paint(key.alpha))


def key_at(path: Sequence[Key], progress: float) -> Key:
    """The place on `path` at `progress` 0..1, eased between keys; a stay before and after."""
    if progress <= path[0].at or len(path) == 1:
        return path[0]
    for before, after in zip(path, path[1:], strict=False):
        if progress <= after.at:
            t = (progress - before.at) / max(after.at - before.at, 1e-6)
            s = t * t * (3 - 2 * t)
            return Key(progress, *(_between(before, after, name, s) for name in _MOVING))
    return path[-1]


_MOVING = ("x", "y", "scale", "turn_deg", "alpha")


def _between(before: Key, after: Key, name: str, share: float) -> float:
    first: float = getattr(before, name)
    second: float = getattr(after, name)
    return first + (second - first) * share


@lru_cache(maxsize=8)
def shadow_image(dark: tuple[int, int, int]) -> skia.Image:
    """A soft oval of shadow, 128 x 32 pixels."""
    y, x = np.mgrid[-1:1:32j, -1:1:128j]
    fall = np.clip(1 - np.sqrt(x**2 + y**2), 0, 1) ** 1.3
    pixels = np.zeros((32, 128, 4), dtype=np.uint8)
    pixels[..., :3] = dark
    pixels[..., 3] = (fall * 150).astype(np.uint8)
    from mongyudo.ink.canvas import image_of

    return image_of(pixels)


def bake(draw: Draw, phases: Sequence[float], height_px: float, look: Look, seed: int, *,
         dark: Colour | None = None) -> Baked:
    """Paint each phase of `draw` in the look's material; see `Baked`."""
    tall = min(max(8.0, height_px * 1.35), max(420.0, min(height_px, 560.0)))
    density = tall / max(height_px, 1e-6)
    pictures = [_record(draw, phase, look, dark) for phase in phases]
    left, top, right, bottom = (round(v * tall) for v in _bounds(pictures))
    margin = 7
    width, height = _step(right - left + 2 * margin), _step(bottom - top + 2 * margin)
    images = []
    for picture in pictures:
        field_ = surface(width, height)
        canvas = field_.getCanvas()
        canvas.translate(margin - left, margin - top)
        canvas.scale(tall, tall)
        canvas.drawPicture(picture)
        images.append(treat(pixels_of(field_), look, seed, unit_px=_unit_px(tall)))
    return Baked(tuple(images), margin - left, margin - top, density)


def _unit_px(tall: float) -> float:
    """Line width for a picture `tall` pixels high: finer for small things."""
    return min(1.6, max(0.35, tall / 260))


def _record(draw: Draw, phase: float, look: Look, dark: Colour | None) -> skia.Picture:
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-4, -4, 4, 4))
    draw(Pen(canvas, line=0.0 if look.is_paper else 0.006, dark=dark), phase)
    return recorder.finishRecordingAsPicture()


def _step(length: int) -> int:
    return max(32, -(-length // 32) * 32)


def _bounds(pictures: Sequence[skia.Picture]) -> tuple[float, float, float, float]:
    """The box around all pictures in units of the height, found on a small one."""
    field_ = surface(160, 160)
    canvas = field_.getCanvas()
    canvas.translate(80, 112)
    canvas.scale(40, 40)
    for picture in pictures:
        canvas.drawPicture(picture)
    drawn = pixels_of(field_)[..., 3] > 6
    rows, columns = drawn.any(axis=1).nonzero()[0], drawn.any(axis=0).nonzero()[0]
    if not rows.size:
        return (-0.1, -0.1, 0.1, 0.1)
    return (
        (columns[0] - 81) / 40,
        (rows[0] - 113) / 40,
        (columns[-1] - 78) / 40,
        (rows[-1] - 110) / 40,
    )


def make_actor(actor: Actor, scene: Scene, look: Look) -> Layer:
    """The layer of one actor, baked; raises KeyError for a concept that cannot be drawn."""
    if actor.concept in FIGURES:
        return _figure_layer(actor, scene, look)
    from mongyudo.ink import creatures  # it needs this module's shadows and paths

    if actor.concept in creatures.CREATURES:
        return creatures.make_creature(actor, scene, look)
    return _sprite_layer(actor.concept, actor.path, actor.height, actor.facing, scene, look)


def _seed(scene: Scene, salt: str) -> int:
    return scene.seed * 131 + sum(ord(c) * (i + 1) for i, c in enumerate(salt)) % 9973


def _figure_layer(actor: Actor, scene: Scene, look: Look) -> Layer:
    kind = KINDS[actor.concept]
    motion = MOTIONS_TABLE.get(actor.motion, MOTIONS_TABLE["stand"])
    outfit = outfit_of(kind, actor.clothes)
    face = FACES.get(actor.expression, FACES["plain"])
    yaw = YAWS[actor.facing]
    height_px = actor.height * scene.size_px[1] * max(k.scale for k in actor.path)

    def draw(pen: Pen, phase: float) -> None:
        sway = math.sin(math.tau * phase)
        draw_figure(pen, Dressed(kind, outfit, face), pose_at(motion, phase), yaw, sway=sway)

    phases, order = _phases(motion)
    dark = _dark(look) if actor.silhouette or actor.menace else None
    baked = bake(draw, phases, height_px, look, _seed(scene, actor.concept), dark=dark)
    baked = replace(baked, density=baked.density * max(k.scale for k in actor.path))
    playing = Playing(motion.period_s / look.tempo, motion.mode == "once", order)
    return CastLayer(
        baked, playing, actor.path,
        None if motion.flies else shadow_image(look.shadow),
        (actor.height * scene.size_px[1] * 0.42, actor.height * scene.size_px[1] * 0.075),
        actor.facing == "left",
    )  # fmt: skip


def _phases(motion: Motion) -> tuple[list[float], tuple[int, ...]]:
    count = motion.phases
    if motion.mode == "once":
        return [k / (count - 1) for k in range(count)], tuple(range(count))
    return [k / count for k in range(count)], tuple(range(count))


def _dark(look: Look) -> Colour:
    return rgb(*mix(look.near, look.ink, 0.5))


def _sprite_layer(concept: str, path: tuple[Key, ...], height: float, facing: str,
                  scene: Scene, look: Look) -> Layer:
    sprite = sprites()[concept]
    left, _, right, bottom = trimmed(sprite.icon)
    top = trimmed(sprite.icon)[1]
    size = 1 / (bottom - top)

    def draw(pen: Pen, phase: float) -> None:
        del phase
        pen.canvas.save()
        pen.canvas.translate(-size * (left + right) / 2, -size * bottom)
        draw_icon(pen.canvas, sprite.icon, size)
        pen.canvas.restore()

    largest = max(k.scale for k in path)
    baked = bake(draw, [0.0], height * scene.size_px[1] * largest, look, _seed(scene, concept))
    baked = replace(baked, density=baked.density * largest)
    mirrored = facing in ("left", "right") and sprite.facing in ("left", "right") and (
        facing != sprite.facing
    )
    return CastLayer(
        baked, Playing(order=(0,)), path,
        None if sprite.sort in ("flier", "floater", "swimmer") else shadow_image(look.shadow),
        (height * scene.size_px[1] * (right - left) * size * 0.9, height * scene.size_px[1] * 0.09),
        mirrored,
    )  # fmt: skip


def make_prop(prop: Prop, scene: Scene, look: Look) -> Layer:
    """The layer of one thing, baked; raises KeyError for a concept that cannot be drawn."""
    return props.make_thing(prop, scene, look)


def make_title(scene: Scene, look: Look) -> Layer | None:
    """The vertical title with its seal, or None when the scene has none."""
    crowded = any(max(k.x for k in a.path) > 0.8 for a in scene.actors)
    return title_layer(scene, look, side="left" if crowded else "right")


def particle_image(concept: str, height_px: int, look: Look, seed: int) -> skia.Image:
    """A small picture for particles (leaves, petals, money), treated and trimmed."""
    return props.image_of(concept, height_px, look, seed)
