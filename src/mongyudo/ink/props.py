"""Things as layers of the stage: what can be drawn, how large it is, how it is made."""

from collections.abc import Callable
from dataclasses import replace

import skia

from mongyudo.ink.layers import Layer, View
from mongyudo.ink.looks import Look
from mongyudo.ink.noise import rng
from mongyudo.ink.props_bake import (
    Baked,
    Finish,
    bake,
    halo_image,
    proportion,
    shadow_image,
    thing_image,
)
from mongyudo.ink.props_break import pieces_of
from mongyudo.ink.props_layer import Copy, Gear, ThingLayer, always_first, once, round_and_round
from mongyudo.ink.props_motion import motion_named
from mongyudo.ink.scene import Prop, Scene
from mongyudo.ink.sprites import Sprite, is_own, sprites

__all__ = ["PROPS", "height_m", "image_of", "make_thing", "place_of", "proportion"]

_ACTING = ("walker", "flier", "swimmer")
_MOST_COPIES = 36
_MOST_HALOS = 3
_PHASES = 5
_PHASE_PX = 230
"""The height of the pictures of things that open: many are needed."""
_GOLDEN = 0.6180339887
_ALOFT = frozenset({"fly", "fall", "float"})
_ONWARD = frozenset({"drive", "ride", "fly", "roll", "float"})

_OPENING = frozenset(
    {
        "door",
        "wardrobe",
        "refrigerator",
        "elevator",
        "box",
        "treasure_chest",
        "train_door",
        "cabinet",
        "drawer",
    }
)
"""Drawings that a phase opens."""
_CARRIAGES = frozenset({"subway", "bus", "train", "subway_train", "tram", "station"})
_TURNING = frozenset({"fan", "pinwheel"})
"""Drawings whose wheel a phase turns."""

PROPS: frozenset[str] = frozenset(s.concept for s in sprites().values() if s.sort not in _ACTING)
"""Every thing that can be drawn."""


def height_m(concept: str) -> float:
    """The real height of a thing in metres; raises KeyError for an unknown one."""
    return sprites()[concept].height_m


def place_of(concept: str) -> str:
    """Where a thing belongs, one of sprites.PLACES; raises KeyError for an unknown one."""
    return sprites()[concept].place


def make_thing(prop: Prop, scene: Scene, look: Look) -> Layer:
    """The layer of one thing or of `count` of it, baked.

    An unknown motion keeps still. Raises KeyError for a concept that cannot be drawn.
    """
    sprite = sprites()[_drawn_as(prop.concept, scene)]
    height_px = prop.height * scene.size_px[1]
    pictures, frame = _pictures(prop, sprite, scene, look)
    return ThingLayer(
        pictures, _copies(prop, scene, sprite), prop.path, height_px,
        motion_named(prop.motion), look.tempo, _gear(prop, sprite, scene, look, pictures[0]),
        frame, scene.duration_s, rains=_rains(prop),
    )  # fmt: skip


def _drawn_as(concept: str, scene: Scene) -> str:
    """A carriage has doors of its own, wherever it stands."""
    carriage = scene.setting in _CARRIAGES or any(p.concept in _CARRIAGES for p in scene.props)
    return "train_door" if concept == "door" and carriage else concept


def image_of(concept: str, height_px: int, look: Look, seed: int) -> skia.Image:
    """The treated picture of a thing, `height_px` high and as wide as its proportions ask, cut to
    the drawing; cached. For particles and for pictures within pictures.

    Raises KeyError for a concept that cannot be drawn.
    """
    return thing_image(concept, max(4, height_px), look, seed)


def _pictures(
    prop: Prop, sprite: Sprite, scene: Scene, look: Look
) -> tuple[list[Baked], Callable[[View], int]]:
    """The baked pictures, and which of them is shown when."""
    largest = max(key.scale for key in prop.path)
    height_px = prop.height * scene.size_px[1] * largest
    seed = _seed(scene, prop.concept)
    phases, frame = _phases(prop, sprite)
    density = min(1.6, _PHASE_PX / height_px) if len(phases) > 1 else _from_near(prop, scene)
    sunk, dye = _floats(prop, sprite), prop.dye or scene.dye_of(prop.concept)
    baked = [
        bake(
            sprite,
            height_px,
            look,
            seed,
            Finish(prop.glow, phase, _haze(prop, sprite), sunk, density, dye),
        )
        for phase in phases
    ]
    return [replace(one, density=one.density * largest) for one in baked], frame


