"""Events that happen to somebody: disasters, feelings, rooms, the body, the beyond."""

from dataclasses import replace

from mongyudo.backends.director.blocking.bearers import (
    bearer_for,
    fitted,
    hang_up,
    is_borne,
    is_garment,
    set_out,
)
from mongyudo.backends.director.blocking.core import Board, Role, Thing
from mongyudo.backends.director.blocking.hanging import hang_straps, hangs, is_strap
from mongyudo.backends.director.blocking.people import lies_large
from mongyudo.backends.director.blocking.showing import show
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Effect, Key, Prop

_STANDS = 0.3
"""What is taller than this share of the frame breaks where it stands, and does not fall."""

_ON_THE_BRANCH = (
    (0.61, 0.46), (0.68, 0.38), (0.75, 0.44), (0.64, 0.56), (0.72, 0.54), (0.78, 0.53),
)  # fmt: skip
"""Where fruit hangs in the crown of a tree whose foot is at 0.69."""


def _thing(board: Board, *concepts: str) -> Thing | None:
    return next((t for t in board.call.things if t.concept in concepts), None)


def _beside(board: Board, *spots: float, size: float = 0.92) -> None:
    call = board.call
    others: list[Role] = [call.other, *call.extras] if call.other else list(call.extras)
    for role, x in zip(others, spots, strict=False):
        y = 0.46 if role.flies else None
        if board.is_free(role, x, y, size):
            board.put(role, x, y, size=size, facing="left" if x > 0.45 else "right")


def engulf(board: Board) -> None:
    """Water, fire or dust takes the picture, the lead small before it; no water hides them."""
    deep = any(effect.name == "rising_water" for effect in board.call.effects)
    board.put(board.call.lead, 0.40, size=1.25 if deep else 0.86)
    _beside(board, 0.66, 0.82, size=0.84)
    if board.call.hero_thing is not None:
        hero = board.call.hero_thing
        board.lay(hero, 0.66, size=hero.made(0.24))


def shatter(board: Board) -> None:
    """Something falls and breaks."""
    call = board.call
    board.put(call.lead, 0.32)
    thing = call.hero_thing or next((t for t in call.things if t.own), None)
    if thing is not None:
        size = thing.made(0.2)
        start, end = board.ground - 0.30, board.ground + 0.05
        if thing.height > _STANDS:
            board.carry(replace(thing, key=True), (Key(0, 0.60, end - 0.03),), motion="break")
            _beside(board, 0.82)
            return
        keys = (
            Key(0, 0.54, start),
            Key(0.35, 0.58, end, turn_deg=38),
            Key(0.42, 0.59, end - 0.02, turn_deg=52),
            Key(1, 0.59, end, turn_deg=64),
        )
        board.carry(replace(thing, key=True), keys, size=size, motion="break")
    _beside(board, 0.80)


def weep(board: Board) -> None:
    """The lead sits low and weeps."""
    board.put(board.call.lead, 0.42, size=1.15)
    _beside(board, 0.72, 0.86, size=0.95)


def exam(board: Board) -> None:
    """A sheet of paper and an enormous clock."""
    board.put(board.call.lead, 0.40, size=1.05)
    paper = _thing(board, "exam_paper", "omr_sheet", "paper", "report_card", "document")
    if paper is not None:
        key = replace(paper, key=True)
        board.lay(key, 0.52, board.ground - 0.16, size=0.15 / paper.height)
    _beside(board, 0.80, 0.16)


def teeth(board: Board) -> None:
    """The lead near, a tooth large before them, teeth falling."""
    board.fixed = True
    board.camera = replace(board.camera, zoom_from=1.0, zoom_to=1.08, pan_x=0.0)
    near = 1.0 / board.call.lead.height
    board.put(board.call.lead, 0.40, 1.14, size=near, facing="front")
    tooth = _thing(board, "tooth", "dentures", "hair")
    if tooth is not None:
        key = replace(tooth, key=True)
        keys = (
            Key(0, 0.42, 0.50, scale=0.3, alpha=0.0),
            Key(0.15, 0.44, 0.52, scale=0.4),
            Key(0.5, 0.64, 0.72, turn_deg=40),
            Key(1, 0.66, 0.90, turn_deg=75),
        )
        board.carry(key, keys, size=0.24 / tooth.height)
    board.call = replace(board.call, extras=(), things=())
    _beside(board, 0.84)


