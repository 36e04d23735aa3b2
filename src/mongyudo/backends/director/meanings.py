"""What a word means beside its neighbours: snow and eye, word and horse, a white snake."""

import re
from dataclasses import replace

from mongyudo.backends.director.grammar import FAILS, HOLDS_A_NOT, Text
from mongyudo.backends.director.kinds import of_what_kind
from mongyudo.backends.director.predicates import comes_loose, is_bidden, is_written, of_a_noun
from mongyudo.backends.director.tables import failures, flocks, named_by, plain_verbs, unable, words
from mongyudo.reading.amounts import MANY
from mongyudo.records import Element

_UNABLE = re.compile(r"^(?!잘).?못 |지(를|는|도|조차)? ?못")
_FORBIDS = re.compile(r"지 ?(는 ?)?(마|말)")
_OWN_BELLY = re.compile("(?<![가-힣])(내|제) $")
"""내 배: which is no boat, whoever has none."""
_NOBODY_COMES = re.compile(
    "(비|눈|잠|바람|안개|소나기|햇빛|햇볕|생각|실감|느낌|감|봄|아침|힘|말|소리|나는|내가|제가|저는)"
    r"(은|는|이|가|도)? ?(\S{1,4} )?(안 |못 )?$"
)
"""비가 오지 않았다, 잠이 안 왔다: nobody waits for that."""
_LEAVE = frozenset({"달리다", "떨어지다", "흩어지다"})
_IS_ON = re.compile("(달려|떨어져|흩어져) ?(있|계)")
"""날개가 달려 있었다, 꽃잎이 떨어져 있었다: nobody runs, and nothing falls now."""
_IS_SO = re.compile(r"\S{0,2}?(어|여|아|워|려)?져 ?(있|계)")


def held_still(text: Text, element: Element) -> Element:
    """몸이 안 움직이다, 움직일 수 없다: not to move is what happens, and nothing that is denied."""
    lemma = element.lemma.replace(" ", "")
    if lemma == "움직이다" and (element.negated or text.is_beyond_one(element)):
        return replace(element, concept="freeze", negated=False)
    if lemma == "못알아보다":
        return replace(element, concept="shake_head", negated=False, en=FAILS + "recognize")
    if lemma in failures() and _is_vain(text, element, wilful=failures()[lemma][1]):
        tried = FAILS + element.en
        return replace(element, concept=failures()[lemma][0], negated=False, en=tried)
    if concept := _beyond_one(text, element):
        return replace(element, concept=concept, negated=False, en=FAILS + element.en)
    if element.negated and lemma in ("멈추다", "멎다", "그치다"):
        return _never_ending(text, element)
    if element.negated and lemma in ("돌아보다", "뒤돌아보다"):
        return replace(element, lemma="가 버리다", concept="turn_away", negated=False)
    own = "안" in lemma or "못" in lemma
    if own and element.concept in HOLDS_A_NOT:
        return replace(element, negated=False)
    return element


_LET = re.compile(
    r"못 ?\S{0,3}?(게|면|까 ?[봐보]|을까|도록)|수 ?(가|도|는)? ?없(게|으면|을까|도록)"
)
"""못 들어가게 했다, 못 가면: it is forbidden, or feared."""


def _beyond_one(text: Text, element: Element) -> str:
    """What is seen of what one cannot do: 걷지 못했다, 문을 열 수 없었다; "" for nothing."""
    if element.kind != "motion" or not _is_unable(text, element):
        return ""
    if _LET.search(text.between(element.start_char - 3, element.end_char + 9)):
        return ""
    own = plain_verbs().get(element.lemma.replace(" ", ""), "")
    event = element.concept or own
    return unable().get(event, event if event in words("by_hand") else "")


