"""What is sewn onto the trunk: collars, ribbons, lapels, belts, badges and patterns."""

from collections.abc import Callable, Mapping

from mongyudo.ink.clothes_outfits import Outfit
from mongyudo.ink.figures_bones import Bones
from mongyudo.ink.figures_pen import (
    Colour,
    Pen,
    Point,
    along,
    ellipse,
    hull,
    mix,
    polygon,
    rgb,
    ribbon,
    smooth,
    with_alpha,
)

DARK = rgb(48, 42, 42)


class Cloth:
    """Places on the trunk: `at(up, aside)` with up 0 (hips) .. 1 (shoulders), aside -1 (the near,
    own right side) .. 1 across the front."""

    def __init__(self, bones: Bones) -> None:
        self.bones = bones
        self.low, self.high = bones.pelvis.at, bones.chest.at
        sx, sy = self.high[0] - self.low[0], self.high[1] - self.low[1]
        length = max((sx * sx + sy * sy) ** 0.5, 1e-6)
        self.right = (-sy / length, sx / length)
        self.up = (sx / length, sy / length)
        self.lying = self.up[1] > -0.55
        self.sin, self.cos = bones.front

    @property
    def seen(self) -> bool:
        """Whether the front is turned to the viewer at all."""
        return self.cos > -0.1

    def at(self, up: float, aside: float = 0.0, out: float = 1.0) -> Point:
        """A point of the front; `out` 1 lies on the surface, more stands off."""
        build = self.bones.build
        spine = self._spine(up)
        width = build.shoulders * (0.82 + 0.18 * up)
        depth = build.chest_r * 0.95 * out
        across = aside * width * self.cos + depth * self.sin * (1 - 0.35 * abs(aside))
        return (spine[0] + self.right[0] * across, spine[1] + self.right[1] * across)

    def _spine(self, up: float) -> Point:
        waist = self.bones.waist.at
        if up < 0.45:
            return along(self.low, waist, up / 0.45)
        return along(waist, self.high, (up - 0.45) / 0.55)

    def down(self, at: Point, length: float, sway: float = 0.0) -> Point:
        """A point that hangs below `at`, or lies along the body of one who lies."""
        if self.lying:
            return (at[0] - self.up[0] * length, at[1] - self.up[1] * length + sway)
        drag = self.bones.pose.trail * length * self.sin
        return (at[0] - drag + sway, at[1] + length)


def draw_trim(pen: Pen, bones: Bones, outfit: Outfit) -> None:
    """Collar, pattern and belt, as far as the front shows."""
    cloth = Cloth(bones)
    if outfit.pattern in _PATTERNS:
        _PATTERNS[outfit.pattern](pen, cloth, outfit)
    if outfit.belt:
        _belt(pen, cloth, outfit.belt)
    if cloth.seen and outfit.collar in _COLLARS:
        _COLLARS[outfit.collar](pen, cloth, outfit)


def _line(pen: Pen, points: list[Point], width: float, colour: Colour) -> None:
    pen.stroke(smooth(points, closed=False), width, colour)


def _shade(colour: Colour) -> Colour:
    return mix(colour, DARK, 0.5)


def _belt(pen: Pen, cloth: Cloth, colour: Colour) -> None:
    x, y = cloth.at(0.36, 0, 0)
    reach = cloth.bones.build.belly_r * 0.97
    rx, ry = cloth.right
    _line(pen, [(x - rx * reach, y - ry * reach), (x + rx * reach, y + ry * reach)], 0.018, colour)


