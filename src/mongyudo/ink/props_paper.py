"""Papers, letters, money and signs."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import (
    BLACK,
    BLUE,
    BROWN,
    DARK_WOOD,
    GOLD,
    GREEN,
    INK,
    ORANGE,
    PAPER,
    RED,
    SKIN,
    STEEL,
    WHITE,
    WOOD,
    YELLOW,
    Sketch,
    drawing,
)

WON = (222, 196, 128)


@drawing
def document(s: Sketch) -> None:
    """A written notice with a red seal, the kind that calls one up."""
    s.poly("16,5 84,4 86,95 14,96", WHITE)
    s.line("34,17 66,16.5", 3.4)
    s.rows("24,30 76,29.6", "0,7", 7, 1.3)
    s.line("24,79 52,78.6", 1.3)
    s.rect("60,74 76,90", RED, line=0.6, shade=0)
    s.rows("64,78 72,78", "0,4", 3, 1.2, WHITE)
    s.line("68,77 68,87", 1.2, WHITE)


@drawing
def letter(s: Sketch) -> None:
    """An opened letter coming out of its envelope."""
    s.poly("6,46 50,20 94,46 94,92 6,92", mix(PAPER, BROWN, 0.25))
    s.poly("17,10 82,8 84,70 16,72", WHITE)
    s.rows("26,20 74,19", "0,8", 4, 1.3)
    s.poly("6,46 50,72 94,46 94,93 6,93", PAPER)
    s.line("6,93 42,67", 1.1)
    s.line("94,93 58,67", 1.1)


@drawing
def paper(s: Sketch) -> None:
    """An empty sheet with one corner turned."""
    s.poly("16,6 84,4 86,80 70,96 14,95", WHITE)
    s.poly("70,96 71,81 86,80", mix(PAPER, BROWN, 0.2), line=0.8)


@drawing
def note(s: Sketch) -> None:
    """A small note, folded once."""
    s.poly("14,18 86,12 90,80 18,88", (244, 226, 150))
    s.line("16,50 88,45", 0.8, alpha=0.5)
    s.rows("26,30 74,26", "0,9", 2, 2.2)
    s.rows("28,60 66,57", "0,9", 2, 2.2)


@drawing
def writing(s: Sketch) -> None:
    """A scroll with brushed columns of writing."""
    s.rect("8,12 92,88", PAPER)
    for x in (2, 90):
        s.rect(f"{x},6 {x + 8},94", DARK_WOOD, bend=3)
    for column in range(5):
        x = 78 - column * 14
        for row in range(5 - column % 2):
            y = 22 + row * 13
            s.stroke(f"{x - 4},{y} {x + 4},{y - 1.5}", 2.6)
            s.stroke(f"{x},{y - 3} {x - 1},{y + 5}", 2.4)
            if (row + column) % 2:
                s.stroke(f"{x + 1},{y + 2} {x + 5},{y + 6}", 2.2)


@drawing
def certificate(s: Sketch) -> None:
    """A certificate with a gold border, seal and ribbon."""
    s.rect("4,14 96,86", GOLD)
    s.rect("8,18 92,82", WHITE, line=0.6)
    s.rect("11,21 89,79", WHITE, line=0.4, shade=0)
    s.line("34,31 66,31", 3.4)
    s.rows("22,43 78,43", "0,7", 4, 1.2)
    s.poly("76,72 72,92 78,88 83,92 81,72", RED, line=0.7)
    s.oval("78,70 8,8", YELLOW)
    s.oval("78,70 5,5", GOLD, line=0.5)


@drawing
def report_card(s: Sketch) -> None:
    """A table of marks, one of them ringed in red."""
    s.poly("16,5 84,5 85,95 15,95", WHITE)
    s.line("32,15 68,15", 3)
    s.rect("22,25 78,88", WHITE, line=0.7, shade=0)
    s.rows("22,36 78,36", "0,10.4", 5, 0.8)
    s.rows("44,25 44,88", "18,0", 2, 0.8)
    s.rows("27,31 39,31", "0,10.4", 6, 1.4)
    s.rows("50,31 56,31", "0,10.4", 6, 1.4, BLUE)
    s.curve("64,70 72,67 77,73 72,80 64,78 62,73 65,69", 1.8, RED)
    s.line("66,73.5 73,73.5", 1.8, RED)


@drawing
def omr_sheet(s: Sketch) -> None:
    """An answer card with rows of ovals, some filled."""
    s.poly("4,22 96,20 96,80 4,82", (250, 236, 224))
    s.rect("9,27 27,75", (250, 236, 224), line=0.7, shade=0)
    s.rows("9,33 27,33", "0,6", 7, 0.6, RED)
    for column in range(3):
        x = 33 + column * 21
        s.rect(f"{x},27 {x + 18},75", WHITE, line=0.5, shade=0)
        for row in range(8):
            y = 31 + row * 5.6
            for k in range(5):
                filled = k == (row * 3 + column * 2) % 5 and column < 2
                s.oval(f"{x + 3 + k * 3.2},{y} 1,2.1", BLACK if filled else mix(WHITE, RED, 0.3),
                       line=0.0, shade=0)  # fmt: skip
    s.rows("10,80 10,77", "6,0", 14, 1.6, BLACK)


@drawing
def banknote(s: Sketch) -> None:
    """A 50,000 won note in its yellow."""
    s.poly("2,28 98,26 98,74 2,76", WON)
    s.poly("6,32 94,30 94,70 6,72", mix(WON, WHITE, 0.25), line=0.5)
    s.oval("74,51 13,16", mix(WON, WHITE, 0.55), line=0.6)
    s.blob("66,64 68,56 74,54 80,56 83,64", mix(WON, BROWN, 0.6), line=0.4)
    s.oval("74,48 5,6.4", SKIN, line=0.5)
    s.blob("68,46 70,40 78,40 80,46 74,43", INK, line=0)
    s.oval("34,52 12,12", mix(WON, ORANGE, 0.4), line=0.5)
    s.curve("24,56 32,46 36,58 44,48", 1.4, mix(WON, BROWN, 0.7))
    s.rows("10,38 20,37.6", "0,4", 2, 1.6, BROWN)
    s.rows("10,66 18,65.8", "0,3", 1, 1.8, BROWN)


@drawing
def money(s: Sketch) -> None:
    """Bundles of won notes with paper bands."""
    _bundle(s, 10, 66, WON)
    _bundle(s, 26, 46, (160, 190, 150))
    _bundle(s, 6, 26, WON)


def _bundle(s: Sketch, x: float, y: float, tint: tuple[int, int, int]) -> None:
    with s.placed(x, y):
        s.poly("0,12 66,12 66,26 0,26", mix(tint, WHITE, 0.35))
        s.rows("1,15 65,15", "0,3", 4, 0.6, alpha=0.5)
        s.poly("0,12 12,0 72,0 66,12", tint)
        s.poly("66,12 72,0 72,13 66,26", mix(tint, INK, 0.2))
        s.poly("28,12 38,0 48,0 40,12 40,26 28,26", WHITE, line=0.7)


def _bars(s: Sketch, side: tuple[int, int, int], top: tuple[int, int, int]) -> None:
    """Three bars of metal."""
    for x, y in ((4, 62), (50, 62), (27, 34)):
        with s.placed(x, y):
            s.poly("8,0 38,0 46,30 0,30", side)
            s.poly("8,0 38,0 36,7 10,7", top, line=0.7)
            s.poly("10,7 14,7 8,29 2,29", top, line=0)


@drawing
def gold(s: Sketch) -> None:
    """Three gold bars."""
    _bars(s, GOLD, (246, 222, 140))


@drawing
def silver(s: Sketch) -> None:
    """Three bars of silver."""
    _bars(s, (186, 192, 198), (226, 230, 232))


@drawing
def bankbook(s: Sketch) -> None:
    s.poly("14,24 82,18 88,74 20,82", BLUE)
    s.poly("26,34 70,30 71,38 27,42", WHITE, line=0.6)
    s.rows("30,56 66,52", "0,8", 2, 1.4, WHITE)
    s.line("20,82 88,74", 1.6, WHITE)


@drawing
def lottery_ticket(s: Sketch) -> None:
    """A lottery slip with rows of balls."""
    s.poly("20,4 80,4 80,92 76,96 72,92 68,96 64,92 60,96 56,92 52,96 48,92 44,96 40,92 36,96 "
           "32,92 28,96 24,92 20,96", WHITE)  # fmt: skip
    s.rect("26,10 74,22", BLUE, line=0.5, bend=1)
    s.line("36,16 64,16", 2.6, WHITE)
    tints = (YELLOW, BLUE, RED, (130, 130, 136), GREEN, YELLOW)
    for row in range(5):
        for k in range(6):
            s.oval(
                f"{29 + k * 8.4},{32 + row * 10} 3.2,3.2", tints[(k + row) % 6], line=0.4, shade=0.1
            )
    s.rows("30,82 30,88", "2.6,0", 16, 1.1)


@drawing
def card(s: Sketch) -> None:
    """A name card."""
    s.poly("6,30 94,26 96,74 8,78", WHITE)
    s.line("18,43 50,41.6", 3.2)
    s.rows("18,56 62,54", "0,7", 3, 1.3)
    s.oval("80,40 6,6", BLUE, line=0.5)


@drawing
def passport(s: Sketch) -> None:
    s.rect("20,6 80,94", (48, 70, 96), bend=3)
    s.oval("50,40 14,14", GOLD, line=0.5)
    s.oval("50,40 10,10", (48, 70, 96), line=0.4, shade=0)
    s.curve("43,38 50,34 50,46 57,42", 1.8, GOLD)
    s.line("34,18 66,18", 2.4, GOLD)
    s.line("36,70 64,70", 2.2, GOLD)
    s.rect("44,80 56,86", GOLD, line=0.4, bend=2)


@drawing
def sign(s: Sketch) -> None:
    """A signboard on a post, its writing blurred as in dreams."""
    s.rect("46,50 54,96", DARK_WOOD)
    s.poly("6,12 90,10 98,31 90,52 6,54", WOOD)
    s.rows("18,26 74,25", "0,11", 2, 3.4, INK)
    s.dots("11,18 11,48", 1.5)


@drawing
def talisman(s: Sketch) -> None:
    """A yellow paper charm written in cinnabar (부적)."""
    s.poly("30,3 70,4 71,96 29,97", (238, 206, 110))
    s.rect("34,9 66,91", (238, 206, 110), line=0.4, shade=0)
    s.stroke("40,18 60,17", 3.4, RED)
    s.stroke("50,14 50,34", 3.0, RED)
    s.stroke("40,28 50,24 60,29", 2.6, RED)
    s.curve("42,40 58,38 58,50 42,50 42,62 58,62 58,74 44,76", 2.2, RED)
    s.stroke("38,46 46,56 38,68", 2.4, RED)
    s.stroke("62,44 56,56 63,70", 2.4, RED)
    s.stroke("50,76 49,88", 3.0, RED)


@drawing
def blueprint(s: Sketch) -> None:
    s.poly("6,14 92,10 94,86 8,90", (66, 100, 140))
    pale = (214, 226, 236)
    s.line("20,24 20,74 62,72 62,44 80,43 80,22 20,24", 1.6, pale)
    s.line("42,24 42,48 62,47", 1.4, pale)
    s.curve("42,58 50,60 52,72", 1.2, pale)
    s.rows("68,60 86,59", "0,6", 4, 1.0, pale)


@drawing
def barcode(s: Sketch) -> None:
    s.rect("6,16 94,84", WHITE, bend=2)
    x = 14.0
    for k in range(22):
        wide = (0.9, 2.2, 1.4, 0.7)[(k * 5 + k // 3) % 4]
        s.rect(f"{x},24 {x + wide},68", BLACK, line=0, shade=0)
        x += wide + (1.6, 1.0, 2.4)[k % 3]
    s.rows("16,76 24,76", "12,0", 6, 2.2)


@drawing
def stamp(s: Sketch) -> None:
    """A wooden seal and its red mark (도장)."""
    s.rect("22,78 58,96", WHITE, line=0.6)
    s.rect("27,80 53,95", RED, line=0, shade=0)
    s.line("33,84 47,84 47,91 33,91", 1.5, WHITE)
    s.band("78,10 66,56", [8, 8], WOOD)
    s.oval("78,9 8.4,3.6", mix(WOOD, PAPER, 0.3))
    s.poly("58,53 75,57 73,64 56,60", RED, line=0.8)


@drawing
def name_tag(s: Sketch) -> None:
    """A name plate worn on the chest."""
    s.rect("6,34 94,74", WHITE, bend=3)
    s.rect("6,34 94,44", BLUE, bend=2, line=0.8)
    s.rows("24,60 34,60", "18,0", 3, 4.2)
    s.rect("44,26 56,36", STEEL, bend=2)


@drawing
def flag(s: Sketch) -> None:
    """A plain red and white flag in the wind."""
    s.rect("10,3 14,97", DARK_WOOD, bend=1)
    s.blob("14,8 34,4 56,12 76,8 95,13 92,34 95,54 74,50 54,56 34,49 14,53", WHITE)
    s.blob("14,31 34,27 56,34 76,30 93,34 95,54 74,50 54,56 34,49 14,53", RED, line=0.5)
    s.dots("12,4", 3, GOLD)


@drawing
def ticket(s: Sketch) -> None:
    """A ticket with a stub."""
    s.blob("4,36 4,28 96,26 96,40 91,50 96,60 96,74 4,74 4,62 9,50", (232, 206, 150))
    s.rows("70,30 70,34", "0,8", 6, 1.2)
    s.line("16,40 56,39", 3.2, RED)
    s.rows("16,52 58,51", "0,8", 2, 1.4)
    s.rows("77,40 77,62", "3,0", 5, 1.3)
