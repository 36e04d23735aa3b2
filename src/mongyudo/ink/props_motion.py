"""How things move by themselves, besides travelling along their path."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mongyudo.ink.noise import value


@dataclass(frozen=True, slots=True)
class Move:
    """A small displacement: `right` and `down` in heights of the thing, `turn_deg` clockwise,
    `across` and `up` as factors of the size, `alpha` 0..1. `about_middle` turns about the middle
    of the thing instead of its foot."""

    right: float = 0.0
    down: float = 0.0
    turn_deg: float = 0.0
    across: float = 1.0
    up: float = 1.0
    alpha: float = 1.0
    about_middle: bool = False


Motion = Callable[[float, float], Move]
"""From the time in seconds and an own phase 0..1 (of copies) to a displacement."""


def _wave(time_s: float, phase: float, period_s: float) -> float:
    return math.sin(math.tau * (time_s / period_s + phase))


def _still(time_s: float, phase: float) -> Move:
    del time_s, phase
    return Move()


def _bob(time_s: float, phase: float) -> Move:
    return Move(down=0.05 * _wave(time_s, phase, 1.6))


def _sway(time_s: float, phase: float) -> Move:
    return Move(turn_deg=4.5 * _wave(time_s, phase, 2.4))


def _swing(time_s: float, phase: float) -> Move:
    return Move(turn_deg=11 * _wave(time_s, phase, 2.0), about_middle=True)


def _spin(time_s: float, phase: float) -> Move:
    turn = math.cos(math.tau * (time_s / 1.8 + phase))
    return Move(across=math.copysign(max(0.10, abs(turn)), turn))


def _roll(time_s: float, phase: float) -> Move:
    return Move(turn_deg=360 * (time_s / 1.7 + phase), about_middle=True)


def _fall(time_s: float, phase: float) -> Move:
    return Move(
        right=0.22 * _wave(time_s, phase, 1.9),
        turn_deg=360 * phase + 55 * time_s + 26 * _wave(time_s, phase + 0.3, 1.4),
        about_middle=True,
    )


def _fly(time_s: float, phase: float) -> Move:
    return Move(
        down=0.08 * _wave(time_s, phase, 2.6),
        turn_deg=3.5 * _wave(time_s, phase + 0.2, 2.6),
        about_middle=True,
    )


def _shake(time_s: float, phase: float) -> Move:
    return Move(
        right=0.025 * value(time_s * 21 + 40 * phase, 3),
        down=0.012 * value(time_s * 23 + 40 * phase, 4),
        turn_deg=3.2 * value(time_s * 19 + 40 * phase, 5),
    )


def _float(time_s: float, phase: float) -> Move:
    return Move(
        down=0.035 * _wave(time_s, phase, 2.8),
        turn_deg=3.0 * _wave(time_s, phase + 0.25, 3.4),
    )


def _drive(time_s: float, phase: float) -> Move:
    return Move(
        down=-0.012 * abs(value(time_s * 9 + 10 * phase, 6)),
        turn_deg=0.7 * value(time_s * 6 + 10 * phase, 7),
    )


def _tick(time_s: float, phase: float) -> Move:
    beat = math.floor(time_s * 2 + phase) % 2
    since = (time_s * 2 + phase) % 1.0
    return Move(turn_deg=(1.4 if beat else -1.4) * math.exp(-5 * since), about_middle=True)


def _pulse(time_s: float, phase: float) -> Move:
    grown = 1 + 0.045 * _wave(time_s, phase, 1.5)
    return Move(across=grown, up=grown)


def _breathe(time_s: float, phase: float) -> Move:
    drawn = _wave(time_s, phase, 2.6)
    return Move(across=1 + 0.07 * drawn, up=1 + 0.13 * drawn)


def _beat(time_s: float, phase: float) -> Move:
    since = (time_s * 1.2 + phase) % 1.0
    grown = 1 + 0.10 * math.exp(-9 * since) + 0.07 * math.exp(-9 * ((since - 0.28) % 1.0))
    return Move(across=grown, up=grown, about_middle=True)


def _ring(time_s: float, phase: float) -> Move:
    loud = 1.0 if (time_s + phase) % 1.6 < 0.9 else 0.0
    return Move(turn_deg=5.5 * loud * math.sin(time_s * 46), about_middle=True)


def _done(time_s: float, *, takes_s: float = 2.0, after_s: float = 0.3) -> float:
    """How far something is that happens once, eased from 0 to 1."""
    share = min(1.0, max(0.0, (time_s - after_s) / takes_s))
    return share * share * (3 - 2 * share)


def _shrink(time_s: float, phase: float) -> Move:
    del phase
    left = 1 - 0.68 * _done(time_s)
    return Move(across=left, up=left)


def _tilt(time_s: float, phase: float) -> Move:
    del phase
    return Move(turn_deg=27 * _done(time_s, takes_s=1.6))


def _topple(time_s: float, phase: float) -> Move:
    del phase
    return Move(turn_deg=180 * _done(time_s, takes_s=1.3), about_middle=True)


def _fold(time_s: float, phase: float) -> Move:
    del phase
    return Move(across=1 - 0.4 * _done(time_s), up=1 - 0.72 * _done(time_s))


def _unfold(time_s: float, phase: float) -> Move:
    del phase
    return Move(across=0.25 + 0.75 * _done(time_s), up=0.55 + 0.45 * _done(time_s))


def _wither(time_s: float, phase: float) -> Move:
    del phase
    gone = _done(time_s, takes_s=2.6)
    return Move(turn_deg=16 * gone, across=1 - 0.3 * gone, up=1 - 0.25 * gone)


def _melt(time_s: float, phase: float) -> Move:
    del phase
    gone = _done(time_s, takes_s=3.0)
    return Move(across=1 + 0.35 * gone, up=1 - 0.62 * gone)


MOTIONS: Mapping[str, Motion] = {
    "still": _still, "bob": _bob, "sway": _sway, "swing": _swing, "spin": _spin, "roll": _roll,
    "fall": _fall, "fly": _fly, "shake": _shake, "tremble": _shake, "float": _float,
    "drive": _drive, "ride": _drive, "tick": _tick, "pulse": _pulse, "beat": _beat,
    "ring": _ring, "drip": _still, "open": _still, "break": _still,
    "shrink": _shrink, "tilt": _tilt, "topple": _topple, "fold": _fold, "unfold": _unfold,
    "wither": _wither, "melt": _melt, "breathe": _breathe,
}  # fmt: skip


def motion_named(name: str) -> Motion:
    """The motion of this name; a name unknown here keeps still."""
    return MOTIONS.get(name, _still)