def mirror(board: Board) -> None:
    """Somebody before a mirror in which they are seen again."""
    board.fixed = True
    board.put(board.call.lead, 0.44)
    _beside(board, 0.16, 0.30)


def threshold(board: Board) -> None:
    """A door, and what is behind it; it opens by itself where nobody does it."""
    door, hero = _thing(board, "door", "window"), board.call.hero_thing
    if door is not None and board.call.setting in words("slides_open"):
        board.effects.append(Effect("sliding_doors", 0.0, 1.0))
        board.used.append(door)
    elif hero is not None and hero.concept not in ("door", "window"):
        opens = (
            "open" if hero.concept in words("opens_in_front") | words("has_a_door") else "unfold"
        )
        show(board, replace(hero, key=True), 0.64, 0.40, opens)
    elif (thing := _opened(board)) is not None:
        show(board, replace(thing, key=True), 0.64, 0.40, "open")
    elif door is not None:
        board.carry(
            replace(door, key=True), (Key(0, 0.64, board.ground),), size=0.52 / door.height,
            behind=True, motion="still" if board.call.lead.motion == "knock" else "open",
        )  # fmt: skip
    board.put(board.call.lead, 0.36, to=(0.46, board.ground))
    _beside(board, 0.82)


def _opened(board: Board) -> Thing | None:
    """옷장을 열었다: what has doors or a lid of its own, and is opened."""
    return next(
        (t for t in board.call.things if t.own and t.concept in words("opens_in_front")), None
    )


def trapped(board: Board) -> None:
    """The lead in the middle of a narrow space."""
    door = _thing(board, "door", "lock")
    if door is not None:
        size = 0.50 / door.height if door.concept == "door" else 1.2
        board.lay(door, 0.70, board.ground, size=size, behind=True)
    board.put(board.call.lead, 0.46)
    _beside(board, 0.82)


def bed(board: Board) -> None:
    """On a bed, at rest."""
    place = _thing(board, "bed", "couch", "bedding")
    y = board.ground + 0.04
    if place is not None and place.concept == "bedding":
        y = _made_up_on_the_floor(board, place)
    elif place is not None:
        size = min(0.34 / place.height, 0.5 / max(0.05, board.width(place)))
        board.lay(place, 0.44, y, size=size, behind=True)
        y -= place.height * size * 0.36
    board.put(board.call.lead, 0.42, y)
    _covered(board, 0.42, y)
    _beside(board, 0.88 if board.call.other and lies_large(board.call.other) else 0.76)


_QUILT = Thing("quilt", 0.2, 2.4, "object")
"""A quilt spread over somebody, where a blanket is told of."""


def _covered(board: Board, x: float, y: float) -> None:
    """이불을 덮고 누웠다: all but the head of who lies there is under the quilt."""
    blanket = _thing(board, "blanket")
    if blanket is None:
        return
    person = board.call.lead.sort == "figure"
    wide = board.width(replace(board.call.lead, motion="lie"))
    share, across = (0.74, 0.14) if person else (0.62, -0.12)  # beasts lie with their heads up
    size = share * wide / board.width(_QUILT)
    board.lay(_QUILT, x + across * wide, y + 0.02, size=size)
    others = tuple(t for t in board.call.things if t.concept != "blanket")
    board.call = replace(board.call, things=others)


def _made_up_on_the_floor(board: Board, bedding: Thing) -> float:
    """Bedding as long as who lies on it; how high they lie."""
    size = 1.25 * board.width(replace(board.call.lead, motion="lie")) / board.width(bedding)
    board.lay(bedding, 0.42, board.ground + 0.07, size=size, behind=True)
    return board.ground + 0.07 - bedding.height * size * 0.42


def paralysis(board: Board) -> None:
    """On the bed, unable to move, with something standing over it."""
    bed(board)
    if board.call.other is None:
        board.effects.append(Effect("eyes", 0.0, 0.8))


def table(board: Board) -> None:
    """At a table with the food upon it."""
    board.put(board.call.lead, 0.36, size=1.05)
    _beside(board, 0.66, 0.84, size=1.0)
    _spread(board, 0.50, board.ground - 0.06)


def desk(board: Board) -> None:
    """At work over paper or a screen."""
    board.put(board.call.lead, 0.38, size=1.1)
    small = [fitted(t) for t in board.call.things if is_borne(t, board.call.setting)][:2]
    bearer = bearer_for(board.call.setting, len(small))
    if small and bearer is not None:
        set_out(board, small, 0.60, bearer, size=1.2)
    _beside(board, 0.84, 0.14)


