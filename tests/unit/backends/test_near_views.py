"""Small things are nearly as small as they are, and the camera cuts to them."""

import pytest
from tests.unit.backends.told import film, shots

from mongyudo.backends.director import direct
from mongyudo.backends.director.blocking.core import Placement
from mongyudo.backends.director.composition import Frame, while_there, with_near_view
from mongyudo.backends.director.repertoire import repertoire
from mongyudo.ink.camera import near_view
from mongyudo.ink.scene import Actor, Camera, CutIn, Key, Prop, Scene


def with_thing(text: str, concept: str, size_px: tuple[int, int] | None = None) -> Scene:
    """The first picture with `concept` in it."""
    pictures = (
        s for shot in shots(text, size_px=size_px) for s in direct(shot, repertoire()).scenes
    )
    return next(s for s in pictures if any(p.concept == concept for p in s.props))


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


@pytest.mark.parametrize(
    ("filled", "may_begin", "span"),
    [((1, 0), True, (0.0, 0.4)), ((1, 0), False, (0.6, 1.0)), ((1, 2), True, (0.6, 1.0))],
)
def test_what_only_lies_about_is_seen_before_the_event(
    *, filled: tuple[int, int], may_begin: bool, span: tuple[float, float]
) -> None:
    def at(x: float, y: float) -> tuple[Key, ...]:
        return (Key(0, x, y),)

    placement = Placement(
        (Actor("woman", at(0.35, 0.8), height=0.46),),
        (Prop("low_table", at(0.7, 0.87), height=0.16), Prop("ring", at(0.7, 0.76), height=0.17)),
        (), Camera(), sets=(range(2),),
    )  # fmt: skip
    seen = with_near_view(
        placement, Frame(16 / 9, 0.8, Camera()), repertoire(), 2.0, filled, (),
        free=True, may_begin=may_begin,
    )  # fmt: skip
    cut = seen.camera.cut_in
    assert cut is not None
    assert (cut.start, cut.end) == pytest.approx(span)
    assert seen.props[1].height < 0.4 * placement.props[1].height
    assert seen.props[1].path[0].y == pytest.approx(0.87 - 0.66 * (0.87 - 0.76))


def test_what_is_told_to_be_large_is_large() -> None:
    plain, large = (
        with_thing(f"길을 걷다가 {told}반지를 주웠다. 친구가 그것을 보고 웃었다.", "ring")
        for told in ("", "커다란 ")
    )
    heights = [next(p.height for p in s.props if p.concept == "ring") for s in (plain, large)]
    assert heights[1] > 2 * heights[0]


@pytest.mark.parametrize(("beast", "concept"), [("고양이", "cat"), ("개구리", "frog")])
def test_a_beast_is_smaller_than_who_talks_with_it(beast: str, concept: str) -> None:
    scene = film(f"방에서 {beast}가 나한테 말을 걸었다. 나는 {beast}를 보고 웃었다.")[0]
    heights = {a.concept: a.height for a in scene.actors}
    assert heights[concept] < 0.36 * heights["woman"]


def test_a_beast_told_to_be_large_is_larger() -> None:
    told = "방에서 {}고양이가 나한테 말을 걸었다. 나는 고양이를 보고 웃었다."
    plain, large = (
        next(a.height for a in film(told.format(more))[0].actors if a.concept == "cat")
        for more in ("", "거대한 ")
    )
    assert large > 2 * plain


def test_the_face_of_who_shouts_alone_is_seen_from_near() -> None:
    (scene,) = film("방에서 나는 큰 소리로 소리를 질렀다.")
    seen = near_view(scene.camera, 1.0)
    assert seen is not None
    zoom, left, top = seen
    foot, tall = scene.actors[0].path[-1], scene.actors[0].height
    assert left < foot.x < left + 1 / zoom
    assert top < foot.y - 0.95 * tall < top + 1 / zoom < foot.y


def test_of_many_who_cry_none_is_picked_out() -> None:
    crowd = film("교실에서 친구들이 모두 울었다. 나는 왜 우는지 몰랐다.")[0]
    assert crowd.actors[0].concept == "friends"
    assert crowd.camera.cut_in is None


@pytest.mark.parametrize(
    ("alphas", "span"),
    [((0.0, 1.0), (0.6, 1.0)), ((1.0, 0.0), (0.0, 0.4)), ((1.0, 1.0), (0.0, 0.4))],
)
def test_a_thing_is_seen_from_near_while_it_is_there(
    *, alphas: tuple[float, float], span: tuple[float, float]
) -> None:
    path = tuple(
        Key(at, 0.3, 0.7, alpha=alpha) for at, alpha in zip((0.0, 1.0), alphas, strict=True)
    )
    early = Camera(cut_in=CutIn(0.0, 0.4, (0.3, 0.7), 2.5))
    cut = while_there(early, (Prop("clothes", path, height=0.1),)).cut_in
    assert cut is not None
    assert (cut.start, cut.end) == pytest.approx(span)


def test_what_goes_from_hands_into_a_thing_on_a_table_stays_in_reach() -> None:
    hand, inside = Key(0, 0.45, 0.55), Key(1, 0.6, 0.72)
    placement = Placement(
        (Actor("woman", (Key(0, 0.36, 0.8),), height=0.46),),
        (
            Prop("low_table", (Key(0, 0.6, 0.87),), height=0.16),
            Prop("microwave", (Key(0, 0.6, 0.76),), height=0.17),
            Prop("bread", (hand, inside), height=0.1),
        ),
        (), Camera(), sets=(range(3),),
    )  # fmt: skip
    seen = with_near_view(
        placement, Frame(16 / 9, 0.8, Camera()), repertoire(), 2.0, (1, 3), (),
        free=False, may_begin=False,
    )  # fmt: skip
    assert seen.props == placement.props


def test_a_stone_that_is_thrown_fits_into_a_hand() -> None:
    scene = with_thing("화가 나서 까마귀들에게 돌을 던졌다.", "stone")
    (stone,) = [p for p in scene.props if p.concept == "stone"]
    assert stone.height < 0.3 * max(a.height for a in scene.actors)


def test_what_belongs_to_the_event_is_seen_from_near_before_what_lies_about() -> None:
    ring, shell = (
        Prop(name, (Key(0, x, 0.86),), height=0.12, glow=glow)
        for name, x, glow in (("ring", 0.6, False), ("clam", 0.15, True))
    )
    placement = Placement(
        (Actor("woman", (Key(0, 0.36, 0.8),), height=0.46),), (ring, shell), (), Camera()
    )
    seen = with_near_view(
        placement, Frame(16 / 9, 0.8, Camera()), repertoire(), 2.0, (1, 1), (),
        free=True, may_begin=True,
    )  # fmt: skip
    assert seen.camera.cut_in is not None
    assert seen.camera.cut_in.focus[0] == pytest.approx(0.6, abs=0.05)
