"""Sizes, rates and lengths a backend can film: checked before any work, rounded aloud."""

from dataclasses import dataclass
from math import ceil

from mongyudo.backends.contract import BackendSpec, FrameRule
from mongyudo.errors import UsageError
from mongyudo.film.captions import read_along_s

LEAST_PX = 64
FPS_RANGE = (1, 60)
SECONDS_RANGE = (0.5, 10.0)
USUAL_S = 4.0
"""Length of a segment when neither the dreamer nor the backend has a wish; longer where it takes
longer to read, with a backend that films any length."""


@dataclass(frozen=True, slots=True)
class FilmShape:
    """The format of every clip of a film; `notes` say what was rounded.

    `seconds` None: each clip is as long as it takes to read what it tells.
    """

    size_px: tuple[int, int]
    fps: int
    seconds: float | None
    notes: tuple[str, ...] = ()

    def length_s(self, text: str) -> float:
        """How long the clip is that tells `text`: in half seconds, where nothing else is said."""
        if self.seconds is not None:
            return self.seconds
        return min(SECONDS_RANGE[1], max(USUAL_S, ceil(2 * read_along_s(text)) / 2))

    @property
    def most_s(self) -> float:
        """No clip is longer."""
        return SECONDS_RANGE[1] if self.seconds is None else self.seconds


def film_shape(
    spec: BackendSpec,
    size_px: tuple[int, int] | None,
    fps: int | None,
    seconds: float | None,
) -> FilmShape:
    """The nearest shape that `spec` can film; raises UsageError beyond its limits.

    What is None is as the backend likes it.
    """
    size, size_notes = _size(spec, size_px)
    rate, rate_notes = _rate(spec, fps)
    length, length_notes = _length(spec, rate, seconds)
    return FilmShape(size, rate, length, size_notes + rate_notes + length_notes)


def _size(
    spec: BackendSpec, size_px: tuple[int, int] | None
) -> tuple[tuple[int, int], tuple[str, ...]]:
    wished = size_px or spec.size_px
    most = spec.size_most_px
    if min(wished) < LEAST_PX or wished[0] > most[0] or wished[1] > most[1]:
        raise UsageError(
            f"{wished[0]}x{wished[1]} 크기로는 만들 수 없습니다: {spec.name}의 크기는 {LEAST_PX}x"
            f"{LEAST_PX}부터 {most[0]}x{most[1]}까지입니다. "
            f"(Size out of range for {spec.name}. Try --size {spec.size_px[0]}x{spec.size_px[1]}.)"
        )
    step = spec.size_step_px
    rounded = (wished[0] - wished[0] % step, wished[1] - wished[1] % step)
    if rounded == wished:
        return rounded, ()
    return rounded, (
        f"size {wished[0]}x{wished[1]} rounded to {rounded[0]}x{rounded[1]} (multiples of {step})",
    )


def _rate(spec: BackendSpec, fps: int | None) -> tuple[int, tuple[str, ...]]:
    if fps is None:
        return spec.fps, ()
    _within("fps", fps, FPS_RANGE, f"--fps {spec.fps}")
    if spec.any_fps or fps == spec.fps:
        return fps, ()
    return spec.fps, (f"fps {fps} rounded to {spec.fps}, the rate {spec.name} was made for",)


def _length(
    spec: BackendSpec, fps: int, seconds: float | None
) -> tuple[float | None, tuple[str, ...]]:
    """Seconds of a segment, as many as the backend's rule of frames allows; None for as many as
    its text takes."""
    if seconds is None:
        any_length = spec.frames == FrameRule()
        return (None if any_length else (spec.frames.usual / fps or USUAL_S)), ()
    _within("seconds", seconds, SECONDS_RANGE, f"--seconds {USUAL_S:g}")
    wished = max(1, round(seconds * fps))
    made = spec.frames.nearest(wished)
    if made == wished:
        return seconds, ()
    return made / fps, (f"{wished} frames rounded to {made} (what {spec.name} can make)",)


def _within(name: str, value: float, bounds: tuple[float, float], remedy: str) -> None:
    low, high = bounds
    if not low <= value <= high:
        raise UsageError(f"{name} {value:g} is out of range: {low:g} to {high:g}. Try {remedy}.")
