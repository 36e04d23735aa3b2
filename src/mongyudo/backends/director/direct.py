"""The director: a shot of the dream becomes scenes that the ink can paint."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from zlib import crc32

from mongyudo.backends.director.aloft import town_below
from mongyudo.backends.director.beats import Beat, is_part_of_ride
from mongyudo.backends.director.blocking import BLOCKINGS, Call, Placement, fill, mirrored
from mongyudo.backends.director.blocking.alike import with_the_others
from mongyudo.backends.director.blocking.core import FALLING, TRACKING, Board
from mongyudo.backends.director.blocking.hanging import bring_near
from mongyudo.backends.director.carried import carried_still
from mongyudo.backends.director.casting import Casting, cast_scene
from mongyudo.backends.director.changes import with_changes
from mongyudo.backends.director.colours import dyes_shown
from mongyudo.backends.director.composition import (
    Frame,
    Position,
    composed,
    ends_near,
    size_of,
    while_there,
    with_near_view,
)
from mongyudo.backends.director.continuity import (
    clothes_of_self,
    hour_lasting,
    stature,
    story_of,
    told_until,
    weather_lasting,
)
from mongyudo.backends.director.deeds import Company, Told, with_deeds
from mongyudo.backends.director.dreamer import Person, dreamer_of
from mongyudo.backends.director.hearing import hear
from mongyudo.backends.director.ice import is_ice_underfoot
from mongyudo.backends.director.in_walls import set_in_walls
from mongyudo.backends.director.keeping import personal
from mongyudo.backends.director.kin import with_kin_of_an_age
from mongyudo.backends.director.lasting import still_filled
from mongyudo.backends.director.ledger import Staged, account, is_denied, shown_by
from mongyudo.backends.director.measure import share_of
from mongyudo.backends.director.metaphors import metaphors_of
from mongyudo.backends.director.mirrors import before_mirror, is_told_within, is_with_ones_image
from mongyudo.backends.director.moods import CATEGORY_LOOKS, FEELINGS, camera_for
from mongyudo.backends.director.outlook import Place
from mongyudo.backends.director.places import (
    GROUND_Y,
    felt_hour,
    is_category_journey,
    place_of,
)  # fmt: skip
from mongyudo.backends.director.plans import most_telling
from mongyudo.backends.director.presence import still_alive, still_there
from mongyudo.backends.director.repertoire import Repertoire, with_effects
from mongyudo.backends.director.skyborne import high, in_the_sky
from mongyudo.backends.director.stagings import as_passenger, seen_from_a_seat
from mongyudo.backends.director.story import SELF, Story
from mongyudo.backends.director.tables import signs, words
from mongyudo.backends.director.thing_self import as_thing, plays_it, thing_of_self
from mongyudo.backends.director.traits import traits_of
from mongyudo.backends.director.troupe import Troupe
from mongyudo.backends.director.turns import with_turns
from mongyudo.backends.director.vignettes import effect_of
from mongyudo.backends.director.wielding import aim_of
from mongyudo.ink.scene import Camera, Effect, Key, Mood, Scene
from mongyudo.reading.not_there import as_dreamt
from mongyudo.records import Drawn, Element, Heard, Keyword, Shot

MOST_SIGNS = 2

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
    placed = _placed(shot, beat, casting, place, known, where)
    company = Company(beat, troupe.dreamer.concept, casting.self_worn, known)
    scene, turned = with_turns(_scene(shot, beat, place, placed, known), company, shot.emotion)
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


def _placed(
    shot: Shot,
    beat: Beat,
    casting: Casting,
    place: Place,
    known: Repertoire,
    where: Position | None,
) -> Placement:
    hanging = in_the_sky(beat, shot, known)
    things = tuple(t for t in (high(t, hanging) for t in casting.things) if t)
    call = Call(
        lead=casting.lead, other=casting.other, extras=casting.extras, things=things,
        hero_thing=high(casting.hero_thing, hanging), host=casting.host,
        camera=camera_for(beat.vignette.camera, shot.emotion),
        effects=beat.vignette.effects,
        ground_y=GROUND_Y, floor=place.setting not in words("floorless"),
        setting=place.setting, duet=casting.duet, taken_along=_is_taken_along(beat),
        part=aim_of(beat.event),
    )  # fmt: skip
    name = _blocking(beat, casting, place.setting)
    if name == "mirror":
        call = before_mirror(call, within=is_told_within(beat.story))
    board = Board(call)
    BLOCKINGS[name](board)
    bring_near(board)
    if name in words("done_by_many_things"):
        with_the_others(board)
    staged = (len(board.actors), len(board.props))
    fill(board)
    placement = board.done()
    turned = (shot.seed - shot.index) % 2 and not board.fixed
    if turned:
        placement = mirrored(placement)
    if where is None:
        return placement
    frame = Frame(
        shot.size_px[0] / shot.size_px[1], GROUND_Y, placement.camera, title=bool(shot.title)
    )
    size = size_of(name, place.setting, where)
    placement = composed(
        placement, frame, known, fixed=board.fixed, staged=staged, size=size,
        apart=name in words("kept_apart"),
    )  # fmt: skip
    large = {t.concept for t in casting.things if t.big} | _told_large(casting, known)
    return with_near_view(
        placement, frame, known, shot.duration_s, staged, large,
        free=name in words("true_sizes"), may_begin=where.picture > 0 and not where.after_near,
    )  # fmt: skip


def _told_large(casting: Casting, known: Repertoire) -> set[str]:
    """Who is said to be larger than such beasts are."""
    roles = (r for r in (casting.lead, casting.other, *casting.extras) if r)
    return {r.concept for r in roles if r.height > _LARGER * share_of(known.build(r.concept))}


_LARGER = 1.1


def _is_taken_along(beat: Beat) -> bool:
    """아버지가 나를 자전거에 태웠다: who gives the ride steers."""
    event = beat.event
    if event is None or event.element.lemma not in words("gives_a_ride"):
        return False
    told = (m for m in beat.story.of("actor") if m.concept == event.target)
    return not any(m.case == "object" for m in told)  # 딸을 태웠다: the dreamer steers


def _blocking(beat: Beat, casting: Casting, setting: str) -> str:
    """The vignette's own blocking, unless its hero is no person or everybody sits in a vehicle."""
    name = beat.vignette.blocking
    mirrors = any(thing.concept == "mirror" for thing in casting.things)
    if (mirrors and name in words("before_mirrors")) or is_with_ones_image(beat):
        return "mirror"
    if name in ("bed", "ascend") and setting not in words(f"for_{name}"):
        name = "solo"
    if name == "menace" and beat.event is not None and beat.event.doer == SELF:
        return "clash"
    if by_place := _by_its_place(beat, casting, setting, name):
        return by_place
    if casting.duet and setting not in words("floorless"):
        return "together"
    if name == "ascend" and casting.lead.sort == "figure" and casting.lead.motion != "climb":
        return "stride"
    animals = [casting.lead] + ([casting.other] if casting.other else [])
    if name == "apparition" and all(r.sort != "figure" for r in animals) and len(animals) > 1:
        return "hero"
    if name == "monitors" and casting.lead.sort != "figure" and casting.other is not None:
        return "pair"  # a beast that watches somebody sits before no screens
    if name == "solo" and casting.lead.sort != "figure" and casting.hero_thing is None:
        bent = beat.vignette.concept in words("by_muzzle") and casting.things
        works = beat.vignette.concept in words("worked_at")
        return ("at_work" if works else "find") if bent else "hero"
    return name


