"""`mongyudo lab`: questions answered with figures."""

import json
from pathlib import Path

import click


@click.group("lab")
def command() -> None:
    """무엇이 더 나은지 재어 봅니다. Questions answered with figures, a page each."""


@command.command("methods")
@click.argument("dreams", type=click.Path(path_type=Path))
@click.option(
    "--emotion", required=True, type=click.Path(path_type=Path), help="A verified run by emotion."
)
@click.option(
    "--category", required=True, type=click.Path(path_type=Path), help="A verified run by category."
)
@click.option("--limit", type=click.IntRange(min=1), help="The first so many dreams.")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default=Path("lab"), show_default=True,
    help="Folder for methods.html and methods.json.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print methods.json on stdout.")
def methods(
    dreams: Path, emotion: Path, category: Path, limit: int | None, out: Path, *, as_json: bool
) -> None:
    """감정별과 분류별을 견줍니다. By emotion or by category: which gives dreams their own look?

    DREAMS holds a dream a line: {"id", "text", "emotion", "category"}.
    """
    from mongyudo.lab.dreams import read_gold
    from mongyudo.lab.methods import as_json as told_of
    from mongyudo.lab.methods import read_labels, side_of
    from mongyudo.lab.report import write
    from mongyudo.lab.verified import read_verified
    from mongyudo.training.verify.outcome import STATE_WORDS

    runs = [read_verified(emotion, "emotion"), read_verified(category, "category")]
    asked = read_gold(dreams, limit)
    found = read_labels(asked)
    sides = [side_of(run, asked, found) for run in runs]
    told = told_of(sides)
    page = write(out, "methods", told, sides=sides, dreams=len(asked), states=STATE_WORDS)
    click.echo(json.dumps(told, ensure_ascii=False) if as_json else str(page))
