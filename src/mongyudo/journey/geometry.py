"""Sizes, rates and lengths a backend can film: checked before any work, rounded aloud."""

from dataclasses import dataclass

from mongyudo.backends.contract import BackendSpec
from mongyudo.errors import UsageError

LEAST_PX = 64
FPS_RANGE = (1, 60)
SECONDS_RANGE = (0.5, 10.0)


@dataclass(frozen=True, slots=True)
class FilmShape:
    """The format of every clip of a film; `notes` say what was rounded."""

    size_px: tuple[int, int]
    fps: int
    seconds: float
    notes: tuple[str, ...] = ()


def film_shape(
    spec: BackendSpec, size_px: tuple[int, int] | None, fps: int, seconds: float
) -> FilmShape:
    """The nearest shape that `spec` can film; raises UsageError beyond its limits."""
    _within("fps", fps, FPS_RANGE, "--fps 24")
    _within("seconds", seconds, SECONDS_RANGE, "--seconds 4")
    wished = size_px or spec.size_px
    most = spec.size_most_px
    if min(wished) < LEAST_PX or wished[0] > most[0] or wished[1] > most[1]:
        raise UsageError(
            f"크기 {wished[0]}x{wished[1]}로는 만들 수 없습니다 (size out of range: {LEAST_PX}x"
            f"{LEAST_PX} to {most[0]}x{most[1]} for {spec.name}). Try --size 768x432."
        )
    step = spec.size_step_px
    rounded = (wished[0] - wished[0] % step, wished[1] - wished[1] % step)
    notes: tuple[str, ...] = ()
    if rounded != wished:
        notes = (
            f"size {wished[0]}x{wished[1]} rounded to {rounded[0]}x{rounded[1]} "
            f"(multiples of {step})",
        )
    return FilmShape(rounded, fps, seconds, notes)


def _within(name: str, value: float, bounds: tuple[float, float], remedy: str) -> None:
    low, high = bounds
    if not low <= value <= high:
        raise UsageError(f"{name} {value:g} is out of range: {low:g} to {high:g}. Try {remedy}.")
