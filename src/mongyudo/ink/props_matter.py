"""Matter that has lost its form: earth heaped up, water that has become thick and draws threads."""

from mongyudo.ink.props_sketch import Sketch, drawing

_EARTH, _CLOD = (128, 104, 78), (98, 78, 58)
_THICK, _SHEEN = (150, 158, 138), (214, 218, 200)


@drawing
def mound(s: Sketch) -> None:
    """Earth thrown up around what stands in it."""
    s.blob("2,94 10,78 24,72 34,62 50,66 66,60 78,70 90,76 98,94 50,98", _EARTH)
    s.dots("20,82 40,76 58,84 74,80 86,88 30,90", 3.2, _CLOD)
    s.dots("12,68 92,66 4,86 97,84", 2.2, _CLOD)


@drawing
def strands(s: Sketch) -> None:
    """Threads of something thick, drawn up out of a pool of it."""
    s.blob("0,92 10,84 28,81 50,79 72,81 90,84 100,92 74,99 26,99", _THICK)
    for left, foot, width in ((38, 16, 5.0), (44, 32, 7.5), (50, 50, 10.0), (56, 69, 7.0),
                              (62, 86, 4.5)):  # fmt: skip
        middle = (left + foot) / 2 + (foot - 50) * 0.1
        s.band(f"{left},2 {middle},46 {foot},86", (width, width * 0.45, width * 1.5), _THICK)
    s.blob("32,0 40,8 50,11 60,8 68,0 50,3", _THICK)
    s.curve("49,12 49,46 50,78", 1.8, _SHEEN, alpha=0.8)
    s.curve("14,92 40,87 62,88", 2.2, _SHEEN, alpha=0.7)
