"""The register of settings: one name, one builder."""

from collections.abc import Callable

from mongyudo.errors import UsageError
from mongyudo.ink import settings_nature as nature
from mongyudo.ink import settings_rooms as rooms
from mongyudo.ink.stage import Stage, World

Builder = Callable[[Stage], World]

BUILDERS: dict[str, Builder] = {
    "mountain": nature.mountain,
    "forest": nature.forest,
    "field": nature.field,
    "room": rooms.room,
    "home": rooms.home,
    "corridor": rooms.corridor,
    "school": rooms.school,
    "office": rooms.office,
    "hospital": rooms.hospital,
    "kitchen": rooms.kitchen,
    "bathroom": rooms.bathroom,
    "bathhouse": rooms.bathhouse,
}


def build_world(stage: Stage) -> World:
    """The layers of the scene's setting; UsageError for a name that is not in `BUILDERS`."""
    builder = BUILDERS.get(stage.scene.setting)
    if builder is None:
        known = ", ".join(sorted(BUILDERS))
        raise UsageError(f"no setting is called {stage.scene.setting!r}; there are: {known}")
    return builder(stage)