_ENDLESS = (
    (re.compile(r"(눈물|울음|통곡)(이|은|도)? ?(\S+ ){0,2}$"), "cry"),
    (re.compile(r"웃음(이|은|도)? ?(\S+ ){0,2}$"), "laugh"),
    (re.compile(r"(?<![가-힣])(코?피|출혈)(가|는|도|이)? ?(\S+ ){0,2}$"), "bleed"),
    (re.compile(r"(기침|재채기|딸꾹질)(이|가|은|는|도)? ?(\S+ ){0,2}$"), "sneeze"),
)
"""What goes on where it is told not to stop, by what stands before."""


def _never_ending(text: Text, element: Element) -> Element:
    """눈물이 멈추지 않았다: one weeps, and weeps on."""
    before = text.before(element, 14)
    goes_on = next((event for said, event in _ENDLESS if said.search(before)), None)
    if goes_on is None:
        return element
    return replace(element, concept=goes_on, negated=False, en=FAILS + element.en)


def _is_vain(text: Text, element: Element, *, wilful: bool) -> bool:
    """안 풀렸다, 읽을 수 없었다: it is tried, and does not come off; 읽지 않았다 is a choice."""
    if failures()[element.lemma.replace(" ", "")][0] == "wait":
        return element.negated and not _NOBODY_COMES.search(text.before(element, 10))
    if _is_unable(text, element):
        return True
    said = text.between(element.start_char - 2, element.end_char + 7)
    return element.negated and not wilful and not _FORBIDS.search(said)


_SAYS_WITH_A_NOUN = frozenset(
    ("없다", "있다", "하다", "되다", "크다", "커다랗다", "거대하다", "작다", "닿다", MANY)
)


def _is_unable(text: Text, element: Element) -> bool:
    """못 읽었다, 읽지 못했다, 읽을 수 없었다; 잘못 읽었다 is another thing."""
    said = text.between(element.start_char - 3, element.end_char + 7)
    inside = text.between(element.start_char, element.end_char)
    return text.is_beyond_one(element) or bool(_UNABLE.search(said) or " 못 " in inside)


def as_meant(text: Text, element: Element) -> Element:
    """`element` as the words around it mean it, with the concept that is drawn."""
    element = of_what_kind(text, element)
    if element.concept in ("light", "fire") and text.is_put_out(element):
        return replace(element, kind="light", concept="darkness")
    if text.lies_in(element):
        return replace(element, concept="appear", en="appear")
    if text.is_bite(element):
        return replace(element, concept="bite", en="bite")
    if text.is_quoting(element) or is_bidden(text, element):
        return replace(element, kind="motion", concept="talk", en="say")
    if element.lemma in _SAYS_WITH_A_NOUN:
        return of_a_noun(text, element)
    if is_written(text, element):
        return replace(element, concept="writing")
    element = _homonym(text, _bell_or_bridge(text, element))
    if element.concept == "stranger" and text.is_many(element):
        return replace(element, concept="crowd")
    coloured = f"{text.colour_of(element)}_{element.concept}"
    if coloured in words("coloured_animals"):
        return replace(element, concept=coloured)
    if element.kind == "actor" and element.concept in flocks() and text.is_throng(element):
        return replace(element, concept=flocks()[element.concept])
    return _as_named(text, element)


_FRUITLESS = re.compile(
    r"(들)?(에|에는|엔|마다|에서)? ?[가-힣]{1,4} ?(은|는|이|가|도)? ?(하나도 )?(없|아니|대신)"
)
"""사과나무마다 사과는 없고: the tree bears something else, and no apple is seen on it."""

_LAID = re.compile("에(?!게)| ?위|머리|[을이] ?(차|엎|펴|물리)")
_HANDLED = re.compile("유모차|냄비|버스|지하철|자전거|가방|컵|주전자|우산|수레|칼|프라이팬|트렁크")


