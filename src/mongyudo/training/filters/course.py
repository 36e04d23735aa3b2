"""From labelled passages to a filter in a folder: weights, card, evaluation."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from mongyudo import __version__
from mongyudo.errors import UsageError
from mongyudo.policy import light as light_filter
from mongyudo.policy.classifier import CARD, filter_in, hash_of, read_card
from mongyudo.policy.combining import Analyse
from mongyudo.training.filters import evaluating, light, passages
from mongyudo.training.filters.passages import ALLOW, Passage

LEAST_THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Lesson:
    """What to learn from. `held_out` passages are never learned; without any, `share` of each
    label is held out of `files`. `false_alarms` is the share of allowed passages that the filter
    may refuse, by which its threshold is chosen."""

    files: tuple[Path, ...]
    held_out: tuple[Path, ...] = ()
    share: float = 0.2
    seed: int = 1447
    false_alarms: float = 0.02
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Learned:
    """What an engine wrote: the names of its files of weights, what its card should say, and
    passages that it had not learned with the probability of refusal that it gave them."""

    weights: list[str]
    unseen: Sequence[tuple[Passage, float]]
    told: dict[str, Any] = field(default_factory=dict)


class Engine(Protocol):
    """A kind of filter; `name` stands in the card."""

    @property
    def name(self) -> str: ...

    def learn(
        self, passages: Sequence[Passage], analyse: Analyse, folder: Path, seed: int
    ) -> Learned:
        """Learn the passages and write the weights into `folder`."""
        ...


class LightEngine:
    """Runs of letters and words, a linear model: no download, seconds."""

    name = "light"

    def learn(
        self, passages: Sequence[Passage], analyse: Analyse, folder: Path, seed: int
    ) -> Learned:
        """Learn the passages; the threshold comes from cross-validation over all of them."""
        refusals = light.unseen_refusals(passages, analyse, seed)
        light_filter.save(light.train(passages, analyse), folder)
        return Learned([light_filter.WEIGHTS], list(zip(passages, refusals, strict=True)))


def train_filter(lesson: Lesson, engine: Engine, folder: Path, analyse: Analyse) -> dict[str, Any]:
    """Train a filter into `folder`, which must not be there yet; the summary of its evaluation.

    Raises:
        UsageError: `folder` is there.
        DataError: the passages break their format, or are too few.
    """
    if folder.exists():
        raise UsageError(f"{folder} is there already. Name a new folder, or remove that one.")
    learned, held = divided(lesson)
    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        made = engine.learn(learned, analyse, part, lesson.seed)
        card = {
            "engine": engine.name,
            "threshold": threshold_for(made.unseen, lesson.false_alarms),
            "weights": made.weights,
            "weights_hash": hash_of(part, made.weights),
            "seed": lesson.seed,
            "mongyudo": __version__,
            "data": _data(lesson, learned, held),
            **made.told,
        }
        _write_card(card, part)
        told = evaluate(part, held, analyse)
        refused = {who: told["judges"][who]["refused"] for who in evaluating.JUDGES}
        _write_card({**card, "held_out": evaluating.as_json(refused)}, part)
        part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return told


def divided(lesson: Lesson) -> tuple[list[Passage], list[Passage]]:
    """What is learned and what is held out; no text is on both sides."""
    known = passages.read_passages(lesson.files)
    if lesson.held_out:
        held = passages.read_passages(lesson.held_out)
        apart = {passage.text for passage in held}
        learned = [passage for passage in known if passage.text not in apart]
    else:
        learned, held = passages.split(known, lesson.share, lesson.seed)
    passages.check_enough(learned)
    return learned, held


def evaluate(
    folder: Path,
    held: Sequence[Passage],
    analyse: Analyse,
    *,
    output: Path | None = None,
    policy_dir: Path | None = None,
) -> dict[str, Any]:
    """Measure the filter of a folder on passages, and write the evaluation beside it (or into
    `output`); its summary."""
    judged = evaluating.judged_by_all(held, filter_in(folder), analyse, policy_dir)
    told = evaluating.summary(judged)
    evaluating.write(told, read_card(folder), output or folder)
    return told


def threshold_for(unseen: Sequence[tuple[Passage, float]], false_alarms: float) -> float:
    """The least threshold that refuses at most `false_alarms` of the allowed passages, but
    LEAST_THRESHOLD at least."""
    allowed = sorted((odds for p, odds in unseen if p.label == ALLOW), reverse=True)
    most = int(false_alarms * len(allowed))
    return round(float(np.clip(allowed[min(most, len(allowed) - 1)], LEAST_THRESHOLD, 0.999)), 4)


def _data(lesson: Lesson, learned: Sequence[Passage], held: Sequence[Passage]) -> dict[str, Any]:
    return {
        "files": [file.name for file in lesson.files],
        "held_out_files": [file.name for file in lesson.held_out],
        "learned": len(learned),
        "learned_hash": passages.hash_of(learned),
        "held_out": len(held),
        "held_out_hash": passages.hash_of(held),
        "licence": lesson.licence,
        "false_alarms": lesson.false_alarms,
    }


def _write_card(card: dict[str, Any], folder: Path) -> None:
    text = json.dumps(card, ensure_ascii=False, indent=1) + "\n"
    (folder / CARD).write_text(text, encoding="utf-8")
