"""Things of old Korea, of temples and of mourning."""

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
    PINK,
    RED,
    SKIN,
    STEEL,
    STONE,
    WHITE,
    WOOD,
    YELLOW,
    Sketch,
    drawing,
)

GLAZE = (112, 76, 52)
CELADON = (158, 190, 168)
BRONZE = (128, 126, 96)
EARTH = (156, 130, 96)


@drawing
def jar(s: Sketch) -> None:
    """A brown glazed crock with its lid (항아리)."""
    s.blob("30,24 70,24 86,42 88,62 74,92 66,96 34,96 26,92 12,62 14,42", GLAZE)
    s.blob("24,18 50,9 76,18 76,25 50,28 24,25", mix(GLAZE, INK, 0.25))
    s.rect("44,6 56,12", GLAZE, bend=2)
    s.curve("17,50 50,58 83,50", 1.4, mix(GLAZE, INK, 0.5))
    s.curve("24,64 34,74 44,64 54,74 64,66", 1.6, mix(GLAZE, PAPER, 0.35))
    s.curve("24,36 19,50 22,66", 3.4, mix(GLAZE, PAPER, 0.45), alpha=0.8)


@drawing
def vase(s: Sketch) -> None:
    """A celadon bottle with an inlaid crane's cloud."""
    s.blob("44,6 56,6 56,14 58,26 72,38 82,52 74,74 62,92 60,96 40,96 38,92 26,74 18,52 28,38 42,26 "
           "44,14", CELADON)  # fmt: skip
    s.oval("50,7 7,2.2", mix(CELADON, INK, 0.4), shade=0)
    for x, y in ((40, 52), (60, 48), (50, 68)):
        s.curve(f"{x - 7},{y} {x - 3},{y - 4} {x},{y} {x + 4},{y - 4} {x + 8},{y}", 1.6, WHITE)
    s.curve("30,44 25,54 29,68", 2.6, WHITE, alpha=0.7)


@drawing
def gourd(s: Sketch) -> None:
    """A half gourd, used as a dipper (바가지)."""
    s.blob("8,56 24,34 48,34 66,44 84,26 94,26 92,38 76,54 72,74 50,88 22,82", (206, 170, 104))
    s.blob("14,58 28,42 48,42 62,52 62,66 46,76 24,72", mix((206, 170, 104), INK, 0.35), line=0.7)


@drawing
def mortar(s: Sketch) -> None:
    """A stone mortar with its pestle (절구)."""
    s.band("66,4 60,24 48,46", [4, 6, 4], WOOD)
    s.poly("14,44 86,44 74,68 66,76 74,95 26,95 34,76 26,68", STONE)
    s.oval("50,44 36,8", mix(STONE, INK, 0.35), shade=0)
    s.oval("50,45 24,4", PAPER, line=0.5)
    s.band("66,4 60,24 52,44", [4, 6, 5], WOOD)


@drawing
def loom(s: Sketch) -> None:
    """A hand loom (베틀)."""
    for text in ("8,92 16,20", "60,92 66,14", "92,92 90,52"):
        s.line(text, 4.4, DARK_WOOD)
    s.line("8,62 94,58", 4.4, WOOD)
    s.line("14,22 68,16", 4.0, WOOD)
    s.poly("18,26 64,22 84,58 30,60", WHITE, alpha=0.9)
    s.rows("22,27 34,59", "6,-0.4", 7, 0.6)
    s.rect("38,18 42,64", WOOD)
    s.rect("48,17 52,64", WOOD)


@drawing
def a_frame_carrier(s: Sketch) -> None:
    """A wooden back frame (지게)."""
    s.band("30,95 40,50 46,6", [2.4, 2.8, 2.2], WOOD)
    s.band("70,95 60,50 54,6", [2.4, 2.8, 2.2], WOOD)
    for y, half in ((26, 8), (44, 13), (62, 17)):
        s.line(f"{50 - half},{y} {50 + half},{y}", 3, DARK_WOOD)
    s.band("37,62 20,52 8,40", [2.4, 2.2, 1.6], WOOD)
    s.band("63,62 80,52 92,40", [2.4, 2.2, 1.6], WOOD)
    s.curve("41,44 30,64 36,84", 2.2, PAPER)
    s.curve("59,44 70,64 64,84", 2.2, PAPER)


