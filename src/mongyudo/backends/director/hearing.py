"""What is heard of what is staged: the sounds of place and weather, of the event at its moment, of
animals, and steps when the feet come down."""

from collections.abc import Iterable, Iterator
from itertools import chain

from mongyudo.backends.director.ledger import Staged, is_seen
from mongyudo.backends.director.tables import words
from mongyudo.film.beds import Rule, rules_for, settled
from mongyudo.ink.cast import CREATURES, FIGURES, height_m, key_at
from mongyudo.ink.footfalls import footfalls
from mongyudo.ink.scene import Actor, Effect, Scene
from mongyudo.records import Heard

MOST_WALKERS = 2
"""The steps of more are a patter."""

_LEAST_FORCE = 0.3
"""An effect of less force is not heard."""

_HOOFED = frozenset({
    "horse", "horse_herd", "white_horse", "black_horse", "donkey", "zebra", "unicorn", "cow",
    "cow_herd", "ox", "milk_cow", "black_cow", "deer", "deer_herd", "doe", "goat", "camel", "llama",
})  # fmt: skip
_LIGHT_M = 0.45
"""Feet of animals lower than this at the shoulder are not heard."""

_STEP_LEVEL = 0.4


def hear(staged: Iterable[Staged]) -> tuple[Heard, ...]:
    """The sounds of the scenes of a shot, played one after the other."""
    found: list[Heard] = []
    start_s = 0.0
    for each in staged:
        end_s = start_s + each.scene.duration_s
        found += [
            heard
            for rule, x in _rules_of(each)
            for heard in _by_night(rule, each.scene).heard(start_s, end_s, x)
        ]
        found += _steps(each.scene, start_s)
        start_s = end_s
    return settled(found)


def _rules_of(staged: Staged) -> Iterator[tuple[Rule, float]]:
    """The rules that a scene calls for, each with where its sound comes from."""
    scene = staged.scene
    named = [("setting", scene.setting, 0.5), ("weather", scene.weather, 0.5)]
    named += [("effect", e.name, 0.5) for e in scene.effects if _is_strong(e)]
    named.append(("event", staged.event, 0.5))
    named += [("actor", a.concept, _where(a)) for a in scene.actors if is_seen(a.path)]
    named += [("prop", p.concept, p.path[0].x) for p in scene.props if is_seen(p.path)]
    named += [("prop", a.holds, _where(a)) for a in scene.actors if a.holds and is_seen(a.path)]
    places = {(source, name): x for source, name, x in reversed(named)}  # of many, the first
    for (source, name), x in places.items():
        yield from ((rule, x) for rule in rules_for(source, name))


def _is_strong(effect: Effect) -> bool:
    return max(effect.start, effect.end) >= _LEAST_FORCE


def _by_night(rule: Rule, scene: Scene) -> Rule:
    """At night insects sing instead of birds; in rain and snow nobody does."""
    if rule.sound != "birds" or not rule.lasts:
        return rule
    if scene.weather in ("rain", "snow", "storm") or _drizzles(scene):
        return Rule("wind", 0.6 * rule.level)
    return Rule("insects", 0.6 * rule.level) if scene.time_of_day == "night" else rule


def _drizzles(scene: Scene) -> bool:
    return any(effect.name == "drizzle" for effect in scene.effects)


def _where(actor: Actor) -> float:
    return min(1.0, max(0.0, actor.path[0].x))


def _steps(scene: Scene, start_s: float) -> list[Heard]:
    """Steps of the nearest walkers, softer the smaller they stand in the picture."""
    goers = [
        (actor, moments)
        for actor in scene.actors
        if is_seen(actor.path) and (moments := footfalls(actor, scene)) and _foot(actor, scene)
    ]
    goers.sort(key=lambda pair: -pair[0].height)
    return list(chain.from_iterable(_of(a, m, scene, start_s) for a, m in goers[:MOST_WALKERS]))


def _of(actor: Actor, moments: tuple[float, ...], scene: Scene, start_s: float) -> list[Heard]:
    level = _STEP_LEVEL * min(1.0, actor.height / 0.4)
    made = []
    for at_s in moments:
        x = min(1.0, max(0.0, key_at(actor.path, at_s / scene.duration_s).x))
        made.append(
            Heard(_foot(actor, scene), start_s + at_s, start_s + at_s, round(level, 2), round(x, 2))
        )
    return made


def _foot(actor: Actor, scene: Scene) -> str:
    """The sound of one step, "" when it makes none: by who goes and on what."""
    if scene.setting in words("floorless"):
        return ""
    if actor.concept in CREATURES:
        if actor.concept in _HOOFED:
            return "hoof"
        return "paw" if height_m(actor.concept) >= _LIGHT_M else ""
    if actor.concept not in FIGURES:
        return ""
    return _ground(scene)


def _ground(scene: Scene) -> str:
    if scene.setting in words("indoors") - {"cave"}:
        return "step on a floor"
    if scene.setting == "snowfield" or scene.weather == "snow":
        return "step in snow"
    if scene.weather in ("rain", "storm") or scene.setting in words("water_settings"):
        return "step in water"
    return "step on a floor" if scene.setting in words("paved") else "step on earth"
