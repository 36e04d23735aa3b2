"""Tools, weapons at rest, and what binds."""

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
    STONE,
    WHITE,
    WOOD,
    YELLOW,
    Sketch,
    drawing,
)

BLADE = (206, 212, 216)
HEMP = (196, 164, 112)


@drawing
def knife(s: Sketch) -> None:
    """A clean kitchen knife."""
    s.blob("96,6 92,22 70,48 46,66 40,60 60,34 82,14", BLADE)
    s.line("92,14 48,60", 0.9, DARK_STEEL)
    s.band("46,62 28,78 8,96", [4.2, 4.6, 5], DARK_WOOD)
    s.dots("34,73 22,83", 1.5, STEEL)


@drawing
def sword(s: Sketch) -> None:
    """A long sword with a ring pommel (환도)."""
    s.blob("97,4 90,16 60,52 36,78 31,73 58,44 84,12", BLADE)
    s.line("92,10 38,70", 0.9, DARK_STEEL)
    s.band("24,64 44,84", [3, 3], GOLD)
    s.band("31,77 20,88 12,94", [3.4, 3.2, 3.2], (70, 60, 70))
    s.oval("9,95 3.4,3.4", GOLD)


@drawing
def dagger(s: Sketch) -> None:
    """A small ornamental knife in its sheath (은장도)."""
    s.band("84,14 52,48 24,80", [4, 6, 4], (150, 190, 166))
    s.band("88,10 76,22", [5, 5.4], STEEL)
    s.band("58,42 48,52", [7, 7], STEEL)
    s.band("26,78 18,88", [4.6, 2], STEEL)
    s.curve("54,52 68,66 62,84", 1.8, RED)
    s.poly("58,82 66,82 68,98 56,98", RED)


@drawing
def spear(s: Sketch) -> None:
    s.band("72,30 40,62 6,96", [1.8, 1.8, 1.8], WOOD)
    s.blob("97,4 92,24 78,34 66,36 68,24 78,10", BLADE)
    s.line("94,8 72,30", 0.9, DARK_STEEL)
    s.poly("66,30 74,36 64,50 58,42", RED)


@drawing
def sickle(s: Sketch) -> None:
    """A sickle (낫)."""
    s.band("52,46 40,68 28,96", [2.8, 3.2, 3.4], WOOD)
    s.blob("50,44 58,34 56,16 40,6 16,8 4,22 18,14 38,15 46,24 46,40", BLADE)


@drawing
def club(s: Sketch) -> None:
    """A wooden bat."""
    s.band("90,10 66,34 40,62 14,90", [8, 8, 4.6, 2.8], WOOD)
    s.band("16,88 9,95", [4, 4], DARK_WOOD)
    s.line("44,56 30,72", 2.4, PAPER)


@drawing
def stick(s: Sketch) -> None:
    s.band("92,6 64,34 40,64 10,96", [2.2, 2.6, 2.6, 3], WOOD)
    s.band("56,42 66,52", [1.4, 0.8], WOOD)


@drawing
def gun(s: Sketch) -> None:
    """A rifle at rest, leaning upright."""
    s.band("56,2 55,30 54,58", [1.6, 2, 2.4], DARK_STEEL)
    s.band("55,30 53,52 52,64", [3.4, 4, 4.4], WOOD)
    s.blob("48,60 58,60 56,70 62,82 66,96 42,97 44,80 46,70", WOOD)
    s.poly("57,52 68,56 66,66 56,64", DARK_STEEL)
    s.curve("56,66 66,70 64,76 56,77", 1.8, DARK_STEEL)
    s.curve("56,10 30,34 46,88", 1.6, BROWN)
    s.line("57,2 60,6", 1.4, DARK_STEEL)


@drawing
def bullet(s: Sketch) -> None:
    """Three cartridges standing."""
    for x in (24, 50, 76):
        s.blob(f"{x},14 {x + 9},30 {x + 10},44 {x - 10},44 {x - 9},30", (196, 128, 82))
        s.rect(f"{x - 11},42 {x + 11},90", GOLD)
        s.rect(f"{x - 13},88 {x + 13},95", mix(GOLD, BROWN, 0.3))


