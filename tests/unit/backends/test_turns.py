"""What somebody does one thing after the other is seen so, in the order in which it is told."""

from itertools import pairwise

import pytest
from tests.unit.backends.told import directed

from mongyudo.backends.director.turns import LEAST_S


def acts(text: str, concept: str) -> list[str]:
    """The motions of the actor `concept` in all scenes, in the order of time."""
    cast = [a for scene in directed(text).scenes for a in scene.actors if a.concept == concept]
    return [motion for a in cast for motion in (a.motion, *(t.motion for t in a.turns))]


def test_deeds_come_in_the_order_of_the_telling():
    """First she sits, then she shouts; the other way round when it is told so."""
    assert acts("나는 마당에 앉아 있다가 소리를 질렀다.", "woman") == ["sit", "shout"]
    assert acts("나는 소리를 지르다가 마당에 앉았다.", "woman") == ["shout", "sit"]


def test_both_are_said_to_be_drawn():
    """The manifest tells of the lesser deed, too."""
    drawn = {d.concept for d in directed("나는 마당에 앉아 있다가 소리를 질렀다.").drawn}
    assert {"sit", "shout"} <= drawn


@pytest.mark.parametrize(
    "text", ["나는 앉고 웃고 울고 춤추고 노래하고 박수치고 손을 흔들었다.", "나는 앉았다. 울었다."]
)
def test_nothing_is_hurried(text):
    """Each deed lasts long enough to be read; what is too much is left out."""
    for scene in directed(text).scenes:
        for actor in scene.actors:
            starts = [0.0, *(turn.at for turn in actor.turns), 1.0]
            lasting = [(b - a) * scene.duration_s for a, b in pairwise(starts)]
            assert min(lasting) >= LEAST_S - 1e-6


def test_who_flees_does_nothing_beside():
    """A chase is not broken by somebody who sits down in it."""
    scenes = directed("호랑이가 나를 쫓아왔다.").scenes
    assert not any(actor.turns for scene in scenes for actor in scene.actors)


def test_no_one_is_caught_where_a_thing_is():
    """시동이 걸렸다: nobody is tied up."""
    assert "tied" not in acts("예초기 시동이 두 번 만에 걸렸다.", "woman")


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("학교 끝나고 집에 왔는데 방이 텅 비어 있었다.", ["school", "room"]),
        ("학교에서 종이 울렸다. 집에 와서 이불을 덮고 누웠다.", ["school", "home"]),
    ],
)
def test_each_place_of_a_telling_has_its_picture(text, settings):
    """Who goes from school to home is seen in both."""
    assert [scene.setting for scene in directed(text).scenes] == settings


def test_what_comes_out_of_a_tape_is_no_walker():
    """나온 노래: the dreamer sings, and does not walk."""
    assert "walk" not in acts("테이프에서 나온 노래를 불렀다.", "woman")


def test_a_sister_is_no_dreamer():
    """Of two women each does what is told of her, and who is alone is counted as drawn."""
    direction = directed("언니가 웃었다. 나는 마당에 앉았다.")
    by = {(a.clothes, a.motion) for s in direction.scenes for a in s.actors if a.concept == "woman"}
    assert ("blouse", "laugh") in by
    assert ("blouse", "sit") not in by
    assert "woman" in {d.concept for d in direction.drawn}


def test_others_than_those_of_a_ride_have_their_own_picture():
    """The ducks under the bridge are not left out for the bicycle."""
    scenes = directed("자전거를 타고 강을 따라 달렸다. 오리 한 마리가 길가에 앉아 있었다.").scenes
    assert any(actor.concept == "duck" for actor in scenes[-1].actors)