def _by_its_place(beat: Beat, casting: Casting, setting: str, name: str) -> str:
    """How one sits in a vehicle or goes on stairs, "" elsewhere."""
    if setting == "stairs":
        return _on_the_stairs(beat, casting)
    rides = setting in words("seated") and name in words("seated_blockings")
    return "aboard" if rides else ""


def _on_the_stairs(beat: Beat, casting: Casting) -> str:
    """계단을 내려갔다: up or down the steps, and not past them."""
    event = beat.event
    walks = event is None or event.concept in ("walk", "climb", "run")
    if not walks or casting.lead.sort != "figure":
        return ""
    said = beat.story.text if event is None else event.element.lemma
    return "downstairs" if "내려" in said else "upstairs" if "올라" in said else ""


_LOWEST = 0.87
"""Below this share of the frame there is no ground left for what falls on it."""


def _feet_seen(placed: Placement) -> bool:
    """Whether somebody's feet have ground before them to the end, so that shadows can fall."""
    camera = placed.camera
    zoom, middle = max(camera.zoom_from, camera.zoom_to), camera.focus[1]
    feet = [actor.path[-1].y for actor in placed.actors]
    return any(middle + zoom * (y - middle) < _LOWEST for y in feet)


def _scene(shot: Shot, beat: Beat, place: Place, placed: Placement, known: Repertoire) -> Scene:
    signs_seen = _signs(beat, place, placed, known)
    effects = [*_air(shot, place, placed, known), *placed.effects, *signs_seen]
    if not _feet_seen(placed) or place.setting in words("seated") | words("floorless"):
        effects = [effect for effect in effects if effect.name != "long_shadow"]
    effects.sort(key=lambda effect: effect.name != "monitors")  # a wall lies behind all
    if any(actor.concept in beat.story.late for actor in placed.actors):
        effects.append(Effect("light_rays", 0.3, 0.8))
    return Scene(
        size_px=shot.size_px, fps=shot.fps, duration_s=shot.duration_s, seed=_seed(shot, place),
        setting=place.setting, mood=_mood(shot),
        time_of_day=hour_lasting(beat.story, shot, felt_hour(shot)),
        weather=weather_lasting(beat.story, shot, known.weathers), material=shot.style,
        actors=placed.actors, props=placed.props, effects=with_effects(effects, known),
        camera=_camera(placed, place), title=shot.title, sign=_sign(placed, place),
        dyes=dyes_shown(beat.story, known), view=place.view,
    )  # fmt: skip