def _round(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    points = [cloth.at(1.02, -0.45), cloth.at(0.9, 0.0), cloth.at(1.02, 0.45)]
    _line(pen, points, 0.011, outfit.trim)


def _jeogori(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    """The crossed collar with its white edge and the long ribbon (고름)."""
    knot = cloth.at(0.72, -0.12)
    _line(pen, [cloth.at(1.06, 0.5), cloth.at(0.9, 0.25), knot], 0.026, outfit.ribbon)
    _line(
        pen,
        [cloth.at(1.06, -0.5), cloth.at(0.92, -0.3), cloth.at(0.78, -0.02)],
        0.026,
        outfit.ribbon,
    )
    _line(
        pen, [cloth.at(1.08, 0.42), cloth.at(0.95, 0.22), cloth.at(0.86, 0.04)], 0.012, outfit.trim
    )
    _line(
        pen,
        [cloth.at(1.08, -0.42), cloth.at(0.97, -0.26), cloth.at(0.88, -0.04)],
        0.012,
        outfit.trim,
    )
    for length, sway in ((0.2, 0.012), (0.15, -0.016)):
        end = cloth.down(knot, length, sway)
        middle = along(knot, end, 0.5)
        bow = ribbon([knot, (middle[0] + sway, middle[1]), end], [0.005, 0.011, 0.012])
        pen.part([bow], outfit.ribbon, shaded=False)
    loop = cloth.at(0.70, 0.42)
    pen.part([ribbon([knot, along(knot, loop, 0.6), loop], [0.004, 0.012, 0.006])],
             outfit.ribbon, shaded=False)  # fmt: skip


def _robe(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    """The crossed collar of a long coat, tied under the breast."""
    edge = [cloth.at(1.06, 0.45), cloth.at(0.85, 0.1), cloth.at(0.62, -0.5)]
    _line(pen, edge, 0.024, outfit.trim)
    _line(
        pen,
        [cloth.at(1.06, -0.45), cloth.at(0.95, -0.25), cloth.at(0.86, 0.02)],
        0.022,
        outfit.trim,
    )
    _line(pen, edge, 0.004, _shade(outfit.trim))
    if outfit.ribbon:
        knot = cloth.at(0.6, -0.3)
        x, y = cloth.at(0.6, 0, 0)
        reach = cloth.bones.build.belly_r * 0.98
        rx, ry = cloth.right
        tie = [(x - rx * reach, y - ry * reach), (x + rx * reach, y + ry * reach)]
        _line(pen, tie, 0.012, outfit.ribbon)
        for length, sway in ((0.3, 0.01), (0.24, -0.014)):
            end = cloth.down(knot, length, sway)
            _line(pen, [knot, (knot[0] + sway, knot[1] + length / 2), end], 0.010, outfit.ribbon)


def _suit(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    """Shirt, tie and lapels."""
    shirt = [cloth.at(1.05, -0.34), cloth.at(1.05, 0.34), cloth.at(0.52, 0.04)]
    pen.fill(polygon(shirt), outfit.inner)
    if outfit.pattern == "bow":
        x, y = cloth.at(0.96, 0)
        for sign in (-1.0, 1.0):
            wing = [(x, y), (x + sign * 0.032, y - 0.018), (x + sign * 0.032, y + 0.018)]
            pen.fill(polygon(wing), outfit.ribbon)
    elif outfit.ribbon:
        tie = [cloth.at(0.98, 0.0), cloth.at(0.75, 0.03), cloth.at(0.56, 0.04)]
        pen.fill(ribbon(tie, [0.008, 0.013, 0.006]), outfit.ribbon)
    for sign in (-1.0, 1.0):
        lapel = [cloth.at(1.06, sign * 0.36), cloth.at(0.84, sign * 0.52), cloth.at(0.52, 0.04)]
        pen.fill(polygon(lapel), outfit.trim)
        _line(pen, [lapel[0], lapel[2]], 0.005, _shade(outfit.top))
    _line(pen, [cloth.at(0.52, 0.04), cloth.at(0.05, 0.06)], 0.005, _shade(outfit.top))
    pen.fill(ellipse(*cloth.at(0.44, 0.02), 0.006, 0.006), _shade(outfit.top))


def _shirt(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    for sign in (-1.0, 1.0):
        wing = [cloth.at(1.08, sign * 0.1), cloth.at(1.0, sign * 0.5), cloth.at(0.86, sign * 0.22)]
        pen.part([polygon(wing)], mix(outfit.top, rgb(255, 255, 250), 0.35), shaded=False)
    _line(pen, [cloth.at(0.98, 0), cloth.at(0.5, 0), cloth.at(0.1, 0)], 0.005, _shade(outfit.top))
    for up in (0.8, 0.62, 0.44):
        pen.fill(ellipse(*cloth.at(up, 0.08), 0.0055, 0.0055), outfit.trim)


def _pyjamas(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    collar = [cloth.at(1.06, -0.45), cloth.at(0.82, 0.0), cloth.at(1.06, 0.45)]
    _line(pen, collar, 0.016, outfit.trim)
    _line(pen, [cloth.at(0.82, 0), cloth.at(0.08, 0)], 0.005, _shade(outfit.top))
    for up in (0.7, 0.5, 0.3):
        pen.fill(ellipse(*cloth.at(up, 0.1), 0.007, 0.007), outfit.trim)


def _open(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    """An open coat over something else."""
    inner = [cloth.at(1.05, -0.3), cloth.at(1.05, 0.3), cloth.at(0.06, 0.22), cloth.at(0.06, -0.14)]
    pen.fill(polygon(inner), outfit.inner)
    for sign in (-1.0, 1.0):
        edge = [cloth.at(1.06, sign * 0.32), cloth.at(0.6, sign * 0.3), cloth.at(0.02, sign * 0.2)]
        _line(pen, edge, 0.008, outfit.trim)


def _clerical(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    tab = [cloth.at(1.08, -0.2), cloth.at(1.08, 0.2), cloth.at(0.95, 0.12), cloth.at(0.95, -0.12)]
    pen.fill(polygon(tab),
             outfit.trim)  # fmt: skip
    cross = cloth.at(0.6, 0.0)
    gold = rgb(206, 168, 84)
    _line(pen, [(cross[0], cross[1] - 0.025), (cross[0], cross[1] + 0.03)], 0.008, gold)
    _line(
        pen,
        [(cross[0] - 0.017, cross[1] - 0.008), (cross[0] + 0.017, cross[1] - 0.008)],
        0.008,
        gold,
    )


def _stripes(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    colour = with_alpha(outfit.trim, 0.55)
    for aside in (-0.85, -0.5, -0.15, 0.35, 0.7):
        points = [cloth.at(up, aside, 0.7) for up in (0.98, 0.55, 0.05)]
        _line(pen, points, 0.005, colour)
    for limb in cloth.bones.legs:
        _line(pen, [limb.root.at, limb.mid.at, limb.end.at], 0.005, colour)


def _stethoscope(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    del outfit
    if not cloth.seen:
        return
    loop = [
        cloth.at(1.05, -0.4),
        cloth.at(0.8, -0.3),
        cloth.at(0.64, 0.0),
        cloth.at(0.8, 0.32),
        cloth.at(1.05, 0.4),
    ]
    _line(pen, loop, 0.009, rgb(62, 66, 74))
    end = cloth.at(0.5, 0.02)
    _line(pen, [cloth.at(0.64, 0.0), end], 0.008, rgb(62, 66, 74))
    pen.fill(ellipse(*end, 0.013, 0.013), rgb(176, 180, 184))


def _badge(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    if cloth.seen:
        pen.fill(ellipse(*cloth.at(0.78, 0.5), 0.014, 0.016), outfit.trim)
    for limb in (cloth.bones.far_arm, cloth.bones.near_arm):
        pen.fill(ellipse(limb.root.x, limb.root.y - 0.012, 0.02, 0.008), outfit.trim)


def _camouflage(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    dark, light = outfit.trim, mix(outfit.top, rgb(176, 160, 110), 0.6)
    spots = ((0.85, -0.4), (0.6, 0.3), (0.3, -0.5), (0.15, 0.4), (0.75, 0.6), (0.45, -0.05))
    for k, (up, aside) in enumerate(spots):
        pen.fill(ellipse(*cloth.at(up, aside, 0.6), 0.023, 0.013), light if k % 2 else dark)
    for limb in cloth.bones.legs:
        for share, colour in ((0.3, dark), (0.7, light)):
            pen.fill(ellipse(*along(limb.root.at, limb.mid.at, share), 0.02, 0.014), colour)
            pen.fill(ellipse(*along(limb.mid.at, limb.end.at, share), 0.016, 0.014), colour)


def _kasaya(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    """The brown cloth over one shoulder."""
    del outfit
    brown = rgb(134, 88, 54)
    band = [cloth.at(1.04, 0.75, 0.5), cloth.at(1.0, 0.25), cloth.at(0.3, -0.75),
            cloth.at(0.02, -0.7), cloth.at(0.1, 0.3), cloth.at(0.6, 0.85)]  # fmt: skip
    pen.part([smooth(band)], brown)
    _line(pen, [cloth.at(0.95, 0.4), cloth.at(0.25, -0.45)], 0.005, _shade(brown))


def _apron(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    bib = [cloth.at(0.8, -0.4), cloth.at(0.8, 0.4), cloth.at(0.0, 0.6), cloth.at(0.0, -0.6)]
    low = [cloth.down(cloth.at(0.0, 0.6), 0.2, 0.02), cloth.down(cloth.at(0.0, -0.6), 0.2, -0.02)]
    if cloth.seen:
        pen.part([polygon([*bib[:3], *low, bib[3]])], outfit.trim)


def _number(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    if cloth.seen:
        plate = [cloth.at(0.78, 0.1), cloth.at(0.78, 0.7), cloth.at(0.62, 0.7), cloth.at(0.62, 0.1)]
        pen.fill(polygon(plate), rgb(240, 236, 226))
        _line(pen, [cloth.at(0.7, 0.2), cloth.at(0.7, 0.6)], 0.007, outfit.trim)


def _patches(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    for up, aside in ((0.7, 0.4), (0.25, -0.4), (0.5, 0.0)):
        x, y = cloth.at(up, aside, 0.8)
        pen.fill(polygon([(x - 0.02, y - 0.016), (x + 0.018, y - 0.02), (x + 0.02, y + 0.018),
                          (x - 0.018, y + 0.016)]), with_alpha(outfit.trim, 0.7))  # fmt: skip


def _cape(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    if cloth.seen:
        pen.fill(
            polygon([cloth.at(0.82, -0.35), cloth.at(0.82, 0.35), cloth.at(0.6, 0.0)]), outfit.belt
        )


def _roundel(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    """The golden dragon's round on a royal breast, and on the shoulders."""
    del outfit
    gold = rgb(216, 172, 84)
    if cloth.seen:
        x, y = cloth.at(0.62, 0.05)
        pen.fill(ellipse(x, y, 0.036 * max(0.55, cloth.cos + 0.3), 0.036), gold)
        coil = [(x - 0.016, y + 0.012), (x, y - 0.018), (x + 0.014, y), (x - 0.004, y + 0.016)]
        _line(pen, coil, 0.006, rgb(120, 60, 40))
    for limb in (cloth.bones.far_arm, cloth.bones.near_arm):
        pen.fill(ellipse(*along(limb.root.at, limb.mid.at, 0.22), 0.02, 0.02), gold)


def _square(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    """The embroidered breast square of officials, with its cranes."""
    del outfit
    if cloth.seen:
        plate = [
            cloth.at(0.82, -0.4),
            cloth.at(0.82, 0.44),
            cloth.at(0.5, 0.44),
            cloth.at(0.5, -0.4),
        ]
        pen.fill(polygon(plate), rgb(206, 172, 106))
        _line(
            pen,
            [cloth.at(0.6, -0.2), cloth.at(0.72, 0.0), cloth.at(0.6, 0.25)],
            0.008,
            rgb(244, 240, 230),
        )


def _scales(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    colour = _shade(outfit.top)
    for up in (0.88, 0.72, 0.56, 0.4, 0.24):
        row = [cloth.at(up, a, 0.7) for a in (-0.9, -0.45, 0.0, 0.45, 0.9)]
        _line(pen, row, 0.005, colour)
        for point in row:
            pen.fill(ellipse(point[0], point[1] + 0.008, 0.006, 0.006), outfit.trim)


def _ribs(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    """A skeleton's ribs and spine."""
    dark = rgb(44, 40, 44)
    del outfit
    pen.fill(hull([(*cloth.at(up, 0, 0.2), 0.035) for up in (0.85, 0.1)]), dark)
    bone = rgb(232, 226, 210)
    _line(pen, [cloth.at(up, 0, 0.3) for up in (1.0, 0.5, 0.05)], 0.013, bone)
    for up in (0.9, 0.76, 0.62, 0.48):
        _line(pen, [cloth.at(up, -0.8), cloth.at(up - 0.06, 0), cloth.at(up, 0.8)], 0.010, bone)


def _bandage(pen: Pen, cloth: Cloth, outfit: Outfit) -> None:
    colour = _shade(outfit.top)
    for k, up in enumerate((0.95, 0.78, 0.6, 0.42, 0.24, 0.06)):
        tilt = 0.07 if k % 2 else -0.05
        _line(pen, [cloth.at(up + tilt, -0.95, 0.6), cloth.at(up - tilt, 0.95, 0.6)], 0.005, colour)
    for limb in cloth.bones.legs:
        for share in (0.2, 0.5, 0.8):
            x, y = along(limb.root.at, limb.end.at, share)
            _line(pen, [(x - 0.03, y - 0.01), (x + 0.03, y + 0.01)], 0.005, colour)


_COLLARS: Mapping[str, Callable[[Pen, Cloth, Outfit], None]] = {
    "round": _round, "jeogori": _jeogori, "robe": _robe, "suit": _suit, "shirt": _shirt,
    "pyjamas": _pyjamas, "open": _open, "clerical": _clerical,
}  # fmt: skip
_PATTERNS: Mapping[str, Callable[[Pen, Cloth, Outfit], None]] = {
    "stripes": _stripes, "stethoscope": _stethoscope, "badge": _badge, "camouflage": _camouflage,
    "kasaya": _kasaya, "apron": _apron, "number": _number, "patches": _patches, "cape": _cape,
    "roundel": _roundel, "square": _square, "scales": _scales, "ribs": _ribs, "bandage": _bandage,
}  # fmt: skip
