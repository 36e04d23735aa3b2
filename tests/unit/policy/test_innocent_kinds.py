"""Homely things that share their words with what may not be filmed, each beside what may not."""

import pytest

from mongyudo.policy import judge
from mongyudo.reading.korean import analyse

KINDS = {
    "pop": (
        "병마개가 뽕 하고 튀어 올랐다 / 뚜껑이 뽕 하고 열리더니 나비가 나왔다",
        "화장실에서 뽕 하고 있었다 / 친구가 뽕을 맞았다 / 둘이 뽕 하고 춤췄다",
    ),
    "fireworks": (
        "다섯 발이 한꺼번에 터지자 강물이 환해졌다 / 마지막 발은 높이 올라가서 터졌다",
        "지뢰를 밟아 두 발이 터졌다 / 총알 다섯 발이 그의 머리에서 터졌다",
    ),
    "called names": (
        "아이들이 나를 식인종이라고 놀렸다",
        "식인종이 친구를 잡아먹었다 / 식인종이라는 부족이 우리를 구웠다",
    ),
    "school gate": (
        "종이 치자 다들 교문으로 뛰어나갔다",
        "지하실에서 교문당했다 / 포로가 고문으로 숨졌다",
    ),
    "flowers and pruning": (
        "마당의 해바라기가 모두 목이 꺾여 있었다 / 튤립이 다 목이 잘려 있었다 / "
        "정원사가 감나무 팔을 잘랐다",
        "꽃집 주인이 목이 잘려 있었다 / 장미를 든 여자의 목이 잘려 있었다",
    ),
    "numb": (
        "힘이 쭉 빠지더니 팔이 툭 떨어졌다",
        "칼을 맞더니 팔이 툭 떨어졌다 / 힘이 빠지더니 팔이 툭 떨어져 굴러갔다",
    ),
    "tie": (
        "아버지 목에 넥타이를 매 드렸다 / 넥타이를 매 주며 목을 쓰다듬었다 / "
        "넥타이를 매고 출근하는데 목이 간지러웠다",
        "천장에 넥타이를 매고 목을 넣었다 / 문고리에 넥타이를 매 놓고 목을 걸었다",
    ),
    "out of doors": (
        "떠드는 아이들을 교실 밖으로 내보내고 가방까지 던졌다",
        "아이들을 창문 밖으로 던졌다 / 친구를 옥상 난간 밖으로 던졌다",
    ),
    "haircut": (
        "미용실 바닥에 떨어진 잘린 머리카락을 쓸었다 / 이발사가 잘린 머리를 봉지에 담아 줬다 / "
        "단발로 자르고 나니 잘린 머리가 한 움큼이었다",
        "가방에서 잘린 머리가 나왔다 / 미용사가 손님의 잘린 머리를 봉지에 담았다 / "
        "잘린 머리가 말을 걸었다 / "
        "미용실에서 사장을 찔렀고 이발사가 잘린 머리를 봉지에 담았다",
    ),
    "jar": (
        "우물에서 길은 물을 독에 부었다",
        "술에 독을 부었다 / 아내가 국에 독을 탔다",
    ),
    "porridge": (
        "솥 안은 걸쭉한 죽이고 그 위로 김이 올랐다 / 그릇에 담긴 건 노란색 죽이었다",
        "형이 사람을 죽이고 도망쳤다 / 따뜻한 사람을 죽이고 웃었다",
    ),
    "kimchi": (
        "엄마가 김치를 꺼냈다. 내가 담갔다고 자랑했다 / 형이 동치미 무를 국자로 눌러 담가 버렸다",
        "형님이 그놈을 담가 버리라고 했다 / 김치를 먹던 두목이 그 녀석을 오늘 담갔다고 했다",
    ),
    "bubbles and chewing": (
        "거품이 터질 때마다 할머니 얼굴이 떠올랐다 / 눈을 꼭 감고 쑥떡을 씹었다",
        "조각난 사람 얼굴이 나왔다 / 그 사람의 눈을 뽑아 씹었다 / 눈을 뜨고 사람 살을 씹었다",
    ),
    "good night": (
        "엄마가 창문에 기대어 이제 그만 자라고 했다 / 새가 창틀에서 이제 그만 자, 하고 울었다",
        "옥상에 서서 이제 그만이라고 생각했다 / 창틀에 앉아서 이제 그만 자고 싶다고 했다 / "
        "난간에 앉아 이제 그만 자살하자고 했다",
    ),
    "swinging arms": (
        "좀비 과장이 팔 덜렁거리면서 춤을 췄다",
        "팔이 덜렁거리는 사람이 피를 흘렸다 / 찢긴 팔 덜렁거리며 다가왔다",
    ),
    "apron": (
        "이모가 치마를 걷어서 감자를 담아 오셨다 / 할머니가 치마를 걷어 올리고 개울을 건너셨다",
        "낯선 남자가 내 치마를 걷어 올렸다 / 그가 여자 치마를 걷어 올리고 만졌다",
    ),
    "photograph": (
        "카메라로 동생을 찍었다. 의자가 비어 있었다 / 의자에 앉은 할머니를 찍었다",
        "의자로 동생을 찍었다 / 형이 도끼로 사람을 찍었다 / 카메라를 샀다. 벽돌로 친구를 찍었다",
    ),
    "plaster cast": (
        "깁스를 풀었다. 강아지 대신 의사가 내 다리를 핥았다",
        "남자가 침대에서 내 다리를 핥았다",
    ),
    "brawl": (
        "너 죽고 나 죽자, 하고 문어에게 달려들었다",
        "우리 같이 죽자고 했다 / 나 죽자고 약을 먹었다 / 너 죽고 나 죽자며 가스를 틀었다",
    ),
    "piled up": (
        "골이 들어가자 친구들이 달려와 나를 깔아뭉갰다",
        "탱크가 사람들을 깔아뭉갰다 / 함성 속에 트럭이 나를 깔아뭉갰다",
    ),
}


def cases(side: int) -> list[str]:
    """All sentences of one side."""
    return [sentence for pair in KINDS.values() for sentence in pair[side].split(" / ")]


@pytest.mark.parametrize("text", cases(0))
def test_the_homely_kind_is_filmed(text: str) -> None:
    """Nothing in it is hurt."""
    verdict = judge(text, analyse)
    assert verdict.outcome == "allow", verdict.reasons


@pytest.mark.parametrize("text", cases(1))
def test_its_violent_neighbour_is_not(text: str) -> None:
    """The same words, done to people."""
    assert judge(text, analyse).outcome == "refuse"
