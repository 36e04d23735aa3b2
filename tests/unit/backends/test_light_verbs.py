"""Verbs that say little by themselves: what is used, handed over, hits one."""

import pytest
from tests.unit.backends.test_qualities import shown
from tests.unit.backends.told import happens


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("주방장이 내 칼을 썼다.", ("grasp", "chef", "")),
        ("노루가 통행권을 냈다.", ("give", "deer", "")),
        ("공을 맞았다.", ("assail", "", "ball")),
        ("로또 번호가 다 맞았다.", ("cheer", "self", "")),
        ("로또를 샀는데 여섯 개가 다 맞아버렸어.", ("cheer", "self", "")),
        ("엄마 목소리가 라디오에서 흘러나왔다.", ("hear", "self", "")),
        ("벽 속에서 노래가 새어 나왔다.", ("hear", "self", "")),
        ("간판 불이 나갔다.", ("go_out", "self", "")),
        ("정으로 쪼니 귀 하나가 나왔다.", ("appear", "", "ear")),
    ],
)
def test_light_verbs_mean_what_they_say_with_their_objects(text, event):
    assert event in happens(text)


@pytest.mark.parametrize("text", ["나는 힘을 썼다.", "친구가 화를 냈다.", "답이 맞았다."])
def test_what_nothing_is_done_to_is_no_such_deed(text):
    assert not {"grasp", "give", "assail"} & {e[0] for e in happens(text)}


@pytest.mark.parametrize(
    ("text", "verb", "by"),
    [
        ("염소가 시험을 대신 봐 줬다.", "봐", "exam"),
        ("길에서 싸움이 났다.", "났", "fight"),
        ("부엌에서 연기가 났다.", "났", "fog"),
        ("방에 연기가 찼다.", "찼", "fog"),
        ("붓 끝에서 눈이 내려 글자를 덮었다.", "덮", "snow"),
    ],
)
def test_a_deed_that_a_noun_tells_tells_its_verb(text, verb, by):
    assert any(word.startswith(verb) and concept == by for word, concept in shown(text))
