"""Flowers."""

import math

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import (
    BARK,
    BROWN,
    DARK_GREEN,
    DARK_WOOD,
    GREEN,
    INK,
    ORANGE,
    PINK,
    RED,
    STONE,
    WHITE,
    YELLOW,
    Rgb,
    Sketch,
    drawing,
)


@drawing
def petal(s: Sketch) -> None:
    """A single pink petal."""
    s.blob("50,92 22,66 14,36 30,12 48,20 54,10 76,18 86,42 74,70", PINK)
    s.curve("50,86 48,56 44,30", 1.1, RED, alpha=0.5)
    s.curve("52,84 60,56 66,34", 1.0, RED, alpha=0.4)


def _bloom(s: Sketch, x: float, y: float, reach: float, tint: Rgb, count: int = 5) -> None:
    """An open flower seen from the front."""
    for k in range(count):
        with s.placed(x, y, reach / 10, 360 * k / count):
            s.blob("0,1 -5,-5 -4,-9.4 0,-8.4 4,-9.4 5,-5", tint, line=0.6, shade=0.12)
    s.dots(f"{x},{y}", reach * 0.22, YELLOW)
    for k in range(count * 2):
        angle = math.tau * k / (count * 2)
        s.dots(f"{x + math.cos(angle) * reach * 0.36:.2f},{y + math.sin(angle) * reach * 0.36:.2f}",
               reach * 0.05, mix(tint, RED, 0.7))  # fmt: skip


def _spray(s: Sketch, tint: Rgb) -> None:
    """A blossoming bough."""
    s.band("4,92 26,72 44,60 70,40 92,10", [3.6, 3, 2.4, 1.6, 0.7], DARK_WOOD)
    s.band("44,60 42,40 30,20", [1.8, 1.3, 0.6], DARK_WOOD)
    s.band("58,50 76,56 92,52", [1.7, 1.2, 0.6], DARK_WOOD)
    for x, y, reach in (
        (32, 22, 11),
        (44, 44, 12),
        (70, 40, 13),
        (90, 14, 9),
        (88, 54, 10),
        (24, 72, 10),
    ):
        _bloom(s, x, y, reach, tint)
    for x, y in ((40, 32), (82, 26), (74, 58), (58, 48)):
        s.oval(f"{x},{y} 2.6,2.6", tint, line=0.7)


@drawing
def plum_blossom(s: Sketch) -> None:
    """A bough of plum blossom (매화)."""
    _spray(s, (248, 238, 238))


@drawing
def peach_blossom(s: Sketch) -> None:
    """A bough of peach blossom (복사꽃)."""
    _spray(s, (238, 156, 172))


@drawing
def azalea(s: Sketch) -> None:
    """A bough of azalea (진달래)."""
    _spray(s, (206, 108, 158))


@drawing
def forsythia(s: Sketch) -> None:
    """An arching twig of forsythia (개나리)."""
    s.band("6,96 20,60 44,32 92,12", [2.6, 2.2, 1.6, 0.7], BARK)
    s.band("20,60 44,56 78,62", [1.6, 1.2, 0.6], BARK)
    for x, y in (
        (16, 72),
        (24, 52),
        (34, 40),
        (46, 30),
        (60, 24),
        (76, 18),
        (90, 12),
        (34, 58),
        (50, 57),
        (66, 60),
        (78, 62),
    ):
        _bloom(s, x, y, 8, (236, 196, 62), 4)


@drawing
def magnolia(s: Sketch) -> None:
    """A magnolia flower on its twig (목련)."""
    s.band("50,97 52,80 48,64", [2.6, 2.4, 2.0], DARK_WOOD)
    s.blob("50,66 22,56 10,28 30,34 44,52", (246, 238, 234))
    s.blob("50,66 78,56 90,28 70,34 56,52", (246, 238, 234))
    s.blob("50,68 32,48 34,16 46,8 50,30", WHITE)
    s.blob("50,68 68,48 66,16 54,8 50,30", WHITE)
    s.blob("50,68 42,44 50,18 58,44", (248, 232, 236))
    s.curve("44,62 42,50 44,40", 1.0, PINK)
    s.curve("56,62 58,50 56,40", 1.0, PINK)


