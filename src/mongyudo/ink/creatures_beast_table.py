"""The clawed four-footed animals of dreams, as measures: cats, dogs, bears, apes, small ones."""

from collections.abc import Mapping
from dataclasses import replace

from mongyudo.ink.creatures_beasts import Beast
from mongyudo.ink.creatures_coats import Tail
from mongyudo.ink.creatures_gait import Gait
from mongyudo.ink.creatures_head_table import (
    CANINE,
    CREAM,
    DOG,
    FELINE,
    LAPINE,
    RODENT,
    SAURIAN,
    SIMIAN,
    URSINE,
)
from mongyudo.ink.creatures_limbs import Legs
from mongyudo.ink.creatures_pen import DARK
from mongyudo.ink.creatures_trunk import Trunk
from mongyudo.ink.figures_pen import rgb

BLACK = rgb(52, 46, 46)
WHITE = rgb(240, 234, 222)
GREY = rgb(142, 140, 140)
STRIPE = rgb(42, 34, 34)

# fmt: off
_TIGER = Beast(
    rgb(214, 138, 62), CREAM, replace(FELINE, mark="tiger", mark_colour=STRIPE),
    Gait(half=0.47, hip=0.68, shoulder=0.68, neck=0.30, neck_deg=24, stride=0.56, carry_deg=10,
         assault="pounce"),
    Trunk((0.23, 0.22, 0.20, 0.24, 0.29), (0.20, 0.19, 0.22, 0.27, 0.29), 0.21, 0.22,
          (0.26, 0.20), 0.03),
    Legs((0.20, 0.115, 0.070, 0.062), (0.165, 0.100, 0.074, 0.066), (0.17, 0.23), 18, "paw", 0.175),
    0.265, Tail("whip", 0.98, 0.058, -62, 118), "stripes", STRIPE, ringed=True, height_m=1.0)
_LEOPARD = replace(
    _TIGER, coat=rgb(216, 170, 96), head=replace(FELINE, mark="spots", mark_colour=STRIPE,
                                                  iris=rgb(206, 206, 120)),
    pattern="rosettes", head_size=0.235, height_m=0.75,
    trunk=Trunk((0.22, 0.21, 0.19, 0.22, 0.27), (0.17, 0.16, 0.19, 0.24, 0.26), 0.19, 0.20,
                (0.22, 0.175), 0.03))
_CAT = replace(
    _TIGER, coat=rgb(206, 160, 104), pattern="stripes", marks=rgb(150, 104, 62), height_m=0.28,
    head=replace(FELINE, mark="tabby", mark_colour=rgb(150, 104, 62), ear="point", ear_size=0.78,
                 iris=rgb(190, 204, 120), nose=(0, 0, 0.12, 0.08)),
    gait=Gait(half=0.38, hip=0.66, shoulder=0.66, neck=0.30, neck_deg=44, stride=0.50, carry_deg=6,
              assault="pounce", spring=1.2),
    trunk=Trunk((0.22, 0.21, 0.20, 0.22, 0.25), (0.18, 0.16, 0.19, 0.22, 0.24), 0.18, 0.17,
                (0.20, 0.15), 0.02),
    legs=Legs((0.17, 0.092, 0.056, 0.05), (0.13, 0.08, 0.056, 0.05), (0.16, 0.22), 16, "paw", 0.12),
    head_size=0.25, tail=Tail("whip", 0.92, 0.046, 40, 80))
_DOG = Beast(
    rgb(216, 176, 120), CREAM, replace(DOG, pale=CREAM),
    Gait(half=0.40, hip=0.68, shoulder=0.70, neck=0.34, neck_deg=52, stride=0.52, carry_deg=12),
    Trunk((0.22, 0.21, 0.20, 0.23, 0.28), (0.17, 0.13, 0.17, 0.24, 0.27), 0.17, 0.17,
          (0.20, 0.145), 0.04),
    Legs((0.16, 0.088, 0.052, 0.046), (0.13, 0.076, 0.054, 0.048), (0.18, 0.25), 12, "paw", 0.125),
    0.190, Tail("brush", 0.60, 0.070, 70, 215, CREAM), height_m=0.55)
