"""Things of dreams alone: an edge to hang from, an empty sheet, heads of beasts on human necks."""

from mongyudo.ink.looks import mix
from mongyudo.ink.props_sketch import BLACK, INK, PAPER, STONE, WHITE, Rgb, Sketch, drawing

_BROWN: Rgb = (142, 98, 66)
_DARK: Rgb = (74, 58, 50)
_CREAM: Rgb = (228, 208, 178)
_GREY: Rgb = (138, 136, 136)


@drawing
def ledge(s: Sketch) -> None:
    """The edge of a precipice, seen from the side: flat above, hollow below."""
    rock = mix(STONE, INK, 0.25)
    s.blob("120,8 80,6 40,7 12,4 3,12 10,20 22,26 30,40 34,56 46,70 50,98 80,110 120,110", rock)
    for text in ("16,16 34,34 42,60 56,96", "40,14 54,40 64,66 70,98", "66,14 76,46 86,98",
                 "88,14 94,50 100,96"):  # fmt: skip
        s.stroke(text, 3.2, mix(rock, INK, 0.5))
    for k in range(9):
        x = 12 + k * 10.5
        s.stroke(f"{x},8 {x + 2},1", 1.6, (84, 96, 66))
        s.stroke(f"{x + 3},8 {x + 6},3", 1.4, (104, 112, 78))


@drawing
def blank_sheet(s: Sketch) -> None:
    """An examination sheet: a line for the name, frames for answers, and nothing in them."""
    s.rect("14,3 86,97", WHITE, bend=1.5)
    s.rect("22,10 78,19", mix(WHITE, PAPER, 0.6), line=0.6, shade=0)
    for y in (28, 45, 62, 79):
        s.line(f"24,{y} 24,{y + 10}", 1.4, mix(INK, WHITE, 0.45))
        s.rect(f"30,{y} 76,{y + 10}", mix(WHITE, PAPER, 0.25), line=0.5, shade=0)
    s.poly("86,84 86,97 73,97", mix(PAPER, STONE, 0.4), line=0.8)


def _eyes(s: Sketch, y: float, apart: float) -> None:
    for x in (50 - apart, 50 + apart):
        s.oval(f"{x},{y} 4.4,4.8", (236, 206, 112), line=0.8, shade=0)
        s.oval(f"{x},{y} 1.6,4", BLACK, line=0, shade=0)


def _horned(s: Sketch, hide: Rgb, muzzle: Rgb) -> None:
    s.band("32,32 14,26 8,8", (6, 4.4, 1.0), _CREAM)
    s.band("68,32 86,26 92,8", (6, 4.4, 1.0), _CREAM)
    s.blob("30,40 10,42 6,52 28,52", hide)
    s.blob("70,40 90,42 94,52 72,52", hide)
    s.blob("28,34 50,24 72,34 70,62 62,86 50,92 38,86 30,62", hide)
    s.blob("36,72 50,66 64,72 64,88 50,95 36,88", muzzle)
    s.dots("44,81 56,81", 2.4, INK)
    s.curve("44,90 50,91 56,90", 1.4)
    _eyes(s, 50, 12)


@drawing
def cow_head(s: Sketch) -> None:
    """The head of a bull."""
    _horned(s, _BROWN, _CREAM)


@drawing
def goat_head(s: Sketch) -> None:
    """The head of a goat."""
    _horned(s, _CREAM, mix(_CREAM, WHITE, 0.5))
    s.stroke("50,90 51,98", 5, _CREAM)


def _long(s: Sketch, hide: Rgb, mane: Rgb) -> None:
    s.blob("36,22 34,2 44,16", hide)
    s.blob("64,22 66,2 56,16", hide)
    s.blob("34,26 50,14 66,26 64,56 60,86 50,95 40,86 36,56", hide)
    s.blob("41,76 50,72 59,76 58,92 50,96 42,92", mix(hide, INK, 0.25))
    s.blob("44,10 56,10 58,34 50,44 43,32", mane)
    s.dots("46,86 54,86", 1.8, INK)
    _eyes(s, 44, 11)


@drawing
def horse_head(s: Sketch) -> None:
    """The head of a horse."""
    _long(s, _BROWN, _DARK)


def _muzzled(s: Sketch, hide: Rgb, pale: Rgb, *, round_ears: bool) -> None:
    if round_ears:
        s.oval("24,24 13,13", hide)
        s.oval("76,24 13,13", hide)
    else:
        s.poly("20,44 18,6 44,28", hide)
        s.poly("80,44 82,6 56,28", hide)
    s.blob("18,46 30,26 50,22 70,26 82,46 78,72 62,90 50,94 38,90 22,72", hide)
    s.blob("34,66 50,58 66,66 64,84 50,91 36,84", pale)
    s.blob("44,62 56,62 53,69 47,69", BLACK)
    s.curve("38,78 44,82 50,78 56,82 62,78", 1.6)
    s.poly("42,80 45,88 47,81", WHITE, line=0.5, shade=0)
    s.poly("58,80 55,88 53,81", WHITE, line=0.5, shade=0)
    _eyes(s, 48, 15)


@drawing
def dog_head(s: Sketch) -> None:
    """The head of a dog."""
    _muzzled(s, _BROWN, _CREAM, round_ears=False)


@drawing
def wolf_head(s: Sketch) -> None:
    """The head of a wolf."""
    _muzzled(s, _GREY, (206, 204, 200), round_ears=False)


@drawing
def cat_head(s: Sketch) -> None:
    """The head of a cat."""
    _muzzled(s, mix(_GREY, _DARK, 0.4), _CREAM, round_ears=False)


