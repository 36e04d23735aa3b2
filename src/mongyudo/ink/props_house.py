"""Furniture and appliances."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import (
    BLACK,
    BLUE,
    BROWN,
    DARK_STEEL,
    DARK_WOOD,
    FLAME,
    GOLD,
    GREEN,
    INK,
    PAPER,
    RED,
    SKY,
    STEEL,
    WHITE,
    WOOD,
    YELLOW,
    Sketch,
    drawing,
)

GREY = (196, 196, 192)


@drawing
def table(s: Sketch) -> None:
    """A plain table, seen a little from above."""
    for x in (12, 82):
        s.rect(f"{x},44 {x + 6},95", DARK_WOOD)
    for x in (26, 68):
        s.rect(f"{x},40 {x + 5},80", DARK_WOOD)
    s.poly("4,44 18,28 82,28 96,44", WOOD)
    s.poly("4,44 96,44 96,50 4,50", mix(WOOD, DARK_WOOD, 0.5))


@drawing
def low_table(s: Sketch) -> None:
    """A small Korean table on curved legs (소반)."""
    for legs in ("16,58 12,72 20,82 14,94", "84,58 88,72 80,82 86,94"):
        s.band(legs, [4, 4, 3, 4], DARK_WOOD)
    for legs in ("36,58 34,70 38,78 35,88", "64,58 66,70 62,78 65,88"):
        s.band(legs, [3, 3, 2.5, 3], DARK_WOOD)
    s.oval("50,50 46,13", WOOD)
    s.oval("50,48 41,10", mix(WOOD, PAPER, 0.25), line=0.6)


@drawing
def desk(s: Sketch) -> None:
    """A desk with drawers on one side and a lamp-lit top."""
    s.rect("8,42 14,95", DARK_WOOD)
    s.rect("60,42 92,92", WOOD)
    for top in (46, 61, 76):
        s.rect(f"63,{top} 89,{top + 12}", mix(WOOD, DARK_WOOD, 0.25), line=0.7)
        s.dots(f"76,{top + 6}", 1.6, GOLD)
    s.poly("3,42 12,32 90,32 97,42 97,46 3,46", WOOD)
    s.poly("3,42 97,42 97,47 3,47", DARK_WOOD, line=0.6)


@drawing
def couch(s: Sketch) -> None:
    """A sofa for three."""
    s.rect("12,36 88,72", GREEN, bend=6)
    for x in (14, 39, 64):
        s.rect(f"{x},58 {x + 23},76", mix(GREEN, WHITE, 0.18), bend=4)
    s.blob("3,54 8,48 15,52 17,84 4,84", GREEN)
    s.blob("97,54 92,48 85,52 83,84 96,84", GREEN)
    s.rect("14,74 86,86", mix(GREEN, INK, 0.2), bend=2)
    s.rect("10,86 16,94", DARK_WOOD)
    s.rect("84,86 90,94", DARK_WOOD)


@drawing
def bench(s: Sketch) -> None:
    """A park bench."""
    for x in (14, 80):
        s.rect(f"{x},44 {x + 6},94", DARK_STEEL)
    for y in (30, 40, 60, 66):
        s.rect(f"4,{y} 96,{y + 6}", WOOD, bend=1)


@drawing
def wardrobe(s: Sketch) -> None:
    """A wardrobe with two doors; as the phase grows they open on the dark inside."""
    s.rect("14,4 86,92", DARK_WOOD)
    s.rect("20,12 80,86", BLACK, line=0.5, shade=0)
    wide = 30 * (1 - 0.72 * s.phase)
    rise = 5 * s.phase
    s.poly(f"20,12 {20 + wide},{12 - rise} {20 + wide},{86 + rise} 20,86", WOOD)
    s.poly(f"80,12 {80 - wide},{12 - rise} {80 - wide},{86 + rise} 80,86", WOOD)
    s.dots(f"{20 + wide * 0.86},50 {80 - wide * 0.86},50", 1.8, GOLD)
    s.rect("12,2 88,9", WOOD)
    s.rect("18,92 26,97", DARK_WOOD)
    s.rect("74,92 82,97", DARK_WOOD)


@drawing
def drawer(s: Sketch) -> None:
    """A chest with one drawer drawn out; as the phase grows it comes farther."""
    s.rect("14,20 86,92", WOOD)
    s.rect("20,26 80,42", mix(WOOD, DARK_WOOD, 0.3), line=0.7)
    s.rect("20,70 80,86", mix(WOOD, DARK_WOOD, 0.3), line=0.7)
    low, out = 52 + 12 * s.phase, 5 * s.phase
    s.poly(f"18,46 82,46 {90 + out},{low} {10 - out},{low}", BLACK, shade=0)
    s.poly(f"{10 - out},{low} {90 + out},{low} {90 + out},{low + 16} {10 - out},{low + 16}",
           mix(WOOD, PAPER, 0.15))  # fmt: skip
    s.dots(f"50,34 50,{low + 8} 50,78", 2.2, GOLD)
    s.rect("11,15 89,21", DARK_WOOD)


@drawing
def bookshelf(s: Sketch) -> None:
    """A bookshelf full of books."""
    s.rect("14,4 86,96", DARK_WOOD)
    tints = (RED, BLUE, PAPER, GREEN, YELLOW, BROWN, GREY)
    for row, top in enumerate((9, 38, 67)):
        s.rect(f"19,{top} 81,{top + 24}", mix(DARK_WOOD, BLACK, 0.5), line=0, shade=0)
        x = 20.0
        for k in range(9):
            wide, low = 4.6 + (k * 7 + row * 3) % 4, (k * 5 + row * 4) % 6
            s.rect(f"{x},{top + low} {x + wide},{top + 24}", tints[(k + row * 2) % 7], line=0.5)
            x += wide + 0.2


@drawing
def cabinet(s: Sketch) -> None:
    """A metal cabinet with narrow doors, a locker; as the phase grows one opens on the dark."""
    s.rect("20,4 80,95", STEEL)
    for x in (23, 51):
        if x == 51 and s.phase > 0.02:
            s.rect("51,8 77,91", BLACK, line=0.8, shade=0)
            s.rows("52,34 76,34", "0,24", 3, 1.4, STEEL)
            edge, low = 51 + 44 * s.phase, 4 * s.phase
            s.poly(f"77,8 {edge},{8 + low} {edge},{91 + low} 77,91", mix(STEEL, BLUE, 0.25))
            continue
        s.rect(f"{x},8 {x + 26},91", mix(STEEL, BLUE, 0.25), line=0.8)
        s.rows(f"{x + 6},16 {x + 20},16", "0,4", 4, 1.2)
        s.rect(f"{x + 20},50 {x + 23},58", DARK_STEEL, line=0.4)


@drawing
def refrigerator(s: Sketch) -> None:
    """A tall fridge; as the phase grows its lower door opens on light."""
    s.rect("24,3 76,95", mix(WHITE, SKY, 0.2), bend=3)
    s.line("25,34 75,34", 1.4)
    s.rect("28,14 31,28", STEEL, line=0.5)
    if s.phase > 0.02:
        s.rect("27,37 73,91", mix(FLAME, WHITE, 0.6), line=0.6, shade=0)
        s.rows("28,54 72,54", "0,17", 2, 1.2, STEEL)
        for x, y in ((34, 48), (44, 47), (58, 65), (66, 48), (38, 65)):
            s.oval(f"{x},{y} 3.4,4.6", (RED, GREEN, YELLOW)[x % 3], line=0.5)
    edge = 73 - 62 * s.phase
    s.poly(f"73,37 {edge},{37 + 3 * s.phase} {edge},{91 + 3 * s.phase} 73,91",
           mix(WHITE, SKY, 0.2 + 0.2 * s.phase), line=0.8)  # fmt: skip
    s.rect("28,95 34,98", DARK_STEEL, line=0.4)
    s.rect("66,95 72,98", DARK_STEEL, line=0.4)


@drawing
def microwave(s: Sketch) -> None:
    s.rect("6,32 94,82", GREY, bend=3)
    s.rect("12,38 68,76", BLACK, bend=2)
    s.rect("17,43 63,71", mix(BLACK, FLAME, 0.35), line=0.4)
    s.rect("74,38 89,45", mix(BLACK, GREEN, 0.4), line=0.5, shade=0)
    for y in (51, 58, 65):
        s.dots(f"77,{y} 82,{y} 87,{y}", 1.5, DARK_STEEL)
    s.rect("12,82 18,86", DARK_STEEL, line=0.4)
    s.rect("82,82 88,86", DARK_STEEL, line=0.4)


@drawing
def washing_machine(s: Sketch) -> None:
    s.rect("16,6 84,94", WHITE, bend=3)
    s.rect("20,10 48,19", mix(WHITE, STEEL, 0.5), line=0.6, bend=1)
    s.oval("72,15 4.6,4.6", STEEL, line=0.7)
    s.dots("56,15 62,15", 1.4, BLUE)
    s.oval("50,56 27,27", STEEL)
    s.oval("50,56 21,21", mix(BLUE, BLACK, 0.35))
    s.blob("31,60 40,54 50,60 60,55 69,61 64,72 50,76 36,72", SKY, line=0.5)
    s.curve("38,44 44,40 50,39", 2.2, WHITE, alpha=0.8)


@drawing
def air_conditioner(s: Sketch) -> None:
    s.rect("4,32 96,64", WHITE, bend=5)
    s.rect("10,54 90,60", mix(WHITE, INK, 0.45), line=0.5, bend=2)
    s.line("8,44 92,44", 0.9, alpha=0.5)
    s.dots("86,38", 1.6, GREEN)
    for x in (28, 50, 72):
        s.curve(f"{x},66 {x + 4},74 {x - 2},80 {x + 3},88", 1.6, SKY)


@drawing
def fan(s: Sketch) -> None:
    """An electric fan on its stand; the phase turns the blades."""
    s.band("50,44 50,88", [2.4, 2.4], GREY)
    s.oval("50,92 22,5", GREY)
    s.oval("50,36 32,32", mix(WHITE, SKY, 0.4), line=1.2, shade=0.05)
    s.canvas.save()
    s.canvas.rotate(120 * s.phase, 50, 36)
    for _ in range(3):
        s.blob("50,36 46,22 54,10 66,14 64,26", BLUE, line=0.7)
        s.canvas.rotate(120, 50, 36)
    s.canvas.restore()
    s.oval("50,36 5,5", WHITE)
    for r in (31, 21):
        s.oval(f"50,36 {r},{r}", WHITE, line=0.0, alpha=0.12, shade=0)
    s.rows("20,26 80,26", "0,10", 3, 0.6, alpha=0.4)


@drawing
def lamp(s: Sketch) -> None:
    """A standing lamp with a cloth shade, lit."""
    s.band("50,40 50,90", [1.6, 1.6], DARK_WOOD)
    s.oval("50,92 17,4.4", DARK_WOOD)
    s.poly("34,8 66,8 82,44 18,44", mix(FLAME, WHITE, 0.35))
    s.poly("19,41 81,41 82,45 18,45", mix(GOLD, WOOD, 0.4), line=0.5)
    s.line("62,45 62,58", 0.8)
    s.dots("62,59", 1.4, GOLD)


@drawing
def stove(s: Sketch) -> None:
    """An old stove with a fire in it and its pipe."""
    s.rect("56,2 66,34", DARK_STEEL)
    s.rect("18,34 82,84", mix(BLACK, DARK_STEEL, 0.35), bend=4)
    s.rect("14,30 86,37", DARK_STEEL, bend=2)
    s.rect("30,46 70,74", BLACK, bend=3)
    s.blob("34,72 34,62 40,54 43,60 50,50 56,60 61,55 66,64 65,72", (232, 120, 52), line=0)
    s.blob("42,72 44,64 50,58 56,66 57,72", FLAME, line=0, shade=0)
    s.rows("38,46 38,74", "8,0", 4, 1.6, DARK_STEEL)
    s.poly("22,84 30,84 27,95 20,95", BLACK)
    s.poly("78,84 70,84 73,95 80,95", BLACK)


@drawing
def rice_cooker(s: Sketch) -> None:
    s.blob("16,50 20,28 50,20 80,28 84,50 84,78 76,90 24,90 16,78", WHITE)
    s.curve("16,48 50,55 84,48", 1.4)
    s.rect("38,62 62,76", mix(BLACK, GREEN, 0.25), line=0.6, bend=2)
    s.dots("34,82 50,82 66,82", 2.2, RED)
    s.rect("44,16 56,22", GREY, bend=2)
    s.curve("50,12 46,8 52,4", 1.6, GREY)


@drawing
def sink(s: Sketch) -> None:
    """A wash basin with its tap."""
    s.band("62,42 62,22 50,16 44,24", [3, 3, 3, 3], STEEL)
    s.rect("57,34 67,42", STEEL, bend=1)
    s.blob("44,27 46,32 44,36 42,32", SKY, line=0.4, shade=0)
    s.blob("8,44 92,44 86,62 68,72 32,72 14,62", WHITE)
    s.oval("50,45 42,5.5", mix(WHITE, SKY, 0.5), line=0.8)
    s.poly("40,72 60,72 57,95 43,95", WHITE)


@drawing
def faucet(s: Sketch) -> None:
    s.rect("6,28 16,52", STEEL, bend=2)
    s.band("14,40 44,40 66,40 74,48 74,60", [6, 6, 7, 7, 6], STEEL)
    s.rect("67,58 81,64", DARK_STEEL, bend=1)
    s.rect("44,22 52,36", STEEL)
    s.rect("32,16 64,23", RED, bend=3)
    s.blob("74,70 78,80 74,86 70,80", SKY, line=0.6)


@drawing
def iron(s: Sketch) -> None:
    s.poly("6,78 20,56 74,50 92,78", BLUE)
    s.band("26,56 34,36 62,34 76,52", [4, 4.5, 4.5, 4], mix(BLUE, INK, 0.3))
    s.rect("4,78 94,86", STEEL, bend=2)


@drawing
def hair_dryer(s: Sketch) -> None:
    s.poly("46,50 62,50 58,94 44,92", mix(RED, INK, 0.25))
    s.blob("34,26 62,20 84,32 84,48 62,60 34,52", RED)
    s.poly("10,28 36,26 36,52 10,50", DARK_STEEL)
    s.oval("72,40 7,9", BLACK, line=0.6)
    s.rows("4,34 -2,34", "0,6", 3, 1.2)


@drawing
def vacuum(s: Sketch) -> None:
    s.blob("42,62 62,52 86,58 92,76 84,90 50,90 40,80", RED)
    s.oval("54,88 7,7", BLACK)
    s.oval("82,88 7,7", BLACK)
    s.band("48,64 34,40 20,16 16,8", [3, 2.6, 2.6, 2.4], DARK_STEEL)
    s.band("22,20 14,50 10,82", [2, 2, 2], STEEL)
    s.poly("2,86 8,80 24,80 26,92 2,94", BLACK)


@drawing
def blender(s: Sketch) -> None:
    s.poly("30,16 72,16 66,64 36,64", mix(SKY, WHITE, 0.5), alpha=0.9)
    s.poly("33,36 69,36 66,64 36,64", (226, 150, 120), line=0.4)
    s.rect("30,9 72,17", BLACK, bend=2)
    s.poly("32,64 70,64 76,94 26,94", GREY)
    s.oval("51,80 6,6", BLACK, line=0.6)


@drawing
def remote(s: Sketch) -> None:
    s.rect("36,4 64,96", BLACK, bend=6)
    s.dots("50,13", 3.2, RED)
    for y in (26, 36, 46, 56):
        s.dots(f"43,{y} 50,{y} 57,{y}", 2.2, GREY)
    s.oval("50,74 8,8", DARK_STEEL, line=0.5)


@drawing
def blanket(s: Sketch) -> None:
    """A quilt (이불) folded in three, its rounded folds to the left, on a mattress."""
    s.blob("10,78 50,76 92,78 94,88 90,95 50,97 12,95 7,87", mix(WHITE, GREY, 0.25))
    for k, tint in enumerate(((166, 122, 122), (148, 150, 134), (190, 128, 124))):
        y = 62 - 15 * k
        s.blob(
            f"16,{y} 50,{y - 2} 86,{y} 87,{y + 8} 85,{y + 15} 50,{y + 17} 16,{y + 16} 9,{y + 8}",
            tint,
        )
        s.curve(f"20,{y + 8} 50,{y + 7} 86,{y + 8}", 0.8, mix(tint, INK, 0.4))
    s.blob("12,30 50,26 84,30 88,36 50,38 14,36", mix(WHITE, (190, 128, 124), 0.15))


@drawing
def pillow(s: Sketch) -> None:
    s.blob("8,38 28,36 50,30 72,36 92,38 96,60 90,82 70,82 50,86 30,82 10,82 4,60", WHITE)
    s.curve("22,46 32,58 26,70", 1.1, alpha=0.5)
    s.curve("76,46 68,56 74,72", 1.1, alpha=0.5)


@drawing
def carpet(s: Sketch) -> None:
    """A rug with a pattern and fringes."""
    s.poly("16,44 84,44 97,88 3,88", RED)
    s.poly("22,50 78,50 88,82 12,82", mix(RED, YELLOW, 0.55), line=0.7)
    s.poly("50,53 70,66 50,79 30,66", BLUE, line=0.7)
    s.rows("4,89 3,95", "8.3,0", 12, 1.0)


@drawing
def curtain(s: Sketch) -> None:
    s.rect("4,5 96,9", DARK_WOOD, bend=1)
    for left, lean in ((8, 1), (92, -1)):
        edge = [left, left + 30 * lean, left + 24 * lean, left + 36 * lean, left]
        s.poly(f"{edge[0]},9 {edge[1]},9 {edge[2]},60 {edge[3]},95 {edge[4]},95", (168, 92, 92))
        for k in (8, 16, 23):
            s.curve(
                f"{left + k * lean},10 {left + k * 0.9 * lean},60 {left + k * 1.1 * lean},94", 1.0
            )


@drawing
def hanger(s: Sketch) -> None:
    s.curve("50,40 50,30 58,24 54,14 44,16", 2.6, DARK_STEEL)
    s.band("6,74 28,58 50,42 72,58 94,74", [3, 3, 3, 3, 3], WOOD)
    s.line("8,76 92,76", 3.2, DARK_WOOD)


@drawing
def towel(s: Sketch) -> None:
    s.rect("6,14 94,18", STEEL, bend=2)
    s.poly("24,15 76,15 78,90 22,90", (206, 190, 170))
    s.rows("24,76 77,76", "0,5", 2, 1.6, BLUE)
    s.rows("26,91 26,95", "5.2,0", 10, 0.9)


@drawing
def laundry(s: Sketch) -> None:
    """Washing on a line."""
    s.curve("0,20 50,27 100,20", 1.2)
    s.poly("8,22 16,19 22,26 28,20 36,24 40,36 33,38 32,60 12,60 11,38 4,36", SKY)
    s.poly("48,26 68,26 72,74 62,74 58,44 54,74 44,74", BLUE)
    s.poly("76,24 94,22 95,54 77,56", WHITE)
    s.dots("14,22 31,22 50,26 66,26 79,24 92,22", 1.6, DARK_WOOD)


@drawing
def comb(s: Sketch) -> None:
    """A wooden comb (빗)."""
    s.blob("8,44 14,26 50,18 86,26 92,44 50,42", WOOD)
    for k in range(19):
        x = 10 + k * 4.4
        s.line(f"{x},43 {x},{78 - abs(k - 9) * 0.6}", 1.8, mix(WOOD, DARK_WOOD, 0.4))


@drawing
def cutting_board(s: Sketch) -> None:
    s.poly("6,60 24,38 96,38 84,66", WOOD)
    s.poly("6,60 84,66 84,72 6,66", DARK_WOOD)
    s.poly("26,50 62,46 70,50 30,56", STEEL, line=0.8)
    s.band("66,48 80,46", [2.4, 2.2], BLACK)


@drawing
def cage(s: Sketch) -> None:
    """A bird cage."""
    s.curve("50,14 46,8 50,3 54,8 50,14", 1.6)
    s.rect("14,86 86,94", DARK_WOOD, bend=2)
    for k in range(7):
        x = 18 + k * 10.7
        s.curve(f"{x},87 {x},46 {50 + (x - 50) * 0.62},24 50,14", 1.5, DARK_STEEL)
    s.curve("18,46 50,51 82,46", 1.4, DARK_STEEL)
    s.curve("18,68 50,73 82,68", 1.4, DARK_STEEL)


@drawing
def fish_tank(s: Sketch) -> None:
    s.rect("6,20 94,88", mix(SKY, WHITE, 0.35), alpha=0.9)
    s.rect("8,30 92,86", mix(SKY, BLUE, 0.3), line=0.3, shade=0.05)
    s.blob("8,80 30,76 60,80 92,76 92,86 8,86", (206, 186, 150), line=0.4)
    for x, y, tint in ((34, 46, (226, 112, 58)), (64, 60, YELLOW)):
        s.blob(f"{x - 8},{y} {x},{y - 5} {x + 7},{y} {x},{y + 5}", tint, line=0.6)
        s.poly(f"{x - 7},{y} {x - 14},{y - 5} {x - 14},{y + 5}", tint, line=0.6)
        s.dots(f"{x + 3},{y - 1}", 0.9)
    s.curve("80,80 76,66 82,54 78,44", 2.2, GREEN)
    s.rect("4,86 96,92", BLACK)


@drawing
def cradle(s: Sketch) -> None:
    """A wooden cradle on rockers."""
    s.blob("20,44 34,32 66,34 80,44 76,54 24,54", WHITE)
    s.poly("10,40 90,46 82,76 18,76", WOOD)
    s.rows("26,45 28,75", "13,1", 5, 1.0, DARK_WOOD)
    s.blob("10,40 4,34 12,30 20,38 22,76 17,76", DARK_WOOD)
    s.band("10,82 30,92 50,94 70,92 90,82", [2, 3, 3, 3, 2], DARK_WOOD)
    s.line("26,76 28,90", 3, DARK_WOOD)
    s.line("74,76 72,90", 3, DARK_WOOD)


@drawing
def car_seat(s: Sketch) -> None:
    s.blob("34,8 56,6 62,14 66,60 40,66", (92, 96, 108))
    s.blob("36,60 84,56 92,66 88,78 40,82 32,72", (108, 112, 124))
    s.line("44,26 60,58", 3.2, BLACK)
    s.rect("40,82 84,90", DARK_STEEL)


@drawing
def podium(s: Sketch) -> None:
    """A speaker's stand with a microphone."""
    s.curve("62,26 66,14 58,8", 1.4, DARK_STEEL)
    s.dots("57,7", 3, BLACK)
    s.poly("12,24 88,24 84,36 16,36", WOOD)
    s.poly("22,36 78,36 74,94 26,94", mix(WOOD, DARK_WOOD, 0.35))
    s.rect("36,48 64,78", mix(WOOD, PAPER, 0.2), line=0.7)


