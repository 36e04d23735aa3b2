"""The trunk and neck of four-footed animals, and a grid on the trunk for patterns that bend."""

import math
from dataclasses import dataclass

import skia

from mongyudo.ink.creatures_gait import Frame
from mongyudo.ink.creatures_pen import angle_deg, chain, polar, union
from mongyudo.ink.figures_pen import Point, along, bend, smooth


@dataclass(frozen=True, slots=True)
class Trunk:
    """The trunk's profile: `top` and `low` are distances from the line hip-shoulder to back and
    belly at five stations from hip to shoulder; `rump` and `chest` how far it reaches beyond.
    `neck` holds the neck's half width at the trunk and at the head, `crest` its upward bow."""

    top: tuple[float, float, float, float, float]
    low: tuple[float, float, float, float, float]
    rump: float = 0.2
    chest: float = 0.2
    neck: tuple[float, float] = (0.2, 0.13)
    crest: float = 0.0


@dataclass(frozen=True, slots=True)
class Torso:
    """The trunk at one moment."""

    trunk: Trunk
    hip: Point
    shoulder: Point
    arch: float
    root: Point
    crown: Point
    neck_deg: float

    def spot(self, along_share: float, height: float) -> Point:
        """The place `along_share` 0 (hip) .. 1 (shoulder), `height` -1 (belly) .. 1 (back)."""
        s = min(1.25, max(-0.3, along_share))
        inner = min(1.0, max(0.0, s))
        x, y = along(self.hip, self.shoulder, s)
        y -= self.arch * 4 * inner * (1 - inner)
        reach = _station(self.trunk.top if height >= 0 else self.trunk.low, inner)
        if s < 0:
            reach *= max(0.2, 1 + s * 1.4)
        ux, uy = self._up()
        return (x + ux * reach * height, y + uy * reach * height)

    def _up(self) -> Point:
        dx, dy = self.shoulder[0] - self.hip[0], self.shoulder[1] - self.hip[1]
        gap = max(1e-6, math.hypot(dx, dy))
        return (dy / gap, -dx / gap)

    def outline(self) -> skia.Path:
        """The trunk's skin."""
        stations = (0.0, 0.25, 0.5, 0.75, 1.0)
        ux, uy = self._up()
        fx, fy = -uy, ux
        rump = self.trunk.rump
        tail_top = (self.hip[0] - fx * rump * 0.82 + ux * 0.08, self.hip[1] - fy * rump + uy * 0.08)
        tail_low = (self.hip[0] - fx * rump - ux * 0.07, self.hip[1] - fy * rump - uy * 0.07)
        chest = self.trunk.chest
        breast = (self.shoulder[0] + fx * chest, self.shoulder[1] + fy * chest + 0.02)
        back = [self.spot(s, 1.0) for s in stations]
        belly = [self.spot(s, -1.0) for s in reversed(stations)]
        return smooth([tail_top, *back, breast, *belly, tail_low])

    def neck_curve(self, count: int = 5) -> list[Point]:
        """Points along the neck's middle from the trunk to the head."""
        middle = along(self.root, self.crown, 0.5)
        bow = self.trunk.crest * math.dist(self.root, self.crown)
        middle = polar(middle, self.neck_deg + 90, bow * 2)
        return bend([self.root, middle, self.crown], count)

    def neck_outline(self) -> skia.Path:
        """The neck's skin."""
        wide, slim = self.trunk.neck
        shares = (0.0, 0.14, 0.32, 0.54, 0.78, 1.0)
        curve = self.neck_curve(len(shares))
        circles = [
            (x, y, slim + (wide - slim) * (1 - s) ** 1.25)
            for (x, y), s in zip(curve, shares, strict=True)
        ]
        return union(chain(circles))

    @property
    def tail_root(self) -> Point:
        """Where the tail begins."""
        fall = math.radians(self.pitch_deg)
        x, y = self.spot(0.0, 0.62)
        reach = self.trunk.rump * 0.52
        return (x - reach * math.cos(fall), y + reach * math.sin(fall))

    @property
    def pitch_deg(self) -> float:
        """How far the trunk points upwards."""
        return angle_deg(self.hip, self.shoulder)


def torso_of(trunk: Trunk, frame: Frame, neck: float) -> Torso:
    """The trunk of `trunk` in the posture `frame`; `neck` is the neck's length."""
    bare = Torso(trunk, frame.hip, frame.shoulder, frame.arch, (0, 0), (0, 0), frame.neck_deg)
    pitch = bare.pitch_deg
    x, y = bare.spot(1.0, 1.0)
    wide = trunk.neck[0]
    deg = frame.neck_deg + pitch * 0.4
    start = polar((x, y), -90 + pitch, wide * 0.86)
    root = polar(start, pitch, trunk.chest * 0.28)
    crown = polar(root, deg, neck)
    return Torso(trunk, frame.hip, frame.shoulder, frame.arch, root, crown, deg)


def _station(values: tuple[float, ...], share: float) -> float:
    place = share * (len(values) - 1)
    k = min(len(values) - 2, int(place))
    return values[k] + (values[k + 1] - values[k]) * (place - k)
