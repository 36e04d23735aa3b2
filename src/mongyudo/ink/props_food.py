"""Dishes and tables laid."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import (
    BLUE,
    BROWN,
    CHILI,
    COBALT,
    DARK_GREEN,
    DARK_WOOD,
    GOLD,
    GREEN,
    INK,
    ORANGE,
    PAPER,
    PINK,
    PORCELAIN,
    RED,
    RICE,
    SKY,
    STEEL,
    WHITE,
    WOOD,
    YELLOW,
    Rgb,
    Sketch,
    drawing,
)


def _bowl(s: Sketch, fill: Rgb, *, tint: Rgb = PORCELAIN) -> None:
    """A footed bowl filled to the brim."""
    s.blob("8,48 92,48 88,66 70,84 62,92 38,92 30,84 12,66", tint)
    s.oval("50,48 42,11", tint)
    s.oval("50,49 36,8", fill, line=0.7)
    s.curve("17,66 32,78 50,81 68,78 83,66", 1.3, COBALT, alpha=0.6)


@drawing
def bowl(s: Sketch) -> None:
    """A bowl of clear water."""
    _bowl(s, SKY)
    s.curve("32,48 44,46 56,49", 1.1, WHITE)


@drawing
def soup(s: Sketch) -> None:
    """A bowl of soup with greens, steaming."""
    _bowl(s, (206, 176, 116))
    s.dots("36,48 58,50 66,47", 3, GREEN)
    s.dots("46,51 54,46", 3, WHITE)
    for x in (36, 50, 64):
        s.curve(f"{x},36 {x + 4},28 {x - 4},20 {x + 2},10", 1.5, PAPER)


@drawing
def rice(s: Sketch) -> None:
    """A heaped bowl of rice."""
    s.blob("14,48 22,26 38,14 50,11 62,14 78,26 86,48 50,58", RICE)
    _rice_grains(s)
    s.blob("8,46 92,46 88,66 70,84 62,92 38,92 30,84 12,66", PORCELAIN)
    s.curve("12,48 50,55 88,48", 1.2)
    s.curve("17,66 32,78 50,81 68,78 83,66", 1.3, COBALT, alpha=0.6)


def _rice_grains(s: Sketch) -> None:
    for x, y in ((34, 26), (48, 20), (60, 28), (70, 38), (28, 38), (44, 34), (56, 40)):
        s.line(f"{x},{y} {x + 3},{y + 1.6}", 1.2, mix(RICE, BROWN, 0.3))


@drawing
def steaming_bowl(s: Sketch) -> None:
    """Noodles in broth, chopsticks across."""
    _bowl(s, (226, 196, 136))
    for k in range(6):
        x = 22 + k * 9
        s.curve(f"{x},50 {x + 6},44 {x + 12},51 {x + 18},46", 1.8, (250, 238, 204))
    s.oval("58,47 8,4", WHITE, line=0.6)
    s.oval("58,47 3.4,2", YELLOW, line=0)
    s.dots("34,47 40,52 70,51", 2, GREEN)
    for x in (38, 60):
        s.curve(f"{x},36 {x + 4},28 {x - 4},18 {x + 2},8", 1.5, PAPER)


@drawing
def hot_pot(s: Sketch) -> None:
    """A stew boiling in an earthen pot (뚝배기)."""
    s.blob("10,46 90,46 92,62 82,84 70,92 30,92 18,84 8,62", (66, 56, 54))
    s.oval("50,46 40,12", (88, 74, 70))
    s.oval("50,47 34,9", CHILI, line=0.6)
    s.dots("36,46 54,50 66,45", 4, WHITE)
    s.dots("44,44 60,52 70,49 30,49", 2.4, GREEN)
    s.dots("48,49 40,51", 1.8, YELLOW)
    for x in (34, 50, 66):
        s.curve(f"{x},34 {x + 5},26 {x - 4},18 {x + 2},8", 1.7, PAPER)


@drawing
def kimchi(s: Sketch) -> None:
    """Kimchi on a dish."""
    s.oval("50,76 46,14", PORCELAIN)
    s.blob("16,72 20,50 34,36 50,46 64,34 80,48 86,72 50,82", CHILI)
    s.blob("24,66 30,44 42,52 40,74", (232, 190, 120), line=0.6)
    s.blob("54,72 56,48 70,44 72,70", (240, 206, 140), line=0.6)
    s.curve("30,48 34,60 32,72", 1.4, CHILI)
    s.curve("60,50 62,60 60,72", 1.4, CHILI)
    s.dots("46,60 48,70 76,62 20,64", 2.2, DARK_GREEN)


@drawing
def side_dishes(s: Sketch) -> None:
    """Three small dishes of vegetables."""
    for x, y, tint in ((26, 40, GREEN), (74, 42, (226, 196, 112)), (50, 72, CHILI)):
        s.oval(f"{x},{y + 8} 24,13", PORCELAIN)
        with s.placed(x, y):
            s.blob("-16,6 -8,-6 2,-2 10,-8 17,6 0,12", tint)
            s.curve("-10,2 0,4 10,0", 1.2, mix(tint, INK, 0.45))


@drawing
def food(s: Sketch) -> None:
    """A laid tray: rice, soup, side dishes, spoon and chopsticks."""
    s.poly("4,60 16,36 84,36 96,60 96,66 4,66", DARK_WOOD)
    for x, y, tint in (
        (30, 54, RICE),
        (62, 55, (196, 156, 96)),
        (26, 42, GREEN),
        (46, 42, CHILI),
        (66, 42, YELLOW),
    ):
        wide = 12 if y > 50 else 8
        with s.placed(x, y):
            foot = wide * 0.6
            s.blob(f"{-wide},-4 {wide},-4 {foot},6 {-foot},6", PORCELAIN, line=0.8)
            s.oval(f"0,-4 {wide},{wide * 0.36}", tint, line=0.6)
    s.blob("19,50 30,42 41,50", RICE, line=0.6)
    s.line("82,44 88,58", 1.4, STEEL)
    s.line("86,44 92,58", 1.4, STEEL)
    s.rect("12,66 18,84", DARK_WOOD)
    s.rect("82,66 88,84", DARK_WOOD)


@drawing
def feast(s: Sketch) -> None:
    """A long table heaped with dishes."""
    s.rect("10,66 15,92", DARK_WOOD)
    s.rect("85,66 90,92", DARK_WOOD)
    s.poly("2,64 10,50 90,50 98,64 98,70 2,70", WOOD)
    tints = (RED, RICE, GREEN, YELLOW, CHILI, PINK, ORANGE)
    for k, tint in enumerate(tints):
        x = 11 + k * 13
        s.poly(f"{x - 6},56 {x + 6},56 {x + 3},62 {x - 3},62", GOLD, line=0.6)
        for level in range(3):
            half = 4.4 - level * 1.3
            with s.placed(x, 53 - level * 6):
                s.dots(f"{-half},0 0,-0.6 {half},0", 3.3, mix(tint, INK, 0.35))
                s.dots(f"{-half},0 0,-0.6 {half},0", 2.8, tint)


@drawing
def rice_cake(s: Sketch) -> None:
    """Half-moon rice cakes and a striped one on a plate (떡)."""
    s.oval("50,78 46,13", PORCELAIN)
    for x, y, tint in (
        (28, 68, WHITE),
        (52, 70, (172, 196, 140)),
        (74, 68, (240, 190, 190)),
        (40, 54, (240, 190, 190)),
        (62, 54, WHITE),
    ):
        s.blob(
            f"{x - 14},{y + 6} {x - 8},{y - 7} {x + 4},{y - 9} {x + 14},{y + 4} {x + 2},{y + 9}",
            tint,
        )
        s.curve(f"{x - 9},{y - 2} {x + 1},{y - 5} {x + 10},{y + 1}", 0.8, mix(tint, INK, 0.4))


@drawing
def tteokbokki(s: Sketch) -> None:
    """Rice cakes in red sauce."""
    s.oval("50,72 46,18", WHITE)
    s.oval("50,70 39,14", CHILI, line=0.6)
    for x, y, turn in ((30, 66, -20), (48, 62, 12), (66, 66, -8), (38, 76, 8), (60, 77, 22)):
        with s.placed(x, y, turn_deg=turn):
            s.rect("-13,-4 13,4", mix(CHILI, ORANGE, 0.55), bend=4, line=0.8)
    s.dots("50,70 72,74 26,73", 2, DARK_GREEN)


@drawing
def gimbap(s: Sketch) -> None:
    """Sliced rolls of rice and seaweed."""
    for x, y in ((22, 66), (52, 60), (80, 66), (38, 82), (66, 84)):
        s.oval(f"{x},{y} 16,13", (48, 56, 50))
        s.oval(f"{x},{y} 13,10", RICE, line=0.3)
        s.dots(f"{x - 3.4},{y - 2}", 3, YELLOW)
        s.dots(f"{x + 3.4},{y - 2}", 3, ORANGE)
        s.dots(f"{x},{y + 3.4}", 3, GREEN)


@drawing
def sashimi(s: Sketch) -> None:
    """Slices of raw fish on leaves (회)."""
    s.oval("50,76 46,14", mix(BLUE, WHITE, 0.5))
    s.blob("10,72 26,62 44,70 60,62 90,72 60,80 30,80", GREEN, line=0.7)
    for k in range(6):
        x = 18 + k * 11
        s.blob(
            f"{x},72 {x + 4},54 {x + 14},50 {x + 18},60 {x + 12},74",
            (244, 196, 180) if k % 2 else WHITE,
        )
        s.curve(f"{x + 6},70 {x + 10},60 {x + 12},54", 0.9, PINK)


@drawing
def fish_dish(s: Sketch) -> None:
    """A grilled fish on a plate (생선구이)."""
    s.oval("50,64 48,20", PORCELAIN)
    s.blob(
        "12,64 26,50 48,46 68,54 78,62 90,50 94,54 88,64 94,76 90,80 78,66 66,76 46,80 26,76",
        (184, 138, 84),
    )
    for x in (34, 46, 58):
        s.line(f"{x},54 {x + 8},72", 1.7, DARK_WOOD)
    s.dots("21,62", 2.2, WHITE)
    s.dots("21,62", 1.1)
    s.blob("72,80 80,74 88,78 80,84", YELLOW, line=0.6)


@drawing
def seaweed(s: Sketch) -> None:
    """Long blades of seaweed (미역)."""
    for x, lean in ((24, -8), (40, 6), (56, -4), (74, 10)):
        text = f"{x},96 {x + lean},78 {x - lean},58 {x + lean},36 {x - lean * 0.4},10"
        s.band(text, [4, 6, 7, 6, 1.5], (74, 92, 64))
        s.curve(text, 1.0, (40, 54, 40))


@drawing
def wedding_cake(s: Sketch) -> None:
    """A cake of three tiers with roses."""
    for half, top, low in ((40, 68, 94), (29, 42, 68), (18, 20, 42)):
        s.rect(f"{50 - half},{top} {50 + half},{low}", WHITE, bend=2)
        count = int(half / 5)
        for k in range(count):
            x = 50 - half + 5 + k * (2 * half - 10) / (count - 1)
            s.curve(f"{x - 5},{top + 4} {x},{top + 9} {x + 5},{top + 4}", 1.2, PINK)
    for x, y in ((50, 14), (40, 40), (64, 64), (28, 66), (50, 66)):
        s.oval(f"{x},{y} 6,5", PINK, line=0.7)
        s.curve(f"{x - 2},{y} {x},{y - 2} {x + 2},{y + 1}", 0.9, RED)
