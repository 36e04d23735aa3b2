"""What happens to bodies, what unseen hands do, what one is told to do, and oneself met."""

import pytest
from tests.unit.backends.told import happens, segment

from mongyudo.backends.director import direct
from mongyudo.backends.director.repertoire import repertoire


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("수술실에서 팔이 툭 떨어졌다.", ("come_off", "", "arm")),
        ("발가락이 떨어져 나갔다.", ("come_off", "", "foot")),
        ("나는 손톱이 하나씩 빠졌다.", ("come_off", "", "fingernail")),
        ("엄마 얼굴이 촛농처럼 흘러내렸다.", ("drip", "", "face")),
        ("코가 점점 길어졌다.", ("breaks_out", "self", "")),
        ("혀도 길게 늘어났다.", ("breaks_out", "self", "")),
        ("손이 녹아내렸다.", ("melt", "", "hand")),
        ("머리에 뿔이 났다.", ("new_looks", "self", "")),
        ("등에 팔이 하나 더 있었다.", ("grow", "", "arm")),
        ("손이 문에 붙었다.", ("stuck", "self", "")),
        ("뒷덜미를 잡았더니 가발만 벗겨졌다.", ("come_off", "", "hair")),
        ("핸들이 뽑혔다.", ("come_off", "", "steering_wheel")),
        ("책장 뒤에서 아버지의 기침 소리가 났다.", ("hear", "self", "")),
        ("아버지가 등을 돌리고 앉아 있었다.", ("stand", "father", "")),
        ("동생 새끼가 못을 박고 있었다.", ("mend", "child", "")),
        ("엄마가 밥을 먹으라고 했다.", ("talk", "mother", "")),
        ("손님이 반찬을 더 달라고 했다.", ("talk", "stranger", "")),
        ("손이 벽을 통과했다.", ("touch", "self", "")),
        ("할머니가 나를 놓아주지 않았다.", ("grasp", "grandmother", "")),
        ("다리가 후들거렸다.", ("tremble", "self", "")),
        ("형사가 나를 무릎 꿇렸다.", ("punish", "detective", "")),
    ],
)
def test_what_happens_is_told(text, event):
    """To a part of a body, by sounds, in words."""
    assert event in happens(text)


@pytest.mark.parametrize(
    ("text", "not_this"),
    [
        ("고개가 떨어졌다.", "come_off"),
        ("벽에 껌이 붙었다.", "stuck"),
        ("팔에 지퍼가 달려 있었다.", "run"),
        ("상을 뒤엎으려 했으나 꿈쩍도 안 했다.", "overturn"),
        ("엄마가 밥을 먹으라고 했다.", "eat"),
        ("문 뒤에서 날개 접는 소리가 났다.", "fly"),
        ("손님이 있었다.", "grow"),
    ],
)
def test_what_does_not_happen_is_not_told(text, not_this):
    """A head that bows stays on; what one is told to do is not done yet."""
    assert not_this not in [concept for concept, _, _ in happens(text)]


@pytest.mark.parametrize(
    ("text", "verb", "seen"),
    [
        ("뭔가가 내 다리를 잡았다.", "잡았다", "hand"),
        ("등 뒤에서 무언가가 나를 밀었다.", "밀었다", "hand"),
        ("축축한 것이 내 뺨을 핥았다.", "핥았다", "tongue"),
        ("눈알이 빠졌다.", "빠졌다", "eye"),
    ],
)
def test_the_part_that_does_it_is_in_the_picture(text, verb, seen, shot_of):
    """Who does it has no name, but a hand is there."""
    direction = direct(shot_of(segment(text)), repertoire())
    at = text.index(verb)
    assert any(d.start_char <= at < d.end_char for d in direction.drawn)
    assert seen in {prop.concept for scene in direction.scenes for prop in scene.props}


@pytest.mark.parametrize("text", ["나는 아이가 되었다.", "내가 할머니가 되었다."])
def test_the_verb_tells_what_one_becomes(text, shot_of):
    """되었다 is shown as much as who it is."""
    direction = direct(shot_of(segment(text)), repertoire())
    at = text.index("되었다")
    assert any(d.start_char <= at < d.end_char for d in direction.drawn)
