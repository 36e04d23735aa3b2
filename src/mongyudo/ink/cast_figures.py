"""People as layers: somebody alone, a group, somebody who carries a thing."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import skia

from mongyudo.ink.canvas import image_of, pixels_of
from mongyudo.ink.cast_layer import (
    PLAIN,
    Baked,
    CastLayer,
    Playing,
    Tint,
    Tread,
    bake,
    shadow_image,
)
from mongyudo.ink.clothes_outfits import Outfit
from mongyudo.ink.figures import (
    GROUPS,
    KINDS,
    YAWS,
    Dressed,
    Held,
    Kind,
    Manner,
    Shown,
    draw_figure,
    outfit_of,
)
from mongyudo.ink.figures_face import FACES, Face
from mongyudo.ink.figures_pen import Pen, rgb
from mongyudo.ink.figures_stride import GAITS, fitted, stride_of
from mongyudo.ink.figures_traits import bared, with_traits
from mongyudo.ink.looks import Look, mix
from mongyudo.ink.poses import Motion, Pose, pose_at
from mongyudo.ink.poses_motions import FREE_HANDED, MOTIONS_TABLE, holding
from mongyudo.ink.poses_stances import LOOMING, STANCES
from mongyudo.ink.scene import Actor, Scene
from mongyudo.ink.stills import Still, Stills
from mongyudo.ink.treading import tread_of, way_of

FIGURES: frozenset[str] = frozenset(KINDS) | frozenset(GROUPS)

MOTION_NAMES: Mapping[str, str] = {
    "phone": "call", "afraid": "tremble", "punch": "fight", "dodge": "recoil", "faint": "collapse",
    "die": "collapse", "sleep_paralysis": "paralysed", "steal": "sneak", "wait": "stand",
    "lie_down": "lie", "sink": "drown", "struggle": "tied", "study": "write", "work": "type",
    "cook": "wash", "photo": "photograph", "levitate": "float", "search_around": "search",
}  # fmt: skip
"""Other words for motions."""

FACE_NAMES: Mapping[str, str] = {
    "afraid": "scared", "fear": "scared", "shocked": "surprised", "joy": "happy",
    "anger": "angry", "sadness": "sad", "disgust": "disgusted", "sleeping": "asleep",
    "calm": "plain",
}  # fmt: skip
"""Other words for expressions."""

MOTIONS: frozenset[str] = frozenset(MOTIONS_TABLE) | frozenset(MOTION_NAMES)
EXPRESSIONS: frozenset[str] = frozenset(FACES) | frozenset(FACE_NAMES)


_SHADE_HINT = 0.10
_FORM_HINT = 0.50
"""How much colour a threat keeps: a shadow for people, more for those known by their looks."""

_OWN_FORM = frozenset({
    "zombie", "ghost", "monster", "goblin", "robot", "clown", "skeleton", "mummy", "alien",
    "vampire", "devil", "witch", "corpse", "scarecrow", "medusa", "soldier", "soldiers",
})  # fmt: skip


@dataclass(frozen=True)
class Member:
    """One person of a picture: where, how large, how far ahead in the cycle."""

    kind: Kind
    x: float = 0.0
    up: float = 0.0
    size: float = 1.0
    ahead: float = 0.0
    turned: bool = False


def motion_of(name: str) -> Motion:
    """The motion called `name`, or standing when there is none of that name."""
    return MOTIONS_TABLE.get(MOTION_NAMES.get(name, name), MOTIONS_TABLE["stand"])


def face_of(name: str) -> Face:
    """The expression called `name`, or the plain one."""
    return FACES.get(FACE_NAMES.get(name, name), FACES["plain"])


def figure_layer(actor: Actor, scene: Scene, look: Look, held: Held | None = None) -> CastLayer:
    """The layer of a person or a group; `held` paints what is carried, one unit = one height.

    Raises KeyError for a concept outside FIGURES.
    """
    kind = members_of(actor.concept)[0].kind
    return _layer(actor, scene, look, _going(actor, scene, kind, held), held)


def bridge_layer(
    first: Actor, then: Actor, scene: Scene, look: Look, held: Held | None, seconds: float
) -> CastLayer:
    """The layer of the same person between two motions: from where the one ends, as `first`, to
    where the other begins, as `then`, in `seconds`. Raises KeyError for a concept outside FIGURES.
    """
    kind = members_of(first.concept)[0].kind
    before, after = (_going(actor, scene, kind, held).motion for actor in (first, then))
    keys = ((0.0, _last(before)), (1.0, after.keys[0][1]))
    phases = [(k + 1) / (_BETWEEN + 1) for k in range(_BETWEEN)]
    motion = Motion(keys, seconds, "once", _BETWEEN, flies=before.flies and after.flies)
    going = Going(motion, (phases, tuple(range(_BETWEEN))))
    layer = _layer(then, scene, look, going, held)
    return replace(layer, playing=Playing(seconds, order=tuple(range(_BETWEEN))))


def _last(motion: Motion) -> Pose:
    """The pose in which a gesture ends; a cycle may be left where it begins."""
    return motion.keys[-1][1] if motion.mode == "once" else motion.keys[0][1]


_BETWEEN = 3
"""Pictures between two motions."""


def _layer(actor: Actor, scene: Scene, look: Look, going: "Going", held: Held | None) -> CastLayer:
    """The layer of a person or a group who move as `going` says."""
    members = members_of(actor.concept)
    largest = max(key.scale for key in actor.path)
    unit_px = actor.height * scene.size_px[1]
    motion, held = in_use(going.motion, held)
    shown = [_shown(actor, m, motion) for m in members]

    def draw(pen: Pen, phase: float) -> None:
        for member, person in zip(members, shown, strict=True):
            _draw_member(pen, member, person, motion, phase, held)

    phases, order = going.phases or _phases(
        motion, blinks=unit_px > 70 and actor.facing != "back"
    )  # fmt: skip
    seed = scene.seed * 131 + sum(map(ord, actor.concept)) % 9973
    baked = bake(draw, phases, unit_px * largest, look, seed, tint=tint_of(actor, look))
    if actor.concept in _FADING:
        baked = _faded(baked)
    baked = replace(baked, density=baked.density * largest)
    playing = _playing(actor, scene, look, going, order)
    wide = 0.40 if len(members) == 1 else 0.34 * len(members)
    aura = members[0].kind.aura and not (actor.menace or actor.silhouette)
    return CastLayer(
        baked, playing, actor.path,
        None if motion.flies else shadow_image(look.shadow),
        (unit_px * wide * (1.35 if actor.menace else 1.0), unit_px * 0.075),
        actor.facing == "left",
        glow=glow_image(look.light) if aura else None,
        glow_px=unit_px * 1.5,
        glow_up_px=unit_px * 0.62,
    )  # fmt: skip


def gait_of(actor: Actor, scene: Scene, look: Look) -> Playing | None:
    """How the steps of a person follow time or way; None for whoever does not go."""
    kind = members_of(actor.concept)[0].kind
    name = own_motion(actor.motion, kind)
    name = MOTION_NAMES.get(name, name)
    going = _going(actor, scene, kind, None)
    if name not in GAITS or (going.tread is None and name != "run"):
        return None
    return _playing(actor, scene, look, going, (0,))


def _playing(
    actor: Actor, scene: Scene, look: Look, going: "Going", order: tuple[int, ...]
) -> Playing:
    return Playing(
        going.motion.period_s / speed_of(going.motion, look), going.motion.mode == "once", order,
        (scene.actors.index(actor) * 0.37 if actor in scene.actors else 0.0) % 1.0,
        going.tread,
    )  # fmt: skip


@dataclass(frozen=True)
class Going:
    """A motion as it is played here; gaits with the rounds that belong to the way."""

    motion: Motion
    phases: tuple[list[float], tuple[int, ...]] | None = None
    tread: Tread | None = None


_STAYS = 0.3
"""Who goes less far than this, in heights, stands; but one may run without getting on."""


def _going(actor: Actor, scene: Scene, kind: Kind, held: Held | None) -> Going:
    name = own_motion(actor.motion, kind)
    motion = _played(name, held)
    name = MOTION_NAMES.get(name, name)
    if name == "stand":
        stance = _stance(actor)
        return Going(stance if held is None else holding(stance, held.manner))
    if name not in GAITS:
        return Going(motion)
    gone = on_its_way(actor, scene, motion, kind)
    if gone is not None:
        return gone
    rests = {
        "run": name,
        "carry": "hold",
        "crawl": "sit_out" if kind.motion == "crawl" else "crouch",
    }
    return Going(_played(rests.get(name, "stand"), held))


def _stance(actor: Actor) -> Motion:
    """How one stands who feels what the face shows, or who threatens."""
    if actor.menace:
        return LOOMING
    expression = FACE_NAMES.get(actor.expression, actor.expression)
    return STANCES.get(expression, MOTIONS_TABLE["stand"])


def on_its_way(actor: Actor, scene: Scene, motion: Motion, kind: Kind) -> Going | None:
    """The gait `motion` with its steps on the way; None for who hardly leaves the place."""
    way = way_of(actor, scene)
    if np.abs(way).max() < _STAYS:
        return None
    motion = fitted(motion, float(np.abs(way).max()), scene.duration_s)
    stride = stride_of(motion, kind.build, YAWS[actor.facing])
    if stride.length < 0.1:  # somebody who comes towards the viewer
        stride = stride_of(motion, kind.build, YAWS["right"])
    count = motion.phases
    phases = [stride.phase(k / count) for k in range(count)]
    tread = tread_of(way, stride.length, scene.duration_s, _MOST_ROUNDS / motion.period_s)
    return Going(motion, (phases, tuple(range(count))), tread)


_MOST_ROUNDS = 1.7
"""How many rounds somebody makes at most in the time that one takes at leisure."""

_FADING = frozenset({"ghost", "soul"})


def own_motion(asked: str, kind: Kind) -> str:
    """What the kind does when nothing is asked of it: a baby crawls, a ghost floats."""
    return kind.motion if kind.motion and asked in ("stand", "walk", "") else asked


def members_of(concept: str) -> list[Member]:
    """The people of whom `concept` is made; raises KeyError outside FIGURES."""
    if concept in KINDS:
        return [Member(KINDS[concept])]
    names = GROUPS[concept]
    tallest = max(KINDS[name].height_m for name in names)
    if len(names) > 4:
        return _throng(names, tallest)
    step = 0.36
    start = -step * (len(names) - 1) / 2
    return [
        Member(
            KINDS[name], start + step * k, 0.0, KINDS[name].height_m / tallest, 0.37 * k,
            concept == "couple" and k == 1,
        )
        for k, name in enumerate(names)
    ]  # fmt: skip


def _throng(names: tuple[str, ...], tallest: float) -> list[Member]:
    """Two rows, the farther one higher up and a little smaller."""
    far = [
        Member(KINDS[n], -0.62 + 0.42 * k, 0.07, 0.93 * KINDS[n].height_m / tallest, 0.23 * k)
        for k, n in enumerate(names[:4])
    ]
    near = [
        Member(KINDS[n], -0.44 + 0.44 * k, 0.0, KINDS[n].height_m / tallest, 0.41 * k, k == 2)
        for k, n in enumerate(names[4:])
    ]
    return far + near


def _shown(actor: Actor, member: Member, motion: Motion) -> Shown:
    expression = actor.expression
    if expression == "plain" and member.kind.expression:
        expression = member.kind.expression
    kind = own_head(actor, member.kind)
    outfit = own_cloth(actor, outfit_of(kind, actor.clothes))
    face = face_of(motion.face or expression)
    who = Dressed(kind, bared(outfit, actor.traits), face, actor.menace, actor.traits)
    return Shown(who, YAWS[actor.facing], motion.mark)


def own_head(actor: Actor, kind: Kind) -> Kind:
    """The kind with the hair and the glasses that make this person somebody, and with what has
    become of them."""
    return with_traits(_own_hair(actor, kind), actor.traits)


def _own_hair(actor: Actor, kind: Kind) -> Kind:
    if not (actor.hair or actor.glasses):
        return kind
    hair, glasses = actor.hair or kind.head.hair, actor.glasses or kind.head.glasses
    return replace(kind, head=replace(kind.head, hair=hair, glasses=glasses))


def own_cloth(actor: Actor, outfit: Outfit) -> Outfit:
    """The outfit in the person's own colour: the skirt of a hanbok, a suit as a whole."""
    if actor.cloth is None:
        return outfit
    own = rgb(*actor.cloth)
    if outfit.top != outfit.lower:
        skirted = outfit.bottom == "skirt"
        return replace(outfit, lower=own) if skirted else replace(outfit, top=own)
    return replace(outfit, top=own, lower=own, trim=rgb(*mix(actor.cloth, (30, 26, 26), 0.35)))