def _as_named(text: Text, element: Element) -> Element:
    """`element` as recast.tsv has it; 짝사랑하던 사람 is one, and not two."""
    if element.lemma in ("바늘", "시침", "분침", "초침") and "시계" in text.before(element, 9):
        return replace(element, concept="clock")  # 벽시계의 바늘
    if element.lemma == "상" and _LAID.match(text.behind(element, 6)):
        return replace(element, concept="low_table")  # 상에 있던 대추: no prize
    if element.lemma == "손잡이" and _HANDLED.search(text.segment.text):
        return replace(element, concept=None)  # 유모차 손잡이: no door
    if element.lemma in _TEACHERS and _at_a_doctor_s(text):
        return replace(element, concept="doctor")  # 치과 선생님
    if element.lemma in ("문", "문짝") and (owner := _whose_door(text, element)):
        return replace(element, concept=owner)
    kind, concept = named_by(element)
    if kind == "actor" and concept in words("only_as_things"):
        kind = "prop"  # 바지락: what no creature is drawn for
    if element.kind == "motion" and kind == "actor" and text.behind(element, 1) in ("하", "했"):
        return element
    if (kind, concept) != (element.kind, element.concept or ""):
        return replace(element, kind=kind, concept=concept)
    return element


_TEACHERS = frozenset(("선생님", "선생", "쌤", "원장", "원장님"))
_CURES = re.compile(
    "치과|병원|진료|의사|간호사|수술|주사|스케일링|한의원|입원|링거|청진기|응급실|병동"
)
_TEACHES = re.compile(
    "학교|학원|교실|수업|학생|반 |담임|선생님들|유치원|어린이집|급식|칠판|교무|시험|숙제"
    "|(국어|영어|수학|음악|미술|체육|과학|피아노|태권도|발레|요가) ?(선생|쌤)"
)


def _at_a_doctor_s(text: Text) -> bool:
    """치과에 갔는데 선생님이: no teacher."""
    dream = text.segment.text
    return _CURES.search(dream) is not None and not _TEACHES.search(dream)


def _whose_door(text: Text, door: Element) -> str:
    """냉장고 문이 열렸다: the thing that has the door, and is seen to open."""
    before = (e for e in text.segment.elements if door.start_char - e.end_char in (0, 1, 2))
    return next((e.concept for e in before if e.concept in words("has_a_door")), "") or ""


_ON_THE_MOON = re.compile(
    r" ?(위(에서?|를|로)?|표면(에서?|을|으로)?|에서?|까지) ?(\S{1,6} )?"
    "(앉|서 ?있|착륙|내려|내렸|내리|도착|갔|가서|가니|가 ?보|올라|걸|걷|뛰|살|놀|떡방아|방아)"
)
"""Behind the moon where one is on it."""


_HANGS = re.compile(r" ?([가-힣]{1,5} ){0,3}(매달|울[리려렸]|댕|뎅|땡|흔들[리려렸]|걸려 ?있)")
"""Behind 종이, which is the bell then."""


_LOOSE = re.compile(
    r"(샹들리에|전등|조명|등불|형광등|그림|액자|시계|의자|책상|침대|옷장|컵|찻잔|화분|문|창문|유리창|거울|인형"
    r"|등|종|간판|촛대|그네|요람)(들)?(이|가|도) ?([가-힣]{1,4} )?$"
)


def _bell_or_bridge(text: Text, element: Element) -> Element:
    """종이 울렸다 is no paper, a bridge that was spoken of no leg, a lamp that sways no
    earthquake, and what grows on a tree without apples none."""
    if element.concept in words("fruit_trees") and _FRUITLESS.match(text.behind(element, 16)):
        return replace(element, concept="tree")
    if element.lemma == "종이" and _HANGS.match(text.behind(element, 16)):
        end = element.end_char - 1
        return replace(element, lemma="종", concept="bell", en="bell", end_char=end)
    if element.concept == "earthquake" and _LOOSE.search(text.before(element, 10)):
        return replace(element, concept="shake")
    if element.lemma == "다리" and _is_the_bridge(text, element):
        return replace(element, kind="setting", concept="bridge", en="bridge")
    return element