@drawing
def palanquin(s: Sketch) -> None:
    """A bride's palanquin (가마)."""
    s.poly("2,72 98,72 98,76 2,76", DARK_WOOD)
    s.poly("18,38 82,38 84,84 16,84", RED)
    s.rect("36,44 64,80", (60, 88, 96), line=0.7)
    s.rows("36,53 64,53", "0,9", 3, 1.0, GOLD)
    s.rows("43,44 43,80", "7,0", 3, 1.0, GOLD)
    s.poly("8,40 24,20 50,12 76,20 92,40 50,34", (60, 78, 76))
    s.oval("50,10 4,5", GOLD)
    for x in (10, 90):
        s.line(f"{x},40 {x},58", 1.4, RED)
        s.oval(f"{x},60 2.4,3.6", YELLOW, line=0.4)
    s.rect("14,84 86,89", DARK_WOOD)


@drawing
def jangseung(s: Sketch) -> None:
    """A village guardian post with a carved face (장승)."""
    s.blob("32,20 36,10 64,10 68,20 68,92 64,97 36,97 32,92", WOOD)
    s.poly("26,12 34,3 66,3 74,12 62,16 38,16", BLACK)
    s.blob("36,28 44,22 48,30 42,36 36,34", WHITE, line=0.9)
    s.blob("64,28 56,22 52,30 58,36 64,34", WHITE, line=0.9)
    s.dots("43,29 57,29", 2.6)
    s.blob("46,34 54,34 58,46 50,50 42,46", mix(WOOD, RED, 0.25))
    s.rect("38,52 62,61", WHITE, line=1.0, bend=2)
    s.rows("43,52 43,61", "5,0", 4, 1.0)
    s.stroke("34,22 40,18 47,21", 3)
    s.stroke("66,22 60,18 53,21", 3)
    s.stroke("50,70 50,92", 4.0)
    s.stroke("44,74 57,74", 2.6)
    s.stroke("43,84 58,83", 2.6)


@drawing
def gat(s: Sketch) -> None:
    """A scholar's black horsehair hat (갓)."""
    s.oval("50,66 47,12", (66, 64, 68), alpha=0.85)
    s.poly("34,22 66,22 69,62 31,62", (58, 56, 60))
    s.oval("50,22 16,4", (86, 84, 88), line=0.7)
    s.curve("31,60 50,67 69,60", 1.4, BLACK)
    s.curve("30,70 34,86 46,95", 1.6, BLACK)
    s.curve("70,70 66,86 54,95", 1.6, BLACK)


@drawing
def hairpin(s: Sketch) -> None:
    """A long jade hairpin with a gold head (비녀)."""
    s.band("88,12 50,50 8,92", [2.6, 3.0, 1.6], (150, 190, 166))
    s.blob("78,10 86,4 96,6 96,16 90,24 80,20", GOLD)
    s.dots("88,13", 2.4, RED)


@drawing
def folding_screen(s: Sketch) -> None:
    """A painted folding screen (병풍)."""
    for k in range(6):
        x, lift = 2 + k * 16, 4 * (k % 2)
        s.poly(f"{x},{8 + lift} {x + 16},{12 - lift} {x + 16},{92 + lift} {x},{96 - lift}", DARK_WOOD)
        s.poly(f"{x + 2},{14 + lift} {x + 14},{16 - lift} {x + 14},{86 + lift} {x + 2},{88 - lift}", PAPER,
               line=0.5)  # fmt: skip
        s.stroke(f"{x + 4},{78} {x + 7},{54} {x + 6},{36}", 2.2)
        s.dots(f"{x + 9},{38} {x + 6},{46} {x + 11},{56}", 1.9, (PINK, RED, ORANGE)[k % 3])
        s.dots(f"{x + 4},{60} {x + 10},{68}", 1.6, GREEN)


@drawing
def gayageum(s: Sketch) -> None:
    """A twelve-stringed zither on its bridges (가야금)."""
    s.poly("2,70 90,22 98,34 12,86", WOOD)
    for k in range(6):
        s.line(f"{4 + k * 1.6},{72 + k * 2} {90 + k * 1.3},{24 + k * 1.8}", 0.7, PAPER)
    for k in range(5):
        x = 26 + k * 13
        s.poly(f"{x},{62 - k * 7} {x + 4},{56 - k * 7} {x + 9},{66 - k * 7}", PAPER, line=0.7)
    s.poly("2,70 8,66 18,82 12,86", DARK_WOOD)


