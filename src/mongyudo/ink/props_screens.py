"""Screens, phones and what is shown on them."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import (
    BLACK,
    BLUE,
    BROWN,
    DARK_STEEL,
    DARK_WOOD,
    GREEN,
    INK,
    ORANGE,
    PAPER,
    PINK,
    RED,
    SKIN,
    SKY,
    STEEL,
    WHITE,
    WOOD,
    YELLOW,
    Sketch,
    drawing,
)

GLOW = (196, 220, 206)
_SEGMENTS = {
    1: "0,-5 0,5", 2: "-3,-4 1,-5.4 3,-2.6 -3,5 3.4,5", 3: "-3,-5 3,-5 0,-1 3,2 0,5.2 -3,4",
    4: "1.6,5.4 1.6,-5.4 -3.4,2 3.6,2", 5: "3,-5 -2.6,-5 -3,-0.6 1,-1.4 3,2 0,5.2 -3,4.4",
    6: "2.4,-5.2 -2,-1 -3,3 0,5.2 3,2.6 0,-0.4 -3,2",
}  # fmt: skip


@drawing
def blackboard(s: Sketch) -> None:
    """A green blackboard with chalk writing that cannot quite be read."""
    s.rect("2,12 98,84", WOOD)
    s.rect("6,16 94,80", (54, 84, 70), line=0.6, shade=0.2)
    chalk = (226, 232, 222)
    s.rows("14,28 44,28", "0,9", 3, 1.8, chalk)
    s.curve("56,30 62,24 68,32 60,40 70,44", 1.8, chalk)
    s.line("76,26 88,26", 1.8, chalk)
    s.line("76,34 86,34", 1.8, chalk)
    s.curve("16,62 30,56 44,64 58,54 76,62", 1.6, chalk, alpha=0.6)
    s.rect("10,84 90,88", DARK_WOOD)
    s.rect("20,81 30,84.5", WHITE, line=0.4)
    s.rect("66,80 80,84.5", BLUE, line=0.4)


@drawing
def photograph(s: Sketch) -> None:
    """A snapshot of two people before a hill."""
    s.poly("12,12 86,6 92,88 18,94", WHITE)
    s.poly("20,19 80,14 84,68 24,73", SKY, line=0.7)
    s.blob("24,62 38,46 56,52 72,42 83,52 84,67 24,72", GREEN, line=0.4)
    for x, tint in ((44, RED), (60, BLUE)):
        s.blob(f"{x - 7},70 {x - 6},56 {x},53 {x + 6},56 {x + 7},69", tint, line=0.6)
        s.oval(f"{x},47 5,5.8", SKIN, line=0.6)
        s.blob(f"{x - 5},46 {x - 4},41 {x + 4},41 {x + 5},46 {x},44", INK, line=0)


@drawing
def photo_album(s: Sketch) -> None:
    s.poly("4,26 50,32 96,26 96,84 50,90 4,84", BROWN)
    s.poly("8,24 50,30 50,86 8,80", PAPER)
    s.poly("92,24 50,30 50,86 92,80", PAPER)
    for text, tint in (
        ("14,34 30,36 30,50 14,48", SKY),
        ("32,56 46,58 46,72 32,70", PINK),
        ("56,38 72,36 72,52 56,54", GREEN),
        ("74,58 88,56 88,70 74,72", YELLOW),
    ):
        s.poly(text, WHITE, line=1.4, shade=0)
        s.poly(text, tint, line=0)


@drawing
def picture_frame(s: Sketch) -> None:
    """A framed landscape in ink."""
    s.rect("8,6 92,94", WOOD)
    s.rect("15,13 85,87", mix(WOOD, DARK_WOOD, 0.6), line=0.5)
    s.rect("18,16 82,84", PAPER, line=0.5, shade=0.05)
    s.blob("22,74 30,50 38,38 46,52 54,44 62,28 72,48 80,74", mix(PAPER, INK, 0.4), line=0.7)
    s.oval("34,28 6,6", mix(RED, PAPER, 0.25), line=0, shade=0)
    s.curve("20,74 40,70 60,75 80,72", 1.2)


@drawing
def funeral_portrait(s: Sketch) -> None:
    """A portrait with the two black ribbons of mourning (영정)."""
    s.rect("14,6 86,94", BLACK)
    s.rect("21,13 79,87", (206, 208, 210), line=0.5, shade=0.08)
    s.blob("28,87 32,66 50,60 68,66 72,87", (92, 94, 100))
    s.poly("44,62 50,72 56,62", WHITE, line=0.5)
    s.oval("50,44 14,17", (214, 204, 194))
    s.blob("35,42 37,26 50,21 63,26 65,42 60,34 50,31 40,34", (140, 140, 142))
    s.line("43,44 47,44", 1.2)
    s.line("53,44 57,44", 1.2)
    s.curve("45,53 50,54.5 55,53", 1.0)
    s.poly("14,6 30,6 14,32", BLACK, line=0)
    s.poly("86,6 70,6 86,32", BLACK, line=0)
    s.line("12,34 34,4", 4.6, (58, 56, 60))
    s.line("88,34 66,4", 4.6, (58, 56, 60))


@drawing
def screen(s: Sketch) -> None:
    """A projection screen on the wall with shapes of light."""
    s.rect("4,8 96,13", DARK_STEEL, bend=2)
    s.rect("8,13 92,82", WHITE)
    s.rect("12,17 88,78", GLOW, line=0.4, shade=0)
    s.line("22,28 58,28", 3.2, BLUE)
    s.rows("22,40 50,40", "0,8", 4, 1.6)
    for k, high in enumerate((12, 20, 28, 18)):
        s.rect(f"{58 + k * 6.6},{70 - high} {63 + k * 6.6},70", (ORANGE, BLUE)[k % 2], line=0.4)
    s.line("50,82 50,92", 1.0)
    s.dots("50,93", 1.6)


@drawing
def cctv_screen(s: Sketch) -> None:
    """A monitor of four cameras: a corridor, a door, a face, an empty street."""
    s.rect("2,10 98,86", BLACK, bend=3)
    s.rect("38,86 62,92", DARK_STEEL)
    s.rect("28,91 72,96", DARK_STEEL, bend=1)
    dim = (104, 136, 124)
    for x in (7, 51):
        for y in (15, 49):
            s.rect(f"{x},{y} {x + 42},{y + 32}", dim, line=0.5, shade=0.2)
            s.dots(f"{x + 3.5},{y + 4}", 1.3, RED)
    s.poly("7,15 22,25 22,38 7,47", mix(dim, INK, 0.4), line=0.5)
    s.poly("49,15 34,25 34,38 49,47", mix(dim, INK, 0.4), line=0.5)
    s.rect("64,22 80,47", mix(dim, INK, 0.5), line=0.6)
    s.dots("77,35", 1.2, GLOW)
    s.blob("14,81 17,71 28,67 39,71 42,81", mix(dim, INK, 0.5), line=0.5)
    s.oval("28,62 7,8.6", mix(GLOW, dim, 0.3), line=0.6)
    s.blob("20.6,61 22,53 34,53 35.4,61 28,57", mix(INK, dim, 0.2), line=0)
    s.dots("25,63 31,63", 0.9)
    s.poly("66,81 71,62 74,62 80,81", mix(dim, INK, 0.35), line=0.5)
    s.line("72.5,66 73,78", 1.0, GLOW)


@drawing
def movie(s: Sketch) -> None:
    """A clapperboard."""
    s.rect("8,40 92,92", BLACK, bend=2)
    s.rows("16,58 84,58", "0,13", 2, 1.2, WHITE)
    s.line("46,58 46,71", 1.2, WHITE)
    s.rect("8,30 92,40", BLACK)
    s.poly("8,30 88,8 92,18 10,40", BLACK)
    for k in range(4):
        x, y = 18 + k * 20, 27 - k * 5.6
        s.poly(
            f"{x},{y} {x + 9},{y - 2.4} {x + 6},{y + 8.4} {x - 3},{y + 10.6}",
            WHITE,
            line=0,
            shade=0,
        )
        s.poly(f"{x - 4},30 {x + 5},30 {x + 9},40 {x},40", WHITE, line=0, shade=0)


@drawing
def video(s: Sketch) -> None:
    """A screen with a play sign."""
    s.rect("4,18 96,82", BLACK, bend=4)
    s.rect("9,23 91,77", (92, 116, 130), line=0.4)
    s.oval("50,48 15,15", WHITE, alpha=0.9)
    s.poly("45,39 45,57 60,48", RED, line=0.6)
    s.line("14,71 86,71", 1.6, GLOW)
    s.line("14,71 40,71", 1.8, RED)
    s.dots("40,71", 2.2, RED)


@drawing
def phone(s: Sketch) -> None:
    """A mobile phone with a call on its screen."""
    s.rect("26,3 74,97", BLACK, bend=7)
    s.rect("30,10 70,90", (70, 92, 112), line=0.4, bend=2, shade=0.1)
    s.oval("50,34 11,11", GLOW, line=0.5)
    s.oval("50,31 4.2,4.8", (70, 92, 112), line=0, shade=0)
    s.blob("42,42 44,37 56,37 58,42 50,44.6", (70, 92, 112), line=0, shade=0)
    s.line("40,53 60,53", 2.4, WHITE)
    s.oval("39,74 6.4,6.4", RED, line=0.5)
    s.oval("61,74 6.4,6.4", GREEN, line=0.5)
    s.curve("58,73 61,71 64,73", 1.8, WHITE)
    s.curve("36,75 39,73 42,75", 1.8, WHITE)
    s.line("45,6.6 55,6.6", 1.3, DARK_STEEL)


@drawing
def text_message(s: Sketch) -> None:
    """Message bubbles on a phone."""
    s.rect("26,3 74,97", BLACK, bend=7)
    s.rect("30,10 70,90", (170, 192, 206), line=0.4, bend=2, shade=0.05)
    for text, tint in (
        ("33,16 58,30", WHITE),
        ("44,35 67,47", YELLOW),
        ("33,52 62,66", WHITE),
        ("40,71 67,83", YELLOW),
    ):
        s.rect(text, tint, bend=4, line=0.5, shade=0)
    s.rows("37,21 53,21", "0,4", 2, 1.2)
    s.line("48,41 62,41", 1.2)
    s.rows("37,57 57,57", "0,4", 2, 1.2)
    s.line("44,77 62,77", 1.2)


@drawing
def email(s: Sketch) -> None:
    """A letter on a computer's window."""
    s.rect("4,16 96,88", WHITE, bend=3)
    s.rect("4,16 96,27", BLUE, bend=2)
    s.dots("10,21.5 16,21.5 22,21.5", 1.9, WHITE)
    s.poly("24,40 76,40 76,76 24,76", PAPER)
    s.line("24,40 50,61 76,40", 1.6)


