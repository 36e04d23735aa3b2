"""What is there in the stead of something is where that belongs: held, hung, in the face."""

import pytest
from tests.unit.backends.told import directed, happens
from tests.unit.backends.told import film as scenes


def shown(text: str, concept: str) -> list[list[float]]:
    """How low each `concept` is, in every picture that shows some."""
    found = [[p.path[-1].y for p in s.props if p.concept == concept] for s in scenes(text)]
    return [each for each in found if each]


def held(text: str) -> set[str]:
    return {a.holds for s in scenes(text) for a in s.actors if a.holds}


LEEK = "노래자랑을 나갔는디 마이크가 대파여. 무대에서 노래를 불렀다. 사람들이 박수를 쳤다."


def test_what_is_in_the_stead_of_a_tool_is_in_the_hands_that_use_it():
    """마이크가 대파여: one sings into the leek, and no microphone is there."""
    assert held(LEEK) == {"green_onion"}
    assert not shown(LEEK, "green_onion")
    assert not shown(LEEK, "microphone")


STRAPS = "만원 지하철 손잡이가 전부 사람 혓바닥이었다. 옆 아저씨는 두 개를 주물럭거렸다."


def test_what_one_holds_on_to_hangs_in_a_row_from_above_in_every_picture_there():
    """손잡이가 전부 혓바닥이었다: over the heads, and somebody holds on to one."""
    rows = shown(STRAPS, "tongue")
    assert len(rows) == len(scenes(STRAPS)) > 1
    assert all(len(row) == 5 and max(row) < 0.45 for row in rows)
    assert scenes(STRAPS)[0].actors[0].motion == "raise_hand"


def test_what_is_there_instead_has_a_picture_of_its_own():
    """손잡이가 나뭇가지였다: who is in the bus holds on to one, before anything else happens."""
    first = scenes("버스를 탔는데 손잡이가 나뭇가지였다. 나는 웃었다.")
    assert "raise_hand" in {a.motion for s in first for a in s.actors}


@pytest.mark.parametrize(
    ("text", "thing", "many"),
    [
        ("아랫니 하나가 흔들려서 거울을 보니 이가 아니라 작은 현관문이더라고요.", "door", 1),
        ("거울을 보니 눈이 아니라 단추였다.", "button", 2),
    ],
)
def test_what_is_in_the_stead_of_a_part_of_the_face_is_in_the_face(text, thing, many):
    """이가 아니라 현관문이더라: seen from near, in the mouth; two in the stead of eyes."""
    near = [s for s in scenes(text) if any(p.concept == thing for p in s.props)]
    face = near[-1].actors[0]
    parts = [p for p in near[-1].props if p.concept == thing]
    assert len(parts) == many
    assert face.facing == "front"
    assert all(abs(p.path[0].x - face.path[0].x) < 0.05 for p in parts)
    assert not any(e.name == "falling_teeth" for s in scenes(text) for e in s.effects)


def test_what_opens_a_door_is_on_the_door():
    """현관 손잡이가 혀였다: the door is there, and the tongue on it."""
    assert ("attach", "", "tongue") in happens("집을 나오려는데 현관 손잡이가 혀였다.")


def test_what_is_in_the_stead_of_a_clock_hangs_on_the_wall():
    """시계가 전부 수박이었다."""
    melons = shown("교실 시계가 전부 수박이었다. 나는 책상에 앉아 있었다.", "watermelon")
    assert melons[0]
    assert max(melons[0]) < 0.6


@pytest.mark.parametrize(
    ("text", "fruit"),
    [
        ("사과나무마다 사과는 없고 백열전구가 조롱조롱 달려 있었다.", "light_bulb"),
        ("감나무에 감 대신 전화기가 열렸다. 나는 하나를 땄다.", "phone"),
    ],
)
def test_a_tree_that_bears_something_else_bears_no_fruit(text, fruit):
    """사과는 없고 백열전구가: many of them hang in its crown."""
    tree = next(s for s in scenes(text) if any(p.concept == fruit for p in s.props))
    things = [p.concept for p in tree.props]
    assert things.count(fruit) > 2
    assert "tree" in things
    assert not {"apple_tree", "persimmon_tree"} & set(things)


def test_a_cold_hand_is_no_ice():
    """손이 얼음이었다 is a manner of speaking, and 애들은 리코더야 leaves the children there."""
    assert happens("손이 얼음이었다. 나는 걸었다.") == [("walk", "self", "")]
    there = {a.concept for s in scenes("유치원 애들은 리코더야. 나는 웃었다.") for a in s.actors}
    assert "children" in there


@pytest.mark.parametrize(
    ("text", "thing", "most"),
    [
        ("국자에서 긴 머리카락이 끝도 없이 딸려 나왔다.", "spoon", 0.2),
        ("선생님 혀에 까맣게 지우개똥이 묻어 있었다.", "tongue", 0.2),
        ("반지가 점점 녹아내렸다.", "ring", 0.15),
    ],
)
def test_what_is_small_is_not_made_as_large_as_a_child(text, thing, most):
    """국자에서 머리카락이 나왔다: the ladle is as large as such things are drawn."""
    tall = [p.height for s in directed(text).scenes for p in s.props if p.concept == thing]
    assert tall
    assert max(tall) <= most