@drawing
def drum(s: Sketch) -> None:
    """A barrel drum with painted rim and its stick (북)."""
    s.blob("14,36 20,24 80,24 86,36 88,62 86,80 80,92 20,92 14,80 12,62", RED)
    s.oval("50,28 36,12", PAPER)
    s.oval("50,28 29,8.6", mix(PAPER, WOOD, 0.2), line=0.5)
    for k in range(8):
        x = 17 + k * 9.4
        s.dots(f"{x},{43 - abs(k - 3.5) * 1.2}", 1.5, GOLD)
        s.line(f"{x},48 {x + 4.7},86", 0.9, YELLOW)
    s.oval("50,66 9,9", WHITE, line=0.6)
    s.blob("41,66 46,60 50,66 54,72 59,66 57,74 50,75 43,73", BLUE, line=0)
    s.blob("41,66 46,60 50,66 54,72 59,66 57,58 50,57 43,59", RED, line=0)
    s.band("60,24 82,10 96,4", [3.2, 2.2, 1.8], WOOD)


@drawing
def gong(s: Sketch) -> None:
    """A bronze gong in its frame (징)."""
    s.rect("8,8 14,95", DARK_WOOD)
    s.rect("86,8 92,95", DARK_WOOD)
    s.rect("4,4 96,11", RED)
    s.line("36,11 36,26", 1.2)
    s.line("64,11 64,26", 1.2)
    s.oval("50,52 31,31", GOLD)
    s.oval("50,52 23,23", mix(GOLD, BROWN, 0.25), line=0.6)
    s.oval("50,52 8,8", (246, 222, 140), line=0.5)


@drawing
def temple_bell(s: Sketch) -> None:
    """A great bronze bell (범종)."""
    s.band("44,14 42,6 50,2 58,6 56,14", [2.4, 2.4, 2.4, 2.4, 2.4], BRONZE)
    s.blob("36,18 50,13 64,18 73,34 78,64 82,92 50,96 18,92 22,64 27,34", BRONZE)
    s.curve("30,30 50,34 70,30", 1.4, mix(BRONZE, INK, 0.5))
    s.curve("20,84 50,89 80,84", 1.6, mix(BRONZE, INK, 0.5))
    for x in (34, 58):
        s.rect(f"{x - 4},38 {x + 12},52", mix(BRONZE, PAPER, 0.2), line=0.6)
        s.dots(f"{x},42 {x + 4},42 {x + 8},42 {x},48 {x + 4},48 {x + 8},48", 1.2, BRONZE)
    s.oval("50,70 8,8", mix(BRONZE, PAPER, 0.28), line=0.7)


@drawing
def pagoda(s: Sketch) -> None:
    """A three-storeyed stone pagoda (석탑)."""
    s.rect("49,2 51,14", DARK_STEEL)
    s.dots("50,8 50,12", 2.2, STONE)
    s.poly("14,88 86,88 92,96 8,96", STONE)
    s.rect("20,78 80,88", STONE)
    for half, base in ((26, 78), (21, 56), (16, 36)):
        s.rect(f"{50 - half * 0.68},{base - 14} {50 + half * 0.68},{base}", STONE)
        s.poly(f"{50 - half},{base - 14} {50 + half},{base - 14} {50 + half + 7},{base - 17} "
               f"{50 + half - 6},{base - 21} {50 - half + 6},{base - 21} {50 - half - 7},{base - 17}", STONE)
    s.rect("45,70 55,78", mix(STONE, INK, 0.55), line=0.6)


@drawing
def buddha_statue(s: Sketch) -> None:
    """A seated golden Buddha with a halo, on a lotus."""
    s.oval("50,34 38,33", mix(GOLD, RED, 0.35), line=0.8, shade=0.05)
    s.oval("50,34 34,29", mix(PAPER, GOLD, 0.25), line=0.5, shade=0.05)
    s.blob("24,56 34,46 50,44 66,46 76,56 82,74 90,82 50,88 10,82 18,74", GOLD)
    s.oval("50,30 12,14", (232, 196, 112))
    s.blob("38,27 40,15 47,13 50,7 53,13 60,15 62,27 56,20 44,20", (58, 60, 84), line=0.8)
    s.line("44,31 48,31", 1.1)
    s.line("52,31 56,31", 1.1)
    s.curve("46,37 50,38.4 54,37", 1.0, RED)
    s.curve("36,50 44,62 56,68 70,70", 1.3, mix(GOLD, INK, 0.5))
    s.blob("42,70 50,66 58,70 56,76 44,76", (232, 196, 112), line=0.7)
    for k in range(7):
        x = 11 + k * 13
        s.blob(f"{x - 6},86 {x},80 {x + 6},86 {x + 4},95 {x - 4},95", PINK, line=0.7)


