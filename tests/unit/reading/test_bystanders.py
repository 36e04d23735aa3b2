"""Those whom a dream tells by a pronoun, a number, a colour or their clothes alone."""

import pytest

from mongyudo.reading import read
from mongyudo.records import Dream


def people(text: str) -> list[tuple[str, str | None]]:
    """Everybody of a dream: the form of the word, and who is drawn."""
    elements = (e for s in read(Dream.of(text)).segments for e in s.elements)
    return [
        (text[e.start_char : e.end_char], e.concept)
        for e in elements
        if e.kind == "actor" and e.concept
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("창문으로 다들 내 생일 노래를 부르는 게 보였다.", ("다들", "crowd")),
        ("식구들이 모였다. 그래도 다들 노래만 불렀다.", ("다들", "family")),
        ("모두가 내 자리를 둘러싸고 서 있었다.", ("모두", "crowd")),
        ("전부 나를 쳐다봤다.", ("전부", "crowd")),
        ("운동장을 지날 때는 애들 세 놈이 손을 흔들었다.", ("놈", "child")),
        ("운전석에서 젊은 놈이 발 뻗고 라면을 먹고 있었다.", ("놈", "stranger")),
        ("코끼리 두 마리가 있었다. 그중 하나가 펜을 내밀었다.", ("하나", "elephant")),
        ("비둘기가 모여 있었다. 한 마리가 어깨에 앉았다.", ("한 마리", "dove")),
        ("교실에 친구들이 있었다. 그 넷이 내 책을 들고 서 있었다.", ("넷", "friend")),
        ("사장님이 왔다. 그는 마루에 걸터앉아 신문을 읽었다.", ("그", "boss")),
        ("검은 양복이 다가왔다. 놈들이 케이크를 들고 노래했다.", ("놈들", "crowd")),
        ("젊은것들이 그 위에서 사진을 찍었다.", ("것들", "crowd")),
        ("밖은 사무실이고 모두가 내 자리를 둘러싸고 서 있었다.", ("모두", "crowd")),
        ("꽁초를 종이 더미에 던지는 놈을 봤다.", ("놈", "stranger")),
        ("누운 분이 자꾸 주문을 하셨다.", ("분", "stranger")),
        ("방명록에 이름을 쓰니 안내하는 분이 슬리퍼를 내주었다.", ("분", "stranger")),
        ("옆방으로 건너가니 같은 분이 앉아 있었다.", ("분", "stranger")),
        ("옆에서 중간상이 웃으며 계산기를 두드렸다.", ("중간상", "merchant")),
        ("염소를 보러 갔다. 까만 놈이 절벽에 서서 나를 내려다봤다.", ("놈", "goat")),
        ("고양이가 있었다. 젊은 놈이 라면을 먹었다.", ("놈", "stranger")),
        ("이장이란 놈이 손가락으로 우리 집을 가리켰다.", ("이장", "grandfather")),
        ("손님들이 줄을 섰다. 다들 빈 그릇을 들고 있었다.", ("다들", "crowd")),
        ("내 어깨 뒤에 하얀 게.", ("하얀 게", "ghost")),
        ("시커먼 게 나를 노려봤다.", ("시커먼 게", "shadow")),
        ("지붕에 아주 커다란 것이 웅크려 있었다.", ("커다란 것", "monster")),
        ("골목에서 검은 양복 다섯이 나를 쫓아왔다.", ("양복", "spy")),
    ],
)
def test_somebody_is_there(text: str, last: tuple[str, str]) -> None:
    """Who was told of before is meant where there is somebody."""
    assert people(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "접시가 모두 깨졌다.",
        "하얀 게 떨어졌다.",
        "커다란 것이 떨어졌다.",
        "큰 놈이 쩍 갈라졌다.",
        "빨간 코트가 걸려 있었다.",
        "해바라기들이 전부 나를 내려다보고 있었다.",
        "다들 없었다.",
        "하나가 깨졌다.",
        "말 꺼내는 놈이 없다.",
        "오 분이 지났다.",
    ],
)
def test_what_things_do_is_done_by_nobody(text: str) -> None:
    """Things break, fall and hang."""
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("알바가 계산대에서 가방을 열고 있었다.", ("알바", "clerk")),
        ("고물상이 경운기를 실어갔다.", ("고물상", "merchant")),
        ("옆집이 나를 쳐다봤다.", ("옆집", "neighbor")),
        ("화면에 내가 서 있었다.", ("내", "double")),
        ("저쪽의 나는 신문을 접었다.", ("저쪽의 나", "double")),
        ("아랫집 순례댁도 타고 갔다.", ("순례댁", "woman")),
        ("손주캉 마당을 걸었다.", ("손주캉", "child")),
        ("감별사들이 난간에 서서 물을 내려다보고 있었다.", ("감별사들", "crowd")),
        ("채록자들이 난간에 서 있었다.", ("채록자들", "crowd")),
        ("한강에 아빠 목말 타고 갔다.", ("아빠", "father")),
        ("총무과는 전망이 좋다며 커튼을 열었다.", ("총무과", "clerk")),
        ("룸메가 접시를 들고 왔다.", ("룸메", "friend")),
        ("우리 팀 서폿이 웃었다.", ("서폿", "friend")),
        ("이발병이 내 머리를 깎았다.", ("이발병", "soldier")),
        ("할망 손을 잡았다.", ("할망", "grandmother")),
        ("맞선임이 웃었다.", ("맞선임", "soldier")),
        ("김민준이 돈까스를 먹었다.", ("김민준", "friend")),
        ("초롱이가 마당에서 짖었다.", ("초롱", "dog")),
        ("뭉치가 귀를 펄럭이며 달리고 짖었다.", ("뭉치", "dog")),
        ("해피가 짖었다.", ("해피", "dog")),
        ("신사임당이 걸어 나와 앉았다.", ("신사임당", "friend")),
    ],
)
def test_whoever_does_what_only_the_living_do_is_one(text: str, who: tuple[str, str]) -> None:
    """Trades, homonyms, dialect, games, barracks, pets and names."""
    assert who in people(text)


@pytest.mark.parametrize("text", ["편의점 알바를 했다.", "택배가 왔다.", "등불이가 꺼졌다."])
def test_a_homonym_is_nobody_without_such_a_deed(text: str) -> None:
    """A parcel comes, and a job is done."""
    assert people(text) == []


def test_she_is_no_animal_and_nobody_likened():
    """여자친구랑 ... 개미처럼 작았다. 그녀가: the one who is there."""
    text = "여자친구랑 놀이공원에 갔다. 사람들이 개미처럼 작았다. 그녀가 내 손을 놓았다."
    (segment,) = read(Dream.of(text), segments=1).segments
    assert [e.concept for e in segment.elements if e.lemma == "그녀"] == ["woman"]
