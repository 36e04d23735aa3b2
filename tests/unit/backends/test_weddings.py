"""Weddings: dressed for it, and hand in hand."""

from mongyudo.backends.director import direct


def test_bride_and_groom_walk_hand_in_hand(segment_of, shot_of, ink):
    """모르는 남자와 결혼했다: a white dress, a suit, and one picture of both."""
    words = (("남자", "actor", "man"), ("결혼", "motion", "wedding"))
    segment = segment_of("모르는 남자와 결혼했다.", *words)
    (scene,) = direct(shot_of(segment, "행복", duration_s=1.5), ink).scenes
    bride, groom = scene.actors[:2]
    assert (bride.concept, bride.clothes, bride.duet) == ("woman", "bride", "hand_in_hand")
    assert (groom.concept, groom.clothes) == ("man", "tuxedo")
