"""Trees, grasses and what lies about in nature."""

import math

from mongyudo.ink.looks import mix
from mongyudo.ink.noise import rng
from mongyudo.ink.props_sketch import (
    BARK,
    BROWN,
    DARK_GREEN,
    DARK_WOOD,
    GOLD,
    GREEN,
    INK,
    PINK,
    SKY,
    STONE,
    WHITE,
    Rgb,
    Sketch,
    drawing,
)

OLIVE: Rgb = (136, 148, 92)


def _trunk(s: Sketch) -> None:
    s.band("50,97 49,80 52,62 50,44", [7, 4.6, 3.8, 2.6], BARK)
    s.band("51,66 40,54 30,48", [2.6, 2, 1.2], BARK)
    s.band("51,60 62,50 72,44", [2.6, 2, 1.2], BARK)
    s.curve("47,92 48,80 50,70", 0.9)


def _clump(s: Sketch, x: float, y: float, reach: float, tint: Rgb) -> None:
    """A cloud of leaves with a scalloped edge and darker dabs below."""
    lobes = 9
    ring = []
    for k in range(lobes * 2):
        angle = math.tau * k / (lobes * 2)
        far = reach * (1.0 if k % 2 else 0.84)
        ring.append(f"{x + math.cos(angle) * far:.2f},{y + math.sin(angle) * far * 0.8:.2f}")
    s.blob(" ".join(ring), tint)
    dice = rng(int(x * 7 + y * 13), 3)
    for k in range(int(reach * 1.6)):
        angle, far = math.tau * float(dice.random()), reach * 0.8 * math.sqrt(float(dice.random()))
        low = math.sin(angle) > 0.1
        tone = mix(tint, INK, 0.28) if low else mix(tint, WHITE, 0.22)
        spot = f"{x + math.cos(angle) * far:.2f},{y + math.sin(angle) * far * 0.8:.2f}"
        s.dots(spot, 1.2 + 0.5 * (k % 3), tone, alpha=0.75)


def _crown(s: Sketch, tint: Rgb) -> None:
    for x, y, reach in ((28, 44, 20), (72, 42, 20), (40, 26, 21), (62, 24, 20), (50, 40, 22)):
        _clump(s, x, y, reach, mix(tint, DARK_GREEN, 0.12 if y > 35 else 0.0))


def _hung(s: Sketch, tint: Rgb, size: float) -> None:
    """Fruit on a crown."""
    for x, y in (
        (20, 46),
        (32, 34),
        (44, 20),
        (46, 46),
        (58, 32),
        (66, 18),
        (72, 48),
        (84, 40),
        (34, 54),
    ):
        s.oval(f"{x},{y} {size},{size}", tint, line=0.7)


@drawing
def tree(s: Sketch) -> None:
    """An old zelkova in leaf."""
    _trunk(s)
    _crown(s, GREEN)


@drawing
def fruit_tree(s: Sketch) -> None:
    _trunk(s)
    _crown(s, OLIVE)
    _hung(s, (226, 150, 70), 3.2)


@drawing
def apple_tree(s: Sketch) -> None:
    _trunk(s)
    _crown(s, GREEN)
    _hung(s, (200, 60, 52), 3.4)


@drawing
def persimmon_tree(s: Sketch) -> None:
    """A bare tree hung with ripe persimmons."""
    s.band("50,97 48,78 52,58 49,40", [6, 4.6, 3.6, 2.4], BARK)
    for text in (
        "50,70 34,58 18,54",
        "51,60 68,50 86,50",
        "50,50 36,36 24,22",
        "50,46 64,30 80,20",
        "49,42 48,24 52,8",
        "34,58 26,46 14,40",
        "68,50 76,40 90,36",
        "36,36 38,22 34,10",
    ):
        s.band(text, [2.2, 1.5, 0.6], BARK, line=0.8)
    for x, y in (
        (18, 60),
        (30, 62),
        (14, 46),
        (24, 30),
        (34, 18),
        (52, 16),
        (80, 28),
        (66, 38),
        (86, 57),
        (90, 44),
        (72, 58),
        (42, 44),
    ):
        s.oval(f"{x},{y} 4,3.8", (228, 112, 44), line=0.8)
        s.dots(f"{x},{y - 3.6}", 1.3, DARK_GREEN)


@drawing
def pine_tree(s: Sketch) -> None:
    """A crooked red pine with flat pads of needles."""
    s.band("46,97 42,78 54,60 44,42 52,24 48,14", [5.4, 4.4, 3.8, 3.0, 2.2, 1.4], (148, 96, 70))
    s.band("52,62 68,56 80,54", [2.4, 1.8, 1.0], (148, 96, 70))
    s.band("45,46 30,42 18,42", [2.2, 1.7, 1.0], (148, 96, 70))
    for x, y, wide in ((82, 50, 17), (18, 38, 17), (66, 34, 20), (34, 22, 20), (52, 11, 18)):
        _pad(s, x, y, wide)