@drawing
def statue(s: Sketch) -> None:
    """A bust of stone on its pedestal."""
    s.rect("28,66 72,74", STONE)
    s.rect("32,74 68,92", STONE)
    s.rect("26,92 74,97", STONE)
    s.blob("24,66 30,48 44,42 56,42 70,48 76,66", STONE)
    s.oval("50,26 14,18", mix(STONE, WHITE, 0.2))
    s.blob("35,24 37,9 50,4 63,9 65,24 58,15 42,15", STONE, line=0.8)
    s.curve("50,24 52,31 49,32", 1.0)
    s.line("42,25 47,25", 1.2)
    s.line("53,25 58,25", 1.2)
    s.line("46,37 54,37", 1.1)


@drawing
def lantern(s: Sketch) -> None:
    """A lantern of red and blue silk, lit (청사초롱)."""
    s.curve("50,2 50,12", 1.6, DARK_WOOD)
    s.poly("30,14 70,14 74,20 26,20", DARK_WOOD)
    s.blob("26,20 74,20 78,36 74,52 26,52 22,36", mix(RED, FLAME, 0.35))
    s.blob("26,52 74,52 78,64 72,80 28,80 22,64", mix(BLUE, FLAME, 0.25))
    s.oval("50,50 14,20", mix(FLAME, WHITE, 0.4), line=0, alpha=0.65, shade=0)
    s.rows("38,20 38,80", "12,0", 3, 0.8, alpha=0.5)
    s.poly("28,80 72,80 68,86 32,86", DARK_WOOD)
    s.line("50,86 50,97", 2.4, RED)


@drawing
def torch(s: Sketch) -> None:
    s.band("50,50 50,96", [5, 3], WOOD)
    s.blob("38,52 62,52 60,42 40,42", DARK_WOOD)
    s.blob("36,44 30,30 40,20 44,8 52,2 56,16 68,24 68,38 62,46 50,48", (230, 110, 50), line=0.7)
    s.blob("42,44 40,32 48,22 54,18 58,32 58,42 50,46", FLAME, line=0, shade=0)


@drawing
def candle(s: Sketch) -> None:
    """A burning candle in a dish."""
    s.oval("50,90 30,6", BRONZE)
    s.rect("40,42 60,88", WHITE, bend=2)
    s.blob("40,44 46,42 47,56 43,60 40,52", mix(WHITE, PAPER, 0.6), line=0.4)
    s.line("50,42 50,36", 1.4)
    s.blob("43,34 50,6 57,34 50,40", (238, 150, 70), line=0.5)
    s.blob("46,33 50,18 54,33 50,38", (255, 236, 170), line=0, shade=0)


@drawing
def incense(s: Sketch) -> None:
    """Incense sticks in a burner, with a thread of smoke."""
    for x, lean in ((43, -6), (50, 0), (57, 6)):
        s.line(f"{x},66 {x + lean},34", 1.5, BROWN)
        s.dots(f"{x + lean},34", 1.6, ORANGE)
        s.curve(f"{x + lean},31 {x + lean + 5},22 {x + lean - 5},13 {x + lean + 2},4", 1.0, STONE, alpha=0.7)
    s.blob("22,60 78,60 84,72 72,86 28,86 16,72", BRONZE)
    s.oval("50,61 28,4.6", mix(STONE, WHITE, 0.3), line=0.7)
    s.line("30,84 26,96", 4, BRONZE)
    s.line("70,84 74,96", 4, BRONZE)


@drawing
def tablet_ancestral(s: Sketch) -> None:
    """A memorial tablet on its stand (위패)."""
    s.poly("34,8 42,3 58,3 66,8 66,80 34,80", WOOD)
    s.rect("40,12 60,74", PAPER, line=0.6)
    for y in (20, 31, 42, 53, 64):
        s.stroke(f"46,{y} 54,{y - 1}", 2.0)
        s.stroke(f"50,{y - 3} 49,{y + 4}", 1.8)
    s.poly("24,80 76,80 82,90 18,90", DARK_WOOD)
    s.rect("22,90 78,96", DARK_WOOD)


