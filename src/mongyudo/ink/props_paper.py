"""Papers, money, signs and screens."""

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
    SKIN,
    SKY,
    STEEL,
    WHITE,
    WOOD,
    YELLOW,
    Sketch,
    drawing,
)

GLOW = (196, 220, 206)
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
def blackboard(s: Sketch) -> None:
    """A green blackboard with chalk writing that cannot quite be read."""
    s.rect("2,12 98,84", WOOD)
    s.rect("6,16 94,80", (54, 84, 70), line=0.6, shade=0.2)
    chalk = (226, 232, 222)
    s.rows("14,28 44,28", "0,9", 3, 1.8, chalk)
    s.curve("56,30 62,24 68,32 60,40 70,44", 1.8, chalk)
    s.line("76,26 88,26", 1.8, chalk)
    s.line("76,34 86,34", 1.8, chalk)
    s.curve("16,62 30,56 44,64 58,54 76,62", 1.6, chalk, alpha=0.6)
    s.rect("10,84 90,88", DARK_WOOD)
    s.rect("20,81 30,84.5", WHITE, line=0.4)
    s.rect("66,80 80,84.5", BLUE, line=0.4)


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
    s.poly(f"{x},{y + 12} {x + 66},{y + 12} {x + 66},{y + 26} {x},{y + 26}", mix(tint, WHITE, 0.35))
    s.rows(f"{x + 1},{y + 15} {x + 65},{y + 15}", "0,3", 4, 0.6, alpha=0.5)
    s.poly(f"{x},{y + 12} {x + 12},{y} {x + 72},{y} {x + 66},{y + 12}", tint)
    s.poly(f"{x + 66},{y + 12} {x + 72},{y} {x + 72},{y + 13} {x + 66},{y + 26}", mix(tint, INK, 0.2))
    s.poly(f"{x + 28},{y + 12} {x + 38},{y} {x + 48},{y} {x + 40},{y + 12} {x + 40},{y + 26} {x + 28},{y + 26}",
           WHITE, line=0.7)  # fmt: skip


@drawing
def gold(s: Sketch) -> None:
    """Three gold bars."""
    for x, y in ((4, 62), (50, 62), (27, 34)):
        s.poly(f"{x + 8},{y} {x + 38},{y} {x + 46},{y + 30} {x},{y + 30}", GOLD)
        s.poly(f"{x + 8},{y} {x + 38},{y} {x + 36},{y + 7} {x + 10},{y + 7}", (246, 222, 140), line=0.7)
        s.poly(f"{x + 10},{y + 7} {x + 14},{y + 7} {x + 8},{y + 29} {x + 2},{y + 29}", (246, 222, 140), line=0)


@drawing
def silver(s: Sketch) -> None:
    """Three bars of silver."""
    pale = (226, 230, 232)
    for x, y in ((4, 62), (50, 62), (27, 34)):
        s.poly(f"{x + 8},{y} {x + 38},{y} {x + 46},{y + 30} {x},{y + 30}", (186, 192, 198))
        s.poly(f"{x + 8},{y} {x + 38},{y} {x + 36},{y + 7} {x + 10},{y + 7}", pale, line=0.7)
        s.poly(f"{x + 10},{y + 7} {x + 14},{y + 7} {x + 8},{y + 29} {x + 2},{y + 29}", pale, line=0)


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
            s.oval(f"{29 + k * 8.4},{32 + row * 10} 3.2,3.2", tints[(k + row) % 6], line=0.4, shade=0.1)
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
def photograph(s: Sketch) -> None:
    """A snapshot of two people before a hill."""
    s.poly("12,12 86,6 92,88 18,94", WHITE)
    s.poly("20,19 80,14 84,68 24,73", SKY, line=0.7)
    s.blob("24,62 38,46 56,52 72,42 83,52 84,67 24,72", GREEN, line=0.4)
    for x, tint in ((44, RED), (60, BLUE)):
        s.blob(f"{x - 7},70 {x - 6},56 {x},53 {x + 6},56 {x + 7},69", tint, line=0.6)
        s.oval(f"{x},47 5,5.8", SKIN, line=0.6)
        s.blob(f"{x - 5},46 {x - 4},41 {x + 4},41 {x + 5},46 {x},44", INK, line=0)


