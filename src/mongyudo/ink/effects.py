"""The register of effects: one name, one builder; a few go by two names."""

from collections.abc import Callable

from mongyudo.errors import UsageError
from mongyudo.ink import effects_air as air
from mongyudo.ink import effects_cover as cover
from mongyudo.ink import effects_dreams as dreams
from mongyudo.ink import effects_ground as ground
from mongyudo.ink import effects_light as light
from mongyudo.ink import effects_matter as matter
from mongyudo.ink import effects_pour as pour
from mongyudo.ink import effects_screens as watching
from mongyudo.ink import effects_things as things
from mongyudo.ink.happening import Happening
from mongyudo.ink.scene import Effect
from mongyudo.ink.stage import Stage

Builder = Callable[[Stage, Effect], Happening]


def _shake(stage: Stage, effect: Effect) -> Happening:
    """The camera itself reads this effect."""
    del stage, effect
    return Happening()


EFFECT_BUILDERS: dict[str, Builder] = {
    "petals": air.petals,
    "leaves": air.leaves,
    "embers": air.embers,
    "sparks": air.sparks,
    "snowflakes": air.snowflakes,
    "dust": air.dust,
    "fireflies": air.fireflies,
    "sparkles": air.sparkles,
    "flies": air.flies,
    "birds": air.birds,
    "bubbles": air.bubbles,
    "tears": air.tears,
    "drizzle": air.drizzle,
    "falling_teeth": air.falling_teeth,
    "rain_of": air.rain_of,
    "echoes": air.echoes,
    "streaks": air.streaks,
    "flash": light.flash,
    "white_out": light.white_out,
    "darkness": light.darkness,
    "dark_in": light.darkness,
    "spotlight": light.spotlight,
    "light_rays": light.light_rays,
    "light_beam": light.light_rays,
    "rainbow": light.rainbow,
    "aurora": light.aurora,
    "stars": light.stars,
    "lightning": light.lightning,
    "lightning_flash": light.lightning,
    "heart_vignette": light.heart_vignette,
    "rising_water": matter.rising_water,
    "water_rise": matter.rising_water,
    "flood": matter.rising_water,
    "fire": matter.fire,
    "fire_rise": matter.fire,
    "smoke": matter.smoke,
    "mist": matter.mist,
    "cracks": matter.cracks,
    "crack": matter.cracks,
    "ink_bloom": matter.ink_bloom,
    "ink_splash": matter.ink_splash,
    "blots": matter.blots,
    "ripples": matter.ripples,
    "ripple": matter.ripples,
    "giant_shadow": things.giant_shadow,
    "long_shadow": things.long_shadow,
    "eyes": things.eyes,
    "monitors": watching.monitors,
    "screens": watching.monitors,
    "bars": things.bars,
    "ropes": things.ropes,
    "tether": things.tether,
    "clock": things.clock,
    "white_flowers": things.white_flowers,
    "bloom": things.bloom,
    "mirror": things.mirror,
    "departure": dreams.departure,
    "lift_floors": dreams.lift_floors,
    "lift_doors": dreams.lift_doors,
    "sliding_doors": dreams.sliding_doors,
    "beam": dreams.beam,
    "projector": dreams.projector,
    "impact": dreams.impact,
    "fissure": ground.fissure,
    "debris": ground.debris,
    "bombs": ground.bombs,
    "great_wave": ground.great_wave,
    "rising_earth": cover.heap,
    "rising_sand": cover.heap,
    "rising_snow": cover.heap,
    "frost": cover.frost,
    "dyed_sky": cover.dyed_sky,
    "pouring": pour.pouring,
    "gushing": pour.gushing,
    "leaking": pour.leaking,
    "shake": _shake,
}


_OF_THE_SKY = frozenset(
    (
        *(
            "birds",
            "rainbow",
            "aurora",
            "stars",
            "lightning",
            "lightning_flash",
            "drizzle",
            "snowflakes",
        ),
        *("leaves", "dyed_sky"),
    )
)
_OF_WET_GROUND = frozenset(("ripples", "ripple"))


def effect_layers(stage: Stage, effect: Effect, *, indoors: bool) -> Happening:
    """What `effect` adds; indoors the sky's effects are seen through windows alone.

    Raises UsageError for a name that is not in `EFFECT_BUILDERS`.
    """
    builder = EFFECT_BUILDERS.get(effect.name)
    if builder is None:
        known = ", ".join(sorted(EFFECT_BUILDERS))
        raise UsageError(f"no effect is called {effect.name!r}; there are: {known}")
    if indoors and effect.name in _OF_WET_GROUND:
        return Happening()
    made = builder(stage, effect)
    if indoors and effect.name in _OF_THE_SKY:
        return Happening(sky=[*made.sky, *made.behind, *made.before])
    return made