@drawing
def bomb(s: Sketch) -> None:
    s.oval("44,62 36,34", (64, 64, 70))
    s.rect("52,22 68,34", DARK_STEEL)
    s.curve("60,22 66,8 80,14 90,6", 2.2, HEMP)
    s.curve("24,50 30,40 40,36", 3, WHITE, alpha=0.6)
    for turn in range(0, 360, 60):
        with s.placed(91, 7, turn_deg=turn):
            s.line("2,0 8,0", 1.6, FLAME)


@drawing
def nail(s: Sketch) -> None:
    """Iron nails."""
    for x, y, turn in ((30, 20, 12), (58, 12, -8), (78, 28, 20)):
        with s.placed(x, y, turn_deg=turn):
            s.poly("-3,0 3,0 2.4,56 0,66 -2.4,56", STEEL)
            s.oval("0,0 9,3", DARK_STEEL)


@drawing
def rope(s: Sketch) -> None:
    """A coil of rope."""
    for ry, y in ((13, 74), (13, 66), (13, 58)):
        s.oval(f"46,{y} 40,{ry}", HEMP)
        s.oval(f"46,{y} 28,{ry * 0.62}", mix(HEMP, INK, 0.35), line=0.7, shade=0)
    for k in range(9):
        s.line(
            f"{12 + k * 8},{66 + abs(k - 4) * -1.2 + 6} {15 + k * 8},{72 + abs(k - 4) * -1.2 + 6}",
            1,
            BROWN,
        )
    s.band("82,66 92,52 84,34 94,14", [3, 3, 3, 3], HEMP)
    s.rows("84,40 92,37", "1,-8", 3, 1.0, BROWN)


@drawing
def chain(s: Sketch) -> None:
    """An iron chain."""
    for k in range(5):
        with s.placed(14 + k * 18, 14 + k * 18, turn_deg=45):
            if k % 2:
                s.rect("-12,-2.4 12,2.4", DARK_STEEL, bend=2)
            else:
                s.ring("0,0 14,8", 4.2, DARK_STEEL)


@drawing
def handcuffs(s: Sketch) -> None:
    for x in (26, 74):
        s.ring(f"{x},66 24,24", 7, STEEL)
    s.rect("20,36 34,48", DARK_STEEL, bend=2)
    s.rect("66,36 80,48", DARK_STEEL, bend=2)
    s.curve("28,38 36,20 50,14 64,20 72,38", 3.4, DARK_STEEL)
    s.dots("40,17 50,14 60,17", 2.6, STEEL)


@drawing
def net(s: Sketch) -> None:
    """A fishing net spread to dry."""
    s.band("4,10 96,6", [2.2, 2.2], WOOD)
    for k in range(10):
        s.curve(f"{8 + k * 9.4},9 {14 + k * 8.4},50 {22 + k * 6.4},94", 0.9, BROWN)
        s.curve(f"{92 - k * 9.4},8 {86 - k * 8.4},50 {78 - k * 6.4},94", 0.9, BROWN)
    s.curve("20,92 50,97 80,92", 1.8, BROWN)
    s.dots("24,94 38,96 52,97 66,96 78,93", 2.6, DARK_STEEL)


@drawing
def trap(s: Sketch) -> None:
    """A mousetrap with a bit of cheese."""
    s.poly("4,84 24,46 96,46 78,84", WOOD)
    s.poly("4,84 78,84 78,92 4,92", DARK_WOOD)
    s.poly("78,84 96,46 96,53 78,92", DARK_WOOD)
    s.line("40,66 74,64", 1.8, STEEL)
    s.line("24,78 34,52 48,30 84,28 76,50 66,78", 2.2, DARK_STEEL)
    for k in range(7):
        s.oval(f"{34 + k * 6},66 2.4,4.6", STEEL, line=0.7)
    s.poly("54,60 68,52 72,60", YELLOW)


@drawing
def whip(s: Sketch) -> None:
    s.band("8,94 28,70", [3.2, 2.6], DARK_WOOD)
    s.band(
        "28,70 54,40 80,40 86,62 64,72 52,58 66,28 94,10",
        [2, 1.8, 1.6, 1.5, 1.3, 1.1, 0.8, 0.4],
        BROWN,
    )


