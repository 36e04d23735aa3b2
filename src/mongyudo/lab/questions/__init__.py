"""The lab's questions that film clips, one a file: add a file with a QUESTION, and
`mongyudo lab` has a command of its name."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from mongyudo.backends.contract import DEFAULT_OPTIONS, Options
from mongyudo.lab.dreams import GoldDream
from mongyudo.lab.filming import Ask
from mongyudo.lab.runs import Run, Score

Heard = Callable[[], None]
"""Called after each sample."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question is asked on: all that decides its samples. Clips are made of the first
    `clips` dreams; what needs none is measured on all."""

    testset: str
    dreams: Sequence[GoldDream]
    backends: Sequence[str]
    clips: int
    options: Options = DEFAULT_OPTIONS
    size_px: tuple[int, int] | None = None
    seconds: float | None = None
    """Of a clip; None leaves it to each backend, which rounds what it cannot make."""
    given: Mapping[str, Any] = field(default_factory=dict)
    """A question's own input, by name."""

    @property
    def filmed(self) -> Sequence[GoldDream]:
        """The dreams that clips are made of; none that the policy ought to refuse."""
        return [each for each in self.dreams if not each.refused][: self.clips]

    def of(self, backend: str) -> Ask:
        """The same, of one backend."""
        return Ask(backend, self.size_px, self.seconds)

    def config(self) -> dict[str, Any]:
        """What one run may not mix."""
        return {
            "testset": self.testset,
            "backends": list(self.backends),
            "weights": self.options.weights,
            "size_px": self.size_px and list(self.size_px),
            "seconds": self.seconds,
            **{name: sorted(value) for name, value in self.given.items()},
        }

    def reach(self) -> dict[str, Any]:
        """What may grow."""
        return {"dreams": len(self.dreams), "clips": self.clips}


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of a report. `better` says which way is better, "" where neither is; `proxy` what
    it stands for, "" for the thing itself."""

    name: str
    ko: str
    en: str
    better: Literal["more", "less", ""] = ""
    unit: str = ""
    proxy: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the lab.

    `make` makes the samples that a run lacks, `count` says how many there will be; `score` gives
    the question's own scores, of texts and of samples; `pairs` are the arms that are compared, of
    those there are.
    """

    name: str
    ko: str
    en: str
    measures: tuple[Measure, ...]
    make: Callable[[Run, Asked, Heard], None]
    count: Callable[[Asked], int]
    score: Callable[[Run, Asked], Iterable[Score]]
    pairs: Callable[[Sequence[str]], Iterator[tuple[str, str]]]
    backends: tuple[str, ...] = ("ink", "mongyudo-small")
    arms: Mapping[str, str] = field(default_factory=dict)
    """What the parts of arms' names mean, in Korean and English."""
    takes: tuple[str, ...] = ()
    """Names of its own input, beside dreams and backends."""
    published: bool = False
    """Whether the publishers' own figures of each backend stand beside the measured ones."""
    limits: tuple[str, ...] = ()
    """What the answer does not show, Korean and English by turns."""


def names() -> tuple[str, ...]:
    """Of all questions, without loading them."""
    return tuple(sorted(each.name for each in pkgutil.iter_modules(__path__)))


@cache
def question(name: str) -> Question:
    """The question in file `name`."""
    found: Question = importlib.import_module(f"{__name__}.{name}").QUESTION
    return found
