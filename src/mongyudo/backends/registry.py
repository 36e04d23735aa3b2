"""Backends by name. Built-in and third-party ones come through the same entry points.

`prefix:name` is the backend `name` reached in another way, such as on a rented GPU: the entry point
`prefix` of the group THROUGH is called with the name and gives a backend.
"""

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from mongyudo.backends.contract import DEFAULT_OPTIONS, Backend, Options, Readiness
from mongyudo.errors import BackendError, did_you_mean

GROUP = "mongyudo.backends"
THROUGH = "mongyudo.backends.through"


@cache
def _entries(group: str = GROUP) -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=group)}


def names() -> list[str]:
    """The names of all registered backends, sorted; nothing is imported."""
    return sorted(_entries())


def prefixes() -> list[str]:
    """The ways in which backends are reached by `prefix:name`, sorted."""
    return sorted(_entries(THROUGH))


def get(name: str) -> Backend:
    """The backend called `name`; raises BackendError when unknown or broken."""
    prefix, colon, inner = name.partition(":")
    entries, named = (_entries(THROUGH), prefix) if colon else (_entries(), name)
    entry = entries.get(named)
    if entry is None:
        ways = [f"{each}:" for each in prefixes()]
        hint = did_you_mean(name, [*names(), *ways])
        raise BackendError(
            f"unknown backend {name!r}.{hint} Known: {', '.join(names())}; and before a name "
            f"{', '.join(ways)}"
        )
    given = (inner,) if colon else ()
    try:
        backend: Backend = entry.load()(*given)
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
