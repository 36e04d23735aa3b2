"""Every animal with a rig of its own, behind one door."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import cast

from mongyudo.ink.creatures_small import BUGS, draw_spider, draw_winged
from mongyudo.ink.figures_pen import Pen

Rig = Callable[[Pen, str, float, bool], None]
"""Paints one animal: pen, action, phase 0..1, menace."""

ACTIONS: Mapping[str, str] = {
    "walk": "walk", "carry": "walk", "stroll": "walk", "trudge": "walk", "crawl": "walk",
    "march": "walk", "sneak": "walk", "shamble": "walk", "climb": "walk", "run": "run",
    "jump": "run", "play": "run", "ride": "run", "attack": "attack", "fight": "attack",
    "rage": "attack", "push": "attack", "scold": "attack", "shout": "attack", "catch": "attack",
    "lie": "lie", "sleep": "lie", "paralysed": "lie", "collapse": "lie", "fall_back": "lie",
    "eat": "eat", "drink": "eat", "dig": "eat", "sit": "sit", "sit_lotus": "sit", "cry": "sit",
    "swim": "swim", "drown": "swim", "fly": "fly", "float": "glide", "fall": "fall",
}  # fmt: skip
"""The puppet's motions as an animal does them; whatever is missing here stands."""

_PERIODS = {"walk": 1.0, "run": 0.52, "attack": 0.9, "fly": 0.55, "swim": 0.8, "glide": 2.4,
            "fall": 0.6, "eat": 1.6}  # fmt: skip


def _bug(name: str, pen: Pen, action: str, phase: float, menace: bool) -> None:  # noqa: FBT001
    bug = BUGS[name]
    draw = draw_spider if bug.form == "spider" else draw_winged
    draw(pen, bug, action, phase, menace=menace)


RIGS: Mapping[str, Rig] = {
    **{name: cast(Rig, partial(_bug, name)) for name in BUGS},
}

AIRBORNE = frozenset(BUGS) - {"spider"}
SWIMMERS: frozenset[str] = frozenset()


def action_of(concept: str, motion: str) -> str:
    """What the animal does for a motion's name."""
    action = ACTIONS.get(motion, "stand")
    if concept in AIRBORNE and action in ("walk", "stand"):
        return "fly"
    return "swim" if concept in SWIMMERS and action == "stand" else action


def period_s(action: str) -> float:
    """How long one cycle lasts, in seconds."""
    return _PERIODS.get(action, 2.8)


def floats(concept: str, action: str) -> bool:
    """Whether the feet are off the ground, so that no contact shadow belongs to it."""
    return concept in AIRBORNE or concept in SWIMMERS or action in ("fly", "glide", "fall")
