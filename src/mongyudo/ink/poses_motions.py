"""Every motion of the puppet, by name."""

from collections.abc import Mapping
from dataclasses import fields, replace

from mongyudo.ink.poses import Motion, Pose, breathing, cycle, once, strides, trembling
from mongyudo.ink.poses_deeds import DEEDS
from mongyudo.ink.poses_keys import (
    BACK_DOWN,
    CHAIR,
    DRIVING,
    FLOOR,
    GUARD,
    HALF_KNEEL,
    HUDDLE,
    KNEEL,
    LOTUS,
    PRONE,
    RECOIL,
    RIDING,
    RUN,
    SHAMBLE,
    SPREAD,
    STAND,
    WALK,
    arms,
)


# fmt: off
def _gait_with(gait: tuple[Pose, ...], **fixed: float) -> tuple[Pose, ...]:
    return tuple(replace(p, **fixed) for p in gait)


_ARMS_FULL = {"near_swing": 34.0, "far_swing": 36.0, "near_elbow": 62.0, "far_elbow": 62.0,
              "near_in": 24.0, "far_in": 24.0}
_SNEAK = {"lean": 26.0, "curl": 10.0, "nod": -24.0, "near_swing": 34.0, "near_elbow": 74.0,
          "far_swing": 42.0, "far_elbow": 66.0}
_STOOP = {"lean": 18.0, "curl": 12.0, "nod": -6.0}


def _march(pose: Pose) -> Pose:
    return replace(pose, lean=0, near_swing=pose.near_swing * 1.6, far_swing=pose.far_swing * 1.6,
                   near_leg=pose.near_leg * 1.35, far_leg=pose.far_leg * 1.35, trail=0)


def _crawl(near: float, far: float, aside: float, reach: float, bent: float) -> Pose:
    """On all fours: the near knee bears, the far one swings forward with the near hand."""
    return Pose(lean=80, curl=-4, nod=-52, near_swing=reach, near_elbow=bent, far_swing=near + 2,
                far_elbow=6, near_leg=near, near_knee=91 + near, near_foot=-70,
                far_leg=far, far_apart=aside, far_knee=97 + far, far_foot=-70)


def _stagger() -> tuple[Pose, ...]:
    """A walk that sways from side to side."""
    sway = ((7.0, 6.0, 8.0), (2.0, 13.0, 13.0), (-4.0, 12.0, 14.0), (-8.0, 4.0, 6.0))
    gait = [
        replace(p, roll=side * r, lean=lean, nod=nod, near_spread=22, far_spread=24)
        for side, steps in ((1, WALK), (-1, [p.swapped() for p in WALK]))
        for p, (r, lean, nod) in zip(steps, sway, strict=True)
    ]
    return tuple(gait)


def _climb(high: float, low: float) -> Pose:
    return Pose(lean=8, nod=-18, near_swing=high, near_elbow=30, far_swing=low, far_elbow=62,
                near_leg=20 + (170 - high) * 0.1, near_knee=30, far_leg=76, far_knee=92)


