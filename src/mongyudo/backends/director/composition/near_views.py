"""Small things and beasts nearer to their true size beside people, and a cut to them.

What is small cannot be told in a picture of a whole person unless it is drawn as large as a chair.
Films cut to it instead (an insert).
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from mongyudo.backends.director.blocking.core import FALLING, TRACKING, Box, Placement
from mongyudo.backends.director.composition.costs import Frame, Piece, seen
from mongyudo.backends.director.composition.fitting import pieces_of
from mongyudo.backends.director.measure import PERSON_M, PERSON_SHARE, share_of
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Actor, Camera, CutIn, Key, Prop

_SMALL = 0.3
"""What is lower, as a share of the frame's height, may be a small thing."""

_LARGER, _LEAST_TALL = 2.2, 0.056
"""A small thing is drawn so many times its true size, and no lower than this share of the frame's
height, to be told at all."""

_BEASTS_LARGER, _LEAST_BEAST = 1.6, 0.07
"""The same of animals, which act."""

_BEARERS = 0.66
"""So large is a table, against one on which things lie that nobody sees from near."""

_ALIKE = 1.25
"""What changes its size by more has no true one."""

_LEAST_S, _NEAR = 1.2, 0.4
_LEAST_NEAR_S, _MOST_NEAR_S = 0.6, 1.5
"""A picture with a near view lasts so long at least; the near view lasts this share of it, within
these seconds."""

_TALL, _WIDE = 0.36, 0.55
"""What a near view shows fills so much of the frame's height, or of its width."""

_LEAST_ZOOM, _MOST_ZOOM = 1.6, 3.0

_LEAST_FOR_FACE_S, _MOST_PEOPLE = 1.7, 2
"""So long a picture lasts in which the camera cuts to somebody's face, and so few are there."""

_HEAD, _BUST, _STAYS = 0.34, 1.1, 0.06
"""How tall a head is in a near view (a share of the frame), how far below its top, in its own
heights, the view has its middle, and how far it may move across."""

_LEAST_FACE, _MOST_FACE = 1.5, 2.2

_LEAST_AREA = 0.006
"""Whatever is seen from near in no picture fills this share of the frame, with the air in its box.
"""


def with_near_view(
    placement: Placement, frame: Frame, known: Repertoire, duration_s: float,
    filled: tuple[int, int], large: Collection[str], *, free: bool, may_begin: bool,
) -> Placement:  # fmt: skip
    """`placement` with what is small at its size, and a cut to the first of it.

    From the numbers `filled` on, actors and props only fill the picture. What belongs to the event
    is seen from near at the end of the picture, and what only lies about at its beginning, where
    the picture `may_begin` so: then the event has the end. An event that is not `free` has sizes of
    its own, and what is told to be `large` stays so.
    """
    camera = placement.camera
    still = abs(camera.pan_x) <= TRACKING and abs(camera.pan_y) <= FALLING
    may_cut = still and duration_s >= _LEAST_S
    from_number = (0, 0) if free else filled
    made = _at_true_sizes(placement, known, from_number, large)
    pieces = pieces_of(made, known)
    view = camera.cut_in  # of hands or feet
    lost = set[int]()
    for detail in _details(made, placement, from_number, filled[1]):
        own = detail[0] < filled[0] or len(made.actors) <= detail[0] < len(made.actors) + filled[1]
        first = may_begin and not own
        box = _around([pieces[n] for n in detail], replace(frame, camera=camera), first=first)
        if box is None:
            lost |= _whole(made, detail)
        elif may_cut and view is None and _zoom(box) >= _LEAST_ZOOM:
            view = _cut_to(_middle(box), _zoom(box), duration_s, first=first)
        elif (box.right - box.left) * (box.bottom - box.top) < _LEAST_AREA:
            lost |= _whole(made, detail)
    if view is None and may_cut and duration_s >= _LEAST_FOR_FACE_S:
        view = _face(made, pieces, replace(frame, camera=camera), known, duration_s)
    return replace(_restored(made, placement, lost), camera=replace(camera, cut_in=view))


