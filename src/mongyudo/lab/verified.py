"""What `train verify` found of a run, read from its verify.json."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from mongyudo.errors import UsageError
from mongyudo.records import Method
from mongyudo.training.run import ADAPTERS
from mongyudo.training.verify.features import STYLE
from mongyudo.training.verify.intervals import Figure, share_of
from mongyudo.training.verify.styles import Styles

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
    learned: Styles | None = None

    @property
    def styles(self) -> Styles:
        """By which clips are told apart; raises UsageError where the verification is too old."""
        if self.learned is None:
            raise UsageError(
                f"the verification of {self.run} does not tell its styles: it was made by an older "
                "version. Run `mongyudo train verify` on it again."
            )
        return self.learned

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
    return verified(outcome_in(run, method), method)


def outcome_in(run: Path, method: Method | None = None) -> dict[str, Any]:
    """The same as plain data, which can be kept: {"adapters_dir", "outcome"}."""
    path = run if run.is_file() else run / VERIFY
    try:
        outcome = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UsageError(
            f"{path} is not there. Make it with `mongyudo train verify {run}`."
        ) from error
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} is no outcome of `train verify`: {error!r}") from error
    told = {"adapters_dir": str(path.parent.resolve() / ADAPTERS), "outcome": outcome}
    verified(told, method)
    return told


def verified(told: Mapping[str, Any], method: Method | None = None) -> Verified:
    """From what `outcome_in` read; raises UsageError like `read_verified`."""
    path, outcome = Path(told["adapters_dir"]).with_name(VERIFY), told["outcome"]
    try:
        names = [each["name"] for each in outcome["adapters"]]
        own = method or ("category" if names[0].startswith("category:") else "emotion")
        found = Verified(
            own,
            outcome["run"],
            outcome["backend"],
            tuple(_adapter(each) for each in outcome["adapters"]),
            tuple(outcome["confusion"]["columns"]),
            outcome["date"],
            _styles(outcome.get("styles")),
        )
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise UsageError(f"{path} is no outcome of `train verify`: {error!r}") from error
    strange = [name for name in names if not name.startswith(f"{own}:")]
    if strange:
        raise UsageError(f"{path} judges {strange[0]}, which is no adapter of {own}.")
    return found


def _styles(told: Mapping[str, Any] | None) -> Styles | None:
    """None in an outcome of before styles were told."""
    if told is None or tuple(told["features"]) != STYLE:
        return None
    return Styles(tuple(told["labels"]), np.array(told["centroids"]), np.array(told["scale"]))


def _adapter(told: Mapping[str, Any]) -> Adapter:
    figures = told["figures"]
    values = {name: (figures.get(name) or {}).get("value") for name in ("identity", "loss")}
    state = told.get("state") or ("passed" if told["passed"] else "failed")
    return Adapter(told["label"], state, figures["landed"], **values)
