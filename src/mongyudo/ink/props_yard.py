"""Of the street and the playground; small carriages."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import (
    BLACK,
    BLUE,
    BROWN,
    DARK_STEEL,
    DARK_WOOD,
    FLAME,
    INK,
    ORANGE,
    PANE,
    RED,
    SKIN,
    SKY,
    STEEL,
    TYRE,
    WHITE,
    WOOD,
    YELLOW,
    Sketch,
    drawing,
)


@drawing
def hot_air_balloon(s: Sketch) -> None:
    s.blob("50,2 78,12 88,36 74,60 58,72 42,72 26,60 12,36 22,12", RED)
    s.blob("50,2 62,14 66,36 60,58 54,72 46,72 40,58 34,36 38,14", YELLOW, line=0.8)
    s.curve("50,3 50,40 50,71", 0.9)
    s.line("43,72 44,84", 1)
    s.line("57,72 56,84", 1)
    s.rect("42,83 58,96", WOOD, bend=2)
    s.rows("43,88 57,88", "0,4", 2, 0.8)


@drawing
def excavator(s: Sketch) -> None:
    s.band("60,52 44,20 20,14", [4.6, 4, 3.2], YELLOW)
    s.band("20,14 14,38 18,56", [3.2, 2.8, 2.4], YELLOW)
    s.poly("8,54 28,54 24,74 6,70", DARK_STEEL)
    s.poly("50,42 92,42 96,70 50,70", YELLOW)
    s.poly("54,30 74,30 76,54 54,54", PANE)
    s.rect("44,72 98,90", TYRE, bend=9)
    for x in (54, 71, 88):
        s.oval(f"{x},81 5.6,5.6", STEEL, line=0.6)


@drawing
def cart(s: Sketch) -> None:
    """A two-wheeled wooden handcart (수레)."""
    s.band("98,48 70,54 40,58", [1.8, 2, 2], DARK_WOOD)
    s.poly("4,36 74,36 70,62 10,62", WOOD)
    s.rows("16,37 18,61", "12,0", 5, 0.9, DARK_WOOD)
    s.ring("36,70 23,23", 5, DARK_WOOD)
    for turn in range(0, 180, 30):
        with s.placed(36, 70, turn_deg=turn):
            s.line("-19,0 19,0", 2.0, WOOD)
    s.dots("36,70", 4, DARK_WOOD)


@drawing
def stroller(s: Sketch) -> None:
    s.curve("88,16 78,24 70,50", 2.4, DARK_STEEL)
    s.blob("16,52 18,28 36,14 50,14 50,52", BLUE)
    s.rows("22,38 48,50", "9,-9", 3, 0.9)
    s.blob("16,52 72,52 66,72 26,72", mix(BLUE, INK, 0.2))
    s.line("34,72 26,84", 2, DARK_STEEL)
    s.line("58,72 68,84", 2, DARK_STEEL)
    s.wheels((26, 68), 87, 8)


@drawing
def walking_frame(s: Sketch) -> None:
    """A frame of four legs that the old walk with, seen from the side."""
    for far in ("36,24 30,90", "74,24 80,90"):
        s.line(far, 2.2, STEEL)
    s.curve("14,92 20,20 30,12 50,12", 3.2, DARK_STEEL)
    s.curve("50,12 70,12 80,20 86,92", 3.2, DARK_STEEL)
    s.line("17,58 83,58", 2.4, STEEL)
    s.line("19,36 81,36", 2.4, STEEL)
    s.line("26,13 46,11", 5, BLACK)
    s.wheels((14, 86), 92, 5)


@drawing
def wheelchair(s: Sketch) -> None:
    """A wheelchair, facing left."""
    s.rect("72,10 76,60", DARK_STEEL, line=0.6)
    s.line("74,14 90,10", 3.4, BLACK)
    s.rect("66,18 74,54", (84, 106, 130), bend=2)
    s.rect("30,54 74,62", (84, 106, 130), bend=2)
    s.line("34,42 74,42", 3, BLACK)
    s.line("34,42 34,56", 2, DARK_STEEL)
    s.line("32,60 20,88 8,88", 2.6, DARK_STEEL)
    s.ring("66,72 22,22", 2.6, TYRE)
    s.oval("66,72 3,3", DARK_STEEL)
    for turn in range(0, 180, 36):
        with s.placed(66, 72, turn_deg=turn):
            s.line("-21,0 21,0", 0.8, DARK_STEEL)
    s.oval("26,89 6,6", TYRE)


@drawing
def steering_wheel(s: Sketch) -> None:
    s.ring("50,50 46,46", 9, BLACK)
    s.poly("14,44 86,44 84,56 60,60 56,86 44,86 40,60 16,56", BLACK)
    s.oval("50,52 12,11", DARK_STEEL, line=0.7)
    s.oval("50,52 4,4", STEEL, line=0.5)


@drawing
def seat_belt(s: Sketch) -> None:
    """A seat belt and its buckle."""
    s.band("12,2 40,44 64,72", [5, 5, 4], (84, 88, 98))
    s.poly("58,66 74,62 80,78 64,82", STEEL)
    s.rect("64,80 88,98", BLACK, bend=3)
    s.rect("70,84 82,90", RED, line=0.5)


@drawing
def traffic_light(s: Sketch) -> None:
    s.rect("47,66 53,97", DARK_STEEL)
    s.rect("30,4 70,68", BLACK, bend=6)
    for y, tint in ((16, RED), (36, (120, 104, 60)), (56, (60, 92, 70))):
        s.oval(f"50,{y} 8.4,8.4", tint)
        s.curve(f"40,{y - 5} 50,{y - 12} 60,{y - 5}", 2.6, DARK_STEEL)


@drawing
def street_lamp(s: Sketch) -> None:
    """A street lamp, lit."""
    s.rect("30,10 35,95", DARK_STEEL)
    s.curve("32,14 40,5 66,8", 3.6, DARK_STEEL)
    s.poly("58,6 84,8 88,16 56,15", DARK_STEEL)
    s.blob("60,15 72,22 84,16", FLAME, line=0.5)
    s.rect("24,90 42,97", DARK_STEEL)


@drawing
def swing(s: Sketch) -> None:
    """A swing in its frame."""
    swing_frame(s)
    s.line("38,11 36,72", 1.4, BROWN)
    s.line("62,11 64,72", 1.4, BROWN)
    s.rect("32,71 68,77", WOOD)


@drawing
def swing_frame(s: Sketch) -> None:
    """What a swing hangs from."""
    s.line("10,97 26,8", 3.4, DARK_WOOD)
    s.line("90,97 74,8", 3.4, DARK_WOOD)
    s.line("20,10 80,10", 4, DARK_WOOD)


@drawing
def swing_seat(s: Sketch) -> None:
    """Ropes and seat, as somebody swings on them from the side."""
    s.line("48,4 47,92", 1.8, BROWN)
    s.line("53,4 54,92", 1.8, BROWN)
    s.rect("40,90 62,96", WOOD)


@drawing
def seesaw(s: Sketch) -> None:
    s.poly("42,92 50,58 58,92", DARK_STEEL)
    s.band("4,74 50,58 96,42", [2.8, 2.8, 2.8], RED)
    s.line("14,72 14,60", 2.4, DARK_STEEL)
    s.line("86,46 86,34", 2.4, DARK_STEEL)


@drawing
def slide(s: Sketch) -> None:
    """A playground slide."""
    s.line("16,97 22,24", 3, DARK_STEEL)
    s.line("34,97 34,24", 3, DARK_STEEL)
    s.rows("18,38 34,38", "0,12", 5, 2.2, STEEL)
    s.rect("16,22 42,28", RED)
    s.line("20,22 20,8 36,8 36,22", 2.4, BLUE)
    s.band("40,26 56,48 70,76 96,92", [4, 4, 4.4, 4], (226, 178, 76))


@drawing
def sled(s: Sketch) -> None:
    """A wooden sledge."""
    s.band("4,70 12,86 50,90 96,90", [2, 2.6, 2.6, 2.6], DARK_WOOD)
    for x in (24, 50, 76):
        s.line(f"{x},88 {x},66", 2.6, WOOD)
    s.poly("14,66 94,60 96,66 16,72", WOOD)
    s.poly("14,56 92,50 94,56 16,62", WOOD)
    s.curve("12,64 2,50 10,36", 1.4, BROWN)


@drawing
def surfboard(s: Sketch) -> None:
    with s.placed(50, 50, turn_deg=18):
        s.blob("0,-48 12,-26 14,6 8,46 -8,46 -14,6 -12,-26", (232, 214, 176))
        s.line("0,-46 0,46", 1.1, BROWN)
        s.blob("-12,-22 12,-22 13.4,-8 -13.4,-8", RED, line=0.5)


@drawing
def stretcher(s: Sketch) -> None:
    """A hospital stretcher on wheels."""
    s.rect("4,42 96,50", WHITE, bend=2)
    s.rect("6,34 26,43", SKY, bend=3)
    s.rect("4,50 96,54", STEEL)
    s.line("22,54 70,88", 2.4, DARK_STEEL)
    s.line("78,54 30,88", 2.4, DARK_STEEL)
    s.line("20,88 80,88", 2.4, DARK_STEEL)
    s.wheels((24, 76), 92, 5)
    s.line("8,42 8,30 40,30", 1.8, STEEL)


@drawing
def rocket(s: Sketch) -> None:
    """A rocket rising."""
    s.poly("34,52 18,76 34,72", RED)
    s.poly("66,52 82,76 66,72", RED)
    s.blob("50,2 62,18 68,42 66,72 34,72 32,42 38,18", (226, 226, 220))
    s.blob("50,2 60,15 63,24 37,24 40,15", RED, line=0.6)
    s.oval("50,40 8,8", PANE)
    s.blob("38,74 62,74 58,86 50,98 42,86", ORANGE, line=0.6)
    s.blob("44,74 56,74 50,90", FLAME, line=0, shade=0)


@drawing
def tent(s: Sketch) -> None:
    """A small tent with its door open on the dark."""
    s.poly("50,14 96,90 4,90", (196, 158, 100))
    s.poly("50,14 64,90 36,90", BLACK, line=0.7)
    s.poly("50,14 36,90 22,90 48,22", mix((196, 158, 100), SKIN, 0.4), line=0.7)
    s.line("50,14 50,6", 2, DARK_WOOD)


@drawing
def long_table(s: Sketch) -> None:
    """A long low table on short legs (교자상), seen a little from above."""
    for x in (14, 80):
        s.poly(f"{x},60 {x + 6},60 {x + 5},74 {x + 1},74", DARK_WOOD)
    s.rect("4,54 96,61", DARK_WOOD, bend=1.5)
    s.poly("2,54 10,42 90,42 98,54", WOOD)
    s.poly("8,52 13,44 87,44 92,52", mix(WOOD, WHITE, 0.12), line=0.5, shade=0)


@drawing
def slab(s: Sketch) -> None:
    """A broad flat stone (너럭바위)."""
    s.blob("3,52 14,44 40,40 72,41 94,47 98,58 92,70 60,75 22,74 5,66", mix(STEEL, BROWN, 0.25))
    s.blob("8,52 24,45 50,43 76,44 92,50 72,55 34,56", mix(STEEL, WHITE, 0.2), line=0.5, shade=0)
    s.curve("20,62 34,66 50,65", 1.2)
    s.curve("66,62 78,65", 1.0)


@drawing
def crate(s: Sketch) -> None:
    """A wooden crate that lies upside down."""
    s.poly("6,44 16,34 84,34 94,44", mix(WOOD, WHITE, 0.1))
    s.rect("6,44 94,78", WOOD)
    for y in (55, 66):
        s.line(f"6,{y} 94,{y}", 1.4)
    for x in (8, 86):
        s.rect(f"{x},44 {x + 6},78", DARK_WOOD, line=0.6)


@drawing
def clothes_stand(s: Sketch) -> None:
    """A stand with a pole on which clothes hang (횃대)."""
    for x in (10, 86):
        s.rect(f"{x},6 {x + 4},92", DARK_WOOD)
        s.rect(f"{x - 7},90 {x + 11},96", DARK_WOOD, bend=1.5)
    s.rect("4,8 96,13", WOOD, bend=2)


@drawing
def fishing_pole(s: Sketch) -> None:
    """A bent rod with its reel; the line hangs from the tip, with float and hook."""
    s.band("12,97 34,62 60,26 88,8", [2.0, 1.5, 1.0, 0.5], BROWN)
    s.band("12,97 20,84", [2.6, 2.3], DARK_WOOD)
    s.oval("25,80 4.2,4.2", STEEL)
    s.curve("88,8 89,34 88,60", 0.5)
    s.oval("88,62 2.2,3.4", RED, line=0.6)
    s.curve("88,66 88,80 85,83 83,79", 0.7)
