"""Long round bodies, painted from far to near, so that coils lie over one another."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from mongyudo.ink.creatures_pen import DARK, BeastPen
from mongyudo.ink.figures_pen import INK, Colour, Point, along, ellipse, mix, polygon, smooth


@dataclass(frozen=True, slots=True)
class Ring:
    """A cut through the body: its middle, half width, and depth (larger is nearer)."""

    x: float
    y: float
    r: float
    depth: float = 0.0


@dataclass(frozen=True, slots=True)
class Skin:
    """The colours of a long body; `pattern` is diamonds, bands, rings, scales or empty."""

    coat: Colour
    belly: Colour
    marks: Colour
    pattern: str = "diamonds"


Side = tuple[Point, Point]


def sides(rings: Sequence[Ring]) -> list[Side]:
    """The upper and the lower edge at each ring, as seen by one who follows the body."""
    found: list[Side] = []
    for k, ring in enumerate(rings):
        before, after = rings[max(0, k - 1)], rings[min(len(rings) - 1, k + 1)]
        dx, dy = after.x - before.x, after.y - before.y
        gap = max(1e-6, math.hypot(dx, dy))
        nx, ny = dy / gap * ring.r, -dx / gap * ring.r
        found.append(((ring.x + nx, ring.y + ny), (ring.x - nx, ring.y - ny)))
    return found


def draw_tube(pen: BeastPen, rings: Sequence[Ring], skin: Skin) -> None:
    """Paint the body from its far parts to its near ones."""
    edges = sides(rings)
    for run in _runs(rings):
        _casing(pen, edges, skin, run)
        for k in run:
            (a, b), (c, d) = edges[k], edges[k + 1]
            pen.fill(polygon([a, c, d, b]), skin.coat)
            for ring in (rings[k], rings[k + 1]):
                pen.fill(ellipse(ring.x, ring.y, ring.r * 0.99, ring.r * 0.99), skin.coat)
        for k in run:
            _paint(pen, edges[k], edges[k + 1], skin)
        for k in run:
            _mark(pen, edges[k], edges[k + 1], skin, k)


def _runs(rings: Sequence[Ring]) -> list[list[int]]:
    """The pieces between rings from far to near, neighbours of like depth together."""
    order = sorted(range(len(rings) - 1), key=lambda k: (rings[k].depth + rings[k + 1].depth, k))
    runs: list[list[int]] = []
    for k in order:
        if runs and abs(k - runs[-1][-1]) == 1:
            runs[-1].append(k)
        else:
            runs.append([k])
    return runs


def _casing(pen: BeastPen, edges: Sequence[Side], skin: Skin, run: Sequence[int]) -> None:
    """The contour on both sides of a run."""
    if not pen.line or pen.dark is not None:
        return
    places = [*run, run[-1] + 1] if run[0] <= run[-1] else [run[0] + 1, *run]
    for side in (0, 1):
        edge = smooth([edges[k][side] for k in places], closed=False)
        pen.stroke(edge, pen.line * 2.2, mix(INK, skin.coat, 0.12))


def _paint(pen: BeastPen, here: Side, there: Side, skin: Skin) -> None:
    """The light belly and the darker back."""
    (a, b), (c, d) = here, there
    pen.fill(polygon([along(b, a, 0.34), along(d, c, 0.34), d, b]), skin.belly)
    if pen.dark is None:
        pen.fill(polygon([a, c, along(c, d, 0.2), along(a, b, 0.2)]), mix(skin.coat, DARK, 0.16))


def _mark(pen: BeastPen, here: Side, there: Side, skin: Skin, k: int) -> None:
    (a, b), (c, d) = here, there
    middle = along(along(a, b, 0.36), along(c, d, 0.36), 0.5)
    reach = math.dist(a, b) * 0.5
    if skin.pattern == "diamonds" and k % 3 == 1:
        pen.fill(ellipse(*middle, reach * 0.52, reach * 0.40), skin.marks)
    elif skin.pattern == "bands" and k % 4 == 1:
        pen.fill(polygon([a, c, along(c, d, 0.62), along(a, b, 0.66)]), skin.marks)
    elif skin.pattern in ("rings", "scales"):
        _ribs(pen, here, there, skin)


def _ribs(pen: BeastPen, here: Side, there: Side, skin: Skin) -> None:
    (a, b), (c, d) = here, there
    line = mix(skin.coat, DARK, 0.42)
    if skin.pattern == "rings":
        pen.stroke(smooth([c, along(along(c, d, 0.5), along(a, b, 0.5), -0.4), d], closed=False),
                   0.007, line)  # fmt: skip
        return
    for share in (0.14, 0.36, 0.56):
        low, high = along(c, d, share + 0.10), along(c, d, share - 0.10)
        tip = along(along(a, b, share), along(c, d, share), 1.5)
        pen.stroke(smooth([high, tip, low], closed=False), 0.007, line)
