"""Small things in the air: petals, leaves, snow, embers, dust, and whatever else may rain."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import skia

from mongyudo.ink.brush import painted
from mongyudo.ink.canvas import LINEAR, Rgb, image_of, paint
from mongyudo.ink.layers import View
from mongyudo.ink.looks import mix
from mongyudo.ink.noise import rng
from mongyudo.ink.stage import Live, Stage

Strength = Callable[[float], float]
"""The force 0..1 of what happens at a progress 0..1."""

_TURNS = 10


@dataclass(frozen=True, slots=True)
class Drift:
    """How particles move. Speeds are shares of the frame a second; `fall` below 0 rises.

    `sway` is the width of the swinging, `spin` turns a second, `size` and `spread` the height of
    a particle as a share of the frame and how unequal they are.
    """

    count: int
    fall: float
    wind: float
    sway: float = 0.02
    spin: float = 0.3
    size: float = 0.02
    spread: float = 0.5
    flicker: float = 0.0


def turned(image: skia.Image, *, keep: bool = False) -> tuple[skia.Image, ...]:
    """The picture at ten angles, so that none need be turned while drawing; `keep`: upright."""
    if keep:
        return (image,)
    side = max(image.width(), image.height())
    reach = int(side * 1.42) + 2
    made = []
    for turn in range(_TURNS):

        def draw(canvas: skia.Canvas, turn: int = turn) -> None:
            canvas.translate(reach / 2, reach / 2)
            canvas.rotate(360 * turn / _TURNS)
            canvas.drawImage(image, -image.width() / 2, -image.height() / 2, LINEAR, skia.Paint())

        made.append(image_of(painted(reach, reach, draw)))
    return tuple(made)


def swarm(
    stage: Stage, images: Sequence[skia.Image], drift: Drift, strength: Strength, *,
    salt: int, parallax: float = 1.1,
) -> Live:  # fmt: skip
    """Particles for ever on their way; `strength` decides how many of them are there."""
    dice = rng(stage.scene.seed, salt)
    place = dice.random((drift.count, 6))
    size = 1 - drift.spread * place[:, 2]
    speed = (0.6 + 0.8 * place[:, 3]) * (0.5 + 0.5 * size) * stage.look.tempo
    wide, high = stage.width_px * 1.2, stage.height_px * 1.2

    def draw(canvas: skia.Canvas, view: View) -> None:
        shown = round(drift.count * strength(view.progress))
        t = view.time_s
        swing = drift.sway * np.sin(t * (0.8 + 1.6 * place[:, 4]) + place[:, 5] * 6.3)
        x = (place[:, 0] + drift.wind * speed * t + swing) * wide - view.pan_px[0] * parallax
        y = (place[:, 1] + drift.fall * speed * t) * high - view.pan_px[1] * parallax
        x = np.mod(x, wide) - stage.width_px * 0.1
        y = np.mod(y, high) - stage.height_px * 0.1
        turn = ((place[:, 4] + drift.spin * speed * t) * len(images)).astype(int) % len(images)
        glow = 1 - drift.flicker * (0.5 + 0.5 * np.sin(t * (3 + 5 * place[:, 5]) + place[:, 3] * 9))
        for index in range(shown):
            image, scale = images[turn[index]], float(size[index])
            _lay(canvas, image, float(x[index]), float(y[index]), scale, float(glow[index]))

    return Live(draw)


def _lay(
    canvas: skia.Canvas, image: skia.Image, x: float, y: float, scale: float, glow: float
) -> None:
    half_w, half_h = image.width() * scale / 2, image.height() * scale / 2
    rect = skia.Rect.MakeLTRB(x - half_w, y - half_h, x + half_w, y + half_h)
    canvas.drawImageRect(image, rect, LINEAR, skia.Paint(Alphaf=max(0.0, min(1.0, glow))))


def sprite(size_px: float, draw: Callable[[skia.Canvas, float], None]) -> skia.Image:
    """A small picture drawn into a square of `size_px` around the origin."""
    side = max(4, round(size_px))

    def centred(canvas: skia.Canvas) -> None:
        canvas.translate(side / 2, side / 2)
        draw(canvas, side / 2)

    return image_of(painted(side, side, centred))


def petal(stage: Stage, colour: Rgb, size: float) -> tuple[skia.Image, ...]:
    """A petal with a pale heart."""

    def draw(canvas: skia.Canvas, r: float) -> None:
        path = skia.Path()
        path.moveTo(0, r * 0.8)
        path.cubicTo(-r * 0.9, r * 0.2, -r * 0.6, -r * 0.8, 0, -r * 0.55)
        path.cubicTo(r * 0.6, -r * 0.8, r * 0.9, r * 0.2, 0, r * 0.8)
        canvas.drawPath(path, paint(colour, 0.9))
        canvas.drawPath(path, paint(mix(colour, stage.look.ink, 0.45), 0.5, stroke_px=r * 0.09))
        canvas.drawCircle(0, r * 0.2, r * 0.22, paint(mix(colour, (255, 255, 255), 0.6), 0.7))

    return turned(sprite(stage.y(size), draw))


def leaf(stage: Stage, colour: Rgb, size: float) -> tuple[skia.Image, ...]:
    """A pointed leaf with its vein."""

    def draw(canvas: skia.Canvas, r: float) -> None:
        path = skia.Path()
        path.moveTo(0, -r * 0.9)
        path.cubicTo(r * 0.75, -r * 0.3, r * 0.5, r * 0.5, 0, r * 0.7)
        path.cubicTo(-r * 0.5, r * 0.5, -r * 0.75, -r * 0.3, 0, -r * 0.9)
        canvas.drawPath(path, paint(colour, 0.92))
        vein = paint(mix(colour, stage.look.ink, 0.6), 0.8, stroke_px=r * 0.09)
        canvas.drawPath(path, vein)
        canvas.drawLine(0, -r * 0.7, 0, r * 0.95, vein)

    return turned(sprite(stage.y(size), draw))


def mote(stage: Stage, colour: Rgb, size: float, *, core: float = 0.3) -> tuple[skia.Image, ...]:
    """A soft round spark or flake; `core` is the share that is solid."""

    def draw(canvas: skia.Canvas, r: float) -> None:
        colours = [skia.Color(*colour, 255), skia.Color(*colour, 120), skia.Color(*colour, 0)]
        shader = skia.GradientShader.MakeRadial((0, 0), r, colours, [core * 0.8, core, 1.0])
        canvas.drawCircle(0, 0, r, skia.Paint(Shader=shader, AntiAlias=True))

    return (sprite(stage.y(size), draw),)


def star(stage: Stage, colour: Rgb, size: float) -> tuple[skia.Image, ...]:
    """A spark with four rays."""

    def draw(canvas: skia.Canvas, r: float) -> None:
        path = skia.Path()
        for index in range(8):
            reach = r if index % 2 == 0 else r * 0.16
            turn = index * np.pi / 4
            spot = (float(np.cos(turn) * reach), float(np.sin(turn) * reach))
            if index:
                path.lineTo(*spot)
            else:
                path.moveTo(*spot)
        path.close()
        canvas.drawPath(path, paint(colour))
        canvas.drawCircle(0, 0, r * 0.3, paint(mix(colour, (255, 255, 255), 0.7)))

    return (sprite(stage.y(size), draw),)


def fly(stage: Stage, size: float) -> tuple[skia.Image, ...]:
    """A fly with blurred wings."""

    def draw(canvas: skia.Canvas, r: float) -> None:
        for side in (-1, 1):
            wing = skia.Rect.MakeLTRB(side * r * 0.1, -r * 0.75, side * r * 0.85, -r * 0.05)
            wing.sort()
            canvas.drawOval(wing, paint(mix(stage.look.ink, (255, 255, 255), 0.6), 0.5))
        canvas.drawOval(
            skia.Rect.MakeLTRB(-r * 0.3, -r * 0.5, r * 0.3, r * 0.7), paint(stage.look.ink)
        )
        canvas.drawCircle(0, -r * 0.5, r * 0.24, paint(mix(stage.look.ink, (120, 20, 20), 0.4)))

    return turned(sprite(stage.y(size), draw))


def drop(stage: Stage, size: float) -> tuple[skia.Image, ...]:
    """A tear: a pear of light with a dark edge."""
    blue = mix(stage.look.mist, (150, 196, 220), 0.6)

    def draw(canvas: skia.Canvas, r: float) -> None:
        path = skia.Path()
        path.moveTo(0, -r * 0.95)
        path.cubicTo(r * 0.25, -r * 0.35, r * 0.6, 0.0, r * 0.52, r * 0.38)
        path.cubicTo(r * 0.45, r * 0.85, -r * 0.45, r * 0.85, -r * 0.52, r * 0.38)
        path.cubicTo(-r * 0.6, 0.0, -r * 0.25, -r * 0.35, 0, -r * 0.95)
        canvas.drawPath(path, paint(blue, 0.85))
        canvas.drawPath(path, paint(mix(blue, stage.look.ink, 0.6), 0.7, stroke_px=r * 0.1))
        canvas.drawCircle(-r * 0.18, r * 0.25, r * 0.14, paint((255, 255, 255), 0.9))

    return (sprite(stage.y(size), draw),)


def tooth(stage: Stage, size: float) -> tuple[skia.Image, ...]:
    """A tooth with two roots."""
    white = mix(stage.look.paper, (255, 253, 244), 0.7)

    def draw(canvas: skia.Canvas, r: float) -> None:
        path = skia.Path()
        path.moveTo(-r * 0.55, -r * 0.55)
        path.cubicTo(-r * 0.3, -r * 0.85, r * 0.3, -r * 0.85, r * 0.55, -r * 0.55)
        path.cubicTo(r * 0.75, -r * 0.1, r * 0.4, r * 0.3, r * 0.34, r * 0.85)
        path.cubicTo(r * 0.1, r * 0.8, r * 0.12, r * 0.2, 0, r * 0.15)
        path.cubicTo(-r * 0.12, r * 0.2, -r * 0.1, r * 0.8, -r * 0.34, r * 0.85)
        path.cubicTo(-r * 0.4, r * 0.3, -r * 0.75, -r * 0.1, -r * 0.55, -r * 0.55)
        canvas.drawPath(path, paint(white))
        canvas.drawPath(path, paint(stage.look.ink, 0.8, stroke_px=max(1.0, r * 0.09)))
        shade = paint(mix(white, stage.look.ink, 0.3), 0.6, stroke_px=r * 0.1)
        canvas.drawLine(-r * 0.15, -r * 0.5, -r * 0.1, -r * 0.1, shade)

    return turned(sprite(stage.y(size), draw))
