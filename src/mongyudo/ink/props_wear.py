"""Clothes, bags and what one wears."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import (
    BLACK,
    BLUE,
    BROWN,
    DARK_STEEL,
    DARK_WOOD,
    GOLD,
    GREEN,
    INK,
    ORANGE,
    PAPER,
    PINK,
    RED,
    SKY,
    STEEL,
    WHITE,
    WOOD,
    YELLOW,
    Rgb,
    Sketch,
    drawing,
)

KHAKI: Rgb = (116, 122, 88)
NAVY: Rgb = (66, 78, 106)


@drawing
def hanbok(s: Sketch) -> None:
    """A woman's hanbok: short jacket, long skirt, ribbon."""
    s.blob("36,38 64,38 80,66 90,96 50,98 10,96 20,66", (196, 74, 92))
    for text in ("44,42 38,70 30,95", "56,42 62,70 70,95", "50,42 50,96"):
        s.curve(text, 1.1)
    s.blob(
        "34,12 50,18 66,12 74,22 96,44 88,56 70,44 66,40 34,40 30,44 12,56 4,44 26,22",
        (240, 222, 168),
    )
    s.poly("40,10 50,24 60,10 64,13 51,32 36,13", WHITE)
    s.poly("8,46 15,53 12,56 4,48", BLUE, line=0.7)
    s.poly("92,46 85,53 88,56 96,48", BLUE, line=0.7)
    s.poly("50,28 56,30 60,60 54,60", RED)
    s.poly("50,28 45,31 44,52 49,52", RED)


@drawing
def clothes(s: Sketch) -> None:
    """Folded clothes in a pile."""
    for k, tint in enumerate(((150, 90, 84), (214, 206, 186), (104, 124, 142), (170, 156, 112))):
        y = 80 - k * 17
        s.blob(f"10,{y} 50,{y - 2} 90,{y} 93,{y + 8} 88,{y + 16} 12,{y + 16} 7,{y + 8}", tint)
        s.curve(f"14,{y + 8} 60,{y + 7}", 1.0)
    s.poly("36,28 50,40 64,28", mix((170, 156, 112), INK, 0.25), line=0.8)


def _jacket(s: Sketch, tint: Rgb, shirt: Rgb) -> None:
    s.blob("34,10 66,10 84,18 97,56 86,62 76,44 76,96 24,96 24,44 14,62 3,56 16,18", tint)
    s.poly("40,9 60,9 50,46", shirt)
    s.poly("34,10 41,8 50,46 44,52 36,32 30,26", mix(tint, WHITE, 0.12))
    s.poly("66,10 59,8 50,46 56,52 64,32 70,26", mix(tint, WHITE, 0.12))
    s.line("50,48 50,95", 1.1)


@drawing
def suit(s: Sketch) -> None:
    """A dark suit jacket with a tie."""
    _jacket(s, (72, 74, 86), WHITE)
    s.poly("46,12 54,12 53,20 55,40 50,46 45,40 47,20", RED, line=0.8)
    s.dots("52,60 52,74", 1.6, STEEL)


@drawing
def uniform(s: Sketch) -> None:
    """A uniform jacket with shoulder marks and a badge."""
    _jacket(s, NAVY, SKY)
    s.poly("46,12 54,12 50,46", NAVY, line=0.8)
    s.rect("20,15 32,20", GOLD, line=0.7)
    s.rect("68,15 80,20", GOLD, line=0.7)
    s.oval("64,40 4,5", GOLD, line=0.7)
    s.dots("50,58 50,70 50,82", 1.7, GOLD)


@drawing
def military_uniform(s: Sketch) -> None:
    """A soldier's jacket in mottled green."""
    _jacket(s, KHAKI, (96, 102, 74))
    for x, y in (
        (22, 30),
        (34, 60),
        (66, 34),
        (78, 28),
        (64, 74),
        (32, 82),
        (42, 40),
        (90, 48),
        (12, 48),
    ):
        s.blob(
            f"{x - 6},{y} {x},{y - 4} {x + 6},{y - 1} {x + 3},{y + 4} {x - 4},{y + 3}",
            (78, 84, 58),
            line=0,
            shade=0,
        )
    for x, y in ((28, 46), (70, 56), (58, 86), (40, 74), (84, 36)):
        s.dots(f"{x},{y}", 2.6, (150, 132, 94))
    s.rect("28,48 44,60", KHAKI, line=0.7)
    s.rect("56,48 72,60", KHAKI, line=0.7)
    s.line("30,46 42,46", 2, WHITE)


