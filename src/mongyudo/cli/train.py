"""`mongyudo train`: adapters from a recipe and a set of clips."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from tqdm import tqdm

from mongyudo.backends.diffusion.backend import packages_missing
from mongyudo.cli.progress import bar as progress_bar
from mongyudo.errors import BackendError, UsageError
from mongyudo.records import CATEGORIES, EMOTIONS, Method
from mongyudo.settings import load_settings

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _path(*names: str, told: str) -> Callable[[_Command], _Command]:
    """An option that takes a path."""
    return click.option(*names, type=click.Path(path_type=Path), help=told)


@click.group("train")
def command() -> None:
    """감정·분류별 어댑터를 만들고 확인합니다. Train one adapter per emotion or category."""


@command.command("run")
@click.argument("recipe", type=click.Path(path_type=Path))
@_path("--data", told="A set of clips, or a prepared one; by default the recipe's folder.")
@_path("-o", "--output", told="The run's folder; by default runs/<recipe>.")
@click.option("--label", "labels", multiple=True, help="Train this label alone (repeatable).")
@click.option("--resume", is_flag=True, help="Go on where a stopped run was.")
def run(
    recipe: Path, data: Path | None, output: Path | None, labels: tuple[str, ...], *, resume: bool
) -> None:
    """레시피대로 어댑터를 만듭니다. Train the adapters of a recipe, one after the other."""
    from mongyudo.training.recipe import read_recipe

    read = read_recipe(recipe)
    _insist_on_known(labels, read.data.method)
    missing = packages_missing()
    if missing:
        raise BackendError(f"{missing.reason}. {missing.remedy}")
    from mongyudo.journey.choices import options_from
    from mongyudo.training.course import runs_on_cpu, train
    from mongyudo.training.dataset import data_for
    from mongyudo.training.stopping import stop_asked

    out, teller = output or Path("runs") / read.name, Teller()
    options = options_from(load_settings(), read.weights)
    try:
        with stop_asked() as stop:
            prepared = data_for(
                read, data or read.data.folder, out, teller, on_cpu=runs_on_cpu(options)
            )
            done = train(
                read, prepared, out, options, teller, labels=labels, resume=resume, stop=stop
            )
    finally:
        teller.close()
    click.echo(str(done.folder))
    named = "".join(f" --label {label}" for label in labels)
    click.echo(f"다음 (next): mongyudo train verify {done.folder}{named}", err=True)


def _insist_on_known(labels: tuple[str, ...], method: Method) -> None:
    """Raise UsageError for a misspelt label before clips are prepared, which may take hours."""
    known = EMOTIONS if method == "emotion" else CATEGORIES
    unknown = [label for label in labels if label not in known]
    if unknown:
        raise UsageError(
            f"--label {', '.join(unknown)}: 그런 이름은 없습니다. 있는 것: {', '.join(known)} "
            "(There is no such label: these are.)"
        )


@command.command("verify")
@click.argument("folder", metavar="[RUN]", required=False, type=click.Path(path_type=Path))
@_path("-o", "--output", told="The report; by default RUN/report.html.")
@click.option("--label", "labels", multiple=True, help="Judge this label alone (repeatable).")
@click.option("--json", "as_json", is_flag=True, help="Print verify.json on stdout.")
@click.pass_context
def verify(
    ctx: click.Context, folder: Path | None, output: Path | None, labels: tuple[str, ...],
    *, as_json: bool,
) -> None:  # fmt: skip
    """어댑터가 제대로 배웠는지 확인합니다. Did each adapter learn? Exit code 1 when one failed."""
    from mongyudo.training.run import newest_run, read_run

    run = read_run(folder or newest_run())
    missing = packages_missing()
    if missing:
        raise BackendError(f"{missing.reason}. {missing.remedy}")
    from mongyudo.journey.choices import options_from
    from mongyudo.training.verify.outcome import as_json as told
    from mongyudo.training.verify.outcome import lines
    from mongyudo.training.verify.verifying import verify as verified

    report = output or run.folder / "report.html"
    if report.suffix != ".html":
        report = report / "report.html"
    wanted = tuple(label for label in run.labels if label in labels) or run.labels
    options = options_from(load_settings(), "")
    bar = progress_bar(total=len(wanted), unit="adapter")
    with bar:
        outcome = verified(run, report, options, _watched(bar, wanted), labels)
    if as_json:
        click.echo(json.dumps(told(outcome), ensure_ascii=False))
    else:
        for line in lines(outcome):
            click.echo(line)
        click.echo(str(report))
    ctx.exit(0 if outcome.passed else 1)


@command.command("launch")
@click.argument("recipe", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Write the task, rent nothing.")
@_path("--data", told="The clips to send; by default the recipe's folder.")
@_path("-o", "--output", told="Folder for sky.yaml; by default launch/<recipe>.")
@click.option("--gpu", default="", help="Such as H100; by default the smallest that will do.")
@click.option("--gpus", default=1, show_default=True, type=click.IntRange(1, 8), help="How many.")
@click.option(
    "--infra", default="", help="Where, such as runpod/CA/CA-MTL-1; by default the cheapest."
)
@click.option(
    "--bucket", default="", help="Keeps the run, on RunPod a volume; by default your own."
)
@click.option(
    "--spot/--on-demand", default=True, show_default=True, help="Cheaper, and may be interrupted."
)
def launch_on_sky(
    recipe: Path, data: Path | None, output: Path | None, *, dry_run: bool, **rented: Any
) -> None:
    """빌린 GPU에서 만듭니다 (SkyPilot). Train on a rented GPU, by SkyPilot."""
    from mongyudo.training import launch as sky
    from mongyudo.training.recipe import read_recipe

    read = read_recipe(recipe)
    folder = output or Path("launch") / read.name
    on_runpod = rented["infra"].startswith("runpod")
    bucket = rented["bucket"] or (sky.volume_for if on_runpod else sky.bucket_for)(read)
    clips = data or read.data.folder
    order = sky.Order(recipe, clips, folder, bucket, rented["spot"], rented["infra"])
    machine = sky.machine_for(read, rented["gpu"], rented["gpus"])
    click.echo(f"{machine.gpu} x {machine.count}: {machine.why}", err=True)
    for path in sky.write_task(read, order, machine):
        click.echo(str(path))
    if not dry_run:
        sky.launch(read, order)


def _watched(bar: "tqdm[Any]", labels: tuple[str, ...]) -> Callable[[str, float], None]:
    """Moves a bar of adapters by the share done of each."""

    def told(label: str, share: float) -> None:
        bar.set_description(label, refresh=False)
        bar.n = round(labels.index(label) + share, 2)
        bar.refresh()

    return told


class Teller:
    """Progress on stderr: a bar for what is at work, and lines above it."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._what = ""

    def say(self, text: str) -> None:
        """A line above the bar."""
        tqdm.write(text, file=sys.stderr)

    def share(self, what: str, share: float) -> None:
        """Move the bar of some longer work."""
        bar = self._bar_of(what, 1000, "‰")
        bar.update(round(share * 1000) - bar.n)

    def step(self, label: str, done: int, steps: int, loss: float) -> None:
        """Move the bar of an adapter."""
        bar = self._bar_of(label, steps, "step", done - 1)
        bar.set_postfix(loss=f"{loss:.4f}", refresh=False)
        bar.update(done - bar.n)

    def _bar_of(self, what: str, total: int, unit: str, begun: int = 0) -> Any:
        if self._what != what:
            self.close()
            self._bar = progress_bar(total=total, desc=what, unit=unit, initial=begun)
            self._what = what
        return self._bar

    def close(self) -> None:
        """Leave the bar as it is."""
        if self._bar is not None:
            self._bar.close()
        self._bar, self._what = None, ""
