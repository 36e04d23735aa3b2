"""`mongyudo test`: every check of the repository, quick ones first."""

import os
import subprocess
import sys
import time
from pathlib import Path

import click

from mongyudo.errors import UsageError

ROOT = Path(__file__).parents[3]

PYTEST = ["pytest", "-q", "-n", "2", "-p", "no:cacheprovider", "-p", "no:schemathesis"]
SLOW_ROOMS = ("tests/browser", "tests/chaos")
QUICK = [*PYTEST, "-m", "not slow", *(f"--ignore={room}" for room in SLOW_ROOMS)]
SLOW = [*PYTEST, "-m", "slow"]

CHECKS: dict[str, list[str]] = {
    "lint": ["ruff", "check", "src", "tests", "scripts", "benchmarks"],
    "format": ["ruff", "format", "--check", "-q", "src", "tests", "scripts", "benchmarks"],
    "imports": ["lint-imports"],
    "quick tests": QUICK,
    "types": ["mypy"],
    "slow tests": SLOW,
}


@click.command("test")
@click.option("--quick", is_flag=True, help="Lint, imports and quick tests only.")
@click.pass_context
def command(ctx: click.Context, *, quick: bool) -> None:
    """모든 검사를 돌립니다. Run every check (from a clone)."""
    if not (ROOT / "pyproject.toml").is_file():
        raise UsageError("`mongyudo test` runs from a clone of the repository; this is an install")
    failed = []
    for name, words in CHECKS.items():
        if quick and name in ("types", "slow tests"):
            continue
        if not _passes(name, words):
            failed.append(name)
    if failed:
        click.echo(f"FAILED: {', '.join(failed)}", err=True)
        ctx.exit(1)
    click.echo("All checks passed.")


def _passes(name: str, words: list[str]) -> bool:
    click.echo(f"== {name}")
    began_s = time.monotonic()
    command = [str(Path(sys.executable).with_name(words[0])), *words[1:]]
    environment = {
        **os.environ,
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "PYTHONDONTWRITEBYTECODE": "",  # compiled anew, every process of the suite starts later
    }
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    click.echo(f"== {name}: {'ok' if code == 0 else 'FAILED'} ({time.monotonic() - began_s:.1f} s)")
    return code == 0