@drawing
def lotus(s: Sketch) -> None:
    """A lotus flower over its leaf."""
    s.oval("50,88 46,9", DARK_GREEN)
    s.curve("50,88 20,84 8,86", 0.9)
    s.curve("50,88 80,84 92,86", 0.9)
    for text in (
        "50,82 22,72 4,44 30,48",
        "50,82 78,72 96,44 70,48",
        "50,82 28,62 22,28 44,46",
        "50,82 72,62 78,28 56,46",
    ):
        s.blob(text, (238, 170, 184))
    s.blob("50,84 34,58 38,28 50,12 62,28 66,58", (246, 202, 210))
    s.curve("50,78 49,52 50,26", 1.0, (206, 96, 124), alpha=0.7)
    s.curve("42,74 40,56 43,40", 0.9, (206, 96, 124), alpha=0.6)
    s.curve("58,74 60,56 57,40", 0.9, (206, 96, 124), alpha=0.6)


@drawing
def orchid(s: Sketch) -> None:
    """An orchid in brush strokes (난초)."""
    for text in (
        "50,96 34,60 8,34",
        "50,96 46,50 30,8",
        "51,96 58,52 86,18",
        "52,96 70,66 96,58",
        "49,96 40,74 14,66",
    ):
        s.stroke(text, 3.6, DARK_GREEN)
    s.curve("50,94 54,60 60,32", 1.2, GREEN)
    for x, y in ((60, 30), (57, 48), (66, 40)):
        for turn in (-70, -25, 20, 65, 150):
            with s.placed(x, y, 0.8, turn):
                s.blob("0,0 -3,-7 0,-13 3,-7", (196, 150, 176), line=0.6)
        s.dots(f"{x},{y}", 1.5, RED)


@drawing
def lily(s: Sketch) -> None:
    s.band("48,54 52,76 48,97", [1.6, 1.6, 1.6], GREEN)
    s.stroke("50,80 70,66 86,68", 5, GREEN)
    s.stroke("50,88 30,76 14,80", 5, GREEN)
    for text in (
        "50,52 20,42 6,18 32,24",
        "50,52 80,42 94,18 68,24",
        "50,54 34,30 38,4 52,24",
        "50,54 66,30 64,6 50,24",
        "50,56 42,40 50,20 58,40",
    ):
        s.blob(text, WHITE)
    s.stroke("50,46 44,26", 1.4, GREEN)
    s.stroke("50,46 57,27", 1.4, GREEN)
    s.dots("44,25 57,26", 2, ORANGE)


@drawing
def camellia(s: Sketch) -> None:
    """A red camellia with its leaves (동백)."""
    s.blob("20,66 4,44 20,46 36,60", DARK_GREEN)
    s.blob("80,66 96,44 80,46 64,60", DARK_GREEN)
    s.blob("46,78 44,97 56,97 58,78", DARK_GREEN)
    for k in range(6):
        with s.placed(50, 48, turn_deg=60 * k):
            s.blob("0,2 -17,-12 -14,-32 0,-36 14,-32 17,-12", (190, 46, 56))
    s.dots("50,48", 9, YELLOW)
    s.dots("46,45 54,45 50,52 45,51 55,51", 1.5, ORANGE)


@drawing
def carnation(s: Sketch) -> None:
    s.band("50,52 48,74 52,97", [1.6, 1.5, 1.5], GREEN)
    s.stroke("50,78 34,66", 3, GREEN)
    s.stroke("50,72 66,60", 3, GREEN)
    for ring, reach in enumerate((34, 24, 14)):
        for k in range(11 - 3 * ring):
            with s.placed(50, 34, turn_deg=360 * k / (11 - 3 * ring) + 14 * ring):
                rim = f"-7,{-reach * 0.8} -4,{-reach} 0,{-reach * 0.88} 4,{-reach} 7,{-reach * 0.8}"
                s.poly(f"0,0 {rim}", mix((200, 52, 66), WHITE, 0.12 * ring), line=0.6)
    s.blob("44,58 56,58 54,66 46,66", GREEN)