_PLAIN_MOTIONS: Mapping[str, Motion] = {
    # being there
    "stand": breathing(STAND),
    "watch": breathing(replace(STAND, nod=-16, lean=-3)),
    "sit": breathing(FLOOR),
    "sit_lotus": breathing(LOTUS),
    "sit_out": cycle(2.2, replace(SPREAD, near_swing=40, near_elbow=40, far_swing=54, roll=3),
                     replace(SPREAD, near_swing=62, near_elbow=64, far_swing=34, roll=-3, nod=2)),
    "sit_chair": replace(breathing(CHAIR), mark="stool"),
    "sit_bench": breathing(CHAIR),
    "kneel": breathing(KNEEL),
    "crouch": breathing(Pose(lean=34, curl=16, nod=-20, near_leg=92, near_knee=134, far_leg=72,
                             far_knee=126, near_swing=44, near_elbow=40, far_swing=50)),
    "lie": breathing(BACK_DOWN, depth=0.6),
    "sleep": replace(breathing(replace(BACK_DOWN, near_swing=14, near_elbow=40, near_in=70,
                                       nod=14), depth=1.4), face="asleep"),
    "hide": trembling(replace(HUDDLE, near_swing=118, near_elbow=104, far_swing=122,
                              far_elbow=100), strength=0.6, period_s=0.7),
    "freeze": trembling(RECOIL, strength=0.35, period_s=0.6),
    "tremble": trembling(Pose(lean=6, curl=14, nod=8, near_swing=22, near_elbow=116, near_in=44,
                              far_swing=26, far_elbow=112, far_in=44, near_leg=5, near_knee=10,
                              far_leg=2, far_knee=12), strength=1.3, period_s=0.42),
    "paralysed": replace(trembling(replace(BACK_DOWN, nod=-2), strength=0.5), face="scared"),
    "tied": replace(trembling(Pose(lean=6, curl=4, near_swing=-26, near_elbow=22, near_in=30,
                                   far_swing=-24, far_elbow=20, far_in=30), strength=0.9,
                              period_s=0.9), mark="rope"),
    "cover": trembling(Pose(lean=10, curl=14, nod=10, near_swing=30, near_elbow=46, near_in=40,
                            far_swing=34, far_elbow=104, far_in=44, near_leg=10, near_knee=22,
                            far_leg=4, far_knee=16), strength=0.5),
    "hold": breathing(replace(STAND, **{k: v for k, v in _ARMS_FULL.items()})),
    # going
    "walk": strides(1.15, *WALK, phases=12),
    "stroll": strides(1.6, *_gait_with(WALK, lean=0.0), phases=12),
    "trudge": strides(1.7, *_gait_with(WALK, **_STOOP), phases=12),
    "march": strides(1.0, *(_march(p) for p in WALK), phases=10),
    "sneak": strides(1.9, *_gait_with(WALK, **_SNEAK), phases=12),
    "shamble": strides(1.9, *SHAMBLE, phases=12),
    "run": strides(0.66, *RUN, phases=10),
    "carry": strides(1.25, *_gait_with(WALK, **_ARMS_FULL), phases=12),
    "bear_on_head": strides(1.25, *WALK, phases=12),
    "bear_on_shoulder": strides(1.25, *WALK, phases=12),
    "bear_on_back": strides(1.25, *_gait_with(WALK, lean=8.0), phases=12),
    "crawl": strides(1.5, _crawl(22, -22, 4, -22, 4), _crawl(8, 0, 34, -4, 44),
                     _crawl(-7, 18, 24, 18, 34)),
    "climb": cycle(1.5, _climb(172, 118), replace(_climb(146, 146), far_leg=46, far_knee=60),
                   _climb(172, 118).swapped(),
                   replace(_climb(146, 146), far_leg=46, far_knee=60).swapped()),
    "swim": cycle(1.6,
        replace(PRONE, near_swing=176, far_swing=172, near_leg=0, far_leg=2),
        replace(PRONE, near_swing=128, far_swing=124, near_spread=46, far_spread=46, near_leg=4,
                far_leg=2, near_knee=10, far_knee=12),
        replace(PRONE, near_swing=62, far_swing=60, near_elbow=84, far_elbow=84, near_leg=52,
                far_leg=50, near_knee=104, far_knee=102, near_apart=20, far_apart=20),
        replace(PRONE, near_swing=140, far_swing=138, near_elbow=24, far_elbow=24, near_leg=28,
                far_leg=26, near_knee=26, far_knee=28, near_apart=26, far_apart=26),
        flies=True),
    "fly": cycle(2.2,
        Pose(pitch=68, nod=-40, trail=1, near_swing=160, near_elbow=4, near_spread=22,
             far_swing=172, far_elbow=4, far_spread=16, near_leg=-4, near_knee=6, far_leg=5,
             far_knee=12, near_foot=-50, far_foot=-50),
        Pose(pitch=73, nod=-44, trail=1, near_swing=150, near_elbow=10, near_spread=30,
             far_swing=164, far_elbow=8, far_spread=26, near_leg=5, near_knee=14, far_leg=-3,
             far_knee=6, near_foot=-50, far_foot=-50),
        phases=8, flies=True),
    "float": cycle(3.6,
        Pose(lean=-4, nod=-6, near_swing=16, near_spread=34, near_elbow=16, far_swing=18,
             far_spread=34, far_elbow=18, near_leg=10, near_knee=26, far_leg=2, far_knee=14,
             near_foot=-48, far_foot=-48, lift=0.02),
        Pose(lean=-1, nod=2, near_swing=24, near_spread=44, near_elbow=20, far_swing=12,
             far_spread=42, far_elbow=24, near_leg=4, near_knee=16, far_leg=10, far_knee=28,
             near_foot=-48, far_foot=-48, lift=0.055),
        phases=8, flies=True),
    "fall": cycle(0.9,
        Pose(pitch=-64, lean=4, curl=-8, nod=-16, near_swing=128, near_spread=34, near_elbow=24,
             far_swing=104, far_spread=44, far_elbow=40, near_leg=38, near_knee=46, far_leg=66,
             far_knee=30, near_foot=-30, far_foot=-30),
        Pose(pitch=-70, lean=-4, curl=-10, nod=-22, near_swing=104, near_spread=46,
             near_elbow=48, far_swing=134, far_spread=36, far_elbow=20, near_leg=64,
             near_knee=34, far_leg=34, far_knee=58, near_foot=-30, far_foot=-30),
        phases=8, flies=True),
    "drown": cycle(1.0,
        Pose(lean=-6, nod=-22, near_swing=158, near_spread=24, near_elbow=22, far_swing=128,
             far_spread=36, far_elbow=60, near_leg=34, near_knee=50, far_leg=-6, far_knee=34,
             near_foot=-40, far_foot=-40),
        Pose(lean=4, nod=-28, near_swing=124, near_spread=40, near_elbow=58, far_swing=162,
             far_spread=20, far_elbow=18, near_leg=-8, near_knee=36, far_leg=36, far_knee=52,
             near_foot=-40, far_foot=-40),
        phases=8, flies=True),
    "jump": cycle(1.1,
        Pose(lean=24, near_swing=-30, near_elbow=14, far_swing=-26, near_leg=56, near_knee=86,
             far_leg=52, far_knee=84),
        Pose(lean=2, nod=-10, near_swing=150, near_elbow=16, far_swing=156, far_elbow=14,
             near_leg=6, near_knee=10, far_leg=-6, far_knee=16, near_foot=-46, far_foot=-46,
             lift=0.14),
        Pose(lean=-2, nod=-12, near_swing=164, far_swing=168, near_spread=26, far_spread=26,
             near_leg=26, near_knee=66, far_leg=10, far_knee=78, near_foot=-40, far_foot=-40,
             lift=0.26),
        Pose(lean=8, near_swing=80, far_swing=86, near_spread=24, far_spread=24, near_leg=22,
             near_knee=28, far_leg=14, far_knee=28, lift=0.12)),
    "ride": cycle(0.7, RIDING, replace(RIDING, lean=12, nod=4, lift=0.03, near_elbow=44),
                  phases=8),
    "drive": replace(cycle(1.4, DRIVING, replace(DRIVING, near_swing=72, far_swing=60, roll=1.0),
                           phases=8), mark="wheel"),
    "drive_car": replace(cycle(1.4, DRIVING, replace(DRIVING, near_swing=72, far_swing=60,
                                                     roll=1.0), phases=8), mark="steering"),
    # the heart
    "cry": cycle(0.9, replace(HUDDLE, near_swing=70, near_elbow=118, near_in=28, far_swing=74,
                              far_elbow=116, far_in=28, nod=26),
                 replace(HUDDLE, curl=40, near_swing=72, near_elbow=120, near_in=28,
                         far_swing=76, far_elbow=118, far_in=28, nod=32), phases=6),
    "weep": cycle(1.0, Pose(lean=6, curl=14, nod=18, near_swing=56, near_elbow=122, near_in=32,
                            far_swing=60, far_elbow=120, far_in=32),
                  Pose(lean=9, curl=19, nod=24, near_swing=58, near_elbow=124, near_in=32,
                       far_swing=62, far_elbow=122, far_in=32), phases=6),
    "laugh": cycle(0.7, Pose(lean=-8, curl=-6, nod=-16, near_swing=20, near_elbow=84, near_in=40,
                             far_swing=16, far_elbow=70, far_in=30, near_leg=4, far_leg=-6),
                   Pose(lean=8, curl=6, nod=2, near_swing=26, near_elbow=88, near_in=40,
                        far_swing=20, far_elbow=76, far_in=30, near_leg=6, near_knee=10,
                        far_leg=-4, far_knee=10), phases=8),
    "shout": cycle(0.7, Pose(lean=6, curl=2, nod=-12, near_swing=-22, near_elbow=30,
                             near_spread=22, far_swing=54, far_elbow=112, far_in=14, near_leg=-16,
                             near_foot=-6, far_leg=14, far_knee=8),
                   Pose(lean=17, curl=6, nod=-20, near_swing=-40, near_elbow=44, near_spread=30,
                        far_swing=60, far_elbow=108, far_in=14, near_leg=-22, near_foot=-12,
                        far_leg=20, far_knee=22), phases=8),
    "rage": trembling(Pose(lean=14, curl=4, nod=-4, near_swing=-24, near_elbow=38,
                           near_spread=22, far_swing=-20, far_elbow=36, far_spread=22,
                           near_leg=-14, near_knee=6, far_leg=18, far_knee=16), strength=1.4,
                      period_s=0.4),
    "dance": cycle(2.4,
        Pose(roll=6, near_swing=44, near_spread=66, near_elbow=24, far_swing=60, far_spread=86,
             far_elbow=10, near_leg=6, near_knee=8, far_leg=24, far_knee=44, nod=4),
        Pose(roll=0, near_swing=70, near_spread=86, near_elbow=20, far_swing=60, far_spread=66,
             far_elbow=34, near_leg=8, near_knee=18, far_leg=8, far_knee=18),
        Pose(roll=-6, near_swing=60, near_spread=88, near_elbow=10, far_swing=44, far_spread=66,
             far_elbow=24, near_leg=24, near_knee=44, far_leg=4, far_knee=6, nod=4),
        Pose(roll=0, near_swing=40, near_spread=60, near_elbow=50, far_swing=70, far_spread=86,
             far_elbow=20, near_leg=8, near_knee=18, far_leg=6, far_knee=18), phases=12),
    "sing": cycle(2.6, Pose(nod=-8, near_swing=34, near_elbow=108, near_in=30, far_swing=50,
                            far_spread=34, far_elbow=24, roll=2),
                  Pose(nod=-16, lean=-4, near_swing=36, near_elbow=110, near_in=30, far_swing=84,
                       far_spread=44, far_elbow=14, roll=-2), phases=8),
    "cheer": cycle(0.8, arms(Pose(nod=-10, near_leg=4, near_knee=6), 164, 10, 34),
                   arms(Pose(nod=-4, near_leg=20, near_knee=36, far_leg=14, far_knee=32), 150, 44,
                        38), phases=8),
    "pray": breathing(replace(KNEEL, lean=10, curl=10, nod=16, near_swing=44, near_elbow=84,
                              near_in=34, far_swing=48, far_elbow=80, far_in=34)),
    "beg": cycle(0.8, replace(KNEEL, lean=22, nod=-20, near_swing=66, near_elbow=64, near_in=30,
                              far_swing=70, far_elbow=60, far_in=30),
                 replace(KNEEL, lean=26, nod=-22, near_swing=72, near_elbow=58, near_in=30,
                         far_swing=68, far_elbow=64, far_in=30), phases=6),
    # with others and with things
    "hug": cycle(2.8, Pose(lean=9, nod=10, near_swing=72, near_elbow=34, near_in=44,
                           near_spread=20, far_swing=84, far_elbow=28, far_in=44, far_spread=20),
                 Pose(lean=11, nod=13, roll=2, near_swing=70, near_elbow=40, near_in=46,
                      near_spread=20, far_swing=82, far_elbow=34, far_in=46, far_spread=20),
                 phases=8),
    "kiss": once(1.6, (0.0, STAND), (0.5, Pose(lean=12, nod=8, near_swing=44, near_elbow=40,
                 far_swing=50, far_elbow=40)), (1.0, Pose(lean=14, nod=10, near_swing=48,
                 near_elbow=46, far_swing=54, far_elbow=44, near_leg=-6, near_knee=4))),
    "reach": once(1.2, (0.0, STAND), (0.6, Pose(lean=16, near_swing=92, near_elbow=8,
                  far_swing=-8, near_leg=-18, near_knee=6, far_leg=20, far_knee=20, nod=-12)),
                  (1.0, Pose(lean=18, near_swing=96, near_elbow=2, far_swing=-12, near_leg=-20,
                  near_knee=8, near_foot=-10, far_leg=24, far_knee=22, nod=-12))),
    "catch": cycle(1.0, arms(Pose(lean=16, nod=-10, near_leg=-20, near_knee=10, far_leg=24,
                   far_knee=26), 84, 26, 18, 10), arms(Pose(lean=22, nod=-12, near_leg=-24,
                   near_knee=14, far_leg=28, far_knee=30), 92, 8, 12, 20), phases=8),
    "give": once(1.2, (0.0, arms(STAND, 20, 90, 8, 20)), (1.0, arms(Pose(lean=9, nod=4), 66, 24,
                 8, 16))),
    "receive": once(1.2, (0.0, STAND), (1.0, arms(Pose(lean=8, nod=8), 58, 34, 10, 14))),
    "point": once(0.8, (0.0, STAND), (0.7, Pose(lean=5, near_swing=94, near_elbow=0,
                  near_leg=-8, far_leg=10)), (1.0, Pose(lean=6, near_swing=91, near_elbow=2,
                  near_leg=-9, far_leg=12, far_knee=8))),
    "push": cycle(0.9, arms(Pose(lean=28, nod=-12, near_leg=-36, near_knee=8, near_foot=-12,
                  far_leg=26, far_knee=40), 86, 16, 8, 4), arms(Pose(lean=32, nod=-8,
                  near_leg=-40, near_knee=6, near_foot=-14, far_leg=24, far_knee=34), 88, 4, 8,
                  4), phases=8),
    "pull": cycle(1.0, arms(Pose(lean=-22, nod=6, near_leg=26, near_knee=20, far_leg=38,
                  far_knee=30), 80, 8, 6, 8), arms(Pose(lean=-27, nod=8, near_leg=24,
                  near_knee=26, far_leg=36, far_knee=34), 72, 34, 6, 8), phases=8),
    "fight": cycle(0.8, GUARD,
                   replace(GUARD, lean=15, twist=24, near_swing=88, near_elbow=4,
                           near_leg=-30, far_leg=34, far_knee=34),
                   GUARD, replace(GUARD, lean=13, twist=-18, far_swing=90, far_elbow=2), phases=8),
    "attack": cycle(0.9, Pose(lean=-10, twist=-20, near_swing=212, near_elbow=-30, far_swing=60,
                              far_elbow=40, near_leg=-18, near_knee=12, far_leg=22, far_knee=18),
                    Pose(lean=24, twist=20, near_swing=72, near_elbow=12, far_swing=10,
                         far_elbow=50, near_leg=-34, near_knee=10, far_leg=36, far_knee=40),
                    phases=8),
    "kick": cycle(0.9, GUARD, replace(GUARD, lean=-14, near_leg=84, near_knee=8, far_leg=-2,
                                      far_knee=10), phases=8),
    "throw": once(0.9, (0.0, STAND), (0.4, Pose(lean=-12, twist=-26, near_swing=-70,
                  near_elbow=50, far_swing=60, near_leg=-16, near_knee=16, far_leg=30)),
                  (0.65, Pose(lean=20, twist=24, near_swing=110, near_elbow=10, far_swing=-20,
                  near_leg=-30, near_foot=-20, far_leg=26, far_knee=24)), (1.0, Pose(lean=26,
                  twist=22, near_swing=40, near_elbow=14, far_swing=-30, near_leg=-30,
                  near_foot=-20, far_leg=22, far_knee=24))),
    "wave": cycle(0.9, Pose(far_swing=118, far_spread=10, far_elbow=20, far_in=-10, nod=-3),
                  Pose(far_swing=108, far_spread=10, far_elbow=74, far_in=-10, nod=-3, roll=1.5),
                  phases=8),
    "call": replace(breathing(Pose(nod=6, near_swing=22, near_spread=36, near_elbow=142,
                                   near_in=52, far_swing=12)), mark="phone"),
    "talk": cycle(1.8, Pose(near_swing=26, near_elbow=62, near_spread=14, far_swing=10, nod=2),
                  Pose(near_swing=40, near_elbow=76, near_spread=22, far_swing=18, far_elbow=30,
                       nod=-5, lean=3), phases=8),
    "scold": cycle(0.8, Pose(lean=10, nod=2, near_swing=62, near_elbow=62, far_swing=-14,
                             far_elbow=62, far_spread=34, far_in=40),
                   Pose(lean=14, nod=7, near_swing=80, near_elbow=30, far_swing=-14,
                        far_elbow=62, far_spread=34, far_in=40), phases=6),
    "photograph": replace(breathing(arms(Pose(nod=4, lean=2), 70, 82, 10, 22)), mark="camera"),
    "eat": replace(cycle(1.6, replace(LOTUS, near_swing=26, near_elbow=54, near_in=16, nod=10,
                                       curl=10),
                 replace(LOTUS, near_swing=52, near_elbow=118, near_in=24, nod=4, curl=7),
                 phases=8), mark="bowl"),
    "drink": replace(cycle(2.4, Pose(near_swing=30, near_elbow=80, near_in=10),
                   Pose(near_swing=62, near_elbow=116, near_in=16, nod=-18, lean=-5),
                           phases=8), mark="cup"),
    "type": replace(cycle(0.5, arms(replace(CHAIR, lean=6, nod=10), 34, 56, 8, 6),
                          replace(arms(replace(CHAIR, lean=6, nod=11), 34, 56, 8, 6),
                                  near_elbow=64, far_elbow=50), phases=6), mark="desk"),
    "write": replace(cycle(1.1, replace(arms(replace(CHAIR, lean=14, nod=18), 42, 44, 8, 10),
                                        far_elbow=52),
                           replace(arms(replace(CHAIR, lean=15, nod=19), 46, 36, 8, 2),
                                   far_elbow=52), phases=6), mark="desk"),
    "dig": replace(cycle(1.5, Pose(lean=44, nod=-6, near_swing=36, near_elbow=14, far_swing=56,
                           far_elbow=22, near_leg=-10, near_knee=20, far_leg=34, far_knee=44),
                 Pose(lean=20, nod=-2, near_swing=66, near_elbow=30, far_swing=92, far_elbow=20,
                      near_leg=-14, near_knee=12, far_leg=28, far_knee=30), phases=8),
                   mark="shovel"),
    "wash": cycle(1.0, arms(Pose(lean=24, curl=8, nod=10), 52, 62, 8, 26),
                  arms(Pose(lean=27, curl=10, nod=14), 58, 92, 8, 26), phases=8),
    "search": cycle(2.6, Pose(lean=10, nod=2, near_swing=74, near_elbow=112, near_in=20, look=30),
                    Pose(lean=12, nod=4, near_swing=74, near_elbow=112, near_in=20, look=-26,
                         twist=8), phases=10),
    "vomit": cycle(1.2, Pose(lean=48, curl=16, nod=4, near_swing=34, near_elbow=60, near_in=20,
                             far_swing=40, far_elbow=30, near_leg=-4, near_knee=14, far_leg=12,
                             far_knee=20),
                   Pose(lean=56, curl=22, nod=-2, near_swing=36, near_elbow=64, near_in=20,
                        far_swing=44, far_elbow=30, near_leg=-6, near_knee=20, far_leg=10,
                        far_knee=26), phases=8),
    "hold_mouth": trembling(Pose(lean=6, curl=8, nod=14, near_swing=62, near_elbow=120,
                                 near_in=30, far_swing=60, far_elbow=118, far_in=32),
                            strength=0.5, period_s=0.6),
    "play": cycle(0.9, Pose(lean=4, near_swing=60, near_spread=40, near_elbow=30, far_swing=20,
                            near_leg=34, near_knee=60, far_leg=-6, far_knee=8, lift=0.05),
                  Pose(lean=8, near_swing=10, near_elbow=20, far_swing=40, far_elbow=30,
                       near_leg=14, near_knee=20, far_leg=4, far_knee=18),
                  Pose(lean=4, far_swing=60, far_spread=40, far_elbow=30, near_swing=20,
                       far_leg=34, far_knee=60, near_leg=-6, near_knee=8, lift=0.05),
                  Pose(lean=8, far_swing=10, far_elbow=20, near_swing=40, near_elbow=30,
                       far_leg=14, far_knee=20, near_leg=4, near_knee=18)),
    "salute": breathing(Pose(lean=-3, near_swing=72, near_spread=50, near_elbow=104, near_in=84,
                             nod=-3, far_swing=0, far_elbow=2)),
    "stagger": cycle(2.2, *_stagger(), phases=12),
    # gestures made once
    "recoil": once(0.7, (0.0, STAND), (0.5, Pose(lean=-20, nod=-2, near_swing=84, near_elbow=64,
                   near_spread=24, far_swing=92, far_elbow=50, far_spread=24, near_leg=-26,
                   near_knee=18, far_leg=28, far_knee=14)), (1.0, RECOIL)),
    "bow": once(2.0, (0.0, STAND), (0.35, replace(HALF_KNEEL, near_swing=30, far_swing=34)),
                (0.6, KNEEL), (1.0, arms(replace(KNEEL, lean=64, curl=16, nod=6, near_leg=74,
                far_leg=78), 64, 30, 6, 14))),
    "nod_bow": once(1.4, (0.0, STAND), (0.5, Pose(lean=46, nod=12, near_swing=6, far_swing=10)),
                    (0.75, Pose(lean=46, nod=12, near_swing=6, far_swing=10)), (1.0, STAND)),
    "look_back": once(1.4, (0.0, STAND), (0.5, Pose(look=86, twist=-16, near_leg=6, far_leg=-6)),
                      (1.0, Pose(look=108, twist=-26, lean=-3, near_swing=-10, far_swing=14,
                                 near_leg=6, far_leg=-6))),
    "wake": replace(once(1.6, (0.0, BACK_DOWN),
                         (0.55, Pose(pitch=-42, curl=20, nod=14, near_swing=-10, far_swing=-6,
                                     near_leg=44, far_leg=46)),
                         (1.0, Pose(lean=-8, curl=10, nod=-4, near_swing=-28, near_elbow=10,
                                    far_swing=-24, near_leg=84, near_knee=4, far_leg=88,
                                    far_knee=22))), face=""),
    "fall_back": once(1.2, (0.0, STAND),
                      (0.3, Pose(lean=-26, nod=-8, near_swing=110, near_spread=30, far_swing=96,
                                 far_spread=30, near_leg=16, near_knee=10, far_leg=38,
                                 far_knee=24)),
                      (0.65, Pose(pitch=-58, nod=8, near_swing=96, near_spread=40, far_swing=70,
                                  far_spread=40, near_leg=44, near_knee=40, far_leg=60,
                                  far_knee=30, lift=0.04)),
                      (1.0, replace(BACK_DOWN, near_swing=60, near_spread=60, far_swing=130,
                                    far_spread=40, near_leg=12, near_knee=24))),
    "collapse": once(1.5, (0.0, STAND), (0.4, replace(HALF_KNEEL, lean=24, curl=10, nod=14)),
                     (0.65, replace(KNEEL, lean=40, nod=10)),
                     (1.0, Pose(pitch=86, nod=-10, near_swing=150, near_elbow=30, far_swing=30,
                                near_leg=2, near_knee=10, far_leg=14, far_knee=34,
                                near_foot=-60, far_foot=-60))),
}
# fmt: on