@drawing
def plastic_bag(s: Sketch) -> None:
    """A thin black shopping bag, tied (검은 봉지)."""
    s.blob("20,44 34,36 46,30 54,30 66,36 80,44 88,70 80,92 50,95 20,92 12,70", (72, 72, 80))
    s.blob("46,32 34,14 40,8 50,26", (72, 72, 80))
    s.blob("54,32 66,14 60,8 50,26", (72, 72, 80))
    s.curve("40,40 34,60 38,80", 1.2, GREY, alpha=0.6)
    s.curve("62,42 68,58 62,84", 1.2, GREY, alpha=0.6)


@drawing
def garbage(s: Sketch) -> None:
    """Tied rubbish bags in a heap."""
    for text, tie in (
        ("50,50 62,40 74,50 84,74 74,92 52,92 44,74", "62,42"),
        ("8,72 16,52 28,44 40,52 50,72 46,92 12,93", "28,46"),
    ):
        s.blob(text, (84, 86, 92))
        x, y = (float(v) for v in tie.split(","))
        s.poly(
            f"{x - 6},{y - 12} {x},{y - 4} {x + 7},{y - 13} {x + 3},{y + 3} {x - 3},{y + 3}",
            (84, 86, 92),
        )
    s.poly("58,86 92,78 96,94 62,96", WOOD)
    s.blob("32,88 40,84 46,90 40,96 32,95", YELLOW, line=0.7)


@drawing
def lid(s: Sketch) -> None:
    """The lid of an iron pot (솥뚜껑)."""
    s.blob("4,76 14,58 36,46 64,46 86,58 96,76 70,84 30,84", mix(BLACK, STEEL, 0.15))
    s.curve("10,72 50,80 90,72", 1.4, GREY)
    s.band("40,46 42,34 58,34 60,46", [3, 3, 3, 3], BLACK)
