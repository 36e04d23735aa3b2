"""Events between people, and between people and animals."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps

from mongyudo.backends.director.blocking.core import RATIO, Board, Call, Role, Thing
from mongyudo.backends.director.blocking.showing import before_hands, show
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Effect, Key

_CLOSE = 0.24
"""Who is wider than this needs more room than a person."""

_SMALL = 0.22
"""An animal below this height stays smaller than a house, even as the hero."""

_HUGE = 0.5
"""An animal from this height on may fill two thirds of the picture's width."""

_TINY = 0.2
"""Whoever has shrunk to this height stays so small."""

_LOOMS = 1.14
"""How much a foe grows as it comes nearer."""


def of_a_thing(stage: Callable[[Board, Thing], None]) -> Callable[[Board], None]:
    """`stage` with the thing that leads the picture; where none does, the lead alone is shown."""

    @wraps(stage)
    def staged(board: Board) -> None:
        thing = board.call.hero_thing
        if thing is None:
            solo(board)
        else:
            stage(board, thing)

    return staged


def solo(board: Board) -> None:
    """The lead on a third of the picture; the other beside, a little smaller."""
    call = board.call
    if call.hero_thing is not None:
        show(board, call.hero_thing, 0.60, 0.26)
        board.put(call.lead, 0.30)
        return
    flame = next((t for t in call.things if t.own and t.concept == "fire"), None)
    if flame is not None:
        _hearth(board, flame)
        return
    tiny = call.lead.sort == "figure" and call.lead.height < _TINY
    size = 1.0 if tiny else max(1.0, 0.36 / call.lead.height)
    size = min(size, _BESIDE_GROWN_UPS) if _is_among_taller(call) else size
    x = 0.38 if call.other or call.extras else 0.42
    x = 0.22 if call.other and lies_large(call.other) else x
    bench = next((t for t in call.things if t.concept == "bench"), None)
    if bench is not None and call.lead.sort == "figure" and call.lead.motion == "sit":
        _on_bench(board, bench, x, size)
    else:
        board.put(call.lead, x, size=size)
        before_hands(board, x, size)
    if call.other is not None:
        far, tall = (0.90, 0.75) if lies_large(call.other) else (0.70, 0.95)
        board.put(call.other, far, _beside(call.other), size=tall, facing="left")


_BESIDE_GROWN_UPS = 1.3
"""Whoever is small is so much larger than life beside a grown-up, and no giant."""


def _is_among_taller(call: Call) -> bool:
    """Whether a baby leads where grown-ups stand."""
    around = [role for role in (call.other, *call.extras) if role and role.sort == "figure"]
    small = call.lead.sort == "figure" and call.lead.motion not in words("low")
    return small and any(role.height > 1.6 * call.lead.height for role in around)


def lies_large(role: Role) -> bool:
    """Whether it is an animal that lies, and takes more room than one that stands."""
    return role.sort != "figure" and role.motion in words("lie_down")


def _on_bench(board: Board, bench: Thing, x: float, size: float) -> None:
    """벤치에 앉아: its seat is as high as the knees of who sits on it."""
    tall = _BENCH * size * board.call.lead.height
    board.lay(bench, x, board.ground, size=tall / bench.height, behind=True)
    board.put(replace(board.call.lead, motion="sit_bench"), x, board.ground + 0.02, size=size)


_BENCH = 0.5
"""A bench's height with its back, beside a person's."""


def _hearth(board: Board, flame: Thing) -> None:
    """By a small fire, more wood beside it."""
    y = board.ground + 0.03
    board.lay(replace(flame, key=True), 0.60, y - 0.03, size=0.19 / flame.height)
    wood = next((t for t in board.call.things if t.concept == "wood"), None)
    if wood is not None:
        board.lay(wood, 0.69, y, size=0.12 / wood.height)
    board.put(board.call.lead, 0.38)
    if board.call.other is not None:
        board.put(board.call.other, 0.82, _beside(board.call.other), size=0.95, facing="left")


def hero(board: Board) -> None:
    """An animal or a spirit alone, large, in the middle of its world."""
    role, other = board.call.lead, board.call.other
    if other is not None:
        for each, (x, size) in zip((role, other), board.abreast((role, other)), strict=True):
            board.put(each, x, _beside(each), size=size, facing="right" if x < 0.5 else "left")
        return
    watched = any(each.sort == "figure" for each in board.call.extras)
    tall = 0.46 if role.height > _SMALL else 0.22 if watched else 0.30
    if watched and role.height > _SMALL:
        tall = min(tall, _BESIDE_GROWN_UPS * role.height)  # no dog is as large as who watches it
    broad = 0.66 if role.height >= _HUGE else 0.52
    size = min(max(1.0, tall / role.height), 2.2, broad / max(0.05, board.width(role)))
    y = 0.62 if role.flies or (role.sort == "swimmer" and not board.is_dry) else None
    if role.sort == "swimmer" and board.call.floor and not board.is_dry:
        size, y = size * 0.7, 0.78
    board.put(role, 0.44, y, to=(0.52, y or board.ground), size=size)