_DONE_SITTING = (
    "angle", "call", "clap", "comb_hair", "cover_ears", "drink", "fiddle", "hold_nose", "listen",
    "look_down", "look_up", "nod", "photograph", "ponder", "raise_hand", "read_book",
    "shake_head", "smoke", "wave", "wipe", "yawn",
)  # fmt: skip
_LEGS = tuple(f.name for f in fields(Pose) if f.name.endswith(("_leg", "_apart", "_knee", "_foot")))


def _seated(motion: Motion) -> Motion:
    """앉아서 낚시를 했다: the same with hands and head, the legs crossed on the ground."""
    crossed = {name: getattr(LOTUS, name) for name in _LEGS}
    keys = tuple((at, replace(p, **crossed, lean=min(p.lean, 8.0))) for at, p in motion.keys)
    return replace(motion, keys=keys)


_SPEAKING = {"talk": "softly", "sing": "softly", "shout": "loud", "scold": "loud", "rage": "loud"}
MOTIONS_TABLE: Mapping[str, Motion] = {
    name: replace(motion, speaks=_SPEAKING.get(name, ""))
    for name, motion in (
        *_PLAIN_MOTIONS.items(),
        *DEEDS.items(),
        *((f"seated_{n}", _seated({**_PLAIN_MOTIONS, **DEEDS}[n])) for n in _DONE_SITTING),
    )
}
"""Every motion by its name."""

