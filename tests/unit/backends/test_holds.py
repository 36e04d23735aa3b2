"""One who has hold of another: by the collar, from behind, by the sleeve."""

import pytest
from tests.unit.backends.told import scenes, segment

from mongyudo.backends.director.telling import tell


def held(text: str) -> list[tuple[str, str, str]]:
    """What is done, by whom and to whom."""
    return [(e.concept, e.doer, e.target) for e in tell(segment(text)).events]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("운전수 멱살을 잡았다.", ("collar", "self", "driver")),
        ("팀장이 소리쳤다. 나는 멱살을 꽉 쥐었다.", ("collar", "self", "boss")),
        ("친구가 뒤에서 나를 껴안았다.", ("hold_behind", "friend", "self")),
        ("장인이 제 허리를 꼭 붙들고 울었다.", ("hold_behind", "grandfather", "self")),
        ("엄마 소매만 잡았다.", ("hold_arm", "self", "mother")),
        ("아빠 치맛자락을 붙들었다.", ("hold_arm", "self", "father")),
        ("누나가 내 손목을 덥석 잡았다.", ("hold_arm", "woman", "self")),
    ],
)
def test_one_has_hold_of_the_other(text, event):
    """Whose sleeve, waist or collar it is, is held by it."""
    assert event in held(text)


@pytest.mark.parametrize("text", ["나는 내 팔을 잡았다.", "허리를 잡고 웃었다."])
def test_what_is_ones_own_joins_nobody(text):
    """One's own arm is held, and no stranger comes."""
    assert held(text)[0][0] == "grasp"
    assert len(scenes(text)[0].actors) == 1


def test_two_are_drawn_hand_on_the_other():
    """The two are one group in the picture."""
    assert scenes("친구가 뒤에서 나를 안았다.")[0].actors[0].duet == "hold_behind"
    assert scenes("친구가 나를 안았다.")[0].actors[0].duet == "hug"


def test_the_sleeve_that_is_held_hangs_on_no_rack():
    """It is on whoever has it on."""
    assert not scenes("엄마 소매를 잡았다.")[0].props
