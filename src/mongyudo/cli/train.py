"""`mongyudo train`: adapters from a recipe and a set of clips."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from tqdm import tqdm

from mongyudo.backends.diffusion.backend import packages_missing
from mongyudo.errors import BackendError
from mongyudo.settings import load_settings

if TYPE_CHECKING:
    from mongyudo.training.prepared import PreparedSet
    from mongyudo.training.recipe import Recipe


@click.group("train")
def command() -> None:
    """감정·분류별 어댑터를 만들고 확인합니다. Train one adapter per emotion or category."""


@command.command("run")
@click.argument("recipe", type=click.Path(path_type=Path))
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    help="A set of clips, or a prepared one; by default the recipe's folder.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The run's folder; by default runs/<recipe>.",
)
@click.option("--label", "labels", multiple=True, help="Train this label alone (repeatable).")
@click.option("--resume", is_flag=True, help="Go on where a stopped run was.")
def run(
    recipe: Path, data: Path | None, output: Path | None, labels: tuple[str, ...], *, resume: bool
) -> None:
    """레시피대로 어댑터를 만듭니다. Train the adapters of a recipe, one after the other."""
    from mongyudo.training.recipe import read_recipe

    read = read_recipe(recipe)
    missing = packages_missing()
    if missing:
        raise BackendError(f"{missing.reason}. {missing.remedy}")
    from mongyudo.journey.choices import options_from
    from mongyudo.training.course import train
    from mongyudo.training.stopping import stop_asked

    out, teller = output or Path("runs") / read.name, Teller()
    options = options_from(load_settings(), read.weights)
    try:
        with stop_asked() as stop:
            prepared = _prepared(read, data or read.data.folder, out)
            done = train(
                read, prepared, out, options, teller, labels=labels, resume=resume, stop=stop
            )
    finally:
        teller.close()
    click.echo(str(done.folder))


def _prepared(recipe: "Recipe", data: Path, out: Path) -> "PreparedSet":
    """The set in `data`, prepared for the recipe's model if it is not yet."""
    from mongyudo.training.prepared import read_prepared

    del recipe, out
    return read_prepared(data)


class Teller:
    """Progress on stderr: a bar of steps for each adapter, and lines above it."""

    def __init__(self) -> None:
        self._bars: dict[str, Any] = {}

    def say(self, text: str) -> None:
        """A line above the bar."""
        tqdm.write(text, file=sys.stderr)

    def step(self, label: str, done: int, steps: int, loss: float) -> None:
        """Move the bar of `label`."""
        if label not in self._bars:
            self.close()
            self._bars[label] = tqdm(total=steps, desc=label, unit="step", initial=done - 1)
        bar = self._bars[label]
        bar.set_postfix(loss=f"{loss:.4f}", refresh=False)
        bar.update(done - bar.n)

    def close(self) -> None:
        """Leave the bars as they are."""
        for bar in self._bars.values():
            bar.close()
