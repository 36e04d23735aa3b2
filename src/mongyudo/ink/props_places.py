"""Parts of buildings and of streets, and what stands there."""

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
    SKY,
    STEEL,
    STONE,
    WHITE,
    WOOD,
    YELLOW,
    Rgb,
    Sketch,
    drawing,
)

TILE: Rgb = (84, 90, 96)
PLASTER: Rgb = (226, 214, 188)
PANE: Rgb = (178, 204, 210)


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
        s.poly(f"{left},{y - 6} {right},{y - 6} {right},{y + 6} {left},{y + 6}", mix(STONE, INK, 0.12))
        s.poly(f"{left + 5},{y - 12} {right - 5},{y - 12} {right},{y - 6} {left},{y - 6}", mix(STONE, WHITE, 0.4))


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
        x = 13 + k * 7.4
        s.line(f"{50 + (x - 50) * 0.66},22 {x},44", 1, (48, 52, 58))
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
            s.rect(f"{26 + k * 10},{35 + row * 8} {33 + k * 10},{40 + row * 8}", WHITE, line=0.5, bend=1)
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
    """A round wall clock; the phase turns its hands."""
    s.oval("50,50 46,46", DARK_WOOD)
    s.oval("50,50 40,40", (244, 238, 222), line=0.7)
    for k in range(12):
        with s.placed(50, 50, turn_deg=30 * k):
            s.line("0,-37 0,-32", 2.6 if k % 3 == 0 else 1.4)
    with s.placed(50, 50, turn_deg=300 + 30 * s.phase):
        s.poly("-2.6,6 -1.6,-22 1.6,-22 2.6,6", INK, line=0.3)
    with s.placed(50, 50, turn_deg=48 + 360 * s.phase):
        s.poly("-2,8 -1.2,-33 1.2,-33 2,8", INK, line=0.3)
    s.dots("50,50", 3, RED)


@drawing
def siren(s: Sketch) -> None:
    """A turning alarm light."""
    s.blob("24,78 26,40 36,26 64,26 74,40 76,78", RED)
    s.blob("40,76 42,46 58,46 60,76", FLAME, line=0.5)
    s.rect("14,78 86,92", DARK_STEEL, bend=2)
    for text in ("50,16 50,3", "24,22 14,10", "76,22 86,10", "12,46 1,42", "88,46 99,42"):
        s.stroke(text, 3, ORANGE)


@drawing
def fire(s: Sketch) -> None:
    """Flames, brushed."""
    s.blob("50,97 24,92 10,70 18,48 30,36 32,52 42,30 44,4 62,24 70,44 78,34 90,62 84,86 70,95",
           (206, 82, 42))  # fmt: skip
    s.blob("50,96 32,88 26,70 36,56 40,66 50,40 60,58 66,70 64,86", (236, 142, 58), line=0.5)
    s.blob("50,95 40,86 42,74 50,62 58,76 58,88", FLAME, line=0, shade=0)


@drawing
def smoke(s: Sketch) -> None:
    s.blob("40,97 30,80 44,66 28,52 40,34 30,18 50,4 66,14 58,30 76,42 64,58 78,72 60,88 58,97",
           (166, 162, 158), alpha=0.8, line=0.6)  # fmt: skip
    s.curve("44,90 52,76 44,64 54,50 46,36 54,20", 1.2)


@drawing
def light_bulb(s: Sketch) -> None:
    """A hanging bulb, lit."""
    s.line("50,0 50,30", 2.2, BLACK)
    s.rect("42,28 58,46", DARK_STEEL, bend=1)
    s.blob("42,46 58,46 62,56 76,70 74,88 50,98 26,88 24,70 38,56", mix(FLAME, WHITE, 0.3))
    s.curve("42,72 46,62 50,74 54,62 58,72", 1.4, ORANGE)