def _played(name: str, held: Held | None) -> Motion:
    """The motion called `name`, the arms full where something is carried."""
    known = MOTION_NAMES.get(name, name)
    motion = motion_of(known)
    if held is None or (known not in FREE_HANDED and known in MOTIONS_TABLE):
        return motion
    return holding(motion, held.manner)


def in_use(motion: Motion, held: Held | None) -> tuple[Motion, Held | None]:
    """`motion` without what it has in the hands itself, where something else is `held`; and how
    that is held then: eaten from, raised to the mouth, read."""
    if held is None or motion.mark not in _USED_AS:
        return motion, held
    if held.is_dish and motion.mark == "bowl":
        return replace(motion, mark="chopsticks"), replace(held, manner="bowl")
    return replace(motion, mark=""), replace(held, manner=_USED_AS[motion.mark])


_USED_AS: Mapping[str, Manner] = {"bowl": "hand", "cup": "hand", "book": "arms"}

_BLINK = 10.0
"""Added to a phase: the same moment with the eyes closed."""


def _draw_member(
    pen: Pen, member: Member, shown: Shown, motion: Motion, phase: float, held: Held | None
) -> None:
    if phase >= _BLINK:
        phase -= _BLINK
        shown = _with_face(shown, eye="closed")
    elif motion.speaks and int(phase * motion.phases) % 2:
        shown = _with_face(shown, mouth="shout" if motion.speaks == "loud" else "o")
    moment = phase if motion.mode == "once" else phase + member.ahead
    if motion.whirls:
        shown = replace(shown, yaw=(shown.yaw + 360.0 * moment) % 360.0)
    canvas = pen.canvas
    canvas.save()
    canvas.translate(member.x, -member.up)
    canvas.scale(-member.size if member.turned else member.size, member.size)
    sway = math.cos(math.tau * moment)
    draw_figure(pen, shown, pose_at(motion, moment), sway=sway, held=held)
    canvas.restore()


