"""How four-footed animals carry themselves: the frame of trunk, neck and feet at each moment.

Measures are shares of the height at the withers; x = 0 lies under the middle of the trunk, the
animal faces right, the ground is y = 0.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from mongyudo.ink.creatures_act import Act
from mongyudo.ink.figures_pen import Point

FEET = ("near_hind", "near_fore", "far_hind", "far_fore")


@dataclass(frozen=True, slots=True)
class Gait:
    """What of an animal's build decides its movement.

    `half` is half the distance from hip to shoulder; `hip`, `shoulder` their heights; `neck` and
    `neck_deg` the neck's length and rise; `stride` the length of a walking step; `carry_deg` how
    far the muzzle hangs; `assault` how it attacks: pounce, snap, butt or rear; `spring` how much
    the back bends at a gallop; `sits` is false for hoofed animals; `bow` is the
    standing arch of the back. `biped_deg` above 0 makes it walk on its hind legs with the trunk
    rising so steeply, `hops` on both at once.
    """

    half: float
    hip: float
    shoulder: float
    neck: float
    neck_deg: float
    stride: float = 0.5
    carry_deg: float = 15.0
    assault: str = "snap"
    spring: float = 1.0
    sits: bool = True
    bow: float = 0.0
    biped_deg: float = 0.0
    hops: bool = False


@dataclass(frozen=True, slots=True)
class Foot:
    """Where a foot is; `fold` 0..1 is how far the paw hangs back, 0 on the ground."""

    x: float
    y: float = 0.0
    fold: float = 0.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The posture of a moment. Angles in degrees, 0 to the right, positive upwards.

    `arch` lifts the middle of the back; `neck_deg` is the neck's rise, `head_deg` how far the
    muzzle points below the horizon; `jaw` 0..1 open; `tail` -1 hanging .. 1 raised; `folded` legs
    lie beside the trunk.
    """

    hip: Point
    shoulder: Point
    arch: float
    neck_deg: float
    head_deg: float
    feet: Mapping[str, Foot]
    jaw: float = 0.0
    asleep: bool = False
    tail: float = 0.0
    turned: bool = False
    swing: float = 0.0
    fast: float = 0.0
    folded: bool = False


def frame_of(gait: Gait, act: Act) -> Frame:
    """The posture of `act`; unknown motions stand."""
    frame = _POSTURES.get(act.motion, _stand)(gait, act.phase)
    if gait.biped_deg:
        frame = _on_two_legs(gait, act, frame)
    frame = replace(frame, arch=frame.arch + gait.bow)
    return _threat(frame, act) if act.menace else frame


def _threat(frame: Frame, act: Act) -> Frame:
    """Lower head, open jaw, never asleep."""
    low = 0.0 if act.motion in ("eat", "rise", "attack", "look_back") else 24.0
    gape = 0.62 + 0.16 * math.sin(math.tau * act.phase)
    return replace(
        frame, neck_deg=frame.neck_deg - low, head_deg=frame.head_deg - 6, asleep=False,
        jaw=max(frame.jaw, gape), arch=frame.arch + 0.03,
    )  # fmt: skip


def _on_two_legs(gait: Gait, act: Act, frame: Frame) -> Frame:
    """The same act on the hind legs, the fore limbs held before the chest."""
    if act.motion in ("walk", "run", "bound", "crawl", "swim"):
        frame = (_hop if gait.hops else _stride)(gait, act)
    elif act.motion in ("attack", "bite", "rise", "eat", "look_back", "shake", "stand"):
        feet = {"near_hind": Foot(-gait.half + 0.10), "far_hind": Foot(-gait.half + 0.24)}
        frame = replace(frame, hip=(frame.hip[0], -gait.hip), feet={**frame.feet, **feet})
    steep = gait.biped_deg * (0.35 if act.motion in ("eat", "lie", "sleep") else 1.0)
    if act.motion == "attack":
        steep *= 1.25 - 0.6 * math.sin(math.pi * act.phase)
    a = math.radians(steep)
    hip = frame.hip
    shoulder = (hip[0] + 2 * gait.half * math.cos(a), hip[1] - 2 * gait.half * math.sin(a))
    hang = 0.05 * math.sin(math.tau * act.phase)
    feet = dict(frame.feet)
    for name, ahead in (("near_fore", 0.16), ("far_fore", 0.24)):
        feet[name] = Foot(shoulder[0] + ahead + hang, shoulder[1] + 0.30 - hang, 0.5)
    return replace(frame, shoulder=shoulder, feet=feet)


