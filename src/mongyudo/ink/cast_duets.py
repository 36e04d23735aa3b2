"""Two people who act as one, as a layer."""

import math
from dataclasses import dataclass, replace

import skia

from mongyudo.ink.cast_figures import face_of, on_its_way, own_cloth, own_head, speed_of, tint_of
from mongyudo.ink.cast_layer import CastLayer, Playing, bake, shadow_image
from mongyudo.ink.duets import DUETS, Duet
from mongyudo.ink.duets_draw import coming_at, draw_pair, fitted, pair_at
from mongyudo.ink.figures import KINDS, Dressed, outfit_of
from mongyudo.ink.figures_pen import Pen
from mongyudo.ink.layers import Layer
from mongyudo.ink.looks import Look
from mongyudo.ink.scene import Actor, Scene


def can_join(first: Actor, second: Actor) -> bool:
    """Whether the two are drawn as one: the first has a duet, and both are single people."""
    return first.duet in DUETS and first.concept in KINDS and second.concept in KINDS


def duet_layer(first: Actor, second: Actor, scene: Scene, look: Look) -> Layer:
    """The layer of two people at a duet, on the path of the first.

    Raises KeyError for an unknown duet or a concept that is not one person.
    """
    duet = DUETS[first.duet]
    whos = (_dressed(first), _dressed(second))
    sizes = second.height / first.height
    unit_px = first.height * scene.size_px[1]
    largest = max(key.scale for key in first.path)
    going = on_its_way(first, scene, duet.first, whos[0].kind) if duet.goes else None
    motion = going.motion if going is not None else duet.first
    played = fitted(replace(duet, first=motion), whos, sizes)
    count = max(motion.phases, duet.second.phases)
    phases, order = _round(count, to_and_fro=len(motion.keys) == len(duet.second.keys) == 2)
    if going is not None and going.phases is not None:
        phases, order = going.phases
    coming = [k / _COMING - 1 for k in range(_COMING)] if duet.rush else []
    tones = (_Tone.of(first, look), _Tone.of(second, look))

    def draw(pen: Pen, phase: float) -> None:
        both = (
            coming_at(played, whos, sizes, phase + 1)
            if phase < 0
            else pair_at(played, _speaking(duet, whos, phase), sizes, phase)
        )
        both = [replace(o, tone=t.pen(pen)) for o, t in zip(both, tones, strict=True)]
        draw_pair(pen, played, both, math.cos(math.tau * phase))

    seed = scene.seed * 131 + sum(map(ord, first.concept + second.concept)) % 9973
    baked = bake(draw, [*coming, *phases], unit_px * largest, look, seed)
    baked = replace(baked, density=baked.density * largest)
    playing = Playing(
        motion.period_s / speed_of(motion, look), order=tuple(k + len(coming) for k in order),
        tread=going.tread if going is not None else None, lead=tuple(range(len(coming))),
        lead_s=min(_COMING_S, 0.4 * scene.duration_s) if coming else 0.0,
    )  # fmt: skip
    wide = 0.42 + (0.0 if duet.seat else duet.apart)
    return CastLayer(
        baked, playing, first.path, shadow_image(look.shadow),
        (unit_px * wide * 1.2, unit_px * 0.08), first.facing == "left",
    )  # fmt: skip


def _round(count: int, *, to_and_fro: bool) -> tuple[list[float], tuple[int, ...]]:
    """The phases to paint and their order; there and back needs only half."""
    if not to_and_fro:
        return [k / count for k in range(count)], tuple(range(count))
    half = count // 2
    return [k / count for k in range(half + 1)], (*range(half + 1), *range(half - 1, 0, -1))


_COMING, _COMING_S = 8, 1.0
"""Pictures and seconds in which two come to one another."""


def _dressed(actor: Actor) -> Dressed:
    kind = KINDS[actor.concept]
    expression = actor.expression
    if expression == "plain" and kind.expression:
        expression = kind.expression
    kind, outfit = own_head(actor, kind), own_cloth(actor, outfit_of(kind, actor.clothes))
    return Dressed(kind, outfit, face_of(expression), actor.menace, actor.traits)


def _speaking(duet: Duet, whos: tuple[Dressed, Dressed], phase: float) -> tuple[Dressed, Dressed]:
    """Both with the mouths that they open now and then."""
    if not any(duet.mouths) or int(phase * 6) % 2:
        return whos
    first, second = (
        replace(who, face=replace(who.face, mouth=mouth)) if mouth is not None else who
        for who, mouth in zip(whos, duet.mouths, strict=True)
    )
    return first, second


@dataclass(frozen=True)
class _Tone:
    """The tone of a threat, or none."""

    dark: int | None
    hint: float

    @classmethod
    def of(cls, actor: Actor, look: Look) -> "_Tone":
        tint = tint_of(actor, look)
        return cls(tint.dark, tint.hint)

    def pen(self, pen: Pen) -> Pen | None:
        """`pen` in this tone, or None where there is no own one."""
        if self.dark is None:
            return None
        canvas: skia.Canvas = pen.canvas
        return Pen(canvas, line=pen.line, dark=self.dark, hint=self.hint, rim=pen.rim)
