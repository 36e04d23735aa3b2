"""What `train verify` found of a run, read from its verify.json."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mongyudo.errors import UsageError
from mongyudo.records import Method
from mongyudo.training.verify.intervals import Figure, share_of

VERIFY = "verify.json"


@dataclass(frozen=True, slots=True)
class Adapter:
    """One adapter: `landed` counts its clips of held-out prompts by the nearest style."""

    label: str
    state: str
    landed: Mapping[str, int]
    identity: float | None
    loss: float | None

    @property
    def style(self) -> Figure | None:
        """Its own style's share of its clips; None where nothing was filmed."""
        return share_of(
            [label == self.label for label, clips in self.landed.items() for _ in range(clips)]
        )


@dataclass(frozen=True, slots=True)
class Verified:
    """A verified run of adapters of one method."""

    method: Method
    run: str
    backend: str
    adapters: tuple[Adapter, ...]
    columns: tuple[str, ...]
    date: str

    def adapter(self, label: str) -> Adapter | None:
        """The adapter of `label`, if it was filmed with."""
        return next((each for each in self.adapters if each.label == label and each.landed), None)

    @property
    def style(self) -> Figure | None:
        """The share of all clips that have their own adapter's style."""
        hits = [
            label == each.label
            for each in self.adapters
            for label, clips in each.landed.items()
            for _ in range(clips)
        ]
        return share_of(hits)


def read_verified(run: Path, method: Method | None = None) -> Verified:
    """From a run's folder, or a verify.json itself; raises UsageError for one that is not there, or
    is not of `method`, which is otherwise that of its first adapter."""
    path = run if run.is_file() else run / VERIFY
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        adapters = tuple(_adapter(each) for each in told["adapters"])
        names = [each["name"] for each in told["adapters"]]
        own = method or ("category" if names[0].startswith("category:") else "emotion")
        columns = tuple(told["confusion"]["columns"])
        found = Verified(own, told["run"], told["backend"], adapters, columns, told["date"])
    except FileNotFoundError as error:
        raise UsageError(
            f"{path} is not there. Make it with `mongyudo train verify {run}`."
        ) from error
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise UsageError(f"{path} is no outcome of `train verify`: {error!r}") from error
    strange = [name for name in names if not name.startswith(f"{own}:")]
    if strange:
        raise UsageError(f"{path} judges {strange[0]}, which is no adapter of {own}.")
    return found


def _adapter(told: Mapping[str, Any]) -> Adapter:
    figures = told["figures"]
    values = {name: (figures.get(name) or {}).get("value") for name in ("identity", "loss")}
    state = told.get("state") or ("passed" if told["passed"] else "failed")
    return Adapter(told["label"], state, figures["landed"], **values)
