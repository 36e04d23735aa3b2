"""What a good picture asks, term by term, and that the solver gives it."""

import pytest

from mongyudo.backends.director import direct
from mongyudo.backends.director.blocking.core import Box, Placement
from mongyudo.backends.director.composition import Frame, Position, composed, size_of
from mongyudo.backends.director.composition.costs import (
    Piece,
    crowded,
    cut_off,
    faces_covered,
    looks_out,
    lopsided,
    merged,
    off_thirds,
    seen,
    under_title,
)
from mongyudo.backends.director.vignettes import vignettes
from mongyudo.ink.extents import extent_of
from mongyudo.ink.scene import Actor, Camera, Key, Prop, Scene

FRAME = Frame(16 / 9, 0.8, Camera(zoom_from=1.0, zoom_to=1.0))


def person(x: float, *, depth: int = 1, scale: float = 1.0, **more: object) -> Piece:
    """Somebody who stands at `x`."""
    body, head = Box(-0.2, -1.0, 0.2, 0.0), Box(-0.1, -1.0, 0.1, -0.77)
    return Piece(depth, (Key(0, x, 0.8, scale=scale),), 0.46, body, head, depth, **more)


@pytest.mark.parametrize(
    ("term", "right", "wrong"),
    [
        (cut_off, person(0.5), person(0.98)),
        (cut_off, person(0.5), person(0.5, scale=1.9)),  # the head leaves the frame upwards
        (off_thirds, person(1 / 3, lead=True), person(0.5, lead=True)),
        (looks_out, person(0.4, lead=True, looks=1), person(0.9, lead=True, looks=1)),
        (looks_out, person(0.9, lead=True, looks=-1), person(0.1, lead=True, looks=-1)),
    ],
)
def test_each_piece_costs_where_it_stands_wrong(term, right, wrong):
    """Inside the frame, on a third, with room before the look: all of them for nothing."""
    assert term(seen(right, FRAME), FRAME) == 0
    assert term(seen(wrong, FRAME), FRAME) > 0.05


def test_nobody_stands_where_the_title_is_written():
    """The right edge is the title's, where there is one."""
    titled = Frame(FRAME.ratio, FRAME.ground, FRAME.camera, title=True)
    edge = seen(person(0.92), titled)
    assert under_title(edge, FRAME) == 0 < under_title(edge, titled)
    assert under_title(seen(person(0.7), titled), titled) == 0


def test_a_face_is_covered_by_what_is_drawn_over_it():
    """Two who stand apart cost nothing; one before the other covers a face and a silhouette."""
    back, near, far = (seen(person(x, depth=d), FRAME) for x, d in ((0.4, 1), (0.44, 2), (0.6, 3)))
    assert faces_covered(back, far) == merged(back, far) == 0
    assert faces_covered(back, near) > 1
    assert merged(back, near) > 0.5


def test_what_is_not_seen_covers_nothing():
    """Somebody who has faded hides no face."""
    gone = person(0.4, depth=2)
    gone = Piece(2, (Key(0, 0.4, 0.8, alpha=0.0),), 0.46, gone.body, gone.head, 2)
    assert faces_covered(seen(person(0.4), FRAME), seen(gone, FRAME)) == 0


def test_the_picture_is_neither_full_nor_lopsided():
    """One large beast more than half fills it; two at one side weigh it down."""
    beast = Piece(1, (Key(0, 0.5, 0.95),), 0.9, Box(-0.8, -1.0, 0.8, 0.0))
    assert crowded([seen(person(0.5), FRAME)]) == 0 < crowded([seen(beast, FRAME)])
    sides = [seen(person(x), FRAME) for x in (0.3, 0.7)]
    assert lopsided(sides) == 0 < lopsided([seen(person(x), FRAME) for x in (0.1, 0.25)])


def test_the_camera_decides_what_is_cut_off():
    """What stands whole in a wide view is cut by a zoom towards the other side."""
    close = Frame(16 / 9, 0.8, Camera(zoom_from=1.0, zoom_to=1.5, focus=(0.1, 0.5)))
    assert cut_off(seen(person(0.8), FRAME), FRAME) == 0 < cut_off(seen(person(0.8), close), close)


def test_extents_are_those_of_the_drawings():
    """Who weeps on the ground is low and leans forward; a tiger is longer than high."""
    stands, weeps = extent_of("woman"), extent_of("woman", "cry")
    assert weeps.body[1] > stands.body[1] / 2
    left, top, right, _ = extent_of("tiger", "run").body
    assert right - left > 1.5 * -top
    assert stands.head is not None
    assert stands.body[1] <= stands.head[1] < -0.9


