"""People at work, animals, spirits and those without a name, by a sample of their words."""

import pytest

from mongyudo.reading import read
from mongyudo.records import Dream


def drawn_for(text: str) -> dict[str, str]:
    """Who acts in a text, and who is drawn for them."""
    told = read(Dream.of(text, "d"), segments=1).segments[0].elements
    return {e.lemma: e.concept for e in told if e.kind == "actor" and e.concept}


@pytest.mark.parametrize(
    ("text", "who", "concept"),
    [
        ("수납원이 창구를 내렸다.", "수납원", "clerk"),
        ("뿅뾱원이 서랍을 밀어 놓았다.", "뿅뾱원", "clerk"),
        ("뿅뾱원한테 카드를 냈다.", "뿅뾱원", "clerk"),
        ("뿅뾱장님께서 손짓을 하셨다.", "뿅뾱장님", "boss"),
        ("뿅뾱사와 눈이 마주쳤다.", "뿅뾱사", "stranger"),
        ("뿅뾱관을 만났다.", "뿅뾱관", "clerk"),
        ("뿅뾱생의 목소리가 들렸다.", "뿅뾱생", "student"),
        ("뿅뾱요법사가 팔을 잡았다.", "뿅뾱요법사", "doctor"),
        ("뿅뾱꾼이 사라졌다.", "뿅뾱꾼", "worker"),
        ("지배인이 열쇠를 주었다.", "지배인", "clerk"),
        ("상복 입은 심판단이 일어났다.", "심판단", "judge"),
        ("고수가 북을 들고 웃었다.", "고수", "musician"),
        ("도반이 마당을 쓸었다.", "도반", "monk"),
        ("염색공이 천을 흔들었다.", "염색공", "worker"),
        ("조상신이 마루에 앉았다.", "조상신", "grandfather"),
        ("삼신할미가 나왔다.", "할미", "grandmother"),
        ("곰치가 나왔다.", "곰치", "eel"),
        ("찌르레기가 앉았다.", "찌르레기", "bird"),
        ("무언가가 뛰어왔다.", "무어", "shadow"),
        ("사람만 한 것들이 고개를 돌렸다.", "것", "shadow"),
        ("그들이 나를 에워쌌다.", "그", "crowd"),
        ("낯선 이가 나를 쳐다봤다.", "이", "stranger"),
        ("검은 존재가 나를 노려봤다.", "존재", "shadow"),
    ],
)
def test_somebody_unknown_is_known_by_word_and_deed(text: str, who: str, concept: str) -> None:
    """Trades that no list holds, and words of every class that the sweep brought."""
    assert drawn_for(text)[who] == concept


@pytest.mark.parametrize(
    "text",
    [
        "뿅뾱원이 무너졌다.",
        "여행사가 문을 닫았다.",
        "회의장은 넓었고 종이가 날렸다.",
        "안내장이 나왔다.",
        "유리병이 굴렀다.",
        "무언가가 떨어졌다.",
        "고수가 없는 국을 끓였다.",
        "공이 염색되었다.",
        "신발 한 짝이 벗겨졌다.",
        "3이 나왔다.",
    ],
)
def test_things_places_and_firms_are_nobody(text: str) -> None:
    """What ends like a word for people, and does nothing that people do."""
    assert drawn_for(text) == {}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("마르코가 배를 몰았다.", "마르코"),
        ("솜차이는 그물을 기웠다.", "솜차이"),
        ("최 씨가 나를 쫓아왔다.", "최"),
        ("스미스 씨가 모자를 벗었다.", "스미스"),
        ("지훈이네가 이사를 갔다.", "지훈이"),
        ("동석이가 공을 찼다.", "동석"),
        ("현우한테 편지를 썼다.", "현우"),
        ("웃고 있던 솜차이를 찾았다.", "솜차이"),
        ("우리 팀 한 명이 의자에 앉아 있었다.", "한"),
        ("스물세 살의 우리가 라면을 먹고 있었다.", "우리"),
    ],
)
def test_names_are_somebody(text: str, who: str) -> None:
    """By what they do to a thing, by a title, by a house, by what is sent to them."""
    assert who in drawn_for(text)
