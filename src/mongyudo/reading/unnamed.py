"""Those whom a dream neither names nor calls by a word of the lexicon: who is only counted (여섯
명이), the dreamer seen by the dreamer (늙은 내가), who has a trade that the lexicon lacks; and the
places that only their ending tells (서버실에서)."""

from collections.abc import Iterator
from itertools import pairwise

from mongyudo.reading.amounts import amounts
from mongyudo.reading.deeds import deed_after, tag_after
from mongyudo.reading.elements import Hit, is_verb, verb_lemma
from mongyudo.reading.trades import trades
from mongyudo.reading.unnamed_places import unnamed_places
from mongyudo.reading.words import word_list
from mongyudo.records import Analysis, Element, Token

CROWD, DOUBLE = "crowd", "double"
"""Who is drawn for three and more of whom only the number is told, and for another self."""

_OTHER_SELVES = {"어리": "child", "젊": DOUBLE, "늙": "older_self", "똑같": DOUBLE}
"""Stems of what one's other self is called, and who is drawn for it."""
_SHOWN_APART = frozenset(("JKS", "JKO", "JX", "JKB"))
_MANY = frozenset(("몇", "여러", "수십", "수백", "수천", "스무", "열댓", "대여섯", "서너"))
_FEW = frozenset(("한", "두", "하나", "둘", "일", "이", "1", "2"))
_HOURS = frozenset(("일", "이", "삼", "사", "오", "육", "칠", "팔", "구", "십", "이십", "삼십"))
"""Numerals that count minutes (삼 분), and no people (세 분)."""
_CHILD_AT_MOST, _OLD_FROM = 15, 60
_OF_THE_OLD = ("예순", "일흔", "여든", "아흔", "백")
_OF_CHILDREN = frozenset(("세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두"))
"""Ages in words: of the old by how they begin, of children whole."""


def unnamed(analysis: Analysis, hits: tuple[Hit, ...]) -> tuple[Element, ...]:
    """An element for everybody who is told by number, as another self or by an unknown trade, and
    for every place of an unknown name."""
    known = {index: hit for hit in hits for index in range(hit.first, hit.last + 1)}
    tokens = analysis.tokens
    told = [*_counted(tokens, known), *_other_selves(tokens), *trades(tokens, known)]
    told += [*_turning_out_oneself(tokens), *_oneself_everywhere(tokens), *amounts(tokens)]
    told += [*_in_a_screen(tokens), *unnamed_places(tokens, known)]
    return tuple(sorted(told, key=lambda element: element.start_char))


def _counted(tokens: tuple[Token, ...], known: dict[int, Hit]) -> Iterator[Element]:
    """여섯 명이, 세 분이: three and more, unless it is said before the number who they are."""
    for index, (number, who) in enumerate(pairwise(tokens)):
        counts = (
            number.tag in ("NR", "SN")
            or number.form in _MANY
            or number.form in word_list("numerals")
        )
        people = who.tag == "NNB" and who.form in ("명", "분")
        minutes = who.form == "분" and (number.tag == "SN" or number.form in _HOURS)
        if (
            not (counts and people)
            or minutes
            or number.form in _FEW
            or number.sentence > who.sentence
        ):
            continue
        if tag_after(tokens, index + 1) not in ("JKS", "JKO", "JX"):
            continue
        said = _said_who(tokens, index, known)
        if said is None or tokens[said.last + 1].tag == "JKB":
            concept = (said.entry.concept if said else "") or CROWD
            yield Element("사람", "people", "actor", concept, number.start_char, who.end_char)


def _said_who(tokens: tuple[Token, ...], index: int, known: dict[int, Hit]) -> Hit | None:
    """학생 다섯 명, 친구들 몇 명, 학생은 다섯 명; 이삿짐센터에서 세 분."""
    before = [at for at in range(max(0, index - 3), index) if at in known]
    same = [known[at] for at in before if tokens[at].sentence == tokens[index].sentence]
    return next((hit for hit in same if hit.entry.kind == "actor"), None)


def _other_selves(tokens: tuple[Token, ...]) -> Iterator[Element]:
    """늙은 내가, 스물한 살의 내가, 또 다른 나를: oneself, met as somebody else."""
    for index, token in enumerate(tokens):
        if token.form == "우리" and token.tag == "NP" and index > 1:
            aged = _of_an_age(tokens, index)
            if aged and tag_after(tokens, index) in _SHOWN_APART:
                yield _oneself("우리", "couple", aged[0], token)
        if token.form not in ("나", "저") or token.tag != "NP" or index < 2:
            continue
        first, concept = (
            _of_an_age(tokens, index) or _of_elsewhere(tokens, index) or _called_so(tokens, index)
        )
        follows = tokens[index + 2].form if index + 2 < len(tokens) else ""
        if concept and tag_after(tokens, index) in _SHOWN_APART and follows != "되":
            yield _oneself("나", concept, first, token)


def _oneself(lemma: str, concept: str, first: Token, last: Token) -> Element:
    return Element(lemma, "oneself", "actor", concept, first.start_char, last.end_char)


def _turning_out_oneself(tokens: tuple[Token, ...]) -> Iterator[Element]:
    """씻고 있는 게 나였다, 기사가 나였음: who it turns out to be is another self."""
    for index, token in enumerate(tokens[1:-2], 1):
        mine = token.form in ("나", "저") and token.tag == "NP"
        said = mine and tokens[index + 1].tag == "VCP" and tokens[index + 2]
        if not said or said.form not in _IS_SO or said.sentence != token.sentence:
            continue
        before = tokens[index - 1]
        before = tokens[index - 2] if before.form in ("모두", "다", "전부", "바로") else before
        if before.tag in ("JKS", "JX"):
            yield Element("나", "oneself", "actor", DOUBLE, token.start_char, token.end_char)


