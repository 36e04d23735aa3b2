"""Those whom a dream only counts, meets as another self or calls by an unknown trade."""

import pytest

from mongyudo.reading.elements import find_hits
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon
from mongyudo.reading.unnamed import unnamed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("마당에 여섯 명이 서 있었다.", {"사람": "crowd"}),
        ("세 분이 상자를 들고 왔다.", {"사람": "crowd"}),
        ("학생 다섯 명이 서 있었다.", {}),
        ("한 명이 손을 들었다. 삼십 분이 지났다. 5분이 남았다.", {}),
        ("문을 여니 늙은 내가 앉아 있었다.", {"나": "older_self"}),
        ("스물한 살의 내가 전화를 받았다.", {"나": "double"}),
        ("거울 속에 또 다른 내가 있었다.", {"나": "double"}),
        ("어린 내가 되어 마당을 뛰었다.", {}),
        ("놀란 나는 뛰었다.", {}),
        ("열 살짜리 내가 고개를 돌렸다.", {"나": "child"}),
        ("백 살쯤 된 내가 나왔다.", {"나": "older_self"}),
        ("72살의 내가 손을 흔들었다.", {"나": "older_self"}),
        ("감별사가 병아리를 상자에 담았다.", {"감별사": "stranger"}),
        ("감별사가 공중에 둥둥 떠 있었다.", {}),
        ("뿅뾱원이 무너졌다.", {}),
        ("뿅뾱실에서 닭이 울었다.", {"뿅뾱실": "office"}),
        ("목요일역에서 내렸다.", {"목요일역": "station"}),
        ("산호초역. 문이 열렸다.", {"산호초역": "station"}),
        ("머리가 물미역색이었다. 지름길로 갔다. 얼음장에 누웠다.", {}),
        ("회계팀에서 도장을 받았다.", {"회계팀": "office"}),
        ("간호사실에서 종이 울렸다. 그 사실에 놀랐다.", {"간호사실": "hospital"}),
        ("한빛상회에 들어갔다.", {"한빛상회": "shop"}),
        ("뽀로로월드에 갔다.", {"뽀로로월드": "amusement_park"}),
        ("고려은단에 들어갔다.", {"고려은단": "street"}),
        ("유튜브에 들어갔다.", {}),
        ("14층에서 문이 열렸다.", {"14층": "corridor"}),
        ("14층 들어갔더니 조용했다.", {"14층": "corridor"}),
        ("우리 집은 14층인데요. 14층 버튼을 눌렀다. 3층짜리 집이었다.", {}),
        ("내린 곳은 지하 3층이었다.", {"지하3층": "basement"}),
        ("엘리베이터를 탔는데 13층에서 멈췄다.", {"13층": "elevator"}),
        ("병원 502호에 누웠다.", {"502호": "hospital"}),
        ("302호 앞에 섰다.", {"302호": "corridor"}),
        ("101동 1203호에 들어갔다.", {"101동1203호": "room"}),
        ("3학년 2반에 들어갔다.", {"3학년2반": "school"}),
        ("4층 화장실에 갔다.", {"4층": "bathroom"}),
        ("사진토론장에서 춤을 췄다.", {"사진토론장": "stage"}),
        ("메밀국수집에서 먹었다.", {"메밀국수집": "restaurant"}),
        ("뿅뾱배합실 구석에 앉았다.", {"뿅뾱배합실": "workshop"}),
        ("뿅뾱실을 지나갔다.", {"뿅뾱실": "office"}),
        ("뿅뾱실까지 갔다. 뿅뾱실까지 깨끗했다.", {"뿅뾱실": "office"}),
        ("뿅뾱퇴임식에서 울었다. 퇴임식에 갔다.", {"퇴임식": "stage"}),
        ("7번을 탔다. 3번을 골랐다.", {"버스": "bus"}),
        ("뿅뾱실에 전화했다.", {}),
        ("뿅뾱실이 뭐냐고 물었다.", {}),
    ],
)
def test_somebody_is_there(text: str, told: dict[str, str]) -> None:
    """Three and more; who one was or will be; who does what only people do."""
    analysis = analyse(text)
    found = unnamed(analysis, find_hits(analysis, load_lexicon()))
    assert {e.lemma: e.concept for e in found} == told
