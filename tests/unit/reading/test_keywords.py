"""Keywords in the forms of the notes' porcelain dream."""

import pytest

from mongyudo.reading import read
from mongyudo.reading.elements import find_hits
from mongyudo.reading.keywords import MOST_PER_DREAM, find_keywords
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon
from mongyudo.reading.phrases import find_candidates
from mongyudo.records import Dream, Keyword

PORCELAIN = (
    "회장님께 귀중한 도자기를 배달하러 갔는데 빈 집이라 현관에 두고 갔다. 그런데 가짜로 "
    "오해받았다. cctv 영상을 확인하니 가까운 친구들이 나를 배신한 것이었다. 회장이 화를 내며 "
    "친구들을 처벌하라고 했고, 나는 살려 달라고 절망적으로 울었다."
)


def keywords(text: str) -> tuple[Keyword, ...]:
    analysis = analyse(text)
    return find_keywords(analysis, find_hits(analysis, load_lexicon()))


def phrases(text: str) -> set[str]:
    analysis = analyse(text)
    return {c.ko for c in find_candidates(analysis, find_hits(analysis, load_lexicon()))}


@pytest.mark.parametrize(
    "phrase",
    [
        "귀중한 도자기",
        "빈 집",
        "두고 감",
        "가짜로 오해됨",
        "가까운 친구들",
        "배신",
        "회장의 분노",
        "처벌",
        "절망적인 울음",
    ],
)
def test_the_notes_forms_are_offered(phrase: str) -> None:
    """Every phrase of the notes' example is a candidate."""
    assert phrase in phrases(PORCELAIN)


def test_the_porcelain_dream_keeps_its_keywords() -> None:
    """Most of the notes' thirteen keywords are chosen, CCTV in capitals."""
    joined = " / ".join(keyword.ko for keyword in keywords(PORCELAIN))
    kept = [
        w for w in ("도자기", "집", "가짜", "CCTV 영상", "친구들", "회장", "울음") if w in joined
    ]
    assert len(kept) >= 6
    assert "cctv" not in joined


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("시계가 멈췄다", "멈춘 시계"),
        ("문이 안 열렸다", "열리지 않는 문"),
        ("벽이 점점 좁아졌다", "좁아진 벽"),
        ("돼지를 꼭 안았다", "돼지를 안음"),
        ("접시를 엎었다", "엎어진 접시"),
        ("바다에 빠졌다", "바다에 빠짐"),
        ("비누를 세 개나 썼다", "비누 세 개"),
        ("내가 개가 되었다", "개가 됨"),
        ("모자 쓴 남자가 왔다", "모자 쓴 남자"),
        ("커튼 같은 햇살이 내려왔다", "커튼 같은 햇살"),
        ("물이 미지근하고 걸쭉했다", "걸쭉한 물"),
        ("돌아가신 할머니가 오셨다", "돌아가신 할머니"),
        ("벽에 글씨가 떴다", "벽에 뜬 글씨"),
        ("귀에서 연기가 나며 웃었다", "귀에서 나는 연기"),
        ("거실에 갯벌이 있었다", "거실의 갯벌"),
        ("문에는 손잡이가 없었다", "손잡이 없는 문"),
        ("불이 꺼져 가는데 잠들었다", "꺼져 가는 불"),
        ("불꽃이 파랗게 올라왔다", "파란 불꽃"),
        ("다리가 솜 같아서 못 뛰었다", "솜 같은 다리"),
        ("앞치마를 벗어서 얼굴에 던졌다", "앞치마를 던짐"),
        ("돌을 던졌다", "던진 돌"),
        ("마당에서 감을 땄다", "감 따기"),
        ("노래를 들었다", "노래 듣기"),
        ("경찰이 앉아서 쌈을 먹었다", "쌈을 먹는 경찰"),
        ("강 건너편에 먼저 간 남편이 보였다", "먼저 간 남편"),
        ("모기가 딱 한 마리 있었다", "모기 한 마리"),
        ("빈 의자 세 개가 있었다", "빈 의자 세 개"),
        ("새 노란 우산을 들었다", "새 노란 우산"),
        ("아내와 아들이 서 있었다", "아내와 아들"),
        ("오리튜브를 탔다", "오리 튜브"),
        ("내 이름이 적혀 있었다", "내 이름"),
    ],
)
def test_phrases(text: str, phrase: str) -> None:
    """Subjects, objects, places, numbers and attributes become noun phrases."""
    assert phrase in phrases(text)


