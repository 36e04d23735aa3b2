"""Settings under the open sky: mountains, forest, field."""

from mongyudo.ink.paper import backdrop, mist_band
from mongyudo.ink.stage import GROUND, Stage, World
from mongyudo.ink.terrain import ground_strip, hills, range_strip
from mongyudo.ink.trees import Grove, grass, grove


def mountain(stage: Stage) -> World:
    """The mountains of the dream journey: peaks in three depths, blossom, mist between."""
    world = World()
    world.back += [
        backdrop(stage, horizon=0.66, empty=0.15),
        range_strip(stage, parallax=0.10, nearness=0.10, base=0.60, height=0.40, count=5, salt=10,
                    domes=16),
        mist_band(stage, 0.60, 0.13, parallax=0.12, salt=11),
        range_strip(stage, parallax=0.30, nearness=0.45, base=0.74, height=0.44, count=3, salt=12),
        grove(stage, Grove("blossom", 9, 0.76, 0.20, 0.45, 0.75), 13),
        mist_band(stage, 0.73, 0.11, parallax=0.4, salt=14),
        ground_strip(stage, top=GROUND, salt=15),
        grass(stage, base=GROUND + 0.035, height=0.05, parallax=1.0, salt=16),
    ]  # fmt: skip
    return world


def forest(stage: Stage) -> World:
    """A wood at any hour: bare trees in ink, firs in paper."""
    kind = "fir" if stage.look.is_paper else "bare"
    world = World()
    world.back += [
        backdrop(stage, horizon=0.74),
        grove(stage, Grove(kind, 12, 0.74, 0.46, 0.18, 0.18), 20),
        mist_band(stage, 0.70, 0.15, parallax=0.2, salt=21),
        grove(stage, Grove(kind, 8, 0.78, 0.68, 0.42, 0.5), 22),
        mist_band(stage, 0.76, 0.12, parallax=0.45, salt=23, dense=0.8),
        ground_strip(stage, top=GROUND, salt=24),
        grove(stage, Grove("bare", 3, GROUND + 0.03, 0.95, 0.9, 0.85), 25),
        grass(stage, base=GROUND + 0.04, height=0.06, parallax=1.0, salt=26),
    ]
    return world


def field(stage: Stage) -> World:
    """Open country with low hills."""
    world = World()
    world.back += [
        backdrop(stage, horizon=0.60),
        hills(stage, parallax=0.12, nearness=0.2, base=0.70, height=0.22, salt=30),
        hills(stage, parallax=0.25, nearness=0.45, base=0.80, height=0.20, salt=31),
        mist_band(stage, 0.72, 0.08, parallax=0.3, salt=32),
        ground_strip(stage, top=GROUND - 0.06, salt=33),
        grass(stage, base=GROUND + 0.02, height=0.09, parallax=1.0, salt=34, thick=1.6),
    ]
    return world
