"""Words for places: where a dream is, by words that a lexicon of houses and lands has."""

import pytest

from mongyudo.reading import read
from mongyudo.records import Dream

WHERE = {
    "kitchen": "공양간 퇴식구 조리대", "temple": "선방 요사채 송광사 일주문",
    "school": "조리실습실 야학 서울대", "office": "여행사 검찰청 투표소",
    "factory": "하역장 격납고",
    "workshop": "작업대 다림질대 선별장", "market": "위판장 공판장 저잣거리",
    "stadium": "모래판 급수대 시상대 종합운동장", "road": "자유로 나들목 차선",
    "station": "터미널 역무실", "school_yard": "조회대 국기게양대", "hospital": "원무과 수술방",
    "beach": "갯바닥 주문진 속초", "island": "거제도 백령도", "sea": "지중해 대서양",
    "pond": "연못 궁남지", "lake": "소양호 상수원", "mountain": "남산 고갯마루 비탈",
    "forest": "대밭 야영지", "field": "들녘 평원", "street": "프라하 시카고 보도블록",
    "restaurant": "떡볶이집 주점 한식집", "shop": "푸줏간 옷집 복덕방", "home": "농막 고아원",
    "yard": "뜨락 사립문", "hanok": "댓돌 별당", "cave": "만장굴 고래 배 속", "ruin": "성터 폐극장",
    "funeral_hall": "영정 앞 영결식장", "courtroom": "재판정", "prison": "형무소",
    "palace": "경회루 백악관 기념관",
}  # fmt: skip


@pytest.mark.parametrize(("concept", "words"), WHERE.items())
def test_a_place_is_known(concept: str, words: str) -> None:
    """Every word is one place, of the kind in which it is drawn."""
    for word in words.replace(" 앞", "_앞").replace(" 배 속", "_배_속").split():
        text = f"나는 {word.replace('_', ' ')}에서 울었다."
        told = [e for s in read(Dream.of(text)).segments for e in s.elements]
        assert concept in {e.concept for e in told if e.kind == "setting"}, word


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("사람들과 라인을 맞춰 섰다.", ()),
        ("공장 라인에서 볼트를 조였다.", ("factory", "workshop")),
        ("눈이 녹은 마당에서 죽은 참새를 주워 딸이 내미는 성냥갑에 눕혔다.", ("yard",)),
        ("반상회를 한다고 했다. 단어장을 외웠다. 축하 인사를 했다.", ()),
        ("테니스 코트에서 공을 쳤다.", ("stadium",)),
        ("코트를 입었다.", ()),
        ("화덕을 들고 돌아온 마당에 눈이 내렸다.", ("yard",)),
        ("다 끝난 마당에 무슨 말을 했다.", ()),
    ],
)
def test_homonyms_are_told_apart(text: str, told: tuple[str, ...]) -> None:
    """A word that is a place in some company only is one there alone."""
    found = [e for s in read(Dream.of(text)).segments for e in s.elements]
    assert tuple(e.concept for e in found if e.kind == "setting") == told
