"""The hoofed animals of dreams and the giants, as measures."""

from collections.abc import Mapping
from dataclasses import replace

from mongyudo.ink.creatures_beasts import Beast
from mongyudo.ink.creatures_coats import Tail
from mongyudo.ink.creatures_gait import Gait
from mongyudo.ink.creatures_head_table import (
    BOVINE,
    CAMELINE,
    CERVINE,
    CREAM,
    ELEPHANTINE,
    EQUINE,
    HIPPO,
    OVINE,
    PORCINE,
)
from mongyudo.ink.creatures_limbs import Legs
from mongyudo.ink.creatures_trunk import Trunk
from mongyudo.ink.figures_pen import rgb

BLACK = rgb(52, 46, 46)
WHITE = rgb(240, 234, 222)
GREY = rgb(142, 140, 140)

# fmt: off
_PIG = Beast(
    rgb(228, 172, 158), rgb(240, 204, 190), PORCINE,
    Gait(half=0.44, hip=0.60, shoulder=0.58, neck=0.24, neck_deg=4, stride=0.30, carry_deg=12,
         assault="snap", spring=0.6),
    Trunk((0.32, 0.37, 0.39, 0.39, 0.40), (0.28, 0.34, 0.36, 0.34, 0.30), 0.26, 0.24,
          (0.33, 0.27), 0.02),
    Legs((0.20, 0.11, 0.066, 0.056), (0.17, 0.10, 0.064, 0.056), (0.13, 0.15), 8, "cloven", 0.10),
    0.285, Tail("curl", 0.34, 0.026), height_m=0.75)
_PIGLET = replace(
    _PIG, gait=replace(_PIG.gait, half=0.34), head_size=0.33, height_m=0.3,
    trunk=Trunk((0.34, 0.37, 0.38, 0.38, 0.40), (0.30, 0.33, 0.34, 0.33, 0.30), 0.26, 0.22,
                (0.33, 0.29), 0.02),
    head=replace(PORCINE, eye=(0.44, -0.22, 0.15), ear="point", ear_size=0.7))
_COW = Beast(
    rgb(190, 128, 72), rgb(216, 168, 118),
    replace(BOVINE, mark="snout", mark_colour=rgb(228, 198, 162), nose_colour=rgb(92, 66, 58)),
    Gait(half=0.50, hip=0.72, shoulder=0.68, neck=0.36, neck_deg=12, stride=0.42, carry_deg=34,
         assault="butt", spring=0.45, sits=False),
    Trunk((0.26, 0.25, 0.25, 0.27, 0.33), (0.20, 0.23, 0.29, 0.31, 0.31), 0.21, 0.20,
          (0.28, 0.18), 0.0),
    Legs((0.20, 0.105, 0.062, 0.05), (0.16, 0.095, 0.062, 0.052), (0.21, 0.28), 8, "cloven", 0.105),
    0.180, Tail("tuft", 0.78, 0.028, -60, -24, rgb(84, 58, 42)), extra="dewlap", height_m=1.35)
_OX = replace(
    _COW, coat=rgb(160, 100, 56), under=rgb(184, 130, 84), extra="hump",
    trunk=Trunk((0.27, 0.26, 0.26, 0.30, 0.36), (0.22, 0.25, 0.31, 0.34, 0.34), 0.22, 0.22,
                (0.32, 0.21), 0.02), head=replace(_COW.head, horns="bull"), head_size=0.19,
    height_m=1.5)
_HORSE = Beast(
    rgb(150, 96, 60), rgb(150, 96, 60), replace(EQUINE, mark="blaze", mark_colour=CREAM),
    Gait(half=0.46, hip=0.72, shoulder=0.70, neck=0.52, neck_deg=50, stride=0.56, carry_deg=42,
         assault="rear", spring=0.55, sits=False),
    Trunk((0.26, 0.23, 0.20, 0.23, 0.29), (0.18, 0.15, 0.19, 0.24, 0.25), 0.21, 0.19,
          (0.225, 0.122), 0.06),
    Legs((0.20, 0.10, 0.054, 0.040), (0.16, 0.088, 0.052, 0.040), (0.24, 0.31), 6, "hoof", 0.105),
    0.150, Tail("hair", 0.86, 0.074, -58, -22, rgb(58, 42, 36)), mane="horse",
    mane_colour=rgb(58, 42, 36), height_m=1.6)
