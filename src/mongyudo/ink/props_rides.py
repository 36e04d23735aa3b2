"""What carries one: on the road, on water and in the air."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import (
    BLACK,
    BLUE,
    DARK_STEEL,
    DARK_WOOD,
    FLAME,
    GOLD,
    GREEN,
    INK,
    ORANGE,
    PANE,
    PAPER,
    RED,
    STEEL,
    TYRE,
    WHITE,
    WOOD,
    Rgb,
    Sketch,
    drawing,
)


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
    s.wheels((23, 77), 76, 10)


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
    s.wheels((22, 78), 76, 9)


@drawing
def ambulance(s: Sketch) -> None:
    s.rect("52,18 62,24", RED, bend=1)
    s.poly("2,74 4,58 16,52 26,34 36,32 36,24 96,24 98,30 98,74", WHITE)
    s.poly("20,51 28,38 36,37 36,51", PANE, line=0.8)
    s.poly("3,60 98,60 98,66 3,66", GREEN, line=0.4)
    s.rect("62,34 68,54", RED, line=0.4)
    s.rect("55,41 75,47", RED, line=0.4)
    s.line("38,26 38,74", 0.9)
    s.wheels((24, 80), 76, 9)


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
    s.wheels((22, 76), 78, 9)


@drawing
def truck(s: Sketch) -> None:
    s.rect("34,26 98,70", (206, 198, 182))
    s.rows("34,38 98,38", "0,11", 3, 0.7, alpha=0.5)
    s.poly("2,74 4,50 12,34 32,34 32,74", (86, 120, 156))
    s.poly("8,51 14,39 26,39 26,52", PANE, line=0.8)
    s.rect("2,70 98,75", DARK_STEEL)
    s.rect("2,60 7,66", FLAME, line=0.6)
    s.wheels((20, 68, 86), 78, 9)


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
    s.wheels((20, 74, 88), 77, 8)


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
    s.wheels((24, 46, 74), 80, 11)
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
    s.band("80,12 58,48 44,72", [1.6, 1.6, 1.6], WOOD)
    s.poly("84,2 90,6 82,20 75,16", WOOD)
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
    s.wheels((20, 80), 76, 15)


@drawing
def carousel_horse(s: Sketch) -> None:
    """A horse of a merry-go-round on its golden pole, going left."""
    s.rect("49,0 53,100", GOLD, line=0.8)
    s.blob("78,46 90,48 95,60 90,74 86,62 80,56", mix(GOLD, INK, 0.3), line=0.8)
    for leg in ("30,62 20,70 24,84 30,84 28,73 38,66", "70,62 82,70 80,84 74,84 75,73 64,66"):
        s.blob(leg, PAPER)
    s.blob("26,50 40,44 66,44 80,50 78,64 62,68 38,68 26,62", WHITE)
    s.blob("26,56 20,40 22,26 30,20 36,34 40,48 34,60", WHITE)
    s.blob("30,20 22,20 8,32 8,38 14,40 26,34 34,30", WHITE)
    s.poly("26,20 28,12 31,20", WHITE)
    s.blob("30,18 38,26 42,40 38,46 34,34 28,24", mix(GOLD, INK, 0.3), line=0.8)
    s.dots("20,29", 1.6)
    s.blob("44,42 58,42 60,56 42,56", RED, line=0.8)
    s.line("12,34 34,40", 1.2, RED)


@drawing
def train_door(s: Sketch) -> None:
    """The two leaves of a carriage; as the phase grows they slide apart on light."""
    s.rect("22,4 78,97", DARK_STEEL, bend=2)
    s.rect("27,11 73,97", mix(GOLD, WHITE, 0.55) if s.phase > 0.02 else BLACK, line=0.5, shade=0)
    slide = 20 * s.phase
    for outer, inner, window in ((27, 50 - slide, -1), (73, 50 + slide, 1)):
        s.poly(f"{outer},11 {inner},11 {inner},97 {outer},97", mix(STEEL, WHITE, 0.2), line=0.9)
        near, far = inner + 3 * window, outer - 3 * window
        if (far - near) * window > 2:
            s.poly(f"{near},22 {far},22 {far},58 {near},58", PANE, line=0.7)
    s.line("27,84 73,84", 1.6, GREEN, alpha=0.8)
    s.rect("36,5 64,9", BLACK, line=0.4)
    s.dots("40,7 46,7 52,7", 1.1, FLAME)
