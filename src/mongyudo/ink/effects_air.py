"""Effects of small things in the air."""

from functools import partial

import numpy as np
import skia

from mongyudo.ink.brush import tapered
from mongyudo.ink.canvas import Rgb, paint
from mongyudo.ink.effects_light import lead_place
from mongyudo.ink.happening import Happening, force
from mongyudo.ink.layers import View
from mongyudo.ink.looks import mix
from mongyudo.ink.noise import rng
from mongyudo.ink.particles import Drift, drop, fly, leaf, mote, petal, star, swarm, tooth, turned
from mongyudo.ink.scene import Effect
from mongyudo.ink.settings_water import bubbles as rising_bubbles
from mongyudo.ink.stage import Live, Stage
from mongyudo.ink.weather import rain, snow_colour

_FIRE: Rgb = (255, 142, 48)


def petals(stage: Stage, effect: Effect) -> Happening:
    """Petals on the air, far small ones and near large ones."""
    colour = mix(stage.look.accents[0], (255, 240, 236), 0.25)
    return _two_depths(stage, effect, petal(stage, colour, 0.036), Drift(44, 0.10, 0.07, spin=0.35))


def leaves(stage: Stage, effect: Effect) -> Happening:
    """Withered leaves; dark ones in dread."""
    colour = mix(stage.look.accents[2], stage.look.near, 0.45 if stage.look.is_dark else 0.15)
    return _two_depths(stage, effect, leaf(stage, colour, 0.040), Drift(28, 0.14, 0.16, spin=0.6))


def _two_depths(
    stage: Stage, effect: Effect, images: tuple[skia.Image, ...], drift: Drift
) -> Happening:
    strength = partial(force, effect)
    far = Drift(
        drift.count, drift.fall * 0.7, drift.wind * 0.7, drift.sway, drift.spin, spread=0.75
    )
    return Happening(
        behind=[swarm(stage, images, far, strength, salt=821, parallax=0.6)],
        before=[swarm(stage, images, drift, strength, salt=822, parallax=1.25)],
    )


def embers(stage: Stage, effect: Effect) -> Happening:
    """Glowing specks carried up by heat."""
    glow = mote(stage, _FIRE, 0.020, core=0.25)
    drift = Drift(70, -0.22, 0.06, sway=0.03, spread=0.75, flicker=0.7)
    return Happening(before=[swarm(stage, glow, drift, partial(force, effect), salt=823)])


def sparks(stage: Stage, effect: Effect) -> Happening:
    """Sparks thrown out in all directions from the middle, again and again."""
    spots = rng(stage.scene.seed, 824).random((60, 4))
    warm = mix((255, 196, 84), stage.look.light, 0.3)

    def draw(canvas: skia.Canvas, view: View) -> None:
        path = skia.Path()
        strength = force(effect, view.progress)
        for turn, rate, phase, reach in spots[: round(60 * strength)]:
            life = (view.time_s * (0.5 + 0.5 * rate) + phase) % 1.0
            angle = turn * 2 * np.pi
            away = (1 - (1 - life) ** 2) * (0.15 + 0.5 * reach)
            x = stage.x(0.5) + np.cos(angle) * away * stage.x(0.75)
            y = stage.y(0.46) + np.sin(angle) * away * stage.y(0.8) + stage.y(0.2) * life**2
            back = 0.09 * (1 - life)
            tail = (x - np.cos(angle) * stage.x(back), y - np.sin(angle) * stage.y(back))
            tapered(path, [tail, (x, y)], [0.1, 4.2 * stage.unit_px * (1 - life) + 0.3])
        canvas.drawPath(path, paint(warm, 0.9))

    return Happening(before=[Live(draw)])


def snowflakes(stage: Stage, effect: Effect) -> Happening:
    """A light fall of snow."""
    white = snow_colour(stage, 0.85)
    flakes = mote(stage, white, 0.022, core=0.45)
    return _two_depths(stage, effect, flakes, Drift(46, 0.10, 0.02))