def _stride(gait: Gait, act: Act) -> Frame:
    """Walking or running on two legs."""
    fast = act.motion in ("run", "bound")
    duty, reach = _striding(gait, fast=fast)
    turn = math.tau * act.phase
    feet = {
        name: stepping(-gait.half + 0.16 + aside, act.phase + lead, reach, duty, 0.34 * gait.hip)
        for name, aside, lead in (("near_hind", 0.0, 0.0), ("far_hind", 0.08, 0.5))
    }
    bob = (0.05 if fast else 0.025) * math.cos(2 * turn + 0.6)
    frame = _moved(_standing(gait), hip=bob + 0.02)
    return replace(
        frame, feet={**frame.feet, **feet}, neck_deg=frame.neck_deg + 4 * math.sin(2 * turn),
        swing=math.sin(turn), tail=0.1,
    )  # fmt: skip


_HOP = 0.5
"""How far the body passes over the feet while they stand, for those who hop."""


def _hop(gait: Gait, act: Act) -> Frame:
    """Off the ground with both feet, and down again."""
    turn = math.tau * act.phase
    high = 0.42 if act.motion != "walk" else 0.22
    aloft = high * max(0.0, math.sin(turn))
    crouch = 0.12 * max(0.0, -math.sin(turn))
    frame = _moved(_standing(gait), hip=crouch - aloft)
    feet = dict(frame.feet)
    for name, aside in (("near_hind", 0.0), ("far_hind", 0.08)):
        foot = stepping(-gait.half + 0.16 + aside, act.phase - 0.5, _HOP, 0.5, 0.0)
        feet[name] = Foot(foot.x, -aloft * 1.15, 0.9 * min(1.0, aloft * 4))
    return replace(frame, feet=feet, swing=math.sin(turn), tail=0.3 * math.sin(turn))


def _homes(gait: Gait) -> dict[str, float]:
    half = gait.half
    return {
        "near_hind": -half - 0.05, "far_hind": -half + 0.06,
        "near_fore": half + 0.0, "far_fore": half + 0.1,
    }  # fmt: skip


def _standing(gait: Gait) -> Frame:
    feet = {name: Foot(x) for name, x in _homes(gait).items()}
    return Frame(
        (-gait.half, -gait.hip), (gait.half, -gait.shoulder), 0.0, gait.neck_deg, gait.carry_deg,
        feet,
    )  # fmt: skip


def _moved(frame: Frame, *, hip: float = 0.0, shoulder: float = 0.0, ahead: float = 0.0) -> Frame:
    """The trunk lowered (positive) at the hip and the shoulder, and shifted `ahead`."""
    (hx, hy), (sx, sy) = frame.hip, frame.shoulder
    return replace(frame, hip=(hx + ahead, hy + hip), shoulder=(sx + ahead, sy + shoulder))


def _stand(gait: Gait, phase: float) -> Frame:
    breath = math.sin(math.tau * phase)
    frame = _moved(_standing(gait), hip=0.004 * breath, shoulder=0.008 * breath)
    return replace(
        frame, neck_deg=frame.neck_deg + 2.0 * breath, head_deg=frame.head_deg - breath,
        swing=breath,
    )  # fmt: skip


def _ease(q: float) -> float:
    return q * q * (3 - 2 * q)


