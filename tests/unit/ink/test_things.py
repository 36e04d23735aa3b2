"""Things: every one has a drawing, a true size and a place in the picture."""

import lzma
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest

from mongyudo.ink.canvas import Rgba, pixels_of, surface
from mongyudo.ink.layers import View
from mongyudo.ink.looks import look_for
from mongyudo.ink.props import PROPS, height_m, image_of, make_thing, place_of, proportion
from mongyudo.ink.props_bake import Finish, bake, thing_image
from mongyudo.ink.props_sketch import DRAWINGS
from mongyudo.ink.scene import Key, Prop, Scene
from mongyudo.ink.sprites import PLACES, draw_icon, is_own, sprites

INK = look_for("calm", "ink", "day")
PAPER = look_for("fear", "paper", "night")
SCENE = Scene((160, 90), 24, 3.0, 5, "home")
ASSETS = files("mongyudo.ink") / "assets"


def drawn(prop: Prop, time_s: float = 0.4, progress: float = 0.3, scene: Scene = SCENE) -> Rgba:
    """The pixels of one thing of `scene` alone."""
    sheet = surface(*SCENE.size_px)
    layer = make_thing(prop, scene, INK)
    layer.draw(sheet.getCanvas(), View(time_s, progress, (0.0, 0.0), SCENE.size_px))
    return pixels_of(sheet)


def at(x: float, y: float = 0.9) -> tuple[Key, ...]:
    """A path that stays at one place."""
    return (Key(0, x, y),)


def spots(alpha: np.ndarray) -> int:
    """How many columns a picture covers."""
    return int((alpha > 40).any(axis=0).sum())


def test_the_key_object_is_clearer_than_the_rest_and_no_loud_picture() -> None:
    """Its colours are pigments, too: no clip art beside ink."""

    def loudest(*, glow: bool, name: str = "bell") -> float:
        found = bake(sprites()[name], 60.0, INK, 3, Finish(glow=glow)).image
        colour = found.toarray()[..., :3].astype(float)[found.toarray()[..., 3] > 200]
        return float(np.percentile(colour.max(axis=1) - colour.min(axis=1), 90))

    assert 1.2 * loudest(glow=False) < loudest(glow=True) < 115
    fire = [loudest(glow=glow, name="fire") for glow in (False, True)]
    assert 1.6 * fire[0] < fire[1]  # what is a light itself keeps its colour


def test_a_carriage_has_its_own_door() -> None:
    """지하철 문: two leaves of steel, in it and wherever it stands; elsewhere a wooden one."""
    door = Prop("door", at(0.3), 0.6, "open")
    train = Prop("subway_train", at(0.7), 0.5)
    wooden, within, beside = (
        drawn(door, scene=scene)
        for scene in (
            SCENE, replace(SCENE, setting="subway"), replace(SCENE, props=(door, train)),
        )
    )  # fmt: skip
    assert (within != wooden).any()
    assert (within == beside).all()


@pytest.mark.slow
def test_every_thing_shows_in_both_materials() -> None:
    """No thing is without a drawing, and each leaves a mark at 64 pixels in ink and in paper."""
    empty = [
        concept
        for concept in sorted(PROPS)
        for look in (INK, PAPER)
        if (pixels_of(image_of(concept, 64, look, 3))[..., 3] > 60).mean() < 0.02
    ]
    assert empty == []


def test_every_drawing_of_the_table_exists() -> None:
    """Whatever the table names can be painted, and every drawing of ours is named by it."""
    sheet = surface(8, 8)
    for sprite in sprites().values():
        draw_icon(sheet.getCanvas(), sprite.icon, 8.0)
    named = {s.icon.rpartition(".")[2] for s in sprites().values() if is_own(s.icon)}
    assert set(DRAWINGS) == named


def test_every_row_of_the_table_is_sound() -> None:
    """Classes, facings and heights are of the known kind and size."""
    sorts = {"walker", "flier", "swimmer", "floater", "object", "building"}
    for sprite in sprites().values():
        assert sprite.sort in sorts, sprite
        assert sprite.facing in {"left", "right", "front"}, sprite
        assert 0.005 <= sprite.height_m <= 60, sprite
        assert sprite.place in PLACES, sprite


@pytest.mark.parametrize("concept", ["apple", "porcelain", "exam_paper", "bus", "tooth"])
def test_a_picture_is_as_wide_as_the_thing(concept: str) -> None:
    """A picture has the height asked for and the proportions of the drawing."""
    image = image_of(concept, 80, INK, 3)
    assert image.height() == 80
    assert image.width() / image.height() == pytest.approx(proportion(concept), rel=0.15)


def test_the_same_seed_gives_the_same_picture() -> None:
    """A picture depends on its concept, size, look and seed alone."""
    first = pixels_of(image_of("door", 64, PAPER, 9))
    thing_image.cache_clear()
    assert np.array_equal(first, pixels_of(image_of("door", 64, PAPER, 9)))
    assert not np.array_equal(first, pixels_of(image_of("door", 64, PAPER, 10)))


def test_an_unknown_thing_is_refused() -> None:
    """What has no drawing raises KeyError instead of drawing something else."""
    with pytest.raises(KeyError):
        image_of("kagwalskinsaeng", 64, INK, 1)
    with pytest.raises(KeyError):
        make_thing(Prop("kagwalskinsaeng", at(0.5)), SCENE, INK)


