"""Rain, snow, fog, wind and storm, and what is in the air by mood."""

from collections.abc import Callable

import numpy as np
import skia

from mongyudo.ink.brush import Point, hairs, tapered
from mongyudo.ink.canvas import Rgb, paint
from mongyudo.ink.happening import Happening
from mongyudo.ink.layers import Layer, View
from mongyudo.ink.looks import luminance, mix
from mongyudo.ink.noise import rng
from mongyudo.ink.paper import flat_image, haze_band
from mongyudo.ink.particles import Drift, leaf, mote, swarm
from mongyudo.ink.scene import Weather
from mongyudo.ink.stage import Live, Plate, Stage

WEATHERS: frozenset[Weather] = frozenset(("clear", "rain", "snow", "fog", "wind", "storm"))


def weather_of(stage: Stage, *, indoors: bool) -> Happening:
    """The layers of the scene's weather; indoors it stays behind the windows."""
    if not indoors:
        return _BUILDERS[stage.scene.weather](stage)
    if stage.scene.setting in _UNDERGROUND:
        return Happening()
    return Happening(sky=_OUTSIDE[stage.scene.weather](stage))


def _clear(stage: Stage) -> Happening:
    del stage
    return Happening()


def _rain(stage: Stage) -> Happening:
    return Happening(
        sky=[gloom(stage, 0.16)],
        behind=[rain(stage, count=110, length=0.045, slant=0.10, salt=801, alpha=0.42)],
        before=[
            rain(stage, count=70, length=0.085, slant=0.10, salt=802, alpha=0.60),
            splashes(stage),
        ],
    )


def snow_colour(stage: Stage, share: float) -> Rgb:
    """White, so far from the mist's colour, or that in which snow is dreamt."""
    return stage.scene.dye_of("snow") or mix(stage.look.mist, (255, 255, 255), share)


def _snow(stage: Stage) -> Happening:
    white = snow_colour(stage, 0.8)
    far, near = mote(stage, white, 0.014, core=0.4), mote(stage, white, 0.026, core=0.45)
    return Happening(
        sky=[gloom(stage, 0.04 if stage.look.is_dark else 0.24)],
        behind=[
            swarm(stage, far, Drift(90, 0.09, 0.02, sway=0.015), _always, salt=803, parallax=0.6)
        ],
        before=[
            swarm(stage, near, Drift(46, 0.15, 0.03, sway=0.02), _always, salt=804, parallax=1.2)
        ],
    )


def _fog(stage: Stage) -> Happening:
    return Happening(
        behind=[
            haze_band(stage, 0.52, 0.34, parallax=0.3, salt=805, dense=1.1),
            haze_band(stage, 0.72, 0.22, parallax=0.7, salt=806, dense=1.0),
        ],
        before=[haze_band(stage, 0.92, 0.16, parallax=1.2, salt=807, dense=0.9)],
    )


def _wind(stage: Stage) -> Happening:
    colour = mix(stage.look.near, stage.look.accents[2], 0.30)
    blown = Drift(26, 0.05, 0.55, sway=0.03, spin=0.9)
    return Happening(
        before=[
            swarm(stage, leaf(stage, colour, 0.030), blown, _always, salt=808),
            gusts(stage),
        ]
    )


def _storm(stage: Stage) -> Happening:
    made = _rain(stage)
    made.sky.append(gloom(stage, 0.30))
    made.behind.append(lightning(stage, times=(0.22, 0.64)))
    made.before.append(rain(stage, count=90, length=0.13, slant=0.30, salt=809, alpha=0.5))
    return made


_BUILDERS = {
    "clear": _clear, "rain": _rain, "snow": _snow, "fog": _fog, "wind": _wind, "storm": _storm,
}  # fmt: skip


_UNDERGROUND = frozenset(("subway", "tunnel", "basement", "cave", "elevator"))
"""Where no window shows the weather."""


def _rain_outside(stage: Stage) -> list[Layer]:
    """Denser than in the open: a window shows little of the sky, and must tell by that."""
    return [
        gloom(stage, 0.26),
        rain(stage, count=300, length=0.055, slant=0.12, salt=801, alpha=0.85, width=1.5),
        rain(stage, count=130, length=0.10, slant=0.12, salt=802, alpha=0.9, width=1.8),
    ]


def _snow_outside(stage: Stage) -> list[Layer]:
    white = snow_colour(stage, 0.85)
    flake = mote(stage, white, 0.034, core=0.6)
    falls = Drift(260, 0.10, 0.02, sway=0.015)
    return [
        gloom(stage, 0.10 if stage.look.is_dark else 0.34),
        swarm(stage, flake, falls, _always, salt=803, parallax=0.6),
    ]


def _storm_outside(stage: Stage) -> list[Layer]:
    return [
        gloom(stage, 0.50),
        lightning(stage, times=(0.22, 0.64)),
        rain(stage, count=320, length=0.08, slant=0.34, salt=801, alpha=0.85, width=1.5),
        rain(stage, count=150, length=0.14, slant=0.34, salt=809, alpha=0.9, width=1.8),
    ]


def _seen_outside(stage: Stage) -> list[Layer]:
    """Fog and wind behind the panes as they are in the open."""
    made = _BUILDERS[stage.scene.weather](stage)
    return [*made.sky, *made.behind, *made.before]


_OUTSIDE: dict[Weather, Callable[[Stage], list[Layer]]] = {
    "clear": _seen_outside, "rain": _rain_outside, "snow": _snow_outside, "fog": _seen_outside,
    "wind": _seen_outside, "storm": _storm_outside,
}  # fmt: skip


def _always(progress: float) -> float:
    del progress
    return 1.0


