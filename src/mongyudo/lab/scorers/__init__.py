"""Scores of a clip, one scorer a file: add a file with a SCORER, and every question has it.

A score that needs no weights and stands for one that does is named a proxy, here and in reports.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from mongyudo.training.verify.features import Clip


@dataclass(frozen=True, slots=True)
class Seen:
    """A clip as it plays. `clip` is (T, H, W, 3) uint8 RGB; `emotion` is what it was filmed for,
    `prompt` what the backend was sent, "" where there is none."""

    clip: Clip
    fps: float
    emotion: str = ""
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class Scorer:
    """One measure of a clip.

    `score` gives None where it cannot be measured (too few frames, no weights): no data, no number.
    `source` says where the formula comes from; `stands_for` what a proxy is a proxy of.
    """

    name: str
    ko: str
    en: str
    source: str
    score: Callable[[Seen], float | None]
    stands_for: str = ""

    @property
    def is_proxy(self) -> bool:
        """Whether it stands for a measure that needs a model's weights."""
        return bool(self.stands_for)


@cache
def scorers() -> tuple[Scorer, ...]:
    """Every scorer in this folder, by name."""
    modules = (importlib.import_module(f"{__name__}.{each.name}") for each in _files())
    return tuple(sorted((module.SCORER for module in modules), key=lambda each: each.name))


def _files() -> list[pkgutil.ModuleInfo]:
    return [each for each in pkgutil.iter_modules(__path__) if not each.name.startswith("_")]
