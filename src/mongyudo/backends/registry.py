"""Backends by name. Built-in and third-party ones come through the same entry points."""

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from mongyudo.backends.contract import DEFAULT_OPTIONS, Backend, Options, Readiness
from mongyudo.errors import BackendError, did_you_mean

GROUP = "mongyudo.backends"


@cache
def _entries() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}


def names() -> list[str]:
    """The names of all registered backends, sorted; nothing is imported."""
    return sorted(_entries())


def get(name: str) -> Backend:
    """The backend called `name`; raises BackendError when unknown or broken."""
    entry = _entries().get(name)
    if entry is None:
        hint = did_you_mean(name, names())
        raise BackendError(f"unknown backend {name!r}.{hint} Known: {', '.join(names())}")
    try:
        backend: Backend = entry.load()()
    except (ImportError, AttributeError, TypeError) as error:
        raise BackendError(
            f"backend {name!r} cannot be loaded from {entry.value}: {error}. "
            "Reinstall the package that provides it."
        ) from error
    return backend


def ready(name: str, options: Options = DEFAULT_OPTIONS) -> Backend:
    """The backend called `name`, or BackendError with its reason and remedy."""
    backend = get(name)
    state: Readiness = backend.check(options)
    if not state.ready:
        raise BackendError(f"backend {name!r} is not ready: {state.reason}. {state.remedy}")
    return backend
