"""The colours of minhwa and of gold on dyed paper, mood by mood.

Minhwa is painted in the five directions' colours (obangsaek: blue, red, yellow, white, black) and
malachite, flat on bright grounds. Sutras of Goryeo are written in gold and silver on mulberry
paper dyed with indigo (gamji), acorn (sangji, brown), gromwell (jaji, purple) or a blue-green
(chwiji); each mood has its dye.
"""

from dataclasses import dataclass

from mongyudo.ink.canvas import Rgb
from mongyudo.ink.scene import Mood

# fmt: off
PIGMENTS: tuple[Rgb, ...] = (
    (34, 30, 32), (92, 84, 80), (158, 148, 136), (246, 238, 220),  # ink, ash, oyster shell
    (198, 44, 36), (232, 104, 66), (148, 40, 42), (242, 178, 168),  # vermilion, red lead, madder
    (28, 74, 148), (66, 128, 190), (158, 196, 218), (24, 48, 92),  # azurite, deep to pale, indigo
    (36, 128, 96), (98, 166, 118), (172, 206, 158), (30, 80, 62),  # malachite, deep to pale
    (222, 138, 54), (236, 178, 46), (248, 214, 116),  # realgar, orpiment
    (196, 136, 52), (122, 78, 48),  # ochre, umber
    (242, 206, 172), (214, 164, 126), (112, 72, 132), (184, 148, 190),  # flesh, purples
)
# fmt: on
"""What a minhwa painter has on the dish, each flat colour of a picture is one of them."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a mood asks of minhwa: the flat colours of sky, earth, far and near hills, clouds."""

    sky: Rgb
    low: Rgb
    earth: Rgb
    far: Rgb
    near: Rgb
    cloud: Rgb
    light: Rgb
    light_pos: tuple[float, float]
    accents: tuple[Rgb, Rgb, Rgb]
    wash: float
    vignette: float
    tempo: float


# fmt: off
GROUNDS: dict[Mood, Ground] = {
    "joy": Ground(
        (250, 226, 150), (252, 242, 212), (176, 206, 128), (98, 178, 170), (40, 128, 104),
        (255, 250, 236), (226, 58, 40), (0.72, 0.22),
        ((226, 64, 92), (52, 142, 92), (246, 184, 48)), 0.03, 0.04, 1.15),
    "sadness": Ground(
        (150, 182, 200), (206, 220, 222), (142, 168, 170), (112, 152, 178), (46, 86, 122),
        (232, 238, 238), (240, 244, 240), (0.34, 0.24),
        ((60, 108, 168), (96, 146, 142), (190, 176, 168)), 0.26, 0.16, 0.70),
    "anger": Ground(
        (206, 62, 40), (240, 148, 70), (150, 62, 42), (140, 40, 40), (72, 22, 28),
        (248, 190, 92), (255, 214, 70), (0.30, 0.34),
        ((255, 196, 48), (214, 40, 30), (60, 26, 30)), 0.16, 0.22, 1.35),
    "fear": Ground(
        (62, 82, 114), (116, 136, 152), (74, 88, 94), (48, 72, 96), (18, 26, 42),
        (122, 142, 156), (244, 240, 216), (0.66, 0.26),
        ((238, 152, 42), (70, 112, 146), (150, 118, 88)), 0.20, 0.24, 1.20),
    "surprise": Ground(
        (146, 98, 168), (250, 206, 188), (188, 150, 178), (126, 108, 180), (66, 50, 116),
        (255, 236, 204), (252, 214, 62), (0.50, 0.30),
        ((250, 200, 40), (40, 150, 168), (224, 72, 110)), 0.12, 0.10, 1.10),
    "disgust": Ground(
        (158, 160, 74), (206, 200, 124), (128, 122, 62), (124, 132, 66), (64, 66, 36),
        (214, 208, 142), (226, 226, 140), (0.50, 0.62),
        ((148, 84, 140), (132, 146, 44), (120, 84, 52)), 0.30, 0.26, 0.80),
    "calm": Ground(
        (186, 220, 206), (232, 242, 226), (198, 210, 160), (114, 174, 158), (42, 110, 100),
        (252, 248, 236), (238, 104, 72), (0.66, 0.22),
        ((226, 108, 122), (84, 148, 118), (226, 180, 88)), 0.08, 0.06, 0.85),
}
# fmt: on


@dataclass(frozen=True, slots=True)
class Dye:
    """What a mood asks of gold on dyed paper: the dye, its depth, and the metals.

    `metal` draws warm things and lines, `second` cold ones; `leaf` 0..1 is how much metal lies
    on what is bright.
    """

    paper: Rgb
    deep: Rgb
    lift: Rgb
    metal: Rgb
    second: Rgb
    light: Rgb
    light_pos: tuple[float, float]
    accent: Rgb
    leaf: float
    vignette: float
    tempo: float


# fmt: off
DYES: dict[Mood, Dye] = {
    "joy": Dye(
        (34, 76, 162), (14, 34, 92), (76, 124, 206), (255, 214, 106), (236, 240, 246),
        (255, 228, 140), (0.72, 0.22), (255, 130, 120), 0.62, 0.20, 1.15),
    "sadness": Dye(
        (38, 60, 84), (16, 28, 44), (72, 102, 126), (176, 190, 200), (206, 216, 224),
        (206, 220, 230), (0.34, 0.26), (130, 170, 204), 0.26, 0.34, 0.70),
    "anger": Dye(
        (92, 26, 28), (40, 8, 12), (146, 52, 36), (255, 178, 66), (240, 120, 62),
        (255, 150, 60), (0.30, 0.40), (255, 84, 44), 0.50, 0.38, 1.35),
    "fear": Dye(
        (14, 18, 34), (4, 6, 14), (30, 38, 62), (204, 196, 170), (190, 202, 216),
        (232, 236, 232), (0.66, 0.28), (236, 160, 52), 0.22, 0.56, 1.20),
    "surprise": Dye(
        (74, 36, 104), (32, 14, 54), (124, 74, 152), (255, 222, 112), (240, 226, 250),
        (255, 236, 150), (0.50, 0.32), (90, 226, 226), 0.56, 0.26, 1.10),
    "disgust": Dye(
        (46, 56, 30), (18, 24, 12), (86, 96, 50), (190, 178, 78), (142, 176, 132),
        (212, 212, 122), (0.50, 0.62), (176, 112, 168), 0.34, 0.40, 0.80),
    "calm": Dye(
        (22, 36, 74), (9, 15, 38), (46, 68, 116), (226, 184, 96), (204, 214, 226),
        (240, 214, 150), (0.66, 0.24), (226, 132, 120), 0.42, 0.28, 0.85),
}
# fmt: on
