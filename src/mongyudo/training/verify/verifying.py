"""Verify a run: every adapter on the grid, judged, reported, and told on its card."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.errors import DataError, UsageError
from mongyudo.training.lessons import curriculum
from mongyudo.training.prepared import PreparedClip, PreparedSet, is_prepared, read_prepared
from mongyudo.training.recipe import Recipe
from mongyudo.training.run import PREPARED, Run
from mongyudo.training.sampling import worded
from mongyudo.training.verify.eyes import eye_of
from mongyudo.training.verify.grid import Trial, Wishes, asks_of
from mongyudo.training.verify.judge import Evidence, Learned, measure
from mongyudo.training.verify.outcome import Outcome, Tried, write_on_cards
from mongyudo.training.verify.report import write
from mongyudo.training.verify.seen import BASE
from mongyudo.training.verify.studio import Studio
from mongyudo.training.verify.styles import styles_of
from mongyudo.training.verify.trying import Watching, learned_of, trying
from mongyudo.training.verify.verdict import judge

Telling = Callable[[str, float], None]
"""Called with a label and the share done of it, 0..1."""


def verify(
    run: Run, report: Path, options: Options, telling: Telling, labels: Sequence[str] = ()
) -> Outcome:
    """Judge the adapters of a run, or those of `labels` alone, each among the styles of all; write
    the report and tell each adapter's card.

    Raises DataError when the data set is gone or was changed, UsageError for a label that the run
    has not, BackendError when the model is not ready. An adapter that does not fit is no error: it
    fails; one that is missing is not trained yet.
    """
    from mongyudo.training.course import model_of

    recipe = run.recipe
    data = _data(run)
    unknown = [label for label in labels if label not in run.labels]
    if unknown:
        raise UsageError(f"no label {', '.join(unknown)} in {run.folder}: {', '.join(run.labels)}")
    options = replace(options, weights=recipe.weights or options.weights)
    backend = model_of(recipe, options)
    trials = trials_of(run, data, backend)
    width, height, frames = _shape(data.clips)
    studio = Studio(backend, options, (width, height), frames, recipe.verify.steps)
    learned = {trial.label: learned_of(studio, trial.learned) for trial in trials}
    wanted = [trial for trial in trials if not labels or trial.label in labels]
    seen = _seen(studio, recipe, trials, wanted, learned, telling)
    outcome = judged(run, studio, wanted, seen, learned)
    write_on_cards(outcome.tried)
    write(outcome, report)
    return outcome


def _data(run: Run) -> PreparedSet:
    own = run.folder / PREPARED  # goes with the run, also when it comes from a rented machine
    data = read_prepared(own if is_prepared(own) else Path(run.data["folder"]))
    if data.digest != run.data["digest"]:
        raise DataError(
            f"{data.folder} is not what {run.folder} was trained on: its digest is {data.digest}, "
            f"not {run.data['digest']}. Prepare the same clips again."
        )
    return data


def trials_of(run: Run, data: PreparedSet, backend: DiffusionBackend) -> list[Trial]:
    """An adapter for each label of the run, with the clips that training set apart as it did."""
    found = []
    for label in run.labels:
        lessons = curriculum(backend, data.clips, run.recipe, label)
        found.append(
            Trial(
                label=label,
                name=run.recipe.adapter_name(label),
                path=run.adapter(label),
                trigger=run.recipe.trigger_of(label),
                learned=tuple(each.clip for each in lessons.own),
                held=tuple(each.clip for each in lessons.held_out),
            )
        )
    return found


def _shape(clips: Sequence[PreparedClip]) -> tuple[int, int, int]:
    """Width, height and frames of most clips."""
    shapes = Counter((*clip.size_px, clip.frames) for clip in clips)
    return shapes.most_common(1)[0][0]


def _seen(
    studio: Studio, recipe: Recipe, trials: Sequence[Trial], wanted: Sequence[Trial],
    learned: dict[str, Learned], telling: Telling,
) -> list[Evidence]:  # fmt: skip
    """Try the wanted adapters; one that is not there is told so."""
    wishes, triggers = wishes_of(studio.backend, recipe), [each.trigger for each in trials]
    asked = {trial.label: asks_of(trial, triggers, wishes) for trial in wanted}
    eye = eye_of(recipe.verify, [ask for asks in asked.values() for ask in asks], trials)
    watching = Watching(recipe.watch.quantiles, eye)
    found = []
    for trial in wanted:
        if not trial.path.is_file():
            found.append(_untrained(trial, learned[trial.label]))
            continue
        asks = asked[trial.label]
        told = _telling_of(telling, trial.label)
        found.append(trying(studio, trial, asks, learned[trial.label], watching, told))
    return found


def _untrained(trial: Trial, learned: Learned) -> Evidence:
    fault = f"{trial.path} is not there yet. Train it with `mongyudo train run`."
    return Evidence(trial.label, {}, learned, fault=fault, trained=False)


def _telling_of(telling: Telling, label: str) -> Callable[[float], None]:
    return lambda share: telling(label, share)


def wishes_of(backend: DiffusionBackend, recipe: Recipe) -> Wishes:
    """The recipe's part of the grid."""
    wished = recipe.verify
    return Wishes(
        wished.prompts, wished.held_out_prompts, wished.seeds, wished.most_prompts,
        partial(worded, backend), backend.spec.takes != "image",
    )  # fmt: skip


def judged(
    run: Run, studio: Studio, trials: Sequence[Trial], seen: Sequence[Evidence],
    learned: dict[str, Learned],
) -> Outcome:  # fmt: skip
    """Figures and verdicts of the adapters among the styles of all labels."""
    base = [clip.style for each in seen if not each.fault for clip in each.shown["in-domain", BASE]]
    if not base:  # no adapter could be put on: any style will do
        base = [style for each in learned.values() for style in each.styles]
    styles = styles_of({label: each.styles for label, each in learned.items()}, base)
    rules = run.recipe.verify.rules
    tried = []
    for trial, evidence in zip(trials, seen, strict=True):
        measures = measure(evidence, styles)
        tried.append(Tried(trial, evidence, measures, judge(evidence, measures, rules)))
    settings = _flat(run.recipe.verify.model_dump(mode="json")) | {
        "size": f"{studio.size_px[0]}x{studio.size_px[1]}, {studio.frames} frames",
        "quantiles": list(run.recipe.watch.quantiles),
    }
    return Outcome(
        run.folder.name, run.recipe.backend, studio.base_hash, styles, tuple(tried), settings
    )


def _flat(values: dict[str, Any]) -> dict[str, Any]:
    """The rules beside the rest; what is not set is left out."""
    told = {**values, **values.get("rules", {})}
    return {
        key: value for key, value in told.items() if key != "rules" and value not in (None, "", [])
    }
