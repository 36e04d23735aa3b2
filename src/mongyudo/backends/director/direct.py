"""The director: a shot of the dream becomes scenes that the ink can paint."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mongyudo.backends.director.aloft import town_below
from mongyudo.backends.director.beats import Beat, is_part_of_ride
from mongyudo.backends.director.carried import carried_still
from mongyudo.backends.director.casting import Casting, cast_scene
from mongyudo.backends.director.changes import with_changes
from mongyudo.backends.director.composition import (
    Position,
    ends_near,
    while_there,
)
from mongyudo.backends.director.continuity import (
    clothes_of_self,
    stature,
    story_of,
    told_until,
)
from mongyudo.backends.director.deeds import Company, Told, with_deeds
from mongyudo.backends.director.dreamer import Person, dreamer_of
from mongyudo.backends.director.hearing import hear
from mongyudo.backends.director.in_walls import set_in_walls
from mongyudo.backends.director.keeping import personal
from mongyudo.backends.director.kin import with_kin_of_an_age
from mongyudo.backends.director.lasting import still_filled
from mongyudo.backends.director.ledger import Staged, account, is_denied, shown_by
from mongyudo.backends.director.metaphors import metaphors_of
from mongyudo.backends.director.placements import placed
from mongyudo.backends.director.places import (
    place_of,
)  # fmt: skip
from mongyudo.backends.director.plans import most_telling
from mongyudo.backends.director.presence import still_alive, still_there
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.scenes import scene_of
from mongyudo.backends.director.stagings import as_passenger, seen_from_a_seat
from mongyudo.backends.director.story import SELF, Story
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.thing_self import as_thing, plays_it, thing_of_self
from mongyudo.backends.director.traits import traits_of
from mongyudo.backends.director.troupe import Troupe
from mongyudo.backends.director.turns import with_turns
from mongyudo.ink.scene import Effect, Key, Scene
from mongyudo.reading.not_there import as_dreamt
from mongyudo.records import Drawn, Element, Heard, Keyword, Shot

_SHORTEST, _LONGEST = 0.82, 1.2
"""How long a picture of a shot is held at least and at most, against the mean."""

_IN_MOTION = 0.18
"""By this share of its time a movement begins before a cut, or ends after it."""


@dataclass(frozen=True, slots=True)
class Direction:
    """The scenes of a shot, one after the other, what they show of its keywords, what is heard."""

    scenes: tuple[Scene, ...]
    drawn: tuple[Drawn, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...] = ()
    heard: tuple[Heard, ...] = ()


def direct(shot: Shot, known: Repertoire) -> Direction:
    """Stage `shot` with what the ink knows."""
    shot = as_dreamt(shot)
    shot = with_kin_of_an_age(shot)
    story = story_of(shot)
    staged = most_telling(
        story, shot, known,
        sketch=lambda beats: _staged(shot, beats, known, sketch=True),
        stage=lambda beats: _staged(shot, beats, known, sketch=False),
    )  # fmt: skip
    staged = [
        replace(s, scene=_cut_on_action(s.scene, begins=n > 0, ends=n < len(staged) - 1))
        for n, s in enumerate(staged)
    ]
    drawn, missing = account(shot.segment, staged, known)
    return Direction(tuple(s.scene for s in staged), drawn, missing, heard=hear(staged))


def _staged(shot: Shot, beats: Sequence[Beat], known: Repertoire, *, sketch: bool) -> list[Staged]:
    """The pictures of `beats`, one after the other; a `sketch` is not composed."""
    staged: list[Staged] = []
    told: tuple[Element, ...] = ()
    for number, (beat, frames) in enumerate(zip(beats, _shares(shot, beats), strict=True)):
        last = staged[-1].scene.setting if staged else ""
        part = replace(
            shot,
            duration_s=frames / shot.fps,
            title="" if number else shot.title,
            earlier=(*shot.earlier, *told),
        )
        near = bool(staged) and ends_near(staged[-1].scene.camera)
        where = Position(shot.index, number, len(beats), near)
        staged.append(stage_beat(part, beat, known, None if sketch else where, last_setting=last))
        told += tuple(m.element for m in beat.story.mentions)
    return staged


def _cut_on_action(scene: Scene, *, begins: bool, ends: bool) -> Scene:
    """`scene` with those who go already under way as it begins, and still so as it ends."""

    def longer(path: tuple[Key, ...]) -> tuple[Key, ...]:
        if len(path) < 2 or path[0].at != 0 or path[-1].at != 1:
            return path
        first = replace(path[0], at=-_IN_MOTION if begins else 0.0)
        return (first, *path[1:-1], replace(path[-1], at=1 + _IN_MOTION if ends else 1.0))

    return replace(scene, actors=tuple(replace(a, path=longer(a.path)) for a in scene.actors))


def frame_count(shot: Shot) -> int:
    """How many frames `shot` lasts, at least one."""
    return max(1, round(shot.duration_s * shot.fps))


def _shares(shot: Shot, beats: Sequence[Beat]) -> list[int]:
    """The frames of each of the `beats`: as long as it is told, so that pictures go with the
    captions, within reason; together the whole shot."""
    told = [max(1, len(beat.story.text)) for beat in beats]
    mean = sum(told) / len(told)
    weights = [min(_LONGEST * mean, max(_SHORTEST * mean, length)) for length in told]
    whole = frame_count(shot)
    edges = [round(whole * sum(weights[:n]) / sum(weights)) for n in range(len(weights) + 1)]
    return [last - first for first, last in pairwise(edges)]


def stage_beat(
    shot: Shot, beat: Beat, known: Repertoire, where: Position | None, *, last_setting: str = ""
) -> Staged:
    """One picture: its place, its people, where they stand, and what hangs in the air.

    One that is nowhere in the film is a sketch, and not composed.
    """
    place = place_of(beat, shot, known, last_setting=last_setting)
    seen = seen_from_a_seat(beat.story, beat.event, beat.vignette, place.setting)
    seen = as_passenger(seen, told_until(shot, beat.story), place.setting)
    beat = replace(beat, vignette=seen)
    troupe = Troupe(
        dreamer=_dreamer(shot, beat.story),
        emotion=shot.emotion, vignette=beat.vignette, event=beat.event, known=known,
        setting=place.setting, also=place.also, carried=carried_still(beat.story, shot, known),
        still=still_there(beat.story, known), still_alive=still_alive(beat.story, known),
    )  # fmt: skip
    casting = cast_scene(beat.story, troupe)
    at = placed(shot, beat, casting, place, known, where)
    company = Company(beat, troupe.dreamer.concept, casting.self_worn, known)
    scene, turned = with_turns(scene_of(shot, beat, place, at, known), company, shot.emotion)
    actors, beside = with_deeds(scene.actors, company)
    below = town_below(beat, shot) if place.setting == "sky" else ()
    scene = replace(scene, actors=actors, props=(*below, *scene.props))
    scene, changed = with_changes(scene, beat, known)
    scene = replace(scene, camera=while_there(scene.camera, scene.props))
    scene = set_in_walls(scene)
    scene = personal(scene, shot.card, troupe.dreamer.concept)
    if where is not None:
        scene = still_filled(scene, beat.story, shot, place, known)
    thing = thing_of_self(beat.story, known)
    if thing:
        scene = as_thing(scene, thing, troupe.dreamer.concept, casting.self_worn, known)
    staged = Staged(
        scene,
        _played(beat, casting, place.setting) if not thing or plays_it(beat.event) else "",
        beat.event.start_char if beat.event else -1,
        place.concept,
        also=place.also,
        view=place.view_concept,
        dreamer=_dreamer_seen(scene, troupe.dreamer.concept, casting.self_worn),
        told=(*_told(beat), *turned, *beside, *changed, *_arm_in_arm(beat, scene)),
    )
    return _with_metaphors(shot, beat, staged, known)


def _dreamer_seen(scene: Scene, concept: str, worn: str | None) -> str:
    """The figure of the dreamer where they are in the picture, "" else."""
    there = any(a.concept == concept and a.clothes == worn for a in scene.actors)
    return concept if there else ""


def _told(beat: Beat) -> tuple[Told, ...]:
    """What the main event tells besides its own verb."""
    return (*(beat.event.told if beat.event else ()), *_on_board(beat))


def _on_board(beat: Beat) -> tuple[Told, ...]:
    """배에 올라 저쪽으로 갔다: who is seen to ride goes where the ride goes."""
    event = beat.event
    if event is None or event.concept not in ("ride", "drive"):
        return ()
    along = (e for e in beat.story.events if e.doer == event.doer and not e.unreal)
    return tuple(
        (e.start_char, e.concept)
        for e in along
        if e.element.lemma not in words("on_foot") and is_part_of_ride(beat.story, e)
    )


def _arm_in_arm(beat: Beat, scene: Scene) -> tuple[Told, ...]:
    """나를 업고 걸었다, 손을 잡고 걸었다: two who go as one are seen to go."""
    event = beat.event
    as_one = any(a.duet in words("goes_as_one") for a in scene.actors)
    if event is None or not (as_one or event.concept == "piggyback"):
        return ()
    two = {event.doer, event.target, *event.partners, SELF} - {""}
    ways = ("walk", "climb", "run")
    goes = (e for e in beat.story.events if e.concept in ways and e.doer in two and not e.unreal)
    return tuple((e.start_char, e.concept) for e in goes)


def _dreamer(shot: Shot, story: Story) -> Person:
    """Who the dreamer is, as dressed and as large as the dream has made them by now."""
    dream, told = shot.context or shot.segment.text, told_until(shot, story)
    person = dreamer_of(dream, shot.card)
    worn, dye = clothes_of_self(dream, told)
    traits = traits_of(told, (*shot.earlier, *shot.segment.elements))
    if "grown_old" in traits:
        old = "grandfather" if person.is_male else "grandmother"
        person = replace(person, concept=old, clothes="")
    return replace(
        person, clothes=worn or person.clothes, size=stature(told), cloth=dye, traits=traits
    )


def _played(beat: Beat, casting: Casting, setting: str) -> str:
    """The event that is seen: nobody meets when there is only one, or goes away from a seat."""
    if beat.event is None:
        return ""
    if beat.event.concept in words("goes_away") and setting in words("seated"):
        return ""
    if beat.event.told:
        return beat.event.told[-1][1]
    if beat.event.concept in ("ride", "drive") and not _is_mounted(casting, setting):
        return ""
    alone = casting.other is None and not casting.extras and not casting.takes_in_arms
    things = [m for m in beat.story.of("prop") if m.case == "with"]  # 소나무랑 만났다
    alone = alone and not (things and casting.things)
    return "" if alone and beat.event.concept in words("takes_two") else beat.event.concept


def _is_mounted(casting: Casting, setting: str) -> bool:
    """Whether there is something to ride, or the setting is that."""
    if setting in words("seated") | words("floorless") | words("rides") | words("full_of_rides"):
        return True
    beast = any(r.sort != "figure" for r in (casting.lead, casting.other, *casting.extras) if r)
    rides = words("vehicles") | words("rides") | words("on_water")
    return beast or any(t.concept in rides for t in casting.things)


def _acts_unseen(beat: Beat, keyword: Keyword) -> bool:
    """친구들을 처벌하는 회장: he may be seen without what he does."""
    inside = [e for e in beat.story.events if keyword.start_char <= e.start_char < keyword.end_char]
    return bool(inside) and beat.event not in inside


def _with_metaphors(shot: Shot, beat: Beat, staged: Staged, known: Repertoire) -> Staged:
    """Effects for the keywords that nothing else shows."""
    unshown = tuple(
        k
        for k in beat.story.keywords
        if not is_denied(shot.segment, k)
        and (shown_by(shot.segment, k, (staged,), known) is None or _acts_unseen(beat, k))
    )
    present = frozenset(e.name for e in staged.scene.effects)
    found = [
        m
        for m in metaphors_of(beat.story, unshown, present, known)
        if shot.emotion != "행복" or m.effect.name not in words("eerie")
    ]
    added: tuple[Effect, ...] = tuple(m.effect for m in found if m.effect.name not in present)
    unique = tuple({e.name: e for e in added}.values())
    scene = replace(staged.scene, effects=(*staged.scene.effects, *unique))
    return replace(staged, scene=scene, metaphors=tuple((m.keyword, m.effect.name) for m in found))
