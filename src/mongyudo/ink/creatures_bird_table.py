"""The birds of dreams, and the bat."""

from collections.abc import Mapping
from dataclasses import replace

from mongyudo.ink.creatures_bills import Face
from mongyudo.ink.creatures_birds import Bird
from mongyudo.ink.creatures_wings import Plumage, Wing
from mongyudo.ink.figures_pen import rgb

WHITE = rgb(244, 240, 230)
BLACK = rgb(50, 46, 52)
GOLD = rgb(214, 164, 76)
RED = rgb(196, 62, 48)

# fmt: off
_SPARROW = Bird(
    rgb(170, 130, 92), rgb(228, 210, 184), Wing(rgb(138, 100, 68), rgb(84, 62, 48), 0.95, 0.5,
                                                "pointed"),
    Plumage("fan", 0.36, rgb(96, 72, 54)), Face(0.20, "cone", (0.8, 0.34), BLACK,
                                                cheek=rgb(232, 220, 200),
                                                cap=rgb(134, 84, 56)),
    body=(0.42, 0.29), tilt_deg=30, neck=(0.05, 62, 0.17), leg=(0.17, 0.014), height_m=0.13)
_CROW = Bird(
    BLACK, BLACK, Wing(rgb(60, 58, 68), rgb(36, 34, 40), 1.25, 0.50),
    Plumage("fan", 0.42, rgb(40, 38, 44)), Face(0.155, "cone", (1.5, 0.44), rgb(66, 62, 66)),
    body=(0.43, 0.235), tilt_deg=32, neck=(0.10, 52, 0.14), leg=(0.24, 0.02),
    leg_colour=rgb(56, 52, 54), height_m=0.45)
_EAGLE = Bird(
    rgb(118, 86, 60), rgb(134, 100, 72), Wing(rgb(100, 72, 52), rgb(58, 44, 38), 1.5, 0.62),
    Plumage("fan", 0.42, rgb(96, 72, 56)),
    Face(0.15, "hook", (0.95, 0.46), rgb(224, 176, 72), colour=rgb(232, 222, 200),
         iris=rgb(236, 196, 84)),
    body=(0.42, 0.26), tilt_deg=46, neck=(0.12, 60, 0.155), leg=(0.20, 0.034),
    leg_colour=rgb(214, 168, 72), foot="talon", back=rgb(206, 186, 154), height_m=0.85)
_CRANE = Bird(
    WHITE, WHITE, Wing(WHITE, BLACK, 1.15, 0.40), Plumage("fan", 0.20, BLACK),
    Face(0.055, "spear", (3.4, 0.44), rgb(150, 142, 100), cap=RED),
    body=(0.235, 0.115), tilt_deg=14, neck=(0.34, 68, 0.038), leg=(0.44, 0.011),
    leg_colour=BLACK, back=rgb(64, 60, 64), height_m=1.4)
_HEN = Bird(
    rgb(208, 146, 90), rgb(228, 184, 132), Wing(rgb(184, 118, 68), rgb(128, 80, 52), 0.7, 0.46),
    Plumage("cock", 0.34, rgb(146, 92, 58), rgb(96, 66, 50)),
    Face(0.125, "cone", (0.8, 0.36), GOLD, crest="comb", iris=rgb(224, 160, 76)),
    body=(0.36, 0.27), tilt_deg=14, neck=(0.20, 66, 0.12), leg=(0.20, 0.02), height_m=0.4)
_DUCK = Bird(
    rgb(156, 138, 112), rgb(210, 196, 170), Wing(rgb(128, 110, 90), rgb(80, 68, 60), 0.95, 0.42,
                                                 "pointed"),
    Plumage("stub", 0.20, rgb(90, 80, 72)),
    Face(0.15, "spoon", (1.35, 0.34), rgb(224, 170, 72), colour=rgb(62, 110, 86)),
    body=(0.46, 0.27), tilt_deg=8, neck=(0.22, 70, 0.095), leg=(0.13, 0.02),
    leg_colour=rgb(216, 142, 62), foot="web", height_m=0.4)
_SWAN = replace(
    _DUCK, coat=WHITE, belly=WHITE, wing=Wing(WHITE, rgb(224, 218, 206), 1.1, 0.42), height_m=0.9,
    tail=Plumage("stub", 0.14, WHITE), body=(0.38, 0.20), neck=(0.46, 74, 0.055), leg=(0.10, 0.018),
    face=Face(0.085, "spoon", (1.6, 0.36), rgb(226, 146, 66)), leg_colour=BLACK)