def _pad(s: Sketch, x: float, y: float, wide: float) -> None:
    with s.placed(x, y):
        near = wide * 0.6
        s.blob(f"{-wide},3 {-near},-5 0,-8 {near},-5 {wide},3 0,6", DARK_GREEN)
        for k in range(11):
            left = wide * (0.18 * k - 0.9)
            tip = f"{left + (k - 5) * 0.5},{abs(k - 5) * 0.7 - 8}"
            s.line(f"{left},2 {tip}", 0.9, (40, 66, 48))


@drawing
def willow(s: Sketch) -> None:
    """A weeping willow."""
    s.band("50,97 47,78 51,58 48,36 52,20", [6.4, 5, 4, 3, 2], BARK)
    for k in range(15):
        x = 8 + k * 6
        top = 12 + ((k - 7) / 7) ** 2 * 14
        low = 84 - 8 * ((k * 5) % 3) - ((k - 7) / 7) ** 2 * 6
        tip = x + (-2 if k % 2 else 2)
        twig = f"50,20 {50 + (x - 50) * 0.7},{top} {x},{top + 18} {tip},{low}"
        s.curve(twig, 1.5, (120, 150, 86))
        for step in range(4):
            y = top + 16 + (low - top - 16) * step / 4
            s.stroke(f"{x},{y} {x + (3 if step % 2 else -3)},{y + 7}", 1.8, (140, 166, 92))


@drawing
def bamboo(s: Sketch) -> None:
    """Stalks of bamboo."""
    for x, top, wide in ((30, 8, 2.8), (52, 2, 3.4), (72, 14, 2.6)):
        for k in range(6):
            y = 97 - k * (95 - top) / 6
            s.rect(
                f"{x - wide},{y - (95 - top) / 6 + 1} {x + wide},{y}",
                (124, 158, 96),
                bend=1,
                line=0.8,
            )
    for x, y, side in (
        (30, 30, -1),
        (52, 20, 1),
        (72, 34, 1),
        (52, 48, -1),
        (30, 56, -1),
        (72, 60, 1),
    ):
        for turn in (20, 48, 76):
            angle = math.radians(turn)
            end_x, end_y = x + side * math.cos(angle) * 22, y + math.sin(angle) * 20
            s.stroke(
                f"{x},{y} {(x + end_x) / 2},{(y + end_y) / 2 - 1} {end_x},{end_y}", 4.2, DARK_GREEN
            )


@drawing
def reed(s: Sketch) -> None:
    """Reeds with silvery plumes (갈대)."""
    for x, lean in ((26, -6), (42, 2), (56, 8), (72, 14), (34, 12)):
        s.curve(f"{x},97 {x + lean * 0.3},60 {x + lean},22", 1.6, (158, 138, 92))
        for k in range(7):
            y = 8 + k * 4
            s.stroke(f"{x + lean + 2},{y + 10} {x + lean + 9},{y + 4}", 2.2, (206, 192, 164))
            s.stroke(f"{x + lean},{y + 10} {x + lean - 4},{y + 5}", 2.0, (186, 170, 138))
    s.stroke("42,90 24,70 8,66", 2.6, OLIVE)
    s.stroke("56,92 76,74 92,74", 2.6, OLIVE)


@drawing
def grass(s: Sketch) -> None:
    for k in range(17):
        x = 10 + k * 5
        high = 40 + (k * 17) % 34
        lean = (k * 11) % 23 - 11
        tint = (GREEN, DARK_GREEN, OLIVE)[k % 3]
        s.stroke(f"{x},97 {x + lean * 0.3},{97 - high * 0.6} {x + lean},{97 - high}", 4, tint)


@drawing
def vine(s: Sketch) -> None:
    """A hanging ivy stem."""
    s.curve("20,2 34,20 26,40 46,56 44,76 66,96", 1.8, BARK)
    s.curve("34,20 56,24 74,14", 1.4, BARK)
    s.curve("46,56 66,50 84,60", 1.4, BARK)
    for x, y, turn in (
        (22, 14, -40),
        (40, 26, 30),
        (58, 22, 0),
        (74, 14, 60),
        (24, 42, -60),
        (46, 50, 20),
        (66, 52, 10),
        (84, 62, 70),
        (38, 66, -70),
        (52, 80, 40),
        (66, 94, 90),
    ):
        with s.placed(x, y, 0.9, turn):
            s.blob("0,0 8,-8 12,-2 20,0 12,5 8,11", GREEN, line=0.8)


