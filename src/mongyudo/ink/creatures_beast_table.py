"""The four-footed animals of dreams, as measures."""

from collections.abc import Mapping
from dataclasses import replace

from mongyudo.ink.creatures_beasts import Beast
from mongyudo.ink.creatures_coats import Tail
from mongyudo.ink.creatures_gait import Gait
from mongyudo.ink.creatures_head_table import (
    BOVINE,
    CANINE,
    CERVINE,
    CREAM,
    EQUINE,
    FELINE,
    PORCINE,
)
from mongyudo.ink.creatures_limbs import Legs
from mongyudo.ink.creatures_pen import DARK
from mongyudo.ink.creatures_trunk import Trunk
from mongyudo.ink.figures_pen import rgb

# fmt: off
_TIGER = Beast(
    rgb(214, 138, 62), CREAM,
    replace(FELINE, mark="tiger", mark_colour=rgb(42, 34, 34)),
    Gait(half=0.47, hip=0.68, shoulder=0.68, neck=0.30, neck_deg=24, stride=0.56, carry_deg=10,
         assault="pounce"),
    Trunk((0.23, 0.22, 0.20, 0.24, 0.29), (0.20, 0.19, 0.22, 0.27, 0.29), 0.21, 0.22,
          (0.26, 0.20), 0.03),
    Legs((0.20, 0.115, 0.070, 0.062), (0.165, 0.100, 0.074, 0.066), (0.17, 0.23), 18, "paw", 0.175),
    0.265, Tail("whip", 0.98, 0.058, -62, 118), "stripes", rgb(42, 34, 34), ringed=True,
    height_m=1.0)
_DOG = Beast(
    rgb(212, 172, 118), CREAM, replace(CANINE, pale=CREAM),
    Gait(half=0.40, hip=0.68, shoulder=0.70, neck=0.36, neck_deg=52, stride=0.52, carry_deg=14),
    Trunk((0.22, 0.21, 0.20, 0.23, 0.28), (0.17, 0.13, 0.17, 0.24, 0.27), 0.17, 0.17,
          (0.19, 0.125), 0.04),
    Legs((0.16, 0.088, 0.052, 0.044), (0.13, 0.074, 0.052, 0.046), (0.18, 0.25), 12, "paw", 0.12),
    0.175, Tail("brush", 0.62, 0.072, 80, -190, CREAM), height_m=0.55)
_PIG = Beast(
    rgb(228, 172, 158), rgb(240, 204, 190), PORCINE,
    Gait(half=0.44, hip=0.60, shoulder=0.58, neck=0.24, neck_deg=4, stride=0.30, carry_deg=12,
         assault="snap", spring=0.6, sits=True),
    Trunk((0.32, 0.37, 0.39, 0.39, 0.40), (0.28, 0.34, 0.36, 0.34, 0.30), 0.26, 0.24,
          (0.33, 0.27), 0.02),
    Legs((0.20, 0.11, 0.066, 0.056), (0.17, 0.10, 0.064, 0.056), (0.13, 0.15), 8, "cloven", 0.10),
    0.285, Tail("curl", 0.34, 0.026), height_m=0.75)
_COW = Beast(
    rgb(188, 126, 70), rgb(214, 166, 116),
    replace(BOVINE, mark="snout", mark_colour=rgb(226, 196, 160), nose_colour=rgb(92, 66, 58)),
    Gait(half=0.54, hip=0.70, shoulder=0.66, neck=0.36, neck_deg=10, stride=0.42, carry_deg=34,
         assault="butt", spring=0.45, sits=False),
    Trunk((0.27, 0.26, 0.27, 0.28, 0.34), (0.22, 0.26, 0.33, 0.35, 0.34), 0.22, 0.21,
          (0.28, 0.17), 0.0),
    Legs((0.21, 0.105, 0.062, 0.05), (0.17, 0.095, 0.062, 0.052), (0.21, 0.28), 8, "cloven", 0.105),
    0.165, Tail("tuft", 0.78, 0.028, -44, -40, rgb(84, 58, 42)), height_m=1.4)
_HORSE = Beast(
    rgb(150, 96, 60), rgb(150, 96, 60),
    replace(EQUINE, mark="blaze", mark_colour=CREAM),
    Gait(half=0.46, hip=0.72, shoulder=0.70, neck=0.52, neck_deg=50, stride=0.56, carry_deg=42,
         assault="rear", spring=0.55, sits=False),
    Trunk((0.27, 0.24, 0.21, 0.24, 0.30), (0.20, 0.17, 0.22, 0.27, 0.28), 0.22, 0.20,
          (0.235, 0.125), 0.06),
    Legs((0.20, 0.10, 0.054, 0.040), (0.16, 0.088, 0.052, 0.040), (0.24, 0.31), 6, "hoof", 0.105),
    0.150, Tail("hair", 0.80, 0.060, -40, -38, rgb(58, 42, 36)), mane="horse",
    mane_colour=rgb(58, 42, 36), height_m=1.6)
_DEER = Beast(
    rgb(192, 138, 86), CREAM, replace(CERVINE, horns="deer", pale=CREAM),
    Gait(half=0.38, hip=0.74, shoulder=0.74, neck=0.42, neck_deg=58, stride=0.50, carry_deg=24,
         assault="butt", spring=0.9, sits=False),
    Trunk((0.20, 0.19, 0.18, 0.20, 0.25), (0.15, 0.13, 0.16, 0.20, 0.22), 0.17, 0.15,
          (0.155, 0.085), 0.04),
    Legs((0.15, 0.075, 0.042, 0.030), (0.12, 0.064, 0.040, 0.030), (0.24, 0.32), 6, "cloven", 0.08),
    0.130, Tail("stub", 0.13, 0.04, 0, 0, CREAM), "spots", CREAM, height_m=1.0)

BEASTS: Mapping[str, Beast] = {
    "tiger": _TIGER, "dog": _DOG, "pig": _PIG, "cow": _COW, "horse": _HORSE, "deer": _DEER,
}
# fmt: on