def stepping(home: float, phase: float, reach: float, duty: float, lift: float) -> Foot:
    """A foot that stands and is left behind, folds, swings forward and reaches out.

    It stands for the share `duty` of a round, in which the body passes `reach` over it.
    """
    p = phase % 1.0
    if p < duty:
        return Foot(home + reach * (0.5 - p / duty))
    q = (p - duty) / (1 - duty)
    height = lift * math.sin(math.pi * q) ** 0.85
    return Foot(home + reach * (_ease(q) - 0.5), -height, math.sin(math.pi * min(1.0, q * 1.25)))


_WALK_DUTY, _RUN_DUTY = 0.64, 0.28
"""The share of a round for which a foot stands."""


def _bounding(gait: Gait) -> float:
    """How far the body passes over a foot at a gallop."""
    return (0.52 + 0.30 * gait.spring) * (gait.hip + 0.35)


def _striding(gait: Gait, *, fast: bool) -> tuple[float, float]:
    """On two legs: the share of a round for which a foot stands, and the way meanwhile."""
    return (0.42, gait.stride * 1.5) if fast else (0.60, gait.stride)


def stride_of(gait: Gait, motion: str) -> float:
    """The way of one round over the ground; 0 for motions that lead nowhere."""
    fast = motion in ("run", "bound")
    if not fast and motion not in ("walk", "crawl"):
        return 0.0
    if gait.biped_deg:
        duty, reach = (0.5, _HOP) if gait.hops else _striding(gait, fast=fast)
        return reach / duty
    return _bounding(gait) / _RUN_DUTY if fast else gait.stride / _WALK_DUTY


WALK_AT = {"near_hind": 0.0, "near_fore": 0.25, "far_hind": 0.5, "far_fore": 0.75}
RUN_AT = {"near_hind": 0.0, "far_hind": 0.08, "near_fore": 0.46, "far_fore": 0.54}
LEAP_AT = {"near_hind": 0.0, "far_hind": 0.03, "near_fore": 0.46, "far_fore": 0.51}
"""The phases at which the feet come down, walking, galloping and bounding."""


def _walk(gait: Gait, phase: float) -> Frame:
    turn = math.tau * phase
    feet = {
        name: stepping(x, phase - WALK_AT[name], gait.stride, _WALK_DUTY, 0.20 * gait.hip)
        for name, x in _homes(gait).items()
    }
    frame = _moved(
        _standing(gait), hip=0.014 * math.cos(2 * turn), shoulder=0.014 * math.cos(2 * turn + 1.6)
    )
    nod = 2.6 * math.sin(2 * turn + 0.6)
    return replace(
        frame, feet=feet, neck_deg=frame.neck_deg + nod - 5, head_deg=frame.head_deg - nod * 0.4,
        swing=math.sin(turn),
    )  # fmt: skip


def _gallop(gait: Gait, phase: float, at: Mapping[str, float], high: float) -> Frame:
    """Hind legs push (0.1), stretched flight (0.4), fore legs land (0.6), gathered flight (0.9)."""
    turn = math.tau * phase
    bent = math.cos(turn - math.tau * 0.90) * gait.spring
    aloft = high * (0.5 - 0.5 * math.cos(2 * turn - math.tau * 0.30))
    pitch = 0.075 * math.sin(turn - math.tau * 0.12)
    half = gait.half * (1 - 0.14 * max(0.0, bent) + 0.07 * max(0.0, -bent))
    reach = _bounding(gait)
    feet = {
        name: _sprung(x, phase - at[name], reach, 0.30 * gait.hip + 0.1, aloft)
        for name, x in _homes(gait).items()
    }
    return Frame(
        (-half, -gait.hip * 0.97 - aloft + pitch + 0.03 * max(0.0, bent)),
        (half, -gait.shoulder * 0.97 - aloft - pitch), 0.10 * bent,
        gait.neck_deg * 0.62 + 7 * math.sin(turn), gait.carry_deg * 0.6 - 4 * math.sin(turn), feet,
        tail=0.35 + 0.25 * math.sin(turn), swing=math.sin(turn), fast=1.0,
    )  # fmt: skip