_DEER = Beast(
    rgb(192, 138, 86), CREAM, replace(CERVINE, horns="deer", pale=CREAM),
    Gait(half=0.38, hip=0.74, shoulder=0.74, neck=0.42, neck_deg=58, stride=0.50, carry_deg=24,
         assault="butt", spring=0.9, sits=False),
    Trunk((0.20, 0.19, 0.18, 0.20, 0.25), (0.15, 0.13, 0.16, 0.20, 0.22), 0.17, 0.15,
          (0.155, 0.085), 0.04),
    Legs((0.15, 0.075, 0.042, 0.030), (0.12, 0.064, 0.040, 0.030), (0.24, 0.32), 6, "cloven", 0.08),
    0.130, Tail("stub", 0.13, 0.04, 0, 0, CREAM), "spots", CREAM, height_m=1.0)
_SHEEP = Beast(
    rgb(238, 230, 214), rgb(238, 230, 214), replace(OVINE, ear_at=(-0.2, -0.4)),
    Gait(half=0.36, hip=0.64, shoulder=0.64, neck=0.28, neck_deg=34, stride=0.34, carry_deg=26,
         assault="butt", spring=0.7, sits=False),
    Trunk((0.30, 0.31, 0.31, 0.31, 0.32), (0.24, 0.26, 0.27, 0.27, 0.27), 0.24, 0.20,
          (0.25, 0.17), 0.02),
    Legs((0.14, 0.075, 0.05, 0.042), (0.12, 0.07, 0.048, 0.042), (0.19, 0.22), 6, "cloven", 0.085),
    0.185, Tail("stub", 0.14), "wool", rgb(188, 176, 156), extra="fleece", height_m=0.8)
_GOAT = replace(
    _SHEEP, coat=rgb(226, 216, 198), pattern="", extra="", head=replace(OVINE, horns="goat"),
    trunk=Trunk((0.23, 0.22, 0.22, 0.23, 0.26), (0.18, 0.20, 0.22, 0.23, 0.24), 0.19, 0.17,
                (0.19, 0.12), 0.02), head_size=0.165)
_ELEPHANT = Beast(
    rgb(146, 144, 148), rgb(146, 144, 148), ELEPHANTINE,
    Gait(half=0.40, hip=0.62, shoulder=0.66, neck=0.22, neck_deg=22, stride=0.40, carry_deg=4,
         assault="butt", spring=0.25, sits=False),
    Trunk((0.30, 0.33, 0.34, 0.33, 0.32), (0.24, 0.26, 0.28, 0.28, 0.28), 0.24, 0.20,
          (0.29, 0.25), 0.0),
    Legs((0.22, 0.145, 0.115, 0.108), (0.19, 0.135, 0.112, 0.106), (0.14, 0.16), 2, "pad", 0.20),
    0.255, Tail("tuft", 0.46, 0.026, -50, -30, BLACK), extra="trunk", height_m=2.8)