def _from_near(prop: Prop, scene: Scene) -> float | None:
    """How many pixels small things are made of where the camera cuts to them."""
    cut = scene.camera.cut_in
    return 1.1 * cut.zoom if cut is not None and prop.height < _DETAIL else None


_DETAIL = 0.2
"""What is lower, as a share of the frame's height, may be what is seen from near."""


def _phases(prop: Prop, sprite: Sprite) -> tuple[list[float], Callable[[View], int]]:
    name = sprite.icon.rpartition(".")[2] if is_own(sprite.icon) else ""
    if prop.motion == "open" and name in _OPENING:
        return [k / (_PHASES - 1) for k in range(_PHASES)], once(_PHASES)
    if prop.motion in ("spin", "turn") and name in _TURNING:
        return [k / 4 for k in range(4)], round_and_round(4, 0.22)
    return [-1.0 if _has_hands(prop) else 0.0], always_first


def _floats(prop: Prop, sprite: Sprite) -> bool:
    """Whether it is a craft that lies in the water."""
    return sprite.place == "water" and sprite.height_m > 0.75 and prop.motion != "fly"


def _haze(prop: Prop, sprite: Sprite) -> float:
    """How much mist lies before a thing: what stands behind and high up in the frame is far."""
    if not prop.behind or prop.height > 0.45 or sprite.place not in ("ground", "road", "water"):
        return 0.0
    return min(0.5, max(0.0, 0.76 - max(key.y for key in prop.path)) * 1.9)


def _has_hands(prop: Prop) -> bool:
    return prop.concept == "clock" and prop.motion == "tick"


def _gear(prop: Prop, sprite: Sprite, scene: Scene, look: Look, picture: Baked) -> Gear:
    floats = _floats(prop, sprite)
    stands = sprite.sort in ("object", "building") and prop.motion not in _ALOFT
    drop = None
    if prop.motion == "drip":
        tall = 0.13 * prop.height * scene.size_px[1]
        drop = bake(sprites()["drop"], tall, look, scene.seed, Finish(density=picture.density))
    shines = prop.glow and prop.count <= _MOST_HALOS
    pieces = pieces_of(picture.image, scene.seed) if prop.motion == "break" else []
    return Gear(
        shadow_image(look.mist if floats else look.shadow) if stands or floats else None,
        halo_image(look.light, look.accents[0]) if shines else None,
        drop, _has_hands(prop), pieces,
    )  # fmt: skip


def _seed(scene: Scene, salt: str) -> int:
    return scene.seed * 131 + sum(ord(c) * (i + 1) for i, c in enumerate(salt)) % 9973


def _rains(prop: Prop) -> bool:
    """Whether the copies fall from above again and again: falling without a path of their own."""
    heights = [key.y for key in prop.path]
    return prop.motion == "fall" and prop.count > 1 and max(heights) - min(heights) < 0.15


def _copies(prop: Prop, scene: Scene, sprite: Sprite) -> list[Copy]:
    turned = _turned(prop, scene, sprite)
    if prop.count <= 1:
        return [Copy(mirrored=turned)]
    count = min(prop.count, _MOST_COPIES)
    dice = rng(_seed(scene, prop.concept), 17)
    wide, deep = _spread(prop, scene, count)
    found = [
        Copy(
            right=wide * (((k * _GOLDEN) % 1.0 - 0.5) * 2 + 0.12 * float(dice.normal())),
            down=deep * float(dice.uniform(-1, 1)),
            size=float(dice.uniform(0.78, 1.16)), phase=(k * _GOLDEN + 0.37 * (k % 3)) % 1.0,
            mirrored=turned, turn_deg=float(dice.normal()) * 7,
        )
        for k in range(count)
    ]  # fmt: skip
    return sorted(found, key=lambda copy: copy.down)


def _spread(prop: Prop, scene: Scene, count: int) -> tuple[float, float]:
    """Half the width and half the depth over which copies lie, in shares of the frame."""
    aspect = scene.size_px[1] / scene.size_px[0]
    each = prop.height * aspect * max(0.6, proportion(prop.concept))
    if _rains(prop):
        return min(0.46, 0.18 + 0.5 * each * count**0.5), prop.height * 0.5
    return min(0.42, 0.42 * each * count**0.75), prop.height * 0.22 * count**0.4


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
