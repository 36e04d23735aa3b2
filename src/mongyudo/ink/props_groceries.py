"""Fruit, vegetables, bottles and what the kitchen keeps."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import (
    BLACK,
    BROWN,
    CHILI,
    COBALT,
    DARK_GREEN,
    DARK_STEEL,
    DARK_WOOD,
    GOLD,
    GREEN,
    INK,
    ORANGE,
    PAPER,
    PORCELAIN,
    RED,
    RICE,
    STEEL,
    WHITE,
    WOOD,
    YELLOW,
    Sketch,
    drawing,
)

GLASS = (206, 222, 220)


@drawing
def tofu(s: Sketch) -> None:
    s.poly("8,48 34,34 94,40 70,56", WHITE)
    s.poly("8,48 70,56 70,86 8,78", (246, 238, 220))
    s.poly("70,56 94,40 94,68 70,86", (226, 214, 190))


@drawing
def sauce(s: Sketch) -> None:
    """A jar of red pepper paste and a bottle of soy sauce."""
    s.rect("8,46 48,94", CHILI, bend=6)
    s.rect("6,38 50,48", (220, 60, 50), bend=2)
    s.rect("14,60 42,80", PAPER, line=0.6)
    s.blob("60,40 60,24 64,10 76,10 80,24 80,40 88,54 88,94 54,94 54,54", (78, 54, 46))
    s.rect("62,4 78,12", RED, bend=1)
    s.rect("58,60 84,82", PAPER, line=0.6)


@drawing
def bottle(s: Sketch) -> None:
    """A glass bottle, empty."""
    s.blob(
        "42,6 58,6 58,30 70,44 72,60 72,92 66,96 34,96 28,92 28,60 30,44 42,30",
        (150, 184, 164),
        alpha=0.92,
    )
    s.rect("40,3 60,9", DARK_STEEL, bend=1)
    s.curve("36,46 34,66 35,88", 2.8, WHITE, alpha=0.75)


@drawing
def soju(s: Sketch) -> None:
    """A green bottle and a small glass."""
    s.blob("30,4 42,4 43,24 54,40 56,56 56,93 50,96 22,96 16,93 16,56 18,40 29,24", (86, 140, 96))
    s.rect("28,2 44,9", STEEL, bend=1)
    s.rect("17,56 55,80", WHITE, line=0.6)
    s.rows("26,64 46,64", "0,7", 2, 2.0, GREEN)
    s.poly("66,66 94,66 90,95 70,95", GLASS, alpha=0.9)
    s.poly("67,74 93,74 90,93 71,93", mix(GLASS, WHITE, 0.5), line=0.3, shade=0)


@drawing
def makgeolli(s: Sketch) -> None:
    """A brass kettle and a bowl of rice wine."""
    s.blob("10,62 18,44 36,36 54,44 62,62 58,82 48,90 24,90 14,82", GOLD)
    s.oval("36,38 13,4", mix(GOLD, BROWN, 0.3))
    s.dots("36,32", 3, GOLD)
    s.band("58,58 70,50 76,40", [4.4, 3, 2.2], GOLD)
    s.curve("18,46 22,18 50,18 54,46", 2.6, BROWN)
    s.blob("64,74 96,74 92,88 84,94 76,94 68,88", GOLD)
    s.oval("80,74 15,4.4", RICE, line=0.7)


@drawing
def cup(s: Sketch) -> None:
    """A plain cup."""
    s.poly("20,20 74,20 68,92 26,92", PORCELAIN)
    s.oval("47,20 27,6", mix(PORCELAIN, INK, 0.2), line=0.8)
    s.curve("72,34 90,36 88,62 69,66", 4.2, PORCELAIN)
    s.curve("73,31 93,34 91,65 69,70", 1.1)
    s.curve("28,30 30,60 32,84", 2.6, WHITE)


@drawing
def glass_of_water(s: Sketch) -> None:
    s.poly("22,8 78,8 70,95 30,95", GLASS, alpha=0.85)
    s.poly("25,34 75,34 69.6,92 30.6,92", (164, 200, 214), line=0.4, alpha=0.95)
    s.oval("50,34 25,5", (196, 222, 230), line=0.6)
    s.oval("50,8 28,5", WHITE, line=0.8, alpha=0.7, shade=0)
    s.curve("31,16 34,50 36,86", 2.4, WHITE)


@drawing
def plate(s: Sketch) -> None:
    s.oval("50,60 47,22", PORCELAIN)
    s.oval("50,58 33,14", mix(PORCELAIN, WHITE, 0.5), line=0.7)
    s.oval("50,59.5 42,18.4", PORCELAIN, line=0.0, alpha=0.0)
    s.curve("10,66 30,78 50,80 70,78 90,66", 1.2, COBALT, alpha=0.6)


@drawing
def chopsticks(s: Sketch) -> None:
    s.band("90,6 50,50 16,92", [2.4, 2.0, 1.2], WOOD)
    s.band("96,14 56,56 26,96", [2.4, 2.0, 1.2], WOOD)
    s.line("90,6 80,17", 4.6, RED)
    s.line("96,14 86,25", 4.6, RED)


@drawing
def pot(s: Sketch) -> None:
    """A pot with its lid (냄비)."""
    s.blob("14,44 86,44 86,78 78,90 22,90 14,78", STEEL)
    s.blob("12,44 20,32 50,26 80,32 88,44 50,49", mix(STEEL, WHITE, 0.3))
    s.dots("50,22", 4.2, BLACK)
    s.band("14,52 4,52 4,62 14,62", [2.6, 2.6, 2.6, 2.6], BLACK)
    s.band("86,52 96,52 96,62 86,62", [2.6, 2.6, 2.6, 2.6], BLACK)


@drawing
def pan(s: Sketch) -> None:
    s.oval("38,60 36,18", BLACK)
    s.oval("38,57 30,13", DARK_STEEL, line=0.7)
    s.band("72,54 84,48 98,42", [3, 3, 3.4], DARK_WOOD)


@drawing
def can(s: Sketch) -> None:
    """A drink can."""
    s.rect("30,12 70,92", RED, bend=4)
    s.oval("50,13 19,5", STEEL)
    s.oval("50,91 19,4.4", STEEL, line=0.8)
    s.curve("30,60 44,50 56,62 70,52", 4, WHITE)
    s.oval("50,12 5,1.6", DARK_STEEL, line=0.4)


@drawing
def sugar(s: Sketch) -> None:
    """Sugar cubes."""
    for x, y in ((14, 60), (50, 60), (32, 30)):
        s.poly(f"{x},{y} {x + 28},{y} {x + 28},{y + 30} {x},{y + 30}", WHITE)
        s.poly(f"{x},{y} {x + 8},{y - 9} {x + 36},{y - 9} {x + 28},{y}", RICE)
        s.poly(
            f"{x + 28},{y} {x + 36},{y - 9} {x + 36},{y + 21} {x + 28},{y + 30}",
            mix(WHITE, INK, 0.18),
        )


@drawing
def flour(s: Sketch) -> None:
    """An open paper bag of flour."""
    s.poly("22,26 78,26 82,95 18,95", PAPER)
    s.blob("22,26 30,14 42,24 52,10 62,22 72,14 78,26 50,32", WHITE)
    s.oval("50,62 17,17", WHITE, line=0.6)
    s.stroke("50,76 50,52", 2, GOLD)
    for y in (54, 62, 69):
        s.stroke(f"50,{y + 4} 43,{y - 2}", 2.6, GOLD)
        s.stroke(f"50,{y + 4} 57,{y - 2}", 2.6, GOLD)


@drawing
def straw_drink(s: Sketch) -> None:
    """A drink with a straw."""
    s.line("56,34 66,4", 2.6, RED)
    s.poly("24,28 76,28 69,96 31,96", (224, 176, 120))
    s.oval("50,28 26,5", WHITE, line=0.7)


@drawing
def fruit(s: Sketch) -> None:
    """A basket of fruit."""
    s.oval("34,40 16,16", RED)
    s.oval("66,42 16,15", ORANGE)
    s.oval("50,32 15,14", YELLOW)
    s.blob("44,34 48,14 54,6 62,6 58,20", (226, 196, 84))
    for x, y in ((76, 52), (84, 52), (80, 59), (88, 60)):
        s.oval(f"{x},{y} 5,5", (122, 92, 140), line=0.7)
    s.stroke("34,24 36,16", 1.8, BROWN)
    s.poly("6,52 94,52 82,92 18,92", WOOD)
    s.rows("10,62 90,62", "0,10", 3, 1.2, DARK_WOOD)
    s.rows("22,53 26,91", "11,0", 6, 1.0, DARK_WOOD)


@drawing
def persimmon(s: Sketch) -> None:
    s.blob(
        "10,56 16,36 34,28 50,31 66,28 84,36 90,56 82,80 64,92 50,93 36,92 18,80", (226, 116, 44)
    )
    s.blob("50,34 34,22 26,34 40,37", DARK_GREEN, line=0.8)
    s.blob("50,34 66,22 74,34 60,37", DARK_GREEN, line=0.8)
    s.blob("50,34 40,46 50,42 60,46", GREEN, line=0.8)
    s.stroke("50,32 51,18", 3.4, BROWN)
    s.curve("22,46 18,58 24,72", 3.2, (250, 186, 120))


@drawing
def plum(s: Sketch) -> None:
    s.blob("14,58 22,36 42,28 56,32 76,34 88,56 80,80 56,93 30,86", (146, 62, 84))
    s.curve("54,32 44,54 50,88", 1.3, mix((146, 62, 84), INK, 0.5))
    s.stroke("54,32 60,12", 2.8, BROWN)
    s.blob("60,16 78,8 92,14 80,24", GREEN)


@drawing
def apricot(s: Sketch) -> None:
    s.blob("14,58 22,36 42,28 56,32 76,34 88,56 80,80 56,93 30,86", (236, 168, 84))
    s.curve("54,32 44,54 50,88", 1.3, (190, 110, 50))
    s.oval("34,64 10,14", (240, 140, 90), line=0, alpha=0.6, shade=0)
    s.stroke("54,32 58,16", 2.8, BROWN)
    s.blob("58,18 76,8 90,14 78,24", GREEN)


@drawing
def pomegranate(s: Sketch) -> None:
    s.blob("14,58 24,34 44,26 60,26 78,36 88,58 78,82 52,94 26,84", (186, 60, 56))
    s.poly("42,28 38,12 46,18 52,8 57,18 66,13 60,28", (186, 60, 56))
    s.blob("44,48 60,44 72,58 66,74 50,76 42,62", (244, 220, 190), line=0.8)
    s.dots("50,54 58,52 64,60 56,62 50,66 60,68", 3.6, (176, 36, 56))


@drawing
def jujube(s: Sketch) -> None:
    """Three red dates."""
    for x, y, turn in ((30, 66, -24), (66, 70, 18), (50, 40, 4)):
        with s.placed(x, y, turn_deg=turn):
            s.oval("0,0 14,20", (140, 52, 40))
            s.curve("-5,-8 -7,2 -4,10", 1.8, (204, 116, 90))


@drawing
def pumpkin(s: Sketch) -> None:
    for x, rx, shade in (
        (26, 20, 0.15),
        (74, 20, 0.2),
        (38, 18, 0.05),
        (62, 18, 0.1),
        (50, 16, 0.0),
    ):
        s.oval(f"{x},62 {rx},30", mix((222, 136, 52), INK, shade))
    s.band("50,36 52,22 62,16", [4, 3.4, 3], DARK_GREEN)
    s.blob("54,30 70,20 84,28 72,36", GREEN)


@drawing
def radish(s: Sketch) -> None:
    """A white Korean radish."""
    s.stroke("50,28 40,6", 5, GREEN)
    s.stroke("50,28 52,3", 5, GREEN)
    s.stroke("50,28 64,8", 5, DARK_GREEN)
    s.blob("34,34 50,26 66,34 70,54 64,76 54,88 50,97 46,88 36,76 30,54", WHITE)
    s.blob("34,34 50,26 66,34 69,46 50,52 31,46", (180, 204, 150), line=0.2)
    s.line("38,66 46,66", 0.8)
    s.line("56,72 62,71", 0.8)


@drawing
def cabbage(s: Sketch) -> None:
    """A napa cabbage: long, its white ribs below, crinkled green leaves above."""
    dark, pale = (112, 152, 88), (186, 206, 130)
    s.blob(
        "40,92 24,74 10,46 14,30 8,20 20,18 22,6 36,12 46,2 56,10 68,4 76,16 90,16 86,30 "
        "92,44 76,74 60,92",
        dark,
    )
    s.blob(
        "42,94 28,76 20,48 26,34 22,24 34,24 40,12 50,18 62,12 66,24 78,24 74,36 80,48 72,76 58,94",
        pale,
        line=0.8,
    )
    s.blob("44,96 34,80 32,58 40,44 50,34 60,44 68,58 66,80 56,96", RICE, line=0.8)
    s.curve("50,94 50,66 50,38", 1.4, pale)
    for side in (-1, 1):
        s.curve(f"{50 + side * 6},92 {50 + side * 12},70 {50 + side * 9},50", 1.0, pale)
        s.curve(f"{50 + side * 17},78 {50 + side * 24},54 {50 + side * 20},32", 1.8, WHITE)
        s.curve(f"{50 + side * 24},56 {50 + side * 32},42 {50 + side * 30},28", 1.3, WHITE)
    s.rect("43,91 57,98", RICE, bend=2, line=0.8)


@drawing
def green_onion(s: Sketch) -> None:
    for lean in (-7, 0, 7):
        with s.placed(50, 0):
            leaf = f"{lean * 0.5},92 {lean * 0.7},62 {lean * 1.6},34 {lean * 3.4},4"
            s.band(leaf, [3.2, 3.0, 3.6, 0.8], GREEN)
            s.band(f"{lean * 0.5},92 {lean * 0.6},70", [3.4, 3.0], WHITE, line=0.6)
    s.rows("44,92 42,98", "3,0", 5, 0.8, BROWN)
    s.rect("42,66 58,71", BROWN, bend=1, line=0.7)


@drawing
def ginseng(s: Sketch) -> None:
    """A ginseng root like a small man."""
    tan = (224, 194, 140)
    s.stroke("50,24 46,6", 3, GREEN)
    s.blob("46,8 34,2 28,8 40,13", GREEN, line=0.7)
    s.blob("46,8 58,0 66,6 54,12", GREEN, line=0.7)
    s.dots("46,10", 2.6, RED)
    s.band("50,22 50,36 50,56", [5, 9, 10], tan)
    s.band("45,36 30,44 20,58 14,66", [4, 3, 2, 0.6], tan)
    s.band("55,36 70,46 78,60 86,66", [4, 3, 2, 0.6], tan)
    s.band("45,54 38,72 34,86 26,97", [6, 4, 2, 0.6], tan)
    s.band("55,54 62,72 64,86 74,96", [6, 4, 2, 0.6], tan)
    s.rows("44,30 52,30", "2,6", 4, 0.8, BROWN)


@drawing
def acorn(s: Sketch) -> None:
    s.blob("22,44 78,44 74,70 60,88 50,97 40,88 26,70", (190, 134, 72))
    s.blob("16,44 20,28 50,18 80,28 84,44 50,51", BROWN)
    s.rows("24,32 40,46", "12,0", 4, 0.9)
    s.stroke("50,20 54,6", 3.4, BROWN)


@drawing
def pine_cone(s: Sketch) -> None:
    s.blob("50,6 70,24 80,52 72,80 50,96 28,80 20,52 30,24", BROWN)
    for row in range(6):
        y, count = 24 + row * 12, (2, 3, 4, 4, 3, 2)[row]
        for k in range(count):
            x = 50 + (k - (count - 1) / 2) * 15
            s.blob(
                f"{x - 8},{y - 5} {x + 8},{y - 5} {x},{y + 6}", mix(BROWN, PAPER, 0.25), line=0.7
            )


@drawing
def clam(s: Sketch) -> None:
    s.blob("50,88 12,70 8,46 26,26 50,20 74,26 92,46 88,70", (206, 186, 156))
    for x in (18, 32, 50, 68, 82):
        s.curve(f"50,86 {(50 + x) / 2},56 {x},{30 + abs(x - 50) * 0.4}", 1.1, BROWN)
    s.curve("20,56 50,46 80,56", 1.1, BROWN)


@drawing
def oyster(s: Sketch) -> None:
    s.blob("8,62 18,34 44,22 72,26 92,48 88,76 60,90 24,84", (132, 126, 120))
    s.blob("20,62 28,44 48,36 70,40 80,54 74,70 52,78 30,74", (228, 226, 220), line=0.8)
    s.blob("34,62 44,50 60,52 66,62 54,70 40,70", (186, 178, 168), line=0.7)


@drawing
def pet_food(s: Sketch) -> None:
    """A bowl of feed."""
    s.dots("34,52 42,48 50,50 58,47 66,52 46,54 56,54", 5, BROWN)
    s.dots("38,44 50,42 60,43", 4.4, (176, 120, 76))
    s.poly("12,54 88,54 94,84 6,84", RED)
    s.blob("42,66 50,72 58,66 62,70 54,76 46,76 38,70", WHITE, line=0.6)


@drawing
def poop(s: Sketch) -> None:
    """A heap of dung, without a face: good luck in a dream."""
    s.blob("6,84 14,70 30,66 70,66 86,70 94,84 86,95 50,97 14,95", (140, 98, 58))
    s.blob("20,68 26,54 40,48 62,48 76,54 80,68 50,76", (150, 106, 64))
    s.blob("34,50 40,36 52,30 48,16 60,22 66,40 64,50 50,56", (158, 114, 70))
    s.curve("22,80 50,86 76,80", 1.2, BROWN)
    s.curve("30,62 48,66 68,61", 1.2, BROWN)


@drawing
def poison(s: Sketch) -> None:
    """A small dark bottle with a warning label."""
    s.blob("40,8 60,8 60,26 74,40 76,56 76,90 70,96 30,96 24,90 24,56 26,40 40,26", (76, 92, 78))
    s.rect("38,3 62,10", BROWN, bend=1)
    s.rect("30,52 70,82", PAPER, line=0.6)
    s.oval("50,63 8,7.4", BLACK, line=0.4, shade=0)
    s.dots("47,63 53,63", 1.7, PAPER)
    s.rect("46.6,68 53.4,73", BLACK, line=0, shade=0)
    s.line("38,79 62,71", 1.8)
    s.line("38,71 62,79", 1.8)


@drawing
def potion(s: Sketch) -> None:
    """A round flask with a bright liquid."""
    s.blob("43,8 57,8 57,36 76,52 84,72 74,92 50,97 26,92 16,72 24,52 43,36", GLASS, alpha=0.9)
    s.blob("20,66 50,62 80,66 82,76 72,90 50,94 28,90 18,76", (122, 156, 190), line=0.4)
    s.rect("40,3 60,11", BROWN, bend=2)
    s.dots("40,76 56,72 62,82", 2.2, WHITE, alpha=0.8)


@drawing
def medicine(s: Sketch) -> None:
    """A bottle of pills with some beside it."""
    s.rect("24,26 66,94", (206, 138, 66), bend=4)
    s.rect("22,12 68,28", WHITE, bend=3)
    s.rect("24,46 66,76", PAPER, line=0.5)
    s.rows("31,54 58,54", "0,7", 3, 1.4)
    for x, y, tint in ((78, 88, WHITE), (88, 92, RED), (82, 78, YELLOW)):
        s.oval(f"{x},{y} 6,3.8", tint)
