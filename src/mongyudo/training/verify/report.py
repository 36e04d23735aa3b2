"""The report: one HTML page that carries its clips in itself, and a blind sheet for people."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from mongyudo.training.verify.intervals import Figure
from mongyudo.training.verify.outcome import STATE_WORDS, Outcome, Tried, as_json
from mongyudo.training.verify.seen import BASE, CELLS, Cell, Seen
from mongyudo.training.verify.sprites import data_url
from mongyudo.training.verify.styles import BASE_STYLE
from mongyudo.training.words import english

TEMPLATES = Path(__file__).parent
CELL_WORDS: dict[Cell, tuple[str, str]] = {
    "held-out": ("처음 보는 프롬프트", "held-out prompts"),
    "in-domain": ("배운 것과 같은 프롬프트", "in-domain prompts"),
    "other": ("다른 라벨의 방아쇠 말", "other triggers"),
    "neutral": ("방아쇠 말 없이", "no trigger"),
}
CHECK_WORDS = {
    "fits": "맞는 가중치", "base": "바탕 모델", "scale 0": "세기 0", "effect": "효과",
    "style": "화풍", "moved": "옮겨 감", "identity": "대상 보존", "loss": "손실",
    "memorised": "베낌", "diversity": "다양함", "motion": "움직임", "leak": "새어 나감",
}  # fmt: skip
SHOWN_ELSEWHERE = 4
"""Clips of each kind of prompt other than those held out."""
SHEET_SEED = 1447


@dataclass(frozen=True, slots=True)
class Strip:
    """The clips of one prompt and seed side by side: words above, a picture each."""

    prompt: str
    seed: int
    pictures: tuple[tuple[str, str], ...]


def write(outcome: Outcome, report: Path) -> None:
    """Write the report, and beside it verify.json, blind.html and blind-key.json, each whole."""
    report.parent.mkdir(parents=True, exist_ok=True)
    told = json.dumps(as_json(outcome), ensure_ascii=False, indent=2) + "\n"
    page, key = blind_sheet(outcome)
    replace_text(report.with_name("verify.json"), told)
    replace_text(report.with_name("blind.html"), page)
    replace_text(report.with_name("blind-key.json"), json.dumps(key, ensure_ascii=False, indent=2))
    replace_text(report, report_page(outcome))


def replace_text(path: Path, text: str) -> None:
    """Write a file whole, or leave the one before."""
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def report_page(outcome: Outcome) -> str:
    """The whole page as HTML."""
    told = as_json(outcome)
    return rendered(
        "report.html.j2",
        outcome=outcome,
        told=told,
        states=STATE_WORDS,
        cells=CELL_WORDS,
        strips={each.trial.label: _strips(each) for each in outcome.tried},
    )


def rendered(template: str, folder: Path = TEMPLATES, **given: Any) -> str:
    """A page from a template in `folder`, which may use the parts that lie here."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    room = Environment(
        loader=FileSystemLoader([folder, TEMPLATES]), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    room.filters |= {"en": _english, "figure": _figure, "check": CHECK_WORDS.__getitem__}
    return room.get_template(template).render(**given)


def _english(label: str) -> str:
    """Of a label; a set's own label stays as it is."""
    return label if label == BASE_STYLE else english(label)


def _figure(figure: Figure | None) -> str:
    return "–" if figure is None else f"{figure.value:.2f}"


def _strips(tried: Tried) -> dict[Cell, list[Strip]]:
    """What is shown of one adapter; all scales where it matters, base and 1 elsewhere."""
    shown = tried.evidence.shown
    found: dict[Cell, list[Strip]] = {}
    for cell in (each for each in CELLS if (each, 1.0) in shown):
        scales = (BASE, 0.0, 0.5, 1.0) if cell == "held-out" else (BASE, 1.0)
        rows = [shown[cell, scale] for scale in scales]
        most = len(rows[0]) if cell == "held-out" else SHOWN_ELSEWHERE
        found[cell] = [_strip(clips, scales) for clips in list(zip(*rows, strict=True))[:most]]
    return found


def _strip(clips: Sequence[Seen], scales: Sequence[float | None]) -> Strip:
    names = ["base" if scale is BASE else f"{scale:g}" for scale in scales]
    pictures = [(name, data_url(clip.sprite)) for name, clip in zip(names, clips, strict=True)]
    return Strip(clips[0].ask.prompt, clips[0].ask.seed, tuple(pictures))


def blind_sheet(outcome: Outcome) -> tuple[str, dict[str, Any]]:
    """A page on which people say which of two clips fits, and the key that tells which was which.

    The page does not tell; sides and order are shuffled by a fixed seed.
    """
    dice = Random(SHEET_SEED)
    pairs = [
        (tried.trial.label, base, clip)
        for tried in outcome.tried
        if not tried.evidence.fault
        for base, clip in zip(
            *(tried.evidence.shown["held-out", scale] for scale in (BASE, 1.0)), strict=True
        )
    ]
    dice.shuffle(pairs)
    items, key = [], {}
    for at, (label, base, clip) in enumerate(pairs):
        sides = [("base", base), ("adapter", clip)]
        dice.shuffle(sides)
        key[f"{at}"] = {"label": label, "left": sides[0][0], "right": sides[1][0]}
        pictures = [data_url(seen.sprite) for _, seen in sides]
        items.append({"label": label, "caption": base.ask.caption, "pictures": pictures})
    page = rendered("blind.html.j2", items=items, run=outcome.run)
    return page, {"run": outcome.run, "seed": SHEET_SEED, "items": key}
