"""What is said to be drawn is looked for in the frames, and what cannot be seen is not found."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mongyudo.backends.director.direct import direct
from mongyudo.backends.director.ledger import at_force
from mongyudo.backends.director.repertoire import repertoire
from mongyudo.ink.render import render
from mongyudo.ink.scene import Actor, Effect, Key, Prop, Scene
from mongyudo.ink.sightings import is_empty, is_frozen, sightings
from mongyudo.journey.choices import Choices, set_out
from mongyudo.pipeline import plan_shots
from mongyudo.reading import read
from mongyudo.records import Dream

EXAMPLES = Path(__file__).parents[3] / "examples"
SIZE_PX = (256, 144)


def scene_with(*, actors: tuple[Actor, ...] = (), props: tuple[Prop, ...] = ()) -> Scene:
    """A moment in a room."""
    return Scene(SIZE_PX, 8, 0.5, 5, "room", actors=actors, props=props)


def tiger(x: float, height: float = 0.5, alpha: float = 1.0) -> Actor:
    """A tiger that stands."""
    return Actor("tiger", (Key(0, x, 0.85, alpha=alpha),), height)


@pytest.mark.slow
def test_who_stands_in_the_frame_is_found_where_they_stand():
    """The box is around the tiger, and no more than around it."""
    (seen,) = sightings(scene_with(actors=(tiger(0.3),)))
    left, top, right, bottom = seen.box
    assert seen.found
    assert 0 <= left < 0.3 < right < 0.75
    assert 0.2 < top < 0.7 < bottom <= 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "unseen", [tiger(1.8), tiger(0.5, height=0.03), tiger(0.5, alpha=0.02)],
    ids=["beyond the edge", "tiny", "transparent"],
)  # fmt: skip
def test_who_cannot_be_seen_is_not_found(unseen):
    """Whatever the plan says."""
    (seen,) = sightings(scene_with(actors=(unseen,)))
    assert not seen.found


@pytest.mark.slow
def test_who_is_covered_is_not_found():
    """A small pig behind a wardrobe is no sight; the wardrobe is."""
    pig = Actor("pig", (Key(0, 0.5, 0.86),), 0.12)
    wardrobe = Prop("wardrobe", (Key(0, 0.5, 0.95),), 0.75)
    seen = {each.name: each for each in sightings(scene_with(actors=(pig,), props=(wardrobe,)))}
    assert seen["wardrobe"].found
    assert not seen["pig"].found


@pytest.mark.slow
@pytest.mark.parametrize("name", ["grandmother", "porcelain", "exam"])
def test_what_a_film_claims_is_in_its_frames(name):
    """Everybody, every thing, every effect at force; no frame is empty, nothing freezes."""
    dream = Dream.of((EXAMPLES / f"{name}.txt").read_text(encoding="utf-8"))
    for shot in plan_shots(read(dream), set_out(dream, Choices())):
        for staged in direct(shot, repertoire()).scenes:
            scene = replace(staged, size_px=SIZE_PX, fps=6)
            lost = [
                each for each in sightings(scene)
                if not each.found
                and not (isinstance(each.part, Effect) and not at_force(each.part))
            ]  # fmt: skip
            assert lost == []
            frames = list(render(scene))
            assert not any(map(is_empty, frames))
            assert not is_frozen(frames[::3])


def test_an_empty_frame_is_told_from_a_full_one():
    """Bare paper with a little grain is empty, a picture is not."""
    grain = np.random.default_rng(1).integers(0, 5, (40, 60, 3))
    paper = (200 + grain).astype(np.uint8)
    drawn = paper.copy()
    drawn[10:30, 20:40] = 30
    assert is_empty(paper)
    assert not is_empty(drawn)
    assert is_frozen([drawn, drawn])
    assert not is_frozen([drawn, np.roll(drawn, 3, axis=1)])