@drawing
def school_uniform(s: Sketch) -> None:
    """A school blazer, with a ribbon and a pleated skirt below."""
    s.poly("30,64 70,64 80,97 20,97", (112, 116, 128))
    s.rows("34,66 28,97", "8,0", 5, 1.0)
    s.blob("36,6 64,6 80,13 92,44 82,49 74,34 74,68 26,68 26,34 18,49 8,44 20,13", NAVY)
    s.poly("41,5 59,5 50,34", WHITE)
    s.line("50,36 50,67", 1)
    s.blob("50,24 38,18 38,30", RED, line=0.8)
    s.blob("50,24 62,18 62,30", RED, line=0.8)
    s.dots("53,46 53,58", 1.5, GOLD)


@drawing
def wedding_dress(s: Sketch) -> None:
    s.blob("40,30 60,30 74,58 94,94 50,98 6,94 26,58", WHITE)
    s.blob("38,8 42,14 50,17 58,14 62,8 66,22 60,34 40,34 34,22", WHITE)
    for text in ("46,36 40,66 28,93", "54,36 60,66 72,93", "50,36 50,96"):
        s.curve(text, 1.0, alpha=0.5)
    for k in range(9):
        s.dots(
            f"{12 + k * 9.5},{92 + (0, 1.4, 2.2, 2.8, 3)[min(k, 8 - k)]}",
            2.6,
            mix(WHITE, PINK, 0.35),
        )
    s.blob("50,33 42,28 44,38", PINK, line=0.7)
    s.blob("50,33 58,28 56,38", PINK, line=0.7)


@drawing
def skirt(s: Sketch) -> None:
    s.rect("34,8 66,16", DARK_WOOD)
    s.blob("34,16 66,16 84,60 94,92 50,97 6,92 16,60", (178, 106, 110))
    for text in ("42,18 32,56 24,93", "50,18 50,96", "58,18 68,56 76,93"):
        s.curve(text, 1.2)


@drawing
def pajamas(s: Sketch) -> None:
    """Pyjamas, jacket and trousers."""
    s.poly("32,56 68,56 74,97 54,97 50,68 46,97 26,97", SKY)
    s.blob("38,8 62,8 78,14 92,46 80,50 72,36 72,60 28,60 28,36 20,50 8,46 22,14", SKY)
    s.poly("41,7 59,7 50,24", WHITE)
    s.line("50,26 50,59", 1)
    s.rows("30,30 30,58", "6,0", 4, 0.8, BLUE, alpha=0.5)
    s.rows("54,30 54,58", "6,0", 4, 0.8, BLUE, alpha=0.5)
    s.dots("52,34 52,46", 1.4, WHITE)


@drawing
def vest(s: Sketch) -> None:
    s.poly("30,8 40,8 50,38 60,8 70,8 70,34 80,46 80,95 20,95 20,46 30,34", (142, 110, 84))
    s.line("50,38 50,95", 1.2)
    s.dots("54,50 54,64 54,78", 1.9, GOLD)
    s.line("26,70 42,70", 1.2)
    s.line("60,70 74,70", 1.2)


@drawing
def life_jacket(s: Sketch) -> None:
    s.poly("28,6 42,6 50,28 58,6 72,6 76,32 84,46 84,95 16,95 16,46 24,32", ORANGE)
    s.rect("16,54 84,61", BLACK, line=0.5)
    s.rect("16,76 84,83", BLACK, line=0.5)
    s.rect("44,52 56,63", STEEL, line=0.7)
    s.line("50,28 50,95", 1.4)
    s.rect("24,34 38,42", YELLOW, line=0.5)
    s.rect("62,34 76,42", YELLOW, line=0.5)


@drawing
def shoes(s: Sketch) -> None:
    """A pair of plain shoes, facing left."""
    for x, y in ((12, -16), (0, 0)):
        with s.placed(x, y):
            s.blob("4,82 8,70 28,64 46,54 52,46 80,46 86,60 86,84 10,86", (104, 78, 60))
            s.blob("54,46 78,46 78,54 56,56", BLACK, line=0.6)
            s.rect("3,84 87,92", (70, 56, 46), bend=3)
            s.rows("34,66 40,72", "7,-5", 3, 1.4, PAPER)


@drawing
def belt(s: Sketch) -> None:
    s.band(
        "94,20 60,14 24,26 10,50 24,76 60,86 92,78", [5, 5.4, 5.4, 5.4, 5.4, 5.4, 5], (122, 82, 56)
    )
    s.rect("80,66 98,92", GOLD, bend=2)
    s.rect("85,72 93,86", (122, 82, 56), line=0.6)
    s.dots("40,84 50,86 60,86", 1.3)


