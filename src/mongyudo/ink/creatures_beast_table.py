"""The four-footed animals of dreams, as measures."""

from collections.abc import Mapping
from dataclasses import replace

from mongyudo.ink.creatures_beasts import Beast
from mongyudo.ink.creatures_heads import Muzzle
from mongyudo.ink.figures_pen import rgb

CREAM = rgb(240, 228, 204)
BLACK = rgb(48, 42, 42)
ORANGE = rgb(212, 134, 58)
TAN = rgb(196, 156, 104)
BROWN = rgb(134, 96, 66)
GREY = rgb(140, 138, 136)
PINK = rgb(226, 172, 160)
WHITE = rgb(240, 234, 222)

# fmt: off
_CAT = Muzzle((0.42, 0.34, 0.42), (0.42, -0.12, 0.17), "round", rgb(150, 84, 78), two_eyes=True,
              whiskers=True)
_TIGER = Beast(
    ORANGE, CREAM,
    replace(_CAT, pale=CREAM, mark="tiger", mark_colour=rgb(44, 36, 36), iris=rgb(232, 200, 96)),
    leg=0.54, length=1.02, chest=0.25, belly=0.22, rump=0.235, neck=0.28, neck_deg=30,
    neck_r=0.19, head=0.245, limb=0.092, shank=0.062, tail="long", pattern="stripes",
    pattern_colour=rgb(44, 36, 36), stride=0.36, height_m=1.0)
_DOG = Beast(
    TAN, CREAM, Muzzle((1.02, 0.26, 0.40), (0.4, -0.16, 0.14), "flop", pale=CREAM),
    leg=0.58, length=0.86, chest=0.21, belly=0.165, rump=0.175, neck=0.30, neck_deg=48,
    neck_r=0.135, head=0.185, limb=0.066, shank=0.042, tail="up", stride=0.34, height_m=0.6)
_COW = Beast(
    rgb(176, 122, 72), rgb(206, 164, 116),
    Muzzle((1.35, 0.52, 0.46), (0.3, -0.2, 0.13), "leaf", rgb(92, 70, 64), horns="cow",
           pale=rgb(222, 196, 160)),
    leg=0.50, length=1.12, chest=0.28, belly=0.29, rump=0.27, neck=0.30, neck_deg=20,
    neck_r=0.18, head=0.18, limb=0.08, shank=0.048, paw="hoof", tail="tuft", stride=0.26,
    pattern_colour=rgb(70, 50, 40), height_m=1.4)
_HORSE = Beast(
    rgb(140, 92, 58), rgb(140, 92, 58),
    Muzzle((1.75, 0.78, 0.40), (0.42, -0.12, 0.13), "point", rgb(60, 46, 42), mark="blaze",
           mark_colour=CREAM),
    leg=0.66, length=0.98, chest=0.23, belly=0.205, rump=0.235, neck=0.46, neck_deg=52,
    neck_r=0.135, head=0.145, limb=0.078, shank=0.038, paw="hoof", tail="horse", mane="horse",
    pattern_colour=rgb(52, 40, 36), stride=0.42, height_m=1.6)
_PIG = Beast(
    PINK, rgb(236, 196, 184),
    Muzzle((0.86, 0.22, 0.46), (0.34, -0.22, 0.12), "flop", rgb(212, 136, 128), mark="disc"),
    leg=0.36, length=0.92, chest=0.31, belly=0.345, rump=0.315, neck=0.20, neck_deg=12,
    neck_r=0.24, head=0.26, limb=0.082, shank=0.05, paw="hoof", tail="curl", stride=0.2,
    height_m=0.8)
_BEAR = Beast(
    rgb(92, 68, 54), rgb(110, 84, 66),
    Muzzle((0.78, 0.28, 0.42), (0.4, -0.14, 0.11), "small", pale=rgb(168, 132, 98)),
    leg=0.46, length=0.94, chest=0.32, belly=0.32, rump=0.32, neck=0.26, neck_deg=22,
    neck_r=0.25, head=0.245, limb=0.115, shank=0.085, paw="flat", tail="short", stride=0.28,
    height_m=1.2)
_RABBIT = Beast(
    WHITE, rgb(248, 244, 236),
    Muzzle((0.52, 0.26, 0.46), (0.34, -0.1, 0.15), "long", rgb(214, 142, 136)),
    leg=0.34, length=0.52, chest=0.225, belly=0.26, rump=0.30, neck=0.17, neck_deg=44,
    neck_r=0.16, head=0.225, limb=0.08, shank=0.05, tail="short", stride=0.26, height_m=0.35)
_MOUSE = Beast(
    GREY, rgb(216, 178, 168),
    Muzzle((0.98, 0.3, 0.3), (0.42, -0.06, 0.13), "round", rgb(206, 130, 126), whiskers=True),
    leg=0.24, length=0.72, chest=0.25, belly=0.30, rump=0.32, neck=0.16, neck_deg=10,
    neck_r=0.2, head=0.235, limb=0.058, shank=0.034, tail="thin", stride=0.2, height_m=0.12)
