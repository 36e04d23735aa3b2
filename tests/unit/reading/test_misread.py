"""Words that look like one of the lexicon and are another there, or none."""

import re
from pathlib import Path

import pytest

from mongyudo.reading import misread, read
from mongyudo.reading.elements import find_hits, unknown_words
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon
from mongyudo.records import Dream


def drawn(text: str) -> set[str | None]:
    """The concepts that the director is given."""
    segments = read(Dream.of(text, "d"), segments=1).segments
    return {element.concept for segment in segments for element in segment.elements}


@pytest.mark.parametrize(
    ("text", "concept", "not_this"),
    [
        ("김 대리가 박 과장을 불렀다.", "boss", "seaweed"),
        ("지우개똥이 공책에 묻어 있었다.", "dust", "poop"),
        ("공책에 먼지가 하얗게 묻어 있었다.", "notebook", "talk"),
        ("미용실 박 언니가 의자에 앉았다.", "chair", "gourd"),
        ("배를 뒤집으니까 배에 귀가 붙어 있었다.", "ear", "pear"),
        ("청개구리가 내 배 위로 올라왔다.", "frog", "deck"),
        ("햇볕에 배가 따끈했다.", "belly", "boat"),
        ("아무리 차도 문이 안 열렸다.", "door", "road"),
        ("논에 물을 대는 아저씨가 있었다.", "pour", "touch"),
        ("맨 끝에서 이름을 차례로 다 댔다.", "talk", "wait"),
        ("팀장이 '오고서'라고 쳤다.", "press", "attack"),
        ("고무신을 들어 뵈는 사람이 있었다.", "shoes", "meet"),
        ("물에 들엉 미역을 땄다.", "seaweed", "carry"),
        ("손님이 광어를 떠달라고 했다.", "fish", "float"),
        ("집사람이 고추를 걷어 갔다.", "take_out", "walk"),
        ("나는 고추밭을 걸어 갔다.", "walk", "take_out"),
        ("할머니가 옥수수만 내려놓고 돌아가셨다.", "walk", "die"),
        ("나를 못 보고 돌아가신 할머니였다.", "die", ""),
        ("할머니는 웃으며 집으로 돌아가셨다.", "walk", "die"),
        ("할머니는 작년에 병원에서 돌아가셨다.", "die", ""),
        ("언제부터 같이 사셨냐고 물었다.", "talk", "money"),
        ("누나가 허멍 테왁을 안았다.", "ring_buoy", "wound"),
        ("대여소에 우산이 있었다.", "umbrella", "cow"),
        ("저짝 둑에서 불빛이 보였다.", "river", "student"),
        ("조카가 돌잡이로 촛대를 잡았다.", "candle", "stone"),
        ("2절에서 할머니가 울었다.", "cry", "temple"),
        ("상주가 절을 두 번 했다.", "bow", "temple"),
        ("엄마가 개이득이라고 웃었다.", "laugh", "dog"),
        ("주머니에 ㅂ이 꽂혀 있었다. 의자에 앉았다.", "chair", "tooth"),
        ("그은 금이 수천 개였다. 의자에 앉았다.", "chair", "gold"),
        ("하룻밤 새 허리까지 풀이 자랐다.", "grass", "bird"),
        ("아이가 방문을 쾅 닫았다.", "open_door", "explode"),
        ("밤 열한 시에 문이 열렸다.", "night", "chestnut"),
        ("젖은 장화가 나왔다.", "boots", "milk"),
        ("할머니가 징그러와서 울었다.", "cry", "gong"),
        ("수의사 양반이 소를 봤다.", "doctor", "scholar"),
        ("빈차 한 대가 와서 차를 따라 마셨다.", "teacup", ""),
        ("오빠가 차 안에서 창을 내리고 웃었다.", "window", "spear"),
        ("어미 쥐가 나왔다. 다리가 저렸다.", "mouse", ""),
        ("지우개 가루가 교실에 날렸다. 분필가루도 떴다.", "dust", "flour"),
        ("아버지 말이 실외기 옆에 묶여 있었다.", "horse", "speech_bubble"),
        ("혈압을 재니 정상이었다. 의사가 웃었다.", "doctor", "mountain"),
        ("산 정상에서 웃었다.", "mountain", ""),
        ("내 차례가 되자 선생님이 웃었다.", "laugh", "bow"),
        ("솥을 여니 김이 올랐다. 허연 김이 났다.", "fog", "seaweed"),
        ("수위를 적었다. 강물이 불었다.", "river", "police"),
        ("숙모가 산적 접시를 들었다.", "meat", "thief"),
        ("내 일당에서 삼만 원을 뺐다.", "money", "crowd"),
        ("세일 딱지를 이마에 붙였다.", "note", "toy"),
        ("강아지가 산책줄을 물고 왔다.", "leash", "wait"),
        ("모기약을 뿌렸다.", "spray", "pill"),
        ("키보드에서 지우개 키를 눌렀다.", "keyboard", "body"),
        ("함정 갑판에서 당직을 섰다.", "ship", "trapped"),
        ("둘이 김장 배추를 실었다.", "cabbage", "cook"),
        ("친구차 타고 강에 갔다.", "ride", "burn"),
        ("방학식 날 아침에 학교에 갔다.", "school", "restaurant"),
        ("음식물 봉지를 너구리가 뜯었다.", "garbage", "potted_plant"),
        ("고독사한 집을 청소했다.", "home", "snake"),
        ("어르신이 세대원에 대해 물었다.", "grandfather", "worker"),
        ("마네킹이 걷는 속도에 맞차가 돌았다.", "mannequin", "car"),
        ("윗집 김 씨가 물길을 말아 갔다. 논에 갔다.", "field", "apartment"),
        ("하룻밤이 지나 그 새가 왔다.", "bird", ""),
        ("바다 우에 길이 나 있었다.", "sea", ""),
        ("밤새 유리에 손바닥을 대고 있었다.", "window", "glass_shard"),
        ("유리가 와장창 깨졌다. 깨진 유리를 밟았다.", "glass_shard", "window"),
        ("기사님이 트렁크에서 우산을 꺼냈다.", "car", "luggage"),
        ("트렁크를 끌고 역에 갔다.", "luggage", "car"),
        ("깎은 조각이 바닥에서 꿈틀거렸다.", "crawl", "statue"),
        ("이장님 방송이 들리는데 개가 웃었다.", "hear", "perform"),
        ("튀는 기름이 손에 묻었다.", "hand", "fuel"),
        ("차에 기름을 넣었다.", "fuel", ""),
        ("조기 퇴소한 병장이 웃었다.", "soldier", "fish"),
        ("아파트 사전 점검을 갔다.", "apartment", "book"),
        ("애들이 나를 헹가래 쳤다.", "cheer", "drool"),
        ("축하 카드를 뽑아 왔다.", "card", "credit_card"),
        ("번호표 기계가 있었다.", "cash_machine", "gear"),
        ("엘베 오면 그림자를 넣었다.", "shadow", "cut"),
        ("이름을 불러도 파도 소리에 묻혔다.", "shout", "dig"),
        ("방학 숙제로 키우던 장수풍뎅이였다.", "beetle", "play"),
        ("감독 선생님이 웃었다.", "teacher", "coach"),
        ("손에 집은 사진마다 얼굴이 있었다.", "photograph", "home"),
        ("학교 정문 위를 지났다.", "school_yard", "door"),
        ("콩자반은 꿈틀거렸다.", "beans", ""),
        ("가위로 자르면 담쟁이가 밤새 두 배가 되었다.", "scissors", "boat"),
        ("출입문은 밖에서 잠겨 있었다.", "locked", "sink"),
        ("문이 물에 잠겼다.", "door", "locked"),
        ("그 불로 고구마를 구웠다.", "campfire", "burn"),
        ("닦을수록 쉰내가 올라왔다.", "wash", "sit"),
        ("등대 문 앞에 의자가 있었다.", "chair", "corridor"),
        ("물이 턱까지 차올랐다. 바닷물이 무릎까지 왔다.", "flood", ""),
        ("비상구 문이 용접돼 있었다.", "locked", ""),
        ("고양이가 폴짝 뛰어내렸다.", "cat", "student"),
        ("인사팀에서 불렀다. 인사역에 내렸다.", "station", "bow"),
        ("유리 온실 문을 열었다.", "park", "glass_shard"),
        ("조회 시간에 비가 왔다.", "rain", "wait"),
        ("내 배에 구멍이 뚫렸다.", "belly", "boat"),
        ("아주머니도 자기 배를 만져 보고 놀랐다.", "belly", "boat"),
        ("영양사 선생님의 눈이 하얬음.", "eye", "snow"),
        ("고양이가 내 다리를 핥았다.", "leg", "bridge"),
        ("차가 출발하는데 강아지가 따라 뛰었다.", "car", "teacup"),
        ("여기가 네가 태어난 해라고 하셨다.", "birth", "sun"),
        ("삼촌은 밤새 한 마리도 못잡고 졸았다.", "sleep", "bird"),
        ("잉어가 내 무릎에 턱 머리를 얹더라.", "knee", "face"),
        ("고모들이 죽 앉아 있었다.", "sit", "soup"),
        ("도로 쪽으로 난 가지에 앉았다.", "road", ""),
        ("연꽃이 한 송이 피었다.", "lotus", "mushroom"),
        ("커피 대신 까만 날개 조각이 나왔다.", "wings", "statue"),
        ("괭이 자루가 뚝 부러졌다.", "break", "sack"),
        ("게임비는 진 사람이 내는 거였다.", "stranger", "rain"),
        ("은행에 입금하러 갔다. 길에서 돈을 줍고 있었다.", "office", "leaf"),
        ("군고구마 장수가 서 있었다.", "merchant", "general"),
        ("코끼리가 송장을 뺏어 갔다.", "elephant", "corpse"),
        ("이름표까지 물결무늬로 바뀌었다.", "name_tag", "river"),
        ("집에 있는 벽돌색 옷이었다.", "clothes", "brick"),
        ("상무가 쌈을 싸서 내 입에 밀어 넣었다.", "make", "relieve"),
        ("귀지가 쭉 뽑혀 나왔다.", "come_off", "cheer"),
        ("인어가 꼬리로 물을 튀기며 웃었다.", "scatter", "cook"),
        ("인어가 온탕에 몸을 담그고 있었다.", "put_in", "cook"),
        ("할머니가 술을 담그고 있었다.", "cook", "put_in"),
        ("남편은 텐트를 치고 있었다.", "set_up", "attack"),
        ("삽으로 찍어 보니 소리만 났다.", "strike", "photograph"),
        ("꽃 파는 여자가 꽃다발을 받아 주었다.", "sell", "dig"),
        ("뭔가가 살려달라고 두드렸다.", "open_door", "carry"),
        ("체육복을 걷었더니 싹이 올라왔다.", "pull", "walk"),
        ("셔터를 내렸다.", "put_down", "walk"),
        ("손등이 부었다.", "grow", "pour"),
        ("독수리 깃털에 볼을 묻었다.", "nuzzle", "talk"),
        ("나보다 열 살은 더 먹은 사람이었다.", "stranger", "eat"),
        ("배꼽에서 쉰 김치 냄새가 났다.", "kimchi", "sit"),
        ("나는 뒤집개를 창밖으로 던졌다.", "throw", "dog"),
        ("머리를 양갈래로 땋았다.", "hair", "sheep"),
        ("우리 아파트 놀이터에 호랑이가 있었다.", "tiger", "cage"),
        ("해마다 연못의 물을 뺐다.", "pond", "sun"),
        ("감나무에 감이 주렁주렁 열렸다.", "grow", "open_door"),
        ("신부가 방독면을 쓰고 웃었다.", "dress", "grasp"),
        ("마당은 꿈에서도 그대로였다.", "yard", "road"),
        ("숲 해설사가 대답했다.", "forest", "poop"),
        ("삼십 년 전 내가 부친 편지가 쌓여 있었다.", "letter", "pancakes"),
        ("동생이랑 금붕어를 화단에 묻었다.", "dig", "talk"),
        ("벼룩시장에서 시계를 파는 사람이었다.", "sell", "dig"),
        ("큰눈이 그친 뒤였다.", "snow", "eye"),
        ("맡긴 신은 이 요일에만 찾아간다고 했다.", "shoes", "tooth"),
    ],
)
def test_what_stands_beside_a_word_tells_what_it_means(
    text: str, concept: str, not_this: str
) -> None:
    """The sense that is meant is given to the director, and not the other."""
    told = drawn(text)
    assert concept in told
    assert not_this not in told


@pytest.mark.parametrize(
    ("text", "not_this"),
    [("니스 타는 단내가 났다.", "herb"), ("묻혀 가믄서 웃었다.", "document")],
)
def test_a_word_is_read_as_it_is_written(text: str, not_this: str) -> None:
    """Where the analyser takes one noun for another that is spelt so alike, it is not that one."""
    assert not_this not in drawn(text)


def test_what_is_no_word_is_known_all_the_same() -> None:
    """No film names 네비's 비 as a word that it does not know."""
    analysis = analyse("네비는 그대로 뿔에 달려 있었다.")
    hits = find_hits(analysis, load_lexicon())
    assert "비" not in unknown_words(analysis, hits)


def test_every_line_names_words_of_the_lexicon_or_of_speech() -> None:
    """Each line has four cells, patterns that compile and a sense."""
    lines = (Path(misread.__file__).parent / "misread.tsv").read_text("utf-8").splitlines()
    for line in lines:
        if line and not line.startswith(("#", "lemma\t")):
            lemmas, before, behind, sense = line.split("\t")
            assert lemmas, line
            assert re.compile(before), line
            assert re.compile(behind), line
            assert re.fullmatch("[-=]|[a-z_]+", sense), line
