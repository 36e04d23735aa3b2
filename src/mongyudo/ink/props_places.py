"""Parts of buildings and of streets, and what stands there."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import (
    BLACK,
    BROWN,
    DARK_GREEN,
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
    STONE,
    WHITE,
    WOOD,
    Rgb,
    Sketch,
    drawing,
)

TILE: Rgb = (84, 90, 96)
PLASTER: Rgb = (226, 214, 188)


@drawing
def window(s: Sketch) -> None:
    """A window with a moon in it."""
    s.rect("14,4 86,92", WOOD)
    s.rect("20,10 80,86", (86, 108, 136), line=0.7)
    s.oval("62,30 10,10", (246, 236, 200), line=0.3, shade=0)
    s.blob("20,74 36,62 52,70 66,60 80,70 80,86 20,86", (58, 76, 96), line=0.3)
    s.rect("47.6,10 52.4,86", WOOD, line=0.7)
    s.rect("20,46 80,50.4", WOOD, line=0.7)
    s.rect("8,90 92,97", DARK_WOOD)


@drawing
def elevator(s: Sketch) -> None:
    """Lift doors; as the phase grows they open on a lit cabin."""
    s.rect("8,2 92,97", (150, 152, 154))
    s.rect("30,5 70,13", BLACK, line=0.6)
    s.poly("45,11 50,6 55,11", ORANGE, line=0.4)
    s.rect("18,18 82,97", mix(FLAME, WHITE, 0.45) if s.phase > 0.02 else BLACK, line=0.8, shade=0)
    if s.phase > 0.02:
        s.poly("18,97 30,84 70,84 82,97", mix(STONE, FLAME, 0.3), line=0.6)
        s.rect("30,26 70,84", mix(FLAME, STONE, 0.35), line=0.6, shade=0.05)
        s.line("30,64 70,64", 2, DARK_STEEL)
    slide = 28 * s.phase
    s.poly(f"18,18 {50 - slide},18 {50 - slide},97 18,97", STEEL)
    s.poly(f"82,18 {50 + slide},18 {50 + slide},97 82,97", STEEL)
    s.dots("87,54", 2, FLAME)
    s.dots("87,60", 2, DARK_STEEL)


@drawing
def prison_bars(s: Sketch) -> None:
    """The bars of a cell."""
    s.rect("2,2 98,10", DARK_STEEL)
    s.rect("2,90 98,98", DARK_STEEL)
    for k in range(7):
        s.rect(f"{8 + k * 13.4},8 {13 + k * 13.4},92", (104, 110, 118), bend=2)
    s.rect("2,48 98,54", (104, 110, 118))
    s.rect("56,42 72,62", DARK_STEEL, bend=1)
    s.dots("64,50", 2.4, BLACK)
    s.line("64,51 64,57", 2)


@drawing
def gate(s: Sketch) -> None:
    """The gate of an old house, its doors shut."""
    s.rect("14,36 22,96", DARK_WOOD)
    s.rect("78,36 86,96", DARK_WOOD)
    s.rect("22,40 50,96", WOOD)
    s.rect("50,40 78,96", WOOD)
    s.rows("29,41 29,95", "7,0", 3, 0.8, DARK_WOOD)
    s.rows("57,41 57,95", "7,0", 3, 0.8, DARK_WOOD)
    s.ring("45,68 3.6,4.6", 1.4, GOLD)
    s.ring("55,68 3.6,4.6", 1.4, GOLD)
    s.blob("2,38 10,28 30,20 50,18 70,20 90,28 98,38 90,36 50,32 10,36", TILE)
    s.rect("24,10 76,16", TILE, bend=2)
    for k in range(11):
        x = 14 + k * 7.2
        s.line(f"{50 + (x - 50) * 0.66},17 {x},33", 0.9, (48, 52, 58))


@drawing
def stairs(s: Sketch) -> None:
    """A flight of stairs going up."""
    for k in range(7):
        y = 90 - k * 12
        left, right = 4 + k * 5, 96 - k * 5
        s.poly(
            f"{left},{y - 6} {right},{y - 6} {right},{y + 6} {left},{y + 6}", mix(STONE, INK, 0.12)
        )
        s.poly(
            f"{left + 5},{y - 12} {right - 5},{y - 12} {right},{y - 6} {left},{y - 6}",
            mix(STONE, WHITE, 0.4),
        )


@drawing
def well(s: Sketch) -> None:
    """A stone well with its roof and bucket."""
    s.rect("16,24 21,70", DARK_WOOD)
    s.rect("79,24 84,70", DARK_WOOD)
    s.poly("4,30 30,8 70,8 96,30", (176, 142, 92))
    s.rows("26,12 10,29", "9,-0.2", 6, 0.9, BROWN)
    s.line("50,26 50,50", 1.4, BROWN)
    s.poly("42,48 58,48 56,60 44,60", WOOD)
    s.blob("12,64 50,58 88,64 86,92 50,98 14,92", STONE)
    s.oval("50,65 37,7", BLACK, shade=0)
    for x, y in ((24, 80), (42, 84), (60, 83), (76, 79), (33, 91), (52, 93), (68, 91)):
        s.oval(f"{x},{y} 8.4,4.6", mix(STONE, WHITE, 0.2), line=0.7)


@drawing
def wall(s: Sketch) -> None:
    """A wall of stones under tiles (돌담)."""
    s.rect("2,30 98,96", mix(PLASTER, BROWN, 0.25))
    for row in range(4):
        for k in range(6):
            x, y = 10 + k * 16 + (row % 2) * 8, 40 + row * 15
            if x < 94:
                s.oval(f"{x},{y} 7.4,6", mix(STONE, BROWN, 0.1 * ((k + row) % 3)), line=0.8)
    s.poly("0,30 8,16 92,16 100,30", TILE)
    s.rows("8,18 4,29", "9.6,0", 10, 0.9, (48, 52, 58))
    s.rect("8,11 92,17", TILE, bend=2)


@drawing
def fence(s: Sketch) -> None:
    """A wooden fence."""
    for y in (38, 66):
        s.rect(f"0,{y} 100,{y + 6}", DARK_WOOD)
    for k in range(7):
        x = 4 + k * 13.6
        s.poly(f"{x},96 {x},24 {x + 5},14 {x + 10},24 {x + 10},96", WOOD)


@drawing
def brick(s: Sketch) -> None:
    """Bricks in a stack."""
    for row in range(4):
        for k in range(3):
            x, y = 8 + k * 29 - (row % 2) * 8 + 4, 74 - row * 19
            s.rect(f"{x},{y} {x + 27},{y + 17}", mix((176, 96, 70), INK, 0.08 * ((k + row) % 3)))


@drawing
def pillar(s: Sketch) -> None:
    """A red wooden pillar on its stone foot."""
    s.rect("34,4 66,12", GREEN)
    s.rect("28,2 72,6", DARK_GREEN)
    s.rect("38,12 62,86", (162, 70, 54))
    s.curve("44,14 43,50 44,85", 1)
    s.poly("34,86 66,86 76,97 24,97", STONE)


@drawing
def floor(s: Sketch) -> None:
    """A wooden floor (마루)."""
    s.poly("20,40 80,40 99,84 1,84", WOOD)
    s.poly("1,84 99,84 99,90 1,90", DARK_WOOD)
    for k in range(5):
        s.line(f"{30 + k * 10},40 {18 + k * 16},84", 0.9, DARK_WOOD)
    s.line("13,56 87,56", 0.7, DARK_WOOD)
    s.line("7,70 93,70", 0.7, DARK_WOOD)


@drawing
def bridge(s: Sketch) -> None:
    """An arched stone bridge."""
    s.blob("0,70 24,46 50,38 76,46 100,70 100,84 86,84 70,66 50,60 30,66 14,84 0,84", STONE)
    for k in range(9):
        t = (k - 4) / 4
        x, y = 50 + 42 * t, 38 + 24 * t * t
        s.rect(f"{x - 1.6},{y - 15} {x + 1.6},{y}", STONE, line=0.8)
    s.curve("6,50 28,28 50,22 72,28 94,50", 3.4, mix(STONE, INK, 0.3))
    for text in ("20,74 26,60", "34,64 36,50", "50,60 50,42", "66,64 64,50", "80,74 74,60"):
        s.line(text, 1.0)
    s.curve("14,86 30,68 50,62 70,68 86,86", 1.4)


@drawing
def house(s: Sketch) -> None:
    """A tiled house with a paper door (기와집)."""
    s.rect("14,46 86,86", PLASTER)
    for x in (14, 36, 60, 82):
        s.rect(f"{x},46 {x + 4},88", DARK_WOOD, line=0.8)
    s.rect("42,54 58,86", PAPER, line=0.8)
    s.rows("42,62 58,62", "0,8", 3, 0.8, DARK_WOOD)
    s.rows("47,54 47,86", "5.4,0", 2, 0.8, DARK_WOOD)
    s.rect("20,56 32,72", PAPER, line=0.8)
    s.line("26,56 26,72", 0.8, DARK_WOOD)
    s.rect("68,56 80,72", PAPER, line=0.8)
    s.line("74,56 74,72", 0.8, DARK_WOOD)
    s.blob("0,50 10,40 22,24 50,20 78,24 90,40 100,50 88,46 50,43 12,46", TILE)
    s.rect("24,14 76,21", TILE, bend=3)
    for k in range(11):
        foot = 13 + k * 7.4
        s.line(f"{50 + (foot - 50) * 0.66},22 {foot},44", 1, (48, 52, 58))
    s.rect("6,86 94,95", STONE)


@drawing
def doghouse(s: Sketch) -> None:
    s.rect("20,44 80,94", WOOD)
    s.rows("20,56 80,56", "0,12", 3, 0.8, DARK_WOOD)
    s.blob("38,94 38,68 50,58 62,68 62,94", BLACK)
    s.poly("8,50 50,12 92,50 84,56 50,26 16,56", RED)


@drawing
def mailbox(s: Sketch) -> None:
    """A red letter box on its post."""
    s.rect("44,64 56,97", DARK_STEEL)
    s.blob("22,66 22,26 34,12 50,8 66,12 78,26 78,66", RED)
    s.rect("32,28 68,34", BLACK, line=0.7, bend=1)
    s.rect("36,44 64,58", WHITE, line=0.6)
    s.line("36,44 50,53 64,44", 1)


@drawing
def cash_machine(s: Sketch) -> None:
    s.rect("20,4 80,96", (96, 128, 150), bend=3)
    s.rect("28,12 72,40", BLACK, bend=1)
    s.rect("31,15 69,37", (196, 220, 206), line=0.4)
    s.rows("36,21 60,21", "0,6", 3, 1.6)
    s.poly("26,48 74,48 78,60 22,60", STEEL)
    for row in range(3):
        s.dots(f"44,{50.5 + row * 3.4} 50,{50.5 + row * 3.4} 56,{50.5 + row * 3.4}", 1.2, BLACK)
    s.rect("32,68 68,74", BLACK, line=0.7)
    s.poly("36,71 64,71 66,86 34,86", (222, 196, 128))


@drawing
def cash_register(s: Sketch) -> None:
    s.rect("38,8 62,26", BLACK, bend=2)
    s.rect("41,11 59,20", (150, 210, 160), line=0.4, shade=0)
    s.poly("20,30 80,30 88,62 12,62", STEEL)
    for row in range(3):
        for k in range(5):
            s.rect(
                f"{26 + k * 10},{35 + row * 8} {33 + k * 10},{40 + row * 8}",
                WHITE,
                line=0.5,
                bend=1,
            )
    s.rect("6,62 94,90", DARK_STEEL, bend=2)
    s.rect("12,68 88,84", STEEL, line=0.7)
    s.dots("50,76", 2.4, BLACK)


@drawing
def mirror(s: Sketch) -> None:
    """An oval mirror in a wooden frame, on its stand."""
    s.oval("50,42 34,40", DARK_WOOD)
    s.oval("50,42 28,34", PANE, line=0.8)
    s.line("36,30 48,16", 2.6, WHITE)
    s.line("40,44 62,20", 2.2, WHITE)
    s.rect("46,80 54,90", DARK_WOOD)
    s.poly("28,90 72,90 80,97 20,97", DARK_WOOD)


@drawing
def chair(s: Sketch) -> None:
    """A wooden chair, facing left."""
    s.rect("68,4 75,96", DARK_WOOD)
    s.rect("60,8 69,14", WOOD)
    s.poly("52,10 74,6 76,44 54,46", mix(WOOD, PAPER, 0.15), line=0.9)
    s.poly("24,50 34,44 78,44 74,54 26,54", WOOD)
    s.rect("26,54 32,96", DARK_WOOD)
    s.rect("38,54 43,88", DARK_WOOD)
    s.rect("60,54 65,88", DARK_WOOD)
    s.line("29,76 71,76", 2.4, DARK_WOOD)


@drawing
def piano(s: Sketch) -> None:
    """An upright piano."""
    s.rect("8,8 92,90", (76, 58, 50))
    s.rect("14,14 86,42", (92, 70, 58), line=0.8)
    s.poly("34,24 66,24 64,42 36,42", WHITE, line=0.8)
    s.rows("40,29 60,29", "0,4", 3, 0.9)
    s.poly("8,50 92,50 98,62 2,62", WHITE)
    for k in range(17):
        s.line(f"{10 + k * 5},50 {6 + k * 5.5},62", 0.7)
        if k % 7 not in (2, 6):
            s.line(f"{12.4 + k * 5},50 {10.4 + k * 5.2},57", 2.2, BLACK)
    s.rect("2,62 98,67", (60, 46, 40))
    s.rect("10,67 17,95", (60, 46, 40))
    s.rect("83,67 90,95", (60, 46, 40))
    s.line("46,88 46,94", 2, GOLD)
    s.line("54,88 54,94", 2, GOLD)


@drawing
def clock(s: Sketch) -> None:
    """A round wall clock; below a phase of 0 without its hands, which somebody else turns."""
    s.oval("50,50 46,46", DARK_WOOD)
    s.oval("50,50 40,40", (244, 238, 222), line=0.7)
    for k in range(12):
        with s.placed(50, 50, turn_deg=30 * k):
            s.line("0,-37 0,-32", 2.6 if k % 3 == 0 else 1.4)
    for turn, reach, wide in ((300.0, 22, 2.6), (48.0, 33, 2.0)):
        if s.phase < 0:
            break
        with s.placed(50, 50, turn_deg=turn):
            s.poly(
                f"{-wide},6 {-wide * 0.6},{-reach} {wide * 0.6},{-reach} {wide},6", INK, line=0.3
            )
    s.dots("50,50", 3, RED)


@drawing
def headphone(s: Sketch) -> None:
    s.curve("14,60 16,30 34,12 50,9 66,12 84,30 86,60", 6, BLACK, alpha=1)
    s.rect("6,52 26,90", DARK_STEEL, bend=8)
    s.rect("74,52 94,90", DARK_STEEL, bend=8)


@drawing
def tower_block(s: Sketch) -> None:
    """A block of flats, its windows in rows, some of them lit."""
    s.poly("64,10 92,18 92,96 64,96", mix(PLASTER, INK, 0.32))
    s.rect("14,8 64,96", PLASTER)
    s.rect("10,4 68,10", STONE)
    for row in range(7):
        y = 16 + row * 10.4
        for column in range(4):
            lit = (row * 5 + column * 3) % 7 == 0
            x = 19 + column * 11
            s.rect(f"{x},{y} {x + 7},{y + 6}", FLAME if lit else PANE, line=0.5, shade=0)
        s.rect(f"70,{y + 4} 76,{y + 10}", mix(PANE, INK, 0.3), line=0.4, shade=0)
        s.rect(f"81,{y + 5} 87,{y + 11}", mix(PANE, INK, 0.3), line=0.4, shade=0)
    s.rect("34,88 46,96", DARK_STEEL, line=0.6)


@drawing
def peak(s: Sketch) -> None:
    """A mountain in domes, as An Gyeon painted them, with pines at its foot."""
    far, near = mix(STONE, DARK_GREEN, 0.25), mix(STONE, DARK_GREEN, 0.45)
    s.blob("22,96 28,52 40,18 50,5 60,18 72,54 80,96", far)
    s.blob("2,96 8,70 20,52 32,58 44,96", near)
    s.blob("54,96 64,62 78,46 92,66 99,96", near)
    s.blob("26,96 34,76 48,66 62,76 74,96", mix(near, WHITE, 0.18))
    for x, y in ((47, 16), (53, 20), (44, 28), (57, 32), (50, 40), (41, 46), (60, 50)):
        s.line(f"{x},{y} {x + (x - 50) * 0.3},{y + 13}", 1.1, mix(far, INK, 0.5))
    for x in (12, 24, 70, 84, 92):
        s.poly(f"{x - 4},94 {x},80 {x + 4},94", DARK_GREEN, line=0.6)


@drawing
def isle(s: Sketch) -> None:
    """A small island with a hill, a beach and three pines."""
    s.blob("2,88 14,80 40,76 66,76 90,82 98,90 80,96 20,96", (222, 200, 150))
    s.blob("12,84 22,58 40,40 56,46 72,60 88,84 60,88 36,88", mix(GREEN, STONE, 0.3))
    for x, y in ((34, 44), (50, 40), (66, 56)):
        s.line(f"{x},{y} {x + 2},{y - 20}", 1.6, DARK_WOOD)
        s.blob(f"{x - 10},{y - 16} {x + 2},{y - 28} {x + 14},{y - 16} {x + 2},{y - 12}", DARK_GREEN)