def _beside(role: Role) -> float | None:
    return 0.46 if role.flies else None


def pair(board: Board) -> None:
    """Two face one another and come a step nearer."""
    call, y = board.call, board.ground if board.call.floor else 0.70
    if call.other is None:
        solo(board)
        return
    (left, _), (right, size) = opposite(board, call.lead, call.other)
    board.put(call.lead, left - 0.03, y, to=(left, y))
    high = 0.50 if call.other.flies else y
    board.put(call.other, right + 0.03, high, to=(right, high), size=size, facing="left")
    _say(board, left)


def _say(board: Board, x: float) -> None:
    """What an animal says, over its head."""
    call = board.call
    said = next((t for t in call.things if t.own and t.concept == "speech_bubble"), None)
    if said is None or call.lead.sort == "figure":
        return
    size = min(1.0, 0.22 / said.height)
    over = board.actors[0].path[-1].y - board.actors[0].height
    y = max(said.height * size + 0.06, over - 0.02)
    half = board.width(said, size) / 2
    board.lay(said, min(1 - half, max(half, x + 0.06)), y, size=size)


def opposite(board: Board, lead: Role, other: Role) -> list[tuple[float, float]]:
    """Where two stand who face one another, and their sizes: apart by their widths."""
    if all(r.sort == "figure" and board.width(r) < _CLOSE for r in (lead, other)):
        return [(0.37, 1.0), (0.62, 1.0)]
    return board.abreast((lead, other))


def sheltering(board: Board) -> None:
    """Two under what one of them holds over both, going the same way."""
    call, y = board.call, board.ground
    if call.other is None:
        solo(board)
        return
    apart = 0.5 * (board.width(call.lead) + board.width(call.other))
    board.put(call.lead, 0.46, y, to=(0.50, y))
    board.put(call.other, 0.46 + apart, y, to=(0.50 + apart, y))


def embrace(board: Board) -> None:
    """Two in each other's arms."""
    call, y = board.call, board.ground
    if call.other is None:
        solo(board)
        return
    both = board.width(call.lead) + board.width(call.other)
    size = min(1.1, 0.84 / both)
    gap = both * size * (0.30 if call.other.sort == "figure" else 0.22)
    middle = 0.49 + (board.width(call.lead) - board.width(call.other)) * size / 4
    board.put(call.lead, middle - gap - 0.08, y, to=(middle - gap, y), size=size)
    board.put(call.other, middle + gap + 0.08, y, to=(middle + gap, y), size=size, facing="left")


def together(board: Board) -> None:
    """Two who hold one another, drawn as one; who walks goes on their way."""
    from mongyudo.ink.duets import DUETS
    from mongyudo.ink.duets_draw import beside

    call, y = board.call, board.ground
    first, second = call.lead, call.other
    if second is None:
        solo(board)
        return
    size = max(1.0, _TOGETHER / first.height)
    ahead, up = beside(call.duet, second.height / first.height)
    dx = ahead * first.height * size / RATIO
    goes = DUETS[call.duet].goes
    start, end = (0.34, 0.56) if goes else (0.47, 0.47)
    start, end = start - dx / 2, end - dx / 2
    board.along(first, (Key(0, start, y), Key(1, end, y)), size=size)
    board.actors[-1] = replace(board.actors[-1], duet=call.duet)
    rise = up * first.height * size
    keys = (Key(0, start + dx, y - rise), Key(1, end + dx, y - rise))
    faces = DUETS[call.duet].faces
    board.along(second, keys, size=size, facing="left" if faces else "right")
    if call.duet in ("fight", "push"):
        board.effects.append(Effect("ink_splash", 0.0, 0.7))


_TOGETHER = 0.50
"""Two who are at one deed are at least this share of the frame high."""


def parting(board: Board) -> None:
    """One stays, the other goes away into the distance."""
    call, y = board.call, board.ground
    if call.other is None:
        board.put(replace(call.lead, motion="stand"), 0.36, facing="back")
        return
    board.put(call.lead, 0.30, size=1.05)
    keys = (Key(0, 0.56, y), Key(1, 0.80, y - 0.07, scale=0.58, alpha=0.75))
    board.along(call.other, keys)