def dust(stage: Stage, effect: Effect) -> Happening:
    """Motes that hang in the light."""
    colour = mix(stage.look.light, stage.look.mist, 0.4)
    motes = mote(stage, colour, 0.012, core=0.3)
    drift = Drift(60, 0.015, 0.012, sway=0.03, flicker=0.6, spread=0.7)
    return Happening(before=[swarm(stage, motes, drift, partial(force, effect), salt=826)])


def fireflies(stage: Stage, effect: Effect) -> Happening:
    """Slow green-gold lights that pulse."""
    glow = mote(stage, mix((206, 226, 96), stage.look.light, 0.35), 0.030, core=0.16)
    drift = Drift(26, -0.015, 0.015, sway=0.08, flicker=1.0, spread=0.6)
    return Happening(before=[swarm(stage, glow, drift, partial(force, effect), salt=827)])


def sparkles(stage: Stage, effect: Effect) -> Happening:
    """Small stars of wonder."""
    rays = star(stage, mix(stage.look.light, (255, 236, 150), 0.5), 0.040)
    drift = Drift(34, -0.03, 0.01, sway=0.03, flicker=1.0, spread=0.75)
    return Happening(before=[swarm(stage, rays, drift, partial(force, effect), salt=828)])


def flies(stage: Stage, effect: Effect) -> Happening:
    """Flies that circle and jerk."""
    spots = rng(stage.scene.seed, 829).random((26, 5))
    images = fly(stage, 0.020)

    def draw(canvas: skia.Canvas, view: View) -> None:
        t = view.time_s
        for index in range(round(26 * force(effect, view.progress))):
            u, v, a, b, c = spots[index]
            x = u + 0.10 * np.sin(t * (2 + 3 * a) + b * 9) + 0.03 * np.sin(t * (9 + 7 * c) + a * 9)
            y = v + 0.08 * np.cos(t * (2.4 + 3 * b) + c * 9) + 0.03 * np.cos(t * (11 + 5 * a))
            image = images[int((a + t * (0.7 + b)) * 10) % len(images)]
            place = (stage.x(float(x)) - image.width() / 2, stage.y(float(y)) - image.height() / 2)
            canvas.drawImage(image, *place)

    return Happening(before=[Live(draw)])


def birds(stage: Stage, effect: Effect) -> Happening:
    """A flock far off, beating its wings."""
    spots = rng(stage.scene.seed, 830).random((11, 3))
    ink = paint(mix(stage.look.near, stage.look.ink, 0.5), 0.8)

    def draw(canvas: skia.Canvas, view: View) -> None:
        path = skia.Path()
        for index in range(round(11 * force(effect, view.progress))):
            u, v, rate = spots[index]
            x = ((u * 0.5 + 0.1 + view.time_s * 0.055) % 1.3 - 0.15) * stage.width_px
            y = stage.y(0.12 + 0.20 * v + 0.01 * float(np.sin(view.time_s + u * 9)))
            beat = float(np.sin(view.time_s * (7 + 3 * rate) + v * 9))
            size = stage.y(0.014 + 0.012 * rate)
            wing = size * (0.15 + 0.55 * beat)
            spine = [(x - size, y - wing), (x - size * 0.4, y - wing * 0.75), (x, y),
                     (x + size * 0.4, y - wing * 0.75), (x + size, y - wing)]  # fmt: skip
            widths = [0.3, size * 0.16, size * 0.2, size * 0.16, 0.3]
            tapered(path, spine, widths)
        canvas.drawPath(path, ink)

    return Happening(behind=[Live(draw, parallax=0.2)])


def bubbles(stage: Stage, effect: Effect) -> Happening:
    """Bubbles rising."""
    count = max(4, round(40 * max(effect.start, effect.end)))
    return Happening(before=[rising_bubbles(stage, count=count)])


def tears(stage: Stage, effect: Effect) -> Happening:
    """Large slow tears."""
    drift = Drift(24, 0.26, 0.0, sway=0.004, spin=0.0, spread=0.55)
    return Happening(
        before=[swarm(stage, drop(stage, 0.052), drift, partial(force, effect), salt=832)]
    )


def drizzle(stage: Stage, effect: Effect) -> Happening:
    """Fine rain."""
    strength = max(effect.start, effect.end)
    fine = rain(stage, count=round(60 + 70 * strength), length=0.04, slant=0.06, salt=833,
                alpha=0.22 + 0.22 * strength)  # fmt: skip
    return Happening(before=[fine])


