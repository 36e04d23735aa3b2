"""The 55 typical dreams (Typical Dreams Questionnaire, Nielsen et al. 2003), each told in Korean:
what the director draws for them, or that the policy refuses them."""

import pytest

from mongyudo.backends.director import direct
from mongyudo.policy import judge
from mongyudo.reading import read
from mongyudo.reading.korean import analyse
from mongyudo.records import Dream, Shot

REFUSED = "refused"

THEMES: dict[str, tuple[str, str]] = {
    "school": (
        "다시 고등학생이 되어 교실에 앉아서 수업을 듣고 있었다.",
        "school teacher sit_chair",
    ),
    "being chased": (
        "모르는 남자가 골목에서 계속 쫓아와서 죽어라 도망쳤다.",
        "alley man woman run giant_shadow",
    ),
    "sexual": ("짝사랑하던 사람이랑 입을 맞췄다.", "woman kiss petals"),
    "falling": ("높은 건물 옥상에서 발이 미끄러져 끝없이 떨어졌다.", "roof fall streaks"),
    "arriving too late": (
        "역까지 뛰어갔는데 기차가 눈앞에서 떠나 버렸다.",
        "station departure run reach",
    ),
    "a living person dead": (
        "멀쩡히 살아 계신 엄마가 돌아가셔서 장례식장에서 펑펑 울었다.",
        "funeral_hall woman cry",
    ),
    "a dead person alive": (
        "돌아가신 할머니가 살아 계셔서 부엌에서 밥을 차려 주셨다.",
        "kitchen grandmother rice light_rays",
    ),
    "flying": ("팔을 저으니까 몸이 붕 떠서 마을 위를 훨훨 날아다녔다.", "sky house woman fly"),
    "failing an examination": (
        "시험지를 받았는데 아무것도 기억이 안 나서 백지로 냈다.",
        "school blank_sheet clock write",
    ),
    "on the verge of falling": (
        "절벽 끝에 간신히 매달려 있었는데 손이 자꾸 미끄러졌다.",
        "cliff ledge drown",
    ),
    "frozen with fright": (
        "무서운데 발이 땅에 붙은 것처럼 한 발짝도 움직일 수가 없었다.",
        "giant_shadow root",
    ),
    "attacked": ("낯선 사람이 갑자기 달려들어 나를 때렸다.", "stranger attack cover"),
    "nude": (
        "사람 많은 길 한복판에서 나만 벌거벗고 있어서 너무 창피했다.",
        "street cover naked point",
    ),
    "delicious food": ("상다리가 부러지게 차려진 맛있는 음식을 실컷 먹었다.", "laid_table eat"),
    "swimming": ("맑은 바다에서 물고기들이랑 신나게 헤엄쳤다.", "underwater swim fish"),
    "locked up": ("작은 방에 갇혔는데 문을 아무리 두드려도 열리지 않았다.", "room door knock"),
    "insects or spiders": (
        "온 방바닥에 거미랑 벌레가 우글우글 기어 다녔다.",
        "room insect_swarm spider recoil",
    ),
    "being killed": ("어떤 남자가 나를 칼로 찔러 죽였다.", REFUSED),
    "losing teeth": (
        "이를 닦는데 앞니가 우수수 빠져서 손바닥에 떨어졌다.",
        "bathroom tooth falling_teeth hold_mouth",
    ),
    "tied": ("의자에 밧줄로 꽁꽁 묶여서 꼼짝도 못 했다.", "sit_chair ropes"),
    "inappropriately dressed": (
        "회사에 잠옷 바람으로 출근했더니 다들 나를 쳐다봤다.",
        "office cover nightgown crowd skirt_suit",
    ),
    "a child again": ("내가 다시 어린아이가 되어서 엄마 손을 잡고 걸었다.", "mother child walk"),
    "trying again and again": (
        "엄마한테 전화하려고 번호를 누르는데 아무리 눌러도 전화가 안 걸렸다.",
        "phone numbers call",
    ),
    "no toilet": (
        "화장실이 너무 급한데 아무리 찾아도 화장실이 없었다.",
        "toilet door lock run tremble",
    ),
    "a new room at home": (
        "우리 집에 처음 보는 방이 있어서 문을 열고 들어갔다.",
        "door open reach",
    ),
    "superior knowledge": (
        "갑자기 세상의 모든 이치를 다 깨달은 느낌이었다.",
        "sit_lotus book light_rays",
    ),
    "a vehicle out of control": (
        "운전을 하는데 브레이크가 안 들어서 차가 멈추지 않았다.",
        "car drive_car streaks",
    ),
    "fire": ("우리 집에 불이 나서 활활 타올랐다.", "home fire smoke cover"),
    "wild beasts": ("사자랑 곰 같은 맹수들이 나한테 달려들었다.", "animal attack cover"),
    "a face very close": ("모르는 여자 얼굴이 내 코앞까지 바짝 다가왔다.", "woman front freeze"),
    "snakes": ("커다란 구렁이가 방으로 들어와서 내 몸을 칭칭 감았다.", "room snake snake_coils"),
    "magical powers": (
        "내가 손을 뻗으니 마법처럼 물건들이 공중에 떠올랐다.",
        "reach book sparkles",
    ),
    "sensing a presence": (
        "분명 나 혼자인데 누가 등 뒤에 서 있는 느낌이 들었다.",
        "room shadow freeze",
    ),
    "finding money": ("길바닥에 떨어진 돈다발을 주웠다.", "street money_bag sparkles"),
    "flood": ("홍수가 나서 온 동네가 물에 잠겼다.", "street rising_water cover"),
    "killing somebody": ("내가 사람을 죽이고 도망쳤다.", REFUSED),
    "oneself dead": (
        "관 속에 누워 있는 나를 내가 내려다보고 있었다.",
        "bed sleep watch white_flowers",
    ),
    "sleep paralysis": (
        "가위에 눌려서 꼼짝도 못 하는데 검은 그림자가 나를 내려다봤다.",
        "room bed paralysed giant_shadow",
    ),
    "menacing people": ("검은 옷을 입은 남자들이 나를 에워싸고 노려봤다.", "alley stranger crouch"),
    "in the mirror": ("거울을 봤는데 거울 속의 얼굴이 내가 아니었다.", "mirror watch"),
    "of the opposite sex": ("꿈에서 내가 남자로 변해 있었다.", "woman man"),
    "smothered": (
        "누가 이불로 내 얼굴을 덮은 것처럼 숨이 막혀서 답답했다.",
        "bed lie rock darkness",
    ),
    "God": ("하늘이 열리더니 하느님이 나타나셨다.", "god light_rays"),
    "a flying thing that crashes": (
        "비행기가 우리 동네로 추락해서 폭발했다.",
        "street airplane impact fire",
    ),
    "earthquake": ("지진이 나서 땅이 갈라지고 건물이 무너졌다.", "fissure debris tremble"),
    "angel": ("하얀 날개를 단 천사가 내려와서 나를 안아 주었다.", "angel woman"),
    "half beast, half human": (
        "몸은 사람인데 머리는 소인 괴물이 서 있었다.",
        "cow_head man recoil",
    ),
    "storm": ("폭풍우가 몰아치고 천둥 번개가 쳤다.", "storm lightning cover"),
    "cinema": ("텅 빈 영화관에서 나 혼자 영화를 보고 있었다.", "theater projector back"),
    "extra-terrestrials": ("외계인들이 나타나서 나를 데려가려고 했다.", "alien freeze"),
    "another planet": ("처음 보는 행성에 도착해서 혼자 걸어 다녔다.", "space walk"),
    "being an animal": ("내가 고양이가 되어서 지붕 위를 걸어 다녔다.", "roof cat walk"),
    "a flying saucer": ("밤하늘에 유에프오가 나타나서 빛을 쏘았다.", "flying_saucer beam"),
    "abortion": ("뱃속에 있던 아기가 사라져서 슬펐다.", "cradle star weep"),
    "being a thing": ("내가 의자가 되어서 사람들이 나한테 앉았다.", "chair woman"),
}


