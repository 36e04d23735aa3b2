"""The place of a dream holds until a move is told; a default place fits who and what is there."""

import pytest

from mongyudo.backends.director import direct
from mongyudo.backends.director.aboard import alights
from mongyudo.backends.director.occasions import occasions
from mongyudo.backends.director.repertoire import repertoire
from mongyudo.ink.scene import Scene
from mongyudo.journey.choices import Choices, set_out
from mongyudo.pipeline import plan_shots
from mongyudo.reading import read
from mongyudo.records import Dream


def scenes(text: str) -> list[Scene]:
    """The scenes of the film of a dream, in order."""
    dream = Dream.of(text)
    shots = plan_shots(read(dream, segments=2), set_out(dream, Choices()))
    return [scene for shot in shots for scene in direct(shot, repertoire()).scenes]


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        # a memory, a likeness, a quotation, a wish, a screen is no move
        ("해변에서 옛날 교실을 떠올리며 울었다. 파도가 발을 적셨다.", "beach"),
        ("방에 누워 있는데 바다가 생각났다. 눈을 뜨니 엄마가 있었다.", "room"),
        ("길에서 초등학교 때 선생님을 만났다. 선생님은 하나도 안 늙으셨다.", "street"),
        ("회사에서 일하는데 군대 있을 때 선임이 들어왔다. 나는 벌떡 일어났다.", "office"),
        ("숲에서 길을 잃었다. 학교에 늦었다고 엄마가 소리쳤다.", "forest"),
        ('공원에서 친구가 "우리 학교 불났어!" 하고 소리쳤다. 나는 아이스크림을 먹었다.', "park"),
        ("집에서 놀이공원 사진을 봤다. 사진 속 아이가 나한테 손을 흔들었다.", "home"),
        ("영화관에서 영화를 보는데 화면에 우리 집이 나왔다. 엄마가 나를 불렀다.", "theater"),
        ("집에서 엄마가 병원 이야기를 했다. 나는 무서워서 숨었다.", "home"),
        # what is going on tells where
        ("이가 우수수 빠졌다. 회의 중이라 손으로 입을 막고 있었다.", "office"),
        ("체육 시간에 달리기를 하는데 다리가 안 움직였다. 친구들이 다 앞서갔다.", "school_yard"),
        ("입원한 친구 병문안을 갔는데 친구가 아기가 되어 있었다.", "hospital"),
        ("설날에 친척들이 다 모여 떡국을 먹었다. 할머니가 나만 떡을 안 주셨다.", "home"),
        # with whom one is at home, and what rings there
        ("엄마가 전화를 받더니 울었다. 나는 무슨 일이냐고 물었다.", "home"),
        ("남편이 갑자기 이혼하자고 했다. 나는 아무 말도 못 했다.", "home"),
        ("아랫집 아저씨가 시끄럽다고 올라왔다. 문을 열었더니 아저씨가 곰이었다.", "home"),
        # by the head of the name, and by the narrower of two
        ("지하철 유실물센터에 갔더니 내 이름표가 붙은 상자가 있었다.", "office"),
        ("군대 연병장에서 구보를 했다. 맨 끝에 초등학생인 내가 따라 뛰고 있었다.", "field"),
        ("태권도장에서 관장님이 나를 혼냈다. 도복이 너무 컸다.", "gym"),
        ("베란다 화분에서 사람 손이 자랐다. 나는 매일 물을 줬다.", "home"),
        ("외할머니 댁 다락방에 올라갔더니 인형이 앉아 있었다.", "room"),
        # who rides stays in what they ride in
        ("버스 운전석에 할아버지가 앉아 계셨다. 나를 보고 웃으셨다.", "bus"),
        ("버스를 탔는데 승객들은 다 자고 있었다. 버스는 혼자 언덕을 내려갔다.", "bus"),
        ("택시를 탔는데 기사님 얼굴이 없었다. 문을 열려는데 손잡이가 녹아내렸다.", "car"),
        # the house that stops or shakes is the one where one is
        ("헬스장에서 뛰고 있었다. 버튼을 눌렀더니 건물 전체가 멈췄다.", "gym"),
    ],
)
def test_one_stays_there(text, setting):
    """All pictures of the film play in one place."""
    assert {scene.setting for scene in scenes(text)} == {setting}


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("집 밖으로 나갔더니 호랑이가 앉아 있었다. 호랑이가 하품을 했다.", "yard"),
        ("병원에서 의사를 만났다. 밖으로 뛰쳐나왔는데 아무도 없었다. 개가 짖었다.", "street"),
        ("미용실에서 머리를 잘랐다. 친구가 웃었다. 밖으로 나오니 눈이 내리고 있었다.", "street"),
    ],
)
def test_who_goes_out_is_out_of_doors(text, last):
    """밖으로 나오니: the next picture is before the house."""
    assert scenes(text)[-1].setting == last


@pytest.mark.parametrize(
    ("told", "off"),
    [
        ("역에서 내렸다.", True),
        ("급히 내려서 뛰었다.", True),
        ("손잡이가 녹아내렸다.", False),
        ("버스가 언덕을 내려갔다.", False),
        ("내리고 싶은데 문이 없었다.", False),
        ("창밖에 눈이 펑펑 내렸다.", False),
        ("나는 못 내렸다.", False),
    ],
)
def test_what_comes_down_does_not_get_off(told, off):
    """눈이 내렸다, 내리고 싶다: one is still on board."""
    assert alights(told) is off


def test_no_train_stands_in_a_yard():
    """마지막 집 앞에 엄마가 서 있었다: what one sits in is not seen there."""
    film = scenes("기차를 타고 갔다. 마지막 집 앞에 엄마가 서서 손을 흔들었다. 기차가 서지 않았다.")
    yard = next(scene for scene in film if scene.setting == "yard")
    assert "train" not in {prop.concept for prop in yard.props}


def test_the_last_occasion_told_counts():
    """수업 중에, then 회식에서: one is at the later."""
    assert occasions("수업 중에 졸았다. 회식 자리에서 깼다.")[0] == "restaurant"
