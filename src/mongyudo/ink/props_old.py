"""Things of old Korea."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import (
    BLACK,
    BLUE,
    BRONZE,
    BROWN,
    DARK_WOOD,
    GOLD,
    GREEN,
    INK,
    ORANGE,
    PAPER,
    PINK,
    RED,
    SKIN,
    STONE,
    WHITE,
    WOOD,
    YELLOW,
    Sketch,
    drawing,
)

GLAZE = (112, 76, 52)
CELADON = (158, 190, 168)
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
    s.blob("44,6 56,6 56,14 58,26 72,38 82,52 74,74 62,92 60,96 40,96 "
           "38,92 26,74 18,52 28,38 42,26 "
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
        with s.placed(x, 0):
            s.poly(f"0,{8 + lift} 16,{12 - lift} 16,{92 + lift} 0,{96 - lift}", DARK_WOOD)
            sheet = f"2,{14 + lift} 14,{16 - lift} 14,{86 + lift} 2,{88 - lift}"
            s.poly(sheet, PAPER, line=0.5)
            s.stroke("4,78 7,54 6,36", 2.2)
            s.dots("9,38 6,46 11,56", 1.9, (PINK, RED, ORANGE)[k % 3])
            s.dots("4,60 10,68", 1.6, GREEN)


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
    """A paper pinwheel; the phase turns it."""
    s.rect("48.6,42 51.4,97", WOOD, line=0.7)
    for k, tint in enumerate((RED, YELLOW, BLUE, GREEN)):
        with s.placed(50, 38, turn_deg=90 * k + 20 + 90 * s.phase):
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
    for x, y, tint in (
        (34, 48, BLACK),
        (48, 44, WHITE),
        (60, 50, BLACK),
        (56, 40, WHITE),
        (40, 53, WHITE),
    ):
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