@drawing
def offering_table(s: Sketch) -> None:
    """A table laid for the ancestors (제사상)."""
    s.rect("14,62 20,95", DARK_WOOD)
    s.rect("80,62 86,95", DARK_WOOD)
    s.poly("4,60 14,48 86,48 96,60 96,66 4,66", DARK_WOOD)
    s.rect("36,10 64,46", mix(WOOD, PAPER, 0.5), line=0.8)
    s.stroke("50,16 50,40", 2.2)
    for x, tint in ((14, RED), (30, YELLOW), (70, BROWN), (86, ORANGE)):
        s.poly(f"{x - 8},54 {x + 8},54 {x + 4},60 {x - 4},60", GOLD, line=0.6)
        s.dots(f"{x - 4},51 {x + 4},51 {x},47", 3.6, tint)
    for x in (42, 58):
        s.blob(f"{x - 6},52 {x + 6},52 {x + 4},60 {x - 4},60", GOLD, line=0.6)
        s.blob(f"{x - 5},52 {x},46 {x + 5},52", WHITE, line=0.5)
    for x in (24, 76):
        s.rect(f"{x - 2},26 {x + 2},46", WHITE, line=0.5)
        s.blob(f"{x - 2},25 {x},17 {x + 2},25", FLAME, line=0.3, shade=0)


@drawing
def altar(s: Sketch) -> None:
    """A mourning altar: a portrait among white flowers."""
    s.rect("36,6 64,44", BLACK)
    s.rect("40,10 60,40", (206, 208, 210), line=0.5)
    s.oval("50,22 6,7.4", (196, 188, 180), line=0.6)
    s.blob("42,40 44,32 56,32 58,40", (96, 98, 104), line=0.6)
    s.poly("36,6 45,6 36,18", BLACK, line=0)
    s.poly("64,6 55,6 64,18", BLACK, line=0)
    for row, y in enumerate((50, 62, 74)):
        for k in range(8 + row):
            x = 50 + (k - (7 + row) / 2) * 9.6
            s.dots(f"{x},{y + (k % 2) * 3}", 5.4, (150, 160, 138))
            s.dots(f"{x},{y + (k % 2) * 3}", 4.6, WHITE)
            s.dots(f"{x},{y + (k % 2) * 3}", 1.4, YELLOW)
    s.rect("4,82 96,96", WHITE)
    s.line("4,87 96,87", 1.2, BLACK)


@drawing
def coffin(s: Sketch) -> None:
    """A closed coffin of plain wood, draped with white cloth."""
    s.poly("4,52 20,36 96,36 88,52", mix(WOOD, PAPER, 0.25))
    s.poly("4,52 88,52 86,80 6,80", WOOD)
    s.poly("88,52 96,36 94,64 86,80", mix(WOOD, DARK_WOOD, 0.5))
    s.poly("32,36 52,36 44,53 42,80 22,80 24,53", WHITE)
    s.line("24,53 44,53", 0.8, alpha=0.5)
    s.line("6,66 22,66", 0.9, DARK_WOOD)
    s.line("43,66 87,66", 0.9, DARK_WOOD)


@drawing
def grave(s: Sketch) -> None:
    """A grass-grown burial mound with its stone table (무덤)."""
    s.blob("4,86 10,62 28,40 50,33 72,40 90,62 96,86 50,92", (132, 146, 98))
    for k in range(11):
        x, y = 16 + k * 7, 78 - 30 * (1 - ((k - 5) / 6.2) ** 2)
        s.stroke(f"{x},{y} {x + 2},{y - 8}", 1.6, DARK_GREEN)
        s.stroke(f"{x + 3},{y + 12} {x + 4},{y + 5}", 1.6, DARK_GREEN)
    s.poly("32,84 68,84 72,90 28,90", STONE)
    s.rect("34,90 42,96", STONE)
    s.rect("58,90 66,96", STONE)


@drawing
def headstone(s: Sketch) -> None:
    """A gravestone on a base, its writing worn (비석)."""
    s.blob("30,14 36,6 50,3 64,6 70,14", STONE)
    s.rect("31,12 69,80", STONE)
    for y in (22, 34, 46, 58, 69):
        s.stroke(f"46,{y} 54,{y - 1}", 2.0, mix(INK, STONE, 0.3))
        s.stroke(f"50,{y - 4} 50,{y + 5}", 1.8, mix(INK, STONE, 0.3))
    s.poly("18,80 82,80 88,94 12,94", STONE)
    s.stroke("10,95 13,88", 1.6, DARK_GREEN)
    s.stroke("88,95 84,87", 1.6, DARK_GREEN)


