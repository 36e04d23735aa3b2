"""`mongyudo test`: every check of the repository, quick ones first."""

import os
import subprocess
import sys
import time
from pathlib import Path

import click

from mongyudo.errors import UsageError

ROOT = Path(__file__).parents[3]

PYTEST = ["pytest", "-q", "-p", "no:cacheprovider", "-p", "no:schemathesis"]
SLOW_ROOMS = ("tests/browser", "tests/chaos")
HALF = (
    "tests/contract", "tests/docs", "tests/unit/cli", "tests/unit/diary", "tests/unit/film",
    "tests/unit/ink", "tests/unit/journey", "tests/unit/lab", "tests/unit/policy",
    "tests/unit/training", "tests/unit/web",
)  # fmt: skip
"""What takes as long as all the rest, which reads dreams and directs films."""

LINT = ["ruff", "check", "src", "tests", "scripts", "benchmarks"]
FORMAT = ["ruff", "format", "--check", "-q", "src", "tests", "scripts", "benchmarks"]


def _without(rooms: tuple[str, ...]) -> list[str]:
    return [f"--ignore={room}" for room in rooms]


QUICK = [*PYTEST, "-m", "not slow"]
CHECKS: dict[str, list[list[str]]] = {
    "lint": [LINT],
    "format": [FORMAT],
    "imports": [["lint-imports"]],
    # Two processes that each collect a part: two workers of one would both collect and load all.
    "quick tests": [[*QUICK, *HALF], [*QUICK, *_without(HALF + SLOW_ROOMS)]],
    "types": [["mypy"]],
    # A worker that has nothing left takes tests from the other, which may sit over a long one.
    "slow tests": [[*PYTEST, "-n", "2", "--dist", "worksteal", "-m", "slow"]],
}
"""By name, commands that run side by side; the check passes if all do."""


@click.command("test")
@click.option("--quick", is_flag=True, help="Lint, imports and quick tests only.")
@click.pass_context
def command(ctx: click.Context, *, quick: bool) -> None:
    """모든 검사를 돌립니다. Run every check (from a clone)."""
    if not (ROOT / "pyproject.toml").is_file():
        raise UsageError("`mongyudo test` runs from a clone of the repository; this is an install")
    failed = []
    for name, commands in CHECKS.items():
        if quick and name in ("types", "slow tests"):
            continue
        if not _passes(name, commands):
            failed.append(name)
    if failed:
        click.echo(f"FAILED: {', '.join(failed)}", err=True)
        ctx.exit(1)
    click.echo("All checks passed.")


def _passes(name: str, commands: list[list[str]]) -> bool:
    click.echo(f"== {name}")
    began_s = time.monotonic()
    beside = [_started(words, subprocess.PIPE) for words in commands[1:]]
    codes = [_started(commands[0], None).wait()]
    for process in beside:
        told, _ = process.communicate()
        click.echo(told, nl=False)
        codes.append(process.returncode)
    passed = not any(codes)
    click.echo(f"== {name}: {'ok' if passed else 'FAILED'} ({time.monotonic() - began_s:.1f} s)")
    return passed


def _started(words: list[str], out: int | None) -> subprocess.Popen[bytes]:
    command = [str(Path(sys.executable).with_name(words[0])), *words[1:]]
    environment = {
        **os.environ,
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "PYTHONDONTWRITEBYTECODE": "",  # compiled anew, every process of the suite starts later
    }
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out)
