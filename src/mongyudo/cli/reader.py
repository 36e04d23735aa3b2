"""Who reads: the option, what is told before a dream leaves this machine, and after."""

import click

from mongyudo.chat import Model, model_from, what_leaves
from mongyudo.records import ReadBy
from mongyudo.settings import Settings

READER = click.option(
    "--reader", type=click.Choice(["offline", "llm"]),
    help="Who reads: this machine alone, or the language model of the settings.",
)  # fmt: skip


def reader_from(settings: Settings, reader: str | None) -> Model | None:
    """The language model where one is to read, once it is told where the dream goes."""
    if (reader or settings.reader) == "offline":
        return None
    model = model_from(settings)
    click.echo(what_leaves(model.server), err=True)
    return model


def tell_reader(by: ReadBy) -> None:
    """Say that the language model did not read, or what of its answer was dropped."""
    if by.fallback:
        click.echo(
            f"언어 모델 대신 이 기계가 읽었습니다 (read offline instead): {by.fallback}", err=True
        )
    if by.dropped:
        click.echo(
            f"언어 모델의 답에서 버린 것 (dropped of its answer): {'; '.join(by.dropped)}", err=True
        )
