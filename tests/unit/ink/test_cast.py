"""The cast draws whoever and whatever a scene names."""

from dataclasses import replace

import numpy as np
import pytest

from mongyudo.ink.canvas import pixels_of, surface
from mongyudo.ink.cast import (
    CLOTHES,
    CREATURES,
    EXPRESSIONS,
    FIGURES,
    MOTIONS,
    PROPS,
    height_m,
    make_actor,
    make_prop,
    make_title,
    proportion,
)
from mongyudo.ink.cast_figures import in_use
from mongyudo.ink.cast_held import held_painter
from mongyudo.ink.cast_layer import key_at
from mongyudo.ink.figures import GROUPS, KINDS, YAWS, Dressed, Shown, draw_figure, outfit_of
from mongyudo.ink.figures_face import FACES
from mongyudo.ink.figures_pen import Pen, ellipse, rgb
from mongyudo.ink.layers import Layer, View
from mongyudo.ink.looks import look_for
from mongyudo.ink.poses import pose_at
from mongyudo.ink.poses_motions import MOTIONS_TABLE
from mongyudo.ink.scene import Actor, Key, Prop, Scene, Turn

LOOK = look_for("calm", "ink", "day")
HERE = (Key(0.0, 0.5, 0.9),)


def scene_of(size: tuple[int, int] = (128, 72), title: str = "", *actors: Actor) -> Scene:
    """A scene of `size` with nothing else in it."""
    return Scene(size, 24, 3.0, 5, "home", title=title, actors=actors)


def drawn(layer: Layer, size: tuple[int, int] = (128, 72), time_s: float = 0.4) -> np.ndarray:
    """The RGBA pixels of `layer` alone."""
    field = surface(*size)
    layer.draw(field.getCanvas(), View(time_s, 0.3, (0.0, 0.0), size))
    return pixels_of(field)


def sketch(concept: str, motion: str = "stand", facing: str = "right") -> np.ndarray:
    """One person on a 64 pixel picture, without the material."""
    kind = KINDS[concept]
    shown = Shown(Dressed(kind, outfit_of(kind, ""), FACES["plain"]), YAWS[facing])
    field = surface(96, 64)
    canvas = field.getCanvas()
    canvas.translate(48, 56)
    canvas.scale(40, 40)
    draw_figure(Pen(canvas), shown, pose_at(MOTIONS_TABLE[motion], 0.3))
    return pixels_of(field)


def test_every_person_shows_in_several_motions() -> None:
    """Every sort of person leaves a mark, whatever they do."""
    for index, concept in enumerate(sorted(KINDS)):
        motion = ("stand", "run", "cry")[index % 3]
        assert (sketch(concept, motion)[..., 3] > 128).sum() > 150, (concept, motion)


def test_every_motion_differs_from_standing() -> None:
    """No two of the main motions look alike, and none is just standing."""
    names = [m for m in sorted(MOTIONS_TABLE) if m != "stand"]
    standing = sketch("woman")[..., 3].astype(int)
    for name in names:
        difference = np.abs(sketch("woman", name)[..., 3].astype(int) - standing)
        assert (difference > 100).sum() > 12, name
    assert len(names) >= 60


@pytest.mark.parametrize("facing", ["right", "front", "back"])
def test_people_can_be_seen_from_all_sides(facing: str) -> None:
    """Front, side and back are three different pictures."""
    others = [f for f in ("right", "front", "back") if f != facing]
    for other in others:
        assert (
            np.abs(
                sketch("woman", "stand", facing).astype(int) - sketch("woman", "stand", other)
            ).sum()
            > 20_000
        )


def test_facing_left_mirrors_facing_right() -> None:
    """Somebody who faces left is the mirror image of the same person facing right."""
    size = (160, 96)
    right = drawn(make_actor(Actor("woman", HERE, 0.7, "run"), scene_of(size), LOOK), size)
    left = drawn(make_actor(Actor("woman", HERE, 0.7, "run", "left"), scene_of(size), LOOK), size)
    assert np.abs(right[..., 3].astype(int) - left[:, ::-1, 3]).mean() < 3.0
    assert np.abs(right[..., 3].astype(int) - left[..., 3]).mean() > 3.0


