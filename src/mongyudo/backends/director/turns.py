"""What is done one after the other within a picture, in the order in which it is told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mongyudo.backends.director.absences import EVERYBODY
from mongyudo.backends.director.at_rest import SITTING
from mongyudo.backends.director.blocking.core import FALLING, TRACKING
from mongyudo.backends.director.deeds import Company, Told
from mongyudo.backends.director.ledger import concepts_in, is_seen
from mongyudo.backends.director.moods import FACES_FELT
from mongyudo.backends.director.story import SELF, Event
from mongyudo.backends.director.tables import turn_motions, words
from mongyudo.backends.director.vignettes import vignettes
from mongyudo.ink.scene import Actor, Key, Scene, Turn

LEAST_S = 0.65
"""Nothing is done in a shorter time."""

MOST_TURNS = 3
"""Nobody does more than this beside the main event of a picture."""

_MAIN = 1.3
"""How much longer the main event lasts than each of the others."""

_STRIDE = {"walk": 0.11, "sneak": 0.11, "run": 0.2, "crawl": 0.08}
"""How far of the frame's width one goes in a turn."""

_ABED = frozenset(("sleep", "lie", "wake"))
"""What is done in bed."""

_APART, _EDGE = 0.12, 0.06
"""How near one may come to somebody else, and to the frame's edge."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A motion of the actor `who`, with the events that it shows, and how much they stand out."""

    who: int
    motion: str
    events: tuple[Event, ...]
    before: bool

    @property
    def weight(self) -> float:
        """More for what stands out, and for what a keyword names."""
        return max(vignettes()[e.concept].weight + 1.5 * e.keyed for e in self.events)


@dataclass(frozen=True, slots=True)
class Clock:
    """When the main event is: after `before` other deeds, and before `after` more."""

    before: int
    after: int

    @property
    def unit(self) -> float:
        """The share of the scene that one deed beside the main event takes."""
        return 1 / (self.before + _MAIN + self.after)

    @property
    def main(self) -> tuple[float, float]:
        """From when to when the main event is, 0..1."""
        start = self.before * self.unit
        return start, start + _MAIN * self.unit

    def slot(self, number: int, count: int, *, before: bool) -> tuple[float, float]:
        """From when to when the deed `number` of `count` on its side of the main event is."""
        first = self.before - count if before else self.before + _MAIN
        start = (first + number) * self.unit
        return start, start + self.unit


def with_turns(scene: Scene, company: Company, emotion: str) -> tuple[Scene, tuple[Told, ...]]:
    """`scene` with everybody doing what is told of them, and what is seen so."""
    if company.beat.event is None or not _holds_still(scene, company):
        return scene, ()
    also = _done_anyhow(scene, company)
    deeds = _fitting(_deeds(scene, company), scene.duration_s)
    if not deeds:
        return scene, also
    clock = _clock(deeds)
    props = tuple(replace(p, path=_within(p.path, clock.main)) for p in scene.props)
    moved = list(scene.actors)
    for who, actor in enumerate(scene.actors):
        own = [deed for deed in deeds if deed.who == who]
        moved[who] = _acting(actor, own, clock, company, emotion)
    told = tuple((e.start_char, e.concept) for deed in deeds for e in deed.events)
    scene = replace(scene, actors=tuple(moved), props=props)
    return scene, (*told, *also, *_done_again(scene, company))


def _done_anyhow(scene: Scene, company: Company) -> tuple[Told, ...]:
    """What looks like what somebody does in the main event: 주고 또 건넸다."""
    seen = concepts_in(scene)
    return tuple(
        (event.start_char, event.concept)
        for actor in scene.actors
        if is_seen(actor.path) and company.is_engaged(actor)
        for event in company.deeds_of(actor)
        if motion_of(event, actor, company) == actor.motion
        and _is_clear(event, actor, seen, company)
    )


def _done_again(scene: Scene, company: Company) -> tuple[Told, ...]:
    """What looks like another of the deeds that somebody does: 서 있다가 또 섰다."""
    seen = concepts_in(scene)
    return tuple(
        (event.start_char, event.concept)
        for actor in scene.actors
        if is_seen(actor.path) and actor.turns
        for event in company.deeds_of(actor)
        if motion_of(event, actor, company) in {actor.motion, *(t.motion for t in actor.turns)}
        and _is_clear(event, actor, seen, company)
    )


def _holds_still(scene: Scene, company: Company) -> bool:
    """Whether everybody stands on a ground that stays where it is."""
    camera = scene.camera
    travels = abs(camera.pan_x) > TRACKING or abs(camera.pan_y) > FALLING
    apart = scene.setting in words("floorless") | {"car"}
    return not (travels or apart or company.beat.vignette.blocking in words("unbroken"))


