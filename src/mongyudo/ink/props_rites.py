"""Things of temples, of rites and of mourning."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import (
    BLACK,
    BLUE,
    BRONZE,
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
    STEEL,
    STONE,
    WHITE,
    WOOD,
    YELLOW,
    Sketch,
    drawing,
)


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
        s.poly(
            f"{50 - half},{base - 14} {50 + half},{base - 14} {50 + half + 7},{base - 17} "
            f"{50 + half - 6},{base - 21} {50 - half + 6},{base - 21} {50 - half - 7},{base - 17}",
            STONE,
        )
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
        s.curve(
            f"{x + lean},31 {x + lean + 5},22 {x + lean - 5},13 {x + lean + 2},4",
            1.0,
            STONE,
            alpha=0.7,
        )
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
def open_coffin(s: Sketch) -> None:
    """The inside of an open coffin, lined with white, and its lid behind it."""
    s.poly("10,58 98,46 98,54 10,66", mix(WOOD, DARK_WOOD, 0.35))
    s.poly("6,66 98,66 94,92 2,92", mix(DARK_WOOD, INK, 0.3))
    s.poly("9,70 94,70 91,90 6,90", mix(WHITE, STONE, 0.25))


@drawing
def coffin_side(s: Sketch) -> None:
    """The near side of an open coffin, before whoever lies in it."""
    s.poly("2,78 98,78 97,97 4,97", WOOD)
    s.poly("1,76 99,76 99,80 1,80", mix(WOOD, PAPER, 0.3))
    s.line("6,88 95,88", 0.8, DARK_WOOD)


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
                s.blob(
                    f"{-wide * 0.4},-3 {-wide},{-reach * 0.7} 0,{-reach} {wide},{-reach * 0.7} "
                    f"{wide * 0.4},-3",
                    mix(WHITE, YELLOW, 0.05 + 0.1 * ring),
                    line=0.5,
                    shade=0.08,
                )
    s.dots("50,36", 3.4, YELLOW)


@drawing
def hearse(s: Sketch) -> None:
    """A black hearse in profile."""
    s.blob("4,72 6,58 18,54 26,40 40,34 88,34 95,44 96,74 90,78 8,78", BLACK)
    s.poly("24,53 30,42 42,39 42,53", (120, 138, 146), line=0.6)
    s.poly("47,39 86,39 90,53 47,53", (120, 138, 146), line=0.6)
    s.curve("48,52 56,42 64,52 72,42 80,52 88,42", 1.4, WHITE)
    s.line("6,64 95,64", 1.2, STEEL)
    s.wheels((24, 76), 78, 9)


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
