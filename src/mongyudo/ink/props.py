"""Things as layers of the stage: baked pictures that move along a path, alone or scattered."""

from collections.abc import Sequence
from dataclasses import dataclass

import skia

from mongyudo.ink.canvas import LINEAR, alpha_paint
from mongyudo.ink.layers import Layer, View
from mongyudo.ink.looks import Look
from mongyudo.ink.noise import rng
from mongyudo.ink.props_bake import Baked, bake, halo_image, proportion, shadow_image, thing_image
from mongyudo.ink.props_motion import Motion, Move, motion_named
from mongyudo.ink.props_path import place_at
from mongyudo.ink.scene import Key, Prop, Scene
from mongyudo.ink.sprites import Sprite, sprites

__all__ = ["PROPS", "image_of", "make_thing", "proportion"]

_ACTING = ("walker", "flier", "swimmer")
_MOST_COPIES = 36
_ALOFT = frozenset({"fly", "fall", "float"})
_ONWARD = frozenset({"drive", "ride", "fly", "roll", "float"})

PROPS: frozenset[str] = frozenset(s.concept for s in sprites().values() if s.sort not in _ACTING)
"""Every thing that can be drawn."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One of the things: its distance from the path in shares of the frame, its size factor, its
    own phase 0..1, and whether it is turned around."""

    right: float = 0.0
    down: float = 0.0
    size: float = 1.0
    phase: float = 0.0
    mirrored: bool = False
    turn_deg: float = 0.0


@dataclass
class ThingLayer:
    """A thing or several of it, with contact shadow and, for the key object, a halo."""

    baked: Baked
    copies: Sequence[Copy]
    path: tuple[Key, ...]
    height_px: float
    motion: Motion
    tempo: float
    shadow: skia.Image | None
    halo: skia.Image | None
    parallax: float = 1.0
    periodic: bool = False

    def draw(self, canvas: skia.Canvas, view: View) -> None:
        """Lay halo and shadow of each copy, then its picture."""
        key = place_at(self.path, view.progress)
        if key.alpha <= 0.004 or key.scale <= 0:
            return
        for copy in self.copies:
            self._draw_copy(canvas, view, key, copy)

    def _draw_copy(self, canvas: skia.Canvas, view: View, key: Key, copy: Copy) -> None:
        x = (key.x + copy.right) * view.size_px[0]
        y = (key.y + copy.down) * view.size_px[1]
        move = self.motion(view.time_s * self.tempo, copy.phase)
        tall = self.height_px * key.scale * copy.size
        alpha = key.alpha * move.alpha
        canvas.save()
        canvas.translate(x, y)
        if self.halo is not None:
            self._shine(canvas, tall, alpha, view.time_s)
        if self.shadow is not None:
            self._shade(canvas, tall, alpha)
        canvas.translate(move.right * tall, move.down * tall)
        self._turn(canvas, key.turn_deg + copy.turn_deg, move, tall)
        zoom = key.scale * copy.size / self.baked.density
        canvas.scale((-zoom if copy.mirrored else zoom) * move.across, zoom * move.up)
        brush = alpha_paint(alpha)
        brush.setDither(bool(key.turn_deg or move.turn_deg))
        canvas.drawImage(self.baked.image, -self.baked.foot_x, -self.baked.foot_y, LINEAR, brush)
        canvas.restore()

    def _turn(self, canvas: skia.Canvas, turn_deg: float, move: Move, tall: float) -> None:
        total = turn_deg + move.turn_deg
        if not total:
            return
        middle = tall / 2 if move.about_middle else 0.0
        canvas.translate(0, -middle)
        canvas.rotate(total)
        canvas.translate(0, middle)

    def _shade(self, canvas: skia.Canvas, tall: float, alpha: float) -> None:
        half = max(self.baked.base, 0.12) * tall * 0.66
        deep = min(half * 0.42, tall * 0.10)
        rect = skia.Rect.MakeLTRB(-half, -deep * 0.55, half, deep * 0.75)
        canvas.drawImageRect(self.shadow, rect, LINEAR, alpha_paint(alpha))

    def _shine(self, canvas: skia.Canvas, tall: float, alpha: float, time_s: float) -> None:
        breath = motion_named("pulse")(time_s * self.tempo, 0.0).up
        reach = 0.62 * (tall + max(1.0, self.baked.wide) * tall) * breath
        rect = skia.Rect.MakeLTRB(-reach, -tall / 2 - reach, reach, -tall / 2 + reach)
        canvas.drawImageRect(self.halo, rect, LINEAR, alpha_paint(alpha * (0.4 + 0.6 * breath)))


def make_thing(prop: Prop, scene: Scene, look: Look) -> Layer:
    """The layer of one thing, baked; raises KeyError for a concept that cannot be drawn."""
    sprite = sprites()[prop.concept]
    largest = max(key.scale for key in prop.path)
    height_px = prop.height * scene.size_px[1]
    baked = bake(sprite, height_px * largest, look, _seed(scene, prop.concept), glow=prop.glow)
    stands = sprite.sort in ("object", "building") and prop.motion not in _ALOFT
    return ThingLayer(
        _for_scale(baked, largest), _copies(prop, scene, sprite), prop.path, height_px,
        motion_named(prop.motion), look.tempo, shadow_image(look.shadow) if stands else None,
        halo_image(look.light, look.accents[0]) if prop.glow else None,
    )  # fmt: skip


def image_of(concept: str, height_px: int, look: Look, seed: int) -> skia.Image:
    """The treated picture of a thing, `height_px` high and as wide as its proportions ask, cut to
    the drawing; cached. For things in arms and for particles.

    Raises KeyError for a concept that cannot be drawn.
    """
    return thing_image(concept, max(4, height_px), look, seed)


def _for_scale(baked: Baked, largest: float) -> Baked:
    return Baked(
        baked.image, baked.foot_x, baked.foot_y, baked.density * largest, baked.wide, baked.base
    )


def _seed(scene: Scene, salt: str) -> int:
    return scene.seed * 131 + sum(ord(c) * (i + 1) for i, c in enumerate(salt)) % 9973


def _copies(prop: Prop, scene: Scene, sprite: Sprite) -> list[Copy]:
    turned = _turned(prop, scene, sprite)
    if prop.count <= 1:
        return [Copy(mirrored=turned)]
    count = min(prop.count, _MOST_COPIES)
    dice = rng(_seed(scene, prop.concept), 17)
    aspect = scene.size_px[1] / scene.size_px[0]
    wide = prop.height * aspect * max(0.5, proportion(prop.concept))
    found = [
        Copy(
            right=wide * float(dice.normal()) * 0.55 * count**0.5,
            down=prop.height * float(dice.normal()) * 0.16 * count**0.5,
            size=float(dice.uniform(0.78, 1.16)), phase=float(dice.random()), mirrored=turned,
            turn_deg=float(dice.normal()) * 6,
        )
        for _ in range(count)
    ]  # fmt: skip
    return sorted(found, key=lambda copy: copy.down)


def _turned(prop: Prop, scene: Scene, sprite: Sprite) -> bool:
    """Whether the drawing must be mirrored to look the way it goes."""
    if sprite.facing == "front":
        return False
    going = prop.path[-1].x - prop.path[0].x
    if abs(going) < 0.01 and prop.motion in _ONWARD:
        going = scene.camera.pan_x or 1.0
    if abs(going) < 0.01:
        return False
    return (going > 0) != (sprite.facing == "right")
