"""Small things are nearly as small as they are, and the camera cuts to them."""

import pytest

from mongyudo.backends.director import direct
from mongyudo.backends.director.repertoire import repertoire
from mongyudo.ink.camera import near_view
from mongyudo.ink.scene import Scene
from mongyudo.journey.choices import Choices, set_out
from mongyudo.pipeline import plan_shots
from mongyudo.reading import read
from mongyudo.records import Dream


def scenes(text: str, size_px: tuple[int, int] = (768, 432)) -> list[Scene]:
    """All pictures of a dream."""
    dream = Dream.of(text)
    chosen = set_out(dream, Choices(segments=2, size_px=size_px))
    shots = plan_shots(read(dream, segments=2), chosen)
    return [scene for shot in shots for scene in direct(shot, repertoire()).scenes]


def with_thing(text: str, concept: str, size_px: tuple[int, int] = (768, 432)) -> Scene:
    """The first picture with `concept` in it."""
    return next(s for s in scenes(text, size_px) if any(p.concept == concept for p in s.props))


_RING = "길을 걷다가 반지를 주웠다. 반지에 내 이름이 적혀 있었다. 할머니가 그 반지를 달라고 했다."


@pytest.mark.parametrize("size_px", [(768, 432), (432, 768), (576, 576)])
def test_a_ring_is_small_and_seen_from_near(size_px: tuple[int, int]) -> None:
    scene = with_thing(_RING, "ring", size_px)
    ring = next(p for p in scene.props if p.concept == "ring")
    assert ring.height < 0.2 * scene.actors[0].height
    cut = scene.camera.cut_in
    assert cut is not None
    assert (cut.start, cut.end) == (pytest.approx(0.6, abs=0.1), 1.0)
    seen = near_view(scene.camera, 1.0)
    assert seen is not None
    zoom, left, top = seen
    assert left < ring.path[-1].x < left + 1 / zoom
    assert top < ring.path[-1].y < top + 1 / zoom
    assert ring.height * zoom > 0.1


def test_what_only_lies_about_is_seen_before_the_event() -> None:
    last = scenes(_RING)[-1]
    assert {a.concept for a in last.actors} >= {"grandmother"}
    assert last.camera.cut_in is not None
    assert last.camera.cut_in.start == 0.0
    assert last.camera.cut_in.end < 0.6


def test_what_is_told_to_be_large_is_large() -> None:
    plain, large = (
        with_thing(f"길을 걷다가 {told}반지를 주웠다. 친구가 그것을 보고 웃었다.", "ring")
        for told in ("", "커다란 ")
    )
    heights = [next(p.height for p in s.props if p.concept == "ring") for s in (plain, large)]
    assert heights[1] > 2 * heights[0]


@pytest.mark.parametrize(("beast", "concept"), [("고양이", "cat"), ("개구리", "frog")])
def test_a_beast_is_smaller_than_who_talks_with_it(beast: str, concept: str) -> None:
    scene = scenes(f"방에서 {beast}가 나한테 말을 걸었다. 나는 {beast}를 보고 웃었다.")[0]
    heights = {a.concept: a.height for a in scene.actors}
    assert heights[concept] < 0.36 * heights["woman"]


def test_a_beast_told_to_be_large_is_larger() -> None:
    told = "방에서 {}고양이가 나한테 말을 걸었다. 나는 고양이를 보고 웃었다."
    plain, large = (
        next(a.height for a in scenes(told.format(more))[0].actors if a.concept == "cat")
        for more in ("", "거대한 ")
    )
    assert large > 2 * plain
