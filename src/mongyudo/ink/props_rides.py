"""What carries one: on the road, on water, in the air, and on the playground."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import (
    BLACK,
    BLUE,
    BROWN,
    DARK_GREEN,
    DARK_STEEL,
    DARK_WOOD,
    FLAME,
    GOLD,
    GREEN,
    INK,
    ORANGE,
    PAPER,
    RED,
    SKIN,
    SKY,
    STEEL,
    WHITE,
    WOOD,
    YELLOW,
    Rgb,
    Sketch,
    drawing,
)

PANE: Rgb = (178, 204, 210)
TYRE: Rgb = (60, 58, 62)


def _wheels(s: Sketch, xs: tuple[float, ...], y: float, radius: float) -> None:
    for x in xs:
        s.oval(f"{x},{y} {radius},{radius}", TYRE)
        s.oval(f"{x},{y} {radius * 0.52},{radius * 0.52}", STEEL, line=0.6)
        s.dots(f"{x},{y}", radius * 0.16, DARK_STEEL)


def _saloon(s: Sketch, tint: Rgb) -> None:
    """A car in profile, going left."""
    s.poly("2,72 4,58 22,52 36,36 66,35 80,50 95,56 98,70 94,76 6,76", tint)
    s.poly("26,52 38,40 49,39 49,52", PANE, line=0.8)
    s.poly("53,39 64,39 75,51 53,52", PANE, line=0.8)
    s.line("51,40 51,74", 0.9)
    s.line("6,63 96,63", 0.8, alpha=0.5)
    s.blob("4,58 10,57 12,62 4,63", FLAME, line=0.6)
    s.rect("92,58 97,64", RED, line=0.6)
    s.line("55,57 60,57", 1.4)
    _wheels(s, (23, 77), 76, 10)


@drawing
def car(s: Sketch) -> None:
    _saloon(s, (96, 116, 138))


@drawing
def red_car(s: Sketch) -> None:
    _saloon(s, (178, 66, 56))


@drawing
def taxi(s: Sketch) -> None:
    """An orange taxi with its lamp."""
    s.rect("44,28 58,36", WHITE, bend=2)
    _saloon(s, (226, 146, 62))
    s.rows("20,67 80,67", "0,3", 1, 1.6, BLACK)


@drawing
def police_car(s: Sketch) -> None:
    s.rect("42,29 51,36", RED, bend=2)
    s.rect("51,29 60,36", BLUE, bend=2)
    _saloon(s, WHITE)
    s.poly("5,62 97,62 97,69 4,69", BLUE, line=0.4)


@drawing
def minibus(s: Sketch) -> None:
    s.poly("2,74 4,54 14,32 24,24 94,24 98,32 98,74", (214, 212, 206))
    s.poly("12,50 20,33 28,30 28,50", PANE, line=0.8)
    for x in (34, 55, 76):
        s.rect(f"{x},31 {x + 17},50", PANE, line=0.8, bend=1)
    s.rect("3,60 98,65", (120, 146, 160), line=0.4)
    s.line("53,30 53,74", 0.9)
    s.blob("4,56 9,55 10,61 4,62", FLAME, line=0.6)
    _wheels(s, (22, 78), 76, 9)


@drawing
def ambulance(s: Sketch) -> None:
    s.rect("52,18 62,24", RED, bend=1)
    s.poly("2,74 4,58 16,52 26,34 36,32 36,24 96,24 98,30 98,74", WHITE)
    s.poly("20,51 28,38 36,37 36,51", PANE, line=0.8)
    s.poly("3,60 98,60 98,66 3,66", GREEN, line=0.4)
    s.rect("62,34 68,54", RED, line=0.4)
    s.rect("55,41 75,47", RED, line=0.4)
    s.line("38,26 38,74", 0.9)
    _wheels(s, (24, 80), 76, 9)


@drawing
def bus(s: Sketch) -> None:
    """A city bus, going left."""
    s.rect("2,22 98,76", (104, 142, 118), bend=4)
    s.rect("6,29 20,52", PANE, line=0.8)
    s.rect("24,29 36,74", PANE, line=0.8)
    s.line("30,29 30,74", 0.9)
    for x in (40, 54, 68, 82):
        s.rect(f"{x},29 {x + 12},50", PANE, line=0.8)
    s.rect("3,58 98,63", PAPER, line=0.4)
    s.rect("6,23 22,28", BLACK, line=0.5)
    s.rows("9,25.6 19,25.6", "0,2", 1, 1.6, FLAME)
    s.rect("2,66 7,71", FLAME, line=0.6)
    _wheels(s, (22, 76), 78, 9)


@drawing
def truck(s: Sketch) -> None:
    s.rect("34,26 98,70", (206, 198, 182))
    s.rows("34,38 98,38", "0,11", 3, 0.7, alpha=0.5)
    s.poly("2,74 4,50 12,34 32,34 32,74", (86, 120, 156))
    s.poly("8,51 14,39 26,39 26,52", PANE, line=0.8)
    s.rect("2,70 98,75", DARK_STEEL)
    s.rect("2,60 7,66", FLAME, line=0.6)
    _wheels(s, (20, 68, 86), 78, 9)


@drawing
def fire_engine(s: Sketch) -> None:
    s.poly("26,20 98,10 98,16 26,26", STEEL)
    s.rows("34,20 34,25", "8,-1.1", 8, 0.9)
    s.rect("2,30 98,74", RED, bend=3)
    s.rect("6,36 20,52", PANE, line=0.8)
    s.rect("24,36 34,52", PANE, line=0.8)
    s.rect("40,38 94,60", mix(RED, INK, 0.2), line=0.7)
    s.rows("52,38 52,60", "14,0", 3, 0.9)
    s.rect("3,63 98,67", WHITE, line=0.4)
    s.rect("10,24 20,30", BLUE, bend=1)
    _wheels(s, (20, 74, 88), 77, 8)


@drawing
def train(s: Sketch) -> None:
    """The front of a train on its rails."""
    s.poly("30,82 70,82 98,97 2,97", (150, 140, 126))
    s.line("34,84 10,97", 1.8, DARK_STEEL)
    s.line("66,84 90,97", 1.8, DARK_STEEL)
    s.blob("20,84 18,40 24,16 50,6 76,16 82,40 80,84 50,88", (92, 116, 150))
    s.blob("28,46 30,26 50,19 70,26 72,46 50,50", PANE, line=0.9)
    s.line("50,20 50,49", 1.2)
    s.rect("20,58 80,66", WHITE, line=0.5)
    s.oval("30,73 6,5", FLAME, line=0.8)
    s.oval("70,73 6,5", FLAME, line=0.8)
    s.rect("34,80 66,88", DARK_STEEL, bend=1)


@drawing
def subway_train(s: Sketch) -> None:
    """A subway car from the side, doors shut."""
    s.rect("2,26 98,78", (196, 200, 200), bend=3)
    s.rect("2,64 98,70", (80, 150, 96), line=0.4)
    for x in (10, 42, 74):
        s.rect(f"{x},33 {x + 16},78", (168, 174, 176), line=0.8)
        s.line(f"{x + 8},33 {x + 8},78", 1)
        s.rect(f"{x + 1.6},37 {x + 6.6},54", PANE, line=0.5)
        s.rect(f"{x + 9.4},37 {x + 14.4},54", PANE, line=0.5)
    for x in (29, 61):
        s.rect(f"{x},36 {x + 10},54", PANE, line=0.8)
    s.rect("6,78 94,84", DARK_STEEL)
    for x in (18, 30, 70, 82):
        s.oval(f"{x},86 5,5", TYRE, line=0.8)


@drawing
def steam_train(s: Sketch) -> None:
    """An old steam engine, going left."""
    s.blob("20,18 14,8 22,2 34,5 44,2 52,8 44,14 30,14", (206, 202, 196), line=0.7)
    s.rect("18,16 28,38", BLACK)
    s.rect("10,38 66,64", (64, 76, 78), bend=4)
    s.rect("64,22 94,68", (64, 76, 78))
    s.rect("60,17 98,24", DARK_STEEL)
    s.rect("70,29 88,46", PANE, line=0.8)
    s.rect("40,30 50,38", GOLD)
    s.poly("6,66 94,66 94,74 2,78", RED)
    s.oval("12,48 4,6", FLAME, line=0.7)
    _wheels(s, (24, 46, 74), 80, 11)
    s.line("24,80 74,80", 2.2, DARK_STEEL)


@drawing
def airplane(s: Sketch) -> None:
    """An airliner in flight, going left."""
    s.poly("62,52 96,70 88,74 50,58", (188, 194, 200))
    s.blob("2,56 10,44 30,40 80,40 96,36 98,42 90,54 60,60 16,62", WHITE)
    s.poly("80,41 92,14 99,14 97,40", BLUE)
    s.poly("82,47 98,50 98,53 84,52", (188, 194, 200))
    s.poly("38,53 56,54 84,92 72,92", (206, 210, 214))
    s.blob("48,68 58,66 60,73 50,75", STEEL)
    s.curve("8,55 34,52 88,47", 1.2, BLUE)
    s.dots("24,47 31,46.6 38,46.2 45,45.8 52,45.4 59,45 66,44.6 73,44.2", 1.5, BLACK)
    s.poly("5,51 12,45 16,46 14,51", PANE, line=0.6)


@drawing
def fighter_jet(s: Sketch) -> None:
    s.poly("2,56 30,48 40,40 54,40 62,47 90,48 97,54 90,60 30,62", (150, 158, 160))
    s.poly("48,54 66,56 90,84 76,84", (130, 138, 142))
    s.poly("78,48 92,26 98,26 95,48", (130, 138, 142))
    s.blob("34,48 42,41 52,41 58,47", PANE, line=0.8)
    s.line("30,55 88,54", 0.9)


@drawing
def helicopter(s: Sketch) -> None:
    s.line("6,16 92,12", 2.6, DARK_STEEL)
    s.line("50,14 50,26", 2.6, DARK_STEEL)
    s.poly("58,38 98,40 98,46 60,56", ORANGE)
    s.poly("90,40 96,24 99,24 99,44", ORANGE)
    s.blob("8,56 14,36 34,26 60,28 70,44 66,62 40,72 16,68", ORANGE)
    s.blob("12,54 18,38 36,32 38,54", PANE, line=0.9)
    s.rect("42,34 56,52", PANE, line=0.8, bend=2)
    s.line("26,70 22,84", 1.8, DARK_STEEL)
    s.line("56,70 60,84", 1.8, DARK_STEEL)
    s.curve("6,80 14,86 72,86 80,82", 2.4, DARK_STEEL)


@drawing
def boat(s: Sketch) -> None:
    """A wooden rowing boat with its oar (나룻배)."""
    s.band("78,14 54,52 34,90", [1.6, 1.6, 1.6], WOOD)
    s.poly("38,82 30,97 22,96 32,80", WOOD)
    s.blob("2,48 12,56 50,62 88,56 98,46 90,74 74,84 26,84 10,74", WOOD)
    s.curve("2,48 14,57 50,64 86,57 98,46", 3.2, DARK_WOOD)
    s.curve("9,66 50,75 91,65", 1.1, DARK_WOOD)
    s.curve("16,77 50,83 84,76", 1.0, DARK_WOOD)


@drawing
def raft(s: Sketch) -> None:
    for k in range(6):
        y = 50 + k * 7
        s.rect(f"{8 - k},{y} {92 + k},{y + 8}", WOOD, bend=4)
        s.oval(f"{8 - k},{y + 4} 2.6,4", (220, 192, 150), line=0.6)
    s.line("26,48 22,94", 2.4, PAPER)
    s.line("74,48 78,94", 2.4, PAPER)


@drawing
def ship(s: Sketch) -> None:
    """A passenger ship, going left."""
    s.rect("56,10 66,32", RED)
    s.rect("56,10 66,16", BLACK, line=0.5)
    s.rect("40,14 49,32", RED)
    s.rect("40,14 49,20", BLACK, line=0.5)
    s.rect("30,32 82,46", WHITE)
    s.rect("22,46 88,60", WHITE)
    s.dots("36,39 44,39 52,39 60,39 68,39 76,39", 2, BLUE)
    s.dots("28,53 37,53 46,53 55,53 64,53 73,53 82,53", 2, BLUE)
    s.blob("2,58 16,60 50,61 98,60 94,76 86,90 20,90 10,78", (70, 84, 102))
    s.curve("8,76 50,80 94,76", 1.6, RED)


@drawing
def sailboat(s: Sketch) -> None:
    s.rect("47,6 50,72", DARK_WOOD)
    s.poly("52,10 52,66 90,66", WHITE)
    s.poly("45,16 45,66 14,66", (226, 206, 170))
    s.rows("52,28 66,28", "0,14", 3, 0.8, alpha=0.4)
    s.blob("4,72 50,76 96,72 84,90 20,90", WOOD)


@drawing
def submarine(s: Sketch) -> None:
    s.curve("52,30 52,12 42,12", 2.4, DARK_STEEL)
    s.poly("40,46 44,28 62,28 66,46", (88, 104, 112))
    s.blob("2,60 14,46 40,42 80,44 96,54 96,66 80,76 40,78 14,74", (88, 104, 112))
    s.poly("92,48 99,38 99,82 92,72", DARK_STEEL)
    for x in (28, 46, 64):
        s.oval(f"{x},60 5,5", PANE)


@drawing
def tank(s: Sketch) -> None:
    s.line("4,40 44,44", 4, (88, 100, 76))
    s.poly("38,34 68,34 78,50 32,50", (104, 116, 86))
    s.poly("10,50 90,50 97,62 4,62", (120, 130, 96))
    s.rect("4,62 96,82", TYRE, bend=10)
    for x in (16, 33, 50, 67, 84):
        s.oval(f"{x},72 7,7", (104, 116, 86), line=0.8)


@drawing
def cannon(s: Sketch) -> None:
    """An old cannon on its carriage."""
    s.poly("46,50 90,70 98,88 86,88 40,64", WOOD)
    s.band("4,30 30,40 60,56 70,62", [5, 6.4, 8.4, 8], BLACK)
    s.oval("4,30 2.6,5", DARK_STEEL, line=0.7)
    s.ring("50,74 19,19", 5, WOOD)
    for turn in range(0, 180, 45):
        with s.placed(50, 74, turn_deg=turn):
            s.line("-15,0 15,0", 2.2, WOOD)
    s.dots("50,74", 3, DARK_STEEL)


@drawing
def missile(s: Sketch) -> None:
    with s.placed(50, 50, turn_deg=35):
        s.poly("-9,20 -24,44 -9,38", RED)
        s.poly("9,20 24,44 9,38", RED)
        s.blob("0,-52 8,-40 10,-26 10,40 -10,40 -10,-26 -8,-40", (214, 214, 208))
        s.blob("0,-52 8,-40 10,-28 -10,-28 -8,-40", RED, line=0.6)
        s.blob("-6,41 0,58 6,41", FLAME, line=0.5)


@drawing
def drone(s: Sketch) -> None:
    s.line("14,38 86,38", 3, DARK_STEEL)
    s.blob("34,36 50,30 66,36 64,52 50,58 36,52", (96, 104, 112))
    for x in (14, 86):
        s.rect(f"{x - 2},30 {x + 2},42", BLACK, line=0.6)
        s.oval(f"{x},29 14,2.6", (190, 196, 200), alpha=0.8)
    s.oval("50,56 6,6", BLACK)
    s.dots("50,56", 2, BLUE)
    s.line("38,54 32,70", 1.6)
    s.line("62,54 68,70", 1.6)


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
    _wheels(s, (26, 68), 87, 8)


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
def bicycle(s: Sketch) -> None:
    """A bicycle, going left."""
    for x in (22, 78):
        s.ring(f"{x},70 20,20", 2.4, TYRE)
        s.dots(f"{x},70", 2.4, DARK_STEEL)
        for turn in range(0, 180, 30):
            with s.placed(x, 70, turn_deg=turn):
                s.line("-19,0 19,0", 0.5, DARK_STEEL)
    for text in ("22,70 34,38 64,38 50,70 34,38", "50,70 78,70 64,38"):
        s.line(text, 3.0, RED)
    s.line("34,38 31,24 20,24", 2.6, DARK_STEEL)
    s.line("64,38 66,30", 2.4, DARK_STEEL)
    s.blob("56,27 76,25 78,30 62,32", BLACK)
    s.oval("50,70 5,5", STEEL)


@drawing
def motorcycle(s: Sketch) -> None:
    """A motorcycle, going left."""
    s.line("22,74 34,34 24,28", 3.6, STEEL)
    s.blob("34,42 50,34 64,40 62,54 40,56", RED)
    s.blob("60,42 90,34 94,42 70,52", BLACK)
    s.poly("40,56 68,52 70,74 44,76", DARK_STEEL)
    s.band("60,78 82,78 96,72", [2.4, 2.8, 3.2], STEEL)
    s.line("66,54 80,72", 3, DARK_STEEL)
    s.oval("28,38 5,6", FLAME, line=0.8)
    _wheels(s, (20, 80), 76, 15)


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
    s.line("10,97 26,8", 3.4, DARK_WOOD)
    s.line("90,97 74,8", 3.4, DARK_WOOD)
    s.line("20,10 80,10", 4, DARK_WOOD)
    s.line("38,11 36,72", 1.4, BROWN)
    s.line("62,11 64,72", 1.4, BROWN)
    s.rect("32,71 68,77", WOOD)


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
    _wheels(s, (24, 76), 92, 5)
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