@drawing
def wallet(s: Sketch) -> None:
    """A wallet with notes peeping out."""
    s.poly("16,26 84,22 84,44 16,44", (206, 196, 140))
    s.poly("22,20 78,16 78,40 22,40", (176, 196, 150))
    s.rect("8,34 92,88", (122, 82, 56), bend=5)
    s.rect("8,40 92,48", mix((122, 82, 56), INK, 0.25), line=0.7)
    s.rect("74,54 96,70", (146, 102, 70), bend=3)
    s.dots("85,62", 2.4, GOLD)


@drawing
def pouch(s: Sketch) -> None:
    """A silk lucky pouch with its cord (복주머니)."""
    s.blob("22,40 38,32 62,32 78,40 92,66 80,92 50,97 20,92 8,66", RED)
    s.blob("30,14 42,20 50,13 58,20 70,14 64,34 36,34", RED)
    s.band("30,32 50,36 70,32", [2.2, 2.2, 2.2], YELLOW)
    s.curve("34,34 20,48 24,62", 1.8, YELLOW)
    s.curve("66,34 80,48 76,62", 1.8, YELLOW)
    s.oval("50,66 14,14", YELLOW, line=0.8)
    s.blob("50,56 55,63 62,66 55,70 50,77 45,70 38,66 45,63", GREEN, line=0.6)


@drawing
def necklace(s: Sketch) -> None:
    for k in range(15):
        t = (k - 7) / 7
        s.oval(f"{50 + 38 * t},{76 - 66 * t * t} 4.4,4.4", mix(WHITE, GOLD, 0.12), line=0.8)
    s.blob("50,78 58,86 50,98 42,86", (86, 132, 170))


@drawing
def bracelet(s: Sketch) -> None:
    """A jade bangle."""
    s.ring("50,50 46,40", 9, (140, 184, 156))
    s.curve("14,38 26,22 44,14", 2.2, WHITE, alpha=0.8)


@drawing
def earring(s: Sketch) -> None:
    for x in (28, 72):
        s.curve(f"{x},22 {x - 5},12 {x},5 {x + 5},12 {x},22", 1.6, GOLD)
        s.oval(f"{x},32 6,6", GOLD)
        s.blob(f"{x},40 {x + 12},68 {x},92 {x - 12},68", (86, 132, 170))


@drawing
def crown(s: Sketch) -> None:
    """A gold crown of Silla, with branches and jade."""
    for x, lean in ((24, -6), (50, 0), (76, 6)):
        s.band(f"{x},78 {x + lean},8", [2.4, 1.8], GOLD)
        for y in (22, 38, 54):
            with s.placed(x, y):
                twig = f"{lean - 11},-9 -9,0 9,0 {lean + 11},-9"
                s.band(twig, [1.6, 2, 2, 1.6], GOLD, line=0.7)
                s.dots(f"{lean - 11},-6 {lean + 11},-6", 2.6, (130, 180, 150))
    s.blob("8,74 50,80 92,74 92,90 50,96 8,90", GOLD)
    s.dots("20,84 35,86 50,87 65,86 80,84", 2.6, (130, 180, 150))


@drawing
def button(s: Sketch) -> None:
    s.oval("50,50 44,44", (190, 164, 120))
    s.oval("50,50 33,33", mix((190, 164, 120), WHITE, 0.25), line=0.7)
    s.dots("41,41 59,41 41,59 59,59", 4.4, BROWN)
    s.line("41,41 59,59", 1.6, RED)
    s.line("59,41 41,59", 1.6, RED)


@drawing
def cloth(s: Sketch) -> None:
    """A bolt of silk, unrolling."""
    s.poly("20,40 92,66 96,92 14,92", (190, 106, 122))
    for text in ("34,50 30,90", "52,56 52,91", "70,61 74,91"):
        s.curve(text, 1.1)
    s.band("10,34 86,14", [11, 11], (190, 106, 122))
    s.oval("86,14 5,11", (222, 176, 180))
    s.oval("86,14 2,5", DARK_WOOD, line=0.6)


@drawing
def diaper(s: Sketch) -> None:
    s.blob("8,30 30,34 70,34 92,30 94,46 74,56 64,78 50,84 36,78 26,56 6,46", WHITE)
    s.rect("6,32 20,40", BLUE, line=0.5)
    s.rect("80,32 94,40", BLUE, line=0.5)
    s.curve("26,54 38,60 40,74", 1)
    s.curve("74,54 62,60 60,74", 1)


@drawing
def face_mask(s: Sketch) -> None:
    """A cloth mask."""
    s.blob("20,34 50,26 80,34 82,56 72,74 50,80 28,74 18,56", WHITE)
    s.curve("20,36 4,38 4,60 20,62", 1.6, DARK_STEEL)
    s.curve("80,36 96,38 96,60 80,62", 1.6, DARK_STEEL)
    for y in (44, 53, 62):
        s.curve(f"24,{y} 50,{y - 3} 76,{y}", 1, alpha=0.5)


