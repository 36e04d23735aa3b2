"""The register of settings: one name, one builder."""

from collections.abc import Callable

from mongyudo.errors import UsageError
from mongyudo.ink import settings_aboard as aboard
from mongyudo.ink import settings_city as city
from mongyudo.ink import settings_fall as fall
from mongyudo.ink import settings_halls as halls
from mongyudo.ink import settings_high as high
from mongyudo.ink import settings_narrow as narrow
from mongyudo.ink import settings_nature as nature
from mongyudo.ink import settings_places as places
from mongyudo.ink import settings_ride as ride
from mongyudo.ink import settings_rites as rites
from mongyudo.ink import settings_rooms as rooms
from mongyudo.ink import settings_water as water
from mongyudo.ink.stage import Stage, World

Builder = Callable[[Stage], World]

BUILDERS: dict[str, Builder] = {
    "mountain": nature.mountain,
    "forest": nature.forest,
    "field": nature.field,
    "cliff": fall.cliff,
    "village": nature.village,
    "hanok": nature.hanok,
    "yard": places.yard,
    "pond": places.pond,
    "volcano": places.volcano,
    "palace": nature.palace,
    "temple": nature.temple,
    "church_yard": nature.church_yard,
    "graveyard": nature.graveyard,
    "ruin": nature.ruin,
    "well": nature.well,
    "desert": nature.desert,
    "snowfield": nature.snowfield,
    "swamp": nature.swamp,
    "cave": nature.cave,
    "bamboo": nature.bamboo_grove,
    "sea": water.sea,
    "lake": water.lake,
    "river": water.river,
    "waterfall": water.waterfall_scene,
    "beach": water.beach,
    "island": water.island,
    "underwater": water.underwater,
    "sky": water.sky,
    "space": water.space,
    "room": rooms.room,
    "home": rooms.home,
    "corridor": rooms.corridor,
    "school": rooms.school,
    "office": rooms.office,
    "hospital": rooms.hospital,
    "kitchen": rooms.kitchen,
    "bathroom": rooms.bathroom,
    "bathhouse": rooms.bathhouse,
    "street": city.street,
    "alley": city.alley,
    "apartment": city.apartment,
    "market": city.market,
    "station": city.station,
    "bridge": city.bridge,
    "park": city.park,
    "playground": city.playground,
    "school_yard": city.school_yard,
    "roof": city.roof,
    "stadium": city.stadium,
    "factory": city.factory,
    "amusement_park": city.amusement_park,
    "shop": halls.shop,
    "library": halls.library,
    "restaurant": halls.restaurant,
    "church": halls.church,
    "wedding_hall": halls.wedding_hall,
    "funeral_hall": rites.funeral_hall,
    "courtroom": rites.courtroom,
    "stage": halls.stage_hall,
    "theater": halls.theater,
    "prison": halls.prison,
    "barracks": halls.barracks,
    "basement": halls.basement,
    "gym": halls.gym,
    "airport": halls.airport,
    "subway": ride.subway,
    "train": ride.train,
    "bus": ride.bus,
    "car": ride.car,
    "airplane": ride.airplane,
    "tunnel": narrow.tunnel,
    "stairs": narrow.stairs,
    "elevator": narrow.elevator,
    "deck": aboard.deck,
    "below_deck": aboard.below_deck,
    "submarine": aboard.submarine,
    "gondola": aboard.gondola,
    "scaffold": high.scaffold,
    "facade": high.facade,
    "tower": high.tower,
    "tower_room": high.tower_room,
    "boiler_room": high.boiler_room,
    "workshop": high.workshop,
    "ondol": high.ondol,
}


_FALLING: dict[Builder, tuple[str, ...]] = {
    fall.sky_shaft: ("sky", "space", "airplane", "gondola"),
    fall.water_shaft: (
        "sea",
        "lake",
        "pond",
        "river",
        "underwater",
        "island",
        "beach",
        "swamp",
        "well",
        "deck",
    ),
    fall.tower_shaft: (
        "street",
        "alley",
        "apartment",
        "roof",
        "market",
        "station",
        "bridge",
        "park",
        "playground",
        "school_yard",
        "stadium",
        "factory",
        "amusement_park",
        "scaffold",
        "facade",
    ),
    fall.cliff_shaft: (
        "cliff",
        "mountain",
        "forest",
        "field",
        "village",
        "hanok",
        "yard",
        "palace",
        "temple",
        "church_yard",
        "graveyard",
        "ruin",
        "desert",
        "snowfield",
        "cave",
        "bamboo",
        "waterfall",
        "volcano",
        "tower",
    ),
}
"""What each kind of place becomes when the camera falls or rises; all others are indoors."""


def build_world(stage: Stage) -> World:
    """The layers of the scene's setting; UsageError for a name that is not in `BUILDERS`."""
    setting = stage.scene.setting
    builder = BUILDERS.get(setting)
    if builder is None:
        known = ", ".join(sorted(BUILDERS))
        raise UsageError(f"no setting is called {setting!r}; there are: {known}")
    if stage.falls:
        shafts = (shaft for shaft, names in _FALLING.items() if setting in names)
        builder = next(shafts, fall.lift_shaft)
    return builder(stage)
