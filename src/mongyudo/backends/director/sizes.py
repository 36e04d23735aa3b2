"""Of what size somebody or something is, of how many there are, and what of a body is missing."""

import re
from dataclasses import replace

from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.tables import words
from mongyudo.records import Element

_AS_LARGE = re.compile("([가-힣]+?)(들)?만 ?(하게 )?$")
_SIZED = re.compile("해(지|졌|져|진)")
_LARGER = {"크다": "grow", "커다랗다": "grow", "거대하다": "grow", "작다": "shrink"}
_THAN = re.compile("[가-힣](보다|만큼|처럼) ?(도 |더 |훨씬 |더욱 )?$")
_IS_SO = re.compile("(크|컸|커|거대|작)(?!던|다란|는)")
_IS_AS = re.compile("했|함|하더|하네|한 ?거")
_OF_ONE = re.compile(r"[가-힣]+(이|가|은|는|도) ?(\S+ )?([가-힣]+)만 ?$")
_DEEDS = frozenset(("phone", "laundry", "rice", "apple", "document", "book", "video_game", "money"))
"""전화만 했다, 빨래만 했다: nothing else was done."""
_BIG_BEFORE = re.compile(r"(커다란|거대한|거대|엄청나게 큰|엄청 큰|대형|(?<![가-힣])큰) ?$")
_HUGE_BEFORE = re.compile("(거대한|엄청나게 큰|어마어마한) ?$")
_SMALL_BEFORE = re.compile(r"(장난감|모형|미니|아기|새끼|작은|자그마한|조그만|조그마한|쪼그만) ?$")
_AS_BIG_AS = re.compile(r"([가-힣]+)만 ?(한|헌|허게 큰|하게 큰|하게 작은) ?$")
_MEASURES = frozenset(
    ("집채", "산", "남산", "태산", "운동장", "바다", "하늘", "콩알", "손톱", "좁쌀", "깨알", "쌀알")
)
"""What is only named to say how large something is."""


def is_big(text: Text, element: Element) -> bool:
    """커다란 용, 집채만 한 고양이, 집채만 헌 거북, 주먹만 한 개미: larger than such things are."""
    held = element.concept in words("tiny_animals")
    as_fist = held and _measure_before(text, element) in words("as_small_as")
    return as_fist or is_huge(text, element) or bool(_BIG_BEFORE.search(text.before(element, 8)))


def is_huge(text: Text, element: Element) -> bool:
    """거대한 고양이, 집채만 한 고양이: as large as what no animal is as large as."""
    like = _measure_before(text, element)
    return like in words("as_large_as") or bool(_HUGE_BEFORE.search(text.before(element, 8)))


def is_small(text: Text, element: Element) -> bool:
    """아기 돼지: smaller than such things are."""
    own = element.lemma.startswith(
        ("아기", "새끼", "송아지", "망아지", "돌멩이", "조약돌", "자갈", "짱돌", "돌맹이")
    )
    return own or bool(_SMALL_BEFORE.search(text.before(element, 8)))


def is_tiny(text: Text, element: Element) -> bool:
    """손가락만 한 사람: so small that a hand would hold them."""
    tiny = element.concept in words("tiny_animals")
    if element.kind == "actor" and element.lemma.startswith(("장난감", "양철")):
        return True
    return not tiny and _measure_before(text, element) in words("as_small_as")


def _measure_before(text: Text, element: Element) -> str:
    """With what the size of `element` is compared just before it; "" for nothing."""
    found = _AS_BIG_AS.search(text.before(element, 12))
    return found.group(1) if found else ""


_OF_A_VOICE = re.compile("(목소리|소리|마음|간|심장|배포)(이|가|은|는|도)? ?[가-힣]+ ?만 ?$")
"""목소리가 모기만 했다: nobody grows, nobody shrinks."""


def as_large(text: Text, verb: Element) -> Element:
    """산만 해졌다, 소파만 했다, 수박만큼 컸다: it grows, or shrinks, before one's eyes."""
    if verb.lemma != "하다":
        return _compared(text, verb)
    said = text.between(verb.start_char, verb.end_char + 2)
    like = _AS_LARGE.search(text.before(verb, 12))
    if (
        like is None
        or _OF_A_VOICE.search(text.before(verb, 16))
        or not (_SIZED.match(said) or _is_as_large(text, verb, said))
    ):
        return verb
    small = like.group(1) in words("as_small_as")
    return replace(verb, concept="shrink" if small else "grow", en="become as large")