@pytest.mark.parametrize("size_px", [(768, 432), (576, 576), (432, 768)])
def test_the_solver_opens_a_covered_face(ink, size_px):
    """Three who are staged upon one another stand apart, whole, in their order."""
    stand = tuple(
        Actor(who, (Key(0, x, 0.8),), height=h)
        for who, x, h in (("woman", 0.40, 0.46), ("man", 0.45, 0.48), ("child", 0.49, 0.32))
    )
    umbrella = Prop("umbrella", (Key(0, 0.52, 0.3),), height=0.2)
    frame = Frame(size_px[0] / size_px[1], 0.8, Camera())
    apart = Placement(
        tuple(
            Actor(a.concept, (Key(0, 0.2 + 0.28 * n, 0.8),), height=a.height)
            for n, a in enumerate(stand)
        ),
        (umbrella,), (), Camera(),
    )  # fmt: skip
    made = composed(apart, frame, ink, fixed=False)
    boxes = []
    for actor in made.actors:
        left, top, right, bottom = extent_of(actor.concept).body
        key, wide = actor.path[0], actor.height / frame.ratio
        boxes.append(Box(key.x + left * wide, key.y + top * actor.height,
                         key.x + right * wide, key.y + bottom * actor.height))  # fmt: skip
    assert [a.path[0].x for a in made.actors] == sorted(a.path[0].x for a in made.actors)
    assert all(box.left > -0.01 and box.right < 1.01 for box in boxes)
    assert max(boxes[n].overlap(boxes[n + 1]) for n in (0, 1)) < 0.15


def test_a_rider_stays_on_the_horse_in_every_frame(ink):
    """What belongs together keeps its distances, in heights of the picture."""
    ridden = Placement(
        (
            Actor("horse", (Key(0, 0.48, 0.82), Key(1, 0.54, 0.8)), height=0.4, motion="run"),
            Actor("woman", (Key(0, 0.47, 0.56), Key(1, 0.53, 0.54)), height=0.39, motion="ride"),
        ),
        (), (), Camera(),
    )  # fmt: skip
    ups, asides = [], []
    for ratio in (16 / 9, 1.0, 9 / 16):
        horse, rider = composed(ridden, Frame(ratio, 0.8, Camera()), ink, fixed=False).actors
        ups.append((horse.path[0].y - rider.path[0].y) / horse.height)
        asides.append((horse.path[1].x - rider.path[1].x) * ratio / horse.height)
    assert ups == pytest.approx([ups[0]] * 3, abs=0.01)
    assert asides == pytest.approx([asides[0]] * 3, abs=0.01)


def test_narrow_frames_are_composed_anew(segment_of, shot_of, ink):
    """A meeting in a tall frame shows both whole and as large as the width bears."""
    segment = segment_of(
        "길에서 친구를 만났다.", ("길", "setting", "street"), ("친구", "actor", "friend"),
        ("만났", "motion", "meet"),
    )  # fmt: skip
    for size_px in ((768, 432), (432, 768)):
        (scene,) = direct(shot_of(segment, "행복", size_px=size_px), ink).scenes
        first, second = sorted(scene.actors, key=lambda a: a.path[-1].x)
        gap_px = (second.path[-1].x - first.path[-1].x) * size_px[0]
        assert 0.3 < gap_px / (first.height * size_px[1]) < 1.6
        assert 0.25 < first.height < 0.6


def test_neighbouring_pictures_differ_in_size():
    """A film opens wide out of doors and ends its segments near; in rooms nothing is wide."""
    opens, ends = Position(0, 0, 2), Position(0, 1, 2)
    assert size_of("solo", "field", opens) == "wide"
    assert size_of("solo", "room", opens) == "medium"
    assert size_of("weep", "room", ends) == "close"
    assert size_of("weep", "underwater", ends) == "medium"
    assert size_of("pursuit", "forest", ends) == "medium"
    alone = [size_of("solo", "field", Position(segment, 0, 1)) for segment in range(4)]
    assert alone == ["wide", "close", "wide", "close"]


@pytest.mark.parametrize("ratio", [16 / 9, 1.0, 9 / 16])
def test_a_near_shot_is_near_and_keeps_the_face(ink, ratio):
    """The head is in the frame and larger than in a medium shot, and in a wide one smaller."""
    stands = Placement((Actor("woman", (Key(0, 0.4, 0.8),), height=0.46),), (), (), Camera())
    tall = {}
    for size in ("wide", "medium", "close"):
        made = composed(stands, Frame(ratio, 0.8, Camera()), ink, fixed=False, size=size)
        (woman,) = made.actors
        head = extent_of("woman").head
        assert head is not None
        piece = Piece(0, woman.path, woman.height, Box(*extent_of("woman").body), Box(*head))
        moment = seen(piece, Frame(ratio, 0.8, made.camera)).moments[1]
        assert moment.head is not None
        assert moment.head.top > 0.05
        assert moment.head.bottom < 0.8
        tall[size] = moment.head.bottom - moment.head.top
    assert tall["wide"] < 0.9 * tall["medium"] < 0.9 * 0.8 * tall["close"]