def _face(
    placement: Placement, pieces: Sequence[Piece], frame: Frame, known: Repertoire,
    duration_s: float,
) -> CutIn | None:  # fmt: skip
    """A near view of the lead's face and hands, where these tell what they do."""
    people = [a for a in placement.actors if a.concept in known.figures]
    if not 1 <= len(people) <= _MOST_PEOPLE or people[0] is not placement.actors[0]:
        return None
    lead = people[0]
    told = lead.holds or lead.motion in words("seen_in_the_face")
    if not told or lead.duet or lead.concept not in known.singles:
        return None
    heads = [moment.head for moment in seen(pieces[0], frame).moments[1:]]
    first, last = heads
    if first is None or last is None:
        return None
    across, high = (last.left + last.right) / 2, last.bottom - last.top
    zoom = min(_HEAD / high, _MOST_FACE)
    if zoom < _LEAST_FACE or abs(first.left - last.left) > _STAYS:
        return None
    return _cut_to((across, last.top + _BUST * high), zoom, duration_s, first=False)


def ends_near(camera: Camera) -> bool:
    """Whether the last that is seen of a picture is a near view."""
    return camera.cut_in is not None and camera.cut_in.end == 1.0


def while_there(camera: Camera, props: Sequence[Prop]) -> Camera:
    """`camera` with its near view at the end where what it shows of `props` comes to be there only
    then, and at the beginning where that is gone at the end."""
    cut = camera.cut_in
    if cut is None:
        return camera
    near = [p.path for p in props if abs(p.path[-1].x - cut.focus[0]) < 0.5 / cut.zoom]
    late = any(path[0].alpha < _THERE <= path[-1].alpha for path in near)
    early = any(path[-1].alpha < _THERE <= path[0].alpha for path in near)
    if late == early or late == (cut.start > 0):
        return camera
    return replace(camera, cut_in=replace(cut, start=1 - cut.end, end=1 - cut.start))


_THERE = 0.3
"""What is fainter is not there."""


def _whole(placement: Placement, detail: Sequence[int]) -> set[int]:
    """The numbers of `detail`, and of the table on which it lies."""
    first = len(placement.actors)
    tables = {first + s[0] for s in _laid(placement) if detail[0] - first in s}
    return {*detail, *tables}


def _restored(made: Placement, before: Placement, lost: Collection[int]) -> Placement:
    """`made` with those `lost` to sight as large as they were `before`."""
    first = len(made.actors)
    actors = (
        b if n in lost else a
        for n, (a, b) in enumerate(zip(made.actors, before.actors, strict=True))
    )
    props = (b if first + n in lost else a
             for n, (a, b) in enumerate(zip(made.props, before.props, strict=True)))  # fmt: skip
    return replace(made, actors=tuple(actors), props=tuple(props))


def _at_true_sizes(
    placement: Placement, known: Repertoire, filled: tuple[int, int], large: Collection[str]
) -> Placement:
    size, props = _of_people(placement, known), list(placement.props)
    for laid in _laid(placement):
        _draw_together(props, laid)
    for number in (*_loose(placement, filled[1]), *(n for laid in _laid(placement) for n in laid)):
        if props[number].concept not in {*large, *words("bearers")}:
            props[number] = _truer(props[number], size, known)
    actors = [
        _true_beast(a, size, known) if n >= filled[0] and _may_shrink(a, known, large) else a
        for n, a in enumerate(placement.actors)
    ]
    return replace(placement, actors=tuple(actors), props=tuple(props))


def _laid(placement: Placement) -> list[range]:
    """What lies still on tables, and is in nobody's hands: the table's number first."""
    props = placement.props
    on_tables = (s for s in placement.sets if props[s[0]].concept in words("bearers"))
    return [s for s in on_tables if all(_is_still(props[n]) for n in s)]


def _is_still(prop: Prop) -> bool:
    return len({(key.x, key.y) for key in prop.path}) == 1


def _loose(placement: Placement, filled: int) -> list[int]:
    """Small props that lie alone, and do not belong to an event which has its own sizes."""
    bound = {number for each in placement.sets for number in each}
    return [n for n, prop in enumerate(placement.props)
            if n >= filled and n not in bound and _is_small(prop)]  # fmt: skip


