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
    s.blob("20,93 30,87 42,85 58,85 70,87 80,93 64,98 36,98", _THICK)
    for left, foot, width in ((46, 35, 2.6), (49, 46, 4.2), (51, 56, 3.4), (54, 66, 2.2)):
        middle = (left + foot) / 2
        s.band(f"{left},1 {middle},48 {foot},88", (width, width * 0.4, width * 2.0), _THICK)
    s.blob("42,0 45,7 50,12 55,7 58,0 50,2", _THICK)
    s.oval("46,52 2.4,4", _THICK, line=0.6)
    s.curve("30,91 46,88 62,89", 1.6, _SHEEN, alpha=0.8)


@drawing
def hole(s: Sketch) -> None:
    """A hole with torn edges, dark within."""
    s.blob("6,52 14,30 30,20 46,12 66,18 84,26 94,48 88,70 72,82 50,90 28,82 12,72", (116, 104, 92))
    s.blob("18,52 24,36 38,28 54,24 70,32 82,48 76,66 60,76 42,78 26,68", (30, 26, 26))
    s.stroke("14,30 6,22", 1.6)
    s.stroke("84,26 92,16", 1.6)
    s.stroke("72,82 80,92", 1.6)
