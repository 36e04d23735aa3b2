"""`mongyudo data`: sets of clips to train on."""

from pathlib import Path

import click
from tqdm import tqdm


@click.group("data")
def command() -> None:
    """학습용 영상 조각을 모으고 다듬습니다. Sets of clips to train on."""


@command.command("demo")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default=Path("clips"), show_default=True,
    help="Folder for the clips.",
)  # fmt: skip
@click.option(
    "--per-emotion", type=click.IntRange(1, 110), default=40, show_default=True,
    help="Clips of each emotion.",
)  # fmt: skip
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True)
def demo(out: Path, per_emotion: int, seed: int) -> None:
    """감정마다 다른 먹그림 조각을 그립니다. Draw a labelled set of clips with the ink library."""
    from mongyudo.training.demo.clipset import demo_set

    with tqdm(unit="clip", desc="drawing") as bar:

        def drawn(done: int, every: int) -> None:
            bar.total = every
            bar.update(done - bar.n)

        clips = demo_set(out, per_emotion, seed, progress=drawn)
    click.echo(
        f"{out}: 조각 {len(clips)}개를 그렸습니다. ({len(clips)} clips drawn. "
        f"Next: mongyudo train run recipes/demo.toml --data {out})",
        err=True,
    )