def test_a_crowd_or_what_lies_about_keeps_the_camera_away(ink):
    """Three people are no near shot; nor is one with a thing on the ground before them."""
    camera = Camera()
    three = tuple(Actor("woman", (Key(0, 0.2 + 0.25 * n, 0.8),), height=0.46) for n in range(3))
    frame = Frame(16 / 9, 0.8, camera)
    made = composed(Placement(three, (), (), camera), frame, ink, fixed=False, size="close")
    assert made.camera == camera
    ball = Prop("ball", (Key(0, 0.7, 0.9),), height=0.12)
    with_ball = Placement(three[:1], (ball,), (), camera)
    made = composed(with_ball, frame, ink, fixed=False, size="close", staged=(1, 0))
    assert made.camera == camera


@pytest.mark.parametrize("ratio", [16 / 9, 1.0, 9 / 16])
def test_who_changes_posture_stays_where_they_are(ink, ratio):
    """One picture of somebody gives way to another at the same place, wherever both are moved."""
    runs = Actor(
        "woman", (Key(0, 0.1, 0.8), Key(0.6, 0.9, 0.8), Key(0.61, 0.9, 0.8, alpha=0.0)), 0.45, "run"
    )
    waits = Actor(
        "woman", (Key(0.6, 0.9, 0.8, alpha=0.0), Key(0.61, 0.9, 0.8), Key(1, 0.9, 0.8)), 0.45
    )
    stands = Placement((runs, waits), (), (), Camera())
    first, second = composed(stands, Frame(ratio, 0.8, Camera()), ink, fixed=False).actors
    assert first.path[1].x == pytest.approx(second.path[1].x, abs=0.005)
    assert second.path[1].x <= 0.9


def faults(scene: Scene) -> list[str]:
    """Who is cut off by more than an eighth, or has a third of the face hidden."""
    frame = Frame(scene.size_px[0] / scene.size_px[1], 0.8, scene.camera)
    views = [seen(actor_piece(scene, n), frame) for n in range(len(scene.actors))]
    names = [actor.concept for actor in scene.actors]
    cut = [names[v.piece.number] for v in views if cut_off(v, frame) > 14 / 8]
    hidden = [
        names[low.piece.number]
        for number, low in enumerate(views)
        for high in views[number + 1 :]
        if not scene.actors[number].duet and faces_covered(low, high) > 8 / 3
    ]
    return cut + hidden


def actor_piece(scene: Scene, number: int) -> Piece:
    """An actor of a finished scene."""
    actor = scene.actors[number]
    extent = extent_of(actor.concept, actor.motion, actor.clothes, actor.facing)
    boxes = [
        Box(-b[2], b[1], -b[0], b[3]) if actor.facing == "left" else Box(*b)
        for b in (extent.body, extent.head or extent.body)
    ]
    if actor.path[0].turn_deg == 180:  # hanging head down from the ceiling
        boxes = [Box(-b.right, -b.bottom, -b.left, -b.top) for b in boxes]
    return Piece(number, actor.path, actor.height, *boxes, depth=number)


@pytest.mark.slow
@pytest.mark.parametrize(("size_px", "most"), [((768, 432), 8), ((576, 576), 8), ((432, 768), 16)])
def test_faces_are_open_and_people_whole_in_every_shape(segment_of, shot_of, ink, size_px, most):
    """Of over 150 events, staged with a friend and a dog, nearly all are clean; the others want it
    so: vermin all about, an audience from behind."""
    words = ("친구", "actor", "friend"), ("개", "actor", "dog")
    wrong = {}
    for concept in vignettes():
        segment = segment_of("친구가 개와 왔다", *words, ("왔", "motion", concept))
        for scene in direct(shot_of(segment, size_px=size_px), ink).scenes:
            if found := faults(scene):
                wrong[concept] = found
    assert len(wrong) <= most, wrong


def test_who_is_alone_in_a_tall_frame_fills_more_of_it(segment_of, shot_of, ink):
    """A phone's picture of one is no wall with somebody small below."""
    heights = {}
    for text, words in (
        ("방에서 걸었다.", []),
        ("방에서 친구와 걸었다.", [("친구", "actor", "friend")]),
    ):
        segment = segment_of(text, ("방", "setting", "room"), *words, ("걸었", "motion", "walk"))
        shot = shot_of(segment, "중립", duration_s=1.5, size_px=(432, 768))
        (scene,) = direct(shot, ink).scenes
        heights[text] = max(a.height for a in scene.actors if a.concept == "woman")
    alone, together = heights.values()
    assert alone > 1.08 * together
