"""`mongyudo bench`: measure speed and quality, as ratios in one run."""

import os
import subprocess
import sys
from pathlib import Path

import click

from mongyudo.errors import MongyudoError, UsageError, did_you_mean

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"


@click.command("bench")
@click.argument("name", required=False)
@click.option("--runs", type=click.IntRange(1, 100), default=5, show_default=True)
def command(name: str | None, runs: int) -> None:
    """얼마나 빠르고 얼마나 맞는지 잽니다. Run the benchmarks (from a clone)."""
    questions = sorted(path.parent.name for path in BENCHMARKS.glob("*/measure.py"))
    if not questions:
        raise UsageError("`mongyudo bench` runs from a clone of the repository")
    if name is not None and name not in questions:
        hint = did_you_mean(name, questions)
        raise UsageError(f"unknown benchmark {name!r}.{hint} Known: {', '.join(questions)}")
    for question in [name] if name else questions:
        click.echo(f"== {question}")
        _measure(question, runs)


def _measure(question: str, runs: int) -> None:
    script = BENCHMARKS / question / "measure.py"
    environment = {**os.environ, "MEASURE_RUNS": str(runs)}
    code = subprocess.run([sys.executable, str(script)], env=environment, check=False).returncode
    if code:
        raise MongyudoError(f"benchmark {question} failed with exit code {code}")
