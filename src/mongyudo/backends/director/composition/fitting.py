"""From a placement that was staged for 16:9 to one that is composed for the frame there is."""

from collections.abc import Sequence
from dataclasses import replace

from mongyudo.backends.director.blocking.core import FALLING, RATIO, Box, Placement
from mongyudo.backends.director.composition.costs import MOMENTS, Frame, Piece, Seen, seen
from mongyudo.backends.director.composition.framing import (
    ShotSize,
    enlarged,
    may_be_close,
    nearer,
)
from mongyudo.backends.director.composition.solver import Group, solved
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.tables import words
from mongyudo.ink.extents import Extent
from mongyudo.ink.props_path import place_at
from mongyudo.ink.scene import Actor, Key, Prop

_NARROWING = 0.38
"""Narrow frames hold smaller people: by this power of the width."""

_ALONE = 0.10
"""Who is alone in a narrow frame is larger again, by this power of the width."""

_BOUND = 0.30
"""What covers so much of something else, as it was staged, belongs to it."""

_WIDEST, _LEAST_FIT = 0.92, 0.7
"""A group is made smaller until it takes this share of the frame's width, but not below that."""

_DEPTH = 0.2
"""How far the ground reaches up behind the people, as a share of the frame's height."""


def composed(
    placement: Placement, frame: Frame, known: Repertoire, *, fixed: bool,
    staged: tuple[int, int] = (99, 99), size: ShotSize = "medium", apart: bool = False,
) -> Placement:  # fmt: skip
    """`placement` fitted to `frame`, and everybody who stands free moved to the best place.

    In a `fixed` one only those move that fill it. `staged` is how many actors and props the event
    itself placed; all further ones only fill the picture and belong to nobody. A `size` that the
    picture does not bear becomes a medium one. Those who are `apart`, as in a chase, never belong
    together.
    """
    pieces = pieces_of(placement, known)
    if not pieces:
        return placement
    first = len(placement.actors)
    own = [p for p in pieces if (p.number if p.number < first else p.number - first)
           < staged[p.number >= first]]  # fmt: skip
    filling = [piece for piece in pieces if piece not in own]
    if size == "close" and may_be_close(own, filling):
        placement = replace(placement, camera=nearer(placement.camera, pieces))
        frame = replace(frame, camera=placement.camera)
    elif size == "close":
        size = "medium"
    frame = enlarged(size, pieces, frame, narrowing(frame.ratio))
    if size != "close" and first == 1:
        frame = replace(frame, size=frame.size * min(1.0, frame.ratio / RATIO) ** -_ALONE)
    sets = [frozenset(first + number for number in each) for each in placement.sets]
    free = [replace(group, fills=True) for group in _by_sets(filling, sets)]
    bound = _by_sets(own, sets) if apart else _groups(own, frame, sets)
    groups = [_fitted(group, frame) for group in (*bound, *free)]
    groups = [replace(g, held=fixed and not g.fills) for g in groups]
    groups = solved(groups, replace(frame, ground=frame.ground + frame.drop))
    return _placed(placement, groups, frame)


def narrowing(ratio: float) -> float:
    """How large people are in a frame of `ratio`, against one of 16:9."""
    return float(min(1.0, ratio / RATIO) ** _NARROWING)


def pieces_of(placement: Placement, known: Repertoire) -> list[Piece]:
    """Everybody, then everything, as it is drawn: things behind, people, things before."""
    actors = [_of_actor(placement.actors, number, known) for number in range(len(placement.actors))]
    first = len(actors)
    props = [_of_prop(prop, first + number, known) for number, prop in enumerate(placement.props)]
    return [*actors, *props]


def _of_actor(actors: Sequence[Actor], number: int, known: Repertoire) -> Piece:
    actor = actors[number]
    extent = known.extent(actor.concept, actor.motion, actor.clothes, actor.facing)
    if actor.menace and actor.concept in known.creatures:
        extent = _threatening(extent)
    looks = {"right": 1, "left": -1}.get(actor.facing, 0)
    body, head = _boxes(extent, mirrored=actor.facing == "left")
    return Piece(
        number, actor.path, actor.height, body, head, 1 + number, lead=number == 0, looks=looks,
        joined=bool(actor.duet) or actor.motion in ("hug", "kiss"),
        name=f"{actor.concept} {actor.clothes}",
    )  # fmt: skip


def _threatening(extent: Extent) -> Extent:
    """A threat stands larger, with the head low and thrust forward."""
    left, top, right, bottom = extent.body
    return replace(extent, body=(left * _LOOMS, top * _LOOMS, right * _LUNGES, bottom))


_LOOMS, _LUNGES = 1.08, 1.3


def _of_prop(prop: Prop, number: int, known: Repertoire) -> Piece:
    body, _ = _boxes(known.extent(prop.concept, "", "", "right"), mirrored=False)
    return Piece(
        number, prop.path, prop.height, body, None, 0 if prop.behind else 100 + number,
        behind=prop.behind, aloft=prop.concept in words("aloft"),
    )  # fmt: skip


