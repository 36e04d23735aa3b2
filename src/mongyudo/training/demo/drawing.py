"""One clip: a place, a subject that crosses it, and a look over everything."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import skia
from numpy.typing import NDArray

from mongyudo.ink.canvas import surface
from mongyudo.records import Emotion
from mongyudo.training.demo.looks import GRADES, PLAIN, Grade, graded
from mongyudo.training.demo.places import MARGIN, VARIANTS, place_image
from mongyudo.training.demo.sprites import PHASES, sprite

Pixels = NDArray[np.uint8]
"""(T, H, W, 3) RGB."""

SIZE_PX = (64, 64)
FRAMES = 9
GROUND = {"forest": 0.86, "sea": 0.80, "room": 0.88, "desert": 0.84}
"""Where the subject's foot is, as a share of the frame's height."""
_ALOFT = {"star": 0.18, "umbrella": 0.12}
"""How far above the ground some subjects hover."""
_TALLEST, _WIDEST = 0.46, 0.62
_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)


def draw(
    subject: str,
    place: str,
    motion: str,
    emotion: Emotion | None,
    seed: int,
    size_px: tuple[int, int] = SIZE_PX,
    frames: int = FRAMES,
) -> Pixels:
    """A clip (T, H, W, 3) uint8 RGB in the look of `emotion` (None: plain ink); the same
    arguments give the same bytes. Raises KeyError for what is not in SUBJECTS, PLACES, MOTIONS."""
    grade = PLAIN if emotion is None else GRADES[emotion]
    return draw_graded(subject, place, motion, grade, seed, size_px, frames)


def draw_graded(
    subject: str, place: str, motion: str, grade: Grade, seed: int,
    size_px: tuple[int, int] = SIZE_PX, frames: int = FRAMES,
) -> Pixels:  # fmt: skip
    """Like `draw`, in any look."""
    dice = np.random.default_rng([seed, 1447])
    play = _Play.of(subject, place, motion, grade, dice)
    sheet = surface(*size_px)
    painted = np.stack([_frame(sheet, play, t / max(1, frames - 1), t) for t in range(frames)])
    return graded(painted, grade)


@dataclass(frozen=True, slots=True)
class _Play:
    """What the dice decided: positions and sizes are shares of the frame."""

    subject: str
    place: str
    variant: int
    start: tuple[float, float]
    end: tuple[float, float]
    scale: float
    faces_left: bool
    shift: tuple[float, float]
    shakes: NDArray[np.float64]
    phase: float

    @classmethod
    def of(
        cls, subject: str, place: str, motion: str, grade: Grade, dice: np.random.Generator
    ) -> "_Play":
        foot = GROUND[place] - _ALOFT.get(subject, 0.0) + dice.uniform(-0.03, 0.02)
        start, end = _way(motion, foot, grade.tempo, dice)
        return cls(
            subject, place, int(dice.integers(VARIANTS)), start, end,
            float(dice.uniform(0.88, 1.06)),
            {"left": True, "right": False, "down": bool(dice.integers(2))}[motion],
            (float(dice.uniform(-0.06, 0.06)), float(dice.uniform(-0.02, 0.02))),
            dice.uniform(-1, 1, (64, 2)) * grade.shake, float(dice.random()),
        )  # fmt: skip


def _way(
    motion: str, foot: float, tempo: float, dice: np.random.Generator
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where the foot begins and ends."""
    if motion == "down":
        x, half = 0.5 + dice.uniform(-0.16, 0.16), 0.21 * tempo
        middle = 0.66 + dice.uniform(-0.03, 0.03)
        return (x, middle - half), (x, middle + half)
    middle, half = 0.5 + dice.uniform(-0.07, 0.07), 0.24 * tempo
    ends = (middle - half, foot), (middle + half, foot)
    return ends if motion == "right" else (ends[1], ends[0])


def _frame(sheet: Any, play: _Play, progress: float, index: int) -> Pixels:
    """Frame `index` at `progress` 0..1, painted on the skia.Surface `sheet`."""
    canvas, width, height = sheet.getCanvas(), sheet.width(), sheet.height()
    shake = play.shakes[index % len(play.shakes)]
    back = place_image(play.place, play.variant, width, height)
    canvas.drawImage(
        back,
        (play.shift[0] + shake[0] - MARGIN) * width,
        (play.shift[1] + shake[1] - MARGIN) * height,
    )
    _put(canvas, play, progress, (width, height), shake)
    bgra = np.empty((height, width, 4), np.uint8)
    sheet.readPixels(skia.ImageInfo.MakeN32Premul(width, height), bgra, bgra.strides[0], 0, 0)
    return np.ascontiguousarray(bgra[..., 2::-1])


def _put(
    canvas: skia.Canvas, play: _Play, progress: float, size_px: tuple[int, int],
    shake: NDArray[np.float64],
) -> None:  # fmt: skip
    """The subject at its place on its way."""
    images = _mipmapped(play.subject)
    image = images[int((progress * 2 + play.phase) * PHASES) % len(images)]
    width, height = size_px
    fit = min(_TALLEST * height / image.height(), _WIDEST * width / image.width()) * play.scale
    x, y = (a + (b - a) * progress for a, b in zip(play.start, play.end, strict=True))
    canvas.save()
    canvas.translate((x + shake[0]) * width, (y + shake[1]) * height)
    canvas.scale(-fit if play.faces_left else fit, fit)
    canvas.drawImage(image, -image.width() / 2, -image.height(), _SMOOTH)
    canvas.restore()


_MIPS: dict[str, tuple[skia.Image, ...]] = {}


def _mipmapped(subject: str) -> tuple[skia.Image, ...]:
    if subject not in _MIPS:
        _MIPS[subject] = tuple(image.withDefaultMipmaps() for image in sprite(subject))
    return _MIPS[subject]