@drawing
def bier(s: Sketch) -> None:
    """A flower-decked bier (꽃상여)."""
    s.poly("2,78 98,78 98,82 2,82", DARK_WOOD)
    s.poly("16,46 84,46 84,78 16,78", WHITE)
    s.rows("26,48 26,77", "12,0", 5, 1.0, BLUE)
    s.poly("8,48 20,28 80,28 92,48", (84, 110, 120))
    for k in range(9):
        s.dots(f"{12 + k * 9.5},48", 4.4, (PINK, WHITE, YELLOW)[k % 3])
        s.dots(f"{16 + k * 8.5},29", 3.6, (RED, PINK, WHITE)[k % 3])
    s.curve("16,52 26,62 36,52 46,62 56,52 66,62 76,52 84,58", 1.8, WHITE)
    for x in (14, 86):
        s.line(f"{x},82 {x},92", 2, DARK_WOOD)


@drawing
def wreath(s: Sketch) -> None:
    """A tall funeral wreath of white chrysanthemums with black ribbons (근조화환)."""
    s.line("40,50 24,97", 3, DARK_WOOD)
    s.line("60,50 76,97", 3, DARK_WOOD)
    s.oval("50,34 34,32", DARK_GREEN)
    for k in range(15):
        x = 50 + 25 * (1, 0.913, 0.669, 0.309, -0.105, -0.5, -0.809, -0.978, -0.978, -0.809, -0.5,
                       -0.105, 0.309, 0.669, 0.913)[k]  # fmt: skip
        y = 34 + 24 * (0, 0.407, 0.743, 0.951, 0.995, 0.866, 0.588, 0.208, -0.208, -0.588, -0.866,
                       -0.995, -0.951, -0.743, -0.407)[k]  # fmt: skip
        s.dots(f"{x},{y}", 6.2, WHITE)
        s.dots(f"{x},{y}", 1.8, YELLOW)
    s.oval("50,34 14,13", GREEN, line=0.6)
    s.dots("50,34", 8, WHITE)
    s.dots("50,34", 2.4, YELLOW)
    s.poly("28,58 38,62 36,94 28,90", BLACK)
    s.poly("72,58 62,62 64,94 72,90", BLACK)
    s.rows("33,68 33,84", "34,0", 2, 1.4, WHITE)


@drawing
def chrysanthemum(s: Sketch) -> None:
    """A white chrysanthemum, the flower of mourning."""
    s.band("50,46 52,70 48,97", [1.6, 1.6, 1.6], DARK_GREEN)
    s.blob("50,74 66,62 84,66 72,76 56,80", GREEN)
    s.blob("49,86 32,76 18,80 30,90 46,92", GREEN)
    for ring, (count, reach, wide) in enumerate(((16, 34, 5.0), (13, 25, 4.4), (9, 15, 3.8))):
        for k in range(count):
            with s.placed(50, 36, turn_deg=360 * k / count + 9 * ring):
                s.blob(f"{-wide * 0.4},-3 {-wide},{-reach * 0.7} 0,{-reach} {wide},{-reach * 0.7} "
                       f"{wide * 0.4},-3", mix(WHITE, YELLOW, 0.05 + 0.1 * ring), line=0.5, shade=0.08)
    s.dots("50,36", 3.4, YELLOW)


@drawing
def hearse(s: Sketch) -> None:
    """A black hearse in profile."""
    s.blob("4,72 6,58 18,54 26,40 40,34 88,34 95,44 96,74 90,78 8,78", BLACK)
    s.poly("24,53 30,42 42,39 42,53", (120, 138, 146), line=0.6)
    s.poly("47,39 86,39 90,53 47,53", (120, 138, 146), line=0.6)
    s.curve("48,52 56,42 64,52 72,42 80,52 88,42", 1.4, WHITE)
    s.line("6,64 95,64", 1.2, STEEL)
    _wheels(s, (24, 76), 78, 9)


def _wheels(s: Sketch, xs: tuple[float, ...], y: float, radius: float) -> None:
    for x in xs:
        s.oval(f"{x},{y} {radius},{radius}", BLACK)
        s.oval(f"{x},{y} {radius * 0.5},{radius * 0.5}", STEEL, line=0.5)


@drawing
def straw(s: Sketch) -> None:
    """A tied sheaf of rice straw."""
    gold = (214, 184, 112)
    s.blob("34,46 22,10 34,6 50,10 66,5 78,10 66,46 80,92 62,96 38,96 20,92", gold)
    s.rows("32,12 42,44", "8,-1", 5, 0.9, BROWN)
    s.rows("42,54 30,92", "6,0", 4, 0.9, BROWN)
    s.rect("34,43 66,52", BROWN, bend=3)


