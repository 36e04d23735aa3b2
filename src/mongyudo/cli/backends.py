"""`mongyudo backends`: what can film here, and why not."""

import json
from dataclasses import asdict
from typing import Any

import click

from mongyudo.backends.contract import Backend
from mongyudo.backends.registry import get, names
from mongyudo.errors import BackendError


@click.group("backends", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="A JSON list on stdout.")
@click.pass_context
def command(ctx: click.Context, *, as_json: bool) -> None:
    """무엇으로 그릴 수 있는지 보여 줍니다. What can film here."""
    if ctx.invoked_subcommand is not None:
        return
    rows = [_row(name) for name in names()]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        state = "ready" if row["ready"] else f"not ready: {row['reason']}. {row['remedy']}"
        width, height = row["size_px"] or (0, 0)
        click.echo(f"{row['name']:<16} {width}x{height:<6} {row['licence']:<22} {state}")


@command.command("show")
@click.argument("name")
def show(name: str) -> None:
    """한 가지를 자세히 봅니다. One backend's spec, as JSON."""
    click.echo(json.dumps(asdict(get(name).spec), ensure_ascii=False, indent=2))


def _row(name: str) -> dict[str, Any]:
    try:
        return _known_row(get(name))
    except BackendError as error:
        blank = dict.fromkeys(("takes", "licence", "size_px", "fps", "frames"))
        remedy = "Reinstall the package that provides it."
        return {"name": name, "ready": False, "reason": str(error), "remedy": remedy, **blank}


def _known_row(backend: Backend) -> dict[str, Any]:
    spec, state = backend.spec, backend.check()
    return {
        "name": spec.name,
        "takes": spec.takes,
        "ready": state.ready,
        "reason": state.reason,
        "remedy": state.remedy,
        "licence": spec.licence,
        "size_px": list(spec.size_px),
        "fps": spec.fps,
        "frames": asdict(spec.frames),
    }
