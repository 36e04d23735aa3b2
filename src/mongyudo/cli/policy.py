"""`mongyudo policy`: filters trained on labelled passages."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mongyudo.errors import BackendError
from mongyudo.settings import load_settings

if TYPE_CHECKING:
    from mongyudo.training.filters.course import Engine

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group("policy")
def command() -> None:
    """영상 정책의 필터를 만들고 잽니다. Train a filter of your own, and measure it."""


@command.command("train")
@click.argument("files", metavar="DATA.jsonl...", nargs=-1, required=True, type=_FILE)
@click.option("-o", "--output", required=True, type=_FOLDER, help="A new folder for the filter.")
@click.option(
    "--engine", type=click.Choice(["light", "encoder"]), default="light", show_default=True,
    help="light: letters and words, seconds; encoder: a transformers model with LoRA.",
)  # fmt: skip
@click.option("--encoder", metavar="DIR_OR_HUB_ID", help="The model that --engine encoder tunes.")
@click.option(
    "--held-out", multiple=True, type=_FILE,
    help="Passages to measure on, never learned; by default a fifth of DATA (repeatable).",
)  # fmt: skip
@click.option("--seed", type=int, default=1447, show_default=True, help="Of split and training.")
@click.option(
    "--false-alarms", type=click.FloatRange(0, 0.5), default=0.02, show_default=True,
    help="Share of allowed passages that the filter may refuse.",
)  # fmt: skip
@click.option("--licence", default="", help="Of the passages, for the card.")
def train(
    files: tuple[Path, ...], output: Path, engine: str, encoder: str | None,
    held_out: tuple[Path, ...], seed: int, false_alarms: float, licence: str,
) -> None:  # fmt: skip
    """이름표가 달린 글로 필터를 만듭니다. Train a filter on labelled passages.

    A line of DATA: {"text": "...", "outcome": "allow" or "refuse", "category": "violence"}.
    """
    from mongyudo.reading.korean import analyse
    from mongyudo.training.filters.course import Lesson, train_filter
    from mongyudo.training.filters.evaluating import lines

    lesson = Lesson(files, held_out, seed=seed, false_alarms=false_alarms, licence=licence)
    told = train_filter(lesson, _engine(engine, encoder), output, analyse)
    for line in lines(told):
        click.echo(line)
    click.echo(str(output / "evaluation.html"))
    click.echo(f'다음 (next): mongyudo.toml: policy_classifier = "{output}"', err=True)


def _engine(name: str, encoder: str | None) -> "Engine":
    from mongyudo.training.filters.course import LightEngine

    if bool(encoder) != (name == "encoder"):
        raise click.UsageError("--encoder and --engine encoder go together")
    if not encoder:
        return LightEngine()
    from mongyudo.backends.diffusion.backend import packages_missing

    if missing := packages_missing():
        raise BackendError(f"{missing.reason}. {missing.remedy}")
    from mongyudo.training.filters.encoder import EncoderEngine

    return EncoderEngine(encoder, told=_tell_epoch)


def _tell_epoch(epoch: int, loss: float) -> None:
    click.echo(f"epoch {epoch}: loss {loss:.4f}", err=True)


@command.command("evaluate")
@click.argument("folder", metavar="DIR", type=_FOLDER)
@click.argument("files", metavar="DATA.jsonl...", nargs=-1, required=True, type=_FILE)
@click.option("-o", "--output", required=True, type=_FOLDER, help="Folder for the evaluation.")
def evaluate(folder: Path, files: tuple[Path, ...], output: Path) -> None:
    """필터를 다른 글로 잽니다. Measure a filter on passages that it has not learned."""
    from mongyudo.reading.korean import analyse
    from mongyudo.training.filters.course import evaluate as measured
    from mongyudo.training.filters.evaluating import lines
    from mongyudo.training.filters.passages import read_passages

    output.mkdir(parents=True, exist_ok=True)
    policy_dir = load_settings().policy_dir
    told = measured(folder, read_passages(files), analyse, output=output, policy_dir=policy_dir)
    for line in lines(told):
        click.echo(line)
    click.echo(str(output / "evaluation.html"))
