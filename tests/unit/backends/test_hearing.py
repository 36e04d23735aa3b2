"""What is seen is heard, at its moment: events, weather, animals, and steps with the feet."""

from dataclasses import replace

import numpy as np
import pytest

from mongyudo.backends.director.hearing import hear
from mongyudo.backends.director.ledger import Staged
from mongyudo.ink.cast import CREATURES, FIGURES
from mongyudo.ink.cast_figures import gait_of
from mongyudo.ink.creatures import gait_of as animal_gait
from mongyudo.ink.effects import EFFECT_BUILDERS
from mongyudo.ink.footfalls import footfalls
from mongyudo.ink.looks import look_for
from mongyudo.ink.scene import Actor, Camera, Effect, Key, Prop, Scene
from mongyudo.records import Heard

ROOM = Scene((384, 216), 24, 4.0, 3, "room")
WALK = Actor("woman", (Key(0, 0.2, 0.8), Key(1, 0.7, 0.8)), motion="walk")


def sounds(*staged: Staged) -> dict[str, list[Heard]]:
    found: dict[str, list[Heard]] = {}
    for heard in hear(staged):
        found.setdefault(heard.sound, []).append(heard)
    return found


@pytest.mark.parametrize(
    ("event", "sound", "share"),
    [("break", "glass breaking", 0.3), ("crash", "crash", 0.34), ("open_door", "door", 0.22)],
)
def test_an_event_is_heard_at_its_moment(event: str, sound: str, share: float) -> None:
    """Also in the second picture of a shot; and not where it is not seen."""
    quiet, loud = Staged(ROOM), Staged(ROOM, event)
    assert sound not in sounds(quiet)
    assert [h.at_s for h in sounds(quiet, loud)[sound]] == [pytest.approx(4.0 + 4.0 * share)]


def test_steps_are_heard_when_the_feet_come_down() -> None:
    """As many as the way has strides, from where the walker is; somebody who stands makes none."""
    scene = replace(ROOM, actors=(WALK,))
    steps = sounds(Staged(scene))["step on a floor"]
    assert [h.at_s for h in steps] == [pytest.approx(at) for at in footfalls(WALK, scene)]
    assert len(steps) >= 2
    assert steps[0].x < steps[-1].x
    still = replace(scene, actors=(replace(WALK, motion="stand"),))
    assert "step on a floor" not in sounds(Staged(still))


def test_each_round_of_a_gait_is_as_many_steps_as_there_are_feet() -> None:
    look = look_for(ROOM.mood, ROOM.material, ROOM.time_of_day)
    camera = Camera(pan_x=1.2)
    for concept, feet in (("woman", 2), ("horse", 4)):
        actor = Actor(concept, (Key(0, 0.5, 0.8),), motion="walk")
        scene = replace(ROOM, setting="field", actors=(actor,), camera=camera)
        if concept in CREATURES:
            found = animal_gait(actor, scene, look)
            playing = found[1] if found else None
        else:
            playing = gait_of(actor, scene, look)
        assert playing is not None
        assert playing.tread is not None
        rounds = playing.tread.rounds[-1] - playing.tread.rounds[0]
        assert rounds > 1
        assert abs(len(footfalls(actor, scene)) - feet * rounds) <= 1.01


def test_who_runs_steps_faster_than_who_walks() -> None:
    """In a tracking shot the ground runs by."""
    camera = Camera(pan_x=1.2)
    here = (Key(0, 0.5, 0.8),)
    paces = []
    for motion in ("walk", "run"):
        actor = replace(WALK, path=here, motion=motion)
        falls = footfalls(actor, replace(ROOM, setting="forest", actors=(actor,), camera=camera))
        assert all(0 <= at <= 4.0 for at in falls)
        paces.append(float(np.median(np.diff(falls))))
    assert paces[1] < paces[0] < 1.0


def test_a_horse_has_four_feet_and_a_mouse_is_not_heard() -> None:
    camera = Camera(pan_x=1.2)

    def of(concept: str) -> dict[str, list[Heard]]:
        actor = Actor(concept, (Key(0, 0.5, 0.8),), motion="run")
        return sounds(Staged(replace(ROOM, setting="field", actors=(actor,), camera=camera)))

    assert len(of("horse")["hoof"]) >= 8
    assert "paw" in of("tiger")
    assert not {"hoof", "paw"} & set(of("mouse"))


@pytest.mark.parametrize(
    ("setting", "weather", "step"),
    [
        ("corridor", "clear", "step on a floor"),
        ("forest", "clear", "step on earth"),
        ("forest", "rain", "step in water"),
        ("corridor", "rain", "step on a floor"),
        ("snowfield", "clear", "step in snow"),
    ],
)
def test_the_ground_gives_the_step_its_sound(setting: str, weather: str, step: str) -> None:
    scene = replace(ROOM, setting=setting, weather=weather, actors=(WALK,))
    assert step in sounds(Staged(scene))


def test_night_and_rain_silence_the_birds() -> None:
    day = replace(ROOM, setting="forest")
    assert "birds" in sounds(Staged(day))
    assert "insects" in sounds(Staged(replace(day, time_of_day="night")))
    assert not {"birds", "insects"} & set(sounds(Staged(replace(day, weather="rain"))))


def test_who_is_not_seen_is_not_heard() -> None:
    dog = Actor("dog", (Key(0, 0.5, 0.8),))
    gone = replace(dog, path=(Key(0, 0.5, 0.8, alpha=0.0),))
    assert "dog" in sounds(Staged(replace(ROOM, actors=(dog,))))
    assert "dog" not in sounds(Staged(replace(ROOM, actors=(gone,))))


def test_a_weak_effect_is_air_and_not_heard() -> None:
    weak, strong = (replace(ROOM, effects=(Effect("fire", 0, end),)) for end in (0.2, 0.9))
    assert "fire" not in sounds(Staged(weak))
    assert "fire" in sounds(Staged(strong))


def test_a_herd_calls_once() -> None:
    pigs = tuple(Actor("pig", (Key(0, x, 0.8),)) for x in (0.3, 0.5, 0.7))
    assert len(sounds(Staged(replace(ROOM, actors=pigs)))["pig"]) == 1


def test_a_thing_that_is_held_is_heard() -> None:
    holder = replace(WALK, holds="alarm_clock")
    assert "clock" in sounds(Staged(replace(ROOM, actors=(holder,))))
    bell = Prop("temple_bell", (Key(0, 0.5, 0.8),))
    assert "temple bell" in sounds(Staged(replace(ROOM, props=(bell,))))


def test_the_table_names_what_can_be_drawn() -> None:
    """A misspelt row would never be heard."""
    from mongyudo.backends.director.vignettes import vignettes
    from mongyudo.film.beds import rules
    from mongyudo.ink.cast import PROPS
    from mongyudo.ink.settings import BUILDERS
    from mongyudo.ink.weather import WEATHERS

    known = {
        "setting": set(BUILDERS), "weather": set(WEATHERS), "effect": set(EFFECT_BUILDERS),
        "event": set(vignettes()), "actor": FIGURES | CREATURES, "prop": set(PROPS),
    }  # fmt: skip
    unknown = [(source, name) for source, name in rules() if name not in known[source]]
    assert unknown == []