@drawing
def photo_album(s: Sketch) -> None:
    s.poly("4,26 50,32 96,26 96,84 50,90 4,84", BROWN)
    s.poly("8,24 50,30 50,86 8,80", PAPER)
    s.poly("92,24 50,30 50,86 92,80", PAPER)
    for text, tint in (("14,34 30,36 30,50 14,48", SKY), ("32,56 46,58 46,72 32,70", PINK),
                       ("56,38 72,36 72,52 56,54", GREEN), ("74,58 88,56 88,70 74,72", YELLOW)):
        s.poly(text, WHITE, line=1.4, shade=0)
        s.poly(text, tint, line=0)


@drawing
def picture_frame(s: Sketch) -> None:
    """A framed landscape in ink."""
    s.rect("8,6 92,94", WOOD)
    s.rect("15,13 85,87", mix(WOOD, DARK_WOOD, 0.6), line=0.5)
    s.rect("18,16 82,84", PAPER, line=0.5, shade=0.05)
    s.blob("22,74 30,50 38,38 46,52 54,44 62,28 72,48 80,74", mix(PAPER, INK, 0.4), line=0.7)
    s.oval("34,28 6,6", mix(RED, PAPER, 0.25), line=0, shade=0)
    s.curve("20,74 40,70 60,75 80,72", 1.2)


@drawing
def funeral_portrait(s: Sketch) -> None:
    """A portrait with the two black ribbons of mourning (영정)."""
    s.rect("14,6 86,94", BLACK)
    s.rect("21,13 79,87", (206, 208, 210), line=0.5, shade=0.08)
    s.blob("28,87 32,66 50,60 68,66 72,87", (92, 94, 100))
    s.poly("44,62 50,72 56,62", WHITE, line=0.5)
    s.oval("50,44 14,17", (214, 204, 194))
    s.blob("35,42 37,26 50,21 63,26 65,42 60,34 50,31 40,34", (140, 140, 142))
    s.line("43,44 47,44", 1.2)
    s.line("53,44 57,44", 1.2)
    s.curve("45,53 50,54.5 55,53", 1.0)
    s.poly("14,6 30,6 14,32", BLACK, line=0)
    s.poly("86,6 70,6 86,32", BLACK, line=0)
    s.line("12,34 34,4", 4.6, (58, 56, 60))
    s.line("88,34 66,4", 4.6, (58, 56, 60))


@drawing
def sign(s: Sketch) -> None:
    """A signboard on a post, its writing blurred as in dreams."""
    s.rect("46,50 54,96", DARK_WOOD)
    s.poly("6,12 90,10 98,31 90,52 6,54", WOOD)
    s.rows("18,26 74,25", "0,11", 2, 3.4, INK)
    s.dots("11,18 11,48", 1.5)


@drawing
def screen(s: Sketch) -> None:
    """A projection screen on the wall with shapes of light."""
    s.rect("4,8 96,13", DARK_STEEL, bend=2)
    s.rect("8,13 92,82", WHITE)
    s.rect("12,17 88,78", GLOW, line=0.4, shade=0)
    s.line("22,28 58,28", 3.2, BLUE)
    s.rows("22,40 50,40", "0,8", 4, 1.6)
    for k, high in enumerate((12, 20, 28, 18)):
        s.rect(f"{58 + k * 6.6},{70 - high} {63 + k * 6.6},70", (ORANGE, BLUE)[k % 2], line=0.4)
    s.line("50,82 50,92", 1.0)
    s.dots("50,93", 1.6)