def _deeds(scene: Scene, company: Company) -> list[Deed]:
    """All that could be shown, by whom, in the order of the text."""
    found: list[Deed] = []
    seen = concepts_in(scene)
    for who, actor in enumerate(scene.actors):
        joined = actor.duet or (who > 0 and scene.actors[who - 1].duet)
        if joined or not is_seen(actor.path) or not _may_turn(actor, scene):
            continue
        events = [e for e in company.deeds_of(actor) if _is_clear(e, actor, seen, company)]
        own = _merged(who, actor, events, company)
        if company.is_engaged(actor) or len(own) > 1:
            found += _with_room(own, scene)
    return found


def _may_turn(actor: Actor, scene: Scene) -> bool:
    """Whether `actor` can do something else; passengers get up from their seats for it."""
    gets_up = scene.setting in words("seated") and actor.motion == "sit_bench"
    return gets_up or actor.motion not in words("unbroken_motions")


def _is_clear(event: Event, actor: Actor, seen: set[str], company: Company) -> bool:
    """Whether it can be told from the picture what is done."""
    main = company.beat.event
    told = {start for start, _ in main.told} if main else set()
    motion = motion_of(event, actor, company)
    if not motion or event.start_char in told:
        return False
    if (actor.motion in _ABED) != (motion in _ABED):
        return False  # who lies there does nothing else
    if motion in ("carry", "hold") and not actor.holds:
        return False
    if event.lacks and not _is_missed(event, actor, seen, company):
        return False
    if event.concept in words("needs_door"):
        return "door" in seen
    if event.concept not in words("needs_thing"):
        return True
    things = {company.known.thing(c) for c in event.things} | {event.target}
    return bool(things & seen)


def _is_missed(event: Event, actor: Actor, seen: set[str], company: Company) -> bool:
    """Whether what is told to be missing is not in the picture."""
    if event.lacks == EVERYBODY:
        return seen & company.known.actors == {actor.concept}
    played = company.known.actor(event.lacks)
    return not {played[0] if played else "", event.lacks} & seen


def motion_of(event: Event, actor: Actor, company: Company) -> str:
    """What `actor` is seen doing where the text tells `event` of them; "" for nothing."""
    if event.concept in words("seen_at_rest") and actor.motion in words("resting_motions"):
        return actor.motion
    if event.concept in ("carry", "walk") and actor.motion in words("bearing"):
        return actor.motion  # 대야를 이고 걸어갔다
    vignette = vignettes()[event.concept]
    own = turn_motions().get(event.concept)
    wishes = (own,) if own is not None else vignette.lead
    if own is None and vignette.hero == "target":
        wishes = vignette.other
    if own is None and vignette.hero not in ("doer", "target", "thing"):
        return ""
    motion = next((m for m in wishes if m in company.known.motions), "")
    allowed = words("in_place") | words("in_turn")
    if actor.concept in company.known.creatures:
        allowed = allowed & words("animal_motions")
    return _as_they_sit(motion, actor, company) if motion in allowed else ""


def _as_they_sit(motion: str, actor: Actor, company: Company) -> str:
    """앉아서 책을 읽었다: who sits reads sitting, and who reads sitting has sat down."""
    if motion == "sit" and actor.motion.startswith(SITTING):
        return actor.motion
    seated = SITTING + motion
    return seated if actor.motion == "sit" and seated in company.known.motions else motion


def _merged(who: int, actor: Actor, events: Sequence[Event], company: Company) -> list[Deed]:
    """One deed for what looks the same and follows one another; none for what is done anyhow."""
    main = company.beat.event
    deeds: list[Deed] = []
    for event in events:
        motion = motion_of(event, actor, company)
        before = main is not None and event.start_char < main.start_char
        if motion == actor.motion:
            continue
        if deeds and deeds[-1].motion == motion and deeds[-1].before == before:
            deeds[-1] = replace(deeds[-1], events=(*deeds[-1].events, event))
        else:
            deeds.append(Deed(who, motion, (event,), before))
    return deeds


def _with_room(deeds: list[Deed], scene: Scene) -> list[Deed]:
    """Those for which there is room: nobody walks into another, or lies down before one."""
    return [deed for deed in deeds if _has_room(deed, scene)]


