"""What somebody carries in the arms: a thing, an animal or a child, drawn between the hands."""

from collections.abc import Iterator
from contextlib import contextmanager

from mongyudo.ink.creatures_act import Act
from mongyudo.ink.creatures_species import SPECIES
from mongyudo.ink.figures import KINDS, Dressed, Held, Shown, draw_figure, outfit_of
from mongyudo.ink.figures_face import FACES
from mongyudo.ink.figures_pen import Pen
from mongyudo.ink.poses_motions import CARRIED
from mongyudo.ink.sprites import draw_icon, sprites, trimmed

_LEAST, _MOST = 0.085, 0.32


def held_painter(concept: str | None) -> Held | None:
    """How `concept` is painted in somebody's hands, or None where it cannot be."""
    if concept is None:
        return None
    if concept in sprites():
        return _thing(concept)
    if concept in SPECIES:
        return _animal(concept)
    return _person(concept) if concept in KINDS else None


def _size(height_m: float) -> float:
    """A thing's height in heights of its bearer: shown larger than life when small."""
    return min(_MOST, max(_LEAST, float((height_m / 1.65) ** 0.7) * 0.62))


def _thing(concept: str) -> Held:
    sprite = sprites()[concept]
    left, top, right, bottom = trimmed(sprite.icon)
    tall = _size(sprite.height_m)
    wide = tall * (right - left) / max(0.02, bottom - top)
    if wide > 0.42:
        tall *= 0.42 / wide
    side = tall / max(0.02, bottom - top)

    def paint(pen: Pen, at: tuple[float, float], turned: float) -> None:
        canvas = pen.canvas
        canvas.save()
        canvas.translate(at[0] + 0.03 * turned, at[1] + tall * 0.42)
        canvas.translate(-side * (left + right) / 2, -side * bottom)
        draw_icon(canvas, sprite.icon, side)
        canvas.restore()

    return paint


def _animal(concept: str) -> Held:
    species = SPECIES[concept]
    tall = _size(species.height_m) * 0.85

    def paint(pen: Pen, at: tuple[float, float], turned: float) -> None:
        with _scaled(pen, (at[0] + 0.02 * turned, at[1] + tall * 0.35), tall):
            species.draw(pen, Act("stand", 0.0))

    return paint


def _person(concept: str) -> Held:
    kind = KINDS[concept]
    shown = Shown(Dressed(kind, outfit_of(kind, ""), FACES["asleep"]), 62.0)

    def paint(pen: Pen, at: tuple[float, float], turned: float) -> None:
        tall = min(0.42, kind.height_m / 1.65)
        with _scaled(pen, (at[0] - 0.05 * turned, at[1] + 0.06), tall):
            draw_figure(pen, shown, CARRIED)

    return paint


@contextmanager
def _scaled(pen: Pen, at: tuple[float, float], scale: float) -> Iterator[None]:
    """The canvas moved to `at` and scaled, the contour's width kept."""
    line = pen.line
    pen.canvas.save()
    pen.canvas.translate(*at)
    pen.canvas.scale(scale, scale)
    pen.line = line / scale
    try:
        yield
    finally:
        pen.line = line
        pen.canvas.restore()