@pytest.mark.parametrize("concept", ["woman", "couple", "ghost", "baby"])
def test_the_same_scene_gives_the_same_picture(concept: str) -> None:
    """Nothing depends on anything but the scene."""
    actor = Actor(concept, HERE, 0.6, "walk", expression="sad")
    first, second = (drawn(make_actor(actor, scene_of(), LOOK)) for _ in range(2))
    assert first[..., 3].sum() > 20_000
    assert np.array_equal(first, second)


@pytest.mark.parametrize("material", ["ink", "paper", "minhwa", "geumni"])
def test_menace_is_darker(material: str) -> None:
    """The threatening form is much darker than the person it is made of."""
    look = look_for("fear", material, "night")
    plain = drawn(make_actor(Actor("stranger", HERE, 0.8), scene_of(), look))
    dark = drawn(make_actor(Actor("stranger", HERE, 0.8, menace=True), scene_of(), look))
    brightness = [p[p[..., 3] > 200][:, :3].mean() for p in (plain, dark)]
    assert brightness[1] < 0.7 * brightness[0]


@pytest.mark.parametrize("size", [(64, 36), (97, 61), (90, 160), (33, 200)])
def test_odd_sizes_are_fine(size: tuple[int, int]) -> None:
    """Any size of the frame can be drawn on, with a title."""
    layer = make_actor(Actor("man", HERE, 0.5, "wave"), scene_of(size), LOOK)
    assert drawn(layer, size)[..., 3].max() > 100
    behind = np.full((size[1], size[0], 3), 200, np.uint8)
    title = make_title(scene_of(size, "호랑이에게 쫓기다가 절벽에서 떨어지는 꿈"), LOOK, behind)
    assert title is not None
    assert drawn(title, size, 30.0)[..., 3].max() > 100


def test_a_carried_thing_is_seen() -> None:
    """What somebody holds changes the picture, and what cannot be drawn is left out."""
    empty = make_actor(Actor("woman", HERE, 0.7, "carry"), scene_of(), LOOK)
    thing = sorted(PROPS)[0]
    full = make_actor(Actor("woman", HERE, 0.7, "carry", holds=thing), scene_of(), LOOK)
    assert np.abs(drawn(empty).astype(int) - drawn(full)).sum() > 5_000
    assert held_painter("nothing of this name") is None
    assert held_painter(None) is None


@pytest.mark.parametrize(
    ("motion", "thing", "mark", "manner"),
    [
        ("eat", "apple", "", "hand"),
        ("eat", "rice", "chopsticks", "bowl"),
        ("drink", "glass_of_water", "", "hand"),
        ("read_book", "letter", "", "arms"),
        ("sew", "cloth", "needlework", "arms"),
    ],
)
def test_what_is_used_takes_the_place_of_what_the_motion_brings(
    motion: str, thing: str, mark: str, manner: str
) -> None:
    """Who eats an apple has it in the hand, and no bowl besides."""
    played, held = in_use(MOTIONS_TABLE[motion], held_painter(thing))
    assert held is not None
    assert (played.mark, held.manner) == (mark, manner)


@pytest.mark.parametrize(
    ("motion", "manner"),
    [("bear_on_head", "head"), ("bear_on_shoulder", "shoulder"), ("bear_on_back", "pack")],
)
def test_a_load_is_borne_in_all_that_is_done(motion: str, manner: str) -> None:
    """What is on the head stays there while who bears it talks, and is not in the arms then."""
    for motions in ((motion,), ("talk", motion, "walk")):
        held = held_painter("bundle", motions=motions)
        assert held is not None
        assert held.manner == manner


def test_what_is_borne_on_the_head_is_above_it() -> None:
    """The picture is taller by what lies on the head, also in the next motion."""
    turned = (Turn(0.5, "talk"),)
    bare, laden = (
        make_actor(
            Actor("woman", HERE, 0.5, "bear_on_head", holds=held, turns=turned), scene_of(), LOOK
        )
        for held in (None, "bundle")
    )
    for seconds in (0.2, 2.4):
        tops = [
            np.flatnonzero(drawn(each, time_s=seconds)[..., 3].max(axis=1) > 100)[0]
            for each in (bare, laden)
        ]
        assert tops[1] < tops[0] - 3


def test_a_dish_in_use_is_painted() -> None:
    """The noodles are seen in the far hand of who eats them, instead of a plain bowl."""
    eats = Actor("woman", HERE, 0.7, "eat")
    plain, full = (make_actor(replace(eats, holds=h), scene_of(), LOOK) for h in (None, "noodles"))
    assert np.abs(drawn(plain).astype(int) - drawn(full)).sum() > 2_000


