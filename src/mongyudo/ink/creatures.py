"""Animals of the stage: tables of species, rigs that move, and the layer that shows them."""

from mongyudo.ink.cast_layer import Playing, Tread, shadow_image
from mongyudo.ink.creatures_act import CYCLES, Act, motion_of
from mongyudo.ink.creatures_bake import CreatureLayer, Tint, bake
from mongyudo.ink.creatures_dyed import draw_in
from mongyudo.ink.creatures_species import CREATURES, SPECIES, Measure, measure_of
from mongyudo.ink.figures_pen import rgb
from mongyudo.ink.layers import Layer
from mongyudo.ink.looks import Look
from mongyudo.ink.scene import Actor, Scene
from mongyudo.ink.treading import tread_of, way_of

__all__ = ["CREATURES", "Measure", "make_creature", "measure_of"]


_LOOMING = 1.08
"""A threat stands a little larger than it is."""


def make_creature(actor: Actor, scene: Scene, look: Look) -> Layer:
    """The layer of one animal, or of a group of one sort, baked.

    `actor.height` is the animal's height as a share of the frame: at the shoulder for beasts, of
    the standing body for birds. An unknown motion becomes the nearest natural one. Raises KeyError
    for a concept outside CREATURES.
    """
    species = SPECIES[actor.concept]
    motion = species.motion(motion_of(actor.motion))
    cycle = CYCLES[motion]
    largest = max(key.scale for key in actor.path)
    larger = _LOOMING if actor.menace else 1.0
    unit_px = actor.height * scene.size_px[1] * species.member_height * larger
    acts = [Act(motion, k / cycle.phases, actor.menace) for k in range(cycle.phases)]
    draw = draw_in(actor.concept, scene.dye_of(actor.concept))
    reel = bake(
        draw, acts, cycle, max(4.0, unit_px * largest), look,
        _seed(scene, actor.concept), _tint(actor, look),
    )  # fmt: skip
    aloft = cycle.aloft or species.sort != "walker"
    return CreatureLayer(
        reel, actor.path, unit_px, None if aloft else shadow_image(look.shadow),
        (_footing(actor.concept), 0.15), actor.facing == "left", species.members, look.tempo,
        None if aloft else _tread(actor, scene, motion, larger),
    )  # fmt: skip


def gait_of(actor: Actor, scene: Scene, look: Look) -> tuple[str, Playing] | None:
    """The gait of an animal and how it follows time or way; None for one that does not go."""
    species = SPECIES[actor.concept]
    motion = species.motion(motion_of(actor.motion))
    if species.sort != "walker" or CYCLES[motion].aloft or species.stride(motion) <= 0:
        return None
    tread = _tread(actor, scene, motion, _LOOMING if actor.menace else 1.0)
    return motion, Playing(CYCLES[motion].period_s / look.tempo, tread=tread)


def _tread(actor: Actor, scene: Scene, motion: str, larger: float) -> Tread | None:
    """The rounds of a gait along the way, or None for what leads nowhere or goes nowhere."""
    species = SPECIES[actor.concept]
    stride = species.stride(motion) * species.member_height * larger
    way = way_of(actor, scene)
    if stride <= 0 or abs(way).max() < _STAYS * stride:
        return None
    return tread_of(way, stride, scene.duration_s, _MOST_ROUNDS / CYCLES[motion].period_s)


_STAYS = 0.25
"""Less than this share of a stride is no way to go: the gait is played on the spot."""

_MOST_ROUNDS = 2.2
"""How many rounds are made at most in the time that one takes at leisure."""


def _footing(concept: str) -> float:
    """How wide one animal's contact shadow is, in units of its own height."""
    species = SPECIES[concept]
    if len(species.members) > 1:
        return 1.4
    return min(2.6, measure_of(concept).proportion * 0.78)


def _tint(actor: Actor, look: Look) -> Tint:
    dark = rgb(*look.dark(0.5))
    if actor.silhouette:
        return Tint(dark)
    return Tint(dark, 0.24) if actor.menace else Tint()


def _seed(scene: Scene, salt: str) -> int:
    return scene.seed * 131 + sum(ord(c) * (i + 1) for i, c in enumerate(salt)) % 9973
