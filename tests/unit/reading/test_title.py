"""A title names the thing by which a dream is remembered."""

import pytest

from mongyudo.reading import read
from mongyudo.reading.title import LONGEST_TITLE_CHARS, UNTITLED, suggest_title
from mongyudo.records import Dream


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("큰 구렁이가 우물에서 기어 나와 나를 보았다.", "큰 구렁이"),
        ("돼지 한 마리가 마당으로 들어왔다. 돼지를 안았다.", "돼지"),
        ("양치하는데 앞니가 툭 빠졌다.", "빠지는 앞니"),
        ("귀중한 도자기를 회장님께 배달했다. 도자기가 가짜라고 했다.", "귀중한 도자기"),
        ("올라가고 또 올라갔다. 선반에 노란 우산이 있었다.", "노란 우산"),
        ("집주인이 전세금을 붕어빵으로 줬다. 붕어빵이 식었다.", "붕어빵"),
        ("뛰고 또 뛰었다.", "뛰기"),
        ("벽에서 물이 콸콸 나왔다.", UNTITLED),
        ("그냥 그랬다.", UNTITLED),
        ("산신령이 연못에서 나와 도끼를 물었다.", "연못의 산신령"),
        ("베개 속에서 나방이 나왔다. 나방이 날았다.", "베개 속 나방"),
        ("귀신이 밥상 앞에 앉아 있었다.", "밥상 앞의 귀신"),
        ("글자가 개미처럼 기어갔다.", "기어가는 글자"),
        ("하늘이 접혔다. 별이 와르르 쏟아져 운동장에 쌓였다.", "쏟아지는 별"),
        ("벼룩시장에서 산 손거울을 보았다.", "벼룩시장의 손거울"),
        ("마당에 불이 켜졌다. 사진을 찍었다. 호랑이가 웃었다.", "웃는 호랑이"),
        ("할머니가 마루에서 콩을 까고 있었다.", "콩 까는 할머니"),
        ("멧돼지가 콧김을 씩씩 뿜으며 내려왔다.", "콧김 뿜는 멧돼지"),
        ("너구리가 봉지를 목도리처럼 두르고 있었다.", "너구리"),
        ("용이 나를 태우고 날았다.", "나를 태우는 용"),
        ("계단을 내려가는데 계단이 뱀처럼 움직였다.", "움직이는 계단"),
        ("팀장님이 고양이 목소리로 노래했다.", "노래하는 팀장님"),
        ("돼지 저금통을 품에 안았다.", "돼지 저금통"),
    ],
)
def test_title_is_what_the_dream_is_about(text: str, title: str) -> None:
    """The animal, the tooth; a dream without anything has the night for its title."""
    assert suggest_title(read(Dream.of(text))) == title


def test_title_is_short() -> None:
    """It fits one column of brush writing."""
    reading = read(Dream.of("낡은 지하철역 승강장에서 회장님과 줄무늬 호랑이를 기다렸다."))
    assert len(suggest_title(reading)) <= LONGEST_TITLE_CHARS


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("뱀이 이불 속에 들어와 발목을 감았다.", "이불 속 뱀"),
        ("바당에서 물질허는디 전복이 사람 얼굴을 허고 이서라.", "바당의 전복"),
    ],
)
def test_no_word_stands_twice_and_none_is_cut(text: str, title: str) -> None:
    assert suggest_title(read(Dream.of(text))) == title
