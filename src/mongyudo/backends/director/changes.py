"""What becomes of the things in a picture beside its main event: a lamp goes over, a skirt slips
down, a name fades."""

from dataclasses import replace

from mongyudo.backends.director.beats import Beat
from mongyudo.backends.director.blocking.core import FALLING, TRACKING
from mongyudo.backends.director.deeds import Told
from mongyudo.backends.director.ledger import is_seen
from mongyudo.backends.director.places import GROUND_Y
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import Event
from mongyudo.ink.scene import Actor, Key, Prop, Scene

_IN_PLACE = {
    "shrink": "shrink", "tilt": "tilt", "turn_over": "topple", "overturn": "topple",
    "fold_up": "fold", "unfold": "unfold", "wither": "wither", "melt": "melt",
    "breathe": "breathe", "shake": "shake", "move": "shake", "spin": "spin", "flutter": "sway",
    "break": "break", "fold": "fold",
}  # fmt: skip
"""How a thing moves where it is, by the event that happens to it."""

_DROPS = frozenset(("come_off", "fall", "drop"))

_BY_HAND = frozenset(("overturn", "break", "drop", "fold"))
"""What is done to a thing by somebody, and seen on it."""

_ALOFT = frozenset(("float", "fly"))

_MOST_LOOSE = 0.36
"""A thing taller than this share of the frame's height leans over instead of dropping."""

_LOW = GROUND_Y + 0.06
_LEAST_FALL = 0.12


def with_changes(scene: Scene, beat: Beat, known: Repertoire) -> tuple[Scene, tuple[Told, ...]]:
    """`scene` with its things changing as is told of them, and what is seen so."""
    camera = scene.camera
    if abs(camera.pan_x) > TRACKING or abs(camera.pan_y) > FALLING:
        return scene, ()
    told = _seen_as_one(beat)
    props = list(scene.props)
    for event in _happening(beat):
        at = _which(props, scene.props, known.thing(_thing_of(event)))
        changed = _changed(props[at], event.concept) if at is not None else None
        if changed is not None and (bird := _flying(scene, event)) is not None:
            changed = replace(changed, path=_let_fall(bird))
        if at is not None and changed is not None:
            props[at] = changed
            told.append((event.start_char, event.concept))
    return replace(scene, props=tuple(props)), tuple(told)


def _flying(scene: Scene, event: Event) -> Actor | None:
    """The bird that lets something fall; None where nobody flies."""
    if event.concept != "drop":
        return None
    fly = (a for a in scene.actors if a.concept == event.doer and a.motion == "fly")
    return next(fly, None)


def _let_fall(bird: Actor) -> tuple[Key, ...]:
    """From under the bird straight to the ground."""
    x, high = bird.path[0].x, min(_LOW - _LEAST_FALL, bird.path[0].y - 0.1)
    return (Key(0.0, x, high, alpha=0.0), Key(0.2, x, high), Key(0.55, x + 0.02, _LOW, turn_deg=30),
            Key(1.0, x + 0.02, _LOW, turn_deg=30))  # fmt: skip


def _happening(beat: Beat) -> list[Event]:
    """What happens to things that the picture is not about."""
    own = beat.event.hero_thing if beat.event else ""
    return [
        e
        for e in beat.story.events
        if e is not beat.event and not e.unreal and _thing_of(e) not in ("", own)
    ]


def _seen_as_one(beat: Beat) -> list[Told]:
    """나사가 풀려 떨어졌다: both look the same on the thing that the picture is about."""
    main = beat.event
    if main is None or not main.hero_thing:
        return []
    return [
        (e.start_char, e.concept)
        for e in beat.story.events
        if e is not main and not e.unreal and e.hero_thing == main.hero_thing
        and _look(e.concept) and _look(e.concept) == _look(main.concept)
    ]  # fmt: skip


def _look(concept: str) -> str:
    return "drop" if concept in _DROPS else _IN_PLACE.get(concept, "")


def _thing_of(event: Event) -> str:
    """The thing to which `event` happens, "" where it is no such event."""
    by_hand = event.concept in _BY_HAND and bool(event.doer) and bool(event.things)
    return event.things[-1] if by_hand and not event.hero_thing else event.hero_thing


def _which(props: list[Prop], before: tuple[Prop, ...], concept: str | None) -> int | None:
    """The first of `props` that shows `concept`, is seen, and has not moved by now."""
    return next(
        (
            n
            for n, prop in enumerate(props)
            if prop.concept == concept and prop is before[n] and _rests(prop)
        ),
        None,
    )


def _rests(prop: Prop) -> bool:
    return prop.motion == "still" and len(prop.path) == 1 and is_seen(prop.path)


def _changed(prop: Prop, concept: str) -> Prop | None:
    """`prop` as `concept` happens to it; None where that cannot be seen on it."""
    key = prop.path[0]
    if concept in _DROPS:
        loose = prop.height * key.scale <= _MOST_LOOSE
        return replace(prop, path=_dropped(key)) if loose else replace(prop, motion="tilt")
    if concept in _IN_PLACE:
        return replace(prop, motion=_IN_PLACE[concept])
    path = _altered(key, concept)
    moves = "float" if concept in _ALOFT else prop.motion
    return replace(prop, path=path, motion=moves) if path else None


def _dropped(key: Key) -> tuple[Key, ...]:
    """From where it is to the ground; what lies there already comes down from above."""
    high = key.y if _LOW - key.y >= _LEAST_FALL else key.y - 2 * _LEAST_FALL
    start, end = replace(key, y=high), replace(key, y=max(_LOW, key.y))
    return (
        replace(start, at=0.0), replace(start, at=0.3, turn_deg=8.0),
        replace(end, at=0.55, turn_deg=66.0), replace(end, at=1.0, turn_deg=76.0),
    )  # fmt: skip


def _altered(key: Key, concept: str) -> tuple[Key, ...]:
    """The path of what fades, comes to light, grows or goes up where it is; () for all else."""
    first, last = replace(key, at=0.2), replace(key, at=0.8)
    if concept == "vanish":
        return first, replace(last, alpha=0.0)
    if concept == "appear":
        return replace(first, alpha=0.0), last
    if concept == "grow":
        return replace(first, scale=key.scale * 0.5), last
    if concept in _ALOFT or concept == "rise":
        return first, replace(last, y=max(0.4, key.y - 0.22))
    return ()