_PUPPY = replace(
    _DOG, gait=Gait(half=0.30, hip=0.60, shoulder=0.60, neck=0.20, neck_deg=50, stride=0.40,
                    carry_deg=8),
    trunk=Trunk((0.27, 0.28, 0.28, 0.29, 0.31), (0.22, 0.21, 0.24, 0.27, 0.28), 0.20, 0.18,
                (0.24, 0.20), 0.02),
    legs=Legs((0.18, 0.10, 0.068, 0.06), (0.14, 0.09, 0.068, 0.06), (0.14, 0.18), 10, "paw", 0.14),
    head=replace(DOG, pale=CREAM, ear="flop", ear_size=0.8, eye=(0.56, -0.20, 0.17)),
    head_size=0.285, tail=Tail("whip", 0.36, 0.05, 60, 60), height_m=0.24)
_WOLF = replace(
    _DOG, coat=rgb(126, 124, 126), under=rgb(206, 202, 194),
    head=replace(CANINE, pale=rgb(206, 202, 194), iris=rgb(222, 190, 92)), head_size=0.185,
    gait=Gait(half=0.43, hip=0.69, shoulder=0.71, neck=0.36, neck_deg=30, stride=0.56,
              carry_deg=12),
    trunk=Trunk((0.21, 0.20, 0.19, 0.23, 0.29), (0.17, 0.13, 0.18, 0.26, 0.30), 0.17, 0.18,
                (0.235, 0.165), 0.03),
    tail=Tail("brush", 0.66, 0.080, -50, 20, rgb(90, 88, 92)), pattern="saddle",
    marks=rgb(92, 90, 94), mane="scruff", mane_colour=rgb(112, 110, 112), height_m=0.85)
_FOX = replace(
    _DOG, coat=rgb(206, 116, 56), under=CREAM, height_m=0.42, head_size=0.20,
    head=replace(CANINE, pale=CREAM, ear_size=1.05, mark="", iris=rgb(214, 170, 80)),
    gait=Gait(half=0.42, hip=0.62, shoulder=0.64, neck=0.32, neck_deg=42, stride=0.5, carry_deg=16),
    trunk=Trunk((0.19, 0.18, 0.17, 0.19, 0.24), (0.15, 0.12, 0.15, 0.20, 0.23), 0.15, 0.15,
                (0.18, 0.13), 0.03),
    legs=Legs((0.14, 0.074, 0.044, 0.038), (0.11, 0.064, 0.044, 0.04), (0.17, 0.23), 12, "paw",
              0.105),
    tail=Tail("brush", 0.92, 0.105, -36, 40, CREAM), socks=rgb(66, 50, 46))
_BEAR = Beast(
    rgb(98, 72, 56), rgb(116, 88, 68), replace(URSINE, pale=rgb(176, 140, 104)),
    Gait(half=0.44, hip=0.64, shoulder=0.64, neck=0.30, neck_deg=12, stride=0.46, carry_deg=14,
         assault="rear", spring=0.7),
    Trunk((0.31, 0.32, 0.32, 0.34, 0.38), (0.26, 0.29, 0.32, 0.32, 0.32), 0.26, 0.24,
          (0.32, 0.24), 0.03),
    Legs((0.24, 0.145, 0.10, 0.092), (0.20, 0.13, 0.10, 0.092), (0.13, 0.15), 8, "flat", 0.22),
    0.25, Tail("stub", 0.12, 0.04), height_m=1.2)
_RABBIT = Beast(
    WHITE, rgb(248, 244, 236), LAPINE,
    Gait(half=0.26, hip=0.50, shoulder=0.52, neck=0.18, neck_deg=46, stride=0.34, carry_deg=10,
         assault="rear", spring=1.5),
    Trunk((0.34, 0.34, 0.30, 0.27, 0.27), (0.34, 0.30, 0.27, 0.24, 0.24), 0.27, 0.18,
          (0.22, 0.18), 0.02),
    Legs((0.26, 0.12, 0.066, 0.056), (0.14, 0.085, 0.06, 0.052), (0.12, 0.16), 60, "flat", 0.17),
    0.255, Tail("stub", 0.22, 0.04), height_m=0.3)
_MOUSE = Beast(
    GREY, rgb(214, 190, 180), RODENT,
    Gait(half=0.36, hip=0.48, shoulder=0.44, neck=0.20, neck_deg=2, stride=0.34, carry_deg=10,
         spring=1.2),
    Trunk((0.44, 0.48, 0.46, 0.40, 0.34), (0.34, 0.34, 0.32, 0.28, 0.24), 0.34, 0.20,
          (0.32, 0.24), 0.0),
    Legs((0.22, 0.10, 0.052, 0.042), (0.12, 0.07, 0.046, 0.04), (0.09, 0.12), 50, "flat", 0.13),
    0.29, Tail("whip", 1.3, 0.036, -30, 60, rgb(206, 150, 142)), height_m=0.07)
