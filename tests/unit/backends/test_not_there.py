"""What a dream only says, means, misses or likens is no thing and nobody in its pictures."""

import pytest
from tests.unit.backends.told import segment

from mongyudo.backends.director.telling import tell
from mongyudo.reading.not_there import of_the_dream


def _named(text: str) -> set[str]:
    """The concepts of what is there and of what happens."""
    story = tell(of_the_dream(segment(text), text))
    told = {m.concept for m in story.mentions if not (m.element.lemma.endswith("다"))}
    return told | {e.concept for e in story.events if not e.unreal}


@pytest.mark.parametrize(
    ("text", "unseen"),
    [
        ("돼지 저금통을 안고 뛰었다.", "pig"),
        ("아기 옷을 샀다.", "baby"),
        ("강아지 인형이 침대 위에 있었다.", "dog"),
        ("장미꽃 무늬 원피스를 입은 여자가 서 있었다.", "rose"),
        ("케이크 냄새가 났다.", "cake"),
        ("나는 수영장에서 개헤엄을 쳤다.", "dog"),
        ("팔을 개구리헤엄처럼 저으면 하늘로 올라갔다.", "swim"),
        ("고래 뱃속 같은 방이었다.", "cave"),
        ("물풀 같은 머리카락이 퍼졌다.", "seaweed"),
        ("썩은 양파 같은 냄새였다.", "onion"),
        ("저수지가 붕어보다 작아졌다.", "fish"),
        ("바다보다 훨씬 큰 방이 있었다.", "sea"),
        ("처음엔 구름인 줄. 근데 물이었다.", "cloud"),
        ("물에 빠진 생쥐 꼴이었다.", "mouse"),
        ("비 맞은 강아지마냥 떨고 있었다.", "rain"),
        ("아버지는 눈물을 비 오듯 흘리셨다.", "rain"),
        ("춤추듯 걸어갔다.", "dance"),
        ("죽은 듯이 누워 있었다.", "die"),
        ("얼굴이 홍당무가 됐다.", "carrot"),
        ("할머니가 도둑이야 하고 소리를 질렀다.", "thief"),
        ('아저씨가 "불이야!" 하고 외쳤다.', "burn"),
        ("강아지가 맥주 한 캔만 갖다 달라고 했다.", "beer_mug"),
        ("할매가 밥은 묵었나 카시는데 말이 안 나왔다.", "rice"),
        ("두부 사러 가야 하는데 문이 안 열렸다.", "tofu"),
        ("소방차를 부를 뻔했다.", "fire_engine"),
        ("은행에 가져가야겠다고 생각했다.", "office"),
        ("괴물이 나타날까 봐 이불 속에 숨었다.", "monster"),
        ("비가 올 것 같았다.", "rain"),
        ("전쟁이 난 줄 알고 숨었다.", "fight"),
        ("엄마가 보고 싶어서 울었다.", "mother"),
        ("의사가 되고 싶다고 말했다.", "doctor"),
        ("초등학교 때 살던 단칸방에 들어갔다.", "school"),
        ("결혼 3주 전에 꾼 꿈이에요.", "wedding"),
        ("손님이 때밀이 가격을 적고 있었다.", "woman"),
        ("엄마가 옛날에 소를 키웠다는 이야기를 했다.", "cow"),
        ("바다에서 수영을 했다. 할머니도 계셨다. 깨고 나서 엄마한테 전화를 걸었다.", "call"),
        ("교실에서 종이 울렸다. 아이들이 뛰어나갔다.", "bell"),
        ("입에서 종소리가 났다.", "bell"),
        ("동전을 주머니에 몰래 넣었다.", "pouch"),
        ("할매가 논두렁에 서가 내를 부르는기라.", "library"),
        ("남편이 배를 깎아 줬다. 배 속에서 동전이 쏟아졌다.", "below_deck"),
        ("벌레가 밥알처럼 꼬물거렸다.", "insect"),
        ("바닥이 떡처럼 늘어났다.", "spread"),
        ("결혼 전에 아내랑 갔던 수족관이었다.", "wedding"),
        ("봄이 늦다는 민원을 받았다.", "late"),
        ("뒤에서 누가 따라오는 줄 알았는데 내 그림자였다.", "stranger"),
        ("남자친구는 배꼽 빠지게 웃었다.", "sink"),
        ("목소리가 모기만 했다.", "grow"),
        ("줄을 끊어 버릴까 하다가 내려왔다.", "break"),
        ("옷 버린다 카는데도 웃기만 하시데예.", "throw"),
        ("까만 눈이라서 연탄 가루인 줄 알았다.", "briquette"),
        ("동생이 썰매를 타자고 했다.", "sled"),
        ("밑에서 엄마가 밥 먹으라고 했어요.", "rice"),
        ("동생이 이불을 뒤집어쓰고 썰매를 타자고 했다.", "sled"),
        ("나는 죄지은 사람처럼 앉아 있었다.", "mend"),
        ("우리 영감 생전 기침 소리가 났다.", "grandfather"),
        ("문 안에서 돌아가신 외할아버지 목소리가 들렸다.", "grandfather"),
        ("문 안에서 돌아가신 외할아버지 목소리가 들렸다.", "die"),
        ("누구세요 하는데 그게 외할아버지 목소리였다.", "grandfather"),
        ("누가 이불장 앞에 쪼그려 앉는 소리가 났다.", "stranger"),
        ("누가 이불장 앞에 쪼그려 앉는 소리가 났다.", "sit"),
        ("바람 속에서 엄마, 엄마 소리가 사방에서 났다.", "mother"),
        ("아내가 자식들 이름을 차례로 다 댔다.", "children"),
        ("나는 두 사람 요금을 냈다.", "stranger"),
        ("복사기에서 직원 명부가 나왔다.", "clerk"),
        ("나는 할머니 이야기를 했다.", "grandmother"),
        ("친구랑 판박이인 아기가 손을 흔들었다.", "friend"),
        ("지게 위에 눈이 사람 앉은 모양이었다.", "stranger"),
        ("바다 밑에 우리 엄마 쓰던 재봉틀이 놓여 있었다.", "mother"),
        ("아버지가 심으신 감나무에 감이 열렸다.", "father"),
        ("저보고 엄마 왜 이제 와, 하는데 얼굴이 이상했다.", "mother"),
        ("아빠 이거 버려도 되지? 하는데 눈물만 났다.", "father"),
        ("아빠 이거 버려도 되지? 하는데 눈물만 났다.", "throw"),
        ("배달원이 이 건물엔 4층이 없다고 전화했다.", "delivery_person"),
        ("엄마가 갑자기 전화를 했다.", "mother"),
        ("전화했더니 엄마가 지금 밥 먹는다고 했다.", "mother"),
        ("전화했더니 엄마가 지금 밥 먹는다고 했다.", "eat"),
        ("수화기 너머로 엄마가 울었다.", "mother"),
    ],
)
def test_what_is_only_said_meant_or_likened_is_not_seen(text: str, unseen: str) -> None:
    assert unseen not in _named(text)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("아기 신발이 현관에 놓여 있었다.", "shoes"),
        ("승객들은 마네킹처럼 꼼짝도 안 했다.", "crowd"),
        ("신랑 얼굴은 달걀처럼 하얬다.", "groom"),
        ("엄마가 밥을 차려 주고 먹으라고 했다.", "rice"),
        ("사과를 먹으라고 줬다.", "apple"),
        ("고등학교 때로 돌아가 교실에 앉아 있었다.", "school"),
        ("잠에서 깨어나 보니 사막이었다. 낙타를 타고 걸었다. 나무가 보였다. 물이 나왔다.", "camel"),
        ("꿈에서 깼는데 또 꿈이었다. 거실에 곰이 앉아 있었다.", "bear"),
        ("교회 종이 울렸다.", "bell"),
        ("할머니가 복주머니에 동전을 넣었다.", "pouch"),
        ("바다에서 배를 탔다. 배 속에 방이 많았다.", "below_deck"),
        ("고양이 꼬리가 길어졌다.", "cat"),
        ("느타리버섯 같은 게 나 있었다.", "mushroom"),
        ("편지지 같은 흰 것이 드러났다.", "letter"),
        ("형이 아빠보다 먼저 왔다.", "father"),
        ("엄마가 목소리를 낮췄다.", "mother"),
        ("마당에서 개 짖는 소리가 났다.", "dog"),
        ("엄마가 전화를 받고 있었다.", "mother"),
        ("전화했더니 엄마가 달려왔다고 했다.", "mother"),
        ("엄마 웃으면서 이리 와, 하고 불렀다.", "mother"),
    ],
)
def test_what_is_there_stays(text: str, seen: str) -> None:
    assert seen in _named(text)
