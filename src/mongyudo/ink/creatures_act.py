"""What an animal is doing: the names of motions, how fast they go and how they are played."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from mongyudo.ink.creatures_pen import BeastPen

Sort = Literal["walker", "flier", "swimmer"]


@dataclass(frozen=True, slots=True)
class Act:
    """A moment of a motion: `phase` 0..1 of the cycle; `menace` is the frightening form."""

    motion: str
    phase: float
    menace: bool = False


Draw = Callable[[BeastPen, Act], None]
"""Paints an animal facing right in units of its height; the ground is y = 0, y grows downwards."""


@dataclass(frozen=True, slots=True)
class Member:
    """One of a group: its place in units of the height, its size, and how far ahead in time."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    ahead: float = 0.0


@dataclass(frozen=True, slots=True)
class Cycle:
    """How a motion is played: seconds a round, pictures a round; `aloft` leaves out the shadow."""

    period_s: float
    phases: int
    aloft: bool = False
    once: bool = False


CYCLES: Mapping[str, Cycle] = {
    "stand": Cycle(3.2, 6), "walk": Cycle(1.15, 10), "run": Cycle(0.56, 8),
    "bound": Cycle(0.72, 8), "attack": Cycle(1.1, 10), "bite": Cycle(0.8, 8),
    "sit": Cycle(3.2, 6), "lie": Cycle(3.6, 6), "sleep": Cycle(4.0, 6), "eat": Cycle(1.2, 8),
    "fly": Cycle(0.8, 10, aloft=True), "swim": Cycle(1.4, 10, aloft=True),
    "crawl": Cycle(1.6, 10), "coil": Cycle(3.6, 8), "rise": Cycle(2.4, 8),
    "float": Cycle(3.0, 8, aloft=True), "look_back": Cycle(3.0, 6), "shake": Cycle(0.34, 6),
    "fall": Cycle(0.9, 8, aloft=True),
}  # fmt: skip
"""Every motion of animals."""

NEAREST: Mapping[str, str] = {
    "chase": "run", "flee": "run", "gallop": "run", "trot": "run", "jump": "bound", "hop": "bound",
    "leap": "bound", "pounce": "attack", "lunge": "attack", "fight": "attack", "charge": "run",
    "roar": "bite", "bark": "bite", "shout": "bite", "talk": "bite", "sing": "bite",
    "cry": "bite", "laugh": "bite", "crouch": "crawl", "stalk": "crawl", "sneak": "crawl",
    "climb": "crawl", "hide": "lie", "die": "sleep", "dead": "sleep", "rest": "lie",
    "kneel": "sit", "bow": "eat", "drink": "eat", "graze": "eat", "dig": "eat", "soar": "fly",
    "hover": "fly", "glide": "fly", "drown": "swim", "dive": "swim", "sink": "float",
    "search": "look_back", "turn": "look_back", "watch": "stand", "tremble": "shake",
    "recoil": "rise", "wave": "rise", "cheer": "rise", "dance": "bound", "curl": "coil",
    "stagger": "walk", "carry": "walk", "push": "walk", "pull": "walk", "fall_back": "fall",
    "cover": "shake", "plunge": "fall",
}  # fmt: skip
"""Motions of people and of the director, as the animals' nearest."""


def motion_of(name: str) -> str:
    """The animals' motion nearest to `name`; standing when nothing is near."""
    if name in CYCLES:
        return name
    return NEAREST.get(name, "stand")
