"""A recipe: everything that decides what an adapter becomes, in one TOML file.

Unknown keys are refused. Each default is the project's own; a model's published settings stand in
its recipe under `recipes/`, with their source.
"""

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from mongyudo.errors import UsageError
from mongyudo.records import Method
from mongyudo.training.verify.rules import Rules
from mongyudo.training.words import english, labels_of

Share = Annotated[float, Field(ge=0, le=0.9)]
Count = Annotated[int, Field(ge=1)]
Quantile = Annotated[float, Field(gt=0, lt=1)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DataPart(_Part):
    """Which clips are learned from, and by which of their labels.

    `labels` () means every label that the data set has clips of. `size_px` (W, H), `frames` and
    `fps` are how a set of clips is prepared; unset, they are the model's own.
    """

    folder: Path = Path("clips")
    method: Method = "emotion"
    labels: tuple[str, ...] = ()
    size_px: tuple[int, int] | None = None
    frames: Count | None = None
    fps: Count | None = None

    @model_validator(mode="after")
    def _known_labels(self) -> "DataPart":
        known = labels_of(self.method)
        unknown = [label for label in self.labels if label not in known]
        if unknown:
            raise ValueError(f"unknown labels {unknown}. Known: {', '.join(known)}")
        return self


class AdapterPart(_Part):
    """The adapter's size and place; `alpha` None means the rank's value.

    `targets` are ends of layer names, or one regular expression for whole names; () stands for the
    attention layers that every model has. `trigger` opens every caption, its {label} in English.
    """

    rank: Annotated[int, Field(ge=1, le=512)] = 32
    alpha: Annotated[float, Field(gt=0)] | None = None
    targets: tuple[str, ...] | str = ()
    trigger: str = "{label} style, "
    licence: str = ""
    """Of the finished adapter; unset: the base model's."""


class FitPart(_Part):
    """How the adapter is fitted: the optimizer's settings, and what bends the data.

    `prior_share` is how many of the clips seen are ones without an emotion (where there are none,
    neutral ones), without the trigger: they keep the model as it was without it. `caption_dropout`
    is how often a caption is left out. `ema_decay` 0 keeps no average. Steps are optimizer steps of
    `batch` x `accumulation` clips per process.
    """

    steps: Count = 2000
    batch: Count = 1
    accumulation: Count = 1
    learning_rate: Annotated[float, Field(gt=0, le=1)] = 1e-4
    optimizer: Literal["adamw", "adamw8bit"] = "adamw"
    weight_decay: Annotated[float, Field(ge=0)] = 0.01
    max_grad_norm: Annotated[float, Field(gt=0)] = 1.0
    warmup_steps: Annotated[int, Field(ge=0)] = 0
    schedule: Literal["constant", "cosine"] = "constant"
    ema_decay: Annotated[float, Field(ge=0, lt=1)] = 0.0
    caption_dropout: Share = 0.1
    prior_share: Share = 0.0
    gradient_checkpointing: bool = False
    tiling: bool = False
    """Whether the VAE works piece by piece while latents are made, to spare memory."""
    dtype: Literal["auto", "float32", "float16", "bfloat16"] = "auto"
    checkpoint_every: Count = 250
    seed: Annotated[int, Field(ge=0)] = 0


class WatchPart(_Part):
    """What is looked at while fitting: the loss on clips held out, and sample videos.

    `held_out` is the share of clips never learned from; `quantiles` are where in the family's own
    distribution of noise their loss is taken. `sample_every` 0 makes no samples.
    """

    held_out: Share = 0.1
    quantiles: tuple[Quantile, ...] = (0.1, 0.3, 0.5, 0.7, 0.9)
    held_out_every: Count = 100
    sample_every: Annotated[int, Field(ge=0)] = 500
    prompts: tuple[str, ...] = ()
    """Captions without the trigger; unset: of the first clips held out."""
    sample_steps: Count | None = None
    """Denoising steps of a sample; unset: the release's own."""


class VerifyPart(_Part):
    """What `train verify` films and asks of the adapters."""

    prompts: tuple[str, ...] = ()
    """Captions like those learned from; unset: of the data set."""
    held_out_prompts: tuple[str, ...] = ()
    """Captions that no clip had; unset: of the clips held out."""
    most_prompts: Count = 4
    """Captions that are taken of each kind where no prompts are named."""
    seeds: Annotated[tuple[int, ...], Field(min_length=1)] = (0, 1)
    """Every prompt is filmed with each."""
    steps: Count | None = None
    """Denoising steps of a clip; unset: the release's own."""
    subjects: Literal["auto", "drawn", "clip", "structure"] = "auto"
    """What tells whether the subject is kept: the recogniser of the drawn set; CLIP, with
    `clip_weights`; or a proxy, the structure of the base's clip. "auto": the first that fits."""
    clip_weights: str = ""
    """A folder with a CLIP model in transformers' layout."""
    rules: Rules = Rules()


class Recipe(_Part):
    """What is to be trained, on what, how, and how it is watched and verified."""

    name: str
    backend: str
    weights: str = ""
    data: DataPart = DataPart()
    adapter: AdapterPart = AdapterPart()
    fit: FitPart = FitPart()
    watch: WatchPart = WatchPart()
    verify: VerifyPart = VerifyPart()

    def trigger_of(self, label: str) -> str:
        """What opens the captions of `label`'s clips, and prompts when the adapter films."""
        trigger = self.adapter.trigger.replace("{label}", english(label)).strip()
        return f"{trigger} " if trigger else ""

    def adapter_name(self, label: str) -> str:
        """`emotion:공포`."""
        return f"{self.data.method}:{label}"


def read_recipe(path: Path) -> Recipe:
    """A recipe file; raises UsageError that names each key that cannot stand."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UsageError(
            f"there is no recipe {str(path)!r}. Those of the project lie in recipes/."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"recipe {path} is no TOML: {error}") from error
    except OSError as error:
        raise UsageError(f"recipe {path} cannot be read: {error.strerror or error}") from error
    try:
        return Recipe(**{"name": path.stem, **values})
    except ValidationError as error:
        raise UsageError(f"recipe {path}: {_explain(error)}") from error


def _explain(error: ValidationError) -> str:
    faults = [
        f"{'.'.join(map(str, fault['loc']))} = {fault['input']!r}: {fault['msg']}"
        for fault in error.errors()
    ]
    return "; ".join(faults)