@drawing
def slingshot(s: Sketch) -> None:
    s.band("50,97 50,58", [4, 3.6], WOOD)
    s.band("50,60 34,40 28,14", [3.6, 3.2, 2.8], WOOD)
    s.band("50,60 66,40 72,14", [3.6, 3.2, 2.8], WOOD)
    s.curve("28,18 42,36 50,40", 2.2, RED)
    s.curve("72,18 58,36 50,40", 2.2, RED)
    s.rect("44,36 56,45", DARK_WOOD, bend=2)


@drawing
def armor(s: Sketch) -> None:
    """A coat of scales (갑옷)."""
    s.blob(
        "30,10 44,16 56,16 70,10 92,26 84,44 74,38 76,92 24,92 26,38 16,44 8,26", (104, 110, 118)
    )
    for row in range(6):
        for k in range(6 - row % 2):
            x = 31 + k * 7.6 + (row % 2) * 3.8
            s.blob(
                f"{x - 3.6},{34 + row * 9} {x + 3.6},{34 + row * 9} {x},{43 + row * 9}",
                STEEL,
                line=0.6,
            )
    s.rect("25,60 75,66", RED)
    s.oval("50,63 6,6", GOLD)


@drawing
def helmet(s: Sketch) -> None:
    """A soldier's helmet."""
    s.blob("8,66 12,38 30,18 54,14 76,22 90,46 94,66 50,72", (96, 108, 80))
    s.blob("4,66 50,74 97,66 96,72 50,82 6,72", (84, 96, 70))
    s.curve("24,74 30,92 50,97 66,90 74,76", 2.2, BROWN)
    s.rows("16,50 88,50", "0,8", 2, 0.8, alpha=0.4)


@drawing
def dog_tag(s: Sketch) -> None:
    """Two identity tags on a bead chain (군번줄)."""
    s.curve("46,50 20,30 24,8 50,3 78,10 80,32 54,50", 1.5, DARK_STEEL)
    for text, turn in (("-13,0 13,34", 12), ("-13,0 13,34", -8)):
        with s.placed(50, 52, 1.15, turn):
            s.rect(text, STEEL, bend=9)
            s.rows("-7,12 7,12", "0,5", 4, 1.2, DARK_STEEL)
            s.dots("0,5", 1.8, BLACK)


@drawing
def badge(s: Sketch) -> None:
    s.poly("50,4 62,14 78,12 82,28 95,38 88,52 92,68 76,72 66,86 50,80 "
           "34,86 24,72 8,68 12,52 5,38 18,28 "
           "22,12 38,14", GOLD)  # fmt: skip
    s.oval("50,46 22,22", BLUE, line=0.8)
    s.blob("50,28 56,42 70,44 58,52 62,66 50,58 38,66 42,52 30,44 44,42", YELLOW, line=0.6)


@drawing
def magic_wand(s: Sketch) -> None:
    s.band("72,28 42,58 8,94", [2, 2.4, 3], DARK_WOOD)
    s.blob("78,4 83,16 96,18 86,27 90,40 78,33 66,40 70,27 60,18 73,16", GOLD)
    s.dots("50,22 90,56 60,8", 2, YELLOW)


@drawing
def shield(s: Sketch) -> None:
    """A round shield with a face of iron."""
    s.oval("50,50 46,46", WOOD)
    s.oval("50,50 38,38", RED, line=0.8)
    s.oval("50,50 14,14", STEEL)
    for turn in range(0, 360, 45):
        with s.placed(50, 50, turn_deg=turn):
            s.dots("0,-42", 2.4, GOLD)


@drawing
def cross(s: Sketch) -> None:
    """A wooden cross."""
    s.poly("42,4 58,4 58,97 42,97", WOOD)
    s.poly("18,28 82,28 82,43 18,43", WOOD)
    s.poly("43,29 57,29 57,42 43,42", WOOD, line=0)


@drawing
def machine(s: Sketch) -> None:
    """A hospital monitor with its line, on a stand."""
    s.rect("48,58 52,90", DARK_STEEL)
    s.poly("30,90 70,90 76,96 24,96", DARK_STEEL)
    s.rect("12,10 88,60", (206, 208, 204), bend=4)
    s.rect("18,16 82,50", (46, 62, 60), line=0.6)
    s.line("20,36 34,36 38,26 44,46 50,30 54,36 80,36", 1.8, (134, 220, 160))
    s.dots("24,55 32,55 40,55", 1.7, RED)
    s.curve("78,60 92,70 84,88", 1.4, SKY)