def _homonym(text: Text, element: Element) -> Element:
    """눈, 말, 가위: which of two things that are called the same."""
    if element.concept == "fall" and comes_loose(text, element):
        return replace(element, concept="come_off", en="come off")
    if element.lemma in ("번지다", "퍼지다") and text.is_manner_of_speaking(element):
        return replace(element, concept="spread")  # 글씨가 번졌다
    if text.is_snow(element):
        return replace(element, kind="weather", concept="snow", en="snow")
    if text.is_horse(element):
        return replace(element, kind="actor", concept="horse", en="horse")
    if element.lemma == "달" and _ON_THE_MOON.match(text.behind(element, 14)):
        return replace(element, kind="setting", concept="space", en="moon")
    if text.is_night(element):
        return replace(element, kind="time", concept="night", en="night")
    if element.lemma == "돌아가시다" and _goes_home(text, element):
        return replace(element, concept="part", en="go back")
    if element.concept == "boat" and _OWN_BELLY.search(text.before(element, 3)):
        return replace(element, kind="prop", concept="belly", en="belly")
    if text.is_tool(element):
        return replace(element, kind="prop", concept="scissors", en="scissors")
    return element


_ON_HIS_WAY = re.compile(
    "((내려놓|놓|두|주|남기|들|안|챙기|메|업|웃|끊|먹|드시|마시|보|타|가지|끌|지|건네|닫|돌리)"
    "(으?시)?고"
    "|(집|고향|시골|댁|방|마을|자리|쪽|길|밭|산)(으?로|에)"
    "|그냥|그대로|도로|빈손으로|말없이|먼저) ?$"
)
_SEEN_GOING = re.compile("[^.!?\n]{0,6}[.!?\n]? ?[^.!?\n]{0,8}뒷모습")


def _goes_home(text: Text, verb: Element) -> bool:
    """내려놓고 돌아가셨다, 돌아가셨다. 뒷모습이 작아졌다: she goes away, nobody dies."""
    behind = text.between(verb.end_char - 1, verb.end_char + 24)
    return bool(_ON_HIS_WAY.search(text.before(verb, 8)) or _SEEN_GOING.match(behind))


def _is_the_bridge(text: Text, leg: Element) -> bool:
    """다리 위에서 그를 만났다. 다리가 길어졌다: the one that was spoken of."""
    before = [
        e for e in text.segment.elements if e.lemma == "다리" and e.start_char < leg.start_char
    ]
    own = _OWN_LEG.search(text.before(leg, 4)) is not None
    return leg.concept == "leg" and not own and any(e.concept == "bridge" for e in before)


_OWN_LEG = re.compile("(내|제|두|양|한쪽|왼|오른|그의|긴) ?$")


_FALLEN = re.compile("떨어(진|져 ?있는|져 ?있던) (?!건|것|게|거|걸|순간|뒤|후|다음|채|곳|데)")
_ON_THE_FLOOR = re.compile("(바닥|땅|길|마루|발밑|발아래)에 ([가-힣]{1,3} )?$")


def has_fallen(text: Text, verb: Element) -> bool:
    """바닥에 떨어진 종이를 주웠다: it lies there, and nothing falls."""
    said = text.between(verb.start_char, verb.end_char + 6)
    fallen = verb.concept == "fall" and _FALLEN.match(said)
    return bool(fallen and _ON_THE_FLOOR.search(text.before(verb, 8)))


def is_laid(text: Text, verb: Element) -> bool:
    """단추가 구멍에 끼워져 있었다: it is so, and nobody does it now."""
    lemma = verb.lemma.replace(" ", "")
    if lemma in _LEAVE and _IS_ON.match(text.between(verb.start_char, verb.end_char + 3)):
        return True
    done = plain_verbs().get(lemma, verb.concept or "") in words("leaves_so")
    return done and bool(_IS_SO.match(text.between(verb.end_char - 1, verb.end_char + 6)))