def test_generic_words_are_left_out() -> None:
    """꿈, 것, 때 say nothing that can be filmed."""
    chosen = {keyword.ko for keyword in keywords("꿈에서 그런 것을 보았을 때 호랑이가 왔다")}
    assert not chosen & {"꿈", "것", "때"}
    assert any("호랑이" in word for word in chosen)


def test_never_more_than_fourteen() -> None:
    """A very long dream has no more keywords than a film can hold."""
    things = ["사과", "배", "감", "귤", "콩", "떡", "빵", "김", "물", "소금", "기름", "고기"]
    text = " ".join(f"{a}와 {b}를 보았다." for a in things for b in things if a < b)
    assert len(keywords(text)) <= MOST_PER_DREAM


def test_offsets_hold_the_words() -> None:
    """A keyword's offsets point at the words it was made of, and no two share a letter."""
    chosen = keywords(PORCELAIN)
    assert all(0 <= k.start_char < k.end_char <= len(PORCELAIN) for k in chosen)
    porcelain = next(k for k in chosen if "도자기" in k.ko)
    assert "도자기" in PORCELAIN[porcelain.start_char : porcelain.end_char]


def test_english_is_plain_ascii() -> None:
    """Every keyword has English, unknown words romanised."""
    text = PORCELAIN + " 구렁덩덩을 만났다."
    assert all(k.en.strip() and k.en.isascii() for k in keywords(text))


@pytest.mark.parametrize(
    ("text", "has", "lacks"),
    [
        ("책상을 엎고 소리를 질렀다.", "책상을 엎음", "책상을 소리를 지름"),
        ("할머니 손을 잡고 걸었다.", "할머니 손을 잡음", "할머니를 손을 잡음"),
        ("앞치마를 벗어서 던졌다.", "앞치마를 던짐", "앞치마를 벗어서를 던짐"),
        ("시계가 가고 답안지에 마킹을 하면", "답안지에 마킹", "답안지에 마킹을 하는 시계"),
        ("경찰이 앉아서 쌈을 먹었다.", "쌈을 먹는 경찰", "쌈을 경찰"),
    ],
)
def test_a_deed_has_one_object_and_a_thing_does_nothing(text: str, has: str, lacks: str) -> None:
    """소리를 지르다 has its own; what a clock did before is not what goes on with a pen."""
    assert has in phrases(text)
    assert lacks not in phrases(text)


def test_rain_that_pours_is_no_flood() -> None:
    """비가 쏟아졌다 is rain, 강물이 쏟아졌다 a flood."""
    pours = {
        text: {h.entry.concept for h in find_hits(analyse(text), load_lexicon())}
        for text in ("비가 쏟아졌다.", "강물이 쏟아졌다.")
    }
    assert "flood" not in pours["비가 쏟아졌다."]
    assert "flood" in pours["강물이 쏟아졌다."]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("축구 골대가 빨려 들어갔다.", "빨려 들어감"),
        ("어금니가 굴러떨어졌다.", "굴러떨어진 어금니"),
        ("놀라 침대에서 일어나 앉았다.", "침대에서 일어나 앉음"),
        ("빵집에 불이 켜져 있었다.", "빵집에 불이 켜짐"),
    ],
)
def test_verbs_are_joined_as_they_are_written(text: str, phrase: str) -> None:
    """굴러떨어진 and not 구르어떨어진, 불이 켜짐 and not 불이켜짐."""
    found = [k.ko for s in read(Dream.of(text), segments=1).segments for k in s.keywords]
    assert phrase in found
