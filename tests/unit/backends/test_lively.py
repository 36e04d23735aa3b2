"""Things act as if they lived, places come down, and what stands there is told by its standing."""

import pytest
from tests.unit.backends.told import seen as told


@pytest.mark.parametrize(
    ("text", "verb", "concept"),
    [
        ("인형이 나를 꽉 껴안았다.", "껴안", "hug"),
        ("베개가 나를 꽉 껴안았다.", "껴안", "assail"),
        ("밧줄이 나를 잡아당겼다.", "잡아당겼", "assail"),
        ("허물들이 종아리로 기어올라왔다.", "기어올", "come_on"),
        ("의자들이 나를 향해 뛰어왔다.", "뛰어왔", "come_on"),
        ("배가 점점 멀어졌다.", "멀어졌", "recede"),
        ("벽이 자꾸 멀어졌다.", "멀어졌", "recede"),
        ("집이 폭삭 주저앉았다.", "주저앉", "collapse"),
        ("지붕이 들썩들썩했다.", "들썩들썩했", "earthquake"),
        ("파도가 산처럼 일어섰다.", "일어섰", "tidal_wave"),
        ("책상들이 전부 타고 있었다.", "타", "burn"),
    ],
)
def test_what_things_and_places_do_is_seen(text, verb, concept):
    """They come, cling, draw away; places shake, burn and fall in."""
    assert told(text).get(verb) == concept


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("신발 두 켤레가 신발장 앞에 나란히 서 있었다.", "서", "shoes"),
        ("문을 열었더니 똑같은 원룸이 또 나왔다.", "나왔", "room"),
    ],
)
def test_a_thing_that_stands_or_lies_there_is_told_by_it(text, verb, thing):
    """They are seen; 또 stands between the room and its verb."""
    assert told(text).get(verb) == thing


@pytest.mark.parametrize(
    ("text", "verb", "concept"),
    [
        ("잔치국수가 나와 먹었다.", "먹", "eat"),
        ("볼펜이 안 나와서 짝에게 빌렸다.", "빌렸", "receive"),
        ("족제비가 나에게 산삼을 팔았다.", "팔", "sell"),
        ("까치가 부엌 창을 톡톡 두드렸다.", "두드렸", "knock"),
        ("할머니가 마당에 앉아가 호박떡을 찌고 있었다.", "찌", "cook"),
        ("일어나자마자 샤워를 두 번 했다.", "했", "wash"),
        ("나는 말없이 고개를 끄덕였다.", "고개를 끄덕였", "nod"),
    ],
)
def test_who_does_what_no_thing_does(text, verb, concept):
    """The dreamer eats the noodles; beasts trade and peck; 앉아가 is nobody's name; how often and
    how something is done stands between its noun and its verb."""
    assert told(text).get(verb) == concept


def test_what_is_on_somebody_does_not_run():
    """날개가 달려 있었다: no wings come running."""
    assert told("친구 등에 날개가 달려 있었다. 친구가 웃었다.").get("달려") != "come_on"


@pytest.mark.parametrize(
    ("text", "verb", "concept"),
    [
        ("배수구에 손을 넣었더니 물컹한 게 손목을 잡았다.", "잡", "assail"),
        ("마당에 꽃잎이 다 떨어져 있었다.", "떨어져", "petal"),
        ("항아리 속에 지렁이가 국수처럼 엉켜 있었다.", "엉켜", "worm"),
    ],
)
def test_what_has_no_name_and_what_came_to_lie_there(text, verb, concept):
    """Slime clings; petals and worms that lie there are seen to."""
    assert told(text).get(verb) == concept


def test_a_beast_that_speaks_is_not_left_out_for_lesser_deeds():
    """The cow's words are what the dream is told for."""
    text = "여물을 주러 갔는데 소가 말을 했다. 나는 바가지를 들고 서서 고개를 들고 콩을 넣었다."
    assert told(text).get("말을 했") == "talk"


@pytest.mark.parametrize(
    ("text", "verb", "seen"),
    [
        ("밖에 비가 왔다.", "왔", "rain"),
        ("창문으로 햇빛이 들어왔다.", "들어왔", "sun"),
        ("문틈으로 연기가 기어 들어왔다.", "들어왔", "fog"),
        ("안개가 마을로 몰려왔다.", "몰려왔", "fog"),
        ("검은 구름이 몰려왔다.", "몰려왔", "cloud"),
        ("손전등 불빛이 다가왔다.", "다가왔", "light"),
        ("하늘이 무너져 떨어졌다.", "떨어졌", "collapse"),
        ("지붕이 통째로 벗겨져 날아갔다.", "날아갔", "collapse"),
        ("친구가 왔다.", "왔", "walk"),
    ],
)
def test_weather_that_comes_is_told_by_its_being_there(text, verb, seen):
    """Rain, smoke and light come as a friend does not: they are seen, and the friend walks."""
    assert told(text).get(verb) == seen


def test_rain_that_does_not_come_is_not_seen():
    """비가 오지 않았다."""
    assert "rain" not in told("비가 오지 않았다.").values()