def _spread(board: Board, x: float, y: float) -> None:
    """The things of the event, beginning before the lead's hands."""
    small = [t for t in board.call.things if t.sort == "object" and t.height < 0.3]
    small = [t for t in small if t.concept != board.call.lead.holds][:2]
    for number, thing in enumerate(small):
        board.lay(thing, x + 0.10 * number, y + 0.06 * number, size=min(1.0, 0.17 / thing.height))


def performance(board: Board) -> None:
    """The lead in the light before the others."""
    call = board.call
    board.put(call.lead, 0.40, board.ground - 0.03, size=1.1, facing="front")
    instrument = next((t for t in call.things if t.own), None)
    if instrument is not None and instrument.sort == "object":
        size = min(1.2, 0.24 / instrument.height)
        board.lay(replace(instrument, key=True), 0.56, board.ground - 0.02, size=size)
    _beside(board, 0.82, 0.16)


def altar(board: Board) -> None:
    """Before something holy, seen from behind."""
    board.put(board.call.lead, 0.42)
    _beside(board, 0.70, 0.84)


def mourning(board: Board) -> None:
    """White flowers, candles, heads bowed; nobody dead is shown."""
    board.put(board.call.lead, 0.34)
    flower = _thing(board, "chrysanthemum", "wreath", "flower", "funeral_portrait", "candle")
    if flower is not None:
        key = replace(flower, key=True)
        beast = board.call.other is not None and board.call.other.sort != "figure"
        x, tall = (0.84, 0.14) if beast else (0.56, 0.2)
        board.lay(key, x, board.ground + 0.02, size=max(tall / 0.2, tall / flower.height))
    if board.call.other is not None and board.call.other.sort != "figure":
        _lying_dead(board, board.call.other)
    elif board.call.other is not None:
        keys = (
            Key(0, 0.64, board.ground - 0.03, scale=0.9, alpha=0.85),
            Key(1, 0.74, board.ground - 0.07, scale=0.7, alpha=0.2),
        )
        board.along(board.call.other, keys)
    for role, x in zip(board.call.extras, (0.86, 0.16), strict=False):
        board.put(role, x, size=0.9, facing="left" if x > 0.5 else "right")


def _lying_dead(board: Board, beast: Role) -> None:
    """An animal that lies where it died, and is no longer seen to breathe its last."""
    size = max(1.0, _SEEN_DEAD / beast.height)
    size = min(size, 0.36 / max(0.02, board.width(beast)))
    keys = (Key(0, 0.60, board.ground + 0.05),)
    board.along(replace(beast, motion="sleep"), keys, size=size, facing="left")


_SEEN_DEAD = 0.16
"""A small animal that has died is at least so tall a share of the frame, standing."""


def cradle(board: Board) -> None:
    """A child is born: light, and little ones."""
    call = board.call
    board.put(call.lead, 0.38)
    if call.lead.sort != "figure":
        bears_one = call.lead.concept in words("bears_one")
        for x in (0.66,) if bears_one else (0.56, 0.66, 0.74):
            board.put(replace(call.lead, motion="walk"), x, board.ground + 0.03, size=0.34)
    _beside(board, 0.66, 0.82)


def metamorphosis(board: Board) -> None:
    """One fades while another takes its place."""
    call, y = board.call, board.ground
    if call.other is None:
        _alone_changed(board, call.hero_thing)
        return
    if call.hero_thing is not None:
        _turns_into(board, call.hero_thing, call.other)
        return
    board.along(call.lead, (Key(0, 0.44, y), Key(0.3, 0.44, y), Key(0.7, 0.46, y, alpha=0.0)))
    high = 0.62 if call.other.flies else y
    keys = (Key(0.3, 0.50, high, alpha=0.0, scale=0.8), Key(0.75, 0.50, high), Key(1, 0.50, high))
    board.along(call.other, keys, size=1.15)


def _alone_changed(board: Board, thing: Thing | None) -> None:
    if thing is None:
        _becomes(board)
    else:
        _one_thing_for_another(board, thing)