@drawing
def headphone(s: Sketch) -> None:
    s.curve("14,60 16,30 34,12 50,9 66,12 84,30 86,60", 6, BLACK, alpha=1)
    s.rect("6,52 26,90", DARK_STEEL, bend=8)
    s.rect("74,52 94,90", DARK_STEEL, bend=8)


@drawing
def telescope(s: Sketch) -> None:
    s.line("52,52 26,96", 3, DARK_WOOD)
    s.line("52,52 78,96", 3, DARK_WOOD)
    s.line("52,52 52,94", 3, DARK_WOOD)
    with s.placed(50, 40, turn_deg=-26):
        s.poly("-46,-9 -4,-8 -4,8 -46,9", (150, 116, 76))
        s.rect("-4,-6 28,6", GOLD)
        s.rect("28,-4 46,4", DARK_STEEL)
        s.oval("-46,0 3,9", PANE)


@drawing
def goal(s: Sketch) -> None:
    """A goal with its net."""
    for k in range(9):
        s.line(f"{10 + k * 10},16 {18 + k * 8},84", 0.7, alpha=0.5)
    for k in range(6):
        s.line(f"{10 + k},{20 + k * 12} {90 - k},{20 + k * 12}", 0.7, alpha=0.5)
    s.line("8,92 8,14 92,14 92,92", 4.6)
    s.line("8,92 8,14 92,14 92,92", 3.2, WHITE, alpha=1)


@drawing
def fireworks(s: Sketch) -> None:
    """Bursts of fire in the sky."""
    for x, y, reach, tint in ((36, 40, 34, RED), (74, 26, 20, GOLD), (72, 72, 22, BLUE)):
        for k in range(14):
            with s.placed(x, y, turn_deg=360 * k / 14):
                s.stroke(f"0,{-reach * 0.3} 0,{-reach * 0.66} 0,{-reach}", 2.4, tint)
                s.dots(f"0,{-reach}", 1.6, mix(tint, WHITE, 0.5))


@drawing
def moon(s: Sketch) -> None:
    """A full moon with its seas."""
    s.oval("50,50 46,46", (246, 236, 206), line=0.7, shade=0.06)
    for x, y, rx, ry in ((36, 34, 12, 9), (60, 48, 14, 10), (40, 66, 9, 7), (66, 26, 6, 5)):
        s.oval(f"{x},{y} {rx},{ry}", (222, 208, 172), line=0, shade=0)


@drawing
def sun(s: Sketch) -> None:
    """A red sun, as old paintings have it."""
    s.oval("50,50 46,46", (214, 82, 52), line=0.7, shade=0.06)


@drawing
def cloud(s: Sketch) -> None:
    """A cloud with curling edges."""
    s.blob("6,70 12,54 26,52 32,36 50,28 66,36 72,50 88,52 95,68 84,80 50,83 16,80", (238, 234, 224))
    for text in ("14,68 22,58 34,62 32,70 26,68", "42,60 48,44 62,46 62,56 54,56", "70,70 76,60 88,64 84,72"):
        s.curve(text, 1.4, (140, 146, 150))


@drawing
def lightning(s: Sketch) -> None:
    s.poly("58,2 24,54 44,54 34,98 78,38 54,40 70,2", (244, 214, 118))


@drawing
def rainbow(s: Sketch) -> None:
    for k, tint in enumerate(((206, 84, 72), (230, 150, 76), (236, 208, 112), (126, 168, 110), (98, 142, 182),
                              (136, 108, 158))):
        reach = 47 - k * 4.6
        s.curve(f"{50 - reach},88 {50 - reach * 0.92},{88 - reach * 0.72} {50 - reach * 0.5},{88 - reach * 1.38} "
                f"50,{88 - reach * 1.6} {50 + reach * 0.5},{88 - reach * 1.38} {50 + reach * 0.92},"
                f"{88 - reach * 0.72} {50 + reach},88", 4.8, tint, alpha=0.85)  # fmt: skip