def _boxes(extent: Extent, *, mirrored: bool) -> tuple[Box, Box | None]:
    def box(sides: tuple[float, float, float, float]) -> Box:
        left, top, right, bottom = sides
        return Box(-right, top, -left, bottom) if mirrored else Box(left, top, right, bottom)

    return box(extent.body), box(extent.head) if extent.head else None


Set = frozenset[int]
"""The numbers of pieces that lie or hang on one another."""


def _by_sets(pieces: Sequence[Piece], sets: Sequence[Set]) -> list[Group]:
    """`pieces`, each alone but for those of a set."""
    alone: list[Set] = [frozenset((p.number,)) for p in pieces]
    whole = [next((s for s in sets if one < s), one) for one in alone]
    return [
        Group(tuple(p for p in pieces if p.number in numbers)) for numbers in dict.fromkeys(whole)
    ]


def _groups(pieces: Sequence[Piece], frame: Frame, sets: Sequence[Set] = ()) -> list[Group]:
    """Pieces that cover one another as they were staged are meant to: rider and horse."""
    design = replace(frame, ratio=RATIO)
    views = [seen(piece, design) for piece in pieces]
    owner = list(range(len(pieces)))
    for first in range(len(pieces)):
        for second in range(first + 1, len(pieces)):
            bodies = zip(views[first].moments, views[second].moments, strict=True)
            shares = [
                max(a.body.overlap(b.body), b.body.overlap(a.body))
                for a, b in bodies
                if a.body and b.body
            ]
            hand_in_hand = pieces[first].joined and second == first + 1
            both = {pieces[first].number, pieces[second].number}
            if (
                hand_in_hand
                or any(both <= each for each in sets)
                or _is_the_same(views[first], views[second])
                or max(shares, default=0.0) > _BOUND
            ):
                old, new = owner[second], owner[first]
                owner = [new if o == old else o for o in owner]
    found: dict[int, list[Piece]] = {}
    for piece, chief in zip(pieces, owner, strict=True):
        found.setdefault(chief, []).append(piece)
    return [_group(members) for members in found.values()]


def _is_the_same(first: Seen, second: Seen) -> bool:
    """Whether two are one who changes the posture: never to be seen together."""
    both = [a.body and b.body for a, b in zip(first.moments, second.moments, strict=True)]
    name = first.piece.name
    return bool(name) and name == second.piece.name and not any(both)


def _group(members: list[Piece]) -> Group:
    """The group led by whom the picture is about, or by its largest."""
    members.sort(key=lambda p: (not p.lead, -p.height))
    return Group(tuple(members))


def _fitted(group: Group, frame: Frame) -> Group:
    """The group at its size in `frame`; what belongs together keeps its distances."""
    size = narrowing(frame.ratio) * frame.size
    stretch = RATIO / frame.ratio
    fits = _WIDEST / max(_width(group, frame) * size * stretch, 1e-6)
    shrunk = max(_LEAST_FIT, min(1.0, fits))
    size *= shrunk
    back = (1 - shrunk) * _DEPTH
    chief = group.members[0].path
    out = []
    for piece in group.members:
        keys = tuple(
            _fit(key, place_at(chief, key.at), frame, size, stretch, aloft=piece.aloft)
            for key in piece.path
        )
        if not piece.aloft:  # who is smaller than the others stands farther off
            keys = tuple(replace(key, y=key.y - back) for key in keys)
        out.append(replace(piece, path=keys, height=piece.height * size))
    return replace(group, members=tuple(out))


def _fit(key: Key, pivot: Key, frame: Frame, size: float, stretch: float, *, aloft: bool) -> Key:
    x = pivot.x + (key.x - pivot.x) * size * stretch
    y = key.y if aloft else frame.ground + frame.drop + (key.y - frame.ground) * size
    return replace(key, x=x, y=y)


def _width(group: Group, frame: Frame) -> float:
    """The most that a group is wide once it is there, as a share of the frame it was staged for:
    who comes from beyond the edge may."""
    design = replace(frame, ratio=RATIO)
    views = [seen(piece, design) for piece in group.members]
    widths = [0.0]
    for number in range(1, len(MOMENTS)):
        found = [b for b in (view.moments[number].body for view in views) if b is not None]
        if found:
            widths.append(max(b.right for b in found) - min(b.left for b in found))
    return max(widths)


def _placed(placement: Placement, groups: Sequence[Group], frame: Frame) -> Placement:
    """`placement` with the paths and the heights of `groups`."""
    found = {piece.number: piece for group in groups for piece in group.members}
    first = len(placement.actors)
    actors = tuple(
        replace(actor, path=found[n].path, height=found[n].height)
        for n, actor in enumerate(placement.actors)
    )
    props = tuple(
        replace(prop, path=found[first + n].path, height=found[first + n].height)
        for n, prop in enumerate(placement.props)
    )
    camera = placement.camera
    if abs(camera.pan_y) <= FALLING:  # what rises with the cast rises as far as they do
        camera = replace(camera, pan_y=camera.pan_y * narrowing(frame.ratio) * frame.size)
    return Placement(actors, props, placement.effects, camera, placement.sets)