def _becomes(board: Board) -> None:
    """The lead turns into a thing, and cannot move."""
    thing = next((t for t in board.call.things if t.own), None)
    if thing is None:
        board.put(board.call.lead, 0.44)
        return
    y = board.ground
    board.along(board.call.lead, (Key(0, 0.46, y), Key(0.3, 0.46, y), Key(0.6, 0.46, y, alpha=0.0)))
    born = (Key(0.3, 0.46, y, alpha=0.0, scale=0.9), Key(0.6, 0.46, y), Key(1, 0.46, y))
    board.carry(replace(thing, key=True), born, size=max(1.0, 0.34 / thing.height))


def _one_thing_for_another(board: Board, thing: Thing) -> None:
    """A thing becomes another before the lead's eyes."""
    y = board.ground
    board.put(board.call.lead, 0.28, size=0.92)
    new = next((t for t in board.call.things if t.own and t.concept != thing.concept), None)
    gone = (Key(0, 0.60, y), Key(0.3, 0.60, y), Key(0.65, 0.60, y, alpha=0.0))
    board.carry(thing, gone if new else gone[:1], size=thing.made(0.2))
    if new is not None:
        born = (Key(0.35, 0.60, y, alpha=0.0, scale=0.9), Key(0.7, 0.60, y), Key(1, 0.60, y))
        board.carry(replace(new, key=True), born, size=new.made(0.2))


def _turns_into(board: Board, thing: Thing, other: Role) -> None:
    """A thing becomes an animal or somebody before the lead's eyes."""
    y = board.ground
    board.put(board.call.lead, 0.28, size=0.92)
    keys = (Key(0, 0.60, y), Key(0.3, 0.60, y), Key(0.6, 0.60, y - 0.04, alpha=0.0))
    board.carry(replace(thing, key=True), keys, size=thing.made(0.2))
    high = 0.58 if other.flies else y
    up = high - 0.20 if other.flies else high
    born = (Key(0.35, 0.60, high, alpha=0.0, scale=0.7), Key(0.65, 0.62, high), Key(1, 0.70, up))
    board.along(other, born, size=max(1.0, min(2.0, 0.18 / other.height)), facing="left")


def vanishing(board: Board) -> None:
    """Somebody or something dissolves before the lead's eyes."""
    call, y = board.call, board.ground
    board.put(call.lead, 0.32)
    if call.other is not None:
        high = 0.5 if call.other.flies else y
        keys = (Key(0.25, 0.64, high), Key(0.9, 0.70, high - 0.03, scale=0.9, alpha=0.0))
        board.along(call.other, keys, facing="right")
    elif thing := call.hero_thing or next((t for t in call.things if t.own), None):
        keys = (Key(0.25, 0.60, y), Key(0.9, 0.62, y - 0.08, alpha=0.0))
        board.carry(replace(thing, key=True), keys, size=thing.made(0.2))


def apparition(board: Board) -> None:
    """Somebody or something comes out of the mist."""
    call, y = board.call, board.ground
    board.put(call.lead, 0.28, size=0.92)
    if call.other is not None:
        role = call.other
        size = min(1.15, 0.5 / max(0.05, board.width(role)))
        high = 0.54 if role.flies else y
        keys = (
            Key(0.05, 0.72, high - 0.03, scale=0.85, alpha=0.0),
            Key(0.5, 0.68, high),
            Key(1, 0.66, high, scale=1.06),
        )
        board.along(role, keys, size=size, facing="left")
    elif call.hero_thing is not None and call.hero_thing.concept in words("aircraft"):
        hero = call.hero_thing
        size = min(0.34 / hero.height, 0.42 / max(0.05, board.width(hero)))
        board.lay(hero, 0.66, 0.40, to=(0.62, 0.60), size=size, motion="float")
    elif call.hero_thing is not None and is_strap(call.hero_thing, call.setting):
        board.actors.clear()
        board.boxes.clear()
        hang_straps(board, replace(call.hero_thing, key=True))
    elif call.hero_thing is not None and hangs(call.hero_thing, call.setting):
        show(board, replace(call.hero_thing, key=True), 0.62, 0.22)
    elif call.hero_thing or call.things:
        thing = replace(call.hero_thing or call.things[0], key=True)
        bearer = bearer_for(call.setting, 1) if is_borne(thing, call.setting) else None
        if is_garment(thing) and bearer_for(call.setting, 1) is not None:
            hang_up(board, thing, 0.62)
            return
        if bearer is not None:
            size = thing.made(_ON_TABLE)
            set_out(board, (thing,), 0.62, bearer, size=size, fades_in=True)
            return
        shown = (Key(0.05, 0.62, y, alpha=0.0), Key(0.5, 0.62, y))
        board.carry(thing, shown, size=thing.made(0.22))


