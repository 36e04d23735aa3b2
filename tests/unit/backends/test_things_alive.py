"""Things that come to life, stick, spread and come off; places that close in; what is heard."""

import pytest
from tests.unit.backends.told import happens, seen


def shown(text: str) -> set[tuple[str, str]]:
    """The words that a film of one shot shows, with what shows them."""
    return set(seen(text).items())


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("인형이 눈을 떴다.", ("stare", "", "doll")),
        ("나무가 나를 쳐다봤다.", ("stare", "", "tree")),
        ("그 미끈한 것이 나를 돌아봤다.", ("stare", "", "slime")),
        ("인형이 웃었다.", ("laugh", "doll_figure", "")),
        ("달이 웃었다.", ("thing_laughs", "", "moon")),
        ("항아리가 춤을 췄다.", ("hop", "", "jar")),
        ("대나무가 허리를 숙였다.", ("tilt", "", "bamboo")),
        ("종소리가 들렸다.", ("hear", "self", "")),
        ("우산이 펴졌다.", ("unfold", "", "umbrella")),
        ("덩굴이 창문을 덮었다.", ("spread", "", "vine")),
        ("인형이 자꾸 늘어났다.", ("spread", "", "doll")),
        ("고양이가 자꾸 늘어났다.", ("infest", "cat", "")),
        ("문어가 팔에 달라붙었다.", ("cling_on", "octopus", "")),
        ("이불이 발에 감겼다.", ("stick", "", "blanket")),
        ("나무가 베어져 있었다.", ("come_off", "", "tree")),
        ("손이 빠졌다.", ("come_off", "", "hand")),
        ("손가락이 하나 떨어졌다.", ("come_off", "", "finger")),
        ("코가 길어졌다.", ("breaks_out", "self", "")),
        ("방에 있는데 벽이 양쪽에서 다가왔다.", ("close_in", "self", "")),
        ("골목이 점점 좁아졌다.", ("close_in", "self", "")),
        ("방에 있는데 천장이 점점 내려왔다.", ("close_down", "self", "")),
        ("복도가 끝없이 길어졌다.", ("stretch", "self", "")),
        ("그림자가 커졌다.", ("shadow_rises", "self", "")),
        ("배꼽에서 싹이 났다.", ("emerge", "", "seedling")),
        ("편지가 도착했다.", ("appear", "", "letter")),
        ("글씨가 번졌다.", ("spread", "", "writing")),
        ("호랑이가 누워 졸고 있었다.", ("sleep", "tiger", "")),
        ("새 떼가 하늘을 뒤덮었다.", ("infest", "bird_flock", "")),
        ("부애가 나서 모자를 던졌다.", ("throw", "self", "")),
        ("고양이가 사라졌다.", ("vanish", "cat", "")),
        ("산이 움직였다.", ("heave", "self", "")),
        ("불이 점점 커졌다.", ("burn", "self", "")),
        ("물이 허리까지 찼다.", ("flood", "self", "")),
        ("아기 우는 소리가 났다.", ("hear", "self", "")),
        ("반지가 손가락에서 빠지지 않았다.", ("pull_out", "self", "")),
        ("머리카락을 당겼다. 국에서 계속 나왔다.", ("appear", "", "hair")),
    ],
)
def test_what_things_do_is_understood(text, event):
    """Also what only the living do, and what happens to a body or a place."""
    assert event in happens(text)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("포스터가 벽에 붙어 있었다.", "stick"),
        ("나는 집에서 나왔다.", "appear"),
        ("친구가 웃었다.", "thing_bites"),
        ("시계가 멈췄다.", "stare"),
        ("줄이 길어졌다.", "stretch"),
        ("산불이 꺼졌다.", "burn"),
        ("방 벽이 무너졌다.", "close_in"),
        ("이름표의 숫자가 다 맞았다.", "hop"),
        ("수세미가 밥솥에 먹혔다.", "thing_bites"),
        ("배추가 밭에서 뽑혔다.", "hop"),
    ],
)
def test_what_looks_alike_is_no_such_event(text, concept):
    """The same words where nothing comes to life."""
    assert concept not in {told for told, _, _ in happens(text)}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("방에서 인형이 눈을 떴다.", ("떴", "stare")),
        ("골목이 점점 좁아졌다.", ("좁아졌", "shrink")),
        ("바닥이 푹 꺼졌다.", ("꺼졌", "collapse")),
        ("비가 그치지 않고 내렸다.", ("내렸", "rain")),
        ("눈이 펑펑 쏟아졌다.", ("쏟아졌", "snow")),
        ("안개가 마을을 덮었다.", ("덮", "fog")),
        ("귀에서 실이 딸려 나왔다.", ("나왔", "emerge")),
    ],
)
def test_it_is_seen(text, word):
    """The film of a single sentence shows it."""
    assert any(word[0] in said and word[1] == how for said, how in shown(text)), shown(text)
