"""What two people do together: both poses, how they stand to one another, whose hand holds what."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from mongyudo.ink.figures_face import Mouth
from mongyudo.ink.poses import Motion, Pose, breathing, cycle
from mongyudo.ink.poses_keys import KNEEL, WALK, arms, legs
from mongyudo.ink.poses_motions import MOTIONS_TABLE

Place = Literal[
    "back", "shoulder", "waist", "nape", "chest", "collar", "crown", "ear", "mouth", "thigh",
    "foot", "near_hand", "between", "cup",
]  # fmt: skip
"""A spot of the partner's body; "between" lies midway between both chests, "cup" at one's own
mouth."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A hand on its place: `of` 0 the first, 1 the second of the two; `arm` near or far.

    `dx`, `dy` move the place, ahead and down for the holder, in the smaller one's heights;
    `stroke` is how far the hand goes to and fro, downwards.
    """

    of: int
    arm: Literal["near", "far"]
    place: Place
    dx: float = 0.0
    dy: float = 0.0
    stroke: float = 0.0


@dataclass(frozen=True, slots=True)
class Seat:
    """Where the second is carried: hips from the first's `place`, in the first's heights.

    A full-grown one is held `heavy` lower than a child.
    """

    place: Place
    dx: float
    dy: float
    heavy: float = 0.0


@dataclass(frozen=True, slots=True)
class Duet:
    """Two who act as one.

    `apart` is the way from the first's hips to the second's, in the first's heights, for two of a
    size; the second faces the first when `faces`. `yaws` turn both; `before` says who is nearer to
    the viewer. `low` replaces the first's motion for one much smaller. `goes`: they walk together.
    `spoon` puts one into the first's near hand; `mouths` are opened now and then. `rush`: so far,
    in heights, each comes towards the other first.
    """

    first: Motion
    second: Motion
    apart: float
    holds: tuple[Hold, ...]
    faces: bool = True
    before: int = 0
    seat: Seat | None = None
    low: Motion | None = None
    yaws: tuple[float, float] = (66.0, 66.0)
    up: float = 0.0
    goes: bool = False
    spoon: bool = False
    rush: float = 0.0
    mouths: tuple[Mouth | None, Mouth | None] = (None, None)


# fmt: off
_HUG = Pose(lean=7, nod=12, roll=0, near_leg=5, far_leg=-7)
_HUGGED = Pose(lean=6, nod=10, near_leg=3, far_leg=-5)
_DOWN = Pose(lean=10, nod=6, near_leg=4, near_knee=96, near_foot=-50, far_leg=84, far_knee=88)
_STEP = (Pose(roll=5, near_leg=16, near_knee=8, far_leg=-12, far_knee=26, far_foot=-16, nod=-4),
         Pose(near_leg=4, near_knee=12, far_leg=4, far_knee=14, lift=0.02),
         Pose(roll=-5, near_leg=-12, near_knee=26, near_foot=-16, far_leg=16, far_knee=8, nod=-4),
         Pose(near_leg=4, near_knee=12, far_leg=4, far_knee=14, lift=0.02))
_BRACED = Pose(lean=20, nod=-10, near_leg=-30, near_knee=10, near_foot=-12, far_leg=26, far_knee=32)
_GIVING = Pose(lean=-14, nod=8, near_leg=-24, near_knee=14, far_leg=14, far_knee=26,
               near_swing=64, near_spread=34, near_elbow=40, far_swing=84, far_spread=30,
               far_elbow=30)
_RODE = arms(Pose(lean=16, nod=4, near_leg=74, near_knee=84, near_apart=8, far_leg=78, far_knee=86),
             70, 30)
_BEARING = {"lean": 22.0, "curl": 4.0, "nod": -16.0, "near_swing": -14.0, "near_elbow": 60.0,
            "far_swing": -10.0, "far_elbow": 56.0}
_LIFTED = arms(legs(Pose(lean=-4, nod=10), 12, 24, 8, -40), 120, 24, 36)
_LISTENING = Pose(roll=-3, nod=5, near_leg=2, far_leg=-2)
_SITS = arms(legs(Pose(lean=2, curl=8, nod=-4), 99, 174, 26, -50), 18, 48, 8, 10)
_FEET_OUT = arms(legs(Pose(lean=-8, curl=6, nod=14), 84, 22, 4, 0), -24, 10, 8, 6)

DUETS: Mapping[str, Duet] = {
    "hug": Duet(
        cycle(2.8, _HUG, replace(_HUG, lean=9, nod=15, roll=2)),
        cycle(2.8, _HUGGED, replace(_HUGGED, lean=8, nod=13, roll=-2)), 0.205,
        (Hold(0, "far", "back"), Hold(1, "far", "waist"), Hold(1, "near", "waist", 0.03, -0.02),
         Hold(0, "near", "back", 0.02, 0.03, 0.02)),
        low=breathing(replace(_DOWN, lean=16)), rush=0.45),
    "kiss": Duet(
        cycle(3.0, replace(_HUG, nod=4, lean=8), replace(_HUG, nod=7, lean=10)),
        cycle(3.0, replace(_HUGGED, nod=-3, lean=8), replace(_HUGGED, nod=-6, lean=9)), 0.27,
        (Hold(0, "far", "back"), Hold(1, "far", "collar"), Hold(1, "near", "shoulder"),
         Hold(0, "near", "waist")), low=breathing(replace(_DOWN, lean=14)), rush=0.3),
    "hand_in_hand": Duet(
        MOTIONS_TABLE["walk"], MOTIONS_TABLE["walk"], 0.30,
        (Hold(0, "far", "between", 0.0, 0.24), Hold(1, "near", "between", 0.0, 0.24)),
        faces=False, goes=True, up=0.015),
    "piggyback": Duet(
        replace(MOTIONS_TABLE["carry"], keys=tuple(
            (k / 8, replace(p, **_BEARING))
            for k, p in enumerate((*WALK, *(p.swapped() for p in WALK))))),
        breathing(_RODE), 0.0,
        (Hold(0, "far", "thigh"), Hold(0, "near", "thigh", 0.0, 0.01), Hold(1, "far", "collar"),
         Hold(1, "near", "collar", 0.0, 0.01)),
        faces=False, before=0, seat=Seat("back", -0.10, 0.01, 0.12), goes=True),
    "lift": Duet(
        cycle(1.6, arms(Pose(lean=-5, nod=-24, near_leg=8, far_leg=-8), 150, 20),
              arms(Pose(lean=-3, nod=-26, near_leg=10, near_knee=14, far_leg=-6, far_knee=10),
                   140, 40)),
        cycle(1.6, _LIFTED, replace(_LIFTED, near_leg=-6, far_leg=24, nod=16, near_swing=142,
                                    far_swing=96)), 0.0,
        (Hold(0, "far", "waist"), Hold(0, "near", "waist")), seat=Seat("shoulder", 0.16, -0.10)),
    "push": Duet(
        cycle(1.2, replace(_BRACED, lean=14, near_leg=-20), _BRACED, replace(_BRACED, lean=27)),
        cycle(1.2, replace(_GIVING, lean=-6, near_leg=-10), _GIVING,
              replace(_GIVING, lean=-18, near_swing=84)), 0.34,
        (Hold(0, "far", "chest"), Hold(0, "near", "shoulder"))),
    "fight": Duet(
        cycle(1.0, replace(_BRACED, lean=6, twist=-20, near_swing=-36, near_elbow=96),
              replace(_BRACED, lean=24, twist=16, near_swing=84, near_elbow=26),
              replace(_BRACED, lean=12, twist=0, near_swing=20, near_elbow=100)),
        cycle(1.0, replace(_BRACED, lean=12, twist=0, near_swing=30, near_elbow=104),
              replace(_BRACED, lean=-10, nod=-12, near_swing=66, near_elbow=112, near_in=20),
              replace(_BRACED, lean=14, twist=-16, near_swing=-30, near_elbow=96)), 0.40,
        (Hold(0, "far", "collar"), Hold(1, "far", "shoulder")), rush=0.4),
    "pull": Duet(
        cycle(1.3, Pose(lean=-20, nod=6, near_leg=24, near_knee=22, far_leg=36, far_knee=30),
              Pose(lean=-28, nod=9, near_leg=22, near_knee=30, far_leg=34, far_knee=36)),
        cycle(1.3, Pose(lean=10, nod=-12, near_leg=-10, near_knee=12, far_leg=26, far_knee=20,
                        far_swing=-30, far_elbow=30, far_spread=24),
              Pose(lean=18, nod=-16, near_leg=-16, near_knee=8, far_leg=28, far_knee=28,
                   far_swing=-40, far_elbow=30, far_spread=24)), 0.50,
        (Hold(1, "near", "between", 0.0, 0.06), Hold(0, "far", "between", 0.0, 0.06),
         Hold(0, "near", "between", 0.0, 0.06))),
    "collar": Duet(
        cycle(0.9, replace(_BRACED, lean=16, near_leg=-20), replace(_BRACED, lean=22, roll=2)),
        cycle(0.9, replace(_GIVING, lean=-10, near_leg=-10), replace(_GIVING, lean=-15, roll=-2)),
        0.36, (Hold(0, "far", "collar", 0.0, 0.02), Hold(0, "near", "collar", 0.01, 0.05),
               Hold(1, "near", "between", 0.04, 0.0)), rush=0.3),
    "hold_behind": Duet(
        breathing(Pose(lean=8, nod=8, near_leg=3, far_leg=-4)),
        breathing(arms(Pose(nod=6, look=18, near_leg=2, far_leg=-3), 24, 76, 8, 30)), 0.15,
        (Hold(0, "far", "waist", 0.02, -0.04), Hold(0, "near", "waist", 0.05, -0.05)),
        faces=False),
    "hang_on": Duet(
        cycle(2.0, replace(KNEEL, lean=14, nod=-14), replace(KNEEL, lean=18, nod=-10)),
        breathing(arms(Pose(lean=-4, nod=22, near_leg=-4, far_leg=8), 30, 50, 26)), 0.20,
        (Hold(0, "far", "thigh", 0.02, 0.02), Hold(0, "near", "thigh", 0.03, 0.05))),
    "hold_arm": Duet(
        cycle(1.8, Pose(lean=6, near_leg=-10, far_leg=14, far_knee=10),
              Pose(lean=2, nod=4, near_leg=-6, far_leg=12, far_knee=8)),
        cycle(1.8, Pose(lean=-2, near_swing=46, near_elbow=20, near_leg=-4, far_leg=8),
              Pose(lean=2, near_swing=50, near_elbow=16, near_leg=-4, far_leg=8)), 0.46,
        (Hold(1, "near", "between", 0.0, 0.10), Hold(0, "near", "near_hand", 0.03, -0.01))),
    "dance": Duet(
        cycle(2.4, *_STEP), cycle(2.4, *(p.swapped() for p in _STEP)), 0.44,
        (Hold(0, "far", "between", 0.0, -0.08, 0.10), Hold(1, "far", "between", 0.0, -0.08, 0.10),
         Hold(1, "near", "between", 0.0, 0.06, -0.06), Hold(0, "near", "between", 0.0, 0.06, -0.06)
         )),
    "whisper": Duet(
        breathing(Pose(lean=17, nod=4, near_leg=-8, far_leg=10, far_knee=8)),
        breathing(_LISTENING), 0.265,
        (Hold(0, "far", "shoulder"), Hold(0, "near", "cup", 0.012, -0.005)),
        yaws=(76.0, 38.0), low=breathing(replace(_DOWN, lean=18)), mouths=("o", None)),
    "feed": Duet(
        cycle(2.2, replace(KNEEL, lean=12, near_swing=40, near_elbow=30),
              replace(KNEEL, lean=16, near_swing=50, near_elbow=24)),
        cycle(2.2, _SITS, replace(_SITS, nod=-7)), 0.42,
        (Hold(0, "near", "mouth", -0.085, 0.02, 0.012), Hold(0, "far", "between", -0.05, 0.10)),
        spoon=True, mouths=(None, "o")),
    "comfort": Duet(
        cycle(2.7, replace(KNEEL, lean=14, nod=10), replace(KNEEL, lean=17, nod=12)),
        MOTIONS_TABLE["cry"], 0.27,
        (Hold(0, "far", "shoulder"), Hold(0, "near", "back", 0.0, 0.0, 0.07)),
        faces=False),
    "pat": Duet(
        breathing(Pose(lean=7, nod=12, near_leg=-6, far_leg=8)),
        breathing(Pose(nod=18, lean=6, curl=6, near_leg=-3, far_leg=3)), 0.42,
        (Hold(0, "near", "crown", -0.09, 0.0, 0.03),)),
    "tend_hair": Duet(
        cycle(2.6, replace(KNEEL, lean=10, nod=14), replace(KNEEL, lean=13, nod=16)),
        cycle(2.6, replace(_SITS, nod=8), replace(_SITS, nod=11)), 0.35,
        (Hold(0, "far", "shoulder", -0.02, -0.02), Hold(0, "near", "crown", -0.03, 0.06, 0.05)),
        faces=False),
    "massage": Duet(
        cycle(1.6, replace(KNEEL, lean=8, nod=10), replace(KNEEL, lean=13, nod=13)),
        cycle(1.6, _SITS, replace(_SITS, lean=6, nod=4)), 0.34,
        (Hold(0, "far", "shoulder", -0.01, -0.02), Hold(0, "near", "shoulder", -0.03, 0.0, 0.02)),
        faces=False),
    "wash_feet": Duet(
        cycle(2.0, replace(KNEEL, lean=36, nod=10), replace(KNEEL, lean=40, nod=12)),
        cycle(2.0, _FEET_OUT, replace(_FEET_OUT, nod=10)), 0.62,
        (Hold(0, "near", "foot", 0.0, -0.02, 0.02), Hold(0, "far", "foot", -0.03, -0.03))),
    "support": Duet(
        MOTIONS_TABLE["stroll"],
        replace(MOTIONS_TABLE["stroll"], keys=tuple(
            (k / 8, replace(p, lean=16, nod=14))
            for k, p in enumerate((*WALK, *(p.swapped() for p in WALK))))), 0.17,
        (Hold(0, "far", "waist"), Hold(0, "near", "chest"), Hold(1, "near", "chest")),
        faces=False, goes=True, up=0.015),
}
# fmt: on
"""Every deed of two, by its name."""
