"""A question's answer from its scores: figures by arm, and what may be claimed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mongyudo.lab.comparing import Claim, Difference, claims, difference_of
from mongyudo.lab.dreams import GoldDream
from mongyudo.lab.filming import CLIP, frames_of
from mongyudo.lab.questions import Asked, Heard, Measure, Question
from mongyudo.lab.runs import Run, Sample, Score
from mongyudo.training.verify.intervals import Figure, mean_of

Values = Mapping[str, Mapping[str, float]]
"""Arm -> dream -> value."""


@dataclass(frozen=True, slots=True)
class Row:
    """A measure of all arms that have it, and the claims about it."""

    measure: Measure
    figures: Mapping[str, Figure]
    claims: tuple[Claim, ...]


def score_run(run: Run, question: Question, asked: Asked, heard: Heard) -> list[Score]:
    """Score everything anew, and keep it in the run."""
    found = list(question.score(run, asked))
    gold = {each.dream.id: each for each in asked.dreams}
    for sample in run.samples():
        found += _clip_scores(sample, gold.get(sample.dream))
        heard()
    run.write_scores(found)
    return found


def _clip_scores(sample: Sample, gold: GoldDream | None) -> Iterator[Score]:
    """What every scorer says of a clip."""
    from mongyudo.lab.scorers import Seen, scorers

    path = sample.folder / CLIP
    if not path.is_file():
        return
    emotion = gold.emotion[0] if gold and gold.emotion else ""
    seen = Seen(frames_of(path), sample.facts["fps"], emotion, sample.facts["prompt"])
    for scorer in scorers():
        value = scorer.score(seen)
        if value is not None:
            yield Score(sample.dream, sample.arm, scorer.name, value)


def measures_of(question: Question) -> tuple[Measure, ...]:
    """The question's own, then those of every clip."""
    from mongyudo.lab.scorers import scorers

    of_clips = (Measure(s.name, s.ko, s.en, proxy=s.stands_for) for s in scorers())
    return (*question.measures, *of_clips)


def answer(question: Question, scores: Iterable[Score]) -> tuple[Row, ...]:
    """A row for each measure that has values; claims are corrected over all of them."""
    table = _table(scores)
    wanted = [each for each in measures_of(question) if each.name in table]
    made = [
        difference
        for measure in wanted
        if measure.better
        for first, second in question.pairs(sorted(table[measure.name]))
        if (difference := _difference(measure.name, table[measure.name], first, second))
    ]
    found = claims(made)
    return tuple(
        Row(
            measure,
            _figures(table[measure.name]),
            tuple(each for each in found if each.difference.measure == measure.name),
        )
        for measure in wanted
    )


def _difference(measure: str, values: Values, first: str, second: str) -> Difference | None:
    return difference_of(measure, (first, values[first]), (second, values[second]))


def _figures(values: Values) -> dict[str, Figure]:
    found = {arm: mean_of(list(by.values()), list(by)) for arm, by in sorted(values.items())}
    return {arm: figure for arm, figure in found.items() if figure is not None}


def _table(scores: Iterable[Score]) -> dict[str, dict[str, dict[str, float]]]:
    """Measure -> arm -> dream -> value."""
    table: dict[str, dict[str, dict[str, float]]] = {}
    for each in scores:
        table.setdefault(each.measure, {}).setdefault(each.arm, {})[each.dream] = each.value
    return table


def differing(before: Run, after: Run) -> Iterator[str]:
    """A line for each measure and arm whose figures two runs tell differently."""
    old, new = _table(before.scores()), _table(after.scores())
    for measure in sorted({*old, *new}):
        for arm in sorted({*old.get(measure, {}), *new.get(measure, {})}):
            was, now = (_told(table.get(measure, {}).get(arm)) for table in (old, new))
            if was != now:
                yield f"{measure:22} {arm:32} {was} -> {now}"


def _told(values: Mapping[str, float] | None) -> str:
    return f"{sum(values.values()) / len(values):.4g} (n {len(values)})" if values else "-"