def _with_face(shown: Shown, **changes: str) -> Shown:
    face = replace(shown.who.face, **changes)  # type: ignore[arg-type]
    return replace(shown, who=replace(shown.who, face=face))


def _phases(motion: Motion, *, blinks: bool) -> tuple[list[float], tuple[int, ...]]:
    """The phases to paint and the order to show them in; there and back needs only half.

    Slow postures blink once a cycle, for an eighth of a second or so.
    """
    count = motion.phases
    if motion.mode == "once":
        return [k / (count - 1) for k in range(count)], tuple(range(count))
    if len(motion.keys) != 2:
        return [k / count for k in range(count)], tuple(range(count))
    half = count // 2
    phases = [k / count for k in range(half + 1)]
    order = (*range(half + 1), *range(half - 1, 0, -1))
    if not blinks or motion.period_s < 2.0:
        return phases, order
    slow = [index for index in order for _ in range(3)]
    slow[10] = len(phases)
    return [*phases, phases[order[3]] + _BLINK], tuple(slow)


def speed_of(motion: Motion, look: Look) -> float:
    """Idle motions follow the mood's tempo, gaits and gestures half of it."""
    idle = motion.mode == "cycle" and motion.period_s > 1.3
    return look.tempo if idle else 0.5 + 0.5 * look.tempo


