"""Effects of light and dark."""

import numpy as np
import skia

from mongyudo.ink.brush import dots, painted, polygon
from mongyudo.ink.canvas import Rgb, image_of, paint
from mongyudo.ink.happening import Happening, force
from mongyudo.ink.layers import Layer, View
from mongyudo.ink.looks import mix
from mongyudo.ink.noise import cloud, rng
from mongyudo.ink.paper import flat_image
from mongyudo.ink.scene import Effect, Key
from mongyudo.ink.stage import Live, Stage
from mongyudo.ink.weather import lightning as bolts


def _veil(image: skia.Image, effect: Effect, *, pulse: float = 0.0) -> Live:
    """A frame-sized picture as strong as the effect."""

    def draw(canvas: skia.Canvas, view: View) -> None:
        beat = 1 - pulse * (0.5 + 0.5 * float(np.sin(view.time_s * 2 * np.pi * 0.45)))
        alpha = force(effect, view.progress) * beat
        if alpha > 0.004:
            canvas.drawImage(image, 0, 0, skia.SamplingOptions(), skia.Paint(Alphaf=alpha))

    return Live(draw, parallax=0.0)


def lead_place(stage: Stage) -> tuple[float, float]:
    """Where the first of the cast stands half way through, else the middle, in shares."""
    scene = stage.scene
    if not scene.actors:
        return (0.5, 0.62)
    path: tuple[Key, ...] = scene.actors[0].path
    key = path[len(path) // 2]
    return (key.x, key.y - scene.actors[0].height * key.scale * 0.5)


def flash(stage: Stage, effect: Effect) -> Happening:
    """Two quick bursts of white."""
    white = mix(stage.look.light, (255, 255, 255), 0.7)
    peak = max(effect.start, effect.end)
    moments = (0.0, 0.12) if effect.start > effect.end else (0.34, 0.42)

    def draw(canvas: skia.Canvas, view: View) -> None:
        total = 0.0
        for moment, size in zip(moments, (1.0, 0.55), strict=True):
            since = (view.progress - moment) * stage.scene.duration_s
            if since >= 0:
                total += size * float(np.exp(-since * 7))
        if total > 0.01:
            canvas.drawColor(skia.Color(*white, round(235 * min(1.0, total * peak))))

    return Happening(over=[Live(draw, parallax=0.0)])


def white_out(stage: Stage, effect: Effect) -> Happening:
    """The picture fades into bare paper."""
    bare = mix(stage.look.paper, (255, 255, 255), 0.4)

    def draw(canvas: skia.Canvas, view: View) -> None:
        canvas.drawColor(skia.Color(*bare, round(255 * force(effect, view.progress))))

    return Happening(over=[Live(draw, parallax=0.0)])


def darkness(stage: Stage, effect: Effect) -> Happening:
    """The dark closes in around the lead."""
    return Happening(before=[_veil(_closing(stage, 0.30, 0.94), effect)])


def _closing(stage: Stage, clear: float, depth: float) -> skia.Image:
    """Shadow everywhere but around the lead; `clear` is the open radius, a share of the height."""
    height, width = stage.height_px, stage.width_px
    x, y = lead_place(stage)
    across = (np.arange(width, dtype=np.float32)[None, :] - x * width) / height
    down = (np.arange(height, dtype=np.float32)[:, None] - y * height) / height
    uneven = 0.07 * cloud(height, width, stage.seed(841), rough=3.0)
    away = np.sqrt(across**2 + down**2) + uneven
    alpha = np.clip((away - clear) / 0.42, 0, 1)
    return flat_image(
        alpha * alpha * (3 - 2 * alpha) * depth, mix(stage.look.shadow, (0, 0, 0), 0.6)
    )


def spotlight(stage: Stage, effect: Effect) -> Happening:
    """All is dark but a cone of light upon the lead."""
    x, y = lead_place(stage)

    def cone(canvas: skia.Canvas) -> None:
        foot = y + 0.24
        beam = polygon(
            [
                (stage.x(x - 0.03), -10.0),
                (stage.x(x + 0.03), -10.0),
                (stage.x(x + 0.17), stage.y(foot)),
                (stage.x(x - 0.17), stage.y(foot)),
            ]
        )
        light = stage.look.light
        colours = [skia.Color(*light, 150), skia.Color(*light, 40)]
        shader = skia.GradientShader.MakeLinear([(0, 0), (0, stage.y(foot))], colours)
        brush = skia.Paint(Shader=shader, AntiAlias=True)
        brush.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 5 * stage.unit_px))
        canvas.drawPath(beam, brush)
        pool = skia.Rect.MakeLTRB(
            stage.x(x - 0.17), stage.y(foot - 0.03), stage.x(x + 0.17), stage.y(foot + 0.03)
        )
        canvas.drawOval(pool, brush)

    lit = image_of(painted(stage.width_px, stage.height_px, cone))
    return Happening(
        behind=[_veil(lit, effect)],
        before=[_veil(_closing(stage, 0.34, 0.78), effect)],
    )


