"""Parts of the body, decently."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import (
    BLACK,
    BROWN,
    INK,
    PAPER,
    PINK,
    RED,
    SKIN,
    SKY,
    STEEL,
    WHITE,
    Rgb,
    Sketch,
    drawing,
)

HAIR: Rgb = (58, 52, 56)
BLUSH: Rgb = (222, 164, 140)
BONE: Rgb = (232, 222, 200)
CLOTH: Rgb = (206, 198, 180)
FOLD = mix(SKIN, INK, 0.5)


@drawing
def hair(s: Sketch) -> None:
    """A long tress of black hair, bound with a ribbon."""
    s.blob("40,8 60,8 70,24 66,48 74,70 64,94 50,98 54,76 40,92 34,70 42,46 30,24", HAIR)
    for text in (
        "44,12 40,30 50,50 46,74 50,90",
        "52,12 54,34 58,54 60,76 58,92",
        "58,16 62,34 58,46 66,68",
    ):
        s.curve(text, 1.1, (124, 116, 118), alpha=0.8)
    s.poly("32,24 68,22 69,32 32,34", RED)
    s.blob("50,28 26,18 22,34", RED)
    s.blob("50,28 78,16 80,32", RED)


@drawing
def head(s: Sketch) -> None:
    """A head seen from behind."""
    s.blob("38,76 62,76 66,97 34,97", SKIN)
    s.blob("12,97 24,88 38,86 62,86 76,88 88,97 50,99", CLOTH)
    s.oval("21,46 5,8", SKIN)
    s.oval("79,46 5,8", SKIN)
    s.blob("50,4 74,12 80,36 76,64 64,80 50,84 36,80 24,64 20,36 26,12", HAIR)
    for text in (
        "50,8 46,30 48,60 44,78",
        "52,8 58,30 60,56 58,78",
        "40,12 34,34 36,62",
        "62,12 70,34 68,62",
    ):
        s.curve(text, 1.0, (124, 116, 118), alpha=0.7)


@drawing
def face(s: Sketch) -> None:
    """A still face with open eyes."""
    s.blob("36,82 64,82 66,97 34,97", SKIN)
    s.blob("50,12 74,20 80,46 74,70 58,86 50,89 42,86 26,70 20,46 26,20", SKIN)
    s.blob("50,4 76,10 86,34 82,56 76,40 60,26 40,26 24,40 18,56 14,34 24,10", HAIR)
    for x in (38, 62):
        s.blob(f"{x - 8},50 {x},45 {x + 8},50 {x},54", WHITE, line=0.8, shade=0)
        s.dots(f"{x},49.6", 3.2, BLACK)
        s.stroke(f"{x - 9},40 {x},36.6 {x + 9},39", 2.4, HAIR)
    s.curve("51,50 53,62 47,64", 1.2, FOLD)
    s.stroke("41,75 50,73.4 59,75", 2.8, (176, 84, 80))
    s.oval("31,64 6,4", BLUSH, line=0, alpha=0.5, shade=0)
    s.oval("69,64 6,4", BLUSH, line=0, alpha=0.5, shade=0)


@drawing
def back(s: Sketch) -> None:
    """A turned back."""
    s.blob("42,26 58,26 60,38 40,38", SKIN)
    s.blob("50,3 64,10 66,24 58,33 42,33 34,24 36,10", HAIR)
    s.blob("40,34 60,34 82,44 90,70 92,98 8,98 10,70 18,44", CLOTH)
    s.curve("50,42 49,66 50,96", 1.2)
    s.curve("28,52 30,74 26,96", 1.2)
    s.curve("72,52 70,74 74,96", 1.2)


@drawing
def shoulder(s: Sketch) -> None:
    """A shoulder seen from the front."""
    s.blob("66,4 90,4 94,40 60,44", SKIN)
    s.blob("58,34 96,30 97,97 12,97 8,74 18,50 40,40", CLOTH)
    s.curve("22,97 30,80 32,66", 1.3)
    s.curve("60,38 74,54 96,60", 1.2)


@drawing
def neck(s: Sketch) -> None:
    s.blob("28,4 72,4 76,22 62,38 38,38 24,22", SKIN)
    s.poly("38,34 62,34 66,66 34,66", SKIN)
    s.blob("34,62 66,62 92,78 98,98 2,98 8,78", CLOTH)
    s.curve("40,38 50,43 60,38", 1.2, FOLD)
    s.curve("44,48 47,58 46,64", 1.1, FOLD)
    s.curve("56,48 53,58 54,64", 1.1, FOLD)
    s.curve("34,66 50,74 66,66", 1.3)
    s.stroke("43,20 50,22 57,20", 2.2, (176, 84, 80))


@drawing
def belly(s: Sketch) -> None:
    """A bare belly with its navel, the shirt pulled up and the waistband below."""
    s.blob("24,12 76,12 78,34 84,56 80,80 76,98 24,98 20,80 16,56 22,34", SKIN)
    s.blob("20,4 80,4 82,22 84,30 68,27 50,32 32,27 16,30 18,22", CLOTH)
    for fold in ("30,8 28,16 30,25", "46,8 47,18 45,29", "64,8 62,16 66,26"):
        s.curve(fold, 0.9)
    s.blob("19,82 34,87 50,89 66,87 81,82 79,99 21,99", mix(CLOTH, BROWN, 0.55))
    s.line("21,90 50,95 79,90", 0.8)
    s.curve("27,44 24,58 28,72", 1.0, FOLD)
    s.curve("73,44 76,58 72,72", 1.0, FOLD)
    s.curve("50,36 49.4,46 50,54", 0.8, FOLD)
    s.curve("36,74 50,80 64,74", 0.9, FOLD)
    s.blob("46.5,59 50,57 53.5,59 53,66 50,68 47,66", mix(SKIN, BROWN, 0.55), line=0.7)
    s.curve("45,58 50,55.4 55,58", 1.0, FOLD)


@drawing
def hand(s: Sketch) -> None:
    """An open hand."""
    for root, tip, wide in (
        ("38,50", "26,14", 4.8),
        ("46,46", "42,4", 5.0),
        ("55,46", "58,5", 4.8),
        ("63,50", "74,16", 4.2),
    ):
        s.band(f"{root} {tip}", [wide, wide * 0.8], SKIN)
    s.band("36,72 22,58 10,44", [6, 5, 4], SKIN)
    s.blob("34,50 46,44 58,44 68,50 70,68 62,84 60,97 40,97 38,84 30,68", SKIN)
    for text in ("38,50 40,40", "47,47 46,38", "55,47 56,38", "63,51 65,42"):
        s.line(text, 3.6, SKIN, alpha=1)
    s.curve("38,64 50,58 64,62", 1.1, FOLD)
    s.curve("40,76 46,66 60,66", 1.0, FOLD)


@drawing
def finger(s: Sketch) -> None:
    """A pointing finger."""
    s.band("44,56 46,34 48,8", [6, 5.4, 4.6], SKIN)
    s.blob("46,6 50,6 51,13 45,13", (246, 222, 204), line=0.6)
    s.blob("30,52 40,46 66,50 74,60 72,78 62,90 60,98 36,98 34,86 26,70", SKIN)
    for y in (58, 68, 77):
        s.curve(f"56,{y - 4} 68,{y - 2} 73,{y}", 1.1, FOLD)
    s.band("34,66 48,66 58,72", [4, 4.4, 3.6], SKIN)
    s.curve("43,30 49,30", 0.9, FOLD)


@drawing
def fist(s: Sketch) -> None:
    s.blob("30,72 70,72 68,98 32,98", SKIN)
    s.blob("18,36 30,20 50,16 70,20 84,36 84,62 70,76 32,76 18,62", SKIN)
    for x in (33, 49, 65):
        s.curve(f"{x},20 {x + 1},34 {x},48", 1.2, FOLD)
    s.band("22,52 42,56 62,54", [6, 6.4, 5], SKIN)


@drawing
def fingernail(s: Sketch) -> None:
    """A fingertip with its nail."""
    s.band("50,98 50,60 50,34", [26, 25, 22], SKIN)
    s.blob("50,10 66,20 70,46 64,60 36,60 30,46 34,20", (246, 216, 206))
    s.curve("36,22 50,13 64,22", 2, WHITE)
    s.curve("30,78 50,82 70,78", 1.2, FOLD)


@drawing
def arm(s: Sketch) -> None:
    """A forearm reaching up, the sleeve rolled back."""
    s.poly("26,98 22,66 58,58 72,98", CLOTH)
    s.band("42,66 50,44 58,28", [13, 9, 6.4], SKIN)
    s.blob("50,28 54,18 66,12 74,18 70,30 60,36", SKIN)
    for text in ("60,16 62,4", "66,14 72,3", "71,17 80,8"):
        s.line(text, 5.4, INK, alpha=0.85)
        s.line(text, 4.2, SKIN, alpha=1)
    s.line("54,22 46,14", 5.0, INK, alpha=0.85)
    s.line("54,22 46,14", 3.8, SKIN, alpha=1)
    s.curve("24,70 40,70 58,62", 1.6)


@drawing
def leg(s: Sketch) -> None:
    """A leg with a rolled trouser, facing left."""
    s.poly("34,2 74,2 72,40 40,42", (96, 112, 136))
    s.band("56,42 56,62 58,82", [13, 11, 7], SKIN)
    s.blob("52,80 66,80 67,96 22,97 16,92 30,86 46,86", SKIN)
    s.line("38,38 73,36", 3, (70, 84, 106))
    s.curve("18,92 26,94", 1.0, FOLD)


@drawing
def foot(s: Sketch) -> None:
    """A bare foot, facing left."""
    s.blob("58,4 88,4 90,40 92,72 86,90 60,92 30,95 8,92 6,82 20,74 42,64 56,44", SKIN)
    for x in (10, 18, 26, 33):
        s.curve(f"{x},90 {x + 3},84", 1.2, FOLD)
    s.curve("74,58 80,64 76,72", 1.2, FOLD)


@drawing
def knee(s: Sketch) -> None:
    """A bent knee with a plaster."""
    s.poly("4,20 28,6 52,28 30,48", (96, 112, 136))
    s.band("34,32 54,42 64,52", [15, 15, 14], SKIN)
    s.band("64,52 58,76 54,97", [14, 12, 9], SKIN)
    with s.placed(68, 44, turn_deg=40):
        s.rect("-14,-6 14,6", (236, 206, 166), bend=6)
        s.rect("-5,-5 5,5", (222, 184, 140), line=0.4)


@drawing
def wound(s: Sketch) -> None:
    """A forearm with a plaster over a scratch."""
    s.band("2,70 40,52 98,28", [15, 13, 10], SKIN)
    with s.placed(52, 48, turn_deg=26):
        s.rect("-19,-7.6 19,7.6", (238, 208, 168), bend=7.6)
        s.rect("-7,-6.6 7,6.6", (224, 186, 142), line=0.4)
        s.dots("-13,-3 -13,3 13,-3 13,3", 0.9, BROWN)
    s.stroke("20,66 26,60 30,54", 1.8, (176, 84, 76))
    s.stroke("26,68 31,62", 1.6, (176, 84, 76))


@drawing
def bandage(s: Sketch) -> None:
    """A roll of bandage."""
    s.poly("48,66 96,70 96,90 40,92", WHITE)
    s.rows("54,68 52,90", "9,0.6", 5, 0.7, alpha=0.4)
    s.rect("10,30 62,92", WHITE, bend=5)
    s.oval("36,31 26,9", WHITE)
    s.oval("36,31 17,5.6", WHITE, line=0.6, shade=0)
    s.oval("36,31 8,2.6", mix(WHITE, INK, 0.4), line=0.6, shade=0)


@drawing
def cast(s: Sketch) -> None:
    """A leg in plaster, facing left."""
    s.poly("40,2 78,2 78,26 40,26", (96, 112, 136))
    s.blob("42,24 76,24 78,60 80,92 72,97 18,97 10,90 14,80 40,76", WHITE)
    s.blob("10,90 4,88 6,80 14,79", SKIN, line=0.8)
    for text in ("43,40 77,36", "42,56 78,50", "36,76 79,68", "24,92 34,80"):
        s.curve(text, 1.0, alpha=0.4)


@drawing
def beard(s: Sketch) -> None:
    """A long white beard."""
    pale = (226, 224, 218)
    s.blob("14,10 34,22 50,20 66,22 86,10 84,36 70,60 58,86 50,98 42,86 30,60 16,36", pale)
    s.blob("50,26 32,32 22,26 36,20 50,18 64,20 78,26 68,32", WHITE)
    for text in ("34,38 40,62 46,84", "50,34 50,64 50,92", "66,38 60,62 54,84"):
        s.curve(text, 1.0, alpha=0.5)


@drawing
def dentures(s: Sketch) -> None:
    """A set of teeth."""
    for flip in (1, -1):
        with s.placed(50, 50):
            s.canvas.scale(1, flip)
            s.blob("-44,-30 -30,-42 0,-46 30,-42 44,-30 42,-14 0,-10 -42,-14", PINK)
            for k in range(8):
                x = -37 + k * 9.3
                s.rect(f"{x},-24 {x + 9},-4", WHITE, bend=3, line=0.8)


@drawing
def braces(s: Sketch) -> None:
    """Teeth with wires."""
    s.blob("4,30 50,22 96,30 94,46 50,40 6,46", PINK)
    for k in range(6):
        x = 8 + k * 14
        s.rect(f"{x},36 {x + 14},78", WHITE, bend=5)
    s.line("8,56 92,56", 2, STEEL)
    for k in range(6):
        s.rect(f"{12 + k * 14},52 {18 + k * 14},60", STEEL, line=0.7)


@drawing
def ribs(s: Sketch) -> None:
    """A rib cage."""
    s.rect("47,6 53,94", BONE, bend=3)
    for row in range(6):
        y, half = 14 + row * 12, (20, 27, 31, 32, 30, 24)[row]
        for side in (-1, 1):
            far = side * half
            with s.placed(50, y):
                spots = f"{side * 3},0 {far},3 {far * 0.92},13 {side * 8},15"
                s.band(spots, [1.8, 2.4, 2.2, 1.2], BONE, line=0.8)


@drawing
def skull(s: Sketch) -> None:
    """A bare skull, its eyes hollow."""
    s.blob("50,4 78,12 90,36 86,56 72,66 70,82 30,82 28,66 14,56 10,36 22,12", BONE)
    s.blob("22,46 30,36 42,42 42,54 30,58", (66, 60, 62), line=0.8)
    s.blob("78,46 70,36 58,42 58,54 70,58", (66, 60, 62), line=0.8)
    s.poly("50,54 56,66 44,66", (66, 60, 62), line=0.6)
    s.rect("32,78 68,94", BONE, bend=4)
    s.rows("38,76 38,92", "6,0", 5, 1.1)


@drawing
def horn(s: Sketch) -> None:
    """Antlers."""
    for side in (1, -1):
        with s.placed(50, 0):
            s.canvas.scale(side, 1)
            s.band("6,96 12,70 26,48 30,22 24,4", [4.4, 4, 3.4, 2.4, 0.8], BROWN)
            s.band("14,66 30,62 42,48", [2.6, 2, 0.8], BROWN)
            s.band("27,44 40,34 46,18", [2.4, 1.8, 0.7], BROWN)
            s.band("29,26 18,18 14,8", [2, 1.4, 0.6], BROWN)
    s.blob("36,92 50,86 64,92 62,99 38,99", (150, 110, 78))


@drawing
def tusk(s: Sketch) -> None:
    """An ivory tusk."""
    s.band("12,20 22,56 50,80 92,84", [11, 10, 7, 0.8], (240, 230, 208))
    s.curve("10,34 24,64 50,82", 1.2, BROWN, alpha=0.5)
    s.oval("12,17 11,5", mix(BONE, BROWN, 0.3), line=0.8)


@drawing
def claw(s: Sketch) -> None:
    """Three curved claws."""
    for x, y, turn in ((26, 30, -12), (50, 22, 0), (74, 30, 12)):
        with s.placed(x, y, turn_deg=turn):
            s.blob("-9,-12 9,-12 11,8 6,36 -4,60 -2,30 -10,8", (84, 78, 76))
            s.curve("-3,-6 -2,16 0,34", 1.6, (160, 152, 146))
            s.blob("-12,-24 12,-24 12,-8 -12,-8", BROWN)


@drawing
def tail(s: Sketch) -> None:
    """A bushy tail."""
    tan = (196, 132, 78)
    s.band("10,94 30,74 50,52 66,30 88,8", [4, 10, 15, 13, 1], tan)
    s.band("62,38 74,24 88,8", [9, 8, 0.8], (240, 228, 208))
    for text in ("30,80 36,68", "44,68 50,54", "58,50 62,38"):
        s.stroke(text, 2, BROWN)


@drawing
def fur(s: Sketch) -> None:
    """A pelt."""
    s.blob("40,6 60,6 66,20 88,22 94,36 76,42 78,66 96,84 84,94 62,84 "
           "50,96 38,84 16,94 4,84 22,66 24,42 "
           "6,36 12,22 34,20", (158, 116, 80))  # fmt: skip
    for k in range(14):
        x, y = 32 + (k % 4) * 12, 28 + (k // 4) * 15
        s.stroke(f"{x},{y} {x + 2},{y + 8}", 1.8, BROWN)


@drawing
def sweat(s: Sketch) -> None:
    """Drops of sweat."""
    for x, y, size in ((30, 20, 1.0), (66, 12, 0.8), (56, 54, 1.15)):
        with s.placed(x, y, size):
            s.blob("0,-12 8,6 9,18 0,27 -9,18 -8,6", SKY)
            s.curve("-4,10 -4,17 -1,21", 1.6, WHITE)


@drawing
def drop(s: Sketch) -> None:
    """A single drop."""
    s.blob("50,4 66,32 76,58 72,80 50,95 28,80 24,58 34,32", SKY)
    s.curve("36,54 34,70 44,82", 3.4, WHITE)


@drawing
def blood_drop(s: Sketch) -> None:
    """A single red drop."""
    s.blob("50,4 66,32 76,58 72,80 50,95 28,80 24,58 34,32", (166, 50, 46))
    s.curve("36,54 34,70 44,82", 3.0, (222, 140, 130))


@drawing
def urine(s: Sketch) -> None:
    """A yellow puddle."""
    s.blob("4,72 20,60 48,56 78,60 96,70 84,84 52,90 18,86", (224, 204, 110))
    s.oval("46,72 22,6", (238, 224, 150), line=0.5, shade=0)


@drawing
def stain(s: Sketch) -> None:
    """A spreading stain."""
    s.blob(
        "18,40 34,22 52,28 70,16 84,34 78,52 94,66 76,78 62,92 44,82 22,88 14,68 4,56",
        (122, 104, 86),
        line=0.5,
    )
    s.dots("8,24 90,16 94,88", 3.4, (122, 104, 86))
    s.dots("18,12 82,8 6,84", 2, (122, 104, 86))


@drawing
def footprints(s: Sketch) -> None:
    """Footprints going away."""
    for x, y, size, side in (
        (36, 78, 1.0, -1),
        (64, 58, 0.84, 1),
        (42, 36, 0.68, -1),
        (60, 18, 0.54, 1),
    ):
        with s.placed(x, y, size, 6 * side):
            s.blob("0,-12 7,-8 8,2 5,14 -5,14 -8,2 -7,-8", (88, 80, 76), line=0.4, shade=0)
            s.dots("-6,-15 -2,-17.6 2,-18 6,-16", 2.1, (88, 80, 76))


@drawing
def bite_mark(s: Sketch) -> None:
    """Two arcs of tooth marks."""
    s.oval("50,50 46,40", SKIN, line=0.6, shade=0.1)
    for k in range(7):
        x = 26 + k * 8
        lift = ((k - 3) / 3) ** 2 * 12
        s.blob(
            f"{x - 3},{30 + lift} {x},{27 + lift} {x + 3},{30 + lift} {x},{36 + lift}",
            (184, 104, 96),
            line=0.4,
        )
        s.blob(
            f"{x - 3},{70 - lift} {x},{64 - lift} {x + 3},{70 - lift} {x},{73 - lift}",
            (184, 104, 96),
            line=0.4,
        )


@drawing
def eye(s: Sketch) -> None:
    """A wide open eye."""
    s.blob("2,50 24,28 50,20 76,28 98,50 76,70 50,78 24,70", WHITE)
    s.oval("50,49 25,25", (112, 84, 64))
    s.oval("50,49 12,12", BLACK, line=0.4, shade=0)
    s.dots("43,41", 4.4, WHITE)
    s.stroke("2,50 24,27 50,18 76,27 98,50", 4.6)
    for text in ("20,28 12,16", "36,20 32,7", "52,17 53,4", "68,21 74,8", "82,30 91,18"):
        s.stroke(text, 2.6)
    s.curve("24,70 50,79 76,70", 1.3, PAPER)


@drawing
def wings(s: Sketch) -> None:
    """A pair of white wings."""
    for side in (1, -1):
        with s.placed(50, 0):
            s.canvas.scale(side, 1)
            s.blob("2,62 6,40 18,20 34,8 49,4 45,22 48,36 42,50 40,64 30,76 18,82 6,76", WHITE)
            for tip in ("47,24", "47,38", "41,52", "38,66", "28,77"):
                s.curve(f"8,64 20,46 {tip}", 1.2, alpha=0.55)
            s.curve("4,60 14,36 30,18 44,9", 1.4, alpha=0.7)


@drawing
def paw(s: Sketch) -> None:
    """The prints of two paws."""
    for x, y, size, turn in ((34, 66, 1.0, -14), (68, 30, 0.86, 12)):
        with s.placed(x, y, size, turn):
            s.blob("-12,14 -13,4 0,-5 13,4 12,14 0,18", BROWN, line=0.5, shade=0)
            s.dots("-15,-6 -6,-14 6,-14 15,-6", 4.6, BROWN)