@drawing
def dandelion(s: Sketch) -> None:
    """A dandelion clock losing its seeds (민들레 홀씨)."""
    s.curve("44,40 46,70 42,97", 2, GREEN)
    s.stroke("43,96 62,80 80,86", 4, GREEN)
    s.stroke("42,96 26,82 8,88", 4, GREEN)
    s.dots("44,36", 4.4, BROWN)
    for k in range(22):
        angle = math.tau * k / 22
        x, y = 44 + math.cos(angle) * 25, 36 + math.sin(angle) * 25
        s.line(f"44,36 {x:.2f},{y:.2f}", 0.7, STONE)
        s.dots(f"{x:.2f},{y:.2f}", 3.2, WHITE, alpha=0.9)
    for x, y in ((78, 24), (88, 10), (92, 36)):
        s.line(f"{x - 5},{y + 7} {x},{y}", 0.8, BROWN)
        s.dots(f"{x},{y}", 2.8, WHITE)


@drawing
def flower(s: Sketch) -> None:
    """A wild flower with its stem and leaves."""
    s.band("50,44 53,70 48,97", [1.7, 1.6, 1.6], GREEN)
    s.blob("51,80 66,66 84,68 70,80", GREEN)
    s.blob("50,88 34,76 16,80 30,90", DARK_GREEN)
    _bloom(s, 50, 34, 32, (226, 128, 148), 6)


@drawing
def cotton(s: Sketch) -> None:
    """An open cotton boll."""
    s.band("50,70 52,84 48,97", [2, 2, 2], BROWN)
    for text in ("50,72 30,70 20,84 40,80", "50,72 70,70 80,84 60,80", "50,72 44,86 56,86"):
        s.blob(text, BROWN)
    s.blob("50,72 26,70 12,52 20,32 38,28 50,14 64,26 82,32 88,52 74,70", WHITE)
    s.curve("50,66 48,44 38,30", 1.1, alpha=0.4)
    s.curve("50,66 54,44 66,32", 1.1, alpha=0.4)


@drawing
def carnivorous_plant(s: Sketch) -> None:
    """A flytrap with open jaws."""
    s.band("50,60 48,80 52,97", [2.6, 2.6, 3], GREEN)
    s.blob("52,96 74,84 92,88 76,97", DARK_GREEN)
    s.blob("50,96 28,84 10,88 26,97", DARK_GREEN)
    s.blob("50,64 18,58 6,30 24,36 46,52", GREEN)
    s.blob("50,64 82,58 94,30 76,36 54,52", GREEN)
    s.blob("50,60 24,52 14,36 28,42 46,52", (196, 74, 86), line=0.6)
    s.blob("50,60 76,52 86,36 72,42 54,52", (196, 74, 86), line=0.6)
    for k in range(6):
        s.line(f"{9 + k * 6.4},{33 + k * 3} {13 + k * 6.4},{22 + k * 3.4}", 1.3, GREEN)
        s.line(f"{91 - k * 6.4},{33 + k * 3} {87 - k * 6.4},{22 + k * 3.4}", 1.3, GREEN)


@drawing
def white_bouquet(s: Sketch) -> None:
    """A white funeral bouquet."""
    s.poly("36,54 64,54 56,97 44,97", (236, 228, 208))
    for x, y in ((50, 22), (34, 30), (66, 30), (40, 46), (60, 46), (50, 38), (28, 44), (72, 44)):
        s.oval(f"{x},{y} 10,9", WHITE, line=0.8)
        s.dots(f"{x},{y}", 2, YELLOW)
    s.stroke("26,54 14,44 8,32", 4, DARK_GREEN)
    s.stroke("74,54 86,44 92,32", 4, DARK_GREEN)
    s.line("42,70 58,70", 3, INK)
