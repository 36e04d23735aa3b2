"""Scenes: where a dream is cut, and that nothing is lost."""

import pytest

from mongyudo.reading.elements import find_hits
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon
from mongyudo.reading.segments import cut
from mongyudo.reading.waking import waking_start

CHASE = (
    "학교 복도를 걷고 있었다. 창밖에는 비가 내리고 아무도 없었다. "
    "그런데 갑자기 바닷가로 나오니 친구들이 불을 피우고 있었다. 다 같이 노래를 불렀다."
)


def scenes(text: str, segments: int = 2) -> list[str]:
    analysis = analyse(text)
    spans = cut(analysis, find_hits(analysis, load_lexicon()), segments)
    return [text[span.start_char : span.end_char] for span in spans]


def test_the_cut_falls_where_the_place_turns() -> None:
    """그런데 갑자기 with a new place opens the second scene."""
    assert scenes(CHASE)[1].startswith("그런데 갑자기")


@pytest.mark.parametrize("segments", [1, 2, 3])
def test_as_many_scenes_as_asked_for(segments: int) -> None:
    """One to three scenes, joined again they are the dream."""
    assert len(scenes(CHASE, segments)) == segments
    assert "".join(scenes(CHASE, segments)) == CHASE


FARM = (
    "시골집 마당에서 강아지를 안고 있었다. 대문이 열리더니 소 떼가 밀려 들어왔다. 나는 지붕으로 "
    "올라갔다. 갑자기 지붕이 배로 바뀌어 강물 위에 떠 있었다. 노를 저으며 하류로 내려갔다. 다리 "
    "밑을 지나는데 돌아가신 할아버지가 손을 흔들고 계셨다. 배를 대려고 했지만 물살이 너무 셌다. "
    "폭포 소리가 점점 커졌다. 나는 새가 되어 날아올랐다. 아래로 우리 마을이 장난감처럼 보였다."
)


@pytest.mark.parametrize("segments", [4, 5, 6])
def test_a_long_dream_gets_up_to_six_scenes(segments: int) -> None:
    """They begin at sentences and lose nothing."""
    found = scenes(FARM, segments)
    assert len(found) == segments
    assert "".join(found) == FARM
    assert all(scene.rstrip().endswith(".") for scene in found)


def test_of_six_scenes_one_begins_where_the_place_turns() -> None:
    assert any(scene.startswith("갑자기 지붕이") for scene in scenes(FARM, 6))


def test_a_short_dream_gets_fewer_scenes_than_asked_for() -> None:
    """More than three scenes need a sentence each."""
    assert len(scenes(CHASE, 6)) == 3


def test_a_sentence_is_not_cut_for_the_sake_of_more_scenes() -> None:
    """갔다 | 왔다고: what may end a note ends nothing where there are sentences enough."""
    text = (
        "전역한 지 5년 됐는데 또 영장이 나왔다. 나 벌써 갔다 왔다고 아무리 말해도 행정병이 서류에 "
        "없다고만 했다. 정신 차려 보니 머리를 빡빡 밀고 훈련소 연병장에 서 있었다. 조교가 소리를 "
        "지르는데 옆에 있는 애들은 다 스무 살이었다. 내무반 침상에 누워서 천장을 보는데 어이가 "
        "없고 열이 받아서 잠이 안 왔다."
    )
    found = scenes(text, 6)
    assert len(found) == 5
    assert all(scene.rstrip().endswith(".") for scene in found)


@pytest.mark.parametrize(
    "text", ["앞니가 흔들리더니 빠졌다.", "뱀", "큰 돼지가 집에 들어왔다. 좋았다."]
)
def test_a_tiny_dream_stays_whole(text: str) -> None:
    """A single sentence or a handful of words is one scene."""
    assert scenes(text) == [text]


def test_a_long_single_sentence_stays_whole() -> None:
    """A proper sentence is never cut, however long."""
    text = (
        "할머니와 함께 시장에 가서 떡을 사고 나오는 길에 어릴 때 살던 동네의 골목을 "
        "한참 동안 걸으면서 옛날이야기를 들었는데 하늘이 점점 붉게 물들었다."
    )
    assert scenes(text) == [text]


def test_the_remark_on_waking_is_no_scene() -> None:
    """What follows 깨고 나서 belongs to the last scene."""
    text = CHASE + " 깨고 나서도 한참 동안 천장만 바라보았다. 지금 생각해도 이상하다."
    assert text[waking_start(analyse(text)) :].startswith("깨고 나서도")
    assert "깨고 나서도" in scenes(text)[1]
    assert scenes(text)[1].startswith("그런데")


def test_breaking_a_window_is_not_waking() -> None:
    """유리를 깨다 has an object other than sleep."""
    text = "도둑이 집에 들어왔다. 그는 돌로 유리를 깼다. 나는 장롱에 숨었다."
    assert waking_start(analyse(text)) == len(text)


def test_phone_text_without_points_is_cut() -> None:
    """Notes that end in -음 are scenes' material too."""
    text = (
        "승강장에 그냥 서있었음 손흔드는데 얘가 나를 못알아봄 기차 가고 나니까 역에 아무도 "
        "없고 전광판도 다 꺼졌음 의자에 앉아있다가 깸"
    )
    assert len(scenes(text)) == 2
