"""`mongyudo adapters`: the LoRA adapters at hand, with their cards."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from mongyudo.backends.adapters import Kept, kept
from mongyudo.errors import UsageError
from mongyudo.settings import load_settings


@click.command("adapters")
@click.option(
    "--dir",
    "folder",
    type=click.Path(path_type=Path),
    help="Folder of adapters; by default adapters_dir of the settings.",
)
@click.option("--json", "as_json", is_flag=True, help="A JSON list on stdout.")
def command(folder: Path | None, *, as_json: bool) -> None:
    """감정·분류별 LoRA 어댑터를 보여 줍니다. The adapters at hand, by emotion or category."""
    adapters_dir = folder or load_settings().adapters_dir
    if adapters_dir is None:
        raise UsageError("no folder of adapters. Set adapters_dir in mongyudo.toml, or give --dir.")
    found = list(kept(adapters_dir))
    if as_json:
        click.echo(json.dumps([_row(each) for each in found], ensure_ascii=False))
        return
    for each in found:
        click.echo(_line(each))
    if not found:
        click.echo(
            f"{adapters_dir} 에 어댑터가 없습니다. (no <backend>/<method>-<label>.safetensors)",
            err=True,
        )


def _row(each: Kept) -> dict[str, Any]:
    return {
        "backend": each.backend,
        "name": each.name,
        "path": str(each.path),
        "ready": each.card is not None,
        "reason": each.fault,
        "card": None if each.card is None else asdict(each.card),
    }


def _line(each: Kept) -> str:
    start = f"{each.backend:<16} {each.name:<16}"
    if each.card is None:
        return f"{start} broken: {each.fault}"
    card = each.card
    return (
        f"{start} rank {card.rank}, alpha {card.alpha:g}  {card.licence}  {card.base_model} "
        f"({card.base_hash[:12]})"
    )