def _has_room(deed: Deed, scene: Scene) -> bool:
    actor = scene.actors[deed.who]
    ahead = -1 if actor.facing == "left" else 1
    if scene.setting in words("seated") and deed.motion in words("lying"):
        return False
    rises = actor.motion in words("low") and deed.motion not in words("low") | words("lying")
    if rises and not _stands_in(actor, scene):
        return False
    if deed.motion in _STRIDE:
        place = actor.path[0].x if deed.before else actor.path[-1].x
        way = _STRIDE[deed.motion] * ahead
        return _is_free(place - way if deed.before else place + way, deed.who, scene)
    if deed.motion in words("lying"):
        ratio = scene.size_px[0] / scene.size_px[1]
        reach = 0.5 * actor.height / ratio
        middle = actor.path[-1].x
        return all(_is_free(x, deed.who, scene) for x in (middle - reach, middle + reach))
    return True


def _stands_in(actor: Actor, scene: Scene) -> bool:
    """Whether the head of `actor`, who crouches, stays in the frame when they stand."""
    zoom = max(scene.camera.zoom_from, scene.camera.zoom_to)
    middle = scene.camera.focus[1]
    return middle + zoom * (actor.path[0].y - actor.height - middle) > _HEADROOM


_HEADROOM = 0.02
"""So much of the frame is over everybody's head."""


def _is_free(x: float, who: int, scene: Scene) -> bool:
    others = [a for n, a in enumerate(scene.actors) if n != who and is_seen(a.path)]
    near = any(abs(key.x - x) < _APART for a in others for key in (a.path[0], a.path[-1]))
    return _EDGE < x < 1 - _EDGE and not near


def _fitting(deeds: list[Deed], duration_s: float) -> list[Deed]:
    """As many of `deeds` as there is time for; what stands out least is left out."""
    left = list(deeds)
    while left:
        clock = _clock(left)
        longest = max(sum(d.who == deed.who for d in left) for deed in left)
        if clock.unit * duration_s >= LEAST_S and longest <= MOST_TURNS:
            break
        left.remove(min(left, key=lambda d: d.weight))
    return left


def _clock(deeds: Sequence[Deed]) -> Clock:
    def most(*, before: bool) -> int:
        side = [d.who for d in deeds if d.before == before]
        return max((side.count(who) for who in side), default=0)

    return Clock(most(before=True), most(before=False))


def _acting(
    actor: Actor, deeds: Sequence[Deed], clock: Clock, company: Company, emotion: str
) -> Actor:
    """`actor` doing `deeds` before and after what the picture is about."""
    path = _within(actor.path, clock.main)
    before = [d for d in deeds if d.before]
    after = [d for d in deeds if not d.before]
    acts: list[Turn] = []
    for side in (before, after):
        for number, deed in enumerate(side):
            start, end = clock.slot(number, len(side), before=deed.before)
            acts.append(Turn(start, deed.motion, _face(actor, deed, company, emotion)))
            path = _gone(path, actor, deed, (start, end))
        if side is before:
            acts.append(Turn(clock.main[0], actor.motion, actor.expression))
    if not deeds:
        return replace(actor, path=path)
    if not before and not company.is_engaged(actor):
        acts = acts[1:]
    first, *then = acts
    return replace(
        actor, path=path, motion=first.motion, expression=first.expression, turns=tuple(then)
    )


def _within(path: tuple[Key, ...], window: tuple[float, float]) -> tuple[Key, ...]:
    """`path` gone while the main event lasts."""
    start, end = window
    if len(path) < 2:
        return path
    return tuple(replace(key, at=start + key.at * (end - start)) for key in path)


def _gone(
    path: tuple[Key, ...], actor: Actor, deed: Deed, slot: tuple[float, float]
) -> tuple[Key, ...]:
    """`path` with the way that a walk of `slot` takes, before it or behind it."""
    if deed.motion not in _STRIDE:
        return path
    way = _STRIDE[deed.motion] * (-1 if actor.facing == "left" else 1)
    first, last = path[0], path[-1]
    if deed.before:
        start = replace(first, at=slot[0], x=first.x - way)
        return (start, replace(first, at=slot[1]), *(path if len(path) > 1 else ()))
    stay = path[:-1] if len(path) == 1 else path
    return (*stay, replace(last, at=slot[0]), replace(last, at=slot[1], x=last.x + way))


def _face(actor: Actor, deed: Deed, company: Company, emotion: str) -> str:
    """The face of the deed, as the dreamer feels it; who is at ease keeps their own."""
    face = vignettes()[deed.events[0].concept].face
    if any(e.doer == SELF for e in deed.events):
        face = FACES_FELT.get((emotion, face), face)
    return actor.expression if face == "plain" else company.known.face(face)
