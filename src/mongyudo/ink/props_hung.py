"""What hangs from above, and what it hangs by; and bedding, which lies on warm floors."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import (
    BRONZE,
    DARK_WOOD,
    FLAME,
    GOLD,
    INK,
    RED,
    SKY,
    WHITE,
    Sketch,
    drawing,
)


@drawing
def cord(s: Sketch) -> None:
    """A cord, straight down."""
    s.line("50,0 50,100", 1.9, mix(DARK_WOOD, WHITE, 0.25))


@drawing
def thread_line(s: Sketch) -> None:
    """What a spider lets itself down by."""
    s.line("50,0 50,100", 0.8, mix(INK, WHITE, 0.75))


@drawing
def chandelier(s: Sketch) -> None:
    """Two rings of candles with drops of glass."""
    s.band("50,2 50,60", [1.6, 2.2, 3.4], GOLD, line=0.7)
    s.oval("50,12 5,4", GOLD)
    for ring, y, count in ((24, 36, 4), (42, 56, 6)):
        step = 2 * ring / (count - 1)
        for n in range(count):
            x = 50 - ring + n * step
            s.curve(f"50,{y + 8} {(50 + x) / 2},{y + 13} {x},{y}", 1.8, BRONZE)
            s.rect(f"{x - 1.6},{y - 9} {x + 1.6},{y}", WHITE, line=0.6)
            s.blob(f"{x - 2},{y - 10} {x},{y - 18} {x + 2},{y - 10}", FLAME, line=0.4)
            s.oval(f"{x},{y} 4,1.8", GOLD, line=0.7)
            s.line(f"{x},{y + 2} {x},{y + 8}", 0.5)
            s.oval(f"{x},{y + 10} 1.6,2.6", mix(SKY, WHITE, 0.4), line=0.5)
    s.blob("44,62 56,62 53,70 50,76 47,70", GOLD)
    s.line("50,76 50,84", 0.6)
    s.oval("50,90 3,5", mix(SKY, WHITE, 0.4), line=0.6)


@drawing
def bedding(s: Sketch) -> None:
    """A mattress for the floor with its pillow, seen from the side (요)."""
    s.blob("2,90 3,82 10,80 88,79 97,81 98,90 90,94 10,94", mix(WHITE, SKY, 0.18))
    s.line("4,88 96,88", 0.7)
    s.rect("6,79 97,84", mix(RED, WHITE, 0.45), bend=2, line=0.7)
    s.blob("6,79 7,71 13,68 24,69 27,74 26,79", mix(WHITE, GOLD, 0.12))
    s.line("10,73 10,78", 0.6, INK)


@drawing
def quilt(s: Sketch) -> None:
    """A quilt (이불) over somebody who lies under it, its white edge turned back."""
    red, white = mix(RED, WHITE, 0.35), mix(WHITE, GOLD, 0.08)
    s.blob("2,92 6,74 16,64 32,60 50,62 66,57 82,58 94,64 98,76 98,92 50,95", red)
    s.blob("82,58 92,61 98,70 99,92 90,94 84,92 80,74", white)
    for line in ("20,63 24,93", "40,61 42,94", "61,58 62,94", "5,78 82,72"):
        s.line(line, 0.7, mix(red, INK, 0.45))