HERD: Mapping[str, Beast] = {
    "pig": _PIG, "piglet": _PIGLET, "cow": _COW, "ox": _OX, "horse": _HORSE, "deer": _DEER,
    "sheep": _SHEEP, "goat": _GOAT, "elephant": _ELEPHANT,
    "boar": replace(
        _PIG, coat=rgb(100, 80, 66), under=rgb(112, 92, 76), pattern="bristles",
        head=replace(PORCINE, ear="point", ear_size=0.8, nose_colour=rgb(120, 90, 82)),
        gait=replace(_PIG.gait, hip=0.62, shoulder=0.64, half=0.40), marks=rgb(60, 48, 44),
        trunk=Trunk((0.26, 0.30, 0.33, 0.36, 0.38), (0.24, 0.28, 0.31, 0.32, 0.30), 0.22, 0.22,
                    (0.33, 0.26), 0.02),
        extra="tusks", tail=Tail("tuft", 0.3, 0.022, -40, -30, BLACK), height_m=0.85),
    "calf": replace(
        _COW, head=replace(_COW.head, horns="", eye=(0.46, -0.32, 0.17)), extra="",
        gait=replace(_COW.gait, half=0.36, neck=0.30, neck_deg=34), head_size=0.185,
        trunk=Trunk((0.22, 0.21, 0.21, 0.22, 0.26), (0.17, 0.18, 0.21, 0.22, 0.23), 0.18, 0.16,
                    (0.20, 0.14), 0.0), height_m=0.8),
    "milk_cow": replace(_COW, coat=WHITE, under=WHITE, pattern="patches", marks=BLACK,
                        head=replace(_COW.head, mark_colour=rgb(226, 180, 166))),
    "black_cow": replace(_OX, coat=rgb(66, 58, 56), under=rgb(78, 68, 64)),
    "white_horse": replace(
        _HORSE, coat=WHITE, under=WHITE, mane_colour=rgb(206, 198, 184),
        tail=replace(_HORSE.tail, tuft=rgb(206, 198, 184)), head=replace(EQUINE, mark="")),
    "black_horse": replace(
        _HORSE, coat=rgb(62, 56, 58), under=rgb(62, 56, 58), mane_colour=rgb(36, 32, 34),
        tail=replace(_HORSE.tail, tuft=rgb(36, 32, 34)), head=replace(EQUINE, mark="")),
    "unicorn": replace(
        _HORSE, coat=WHITE, under=WHITE, mane_colour=rgb(206, 168, 186),
        tail=replace(_HORSE.tail, tuft=rgb(206, 168, 186)),
        head=replace(EQUINE, mark="", horns="unicorn")),
    "zebra": replace(
        _HORSE, coat=WHITE, under=WHITE, pattern="zebra", marks=BLACK, mane_colour=BLACK,
        head=replace(EQUINE, mark="bars", mark_colour=BLACK), height_m=1.3,
        tail=Tail("tuft", 0.55, 0.026, -60, -24, BLACK), head_size=0.145),
    "donkey": replace(
        _HORSE, coat=rgb(146, 138, 130), under=rgb(204, 196, 186), height_m=1.1,
        head=replace(EQUINE, mark="snout", mark_colour=CREAM, ear="long", ear_size=0.72),
        gait=replace(_HORSE.gait, neck=0.40, neck_deg=40), head_size=0.165,
        mane_colour=rgb(88, 80, 76), tail=Tail("tuft", 0.58, 0.026, -60, -24, BLACK)),
    "camel": replace(
        _HORSE, coat=rgb(200, 158, 104), under=rgb(200, 158, 104), head=CAMELINE, mane="",
        gait=replace(_HORSE.gait, neck=0.62, neck_deg=28, half=0.42, assault="snap", carry_deg=8),
        trunk=Trunk((0.22, 0.22, 0.22, 0.22, 0.24), (0.18, 0.20, 0.24, 0.26, 0.26), 0.19, 0.18,
                    (0.17, 0.10), -0.16),
        extra="humps", head_size=0.125, tail=Tail("tuft", 0.5, 0.024, -60, -24, rgb(110, 80, 52)),
        height_m=1.9),
    "llama": replace(
        _SHEEP, coat=rgb(226, 208, 178), under=rgb(226, 208, 178), head=CAMELINE, height_m=1.1,
        gait=replace(_SHEEP.gait, neck=0.62, neck_deg=76, carry_deg=8), head_size=0.135),
    "giraffe": replace(
        _DEER, coat=rgb(224, 182, 110), under=rgb(236, 214, 168), pattern="patches",
        marks=rgb(160, 98, 54), head=replace(CAMELINE, horns="knobs"), height_m=3.0,
        gait=replace(_DEER.gait, neck=1.02, neck_deg=66, hip=0.66, carry_deg=22, stride=0.56),
        trunk=Trunk((0.20, 0.20, 0.20, 0.23, 0.28), (0.16, 0.16, 0.18, 0.22, 0.24), 0.17, 0.16,
                    (0.20, 0.085), 0.0),
        head_size=0.125, tail=Tail("tuft", 0.5, 0.022, -60, -24, BLACK)),
    "doe": replace(_DEER, head=replace(_DEER.head, horns="")),
    "lamb": replace(_SHEEP, height_m=0.4, head_size=0.22, gait=replace(_SHEEP.gait, half=0.28)),
    "mammoth": replace(
        _ELEPHANT, coat=rgb(124, 84, 58), under=rgb(124, 84, 58), pattern="bristles",
        marks=rgb(78, 52, 38), height_m=3.0),
    "rhinoceros": replace(
        _ELEPHANT, coat=rgb(142, 138, 136), under=rgb(142, 138, 136), extra="nose_horns",
        head=replace(HIPPO, ear="leaf", ear_size=0.6, ear_at=(-0.5, -0.7), teeth=0.0), height_m=1.6,
        gait=replace(_ELEPHANT.gait, half=0.48, neck=0.26, neck_deg=-4, carry_deg=14),
        head_size=0.215),
    "hippopotamus": replace(
        _ELEPHANT, coat=rgb(140, 122, 126), under=rgb(196, 162, 156), extra="", head=HIPPO,
        gait=replace(_ELEPHANT.gait, half=0.52, hip=0.56, shoulder=0.56, neck=0.22, neck_deg=4,
                     assault="snap"),
        trunk=Trunk((0.36, 0.40, 0.42, 0.42, 0.42), (0.30, 0.34, 0.36, 0.34, 0.32), 0.28, 0.24,
                    (0.36, 0.30), 0.0),
        legs=Legs((0.22, 0.14, 0.11, 0.10), (0.19, 0.13, 0.108, 0.10), (0.1, 0.11), 2, "pad", 0.19),
        head_size=0.25, tail=Tail("stub", 0.1), height_m=1.4),
}
# fmt: on
