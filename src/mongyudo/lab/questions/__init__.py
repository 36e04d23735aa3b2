"""The lab's questions that film clips, one a file: add a file with a QUESTION, and
`mongyudo lab` has a command of its name."""

import importlib
import json
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path
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
            **{name: _digest(value) for name, value in self.given.items()},
        }

    def reach(self) -> dict[str, Any]:
        """What may grow."""
        return {"dreams": len(self.dreams), "clips": self.clips}


def _digest(value: object) -> str:
    """Knows a question's own input from any other."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return blake2b(text.encode(), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Input:
    """A question's own input, as an option of its command. `read` makes plain data of the path that
    is named; the run keeps it."""

    help: str
    read: Callable[[Path], Any]
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """How many dreams or clips: a row of `counts` for each of `rows`, a column for each of
    `columns`."""

    ko: str
    en: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: Sequence[Sequence[int]]

    @classmethod
    def of(
        cls, ko: str, en: str, rows: Sequence[str], columns: Sequence[str],
        pairs: Iterable[tuple[str, str]],
    ) -> "Table":  # fmt: skip
        """Counted from pairs of a row and a column."""
        met = Counter(pairs)
        counts = [[met[row, column] for column in columns] for row in rows]
        return cls(ko, en, tuple(rows), tuple(columns), counts)


def no_tables(_run: Run, _asked: Asked) -> Iterable[Table]:
    """Of a question whose figures say all."""
    return ()


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
    those there are. `tables` are counts that stand on the page beside the figures.
    """

    name: str
    ko: str
    en: str
    measures: tuple[Measure, ...]
    make: Callable[[Run, Asked, Heard], None]
    count: Callable[[Asked], int]
    score: Callable[[Run, Asked], Iterable[Score]]
    pairs: Callable[[Sequence[str]], Iterator[tuple[str, str]]]
    tables: Callable[[Run, Asked], Iterable[Table]] = no_tables
    backends: tuple[str, ...] = ("ink", "mongyudo-small")
    """Who films where nobody is named; () where its own input says so."""
    arms: Mapping[str, str] = field(default_factory=dict)
    """What the parts of arms' names mean, in Korean and English."""
    takes: Mapping[str, Input] = field(default_factory=dict)
    """Its own input by name, beside dreams and backends."""
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