def _sprung(home: float, phase: float, reach: float, lift: float, aloft: float) -> Foot:
    foot = stepping(home, phase, reach, _RUN_DUTY, lift)
    return replace(foot, y=foot.y - aloft * (0.0 if foot.y == 0 else 1.0))


def _run(gait: Gait, phase: float) -> Frame:
    return _gallop(gait, phase, RUN_AT, 0.10)


def _bound(gait: Gait, phase: float) -> Frame:
    return _gallop(gait, phase, LEAP_AT, 0.26)


def _crawl(gait: Gait, phase: float) -> Frame:
    frame = _moved(_walk(gait, phase), hip=gait.hip * 0.20, shoulder=gait.shoulder * 0.26)
    return replace(
        frame, neck_deg=min(8.0, gait.neck_deg * 0.2), head_deg=gait.carry_deg * 0.5, tail=-0.4
    )


def _sit(gait: Gait, phase: float) -> Frame:
    if not gait.sits:
        return _lie(gait, phase)
    breath = math.sin(math.tau * phase)
    feet = {
        "near_hind": Foot(-gait.half * 0.42), "far_hind": Foot(-gait.half * 0.42 + 0.07),
        "near_fore": Foot(gait.half * 0.52), "far_fore": Foot(gait.half * 0.52 + 0.09),
    }  # fmt: skip
    return Frame(
        (-gait.half * 0.72, -0.27), (gait.half * 0.42, -gait.shoulder - 0.02 + 0.006 * breath),
        0.05, gait.neck_deg + 22 + 2 * breath, gait.carry_deg, feet, tail=-0.5, swing=breath,
        folded=True,
    )  # fmt: skip


def _lie(gait: Gait, phase: float) -> Frame:
    breath = math.sin(math.tau * phase)
    low = min(0.3, gait.shoulder * 0.4)
    reach = 0.36 if gait.sits else 0.16
    feet = {
        "near_hind": Foot(-gait.half * 0.35, -0.01), "far_hind": Foot(-gait.half * 0.2, -0.01),
        "near_fore": Foot(gait.half + reach, -0.01),
        "far_fore": Foot(gait.half + reach + 0.09, -0.01),
    }  # fmt: skip
    return Frame(
        (-gait.half * 0.9, -low * 0.96), (gait.half, -low - 0.012 * breath), 0.02,
        gait.neck_deg + 6 + 2 * breath, gait.carry_deg, feet, tail=-0.7, swing=breath,
        folded=True,
    )  # fmt: skip


def _sleep(gait: Gait, phase: float) -> Frame:
    frame = _lie(gait, phase)
    drop = math.degrees(math.asin(min(0.95, max(0.05, -frame.shoulder[1] * 0.5 / gait.neck))))
    return replace(
        frame, neck_deg=-drop * 0.55, head_deg=6.0, asleep=True, swing=frame.swing * 0.3, tail=-0.9
    )


def _eat(gait: Gait, phase: float) -> Frame:
    """The head hanging; whoever draws it lowers the neck until the muzzle meets the ground."""
    turn = math.tau * phase
    short = max(0.0, gait.shoulder - gait.neck - 0.25)
    frame = _moved(_standing(gait), shoulder=min(0.22, short * 0.5), hip=-0.01)
    return replace(
        frame, neck_deg=gait.neck_deg, head_deg=66.0 + 3 * math.sin(turn),
        jaw=0.10 + 0.16 * math.sin(2 * turn), swing=math.sin(turn), tail=-0.2,
    )  # fmt: skip


