"""Names and other words that the lexicon does not know, as far as the text says whose they are."""

import re
from collections.abc import Iterable
from dataclasses import replace

from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.selves import is_own_name
from mongyudo.backends.director.tables import words
from mongyudo.records import Element

_NAMED_SUBJECT = re.compile(
    r"(?<![가-힣])([가-힣]+?)(이가|가|께서)(?=\s)(?! ?아니| ?(\S+ ){0,2}(없|있)[고는어으])"
)
_NO_NAME = re.compile(
    "다$|는$|인$|은$|^(내|제|네|우리|뭔|누군|어딘|언젠|어느|몸|마음|머리|다리|배|키|소리|목소리"
    "|차례|때|비|해|화|피|여기|거기|저기|수|필요|이유|신호|냄새|시간|생각|느낌|기분|힘|눈물|말|길|끝"
    "|나이|점수|번호|전화|연락|문자|정도|상태|그게|이게|저게)$"
)
"""What no one is called, and what does nothing: 버틸 수가 없어 쓰러졌다, 신호가 나서 걸었다."""
_NAME = re.compile(
    r"이? ([가-힣]{2,4}?)(?=이가|이는|이와|이랑|가 |는 |은 |와 |과 |랑|를 |을 |한테|에게|께서|도 )"
)
_IS_CALLED = re.compile(r"이름[은이] ([가-힣]{1,4}?)이?(였|이었|이다|라고|야|예요|이에요)")


def name_behind(text: Text, element: Element) -> str:
    """The name that follows who somebody is: 아이유 in 연예인 아이유."""
    name = _NAME.match(text.behind(element, 8))
    return name.group(1) if name else ""


def name_told(text: Text, element: Element) -> str:
    """The name that the next sentence gives: 돼지를 키웠다. 이름은 순덕이였다."""
    told = _IS_CALLED.search(text.behind(element, 60))
    return told.group(1) if told else ""


def named_subjects(text: Text, start_char: int, end_char: int) -> list[tuple[str, int]]:
    """Words marked as subject by 가 or 께서, the last one first, and where each ends; 찾아가,
    앉아가 are verbs."""
    verbs = {e.start_char for e in text.segment.elements if e.lemma.endswith("다")}
    within = re.match("[가-힣]*", text.between(start_char, end_char))
    if within and re.match("[가-힣]", text.between(start_char - 1, start_char)):
        start_char += within.end()
    found = _NAMED_SUBJECT.finditer(text.between(start_char, end_char))
    pairs = [
        (m.group(1), start_char + m.end(1)) for m in found if start_char + m.start() not in verbs
    ]
    return [(name, end) for name, end in reversed(pairs) if not _NO_NAME.search(name)]


def topic_called(
    text: Text, names: Iterable[str], start_char: int, end_char: int
) -> tuple[str, int]:
    """초록이는 눈을 감았다: the last of `names` that is a topic there, and where it ends."""
    said = text.between(start_char, end_char)
    found = [
        (m.start(), name, start_char + m.end(1))
        for name in names
        if name
        for m in re.finditer(rf"(?<![가-힣])({re.escape(name)}이?)[은는도] ", said)
    ]
    return max(found)[1:] if found else ("", -1)


_OF_A_COLOUR = re.compile(
    r"(들|님)?의? (([가-힣]{1,3}색|분홍|빨간|노란|파란|하얀|검은|까만|낡은|작은|새|큰|헌) )?"
)
_LEFT = frozenset({"writing", "letter", "note", "grave"})
_LIES = re.compile(
    r"들?[이가은는도만]? ?([^\s.!?]+ ){0,3}"
    r"(있|놓|걸[려렸]|남[아았]|떨어|떠 ?있|나[왔오와]|들어|쌓[여였]|널[려렸]|굴러|뒹굴|묻혀"
    r"|보[였이]|사라|없)"
)
"""아버지 돋보기가 있었다, 양말이 걸려 있었다: it lies there, and whose it is was not told."""
_CHILD = frozenset({"애", "아이", "애기", "아기", "꼬마", "걔", "그 애", "얘", "자식"})


def is_whose(text: Text, who: Element) -> bool:
    """아이 분홍 운동화, 상자에 아버지 돋보기가: it is theirs, and they need not be there."""
    if who.kind != "actor":
        return False
    behind = (e for e in text.segment.elements if e.start_char >= who.end_char)
    thing = next((e for e in behind if e.kind != "state"), None)
    if thing is None or not _may_be_left(text, thing):
        return False
    lies = _LIES.match(text.behind(thing, 24))
    worn = not lies and re.match("들?[이가은는]", text.behind(thing, 2))
    if worn or text.is_taken_hold_of(thing):
        return False  # 아이 신발이 젖었다, 아이 소매를 잡았다: who has them on is there
    return _OF_A_COLOUR.fullmatch(text.between(who.end_char, thing.start_char)) is not None


def _may_be_left(text: Text, thing: Element) -> bool:
    """엄마 가방을 is hers, and where 아버지 돋보기가 lies he need not be."""
    if thing.concept in words("garments") | words("belongings") | _LEFT:
        return True
    kept = words("keepsakes") | words("wielded") | words("accessories") | words("instruments")
    return thing.concept in kept and _LIES.match(text.behind(thing, 24)) is not None


def the_same_child(text: Text, before: Iterable[str], who: Element) -> Element:
    """딸아이 손을 잡고 갔는데 애가 사라졌다: the child that was spoken of, and no other."""
    if who.lemma not in _CHILD or who.concept not in ("child", "baby") or who.negated:
        return who
    own = [c for c in (text.spoken_before, *before) if c in ("girl", "boy", "baby")]
    return replace(who, concept=own[-1]) if own else who


def the_same_beast(text: Text, before: Iterable[str], who: Element) -> Element:
    """까만 고양이가 있었다. 고양이가 하품을 했다: the black one, unless its own colour is told."""
    if who.kind != "actor" or not who.concept or text.colour_of(who):
        return who
    own = words("coloured_animals")
    told = [c for c in (text.spoken_before, *before) if c in own and c.endswith(f"_{who.concept}")]
    return replace(who, concept=told[-1]) if told else who


_IN_LAWS = frozenset({"시어머니", "장모", "장모님", "시아버지", "장인", "장인어른"})
_HONOURED = {"어머님": "grandmother", "어머니": "grandmother", "아버님": "grandfather"}


def the_same_in_law(before: Iterable[Element], who: Element) -> Element:
    """시어머니가 항아리를 열었다. 어머님은 드셨다: she who was spoken of."""
    concept = _HONOURED.get(who.lemma, "")
    told = any(e.lemma in _IN_LAWS and e.concept == concept for e in before)
    return replace(who, concept=concept) if told else who


_SPOKEN_TO = re.compile("[,!~]? ?(나는?|내가|있잖아|들어 ?봐|글쎄|오늘|어제|어젯밤) ")


def is_spoken_to(text: Text, who: Element) -> bool:
    """엄마 나 꿈에서: the dream is told to her; 총각, 하고 불렀다: that is the dreamer."""
    if who.kind == "actor" and is_own_name(text.segment, who):
        return True
    first = who.kind == "actor" and who.start_char <= 2
    return first and _SPOKEN_TO.match(text.behind(who, 6)) is not None


_PRONOUNS = frozenset({"걔", "얘", "쟤", "그녀", "그"})


def points_back(text: Text, element: Element) -> bool:
    """그 사람, 걔: somebody who was spoken of."""
    return element.lemma in _PRONOUNS or text.before(element, 2) == "그 "
