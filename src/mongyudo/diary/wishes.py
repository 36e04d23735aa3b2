"""What a dreamer may choose for a film, as it is kept and as the journey takes it."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from mongyudo.errors import BackendError, UsageError
from mongyudo.journey.choices import Choices, options_from, seal_from
from mongyudo.journey.filters import filters_from
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


@dataclass(frozen=True, slots=True)
class Wishes:
    """The dreamer's choices for one film; None leaves it to the settings or the backend.

    `card` None takes the one that the dreamer's diary keeps.
    """

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

    Raises UsageError for a backend that is not there, or that cannot make such a film.
    """
    from mongyudo.backends.registry import get, names
    from mongyudo.journey.geometry import film_shape

    backend, card = wishes.backend or settings.backend, wishes.card or PLAIN_CARD
    try:
        spec = get(backend).spec
    except BackendError as error:
        known = ", ".join(names())
        raise UsageError(f"백엔드 {backend!r}는 없습니다. 있는 것: {known}.") from error
    size_px = SHAPES[wishes.shape] if wishes.shape else None
    seconds = wishes.seconds or settings.seconds
    film_shape(spec, size_px, settings.fps, seconds)
    return Choices(
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
        options=options_from(settings),
        seal=seal_from(settings),
    )