@drawing
def branch(s: Sketch) -> None:
    s.band("4,84 30,66 58,54 96,28", [4.4, 3.4, 2.6, 1.0], BARK)
    s.band("40,61 50,36 46,16", [2, 1.4, 0.6], BARK)
    s.band("62,52 78,60 92,58", [1.8, 1.2, 0.6], BARK)
    for x, y, turn in ((46, 16, -80), (52, 36, -20), (92, 58, 30), (96, 28, -30), (76, 42, -70)):
        with s.placed(x, y, 1.0, turn):
            s.blob("0,0 8,-6 18,0 8,6", GREEN, line=0.8)


@drawing
def root(s: Sketch) -> None:
    """A spreading root below a stump."""
    s.poly("36,4 64,4 68,40 32,40", BARK)
    s.oval("50,5 14,4", (206, 178, 136), line=0.8)
    for text in (
        "36,36 20,52 12,74 4,92",
        "42,40 36,60 26,78 28,97",
        "50,40 52,64 48,82 52,98",
        "58,40 66,60 64,78 76,96",
        "64,36 80,50 86,72 97,88",
    ):
        s.band(text, [5, 3.4, 2.2, 0.7], BARK)


@drawing
def stump(s: Sketch) -> None:
    s.blob("22,32 78,32 80,70 90,90 68,86 50,94 32,86 10,90 20,70", BARK)
    s.oval("50,32 28,10", (214, 186, 142))
    s.oval("50,32 18,6", (214, 186, 142), line=0.5, shade=0)
    s.oval("50,32 8,2.8", (214, 186, 142), line=0.5, shade=0)
    s.curve("34,48 36,64 32,80", 1.2)
    s.curve("62,46 60,62 66,80", 1.2)


@drawing
def seed(s: Sketch) -> None:
    """A few seeds, one of them sprouting."""
    for x, y, turn in ((22, 76, -20), (44, 84, 14), (76, 80, -8)):
        with s.placed(x, y, turn_deg=turn):
            s.blob("-11,0 -4,-7 6,-6 12,0 4,6 -6,6", (176, 134, 84))
    s.stroke("76,74 72,52 60,36", 2.6, GREEN)
    s.blob("60,38 42,32 34,18 52,22", GREEN)
    s.blob("61,38 66,20 82,16 76,32", GREEN)


@drawing
def thorn(s: Sketch) -> None:
    """A thorny stem."""
    s.band("8,96 34,64 58,40 92,6", [3.6, 3.4, 3.0, 1.4], DARK_GREEN)
    for x, y, turn in (
        (18, 82, -70),
        (32, 66, 110),
        (44, 54, -70),
        (58, 40, 110),
        (70, 30, -70),
        (82, 16, 110),
    ):
        with s.placed(x, y, turn_deg=turn):
            s.poly("-5,0 5,0 7,-17", (150, 92, 72), line=0.8)


@drawing
def stone(s: Sketch) -> None:
    s.blob("6,82 14,56 34,40 60,36 84,50 95,76 88,92 50,96 14,92", STONE)
    s.stroke("34,44 42,60 36,76", 2.2, mix(STONE, INK, 0.5))
    s.stroke("62,40 66,58 80,66", 2.0, mix(STONE, INK, 0.5))
    s.curve("22,60 32,48 46,44", 2.6, mix(STONE, WHITE, 0.5))


@drawing
def rock(s: Sketch) -> None:
    """A tall boulder with brushed ridges."""
    s.blob("8,92 12,62 26,34 40,12 58,6 74,24 86,54 94,90 50,97", STONE)
    for text in ("40,16 34,44 22,70 20,88", "56,10 52,36 58,60 50,92", "70,26 68,48 80,70 80,88"):
        s.stroke(text, 2.4, mix(STONE, INK, 0.55))
    s.stroke("44,30 40,50 42,66", 1.6, mix(STONE, INK, 0.4))
    s.stroke("62,40 66,58 64,76", 1.6, mix(STONE, INK, 0.4))


@drawing
def water(s: Sketch) -> None:
    """A pool of clear water with rings."""
    s.blob("4,70 18,56 50,50 82,56 96,70 82,86 50,92 18,86", SKY)
    s.oval("50,70 26,8", SKY, line=0.6, shade=0)
    s.oval("50,70 12,3.6", mix(SKY, WHITE, 0.4), line=0.6, shade=0)
    s.curve("14,72 24,66 38,64", 1.6, WHITE)


@drawing
def glass_shard(s: Sketch) -> None:
    """Splinters of glass."""
    pale = (206, 226, 228)
    for text in (
        "10,86 26,30 40,64",
        "36,92 48,14 64,56 58,90",
        "66,90 74,44 92,80",
        "22,94 34,82 40,96",
    ):
        s.poly(text, pale, alpha=0.92)
    s.line("28,44 32,60", 1.4, WHITE)
    s.line("49,30 54,60", 1.6, WHITE)


