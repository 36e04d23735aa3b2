"""What is seen where something uncanny is: the dark under a bed, letters that have left their book,
the wire on which crows sit."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import BLACK, BLUE, DARK_WOOD, INK, WHITE, WOOD, Sketch, drawing

_LETTERS = (
    "M-4,-5 L4,-5 L4,5", "M-4,-5 L-4,5 L4,5", "M-4,-5 L4,-5 M-4,-5 L-4,5 L4,5",
    "M-4,-5 L4,-5 L4,5 L-4,5 L-4,-5", "M0,-5 L-4,5 M0,-5 L4,5",
    "M-4,-5 L-4,5 L4,5 L4,-5 M-4,0 L4,0",
)  # fmt: skip
"""ㄱ ㄴ ㄷ ㅁ ㅅ ㅂ about their middle."""
_TRAIL = "8,48 25,62 40,44 52,66 66,50 79,64 92,46 12,76 86,78 38,78"


@drawing
def high_bed(s: Sketch) -> None:
    """A bed as it is seen from the floor: most of it is the dark beneath."""
    s.rect("8,56 92,90", mix(BLACK, INK, 0.5), line=0.4, alpha=0.92)
    s.blob("6,42 30,38 60,39 94,43 96,52 70,55 30,55 4,52", mix(BLUE, INK, 0.35))
    s.blob("8,38 22,34 34,38 33,44 10,45", WHITE)
    s.rect("3,51 97,58", WOOD, bend=1)
    for left in (2, 92):
        s.rect(f"{left},36 {left + 6},91", DARK_WOOD, bend=2)


@drawing
def power_line(s: Sketch) -> None:
    """Two poles and the wires between them."""
    for x in (2, 94):
        s.rect(f"{x},30 {x + 4},100", DARK_WOOD, bend=1)
        s.rect(f"{x - 5},38 {x + 9},41", DARK_WOOD)
    for y in (40, 47):
        s.curve(f"4,{y} 50,{y + 5} 96,{y}", 1.1, INK)


@drawing
def loose_letters(s: Sketch) -> None:
    """Letters that go about on small legs of their own."""
    for number, spot in enumerate(_TRAIL.split()):
        x, y = (float(each) for each in spot.split(","))
        for stroke in _LETTERS[number % len(_LETTERS)].split("M")[1:]:
            ends = (each.strip(" L").split(",") for each in stroke.strip().split(" "))
            s.line(
                " ".join(f"{x + 1.3 * float(a)},{y + 1.3 * float(b)}" for a, b in ends), 2.6, INK
            )
        for leg in (-6, -2, 2, 6):
            s.line(f"{x + leg * 0.7},{y + 6} {x + leg},{y + 11}", 0.9, INK)
