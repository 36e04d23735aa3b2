"""`mongyudo doctor`: is everything here that filming needs?"""

import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from mongyudo.backends.contract import Readiness
from mongyudo.backends.registry import get, names
from mongyudo.cli.providers import Trial, trials
from mongyudo.errors import BackendError, MongyudoError
from mongyudo.journey.choices import options_from
from mongyudo.journey.manifest import LIBRARIES
from mongyudo.settings import load_settings

_PASSWORD = re.compile(r"(?<=:)[^:/@\s']+(?=@)")
"""What stands in a URL between the name and the host."""
LEAST_FREE_BYTES = 200 * 2**20
"""A film is a few MB; below this the disk is nearly full."""


@click.command("doctor")
@click.pass_context
def command(ctx: click.Context) -> None:
    """이 기계에서 영상을 만들 수 있는지 살핍니다. Check this machine."""
    checks: list[Callable[[], str]] = [_python, _packages, _settings, _disk, _codecs]
    checks.append(_backend_check(load_settings().backend))
    if load_settings().storage:
        checks.append(_storage)
    checks.append(_unclear_payments)
    if load_settings().policy_classifier or load_settings().policy_moderation != "off":
        checks.append(_filters)
    failed = sum(not _passes(check) for check in checks)
    for told in _others(load_settings().backend):
        click.echo(f"  -     {told}")
    click.echo(f"  -     {_voice()}")
    click.echo(f"  -     {_frames()}")
    failed += sum(not _answers(title, trial) for title, trial in trials(load_settings()))
    ctx.exit(1 if failed else 0)


def _passes(check: Callable[[], str]) -> bool:
    try:
        click.echo(f"  ok    {check()}")
    except MongyudoError as error:
        click.echo(f"  FAIL  {error}")
        return False
    return True


def _answers(title: str, trial: Trial | None) -> bool:
    """Whether a hosted service that is set up answers; one that is not set up is no failure."""
    if trial is not None and not load_settings().offline:
        return _passes(trial)
    why = "not asked, since `offline` is set" if trial else "no key, no address (설정하지 않음)"
    click.echo(f"  -     {title}: {why}")
    return True


def _python() -> str:
    return f"Python {platform.python_version()} on {platform.platform()}, {os.cpu_count()} cores"


def _packages() -> str:
    try:
        return ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    except PackageNotFoundError as error:
        raise MongyudoError(f"package {error.name} is missing: pip install mongyudo") from error


def _settings() -> str:
    given = load_settings().model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    told = ", ".join(f"{name} = {value!r}" for name, value in given.items())
    return f"settings: {_PASSWORD.sub('***', told) or 'all as they are by default'}"


def _disk() -> str:
    free = shutil.disk_usage(Path.cwd()).free
    if free < LEAST_FREE_BYTES:
        raise MongyudoError(f"{free // 2**20} MB free in {Path.cwd()}: make room for films")
    with tempfile.TemporaryDirectory():
        return f"disk: {free // 2**30} GB free in the working folder"


def _codecs() -> str:
    import av

    for codec in ("libx264", "aac", "png"):
        if codec not in av.codecs_available:
            raise MongyudoError(f"this PyAV lacks {codec}: pip install --force-reinstall av")
    return f"codecs: libx264, aac, png (PyAV {av.__version__}, {sys.platform})"


def _backend_check(name: str) -> Callable[[], str]:
    """The backend that films by default must be ready; the others need not."""

    def check() -> str:
        state = _state(name)
        if not state.ready:
            raise BackendError(f"backend {name}: {state.reason}. {state.remedy}")
        return f"backend {name}: ready"

    return check


def _others(default: str) -> Iterator[str]:
    """The backends that films are not made with by default: who is ready, who is broken, and in
    one line who lacks something; `mongyudo backends` tells what."""
    lacking = []
    for name in names():
        try:
            state = _state(name)
        except BackendError as error:
            yield f"backend {name}: {error}"
            continue
        if not state.ready:
            lacking.append(name)
        elif name != default:
            yield f"backend {name}: ready"
    if lacking := [name for name in lacking if name != default]:
        yield f"not ready, and why: mongyudo backends ({', '.join(lacking)})"


def _voice() -> str:
    """Whether dreams can be told aloud; they need not be."""
    from mongyudo.diary import voice

    state = voice.check(load_settings())
    return f"voice: {'ready' if state.ready else f'not ready: {state.reason}. {state.remedy}'}"


def _filters() -> str:
    """Whether whoever is to judge beside the rules can: what must be allowed is put before them."""
    from mongyudo.journey.filters import filters_from
    from mongyudo.policy import review
    from mongyudo.reading.korean import analyse

    filters = filters_from(load_settings())
    review("바닷가를 걸었다.", analyse, filters)
    others = {"classifier": filters.classifier_dir, "openai": filters.moderator}
    return f"filters: rules, {', '.join(name for name, there in others.items() if there)}"


def _frames() -> str:
    """Whether anybody would look at what trained models make."""
    from mongyudo.policy.frames import unchecked

    try:
        why = unchecked(trained=True, check=load_settings().frames_check)
    except MongyudoError as error:
        why = str(error)
    return f"frames of trained models: {f'not looked at: {why}' if why else 'looked at'}"


def _storage() -> str:
    """Whether films can be kept in object storage, read and thrown away."""
    from mongyudo.diary.storage import storage_from

    storage = storage_from(load_settings().storage)
    if storage is not None:
        storage.try_out()
    return "storage: keeps, gives and forgets"


def _unclear_payments() -> str:
    """Whether an order broke off between a provider and us; `mongyudo paid` lists them."""
    from mongyudo.backends.hosted.ledger import unclear_tasks

    unclear = unclear_tasks(load_settings())
    if unclear:
        numbers = ", ".join(f"{task.id} ({task.provider})" for task in unclear)
        raise MongyudoError(
            f"paid orders of which nobody knows whether they were taken: {numbers}. Look at the "
            f"provider's account, then: mongyudo paid again NUMBER | adopt NUMBER TASK_ID"
        )
    return "paid orders: all are clear"


def _state(name: str) -> Readiness:
    return get(name).check(options_from(load_settings()))