def test_a_thing_follows_its_path() -> None:
    """A thing stands where its path says at the moment."""
    path = (Key(0, 0.2, 0.9), Key(1, 0.8, 0.9))
    early = drawn(Prop("apple", path, height=0.4), progress=0.0)[..., 3]
    late = drawn(Prop("apple", path, height=0.4), progress=1.0)[..., 3]
    assert early[:, :80].sum() > 0 == early[:, 80:].sum()
    assert late[:, 80:].sum() > 0 == late[:, :80].sum()


def test_many_are_scattered() -> None:
    """Nine coins cover far more ground than one."""
    one = drawn(Prop("coin", at(0.5), height=0.12))[..., 3]
    nine = drawn(Prop("coin", at(0.5), height=0.12, count=9))[..., 3]
    assert spots(nine) > 3.5 * spots(one)


def test_falling_money_comes_from_above() -> None:
    """Copies that fall without a path are spread over the air above their place."""
    rain = drawn(Prop("banknote", at(0.5), height=0.08, count=12, motion="fall"))[..., 3]
    rest = drawn(Prop("banknote", at(0.5), height=0.08, count=12))[..., 3]
    assert (rain[:45] > 40).sum() > 0 == (rest[:45] > 40).sum()


def test_a_door_opens() -> None:
    """A door that opens looks different at the end, one that does not stays as it is."""
    door = Prop("door", at(0.5), height=0.8, motion="open")
    before, after = drawn(door, progress=0.0), drawn(door, progress=0.95)
    assert np.abs(before.astype(int) - after.astype(int)).mean() > 3
    still = Prop("door", at(0.5), height=0.8)
    assert np.array_equal(drawn(still, progress=0.0), drawn(still, progress=0.95))


def test_what_breaks_ends_on_the_ground() -> None:
    """A broken jar lies low and wide; before the break it is whole."""
    jar = Prop("porcelain", at(0.5), height=0.6, motion="break")
    whole, broken = drawn(jar, progress=0.0)[..., 3], drawn(jar, 3.0, progress=1.0)[..., 3]
    assert spots(broken) > 1.15 * spots(whole)
    assert (broken[:45] > 200).sum() < 0.1 * (whole[:45] > 200).sum()


def test_the_key_object_keeps_its_colour_and_shines() -> None:
    """A glowing apple is more colourful than a plain one and lights the air around it."""
    plain = drawn(Prop("apple", at(0.5), height=0.5)).astype(int)
    key = drawn(Prop("apple", at(0.5), height=0.5, glow=True)).astype(int)
    chroma = [np.ptp(p[60:75, 70:90, :3], axis=2).mean() for p in (plain, key)]
    assert chroma[1] > 1.3 * chroma[0]
    assert (key[..., 3] > 8).sum() > 1.5 * (plain[..., 3] > 8).sum()


def test_a_car_looks_the_way_it_goes() -> None:
    """Driving to the right mirrors a drawing that faces left."""
    left = drawn(Prop("car", (Key(0, 0.6, 0.9), Key(1, 0.4, 0.9)), height=0.5), progress=0.5)
    right = drawn(Prop("car", (Key(0, 0.4, 0.9), Key(1, 0.6, 0.9)), height=0.5), progress=0.5)
    there = left[:60, :, 3].astype(int)
    assert np.abs(there - right[:60, ::-1, 3]).mean() < np.abs(there - right[:60, :, 3]).mean()


def test_what_is_far_lies_in_mist() -> None:
    """A house behind and high up in the frame is paler than one at the front."""
    near = drawn(Prop("house", at(0.5, 0.9), height=0.3)).astype(int)
    far = drawn(Prop("house", at(0.5, 0.6), height=0.3, behind=True)).astype(int)
    there = [p[..., :3][p[..., 3] > 220].std() for p in (near, far)]
    assert there[1] < 0.85 * there[0]


def test_sizes_are_real() -> None:
    """A ring is smaller than a door, and a door than a pagoda."""
    assert height_m("ring") < height_m("door") < height_m("pagoda")


def test_things_know_where_they_belong() -> None:
    """A clock hangs on the wall, rice stands on a table, an aeroplane flies."""
    wanted = {"clock": "wall", "rice": "surface", "airplane": "sky", "ship": "water", "bus": "road"}
    assert {concept: place_of(concept) for concept in wanted} == wanted


def test_the_dreams_of_the_plan_can_be_shown() -> None:
    """The things of the published dreams are there."""
    assert {
        "porcelain", "cctv", "cctv_screen", "exam_paper", "omr_sheet", "tooth", "door", "bed",
        "phone", "document", "money", "gold", "ring", "coffin", "grave", "knife", "gun", "well",
    } <= PROPS  # fmt: skip


def test_what_must_not_be_shown_has_no_drawing() -> None:
    """No gallows, no corpse, no naked body, however often they are dreamt of."""
    assert not PROPS & {"gallows", "corpse", "body", "chest", "noose", "vomit"}


def test_the_drawings_ship_with_their_licence() -> None:
    """The foreign drawings are few and small, and say where they come from and what was changed."""
    licence = (ASSETS / "LICENSE-noto-emoji.txt").read_text(encoding="utf-8")
    assert "Apache License" in licence
    assert "Changes:" in licence
    packed = (ASSETS / "noto.json.xz").read_bytes()
    assert len(packed) < 1_000_000 < len(lzma.decompress(packed))