_EACH_ONE = frozenset(("모두", "전부", "다", "죄다", "하나같이"))
_ARE_THERE = frozenset(("눕", "앉", "서", "자", "들", "매달리", "웅크리", "엎드리", "떠"))


def _oneself_everywhere(tokens: tuple[Token, ...]) -> Iterator[Element]:
    """침대 여섯 개에 전부 내가 누워 있었다, 방마다 내가 앉아 있었다: as many other selves."""
    for index, token in enumerate(tokens[2:-2], 2):
        if token.form not in ("나", "저") or token.tag != "NP":
            continue
        before = tokens[index - 1]
        all_of = before.form in _EACH_ONE and tokens[index - 2].tag == "JKB"
        there = tokens[index + 1].tag == "JKS" and tokens[index + 2].form in _ARE_THERE
        if there and (all_of or before.form == "마다"):
            yield Element("나", "oneself", "actor", DOUBLE, token.start_char, token.end_char)


_IS_SO = frozenset(("었", "음", "ᆷ", "더라", "더라고", "더군", "란", "라는"))


def _called_so(tokens: tuple[Token, ...], index: int) -> tuple[Token, str]:
    """늙은 나, 다른 나."""
    first, second = tokens[index - 2], tokens[index - 1]
    if second.form == "다른":
        return second, DOUBLE
    return first, _OTHER_SELVES.get(first.form, "") if second.tag == "ETM" else ""


def _of_elsewhere(tokens: tuple[Token, ...], index: int) -> tuple[Token, str] | None:
    """저쪽의 나, 거울 속의 나, 어제의 나."""
    if tokens[index - 1].tag != "JKG":
        return None
    at = index - 3 if tokens[index - 2].form in ("속", "안", "너머") else index - 2
    return (tokens[at], DOUBLE) if at >= 0 and tokens[at].form in _SCREENS | _ELSEWHERE else None


_ELSEWHERE = frozenset(
    (
        "저쪽",
        "그쪽",
        "저편",
        "건너편",
        "맞은편",
        "미래",
        "과거",
        "어제",
        "내일",
        "옛날",
        "예전",
        "그때",
    )
)


def _of_an_age(tokens: tuple[Token, ...], index: int) -> tuple[Token, str] | None:
    """스물한 살의 나, 열 살짜리 나, 백 살쯤 된 나."""
    for at in range(index - 2, max(0, index - 5), -1):
        years = tokens[at].tag == "NNB" and tokens[at].form in ("살", "살쯤")
        between = {token.tag for token in tokens[at + 1 : index]}
        if years and between <= {"JKG", "XSN", "VV", "ETM", "NNB"}:
            return tokens[at - 1], _at_the_age(tokens[at - 1].form)
    return None


def _at_the_age(number: str) -> str:
    if number.isdigit():
        return "child" if int(number) <= _CHILD_AT_MOST else _by_years(int(number))
    if number.startswith(_OF_THE_OLD):
        return "older_self"
    return "child" if number in _OF_CHILDREN else DOUBLE


def _by_years(years: int) -> str:
    return "older_self" if years >= _OLD_FROM else DOUBLE


def _in_a_screen(tokens: tuple[Token, ...]) -> Iterator[Element]:
    """화면에 내가 서 있었다, 거울 속에 내가, 보니까 내가: the dreamer sees the dreamer."""
    for index, token in enumerate(tokens):
        if token.form not in ("나", "저") or token.tag != "NP" or index < 2:
            continue
        if tag_after(tokens, index) == "JKS" and _is_seen_there(tokens, index):
            yield Element("나", "oneself", "actor", DOUBLE, token.start_char, token.end_char)
            continue
        if tokens[index - 1].form != "에" or tag_after(tokens, index) != "JKS":
            continue
        at = index - 3 if tokens[index - 2].form in ("속", "안", "너머") else index - 2
        screen = tokens[at] if at >= 0 else token
        seen = deed_after(tokens, index) in word_list("deeds of the living") | _SHOWS
        if screen.form in _SCREENS and seen:
            yield Element("나", "oneself", "actor", DOUBLE, token.start_char, token.end_char)


def _is_seen_there(tokens: tuple[Token, ...], index: int) -> bool:
    """돌아보니 유리문 밖으로 내가 걸어가고 있었다: one looks, and it is oneself who does it."""
    here = tokens[index].sentence
    before = [t for t in tokens[max(0, index - 8) : index] if t.sentence == here]
    looks = any(
        is_verb(verb) and verb_lemma(verb) in _LOOKS and ends.form in _SO_IT_IS
        for verb, ends in pairwise(before)
    )
    behind = [t.form for t in tokens[index + 2 : index + 7] if t.sentence == here]
    goes_on = any(pair in (("고", "있"), ("어", "있"), ("아", "있")) for pair in pairwise(behind))
    return looks and goes_on and deed_after(tokens, index) in word_list("deeds of the living")


_LOOKS = frozenset(
    ("보다", "돌아보다", "뒤돌아보다", "내려다보다", "올려다보다", "들여다보다", "쳐다보다")
)
_SO_IT_IS = frozenset(("니", "니까", "으니", "자"))

_SCREENS = frozenset(
    [
        "화면",
        "거울",
        "사진",
        "영상",
        "모니터",
        "텔레비전",
        "티비",
        "TV",
        "유리창",
        "유리",
        "동영상",
        "CCTV",
    ]
)
_SHOWS = frozenset(("나오다", "보이다", "비치다", "찍히다", "있다", "걸리다"))