def tint_of(actor: Actor, look: Look) -> Tint:
    """The tone of somebody who threatens or is a shadow."""
    if not (actor.menace or actor.silhouette):
        return PLAIN
    dark = rgb(*mix(look.dark(0.5), (10, 10, 14), 0.35))
    hint = _FORM_HINT if actor.concept in _OWN_FORM else _SHADE_HINT
    return Tint(dark, hint if actor.menace else 0.0)


def _faded(baked: Baked) -> Baked:
    """The same pictures, dissolving towards the ground, as ghosts have no feet."""

    def faded(at: int) -> Still:
        still = baked.stills[at]
        pixels = pixels_of(still.image)
        rows = np.arange(pixels.shape[0], dtype=np.float32)
        above = (still.foot_y - rows) / max(1.0, still.foot_y)
        fade = np.clip((above - 0.04) / 0.34, 0.0, 1.0) ** 1.4
        pixels[..., 3] = (pixels[..., 3] * fade[:, None] * 0.94).astype(np.uint8)
        return replace(still, image=image_of(pixels))

    return replace(baked, stills=Stills([partial(faded, at) for at in range(len(baked.stills))]))


def glow_image(light: tuple[int, int, int]) -> skia.Image:
    """A round of soft light, 96 x 96 pixels."""
    y, x = np.mgrid[-1:1:96j, -1:1:96j]
    fall = np.clip(1 - np.sqrt(x**2 + y**2), 0, 1) ** 2.2
    pixels = np.zeros((96, 96, 4), dtype=np.uint8)
    pixels[..., :3] = light
    pixels[..., 3] = (fall * 190).astype(np.uint8)
    return image_of(pixels)