def gloom(stage: Stage, strength: float) -> Layer:
    """A veil of shadow over the sky."""
    alpha = np.full((stage.height_px, stage.width_px), strength, dtype=np.float32)
    alpha *= np.linspace(1.2, 0.5, stage.height_px, dtype=np.float32)[:, None]
    return Plate(flat_image(alpha, stage.look.shadow), 0, 0, 0.0, soft=True)


def rain(
    stage: Stage, *, count: int, length: float, slant: float, salt: int, alpha: float,
    width: float = 1.15,
) -> Live:  # fmt: skip
    """Slanting hairs of rain."""
    spots = rng(stage.scene.seed, salt).random((count, 3))
    pale = mix(stage.look.mist, (255, 255, 255), 0.5)
    bright = luminance(stage.look.sky_top) > 190 and not stage.look.is_paper
    tone = mix(stage.look.ink, pale, 0.25) if bright else pale
    if dye := stage.scene.dye_of("rain"):
        tone, alpha, width = dye, min(1.0, 2 * alpha), 1.5 * width  # to be seen as such
    brush = paint(tone, alpha, stroke_px=width * stage.unit_px)
    wide, high = stage.width_px * 1.3, stage.height_px * 1.25
    fall_px, run_px = stage.y(length), -stage.y(length) * slant

    def draw(canvas: skia.Canvas, view: View) -> None:
        speed = 1.5 + 0.9 * spots[:, 2]
        y = np.mod(spots[:, 1] + speed * view.time_s, 1.0) * high - stage.height_px * 0.15
        x = spots[:, 0] * wide - y * slant - view.pan_px[0]
        x = np.mod(x, wide) - stage.width_px * 0.1
        lines: list[Point] = []
        for a, b, long in zip(x, y, 0.5 + spots[:, 2] * 0.5, strict=True):
            lines += [(a, b), (a + run_px * long, b + fall_px * long)]
        hairs(canvas, lines, brush)

    return Live(draw)


def splashes(stage: Stage, *, count: int = 16, salt: int = 811) -> Live:
    """Rings where drops strike the ground."""
    spots = rng(stage.scene.seed, salt).random((count, 3))
    tone = mix(stage.look.mist, (255, 255, 255), 0.4)
    brush = paint(tone, 0.45, stroke_px=0.9 * stage.unit_px)

    def draw(canvas: skia.Canvas, view: View) -> None:
        for u, v, phase in spots:
            life = (view.time_s * 1.9 + phase) % 1.0
            turn = int(view.time_s * 1.9 + phase)
            x = (u + turn * 0.37 + v) % 1.0 * stage.width_px
            y = stage.y(0.80 + 0.20 * ((v + turn * 0.61) % 1.0))
            reach = stage.x(0.012) * life
            brush.setAlphaf(0.5 * (1 - life))
            canvas.drawOval(
                skia.Rect.MakeLTRB(x - reach, y - reach * 0.3, x + reach, y + reach * 0.3), brush
            )

    return Live(draw)


def gusts(stage: Stage, *, salt: int = 812) -> Live:
    """Long thin lines of wind."""
    spots = rng(stage.scene.seed, salt).random((7, 3))
    brush = paint(mix(stage.look.mist, stage.look.ink, 0.25), 0.35)

    def draw(canvas: skia.Canvas, view: View) -> None:
        path = skia.Path()
        for u, v, rate in spots:
            head = (u + view.time_s * (0.5 + 0.4 * rate)) % 1.5 - 0.2
            t = np.linspace(0, 1, 9)
            x = (head - t * 0.22) * stage.width_px
            y = stage.y(0.15 + 0.6 * v) + np.sin(t * 5 + u * 9) * stage.y(0.012)
            widths = np.sin(t * np.pi) * 1.6 * stage.unit_px + 0.05
            tapered(path, list(zip(x, y, strict=True)), widths)
        canvas.drawPath(path, brush)

    return Live(draw)


def lightning(stage: Stage, *, times: tuple[float, ...], salt: int = 813) -> Live:
    """Bolts at the given shares of the scene, each lighting up the whole picture."""
    bolts = [_bolt(stage, salt + index) for index in range(len(times))]
    white = mix(stage.look.light, (255, 255, 255), 0.6)

    def draw(canvas: skia.Canvas, view: View) -> None:
        for bolt, moment in zip(bolts, times, strict=True):
            since = (view.progress - moment) * stage.scene.duration_s
            if not 0 <= since < 0.55:
                continue
            flash = float(np.exp(-since * 6) * (0.6 + 0.4 * np.cos(since * 55)))
            canvas.drawColor(skia.Color(*white, round(190 * max(0.0, flash))))
            canvas.drawPath(bolt, paint(white, min(1.0, flash + 0.25)))

    return Live(draw)


def _bolt(stage: Stage, salt: int) -> skia.Path:
    """A forked line from the clouds to the ground."""
    dice = rng(stage.scene.seed, salt)
    path = skia.Path()
    spots = [(stage.x(dice.uniform(0.2, 0.8)), -5.0)]
    for _ in range(11):
        x, y = spots[-1]
        spots.append((x + dice.normal() * stage.x(0.028), y + stage.y(0.068)))
    tapered(path, spots, np.linspace(4.5, 0.8, 12) * stage.unit_px)
    for start in (3, 5, 8):
        side = float(dice.choice([-1.0, 1.0]))
        fork = [spots[start]]
        for _ in range(4):
            x, y = fork[-1]
            fork.append((x + side * stage.x(dice.uniform(0.01, 0.04)), y + stage.y(0.045)))
        tapered(path, fork, np.linspace(2.0, 0.4, 5) * stage.unit_px)
    return path