def _pounce(gait: Gait, phase: float) -> Frame:
    """Crouching (0), leaping up with the paws out (0.4), striking down (0.65)."""
    up = math.sin(math.pi * _ease(min(1.0, phase / 0.8))) if phase < 0.8 else 0.0
    crouch = 1 - up
    feet = {n: Foot(x + 0.10 * up) for n, x in _homes(gait).items()}
    down = max(0.0, math.sin(math.pi * (phase - 0.45) / 0.4)) if 0.45 < phase < 0.85 else 0.0
    for name, wide in (("near_fore", 0.46), ("far_fore", 0.56)):
        x, rise = feet[name].x + wide * up, (gait.shoulder + 0.18) * up * (1 - 0.55 * down)
        feet[name] = Foot(x, -rise, 0.15 * up)
    frame = Frame(
        (-gait.half + 0.1 * up, -gait.hip * (0.82 - 0.06 * up)),
        (gait.half * (1 - 0.10 * up) + 0.1 * up, -gait.shoulder * (0.66 + 0.72 * up)), 0.05,
        gait.neck_deg * 0.2 + 26 * up, gait.carry_deg * 0.4 + 10 * down, feet,
        jaw=0.35 + 0.65 * up, tail=0.5 * up, swing=math.sin(math.tau * phase),
    )  # fmt: skip
    return _moved(frame, hip=0.04 * crouch)


def _snap(gait: Gait, phase: float) -> Frame:
    """Braced legs, the jaws thrown forward and shut."""
    thrust = math.sin(math.pi * _ease(phase)) ** 2
    frame = _moved(
        _standing(gait), shoulder=0.12 - 0.05 * thrust, hip=-0.01, ahead=0.16 * thrust - 0.06
    )
    jaw = min(1.0, 1.9 * thrust) if phase < 0.6 else 0.12
    shake = 4 * math.sin(3 * math.tau * phase)
    return replace(
        frame, neck_deg=gait.neck_deg * 0.35 + shake, head_deg=gait.carry_deg * 0.4 - 8 * thrust,
        jaw=jaw, tail=0.3, swing=math.sin(math.tau * phase),
    )  # fmt: skip


def _butt(gait: Gait, phase: float) -> Frame:
    """The head down, scraping, then tossed up."""
    toss = math.sin(math.pi * _ease(phase)) ** 3
    frame = _moved(_standing(gait), shoulder=0.10 - 0.10 * toss, ahead=0.22 * toss - 0.08)
    feet = dict(frame.feet)
    scrape = max(0.0, math.sin(2 * math.tau * phase)) * (1 - toss)
    home = feet["near_fore"]
    feet["near_fore"] = Foot(home.x - 0.16 * scrape, -0.12 * scrape, 0.7 * scrape)
    return replace(
        frame, feet=feet, neck_deg=-26 + 40 * toss, head_deg=gait.carry_deg + 34 - 44 * toss,
        jaw=0.1, tail=0.6, swing=math.sin(math.tau * phase),
    )  # fmt: skip


def _reared(gait: Gait, phase: float, up: float) -> Frame:
    """On the hind legs, the fore legs beating; `up` 0..1."""
    turn = math.tau * phase
    a = math.radians(56 * up)
    hip = (-gait.half * 0.75, -gait.hip * 0.94)
    trunk = 2 * gait.half
    shoulder = (hip[0] + trunk * math.cos(a), hip[1] - trunk * math.sin(a) * 0.98)
    feet = {"near_hind": Foot(hip[0] + 0.02), "far_hind": Foot(hip[0] + 0.18)}
    for name, lead in (("near_fore", 0.0), ("far_fore", 2.2)):
        beat = math.sin(turn + lead)
        x = shoulder[0] + 0.26 + 0.12 * beat
        y = shoulder[1] + gait.shoulder * (0.52 + 0.14 * math.cos(turn + lead))
        feet[name] = Foot(x, min(0.0, y), 0.75)
    return Frame(
        hip, shoulder, 0.03, gait.neck_deg + 24 * up, gait.carry_deg - 8, feet, jaw=0.55 * up,
        tail=0.2, swing=math.sin(turn),
    )  # fmt: skip