@drawing
def tiger_head(s: Sketch) -> None:
    """The head of a tiger."""
    _muzzled(s, (206, 138, 62), WHITE, round_ears=True)
    for text in ("50,24 50,36", "42,26 44,36", "58,26 56,36", "20,56 32,58", "80,56 68,58"):
        s.stroke(text, 3.4, BLACK)


@drawing
def pig_head(s: Sketch) -> None:
    """The head of a pig."""
    pink: Rgb = (214, 160, 150)
    s.poly("20,40 16,12 42,28", pink)
    s.poly("80,40 84,12 58,28", pink)
    s.blob("18,50 30,28 50,24 70,28 82,50 76,78 50,92 24,78", pink)
    s.oval("50,68 17,13", mix(pink, (190, 110, 104), 0.4))
    s.oval("44,68 3,5", INK, line=0, shade=0)
    s.oval("56,68 3,5", INK, line=0, shade=0)
    _eyes(s, 46, 15)


@drawing
def bird_head(s: Sketch) -> None:
    """The head of a bird of prey."""
    s.blob("20,50 28,24 50,14 72,24 80,50 70,84 50,96 30,84", (112, 92, 76))
    s.blob("40,50 50,44 60,50 56,74 50,84 44,74", (218, 166, 70))
    s.line("42,62 58,62", 1.2)
    _eyes(s, 42, 15)
    s.stroke("26,34 44,38", 3, INK)
    s.stroke("74,34 56,38", 3, INK)


@drawing
def snake_head(s: Sketch) -> None:
    """The head of a snake, its tongue out."""
    green: Rgb = (112, 128, 84)
    s.blob("22,46 32,22 50,14 68,22 78,46 66,78 50,90 34,78", green)
    for text in ("50,18 50,30", "40,24 42,36", "60,24 58,36", "50,40 50,52"):
        s.stroke(text, 4, mix(green, INK, 0.45))
    s.curve("50,84 50,94 45,99", 1.6, (178, 50, 44))
    s.curve("50,94 55,99", 1.6, (178, 50, 44))
    _eyes(s, 48, 17)


@drawing
def snake_coils(s: Sketch) -> None:
    """A great snake wound about something upright: the near halves of its coils, its head above."""
    hide, belly = (104, 124, 78), (206, 196, 146)
    s.band("96,94 80,92 66,88", (2, 4, 6), hide)
    for low in (84, 66, 48):
        s.band(
            f"20,{low - 10} 30,{low} 50,{low + 4} 70,{low} 80,{low - 10}", (6, 8.4, 9, 8.4, 6), hide
        )
        for k in range(6):
            x = 25 + k * 10
            y = low + 3.6 - abs(x - 50) * 0.16
            s.oval(f"{x},{y - 3} 3.4,2.6", mix(hide, INK, 0.5), line=0, shade=0)
            s.stroke(f"{x - 3},{y + 4.4} {x + 4},{y + 4}", 2, belly)
    s.band("80,38 84,26 74,16 62,14", (6.5, 7, 6.6, 6), hide)
    s.blob("66,8 54,8 44,14 44,19 54,23 66,21", hide)
    s.oval("53,13 1.9,2.1", (236, 206, 112), line=0.7, shade=0)
    s.dots("53,13", 0.8, BLACK)
    s.curve("44,18 38,19 34,16", 1, (178, 50, 44))
    s.curve("38,19 35,22", 1, (178, 50, 44))


@drawing
def laid_table(s: Sketch) -> None:
    """A great table of lacquered wood, full of bowls and plates from end to end (잔칫상)."""
    lacquer: Rgb = (112, 58, 42)
    for leg in (12, 80):
        s.blob(
            f"{leg},62 {leg + 9},62 {leg + 7},80 {leg + 10},96 {leg - 2},96 {leg + 2},80", lacquer
        )
    s.oval("50,58 48,17", lacquer)
    s.oval("50,55.5 45,14", mix(lacquer, (196, 132, 92), 0.35), line=0.6)
    dishes: tuple[tuple[float, float, Rgb], ...] = (
        (20, 51, (206, 84, 58)), (35, 46, (122, 150, 84)), (50, 44, (226, 178, 88)),
        (65, 46, (190, 62, 50)), (80, 51, (146, 104, 66)), (27, 60, (232, 206, 150)),
        (73, 60, (104, 136, 80)), (42, 64, (214, 126, 70)), (58, 64, (238, 228, 202)),
    )  # fmt: skip
    for x, y, food in dishes:
        s.oval(f"{x},{y} 7.4,3.6", WHITE, line=0.8)
        heap = f"{x - 5.4},{y - 1} {x - 2},{y - 4.6} {x + 2.4},{y - 4.2} {x + 5.4},{y - 1}"
        s.blob(f"{heap} {x},{y + 1}", food, line=0.6)
    s.blob("40,55 42,44 58,44 60,55 50,59", (74, 68, 66))
    s.oval("50,45 8.6,3", (222, 120, 74), line=0.7)
    s.blob("44,40 47,33 53,32 57,40 50,43", (176, 112, 62), line=0.7)
    for steam_x in (46, 54):
        s.curve(
            f"{steam_x},28 {steam_x + 2},22 {steam_x - 2},16 {steam_x + 1},9", 1.2, WHITE, alpha=0.7
        )


@drawing
def parapet(s: Sketch) -> None:
    """The edge of a roof or a balcony, seen from the side: a slab, a rail above, a wall below."""
    wall: Rgb = (150, 146, 140)
    s.rect("22,12 130,110", wall)
    s.rect("4,8 130,17", mix(wall, INK, 0.18))
    for y in (34, 58, 82):
        s.line(f"24,{y} 120,{y}", 1.1, mix(wall, INK, 0.5))
    s.rect("44,40 70,72", mix((86, 108, 136), wall, 0.3), line=0.8)
    s.rect("84,40 110,72", mix((86, 108, 136), wall, 0.3), line=0.8)