def clash(board: Board) -> None:
    """Two go at one another."""
    call, y = board.call, board.ground
    if call.hero_thing is not None:
        solo(board)
        return
    if call.other is None:
        board.put(call.lead, 0.44, to=(0.50, y), size=1.1)
        return
    half = board.width(call.other) / 2
    board.put(call.lead, 0.28, to=(0.40, y), size=1.05)
    board.put(call.other, 0.76, to=(min(0.72, 0.54 + half), y), size=1.05, facing="left")
    board.effects.append(Effect("ink_splash", 0.0, 0.7))


def menace(board: Board) -> None:
    """The foe comes nearer, large and low; the lead shrinks back."""
    call, y = board.call, board.ground
    foe = call.other
    if foe is None:
        board.put(call.lead, 0.44, size=0.9)
        board.effects.append(Effect("giant_shadow", 0.2, 1.0))
        return
    size = min(max(1.0, 0.52 / foe.height), 0.50 / max(0.05, board.width(foe)))
    high = 0.56 if foe.flies else y + 0.03
    reach = 0.29 + board.width(foe, size * _LOOMS) / 2
    near = max(0.64, reach)
    board.along(
        foe, (Key(0, near + 0.18, high), Key(1, near, high, scale=_LOOMS)), size=size, facing="left"
    )
    board.put(call.lead, 0.28, to=(0.22, y), size=0.95)


def accused(board: Board) -> None:
    """The one who points towers over the one who is pointed at; others look on."""
    call = board.call
    if call.other is None:
        board.put(call.lead, 0.42)
        board.effects.append(Effect("long_shadow", 0.0, 1.0))
        return
    board.put(call.other, 0.68, size=1.15, facing="left")
    board.put(call.lead, 0.34, size=0.9)


def plead(board: Board) -> None:
    """One kneels before the other."""
    call = board.call
    board.put(call.lead, 0.40)
    if call.other is not None:
        board.put(call.other, 0.64, size=1.1, facing="left")


def betrayal(board: Board) -> None:
    """The other turns their back and goes; the picture cracks."""
    call, y = board.call, board.ground
    board.put(call.lead, 0.30)
    if call.other is not None:
        board.put(call.other, 0.58, to=(0.72, y - 0.02), grow=0.85, facing="right")


def audience(board: Board) -> None:
    """The lead shows themselves to those who look on."""
    call, y = board.call, board.ground
    others = [call.other, *call.extras] if call.other else list(call.extras)
    crowded = any(board.width(role) > _CLOSE for role in others)
    board.put(call.lead, 0.22 if crowded else 0.46, y - 0.03, size=1.05, facing="front")
    for role, x in zip(others, (0.80, 0.16, 0.66)[: 1 if crowded else 3], strict=False):
        board.put(role, x, size=0.92, facing="left" if x > 0.5 else "right")


def exposed(board: Board) -> None:
    """The lead covers themselves while others look; they are always looked at."""
    call = board.call
    board.put(call.lead, 0.46, facing="front", size=0.95)
    others = [call.other, *call.extras] if call.other else list(call.extras)
    for number, x in enumerate((0.80, 0.14)):
        role = others[number] if number < len(others) else _onlooker(call.lead, number)
        board.put(role, x, size=0.95, facing="left" if x > 0.5 else "right")


def _onlooker(lead: Role, number: int) -> Role:
    """Somebody decently dressed."""
    concept, clothes = (("man", "suit"), ("woman", "skirt_suit"))[number % 2]
    motion = ("point", "laugh")[number % 2]
    return replace(lead, concept=concept, clothes=clothes, motion=motion, face="surprised")


def wedding(board: Board) -> None:
    """Two walk side by side under petals."""
    call, y = board.call, board.ground
    if call.other is None:
        board.put(call.lead, 0.38, to=(0.50, y))
        return
    board.put(call.other, 0.44, to=(0.58, y))
    board.put(call.lead, 0.32, to=(0.46, y))


def bow(board: Board) -> None:
    """The lead bows before the other."""
    call = board.call
    board.put(call.lead, 0.36)
    if call.other is not None:
        board.put(call.other, 0.66, facing="left")


def salute(board: Board) -> None:
    """In line with the others of the troop: nobody serves alone."""
    call = board.call
    board.put(call.lead, 0.36)
    others = [call.other, *call.extras] if call.other else list(call.extras)
    if not others and call.lead.sort == "figure":
        others = [replace(call.lead, concept="soldier", clothes="", face="stern")] * 3
    for role, x in zip(others, (0.62, 0.80, 0.16), strict=False):
        board.put(role, x, size=0.95)