_ON_TABLE = 0.17
"""A thing that comes to light on a table is at least so tall."""


def find(board: Board) -> None:
    """Something shines on the ground before the lead."""
    call = board.call
    board.put(call.lead, 0.36, to=(0.40, board.ground))
    free = [t for t in call.things if t.concept != call.lead.holds]
    if free:
        thing = replace(free[0], key=True)
        board.lay(thing, 0.56, board.ground + 0.04, size=thing.made(0.16))
    _beside(board, 0.74, 0.86)


def at_work(board: Board) -> None:
    """An animal bent over what it works at, which stirs under its paws."""
    board.put(board.call.lead, 0.40)
    for thing, x in zip(board.call.things[:2], (0.52, 0.64), strict=False):
        size = max(1.0, (0.19 if x < 0.6 else 0.14) / thing.height)
        motion = "shake" if x < 0.6 else "still"
        board.lay(replace(thing, key=x < 0.6), x, board.ground + 0.04, size=size, motion=motion)
    _beside(board, 0.80, 0.90)


def bloom(board: Board) -> None:
    """Flowers open around the lead."""
    board.put(board.call.lead, 0.38, size=0.9)
    _beside(board, 0.62)


def growing(board: Board) -> None:
    """Something or somebody grows beyond measure."""
    call, y = board.call, board.ground
    if call.other is not None or call.hero_thing is not None:
        board.put(call.lead, 0.24, size=0.85)
    if call.other is not None:
        top = min(1.9, 0.86 / call.other.height, 0.6 / max(0.05, board.width(call.other)))
        keys = (Key(0, 0.62, y), Key(1, 0.62, y, scale=max(1.0, top)))
        board.along(call.other, keys, facing="left")
    elif call.hero_thing is not None and call.hero_thing.concept in words("fruits"):
        _hang(board, call.hero_thing)
    elif call.hero_thing is not None:
        keys = (Key(0, 0.60, y, scale=0.5), Key(1, 0.60, y, scale=1.0))
        board.carry(call.hero_thing, keys, size=max(1.0, 0.5 / call.hero_thing.height))
    else:
        board.fixed = True  # up to the ceiling
        keys = (Key(0, 0.5, y, scale=0.4), Key(1, 0.5, y + 0.06))
        board.along(call.lead, keys, size=0.82 / call.lead.height)


def _hang(board: Board, fruit: Thing) -> None:
    """Fruit grows on a tree, and not one beyond measure."""
    size = 0.085 / fruit.height
    board.props.append(Prop("fruit_tree", (Key(0, 0.69, board.ground),), height=0.62, behind=True))
    for number, (x, y) in enumerate(_ON_THE_BRANCH):
        born = 0.06 * number
        keys = (Key(born, x, y, scale=0.2, alpha=0.0), Key(born + 0.3, x, y))
        board.carry(replace(fruit, key=True), keys, size=size)


def rising(board: Board) -> None:
    """Something goes up before the lead, or they do."""
    call = board.call
    if call.other is None and call.hero_thing is None:
        aloft = replace(call.lead, motion="float")
        board.along(aloft, (Key(0, 0.46, board.ground), Key(1, 0.52, board.ground - 0.24)))
        return
    board.put(call.lead, 0.28, size=0.85)
    if call.other is not None:
        low = 0.56 if call.other.flies and call.other.sort == "figure" else 0.84
        keys = (Key(0, 0.60, low), Key(1, 0.66, low - 0.32, scale=1.05))
        size = min(1.2, 0.5 / max(0.05, board.width(call.other)))
        board.along(call.other, keys, size=size, facing="left")
    elif call.hero_thing is not None:
        hero = call.hero_thing
        board.lay(hero, 0.64, 0.84, to=(0.66, 0.48), size=hero.made(0.24))


def monitors(board: Board) -> None:
    """A wall of screens; before it, small and from behind, the one who looks."""
    call = board.call
    screen = _thing(board, "cctv", "screen")
    shown = _thing(board, "television", "computer", "laptop", "photo_frame", "photograph")
    board.put(call.lead, 0.40, facing="back" if screen is not None else "right")
    if shown is not None and screen is None:
        size = shown.made(0.24)
        board.lay(replace(shown, key=True), 0.66, board.ground + 0.02, size=size)
    _beside(board, 0.84 if shown is not None else 0.70, 0.14)