@drawing
def cctv_screen(s: Sketch) -> None:
    """A monitor of four cameras: a corridor, a door, a face, an empty street."""
    s.rect("2,10 98,86", BLACK, bend=3)
    s.rect("38,86 62,92", DARK_STEEL)
    s.rect("28,91 72,96", DARK_STEEL, bend=1)
    dim = (104, 136, 124)
    for x in (7, 51):
        for y in (15, 49):
            s.rect(f"{x},{y} {x + 42},{y + 32}", dim, line=0.5, shade=0.2)
            s.dots(f"{x + 3.5},{y + 4}", 1.3, RED)
    s.poly("7,15 22,25 22,38 7,47", mix(dim, INK, 0.4), line=0.5)
    s.poly("49,15 34,25 34,38 49,47", mix(dim, INK, 0.4), line=0.5)
    s.rect("64,22 80,47", mix(dim, INK, 0.5), line=0.6)
    s.dots("77,35", 1.2, GLOW)
    s.blob("14,81 17,71 28,67 39,71 42,81", mix(dim, INK, 0.5), line=0.5)
    s.oval("28,62 7,8.6", mix(GLOW, dim, 0.3), line=0.6)
    s.blob("20.6,61 22,53 34,53 35.4,61 28,57", mix(INK, dim, 0.2), line=0)
    s.dots("25,63 31,63", 0.9)
    s.poly("66,81 71,62 74,62 80,81", mix(dim, INK, 0.35), line=0.5)
    s.line("72.5,66 73,78", 1.0, GLOW)


@drawing
def movie(s: Sketch) -> None:
    """A clapperboard."""
    s.rect("8,40 92,92", BLACK, bend=2)
    s.rows("16,58 84,58", "0,13", 2, 1.2, WHITE)
    s.line("46,58 46,71", 1.2, WHITE)
    s.rect("8,30 92,40", BLACK)
    s.poly("8,30 88,8 92,18 10,40", BLACK)
    for k in range(4):
        x, y = 18 + k * 20, 27 - k * 5.6
        s.poly(f"{x},{y} {x + 9},{y - 2.4} {x + 6},{y + 8.4} {x - 3},{y + 10.6}", WHITE, line=0, shade=0)
        s.poly(f"{x - 4},30 {x + 5},30 {x + 9},40 {x},40", WHITE, line=0, shade=0)


@drawing
def video(s: Sketch) -> None:
    """A screen with a play sign."""
    s.rect("4,18 96,82", BLACK, bend=4)
    s.rect("9,23 91,77", (92, 116, 130), line=0.4)
    s.oval("50,48 15,15", WHITE, alpha=0.9)
    s.poly("45,39 45,57 60,48", RED, line=0.6)
    s.line("14,71 86,71", 1.6, GLOW)
    s.line("14,71 40,71", 1.8, RED)
    s.dots("40,71", 2.2, RED)


@drawing
def phone(s: Sketch) -> None:
    """A mobile phone with a call on its screen."""
    s.rect("26,3 74,97", BLACK, bend=7)
    s.rect("30,10 70,90", (70, 92, 112), line=0.4, bend=2, shade=0.1)
    s.oval("50,34 11,11", GLOW, line=0.5)
    s.oval("50,31 4.2,4.8", (70, 92, 112), line=0, shade=0)
    s.blob("42,42 44,37 56,37 58,42 50,44.6", (70, 92, 112), line=0, shade=0)
    s.line("40,53 60,53", 2.4, WHITE)
    s.oval("39,74 6.4,6.4", RED, line=0.5)
    s.oval("61,74 6.4,6.4", GREEN, line=0.5)
    s.curve("58,73 61,71 64,73", 1.8, WHITE)
    s.curve("36,75 39,73 42,75", 1.8, WHITE)
    s.line("45,6.6 55,6.6", 1.3, DARK_STEEL)


@drawing
def text_message(s: Sketch) -> None:
    """Message bubbles on a phone."""
    s.rect("26,3 74,97", BLACK, bend=7)
    s.rect("30,10 70,90", (170, 192, 206), line=0.4, bend=2, shade=0.05)
    for text, tint in (("33,16 58,30", WHITE), ("44,35 67,47", YELLOW), ("33,52 62,66", WHITE),
                       ("40,71 67,83", YELLOW)):
        s.rect(text, tint, bend=4, line=0.5, shade=0)
    s.rows("37,21 53,21", "0,4", 2, 1.2)
    s.line("48,41 62,41", 1.2)
    s.rows("37,57 57,57", "0,4", 2, 1.2)
    s.line("44,77 62,77", 1.2)


