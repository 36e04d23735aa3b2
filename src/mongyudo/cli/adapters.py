"""`mongyudo adapters`: the LoRA adapters at hand, with their cards; from and for other programs."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mongyudo.backends.adapters import Kept, file_name, find, kept, parse, read_card
from mongyudo.errors import BackendError, UsageError
from mongyudo.settings import load_settings

if TYPE_CHECKING:
    from mongyudo.backends.diffusion.backend import DiffusionBackend
    from mongyudo.backends.diffusion.exchange import Form

FOLDER = click.option(
    "--dir",
    "folder",
    type=click.Path(path_type=Path),
    help="Folder of adapters; by default adapters_dir of the settings.",
)
BACKEND = click.option("--backend", required=True, help="The model that the adapter is for.")


@click.group("adapters", invoke_without_command=True)
@FOLDER
@click.option("--json", "as_json", is_flag=True, help="A JSON list on stdout.")
@click.pass_context
def command(ctx: click.Context, folder: Path | None, *, as_json: bool) -> None:
    """감정·분류별 LoRA 어댑터를 보여 줍니다. The adapters at hand, by emotion or category."""
    if ctx.invoked_subcommand is None:
        _list(folder, as_json=as_json)


@command.command("list")
@FOLDER
@click.option("--json", "as_json", is_flag=True, help="A JSON list on stdout.")
def list_all(folder: Path | None, *, as_json: bool) -> None:
    """있는 어댑터를 모두 보여 줍니다. All adapters at hand."""
    _list(folder, as_json=as_json)


@command.command("show")
@click.argument("name")
@BACKEND
@FOLDER
def show(name: str, backend: str, folder: Path | None) -> None:
    """어댑터 하나의 카드를 보여 줍니다. One adapter's card, as JSON."""
    card = read_card(_found(_folder(folder), backend, name))
    click.echo(json.dumps(asdict(card), ensure_ascii=False, indent=2))


@command.command("export")
@click.argument("name")
@BACKEND
@click.option(
    "--form",
    type=click.Choice(["diffusers", "comfyui"]),
    default="diffusers",
    show_default=True,
    help="Whose names of layers.",
)
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="A .safetensors file."
)
@FOLDER
def export_one(name: str, backend: str, form: "Form", output: Path, folder: Path | None) -> None:
    """다른 프로그램에서 쓸 파일로 내보냅니다. Write an adapter for another program."""
    from mongyudo.backends.diffusion.exchange import export

    _insist_on_packages()
    path = _found(_folder(folder), backend, name)
    for file in export(path, _safetensors(output), backend, form):
        click.echo(str(file))


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@BACKEND
@click.option("--name", required=True, help="Such as emotion:공포.")
@click.option("--licence", required=True, help="Under which the file was published.")
@click.option("--weights", default="", help="The base's weights: a folder or a hub id.")
@click.option("--alpha", type=float, help="Where the file does not tell it.")
@click.option("--trigger", default="", help='What opens its prompts, such as "fear style,".')
@FOLDER
def import_one(
    file: Path, backend: str, name: str, licence: str, weights: str, alpha: float | None,
    trigger: str, folder: Path | None,
) -> None:  # fmt: skip
    """다른 데서 만든 LoRA 파일을 들여옵니다. Take in a LoRA file made elsewhere."""
    from mongyudo.backends.adapters import fingerprint
    from mongyudo.backends.diffusion.exchange import import_foreign
    from mongyudo.backends.diffusion.hub import Missing
    from mongyudo.journey.choices import options_from
    from mongyudo.records import AdapterCard

    _insist_on_packages()
    model = _model(backend)
    base = model.locate(options_from(load_settings(), weights))
    if isinstance(base, Missing):
        raise BackendError(f"the base's weights are needed: {base.reason}. {base.remedy}")
    [worn] = parse(name)
    card = AdapterCard(
        worn.name, model.release.hub_id, fingerprint(model.base_files(base)), 0, licence,
        trigger=trigger,
    )  # fmt: skip
    out = _folder(folder) / backend / file_name(worn.name)
    card = import_foreign(file, out, model, base, card, alpha)
    click.echo(f"{out} (rank {card.rank}, alpha {card.alpha:g})")


@command.command("merge")
@click.argument("blend")
@BACKEND
@click.option("--name", required=True, help="Of the new adapter, such as emotion:공포.")
@FOLDER
def merge_some(blend: str, backend: str, name: str, folder: Path | None) -> None:
    """여러 어댑터를 하나로 합칩니다. One adapter of several: emotion:공포*0.7+emotion:슬픔*0.3"""
    from mongyudo.backends.diffusion.exchange import merge

    _insist_on_packages()
    adapters_dir = _folder(folder)
    [worn] = parse(name)
    files = {_found(adapters_dir, backend, each.name): each.weight for each in parse(blend)}
    out = adapters_dir / backend / file_name(worn.name)
    if out in files:
        raise UsageError(f"{worn.name} is one of those to be merged. Give another --name.")
    card = merge(files, out, worn.name)
    click.echo(f"{out} (rank {card.rank}, {card.licence})")


def _list(folder: Path | None, *, as_json: bool) -> None:
    adapters_dir = _folder(folder)
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


def _folder(folder: Path | None) -> Path:
    adapters_dir = folder or load_settings().adapters_dir
    if adapters_dir is None:
        raise UsageError("no folder of adapters. Set adapters_dir in mongyudo.toml, or give --dir.")
    return adapters_dir


def _found(adapters_dir: Path, backend: str, name: str) -> Path:
    """An adapter's file; raises UsageError when nobody made it."""
    path = find(adapters_dir, backend, parse(name)[0].name)
    if path is None:
        raise UsageError(
            f"there is no adapter {name} for {backend} in {adapters_dir}. "
            f"`mongyudo adapters` tells what there is."
        )
    return path


def _safetensors(path: Path) -> Path:
    if path.suffix != ".safetensors":
        raise UsageError(f"{path} must end in .safetensors, which is what will be written")
    return path


def _insist_on_packages() -> None:
    from mongyudo.backends.diffusion.backend import packages_missing

    missing = packages_missing()
    if missing:
        raise BackendError(f"{missing.reason}. {missing.remedy}")


def _model(name: str) -> "DiffusionBackend":
    from mongyudo.backends.diffusion.backend import DiffusionBackend
    from mongyudo.backends.registry import get

    backend = get(name)
    if not isinstance(backend, DiffusionBackend) or not backend.spec.lora:
        raise UsageError(f"backend {name!r} takes no adapters")
    return backend


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
    passed = card.verification.get("passed")
    state = "not verified" if passed is None else "verified" if passed else "FAILED"
    return (
        f"{start} {state:<12} rank {card.rank}, alpha {card.alpha:g}  {card.licence}  "
        f"{card.base_model} ({card.base_hash[:12]})"
    )