def light_rays(stage: Stage, effect: Effect) -> Happening:
    """Beams from the light across the picture."""
    dice = rng(stage.scene.seed, 842)
    source = (stage.x(stage.look.light_pos[0]), -stage.y(0.12))
    light = mix(stage.look.light, (255, 253, 240), 0.6)

    def draw(canvas: skia.Canvas) -> None:
        for turn in np.linspace(0.25, np.pi - 0.25, 11):
            angle, wide = turn + dice.normal() * 0.06, dice.uniform(0.015, 0.055)
            reach = stage.width_px + stage.height_px
            tips = [
                (source[0] + np.cos(angle + side) * reach, source[1] + np.sin(angle + side) * reach)
                for side in (-wide, wide)
            ]
            alpha = int(dice.integers(120, 200))
            if stage.look.is_minhwa:  # flat pigments bear no glare
                alpha //= 2
            colours = [
                skia.Color(*light, alpha),
                skia.Color(*light, alpha // 3),
                skia.Color(*light, 0),
            ]
            shader = skia.GradientShader.MakeRadial(source, stage.y(1.35), colours)
            brush = skia.Paint(Shader=shader, AntiAlias=True)
            if stage.look.is_geumni:
                _hair_rays(canvas, stage, source, angle, wide, brush)
                continue
            soft = 2.0 if stage.look.is_minhwa else 7.0
            brush.setMaskFilter(
                skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, soft * stage.unit_px)
            )
            canvas.drawPath(polygon([source, *tips]), brush)

    rays = image_of(painted(stage.width_px, stage.height_px, draw))
    dusk = flat_image(
        np.full((stage.height_px, stage.width_px), 0.34, np.float32), stage.look.shadow
    )
    bright = not (stage.look.is_dark or stage.look.is_minhwa)
    shade: list[Layer] = [_veil(dusk, effect)] if bright else []
    return Happening(behind=shade, before=[_veil(rays, effect, pulse=0.25)])


def _hair_rays(
    canvas: skia.Canvas, stage: Stage, source: tuple[float, float], angle: float, wide: float,
    brush: skia.Paint,
) -> None:  # fmt: skip
    """A beam as sutras draw it: five hairs of gold."""
    brush.setStyle(skia.Paint.kStroke_Style)
    brush.setStrokeWidth(0.8 * stage.unit_px)
    reach = stage.width_px + stage.height_px
    for side in np.linspace(-wide, wide, 5):
        tip = (source[0] + np.cos(angle + side) * reach, source[1] + np.sin(angle + side) * reach)
        canvas.drawLine(*source, float(tip[0]), float(tip[1]), brush)


def rainbow(stage: Stage, effect: Effect) -> Happening:
    """A pale bow over the hills, in washes."""
    height, width = stage.height_px, stage.width_px
    x = (np.arange(width, dtype=np.float32)[None, :] - width * 0.46) / height
    y = (np.arange(height, dtype=np.float32)[:, None] - height * 0.98) / height
    radius = np.sqrt(x * x + y * y) + 0.004 * cloud(height, width, stage.seed(843), rough=2.4)
    hues = np.array([(128, 96, 168), (84, 120, 184), (98, 160, 130), (226, 196, 92), (226, 142, 78),
                     (206, 88, 80)], dtype=np.float32)  # fmt: skip
    place = np.clip((radius - 0.66) / 0.13, 0, 1) * 5
    low = place.astype(np.int32).clip(0, 4)
    share = (place - low)[..., None]
    colour = hues[low] * (1 - share) + hues[low + 1] * share
    band = np.clip(1 - np.abs((radius - 0.725) / 0.085), 0, 1) ** 0.7
    uneven = np.clip(0.62 + 0.2 * cloud(height, width, stage.seed(844), rough=2.2), 0, 1)
    pixels = np.empty((height, width, 4), dtype=np.uint8)
    pixels[..., :3] = colour
    pixels[..., 3] = np.clip(band * uneven * 165, 0, 255)
    return Happening(sky=[_veil(image_of(pixels), effect)])


