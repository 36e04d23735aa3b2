"""What a film shows of its dream, and what it does not: never more than is in the picture."""

from mongyudo.backends.director.story import Event
from mongyudo.ink.scene import Scene
from mongyudo.records import Drawn, Keyword, Segment


def account(
    segment: Segment, scenes: tuple[Scene, ...], events: tuple[Event, ...]
) -> tuple[tuple[Drawn, ...], tuple[str, ...]]:
    """The keywords of `segment` that stand in `scenes`, and the others."""
    shown = set().union(*(concepts_in(scene) for scene in scenes)) | {e.concept for e in events}
    drawn, missing = [], []
    for keyword in segment.keywords:
        concept = _shown(segment, keyword, shown)
        if concept:
            drawn.append(Drawn(keyword.ko, concept))
        else:
            missing.append(keyword.ko)
    return tuple(drawn), tuple(missing)


def concepts_in(scene: Scene) -> set[str]:
    """Every concept that `scene` holds."""
    found = {scene.setting, scene.time_of_day, scene.weather}
    found |= {actor.concept for actor in scene.actors}
    found |= {actor.holds for actor in scene.actors if actor.holds}
    found |= {prop.concept for prop in scene.props}
    found |= {effect.concept for effect in scene.effects if effect.concept}
    return found


def _shown(segment: Segment, keyword: Keyword, shown: set[str]) -> str | None:
    if keyword.concept in shown:
        return keyword.concept
    inside = [
        e.concept
        for e in segment.elements
        if not e.negated and keyword.start_char <= e.start_char and e.end_char <= keyword.end_char
    ]
    return next((c for c in reversed(inside) if c in shown), None)