def _sign(placed: Placement, place: Place) -> str:
    """The name on the board of the place; nobody who falls past it reads it."""
    hidden = any(effect.name == "monitors" for effect in placed.effects)
    return "" if hidden or abs(placed.camera.pan_y) > FALLING else place.sign


def _seed(shot: Shot, place: Place) -> int:
    """The same place looks the same throughout a film."""
    film = shot.seed - shot.index
    return film + crc32(place.setting.encode()) % 9973


def _camera(placed: Placement, place: Place) -> Camera:
    """The camera of the placement; it cannot run along a place that has an end."""
    tracks = abs(placed.camera.pan_x) > TRACKING
    if not tracks or place.setting not in words("untracked"):
        return placed.camera
    return replace(placed.camera, pan_x=0.0, zoom_to=max(1.08, placed.camera.zoom_to))


def _air(shot: Shot, place: Place, placed: Placement, known: Repertoire) -> list[Effect]:
    """What the emotion lets float in the air: less where the event has effects of its own."""
    feeling = FEELINGS[shot.emotion]
    screened = any(effect.name == "monitors" for effect in placed.effects)
    air = feeling.room if screened or place.setting in words("indoors") else feeling.air
    if shot.earlier:  # the reveal is made once, at the beginning
        air = tuple(e for e in air if e.name != "ink_bloom")
    return [e for e in air if e.name in known.effects][: 1 if placed.effects else 2]


def _signs(beat: Beat, place: Place, placed: Placement, known: Repertoire) -> list[Effect]:
    """Effects for lights, weathers and things that are named and best shown so."""
    if beat.event is not None and beat.event.concept in words("signless"):
        return []
    laid = {prop.concept for prop in placed.props} | {a.holds for a in placed.actors}
    laid |= {"fire"} if beat.event is not None and beat.event.concept == "spout" else set()
    named = beat.story.of("prop", "weather", "light", "state", "setting", "actor")
    dry = {"water"} if place.setting in words("indoors") else set()
    wanted = [m.concept for m in named if m.concept in signs().keys() - laid - dry]
    effects = [effect_of(signs()[c]) for c in dict.fromkeys(wanted)]
    if any(is_ice_underfoot(m, beat.story.text) for m in named):
        effects.append(Effect("frost", 1.0, 1.0))
    return [e for e in effects if e.name in known.effects][:MOST_SIGNS]


def _mood(shot: Shot) -> Mood:
    if is_category_journey(shot):
        return CATEGORY_LOOKS[shot.category].mood
    return FEELINGS[shot.emotion].mood


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