def _is_as_large(text: Text, verb: Element, said: str) -> bool:
    """금붕어가 소파만 했다, 고양이가 집채만 했다; not 한 고양이, not 전화만 했다."""
    told = _OF_ONE.search(text.before(verb, 20))
    if told is None or not _IS_AS.match(said):
        return False
    before = [e for e in text.segment.elements if e.end_char <= verb.start_char]
    like = before[-1] if before and before[-1].kind in ("prop", "actor") else None
    near = like is not None and 0 < verb.start_char - like.end_char <= len("만 ")
    return told[3] in _MEASURES or (near and like is not None and like.concept not in _DEEDS)


_MEASURE = re.compile(
    r"([가-힣]+?) ?(만 ?한 |정도 ?|만큼의 )?"
    r"(높이|크기|굵기|길이|두께|키|덩치|몸집|넓이|사이즈)(가|로|만|만큼|까지|정도)? ?(\S{1,3} )?$"
)
"""아파트 높이가 되었다, 손바닥 크기로 변했다."""
_UNTOLD = frozenset(
    ("그", "이", "저", "어느", "같은", "내", "제", "원래", "본래", "보통", "일정한", "적당한")
)


def measured(text: Text, verb: Element) -> str:
    """How something changes that becomes as high or as large as what is named; "" for nothing."""
    found = _MEASURE.search(text.before(verb, 18))
    if found is None or found.group(1) in _UNTOLD:
        return ""
    before = [e.concept for e in text.segment.elements if e.end_char <= verb.start_char]
    tiny = bool(set(before) & words("tiny_animals")) and found.group(1) in _IN_THE_HAND
    small = found.group(1) in words("as_small_as") and not tiny
    return "shrink" if small else "grow"


_IN_THE_HAND = frozenset(
    ("손바닥", "주먹", "손가락", "엄지", "엄지손가락", "새끼손가락", "참새", "쥐")
)
"""What is large beside an insect."""

_CEILING = re.compile(r"(천장|하늘|지붕|구름)(에|까지) ?([^\s.!?]+ ){0,2}$")


def reaching(text: Text, verb: Element) -> Element:
    """머리가 천장에 닿았다: so large somebody or something has become."""
    if not _CEILING.search(text.before(verb, 16)):
        return verb
    return replace(verb, kind="motion", concept="grow", en="grow up to")


def _compared(text: Text, verb: Element) -> Element:
    """사과가 수박만큼 컸다, 물고기가 배보다 커서: it is seen to grow as large."""
    said = text.between(verb.start_char, verb.end_char + 2)
    if not _IS_SO.match(said) or not _THAN.search(text.before(verb, 8)):
        return verb
    return replace(verb, kind="motion", concept=_LARGER[verb.lemma], en="become as large")


_NUMBERS = {
    "두": "two_of", "둘": "two_of", "2": "two_of", "세": "three_of", "셋": "three_of",
    "3": "three_of", "네": "four_of", "넷": "four_of", "4": "four_of",
}  # fmt: skip


def so_many(verb: Element, noun: Element, said: str) -> Element:
    """손가락이 여덟 개였다: so many are seen; people are counted where they stand."""
    if noun.kind == "actor" or not noun.concept:
        return verb
    concept = "many_of" if said[1:2].isdigit() else _NUMBERS.get(said[:1], "many_of")
    return replace(verb, kind="motion", concept=concept, en="show so many")


_PARTS = {
    "face": "faceless", "eye": "eyeless", "mouth": "mouthless", "nose": "noseless",
    "hair": "hairless", "head": "headless", "neck": "headless", "hand": "handless",
    "arm": "armless", "leg": "legless", "foot": "footless",
}  # fmt: skip
"""How one looks who has no such part of a body."""
_OF_TWO = {"handless": "one_handed", "armless": "one_armed", "legless": "one_legged"}
_ONLY_ONE = re.compile("(왼|오른|한 ?쪽? ?|외)(손|팔|다리)")
_WHOLE_FACE = re.compile("(눈|코|입)(도|과|이랑|이고|,) ?$")
_NO_PART = re.compile("(보는|볼|댈|쓸|쓰는|대는|도와줄|쉴) ?$")
"""사람 보는 눈이 없다, 손 댈 데가 없다: no part is missing."""


def lacking_part(text: Text, noun: Element) -> str:
    """눈이 없었다: how somebody looks without what `noun` names; "" for what is no such part."""
    part = _PARTS.get(noun.concept or "", "")
    if (
        noun.kind != "prop"
        or noun.lemma in ("머릿결", "손길")
        or _NO_PART.search(text.before(noun))
    ):
        return ""
    if part != "faceless" and _WHOLE_FACE.search(text.before(noun, 8)):
        return "faceless"
    written = text.between(noun.start_char - 3, noun.end_char)
    return _OF_TWO.get(part, part) if _ONLY_ONE.search(written) else part
