"""A world without weights: a base model that draws squares, and adapters that grade its clips."""

import zlib
from collections.abc import Callable
from functools import cache

import numpy as np

from mongyudo.training.verify.features import Clip, structure, style
from mongyudo.training.verify.judge import Evidence, Learned, Losses
from mongyudo.training.verify.seen import BASE, CELLS, SCALES, Ask, Seen, see
from mongyudo.training.verify.styles import Styles, styles_of

LABELS = ("행복", "공포", "슬픔")
GRADES = ((1.3, 1.0, 0.5), (0.4, 0.5, 0.45), (0.6, 0.8, 1.3))
"""What each label multiplies R, G and B by."""
FRAMES, SIDE_PX = 3, 32
Model = Callable[[Ask, float], Clip]


@cache
def scene(caption: str, seed: int) -> Clip:
    """A square that moves over a slope of light; the words and the seed decide where."""
    dice = np.random.default_rng([zlib.crc32(caption.encode()), seed])
    slope, size = dice.uniform(0.3, 0.8, 2), int(dice.integers(6, 13))
    ground = np.linspace(*slope, SIDE_PX)[:, None, None] * dice.uniform(0.7, 1.0, 3)
    clip = np.repeat((np.ones((SIDE_PX, SIDE_PX, 1)) * ground)[None], FRAMES, axis=0)
    x, y, step = (int(dice.integers(*span)) for span in ((0, 8), (0, 18), (1, 4)))
    colour = dice.uniform(0, 1, 3)
    for t in range(FRAMES):
        clip[t, y : y + size, x + t * step : x + t * step + size] = colour
    return (clip * 255).astype(np.uint8)


def graded(clip: Clip, label: str, strength: float = 1.0) -> Clip:
    """The clip in the label's colours."""
    grade = 1 + (np.array(GRADES[LABELS.index(label)]) - 1) * strength
    return np.clip(clip * grade, 0, 255).astype(np.uint8)


@cache
def learned_clips(label: str, count: int = 12) -> list[Clip]:
    """What the adapter of `label` learned from."""
    return [graded(scene(f"learned {i}", 100 + i), label) for i in range(count)]


def good(label: str) -> Model:
    """An adapter that does what it should, with its trigger only."""

    def model(ask: Ask, scale: float) -> Clip:
        clip = scene(ask.caption, ask.seed)
        return graded(clip, label, scale) if ask.cell in ("in-domain", "held-out") else clip

    return model


def asks(cell: str, trigger: str, prompts: int = 4, seeds: int = 2) -> list[Ask]:
    """Prompts of a cell, each with several seeds."""
    words = {"in-domain": "learned", "held-out": "new", "other": "new", "neutral": "new"}[cell]
    opening = {"neutral": "", "other": "another "}.get(cell, trigger)
    captions = [f"{words} {i}" for i in range(prompts)]
    return [Ask(cell, opening + c, c, seed) for c in captions for seed in range(seeds)]


def evidence(
    label: str, model: Model, losses: Losses | None = None, *, kept: Callable | None = None,
    trigger: str = "x style, ", prompts: int = 4,
) -> Evidence:  # fmt: skip
    """Everything seen of an adapter that films as `model` does."""

    def seen(ask: Ask, clip: Clip) -> Seen:
        return see(ask, clip, kept(ask, clip) if kept else None)

    shown: dict = {}
    for cell in CELLS:
        wanted = asks(cell, trigger, prompts)
        shown[cell, BASE] = [seen(ask, scene(ask.caption, ask.seed)) for ask in wanted]
        for scale in SCALES:
            shown[cell, scale] = [seen(ask, model(ask, scale)) for ask in wanted]
    return Evidence(label, shown, learned(label), losses or falling(0.5))


@cache
def passing(label: str) -> Evidence:
    """Everything seen of a good adapter."""
    return evidence(label, good(label))


@cache
def learned(label: str) -> Learned:
    """As verify sees the clips learned from."""
    clips = learned_clips(label)
    return Learned(tuple(map(style, clips)), tuple(map(structure, clips)))


@cache
def styles() -> Styles:
    """The three styles of this world."""
    base = [style(scene(f"learned {i}", seed)) for i in range(4) for seed in range(2)]
    return styles_of({label: learned(label).styles for label in LABELS}, base)


def falling(ratio: float) -> Losses:
    """Losses of eight clips held out, the adapter's about `ratio` of the base's."""
    base = np.linspace(0.8, 1.2, 8)
    wobble = 1 + 0.02 * np.sin(np.arange(8))
    return Losses(tuple(base), tuple(base * ratio * wobble))
