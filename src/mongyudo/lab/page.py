"""A run's page: static HTML that opens from disk, with its clips beside it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from mongyudo.backends.contract import BackendSpec
from mongyudo.backends.diffusion.release import Figure as PublishedFigure
from mongyudo.backends.diffusion.release import Release
from mongyudo.backends.registry import get
from mongyudo.lab.answering import Row
from mongyudo.lab.comparing import ALPHA
from mongyudo.lab.dreams import GoldDream
from mongyudo.lab.plots import intervals, names_of
from mongyudo.lab.questions import Asked, Question
from mongyudo.lab.report import TEMPLATES
from mongyudo.lab.runs import Run, Sample
from mongyudo.lab.votes import Strength
from mongyudo.training.verify.report import rendered, replace_text

PAGE, ANSWER = "report.html", "answer.json"


@dataclass(frozen=True, slots=True)
class Shown:
    """An arm's clip on the page: files to play one after the other."""

    arm: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """A backend by its own word and its publishers'."""

    spec: BackendSpec
    figures: tuple[PublishedFigure, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """A dream with its clips side by side."""

    gold: GoldDream
    clips: tuple[Shown, ...]


def write_page(
    run: Run, question: Question, asked: Asked, rows: Sequence[Row], votes: Sequence[Strength]
) -> Path:
    """Write report.html and answer.json into the run's folder; the page's path."""
    today = date.today().isoformat()
    tables = tuple(question.tables(run, asked))
    told = {
        **as_json(question, rows, votes), "tables": [asdict(each) for each in tables], "date": today
    }  # fmt: skip
    replace_text(run.folder / ANSWER, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    strips = _strips(run, asked)
    arms = sorted(
        {arm for row in rows for arm in row.figures} | {c.arm for s in strips for c in s.clips}
    )
    names = names_of(arms, question.arms)
    own = {each.name for each in question.measures}
    page = run.folder / PAGE
    given: dict[str, Any] = {
        "question": question,
        "own": [row for row in rows if row.measure.name in own],
        "others": [row for row in rows if row.measure.name not in own],
        "plots": {row.measure.name: intervals(row.figures, names) for row in rows},
        "names": names,
        "strips": strips,
        "ballots": _ballots(question, strips),
        "votes": votes,
        "tables": tables,
        "published": published(asked.backends) if question.published else {},
        "run_id": run.id,
        "about": run.about,
        "alpha": ALPHA,
        "comparisons": sum(len(row.claims) for row in rows),
        "date": today,
    }
    replace_text(page, rendered("question.html.j2", TEMPLATES, **given))
    return page


def published(backends: Sequence[str]) -> dict[str, Published]:
    """What each backend declares, and its publishers' figures with where and when they were
    read."""
    found = {}
    for name in backends:
        backend = get(name)
        release: Release | None = getattr(backend, "release", None)
        found[name] = Published(backend.spec, release.figures if release else ())
    return found


def _strips(run: Run, asked: Asked) -> list[Strip]:
    gold = {each.dream.id: each for each in asked.dreams}
    by_dream = groupby(run.samples(), key=lambda sample: sample.dream)
    return [
        Strip(gold[dream], tuple(_shown(sample, run) for sample in samples))
        for dream, samples in by_dream
        if dream in gold
    ]


def _shown(sample: Sample, run: Run) -> Shown:
    files = sample.facts.get("files") or [sample.facts["file"]]
    folder = sample.folder.relative_to(run.folder).as_posix()
    return Shown(sample.arm, tuple(f"{folder}/{file}" for file in files))


def _ballots(question: Question, strips: Sequence[Strip]) -> list[dict[str, Any]]:
    """Pairs of clips of one dream, for the page to shuffle."""
    found = []
    for strip in strips:
        files = {clip.arm: clip.files for clip in strip.clips}
        for first, second in question.pairs(sorted(files)):
            clips = [{"arm": arm, "files": files[arm]} for arm in (first, second)]
            found.append(
                {"dream": strip.gold.dream.id, "text": strip.gold.dream.text, "clips": clips}
            )
    return found


def as_json(
    question: Question, rows: Sequence[Row], votes: Sequence[Strength]
) -> Mapping[str, Any]:
    """What answer.json holds: figures and claims, no text of a dream."""
    return {
        "question": question.name,
        "alpha": ALPHA,
        "correction": "Holm, over all comparisons",
        "measures": {row.measure.name: _row_json(row) for row in rows},
        "votes": [asdict(each) for each in votes],
    }


def _row_json(row: Row) -> dict[str, Any]:
    return {
        "better": row.measure.better,
        "unit": row.measure.unit,
        "proxy_of": row.measure.proxy,
        "arms": {arm: asdict(figure) for arm, figure in row.figures.items()},
        "comparisons": [
            {
                "first": claim.difference.first,
                "second": claim.difference.second,
                "difference": asdict(claim.difference.figure),
                "p": claim.difference.p,
                "adjusted_p": claim.adjusted_p,
                "larger": claim.winner,
            }
            for claim in row.claims
        ],
    }
