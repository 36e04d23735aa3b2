"""The postures from which the motions are made, and how limbs are set alike."""

from dataclasses import replace

from mongyudo.ink.poses import Pose

STAND = Pose(
    lean=-1,
    roll=0.8,
    near_swing=1,
    near_spread=9,
    near_elbow=15,
    far_swing=3,
    far_spread=10,
    far_elbow=15,
    near_leg=-5,
    near_apart=4,
    near_knee=2,
    near_foot=-3,
    far_leg=8,
    far_apart=5,
    far_knee=3,
    far_foot=2,
)
"""At ease: the feet apart, the weight on one of them."""


def arms(pose: Pose, swing: float, elbow: float, spread: float = 8.0, inward: float = 0.0) -> Pose:
    """`pose` with both arms alike."""
    return replace(
        pose, near_swing=swing, far_swing=swing, near_elbow=elbow, far_elbow=elbow,
        near_spread=spread, far_spread=spread, near_in=inward, far_in=inward,
    )  # fmt: skip


def legs(pose: Pose, swing: float, knee: float, apart: float = 3.0, foot: float = 0.0) -> Pose:
    """`pose` with both legs alike."""
    return replace(
        pose, near_leg=swing, far_leg=swing, near_knee=knee, far_knee=knee,
        near_apart=apart, far_apart=apart, near_foot=foot, far_foot=foot,
    )  # fmt: skip


# fmt: off
WALK = (
    Pose(lean=3, twist=-7, trail=0.25, near_swing=-22, near_elbow=10, far_swing=26, far_elbow=22,
         near_leg=25, near_knee=3, near_foot=16, far_leg=-20, far_knee=12, far_foot=-14),
    Pose(lean=4, twist=-5, trail=0.25, near_swing=-16, near_elbow=8, far_swing=18, far_elbow=20,
         near_leg=17, near_knee=14, far_leg=-20, far_knee=38, far_foot=-30),
    Pose(lean=3, trail=0.25, near_swing=0, near_elbow=10, far_swing=2, far_elbow=14,
         near_leg=0, near_knee=4, far_leg=12, far_knee=58, far_foot=-10),
    Pose(lean=2, twist=5, trail=0.25, near_swing=14, near_elbow=16, far_swing=-14, far_elbow=10,
         near_leg=-12, near_knee=2, near_foot=-6, far_leg=27, far_knee=32, far_foot=10),
)
RUN = (
    Pose(lean=15, twist=-14, trail=1, nod=-6, near_swing=-44, near_elbow=62, far_swing=44,
         far_elbow=80, near_leg=40, near_knee=20, near_foot=8, far_leg=-38, far_knee=50,
         far_foot=-30, lift=0.035),
    Pose(lean=17, twist=-10, trail=1, nod=-7, near_swing=-34, near_elbow=66, far_swing=34,
         far_elbow=84, near_leg=26, near_knee=30, far_leg=-22, far_knee=98, far_foot=-20),
    Pose(lean=15, trail=1, nod=-6, near_swing=4, near_elbow=80, far_swing=2, far_elbow=84,
         near_leg=-4, near_knee=22, far_leg=36, far_knee=112, far_foot=-10),
    Pose(lean=13, twist=12, trail=1, nod=-5, near_swing=36, near_elbow=82, far_swing=-40,
         far_elbow=70, near_leg=-30, near_knee=10, near_foot=-24, far_leg=62, far_knee=86,
         lift=0.01),
)
FLOOR = Pose(lean=2, curl=14, nod=8, near_leg=145, near_knee=158, far_leg=148, far_knee=160,
             near_swing=52, near_elbow=26, near_in=16, far_swing=54, far_elbow=24, far_in=16)
HUDDLE = replace(FLOOR, lean=16, curl=34, nod=34, near_swing=62, near_elbow=44, far_swing=60,
                 far_elbow=44)
LOTUS = Pose(lean=2, curl=4, near_leg=99, near_knee=174, near_apart=26, far_leg=97, far_knee=176,
             far_apart=26, near_foot=-50, far_foot=-50, near_swing=18, near_elbow=48, near_in=10,
             far_swing=18, far_elbow=48)
CHAIR = Pose(lean=-2, curl=5, nod=3, near_leg=86, near_knee=86, far_leg=90, far_knee=88,
             near_swing=26, near_elbow=32, near_in=12, far_swing=30, far_elbow=30)
SPREAD = Pose(lean=-4, curl=8, near_leg=84, near_knee=22, near_apart=22, near_foot=10, far_leg=92,
              far_knee=20, far_apart=26, far_foot=10, near_spread=16, far_spread=16, far_elbow=44)
KNEEL = Pose(lean=4, curl=6, near_leg=64, near_knee=150, near_foot=-60, far_leg=68, far_knee=152,
             far_foot=-60, near_swing=20, near_elbow=34, near_in=18, far_swing=22, far_elbow=34)
HALF_KNEEL = Pose(lean=8, near_leg=4, near_knee=96, near_foot=-50, far_leg=84, far_knee=88)
BACK_DOWN = Pose(pitch=-88, nod=8, near_swing=2, near_elbow=8, far_swing=6, far_elbow=10,
                 near_leg=4, near_knee=8, far_leg=2, far_knee=4, near_foot=20, far_foot=20)
PRONE = Pose(pitch=84, nod=-34)
DRIVING = arms(replace(CHAIR, lean=-8, near_leg=78, near_knee=62, far_leg=82, far_knee=66), 66, 22)
RIDING = arms(Pose(lean=4, near_leg=62, near_knee=76, near_apart=16, far_leg=60, far_knee=74,
                   far_apart=16), 44, 34, 6, 10)
GUARD = Pose(lean=8, nod=4, near_swing=38, near_elbow=98, far_swing=52, far_elbow=88,
             near_leg=-22, near_knee=16, far_leg=28, far_knee=26)
CARRIED = arms(Pose(pitch=-52, lean=2, nod=16, near_leg=34, near_knee=50, far_leg=40, far_knee=54),
               30, 60)
SHAMBLE = (
    arms(replace(WALK[0], lean=-2), 82, 6), arms(replace(WALK[1], lean=2), 78, 10),
    arms(replace(WALK[2], lean=0), 84, 8), arms(replace(WALK[3], lean=-3), 80, 6),
)
RECOIL = Pose(lean=-12, nod=-4, near_swing=58, near_elbow=88, near_spread=20, far_swing=66,
              far_elbow=78, far_spread=20, near_leg=-20, near_knee=10, far_leg=16, far_knee=18)
# fmt: on
