"""`mongyudo check`: the policy alone."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from mongyudo.cli.judging import filters_for
from mongyudo.cli.lines import answer_each, print_answer
from mongyudo.cli.source import dream_from, dreams_from_lines
from mongyudo.errors import LexiconError
from mongyudo.records import Dream
from mongyudo.settings import load_settings


@click.command("check")
@click.argument("source", metavar="[TEXT | FILE | -]", required=False)
@click.option("--jsonl", is_flag=True, help='One dream a line, {"id", "text"}; one verdict a line.')
@click.option("--rules", is_flag=True, help="Check the policy's rules against their examples.")
@click.option("--json", "as_json", is_flag=True, help="JSON in one line, also on a terminal.")
def command(source: str | None, **flags: Any) -> None:
    """영상으로 만들어도 되는지 봅니다. May this dream be filmed? Exit code 3 when not."""
    from mongyudo.policy import review
    from mongyudo.reading import check_text
    from mongyudo.reading.korean import analyse

    settings = load_settings()
    if flags["rules"]:
        _check_rules(settings.policy_dir)
        return
    filters = filters_for(settings)

    def answer(dream: Dream) -> dict[str, Any]:
        check_text(dream.text)
        return {"id": dream.id, **asdict(review(dream.text, analyse, filters))}

    if flags["jsonl"]:
        click.get_current_context().exit(answer_each(dreams_from_lines(source), answer))
    line = answer(dream_from(source))
    print_answer(line, as_line=flags["as_json"])
    click.get_current_context().exit(3 if line["outcome"] == "refuse" else 0)


def _check_rules(policy_dir: Path | None) -> None:
    from mongyudo.policy import check_rules
    from mongyudo.reading.korean import analyse

    failures = check_rules(analyse, policy_dir)
    if failures:
        raise LexiconError("; ".join(failures))
    click.echo("정책 규칙이 모두 예문대로 움직입니다. (All rules hold for their examples.)")