def falling_teeth(stage: Stage, effect: Effect) -> Happening:
    """Teeth that fall and tumble."""
    return _falling(stage, effect, tooth(stage, 0.075))


def rain_of(stage: Stage, effect: Effect) -> Happening:
    """It rains whatever the effect names: money, letters, feathers."""
    concept = effect.concept or "petal"
    if concept in ("tooth", "teeth"):
        return falling_teeth(stage, effect)
    from mongyudo.ink.cast import PROPS, particle_image

    if concept not in PROPS:
        return petals(stage, effect)
    size_px = max(12, round(stage.y(0.075)))
    picture = particle_image(concept, size_px, stage.look, stage.seed(834))
    return _falling(stage, effect, turned(picture))


def _falling(stage: Stage, effect: Effect, images: tuple[skia.Image, ...]) -> Happening:
    strength = partial(force, effect)
    near = Drift(16, 0.42, 0.02, sway=0.01, spin=0.8, spread=0.4)
    far = Drift(26, 0.26, 0.02, sway=0.01, spin=0.5, spread=0.75)
    return Happening(
        behind=[swarm(stage, images, far, strength, salt=835, parallax=0.6)],
        before=[swarm(stage, images, near, strength, salt=836, parallax=1.2)],
    )


def streaks(stage: Stage, effect: Effect) -> Happening:
    """Lines of speed along the camera's travel."""
    spots = rng(stage.scene.seed, 837).random((46, 4))
    tone = mix(stage.look.mist, (255, 255, 255), 0.3) if stage.look.is_dark else stage.look.ink
    across = stage.tracks and not stage.falls
    sign = -1.0 if (stage.scene.camera.pan_x if across else stage.scene.camera.pan_y) >= 0 else 1.0

    def draw(canvas: skia.Canvas, view: View) -> None:
        strength = force(effect, view.progress)
        path = skia.Path()
        for u, v, rate, size in spots[: round(46 * strength)]:
            run = (v + sign * view.time_s * (1.6 + 1.4 * rate)) % 1.4 - 0.2
            long = 0.06 + 0.16 * size * strength
            width = (0.8 + 1.6 * size) * stage.unit_px
            head, tail = ((run, u), (run + long, u)) if across else ((u, run), (u, run + long))
            spine = [(stage.x(a), stage.y(b)) for a, b in (head, tail)]
            middle = ((spine[0][0] + spine[1][0]) / 2, (spine[0][1] + spine[1][1]) / 2)
            tapered(path, [spine[0], middle, spine[1]], [0.1, width, 0.1])
        canvas.drawPath(path, paint(tone, 0.55))

    return Happening(before=[Live(draw)])


def echoes(stage: Stage, effect: Effect) -> Happening:
    """A sound: arcs of a dry brush that widen through the air, away from where it comes from."""
    side = -1.0 if lead_place(stage)[0] < 0.5 else 1.0
    centre = (stage.x(0.5 - 0.52 * side), stage.y(0.34))
    ink = mix(stage.look.mist, stage.look.light, 0.5) if stage.look.is_dark else stage.look.ink
    dice = rng(stage.scene.seed, 841)
    tilts = dice.uniform(-5, 5, 5)

    def draw(canvas: skia.Canvas, view: View) -> None:
        strength = force(effect, view.progress)
        for index, tilt in enumerate(tilts):
            life = (view.time_s * 0.22 + index / len(tilts)) % 1.0
            reach = stage.x(0.05 + 0.34 * life)
            line = paint(ink, stroke_px=(5.4 - 2.8 * life) * stage.unit_px)
            line.setAlphaf(0.95 * strength * (1 - 0.8 * life) * min(1.0, life * 6))
            line.setStrokeCap(skia.Paint.kRound_Cap)
            oval = skia.Rect.MakeLTRB(
                centre[0] - reach, centre[1] - reach, centre[0] + reach, centre[1] + reach
            )
            middle = (0.0 if side > 0 else 180.0) + float(tilt)
            canvas.drawPath(skia.Path().addArc(oval, middle - 32, 64), line)

    return Happening(behind=[Live(draw)])
