"""The wardrobe as a table. Colours are muted mineral pigments, as of old paintings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mongyudo.ink.figures_pen import Colour, rgb

Bottom = Literal["trousers", "baggy", "shorts", "skirt", "none"]


_SLATE = rgb(70, 72, 86)
_LINEN = rgb(240, 234, 222)
_COTTON = rgb(240, 236, 228)


@dataclass(frozen=True, slots=True)
class Outfit:
    """`hem`: how far a skirt or robe reaches down the leg (1 = ankle); `flare`: its half width
    there; `high`: it begins under the arms, as a chima does. `coat`: the same length for an open
    coat over trousers. `sleeve`: how far a sleeve reaches (1 = wrist); `cuff`: its half width at
    the end; `droop`: how deep it hangs. `collar` names the cut of the front.
    """

    top: Colour
    bottom: Bottom = "trousers"
    lower: Colour = _SLATE
    hem: float = 0.0
    flare: float = 0.0
    high: bool = False
    coat: float = 0.0
    sleeve: float = 0.97
    cuff: float = 0.026
    droop: float = 0.0
    collar: str = ""
    trim: Colour = _LINEN
    inner: Colour = _COTTON
    ribbon: Colour = 0
    belt: Colour = 0
    shoes: Colour = 0
    pattern: str = ""
    puff: float = 1.0


CREAM = rgb(240, 231, 212)
WHITE = rgb(244, 240, 230)
HEMP = rgb(222, 206, 170)
BLACK = rgb(44, 41, 45)
CHARCOAL = rgb(70, 68, 74)
GREY = rgb(150, 148, 144)
NAVY = rgb(50, 62, 92)
INDIGO = rgb(62, 88, 128)
SKY = rgb(164, 190, 206)
RED = rgb(186, 62, 54)
WINE = rgb(126, 46, 54)
PINK = rgb(220, 156, 160)
ROSE = rgb(202, 104, 116)
JADE = rgb(120, 162, 142)
GREEN = rgb(92, 122, 86)
OLIVE = rgb(112, 114, 76)
OCHRE = rgb(202, 154, 78)
YELLOW = rgb(224, 190, 106)
BROWN = rgb(120, 86, 62)
PURPLE = rgb(122, 96, 142)
SHOE = rgb(58, 48, 46)

# fmt: off
OUTFITS: Mapping[str, Outfit] = {
    # the dreamer at night
    "nightgown": Outfit(CREAM, "skirt", CREAM, 0.60, 0.112, sleeve=0.40, cuff=0.038,
                        collar="round", trim=rgb(206, 186, 166)),
    "pyjamas": Outfit(SKY, "trousers", SKY, collar="pyjamas", cuff=0.032, pattern="stripes",
                      trim=rgb(104, 136, 164)),
    # today
    "dress": Outfit(ROSE, "skirt", ROSE, 0.5, 0.085, sleeve=0.34, cuff=0.034, collar="round",
                    belt=WINE, shoes=WINE, trim=WINE),
    "blouse": Outfit(WHITE, "skirt", INDIGO, 0.46, 0.062, collar="shirt", belt=NAVY,
                     shoes=SHOE, trim=GREY),
    "shirt": Outfit(SKY, "trousers", CHARCOAL, collar="shirt", belt=BROWN, shoes=SHOE, trim=NAVY),
    "sweater": Outfit(OCHRE, "trousers", BROWN, collar="round", shoes=SHOE,
                      trim=rgb(164, 116, 56)),
    "cardigan": Outfit(JADE, "skirt", rgb(122, 112, 104), 0.62, 0.07, collar="open",
                       inner=CREAM, shoes=SHOE, trim=GREEN),
    "child": Outfit(YELLOW, "shorts", INDIGO, sleeve=0.4, cuff=0.032, collar="round",
                    shoes=RED, trim=OCHRE),
    "girl": Outfit(PINK, "skirt", PINK, 0.5, 0.09, sleeve=0.34, cuff=0.034, collar="round",
                   shoes=RED, trim=RED, belt=RED),
    "romper": Outfit(rgb(214, 226, 216), "trousers", rgb(214, 226, 216), collar="round",
                     trim=JADE, cuff=0.03),
    "suit": Outfit(CHARCOAL, "trousers", CHARCOAL, collar="suit", ribbon=WINE, shoes=BLACK,
                   trim=rgb(52, 50, 56)),
    "skirt_suit": Outfit(NAVY, "skirt", NAVY, 0.44, 0.052, collar="suit", shoes=BLACK,
                         trim=rgb(36, 44, 68)),
    "tuxedo": Outfit(BLACK, "trousers", BLACK, collar="suit", ribbon=BLACK, shoes=BLACK,
                     trim=rgb(70, 68, 72), pattern="bow"),
    "school": Outfit(NAVY, "trousers", rgb(96, 98, 108), collar="suit", ribbon=RED, shoes=BLACK,
                     trim=rgb(36, 44, 68)),
    "school_girl": Outfit(NAVY, "skirt", rgb(96, 98, 108), 0.44, 0.075, collar="suit",
                          ribbon=RED, shoes=BLACK, trim=rgb(36, 44, 68), pattern="bow"),
    "star": Outfit(rgb(190, 170, 206), "trousers", BLACK, collar="suit", ribbon=0, shoes=BLACK,
                   trim=OCHRE, inner=BLACK, belt=OCHRE),
    "gown": Outfit(WINE, "skirt", WINE, 0.98, 0.12, sleeve=0.0, collar="round", trim=OCHRE,
                   shoes=BLACK),
    "sport": Outfit(RED, "shorts", BLACK, sleeve=0.36, cuff=0.032, collar="round", shoes=WHITE,
                    trim=WHITE),
    "hospital": Outfit(rgb(200, 214, 210), "trousers", rgb(200, 214, 210), collar="pyjamas",
                       cuff=0.032, trim=rgb(130, 160, 158), pattern="stripes"),
    "swimsuit": Outfit(INDIGO, "none", INDIGO, sleeve=0.0, collar="round", trim=WHITE),
    # work
    "doctor": Outfit(WHITE, "trousers", rgb(104, 112, 120), coat=0.42, flare=0.055,
                     collar="open", inner=rgb(150, 184, 190), shoes=SHOE, trim=GREY,
                     pattern="stethoscope"),
    "nurse": Outfit(rgb(214, 226, 228), "skirt", rgb(214, 226, 228), 0.46, 0.06, sleeve=0.45,
                    cuff=0.032, collar="shirt", shoes=WHITE, trim=rgb(130, 160, 170)),
    "police": Outfit(INDIGO, "trousers", NAVY, collar="shirt", belt=BLACK, shoes=BLACK,
                     trim=YELLOW, pattern="badge"),
    "soldier": Outfit(OLIVE, "trousers", OLIVE, collar="shirt", belt=rgb(70, 66, 46),
                      shoes=BLACK, trim=rgb(78, 78, 50), pattern="camouflage", puff=1.1),
    "fire": Outfit(rgb(176, 118, 54), "trousers", rgb(120, 92, 58), coat=0.2, flare=0.05,
                   collar="shirt", shoes=BLACK, trim=YELLOW, belt=YELLOW, puff=1.15),
    "worker": Outfit(rgb(108, 132, 150), "trousers", rgb(82, 100, 116), collar="shirt",
                     belt=BROWN, shoes=BROWN, trim=OCHRE),
    "apron": Outfit(rgb(214, 200, 178), "trousers", BROWN, collar="round", shoes=SHOE,
                    trim=BROWN, pattern="apron"),
    "chef": Outfit(WHITE, "trousers", CHARCOAL, collar="pyjamas", shoes=BLACK, trim=GREY),
    "judge": Outfit(BLACK, "skirt", BLACK, 0.9, 0.09, high=True, cuff=0.05, droop=0.02,
                    collar="robe", trim=WINE, shoes=BLACK),
    "black": Outfit(BLACK, "trousers", rgb(52, 50, 54), collar="round", shoes=BLACK,
                    trim=CHARCOAL),
    "trench": Outfit(rgb(178, 150, 108), "trousers", CHARCOAL, coat=0.62, flare=0.06,
                     collar="suit", inner=WHITE, ribbon=CHARCOAL, belt=BROWN, shoes=SHOE,
                     trim=rgb(146, 118, 80)),
    "prison": Outfit(rgb(178, 150, 118), "trousers", rgb(178, 150, 118), collar="round",
                     trim=BROWN, shoes=WHITE, pattern="number"),
    "rags": Outfit(rgb(138, 120, 98), "trousers", rgb(112, 98, 84), collar="open",
                   inner=rgb(160, 144, 120), trim=BROWN, pattern="patches"),
    "fur": Outfit(rgb(140, 104, 70), "skirt", rgb(140, 104, 70), 0.3, 0.06, sleeve=0.0,
                  collar="round", trim=rgb(100, 70, 46), pattern="patches"),
    "space": Outfit(rgb(226, 226, 222), "trousers", rgb(226, 226, 222), collar="round",
                    trim=RED, shoes=GREY, puff=1.35, cuff=0.036, belt=GREY, pattern="badge"),
    "hero": Outfit(INDIGO, "trousers", INDIGO, collar="round", trim=RED, belt=YELLOW, shoes=RED,
                   pattern="cape"),
    "sailor": Outfit(WHITE, "trousers", WHITE, collar="open", inner=NAVY, trim=NAVY, shoes=BLACK),
    # of old
    "hanbok": Outfit(rgb(238, 222, 196), "skirt", rgb(190, 78, 74), 0.99, 0.15, high=True,
                     cuff=0.034, droop=0.035, collar="jeogori", ribbon=WINE, trim=WHITE,
                     shoes=WHITE),
    "hanbok_blue": Outfit(rgb(226, 208, 176), "skirt", rgb(74, 98, 134), 0.99, 0.15, high=True,
                          cuff=0.034, droop=0.035, collar="jeogori", ribbon=NAVY, trim=WHITE,
                          shoes=WHITE),
    "hanbok_jade": Outfit(rgb(240, 226, 204), "skirt", rgb(126, 156, 136), 0.99, 0.14, high=True,
                          cuff=0.034, droop=0.035, collar="jeogori", ribbon=PURPLE, trim=WHITE,
                          shoes=WHITE),
    "hanbok_child": Outfit(rgb(232, 200, 110), "skirt", RED, 0.96, 0.13, high=True, cuff=0.036,
                           droop=0.03, collar="jeogori", ribbon=RED, trim=WHITE, shoes=WHITE,
                           pattern="rainbow"),
    "hanbok_man": Outfit(rgb(232, 222, 200), "baggy", rgb(216, 204, 182), cuff=0.04, droop=0.03,
                         collar="jeogori", ribbon=rgb(120, 124, 134), trim=WHITE, shoes=WHITE,
                         coat=0.08, flare=0.05),
    "durumagi": Outfit(rgb(206, 206, 200), "skirt", rgb(206, 206, 200), 0.84, 0.09, high=True,
                       cuff=0.042, droop=0.045, collar="robe", ribbon=rgb(96, 104, 120),
                       trim=WHITE, shoes=WHITE),
    "dopo": Outfit(rgb(176, 194, 196), "skirt", rgb(176, 194, 196), 0.88, 0.1, high=True,
                   cuff=0.05, droop=0.06, collar="robe", ribbon=RED, trim=WHITE, shoes=BLACK),
    "reaper": Outfit(rgb(40, 38, 43), "skirt", rgb(40, 38, 43), 0.94, 0.1, high=True, cuff=0.052,
                     droop=0.07, collar="robe", ribbon=rgb(30, 28, 32), trim=rgb(214, 208, 198),
                     shoes=BLACK),
    "sobok": Outfit(rgb(240, 238, 232), "skirt", rgb(236, 234, 228), 1.04, 0.11, high=True,
                    cuff=0.05, droop=0.05, collar="jeogori", ribbon=rgb(240, 238, 232),
                    trim=rgb(250, 248, 244)),
    "mourning": Outfit(HEMP, "skirt", HEMP, 0.86, 0.09, high=True, cuff=0.044, droop=0.05,
                       collar="robe", ribbon=rgb(190, 172, 134), belt=rgb(176, 154, 112),
                       trim=rgb(236, 224, 196), shoes=HEMP),
    "king": Outfit(rgb(176, 44, 42), "skirt", rgb(176, 44, 42), 0.9, 0.11, high=True, cuff=0.05,
                   droop=0.05, collar="round", trim=OCHRE, belt=rgb(60, 70, 66), shoes=BLACK,
                   pattern="roundel"),
    "queen": Outfit(rgb(64, 110, 92), "skirt", rgb(176, 50, 58), 1.0, 0.16, high=True, cuff=0.05,
                    droop=0.06, collar="jeogori", ribbon=WINE, trim=OCHRE, shoes=RED,
                    pattern="roundel"),
    "official": Outfit(rgb(74, 96, 124), "skirt", rgb(74, 96, 124), 0.9, 0.1, high=True,
                       cuff=0.05, droop=0.05, collar="round", trim=WHITE, belt=rgb(96, 62, 46),
                       shoes=BLACK, pattern="square"),
    "general": Outfit(rgb(126, 60, 52), "skirt", rgb(96, 58, 50), 0.62, 0.09, high=True,
                      cuff=0.034, collar="round", trim=OCHRE, belt=BLACK, shoes=BLACK,
                      pattern="scales", puff=1.15),
    "monk": Outfit(rgb(158, 156, 150), "skirt", rgb(158, 156, 150), 0.9, 0.09, high=True,
                   cuff=0.046, droop=0.05, collar="robe", ribbon=rgb(132, 130, 124),
                   trim=rgb(190, 188, 180), shoes=rgb(206, 200, 190), pattern="kasaya"),
    "priest": Outfit(BLACK, "skirt", BLACK, 0.94, 0.08, high=True, collar="clerical",
                     trim=WHITE, shoes=BLACK),
    "nun": Outfit(BLACK, "skirt", BLACK, 0.96, 0.1, high=True, cuff=0.036, collar="clerical",
                  trim=WHITE, shoes=BLACK),
    "robe": Outfit(rgb(246, 242, 230), "skirt", rgb(246, 242, 230), 0.96, 0.11, high=True,
                   cuff=0.052, droop=0.06, collar="robe", ribbon=OCHRE, trim=rgb(224, 204, 150),
                   shoes=WHITE),
    "shaman": Outfit(rgb(60, 92, 150), "skirt", rgb(196, 56, 56), 0.94, 0.12, high=True,
                     cuff=0.046, droop=0.05, collar="robe", ribbon=RED, trim=YELLOW,
                     belt=YELLOW, shoes=WHITE, pattern="rainbow"),
    "buddha": Outfit(rgb(206, 150, 66), "skirt", rgb(206, 150, 66), 0.9, 0.09, high=True,
                     sleeve=0.5, cuff=0.04, collar="robe", ribbon=0, trim=rgb(160, 104, 46),
                     pattern="kasaya"),
    "bride": Outfit(rgb(248, 244, 236), "skirt", rgb(248, 244, 236), 1.02, 0.19, sleeve=0.36,
                    cuff=0.036, collar="round", trim=rgb(222, 206, 190), shoes=WHITE),
    "bride_hanbok": Outfit(rgb(70, 122, 92), "skirt", rgb(196, 52, 56), 1.0, 0.17, high=True,
                           cuff=0.052, droop=0.06, collar="jeogori", ribbon=RED, trim=WHITE,
                           shoes=RED, pattern="rainbow"),
    "devil": Outfit(rgb(120, 32, 36), "trousers", rgb(60, 26, 30), collar="round", coat=0.7,
                    flare=0.07, trim=BLACK, shoes=BLACK),
    "bones": Outfit(rgb(226, 220, 204), "none", rgb(226, 220, 204), sleeve=0.0, pattern="ribs"),
    "shroud": Outfit(rgb(228, 216, 186), "trousers", rgb(228, 216, 186), collar="round",
                     trim=HEMP, pattern="bandage", shoes=rgb(228, 216, 186)),
    "shadow": Outfit(rgb(32, 31, 35), "trousers", rgb(30, 29, 33), coat=0.5, flare=0.07,
                     trim=rgb(32, 31, 35), shoes=rgb(28, 27, 31), cuff=0.034),
    "stone": Outfit(rgb(160, 160, 156), "skirt", rgb(154, 154, 150), 0.86, 0.08, coat=0.0,
                    collar="round", trim=rgb(150, 150, 146), shoes=rgb(140, 140, 136)),
    "wetsuit": Outfit(rgb(54, 56, 62), "trousers", rgb(54, 56, 62), collar="round",
                      trim=rgb(180, 110, 60), belt=rgb(196, 190, 170), shoes=rgb(54, 56, 62)),
    "mermaid": Outfit(rgb(232, 186, 170), "skirt", rgb(92, 150, 146), 0.98, 0.012, sleeve=0.0,
                      collar="round", trim=rgb(206, 140, 130), shoes=rgb(92, 150, 146)),
    "wizard": Outfit(rgb(70, 62, 108), "skirt", rgb(70, 62, 108), 0.94, 0.1, high=True,
                     cuff=0.055, droop=0.07, collar="round", trim=OCHRE, belt=OCHRE, shoes=BROWN),
    "knight": Outfit(rgb(168, 172, 176), "trousers", rgb(150, 154, 160), collar="round",
                     trim=rgb(110, 114, 120), belt=BROWN, shoes=rgb(120, 124, 130),
                     pattern="scales", puff=1.15),
    "pirate": Outfit(WINE, "baggy", BROWN, coat=0.3, flare=0.05, collar="open", inner=CREAM,
                     belt=OCHRE, shoes=BLACK, trim=OCHRE),
    "naked": Outfit(rgb(238, 205, 172), "skirt", SKY, 0.22, 0.045, high=True, sleeve=0.0),
}
# fmt: on
