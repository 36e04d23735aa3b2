"""From where everybody stands to a scene: its place, hour, weather, air and signs."""

from dataclasses import replace
from zlib import crc32

from mongyudo.backends.director.beats import Beat
from mongyudo.backends.director.blocking import Placement
from mongyudo.backends.director.blocking.core import FALLING, TRACKING
from mongyudo.backends.director.colours import dyes_shown
from mongyudo.backends.director.continuity import (
    hour_lasting,
    weather_lasting,
)
from mongyudo.backends.director.ice import is_ice_underfoot
from mongyudo.backends.director.moods import CATEGORY_LOOKS, FEELINGS
from mongyudo.backends.director.outlook import Place
from mongyudo.backends.director.places import (
    felt_hour,
    is_category_journey,
)  # fmt: skip
from mongyudo.backends.director.repertoire import Repertoire, with_effects
from mongyudo.backends.director.tables import signs, words
from mongyudo.backends.director.vignettes import effect_of
from mongyudo.ink.scene import Camera, Effect, Mood, Scene
from mongyudo.records import Shot

MOST_SIGNS = 2

_LOWEST = 0.87
"""Below this share of the frame there is no ground left for what falls on it."""


def _feet_seen(placed: Placement) -> bool:
    """Whether somebody's feet have ground before them to the end, so that shadows can fall."""
    camera = placed.camera
    zoom, middle = max(camera.zoom_from, camera.zoom_to), camera.focus[1]
    feet = [actor.path[-1].y for actor in placed.actors]
    return any(middle + zoom * (y - middle) < _LOWEST for y in feet)


def scene_of(shot: Shot, beat: Beat, place: Place, placed: Placement, known: Repertoire) -> Scene:
    """What the ink paints: the place, the hour, the air, and who is `placed` there."""
    signs_seen = _signs(beat, place, placed, known)
    effects = [*_air(shot, beat, place, placed, known), *placed.effects, *signs_seen]
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


def _air(
    shot: Shot, beat: Beat, place: Place, placed: Placement, known: Repertoire
) -> list[Effect]:
    """What the emotion lets float in the air: less where the event has effects of its own."""
    feeling = FEELINGS[shot.emotion]
    screened = any(effect.name == "monitors" for effect in placed.effects)
    air = feeling.room if screened or place.setting in words("indoors") else feeling.air
    air = tuple(e for e in air if _has_cause(e, shot, beat, place))
    return [e for e in air if e.name in known.effects][: 1 if placed.effects else 2]


def _has_cause(effect: Effect, shot: Shot, beat: Beat, place: Place) -> bool:
    """Whether something in the picture gives cause for what the air is full of: sparks fly as
    something surprises, ink opens once on such a sight, leaves blow where trees are."""
    startles = beat.event is not None and beat.event.concept in words("startles")
    if effect.name == "ink_bloom":
        return startles and not shot.earlier
    if effect.name == "leaves":
        return place.setting in words("leafy")
    return startles or effect.name != "sparks"


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
