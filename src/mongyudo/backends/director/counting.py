"""Of how many the text tells, by the letters beside a word."""

import re
from dataclasses import dataclass

from mongyudo.backends.director.tables import words
from mongyudo.records import Element

SEVERAL, THRONG = 3, 5
"""How many stand for several, and for all beyond four."""

_MANY_BEHIND = re.compile(
    r"(들|떼|무리| ?떼| 무리| (두|세|네|다섯|여섯|몇|여러|수십|수백|수천|[2-9]|\d\d+) ?(마리|쌍)"
    r"|[이가은는을를]? ?(몇|여러|수십|수백) ?(명|분|사람)|[이가] (가득|우글|득실|많))"
)
_TENS = (
    "(수|몇)?[가-힣]?(십|백|천|만)(여|몇)?|열[가-힣]{0,2}"
    "|스무|스물|서른|마흔|쉰|예순|일흔|여든|아흔"
)
_NO_MINUTES = "(?! ?(남|뒤|후|전|동안|만에|안에|간|쯤|째|거리|지났|지나|이 ?지나|이면))"
"""감독관이 5분 남았다고 했다: minutes, and no five of them."""
_THRONG_BEHIND = re.compile(
    r"(들|떼|무리| ?떼| 무리)?(이|가|은|는|을|를|도)? ?(약|한|무려|모두|전부|총)? ?("
    rf"(다섯|여섯|일곱|여덟|아홉|{_TENS}|[5-9]|\d\d+) ?(마리|명|쌍|분{_NO_MINUTES})"
    r"|(온통 |사방에 |\S{1,4}에 )?(가득|우글|득실|바글|버글|득시글))|(들)? ?(떼|군단)"
)
_THRONG_BEFORE = re.compile(
    r"(수십|수백|수천|수만|몇십|몇백) ?(마리|명)의 $|(우글|바글|득실|버글)(거리|대)는 $"
)
_NUMBERS = {"두": 2, "2": 2, "둘": 2, "세": 3, "3": 3, "셋": 3, "네": 4, "4": 4, "넷": 4}
_OF_THINGS = "개|채|대|그루|송이|자루|장|권|잔|병|켤레|벌|통|척|알|줄|그릇|접시|조각|토막|다발"
"""What things are counted by."""
_FEW = re.compile(rf"(들)?(이|가|은|는|을|를)? ?(?P<number>[두세네234]) ?(마리|쌍|{_OF_THINGS})")
_POURS = re.compile(
    r"(들)?(이|가|은|는|도)? ?([가-힣]{1,6} ){0,3}"
    r"(쏟아[지져졌진]|쏟아 ?져|몰려|들끓|빽빽|새까맣게|새카맣게|까맣게|하얗게|빼곡|줄지어|떼 ?지어)"
)
_COVERS = re.compile(
    r"(들)?(이|가) ?([가-힣]{1,6} ){0,2}(하늘|온 ?하늘|땅|온몸|방|집|천장|벽|마당|거리)"
    r"[가-힣]{0,3}(을|를) ?([가-힣]+ )?(덮|뒤덮|메우|메웠|채우|채웠|가득)"
)
"""까마귀가 하늘을 덮었다: one alone does not."""
_FEW_PEOPLE = re.compile(
    rf"(들)?(이|가|은|는|을|를)? ?((?P<number>[두세네234]) ?(명|사람|분{_NO_MINUTES}|놈)"
    r"|(?P<whole>둘|셋|넷)(이|은|을|과|도|만| 다| |,|$))"
)
_PEOPLE_BEFORE = re.compile(r"(?<![가-힣\d])(?P<number>[두세네234]) ?((마리|명|분|쌍)의? ?)?$")
_THRONG_OF_PEOPLE = re.compile(r"(들)? ?(다섯|여섯|일곱|여덟|아홉|열)(이|은|을|과|도|만| 다|,)")
_COUNTED_INSIDE = re.compile(r"(?P<number>[두세네둘셋넷234]) ?(명|분|마리|놈|$)")
"""세 분, 셋: a number that stands for those whom it counts."""
_THRONG_COUNTED = re.compile(
    r"(?<![가-힣\d])(다섯|여섯|일곱|여덟|아홉|열|[5-9]) ?((마리|명|분)의? ?)?$"
)
_MANY_BEFORE = re.compile(r"(여러|수십|수백|많은|온갖|우글거리는) ?(마리의? ?)?$")
_IN_EACH = re.compile(
    r"에 (전부|모두|다|죄다|하나같이) $|(?<!때)(?<!철)(?<!날)(?<!밤)(?<!년)(?<!번)마다 $"
)
_ONE_BY_EACH = re.compile(
    r"(이|가|은|는|도)? ?(한 ?(마리|명|분|사람|그루|개|송이|장|대|벌)|하나)씩 "
)
"""책장마다 닭이 (한 마리씩) 있었다: as many as there are shelves."""
_OF_THE_LIVING = ("마리", "명", "분", "사람")
_ARE_ALL = re.compile(r"(은|는|이|가|도) (전부|모두|죄다|온통|하나같이|다) (사람 )?$")
_IS_SO = re.compile("(이?었|였|이[었다]|인|이[더라고며]|[야지]|임|[이]?로 ?(되|만든|만들|변|바뀌))")
"""좌석이 전부 욕조였다."""
_ON_A_TREE = re.compile(
    "(나무|가지|덩굴|넝쿨|줄기)(에|에는|엔|에서|마다) "
    "([가-힣]{1,4} ?(은|는|이|가)? (없고|아니라|아니고|대신에?) )?([가-힣]{1,4} ?)?$"
)
_BORNE = re.compile(
    "(들)?(이|가|은|는|도) ([가-힣]{1,4} )?"
    "([주조]롱|[주조]렁|대롱대롱|다닥다닥|열[렸려리]|맺[혔혀히])"
)
"""감나무에 전화기가 열렸다: no tree bears one fruit; one swing hangs on it, 달려 있었다."""


