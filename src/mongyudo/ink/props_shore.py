"""What lies on rocks at the shore, and a dot in the air."""

import math

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import INK, PAPER, WHITE, Rgb, Sketch, drawing

_URCHIN: Rgb = (58, 48, 66)
_CUCUMBER: Rgb = (112, 92, 62)
_SQUIRT: Rgb = (206, 92, 62)
_ANEMONE: Rgb = (204, 122, 132)


@drawing
def sea_urchin(s: Sketch) -> None:
    """A dark ball full of spines."""
    for k in range(36):
        away = math.tau * k / 36
        far = 44.0 if k % 2 else 34.0
        x, y = 50 + far * math.cos(away), 54 + far * math.sin(away)
        s.line(f"{50 + 18 * math.cos(away)},{54 + 18 * math.sin(away)} {x},{y}", 2.2, _URCHIN)
    s.oval("50,54 25,24", _URCHIN)
    for k in range(14):
        away = 2.4 * k
        far = 5 + 1.2 * k
        x, y = 50 + far * math.cos(away), 52 + far * 0.9 * math.sin(away)
        s.line(f"{x},{y} {x + 3 * math.cos(away)},{y - 7}", 1.6, mix(_URCHIN, PAPER, 0.4))


@drawing
def sea_cucumber(s: Sketch) -> None:
    """A long soft body with warts, lying."""
    s.blob("4,66 12,52 30,46 52,48 74,44 92,52 97,64 90,76 70,80 46,82 22,82 8,76", _CUCUMBER)
    light = mix(_CUCUMBER, PAPER, 0.4)
    for k in range(9):
        x = 14 + k * 9.4
        s.poly(
            f"{x - 4},{50 + (k % 2)} {x},{40 - 3 * (k % 2)} {x + 4},{50 + (k % 2)}", light, line=0.7
        )
        s.dots(f"{x},{62 + 5 * (k % 3)} {x + 4},{72 - 3 * (k % 2)}", 2.6, light)
    s.stroke("12,80 12,87", 3.0, _CUCUMBER)
    s.stroke("36,82 36,89", 3.0, _CUCUMBER)
    s.stroke("62,81 62,88", 3.0, _CUCUMBER)
    s.stroke("84,78 84,85", 3.0, _CUCUMBER)


@drawing
def sea_squirt(s: Sketch) -> None:
    """A red knobbly sac with two mouths, on a foot of roots."""
    s.blob("28,90 18,66 22,40 34,24 50,20 66,24 80,42 82,66 72,90 50,95", _SQUIRT)
    for k in range(13):
        x, y = 30 + (k * 17) % 44, 36 + (k * 11) % 46
        s.oval(f"{x},{y} 5,4.4", mix(_SQUIRT, WHITE, 0.3), line=0.6)
    s.rect("32,8 44,26", _SQUIRT, bend=4)
    s.rect("58,12 70,30", _SQUIRT, bend=4)
    s.oval("38,9 5,2.4", INK, line=0.4, shade=0)
    s.oval("64,13 5,2.4", INK, line=0.4, shade=0)
    for x in (36, 46, 56, 66):
        s.stroke(f"{x},92 {x - 4},99", 2.0, mix(_SQUIRT, INK, 0.4))


@drawing
def sea_anemone(s: Sketch) -> None:
    """A stalk with a crown of arms."""
    s.blob("32,97 34,66 40,52 60,52 66,66 68,97", mix(_ANEMONE, INK, 0.15))
    for k in range(15):
        x = 8 + k * 6
        bow = 50 + (x - 50) * 0.55
        s.stroke(
            f"{bow},58 {(bow + x) / 2},{32 - 5 * (k % 2)} {x},{18 + 7 * (k % 3)}", 4.6, _ANEMONE
        )
    s.oval("50,57 20,6", mix(_ANEMONE, PAPER, 0.35))
    for x in (40, 50, 60):
        s.curve(f"{x},66 {x - 1},82 {x},95", 1.0, mix(_ANEMONE, INK, 0.5))


@drawing
def dot(s: Sketch) -> None:
    """A round dot of ink, and nothing else."""
    s.oval("50,50 40,40", INK, line=0.6)
