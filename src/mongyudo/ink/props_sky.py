"""Sky, fire and light; toys and treasure."""

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
    PANE,
    PAPER,
    PINK,
    RED,
    SKY,
    STONE,
    WHITE,
    WOOD,
    YELLOW,
    Sketch,
    drawing,
)


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
    s.blob(
        "6,70 12,54 26,52 32,36 50,28 66,36 72,50 88,52 95,68 84,80 50,83 16,80", (238, 234, 224)
    )
    for text in (
        "14,68 22,58 34,62 32,70 26,68",
        "42,60 48,44 62,46 62,56 54,56",
        "70,70 76,60 88,64 84,72",
    ):
        s.curve(text, 1.4, (140, 146, 150))


@drawing
def lightning(s: Sketch) -> None:
    s.poly("58,2 24,54 44,54 34,98 78,38 54,40 70,2", (244, 214, 118))


@drawing
def rainbow(s: Sketch) -> None:
    for k, tint in enumerate(_BOW):
        with s.placed(50, 88, (47 - k * 4.6) / 47):
            arch = "-47,0 -43,-34 -23.5,-65 0,-75 23.5,-65 43,-34 47,0"
            s.curve(arch, 5.0, tint, alpha=0.85)


_BOW = (
    (206, 84, 72), (230, 150, 76), (236, 208, 112), (126, 168, 110), (98, 142, 182),
    (136, 108, 158),
)  # fmt: skip


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
    """A chest; as the phase grows its lid tilts back from the gold."""
    back = 50 - 34 * s.phase
    if s.phase > 0.02:
        s.poly(f"8,50 12,{back} 88,{back} 92,50", DARK_WOOD)
        s.blob("14,54 30,42 50,36 70,42 86,54 50,60", GOLD)
        s.dots("34,48 46,42 58,44 68,49 52,50", 4, FLAME)
    top = back - 26 * (1 - s.phase)
    crest = f"30,{top} 70,{top} 90,{(top + back) / 2 - 1}"
    s.blob(f"8,{back} 10,{(top + back) / 2 - 1} {crest} 92,{back} 50,{back + 1}", WOOD)
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
    for x, y, tint in (
        (38, 56, RED),
        (62, 58, YELLOW),
        (28, 80, YELLOW),
        (50, 78, RED),
        (72, 80, SKY),
        (46, 34, SKY),
        (56, 38, RED),
    ):
        s.dots(f"{x},{y}", 3, tint)
    s.blob("50,1 53,8 60,9 55,13 57,20 50,16 43,20 45,13 40,9 47,8", GOLD, line=0.8)


@drawing
def dust(s: Sketch) -> None:
    """A rolling puff of dust."""
    s.blob("8,84 4,66 18,58 22,44 40,42 52,32 66,42 82,44 84,60 96,68 92,84 66,90 34,90",
           (190, 176, 150), alpha=0.85, line=0.7)  # fmt: skip
    for text in ("18,74 28,64 38,72", "42,60 54,50 62,60", "64,76 74,66 84,74"):
        s.curve(text, 1.3, BROWN, alpha=0.6)
    s.dots("14,34 30,22 70,22 88,32", 1.7, BROWN, alpha=0.6)


@drawing
def slime(s: Sketch) -> None:
    """A lump of slime."""
    s.blob("6,86 12,66 22,60 30,36 50,26 70,38 76,58 90,66 94,86 70,93 28,93", (142, 186, 118))
    s.curve("34,48 30,60 34,70", 3, WHITE, alpha=0.8)
    s.oval("62,72 6,4", (176, 210, 150), line=0.5, shade=0)


@drawing
def sound_waves(s: Sketch) -> None:
    """A loud noise: waves from a speaker."""
    s.rect("6,22 44,90", BLACK, bend=3)
    s.oval("25,66 14,14", STONE)
    s.oval("25,66 6,6", BLACK, line=0.6)
    s.oval("25,36 8,8", STONE)
    for reach in (12, 24, 36):
        s.stroke(
            f"{52 + reach * 0.4},{56 - reach} {54 + reach},56 {52 + reach * 0.4},{56 + reach}", 3.4
        )
