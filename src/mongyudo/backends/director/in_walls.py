"""Doors stand in the wall that a place has, and not free before it; windows are part of it."""

from dataclasses import replace

from mongyudo.backends.director.blocking.bearers import has_walls
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Key, Prop, Scene

_FOOT = 0.685
"""Where the back wall of a room meets the floor, as a share of the frame's height."""

_FEET = {
    "corridor": 0.72, "station": 0.735, "subway": 0.77, "train": 0.77, "stage": 0.665,
    "library": 0.665, "theater": 0.665, "airport": 0.665, "church": 0.665, "submarine": 0.72,
}  # fmt: skip
"""Walls that end elsewhere; the wall of a platform is the train's."""

_TALLEST, _OF_A_TRAIN = 0.50, 0.36
"""No door is taller than its wall: shares of the frame's height."""

_LEAST_FOOT = 0.70
"""What hangs, flies or stands on something is no door of the house."""


def set_in_walls(scene: Scene) -> Scene:
    """`scene` with its doors at the wall, behind everybody, and no window before the one through
    which something is seen."""
    if scene.view:
        scene = replace(scene, props=tuple(p for p in scene.props if not _is_a_pane(p)))
    if not (has_walls(scene.setting) or scene.setting in _FEET):
        return scene
    foot = _FEET.get(scene.setting, _FOOT)
    tallest = _OF_A_TRAIN if scene.setting == "station" else _TALLEST
    props = tuple(_at_the_wall(p, foot, tallest) if _stands_there(p) else p for p in scene.props)
    return replace(scene, props=props)


def _is_a_pane(prop: Prop) -> bool:
    return prop.concept == "window" and prop.motion == "still"


def _stands_there(prop: Prop) -> bool:
    rests = {(k.y, k.turn_deg) for k in prop.path}
    return (
        prop.concept in words("in_walls")
        and len(rests) == 1
        and prop.path[0].y > _LEAST_FOOT
        and prop.motion in ("still", "open")
    )


def _at_the_wall(prop: Prop, foot: float, tallest: float) -> Prop:
    path: tuple[Key, ...] = tuple(replace(k, y=foot) for k in prop.path)
    return replace(prop, path=path, height=min(prop.height, tallest), behind=True)
