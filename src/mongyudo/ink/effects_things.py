"""Effects that are things or shadows: screens, bars, ropes, a great clock, eyes, flowers."""

import numpy as np
import skia

from mongyudo.ink import fixtures
from mongyudo.ink.brush import bodies, brushed, painted, tapered
from mongyudo.ink.canvas import LINEAR, Rgb, blur, image_of, paint, pixels_of, surface
from mongyudo.ink.effects_light import lead_place
from mongyudo.ink.happening import Happening, force
from mongyudo.ink.layers import Layer, View
from mongyudo.ink.looks import mix
from mongyudo.ink.noise import rng
from mongyudo.ink.paper import flat_image
from mongyudo.ink.pen import Pen, Sheet, drawn, palette_of
from mongyudo.ink.scene import Actor, Effect, Facing, Key
from mongyudo.ink.stage import Live, Stage


def giant_shadow(stage: Stage, effect: Effect) -> Happening:
    """A shadow far larger than what throws it, growing on whatever lies behind."""
    alpha = _shadow_of(stage, effect.concept)
    image = flat_image(alpha, mix(stage.look.shadow, (0, 0, 0), 0.35))
    x = _where(stage, effect.concept)

    def draw(canvas: skia.Canvas, view: View) -> None:
        strength = force(effect, view.progress)
        if strength <= 0.01:
            return
        size = 0.86 + 0.42 * strength + 0.012 * float(np.sin(view.time_s * 2.3))
        wide, high = stage.width_px * size, stage.height_px * size
        left = stage.x(x) - wide / 2
        rect = skia.Rect.MakeXYWH(left, stage.y(0.90) - high * 0.94, wide, high)
        canvas.drawImageRect(image, rect, LINEAR, skia.Paint(Alphaf=0.30 + 0.34 * strength))

    return Happening(behind=[Live(draw)])