_OWL = Bird(
    rgb(146, 116, 86), rgb(214, 192, 158), Wing(rgb(120, 92, 68), rgb(78, 60, 48), 1.2, 0.58),
    Plumage("fan", 0.22, rgb(110, 84, 62)),
    Face(0.27, "owl", (0.5, 0.4), rgb(90, 76, 60), crest="horns", cheek=rgb(216, 196, 164),
         iris=rgb(236, 186, 72)),
    body=(0.36, 0.29), tilt_deg=64, neck=(0.02, 82, 0.25), leg=(0.10, 0.03), foot="talon",
    height_m=0.45)

BIRDS: Mapping[str, Bird] = {
    "bird": replace(
        _SPARROW, coat=rgb(112, 142, 162), belly=rgb(228, 214, 186), wing=Wing(
            rgb(80, 110, 136), rgb(54, 76, 98), 1.0, 0.48, "pointed"),
        tail=Plumage("fan", 0.40, rgb(60, 84, 108)), face=Face(0.19, "cone", (0.9, 0.30), GOLD)),
    "sparrow": _SPARROW,
    "crow": _CROW,
    "magpie": replace(
        _CROW, belly=WHITE, tail=Plumage("long", 0.78, rgb(48, 76, 104)), saddle=WHITE,
        wing=Wing(rgb(58, 66, 86), rgb(44, 74, 108), 1.05, 0.46), height_m=0.42),
    "swallow": replace(
        _SPARROW, coat=rgb(56, 64, 90), belly=WHITE, wing=Wing(rgb(50, 58, 82), rgb(38, 42, 60),
                                                               1.35,
                                                             0.36, "pointed"),
        tail=Plumage("fork", 0.62, rgb(40, 46, 66)), body=(0.42, 0.2), tilt_deg=24,
        face=Face(0.16, "cone", (0.6, 0.26), BLACK, cheek=rgb(196, 96, 62))),
    "dove": replace(
        _SPARROW, coat=WHITE, belly=WHITE, wing=Wing(rgb(238, 234, 226), rgb(212, 208, 202), 1.2,
                                                     0.52),
        tail=Plumage("fan", 0.42, WHITE), face=Face(0.155, "cone", (0.9, 0.28), rgb(206, 146, 130)),
        body=(0.42, 0.25), neck=(0.12, 62, 0.13), leg_colour=RED, height_m=0.3),
    "seagull": replace(
        _SPARROW, coat=WHITE, belly=WHITE, wing=Wing(rgb(180, 186, 194), BLACK, 1.5, 0.40,
                                                     "pointed"),
        tail=Plumage("fan", 0.3, WHITE), face=Face(0.155, "hook", (1.1, 0.30), rgb(226, 180, 74)),
        body=(0.44, 0.22), tilt_deg=14, neck=(0.12, 60, 0.12), foot="web", height_m=0.4),
    "parrot": replace(
        _SPARROW, coat=rgb(194, 66, 54), belly=rgb(208, 98, 62), wing=Wing(
            rgb(70, 116, 146), rgb(218, 182, 84), 1.1, 0.5),
        tail=Plumage("long", 0.78, rgb(180, 62, 54)), tilt_deg=52, height_m=0.45,
        face=Face(0.21, "hook", (0.7, 0.62), rgb(70, 62, 60), cheek=WHITE,
                  iris=rgb(236, 214, 130))),
    "pheasant": replace(
        _HEN, coat=rgb(156, 90, 56), belly=rgb(120, 74, 54), back=rgb(52, 96, 84), height_m=0.5,
        tail=Plumage("long", 1.15, rgb(176, 134, 84), rgb(96, 66, 48)), leg=(0.24, 0.02),
        face=Face(0.115, "cone", (0.8, 0.34), GOLD, colour=rgb(52, 96, 84), cheek=RED)),
    "eagle": _EAGLE,
    "crane": _CRANE,
    "flamingo": replace(
        _CRANE, coat=rgb(232, 160, 152), belly=rgb(232, 160, 152), back=0,
        leg_colour=rgb(218, 130, 124),
        wing=Wing(rgb(228, 146, 140), BLACK, 1.1, 0.36),
        tail=Plumage("stub", 0.1, rgb(226, 146, 140)),
        face=Face(0.06, "bent", (1.7, 0.34), rgb(70, 60, 60)), neck=(0.36, 72, 0.034),
        height_m=1.2),
    "ostrich": replace(
        _CRANE, coat=rgb(66, 60, 58), belly=rgb(66, 60, 58),
        wing=Wing(rgb(58, 52, 52), WHITE, 0.5, 0.34),
        tail=Plumage("fan", 0.16, WHITE), back=rgb(206, 172, 148), body=(0.24, 0.155), height_m=2.1,
        face=Face(0.055, "spoon", (1.2, 0.4), rgb(196, 160, 130), colour=rgb(206, 172, 148)),
        neck=(0.34, 76, 0.04), leg=(0.42, 0.024), leg_colour=rgb(200, 164, 140)),
    "chicken": _HEN,
    "rooster": replace(
        _HEN, coat=rgb(188, 90, 54), belly=rgb(70, 66, 64),
        wing=Wing(rgb(146, 66, 46), rgb(50, 62, 66), 0.8, 0.46),
        tail=Plumage("cock", 0.66, rgb(46, 76, 74), rgb(40, 46, 60)), back=rgb(216, 150, 74),
        tilt_deg=24,
        neck=(0.24, 72, 0.115), leg=(0.24, 0.022), height_m=0.5),
    "chick": replace(
        _HEN, coat=rgb(240, 212, 120), belly=rgb(244, 224, 148),
        wing=Wing(rgb(228, 194, 98), rgb(214, 178, 84), 0.5, 0.36),
        tail=Plumage("stub", 0.12, rgb(228, 194, 98)), body=(0.34, 0.29), neck=(0.05, 62, 0.20),
        face=Face(0.25, "cone", (0.55, 0.28), rgb(226, 150, 70)), leg=(0.16, 0.018), height_m=0.1),
    "turkey": replace(
        _HEN, coat=rgb(96, 74, 62), belly=rgb(110, 84, 68),
        tail=Plumage("train", 0.55, rgb(120, 84, 60), rgb(206, 180, 130)),
        face=Face(0.105, "cone", (0.9, 0.34), GOLD, colour=rgb(196, 116, 110), crest="comb"),
        height_m=0.8),
    "duck": _DUCK,
    "goose": replace(
        _DUCK, coat=WHITE, belly=WHITE, wing=Wing(rgb(230, 226, 216), rgb(186, 180, 170), 1.0,
                                                  0.42),
        tail=Plumage("stub", 0.16, WHITE), body=(0.40, 0.23), neck=(0.36, 76, 0.075), height_m=0.65,
        face=Face(0.11, "spoon", (1.3, 0.40), rgb(226, 150, 66))),
    "swan": _SWAN,
    "owl": _OWL,
    "phoenix": Bird(
        rgb(208, 92, 56), rgb(232, 164, 84), Wing(rgb(196, 70, 52), rgb(228, 166, 76), 1.25, 0.50),
        Plumage("streamers", 1.7, rgb(206, 84, 54), rgb(86, 132, 118)),
        Face(0.11, "hook", (1.1, 0.34), rgb(232, 186, 84), crest="plume", cap=rgb(86, 132, 118),
             iris=rgb(246, 226, 150)),
        body=(0.32, 0.18), tilt_deg=30, neck=(0.28, 62, 0.075), leg=(0.26, 0.018),
        leg_colour=rgb(216, 164, 76), foot="talon", height_m=1.5),
    "peacock": Bird(
        rgb(52, 98, 148), rgb(58, 116, 130), Wing(rgb(150, 130, 100), rgb(104, 84, 66), 0.9, 0.42),
        Plumage("train", 1.25, rgb(74, 130, 100), rgb(58, 104, 150)),
        Face(0.085, "cone", (1.0, 0.32), rgb(110, 104, 96), crest="crown", cap=rgb(60, 110, 150)),
        body=(0.32, 0.19), tilt_deg=26, neck=(0.30, 74, 0.06), leg=(0.26, 0.016), height_m=1.0),
    "penguin": Bird(
        rgb(62, 64, 76), WHITE, Wing(rgb(54, 56, 66), rgb(44, 46, 56), 0.5, 0.26, "pointed"),
        Plumage("stub", 0.10, rgb(50, 52, 62)),
        Face(0.155, "cone", (1.0, 0.26), rgb(216, 150, 74), cheek=rgb(236, 186, 90)),
        body=(0.38, 0.235), tilt_deg=78, neck=(0.02, 80, 0.19), leg=(0.08, 0.04), foot="web",
        leg_colour=rgb(206, 140, 74), height_m=0.7),
    "bat": Bird(
        rgb(84, 72, 74), rgb(110, 94, 90), Wing(rgb(92, 76, 78), rgb(60, 50, 54), 1.25, 0.66,
                                                "bat"),
        Plumage("stub", 0.08, rgb(84, 72, 74)),
        Face(0.20, "cone", (0.34, 0.3), rgb(110, 86, 82), crest="ears", iris=0),
        body=(0.30, 0.20), tilt_deg=40, neck=(0.0, 50, 0.18), leg=(0.10, 0.018), height_m=0.15),
}
# fmt: on
