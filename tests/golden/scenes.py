"""Scenes whose frames are kept: a little of everything that is drawn."""

from mongyudo.ink.scene import Actor, Camera, Effect, Key, Prop, Scene

SIZE_PX, FPS, DURATION_S = (192, 108), 4, 1.0


def _walk(x_from: float, x_to: float, y: float = 0.84) -> tuple[Key, ...]:
    return (Key(0.0, x_from, y), Key(1.0, x_to, y))


SCENES: dict[str, Scene] = {
    "chase_in_the_forest": Scene(
        SIZE_PX, FPS, DURATION_S, seed=1, setting="forest", mood="fear", time_of_day="night",
        actors=(
            Actor("tiger", _walk(0.1, 0.2), height=0.4, motion="run", menace=True),
            Actor("woman", _walk(0.6, 0.7), height=0.36, motion="run", expression="scared"),
        ),
        camera=Camera(pan_x=0.4),
    ),
    "peach_mountains": Scene(
        SIZE_PX, FPS, DURATION_S, seed=2, setting="mountain", mood="calm",
        actors=(Actor("man", _walk(0.3, 0.4), height=0.25, motion="walk"),), title="복사꽃",
    ),
    "room_on_paper": Scene(
        SIZE_PX, FPS, DURATION_S, seed=3, setting="home", mood="sadness", material="paper",
        time_of_day="night",
        actors=(Actor("grandmother", (Key(0, 0.35, 0.86),), height=0.4, motion="sit"),),
        props=(Prop("porcelain", (Key(0, 0.66, 0.86),), glow=True),),
    ),
    "flood": Scene(
        SIZE_PX, FPS, DURATION_S, seed=4, setting="village", mood="fear", weather="rain",
        effects=(Effect("water_rise", 0.2, 0.8),),
    ),
    "joy_in_the_sky": Scene(
        SIZE_PX, FPS, DURATION_S, seed=5, setting="sky", mood="joy",
        actors=(Actor("girl", (Key(0, 0.3, 0.7), Key(1, 0.6, 0.5)), motion="fly"),),
    ),
    "disgust": Scene(
        SIZE_PX, FPS, DURATION_S, seed=6, setting="bathroom", mood="disgust",
        actors=(Actor("man", (Key(0, 0.4, 0.86),), motion="fall_back", expression="disgusted"),),
    ),
    "anger_at_work": Scene(
        SIZE_PX, FPS, DURATION_S, seed=7, setting="office", mood="anger",
        actors=(Actor("boss", (Key(0, 0.6, 0.86),), motion="shout", expression="angry"),),
    ),
    "surprise_at_sea": Scene(
        SIZE_PX, FPS, DURATION_S, seed=8, setting="sea", mood="surprise",
        actors=(Actor("whale", (Key(0, 0.5, 0.7),), height=0.3, motion="swim"),),
    ),
    "folk_painting": Scene(
        SIZE_PX, FPS, DURATION_S, seed=9, setting="mountain", mood="joy", material="minhwa",
        actors=(Actor("tiger", _walk(0.3, 0.4), height=0.4, motion="walk"),), title="까치",
    ),
    "folk_painting_at_night": Scene(
        SIZE_PX, FPS, DURATION_S, seed=10, setting="sea", mood="fear", material="minhwa",
        time_of_day="night", actors=(Actor("man", (Key(0, 0.5, 0.8),), motion="drown"),),
    ),
    "gold_on_indigo": Scene(
        SIZE_PX, FPS, DURATION_S, seed=11, setting="hanok", mood="calm", material="geumni",
        actors=(Actor("grandmother", (Key(0, 0.4, 0.86),), height=0.44, motion="bow"),),
    ),
    "gold_on_madder": Scene(
        SIZE_PX, FPS, DURATION_S, seed=12, setting="home", mood="anger", material="geumni",
        time_of_day="dusk", effects=(Effect("fire", 0.4, 0.8),),
        actors=(Actor("pig", _walk(0.5, 0.6), height=0.4, motion="run"),),
    ),
}  # fmt: skip

MOMENTS = (1, 3)
"""The frames that are kept of each scene."""