def drawn_for(text: str, ink) -> set[str]:
    """Every name in the scenes that are drawn for `text`."""
    reading = read(Dream.of(text), segments=1)
    seen: set[str] = set()
    for index, segment in enumerate(reading.segments):
        shot = Shot(
            index,
            segment,
            reading.emotion.label,
            "기타",
            None,
            2,
            (768, 432),
            24,
            4.0,
            context=text,
        )
        for scene in direct(shot, ink).scenes:
            seen |= {scene.setting, scene.weather, *(e.name for e in scene.effects)}
            for actor in scene.actors:
                seen |= {actor.concept, actor.motion, actor.clothes, actor.facing}
            for prop in scene.props:
                seen |= {prop.concept, prop.motion}
    return seen


def test_there_are_fifty_five_themes():
    """The questionnaire has no fewer and no more."""
    assert len(THEMES) == 55


@pytest.mark.slow
@pytest.mark.parametrize("theme", THEMES)
def test_each_typical_dream_is_drawn_or_refused(theme, ink):
    """What makes the dream recognisable without its words is in the picture."""
    text, wanted = THEMES[theme]
    refused = judge(text, analyse).outcome == "refuse"
    assert refused == (wanted == REFUSED)
    if not refused:
        assert set(wanted.split()) <= drawn_for(text, ink)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "엘리베이터를 탔는데 갑자기 줄이 끊어져서 밑으로 추락했다.",
            "elevator lift_floors levitate",
        ),
        ("회사 엘리베이터가 끝없이 내려갔다.", "elevator lift_floors levitate"),
        ("회사 엘리베이터가 내려갔다.", "elevator"),
        ("커다란 잉어가 내 품으로 뛰어들었다.", "carp receive river"),
        ("제대했는데 군대에 다시 끌려가서 훈련을 받았다.", "barracks soldier march"),
        ("사람들 앞에서 발표를 하는데 한마디도 안 나왔다.", "stage spotlight microphone freeze"),
        ("전쟁이 나서 폭탄이 떨어지고 사람들이 도망쳤다.", "street bombs fire"),
        ("바닷가에 있는데 집채만 한 파도가 덮쳐 왔다.", "beach great_wave"),
        ("버스를 눈앞에서 놓쳤다.", "street bus run reach"),
        ("공항에 도착하니 비행기가 이미 출발해 버렸다.", "airport airplane run reach"),
        ("하늘에서 거대한 운석이 떨어졌다.", "meteor impact"),
        ("비가 엄청 와서 집 안까지 물이 들어찼다.", "home rain rising_water"),
        ("결혼식에 슬리퍼를 신고 가서 너무 창피했다.", "wedding_hall cover point"),
        ("내리막길에서 자전거 브레이크가 고장 나서 멈출 수가 없었다.", "bicycle streaks"),
        ("눈이 펑펑 내리는 밤에 창밖을 보며 앉아 있었다.", "room snow"),
    ],
)
def test_dreams_that_koreans_ask_about(text, wanted, ink):
    """The lift, the omen of a child, the army again, the speech, the war: each its own picture."""
    assert set(wanted.split()) <= drawn_for(text, ink)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("기차를 놓칠까 봐 뛰었다.", "departure"),
        ("버스를 타고 떠났다.", "reach run bus"),
        ("이름이 적힌 수건을 흔들었다.", "falling_teeth"),
        ("비행기만 한 냉장고가 떨어졌다.", "impact"),
        ("사람들이 몰려와 박수를 쳤다.", "crouch"),
        ("답할지 몰라서 감자는 잘 크느냐고 물었다.", "blank_sheet"),
        ("솜사탕이랑 똑같은 구름을 만졌다.", "candy"),
        ("물에 아이가 빠져서 건졌다.", "falling_teeth"),
        ("유산을 물려받았다.", "cradle"),
        ("브레이크를 밟아 차를 세웠다.", "streaks"),
    ],
)
def test_no_situation_is_drawn_that_is_not_told(text, absent, ink):
    """Neighbours of the patterns that mean something else."""
    assert not set(absent.split()) <= drawn_for(text, ink)
