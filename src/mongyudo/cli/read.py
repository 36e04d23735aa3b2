"""`mongyudo read`: the reading alone."""

from typing import Any

import click

from mongyudo.cli.judging import filters_for
from mongyudo.cli.lines import answer_each, print_answer
from mongyudo.cli.reader import READER, reader_from, tell_reader
from mongyudo.cli.source import dream_from, dreams_from_lines
from mongyudo.records import MOST_SEGMENTS, Dream
from mongyudo.settings import load_settings


@click.command("read")
@click.argument("source", metavar="[TEXT | FILE | -]", required=False)
@click.option("--jsonl", is_flag=True, help='One dream a line, {"id", "text"}; one reading a line.')
@click.option(
    "--segments", type=click.IntRange(1, MOST_SEGMENTS), help=f"Scenes, 1-{MOST_SEGMENTS}."
)
@READER
@click.option("--json", "as_json", is_flag=True, help="JSON in one line, also on a terminal.")
def command(source: str | None, segments: int | None, **flags: Any) -> None:
    """꿈을 읽습니다: 감정, 분류, 장면, 키워드. Read a dream, as JSON."""
    from mongyudo.journey.choices import Choices
    from mongyudo.journey.manifest import reading_json
    from mongyudo.journey.stages import read_and_judge

    settings = load_settings()
    choices = Choices(
        segments=segments or settings.segments,
        lexicon_dir=settings.lexicon_dir,
        filters=filters_for(settings),
        model=reader_from(settings, flags["reader"]),
    )

    def answer(dream: Dream) -> dict[str, Any]:
        reading, verdict = read_and_judge(dream, choices)
        tell_reader(reading.read_by)
        return reading_json(reading, verdict)

    if flags["jsonl"]:
        click.get_current_context().exit(answer_each(dreams_from_lines(source), answer))
    print_answer(answer(dream_from(source)), as_line=flags["as_json"])
