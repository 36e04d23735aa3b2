"""How somebody stands in whom a feeling is: the body says at a distance what the face says near."""

from collections.abc import Mapping
from dataclasses import replace

from mongyudo.ink.poses import Motion, Pose, breathing, cycle, trembling
from mongyudo.ink.poses_keys import STAND

# fmt: off
_AFRAID = replace(STAND, lean=-7, curl=12, nod=2, near_swing=30, near_elbow=112, near_in=34,
                  near_spread=6, far_swing=36, far_elbow=104, far_in=30, near_leg=-9, near_knee=12,
                  far_leg=7, far_knee=14)
_GRIEVED = replace(STAND, lean=5, curl=12, nod=22, near_swing=16, near_elbow=30, near_in=34,
                   far_swing=18, far_elbow=30, far_in=34, near_leg=-1, far_leg=3)
_ANGRY = replace(STAND, lean=8, curl=2, nod=4, near_swing=-14, near_elbow=34, near_spread=20,
                 far_swing=-8, far_elbow=36, far_spread=20, near_leg=-13, far_leg=13, far_knee=6)
_AMAZED = replace(STAND, lean=-9, nod=-6, near_swing=20, near_elbow=52, near_spread=34,
                  far_swing=44, far_elbow=112, far_in=20, near_leg=-11, far_leg=10)
_GLAD = replace(STAND, lean=-3, nod=-5, near_swing=20, near_elbow=86, near_in=46, far_swing=10,
                far_elbow=22, far_spread=16, roll=2)
_SICK = replace(STAND, lean=-10, nod=6, look=-14, near_swing=26, near_elbow=30, near_spread=16,
                far_swing=56, far_elbow=116, far_in=24, near_leg=-10, far_leg=6)
_UNEASY = replace(STAND, lean=2, curl=7, nod=7, near_swing=18, near_elbow=70, near_in=44,
                  far_swing=46, far_elbow=122, far_in=26)
_LOOMING = replace(STAND, lean=10, curl=14, nod=6, near_swing=8, near_elbow=22, near_spread=26,
                   far_swing=14, far_elbow=24, far_spread=26, near_leg=-14, far_leg=14,
                   far_knee=8)
_LAUGHING = (replace(_GLAD, lean=-7, nod=-14, near_swing=24), replace(_GLAD, lean=5, nod=2))


def _sobbing(pose: Pose) -> Motion:
    return cycle(1.1, pose, replace(pose, curl=pose.curl + 5, nod=pose.nod + 5), phases=6)


STANCES: Mapping[str, Motion] = {
    "scared": trembling(_AFRAID, strength=0.35, period_s=0.7),
    "sad": breathing(_GRIEVED, period_s=4.2, depth=1.5),
    "crying": _sobbing(replace(_GRIEVED, near_swing=52, near_elbow=118, far_swing=54,
                               far_elbow=118)),
    "angry": breathing(_ANGRY, period_s=1.9, depth=1.8),
    "shouting": breathing(_ANGRY, period_s=1.2, depth=2.0),
    "surprised": breathing(_AMAZED, period_s=2.6),
    "happy": breathing(_GLAD, period_s=2.8, depth=1.4),
    "laughing": cycle(0.8, *_LAUGHING, phases=6),
    "disgusted": breathing(_SICK, period_s=2.8),
    "worried": breathing(_UNEASY, period_s=3.0),
    "ashamed": breathing(replace(_GRIEVED, look=-24), period_s=4.0),
}
"""Standing, by expression."""

LOOMING = breathing(_LOOMING, period_s=2.6, depth=2.0)
"""Standing as a threat does."""
# fmt: on
