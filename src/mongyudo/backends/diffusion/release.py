"""What is known of a model's release, as data: defaults, sizes, published figures, each sourced."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from mongyudo.backends.diffusion.hub import INDEX, KEPT, Source

READ_ON = "2026-11"
"""When the sources were read; a figure read later carries its own date."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that was read somewhere: what it is, its value in words, where, when."""

    name: str
    value: str
    source: str
    date: str = READ_ON


@dataclass(frozen=True, slots=True)
class Habit:
    """How a model likes its prompts.

    `long` models want flowing sentences with light and camera; the others a short list, what
    matters first. `negative` is the model's own list of what to avoid; `suffix` ends every prompt
    (Open-Sora's motion score) and is never cut.
    """

    long: bool = False
    negative: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """A released model beside its backend's spec.

    `parameters_m` counts the parameters of each part in millions, `published_gb` what part of a
    GPU's memory a set of memory options needs by the publishers' word (options -> GB),
    `published_s` seconds a clip on a GPU (GPU -> s). `notes_claim` is what the notes say,
    `corrected` what the release says. `float32_parts` lose too much in 16 bits.

    `revision`, `landmark` and `files` as in hub.Source: the commit as the hub's own pages or
    projects that pin it name it.
    """

    hub_id: str
    steps: int
    guidance: float
    scheduler: str
    dtype: Literal["float16", "bfloat16"]
    habit: Habit = Habit()
    float32_parts: tuple[str, ...] = ()
    parameters_m: Mapping[str, float] = field(default_factory=dict)
    published_gb: Mapping[str, float] = field(default_factory=dict)
    published_s: Mapping[str, float] = field(default_factory=dict)
    notes_claim: str = ""
    corrected: str = ""
    figures: tuple[Figure, ...] = ()
    revision: str = ""
    landmark: str = INDEX
    files: tuple[str, ...] = KEPT

    @property
    def source(self) -> Source:
        """Where it is on the hub."""
        return Source(self.hub_id, self.revision, self.landmark, self.files)