@drawing
def iv_drip(s: Sketch) -> None:
    """A drip on its stand (링거)."""
    s.rect("48,8 51,90", STEEL, line=0.7)
    s.line("34,12 49,8 66,12", 2, STEEL)
    s.blob("56,16 78,16 80,44 72,50 62,50 54,44", (222, 236, 236), alpha=0.9)
    s.blob("56,30 79,30 79,44 72,49 62,49 55,44", (190, 216, 226), line=0.3)
    s.line("67,50 67,58", 2, STEEL)
    s.curve("67,58 70,74 40,70 26,92", 1.3, SKY)
    s.line("30,95 49,89 70,95", 2.6, DARK_STEEL)


@drawing
def scale(s: Sketch) -> None:
    """Bathroom scales."""
    s.rect("8,34 92,90", (214, 216, 212), bend=8)
    s.oval("50,52 20,12", WHITE)
    s.line("50,62 58,45", 1.8, RED)
    for k in range(7):
        s.line(
            f"{35 + k * 5},{48 - abs(k - 3) * -1.4 - 2} {35 + k * 5},{51 - abs(k - 3) * -1.4 - 2}",
            0.9,
        )
    s.rows("20,70 44,70", "0,6", 3, 1.2)
    s.rows("56,70 80,70", "0,6", 3, 1.2)


@drawing
def balance(s: Sketch) -> None:
    """A pair of scales."""
    s.rect("48,10 52,86", GOLD, line=0.8)
    s.poly("30,86 70,86 76,95 24,95", mix(GOLD, BROWN, 0.3))
    s.band("8,22 50,15 92,22", [1.4, 2.2, 1.4], GOLD)
    for x in (14, 86):
        s.line(f"{x},22 {x - 12},56", 1)
        s.line(f"{x},22 {x + 12},56", 1)
        s.blob(f"{x - 14},56 {x + 14},56 {x + 6},66 {x - 6},66", GOLD)


@drawing
def spray(s: Sketch) -> None:
    """A spray can."""
    s.rect("32,30 68,95", RED, bend=4)
    s.blob("34,30 40,20 60,20 66,30", STEEL)
    s.rect("44,10 56,20", WHITE, bend=2)
    s.rect("38,46 62,72", YELLOW, line=0.6)
    for y in (6, 13, 20):
        s.line(f"40,{13 + (y - 13) * 0.3} 14,{y}", 1.4, STONE)


@drawing
def fly_swatter(s: Sketch) -> None:
    s.band("46,44 70,70 94,96", [1.4, 1.4, 1.6], DARK_STEEL)
    with s.placed(28, 26, turn_deg=-45):
        s.rect("-17,-22 17,22", GREEN, bend=3)
        s.rows("-13,-16 13,-16", "0,6.4", 6, 0.8)
        s.rows("-12,-19 -12,19", "6,0", 5, 0.8)


@drawing
def tape(s: Sketch) -> None:
    s.ring("44,52 38,38", 15, (226, 206, 150))
    s.ring("44,52 24,24", 5, WOOD, line=0.8)
    s.poly("46,90 96,90 92,96 44,95", (226, 206, 150), line=0.8)


@drawing
def glue(s: Sketch) -> None:
    s.poly("30,36 70,36 74,95 26,95", WHITE)
    s.poly("38,20 62,20 68,36 32,36", RED)
    s.poly("46,4 54,4 58,20 42,20", YELLOW)
    s.rect("32,52 68,80", BLUE, line=0.6)


@drawing
def lighter(s: Sketch) -> None:
    s.rect("34,44 66,96", (206, 92, 66), bend=3, alpha=0.95)
    s.rect("32,32 68,45", STEEL, bend=1)
    s.oval("60,30 6,6", DARK_STEEL)
    s.blob("40,30 36,18 44,4 52,18 49,30", (240, 150, 70), line=0.5)
    s.blob("42,29 44,16 48,26", (255, 236, 170), line=0, shade=0)