@drawing
def gift(s: Sketch) -> None:
    """A box in wrapping paper with a bow."""
    s.rect("10,40 90,94", (196, 92, 92))
    s.rect("6,28 94,44", (206, 106, 102))
    s.rect("43,28 57,94", YELLOW, line=0.7)
    s.blob("50,28 30,10 18,20 34,30", YELLOW)
    s.blob("50,28 70,10 82,20 66,30", YELLOW)
    s.oval("50,27 6,5", ORANGE)


@drawing
def box(s: Sketch) -> None:
    """A cardboard box; as the phase grows its flaps open."""
    tan = (196, 156, 108)
    if s.phase > 0.02:
        s.poly("12,40 88,40 80,52 20,52", BLACK, shade=0)
        lift = 26 * s.phase
        s.poly(f"12,40 20,52 {4 - 6 * s.phase},{46 - lift} {0 - 4 * s.phase},{38 - lift}", tan)
        s.poly(f"88,40 80,52 {96 + 6 * s.phase},{46 - lift} {100 + 4 * s.phase},{38 - lift}", tan)
    else:
        s.poly("12,40 26,28 96,28 88,40", mix(tan, WHITE, 0.25))
    s.poly("12,40 88,40 88,94 12,94", tan)
    if s.phase <= 0.02:
        s.poly("88,40 96,28 96,80 88,94", mix(tan, INK, 0.2))
    s.rect("43,40 57,64", mix(tan, PAPER, 0.4), line=0.6)


@drawing
def treasure_chest(s: Sketch) -> None:
    """A chest; as the phase grows its lid opens on gold."""
    lift = 30 * s.phase
    if s.phase > 0.02:
        s.blob("14,52 30,42 50,36 70,42 86,52 50,60", GOLD)
        s.dots("34,48 46,42 58,44 68,49 52,50", 4, FLAME)
    s.blob(f"8,50 10,{34 - lift} 30,{24 - lift * 1.2} 70,{24 - lift * 1.2} 90,{34 - lift} 92,{50 - lift * 0.6} "
           f"50,{50 - lift * 0.6} 8,{50 - lift * 0.6}", WOOD)  # fmt: skip
    s.rect("8,50 92,94", WOOD)
    for x in (18, 76):
        s.rect(f"{x},50 {x + 7},94", GOLD, line=0.8)
    s.rect("8,50 92,57", GOLD, line=0.8)
    s.rect("43,50 57,68", GOLD)
    s.dots("50,58", 2.2, BLACK)


@drawing
def money_bag(s: Sketch) -> None:
    """A bulging sack of money, notes at its mouth."""
    s.poly("34,8 52,4 54,26 38,26", (176, 196, 150))
    s.poly("50,6 68,10 62,28 48,26", (222, 196, 128))
    s.blob("34,30 66,30 88,60 88,86 50,96 12,86 12,60", (188, 154, 104))
    s.line("32,30 68,30", 5, DARK_WOOD)
    s.oval("50,64 17,16", GOLD, line=0.8)
    s.line("40,58 45,72 50,60 55,72 60,58", 2.2, BROWN)
    s.line("39,64 61,64", 1.6, BROWN)


@drawing
def coin(s: Sketch) -> None:
    """An old brass coin with a square hole (엽전)."""
    s.oval("50,50 46,46", GOLD)
    s.oval("50,50 39,39", mix(GOLD, BROWN, 0.18), line=0.7)
    s.rect("38,38 62,62", (74, 62, 50), line=0.9, shade=0)
    for turn in range(0, 360, 90):
        with s.placed(50, 50, turn_deg=turn):
            s.stroke("-6,-28 6,-29", 2.6, BROWN)
            s.stroke("0,-34 -1,-20", 2.4, BROWN)
            s.stroke("-5,-20 5,-21", 2.0, BROWN)