_MONKEY = Beast(
    rgb(146, 106, 70), rgb(196, 158, 116), replace(SIMIAN, iris=0),
    Gait(half=0.32, hip=0.66, shoulder=0.70, neck=0.20, neck_deg=52, stride=0.5, carry_deg=4,
         assault="rear", spring=1.2),
    Trunk((0.20, 0.19, 0.19, 0.21, 0.23), (0.17, 0.17, 0.19, 0.22, 0.24), 0.17, 0.16,
          (0.18, 0.14), 0.0),
    Legs((0.14, 0.085, 0.058, 0.05), (0.12, 0.078, 0.058, 0.052), (0.13, 0.16), 8, "flat", 0.14),
    0.235, Tail("whip", 1.05, 0.04, 30, 170), height_m=0.6)
_LIZARD = Beast(
    rgb(112, 134, 86), rgb(206, 204, 156), SAURIAN,
    Gait(half=0.86, hip=0.46, shoulder=0.46, neck=0.40, neck_deg=12, stride=0.5, carry_deg=2,
         spring=0.5, sits=False),
    Trunk((0.26, 0.32, 0.34, 0.33, 0.28), (0.22, 0.26, 0.28, 0.26, 0.24), 0.30, 0.24,
          (0.28, 0.22), 0.0),
    Legs((0.17, 0.10, 0.075, 0.065), (0.15, 0.095, 0.07, 0.06), (0.16, 0.18), 6, "claw", 0.20),
    0.30, Tail("thick", 2.3, 0.31, -10, -12), "spots", rgb(72, 92, 62), height_m=0.12)

