"""What is drawn in the stead of a word is called by its own name, also on the page."""

import pytest
from tests.unit.backends.told import directed, happens, segment

from mongyudo.backends.director.repertoire import undrawable
from mongyudo.backends.director.stood_for import steads
from mongyudo.web.render import names_drawn


def instead(text: str) -> dict[str, str]:
    """What stands in the stead of the words of a dream."""
    drawn = directed(text).drawn
    return {text[d.start_char : d.end_char]: d.instead for d in drawn}


@pytest.mark.parametrize(
    ("text", "word", "shown"),
    [
        ("방파제에 앉아 있었다.", "방파제", "바닷가"),
        ("은행에서 돈을 셌다.", "은행", "사무실"),
        ("주유소에서 친구를 기다렸다.", "주유소", "거리"),
        ("베란다에서 친구를 기다렸다.", "베란다", "집"),
        ("동물원에서 친구를 기다렸다.", "동물원", "공원"),
        ("댐에서 친구를 기다렸다.", "댐", "강"),
        ("매듭을 풀었다.", "풀", "손놀림"),
        ("껌을 씹으며 걸었다.", "껌", "사탕"),
        ("바다를 보며 걸었다.", "바다", ""),
        ("숲에서 소나무를 만졌다.", "소나무", ""),
    ],
)
def test_a_stand_in_is_told_as_what_it_is(text, word, shown):
    """방파제 is shown by a seaside, and called so; the thing itself and its kinds need no name."""
    (found,) = {name for told, name in instead(text).items() if told.startswith(word)}
    assert found == shown


def test_what_one_is_bidden_is_told_as_said():
    """앉으라고 했다: nobody sits."""
    found = instead("선생님이 나한테 앉으라고 했다.")
    assert found.get("앉", found.get("앉으라고", "말")) == "말"


def test_there_is_is_no_claim():
    """계단이 있었다: the stairs are drawn, and "there is" nothing besides."""
    words = {d.keyword for d in directed("골목 끝에 계단이 있었다.").drawn}
    assert "있다" not in words


def test_every_stead_is_of_something_drawn():
    """The table names only what the ink draws."""
    assert not undrawable(steads())


def test_the_page_tells_what_is_drawn_instead():
    """방파제 → 바닷가; a manifest of before has no such field."""
    shot = {
        "drawn": [{"keyword": "방파제", "instead": "바닷가"}, {"keyword": "나"}, {"keyword": "나"}]
    }
    assert names_drawn(shot) == ["방파제 → 바닷가", "나"]


def test_what_it_is_done_with_stays_whole():
    """그걸 칼로 쪼갰다: the peach breaks, not the knife."""
    told = happens("커다란 복숭아가 굴러 왔다. 언니가 그걸 칼로 쪼갰다.")
    assert [thing for concept, _, thing in told if concept == "break"] == ["peach"]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("등대가 깜빡이고 있었다.", "lighthouse"),
        ("등대에 올라갔다.", "lighthouse"),
        ("할머니가 부채질을 하고 있었다.", "folding_fan"),
    ],
)
def test_it_stands_there_itself(text, thing):
    """A lighthouse at the shore, a fan in the hand."""
    scenes = directed(text).scenes
    shown = {p.concept for s in scenes for p in s.props} | {
        a.holds for s in scenes for a in s.actors
    }
    assert thing in shown
    assert thing != "lighthouse" or scenes[0].setting == "beach"


def test_a_nose_is_rubbed_not_cooked():
    """코를 비볐다: nothing is mixed."""
    told = {concept for concept, _, _ in happens("하얀 말이 다가와 내 어깨에 코를 비볐다.")}
    assert "nuzzle" in told
    assert "cook" not in told


@pytest.mark.parametrize(
    ("text", "told", "not_told"),
    [
        ("하얀 말이 다가와 내 어깨에 코를 비볐다.", "white horse", "words"),
        ("호랑이한테 쫓기다가 절벽에서 떨어졌다.", "by tiger", "to tiger"),
        ("호랑이한테 쫓기다가 절벽에서 떨어졌다.", "from cliff", "in cliff"),
        ("비가 억수로 쏟아졌다.", "rain", "eoksu"),
        ("비가 많이 왔다 아이가.", "rain", "child"),
        ("도자기를 바꿔치기했다.", "swap", "bakkwochigi"),
        ("언니가 구렁덩덩을 안고 울었다.", "sister", "gureong"),
        ("구름 위에서 내려가고 싶지 않았다.", "cloud", "going down"),
        ("밥에 나물을 넣고 비볐다.", "mix", "rub"),
    ],
)
def test_prompts_tell_meanings(text, told, not_told):
    """An English prompt holds no word that is only spelt, and none that means something else."""
    prompt = segment(text).prompt
    assert told in prompt
    assert not_told not in prompt