@drawing
def rice_sack(s: Sketch) -> None:
    """A full sack of rice (쌀가마니)."""
    s.blob("14,30 24,20 50,18 76,20 86,30 90,66 82,92 50,96 18,92 10,66", (220, 204, 168))
    s.poly("30,20 24,6 40,12 50,4 60,12 76,6 70,20", (220, 204, 168))
    s.line("30,20 70,20", 3.4, BROWN)
    s.rect("32,42 68,78", WHITE, line=0.5)
    s.stroke("50,46 44,58 36,64", 3.4)
    s.stroke("50,50 58,58 64,64", 3.4)
    s.stroke("42,70 58,69", 3.0)


@drawing
def sack(s: Sketch) -> None:
    """A tied cloth sack."""
    s.blob("30,34 44,28 56,28 70,34 90,62 88,88 50,96 12,88 10,62", EARTH)
    s.blob("34,10 44,16 50,8 58,16 68,9 62,28 40,28", EARTH)
    s.line("38,28 62,29", 3.6, DARK_WOOD)
    s.curve("36,46 28,64 32,84", 1.3, mix(EARTH, INK, 0.5))
    s.curve("62,44 68,62 64,84", 1.3, mix(EARTH, INK, 0.5))


@drawing
def bundle(s: Sketch) -> None:
    """A bundle knotted in cloth (보따리)."""
    s.blob("10,62 22,42 50,36 78,42 90,62 84,86 50,95 16,86", (182, 86, 100))
    s.blob("48,38 30,30 14,12 30,14 46,26", (182, 86, 100))
    s.blob("52,38 70,30 86,12 70,14 54,26", (182, 86, 100))
    s.oval("50,34 8,7", mix((182, 86, 100), INK, 0.2))
    s.curve("44,40 30,58 26,80", 1.2)
    s.curve("56,40 70,58 74,80", 1.2)
    s.curve("50,42 52,62 48,86", 1.0)


@drawing
def meju(s: Sketch) -> None:
    """Blocks of fermented soybean hung in straw (메주)."""
    for x, y in ((8, 30), (54, 44)):
        s.line(f"{x + 18},2 {x + 18},{y}", 2.4, (206, 176, 108))
        s.rect(f"{x},{y} {x + 38},{y + 40}", (176, 132, 78), bend=6)
        s.line(f"{x + 18},{y} {x + 18},{y + 40}", 2.6, (206, 176, 108))
        s.line(f"{x},{y + 20} {x + 38},{y + 20}", 2.6, (206, 176, 108))
        s.dots(f"{x + 8},{y + 9} {x + 28},{y + 12} {x + 9},{y + 30} {x + 28},{y + 31}", 1.5, BROWN)


@drawing
def kite(s: Sketch) -> None:
    """A Korean shield kite with its round hole (방패연)."""
    s.poly("16,4 84,4 84,82 16,82", WHITE)
    s.poly("16,4 84,4 84,26 16,26", RED, line=0.6)
    s.poly("16,62 84,62 84,82 16,82", BLUE, line=0.6)
    s.oval("50,44 11,11", mix(WHITE, INK, 0.25), line=0.8)
    s.line("16,4 84,82", 0.9, WOOD)
    s.line("84,4 16,82", 0.9, WOOD)
    s.curve("30,82 26,90 32,97", 1.4, RED)
    s.curve("70,82 74,90 68,97", 1.4, BLUE)


@drawing
def pinwheel(s: Sketch) -> None:
    """A paper pinwheel."""
    s.rect("48.6,42 51.4,97", WOOD, line=0.7)
    for k, tint in enumerate((RED, YELLOW, BLUE, GREEN)):
        with s.placed(50, 38, turn_deg=90 * k + 20):
            s.poly("0,0 0,-34 24,-24", tint)
    s.dots("50,38", 3, GOLD)


@drawing
def folding_fan(s: Sketch) -> None:
    """A paper fan with an ink orchid."""
    s.blob("50,86 4,44 16,22 34,10 50,7 66,10 84,22 96,44", PAPER)
    for k in range(9):
        x, y = 6 + k * 11, 44 - 36 * (1 - ((k - 4) / 4.4) ** 2)
        s.line(f"50,84 {x},{y}", 0.8, WOOD)
    s.stroke("40,62 34,40 24,28", 2.2)
    s.stroke("44,60 46,36 56,22", 2.2)
    s.stroke("46,60 60,44 74,38", 2.0)
    s.dots("58,24 30,32", 2.4, PINK)
    s.oval("50,86 4,4", DARK_WOOD)


