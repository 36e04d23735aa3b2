"""Animals beside the dreamer: when they threaten, and where they stand."""

import pytest

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
