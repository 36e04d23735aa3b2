"""Animals beside the dreamer: when they threaten, and where they stand."""

import pytest
from tests.unit.backends.told import directed

from mongyudo.backends.director import direct


@pytest.mark.parametrize(("emotion", "menace"), [("공포", True), ("행복", False)])
def test_a_beast_that_looks_at_me_threatens_in_a_nightmare_only(
    segment_of, shot_of, ink, emotion, menace
):
    """호랑이가 나를 보았다: its form follows the feeling, and it stands clear of the dreamer."""
    words = (("호랑이", "actor", "tiger"), ("보았", "motion", "watch"))
    shot = shot_of(segment_of("호랑이가 나를 보았다.", *words), emotion)
    tiger, woman = direct(shot, ink).scenes[0].actors
    assert (tiger.concept, tiger.menace) == ("tiger", menace)
    assert abs(tiger.path[0].x - woman.path[0].x) > 0.25


def test_a_beast_that_is_feared_is_the_same_in_every_picture() -> None:
    """It is no tame dog while one pushes the chair."""
    text = "늑대가 방에 들어왔다. 괴물이 나를 쫓아왔고 나는 의자를 밀었다. 무서워서 덜덜 떨었다."
    wolves = [a.menace for s in directed(text).scenes for a in s.actors if a.concept == "wolf"]
    assert len(wolves) > 1
    assert all(wolves)


def test_teeth_that_come_out_fall_and_nobody_falls_with_them() -> None:
    """혀로 건드리니 툭 빠져서 답안지 위에 떨어졌다: no dreamer falls off a cliff."""
    scenes = directed("앞니가 흔들렸다. 혀로 건드리니까 툭 빠져서 답안지 위에 떨어졌다.").scenes
    assert not {a.motion for s in scenes for a in s.actors} & {"fall"}
