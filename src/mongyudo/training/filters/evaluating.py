"""Rules, filter and both together on passages that the filter has not learned."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from mongyudo.policy.classifier import Filter
from mongyudo.policy.combining import Analyse, strictest
from mongyudo.policy.judging import judge
from mongyudo.records import POLICY_CATEGORIES, Verdict
from mongyudo.training.filters.passages import ALLOW, Passage
from mongyudo.training.verify.intervals import Figure, share_of
from mongyudo.training.verify.report import rendered, replace_text

JUDGES = ("rules", "classifier", "both")
PAGE, JSON = "evaluation.html", "evaluation.json"


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage, what each of JUDGES says, and the filter's probability of refusal."""

    passage: Passage
    verdicts: Mapping[str, Verdict]
    refusal: float

    @property
    def differs(self) -> bool:
        """Whether rules and filter disagree about filming it."""
        return self.verdicts["rules"].outcome != self.verdicts["classifier"].outcome


def judged_by_all(
    passages: Sequence[Passage], trained: Filter, analyse: Analyse, policy_dir: Path | None = None
) -> list[Judged]:
    """Every passage before all judges, in order."""
    return [_judged(passage, trained, analyse, policy_dir) for passage in passages]


def _judged(passage: Passage, trained: Filter, analyse: Analyse, policy_dir: Path | None) -> Judged:
    by_rules = judge(passage.text, analyse, policy_dir=policy_dir)
    by_filter = trained.judge(passage.text, analyse)
    verdicts = {
        "rules": by_rules, "classifier": by_filter, "both": strictest([by_rules, by_filter])
    }  # fmt: skip
    return Judged(passage, verdicts, trained.refusal(passage.text, analyse))


def figures(judged: Sequence[Judged], who: str) -> dict[str, Any]:
    """Precision and recall of one of JUDGES, as shares with Wilson's intervals of 95 %.

    `refused` is whether, `categories` also for what; each is None where nothing can be counted.
    """
    refuses = [each.verdicts[who].outcome == "refuse" for each in judged]
    meant = [each.passage.label != ALLOW for each in judged]
    return {
        "refused": {
            "precision": _share(meant, refuses),
            "recall": _share(refuses, meant),
            "false_alarms": _share(refuses, [not wanted for wanted in meant]),
        },
        "categories": {name: _category(judged, who, name) for name in POLICY_CATEGORIES},
    }


def _category(judged: Sequence[Judged], who: str, name: str) -> dict[str, Figure | None]:
    """`refused` is the share of its passages that are not filmed, whatever the category named."""
    gold = [each.passage.label == name for each in judged]
    told = [name in {r.category for r in each.verdicts[who].reasons} for each in judged]
    refused = [each.verdicts[who].outcome == "refuse" for each in judged]
    return {
        "precision": _share(gold, told),
        "recall": _share(told, gold),
        "refused": _share(refused, gold),
    }


def _share(hits: Sequence[bool], among: Sequence[bool]) -> Figure | None:
    return share_of([hit for hit, counts in zip(hits, among, strict=True) if counts])


def summary(judged: Sequence[Judged]) -> dict[str, Any]:
    """The figures of all judges and the passages on which rules and filter differ."""
    return {
        "passages": len(judged),
        "judges": {who: figures(judged, who) for who in JUDGES},
        "differ": [_difference(each) for each in judged if each.differs],
    }


def _difference(each: Judged) -> dict[str, Any]:
    return {
        "id": each.passage.id,
        "text": each.passage.text,
        "label": each.passage.label,
        "refusal": round(each.refusal, 3),
        **{
            who: sorted({reason.category for reason in each.verdicts[who].reasons}) or [ALLOW]
            for who in ("rules", "classifier")
        },
    }


def as_json(told: Any) -> Any:
    """A summary with its figures as plain values, rounded to four places."""
    if isinstance(told, Figure):
        return {name: round(value, 4) for name, value in asdict(told).items()}
    if isinstance(told, dict):
        return {name: as_json(value) for name, value in told.items()}
    return told


def write(told: dict[str, Any], card: Mapping[str, Any], folder: Path) -> None:
    """Write evaluation.json and evaluation.html into a folder, each whole."""
    text = json.dumps(as_json(told), ensure_ascii=False, indent=1) + "\n"
    replace_text(folder / JSON, text)
    page = rendered("evaluation.html.j2", Path(__file__).parent, told=told, card=card)
    replace_text(folder / PAGE, page)


def lines(told: dict[str, Any]) -> list[str]:
    """The figures in a few lines for the terminal."""
    found = [f"{told['passages']} passages that the filter has not learned:"]
    for who in JUDGES:
        shares = told["judges"][who]["refused"]
        words = [f"{name.replace('_', ' ')} {_word(figure)}" for name, figure in shares.items()]
        found.append(f"  {who:10} {', '.join(words)}")
    return [*found, f"  rules and classifier differ on {len(told['differ'])}"]


def _word(figure: Figure | None) -> str:
    if figure is None:
        return "-"
    return f"{figure.value:.2f} [{figure.low:.2f}, {figure.high:.2f}]"