def aurora(stage: Stage, effect: Effect) -> Happening:
    """Curtains of green light that hang in the sky and wane into violet."""
    height, width = stage.height_px, stage.width_px
    x = np.arange(width, dtype=np.float32) / height
    y = (np.arange(height, dtype=np.float32)[:, None] / height).repeat(width, axis=1)
    folds = cloud(height, width, stage.seed(847), rough=3.2)[height // 2]
    glow, high = np.zeros((height, width), np.float32), np.zeros((height, width), np.float32)
    for number, (low, tall) in enumerate(_CURTAINS):
        wave = np.sin(x * (3.1 + number) + 1.9 * number + 1.3 * folds)
        over = (low + 0.05 * wave)[None, :] - y
        lit = np.clip(over / 0.03, 0, 1) * np.exp(-np.clip(over, 0, None) / tall)
        lit *= (0.66 + 0.34 * np.sin(x * (21 + 8 * number) + 2 * folds))[None, :]
        glow, high = np.maximum(glow, lit), np.maximum(high, lit * np.clip(over / tall, 0, 1))
    share = np.clip(high / (glow + 1e-4), 0, 1)[..., None]
    pixels = np.empty((height, width, 4), dtype=np.uint8)
    pixels[..., :3] = np.array(_GREEN) * (1 - share) + np.array(_VIOLET) * share
    pixels[..., 3] = np.clip(glow * 270, 0, 235)
    return Happening(sky=[_veil(image_of(pixels), effect, pulse=0.35)])


_CURTAINS = ((0.46, 0.24), (0.33, 0.20), (0.55, 0.12))
"""How low each curtain of an aurora hangs, and how tall it is, as shares of the height."""

_GREEN, _VIOLET = (70, 240, 140), (150, 84, 220)


def stars(stage: Stage, effect: Effect) -> Happening:
    """Stars that twinkle in the upper sky, the largest with rays."""
    dice = rng(stage.scene.seed, 845)
    spots = [(stage.x(dice.random()), stage.y(0.62 * dice.random() ** 1.3)) for _ in range(160)]
    light = mix(stage.look.light, (255, 255, 255), 0.6)
    groups = [spots[index::4] for index in range(4)]

    def draw(canvas: skia.Canvas, view: View) -> None:
        strength = force(effect, view.progress)
        for index, group in enumerate(groups):
            twinkle = 0.62 + 0.38 * float(np.sin(view.time_s * (1.3 + index) + index * 1.7))
            size = (1.0, 1.4, 2.0, 2.8)[index] * stage.unit_px
            dots(canvas, group, size, light, strength * twinkle)
        _rays(canvas, groups[3][:_RAYED], 9.0 * stage.unit_px, light, strength)

    return Happening(sky=[Live(draw, parallax=0.02)])


_RAYED = 12
"""So many stars have rays."""


def _rays(
    canvas: skia.Canvas, spots: list[tuple[float, float]], long: float, light: Rgb, strength: float
) -> None:
    """Four rays about each of `spots`."""
    brush = paint(light, 0.6 * strength, stroke_px=max(0.8, long * 0.14))
    for x, y in spots:
        canvas.drawLine(x - long, y, x + long, y, brush)
        canvas.drawLine(x, y - long, x, y + long, brush)


def lightning(stage: Stage, effect: Effect) -> Happening:
    """Bolts of lightning, one or two by strength."""
    times = (0.18, 0.58) if max(effect.start, effect.end) > 0.4 else (0.45,)
    return Happening(behind=[bolts(stage, times=times)])


def heart_vignette(stage: Stage, effect: Effect) -> Happening:
    """The edges darken with each heartbeat."""
    height, width = stage.height_px, stage.width_px
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    alpha = np.clip((x * x + y * y) * 0.62 - 0.12, 0, 1)
    dark: Rgb = mix(stage.look.shadow, (90, 10, 14), 0.35)
    image = flat_image(alpha, dark)

    def draw(canvas: skia.Canvas, view: View) -> None:
        beat = view.time_s * 1.5 % 1.0
        throb = np.exp(-beat * 7) + 0.7 * np.exp(-((beat - 0.28) ** 2) * 140)
        alpha_now = force(effect, view.progress) * (0.45 + 0.55 * float(min(1.0, throb)))
        canvas.drawImage(image, 0, 0, skia.SamplingOptions(), skia.Paint(Alphaf=alpha_now))

    return Happening(over=[Live(draw, parallax=0.0)])