_HEAPED = re.compile(
    r"(들)?(이|가|은|는|을|를|도)? ?(\S{1,5}( (앞|위|옆|안|속|밑))?에 ){0,2}"
    r"(온통 |엄청 |\S{2,4}까지 )?"
    r"(산더미|산처럼|수북|잔뜩|무더기|첩첩|차곡차곡|겹겹이|빼곡|천장까지|\S{0,4}쌓여|쌓였|쌓인|널려|널렸"
    r"|가득|넘쳐)"
)
"""택배 상자가 문 앞에 산더미처럼 쌓여 있었다: no single one does."""
_THINGS_COUNTED = re.compile(
    rf"(들)?(이|가|은|는|을|를)? ?(다섯|여섯|일곱|여덟|아홉|{_TENS}|[5-9]|\d\d+) ?({_OF_THINGS})"
)


@dataclass(frozen=True, slots=True)
class Beside:
    """The letters before, inside and behind a word."""

    before: str
    inside: str
    behind: str


def is_many(element: Element, text: Beside) -> bool:
    """Whether `text` tells of several."""
    return (
        _is_named_as_several(element)
        or element.lemma.endswith(("떼", "무리", "군단"))
        or bool(_MANY_BEHIND.match(text.behind[:9]) or _MANY_BEFORE.search(text.before))
    )


def _is_named_as_several(element: Element) -> bool:
    """인형들, 벌들: words that tell of several by themselves; 아들, 핸들 do not."""
    lemma = element.lemma
    named = element.kind in ("prop", "actor") and lemma.endswith("들")
    return named and not lemma.endswith("아들") and lemma not in words("ends_as_several")


def count_of(element: Element, text: Beside) -> int:
    """1 to 4, THRONG for all beyond."""
    if is_throng(element, text):
        return THRONG
    few = _FEW.match(text.behind[:9])
    if few:
        return _NUMBERS[few.group("number")]
    return _few_who_act(element, text) or (SEVERAL if is_many(element, text) else 1)


def is_throng(element: Element, text: Beside) -> bool:
    """수십 마리, 개미 떼: more than one would paint one by one."""
    acts = element.kind == "actor"
    return element.lemma.endswith(("떼", "군단")) or bool(
        _THRONG_BEHIND.match(text.behind)
        or _THRONG_BEFORE.search(text.before)
        or (acts and (_POURS.match(text.behind) or _COVERS.match(text.behind)))
        or (element.kind == "prop" and _THINGS_COUNTED.match(text.behind))
        or is_heaped(element, text)
        or _is_in_each(element, text)
        or (acts and _THRONG_OF_PEOPLE.match(text.behind))
        or (acts and _THRONG_COUNTED.search(text.before))
    )


def _is_in_each(element: Element, text: Beside) -> bool:
    """책장마다 닭이 한 마리씩 앉아 있었다, 좌석이 전부 욕조였다, 감나무에 돈이 열렸다."""
    each = _ONE_BY_EACH.match(text.behind)
    if each and each.group(3) not in _OF_THE_LIVING and element.kind == "actor":
        return False  # 엄마가 하나씩 뒤집었다, 팀장이 한 장씩 넘겼다: of what they turn over
    by_each = _IN_EACH.search(text.before) or each
    are_all = _ARE_ALL.search(text.before) and _IS_SO.match(text.behind)
    borne = _ON_A_TREE.search(text.before) and _BORNE.match(text.behind)
    return element.kind in ("prop", "actor", "setting") and bool(by_each or are_all or borne)


def is_heaped(element: Element, text: Beside) -> bool:
    """상자가 산더미처럼 쌓여 있었다, 돈이 잔뜩: a heap of things."""
    return element.kind == "prop" and _HEAPED.match(text.behind) is not None


def _few_who_act(element: Element, text: Beside) -> int:
    """세 놈, 구미호 셋, 남자 두 명: two to four, 0 where it is not said."""
    if element.kind != "actor":
        return 0
    found = (
        _FEW_PEOPLE.match(text.behind)
        or _PEOPLE_BEFORE.search(text.before)
        or _COUNTED_INSIDE.match(text.inside)
    )
    if found is None:
        return 0
    told = found.groupdict()
    return _NUMBERS[told.get("number") or told["whole"]]


_COUNTER = re.compile(
    r"\s*(한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열[가-힣]{1,2}|몇|여러|스무|서른|\d+"
    r"|(수|몇)?[가-힣]?[십백천만](여|몇)?)\s*"
    r"(마리|쌍|무리|떼|명|사람|개|분|대|척|필|점|송이|그루|채|장|병|권|켤레|자루|통)"
    r"|\s*(하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열)(?=이|가|은|는|을|를|과|와|도|만)"
)
_HERD = re.compile(
    r"^ ?(떼|무리)(?=[가-힣])"
    r"|^ ?(전체|전부|한 ?쪽|반쪽|절반|표면|귀퉁이|한가운데)(?=[이가은는도만]( |$))"
)
"""세 마리가, 개미 떼가, 서랍 전체가: what stands between a noun and its particle."""


def behind_number(behind: str) -> str:
    """The text `behind` a noun from its particle on, past of how many or how much it tells."""
    counted = _COUNTER.match(behind)
    return behind[counted.end() :] if counted else _HERD.sub("", behind)