@drawing
def numbers(s: Sketch) -> None:
    """Lottery balls with strokes for figures."""
    spots = ((22, 34, YELLOW), (50, 26, BLUE), (78, 36, RED), (30, 70, GREEN), (60, 66, ORANGE),
             (86, 74, STEEL))  # fmt: skip
    for k, (x, y, tint) in enumerate(spots):
        s.oval(f"{x},{y} 15,15", tint)
        s.oval(f"{x},{y} 8.6,8.6", WHITE, line=0.4, shade=0)
        _digit(s, k + 1, x, y)


def _digit(s: Sketch, number: int, x: float, y: float) -> None:
    shifted = (tuple(float(v) for v in pair.split(",")) for pair in _SEGMENTS[number].split())
    s.line(" ".join(f"{x + dx},{y + dy}" for dx, dy in shifted), 1.8)


@drawing
def calculator(s: Sketch) -> None:
    s.rect("22,4 78,96", DARK_STEEL, bend=4)
    s.rect("28,10 72,28", GLOW, line=0.6)
    s.line("58,23 68,23", 2)
    for row in range(4):
        for k in range(4):
            tint = ORANGE if k == 3 else WHITE
            s.rect(
                f"{28 + k * 11.4},{36 + row * 14} {37 + k * 11.4},{46 + row * 14}",
                tint,
                line=0.5,
                bend=1,
            )


@drawing
def speech_bubble(s: Sketch) -> None:
    """A speech bubble with strokes of writing."""
    s.blob("6,40 16,14 50,7 84,14 94,40 84,64 56,70 40,71 22,90 26,67 14,60", WHITE)
    s.rows("26,30 74,30", "0,11", 2, 2.4)
    s.line("26,52 56,52", 2.4)


@drawing
def keyboard(s: Sketch) -> None:
    """The keys of a computer, in four rows and a space bar."""
    s.rect("2,30 98,78", STEEL, bend=4)
    for row in range(4):
        for k in range(11):
            x = 8 + k * 7.6 + row % 2 * 1.4
            s.rect(f"{x},{36 + row * 8} {x + 5.6},{42 + row * 8}", PAPER, line=0.5, bend=1)
    s.rect("28,69 72,75", PAPER, line=0.5, bend=1)
