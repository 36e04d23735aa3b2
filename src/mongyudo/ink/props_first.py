"""Things that dreams ask for first: porcelain, cameras that watch, exams, doors, beds, teeth."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import (
    BLACK,
    BLUE,
    COBALT,
    DARK_STEEL,
    DARK_WOOD,
    GOLD,
    INK,
    PAPER,
    PORCELAIN,
    RED,
    STEEL,
    WHITE,
    WOOD,
    Sketch,
    drawing,
)


@drawing
def porcelain(s: Sketch) -> None:
    """A moon jar of white porcelain with plum branches in cobalt blue."""
    s.blob(
        "36,12 64,12 66,18 84,34 91,54 84,76 66,92 62,96 38,96 34,92 16,76 9,54 16,34 34,18",
        PORCELAIN,
    )
    s.oval("50,12 15,3.4", mix(PORCELAIN, INK, 0.28), shade=0)
    s.curve("36,18 50,20.5 64,18", 0.9, mix(PORCELAIN, INK, 0.5))
    s.stroke("18,74 30,66 38,54 50,49 60,40 74,36", 3.0, COBALT)
    s.stroke("38,54 36,44 42,34", 2.0, COBALT)
    s.stroke("50,49 60,54 70,53", 1.8, COBALT)
    s.stroke("30,66 38,70 46,69", 1.6, COBALT)
    for x, y in ((42, 33), (74, 35), (60, 40), (71, 54), (47, 69), (33, 59), (52, 47)):
        for dx, dy in ((0, -3), (2.8, -0.8), (1.8, 2.6), (-1.8, 2.6), (-2.8, -0.8)):
            s.dots(f"{x + dx},{y + dy}", 1.9, COBALT)
        s.dots(f"{x},{y}", 1.1, PORCELAIN)
    s.curve("26,34 20,46 20,58", 3.0, WHITE, alpha=0.8)


@drawing
def cctv(s: Sketch) -> None:
    """A surveillance camera on its bracket, looking down to the left."""
    s.rect("84,14 92,62", STEEL, bend=2)
    s.band("86,38 72,44 62,38", [4, 3.4, 3.4], DARK_STEEL)
    s.poly("20,44 70,16 80,34 30,62", WHITE)
    s.poly("16,40 70,10 80,16 26,47", STEEL)
    s.poly("16,42 22,38.5 33,58 27,62", BLACK)
    s.oval("22,51 6.4,8.4", BLACK)
    s.oval("21,52 3.6,5.0", BLUE, shade=0)
    s.dots("20,50", 1.4, WHITE)
    s.dots("68,31", 2.2, RED)


@drawing
def exam_paper(s: Sketch) -> None:
    """A test sheet: a name field, numbered questions, empty answers."""
    s.poly("14,6 86,4 88,95 12,96", WHITE)
    s.line("20,15 80,14", 2.6)
    s.line("20,18.5 80,17.5", 0.8)
    s.rect("58,21 82,27", WHITE, line=0.6, shade=0)
    s.line("50,21 50,92", 0.7, alpha=0.6)
    for column in (20, 54):
        for row in range(4):
            y = 33 + row * 15.5
            s.dots(f"{column + 0.8},{y}", 1.5)
            s.line(f"{column + 4},{y} {column + 26},{y}", 1.1, alpha=0.7)
            s.line(f"{column + 4},{y + 3.4} {column + 20},{y + 3.4}", 1.1, alpha=0.7)
            for k in range(5):
                s.oval(f"{column + 5 + k * 5},{y + 8} 1.5,1.5", WHITE, line=0.5, shade=0)


@drawing
def door(s: Sketch) -> None:
    """A wooden door in its frame; as the phase grows it opens inwards on light."""
    s.rect("22,4 78,97", DARK_WOOD)
    s.rect("27,9 73,97", mix(GOLD, WHITE, 0.55) if s.phase else BLACK, line=0.5, shade=0)
    edge = 73 - 38 * s.phase
    rise = 7 * s.phase
    s.poly(f"27,9 {edge},{9 + rise} {edge},{97 - rise * 0.5} 27,97", WOOD)
    _panels(s, edge, rise)
    s.dots(f"{27 + (edge - 27) * 0.88},{55 - rise * 0.2}", 2.2, GOLD)


def _panels(s: Sketch, edge: float, rise: float) -> None:
    def at(u: float, v: float) -> str:
        x = 27 + (edge - 27) * u
        top, bottom = 9 + rise * u, 97 - rise * 0.5 * u
        return f"{x:.2f},{top + (bottom - top) * v:.2f}"

    for top, bottom in ((0.08, 0.44), (0.56, 0.92)):
        for left, right in ((0.12, 0.45), (0.55, 0.80)):
            corners = " ".join((at(left, top), at(right, top), at(right, bottom), at(left, bottom)))
            s.poly(corners, mix(WOOD, DARK_WOOD, 0.35), line=0.6, shade=0.1)


@drawing
def tooth(s: Sketch) -> None:
    """A molar with its two roots."""
    s.blob(
        "20,16 34,8 50,15 66,8 80,16 86,34 78,54 74,76 68,95 60,88 56,66 50,58 44,66 40,88 32,95 "
        "26,76 22,54 14,34", WHITE,
    )  # fmt: skip
    s.curve("34,22 50,28 66,22", 1.3, mix(WHITE, INK, 0.45))
    s.curve("26,20 22,32 26,46", 3.0, (255, 255, 252), alpha=0.9)
    s.curve("50,58 50,50", 1.2, mix(WHITE, INK, 0.4))
    s.blob("31,78 36,78 35,93 32,94", mix(WHITE, GOLD, 0.3), line=0, shade=0)


@drawing
def bed(s: Sketch) -> None:
    """A bed from the side: headboard on the left, pillow, a blanket."""
    s.rect("2,46 9,92", DARK_WOOD, bend=1.5)
    s.rect("91,62 97,92", DARK_WOOD, bend=1.5)
    s.rect("6,74 94,84", WOOD)
    s.rect("8,66 93,76", PAPER, bend=2)
    s.blob("10,66 11,57 22,54 33,57 34,66 22,68", WHITE)
    s.blob("30,66 38,58 62,57 84,59 93,64 94,79 70,82 46,80 30,80", BLUE)
    s.curve("31,69 50,66 72,68 92,66", 2.6, WHITE)
    s.curve("54,70 56,75 54,80", 0.9, mix(BLUE, INK, 0.5))
    s.curve("76,69 78,75 77,81", 0.9, mix(BLUE, INK, 0.5))