@drawing
def leather(s: Sketch) -> None:
    """A piece of tanned leather."""
    s.blob("12,14 40,8 70,14 92,10 90,44 94,84 62,90 30,86 8,92 12,52", (150, 104, 68))
    s.rows("18,20 84,18", "0,0", 1, 1.2, PAPER)
    for k in range(8):
        s.line(f"{16 + k * 9.6},18 {20 + k * 9.6},18", 1.6, PAPER)


@drawing
def leash(s: Sketch) -> None:
    s.ring("24,74 20,16", 5, RED)
    s.curve("42,68 58,46 50,26 70,12 88,20", 3, RED)
    s.ring("88,24 9,12", 3, RED)
    s.oval("42,69 4,4", STEEL)


@drawing
def perfume(s: Sketch) -> None:
    s.rect("24,44 76,94", (226, 196, 180), bend=6)
    s.rect("30,56 70,88", (238, 214, 176), line=0.5, bend=3)
    s.rect("42,28 58,44", GOLD)
    s.blob("38,12 62,12 66,20 62,28 38,28 34,20", PINK)
    s.rect("36,64 64,78", WHITE, line=0.5)


@drawing
def lipstick(s: Sketch) -> None:
    s.poly("36,12 60,24 60,50 40,50 36,40", (190, 54, 66))
    s.rect("34,48 66,62", GOLD)
    s.rect("30,60 70,95", BLACK, bend=2)


@drawing
def nail_clipper(s: Sketch) -> None:
    with s.placed(50, 50, turn_deg=-35):
        s.band("-44,6 0,8 40,2", [3, 4, 3], STEEL)
        s.band("-44,-6 0,-4 40,-2", [3, 4, 3], STEEL)
        s.band("-36,-18 0,-10 28,-4", [2.6, 3, 2.6], DARK_STEEL)
        s.dots("28,0", 2.4, BLACK)


@drawing
def light_stick(s: Sketch) -> None:
    """A fan's light stick."""
    s.rect("42,52 58,97", WHITE, bend=4)
    s.oval("50,32 24,24", (214, 170, 206))
    s.oval("50,32 16,16", (246, 226, 240), line=0.4, shade=0)
    s.rect("40,52 60,60", STEEL, line=0.8)


@drawing
def hat(s: Sketch) -> None:
    """A plain felt hat."""
    s.oval("50,70 46,12", (92, 84, 80))
    s.blob("26,68 30,36 42,28 50,32 58,28 70,36 74,68 50,74", (104, 96, 92))
    s.curve("27,62 50,69 73,62", 4.4, BLACK)


@drawing
def bag(s: Sketch) -> None:
    """A handbag."""
    s.curve("30,42 34,12 66,12 70,42", 3.4, DARK_WOOD)
    s.blob("16,40 84,40 94,90 84,95 16,95 6,90", (156, 102, 74))
    s.poly("16,40 84,40 80,62 50,68 20,62", mix((156, 102, 74), INK, 0.15), line=0.9)
    s.rect("44,60 56,72", GOLD, bend=2)


@drawing
def luggage(s: Sketch) -> None:
    """A travel trunk with straps."""
    s.curve("38,26 38,12 62,12 62,26", 3.4, DARK_WOOD)
    s.rect("6,26 94,92", (138, 98, 66), bend=5)
    for x in (22, 70):
        s.rect(f"{x},26 {x + 8},92", (92, 64, 46), line=0.8)
        s.rect(f"{x - 1},52 {x + 9},62", GOLD, line=0.7)
    s.rect("42,42 58,52", GOLD, line=0.8)
    for text in ("6,26 18,26 6,38", "94,26 82,26 94,38", "6,92 18,92 6,80", "94,92 82,92 94,80"):
        s.poly(text, (92, 64, 46), line=0.6)


@drawing
def umbrella(s: Sketch) -> None:
    """An open umbrella."""
    s.line("50,8 50,84", 2.4, DARK_WOOD)
    s.curve("50,82 50,94 60,97 66,90", 2.8, DARK_WOOD)
    s.blob("4,50 12,30 30,16 50,10 70,16 88,30 96,50 80,44 66,50 50,44 34,50 20,44", (150, 64, 66))
    for text in ("50,11 36,28 34,49", "50,11 64,28 66,49"):
        s.curve(text, 1.1)
    s.line("50,10 50,4", 2, DARK_WOOD)


@drawing
def ring(s: Sketch) -> None:
    """A ring with a stone."""
    s.ring("50,66 30,30", 7, GOLD)
    s.poly("36,22 64,22 74,34 50,54 26,34", (190, 222, 230))
    s.line("26,34 74,34", 0.9)
    s.line("42,34 50,53 58,34", 0.9, WOOD, alpha=0.6)