def _rise(gait: Gait, phase: float) -> Frame:
    return _reared(gait, phase, 0.94 + 0.06 * math.sin(math.tau * phase))


def _attack(gait: Gait, phase: float) -> Frame:
    if gait.assault == "rear":
        return replace(_reared(gait, phase, 0.72 + 0.28 * math.sin(math.tau * phase)), jaw=0.8)
    return {"pounce": _pounce, "butt": _butt}.get(gait.assault, _snap)(gait, phase)


def _paddle(gait: Gait, phase: float) -> Frame:
    """A dog's paddle."""
    turn = math.tau * phase
    feet = {}
    for name, x in _homes(gait).items():
        a = turn - math.tau * WALK_AT[name]
        feet[name] = Foot(x + 0.2 * math.cos(a), -0.24 + 0.14 * math.sin(a), 0.45)
    frame = _moved(_standing(gait), hip=0.05 + 0.02 * math.sin(turn), shoulder=0.02)
    return replace(frame, feet=feet, neck_deg=gait.neck_deg + 6, tail=0.1, swing=math.sin(turn))


def _afloat(gait: Gait, phase: float) -> Frame:
    turn = math.tau * phase
    feet = {
        name: Foot(x + 0.10 * math.sin(turn + k), -0.16 - 0.05 * math.cos(turn + k), 0.6)
        for k, (name, x) in enumerate(_homes(gait).items())
    }
    frame = _moved(_standing(gait), hip=0.02 * math.sin(turn), shoulder=0.02 * math.sin(turn + 1))
    return replace(frame, feet=feet, tail=0.2, swing=math.sin(turn))


def _soar(gait: Gait, phase: float) -> Frame:
    """A stretched, slow gallop through the air."""
    frame = _gallop(gait, 0.40 + 0.10 * math.sin(math.tau * phase), LEAP_AT, 0.12)
    return replace(frame, swing=math.sin(math.tau * phase), jaw=0.0)


def _falling(gait: Gait, phase: float) -> Frame:
    turn = math.tau * phase
    feet = {
        name: Foot(x + 0.26 * math.sin(turn + 1.7 * k), -0.32 + 0.2 * math.cos(turn + 1.7 * k), 0.3)
        for k, (name, x) in enumerate(_homes(gait).items())
    }
    frame = replace(_standing(gait), feet=feet, arch=0.05, jaw=0.4, tail=0.8)
    return replace(frame, neck_deg=gait.neck_deg + 14 * math.sin(turn), swing=math.sin(2 * turn))


def _look_back(gait: Gait, phase: float) -> Frame:
    breath = math.sin(math.tau * phase)
    frame = _stand(gait, phase)
    return replace(
        frame, turned=True, neck_deg=max(62.0, gait.neck_deg + 30) + breath, tail=0.2,
        head_deg=gait.carry_deg + 4,
    )  # fmt: skip


def _shake(gait: Gait, phase: float) -> Frame:
    jolt = math.sin(math.tau * phase)
    frame = _moved(_standing(gait), hip=0.03, shoulder=0.05, ahead=0.018 * jolt)
    return replace(
        frame, neck_deg=gait.neck_deg * 0.5 + 5 * jolt, head_deg=gait.carry_deg + 8 - 6 * jolt,
        tail=-0.9, swing=jolt,
    )  # fmt: skip


_POSTURES: Mapping[str, Callable[[Gait, float], Frame]] = {
    "stand": _stand, "walk": _walk, "run": _run, "bound": _bound, "attack": _attack,
    "bite": _snap, "sit": _sit, "lie": _lie, "sleep": _sleep, "eat": _eat, "fly": _soar,
    "swim": _paddle, "crawl": _crawl, "coil": _sleep, "rise": _rise, "float": _afloat,
    "look_back": _look_back, "shake": _shake, "fall": _falling,
}  # fmt: skip
