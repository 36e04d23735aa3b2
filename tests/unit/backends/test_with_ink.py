"""The director against the ink as it is: every name is known, and what is drawn is visible."""

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from mongyudo.backends.director import direct, undrawable
from mongyudo.backends.director.moods import CATEGORY_LOOKS, FEELINGS
from mongyudo.backends.director.tables import effect_sights, haunts, rows, sights, signs
from mongyudo.backends.director.vignettes import effect_of, vignettes
from mongyudo.ink.scene import Scene


def test_the_vignettes_ask_for_nothing_that_the_ink_lacks(ink):
    """Motions, faces, effects, things and settings of the table exist."""
    for v in vignettes().values():
        assert set(filter(None, v.lead + v.other)) <= ink.motions, v.concept
        assert {v.face, v.other_face} <= ink.expressions, v.concept
        assert {e.name for e in v.effects} <= ink.effects, v.concept
        assert set(v.props) <= ink.props, v.concept
        assert not v.setting or v.setting in ink.settings, v.concept


def test_the_tables_of_places_and_effects_name_what_the_ink_has(ink):
    """Haunts, sights, signs, metaphors, moods and categories point at real names."""
    assert set(haunts().values()) <= ink.settings
    assert set(sights()) <= ink.settings
    assert {look.setting for look in CATEGORY_LOOKS.values()} <= ink.settings
    asked = {effect_of(word).name for word in signs().values()} | set(effect_sights())
    for row in rows("metaphors.tsv"):
        asked |= {effect_of(word).name for word in row["shown_by"].split()}
    for feeling in FEELINGS.values():
        asked |= {effect.name for effect in (*feeling.air, *feeling.room)}
    assert asked <= ink.effects


def test_undrawable_names_what_has_no_picture():
    """A tiger, a fall, rain and the night can be shown; a made-up thing cannot."""
    assert undrawable({"tiger", "fall", "rain", "night", "school", "flumph"}) == {"flumph"}


def picture(scene: Scene) -> np.ndarray:
    """A frame in the middle of `scene`."""
    from mongyudo.ink.render import render

    count = round(scene.duration_s * scene.fps)
    return next(islice(render(scene), count // 2, None)).astype(int)


def without(scene: Scene, concept: str) -> Scene:
    """`scene` with everything called `concept` taken out."""
    return replace(
        scene,
        actors=tuple(
            replace(a, holds=None if a.holds == concept else a.holds)
            for a in scene.actors
            if a.concept != concept
        ),
        props=tuple(p for p in scene.props if p.concept != concept),
    )


STORIES = {
    "tiger": (
        "마당에서 호랑이에게 쫓겼다.",
        ("마당", "setting", "yard"),
        ("호랑이", "actor", "tiger"),
        ("쫓겼/be chased", "motion", "chase"),
    ),
    "porcelain": (
        "집에서 도자기를 들고 걸었다.",
        ("집", "setting", "home"),
        ("도자기", "prop", "porcelain"),
        ("들고", "motion", "carry"),
    ),
    "ring": ("반지를 주웠다.", ("반지", "prop", "ring"), ("주웠", "motion", "find")),
    "grandmother": (
        "할머니가 나를 안아 주셨다.",
        ("할머니", "actor", "grandmother"),
        ("안아", "motion", "hug"),
    ),
    "umbrella": (
        "친구가 울었다. 우산이 있었다.",
        ("친구", "actor", "friend"),
        ("울었", "motion", "cry"),
        ("우산", "prop", "umbrella"),
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("concept", sorted(STORIES))
@pytest.mark.parametrize("style", ["ink", "paper"])
def test_what_is_listed_as_drawn_can_be_seen(segment_of, shot_of, ink, concept, style):
    """Taking the thing out changes at least one pixel in a thousand clearly."""
    shot = shot_of(
        segment_of(*STORIES[concept]),
        "중립",
        style=style,
        size_px=(256, 144),
        fps=6,
        duration_s=2.0,
    )
    direction = direct(shot, ink)
    assert concept in {d.concept for d in direction.drawn} | {
        a.concept for s in direction.scenes for a in s.actors
    }
    (scene,) = direction.scenes
    changed = np.abs(picture(scene) - picture(without(scene, concept))).max(axis=2) > 24
    assert changed.mean() > 0.001
