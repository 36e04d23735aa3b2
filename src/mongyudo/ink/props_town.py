"""Of the street corner and the shore: poles, machines, drums, sandcastles."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import (
    BLACK,
    BLUE,
    BROWN,
    DARK_STEEL,
    INK,
    PANE,
    RED,
    STEEL,
    STONE,
    WHITE,
    YELLOW,
    Sketch,
    drawing,
)

_SAND = (222, 196, 146)


@drawing
def utility_pole(s: Sketch) -> None:
    """A concrete pole with cross arms, a transformer and sagging wires."""
    for y in (14, 26):
        for x in (24, 40, 60, 76):
            s.curve(f"{x},{y - 4} {x - 34},{y + 5} {x - 70},{y - 2}", 0.7, DARK_STEEL)
            s.curve(f"{x},{y - 4} {x + 34},{y + 5} {x + 70},{y - 2}", 0.7, DARK_STEEL)
    s.band("50,4 50,97", [2.6, 3.8], STONE)
    for y in (14, 26):
        s.rect(f"20,{y} 80,{y + 3}", DARK_STEEL, line=0.7, shade=0)
        for x in (24, 40, 60, 76):
            s.rect(f"{x - 1.6},{y - 5} {x + 1.6},{y}", WHITE, bend=1, line=0.5, shade=0)
    s.rect("54,32 66,48", STEEL, bend=2)
    s.rows("46.5,62 53.5,62", "0,5", 5, 1.0, DARK_STEEL)
    s.rect("45.5,78 54.5,90", YELLOW, line=0.6)
    s.rows("46,88 54,80", "0,-4", 2, 1.6, BLACK)


@drawing
def vending_machine(s: Sketch) -> None:
    """A red drinks machine: rows of cans behind glass, buttons, a slot below."""
    s.rect("22,4 78,96", RED, bend=3)
    s.rect("27,9 63,66", mix(PANE, WHITE, 0.3), line=0.8)
    colours = (BLUE, RED, YELLOW, (96, 136, 88), WHITE)
    for row in range(3):
        for k in range(4):
            x, y = 29 + 8.6 * k, 12 + 18 * row
            tone = colours[(row * 2 + k) % len(colours)]
            s.rect(f"{x},{y} {x + 6},{y + 12}", tone, bend=1.4, line=0.5)
        s.line(f"27,{26 + 18 * row} 63,{26 + 18 * row}", 1.2, DARK_STEEL)
    s.rect("67,14 74,26", BLACK, bend=1, line=0.5)
    for k in range(3):
        s.dots(f"70.5,{34 + 7 * k}", 2.0, WHITE)
    s.rect("68,56 73,62", DARK_STEEL, line=0.5)
    s.rect("30,74 70,88", BLACK, bend=2)
    s.rect("33,77 67,82", mix(BLACK, STEEL, 0.3), line=0.3, shade=0)


@drawing
def sandcastle(s: Sketch) -> None:
    """Towers of sand with a flag, on a heap."""
    dark = mix(_SAND, INK, 0.25)
    s.blob("4,96 16,82 50,76 84,82 96,96", _SAND)
    for x, top, half in ((28, 46, 10), (72, 46, 10), (50, 26, 13)):
        s.poly(f"{x - half - 2},84 {x - half},{top} {x + half},{top} {x + half + 2},84", _SAND)
        for k in (-1, 0, 1):
            left = x + k * half * 0.78 - half * 0.2
            s.rect(f"{left},{top - 6} {left + half * 0.42},{top + 1}", _SAND, line=0.7)
        s.rect(f"{x - 2},{top + 12} {x + 2},{top + 20}", dark, bend=2, line=0.4, shade=0)
    s.blob("43,84 43,70 50,63 57,70 57,84", dark, line=0.7)
    s.line("50,22 50,4", 1.2)
    s.poly("50,4 66,9 50,14", RED, line=0.7)
    s.dots("14,92 40,91 62,93 86,91", 0.8, dark)


@drawing
def chimney(s: Sketch) -> None:
    """A brick chimney that smokes."""
    brick = (164, 92, 72)
    for x, y, r in ((52, 26, 7), (60, 16, 9), (70, 7, 8)):
        s.oval(f"{x},{y} {r},{r * 0.8}", (206, 204, 200), line=0.5, alpha=0.8)
    s.poly("34,97 39,36 61,36 66,97", brick)
    s.rect("36,31 64,39", mix(brick, INK, 0.2), line=0.8)
    for row in range(7):
        y = 46 + 7 * row
        s.line(f"{37 - row * 0.4},{y} {63 + row * 0.4},{y}", 0.7, mix(brick, WHITE, 0.4))
        for k in range(3):
            x = 42 + 8 * k + 4 * (row % 2)
            s.line(f"{x},{y} {x},{y + 7}", 0.6, mix(brick, WHITE, 0.4))


@drawing
def oil_drum(s: Sketch) -> None:
    """A steel drum with two hoops, rusty at its foot."""
    s.rect("24,12 76,96", (92, 112, 122), bend=4)
    s.oval("50,14 26,7", (126, 146, 154))
    s.oval("62,13 4,2", BLACK, line=0.3)
    for y in (38, 66):
        s.rect(f"22,{y} 78,{y + 4}", (74, 92, 102), bend=2, line=0.8)
    s.blob("26,94 30,84 38,90 48,82 58,91 70,84 74,94", (146, 96, 66), line=0, alpha=0.7)


@drawing
def boiler(s: Sketch) -> None:
    """A standing boiler: a domed tank with bands, a gauge, a fire door that glows, a flue."""
    tank = mix(STEEL, STONE, 0.5)
    s.band("62,2 62,22", [4.5, 4.5], DARK_STEEL)
    s.poly("20,94 20,30 30,18 50,13 70,18 80,30 80,94", tank)
    for y in (30, 56, 86):
        s.rect(f"18,{y} 82,{y + 3.5}", DARK_STEEL, line=0.6, shade=0)
    s.dots("50,43", 7.0, WHITE)
    s.line("50,43 54,39", 1.4, RED)
    s.rect("33,63 67,82", BLACK, bend=2)
    s.rect("37,66 63,79", (232, 128, 56), line=0.4, shade=0)
    s.rows("43,66 43,79", "7,0", 3, 1.4, BLACK)
    s.curve("80,40 92,42 92,94", 3.0, DARK_STEEL)
    for x in (26, 70):
        s.rect(f"{x},94 {x + 5},99", BLACK, line=0.4)


@drawing
def railing(s: Sketch) -> None:
    """A handrail on upright rods."""
    for k in range(9):
        s.rect(f"{3 + k * 11.5},14 {5 + k * 11.5},90", DARK_STEEL, line=0.5, shade=0)
    s.rect("0,86 100,90", DARK_STEEL, line=0.6)
    s.rect("0,8 100,15", BROWN, bend=2)
    for x in (6, 88):
        s.rect(f"{x},8 {x + 5},96", DARK_STEEL, line=0.7)


@drawing
def briquette(s: Sketch) -> None:
    """A coal briquette, round, with its holes."""
    s.rect("22,40 78,92", BLACK, bend=4)
    s.oval("50,40 28,12", mix(BLACK, STEEL, 0.25), line=0.8)
    for x, y in ((50, 40), (38, 38), (62, 38), (42, 45), (58, 45), (50, 33), (31, 42), (69, 42)):
        s.oval(f"{x},{y} 3.2,1.8", INK, line=0.4)


@drawing
def lighthouse(s: Sketch) -> None:
    """A white tower with red bands and a lamp, on rocks."""
    s.poly("36,90 42,30 58,30 64,90", WHITE)
    s.poly("38.6,74 40.1,60 59.9,60 61.4,74", RED, line=0.6)
    s.poly("41,48 42,38 58,38 59,48", RED, line=0.6)
    s.rect("37,26 63,31", DARK_STEEL, line=0.8)
    s.rect("42,13 58,26", YELLOW, line=0.8)
    for x in (47.3, 52.7):
        s.line(f"{x},13 {x},26", 0.9, DARK_STEEL)
    s.poly("39,14 50,3 61,14", RED)
    s.rect("45.5,79 54.5,90", DARK_STEEL, bend=3, line=0.7)
    for y in (54, 68):
        s.rect(f"48,{y - 4} 52,{y + 1}", PANE, line=0.6)
    s.blob("12,97 22,86 38,88 52,84 68,88 82,85 92,97", STONE)