def _details(
    made: Placement, before: Placement, free: tuple[int, int], filled: int
) -> list[Sequence[int]]:
    """What may be seen from near, by numbers of pieces: beasts, then what belongs to the event,
    then the props from number `filled` on, which only fill the picture. Before the numbers `free`,
    actors and props have sizes of their own."""
    first = len(made.actors)
    beasts = [(n,) for n, (a, b) in enumerate(zip(made.actors, before.actors, strict=True))
              if a.height < b.height]  # fmt: skip
    laid = [tuple(first + n for n in each[1:]) for each in _laid(made)]
    loose = [(first + n,) for n in _loose(made, 0) if n >= free[1] or made.props[n].glow]

    def order(detail: Sequence[int]) -> tuple[bool, bool]:
        number = detail[0] - first
        return number >= filled, not made.props[number].glow

    return [*beasts, *sorted((*laid, *loose), key=order)]


def _of_people(placement: Placement, known: Repertoire) -> float:
    """How large people are in this picture, against a medium shot of a wide frame."""
    figures = (a for a in placement.actors if a.concept in known.figures)
    first = next(figures, None)
    return 1.0 if first is None else first.height / share_of(known.build(first.concept))


def _is_small(prop: Prop) -> bool:
    stands = not prop.behind and prop.concept not in words("aloft") | words("in_the_air")
    return _keeps_its_size(prop.path) and stands and prop.height <= _SMALL and prop.count == 1


def _may_shrink(actor: Actor, known: Repertoire, large: Collection[str]) -> bool:
    free = not (actor.duet or actor.menace or actor.concept in large)
    return free and actor.concept in known.creatures and _keeps_its_size(actor.path)


def _keeps_its_size(path: Sequence[Key]) -> bool:
    scales = [key.scale for key in path]
    return max(scales) <= _ALIKE * min(scales)


def _draw_together(props: list[Prop], laid: Sequence[int]) -> None:
    """Make a table and what lies on it smaller, towards the table's foot."""
    foot = props[laid[0]].path[0]
    for number in laid:
        path = tuple(
            replace(k, x=foot.x + (k.x - foot.x) * _BEARERS, y=foot.y + (k.y - foot.y) * _BEARERS)
            for k in props[number].path
        )
        props[number] = replace(props[number], path=path, height=props[number].height * _BEARERS)


def _truer(prop: Prop, size: float, known: Repertoire) -> Prop:
    true = size * _true_share(prop.concept, known)
    return replace(prop, height=min(prop.height, max(_LEAST_TALL, _LARGER * true)))


def _true_beast(actor: Actor, size: float, known: Repertoire) -> Actor:
    true = size * _true_share(actor.concept, known)
    return replace(actor, height=min(actor.height, max(_LEAST_BEAST, _BEASTS_LARGER * true)))


def _true_share(concept: str, known: Repertoire) -> float:
    """How tall it would be in a medium shot of a wide frame, beside people: a share of it."""
    return PERSON_SHARE * known.build(concept).height_m / PERSON_M


def _around(pieces: Sequence[Piece], frame: Frame, *, first: bool) -> Box | None:
    """The box that `pieces` fill on their way in the first half of the picture, or in the last;
    None where one is not there then."""
    views = [seen(piece, frame).moments for piece in pieces]
    found = [moment.body for view in views for moment in (view[:2] if first else view[1:])]
    boxes = [body for body in found if body is not None]
    if len(boxes) < len(found):
        return None
    return Box(
        min(b.left for b in boxes), min(b.top for b in boxes),
        max(b.right for b in boxes), max(b.bottom for b in boxes),
    )  # fmt: skip


def _zoom(box: Box) -> float:
    return min(_TALL / (box.bottom - box.top), _WIDE / (box.right - box.left), _MOST_ZOOM)


def _middle(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _cut_to(
    focus: tuple[float, float], zoom: float, duration_s: float, *, first: bool
) -> CutIn:  # fmt: skip
    """A near view at the beginning of the picture, or at its end."""
    long = min(_MOST_NEAR_S, max(_LEAST_NEAR_S, _NEAR * duration_s)) / duration_s
    return CutIn(*((0.0, long) if first else (1 - long, 1.0)), focus, zoom)
