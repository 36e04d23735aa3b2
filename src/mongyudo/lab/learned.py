"""Did it learn? What `train verify` found of all adapters, at once and over time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mongyudo.lab.verified import Adapter, Verified, read_verified
from mongyudo.training.verify.intervals import Figure


@dataclass(frozen=True, slots=True)
class Line:
    """One adapter through all verifications, in their order; None where it was not judged."""

    backend: str
    label: str
    outcomes: tuple[Adapter | None, ...]

    @property
    def change(self) -> str:
        """`gained` or `lost` when the last two that judged it differ, else ""."""
        passed = [each.state == "passed" for each in self.outcomes if each is not None]
        if len(passed) < 2 or passed[-1] == passed[-2]:
            return ""
        return "gained" if passed[-1] else "lost"


def read_all(runs: Iterable[Path]) -> tuple[Verified, ...]:
    """All verifications, the oldest first; raises UsageError for one that is not there."""
    return tuple(sorted((read_verified(run) for run in runs), key=lambda each: each.date))


def lines(found: Sequence[Verified]) -> tuple[Line, ...]:
    """A line for each adapter of each backend that any verification knows."""
    known = {(each.backend, one.label): None for each in found for one in each.adapters}
    return tuple(
        Line(backend, label, tuple(_in(each, backend, label) for each in found))
        for backend, label in known
    )


def _in(verified: Verified, backend: str, label: str) -> Adapter | None:
    if verified.backend != backend:
        return None
    return next((each for each in verified.adapters if each.label == label), None)


def as_json(found: Sequence[Verified], told: Sequence[Line]) -> dict[str, Any]:
    """What learned.json holds."""
    return {
        "question": "learned",
        "verifications": [
            {"run": each.run, "backend": each.backend, "date": each.date, **_counts(each)}
            for each in found
        ],
        "adapters": [
            {
                "backend": line.backend,
                "label": line.label,
                "change": line.change,
                "outcomes": [each and _adapter_json(each) for each in line.outcomes],
            }
            for line in told
        ],
    }


def _counts(verified: Verified) -> dict[str, int]:
    states = [each.state for each in verified.adapters]
    return {state: states.count(state) for state in ("passed", "failed", "untrained")}


def _adapter_json(adapter: Adapter) -> dict[str, Any]:
    style: Figure | None = adapter.style
    told = style and {"value": style.value, "low": style.low, "high": style.high, "n": style.n}
    return {
        "state": adapter.state, "style": told, "identity": adapter.identity, "loss": adapter.loss
    }  # fmt: skip