def theft(board: Board) -> None:
    """The thief makes off with it."""
    call, y = board.call, board.ground
    if call.other is None:
        board.put(call.lead, 0.40)
        return
    if call.things and call.things[0].own:
        taken = replace(call.other, holds=call.things[0].concept)
        keys = (Key(0, 0.52, y), Key(1, 0.86, y - 0.02, scale=0.85))
        board.along(taken, keys)
    else:
        board.put(call.other, 0.54, to=(0.84, y))
    board.put(call.lead, 0.26)


def catching(board: Board) -> None:
    """The lead gets hold of an animal or a person."""
    call, y = board.call, board.ground
    board.put(call.lead, 0.36, to=(0.40, y))
    if call.other is not None:
        high = 0.56 if call.other.sort in ("swimmer", "flier") or call.other.flies else y
        reach = 0.42 + board.width(call.lead) / 2 + board.width(call.other) / 2
        board.put(call.other, reach + 0.06, high, to=(reach, high), facing="left")
    elif call.things and call.things[0].own:
        board.lay(replace(call.things[0], key=True), 0.56, y - 0.2, to=(0.50, y - 0.18))


def hide(board: Board) -> None:
    """The lead crouches at one side; whoever looks for them goes by behind."""
    call, y = board.call, board.ground
    board.put(call.lead, 0.26, y + 0.04)
    cover = next((t for t in call.things if t.height >= 0.2 and t.sort != "floater"), None)
    if cover is not None:
        size = max(1.0, 0.34 / cover.height)
        board.lay(cover, 0.26 + 0.09 + board.width(cover, size) / 2, y + 0.07, size=size)
    if call.other is not None:
        high = 0.46 if call.other.flies else y - 0.04
        board.put(call.other, 0.82, high, to=(0.60, high), facing="left")


def arrival(board: Board) -> None:
    """Something drives up from the right, or from afar, and stops before the lead."""
    thing = board.call.hero_thing
    board.fixed = True
    board.put(board.call.lead, 0.20, facing="right")
    if thing is not None:
        y, size = _driven(board, thing)
        keys = (Key(0, 1.30, y), Key(0.7, 0.62, y), Key(1, 0.62, y))
        if thing.concept in _FROM_THE_FRONT:
            keys = (Key(0, 0.72, y - 0.10, scale=0.25), Key(0.8, 0.62, y), Key(1, 0.62, y))
        board.carry(replace(thing, key=True), keys, size=size, motion="drive")


def passing(board: Board) -> None:
    """Something drives through the picture behind the lead, who looks after it."""
    thing = board.call.hero_thing
    board.fixed = True
    board.put(board.call.lead, 0.30, facing="left")
    if thing is not None:
        y, size = _driven(board, thing)
        keys = (Key(0, 1.25, y), Key(0.5, 0.55, y), Key(1, -0.30, y))
        if thing.concept in _FROM_THE_FRONT:
            keys = (Key(0, 0.62, y - 0.12, scale=0.2), Key(0.6, 0.70, y), Key(1, 1.40, y + 0.2,
                    scale=1.8))  # fmt: skip
        board.carry(replace(thing, key=True), keys, size=size, behind=True, motion="drive")


_FROM_THE_FRONT = ("train", "subway_train", "steam_train")


def _driven(board: Board, thing: Thing) -> tuple[float, float]:
    """How high and how large something moves: aircraft aloft, boats far out, else on ground."""
    widest = 0.5 / max(0.05, board.width(thing))
    if thing.concept in words("aircraft"):
        return 0.44, min(0.32 / thing.height, widest)
    if thing.concept in words("on_water"):
        return board.ground - 0.12, min(0.20 / thing.height, widest)
    return board.ground - 0.02, min(max(1.0, 0.16 / thing.height), widest)


def shaking(board: Board) -> None:
    """A thing shakes by itself; the lead looks at it."""
    _stirred(board, "shake")


def spinning(board: Board) -> None:
    """A thing turns round and round."""
    hands = board.call.hero_thing is not None and board.call.hero_thing.concept == "clock"
    _stirred(board, "tick" if hands else "spin")


def ringing(board: Board) -> None:
    """A bell or a telephone rings."""
    _stirred(board, "ring")


def fluttering(board: Board) -> None:
    """Cloth flaps in the wind."""
    _stirred(board, "sway")


def _stirred(board: Board, motion: str) -> None:
    thing = board.call.hero_thing
    if thing is None:
        solo(board)
        return
    board.put(board.call.lead, 0.28)
    show(board, replace(thing, key=True), 0.62, 0.24, motion)
