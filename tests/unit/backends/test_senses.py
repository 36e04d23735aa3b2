"""What a verb tells by the make of its clause."""

import pytest

from mongyudo.backends.director.telling import tell
from mongyudo.reading import read
from mongyudo.records import Dream


def told(text: str) -> list[str]:
    """The concepts of what happens in a dream of one segment."""
    (segment,) = read(Dream.of(text, "d"), segments=1).segments
    return [event.concept for event in tell(segment).events if not event.unreal]


@pytest.mark.parametrize(
    ("text", "concept", "not_this"),
    [
        ("판사가 망치를 쳤다.", "strike", "attack"),
        ("소리를 지르다 깸", "wake", "break"),
        ("바가지로 물을 떠서 마셨다.", "take_out", "float"),
        ("선생님이 칠판을 지웠다.", "wipe", "vanish"),
        ("수도꼭지를 잠갔다.", "press", "locked"),
        ("칠판을 보는데 방송이 나왔다.", "listen", "perform"),
        ("나무들이 우수수 웃었다.", "thing_laughs", "fall"),
        ("나는 가위를 집어 종이를 잘랐다.", "cut", "sleep_paralysis"),
        ("목소리가 점점 멀어졌다.", "", "part"),
        ("머리카락이 엉켰다.", "", "tie"),
        ("무섭다기보다 슬펐다.", "cry", "tremble"),
        ("아빠가 비밀번호를 틀렸다.", "", "exam"),
        ("나는 기계를 쓰러뜨렸다.", "overturn", "fight"),
        ("한쪽 눈을 가리고 숫자를 읽었다.", "cover", "hide"),
        ("복권을 산 적이 없었다.", "", "buy"),
    ],
)
def test_the_clause_says_what_is_meant(text, concept, not_this):
    """Water that is scooped does not float, and a broadcast is heard."""
    assert not_this not in told(text)
    assert not concept or concept in told(text)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("친구가 나를 쳤다.", "attack"),
        ("동생이 유리를 깼다.", "break"),
        ("하늘에 배가 떴다.", "float"),
        ("친구가 멀어졌다.", "part"),
        ("무대에서 노래를 불렀다.", "sing"),
        ("감이 우수수 떨어졌다.", "spill"),
        ("시험에서 마지막 문제를 틀렸다.", "exam"),
        ("복권을 샀다.", "buy"),
    ],
)
def test_the_verb_itself_is_meant_elsewhere(text, concept):
    """Who is hit is attacked, and what is broken breaks."""
    assert concept in told(text)


@pytest.mark.parametrize(
    ("text", "not_this"),
    [
        ("호미에 뭐가 딱 걸렸다.", "assail"),
        ("등을 긁으니 깃털이 만져졌다.", "assail"),
        ("찻잔이 바닥에 닿았다.", "assail"),
        ("뿔에 풍선이 묶여 있었다.", "assail"),
        ("점원도 흠뻑 젖어 있었다.", "appear"),
        ("우리 반이 경운기를 탔다.", "burn"),
    ],
)
def test_what_touches_or_wets_nobody_is_no_attack(text, not_this):
    """A thing that only hangs, sticks or is felt leaps at nobody; who is wet comes from nowhere."""
    assert not_this not in told(text)