CLAWED: Mapping[str, Beast] = {
    "tiger": _TIGER, "leopard": _LEOPARD, "cat": _CAT, "dog": _DOG, "puppy": _PUPPY,
    "wolf": _WOLF, "fox": _FOX, "bear": _BEAR, "rabbit": _RABBIT, "mouse": _MOUSE,
    "monkey": _MONKEY, "lizard": _LIZARD,
    "lion": replace(
        _TIGER, coat=rgb(208, 162, 96), head=replace(FELINE, iris=rgb(206, 164, 76)), pattern="",
        ringed=False, tail=Tail("tuft", 0.95, 0.044, -52, 90, rgb(122, 78, 46)), mane="lion",
        mane_colour=rgb(146, 92, 50), height_m=1.15),
    "haetae": replace(
        _TIGER, coat=rgb(104, 142, 134), under=rgb(214, 204, 166), pattern="scales",
        head=replace(FELINE, iris=rgb(240, 220, 120), pale=rgb(220, 208, 168), whiskers=False,
                     nose=(0, 0, 0.22, 0.14)),
        marks=rgb(58, 88, 86), mane="curls", mane_colour=rgb(196, 120, 66), ringed=False,
        tail=Tail("brush", 0.72, 0.12, 62, 100, rgb(196, 120, 66)), extra="brow_horn",
        head_size=0.29, height_m=1.3),
    "black_cat": replace(
        _CAT, coat=BLACK, under=BLACK, pattern="", ringed=False,
        head=replace(_CAT.head, mark="", pale=0, ear_colour=BLACK, iris=rgb(226, 206, 96))),
    "nine_tailed_fox": replace(
        _FOX, coat=rgb(236, 214, 186), under=WHITE, socks=rgb(196, 140, 96),
        tail=Tail("nine", 1.25, 0.105, 20, 30, WHITE), height_m=0.8,
        head=replace(_FOX.head, iris=rgb(206, 70, 52), pale=WHITE)),
    "weasel": replace(
        _FOX, coat=rgb(182, 128, 72), height_m=0.2, socks=0, head_size=0.27,
        head=replace(DOG, ear="small", pale=CREAM, ear_at=(-0.3, -0.66), eye=(0.6, -0.22, 0.14)),
        gait=Gait(half=0.66, hip=0.52, shoulder=0.54, neck=0.46, neck_deg=40, stride=0.5,
                  carry_deg=10, spring=1.4, bow=0.10),
        trunk=Trunk((0.26, 0.24, 0.22, 0.23, 0.24), (0.20, 0.16, 0.17, 0.19, 0.21), 0.22, 0.18,
                    (0.22, 0.19), 0.04),
        tail=Tail("brush", 0.85, 0.08, -20, 20)),
    "otter": replace(
        _FOX, coat=rgb(116, 86, 66), under=rgb(206, 182, 150), socks=0, head_size=0.31,
        height_m=0.3,
        head=replace(DOG, ear="small", pale=rgb(214, 192, 162), ear_at=(-0.34, -0.6),
                     eye=(0.62, -0.26, 0.13)),
        gait=Gait(half=0.60, hip=0.50, shoulder=0.50, neck=0.40, neck_deg=30, stride=0.42,
                  carry_deg=8, spring=1.2, bow=0.10),
        trunk=Trunk((0.34, 0.32, 0.30, 0.29, 0.29), (0.26, 0.24, 0.23, 0.24, 0.25), 0.30, 0.20,
                    (0.28, 0.24), 0.02),
        legs=Legs((0.2, 0.11, 0.075, 0.065), (0.15, 0.1, 0.07, 0.06), (0.1, 0.12), 20, "flat",
                  0.17),
        tail=Tail("thick", 1.5, 0.27, -30, -16)),
    "raccoon": replace(
        _BEAR, coat=rgb(136, 122, 108), under=rgb(164, 150, 132), height_m=0.35, head_size=0.29,
        head=replace(DOG, mark="mask", mark_colour=BLACK, pale=CREAM, ear="small",
                     ear_at=(-0.28, -0.72), ear_size=1.3),
        tail=Tail("brush", 0.7, 0.1, -30, 30), ringed=True, marks=BLACK,
        legs=replace(_BEAR.legs, foot=0.15, thigh=(0.2, 0.11, 0.07, 0.06),
                     arm=(0.16, 0.1, 0.07, 0.06))),
    "skunk": replace(
        _FOX, coat=BLACK, under=BLACK, pattern="saddle", marks=WHITE, socks=0, height_m=0.3,
        head=replace(DOG, mark="blaze", mark_colour=WHITE, ear="small", ear_at=(-0.28, -0.72)),
        tail=Tail("brush", 1.0, 0.15, 64, 50, WHITE)),
    "polar_bear": replace(_BEAR, coat=WHITE, under=WHITE,
                          head=replace(URSINE, pale=rgb(228, 220, 206)),
                          head_size=0.23),
    "panda": replace(
        _BEAR, coat=WHITE, under=WHITE, pattern="bands", marks=BLACK, socks=BLACK, height_m=0.9,
        head=replace(SIMIAN, mark="panda", mark_colour=BLACK, pale=0, ear_colour=BLACK,
                     ear_size=0.95, eye=(0.34, -0.08, 0.10))),
    "koala": replace(
        _BEAR, coat=rgb(150, 148, 150), under=rgb(206, 202, 196), height_m=0.4, head_size=0.32,
        head=replace(SIMIAN, mark="", pale=0, ear_size=1.4, nose=(0, 0, 0.20, 0.2),
                     nose_colour=BLACK)),
    "sloth": replace(
        _MONKEY, coat=rgb(150, 130, 102), under=rgb(176, 156, 128), height_m=0.45,
        head=replace(SIMIAN, ear="", mark="panda", mark_colour=rgb(104, 84, 66), pale=0),
        tail=Tail("none"), pattern="bristles", marks=rgb(110, 92, 72)),
    "gorilla": replace(
        _MONKEY, coat=rgb(70, 66, 70), under=rgb(96, 92, 94), head_size=0.27, height_m=1.4,
        head=replace(SIMIAN, pale=rgb(104, 94, 92), ear_size=0.6),
        gait=Gait(half=0.36, hip=0.52, shoulder=0.70, neck=0.16, neck_deg=36, stride=0.46,
                  carry_deg=6, assault="rear"),
        trunk=Trunk((0.24, 0.26, 0.28, 0.32, 0.36), (0.24, 0.26, 0.29, 0.31, 0.32), 0.22, 0.24,
                    (0.32, 0.24), 0.02),
        legs=Legs((0.2, 0.13, 0.09, 0.08), (0.2, 0.13, 0.10, 0.09), (0.14, 0.12), 6, "flat", 0.18),
        tail=Tail("none")),
    "rat": replace(_MOUSE, coat=rgb(112, 104, 100), height_m=0.12),
    "hamster": replace(_MOUSE, coat=rgb(222, 178, 118), under=CREAM, tail=Tail("stub", 0.1),
                       head=replace(LAPINE, ear="round", ear_at=(-0.3, -0.62), pale=CREAM,
                                    mark="cheek",
                                    mark_colour=CREAM, whiskers=True), height_m=0.08),
    "squirrel": replace(
        _MOUSE, coat=rgb(164, 110, 70), under=CREAM, height_m=0.18, pattern="saddle",
        head=replace(RODENT, ear="tuft", ear_at=(-0.24, -0.62), ear_size=0.7, pale=CREAM),
        marks=rgb(112, 74, 50), tail=Tail("brush", 1.25, 0.19, 72, 120)),
    "hedgehog": replace(
        _MOUSE, coat=rgb(196, 168, 132), under=rgb(214, 190, 156), extra="quills", height_m=0.13,
        head=replace(RODENT, ear="small", nose_colour=DARK), tail=Tail("none")),
    "crocodile": replace(
        _LIZARD, coat=rgb(92, 106, 76), under=rgb(204, 196, 150), pattern="scales",
        marks=rgb(66, 78, 58), extra="plates", height_m=0.45, head_size=0.27,
        head=replace(SAURIAN, teeth=0.30, mark="croc")),
    "dinosaur": Beast(
        rgb(106, 122, 84), rgb(208, 196, 146),
        replace(SAURIAN, top=((-0.90, -0.10), (-0.66, -0.66), (-0.05, -0.90), (0.52, -0.86),
                              (0.84, -0.62),
                              (1.40, -0.56), (1.84, -0.40), (1.98, -0.08), (1.92, 0.14)),
                mouth=((1.86, 0.24), (1.40, 0.30), (0.90, 0.26), (0.30, 0.34)),
                chin=((1.74, 0.54), (1.20, 0.68), (0.60, 0.78), (-0.05, 0.76), (-0.1, 0.36)),
                eye=(0.52, -0.50, 0.12), nose=(1.78, -0.26, 0.06, 0.05), teeth=0.32),
        Gait(half=0.34, hip=0.80, shoulder=0.86, neck=0.30, neck_deg=46, stride=0.62, carry_deg=6,
             biped_deg=16, sits=False),
        Trunk((0.23, 0.24, 0.24, 0.22, 0.20), (0.24, 0.26, 0.26, 0.23, 0.20), 0.22, 0.16,
              (0.20, 0.165), 0.06),
        Legs((0.24, 0.14, 0.085, 0.075), (0.07, 0.048, 0.036, 0.032), (0.08, 0.26), 10, "claw",
             0.20,
             0.34),
        0.235, Tail("thick", 1.45, 0.25, -4, 10), "bars", rgb(74, 90, 62), height_m=3.5),
    "kangaroo": Beast(
        rgb(184, 140, 98), CREAM,
        replace(LAPINE, ear="tuft", ear_size=1.0, ear_at=(-0.3, -0.62), nose_colour=DARK,
                whiskers=False,
                top=((-0.92, 0.0), (-0.70, -0.62), (-0.10, -0.88), (0.56, -0.62), (1.20, -0.28),
                     (1.50, 0.0), (1.46, 0.24)), nose=(1.42, 0.02, 0.13, 0.10),
                mouth=((1.40, 0.34), (1.16, 0.42), (0.90, 0.38))),
        Gait(half=0.30, hip=0.56, shoulder=0.9, neck=0.18, neck_deg=62, stride=0.5, carry_deg=8,
             biped_deg=56, hops=True),
        Trunk((0.22, 0.20, 0.17, 0.15, 0.14), (0.24, 0.23, 0.20, 0.17, 0.15), 0.22, 0.13,
              (0.15, 0.115), 0.02),
        Legs((0.25, 0.12, 0.062, 0.055), (0.07, 0.05, 0.038, 0.034), (0.10, 0.30), 66, "flat",
             0.20, 0.40),
        0.155, Tail("thick", 1.15, 0.13, -38, -34), height_m=1.4),
    "animal": replace(_WOLF, coat=rgb(142, 112, 84), under=rgb(198, 174, 142),
                      marks=rgb(104, 80, 62),
                      mane_colour=rgb(122, 94, 70), height_m=0.8),
}
# fmt: on