@drawing
def email(s: Sketch) -> None:
    """A letter on a computer's window."""
    s.rect("4,16 96,88", WHITE, bend=3)
    s.rect("4,16 96,27", BLUE, bend=2)
    s.dots("10,21.5 16,21.5 22,21.5", 1.9, WHITE)
    s.poly("24,40 76,40 76,76 24,76", PAPER)
    s.line("24,40 50,61 76,40", 1.6)


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
def numbers(s: Sketch) -> None:
    """Lottery balls with strokes for figures."""
    spots = ((22, 34, YELLOW), (50, 26, BLUE), (78, 36, RED), (30, 70, GREEN), (60, 66, ORANGE),
             (86, 74, STEEL))  # fmt: skip
    for k, (x, y, tint) in enumerate(spots):
        s.oval(f"{x},{y} 15,15", tint)
        s.oval(f"{x},{y} 8.6,8.6", WHITE, line=0.4, shade=0)
        _digit(s, k + 1, x, y)


_SEGMENTS = {
    1: "0,-5 0,5", 2: "-3,-4 1,-5.4 3,-2.6 -3,5 3.4,5", 3: "-3,-5 3,-5 0,-1 3,2 0,5.2 -3,4",
    4: "1.6,5.4 1.6,-5.4 -3.4,2 3.6,2", 5: "3,-5 -2.6,-5 -3,-0.6 1,-1.4 3,2 0,5.2 -3,4.4",
    6: "2.4,-5.2 -2,-1 -3,3 0,5.2 3,2.6 0,-0.4 -3,2",
}  # fmt: skip


def _digit(s: Sketch, number: int, x: float, y: float) -> None:
    shifted = (tuple(float(v) for v in pair.split(",")) for pair in _SEGMENTS[number].split())
    s.line(" ".join(f"{x + dx},{y + dy}" for dx, dy in shifted), 1.8)


@drawing
def calculator(s: Sketch) -> None:
    s.rect("22,4 78,96", DARK_STEEL, bend=4)
    s.rect("28,10 72,28", GLOW, line=0.6)
    s.line("58,23 68,23", 2)
    for row in range(4):
        for k in range(4):
            tint = ORANGE if k == 3 else WHITE
            s.rect(f"{28 + k * 11.4},{36 + row * 14} {37 + k * 11.4},{46 + row * 14}", tint, line=0.5, bend=1)


@drawing
def flag(s: Sketch) -> None:
    """A plain red and white flag in the wind."""
    s.rect("10,3 14,97", DARK_WOOD, bend=1)
    s.blob("14,8 34,4 56,12 76,8 95,13 92,34 95,54 74,50 54,56 34,49 14,53", WHITE)
    s.blob("14,31 34,27 56,34 76,30 93,34 95,54 74,50 54,56 34,49 14,53", RED, line=0.5)
    s.dots("12,4", 3, GOLD)


@drawing
def speech_bubble(s: Sketch) -> None:
    """A speech bubble with strokes of writing."""
    s.blob("6,40 16,14 50,7 84,14 94,40 84,64 56,70 40,71 22,90 26,67 14,60", WHITE)
    s.rows("26,30 74,30", "0,11", 2, 2.4)
    s.line("26,52 56,52", 2.4)


@drawing
def ticket(s: Sketch) -> None:
    """A ticket with a stub."""
    s.blob("4,36 4,28 96,26 96,40 91,50 96,60 96,74 4,74 4,62 9,50", (232, 206, 150))
    s.rows("70,30 70,34", "0,8", 6, 1.2)
    s.line("16,40 56,39", 3.2, RED)
    s.rows("16,52 58,51", "0,8", 2, 1.4)
    s.rows("77,40 77,62", "3,0", 5, 1.3)
