"""Who does what to whom, read from the particles."""

import pytest

from mongyudo.backends.director.story import SELF, Event
from mongyudo.backends.director.telling import tell
from mongyudo.backends.director.unreal import is_unreal


def only_event(segment) -> Event:
    (event,) = tell(segment).events
    return event


def test_the_one_marked_by_ege_chases_in_a_passive_sentence(segment_of):
    """호랑이에게 쫓겼다: the tiger chases the dreamer."""
    segment = segment_of(
        "호랑이에게 쫓겼다.", ("호랑이", "actor", "tiger"), ("쫓겼/be chased", "motion", "chase")
    )
    event = only_event(segment)
    assert (event.doer, event.target) == ("tiger", SELF)


def test_the_subject_chases_in_an_active_sentence(segment_of):
    """호랑이가 나를 쫓아왔다: again the tiger chases the dreamer."""
    segment = segment_of(
        "호랑이가 나를 쫓아왔다.", ("호랑이", "actor", "tiger"), ("쫓아왔", "motion", "chase")
    )
    event = only_event(segment)
    assert (event.doer, event.target) == ("tiger", SELF)


def test_a_sentence_without_subject_is_the_dreamer(segment_of):
    """친구를 안았다: the dreamer hugs the friend."""
    segment = segment_of("친구를 안았다.", ("친구", "actor", "friend"), ("안았", "motion", "hug"))
    event = only_event(segment)
    assert (event.doer, event.target) == (SELF, "friend")


def test_a_verb_before_its_noun_gives_the_doer(segment_of):
    """우는 어머니: the mother weeps, not the dreamer."""
    segment = segment_of("우는 어머니", ("우", "motion", "cry"), ("어머니", "actor", "mother"))
    assert only_event(segment).doer == "mother"


def test_a_subject_goes_on_within_the_sentence_only(segment_of):
    """할머니가 와서 울었다 is the grandmother's weeping; after a full stop it is the dreamer's."""
    words = (
        ("할머니", "actor", "grandmother"),
        ("걸어", "motion", "walk"),
        ("울었", "motion", "cry"),
    )
    on = tell(segment_of("할머니가 걸어와서 울었다.", *words)).events
    new = tell(segment_of("할머니가 걸어왔다. 울었다.", *words)).events
    assert [e.doer for e in on] == ["grandmother", "grandmother"]
    assert [e.doer for e in new] == ["grandmother", SELF]


def test_a_counter_stands_between_noun_and_particle(segment_of):
    """돼지 한 마리가 달렸다: the pig runs."""
    segment = segment_of(
        "돼지 한 마리가 달렸다.", ("돼지", "actor", "pig"), ("달렸", "motion", "run")
    )
    assert only_event(segment).doer == "pig"


def test_the_subject_nearest_the_verb_does_it(segment_of):
    """내가 만든 그릇을 상사가 던졌다: the boss throws."""
    segment = segment_of(
        "내가 만든 그릇을 상사가 던졌다.", ("상사", "actor", "boss"), ("던졌", "motion", "throw")
    )
    assert only_event(segment).doer == "boss"


def test_a_thing_that_is_the_subject_is_no_deed_of_the_dreamer(segment_of):
    """배가 가라앉았다: the boat sinks, nobody else does."""
    event = only_event(
        segment_of("배가 가라앉았다.", ("배", "prop", "boat"), ("가라앉았", "motion", "sink"))
    )
    assert (event.doer, event.hero_thing) == ("", "boat")


def test_the_dreamers_own_body_is_the_dreamer(segment_of):
    """다리가 얼어붙었다 happens to the dreamer."""
    event = only_event(
        segment_of("다리가 얼어붙었다.", ("다리", "prop", "leg"), ("얼어붙었", "motion", "freeze"))
    )
    assert (event.doer, event.hero_thing) == (SELF, "")


@pytest.mark.parametrize("kind", ["actor", "motion"])
def test_what_is_denied_is_not_told(segment_of, kind):
    """뱀은 없었다: there is no snake in the story."""
    segment = segment_of("뱀은 없었다.", ("-뱀", kind, "snake" if kind == "actor" else "bite"))
    story = tell(segment)
    assert not story.mentions
    assert not story.events


@pytest.mark.parametrize(
    ("words", "unreal"),
    [
        ("드릴 귀중한", True), ("먹을 밥을", True), ("가려고 했다", True), ("가고 싶었다", True),
        ("떨어질 뻔했", True), ("먹었다.", False), ("들고 걸었", False), ("달려가서", False),
    ],
)  # fmt: skip
def test_what_is_only_meant_or_feared_does_not_happen(words, unreal):
    """드릴 도자기 is not given yet."""
    assert is_unreal(words) is unreal