@drawing
def matchstick(s: Sketch) -> None:
    s.band("62,34 40,64 20,94", [2.2, 2.2, 2.4], (222, 196, 150))
    s.blob("56,34 54,16 66,2 78,18 74,34 65,42", (238, 140, 62), line=0.6)
    s.blob("61,34 62,20 67,12 72,24 67,38", (255, 230, 150), line=0, shade=0)
    s.oval("64,34 4,5", RED)


@drawing
def button_switch(s: Sketch) -> None:
    """A wall switch."""
    s.rect("20,6 80,94", WHITE, bend=5)
    s.rect("36,26 64,74", mix(WHITE, INK, 0.12), bend=2)
    s.poly("38,28 62,28 62,49 38,52", WHITE, line=0.8)
    s.dots("50,16 50,84", 2, STEEL)


@drawing
def pipe(s: Sketch) -> None:
    """Water pipes with a joint."""
    s.band("4,34 44,34 62,40 66,58 66,97", [9, 9, 9, 9, 9], STEEL)
    s.rect("26,22 36,46", DARK_STEEL, bend=1)
    s.rect("54,70 78,80", DARK_STEEL, bend=1)
    s.curve("6,29 40,29 58,34", 2, WHITE, alpha=0.7)


@drawing
def water_gun(s: Sketch) -> None:
    s.poly("6,32 76,30 92,40 92,52 62,54 6,46", GREEN)
    s.poly("66,52 86,52 80,90 64,90", (226, 140, 70))
    s.rect("30,16 58,31", SKY, bend=4)
    s.rect("2,36 8,43", RED)
    s.curve("58,54 52,64 62,68", 2.4, DARK_STEEL)


@drawing
def oxygen_tank(s: Sketch) -> None:
    s.rect("32,24 68,96", (92, 140, 120), bend=12)
    s.rect("44,10 56,24", STEEL)
    s.oval("50,8 10,4", DARK_STEEL)
    s.rect("32,50 68,62", WHITE, line=0.6)
    s.curve("56,14 80,18 84,44", 2, DARK_STEEL)


@drawing
def first_aid_kit(s: Sketch) -> None:
    s.curve("36,30 36,16 64,16 64,30", 4, DARK_STEEL)
    s.rect("6,28 94,88", WHITE, bend=5)
    s.rect("43,40 57,78", GREEN, line=0.6)
    s.rect("31,52 69,66", GREEN, line=0.6)
    s.poly("44,53 56,53 56,65 44,65", GREEN, line=0)


@drawing
def pregnancy_test(s: Sketch) -> None:
    with s.placed(50, 50, turn_deg=-35):
        s.rect("-44,-9 34,9", WHITE, bend=7)
        s.rect("34,-5 48,5", (240, 214, 220), bend=2)
        s.rect("-14,-5 10,5", mix(WHITE, STONE, 0.3), line=0.7)
        s.line("-6,-4 -6,4", 2.2, RED)
        s.line("3,-4 3,4", 2.2, RED)


@drawing
def golf_club(s: Sketch) -> None:
    s.line("84,4 34,84", 2.2, STEEL)
    s.line("84,4 74,20", 4, BLACK)
    s.blob("36,82 38,90 28,97 8,94 6,86 22,86", DARK_STEEL)
    s.oval("58,93 4.4,4.4", WHITE)


@drawing
def dumbbell(s: Sketch) -> None:
    s.rect("30,46 70,54", STEEL)
    for x, tall in ((16, 24), (26, 18), (68, 18), (78, 24)):
        s.rect(f"{x},{50 - tall} {x + 8},{50 + tall}", BLACK, bend=2)
    s.rect("8,44 16,56", STEEL)
    s.rect("86,44 94,56", STEEL)


@drawing
def whistle(s: Sketch) -> None:
    s.poly("4,36 52,36 60,52 56,60 4,60", STEEL)
    s.oval("66,60 26,26", STEEL)
    s.rect("30,36 44,48", BLACK, line=0.7)
    s.oval("66,60 11,11", DARK_STEEL, line=0.8)
    s.curve("86,44 96,30 84,18 70,24", 1.8, RED)