@drawing
def smoking_pipe(s: Sketch) -> None:
    """A long pipe (곰방대)."""
    s.band("94,88 50,52 22,26", [1.6, 1.8, 2.0], WOOD)
    s.blob("24,30 14,26 8,14 18,8 26,14 28,24", BRONZE)
    s.oval("15,11 6,3.4", BLACK, line=0.6)
    s.band("96,90 86,81", [2.4, 2.4], BRONZE)
    s.curve("14,6 18,2", 1.2, STONE, alpha=0.6)


@drawing
def go_board(s: Sketch) -> None:
    """A go board with stones."""
    s.poly("4,58 28,34 96,34 78,58", (222, 182, 112))
    s.poly("4,58 78,58 78,72 4,72", WOOD)
    s.poly("78,58 96,34 96,46 78,72", DARK_WOOD)
    for k in range(6):
        s.line(f"{10 + k * 3.6},{55 - k * 3.8} {77 + k * 3},{55 - k * 3.8}", 0.6)
        s.line(f"{14 + k * 12.4},57 {34 + k * 11.4},35", 0.6)
    for x, y, tint in ((34, 48, BLACK), (48, 44, WHITE), (60, 50, BLACK), (56, 40, WHITE), (40, 53, WHITE)):
        s.oval(f"{x},{y} 4.2,2.4", tint, line=0.7)
    for x in (12, 66):
        s.rect(f"{x},72 {x + 8},80", DARK_WOOD)


@drawing
def magic_lamp(s: Sketch) -> None:
    """A golden oil lamp with a wisp of smoke."""
    s.blob("16,54 34,46 62,46 74,54 94,44 96,50 76,68 60,78 36,78 20,70", GOLD)
    s.blob("36,46 44,36 54,36 60,46", GOLD)
    s.dots("49,34", 3, GOLD)
    s.curve("18,58 4,52 8,68 24,72", 3.4, GOLD)
    s.poly("40,78 56,78 64,92 32,92", mix(GOLD, BROWN, 0.3))
    s.curve("95,42 88,32 96,24 90,12", 1.6, STONE, alpha=0.7)


@drawing
def straw_hat(s: Sketch) -> None:
    """A straw hat."""
    gold = (214, 184, 112)
    s.oval("50,66 46,14", gold)
    s.blob("30,62 34,36 50,30 66,36 70,62 50,68", gold)
    s.curve("31,58 50,65 69,58", 3, RED)
    s.rows("12,66 30,60", "0,4", 2, 0.7, BROWN)


@drawing
def shaman_bell(s: Sketch) -> None:
    """A shaman's cluster of bells (방울)."""
    s.band("50,96 50,54", [3, 3], DARK_WOOD)
    for x, y in ((34, 40), (50, 46), (66, 40), (28, 24), (44, 26), (60, 26), (72, 24)):
        s.oval(f"{x},{y} 8,8", GOLD)
        s.line(f"{x - 4},{y + 2} {x + 4},{y + 2}", 1.1)
    s.curve("50,90 40,97", 2, RED)
    s.curve("50,90 60,97", 2, BLUE)


@drawing
def sky_lantern(s: Sketch) -> None:
    """A paper lantern that rises by its flame (풍등)."""
    s.blob("26,14 50,5 74,14 82,44 74,78 26,78 18,44", mix(ORANGE, FLAME, 0.55))
    s.oval("50,64 18,16", mix(FLAME, WHITE, 0.5), line=0, alpha=0.8, shade=0)
    s.curve("26,78 50,83 74,78", 1.6, DARK_WOOD)
    s.blob("45,86 50,72 55,86", (255, 240, 190), line=0.4, shade=0)
    s.curve("38,12 34,44 38,78", 0.8, BROWN)
    s.curve("62,12 66,44 62,78", 0.8, BROWN)


@drawing
def norigae(s: Sketch) -> None:
    """A hanging ornament with a jade ring and tassel (노리개)."""
    s.curve("50,2 50,22", 2, RED)
    s.oval("50,30 12,11", (150, 190, 166))
    s.oval("50,30 5,5", PAPER, line=0.6)
    s.oval("50,47 6,6", GOLD)
    s.poly("44,54 56,54 62,96 38,96", RED)
    s.rows("44,58 41,95", "5,0", 4, 0.8)


@drawing
def bride_crown(s: Sketch) -> None:
    """A bride's small black crown with beads (족두리)."""
    s.blob("14,80 18,44 34,24 50,20 66,24 82,44 86,80 50,88", BLACK)
    s.dots("50,22", 5, RED)
    s.dots("30,46 70,46 50,54", 4.4, GOLD)
    s.dots("22,66 38,70 62,70 78,66", 3.4, PINK)
    s.dots("50,40 40,58 60,58", 2.6, SKIN)
