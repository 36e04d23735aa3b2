"""What is known of a model's release, as data: defaults, sizes, published figures, each sourced."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from mongyudo.backends.diffusion.hub import INDEX, KEPT, Source

READ_ON = "2026-11"
"""When the sources were read; a figure read later carries its own date."""


Topic = Literal[
    "size", "length", "rate", "steps", "guidance", "text", "memory", "parameters", "speed"
]
"""What is told of every model; "rate" is frames a second, "text" the limit in tokens."""
TOPICS: tuple[Topic, ...] = get_args(Topic)
PIPELINES = "https://github.com/huggingface/diffusers/blob/v0.42.1/src/diffusers/pipelines"
"""Where the defaults of a pipeline's call are read; tests hold them against the installed one."""
CLIP = (
    "https://github.com/huggingface/transformers/blob/main/src/transformers/models/clip/"
    "configuration_clip.py"
)
"""Where CLIP's 77 positions are read."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that was read somewhere: what it is, its value in words, where, when.

    Its name holds the topics that it is a source for ("steps and guidance").
    """

    name: str
    value: str
    source: str
    date: str = READ_ON

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What it is a source for."""
        words = self.name.replace(",", " ").split()
        return tuple(topic for topic in TOPICS if topic in words)


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

    `unestablished` are topics for which no publisher's figure was found: what the spec says there
    is this project's choice, or nothing is said.

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
    unestablished: tuple[Topic, ...] = ()
    revision: str = ""
    landmark: str = INDEX
    files: tuple[str, ...] = KEPT

    @property
    def source(self) -> Source:
        """Where it is on the hub."""
        return Source(self.hub_id, self.revision, self.landmark, self.files)