@drawing
def beehive(s: Sketch) -> None:
    """A wild hive hanging from a branch."""
    s.band("4,14 50,10 96,16", [3, 3.4, 2.4], BARK)
    s.blob("50,12 70,22 82,46 80,72 66,92 50,97 34,92 20,72 18,46 30,22", (216, 168, 84))
    for y, half in ((30, 24), (46, 31), (62, 31), (78, 24)):
        s.curve(f"{50 - half},{y} 50,{y + 6} {50 + half},{y}", 1.3, BROWN)
    s.oval("50,70 8,7", DARK_WOOD, line=0.7)


@drawing
def nest(s: Sketch) -> None:
    """A nest with three eggs."""
    for x in (36, 50, 64):
        s.oval(f"{x},48 11,14", (206, 218, 212))
    s.blob("6,56 30,50 50,54 70,50 94,56 84,82 62,92 38,92 16,82", BARK)
    for k in range(9):
        s.stroke(
            f"{10 + k * 9},{60 + (k % 3) * 6} {22 + k * 8},{72 + (k % 2) * 8}", 1.6, (196, 166, 120)
        )


@drawing
def cocoon(s: Sketch) -> None:
    s.curve("50,2 52,12 50,20", 1.4, STONE)
    s.blob("50,16 66,30 72,54 64,80 50,94 36,80 28,54 34,30", (232, 224, 204))
    for y in (34, 46, 58, 70):
        s.curve(
            f"{34 + abs(y - 54) * 0.2},{y} 50,{y + 5} {66 - abs(y - 54) * 0.2},{y}",
            1.0,
            BROWN,
            alpha=0.6,
        )


@drawing
def snake_skin(s: Sketch) -> None:
    """A sloughed snake skin."""
    s.band(
        "8,18 30,28 30,48 60,52 74,66 60,82 88,92", [5, 5.4, 5, 5.4, 4.6, 3.4, 0.8], (214, 206, 182)
    )
    for x, y in ((14, 20), (26, 28), (31, 40), (40, 50), (54, 52), (68, 60), (70, 72), (66, 82)):
        s.line(f"{x - 2.6},{y - 2} {x},{y + 2} {x + 2.6},{y - 2}", 0.9, BROWN)


@drawing
def gem(s: Sketch) -> None:
    """A cut stone."""
    s.poly("24,20 76,20 96,44 50,94 4,44", (142, 188, 206))
    s.poly("24,20 50,20 36,44 4,44", (190, 220, 228), line=0.7)
    s.poly("50,20 76,20 96,44 64,44", (166, 206, 218), line=0.7)
    s.poly("36,44 64,44 50,94", (122, 170, 196), line=0.7)


@drawing
def pearl(s: Sketch) -> None:
    """A pearl in its shell."""
    s.blob("6,60 14,30 36,12 64,12 86,30 94,60 50,70", (222, 206, 196))
    for x in (24, 38, 50, 62, 76):
        s.curve(
            f"{x},{20 + abs(x - 50) * 0.4} {50 + (x - 50) * 0.7},44 {50 + (x - 50) * 0.4},66",
            1.0,
            BROWN,
        )
    s.blob("6,64 50,58 94,64 80,86 50,94 20,86", (206, 190, 180))
    s.oval("50,64 15,15", WHITE)
    s.dots("45,58", 3.2, (255, 255, 252))


@drawing
def sparkle(s: Sketch) -> None:
    """A spark of light."""
    for x, y, reach in ((46, 54, 40), (82, 20, 15), (84, 80, 11)):
        with s.placed(x, y, reach):
            star = "0,-1 .14,-.14 1,0 .14,.14 0,1 -.14,.14 -1,0 -.14,-.14"
            s.blob(star, mix(GOLD, WHITE, 0.45), line=0.7 / reach)


@drawing
def pond(s: Sketch) -> None:
    """A small pond with lotus leaves and stones around."""
    s.blob("4,66 18,50 50,44 82,50 96,66 84,84 50,91 16,84", mix(SKY, DARK_GREEN, 0.25))
    s.curve("22,62 38,57 52,59", 1.6, WHITE)
    s.curve("58,78 70,75 80,76", 1.4, WHITE)
    for x, y, wide in ((36, 72, 11), (58, 64, 10), (68, 74, 8)):
        s.oval(f"{x},{y} {wide},{wide * 0.36}", GREEN)
        s.line(f"{x},{y} {x + wide * 0.8},{y - 2}", 0.9)
    s.blob("54,62 50,54 56,57 58,50 61,57 66,54 63,62", PINK, line=0.7)
    for x, y in ((8, 74), (18, 84), (34, 90), (82, 84), (92, 74), (88, 58), (12, 58)):
        s.oval(f"{x},{y} 7,5", STONE)