def test_paths_ease_between_keys() -> None:
    """A path starts and ends at its keys and passes its middle half way."""
    path = (Key(0.2, 0.0, 0.5), Key(0.8, 1.0, 0.5, alpha=0.0))
    assert key_at(path, 0.0).x == 0.0
    assert key_at(path, 1.0).x == 1.0
    assert key_at(path, 0.5).x == pytest.approx(0.5)
    assert key_at(path, 0.35).x < 0.25


def test_unknown_words_fall_back_and_unknown_concepts_do_not() -> None:
    """Motions, faces and clothes have plain stand-ins; an unknown concept is refused."""
    odd = Actor("woman", HERE, 0.5, "no such motion", expression="none", clothes="none")
    assert drawn(make_actor(odd, scene_of(), LOOK))[..., 3].sum() > 10_000
    with pytest.raises(KeyError):
        make_actor(Actor("no such thing", HERE), scene_of(), LOOK)
    with pytest.raises(KeyError):
        make_prop(Prop("no such thing", HERE), scene_of(), LOOK)


def test_sets_are_wide_and_apart() -> None:
    """A concept is a person, an animal or a thing, never two of them."""
    assert not FIGURES & CREATURES
    assert not FIGURES & PROPS
    assert not CREATURES & PROPS
    assert set(GROUPS) <= FIGURES
    assert len(FIGURES) > 90
    assert {"plain", "happy", "sad", "crying", "angry", "scared", "asleep"} <= EXPRESSIONS
    assert {"nightgown", "hanbok", "suit", "school_uniform"} <= CLOTHES
    assert {"run", "walk", "fall", "fly", "hug"} <= MOTIONS


@pytest.mark.slow
def test_everything_has_a_size() -> None:
    """Whatever can be drawn has a height in metres and a proportion."""
    for concept in [*sorted(FIGURES | CREATURES), *sorted(PROPS)[::11]]:
        assert 0.0 < height_m(concept) < 5_000
        assert 0.02 < proportion(concept) < 40


@pytest.mark.slow
@pytest.mark.parametrize("concept", sorted(FIGURES | CREATURES))
def test_every_actor_can_be_made(concept: str) -> None:
    """Every figure and animal renders at a small size, gentle and as a threat."""
    for menace in (False, True):
        actor = Actor(concept, HERE, 0.8, "walk", menace=menace)
        assert drawn(make_actor(actor, scene_of((96, 64)), LOOK), (96, 64))[..., 3].sum() > 2_000


@pytest.mark.slow
@pytest.mark.parametrize("concept", sorted(PROPS))
def test_every_thing_can_be_made(concept: str) -> None:
    """Every thing renders at a small size."""
    layer = make_prop(Prop(concept, HERE, 0.8), scene_of((64, 64)), LOOK)
    assert drawn(layer, (64, 64))[..., 3].sum() > 2_000


def test_a_threat_is_dark_and_parted_by_moonlight() -> None:
    """In a threat the edges of limbs are lighter than the body; a plain shadow is one tone."""
    tones = {}
    for hint in (0.0, 0.24):
        field = surface(64, 64)
        pen = Pen(field.getCanvas(), line=2.0, dark=rgb(40, 36, 34), hint=hint)
        pen.part([ellipse(32, 32, 20, 20)], rgb(200, 140, 80))
        seen = pixels_of(field)
        tones[hint] = seen[seen[..., 3] > 250][:, :3].astype(int).sum(axis=1)
    assert np.ptp(tones[0.0]) < 12
    assert tones[0.24].max() > np.median(tones[0.24]) + 40


def test_a_feeling_is_seen_in_the_stance() -> None:
    """Scared, sad, angry, surprised, happy and disgusted people have outlines of their own."""
    size = (96, 96)
    outlines = {}
    for name in ("plain", "scared", "sad", "angry", "surprised", "happy", "disgusted"):
        actor = Actor("man", HERE, 0.8, expression=name, silhouette=True)
        outlines[name] = drawn(make_actor(actor, scene_of(size), LOOK), size)[..., 3] > 100
    names = sorted(outlines)
    for k, first in enumerate(names):
        for second in names[k + 1 :]:
            apart = (outlines[first] ^ outlines[second]).sum() / outlines["plain"].sum()
            assert apart > 0.08, (first, second, apart)
