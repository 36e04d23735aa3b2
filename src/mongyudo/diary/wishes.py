"""What a dreamer may choose for a film, as it is kept and as the journey takes it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from mongyudo.errors import BackendError, UsageError
from mongyudo.journey.choices import Choices, options_from, seal_from
from mongyudo.journey.filters import filters_from
from mongyudo.journey.routes import LOCAL, ROUTES, Route, RouteName
from mongyudo.records import (
    MOST_SEGMENTS,
    PLAIN_CARD,
    SHAPES,
    UNMENDED,
    Correction,
    Cut,
    Method,
    Shape,
    Style,
    StyleCard,
)
from mongyudo.settings import Settings

if TYPE_CHECKING:
    from mongyudo.backends.contract import BackendSpec

MOST_AGREED_USD = 1000
"""Nobody agrees to more by mistake."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """The dreamer's choices for one film; None leaves it to the settings or the backend.

    `card` None takes the one that the dreamer's diary keeps. `route` is local, or one that costs
    money and that the operator has opened; then `agreed_usd` is what the dreamer has agreed that
    the film may cost.
    """

    route: RouteName = LOCAL
    agreed_usd: Annotated[float, Field(ge=0, le=MOST_AGREED_USD)] = 0.0
    backend: str | None = None
    method: Method = "emotion"
    segments: Annotated[int, Field(ge=1, le=MOST_SEGMENTS)] | None = None
    cut: Cut = "both"
    style: Style | None = None
    card: StyleCard | None = None
    shape: Shape | None = None
    seconds: Annotated[float, Field(ge=0.5, le=10)] | None = None
    seed: Annotated[int, Field(ge=0, lt=2**31)] | None = None
    sound: bool = True
    burn_captions: bool = False
    correction: Correction = UNMENDED


def choices_of(wishes: Wishes, settings: Settings) -> Choices:
    """The journey's choices.

    Raises UsageError for a route or a backend that is not there, or not for dreamers to choose, or
    that cannot make such a film. Who reads is not in them: that is asked where it is read.
    """
    from mongyudo.journey.geometry import film_shape

    route, card = _route_of(wishes, settings), wishes.card or PLAIN_CARD
    backend = wishes.backend or route.backend or settings.backend
    spec = _spec_of(backend, wishes, settings)
    size_px = SHAPES[wishes.shape] if wishes.shape else None
    seconds = wishes.seconds or settings.seconds
    film_shape(spec, size_px, settings.fps, seconds)
    agreed_usd = max(settings.agreed_usd, wishes.agreed_usd if wishes.route != LOCAL else 0.0)
    return Choices(
        route=wishes.route,
        backend=backend,
        method=wishes.method,
        segments=wishes.segments or settings.segments,
        cut=wishes.cut,
        style=wishes.style or card.style or settings.style,
        card=card,
        size_px=size_px,
        fps=settings.fps,
        seconds=seconds,
        seed=wishes.seed,
        sound=wishes.sound,
        burn_captions=wishes.burn_captions,
        lexicon_dir=settings.lexicon_dir,
        filters=filters_from(settings),
        frames_check=settings.frames_check,
        correction=wishes.correction,
        options=replace(options_from(settings, still=route.still or None), agreed_usd=agreed_usd),
        seal=seal_from(settings),
    )


def _route_of(wishes: Wishes, settings: Settings) -> Route:
    if wishes.route != LOCAL and wishes.route not in settings.diary_routes:
        raise UsageError(
            f"이 일기장에서는 {wishes.route!r} 경로를 쓸 수 없습니다. 운영자가 diary_routes로 "
            f"열어야 합니다. (The operator has not opened this route.)"
        )
    return ROUTES[wishes.route]


def _spec_of(backend: str, wishes: Wishes, settings: Settings) -> "BackendSpec":
    """The backend's spec; one that is paid comes by its route, or is the operator's own choice."""
    from mongyudo.backends.registry import get, names

    try:
        spec = get(backend).spec
    except BackendError as error:
        known = ", ".join(names())
        raise UsageError(f"백엔드 {backend!r}는 없습니다. 있는 것: {known}.") from error
    if spec.provider and backend not in (settings.backend, ROUTES[wishes.route].backend):
        raise UsageError(
            f"{backend!r}는 돈이 드는 백엔드라 길(route)로 고릅니다. (A paid backend is chosen by "
            f"its route.)"
        )
    return spec