FREE_HANDED = frozenset({
    "stand", "watch", "walk", "stroll", "trudge", "march", "sneak", "run", "sit", "sit_lotus",
    "sit_chair", "sit_bench", "kneel", "stagger", "look_back", "crouch", "freeze", "float", "hold",
    "carry", "bear_on_head", "bear_on_shoulder", "bear_on_back",
})  # fmt: skip
"""Motions whose arms may carry something instead."""

_HOLDING: Mapping[str, Mapping[str, float]] = {
    "arms": _ARMS_FULL,
    "hand": {"near_swing": 34.0, "near_elbow": 64.0, "near_in": 10.0},
    "over": {"near_swing": 38.0, "near_elbow": 104.0, "near_in": 10.0},
    "hang": {"near_swing": 4.0, "near_elbow": 4.0, "near_spread": 10.0},
    "back": {},
    "pack": {},
    "head": {"near_swing": 150.0, "near_elbow": 62.0, "near_spread": 14.0},
    "shoulder": {"near_swing": 64.0, "near_elbow": 122.0, "near_in": 6.0},
}


def holding(motion: Motion, manner: str) -> Motion:
    """`motion` with the arms that carry a thing in this manner (figures.Manner)."""
    arms_so = _HOLDING[manner]
    keys = tuple((moment, replace(pose, **arms_so)) for moment, pose in motion.keys)
    return replace(motion, keys=keys)