_SHEEP = Beast(
    rgb(236, 228, 212), rgb(236, 228, 212),
    Muzzle((0.86, 0.4, 0.46), (0.32, -0.14, 0.12), "leaf", coat=rgb(74, 64, 62)),
    leg=0.46, length=0.84, chest=0.3, belly=0.32, rump=0.3, neck=0.26, neck_deg=36, neck_r=0.18,
    head=0.165, limb=0.058, shank=0.04, paw="hoof", tail="short", pattern="wool",
    pattern_colour=rgb(176, 164, 146), stride=0.24, height_m=0.9)

BEASTS: Mapping[str, Beast] = {
    "tiger": _TIGER,
    "leopard": replace(_TIGER, coat=rgb(218, 172, 96), pattern="spots", leg=0.54, chest=0.22,
                       belly=0.19, rump=0.2, head=0.21, muzzle=replace(
                           _CAT, pale=CREAM, iris=rgb(206, 206, 120)), height_m=0.8),
    "lion": replace(_TIGER, coat=rgb(206, 160, 92), pattern="", tail="tuft", mane="lion",
                    pattern_colour=rgb(134, 84, 46), muzzle=replace(
                        _CAT, pale=CREAM, iris=rgb(206, 160, 70)), height_m=1.2),
    "haetae": replace(_TIGER, coat=rgb(112, 146, 138), under=rgb(206, 200, 170),
                      pattern="scales", pattern_colour=rgb(62, 88, 86), mane="lion", muzzle=replace(
                          _CAT, pale=rgb(214, 206, 176), iris=rgb(240, 220, 120)), height_m=1.4),
    "cat": replace(_TIGER, coat=rgb(200, 164, 116), under=CREAM, leg=0.5, length=0.78, chest=0.19,
                   belly=0.18, rump=0.195, head=0.23, neck=0.24, neck_deg=44, neck_r=0.13,
                   limb=0.064, shank=0.045, pattern_colour=rgb(142, 100, 62), muzzle=replace(
                       _CAT, ears="point", pale=CREAM, iris=rgb(196, 204, 120)), height_m=0.28),
    "black_cat": replace(_TIGER, coat=BLACK, under=BLACK, pattern="", leg=0.5, length=0.78,
                         chest=0.19, belly=0.18, rump=0.195, head=0.23, neck=0.24, neck_deg=44,
                         neck_r=0.13, limb=0.064, shank=0.045, muzzle=replace(
                             _CAT, ears="point", iris=rgb(226, 206, 96)), height_m=0.28),
    "dog": _DOG,
    "puppy": replace(_DOG, leg=0.4, length=0.62, head=0.24, chest=0.21, belly=0.2, rump=0.2,
                     neck=0.2, height_m=0.25),
    "wolf": replace(_DOG, coat=rgb(122, 120, 122), under=rgb(206, 202, 196), muzzle=Muzzle(
        (1.22, 0.3, 0.36), (0.42, -0.16, 0.12), "point", pale=rgb(206, 202, 196),
        iris=rgb(226, 196, 96)), tail="bushy", mane="bristle", pattern_colour=rgb(92, 90, 94),
        chest=0.23, height_m=0.85),
    "fox": replace(_DOG, coat=rgb(206, 118, 58), under=CREAM, leg=0.5, chest=0.17, belly=0.15,
                   rump=0.16, muzzle=Muzzle((1.12, 0.34, 0.28), (0.42, -0.1, 0.12), "tuft",
                                            pale=CREAM), tail="bushy", limb=0.052, shank=0.034,
                   height_m=0.45),
    "weasel": replace(_DOG, coat=rgb(180, 128, 72), leg=0.26, length=0.92, chest=0.13, belly=0.13,
                      rump=0.13, neck=0.24, neck_deg=38, neck_r=0.11, head=0.14, limb=0.045,
                      shank=0.03, muzzle=Muzzle((0.7, 0.24, 0.36), (0.4, -0.1, 0.13), "small",
                                                pale=CREAM), tail="bushy", height_m=0.25),
    "raccoon": replace(_BEAR, coat=rgb(134, 120, 106), under=rgb(160, 146, 128), leg=0.34,
                       chest=0.24, belly=0.26, rump=0.25, head=0.22, limb=0.07, shank=0.05,
                       tail="bushy", muzzle=Muzzle((0.8, 0.3, 0.3), (0.4, -0.06, 0.12), "small",
                       pale=CREAM, mark="raccoon"), height_m=0.4),
    "pig": _PIG,
    "boar": replace(_PIG, coat=rgb(96, 76, 64), under=rgb(110, 88, 72), leg=0.42, muzzle=replace(
        _PIG.muzzle, snout=(1.2, 0.34, 0.38), ears="point", nose=rgb(120, 88, 80), horns="tusk"),
        mane="bristle", pattern_colour=rgb(58, 46, 42), tail="tuft", height_m=0.95),
    "cow": _COW,
    "ox": replace(_COW, chest=0.32, neck_r=0.21),
    "bull": replace(_COW, coat=rgb(74, 58, 52), under=rgb(74, 58, 52), chest=0.33, neck_r=0.22),
    "calf": replace(_COW, leg=0.56, length=0.82, chest=0.22, belly=0.2, rump=0.2, head=0.19,
                    muzzle=replace(_COW.muzzle, horns=""), height_m=0.8),
    "milk_cow": replace(_COW, coat=WHITE, under=WHITE, pattern="patches", pattern_colour=BLACK),
    "horse": _HORSE,
    "white_horse": replace(_HORSE, coat=WHITE, under=WHITE, pattern_colour=rgb(214, 208, 200),
                           muzzle=replace(_HORSE.muzzle, mark="", nose=rgb(150, 130, 124))),
    "unicorn": replace(_HORSE, coat=WHITE, under=WHITE, pattern_colour=rgb(206, 170, 190),
                       muzzle=replace(_HORSE.muzzle, mark="", horns="unicorn")),
    "donkey": replace(_HORSE, coat=rgb(142, 134, 128), under=rgb(200, 192, 184), leg=0.58,
                      neck=0.36, muzzle=replace(_HORSE.muzzle, ears="long", mark=""),
                      tail="tuft", height_m=1.2),
    "deer": replace(_HORSE, coat=rgb(186, 134, 84), under=CREAM, leg=0.64, length=0.8, chest=0.18,
                    belly=0.155, rump=0.17, neck=0.38, neck_r=0.085, head=0.125, limb=0.055,
                    shank=0.028, mane="", tail="short", pattern="spots", pattern_colour=CREAM,
                    muzzle=Muzzle((1.25, 0.5, 0.34), (0.4, -0.12, 0.15), "leaf", horns="deer",
                                  pale=CREAM), height_m=1.1),
    "sheep": _SHEEP,
    "lamb": replace(_SHEEP, leg=0.5, length=0.6, chest=0.22, belly=0.23, rump=0.22, height_m=0.45),
    "goat": replace(_SHEEP, coat=rgb(222, 212, 192), pattern="", chest=0.23, belly=0.24, rump=0.22,
                    muzzle=Muzzle((1.05, 0.42, 0.38), (0.34, -0.14, 0.12), "leaf", horns="goat"),
                    height_m=0.8),
    "bear": _BEAR,
    "polar_bear": replace(_BEAR, coat=WHITE, under=WHITE, muzzle=replace(
        _BEAR.muzzle, pale=rgb(226, 218, 204))),
    "panda": replace(_BEAR, coat=WHITE, under=WHITE, limbs=BLACK, pattern="bands", pattern_colour=BLACK,
                     muzzle=replace(_BEAR.muzzle, snout=(0.5, 0.34, 0.36), pale=WHITE, mark="panda",
                                    two_eyes=True)),
    "rabbit": _RABBIT,
    "mouse": _MOUSE,
    "rat": replace(_MOUSE, coat=rgb(110, 104, 102), height_m=0.18),
    "hamster": replace(_MOUSE, coat=rgb(220, 178, 122), under=CREAM, tail="short",
                       muzzle=replace(_MOUSE.muzzle, snout=(0.55, 0.3, 0.42), pale=CREAM)),
    "squirrel": replace(_MOUSE, coat=rgb(158, 108, 70), under=CREAM, leg=0.32, tail="bushy",
                        muzzle=replace(_MOUSE.muzzle, ears="tuft", snout=(0.6, 0.3, 0.36)),
                        height_m=0.22),
    "elephant": replace(_BEAR, coat=rgb(140, 138, 142), under=rgb(140, 138, 142), leg=0.52,
                        chest=0.36, belly=0.36, rump=0.35, head=0.29, limb=0.13, shank=0.1,
                        tail="tuft", pattern_colour=rgb(90, 88, 92), muzzle=Muzzle(
                            (0.7, 0.42, 0.42), (0.42, -0.2, 0.08), "huge", mark="trunk",
                            nose=rgb(140, 138, 142), horns="tusk"), height_m=3.0),
    "monkey": replace(_BEAR, coat=rgb(142, 104, 70), under=rgb(190, 152, 112), leg=0.5, length=0.6,
                      chest=0.2, belly=0.18, rump=0.19, neck=0.18, neck_deg=54, neck_r=0.12,
                      head=0.21, limb=0.062, shank=0.045, tail="long", muzzle=Muzzle(
                          (0.4, 0.36, 0.46), (0.4, -0.06, 0.12), "round", pale=rgb(226, 184, 148),
                          two_eyes=True), height_m=0.7),
}
# fmt: on
