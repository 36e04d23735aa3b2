"""Who, where and which number is hidden before a text leaves; everything comes back."""

import pytest

from mongyudo.reading.anonymising import Hidden, hide
from mongyudo.reading.elements import find_hits
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon


def hidden(text: str) -> Hidden:
    """What is hidden of a text, with the built-in lexicon."""
    analysis = analyse(text)
    return hide(analysis, find_hits(analysis, load_lexicon(None)))


@pytest.mark.parametrize(
    ("text", "secrets"),
    [
        ("김민수가 나를 쫓아왔다. 민수야 하고 불렀다.", "김민수 민수"),
        ("지훈이가 강남역에서 서윤이를 만났다.", "지훈 강남역 서윤"),
        ("박서준 부장님이 화를 냈다. 이 대리는 웃었다.", "박서준 이&대리"),
        ("제주도 함덕 해수욕장에서 정우랑 수영했다.", "제주도 함덕 정우"),
        (
            "서울시 마포구 월드컵북로 396, 래미안 101동 1203호에 불이 났다.",
            "서울시 396 래미안 1203",
        ),
        ("내 번호 010-1234-5678, 계좌 110-234-567890.", "1234 5678 234"),
        ("공일공 일이삼사 오육칠팔로 전화하라고 했다.", "일이삼사 오육칠팔"),
        ("주민번호 900302-1234567, a@b.co.kr, 12가 3456, 1990년 3월 2일", "900302 a@b 12가 3월"),
        ("수진 씨가 하늘이를 안았다. 하늘은 내 딸이다. 현빈 오빠.", "수진 하늘 현빈"),
        ("Minsu Kim이 왔다. 남궁민수도 왔다.", "Minsu Kim 남궁민수"),
    ],
)
def test_names_numbers_and_places_are_hidden(text: str, secrets: str) -> None:
    """And come back to the letter."""
    found = hidden(text)
    for secret in secrets.split():
        assert secret.replace("&", " ") not in found.text.replace("[번호1]", "").replace(
            "[이름1]", ""
        )
    assert found.restored(found.text) == text


def test_what_a_film_is_made_of_stays() -> None:
    """Beings of tales, kin, things and common words that look like names."""
    text = "용이 하늘로 올라갔다. 부처님과 도깨비가 있었다. 엄마야! 우리 교수님이 50000원을 주웠다."
    assert hidden(text).text == text


def test_signs_do_not_clash_with_the_dreamers_words() -> None:
    """A dream that holds a sign of its own keeps it."""
    found = hidden("칠판에 [사람1]이라고 적혀 있었다. 김민수가 웃었다.")
    assert found.stands_for == {"[사람2]": "김민수"}
    assert found.restored("[사람1] [ 사람 2 ] 사람2] [사람9]") == "[사람1] 김민수 김민수 [사람9]"


def test_a_prompt_goes_on_without_names() -> None:
    """People are unnamed, of places what the lexicon says is put back, the rest goes."""
    found = hidden("김민수가 제주도에서 010-1234-5678로 전화했다.")
    told = found.filmed("[사람1] calls [번호1] , in [장소1], at dusk")
    assert told == "a person calls, in jeju island, at dusk"
    assert found.filmed("[Person1] in [place 1], [Name3]") == "a person in jeju island"
