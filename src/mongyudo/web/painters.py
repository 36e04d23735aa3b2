"""Who can film on this machine, as a dreamer is told."""

from dataclasses import dataclass

from mongyudo.backends.registry import get, names
from mongyudo.errors import BackendError
from mongyudo.journey.choices import options_from
from mongyudo.settings import load_settings


@dataclass(frozen=True, slots=True)
class Painter:
    """A backend: whether it is ready, else why not and what would help; under which licence."""

    name: str
    ready: bool
    reason: str = ""
    remedy: str = ""
    licence: str = ""
    non_commercial: bool = False
    provider: str = ""


def painters() -> tuple[Painter, ...]:
    """Every backend that costs nothing, those that are ready first; the others come by routes."""
    found = [each for each in map(painter, names()) if not each.provider]
    return tuple(sorted(found, key=lambda each: (not each.ready, each.name)))


def painter(name: str) -> Painter:
    """The backend `name`; one that is broken, or no longer installed, is not ready."""
    try:
        backend = get(name)
        state = backend.check(options_from(load_settings()))
    except BackendError as error:
        return Painter(name, ready=False, reason=str(error))
    spec = backend.spec
    terms = spec.licence, spec.non_commercial, spec.provider
    return Painter(name, state.ready, state.reason, state.remedy, *terms)