def _where(stage: Stage, concept: str | None) -> float:
    """The shadow falls behind whoever throws it, else away from the light."""
    for actor in stage.scene.actors:
        if actor.concept == concept:
            return actor.path[len(actor.path) // 2].x
    return 0.5 + 0.4 * (0.5 - stage.look.light_pos[0])


def _shadow_of(stage: Stage, concept: str | None) -> np.ndarray:
    """The blurred outline of `concept`, (H, W) 0..1, standing at 94 % of the height."""
    sheet = surface(stage.width_px, stage.height_px)
    canvas = sheet.getCanvas()
    layer = _silhouette(stage, concept)
    if layer is None:
        canvas.drawPath(hooded(stage.x(0.5), stage.y(0.94), stage.y(0.86)), paint((0, 0, 0)))
    else:
        layer.draw(canvas, View(0.0, 0.0, (0.0, 0.0), (stage.width_px, stage.height_px)))
    alpha = pixels_of(sheet)[..., 3].astype(np.float32) / 255
    rows = np.linspace(0, 1, stage.height_px, dtype=np.float32)[:, None]
    foot = np.clip((0.97 - rows) / 0.30, 0.25, 1)
    columns = np.linspace(-1, 1, stage.width_px, dtype=np.float32)[None, :]
    foot = foot * np.clip((1 - np.abs(columns)) / 0.30, 0, 1) * np.clip(rows / 0.10, 0, 1)
    soft = 1.5 if stage.look.is_lined else 5.0
    shade: np.ndarray = np.clip(blur(alpha, soft * stage.unit_px) * foot, 0, 1)
    return shade


def _silhouette(stage: Stage, concept: str | None) -> Layer | None:
    """The cast's own drawing of `concept` as a large dark shape, where it can be drawn."""
    from mongyudo.ink.cast import CREATURES, FIGURES, make_actor

    if concept is None or concept not in FIGURES | CREATURES:
        return None
    same = (a.facing for a in stage.scene.actors if a.concept == concept)
    facing: Facing = next(same, "right")
    actor = Actor(concept, (Key(0, 0.5, 0.94),), height=0.86, facing=facing, silhouette=True)
    return make_actor(actor, stage.scene, stage.look)


def hooded(x: float, foot: float, height: float) -> skia.Path:
    """A tall cloaked shape with long arms."""
    path = skia.Path()
    h = height
    path.moveTo(x, foot - h)
    path.cubicTo(
        x + h * 0.10, foot - h, x + h * 0.12, foot - h * 0.86, x + h * 0.08, foot - h * 0.80
    )
    path.cubicTo(
        x + h * 0.22, foot - h * 0.76, x + h * 0.27, foot - h * 0.52, x + h * 0.33, foot - h * 0.34
    )
    path.lineTo(x + h * 0.27, foot - h * 0.32)
    path.lineTo(x + h * 0.19, foot - h * 0.52)
    path.cubicTo(x + h * 0.20, foot - h * 0.30, x + h * 0.24, foot - h * 0.10, x + h * 0.26, foot)
    path.lineTo(x - h * 0.26, foot)
    path.cubicTo(
        x - h * 0.24, foot - h * 0.10, x - h * 0.20, foot - h * 0.30, x - h * 0.19, foot - h * 0.52
    )
    path.lineTo(x - h * 0.27, foot - h * 0.32)
    path.lineTo(x - h * 0.33, foot - h * 0.34)
    path.cubicTo(
        x - h * 0.27, foot - h * 0.52, x - h * 0.22, foot - h * 0.76, x - h * 0.08, foot - h * 0.80
    )
    path.cubicTo(x - h * 0.12, foot - h * 0.86, x - h * 0.10, foot - h, x, foot - h)
    path.close()
    return path


def long_shadow(stage: Stage, effect: Effect) -> Happening:
    """Long shadows run from the cast's feet, away from the light."""
    side = 1.0 if stage.look.light_pos[0] < 0.5 else -1.0
    high = max(16, round(stage.y(0.6)))
    shape = painted(
        high,
        high,
        lambda c: c.drawPath(hooded(high / 2, high * 0.97, high * 0.9), paint((0, 0, 0))),
    )
    alpha = blur(shape[..., 3].astype(np.float32) / 255, 2.2 * stage.unit_px)
    alpha *= np.linspace(0.30, 1.0, high, dtype=np.float32)[:, None]
    image = flat_image(alpha, stage.look.shadow)

    def draw(canvas: skia.Canvas, view: View) -> None:
        from mongyudo.ink.cast import key_at

        strength = force(effect, view.progress)
        for actor in stage.scene.actors:
            key = key_at(actor.path, view.progress)
            size = actor.height * key.scale * stage.height_px / high
            canvas.save()
            canvas.translate(stage.x(key.x), stage.y(key.y))
            canvas.skew(-side * (0.9 + 1.3 * strength), 0)
            canvas.scale(size, -size * (0.25 + 0.22 * strength))
            brush = skia.Paint(Alphaf=0.75 * min(1.0, strength * 2) * key.alpha, Dither=True)
            canvas.drawImage(image, -high / 2, -high * 0.97, LINEAR, brush)
            canvas.restore()

    return Happening(behind=[Live(draw)])


def eyes(stage: Stage, effect: Effect) -> Happening:
    """Eyes that open in the dark and blink."""
    dice = rng(stage.scene.seed, 871)
    lead = lead_place(stage)
    spots: list[tuple[float, float, float, float]] = []
    for _ in range(60):
        x, y, size = dice.uniform(0.05, 0.95), dice.uniform(0.10, 0.62), dice.uniform(0.5, 1.1)
        apart = all(abs(x - a) + abs(y - b) > 0.16 for a, b, *_ in spots)
        if apart and abs(x - lead[0]) > 0.10 and len(spots) < 11:
            spots.append((x, y, size, dice.uniform(0, 9)))
    image = _eyes_image(stage)

    def draw(canvas: skia.Canvas, view: View) -> None:
        strength = force(effect, view.progress)
        for index, (x, y, size, phase) in enumerate(spots):
            open_ = min(1.0, max(0.0, strength * 1.5 - index * 0.10) * 3)
            blink = 1.0 if (view.time_s * 0.8 + phase) % 2.6 > 0.16 else 0.12
            if open_ <= 0.02:
                continue
            wide = image.width() * size / 2
            high = image.height() * size / 2 * open_ * blink
            cx, cy = stage.x(x), stage.y(y)
            rect = skia.Rect.MakeLTRB(cx - wide, cy - high, cx + wide, cy + high)
            canvas.drawImageRect(image, rect, LINEAR, skia.Paint(Alphaf=0.92))

    return Happening(behind=[Live(draw)])


def _eyes_image(stage: Stage) -> skia.Image:
    """A pair of almond eyes with slit pupils and a glow."""
    wide, high = max(24, round(stage.y(0.20))), max(12, round(stage.y(0.10)))
    glow: Rgb = mix((255, 214, 110), stage.look.light, 0.3)

    def draw(canvas: skia.Canvas) -> None:
        for side in (0.28, 0.72):
            cx, cy, r = wide * side, high * 0.5, wide * 0.15
            halo = [skia.Color(*glow, 120), skia.Color(*glow, 0)]
            shader = skia.GradientShader.MakeRadial((cx, cy), r * 1.6, halo)
            canvas.drawCircle(cx, cy, r * 1.6, skia.Paint(Shader=shader))
            path = skia.Path()
            tilt = r * (0.22 if side < 0.5 else -0.22)
            path.moveTo(cx - r, cy - tilt)
            path.quadTo(cx, cy - r * 0.85, cx + r, cy + tilt)
            path.quadTo(cx, cy + r * 0.75, cx - r, cy - tilt)
            canvas.drawPath(path, paint(glow))
            canvas.drawPath(path, paint(stage.look.ink, 0.9, stroke_px=max(1.0, r * 0.14)))
            slit = skia.Rect.MakeLTRB(cx - r * 0.13, cy - r * 0.5, cx + r * 0.13, cy + r * 0.5)
            canvas.drawOval(slit, paint(stage.look.ink))

    return image_of(painted(wide, high, draw))


def bars(stage: Stage, effect: Effect) -> Happening:
    """Iron bars come down before the picture."""

    def draw_bars(pen: Pen) -> None:
        fixtures.bars(pen.within(-0.1, -0.1, 1.1, 1.1), 9)

    sheet = drawn(stage, draw_bars, parallax=1.2)
    image = bodies(sheet.pixels, stage, 874)

    def draw(canvas: skia.Canvas, view: View) -> None:
        lifted = (1 - min(1.0, force(effect, view.progress) * 1.3)) ** 2 * stage.y(1.3)
        across, down = view.pan_px[0] * 1.2 * (not stage.tracks), view.pan_px[1] * 1.2
        canvas.drawImage(
            image, -sheet.left_px - across, -sheet.top_px - lifted - down, LINEAR, skia.Paint()
        )

    return Happening(before=[Live(draw, parallax=1.2)])


def ropes(stage: Stage, effect: Effect) -> Happening:
    """Ropes that wind across the lead."""
    x, y = lead_place(stage)
    dice = rng(stage.scene.seed, 875)
    tone = mix((168, 134, 88), stage.look.wash, 0.35)
    runs = []
    for index in range(6):
        lean = dice.uniform(-0.20, 0.20)
        middle = y - 0.12 + index * 0.065
        ends = (-0.05, middle - lean), (1.05, middle + lean)
        runs.append((ends if index % 2 else ends[::-1], (x, middle + dice.normal() * 0.01)))

    def draw(canvas: skia.Canvas, view: View) -> None:
        strength = force(effect, view.progress)
        for index, (ends, middle) in enumerate(runs):
            share = min(1.0, max(0.0, strength * 2.2 - index * 0.2))
            if share > 0.02:
                _rope(canvas, stage, (ends[0], middle, ends[1]), share, tone)

    return Happening(before=[Live(draw)])


_STAKE, _SAG = 0.16, 0.05
"""How tall a stake is, and how far the rope to it hangs through, in shares of the height."""


def tether(stage: Stage, effect: Effect) -> Happening:
    """A stake beside the lead, and the rope from it to the lead's neck."""
    x, y = lead_place(stage)
    lead = stage.scene.actors[0] if stage.scene.actors else None
    low = y + (lead.height / 2 if lead else 0.15)
    side = -1 if lead and lead.facing == "left" else 1
    post, neck = (x + side * 0.22, low - _STAKE), (x + side * 0.06, y - 0.02)
    middle = ((post[0] + neck[0]) / 2, max(post[1], neck[1]) + _SAG)
    tone, wood = mix((168, 134, 88), stage.look.wash, 0.35), mix((104, 78, 54), stage.look.ink, 0.3)

    def draw(canvas: skia.Canvas, view: View) -> None:
        path, wide, high = skia.Path(), 16 * stage.unit_px, stage.height_px
        spine = [(post[0] * stage.width_px, h * high) for h in np.linspace(post[1], low, 8)]
        tapered(path, spine, np.full(8, wide))
        canvas.drawPath(path, paint(wood, 0.95))
        share = min(1.0, max(0.05, force(effect, view.progress)))
        _rope(canvas, stage, ((post[0], post[1] + 0.03), middle, neck), share, tone)

    return Happening(before=[Live(draw)])


def _rope(
    canvas: skia.Canvas,
    stage: Stage,
    points: tuple[tuple[float, float], ...],
    share: float,
    tone: Rgb,
) -> None:
    """The first `share` of a twisted rope through three points."""
    t = np.linspace(0, share, 26)
    (x0, y0), (x1, y1), (x2, y2) = points
    x = ((1 - t) ** 2 * x0 + 2 * t * (1 - t) * x1 + t**2 * x2) * stage.width_px
    y = ((1 - t) ** 2 * y0 + 2 * t * (1 - t) * y1 + t**2 * y2) * stage.height_px
    spine = list(zip(x, y, strict=True))
    wide = 8 * stage.unit_px
    for width, colour in ((wide * 1.3, stage.look.ink), (wide, tone)):
        path = skia.Path()
        tapered(path, spine, np.full(26, width))
        canvas.drawPath(path, paint(colour, 0.95))
    dark = paint(mix(tone, stage.look.ink, 0.6), 0.8, stroke_px=stage.unit_px)
    for index in range(0, 25):
        (ax, ay), (bx, by) = spine[index], spine[index + 1]
        for step in (0.0, 0.5):
            cx, cy = ax + (bx - ax) * step, ay + (by - ay) * step
            canvas.drawLine(
                cx - wide * 0.4, cy - wide * 0.45, cx + wide * 0.4, cy + wide * 0.45, dark
            )


def clock(stage: Stage, effect: Effect) -> Happening:
    """A clock as large as the wall; its hands race."""
    sheet = _clock_face(stage)
    face = bodies(sheet.pixels, stage, 876)
    ink = mix(stage.look.ink, (0, 0, 0), 0.2)
    centre, radius = (stage.x(0.5), stage.y(0.40)), stage.y(0.36)

    def draw(canvas: skia.Canvas, view: View) -> None:
        strength = force(effect, view.progress)
        veil = skia.Paint(Alphaf=0.30 + 0.55 * strength)
        canvas.drawImage(face, -sheet.left_px, -sheet.top_px, LINEAR, veil)
        for rate, reach, width in ((0.35, 0.50, 9.0), (3.2, 0.80, 5.0)):
            turn = view.time_s * rate * (0.6 + strength) + rate
            tip = (
                centre[0] + np.sin(turn) * radius * reach,
                centre[1] - np.cos(turn) * radius * reach,
            )
            tail = (
                centre[0] - np.sin(turn) * radius * 0.12,
                centre[1] + np.cos(turn) * radius * 0.12,
            )
            path = skia.Path()
            tapered(path, [tail, centre, tip], np.array([1.0, 1.0, 0.35]) * width * stage.unit_px)
            canvas.drawPath(path, paint(ink, 0.9))
        canvas.drawCircle(*centre, radius * 0.05, paint(ink))

    return Happening(behind=[Live(draw, parallax=0.7)])


def _clock_face(stage: Stage) -> Sheet:
    def draw(pen: Pen) -> None:
        square = 0.36 * pen.high / pen.wide
        face = pen.within(0.5 - square, 0.04, 0.5 + square, 0.76)
        face.disc(0.5, 0.5, 0.50, pen.palette.dark_wood, line=2)
        face.disc(0.5, 0.5, 0.45, pen.palette.paper)
        for index, turn in enumerate(np.linspace(0, 2 * np.pi, 60, endpoint=False)):
            major = index % 5 == 0
            inner = 0.37 if major else 0.405
            ends = [(0.5 + np.sin(turn) * r, 0.5 - np.cos(turn) * r) for r in (inner, 0.425)]
            face.stroke(ends, width=3.4 if major else 1.1)

    return drawn(stage, draw, parallax=0.7)


def white_flowers(stage: Stage, effect: Effect) -> Happening:
    """White chrysanthemums open along the ground."""
    return _flowering(stage, effect, mix((252, 250, 242), stage.look.paper, 0.2))


def bloom(stage: Stage, effect: Effect) -> Happening:
    """Flowers in the picture's own hues spring up."""
    return _flowering(stage, effect, stage.look.accents[0])


def _flowering(stage: Stage, effect: Effect, colour: Rgb) -> Happening:
    dice = rng(stage.scene.seed, 877)
    kinds = [_flower(stage, mix(colour, stage.look.accents[2], 0.25 * index)) for index in range(3)]
    spots = sorted(
        (
            float(dice.uniform(0.80, 1.04)),
            float(dice.uniform(-0.05, 1.05)),
            float(dice.uniform(0.6, 1.1)),
            float(dice.uniform(0, 0.6)),
        )
        for _ in range(44)
    )

    def paint_some(canvas: skia.Canvas, view: View, *, near: bool) -> None:
        strength = force(effect, view.progress) * 1.6
        for index, (y, x, size, late) in enumerate(spots):
            if (y > 0.92) != near:
                continue
            grown = min(1.0, max(0.0, (strength - late) * 2.5))
            if grown <= 0.02:
                continue
            image = kinds[index % 3]
            scale = size * grown * (0.45 + (y - 0.80) * 2.6)
            sway = 0.02 * float(np.sin(view.time_s * 1.3 + x * 9)) * image.width()
            wide, high = image.width() * scale, image.height() * scale
            left = (stage.x(x) - view.pan_px[0] * (0.9 + 0.3 * near)) % (stage.width_px * 1.1)
            left -= stage.x(0.05) + wide / 2 - sway
            rect = skia.Rect.MakeXYWH(left, stage.y(y) - high, wide, high)
            canvas.drawImageRect(image, rect, LINEAR, skia.Paint())

    def behind(canvas: skia.Canvas, view: View) -> None:
        paint_some(canvas, view, near=False)

    def before(canvas: skia.Canvas, view: View) -> None:
        paint_some(canvas, view, near=True)

    return Happening(behind=[Live(behind)], before=[Live(before)])


def _flower(stage: Stage, colour: Rgb) -> skia.Image:
    """A flower of many narrow petals on a stem."""
    wide, high = max(16, round(stage.y(0.14))), max(24, round(stage.y(0.24)))

    def draw(canvas: skia.Canvas) -> None:
        cx, cy, r = wide / 2, wide / 2, wide * 0.40
        stem = skia.Path()
        green = mix(stage.look.accents[1], stage.look.near, 0.35)
        tapered(stem, [(cx, cy), (cx + wide * 0.04, high * 0.75), (cx, float(high))], [3, 3, 4])
        for side in (-1, 1):
            leaf = [
                (cx, high * 0.80),
                (cx + side * wide * 0.22, high * 0.70),
                (cx + side * wide * 0.36, high * 0.78),
            ]
            tapered(stem, leaf, [1, wide * 0.09, 0.5])
        canvas.drawPath(stem, paint(green))
        for ring, shade in ((1.0, 0.18), (0.74, 0.08), (0.45, 0.0)):
            for turn in np.linspace(0, 2 * np.pi, 15, endpoint=False) + ring:
                tip = (cx + float(np.cos(turn)) * r * ring, cy + float(np.sin(turn)) * r * ring)
                petal = skia.Path()
                middle = ((cx + tip[0]) / 2, (cy + tip[1]) / 2)
                tapered(petal, [(cx, cy), middle, tip], [r * 0.10, r * 0.30, r * 0.12])
                canvas.drawPath(petal, paint(mix(colour, stage.look.shadow, shade)))
                canvas.drawPath(petal, paint(stage.look.ink, 0.35, stroke_px=0.7 * stage.unit_px))
        canvas.drawCircle(cx, cy, r * 0.18, paint(mix((226, 178, 74), colour, 0.2)))

    return image_of(brushed(painted(wide, high, draw), stage, 878, dry=0.12))


def mirror(stage: Stage, effect: Effect) -> Happening:
    """A standing mirror that shows the picture the wrong way round, a little late and dark."""
    box = (0.60, 0.14, 0.86, 0.84)
    palette = palette_of(stage.look, indoors=True)

    def frame(pen: Pen) -> None:
        inner = pen.within(*box)
        outline = [
            (0.0, 1.0),
            (0.0, 0.16),
            (0.2, 0.03),
            (0.5, 0.0),
            (0.8, 0.03),
            (1.0, 0.16),
            (1.0, 1.0),
        ]
        grown = [(0.5 + (x - 0.5) * 1.16, 0.5 + (y - 0.5) * 1.07) for x, y in outline]
        inner.poly(grown, palette.dark_wood)
        inner.clear(outline)
        inner.poly(
            [(0.15, 0.05), (0.4, 0.02), (0.1, 0.9), (0.0, 0.9), (0.0, 0.5)],
            stage.look.light,
            line=0,
            alpha=0.14,
        )

    sheet = drawn(stage, frame, parallax=1.0)
    image = bodies(sheet.pixels, stage, 879)

    def draw(canvas: skia.Canvas, view: View) -> None:
        strength = force(effect, view.progress)
        target = skia.Rect.MakeLTRB(
            stage.x(box[0]), stage.y(box[1]), stage.x(box[2]), stage.y(box[3])
        )
        source_surface = canvas.getSurface()
        if source_surface is not None:
            picture = source_surface.makeImageSnapshot()
            wide = stage.x(box[2] - box[0])
            x = min(max(stage.x(lead_place(stage)[0]) - wide / 2, 0.0), stage.width_px - wide)
            source = skia.Rect.MakeXYWH(x, target.top(), wide, target.height())
            canvas.save()
            canvas.translate(target.left() + target.right(), 0)
            canvas.scale(-1, 1)
            canvas.drawImageRect(picture, source, target, LINEAR, skia.Paint(Alphaf=strength))
            canvas.restore()
            canvas.drawRect(target, paint(stage.look.shadow, 0.25 * strength))
        canvas.drawImage(image, -sheet.left_px, -sheet.top_px, LINEAR, skia.Paint(Alphaf=strength))

    return Happening(before=[Live(draw)])
