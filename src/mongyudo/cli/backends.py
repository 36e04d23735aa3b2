"""`mongyudo backends`: what can film here, and why not."""

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mongyudo.backends.contract import Backend
from mongyudo.backends.registry import get, names
from mongyudo.errors import BackendError, UsageError
from mongyudo.settings import load_settings

if TYPE_CHECKING:
    from mongyudo.backends.diffusion.backend import DiffusionBackend
    from mongyudo.backends.diffusion.plan import Fit


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
    for state, alike in _by_state(rows).items():
        click.echo(state)
        for row in alike:
            click.echo(f"  {_told(row)}")


def _by_state(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The rows under what is said of them, the ready ones first: many models lack the same."""
    found: dict[str, list[dict[str, Any]]] = {"준비됨 (ready)": []}
    for row in rows:
        found.setdefault(_state_of(row), []).append(row)
    return found


def _state_of(row: dict[str, Any]) -> str:
    """`the weights OWNER/MODEL are not on this machine`, in place of each model's own names."""
    if row["ready"]:
        return "준비됨 (ready)"
    why = f"{row['reason']}. {row['remedy']}"
    if "/" in row["weights"]:
        why = why.replace(row["weights"], "OWNER/MODEL")
    why = re.sub(rf"(backends (?:download|convert)) {re.escape(row['name'])}\b", r"\1 NAME", why)
    return f"\n아직 (not ready): {why}"


def _told(row: dict[str, Any]) -> str:
    size = "x".join(map(str, row["size_px"] or ("-",)))
    told = f"{row['name']:<18} {size:<9} {row['licence'] or '-'}"
    return f"{told}  {row['weights']}" if "/" in row["weights"] else told


@command.command("show")
@click.argument("name")
def show(name: str) -> None:
    """한 가지를 자세히 봅니다. One backend's spec, as JSON."""
    click.echo(json.dumps(asdict(get(name).spec), ensure_ascii=False, indent=2))


@command.command("plan")
@click.option("--gpu", default="", help='Name of a GPU, such as "RTX 3090".')
@click.option("--vram", type=click.FloatRange(0.5, 2048), help="Its memory in GB.")
@click.option("--json", "as_json", is_flag=True, help="A JSON list on stdout.")
def plan(gpu: str, vram: float | None, *, as_json: bool) -> None:
    """이 GPU에서 어떤 모델이 도는지 봅니다. Which models fit a GPU, and how."""
    from mongyudo.backends.diffusion.backend import DiffusionBackend
    from mongyudo.backends.diffusion.plan import plan as fits
    from mongyudo.backends.diffusion.plan import vram_of

    if not gpu and vram is None:
        raise UsageError('which GPU? Try --gpu "RTX 3090" or --vram 24')
    models = [each for each in map(get, names()) if isinstance(each, DiffusionBackend)]
    found = fits(models, vram if vram is not None else vram_of(gpu), gpu)
    if as_json:
        click.echo(json.dumps([asdict(fit) for fit in found], ensure_ascii=False))
        return
    for fit in found:
        click.echo(_fit_lines(fit))


def _fit_lines(fit: "Fit") -> str:
    """A model's line, and under it where each figure was read."""
    least = {"published": "", "estimated": "about ", "weights alone": "at least "}[fit.basis]
    line = f"{fit.backend:<18} {fit.memory:<8} {least}{fit.needs_gb:g} GB ({fit.basis})"
    sources = [f"memory: {fit.source}"]
    if fit.seconds is not None:
        line += f", {fit.seconds:g} s a clip"
        sources.append(f"speed: {fit.seconds_source}")
    if fit.cost_usd is not None:
        low, high = (f"{usd:.2f}" for usd in fit.cost_usd)
        line += f", ${low if low == high else f'{low}-{high}'} a film of 2 clips"
        sources.append(f"price: {fit.cost_source}")
    return "\n    ".join([line, *sources])


@command.command("tiny")
@click.argument("name")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Folder.")
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
def tiny(name: str, output: Path, seed: int) -> None:
    """시험용 작은 무작위 가중치를 만듭니다. Small random weights in the release's layout."""
    backend = _model(name)
    if output.exists() and any(output.iterdir()):
        raise UsageError(f"{output} is not empty. Give a new folder with -o.")
    _quiet()
    output.mkdir(parents=True, exist_ok=True)
    backend.write_tiny(output, seed)
    click.echo(str(output))


@command.command("convert")
@click.argument("name")
@click.argument("checkpoint", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Folder.")
def convert(name: str, checkpoint: Path, output: Path) -> None:
    """공개된 체크포인트를 읽을 수 있는 폴더로 바꿉니다. Turn a release's own file into a folder."""
    backend = _model(name)
    how = getattr(backend, "convert", None)
    if how is None:
        raise UsageError(f"backend {name!r} films from its release as it is; nothing to convert")
    if not checkpoint.exists():
        raise UsageError(f"there is nothing at {str(checkpoint)!r}. Give the release's checkpoint.")
    if output.exists() and any(output.iterdir()):
        raise UsageError(f"{output} is not empty. Give a new folder with -o.")
    _quiet()
    output.mkdir(parents=True, exist_ok=True)
    how(checkpoint, output)
    click.echo(str(output))


@command.command("download")
@click.argument("name")
@click.option("--revision", default="", help="Commit or branch; by default the release's own.")
def download(name: str, revision: str) -> None:
    """모델 가중치를 내려받습니다. Download a model's weights from its hub."""
    from mongyudo.backends.diffusion.hub import Missing
    from mongyudo.backends.diffusion.hub import download as fetch
    from mongyudo.journey.choices import options_from

    backend = _model(name)
    hub_id = backend.release.hub_id
    if "/" not in hub_id:
        raise UsageError(f"the weights of {name!r} ship with the package; nothing to download")
    wished = f"{hub_id}@{revision}" if revision else hub_id
    click.echo(f"{hub_id} ({backend.spec.licence}) ...", err=True)
    options = options_from(load_settings(), wished)
    found = fetch(name, backend.release.source, options)
    click.echo(f"{found.folder} (revision {found.revision})")
    unready = backend.locate(options)
    if isinstance(unready, Missing):
        click.echo(f"{unready.reason}. {unready.remedy}")


def _model(name: str) -> "DiffusionBackend":
    """An open model by name; raises UsageError for any other backend, or without its packages."""
    from mongyudo.backends.diffusion.backend import DiffusionBackend, packages_missing

    backend = get(name)
    if not isinstance(backend, DiffusionBackend):
        raise UsageError(f"backend {name!r} has no weights of its own")
    missing = packages_missing()
    if missing:
        raise BackendError(f"{missing.reason}. {missing.remedy}")
    return backend


def _quiet() -> None:
    """No progress bars of the libraries; they take seconds to import."""
    from mongyudo.backends.diffusion.loading import quiet

    quiet()


def _row(name: str) -> dict[str, Any]:
    try:
        return _known_row(get(name))
    except BackendError as error:
        blank = dict.fromkeys(("takes", "licence", "size_px", "fps", "frames"))
        remedy = "Reinstall the package that provides it."
        fault = {"ready": False, "reason": str(error), "remedy": remedy, "weights": ""}
        return {"name": name, **fault, **blank}


def _known_row(backend: Backend) -> dict[str, Any]:
    from mongyudo.backends.diffusion.backend import DiffusionBackend
    from mongyudo.journey.choices import options_from

    spec, state = backend.spec, backend.check(options_from(load_settings()))
    return {
        "name": spec.name,
        "takes": spec.takes,
        "ready": state.ready,
        "reason": state.reason,
        "remedy": state.remedy,
        "weights": backend.release.hub_id if isinstance(backend, DiffusionBackend) else "",
        "licence": spec.licence,
        "non_commercial": spec.non_commercial,
        "size_px": list(spec.size_px),
        "fps": spec.fps,
        "frames": asdict(spec.frames),
    }


@command.command("prices")
@click.option("--update", is_flag=True, help="Ask RunPod for today's, and keep them.")
@click.option("--json", "as_json", is_flag=True, help="A JSON list on stdout.")
def prices(*, update: bool, as_json: bool) -> None:
    """GPU를 빌리는 값을 봅니다. What RunPod's GPUs cost, as of when and by whom."""
    from mongyudo.backends.diffusion.prices import prices as table

    if update:
        _renew()
    found = table()
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False))
        return
    for row in sorted(found.price, key=lambda each: each.gpu):
        usd = " / ".join(f"{each:g}" for each in row.usd_per_h)
        click.echo(f"{row.gpu:<18} {usd + ' $/h':<18} {row.date}  {row.source}")
    for second in found.serverless:
        usd = f"{second.usd_per_s:g} $/s serverless"
        click.echo(f"{second.gpu:<18} {usd:<18} {second.date}  {second.source}")


def _renew() -> None:
    """Fetch today's prices, keep them, and tell what changed; raises ProviderError."""
    from mongyudo.backends.diffusion.prices import own_file, read_prices, write_prices
    from mongyudo.backends.diffusion.prices import prices as table
    from mongyudo.backends.hosted.runpod_prices import fetch, renewal

    path = own_file()
    renewed = renewal(fetch(), table(), read_prices(path))
    write_prices(renewed.table, path, "Written by `mongyudo backends prices --update`.")
    for line in renewed.changes or ("no price has changed",):
        click.echo(line, err=True)
    click.echo(str(path), err=True)
