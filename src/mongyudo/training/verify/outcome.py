"""The outcome of a verification: verdicts and figures of all adapters, as JSON and on the cards."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from mongyudo.backends.adapters import digest, read_card, write_card
from mongyudo.errors import BackendError
from mongyudo.training.verify.features import STYLE
from mongyudo.training.verify.grid import Trial
from mongyudo.training.verify.intervals import Figure
from mongyudo.training.verify.judge import Evidence, Measures
from mongyudo.training.verify.styles import BASE_STYLE, Styles
from mongyudo.training.verify.verdict import State, Verdict

FORMAT = 1
STATE_WORDS: dict[State, str] = {
    "passed": "통과 passed", "failed": "탈락 FAILED", "untrained": "미학습 not trained",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tried:
    """One adapter: what was seen, the figures, the verdict."""

    trial: Trial
    evidence: Evidence
    measures: Measures
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """All adapters of a run. `settings` is what else decides the figures: seeds, steps, rules."""

    run: str
    backend: str
    base_hash: str
    styles: Styles
    tried: tuple[Tried, ...]
    settings: Mapping[str, Any]

    @property
    def passed(self) -> bool:
        """Whether every trained adapter passed, and there is one."""
        trained = [each.verdict.passed for each in self.tried if each.verdict.trained]
        return bool(trained) and all(trained)

    def count(self, state: State) -> int:
        """How many adapters are in a state."""
        return sum(each.verdict.state == state for each in self.tried)

    @property
    def columns(self) -> tuple[str, ...]:
        """Where clips can land: with a label's style, or where the base was."""
        return (*self.styles.labels, BASE_STYLE)


def as_json(outcome: Outcome) -> dict[str, Any]:
    """What verify.json holds."""
    rows = [each for each in outcome.tried if each.measures.landed]
    return {
        "format": FORMAT,
        "run": outcome.run,
        "date": date.today().isoformat(),
        "backend": outcome.backend,
        "base_hash": outcome.base_hash,
        "passed": outcome.passed,
        "adapters": [_adapter(each) for each in outcome.tried],
        "confusion": {
            "rows": [each.trial.label for each in rows],
            "columns": list(outcome.columns),
            "clips": [
                [each.measures.landed[column] for column in outcome.columns] for each in rows
            ],
        },
        "styles": {
            "features": list(STYLE),
            "labels": list(outcome.styles.labels),
            "centroids": outcome.styles.centroids.tolist(),
            "scale": outcome.styles.scale.tolist(),
        },
        "settings": dict(outcome.settings),
    }


def _adapter(tried: Tried) -> dict[str, Any]:
    trial, verdict = tried.trial, tried.verdict
    return {
        "label": trial.label,
        "name": trial.name,
        "file": str(trial.path),
        "hash": digest(trial.path) if trial.path.is_file() else None,
        "passed": verdict.passed,
        "state": verdict.state,
        "why": list(verdict.why),
        "checks": [asdict(check) for check in verdict.checks],
        "figures": asdict(tried.measures),
    }


def lines(outcome: Outcome) -> list[str]:
    """One line an adapter for the terminal, and under one that did not pass the reasons."""
    found = []
    for each in outcome.tried:
        state = STATE_WORDS[each.verdict.state]
        numbers = ", ".join(
            f"{name} {value:.2f}" for name, value in _numbers(each.measures).items()
        )
        found.append(f"{each.trial.label:<6} {state}  {numbers}".rstrip())
        found += [f"       {reason}" for reason in each.verdict.why]
    return found


def write_on_cards(tried: Sequence[Tried]) -> None:
    """Tell each adapter's card what was found; a file that cannot be read keeps what it has."""
    today = date.today().isoformat()
    for each in tried:
        try:
            card = read_card(each.trial.path)
        except BackendError:
            continue  # its verdict says so
        found = {
            "passed": each.verdict.passed,
            "why": list(each.verdict.why),
            "date": today,
            "measures": _numbers(each.measures),
        }
        write_card(each.trial.path, replace(card, verification=found))


def _numbers(measures: Measures) -> dict[str, float]:
    """The main figures without their intervals."""
    named = {
        "style": measures.style.get("held-out@1"),
        "margin": measures.margin,
        "identity": measures.identity,
        "loss": measures.loss,
        "leak": measures.leak,
        "memorised": measures.memorised,
    }
    return {name: round(f.value, 4) for name, f in named.items() if isinstance(f, Figure)}
