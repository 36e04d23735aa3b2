"""What is done by who sits is done sitting."""

import pytest
from tests.unit.backends.told import scenes

from mongyudo.ink.poses_motions import MOTIONS_TABLE


@pytest.mark.parametrize(
    ("text", "motion"),
    [
        ("형이 둑에 앉아서 낚시를 하고 있었다.", "seated_angle"),
        ("할머니가 평상에 앉아 콩을 까고 있었다.", "seated_fiddle"),
        ("나는 잔디에 앉았다. 그리고 책을 읽었다.", "seated_read_book"),
    ],
)
def test_hands_are_busy_while_one_sits(text, motion):
    """Nobody gets up to fish, to shell beans or to read."""
    (actor,) = scenes(text)[-1].actors
    assert actor.motion == motion
    assert not {turn.motion for turn in actor.turns} & {"sit", "stand"}


def test_who_has_got_up_stands():
    """앉았다가 일어나서: the fishing is done on one's feet."""
    (actor,) = scenes("형이 앉아 있다가 일어나서 낚시를 했다.")[-1].actors
    assert "seated_angle" not in {actor.motion, *(turn.motion for turn in actor.turns)}


def test_what_is_shelled_is_in_the_hands():
    """The beans lie on no table."""
    assert scenes("할머니가 평상에 앉아 콩을 까고 있었다.")[0].actors[0].holds == "beans"


def test_legs_are_crossed_and_arms_are_those_of_the_deed():
    """Every seated motion has the legs of who sits, and keeps its thing in the hands."""
    for name, motion in MOTIONS_TABLE.items():
        if name.startswith("seated_"):
            own = MOTIONS_TABLE[name.removeprefix("seated_")]
            assert motion.mark == own.mark
            assert all(pose.near_knee > 150 for _, pose in motion.keys)
            assert [p.near_elbow for _, p in motion.keys] == [p.near_elbow for _, p in own.keys]
