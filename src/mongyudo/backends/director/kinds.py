"""Of what kind something is: fish on a table is food, a toy car a toy, and whose seat is told is
no chair."""

import re
from dataclasses import replace

from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.tables import named_by
from mongyudo.records import Element

_SEAT_OF = re.compile(
    "(옆|앞|뒷|뒤)자리 ?(에 ?앉은 )?"
    "(친구|사람|남자|여자|애|아이|아저씨|아줌마|할머니|할아버지|짝|동료|직원|승객|손님)"
)
"""옆자리 친구: where they sit, and no chair."""
_FOR_FOOD = re.compile(
    "밥상|접시|쟁반|도마|상 ?위|반찬|프라이팬|후라이팬|냉장고|석쇠|불판|구[웠워]|굽[고는다]|구이"
)
_DISHES = {"squid": "fish_dish", "octopus": "fish_dish", "shrimp": "fried_shrimp"}
_IS_EATEN = re.compile(
    "(를|을)? ?([가-힣]{1,4} )?"
    "(구[웠워]|굽|볶|튀[기긴겼]|데[쳤치친]|썰|찢|씹|먹|안주|반찬|튀김|구이|볶음)"
)
"""오징어를 구웠다: it is food."""
_APPLES = re.compile("사과(가|는|도|들|만)")
"""사과가 가득했다: nobody apologises."""
_APPLE = re.compile(
    "[를을은]? ?((나|저|내|제|우리|엄마|할머니)[가-힣]{0,3} |[가-힣]{1,2}개[를만]? )?"
    "(주[었셨고는]|줬|건네|내밀|먹|깎|따[서고는 ]|땄|베어|씻|사 ?왔|들고)"
)
"""사과를 나한테 주셨다: nobody apologises with it; 사과를 받다 is said of words."""
_BREATHED = re.compile("[을를] ?(확 |마구 )?(뿜|내뿜|토해|토했|토하)")
"""불을 뿜었다: nothing else burns."""
_OF_A_HOUSE = re.compile(
    "기와|초가|한옥|시골|마당|장독|((옆|앞|뒷)집|할머니 ?(집|댁)|외갓집)(의)? ?지붕"
)
"""옆집 지붕: no roof terrace over a city."""
_PIECES = re.compile("풀로|붙이|붙여|붙였|맞추|맞춰|깨진|깨졌|깨뜨|부서진|찢")
"""조각을 풀로 붙였다: no statue."""
_RINGS = re.compile("( ?소리|[이도은]? ?([가-힣]{1,3} )?(울[리려렸릴]|[쳤칠치]))")
_BELFRY = re.compile("절[에의 ]|교회|성당|종탑|종각|사찰|예배|매달|흔들|범종|제야|산사")
"""Where a bell is seen that rings; elsewhere, as in a class room, it is only heard."""
_WORMS = re.compile(r"(들)?[이가]? ?([^\s.!?]+ ){0,3}(꼬물|꿈틀|구물|굼실)")
"""벌레가 밥알처럼 꼬물거렸다: worms, and no beetle."""
_YARN = re.compile("뜨개|털실|실뭉치|목도리를 ?뜨|스웨터를 ?뜨|장갑을 ?뜨")
_ALIVE = re.compile(
    "헤엄|물속|바닷속|떼[가를]|지나가|지나갔|물에|물로|바다|강에|강물|어항|연못|낚"
    "|[이가은는도] ?(나를 |날 )?(말을|말했|웃|울|쳐다|노려|날아|걸어|뛰|도망|춤|노래)"
)


def of_what_kind(text: Text, element: Element) -> Element:
    """`element` as what it is by the words beside it."""
    if dish := _dish(text, element):
        return replace(element, kind="prop", concept=dish, en=dish.replace("_", " "))
    if named_by(element)[1] == "bell" and _is_only_heard(text, element):
        return replace(element, kind="state", concept=None)
    if element.lemma == "벌레" and _WORMS.match(text.behind(element, 24)):
        return replace(element, concept="maggot_swarm", en="worms")
    if element.kind == "motion" and _is_an_apple(text, element):
        apple = replace(element, lemma="사과", en="apple", kind="prop", concept="apple")
        return replace(apple, end_char=element.start_char + 2)
    if element.lemma == "불" and _BREATHED.match(text.behind(element, 8)):
        return replace(element, kind="prop", concept="fire", en="fire")
    if element.lemma == "지붕" and _OF_A_HOUSE.search(text.segment.text):
        return replace(element, concept="hanok", en="roof of a house")
    if element.lemma == "조각" and _PIECES.search(text.segment.text):
        return replace(element, kind="state", concept=None)
    knits = element.lemma == "뜨다" and _YARN.search(text.segment.text) is not None
    if knits or element.lemma.replace(" ", "").startswith("뜨개질"):
        return replace(element, kind="motion", concept="sew", en="knit")
    next_door = element.lemma in ("옆집", "앞집", "뒷집", "이웃집")
    if next_door and re.match(r"(의)? ?(지붕|담|마당|대문|감나무)", text.behind(element, 6)):
        return replace(element, kind="state", concept=None)
    seat = text.between(element.start_char, element.end_char + 8)
    of_somebody = element.concept == "chair" and _SEAT_OF.match(seat)
    toys = element.concept == "toy" and _is_said_of_another(text, element)
    return replace(element, kind="state", concept=None) if of_somebody or toys else element


def _is_an_apple(text: Text, element: Element) -> bool:
    """사과가 가득했다, 사과를 주셨다: nobody apologises."""
    if element.lemma == "사과하다":
        return bool(_APPLES.match(text.between(element.start_char, element.end_char)))
    return element.lemma == "사과" and bool(_APPLE.match(text.behind(element, 12)))


def _is_only_heard(text: Text, bell: Element) -> bool:
    """종이 울렸다, 종소리가 났다: a sound, where no belfry is told of."""
    return bool(_RINGS.match(text.behind(bell, 8))) and not _BELFRY.search(text.segment.text)


def _dish(text: Text, element: Element) -> str:
    """As what an animal of the sea lies on the plate, "" where it is none."""
    if element.concept == "fish":
        return "fish_dish" if _is_served(text, element) else ""
    dish = _DISHES.get(element.concept or "", "")
    return dish if dish and _IS_EATEN.match(text.behind(element, 14)) else ""


def _is_served(text: Text, fish: Element) -> bool:
    """밥상에 생선이 놓여 있었다: it is food, and nobody is under water."""
    sentence = text.sentence_of(fish)
    food = fish.lemma == "생선" or _FOR_FOOD.search(sentence) is not None
    return food and not _ALIVE.search(sentence)


def _is_said_of_another(text: Text, toy: Element) -> bool:
    """장난감 자동차: the car is the toy."""
    behind = (e for e in text.segment.elements if e.start_char == toy.end_char + 1)
    of_it = next(behind, None)
    return of_it is not None and of_it.kind in ("prop", "actor") and bool(of_it.concept)
