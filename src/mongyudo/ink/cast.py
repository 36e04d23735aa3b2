"""The cast: people, animals, things and written words as layers of the stage."""

import numpy as np
import skia
from numpy.typing import NDArray

from mongyudo.ink.cast_duets import can_join, duet_layer
from mongyudo.ink.cast_figures import EXPRESSIONS, FIGURES, MOTIONS, figure_layer
from mongyudo.ink.cast_held import held_painter
from mongyudo.ink.cast_layer import key_at, shadow_image
from mongyudo.ink.cast_turns import turning_layer
from mongyudo.ink.creatures_species import CREATURES, measure_of
from mongyudo.ink.doorways import doorway, opens_onto
from mongyudo.ink.figures import CLOTHES, GROUPS, KINDS, Held
from mongyudo.ink.layers import Layer
from mongyudo.ink.looks import Look
from mongyudo.ink.props import PROPS as THINGS
from mongyudo.ink.props import image_of, make_thing
from mongyudo.ink.props import proportion as thing_proportion
from mongyudo.ink.scene import Actor, Prop, Scene
from mongyudo.ink.sprites import sprites
from mongyudo.ink.title import title_layer

__all__ = [
    "CLOTHES",
    "CREATURES",
    "EXPRESSIONS",
    "FIGURES",
    "MOTIONS",
    "PROPS",
    "acting",
    "height_m",
    "key_at",
    "make_actor",
    "make_actors",
    "make_prop",
    "make_title",
    "particle_image",
    "proportion",
    "shadow_image",
]  # fmt: skip

PROPS: frozenset[str] = THINGS - FIGURES - CREATURES
"""Every thing that can be drawn: no people and no animals, whatever sprites there are of them."""


def make_actor(actor: Actor, scene: Scene, look: Look) -> Layer:
    """The layer of one person, group or animal, baked; a thing may act too, and then moves as one.

    Unknown motions, expressions and clothes fall back to plain ones. Raises KeyError for a concept
    that cannot be drawn.
    """
    dye = scene.dye_of(actor.holds)
    motions = (actor.motion, *(turn.motion for turn in actor.turns))
    held = held_painter(actor.holds, dye, motions) if actor.concept in FIGURES else None
    if actor.turns:
        return turning_layer(actor, scene, look, held, lambda a: _in_turn(a, scene, look, held))
    if actor.concept in FIGURES:
        return figure_layer(actor, scene, look, held)
    if actor.concept in CREATURES:
        from mongyudo.ink.creatures import make_creature  # it needs this module's shadows and paths

        return make_creature(actor, scene, look)
    thing = Prop(actor.concept, actor.path, actor.height, actor.motion)
    return make_thing(thing, scene, look)


def _in_turn(actor: Actor, scene: Scene, look: Look, held: Held | None) -> Layer:
    """The layer of `actor` in one motion of several, `held` being borne in all of them alike."""
    if actor.concept in FIGURES:
        return figure_layer(actor, scene, look, held)
    return make_actor(actor, scene, look)


def make_actors(scene: Scene, look: Look) -> list[Layer]:
    """The layers of everybody in the scene; two who act as one share a layer."""
    return [layer for _, layer in acting(scene, look)]


def acting(scene: Scene, look: Look) -> list[tuple[tuple[Actor, ...], Layer]]:
    """Everybody in the scene with the layer that shows them."""
    layers: list[tuple[tuple[Actor, ...], Layer]] = []
    waiting = list(scene.actors)
    while waiting:
        actor = waiting.pop(0)
        if waiting and can_join(actor, waiting[0]):
            other = waiting.pop(0)
            layers.append(((actor, other), duet_layer(actor, other, scene, look)))
        else:
            layers.append(((actor,), make_actor(actor, scene, look)))
    return layers


def make_prop(prop: Prop, scene: Scene, look: Look) -> Layer:
    """The layer of one thing, baked; raises KeyError for a concept that cannot be drawn."""
    if opens_onto(prop, scene):
        return doorway(prop, scene, look)
    return make_thing(prop, scene, look)


def make_title(scene: Scene, look: Look, behind: NDArray[np.uint8]) -> Layer | None:
    """The title with its seal over the picture `behind`, beside the people; None for none."""
    return title_layer(scene, look, behind=behind, people=_rooms(scene))


def _rooms(scene: Scene) -> list[tuple[float, float, float, float]]:
    """Where people and animals are at the beginning, half way and at the end, in pixels."""
    from mongyudo.ink.extents import extent_of  # it needs this module's proportions

    width, height = scene.size_px
    rooms = []
    for actor in scene.actors:
        left, top, right, bottom = extent_of(
            actor.concept, actor.motion, actor.clothes, actor.facing
        ).body
        if actor.facing == "left":
            left, right = -right, -left
        for key in (key_at(actor.path, at) for at in (0.0, 0.5, 1.0)):
            tall, x, y = actor.height * key.scale * height, key.x * width, key.y * height
            rooms.append((x + left * tall, y + top * tall, x + right * tall, y + bottom * tall))
    return rooms


def particle_image(concept: str, height_px: int, look: Look, seed: int) -> skia.Image:
    """A small treated picture for particles (leaves, petals, money).

    Raises KeyError for a concept that is no thing.
    """
    return image_of(concept, height_px, look, seed)


def height_m(concept: str) -> float:
    """The real height in metres of whatever can be drawn; raises KeyError otherwise."""
    if concept in FIGURES:
        return max(KINDS[name].height_m for name in GROUPS.get(concept, (concept,)))
    if concept in CREATURES:
        return measure_of(concept).height_m
    return sprites()[concept].height_m


def proportion(concept: str) -> float:
    """Width over height as drawn (standing, for those who live); raises KeyError otherwise."""
    if concept in FIGURES:
        count = len(GROUPS.get(concept, (concept,)))
        return 0.36 * count if count <= 4 else 1.75
    if concept in CREATURES:
        return measure_of(concept).proportion
    return thing_proportion(concept)
