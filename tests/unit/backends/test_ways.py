"""In what way something is done: in a queue, on tiptoe, in hops, behind somebody."""

import pytest
from tests.unit.backends.told import happens, scenes

from mongyudo.ink.cast_figures import _draw_member, _shown, members_of
from mongyudo.ink.poses_motions import MOTIONS_TABLE


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("로비에 줄을 서 있었다.", "queue_up"),
        ("이웃들이 손뼉을 쳤다.", "clap"),
        ("나는 빙빙 돌았다.", "whirl"),
        ("무대를 깡충깡충 세 바퀴 뛰었다.", "hop_along"),
        ("나는 까치발로 지나갔다.", "sneak"),
        ("나는 못을 밟았다.", "tread"),
        ("나는 엄마 뒤에 숨었다.", "hide_behind"),
        ("나는 수첩에 지장을 찍었다.", "press"),
        ("아저씨가 도끼로 나무를 찍었다.", "strike"),
        ("나는 사진을 찍었다.", "photograph"),
    ],
)
def test_how_it_is_done_is_what_is_seen(text, event):
    """The way that is told of has a picture of its own."""
    assert event in {name for name, _, _ in happens(text)}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("나는 흙을 밟고 섰다.", "tread"),
        ("나는 침대 밑에 숨었다.", "hide_behind"),
        ("눈 위에 발자국이 찍혔다.", "photograph"),
        ("바퀴가 빙빙 돌았다.", "whirl"),
        ("할머니가 길을 걸어 갔다.", "pick"),
    ],
)
def test_what_is_done_plainly_is_not(text, event):
    """The ground is trodden by all, and footprints are no photographs."""
    assert event not in {name for name, _, _ in happens(text)}


def test_a_queue_is_of_several_who_look_one_way():
    """Whoever queues up stands among others, one behind the other."""
    (scene,) = scenes("로비에 줄을 서 있었다.")
    places = [actor.path[0].x for actor in scene.actors]
    assert len(scene.actors) > 3
    assert {actor.facing for actor in scene.actors} == {"right"}
    assert min(places) < places[0] < max(places)


def test_who_stands_before_me_in_the_queue_is_next():
    """The cat of which is told is the first before the lead."""
    (scene,) = scenes("계산대에 줄을 섰는데 앞 사람이 고양이였다.")
    ahead = [a for a in scene.actors if a.path[0].x > scene.actors[0].path[0].x]
    assert min(ahead, key=lambda a: a.path[0].x).concept == "cat"


def test_whoever_one_hides_behind_is_nearer():
    """The mother stands before the one who crouches."""
    (scene,) = scenes("나는 엄마 뒤에 숨었다.")
    place = {actor.concept: actor.path[0] for actor in scene.actors}
    hidden = next(k for name, k in place.items() if name != "mother")
    assert abs(place["mother"].x - hidden.x) < 0.16
    assert place["mother"].y > hidden.y


def test_what_one_steps_on_is_under_the_foot():
    """The nail lies where the foot comes down."""
    (scene,) = scenes("나는 못을 밟았다.")
    assert abs(scene.props[0].path[0].x - scene.actors[0].path[0].x) < 0.05


def test_one_hops_across_and_comes_down_again():
    """The feet are off the ground more than once, and on it at the end."""
    (scene,) = scenes("무대를 깡충깡충 세 바퀴 뛰었다.")
    path = scene.actors[0].path
    assert sum(key.y < path[0].y - 0.02 for key in path) > 2
    assert path[-1].y == pytest.approx(path[0].y)


def test_who_whirls_is_seen_from_all_sides(monkeypatch):
    """The body turns round once in a period."""
    yaws = []
    monkeypatch.setattr(
        "mongyudo.ink.cast_figures.draw_figure", lambda _, shown, *__, **___: yaws.append(shown.yaw)
    )
    import skia

    from mongyudo.ink.figures_pen import Pen
    from mongyudo.ink.scene import Actor, Key

    member = members_of("woman")[0]
    motion = MOTIONS_TABLE["whirl"]
    shown = _shown(Actor("woman", (Key(0, 0.5, 0.9),)), member, motion)
    pen = Pen(skia.Surface(4, 4).getCanvas())
    for step in range(4):
        _draw_member(pen, member, shown, motion, step / 4, None)
    assert [round(yaw - yaws[0]) % 360 for yaw in yaws] == [0, 90, 180, 270]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("나는 천장에 매달려 있었다.", "hang"),
        ("아이가 내 다리에 매달렸다.", "hang_on"),
        ("나는 아버지 다리를 붙들고 울었다.", "hang_on"),
        ("교실에서 칠판을 지우는데 글씨가 많아졌다.", "wipe"),
    ],
)
def test_who_hangs_there_holds_on_and_who_wipes_does_it(text, event):
    """One hangs by the hands, on a rope or at somebody's leg; a board is wiped by somebody."""
    assert event in {name for name, _, _ in happens(text)}


def test_who_hangs_has_no_ground_under_the_feet():
    """The rope comes from above, down to the hands."""
    (scene,) = scenes("나는 천장에 매달려 있었다.")
    (actor,), (rope,) = scene.actors, scene.props
    assert actor.motion == "dangle"
    assert MOTIONS_TABLE["dangle"].flies
    assert actor.path[0].y - 1.2 * actor.height < rope.path[0].y < actor.path[0].y - actor.height


def test_what_is_loaded_and_driven_off_is_ridden():
    """The motorbike is under whoever goes round the lake with the cabbages."""
    (scene,) = scenes("둘이 배추를 오토바이에 싣고 호수를 돌았다.")
    assert (scene.actors[0].motion, scene.actors[0].holds) == ("ride", "cabbage")
    (still,) = scenes("둘이 배추를 오토바이에 실었다.")
    assert still.actors[0].motion != "ride"


def test_who_is_called_looks_back():
    """The friend calls, and the dreamer turns round."""
    assert ("look_back", "self", "") in happens("친구가 뒤에서 불러서 뒤를 돌아봤다.")
    assert ("look_back", "friend", "") in happens("친구가 웃으면서 뒤를 돌아봤다.")
