"""What lies before and behind the cast, and that hovering insects stay in the picture."""

import numpy as np
import pytest

from mongyudo.ink.canvas import pixels_of, surface
from mongyudo.ink.cast import make_actor
from mongyudo.ink.effects import effect_layers
from mongyudo.ink.layers import View
from mongyudo.ink.looks import look_for
from mongyudo.ink.scene import Actor, Effect, Key, Scene
from mongyudo.ink.stage import Stage

SIZE = (96, 64)
SCENE = Scene(SIZE, 24, 1.0, 5, "home")
LOOK = look_for("fear", "ink", "night")


@pytest.mark.parametrize("name", ["cracks", "ink_splash"])
def test_no_face_is_hidden_by(name: str) -> None:
    """Cracks and splashes lie behind the cast."""
    made = effect_layers(Stage(SCENE, LOOK, *SIZE), Effect(name, 0.0, 1.0), indoors=False)
    assert made.behind
    assert not made.before
    assert not made.over


@pytest.mark.parametrize("concept", ["dragonfly", "mosquito", "wasp", "bee"])
@pytest.mark.parametrize("menace", [False, True])
def test_a_large_insect_hovers_within_the_frame(concept: str, *, menace: bool) -> None:
    """At four fifths of the frame's height most of the insect is still to be seen."""
    actor = Actor(concept, (Key(0.0, 0.5, 0.9),), 0.8, "fly", menace=menace)
    field = surface(*SIZE)
    make_actor(actor, SCENE, LOOK).draw(field.getCanvas(), View(0.4, 0.3, (0.0, 0.0), SIZE))
    rows = np.flatnonzero((pixels_of(field)[..., 3] > 40).any(axis=1))
    assert rows.size > 0.5 * SIZE[1]
    assert rows[-1] > 0.6 * SIZE[1]


@pytest.mark.parametrize("seed", range(6))
def test_splashes_leave_the_title_alone(seed: int) -> None:
    """The strips along both sides, where titles stand, stay clean down to their seal."""
    size = (320, 180)
    scene = Scene(size, 24, 1.0, seed, "home", title="도자기")
    made = effect_layers(Stage(scene, LOOK, *size), Effect("ink_splash", 1.0, 1.0), indoors=False)
    field = surface(*size)
    for layer in made.behind:
        layer.draw(field.getCanvas(), View(1.0, 1.0, (0.0, 0.0), size))
    inked = pixels_of(field)[..., 3] > 60
    assert inked.any()
    assert not inked[:, :26].any()
    assert not inked[:, -26:].any()


@pytest.mark.parametrize(("lead_x", "sounding"), [(0.2, "right"), (0.8, "left")])
def test_echoes_come_from_the_side_away_from_the_lead(lead_x: float, sounding: str) -> None:
    """The arcs of a sound are drawn in the half of the picture where nobody stands."""
    lead = Actor("woman", (Key(0.0, lead_x, 0.86),), 0.4)
    scene = Scene(SIZE, 24, 1.0, 5, "home", actors=(lead,))
    made = effect_layers(Stage(scene, LOOK, *SIZE), Effect("echoes", 1.0, 1.0), indoors=True)
    field = surface(*SIZE)
    for layer in made.behind:
        layer.draw(field.getCanvas(), View(0.5, 0.5, (0.0, 0.0), SIZE))
    ink = pixels_of(field)[..., 3].astype(int)
    left, right = ink[:, : SIZE[0] // 2].sum(), ink[:, SIZE[0] // 2 :].sum()
    assert (left > 5 * right) if sounding == "left" else (right > 5 * left)