@drawing
def piggy_bank(s: Sketch) -> None:
    """A pottery pig with a slot."""
    s.rect("26,76 36,94", PINK)
    s.rect("64,76 74,94", PINK)
    s.blob("8,56 16,40 36,30 62,30 84,42 92,58 84,78 60,86 34,84 16,74", PINK)
    s.blob("2,52 10,48 16,54 14,66 6,68 1,60", mix(PINK, RED, 0.2))
    s.blob("24,36 22,20 36,28", PINK)
    s.line("46,34 62,34", 3, BLACK)
    s.dots("22,50", 2.2, BLACK)
    s.curve("92,56 98,50 95,60", 1.8, PINK)


@drawing
def toy(s: Sketch) -> None:
    """Building blocks and a spinning top."""
    s.rect("8,62 40,94", (110, 148, 176))
    s.rect("42,62 74,94", (206, 100, 84))
    s.poly("14,60 30,34 46,60", (230, 188, 92))
    s.poly("66,58 98,52 86,84 80,94 76,84", GREEN)
    s.rect("79,40 84,54", WOOD)
    s.curve("66,58 84,60 97,53", 1.6, YELLOW)


@drawing
def doll(s: Sketch) -> None:
    """A cloth doll with button eyes."""
    s.band("36,52 18,66", [6, 5], PINK)
    s.band("64,52 82,66", [6, 5], PINK)
    s.poly("38,46 62,46 76,82 24,82", (196, 92, 104))
    s.rect("36,82 46,97", WHITE)
    s.rect("54,82 64,97", WHITE)
    s.oval("50,28 21,20", (240, 214, 186))
    s.blob("28,28 30,8 50,2 70,8 72,28 64,16 36,16", BROWN)
    s.dots("42,29 58,29", 3, BLACK)
    s.curve("44,38 50,41 56,38", 1.3)
    s.line("48,40 48,43", 0.9)
    s.line("53,40 53,43", 0.9)


@drawing
def ball(s: Sketch) -> None:
    """A plain ball in two colours."""
    s.oval("50,50 45,45", (206, 90, 78))
    s.blob("7,40 30,34 60,36 93,42 95,52 60,58 30,58 5,54", WHITE, line=0.8)


@drawing
def bead(s: Sketch) -> None:
    """Glass marbles."""
    for x, y, tint in ((30, 64, BLUE), (68, 66, GREEN), (50, 34, ORANGE)):
        s.oval(f"{x},{y} 19,19", mix(tint, WHITE, 0.3))
        s.curve(f"{x - 10},{y + 6} {x},{y - 4} {x + 10},{y + 2}", 3.4, WHITE, alpha=0.7)
        s.dots(f"{x - 7},{y - 8}", 3, WHITE)


@drawing
def paper_airplane(s: Sketch) -> None:
    """A paper plane, going left."""
    s.poly("2,50 96,14 70,54", WHITE)
    s.poly("2,50 70,54 60,84 48,58", mix(WHITE, INK, 0.16))
    s.line("2,50 70,54", 0.9)


@drawing
def paper_crane(s: Sketch) -> None:
    """A folded crane, going left."""
    s.poly("30,60 6,30 2,38 22,66", WHITE)
    s.poly("70,60 98,30 82,66", WHITE)
    s.poly("30,58 50,6 54,60", (238, 176, 176))
    s.poly("48,60 72,10 72,60", (226, 150, 154))
    s.poly("22,60 82,60 52,94", (238, 176, 176))
    s.line("52,94 52,60", 0.9)


@drawing
def christmas_tree(s: Sketch) -> None:
    s.rect("44,84 56,96", DARK_WOOD)
    for half, top, low in ((38, 56, 86), (30, 34, 64), (21, 14, 42)):
        s.poly(f"50,{top - 6} {50 + half},{low} {50 - half},{low}", DARK_GREEN)
    for x, y, tint in ((38, 56, RED), (62, 58, YELLOW), (28, 80, YELLOW), (50, 78, RED), (72, 80, SKY), (46, 34, SKY),
                       (56, 38, RED)):
        s.dots(f"{x},{y}", 3, tint)
    s.blob("50,1 53,8 60,9 55,13 57,20 50,16 43,20 45,13 40,9 47,8", GOLD, line=0.8)
